//! Every rule of `data/termijnen.toml` against an example worked out by hand on a calendar.
//!
//! The pupil of the examples was born on 12 March 2008, goes to school until 31 July 2026, and the day is chosen for
//! each rule. What is expected was written down before the code was run.

mod expected;
mod file;
mod properties;
mod sight;
mod work;

use dakpan::domain::codes::{
    ChanceKind, ChanceLevel, ExitProfile, InstrumentKind, PartyKind, Route, SchoolKind, TileKind,
};
use dakpan::domain::pupil::TransitionChance;
use dakpan::domain::term::{Due, Rules, TermFacts, TermMark, TermMarkState, TermStanding, terms};
use dakpan::domain::trajectory::{Instrument, Tile};
use dakpan::domain::{Day, Id};

fn day(iso: &str) -> Day {
    iso.parse().unwrap_or_else(|_| panic!("{iso} is not a day"))
}

fn some(iso: &str) -> Option<Day> {
    Some(day(iso))
}

fn built_in() -> Rules {
    Rules::built_in().expect("the program's own rules")
}

/// The pupil of the examples.
pub fn pupil(school: SchoolKind) -> TermFacts<'static> {
    TermFacts {
        school,
        profile: ExitProfile::LabourMarket,
        route: Route::Municipality,
        birth: some("2008-03-12"),
        expected_leaving: some("2026-07-31"),
        left_on: None,
        diploma_on: None,
        client_since: None,
        discussed_on: None,
        tiles: &[],
        instruments: &[],
        chances: &[],
        marks: &[],
    }
}

pub fn tile(id: Id, kind: TileKind, party_kind: PartyKind, from: &str, until: Option<&str>) -> Tile {
    Tile {
        id,
        kind,
        party: 1,
        party_kind,
        party_name: String::new(),
        holder: None,
        holder_name: None,
        holder_party: None,
        label: String::new(),
        from: day(from),
        until: until.map(day),
        ended: None,
        contract: None,
        no_guidance_on: None,
        no_guidance_by: String::new(),
        details: Default::default(),
    }
}

pub fn instrument(id: Id, kind: InstrumentKind) -> Instrument {
    Instrument {
        id,
        kind,
        requested: None,
        decided: None,
        started: None,
        ended: None,
        review: None,
        deferred_until: None,
        deferred_reason: String::new(),
        party: None,
        party_name: None,
        value: None,
        result: String::new(),
    }
}

/// What is looked at of a term: since, its day, until, how it stands.
type Seen = (Option<Day>, Day, Option<Day>, TermStanding);

fn seen(due: &Due<'_>) -> Seen {
    (due.since, due.on, due.until, due.standing)
}

/// The occurrences of one rule for a pupil on a day.
fn all(rule: &str, facts: &TermFacts<'_>, today: &str) -> Vec<Seen> {
    let rules = built_in();
    assert!(rules.get(rule).is_some(), "no rule {rule}");
    let found = terms(facts, &rules, day(today));
    found.iter().filter(|due| due.rule.id == rule).map(seen).collect()
}

/// The one occurrence of a rule.
fn one(rule: &str, facts: &TermFacts<'_>, today: &str) -> Seen {
    let found = all(rule, facts, today);
    assert_eq!(found.len(), 1, "{rule}: {found:?}");
    found[0]
}

fn none(rule: &str, facts: &TermFacts<'_>, today: &str) {
    assert_eq!(all(rule, facts, today), [], "{rule}");
}

#[test]
fn every_rule_has_its_example() {
    let examples = concat!(include_str!("terms.rs"), include_str!("terms/work.rs"));
    for rule in &built_in() {
        assert!(
            examples.contains(&format!("(\"{}\", ", rule.id)),
            "{} has no example",
            rule.id
        );
    }
}

#[test]
fn first_talk() {
    let pro = pupil(SchoolKind::Pro);
    // Six months before 31 July is 31 January.
    let from = (None, day("2026-01-31"), some("2026-07-31"));
    let on = |today| one("first_talk", &pro, today).3;
    assert_eq!(
        one("first_talk", &pro, "2026-01-30"),
        (from.0, from.1, from.2, TermStanding::Ahead)
    );
    assert_eq!(on("2026-01-31"), TermStanding::Running);
    assert_eq!(on("2026-07-31"), TermStanding::Running);
    assert_eq!(on("2026-08-01"), TermStanding::Over);
    let discussed = TermFacts {
        discussed_on: some("2026-03-04"),
        ..pro
    };
    assert_eq!(
        one("first_talk", &discussed, "2026-03-05").3,
        TermStanding::Met(day("2026-03-04"))
    );
    // Six months before 31 August is the last day of February, in a leap year the 29th.
    let august = TermFacts {
        expected_leaving: some("2028-08-31"),
        ..pro
    };
    assert_eq!(one("first_talk", &august, "2026-01-01").1, day("2028-02-29"));
}

