//! Boards built by hand: the De Brug meeting of the mock-up, shared and private, and every overlay. All fictional.

mod lists;
mod overlays;
mod own;
mod parts;
mod states;

use std::ops::Range;

use chrono::{NaiveDate, NaiveTime};
use dakpan::app::screen::Screen;
use dakpan::app::sight::{HeldBack, Private, PrivateCard, PrivateName};
use dakpan::domain::Day;
use dakpan::domain::codes::*;
use dakpan::domain::intent::Intent;
use dakpan::domain::meeting::Clock;
use dakpan::domain::name::{Initials, Name};
use dakpan::domain::writing::Owner;
use dakpan::public::*;

pub(super) use lists::listings;
pub(super) use overlays::{form, overlays};
pub(super) use own::{employer, history};
use parts::{agenda, card, timeline};
pub(super) use states::states;

pub(super) fn day(year: i32, month: u32, day: u32) -> Day {
    NaiveDate::from_ymd_opt(year, month, day).unwrap()
}

fn time(hour: u32, minute: u32) -> NaiveTime {
    NaiveTime::from_hms_opt(hour, minute, 0).unwrap()
}

fn name(given: &str, family: &str) -> Name {
    Name {
        given: given.into(),
        infix: String::new(),
        family: family.into(),
    }
}

fn initials(given: &str, family: &str) -> Initials {
    name(given, family).initials()
}

pub(super) fn input(text: &str) -> InputView {
    InputView {
        text: text.into(),
        cursor: Some(text.len()),
        selection: None,
    }
}

pub(super) fn selected(text: &str, range: Range<usize>) -> InputView {
    InputView {
        text: text.into(),
        cursor: Some(range.end),
        selection: Some(range),
    }
}

fn owner(id: i64, name: &str, role: PartyKind) -> Owner {
    Owner {
        person: id,
        name: name.into(),
        role,
    }
}

fn jan() -> Owner {
    owner(1, "Jan de Boer", PartyKind::Municipality)
}

fn els() -> Owner {
    owner(2, "Els Vos", PartyKind::School)
}

/// The pupils of the block, in the order of the agenda.
const PUPILS: [(&str, &str, QueueMark, Lane); 12] = [
    ("Daan", "Bakker", QueueMark::Discussed, Lane::Discuss),
    ("Merve", "Özkan", QueueMark::Discussed, Lane::Discuss),
    ("Lisa", "Willems", QueueMark::Agreed, Lane::Agreed),
    ("Samira", "Kaya", QueueMark::Now, Lane::Discuss),
    ("Tim", "Vermeer", QueueMark::Open, Lane::Complex),
    ("Rachid", "Amrani", QueueMark::Open, Lane::Discuss),
    ("Julia", "Smit", QueueMark::Open, Lane::Discuss),
    ("Noor", "Jansen", QueueMark::Open, Lane::Discuss),
    ("Łukasz", "Nowak", QueueMark::Open, Lane::Agreed),
    ("Sem", "de Wit", QueueMark::Open, Lane::Discuss),
    ("Ayşe", "Demir", QueueMark::Open, Lane::Discuss),
    ("Björn", "Øster", QueueMark::Carried, Lane::Discuss),
];

/// How names and the rest are made for a sight, so that both boards come from one recipe.
pub(super) trait Sample: Sight + Sized {
    fn name(given: &str, family: &str, number: u16) -> Self::Name;
    fn title(given: &str, family: &str) -> Self::Title;
    fn extra() -> Self::Extra;
    fn reason(told: ReasonView) -> Option<Self::Reason>;
    fn why(told: ReasonView) -> Option<Self::Why>;
    fn screen(board: Board<Self>) -> Screen;
}

impl Sample for Shared {
    fn name(given: &str, family: &str, number: u16) -> PublicName {
        if number == 8 {
            PublicName::Case(8)
        } else {
            PublicName::Initials(initials(given, family))
        }
    }
    fn title(given: &str, family: &str) -> PublicTitle {
        PublicTitle::Short(name(given, family).short())
    }
    fn extra() {}
    fn reason(told: ReasonView) -> Option<RoomReason> {
        RoomReason::of(told, "andere partij")
    }
    fn why(_: ReasonView) -> Option<Never> {
        None
    }
    fn screen(board: Board<Self>) -> Screen {
        Screen::Shared(Box::new(board))
    }
}

