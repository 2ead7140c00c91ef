//! The rules of the house that one source file can break, each with its sentence.

use super::paths::{Path, behind_root, paths};
use super::source::{Kind, Source};
use super::words;

/// A rule of the house.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rule {
    Edge,
    Purity,
    Sql,
    Terminal,
    Clock,
    Colour,
    Sentence,
    Length,
    Forgotten,
}

impl Rule {
    /// The rule in one sentence, as whoever broke it reads it.
    pub fn sentence(self) -> &'static str {
        match self {
            Rule::Edge => {
                "A room uses only what lies below it: main → cli, ui → app → store, exchange, public → text → domain, \
                 and store, exchange and public do not know each other."
            }
            Rule::Purity => "The domain holds values and decisions: it reads no file, network, environment or clock.",
            Rule::Sql => "Only the store knows SQL and rusqlite.",
            Rule::Terminal => "Only ui and main know a terminal: no ratatui, crossterm or escape sequence elsewhere.",
            Rule::Clock => "The time comes from main or cli as an argument, so that a test can choose it.",
            Rule::Colour => "Colours stand in src/ui/theme.rs alone; a view asks the theme for a style by its meaning.",
            Rule::Sentence => "Words for the screen stand in src/text, in both languages.",
            Rule::Length => {
                "A file is one idea in about 400 lines (460 at most); only catalogues and listed tables are longer."
            }
            Rule::Forgotten => "Every Rust file belongs to a target, and every file with tests to the test binary.",
        }
    }
}

/// A place where a rule is broken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    pub rule: Rule,
    pub path: String,
    pub line: usize,
    /// What stands there.
    pub what: String,
}

impl std::fmt::Display for Finding {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(
            out,
            "{}:{}: {}\n    {}",
            self.path,
            self.line,
            self.what,
            self.rule.sentence()
        )
    }
}

/// What each room may use besides itself. `lib` only lists the rooms; `main` is a crate of its own and wires them all.
const MAY_USE: [(&str, &[&str]); 9] = [
    ("lib", &[]),
    ("domain", &[]),
    ("text", &["domain"]),
    ("store", &["text", "domain"]),
    ("exchange", &["text", "domain"]),
    ("public", &["text", "domain"]),
    ("app", &["store", "exchange", "public", "text", "domain"]),
    ("cli", &["app", "store", "exchange", "public", "text", "domain"]),
    ("ui", &["app", "store", "exchange", "public", "text", "domain"]),
];

/// The rooms a file may stand in, in the order of the arrows from below.
pub fn rooms() -> impl Iterator<Item = &'static str> {
    MAY_USE.iter().map(|(room, _)| *room).filter(|room| *room != "lib")
}

/// How many lines "about 400" may be.
const LONGEST: usize = 460;

/// Everything in one file that breaks a rule.
pub fn check(source: &Source) -> Vec<Finding> {
    let mut found = Vec::new();
    let mut add = |rule, line, what: String| {
        found.push(Finding {
            rule,
            path: source.path.clone(),
            line,
            what,
        })
    };
    for path in paths(source) {
        for (rule, what) in judge_path(source, &path) {
            add(rule, path.line, what);
        }
    }
    for token in &source.tokens {
        if let Kind::Text(text) = &token.kind {
            for rule in judge_text(source, text) {
                add(rule, token.line, format!("{text:?}"));
            }
        }
    }
    for (rule, line, what) in judge_calls(source) {
        add(rule, line, what);
    }
    if source.lines > LONGEST && !is_catalogue(&source.path) {
        add(Rule::Length, source.lines, format!("{} lines", source.lines));
    }
    found
}

fn is_catalogue(path: &str) -> bool {
    path.starts_with("src/text/")
}

fn judge_path(source: &Source, path: &Path) -> Vec<(Rule, String)> {
    let mut broken = Vec::new();
    if !edge_is_allowed(source, path) {
        broken.push((Rule::Edge, format!("{} uses {}", source.room(), path.written())));
    }
    let outside = |rooms: &[&str]| !rooms.contains(&source.room());
    let first = path.segments.first().map_or("", String::as_str);
    if source.room() == "domain" && reaches_out(path) {
        broken.push((Rule::Purity, path.written()));
    }
    if outside(&["store"]) && matches!(first, "rusqlite" | "libsqlite3_sys") {
        broken.push((Rule::Sql, path.written()));
    }
    if outside(&["ui", "main"]) && is_terminal_crate(first) {
        broken.push((Rule::Terminal, path.written()));
    }
    if outside(&["main", "cli"]) && reads_the_clock(path) {
        broken.push((Rule::Clock, path.written()));
    }
    // Elsewhere `Color` is another crate's, a spreadsheet's for example.
    if !outside(&["ui", "main"]) && !is_theme(source) && path.segments.iter().any(|part| part == "Color") {
        broken.push((Rule::Colour, path.written()));
    }
    broken
}

