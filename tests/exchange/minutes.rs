//! Documents of a meeting that never was: what they say in both languages, and how other programs read them.

pub mod docx;
pub mod pdf;
mod words;

use chrono::NaiveTime;
use dakpan::domain::codes::{
    ActionState, ChanceKind, ChanceLevel, ItemState, Lane, MeetingKind, PartyKind, Presence, PrimaryResult, Route,
    SchoolKind,
};
use dakpan::domain::name::Name;
use dakpan::domain::papers::Correction;
use dakpan::domain::roof::Span;
use dakpan::domain::{Day, Moment};
use dakpan::exchange::minutes::Document;
use dakpan::exchange::minutes::content::{Reader, actions, agenda, minutes, young_person};
use dakpan::exchange::minutes::input::*;
use dakpan::text::{Catalog, Lang};

pub fn day(text: &str) -> Day {
    text.parse().unwrap()
}

pub fn time(text: &str) -> NaiveTime {
    NaiveTime::parse_from_str(text, "%H:%M").unwrap()
}

pub fn made(whom: &str) -> MadeFor {
    MadeFor {
        whom: whom.into(),
        at: Moment::parse_from_rfc3339("2026-06-03T11:04:00+02:00").unwrap(),
    }
}

pub fn initials(given: &str, family: &str) -> Called {
    let name = Name {
        given: given.into(),
        infix: String::new(),
        family: family.into(),
    };
    Called::Initials(name.initials())
}

pub fn action(id: i64, owner: Option<(&str, PartyKind)>, text: &str, due: Option<&str>) -> ActionPaper {
    ActionPaper {
        id,
        owner: owner.map(|(name, role)| OwnerPaper {
            name: name.into(),
            role,
        }),
        text: text.into(),
        due: due.map(day),
        state: ActionState::Open,
    }
}

fn decision(text: &str, provisional: bool) -> DecisionPaper {
    DecisionPaper {
        text: text.into(),
        provisional,
    }
}

pub fn item(subject: Subject, state: ItemState) -> ItemPaper {
    ItemPaper {
        subject,
        lane: Lane::Discuss,
        minutes: 5,
        fixed_time: None,
        state,
        question: String::new(),
        asked_by: String::new(),
        proposal: String::new(),
        note: None,
        recorded: RecordedPaper::default(),
        decisions: Vec::new(),
        actions: Vec::new(),
    }
}

fn recorded() -> RecordedPaper {
    let held = |whose: Option<(PartyKind, &str, &str)>, from, until: Option<&str>| HeldPaper {
        whose: whose.map(|(kind, party, person)| (kind, party.to_owned(), person.to_owned())),
        from: day(from),
        until: until.map(day),
    };
    let jan = Some((PartyKind::Municipality, "Sociale Dienst", "Jan de Boer"));
    RecordedPaper {
        held: vec![
            held(jan, "2026-07-04", Some("2028-07-31")),
            held(None, "2026-07-04", None),
        ],
        gaps: vec![Span {
            from: day("2028-08-01"),
            until: day("2028-08-31"),
        }],
        result: Some(PrimaryResult::PaidWork),
        route: Some(Route::Municipality),
        chances: vec![
            (ChanceKind::FurtherEducation, ChanceLevel::High),
            (ChanceKind::LastingWork, ChanceLevel::Low),
        ],
    }
}

fn samira() -> ItemPaper {
    ItemPaper {
        fixed_time: Some(time("10:30")),
        question: "Wie begeleidt de proefplaatsing?".into(),
        asked_by: "Els Vos".into(),
        proposal: "proefplaatsing van 2 maanden".into(),
        note: Some("School: stage gaat goed, 3 dagen p/w.\n\nS.K. wil *graag* [door] | 1. met dieren".into()),
        recorded: recorded(),
        decisions: vec![
            decision("Proefplaatsing 2 maanden, vanaf 1 september", false),
            decision("Jobcoach van de gemeente", true),
        ],
        actions: vec![
            action(
                11,
                Some(("Jan de Boer", PartyKind::Municipality)),
                "UWV bellen",
                Some("2026-06-12"),
            ),
            action(
                12,
                Some(("Els Vos", PartyKind::School)),
                "mailt het asiel",
                Some("2026-06-15"),
            ),
            action(13, None, "uitzoeken wie het vervoer betaalt", None),
        ],
        ..item(Subject::Pupil(initials("Samira", "Kaya")), ItemState::Discussed)
    }
}

