//! How a pupil stands, of what was recorded one after another: which work has a contract, who holds which tile, which
//! terms come in, and since when somebody is out of sight.

use dakpan::domain::Day;
use dakpan::domain::codes::{
    ChanceKind, ChanceLevel, ContractForm, InstrumentKind, ItemState, PartyKind, SchoolKind, TileKind,
};
use dakpan::domain::practice::Practice;
use dakpan::domain::roof::Leaving;
use dakpan::domain::standing::{Asking, Assessed, ByHand, Contract, HandMark, Standing};
use dakpan::domain::term::{Rules, TermFacts};
use dakpan::domain::trajectory::{Instrument, Tile};

use super::terms::{instrument, pupil, tile};

/// The party that the school is.
const SCHOOL: i64 = 50;

fn day(iso: &str) -> Day {
    iso.parse().unwrap()
}

fn leaving(on: Option<&str>) -> Standing {
    let leaving = Leaving {
        day: on.map(day),
        school: SchoolKind::Pro,
        diploma: None,
    };
    Standing::new(leaving, SCHOOL)
}

#[test]
fn a_job_has_a_contract_and_a_placement_when_one_is_recorded() {
    let of = |id, kind, contract| Tile {
        contract,
        ..tile(id, kind, PartyKind::Employer, "2026-01-10", Some("2026-06-30"))
    };
    let form = Some(ContractForm::Temporary);
    let mut standing = leaving(None);
    let held = Tile {
        holder: Some(9),
        ..of(5, TileKind::Job, None)
    };
    for tile in [
        of(1, TileKind::Job, form),
        of(2, TileKind::Placement, form),
        of(3, TileKind::Placement, None),
        of(4, TileKind::School, form),
        held,
    ] {
        standing.see_tile(&tile);
    }
    let contract = |tile| Contract {
        tile,
        employer: 1,
        from: day("2026-01-10"),
        until: Some(day("2026-06-30")),
    };
    assert_eq!(standing.contracts, [contract(1), contract(2), contract(5)]);
    assert_eq!((standing.tiles.len(), standing.holders), (5, vec![(5, 9)]));
}

#[test]
fn what_was_recorded_last_of_a_chance_counts() {
    let chance = |on| Assessed {
        level: ChanceLevel::Low,
        on: day(on),
    };
    let mut standing = leaving(None);
    standing.see_chance(ChanceKind::FurtherEducation, chance("2026-01-01"));
    standing.see_chance(ChanceKind::FurtherEducation, chance("2026-02-01"));
    assert_eq!(standing.further_education, Some(chance("2026-02-01")));
    assert_eq!(standing.lasting_work, None);
    standing.see_chance(ChanceKind::LastingWork, chance("2026-01-01"));
    assert_eq!(standing.lasting_work, Some(chance("2026-01-01")));
}

#[test]
fn a_talk_ends_that_somebody_was_carried_over_and_is_a_contact() {
    let mut standing = leaving(None);
    standing.see_meeting(day("2026-02-04"), ItemState::Carried);
    standing.see_meeting(day("2026-03-04"), ItemState::Open);
    assert_eq!(
        (standing.carried, standing.discussed, standing.contact),
        (Some(day("2026-02-04")), None, None)
    );
    for state in [ItemState::Discussed, ItemState::Agreed] {
        let mut after = standing.clone();
        after.see_meeting(day("2026-04-04"), state);
        let on = Some(day("2026-04-04"));
        assert_eq!((after.carried, after.discussed, after.contact), (None, on, on));
        after.see_contact(day("2026-03-01"));
        assert_eq!(after.contact, on, "the last day counts, whatever comes in last");
    }
}

#[test]
fn a_question_stands_until_it_was_discussed_and_a_removal_until_the_table_sat() {
    let mark = |kind, on| HandMark {
        kind,
        on: day(on),
        party: None,
    };
    let asked = mark(ByHand::Asked, "2026-03-04");
    let removed = mark(ByHand::Removed, "2026-03-04");
    let seen = |discussed: Option<&str>, marks: &[HandMark], held: Option<&str>| {
        let mut standing = leaving(None);
        standing.discussed = discussed.map(day);
        standing.see_marks(marks.iter().copied(), held.map(day));
        (standing.asked.len(), standing.removed.is_some())
    };
    assert_eq!(seen(None, &[asked], None), (1, false));
    assert_eq!(
        seen(Some("2026-03-04"), &[asked], None),
        (1, false),
        "asked on the day itself"
    );
    assert_eq!(seen(Some("2026-03-05"), &[asked], None), (0, false));
    assert_eq!(seen(None, &[removed], None), (0, true));
    assert_eq!(seen(None, &[removed], Some("2026-03-04")), (0, true));
    assert_eq!(seen(None, &[removed], Some("2026-03-05")), (0, false));
    assert_eq!(seen(None, &[asked, removed], None), (0, true));
    assert_eq!(seen(None, &[removed, asked], None), (1, false));
}

