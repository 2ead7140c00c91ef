//! `resultaten`: the two tables that two regions published, computed from 180 and 21 trajectories; in every form, beside
//! each other, divided, and in the version that anybody may read.

mod files;
mod public;

use std::path::Path;
use std::sync::OnceLock;

use serde_json::{Value, json};
use tempfile::TempDir;

use super::{Said, Table, dakpan, said};

/// A demo table, made once: nothing here writes in it.
pub struct Demo {
    folder: TempDir,
}

impl Demo {
    pub fn get() -> &'static Self {
        static DEMO: OnceLock<Demo> = OnceLock::new();
        DEMO.get_or_init(|| {
            let demo = Self {
                folder: TempDir::new().unwrap(),
            };
            std::fs::write(demo.folder.path().join("sleutel"), [3; 32]).unwrap();
            demo.run_in(demo.folder.path(), &["demo", "--alleen-maken", "--leerlingen", "22"])
                .answer();
            demo
        })
    }

    /// Runs on a copy of the file, because one file is opened by one program at a time.
    pub fn run_in(&self, folder: &Path, words: &[&str]) -> Said {
        let mut command = dakpan();
        command.current_dir(folder);
        command.arg("--bestand").arg(folder.join("demo.dakpan"));
        command.arg("--sleutel-bestand").arg(self.folder.path().join("sleutel"));
        said(command.args(["--vandaag", "2026-06-03"]).args(words))
    }

    pub fn copy(&self) -> TempDir {
        let folder = TempDir::new().unwrap();
        let file = "demo.dakpan";
        std::fs::copy(self.folder.path().join(file), folder.path().join(file)).unwrap();
        folder
    }

    pub fn run(&self, words: &[&str]) -> Said {
        self.run_in(self.copy().path(), words)
    }

    pub fn json(&self, words: &[&str]) -> Value {
        self.run(&[&["resultaten"], words, &["--formaat", "json"]].concat())
            .json()
    }
}

const SDD: [&str; 4] = ["--cohort", "SDD 2016-1", "--peildatum", "2016-06-30"];
const SOW: [&str; 4] = ["--cohort", "SOW 2017", "--peildatum", "2017-12-31"];

fn table(value: &Value) -> Vec<(&str, u64, bool)> {
    value["rows"]
        .as_array()
        .unwrap()
        .iter()
        .map(|row| {
            let (label, count) = (row["label"].as_str().unwrap(), row["count"].as_u64().unwrap());
            (label, count, row["computed"].as_bool().unwrap())
        })
        .collect()
}

#[test]
fn drechtsteden_2016_is_the_table_that_was_published() {
    let told = Demo::get().json(&SDD);
    assert_eq!(
        (&told["cohort"], &told["on"], &told["total"]),
        (&json!("SDD 2016-1"), &json!("2016-06-30"), &json!(180))
    );
    assert_eq!(
        table(&told),
        [
            ("preventief besproken met de scholen", 180, false),
            ("ondersteuning van de sociale dienst nodig", 80, false),
            ("participatieplek met behoud van uitkering", 9, false),
            (
                "loonwaardemeting op de stageplek, om die om te zetten in betaald dienstverband",
                26,
                false
            ),
            ("gestart met betaald werk", 15, false),
            ("ander re-integratie-instrument (bijv. proefplaatsing)", 10, false),
            ("dagbesteding Wmo", 1, false),
            ("ontheffing arbeidsverplichting, met uitkering", 2, false),
            ("nog in gesprek", 17, true),
            ("overig: school zelf, UWV of onderwijs", 100, true),
        ]
    );
}

#[test]
fn stroomopwaarts_2017_is_the_table_that_was_published() {
    let told = Demo::get().json(&SOW);
    assert_eq!(
        table(&told),
        [
            ("deelnemers", 21, false),
            ("bij een reguliere werkgever", 7, false),
            ("indicatie aangevraagd: beschut werk of dagbesteding", 4, false),
            ("contract tussentijds beëindigd, andere oplossing gezocht", 4, false),
            ("extra training of begeleiding gezocht", 6, false),
            ("rest", 0, true),
        ]
    );
    assert_eq!(told["unlisted"], json!(0));
    assert_eq!(told["outcomes"]["relapsed_persons"], json!(4));
}

