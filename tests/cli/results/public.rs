//! The version that anybody may read: which counts it hides, where that is settled, and that no form tells more.

use serde_json::{Value, json};

use super::{Demo, SDD, SOW};
use crate::cli::{Table, at};

#[test]
fn the_public_version_tells_no_small_count_in_any_form() {
    let demo = Demo::get();
    let told = demo.json(&[&SDD[..], &["--openbaar"]].concat());
    let hidden: Vec<&str> = told["rows"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|row| row["count"].is_null())
        .map(|row| row["key"].as_str().unwrap())
        .collect();
    assert_eq!(
        hidden,
        ["participation_placement", "day_activity", "work_duty_exemption"]
    );
    assert!(
        told.get("outcomes").is_none() && told.get("unlisted").is_none(),
        "{told}"
    );
    let divided = demo.json(&[&SDD[..], &["--openbaar", "--per", "woongemeente"]].concat());
    for group in divided["groups"].as_array().unwrap().iter().chain([&divided]) {
        for row in group["rows"].as_array().unwrap() {
            assert!(row["count"].as_u64().is_none_or(|count| count >= 5), "{group}");
        }
    }
    let text = demo
        .run(&[&["resultaten"], &SDD[..], &["--openbaar"]].concat())
        .answer();
    assert!(
        text.contains("verborgen") && text.contains("Kleine aantallen (onder 5) zijn verborgen"),
        "{text}"
    );
    assert!(!text.contains("Personen en instrumenten"), "{text}");
}

/// What is small is the table's own to settle, and every public form goes by it; so does the list of cohorts.
#[test]
fn what_is_small_is_a_setting() {
    let folder = Demo::get().copy();
    let settings = folder.path().join("mijn.toml");
    let run = |smallest: &str, words: &[&str]| {
        std::fs::write(&settings, smallest).unwrap();
        let place = settings.display().to_string();
        let words = [&["--instellingen", &place, "resultaten"], words].concat();
        Demo::get().run_in(folder.path(), &words).answer()
    };
    let hidden = |smallest: &str| -> Vec<String> {
        let words = [&SDD[..], &["--openbaar", "--formaat", "json"]].concat();
        let told: Value = serde_json::from_str(&run(smallest, &words)).unwrap();
        let rows = told["rows"]
            .as_array()
            .unwrap()
            .iter()
            .filter(|row| row["count"].is_null());
        rows.map(|row| row["key"].as_str().unwrap().to_owned()).collect()
    };
    assert_eq!(hidden("kleine_aantallen = 2"), ["day_activity", "work_duty_exemption"]);
    assert_eq!(
        hidden(""),
        ["participation_placement", "day_activity", "work_duty_exemption"]
    );
    assert_eq!(
        hidden("kleine_aantallen = 16"),
        [
            "participation_placement",
            "paid_work",
            "other_instrument",
            "day_activity",
            "work_duty_exemption"
        ]
    );
    for format in ["tekst", "md"] {
        let told = run(
            "small_counts = 16",
            &[&SDD[..], &["--openbaar", "--formaat", format]].concat(),
        );
        assert!(told.contains("(onder 16)") && !told.contains(" 15"), "{told}");
    }
    let csv = run(
        "small_counts = 16",
        &[&SDD[..], &["--openbaar", "--formaat", "csv"]].concat(),
    );
    assert!(csv.contains("paid_work;gestart met betaald werk;;false"), "{csv}");
    let list = run("small_counts = 22", &["--openbaar", "--formaat", "csv"]);
    assert!(
        list.contains("SDD 2016-1;180;") && list.contains("SOW 2017;;"),
        "{list}"
    );
    // Without it the whole is told, whatever is small.
    assert!(run("small_counts = 16", &SDD).contains(" 15"));
}

#[test]
fn how_many_a_small_cohort_has_is_not_told_to_everybody() {
    let table = Table::laid();
    let mut store = table.open();
    let about = dakpan::store::About {
        intent: "test",
        pupil: None,
        meeting: None,
    };
    store
        .change(about, at("10:30"), |tx| tx.insert_cohort("KLEIN", "").map(|_| ()))
        .unwrap();
    store.close().unwrap();
    let members = |words: &[&str]| {
        let list = table
            .run(&[&["resultaten", "--formaat", "json"], words].concat())
            .json();
        list[0]["members"].clone()
    };
    assert_eq!((members(&[]), members(&["--openbaar"])), (json!(0), json!(null)));
}

#[test]
fn no_form_names_anybody() {
    let demo = Demo::get();
    let folder = demo.copy();
    let names = demo
        .run(&["dekking", "--cohort", "SOW 2017", "--met-namen", "--formaat", "json"])
        .json();
    let families: Vec<String> = names["rows"]
        .as_array()
        .unwrap()
        .iter()
        .map(|row| row["pupil"].as_str().unwrap().to_owned())
        .collect();
    assert_eq!(families.len(), 21);
    for format in ["tekst", "md", "csv", "json"] {
        let told = demo
            .run_in(
                folder.path(),
                &[&["resultaten"], &SOW[..], &["--formaat", format]].concat(),
            )
            .answer();
        for name in &families {
            assert!(!told.contains(name.as_str()), "{format}: {name}");
        }
    }
}
