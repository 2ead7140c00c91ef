//! One key makes the screen blank, whatever is on it and whatever is being typed, and brings back just that.

use dakpan::app::screen::Screen;
use dakpan::domain::codes::{Lane, PartyKind};
use dakpan::public::{Overlay, Show};
use dakpan::store::{About, NewPerson};

use crate::desk::{Desk, with_proposal};

/// Keys that lead to every mode, overlay and half-pressed key, from the panes of an open meeting.
const WAYS: [&str; 30] = [
    "", "i", "1", "4", "z", "u", "r", "k", "k l", "h", "d", "q", "S", "F8", "w", "o", "T", "H", "c", "D", "O", "?",
    ":", "/", "A", "s", "i F4", "n", "i F1", "F8 q",
];

/// Keys that lead on to what is there in the private state alone.
const PRIVATE: [&str; 10] = ["e", "E", "p", "N", "P", "W", "G", "Z", "y", "L"];

fn blanks_and_comes_back(desk: &mut Desk, keys: &str) {
    desk.press(keys);
    if desk.program.state.quit {
        panic!("{keys} ends the program");
    }
    let private = desk.program.state.private;
    let before = match keys.ends_with(['u', 'r', 'k', 'l', 'h', 'd', 'q', 'S', 'n', 'H', '8']) {
        // A half-pressed key is let go of.
        true => None,
        false => Some(desk.screen(120, 36)),
    };
    desk.press("F9");
    assert!(matches!(desk.program.screen(), Screen::Blank(..)), "after {keys:?}");
    let blank = desk.screen(120, 36);
    for word in ["D.B.", "Daan", "De Brug", "Bakker", "geheim"] {
        assert!(!blank.contains(word), "{word} after {keys:?}\n{blank}");
    }
    // Nothing is typed or done in the dark.
    desk.write("geheim").press("Enter Esc PgDn");
    desk.press("F9");
    assert!(!matches!(desk.program.screen(), Screen::Blank(..)), "after {keys:?}");
    assert_eq!(desk.program.state.private, private, "after {keys:?}");
    if let Some(before) = before {
        let after = desk.screen(120, 36);
        // The status line alone may have something else to say.
        let body = |screen: &str| screen.lines().take(30).collect::<Vec<_>>().join("\n");
        assert_eq!(body(&after), body(&before), "after {keys:?}");
    }
    desk.press("Esc Esc Esc Esc");
}

#[test]
fn the_screen_goes_blank_from_anywhere_and_comes_back_as_it_was() {
    for private in [false, true] {
        for keys in WAYS {
            let (mut desk, _) = Desk::with_pupils(3);
            desk.press("S Enter Enter PgDn PgDn Esc");
            if private {
                desk.private();
            }
            blanks_and_comes_back(&mut desk, keys);
        }
    }
    for keys in PRIVATE {
        let (mut desk, _) = Desk::with_pupils(3);
        desk.press("S Enter Enter PgDn PgDn Esc").private();
        blanks_and_comes_back(&mut desk, keys);
    }
}

/// A table of four pupils at which an employer is expected too.
fn with_employer() -> Desk {
    let (desk, _) = Desk::with_pupils(4);
    let now = desk.now;
    let about = About {
        intent: "write",
        pupil: None,
        meeting: None,
    };
    desk.with_store(|store| {
        let meeting = store.current_meeting(now.date_naive()).unwrap().unwrap();
        let sitting = store.sitting(meeting).unwrap();
        let block = sitting.blocks[0].block.id;
        store
            .change(about, now, |tx| {
                let party = tx.insert_party(PartyKind::Employer, "Rijwielhandel", "")?;
                let boss = tx.insert_person(&NewPerson {
                    party,
                    given: "Bas".into(),
                    family: "Ketting".into(),
                    position: String::new(),
                    phone: String::new(),
                    email: String::new(),
                })?;
                tx.add_participant(block, boss)?;
                let pupils = sitting.blocks[0].items.iter().filter(|item| item.pupil.is_some());
                for item in pupils {
                    tx.set_lane(item.item.id, Lane::Agreed)?;
                    tx.set_item(item.item.id, &with_proposal("nazorg tot december"))?;
                }
                Ok(())
            })
            .unwrap();
    })
}

#[test]
fn a_room_with_an_employer_reads_in_no_list_of_anybody_but_the_pupil_at_hand() {
    let mut desk = with_employer();
    desk.press("S a a a a a a Enter PgDn PgDn")
        .write("/b eerst een proefplaatsing")
        .press("Enter");
    desk.press("Esc PgDn")
        .write("/b daarna een opleiding")
        .press("Enter Esc T");
    desk.sees("M.Ö.").sees("daarna een opleiding");
    desk.sees_not("D.B.")
        .sees_not("eerst een proefplaatsing")
        .sees_not("S.K.");
    desk.press("Down Down e")
        .sees_not("eerst een proefplaatsing")
        .press("Esc Esc");
    desk.press("PgDn Esc H");
    match desk.program.screen() {
        Screen::Shared(scene) => match scene.overlay {
            Some(Overlay::AgreeAll { rows }) => assert_eq!(rows.len(), 1, "two are open still"),
            other => panic!("no list: {other:?}"),
        },
        other => panic!("not shared: {other:?}"),
    }
    desk.press("Esc PgUp Esc");
    // The chair alone reads all of it, and the window for the room does not.
    desk.private()
        .press("T")
        .sees("eerst een proefplaatsing")
        .sees("daarna een opleiding");
    let drawn = desk.program.screen();
    let Show::Scene(scene) = desk.program.show(&drawn) else {
        panic!("blank")
    };
    let told = serde_json::to_string(&scene.over).unwrap();
    assert!(
        told.contains("daarna een opleiding") && !told.contains("eerst een proefplaatsing"),
        "{told}"
    );
}

#[test]
fn a_room_with_an_employer_sees_nobody_in_the_queue_but_the_pupil_at_hand() {
    let mut desk = with_employer();
    desk.press("S").sees("Bas Ketting");
    desk.press("a a a a Enter PgDn PgDn Esc");
    desk.sees("S.K.");
    desk.press("w a a a a a a Enter");
    desk.sees("D.B.").sees_not("S.K.").sees_not("M.Ö.");
    desk.press("PgDn").sees("M.Ö.").sees_not("D.B.").sees_not("S.K.");
    desk.press("Esc").private().sees("Samira Kaya");
}
