//! The words of writing while people talk, in Dutch.

use crate::text::noting::Noting;

pub(in crate::text) const NOTING: Noting = Noting {
    not_taken: "regel niet bevestigd",
    not_read_back: "nog niet teruggelezen",
    taken_back: "iets vervallen, nog niet teruggelezen",
    no_decision: "geen besluit",
    carried: "schuift door",
    agreed: "akkoord met het voorstel",
    result: "resultaat",
    route: "route",
    family_row: "Een leerling, ouder of ander uit het netwerk heeft een eigen regel in de lijst: Esc, en dan a.",
    for_the_note: "Dit is een regel voor de notitie: Esc, dan Enter om te schrijven, en daar de regel.",
    paused,
    impossible,
    nobody_called,
    chance: |kind, level| format!("kans op {kind} {level}"),
};

fn paused(key: &str) -> String {
    format!("Scherm gepauzeerd: {key} om verder te schrijven")
}

fn impossible(phrase: &str) -> String {
    format!("{phrase} bestaat niet")
}

fn nobody_called(name: &str) -> String {
    format!("niemand hier heet @{name}: geen eigenaar")
}
