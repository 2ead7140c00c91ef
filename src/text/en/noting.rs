//! The words of writing while people talk, in English.

use crate::text::noting::Noting;

pub(in crate::text) const NOTING: Noting = Noting {
    not_taken: "line not confirmed",
    not_read_back: "not read back yet",
    taken_back: "something taken back, not read back yet",
    no_decision: "no decision",
    carried: "carried over",
    agreed: "agreed with the proposal",
    result: "result",
    route: "route",
    family_row: "A pupil, parent or other from the network has a row of their own in the list: Esc, and then a.",
    for_the_note: "This is a line for the note: Esc, then Enter to write, and the line there.",
    paused,
    impossible,
    nobody_called,
    chance: |kind, level| format!("chance of {kind} {level}"),
};

fn paused(key: &str) -> String {
    format!("Screen paused: {key} to go on writing")
}

fn impossible(phrase: &str) -> String {
    format!("{phrase} does not exist")
}

fn nobody_called(name: &str) -> String {
    format!("nobody here is called @{name}: no owner")
}
