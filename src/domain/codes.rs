//! The code lists of the field: every closed set of values, with the code that stands for it in the file, in lists
//! and in JSON.
//!
//! One macro writes them, so that a value, its code and the list of all values can never differ. The words shown
//! for them live in the text room.

/// Declares an enum whose variants each have one stable code.
macro_rules! coded {
    ($(#[$meta:meta])* $name:ident { $($(#[$vmeta:meta])* $variant:ident = $code:literal),+ $(,)? }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
        pub enum $name {
            $($(#[$vmeta])* #[serde(rename = $code)] $variant),+
        }
        impl $name {
            /// Every value, in the order in which it is offered.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The code that stands for the value in the file and in JSON.
            pub const fn code(self) -> &'static str {
                match self { $(Self::$variant => $code),+ }
            }

            /// Reads a code back; `None` when this program does not know it.
            pub fn from_code(code: &str) -> Option<Self> {
                match code { $($code => Some(Self::$variant),)+ _ => None }
            }
        }
    };
}

coded! {
    /// The three kinds of school whose pupils the table discusses. VSO and PrO are never one block.
    SchoolKind {
        /// Voortgezet speciaal onderwijs.
        Vso = "vso",
        /// Praktijkonderwijs.
        Pro = "pro",
        /// Entreeopleiding (mbo level 1).
        Entree = "entree",
    }
}
coded! {
    /// What kind of organisation a party is.
    PartyKind {
        /// A school.
        School = "school",
        /// The municipality's social service (gemeente, sociale dienst).
        Municipality = "municipality",
        /// The participation company (participatiebedrijf).
        ParticipationCompany = "participation_company",
        /// The youth support point (jongerenloket, steunpunt).
        YouthDesk = "youth_desk",
        /// The regional transfer point (doorstroompunt).
        TransferPoint = "transfer_point",
        /// UWV.
        Uwv = "uwv",
        /// A college for vocational education (mbo).
        VocationalCollege = "vocational_college",
        /// A care provider (zorgaanbieder).
        CareProvider = "care_provider",
        /// An employer (werkgever).
        Employer = "employer",
    }
}
coded! {
    /// Where a pupil is expected to go (uitstroomprofiel).
    ExitProfile {
        /// Vervolgonderwijs.
        FurtherEducation = "further_education",
        /// Arbeidsmarkt.
        LabourMarket = "labour_market",
        /// Dagbesteding.
        DayActivity = "day_activity",
        /// Not yet known.
        Unknown = "unknown",
    }
}
coded! {
    /// What a trajectory works towards.
    Goal {
        /// A job with a regular employer.
        RegularWork = "regular_work",
        /// Beschut werk.
        ShelteredWork = "sheltered_work",
        /// Vervolgonderwijs.
        FurtherEducation = "further_education",
        /// Dagbesteding (Wmo).
        DayActivity = "day_activity",
        /// Not yet known.
        Unknown = "unknown",
    }
}
coded! {
    /// Which party leads. The professional decides; the program only records.
    Route {
        /// UWV.
        Uwv = "uwv",
        /// The municipality.
        Municipality = "municipality",
        /// The school itself.
        School = "school",
        /// Further education.
        FurtherEducation = "further_education",
        /// Not yet decided (nog niet bepaald).
        Undecided = "undecided",
    }
}
coded! {
    /// What a transition chance is about.
    ChanceKind {
        /// The chance of further education.
        FurtherEducation = "further_education",
        /// The chance of lasting work.
        LastingWork = "lasting_work",
    }
}
coded! {
    /// How good a chance is, as the table assesses it.
    ChanceLevel {
        /// Laag.
        Low = "low",
        /// Gemiddeld.
        Medium = "medium",
        /// Hoog.
        High = "high",
    }
}
coded! {
    /// The one category a young person counts in on a day (practice of Sociale Dienst Drechtsteden, with sheltered
    /// work and further education beside it from the practice of Stroomopwaarts).
    PrimaryResult {
        /// Gestart met betaald werk.
        PaidWork = "paid_work",
        /// Loonwaardemeting op de stageplek.
        WageValueAssessment = "wage_value_assessment",
        /// Participatieplek met behoud van uitkering.
        ParticipationPlacement = "participation_placement",
        /// Another instrument towards work, a trial placement for example.
        OtherInstrument = "other_instrument",
        /// Dagbesteding (Wmo).
        DayActivity = "day_activity",
        /// Ontheffing arbeidsverplichting.
        WorkDutyExemption = "work_duty_exemption",
        /// Beschut werk.
        ShelteredWork = "sheltered_work",
        /// Vervolgopleiding.
        FurtherEducation = "further_education",
        /// Nog in gesprek.
        InDiscussion = "in_discussion",
    }
}
coded! {
    /// What kind of sitting a meeting is: the name differs per region, the way of working does not.
    MeetingKind {
        /// Uitstroomoverleg (Drechtsteden).
        ExitMeeting = "exit_meeting",
        /// Doorstroomtafel (Stroomopwaarts).
        TransferTable = "transfer_table",
    }
}
coded! {
    /// How much time an agenda item asks.
    Lane {
        /// Hamerstuk: agreed as proposed.
        Agreed = "agreed",
        /// Bespreken: normal.
        Discuss = "discuss",
        /// Complex: long.
        Complex = "complex",
    }
}
coded! {
    /// What an agenda item is.
    ItemKind {
        /// Attendance, confidentiality, which role is missing.
        Opening = "opening",
        /// Last meeting's open actions.
        OldActions = "old_actions",
        /// One pupil.
        Pupil = "pupil",
        /// Aftercare and terms that fall due.
        Aftercare = "aftercare",
        /// Decisions and actions read back.
        ReadBack = "read_back",
        /// Anything else, by its title.
        Free = "free",
    }
}
coded! {
    /// How an agenda item stands.
    ItemState {
        /// Not yet.
        Open = "open",
        /// Something was recorded for it in this meeting.
        Discussed = "discussed",
        /// Agreed as proposed (hamerstuk).
        Agreed = "agreed",
        /// Carried over to the next meeting.
        Carried = "carried",
    }
}
coded! {
    /// Whether somebody is at the table.
    Presence {
        /// Not yet asked.
        Unknown = "unknown",
        /// Aanwezig.
        Present = "present",
        /// Afgemeld.
        Excused = "excused",
        /// Afwezig.
        Absent = "absent",
    }
}
coded! {
    /// How an action stands. "Not possible" (circumstances changed) is told apart from "not done", as minutes of
    /// risk conferences do, because only the second is somebody's omission.
    ActionState {
        /// Open.
        Open = "open",
        /// Gedaan.
        Done = "done",
        /// Kon niet.
        NotPossible = "not_possible",
        /// Niet gedaan.
        NotDone = "not_done",
        /// Vervalt.
        Cancelled = "cancelled",
    }
}
coded! {
    /// Who may see a note.
    NoteKind {
        /// A table note: may go into the minutes.
        Table = "table",
        /// A working note: private to the chair, never on a shared screen.
        Working = "working",
    }
}
coded! {
    /// What a tile is. A legal right to guidance is a term, not a tile: it holds nobody.
    TileKind {
        /// The school holds the pupil.
        School = "school",
        /// An internship (stage).
        Internship = "internship",
        /// Guidance by a party (begeleiding).
        Guidance = "guidance",
        /// A job.
        Job = "job",
        /// A trial or participation placement.
        Placement = "placement",
        /// Further education.
        FurtherEducation = "further_education",
        /// Day activity.
        DayActivity = "day_activity",
        /// Care.
        Care = "care",
        /// Aftercare.
        Aftercare = "aftercare",
    }
}
coded! {
    /// The form of a contract; agency and secondment are not lasting by themselves.
    ContractForm {
        /// Vast.
        Permanent = "permanent",
        /// Tijdelijk.
        Temporary = "temporary",
        /// Uitzend.
        Agency = "agency",
        /// Detachering.
        Secondment = "secondment",
        /// Leerwerk.
        WorkStudy = "work_study",
        /// Onbetaald.
        Unpaid = "unpaid",
    }
}
coded! {
    /// What can be set in motion for a pupil. Dutch legal terms: see the field's words.
    InstrumentKind {
        /// Loonwaardemeting: a percentage of the minimum wage.
        WageValueAssessment = "wage_value_assessment",
        /// Proefplaatsing.
        TrialPlacement = "trial_placement",
        /// Participatieplek.
        ParticipationPlacement = "participation_placement",
        /// Loonkostensubsidie.
        WageSubsidy = "wage_subsidy",
        /// Jobcoach.
        JobCoach = "job_coach",
        /// Advies beschut werk.
        ShelteredWorkAdvice = "sheltered_work_advice",
        /// Doelgroepregister.
        TargetGroupRegister = "target_group_register",
        /// Dagbesteding (Wmo).
        DayActivity = "day_activity",
        /// Ontheffing arbeidsverplichting.
        WorkDutyExemption = "work_duty_exemption",
        /// Vervolgopleiding.
        FurtherEducation = "further_education",
        /// Extra training.
        ExtraTraining = "extra_training",
        /// Zelfzorg.
        SelfCare = "self_care",
        /// Omgaan met geld.
        MoneySkills = "money_skills",
        /// Nazorg.
        Aftercare = "aftercare",
    }
}

impl InstrumentKind {
    /// Whether it stays off a shared screen: wage value, register and exemption do.
    pub const fn is_held_back(self) -> bool {
        matches!(
            self,
            Self::WageValueAssessment | Self::TargetGroupRegister | Self::WorkDutyExemption
        )
    }
}
coded! {
    /// Whether a person of the pupil's own network takes part.
    Willing {
        /// Yes.
        Yes = "yes",
        /// No.
        No = "no",
        /// Not asked yet.
        Unknown = "unknown",
    }
}
coded! {
    /// How far a lesson is.
    LessonState {
        /// Noticed.
        Noticed = "noticed",
        /// Somebody picked it up.
        PickedUp = "picked_up",
        /// Done.
        Done = "done",
    }
}
