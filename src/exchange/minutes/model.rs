//! A document as it is meant, before it is Markdown, DOCX or PDF: a title, headings, paragraphs, lists and tables.
//!
//! The rule: every text in it is clean (NFC, on one line, without what a reader or a terminal would obey), so that no
//! renderer has to think about it; and it says in its footer for whom it was made.

use unicode_normalization::UnicodeNormalization;

use crate::domain::Moment;
use crate::exchange::drawing::{Drawing, Shape};
use crate::text::Lang;

/// A document in one language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Document {
    pub(super) title: String,
    pub(super) language: Lang,
    pub(super) made_at: Moment,
    pub(super) blocks: Vec<Block>,
    pub(super) footer: String,
}

/// A part of a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Block {
    /// A heading below the title: of a part, or within one.
    Heading(Level, String),
    /// A paragraph, with a label in bold before it when there is one.
    Paragraph { label: String, text: String },
    /// What a list holds, in no particular order.
    List(Vec<String>),
    /// Rows below headings.
    Table(Table),
    /// A drawing, for the form that can show it. What it tells stands in tables as well.
    Drawing(Drawing),
    /// What follows begins a sheet of its own.
    NewSheet,
}

/// How deep a heading is. The title is level one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Level {
    Part,
    Within,
}

impl Level {
    pub(super) const fn depth(self) -> u16 {
        match self {
            Self::Part => 2,
            Self::Within => 3,
        }
    }
}

/// A table with one row of headings. Every row has as many cells as there are columns.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Table {
    pub(super) columns: Vec<Column>,
    pub(super) rows: Vec<Vec<String>>,
}

/// A column: its heading, and its share of the width beside those of the others.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Column {
    pub(super) heading: String,
    pub(super) share: u16,
}

impl Document {
    /// A document with nothing in it yet.
    #[must_use]
    pub fn new(title: &str, language: Lang, made_at: Moment, footer: &str) -> Self {
        Self {
            title: clean(title),
            language,
            made_at,
            blocks: Vec::new(),
            footer: clean(footer),
        }
    }

    /// Its title.
    #[must_use]
    pub fn title(&self) -> &str {
        &self.title
    }

    /// Adds a heading. One without words, of a point that was never given a title, is a dash: who hears the document
    /// would otherwise hear nothing.
    pub(super) fn heading(&mut self, level: Level, text: &str) {
        let text = Some(clean(text)).filter(|text| !text.is_empty());
        self.blocks
            .push(Block::Heading(level, text.unwrap_or_else(|| "–".to_owned())));
    }

    /// Adds a text, each of its lines a paragraph; blank lines are left out.
    pub(super) fn paragraph(&mut self, text: &str) {
        self.fact("", text);
    }

    /// As [`Document::paragraph`], with a label in bold before the first.
    pub(super) fn fact(&mut self, label: &str, text: &str) {
        let mut label = clean(label);
        for line in text.lines().map(clean).filter(|line| !line.is_empty()) {
            self.blocks.push(Block::Paragraph {
                label: std::mem::take(&mut label),
                text: line,
            });
        }
    }

    /// Adds a list, unless it is empty.
    pub(super) fn list<T: AsRef<str>>(&mut self, items: impl IntoIterator<Item = T>) {
        let items: Vec<String> = items.into_iter().map(|item| clean(item.as_ref())).collect();
        if !items.is_empty() {
            self.blocks.push(Block::List(items));
        }
    }

    /// Adds a table, unless it has no rows.
    pub(super) fn table<const N: usize>(&mut self, columns: [(&str, u16); N], rows: Vec<[String; N]>) {
        if rows.is_empty() {
            return;
        }
        let columns = columns.map(|(heading, share)| Column {
            heading: clean(heading),
            share,
        });
        self.blocks.push(Block::Table(Table {
            columns: columns.to_vec(),
            rows: rows
                .into_iter()
                .map(|row| row.map(|cell| clean(&cell)).to_vec())
                .collect(),
        }));
    }

    /// Adds a line of text below what is there.
    pub(in crate::exchange) fn line(&mut self, text: &str) {
        self.paragraph(text);
    }

    /// Adds a part that is one table of any number of columns: the first is wide, the others have numbers.
    pub(in crate::exchange) fn grid(&mut self, title: &str, headings: &[String], rows: Vec<Vec<String>>) {
        self.heading(Level::Part, title);
        if rows.is_empty() {
            return;
        }
        let others = u16::try_from(headings.len().saturating_sub(1))
            .unwrap_or(u16::MAX)
            .max(1);
        let share = |at: usize| if at == 0 { others.saturating_add(2) } else { 2 };
        let columns = headings.iter().enumerate().map(|(at, heading)| Column {
            heading: clean(heading),
            share: share(at),
        });
        self.blocks.push(Block::Table(Table {
            columns: columns.collect(),
            rows: rows
                .into_iter()
                .map(|row| row.iter().map(|cell| clean(cell)).collect())
                .collect(),
        }));
    }

    /// Adds a part of drawings, unless there are none.
    pub(in crate::exchange) fn drawings(&mut self, title: &str, drawings: Vec<Drawing>) {
        if drawings.is_empty() {
            return;
        }
        self.heading(Level::Part, title);
        for mut drawing in drawings {
            drawing.told = clean(&drawing.told);
            for shape in &mut drawing.shapes {
                if let Shape::Text { text, .. } = shape {
                    *text = clean(text);
                }
            }
            self.blocks.push(Block::Drawing(drawing));
        }
    }

    pub(super) fn new_sheet(&mut self) {
        self.blocks.push(Block::NewSheet);
    }

    /// The tag of its language as HTML, DOCX and PDF know it (BCP 47).
    pub(super) const fn language_tag(&self) -> &'static str {
        match self.language {
            Lang::Nl => "nl-NL",
            Lang::En => "en-GB",
        }
    }
}

/// The text on one line, in NFC, with single spaces, without control characters, private-use letters and marks that
/// turn the reading direction of everything behind them around. Right-to-left letters themselves stay.
pub(crate) fn clean(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.nfc() {
        let dropped = matches!(letter,
            '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}' | '\u{fffe}' | '\u{ffff}'
            | '\u{e000}'..='\u{f8ff}' | '\u{f0000}'..='\u{10ffff}');
        if dropped {
            continue;
        }
        let blank = letter.is_whitespace() || letter.is_control();
        if !blank {
            out.push(letter);
        } else if !out.is_empty() && !out.ends_with(' ') {
            out.push(' ');
        }
    }
    out.truncate(out.trim_end().len());
    out
}
