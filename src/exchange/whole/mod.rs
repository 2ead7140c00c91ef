//! A whole file as open forms: a table each, as CSV for people and spreadsheets and as JSON Lines for programs, and a
//! description of the tables that tells the forms apart.
//!
//! The rules: both forms hold everything and can be read back to exactly what was there; a cell is never a formula
//! ([`cell`] says how); what is wrong with a row is a value with the column it is in.

pub mod cell;
mod describe;
mod rows;

pub use describe::{FORMAT, Folder, SCHEMA_FILE, Told, ToldTable, VERSION, Written, describe, read_description};
pub use rows::{Refused, csv_headings, csv_row, read_csv_row, read_json_row};
