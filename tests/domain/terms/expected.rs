//! Days that hang on a day which is only expected, and days counted from birth in other units than years.

use dakpan::domain::codes::{InstrumentKind, SchoolKind};
use dakpan::domain::term::{Rules, TermFacts, TermStanding, When, terms};
use dakpan::domain::trajectory::Instrument;

use super::{built_in, day, instrument, pupil, some};

/// Whether the day of a rule is told as one that is only expected.
fn expected(rule: &str, facts: &TermFacts<'_>) -> bool {
    let rules = built_in();
    let found = terms(facts, &rules, day("2026-05-01"));
    found.iter().find(|due| due.rule.id == rule).expect("the rule").expected
}

#[test]
fn a_day_that_counts_from_leaving_is_expected_until_the_pupil_has_left() {
    let stays = pupil(SchoolKind::Entree);
    let left = TermFacts {
        left_on: some("2026-07-10"),
        ..stays
    };
    for rule in ["first_talk", "assess_chances", "guidance_entree"] {
        assert!(expected(rule, &stays), "{rule}");
        assert!(!expected(rule, &left), "{rule}");
    }
    // A diploma is a day that was, whether the pupil has left or not.
    let diploma = TermFacts {
        diploma_on: some("2026-06-19"),
        ..stays
    };
    assert!(!expected("guidance_entree", &diploma));
    assert!(!expected("birthday_18", &stays));
}

#[test]
fn months_from_birth_are_months_and_years_are_birthdays() {
    let from = |text: &str, base: &str| When::parse(text).expect("a day").from(day(base));
    assert_eq!(from("birth + 6 months", "2008-03-12"), some("2008-09-12"));
    assert_eq!(from("birth + 10 days", "2008-03-12"), some("2008-03-22"));
    assert_eq!(from("birth + 18 years - 1 day", "2008-02-29"), some("2026-02-28"));
    assert_eq!(from("leaving - 2 weeks", "2026-07-31"), some("2026-07-17"));
    assert_eq!(from("leaving - 10 days", "2026-07-31"), some("2026-07-21"));
    assert_eq!(from("leaving - 2 years", "2028-02-29"), some("2026-02-28"));
    assert_eq!(from("leaving + 1 year", "2028-02-29"), some("2029-02-28"));
}

#[test]
fn the_rules_are_as_many_as_are_gone_through() {
    let rules = built_in();
    assert!(!rules.is_empty() && Rules::default().is_empty());
    assert_eq!((&rules).into_iter().count(), rules.len());
    assert!(rules.len() >= 16, "one for each row of the law and of practice");
}

#[test]
fn a_span_that_would_end_before_it_starts_is_none() {
    let spans = |kind: &str, lines: &str| {
        let text = format!(
            "[[term]]\nid = \"own\"\nkind = \"{kind}\"\n{lines}\nnl = {{ label = \"l\", text = \"t\" }}\n\
             en = {{ label = \"l\", text = \"t\" }}\narticle = \"afspraak\"\nread = 2026-11-22\n"
        );
        let rules = Rules::parse(&text, "own").expect("a rule");
        let found = terms(&pupil(SchoolKind::Pro), &rules, day("2026-05-01"));
        (found[0].since, found[0].until)
    };
    // What must be done on the day it counts from has no days before it in which it can be.
    assert_eq!(spans("deadline", "day = \"leaving\""), (None, None));
    assert_eq!(
        spans("deadline", "day = \"leaving\"\nsince = \"leaving - 1 day\""),
        (some("2026-07-30"), None)
    );
    assert_eq!(
        spans("deadline", "day = \"leaving\"\nsince = \"leaving + 1 day\""),
        (None, None)
    );
    let until = |when: &str| spans("start", &format!("day = \"leaving\"\nuntil = \"{when}\""));
    assert_eq!(until("leaving + 1 day"), (None, some("2026-08-01")));
    assert_eq!(until("leaving"), (None, some("2026-07-31")), "a start of one day");
    assert_eq!(until("leaving - 1 day"), (None, None));
    // Only a start has days behind it.
    let late = "day = \"leaving\"\nuntil = \"leaving + 1 day\"";
    assert_eq!(spans("change", late), (None, None));
}

#[test]
fn a_record_does_not_meet_its_term_by_the_very_day_it_counts_from() {
    let text = "[[term]]\nid = \"own\"\nkind = \"deadline\"\ninstruments = [\"job_coach\"]\nday = \"requested + 2 weeks\"\n\
                met_by = \"started job_coach\"\nnl = { label = \"l\", text = \"t\" }\n\
                en = { label = \"l\", text = \"t\" }\narticle = \"afspraak\"\nread = 2026-11-22\n";
    let rules = Rules::parse(text, "own").expect("a rule");
    let coach = |id, requested: Option<&str>, started: Option<&str>| Instrument {
        requested: requested.map(day),
        started: started.map(day),
        ..instrument(id, InstrumentKind::JobCoach)
    };
    let standing = |instruments: &[Instrument]| {
        let facts = TermFacts {
            instruments,
            ..pupil(SchoolKind::Pro)
        };
        let found = terms(&facts, &rules, day("2026-05-01"));
        found
            .iter()
            .find(|due| due.occurrence == Some(1))
            .expect("a term")
            .standing
    };
    let asked = Some("2026-04-01");
    let met = |on| TermStanding::Met(day(on));
    assert_eq!(standing(&[coach(1, asked, None)]), TermStanding::Late);
    assert_eq!(standing(&[coach(1, asked, Some("2026-04-08"))]), met("2026-04-08"));
    assert_eq!(standing(&[coach(1, asked, asked)]), TermStanding::Late);
    // Another record does, on that day as well; not on a day before it.
    assert_eq!(
        standing(&[coach(1, asked, None), coach(2, None, asked)]),
        met("2026-04-01")
    );
    assert_eq!(
        standing(&[coach(1, asked, None), coach(2, None, Some("2026-03-31"))]),
        TermStanding::Late
    );
}

#[test]
fn a_deadline_without_a_span_runs_on_its_own_day_alone() {
    let text = "[[term]]\nid = \"own\"\nkind = \"deadline\"\nday = \"leaving\"\nnl = { label = \"l\", text = \"t\" }\n\
                en = { label = \"l\", text = \"t\" }\narticle = \"afspraak\"\nread = 2026-11-22\n";
    let on = |today: &str| {
        let rules = Rules::parse(text, "own").expect("a rule");
        terms(&pupil(SchoolKind::Pro), &rules, day(today))[0].standing
    };
    assert_eq!(on("2026-07-30"), TermStanding::Ahead);
    assert_eq!(on("2026-07-31"), TermStanding::Running);
    assert_eq!(on("2026-08-01"), TermStanding::Late);
}
