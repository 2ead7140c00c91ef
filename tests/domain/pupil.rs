//! The pupil: who may be named, how old somebody is, who leaves soon; and what a school's list says of one.

use dakpan::domain::Day;
use dakpan::domain::codes::ExitProfile;
use dakpan::domain::listed::{ListedField, ListedPupil, mapping_key};
use dakpan::domain::name::Name;
use dakpan::domain::people::SchoolCode;
use dakpan::domain::pupil::{Pupil, Sharing};

fn day(iso: &str) -> Day {
    iso.parse().unwrap()
}

fn some(iso: &str) -> Option<Day> {
    Some(day(iso))
}

/// What a list says when every column is filled.
pub fn listed() -> ListedPupil {
    ListedPupil {
        number: "00123".into(),
        name: Name {
            given: "Samira".into(),
            infix: "el".into(),
            family: "Kaya".into(),
        },
        birth: some("2008-03-12"),
        class: "5B".into(),
        residence: "Dordrecht".into(),
        profile: Some(ExitProfile::LabourMarket),
        leaving: some("2026-07-31"),
        placement: "bakkerij".into(),
    }
}

fn pupil() -> Pupil {
    listed().pupil(7)
}

#[test]
fn somebody_is_named_once_informed_and_with_a_basis_unless_they_object() {
    let informed = Sharing {
        informed_on: some("2026-06-01"),
        basis: "taak".into(),
        ..Sharing::default()
    };
    assert!(informed.may_name() && informed.has_basis());
    let elsewhere = Sharing {
        basis: String::new(),
        other_basis: true,
        ..informed.clone()
    };
    assert!(elsewhere.may_name(), "a basis that is recorded for one party is one");
    for nameless in [
        Sharing::default(),
        Sharing {
            informed_on: None,
            ..informed.clone()
        },
        Sharing {
            basis: String::new(),
            ..informed.clone()
        },
        Sharing {
            objection_on: some("2026-06-02"),
            ..informed
        },
    ] {
        assert!(!nameless.may_name(), "{nameless:?}");
    }
    assert!(!Sharing::default().has_basis());
}

#[test]
fn an_age_grows_on_the_birthday() {
    let age = |birth: &str, on: &str| {
        let born = Pupil {
            birth: some(birth),
            ..pupil()
        };
        born.age_on(day(on))
    };
    assert_eq!(age("2008-03-12", "2026-03-11"), Some(17));
    assert_eq!(age("2008-03-12", "2026-03-12"), Some(18));
    assert_eq!(age("2008-03-12", "2026-12-01"), Some(18));
    // Who was born on a leap day is a year older on 1 March where the year has no 29 February.
    assert_eq!(age("2008-02-29", "2026-02-28"), Some(17));
    assert_eq!(age("2008-02-29", "2026-03-01"), Some(18));
    assert_eq!(age("2026-03-12", "2026-03-12"), Some(0));
    assert_eq!(age("2026-03-12", "2026-03-11"), None, "not born yet");
    assert_eq!(Pupil { birth: None, ..pupil() }.age_on(day("2026-03-12")), None);
}

#[test]
fn somebody_leaves_soon_within_half_a_year_and_until_they_have_left() {
    let soon = |leaving: Option<&str>, left: Option<&str>, today: &str| {
        let leaver = Pupil {
            leaving: leaving.map(day),
            left_on: left.map(day),
            ..pupil()
        };
        leaver.leaves_soon(day(today))
    };
    let july = Some("2026-07-31");
    assert!(!soon(july, None, "2026-01-30"));
    assert!(soon(july, None, "2026-01-31"));
    assert!(
        soon(july, None, "2026-09-01"),
        "expected to have left, and it is not recorded"
    );
    assert!(soon(july, Some("2026-07-10"), "2026-07-09"));
    assert!(!soon(july, Some("2026-07-10"), "2026-07-10"));
    assert!(
        !soon(july, Some("2027-07-10"), "2026-07-10"),
        "the actual day goes first"
    );
    assert!(!soon(None, None, "2026-07-10"));
}

#[test]
fn what_a_list_says_anew_is_told_and_what_it_leaves_empty_stays() {
    use ListedField as F;
    let known = listed();
    let empty = ListedPupil {
        number: known.number.clone(),
        ..ListedPupil::default()
    };
    assert!(known.changes(&known).is_empty());
    assert!(empty.changes(&known).is_empty(), "an empty cell takes nothing away");
    assert!(empty.over(&known) == known);
    // A list that does not know the profile says nothing of it.
    let unknown = ListedPupil {
        profile: Some(ExitProfile::Unknown),
        ..known.clone()
    };
    assert!(unknown.changes(&known).is_empty() && unknown.over(&known) == known);

    let anew = ListedPupil {
        number: "00123".into(),
        name: Name {
            given: "Samíra".into(),
            infix: "al".into(),
            family: "Demir".into(),
        },
        birth: some("2008-03-21"),
        class: "6A".into(),
        residence: "Zwijndrecht".into(),
        profile: Some(ExitProfile::DayActivity),
        leaving: some("2027-07-31"),
        placement: "kwekerij".into(),
    };
    let told: Vec<_> = anew
        .changes(&known)
        .into_iter()
        .map(|change| (change.field, change.before, change.after))
        .collect();
    let expected = [
        (F::Given, "Samira", "Samíra"),
        (F::Infix, "el", "al"),
        (F::Family, "Kaya", "Demir"),
        (F::Class, "5B", "6A"),
        (F::Residence, "Dordrecht", "Zwijndrecht"),
        (F::Placement, "bakkerij", "kwekerij"),
        (F::Birth, "2008-03-12", "2008-03-21"),
        (F::Leaving, "2026-07-31", "2027-07-31"),
        (F::Profile, "labour_market", "day_activity"),
    ]
    .map(|(field, before, after)| (field, before.to_owned(), after.to_owned()));
    assert_eq!(told, expected);
    assert!(anew.over(&known) == anew);
    let first: Vec<_> = known.changes(&empty).into_iter().map(|change| change.before).collect();
    assert_eq!(first, vec![""; 9], "nothing was known");
}

#[test]
fn a_pupil_from_a_list_is_what_the_list_says_and_nothing_more() {
    let made = pupil();
    assert_eq!((made.id, made.school, made.number.as_str()), (0, 7, "00123"));
    assert_eq!((made.birth, made.leaving), (listed().birth, listed().leaving));
    assert_eq!((made.class.as_str(), made.placement.as_str()), ("5B", "bakkerij"));
    assert!(!made.sharing.may_name() && made.left_on.is_none() && made.support_needed.is_none());
    assert_eq!(ListedPupil::default().pupil(7).profile, ExitProfile::Unknown);
    // The columns of a school are kept by its code, so that each has its own.
    let code = SchoolCode::parse("12AB").unwrap();
    assert_eq!(mapping_key(&code), "import.columns.12AB00");
}
