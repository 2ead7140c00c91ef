//! Days as school lists write them.
//!
//! A list gives a day in figures, in words (`31-jul-27`, as Dutch Excel shows it) or as a spreadsheet's serial number.
//! The day stands before the month, always: `7/31/2027` is no day rather than a guess at another order. This is a
//! reader of cells, narrower than the phrases a chair types; the forms in figures and words can rest on the domain's
//! reader of plain days once that exists, the serials, the two-digit years and the words for "no day" stay here.

use chrono::{Datelike, NaiveDate, TimeDelta};

use super::RefusalReason;
use super::table::Serials;

/// What a two-digit year is completed to. The reader does not know today, so the rule is fixed.
#[derive(Clone, Copy)]
pub(super) enum Century {
    /// A day of birth: 00–49 is 2000–2049, 50–99 is 1950–1999. Nobody on a school list was born before 1950.
    Birth,
    /// A day to come or just past: always 20xx.
    Leaving,
}

/// The first and last year that are taken for true.
const YEARS: std::ops::RangeInclusive<i32> = 1900..=2099;

/// Reads a day from a cleaned cell; a blank cell and the usual words for "none" give no day.
///
/// # Errors
///
/// [`RefusalReason::BadDate`] when the text has no form that is read; when it has one, [`RefusalReason::ImpossibleDate`]
/// for a day that there is not, [`RefusalReason::FarDate`] for one of another age, and [`RefusalReason::OtherWeekday`].
pub(super) fn read(text: &str, century: Century, serials: Serials) -> Result<Option<NaiveDate>, RefusalReason> {
    let day = without_time(text);
    if is_no_day(day) {
        return Ok(None);
    }
    let found = if day
        .bytes()
        .all(|byte| byte.is_ascii_digit() || byte == b',' || byte == b'.')
        && day.matches([',', '.']).count() < 2
    {
        from_number(day, serials)?
    } else {
        from_parts(day, century)?
    };
    match YEARS.contains(&found.year()) {
        true => Ok(Some(found)),
        false => Err(RefusalReason::FarDate),
    }
}

/// The day of a moment: exports from databases add `00:00:00` to every day.
fn without_time(text: &str) -> &str {
    match text.rsplit_once([' ', 'T']) {
        Some((day, time))
            if time.contains(':')
                && time
                    .bytes()
                    .all(|byte| byte.is_ascii_digit() || matches!(byte, b':' | b'.' | b'Z')) =>
        {
            day.trim_end()
        }
        _ => text,
    }
}

/// Whether a cell says that there is no day, or none that is known. A date of zeros is what some databases export for
/// an empty one.
fn is_no_day(text: &str) -> bool {
    let zeros = text.contains("0000") && text.bytes().all(|byte| matches!(byte, b'0' | b'-' | b'/' | b'.'));
    zeros
        || text.bytes().all(|byte| matches!(byte, b'-' | b'?' | b'.'))
        || ["onbekend", "nvt", "n.v.t.", "n.v.t"].contains(&text.to_lowercase().as_str())
}

/// A day in figures without separators: eight are a day (`20270731` or `31072027`; the year, 1900 to 2099, can only
/// stand at one end), five a serial number.
fn from_number(text: &str, serials: Serials) -> Result<NaiveDate, RefusalReason> {
    let (whole, fraction) = text.split_once([',', '.']).unwrap_or((text, ""));
    let number: u32 = whole.parse().map_err(|_| RefusalReason::BadDate)?;
    match whole.len() {
        5 => from_serial(number, serials),
        8 if fraction.is_empty() && !text.contains([',', '.']) => {
            let near = |year: u32| i32::try_from(year).is_ok_and(|year| YEARS.contains(&year));
            let day = |year: u32, month, day| near(year).then(|| day_of(year, month, day).ok()).flatten();
            let year_first = day(number / 10_000, number / 100 % 100, number % 100);
            let year_last = day(number % 10_000, number / 10_000 % 100, number / 1_000_000);
            year_first.or(year_last).ok_or(RefusalReason::ImpossibleDate)
        }
        _ => Err(RefusalReason::BadDate),
    }
}

