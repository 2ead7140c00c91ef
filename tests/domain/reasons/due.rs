//! What is due: actions, terms, the register, contracts and aftercare, with the days on which each begins and ends.

use dakpan::domain::Id;
use dakpan::domain::codes::InstrumentKind;
use dakpan::domain::practice::Practice;
use dakpan::domain::reason::ReasonKind;
use dakpan::domain::standing::Contract;
use dakpan::domain::trajectory::Instrument;

use super::{WORK, day, days, holds, leaving, left, of, plus};

/// An employer.
const BAKER: Id = 4;

#[test]
fn an_action_is_overdue_from_the_day_after() {
    let mut standing = leaving("2028-07-31");
    standing.action_due = Some(day("2026-06-02"));
    holds(
        &standing,
        ReasonKind::ActionOverdue,
        day("2026-06-02"),
        &["2026-06-03", "2027-06-03"],
        &["2026-06-02", "2026-06-01"],
    );
}

#[test]
fn a_term_counts_from_sixty_days_before_and_stays_until_it_is_met_or_was_seen_after() {
    let mut standing = leaving("2028-07-31");
    let on = day("2026-08-02");
    assert_eq!(plus("2026-06-03", 60), on);
    standing.terms = vec![(on, "wage_subsidy_request".to_owned())];
    holds(
        &standing,
        ReasonKind::TermDue,
        on,
        &["2026-06-03", "2026-08-02", "2026-08-03"],
        &["2026-06-02"],
    );
    let reason = of(&standing, ReasonKind::TermDue, "2026-06-03", &Practice::default());
    assert_eq!(reason[0].rule.as_deref(), Some("wage_subsidy_request"));
    // Talked about before it passed, it stays; talked about after it, the table has seen it.
    for (discussed, after) in [("2026-06-03", 1), ("2026-08-02", 1), ("2026-08-03", 0)] {
        standing.discussed = Some(day(discussed));
        assert_eq!(
            days(&standing, ReasonKind::TermDue, "2026-08-05").len(),
            after,
            "{discussed}"
        );
        assert_eq!(
            days(&standing, ReasonKind::TermDue, "2026-08-02").len(),
            1,
            "not before it has passed"
        );
    }
}

fn instrument(kind: InstrumentKind) -> Instrument {
    Instrument {
        id: 7,
        kind,
        requested: None,
        decided: None,
        started: None,
        ended: None,
        review: None,
        deferred_until: None,
        deferred_reason: String::new(),
        party: None,
        party_name: None,
        value: None,
        result: String::new(),
    }
}

#[test]
fn a_deferred_register_is_due_on_its_day_and_until_it_is_applied_for() {
    let kind = ReasonKind::RegisterReview;
    let register = |until: &str| Instrument {
        deferred_until: Some(day(until)),
        ..instrument(InstrumentKind::TargetGroupRegister)
    };
    let seen = |instruments: &[Instrument]| {
        let mut standing = leaving("2028-07-31");
        standing.see_instruments(instruments, day("2026-06-03"));
        standing
    };
    let on = day("2026-09-01");
    holds(
        &seen(&[register("2026-09-01")]),
        kind,
        on,
        &["2026-09-01", "2026-12-01"],
        &["2026-08-31"],
    );
    // Put off once more: the later day counts.
    let twice = [register("2026-09-01"), register("2025-09-01")];
    holds(&seen(&twice), kind, on, &["2026-09-01"], &["2026-08-31"]);
    let applied = Instrument {
        requested: Some(day("2026-08-20")),
        ..register("2026-09-01")
    };
    holds(&seen(&[applied]), kind, on, &[], &["2026-09-01"]);
    let reviewed = Instrument {
        review: Some(on),
        ..instrument(InstrumentKind::TargetGroupRegister)
    };
    holds(&seen(&[reviewed]), kind, on, &["2026-09-01"], &["2026-08-31"]);
    // A refused application of before says nothing of a deferral of its own record.
    for ended in [None, Some(day("2025-06-01"))] {
        let refused = Instrument {
            requested: Some(day("2025-03-01")),
            decided: Some(day("2025-05-01")),
            ended,
            ..instrument(InstrumentKind::TargetGroupRegister)
        };
        let again = [refused, register("2026-09-01")];
        holds(&seen(&again), kind, on, &["2026-09-01"], &["2026-08-31"]);
    }
    // Of the deferral and the review of a record the earlier counts.
    for (until, review) in [("2026-09-01", "2026-10-01"), ("2026-10-01", "2026-09-01")] {
        let both = Instrument {
            review: Some(day(review)),
            ..register(until)
        };
        holds(&seen(&[both]), kind, on, &["2026-09-01"], &["2026-08-31"]);
    }
    // A last day that is planned is not yet past: asked on 3 June, it counts up to and including that day.
    for (ended, during, not) in [
        ("2026-06-02", [].as_slice(), ["2026-09-01"].as_slice()),
        ("2026-06-03", &["2026-09-01"], &["2026-08-31"]),
        ("2027-06-03", &["2026-09-01"], &["2026-08-31"]),
    ] {
        let planned = Instrument {
            ended: Some(day(ended)),
            ..register("2026-09-01")
        };
        holds(&seen(&[planned]), kind, on, during, not);
    }
    let other = Instrument {
        deferred_until: Some(on),
        ..instrument(InstrumentKind::ShelteredWorkAdvice)
    };
    holds(&seen(&[other]), kind, on, &[], &["2026-09-01"]);
}

