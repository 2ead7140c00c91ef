//! Erasing, on the demo's file: looked for afterwards with another reader, page by page through the key.

mod beside;
mod copies;

use std::ops::ControlFlow;

use dakpan::cli::demo;
use dakpan::domain::draft::DraftEdit;
use dakpan::domain::rights::TrailKind;
use dakpan::domain::{Day, Id};
use dakpan::store::{EraseReason, EraseStep, NewDraft};

use super::*;

/// What is written about the pupil in places where only an erasure finds it.
const CANARIES: [&str; 5] = [
    "kanariepiet in de werknotitie",
    "kanariepiet in de tafelnotitie, later gewist",
    "kanariepiet in een besluit",
    "kanariepiet in een concept",
    "kanariepiet als telefoonnummer",
];

/// The demo's table with a pupil of whom something is written everywhere, and a backup beside it.
struct Scene {
    place: Place,
    pupil: Id,
    name: dakpan::domain::name::Name,
    number: String,
}

fn scene() -> (Scene, Store) {
    let place = Place::new();
    let mut store = Store::create(Opening {
        seed: demo::SEED,
        ..place.opening(key())
    })
    .unwrap();
    demo::make(
        &mut store,
        at("10:00:00").date_naive(),
        demo::DEFAULT_PUPILS,
        &mut |_, _| {},
    )
    .unwrap();
    let hit = store.find_pupils("Samira", None, 1).unwrap()[0];
    let pupil = store.pupil(hit.id).unwrap();
    change(&mut store, |tx| {
        let mut row = note(tx.new_id(), "working", CANARIES[0]);
        row["pupil"] = json!(pupil.id);
        put(tx, "note", &row)?;
        let mut row = note(tx.new_id(), "table", CANARIES[1]);
        row["pupil"] = json!(pupil.id);
        put(tx, "note", &row)
    });
    store.undo(at("10:06:00")).unwrap();
    store.redo(at("10:07:00")).unwrap();
    change(&mut store, |tx| {
        let id = tx.new_id();
        put(
            tx,
            "decision",
            &json!({"id": id, "pupil": pupil.id, "meeting": null, "item": null, "text": CANARIES[2], "provisional": 0,
                "decided_on": "2026-06-03"}),
        )?;
        let id = tx.new_id();
        put(
            tx,
            "network_person",
            &json!({"id": id, "pupil": pupil.id, "name": "Moeder Zonderling", "relation": "moeder",
                "phone": CANARIES[4], "willing": "yes"}),
        )
    });
    let draft = NewDraft {
        pupil: Some(pupil.id),
        meeting: None,
        item: None,
        kind: "working",
        base: CANARIES[3],
    };
    let draft = store.open_draft(draft).unwrap();
    store
        .append_edits(
            draft,
            &[DraftEdit {
                at: 0,
                removed: String::new(),
                inserted: "kanariepiet getypt ".into(),
            }],
        )
        .unwrap();
    store.add_opened(pupil.id, None, at("10:08:00")).unwrap();
    backup(&store, "10:20:00");
    let scene = Scene {
        place,
        pupil: pupil.id,
        name: pupil.name,
        number: pupil.number,
    };
    (scene, store)
}

fn backup(store: &Store, time: &str) -> PathBuf {
    let folder = store.path().with_file_name("backups");
    let path = dakpan::store::backup_path(&folder, "tafel", at(time));
    store.backup(&path, &mut |_, _| ControlFlow::Continue(())).unwrap();
    path
}

/// Every page of a file as another program reads it through the key.
fn pages(path: &Path) -> Vec<u8> {
    let mut other = raw(path);
    other
        .query_row("SELECT count(*) FROM sqlite_schema", [], |_| Ok(()))
        .unwrap();
    other.serialize("main").unwrap().to_vec()
}

fn holds(pages: &[u8], text: &str) -> bool {
    pages.windows(text.len()).any(|window| window == text.as_bytes())
}

