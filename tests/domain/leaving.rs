//! Whether a pupil is to leave soon: who has left leaves no more.

use dakpan::domain::Day;
use dakpan::domain::listed::ListedPupil;

#[test]
fn who_leaves_within_six_months_leaves_soon_until_it_is_done() {
    let day = |text: &str| text.parse::<Day>().unwrap();
    let listed = ListedPupil {
        leaving: Some(day("2026-07-31")),
        ..ListedPupil::default()
    };
    let mut pupil = listed.pupil(1);
    assert!(!pupil.leaves_soon(day("2026-01-30")));
    assert!(pupil.leaves_soon(day("2026-01-31")));
    pupil.left_on = Some(day("2026-06-02"));
    assert!(pupil.leaves_soon(day("2026-06-01")));
    assert!(!pupil.leaves_soon(day("2026-06-03")));
}
