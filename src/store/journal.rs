//! The journal: each row a change touched, as it was before and after, under one entry that says who, when and why.
//!
//! The rule: no record changes without it. Triggers generated from the schema write the images, so no code that
//! writes a record can forget to, and fail when no entry is open; until they are there, a connection writes nothing
//! ([`Store::watched`]). An image is the row as a JSON object with every column, readable by people and by other
//! databases.

use rusqlite::{Connection, OptionalExtension};

use super::error::StoreError;
use super::{At, Store};
use crate::domain::Moment;

/// The tables whose rows are records: journaled, undone, exported.
pub const RECORDS: &[&str] = &[
    "party",
    "person",
    "school",
    "fixed_contact",
    "pupil",
    "network_person",
    "transition_chance",
    "tile",
    "instrument",
    "primary_result",
    "aftercare",
    "meeting",
    "block",
    "agenda_item",
    "attendance",
    "correction",
    "note",
    "decision",
    "action",
    "lesson",
    "relapse",
    "queue_mark",
    "cohort",
    "cohort_member",
    "term_mark",
    "consent",
    "anonymous_result",
    "conflict",
    "export",
    "setting",
];

/// The tables that are not: the journal itself, what is being typed, where the meeting stands, what is derived.
pub const NOT_RECORDS: &[&str] = &[
    "journal",
    "journal_row",
    "journal_open",
    "draft",
    "draft_edit",
    "draft_seal",
    "place",
    "item_clock",
    "derived",
    "trail",
    "trail_end",
    "tombstone",
    "forgetting",
    "announced",
    "identity",
    "peer_entry",
    "peer_row",
    "peer_watch",
    "bundle_out",
    "bundle_row",
    "bundle_in",
];

/// A change to be journaled.
pub(super) struct Entry<'a> {
    pub(super) intent: &'a str,
    pub(super) pupil: Option<i64>,
    pub(super) meeting: Option<i64>,
    pub(super) state: EntryState,
    pub(super) reverts: Option<i64>,
}

/// What became of an entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EntryState {
    /// In force; can be undone.
    Done,
    /// Undone; can be redone until something else is changed.
    Undone,
    /// Undone, and then something else was changed.
    Dropped,
    /// Itself an undo or a redo.
    Revert,
}

impl EntryState {
    fn word(self) -> &'static str {
        match self {
            Self::Done => "done",
            Self::Undone => "undone",
            Self::Dropped => "dropped",
            Self::Revert => "revert",
        }
    }

    fn read(word: &str) -> Result<Self, StoreError> {
        match word {
            "done" => Ok(Self::Done),
            "undone" => Ok(Self::Undone),
            "dropped" => Ok(Self::Dropped),
            "revert" => Ok(Self::Revert),
            _ => Err(StoreError::BadValue("journal.state")),
        }
    }
}

/// What happened to one row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RowChange {
    /// It was made.
    Made,
    /// It was changed.
    Changed,
    /// It was removed.
    Removed,
}

/// One entry, as the audit trail shows it: what kinds of records it touched, not what they say.
#[derive(Clone, PartialEq, Eq)]
pub struct JournalEntry {
    /// Its number; later entries have higher ones.
    pub seq: i64,
    /// When.
    pub at: Moment,
    /// By whom.
    pub who: String,
    /// The name of the intent.
    pub intent: String,
    /// The pupil it was about.
    pub pupil: Option<i64>,
    /// The meeting it was made in.
    pub meeting: Option<i64>,
    /// The entry this one took back, for an undo or redo.
    pub reverts: Option<i64>,
    /// What became of it.
    pub state: EntryState,
    /// The table of each row it touched and what happened to it, in the order of writing.
    pub rows: Vec<(String, RowChange)>,
}

/// Names the entry and what it did, not who did it.
impl std::fmt::Debug for JournalEntry {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(
            f,
            "JournalEntry({} {:?} {} {:?})",
            self.seq, self.state, self.intent, self.rows
        )
    }
}

/// Opens the journal for the entry that comes next, or for writing without one. Returns the entry's number.
pub(super) fn open(connection: &Connection, journaled: bool) -> Result<i64, StoreError> {
    let next = "SELECT coalesce(max(seq), 0) + 1 FROM journal";
    let seq: i64 = connection.prepare_cached(next)?.query_row([], |row| row.get(0))?;
    let entry = if journaled { seq } else { 0 };
    connection
        .prepare_cached("UPDATE journal_open SET entry = ?1")?
        .execute([entry])?;
    Ok(seq)
}

