//! Who is in the room decides what comes to the shared screen, wherever the walk was meanwhile.

use dakpan::app::papers::{Wanted, make};
use dakpan::domain::Id;
use dakpan::domain::codes::{ItemKind, PartyKind};
use dakpan::domain::papers::{PaperFormat, PaperKind};
use dakpan::public::Show;
use dakpan::store::{About, NewAction};
use dakpan::text::NL;

use super::looking_back::later;
use crate::app::papers::wanted;
use crate::desk::{Desk, Table, objection};

const ABOUT: About = About {
    intent: "add_action",
    pupil: None,
    meeting: None,
};

fn on_table(desk: &Desk) -> Id {
    desk.program.state.sitting.as_ref().unwrap().meeting.id
}

#[test]
fn while_a_guest_sits_no_other_meeting_comes_to_the_shared_screen() {
    let (mut desk, earlier, new) = later();
    desk.press("S a a a a Enter PgDn PgDn Esc w Down Down Down Down Down a Enter");
    desk.sees("√ leerling, ouder of");
    desk.private().press("O Down Enter").sees("toen ging het goed");
    assert_eq!(on_table(&desk), earlier.meeting);
    desk.press("F8").sees("GEDEELD").sees_not("toen ging het goed");
    assert_eq!(on_table(&desk), new, "the guest sits at today's meeting");
    desk.sees("√ leerling, ouder of")
        .press("Esc O")
        .sees("dit kan alleen privé");
    // Nobody of the network there, an earlier meeting can be shown; and it goes as soon as somebody is there again.
    desk.press("w Down Down Down Down x Enter").sees_not("√ leerling");
    desk.press("Esc O Enter").sees("toen ging het goed");
    assert_eq!(on_table(&desk), earlier.meeting);
    desk.press("Ctrl+z").sees_not("toen ging het goed");
    assert_eq!(on_table(&desk), new);
    desk.sees("√ leerling, ouder of");
}

#[test]
fn what_the_room_saw_before_the_meeting_was_opened_is_remembered_while_the_chair_is_private() {
    let (mut desk, _) = Desk::with_pupils(1);
    desk.sees("D.B.").private();
    desk.press("S Esc PgDn PgDn PgDn PgDn PgDn Esc PgDn PgDn Esc")
        .sees("Yara");
    desk.press("F8")
        .sees("GEDEELD")
        .sees("De Schakel")
        .sees_not("Y.G.")
        .sees_not("Yara");
    for keys in ["Esc", "T", "H", "A", "F1 Esc"] {
        desk.press(keys).sees_not("Y.G.").sees_not("Yara");
    }
    desk.press("Enter Enter").sees("Y.G.");
}

/// A table at which three old actions were put off today: of the first pupil, of the second, and of nobody; and a
/// second one of the second pupil.
fn with_actions_put_off() -> (Desk, Table) {
    let (desk, table) = Desk::with_pupils(2);
    let now = desk.now;
    let desk = desk.with_store(|store| {
        let sitting = store.sitting(table.meeting).unwrap();
        let mut items = sitting.blocks[0].items.iter().map(|i| &i.item);
        let item = items.find(|item| item.kind == ItemKind::OldActions).unwrap().id;
        let actions = [
            (Some(table.pupils[0]), "vraagt een pasje aan"),
            (Some(table.pupils[1]), "belt de huisarts"),
            (None, "maakt een draaiboek"),
            (Some(table.pupils[1]), "zoekt een stage"),
        ];
        store
            .change(ABOUT, now, |tx| {
                for (pupil, text) in actions {
                    tx.add_action(&NewAction {
                        pupil,
                        school: Some(table.school),
                        meeting: Some(table.meeting),
                        item: Some(item),
                        owner: None,
                        text: text.into(),
                        due: None,
                        agreed_on: now.date_naive(),
                    })?;
                }
                Ok(())
            })
            .unwrap();
    });
    (desk, table)
}

