//! Two laptops by the program itself: a key, a bundle, merging, and choosing where both differ.

use std::path::PathBuf;

use dakpan::domain::Id;
use dakpan::store::Store;
use serde_json::Value;

use super::{Said, Table, about, at, dakpan, said};
use dakpan::domain::intent::Intent;

/// A second laptop beside the one of the table, with a file that is made by bringing everything in.
struct Other {
    table: Table,
    file: PathBuf,
}

impl Other {
    fn new() -> Self {
        let table = Table::laid();
        let out = table.folder.path().join("uit");
        table.run(&["uitvoer", out.to_str().unwrap(), "--ja"]).answer();
        let other = Self {
            file: table.folder.path().join("ander.dakpan"),
            table,
        };
        other.run(&["invoer", out.to_str().unwrap()]).answer();
        other
    }

    fn run(&self, words: &[&str]) -> Said {
        let mut command = dakpan();
        command.arg("--bestand").arg(&self.file);
        command
            .arg("--sleutel-bestand")
            .arg(self.table.folder.path().join("sleutel"));
        command.args(["--vandaag", "2026-06-03"]).args(words);
        said(&mut command)
    }

    fn open(&self) -> Store {
        let secret = dakpan::store::Secret::from_key_file(&self.table.folder.path().join("sleutel")).unwrap();
        Store::open(super::opening(self.file.clone(), secret)).unwrap()
    }

    /// A bundle of the table for the other laptop.
    fn bundle(&self, name: &str, more: &[&str]) -> (String, Value) {
        let key = self.run(&["bundel", "--sleutel", "--formaat", "json"]).json();
        let file = self.table.folder.path().join(name).display().to_string();
        let mut words = vec![
            "bundel",
            "--voor",
            key["key"].as_str().unwrap(),
            "--naar",
            &file,
            "--formaat",
            "json",
        ];
        words.extend(more);
        let told = self.table.run(&words).json();
        (file, told)
    }
}

fn first_pupil(store: &Store) -> Id {
    let mut first = 0;
    store
        .images("pupil", &mut |image| {
            let row: Value = serde_json::from_str(image).unwrap();
            first = if first == 0 { row["id"].as_i64().unwrap() } else { first };
            Ok(())
        })
        .unwrap();
    first
}

fn set(store: &mut Store, column: &str, value: &str, time: &str) {
    let id = first_pupil(store);
    let mut row = Value::Null;
    store
        .images("pupil", &mut |image| {
            let one: Value = serde_json::from_str(image).unwrap();
            if one["id"] == id {
                row = one;
            }
            Ok(())
        })
        .unwrap();
    row[column] = value.into();
    store
        .change(about(Intent::EditPupil, Some(id)), at(time), |tx| {
            tx.put_image("pupil", &row.to_string())
        })
        .unwrap();
}

fn wish(store: &Store) -> String {
    store.pupil(first_pupil(store)).unwrap().wish
}

