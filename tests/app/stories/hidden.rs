//! What the room may not hear is counted and said, and nothing of it is recorded.

use dakpan::app::state::Overlay;
use dakpan::domain::codes::{ItemState, Lane};

use crate::desk::Desk;

/// The demo's meeting, open, with somebody of a pupil's own surroundings at the table, at its first point.
fn with_a_parent() -> Desk {
    let mut desk = Desk::with_demo();
    desk.press("S a a a a a a a Down Down a Enter Esc");
    desk.sees("√ leerling, ouder of");
    desk
}

fn agreed(desk: &Desk) -> usize {
    let items = desk.program.state.items();
    items.filter(|i| i.item.state == ItemState::Agreed).count()
}

/// A screen without its borders, in one line.
fn in_one_line(screen: &str) -> String {
    let bare = screen.replace(['│', '┌', '└', '┐', '┘', '─', '├', '┤'], " ");
    bare.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn hamerstukken_that_the_room_may_not_see_are_not_agreed_unseen() {
    let mut desk = with_a_parent();
    desk.press("H").sees_not("Allemaal akkoord?");
    let said = "Niets vastgelegd. 3 verborgen: er zit iemand uit het netwerk aan tafel";
    let small = in_one_line(&desk.screen(80, 24));
    assert!(small.contains(said), "{small}");
    desk.press("Enter Esc");
    assert_eq!(agreed(&desk), 0);
    // Of the hamerstuk that is at hand the room hears, and of that alone.
    let hamerstuk = |desk: &Desk| {
        let item = desk.program.state.item().map(|i| &i.item);
        item.is_some_and(|i| i.lane == Lane::Agreed && !i.proposal.is_empty())
    };
    while !hamerstuk(&desk) {
        desk.press("PgDn").sees_not("Verder gaat de agenda niet");
    }
    desk.press("Esc H")
        .sees("Allemaal akkoord?")
        .sees("2 verborgen: er zit");
    desk.press("Enter");
    assert_eq!(agreed(&desk), 1, "nothing is recorded that is not on the screen");
    desk.private().press("H").sees_not("verborgen").press("Enter");
    assert_eq!(agreed(&desk), 3);
}

#[test]
fn each_list_says_how_much_the_room_is_not_told_and_why() {
    let mut desk = with_a_parent();
    let why = "verborgen: er zit iemand uit het netwerk aan tafel";
    let small = desk.screen(80, 24);
    // The queue is so narrow that the sentence takes four rows of it.
    for part in ["│ 12 verborgen: er", "│ zit iemand uit", "│ het netwerk aan", "│ tafel"] {
        assert!(small.contains(part), "{small}");
    }
    assert!(!small.contains("De wachtrij is"), "{small}");
    desk.press("o");
    let small = desk.screen(80, 24);
    assert!(small.contains(&format!("7 {why}")), "{small}");
    assert!(!small.contains("geen acties open"), "{small}");
    desk.press("Esc /").write("tv");
    let small = desk.screen(80, 24);
    assert!(
        small.contains(&format!("12 {why}")),
        "how many fit is not told: {small}"
    );
    desk.speak(dakpan::text::Lang::En);
    desk.sees("12 hidden: somebody of the network is at the table");
}

#[test]
fn what_is_copied_is_what_the_room_may_hear() {
    let mut desk = with_a_parent();
    for text in ["asiel", "kwekerij"] {
        desk.press("PgDn").sees("SCHRIJF");
        while desk.program.state.pupil().is_none() {
            desk.press("PgDn");
        }
        desk.write(&format!("/a Els mailt {text}")).press("Enter");
    }
    desk.press("Esc C");
    let copied = desk.program.take_copied().unwrap();
    assert!(copied.contains("kwekerij") && !copied.contains("asiel"), "{copied}");
    desk.sees("Gekopieerd: 1 actie van dit blok · 1 verborgen: er zit iemand uit het netwerk aan tafel");
    // The chair alone copies all of them.
    desk.private().press("C").sees("Gekopieerd: 2 acties van dit blok");
    assert!(desk.program.take_copied().unwrap().contains("asiel"));
}

#[test]
fn what_is_not_read_back_is_not_asked_and_not_confirmed() {
    let mut desk = with_a_parent();
    desk.press("PgDn PgDn").write("/b akkoord").press("Enter PgDn Esc");
    desk.press("T").sees_not("Klopt dit zo?").sees_not("akkoord");
    let small = desk.screen(80, 24);
    assert!(
        small.contains("1 verborgen: er zit iemand uit het netwerk aan tafel"),
        "{small}"
    );
    let read_back = |desk: &Desk| {
        let blocks = desk.program.state.sitting.iter().flat_map(|s| &s.blocks);
        blocks.filter(|b| b.block.read_back_at.is_some()).count()
    };
    desk.press("Enter").sees("Niets vastgelegd. 1 verborgen");
    assert_eq!(read_back(&desk), 0);
    // The chair alone sees all of it, at once.
    desk.private().sees("akkoord").sees("Klopt dit zo?").press("Enter");
    assert_eq!(read_back(&desk), 1);
}

#[test]
fn an_old_action_of_another_pupil_is_not_read_back_to_a_guest_nor_an_earlier_meeting_shown() {
    let mut desk = with_a_parent();
    // For the chair alone all are there, and they are put off.
    desk.private().press("o");
    for _ in 0..7 {
        desk.press("n").write("half december").press("Enter");
    }
    desk.press("Esc T");
    let Some(Overlay::ReadBack { rows, .. }) = &desk.program.state.overlay else {
        panic!("nothing is read back");
    };
    let mut without = rows.iter().filter(|row| row.agreed.pupil.is_none());
    let of_another = without.find_map(|row| row.agreed.actions.iter().find(|one| one.pupil.is_some()));
    let first: String = of_another.unwrap().text.chars().take(20).collect();
    desk.sees(&first).press("Esc F8 T").sees_not(&first).sees("verborgen");
    desk.press("Esc O").sees("dit kan alleen privé");
}
