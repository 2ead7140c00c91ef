//! A file in which an older program kept all its triggers: what they did, this program's own do by now, and nothing is
//! written twice.

use dakpan::store::TextKind;

use super::*;

/// The search tables, each with the record it is about.
const SEARCHED: [(&str, &str); 8] = [
    ("find_pupil", "pupil"),
    ("find_school", "school"),
    ("find_party", "party"),
    ("find_person", "person"),
    ("find_note", "note"),
    ("find_working", "note"),
    ("find_decision", "decision"),
    ("find_action", "action"),
];

/// Every trigger that an older program kept in the file: those of the journal write an image of their own, and those of
/// the search tables put the row into them.
fn kept() -> String {
    let mut sql = String::new();
    for table in RECORDS {
        for (operation, before, after) in [
            ("insert", "NULL", "'{\"id\":0}'"),
            ("update", "'{\"id\":0}'", "'{\"id\":1}'"),
            ("delete", "'{\"id\":0}'", "NULL"),
        ] {
            sql += &format!(
                "CREATE TRIGGER journal_{operation}_{table} AFTER {operation} ON \"{table}\"
                 WHEN (SELECT entry FROM journal_open) IS NOT 0 BEGIN
                 INSERT INTO journal_row (entry, record, before, after)
                 SELECT (SELECT entry FROM journal_open), '{table}', {before}, {after}; END;\n"
            );
        }
    }
    for (table, record) in SEARCHED {
        for (event, row) in [("insert", "NEW"), ("update", "NEW"), ("delete", "OLD")] {
            sql += &format!(
                "CREATE TRIGGER {table}_{event} AFTER {event} ON \"{record}\" BEGIN
                 INSERT INTO {table} (rowid, words) VALUES ({row}.id, 'kanarie'); END;\n"
            );
        }
    }
    sql
}

/// The triggers that the file itself holds.
fn triggers(place: &Place) -> Vec<String> {
    let file = raw(&place.path());
    let sql = "SELECT name FROM sqlite_master WHERE type = 'trigger' ORDER BY name";
    let mut select = file.prepare(sql).unwrap();
    let names = select.query_map([], |row| row.get(0)).unwrap();
    names.map(Result::unwrap).collect()
}

/// Every image of the journal: its entry, the record, and the row before and after.
type Images = Vec<(i64, String, Option<String>, Option<String>)>;

fn images(place: &Place) -> Images {
    let file = raw(&place.path());
    let mut select = file
        .prepare("SELECT entry, record, before, after FROM journal_row ORDER BY id")
        .unwrap();
    let rows = select.query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?)));
    rows.unwrap().map(Result::unwrap).collect()
}

/// A file with a school, made into what an older program left, in which then is written, undone, removed and searched.
/// What the journal says of it.
fn written_in(older: Option<i64>) -> Images {
    let place = Place::new();
    let mut store = place.create();
    change(&mut store, |tx| {
        put(tx, "party", &party(1, "De Brug"))?;
        put(tx, "school", &school(2, "De Brug"))
    });
    store.close().unwrap();
    let guards = triggers(&place);
    if let Some(version) = older {
        let left = format!("{} UPDATE derived SET version = {version};", kept());
        raw(&place.path()).execute_batch(&left).unwrap();
        let all = guards.len() + (RECORDS.len() + SEARCHED.len()) * 3;
        assert_eq!(triggers(&place).len(), all);
    }

    let mut store = place.open();
    change(&mut store, |tx| {
        put(tx, "pupil", &pupil(3, 2, "Samira", "", "Kanarie"))?;
        put(tx, "person", &person(4, "Jan", "de Boer", 1))?;
        put(tx, "note", &note(5, "table", "de kanarie zingt"))
    });
    change(&mut store, |tx| put(tx, "note", &note(5, "table", "de merel zingt")));
    let found = |store: &Store, word: &str| {
        let notes = store.find_notes(word, &[TextKind::TableNote], 9).unwrap().len();
        (store.find_pupils(word, None, 9).unwrap().len(), notes)
    };
    assert_eq!((found(&store, "kanarie"), found(&store, "merel")), ((1, 0), (0, 1)));
    store.undo(at("10:20:00")).unwrap();
    assert_eq!((found(&store, "kanarie"), found(&store, "merel")), ((1, 1), (0, 0)));
    change(&mut store, |tx| {
        tx.remove_image("note", &note(5, "table", "de kanarie zingt").to_string())
            .map(|_| ())
    });
    assert_eq!(found(&store, "kanarie"), (1, 0));
    assert_eq!(store.check().unwrap(), Vec::<String>::new());
    store.close().unwrap();
    assert_eq!(triggers(&place), guards);
    images(&place)
}

#[test]
fn nothing_is_journaled_or_found_twice_in_a_file_that_kept_every_trigger_of_an_older_program() {
    let own = written_in(None);
    assert!(own.len() >= 7, "{own:?}");
    // Of version 0 the search tables are made anew too, of version 1 they are those of this program.
    for version in [0, 1] {
        assert_eq!(written_in(Some(version)), own, "{version}");
    }
}
