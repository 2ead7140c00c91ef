//! Words around the terms, in Dutch.

use crate::domain::term::{RuleFault, TermKind, TermStanding};
use crate::text::Terms;

pub(in crate::text) const TERMS: Terms = Terms {
    title: "Wettelijke termijnen",
    none: "Voor deze leerling is er hier geen termijn",
    none_due: "De komende zestig dagen speelt er geen termijn.",
    disclaimer: "Dit is een herinnering, geen juridisch advies. De tekst van het artikel gaat voor.",
    expected: "verwacht",
    read_on: "gelezen op",
    own: "eigen regel",
    when,
    standing,
    wrong: |line, what| format!("regel {line}: {}", fault(what)),
};

fn when(kind: TermKind, day: &str) -> String {
    match kind {
        TermKind::Start => format!("vanaf {day}"),
        TermKind::Deadline => format!("uiterlijk {day}"),
        TermKind::End => format!("t/m {day}"),
        TermKind::Change => format!("op {day}"),
    }
}

fn standing(kind: TermKind, standing: TermStanding) -> &'static str {
    match (standing, kind) {
        (TermStanding::Ahead, _) => "komt nog",
        (TermStanding::Running, TermKind::Start) => "kan nu",
        (TermStanding::Running, TermKind::Change) => "vandaag",
        (TermStanding::Running, _) => "loopt",
        (TermStanding::Late, _) => "te laat",
        (TermStanding::Over, _) => "voorbij",
        (TermStanding::Met(_), _) => "voldaan",
        (TermStanding::Done, _) => "gedaan",
        (TermStanding::NotApplicable, _) => "geldt niet",
    }
}

fn fault(fault: &RuleFault) -> String {
    match fault {
        RuleFault::Syntax(said) => format!("dit is geen TOML ({said}). Verbeter de regel."),
        RuleFault::UnknownField(field) => {
            format!("het veld \"{field}\" bestaat niet. Haal het weg of verbeter de naam.")
        }
        RuleFault::Missing(field) => format!("bij deze termijn ontbreekt \"{field}\". Vul het aan."),
        RuleFault::WrongType(field) => {
            format!("in \"{field}\" staat niets of iets van een andere soort. Vul het goed in.")
        }
        RuleFault::UnknownValue(field, value) => {
            format!("\"{value}\" kan niet in \"{field}\". Kies een waarde die daar bestaat.")
        }
        RuleFault::Duplicate(id, first) => {
            format!("de termijn \"{id}\" staat ook op regel {first}. Geef er een een andere naam.")
        }
        RuleFault::UnknownBase(base) => {
            format!("\"{base}\" is geen dag om vanaf te tellen. Kies bijvoorbeeld leaving, birth of started.")
        }
        RuleFault::ImpossibleOffset(steps) => {
            format!("\"{steps}\" is geen stap. Schrijf bijvoorbeeld + 2 years of - 6 months.")
        }
        RuleFault::OtherBase(field) => format!(
            "\"{field}\" telt vanaf een dakpan of instrument waar deze termijn niet over gaat. Noem die soort in \"tiles\" of \"instruments\"."
        ),
        RuleFault::Both(one, other) => format!("\"{one}\" en \"{other}\" kunnen niet samen. Haal er een weg."),
    }
}
