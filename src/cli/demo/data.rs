//! The demo's data, as the files in `data/demo` write them.
//!
//! The rule: what a file of data may say is exactly what stands here; a word too many or a wrong code is an error, so
//! that a mistake in the data fails in a test and not on a screen. Codes are those of the domain's own lists.

use serde::Deserialize;

use crate::domain::codes::{
    ActionState, ChanceLevel, ContractForm, ExitProfile, Goal, InstrumentKind, ItemState, Lane, MeetingKind, PartyKind,
    PrimaryResult, Route, SchoolKind, TileKind, Willing,
};
use crate::store::StoreError;

/// What is wrong when the demo's own data do not hold together: a mistake in the program.
pub(super) fn wrong() -> StoreError {
    StoreError::BadValue("demo")
}

/// Reads one of the files, which are part of the program.
fn read<'a, T: Deserialize<'a>>(text: &'a str) -> Result<T, StoreError> {
    toml::from_str(text).map_err(|_| wrong())
}

/// Parties, people and schools.
pub(super) fn people() -> Result<PeopleFile, StoreError> {
    read(include_str!("../../../data/demo/people.toml"))
}

/// The table's pupils.
pub(super) fn pupils() -> Result<Vec<PupilData>, StoreError> {
    Ok(read::<PupilsFile>(include_str!("../../../data/demo/pupils.toml"))?.pupil)
}

/// The meetings.
pub(super) fn meetings() -> Result<Vec<MeetingData>, StoreError> {
    Ok(read::<MeetingsFile>(include_str!("../../../data/demo/meetings.toml"))?.meeting)
}

/// The words for the other pupils.
pub(super) fn words() -> Result<Words, StoreError> {
    read(include_str!("../../../data/demo/words.toml"))
}