#[test]
fn what_one_laptop_changed_comes_to_the_other_and_only_that() {
    let other = Other::new();
    let (_, first) = other.bundle("een.bundel", &[]);
    assert_eq!(
        (first["number"].as_i64(), first["whole"].as_bool()),
        (Some(1), Some(true))
    );
    set(&mut other.table.open(), "wish", "kanariewens", "11:00");
    let (file, told) = other.bundle("twee.bundel", &[]);
    let key = other.run(&["bundel", "--sleutel", "--formaat", "json"]).json();
    let line = format!("bundle {}", key["key"].as_str().unwrap());
    let trail = other.table.run(&["logboek", "--formaat", "json"]).json();
    let why: Vec<&str> = trail
        .as_array()
        .unwrap()
        .iter()
        .map(|line| line["why"].as_str().unwrap())
        .collect();
    assert_eq!(why, [line.as_str(), &line, "everything"], "what went out, and for whom");
    assert!(other.table.run(&["logboek"]).answer().contains("bundel voor age1"));
    assert_eq!(
        (told["number"].as_i64(), told["whole"].as_bool()),
        (Some(2), Some(false))
    );
    assert!(told["changes"].as_i64() < first["changes"].as_i64());
    let bytes = std::fs::read(&file).unwrap();
    assert!(
        !bytes.windows(7).any(|window| window == b"kanarie"),
        "locked on the disk"
    );

    assert!(
        other.run(&["samenvoegen", &file]).refusal().contains("--ja"),
        "it asks, and nobody is there"
    );
    let looked = other.run(&["samenvoegen", &file, "--controleer"]).answer();
    // A wish is what somebody typed: without names only the field is told.
    assert!(
        looked.contains("casus 1:\n    leerling, wens (wat er staat: met --met-namen)\n")
            && looked.contains("Van onbekend")
            && !looked.contains("kanarie"),
        "{looked}"
    );
    let in_full = other
        .run(&["samenvoegen", &file, "--controleer", "--met-namen"])
        .answer();
    assert!(in_full.contains("leerling, wens: niets → kanariewens\n"), "{in_full}");
    assert!(looked.contains("0 nieuw, 1 veranderd, 0 weg"), "{looked}");
    let json = |more: &[&str]| {
        let mut words = vec!["samenvoegen", &file, "--controleer", "--formaat", "json"];
        words.extend(more);
        other.run(&words).json()
    };
    let plain = json(&[]);
    assert_eq!(plain["records"][0]["fields"][0], "wish");
    assert!(!plain.to_string().contains("kanarie"), "a value may name people");
    let named = &json(&["--met-namen"])["records"][0]["values"][0];
    assert_eq!(
        (named["before"].as_str(), named["after"].as_str()),
        (Some(""), Some("kanariewens"))
    );
    assert_eq!(wish(&other.open()), "");
    let merged = other.run(&["samenvoegen", &file, "--ja", "--formaat", "json"]).json();
    assert_eq!(
        (merged["changed"].as_i64(), merged["written"].as_bool()),
        (Some(1), Some(true))
    );
    assert_eq!(wish(&other.open()), "kanariewens");
    let again = other.run(&["samenvoegen", &file]).answer();
    assert!(
        again.ends_with("De bundel zegt niets nieuws: er is niets veranderd.\n"),
        "{again}"
    );
    assert!(other.run(&["journaal"]).answer().contains("samengevoegde bundel"));
    assert_eq!(other.run(&["controle"]).answer(), "Het bestand is in orde.\n");

    let (_, third) = other.bundle("drie.bundel", &[]);
    assert_eq!(third["written"], false, "nothing changed since");
    assert!(!other.table.folder.path().join("drie.bundel").exists());
    let (_, fourth) = other.bundle("vier.bundel", &["--alles"]);
    assert_eq!(fourth["written"], true);
}

#[test]
fn a_conflict_is_listed_with_both_sides_and_settled_by_its_number() {
    let other = Other::new();
    other.bundle("een.bundel", &[]);
    set(&mut other.table.open(), "wish", "van hier", "11:00");
    set(&mut other.open(), "wish", "van daar", "11:30");
    let (file, _) = other.bundle("twee.bundel", &[]);
    // Before anything is merged it is told between what and what there will be to choose.
    let looked = other.run(&["samenvoegen", &file, "--controleer"]).answer();
    assert!(
        looked.contains("  leerling, wens:\n") && !looked.contains("van hier"),
        "what people typed may name people"
    );
    let looked = other
        .run(&["samenvoegen", &file, "--controleer", "--met-namen"])
        .answer();
    for told in ["leerling, wens:\n", "): van daar\n", "): van hier\n"] {
        assert!(looked.contains(told), "{told} is not in {looked}");
    }
    let json = other
        .run(&["samenvoegen", &file, "--controleer", "--formaat", "json"])
        .json();
    assert_eq!(json["between"][0]["field"], "wish");
    let number = json["between"][0]["number"].to_string();
    assert!(looked.contains(&format!("    {number}  leerling, wens:\n")), "{looked}");
    assert!(!json.to_string().contains("van hier"), "{json}");
    let merged = other.run(&["samenvoegen", &file, "--ja"]).answer();
    assert!(
        merged.contains("1 conflict om te kiezen") && merged.contains("--houd daar"),
        "{merged}"
    );
    let listed = other.run(&["samenvoegen", "--conflicten"]).answer();
    assert!(listed.starts_with(&number), "the same number: {listed}");
    for told in [
        "casus 1  leerling, wens\n",
        "hier (Voorzitter Test, wo 03-06-2026 11:30): tekst van 8 tekens\n",
        "daar (Voorzitter Test, wo 03-06-2026 11:00): andere tekst, ook van 8 tekens\n",
        "--conflicten --met-namen",
        "--houd daar",
    ] {
        assert!(listed.contains(told), "{told} is not in {listed}");
    }
    assert!(!listed.contains("van daar") && !listed.contains("van hier"), "{listed}");
    let in_full = other
        .run(&["merge", "--conflicts", "--with-names", "--lang", "en"])
        .answer();
    assert!(
        in_full.contains("11:30): van daar\n") && in_full.contains("11:00): van hier\n"),
        "{in_full}"
    );
    assert!(
        !in_full.contains("text of") && !in_full.contains("is left out"),
        "{in_full}"
    );
    let json = other.run(&["samenvoegen", "--conflicten", "--formaat", "json"]).json();
    assert_eq!(json[0]["field"], "wish");
    assert_eq!(json[0]["label"], "leerling, wens");
    assert!(
        !json.to_string().contains("van hier"),
        "what stands in it may name people"
    );
    let number = json[0]["number"].to_string();
    let missing = other.run(&["samenvoegen", "--conflict", &number]).misuse();
    assert!(missing.contains("--houd"), "{missing}");
    other
        .run(&["samenvoegen", "--conflict", &number, "--houd", "daar"])
        .answer();
    assert_eq!(wish(&other.open()), "van hier");
    assert_eq!(
        other.run(&["merge", "--conflicts", "--lang", "en"]).answer(),
        "There is nothing to choose.\n"
    );
    let refused = other
        .run(&["samenvoegen", "--conflict", &number, "--houd", "eigen"])
        .refusal();
    assert!(refused.contains(&format!("Er is geen conflict {number}.")), "{refused}");
}

