//! The words of writing while people talk, in Dutch.

use crate::text::noting::Noting;

pub(in crate::text) const NOTING: Noting = Noting {
    away: "afwezig",
    not_taken: "regel niet bevestigd",
    no_decision: "geen besluit",
    carried: "schuift door",
    agreed: "akkoord met het voorstel",
    result: "resultaat",
    route: "route",
    paused,
    impossible,
};

fn paused(key: &str) -> String {
    format!("Scherm gepauzeerd: {key} om verder te schrijven")
}

fn impossible(phrase: &str) -> String {
    format!("{phrase} bestaat niet")
}
