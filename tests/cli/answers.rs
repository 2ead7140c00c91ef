//! Answers from the file: whom to call, and who changed what.

use dakpan::domain::intent::Intent;
use dakpan::store::{About, Opening, Secret, Store};
use serde_json::json;
use zeroize::Zeroizing;

use super::{KEY, Table, at};

#[test]
fn a_school_is_told_with_its_two_fixed_contacts_by_any_part_of_its_name() {
    let table = Table::laid();
    let expected = json!({
        "school": "De Brug",
        "code": "00AB00",
        "kind": "pro",
        "place": "Dordrecht",
        "contacts": [
            {"rank": 1, "name": "Jan de Boer", "phone": "078-000 00 01", "email": "jan@voorbeeld.nl"},
            {"rank": 2, "name": "Ria Kok", "phone": "078-000 00 02", "email": "ria@voorbeeld.nl"},
        ],
        "coordinator": {"name": "Els Vos", "phone": "078-000 00 03", "email": "els@voorbeeld.nl"},
        "uwv": {"name": "Karin Smit", "phone": "", "email": "karin@voorbeeld.nl"},
    });
    for words in [
        &["contact", "brug", "--formaat", "json"][..],
        &["contacts", "BRUG", "--format", "json"],
        &["contact", "de", "brug", "--formaat=json"],
        &["contact", "00AB", "--formaat", "json", "--lang", "en"],
    ] {
        assert_eq!(table.run(words).json(), expected, "{words:?}");
    }
    assert_eq!(
        table.run(&["contact", "brug"]).answer(),
        "De Brug (PrO, Dordrecht) · 00AB00\n  \
           1                 Jan de Boer  078-000 00 01  jan@voorbeeld.nl\n  \
           2                 Ria Kok      078-000 00 02  ria@voorbeeld.nl\n  \
           stagecoördinator  Els Vos      078-000 00 03  els@voorbeeld.nl\n  \
           UWV               Karin Smit                  karin@voorbeeld.nl\n"
    );
}

#[test]
fn several_schools_are_a_list_and_none_is_a_refusal() {
    let table = Table::laid();
    let several = table.run(&["contact", "dordrecht", "--formaat", "json"]).json();
    let names: Vec<&str> = several
        .as_array()
        .unwrap()
        .iter()
        .map(|one| one["school"].as_str().unwrap())
        .collect();
    assert_eq!(names, ["De Brug", "De Schakel"]);
    assert_eq!(several[1]["contacts"], json!([]));
    assert_eq!(several[1]["coordinator"], json!(null));
    let told = table.run(&["contact", "dordrecht"]).answer();
    assert!(
        told.contains("Ria Kok") && told.contains("De Schakel (VSO, Dordrecht)"),
        "{told}"
    );
    assert!(
        told.contains("! 0 vaste contacten"),
        "a school without its two contacts is marked: {told}"
    );
    let none = table.run(&["contact", "qqqqqq", "--formaat", "json"]).refusal();
    assert!(none.contains("'qqqqqq'"), "{none}");
    assert!(
        table
            .run(&["contact", "qqqqqq", "--lang", "en"])
            .refusal()
            .starts_with("No school has")
    );
}

