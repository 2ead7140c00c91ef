//! The words of choosing another meeting, in English.

use crate::text::sittings::Sittings;

pub(in crate::text) const SITTINGS: Sittings = Sittings {
    title: "Meetings",
    hint: "Enter puts a meeting on the table; to correct frozen minutes: reopen",
    open: "open now",
    on_table: "on the table",
};
