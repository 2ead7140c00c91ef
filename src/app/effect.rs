//! What the program asks of the file, and what comes back.

mod filled;

use crate::domain::codes::{ActionState, ItemState, Lane, LessonState, Presence, PrimaryResult, Route};
use crate::domain::dossier::{
    Closing, Dossier, Found, MeetingLine, OldAction, Place, Point, ReadBack, SchoolAction, Sitting,
};
use crate::domain::draft::DraftEdit;
use crate::domain::hidden::Hidden;
use crate::domain::intent::Intent;
use crate::domain::people::{NetworkPerson, Party, Person, School, SchoolContacts};
use crate::domain::placement::Placement;
use crate::domain::pupil::{Pupil, TransitionChance};
use crate::domain::rights::{Consent, Rectified};
use crate::domain::roof::Span;
use crate::domain::term::TermMarkState;
use crate::domain::trajectory::{Instrument, Part};
use crate::domain::{Day, Id, Moment};
use crate::public::{FindPurpose, ReasonView};
use crate::text::notice::{Notice, Problem};

use super::listing::{ListAsk, Listing};
use crate::store::{Lesson, LessonWords, NewTile};

use super::follow_up::{Issued, PaperOrder};
use super::importing::{ImportAsk, ImportNews};
use super::note_target::NoteTarget;
use super::restoring::{RestoreAsk, RestoreNews};
use super::results::{ResultQuery, ResultScreen};
use super::roof::Offered;
use super::sharing::{InformList, ToldBefore};
use super::state::{Elsewhere, Rest};
use super::terms::TermKey;

pub use filled::{ItemForm, PlanForm, SchoolForm};

/// Something to be done with the file.
#[derive(Debug)]
pub enum Effect {
    /// A change of records: one transaction, one line in the journal.
    Change(Change),
    /// Take the last change back.
    Undo,
    /// Make it again.
    Redo,
    /// Read everything on the screen again.
    Reload,
    /// Read the meeting that is on the table today, or this one.
    LoadSitting(Option<Id>),
    /// Read one pupil.
    LoadDossier(Id),
    /// Read what was written at a point of the agenda that is about no pupil.
    LoadPoint(Id),
    /// Read a window of pupils who are not on the agenda.
    LoadRest(RestFrom, usize),
    /// Keep what was typed, before it is drawn.
    KeepDraft {
        /// Whose note.
        target: NoteTarget,
        /// The draft, once it exists.
        draft: Option<Id>,
        /// The text under the edits.
        base: String,
        /// What was typed.
        edits: Vec<DraftEdit>,
        /// Whether the edits are the whole text, and take the place of the draft there is.
        whole: bool,
    },
    /// Remember where the meeting is, and how long the last item took.
    Place {
        /// The meeting.
        meeting: Id,
        /// Where it is now.
        place: Option<Place>,
        /// The item that was left, and its seconds.
        left: Option<(Id, u32)>,
    },
    /// Find.
    Find(FindPurpose, String),
    /// Contacts of a school, or of the schools with this in their name.
    Contacts(Option<Id>, String),
    /// Open actions of a school from before this meeting.
    OldActions(Id, Option<Id>),
    /// What a block agreed.
    Agreed(Id),
    /// What closing this meeting would leave behind.
    Closing(Id),
    /// The meetings to choose from.
    Meetings,
    /// A text for the terminal's clipboard, copied on purpose.
    Copy(String),
    /// What a form needs to offer, before it opens.
    FormLists(Intent, Option<Id>),
    /// Who could fill this gap of the pupil at hand.
    Propose(Span),
    /// The card of an employer.
    PartyCard(Id),
    /// Why these pupils are to be discussed.
    Why(Vec<Id>),
    /// Read a list over many pupils.
    List(ListAsk),
    /// Correct a field of a pupil so that nothing of what stood there is left.
    Rectify(Id, Rectified, Option<String>),
    /// Compute results.
    Results(ResultQuery),
    /// How many pupils a school has.
    CountPupils(Id),
    /// Write documents.
    WritePapers(Box<PaperOrder>),
    /// The actions of all schools.
    FollowUp,
    /// The lessons.
    Lessons,
    /// The actions of a block, for the clipboard.
    CopyActions(Id),
    /// Something of a list that is being read in.
    Import(ImportAsk),
    /// Make a backup; whether the chair asked for it.
    Backup(bool),
    /// Give the backup up that is being made.
    StopBackup,
    /// Ask for another passphrase.
    ChangePassphrase,
    /// Something of a backup that is to be put back.
    Restore(RestoreAsk),
}

/// Which window of the pupils who are not on the agenda.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RestFrom {
    /// The beginning.
    Start,
    /// Around a pupil.
    Around(Id),
}

