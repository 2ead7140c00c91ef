//! Reasons, and the lists over many pupils, which only the private state can hold.

use dakpan::app::listing::view::{ListingRow, ListingView, PupilRow};
use dakpan::app::listing::{Cold, HandTally, Holding, ListKind};
use dakpan::app::screen::Screen;
use dakpan::app::sight::{Private, PrivateName, PrivateOverlay};
use dakpan::domain::Day;
use dakpan::domain::coverage::Tally;
use dakpan::domain::reason::{Reason, ReasonKind};
use dakpan::domain::roof::Span;
use dakpan::public::*;

use super::{Sample, day, over};

fn party(name: &str) -> Option<PartyNamed> {
    Some(PartyNamed {
        name: name.into(),
        gives_care: name == "Zorggroep Drecht",
    })
}

fn reason(kind: ReasonKind, on: Day) -> ReasonView {
    ReasonView {
        reason: Reason::plain(kind, on),
        party: None,
        to: None,
        term: None,
    }
}

/// The reasons of the pupil at hand: of every kind of thing that may be told to a room, and of every kind that may not.
pub(super) fn why() -> Vec<ReasonView> {
    let term = |on: Day, label: &str, shared: bool| ReasonView {
        term: Some((label.into(), shared)),
        ..reason(ReasonKind::TermDue, on)
    };
    let mut gap = reason(ReasonKind::Gap, day(2026, 8, 1));
    gap.reason.until = Some(day(2026, 8, 31));
    vec![
        reason(ReasonKind::ActionOverdue, day(2026, 5, 29)),
        term(day(2026, 6, 9), "achttiende verjaardag", false),
        reason(ReasonKind::RegisterReview, day(2026, 6, 1)),
        gap,
        ReasonView {
            party: party("De Brug"),
            to: party("Zorggroep Drecht"),
            ..reason(ReasonKind::ColdHandover, day(2026, 7, 31))
        },
        term(day(2026, 7, 1), "Vraag aan de gemeente", true),
    ]
}

fn pupil(given: &str, family: &str) -> PupilRow {
    PupilRow {
        name: Private::name(given, family, 0),
        on_agenda: false,
        why: Vec::new(),
        out_of_sight: None,
        removed: None,
        gaps: Vec::new(),
        gap_days: 0,
        cold: Vec::new(),
        held: Vec::new(),
    }
}

fn span(from: Day, until: Day) -> Span {
    Span::new(from, until).unwrap()
}

fn tally(pupils: usize, gap_days: u64) -> Tally {
    Tally {
        pupils,
        with_gap: usize::from(gap_days > 0),
        days: 730 * pupils as u64,
        covered_days: 730 * pupils as u64 - gap_days,
        gap_days,
        cold_handovers: usize::from(gap_days > 0),
    }
}

fn school(name: &str, pupils: usize, tally: Option<Tally>) -> ListingRow {
    ListingRow::School {
        name: name.into(),
        pupils,
        read: true,
        empty: false,
        tally,
    }
}

fn view(kind: ListKind, rows: Vec<ListingRow>) -> ListingView {
    ListingView {
        kind,
        school: None,
        rows,
        selected: 1,
        beyond: (0, 0),
        objections: 1,
        removed: 2,
        silent: 31,
        total: Tally::default(),
        summer: None,
        today: day(2026, 6, 3),
    }
}

fn turn() -> ListingView {
    let rows = vec![
        school("De Brug", 48, None),
        ListingRow::Pupil(Box::new(PupilRow {
            on_agenda: true,
            why: why(),
            ..pupil("Samira", "Kaya")
        })),
        ListingRow::Pupil(Box::new(PupilRow {
            name: PrivateName {
                full: "Noor Jansen".into(),
                nameless: Some(8),
            },
            why: why().into_iter().skip(3).collect(),
            ..pupil("Noor", "Jansen")
        })),
        ListingRow::More(12, false),
        ListingRow::School {
            name: "De Schakel".into(),
            pupils: 1204,
            read: false,
            empty: true,
            tally: None,
        },
        ListingRow::School {
            name: "De Haven".into(),
            pupils: 14,
            read: true,
            empty: true,
            tally: None,
        },
    ];
    view(ListKind::Turn, rows)
}

