//! The words of the table for every value of the code lists.

use crate::domain::codes::{
    ActionState, ChanceKind, ChanceLevel, ContractForm, ExitProfile, Goal, InstrumentKind, ItemKind, ItemState, Lane,
    LessonState, MeetingKind, NoteKind, PartyKind, Presence, PrimaryResult, Route, SchoolKind, TileKind, Willing,
};
use crate::text::Codes;

/// By what each kind of party is called at a table, folded.
pub(in crate::text) const ROLES: &[(PartyKind, &str)] = &[
    (PartyKind::School, "school"),
    (PartyKind::School, "stagecoordinator"),
    (PartyKind::School, "coordinator"),
    (PartyKind::School, "stagebegeleider"),
    (PartyKind::School, "mentor"),
    (PartyKind::School, "docent"),
    (PartyKind::School, "leerkracht"),
    (PartyKind::Municipality, "gemeente"),
    (PartyKind::Municipality, "gem"),
    (PartyKind::Municipality, "gem."),
    (PartyKind::Municipality, "sociale dienst"),
    (PartyKind::Municipality, "soza"),
    (PartyKind::Municipality, "sd"),
    (PartyKind::Municipality, "klantmanager"),
    (PartyKind::Municipality, "consulent"),
    (PartyKind::ParticipationCompany, "participatiebedrijf"),
    (PartyKind::ParticipationCompany, "werkbedrijf"),
    (PartyKind::ParticipationCompany, "sw-bedrijf"),
    (PartyKind::YouthDesk, "jongerenloket"),
    (PartyKind::YouthDesk, "jongerenpunt"),
    (PartyKind::YouthDesk, "jongerensteunpunt"),
    (PartyKind::YouthDesk, "steunpunt"),
    (PartyKind::YouthDesk, "loket"),
    (PartyKind::TransferPoint, "doorstroompunt"),
    (PartyKind::TransferPoint, "rmc"),
    (PartyKind::Uwv, "uwv"),
    (PartyKind::VocationalCollege, "mbo"),
    (PartyKind::VocationalCollege, "roc"),
    (PartyKind::VocationalCollege, "opleiding"),
    (PartyKind::CareProvider, "zorg"),
    (PartyKind::CareProvider, "zorgaanbieder"),
    (PartyKind::CareProvider, "hulpverlener"),
    (PartyKind::Employer, "werkgever"),
    (PartyKind::Employer, "bedrijf"),
];

pub(in crate::text) const CODES: Codes = Codes {
    school_kind,
    party,
    party_short,
    profile,
    goal,
    route,
    chance,
    level,
    result,
    meeting,
    lane,
    item,
    item_state,
    presence,
    action_state,
    note,
    tile,
    contract,
    instrument,
    willing,
    lesson,
    own: None,
};

fn school_kind(kind: SchoolKind) -> &'static str {
    match kind {
        SchoolKind::Vso => "VSO",
        SchoolKind::Pro => "PrO",
        SchoolKind::Entree => "Entree",
    }
}

fn party(kind: PartyKind) -> &'static str {
    match kind {
        PartyKind::School => "school",
        PartyKind::Municipality => "gemeente",
        PartyKind::ParticipationCompany => "participatiebedrijf",
        PartyKind::YouthDesk => "jongerenloket",
        PartyKind::TransferPoint => "doorstroompunt",
        PartyKind::Uwv => "UWV",
        PartyKind::VocationalCollege => "mbo",
        PartyKind::CareProvider => "zorgaanbieder",
        PartyKind::Employer => "werkgever",
    }
}

fn party_short(kind: PartyKind) -> &'static str {
    match kind {
        PartyKind::School => "school",
        PartyKind::Municipality => "gem.",
        PartyKind::ParticipationCompany => "part.bedr.",
        PartyKind::YouthDesk => "jong.loket",
        PartyKind::TransferPoint => "doorstr.p.",
        PartyKind::Uwv => "UWV",
        PartyKind::VocationalCollege => "mbo",
        PartyKind::CareProvider => "zorg",
        PartyKind::Employer => "werkgever",
    }
}

fn profile(profile: ExitProfile) -> &'static str {
    match profile {
        ExitProfile::FurtherEducation => "vervolgonderwijs",
        ExitProfile::LabourMarket => "arbeid",
        ExitProfile::DayActivity => "dagbesteding",
        ExitProfile::Unknown => "richting onbekend",
    }
}

fn goal(goal: Goal) -> &'static str {
    match goal {
        Goal::RegularWork => "regulier werk",
        Goal::ShelteredWork => "beschut werk",
        Goal::FurtherEducation => "vervolgonderwijs",
        Goal::DayActivity => "dagbesteding",
        Goal::Unknown => "nog niet bekend",
    }
}

fn route(route: Route) -> &'static str {
    match route {
        Route::Uwv => "UWV",
        Route::Municipality => "gemeente",
        Route::School => "school zelf",
        Route::FurtherEducation => "vervolgonderwijs",
        Route::Undecided => "nog niet bepaald",
    }
}

