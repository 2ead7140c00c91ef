//! The report of a fault, by the hook of the real program: where it happened, and not a word of what it was about.

use std::process::{Command, Output};

use dakpan::text::{Catalog, Lang};

#[path = "../../src/main/report.rs"]
mod hook;

/// Tells this test, started once more in a process of its own, to fall over.
const FALL: &str = "DAKPAN_TEST_FALL";

/// A note that a library quotes when it fails.
const NOTE: &str = "kanarie: moeder heeft schulden";

/// This test in a process of its own, where it falls over with the hook installed.
fn fall(lang: &str, backtrace: &str) -> Output {
    Command::new(std::env::current_exe().unwrap())
        .args([
            "--exact",
            "terminal::report::a_fault_tells_its_place_and_no_note",
            "--nocapture",
        ])
        .env(FALL, lang)
        .env("RUST_BACKTRACE", backtrace)
        .output()
        .unwrap()
}

#[test]
fn a_fault_tells_its_place_and_no_note() {
    if let Ok(lang) = std::env::var(FALL) {
        hook::install(Catalog::of(if lang == "nl" { Lang::Nl } else { Lang::En }));
        panic!("a library says: {NOTE}");
    }
    for (lang, sentence) in [("nl", "Er is niets verloren"), ("en", "Nothing was lost")] {
        for backtrace in ["0", "1"] {
            let output = fall(lang, backtrace);
            let told = String::from_utf8_lossy(&output.stderr).into_owned();
            assert!(!output.status.success());
            assert!(told.contains(sentence), "{told}");
            assert!(
                told.contains("terminal/report.rs:") || told.contains("report.rs:"),
                "{told}"
            );
            assert!(!told.contains("kanarie") && !told.contains("a library says"), "{told}");
            let all = format!("{told}{}", String::from_utf8_lossy(&output.stdout));
            assert!(!all.contains("kanarie"), "{all}");
        }
    }
}
