//! Worked examples of the terms around work: subsidy, placements, the search period, sheltered work.

use dakpan::domain::codes::{InstrumentKind, PartyKind, Route, SchoolKind, TileKind};
use dakpan::domain::term::{TermFacts, TermStanding};
use dakpan::domain::trajectory::Instrument;

use super::{all, day, instrument, none, one, pupil, some, tile};

#[test]
fn wage_subsidy() {
    let job = |from| [tile(7, TileKind::Job, PartyKind::Employer, from, None)];
    let (soon, just, late) = (job("2026-09-01"), job("2027-01-31"), job("2027-02-01"));
    let with = |tiles| TermFacts {
        tiles,
        ..pupil(SchoolKind::Pro)
    };
    let span = (some("2026-09-01"), day("2027-03-01"), None);
    assert_eq!(
        one("wage_subsidy_request", &with(&soon), "2026-12-01"),
        (span.0, span.1, span.2, TermStanding::Running)
    );
    assert_eq!(
        one("wage_subsidy_request", &with(&soon), "2027-03-02").3,
        TermStanding::Late
    );
    // Half a year after leaving on 31 July is 31 January: one day later the leaver is no recent one.
    assert_eq!(
        one("wage_subsidy_request", &with(&just), "2027-02-01").1,
        day("2027-07-31")
    );
    none("wage_subsidy_request", &with(&late), "2027-03-01");
    let request = |on| {
        [Instrument {
            requested: some(on),
            ..instrument(3, InstrumentKind::WageSubsidy)
        }]
    };
    let (before, long_ago) = (request("2026-08-20"), request("2026-02-01"));
    let asked = |instruments| TermFacts {
        instruments,
        ..with(&soon)
    };
    assert_eq!(
        one("wage_subsidy_request", &asked(&before), "2026-12-01").3,
        TermStanding::Met(day("2026-08-20"))
    );
    assert_eq!(
        one("wage_subsidy_request", &asked(&long_ago), "2026-12-01").3,
        TermStanding::Running
    );
}

#[test]
fn wage_subsidy_is_decided_in_five_weeks() {
    let value = Instrument {
        decided: some("2026-05-20"),
        ..instrument(4, InstrumentKind::WageValueAssessment)
    };
    let subsidy = Instrument {
        requested: some("2026-05-01"),
        decided: some("2026-06-02"),
        ..instrument(5, InstrumentKind::WageSubsidy)
    };
    let asked = Instrument {
        decided: None,
        ..subsidy.clone()
    };
    let put_off = Instrument {
        requested: None,
        ..asked.clone()
    };
    let alone = [value.clone()];
    let waits = [value.clone(), asked];
    let idle = [value.clone(), put_off];
    let both = [value, subsidy];
    let with = |instruments| TermFacts {
        instruments,
        ..pupil(SchoolKind::Vso)
    };
    // 20 May is a Wednesday; five weeks on is Wednesday 24 June.
    let span = (some("2026-05-20"), day("2026-06-24"), None, TermStanding::Running);
    assert_eq!(one("wage_subsidy_decision", &with(&waits), "2026-06-24"), span);
    assert_eq!(
        one("wage_subsidy_decision", &with(&waits), "2026-06-25").3,
        TermStanding::Late
    );
    assert_eq!(
        one("wage_subsidy_decision", &with(&both), "2026-06-25").3,
        TermStanding::Met(day("2026-06-02"))
    );
    none("wage_subsidy_decision", &pupil(SchoolKind::Vso), "2026-06-25");
    // A wage value alone asks for no decision on a subsidy that nobody has asked for.
    none("wage_subsidy_decision", &with(&alone), "2026-06-25");
    none("wage_subsidy_decision", &with(&idle), "2026-06-25");
    // A subsidy that started was decided on, also when nobody wrote down when.
    let started = Instrument {
        started: some("2026-06-10"),
        ..instrument(6, InstrumentKind::WageSubsidy)
    };
    let runs = [alone[0].clone(), started];
    assert_eq!(
        one("wage_subsidy_decision", &with(&runs), "2026-06-25").3,
        TermStanding::Met(day("2026-06-10"))
    );
}