impl Scene {
    /// What of the pupil stands anywhere in a file.
    fn left_in(&self, path: &Path) -> Vec<String> {
        let pages = pages(path);
        let folded = self.name.family.to_lowercase();
        let mut forms: Vec<String> = CANARIES.iter().map(|text| (*text).to_owned()).collect();
        forms.extend(["kanariepiet".to_owned(), "Zonderling".to_owned(), self.number.clone()]);
        forms.extend([
            self.name.family.clone(),
            folded,
            self.name.full(),
            self.pupil.to_string(),
        ]);
        forms.retain(|form| holds(&pages, form));
        forms
    }

    fn forget(&self, store: &mut Store) -> dakpan::store::Erased {
        store
            .forget(self.pupil, EraseReason::Request, at("10:30:00"), &mut |_| {
                ControlFlow::Continue(())
            })
            .unwrap()
    }

    fn copies(&self) -> Vec<PathBuf> {
        let folder = self.place.folder.path().join("backups");
        let mut paths: Vec<_> = fs::read_dir(folder)
            .unwrap()
            .map(|entry| entry.unwrap().path())
            .collect();
        paths.sort();
        paths
    }
}

#[test]
fn an_erased_pupil_is_nowhere_in_the_file_nor_in_its_backups() {
    let (scene, store) = scene();
    let before = dump(&store);
    let others = store.find_pupils("Tess", None, 1).unwrap()[0];
    let preview = store.erase_preview(scene.pupil).unwrap();
    assert!(preview.images > 0 && preview.trail == 1);
    let planned: Vec<_> = preview
        .backups
        .iter()
        .map(|copy| (copy.path.clone(), copy.trouble))
        .collect();
    assert_eq!(planned, [(scene.copies()[0].clone(), None)]);
    assert!(
        preview
            .rows
            .iter()
            .any(|(record, rows)| record == "network_person" && *rows > 0),
        "{:?}",
        preview.rows
    );
    store.close().unwrap();
    for path in scene.copies().iter().chain([&scene.place.path()]) {
        assert!(scene.left_in(path).len() > 5, "the test looks in the right place");
    }
    let mut store = scene.place.open();
    let erased = scene.forget(&mut store);
    assert_eq!(erased.rows, preview.rows.iter().map(|(_, rows)| rows).sum::<usize>());
    assert!(erased.proof.pages > 50 && erased.proof.forms > 5, "{:?}", erased.proof);
    assert_eq!((erased.proof.found, erased.put_off), (0, 0));
    assert_eq!(erased.copies.len(), 1);
    assert_eq!(erased.copies[0].done.unwrap().found, 0);
    assert_eq!(store.pupil(scene.pupil), Err(StoreError::Missing("pupil")));
    assert_eq!(store.find_pupils(&scene.name.family, None, 5).unwrap(), []);
    assert!(store.pupil(others.id).is_ok());
    assert_eq!(store.check().unwrap(), Vec::<String>::new());
    // Everything else is as it was.
    let id = scene.pupil.to_string();
    let after = dump(&store);
    let stays = |(record, row): &&(&str, String)| !row.contains(&id) && *record != "item_clock";
    let kept: Vec<_> = before.iter().filter(stays).collect();
    let missing: Vec<_> = kept.iter().filter(|row| !after.contains(row)).collect();
    assert!(missing.is_empty(), "{missing:?}");
    store.close().unwrap();
    for path in scene.copies().iter().chain([&scene.place.path()]) {
        assert_eq!(scene.left_in(path), Vec::<String>::new(), "{}", path.display());
    }
}

#[test]
fn what_went_out_with_the_pupil_in_it_is_told_before_it_is_erased() {
    let (scene, mut store) = scene();
    let export = dakpan::store::NewExport {
        kind: dakpan::domain::papers::PaperKind::YoungPerson,
        pupil: Some(scene.pupil),
        meeting: None,
        made_for: "Samira".into(),
    };
    let about = About {
        intent: "issue_papers",
        ..ABOUT
    };
    store
        .change(about, at("10:09:00"), |tx| {
            tx.add_export(&export, at("10:09:00")).map(|_| ())
        })
        .unwrap();
    let exports = store.exports_of(scene.pupil).unwrap();
    let own: Vec<_> = exports.iter().filter(|one| one.alone).collect();
    assert_eq!((own.len(), own[0].export.made_for.as_str()), (1, "Samira"));
    let all = store.exports(None).unwrap().len();
    scene.forget(&mut store);
    let exports = store.exports(None).unwrap();
    assert_eq!(exports.len(), all, "the record of a document stays, about nobody");
    assert!(
        exports
            .iter()
            .all(|one| one.pupil != Some(scene.pupil) && one.made_for != "Samira")
    );
    assert_eq!(store.verify_trail().unwrap(), []);
}

