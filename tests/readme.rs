//! What README.md says is what the program does: its keys, its commands and options, its pictures.

mod keys;

use std::collections::BTreeSet;
use std::process::Command;

const README: &str = include_str!("../README.md");

#[test]
fn the_keys_are_those_of_the_table() {
    let renewed = keys::renewed(README).expect("README.md has marks around its keys");
    assert!(
        renewed == README,
        "the keys have changed: write them anew with `cargo run --example pictures`"
    );
}

/// What the program answers in English.
fn answer(words: &[&str]) -> String {
    let output = Command::new(env!("CARGO_BIN_EXE_dakpan"))
        .env("DAKPAN_INSTELLINGEN", "/dev/null")
        .args(["--lang", "en"])
        .args(words)
        .output()
        .unwrap();
    assert!(output.status.success(), "{words:?}");
    String::from_utf8(output.stdout).unwrap()
}

/// The commands of the help.
fn commands() -> BTreeSet<String> {
    let help = answer(&["--help"]);
    let (_, list) = help.split_once("Commands:\n").unwrap();
    let names = list.lines().take_while(|line| !line.is_empty());
    names
        .map(|line| line.split_whitespace().next().unwrap().to_owned())
        .collect()
}

/// Words behind `dakpan` in README.md, a call at a time: whatever stands in a code block or between backticks.
fn calls() -> Vec<Vec<&'static str>> {
    let blocks = README.split("```").skip(1).step_by(2).flat_map(str::lines);
    let lines = blocks.filter(|line| line.starts_with("dakpan "));
    let inline = README.split('`').filter(|code| code.starts_with("dakpan "));
    let words = |call: &'static str| {
        let call = call.split('#').next().unwrap_or_default();
        call.split_whitespace().skip(1).collect::<Vec<_>>()
    };
    lines
        .chain(inline.filter(|code| !code.contains('\n')))
        .map(words)
        .collect()
}

#[test]
fn every_command_is_told_and_none_that_does_not_exist() {
    let commands = commands();
    let told: BTreeSet<String> = calls()
        .into_iter()
        .filter_map(|words| words.first().map(|word| (*word).to_owned()))
        .filter(|word| !word.starts_with('-'))
        .collect();
    assert_eq!(told, commands);
}

#[test]
fn every_option_is_one_of_the_program() {
    let mut known = answer(&["--help"]);
    for command in commands() {
        known.push_str(&answer(&[&command, "--help"]));
    }
    let known: BTreeSet<&str> = known
        .split(|c: char| c.is_whitespace() || [',', '[', ']'].contains(&c))
        .filter(|word| word.starts_with("--"))
        .collect();
    let in_calls = calls().into_iter().flatten();
    let in_tables = README
        .split('`')
        .filter(|code| code.starts_with("--") && !code.contains('\n'));
    let mut told = 0;
    for option in in_calls.chain(in_tables).filter(|word| word.starts_with("--")) {
        let name = option.split([' ', '=']).next().unwrap();
        assert!(known.contains(name), "README.md tells of {name}, the help does not");
        told += 1;
    }
    assert!(told > 5, "{told} options were found in README.md");
}

#[test]
fn every_file_it_points_to_is_there() {
    let top = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    let links: Vec<&str> = README
        .split("](")
        .skip(1)
        .filter_map(|rest| rest.split(')').next())
        .filter(|link| !link.contains("://") && !link.starts_with('#'))
        .collect();
    assert!(links.iter().any(|link| link.starts_with("screenshots/")), "{links:?}");
    for link in links {
        assert!(top.join(link).exists(), "README.md points to {link}");
    }
}