/// The tables are computed: on an earlier day the same records give another one, which adds up as well.
#[test]
fn on_an_earlier_day_more_are_still_in_discussion() {
    let earlier = Demo::get().json(&["--cohort", "sdd 2016-1", "--peildatum", "2016-04-15"]);
    let rows = table(&earlier);
    let of = |label: &str| rows.iter().find(|row| row.0.contains(label)).unwrap().1;
    assert!(of("nog in gesprek") > 17 && of("betaald werk") < 15, "{rows:?}");
    let parts: u64 = rows[2..9].iter().map(|row| row.1).sum();
    assert_eq!((parts, rows[1].1 + rows[9].1), (80, 180));
    let before = [
        "resultaten",
        "--cohort",
        "SOW 2017",
        "--on",
        "2017-01-01",
        "--formaat",
        "json",
    ];
    let before: Value = serde_json::from_str(&Demo::get().run(&before).out).unwrap();
    assert_eq!(
        table(&before).last().unwrap().1,
        21,
        "nothing was recorded yet, so everybody is the rest"
    );
}

/// Zeros on a day on which the cohort had not begun, or that has still to come, look like an outcome and are none: that is
/// said below the table, and on standard error for who reads the table with a program.
#[test]
fn a_reference_date_that_cannot_tell_much_is_remarked_upon() {
    let told = |on: &str, lang: &str| {
        let words = ["resultaten", "--cohort", "SOW 2017", "--peildatum", on, "--lang", lang];
        let said = Demo::get().run(&words);
        assert_eq!(said.code, 0, "{}", said.err);
        (said.out, said.err)
    };
    for (on, lang, remark) in [
        (
            "2016-12-31",
            "nl",
            "Let op: op deze peildatum was SOW 2017 nog niet begonnen; het eerste is vastgelegd op ",
        ),
        (
            "2016-12-31",
            "en",
            "Note: on this reference date SOW 2017 had not begun; the first thing was recorded on ",
        ),
        ("2026-06-04", "nl", "Let op: de peildatum moet nog komen; "),
        ("2026-06-04", "en", "Note: the reference date has still to come; "),
    ] {
        let (out, err) = told(on, lang);
        assert!(err.starts_with(&format!("dakpan: {remark}")), "{err}");
        let below = out.split("\n\n").nth(1).unwrap();
        assert!(below.contains(remark), "{below}");
    }
    for on in ["2017-12-31", "2026-06-03"] {
        let (out, err) = told(on, "nl");
        assert!(err.is_empty() && !out.contains("Let op"), "{on}: {err}{out}");
    }
}

#[test]
fn cohorts_stand_side_by_side_in_the_rows_of_the_first() {
    let later = ["--cohort", "SDD 2016-1", "--peildatum", "2018-06-30"];
    let told = Demo::get().json(&[&later[..], &["--vergelijk", "SOW 2017"]].concat());
    assert_eq!(told["compare"]["cohort"], json!("SOW 2017"));
    assert_eq!(told["compare"]["total"], json!(21));
    let keys = |value: &Value| {
        value["rows"]
            .as_array()
            .unwrap()
            .iter()
            .map(|row| row["key"].clone())
            .collect::<Vec<_>>()
    };
    assert_eq!(keys(&told), keys(&told["compare"]));
    let text = Demo::get()
        .run(&[&["results"], &later[..], &["--compare", "SOW 2017", "--lang", "en"]].concat())
        .answer();
    assert!(text.contains("SDD 2016-1") && text.contains("SOW 2017"), "{text}");
}

#[test]
fn every_division_adds_up() {
    for by in ["school", "partij", "route", "woongemeente", "maand"] {
        let told = Demo::get().json(&[&SDD[..], &["--per", by]].concat());
        let groups = told["groups"].as_array().unwrap();
        assert!(groups.len() > 1, "{by}: {groups:?}");
        for (at, row) in told["rows"].as_array().unwrap().iter().enumerate() {
            let sum: u64 = groups
                .iter()
                .map(|group| group["rows"][at]["count"].as_u64().unwrap())
                .sum();
            assert_eq!(row["count"].as_u64(), Some(sum), "{by}: {}", row["key"]);
        }
    }
    let by_route = Demo::get().json(&[&SDD[..], &["--per", "route"]].concat());
    let group = |name: &str| {
        by_route["groups"]
            .as_array()
            .unwrap()
            .iter()
            .find(|g| g["group"] == name)
            .unwrap()["total"]
            .clone()
    };
    assert_eq!((group("gemeente"), group("UWV")), (json!(80), json!(31)));
}

