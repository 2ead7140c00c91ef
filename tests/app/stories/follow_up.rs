//! Between two meetings: who still has to do what, over all schools, and what is done about it with one key.

use dakpan::domain::codes::ActionState;
use dakpan::domain::dossier::SchoolAction;
use dakpan::domain::{Day, Id};
use dakpan::store::{About, NewAction};
use dakpan::text::Lang;

use crate::desk::Desk;

fn day(text: &str) -> Day {
    text.parse().unwrap()
}

/// A desk in private with three open actions: one overdue, one due this week, one without a day.
fn with_actions() -> Desk {
    let (desk, table) = Desk::with_pupils(2);
    let now = desk.now;
    let mut desk = desk.with_store(|store| {
        let people = store.people(None, 50).unwrap();
        let of = |given: &str| people.iter().find(|p| p.given == given).map(|p| p.id);
        let about = About {
            intent: "add_action",
            pupil: None,
            meeting: None,
        };
        let add = |owner: Option<Id>, text: &str, due: Option<&str>| NewAction {
            pupil: Some(table.pupils[0]),
            school: None,
            meeting: None,
            item: None,
            owner,
            text: text.into(),
            due: due.map(day),
            agreed_on: day("2026-05-01"),
        };
        store
            .change(about, now, |tx| {
                tx.add_action(&add(of("Jan"), "UWV bellen", Some("2026-05-29")))?;
                tx.add_action(&add(of("Els"), "rooster mailen", Some("2026-06-05")))?;
                tx.add_action(&add(None, "stageplek zoeken", None))
            })
            .unwrap();
    });
    desk.private().press("U");
    desk
}

fn all(desk: &Desk) -> Vec<SchoolAction> {
    desk.store().followed_actions(day("2026-01-01")).unwrap()
}

fn stands(desk: &Desk, text: &str) -> Vec<(ActionState, Option<Day>)> {
    let rows = all(desk).into_iter().filter(|one| one.action.text == text);
    rows.map(|one| (one.action.state, one.action.due)).collect()
}

#[test]
fn overdue_first_with_owner_day_and_school() {
    let mut desk = with_actions();
    desk.sees("Acties van alle scholen · op datum")
        .sees("Te laat (1)")
        .sees("Jan de Boer · UWV bellen · Daan Bakker")
        .sees("te laat vr 29-05")
        .sees("Binnen een week (1)")
        .sees("Zonder datum (1)");
    let screen = desk.screen(120, 36);
    let at = |text: &str| screen.find(text).unwrap_or_else(|| panic!("{text}\n{screen}"));
    assert!(at("UWV bellen") < at("rooster mailen") && at("rooster mailen") < at("stageplek"));
    for (columns, rows) in [(80, 24), (60, 20), (200, 50)] {
        assert!(desk.screen(columns, rows).contains("UWV bellen"), "{columns}×{rows}");
    }
    desk.speak(Lang::En)
        .sees("Actions of all schools · by day")
        .sees("Overdue (1)");
}

#[test]
fn the_list_is_private_and_goes_when_the_screen_is_shared() {
    let mut desk = with_actions();
    desk.press("F8")
        .sees_not("Acties van alle scholen")
        .sees_not("Daan Bakker");
    assert!(desk.program.state.overlay.is_none());
    desk.press("U").sees("dit kan alleen privé");
    // A question over the list leaves nothing behind either.
    desk.press("F8 j U m F8").sees_not("Acties van alle scholen");
    desk.press("Esc").sees_not("Acties van alle scholen");
    assert!(desk.program.state.following.behind.is_none());
}

#[test]
fn g_k_and_x_close_and_undo_brings_back() {
    let mut desk = with_actions();
    desk.press("g").sees_not("UWV bellen").sees("Vastgelegd: actie gedaan");
    assert_eq!(stands(&desk, "UWV bellen")[0].0, ActionState::Done);
    desk.press("Ctrl+z").sees("UWV bellen");
    assert_eq!(stands(&desk, "UWV bellen")[0].0, ActionState::Open);
    desk.press("k");
    assert_eq!(stands(&desk, "UWV bellen")[0].0, ActionState::NotPossible);
    // Now the roster is the first; why it lapses may be told, or not.
    desk.press("x")
        .sees("waarom, mag leeg blijven")
        .write("school deed het al")
        .press("Enter");
    assert_eq!(stands(&desk, "rooster mailen")[0].0, ActionState::Cancelled);
    desk.sees("Acties van alle scholen").press("x Enter");
    assert_eq!(stands(&desk, "stageplek zoeken")[0].0, ActionState::Cancelled);
    desk.sees("Er is geen actie om te volgen");
    // What was closed lately stands under how it stands.
    desk.press("Tab Tab Tab")
        .sees("op stand")
        .sees("Kon niet")
        .sees("UWV bellen");
}

#[test]
fn what_was_closed_is_followed_again_with_another_day() {
    let mut desk = with_actions();
    desk.press("k Tab Tab Tab").sees("Kon niet (1)");
    desk.press("Down Down m").write("12-6").press("Enter");
    assert_eq!(
        stands(&desk, "UWV bellen"),
        [(ActionState::Open, Some(day("2026-06-12")))]
    );
    desk.sees_not("Kon niet");
}