#[test]
fn assess_chances() {
    let vso = pupil(SchoolKind::Vso);
    let span = (some("2025-08-01"), day("2026-07-31"), None);
    assert_eq!(
        one("assess_chances", &vso, "2025-07-31"),
        (span.0, span.1, span.2, TermStanding::Ahead)
    );
    assert_eq!(one("assess_chances", &vso, "2025-08-01").3, TermStanding::Running);
    assert_eq!(one("assess_chances", &vso, "2026-08-01").3, TermStanding::Late);
    let chance = |kind, on| TransitionChance {
        kind,
        level: ChanceLevel::Low,
        assessed_on: day(on),
        assessed_by: String::new(),
    };
    let half = [chance(ChanceKind::FurtherEducation, "2026-02-01")];
    let both = [half[0].clone(), chance(ChanceKind::LastingWork, "2026-03-01")];
    let with = |chances: &[TransitionChance]| one("assess_chances", &TermFacts { chances, ..vso }, "2026-04-01").3;
    assert_eq!(with(&half), TermStanding::Running);
    assert_eq!(with(&both), TermStanding::Met(day("2026-03-01")));
    // What was assessed before the final year is not assessed in it; its first day counts.
    let early = |on| [chance(ChanceKind::FurtherEducation, on), both[1].clone()];
    assert_eq!(with(&early("2025-07-31")), TermStanding::Running);
    assert_eq!(with(&early("2025-08-01")), TermStanding::Met(day("2026-03-01")));
    // The first day of a school year still belongs to the year before it; the second does not.
    let last_day = |leaving| {
        let facts = TermFacts {
            expected_leaving: some(leaving),
            ..vso
        };
        one("assess_chances", &facts, "2025-01-01").0
    };
    assert_eq!(last_day("2026-08-01"), some("2025-08-01"));
    assert_eq!(last_day("2026-08-02"), some("2026-08-01"));
}

#[test]
fn guidance_by_the_school() {
    let left = |school| TermFacts {
        left_on: some("2026-07-10"),
        ..pupil(school)
    };
    let (vso, pro) = (left(SchoolKind::Vso), left(SchoolKind::Pro));
    let until = (some("2026-07-10"), day("2028-07-10"), None);
    assert_eq!(
        one("career_guidance_vso", &vso, "2026-09-01"),
        (until.0, until.1, until.2, TermStanding::Running)
    );
    assert_eq!(
        one("career_guidance_pro", &pro, "2028-07-10"),
        (until.0, until.1, until.2, TermStanding::Running)
    );
    assert_eq!(one("career_guidance_pro", &pro, "2028-07-11").3, TermStanding::Over);
    assert_eq!(
        one("advice_on_request_vso", &vso, "2026-09-01"),
        (until.0, until.1, until.2, TermStanding::Running)
    );
    none("career_guidance_pro", &vso, "2026-09-01");
    none("advice_on_request_vso", &pro, "2026-09-01");
    // Only the labour-market profile has career guidance; everybody who left VSO may ask for advice.
    let day_activity = TermFacts {
        profile: ExitProfile::DayActivity,
        ..vso
    };
    none("career_guidance_vso", &day_activity, "2026-09-01");
    assert_eq!(
        one("advice_on_request_vso", &day_activity, "2026-09-01").1,
        day("2028-07-10")
    );
}

#[test]
fn guidance_stops_when_follow_on_education_is_joined() {
    let college = [tile(
        1,
        TileKind::FurtherEducation,
        PartyKind::VocationalCollege,
        "2026-09-01",
        None,
    )];
    let pro = TermFacts {
        tiles: &college,
        ..pupil(SchoolKind::Pro)
    };
    assert_eq!(one("career_guidance_pro", &pro, "2026-08-31").3, TermStanding::Running);
    none("career_guidance_pro", &pro, "2026-09-01");
    none("career_guidance_offer_pro", &pro, "2026-09-01");
    let course = [Instrument {
        started: some("2026-10-01"),
        ..instrument(2, InstrumentKind::FurtherEducation)
    }];
    let vso = TermFacts {
        instruments: &course,
        ..pupil(SchoolKind::Vso)
    };
    assert_eq!(one("career_guidance_vso", &vso, "2026-09-30").1, day("2028-07-31"));
    none("career_guidance_vso", &vso, "2026-10-01");
}

