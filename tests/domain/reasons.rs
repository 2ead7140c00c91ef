//! Worked examples of every reason, by hand, with the day on which each begins and ends to be one.

mod due;
mod properties;

use chrono::{Days, Months};
use dakpan::domain::codes::{ChanceKind, ChanceLevel, ItemState, SchoolKind};
use dakpan::domain::practice::{LowChances, Practice};
use dakpan::domain::reason::{Reason, ReasonKind, reasons};
use dakpan::domain::roof::{Hold, Leaving, RoofTile};
use dakpan::domain::standing::{Assessed, ByHand, HandMark, Standing};
use dakpan::domain::{Day, Id};

/// Parties: the school, the social service, the participation company.
const SCHOOL: Id = 1;
const SOCIAL: Id = 2;
const WORK: Id = 3;

fn day(text: &str) -> Day {
    text.parse().unwrap()
}

fn plus(text: &str, days: u64) -> Day {
    day(text).checked_add_days(Days::new(days)).unwrap()
}

/// A pupil of De Brug (PrO) who leaves on a day.
fn leaving(on: &str) -> Standing {
    let leaving = Leaving {
        school: SchoolKind::Pro,
        day: Some(day(on)),
        diploma: None,
    };
    Standing::new(leaving, SCHOOL)
}

/// A pupil who left on a day.
fn left(on: &str) -> Standing {
    Standing {
        left_on: Some(day(on)),
        ..leaving(on)
    }
}

fn tile(id: Id, hand: Id, from: &str, until: Option<&str>) -> RoofTile {
    RoofTile {
        tile: id,
        from: day(from),
        until: until.map(day),
        hold: Some(Hold { hand, from: day(from) }),
    }
}

fn assessed(level: ChanceLevel, on: &str) -> Option<Assessed> {
    Some(Assessed { level, on: day(on) })
}

/// The days of one kind of reason.
fn days(standing: &Standing, kind: ReasonKind, today: &str) -> Vec<Day> {
    of(standing, kind, today, &Practice::default())
        .iter()
        .map(|reason| reason.on)
        .collect()
}

fn of(standing: &Standing, kind: ReasonKind, today: &str, practice: &Practice) -> Vec<Reason> {
    let all = reasons(standing, day(today), practice);
    assert!(all.is_sorted_by_key(|reason| reason.on), "the most urgent first");
    all.into_iter().filter(|reason| reason.kind == kind).collect()
}

/// A kind is a reason on each of these days and not on those.
#[track_caller]
fn holds(standing: &Standing, kind: ReasonKind, on: Day, during: &[&str], not: &[&str]) {
    for today in during {
        assert_eq!(days(standing, kind, today), [on], "on {today}");
    }
    for today in not {
        assert_eq!(days(standing, kind, today), [] as [Day; 0], "on {today}");
    }
}

#[test]
fn leaving_within_six_months_counts_from_the_same_day_six_months_before() {
    let kind = ReasonKind::LeavesSoon;
    // 31 January is six months before 31 July; also after the expected day, until it is recorded that the pupil left.
    let mut standing = leaving("2026-07-31");
    let on = day("2026-07-31");
    holds(
        &standing,
        kind,
        on,
        &["2026-01-31", "2026-07-31", "2026-08-01", "2027-01-01"],
        &["2026-01-30"],
    );
    // Six months from 31 August is 28 February, or 29 in a leap year.
    holds(
        &leaving("2027-02-28"),
        kind,
        day("2027-02-28"),
        &["2026-08-28", "2026-08-31"],
        &["2026-08-27"],
    );
    holds(
        &leaving("2028-02-29"),
        kind,
        day("2028-02-29"),
        &["2027-08-29", "2027-08-31"],
        &["2027-08-28"],
    );
    standing.left_on = Some(on);
    holds(&standing, kind, on, &["2026-07-30"], &["2026-07-31", "2026-08-01"]);
    standing.left_on = None;
    standing.see_meeting(day("2026-02-04"), ItemState::Carried);
    holds(&standing, kind, on, &["2026-06-03"], &[]);
    standing.see_meeting(day("2026-06-03"), ItemState::Discussed);
    holds(&standing, kind, on, &[], &["2026-06-03", "2026-07-31"]);
    let unknown = Standing::new(
        Leaving {
            day: None,
            ..leaving("2026-07-31").leaving
        },
        SCHOOL,
    );
    holds(&unknown, kind, on, &[], &["2026-06-03"]);
}

