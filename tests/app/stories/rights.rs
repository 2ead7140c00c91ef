//! What was told and agreed about sharing, rectifying, who looked, and working notes that go by themselves.

use dakpan::domain::codes::PartyKind;
use dakpan::domain::rights::{ByWhom, ConsentKind, TrailKind};
use dakpan::text::Lang;

use crate::desk::{Desk, issue_pages, objection};

/// To a command of the palette.
fn palette<'d>(desk: &'d mut Desk, words: &str) -> &'d mut Desk {
    desk.press(":").write(words).press("Enter")
}

#[test]
fn an_objection_against_one_party_at_the_table_takes_the_name_away_there() {
    let (mut desk, table) = Desk::with_pupils(2);
    let first = table.pupils[0];
    desk.private();
    palette(&mut desk, "over delen");
    // Informed on 15 January on a ground, so consent is proposed next; it is an objection.
    desk.sees("toestemming gegeven").press("b b b");
    desk.sees("bezwaar gemaakt").press("Tab").write("uwv");
    desk.press("Tab Tab Tab").write("belde zelf").press("Enter");
    let said = desk.store().consents(first).unwrap();
    assert_eq!(
        (said.len(), said[0].kind, said[0].by),
        (1, ConsentKind::Objection, ByWhom::Pupil)
    );
    assert_eq!(
        (said[0].how.as_str(), said[0].on),
        ("belde zelf", desk.now.date_naive())
    );
    let uwv = desk.store().parties(None).unwrap();
    let uwv = uwv.iter().find(|party| party.kind == PartyKind::Uwv).unwrap().id;
    assert_eq!(said[0].party, Some(uwv));
    assert_eq!(desk.store().pupil(first).unwrap().sharing.objection_on, None);
    desk.sees("Daan Bakker")
        .press("F8")
        .sees("casus 1")
        .sees_not("D.B.")
        .sees_not("Daan");
    desk.press("Ctrl+z").sees("D.B.").sees_not("casus 1");
}

#[test]
fn whoever_may_not_be_shared_with_a_party_at_the_table_has_no_name_in_a_list_either() {
    let (desk, table) = Desk::with_pupils(3);
    let (now, pupils) = (desk.now, table.pupils.clone());
    let mut desk = desk.with_store(|store| {
        let about = dakpan::store::About {
            intent: "record_consent",
            pupil: None,
            meeting: None,
        };
        let uwv = store.parties(Some(PartyKind::Uwv)).unwrap()[0].id;
        let off = store.sitting(table.meeting).unwrap().blocks[0].items[4].item.id;
        store
            .change(about, now, |tx| {
                for pupil in [pupils[0], pupils[2]] {
                    tx.record_consent(&objection(pupil, uwv, now.date_naive()))?;
                }
                tx.remove_item(off)
            })
            .unwrap();
    });
    let block = desk.store().sitting(table.meeting).unwrap().blocks[0].block.id;
    desk.press("S a a a a Enter PgDn PgDn").write("/b start op proef");
    desk.press("Enter Esc T")
        .sees("start op proef")
        .sees("casus 1")
        .sees_not("D.B.");
    let agreed = desk.store().agreed(block).unwrap();
    assert!(
        agreed
            .iter()
            .all(|one| one.pupil.as_ref().is_some_and(|line| !line.may_name))
    );
    desk.press("Esc A").sees_not("L.W.").write("lw").sees_not("L.W.");
}

#[test]
fn an_objection_against_everybody_takes_the_name_away_everywhere() {
    let (mut desk, table) = Desk::with_pupils(2);
    desk.private();
    palette(&mut desk, "over delen");
    desk.press("b b b Enter");
    assert!(!desk.store().pupil(table.pupils[0]).unwrap().sharing.may_name());
    desk.press("F8").sees("casus 1").sees_not("D.B.");
    desk.private();
    palette(&mut desk, "over delen");
    desk.press("b b b b")
        .sees("bezwaar teruggenomen")
        .press("Enter F8")
        .sees("D.B.");
}

