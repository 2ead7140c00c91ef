//! Terms from the command line: what is due, of whom, from which rule; and a chair's own rules beside the program's.

use serde_json::json;

use super::{Table, run, said};

/// The rules of the chair, with one of their own.
const OWN: &str = r#"
[[term]]
id = "own_call"
kind = "deadline"
day = "leaving - 2 weeks"
nl = { label = "Bellen met thuis", text = "Bel twee weken voor het vertrek." }
en = { label = "Call home", text = "Call two weeks before leaving." }
article = "afspraak van de tafel"
read = 2026-11-22
"#;

#[test]
fn terms_within_sixty_days_are_told_nameless_with_their_article() {
    let table = Table::laid();
    let rows = table.run(&["termijnen", "--formaat", "json"]).json();
    let chances: Vec<_> = rows
        .as_array()
        .unwrap()
        .iter()
        .filter(|row| row["rule"] == "assess_chances")
        .collect();
    let first = chances
        .iter()
        .find(|row| row["date"] == "2026-07-31")
        .expect("within sixty days of 3 June");
    assert_eq!(first["school"], json!("De Brug"));
    assert_eq!(first["article"], json!("praktijk Stroomopwaarts"));
    assert_eq!(
        (&first["standing"], &first["expected"]),
        (&json!("running"), &json!(true))
    );
    // Nobody was informed in this file, so nobody is told by initials.
    assert!(first["pupil"].as_str().unwrap().starts_with("casus"), "{first}");
    let named = table.run(&["terms", "--with-names", "--format", "json"]).json();
    assert!(
        !named.to_string().contains(&format!("\"pupil\":{}", first["pupil"])),
        "{named}"
    );
    let text = table.run(&["termijnen", "--school", "brug"]).answer();
    assert!(
        text.contains("uiterlijk vr 31-07-2026  loopt   casus 1  De Brug  Kansen inschatten"),
        "{text}"
    );
    assert!(text.ends_with("De tekst van het artikel gaat voor.\n"), "{text}");
    let text = table.run(&["termijnen", "--school", "schakel"]).answer();
    assert_eq!(text, "De komende zestig dagen speelt er geen termijn.\n");
    let refused = table.run(&["termijnen", "--school", "onbekend"]).refusal();
    assert!(refused.contains("onbekend"), "{refused}");
}

#[test]
fn the_rules_are_told_without_a_file_each_with_article_address_and_reading_date() {
    let text = run(&["termijnen", "--regels"]).answer();
    let line = text
        .lines()
        .find(|line| line.starts_with("Begeleiding na Entree"))
        .expect("the rule");
    for part in [
        "t/m diploma + 1 year",
        "WEB art. 9.2.12",
        "gelezen op",
        "https://wetten.overheid.nl/BWBR0007625",
    ] {
        assert!(line.contains(part), "{part}: {line}");
    }
    let rules = run(&["terms", "--rules", "--format", "json", "--lang", "en"]).json();
    let built_in = dakpan::domain::term::Rules::built_in().unwrap();
    assert_eq!(rules.as_array().unwrap().len(), built_in.len());
    let first = json!({"rule": "first_talk", "own": false, "kind": "start", "day": "leaving - 6 months",
        "label": "First talk at the table",
        "text": "Discuss this pupil at the table: leaving school is less than half a year away.",
        "article": "praktijk SDD", "address": null, "read": "2026-11-22"});
    assert_eq!(rules[0], first);
}

#[test]
fn own_rules_stand_beside_the_program_s_and_a_slip_in_them_is_named_with_its_line() {
    let table = Table::laid();
    let own = table.folder.path().join("termijnen.toml");
    let with = |text: &str, words: &[&str]| {
        std::fs::write(&own, text).unwrap();
        let mut command = table.dakpan();
        said(
            command
                .args(["--vandaag", "2026-06-03"])
                .args(words)
                .env("DAKPAN_TERMIJNEN", &own),
        )
    };
    let told = with(OWN, &["termijnen"]).answer();
    assert!(
        told.contains("Bellen met thuis") && told.contains("afspraak van de tafel"),
        "{told}"
    );
    let rules = with(OWN, &["termijnen", "--regels"]).answer();
    assert!(
        rules
            .lines()
            .any(|line| line.contains("Bellen met thuis") && line.ends_with("eigen regel")),
        "{rules}"
    );

    // They are reasons in the queue as well.
    let reasons = |queue: &serde_json::Value| queue.to_string().contains("Bellen met thuis");
    let queue = with(OWN, &["wachtrij", "--formaat", "json"]).json();
    assert!(reasons(&queue), "{queue}");
    assert!(!reasons(&table.run(&["wachtrij", "--formaat", "json"]).json()));

    let broken = OWN.replace("leaving - 2 weeks", "vertrek - 2 weeks");
    for words in [
        &["termijnen"][..],
        &["termijnen", "--regels"],
        &["wachtrij"],
        &["dekking"],
    ] {
        let refused = with(&broken, words).refusal();
        let expected = format!(
            "{}, regel 5: \"vertrek\" is geen dag om vanaf te tellen.",
            own.display()
        );
        assert!(refused.starts_with(&expected), "{refused}");
    }
    // The screen does not start on rules that are half read either.
    let refused = with(&broken, &[]).refusal();
    assert!(refused.contains("regel 5"), "{refused}");
    std::fs::remove_file(&own).unwrap();
    let mut command = table.dakpan();
    let missing = said(command.arg("termijnen").env("DAKPAN_TERMIJNEN", &own)).refusal();
    assert!(missing.starts_with(&own.display().to_string()), "{missing}");
}

#[cfg(target_os = "linux")]
#[test]
fn own_rules_are_found_in_the_settings_folder() {
    let table = Table::laid();
    let settings = table.folder.path().join("settings");
    std::fs::create_dir_all(settings.join("dakpan")).unwrap();
    std::fs::write(settings.join("dakpan/termijnen.toml"), OWN).unwrap();
    let mut command = table.dakpan();
    let told = said(
        command
            .args(["termijnen", "--regels"])
            .env("XDG_CONFIG_HOME", &settings),
    )
    .answer();
    assert!(told.contains("Bellen met thuis"), "{told}");
}
