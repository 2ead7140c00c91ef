//! Which Rust files the targets of Cargo.toml reach through their `mod` declarations.
//!
//! The tests are one binary, so a file nobody declares compiles nowhere, fails nowhere and looks like a test.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use proc_macro2::{Delimiter, TokenStream, TokenTree};

use super::rules::{Finding, Rule};
use super::source::text_of;

/// A target of Cargo.toml: the file it begins with, and whether `cargo test` runs the tests in it.
pub struct Target {
    pub entry: PathBuf,
    pub runs_tests: bool,
}

/// The targets that Cargo.toml in `top` names. Targets found by themselves are off there, so these are all.
pub fn targets(top: &Path) -> Result<Vec<Target>, String> {
    let text = std::fs::read_to_string(top.join("Cargo.toml")).map_err(|error| error.to_string())?;
    let manifest: toml::Table = text.parse().map_err(|error: toml::de::Error| error.to_string())?;
    let tables = |kind: &str| match manifest.get(kind) {
        Some(toml::Value::Array(several)) => several.clone(),
        Some(one) => vec![one.clone()],
        None => Vec::new(),
    };
    let mut found = Vec::new();
    for kind in ["lib", "bin", "test", "example", "bench"] {
        for table in tables(kind) {
            let entry = table
                .get("path")
                .and_then(toml::Value::as_str)
                .ok_or(format!("[{kind}] names no path"))?;
            found.push(Target {
                entry: top.join(entry),
                runs_tests: matches!(kind, "lib" | "bin" | "test"),
            });
        }
    }
    Ok(found)
}

/// Every `.rs` file below `folder`, sorted.
pub fn rust_files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let Ok(entries) = std::fs::read_dir(folder) else {
        return found;
    };
    for path in entries.flatten().map(|entry| entry.path()) {
        if path.is_dir() {
            found.extend(rust_files(&path));
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            found.push(path);
        }
    }
    found.sort();
    found
}

/// A file's path from the project's top, with `/` on every platform.
pub fn relative(top: &Path, file: &Path) -> String {
    let inside = file.strip_prefix(top).unwrap_or(file);
    inside
        .components()
        .map(|part| part.as_os_str().to_string_lossy())
        .collect::<Vec<_>>()
        .join("/")
}

/// Files under `src` and `tests` that no target reaches, and files with tests that only a target without tests
/// reaches.
pub fn forgotten(top: &Path) -> Result<Vec<Finding>, String> {
    let mut reached = BTreeSet::new();
    let mut tested = BTreeSet::new();
    for target in targets(top)? {
        reach(&target.entry, true, &mut reached)?;
        if target.runs_tests {
            reach(&target.entry, true, &mut tested)?;
        }
    }
    let mut found = Vec::new();
    for file in ["src", "tests"].iter().flat_map(|folder| rust_files(&top.join(folder))) {
        let what = if !reached.contains(&file) {
            "no `mod` leads here"
        } else if !tested.contains(&file) && holds_tests(&file)? {
            "these tests are in no target that runs tests"
        } else {
            continue;
        };
        found.push(Finding {
            rule: Rule::Forgotten,
            path: relative(top, &file),
            line: 1,
            what: what.to_owned(),
        });
    }
    Ok(found)
}

fn read(file: &Path) -> Result<TokenStream, String> {
    let text = std::fs::read_to_string(file).map_err(|error| format!("{}: {error}", file.display()))?;
    text.parse().map_err(|error| format!("{}: {error}", file.display()))
}

fn holds_tests(file: &Path) -> Result<bool, String> {
    let text = std::fs::read_to_string(file).map_err(|error| format!("{}: {error}", file.display()))?;
    Ok(text.contains("#[test]"))
}

/// Adds `file` and everything its `mod` declarations lead to. `owns_folder` is true for a target's first file and
/// for `mod.rs`, whose children lie beside them; another file's children lie in a folder of its name.
fn reach(file: &Path, owns_folder: bool, reached: &mut BTreeSet<PathBuf>) -> Result<(), String> {
    if !reached.insert(file.to_owned()) {
        return Ok(());
    }
    let beside = file.parent().unwrap_or(Path::new("")).to_owned();
    let children = if owns_folder {
        beside.clone()
    } else {
        file.with_extension("")
    };
    let mut declared = Vec::new();
    modules(read(file)?, &children, &beside, &mut declared);
    for candidates in declared {
        // A `mod` whose file is missing does not compile; the compiler says so better than this guard.
        if let Some(next) = candidates.into_iter().find(|candidate| candidate.is_file()) {
            let folder = next.file_name().is_some_and(|name| name == "mod.rs");
            reach(&next, folder, reached)?;
        }
    }
    Ok(())
}

/// Collects, for each `mod name;` in the stream, the files it may mean.
fn modules(stream: TokenStream, children: &Path, beside: &Path, found: &mut Vec<Vec<PathBuf>>) {
    let trees: Vec<TokenTree> = stream.into_iter().collect();
    let mut named_path = None;
    for (at, tree) in trees.iter().enumerate() {
        if let TokenTree::Group(group) = tree {
            if group.delimiter() == Delimiter::Bracket {
                named_path = path_attribute(group.stream()).or(named_path);
            }
            continue;
        }
        let is_mod = matches!(tree, TokenTree::Ident(word) if word == "mod");
        let (Some(TokenTree::Ident(name)), true) = (trees.get(at + 1), is_mod) else {
            continue;
        };
        let name = name.to_string().trim_start_matches("r#").to_owned();
        match trees.get(at + 2) {
            Some(TokenTree::Punct(punct)) if punct.as_char() == ';' => found.push(match named_path.take() {
                Some(path) => vec![beside.join(path)],
                None => vec![children.join(format!("{name}.rs")), children.join(&name).join("mod.rs")],
            }),
            Some(TokenTree::Group(body)) => {
                let inner = children.join(&name);
                modules(body.stream(), &inner, &inner, found);
            }
            _ => {}
        }
    }
}

/// The file of `#[path = "…"]`, when that is what the attribute says.
fn path_attribute(attribute: TokenStream) -> Option<String> {
    let mut trees = attribute.into_iter();
    match (trees.next()?, trees.next()?, trees.next()?) {
        (TokenTree::Ident(word), TokenTree::Punct(_), TokenTree::Literal(value)) if word == "path" => text_of(&value),
        _ => None,
    }
}