#[test]
fn the_journal_and_the_trail_keep_their_lines_about_nobody() {
    let (scene, mut store) = scene();
    let entries = store.journal(1000, None).unwrap();
    let looked = store.trail(10, Some(scene.pupil)).unwrap();
    assert_eq!((looked.len(), looked[0].kind), (1, TrailKind::Opened));
    let lines = store.trail(1000, None).unwrap().len();
    scene.forget(&mut store);
    let after = store.journal(1000, None).unwrap();
    assert_eq!(after.len(), entries.len());
    assert!(after.iter().all(|entry| entry.pupil != Some(scene.pupil)));
    assert_eq!(store.trail(10, Some(scene.pupil)).unwrap(), []);
    let trail = store.trail(1000, None).unwrap();
    assert_eq!(
        (trail.len(), trail[0].kind, trail[0].why.as_str()),
        (lines + 1, TrailKind::Erased, "request")
    );
    assert_eq!(store.verify_trail().unwrap(), [], "the chain holds without the pupil");
    // What others did can still be taken back, as far as it goes.
    let mut undone = 0;
    while store.undo(at("10:40:00")).is_ok() {
        undone += 1;
    }
    assert!(undone > 3);
    assert_eq!(store.pupil(scene.pupil), Err(StoreError::Missing("pupil")));
}

#[test]
fn nothing_brings_an_erased_pupil_back() {
    let (scene, mut store) = scene();
    let school = store.pupil(scene.pupil).unwrap().school;
    scene.forget(&mut store);
    let again = store.change(ABOUT, at("10:41:00"), |tx| {
        put(tx, "pupil", &pupil(scene.pupil, school, "Samira", "", "Kaya"))
    });
    assert_eq!(again, Err(StoreError::Refused(dakpan::store::Constraint::Trigger)));
    assert_eq!(store.tombstones().unwrap(), 1);
    assert_eq!(
        store.forget(scene.pupil, EraseReason::Request, at("10:42:00"), &mut |_| {
            ControlFlow::Continue(())
        }),
        Err(StoreError::Missing("pupil"))
    );
}

#[test]
fn results_still_add_up_without_the_pupil() {
    let place = Place::new();
    let mut store = place.create();
    change(&mut store, |tx| {
        put(tx, "party", &party(1, "De Brug"))?;
        put(tx, "school", &school(1, "De Brug"))?;
        put(tx, "cohort", &json!({"id": 50, "name": "SOW 2017", "category_set": ""}))?;
        for id in [3, 4, 5] {
            let mut row = pupil(id, 1, "Leerling", "", &format!("Nummer {id}"));
            row["support_needed"] = json!(1);
            put(tx, "pupil", &row)?;
            put(tx, "cohort_member", &json!({"id": id + 100, "cohort": 50, "pupil": id}))?;
        }
        for (id, pupil, category, day) in [
            (200, 3, "in_discussion", "2026-01-10"),
            (201, 3, "paid_work", "2026-03-01"),
            (202, 4, "paid_work", "2026-02-01"),
        ] {
            put(
                tx,
                "primary_result",
                &json!({"id": id, "pupil": pupil, "category": category, "on_day": day, "meeting": null}),
            )?;
        }
        Ok(())
    });
    let counts = |store: &Store, cohort, day: &str| -> Vec<(String, usize)> {
        let day: Day = day.parse().unwrap();
        let found = store.anonymous_results(cohort, day).unwrap();
        assert!(found.iter().all(|one| one.support_needed == Some(true)));
        found
            .iter()
            .map(|one| (one.category.map_or("", |known| known.code()).to_owned(), one.count))
            .collect()
    };
    for pupil in [3, 4, 5] {
        store
            .forget(pupil, EraseReason::Retention, at("10:30:00"), &mut |_| {
                ControlFlow::Continue(())
            })
            .unwrap();
    }
    for cohort in [Some(50), None] {
        let known = |rows: &[(&str, usize)]| rows.iter().map(|(key, n)| ((*key).to_owned(), *n)).collect::<Vec<_>>();
        assert_eq!(counts(&store, cohort, "2025-12-31"), known(&[("", 3)]));
        assert_eq!(
            counts(&store, cohort, "2026-01-31"),
            known(&[("", 2), ("in_discussion", 1)])
        );
        assert_eq!(
            counts(&store, cohort, "2026-02-28"),
            known(&[("", 1), ("in_discussion", 1), ("paid_work", 1)])
        );
        assert_eq!(
            counts(&store, cohort, "2026-03-01"),
            known(&[("", 1), ("paid_work", 2)])
        );
    }
    assert_eq!(store.tombstones().unwrap(), 3);
}