#[test]
fn a_second_offer_when_the_first_year_was_not_used() {
    let vso = pupil(SchoolKind::Vso);
    let offer = (None, day("2027-07-31"), some("2028-07-31"));
    assert_eq!(
        one("career_guidance_offer_vso", &vso, "2027-07-30"),
        (offer.0, offer.1, offer.2, TermStanding::Ahead)
    );
    assert_eq!(
        one("career_guidance_offer_vso", &vso, "2027-07-31").3,
        TermStanding::Running
    );
    assert_eq!(
        one("career_guidance_offer_pro", &pupil(SchoolKind::Pro), "2028-08-01").3,
        TermStanding::Over
    );
    let tiles = |until| [tile(1, TileKind::School, PartyKind::School, "2022-08-01", Some(until))];
    let (ends, goes_on) = (tiles("2026-07-31"), tiles("2026-12-31"));
    let with = |tiles| TermFacts { tiles, ..vso };
    assert_eq!(
        one("career_guidance_offer_vso", &with(&ends), "2027-08-01").3,
        TermStanding::Running
    );
    none("career_guidance_offer_vso", &with(&goes_on), "2027-08-01");
}

#[test]
fn guidance_after_entree() {
    let entree = pupil(SchoolKind::Entree);
    // Without a diploma it counts from leaving, and that is expected only.
    assert_eq!(one("guidance_entree", &entree, "2026-09-01").1, day("2027-07-31"));
    let diploma = TermFacts {
        diploma_on: some("2026-06-19"),
        ..entree
    };
    let span = (some("2026-06-19"), day("2027-06-19"), None, TermStanding::Running);
    assert_eq!(one("guidance_entree", &diploma, "2026-09-01"), span);
    none("guidance_entree", &pupil(SchoolKind::Pro), "2026-09-01");
}

#[test]
fn the_school_asks_the_municipality() {
    let vso = pupil(SchoolKind::Vso);
    let span = (some("2026-01-31"), day("2026-07-31"), None);
    assert_eq!(
        one("school_asks_municipality_vso", &vso, "2026-01-30"),
        (span.0, span.1, span.2, TermStanding::Ahead)
    );
    assert_eq!(
        one("school_asks_municipality_vso", &vso, "2026-08-01").3,
        TermStanding::Late
    );
    assert_eq!(
        one("school_asks_municipality_pro", &pupil(SchoolKind::Pro), "2026-05-01").3,
        TermStanding::Running
    );
    let uwv = TermFacts {
        route: Route::Uwv,
        ..vso
    };
    assert_eq!(
        one("school_asks_municipality_vso", &uwv, "2026-05-01").3,
        TermStanding::Running,
        "whatever the route"
    );
}

#[test]
fn birthdays() {
    let vso = pupil(SchoolKind::Vso);
    assert_eq!(
        one("birthday_18", &vso, "2026-03-11"),
        (None, day("2026-03-12"), None, TermStanding::Ahead)
    );
    assert_eq!(one("birthday_18", &vso, "2026-03-12").3, TermStanding::Running);
    assert_eq!(
        one("wajong_18", &vso, "2026-03-13"),
        (None, day("2026-03-12"), None, TermStanding::Over)
    );
    let five = (some("2026-03-12"), day("2031-03-12"), None, TermStanding::Running);
    assert_eq!(one("wajong_later", &vso, "2026-03-12"), five);
    assert_eq!(one("birthday_27", &vso, "2026-03-13").1, day("2035-03-12"));
    let files = (some("2035-03-12"), day("2037-03-12"), None, TermStanding::Ahead);
    assert_eq!(one("transfer_point_files", &vso, "2026-03-13"), files);
    // A leap day's child is of age on 1 March where the year has no 29 February, and on that day where it has one.
    let leap = TermFacts {
        birth: some("2008-02-29"),
        ..vso
    };
    assert_eq!(one("birthday_18", &leap, "2026-01-01").1, day("2026-03-01"));
    assert_eq!(one("birthday_27", &leap, "2026-01-01").1, day("2035-03-01"));
    let unknown = TermFacts { birth: None, ..vso };
    none("birthday_18", &unknown, "2026-01-01");
}

