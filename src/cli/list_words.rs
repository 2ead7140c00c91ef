//! What is wrong with a school's list, as a code for programs and as words for people.

use crate::exchange::lists::{Column, ListError, RefusalReason, RemarkReason};
use crate::text::Catalog;
use crate::text::cli::ListWords;

/// Why a list as a whole is turned away, and what to do.
pub(super) fn list_error(error: &ListError, catalog: &Catalog) -> String {
    let words = &catalog.lists;
    match error {
        ListError::Empty => words.empty.to_owned(),
        ListError::NoPupils => words.no_pupils.to_owned(),
        ListError::NotText => words.not_text.to_owned(),
        ListError::TooLarge { most, .. } => words.too_large(*most),
        ListError::TooManyRows { most } => words.too_many_rows(*most),
        ListError::TooManyColumns { most, .. } => words.too_many_columns(*most),
        ListError::NoHeading { looked_at } => words.no_heading(*looked_at),
        ListError::MissingColumn { missing, unknown, .. } => {
            let missing: Vec<&str> = missing.iter().map(|column| column_name(*column, words)).collect();
            words.missing_columns(&missing.join(", "), &unknown.join(", "))
        }
        ListError::ColumnTwice { heading, .. } => words.column_twice(heading),
        ListError::BsnColumn { column } => words.bsn(column),
        ListError::UnclosedQuote { row } => words.unclosed(*row),
    }
}

fn column_name(column: Column, words: &ListWords) -> &'static str {
    match column {
        Column::Number => words.number,
        Column::Given => words.given,
        Column::Infix => words.infix,
        Column::Family => words.family,
        Column::Birth => words.birth,
        Column::Class => words.class,
        Column::Profile => words.profile,
        Column::Leaving => words.leaving,
        Column::Placement => words.placement,
        Column::Residence => words.residence,
    }
}

/// Why a row is refused, for programs.
pub(super) fn reason_code(reason: RefusalReason) -> &'static str {
    match reason {
        RefusalReason::MissingNumber => "missing_number",
        RefusalReason::MissingName => "missing_name",
        RefusalReason::DamagedNumber => "damaged_number",
        RefusalReason::UnreadableNumber => "unreadable_number",
        RefusalReason::DuplicateNumber { .. } => "duplicate_number",
        RefusalReason::BadDate => "bad_date",
        RefusalReason::ImpossibleDate => "impossible_date",
        RefusalReason::LeavingBeforeBirth => "leaving_before_birth",
        RefusalReason::ControlCharacter => "control_character",
        RefusalReason::TooLong => "too_long",
        RefusalReason::MoreCellsThanHeadings => "more_cells_than_headings",
        RefusalReason::SwallowedRows { .. } => "swallowed_rows",
    }
}

/// Why a row is refused, for people.
pub(super) fn reason(reason: RefusalReason, words: &ListWords) -> String {
    match reason {
        RefusalReason::DuplicateNumber { first_row } => return words.duplicate(first_row),
        RefusalReason::SwallowedRows { lines } => return words.swallowed(lines),
        RefusalReason::MissingNumber => words.missing_number,
        RefusalReason::MissingName => words.missing_name,
        RefusalReason::DamagedNumber => words.damaged_number,
        RefusalReason::UnreadableNumber => words.unreadable_number,
        RefusalReason::BadDate => words.bad_date,
        RefusalReason::ImpossibleDate => words.impossible_date,
        RefusalReason::LeavingBeforeBirth => words.leaving_before_birth,
        RefusalReason::ControlCharacter => words.control_character,
        RefusalReason::TooLong => words.too_long,
        RefusalReason::MoreCellsThanHeadings => words.more_cells,
    }
    .to_owned()
}

/// Why an accepted row asks for a look, for programs.
pub(super) fn remark_code(reason: RemarkReason) -> &'static str {
    match reason {
        RemarkReason::UnreadableLetter => "unreadable_letter",
        RemarkReason::UnknownProfile => "unknown_profile",
    }
}

/// Why an accepted row asks for a look, for people.
pub(super) fn remark(reason: RemarkReason, words: &ListWords) -> &'static str {
    match reason {
        RemarkReason::UnreadableLetter => words.unreadable_letter,
        RemarkReason::UnknownProfile => words.unknown_profile,
    }
}
