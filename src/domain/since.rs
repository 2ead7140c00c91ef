//! What was done in a file since a copy of it was made, in numbers: what somebody weighs before the copy takes its place.
//!
//! The rule: what goes and what stays done are told apart, and neither names anybody.

/// What was written since the copy was made, in rows that are not now as they were then.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Wrote {
    /// Notes.
    pub notes: u64,
    /// Actions.
    pub actions: u64,
    /// Decisions.
    pub decisions: u64,
    /// Somebody's being there, in a block of a meeting.
    pub attendance: u64,
    /// Anything else.
    pub other: u64,
    /// Meetings that were open then and are closed now.
    pub closed: u64,
}

impl Wrote {
    /// How many rows.
    ///
    /// ```
    /// use dakpan::domain::since::Wrote;
    ///
    /// let wrote = Wrote { notes: 2, other: 1, closed: 1, ..Wrote::default() };
    /// assert_eq!(wrote.rows(), 3, "a meeting that was closed is among the others");
    /// ```
    #[must_use]
    pub const fn rows(&self) -> u64 {
        self.notes + self.actions + self.decisions + self.attendance + self.other
    }
}

/// What was done since the copy was made and is done in it too when it is put back.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct StaysDone {
    /// Pupils who were erased.
    pub erased: u64,
    /// Fields that were rectified, each time that one was.
    pub rectified: u64,
}