#[test]
fn chances_are_to_be_assessed_from_the_first_day_of_the_final_school_year_until_leaving() {
    let kind = ReasonKind::ChancesNotAssessed;
    let mut standing = leaving("2026-07-31");
    let on = day("2026-07-31");
    holds(
        &standing,
        kind,
        on,
        &["2025-08-01", "2026-07-31", "2026-08-05"],
        &["2025-07-31"],
    );
    // Who leaves on 1 August has the school year before it as the last, a day later the one that has begun.
    holds(
        &leaving("2026-08-01"),
        kind,
        day("2026-08-01"),
        &["2025-08-01", "2026-08-01"],
        &["2025-07-31"],
    );
    holds(
        &leaving("2026-08-02"),
        kind,
        day("2026-08-02"),
        &["2026-08-01"],
        &["2026-07-31"],
    );
    standing.further_education = assessed(ChanceLevel::High, "2025-10-01");
    holds(&standing, kind, on, &["2026-06-03"], &[]);
    // Assessed before the final year is not assessed in it; its first day counts.
    standing.lasting_work = assessed(ChanceLevel::Medium, "2025-07-31");
    holds(&standing, kind, on, &["2026-06-03"], &[]);
    standing.lasting_work = assessed(ChanceLevel::Medium, "2025-08-01");
    holds(&standing, kind, on, &[], &["2026-06-03"]);
    holds(&left("2026-07-31"), kind, on, &["2026-07-30"], &["2026-07-31"]);
}

#[test]
fn low_chances_are_a_reason_until_another_than_the_school_holds() {
    let kind = ReasonKind::ChancesLow;
    let today = "2026-06-03";
    let mut standing = leaving("2026-07-31");
    let either = Practice::new(28, 90, LowChances::Either).unwrap();
    standing.further_education = assessed(ChanceLevel::Low, "2025-11-05");
    assert_eq!(days(&standing, kind, today), []);
    assert_eq!(of(&standing, kind, today, &either)[0].on, day("2025-11-05"));
    standing.lasting_work = assessed(ChanceLevel::Low, "2026-02-04");
    assert_eq!(
        days(&standing, kind, today),
        [day("2026-02-04")],
        "low twice since the second"
    );
    assert_eq!(
        of(&standing, kind, today, &either)[0].on,
        day("2025-11-05"),
        "low since the first"
    );
    standing.lasting_work = assessed(ChanceLevel::Medium, "2026-03-04");
    assert_eq!(days(&standing, kind, today), [], "a later assessment counts");
    standing.lasting_work = assessed(ChanceLevel::Low, "2026-02-04");
    standing.tiles.push(tile(1, SCHOOL, "2022-08-01", Some("2026-07-31")));
    assert_eq!(days(&standing, kind, today).len(), 1, "the school is not taking up");
    standing.tiles.push(tile(2, SOCIAL, "2025-01-01", Some("2026-06-02")));
    assert_eq!(days(&standing, kind, today).len(), 1, "held until yesterday");
    standing.tiles[1].until = Some(day("2026-06-03"));
    assert_eq!(days(&standing, kind, today), [], "held on this very day");
    standing.tiles[1] = tile(2, SOCIAL, "2026-09-01", None);
    assert_eq!(days(&standing, kind, today), [], "somebody will");
    standing.tiles[1].hold = None;
    assert_eq!(days(&standing, kind, today).len(), 1, "drawn, but nobody holds");
    // A tile that was called off has no days.
    standing.tiles[1] = tile(2, SOCIAL, "2026-09-01", Some("2026-08-01"));
    assert_eq!(days(&standing, kind, today).len(), 1, "called off");
}

