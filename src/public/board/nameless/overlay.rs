//! What lies over the panes, without the names of those who may not be named.
//!
//! The rule: whatever can be typed into a list, also the question to one that names no pupil, is read by the room as
//! what people wrote is.

use super::super::{FindRow, OldActionRow, Overlay, ReadBackAlso, ReadBackRow, Shared};
use super::{action, each, input, preview as preview_of, written as written_of};
use crate::domain::mask::Mask;

/// What lies over the panes, as the room may read it.
pub(super) fn masked(overlay: Overlay<Shared>, mask: &Mask) -> Overlay<Shared> {
    match overlay {
        Overlay::Find {
            purpose,
            query,
            rows,
            selected,
        } => Overlay::Find {
            query: input(&query, mask),
            rows: each(rows, |row| found(row, mask)),
            purpose,
            selected,
        },
        // Of these three the question is typed; the rows are the program's own words, schools and professionals.
        Overlay::Help { query, rows, top } => Overlay::Help {
            query: input(&query, mask),
            rows,
            top,
        },
        Overlay::Palette { query, rows, selected } => Overlay::Palette {
            query: input(&query, mask),
            rows,
            selected,
        },
        Overlay::Contacts { query, school, others } => Overlay::Contacts {
            query: input(&query, mask),
            school,
            others,
        },
        Overlay::OldActions { rows, selected } => Overlay::OldActions {
            rows: each(rows, |OldActionRow { pupil, action: row }| OldActionRow {
                pupil,
                action: action(row, mask),
            }),
            selected,
        },
        Overlay::ReadBack {
            rows,
            selected,
            confirmed,
        } => Overlay::ReadBack {
            rows: each(rows, |row| read_back(row, mask)),
            selected,
            confirmed,
        },
        Overlay::AgreeAll { rows } => Overlay::AgreeAll {
            rows: each(rows, |(name, proposal)| (name, mask.apply(&proposal))),
        },
        Overlay::Prompt {
            purpose,
            about,
            input: typed,
            refusal,
            preview,
        } => Overlay::Prompt {
            input: input(&typed, mask),
            preview: preview.map(|preview| preview_of(preview, mask)),
            purpose,
            about,
            refusal,
        },
        // Professionals, rules of the law, meetings by their school, and counts.
        other @ (Overlay::Attendance {
            school: _,
            rows: _,
            family: _,
            selected: _,
            missing: _,
            required: _,
            asked: _,
        }
        | Overlay::Terms { rows: _, selected: _ }
        | Overlay::Meetings { rows: _, selected: _ }
        | Overlay::Results(_)) => other,
        Overlay::Private(own) => match own {},
    }
}

/// What was found: of a note its words; names are initials already, and the rest are schools, parties and
/// professionals.
fn found(row: FindRow<Shared>, mask: &Mask) -> FindRow<Shared> {
    match row {
        FindRow::Note(name, on, text) => FindRow::Note(name, on, mask.apply(&text)),
        other @ (FindRow::Pupil(_) | FindRow::School(_, _) | FindRow::Party(_, _) | FindRow::Person(_, _, _)) => other,
    }
}

fn read_back(row: ReadBackRow<Shared>, mask: &Mask) -> ReadBackRow<Shared> {
    let ReadBackRow {
        pupil,
        part: (kind, title),
        written,
        nothing,
        held,
        also:
            ReadBackAlso {
                carried,
                agreed,
                result,
                route,
                chances,
                gaps,
                lacks_decision,
                since,
                untaken,
            },
    } = row;
    ReadBackRow {
        part: (kind, mask.apply(&title)),
        written: each(written, |one| written_of(one, mask)),
        also: ReadBackAlso {
            untaken: each(untaken, |line| mask.apply(&line)),
            carried,
            agreed,
            result,
            route,
            chances,
            gaps,
            lacks_decision,
            since,
        },
        // Professionals and parties, as on the timeline.
        held,
        pupil,
        nothing,
    }
}
