//! The file of rules: what is wrong is named with its line, and what a chair adds comes beside the program's own.

use dakpan::domain::codes::SchoolKind;
use dakpan::domain::term::{RuleFault, Rules, TermFacts, When, terms};

use super::{built_in, day, pupil, some};

/// A rule that is right, on lines 2 to 9.
const GOOD: &str = r#"
[[term]]
id = "own_rule"
kind = "deadline"
day = "leaving + 2 weeks"
nl = { label = "Bellen", text = "Bel na twee weken." }
en = { label = "Call", text = "Call after two weeks." }
article = "afspraak"
read = 2026-11-22
"#;

fn fault(text: &str) -> (usize, RuleFault) {
    let error = Rules::parse(text, "termijnen.toml").expect_err("wrong");
    assert_eq!(error.file, "termijnen.toml");
    (error.line, error.fault)
}

fn instead(old: &str, new: &str) -> (usize, RuleFault) {
    assert!(GOOD.contains(old), "{old}");
    fault(&GOOD.replace(old, new))
}

#[test]
fn what_is_wrong_is_named_with_its_line() {
    use RuleFault as F;
    let unknown = |field, value: &str| F::UnknownValue(field, value.to_owned());
    assert!(matches!(instead("id = \"own_rule\"", "id = own"), (3, F::Syntax(_))));
    assert_eq!(
        instead("article", "artikel"),
        (8, F::UnknownField("artikel".to_owned()))
    );
    assert_eq!(
        instead("[[term]]", "[[termijn]]"),
        (2, F::UnknownField("termijn".to_owned()))
    );
    assert_eq!(instead("[[term]]", "[term]"), (2, F::WrongType("term")));
    assert_eq!(instead("kind = \"deadline\"\n", ""), (2, F::Missing("kind")));
    assert_eq!(
        instead("en = { label = \"Call\", text = \"Call after two weeks.\" }\n", ""),
        (2, F::Missing("en"))
    );
    assert_eq!(instead("label = \"Call\", ", ""), (7, F::Missing("label")));
    assert_eq!(instead("\"Call\"", "\" \""), (7, F::WrongType("label")));
    assert_eq!(instead("own_rule", "Own rule"), (3, unknown("id", "Own rule")));
    assert_eq!(instead("deadline", "dedline"), (4, unknown("kind", "dedline")));
    assert_eq!(
        instead("leaving +", "leavin +"),
        (5, F::UnknownBase("leavin".to_owned()))
    );
    assert_eq!(instead("2026-11-22", "\"2026-11-22\""), (9, F::WrongType("read")));
    let schools = "kind = \"deadline\"\nschools = [\"vso\", \"vmbo\"]";
    assert_eq!(instead("kind = \"deadline\"", schools), (5, unknown("schools", "vmbo")));
    let address = "article = \"afspraak\"\naddress = \"www.voorbeeld.nl\"";
    assert_eq!(
        instead("article = \"afspraak\"", address),
        (9, unknown("address", "www.voorbeeld.nl"))
    );
    let met_by = "kind = \"deadline\"\nmet_by = \"requested luck\"";
    assert_eq!(
        instead("kind = \"deadline\"", met_by),
        (5, unknown("met_by", "requested luck"))
    );
    // A base of a tile in a rule about the pupil, and a rule about two things at once.
    assert_eq!(
        instead("leaving + 2 weeks", "tile_started + 2 weeks"),
        (5, F::OtherBase("day"))
    );
    let two = "kind = \"deadline\"\ninstruments = [\"job_coach\"]\ntiles = [\"job\"]";
    assert_eq!(
        instead("kind = \"deadline\"", two),
        (6, F::Both("instruments", "tiles"))
    );
    let twice = format!("{GOOD}{GOOD}");
    assert_eq!(fault(&twice), (12, F::Duplicate("own_rule".to_owned(), 3)));
}

#[test]
fn an_impossible_offset_is_refused() {
    for (steps, told) in [
        ("leaving + 0 days", "+ 0 days"),
        ("leaving + 101 years", "+ 101 years"),
        ("leaving 2 weeks", "2 weeks"),
        ("leaving + two weeks", "+ two weeks"),
        ("leaving + 2", "+ 2"),
        ("leaving + 2 fortnights", "+ 2 fortnights"),
        ("leaving + 99999999999 days", "+ 99999999999 days"),
        ("leaving + 2 weeks - - 1 day", "+ 2 weeks - - 1 day"),
    ] {
        let expected = (5, RuleFault::ImpossibleOffset(told.to_owned()));
        assert_eq!(instead("leaving + 2 weeks", steps), expected, "{steps}");
    }
}

