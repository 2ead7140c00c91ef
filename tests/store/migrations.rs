//! A file as an older program left it: made of the migrations it had and of rows and images as it wrote them.

use dakpan::store::Store;
use serde_json::Value;

use super::*;

/// What version 1 wrote of a tile that was laid and then given a label, and of all that it lies on.
const VERSION_1: &str = r#"
INSERT INTO party VALUES (1, 'municipality', 'Sociale Dienst', 'Dordrecht');
INSERT INTO school VALUES (2, '00AB', '00', 'pro', 'De Brug', 'Dordrecht', 1, NULL, NULL);
INSERT INTO pupil (id, school, number, given, family) VALUES (3, 2, '000001', 'Samira', 'Kaya');
INSERT INTO tile VALUES (3, 4, 'job', 1, NULL, 'bakker', '2026-06-01', NULL, NULL, 'agency', NULL, NULL, NULL, '');
INSERT INTO journal (seq, at, who, intent, pupil) VALUES
  (1, '2026-06-01T10:00:00+02:00', 'Els', 'add_tile', 3),
  (2, '2026-06-02T10:00:00+02:00', 'Els', 'add_tile', 3);
INSERT INTO journal_row (id, entry, record, before, after) VALUES
  (1, 1, 'tile', NULL, '{"pupil":3,"id":4,"kind":"job","party":1,"holder":null,"label":"\"werk\"","from_on":"2026-06-01","until_on":null,"ended_on":null,"contract_form":"agency","hours":null,"wage_value":null,"no_guidance_on":null,"no_guidance_by":""}'),
  (2, 2, 'tile', '{"pupil":3,"id":4,"kind":"job","party":1,"holder":null,"label":"\"werk\"","from_on":"2026-06-01","until_on":null,"ended_on":null,"contract_form":"agency","hours":null,"wage_value":null,"no_guidance_on":null,"no_guidance_by":""}', '{"pupil":3,"id":4,"kind":"job","party":1,"holder":null,"label":"bakker","from_on":"2026-06-01","until_on":null,"ended_on":null,"contract_form":"agency","hours":null,"wage_value":null,"no_guidance_on":null,"no_guidance_by":""}');
"#;

/// What an older program made its files with.
const MIGRATIONS: [&str; 8] = [
    include_str!("../../data/migrations/0001_records.sql"),
    include_str!("../../data/migrations/0002_term_mark.sql"),
    include_str!("../../data/migrations/0003_queue_mark.sql"),
    include_str!("../../data/migrations/0004_trajectory.sql"),
    include_str!("../../data/migrations/0005_rights.sql"),
    include_str!("../../data/migrations/0006_bundle.sql"),
    include_str!("../../data/migrations/0007_working_notes.sql"),
    include_str!("../../data/migrations/0008_settled.sql"),
];

/// A new file of a version, open to another program that has the key.
fn of_version(version: usize, place: &Place) -> rusqlite::Connection {
    let file = raw(&place.path());
    for sql in &MIGRATIONS[..version] {
        file.execute_batch(sql).unwrap();
    }
    file.execute_batch(&format!(
        "PRAGMA application_id = 0x646b706e; PRAGMA user_version = {version};"
    ))
    .unwrap();
    file
}

/// A file of version 1, closed.
pub(super) fn version_1() -> Place {
    let place = Place::new();
    of_version(1, &place).execute_batch(VERSION_1).unwrap();
    place
}

fn labels(store: &Store) -> Vec<String> {
    store.tiles(3).unwrap().into_iter().map(|tile| tile.label).collect()
}

#[test]
fn a_file_of_version_1_keeps_its_tiles_and_gets_a_place_for_the_reason() {
    let mut store = version_1().open();
    let tiles = store.tiles(3).unwrap();
    assert_eq!((tiles.len(), tiles[0].label.as_str()), (1, "bakker"));
    assert_eq!(tiles[0].details.ended_why, "");
    change(&mut store, |tx| {
        let part = dakpan::domain::trajectory::Part::Tile(4);
        tx.end_part(3, part, "2026-06-03".parse().unwrap(), "contract niet verlengd")
    });
    assert_eq!(store.tiles(3).unwrap()[0].details.ended_why, "contract niet verlengd");
    assert_eq!(store.check().unwrap(), Vec::<String>::new());
}

#[test]
fn what_version_1_recorded_can_be_taken_back_and_made_again_after_the_migration() {
    let mut store = version_1().open();
    store.undo(at("10:00:00")).unwrap();
    assert_eq!(labels(&store), ["\"werk\""]);
    store.undo(at("10:01:00")).unwrap();
    assert_eq!(labels(&store), Vec::<String>::new());
    store.redo(at("10:02:00")).unwrap();
    store.redo(at("10:03:00")).unwrap();
    assert_eq!(labels(&store), ["bakker"]);
}

