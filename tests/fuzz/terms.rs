//! The files of rules a chair may write: terms and school holidays.

use dakpan::domain::holidays::{Region, Summers};
use dakpan::domain::term::{Rules, When};

use super::fuzz;

/// The lines of a text, for a fault that must name one of them.
fn lines(text: &str) -> usize {
    text.matches('\n').count() + 1
}

#[test]
fn any_rules_are_read_or_refused_with_a_line_of_the_file() {
    let moment = "2026-06-03".parse().unwrap();
    fuzz("terms", "terms", 1500, |bytes| {
        let text = String::from_utf8_lossy(bytes);
        match Rules::parse(&text, "eigen.toml") {
            Ok(rules) => {
                let own = rules.len();
                let both = Rules::built_in().unwrap().with_own(rules.clone());
                assert!(both.len() >= own);
                assert!(rules.iter().all(|rule| both.get(&rule.id).is_some()));
            }
            Err(error) => assert!((1..=lines(&text)).contains(&error.line), "line {}", error.line),
        }
        if let Ok(when) = When::parse(text.trim()) {
            let _ = when.from(moment);
        }
    });
}

#[test]
fn any_holidays_are_read_or_refused_with_a_line_of_the_file() {
    let today = "2026-06-03".parse().unwrap();
    fuzz("holidays", "holidays", 1500, |bytes| {
        let text = String::from_utf8_lossy(bytes);
        match Summers::read(&text) {
            Ok(summers) => {
                for region in [Region::North, Region::Middle, Region::South] {
                    let begins = summers.school_begins(region, today);
                    assert!(begins.is_none_or(|day| day > today));
                }
            }
            Err(fault) => assert!((1..=lines(&text)).contains(&fault.line), "line {}", fault.line),
        }
    });
}
