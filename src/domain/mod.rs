//! What the table talks about: pupils, schools, parties, people, meetings, and what was agreed.
//!
//! The rule of this room: values and decisions, pure. There is no clock and no input or output here; whoever needs
//! today gets it as an argument. A value that is wrong cannot be built where a constructor can prevent it, and
//! whatever holds a name, a note or a telephone number prints itself without it (`Debug` is redacted), so that a
//! crash report or a log never tells who a pupil is.

#[macro_use]
pub mod codes;
pub mod bsn;
pub mod bundle;
pub mod coverage;
pub mod dates;
pub mod dossier;
pub mod draft;
pub mod fold;
pub mod follow_up;
pub mod hidden;
pub mod holidays;
pub mod intent;
pub mod line;
pub mod listed;
pub mod mask;
pub mod meeting;
pub mod name;
pub mod naming;
pub mod outside;
pub mod papers;
pub mod people;
pub mod placement;
pub mod practice;
pub mod pupil;
pub mod reason;
pub mod recorded;
pub mod result;
pub mod retention;
pub mod rights;
pub mod roof;
pub mod setup;
pub mod since;
pub mod speaker;
pub mod standing;
pub mod term;
pub mod trajectory;
pub mod whole;
pub mod writing;

/// A day without a time, in the calendar of the Netherlands.
pub type Day = chrono::NaiveDate;

/// A moment with its offset from UTC, so that the hour that exists twice in October is told apart.
pub type Moment = chrono::DateTime<chrono::FixedOffset>;

/// The id of any record: 63 bits, unique also after two files are merged. The store draws them.
pub type Id = i64;

/// Implements a `Debug` that names the record by its id alone, for records that hold personal data.
macro_rules! redacted_debug {
    ($($name:ident),+ $(,)?) => {$(
        impl std::fmt::Debug for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                write!(f, concat!(stringify!($name), "({})"), self.id)
            }
        }
    )+};
}
pub(crate) use redacted_debug;
