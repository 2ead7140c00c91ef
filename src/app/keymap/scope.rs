//! Where a key counts: the scopes of the table.
//!
//! The rule: at any moment the program knows which scopes are in force, and a key is looked for in those alone.

/// Where a key is pressed. An overlay's scope replaces the scope of the panes below it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Scope {
    /// In every mode and over every overlay.
    Anywhere,
    /// KIES, with a tile or instrument under the cursor of the timeline: its keys come before those of the panes.
    Part,
    /// SCHRIJF, with the beginning of a name before the cursor: its keys come before those of the note.
    Naming,
    /// KIES: the panes.
    Choose,
    /// SCHRIJF: a note is being written, so only keys that are no text.
    Write,
    /// A list in an overlay.
    List,
    /// Decisions and actions read back.
    ReadBack,
    /// A line to type in, with a list below it: find, palette, help.
    Search,
    /// Who is present.
    Attendance,
    /// Open actions.
    OldActions,
    /// A list over many pupils.
    Pupils,
    /// Results.
    Results,
    /// The meetings to choose from.
    Meetings,
    /// The fixed contacts; what is typed gives another school.
    Contacts,
    /// The card of an employer.
    Card,
    /// The terms of a pupil.
    Terms,
    /// The trajectory in words.
    History,
    /// The actions of all schools.
    FollowUp,
    /// The lessons.
    Lessons,
    /// A form or a prompt.
    Form,
    /// A path that is typed, with the files it can be below it.
    Path,
    /// A list that is read in: sheets, headings, what it would do.
    Import,
}
