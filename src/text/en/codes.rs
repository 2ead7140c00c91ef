//! English words for every value of the code lists. Terms of Dutch law and practice without an English equivalent stay
//! Dutch, as the people at the table say them.

use crate::domain::codes::{
    ActionState, ChanceKind, ChanceLevel, ContractForm, ExitProfile, Goal, InstrumentKind, ItemKind, ItemState, Lane,
    LessonState, MeetingKind, NoteKind, PartyKind, Presence, PrimaryResult, Route, SchoolKind, TileKind, Willing,
};
use crate::text::Codes;

/// By what each kind of party is called at a table, folded: English first, then the words of the Dutch table.
pub(in crate::text) const ROLES: &[(PartyKind, &str)] = &[
    (PartyKind::School, "teacher"),
    (PartyKind::School, "internship coordinator"),
    (PartyKind::School, "school"),
    (PartyKind::School, "stagecoordinator"),
    (PartyKind::School, "coordinator"),
    (PartyKind::School, "stagebegeleider"),
    (PartyKind::School, "mentor"),
    (PartyKind::School, "docent"),
    (PartyKind::School, "leerkracht"),
    (PartyKind::Municipality, "municipality"),
    (PartyKind::Municipality, "social service"),
    (PartyKind::Municipality, "gemeente"),
    (PartyKind::Municipality, "gem"),
    (PartyKind::Municipality, "gem."),
    (PartyKind::Municipality, "sociale dienst"),
    (PartyKind::Municipality, "soza"),
    (PartyKind::Municipality, "sd"),
    (PartyKind::Municipality, "klantmanager"),
    (PartyKind::Municipality, "consulent"),
    (PartyKind::ParticipationCompany, "participation company"),
    (PartyKind::ParticipationCompany, "participatiebedrijf"),
    (PartyKind::ParticipationCompany, "werkbedrijf"),
    (PartyKind::ParticipationCompany, "sw-bedrijf"),
    (PartyKind::YouthDesk, "youth desk"),
    (PartyKind::YouthDesk, "jongerenloket"),
    (PartyKind::YouthDesk, "jongerenpunt"),
    (PartyKind::YouthDesk, "jongerensteunpunt"),
    (PartyKind::YouthDesk, "steunpunt"),
    (PartyKind::YouthDesk, "loket"),
    (PartyKind::TransferPoint, "transfer point"),
    (PartyKind::TransferPoint, "doorstroompunt"),
    (PartyKind::TransferPoint, "rmc"),
    (PartyKind::Uwv, "uwv"),
    (PartyKind::VocationalCollege, "college"),
    (PartyKind::VocationalCollege, "mbo"),
    (PartyKind::VocationalCollege, "roc"),
    (PartyKind::VocationalCollege, "opleiding"),
    (PartyKind::CareProvider, "care"),
    (PartyKind::CareProvider, "care provider"),
    (PartyKind::CareProvider, "zorg"),
    (PartyKind::CareProvider, "zorgaanbieder"),
    (PartyKind::CareProvider, "hulpverlener"),
    (PartyKind::Employer, "employer"),
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
        PartyKind::Municipality => "municipality",
        PartyKind::ParticipationCompany => "participation company",
        PartyKind::YouthDesk => "youth desk",
        PartyKind::TransferPoint => "transfer point",
        PartyKind::Uwv => "UWV",
        PartyKind::VocationalCollege => "college",
        PartyKind::CareProvider => "care provider",
        PartyKind::Employer => "employer",
    }
}

fn party_short(kind: PartyKind) -> &'static str {
    match kind {
        PartyKind::School => "school",
        PartyKind::Municipality => "municip.",
        PartyKind::ParticipationCompany => "part.comp.",
        PartyKind::YouthDesk => "youth desk",
        PartyKind::TransferPoint => "transf.pt.",
        PartyKind::Uwv => "UWV",
        PartyKind::VocationalCollege => "college",
        PartyKind::CareProvider => "care",
        PartyKind::Employer => "employer",
    }
}

fn profile(profile: ExitProfile) -> &'static str {
    match profile {
        ExitProfile::FurtherEducation => "further education",
        ExitProfile::LabourMarket => "work",
        ExitProfile::DayActivity => "day activity",
        ExitProfile::Unknown => "direction unknown",
    }
}

fn goal(goal: Goal) -> &'static str {
    match goal {
        Goal::RegularWork => "regular work",
        Goal::ShelteredWork => "sheltered work",
        Goal::FurtherEducation => "further education",
        Goal::DayActivity => "day activity",
        Goal::Unknown => "not yet known",
    }
}

fn route(route: Route) -> &'static str {
    match route {
        Route::Uwv => "UWV",
        Route::Municipality => "municipality",
        Route::School => "school itself",
        Route::FurtherEducation => "further education",
        Route::Undecided => "not yet decided",
    }
}