/// One school whose name is part of another's is meant by its whole name.
#[test]
fn a_whole_name_means_that_school() {
    let table = Table::laid();
    let mut store = table.open();
    let mut longer = dakpan::store::NewSchool {
        code: dakpan::domain::people::SchoolCode::parse("00AB01").unwrap(),
        kind: dakpan::domain::codes::SchoolKind::Vso,
        name: "De Brug Noord".into(),
        place: "Zwijndrecht".into(),
        party: None,
        uwv_contact: None,
    };
    store.unjournaled(at("10:30"), |tx| tx.insert_school(&longer)).unwrap();
    store.close().unwrap();
    assert_eq!(
        table.run(&["contact", "de brug", "--formaat", "json"]).json()["code"],
        "00AB00"
    );
    assert_eq!(
        table.run(&["contact", "noord", "--formaat", "json"]).json()["code"],
        "00AB01"
    );
    assert_eq!(
        table
            .run(&["contact", "brug", "--formaat", "json"])
            .json()
            .as_array()
            .unwrap()
            .len(),
        2
    );
    // Two schools of one name are both meant.
    longer.name = "De Brug".into();
    longer.code = dakpan::domain::people::SchoolCode::parse("00AB02").unwrap();
    let mut store = table.open();
    store.unjournaled(at("10:31"), |tx| tx.insert_school(&longer)).unwrap();
    store.close().unwrap();
    assert_eq!(
        table
            .run(&["contact", "de brug", "--formaat", "json"])
            .json()
            .as_array()
            .unwrap()
            .len(),
        3
    );
}

#[test]
fn a_name_cannot_give_the_terminal_orders() {
    const ORDER: &str = "\u{1b}[2J\u{9b}31m\u{202e}\n";
    let table = Table::laid();
    let mut store = table.open();
    let mut school = store.school(table.brug).unwrap();
    school.name.push_str(ORDER);
    let mut person = store.people(None, 1).unwrap().remove(0);
    person.given.push_str(ORDER);
    store
        .unjournaled(at("10:30"), |tx| {
            tx.update_school(&school)?;
            tx.update_person(&person)
        })
        .unwrap();
    store.close().unwrap();
    for words in [&["contact", "brug"][..], &["zoek", "brug"], &["zoek", &person.family]] {
        let told = table.run(words).answer();
        assert!(told.contains("[2J"), "{told:?}");
        let obeyed = |letter: char| letter != '\n' && letter.is_control() || letter == '\u{202e}';
        assert!(!told.contains(obeyed), "{told:?}");
        assert!(told.lines().all(|line| !line.trim().is_empty()), "{told:?}");
    }
}

/// The cells of a line in columns, empty ones left out.
fn cells(line: &str) -> Vec<&str> {
    line.split("  ")
        .map(str::trim)
        .filter(|cell| !cell.is_empty())
        .collect()
}

#[test]
fn the_journal_tells_who_changed_what_and_when_the_latest_first() {
    let table = Table::laid();
    let mut store = table.open();
    store.undo(at("10:05")).unwrap();
    store.redo(at("10:06")).unwrap();
    store.undo(at("10:07")).unwrap();
    store.close().unwrap();
    let told = table.run(&["journaal"]).answer();
    let lines: Vec<&str> = told.lines().collect();
    assert_eq!(lines.len(), 9, "{told}");
    for (line, parts) in [
        (
            0,
            &[
                "wo 03-06-2026 10:07",
                "Voorzitter Test",
                "notitie",
                "casus",
                "1 gegeven",
                "ongedaan gemaakt",
            ][..],
        ),
        (
            1,
            &[
                "wo 03-06-2026 10:06",
                "Voorzitter Test",
                "notitie",
                "casus",
                "1 gegeven",
                "opnieuw gedaan",
            ],
        ),
        (
            2,
            &[
                "wo 03-06-2026 10:05",
                "Voorzitter Test",
                "notitie",
                "casus",
                "1 gegeven",
                "ongedaan gemaakt",
            ],
        ),
        (
            3,
            &[
                "wo 03-06-2026 10:04",
                "Voorzitter Test",
                "notitie",
                "casus",
                "1 gegeven",
                "later ongedaan gemaakt",
            ],
        ),
        (
            4,
            &[
                "wo 03-06-2026 10:04",
                "Voorzitter Test",
                "notitie",
                "casus",
                "1 gegeven",
            ],
        ),
    ] {
        assert_eq!(cells(lines[line]), parts, "{told}");
    }
    assert!(
        lines[8].contains("nieuwe school") && lines[8].contains("gegevens"),
        "{told}"
    );
    assert!(
        table.run(&["journal", "--lang", "en"]).answer().contains("note"),
        "acts are told in English too"
    );
}

