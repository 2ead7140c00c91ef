//! Whom of a list something is recorded of, when it is recorded of all at once; and who is to be told of what was
//! rectified, and where the name of before still stands.

use crate::domain::Id;
use crate::domain::papers::Export;
use crate::domain::rights::{Consent, Rectified};
use crate::store::StillNamed;

/// Whom of a list, and what was told or agreed.
#[derive(Clone, Debug)]
pub struct InformList {
    /// Of which school.
    pub school: Id,
    /// Whom of it.
    pub scope: InformScope,
    /// The pupils; filled in from the file before it is written, when they are not known already.
    pub pupils: Vec<Id>,
    /// What was told or agreed; the pupil in it is not looked at.
    pub said: Vec<Consent>,
}

/// Whom of a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum InformScope {
    /// Who of the school was not informed yet.
    NotInformed,
    /// Everybody of the school.
    School,
    /// These, who are known already: those on the agenda of a block.
    These,
}

/// Documents that went out with a pupil in them before a field was rectified: whoever has one is to be told (AVG
/// article 19). And the texts in which a rectified name still stands: nobody bears it now, so the screen and the documents
/// do not leave it out, and the chair is to change it.
#[derive(Clone, Debug)]
pub struct ToldBefore {
    /// The field.
    pub field: Rectified,
    /// The documents, the oldest first, each with whether it is about this pupil alone.
    pub exports: Vec<(Export, bool)>,
    /// So many others have the pupil in them, and never the old value: nobody who has one is to be told.
    pub without: usize,
    /// Where the name of before still stands.
    pub texts: Vec<StillNamed>,
    /// The row under the cursor.
    pub top: usize,
}

impl ToldBefore {
    /// How many rows it has: the heading between documents and texts is one.
    #[must_use]
    pub fn rows(&self) -> usize {
        let heading = usize::from(!self.exports.is_empty() && !self.texts.is_empty());
        self.exports.len() + heading + self.texts.len()
    }

    /// The text of the row under the cursor; none on a document or the heading.
    #[must_use]
    pub fn chosen(&self) -> Option<&StillNamed> {
        let before = self.rows() - self.texts.len();
        self.texts.get(self.top.checked_sub(before)?)
    }
}