fn chance(kind: ChanceKind) -> &'static str {
    match kind {
        ChanceKind::FurtherEducation => "education",
        ChanceKind::LastingWork => "work",
    }
}

fn level(level: ChanceLevel) -> &'static str {
    match level {
        ChanceLevel::Low => "low",
        ChanceLevel::Medium => "medium",
        ChanceLevel::High => "high",
    }
}

fn result(result: PrimaryResult) -> &'static str {
    match result {
        PrimaryResult::PaidWork => "paid work",
        PrimaryResult::WageValueAssessment => "wage value assessment",
        PrimaryResult::ParticipationPlacement => "participation placement",
        PrimaryResult::OtherInstrument => "other instrument",
        PrimaryResult::DayActivity => "day activity",
        PrimaryResult::WorkDutyExemption => "exemption",
        PrimaryResult::ShelteredWork => "sheltered work",
        PrimaryResult::FurtherEducation => "further education",
        PrimaryResult::InDiscussion => "in discussion",
    }
}

fn meeting(kind: MeetingKind) -> &'static str {
    match kind {
        MeetingKind::ExitMeeting => "exit meeting",
        MeetingKind::TransferTable => "transfer table",
    }
}

fn lane(lane: Lane) -> &'static str {
    match lane {
        Lane::Agreed => "agreed",
        Lane::Discuss => "discuss",
        Lane::Complex => "complex",
    }
}

fn item(kind: ItemKind) -> &'static str {
    match kind {
        ItemKind::Opening => "Opening",
        ItemKind::OldActions => "Old actions",
        ItemKind::Pupil => "Pupils",
        ItemKind::Aftercare => "Aftercare",
        ItemKind::ReadBack => "Decisions and actions",
        ItemKind::Free => "Own item",
    }
}

fn item_state(state: ItemState) -> &'static str {
    match state {
        ItemState::Open => "not yet discussed",
        ItemState::Discussed => "discussed",
        ItemState::Agreed => "agreed",
        ItemState::Carried => "carried over",
    }
}

fn presence(presence: Presence) -> &'static str {
    match presence {
        Presence::Unknown => "not yet asked",
        Presence::Present => "present",
        Presence::Excused => "excused",
        Presence::Absent => "absent",
    }
}

fn action_state(state: ActionState) -> &'static str {
    match state {
        ActionState::Open => "open",
        ActionState::Done => "done",
        ActionState::NotPossible => "not possible",
        ActionState::NotDone => "not done",
        ActionState::Cancelled => "cancelled",
    }
}

fn note(kind: NoteKind) -> &'static str {
    match kind {
        NoteKind::Table => "note",
        NoteKind::Working => "working note",
    }
}

fn tile(kind: TileKind) -> &'static str {
    match kind {
        TileKind::School => "school",
        TileKind::Internship => "internship",
        TileKind::Guidance => "guidance",
        TileKind::Job => "job",
        TileKind::Placement => "placement",
        TileKind::FurtherEducation => "education",
        TileKind::DayActivity => "day activity",
        TileKind::Care => "care",
        TileKind::Aftercare => "aftercare",
    }
}

fn contract(form: ContractForm) -> &'static str {
    match form {
        ContractForm::Permanent => "permanent",
        ContractForm::Temporary => "temporary",
        ContractForm::Agency => "agency",
        ContractForm::Secondment => "secondment",
        ContractForm::WorkStudy => "work and study",
        ContractForm::Unpaid => "unpaid",
    }
}

fn instrument(kind: InstrumentKind) -> &'static str {
    match kind {
        InstrumentKind::WageValueAssessment => "wage value assessment",
        InstrumentKind::TrialPlacement => "trial placement",
        InstrumentKind::ParticipationPlacement => "participation placement",
        InstrumentKind::WageSubsidy => "wage subsidy",
        InstrumentKind::JobCoach => "job coach",
        InstrumentKind::ShelteredWorkAdvice => "sheltered work advice",
        InstrumentKind::TargetGroupRegister => "target group register",
        InstrumentKind::DayActivity => "day activity",
        InstrumentKind::WorkDutyExemption => "work duty exemption",
        InstrumentKind::FurtherEducation => "further education",
        InstrumentKind::ExtraTraining => "extra training",
        InstrumentKind::SelfCare => "self-care",
        InstrumentKind::MoneySkills => "money skills",
        InstrumentKind::Aftercare => "aftercare",
    }
}

fn willing(willing: Willing) -> &'static str {
    match willing {
        Willing::Yes => "yes",
        Willing::No => "no",
        Willing::Unknown => "not yet asked",
    }
}

fn lesson(state: LessonState) -> &'static str {
    match state {
        LessonState::Noticed => "noticed",
        LessonState::PickedUp => "picked up",
        LessonState::Done => "done",
    }
}
