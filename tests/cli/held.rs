//! `wachtrij`, `dekking` and `zomerlijst`: their contracts, and the figures of the demo table, which are what they are
//! by construction.

mod coverage;

use dakpan::domain::codes::{PartyKind, TileKind};
use dakpan::domain::listed::ListedPupil;
use dakpan::domain::name::Name;
use dakpan::domain::{Day, Id};
use dakpan::store::{NewPerson, NewTile};
use serde_json::{Value, json};
use tempfile::TempDir;

use super::{Said, Table, at, dakpan, said};

/// The demo table of the mock-up's day.
struct Demo {
    folder: TempDir,
}

impl Demo {
    fn new() -> Self {
        let folder = TempDir::new().unwrap();
        std::fs::write(folder.path().join("sleutel"), [3; 32]).unwrap();
        let demo = Self { folder };
        demo.run(&["demo", "--alleen-maken", "--leerlingen", "22"]).answer();
        demo
    }

    fn run(&self, words: &[&str]) -> Said {
        self.on("2026-06-03", words)
    }

    fn on(&self, today: &str, words: &[&str]) -> Said {
        let mut command = dakpan();
        command.arg("--bestand").arg(self.folder.path().join("demo.dakpan"));
        command.arg("--sleutel-bestand").arg(self.folder.path().join("sleutel"));
        said(command.args(["--vandaag", today]).args(words))
    }

    fn json(&self, words: &[&str]) -> Value {
        self.run(&[words, &["--formaat", "json"]].concat()).json()
    }
}

fn rows(value: &Value) -> &Vec<Value> {
    value.as_array().unwrap()
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap()
}

fn number(value: &Value) -> u64 {
    value.as_u64().unwrap()
}

fn days_between(from: &str, until: &str) -> u64 {
    let day = |text: &str| text.parse::<Day>().unwrap();
    u64::try_from((day(until) - day(from)).num_days() + 1).unwrap()
}

fn reasons_of(queue: &Value, initials: &str) -> Vec<(String, String)> {
    let row = rows(queue).iter().find(|row| row["pupil"] == initials).unwrap();
    let text = |value: &Value| text(value).to_owned();
    rows(&row["reasons"])
        .iter()
        .map(|reason| (text(&reason["kind"]), text(&reason["date"])))
        .collect()
}

#[test]
fn the_demos_queue_tells_why_by_the_most_urgent_day() {
    let demo = Demo::new();
    let queue = demo.json(&["wachtrij"]);
    let samira = reasons_of(&queue, "S.K.");
    assert!(samira.is_sorted_by_key(|(_, date)| date.clone()));
    assert!(samira.contains(&("action_overdue".into(), "2026-05-29".into())));
    assert!(samira.contains(&("gap".into(), "2026-08-01".into())));
    let daan = reasons_of(&queue, "D.B.");
    assert_eq!(daan[0], ("carried_over".into(), "2026-04-22".into()));
    assert!(daan.contains(&("leaves_soon".into(), "2026-07-31".into())));
    assert!(daan.contains(&("chances_not_assessed".into(), "2026-07-31".into())));
    assert!(reasons_of(&queue, "R.A.").contains(&("cold_handover".into(), "2026-07-31".into())));
    assert!(reasons_of(&queue, "C.B.").contains(&("contract_ends".into(), "2026-07-31".into())));
    assert_eq!(reasons_of(&queue, "F.D.")[0].0, "out_of_sight");
    let fatoumata = rows(&queue).iter().find(|row| row["pupil"] == "F.D.").unwrap();
    assert_eq!(fatoumata["reasons"][0]["text"], "buiten beeld sinds 09-04-2026");
    assert!(rows(&queue).iter().all(|row| !rows(&row["reasons"]).is_empty()));
    let schools: Vec<&Value> = rows(&queue).iter().map(|row| &row["school"]).collect();
    assert!(
        schools.is_sorted_by_key(|school| school.as_str().unwrap()),
        "school by school"
    );
    for school in ["De Brug", "De Haven", "De Schakel"] {
        let first: Vec<&str> = rows(&queue)
            .iter()
            .filter(|row| row["school"] == school)
            .map(|row| row["reasons"][0]["date"].as_str().unwrap())
            .collect();
        assert!(!first.is_empty() && first.is_sorted(), "{school}: {first:?}");
    }
    let brug = demo.json(&["queue", "--school", "00AB00"]);
    assert!(rows(&brug).iter().all(|row| row["school"] == "De Brug"));
    assert_eq!(
        rows(&brug).len(),
        schools.iter().filter(|school| **school == "De Brug").count()
    );
    // A deferral is due on its day: Nadia's after forty days.
    let later = demo.on("2026-07-13", &["wachtrij", "--formaat", "json"]).json();
    assert!(reasons_of(&later, "N.E.").contains(&("register_review".into(), "2026-07-13".into())));
}