/// A change of records, with the intent that the journal keeps.
#[derive(Debug)]
pub struct Change {
    /// Which act of the chair.
    pub intent: Intent,
    /// About which pupil.
    pub pupil: Option<Id>,
    /// What is written.
    pub acts: Vec<Act>,
}

/// One thing that is written.
#[derive(Debug)]
pub enum Act {
    /// Meeting opened at, or no longer.
    Opened(Id, Option<Moment>),
    /// Meeting closed at, or no longer.
    Closed(Id, Option<Moment>),
    /// A dated correction.
    Correction(Id, String),
    /// Items not discussed go to the next meeting.
    CarryOpenItems(Id),
    /// Day of the next meeting.
    NextDay(Id, Option<Day>),
    /// A meeting is planned.
    Plan(PlanForm),
    /// An item's state.
    ItemState(Id, ItemState),
    /// Something was recorded at an item: it was discussed.
    Discussed(Id),
    /// What was noted at an item was erased: unless something else was recorded there, it was not discussed.
    NotDiscussed(Id),
    /// What an action says, whose it is and when it is due, mended at the read-back.
    MendAction {
        /// The action.
        action: Id,
        /// What.
        text: String,
        /// Whose.
        owner: Option<Id>,
        /// When.
        due: Option<Day>,
    },
    /// What a decision says, and whether it is under reservation.
    MendDecision(Id, String, bool),
    /// An item's lane.
    Lane(Id, Lane),
    /// An item's particulars.
    Item(ItemForm),
    /// A pupil on the agenda of a block.
    AddPupilItem(Id, Id),
    /// A free item on the agenda of a block, with its title and minutes.
    AddFreeItem(Id, String, u16),
    /// An item off the agenda.
    RemoveItem(Id),
    /// An item one place up (true) or down.
    MoveItem(Id, bool),
    /// Attendance of a person.
    Attendance(Id, Presence),
    /// Whether somebody of a pupil's surroundings is in the room of a block.
    Family(Id, bool),
    /// Mandate of a person.
    Mandate(Id, bool),
    /// A person added to a block's table.
    AddParticipant(Id, Id),
    /// A block's attendance confirmed.
    ConfirmPresent(Id),
    /// A block's decisions and actions confirmed.
    ConfirmReadBack(Id),
    /// A note's text.
    Note {
        /// Whose.
        target: NoteTarget,
        /// The text.
        text: String,
    },
    /// The draft of the note being left goes: its record is written.
    DropDraft,
    /// A decision at an item.
    Decision {
        /// About whom.
        pupil: Option<Id>,
        /// In which meeting.
        meeting: Option<Id>,
        /// At which item.
        item: Option<Id>,
        /// The text.
        text: String,
        /// Under reservation.
        provisional: bool,
    },
    /// An action at an item.
    Action {
        /// About whom.
        pupil: Option<Id>,
        /// Of which school.
        school: Option<Id>,
        /// In which meeting.
        meeting: Option<Id>,
        /// At which item.
        item: Option<Id>,
        /// Whose.
        owner: Option<Id>,
        /// What.
        text: String,
        /// When.
        due: Option<Day>,
    },
    /// An action's state.
    ActionState(Id, ActionState),
    /// An action's state, with a word about it.
    CloseAction(Id, ActionState, String),
    /// Another day for an action, which is open again when it was closed.
    MoveAction(Id, Day),
    /// The same action once more, due on a day; agreed in a meeting, when it sits.
    RepeatAction(Id, Day, Option<Id>),
    /// What became of a lesson.
    LessonState(Id, LessonState, LessonWords),
    /// A lesson.
    Lesson(Option<Id>, Option<Id>, String),
    /// The primary result.
    Result(Id, PrimaryResult),
    /// The route.
    Route(Id, Route),
    /// A chance.
    Chance(Id, TransitionChance),
    /// A relapse, and the category the pupil counted in until then.
    Relapse(Id, Option<PrimaryResult>),
    /// A new pupil (id zero) or a changed one.
    Pupil(Box<Pupil>),
    /// A new school (id zero) or a changed one, with its fixed contacts by rank.
    School(SchoolForm),
    /// A new person (id zero) or a changed one.
    Person(Person),
    /// A new party (id zero) or a changed one.
    Party(Party),
    /// Somebody of a pupil's own surroundings.
    NetworkPerson(NetworkPerson),
    /// A new tile (id zero) or a changed one.
    Tile {
        /// Whose.
        pupil: Id,
        /// The tile; zero for a new one.
        id: Id,
        /// What is written; its party is zero for the one that an earlier act of the same change made.
        tile: NewTile,
    },
    /// A new instrument (id zero) of a pupil, or a changed one.
    Instrument(Id, Instrument),
    /// A part of a pupil's trajectory ends on a day, and why; empty words leave what stands.
    EndPart(Id, Part, Day, String),
    /// A part of a pupil's trajectory goes.
    RemovePart(Id, Part),
    /// Take somebody out of a pupil's own surroundings.
    RemoveNetworkPerson(Id),
    /// Who chairs.
    Chair(String),
    /// What is said of a pupil's term, and why; nothing takes back what was said.
    TermMark(Id, TermKey, Option<(TermMarkState, String)>),
    /// A party, or without one the chair, asks for a pupil, and why.
    AskForPupil(Id, Option<Id>, String),
    /// A pupil off the queue by hand, and why.
    RemoveFromQueue(Id, String),
    /// What was told or agreed about sharing a pupil.
    Sharing(Consent),
    /// The same of a whole list: of each pupil all of these.
    SharingList(InformList),
    /// The privacy agreement of a meeting, and its last day.
    Agreement(Id, String, Option<Day>),
    /// A cohort of this name.
    NewCohort(String),
    /// A pupil into the cohort of this name, which is made when it is new.
    AddToCohort(String, Id),
    /// Every pupil of a school into the cohort of this name, which is made when it is new.
    AddSchoolToCohort(String, Id),
    /// Every pupil of a school with one of these numbers into the cohort of this name, which is made when it is new.
    AddListToCohort(String, Id, Vec<String>),
    /// A pupil out of the cohort of this name.
    RemoveFromCohort(String, Id),
    /// Since when a pupil is out of sight; none for no longer.
    OutOfSight(Id, Option<Day>),
}

