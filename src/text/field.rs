//! The fields of the forms: a form names them, the catalogues label them.

/// A field of a form.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Field {
    /// Number at the school.
    Number,
    /// Given name.
    Given,
    /// Infix.
    Infix,
    /// Family name.
    Family,
    /// Day of birth.
    Birth,
    /// Class.
    Class,
    /// Municipality of residence.
    Residence,
    /// Exit profile.
    Profile,
    /// Expected day of leaving.
    Leaving,
    /// Actual day of leaving.
    LeftOn,
    /// Wish.
    Wish,
    /// Strengths.
    Strengths,
    /// Goal.
    Goal,
    /// Route.
    Route,
    /// Where the pupil works or is an intern.
    Placement,
    /// Client since.
    ClientSince,
    /// Support needed.
    SupportNeeded,
    /// Informed on.
    InformedOn,
    /// Informed how.
    InformedHow,
    /// Basis for sharing.
    Basis,
    /// What was said about sharing.
    SharingKind,
    /// With which party; everybody when it is empty.
    SharedParty,
    /// Since which day.
    SharedOn,
    /// Of whom it came.
    ByWhom,
    /// How it was said.
    SharedHow,
    /// Whom of the list.
    InformScope,
    /// Which field is rectified.
    RectifiedField,
    /// What it becomes.
    RectifiedValue,
    /// Chance of further education.
    ChanceEducation,
    /// Chance of lasting work.
    ChanceWork,
    /// Day of the assessment.
    AssessedOn,
    /// By whom it was assessed.
    AssessedBy,
    /// School.
    School,
    /// Name.
    Name,
    /// Place.
    Place,
    /// BRIN and branch.
    Brin,
    /// Kind of school.
    SchoolKind,
    /// First fixed contact.
    Contact1,
    /// Second fixed contact.
    Contact2,
    /// Internship coordinator.
    Coordinator,
    /// Contact at UWV.
    UwvContact,
    /// Party.
    Party,
    /// Kind of party.
    PartyKind,
    /// Position.
    Position,
    /// Telephone.
    Phone,
    /// Mail.
    Email,
    /// Whether a professional still works there.
    WorksThere,
    /// Kind of meeting.
    MeetingKind,
    /// Day.
    Day,
    /// Start.
    Starts,
    /// End.
    Ends,
    /// First school of the meeting.
    School1,
    /// Second school.
    School2,
    /// Third school.
    School3,
    /// Fourth school.
    School4,
    /// Reference of the privacy agreement.
    Agreement,
    /// Last day of the privacy agreement.
    AgreementUntil,
    /// Lane.
    Lane,
    /// Minutes.
    Minutes,
    /// Fixed time.
    FixedTime,
    /// Question.
    Question,
    /// Who asks.
    AskedBy,
    /// Proposal.
    Proposal,
    /// Title.
    Title,
    /// What kind of tile.
    TileKind,
    /// Person who holds the pupil.
    Holder,
    /// A word of its own.
    Label,
    /// First day.
    From,
    /// Planned last day.
    Until,
    /// Form of the contract.
    Contract,
    /// Hours in a week.
    Hours,
    /// Wage value, in percent.
    WageValue,
    /// Since when no guidance is needed.
    NoGuidanceOn,
    /// Who decided that no guidance is needed.
    NoGuidanceBy,
    /// Actual last day.
    EndedOn,
    /// Why it ended.
    EndedWhy,
    /// What kind of instrument.
    InstrumentKind,
    /// The party of an instrument.
    OtherParty,
    /// Day of the request.
    Requested,
    /// Day of the decision.
    Decided,
    /// First day; of the register the day of entry.
    Started,
    /// Last day of an instrument.
    Ended,
    /// What came of it.
    Outcome,
    /// When to look again.
    Review,
    /// A percentage.
    Value,
    /// Put off until.
    DeferredUntil,
    /// Why it was put off.
    DeferredReason,
    /// Opened at.
    OpenedAt,
    /// Closed at.
    ClosedAt,
    /// Day of the next meeting.
    NextDay,
    /// What somebody is to the pupil.
    Relation,
    /// Whether somebody wants to take part.
    Willing,
    /// Whether somebody of the network is to be taken out.
    TakeOut,
    /// Which party asks for a pupil.
    AskingParty,
    /// Why a party asks for a pupil.
    AskedWhy,
    /// Which document.
    Paper,
    /// As a word processor's file.
    AsDocx,
    /// As a PDF.
    AsPdf,
    /// As plain text.
    AsMarkdown,
    /// As a calendar.
    AsCalendar,
    /// With the table notes.
    WithNotes,
    /// Into which folder.
    Folder,
}
