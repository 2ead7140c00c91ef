//! `wachtrij`: who is next and why, so that nobody waits until they report; with `--iedereen` the list by name.
//!
//! The rules: urgency orders within a school, never across schools. Nobody drops off silently: who was left out is
//! told by number and reason.

use serde::Serialize;

use super::answer::{Answer, Session};
use super::around::{Around, LeftOut, scope, told};
use super::lines::columns;
use super::options::Format;
use super::output::{Failure, visible};
use super::sheet::sheet;
use crate::domain::Day;
use crate::domain::dossier::PupilLine;
use crate::domain::reason::{Reason as Why, reasons};
use crate::domain::standing::Asking;
use crate::domain::term::Rules;
use crate::store::{LeftOut as Left, Queued, Scope, StoreError};
use crate::text::queue::Named;

#[derive(Serialize)]
struct Row {
    id: String,
    pupil: String,
    school: String,
    reasons: Vec<Reason>,
}

#[derive(Serialize)]
struct Reason {
    kind: &'static str,
    date: Day,
    text: String,
}

/// A row of the list by name: a pupil with how they stand.
#[derive(Serialize)]
struct Entry {
    #[serde(flatten)]
    row: Row,
    out_of_sight_since: Option<Day>,
    removed_on: Option<Day>,
}

#[derive(Serialize)]
struct ByName {
    rows: Vec<Entry>,
    left_out: LeftOut,
}

/// What is asked for.
pub(super) struct Asked<'a> {
    pub(super) school: Option<&'a str>,
    pub(super) everybody: bool,
    pub(super) with_names: bool,
    pub(super) format: Format,
}

/// Answers with the queue, or with everybody by name.
pub(super) fn queue(session: &Session, rules: Rules, asked: &Asked<'_>) -> Result<Answer, Failure> {
    let scope = scope(session, asked.school)?;
    let around = Around::read(session, rules)?;
    let asking = around.asking(session);
    let failed = |error: StoreError| session.failed(&error);
    let teller = Teller {
        session,
        around: &around,
        asking,
        with_names: asked.with_names,
    };
    if asked.everybody {
        let list = session.store.by_name(scope, &asking).map_err(failed)?;
        let rows = list.rows.into_iter().zip(1..).map(|(stood, number)| {
            let standing = &stood.standing;
            Entry {
                out_of_sight_since: standing.out_of_sight_since(asking.today, &asking.practice),
                removed_on: standing.removed,
                row: teller.row(&stood.line, &reasons(standing, asking.today, &asking.practice), number),
            }
        });
        let list = ByName {
            rows: rows.collect(),
            left_out: LeftOut {
                objection: list.left_out.objection,
                erased: match scope {
                    Scope::All => session.store.tombstones().map_err(failed)?,
                    _ => 0,
                },
            },
        };
        return Ok(match asked.format {
            Format::Json => Answer::json(&list),
            Format::Csv => teller.sheet(list.rows.iter().map(|named| &named.row)),
            Format::Text => teller.everybody(&list),
        });
    }
    let queue = session.store.queue(scope, &asking).map_err(failed)?;
    let row = |(queued, number): (&Queued, usize)| teller.row(&queued.line, &queued.reasons, number);
    let rows: Vec<Row> = queue.rows.iter().zip(1..).map(row).collect();
    Ok(match asked.format {
        Format::Json => Answer::json(&rows),
        Format::Csv => teller.sheet(rows.iter()),
        Format::Text => teller.text(&rows, queue.left_out),
    })
}

struct Teller<'a> {
    session: &'a Session,
    around: &'a Around,
    asking: Asking<'a>,
    with_names: bool,
}

