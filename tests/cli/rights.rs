//! `inzage`, `wissen`, `bewaartermijn` and `logboek`, on the demo's table as a chair would run them.

mod erasing;

use std::process::Command;

use serde_json::Value;
use tempfile::TempDir;

use super::{Said, dakpan, said};

/// A demo's file in a folder of its own.
struct Demo {
    folder: TempDir,
}

impl Demo {
    fn made() -> Self {
        let demo = Self {
            folder: TempDir::new().unwrap(),
        };
        std::fs::write(demo.folder.path().join("sleutel"), [3; 32]).unwrap();
        demo.run(&["demo", "--alleen-maken"]).answer();
        demo
    }

    fn command(&self) -> Command {
        let mut command = dakpan();
        command.current_dir(self.folder.path());
        let file = ["--bestand", "demo.dakpan", "--sleutel-bestand", "sleutel"];
        command.args(file).args(["--vandaag", "2026-06-03"]);
        command
    }

    fn run(&self, words: &[&str]) -> Said {
        said(self.command().args(words))
    }

    /// The id and the number at school of the pupil of the mock-up.
    fn samira(&self) -> (String, String) {
        let found = self.run(&["zoek", "Samira", "--formaat", "json"]).json();
        let id = found["pupils"][0]["id"].as_str().unwrap().to_owned();
        self.run(&["inzage", &id, "--naar", "eerst"]).answer();
        let held: Value = serde_json::from_str(&self.read("eerst/inzage-20260603.json")).unwrap();
        let number = held["records"]["pupil"][0]["number"].as_str().unwrap().to_owned();
        (id, number)
    }

    fn read(&self, name: &str) -> String {
        let path = self.folder.path().join(name);
        std::fs::read_to_string(&path).unwrap_or_else(|_| panic!("{}", path.display()))
    }

    fn trail(&self) -> Vec<Value> {
        let told = self.run(&["logboek", "--formaat", "json"]).json();
        told.as_array().unwrap().clone()
    }
}

#[test]
fn access_gives_everything_with_working_notes_and_who_looked() {
    let demo = Demo::made();
    let (id, number) = demo.samira();
    demo.run(&["verslag", "--formaat", "md", "--naar", "stukken"]).answer();
    let told = demo.run(&["inzage", &number, "--naar", "uit"]).answer();
    assert!(
        told.contains("uit/inzage-20260603.pdf") && told.contains("niet versleuteld"),
        "{told}"
    );
    let held: Value = serde_json::from_str(&demo.read("uit/inzage-20260603.json")).unwrap();
    let records = held["records"].as_object().unwrap();
    assert_eq!(records["pupil"][0]["given"], "Samira");
    let notes = records["note"].as_array().unwrap();
    assert!(
        notes.iter().any(|note| note["kind"] == "working"),
        "the pupil may see the chair's own notes"
    );
    let tiles = records["tile"].as_array().unwrap();
    assert!(
        tiles.iter().all(|tile| tile["party_name"].is_string()),
        "parties by name"
    );
    assert!(!held["changes"].as_array().unwrap().is_empty());
    let looked = held["trail"].as_array().unwrap();
    assert_eq!(looked.len(), 2, "both times that access was given");
    assert!(!held["exports"].as_array().unwrap().is_empty());
    let path = demo.folder.path().join("uit/inzage-20260603.pdf");
    let pdf = lopdf::Document::load(&path).unwrap();
    let pages: Vec<u32> = pdf.get_pages().keys().copied().collect();
    let text = pdf.extract_text(&pages).unwrap();
    assert!(text.contains("Wat er over jou is vastgelegd"), "{text}");
    in_words(&text, &held);
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let mode = |path: &std::path::Path| std::fs::metadata(path).unwrap().permissions().mode() & 0o777;
        assert_eq!((mode(&path), mode(path.parent().unwrap())), (0o600, 0o700));
    }
    // What is there is never replaced.
    demo.run(&["inzage", &id, "--naar", "uit"]).answer();
    assert!(demo.folder.path().join("uit/inzage-20260603-2.pdf").is_file());
}

/// No code of the program and no id of the file stands on the page; the form for programs has codes with their words.
fn in_words(text: &str, held: &Value) {
    for code in [
        "regular_work",
        "labour_market",
        "municipality",
        "pupil_discussed",
        "wage_value",
        "table\n",
    ] {
        assert!(!text.contains(code), "{code}\n{text}");
    }
    let digits = |word: &&str| word.len() > 12 && word.chars().all(|letter| letter.is_ascii_digit());
    let ids: Vec<&str> = text.split_whitespace().filter(digits).collect();
    assert_eq!(ids, Vec::<&str>::new(), "{text}");
    assert!(text.contains("regulier werk") && text.contains("werd"), "{text}");
    let pupil = &held["records"]["pupil"][0];
    assert_eq!(
        (&pupil["goal"], &pupil["goal_label"]),
        (&"regular_work".into(), &"regulier werk".into())
    );
    let changes = held["changes"].as_array().unwrap();
    let mut fields = changes.iter().flat_map(|change| change["fields"].as_array().unwrap());
    let owner = fields
        .find(|field| field["column"] == "owner" && field["after"].is_i64())
        .unwrap();
    assert!(
        owner["after_label"].as_str().is_some_and(|name| name.contains(' ')),
        "{owner}"
    );
}

