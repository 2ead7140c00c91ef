//! Lists that were sent, in English.

use crate::domain::listed::{ListedField, Vanishing};
use crate::text::cli::ImportCount;
use crate::text::lists::{ImportPart, ImportWords, ListWords, OtherField};

use super::cli::size;

pub(in crate::text) const LISTS: ListWords = ListWords {
    empty: "The list is empty. Ask the school for the list again.",
    no_pupils: "There is no pupil below the headings. Ask the school for the list again.",
    not_text: "This is no list. Save the list as CSV, XLSX or ODS and import that.",
    old_workbook: "This workbook is from before 2007 or has a password. Save it as XLSX without a password.",
    damaged: "This workbook is damaged or breaks off. Ask the school for the list again.",
    swollen: "This workbook unpacks to more than a list can hold. Save the list alone as CSV.",
    stopped: "Reading was broken off; nothing changed.",
    bad_code: "this is no BRIN with a branch number",
    unknown_school: "this school is not in the file",
    unknown_party: "this party is not in the file",
    bad_rank: "the rank is a number from 1 to 9",
    rank_twice: "an earlier row has this rank of this school",
    cell_error: "the formula in this cell has no value",
    truth_value: "there is true or false here in place of a text",
    missing_number: "the pupil number is missing",
    missing_name: "the name is missing",
    damaged_number: "a spreadsheet damaged the number; make that column text",
    unreadable_number: "a character of the number was lost",
    bad_date: "this is not a date",
    impossible_date: "there is no such day",
    far_date: "this year is outside 1900 to 2099",
    other_weekday: "the day of the week is that of another date",
    not_yet_born: "this day of birth is still to come",
    looks_like_bsn: "this looks like a citizen service number, which does not belong here; put the pupil number",
    leaving_before_birth: "the pupil would leave before being born",
    control_character: "it holds a control character",
    too_long: "the text is too long",
    more_cells: "there are more values than columns; a value may lack its quotation marks",
    unreadable_letter: "a letter arrived damaged",
    formula: "this begins as a formula does; see whether the right name stands here",
    unknown_profile: "this exit profile is not known and was left out",
    short_number: "this number is shorter than the others; a spreadsheet may have taken its zeros off",
    number: "pupil number",
    given: "given name",
    infix: "infix",
    family: "family name",
    birth: "day of birth",
    class: "class",
    profile: "exit profile",
    leaving: "expected day of leaving",
    placement: "internship company",
    residence: "municipality",
    too_large: |most| {
        format!(
            "The list is too large: more than {}. Import a smaller one.",
            size(most as u64)
        )
    },
    too_many_rows: |most| format!("The list has more than {most} rows. Import it in parts."),
    too_many_columns: |most| format!("The list has more than {most} columns. Leave out those that are not needed."),
    no_heading: |looked_at| {
        format!("There are no headings in the first {looked_at} rows. Put above each column what it holds.")
    },
    missing_columns: |missing, unknown| match unknown {
        "" => format!("These columns are missing: {missing}. Add them to the list."),
        _ => format!("These columns are missing: {missing}. Not recognised: {unknown}. Change the headings."),
    },
    missing_headings: |missing, unknown| match unknown {
        "" => format!("These columns are missing: {missing}. Add them to the list."),
        _ => format!("These columns are missing: {missing}. Not recognised: {unknown}. Change the headings."),
    },
    no_such_sheet: |name, sheets| match sheets {
        "" => format!("There is no sheet '{name}': this is a text file. Leave the sheet out."),
        _ => format!("There is no sheet '{name}'. There are: {sheets}."),
    },
    several_sheets: |sheets| format!("Several sheets look equally like a list: {sheets}. Choose one with --sheet."),
    no_such_heading: |heading, headings| format!("There is no column '{heading}'. There are: {headings}."),
    column_twice: |heading| format!("Two columns are named '{heading}'. Leave one out."),
    bsn: |column| {
        format!("Column '{column}' holds citizen service numbers. They do not belong here: take the column out.")
    },
    unclosed: |row| format!("A quotation mark in row {row} is never closed. Mend it."),
    school_twice: |first_row| format!("this school stands in row {first_row} too, and that row counts"),
    duplicate: |other_row| format!("this number stands in row {other_row} too; neither is read"),
    swallowed: |lines| format!("a quotation mark makes one value of {lines} lines; mend or remove it"),
    refused: |row, column, value, reason| format!("Refused: row {row}, {column}{}: {reason}", quoted(value)),
    remark: |row, column, value, reason| format!("Look at: row {row}, {column}{}: {reason}", quoted(value)),
};