#[test]
fn a_whole_list_is_informed_at_once_and_taken_back_at_once() {
    let (mut desk, table) = Desk::with_pupils(3);
    desk = desk.with_store(|store| {
        let about = dakpan::store::About {
            intent: "edit_pupil",
            pupil: None,
            meeting: None,
        };
        let now = crate::desk::ten_o_clock();
        store
            .change(about, now, |tx| {
                for id in &table.pupils {
                    let mut pupil = tx.pupil(*id)?;
                    pupil.sharing = dakpan::domain::pupil::Sharing::default();
                    tx.update_pupil(&pupil)?;
                }
                Ok(())
            })
            .unwrap();
    });
    desk.sees("casus 1").sees_not("D.B.");
    desk.private();
    palette(&mut desk, "hele lijst");
    desk.sees("wie van de school nog niet geïnformeerd is")
        .sees("3 leerlingen")
        .sees("Enter legt dit vast voor 3 leerlingen; één keer Ctrl+Z neemt alles weer terug");
    // Without a basis everybody stays nameless, which is told before and after.
    desk.sees("Zonder grondslag: naamloos").press("Enter");
    desk.sees("Geïnformeerd vastgelegd: 3 leerlingen; wie geen grondslag heeft, blijft naamloos");
    desk.press("Ctrl+z");
    palette(&mut desk, "hele lijst");
    desk.press("Right Right")
        .sees("alle leerlingen op de agenda")
        .press("Right");
    // Without a year it is the last 1 June, not the next.
    desk.press("Tab Ctrl+a")
        .write("1-6")
        .press("Tab Tab")
        .write("brief aan de ouders");
    desk.press("Tab").write("convenant 2026").press("Enter");
    desk.sees("Geïnformeerd vastgelegd: 3 leerlingen");
    for id in &table.pupils {
        let sharing = desk.store().pupil(*id).unwrap().sharing;
        assert_eq!(sharing.informed_on, Some("2026-06-01".parse().unwrap()));
        assert_eq!(
            (sharing.informed_how.as_str(), sharing.basis.as_str()),
            ("brief aan de ouders", "convenant 2026")
        );
        let said = desk.store().consents(*id).unwrap();
        assert_eq!(said.len(), 2);
        assert!(said.iter().all(|one| one.by == ByWhom::Both));
    }
    desk.press("F8")
        .sees("D.B.")
        .press("Ctrl+z")
        .sees("casus 1")
        .sees_not("D.B.");
    assert_eq!(desk.store().consents(table.pupils[2]).unwrap().len(), 0);
}

#[test]
fn what_was_said_is_not_typed_where_others_read_along() {
    let (mut desk, _) = Desk::with_pupils(1);
    for words in ["over delen", "hele lijst", "kenmerk en einddatum", "zonder spoor"] {
        palette(&mut desk, words).sees("dit kan alleen privé");
        desk.press("Esc");
    }
    desk.speak(Lang::En);
    palette(&mut desk, "whole list").sees("private");
}

#[test]
fn an_agreement_that_has_ended_is_told_at_the_opening_and_stops_nothing() {
    let (mut desk, table) = Desk::with_pupils(1);
    desk.private();
    palette(&mut desk, "kenmerk en einddatum");
    desk.press("Ctrl+a")
        .write("convenant 2024")
        .press("Tab Ctrl+a")
        .write("31-12-2025")
        .press("Enter");
    desk.sees("Het convenant van dit overleg liep tot en met 31 dec 2025");
    let meeting = desk.store().meeting(table.meeting).unwrap();
    assert_eq!(meeting.agreement, "convenant 2024");
    assert_eq!(meeting.agreement_until, Some("2025-12-31".parse().unwrap()));
    desk.press("S")
        .sees("convenant van dit overleg liep tot en met 31 dec 2025");
    assert!(desk.store().meeting(table.meeting).unwrap().is_open());
}

#[test]
fn a_rectified_name_cannot_be_brought_back() {
    let (mut desk, table) = Desk::with_pupils(1);
    let id = table.pupils[0];
    desk.private();
    palette(&mut desk, "zonder spoor");
    desk.press("a")
        .sees("achternaam")
        .press("Tab")
        .write("Bakkers")
        .press("Enter Enter");
    desk.sees("Verbeterd zonder spoor van wat er stond: achternaam");
    assert_eq!(desk.store().pupil(id).unwrap().name.family, "Bakkers");
    desk.sees("Daan Bakkers");
    let before = desk.dump();
    desk.press("Ctrl+z")
        .sees("Een verbetering zonder spoor kan niet worden teruggenomen");
    assert_eq!(desk.dump(), before, "nothing else is taken back in its place");
    while desk.store().journal(1, None).unwrap()[0].state == dakpan::store::EntryState::Done {
        let before = desk.dump();
        desk.press("Ctrl+z");
        if desk.dump() == before {
            break;
        }
    }
    assert!(!desk.dump().contains("\"family\":\"Bakker\""));
    let lines = desk.store().trail(10, Some(id)).unwrap();
    assert!(
        lines
            .iter()
            .any(|line| line.kind == TrailKind::Rectified && line.why == "pupil.family")
    );
}