#[test]
fn what_came_of_it_is_counted_besides() {
    let told = Demo::get().json(&SDD);
    let outcomes = &told["outcomes"];
    assert_eq!(outcomes["persons"], json!(180));
    let used = |kind: &str| {
        let all = outcomes["instruments"].as_array().unwrap();
        all.iter().find(|one| one["kind"] == kind).unwrap()["persons"]
            .as_u64()
            .unwrap()
    };
    assert_eq!(
        (used("wage_value_assessment"), used("participation_placement")),
        (26, 9)
    );
    assert_eq!(outcomes["gap_days"], json!(0), "the past of the demo has no gap");
    assert_eq!(outcomes["cold_handovers"], json!(0));
    let came: u64 = outcomes["months"]
        .as_array()
        .unwrap()
        .iter()
        .map(|month| month["came"].as_u64().unwrap())
        .sum();
    assert_eq!(came, 180);
    let later = Demo::get().json(&["--cohort", "SDD 2016-1", "--peildatum", "2019-01-01"]);
    assert_eq!(table(&later), table(&told), "nothing was recorded since");
    let lasting = later["outcomes"]["durability"].as_array().unwrap();
    let forms: Vec<&str> = lasting.iter().map(|one| one["contract"].as_str().unwrap()).collect();
    assert_eq!(forms, ["permanent", "temporary", "agency", "secondment"]);
    let placed = |form: &str, months: u64| {
        let one = lasting.iter().find(|one| one["contract"] == form).unwrap();
        let after = one["after"]
            .as_array()
            .unwrap()
            .iter()
            .find(|after| after["months"] == months)
            .unwrap();
        (after["measured"].as_u64().unwrap(), after["placed"].as_u64().unwrap())
    };
    let all: u64 = forms.iter().map(|form| placed(form, 24).0).sum();
    assert_eq!(all, 15, "after two and a half years it can be said of everybody");
    let (measured, still) = placed("permanent", 24);
    assert_eq!(measured, still, "permanent contracts last");
    let (measured, still) = placed("agency", 24);
    assert!(still < measured, "agency work does not last by itself");
}

#[test]
fn the_demos_past_is_in_no_queue() {
    let demo = Demo::get();
    let queue = demo.run(&["wachtrij", "--formaat", "json"]).json();
    for school in ["Waalstee", "Wantijhof", "Zilverlinde", "Zonneweide"] {
        assert!(
            queue.as_array().unwrap().iter().all(|row| row["school"] != school),
            "{school}"
        );
        let told = demo.run(&["dekking", "--school", school, "--formaat", "json"]).json();
        assert_eq!(
            (&told["gap_days"], &told["cold_handovers"]),
            (&json!(0), &json!(0)),
            "{school}"
        );
        let terms = demo.run(&["termijnen", "--school", school]).answer();
        assert!(
            terms.starts_with("De komende zestig dagen speelt er geen termijn."),
            "{school}: {terms}"
        );
    }
}

#[test]
fn without_a_cohort_the_cohorts_are_listed() {
    let list = Demo::get().json(&[]);
    assert_eq!(
        list,
        json!([
            {"cohort": "SDD 2016-1", "members": 180, "set": "uitstroomoverleg"},
            {"cohort": "SOW 2017", "members": 21, "set": "doorstroomtafel"},
        ])
    );
    let text = Demo::get().run(&["resultaten"]).answer();
    assert!(
        text.contains("SDD 2016-1  180") && text.contains("doorstroomtafel (Stroomopwaarts)"),
        "{text}"
    );
    let none = Table::laid();
    assert!(none.run(&["resultaten"]).answer().starts_with("Er is nog geen cohort."));
    assert_eq!(none.run(&["resultaten", "--formaat", "json"]).json(), json!([]));
}

