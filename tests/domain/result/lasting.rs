//! How long work lasts, what a contract that was broken off is, and what is counted besides.

use dakpan::domain::Day;
use dakpan::domain::codes::{ActionState, ContractForm, InstrumentKind};
use dakpan::domain::result::{Course, FOLLOWED, Flow, Month, Outcomes, Worked, placements};
use dakpan::domain::trajectory::Instrument;

fn day(text: &str) -> Day {
    text.parse().unwrap()
}

fn worked(employer: i64, from: &str, until: Option<&str>, ended: Option<&str>, form: ContractForm) -> Worked {
    Worked {
        employer,
        from: day(from),
        until: until.map(day),
        ended: ended.map(day),
        contract: Some(form),
    }
}

fn of(work: &[Worked], on: &str) -> Outcomes {
    let mut outcomes = Outcomes::default();
    let course = Course {
        worked: work.to_vec(),
        ..Course::default()
    };
    outcomes.add(&course, day(on));
    outcomes
}

#[test]
fn still_placed_is_asked_only_where_it_can_be_said() {
    let job = worked(1, "2016-01-31", Some("2016-07-31"), None, ContractForm::Agency);
    let on = |day: &str| of(&[job], day).durability[&Some(ContractForm::Agency)];
    assert_eq!(
        on("2016-04-29").after,
        [(0, 0), (0, 0), (0, 0), (0, 0)],
        "three months after 31 January is 30 April"
    );
    assert_eq!(on("2016-04-30").after[0], (1, 1));
    assert_eq!(
        on("2016-07-31").after[..2],
        [(1, 1), (1, 1)],
        "its last day is a day of work"
    );
    assert_eq!(on("2018-01-31").after, [(1, 1), (1, 1), (1, 0), (1, 0)]);
    assert_eq!((on("2016-07-31").running, on("2016-08-01").running), (1, 0));
    assert!(of(&[job], "2016-01-30").durability.is_empty(), "it had not begun");
    assert_eq!(FOLLOWED, [3, 6, 12, 24]);
}

#[test]
fn a_contract_that_follows_at_once_with_the_same_employer_goes_on() {
    let first = worked(
        1,
        "2016-01-01",
        Some("2016-06-30"),
        Some("2016-06-30"),
        ContractForm::Secondment,
    );
    let next = worked(1, "2016-07-01", None, None, ContractForm::Permanent);
    let found = placements(&[next, first], day("2017-01-01"));
    assert_eq!(found.len(), 1);
    assert_eq!(
        (found[0].contract, found[0].last),
        (Some(ContractForm::Secondment), None)
    );
    let later = worked(1, "2016-07-02", None, None, ContractForm::Permanent);
    assert_eq!(
        placements(&[first, later], day("2017-01-01")).len(),
        2,
        "a day in between is two"
    );
    let other = worked(2, "2016-07-01", None, None, ContractForm::Permanent);
    assert_eq!(
        placements(&[first, other], day("2017-01-01")).len(),
        2,
        "another employer is another placement"
    );
}

#[test]
fn what_ended_later_was_not_known_on_the_date() {
    let job = worked(
        1,
        "2017-03-01",
        Some("2018-02-28"),
        Some("2017-09-15"),
        ContractForm::Agency,
    );
    let on = |date: &str| placements(&[job], day(date))[0];
    assert!(!on("2017-09-14").broken_off);
    assert_eq!(on("2017-09-14").last, Some(day("2018-02-28")));
    assert!(on("2017-09-15").broken_off);
    assert_eq!(on("2017-09-15").last, Some(day("2017-09-15")));
    let in_time = worked(
        1,
        "2017-03-01",
        Some("2018-02-28"),
        Some("2018-02-28"),
        ContractForm::Agency,
    );
    assert!(!placements(&[in_time], day("2019-01-01"))[0].broken_off);
    let open = worked(1, "2017-03-01", None, Some("2017-05-01"), ContractForm::Permanent);
    assert!(
        placements(&[open], day("2019-01-01"))[0].broken_off,
        "one without a last day ends before its time"
    );
}

fn instrument(kind: InstrumentKind, started: Option<&str>, ended: Option<&str>) -> Instrument {
    Instrument {
        id: 0,
        kind,
        party: None,
        party_name: None,
        requested: None,
        decided: None,
        started: started.map(day),
        ended: ended.map(day),
        review: None,
        deferred_until: (started.is_none()).then(|| day("2018-01-01")),
        deferred_reason: String::new(),
        value: None,
        result: String::new(),
    }
}

#[test]
fn persons_and_instruments_are_counted_apart() {
    use InstrumentKind as Kind;
    let mut outcomes = Outcomes::default();
    let course = |instruments: Vec<Instrument>| Course {
        instruments,
        relapses: vec![day("2016-03-01"), day("2016-09-01")],
        came: Some(day("2016-01-15")),
        left: Some(day("2016-07-31")),
        actions: vec![(Some(3), ActionState::Done), (None, ActionState::Open)],
        ..Course::default()
    };
    let on = day("2016-06-30");
    let twice = [("2016-01-01", Some("2016-02-01")), ("2016-03-01", None)];
    let twice = twice.map(|(from, until)| instrument(Kind::TrialPlacement, Some(from), until));
    let other = [
        instrument(Kind::JobCoach, Some("2016-05-01"), None),
        instrument(Kind::TargetGroupRegister, None, None),
        instrument(Kind::WageSubsidy, Some("2016-07-01"), None),
    ];
    outcomes.add(&course(twice.to_vec()), on);
    outcomes.add(&course(other.to_vec()), on);
    outcomes.add(&course(Vec::new()), on);
    assert_eq!((outcomes.persons, outcomes.with_instrument), (3, 2));
    let trial = outcomes.instruments[&Kind::TrialPlacement];
    assert_eq!((trial.persons, trial.times, trial.running), (1, 2, 1));
    let kinds: Vec<InstrumentKind> = outcomes.instruments.keys().copied().collect();
    assert_eq!(
        kinds,
        [Kind::TrialPlacement, Kind::JobCoach],
        "put off or begun later is not used"
    );
    assert_eq!(outcomes.relapsed, (3, 3), "the second relapse came after the date");
    assert_eq!(outcomes.months[&Month(day("2016-01-01"))], Flow { came: 3, left: 0 });
    assert_eq!(outcomes.months.len(), 1, "who leaves in July has not left in June");
    assert_eq!(outcomes.actions[&Some(3)][&ActionState::Done], 3);
    assert_eq!(outcomes.actions[&None][&ActionState::Open], 3);
}
