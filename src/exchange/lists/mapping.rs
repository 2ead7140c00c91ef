//! Which column a heading was said to be, by a person: what is chosen goes before what is recognised.
//!
//! A mapping is remembered for each school, because a school sends the same headings every time. It goes by the folded
//! heading and not by the place of the column, so that it still holds when a column comes in between.

use serde::{Deserialize, Serialize};

use super::columns::{Column, recognise};
use super::values::fold;

/// What a person said of headings.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Mapping {
    /// Folded heading and the code of its column; none for a column that is not to be read.
    pairs: Vec<(String, Option<Column>)>,
}

impl Mapping {
    /// Says what a heading is, in place of what was said of it before; none when it is not to be read.
    pub fn set(&mut self, heading: &str, column: Option<Column>) {
        let key = fold(heading);
        self.pairs
            .retain(|(known, other)| *known != key && (column.is_none() || *other != column));
        self.pairs.push((key, column));
    }

    /// Forgets what was said of a heading.
    pub fn forget(&mut self, heading: &str) {
        let key = fold(heading);
        self.pairs.retain(|(known, _)| *known != key);
    }

    /// What was said of a heading: nothing, or that it is a column or not to be read.
    #[must_use]
    pub fn of(&self, heading: &str) -> Option<Option<Column>> {
        let key = fold(heading);
        self.pairs
            .iter()
            .find(|(known, _)| *known == key)
            .map(|(_, column)| *column)
    }

    /// Whether nothing was said.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.pairs.is_empty()
    }

    /// This mapping with another put over it.
    #[must_use]
    pub fn with(mut self, other: &Self) -> Self {
        for (heading, column) in &other.pairs {
            self.set(heading, *column);
        }
        self
    }

    /// The mapping as text, to be remembered.
    #[must_use]
    pub fn to_text(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }

    /// A mapping from remembered text; one that cannot be read says nothing.
    #[must_use]
    pub fn from_text(text: &str) -> Self {
        serde_json::from_str(text).unwrap_or_default()
    }

    /// Reads `heading=column`, where nothing or `-` after the sign means that the heading is not to be read. The column
    /// goes by any name that it has in lists. None when it is no such pair.
    #[must_use]
    pub fn pair(text: &str) -> Option<(String, Option<Column>)> {
        let (heading, column) = text.rsplit_once('=')?;
        let (heading, column) = (heading.trim(), column.trim());
        if fold(heading).is_empty() {
            return None;
        }
        if column.is_empty() || column == "-" {
            return Some((heading.to_owned(), None));
        }
        let column = Column::from_code(&column.to_lowercase()).or_else(|| Some(recognise(column)?.0))?;
        Some((heading.to_owned(), Some(column)))
    }
}