#[test]
fn what_cannot_be_answered_is_refused() {
    let table = Table::laid();
    let none = table.run(&["resultaten", "--cohort", "SDD 2099"]).refusal();
    assert!(
        none.starts_with("Er is geen cohort 'SDD 2099'. Er is nog geen enkel cohort;"),
        "{none}"
    );
    let english = table.run(&["results", "--cohort", "x", "--lang", "en"]).refusal();
    assert!(
        english.starts_with("There is no cohort 'x'. There is none at all yet;"),
        "{english}"
    );
    let coverage = Demo::get().run(&["dekking", "--cohort", "SDD 2099"]).refusal();
    assert_eq!(
        coverage,
        "Er is geen cohort 'SDD 2099'. Kies uit: SDD 2016-1, SOW 2017."
    );
    let same = Demo::get()
        .run(&["resultaten", "--cohort", "SOW 2017", "--vergelijk", "sow 2017"])
        .refusal();
    assert_eq!(same, "sow 2017 staat al in de tabel. Vergelijk met een ander cohort.");
    let same = Demo::get()
        .run(&[
            "results",
            "--cohort",
            "SOW 2017",
            "--compare",
            "SOW 2017",
            "--lang",
            "en",
        ])
        .refusal();
    assert_eq!(
        same,
        "SOW 2017 is in the table already. Compare it with another cohort."
    );
    let other = Demo::get()
        .run(&["resultaten", "--cohort", "SOW 2017", "--vergelijk", "x"])
        .refusal();
    assert_eq!(other, "Er is geen cohort 'x'. Kies uit: SDD 2016-1, SOW 2017.");
    let day = table
        .run(&["resultaten", "--cohort", "x", "--peildatum", "juni"])
        .misuse();
    assert!(day.contains("Er hoort een dag als 2026-06-03."), "{day}");
    let missing = table.run(&["resultaten", "--peildatum", "2016-06-30"]).misuse();
    assert!(missing.contains("--cohort"), "{missing}");
    let form = table.run(&["resultaten", "--formaat", "doc"]).misuse();
    assert!(form.contains("xlsx"), "{form}");
}

/// A name that a chair gave cannot make a spreadsheet compute.
#[test]
fn a_cohort_with_the_name_of_a_formula_stays_text() {
    let table = Table::laid();
    let mut store = table.open();
    let brug = table.brug;
    store
        .unjournaled(super::at("10:30"), |tx| {
            let cohort = tx.insert_cohort("=HYPERLINK(\"x\")", "")?;
            tx.add_school_to_cohort(cohort, brug).map(|_| ())
        })
        .unwrap();
    store.close().unwrap();
    let words = ["resultaten", "--cohort", "=HYPERLINK(\"x\")"];
    let csv = table.run(&[&words[..], &["--formaat", "csv"]].concat()).answer();
    assert!(
        csv.contains("\"'=HYPERLINK") && !csv.contains("\n\"=") && !csv.contains("\n="),
        "{csv}"
    );
    let list = table.run(&["resultaten", "--formaat", "csv"]).answer();
    assert!(list.contains("\"'=HYPERLINK"), "{list}");
    let told = table.run(&[&words[..], &["--formaat", "json"]].concat()).json();
    assert_eq!((&told["total"], &told["rows"][9]["count"]), (&json!(3), &json!(3)));
}

/// Rows of one's own: an approach brings them beside the program's, and a slip is told with its line.
#[test]
fn an_approach_brings_rows_of_its_own() {
    let folder = TempDir::new().unwrap();
    std::fs::write(folder.path().join("sleutel"), [3; 32]).unwrap();
    let approach = |text: &str| {
        let file = folder.path().join("aanpak.toml");
        std::fs::write(&file, format!("id = \"eigen\"\nnaam = \"Eigen\"\n{text}")).unwrap();
        file.display().to_string()
    };
    let own = "[[result_set]]\nid = \"eigen\"\nnl = \"eigen rijen\"\nen = \"own rows\"\n\
         [[result_set.row]]\nkey = \"all\"\nnl = \"iedereen\"\nen = \"everybody\"\n\
         [[result_set.row]]\nkey = \"work\"\nof = \"all\"\nresults = [\"paid_work\"]\nnl = \"werk\"\nen = \"work\"\n\
         [[result_set.row]]\nkey = \"rest\"\nof = \"all\"\nremainder = true\nnl = \"rest\"\nen = \"rest\"\n";
    let file = approach(own);
    let run = |words: &[&str]| Demo::get().run_in(folder.path(), &[&["--aanpak", &file], words].concat());
    run(&["demo", "--alleen-maken", "--leerlingen", "22"]).answer();
    let told = run(&[
        "resultaten",
        "--cohort",
        "SDD 2016-1",
        "--peildatum",
        "2016-06-30",
        "--formaat",
        "json",
    ])
    .json();
    // The cohort chose the program's rows, and keeps them.
    assert_eq!(told["set"], json!("uitstroomoverleg"));
    let list = run(&["resultaten", "--formaat", "json"]).json();
    assert_eq!(list[0]["set"], json!("uitstroomoverleg"));
    let slip = approach(&own.replace("remainder = true", "results = [\"in_discussion\"]"));
    let refused = Demo::get()
        .run_in(folder.path(), &["--aanpak", &slip, "resultaten"])
        .refusal();
    assert!(
        refused.contains("regel 8") && refused.contains("precies één rest"),
        "{refused}"
    );
}
