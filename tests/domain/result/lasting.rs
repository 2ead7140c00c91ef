//! How long work lasts, what a contract that was broken off is, and what is counted besides.

use dakpan::domain::Day;
use dakpan::domain::codes::{ActionState, ContractForm, InstrumentKind, PartyKind, TileKind};
use dakpan::domain::result::{
    Course, FOLLOWED, Flow, Month, Outcomes, Plot, TermTally, Worked, broken_off, placements,
};
use dakpan::domain::roof::{Roof, Span};
use dakpan::domain::trajectory::{Instrument, Tile};

use super::super::terms::tile;

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
        relapses: vec![day("2016-03-01"), day("2016-06-30"), day("2016-09-01")],
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
    assert_eq!(
        outcomes.relapsed,
        (3, 6),
        "the second came on the date, the third after it"
    );
    assert_eq!(outcomes.months[&Month(day("2016-01-01"))], Flow { came: 3, left: 0 });
    assert_eq!(outcomes.months.len(), 1, "who leaves in July has not left in June");
    assert_eq!(outcomes.actions[&Some(3)][&ActionState::Done], 3);
    assert_eq!(outcomes.actions[&None][&ActionState::Open], 3);
}

#[test]
fn work_is_a_job_or_a_placement_with_a_contract() {
    let of = |kind, contract| {
        let tile = Tile {
            contract,
            ended: Some(day("2016-03-01")),
            ..tile(1, kind, PartyKind::Employer, "2016-01-01", Some("2016-06-30"))
        };
        Worked::of(&tile)
    };
    let form = Some(ContractForm::Agency);
    let job = worked(
        1,
        "2016-01-01",
        Some("2016-06-30"),
        Some("2016-03-01"),
        ContractForm::Agency,
    );
    assert_eq!(of(TileKind::Job, form), Some(job));
    assert_eq!(of(TileKind::Placement, form), Some(job));
    assert!(
        of(TileKind::Job, None).is_some(),
        "a job is work, whatever is recorded of its contract"
    );
    assert_eq!(of(TileKind::Placement, None), None);
    assert_eq!(of(TileKind::School, form), None);
}

#[test]
fn of_contracts_over_each_other_the_one_that_lasts_longest_tells_how_it_ended() {
    let long = worked(1, "2016-01-01", Some("2016-06-30"), None, ContractForm::Agency);
    let short = worked(
        1,
        "2016-03-01",
        Some("2016-05-31"),
        Some("2016-04-01"),
        ContractForm::Agency,
    );
    let found = placements(&[long, short], day("2016-12-31"));
    assert_eq!(found.len(), 1);
    assert_eq!((found[0].last, found[0].broken_off), (Some(day("2016-06-30")), false));
    let beyond = worked(
        1,
        "2016-03-01",
        Some("2016-12-31"),
        Some("2016-06-30"),
        ContractForm::Agency,
    );
    let found = placements(&[beyond, long], day("2016-12-31"));
    assert_eq!((found[0].last, found[0].broken_off), (Some(day("2016-06-30")), true));
}

#[test]
fn a_contract_was_broken_off_when_none_runs_any_more() {
    let off = worked(
        1,
        "2016-01-01",
        Some("2016-06-30"),
        Some("2016-03-01"),
        ContractForm::Agency,
    );
    let on = |work: &[Worked], date: &str| broken_off(work, day(date));
    assert!(!on(&[off], "2016-02-29"));
    assert!(!on(&[off], "2016-03-01"), "its last day is a day of work");
    assert!(on(&[off], "2016-03-02"));
    let next = worked(2, "2016-04-01", Some("2016-04-30"), None, ContractForm::Agency);
    assert!(on(&[off, next], "2016-03-31"));
    assert!(!on(&[off, next], "2016-04-30"));
    assert!(on(&[off, next], "2016-05-01"));
    assert!(
        !on(&[next], "2016-05-01") && !on(&[], "2016-05-01"),
        "what ended in time was not"
    );
}

