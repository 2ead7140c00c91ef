//! What holds for any pupil and any day from 1900 to 2200.

use chrono::Days;
use dakpan::domain::codes::{InstrumentKind, PartyKind, Route, SchoolKind, TileKind};
use dakpan::domain::term::{TermFacts, TermMark, TermMarkState, TermStanding, When, birthday, terms};
use dakpan::domain::trajectory::{Instrument, Tile};
use dakpan::domain::{Day, Id};
use proptest::prelude::*;

use super::{built_in, day, instrument, pupil, tile};

fn any_day() -> impl Strategy<Value = Day> {
    (0u64..109_938).prop_map(|days| {
        day("1900-01-01")
            .checked_add_days(Days::new(days))
            .expect("in the calendar")
    })
}

fn maybe_day() -> impl Strategy<Value = Option<Day>> {
    proptest::option::of(any_day())
}

fn any_instrument() -> impl Strategy<Value = Instrument> {
    let kind = proptest::sample::select(InstrumentKind::ALL);
    let days = (maybe_day(), maybe_day(), maybe_day(), maybe_day());
    (0i64..1000, kind, days).prop_map(|(id, kind, (requested, decided, started, ended))| Instrument {
        requested,
        decided,
        started,
        ended,
        ..instrument(id, kind)
    })
}

fn any_tile() -> impl Strategy<Value = Tile> {
    let kinds = (
        proptest::sample::select(TileKind::ALL),
        proptest::sample::select(PartyKind::ALL),
    );
    (0i64..1000, kinds, any_day(), maybe_day(), maybe_day()).prop_map(|(id, (kind, party), from, until, ended)| Tile {
        from,
        until,
        ended,
        ..tile(id, kind, party, "2026-01-01", None)
    })
}

fn any_mark() -> impl Strategy<Value = TermMark> {
    let rule = proptest::sample::select(vec!["first_talk", "birthday_18", "trial_placement_end", "no_such_rule"]);
    let state = proptest::sample::select(TermMarkState::ALL);
    (0i64..1000, rule, proptest::option::of(0i64..1000), state, any_day()).prop_map(|(id, rule, of, state, on)| {
        TermMark {
            id,
            rule: rule.to_owned(),
            occurrence: of,
            state,
            reason: String::new(),
            on,
            by: String::new(),
        }
    })
}

/// Each id once: two records of one id are no file.
fn each_once<T>(mut rows: Vec<T>, id: impl Fn(&T) -> Id) -> Vec<T> {
    rows.sort_by_key(&id);
    rows.dedup_by_key(|row| id(row));
    rows
}

