//! The words of choosing another meeting, in Dutch.

use crate::text::sittings::Sittings;

pub(in crate::text) const SITTINGS: Sittings = Sittings {
    title: "Overleggen",
    hint: "Enter: op tafel · een gesloten verslag verbetert u na heropenen",
    open: "nu open",
    on_table: "op tafel",
};
