//! Boards built by hand: the De Brug meeting of the mock-up, shared and private, and every overlay. All fictional.

use std::ops::Range;

use chrono::{DateTime, NaiveDate, NaiveTime};
use dakpan::app::screen::Screen;
use dakpan::app::sight::{FieldValue, FieldView, FormView, Private, PrivateCard, PrivateName};
use dakpan::domain::Day;
use dakpan::domain::codes::*;
use dakpan::domain::intent::Intent;
use dakpan::domain::meeting::Clock;
use dakpan::domain::name::{Initials, Name};
use dakpan::domain::writing::Owner;
use dakpan::public::*;
use dakpan::text::field::Field;
use dakpan::text::notice::{Notice, Problem, Refusal};

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
            objection_on: None,
            network: vec![(
                "Fatma Kaya".into(),
                "moeder".into(),
                "06-00 00 00 01".into(),
                Willing::Yes,
            )],
            working: vec![(day(2026, 5, 28), "Moeder is bang dat het te snel gaat.".into())],
            instruments: vec![(InstrumentKind::TargetGroupRegister, None, Some(day(2027, 6, 1)))],
        }
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
    };
    Queue {
        rows: PUPILS.iter().enumerate().map(row).collect(),
        selected: Some(3),
        more_before: false,
        more_after: true,
    }
}

fn overdue() -> ActionRow {
    ActionRow {
        owner: Some(jan()),
        text: "advies UWV opvragen".into(),
        due: Some(day(2026, 5, 29)),
        state: ActionState::Open,
        overdue: true,
    }
}

fn written() -> Vec<Written> {
    vec![
        Written::Decision("proefplaatsing 2 maanden, vanaf 1 september".into(), false),
        Written::Action(ActionRow {
            owner: Some(jan()),
            text: "UWV bellen".into(),
            due: Some(day(2026, 6, 12)),
            state: ActionState::Open,
            overdue: false,
        }),
    ]
}

fn note() -> NoteView {
    NoteView {
        input: input("School: stage dierenasiel gaat goed, 3 dagen p/w\n/a Els mailt asiel half juni"),
        working: false,
        preview: Some(Preview::Action {
            owner: Some(els()),
            choice: vec![],
            text: "mailt asiel".into(),
            due: Some(day(2026, 6, 15)),
        }),
    }
}

fn card<S: Sample>() -> Card<S> {
    Card {
        number: Some(4),
        title: S::title("Samira", "Kaya"),
        age: Some(18),
        school: SchoolKind::Pro,
        profile: ExitProfile::LabourMarket,
        leaving: Some(day(2026, 7, 31)),
        wish: "werken met dieren, dicht bij huis".into(),
        strengths: "geduldig, op tijd".into(),
        goal: Goal::RegularWork,
        question: "wie begeleidt de proefplaatsing?".into(),
        asked_by: "school".into(),
        proposal: "proefplaatsing bij het asiel, gemeente begeleidt".into(),
        placement: "dierenasiel De Poot".into(),
        route: Route::Municipality,
        chances: vec![
            (ChanceKind::FurtherEducation, ChanceLevel::Low),
            (ChanceKind::LastingWork, ChanceLevel::Medium),
        ],
        result: Some(PrimaryResult::InDiscussion),
        leaves_soon: true,
        open_actions: vec![overdue()],
        written: written(),
        note: note(),
        earlier: vec![
            (
                day(2026, 3, 4),
                "Stage bij het asiel gestart. Reist zelf met de bus, dat gaat goed.".into(),
            ),
            (
                day(2025, 12, 3),
                "Wil geen opleiding meer. Ouders steunen dat.\nSchool zoekt een stage met dieren.".into(),
            ),
        ],
        extra: S::extra(),
    }
}

fn part(kind: ItemKind, state: ItemState, planned: u32, spent: u32) -> AgendaRow {
    AgendaRow {
        kind,
        title: String::new(),
        state,
        planned,
        spent,
    }
}