#[test]
fn a_gap_counts_from_ninety_days_before_until_its_last_day() {
    let kind = ReasonKind::Gap;
    let mut standing = leaving("2026-07-31");
    standing.tiles = vec![
        tile(1, SCHOOL, "2022-08-01", Some("2026-07-31")),
        tile(2, WORK, "2026-09-01", None),
    ];
    let on = day("2026-08-01");
    assert_eq!(plus("2026-05-03", 90), on);
    holds(
        &standing,
        kind,
        on,
        &["2026-05-03", "2026-08-01", "2026-08-31"],
        &["2026-05-02", "2026-09-01"],
    );
    assert_eq!(
        of(&standing, kind, "2026-06-03", &Practice::default())[0].until,
        Some(day("2026-08-31"))
    );
    // Two gaps are two reasons.
    standing.tiles[1] = tile(2, WORK, "2026-08-10", Some("2026-08-20"));
    assert_eq!(days(&standing, kind, "2026-08-01"), [on, day("2026-08-21")]);
    // Beyond the horizon there is nothing to cover.
    let mut long_ago = left("2020-07-31");
    long_ago.tiles = vec![tile(1, SCHOOL, "2016-08-01", Some("2020-07-31"))];
    assert_eq!(days(&long_ago, kind, "2026-06-03"), []);
}

#[test]
fn a_cold_handover_counts_until_the_day_it_happens() {
    let kind = ReasonKind::ColdHandover;
    let mut standing = leaving("2026-07-31");
    standing.tiles = vec![
        tile(1, SCHOOL, "2022-08-01", Some("2026-07-31")),
        tile(2, WORK, "2026-07-05", None),
    ];
    let on = day("2026-07-31");
    holds(
        &standing,
        kind,
        on,
        &["2024-01-01", "2026-07-30", "2026-07-31"],
        &["2026-08-01"],
    );
    let reason = of(&standing, kind, "2026-06-03", &Practice::default())[0].clone();
    assert_eq!(
        (reason.party, reason.to, reason.tile),
        (Some(SCHOOL), Some(WORK), Some(1))
    );
    // 4 to 31 July are 28 days.
    standing.tiles[1] = tile(2, WORK, "2026-07-04", None);
    assert_eq!(days(&standing, kind, "2026-06-03"), []);
    let month = Practice::new(30, 90, LowChances::Both).unwrap();
    assert_eq!(of(&standing, kind, "2026-06-03", &month).len(), 1);
}

#[test]
fn out_of_sight_is_recorded_or_follows_from_silence_after_leaving() {
    let kind = ReasonKind::OutOfSight;
    let mut standing = left("2026-01-31");
    // 90 days after 31 January 2026.
    let on = day("2026-05-01");
    assert_eq!(plus("2026-01-31", 90), on);
    holds(&standing, kind, on, &["2026-05-01", "2027-05-01"], &["2026-04-30"]);
    standing.see_contact(day("2025-12-01"));
    holds(&standing, kind, on, &["2026-05-01"], &["2026-04-30"]);
    standing.see_contact(day("2026-03-01"));
    holds(
        &standing,
        kind,
        plus("2026-03-01", 90),
        &["2026-05-30"],
        &["2026-05-29"],
    );
    // A leap day is a day of silence like any other: one day earlier than in another year.
    holds(
        &left("2028-01-31"),
        kind,
        day("2028-04-30"),
        &["2028-04-30"],
        &["2028-04-29"],
    );
    let week = Practice::new(28, 7, LowChances::Both).unwrap();
    assert_eq!(of(&standing, kind, "2026-03-08", &week).len(), 1);
    assert_eq!(of(&standing, kind, "2026-03-07", &week).len(), 0);
    // At school nobody is out of sight by silence, but may be recorded so.
    let mut at_school = leaving("2028-07-31");
    holds(&at_school, kind, on, &[], &["2026-06-03"]);
    at_school.out_of_sight = Some(day("2026-05-20"));
    holds(&at_school, kind, day("2026-05-20"), &["2026-06-03"], &[]);
}

