//! The lists over many pupils on the screen, in Dutch.

use super::dates::DATES;
use crate::domain::reason::ReasonKind;
use crate::text::listing::ListingWords;

pub(in crate::text) const LISTING: ListingWords = ListingWords {
    why: "Waarom",
    turn: "Wie is er aan de beurt",
    names: "Iedereen bij naam",
    all_schools: "alle scholen",
    on_agenda: "op de agenda",
    goal: "Het doel is nul gatdagen.",
    goal_reached: "Nul gatdagen: het doel is gehaald.",
    nobody_listed: "niemand",
    short,
    not_read: |pupils| format!("{}: nog niet gelezen, Enter leest deze school", count(pupils)),
    more: |rows, whole| match whole {
        true => format!("nog {rows}: Enter leest ze allemaal, dat kan even duren"),
        false => format!("nog {rows}: Enter gaat naar deze school"),
    },
    out_since: |day| format!("buiten beeld sinds {}", DATES.day_year(day)),
    removed_on: |day| format!("van de wachtrij gehaald op {}", DATES.day_year(day)),
    gap_days: |days| match days {
        1 => "1 gatdag".to_owned(),
        _ => format!("{days} gatdagen"),
    },
    cold: |times| match times {
        1 => "1 koude overdracht".to_owned(),
        _ => format!("{times} koude overdrachten"),
    },
    without_reason: |pupils| match pupils {
        1 => "1 leerling heeft nu geen reden.".to_owned(),
        _ => format!("{pupils} leerlingen hebben nu geen reden."),
    },
    without_gap: |pupils| match pupils {
        1 => "1 leerling heeft geen gat en geen koude overdracht.".to_owned(),
        _ => format!("{pupils} leerlingen hebben geen gat en geen koude overdracht."),
    },
    summer: |span| format!("{} t/m {}", DATES.day_month(span.from), DATES.day_month(span.until)),
    pupils: count,
};

fn count(pupils: usize) -> String {
    match pupils {
        1 => "1 leerling".to_owned(),
        _ => format!("{pupils} leerlingen"),
    }
}

fn short(kind: ReasonKind) -> &'static str {
    match kind {
        ReasonKind::OutOfSight => "uit beeld",
        ReasonKind::Gap => "gat",
        ReasonKind::CarriedOver => "doorschuif",
        ReasonKind::AskedFor => "gevraagd",
        ReasonKind::ActionOverdue => "actie",
        ReasonKind::ColdHandover => "koud",
        ReasonKind::TermDue => "termijn",
        ReasonKind::ContractEnds => "contract",
        ReasonKind::AftercareDue => "nazorg",
        ReasonKind::RegisterReview => "register",
        ReasonKind::LeavesSoon => "uitstroom",
        ReasonKind::ChancesNotAssessed => "kansen?",
        ReasonKind::ChancesLow => "kans laag",
    }
}
