//! What is said, before it is known what of it was said already.
//!
//! The rule: a part is a thing of the screen that comes and goes as a whole. When it comes it is said whole; while it
//! stays, only what is new in it.

use crate::app::message::Key;
use crate::domain::intent::Intent;
use crate::domain::outside::visible;
use crate::text::Catalog;

/// Rows of a list that are said at a time: as many as somebody who listens keeps apart.
const PAGE: usize = 20;

/// Which thing of the screen a part is; with its own words where there are more of a kind.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub(in crate::ui) enum Which {
    /// A pane, or what lies over the panes.
    #[default]
    Thing,
    /// The line across the top.
    Top,
    /// What just happened.
    Notice,
    /// What a key waits for.
    Waiting,
    /// Choosing or writing.
    Mode,
    /// The screen is paused.
    Blank,
    /// A secret is asked for.
    Locked,
    /// The keys of the panes.
    PaneKeys,
    /// The keys of what lies over them.
    Keys,
    /// The note of a pupil or a point.
    Note,
    /// The trajectory in words.
    History,
}

/// What a line is within its part.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(in crate::ui) enum Sort {
    /// Any line.
    Words,
    /// One that is known by its place, whatever stands there.
    Place,
    /// What the cursor stands on.
    Here,
    /// What is told of that besides.
    Told,
    /// How a row is chosen.
    Pick,
    /// What is wrong with a field.
    Wrong,
}

/// A line, and by what it is known whether it was said.
#[derive(Clone, Debug)]
pub(in crate::ui) struct Line {
    pub(in crate::ui) key: (Sort, String),
    pub(in crate::ui) text: String,
}

/// How a row is chosen by its number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::ui) enum Choose {
    /// Each by a key of its own.
    Keys(Vec<Key>),
    /// By going to it, and then perhaps by doing this.
    Walk(Option<Intent>),
    /// By going sideways to it, as in a field of a form.
    Sideways,
    /// It is not: digits mean something else here.
    Never,
}

/// A row of a list.
#[derive(Clone, Debug, Default)]
pub(in crate::ui) struct Row {
    /// Its number; none for what has none.
    pub(in crate::ui) number: Option<usize>,
    pub(in crate::ui) text: String,
    /// Headings above it.
    pub(in crate::ui) before: Vec<String>,
}

/// A list.
#[derive(Clone, Debug)]
pub(in crate::ui) struct Menu {
    pub(in crate::ui) rows: Vec<Row>,
    /// The row under the cursor.
    pub(in crate::ui) at: Option<usize>,
    pub(in crate::ui) choose: Choose,
    /// What is told of the row under the cursor besides.
    pub(in crate::ui) told: Vec<String>,
    /// How many rows are said at a time.
    pub(in crate::ui) page: usize,
    /// The first row that is said, where there is no cursor.
    pub(in crate::ui) from: usize,
    /// Of which of several things it is the list, so that two with the same rows are both said.
    pub(in crate::ui) of: usize,
}

impl Menu {
    /// A list of texts, numbered from 1.
    pub(in crate::ui) fn numbered(texts: impl IntoIterator<Item = String>, at: Option<usize>, choose: Choose) -> Self {
        let rows = texts.into_iter().enumerate().map(|(at, text)| Row {
            number: Some(at + 1),
            text,
            before: Vec::new(),
        });
        Self::of(rows.collect(), at, choose)
    }

    /// A list of rows.
    pub(in crate::ui) fn of(rows: Vec<Row>, at: Option<usize>, choose: Choose) -> Self {
        Self {
            rows,
            at,
            choose,
            told: Vec::new(),
            page: PAGE,
            from: 0,
            of: 0,
        }
    }

    /// The list with what is told of the row under the cursor besides.
    pub(in crate::ui) fn telling(self, told: Vec<String>) -> Self {
        Self { told, ..self }
    }

    /// Whether a number chooses a row.
    pub(in crate::ui) fn takes_numbers(&self) -> bool {
        self.choose != Choose::Never && !self.rows.is_empty()
    }

    /// Whether a row has this number.
    pub(in crate::ui) fn has(&self, number: usize) -> bool {
        self.rows.iter().any(|row| row.number == Some(number))
    }

    /// The highest number there is.
    pub(in crate::ui) fn last(&self) -> usize {
        self.rows.iter().filter_map(|row| row.number).max().unwrap_or(0)
    }

