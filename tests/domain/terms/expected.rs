//! Days that hang on a day which is only expected, and days counted from birth in other units than years.

use dakpan::domain::codes::SchoolKind;
use dakpan::domain::term::{Rules, TermFacts, When, terms};

use super::{built_in, day, pupil, some};

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
