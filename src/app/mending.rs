//! What is mended at the read-back: a decision or an action in its own line, or a line of a note that was not taken.
//!
//! The rule: what is mended is read back again at once, at the same place, so that everybody hears it as it is now.

use crate::domain::Id;
use crate::domain::dossier::PupilLine;
use crate::domain::writing::Owner;

/// What is being mended.
#[derive(Clone, Debug, Default)]
pub struct Mending {
    /// The record whose line is asked for.
    pub of: Option<Mended>,
    /// Whom the read-back beneath it is about, besides whoever is on the agenda: their names are masked in the line too.
    pub about: Vec<PupilLine>,
    /// What the cursor of the read-back stood on.
    pub selected: usize,
    /// Whether something was recorded after the read-back was confirmed, also in a row that is left out.
    pub stale: bool,
    /// The line of a note to put the cursor on, once that note is open; its text is personal, so it is kept no longer.
    pub seek: Option<Seek>,
}

/// A record that is mended.
#[derive(Clone, Debug)]
pub enum Mended {
    /// An action and whose it was.
    Action(Id, Option<Owner>),
    /// A decision, and whether it is under reservation.
    Decision(Id, bool),
}

/// A line of a note; prints itself without its text.
#[derive(Clone)]
pub struct Seek(pub String);

impl std::fmt::Debug for Seek {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Seek(…)")
    }
}
