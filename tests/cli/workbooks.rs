//! Importing more than one text file of pupils: workbooks, columns said by hand, refused rows to mend, who vanished,
//! schools and fixed contacts.

use std::path::{Path, PathBuf};

use dakpan::domain::people::SchoolCode;
use serde_json::{Value, json};

use super::{Said, Table, at};

fn sent(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(name)
}

impl Table {
    fn import_file(&self, list: &Path, words: &[&str]) -> Said {
        self.run(&[&["importeer", list.to_str().unwrap()], words].concat())
    }

    /// Imports a list of its own.
    fn import_as(&self, name: &str, text: &str, words: &[&str]) -> Said {
        let list = self.folder.path().join(name);
        std::fs::write(&list, text).unwrap();
        self.import_file(&list, words)
    }
}

fn counts(told: &Value) -> [u64; 4] {
    ["new", "changed", "unchanged", "vanished"].map(|key| told[key].as_u64().unwrap())
}

const SCHAKEL: &[&str] = &["--school", "00CD00"];

#[test]
fn a_workbook_says_which_sheet_was_taken() {
    let table = Table::laid();
    let book = sent("tests/exchange/lists/entree.xlsx");
    let told = table.import_file(&book, SCHAKEL).answer();
    assert!(told.contains("21 rijen gelezen (XLSX)"), "{told}");
    assert!(
        told.contains("Blad 'Leerlingen' gelezen; ook in dit rekenblad: Toelichting."),
        "{told}"
    );
    assert!(told.contains("Einddatum → verwachte uitstroomdatum"), "{told}");
    let again = table.import_file(&book, &["--school=00CD00", "--sheet", "leerlingen", "--formaat=json"]);
    let again = again.json();
    assert_eq!((counts(&again), &again["sheet"]), ([0, 0, 21, 0], &json!("Leerlingen")));
    let none = table
        .import_file(&book, &["--school=00CD00", "--blad", "Klas 5"])
        .refusal();
    assert!(
        none.ends_with("Er is geen blad 'Klas 5'. Wel: Toelichting, Leerlingen."),
        "{none}"
    );
}

#[test]
fn columns_are_said_remembered_and_taken_back_with_the_list() {
    let table = Table::laid();
    let text = "Nr;Wie;Familie;Groep\n01;Noor;Bakker;5A\n";
    let plain = table.import_as("a.csv", text, SCHAKEL).refusal();
    assert!(plain.contains("geen kopregel"), "{plain}");
    let said = [
        "--school=00CD00",
        "--kolom=Nr=leerlingnummer",
        "--kolom",
        "Wie=roepnaam",
        "--column=Familie=family",
        "--kolom=Groep=",
    ];
    let told = table.import_as("a.csv", text, &said).answer();
    assert!(
        told.contains("Nr → leerlingnummer · Wie → roepnaam · Familie → achternaam · Groep → wordt niet gelezen"),
        "{told}"
    );
    // Remembered: the next time nothing has to be said.
    let next = text.replace("Bakker", "de Bakker");
    let told = table
        .import_as("b.csv", &next, &["--school=00CD00", "--formaat=json"])
        .json();
    assert_eq!(counts(&told), [0, 1, 0, 0]);
    assert_eq!(
        told["changes"],
        json!([{"row": 2, "fields": [{"field": "family", "before": null, "after": null}]}])
    );
    assert_eq!(told["columns"][3], json!({"heading": "Groep", "column": null}));
    let named = table
        .import_as(
            "c.csv",
            text,
            &["--school=00CD00", "--formaat=json", "--met-namen", "--controleer"],
        )
        .json();
    assert_eq!(
        named["changes"][0]["fields"][0],
        json!({"field": "family", "before": "de Bakker", "after": "Bakker"})
    );
    for (pair, wrong) in [
        ("Nr", "'Nr' kan niet bij --kolom"),
        ("Nr=schoenmaat", "kan niet bij --kolom"),
    ] {
        let misuse = table
            .run(&["importeer", "x.csv", "--school=00CD00", "--kolom", pair])
            .misuse();
        assert!(misuse.contains(wrong), "{misuse}");
    }
    let missing = table
        .import_as("a.csv", text, &["--school=00CD00", "--kolom=Leeftijd=klas"])
        .refusal();
    assert!(
        missing.contains("Er is geen kolom 'Leeftijd'. Wel: Nr, Wie, Familie, Groep.") || missing.contains("kopregel"),
        "{missing}"
    );
    let mut store = table.open();
    store.undo(at("11:00")).unwrap();
    store.undo(at("11:01")).unwrap();
    assert_eq!(
        store.setting("import.columns.00CD00").unwrap(),
        None,
        "taken back with the list"
    );
}

