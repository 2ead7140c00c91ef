//! Words of entering a trajectory, of relapse and of an employer's card, in English.

use crate::domain::placement::Lasted;
use crate::text::Entry;

pub(in crate::text) const ENTRY: Entry = Entry {
    relapse: "relapse",
    new_employer: "new employer",
    find_employer: "Which employer",
    found_party: "party",
    holds: "holds",
    nobody_placed: "Nobody was placed here yet",
    relapsed,
    lasted,
    placed,
    hours,
};

fn relapsed(day: &str, from: Option<&str>) -> String {
    match from {
        Some(from) => format!("relapse {day}, was {from}"),
        None => format!("relapse {day}"),
    }
}

fn lasted(lasted: Lasted) -> String {
    match lasted {
        Lasted::NotYet => "begins later".to_owned(),
        Lasted::Still(days) => format!("still there, {}", length(days)),
        Lasted::Ended(0) => "called off".to_owned(),
        Lasted::Ended(days) => format!("over after {}", length(days)),
    }
}

/// Days up to two months, then whole months of thirty days and a half.
fn length(days: u32) -> String {
    match days {
        1 => "1 day".to_owned(),
        2..=60 => format!("{days} days"),
        _ => format!("{} months", days * 2 / 61),
    }
}

fn placed(all: usize, still: usize) -> String {
    format!("{all} placed, {still} still there")
}

fn hours(hours: u16) -> String {
    format!("{hours} hours")
}
