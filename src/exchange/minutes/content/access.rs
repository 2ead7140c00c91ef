//! Everything held on one pupil, as a document for the pupil (inzage).
//!
//! The rule: nothing is chosen here. Whatever is handed in is told, under the heading it comes with; what is empty is
//! left out of a list of facts, and an empty part says that there is nothing.

use super::super::input::MadeFor;
use super::super::model::{Document, Level};
use super::opened;
use crate::text::Catalog;

/// The facts of one row: of each field what it is called and what it says.
pub type Facts = Vec<(String, String)>;

/// What is told, already in words.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AccessPaper {
    /// The pupil's name.
    pub name: String,
    /// Each kind of record: its heading, and the facts of each of its rows.
    pub records: Vec<(String, Vec<Facts>)>,
    /// Half-typed notes.
    pub drafts: Vec<String>,
    /// What was changed, the oldest first.
    pub changes: Vec<Changed>,
    /// When, who, what and why.
    pub looked: Vec<[String; 4]>,
    /// Documents that went out.
    pub exports: Vec<String>,
    /// Where else the pupil is named.
    pub mentions: Vec<String>,
}

/// A change of one row.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Changed {
    /// When, by whom and what.
    pub heading: String,
    /// Each field with what it was and became.
    pub fields: Facts,
}

/// The document.
#[must_use]
pub fn access(paper: &AccessPaper, made: &MadeFor, catalog: &Catalog) -> Document {
    let words = &catalog.rights;
    let mut document = opened(words.everything, made, catalog);
    document.paragraph(&paper.name);
    document.paragraph(words.everything_about);
    for (heading, rows) in &paper.records {
        document.heading(Level::Part, heading);
        for (at, row) in rows.iter().enumerate() {
            if rows.len() > 1 {
                document.heading(Level::Within, &format!("{heading} {}", at + 1));
            }
            for (label, text) in row.iter().filter(|(_, text)| !text.trim().is_empty()) {
                document.fact(label, text);
            }
        }
    }
    part(&mut document, words.drafts, &paper.drafts, catalog);
    document.new_sheet();
    document.heading(Level::Part, words.looked);
    nothing(&mut document, paper.looked.is_empty(), catalog);
    let columns = [
        (words.when, 2),
        (words.who, 2),
        (words.what, 2),
        (catalog.listing.why, 2),
    ];
    document.table(columns, paper.looked.clone());
    part(&mut document, words.exports, &paper.exports, catalog);
    part(&mut document, words.mentions, &paper.mentions, catalog);
    if !paper.mentions.is_empty() {
        document.paragraph(words.mentions_about);
    }
    document.heading(Level::Part, words.changes);
    nothing(&mut document, paper.changes.is_empty(), catalog);
    for change in &paper.changes {
        document.heading(Level::Within, &change.heading);
        for (label, text) in &change.fields {
            document.fact(label, text);
        }
    }
    document
}

fn part(document: &mut Document, heading: &str, lines: &[String], catalog: &Catalog) {
    document.heading(Level::Part, heading);
    nothing(document, lines.is_empty(), catalog);
    document.list(lines);
}

fn nothing(document: &mut Document, is_empty: bool, catalog: &Catalog) {
    if is_empty {
        document.paragraph(catalog.rights.none);
    }
}
