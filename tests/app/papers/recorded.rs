//! Who holds the pupil until when is what the meeting was for: it is read back and stands in the minutes, for whoever
//! may read it.

use dakpan::app::papers::{Readers, Wanted};
use dakpan::domain::codes::{ChanceKind, ChanceLevel, ItemState, PartyKind, Presence, PrimaryResult, Route, TileKind};
use dakpan::domain::papers::{PaperFormat, PaperKind};
use dakpan::domain::pupil::TransitionChance;
use dakpan::domain::{Id, Moment};
use dakpan::store::{About, NewDecision, NewPerson, NewTile, Store, Tx};

use super::{ABOUT, day, markdown, objection, people, support, wanted};
use crate::desk::{Desk, Table};

/// A meeting at which a gap was filled, and a result, a route and chances were recorded of the first pupil.
fn held() -> (Desk, Table) {
    let (mut desk, table) = Desk::with_pupils(2);
    desk.press("S a a a a Enter PgDn PgDn Esc 4 g Enter").sees("gelegd");
    desk.press("1 u l r g k h l");
    (desk, table)
}

fn minutes(table: &Table) -> Wanted {
    wanted(table, PaperKind::Minutes, &[PaperFormat::Markdown])
}

fn whole(desk: &Desk, wanted: &Wanted) -> String {
    markdown(desk, wanted).into_iter().map(|(_, text)| text).collect()
}

fn laid(store: &Store, pupil: Id) -> NewTile {
    NewTile::from(store.tiles(pupil).unwrap().last().unwrap())
}

/// The screen as one text: a long line is broken over several.
fn flat(screen: &str) -> String {
    let words = screen.split([' ', '\n', '│']).filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join(" ")
}

const HELD: &str = "- gemeente Sociale Dienst (Jan de Boer), van 4 aug 2026 tot en met 31 jul 2028";

#[test]
fn who_holds_until_when_and_the_chances_are_read_back() {
    let (mut desk, _) = held();
    desk.press("T");
    let screen = flat(&desk.screen(120, 36));
    for word in [
        "resultaat loonwaardemeting",
        "gemeente Sociale Dienst (Jan de Boer) van 4 aug 2026 tot en met 31 jul 2028",
        "kans op opleiding hoog",
        "kans op werk",
    ] {
        assert!(screen.contains(word), "{word} not in {screen}");
    }
    // Of whom nobody takes hold, the gap that stays is told; not of whom nothing was said yet.
    desk.sees_not("GAT ");
    desk.press("Esc PgDn")
        .write("stage gaat goed")
        .press("Esc T")
        .sees("GAT ");
}

#[test]
fn a_route_that_was_set_before_the_meeting_is_neither_read_back_nor_in_its_minutes() {
    let (desk, table) = Desk::with_pupils(1);
    let (now, pupil) = (desk.now, table.pupils[0]);
    let mut desk = desk.with_store(|store| {
        let about = About {
            pupil: Some(pupil),
            ..ABOUT
        };
        store.change(about, now, |tx| tx.set_route(pupil, Route::Uwv)).unwrap();
    });
    desk.press("S a a a a Enter PgDn PgDn Esc u b T");
    desk.sees("resultaat betaald werk").sees_not("route UWV");
    let text = whole(&desk, &minutes(&table));
    assert!(text.contains("betaald werk") && !text.contains("Route"), "{text}");
    // What the table sets is in both.
    desk.press("Esc r g T").sees("route gemeente");
    assert!(whole(&desk, &minutes(&table)).contains("**Route:** gemeente"));
}

