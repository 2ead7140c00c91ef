//! The guard's own proof: each kind of offence, as somebody might write it, is caught where it stands, and what only
//! looks like one is let pass.

mod contents;
mod edges;
mod reading;

use super::rules::{Rule, check};
use super::source::Source;

/// The rules that a file with this text breaks, each with its line.
fn broken(path: &str, text: &str) -> Vec<(Rule, usize)> {
    check(&Source::parse(path, text).unwrap())
        .into_iter()
        .map(|finding| (finding.rule, finding.line))
        .collect()
}

#[track_caller]
fn catches(rule: Rule, path: &str, text: &str) {
    let mut found = broken(path, text);
    found.dedup();
    assert_eq!(found, [(rule, 1)], "in {path}: {text}");
}

#[track_caller]
fn passes(path: &str, text: &str) {
    assert_eq!(broken(path, text), [], "in {path}: {text}");
}