#[test]
fn a_pupil_is_found_by_number_or_whole_name_and_else_not() {
    let demo = Demo::made();
    let refused = demo.run(&["inzage", "Sam", "--naar", "uit"]).refusal();
    let (id, _) = demo.samira();
    assert!(
        refused.contains("'Sam' is geen hele naam") && refused.contains(&format!("S.K. {id}")),
        "{refused}"
    );
    assert!(!refused.contains("Samira"), "{refused}");
    let unknown = demo.run(&["inzage", "Qqqqq"]).refusal();
    assert!(
        unknown.contains("Geef de hele naam, of het nummer uit 'dakpan zoek'"),
        "{unknown}"
    );
    let found = demo.run(&["zoek", "Samira"]).answer();
    assert!(found.contains(&format!("nummer {id}")), "{found}");
    let english = demo.run(&["access", "--lang", "en", "Nobody", "Here"]).refusal();
    assert!(english.contains("Nobody Here"), "{english}");
    assert!(!demo.folder.path().join("uit").exists());
}

#[test]
fn lists_with_names_leave_a_line_and_lists_without_do_not() {
    let demo = Demo::made();
    demo.run(&["wachtrij"]).answer();
    assert_eq!(demo.trail(), Vec::<Value>::new());
    demo.run(&["wachtrij", "--met-namen", "--formaat", "csv"]).answer();
    demo.run(&["zomerlijst", "--met-namen"]).answer();
    demo.run(&["verslag", "--naar", "uit", "--formaat", "md"]).answer();
    let lines = demo.trail();
    let why: Vec<&str> = lines.iter().rev().map(|line| line["why"].as_str().unwrap()).collect();
    assert_eq!(why[..2], ["queue.csv", "summer_list"]);
    assert!(why[2..].iter().all(|why| *why == "minutes"), "{why:?}");
    let told = demo.run(&["logboek"]).answer();
    assert!(told.contains("uitgegeven") && told.contains("verslag"), "{told}");
    assert!(told.contains("wachtrij met namen (csv)"), "{told}");
    let csv = demo.run(&["logboek", "--formaat", "csv"]).answer();
    assert!(
        csv.starts_with("\u{feff}seq;at;who;kind;pupil;meeting;export;why"),
        "{csv}"
    );
}

#[test]
fn finding_somebody_and_looking_back_is_looking_and_not_giving_out() {
    let demo = Demo::made();
    for words in [
        ["zoek", "Samira", "--met-namen"].as_slice(),
        &["journaal", "--met-namen"],
        &["wachtrij", "--met-namen"],
        &["wachtrij", "--met-namen", "--formaat", "json"],
        &["logboek", "--met-namen"],
    ] {
        demo.run(words).answer();
    }
    let lines = demo.trail();
    let kinds: Vec<&str> = lines.iter().rev().map(|line| line["kind"].as_str().unwrap()).collect();
    assert_eq!(kinds, ["opened", "opened", "opened", "exported", "opened"]);
    let told = demo.run(&["logboek"]).answer();
    for (line, words) in told.lines().rev().zip([
        "zoeken met namen",
        "journaal met namen",
        "wachtrij met namen",
        "wachtrij met namen (json)",
        "logboek met namen",
    ]) {
        assert!(line.ends_with(words), "{told}");
    }
    assert!(
        demo.run(&["logboek", "--controleer"])
            .answer()
            .contains("heel en volledig")
    );
}

#[test]
fn everything_that_goes_out_leaves_a_line_once_it_is_confirmed() {
    let demo = Demo::made();
    demo.run(&["uitvoer", "uit"]).refusal();
    assert_eq!(demo.trail(), Vec::<Value>::new(), "nobody said yes");
    demo.run(&["uitvoer", "uit", "--ja"]).answer();
    let lines = demo.trail();
    let told: Vec<_> = lines.iter().map(|line| (&line["kind"], &line["why"])).collect();
    assert_eq!(told, [(&Value::from("exported"), &Value::from("everything"))]);
    assert!(demo.run(&["logboek"]).answer().contains("alles, als uitvoer"));
    assert!(
        demo.run(&["trail", "--lang", "en"])
            .answer()
            .contains("everything, as an export")
    );
    assert!(
        demo.run(&["logboek", "--controleer"])
            .answer()
            .contains("heel en volledig")
    );
}

