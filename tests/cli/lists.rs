//! Importing a school's list: two lists as schools send them, what is refused, and one undo for the whole.

use std::path::PathBuf;

use serde_json::{Value, json};

use super::{Said, Table, at};

fn sent(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
        .join("tests/exchange/lists")
        .join(name)
}

impl Table {
    fn import(&self, list: &std::path::Path, words: &[&str]) -> Said {
        self.run(&[&["importeer", list.to_str().unwrap()], words].concat())
    }

    /// Imports a list of its own, for De Schakel.
    fn import_text(&self, text: &str, words: &[&str]) -> Said {
        let list = self.folder.path().join("lijst.csv");
        std::fs::write(&list, text).unwrap();
        self.import(&list, &[&["--school", "00CD00"], words].concat())
    }
}

fn counts(told: &Value) -> [u64; 4] {
    ["new", "changed", "unchanged", "vanished"].map(|key| told[key].as_u64().unwrap())
}

#[test]
fn two_lists_are_imported_as_schools_send_them_and_a_second_time_nothing_changes() {
    let table = Table::laid();
    let read = |said: Said| said.json();
    for (file, school, encoding, pupils) in [
        ("pro-windows1252.csv", "00AB00", "windows-1252", 24),
        ("vso-utf8.csv", "00cd 00", "UTF-8", 18),
    ] {
        let vanished = if school == "00AB00" { 3 } else { 0 };
        let words = ["--school", school, "--formaat", "json"];
        let checked = read(table.import(&sent(file), &[&words[..], &["--controleer"]].concat()));
        assert_eq!(counts(&checked), [pupils, 0, 0, vanished]);
        assert_eq!(
            (&checked["written"], &checked["encoding"]),
            (&json!(false), &json!(encoding))
        );
        let mut first = read(table.import(&sent(file), &words));
        assert_eq!(first["written"], true);
        first["written"] = json!(false);
        assert_eq!(first, checked, "the preview says what is done");
        let before = table.open().journal(1, None).unwrap();
        let second = read(table.import(&sent(file), &words));
        assert_eq!(counts(&second), [0, 0, pupils, vanished]);
        assert_eq!(second["written"], false);
        assert_eq!(
            table.open().journal(1, None).unwrap(),
            before,
            "nothing changed, so no entry"
        );
    }
    let store = table.open();
    let brug = store
        .school_by_code(&dakpan::domain::people::SchoolCode::parse("00AB00").unwrap())
        .unwrap()
        .unwrap();
    let pupil = store.pupil_by_number(brug.id, "000370").unwrap().unwrap();
    assert_eq!(pupil.name.full(), "Kübra Çelik");
    assert_eq!(pupil.leaving, "2027-07-31".parse().ok());
}

#[test]
fn looking_only_writes_nothing_at_all() {
    let table = Table::laid();
    let before = table.bytes();
    let told = table
        .import(&sent("vso-utf8.csv"), &["--school", "00CD00", "--controleer"])
        .answer();
    assert!(
        told.contains("nieuw 18 · gewijzigd 0 · gelijk 0 · niet meer in de lijst 0 · geweigerd 0"),
        "{told}"
    );
    assert!(
        told.ends_with("Alleen gecontroleerd: er is niets geschreven.\n"),
        "{told}"
    );
    let english = table.run(&[
        "import",
        sent("vso-utf8.csv").to_str().unwrap(),
        "--school=00CD00",
        "--check",
        "--lang=en",
    ]);
    assert!(english.answer().contains("new 18 · changed 0 · same 0"));
    assert!(table.bytes() == before);
}

