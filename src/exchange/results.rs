//! Result tables as files: Markdown, a workbook, tagged PDF, and a picture of bars and lines, which the PDF has as well.
//!
//! The rule: what goes out is a [`ResultPaper`], which holds texts and counts and nobody's name, and in the public
//! version no count that is hidden; each form writes the same grids. A text that a spreadsheet would compute is written
//! as text.

mod chart;
mod svg;
mod xlsx;

use crate::domain::Moment;
use crate::exchange::minutes::{Document, Form, RenderError, render};
use crate::text::Lang;

pub use chart::{Bar, Chart};
pub use svg::picture;
pub use xlsx::workbook;

/// Result tables with what stands around them, in one language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ResultPaper {
    /// The title.
    pub title: String,
    /// The language.
    pub lang: Lang,
    /// When it was made.
    pub made_at: Moment,
    /// What is said below the title.
    pub lines: Vec<String>,
    /// The tables.
    pub grids: Vec<Grid>,
}

/// One table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Grid {
    /// Its heading.
    pub title: String,
    /// The headings of its columns.
    pub columns: Vec<String>,
    /// Its rows, each with as many cells as there are columns.
    pub rows: Vec<Vec<Cell>>,
    /// What is said below it.
    pub notes: Vec<String>,
}

/// A cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cell {
    /// A text, and how far it stands in: a part of the row above.
    Text(String, usize),
    /// A count.
    Count(u64),
}

impl Cell {
    /// A text at the margin.
    pub fn text(text: impl Into<String>) -> Self {
        Self::Text(text.into(), 0)
    }

    /// The cell as it is read: a text that stands in has a mark before it.
    pub fn told(&self) -> String {
        match self {
            Self::Text(text, 0) => text.clone(),
            Self::Text(text, depth) => format!("{}{text}", "– ".repeat(*depth)),
            Self::Count(count) => count.to_string(),
        }
    }
}

/// How large the drawings of a PDF are, in points.
const ON_PAPER: chart::Size = chart::Size {
    width: 480,
    left: 262,
    line: 15,
    letters: 8,
    label: 56,
};

/// Writes it as Markdown, DOCX or PDF; a PDF shows the chart below the tables, which the other forms cannot.
///
/// # Errors
/// [`RenderError`] when the library that writes the form refuses.
pub fn document(paper: &ResultPaper, chart: Option<&Chart>, form: Form) -> Result<Vec<u8>, RenderError> {
    let mut document = Document::new(&paper.title, paper.lang, paper.made_at, &paper.title);
    for line in &paper.lines {
        document.line(line);
    }
    for grid in &paper.grids {
        let rows = grid.rows.iter();
        let rows = rows.map(|row| row.iter().map(Cell::told).collect());
        document.grid(&grid.title, &grid.columns, rows.collect());
        for note in &grid.notes {
            document.line(note);
        }
    }
    if let Some(chart) = chart.filter(|_| form == Form::Pdf) {
        document.drawings(&chart.title, chart::drawings(chart, ON_PAPER));
    }
    render(&document, form)
}
