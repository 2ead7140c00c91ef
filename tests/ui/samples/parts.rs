//! The card, the agenda and the timeline of the sample.

use dakpan::domain::Day;
use dakpan::domain::codes::*;
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
        }),
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
        leaves_soon: true,
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

pub(in crate::ui) fn timeline() -> Timeline {
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
