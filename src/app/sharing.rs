//! Whom of a list something is recorded of, when it is recorded of all at once; and who is to be told of what was
//! rectified.

use crate::domain::Id;
use crate::domain::papers::Export;
use crate::domain::rights::{Consent, Rectified};

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
/// article 19).
#[derive(Clone, Debug)]
pub struct ToldBefore {
    /// The field.
    pub field: Rectified,
    /// The documents, the oldest first, each with whether it is about this pupil alone.
    pub exports: Vec<(Export, bool)>,
    /// First row shown.
    pub top: usize,
}