fn names() -> ListingView {
    let rows = vec![
        ListingRow::Pupil(Box::new(pupil("Daan", "Bakker"))),
        ListingRow::Pupil(Box::new(PupilRow {
            out_of_sight: Some(day(2026, 2, 1)),
            why: vec![reason(ReasonKind::OutOfSight, day(2026, 2, 1))],
            ..pupil("Tim", "Vermeer")
        })),
        ListingRow::Pupil(Box::new(PupilRow {
            removed: Some(day(2026, 5, 20)),
            why: why(),
            ..pupil("Rachid", "Amrani")
        })),
        ListingRow::More(31204, true),
    ];
    ListingView {
        school: Some("De Brug".into()),
        ..view(ListKind::Names, rows)
    }
}

fn coverage() -> ListingView {
    let hand = |name: &str, pupils, days, cold| {
        ListingRow::Hand(HandTally {
            name: name.into(),
            pupils,
            days,
            cold,
        })
    };
    let rows = vec![
        school("De Brug", 48, Some(tally(48, 31))),
        school("De Haven", 14, Some(tally(14, 0))),
        hand("Sociale Dienst", 40, 12_000, 0),
        hand("De Brug", 48, 16_210, 1),
    ];
    ListingView {
        total: tally(62, 31),
        ..view(ListKind::Coverage, rows)
    }
}

fn coverage_of_a_school() -> ListingView {
    let rows = vec![
        ListingRow::Pupil(Box::new(PupilRow {
            gaps: vec![span(day(2026, 8, 1), day(2026, 8, 31))],
            gap_days: 31,
            ..pupil("Samira", "Kaya")
        })),
        ListingRow::Pupil(Box::new(PupilRow {
            cold: vec![Cold {
                on: day(2026, 7, 31),
                from: "De Brug".into(),
                to: "Sociale Dienst".into(),
                overlap: (3, 28),
            }],
            ..pupil("Tim", "Vermeer")
        })),
    ];
    ListingView {
        school: Some("De Brug".into()),
        total: tally(48, 31),
        ..view(ListKind::Coverage, rows)
    }
}

fn summer() -> ListingView {
    let summer = span(day(2026, 8, 1), day(2026, 9, 30));
    let held = |party: &str, people: &[&str], days: Span| Holding {
        party: party.into(),
        people: people.iter().map(|name| (*name).into()).collect(),
        days: vec![days],
    };
    let rows = vec![
        school("De Brug", 48, Some(tally(48, 61))),
        ListingRow::Pupil(Box::new(PupilRow {
            gaps: vec![summer],
            gap_days: 61,
            ..pupil("Samira", "Kaya")
        })),
        ListingRow::Pupil(Box::new(PupilRow {
            gaps: vec![span(day(2026, 8, 1), day(2026, 8, 31))],
            gap_days: 31,
            held: vec![held(
                "Sociale Dienst",
                &["Jan de Boer"],
                span(day(2026, 9, 1), day(2026, 9, 30)),
            )],
            ..pupil("Tim", "Vermeer")
        })),
        ListingRow::Pupil(Box::new(PupilRow {
            held: vec![held("Sociale Dienst", &["Jan de Boer", "Ria Kok"], summer)],
            ..pupil("Daan", "Bakker")
        })),
    ];
    ListingView {
        summer: Some(summer),
        total: tally(48, 92),
        removed: 0,
        ..view(ListKind::Summer, rows)
    }
}

/// Every list.
pub(in crate::ui) fn listings() -> Vec<(&'static str, Screen)> {
    let nobody = ListingView {
        selected: 0,
        silent: 12,
        ..view(ListKind::Turn, Vec::new())
    };
    let screen = |view| over::<Private>(Overlay::Private(PrivateOverlay::Pupils(view)));
    vec![
        ("list_turn", screen(turn())),
        ("list_nobody", screen(nobody)),
        ("list_names", screen(names())),
        ("list_coverage", screen(coverage())),
        ("list_coverage_school", screen(coverage_of_a_school())),
        ("list_summer", screen(summer())),
    ]
}
