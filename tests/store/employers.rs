//! Who was placed with an employer.

use dakpan::domain::codes::{ContractForm, PartyKind, TileKind};
use dakpan::domain::trajectory::{Part, TileDetails};
use dakpan::store::NewTile;

use super::table::{Table, day};

#[test]
fn everybody_who_was_placed_is_there_newest_first_and_nobody_of_another_employer() {
    let mut table = Table::new();
    let (samira, daan) = (table.pupil("1", "Kaya", None), table.pupil("2", "Bakker", None));
    let (asiel, bakkerij) = table.change(|tx| {
        let asiel = tx.insert_party(PartyKind::Employer, "Dierenasiel", "")?;
        Ok((asiel, tx.insert_party(PartyKind::Employer, "Bakkerij", "")?))
    });
    let tile = |party, kind, from: &str, contract| NewTile {
        kind,
        party,
        holder: None,
        label: String::new(),
        from: day(from),
        until: None,
        ended: None,
        contract,
        no_guidance_on: None,
        no_guidance_by: String::new(),
        details: TileDetails {
            hours: Some(24),
            ..TileDetails::default()
        },
    };
    table.change(|tx| {
        let first = tile(asiel, TileKind::Internship, "2025-09-01", None);
        let first = tx.insert_tile(samira, &first)?;
        tx.end_part(samira, Part::Tile(first), day("2025-12-31"), "klaar")?;
        tx.insert_tile(
            daan,
            &tile(asiel, TileKind::Job, "2026-02-01", Some(ContractForm::Agency)),
        )?;
        tx.insert_tile(samira, &tile(bakkerij, TileKind::Job, "2026-03-01", None))
    });
    let placed = table.store.placements(asiel, 10).unwrap();
    assert_eq!(
        placed
            .iter()
            .map(|p| (p.pupil.id, p.kind, p.contract))
            .collect::<Vec<_>>(),
        [
            (daan, TileKind::Job, Some(ContractForm::Agency)),
            (samira, TileKind::Internship, None)
        ]
    );
    assert_eq!(placed[1].ended, Some(day("2025-12-31")));
    assert_eq!(placed[1].details.ended_why, "klaar");
    assert_eq!(placed[0].details.hours, Some(24));
    assert_eq!(table.store.placements(asiel, 1).unwrap().len(), 1);
}

#[test]
fn ending_a_part_without_words_leaves_the_words_that_stand_and_can_be_undone() {
    let mut table = Table::new();
    let pupil = table.pupil("1", "Kaya", None);
    let social = table.social;
    let id = table.change(|tx| {
        tx.insert_tile(
            pupil,
            &NewTile {
                kind: TileKind::Guidance,
                party: social,
                holder: None,
                label: String::new(),
                from: day("2026-01-01"),
                until: None,
                ended: None,
                contract: None,
                no_guidance_on: None,
                no_guidance_by: String::new(),
                details: TileDetails::default(),
            },
        )
    });
    let read = move |s: &dakpan::store::Store| s.dossier(pupil);
    table.round(read, |tx| {
        tx.end_part(pupil, Part::Tile(id), day("2026-06-03"), "verhuisd")
    });
    table.round(read, |tx| tx.end_part(pupil, Part::Tile(id), day("2026-06-10"), ""));
    let tile = table.store.tiles(pupil).unwrap().remove(0);
    assert_eq!(
        (tile.ended, tile.details.ended_why.as_str()),
        (Some(day("2026-06-10")), "verhuisd")
    );
    let missing = table.store.change(super::ABOUT, super::at("11:00:00"), |tx| {
        tx.end_part(pupil, Part::Instrument(id), day("2026-06-10"), "")
    });
    assert_eq!(missing, Err(dakpan::store::StoreError::Missing("instrument")));
}
