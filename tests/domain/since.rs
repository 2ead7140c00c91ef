//! What was done since a copy was made, in numbers.

use dakpan::domain::since::Wrote;

#[test]
fn every_kind_of_row_counts_once_and_a_meeting_that_was_closed_is_among_the_others() {
    let wrote = Wrote {
        notes: 1,
        actions: 20,
        decisions: 300,
        attendance: 4_000,
        other: 50_000,
        closed: 1,
    };
    assert_eq!(wrote.rows(), 54_321);
    assert_eq!(Wrote::default().rows(), 0);
}
