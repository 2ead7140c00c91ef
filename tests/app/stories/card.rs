//! The card in a small window: what does not fit is counted, so that nobody believes there is no more.

use dakpan::store::{About, NewAction};

use crate::desk::Desk;

/// A desk whose first pupil has so many actions open from before this meeting, before the meeting is opened.
fn with_open_actions(count: usize) -> Desk {
    let (desk, table) = Desk::with_pupils(1);
    let now = desk.now;
    let about = About {
        intent: "add_action",
        pupil: None,
        meeting: None,
    };
    desk.with_store(|store| {
        store
            .change(about, now, |tx| {
                for at in 1..=count {
                    tx.add_action(&NewAction {
                        pupil: Some(table.pupils[0]),
                        school: None,
                        meeting: None,
                        item: None,
                        owner: None,
                        text: format!("oud{at} bellen"),
                        due: Some("2026-05-20".parse().unwrap()),
                        agreed_on: "2026-05-01".parse().unwrap(),
                    })?;
                }
                Ok(())
            })
            .unwrap();
    })
}

/// How many of the open actions the screen tells of: those that stand there, and those it counts.
fn told(screen: &str, count: usize) -> usize {
    let standing = (1..=count).filter(|at| screen.contains(&format!("oud{at}"))).count();
    let counted = screen.split(" +").skip(1).find_map(|rest| {
        let digits: String = rest.chars().take_while(char::is_ascii_digit).collect();
        digits.parse::<usize>().ok()
    });
    standing + counted.unwrap_or(0)
}

#[test]
fn open_actions_that_do_not_fit_on_the_card_are_counted() {
    for count in [1, 2, 3, 5, 9] {
        let mut desk = with_open_actions(count);
        desk.press("S Enter Enter PgDn PgDn");
        for decisions in 0..4 {
            for (columns, rows) in [(60, 20), (80, 24), (80, 30), (120, 36), (200, 50)] {
                let screen = desk.screen(columns, rows);
                assert_eq!(
                    told(&screen, count),
                    count,
                    "{count} open, {decisions} decisions at {columns}×{rows}\n{screen}"
                );
            }
            desk.write(&format!("/b besluit {decisions}")).press("Enter");
        }
    }
}