fn chance(kind: ChanceKind) -> &'static str {
    match kind {
        ChanceKind::FurtherEducation => "opleiding",
        ChanceKind::LastingWork => "werk",
    }
}

fn level(level: ChanceLevel) -> &'static str {
    match level {
        ChanceLevel::Low => "laag",
        ChanceLevel::Medium => "gemiddeld",
        ChanceLevel::High => "hoog",
    }
}

fn result(result: PrimaryResult) -> &'static str {
    match result {
        PrimaryResult::PaidWork => "betaald werk",
        PrimaryResult::WageValueAssessment => "loonwaardemeting",
        PrimaryResult::ParticipationPlacement => "participatieplek",
        PrimaryResult::OtherInstrument => "ander instrument",
        PrimaryResult::DayActivity => "dagbesteding",
        PrimaryResult::WorkDutyExemption => "ontheffing",
        PrimaryResult::ShelteredWork => "beschut werk",
        PrimaryResult::FurtherEducation => "vervolgopleiding",
        PrimaryResult::InDiscussion => "nog in gesprek",
    }
}

fn meeting(kind: MeetingKind) -> &'static str {
    match kind {
        MeetingKind::ExitMeeting => "uitstroomoverleg",
        MeetingKind::TransferTable => "doorstroomtafel",
    }
}

fn lane(lane: Lane) -> &'static str {
    match lane {
        Lane::Agreed => "hamerstuk",
        Lane::Discuss => "bespreken",
        Lane::Complex => "complex",
    }
}

fn item(kind: ItemKind) -> &'static str {
    match kind {
        ItemKind::Opening => "Opening",
        ItemKind::OldActions => "Oude acties",
        ItemKind::Pupil => "Leerlingen",
        ItemKind::Aftercare => "Nazorg",
        ItemKind::ReadBack => "Besluiten en acties",
        ItemKind::Free => "Eigen punt",
    }
}

fn item_state(state: ItemState) -> &'static str {
    match state {
        ItemState::Open => "nog niet besproken",
        ItemState::Discussed => "besproken",
        ItemState::Agreed => "akkoord",
        ItemState::Carried => "doorgeschoven",
    }
}

fn presence(presence: Presence) -> &'static str {
    match presence {
        Presence::Unknown => "nog niet gevraagd",
        Presence::Present => "aanwezig",
        Presence::Excused => "afgemeld",
        Presence::Absent => "afwezig",
    }
}

fn action_state(state: ActionState) -> &'static str {
    match state {
        ActionState::Open => "open",
        ActionState::Done => "gedaan",
        ActionState::NotPossible => "kon niet",
        ActionState::NotDone => "niet gedaan",
        ActionState::Cancelled => "vervalt",
    }
}

fn note(kind: NoteKind) -> &'static str {
    match kind {
        NoteKind::Table => "notitie",
        NoteKind::Working => "werknotitie",
    }
}

fn tile(kind: TileKind) -> &'static str {
    match kind {
        TileKind::School => "school",
        TileKind::Internship => "stage",
        TileKind::Guidance => "begeleiding",
        TileKind::Job => "werk",
        TileKind::Placement => "plaatsing",
        TileKind::FurtherEducation => "opleiding",
        TileKind::DayActivity => "dagbesteding",
        TileKind::Care => "zorg",
        TileKind::Aftercare => "nazorg",
    }
}

fn contract(form: ContractForm) -> &'static str {
    match form {
        ContractForm::Permanent => "vast",
        ContractForm::Temporary => "tijdelijk",
        ContractForm::Agency => "uitzend",
        ContractForm::Secondment => "detachering",
        ContractForm::WorkStudy => "leerwerk",
        ContractForm::Unpaid => "onbetaald",
    }
}

fn instrument(kind: InstrumentKind) -> &'static str {
    match kind {
        InstrumentKind::WageValueAssessment => "loonwaardemeting",
        InstrumentKind::TrialPlacement => "proefplaatsing",
        InstrumentKind::ParticipationPlacement => "participatieplek",
        InstrumentKind::WageSubsidy => "loonkostensubsidie",
        InstrumentKind::JobCoach => "jobcoach",
        InstrumentKind::ShelteredWorkAdvice => "advies beschut werk",
        InstrumentKind::TargetGroupRegister => "doelgroepregister",
        InstrumentKind::DayActivity => "dagbesteding",
        InstrumentKind::WorkDutyExemption => "ontheffing arbeidsverplichting",
        InstrumentKind::FurtherEducation => "vervolgopleiding",
        InstrumentKind::ExtraTraining => "extra training",
        InstrumentKind::SelfCare => "zelfzorg",
        InstrumentKind::MoneySkills => "omgaan met geld",
        InstrumentKind::Aftercare => "nazorg",
    }
}

fn willing(willing: Willing) -> &'static str {
    match willing {
        Willing::Yes => "ja",
        Willing::No => "nee",
        Willing::Unknown => "nog niet gevraagd",
    }
}

fn lesson(state: LessonState) -> &'static str {
    match state {
        LessonState::Noticed => "gesignaleerd",
        LessonState::PickedUp => "opgepakt",
        LessonState::Done => "gedaan",
    }
}
