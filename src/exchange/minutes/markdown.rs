//! A document as Markdown, for whoever reads it as it is or puts it in a system of their own.
//!
//! The rule: what somebody typed is text and never markup, so every character that could be markup is escaped.

use super::model::{Block, Document, Level, Table};

/// The document as Markdown, with tables as GitHub and Pandoc read them.
pub(super) fn render(document: &Document) -> String {
    let mut out = format!("# {}\n", escaped(&document.title));
    for block in &document.blocks {
        out.push('\n');
        match block {
            Block::Heading(level, text) => {
                let marks = match level {
                    Level::Part => "##",
                    Level::Within => "###",
                };
                out.push_str(&format!("{marks} {}\n", escaped(text)));
            }
            Block::Paragraph { label, text } if label.is_empty() => {
                out.push_str(&at_start(text));
                out.push('\n');
            }
            Block::Paragraph { label, text } => {
                out.push_str(&format!("**{}:** {}\n", escaped(label), escaped(text)));
            }
            Block::List(items) => {
                for item in items {
                    out.push_str(&format!("- {}\n", at_start(item)));
                }
            }
            Block::Table(table) => write_table(table, &mut out),
            Block::Drawing(_) => {}
            Block::NewSheet => out.push_str("---\n"),
        }
    }
    out.push_str(&format!("\n---\n\n{}\n", escaped(&document.footer)));
    out
}

fn write_table(table: &Table, out: &mut String) {
    let row = |cells: &mut dyn Iterator<Item = String>| {
        let cells: Vec<String> = cells.collect();
        format!("| {} |\n", cells.join(" | "))
    };
    out.push_str(&row(&mut table.columns.iter().map(|column| escaped(&column.heading))));
    out.push_str(&row(&mut table.columns.iter().map(|_| "---".to_owned())));
    for cells in &table.rows {
        out.push_str(&row(&mut cells.iter().map(|cell| escaped(cell))));
    }
}

fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars() {
        if matches!(
            letter,
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '~' | '$' | '&'
        ) {
            out.push('\\');
        }
        out.push(letter);
    }
    out
}

/// As [`escaped`], for a text that begins a line, where a list or a heading begins with less.
fn at_start(text: &str) -> String {
    let text = escaped(text);
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let numbered = digits > 0 && text.get(digits..).is_some_and(|rest| rest.starts_with(['.', ')']));
    match text.split_at_checked(digits) {
        Some((number, rest)) if numbered => format!("{number}\\{rest}"),
        _ if text.starts_with(['#', '-', '+', '=']) => format!("\\{text}"),
        _ => text,
    }
}
