//! `zomerlijst`: who holds whom from 1 August up to and including 30 September, when schools are closed or begin
//! without those who left, and who is held by nobody. To print and hang on the wall.
//!
//! The rule: it hangs where others read it. Pupils stand on it by initials, as a case when they were not informed, and
//! not at all when an objection stands; their number is told. That a party holds may be read there, that it is care may
//! not: without `--met-namen` a care provider is another party, as on the shared screen.

use serde::Serialize;
use unicode_width::UnicodeWidthStr;

use super::answer::{Answer, Session};
use super::around::{Around, Days, LeftOut, scope, told_outside};
use super::lines::columns;
use super::options::Format;
use super::output::{Failure, visible};
use super::sheet::sheet;
use crate::domain::codes::PartyKind;
use crate::domain::coverage::{HeldBy, held_by, summer as coming};
use crate::domain::roof::Span;
use crate::domain::term::Rules;
use crate::domain::{Day, Id};
use crate::store::Stood;

#[derive(Serialize)]
struct Summer {
    from: Day,
    until: Day,
    schools: Vec<School>,
    left_out: LeftOut,
}

#[derive(Serialize)]
struct School {
    school: String,
    /// How many of its pupils are not held on every day.
    not_held: usize,
    pupils: Vec<Pupil>,
}

#[derive(Serialize)]
struct Pupil {
    id: String,
    pupil: String,
    held_by: Vec<Hand>,
    nobody: Vec<Days>,
    #[serde(skip)]
    gaps: Vec<Span>,
}

#[derive(Serialize)]
struct Hand {
    party: String,
    people: Vec<String>,
    days: Vec<Days>,
    #[serde(skip)]
    spans: Vec<Span>,
}

/// What is asked for.
pub(super) struct Asked<'a> {
    pub(super) school: Option<&'a str>,
    pub(super) with_names: bool,
    pub(super) ascii: bool,
    pub(super) format: Format,
}

/// Answers with who holds whom in the coming summer.
pub(super) fn summer(session: &Session, rules: Rules, asked: &Asked<'_>) -> Result<Answer, Failure> {
    let scope = scope(session, asked.school)?;
    let around = Around::read(session, rules)?;
    let asking = around.asking(session);
    let today = asking.today;
    // The calendar ends long after the last summer that anybody plans for.
    let period = coming(today).unwrap_or(Span {
        from: today,
        until: today,
    });
    let care = session.store.parties(Some(PartyKind::CareProvider));
    let care = care.map_err(|error| session.failed(&error))?;
    let is_care = |party: Id| !asked.with_names && care.iter().any(|one| one.id == party);
    let list = session.store.by_name(scope, &asking);
    let list = list.map_err(|error| session.failed(&error))?;
    let mut listed = Summer {
        from: period.from,
        until: period.until,
        schools: Vec::new(),
        left_out: LeftOut {
            objection: list.left_out.objection,
            erased: 0,
        },
    };
    for stood in &list.rows {
        let roof = stood.standing.roof(today, &asking.practice).within(period);
        let Some(span) = roof.span else { continue };
        let name = around.school(stood.line.school);
        if listed.schools.last().is_none_or(|school| school.school != name) {
            listed.schools.push(School {
                school: name.to_owned(),
                not_held: 0,
                pupils: Vec::new(),
            });
        }
        let Some(school) = listed.schools.last_mut() else {
            continue;
        };
        school.not_held += usize::from(!roof.gaps.is_empty());
        let in_full = asked.format == Format::Text || asked.with_names;
        school.pupils.push(Pupil {
            id: stood.line.id.to_string(),
            pupil: told_outside(session, &stood.line, asked.with_names, school.pupils.len() + 1),
            held_by: held_by(&stood.standing.tiles, span)
                .into_iter()
                .map(|held| match is_care(held.hand) {
                    true => other(session, held),
                    false => hand(&around, stood, held, in_full),
                })
                .collect(),
            nobody: roof.gaps.iter().map(Days::from).collect(),
            gaps: roof.gaps,
        });
    }
    Ok(match asked.format {
        Format::Json => Answer::json(&listed),
        Format::Csv => table(&listed),
        Format::Text => text(session, &listed, asked.ascii),
    })
}