#[test]
fn a_term_that_talking_or_assessing_meets_is_left_to_its_own_reason() {
    let rules = Rules::built_in().unwrap();
    let facts = pupil(SchoolKind::Pro);
    let asking = |today| Asking {
        today: day(today),
        practice: Practice::default(),
        rules: &rules,
    };
    let seen = |facts: &TermFacts<'_>, today| {
        let mut standing = leaving(Some("2026-07-31"));
        standing.see_terms(facts, &asking(today));
        standing.terms
    };
    // Sixty days before 31 July: of all that ends then, what the school asks of the municipality alone. The first talk
    // and the chances are reasons of their own.
    let asks = vec![(day("2026-07-31"), "school_asks_municipality_pro".to_owned())];
    let ids = |terms: Vec<(Day, String)>| -> Vec<(Day, String)> {
        let near = terms.into_iter().filter(|(on, _)| *on == day("2026-07-31"));
        near.collect()
    };
    assert_eq!(ids(seen(&facts, "2026-06-01")), asks);
    assert_eq!(ids(seen(&facts, "2026-05-31")), []);
}

#[test]
fn somebody_has_left_from_the_day_that_is_recorded() {
    let mut standing = leaving(Some("2026-07-31"));
    assert!(!standing.has_left(day("2026-08-01")), "expected is not recorded");
    standing.left_on = Some(day("2026-07-10"));
    assert!(!standing.has_left(day("2026-07-09")) && standing.has_left(day("2026-07-10")));
}

#[test]
fn out_of_sight_is_after_leaving_without_anything_recorded_for_the_days_of_the_practice() {
    let practice = Practice::default();
    let since = |standing: &Standing, today| {
        let since = standing.out_of_sight_since(day(today), &practice);
        since.map(|day| day.to_string())
    };
    // Three months are ninety days: from 1 March that is 30 May.
    let mut left = leaving(Some("2026-03-01"));
    assert_eq!(practice.out_of_sight_days, 90);
    assert_eq!(since(&left, "2026-05-29"), None);
    assert_eq!(since(&left, "2026-05-30").as_deref(), Some("2026-05-30"));
    assert_eq!(since(&left, "2027-01-01").as_deref(), Some("2026-05-30"));
    // A contact at school moves nothing; one after it does.
    left.contact = Some(day("2025-12-01"));
    assert_eq!(since(&left, "2026-05-30").as_deref(), Some("2026-05-30"));
    left.contact = Some(day("2026-03-02"));
    assert_eq!(since(&left, "2026-05-30"), None);
    assert_eq!(since(&left, "2026-05-31").as_deref(), Some("2026-05-31"));
    left.out_of_sight = Some(day("2026-04-01"));
    assert_eq!(
        since(&left, "2026-04-01").as_deref(),
        Some("2026-04-01"),
        "as it was recorded"
    );
    assert_eq!(since(&leaving(None), "2026-05-30"), None);
    // Whoever leaves only today is not gone, whatever the practice.
    let at_once = Practice {
        out_of_sight_days: 0,
        ..practice
    };
    let today = leaving(Some("2026-03-01"));
    assert_eq!(today.out_of_sight_since(day("2026-03-01"), &at_once), None);
    assert_eq!(
        today.out_of_sight_since(day("2026-03-02"), &at_once),
        Some(day("2026-03-01"))
    );
}

#[test]
fn somebody_is_taken_up_by_a_party_other_than_the_school_that_holds_or_will() {
    let of = |party, from, until| {
        let mut standing = leaving(None);
        standing.see_tile(&Tile {
            party,
            holder_party: Some(party),
            ..tile(1, TileKind::Guidance, PartyKind::Municipality, from, until)
        });
        standing
    };
    let today = day("2026-06-03");
    assert!(of(1, "2026-06-03", None).is_taken_up(today));
    assert!(of(1, "2026-01-01", Some("2026-06-03")).is_taken_up(today));
    assert!(!of(1, "2026-01-01", Some("2026-06-02")).is_taken_up(today));
    assert!(of(1, "2026-09-01", Some("2026-12-31")).is_taken_up(today));
    assert!(
        !of(1, "2026-09-01", Some("2026-08-31")).is_taken_up(today),
        "it ends before it begins"
    );
    assert!(!of(SCHOOL, "2026-01-01", None).is_taken_up(today));
    assert!(!leaving(None).is_taken_up(today));
}

#[test]
fn aftercare_is_due_on_the_first_day_that_was_agreed() {
    let aftercare = |id, review: &str| Instrument {
        review: Some(day(review)),
        ..instrument(id, InstrumentKind::Aftercare)
    };
    let ended = Instrument {
        ended: Some(day("2026-06-02")),
        ..aftercare(3, "2026-01-01")
    };
    let other = Instrument {
        review: Some(day("2026-01-01")),
        ..instrument(4, InstrumentKind::JobCoach)
    };
    let mut standing = leaving(None);
    let all = [aftercare(1, "2026-09-01"), aftercare(2, "2026-08-01"), ended, other];
    standing.see_instruments(&all, day("2026-06-03"));
    assert_eq!(standing.aftercare_due, Some(day("2026-08-01")));
    assert_eq!(standing.register_review, None);
}
