//! Words of entering a trajectory, of relapse and of an employer's card, in Dutch.

use crate::domain::placement::Lasted;
use crate::text::Entry;

pub(in crate::text) const ENTRY: Entry = Entry {
    relapse: "terugval",
    new_employer: "nieuwe werkgever",
    find_employer: "Welke werkgever",
    found_party: "partij",
    holds: "houdt vast",
    nobody_placed: "Hier is nog niemand geplaatst",
    relapsed,
    lasted,
    placed,
    hours,
};

fn relapsed(day: &str, from: Option<&str>) -> String {
    match from {
        Some(from) => format!("terugval {day}, was {from}"),
        None => format!("terugval {day}"),
    }
}

fn lasted(lasted: Lasted) -> String {
    match lasted {
        Lasted::NotYet => "begint nog".to_owned(),
        Lasted::Still(days) => format!("loopt nog, {}", length(days)),
        Lasted::Ended(0) => "ging niet door".to_owned(),
        Lasted::Ended(days) => format!("voorbij na {}", length(days)),
    }
}

/// Days up to two months, then whole months of thirty days and a half.
fn length(days: u32) -> String {
    match days {
        1 => "1 dag".to_owned(),
        2..=60 => format!("{days} dagen"),
        _ => format!("{} maanden", days * 2 / 61),
    }
}

fn placed(all: usize, still: usize) -> String {
    format!("{all} geplaatst, {still} nu nog")
}

fn hours(hours: u16) -> String {
    format!("{hours} uur")
}