#[test]
fn what_is_not_for_this_file_is_refused_in_a_sentence() {
    let other = Other::new();
    let (file, _) = other.bundle("een.bundel", &["--school", "Brug"]);
    let refused = other.table.run(&["samenvoegen", &file]).refusal();
    assert!(refused.contains("De bundel is voor een ander bestand."), "{refused}");
    let nonsense = other.table.folder.path().join("onzin");
    std::fs::write(&nonsense, "onzin").unwrap();
    let refused = other.run(&["samenvoegen", nonsense.to_str().unwrap()]).refusal();
    assert!(
        refused.contains("Dit is geen bundel, of hij is beschadigd."),
        "{refused}"
    );
    let refused = other
        .table
        .run(&["bundel", "--voor", "age1nee", "--naar", "x"])
        .refusal();
    assert!(refused.contains("Dit is geen sleutel van een ontvanger."), "{refused}");
    let misuse = other.table.run(&["bundel"]).misuse();
    assert!(misuse.contains("--voor") && misuse.contains("--naar"), "{misuse}");
    assert!(other.table.run(&["samenvoegen"]).misuse().contains("BUNDEL"));
    let taken = nonsense.to_str().unwrap();
    let key = other.run(&["bundel", "--sleutel"]).answer();
    let refused = other
        .table
        .run(&["bundel", "--voor", key.lines().next().unwrap(), "--naar", taken])
        .refusal();
    assert!(refused.starts_with(taken), "{refused}");
    assert_eq!(std::fs::read(&nonsense).unwrap(), b"onzin", "nothing is replaced");
}

/// Codes are told by their words, and who is pointed at by name.
#[test]
fn a_conflict_is_told_in_words_and_not_in_codes() {
    let other = Other::new();
    other.bundle("een.bundel", &[]);
    for (file, goal, time) in [
        (&mut other.table.open(), "regular_work", "11:00"),
        (&mut other.open(), "sheltered_work", "11:30"),
    ] {
        set(file, "goal", goal, time);
    }
    let (file, _) = other.bundle("twee.bundel", &[]);
    other.run(&["samenvoegen", &file, "--ja"]).answer();
    let listed = other.run(&["samenvoegen", "--conflicten"]).answer();
    assert!(
        listed.contains("leerling, doel") && listed.contains("beschut werk") && listed.contains("regulier werk"),
        "{listed}"
    );
    assert!(!listed.contains("--met-namen"), "nothing of it was left out: {listed}");
    assert!(!listed.contains("regular_work") && !listed.contains("goal"), "{listed}");
}

#[test]
fn a_bundle_is_not_made_for_oneself() {
    let other = Other::new();
    let key = other.table.run(&["bundel", "--sleutel"]).answer();
    let key = key.lines().next().unwrap();
    let file = other.table.folder.path().join("eigen.bundel");
    let shouted = key.to_uppercase();
    for key in [key, &shouted] {
        let refused = other
            .table
            .run(&["bundel", "--voor", key, "--naar", file.to_str().unwrap()])
            .refusal();
        assert!(refused.contains("Dit is de sleutel van dit bestand zelf"), "{refused}");
    }
    assert!(!file.exists());
}

