//! The tables behind finding: folded words of pupils, schools, parties, people and what was written.
//!
//! The rules:
//! - They are derived. Each row follows from one row of one record and nothing else, so that they can be kept in any
//!   order of writing, also while something is being undone, and made anew at any time. Triggers note which rows a
//!   change touched and what was held for them; at the end of the change the tables are brought in line.
//! - What a word is, is decided here and nowhere else: the folded runs of letters and digits, joined by spaces, which
//!   the database then only splits at the spaces.
//! - Working notes have tables of their own, so that a search of what may be shown cannot meet one.
//!
//! Beside the full-text tables stands `find_word`: every word of four letters or more once, as it is and, after an
//! arrow, backwards. Whoever mistypes a word leaves its beginning or its end whole, so two short ranges of it hold
//! every word within one mistake. A vocabulary read out of the full-text tables would cost as much as the texts that
//! hold the words; this one costs as much as there are words. A word may outlive the last row that held it: it finds
//! nothing then, and [`sweep`] removes it when something is erased.

use std::collections::BTreeSet;

use rusqlite::Connection;
use rusqlite::functions::FunctionFlags;

use super::error::StoreError;
use crate::domain::fold;

/// What stands before a word that is kept backwards: no letter, so no word can begin with it.
pub(super) const BACKWARDS: char = '←';

/// What stands before the id of the record a row belongs to, among the words of the row.
pub(super) const BELONGS: char = '§';

/// The shortest word in the vocabulary: one mistake away from five letters, the shortest word looked up in it.
const SHORTEST: usize = 4;

/// One full-text table.
pub(super) struct Index {
    /// Its name.
    pub(super) table: &'static str,
    /// The record it is about.
    record: &'static str,
    /// What is found: expressions over a row, written `{row}`.
    words: &'static [&'static str],
    /// The record it belongs to, by which a search can be narrowed.
    belongs: Option<&'static str>,
    /// Which rows, when not all.
    only: Option<&'static str>,
}

const fn index(table: &'static str, record: &'static str, words: &'static [&'static str]) -> Index {
    Index {
        table,
        record,
        words,
        belongs: None,
        only: None,
    }
}

/// Pupils, narrowed by school.
pub(super) const PUPIL: Index = Index {
    belongs: Some("{row}.school"),
    ..index(
        "find_pupil",
        "pupil",
        &["{row}.given", "{row}.infix", "{row}.family", "{row}.number"],
    )
};
/// Schools.
pub(super) const SCHOOL: Index = index(
    "find_school",
    "school",
    &["{row}.name", "{row}.place", "{row}.brin || {row}.branch"],
);
/// Parties; their people are found through them.
pub(super) const PARTY: Index = index("find_party", "party", &["{row}.name", "{row}.place"]);
/// People at the table, by their own words; they belong to a party.
pub(super) const PERSON: Index = Index {
    belongs: Some("{row}.party"),
    ..index(
        "find_person",
        "person",
        &["{row}.given", "{row}.family", "{row}.position"],
    )
};
/// Table notes.
pub(super) const TABLE_NOTE: Index = Index {
    only: Some("{row}.kind = 'table'"),
    ..index("find_note", "note", &["{row}.text"])
};
/// Working notes.
pub(super) const WORKING_NOTE: Index = Index {
    only: Some("{row}.kind = 'working'"),
    ..index("find_working", "note", &["{row}.text"])
};
/// Decisions.
pub(super) const DECISION: Index = index("find_decision", "decision", &["{row}.text"]);
/// Actions.
pub(super) const ACTION: Index = index("find_action", "action", &["{row}.text"]);

/// Every index.
const ALL: [&Index; 8] = [
    &PUPIL,
    &SCHOOL,
    &PARTY,
    &PERSON,
    &TABLE_NOTE,
    &WORKING_NOTE,
    &DECISION,
    &ACTION,
];

