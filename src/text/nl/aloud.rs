//! What is said to somebody who listens, in Dutch.

use crate::text::aloud::Aloud;

pub(in crate::text) const ALOUD: Aloud = Aloud {
    now: "nu",
    chosen: "gekozen:",
    keys: "toetsen:",
    empty: "leeg",
    pick,
    not_there,
    page,
    question,
    minutes,
};

fn pick(last: usize) -> String {
    match last {
        1 => "typ 1".to_owned(),
        2..=9 => format!("typ een nummer van 1 tot en met {last}"),
        _ => format!("typ een nummer van 1 tot en met {last} en Enter"),
    }
}

fn not_there(number: &str) -> String {
    format!("{number} staat er niet bij")
}

fn page(from: usize, until: usize, of: usize) -> String {
    format!("{from} tot en met {until} van {of}")
}

fn question(at: usize, of: usize) -> String {
    format!("vraag {at} van {of}")
}

fn minutes(planned: u32, spent: u32) -> String {
    match spent {
        0 => format!("{planned} min"),
        _ => format!("{planned} min, {spent} gebruikt"),
    }
}