/// A party with its people and days.
fn hand(around: &Around, stood: &Stood, held: HeldBy, in_full: bool) -> Hand {
    let mut people: Vec<String> = Vec::new();
    for (tile, person) in &stood.standing.holders {
        let name = around.person(*person, in_full);
        if held.tiles.contains(tile) && !people.contains(&name) {
            people.push(name);
        }
    }
    Hand {
        party: around.party(held.hand).to_owned(),
        people,
        days: held.days.iter().map(Days::from).collect(),
        spans: held.days,
    }
}

/// A party that is not named, with its days.
fn other(session: &Session, held: HeldBy) -> Hand {
    Hand {
        party: session.catalog.screen.other_party.to_owned(),
        people: Vec::new(),
        days: held.days.iter().map(Days::from).collect(),
        spans: held.days,
    }
}

/// One row for each pupil, party and span, and for each span without anybody.
fn table(listed: &Summer) -> Answer {
    let mut cells = Vec::new();
    for school in &listed.schools {
        for pupil in &school.pupils {
            let mut row = |party: &str, people: &str, span: &Span| {
                cells.push(vec![
                    pupil.id.clone(),
                    pupil.pupil.clone(),
                    school.school.clone(),
                    party.to_owned(),
                    people.to_owned(),
                    span.from.to_string(),
                    span.until.to_string(),
                    span.days().to_string(),
                ]);
            };
            for hand in &pupil.held_by {
                let people = hand.people.join(", ");
                hand.spans.iter().for_each(|span| row(&hand.party, &people, span));
            }
            pupil.gaps.iter().for_each(|gap| row("", "", gap));
        }
    }
    let headings = ["id", "pupil", "school", "party", "people", "from", "until", "days"];
    sheet(&headings, &cells)
}

/// A page for each school, with lines, for the wall.
fn text(session: &Session, listed: &Summer, ascii: bool) -> Answer {
    let words = &session.catalog.queue;
    let rule = if ascii { "-" } else { "─" };
    let whole = Span {
        from: listed.from,
        until: listed.until,
    };
    let told = |span: &Span| {
        if *span == whole {
            words.whole.to_owned()
        } else {
            words.span(*span)
        }
    };
    let mut text = String::new();
    for school in &listed.schools {
        let title = format!("{} · {} · {}", words.summer, visible(&school.school), words.span(whole));
        let lost = match school.not_held {
            0 => words.nobody_lost.to_owned(),
            count => words.lost(count, school.pupils.len()),
        };
        let mut rows = vec![vec![words.pupil.to_owned(), words.held_by.to_owned()]];
        for pupil in &school.pupils {
            let held = pupil.held_by.iter().map(|hand| {
                let spans: Vec<String> = hand.spans.iter().map(told).collect();
                let people = hand.people.join(", ");
                let who = match people.as_str() {
                    "" => hand.party.clone(),
                    _ => format!("{} ({people})", hand.party),
                };
                format!("{who}: {}", spans.join(", "))
            });
            let nobody = pupil.gaps.iter().map(|gap| format!("{}: {}", words.nobody, told(gap)));
            let mut name = pupil.pupil.clone();
            rows.extend(held.chain(nobody).map(|line| vec![std::mem::take(&mut name), line]));
        }
        let body = columns("", &rows);
        let width = body.lines().chain([title.as_str()]).map(UnicodeWidthStr::width).max();
        let line = rule.repeat(width.unwrap_or(0));
        let (head, rest) = body.split_once('\n').unwrap_or((&body, ""));
        let lines = [
            line.as_str(),
            &title,
            &lost,
            &line,
            head,
            &line,
            rest.trim_end(),
            &line,
            "",
        ];
        text.push_str(&lines.join("\n"));
        text.push('\n');
    }
    if listed.schools.is_empty() {
        text.push_str(&format!("{}\n", words.no_pupils));
    }
    if listed.left_out.objection > 0 {
        text.push_str(&format!("{}\n", words.objections(listed.left_out.objection)));
    }
    text.push_str(&format!("{}\n", words.made_on(session.now.date_naive())));
    Answer::text(text)
}