#[test]
fn refused_rows_go_to_a_file_that_was_not_there() {
    let table = Table::laid();
    let text = "llnr;roepnaam;achternaam;geb.datum\n0001;Noor;Bakker;31-06-2009\n0002;Sem;=Wit;01-02-2009\n";
    let mend = table.folder.path().join("mend.csv");
    let place = mend.to_str().unwrap();
    let told = table
        .import_as("a.csv", text, &["--school=00CD00", "--geweigerd", place])
        .answer();
    assert!(
        told.contains(&format!("1 geweigerde rijen staan in {place}, niet versleuteld")),
        "{told}"
    );
    let written = std::fs::read_to_string(&mend).unwrap();
    assert_eq!(
        written,
        "\u{feff}llnr;roepnaam;achternaam;geb.datum;rij;reden\r\n\"=\"\"0001\"\"\";Noor;Bakker;31-06-2009;2;deze dag bestaat niet\r\n"
    );
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        assert_eq!(std::fs::metadata(&mend).unwrap().permissions().mode() & 0o777, 0o600);
    }
    // What was mended is read as it is.
    let mended = written.replace("31-06-2009", "30-06-2009");
    let told = table
        .import_as("b.csv", &mended, &["--school=00CD00", "--formaat=json"])
        .json();
    assert_eq!(counts(&told), [1, 0, 0, 1]);
    // A file is never written over.
    let there = table
        .import_as(
            "a.csv",
            text,
            &["--school=00CD00", "--controleer", "--geweigerd", place],
        )
        .refusal();
    assert!(there.contains("mend.csv"), "{there}");
}

#[test]
fn a_file_of_refused_rows_that_is_there_already_stops_the_import_before_it_writes() {
    let table = Table::laid();
    let text = "llnr;roepnaam;achternaam;geb.datum\n01;Noor;Bakker;31-06-2009\n02;Sem;Wit;01-02-2009\n";
    let mend = table.folder.path().join("mend.csv");
    let words = ["--school=00CD00", "--geweigerd", mend.to_str().unwrap()];
    std::fs::write(&mend, "van vorige week").unwrap();
    let before = table.open().dump().unwrap();
    let refusal = table.import_as("a.csv", text, &words).refusal();
    assert!(refusal.contains("mend.csv"), "{refusal}");
    assert!(table.open().dump().unwrap() == before, "nothing is written");
    assert_eq!(std::fs::read_to_string(&mend).unwrap(), "van vorige week");
    std::fs::remove_file(&mend).unwrap();
    let told = table.import_as("a.csv", text, &words).answer();
    assert!(told.contains("nieuw 1"), "the same command does it all: {told}");
}

#[test]
fn who_vanished_can_be_noted_as_left_or_out_of_sight() {
    let both = "llnr;roepnaam;achternaam\n01;Noor;Bakker\n02;Sem;Wit\n";
    let one = "llnr;roepnaam;achternaam\n01;Noor;Bakker\n";
    let today = "2026-06-03".parse().ok();
    for (word, left, out) in [
        ("laten", None, None),
        ("vertrokken", today, None),
        ("out-of-sight", None, today),
    ] {
        let table = Table::laid();
        table.import_as("a.csv", both, SCHAKEL).answer();
        let words = ["--school=00CD00", "--verdwenen", word];
        let checked = table.import_as(
            "b.csv",
            one,
            &[&words[..], &["--controleer", "--formaat=json"]].concat(),
        );
        assert_eq!(counts(&checked.json()), [0, 0, 1, 1]);
        table.import_as("b.csv", one, &words).answer();
        let store = table.open();
        let school = store
            .school_by_code(&SchoolCode::parse("00CD00").unwrap())
            .unwrap()
            .unwrap();
        let sem = store.pupil_by_number(school.id, "02").unwrap().unwrap();
        assert_eq!((sem.left_on, sem.out_of_sight_since), (left, out), "{word}");
    }
}