#[test]
fn everybody_is_on_the_list_by_name() {
    let demo = Demo::new();
    let list = demo.json(&["wachtrij", "--iedereen"]);
    // The table's own, and the two groups of the past.
    assert_eq!(rows(&list["rows"]).len(), 22 + 180 + 21);
    assert_eq!(list["left_out"], json!({"objection": 0}));
    let out: Vec<&Value> = rows(&list["rows"])
        .iter()
        .filter(|row| row["out_of_sight_since"] == "2026-04-09")
        .collect();
    assert_eq!(out.len(), 1, "out of sight is a state, not a way off the list");
    let told = demo.run(&["wachtrij", "--iedereen"]).answer();
    assert!(told.contains("geen reden") && told.contains("De Brug · 14"), "{told}");
}

#[test]
fn the_summer_list_says_who_holds_whom_and_who_is_held_by_nobody() {
    let demo = Demo::new();
    let list = demo.json(&["zomerlijst"]);
    assert_eq!(
        (&list["from"], &list["until"]),
        (&json!("2026-08-01"), &json!("2026-09-30"))
    );
    let brug = &rows(&list["schools"])[0];
    assert_eq!(
        (brug["school"].as_str(), number(&brug["not_held"])),
        (Some("De Brug"), 3)
    );
    let pupil = |initials: &str| {
        rows(&brug["pupils"])
            .iter()
            .find(|p| p["pupil"] == initials)
            .unwrap()
            .clone()
    };
    assert_eq!(rows(&pupil("D.B.")["held_by"]).len(), 0);
    assert_eq!(
        pupil("D.B.")["nobody"],
        json!([{"from": "2026-08-01", "until": "2026-09-30", "days": 61}])
    );
    let samira = pupil("S.K.");
    assert_eq!(
        samira["nobody"],
        json!([{"from": "2026-08-01", "until": "2026-08-31", "days": 31}])
    );
    assert_eq!(samira["held_by"][0]["party"], "Sociale dienst");
    assert_eq!(samira["held_by"][0]["people"], json!(["J.B."]));
    let named = demo.json(&["summer-list", "--with-names", "--school", "brug"]);
    assert_eq!(rows(&named["schools"]).len(), 1);
    let text = named.to_string();
    assert!(
        text.contains("Samira Kaddouri") && text.contains("Jan de Boer"),
        "{text}"
    );
    assert!(
        !text.contains("Kevin"),
        "who was not informed is a case on what hangs on a wall"
    );
    let wall = demo.run(&["zomerlijst", "--ascii"]).answer();
    assert!(
        wall.contains("S.K.") && wall.contains("NIEMAND: 01-08-2026 t/m 31-08-2026"),
        "{wall}"
    );
    assert!(
        wall.contains("Sociale dienst (Jan de Boer)") && wall.contains("-----") && !wall.contains('─'),
        "{wall}"
    );
    assert!(!wall.contains("Samira") && !wall.contains("Kaddouri"));
    let english = demo.run(&["summer-list", "--lang", "en"]).answer();
    assert!(
        english.contains("NOBODY: the whole summer") && english.contains('─'),
        "{english}"
    );
}

/// Nothing that goes on to other programs names a pupil unless that was asked for.
#[test]
fn no_answer_names_a_pupil_unless_asked() {
    let demo = Demo::new();
    for command in ["wachtrij", "dekking", "zomerlijst"] {
        for format in ["tekst", "json", "csv"] {
            let told = demo.run(&[command, "--formaat", format]).answer();
            for name in ["Samira", "Kaddouri", "Daan", "Berg", "Fatoumata", "Kevin"] {
                assert!(!told.contains(name), "{command} {format}: {name} in {told}");
            }
            assert!(told.contains("S.K."), "{command} {format}: {told}");
        }
        let named = demo.run(&[command, "--met-namen"]).answer();
        assert!(named.contains("Samira Kaddouri"), "{command}: {named}");
    }
}

