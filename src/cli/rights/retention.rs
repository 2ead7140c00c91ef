//! `bewaartermijn`: who is past the date, with the limit and its article; erasing them only when that is asked, one by
//! one, after the number of each was typed.

use serde::Serialize;

use super::super::answer::{Answer, Session};
use super::super::around::told as named;
use super::super::lines::columns;
use super::super::options::Format;
use super::super::output::{Failure, Io, visible};
use super::super::sheet::sheet;
use super::erase::{self, forget, is_confirmed};
use crate::app::settings::Settings;
use crate::domain::outside::visible_lines;
use crate::domain::retention::Limits;
use crate::domain::{Day, Id};
use crate::store::EraseReason;
use crate::text::Lang;
use crate::text::cli::Trouble;

/// What is asked.
pub(super) struct About {
    pub(super) school: Option<Id>,
    pub(super) erase: bool,
    pub(super) with_names: bool,
    pub(super) format: Format,
}

/// Somebody who is past a limit.
#[derive(Serialize)]
struct Past {
    id: String,
    pupil: String,
    school: String,
    /// The last day on which the data might be kept.
    until: Day,
    limit: String,
    reason: String,
    article: String,
    address: String,
    read: Day,
    /// Whether somebody holds the pupil still.
    held: bool,
}

/// The pupils of a school of whom nothing is known to count a limit from: no day of leaving.
#[derive(Serialize)]
struct NoDay {
    school: String,
    pupils: usize,
}

/// The answer for programs.
#[derive(Serialize)]
struct Told<'a> {
    past: &'a [Past],
    no_day: &'a [NoDay],
}

/// Lists who is past the date, and erases them when that is asked.
pub(super) fn retention(
    session: &mut Session,
    about: &About,
    settings: &Settings,
    io: &mut Io<'_>,
) -> Result<Answer, Failure> {
    let (rows, no_day) = past(session, about, settings)?;
    if about.erase {
        return erase(session, &rows, io);
    }
    Ok(match about.format {
        Format::Json => Answer::json(&Told {
            past: &rows,
            no_day: &no_day,
        }),
        Format::Csv => as_sheet(&rows),
        Format::Text => Answer::text(told(session, &rows, &no_day)),
    })
}

/// Who is past, and of how many of which school nobody can say it: they would be kept forever in silence.
fn past(session: &Session, about: &About, settings: &Settings) -> Result<(Vec<Past>, Vec<NoDay>), Failure> {
    let limits = Limits::built_in().with_own(&settings.retention);
    let today = session.now.date_naive();
    let store = &session.store;
    let failed = |error| session.failed(&error);
    let schools = store.schools().map_err(failed)?;
    let kept = store.kept_pupils(about.school, today).map_err(failed)?;
    let name_of = |id: Id| {
        let school = schools.iter().find(|school| school.id == id);
        school.map(|school| school.name.clone()).unwrap_or_default()
    };
    let mut no_day: Vec<NoDay> = Vec::new();
    for one in kept.iter().filter(|kept| limits.until(&kept.facts).is_none()) {
        let school = name_of(one.pupil.school);
        match no_day.iter_mut().find(|known| known.school == school) {
            Some(known) => known.pupils += 1,
            None => no_day.push(NoDay { school, pupils: 1 }),
        }
    }
    let due = kept
        .iter()
        .filter_map(|kept| Some((kept, limits.past(&kept.facts, today)?)));
    let rows = due.enumerate().map(|(at, (kept, (limit, until)))| Past {
        id: kept.pupil.id.to_string(),
        pupil: named(session, &kept.pupil, about.with_names, at + 1),
        school: name_of(kept.pupil.school),
        until,
        limit: limit.id.clone(),
        reason: match session.catalog.lang {
            Lang::Nl => limit.nl.clone(),
            Lang::En => limit.en.clone(),
        },
        article: limit.article.clone(),
        address: limit.address.clone(),
        read: limit.read,
        held: kept.held,
    });
    Ok((rows.collect(), no_day))
}

fn as_sheet(rows: &[Past]) -> Answer {
    let cells: Vec<Vec<String>> = rows
        .iter()
        .map(|row| {
            vec![
                row.id.clone(),
                row.pupil.clone(),
                row.school.clone(),
                row.until.to_string(),
                row.limit.clone(),
                row.reason.clone(),
                row.article.clone(),
                row.address.clone(),
                row.read.to_string(),
                row.held.to_string(),
            ]
        })
        .collect();
    let headings = [
        "id", "pupil", "school", "until", "limit", "reason", "article", "address", "read", "held",
    ];
    sheet(&headings, &cells)
}

fn told(session: &Session, rows: &[Past], no_day: &[NoDay]) -> String {
    let words = &session.catalog.rights;
    let schools: Vec<String> = no_day
        .iter()
        .map(|one| format!("{} ({})", visible(&one.school), one.pupils))
        .collect();
    let unknown = match no_day.iter().map(|one| one.pupils).sum() {
        0 => String::new(),
        count => format!("{}\n", words.no_leaving(count, &schools.join(", "))),
    };
    if rows.is_empty() {
        return format!("{}\n{unknown}", words.nobody_past);
    }
    let cells: Vec<Vec<String>> = rows
        .iter()
        .map(|row| {
            vec![
                row.id.clone(),
                row.pupil.clone(),
                row.school.clone(),
                words.past(row.until, &row.reason, &row.article),
                if row.held { words.still_held } else { "" }.to_owned(),
            ]
        })
        .collect();
    format!("{}{unknown}{}\n", columns("", &cells), words.erase_past_hint)
}

/// Erases those whose number is typed; the others stay. What was done is told even when a later one fails.
fn erase(session: &mut Session, rows: &[Past], io: &mut Io<'_>) -> Result<Answer, Failure> {
    let words = &session.catalog.rights;
    if rows.is_empty() {
        return Ok(Answer::text(format!("{}\n", words.nobody_past)));
    }
    let (mut text, mut left, mut all) = (String::new(), 0, true);
    for row in rows {
        match erase_one(session, row, io) {
            Ok(None) => left += 1,
            Ok(Some((done, whole))) => {
                text.push_str(&done);
                all &= whole;
            }
            Err(failure) => {
                // They are gone, and whoever received documents about them is to be told.
                let _ = io.out.write_all(visible_lines(&text).as_bytes());
                return Err(failure);
            }
        }
    }
    let trouble = match (all, left == rows.len()) {
        (false, _) => Some(Trouble::NotAllErased),
        (true, true) => Some(Trouble::NotConfirmed),
        (true, false) => None,
    };
    Ok(Answer::text(text).but(trouble))
}

/// Erases one of them when the number is typed: what was done, with the documents and mentions that stay outside, and
/// whether nothing was left. None when it was not typed.
fn erase_one(session: &mut Session, row: &Past, io: &mut Io<'_>) -> Result<Option<(String, bool)>, Failure> {
    let id: Id = row.id.parse().unwrap_or_default();
    let pupil = session.store.pupil(id).map_err(|error| session.failed(&error))?;
    let preview = session
        .store
        .erase_preview(id)
        .map_err(|error| session.failed(&error))?;
    let about = format!(
        "{}  {} · {}  {}\n{}",
        row.pupil,
        pupil.number,
        row.school,
        session.catalog.rights.past(row.until, &row.reason, &row.article),
        erase::told(&preview, session.catalog)
    );
    if !is_confirmed(&pupil, None, &about, session.catalog, io)? {
        return Ok(None);
    }
    let (done, whole) = forget(session, &pupil, EraseReason::Retention, io)?;
    Ok(Some((format!("{about}{done}"), whole)))
}
