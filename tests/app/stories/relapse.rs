//! Terugval: one key puts a pupil who was placed back on the list, with the history kept.

use dakpan::domain::Day;
use dakpan::domain::codes::{PrimaryResult, TileKind};
use dakpan::text::Lang;

use crate::desk::Desk;

fn day(text: &str) -> Day {
    text.parse().unwrap()
}

#[test]
fn one_key_notes_where_the_pupil_stood_and_ends_the_work() {
    let (mut desk, table) = Desk::with_pupils(2);
    let pupil = table.pupils[1];
    desk.press("PgDn").private();
    desk.press("n w").write("Bakkerij Jansen").press("Enter u b");
    desk.now += chrono::Duration::days(90);
    // Guidance goes on, and a job that is over stays as it ended.
    desk.press("n b Enter n w")
        .write("Bakkerij Jansen")
        .press("Tab Tab")
        .write("1-1-2026")
        .press("Tab");
    desk.write("31-1-2026").press("Enter");
    let before = desk.dump();
    desk.control_keys = 0;
    desk.press("t");
    assert_eq!(desk.control_keys, 1);
    let dossier = desk.store().dossier(pupil).unwrap();
    assert_eq!(dossier.result.unwrap().category, PrimaryResult::InDiscussion);
    let relapse = dossier.relapses[0].clone();
    assert_eq!(
        (relapse.on, relapse.from),
        (day("2026-09-01"), Some(PrimaryResult::PaidWork))
    );
    let ended: Vec<(TileKind, Option<Day>, &str)> = dossier
        .tiles
        .iter()
        .map(|t| (t.kind, t.ended, t.details.ended_why.as_str()))
        .collect();
    assert_eq!(
        ended,
        [
            (TileKind::Job, None, ""),
            (TileKind::Job, Some(day("2026-09-01")), "terugval"),
            (TileKind::Guidance, None, "")
        ]
    );
    desk.sees("terugval 1 september, was betaald werk")
        .sees("nog in gesprek");
    desk.press("F8").sees("terugval 1 september");
    desk.press("Ctrl+z");
    assert_eq!(desk.dump(), before, "one step takes it all back");
    desk.sees_not("terugval 1 september");
    desk.press("Ctrl+y");
    let mut desk = desk.restart();
    desk.press("PgDn").sees("terugval 1 september");
    desk.speak(Lang::En).sees("relapse 1 September");
}

#[test]
fn a_second_relapse_keeps_the_first_and_says_only_what_is_known() {
    let (mut desk, table) = Desk::with_pupils(1);
    let pupil = table.pupils[0];
    desk.press("u l t");
    desk.now += chrono::Duration::days(30);
    desk.press("t");
    let relapses = desk.store().relapses(pupil).unwrap();
    assert_eq!(
        relapses.iter().map(|r| (r.on, r.from)).collect::<Vec<_>>(),
        [
            (day("2026-07-03"), None),
            (day("2026-06-03"), Some(PrimaryResult::WageValueAssessment))
        ]
    );
    desk.sees("terugval 3 juli").sees_not("terugval 3 juli, was");
}
