//! What is wrong with a list that was sent, and what is done with it.

use super::catalog::theme;
use super::cli::ImportCount;
use crate::domain::listed::{ListedField, Vanishing};

theme! {
    /// What is wrong with a school's list, as a whole or in a row.
    ListWords {
        words {
            /// Nothing in it.
            empty,
            /// Headings only.
            no_pupils,
            /// No list at all.
            not_text,
            /// A workbook of before 2007, or with a password.
            old_workbook,
            /// A workbook that is broken.
            damaged,
            /// A workbook that unpacks to too much.
            swollen,
            /// Reading was broken off.
            stopped,
            /// A school's code that is none.
            bad_code,
            /// A school that is not in the file.
            unknown_school,
            /// A party that is not in the file.
            unknown_party,
            /// A rank that is none.
            bad_rank,
            /// A rank of a school that an earlier row has.
            rank_twice,
            /// A formula without a value.
            cell_error,
            /// A truth value.
            truth_value,
            /// The number is blank.
            missing_number,
            /// A name is blank.
            missing_name,
            /// A spreadsheet damaged the number.
            damaged_number,
            /// A character of the number was lost.
            unreadable_number,
            /// No date.
            bad_date,
            /// No such day.
            impossible_date,
            /// A day before 1900 or after 2099.
            far_date,
            /// The day of the week is that of another day.
            other_weekday,
            /// A day of birth that is still to come.
            not_yet_born,
            /// A citizen service number in the place of a pupil number.
            looks_like_bsn,
            /// Leaves before birth.
            leaving_before_birth,
            /// A control character.
            control_character,
            /// Too long.
            too_long,
            /// Cells without a heading.
            more_cells,
            /// A damaged letter.
            unreadable_letter,
            /// What begins as a formula does.
            formula,
            /// An unknown exit profile.
            unknown_profile,
            /// A number that may have lost its zeros.
            short_number,
            /// Column: pupil number.
            number,
            /// Column: given name.
            given,
            /// Column: infix.
            infix,
            /// Column: family name.
            family,
            /// Column: day of birth.
            birth,
            /// Column: class.
            class,
            /// Column: exit profile.
            profile,
            /// Column: expected day of leaving.
            leaving,
            /// Column: placement.
            placement,
            /// Column: residence.
            residence,
        }
        phrases {
            /// Too many bytes.
            too_large(most: usize) -> String,
            /// Too many rows.
            too_many_rows(most: usize) -> String,
            /// Too many columns.
            too_many_columns(most: usize) -> String,
            /// No headings among the first rows.
            no_heading(looked_at: usize) -> String,
            /// Columns that are missing, and headings that mean nothing here.
            missing_columns(missing: &str, unknown: &str) -> String,
            /// Headings that are missing in a list that is not of pupils, and those that mean nothing here.
            missing_headings(missing: &str, unknown: &str) -> String,
            /// Two columns of one name.
            column_twice(heading: &str) -> String,
            /// No sheet of this name; those there are.
            no_such_sheet(name: &str, sheets: &str) -> String,
            /// Several sheets would do: these.
            several_sheets(sheets: &str) -> String,
            /// No heading of this name; those there are.
            no_such_heading(heading: &str, headings: &str) -> String,
            /// Citizen service numbers.
            bsn(column: &str) -> String,
            /// A quotation mark that is never closed.
            unclosed(row: usize) -> String,
            /// The school stands in an earlier row.
            school_twice(first_row: usize) -> String,
            /// The number stands in another row too.
            duplicate(other_row: usize) -> String,
            /// A cell that swallowed so many rows.
            swallowed(lines: usize) -> String,
            /// A refused row: row, column, value as shown, reason.
            refused(row: usize, column: &str, value: &str, reason: &str) -> String,
            /// A row to be looked at: row, column, value as shown, reason.
            remark(row: usize, column: &str, value: &str, reason: &str) -> String,
        }
    }
}

