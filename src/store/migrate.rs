//! The schema over time: numbered SQL files, and what is derived from them.
//!
//! The rule: a migration that has shipped is never edited. Each is one exclusive transaction that also raises
//! `user_version`, so a power cut leaves the file at one version or the next. Triggers and search tables hold nothing
//! of their own: the tables are made anew from the schema after a migration, and when this program makes them
//! differently than the one that wrote the file; triggers belong to a connection and are made for each that writes.

use rusqlite::{Connection, TransactionBehavior};

use super::error::StoreError;
use super::{index, journal};

/// Every migration, oldest first; the number of a migration is its place, from 1.
const MIGRATIONS: &[&str] = &[
    include_str!("../../data/migrations/0001_records.sql"),
    include_str!("../../data/migrations/0002_term_mark.sql"),
    include_str!("../../data/migrations/0003_queue_mark.sql"),
    include_str!("../../data/migrations/0004_trajectory.sql"),
    include_str!("../../data/migrations/0005_rights.sql"),
    include_str!("../../data/migrations/0006_bundle.sql"),
    include_str!("../../data/migrations/0007_working_notes.sql"),
    include_str!("../../data/migrations/0008_settled.sql"),
    include_str!("../../data/migrations/0009_restored.sql"),
    include_str!("../../data/migrations/0010_merging.sql"),
];

/// The version of the schema this program writes.
pub(super) const VERSION: i64 = MIGRATIONS.len() as i64;

/// Raised by hand when search tables are made differently: the SQL in [`index`], or the folding of words in
/// [`crate::domain::fold`]. The second left out the triggers that were kept in the file.
const DERIVED: i64 = 2;

/// The first number of which the search tables are those of this program: of a later one nothing is made anew.
const SAME_TABLES: i64 = 1;

/// Brings a file to [`VERSION`], and its derived tables with it.
pub(super) fn migrate(connection: &mut Connection) -> Result<(), StoreError> {
    let from: i64 = connection.pragma_query_value(None, "user_version", |row| row.get(0))?;
    for (sql, number) in MIGRATIONS.iter().zip(1..) {
        if number > from {
            let transaction = connection.transaction_with_behavior(TransactionBehavior::Exclusive)?;
            transaction.execute_batch(sql)?;
            transaction.pragma_update(None, "user_version", number)?;
            transaction.commit()?;
        }
    }
    derive(connection)
}

/// Makes search tables anew when another program made them.
pub(super) fn derive_if_stale(connection: &mut Connection) -> Result<(), StoreError> {
    let found: Option<i64> = connection.query_row("SELECT max(version) FROM derived", [], |row| row.get(0))?;
    match found {
        Some(DERIVED) => Ok(()),
        Some(version) if (SAME_TABLES..DERIVED).contains(&version) => {
            let transaction = connection.transaction_with_behavior(TransactionBehavior::Exclusive)?;
            settle(&transaction)?;
            Ok(transaction.commit()?)
        }
        _ => derive(connection),
    }
}

/// Makes search tables anew, and takes out the triggers of an older program.
fn derive(connection: &mut Connection) -> Result<(), StoreError> {
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Exclusive)?;
    index::make(&transaction)?;
    settle(&transaction)?;
    Ok(transaction.commit()?)
}

/// Takes out the triggers of an older program, and notes that what is derived is this program's.
fn settle(connection: &Connection) -> Result<(), StoreError> {
    journal::drop_kept(connection)?;
    index::drop_kept(connection)?;
    connection.execute("DELETE FROM derived", [])?;
    connection.execute("INSERT INTO derived (version) VALUES (?1)", [DERIVED])?;
    Ok(())
}