/// Writes the entry when rows were written under it, and drops what could be redone.
pub(super) fn record(
    connection: &Connection,
    seq: i64,
    entry: &Entry<'_>,
    now: Moment,
    who: &str,
) -> Result<(), StoreError> {
    let any = "SELECT EXISTS (SELECT 1 FROM journal_row WHERE entry = ?1)";
    if !connection.prepare_cached(any)?.query_row([seq], |row| row.get(0))? {
        return Ok(());
    }
    if entry.state == EntryState::Done {
        connection
            .prepare_cached("UPDATE journal SET state = 'dropped' WHERE state = 'undone'")?
            .execute([])?;
    }
    // Later than everything the file knows, its own and others', whatever the clock says.
    let insert = "INSERT INTO journal (seq, at, who, intent, pupil, meeting, reverts, state, tick)
                  SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8,
                    max(?9, 1 + coalesce((SELECT tick FROM journal ORDER BY seq DESC LIMIT 1), 0),
                        1 + coalesce((SELECT max(tick) FROM peer_entry), 0))";
    connection.prepare_cached(insert)?.execute((
        seq,
        At(now),
        who,
        entry.intent,
        entry.pupil,
        entry.meeting,
        entry.reverts,
        entry.state.word(),
        now.timestamp().saturating_mul(1000),
    ))?;
    Ok(())
}

/// Closes the journal: from here on, writing a record fails again.
pub(super) fn close(connection: &Connection, last_id: i64) -> Result<(), StoreError> {
    connection
        .prepare_cached("UPDATE journal_open SET entry = NULL, last_id = ?1")?
        .execute([last_id])?;
    Ok(())
}

/// The columns of a record's table, and those of its primary key in order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Shape {
    pub(super) columns: Vec<String>,
    pub(super) key: Vec<String>,
}

impl Shape {
    /// Reads the shape of a record's table from the schema. The name becomes part of statements, so it has to be one
    /// of [`RECORDS`].
    pub(super) fn of(connection: &Connection, table: &str) -> Result<Self, StoreError> {
        if !RECORDS.contains(&table) {
            return Err(StoreError::Missing("record"));
        }
        Self::of_any(connection, table)
    }

    /// As [`Shape::of`], for a table of this program that may be another than a record's.
    pub(super) fn of_any(connection: &Connection, table: &str) -> Result<Self, StoreError> {
        let mut select = connection.prepare_cached("SELECT name, pk FROM pragma_table_info(?1) ORDER BY cid")?;
        let rows = select.query_map([table], |row| Ok((row.get::<_, String>(0)?, row.get::<_, i64>(1)?)))?;
        let rows: Vec<(String, i64)> = rows.collect::<Result<_, _>>()?;
        let mut key: Vec<(i64, String)> = rows
            .iter()
            .filter(|(_, place)| *place > 0)
            .map(|(name, place)| (*place, name.clone()))
            .collect();
        key.sort();
        Ok(Self {
            columns: rows.into_iter().map(|(name, _)| name).collect(),
            key: key.into_iter().map(|(_, name)| name).collect(),
        })
    }

    /// The image of a row: an expression over `OLD`, `NEW` or the table's own name.
    pub(super) fn image(&self, row: &str) -> String {
        let pairs: Vec<String> = self
            .columns
            .iter()
            .map(|column| format!("'{column}', {row}.\"{column}\""))
            .collect();
        format!("json_object({})", pairs.join(", "))
    }

    /// The beginning of a statement that puts an image into the table: `INSERT … SELECT` without its `FROM`.
    pub(super) fn insert(&self, table: &str, image: &str) -> String {
        let columns: Vec<String> = self.columns.iter().map(|column| format!("\"{column}\"")).collect();
        let values: Vec<String> = self
            .columns
            .iter()
            .map(|column| format!("{image} ->> '{column}'"))
            .collect();
        format!(
            "INSERT INTO \"{table}\" ({}) SELECT {}",
            columns.join(", "),
            values.join(", ")
        )
    }
}

/// What happens to a row, as triggers name it.
const OPERATIONS: [&str; 3] = ["insert", "update", "delete"];

/// Watches every record from here on, for as long as the connection lasts. The triggers belong to the connection and
/// not to the file: there every opening would read their texts, which took a third of the time until the first frame.
pub(super) fn watch(connection: &Connection) -> Result<(), StoreError> {
    for table in RECORDS {
        let shape = Shape::of(connection, table)?;
        connection.execute_batch(&triggers(table, &shape))?;
    }
    Ok(())
}

