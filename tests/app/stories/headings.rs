//! An empty note of a pupil who asks for more time offers headings; nothing is written by itself.

use dakpan::app::settings::{Settings, Template};
use dakpan::domain::codes::{ItemState, Lane, SchoolKind};
use dakpan::text::Lang;

use crate::desk::{Desk, Table};

/// In the empty note of the first pupil of De Brug (PrO), who is treated as complex.
fn complex() -> (Desk, Table) {
    let (mut desk, table) = Desk::with_pupils(2);
    desk.press("S a a a a Enter PgDn PgDn Esc l");
    assert_eq!(desk.program.state.item().unwrap().item.lane, Lane::Complex);
    desk.press("i");
    (desk, table)
}

fn text(desk: &Desk) -> String {
    desk.program.state.writing.as_ref().unwrap().editor.text().to_owned()
}

fn state_of_first(desk: &Desk, table: &Table) -> ItemState {
    let sitting = desk.store().sitting(table.meeting).unwrap();
    let mut items = sitting.blocks[0].items.iter();
    items
        .find(|i| i.item.pupil == Some(table.pupils[0]))
        .unwrap()
        .item
        .state
}

#[test]
fn tab_writes_the_headings_and_what_stays_empty_is_not_kept() {
    let (mut desk, table) = complex();
    desk.sees("Tab: kopjes voor dit gesprek");
    assert_eq!(text(&desk), "");
    desk.press("Tab").write("werken met dieren");
    assert!(text(&desk).starts_with("Wens en kracht: werken met dieren\nStage en werkgever: \n"));
    desk.sees_not("kopjes voor dit gesprek")
        .sees("Wie houdt vast, tot wanneer:");
    desk.press("Down End").write("asiel, 3 dagen").press("Esc");
    let note = &desk.store().dossier(table.pupils[0]).unwrap().notes[0];
    assert_eq!(
        note.text,
        "Wens en kracht: werken met dieren\nStage en werkgever: asiel, 3 dagen"
    );
    assert_eq!(state_of_first(&desk, &table), ItemState::Discussed);
}

#[test]
fn headings_alone_are_no_note_and_nobody_was_discussed() {
    let (mut desk, table) = complex();
    desk.press("Tab Esc");
    assert!(
        desk.store()
            .dossier(table.pupils[0])
            .unwrap()
            .notes
            .iter()
            .all(|note| note.text.is_empty())
    );
    assert_eq!(state_of_first(&desk, &table), ItemState::Open);
    desk.press("i").sees("Tab: kopjes voor dit gesprek").press("Tab Ctrl+z");
    assert_eq!(text(&desk), "", "one step takes them back");
}

#[test]
fn what_stands_below_a_heading_keeps_it() {
    let (mut desk, table) = complex();
    desk.press("Tab Enter").write("hij wil met dieren werken").press("Esc");
    let note = &desk.store().dossier(table.pupils[0]).unwrap().notes[0];
    assert_eq!(note.text, "Wens en kracht: \nhij wil met dieren werken");
}

#[test]
fn a_pupil_who_is_discussed_as_usual_has_none_and_tab_writes_snippets_as_ever() {
    let (mut desk, _) = Desk::with_pupils(2);
    desk.press("S a a a a Enter PgDn PgDn").sees_not("kopjes").press("Tab");
    assert_eq!(text(&desk), "");
    desk.sees("Geen kopjes bij bespreken: die zijn er bij complex");
    desk.speak(Lang::En).press("Tab").sees("No headings for discuss");
    // Behind a word it is the word that is meant.
    desk.speak(Lang::Nl).write("stage").press("Tab").sees("geen afkorting");
}

#[test]
fn the_chairs_own_come_first_and_the_language_has_its_own() {
    let own = |lane, school, text: &str| Template {
        lane,
        school,
        text: text.into(),
    };
    let (mut desk, _) = complex();
    desk.settle(Settings {
        templates: vec![
            own(Lane::Complex, None, "Algemeen: "),
            own(Lane::Complex, Some(SchoolKind::Pro), "Praktijk: \nHuis: "),
            own(Lane::Discuss, None, "Kort: "),
        ],
        ..Settings::default()
    });
    desk.press("Tab");
    assert_eq!(text(&desk), "Praktijk: \nHuis: ");
    // The next pupil is discussed as usual, for which the chair has headings too.
    desk.press("PgDn").sees("kopjes voor dit gesprek").press("Tab");
    assert_eq!(text(&desk), "Kort: ");
    let (mut desk, _) = complex();
    desk.speak(Lang::En).sees("Tab: headings for this talk").press("Tab");
    assert!(text(&desk).starts_with("Wish and strengths: "));
}