#[test]
fn one_undo_takes_the_whole_list_back() {
    let table = Table::laid();
    let told = table
        .import(&sent("pro-windows1252.csv"), &["--school", "00AB00"])
        .answer();
    assert!(
        told.contains("De Brug (00AB00): 24 rijen gelezen (windows-1252)"),
        "{told}"
    );
    assert!(told.contains("Ctrl+Z"), "{told}");
    let mut store = table.open();
    assert!(store.pupil_by_number(table.brug, "000370").unwrap().is_some());
    let undone = store.undo(at("11:00")).unwrap();
    assert_eq!(undone.intent, "import_list");
    assert!(store.pupil_by_number(table.brug, "000370").unwrap().is_none());
    assert!(
        store.pupil_by_number(table.brug, "9001").unwrap().is_some(),
        "only the list is taken back"
    );
    store.redo(at("11:01")).unwrap();
    assert!(store.pupil_by_number(table.brug, "000370").unwrap().is_some());
}

/// Who is new, who changes in what and who is gone is told before and after, by initials unless names are asked for;
/// who may not be named yet is a case, as everywhere.
#[test]
fn what_a_list_does_is_told_of_each_pupil() {
    let table = Table::laid();
    let first = "leerlingnummer;roepnaam;achternaam;klas\n01;Noor;Bakker;5A\n02;Sem;Wit;5B\n";
    table.import_text(first, &[]).answer();
    let second = "leerlingnummer;roepnaam;achternaam;klas\n01;Noor;de Bakker;6A\n03;Mo;Ali;5B\n";
    let told = table.import_text(second, &["--controleer"]).answer();
    for line in [
        "Nieuw (1)\n  rij 3 · M.A.\n",
        "rij 2 · casus 1: achternaam (wat er staat: met --met-namen)",
        "klas 5A → 6A",
        "Niet meer in de lijst (1)\n  casus 1\n",
    ] {
        assert!(told.contains(line), "{line} is not in {told}");
    }
    assert!(!told.contains("Bakker") && !told.contains("Wit"), "{told}");
    let named = table.import_text(second, &["--controleer", "--met-namen"]).answer();
    assert!(
        named.contains("achternaam Bakker → de Bakker") && named.contains("  Sem Wit\n"),
        "{named}"
    );
    let rows: String = (10..40).map(|n| format!("{n};Een;Twee;5A\n")).collect();
    let many = format!("leerlingnummer;roepnaam;achternaam;klas\n{rows}");
    let told = table.import_text(&many, &[]).answer();
    assert!(told.contains("Nieuw (30)") && told.contains("  en nog 10\n"), "{told}");
}

/// Nobody is put out of sight by one command without a word, where there is somebody to say it.
#[test]
fn whoever_vanishes_is_asked_about_in_a_terminal() {
    let table = Table::laid();
    let first = "leerlingnummer;roepnaam;achternaam\n01;Noor;Bakker\n02;Sem;Wit\n";
    table.import_text(first, &[]).answer();
    let list = table.folder.path().join("lijst.csv");
    std::fs::write(&list, "leerlingnummer;roepnaam;achternaam\n01;Noor;Bakker\n").unwrap();
    let answered = |answer: &'static str| {
        let path = table.path().display().to_string();
        let key = table.folder.path().join("sleutel").display().to_string();
        let list = list.display().to_string();
        let words = [
            "dakpan",
            "--bestand",
            &path,
            "--sleutel-bestand",
            &key,
            "importeer",
            &list,
        ];
        let today = ["--vandaag=2026-06-03", "--school=00CD00", "--verdwenen=vertrokken"];
        let words = [&words[..], &today].concat();
        let words = words.into_iter().map(std::ffi::OsString::from);
        let (options, command) = dakpan::cli::parse(words, &|_| None).unwrap();
        let (mut out, mut err, mut asked) = (Vec::new(), Vec::new(), String::new());
        let mut io = dakpan::cli::Io {
            out: &mut out,
            err: &mut err,
            ask: &mut |question, _| {
                asked.push_str(question);
                Ok(zeroize::Zeroizing::new(answer.to_owned()))
            },
            watch: &mut |_, _| std::ops::ControlFlow::Continue(()),
        };
        let code = dakpan::cli::run(&options, &command, &mut io);
        (code, asked)
    };
    let before = table.bytes();
    let (code, asked) = answered("n");
    assert!(
        asked.contains("  casus 1\n") && asked.ends_with("1 worden als vertrokken genoteerd. Doorgaan? (j/n) "),
        "{asked}"
    );
    assert!(code != 0 && table.bytes() == before, "no is no");
    let (code, _) = answered("j");
    assert!(code == 0 && table.bytes() != before);
}