#[test]
fn minutes_tell_who_holds_and_what_was_recorded() {
    let (mut desk, table) = held();
    desk.press("PgDn").write("stage gaat goed").press("Esc S S");
    let text = whole(&desk, &minutes(&table));
    for word in [
        HELD,
        "**Resultaat:** loonwaardemeting",
        "**Route:** gemeente",
        "**Kansen:** opleiding hoog · werk laag",
        "- GAT: niemand, van 3 jun 2026 tot en met",
        "Een GAT (niemand houdt vast) is gelezen op woensdag 3 juni 2026",
    ] {
        assert!(text.contains(word), "{word} not in {text}");
    }
    let agenda = whole(&desk, &wanted(&table, PaperKind::Agenda, &[PaperFormat::Markdown]));
    assert!(
        !agenda.contains("Jan de Boer)") && !agenda.contains("Kansen"),
        "{agenda}"
    );
}

#[test]
fn what_is_changed_after_the_meeting_is_not_in_its_minutes() {
    let (desk, table) = held();
    let pupil = table.pupils[0];
    let now = desk.now;
    let desk = desk.with_store(|store| {
        let mut longer = laid(store, pupil);
        let tile = store.tiles(pupil).unwrap().last().unwrap().id;
        longer.until = Some(day("2029-01-31"));
        let about = About {
            pupil: Some(pupil),
            ..ABOUT
        };
        store
            .change(about, now, |tx| tx.update_tile(pupil, tile, &longer))
            .unwrap();
    });
    assert!(whole(&desk, &minutes(&table)).contains(HELD));
}

#[test]
fn what_is_taken_back_in_the_meeting_is_not_in_its_minutes() {
    let (mut desk, table) = held();
    // The chances, the route, the result, and then the tile.
    desk.press("Ctrl+z Ctrl+z Ctrl+z Ctrl+z");
    let text = whole(&desk, &minutes(&table));
    assert!(!text.contains("Jan de Boer),") && !text.contains("Route"), "{text}");
}

/// The minutes for the UWV, of which one person is expected at the first table.
fn for_uwv(desk: &Desk, table: &Table) -> String {
    let mut of_uwv = minutes(table);
    of_uwv.readers = Readers::Party(people(desk.store()).uwv);
    whole(desk, &of_uwv)
}

#[test]
fn a_party_reads_it_of_its_own_tables_and_not_of_whom_may_not_be_shared_with_it() {
    let (desk, table) = held();
    let text = for_uwv(&desk, &table);
    assert!(text.contains(HELD) && text.contains("**Kansen:**"), "{text}");
    let (now, uwv) = (desk.now, people(desk.store()).uwv);
    let desk = desk.with_store(|store| {
        let objects = objection(&table, uwv, now);
        store
            .change(ABOUT, now, |tx| tx.record_consent(&objects).map(|_| ()))
            .unwrap();
    });
    let text = for_uwv(&desk, &table);
    assert!(!text.contains("Jan de Boer),") && !text.contains("Kansen"), "{text}");
    assert!(whole(&desk, &minutes(&table)).contains(HELD));
}

#[test]
fn a_party_that_was_away_reads_what_was_decided_of_its_own_pupil_and_nothing_that_was_recorded() {
    for away in [Presence::Excused, Presence::Absent] {
        let (desk, table) = held();
        let (now, uwv) = (desk.now, people(desk.store()).uwv);
        let desk = desk.with_store(|store| {
            let sitting = store.sitting(table.meeting).unwrap();
            let seats = sitting.blocks.iter().flat_map(|block| &block.attendance);
            let of_uwv: Vec<Id> = seats
                .filter(|seat| seat.person.party == uwv)
                .map(|seat| seat.id)
                .collect();
            let items = super::items(store, table.meeting);
            let item = |pupil| items.iter().find(|(_, of)| *of == pupil).unwrap().0;
            let leave = |tx: &mut Tx<'_>| {
                tx.insert_instrument(table.pupils[1], &support(uwv))?;
                for (pupil, text) in [(table.pupils[0], "kanariebesluit"), (table.pupils[1], "eigenbesluit")] {
                    tx.add_decision(&NewDecision {
                        pupil: Some(pupil),
                        meeting: Some(table.meeting),
                        item: Some(item(pupil)),
                        text: text.into(),
                        provisional: false,
                        decided_on: now.date_naive(),
                    })?;
                }
                of_uwv.iter().try_for_each(|seat| tx.set_attendance(*seat, away))
            };
            store.change(ABOUT, now, leave).unwrap();
        });
        let text = for_uwv(&desk, &table);
        assert!(!text.contains("Jan de Boer),") && !text.contains("Kansen"), "{text}");
        assert!(!text.contains("Resultaat") && !text.contains("GAT"), "{text}");
        assert!(
            text.contains("eigenbesluit") && !text.contains("kanariebesluit"),
            "{text}"
        );
    }
}