/// A day from a spreadsheet's serial number. A part after the decimal mark is a time of day.
fn from_serial(serial: u32, serials: Serials) -> Result<NaiveDate, RefusalReason> {
    serials
        .zero()
        .and_then(|zero| zero.checked_add_signed(TimeDelta::days(i64::from(serial))))
        .ok_or(RefusalReason::FarDate)
}

/// A day of three parts, day first or a four-digit year first; before it a day of the week may stand, which must fit.
fn from_parts(text: &str, century: Century) -> Result<NaiveDate, RefusalReason> {
    let folded = text.to_lowercase();
    let mut parts: Vec<&str> = folded
        .split([
            '-', '/', '.', ' ', ',', '\u{2010}', '\u{2011}', '\u{2012}', '\u{2013}', '\u{2014}',
        ])
        .filter(|part| !part.is_empty())
        .collect();
    let weekday = match parts.first().and_then(|word| weekday(word)) {
        Some(weekday) => {
            parts.remove(0);
            Some(weekday)
        }
        None => None,
    };
    let &[first, middle, last] = parts.as_slice() else {
        return Err(RefusalReason::BadDate);
    };
    let (day, year) = if first.len() == 4 { (last, first) } else { (first, last) };
    let year = match (year.len(), figures(year)?) {
        (4, year) => year,
        (2, year) if matches!(century, Century::Birth) && year >= 50 => 1900 + year,
        (2, year) => 2000 + year,
        _ => return Err(RefusalReason::BadDate),
    };
    let month = match month(middle) {
        Some(month) => month,
        None => short_figures(middle)?,
    };
    let found = day_of(year, month, short_figures(day)?)?;
    match weekday {
        Some(weekday) if weekday != found.weekday().num_days_from_monday() => Err(RefusalReason::OtherWeekday),
        _ => Ok(found),
    }
}

/// The number that ASCII figures write.
fn figures(text: &str) -> Result<u32, RefusalReason> {
    if text.bytes().all(|byte| byte.is_ascii_digit()) {
        text.parse().map_err(|_| RefusalReason::BadDate)
    } else {
        Err(RefusalReason::BadDate)
    }
}

/// The number that one or two ASCII figures write.
fn short_figures(text: &str) -> Result<u32, RefusalReason> {
    if text.len() <= 2 {
        figures(text)
    } else {
        Err(RefusalReason::BadDate)
    }
}

/// The day of a year, month and day of the month: one that there is, within [`YEARS`].
fn day_of(year: u32, month: u32, day: u32) -> Result<NaiveDate, RefusalReason> {
    let year = i32::try_from(year).map_err(|_| RefusalReason::FarDate)?;
    let found = NaiveDate::from_ymd_opt(year, month, day).ok_or(RefusalReason::ImpossibleDate)?;
    match YEARS.contains(&year) {
        true => Ok(found),
        false => Err(RefusalReason::FarDate),
    }
}

/// The month, from 1, of a Dutch name in lower case, in full or as spreadsheets shorten it. The English short forms
/// are here too: a Dutch school's program may run in English.
fn month(word: &str) -> Option<u32> {
    const MONTHS: [&[&str]; 12] = [
        &["januari", "jan"],
        &["februari", "feb"],
        &["maart", "mrt", "mar"],
        &["april", "apr"],
        &["mei", "may"],
        &["juni", "jun"],
        &["juli", "jul"],
        &["augustus", "aug"],
        &["september", "sept", "sep"],
        &["oktober", "okt", "oct"],
        &["november", "nov"],
        &["december", "dec"],
    ];
    (1..)
        .zip(MONTHS)
        .find_map(|(month, names)| names.contains(&word).then_some(month))
}

/// The day of the week, from Monday as 0, of a Dutch name in lower case.
fn weekday(word: &str) -> Option<u32> {
    const WEEK: [&[&str]; 7] = [
        &["maandag", "ma"],
        &["dinsdag", "di"],
        &["woensdag", "wo"],
        &["donderdag", "do"],
        &["vrijdag", "vr"],
        &["zaterdag", "za"],
        &["zondag", "zo"],
    ];
    (0..)
        .zip(WEEK)
        .find_map(|(day, names)| names.contains(&word).then_some(day))
}