/// What came back.
#[derive(Debug)]
pub enum Outcome {
    /// The change is in the file; ids of what was made, in the order of its acts.
    Changed(Intent, Vec<Id>),
    /// A change was taken back or made again.
    Reverted(Notice),
    /// The meeting on the table, the schools, and what goes on elsewhere.
    Sitting(Option<Box<Sitting>>, Vec<School>, Elsewhere),
    /// The meetings to choose from.
    Meetings(Vec<MeetingLine>),
    /// A pupil.
    Dossier(Box<Dossier>),
    /// What was written at a point of the agenda.
    Point(Box<Point>),
    /// A window of pupils.
    Rest(Rest),
    /// What was typed could not be kept; nothing of it is lost while the program runs.
    DraftFailed(Problem),
    /// The pupil is no longer there: whoever was just made and taken back.
    Gone,
    /// Where the meeting is now, and the seconds of the item that was left.
    Placed(Option<Place>, Option<(Id, u32)>),
    /// The draft has this id.
    Draft(Id),
    /// What was found, for which question.
    Found(String, Vec<Found>),
    /// Contacts.
    Contacts(Vec<SchoolContacts>),
    /// Open actions.
    OldActions(Vec<OldAction>),
    /// What a block agreed.
    Agreed(Vec<ReadBack>),
    /// What closing the meeting would leave behind.
    Closing(Closing),
    /// What a form offers: people and parties, and the record it is about.
    FormLists {
        /// Which form.
        purpose: Intent,
        /// About which record.
        target: Option<Id>,
        /// People.
        people: Vec<Person>,
        /// Parties.
        parties: Vec<Party>,
        /// The contacts of the school the form is about.
        contacts: Option<Box<SchoolContacts>>,
        /// How many pupils of a school were not informed yet, and how many it has, for the form about a whole list.
        whom: (usize, usize),
    },
    /// Who could fill a gap.
    Proposed(Offered),
    /// The card of an employer: the party, and who was placed there, newest first.
    PartyCard(Party, Vec<Placement>),
    /// Why pupils are to be discussed.
    Why(Vec<(Id, Vec<ReasonView>)>),
    /// A list was read.
    Listed(Box<Listing>),
    /// Results were computed.
    Results(Box<ResultScreen>),
    /// So many pupils a school has.
    Counted(Id, usize),
    /// Documents were written.
    Issued(Issued),
    /// A field was rectified: the documents that went out before and where the name of before still stands, and whether a
    /// backup could not be written, which still has what was there.
    Rectified(Box<ToldBefore>, bool),
    /// There is nothing to write.
    NothingToWrite,
    /// A document could not be made; nothing was written.
    NotMade,
    /// The actions of all schools.
    FollowUp(Vec<SchoolAction>),
    /// The lessons, newest first.
    Lessons(Vec<Lesson>),
    /// So many actions were put on the clipboard, and what was left out because of a guest.
    CopiedActions(usize, Option<Hidden>),
    /// Something came of a list that is being read in.
    Import(Box<ImportNews>),
    /// Something came of a backup that is to be put back.
    Restore(RestoreNews),
    /// Nothing to tell.
    Quiet,
    /// It failed, and nothing was changed.
    Failed(Problem),
}