#[test]
fn an_employer_at_the_table_reads_what_was_decided_of_its_own_pupil_and_of_no_other() {
    let (desk, table) = held();
    let (now, pupil, other) = (desk.now, table.pupils[0], table.pupils[1]);
    let mut employer = 0;
    let desk = desk.with_store(|store| {
        let block = store.sitting(table.meeting).unwrap().blocks[0].block.id;
        let items = store.sitting(table.meeting).unwrap().blocks[0].items.clone();
        let item = |pupil| {
            let mut of = items.iter().filter(|row| row.item.pupil == Some(pupil));
            of.next().unwrap().item.id
        };
        let sit = |tx: &mut Tx<'_>| {
            employer = tx.insert_party(PartyKind::Employer, "Dierenasiel", "Dordrecht")?;
            let person = tx.insert_person(&NewPerson {
                party: employer,
                given: "Wim".into(),
                family: "Baas".into(),
                position: String::new(),
                phone: String::new(),
                email: String::new(),
            })?;
            let seat = tx.add_participant(block, person)?;
            tx.set_attendance(seat, Presence::Present)?;
            let mut decide = |pupil, item, text: &str| {
                tx.add_decision(&NewDecision {
                    pupil: Some(pupil),
                    meeting: Some(table.meeting),
                    item: Some(item),
                    text: text.into(),
                    provisional: false,
                    decided_on: now.date_naive(),
                })
            };
            decide(pupil, item(pupil), "begint na de zomer")?;
            decide(other, item(other), "kanariebesluit")?;
            tx.set_item_state(item(other), ItemState::Carried)
        };
        store.change(ABOUT, now, sit).unwrap();
    });
    let mut asked = minutes(&table);
    asked.readers = Readers::Party(employer);
    asked.with_names = true;
    assert_eq!(whole(&desk, &asked), "");
    // Of whom its own work is on the roof.
    let mut tile = laid(desk.store(), pupil);
    (tile.kind, tile.party, tile.holder) = (TileKind::Job, employer, None);
    let desk = desk.with_store(|store| {
        store
            .change(ABOUT, now, |tx| tx.insert_tile(pupil, &tile).map(|_| ()))
            .unwrap();
    });
    let text = whole(&desk, &asked);
    assert!(text.contains("begint na de zomer"), "{text}");
    for word in [
        "Jan de Boer),",
        "Kansen",
        "Resultaat",
        "Route",
        "GAT",
        "kanarie",
        "Mehmet",
        "Öztürk",
    ] {
        assert!(!text.contains(word), "{word} in {text}");
    }
    // Whoever shares the table with the employer is told as before.
    assert!(for_uwv(&desk, &table).contains(HELD));
}

