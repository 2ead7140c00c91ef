//! Rights of the pupil: what may be rectified, and until when the data may be kept.

use dakpan::domain::Day;
use dakpan::domain::codes::SchoolKind;
use dakpan::domain::retention::{Limits, RetentionFacts};
use dakpan::domain::rights::{BackupSaid, Rectified};

fn day(iso: &str) -> Day {
    iso.parse().unwrap()
}

#[test]
fn what_is_personal_may_be_rectified_and_what_the_table_says_may_not() {
    assert!(Rectified::all().count() >= 10);
    for field in Rectified::all() {
        assert_eq!(Rectified::of(field.column()), Some(field));
    }
    let known = Rectified::of("wish").map(Rectified::column);
    assert_eq!(known, Some("wish"));
    for column in ["route", "goal", "id", "school", ""] {
        assert_eq!(Rectified::of(column), None, "{column}");
    }
}

#[test]
fn the_trail_tells_which_backup_was_put_back_by_its_moment_and_its_name() {
    let said = |last_change: Option<&str>, file: Option<&str>| BackupSaid {
        last_change: last_change.map(|at| at.parse().unwrap()),
        file: file.map(str::to_owned),
    };
    let moment = Some("2026-06-03T10:04:00");
    for (one, code, hour) in [
        (said(None, None), "backup", false),
        (said(moment, None), "backup 2026.06.03 10.04", true),
        (
            said(moment, Some("1-2.dakpan")),
            "backup 2026.06.03 10.04 1_2.dakpan",
            true,
        ),
        (said(None, Some("1-2.dakpan")), "backup 1_2.dakpan", false),
    ] {
        assert_eq!(one.code(), code);
        assert_eq!(BackupSaid::of_code(code), Some((one, hour)));
    }
    // Earlier versions told the day alone.
    let earlier = said(Some("2026-06-03T00:00:00"), None);
    assert_eq!(BackupSaid::of_code("backup 2026.06.03"), Some((earlier, false)));
    for code in ["meeting", "backups", ""] {
        assert_eq!(BackupSaid::of_code(code), None, "{code:?}");
    }
}

#[test]
fn a_field_that_may_be_rectified_says_what_stands_there_now() {
    let mut pupil = super::pupil::listed().pupil(1);
    pupil.wish = "bakker worden".into();
    pupil.strengths = "vroeg op".into();
    let told: Vec<&str> = Rectified::all().map(|field| field.of_pupil(&pupil)).collect();
    assert_eq!(
        told,
        [
            "00123",
            "Samira",
            "el",
            "Kaya",
            "",
            "5B",
            "Dordrecht",
            "bakker worden",
            "vroeg op",
            "bakkerij",
        ],
        "all but the day of birth, which is no text"
    );
}

fn facts(birth: Option<&str>, left: Option<&str>) -> RetentionFacts {
    RetentionFacts {
        school: SchoolKind::Pro,
        birth: birth.map(day),
        left: left.map(day),
    }
}

#[test]
fn data_may_be_kept_until_the_first_limit_that_applies() {
    let limits = Limits::built_in();
    let until = |limits: &Limits, facts| limits.until(&facts).map(|(limit, last)| (limit.id.clone(), last));
    let told = |id: &str, on| Some((id.to_owned(), day(on)));
    assert_eq!(limits.all().len(), 2);
    // Two years after the 27th birthday; three years after leaving: whichever comes first.
    let both = facts(Some("2000-03-12"), Some("2018-07-31"));
    assert_eq!(until(&limits, both), told("after_leaving", "2021-07-31"));
    assert_eq!(
        until(&limits, facts(Some("2000-03-12"), None)),
        told("transfer_point", "2029-03-12")
    );
    let late = facts(Some("1999-03-12"), Some("2026-07-31"));
    assert_eq!(until(&limits, late), told("transfer_point", "2028-03-12"));
    assert_eq!(
        until(&limits, facts(None, None)),
        None,
        "nothing is known to count from"
    );
    // The last day is still within it.
    assert_eq!(limits.past(&both, day("2021-07-31")), None);
    let past = limits.past(&both, day("2021-08-01")).map(|(_, last)| last);
    assert_eq!(past, Some(day("2021-07-31")));
    // Years of a table's own go for the limit they name.
    let own = limits.with_own(&[("after_leaving".to_owned(), 1), ("other".to_owned(), 0)]);
    assert_eq!(until(&own, both), told("after_leaving", "2019-07-31"));
    assert_eq!(
        until(&own, facts(Some("2000-03-12"), None)),
        told("transfer_point", "2029-03-12")
    );
}

#[test]
fn a_limit_holds_for_the_schools_it_names_and_has_sensible_years() {
    let text = |years: u16, schools: &str| {
        format!(
            "[[limit]]\nid = \"own\"\nfrom = \"left\"\nyears = {years}\n{schools}\nnl = \"n\"\nen = \"e\"\n\
             article = \"a\"\naddress = \"b\"\nread = 2026-11-22\n"
        )
    };
    let left = facts(None, Some("2018-07-31"));
    let last = |text: &str| {
        let limits = Limits::read(text).unwrap();
        limits.until(&left).map(|(_, last)| last)
    };
    assert_eq!(last(&text(2, "")), Some(day("2020-07-31")));
    assert_eq!(last(&text(2, "schools = [\"vso\", \"pro\"]")), Some(day("2020-07-31")));
    assert_eq!(last(&text(2, "schools = [\"vso\"]")), None);
    assert_eq!(Limits::read(&text(99, "")).unwrap().all()[0].read, day("2026-11-22"));
    assert_eq!(Limits::read(&text(100, "")), None);
    assert_eq!(Limits::read("limit = 1"), None);
}