#[test]
fn whoever_stands_on_the_screen_for_two_seconds_was_looked_at_once_in_a_meeting() {
    let (mut desk, table) = Desk::with_pupils(3);
    let looked = |desk: &Desk| -> Vec<(i64, Option<i64>)> {
        let lines = desk.store().trail(50, None).unwrap();
        let mut opened: Vec<_> = lines.iter().map(|line| (line.pupil.unwrap(), line.meeting)).collect();
        opened.reverse();
        opened
    };
    desk.press("S a a a a Enter PgDn PgDn");
    let meeting = Some(table.meeting);
    let before = looked(&desk);
    desk.wait(1);
    assert_eq!(looked(&desk), before, "not yet");
    desk.wait(1);
    let [first, second] = [table.pupils[0], table.pupils[1]];
    assert_eq!(looked(&desk).last(), Some(&(first, meeting)));
    let count = looked(&desk).len();
    // Passed by within the two seconds, nobody was looked at.
    desk.press("PgDn").wait(1);
    desk.press("PgDn").press("PgUp PgUp").wait(60);
    assert_eq!(looked(&desk).len(), count, "once for a pupil and meeting");
    desk.press("PgDn").wait(2);
    assert_eq!(looked(&desk).last(), Some(&(second, meeting)));
    // A blank screen shows nobody.
    desk.press("F9 PgDn").wait(30);
    assert_eq!(looked(&desk).len(), count + 1);
    assert_eq!(desk.store().verify_trail().unwrap(), []);
}

#[test]
fn the_clock_wakes_once_for_a_pupil_who_came_on_the_screen() {
    let (mut desk, _) = Desk::with_pupils(1);
    desk.press("Esc");
    assert_eq!(desk.program.next_tick(), Some(std::time::Duration::from_secs(2)));
    desk.wait(2);
    assert_eq!(desk.program.next_tick(), None);
}

#[test]
fn working_notes_go_by_themselves_after_they_were_announced() {
    let (mut desk, table) = Desk::with_pupils(1);
    desk.press("S a a a a Enter PgDn PgDn Esc").private();
    desk.press("p").write("kanariepiet voor mij alleen").press("Esc");
    desk.press("S S");
    let note = |desk: &Desk| desk.store().dossier(table.pupils[0]).unwrap().working.len();
    assert_eq!(note(&desk), 1);
    let days = |mut desk: Desk, days: i64| {
        desk.now += chrono::Duration::days(days);
        desk.restart()
    };
    let mut desk = days(desk, 10);
    assert_eq!(note(&desk), 1);
    desk = days(desk, 2);
    // Not before the first frame, but as soon as nobody presses a key: it is looked for in the notes of everybody.
    desk.sees_not("wist zichzelf");
    // Nor where nobody reads it: behind another sentence, or on a blank screen. Then nothing is announced either.
    desk.press("Ctrl+s").sees("al opgeslagen");
    desk.wait(2).sees_not("wist zichzelf");
    desk.press("F9").wait(2).press("F9");
    assert!(
        desk.store()
            .expiring_notes(14)
            .unwrap()
            .iter()
            .all(|one| one.told_on.is_none())
    );
    desk.press("Down").wait(2);
    desk.sees("1 werknotitie wist zichzelf op 17 jun 2026");
    assert_eq!(note(&desk), 1);
    desk = days(desk, 2);
    desk.sees("1 werknotitie heeft zichzelf gewist, zoals aangekondigd");
    assert_eq!(note(&desk), 0);
    assert!(!desk.dump().contains("kanariepiet"));
    while {
        let before = desk.dump();
        desk.press("Ctrl+z");
        desk.dump() != before
    } {
        assert!(!desk.dump().contains("kanariepiet"), "undo does not bring it back");
    }
}

