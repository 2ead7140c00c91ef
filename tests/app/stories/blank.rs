//! One key makes the screen blank, whatever is on it and whatever is being typed, and brings back just that.

use dakpan::app::screen::Screen;
use dakpan::domain::codes::PartyKind;
use dakpan::store::{About, NewPerson};

use crate::desk::Desk;

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
            desk.press("S Enter PgDn PgDn Esc");
            if private {
                desk.private();
            }
            blanks_and_comes_back(&mut desk, keys);
        }
    }
    for keys in PRIVATE {
        let (mut desk, _) = Desk::with_pupils(3);
        desk.press("S Enter PgDn PgDn Esc").private();
        blanks_and_comes_back(&mut desk, keys);
    }
}

#[test]
fn a_room_with_an_employer_sees_nobody_in_the_queue_but_the_pupil_at_hand() {
    let (desk, _) = Desk::with_pupils(4);
    let now = desk.now;
    let about = About {
        intent: "write",
        pupil: None,
        meeting: None,
    };
    let mut desk = desk.with_store(|store| {
        let meeting = store.current_meeting(now.date_naive()).unwrap().unwrap();
        let block = store.sitting(meeting).unwrap().blocks[0].block.id;
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
                Ok(())
            })
            .unwrap();
    });
    desk.press("S").sees("Bas Ketting");
    desk.press("a a a a Enter PgDn PgDn Esc");
    desk.sees("S.K.");
    desk.press("w a a a a a a Enter");
    desk.sees("D.B.").sees_not("S.K.").sees_not("M.Ö.");
    desk.press("PgDn").sees("M.Ö.").sees_not("D.B.").sees_not("S.K.");
    desk.press("Esc").private().sees("Samira Kaya");
}