fn person(name: &str, role: PartyKind, party: &str, state: Presence, mandate: bool) -> PresenceRow {
    PresenceRow {
        name: name.into(),
        role,
        party: party.into(),
        state,
        mandate,
    }
}

pub(super) fn presence() -> Vec<PresenceRow> {
    vec![
        person("Els Vos", PartyKind::School, "De Brug", Presence::Present, true),
        person(
            "Jan de Boer",
            PartyKind::Municipality,
            "Sociale Dienst",
            Presence::Present,
            true,
        ),
        person(
            "Ria Kok",
            PartyKind::Municipality,
            "Sociale Dienst",
            Presence::Present,
            false,
        ),
        person("Karin Smit", PartyKind::Uwv, "UWV", Presence::Excused, true),
        person(
            "Ömer Yıldız",
            PartyKind::YouthDesk,
            "Jongerenloket",
            Presence::Unknown,
            false,
        ),
    ]
}

fn agenda() -> Agenda {
    Agenda {
        parts: vec![
            part(ItemKind::Opening, ItemState::Discussed, 5, 4),
            part(ItemKind::OldActions, ItemState::Discussed, 10, 11),
            part(ItemKind::Pupil, ItemState::Open, 60, 19),
            part(ItemKind::Aftercare, ItemState::Open, 5, 0),
            part(ItemKind::ReadBack, ItemState::Open, 8, 0),
        ],
        current: Some(2),
        selected: Some(2),
        presence: presence(),
        present: (3, 5),
        missing: vec![PartyKind::Uwv],
        contacts_hint: None,
    }
}

fn tile(kind: TileKind, label: &str, from: Day, until: Option<Day>, holds: bool) -> TileView {
    TileView {
        kind,
        label: label.into(),
        from,
        until,
        holds,
        broken: false,
    }
}

