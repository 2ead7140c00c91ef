//! What a table needs before its first meeting (een tafel inrichten).
//!
//! The rule: nobody has to know beforehand what comes first. Whatever of it is there is told as done, so that the next
//! step is seen, in whichever order it was made.

coded! {
    /// A step from an empty file to the first meeting, in the order in which each finds what it needs.
    SetupStep {
        /// A school.
        School = "school",
        /// A party besides the schools: municipality, UWV and others.
        Party = "party",
        /// Somebody who works at one.
        Person = "person",
        /// A fixed contact of a school.
        Contact = "contact",
        /// A pupil.
        Pupil = "pupil",
        /// A meeting.
        Meeting = "meeting",
    }
}
