//! What is wrong with a list, as a code for programs and as words for people: the one place where the problems of the
//! room `exchange` and the sentences of the room `text` meet, for the screen and the commands alike.

use crate::domain::codes::ExitProfile;
use crate::domain::listed::ListedField;
use crate::exchange::lists::{Column, ListError, RefusalReason, RemarkReason};
use crate::text::Catalog;
use crate::text::lists::ListWords;

/// Why a list as a whole is turned away, and what to do.
pub fn list_error(error: &ListError, catalog: &Catalog) -> String {
    let words = &catalog.lists;
    let quoted = |names: &[String]| names.join(", ");
    match error {
        ListError::Empty => words.empty.to_owned(),
        ListError::NoPupils => words.no_pupils.to_owned(),
        ListError::NotText => words.not_text.to_owned(),
        ListError::OldWorkbook => words.old_workbook.to_owned(),
        ListError::Damaged => words.damaged.to_owned(),
        ListError::Swollen => words.swollen.to_owned(),
        ListError::Stopped => words.stopped.to_owned(),
        ListError::NoSuchSheet { name, sheets } => words.no_such_sheet(name, &quoted(sheets)),
        ListError::SeveralSheets { sheets } => words.several_sheets(&quoted(sheets)),
        ListError::NoSuchHeading { heading, headings } => words.no_such_heading(heading, &quoted(headings)),
        ListError::MissingHeadings { missing, unknown } => {
            words.missing_headings(&missing.join(", "), &quoted(unknown))
        }
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

/// The name of a column.
pub fn column_name(column: Column, words: &ListWords) -> &'static str {
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
pub fn reason_code(reason: RefusalReason) -> &'static str {
    match reason {
        RefusalReason::MissingNumber => "missing_number",
        RefusalReason::MissingName => "missing_name",
        RefusalReason::DamagedNumber => "damaged_number",
        RefusalReason::UnreadableNumber => "unreadable_number",
        RefusalReason::SchoolTwice { .. } => "school_twice",
        RefusalReason::DuplicateNumber { .. } => "duplicate_number",
        RefusalReason::BadDate => "bad_date",
        RefusalReason::ImpossibleDate => "impossible_date",
        RefusalReason::FarDate => "far_date",
        RefusalReason::OtherWeekday => "other_weekday",
        RefusalReason::NotYetBorn => "not_yet_born",
        RefusalReason::LooksLikeBsn => "looks_like_bsn",
        RefusalReason::LeavingBeforeBirth => "leaving_before_birth",
        RefusalReason::ControlCharacter => "control_character",
        RefusalReason::TooLong => "too_long",
        RefusalReason::MoreCellsThanHeadings => "more_cells_than_headings",
        RefusalReason::SwallowedRows { .. } => "swallowed_rows",
        RefusalReason::CellError => "cell_error",
        RefusalReason::TruthValue => "truth_value",
        RefusalReason::BadCode => "bad_code",
        RefusalReason::UnknownSchool => "unknown_school",
        RefusalReason::UnknownParty => "unknown_party",
        RefusalReason::BadRank => "bad_rank",
        RefusalReason::RankTwice => "rank_twice",
    }
}

/// Why a row is refused, for people.
pub fn reason(reason: RefusalReason, words: &ListWords) -> String {
    match reason {
        RefusalReason::SchoolTwice { first_row } => return words.school_twice(first_row),
        RefusalReason::DuplicateNumber { other_row } => return words.duplicate(other_row),
        RefusalReason::SwallowedRows { lines } => return words.swallowed(lines),
        RefusalReason::MissingNumber => words.missing_number,
        RefusalReason::MissingName => words.missing_name,
        RefusalReason::DamagedNumber => words.damaged_number,
        RefusalReason::UnreadableNumber => words.unreadable_number,
        RefusalReason::BadDate => words.bad_date,
        RefusalReason::ImpossibleDate => words.impossible_date,
        RefusalReason::FarDate => words.far_date,
        RefusalReason::OtherWeekday => words.other_weekday,
        RefusalReason::NotYetBorn => words.not_yet_born,
        RefusalReason::LooksLikeBsn => words.looks_like_bsn,
        RefusalReason::LeavingBeforeBirth => words.leaving_before_birth,
        RefusalReason::ControlCharacter => words.control_character,
        RefusalReason::TooLong => words.too_long,
        RefusalReason::MoreCellsThanHeadings => words.more_cells,
        RefusalReason::CellError => words.cell_error,
        RefusalReason::TruthValue => words.truth_value,
        RefusalReason::BadCode => words.bad_code,
        RefusalReason::UnknownSchool => words.unknown_school,
        RefusalReason::UnknownParty => words.unknown_party,
        RefusalReason::BadRank => words.bad_rank,
        RefusalReason::RankTwice => words.rank_twice,
    }
    .to_owned()
}

/// Why an accepted row asks for a look, for programs.
pub fn remark_code(reason: RemarkReason) -> &'static str {
    match reason {
        RemarkReason::UnreadableLetter => "unreadable_letter",
        RemarkReason::Formula => "formula",
        RemarkReason::UnknownProfile => "unknown_profile",
        RemarkReason::ShortNumber => "short_number",
    }
}

/// Why an accepted row asks for a look, for people.
pub fn remark(reason: RemarkReason, words: &ListWords) -> &'static str {
    match reason {
        RemarkReason::UnreadableLetter => words.unreadable_letter,
        RemarkReason::Formula => words.formula,
        RemarkReason::UnknownProfile => words.unknown_profile,
        RemarkReason::ShortNumber => words.short_number,
    }
}

/// A value of a field as it is shown: a day as a day is written here, a profile by its word.
pub fn value(field: ListedField, value: &str, catalog: &Catalog) -> String {
    match field {
        ListedField::Birth | ListedField::Leaving => match value.parse() {
            Ok(day) => catalog.dates.day_year(day),
            Err(_) => value.to_owned(),
        },
        ListedField::Profile => match ExitProfile::from_code(value) {
            Some(profile) => catalog.codes.profile(profile).to_owned(),
            None => value.to_owned(),
        },
        _ => value.to_owned(),
    }
}