fn pupil_with_tiles(table: &Table, given: &str, tiles: &[NewTile]) -> Id {
    let listed = ListedPupil {
        number: format!("77{}", given.len()),
        name: Name {
            given: given.into(),
            infix: String::new(),
            family: "Test".into(),
        },
        leaving: "2026-07-31".parse().ok(),
        ..ListedPupil::default()
    };
    let mut pupil = listed.pupil(table.brug);
    pupil.sharing.informed_on = "2026-01-01".parse().ok();
    pupil.sharing.basis = "convenant".into();
    let mut store = table.open();
    let id = store
        .unjournaled(at("10:30"), |tx| {
            let id = tx.insert_pupil(&pupil)?;
            tiles.iter().try_for_each(|tile| tx.insert_tile(id, tile).map(|_| ()))?;
            Ok(id)
        })
        .unwrap();
    store.close().unwrap();
    id
}

#[test]
fn a_table_for_a_spreadsheet_holds_no_formula() {
    let table = Table::laid();
    pupil_with_tiles(&table, "=HYPERLINK(\"x\")", &[]);
    let told = table.run(&["wachtrij", "--met-namen", "--formaat", "csv"]).answer();
    assert!(told.starts_with("\u{feff}id;pupil;school;kind;date;text\r\n"), "{told}");
    assert!(told.contains("\"'=HYPERLINK(\"\"x\"\") Test\""), "{told}");
    assert!(!told.contains(";=") && !told.contains(";\"="), "{told}");
    let ids: Vec<&str> = told
        .lines()
        .skip(1)
        .map(|line| line.split(';').next().unwrap())
        .collect();
    assert!(
        !ids.is_empty() && ids.iter().all(|id| id.parse::<Id>().is_ok()),
        "numbers stay numbers"
    );
    for command in ["dekking", "zomerlijst"] {
        let told = table.run(&[command, "--met-namen", "--formaat", "csv"]).answer();
        assert!(told.contains("'=HYPERLINK") && !told.contains(";\"="), "{told}");
    }
}

#[test]
fn objections_take_a_name_away_and_their_number_is_told() {
    let table = Table::laid();
    let held = NewTile {
        kind: TileKind::School,
        party: table.open().school(table.brug).unwrap().party,
        holder: None,
        label: String::new(),
        from: "2025-08-01".parse().unwrap(),
        until: None,
        ended: None,
        contract: None,
        no_guidance_on: None,
        no_guidance_by: String::new(),
        details: Default::default(),
    };
    let id = pupil_with_tiles(&table, "Xander", &[held]);
    let count = |words: &[&str]| table.run(&[words, &["--formaat", "json"]].concat()).json();
    let before = rows(&count(&["wachtrij"])).len();
    assert!(table.run(&["termijnen"]).answer().contains("X.T."));
    let mut store = table.open();
    let mut pupil = store.pupil(id).unwrap();
    pupil.sharing.objection_on = "2026-05-01".parse().ok();
    store.unjournaled(at("10:31"), |tx| tx.update_pupil(&pupil)).unwrap();
    store.close().unwrap();
    assert_eq!(rows(&count(&["wachtrij"])).len(), before - 1);
    for words in [&["termijnen"][..], &["termijnen", "--met-namen"]] {
        let told = table.run(words).answer();
        assert!(!told.contains("X.T.") && !told.contains("Xander"), "{told}");
        assert!(told.contains("er is bezwaar gemaakt"), "{told}");
    }
    let mut store = table.open();
    let objecting = pupil.sharing.clone();
    pupil.sharing = Default::default();
    store.unjournaled(at("10:32"), |tx| tx.update_pupil(&pupil)).unwrap();
    store.close().unwrap();
    let told = table.run(&["termijnen"]).answer();
    assert!(told.contains("casus") && !told.contains("X.T."), "not informed: {told}");
    let mut store = table.open();
    pupil.sharing = objecting;
    store.unjournaled(at("10:33"), |tx| tx.update_pupil(&pupil)).unwrap();
    store.close().unwrap();
    assert_eq!(count(&["wachtrij", "--iedereen"])["left_out"], json!({"objection": 1}));
    assert_eq!(count(&["zomerlijst"])["left_out"], json!({"objection": 1}));
    assert_eq!(number(&count(&["dekking"])["pupils"]), 4, "the proof counts everybody");
    for words in [&["wachtrij"][..], &["wachtrij", "--iedereen"], &["zomerlijst"]] {
        let told = table.run(words).answer();
        assert!(
            told.contains("1 leerling staat er niet bij: er is bezwaar gemaakt."),
            "{told}"
        );
    }
    for command in ["wachtrij", "dekking", "zomerlijst"] {
        let told = table.run(&[command, "--met-namen"]).answer();
        assert!(
            command == "zomerlijst" || told.contains("casus") || told.contains("Samira"),
            "{told}"
        );
        assert!(!told.contains("Xander"), "{told}");
    }
}

