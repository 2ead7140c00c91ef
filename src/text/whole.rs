//! The words of taking everything out of a file and bringing it into another.

use super::catalog::theme;
use crate::domain::whole::RowFault;

theme! {
    /// What `uitvoer` and `invoer` say.
    Whole {
        words {
            /// What the folder is, for its description.
            about_folder,
            /// How a cell of CSV is written, for its description.
            about_cells,
            /// Before anything is written: what goes out, and that it is not encrypted.
            warning,
            /// Asks for the typed word.
            ask,
            /// The word that says yes.
            yes_word,
            /// The typed word was another.
            not_confirmed,
            /// Nobody can be asked.
            nobody_to_ask,
            /// The folder holds something.
            folder_in_use,
            /// The folder holds no export of this program.
            no_description,
            /// The export was made with another approach.
            other_approach,
            /// The file already holds records.
            not_empty,
            /// A table of the export is missing.
            no_table,
            /// Below an import: the history stays behind.
            without_history,
        }
        phrases {
            /// What a table holds, as a sentence; empty for one that is not known.
            about(table: &str) -> &'static str,
            /// What was written: tables, rows, where.
            written(tables: usize, rows: u64, folder: &str) -> String,
            /// The digest of the records.
            digest(digest: &str) -> String,
            /// What was brought in: tables, rows.
            taken(tables: usize, rows: u64) -> String,
            /// Tables that were changed since they were written: these.
            altered(tables: &str) -> String,
            /// A table has another number of rows than were written: those that were, and those that are there.
            incomplete(told: u64, found: u64) -> String,
            /// The export is of a newer program.
            newer(theirs: i64, ours: i64) -> String,
            /// What is wrong with a row: line, column, what.
            row(line: u64, column: Option<&str>, fault: RowFault) -> String,
        }
    }
}