#[test]
fn of_care_no_more_is_told_than_that_somebody_holds() {
    let (desk, table) = held();
    let (pupil, now) = (table.pupils[0], desk.now);
    let mut desk = desk.with_store(|store| {
        let holder = people(store).karin;
        let mut tile = laid(store, pupil);
        let about = About {
            pupil: Some(pupil),
            meeting: Some(table.meeting),
            ..ABOUT
        };
        store
            .change(about, now, |tx| {
                tile.party = tx.insert_party(PartyKind::CareProvider, "Kanariezorg", "Dordrecht")?;
                (tile.kind, tile.holder, tile.label) = (TileKind::Care, Some(holder), "kanariebehandeling".into());
                tx.insert_tile(pupil, &tile).map(|_| ())
            })
            .unwrap();
    });
    let text = whole(&desk, &minutes(&table));
    assert!(
        text.contains("- andere partij, van 4 aug 2026 tot en met 31 jul 2028"),
        "{text}"
    );
    assert!(!text.to_lowercase().contains("kanarie"), "{text}");
    desk.press("Esc T")
        .sees("andere partij van 4 aug 2026")
        .sees_not("anarie");
    // The chair alone sees whose it is.
    desk.private().sees("zorgaanbieder Kanariezorg");
}

#[test]
fn what_the_meeting_recorded_is_told_whatever_the_day_and_what_was_recorded_elsewhere_is_not() {
    let (desk, table) = Desk::with_pupils(2);
    let now = desk.now;
    let next = now + chrono::TimeDelta::days(1);
    let record = |store: &mut Store, pupil: Id, meeting: Option<Id>, at: Moment, result| {
        let about = About {
            pupil: Some(pupil),
            meeting,
            ..ABOUT
        };
        let chance = TransitionChance {
            kind: ChanceKind::LastingWork,
            level: ChanceLevel::High,
            assessed_on: at.date_naive(),
            assessed_by: String::new(),
        };
        let both = |tx: &mut Tx<'_>| {
            tx.set_result(pupil, result, at.date_naive(), None)?;
            tx.add_chance(pupil, &chance)
        };
        store.change(about, at, both).unwrap();
    };
    let (first, second) = (table.pupils[0], table.pupils[1]);
    let desk = desk.with_store(|store| {
        // Outside the meeting on the planned day, and in the meeting on the day after.
        record(store, first, None, now, PrimaryResult::ShelteredWork);
        record(store, second, Some(table.meeting), next, PrimaryResult::PaidWork);
        let of = |pupil| store.recorded(table.meeting, now.date_naive(), pupil).unwrap();
        assert!(of(first).is_empty());
        let told = of(second);
        assert_eq!(told.result, Some(PrimaryResult::PaidWork));
        let chances: Vec<_> = told.chances.iter().map(|one| (one.kind, one.level)).collect();
        assert_eq!(chances, [(ChanceKind::LastingWork, ChanceLevel::High)]);
    });
    let text = whole(&desk, &minutes(&table));
    assert!(
        text.contains("**Kansen:** werk hoog") && !text.contains("eschut"),
        "{text}"
    );
}

#[test]
fn a_pupil_on_no_agenda_of_the_meeting_is_not_named_in_an_old_action_that_was_put_off() {
    let (desk, table) = held();
    let now = desk.now;
    let desk = desk.with_store(|store| {
        let sitting = store.sitting(table.meeting).unwrap();
        let mut points = sitting.blocks[0].items.iter().filter(|row| row.item.pupil.is_none());
        let item = points.next().map(|row| row.item.id);
        store
            .change(ABOUT, now, |tx| {
                let name = ("Mike", "", "Kanariewinkel");
                let pupil = tx.insert_pupil(&crate::desk::pupil(table.school, "777777", name))?;
                tx.add_action(&dakpan::store::NewAction {
                    pupil: Some(pupil),
                    school: None,
                    meeting: Some(table.meeting),
                    item,
                    owner: None,
                    text: "zoekt met Mike Kanariewinkel een proefplaatsing".into(),
                    due: None,
                    agreed_on: now.date_naive(),
                })
            })
            .unwrap();
    });
    let text = whole(&desk, &minutes(&table));
    assert!(text.contains("een proefplaatsing"), "{text}");
    assert!(!text.contains("Mike") && !text.contains("Kanariewinkel"), "{text}");
}