    fn lines(&self, words: &Catalog) -> Vec<Line> {
        let len = self.rows.len();
        let page = self.page.max(1);
        let first = self.at.map_or(self.from, |at| at / page * page);
        let mut lines = Vec::new();
        if len > page {
            let until = first.saturating_add(page).min(len);
            lines.push(Line::of(words.aloud.page(first + 1, until, len)));
        }
        for (at, row) in self.rows.iter().enumerate().skip(first).take(page) {
            let headings = row.before.iter();
            let headings = headings.map(|text| Line::known(Sort::Words, format!("{at} {text}"), text));
            lines.extend(headings);
            let said = row.said();
            lines.push(Line::known(Sort::Words, format!("{} {said}", self.of), &said));
        }
        if self.takes_numbers() {
            let pick = words.aloud.pick(self.last());
            lines.push(Line::known(Sort::Pick, self.of.to_string(), &pick));
        }
        if let Some(row) = self.at.and_then(|at| self.rows.get(at)) {
            let text = format!("{} {}", words.aloud.chosen, row.said());
            lines.push(Line::known(Sort::Here, text.clone(), &text));
        }
        lines.extend(self.told.iter().map(|text| Line::known(Sort::Told, text.clone(), text)));
        lines
    }
}

impl Row {
    fn said(&self) -> String {
        match self.number {
            Some(number) => format!("{number} {}", self.text),
            None => self.text.clone(),
        }
    }
}

impl Line {
    /// A line that is known by its words.
    pub(in crate::ui) fn of(text: String) -> Self {
        Self::known(Sort::Words, text.clone(), &text)
    }

    /// A line that is known by something else.
    pub(in crate::ui) fn known(sort: Sort, by: String, text: &str) -> Self {
        Self {
            key: (sort, by),
            text: text.to_owned(),
        }
    }
}

/// A thing of the screen that comes and goes as a whole.
#[derive(Clone, Debug, Default)]
pub(in crate::ui) struct Part {
    /// By what it is known that it is still the same.
    pub(in crate::ui) key: (Which, String),
    pub(in crate::ui) title: String,
    pub(in crate::ui) lines: Vec<Line>,
    pub(in crate::ui) menu: Option<Menu>,
    /// What stands below the list.
    pub(in crate::ui) after: Vec<Line>,
    /// What is being typed in it, and where: while that goes on nothing of the part is said.
    pub(in crate::ui) typed: Option<(usize, String)>,
}

impl Part {
    /// A part that is known by its title.
    pub(in crate::ui) fn new(title: impl Into<String>) -> Self {
        let title = title.into();
        Self {
            key: (Which::Thing, title.clone()),
            title,
            ..Self::default()
        }
    }

    /// A part of which there is one at a time.
    pub(in crate::ui) fn only(which: Which, title: impl Into<String>) -> Self {
        Self {
            key: (which, String::new()),
            title: title.into(),
            ..Self::default()
        }
    }

    pub(in crate::ui) fn line(&mut self, text: impl Into<String>) {
        self.lines.push(Line::of(text.into()));
    }

    pub(in crate::ui) fn after(&mut self, text: impl Into<String>) {
        self.after.push(Line::of(text.into()));
    }

    /// Every line, in the order in which it is said.
    pub(in crate::ui) fn said(&self, words: &Catalog) -> Vec<Line> {
        let title = (!self.title.is_empty()).then(|| Line::of(self.title.clone()));
        let menu = self.menu.as_ref().map(|menu| menu.lines(words)).unwrap_or_default();
        let all = title.into_iter().chain(self.lines.iter().cloned()).chain(menu);
        all.chain(self.after.iter().cloned()).collect()
    }
}

/// A line as it is said: no frames, no marks that go with a word, no room that was only left for the eye.
pub(in crate::ui) fn plain(text: &str) -> String {
    let shown = visible(text);
    let bare = |letter: char| match letter {
        '\u{2500}'..='\u{259f}' => ' ',
        letter => letter,
    };
    let shown: String = shown.chars().map(bare).collect();
    // An arrow at the beginning is a mark; between two things it parts them, as a dot does.
    let shown = shown.trim_start().trim_start_matches('→').replace('→', "·");
    let words: Vec<&str> = shown
        .split_whitespace()
        .filter(|word| !word.chars().all(is_mark))
        .collect();
    let said = words.join(" ");
    said.trim_matches([' ', '·']).replace(": · ", ": ").replace(" · ", ", ")
}

/// A glyph that says to the eye what a word says too.
fn is_mark(letter: char) -> bool {
    matches!(
        letter,
        '»' | '√' | '○' | '◐' | '●' | '►' | '▼' | '→' | '←' | '↑' | '↓' | '≡' | '!' | '|' | '│'
    )
}
