//! Whether a rule may be shared: what it says of itself never outweighs what its day tells.

use dakpan::domain::term::{Rule, Rules};

fn own(lines: &str) -> Rule {
    let text = format!(
        "[[term]]\nid = \"own\"\nkind = \"deadline\"\n{lines}\nshared = true\n\
         nl = {{ label = \"l\", text = \"t\" }}\nen = {{ label = \"l\", text = \"t\" }}\n\
         article = \"afspraak\"\nread = 2026-11-22\n"
    );
    let rules = Rules::parse(&text, "own").unwrap_or_else(|error| panic!("{error:?}\n{text}"));
    rules.get("own").cloned().unwrap()
}

#[test]
fn a_rule_of_the_chairs_own_that_tells_of_birth_or_what_is_held_back_is_never_shared() {
    for lines in [
        "day = \"birth + 21 years\"",
        "day = \"leaving\"\nsince = \"birth + 18 years\"",
        "day = \"leaving\"\nbase_after = \"birth + 18 years\"",
        "day = \"leaving\"\nbase_until = \"birth + 18 years\"",
        "day = \"leaving\"\nmet_by = \"discussed\"\nmet_since = \"birth + 18 years\"",
        "day = \"leaving\"\nmet_by = \"requested target_group_register\"",
        "day = \"leaving\"\nbeside = [\"wage_value_assessment\"]",
        "day = \"started + 1 year\"\ninstruments = [\"work_duty_exemption\"]",
        "day = \"tile_ended\"\ntiles = [\"care\"]",
    ] {
        let rule = own(lines);
        assert!(rule.shared && !rule.may_be_shared(), "{lines}");
    }
    for lines in [
        "day = \"leaving + 1 year\"",
        "day = \"started + 2 months\"\ninstruments = [\"trial_placement\"]\nmet_by = \"ended\"",
    ] {
        assert!(own(lines).may_be_shared(), "{lines}");
    }
}

#[test]
fn what_the_programs_own_rules_share_stays_shared() {
    for rule in Rules::built_in().unwrap().iter() {
        assert_eq!(rule.may_be_shared(), rule.shared, "{}", rule.id);
    }
}

#[test]
fn a_term_is_shared_as_far_as_its_rule_may_be() {
    let rules = super::built_in();
    let facts = super::pupil(dakpan::domain::codes::SchoolKind::Pro);
    let found = dakpan::domain::term::terms(&facts, &rules, super::day("2026-03-01"));
    let shareable = |id: &str| found.iter().find(|due| due.rule.id == id).unwrap().is_shareable();
    assert!(shareable("first_talk"));
    assert!(!shareable("birthday_18") && !shareable("wajong_18"));
}
