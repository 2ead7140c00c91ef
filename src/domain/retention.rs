//! How long a pupil's data may be kept (bewaartermijn): limits that are data, and who is past one.
//!
//! The rules: a limit is a day that follows from what is recorded, and the first limit to pass counts. Nothing here
//! erases anything: it says who is past a limit, which one, and since when.

use chrono::Months;
use serde::Deserialize;

use super::Day;
use super::codes::SchoolKind;

coded! {
    /// What a limit is counted from.
    RetentionBase {
        /// The day of birth.
        Birth = "birth",
        /// The day of leaving school; the expected one when that has passed and no other is known.
        Left = "left",
    }
}

/// A limit, as a row of the file.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Limit {
    /// By which the settings refer to it.
    pub id: String,
    /// For pupils of these kinds of school; of all when empty.
    #[serde(default)]
    pub schools: Vec<SchoolKind>,
    /// What it is counted from.
    pub from: RetentionBase,
    /// How many years later.
    pub years: u16,
    /// The limit in Dutch.
    pub nl: String,
    /// The same in English.
    pub en: String,
    /// Where it is written.
    pub article: String,
    /// Where that can be read.
    pub address: String,
    /// When the row was last held against its source.
    #[serde(deserialize_with = "day")]
    pub read: Day,
}

/// What of a pupil decides until when the data may be kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RetentionFacts {
    /// The kind of school.
    pub school: SchoolKind,
    /// Day of birth.
    pub birth: Option<Day>,
    /// Actual day of leaving, else the expected one.
    pub left: Option<Day>,
}

/// Every limit in force.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Limits(Vec<Limit>);

/// The file that the program brings.
const BUILT_IN: &str = include_str!("../../data/bewaartermijnen.toml");

/// The most years that make sense.
pub const MOST_YEARS: u16 = 99;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    limit: Vec<Limit>,
}

impl Limits {
    /// The limits that the program brings; none when its own file could not be read, which a test rules out.
    #[must_use]
    pub fn built_in() -> Self {
        Self::read(BUILT_IN).unwrap_or_default()
    }

    /// The limits of a file; none when it is not one.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        let file: File = toml::from_str(text).ok()?;
        let sound = file.limit.iter().all(|limit| limit.years <= MOST_YEARS);
        sound.then_some(Self(file.limit))
    }

    /// The same limits with other years where a table chose its own: id and years.
    #[must_use]
    pub fn with_own(mut self, own: &[(String, u16)]) -> Self {
        for (id, years) in own {
            for limit in self.0.iter_mut().filter(|limit| limit.id == *id) {
                limit.years = *years;
            }
        }
        self
    }

    /// Every limit.
    #[must_use]
    pub fn all(&self) -> &[Limit] {
        &self.0
    }

    /// The first limit that applies to a pupil, with its last day; none when nothing is known to count from.
    ///
    /// ```
    /// use dakpan::domain::codes::SchoolKind;
    /// use dakpan::domain::retention::{Limits, RetentionFacts};
    ///
    /// let facts = RetentionFacts {
    ///     school: SchoolKind::Pro,
    ///     birth: Some("2000-02-29".parse().unwrap()),
    ///     left: Some("2018-07-31".parse().unwrap()),
    /// };
    /// let limits = Limits::built_in();
    /// let (limit, last) = limits.until(&facts).unwrap();
    /// assert_eq!((limit.id.as_str(), last.to_string().as_str()), ("after_leaving", "2021-07-31"));
    /// ```
    #[must_use]
    pub fn until(&self, facts: &RetentionFacts) -> Option<(&Limit, Day)> {
        let days = self.0.iter().filter_map(|limit| {
            if !limit.schools.is_empty() && !limit.schools.contains(&facts.school) {
                return None;
            }
            let base = match limit.from {
                RetentionBase::Birth => facts.birth,
                RetentionBase::Left => facts.left,
            }?;
            Some((
                limit,
                base.checked_add_months(Months::new(u32::from(limit.years) * 12))?,
            ))
        });
        days.min_by_key(|(_, last)| *last)
    }

    /// The limit that a pupil is past on a day, with the last day on which the data might still be kept.
    #[must_use]
    pub fn past(&self, facts: &RetentionFacts, today: Day) -> Option<(&Limit, Day)> {
        self.until(facts).filter(|(_, last)| *last < today)
    }
}

/// A day as TOML writes it.
fn day<'de, D: serde::Deserializer<'de>>(deserializer: D) -> Result<Day, D::Error> {
    let written = toml::value::Datetime::deserialize(deserializer)?;
    written.to_string().parse().map_err(serde::de::Error::custom)
}
