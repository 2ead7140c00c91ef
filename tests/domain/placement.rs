//! What lasted: days of a placement, counted by hand.

use dakpan::domain::codes::TileKind;
use dakpan::domain::dossier::PupilLine;
use dakpan::domain::name::Name;
use dakpan::domain::placement::{Lasted, Placement};
use dakpan::domain::trajectory::TileDetails;

fn lasted(from: &str, until: Option<&str>, ended: Option<&str>, today: &str) -> Lasted {
    let day = |text: &str| text.parse().unwrap();
    Placement {
        pupil: PupilLine {
            id: 1,
            school: 1,
            name: Name {
                given: "Tess".into(),
                infix: String::new(),
                family: "Test".into(),
            },
            may_name: true,
            leaving: None,
        },
        kind: TileKind::Job,
        label: String::new(),
        from: day(from),
        until: until.map(day),
        ended: ended.map(day),
        contract: None,
        details: TileDetails::default(),
    }
    .lasted(day(today))
}

#[test]
fn the_first_and_the_last_day_count() {
    assert_eq!(lasted("2026-06-03", None, None, "2026-06-03"), Lasted::Still(1));
    assert_eq!(
        lasted("2026-06-01", Some("2026-06-03"), None, "2026-06-03"),
        Lasted::Still(3)
    );
    assert_eq!(
        lasted("2026-06-01", Some("2026-06-02"), None, "2026-06-03"),
        Lasted::Ended(2)
    );
    assert_eq!(
        lasted("2024-02-28", None, Some("2024-03-01"), "2026-06-03"),
        Lasted::Ended(3)
    );
}

#[test]
fn the_actual_end_goes_before_the_planned_one() {
    assert_eq!(
        lasted("2026-01-01", Some("2026-12-31"), Some("2026-01-10"), "2026-06-03"),
        Lasted::Ended(10)
    );
    assert_eq!(
        lasted("2026-01-01", Some("2026-01-31"), Some("2026-06-03"), "2026-06-03"),
        Lasted::Still(154),
        "the day on which it ends is still a day of it"
    );
}

#[test]
fn what_begins_later_did_not_last_yet_and_what_was_called_off_never_did() {
    assert_eq!(
        lasted("2026-09-01", Some("2026-12-31"), None, "2026-06-03"),
        Lasted::NotYet
    );
    assert_eq!(
        lasted("2026-09-01", None, Some("2026-06-03"), "2026-06-03"),
        Lasted::Ended(0)
    );
    assert_eq!(
        lasted("2026-09-01", Some("2026-09-01"), None, "2026-06-03"),
        Lasted::NotYet,
        "a single day is not called off"
    );
}