fn contract(tile: Id, employer: Id, from: &str, until: Option<&str>) -> Contract {
    Contract {
        tile,
        employer,
        from: day(from),
        until: until.map(day),
    }
}

#[test]
fn a_contract_that_ends_counts_from_sixty_days_before_until_its_last_day() {
    let kind = ReasonKind::ContractEnds;
    let mut standing = left("2025-07-31");
    standing.contracts = vec![contract(1, BAKER, "2025-08-01", Some("2026-08-02"))];
    let on = day("2026-08-02");
    holds(
        &standing,
        kind,
        on,
        &["2026-06-03", "2026-08-02"],
        &["2026-06-02", "2026-08-03"],
    );
    let told = &of(&standing, kind, "2026-06-03", &Practice::default())[0];
    assert_eq!((told.party, told.tile), (Some(BAKER), Some(1)));
    // The same employer goes on: a renewal. A day in between, or another employer, is none.
    standing.contracts.push(contract(2, BAKER, "2026-08-03", None));
    assert_eq!(days(&standing, kind, "2026-06-03"), []);
    standing.contracts[1].from = day("2026-08-04");
    assert_eq!(days(&standing, kind, "2026-06-03"), [on]);
    standing.contracts[1] = contract(2, WORK, "2026-08-03", None);
    assert_eq!(days(&standing, kind, "2026-06-03"), [on]);
    standing.contracts = vec![contract(1, BAKER, "2026-08-01", Some("2026-07-01"))];
    assert_eq!(days(&standing, kind, "2026-06-03"), [], "called off before it began");
}

#[test]
fn a_contract_is_renewed_by_one_that_ends_later_and_by_no_other() {
    let kind = ReasonKind::ContractEnds;
    let mut standing = left("2024-07-31");
    let last = contract(1, BAKER, "2025-08-01", Some("2026-08-02"));
    let on = day("2026-08-02");
    standing.contracts = vec![last, contract(2, BAKER, "2026-08-03", Some("2027-08-02"))];
    assert_eq!(days(&standing, kind, "2026-06-03"), [], "renewed for a year");
    for (from, until) in [
        ("2024-08-01", "2025-07-31"),
        ("2025-12-01", "2026-03-31"),
        ("2026-02-01", "2026-08-02"),
    ] {
        standing.contracts = vec![last, contract(2, BAKER, from, Some(until))];
        let told = days(&standing, kind, "2026-06-03");
        assert!(told.contains(&on), "{from} to {until} goes on no longer: {told:?}");
    }
}

#[test]
fn aftercare_is_due_on_its_day() {
    let mut standing = left("2026-05-31");
    standing.aftercare_due = Some(day("2026-07-01"));
    let on = day("2026-07-01");
    holds(
        &standing,
        ReasonKind::AftercareDue,
        on,
        &["2026-07-01", "2026-07-20"],
        &["2026-06-30"],
    );
    standing.see_instruments(
        &[Instrument {
            review: Some(day("2026-06-10")),
            ..instrument(InstrumentKind::Aftercare)
        }],
        day("2026-06-03"),
    );
    assert_eq!(
        days(&standing, ReasonKind::AftercareDue, "2026-06-10"),
        [day("2026-06-10")]
    );
}
