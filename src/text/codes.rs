//! A word for every value of every code list: the program's, or those of an approach in their place.
//!
//! The rule: what a value is called is asked here and nowhere else, so that an approach with other words is heard
//! everywhere at once. A language that lacks a word of the program's does not compile; a word that an approach leaves out
//! is the program's.

use super::approach::OwnWords;
use crate::domain::codes::{
    ActionState, ChanceKind, ChanceLevel, ContractForm, ExitProfile, Goal, InstrumentKind, ItemKind, ItemState, Lane,
    LessonState, MeetingKind, NoteKind, PartyKind, Presence, PrimaryResult, Route, SchoolKind, TileKind, Willing,
};

/// Declares the lists: each a function of the program's, which an own word goes before.
macro_rules! codes {
    ($($(#[$meta:meta])* $list:ident($arg:ident: $ty:ty)),* $(,)?) => {
        /// A word for every value of every code list, as it is said at the table.
        pub struct Codes {
            $(pub(in crate::text) $list: fn($ty) -> &'static str,)*
            /// The words of the approach in force.
            pub(in crate::text) own: Option<&'static OwnWords>,
        }

        impl Codes {
            $(
                $(#[$meta])*
                pub fn $list(&self, $arg: $ty) -> &'static str {
                    let own = self.own.and_then(|own| own.word(stringify!($list), $arg.code()));
                    own.unwrap_or_else(|| (self.$list)($arg))
                }
            )*
        }
    };
}

codes! {
    /// VSO, PrO, Entree.
    school_kind(kind: SchoolKind),
    /// What a kind of party is called.
    party(kind: PartyKind),
    /// The same in at most ten columns, for narrow panes and behind a name.
    party_short(kind: PartyKind),
    /// Expected direction.
    profile(profile: ExitProfile),
    /// What is worked towards.
    goal(goal: Goal),
    /// Which party leads.
    route(route: Route),
    /// What a chance is about, in one word.
    chance(kind: ChanceKind),
    /// How good a chance is.
    level(level: ChanceLevel),
    /// The one category a pupil counts in.
    result(result: PrimaryResult),
    /// What a sitting is called.
    meeting(kind: MeetingKind),
    /// How much time an item asks.
    lane(lane: Lane),
    /// Part of the agenda.
    item(kind: ItemKind),
    /// How an item stands.
    item_state(state: ItemState),
    /// Whether somebody is at the table.
    presence(presence: Presence),
    /// How an action stands.
    action_state(state: ActionState),
    /// Who may see a note.
    note(kind: NoteKind),
    /// What a tile is.
    tile(kind: TileKind),
    /// Form of a contract.
    contract(form: ContractForm),
    /// What was set in motion.
    instrument(kind: InstrumentKind),
    /// Whether somebody of the network takes part.
    willing(willing: Willing),
    /// How far a lesson is.
    lesson(state: LessonState),
}
