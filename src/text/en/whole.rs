//! Everything out of a file and into another, in English.

use crate::domain::whole::RowFault;
use crate::text::whole::Whole;

pub(in crate::text) const WHOLE: Whole = Whole {
    about_folder: "Everything that is in a file of dakpan. The folder csv is for people and spreadsheets, the folder \
        jsonl for programs; both hold the same. The folder geschiedenis tells who changed what and when.",
    about_cells: "Cells are separated by a semicolon. An empty cell is nothing. A number stands as it is. A text that is \
        empty or begins with = + - @, also full-width, a tab, a line end or an apostrophe gets one apostrophe in front; take one apostrophe away and the text is back. \
        So no cell is a formula.",
    warning: "The folder holds everything: names, notes, working notes too, contact details and the history. It is \
        not encrypted. Put it only where nobody else can reach it, and throw it away when you are done.",
    ask: "Type yes to go on: ",
    yes_word: "yes",
    not_confirmed: "Not confirmed: nothing was written.",
    nobody_to_ask: "This asks for a confirmation, and there is nobody to ask. Give --yes.",
    folder_in_use: "Something is there already. Choose a new or empty folder.",
    no_description: "This is no export of dakpan: schema.json is missing or unreadable. Choose the folder that 'export' made.",
    other_approach: "The export belongs to another approach than the file. Give the right one with --aanpak.",
    not_empty: "This file holds records already. Give a new file with --file.",
    no_table: "This part of the export is missing or unreadable. Make the export again.",
    without_history: "The history was not taken over and stays readable in the folder; undo begins anew.",
    about,
    written: |tables, rows, folder| format!("{tables} tables with {rows} rows written: {folder}"),
    digest: |digest| format!("Digest of the records: {digest}"),
    taken: |tables, rows| format!("{tables} tables with {rows} rows brought in."),
    altered: |tables| {
        format!(
            "Mind: this is not what the export wrote. Changed since: {tables}. Everything was brought in all the same."
        )
    },
    incomplete: |told, found| {
        format!(
            "there should be {told} rows here and there are {found}: nothing was brought in. Make the export anew, or \
             put the right number in schema.json if you added or removed rows yourself."
        )
    },
    newer: |theirs, ours| {
        format!("The export is of a newer program (version {theirs}, this is {ours}). Update dakpan.")
    },
    row: |line, column, fault| {
        let place = column.map_or(format!("line {line}"), |column| format!("line {line}, column {column}"));
        format!("{place}: {}", reason(fault))
    },
};

fn reason(fault: RowFault) -> &'static str {
    match fault {
        RowFault::NotARow => "this is no row of the table.",
        RowFault::UnknownColumn => "the table does not know this column.",
        RowFault::MissingColumn => "this column is missing.",
        RowFault::WrongKind => "the value is of another kind than the column.",
        RowFault::Empty => "something must stand here.",
        RowFault::NotAllowed => "this value is not allowed here.",
        RowFault::Twice => "another row has the same.",
        RowFault::PointsNowhere => "this points at a row that is not there.",
    }
}

fn about(table: &str) -> &'static str {
    match table {
        "party" => "Organisations: schools, municipalities, UWV, employers and others.",
        "person" => "Professionals, each of an organisation.",
        "school" => "Schools with BRIN and branch, coordinator and contact at UWV.",
        "fixed_contact" => "The fixed contacts of a school.",
        "pupil" => "Pupils and young people.",
        "network_person" => "Parents, family and others around a young person.",
        "transition_chance" => "How the chances were assessed, and when.",
        "tile" => "Tiles: periods with one organisation, with who holds.",
        "instrument" => "Instruments and provisions of a young person.",
        "primary_result" => "In which category a young person counts, from a day on.",
        "aftercare" => "Contacts of aftercare.",
        "meeting" => "Meetings.",
        "block" => "The part of a meeting that is about one school.",
        "agenda_item" => "Agenda items.",
        "attendance" => "Who was at a meeting, and with which mandate.",
        "correction" => "Corrections of frozen minutes.",
        "note" => "Notes of the table, and working notes of the chair.",
        "decision" => "Decisions.",
        "action" => "Actions: who does what and when.",
        "lesson" => "Lessons across young people.",
        "relapse" => "Relapses.",
        "queue_mark" => "In or out of the queue by hand.",
        "cohort" => "Groups for the results.",
        "cohort_member" => "Who belongs to a cohort.",
        "term_mark" => "What was recorded of a statutory term.",
        "consent" => "What was told, given or withdrawn about sharing.",
        "anonymous_result" => "What is left of erased young people: counts.",
        "conflict" => "What was filled in differently on two laptops, with the value that is not in the file.",
        "export" => "Which documents went out, for whom.",
        "setting" => "What is recorded of the file itself.",
        _ => "",
    }
}