#[test]
fn trial_placement() {
    let started = |ended: Option<&str>| {
        [Instrument {
            started: some("2026-09-01"),
            ended: ended.map(day),
            ..instrument(6, InstrumentKind::TrialPlacement)
        }]
    };
    let (runs, stopped) = (started(None), started(Some("2026-10-15")));
    let with = |instruments, route| TermFacts {
        instruments,
        route,
        ..pupil(SchoolKind::Pro)
    };
    let municipality = with(&runs, Route::Municipality);
    let two = (some("2026-09-01"), day("2026-10-31"), None, TermStanding::Running);
    assert_eq!(one("trial_placement_end", &municipality, "2026-10-31"), two);
    assert_eq!(
        one("trial_placement_longest", &municipality, "2026-10-31").1,
        day("2027-02-28")
    );
    none("trial_placement_uwv", &municipality, "2026-10-31");
    let uwv = with(&runs, Route::Uwv);
    assert_eq!(one("trial_placement_uwv", &uwv, "2026-10-31").1, day("2027-02-28"));
    none("trial_placement_end", &uwv, "2026-10-31");
    let stopped = with(&stopped, Route::Municipality);
    assert_eq!(
        one("trial_placement_end", &stopped, "2026-10-14").3,
        TermStanding::Running
    );
    assert_eq!(
        one("trial_placement_end", &stopped, "2026-10-15").3,
        TermStanding::Met(day("2026-10-15"))
    );
}

#[test]
fn participation_placement() {
    let placement = [Instrument {
        requested: some("2026-01-05"),
        started: some("2026-02-01"),
        ..instrument(8, InstrumentKind::ParticipationPlacement)
    }];
    let facts = TermFacts {
        instruments: &placement,
        ..pupil(SchoolKind::Vso)
    };
    let today = "2026-03-01";
    assert_eq!(
        one("participation_placement_under_27", &facts, today).1,
        day("2026-02-01")
    );
    assert_eq!(
        one("participation_placement_review", &facts, today).1,
        day("2026-11-01")
    );
    assert_eq!(one("participation_placement_end", &facts, today).1, day("2028-01-31"));
    assert_eq!(
        one("participation_placement_extended", &facts, today).1,
        day("2029-01-31")
    );
    assert_eq!(
        one("participation_placement_longest", &facts, today).1,
        day("2030-01-31")
    );
    // On the 27th birthday itself the local rule no longer decides.
    let born = |birth| TermFacts {
        birth: some(birth),
        ..facts
    };
    none("participation_placement_under_27", &born("1999-02-01"), today);
    assert_eq!(
        all("participation_placement_under_27", &born("1999-02-02"), today).len(),
        1
    );
}

#[test]
fn search_period() {
    let client = |school, since| TermFacts {
        client_since: some(since),
        ..pupil(school)
    };
    let span = (some("2026-08-03"), day("2026-08-31"), None, TermStanding::Running);
    assert_eq!(
        one("search_period", &client(SchoolKind::Entree, "2026-08-03"), "2026-08-10"),
        span
    );
    let pro = client(SchoolKind::Pro, "2026-08-03");
    none("search_period", &pro, "2026-08-10");
    assert_eq!(one("search_period_exempt", &pro, "2026-08-10").1, day("2027-07-31"));
    none("search_period_after_a_year", &pro, "2026-08-10");
    none(
        "search_period_after_a_year",
        &client(SchoolKind::Pro, "2027-07-31"),
        "2027-08-01",
    );
    let later = client(SchoolKind::Pro, "2027-08-01");
    assert_eq!(
        one("search_period_after_a_year", &later, "2027-08-02").1,
        day("2027-08-29")
    );
    let older = TermFacts {
        birth: some("2000-08-01"),
        ..later
    };
    none("search_period_after_a_year", &older, "2027-08-02");
}

#[test]
fn sheltered_work_can_be_asked_for_again() {
    let first = Instrument {
        requested: some("2026-01-10"),
        decided: some("2026-02-28"),
        ..instrument(9, InstrumentKind::ShelteredWorkAdvice)
    };
    let again = Instrument {
        requested: some("2027-03-05"),
        ..instrument(10, InstrumentKind::ShelteredWorkAdvice)
    };
    let alone = [first.clone()];
    let both = [first, again];
    let with = |instruments| TermFacts {
        instruments,
        ..pupil(SchoolKind::Vso)
    };
    let start = (None, day("2027-02-28"), None, TermStanding::Ahead);
    assert_eq!(one("sheltered_work_new_request", &with(&alone), "2027-02-27"), start);
    assert_eq!(
        one("sheltered_work_new_request", &with(&alone), "2027-03-06").3,
        TermStanding::Running
    );
    assert_eq!(
        one("sheltered_work_new_request", &with(&both), "2027-03-06").3,
        TermStanding::Met(day("2027-03-05"))
    );
}
