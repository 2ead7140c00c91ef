//! What one meeting changes costs the same to bundle and to merge, however much both files hold beside it.
//!
//! What is counted is the bytes that the thread reads from the file, which has just been opened, so that every page it
//! needs is read: the same on a busy machine as on a quiet one. Only Linux tells this of a thread.
#![cfg(target_os = "linux")]

use super::*;

/// Bytes that this thread has read so far, from wherever.
fn read_so_far() -> u64 {
    let told = std::fs::read_to_string("/proc/thread-self/io").unwrap();
    let line = told.lines().find_map(|line| line.strip_prefix("rchar: "));
    line.unwrap().trim().parse().unwrap()
}

fn reopened(laptop: &mut Laptop, seed: u64) {
    let path = laptop.store.path().to_owned();
    let opening = |path| Opening {
        path,
        secret: key(),
        now: at(laptop.second),
        who: laptop.name.into(),
        seed,
        salt: None,
    };
    let elsewhere = Store::create(opening(path.with_extension("andere"))).unwrap();
    std::mem::replace(&mut laptop.store, elsewhere).close().unwrap();
    laptop.store = Store::open(opening(path)).unwrap();
}

/// Bytes read for a bundle of a change, for a look at what merging it would do, and for merging it, when both files know
/// so many more pupils, each with notes and a place in a cohort, all of which one file made and the other was told of.
fn bytes_read(pupils: i64) -> [u64; 3] {
    let (mut a, mut b) = two();
    a.change(|tx| {
        put(tx, "cohort", &json!({"id": 21, "name": "2026", "category_set": ""}))?;
        for id in 1000..1000 + pupils {
            put(tx, "pupil", &pupil(id, 1, "Samira", "", "Kaya"))?;
            put(tx, "cohort_member", &json!({"id": id, "cohort": 21, "pupil": id}))?;
            put(tx, "note", &note_of(id, id, "table", &"Wat er gezegd is. ".repeat(10)))?;
        }
        Ok(())
    });
    let bundle = a.bundle("b");
    b.merge(&bundle);
    // Rows that went, and rows that were changed here and there, are many as well.
    b.change(|tx| {
        for id in 1000..1000 + pupils {
            let note = note_of(id, id, "table", "");
            tx.remove_image("note", &note.to_string())?;
            put(tx, "pupil", &pupil(id, 1, "Samira", "", "Kayasoy"))?;
        }
        Ok(())
    });
    let bundle = b.bundle("a");
    a.merge(&bundle);
    // What others told goes along once, whoever told it.
    let bundle = a.bundle("b");
    b.merge(&bundle);
    for id in [100, 101, 102, 200] {
        a.set("pupil", id, "wish", "bakker");
        let note = a.store.next_id();
        a.put("note", &note_of(note, id, "table", "Wil bakker worden."));
    }
    reopened(&mut a, 0xaa);
    reopened(&mut b, 0xbb);
    let before = read_so_far();
    let bundle = a.bundle("b");
    let bundled = read_so_far();
    assert_eq!(bundle.rows.iter().filter(|row| row.record == "note").count(), 4);
    let seen = b.store.merge(&bundle, at(b.second + 1), true).unwrap();
    let looked = read_so_far();
    let done = b.merge(&bundle);
    assert_eq!((seen.news, done.news), (8, 8), "{pupils} pupils");
    [bundled - before, looked - bundled, read_so_far() - looked]
}

#[test]
fn a_meeting_costs_the_same_in_a_large_file() {
    let (small, large) = (bytes_read(20), bytes_read(800));
    for (what, (small, large)) in ["bundling", "looking", "merging"]
        .iter()
        .zip(small.into_iter().zip(large))
    {
        // A deeper tree costs a page more at each step down; a whole table costs forty times as much.
        assert!(
            large < 2 * small + 100_000,
            "{what} read {small} bytes in a small file and {large} in a large one"
        );
    }
}