/// Takes out the triggers that an older program kept in the file.
pub(super) fn drop_kept(connection: &Connection) -> Result<(), StoreError> {
    for table in RECORDS {
        for operation in OPERATIONS {
            connection.execute_batch(&format!("DROP TRIGGER IF EXISTS main.journal_{operation}_{table}"))?;
        }
    }
    Ok(())
}

/// The three triggers of one table. `RAISE` and not a constraint, because the conflict clause of the statement that
/// fired a trigger would override a constraint's. An update that changes nothing leaves no image.
fn triggers(table: &str, shape: &Shape) -> String {
    let (old, new) = (shape.image("OLD"), shape.image("NEW"));
    let images = [
        format!("NULL, {new}"),
        format!("* FROM (SELECT {old} AS b, {new} AS a) WHERE b IS NOT a"),
        format!("{old}, NULL"),
    ];
    let trigger = |(operation, images): (&str, &String)| {
        format!(
            "CREATE TEMP TRIGGER journal_{operation}_{table} AFTER {operation} ON main.\"{table}\"
             WHEN (SELECT entry FROM journal_open) IS NOT 0 BEGIN
             SELECT RAISE(ABORT, 'no journal entry is open') WHERE (SELECT entry FROM journal_open) IS NULL;
             INSERT INTO journal_row (entry, record, before, after)
             SELECT (SELECT entry FROM journal_open), '{table}', {images};
             END;\n"
        )
    };
    OPERATIONS.into_iter().zip(&images).map(trigger).collect()
}

impl Store {
    /// The latest entries, newest first: at most `limit`, of those before `before_seq` when it is given.
    ///
    /// # Errors
    /// The disk errors.
    pub fn journal(&self, limit: u32, before_seq: Option<i64>) -> Result<Vec<JournalEntry>, StoreError> {
        let sql = "SELECT seq, at, who, intent, pupil, meeting, reverts, state FROM journal
                   WHERE seq < ?1 ORDER BY seq DESC LIMIT ?2";
        let mut select = self.sql().prepare_cached(sql)?;
        let mut rows = select.query((before_seq.unwrap_or(i64::MAX), limit))?;
        let mut entries = Vec::new();
        while let Some(row) = rows.next()? {
            let seq = row.get(0)?;
            entries.push(JournalEntry {
                seq,
                at: row.get::<_, At>(1)?.0,
                who: row.get(2)?,
                intent: row.get(3)?,
                pupil: row.get(4)?,
                meeting: row.get(5)?,
                reverts: row.get(6)?,
                state: EntryState::read(
                    row.get_ref(7)?
                        .as_str()
                        .map_err(|_| StoreError::BadValue("journal.state"))?,
                )?,
                rows: self.rows_of(seq)?,
            });
        }
        Ok(entries)
    }

    /// The rows an entry touched.
    fn rows_of(&self, seq: i64) -> Result<Vec<(String, RowChange)>, StoreError> {
        let sql = "SELECT record, before IS NULL, after IS NULL FROM journal_row WHERE entry = ?1 ORDER BY id";
        let mut select = self.sql().prepare_cached(sql)?;
        let rows = select.query_map([seq], |row| {
            let change = match (row.get(1)?, row.get(2)?) {
                (true, _) => RowChange::Made,
                (false, true) => RowChange::Removed,
                (false, false) => RowChange::Changed,
            };
            Ok((row.get(0)?, change))
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }
}

/// The latest entry in force, or the earliest undone one: what undo and redo take next. Entries whose rows were all
/// erased with a pupil are passed over.
pub(super) fn next_to_revert(connection: &Connection, undo: bool) -> Result<Option<i64>, StoreError> {
    let sql = if undo {
        // A document that went out is out: taking back the record of it would only hide for whom it was made.
        "SELECT seq FROM journal WHERE state = 'done' AND intent <> 'issue_papers' AND EXISTS (SELECT 1 FROM journal_row WHERE entry = seq)
         ORDER BY seq DESC LIMIT 1"
    } else {
        "SELECT seq FROM journal WHERE state = 'undone' AND EXISTS (SELECT 1 FROM journal_row WHERE entry = seq)
         ORDER BY seq LIMIT 1"
    };
    Ok(connection
        .prepare_cached(sql)?
        .query_row([], |row| row.get(0))
        .optional()?)
}
