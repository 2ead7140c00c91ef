//! Whoever may not be shared with one party has no name in what that party reads.

use dakpan::app::papers::Readers;
use dakpan::domain::codes::Presence;
use dakpan::domain::papers::{PaperFormat, PaperKind};
use dakpan::domain::rights::{ByWhom, Consent, ConsentKind};

use super::{ABOUT, agreed, markdown, objection, people, support, wanted};

#[test]
fn a_pupil_who_objects_to_one_party_is_a_case_in_its_minutes_and_named_in_those_of_others() {
    let (desk, table) = agreed();
    let (now, uwv) = (desk.now, people(desk.store()).uwv);
    let desk = desk.with_store(|store| {
        let sitting = store.sitting(table.meeting).unwrap();
        let seats = sitting.blocks.iter().flat_map(|block| &block.attendance);
        let away: Vec<i64> = seats
            .filter(|seat| seat.person.party == uwv)
            .map(|seat| seat.id)
            .collect();
        store
            .change(ABOUT, now, |tx| {
                for seat in &away {
                    tx.set_attendance(*seat, Presence::Excused)?;
                }
                // Of a pupil who is not its own, a party that was away reads nothing at all.
                tx.insert_instrument(table.pupils[0], &support(uwv))?;
                tx.record_consent(&objection(&table, uwv, now))?;
                Ok(())
            })
            .unwrap();
    });
    let mut asked = wanted(&table, PaperKind::Minutes, &[PaperFormat::Markdown]);
    let every = |asked: &_| {
        markdown(&desk, asked)
            .into_iter()
            .map(|(_, text)| text)
            .collect::<String>()
    };
    let at_table = every(&asked);
    assert!(at_table.contains("D.B. start op proef"), "{at_table}");
    asked.readers = Readers::Party(uwv);
    asked.with_names = true;
    let of_uwv = every(&asked);
    assert!(
        of_uwv.contains("casus 1") && of_uwv.contains("casus 1 start op proef"),
        "{of_uwv}"
    );
    assert!(
        !of_uwv.contains("D.B.") && !of_uwv.contains("Daan") && !of_uwv.contains("Bakker"),
        "{of_uwv}"
    );
    // Somebody of the party sits there: then there is no name at the table either.
    let desk = desk.with_store(|store| {
        let sitting = store.sitting(table.meeting).unwrap();
        let seats = sitting.blocks.iter().flat_map(|block| &block.attendance);
        let there: Vec<i64> = seats
            .filter(|seat| seat.person.party == uwv)
            .map(|seat| seat.id)
            .collect();
        store
            .change(ABOUT, now, |tx| {
                there
                    .iter()
                    .try_for_each(|seat| tx.set_attendance(*seat, Presence::Present))
            })
            .unwrap();
    });
    let asked = wanted(&table, PaperKind::Minutes, &[PaperFormat::Markdown]);
    let at_table: String = markdown(&desk, &asked).into_iter().map(|(_, text)| text).collect();
    assert!(
        at_table.contains("casus 1 start op proef") && !at_table.contains("D.B."),
        "{at_table}"
    );
}

#[test]
fn a_pupil_with_a_basis_for_one_party_is_named_to_that_party_and_a_case_to_the_room_and_others() {
    let (desk, table) = agreed();
    let (now, uwv) = (desk.now, people(desk.store()).uwv);
    let desk = desk.with_store(|store| {
        store
            .change(ABOUT, now, |tx| {
                let mut known = tx.pupil(table.pupils[0])?;
                known.sharing.basis = String::new();
                tx.update_pupil(&known)?;
                tx.record_consent(&Consent {
                    id: 0,
                    pupil: table.pupils[0],
                    party: Some(uwv),
                    meeting: Some(table.meeting),
                    kind: ConsentKind::Basis,
                    basis: "toestemming".into(),
                    on: now.date_naive(),
                    by: ByWhom::Parents,
                    how: String::new(),
                })?;
                Ok(())
            })
            .unwrap();
    });
    let mut asked = wanted(&table, PaperKind::Minutes, &[PaperFormat::Markdown]);
    let mut read_by = |party| {
        asked.readers = Readers::Party(party);
        markdown(&desk, &asked)
            .into_iter()
            .map(|(_, text)| text)
            .collect::<String>()
    };
    let of_uwv = read_by(uwv);
    assert!(of_uwv.contains("D.B. start op proef"), "{of_uwv}");
    let people = desk.store().people(None, 50).unwrap();
    let social = people.iter().find(|person| person.family == "de Boer").unwrap().party;
    let of_social = read_by(social);
    assert!(
        of_social.contains("casus 1 start op proef") && !of_social.contains("D.B."),
        "{of_social}"
    );
    asked.readers = Readers::Tables;
    asked.with_names = true;
    let of_table: String = markdown(&desk, &asked).into_iter().map(|(_, text)| text).collect();
    assert!(
        of_table.contains("casus 1 start op proef") && !of_table.contains("Daan") && !of_table.contains("D.B."),
        "{of_table}"
    );
    let mut desk = desk.restart();
    desk.press("Esc").sees("casus 1").sees_not("D.B.").sees_not("Daan");
}