#[test]
fn a_day_is_written_as_it_is_read() {
    for text in [
        "leaving",
        "birth + 18 years",
        "started + 2 months - 1 day",
        "leaving - 6 months",
    ] {
        assert_eq!(When::parse(text).expect("a day").to_string(), text);
    }
    assert_eq!(
        When::parse("leaving+1 year").expect("a day").to_string(),
        "leaving + 1 year"
    );
}

#[test]
fn own_rows_come_after_the_program_s_and_take_the_place_of_one_with_the_same_id() {
    let own = |text: &str| Rules::parse(text, "termijnen.toml").expect("own rows");
    let added = built_in().with_own(own(GOOD));
    assert_eq!(added.len(), built_in().len() + 1);
    let last = added.iter().last().expect("a rule");
    assert!(
        last.own && last.id == "own_rule" && !last.shared,
        "private unless it says otherwise"
    );
    let replaced = built_in().with_own(own(&GOOD.replace("own_rule", "first_talk")));
    assert_eq!(replaced.len(), built_in().len());
    assert!(
        replaced
            .get("first_talk")
            .is_some_and(|rule| rule.own && rule.article == "afspraak")
    );
    assert!(!replaced.get("birthday_18").expect("built in").own);
    assert_eq!(own(""), Rules::default(), "an empty file adds nothing");
}

#[test]
fn another_approach_has_its_own_terms_and_none_of_these() {
    let example = include_str!("../../../data/aanpak-jonge-statushouders.toml");
    let own = Rules::parse_beside(example, "aanpak.toml", &["id", "naam", "nl", "en"]).expect("the example");
    let rules = built_in().with_own(own);
    let ids: Vec<&str> = rules.iter().map(|rule| rule.id.as_str()).collect();
    assert_eq!(
        ids,
        [
            "first_meeting",
            "assess_chances_refugee",
            "language_with_work",
            "turning_18"
        ]
    );
    let client = TermFacts {
        client_since: some("2026-05-20"),
        ..pupil(SchoolKind::Entree)
    };
    let found = terms(&client, &rules, day("2026-06-03"));
    let first: Vec<_> = found.iter().map(|due| (due.rule.id.as_str(), due.on)).collect();
    // Two weeks from 20 May is 3 June; three months is 20 August; of age on 12 March.
    let expected = [
        ("first_meeting", day("2026-06-03")),
        ("assess_chances_refugee", day("2026-08-20")),
        ("turning_18", day("2026-03-12")),
    ];
    assert_eq!(first, expected);
    assert_eq!(fault("alone = 1"), (1, RuleFault::WrongType("alone")));
}

#[test]
fn the_program_s_own_rules_say_where_they_come_from_and_tell_nothing_private_to_a_shared_screen() {
    let laws = [
        ("WEC ", "BWBR0003549"),
        ("WVO 2020", "BWBR0044212"),
        ("WEB ", "BWBR0007625"),
        ("Participatiewet", "BWBR0015703"),
        ("Wajong", "BWBR0008657"),
    ];
    for rule in &built_in() {
        let law = laws.iter().find(|(law, _)| rule.article.starts_with(law));
        let expected = law.map(|(_, number)| format!("https://wetten.overheid.nl/{number}"));
        assert_eq!(rule.address, expected, "{}", rule.id);
        assert!(
            rule.nl.text.ends_with('.') && rule.en.text.ends_with('.'),
            "{}",
            rule.id
        );
        assert!(
            rule.nl.label.chars().count() <= 45 && rule.en.label.chars().count() <= 45,
            "{}",
            rule.id
        );
        let words = format!("{} {} {:?}", rule.day, rule.id, rule.applies.instruments).to_lowercase();
        let private = [
            "birth",
            "client_since",
            "wage",
            "register",
            "exemption",
            "wajong",
            "sheltered",
            "search",
        ];
        let reveals = private.iter().any(|word| words.contains(word)) || rule.applies.under.is_some();
        assert!(!(reveals && rule.shared), "{} may not be shared", rule.id);
    }
}