#[test]
fn carried_over_stands_until_the_pupil_is_discussed() {
    let mut standing = leaving("2028-07-31");
    standing.see_meeting(day("2026-02-04"), ItemState::Discussed);
    standing.see_meeting(day("2026-04-22"), ItemState::Carried);
    holds(
        &standing,
        ReasonKind::CarriedOver,
        day("2026-04-22"),
        &["2026-04-22", "2026-06-03"],
        &[],
    );
    standing.see_meeting(day("2026-06-03"), ItemState::Agreed);
    assert_eq!(days(&standing, ReasonKind::CarriedOver, "2026-06-03"), []);
    assert_eq!(standing.discussed, Some(day("2026-06-03")));
}

fn mark(kind: ByHand, on: &str, party: Option<Id>) -> HandMark {
    HandMark {
        kind,
        on: day(on),
        party,
    }
}

#[test]
fn what_is_asked_stands_until_the_pupil_is_discussed_after_that_day() {
    let kind = ReasonKind::AskedFor;
    let asked = [mark(ByHand::Asked, "2026-05-01", Some(SOCIAL))];
    let with = |discussed: Option<&str>, marks: &[HandMark], held: Option<&str>| {
        let mut standing = leaving("2028-07-31");
        standing.discussed = discussed.map(day);
        standing.see_marks(marks.iter().copied(), held.map(day));
        standing
    };
    assert_eq!(days(&with(None, &asked, None), kind, "2026-06-03"), [day("2026-05-01")]);
    assert_eq!(
        of(&with(None, &asked, None), kind, "2026-06-03", &Practice::default())[0].party,
        Some(SOCIAL)
    );
    let discussed = |on| days(&with(Some(on), &asked, None), kind, "2026-06-03").len();
    assert_eq!(
        (
            discussed("2026-04-30"),
            discussed("2026-05-01"),
            discussed("2026-05-02")
        ),
        (1, 1, 0)
    );
    // Two parties ask; a removal takes back what was asked before it, and a new question the removal.
    let twice = [asked[0], mark(ByHand::Asked, "2026-05-10", None)];
    assert_eq!(days(&with(None, &twice, None), kind, "2026-06-03").len(), 2);
    let removed = [asked[0], mark(ByHand::Removed, "2026-05-10", None)];
    let off = with(None, &removed, None);
    assert_eq!((off.removed, off.asked.len()), (Some(day("2026-05-10")), 0));
    let again = [removed[0], removed[1], mark(ByHand::Asked, "2026-05-11", None)];
    let on = with(None, &again, None);
    assert_eq!((on.removed, on.asked.len()), (None, 1));
    // A removal stands until the school's table has sat after it.
    let held = |on| with(None, &removed, Some(on)).removed.is_some();
    assert_eq!(
        (held("2026-05-09"), held("2026-05-10"), held("2026-05-11")),
        (true, true, false)
    );
}

/// The chair of the mock-up would see Samira's reasons in this order.
#[test]
fn the_most_urgent_day_comes_first() {
    let mut standing = leaving("2026-07-31");
    standing.tiles = vec![
        tile(1, SCHOOL, "2022-08-01", Some("2026-07-31")),
        tile(2, SOCIAL, "2026-09-01", None),
    ];
    standing.action_due = Some(day("2026-05-29"));
    standing.asked = vec![HandMark {
        kind: ByHand::Asked,
        on: day("2026-05-29"),
        party: Some(WORK),
    }];
    standing.see_chance(
        ChanceKind::LastingWork,
        Assessed {
            level: ChanceLevel::Medium,
            on: day("2026-03-11"),
        },
    );
    let found = reasons(&standing, day("2026-06-03"), &Practice::default());
    let kinds: Vec<ReasonKind> = found.iter().map(|reason| reason.kind).collect();
    assert_eq!(
        kinds,
        [
            ReasonKind::AskedFor,
            ReasonKind::ActionOverdue,
            ReasonKind::LeavesSoon,
            ReasonKind::ChancesNotAssessed,
            ReasonKind::Gap,
        ]
    );
    let half_a_year = day("2026-06-03").checked_add_months(Months::new(6)).unwrap();
    assert!(found.iter().all(|reason| reason.on <= half_a_year));
    let nothing = leaving("2028-07-31");
    let mut held = nothing.clone();
    held.tiles = vec![tile(1, SCHOOL, "2022-08-01", None)];
    assert_eq!(reasons(&held, day("2026-06-03"), &Practice::default()), []);
}
