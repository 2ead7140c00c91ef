//! Results put together from the file, also when somebody of the cohort was erased.

use std::ops::ControlFlow;

use dakpan::app::results::{ResultAsk, ResultQuery, ResultScreen, Results, gather};
use dakpan::domain::Id;
use dakpan::domain::practice::Practice;
use dakpan::domain::result::{Division, ResultSets};
use dakpan::domain::standing::Asking;
use dakpan::domain::term::Rules;
use dakpan::store::{EraseReason, Scope, Store};
use dakpan::text::{Catalog, Lang};
use serde_json::json;

use crate::store::{Place, at, change, party, pupil, put, school};

/// Two schools of one name with pupils of one cohort.
fn laid() -> (Place, Store, Id) {
    let place = Place::new();
    let mut store = place.create();
    change(&mut store, |tx| {
        put(tx, "party", &party(1, "De Brug"))?;
        put(tx, "cohort", &json!({"id": 9, "name": "2026", "category_set": ""}))?;
        for number in 1..=2 {
            put(tx, "school", &school(number, "School"))?;
            for place in 0..7 {
                let id = number * 100 + place;
                put(tx, "pupil", &pupil(id, number, "Samira", "", "Kaya"))?;
                put(tx, "cohort_member", &json!({"id": id + 1000, "cohort": 9, "pupil": id}))?;
            }
        }
        Ok(())
    });
    (place, store, 9)
}

fn gathered(store: &Store, cohort: Id, by: Division) -> Results {
    let rules = Rules::built_in().unwrap();
    let asking = Asking {
        today: at("10:00:00").date_naive(),
        practice: Practice::default(),
        rules: &rules,
    };
    let ask = ResultAsk {
        cohorts: vec![cohort],
        by: Some(by),
        outcomes: false,
        today: asking.today,
    };
    let sets = ResultSets::built_in().unwrap();
    gather(store, &ask, &sets, &asking).unwrap().unwrap()
}

#[test]
fn groups_sum_to_the_whole_after_an_erasure() {
    let (_place, mut store, cohort) = laid();
    for pupil in [100, 200] {
        let go_on = &mut |_| ControlFlow::Continue(());
        store
            .forget(pupil, EraseReason::Request, at("10:30:00"), go_on)
            .unwrap();
    }
    for by in Division::ALL.iter().copied() {
        let results = gathered(&store, cohort, by);
        let one = &results.cohorts[0];
        assert_eq!(one.table.counts[0], 14, "{by:?}");
        for (row, whole) in one.table.counts.iter().enumerate() {
            let sum: u64 = one.groups.values().map(|table| table.counts[row]).sum();
            assert_eq!(sum, *whole, "{by:?}, row {row}");
        }
        // Two who were erased are too few to be told, and not to be computed from what the groups lack of the whole.
        if by == Division::School {
            let (whole, groups) = results.public(one);
            let told: Option<u64> = groups.iter().map(|(_, table)| table.counts()[0]).sum();
            assert!(told.is_none() || whole.counts()[0].is_none(), "{told:?}");
            let hidden = groups.iter().filter(|(_, table)| table.counts()[0].is_none()).count();
            assert!(hidden > 1 || whole.counts()[0].is_none(), "one alone can be computed");
        }
    }
}

#[test]
fn two_schools_of_one_name_are_two_groups() {
    let (_place, store, cohort) = laid();
    let mut people = 0;
    let on = at("10:00:00").date_naive();
    store
        .each_member(Scope::Cohort(cohort), on, false, &mut |_| people += 1)
        .unwrap();
    let screen = ResultScreen {
        query: ResultQuery {
            cohort: Some(cohort),
            beside: None,
            on,
            by: Some(Division::School),
        },
        cohorts: store.cohorts().unwrap(),
        results: Some(gathered(&store, cohort, Division::School)),
        selected: 0,
    };
    let view = screen.own(Catalog::of(Lang::Nl)).unwrap();
    let counts: Vec<Option<u64>> = view.table.groups.iter().map(|line| line.counts[0]).collect();
    assert_eq!((counts, people), (vec![Some(7), Some(7)], 14));
}
