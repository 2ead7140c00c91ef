//! What a bundle holds of what happened since the last one is what going through the whole file would find.

use dakpan::domain::codes::Willing;
use dakpan::domain::people::NetworkPerson;
use serde_json::json;

use super::random::{Dice, act, region};
use super::*;

/// The changes in what would go to a receiver now, in one order.
fn news(laptop: &Laptop, receiver: &str, schools: &[School]) -> Vec<(String, String, i64, String)> {
    let bundle = laptop.collected(receiver, schools, false).bundle;
    let mut rows: Vec<_> = bundle
        .rows
        .into_iter()
        .map(|row| {
            let said = format!("{:?} {:?}", row.before, row.after);
            (row.record, row.file, row.tick, said)
        })
        .collect();
    rows.sort();
    rows
}

fn send(laptop: &mut Laptop, receiver: &str, schools: &[School]) {
    let collected = laptop.collected(receiver, schools, false);
    laptop.store.bundle_written(&collected).unwrap();
}

/// Of two receivers who know the same one had a bundle of both schools, the other one of each school: nobody can say
/// of the second what it was told of both, so its bundle is made of the whole file.
#[test]
fn what_happened_since_the_last_bundle_is_all_that_is_new() {
    let mut told = 0;
    for seed in 40..52 {
        let mut dice = Dice::new(seed);
        let mut laptops = region(2);
        for round in 0..5 {
            let schools = laptops[0].store.schools().unwrap();
            send(&mut laptops[0], "both", &schools);
            for school in &schools {
                send(&mut laptops[0], "each", std::slice::from_ref(school));
            }
            for _ in 0..8 {
                act(&mut laptops[0], &mut dice);
                act(&mut laptops[1], &mut dice);
                if dice.below(4) == 0 {
                    let pupil = dice.of(&[100, 101, 200, 201]);
                    let school = dice.of(&[1, 2]);
                    laptops[0].set("pupil", pupil, "school", school);
                    laptops[0].set("pupil", pupil, "number", format!("{pupil}-{round}"));
                }
            }
            let bundle = laptops[1].bundle("a");
            laptops[0].merge(&bundle);
            if dice.below(3) == 0 {
                laptops[0].undo();
                if dice.below(2) == 0 {
                    // What is made again after a bundle was written is news since then.
                    send(&mut laptops[0], "both", &schools);
                    for school in &schools {
                        send(&mut laptops[0], "each", std::slice::from_ref(school));
                    }
                    laptops[0].redo();
                }
            }
            let since = news(&laptops[0], "both", &schools);
            assert_eq!(since, news(&laptops[0], "each", &schools), "seed {seed}, round {round}");
            told += since.len();
        }
    }
    assert!(told > 500, "{told}");
}

fn has(laptop: &Laptop, schools: &[School], record: &str) -> bool {
    news(laptop, "b", schools).iter().any(|row| row.0 == record)
}

/// What hangs on a pupil, a block or a meeting goes when those come to belong to the schools, without a change of its own.
#[test]
fn what_comes_to_belong_to_a_school_goes_with_what_hangs_on_it() {
    let (mut a, _) = two();
    let schools = a.store.schools().unwrap();
    let first = std::slice::from_ref(&schools[0]);
    assert_eq!(schools[0].id, 1);
    let block = |id: i64, school: i64| json!({"id": id, "meeting": 31, "seq": id, "school": school, "present_confirmed_at": null, "read_back_at": null});
    a.change(|tx| {
        put(tx, "note", &note_of(51, 200, "table", "Van de tweede school."))?;
        put(
            tx,
            "meeting",
            &json!({"id": 31, "kind": "transfer_table", "day": "2026-06-03", "starts": "10:00", "ends": "12:00",
                "place": "", "opened_at": null, "closed_at": null, "agreement": "", "agreement_until": null,
                "next_day": null}),
        )?;
        put(tx, "block", &block(41, 1))?;
        put(tx, "block", &block(42, 2))?;
        put(
            tx,
            "correction",
            &json!({"id": 61, "meeting": 31, "made_at": "2026-06-03T10:00:00+02:00", "made_by": "Els", "reason": ""}),
        )
    });
    send(&mut a, "b", first);
    assert!(news(&a, "b", first).is_empty());
    // The meeting is the first school's alone once the other's block is gone.
    a.remove("block", 42);
    assert!(has(&a, first, "correction"));
    a.undo();
    assert!(!has(&a, first, "correction"));
    // A pupil who changes school takes along what was written.
    assert!(!has(&a, first, "note"));
    let mut row = a.row("pupil", 200).unwrap();
    (row["school"], row["number"]) = (1.into(), "000099".into());
    a.put("pupil", &row);
    assert!(has(&a, first, "note"));
}

/// Somebody of a pupil's own surroundings who was changed, and one who was taken out, are so on the other laptop too.
#[test]
fn the_network_of_a_pupil_goes_along_as_it_was_changed() {
    let (mut a, mut b) = two();
    let person = |id: i64, name: &str| json!({"id": id, "pupil": 100, "name": name, "relation": "moeder", "phone": "", "willing": "unknown"});
    a.put("network_person", &person(700, "Fatma Kaya"));
    a.put("network_person", &person(701, "Mentor Jansen"));
    let first = a.bundle("b");
    b.merge(&first);
    a.change(|tx| {
        tx.update_network_person(&NetworkPerson {
            id: 700,
            pupil: 100,
            name: "Fatma Vink".into(),
            relation: "moeder".into(),
            phone: String::new(),
            willing: Willing::Yes,
        })?;
        tx.delete_network_person(701)
    });
    let second = a.bundle("b");
    b.merge(&second);
    alike(&a, &b, "as it was changed");
    assert_eq!(b.row("network_person", 700).unwrap()["name"], "Fatma Vink");
    assert_eq!(b.row("network_person", 701), None);
}