#[test]
fn schools_come_from_the_published_file_with_one_undo() {
    let table = Table::laid();
    let file = sent("data/scholen-verzonnen.csv");
    let words = ["--soort=scholen", "--formaat=json"];
    let told = table
        .import_file(&file, &[&words[..], &["--controleer"]].concat())
        .json();
    // De Brug is there already, its place in small letters; two schools are of another kind.
    let not_understood = told["not_understood"].as_array().unwrap();
    assert!(not_understood.contains(&json!("POSTCODE")) && not_understood.len() == 10);
    let mut told = told;
    told["not_understood"] = json!([]);
    assert_eq!(
        told,
        json!({"written": false, "new": 2, "changed": 0, "unchanged": 1, "passed_over": 2, "changes": [],
            "not_understood": [],
            "refused": []})
    );
    let before = table.open().dump().unwrap();
    let text = table.import_file(&file, &["--kind", "schools"]).answer();
    assert!(text.contains("+ 00AB01 De Brug, locatie Zuid, ZWIJNDRECHT"), "{text}");
    let again = table.import_file(&file, &words).json();
    assert_eq!((&again["unchanged"], &again["written"]), (&json!(3), &json!(false)));
    let mut store = table.open();
    assert_eq!(store.schools().unwrap().len(), 4);
    store.undo(at("11:00")).unwrap();
    assert_eq!(store.dump().unwrap(), before);
}

#[test]
fn contacts_are_filled_in_by_rank_and_nobody_is_guessed() {
    let table = Table::laid();
    let before = table.open().dump().unwrap();
    let text = "school;rang;naam;partij;functie;telefoon;email\n\
                De Schakel;1;Jan de Boer;Sociale Dienst;klantmanager;078-1;\n\
                00CD00;2;Nieuw Iemand;Sociale Dienst;;;n@voorbeeld.nl\n\
                De Schakel;2;Nog Iemand;Sociale Dienst;;;\n\
                De Haan;1;Jan de Boer;Sociale Dienst;;;\n\
                De Brug;3;Jan de Boer;Onbekend BV;;;\n";
    let told = table
        .import_as("c.csv", text, &["--soort=contacten", "--formaat=json"])
        .json();
    let reasons: Vec<_> = told["refused"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| (&one["row"], &one["reason"]))
        .collect();
    assert_eq!(
        reasons,
        [
            (&json!(4), &json!("rank_twice")),
            (&json!(5), &json!("unknown_school")),
            (&json!(6), &json!("unknown_party")),
        ]
    );
    assert_eq!((&told["new"], &told["written"]), (&json!(2), &json!(true)));
    let store = table.open();
    let school = store
        .school_by_code(&SchoolCode::parse("00CD00").unwrap())
        .unwrap()
        .unwrap();
    let contacts = store.contacts(school.id).unwrap();
    let told: Vec<_> = contacts
        .fixed
        .iter()
        .map(|(rank, one)| (*rank, one.full(), one.phone.clone()))
        .collect();
    assert_eq!(told[0].0, 1);
    assert_eq!((told[0].1.as_str(), told[0].2.as_str()), ("Jan de Boer", "078-1"));
    assert_eq!((told[1].0, told[1].1.as_str()), (2, "Nieuw Iemand"));
    drop(store);
    let again = table
        .import_as("c.csv", text, &["--soort=contacten", "--formaat=json"])
        .json();
    assert_eq!(
        (&again["new"], &again["changed"], &again["unchanged"], &again["written"]),
        (&json!(0), &json!(0), &json!(2), &json!(false))
    );
    let mut store = table.open();
    store.undo(at("11:00")).unwrap();
    assert_eq!(store.dump().unwrap(), before);
}

