//! Whose an action is: people at the table, people who could not come, by every name they are called by; and when.

use crate::desk::Desk;

/// An open meeting at its first pupil: Jan de Boer, Ria Kok, Karin Smit and Els Vos, marked with these keys.
fn at_pupil(marks: &str) -> Desk {
    let (mut desk, _) = Desk::with_pupils(2);
    desk.press("S").press(marks).press("Enter PgDn PgDn");
    desk
}

#[test]
fn somebody_is_found_by_every_part_of_their_name() {
    for name in ["Jan", "jan", "boer", "de Boer", "Jan de Boer", "@Boer"] {
        let mut desk = at_pupil("a a a a");
        desk.write(&format!("/a {name} belt ouders vrijdag"));
        desk.sees("→ ACTIE Jan de Boer (gem.): belt ouders · vr 05-06")
            .sees_not("afwezig")
            .sees_not("afgemeld");
    }
}

#[test]
fn who_could_not_come_is_found_too_and_marked() {
    let mut desk = at_pupil("f f f f Enter");
    desk.write("/a Smit stuurt advies vrijdag");
    desk.sees("→ ACTIE Karin Smit (UWV): stuurt advies · afgemeld · vr 05-06");
    // It is the word that was recorded.
    let mut missing = at_pupil("x x x x Enter");
    missing
        .write("/a Smit stuurt advies vrijdag")
        .sees("stuurt advies · afwezig · vr 05-06");
    desk.press("Enter Esc").sees("Karin Smit (UWV): stuurt advies");
}

#[test]
fn the_day_and_the_owner_are_read_whatever_the_text_is_long() {
    let mut desk = at_pupil("a a a a");
    desk.write("/a Els vraagt het asiel of de stage in augustus door kan lopen met dezelfde begeleider half juni");
    for (columns, rows) in [(60, 20), (80, 24), (120, 36)] {
        let screen = desk.screen(columns, rows);
        let mut lines = screen.lines().skip_while(|line| !line.contains("→ ACTIE"));
        let first = lines.next().unwrap();
        assert!(first.contains("Els"), "{screen}");
        // A long one goes on below, with its day in one piece.
        let mut all = [first].into_iter().chain(lines.take(2));
        assert!(all.any(|line| line.contains("· ma 15-06")), "{screen}");
    }
}

#[test]
fn an_impossible_day_is_called_so() {
    let mut desk = at_pupil("a a a a");
    desk.write("/a Els belt ouders 31 juni").sees("31 juni bestaat niet");
    desk.press("Enter Esc").sees("belt ouders 31 juni");
}

#[test]
fn a_paragraph_that_stands_there_becomes_an_action_or_a_decision() {
    let mut desk = at_pupil("a a a a");
    desk.write("Els belt ouders vrijdag")
        .press("Enter")
        .write("proefplaatsing");
    desk.press("Home")
        .write("/b ")
        .sees("→ BESLUIT proefplaatsing")
        .press("Enter");
    desk.press("Up Home")
        .write("/a ")
        .sees("→ ACTIE Els Vos")
        .press("Enter Esc");
    desk.sees("ACTIE Els Vos (school): belt ouders · vr 05-06")
        .sees("BESLUIT proefplaatsing");
}
