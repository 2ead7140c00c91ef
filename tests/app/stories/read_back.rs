//! What was agreed is read back whole: what is not read, nobody can agree to.

use crate::desk::Desk;

/// The screen as one text: runs of spaces, lines and borders become single spaces.
fn flat(screen: &str) -> String {
    let words = screen.split([' ', '\n', '│']).filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join(" ")
}

#[test]
fn an_action_without_a_decision_is_read_back() {
    let (mut desk, _) = Desk::with_pupils(2);
    desk.press("S a a a a Enter PgDn PgDn");
    desk.write("/a Els mailt asiel half juni").press("Enter Esc T");
    desk.sees("mailt asiel").sees("ma 15-06");
    desk.sees_not("niets vastgelegd");
}

#[test]
fn a_long_decision_and_action_are_read_to_their_end_in_the_smallest_window() {
    let (mut desk, _) = Desk::with_pupils(1);
    let decision = "samen toewerken naar een proefplaatsing bij het asiel vanaf 1 september, met vier dagen per week \
                    en een vast gezicht op de werkplek";
    desk.press("S f f f f Enter PgDn PgDn");
    desk.write(&format!("/b {decision}")).press("Enter");
    desk.write(
        "/a Els vraagt het asiel of de stage in augustus door kan lopen met dezelfde begeleider als nu half juni",
    );
    desk.press("Enter Esc T");
    for (columns, rows) in [(60, 20), (80, 24), (120, 36)] {
        let screen = flat(&desk.screen(columns, rows));
        assert!(
            screen.contains(&format!("BESLUIT {decision} · onder voorbehoud")),
            "{screen}"
        );
        assert!(screen.contains("met dezelfde begeleider als nu · ma 15-06"), "{screen}");
    }
}
