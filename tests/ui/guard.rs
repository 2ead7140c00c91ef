//! The guard of the shared sight: what may not be shared cannot be put into a shared board.

use dakpan::app::sight::Own;
use dakpan::domain::codes::{InstrumentKind, PartyKind, TileKind};
use dakpan::public::{Guard, Guarded, Open, TermView, Whose, Why, Work};

/// Whether a value can be put into a shared and into a private board.
fn fits<T: Guarded>(value: T) -> (bool, bool) {
    (Open::of(value.clone()).is_some(), Own::of(value).is_some())
}

const BOTH: (bool, bool) = (true, true);
const OWN: (bool, bool) = (false, true);

#[test]
fn wage_value_register_and_exemption_are_for_the_chair_alone() {
    use InstrumentKind::{TargetGroupRegister, WageValueAssessment, WorkDutyExemption};
    for kind in InstrumentKind::ALL {
        let held_back = matches!(kind, WageValueAssessment | TargetGroupRegister | WorkDutyExemption);
        assert_eq!(fits(*kind), if held_back { OWN } else { BOTH }, "{kind:?}");
    }
}

#[test]
fn care_is_told_neither_by_its_party_nor_by_its_tile() {
    let whose = |kind| Whose {
        kind,
        name: "Zorg Thuis".into(),
        initials: None,
        person: String::new(),
    };
    let work = |party, kind| Work {
        kind,
        party,
        label: "thuisbegeleiding".into(),
    };
    for kind in PartyKind::ALL {
        let care = *kind == PartyKind::CareProvider;
        assert_eq!(fits(whose(*kind)), if care { OWN } else { BOTH }, "{kind:?}");
        let guidance = work(*kind, TileKind::Guidance);
        assert_eq!(fits(guidance), if care { OWN } else { BOTH }, "{kind:?}");
        assert_eq!(fits(work(*kind, TileKind::Care)), OWN, "{kind:?}");
    }
}

#[test]
fn a_term_goes_by_its_rule_and_a_reason_is_never_shared() {
    let term = |shared| TermView {
        label: String::new(),
        text: String::new(),
        article: String::new(),
        shared,
    };
    assert_eq!((fits(term(true)), fits(term(false))), (BOTH, OWN));
    assert_eq!(fits(Why("zij ontwikkelt zich nog".into())), OWN);
}

#[test]
fn what_is_held_is_given_back() {
    let kind = InstrumentKind::JobCoach;
    assert_eq!(Open::of(kind).map(|open| *open.get()), Some(kind));
    assert_eq!(Own::of(kind).map(|own| *own.get()), Some(kind));
}
