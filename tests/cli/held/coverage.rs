//! The coverage of the demo table: exactly the gaps and cold handovers that its data were given.

use serde_json::Value;

use super::{Demo, days_between, number, rows, text};

/// Who has no next party yet (Daan, Kevin, Jaïro, Zoë), who waits for one (Samira), and who had none for a while (Mike,
/// Fatoumata); and who is handed over on the day after (Rayan, and Mike a year ago).
#[test]
fn the_demo_has_the_gaps_and_cold_handovers_it_was_given() {
    let demo = Demo::new();
    let coverage = demo.json(&["dekking", "--met-namen"]);
    let gaps: Vec<(&str, &str, &str)> = rows(&coverage["rows"])
        .iter()
        .flat_map(|row| {
            rows(&row["gaps"])
                .iter()
                .map(|gap| (text(&row["pupil"]), text(&gap["from"]), text(&gap["until"])))
        })
        .collect();
    let mut gaps = gaps;
    gaps.sort_unstable();
    let mut expected = [
        ("Daan van den Berg", "2026-08-01", "2028-07-31"),
        ("Fatoumata Diallo", "2026-02-01", "2026-04-09"),
        ("Jaïro Sarmento", "2027-08-01", "2029-07-31"),
        ("Mike Janssen", "2026-02-14", "2026-03-12"),
        ("Samira Kaddouri", "2026-08-01", "2026-08-31"),
        ("Zoë van IJsselmuiden", "2027-08-01", "2029-07-31"),
        ("casus", "2026-08-01", "2028-07-31"),
    ];
    expected.sort_unstable();
    let told: Vec<(&str, &str, &str)> = gaps
        .iter()
        .map(|(pupil, from, until)| {
            (
                if pupil.starts_with("casus ") { "casus" } else { *pupil },
                *from,
                *until,
            )
        })
        .collect();
    assert_eq!(told, expected, "Kevin was not informed, so he is a case");
    let cold: Vec<(&str, &str, &str, &str)> = rows(&coverage["rows"])
        .iter()
        .flat_map(|row| {
            rows(&row["cold_handovers"]).iter().map(|cold| {
                (
                    text(&row["pupil"]),
                    text(&cold["date"]),
                    text(&cold["from"]),
                    text(&cold["to"]),
                )
            })
        })
        .collect();
    assert_eq!(
        cold,
        [
            ("Mike Janssen", "2025-07-31", "De Brug", "Werkbedrijf De Stuw"),
            ("Rayan Aydın", "2026-07-31", "De Brug", "Sociale dienst"),
        ]
    );
    let gap_days: u64 = expected.iter().map(|(_, from, until)| days_between(from, until)).sum();
    assert_eq!(number(&coverage["gap_days"]), gap_days);
    assert_eq!(
        (number(&coverage["pupils"]), number(&coverage["pupils_with_gap"])),
        (22 + 180 + 21, 7),
        "nobody of the past fell in a gap"
    );
    assert_eq!(number(&coverage["cold_handovers"]), 2);
}

#[test]
fn coverage_adds_up_per_school_per_pupil_and_within_a_period() {
    let demo = Demo::new();
    for words in [
        &["dekking"][..],
        &["dekking", "--van", "2026-08-01", "--tot", "2026-09-30"],
        &["dekking", "--van", "2027-01-01"],
        &["dekking", "--tot", "2025-12-31"],
        &["coverage", "--school", "schakel"],
    ] {
        let all = demo.json(words);
        let sum = |of: &Value, key: &str| rows(of).iter().map(|row| number(&row[key])).sum::<u64>();
        for key in ["days", "covered_days", "gap_days"] {
            assert_eq!(number(&all[key]), sum(&all["schools"], key), "{words:?}: {key}");
            assert_eq!(number(&all[key]), sum(&all["rows"], key), "{words:?}: {key}");
        }
        assert_eq!(
            number(&all["covered_days"]) + number(&all["gap_days"]),
            number(&all["days"])
        );
        assert_eq!(number(&all["pupils"]), sum(&all["schools"], "pupils"));
        assert!(
            sum(&all["parties"], "held_days") >= number(&all["covered_days"]),
            "days of two hands count twice"
        );
        assert_eq!(number(&all["cold_handovers"]), sum(&all["parties"], "cold_handovers"));
    }
    let summer = demo.json(&["dekking", "--van", "2026-08-01", "--tot", "2026-09-30"]);
    // Samira a month; Daan and Kevin the whole of it.
    assert_eq!(number(&summer["gap_days"]), 31 + 2 * 61);
    assert_eq!(summer["from"], "2026-08-01");
    let day = demo.json(&["dekking", "--van", "2026-08-31", "--tot", "2026-08-31"]);
    assert_eq!(number(&day["gap_days"]), 3);
    assert_eq!(
        number(&demo.json(&["dekking", "--van", "2026-09-01", "--tot", "2026-09-01"])["gap_days"]),
        2
    );
    let loket = rows(&demo.json(&["dekking"])["parties"])
        .iter()
        .find(|p| p["party"] == "Jongerenloket")
        .cloned();
    assert!(
        loket.is_none_or(|desk| number(&desk["held_days"]) < 300),
        "a desk holds by a job's supporter alone"
    );
}
