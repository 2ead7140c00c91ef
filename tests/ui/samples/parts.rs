//! The card, the agenda and the timeline of the sample.

use dakpan::domain::Day;
use dakpan::domain::codes::*;
use dakpan::domain::roof::Span;
use dakpan::public::*;

use super::{Sample, day, els, initials, input, jan, lists};

pub(in crate::ui) fn overdue() -> ActionRow {
    ActionRow {
        owner: Some(jan()),
        text: "advies UWV opvragen".into(),
        due: Some(day(2026, 5, 29)),
        state: ActionState::Open,
        overdue: true,
    }
}

pub(in crate::ui) fn written() -> Vec<Written> {
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

/// A free point of the agenda, while writing.
pub(in crate::ui) fn point() -> PointView {
    PointView {
        kind: ItemKind::Free,
        title: "open dag in juni".into(),
        hint: None,
        question: "wie staat er op de kraam?".into(),
        asked_by: "school".into(),
        proposal: "samen met De Schakel".into(),
        written: written(),
        note: note(),
    }
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
            away: None,
            impossible: None,
        }),
        ..NoteView::default()
    }
}

pub(in crate::ui) fn card<S: Sample>() -> Card<S> {
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
        relapse: None,
        leaves_soon: true,
        next_gap: Some(august()),
        reasons: lists::why().into_iter().filter_map(S::reason).collect(),
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

pub(in crate::ui) fn presence() -> Vec<PresenceRow> {
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

pub(in crate::ui) fn agenda() -> Agenda {
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
        unconfirmed: false,
        presence: presence(),
        family: false,
        present: (3, 5),
        missing: vec![PartyKind::Uwv],
        contacts_hint: None,
    }
}

/// A tile of a party that may be shared.
fn tile<S: Sample>(
    (party, kind, label): (PartyKind, TileKind, &str),
    from: Day,
    until: Option<Day>,
    holds: bool,
) -> TileView<S> {
    let work = Work {
        kind,
        party,
        label: label.into(),
    };
    TileView {
        work: S::Of::of(work),
        from,
        until,
        holds,
        broken: false,
    }
}

fn hand<S: Sample>(kind: PartyKind, name: &str, holder: Option<(&str, &str)>) -> Hand<S> {
    let whose = Whose {
        kind,
        name: name.into(),
        initials: holder.map(|(given, family)| initials(given, family)),
        person: holder
            .map(|(given, family)| format!("{given} {family}"))
            .unwrap_or_default(),
    };
    S::Of::of(whose).map_or(Hand::Other, Hand::Known)
}

fn rows<S: Sample>() -> Vec<TimelineRow<S>> {
    use PartyKind::{CareProvider, Employer, Municipality, School};
    let july = Some(day(2026, 7, 31));
    let (school, stage) = ((School, TileKind::School, ""), (Employer, TileKind::Internship, ""));
    let placement = (Municipality, TileKind::Placement, "proefplaatsing");
    let guidance = (Municipality, TileKind::Guidance, "");
    let care = (CareProvider, TileKind::Care, "thuisbegeleiding");
    vec![
        TimelineRow {
            hand: hand(School, "De Brug", Some(("Els", "Vos"))),
            tiles: vec![tile(school, day(2022, 8, 22), july, true)],
        },
        TimelineRow {
            hand: hand(CareProvider, "Zorg Thuis", Some(("Joke", "Prins"))),
            tiles: vec![TileView {
                broken: true,
                ..tile(care, day(2025, 10, 1), Some(day(2026, 4, 10)), true)
            }],
        },
        TimelineRow {
            hand: hand(Employer, "asiel De Poot", None),
            tiles: vec![tile(stage, day(2026, 2, 2), july, false)],
        },
        TimelineRow {
            hand: hand(Municipality, "Dordrecht", Some(("Jan", "Boer"))),
            tiles: vec![
                tile(placement, day(2026, 9, 1), Some(day(2026, 12, 31)), true),
                tile(guidance, day(2027, 1, 1), None, true),
            ],
        },
    ]
}

fn instrument<S: Sample>(
    kind: InstrumentKind,
    row: Option<usize>,
    days: (Day, Day),
    begun: bool,
) -> Option<InstrumentView<S>> {
    Some(InstrumentView {
        kind: S::Of::of(kind)?,
        row,
        from: days.0,
        until: days.1,
        begun,
    })
}

/// August 2026, in which nobody holds.
pub(in crate::ui) fn august() -> Span {
    Span::new(day(2026, 8, 1), day(2026, 8, 31)).unwrap()
}

/// The roof of the mock-up: the school lets go in July, the municipality takes hold in September.
pub(in crate::ui) fn timeline<S: Sample>() -> Timeline<S> {
    let register = (day(2026, 1, 12), day(2027, 6, 1));
    let training = (day(2025, 11, 3), day(2026, 1, 30));
    let coach = (day(2026, 9, 1), day(2026, 9, 1));
    let instruments = [
        instrument(InstrumentKind::ExtraTraining, Some(0), training, true),
        instrument(InstrumentKind::MoneySkills, None, training, true),
        instrument(InstrumentKind::TargetGroupRegister, None, register, false),
        instrument(InstrumentKind::JobCoach, Some(3), coach, false),
    ];
    let review = S::Of::of(InstrumentKind::JobCoach).map(|kind| MarkView {
        kind: MarkKind::Review(kind),
        on: day(2026, 12, 1),
        standing: Standing::Ahead,
    });
    let term = S::Of::of(TermView {
        label: "Kansen inschatten".into(),
        text: "Schat beide kansen in.".into(),
        article: "praktijk Stroomopwaarts".into(),
        shared: true,
    });
    let term = term.map(|term| MarkView {
        kind: MarkKind::Term(term),
        on: day(2026, 7, 31),
        standing: Standing::Running,
    });
    let birthday = S::Of::of(TermView {
        label: "19 jaar".into(),
        text: "Een verjaardag.".into(),
        article: "art. 1".into(),
        shared: false,
    });
    let birthday = birthday.map(|term| MarkView {
        kind: MarkKind::Term(term),
        on: day(2026, 11, 19),
        standing: Standing::Ahead,
    });
    Timeline {
        rows: rows(),
        instruments: instruments.into_iter().flatten().collect(),
        marks: term.into_iter().chain(birthday).chain(review).collect(),
        held: HeldView {
            span: Span::new(day(2022, 8, 22), day(2028, 7, 31)),
            gaps: vec![august()],
            together: Span::new(day(2025, 10, 1), day(2026, 4, 10)).into_iter().collect(),
            cold: vec![day(2027, 1, 31)],
        },
        cursor: None,
        detail: None,
        from: day(2025, 9, 1),
        until: day(2027, 2, 28),
        scale: Scale::Quarter,
    }
}

/// The cursor on the gap, with what would fill it.
pub(in crate::ui) fn on_the_gap<S: Sample>(timeline: &mut Timeline<S>) {
    let jan = || hand(PartyKind::Municipality, "Dordrecht", Some(("Jan", "Boer")));
    timeline.cursor = Some(Cursor::Gap(0));
    timeline.detail = Some(Detail::Gap {
        span: august(),
        lets_go: hand(PartyKind::School, "De Brug", Some(("Els", "Vos"))),
        comes: jan(),
        offer: Offer::Tile(jan(), Span::new(day(2026, 7, 4), day(2026, 8, 31)).unwrap()),
    });
}

/// The cursor on the internship.
pub(in crate::ui) fn on_the_internship<S: Sample>(timeline: &mut Timeline<S>) {
    timeline.cursor = Some(Cursor::Tile(2, 0));
    timeline.detail = Some(Detail::Tile {
        hand: hand(PartyKind::Employer, "asiel De Poot", None),
        work: S::Of::of(Work {
            kind: TileKind::Internship,
            party: PartyKind::Employer,
            label: String::new(),
        }),
        from: day(2026, 2, 2),
        planned: Some(day(2026, 7, 31)),
        ended: None,
        contract: Some(ContractForm::Unpaid),
        no_guidance: None,
        holds: false,
        why: None,
    });
}