#[test]
fn a_new_file_has_every_column_of_the_migrations() {
    let mut store = Place::new().create();
    change(&mut store, |tx| {
        put(tx, "party", &party(1, "De Brug"))?;
        put(tx, "school", &school(2, "De Brug"))?;
        put(tx, "pupil", &pupil(3, 2, "Tess", "", "Test"))?;
        put(tx, "tile", &tile(3, 4, "stage"))
    });
    let rows = dump(&store);
    let (_, row) = rows.iter().find(|(record, _)| *record == "tile").unwrap();
    let row: Value = serde_json::from_str(row).unwrap();
    assert_eq!(row["ended_why"], "");
}

/// A conflict in which somebody chose before choosing was a version of its own.
#[test]
fn a_choice_of_version_6_can_be_taken_back_after_the_migration() {
    let place = Place::new();
    let file = of_version(6, &place);
    let open = r#"{"id":9,"pupil":null,"record":"party","row_key":"[1]","field":"name","other":"\"SD\"","other_at":"","other_by":"b","settled_on":null}"#;
    let settled = open.replace("\"settled_on\":null", "\"settled_on\":\"2026-06-02\"");
    file.execute_batch(&format!(
        "INSERT INTO party VALUES (1, 'municipality', 'Sociale Dienst', 'Dordrecht');
         INSERT INTO conflict VALUES (9, NULL, 'party', '[1]', 'name', '\"SD\"', '', 'b', '2026-06-02');
         INSERT INTO journal (seq, at, who, intent, tick) VALUES (1, '2026-06-02T10:00:00+02:00', 'Els', 'settle_conflict', 7);
         INSERT INTO journal_row (id, entry, record, before, after) VALUES (1, 1, 'conflict', '{open}', '{settled}');"
    ))
    .unwrap();
    drop(file);
    let mut store = place.open();
    assert!(store.conflicts().unwrap().is_empty());
    store.undo(at("10:00:00")).unwrap();
    assert_eq!(store.conflicts().unwrap().len(), 1);
    assert_eq!(store.check().unwrap(), Vec::<String>::new());
}

/// A file of version 8 with a trail of this program, one line of it about somebody who was erased since.
#[test]
fn the_trail_of_version_8_is_as_it_was_and_takes_the_line_of_a_restore() {
    use dakpan::domain::rights::TrailKind;
    use dakpan::store::{Constraint, NewLine};
    let line = |kind, pupil| NewLine {
        kind,
        pupil,
        meeting: None,
        export: None,
        why: "meeting",
    };
    let place = Place::new();
    let mut store = place.create();
    for pupil in [3, 4] {
        store
            .add_trail(line(TrailKind::Opened, Some(pupil)), at("10:00:00"))
            .unwrap();
    }
    store
        .unjournaled(at("10:01:00"), |tx| {
            tx.set_setting("chair", "Els")?;
            tx.add_trail(line(TrailKind::NoteExpired, None))
        })
        .unwrap();
    let before = store.trail(10, None).unwrap();
    store.close().unwrap();
    let older = Place::new();
    let file = of_version(8, &older);
    file.execute("ATTACH ?1 AS newer", [place.path().to_str().unwrap()])
        .unwrap();
    file.execute_batch(
        "INSERT INTO trail SELECT * FROM newer.trail ORDER BY seq;
         UPDATE trail_end SET (seq, chain) = (SELECT seq, chain FROM newer.trail_end);
         UPDATE journal_open SET entry = 0; UPDATE trail SET pupil = NULL, salt = NULL WHERE pupil = 4;
         UPDATE journal_open SET entry = NULL; DETACH newer;",
    )
    .unwrap();
    let restored = "INSERT INTO trail SELECT 4, at, who, 'restored', NULL, NULL, NULL, why, 0, NULL, '', '' FROM trail
                    WHERE seq = 3";
    assert!(file.execute_batch(restored).is_err(), "it did not know of it");
    drop(file);
    let mut store = older.open();
    let mut after = store.trail(10, None).unwrap();
    assert_eq!(after[1].pupil, None);
    after[1].pupil = Some(4);
    assert!(after == before);
    assert_eq!(store.verify_trail().unwrap(), []);
    store
        .add_trail(line(TrailKind::Restored, None), at("10:02:00"))
        .unwrap();
    assert_eq!(store.verify_trail().unwrap(), []);
    store.close().unwrap();
    let file = raw(&older.path());
    for sql in [
        "DELETE FROM trail",
        "UPDATE trail SET who = 'Jan'",
        &restored.replace("4, at", "9, at"),
    ] {
        let error = file.execute_batch(sql).map_err(StoreError::from);
        assert_eq!(error, Err(StoreError::Refused(Constraint::Trigger)), "{sql}");
    }
}