/// Gives a connection the functions the triggers call: `find_words(text)`, the folded words with spaces between, and
/// `find_terms(text)`, those for the vocabulary as a JSON list.
pub(super) fn register(connection: &Connection) -> Result<(), StoreError> {
    let flags = FunctionFlags::SQLITE_UTF8 | FunctionFlags::SQLITE_DETERMINISTIC | FunctionFlags::SQLITE_INNOCUOUS;
    connection.create_scalar_function("find_words", 1, flags, |context| {
        let text = context.get_raw(0).as_str_or_null()?.unwrap_or_default();
        Ok(fold::words(text).join(" "))
    })?;
    connection.create_scalar_function("find_terms", 1, flags, |context| {
        let text = context.get_raw(0).as_str_or_null()?.unwrap_or_default();
        Ok(terms(text))
    })?;
    Ok(())
}

/// The longest word in the vocabulary: what is longer was pasted, and is found whole only.
const LONGEST: usize = 64;

/// Whether a word is one for the vocabulary: of a length to be mistyped, and letters only, because numbers are not mistyped but
/// copied, and there are as many of them as pupils.
fn is_term(word: &str) -> bool {
    (SHORTEST..=LONGEST).contains(&word.chars().count()) && word.chars().all(char::is_alphabetic)
}

/// The words of a text for the vocabulary, forwards and backwards, as a JSON list. Letters need no escaping.
fn terms(text: &str) -> String {
    let words: BTreeSet<String> = fold::words(text).into_iter().filter(|word| is_term(word)).collect();
    let mut list = String::from("[");
    for word in &words {
        let comma = if list.len() > 1 { "," } else { "" };
        list.push_str(&format!("{comma}\"{word}\",\"{}\"", backwards(word)));
    }
    list.push(']');
    list
}

/// A word as the vocabulary keeps it backwards.
pub(super) fn backwards(word: &str) -> String {
    std::iter::once(BACKWARDS).chain(word.chars().rev()).collect()
}

impl Index {
    /// The text of a row in which is searched.
    fn text(&self, row: &str) -> String {
        self.words.join(" || ' ' || ").replace("{row}", row)
    }

    /// The words of a row as the full-text table gets them. Taking a row out needs exactly what was put in.
    fn entry(&self, row: &str) -> String {
        let words = format!("find_words({})", self.text(row));
        match self.belongs {
            Some(id) => format!("{words} || ' {BELONGS}' || {}", id.replace("{row}", row)),
            None => words,
        }
    }

    /// Whether a row is in the table.
    fn holds(&self, row: &str) -> String {
        self.only
            .map_or_else(|| "1".to_owned(), |only| only.replace("{row}", row))
    }

    /// The statements that make the table from its record. `content=''`: the words are not kept a second time;
    /// `detail=none`, `columnsize=0`: where in a text a word stands and how long the text is are not asked;
    /// `prefix`: the first letters typed would otherwise gather most of the table.
    fn make(&self) -> String {
        let Self { table, record, .. } = self;
        format!(
            "DROP TABLE IF EXISTS {table};
             CREATE VIRTUAL TABLE {table} USING
               fts5(words, content='', columnsize=0, detail=none, prefix='1 2 3', tokenize='ascii');
             INSERT INTO find_pending (source, id) SELECT '{table}', id FROM {record};\n"
        )
    }

    /// The triggers that note which rows have to be looked at, and what the table holds for them. An update that
    /// leaves the words as they were notes nothing.
    fn triggers(&self) -> String {
        let Self { table, record, .. } = self;
        let held = format!("CASE WHEN {} THEN {} END", self.holds("OLD"), self.entry("OLD"));
        let changed = [&["{row}.id"], self.words, self.belongs.as_slice(), self.only.as_slice()]
            .concat()
            .iter()
            .map(|part| {
                format!(
                    "({}) IS NOT ({})",
                    part.replace("{row}", "OLD"),
                    part.replace("{row}", "NEW")
                )
            })
            .collect::<Vec<_>>()
            .join(" OR ");
        let note = |row: &str, held: &str| {
            format!("INSERT INTO find_pending VALUES ('{table}', {row}.id, {held}) ON CONFLICT DO NOTHING;")
        };
        let trigger = |event: &str, when: &str, what: &str| {
            format!("CREATE TEMP TRIGGER {table}_{event} AFTER {event} ON main.{record} {when} BEGIN {what} END;\n")
        };
        let (taken, put) = (note("OLD", &held), note("NEW", "NULL"));
        [
            trigger("insert", "", &put),
            trigger("delete", "", &taken),
            trigger("update", &format!("WHEN {changed}"), &format!("{taken} {put}")),
        ]
        .concat()
    }

