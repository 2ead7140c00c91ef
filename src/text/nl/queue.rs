//! The queue, the coverage and the summer list, in Dutch.

use crate::domain::Day;
use crate::domain::coverage::Tally;
use crate::domain::reason::{Reason, ReasonKind};
use crate::domain::roof::Span;
use crate::text::queue::{Named, QueueWords};

pub(in crate::text) const QUEUE: QueueWords = QueueWords {
    empty_queue: "Niemand heeft een reden om nu besproken te worden.",
    no_pupils: "Er zijn geen leerlingen.",
    coverage: "Dekking",
    per_school: "Per school",
    per_party: "Per partij",
    per_pupil: "Per leerling",
    all_held: "Iedereen wordt elke dag vastgehouden.",
    summer: "Zomerlijst",
    pupil: "leerling",
    held_by: "wie houdt vast",
    nobody: "NIEMAND",
    whole: "de hele zomer",
    nobody_lost: "iedereen wordt de hele zomer vastgehouden",
    removed: "met de hand van de wachtrij gehaald",
    out_of_sight: "buiten beeld",
    no_reason: "geen reden",
    reason,
    span,
    objections: |count| match count {
        1 => "1 leerling staat er niet bij: er is bezwaar gemaakt.".to_owned(),
        _ => format!("{count} leerlingen staan er niet bij: er is bezwaar gemaakt."),
    },
    removals: |count| match count {
        1 => "1 leerling is met de hand van de wachtrij gehaald.".to_owned(),
        _ => format!("{count} leerlingen zijn met de hand van de wachtrij gehaald."),
    },
    tally,
    hand: |pupils, days, cold| {
        format!(
            "houdt {} vast, samen {} · laat {cold} keer koud los",
            counted(pupils, "leerling", "leerlingen"),
            counted(days, "dag", "dagen")
        )
    },
    cold: |on, from, to, (overlap, needed)| {
        format!(
            "koude overdracht op {}: {from} → {to}, samen {overlap} van {}",
            date(on),
            counted(needed, "dag", "dagen")
        )
    },
    counted: |period, handover| {
        let days = period.map_or("Alle dagen die gedekt moeten zijn".to_owned(), |period| {
            format!("De dagen van {}", span(period))
        });
        format!("{days}; een overdracht is warm vanaf {handover} dagen samen.")
    },
    lost: |count, of| match count {
        1 => format!("1 van de {of} wordt niet elke dag vastgehouden"),
        _ => format!("{count} van de {of} worden niet elke dag vastgehouden"),
    },
    made_on: |day| format!("gemaakt op {}", date(day)),
};

fn date(day: Day) -> String {
    day.format("%d-%m-%Y").to_string()
}

fn span(span: Span) -> String {
    if span.from == span.until {
        date(span.from)
    } else {
        format!("{} t/m {}", date(span.from), date(span.until))
    }
}

/// A number with its noun.
fn counted<N: std::fmt::Display + PartialEq + From<u8>>(count: N, one: &str, more: &str) -> String {
    let noun = if count == N::from(1) { one } else { more };
    format!("{count} {noun}")
}

fn tally(tally: &Tally) -> String {
    format!(
        "{} · te dekken {} · gedekt {} · niet gedekt {} · {}",
        counted(tally.pupils, "leerling", "leerlingen"),
        counted(tally.days, "dag", "dagen"),
        tally.covered_days,
        tally.gap_days,
        counted(tally.cold_handovers, "koude overdracht", "koude overdrachten")
    )
}

fn reason(reason: &Reason, today: Day, named: &Named<'_>) -> String {
    let on = date(reason.on);
    let (party, to) = (named.party.unwrap_or("?"), named.to.unwrap_or("?"));
    match reason.kind {
        ReasonKind::OutOfSight => format!("buiten beeld sinds {on}"),
        ReasonKind::Gap => {
            let days = Span::new(reason.on, reason.until.unwrap_or(reason.on)).map_or(on, span);
            if reason.on <= today {
                format!("niemand houdt nu vast: {days}")
            } else {
                format!("niemand houdt straks vast: {days}")
            }
        }
        ReasonKind::CarriedOver => format!("doorgeschoven op {on}"),
        ReasonKind::AskedFor => match named.party {
            Some(party) => format!("{party} vraagt om overleg, sinds {on}"),
            None => format!("op de wachtrij gezet op {on}"),
        },
        ReasonKind::ActionOverdue => format!("actie te laat, moest klaar op {on}"),
        ReasonKind::ColdHandover => format!("koude overdracht op {on}: {party} → {to}"),
        ReasonKind::TermDue => {
            let term = named.term.unwrap_or("wettelijke termijn");
            let when = if reason.on < today {
                "termijn voorbij"
            } else {
                "termijn"
            };
            format!("{when} {on}: {term}")
        }
        ReasonKind::ContractEnds => format!("contract bij {party} eindigt op {on}"),
        ReasonKind::AftercareDue => format!("nazorg nodig op {on}"),
        ReasonKind::RegisterReview => format!("doelgroepregister opnieuw bekijken op {on}"),
        ReasonKind::LeavesSoon if reason.on < today => {
            format!("uitstroom was {on}, nog niet besproken")
        }
        ReasonKind::LeavesSoon => format!("uitstroom {on}, nog niet besproken"),
        ReasonKind::ChancesNotAssessed => format!("laatste schooljaar tot {on}, kansen nog niet ingeschat"),
        ReasonKind::ChancesLow => format!("kansen laag sinds {on}, nog door niemand opgepakt"),
    }
}
