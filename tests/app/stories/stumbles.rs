//! What a chair stumbled over while driving a whole meeting: each way out is one key, and what is looked for is found.

use crate::desk::Desk;

#[test]
fn a_day_that_no_calendar_has_is_told_in_a_form_as_it_is_in_a_note() {
    let (mut desk, _) = Desk::with_pupils(1);
    desk.private().press("P Tab Ctrl+e").write("31 juni").press("Tab");
    desk.sees("die dag bestaat niet op de kalender")
        .sees_not("dit is geen datum");
    desk.press("Shift+Tab Ctrl+e")
        .write("ooit")
        .press("Tab")
        .sees("dit is geen datum");
}

#[test]
fn hours_late_are_told_in_hours() {
    let end = chrono::NaiveTime::from_hms_opt(21, 39, 0).unwrap();
    assert_eq!(dakpan::text::NL.screen.ends(end, 639), "einde 21:39 (+10 u 39 min)");
    assert_eq!(dakpan::text::NL.screen.ends(end, -61), "einde 21:39 (-1 u 01 min)");
    assert_eq!(dakpan::text::EN.screen.ends(end, 60), "ends 21:39 (+1 h 00 min)");
    assert_eq!(dakpan::text::NL.screen.ends(end, 59), "einde 21:39 (+59)");
}