#[test]
fn a_backup_that_still_has_what_was_rectified_is_told_of_until_it_is_done() {
    use std::ops::ControlFlow;

    let (desk, _) = Desk::with_pupils(1);
    let mut copy = std::path::PathBuf::new();
    let mut desk = desk.with_store(|store| {
        let now = crate::desk::ten_o_clock();
        copy = dakpan::store::backup_place(store.path(), dakpan::store::BackupKind::Made, now);
        store.backup(&copy, &mut |_, _| ControlFlow::Continue(())).unwrap();
    });
    let held = crate::store::raw(&copy);
    held.execute_batch("BEGIN EXCLUSIVE; SELECT count(*) FROM pupil;")
        .unwrap();
    desk.private();
    palette(&mut desk, "zonder spoor");
    desk.press("a Tab").write("Bakkers").press("Enter Enter");
    desk.sees("nog in een reservekopie");
    let mut desk = desk.restart();
    desk.sees("nog in een reservekopie");
    drop(held);
    desk.restart().sees_not("nog in een reservekopie");
}

#[test]
fn who_is_to_be_told_of_a_rectification_is_listed_with_what_they_got_and_when() {
    let (mut desk, table) = Desk::with_pupils(2);
    let now = crate::desk::ten_o_clock();
    let pages = [(table.pupils[0], "Daan Bakker"), (table.pupils[1], "kanarie")];
    desk = desk.with_store(|store| issue_pages(store, &table, now, &pages));
    desk.private();
    palette(&mut desk, "zonder spoor");
    desk.press("a").press("Tab").write("Bakkers").press("Enter Enter");
    desk.sees("Al uitgegeven met de oude waarde van: achternaam")
        .sees("verslag voor UWV, 3 jun 2026")
        .sees("blad voor de jongere voor Daan Bakker, 3 jun 2026")
        .sees("AVG art. 19")
        .sees_not("kanarie");
    desk.press("Esc").sees_not("Al uitgegeven").sees("Daan Bakkers");
}

#[test]
fn a_day_on_which_something_was_said_lies_in_the_past() {
    let (mut desk, table) = Desk::with_pupils(1);
    desk.private();
    for (typed, day) in [("22-11", "2025-11-22"), ("gisteren", "2026-06-02")] {
        palette(&mut desk, "over delen");
        desk.press("Tab Tab Ctrl+a").write(typed).press("Enter");
        let said = desk.store().consents(table.pupils[0]).unwrap();
        assert!(said.iter().any(|one| one.on.to_string() == day), "{typed}: {said:?}");
    }
}

#[test]
fn a_rectified_name_tells_where_the_old_one_still_stands() {
    let (mut desk, table) = Desk::with_pupils(2);
    let now = crate::desk::ten_o_clock();
    desk = desk.with_store(|store| {
        let about = dakpan::store::About {
            intent: "new_action",
            pupil: None,
            meeting: None,
        };
        store
            .change(about, now, |tx| {
                let mut pupil = tx.pupil(table.pupils[0])?;
                pupil.wish = "Daan wil naar de bakker".into();
                tx.update_pupil(&pupil)?;
                let mut other = tx.pupil(table.pupils[1])?;
                other.strengths = "werkt graag met Bakkers zoon".into();
                tx.update_pupil(&other)?;
                Ok(())
            })
            .unwrap();
    });
    desk.press("S a a a a Enter PgDn PgDn").press("n");
    desk.write("Daan Bakker belde").press("Esc");
    desk.private();
    palette(&mut desk, "zonder spoor");
    desk.press("a Tab").write("Jansen").press("Enter Enter");
    // The note of the pupil, and what is written about somebody else; a baker in small letters is none.
    desk.sees("In 2 teksten staat nog de oude achternaam")
        .sees("notities, 3 jun 2026")
        .sees("gegevens van de leerling")
        .sees("over iemand of iets anders")
        .sees("Pas deze teksten zelf aan")
        .sees("Teksten met de oude naam: 2");
    desk.press("Esc").sees("Daan Jansen");
    // The given name is still borne: only what is gone counts, and a field without the old name tells of nothing.
    palette(&mut desk, "zonder spoor");
    desk.press("a Tab").write("Smit").press("Enter Enter");
    desk.sees_not("staat nog de oude")
        .sees("Verbeterd zonder spoor van wat er stond: achternaam");
}
