//! Every overlay.

use chrono::DateTime;
use dakpan::app::screen::Screen;
use dakpan::app::sight::{FieldValue, FieldView, FormView, Private, PrivateOverlay};
use dakpan::domain::codes::*;
use dakpan::domain::intent::Intent;
use dakpan::domain::term::{TermKind, TermStanding};
use dakpan::public::*;
use dakpan::text::field::Field;
use dakpan::text::notice::Refusal;

use super::parts::{overdue, presence, written};
use super::{Sample, day, els, hint, hints, input, over, selected};

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

fn meetings<S: Sample>() -> Overlay<S> {
    let row = |day, phase, schools: &[&str], on_table| MeetingRow {
        kind: MeetingKind::ExitMeeting,
        day,
        phase,
        schools: schools.iter().map(|name| (*name).into()).collect(),
        on_table,
    };
    Overlay::Meetings {
        rows: vec![
            row(day(2026, 9, 2), Phase::Planned, &["De Brug"], false),
            row(day(2026, 6, 3), Phase::Open, &["De Brug", "De Schakel"], true),
            row(
                day(2026, 3, 4),
                Phase::Closed,
                &["De Brug", "De Schakel", "De Haven"],
                false,
            ),
        ],
        selected: 2,
    }
}

fn terms<S: Sample>() -> Overlay<S> {
    let term = |on, kind, standing, label: &str| TermRow {
        kind,
        on,
        expected: kind == TermKind::Deadline,
        standing,
        label: label.into(),
        text: "Schat in het laatste schooljaar beide kansen in: op een vervolgopleiding en op duurzaam werk.".into(),
        article: "WEC art. 44, lid 4".into(),
        address: Some("https://wetten.overheid.nl/BWBR0003549".into()),
        read: day(2026, 11, 22),
        aside: None,
    };
    Overlay::Terms {
        rows: vec![
            term(
                day(2026, 5, 31),
                TermKind::Deadline,
                TermStanding::Late,
                "Kansen inschatten",
            ),
            term(
                day(2026, 10, 31),
                TermKind::End,
                TermStanding::Running,
                "Einde proefplaatsing van 2 maanden",
            ),
            term(
                day(2027, 7, 31),
                TermKind::Start,
                TermStanding::Ahead,
                "Nieuw aanbod loopbaanbegeleiding",
            ),
            term(
                day(2026, 3, 12),
                TermKind::Change,
                TermStanding::NotApplicable,
                "Participatieplek beoordelen",
            ),
            term(
                day(2026, 1, 31),
                TermKind::Start,
                TermStanding::Met(day(2026, 3, 4)),
                "Eerste gesprek aan tafel",
            ),
        ],
        selected: 0,
    }
}

fn read_back<S: Sample>(confirmed: bool) -> Overlay<S> {
    Overlay::ReadBack {
        rows: vec![
            ReadBackRow {
                pupil: Some(S::name("Daan", "Bakker", 1)),
                part: (ItemKind::Pupil, String::new()),
                written: vec![],
                nothing: true,
                held: vec![],
                also: ReadBackAlso::default(),
            },
            ReadBackRow {
                pupil: Some(S::name("Samira", "Kaya", 4)),
                part: (ItemKind::Pupil, String::new()),
                written: written(),
                nothing: false,
                held: vec![],
                also: ReadBackAlso::default(),
            },
            ReadBackRow {
                pupil: None,
                part: (ItemKind::Free, "begeleiding in de regio".into()),
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
                held: vec![],
                also: ReadBackAlso::default(),
            },
        ],
        selected: 0,
        confirmed: confirmed.then(|| Confirmed {
            at: DateTime::parse_from_rfc3339("2026-06-03T10:55:00+02:00").unwrap(),
            stands: true,
        }),
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
pub(in crate::ui) fn overlays<S: Sample>() -> Vec<(&'static str, Screen)> {
    let attendance = |required| Overlay::Attendance {
        school: "De Brug".into(),
        rows: presence(),
        family: false,
        selected: 4,
        missing: vec![PartyKind::Uwv],
        required,
        asked: false,
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
        ("terms", over::<S>(terms())),
        ("read_back", over::<S>(read_back(false))),
        ("read_back_confirmed", over::<S>(read_back(true))),
        ("agree_all", over::<S>(Overlay::AgreeAll { rows: agreed })),
        (
            "prompt",
            over::<S>(Overlay::Prompt {
                preview: None,
                about: None,
                purpose: Intent::CorrectTimes,
                input: selected("25:00", 0..2),
                refusal: Some(Refusal::NoTime),
            }),
        ),
        ("meetings", over(meetings::<S>())),
    ]
}

fn field(field: Field, value: FieldValue) -> FieldView {
    FieldView {
        field,
        value,
        options: Vec::new(),
        refusal: None,
        read_as: String::new(),
    }
}

/// A form, which only the private state can hold.
pub(in crate::ui) fn form() -> Screen {
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
    over::<Private>(Overlay::Private(PrivateOverlay::Form(FormView {
        about: None,
        purpose: Intent::EditPupil,
        fields,
        focus: 3,
        changed: true,
        read_back: None,
    })))
}