#[test]
fn m_moves_the_day_in_plain_words() {
    let mut desk = with_actions();
    desk.press("m").sees("nieuwe datum");
    desk.write("ooit").press("Enter").sees("dit is geen datum");
    desk.press("Backspace Backspace Backspace Backspace")
        .write("over 2 weken")
        .press("Enter");
    assert_eq!(
        stands(&desk, "UWV bellen"),
        [(ActionState::Open, Some(day("2026-06-17")))]
    );
    desk.sees("Later (1)").sees_not("Te laat");
    desk.press("Ctrl+z").sees("Te laat (1)");
    // The end of January is a Sunday, on which nobody calls.
    desk.press("m")
        .write("eind jan")
        .sees("UWV bellen · vr 29 jan 2027")
        .press("Enter");
    assert_eq!(
        stands(&desk, "UWV bellen"),
        [(ActionState::Open, Some(day("2027-01-29")))]
    );
    desk.press("Ctrl+z");
    // Esc leaves the question and nothing else.
    desk.press("m Esc").sees("Acties van alle scholen");
}

#[test]
fn not_done_does_not_vanish_but_asks_for_a_new_day_at_once() {
    let mut desk = with_actions();
    desk.sees("n: niet gedaan, en meteen een nieuwe datum");
    desk.press("n")
        .sees("leeg: van de lijst af")
        .write("half juni")
        .press("Enter");
    assert_eq!(
        stands(&desk, "UWV bellen"),
        [
            (ActionState::Open, Some(day("2026-06-15"))),
            (ActionState::NotDone, Some(day("2026-05-29"))),
        ],
        "that it was not done is kept, and it is followed on"
    );
    let again = &all(&desk)
        .into_iter()
        .find(|one| one.action.text == "UWV bellen")
        .unwrap();
    assert_eq!(again.action.owner.as_ref().unwrap().name, "Jan de Boer");
    assert!(again.pupil.is_some() && !again.school.is_empty());
    // One change, so one undo.
    desk.press("Ctrl+z");
    assert_eq!(
        stands(&desk, "UWV bellen"),
        [(ActionState::Open, Some(day("2026-05-29")))]
    );
    // Empty takes it off the list on purpose.
    desk.press("n Enter");
    assert_eq!(stands(&desk, "UWV bellen")[0].0, ActionState::NotDone);
    desk.sees_not("UWV bellen");
}

#[test]
fn grouped_by_owner_and_school_and_filtered_by_typing() {
    let mut desk = with_actions();
    desk.press("Tab")
        .sees("op eigenaar")
        .sees("Jan de Boer (1)")
        .sees("Van niemand (1)");
    desk.press("Tab").sees("op school");
    desk.press("/")
        .write("jan uwv")
        .sees("UWV bellen")
        .sees_not("· rooster mailen");
    // Enter keeps the filter, and the keys of the list work again.
    desk.press("Enter g").sees_not("UWV bellen");
    assert_eq!(stands(&desk, "UWV bellen")[0].0, ActionState::Done);
    desk.press("/ Esc").sees("rooster mailen");
    desk.press("Esc").sees_not("Acties van alle scholen");
}

#[test]
fn the_actions_of_the_chosen_owner_are_written_from_there() {
    let mut desk = with_actions();
    desk.press("V").sees("open acties per eigenaar");
    desk.press("Tab n Tab n Tab j Enter").wait(0);
    desk.sees("1 bestand geschreven").sees("voor Jan de Boer");
    let folder = desk.store().path().parent().unwrap().join("stukken");
    let entry = std::fs::read_dir(folder).unwrap().next().unwrap().unwrap();
    let text = std::fs::read_to_string(entry.path()).unwrap();
    assert!(
        text.contains("UWV bellen") && !text.contains("rooster mailen"),
        "{text}"
    );
    // An action of nobody cannot be sent to anybody.
    desk.press("Esc U Down Down V").sees("er is niemand met die naam");
}

#[test]
fn an_old_action_that_was_not_done_gets_another_day_at_the_table() {
    let (desk, table) = Desk::with_pupils(1);
    let now = desk.now;
    let mut desk = desk.with_store(|store| {
        let about = About {
            intent: "add_action",
            pupil: None,
            meeting: None,
        };
        let add = |pupil: Option<Id>, text: &str| NewAction {
            pupil,
            school: Some(table.school),
            meeting: None,
            item: None,
            owner: None,
            text: text.into(),
            due: Some(day("2026-05-29")),
            agreed_on: day("2026-05-01"),
        };
        let acts = |tx: &mut dakpan::store::Tx<'_>| {
            tx.add_action(&add(Some(table.pupils[0]), "UWV bellen"))?;
            tx.add_action(&add(None, "rooster mailen"))
        };
        store.change(about, now, acts).unwrap();
    });
    desk.press("S a a a a Enter Esc o").sees("UWV bellen");
    desk.press("n").sees("nieuwe datum voor deze actie");
    desk.write("gisteren of zo").press("Enter").sees("! ");
    desk.press("Ctrl+e")
        .write("half juni")
        .sees("UWV bellen · ma 15-06")
        .press("Enter");
    // It left the list of what is old, and stands with what was agreed today.
    desk.sees("rooster mailen").sees_not("UWV bellen");
    let followed = |desk: &Desk, text: &str| {
        let rows = desk.store().followed_actions(day("2026-01-01")).unwrap();
        let rows = rows.into_iter().filter(|one| one.action.text == text);
        rows.map(|one| (one.action.state, one.action.due, one.action.meeting))
            .collect::<Vec<_>>()
    };
    let again = (ActionState::Open, Some(day("2026-06-15")), Some(table.meeting));
    assert!(
        followed(&desk, "UWV bellen").contains(&again),
        "{:?}",
        followed(&desk, "UWV bellen")
    );
    // Without a day it only leaves the list.
    desk.press("n Enter").sees_not("rooster mailen");
    desk.press("Esc T").sees("UWV bellen · ma 15-06").press("Esc");
    desk.press("Ctrl+z Ctrl+z o").sees("rooster mailen").sees("UWV bellen");
    assert_eq!(followed(&desk, "UWV bellen").len(), 1);
}
