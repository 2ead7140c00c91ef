//! The words of writing while people talk, in English.

use crate::text::noting::Noting;

pub(in crate::text) const NOTING: Noting = Noting {
    away: "absent",
    not_taken: "line not confirmed",
    no_decision: "no decision",
    carried: "carried over",
    agreed: "agreed with the proposal",
    result: "result",
    route: "route",
    paused,
    impossible,
};

fn paused(key: &str) -> String {
    format!("Screen paused: {key} to go on writing")
}

fn impossible(phrase: &str) -> String {
    format!("{phrase} does not exist")
}