/// An edge is judged by the first name behind the crate's root, which must be a room this one may use.
fn edge_is_allowed(source: &Source, path: &Path) -> bool {
    let room = source.room();
    if room == "main" {
        return true;
    }
    let Some((_, below)) = MAY_USE.iter().find(|(name, _)| *name == room) else {
        return behind_root(path).is_none();
    };
    match behind_root(path) {
        None => true,
        // `pub(crate)` names the root and uses nothing of it; `use crate as x` would hide every later edge.
        Some([]) => !path.renamed,
        Some([used, ..]) => used == room || below.contains(&used.as_str()),
    }
}

fn reaches_out(path: &Path) -> bool {
    let doors = ["fs", "io", "net", "env", "process", "thread", "time", "os"];
    let [first, second, ..] = path.segments.as_slice() else {
        return false;
    };
    first == "std" && doors.contains(&second.as_str())
}

fn is_terminal_crate(name: &str) -> bool {
    name == "crossterm" || name.starts_with("ratatui") || matches!(name, "termion" | "termwiz" | "tui_input")
}

fn reads_the_clock(path: &Path) -> bool {
    let clocks = ["Utc", "Local", "SystemTime", "Instant"];
    clocks
        .iter()
        .any(|clock| path.has_pair(clock, "now") || path.has_pair(clock, "today"))
        || (path.renamed && path.segments.len() > 1 && path.segments.last().is_some_and(|s| clocks.contains(&&**s)))
}

fn is_theme(source: &Source) -> bool {
    source.path == "src/ui/theme.rs" || source.path.starts_with("src/ui/theme/")
}

/// How many words make a literal one for the screen. What `ui` draws is on the screen, be it one word.
fn words_for_the_screen(room: &str) -> usize {
    if room == "ui" { 1 } else { 2 }
}

fn judge_text(source: &Source, text: &str) -> Vec<Rule> {
    let room = source.room();
    let mut broken = Vec::new();
    if room != "store" && words::is_sql(text, room == "text") {
        broken.push(Rule::Sql);
    }
    if !matches!(room, "main" | "cli") && words::sql_reads_the_clock(text) {
        broken.push(Rule::Clock);
    }
    if !matches!(room, "ui" | "main") && text.contains("\u{1b}[") {
        broken.push(Rule::Terminal);
    }
    if matches!(room, "ui" | "main") && !is_theme(source) && words::is_hex_colour(text) {
        broken.push(Rule::Colour);
    }
    let sql_at_home = room == "store" && words::has_sql_keyword(text);
    if room != "text" && !sql_at_home && words::count(text) >= words_for_the_screen(room) {
        broken.push(Rule::Sentence);
    }
    broken
}

/// Calls without arguments that a path does not show: `.elapsed()` reads the clock, `.red()` is a colour.
fn judge_calls(source: &Source) -> Vec<(Rule, usize, String)> {
    let mut broken = Vec::new();
    for window in source.tokens.windows(4) {
        let [dot, name, open, close] = window else {
            continue;
        };
        let Some(name) = name.ident() else { continue };
        if !dot.is_punct('.') || open.kind != Kind::Open('(') || close.kind != Kind::Close(')') {
            continue;
        }
        if name == "elapsed" && !matches!(source.room(), "main" | "cli") {
            broken.push((Rule::Clock, dot.line, ".elapsed()".to_owned()));
        }
        if matches!(source.room(), "ui" | "main") && !is_theme(source) && is_colour_call(name) {
            broken.push((Rule::Colour, dot.line, format!(".{name}()")));
        }
    }
    broken
}

fn is_colour_call(name: &str) -> bool {
    let colour = name.strip_prefix("on_").unwrap_or(name);
    let colour = colour
        .strip_prefix("light_")
        .or(colour.strip_prefix("dark_"))
        .unwrap_or(colour);
    [
        "black", "red", "green", "yellow", "blue", "magenta", "cyan", "gray", "white",
    ]
    .contains(&colour)
}

/// A migration is SQL at home; only the clock is asked about.
pub fn check_migration(path: &str, sql: &str) -> Vec<Finding> {
    let lines = sql
        .lines()
        .enumerate()
        .map(|(at, line)| (at + 1, line.split("--").next().unwrap_or("")));
    let asks = lines.filter(|(_, line)| words::sql_reads_the_clock(line));
    asks.map(|(line, text)| Finding {
        rule: Rule::Clock,
        path: path.to_owned(),
        line,
        what: text.trim().to_owned(),
    })
    .collect()
}