#[test]
fn stopped_before_it_began_it_changes_nothing() {
    let (scene, mut store) = scene();
    let before = store.dump().unwrap();
    let stopped = store.forget(scene.pupil, EraseReason::Request, at("10:30:00"), &mut |_| {
        ControlFlow::Break(())
    });
    assert_eq!(stopped, Err(StoreError::Cancelled));
    assert_eq!(store.dump().unwrap(), before);
    assert!(!store.is_forgetting().unwrap());
}

/// The folder as a program leaves it that is killed at a moment: copied while it is at work.
fn killed_at(scene: &Scene, into: &Place) {
    fs::create_dir_all(into.folder.path().join("backups")).unwrap();
    for folder in ["", "backups"] {
        for entry in fs::read_dir(scene.place.folder.path().join(folder)).unwrap() {
            let path = entry.unwrap().path();
            if path.is_file() {
                let name = path.file_name().unwrap();
                fs::copy(&path, into.folder.path().join(folder).join(name)).unwrap();
            }
        }
    }
}

#[test]
fn killed_at_any_step_it_is_gone_on_with_when_the_file_is_opened() {
    let (scene, mut store) = scene();
    backup(&store, "10:21:00");
    let mut seen = Vec::new();
    let mut places = Vec::new();
    store
        .forget(scene.pupil, EraseReason::Request, at("10:30:00"), &mut |step| {
            let place = Place::new();
            killed_at(&scene, &place);
            places.push(place);
            seen.push(step);
            ControlFlow::Continue(())
        })
        .unwrap();
    let steps = [
        EraseStep::Records,
        EraseStep::Pages,
        EraseStep::Backup(1, 2),
        EraseStep::Backup(2, 2),
    ];
    assert_eq!(seen, steps);
    for (step, place) in steps.iter().zip(places) {
        let store = place.open();
        assert_eq!(store.check().unwrap(), Vec::<String>::new());
        assert!(!store.is_forgetting().unwrap(), "{step:?}");
        let killed = Scene {
            place,
            name: scene.name.clone(),
            number: scene.number.clone(),
            ..scene
        };
        if *step == EraseStep::Records {
            assert!(store.pupil(killed.pupil).is_ok(), "nothing was begun");
            continue;
        }
        assert_eq!(store.pupil(killed.pupil), Err(StoreError::Missing("pupil")));
        store.close().unwrap();
        for path in killed.copies().iter().chain([&killed.place.path()]) {
            assert_eq!(
                killed.left_in(path),
                Vec::<String>::new(),
                "{step:?} {}",
                path.display()
            );
        }
    }
}

#[test]
fn a_backup_that_does_not_open_is_told_of() {
    let (scene, mut store) = scene();
    let foreign = backup(&store, "10:22:00");
    let mut bytes = fs::read(&foreign).unwrap();
    bytes[40..400].fill(7);
    fs::write(&foreign, &bytes).unwrap();
    let erased = scene.forget(&mut store);
    let done: Vec<_> = erased
        .copies
        .iter()
        .map(|copy| (copy.path == foreign, copy.done.is_ok()))
        .collect();
    assert_eq!(done, [(true, false), (false, true)]);
}