/// Whoever reads a list in over what is there sees what was there, of schools and of contacts alike.
#[test]
fn what_a_list_of_schools_or_contacts_overwrites_is_told_field_by_field() {
    let table = Table::laid();
    let text = "brin;vestigingsnaam;plaatsnaam;onderwijsstructuur\n00AB00;De Overkant;Dordrecht;pro\n";
    let words = ["--soort=scholen", "--controleer"];
    let said = table.import_as("s.csv", text, &words).answer();
    assert!(said.contains("~ 00AB00 De Brug: naam De Brug → De Overkant"), "{said}");
    let told = table
        .import_as("s.csv", text, &[&words[..], &["--formaat=json"]].concat())
        .json();
    let name = &told["changes"][0]["fields"][0];
    assert_eq!(
        *name,
        json!({"field": "name", "before": "De Brug", "after": "De Overkant"})
    );
    let first = "school;rang;naam;partij;telefoon\nDe Schakel;7;Nieuw Iemand;Sociale Dienst;078-1\n";
    table.import_as("c.csv", first, &["--soort=contacten"]).answer();
    let second = first.replace("078-1", "078-2");
    let words = ["--soort=contacten", "--controleer"];
    let said = table.import_as("c.csv", &second, &words).answer();
    assert!(said.contains("telefoon 078-1 → 078-2"), "{said}");
    let other = first.replace("Nieuw", "Ander");
    let said = table.import_as("c.csv", &other, &words).answer();
    assert!(said.contains("contactpersoon Nieuw Iemand → Ander Iemand"), "{said}");
}

/// Somebody new who is on the list more than once is one person, and has what any of the rows says.
#[test]
fn somebody_new_for_two_schools_is_added_once_and_a_second_time_nothing_happens() {
    let table = Table::laid();
    let people = table.open().people(None, 100).unwrap().len();
    let text = "school;rang;naam;partij;functie;telefoon;email\n\
                De Schakel;1;Nieuw Iemand;Sociale Dienst;;;\n\
                De Brug;4;Nieuw Iemand;Sociale Dienst;;078-1;n@voorbeeld.nl\n\
                De Schakel;2;Nieuw  IEMAND;Sociale Dienst;coach;078-2;N@voorbeeld.nl\n\
                De Schakel;3;Nieuw Iemand;Sociale Dienst;;078-3;ander@voorbeeld.nl\n\
                De Schakel;4;Nieuw Iemand;Sociale Dienst;;;\n";
    let words = ["--soort=contacten", "--formaat=json"];
    let told = table.import_as("c.csv", text, &words).json();
    assert_eq!(
        (&told["new"], &told["changed"], &told["written"]),
        (&json!(4), &json!(1), &json!(true))
    );
    let there = table.open().people(None, 100).unwrap();
    let new: Vec<_> = there
        .iter()
        .filter(|one| one.full() == "Nieuw Iemand")
        .map(|one| (one.position.as_str(), one.phone.as_str(), one.email.as_str()))
        .collect();
    // Another address is another person, and without one nobody knows which of the two is meant; the third row fills in
    // what somebody does, and leaves the rank that the first one gave.
    assert_eq!(
        new,
        [
            ("coach", "078-1", "n@voorbeeld.nl"),
            ("", "078-3", "ander@voorbeeld.nl"),
            ("", "", "")
        ]
    );
    assert_eq!(there.len(), people + 3);
    let before = table.bytes();
    let again = table.import_as("c.csv", text, &words).json();
    assert_eq!(
        (&again["new"], &again["changed"], &again["unchanged"], &again["written"]),
        (&json!(0), &json!(0), &json!(5), &json!(false))
    );
    assert!(table.bytes() == before);
}

/// The example beside the program can be read as it is, and its columns stand in the help.
#[test]
fn the_example_of_contacts_is_read_whole() {
    let table = Table::laid();
    let words = ["--soort=contacten", "--formaat=json", "--controleer"];
    let told = table
        .import_file(&sent("data/contactpersonen-verzonnen.csv"), &words)
        .json();
    assert_eq!(
        (&told["refused"], &told["not_understood"]),
        (&json!([]), &json!([])),
        "{told}"
    );
    let help = table.run(&["importeer", "--help"]).answer();
    for column in ["rang", "functie", "organisatie", "vestigingsnaam", "onderwijsstructuur"] {
        assert!(help.contains(column), "{column} is not in {help}");
    }
}