pub(in crate::text) const IMPORT: ImportWords = ImportWords {
    choose_file: "Which list?",
    path: "folder or file",
    file_foot: "Tab completes, Enter opens; only folders, CSV, XLSX and ODS are shown",
    no_files: "There is no list here (CSV, XLSX or ODS)",
    no_folder: "This folder cannot be read",
    folder: "folder",
    of_schools: "schools",
    of_contacts: "fixed contacts",
    choose_sheet: "Which sheet is the list?",
    sheet_foot: "Enter takes the sheet",
    choose_columns: "What is in which column?",
    columns_foot: "Left and right say what a column is; it is remembered for this school",
    not_read: "is not read",
    chosen: "chosen",
    preview_foot: "Nothing has been written yet",
    esc_stops: "Esc breaks off; nothing is changed then",
    stopped: "Broken off: nothing was changed",
    row: "row",
    reason: "reason",
    to_mend: "refused",
    yes_letter: "y",
    other_kinds: "other kinds of schools, passed over",
    vanishing: |what| match what {
        Vanishing::Keep => "stays",
        Vanishing::Left => "has left",
        Vanishing::OutOfSight => "is out of sight",
    },
    field,
    change: |name, before, after| format!("{} {} → {after}", field(name), named(before, "(blank)")),
    other_change: |field, before, after| {
        format!(
            "{} {} → {}",
            other_field(field),
            named(before, "(blank)"),
            named(after, "(blank)")
        )
    },
    part: |part, count| {
        let name = match part {
            ImportPart::Refused => "Refused",
            ImportPart::Vanished => "No longer in the list",
            ImportPart::Changed => "Changed",
            ImportPart::New => "New",
            ImportPart::Remarks => "Look at",
            ImportPart::Unchanged => "Same",
        };
        format!("{name} ({count})")
    },
    in_row: |row, text| format!("row {row} · {text}"),
    title: |school, count| format!("List of {school} · {}", counts(count)),
    sheet: |name, others| match others {
        "" => format!("Sheet '{name}'."),
        _ => format!("Sheet '{name}' was read; also in this workbook: {others}."),
    },
    columns: |pairs| format!("Columns: {pairs}"),
    not_understood: |headings| format!("Not understood and not read: {headings}"),
    school_taken: |school, named| match named {
        true => format!("The list itself names the school: {school}."),
        false => format!("There is one school in the file: {school}."),
    },
    pair: |heading, column| format!("{heading} → {column}"),
    reading: |rows| format!("Reading the list: {rows} rows"),
    writing: |done, all| format!("Importing the list: {done} of {all}"),
    imported: |count| format!("Imported: {}", counts(count)),
    mended: |rows, file| format!("{rows} refused rows are in {file}, not encrypted"),
    vanished: |count, what| match what {
        Vanishing::Keep => format!("No longer in the list: {count} stay."),
        Vanishing::Left => format!("No longer in the list: {count} recorded as having left."),
        Vanishing::OutOfSight => format!("No longer in the list: {count} recorded as out of sight."),
    },
    and_more: |count| format!("and {count} more"),
    ask_vanished: |count, what| {
        let what = match what {
            Vanishing::Keep => "stay",
            Vanishing::Left => "will be recorded as having left",
            Vanishing::OutOfSight => "will be recorded as out of sight",
        };
        format!("No longer in the list: {count} {what}. Go on? (y/n) ")
    },
    others: |new, changed, same, refused| format!("new {new} · changed {changed} · same {same} · refused {refused}"),
};

fn counts(count: ImportCount) -> String {
    super::cli::counts(count)
}

fn field(field: ListedField) -> &'static str {
    match field {
        ListedField::Given => "given name",
        ListedField::Infix => "infix",
        ListedField::Family => "family name",
        ListedField::Birth => "day of birth",
        ListedField::Class => "class",
        ListedField::Residence => "municipality",
        ListedField::Profile => "exit profile",
        ListedField::Leaving => "expected day of leaving",
        ListedField::Placement => "internship company",
    }
}

fn other_field(field: OtherField) -> &'static str {
    match field {
        OtherField::Name => "name",
        OtherField::Place => "place",
        OtherField::Kind => "kind",
        OtherField::Contact => "contact",
        OtherField::Position => "position",
        OtherField::Phone => "phone",
        OtherField::Email => "e-mail",
    }
}

fn quoted(value: &str) -> String {
    if value.is_empty() {
        String::new()
    } else {
        format!(" '{value}'")
    }
}

fn named(value: &str, none: &str) -> String {
    if value.is_empty() {
        none.to_owned()
    } else {
        value.to_owned()
    }
}