/// Two who are past the date, and a chair who types the number of the first and then interrupts: what was done to the
/// first is told, with the documents about them that went out.
#[test]
fn what_was_erased_before_an_interruption_is_told() {
    let demo = Demo::made();
    demo.run(&["verslag", "--naar", "stukken", "--formaat", "md"]).answer();
    let words = [
        "dakpan",
        "--bestand",
        &demo.folder.path().join("demo.dakpan").display().to_string(),
        "--sleutel-bestand",
        &demo.folder.path().join("sleutel").display().to_string(),
        "--vandaag",
        "2029-08-05",
        "bewaartermijn",
        "--wissen",
    ]
    .map(std::ffi::OsString::from);
    let (options, command) = dakpan::cli::parse(words, &|_| None).unwrap();
    let first = {
        let secret = dakpan::store::Secret::from_key_file(&demo.folder.path().join("sleutel")).unwrap();
        let store = dakpan::store::Store::open(super::opening(demo.folder.path().join("demo.dakpan"), secret)).unwrap();
        let kept = store.kept_pupils(None, "2029-08-05".parse().unwrap()).unwrap();
        let limits = dakpan::domain::retention::Limits::built_in();
        let day = "2029-08-05".parse().unwrap();
        let past = kept.iter().filter(|one| limits.past(&one.facts, day).is_some());
        let numbers: Vec<String> = past.map(|one| store.pupil(one.pupil.id).unwrap().number).collect();
        assert!(numbers.len() > 1);
        numbers[0].clone()
    };
    let (mut out, mut err, mut asked, mut steps) = (Vec::new(), Vec::new(), 0, Vec::new());
    let code = dakpan::cli::run(
        &options,
        &command,
        &mut dakpan::cli::Io {
            out: &mut out,
            err: &mut err,
            ask: &mut |_, _| {
                asked += 1;
                match asked {
                    1 => Ok(zeroize::Zeroizing::new(first.clone())),
                    _ => Err(dakpan::cli::NotAsked::Interrupted),
                }
            },
            watch: &mut |done, of| {
                steps.push((done, of));
                std::ops::ControlFlow::Continue(())
            },
        },
    );
    assert_eq!((code, asked), (130, 2));
    let (out, err) = (String::from_utf8(out).unwrap(), String::from_utf8(err).unwrap());
    assert!(out.contains("niets gevonden"), "{out}");
    assert!(err.contains("Dit wordt gewist"), "{err}");
    assert!(
        steps.starts_with(&[(0, 2), (1, 2)]) && steps.ends_with(&[(1, 1)]),
        "{steps:?}"
    );
}

#[test]
fn who_is_past_the_date_is_listed_with_article_and_reason_and_erased_only_when_confirmed() {
    let demo = Demo::made();
    let nobody = demo.run(&["bewaartermijn"]).answer();
    assert!(nobody.contains("Niemand"), "{nobody}");
    let unknown = demo.run(&["bewaartermijn", "--formaat", "json"]).json();
    let unknown = unknown["no_day"].as_array().unwrap();
    let count: u64 = unknown.iter().map(|one| one["pupils"].as_u64().unwrap()).sum();
    assert!(count > 0, "the cohorts of long ago have no day of leaving");
    assert!(
        nobody.contains(&format!("zonder termijn: {count} leerlingen van "))
            && unknown
                .iter()
                .all(|one| nobody.contains(one["school"].as_str().unwrap())),
        "{nobody}"
    );
    let later = |words: &[&str]| {
        let mut command = dakpan();
        command.current_dir(demo.folder.path());
        command.args([
            "--bestand",
            "demo.dakpan",
            "--sleutel-bestand",
            "sleutel",
            "--vandaag",
            "2029-08-05",
        ]);
        said(command.args(words))
    };
    let rows = later(&["bewaartermijn", "--formaat", "json"]).json();
    let rows = rows["past"].as_array().unwrap();
    assert!(!rows.is_empty());
    for row in rows {
        assert_eq!(row["limit"], "after_leaving");
        assert!(row["article"].as_str().unwrap().contains("AVG") && row["until"].as_str().unwrap() < "2029-08-05");
    }
    let csv = later(&["retention", "--format", "csv"]).answer();
    assert_eq!(csv.lines().count(), rows.len() + 1);
    let refused = later(&["bewaartermijn", "--wissen"]);
    assert_eq!(refused.code, 1, "{refused:?}");
    let again = later(&["bewaartermijn", "--formaat", "json"]).json();
    assert_eq!(
        again["past"].as_array().unwrap().len(),
        rows.len(),
        "nothing was erased"
    );
    let own = demo.folder.path().join("instellingen.toml");
    std::fs::write(&own, "[bewaartermijn]\nafter_leaving = 9\n").unwrap();
    let kept = later(&["bewaartermijn", "--instellingen", "instellingen.toml"]).answer();
    assert!(kept.contains("Niemand"), "{kept}");
    std::fs::write(&own, "[bewaartermijn]\nafter_leving = 9\n").unwrap();
    let wrong = later(&["bewaartermijn", "--instellingen", "instellingen.toml"]).refusal();
    assert!(wrong.contains("after_leaving"), "{wrong}");
}