pub fn paper() -> MeetingPaper {
    let seat = |name: &str, party: &str, presence, mandate| Seat {
        name: name.into(),
        party: party.into(),
        presence,
        mandate,
    };
    let agreed = ItemPaper {
        lane: Lane::Agreed,
        proposal: "loonwaardemeting op de stageplek".into(),
        decisions: vec![decision("loonwaardemeting op de stageplek", false)],
        ..item(Subject::Pupil(initials("Mehmet", "Öztürk")), ItemState::Agreed)
    };
    MeetingPaper {
        kind: MeetingKind::ExitMeeting,
        day: day("2026-06-03"),
        starts: time("09:30"),
        ends: time("11:00"),
        place: "De Brug, lokaal 12".into(),
        agreement: "Convenant 2025-03".into(),
        agreement_until: Some(day("2026-12-31")),
        closed: true,
        next_day: Some(day("2026-09-09")),
        corrections: vec![Correction {
            on: day("2026-06-10"),
            reason: "datum van de proefplaatsing was verkeerd".into(),
        }],
        tables: vec![TablePaper {
            school: "De Brug".into(),
            school_kind: SchoolKind::Pro,
            seats: vec![
                seat("Els Vos", "De Brug", Presence::Present, true),
                seat("Jan de Boer", "Sociale Dienst", Presence::Present, true),
                seat("Karin Smit", "UWV", Presence::Excused, true),
                seat("Bas Tak", "Jongerenloket", Presence::Absent, false),
            ],
            items: vec![
                samira(),
                agreed,
                item(Subject::Pupil(Called::Case(7)), ItemState::Discussed),
                item(Subject::Pupil(initials("Tess", "Velde")), ItemState::Carried),
                ItemPaper {
                    actions: vec![action(14, Some(("Els Vos", PartyKind::School)), "rooster sturen", None)],
                    ..item(Subject::Point("Stageplekken in de zomer".into()), ItemState::Discussed)
                },
            ],
        }],
    }
}

pub fn young() -> YoungPaper {
    let helper = |name: &str, party: &str, phone: &str, from: &str, until: Option<&str>| Helper {
        name: name.into(),
        party: party.into(),
        phone: phone.into(),
        from: Some(day(from)),
        until: until.map(day),
    };
    YoungPaper {
        called: initials("Samira", "Kaya"),
        day: day("2026-06-03"),
        decisions: samira().decisions,
        actions: samira().actions,
        helpers: vec![helper(
            "Els Vos",
            "De Brug",
            "078-000 00 03",
            "2024-08-01",
            Some("2026-07-31"),
        )],
        later: vec![helper(
            "Jan de Boer",
            "Sociale Dienst",
            "078-000 00 01",
            "2026-08-01",
            None,
        )],
        next_day: Some(day("2026-09-09")),
        questions: Some(helper("Els Vos", "De Brug", "078-000 00 03", "2024-08-01", None)),
    }
}

pub fn owner_actions() -> OwnerActions {
    let one = |action, called| OwnerAction {
        action,
        called,
        school: "De Brug".into(),
    };
    let jan = Some(("Jan de Boer", PartyKind::Municipality));
    OwnerActions {
        owner: OwnerPaper {
            name: "Jan de Boer".into(),
            role: PartyKind::Municipality,
        },
        today: day("2026-06-03"),
        actions: vec![
            one(
                action(9, jan, "UWV-advies opvragen", Some("2026-05-29")),
                Some(initials("Samira", "Kaya")),
            ),
            one(action(11, jan, "UWV bellen", Some("2026-06-12")), Some(Called::Case(7))),
            one(action(15, jan, "vervoer regelen", None), None),
        ],
    }
}

/// Every document, in one language.
pub fn all(lang: Lang) -> Vec<(&'static str, Document)> {
    let catalog = Catalog::of(lang);
    let mut early = paper();
    early.closed = false;
    early.corrections.clear();
    let mut of_party = paper();
    of_party.tables[0].items.truncate(1);
    of_party.tables[0].items[0].actions.truncate(1);
    vec![
        ("minutes", minutes(&paper(), Reader::Table, &made("de tafel"), catalog)),
        (
            "party",
            minutes(
                &of_party,
                Reader::Party("Sociale Dienst"),
                &made("Sociale Dienst"),
                catalog,
            ),
        ),
        ("agenda", agenda(&early, &made("de genodigden"), catalog)),
        ("young", young_person(&young(), &made("S.K."), catalog)),
        ("actions", actions(&owner_actions(), &made("Jan de Boer"), catalog)),
    ]
}