proptest! {
    #![proptest_config(proptest::test_runner::Config { failure_persistence: None, ..Default::default() })]

    #[test]
    fn any_pupil_has_terms_in_an_order_that_does_not_depend_on_the_order_of_the_records(
        (school, route) in (proptest::sample::select(SchoolKind::ALL), proptest::sample::select(Route::ALL)),
        (birth, expected_leaving, left_on, diploma_on) in (maybe_day(), maybe_day(), maybe_day(), maybe_day()),
        (client_since, discussed_on, today) in (maybe_day(), maybe_day(), any_day()),
        tiles in proptest::collection::vec(any_tile(), 0..6),
        instruments in proptest::collection::vec(any_instrument(), 0..6),
        marks in proptest::collection::vec(any_mark(), 0..6),
    ) {
        let rules = built_in();
        let tiles = each_once(tiles, |t| t.id);
        let instruments = each_once(instruments, |i| i.id);
        let marks = each_once(marks, |m| m.id);
        let facts = TermFacts {
            route, birth, expected_leaving, left_on, diploma_on, client_since, discussed_on,
            tiles: &tiles, instruments: &instruments, marks: &marks, ..pupil(school)
        };
        let found = terms(&facts, &rules, today);
        let mut back = (tiles.clone(), instruments.clone(), marks.clone());
        back.0.reverse();
        back.1.reverse();
        back.2.reverse();
        let turned = TermFacts { tiles: &back.0, instruments: &back.1, marks: &back.2, ..facts };
        prop_assert_eq!(&found, &terms(&turned, &rules, today));

        for due in &found {
            prop_assert!(due.since.is_none_or(|since| since < due.on));
            prop_assert!(due.until.is_none_or(|until| due.on <= until));
            if let TermStanding::Met(on) = due.standing {
                prop_assert!(on <= today, "nothing is met before it happens");
            }
            if due.standing == TermStanding::Late {
                prop_assert!(due.on < today);
            }
            prop_assert!(due.within(today, 60).is_none() || due.is_open());
        }
        let open = found.iter().filter(|due| due.is_open()).count();
        prop_assert!(found[..open].iter().all(|due| due.is_open()), "open ones stand first");
        prop_assert!(found[..open].is_sorted_by_key(|due| due.on), "by their day");
        prop_assert!(found[open..].is_sorted_by_key(|due| due.on));
        for (index, due) in found.iter().enumerate() {
            let same = |other: &&dakpan::domain::term::Due<'_>| {
                other.rule.id == due.rule.id && other.occurrence == due.occurrence
            };
            prop_assert!(!found[..index].iter().any(|other| same(&other)), "each occurrence once");
        }
    }

    #[test]
    fn a_birthday_is_the_first_day_on_which_so_many_years_are_full(birth in any_day(), years in 1i32..60) {
        let reached = birthday(birth, years).expect("in the calendar");
        let facts = dakpan::domain::pupil::Pupil { birth: Some(birth), ..someone() };
        prop_assert_eq!(facts.age_on(reached), u32::try_from(years).ok());
        prop_assert_eq!(facts.age_on(reached.pred_opt().expect("a day before")), u32::try_from(years - 1).ok());
    }

    #[test]
    fn steps_on_never_go_back(start in any_day(), count in 1i32..90, unit in 0usize..4) {
        let unit = ["days", "weeks", "months", "years"][unit];
        let on = |sign| When::parse(&format!("leaving {sign} {count} {unit}")).expect("steps").from(start);
        prop_assert!(on('+').expect("in the calendar") > start);
        prop_assert!(on('-').expect("in the calendar") < start);
    }

    #[test]
    fn any_text_is_read_or_refused(text in ".{0,200}", place in 0usize..2000, piece in "[\\[\\]{}=\"#a-z0-9+ \n-]{0,12}") {
        let _ = dakpan::domain::term::Rules::parse(&text, "termijnen.toml");
        let whole = include_str!("../../../data/termijnen.toml");
        let at = whole.char_indices().map(|(at, _)| at).nth(place).unwrap_or(0);
        let broken = format!("{}{piece}{}", &whole[..at], &whole[at..]);
        if let Err(error) = dakpan::domain::term::Rules::parse(&broken, "termijnen.toml") {
            prop_assert!((1..=broken.lines().count() + 1).contains(&error.line));
        }
    }
}

fn someone() -> dakpan::domain::pupil::Pupil {
    use dakpan::domain::codes::{ExitProfile, Goal};
    dakpan::domain::pupil::Pupil {
        id: 1,
        school: 1,
        number: String::new(),
        name: dakpan::domain::name::Name {
            given: "Samira".to_owned(),
            infix: String::new(),
            family: "Kaya".to_owned(),
        },
        birth: None,
        class: String::new(),
        residence: String::new(),
        profile: ExitProfile::Unknown,
        leaving: None,
        left_on: None,
        diploma_on: None,
        wish: String::new(),
        strengths: String::new(),
        goal: Goal::Unknown,
        route: Route::Undecided,
        placement: String::new(),
        client_since: None,
        support_needed: None,
        out_of_sight_since: None,
        sharing: dakpan::domain::pupil::Sharing::default(),
    }
}
