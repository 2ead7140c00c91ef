//! What may be drawn for everybody, and what for the chair alone, by type.
//!
//! The rule: a value that not everybody may see in every case reaches a board only through a [`Guard`]. The guard of
//! the shared sight is [`Open`], which cannot be made of a value that may not be shared (domain, section 6), so that
//! forgetting to ask does not compile.

use crate::domain::codes::{InstrumentKind, PartyKind, TileKind};
use crate::domain::name::Initials;

/// What not everybody may see in every case.
pub trait Guarded: Clone + PartialEq + std::fmt::Debug {
    /// Whether everybody may see it.
    fn may_be_shared(&self) -> bool;
}

/// How a sight holds a guarded value.
pub trait Guard<T: Guarded>: Clone + PartialEq + std::fmt::Debug + Sized {
    /// Holds the value, when this sight may.
    fn of(value: T) -> Option<Self>;
    /// The value.
    fn get(&self) -> &T;
}

/// A value that everybody may see: nothing else can be put into one.
#[derive(Clone, Debug, PartialEq)]
pub struct Open<T>(T);

impl<T: Guarded> Guard<T> for Open<T> {
    fn of(value: T) -> Option<Self> {
        value.may_be_shared().then_some(Self(value))
    }

    fn get(&self) -> &T {
        &self.0
    }
}

/// A party of a trajectory with whoever holds the pupil there. That somebody holds may be seen, that it is care may
/// not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Whose {
    /// What kind of party.
    pub kind: PartyKind,
    /// Its name.
    pub name: String,
    /// Initials of who holds the pupil there.
    pub initials: Option<Initials>,
    /// Their name; empty when nobody is named.
    pub person: String,
}

impl Guarded for Whose {
    fn may_be_shared(&self) -> bool {
        self.kind != PartyKind::CareProvider
    }
}

/// What a tile is, with its own word.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Work {
    /// What it is.
    pub kind: TileKind,
    /// With what kind of party.
    pub party: PartyKind,
    /// Its own word; may be empty.
    pub label: String,
}

impl Guarded for Work {
    fn may_be_shared(&self) -> bool {
        self.kind != TileKind::Care && self.party != PartyKind::CareProvider
    }
}

impl Guarded for InstrumentKind {
    /// Wage value, register and exemption are not on a shared screen.
    fn may_be_shared(&self) -> bool {
        !self.is_held_back()
    }
}

/// A term: what its rule says of it, in the language of the screen. Its days tell of birth, register, wage value or
/// exemption when its rule does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TermView {
    /// Some words.
    pub label: String,
    /// One sentence that says what to do.
    pub text: String,
    /// The article, or the practice it comes from.
    pub article: String,
    /// Whether everybody may see it.
    pub shared: bool,
}

impl Guarded for TermView {
    fn may_be_shared(&self) -> bool {
        self.shared
    }
}

/// Why something was put off or ended, in the words of who recorded it: for the chair alone.
#[derive(Clone, PartialEq, Eq)]
pub struct Why(pub String);

impl Guarded for Why {
    fn may_be_shared(&self) -> bool {
        false
    }
}

impl std::fmt::Debug for Why {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Why(…)")
    }
}
