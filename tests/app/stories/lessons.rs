//! What the table sees again and again: counted over pupils and meetings, picked up, paid for, done.

use dakpan::domain::codes::LessonState;
use dakpan::store::{About, Lesson, NewLesson};
use dakpan::text::Lang;

use crate::desk::Desk;

/// A desk in private with a lesson that was noticed three times and one that was noticed once.
fn with_lessons() -> Desk {
    let (desk, table) = Desk::with_pupils(3);
    let now = desk.now;
    let mut desk = desk.with_store(|store| {
        let about = About {
            intent: "add_lesson",
            pupil: None,
            meeting: None,
        };
        let texts = [
            (0, "Geen stageplek in de zorg", "2026-03-02"),
            (1, "jobcoach begint te laat", "2026-05-04"),
            (1, "geen stageplek in de zorg.", "2026-05-04"),
            (2, "Géén  stageplek in de zorg", "2026-06-01"),
        ];
        store
            .change(about, now, |tx| {
                for (at, text, on) in texts {
                    tx.add_lesson(&NewLesson {
                        pupil: Some(table.pupils[at]),
                        meeting: None,
                        text: text.into(),
                        noticed_on: on.parse().unwrap(),
                    })?;
                }
                Ok(())
            })
            .unwrap();
    });
    desk.private().press("I");
    desk
}

fn of(desk: &Desk, word: &str) -> Vec<Lesson> {
    let lessons = desk.store().lessons(50).unwrap();
    lessons
        .into_iter()
        .filter(|one| one.noticed.text.contains(word))
        .collect()
}

#[test]
fn equal_lessons_are_counted_and_the_most_frequent_stands_first() {
    let mut desk = with_lessons();
    desk.sees("Leerpunten")
        .sees("3× Géén")
        .sees("1× jobcoach")
        .sees("1 jun 2026");
    let screen = desk.screen(120, 36);
    assert!(screen.find("3×").unwrap() < screen.find("1×").unwrap(), "{screen}");
    for name in ["Daan", "Mehmet", "Lotte"] {
        let list: String = screen.lines().filter(|line| line.contains('×')).collect();
        assert!(!list.contains(name), "{list}");
    }
    desk.speak(Lang::En).sees("Lessons").sees("p: who picks it up");
}

#[test]
fn picked_up_paid_done_and_open_again_for_all_that_are_counted_together() {
    let mut desk = with_lessons();
    desk.press("p Enter").sees("dit moet ingevuld zijn");
    desk.write("Ria Kok").press("Enter").sees("door Ria Kok");
    let lessons = of(&desk, "stageplek");
    assert_eq!(lessons.len(), 3);
    for lesson in &lessons {
        assert_eq!(
            (lesson.state, lesson.picked_up_by.as_str()),
            (LessonState::PickedUp, "Ria Kok")
        );
    }
    assert_eq!(of(&desk, "jobcoach")[0].state, LessonState::Noticed);
    // What nobody picked up stands first now.
    desk.press("Down b")
        .write("ESF")
        .press("Enter")
        .sees("door Ria Kok · uit ESF");
    desk.press("Down g");
    assert!(of(&desk, "stageplek").iter().all(|one| one.state == LessonState::Done));
    assert!(of(&desk, "stageplek").iter().all(|one| one.paid_from == "ESF"));
    // Undo takes all of them back together.
    desk.press("Ctrl+z");
    assert!(
        of(&desk, "stageplek")
            .iter()
            .all(|one| one.state == LessonState::PickedUp)
    );
    desk.press("Ctrl+y").press("Down Down o");
    assert!(
        of(&desk, "stageplek")
            .iter()
            .all(|one| one.state == LessonState::Noticed)
    );
}

#[test]
fn filtered_by_typing_and_private_alone() {
    let mut desk = with_lessons();
    desk.press("/").write("coach").sees("jobcoach").sees_not("stageplek");
    desk.press("Enter p").write("Jan").press("Enter");
    assert_eq!(of(&desk, "jobcoach")[0].picked_up_by, "Jan");
    assert!(of(&desk, "stageplek").iter().all(|one| one.picked_up_by.is_empty()));
    desk.press("F8")
        .sees_not("jobcoach")
        .press("I")
        .sees("dit kan alleen privé");
}

#[test]
fn without_lessons_it_says_how_one_is_made() {
    let mut desk = Desk::empty();
    desk.private().press("I").sees("Er is nog geen leerpunt");
}