#[test]
fn what_a_list_changes_is_filled_and_what_it_leaves_out_stays() {
    let table = Table::laid();
    table
        .import_text(
            "leerlingnummer;roepnaam;achternaam;klas\n01;Noor;Bakker;5A\n02;Sem;Wit;5B\n",
            &[],
        )
        .answer();
    let told = table.import_text(
        "leerlingnummer;roepnaam;achternaam;klas\n01;Noor;de Bakker;\n03;Mo;Ali;5B\n",
        &["--formaat=json"],
    );
    assert_eq!(counts(&told.json()), [1, 1, 0, 1]);
    let store = table.open();
    let school = store
        .schools()
        .unwrap()
        .into_iter()
        .find(|school| school.name == "De Schakel")
        .unwrap();
    let noor = store.pupil_by_number(school.id, "01").unwrap().unwrap();
    assert_eq!((noor.name.family.as_str(), noor.class.as_str()), ("de Bakker", "5A"));
    assert!(
        store.pupil_by_number(school.id, "02").unwrap().is_some(),
        "nobody drops off a list"
    );
}

const FAULTY: &str = "leerlingnummer;roepnaam;achternaam;geboortedatum;klas\n\
    01;Noor;Bakker;31-06-2009;5A\n\
    02;;Wit;01-02-2009;5A\n\
    03;Sem;Ali;01-02-2009;5A\n\
    03;Mo;Zand;01-02-2009;5A\n\
    ;Lot;Kok;vandaag;5A\n\
    04;?pek;Demir;01-02-2009;5A\n";

#[test]
fn every_refused_row_is_named_with_its_number_column_value_and_reason() {
    let table = Table::laid();
    let told = table.import_text(FAULTY, &[]).answer();
    for line in [
        "Geweigerd: rij 2, geboortedatum '31-06-2009': deze dag bestaat niet",
        "Geweigerd: rij 3, roepnaam: de naam ontbreekt",
        "Geweigerd: rij 4, leerlingnummer '03': dit nummer staat ook in rij 5; geen van beide is gelezen",
        "Geweigerd: rij 5, leerlingnummer '03': dit nummer staat ook in rij 4; geen van beide is gelezen",
        "Geweigerd: rij 6, leerlingnummer: het leerlingnummer ontbreekt",
        "Geweigerd: rij 6, geboortedatum 'vandaag': dit is geen datum",
        "Kijk na: rij 7, roepnaam '?pek': een letter is beschadigd aangekomen",
        "nieuw 1 · gewijzigd 0 · gelijk 0 · niet meer in de lijst 0 · geweigerd 5",
    ] {
        assert!(told.lines().any(|said| said == line), "{line} is not in {told}");
    }
    let english = table.import_text(FAULTY, &["--lang", "en"]).answer();
    assert!(
        english.contains("Refused: row 2, geboortedatum '31-06-2009': there is no such day"),
        "{english}"
    );
}

