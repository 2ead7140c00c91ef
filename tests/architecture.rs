//! The guard of the house: reads the sources and fails on what no compiler refuses, so that the rules of the rooms
//! (see `src/lib.rs`) hold by themselves and nobody has to remember them in a review.
//!
//! A finding names the file, the line and the rule. Whoever has a good reason to break a rule writes it down in
//! [`EXCEPTIONS`]; an exception that nothing needs any more fails too.

mod catches;
mod files;
mod paths;
mod rules;
mod source;
mod words;

use std::path::Path;

use rules::{Finding, Rule};
use source::Source;

/// A place that may break a rule, and why.
struct Exception {
    rule: Rule,
    /// The file, from the project's top.
    path: &'static str,
    /// What stands there, when only that may; empty for the whole file.
    what: &'static str,
    reason: &'static str,
}

/// Every exception of the house.
const EXCEPTIONS: &[Exception] = &[];

fn top() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn read(file: &Path) -> Source {
    let text = std::fs::read_to_string(file).unwrap();
    Source::parse(&files::relative(top(), file), &text).unwrap()
}

/// Everything in the house that breaks a rule, exceptions included.
fn findings() -> Vec<Finding> {
    let mut found = Vec::new();
    for file in files::rust_files(&top().join("src")) {
        found.extend(rules::check(&read(&file)));
    }
    for file in files::rust_files(&top().join("tests")) {
        // Only its length is judged: a test says what it must say, in the words it must find.
        found.extend(
            rules::check(&read(&file))
                .into_iter()
                .filter(|finding| finding.rule == Rule::Length),
        );
    }
    found.extend(files::forgotten(top()).unwrap());
    found.extend(
        migrations()
            .iter()
            .flat_map(|(path, sql)| rules::check_migration(path, sql)),
    );
    found
}

fn migrations() -> Vec<(String, String)> {
    let Ok(entries) = std::fs::read_dir(top().join("data/migrations")) else {
        return Vec::new();
    };
    let files = entries
        .flatten()
        .map(|entry| entry.path())
        .filter(|path| path.extension().is_some_and(|e| e == "sql"));
    files
        .map(|path| (files::relative(top(), &path), std::fs::read_to_string(&path).unwrap()))
        .collect()
}

fn excepts(exception: &Exception, finding: &Finding) -> bool {
    exception.rule == finding.rule
        && exception.path == finding.path
        && (exception.what.is_empty() || finding.what.contains(exception.what))
}

#[test]
fn the_house_keeps_its_rules() {
    let broken: Vec<String> = findings()
        .iter()
        .filter(|finding| !EXCEPTIONS.iter().any(|exception| excepts(exception, finding)))
        .map(Finding::to_string)
        .collect();
    assert!(
        broken.is_empty(),
        "{} places break a rule of the house:\n\n{}\n",
        broken.len(),
        broken.join("\n\n")
    );
}

#[test]
fn every_exception_is_still_needed_and_says_why() {
    let findings = findings();
    for exception in EXCEPTIONS {
        let used = findings.iter().any(|finding| excepts(exception, finding));
        assert!(
            used,
            "nothing in {} needs the exception {:?} any more",
            exception.path, exception.what
        );
        assert!(
            exception.reason.split_whitespace().count() > 2,
            "the exception for {} has no reason",
            exception.path
        );
    }
}

/// A guard that reads nothing finds nothing.
#[test]
fn every_room_is_read_and_every_file_stands_in_a_room() {
    let sources: Vec<Source> = files::rust_files(&top().join("src"))
        .iter()
        .map(|file| read(file))
        .collect();
    for room in rules::rooms() {
        let tokens: usize = sources
            .iter()
            .filter(|source| source.room() == room)
            .map(|source| source.lines)
            .sum();
        assert!(tokens > 0, "the guard found nothing in the room {room}");
    }
    for source in &sources {
        let known = ["lib", "main"].contains(&source.room()) || rules::rooms().any(|room| room == source.room());
        assert!(
            known,
            "{} stands in no room: add the room to architecture's table or move the file",
            source.path
        );
    }
}
