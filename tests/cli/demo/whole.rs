//! The demo file as a whole: its journal, its size, and what it tells without its key.

use super::*;

#[test]
fn the_journal_tells_the_story_and_can_be_taken_back() {
    let mut demo = Demo::new(TODAY, 60);
    let journal = demo.store.journal(1000, None).unwrap();
    assert!(journal.len() > 150 && journal.iter().all(|entry| entry.state == EntryState::Done));
    let who: BTreeSet<&str> = journal.iter().map(|entry| entry.who.as_str()).collect();
    assert_eq!(who.into_iter().collect::<Vec<_>>(), ["Anneke Hofstra", "Murat Demir"]);
    let intents: BTreeSet<&str> = journal.iter().map(|entry| entry.intent.as_str()).collect();
    for intent in [
        "import_list",
        "plan_meeting",
        "open_meeting",
        "write",
        "agree",
        "action_done",
        "read_back",
        "reopen_meeting",
    ] {
        assert!(intents.contains(intent), "no {intent}");
    }
    let known = dakpan::domain::intent::Intent::from_code;
    assert!(intents.iter().all(|intent| known(intent).is_some()));

    let now = Moment::parse_from_rfc3339("2026-06-03T09:00:00+02:00").unwrap();
    let today = demo.sitting().meeting.id;
    while demo
        .store
        .meetings(10)
        .unwrap()
        .iter()
        .any(|meeting| meeting.id == today)
    {
        demo.store.undo(now).unwrap();
    }
    assert_eq!(demo.store.journal(1, None).unwrap()[0].who, "Anneke Hofstra");
    assert!(demo.store.meetings(10).unwrap().len() == 2);
    while demo.store.redo(now).is_ok() {}
    assert_eq!(demo.sitting().meeting.id, today);
}

#[test]
fn there_are_as_many_pupils_as_asked_for_and_no_fewer_than_the_tables() {
    for (asked, there) in [(1, 22), (200, 200)] {
        let plain = Demo::new(TODAY, asked).plain();
        // The two groups of the past come beside them.
        let present = "SELECT count(*) FROM pupil WHERE id NOT IN (SELECT pupil FROM cohort_member)";
        assert_eq!(plain.number(present), there);
        assert_eq!(plain.number("SELECT count(*) FROM pupil"), there + 180 + 21);
    }
    let folder = TempDir::new().unwrap();
    let opening = Opening {
        path: path(&folder),
        secret: Secret::KeyFile(Zeroizing::new(KEY)),
        now: Moment::parse_from_rfc3339("2026-06-03T09:00:00+02:00").unwrap(),
        who: "Test".into(),
        seed: SEED,
        salt: Some([5; 9]),
    };
    let mut store = Store::create(opening).unwrap();
    let mut told = Vec::new();
    make(&mut store, TODAY.parse().unwrap(), 4500, &mut |done, of| {
        told.push((done, of))
    })
    .unwrap();
    assert!(told.len() > 10 && told.is_sorted() && told.iter().all(|(_, of)| *of == 4500));
    assert_eq!(told.last(), Some(&(4500, 4500)));
}

#[test]
fn a_larger_demo_holds_together_and_is_spread() {
    let demo = Demo::new(TODAY, 1200);
    assert_eq!(demo.store.check().unwrap(), [] as [String; 0]);
    for code in ["00AB00", "00CD00", "00EF00"] {
        let rules = Rules::built_in().unwrap();
        let asking = Asking {
            today: demo.today,
            practice: Practice::default(),
            rules: &rules,
        };
        let proposed = demo.store.propose_pupils(demo.school(code), &asking, 1000).unwrap();
        assert!(proposed.len() > 100, "{code}: {}", proposed.len());
    }
    let plain = demo.plain();
    assert_eq!(plain.rows("PRAGMA foreign_key_check"), [] as [Vec<Value>; 0]);
    let rows: i64 = [
        "pupil",
        "network_person",
        "transition_chance",
        "tile",
        "instrument",
        "primary_result",
        "note",
        "decision",
        "action",
    ]
    .iter()
    .map(|table| plain.number(&format!("SELECT count(*) FROM {table}")))
    .sum();
    let each = rows as f64 / 1200.0;
    assert!((18.0..22.0).contains(&each), "{each} rows for each pupil");
    assert!(plain.number("SELECT count(DISTINCT leaving) FROM pupil") > 15);
    assert_eq!(
        plain.number("SELECT count(*) FROM tile WHERE ended_on < from_on OR until_on < from_on"),
        0
    );
    let odd = "SELECT count(*) FROM pupil WHERE julianday(coalesce(left_on, leaving)) - julianday(birth)
               NOT BETWEEN 15 * 365 AND 22 * 366";
    assert_eq!(plain.number(odd), 0);
    let nameless = plain.number("SELECT count(*) FROM pupil WHERE informed_on IS NULL OR objection_on IS NOT NULL");
    assert!((20..150).contains(&nameless));
    // The rows of one pupil were written together: no other pupil's lie in between.
    for table in ["note", "action", "decision", "network_person", "transition_chance"] {
        let breaks = format!(
            "SELECT count(*) FROM (SELECT pupil, lag(pupil) OVER (ORDER BY id) AS before FROM {table}
             WHERE meeting_less) WHERE pupil IS NOT before"
        )
        .replace(
            "meeting_less",
            if matches!(table, "note" | "action" | "decision") {
                "meeting IS NULL"
            } else {
                "1"
            },
        );
        let pupils = plain.number(&format!("SELECT count(DISTINCT pupil) FROM {table}"));
        assert!(plain.number(&breaks) <= pupils + 40, "{table} is scattered");
    }
}

/// What `strings` finds in the file: nothing of what is in it.
#[test]
fn the_file_tells_nothing_without_its_key() {
    let plain = Demo::new(TODAY, 100).plain();
    let texts = plain.rows(
        "SELECT family FROM pupil UNION SELECT name FROM network_person UNION SELECT family FROM person
         UNION SELECT phone FROM person UNION SELECT email FROM person UNION SELECT text FROM note
         UNION SELECT text FROM decision UNION SELECT wish FROM pupil",
    );
    let texts: Vec<String> = texts
        .into_iter()
        .map(|mut row| match row.remove(0) {
            Value::Text(text) => text,
            other => panic!("{other:?}"),
        })
        .filter(|text| text.len() > 5)
        .collect();
    assert!(texts.len() > 200);
    let Plain { connection, folder } = plain;
    drop(connection);
    for file in std::fs::read_dir(folder.path()).unwrap() {
        let bytes = std::fs::read(file.unwrap().path()).unwrap();
        let held: BTreeSet<&[u8]> = bytes.windows(6).collect();
        for text in &texts {
            assert!(!held.contains(&text.as_bytes()[..6]), "{text} lies open in the file");
        }
    }
}

#[test]
fn the_passphrase_is_no_secret() {
    assert_eq!(PASSPHRASE, "demo");
}