impl Sample for Private {
    fn name(given: &str, family: &str, number: u16) -> PrivateName {
        PrivateName {
            full: name(given, family).full(),
            nameless: (number == 8).then_some(8),
        }
    }
    fn title(given: &str, family: &str) -> PrivateName {
        PrivateName {
            full: name(given, family).full(),
            nameless: None,
        }
    }
    fn extra() -> PrivateCard {
        PrivateCard {
            number: "0042".into(),
            birth: Some(day(2007, 11, 19)),
            class: "5P".into(),
            residence: "Dordrecht".into(),
            informed_on: Some(day(2026, 3, 2)),
            has_basis: true,
            objection_on: None,
            barred_here: false,
            network: vec![(
                "Fatma Kaya".into(),
                "moeder".into(),
                "06-00 00 00 01".into(),
                Willing::Yes,
            )],
            working: vec![(day(2026, 5, 28), "Moeder is bang dat het te snel gaat.".into())],
            instruments: vec![HeldBack {
                kind: InstrumentKind::TargetGroupRegister,
                on: None,
                deferred_until: Some(day(2027, 6, 1)),
                deferred_reason: String::new(),
                value: None,
                result: String::new(),
            }],
        }
    }
    fn reason(told: ReasonView) -> Option<ReasonView> {
        Some(told)
    }
    fn why(told: ReasonView) -> Option<ReasonView> {
        Some(told)
    }
    fn screen(board: Board<Self>) -> Screen {
        Screen::Private(Box::new(board))
    }
}

fn header() -> Header {
    Header {
        school: Some("De Brug".into()),
        meeting: Some((MeetingKind::ExitMeeting, day(2026, 6, 3))),
        phase: Phase::Open,
        block: Some((1, 2)),
        progress: PUPILS.iter().map(|pupil| pupil.2).collect(),
        at: Some(4),
        clock: Some(Clock {
            item_seconds: 110,
            item_minutes: 4,
            minutes_left: 48,
            expected_end: time(11, 4),
            minutes_late: 3,
        }),
        paused: false,
    }
}

fn queue<S: Sample>() -> Queue<S> {
    let row = |(index, (given, family, mark, lane)): (usize, &(&str, &str, QueueMark, Lane))| QueueRow {
        number: Some(index + 1),
        mark: *mark,
        name: S::name(given, family, index as u16 + 1),
        lane: Some(*lane),
        fixed_time: (index == 6).then(|| time(10, 30)),
        leaving: Some(day(2026, 7, 31)),
        why: if index % 3 == 0 {
            lists::why().into_iter().filter_map(S::why).collect()
        } else {
            Vec::new()
        },
    };
    Queue {
        rows: PUPILS.iter().enumerate().map(row).collect(),
        selected: Some(3),
        more_before: false,
        more_after: true,
    }
}

fn hint(keys: &str, intent: Intent) -> Hint {
    Hint {
        keys: keys.into(),
        intent,
        enabled: true,
    }
}

fn hints() -> Vec<Hint> {
    vec![
        hint("PgDn", Intent::Next),
        hint("F4", Intent::Contacts),
        hint("F9", Intent::Blank),
        hint("Esc", Intent::Escape),
        hint("/a", Intent::AddAction),
        hint("/b", Intent::AddDecision),
        Hint {
            enabled: false,
            ..hint("/p", Intent::WorkingNote)
        },
        hint("?", Intent::Help),
    ]
}

/// The meeting of the mock-up, while writing.
pub(super) fn board<S: Sample>() -> Board<S> {
    Board {
        header: header(),
        queue: queue(),
        card: Some(card()),
        point: None,
        agenda: agenda(),
        timeline: timeline(),
        overlay: None,
        hidden: LeftOut::default(),
        setup: None,
        notice: None,
        hints: hints(),
        focus: Pane::Pupil,
        zoom: false,
        mode: Mode::Write,
        pending: None,
        today: day(2026, 6, 3),
        window: None,
    }
}

pub(super) fn with<S: Sample>(change: impl FnOnce(&mut Board<S>)) -> Screen {
    let mut board = board();
    change(&mut board);
    S::screen(board)
}

fn over<S: Sample>(overlay: Overlay<S>) -> Screen {
    with(|board: &mut Board<S>| {
        board.overlay = Some(overlay);
        board.mode = Mode::Choose;
    })
}

/// Every sample, for either sight, with a name.
pub(super) fn all() -> Vec<(String, Screen)> {
    let named = |sight: &'static str| move |(name, screen): (&str, Screen)| (format!("{sight}_{name}"), screen);
    let shared = states::<Shared>()
        .into_iter()
        .chain(overlays::<Shared>())
        .map(named("shared"));
    let private = states::<Private>()
        .into_iter()
        .chain(overlays::<Private>())
        .map(named("private"));
    let rest = [
        ("blank".to_owned(), Screen::Blank(time(10, 12), None)),
        ("private_form".to_owned(), form()),
        ("private_employer".to_owned(), employer()),
        ("private_history".to_owned(), history()),
    ];
    let lists = listings().into_iter().map(named("private"));
    shared.chain(private).chain(rest).chain(lists).collect()
}
