//! `datum`: how a date phrase is read.
//!
//! The rule: the file is opened only for a phrase that hangs on a planned meeting, so that every other phrase is read
//! without a passphrase. A phrase that hangs on a holiday needs the region of the settings.

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
    let known = DateContext {
        today,
        next_meeting: None,
        summer_end: options.settings.summer_end(today),
    };
    if let Some(day) = read_date(phrase, &known) {
        return Ok(found(day, options));
    }
    // Any day shows whether it is a holiday or a meeting that the phrase waits for.
    let with_summer = DateContext {
        summer_end: Some(today),
        ..known
    };
    if read_date(phrase, &with_summer).is_some() {
        let why = if options.settings.region.is_none() {
            Trouble::NoRegion
        } else {
            Trouble::NoDate
        };
        return Ok(unread(options, why(phrase.to_owned())));
    }
    let with_meeting = |day| DateContext {
        next_meeting: Some(day),
        ..known
    };
    if read_date(phrase, &with_meeting(today)).is_none() {
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
    Ok(match planned.and_then(|day| read_date(phrase, &with_meeting(day))) {
        Some(day) => found(day, options),
        None => unread(options, Trouble::DateNeedsMeeting(phrase.to_owned())),
    })
}

fn found(day: Day, options: &Options) -> Answer {
    Answer::text(format!("{day} {}\n", options.catalog().cli.date(day)))
}

fn unread(options: &Options, why: Trouble) -> Answer {
    Answer::text(format!("{}\n", options.catalog().cli.no_date)).but(Some(why))
}
