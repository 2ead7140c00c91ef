//! The words of choosing another meeting, in English.

use crate::text::sittings::Sittings;

pub(in crate::text) const SITTINGS: Sittings = Sittings {
    title: "Meetings",
    hint: "Enter: on the table · frozen minutes are corrected after reopening",
    open: "open now",
    on_table: "on the table",
};
