//! Everything out of a file and into another, by the program itself.

use std::path::{Path, PathBuf};

use dakpan::store::{HISTORY, RECORDS, Store};
use dakpan::text::{EN, NL};
use rusqlite::Connection;
use serde_json::Value;
use tempfile::TempDir;

use super::{Said, Table, dakpan, said};
use crate::desk::Desk;

/// A folder in which a demo, another file or an export is made.
struct Place(TempDir);

impl Place {
    fn new() -> Self {
        let folder = TempDir::new().unwrap();
        std::fs::write(folder.path().join("sleutel"), [3; 32]).unwrap();
        Self(folder)
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    fn run(&self, file: &Path, words: &[&str]) -> Said {
        let mut command = dakpan();
        command.arg("--bestand").arg(file);
        command.arg("--sleutel-bestand").arg(self.path("sleutel"));
        command.args(["--vandaag", "2026-06-03"]).args(words);
        said(&mut command)
    }

    /// Takes everything out of a file.
    fn out(&self, file: &Path) -> (PathBuf, Value) {
        let folder = self.path("uit");
        let told = self.run(
            file,
            &["uitvoer", folder.to_str().unwrap(), "--ja", "--formaat", "json"],
        );
        (folder, told.json())
    }
}

fn open(place: &Place, file: &Path) -> Store {
    let secret = dakpan::store::Secret::from_key_file(&place.path("sleutel")).unwrap();
    Store::open(super::opening(file.to_owned(), secret)).unwrap()
}

/// The demo holds every kind of work at a table, its history and pupils who went in beside the journal.
#[test]
fn a_whole_file_comes_back_from_json_lines_and_from_csv() {
    let place = Place::new();
    let demo = place.path("demo.dakpan");
    place.run(&demo, &["demo", "--alleen-maken"]).answer();
    let (folder, told) = place.out(&demo);
    assert_eq!(told["tables"], RECORDS.len());
    let digest = open(&place, &demo).records_hash().unwrap();
    assert_eq!(told["records"], digest);

    for form in ["jsonl", "csv"] {
        let file = place.path(&format!("{form}.dakpan"));
        let taken = place
            .run(&file, &["invoer", folder.to_str().unwrap(), "--formaat", "json"])
            .json();
        assert_eq!(taken["records"], digest, "{form}");
        assert_eq!(taken["rows"], told["rows"]);
        let (first, second) = (open(&place, &demo), open(&place, &file));
        assert_eq!(first.dump().unwrap(), second.dump().unwrap());
        assert_eq!(second.check().unwrap(), Vec::<String>::new());
        assert!(second.journal(1, None).unwrap().is_empty(), "the history stays behind");
        std::fs::remove_dir_all(folder.join("jsonl")).ok();
    }
}

/// What a monkey leaves behind holds texts that nobody would think of.
#[test]
fn whatever_was_typed_comes_back() {
    let place = Place::new();
    let (desk, _) = Desk::with_pupils(5);
    let mut desk = desk.with_store(|store| {
        for text in [
            "=1+1",
            "'",
            "''=x",
            "-5",
            "@e",
            "a\tb;\"c\",\r\nd",
            "",
            "\u{feff}é ı 漢",
        ] {
            let about = dakpan::store::About {
                intent: "test",
                pupil: None,
                meeting: None,
            };
            let id = store.next_id();
            let row = serde_json::json!({"id": id, "kind": "uwv", "name": text, "place": text});
            store
                .change(about, super::at("11:00"), |tx| tx.put_image("party", &row.to_string()))
                .unwrap();
        }
    });
    desk.press("S").press("PgDn h o i Space = 1 Enter PgDn Esc u b");
    let file = place.path("tafel.dakpan");
    let digest = desk.store().records_hash().unwrap();
    desk.store()
        .backup(&file, &mut |_, _| std::ops::ControlFlow::Continue(()))
        .unwrap();
    let (folder, told) = place.out(&file);
    assert_eq!(told["records"], digest);
    for form in ["jsonl", "csv"] {
        let other = place.path(form);
        let taken = place
            .run(&other, &["invoer", folder.to_str().unwrap(), "--formaat", "json"])
            .json();
        assert_eq!(taken["records"], digest, "{form}");
        std::fs::remove_dir_all(folder.join("jsonl")).ok();
    }
}

#[test]
fn every_record_is_in_both_forms_and_told_in_both_languages() {
    let table = Table::laid();
    let folder = table.folder.path().join("uit");
    table.run(&["uitvoer", folder.to_str().unwrap(), "--yes"]).answer();
    let schema: Value = serde_json::from_slice(&std::fs::read(folder.join("schema.json")).unwrap()).unwrap();
    let told: Vec<&str> = schema["tables"]
        .as_array()
        .unwrap()
        .iter()
        .map(|t| t["name"].as_str().unwrap())
        .collect();
    assert_eq!(told, RECORDS);
    for record in RECORDS {
        assert!(folder.join(format!("csv/{record}.csv")).is_file(), "{record}");
        assert!(folder.join(format!("jsonl/{record}.jsonl")).is_file(), "{record}");
        for words in [&NL.whole, &EN.whole] {
            assert!(words.about(record).ends_with('.'), "{record} is told in a sentence");
        }
    }
    for table in HISTORY {
        assert!(folder.join(format!("geschiedenis/{table}.jsonl")).is_file(), "{table}");
    }
    let pupil = schema["tables"]
        .as_array()
        .unwrap()
        .iter()
        .find(|t| t["name"] == "pupil")
        .unwrap();
    assert_eq!(pupil["rows"], 3);
    let column = |name: &str| {
        pupil["columns"]
            .as_array()
            .unwrap()
            .iter()
            .find(|c| c["name"] == name)
            .unwrap()
            .clone()
    };
    assert_eq!(column("school")["references"], "school");
    assert_eq!(column("wish")["default"], "");
    assert_eq!(column("birth")["required"], false);
    assert!(pupil["sql"].as_str().unwrap().contains("further_education"));
}

#[cfg(unix)]
#[test]
fn what_is_written_is_for_this_user_alone() {
    use std::os::unix::fs::PermissionsExt;
    let table = Table::laid();
    let folder = table.folder.path().join("uit");
    std::fs::create_dir(&folder).unwrap();
    table
        .run(&["uitvoer", folder.to_str().unwrap(), "--sqlite", "--ja"])
        .answer();
    let mode = |path: &Path| std::fs::metadata(path).unwrap().permissions().mode() & 0o777;
    assert_eq!(mode(&folder), 0o700);
    for inside in std::fs::read_dir(&folder).unwrap() {
        let path = inside.unwrap().path();
        let wanted = if path.is_dir() { 0o700 } else { 0o600 };
        assert_eq!(mode(&path), wanted, "{}", path.display());
        for file in std::fs::read_dir(&path).into_iter().flatten() {
            assert_eq!(mode(&file.unwrap().path()), 0o600);
        }
    }
}

#[test]
fn it_is_confirmed_first_and_never_written_over_anything() {
    let table = Table::laid();
    let folder = table.folder.path().join("uit");
    let words = folder.to_str().unwrap();
    assert!(
        table.run(&["uitvoer", words]).refusal().contains("--ja"),
        "nobody to ask"
    );
    assert!(!folder.exists());
    std::fs::create_dir(&folder).unwrap();
    std::fs::write(folder.join("iets"), "x").unwrap();
    let refused = table.run(&["uitvoer", words, "--ja"]).refusal();
    assert!(refused.ends_with("Kies een nieuwe of lege map."), "{refused}");
    assert_eq!(std::fs::read_dir(&folder).unwrap().count(), 1);
}

#[test]
fn a_plain_copy_opens_in_any_program_and_holds_no_secret_of_this_one() {
    let table = Table::laid();
    let folder = table.folder.path().join("uit");
    table
        .run(&["uitvoer", folder.to_str().unwrap(), "--sqlite", "--ja"])
        .answer();
    let plain = Connection::open(folder.join("dakpan.sqlite")).unwrap();
    let count = |sql: &str| plain.query_row(sql, [], |row| row.get::<_, i64>(0)).unwrap();
    assert_eq!(count("SELECT count(*) FROM pupil"), 3);
    assert_eq!(count("SELECT count(*) FROM pragma_foreign_key_check"), 0);
    assert_eq!(
        count("SELECT count(*) FROM pragma_integrity_check WHERE integrity_check <> 'ok'"),
        0
    );
    let mut tables: Vec<String> = plain
        .prepare("SELECT name FROM sqlite_master WHERE type <> 'index'")
        .unwrap()
        .query_map([], |row| row.get(0))
        .unwrap()
        .map(Result::unwrap)
        .collect();
    let mut wanted: Vec<&str> = RECORDS.iter().chain(HISTORY).copied().collect();
    tables.sort();
    wanted.sort_unstable();
    assert_eq!(tables, wanted);
    // Another program may go on with it: no trigger of this one stands in the way.
    plain.execute("UPDATE pupil SET wish = 'x'", []).unwrap();
}

/// Changes one line of an export and brings it in.
fn mended(place: &Place, folder: &Path, name: &str, change: impl Fn(&str) -> String) -> String {
    let path = folder.join(name);
    let text = std::fs::read_to_string(&path).unwrap();
    std::fs::write(&path, change(&text)).unwrap();
    let file = place.path("nieuw.dakpan");
    let refused = place.run(&file, &["invoer", folder.to_str().unwrap()]).refusal();
    assert!(!file.exists(), "nothing is left behind: {refused}");
    std::fs::write(&path, text).unwrap();
    refused.split(&format!("{name}: ")).last().unwrap().to_owned()
}

#[test]
fn what_is_wrong_is_told_by_file_line_and_column_and_nothing_is_left() {
    let table = Table::laid();
    let place = Place::new();
    let (folder, _) = place.out(&table.path());
    let json = |change: fn(&str) -> String| mended(&place, &folder, "jsonl/pupil.jsonl", change);
    let third = |text: &str, from: &str, to: &str| {
        let at = text.match_indices(from).nth(2).unwrap().0;
        format!("{}{to}{}", &text[..at], &text[at + from.len()..])
    };
    let said = json(|text| format!("{text}nee\n"));
    assert_eq!(said, "regel 4: dit is geen rij van de tabel.");
    let said = mended(&place, &folder, "jsonl/pupil.jsonl", |text| {
        third(text, "\"unknown\"", "\"anders\"")
    });
    assert_eq!(said, "regel 2, kolom profile: deze waarde mag hier niet.");
    let said = json(|text| text.replacen("\"class\":\"\"", "\"class\":5", 1));
    assert_eq!(
        said,
        "regel 1, kolom class: de waarde is van een andere soort dan de kolom."
    );
    let said = json(|text| text.replacen("\"9002\"", "\"9001\"", 1));
    assert_eq!(said, "regel 2, kolom school: een andere rij heeft hetzelfde.");
    let said = json(|text| {
        let at = text.rfind("\"school\":").unwrap() + 9;
        format!("{}1{}", &text[..at], &text[at + text[at..].find(',').unwrap()..])
    });
    assert_eq!(said, "regel 3, kolom school: dit verwijst naar een rij die er niet is.");
    let said = json(|text| text.lines().flat_map(|line| [line, "\n", line, "\n"]).collect());
    assert!(said.starts_with("regel 2, kolom id: een andere rij"), "{said}");

    std::fs::remove_dir_all(folder.join("jsonl")).unwrap();
    let said = mended(&place, &folder, "csv/pupil.csv", |text| {
        text.replacen("number", "nummer", 1)
    });
    assert_eq!(said, "regel 2, kolom nummer: deze kolom kent de tabel niet.");
    let said = mended(&place, &folder, "csv/party.csv", |text| format!("{text}x;uwv;a;b\n"));
    assert!(
        said.ends_with("kolom id: de waarde is van een andere soort dan de kolom."),
        "{said}"
    );
    // What a spreadsheet with commas wrote is read as well.
    let said = mended(&place, &folder, "csv/party.csv", |text| {
        format!("{}x,uwv,a,b\n", text.replace(';', ","))
    });
    assert!(
        said.ends_with("kolom id: de waarde is van een andere soort dan de kolom."),
        "{said}"
    );
    std::fs::remove_file(folder.join("csv/note.csv")).unwrap();
    let file = place.path("nieuw.dakpan");
    let refused = place.run(&file, &["invoer", folder.to_str().unwrap()]).refusal();
    assert!(
        refused.contains("note.csv: Dit deel van de uitvoer ontbreekt"),
        "{refused}"
    );
}

#[test]
fn a_file_with_records_takes_nothing_in() {
    let table = Table::laid();
    let place = Place::new();
    let (folder, _) = place.out(&table.path());
    let before = table.open().dump().unwrap();
    let refused = table.run(&["invoer", folder.to_str().unwrap()]).refusal();
    assert!(refused.contains("In dit bestand staan al gegevens."), "{refused}");
    assert_eq!(table.open().dump().unwrap(), before);
    let refused = table.run(&["invoer", place.path("niets").to_str().unwrap()]).refusal();
    assert!(refused.contains("geen uitvoer van dakpan"), "{refused}");
}

#[test]
fn an_export_of_a_newer_program_is_refused() {
    let table = Table::laid();
    let place = Place::new();
    let (folder, _) = place.out(&table.path());
    let version = format!("\"schema\": {}", Store::schema_version());
    let said = mended(&place, &folder, "schema.json", |text| {
        text.replace(&version, "\"schema\": 999")
    });
    assert!(said.contains("nieuwer programma (versie 999"), "{said}");
}

#[test]
fn a_plain_copy_of_a_whole_demo_is_sound() {
    let place = Place::new();
    let file = place.path("tafel.dakpan");
    place.run(&file, &["demo", "--alleen-maken"]).answer();
    let folder = place.path("uit");
    place
        .run(&file, &["uitvoer", folder.to_str().unwrap(), "--sqlite", "--ja"])
        .answer();
    let plain = Connection::open(folder.join("dakpan.sqlite")).unwrap();
    let count = |sql: &str| plain.query_row(sql, [], |row| row.get::<_, i64>(0)).unwrap();
    assert!(count("SELECT count(*) FROM tile") > 300);
    assert_eq!(count("SELECT count(*) FROM pragma_foreign_key_check"), 0);
    place.run(&file, &["controle"]).answer();
}

#[test]
fn an_export_from_which_a_line_was_cut_is_refused() {
    let table = Table::laid();
    let place = Place::new();
    let (folder, _) = place.out(&table.path());
    for form in ["jsonl/pupil.jsonl", "csv/pupil.csv"] {
        // No row points at the last pupil, so that nothing else would have told.
        let said = mended(&place, &folder, form, |text| {
            let whole = text.trim_end();
            whole[..=whole.rfind('\n').unwrap()].to_owned()
        });
        assert!(
            said.starts_with("hier horen 3 rijen te staan en er staan er 2"),
            "{form}: {said}"
        );
        std::fs::remove_dir_all(folder.join("jsonl")).ok();
    }
}

/// Whoever mends an export on purpose may, and whoever gets one from somebody is told.
#[test]
fn an_export_that_was_changed_is_told() {
    let table = Table::laid();
    let place = Place::new();
    let (folder, _) = place.out(&table.path());
    let take = |name: &str, words: &[&str]| {
        let mut all = vec!["invoer", folder.to_str().unwrap()];
        all.extend(words);
        place.run(&place.path(name), &all)
    };
    assert!(!take("een.dakpan", &[]).answer().contains("Let op"));
    let path = folder.join("jsonl/pupil.jsonl");
    let text = std::fs::read_to_string(&path).unwrap();
    std::fs::write(&path, text.replacen("\"wish\":\"\"", "\"wish\":\"anders\"", 1)).unwrap();
    let told = take("twee.dakpan", &[]).answer();
    assert!(told.contains("Sindsdien veranderd: pupil."), "{told}");
    let told = take("drie.dakpan", &["--formaat", "json"]).json();
    assert_eq!(told["altered"], serde_json::json!(["pupil"]));
}
