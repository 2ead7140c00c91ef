//! The demo table: schools, people and pupils who do not exist, with a past and a meeting today, so that a newcomer
//! sees every part of the screen at work before typing a name of their own.
//!
//! The rules:
//! - The data in `data/demo` are invented, and say so. Nothing personal of anybody can be in a demo.
//! - The same day and the same number of pupils give the same records: same ids, same texts, same moments. So whoever
//!   calls opens the file with [`SEED`], and nothing here reads the clock or draws at random. (The file's bytes differ:
//!   encryption takes fresh random numbers for every page.)
//! - What happened at the table went through the store's one door, as if a chair had typed it on those days, so that
//!   the journal tells its story and can be taken back. The pupils beyond the table go in beside the journal: nobody
//!   typed them.
//! - Everything is counted from the day of the demo, so that it is never out of date. The table's pupils leave school
//!   at the end of the next month, whatever the season.

mod cohorts;
mod data;
mod days;
mod fill;
mod people;
mod pupils;
mod random;
mod roof;
mod sitting;
mod table;

use chrono::NaiveTime;

use crate::domain::intent::Intent;
use crate::domain::{Day, Id, Moment};
use crate::store::{About, Store, StoreError, Tx};

use data::wrong;
use days::StoryClock;

/// What opens a demo file: no secret, since it holds nobody's data.
pub const PASSPHRASE: &str = "demo";

/// Pupils in a demo when no number is asked for: about two classes a school.
pub const DEFAULT_PUPILS: usize = 60;

/// What the ids of a demo begin with: [`Opening::seed`](crate::store::Opening::seed) of the file to be filled.
pub const SEED: u64 = 0x6461_6b70_616e;

/// Fills a fresh file with the demo table as it is on `day`, before the meeting of that day is opened.
///
/// There are at least the pupils of the table itself, 22 of them, and `pupils` in all when that is more; the others
/// are spread over the three schools. Beside them come two groups of the past, 180 and 21 young people of other schools,
/// each a cohort. `progress` is told every so often how many pupils are written, of how many.
/// Afterwards the store's *who* is the demo's chair.
///
/// # Errors
/// The disk errors; a file in which something stands already is refused by its unique numbers.
pub fn make(
    store: &mut Store,
    day: Day,
    pupils: usize,
    progress: &mut dyn FnMut(usize, usize),
) -> Result<(), StoreError> {
    let (file, table, meetings) = (data::people()?, data::pupils()?, data::meetings()?);
    let total = pupils.max(table.len());
    store.all_at_once(|store| {
        let mut story = Story::begin(store, day)?;
        let keys = people::write(&mut story, &file)?;
        let others = total.saturating_sub(table.len());
        fill::write(&mut story, &keys, others, &mut |done| progress(done, total))?;
        let keys = pupils::write(&mut story, keys, &file.office, &table)?;
        table::write(&mut story, &keys, &file, &table, &meetings)?;
        cohorts::write(&mut story, &keys)
    })?;
    store.set_who(&file.chair);
    progress(total, total);
    Ok(())
}

/// The file being filled, with the day on which the demo is and the time at which its story has arrived.
struct Story<'s> {
    store: &'s mut Store,
    today: Day,
    clock: StoryClock,
}

impl<'s> Story<'s> {
    /// A story that begins a hundred days back.
    fn begin(store: &'s mut Store, today: Day) -> Result<Self, StoreError> {
        let start = days::moment(days::day("d-101", today)?, NaiveTime::MIN).ok_or_else(wrong)?;
        Ok(Self {
            store,
            today,
            clock: StoryClock::new(start),
        })
    }

    /// A day as the data write it.
    fn day(&self, text: &str) -> Result<Day, StoreError> {
        days::day(text, self.today)
    }

    /// A day that may be absent.
    fn optional_day(&self, text: Option<&String>) -> Result<Option<Day>, StoreError> {
        text.map(|text| self.day(text)).transpose()
    }

    /// A text of the data, with its days in words.
    fn text(&self, text: &str) -> Result<String, StoreError> {
        days::with_days(text, self.today)
    }

    /// Goes on to a time of a day.
    fn go(&mut self, day: Day, time: &str) -> Result<(), StoreError> {
        self.clock.set(day, self::time(time)?)
    }

    /// Changes records at the time of the story.
    fn change<T>(
        &mut self,
        intent: Intent,
        (pupil, meeting): (Option<Id>, Option<Id>),
        work: impl FnOnce(&mut Tx<'_>) -> Result<T, StoreError>,
    ) -> Result<T, StoreError> {
        let about = About {
            intent: intent.code(),
            pupil,
            meeting,
        };
        self.store.change(about, self.clock.now(), work)
    }

    /// The time of the story.
    fn now(&self) -> Moment {
        self.clock.now()
    }
}

/// A time of a day as the data write it, `09:30`.
fn time(text: &str) -> Result<NaiveTime, StoreError> {
    text.parse().map_err(|_| wrong())
}
