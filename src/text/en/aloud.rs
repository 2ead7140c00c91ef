//! What is said to somebody who listens, in English.

use crate::text::aloud::Aloud;

pub(in crate::text) const ALOUD: Aloud = Aloud {
    now: "now",
    chosen: "chosen:",
    keys: "keys:",
    empty: "empty",
    pick,
    not_there,
    page,
    question,
    minutes,
};

fn pick(last: usize) -> String {
    match last {
        1 => "type 1".to_owned(),
        2..=9 => format!("type a number from 1 to {last}"),
        _ => format!("type a number from 1 to {last} and Enter"),
    }
}

fn not_there(number: &str) -> String {
    format!("{number} is not among them")
}

fn page(from: usize, until: usize, of: usize) -> String {
    format!("{from} to {until} of {of}")
}

fn question(at: usize, of: usize) -> String {
    format!("question {at} of {of}")
}

fn minutes(planned: u32, spent: u32) -> String {
    match spent {
        0 => format!("{planned} min"),
        _ => format!("{planned} min, {spent} spent"),
    }
}