#[test]
fn refused_rows_as_json_hold_no_name_unless_asked() {
    let table = Table::laid();
    let words = ["--controleer", "--formaat", "json"];
    let told = table.import_text(FAULTY, &words).json();
    assert_eq!(
        told["refused"],
        json!([
            {"row": 2, "column": "geboortedatum", "value": "31-06-2009", "reason": "impossible_date"},
            {"row": 3, "column": "roepnaam", "value": null, "reason": "missing_name"},
            {"row": 4, "column": "leerlingnummer", "value": "03", "reason": "duplicate_number"},
            {"row": 5, "column": "leerlingnummer", "value": "03", "reason": "duplicate_number"},
            {"row": 6, "column": "leerlingnummer", "value": "", "reason": "missing_number"},
            {"row": 6, "column": "geboortedatum", "value": "vandaag", "reason": "bad_date"},
        ])
    );
    assert_eq!(
        told["remarks"],
        json!([{"row": 7, "column": "roepnaam", "value": null, "reason": "unreadable_letter"}])
    );
    let named = table
        .import_text(FAULTY, &[&words[..], &["--met-namen"]].concat())
        .json();
    assert_eq!(named["remarks"][0]["value"], "?pek");
    // A cell that swallowed rows, and one without a heading, may hold anybody.
    for text in [
        "leerlingnummer;roepnaam;achternaam;klas\n1;Noor;Bakker;\"5A\n2;Sem;Wit;5B\n3;Mo;Ali;5B\"\n4;Li;Wu;5B\n",
        "leerlingnummer;roepnaam;achternaam;klas\n1;Noor;de;Bakker;5A\n2;Sem;Wit;5B\n",
    ] {
        let told = table.import_text(text, &words).answer();
        assert!(told.contains("\"refused\": [\n"), "{told}");
        assert!(!told.contains("Wit") && !told.contains("Bakker"), "{told}");
    }
}

/// A pupil whose row cannot be used is still on the list.
#[test]
fn a_refused_row_makes_nobody_vanish() {
    let table = Table::laid();
    table
        .import_text(
            "leerlingnummer;roepnaam;achternaam\n01;Noor;Bakker\n02;Sem;Wit\n03;Mo;Ali\n",
            &[],
        )
        .answer();
    let text = "leerlingnummer;roepnaam;achternaam;geboortedatum\n01;Noor;Bakker;31-06-2009\n02;Sem;Wit;\n";
    assert_eq!(
        counts(&table.import_text(text, &["--formaat", "json"]).json()),
        [0, 0, 1, 1]
    );
}

#[test]
fn a_list_of_which_no_row_can_be_used_fails_and_writes_nothing() {
    let table = Table::laid();
    let before = std::fs::read(table.path()).unwrap();
    let said = table.import_text("leerlingnummer;roepnaam;achternaam\n;Noor;Bakker\n", &[]);
    assert_eq!(said.code, 1);
    assert!(
        said.out
            .contains("Geweigerd: rij 2, leerlingnummer: het leerlingnummer ontbreekt"),
        "{}",
        said.out
    );
    assert!(said.err.contains("Geen enkele rij is te gebruiken"), "{}", said.err);
    assert_eq!(std::fs::read(table.path()).unwrap(), before);
}

#[test]
fn a_list_that_cannot_be_trusted_is_one_line_and_changes_nothing() {
    let table = Table::laid();
    let list = table.folder.path().join("lijst.csv");
    let before = std::fs::read(table.path()).unwrap();
    for (text, dutch, english) in [
        ("", "De lijst is leeg.", "The list is empty."),
        (
            "PK\u{3}\u{4}\0\0\0\0",
            "Dit rekenblad is beschadigd of afgebroken",
            "This workbook is damaged",
        ),
        ("%PDF-1.7", "Bewaar de lijst als CSV", "Save the list as CSV"),
        (
            "leerlingnummer;roepnaam;achternaam\n",
            "staat geen leerling",
            "no pupil below",
        ),
        ("1;2;3\n4;5;6\n", "geen kopregel", "no headings"),
        (
            "leerlingnummer;roepnaam;mentor\n1;Noor;Vos\n",
            "ontbreken: achternaam. Niet herkend: mentor.",
            "missing: family name",
        ),
        (
            "leerlingnummer;roepnaam;achternaam;bsn\n1;Noor;Bakker;123456782\n",
            "'bsn' bevat burgerservicenummers",
            "service numbers",
        ),
        (
            "leerlingnummer;roepnaam;roepnaam;achternaam\n1;Noor;N;Bakker\n",
            "Twee kolommen heten 'roepnaam'",
            "Two columns",
        ),
        (
            "leerlingnummer;roepnaam;achternaam\n1;Noor;\"Bakker\n",
            "In rij 2 begint een aanhalingsteken",
            "in row 2",
        ),
    ] {
        let line = table.import_text(text, &[]).refusal();
        assert!(
            line.starts_with(&format!("{}: ", list.display())) && line.contains(dutch),
            "{line}"
        );
        let line = table.import_text(text, &["--lang", "en"]).refusal();
        assert!(line.contains(english), "{line}");
    }
    assert_eq!(std::fs::read(table.path()).unwrap(), before);
}