#[test]
fn of_a_point_a_guest_hears_what_is_of_the_pupil_at_hand_and_of_nobody_and_the_rest_is_counted_by_line() {
    let (mut desk, _) = with_actions_put_off();
    desk.press("S a a a a Enter PgDn PgDn Esc T")
        .sees("huisarts")
        .sees("een stage");
    desk.press("Esc w Down Down Down Down Down a Enter T");
    desk.sees("een pasje")
        .sees("een draaiboek")
        .sees_not("huisarts")
        .sees_not("een stage");
    desk.sees("2 verborgen: er zit iemand uit het netwerk");
    desk.press("Enter").sees("Niets vastgelegd. 2 verborgen").press("Esc");
    // The cursor goes along the lines that are told: the second is the one that is mended.
    desk.press("T Down e").sees("maakt een draaiboek").press("Esc Esc");
    desk.private()
        .press("T")
        .sees("huisarts")
        .sees("een stage")
        .sees_not("verborgen");
}

/// A table of four of which the last, Samira Kaya, stands on no agenda and has an old action; and she may not be named,
/// or not to UWV, who sits there.
fn with_an_old_action_of_somebody_nameless(to_uwv_alone: bool) -> (Desk, Table) {
    let (desk, table) = Desk::with_pupils(4);
    let (now, nameless) = (desk.now, table.pupils[3]);
    let desk = desk.with_store(|store| {
        let sitting = store.sitting(table.meeting).unwrap();
        let mut items = sitting.blocks[0].items.iter().map(|i| &i.item);
        let planned = items.find(|item| item.pupil == Some(nameless)).unwrap().id;
        let uwv = store.parties(Some(PartyKind::Uwv)).unwrap()[0].id;
        let mut known = store.pupil(nameless).unwrap();
        store
            .change(ABOUT, now, |tx| {
                tx.remove_item(planned)?;
                if to_uwv_alone {
                    tx.record_consent(&objection(nameless, uwv, now.date_naive()))?;
                } else {
                    known.sharing.informed_on = None;
                    tx.update_pupil(&known)?;
                }
                tx.add_action(&NewAction {
                    pupil: Some(nameless),
                    school: None,
                    meeting: None,
                    item: None,
                    owner: None,
                    text: "Samira belt terug, moeder Kaya ook".into(),
                    due: None,
                    agreed_on: "2026-05-06".parse().unwrap(),
                })
            })
            .unwrap();
    });
    (desk, table)
}

/// Looks for the name and the initials on the screen and in what the second window is sent.
fn assert_nameless(desk: &mut Desk, after: &str) {
    let drawn = desk.program.screen();
    let sent = match desk.program.show(&drawn) {
        Show::Scene(scene) => format!("{scene:?}"),
        Show::Blank(why) => panic!("nothing is sent after {after}: {why:?}"),
    };
    let mut screens = vec![sent];
    if !desk.program.state.private {
        screens.extend([(80, 24), (120, 36), (200, 50)].map(|(columns, rows)| desk.screen(columns, rows)));
    }
    for screen in screens {
        for word in ["Samira", "Kaya", "S.K."] {
            assert!(!screen.contains(word), "{word} after {after}\n{screen}");
        }
    }
}

#[test]
fn an_old_action_of_somebody_nameless_on_no_agenda_names_nobody_in_any_list_nor_when_it_was_put_off() {
    for to_uwv_alone in [false, true] {
        let (mut desk, table) = with_an_old_action_of_somebody_nameless(to_uwv_alone);
        desk.press("S a a a a Enter PgDn PgDn Esc o").sees("belt terug");
        assert_nameless(&mut desk, "o");
        desk.press("n").write("half juni");
        assert_nameless(&mut desk, "the question until when");
        desk.press("Enter Esc T").sees("belt terug");
        assert_nameless(&mut desk, "T");
        desk.press("e").sees("belt terug");
        assert_nameless(&mut desk, "the line that is mended");
        desk.press("Esc Esc").private();
        desk.press("T").sees("Samira belt terug");
        assert_nameless(&mut desk, "T in private, in the second window");
        desk.press("Esc F8 C");
        let copied = desk.program.take_copied().unwrap();
        assert!(copied.contains("belt terug") && !copied.contains("Samira"), "{copied}");
        // The minutes for the whole table name her as little, with names or without.
        for with_names in [false, true] {
            let wanted = Wanted {
                with_names,
                ..wanted(&table, PaperKind::Minutes, &[PaperFormat::Markdown])
            };
            let papers = make(desk.store(), &wanted, desk.now, &NL).unwrap();
            let text = String::from_utf8(papers[0].files[0].1.clone()).unwrap();
            assert!(text.contains("belt terug"), "{text}");
            assert!(!text.contains("Samira") && !text.contains("Kaya"), "{text}");
        }
    }
}