    /// Takes out what the table held for the rows noted, and puts in what is in the record now.
    fn settle(&self, connection: &Connection) -> Result<(), StoreError> {
        let Self { table, record, .. } = self;
        let (entry, text, holds) = (self.entry(record), self.text(record), self.holds(record));
        let noted = format!("FROM find_pending JOIN {record} USING (id) WHERE source = '{table}' AND {holds}");
        for sql in [
            format!(
                "INSERT INTO {table} ({table}, rowid, words)
                 SELECT 'delete', id, held FROM find_pending WHERE source = '{table}' AND held IS NOT NULL"
            ),
            format!("INSERT INTO {table} (rowid, words) SELECT id, {entry} {noted}"),
            format!(
                "INSERT INTO find_word (source, term) SELECT '{table}', value
                 FROM (SELECT find_terms({text}) AS terms {noted}), json_each(terms) WHERE true ON CONFLICT DO NOTHING"
            ),
            format!("DELETE FROM find_pending WHERE source = '{table}'"),
        ] {
            connection.prepare_cached(&sql)?.execute([])?;
        }
        Ok(())
    }

    /// Removes from the file what was taken out of the table: the full-text table until now only marked it, and the
    /// vocabulary kept it. The cost is that of reading the table once.
    fn sweep(&self, connection: &Connection) -> Result<(), StoreError> {
        let table = self.table;
        connection.execute_batch(&format!(
            "INSERT INTO {table} ({table}) VALUES ('optimize');
             CREATE VIRTUAL TABLE temp.find_live USING fts5vocab(main, {table}, row);
             DELETE FROM find_word WHERE source = '{table}' AND term NOT IN
               (SELECT value FROM temp.find_live AS live, json_each(find_terms(live.term)));
             DROP TABLE temp.find_live;"
        ))?;
        Ok(())
    }
}

/// Brings the search tables in line with the records of a change, at its end. All at once, because a full-text table
/// writes what it has gathered at the end of each statement, and a list of thousands is many statements.
pub(super) fn settle(connection: &Connection) -> Result<(), StoreError> {
    let mut select = connection.prepare_cached("SELECT DISTINCT source FROM find_pending")?;
    let sources: Vec<String> = select.query_map([], |row| row.get(0))?.collect::<Result<_, _>>()?;
    for index in ALL {
        if sources.iter().any(|source| source == index.table) {
            index.settle(connection)?;
        }
    }
    Ok(())
}

/// Removes every trace of words that no record holds any more.
pub(super) fn sweep(connection: &Connection) -> Result<(), StoreError> {
    ALL.iter().try_for_each(|index| index.sweep(connection))
}

/// Notes from here on which rows are touched, for as long as the connection lasts: as the journal's, these triggers
/// belong to the connection and not to the file.
pub(super) fn watch(connection: &Connection) -> Result<(), StoreError> {
    let triggers: String = ALL.iter().map(|index| index.triggers()).collect();
    Ok(connection.execute_batch(&triggers)?)
}

/// Takes out the triggers that an older program kept in the file.
pub(super) fn drop_kept(connection: &Connection) -> Result<(), StoreError> {
    for Index { table, .. } in ALL {
        for event in ["insert", "delete", "update"] {
            connection.execute_batch(&format!("DROP TRIGGER IF EXISTS main.{table}_{event}"))?;
        }
    }
    Ok(())
}

/// Makes every search table anew.
pub(super) fn make(connection: &Connection) -> Result<(), StoreError> {
    connection.execute_batch(
        "DROP TABLE IF EXISTS find_word;
         CREATE TABLE find_word (source TEXT NOT NULL, term TEXT NOT NULL, PRIMARY KEY (source, term))
         STRICT, WITHOUT ROWID;
         DROP TABLE IF EXISTS find_pending;
         CREATE TABLE find_pending (source TEXT NOT NULL, id INTEGER NOT NULL, held TEXT, PRIMARY KEY (source, id))
         STRICT, WITHOUT ROWID;",
    )?;
    for index in ALL {
        connection.execute_batch(&index.make())?;
    }
    settle(connection)
}