/// What a bundle tells may have come by way of a third laptop: it says nothing new then, and was merged all the same.
#[test]
fn a_bundle_that_says_nothing_new_counts_as_merged() {
    let other = Other::new();
    let path = |name: &str| other.table.folder.path().join(name).display().to_string();
    let third = |words: &[&str]| {
        let mut command = dakpan();
        command.arg("--bestand").arg(path("derde.dakpan"));
        command.arg("--sleutel-bestand").arg(path("sleutel"));
        command.args(["--vandaag", "2026-06-03"]).args(words);
        said(&mut command)
    };
    third(&["invoer", &path("uit")]).answer();
    let key_of_third = third(&["bundel", "--sleutel", "--formaat", "json"]).json();
    let key_of_other = other.run(&["bundel", "--sleutel", "--formaat", "json"]).json();
    let (first, _) = other.bundle("een.bundel", &[]);
    other.run(&["samenvoegen", &first, "--ja"]).answer();
    set(&mut other.table.open(), "wish", "dieren", "11:00");
    // By way of the third.
    let to_third = [
        "bundel",
        "--voor",
        key_of_third["key"].as_str().unwrap(),
        "--naar",
        &path("naar-derde"),
    ];
    other.table.run(&to_third).answer();
    third(&["samenvoegen", &path("naar-derde"), "--ja"]).answer();
    third(&[
        "bundel",
        "--voor",
        key_of_other["key"].as_str().unwrap(),
        "--naar",
        &path("van-derde"),
    ])
    .answer();
    other.run(&["samenvoegen", &path("van-derde"), "--ja"]).answer();
    // The second bundle itself says nothing more, asks nothing, and is not missing when the next one comes.
    let (second, _) = other.bundle("twee.bundel", &[]);
    let merged = other.run(&["samenvoegen", &second]).answer();
    assert!(
        merged.ends_with("De bundel zegt niets nieuws: er is niets veranderd.\n"),
        "{merged}"
    );
    set(&mut other.table.open(), "wish", "planten", "11:10");
    let (next, _) = other.bundle("drie.bundel", &[]);
    let merged = other.run(&["samenvoegen", &next, "--ja"]).answer();
    assert!(
        merged.contains("leerling, wens (") && !merged.contains("Let op"),
        "{merged}"
    );
}

#[test]
fn who_comes_new_is_named_when_names_are_asked_for_and_else_counted_by_kind() {
    let other = Other::new();
    other.bundle("een.bundel", &[]);
    let mut store = other.table.open();
    let like = store.pupil(first_pupil(&store)).unwrap();
    let about = dakpan::store::About {
        intent: "new_pupil",
        pupil: None,
        meeting: None,
    };
    store
        .change(about, super::at("11:00"), |tx| {
            for (number, family) in [("7001", "Kanarie"), ("7002", "Merel")] {
                let mut new = like.clone();
                new.number = number.into();
                new.name.family = family.into();
                tx.insert_pupil(&new)?;
            }
            Ok(())
        })
        .unwrap();
    store.close().unwrap();
    let (file, _) = other.bundle("twee.bundel", &[]);
    let looked = other.run(&["samenvoegen", &file, "--controleer"]).answer();
    assert!(
        looked.contains("  2 nieuwe leerlingen: nieuw 2× leerling\n") && !looked.contains("Kanarie"),
        "{looked}"
    );
    let looked = other
        .run(&["samenvoegen", &file, "--controleer", "--met-namen"])
        .answer();
    for family in ["Kanarie", "Merel"] {
        assert!(
            looked.contains(&format!("{family} (nieuwe leerling): nieuw 1× leerling\n")),
            "{looked}"
        );
    }
}

#[test]
fn a_bundle_of_other_schools_than_the_last_one_says_which_those_were() {
    let other = Other::new();
    let key = other.run(&["bundel", "--sleutel", "--formaat", "json"]).json();
    let key = key["key"].as_str().unwrap();
    let made = |name: &str, more: &[&str]| {
        let file = other.table.folder.path().join(name).display().to_string();
        let mut words = vec!["bundel", "--voor", key, "--naar", &file, "--alles"];
        words.extend(more);
        other.table.run(&words).answer()
    };
    let first = made("een.bundel", &["--school", "brug"]);
    assert!(!first.contains("vorige"), "{first}");
    let all = made("twee.bundel", &[]);
    assert!(all.contains("van andere scholen: --school 'De Brug'."), "{all}");
    let again = made("drie.bundel", &[]);
    assert!(!again.contains("vorige"), "{again}");
    let one = made("vier.bundel", &["--school", "brug"]);
    assert!(one.contains("van alle, dus zonder --school"), "{one}");
}