#[test]
fn a_mark_speaks_before_the_calendar_and_the_newest_before_the_older() {
    let mark = |id, occurrence, state, on| TermMark {
        id,
        rule: "assess_chances".to_owned(),
        occurrence,
        state,
        reason: "in overleg".to_owned(),
        on: day(on),
        by: "Anneke Hofstra".to_owned(),
    };
    let marks = [
        mark(2, None, TermMarkState::Done, "2026-05-02"),
        mark(1, None, TermMarkState::NotApplicable, "2026-05-01"),
        mark(3, Some(9), TermMarkState::NotApplicable, "2026-05-03"),
    ];
    let facts = |marks| TermFacts {
        marks,
        ..pupil(SchoolKind::Pro)
    };
    assert_eq!(
        one("assess_chances", &facts(&marks), "2027-01-01").3,
        TermStanding::Done
    );
    assert_eq!(
        one("assess_chances", &facts(&marks[1..]), "2027-01-01").3,
        TermStanding::NotApplicable
    );
    assert_eq!(
        one("assess_chances", &facts(&marks[2..]), "2027-01-01").3,
        TermStanding::Late
    );
}

#[test]
fn within_so_many_days() {
    let rules = built_in();
    let within = |rule: &str, facts: &TermFacts<'_>, today: &str| {
        let due = terms(facts, &rules, day(today));
        let due = due
            .iter()
            .find(|due| due.rule.id == rule)
            .expect("the rule")
            .within(day(today), 60);
        due.map(|day| day.to_string())
    };
    let pro = pupil(SchoolKind::Pro);
    // Sixty days before 31 July is 1 June.
    assert_eq!(within("assess_chances", &pro, "2026-05-31"), None);
    assert_eq!(
        within("assess_chances", &pro, "2026-06-01").as_deref(),
        Some("2026-07-31")
    );
    assert_eq!(
        within("assess_chances", &pro, "2026-12-01").as_deref(),
        Some("2026-07-31"),
        "late"
    );
    // A start counts by its day, and once begun by the last day on which it makes sense.
    assert_eq!(within("first_talk", &pro, "2025-12-02").as_deref(), Some("2026-01-31"));
    assert_eq!(within("first_talk", &pro, "2026-01-31").as_deref(), Some("2026-01-31"));
    assert_eq!(within("first_talk", &pro, "2026-02-01"), None);
    assert_eq!(within("first_talk", &pro, "2026-03-01"), None);
    assert_eq!(within("first_talk", &pro, "2026-07-01").as_deref(), Some("2026-07-31"));
    assert_eq!(within("career_guidance_pro", &pro, "2028-08-01"), None, "over");
    // A start without a last day counts by its own from then on: refused on 2 June 2025, so again from 2 June 2026.
    let refused = [Instrument {
        decided: some("2025-06-02"),
        ..instrument(1, InstrumentKind::ShelteredWorkAdvice)
    }];
    let again = TermFacts {
        instruments: &refused,
        ..pro
    };
    let on = |today| within("sheltered_work_new_request", &again, today);
    assert_eq!(on("2026-04-02"), None);
    for today in ["2026-04-03", "2026-06-01", "2026-06-02", "2026-06-03", "2028-06-02"] {
        assert_eq!(on(today).as_deref(), Some("2026-06-02"), "on {today}");
    }
    // Until it is met, or marked.
    let requested = [
        refused[0].clone(),
        Instrument {
            requested: some("2026-07-01"),
            ..instrument(2, InstrumentKind::ShelteredWorkAdvice)
        },
    ];
    let met = TermFacts {
        instruments: &requested,
        ..again
    };
    assert_eq!(within("sheltered_work_new_request", &met, "2026-07-01"), None);
    let marks = [TermMark {
        id: 1,
        rule: "sheltered_work_new_request".to_owned(),
        occurrence: Some(1),
        state: TermMarkState::Done,
        reason: String::new(),
        on: day("2026-06-10"),
        by: String::new(),
    }];
    let marked = TermFacts { marks: &marks, ..again };
    assert_eq!(within("sheltered_work_new_request", &marked, "2026-06-10"), None);
}
