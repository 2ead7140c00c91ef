//! A region with five thousand parties and as many people around them: what a step to a pupil costs must hang on the
//! pupil, and not on how many employers the region knows.

use dakpan::domain::codes::PartyKind;
use dakpan::domain::intent::Intent;
use dakpan::domain::practice::Practice;
use dakpan::domain::standing::Asking;
use dakpan::domain::term::Rules;
use dakpan::store::{About, NewPerson, QueueFrom, Store};
use divan::Bencher;

use crate::tables::{SIZES, now, open, opening, today};

/// Parties that are added to those of the demo, each with one person.
const PARTIES: [usize; 2] = [0, 5_000];

/// The file of the smallest size with so many parties more, kept beside the others.
fn open_among(parties: usize) -> Store {
    let plain = opening(SIZES[0]);
    let path = plain.path.with_extension(format!("parties-{parties}"));
    if !path.exists() {
        open(SIZES[0]).close().unwrap();
        let half = path.with_extension("half");
        std::fs::copy(&plain.path, &half).unwrap();
        let mut store = Store::open(dakpan::store::Opening {
            path: half.clone(),
            ..opening(SIZES[0])
        })
        .unwrap();
        add(&mut store, parties);
        store.close().unwrap();
        std::fs::rename(half, &path).unwrap();
    }
    Store::open(dakpan::store::Opening {
        path,
        ..opening(SIZES[0])
    })
    .unwrap()
}

fn add(store: &mut Store, parties: usize) {
    let about = About {
        intent: Intent::NewPupil.code(),
        pupil: None,
        meeting: None,
    };
    store
        .change(about, now(), |tx| {
            for number in 0..parties {
                let party = tx.insert_party(PartyKind::Employer, &format!("Bedrijf {number}"), "Dordrecht")?;
                tx.insert_person(&NewPerson {
                    party,
                    given: "Kim".into(),
                    family: format!("Begeleider{number}"),
                    position: "jobcoach".into(),
                    phone: String::new(),
                    email: String::new(),
                })?;
            }
            Ok(())
        })
        .unwrap();
}

fn asking(rules: &Rules) -> Asking<'_> {
    Asking {
        today: today(),
        practice: Practice::default(),
        rules,
    }
}

#[divan::bench(args = PARTIES)]
fn reasons_of_one_pupil_among_parties(bencher: Bencher<'_, '_>, parties: usize) {
    let (store, rules) = (open_among(parties), Rules::built_in().unwrap());
    let page = store.queue_page(None, QueueFrom::Start, 64).unwrap();
    let pupil = page.lines[32].id;
    bencher.bench_local(|| store.standing(pupil, &asking(&rules)).unwrap());
}

/// What the private screen reads after an undo: whoever a window of 36 rows can show.
#[divan::bench(args = PARTIES)]
fn reasons_of_a_screenful_among_parties(bencher: Bencher<'_, '_>, parties: usize) {
    let (store, rules) = (open_among(parties), Rules::built_in().unwrap());
    let page = store.queue_page(None, QueueFrom::Start, 36).unwrap();
    let pupils: Vec<i64> = page.lines.iter().map(|line| line.id).collect();
    bencher.bench_local(|| {
        let mut count = 0;
        store.standings(&pupils, &asking(&rules), &mut |_| count += 1).unwrap();
        count
    });
}
