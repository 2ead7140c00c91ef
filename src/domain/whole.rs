//! What a whole file looks like from outside: the tables of its records, for whoever takes everything out or brings it
//! in again.
//!
//! The rule: nothing of this is written down twice. The file describes its own tables, so that a kind of record that is
//! added later comes along by itself.

/// One kind of record as a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TableShape {
    /// The name of the record: `pupil`.
    pub name: String,
    /// Every column, in the order of the table.
    pub columns: Vec<ColumnShape>,
    /// The columns that together tell one row from another.
    pub key: Vec<String>,
    /// The statement with which the table is made, rules for its values included.
    pub made_with: String,
}

impl TableShape {
    /// A column by its name.
    #[must_use]
    pub fn column(&self, name: &str) -> Option<&ColumnShape> {
        self.columns.iter().find(|column| column.name == name)
    }
}

/// One column of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ColumnShape {
    /// Its name.
    pub name: String,
    /// What its values are.
    pub kind: ColumnKind,
    /// Whether it may not be empty.
    pub required: bool,
    /// What it holds when nothing is said.
    pub default: Option<ColumnDefault>,
    /// The table whose row it points at.
    pub points_at: Option<String>,
}

/// What the values of a column are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ColumnKind {
    /// Text; days as 2026-06-03, moments with their offset.
    Text,
    /// A whole number of 64 bits.
    Integer,
}

impl ColumnKind {
    /// The name of the kind, the same in every language.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Integer => "integer",
        }
    }
}

/// What a column holds when nothing is said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ColumnDefault {
    /// This text.
    Text(String),
    /// This number.
    Integer(i64),
}

/// What is wrong with one row of a file that is to be brought in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RowFault {
    /// The line is not a row: no JSON object, or not as many cells as columns.
    NotARow,
    /// The table has no such column.
    UnknownColumn,
    /// A column that must be there is not.
    MissingColumn,
    /// A value of another kind than the column's.
    WrongKind,
    /// Nothing where something must be.
    Empty,
    /// A value that the rules of the table do not allow.
    NotAllowed,
    /// A second row with what only one row may have.
    Twice,
    /// It points at a row that is not there.
    PointsNowhere,
}