impl Teller<'_> {
    fn row(&self, line: &PupilLine, reasons: &[Why], number: usize) -> Row {
        Row {
            id: line.id.to_string(),
            pupil: told(self.session, line, self.with_names, number),
            school: self.around.school(line.school).to_owned(),
            reasons: reasons.iter().map(|reason| self.reason(reason)).collect(),
        }
    }

    fn reason(&self, reason: &Why) -> Reason {
        let named = Named {
            party: reason.party.map(|id| self.around.party(id)),
            to: reason.to.map(|id| self.around.party(id)),
            term: reason.rule.as_deref().and_then(|rule| self.around.term(rule)),
        };
        let words = &self.session.catalog.queue;
        Reason {
            kind: reason.kind.code(),
            date: reason.on,
            text: words.reason(reason, self.asking.today, &named),
        }
    }

    /// School by school, one line for each reason.
    fn text(&self, rows: &[Row], left_out: Left) -> Answer {
        let words = &self.session.catalog.queue;
        let mut text = String::new();
        for of_school in rows.chunk_by(|a, b| a.school == b.school) {
            let cells: Vec<Vec<String>> = of_school.iter().flat_map(|row| lines(row, None)).collect();
            text.push_str(&heading(
                of_school.first().map_or("", |row| &row.school),
                of_school.len(),
            ));
            text.push_str(&columns("  ", &cells));
        }
        if rows.is_empty() {
            text.push_str(words.empty_queue);
            text.push('\n');
        }
        if left_out.removed > 0 {
            text.push_str(&format!("{}\n", words.removals(left_out.removed)));
        }
        self.objections(&mut text, left_out.objection);
        Answer::text(text)
    }

    /// Everybody by name, with what stands besides reasons.
    fn everybody(&self, list: &ByName) -> Answer {
        let words = &self.session.catalog.queue;
        let mut text = String::new();
        for of_school in list.rows.chunk_by(|a, b| a.row.school == b.row.school) {
            let mut cells = Vec::new();
            for named in of_school {
                let mark = if named.removed_on.is_some() {
                    Some(words.removed)
                } else if named.row.reasons.is_empty() {
                    Some(words.no_reason)
                } else {
                    None
                };
                cells.extend(lines(&named.row, mark));
            }
            let school = of_school.first().map_or("", |named| named.row.school.as_str());
            text.push_str(&heading(school, of_school.len()));
            text.push_str(&columns("  ", &cells));
        }
        if list.rows.is_empty() {
            text.push_str(&format!("{}\n", words.no_pupils));
        }
        self.objections(&mut text, list.left_out.objection);
        if list.left_out.erased > 0 {
            let line = self.session.catalog.rights.erased_before(list.left_out.erased);
            text.push_str(&format!("{line}\n"));
        }
        Answer::text(text)
    }

    fn objections(&self, text: &mut String, count: usize) {
        if count > 0 {
            text.push_str(&format!("{}\n", self.session.catalog.queue.objections(count)));
        }
    }

    /// One row for each reason; a pupil without one has a row of their own.
    fn sheet<'r>(&self, rows: impl Iterator<Item = &'r Row>) -> Answer {
        let mut cells = Vec::new();
        for row in rows {
            let head = [row.id.clone(), row.pupil.clone(), row.school.clone()];
            if row.reasons.is_empty() {
                cells.push([&head[..], &[String::new(), String::new(), String::new()]].concat());
            }
            for reason in &row.reasons {
                let tail = [reason.kind.to_owned(), reason.date.to_string(), reason.text.clone()];
                cells.push([&head[..], &tail].concat());
            }
        }
        sheet(&["id", "pupil", "school", "kind", "date", "text"], &cells)
    }
}

/// The name of a school with how many of its pupils follow.
fn heading(school: &str, count: usize) -> String {
    format!("{} · {count}\n", visible(school))
}

/// A pupil's lines: the name before the first, then what is marked and each reason.
fn lines(row: &Row, mark: Option<&str>) -> Vec<Vec<String>> {
    let marked = mark.map(str::to_owned).into_iter();
    let told = marked.chain(row.reasons.iter().map(|reason| reason.text.clone()));
    let mut name = row.pupil.clone();
    told.map(|line| vec![std::mem::take(&mut name), line]).collect()
}
