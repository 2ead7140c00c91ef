//! Finding, and who may be named in what a command answers.

use dakpan::domain::listed::ListedPupil;
use dakpan::domain::name::Name;
use serde_json::json;

use super::{Table, at};

#[test]
fn pupils_are_found_however_they_are_typed_and_told_without_a_name() {
    let table = Table::laid();
    for wanted in ["yildiz", "YILDIZ", "Yıldız", "yldiz", "9002"] {
        let found = table.run(&["zoek", wanted, "--formaat", "json"]).json();
        assert_eq!(found["pupils"][0]["pupil"], "casus", "{wanted}");
        assert_eq!(found["pupils"][0]["school"], "De Brug");
        assert_eq!(found["pupils"][0]["leaving"], "2026-07-31");
        assert!(found["pupils"][0]["id"].is_string());
    }
    let told = table.run(&["zoek", "yildiz"]).answer();
    assert!(
        told.contains("casus") && told.contains("uitstroom vr 31-07-2026"),
        "{told}"
    );
    assert!(!told.contains("Deniz"), "{told}");
    assert!(
        table
            .run(&["zoek", "yildiz", "--met-namen"])
            .answer()
            .contains("Deniz Yıldız")
    );
    let named = table
        .run(&["find", "yildiz", "--with-names", "--format", "json"])
        .json();
    assert_eq!(named["pupils"][0]["pupil"], "Deniz Yıldız");
}

#[test]
fn schools_people_and_notes_are_found_too_and_working_notes_never() {
    let table = Table::laid();
    let school = table.run(&["zoek", "schakel", "--formaat", "json"]).json();
    assert_eq!(school["schools"][0]["school"], "De Schakel");
    assert_eq!(school["schools"][0]["place"], "Dordrecht");
    let person = table
        .run(&["zoek", "ria kok", "--met-namen", "--formaat", "json"])
        .json();
    assert_eq!(person["people"][0]["name"], "Ria Kok");
    assert_eq!(person["people"][0]["party"], "Sociale Dienst");
    assert_eq!(person["people"][0]["phone"], "078-000 00 02");
    let note = table
        .run(&["zoek", "dierenasiel", "--met-namen", "--formaat", "json"])
        .json();
    assert_eq!(note["notes"].as_array().unwrap().len(), 1);
    assert_eq!(note["notes"][0]["date"], "2026-06-03");
    assert!(note["notes"][0]["text"].as_str().unwrap().contains("dierenasiel"));
    assert!(
        table
            .run(&["zoek", "geheim", "--met-namen"])
            .refusal()
            .contains("Niets gevonden voor 'geheim'")
    );
}

/// What goes on to other programs names nobody unless that was asked for; the text of a note may name anybody.
#[test]
fn json_names_nobody_unless_asked() {
    let table = Table::laid();
    let names = [
        "Samira",
        "Kaya",
        "Deniz",
        "Mila",
        "Jan de Boer",
        "Ria",
        "Voorzitter",
        "werkt graag",
    ];
    for words in [
        &["zoek", "samira"][..],
        &["zoek", "dierenasiel"],
        &["zoek", "ria"],
        &["zoek", "jan"],
        &["journaal"],
    ] {
        let asked = [words, &["--formaat", "json"]].concat();
        let told = table.run(&asked).answer();
        for name in names {
            assert!(!told.contains(name), "{name} in {told}");
        }
        let named = table.run(&[&asked[..], &["--met-namen"]].concat()).answer();
        assert!(names.iter().any(|name| named.contains(name)), "{words:?}: {named}");
    }
    for words in [&["zoek", "samira"][..], &["zoek", "dierenasiel"], &["journaal"]] {
        let told = table.run(words).answer();
        assert!(
            told.contains("casus") && !told.contains("S.K.") && !told.contains("Samira"),
            "{told}"
        );
    }
}

#[test]
fn nothing_found_is_told_and_fails() {
    let table = Table::laid();
    assert!(
        table
            .run(&["zoek", "qqqqqqqq"])
            .refusal()
            .starts_with("Niets gevonden voor 'qqqqqqqq'.")
    );
    let said = table.run(&["find", "qqqqqqqq", "--format", "json", "--lang", "en"]);
    assert_eq!(said.code, 1);
    let answer: serde_json::Value = serde_json::from_str(&said.out).unwrap();
    assert_eq!(answer, json!({"pupils": [], "schools": [], "people": [], "notes": []}));
    assert!(
        said.err.starts_with("dakpan: Nothing found for 'qqqqqqqq'."),
        "{}",
        said.err
    );
}

#[test]
fn as_many_are_told_as_asked_for_and_more_is_said() {
    let table = Table::laid();
    let mut store = table.open();
    for number in 0..50 {
        let listed = ListedPupil {
            number: format!("{number}"),
            name: Name {
                given: "Noor".into(),
                infix: String::new(),
                family: "Bakker".into(),
            },
            ..ListedPupil::default()
        };
        store
            .unjournaled(at("10:30"), |tx| tx.insert_pupil(&listed.pupil(table.brug)))
            .unwrap();
    }
    store.close().unwrap();
    let told = table.run(&["zoek", "bakker"]).answer();
    assert_eq!(told.lines().count(), 41, "{told}");
    assert!(told.ends_with("Er is meer dan deze 40; vraag er meer met --aantal.\n"));
    assert_eq!(
        table
            .run(&["zoek", "bakker", "--aantal", "50"])
            .answer()
            .lines()
            .count(),
        50
    );
}
