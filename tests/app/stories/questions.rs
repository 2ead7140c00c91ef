//! A second key is asked for what cannot be seen coming; the question is read together with the key that answers it.

use crate::desk::Desk;

#[test]
fn the_warning_of_the_private_state_is_read_in_every_window() {
    for (columns, rows) in [(60, 20), (80, 24), (120, 36)] {
        let (mut desk, _) = Desk::with_pupils(2);
        desk.press("F8");
        let screen = desk.screen(columns, rows);
        let words: Vec<&str> = screen.split_whitespace().filter(|word| *word != "│").collect();
        let flat = words.join(" ");
        assert!(
            flat.contains("Wie meekijkt ziet dan alle gegevens. Druk op j"),
            "{screen}"
        );
        assert!(screen.contains("j ja, doen"), "{screen}");
        desk.press("x");
        assert!(!desk.program.state.private && !desk.screen(columns, rows).contains("Wie meekijkt"));
    }
}

#[test]
fn every_question_keeps_its_sentence_until_it_is_answered() {
    let (mut desk, _) = Desk::with_pupils(2);
    for (keys, sentence) in [
        ("q", "Stoppen? Druk op j"),
        ("x", "Druk nog een keer op dezelfde toets"),
        ("d", "Doorschuiven? Druk nog een keer"),
    ] {
        desk.press(keys);
        let screen = desk.screen(80, 24);
        assert!(screen.contains(sentence) && screen.contains("ja, doen"), "{screen}");
        desk.press("Esc");
        assert!(!desk.screen(80, 24).contains(sentence));
    }
    // Letters that follow a prefix ask nothing, and take no more room than before.
    desk.press("u");
    assert!(desk.screen(80, 24).contains("u resultaat:"));
}
