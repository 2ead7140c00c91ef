//! Words around the terms, in English.

use crate::domain::term::{RuleFault, TermKind, TermStanding};
use crate::text::Terms;

pub(in crate::text) const TERMS: Terms = Terms {
    title: "Legal terms",
    none: "There is no term for this pupil here",
    none_due: "No term is due in the next sixty days.",
    disclaimer: "This is a reminder, not legal advice. The text of the article comes first.",
    expected: "expected",
    read_on: "read on",
    own: "own rule",
    when,
    standing,
    wrong: |line, what| format!("line {line}: {}", fault(what)),
};

fn when(kind: TermKind, day: &str) -> String {
    match kind {
        TermKind::Start => format!("from {day}"),
        TermKind::Deadline => format!("by {day}"),
        TermKind::End => format!("until {day}"),
        TermKind::Change => format!("on {day}"),
    }
}

fn standing(kind: TermKind, standing: TermStanding) -> &'static str {
    match (standing, kind) {
        (TermStanding::Ahead, _) => "to come",
        (TermStanding::Running, TermKind::Start) => "can be now",
        (TermStanding::Running, TermKind::Change) => "today",
        (TermStanding::Running, _) => "runs",
        (TermStanding::Late, _) => "overdue",
        (TermStanding::Over, _) => "past",
        (TermStanding::Met(_), _) => "met",
        (TermStanding::Done, _) => "done",
        (TermStanding::NotApplicable, _) => "not valid",
    }
}

fn fault(fault: &RuleFault) -> String {
    match fault {
        RuleFault::Syntax(said) => format!("this is not TOML ({said}). Correct the line."),
        RuleFault::UnknownField(field) => format!("there is no field \"{field}\". Remove it or correct its name."),
        RuleFault::Missing(field) => format!("this term lacks \"{field}\". Fill it in."),
        RuleFault::WrongType(field) => {
            format!("\"{field}\" holds nothing, or something of another kind. Fill it in as it should be.")
        }
        RuleFault::UnknownValue(field, value) => {
            format!("\"{value}\" cannot be in \"{field}\". Choose a value that exists there.")
        }
        RuleFault::Duplicate(id, first) => {
            format!("the term \"{id}\" stands on line {first} too. Give one of them another name.")
        }
        RuleFault::UnknownBase(base) => {
            format!("\"{base}\" is no day to count from. Choose leaving, birth or started, for example.")
        }
        RuleFault::ImpossibleOffset(steps) => {
            format!("\"{steps}\" is no step. Write + 2 years or - 6 months, for example.")
        }
        RuleFault::OtherBase(field) => format!(
            "\"{field}\" counts from a tile or instrument that this term is not about. Name its kind in \"tiles\" or \"instruments\"."
        ),
        RuleFault::Both(one, other) => format!("\"{one}\" and \"{other}\" do not go together. Remove one."),
    }
}