#[test]
fn what_cannot_be_answered_is_refused_in_one_sentence() {
    let table = Table::laid();
    for command in ["wachtrij", "dekking", "zomerlijst"] {
        let none = table.run(&[command, "--school", "qqqq"]).refusal();
        assert!(none.starts_with("Geen school heeft 'qqqq'"), "{none}");
        let several = table.run(&[command, "--school", "de"]).refusal();
        assert!(several.contains("De Brug, De Schakel"), "{several}");
    }
    let cohort = table.run(&["dekking", "--cohort", "SDD 2016-1"]).refusal();
    assert!(cohort.starts_with("Er is geen cohort 'SDD 2016-1'."), "{cohort}");
    let turned = table
        .run(&["dekking", "--van", "2026-09-01", "--tot", "2026-08-01"])
        .refusal();
    assert!(turned.starts_with("De laatste dag ligt voor de eerste."), "{turned}");
    let day = table.run(&["dekking", "--van", "morgen"]).misuse();
    assert!(day.contains("Er hoort een dag als 2026-06-03."), "{day}");
    let form = table.run(&["contact", "brug", "--formaat", "csv"]).misuse();
    assert!(form.contains("csv"), "{form}");
    let english = table.run(&["coverage", "--cohort", "x", "--lang", "en"]).refusal();
    assert!(english.starts_with("There is no cohort 'x'."), "{english}");
}

#[test]
fn a_cohort_is_a_part_of_the_whole() {
    let table = Table::laid();
    let mut store = table.open();
    let page = store.queue_page(None, dakpan::store::QueueFrom::Start, 2).unwrap();
    let members: Vec<Id> = page.lines.iter().map(|line| line.id).collect();
    store
        .unjournaled(at("10:30"), |tx| {
            tx.put_image(
                "cohort",
                &json!({"id": 5, "name": "SOW 2017", "category_set": ""}).to_string(),
            )?;
            for (id, pupil) in (6..).zip(&members) {
                let member = json!({"id": id, "cohort": 5, "pupil": pupil});
                tx.put_image("cohort_member", &member.to_string())?;
            }
            Ok(())
        })
        .unwrap();
    store.close().unwrap();
    let coverage = |words: &[&str]| table.run(&[&["dekking", "--formaat", "json"], words].concat()).json();
    let cohort = coverage(&["--cohort", "sow 2017"]);
    assert_eq!((number(&cohort["pupils"]), number(&coverage(&[])["pupils"])), (2, 3));
    let ids: Vec<&Value> = rows(&cohort["rows"]).iter().map(|row| &row["id"]).collect();
    assert!(members.iter().all(|id| ids.contains(&&json!(id.to_string()))));
    let other = coverage(&["--cohort", "SOW 2017", "--school", "schakel"]);
    assert_eq!(number(&other["pupils"]), 0);
    // Nobody has a tile: the final year and two years of the school's guidance are to cover, and nobody covers a day.
    let each = days_between("2025-08-01", "2028-07-31");
    assert_eq!(
        (number(&cohort["days"]), number(&cohort["covered_days"])),
        (2 * each, 0)
    );
}

/// On the wall nobody reads that the hand is care, unless names were asked for.
#[test]
fn the_summer_list_does_not_name_care() {
    let table = Table::laid();
    let mut store = table.open();
    let care = store
        .unjournaled(at("10:31"), |tx| {
            tx.insert_party(PartyKind::CareProvider, "Zorggroep Kanarie", "")
        })
        .unwrap();
    let holder = store
        .unjournaled(at("10:31"), |tx| {
            tx.insert_person(&NewPerson {
                party: care,
                given: "Noor".into(),
                family: "Kanarie".into(),
                ..NewPerson::default()
            })
        })
        .unwrap();
    store.close().unwrap();
    let held = NewTile {
        kind: TileKind::Care,
        party: care,
        holder: Some(holder),
        label: String::new(),
        from: "2026-05-01".parse().unwrap(),
        until: None,
        ended: None,
        contract: None,
        no_guidance_on: None,
        no_guidance_by: String::new(),
        details: Default::default(),
    };
    pupil_with_tiles(&table, "Xander", &[held]);
    for format in ["tekst", "json", "csv"] {
        let told = table.run(&["zomerlijst", "--formaat", format]).answer();
        assert!(told.contains("andere partij") && !told.contains("Kanarie"), "{told}");
    }
    let named = table.run(&["zomerlijst", "--met-namen"]).answer();
    assert!(named.contains("Zorggroep Kanarie (Noor Kanarie)"), "{named}");
}
