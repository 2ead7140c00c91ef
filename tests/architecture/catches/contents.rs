//! What stands in the wrong room: SQL, a terminal, the clock, a colour, a sentence.

use super::super::rules::{Rule, check_migration};
use super::{broken, catches, passes};

#[test]
fn sql_outside_the_store_is_caught() {
    let caught = |text| {
        let rules = broken("src/app/perform.rs", text);
        assert!(rules.contains(&(Rule::Sql, 1)), "{text}: {rules:?}");
    };
    caught(r#"const Q: &str = "SELECT id, name FROM pupil";"#);
    caught(r##"const Q: &str = r#"select 1 from "pupil""#;"##);
    caught(r#"const Q: &[u8] = b"INSERT INTO pupil VALUES (?1)";"#);
    caught(r#"const Q: &str = "update pupil set name = ?1";"#);
    caught(r#"const Q: &str = "delete from pupil";"#);
    caught(r#"const Q: &str = "CREATE UNIQUE INDEX a ON b(c)";"#);
    caught(r#"const Q: &str = "pragma user_version";"#);
    caught(r#"fn f() { run(&format!("PRAGMA {name}")); }"#);
    caught(r#"fn f() { run(&format!("UPDATE {table} SET a = 1")); }"#);
    caught(r#"const Q: &str = "VACUUM";"#);
    caught(r#"fn f() { run(&format!("{base} ORDER BY {column}")); }"#);
    caught("use rusqlite::Connection;");
    caught("fn f(error: rusqlite::Error) {}");
}

#[test]
fn sql_in_the_store_and_english_in_the_catalogue_pass() {
    for (path, text) in [
        (
            "src/store/pupil.rs",
            r#"use rusqlite::params; const Q: &str = "SELECT id, name FROM pupil";"#,
        ),
        (
            "src/store/pupil.rs",
            r#"const Q: &str = " WHERE pupil = ?1 AND school = ?2";"#,
        ),
        (
            "src/text/en.rs",
            r#"const A: &str = "Select a pupil from the queue, or update what is set.";"#,
        ),
    ] {
        passes(path, text);
    }
    catches(Rule::Sql, "src/text/en.rs", r#"const A: &str = "SELECT a FROM b";"#);
    passes("src/app/mod.rs", "// SELECT a FROM b\nfn select() {}");
}

#[test]
fn a_terminal_elsewhere_is_caught() {
    for (path, text) in [
        ("src/app/keymap.rs", "use crossterm::event::KeyCode;"),
        ("src/cli/mod.rs", "fn f() { ratatui::restore(); }"),
        ("src/app/editor.rs", "use ratatui_textarea::TextArea;"),
        ("src/public/mod.rs", "use ::ratatui::{buffer::Buffer};"),
        ("src/cli/mod.rs", "impl From<A> for ::crossterm::event::Event {}"),
        ("src/cli/mod.rs", r#"const CLEAR: &str = "\x1b[2J";"#),
        ("src/cli/mod.rs", r#"const CLEAR: &str = "\u{1b}[2J";"#),
    ] {
        catches(Rule::Terminal, path, text);
    }
    for (path, text) in [
        ("src/ui/input.rs", "use crossterm::event::KeyCode; use ratatui::Frame;"),
        ("src/main.rs", "use ratatui::DefaultTerminal;"),
    ] {
        passes(path, text);
    }
}

#[test]
fn the_wall_clock_elsewhere_is_caught() {
    for (path, text) in [
        ("src/app/perform.rs", "fn f() { chrono::Utc::now(); }"),
        ("src/store/mod.rs", "fn f() { Local::now().date_naive(); }"),
        ("src/ui/mod.rs", "fn f() { let start = std::time::Instant::now(); }"),
        ("src/exchange/ics.rs", "fn f() { SystemTime::now(); }"),
        ("src/app/mod.rs", "fn f(clock: fn()) { f(Instant::now); }"),
        ("src/app/mod.rs", "use chrono::Local as Here;"),
        ("src/app/mod.rs", "fn f(start: Start) { start.elapsed(); }"),
    ] {
        catches(Rule::Clock, path, text);
    }
    for (path, text) in [
        ("src/main.rs", "fn f() { Instant::now().elapsed(); Utc::now(); }"),
        ("src/cli/mod.rs", "fn f() { Local::now(); }"),
        (
            "src/app/mod.rs",
            "fn f(now: Moment) { now.now(); Moment::now_or(now); now.elapsed(since); }",
        ),
    ] {
        passes(path, text);
    }
}

#[test]
fn the_clock_inside_sql_is_caught_too() {
    for (path, text) in [
        ("src/store/journal.rs", r#"const Q: &str = "SELECT datetime('now')";"#),
        (
            "src/store/journal.rs",
            r#"const Q: &str = "INSERT INTO j VALUES (CURRENT_TIMESTAMP)";"#,
        ),
    ] {
        catches(Rule::Clock, path, text);
    }
    let found = check_migration(
        "data/migrations/0002.sql",
        "-- not 'now'\nCREATE TABLE a (\n at DEFAULT current_date);",
    );
    assert_eq!(found.iter().map(|finding| finding.line).collect::<Vec<_>>(), [3]);
}

#[test]
fn a_colour_outside_the_theme_is_caught() {
    for (path, text) in [
        ("src/ui/panes/queue.rs", "const A: C = Color::Red;"),
        ("src/ui/panes/queue.rs", "use ratatui::style::{Color, Style};"),
        ("src/ui/panes/queue.rs", "fn f() { line.light_red(); }"),
        ("src/ui/panes/queue.rs", "fn f() { line.on_dark_gray(); }"),
        ("src/main.rs", "fn f() { Color::Rgb(1, 2, 3); }"),
    ] {
        catches(Rule::Colour, path, text);
    }
    let hex = broken("src/ui/view.rs", r##"const A: &str = "#aabbcc";"##);
    assert!(hex.contains(&(Rule::Colour, 1)), "{hex:?}");
    for (path, text) in [
        (
            "src/ui/theme.rs",
            "use ratatui::style::Color; const A: Color = Color::Red;",
        ),
        ("src/exchange/xlsx.rs", "use rust_xlsxwriter::Color;"),
        (
            "src/ui/view.rs",
            "fn f() { style.add_modifier(Modifier::BOLD).reversed(); read(red); }",
        ),
    ] {
        passes(path, text);
    }
}

#[test]
fn a_sentence_outside_the_catalogue_is_caught() {
    for (path, text) in [
        ("src/app/mod.rs", r#"const A: &str = "Niet gevonden";"#),
        (
            "src/cli/mod.rs",
            r#"fn f() { say(&format!("{n} pupils, {m} schools")); }"#,
        ),
        ("src/store/mod.rs", r#"const A: &str = "the file is locked";"#),
        ("src/cli/mod.rs", r#"const A: &str = "zoek (niet hier)";"#),
        (
            "src/exchange/docx.rs",
            r#"const A: &str = "<w:t>Besluit en actie</w:t>";"#,
        ),
        ("src/main.rs", r#"fn f() { write_all(b"terminal gone"); }"#),
        ("src/ui/panes/queue.rs", r#"const TITLE: &str = " Wachtrij ";"#),
        ("src/app/mod.rs", "const A: &str = \"één \\\n   zin\";"),
    ] {
        catches(Rule::Sentence, path, text);
    }
}

#[test]
fn what_is_not_a_sentence_passes() {
    for (path, text) in [
        ("src/text/nl.rs", r#"const A: &str = "Niet gevonden";"#),
        (
            "src/app/mod.rs",
            r#"const A: [&str; 4] = ["pupil", "next-pupil", "{:>4} {:<2}", "%d %m %Y"];"#,
        ),
        ("src/cli/mod.rs", r#"const A: [&str; 2] = ["vandaag", "YYYY-MM-DD"];"#),
        (
            "src/store/index.rs",
            r#"const A: [&str; 2] = ["{row}.brin || {row}.branch", "{row}.kind = 'table'"];"#,
        ),
        (
            "src/app/edit.rs",
            r#"fn f() { write!(out, "Select({motion:?}), Insert({} bytes)", n); }"#,
        ),
        (
            "src/app/mod.rs",
            "//! A sentence of documentation.\n/// Another one.\n// And a third.\nstruct A;",
        ),
        (
            "src/store/mod.rs",
            r#"enum E { #[error("the file is locked")] Locked }"#,
        ),
        (
            "src/exchange/docx.rs",
            r#"const A: &str = "<w:p w:rsid=\"one two\"><?xml version=\"1.0\" ?></w:p>";"#,
        ),
        (
            "src/app/mod.rs",
            r#"fn f() { debug_assert!(a < b, "spans are sorted by start"); }"#,
        ),
        (
            "src/app/mod.rs",
            "#[cfg(test)]\nmod tests { const A: &str = \"two words\"; use crate::ui::X; }\nfn f() {}",
        ),
        (
            "src/ui/panes/queue.rs",
            r#"const GLYPHS: [&str; 4] = ["»", "√ ", "{:>2}:{:02}", "K"];"#,
        ),
    ] {
        passes(path, text);
    }
}