/// A field of a school, or of a fixed contact, that a list may change.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OtherField {
    /// What a school or a person is called.
    Name,
    /// Where a school is.
    Place,
    /// The kind of a school, as its code.
    Kind,
    /// Who has the rank.
    Contact,
    /// What a person does.
    Position,
    /// A telephone number.
    Phone,
    /// A mail address.
    Email,
}

impl OtherField {
    /// Its name in the answers for programs.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Place => "place",
            Self::Kind => "kind",
            Self::Contact => "contact",
            Self::Position => "position",
            Self::Phone => "phone",
            Self::Email => "email",
        }
    }
}

/// A part of what a list would do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ImportPart {
    /// Rows that were refused.
    Refused,
    /// Pupils the list no longer has.
    Vanished,
    /// Pupils the list changes.
    Changed,
    /// Pupils the list adds.
    New,
    /// Rows to be looked at.
    Remarks,
    /// Pupils about whom it says nothing new.
    Unchanged,
}

theme! {
    /// Reading a list in, on the screen and as a command.
    ImportWords {
        words {
            /// Title: which file.
            choose_file,
            /// In place of a path that is still empty.
            path,
            /// Below the files: what Tab and Enter do.
            file_foot,
            /// There is no list file here.
            no_files,
            /// A folder that cannot be read.
            no_folder,
            /// What a folder is called at the end of its row.
            folder,
            /// What a list of schools is of.
            of_schools,
            /// What a list of fixed contacts is of.
            of_contacts,
            /// Title: which sheet.
            choose_sheet,
            /// Below the sheets.
            sheet_foot,
            /// Title: what the headings are.
            choose_columns,
            /// Below the headings.
            columns_foot,
            /// A heading that is not read.
            not_read,
            /// A heading whose column a person chose.
            chosen,
            /// Below what would be done.
            preview_foot,
            /// While it is read: Esc breaks off.
            esc_stops,
            /// Reading or writing was broken off; nothing changed.
            stopped,
            /// Heading of the row's number in a file to mend.
            row,
            /// Heading of the reason in a file to mend.
            reason,
            /// The name of a file to mend, without the ending.
            to_mend,
            /// The letter that says yes to a question.
            yes_letter,
            /// Of a school list: rows of schools that are of no kind this table knows.
            other_kinds,
        }
        phrases {
            /// What is done with a pupil the list no longer has.
            vanishing(what: Vanishing) -> &'static str,
            /// A field.
            field(field: ListedField) -> &'static str,
            /// A field that changes.
            change(field: ListedField, before: &str, after: &str) -> String,
            /// A field of a school or a fixed contact that changes.
            other_change(field: OtherField, before: &str, after: &str) -> String,
            /// A heading above rows.
            part(part: ImportPart, count: usize) -> String,
            /// A row of the list: its number, and what stands in it.
            in_row(row: usize, text: &str) -> String,
            /// Whose list it is, and what it does.
            title(school: &str, count: ImportCount) -> String,
            /// Which sheet was taken, and the others.
            sheet(name: &str, others: &str) -> String,
            /// What the headings were taken for.
            columns(pairs: &str) -> String,
            /// Headings that nobody understands.
            not_understood(headings: &str) -> String,
            /// The school that a list was taken to be of, because it names it or because there is no other.
            school_taken(school: &str, named: bool) -> String,
            /// A heading and its column.
            pair(heading: &str, column: &str) -> String,
            /// So many rows were read so far.
            reading(rows: usize) -> String,
            /// So many of so many rows were written so far.
            writing(done: usize, all: usize) -> String,
            /// What an import did.
            imported(count: ImportCount) -> String,
            /// Refused rows were written to a file.
            mended(rows: usize, file: &str) -> String,
            /// So many vanished pupils were given this.
            vanished(count: usize, what: Vanishing) -> String,
            /// Behind the first of many: how many more there are.
            and_more(count: usize) -> String,
            /// Asks whether so many vanished pupils are to be given this.
            ask_vanished(count: usize, what: Vanishing) -> String,
            /// What a list of schools or contacts would do: new, changed, unchanged, refused.
            others(new: usize, changed: usize, unchanged: usize, refused: usize) -> String,
        }
    }
}
