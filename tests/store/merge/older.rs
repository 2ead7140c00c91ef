//! Files that exchanged bundles before the program wrote down which rows every merging looks at again.

use super::super::raw;
use super::*;

/// Takes out of a file what migration 10 puts in, and lets the migration put it in again.
fn migrated_anew(laptop: &mut Laptop) {
    let folder = TempDir::new().unwrap();
    let opening = |path| Opening {
        path,
        secret: key(),
        now: at(laptop.second),
        who: laptop.name.into(),
        seed: 0xbb,
        salt: None,
    };
    let path = laptop.store.path().to_owned();
    let meanwhile = Store::create(opening(folder.path().join("andere.dakpan"))).unwrap();
    std::mem::replace(&mut laptop.store, meanwhile).close().unwrap();
    let file = raw(&path);
    file.execute_batch(
        "DROP INDEX journal_tick; DROP INDEX journal_row_of; DROP TABLE peer_watch;
         ALTER TABLE bundle_out DROP COLUMN schools; ALTER TABLE bundle_out DROP COLUMN seq;
         ALTER TABLE bundle_out DROP COLUMN peer;",
    )
    .unwrap();
    file.execute_batch(include_str!("../../../data/migrations/0010_merging.sql"))
        .unwrap();
    drop(file);
    laptop.store = Store::open(opening(path)).unwrap();
}

#[test]
fn what_waits_and_what_was_kept_is_looked_at_after_the_migration() {
    let (a, b) = two();
    let mut both = [a, b];
    let contact = |id: i64, person: i64| json!({"id": id, "school": 1, "rank": 1, "person": person});
    both[0].put("person", &person(13, "Piet", "Smit", 2));
    both[0].set("tile", 1100, "holder", 13);
    tell_all(&mut both);
    let [a, b] = &mut both;
    // One first contact waits behind the other; a person who was removed stays, because a tile that was laid meanwhile
    // has them as its holder.
    a.put("fixed_contact", &contact(31, 11));
    b.put("fixed_contact", &contact(32, 12));
    a.set("tile", 1100, "holder", Value::Null);
    a.remove("person", 13);
    b.set("tile", 1101, "holder", 13);
    tell_all(&mut both);
    let [_, b] = &mut both;
    assert!(b.row("fixed_contact", 31).is_some() && b.row("fixed_contact", 32).is_none());
    assert!(b.row("person", 13).is_some());
    migrated_anew(b);
    b.remove("fixed_contact", 31);
    b.set("tile", 1101, "holder", Value::Null);
    tell_all(&mut both);
    let [a, b] = &both;
    assert!(b.row("fixed_contact", 32).is_some());
    assert!(b.row("person", 13).is_none());
    alike(a, b, "after the migration");
}
