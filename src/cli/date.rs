//! `datum`: how a date phrase is read.
//!
//! The rule: the file is opened only for a phrase that hangs on a planned meeting, so that every other phrase is read
//! without a passphrase. Where no holiday is known, a phrase that hangs on one is not understood.

use super::answer::Answer;
use super::options::Options;
use super::output::{Failure, Io};
use crate::domain::Day;
use crate::domain::dates::{DateContext, read_date};
use crate::text::cli::Trouble;

/// Reads the phrase.
///
/// # Errors
/// When the phrase hangs on a planned meeting and the file is there but cannot be read.
pub(super) fn date(phrase: &str, options: &Options, io: &mut Io<'_>) -> Result<Answer, Failure> {
    let today = options.now().date_naive();
    if let Some(day) = read(phrase, today, None) {
        return Ok(found(day, options));
    }
    // Any day shows whether it is a meeting that the phrase waits for.
    if read(phrase, today, Some(today)).is_none() {
        return Ok(unread(options, Trouble::NoDate(phrase.to_owned())));
    }
    if std::fs::symlink_metadata(super::place(options)?).is_err() {
        return Ok(unread(options, Trouble::DateNeedsFile(phrase.to_owned())));
    }
    let session = super::session(options, io)?;
    let planned = session
        .store
        .next_meeting_day(today)
        .map_err(|error| session.failed(&error))?;
    Ok(match planned.and_then(|day| read(phrase, today, Some(day))) {
        Some(day) => found(day, options),
        None => unread(options, Trouble::DateNeedsMeeting(phrase.to_owned())),
    })
}

fn read(phrase: &str, today: Day, next_meeting: Option<Day>) -> Option<Day> {
    let context = DateContext {
        today,
        next_meeting,
        summer_end: None,
    };
    read_date(phrase, &context)
}

fn found(day: Day, options: &Options) -> Answer {
    Answer::text(format!("{day} {}\n", options.catalog().cli.date(day)))
}

fn unread(options: &Options, why: Trouble) -> Answer {
    Answer::text(format!("{}\n", options.catalog().cli.no_date)).but(Some(why))
}
