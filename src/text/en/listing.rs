//! The lists over many pupils on the screen, in English.

use super::dates::DATES;
use crate::domain::reason::ReasonKind;
use crate::text::listing::ListingWords;

pub(in crate::text) const LISTING: ListingWords = ListingWords {
    why: "Why",
    turn: "Whose turn it is",
    names: "Everybody by name",
    all_schools: "all schools",
    on_agenda: "on the agenda",
    goal: "The goal is zero gap days.",
    goal_reached: "Zero gap days: the goal is reached.",
    nobody_listed: "nobody",
    short,
    not_read: |pupils| format!("{}: not read yet, Enter reads this school", count(pupils)),
    more: |rows, whole| match whole {
        true => format!("{rows} more: Enter reads them all, which can take a while"),
        false => format!("{rows} more: Enter goes to this school"),
    },
    out_since: |day| format!("out of sight since {}", DATES.day_year(day)),
    removed_on: |day| format!("taken off the queue on {}", DATES.day_year(day)),
    gap_days: |days| match days {
        1 => "1 gap day".to_owned(),
        _ => format!("{days} gap days"),
    },
    cold: |times| match times {
        1 => "1 cold handover".to_owned(),
        _ => format!("{times} cold handovers"),
    },
    without_reason: |pupils| match pupils {
        1 => "1 pupil has no reason now.".to_owned(),
        _ => format!("{pupils} pupils have no reason now."),
    },
    without_gap: |pupils| match pupils {
        1 => "1 pupil has no gap and no cold handover.".to_owned(),
        _ => format!("{pupils} pupils have no gap and no cold handover."),
    },
    summer: |span| format!("{} to {}", DATES.day_month(span.from), DATES.day_month(span.until)),
    pupils: count,
};

fn count(pupils: usize) -> String {
    match pupils {
        1 => "1 pupil".to_owned(),
        _ => format!("{pupils} pupils"),
    }
}

fn short(kind: ReasonKind) -> &'static str {
    match kind {
        ReasonKind::OutOfSight => "unseen",
        ReasonKind::Gap => "gap",
        ReasonKind::CarriedOver => "carried",
        ReasonKind::AskedFor => "asked for",
        ReasonKind::ActionOverdue => "action",
        ReasonKind::ColdHandover => "cold",
        ReasonKind::TermDue => "term",
        ReasonKind::ContractEnds => "contract",
        ReasonKind::AftercareDue => "aftercare",
        ReasonKind::RegisterReview => "register",
        ReasonKind::LeavesSoon => "leaves",
        ReasonKind::ChancesNotAssessed => "chances?",
        ReasonKind::ChancesLow => "low chance",
    }
}