#[test]
fn the_journal_as_json_has_the_same_in_every_language() {
    let table = Table::laid();
    let mut store = table.open();
    store.undo(at("10:05")).unwrap();
    store.close().unwrap();
    let entries = table.run(&["journaal", "--formaat", "json"]).json();
    assert_eq!(
        entries,
        table.run(&["journal", "--format", "json", "--lang", "en"]).json()
    );
    assert_eq!(
        entries[0],
        json!({
            "seq": 7, "at": "2026-06-03T10:05:00+02:00", "who": "V.T.", "intent": "write", "pupil": "casus",
            "state": "undo", "reverts": 6, "records": [{"record": "note", "change": "removed", "count": 1}],
        })
    );
    assert_eq!(entries[1]["state"], "undone");
    assert_eq!(entries[2]["state"], "done");
    assert_eq!(entries[6]["intent"], "new_school");
    assert_eq!(entries[6]["pupil"], json!(null));
    let named = table.run(&["journaal", "--formaat", "json", "--met-namen"]).json();
    assert_eq!(
        (&named[0]["who"], &named[0]["pupil"]),
        (&json!("Voorzitter Test"), &json!("Samira Kaya"))
    );
}

#[test]
fn the_journal_is_as_long_as_asked_for_and_says_when_there_is_more() {
    let table = Table::laid();
    let told = table.run(&["journaal", "--aantal", "2"]).answer();
    assert_eq!(told.lines().count(), 3, "{told}");
    assert!(
        told.ends_with("Er is meer dan deze 2; vraag er meer met --aantal.\n"),
        "{told}"
    );
    assert_eq!(
        table.run(&["journal", "--count", "6"]).answer().lines().count(),
        6,
        "six is all there is"
    );
    assert_eq!(
        table
            .run(&["journaal", "--aantal", "2", "--formaat", "json"])
            .json()
            .as_array()
            .unwrap()
            .len(),
        2
    );
    let empty = Table::laid();
    std::fs::remove_file(empty.path()).unwrap();
    let opening = Opening {
        path: empty.path(),
        secret: Secret::KeyFile(Zeroizing::new(KEY)),
        now: at("10:00"),
        who: String::new(),
        seed: 1,
        salt: None,
    };
    Store::create(opening).unwrap().close().unwrap();
    assert_eq!(empty.run(&["journaal"]).answer(), "Er is nog niets veranderd.\n");
    assert_eq!(empty.run(&["journaal", "--formaat", "json"]).json(), json!([]));
}

/// The *who* of a command is the chair who was named in the file, and otherwise the user of the system.
#[test]
fn a_command_works_in_the_name_of_the_chair() {
    let table = Table::laid();
    let list = table.folder.path().join("lijst.csv");
    let who = |number: &str| {
        std::fs::write(
            &list,
            format!("leerlingnummer;roepnaam;achternaam\n{number};Noor;Bakker\n"),
        )
        .unwrap();
        let mut command = table.dakpan();
        command
            .env("USER", "evos")
            .arg("importeer")
            .arg(&list)
            .args(["--school", "00CD00"]);
        super::said(&mut command).answer();
        let entry = table.open().journal(1, None).unwrap().remove(0);
        (entry.who, entry.intent)
    };
    assert_eq!(who("1"), ("evos".to_owned(), "import_list".to_owned()));
    let mut store = table.open();
    let about = About {
        intent: Intent::SetChair.code(),
        pupil: None,
        meeting: None,
    };
    store
        .change(about, at("10:30"), |tx| tx.set_setting("chair", "Els Vos"))
        .unwrap();
    store.close().unwrap();
    assert_eq!(who("2"), ("Els Vos".to_owned(), "import_list".to_owned()));
}