#[test]
fn a_group_is_the_sum_of_its_courses() {
    let span = |from, until| Span::new(day(from), day(until)).unwrap();
    let roof = Roof {
        span: Some(span("2016-01-01", "2016-01-12")),
        gaps: vec![span("2016-01-11", "2016-01-12")],
        ..Roof::default()
    };
    let course = Course {
        worked: vec![
            worked(1, "2016-01-01", Some("2016-06-30"), None, ContractForm::Agency),
            worked(2, "2016-01-01", None, None, ContractForm::Permanent),
        ],
        roof: Some(roof),
        terms: TermTally {
            met: 3,
            missed: 2,
            open: 4,
        },
        left: Some(day("2016-12-31")),
        ..Course::default()
    };
    let mut outcomes = Outcomes::default();
    let on = day("2016-12-31");
    outcomes.add(&course, on);
    outcomes.add(&course, on);
    outcomes.add(&Course::default(), on);
    let all = outcomes.lasting();
    // Four placements; the two with an end lasted three months and not six.
    assert_eq!((all.placements, all.running), (4, 2));
    assert_eq!(all.after, [(4, 4), (4, 2), (0, 0), (0, 0)]);
    assert_eq!(
        outcomes.terms,
        TermTally {
            met: 6,
            missed: 4,
            open: 8
        }
    );
    assert_eq!((outcomes.coverage.pupils, outcomes.coverage.gap_days), (2, 4));
    assert_eq!(outcomes.relapsed, (0, 0));
    assert_eq!(outcomes.months[&Month(day("2016-12-01"))], Flow { came: 0, left: 2 });
}

#[test]
fn months_in_which_nothing_happened_are_told_and_a_wrong_century_is_not() {
    let flows = |came: &str, left: &str| {
        let mut outcomes = Outcomes::default();
        let course = Course {
            came: Some(day(came)),
            left: Some(day(left)),
            ..Course::default()
        };
        outcomes.add(&course, day("2030-01-01"));
        outcomes.flows()
    };
    let month = |on| Month(day(on));
    let (came, left) = (Flow { came: 1, left: 0 }, Flow { came: 0, left: 1 });
    assert_eq!(
        flows("2015-11-30", "2016-02-01"),
        [
            (month("2015-11-01"), came),
            (month("2015-12-01"), Flow::default()),
            (month("2016-01-01"), Flow::default()),
            (month("2016-02-01"), left),
        ]
    );
    // A hundred years are told month by month; a month more is a slip, and only its two ends are.
    assert_eq!(flows("1916-01-15", "2015-12-15").len(), 1200);
    assert_eq!(
        flows("1916-01-15", "2016-01-15"),
        [(month("1916-01-01"), came), (month("2016-01-01"), left)]
    );
    assert!(Outcomes::default().flows().is_empty());
}

#[test]
fn a_point_that_is_there_is_seen_and_none_lies_above_the_highest() {
    let steps = |most: u64, heights: [u64; 6]| {
        let plot = Plot {
            title: String::new(),
            under: vec![],
            most,
            lines: vec![],
        };
        heights.map(|height| plot.step(height, 8))
    };
    // Of ten on eight steps: 2.4, 3.2, 5.6 and 8 are nearest to 2, 3, 6 and 8.
    assert_eq!(steps(10, [0, 3, 4, 7, 10, 12]), [0, 2, 3, 6, 8, 8]);
    assert_eq!(steps(1000, [0, 1, 62, 63, 999, u64::MAX]), [0, 1, 1, 1, 8, 8]);
    assert_eq!(steps(1000, [187, 188, 312, 313, 500, 1000]), [1, 2, 2, 3, 4, 8]);
    assert_eq!(steps(0, [0, 1, 2, 3, 4, 5]), [0, 8, 8, 8, 8, 8]);
}