#[test]
fn a_list_that_is_not_there_and_a_school_that_is_not_known_are_told() {
    let table = Table::laid();
    let gone = table.folder.path().join("weg.csv");
    let line = table.import(&gone, &["--school", "00AB00"]).refusal();
    assert!(
        line.starts_with(&format!("{}: Het bestand is er niet.", gone.display())),
        "{line}"
    );
    let line = table.import(table.folder.path(), &["--school", "00AB00"]).refusal();
    assert!(line.starts_with(&table.folder.path().display().to_string()), "{line}");
    let before = table.bytes();
    let line = table.import(&sent("vso-utf8.csv"), &["--school", "99ZZ01"]).refusal();
    assert!(line.starts_with("School 99ZZ01 staat niet in het bestand."), "{line}");
    assert!(table.bytes() == before);
}

/// Whose list it is need not be said when the list says it, or when there is no choice.
#[test]
fn the_school_of_a_list_is_the_one_it_names_and_otherwise_asked_for() {
    let table = Table::laid();
    let list = table.folder.path().join("zonder.csv");
    let read = |text: &str, words: &[&str]| {
        std::fs::write(&list, text).unwrap();
        table.run(&[&["importeer", list.to_str().unwrap(), "--controleer"], words].concat())
    };
    let named =
        |code: &str| format!("brin;leerlingnummer;roepnaam;achternaam\n{code};01;Noor;Bakker\n{code};02;Sem;Wit\n");
    for code in ["00CD00", "00cd"] {
        let told = read(&named(code), &["--formaat=json"]).json();
        assert_eq!((&told["school"], &told["new"]), (&json!("00CD00"), &json!(2)), "{code}");
    }
    let told = read(&named("00CD00"), &[]).answer();
    assert!(
        told.starts_with("De lijst noemt zelf de school: De Schakel (00CD00).\n"),
        "{told}"
    );
    let refused = read(&named("99ZZ00"), &[]).refusal();
    assert!(refused.contains("School 99ZZ00 staat niet in het bestand"), "{refused}");
    // Without a name there are two to choose from, and that is a matter of the words of the command.
    let asked = read("leerlingnummer;roepnaam;achternaam\n01;Noor;Bakker\n", &[]);
    assert_eq!((asked.code, asked.out.as_str()), (2, ""), "{}", asked.err);
    assert!(
        asked
            .err
            .contains("Geef --school met een van deze: 00AB00 De Brug, 00CD00 De Schakel"),
        "{}",
        asked.err
    );
    let mixed = named("00CD00") + "00AB00;03;Mo;Ali\n";
    assert_eq!(read(&mixed, &[]).code, 2, "a list of two schools is nobody's");
}

#[test]
fn columns_that_nobody_understands_are_named() {
    let table = Table::laid();
    let text = "leerlingnummer;roepnaam;achternaam;mentor\n01;Noor;Bakker;Jan\n";
    let told = table.import_text(text, &["--controleer"]).answer();
    assert!(told.contains("Niet begrepen en niet gelezen: mentor\n"), "{told}");
    let told = table.import_text(text, &["--controleer", "--formaat=json"]).json();
    assert_eq!(told["not_understood"], json!(["mentor"]));
}