fn timeline() -> Timeline {
    let row = |party, name: &str, holder: Option<(&str, &str)>, tiles| TimelineRow {
        party,
        name: name.into(),
        holder: holder.map(|(given, family)| initials(given, family)),
        tiles,
    };
    Timeline {
        rows: vec![
            row(
                Some(PartyKind::School),
                "De Brug",
                Some(("Els", "Vos")),
                vec![tile(
                    TileKind::School,
                    "",
                    day(2022, 8, 22),
                    Some(day(2026, 7, 31)),
                    true,
                )],
            ),
            row(
                Some(PartyKind::Employer),
                "asiel De Poot",
                None,
                vec![tile(
                    TileKind::Internship,
                    "",
                    day(2026, 2, 2),
                    Some(day(2026, 7, 31)),
                    false,
                )],
            ),
            row(
                Some(PartyKind::Municipality),
                "Dordrecht",
                Some(("Jan", "Boer")),
                vec![
                    tile(
                        TileKind::Placement,
                        "proefplaatsing",
                        day(2026, 9, 1),
                        Some(day(2026, 12, 31)),
                        false,
                    ),
                    tile(TileKind::Guidance, "", day(2027, 1, 1), None, true),
                ],
            ),
            row(
                None,
                "",
                None,
                vec![TileView {
                    broken: true,
                    ..tile(TileKind::Guidance, "", day(2025, 10, 1), Some(day(2026, 4, 10)), true)
                }],
            ),
        ],
        from: day(2025, 9, 1),
        until: day(2027, 2, 28),
        scale: Scale::Quarter,
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
        agenda: agenda(),
        timeline: timeline(),
        overlay: None,
        notice: None,
        hints: hints(),
        focus: Pane::Pupil,
        zoom: false,
        mode: Mode::Write,
        pending: None,
        today: day(2026, 6, 3),
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

fn old_actions<S: Sample>() -> Overlay<S> {
    Overlay::OldActions {
        rows: vec![
            OldActionRow {
                pupil: Some(S::name("Samira", "Kaya", 4)),
                action: overdue(),
            },
            OldActionRow {
                pupil: Some(S::name("Noor", "Jansen", 8)),
                action: ActionRow {
                    owner: None,
                    text: "plek op het mbo navragen".into(),
                    due: None,
                    state: ActionState::Open,
                    overdue: false,
                },
            },
            OldActionRow {
                pupil: None,
                action: ActionRow {
                    owner: Some(els()),
                    text: "lijst voor september sturen".into(),
                    due: Some(day(2027, 1, 11)),
                    state: ActionState::NotPossible,
                    overdue: false,
                },
            },
        ],
        selected: 1,
    }
}

fn read_back<S: Sample>(confirmed: bool) -> Overlay<S> {
    Overlay::ReadBack {
        rows: vec![
            ReadBackRow {
                pupil: Some(S::name("Daan", "Bakker", 1)),
                written: vec![],
                nothing: true,
            },
            ReadBackRow {
                pupil: Some(S::name("Samira", "Kaya", 4)),
                written: written(),
                nothing: false,
            },
            ReadBackRow {
                pupil: None,
                written: vec![
                    Written::Decision("de regio vraagt een jobcoach voor PrO".into(), true),
                    Written::Action(ActionRow {
                        owner: None,
                        text: "werknemersvaardigheden in de les".into(),
                        due: None,
                        state: ActionState::Open,
                        overdue: false,
                    }),
                ],
                nothing: false,
            },
        ],
        top: 0,
        confirmed: confirmed.then(|| DateTime::parse_from_rfc3339("2026-06-03T10:55:00+02:00").unwrap()),
    }
}

fn contacts<S: Sample>(query: &str, others: &[&str], known: bool) -> Overlay<S> {
    Overlay::Contacts {
        query: input(query),
        school: Some(ContactsView {
            school: "De Brug".into(),
            kind: SchoolKind::Pro,
            place: "Dordrecht".into(),
            fixed: if known {
                vec![
                    (
                        1,
                        "Jan de Boer".into(),
                        "078-000 00 01".into(),
                        "j.deboer@voorbeeld.nl".into(),
                    ),
                    (2, "Ria Kok".into(), "078-000 00 02".into(), "r.kok@voorbeeld.nl".into()),
                ]
            } else {
                vec![]
            },
            coordinator: Some(("Els Vos".into(), String::new())),
            uwv: Some(("Karin Smit".into(), String::new())),
        }),
        others: others.iter().map(ToString::to_string).collect(),
    }
}

fn find<S: Sample>(purpose: FindPurpose, text: &str, rows: Vec<FindRow<S>>) -> Overlay<S> {
    Overlay::Find {
        purpose,
        query: input(text),
        rows,
        selected: 1,
    }
}

fn found<S: Sample>() -> Vec<FindRow<S>> {
    vec![
        FindRow::Pupil(S::name("Samira", "Kaya", 4)),
        FindRow::School("De Brug".into(), "Dordrecht".into()),
        FindRow::Person("Jan de Boer".into(), "Sociale Dienst".into(), "078-000 00 01".into()),
        FindRow::Note(
            S::name("Samira", "Kaya", 4),
            day(2026, 3, 4),
            "Stage bij het asiel gestart".into(),
        ),
    ]
}

fn palette_rows() -> Vec<(Hint, Option<Refusal>)> {
    vec![
        (hint("o", Intent::OldActions), None),
        (
            Hint {
                enabled: false,
                ..hint("h h", Intent::Agree)
            },
            Some(Refusal::NoProposal),
        ),
        (hint("", Intent::NewPupil), None),
    ]
}

/// Every overlay that a shared board can hold, for either sight.
pub(super) fn overlays<S: Sample>() -> Vec<(&'static str, Screen)> {
    let attendance = |required| Overlay::Attendance {
        school: "De Brug".into(),
        rows: presence(),
        selected: 4,
        missing: vec![PartyKind::Uwv],
        required,
    };
    let agreed = vec![
        (
            S::name("Lisa", "Willems", 3),
            "door naar Entree, school begeleidt".to_owned(),
        ),
        (S::name("Łukasz", "Nowak", 9), String::new()),
    ];
    let help = Overlay::Help {
        query: input(""),
        rows: hints(),
        top: 0,
    };
    vec![
        ("help", over::<S>(help)),
        (
            "palette",
            over::<S>(Overlay::Palette {
                query: input("ha"),
                rows: palette_rows(),
                selected: 1,
            }),
        ),
        ("find", over::<S>(find(FindPurpose::Go, "sa", found()))),
        ("find_nothing", over::<S>(find(FindPurpose::AddToAgenda, "zzz", vec![]))),
        ("contacts", over::<S>(contacts("", &[], true))),
        (
            "contacts_other",
            over::<S>(contacts("sch", &["De Schakel", "De Haven"], false)),
        ),
        ("attendance", over::<S>(attendance(false))),
        ("attendance_required", over::<S>(attendance(true))),
        ("old_actions", over::<S>(old_actions())),
        ("read_back", over::<S>(read_back(false))),
        ("read_back_confirmed", over::<S>(read_back(true))),
        ("agree_all", over::<S>(Overlay::AgreeAll { rows: agreed })),
        (
            "prompt",
            over::<S>(Overlay::Prompt {
                purpose: Intent::CorrectTimes,
                input: selected("25:00", 0..2),
                refusal: Some(Refusal::NoTime),
            }),
        ),
    ]
}

fn field(field: Field, value: FieldValue) -> FieldView {
    FieldView {
        field,
        value,
        refusal: None,
        read_as: String::new(),
    }
}

/// A form, which only the private state can hold.
pub(super) fn form() -> Screen {
    let text = |text: &str| FieldValue::Text(input(text));
    let fields = vec![
        field(Field::Given, text("Samira")),
        field(Field::Family, text("Kaya")),
        FieldView {
            read_as: "do 19 nov 2007".into(),
            ..field(Field::Birth, text("19-11-2007"))
        },
        FieldView {
            refusal: Some(Refusal::NoDay),
            ..field(Field::Leaving, text("ooit"))
        },
        field(Field::Goal, FieldValue::Choice("regulier werk".into())),
        field(
            Field::Wish,
            text("werken met dieren, dicht bij huis, en liefst elke dag buiten als het kan"),
        ),
    ];
    over::<Private>(Overlay::Private(FormView {
        purpose: Intent::EditPupil,
        fields,
        focus: 3,
        changed: true,
    }))
}

/// The states of the main screen, for either sight.
pub(super) fn states<S: Sample>() -> Vec<(&'static str, Screen)> {
    vec![
        ("writing", with::<S>(|_| {})),
        (
            "queue",
            with::<S>(|board| (board.focus, board.mode) = (Pane::Queue, Mode::Choose)),
        ),
        (
            "agenda",
            with::<S>(|board| (board.focus, board.mode) = (Pane::Agenda, Mode::Choose)),
        ),
        (
            "timeline",
            with::<S>(|board| (board.focus, board.mode) = (Pane::Timeline, Mode::Choose)),
        ),
        ("zoomed", with::<S>(|board| board.zoom = true)),
        (
            "timeline_zoomed",
            with::<S>(|board| (board.focus, board.zoom) = (Pane::Timeline, true)),
        ),
        (
            "timeline_years",
            with::<S>(|board| {
                board.focus = Pane::Timeline;
                board.timeline.scale = Scale::Year;
                (board.timeline.from, board.timeline.until) = (day(2024, 1, 1), day(2028, 12, 31));
            }),
        ),
        (
            "timeline_months",
            with::<S>(|board| {
                board.timeline.scale = Scale::Month;
                (board.timeline.from, board.timeline.until) = (day(2026, 4, 1), day(2026, 9, 30));
            }),
        ),
        (
            "refused",
            with::<S>(|board| {
                board.mode = Mode::Choose;
                board.notice = Some(Notice::Refused(Intent::Agree, Refusal::NoProposal));
            }),
        ),
        (
            "done",
            with::<S>(|board| board.notice = Some(Notice::Undone(Intent::AddDecision, time(10, 4)))),
        ),
        (
            "problem",
            with::<S>(|board| board.notice = Some(Notice::Problem(Problem::Newer(7, 3)))),
        ),
        (
            "pending",
            with::<S>(|board| {
                board.mode = Mode::Choose;
                board.pending = Some(pending());
            }),
        ),
        (
            "two_match",
            with::<S>(|board| {
                if let Some(card) = &mut board.card {
                    card.note.preview = Some(Preview::Action {
                        owner: None,
                        choice: vec![jan(), owner(9, "Jan Smit", PartyKind::Uwv)],
                        text: "belt ouders".into(),
                        due: None,
                    });
                }
            }),
        ),
        (
            "selection",
            with::<S>(|board| {
                if let Some(card) = &mut board.card {
                    card.note.input = selected("School: stage gaat goed\nreist zelf", 8..30);
                    card.note.preview = None;
                }
            }),
        ),
        ("empty", with::<S>(empty)),
        ("hostile", with::<S>(hostile)),
    ]
}

fn pending() -> Pending {
    let letters = ["b", "l", "p", "i", "d", "o", "w", "v", "g"];
    let options = letters.iter().zip(PrimaryResult::ALL);
    Pending {
        keys: "u".into(),
        intent: Intent::Result,
        options: options
            .map(|(key, result)| (key.to_string(), Choice::Result(*result)))
            .collect(),
    }
}

/// A fresh file: nothing planned, nobody known.
fn empty<S: Sample>(board: &mut Board<S>) {
    board.header = Header {
        school: None,
        meeting: None,
        phase: Phase::None,
        block: None,
        progress: vec![],
        at: None,
        clock: None,
        paused: false,
    };
    board.queue = Queue {
        rows: vec![],
        selected: None,
        more_before: false,
        more_after: false,
    };
    (board.card, board.agenda, board.timeline) = (None, Agenda::default(), Timeline::default());
    (board.focus, board.mode) = (Pane::Queue, Mode::Choose);
}

/// Outside text of the worst kind, everywhere.
fn hostile<S: Sample>(board: &mut Board<S>) {
    let bad = "\u{1b}[2J\u{202e}gnol\u{7}\t漢字字字字字字字字字字字字e\u{301}👨‍👩‍👧‍👦🏴󠁧󠁢\u{feff}\u{0}".repeat(8);
    board.header.school = Some(bad.clone());
    for row in &mut board.queue.rows {
        row.name = S::name(&bad, &bad, 1);
        row.number = Some(1234);
    }
    for part in &mut board.agenda.parts {
        (part.kind, part.title) = (ItemKind::Free, bad.clone());
        (part.planned, part.spent) = (u32::MAX, u32::MAX);
    }
    for person in &mut board.agenda.presence {
        person.name = bad.clone();
    }
    for row in &mut board.timeline.rows {
        row.name = bad.clone();
        for tile in &mut row.tiles {
            tile.label = bad.clone();
            (tile.from, tile.until) = (Day::MIN, Some(Day::MAX));
        }
    }
    if let Some(card) = &mut board.card {
        (card.wish, card.question, card.proposal, card.placement) =
            (bad.clone(), bad.clone(), bad.clone(), bad.clone());
        card.note.input = selected(&bad, 3..200);
        card.earlier = vec![(day(2026, 1, 1), bad.clone())];
        card.note.input.cursor = Some(usize::MAX);
        for action in &mut card.open_actions {
            (action.text, action.due) = (bad.clone(), Some(Day::MAX));
        }
    }
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
        ("blank".to_owned(), Screen::Blank(time(10, 12))),
        ("private_form".to_owned(), form()),
    ];
    shared.chain(private).chain(rest).collect()
}