/// `people.toml`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct PeopleFile {
    /// Who leads the meetings.
    pub(super) chair: String,
    /// Who prepares them.
    pub(super) office: String,
    pub(super) party: Vec<PartyData>,
    pub(super) school: Vec<SchoolData>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct PartyData {
    pub(super) key: String,
    pub(super) kind: PartyKind,
    pub(super) name: String,
    pub(super) place: String,
    #[serde(default)]
    pub(super) people: Vec<PersonData>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct PersonData {
    pub(super) key: String,
    pub(super) given: String,
    pub(super) family: String,
    pub(super) position: String,
    pub(super) phone: String,
    pub(super) email: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct SchoolData {
    pub(super) key: String,
    pub(super) code: String,
    pub(super) kind: SchoolKind,
    pub(super) name: String,
    pub(super) place: String,
    pub(super) coordinator: String,
    pub(super) uwv: String,
    /// The fixed contacts by rank.
    pub(super) fixed: Vec<String>,
    pub(super) people: Vec<PersonData>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct PupilsFile {
    pupil: Vec<PupilData>,
}

/// A pupil of the table. Texts that name a day hold it as [`super::days::day`] reads it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct PupilData {
    pub(super) key: String,
    pub(super) school: String,
    pub(super) number: String,
    /// Given name, infix, family name.
    pub(super) name: [String; 3],
    pub(super) age: u32,
    /// Days since the last birthday.
    pub(super) birthday_ago: u16,
    pub(super) class: String,
    pub(super) residence: String,
    pub(super) profile: ExitProfile,
    pub(super) goal: Goal,
    pub(super) route: Option<Route>,
    pub(super) leaving: String,
    pub(super) left: Option<String>,
    pub(super) diploma: Option<String>,
    pub(super) wish: String,
    pub(super) strengths: String,
    pub(super) placement: String,
    pub(super) client_since: Option<String>,
    pub(super) support_needed: Option<bool>,
    pub(super) out_of_sight: Option<String>,
    /// Day on which pupil and parents were told; without it the pupil is nameless while shared.
    pub(super) informed: Option<String>,
    #[serde(default)]
    pub(super) tiles: Vec<TileData>,
    #[serde(default)]
    pub(super) instruments: Vec<InstrumentData>,
    #[serde(default)]
    pub(super) network: Vec<NetworkData>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct TileData {
    pub(super) kind: TileKind,
    pub(super) party: String,
    pub(super) holder: Option<String>,
    #[serde(default)]
    pub(super) label: String,
    pub(super) from: String,
    pub(super) until: Option<String>,
    pub(super) ended: Option<String>,
    #[serde(default)]
    pub(super) ended_why: String,
    pub(super) contract: Option<ContractForm>,
    /// Hours of work in a week.
    pub(super) hours: Option<u16>,
    pub(super) no_guidance: Option<String>,
    #[serde(default)]
    pub(super) no_guidance_by: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct InstrumentData {
    pub(super) kind: InstrumentKind,
    pub(super) requested: Option<String>,
    pub(super) decided: Option<String>,
    pub(super) started: Option<String>,
    pub(super) ended: Option<String>,
    pub(super) review: Option<String>,
    pub(super) deferred_until: Option<String>,
    #[serde(default)]
    pub(super) deferred_reason: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct NetworkData {
    pub(super) name: String,
    pub(super) relation: String,
    pub(super) phone: String,
    pub(super) willing: Willing,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct MeetingsFile {
    meeting: Vec<MeetingData>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct MeetingData {
    pub(super) kind: MeetingKind,
    pub(super) on: String,
    pub(super) starts: String,
    pub(super) ends: String,
    /// Day on which it was planned.
    pub(super) planned: String,
    /// Time at which it was opened; a meeting without is still to come.
    pub(super) opened: Option<String>,
    pub(super) place: String,
    pub(super) agreement: String,
    pub(super) agreement_until: String,
    pub(super) next: String,
    pub(super) block: Vec<BlockData>,
    pub(super) correction: Option<CorrectionData>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct CorrectionData {
    pub(super) on: String,
    pub(super) reason: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct BlockData {
    pub(super) school: String,
    pub(super) people: Vec<String>,
    #[serde(default)]
    pub(super) excused: Vec<String>,
    #[serde(default)]
    pub(super) without_mandate: Vec<String>,
    /// Minutes of opening, old actions, aftercare and read-back, where they differ from the practice.
    pub(super) frame: Option<[u16; 4]>,
    pub(super) item: Vec<ItemData>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ItemData {
    pub(super) pupil: String,
    #[serde(default = "discuss")]
    pub(super) lane: Lane,
    pub(super) minutes: u16,
    /// Seconds it took.
    #[serde(default)]
    pub(super) spent: u32,
    /// Fixed time.
    pub(super) at: Option<String>,
    #[serde(default)]
    pub(super) asked_by: String,
    #[serde(default)]
    pub(super) question: String,
    #[serde(default)]
    pub(super) proposal: String,
    /// How it was left; discussed when not said.
    pub(super) state: Option<ItemState>,
    #[serde(default)]
    pub(super) note: String,
    #[serde(default)]
    pub(super) working: String,
    #[serde(default)]
    pub(super) decisions: Vec<DecisionData>,
    #[serde(default)]
    pub(super) actions: Vec<ActionData>,
    /// Of further education and of lasting work.
    pub(super) chances: Option<[ChanceLevel; 2]>,
    pub(super) route: Option<Route>,
    pub(super) result: Option<PrimaryResult>,
    pub(super) relapse: Option<RelapseData>,
    pub(super) lesson: Option<String>,
    #[serde(default)]
    pub(super) tiles: Vec<TileData>,
    #[serde(default)]
    pub(super) instruments: Vec<InstrumentData>,
}

fn discuss() -> Lane {
    Lane::Discuss
}

/// A decision: its words, or its words with what is special about it.
#[derive(Deserialize)]
#[serde(untagged)]
pub(super) enum DecisionData {
    Plain(String),
    Special {
        text: String,
        /// What it said until the minutes were corrected.
        first: Option<String>,
        #[serde(default)]
        provisional: bool,
    },
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ActionData {
    pub(super) owner: String,
    pub(super) text: String,
    pub(super) due: String,
    /// How it ended; open when not said.
    pub(super) state: Option<ActionState>,
    /// Day on which it was closed.
    pub(super) closed: Option<String>,
    #[serde(default)]
    pub(super) word: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RelapseData {
    pub(super) from: PrimaryResult,
    pub(super) word: String,
}

/// `words.toml`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Words {
    pub(super) given: Vec<String>,
    /// Infix and family name.
    pub(super) family: Vec<[String; 2]>,
    pub(super) residence: Vec<String>,
    pub(super) strengths: Vec<String>,
    pub(super) relation: Vec<String>,
    pub(super) informed_how: Vec<String>,
    pub(super) basis: String,
    pub(super) remarks: Vec<String>,
    pub(super) working: Vec<String>,
    pub(super) deferred: Vec<String>,
    pub(super) relapse: Vec<String>,
    /// Labels of tiles, by what the tile is.
    pub(super) school: [String; 2],
    pub(super) guidance: Vec<String>,
    pub(super) care: Vec<String>,
    pub(super) aftercare: String,
    pub(super) taster: String,
    pub(super) day_activity: Vec<String>,
    /// A word behind an action that was closed.
    pub(super) closing: Vec<String>,
    pub(super) theme: Vec<Theme>,
}

/// A kind of work, with what fits it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Theme {
    pub(super) employer: String,
    pub(super) internship: String,
    pub(super) job: String,
    pub(super) college: String,
    pub(super) wish: Vec<String>,
    pub(super) notes: Vec<String>,
    pub(super) decisions: Vec<String>,
    pub(super) actions: Vec<String>,
}
