//! Schools and fixed contacts, by command: what would be done, and doing it.

use serde::Serialize;

use super::super::answer::{Answer, Session, answer};
use super::super::options::{Import, ImportKind};
use super::super::output::{Failure, visible};
use crate::app::importing::words::{reason, reason_code};
use crate::app::importing::{Done, ListKind, OtherChange, OtherList, OtherPlan};
use crate::exchange::lists::{ListError, Refusal};
use crate::text::cli::Trouble;

/// Reads the list.
pub(super) fn read(bytes: &[u8], asked: &Import) -> Result<Option<OtherList>, ListError> {
    let kind = match asked.kind {
        ImportKind::Pupils => ListKind::Pupils,
        ImportKind::Schools => ListKind::Schools,
        ImportKind::Contacts => ListKind::Contacts,
    };
    OtherList::read(kind, bytes, asked.sheet.as_deref(), &|_| true)
}

/// What a list of schools or contacts did.
#[derive(Serialize)]
struct Told<'a> {
    written: bool,
    new: usize,
    changed: usize,
    unchanged: usize,
    passed_over: usize,
    changes: Vec<Changed<'a>>,
    not_understood: &'a [String],
    refused: Vec<Fault<'a>>,
}

/// What changes of something that is there.
#[derive(Serialize)]
struct Changed<'a> {
    of: &'a str,
    fields: Vec<Field<'a>>,
}

/// A field that changes.
#[derive(Serialize)]
struct Field<'a> {
    field: &'static str,
    before: &'a str,
    after: &'a str,
}

fn changed<'a>(one: &'a Done) -> Changed<'a> {
    let field = |change: &'a OtherChange| Field {
        field: change.field.code(),
        before: &change.before,
        after: &change.after,
    };
    Changed {
        of: &one.line,
        fields: one.fields.iter().map(field).collect(),
    }
}

/// One fault of one row: of schools or of people at work, whose names are the point.
#[derive(Serialize)]
struct Fault<'a> {
    row: usize,
    column: &'a str,
    value: &'a str,
    reason: &'static str,
}

fn fault(one: &Refusal) -> Fault<'_> {
    Fault {
        row: one.row,
        column: &one.column,
        value: &one.value,
        reason: reason_code(one.reason),
    }
}

/// Writes the list, or tells what writing it would do.
pub(super) fn import(session: &mut Session, list: OtherList, asked: &Import) -> Result<Answer, Failure> {
    let plan = OtherPlan::of(&session.store, list).map_err(|error| session.failed(&error))?;
    let written = !plan.done.is_empty() && !asked.check_only;
    if written {
        let now = session.now;
        let wrote = plan.write(&mut session.store, now);
        wrote.map_err(|error| session.failed(&error))?;
    }
    let count = plan.count();
    let told = Told {
        written,
        new: count.new,
        changed: count.changed,
        unchanged: plan.unchanged,
        passed_over: plan.passed_over,
        changes: plan
            .done
            .iter()
            .filter(|one| !one.fields.is_empty())
            .map(changed)
            .collect(),
        not_understood: &plan.not_understood,
        refused: plan.refused.iter().map(fault).collect(),
    };
    let done = answer(asked.format, &told, || {
        text(&plan, (written, asked.check_only), session)
    });
    Ok(done.but((!plan.usable).then_some(Trouble::NoRowAccepted)))
}

/// The answer as lines.
fn text(plan: &OtherPlan, (written, check_only): (bool, bool), session: &Session) -> String {
    let (words, catalog) = (&session.catalog.cli, session.catalog);
    let count = plan.count();
    let numbers = catalog
        .import
        .others(count.new, count.changed, count.unchanged, count.refused);
    let mut lines = vec![numbers];
    if !plan.not_understood.is_empty() {
        lines.push(catalog.import.not_understood(&plan.not_understood.join(", ")));
    }
    if plan.passed_over > 0 {
        lines.push(format!("{} {}", plan.passed_over, catalog.import.other_kinds));
    }
    let sign = |is_new: bool| if is_new { '+' } else { '~' };
    let acts = plan.done.iter();
    lines.extend(acts.map(|one| format!("{} {}", sign(one.is_new), one.told(catalog))));
    for one in &plan.refused {
        let why = reason(one.reason, &catalog.lists);
        lines.push(catalog.lists.refused(one.row, &one.column, &one.value, &why));
    }
    if check_only {
        lines.push(words.only_checked.to_owned());
    } else if written {
        lines.push(words.imported.to_owned());
    } else if plan.usable {
        lines.push(words.nothing_new.to_owned());
    }
    lines.iter().map(|line| format!("{}\n", visible(line))).collect()
}
