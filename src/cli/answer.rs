//! What a command answers, and what it answers from.

use serde::Serialize;

use super::options::Format;
use super::output::Failure;
use crate::domain::Moment;
use crate::domain::outside::escaped_json;
use crate::domain::practice::Practice;
use crate::store::{Store, StoreError};
use crate::text::Catalog;
use crate::text::cli::Trouble;

/// What a command tells: an answer, and what went wrong after all, which makes it fail.
#[derive(Debug, Default)]
pub(super) struct Answer {
    pub(super) text: String,
    /// What is to be known of the answer, told beside it: whoever reads the answer with a program sees it all the same.
    pub(super) remarks: Vec<String>,
    pub(super) trouble: Option<Trouble>,
}

impl Answer {
    pub(super) fn text(text: impl Into<String>) -> Self {
        Self {
            text: text.into(),
            ..Self::default()
        }
    }

    /// The answer as JSON, for people too: indented, and closed by a line end.
    pub(super) fn json(value: &impl Serialize) -> Self {
        // The values are texts, numbers and lists of them, which always have a form in JSON.
        let mut text = serde_json::to_string_pretty(value).unwrap_or_default();
        text.push('\n');
        Self::text(escaped_json(&text))
    }

    pub(super) fn remarking(self, remarks: Vec<String>) -> Self {
        Self { remarks, ..self }
    }

    pub(super) fn but(self, trouble: Option<Trouble>) -> Self {
        Self { trouble, ..self }
    }
}

/// An open file and everything a command needs beside it.
pub(super) struct Session {
    pub(super) catalog: &'static Catalog,
    pub(super) store: Store,
    pub(super) now: Moment,
    /// The numbers of this table.
    pub(super) practice: Practice,
    /// Whether somebody listens, to whom the steps of long work are said as lines.
    pub(super) aloud: bool,
}

impl Session {
    /// What an error of the file is to the user.
    pub(super) fn failed(&self, error: &StoreError) -> Failure {
        Failure::of_store(self.store.path(), error, self.catalog)
    }
}

/// The answer in the form that is asked for.
pub(super) fn answer<T: Serialize>(format: Format, json: &T, text: impl FnOnce() -> String) -> Answer {
    match format {
        Format::Json => Answer::json(json),
        Format::Text | Format::Csv => Answer::text(text()),
    }
}
