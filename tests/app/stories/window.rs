//! What the public window shows beside each screen of the chair: only what is for the people in the room.

use dakpan::public::{Blank, Over, PublicTitle, Show};

use crate::desk::Desk;

impl Desk {
    /// What the public window is told beside the chair's screen.
    fn show(&self) -> Show {
        let drawn = self.program.screen();
        self.program.show(&drawn)
    }

    fn shows_nothing(&self, why: Blank) {
        assert_eq!(self.show(), Show::Blank(why));
    }

    /// The name of the pupil whom the window shows.
    fn shown_pupil(&self) -> Option<String> {
        match self.show() {
            Show::Scene(scene) => scene.pupil.map(|pupil| match &pupil.title {
                PublicTitle::Short(name) => name.to_string(),
                PublicTitle::Case(number) => format!("casus {number}"),
            }),
            Show::Blank(why) => panic!("blank: {why:?}"),
        }
    }
}

#[test]
fn nothing_is_shown_until_the_meeting_sits_and_it_was_said_who_is_there() {
    let (mut desk, _) = Desk::with_pupils(4);
    desk.shows_nothing(Blank::Waiting);
    desk.press("S");
    desk.shows_nothing(Blank::Attendance);
    desk.press("Enter Enter");
    assert_eq!(desk.shown_pupil(), None, "the opening is about nobody");
    desk.press("PgDn PgDn");
    assert_eq!(desk.shown_pupil().as_deref(), Some("Daan B."));
    desk.press("Esc S S");
    desk.shows_nothing(Blank::Closed);
    // On another day it is a meeting of before, and something else is to begin.
    desk.now += chrono::Duration::days(1);
    desk.wait(0);
    desk.shows_nothing(Blank::Waiting);
}

#[test]
fn the_window_goes_on_while_the_chair_is_private_and_holds_nothing_of_that() {
    let (mut desk, _) = Desk::with_pupils(4);
    desk.press("S Enter Enter PgDn PgDn").write("gewone notitie");
    desk.press("Esc");
    let shared = desk.show();
    desk.private();
    assert_eq!(desk.show(), shared, "the same as before");
    // A working note, a form, a list of all pupils: the window shows the pupil at hand and nothing of those.
    desk.press("p").write("moeder kwam niet opdagen");
    assert_eq!(desk.show(), shared);
    desk.press("Esc e");
    assert_eq!(desk.show(), shared);
    desk.press("Esc W");
    assert_eq!(desk.show(), shared);
    desk.press("Esc /").write("y");
    assert_eq!(desk.show(), shared, "nobody who is found, not even by initials");
    desk.press("Esc : Esc ? Esc c");
    assert_eq!(desk.show(), shared);
}

#[test]
fn commands_in_a_note_are_for_the_chair_until_they_are_taken() {
    let (mut desk, _) = Desk::with_pupils(2);
    desk.press("S Enter Enter PgDn PgDn").write("stage gaat goed");
    desk.press("Enter").write("/p vader is ziek");
    let told = serde_json::to_string(&desk.show()).unwrap();
    assert!(
        told.contains("stage gaat goed") && !told.contains("vader") && !told.contains("...."),
        "{told}"
    );
    desk.press("F8 j");
    let told = serde_json::to_string(&desk.show()).unwrap();
    assert!(!told.contains("vader"), "{told}");
}

#[test]
fn one_key_blanks_the_window_in_either_state() {
    let (mut desk, _) = Desk::with_pupils(2);
    desk.press("S Enter Enter PgDn PgDn Esc");
    for state in ["shared", "private"] {
        desk.press("F9");
        desk.shows_nothing(Blank::Paused);
        desk.press("F9");
        assert_eq!(desk.shown_pupil().as_deref(), Some("Daan B."), "{state}");
        desk.press("F8 j");
    }
}

#[test]
fn another_school_is_not_shown_until_its_people_are_there_whatever_the_chair_sees() {
    for private in [false, true] {
        let (mut desk, _) = Desk::with_pupils(1);
        desk.press("S Enter Enter");
        if private {
            desk.private();
        }
        desk.press("PgDn PgDn PgDn PgDn");
        assert!(matches!(desk.show(), Show::Scene(_)), "still the first school");
        desk.press("PgDn");
        desk.shows_nothing(Blank::Attendance);
        desk.press("Esc PgDn PgDn PgDn");
        desk.shows_nothing(Blank::Attendance);
        desk.press("Esc w Enter Enter");
        assert!(matches!(desk.show(), Show::Scene(_)), "they were said to be there");
        // And back: the people of the first school have left.
        desk.press("PgUp PgUp PgUp PgUp PgUp");
        desk.press("Esc PgUp PgUp PgUp PgUp PgUp");
        desk.shows_nothing(Blank::Attendance);
    }
}

#[test]
fn a_pupil_who_was_looked_up_in_private_is_not_shown() {
    let (mut desk, _) = Desk::with_pupils(3);
    desk.press("S Enter Enter PgDn PgDn Esc");
    desk.private();
    desk.press("/").write("geheimsma");
    desk.press("Enter");
    let told = serde_json::to_string(&desk.show()).unwrap();
    assert!(!told.contains("Yara") && !told.contains("Y.G."), "{told}");
}

/// Even of the same school: what an earlier meeting looked at was for the people of then.
#[test]
fn another_meeting_than_the_one_that_sits_is_not_shown() {
    for private in [false, true] {
        let (mut desk, table, _) = super::looking_back::later();
        desk.press("S a a a a Enter PgDn PgDn Esc");
        assert!(matches!(desk.show(), Show::Scene(_)));
        desk.press("O Enter").sees("toen ging het goed");
        if private {
            desk.private();
        }
        assert_eq!(desk.program.state.sitting.as_ref().unwrap().meeting.id, table.meeting);
        desk.shows_nothing(Blank::Elsewhere);
        desk.press("T").sees("proefplaatsing bij het asiel");
        desk.shows_nothing(Blank::Elsewhere);
        desk.press("Esc O Enter");
        assert!(matches!(desk.show(), Show::Scene(_)), "back at the meeting that sits");
    }
}

#[test]
fn what_is_read_back_is_read_by_everybody() {
    let (mut desk, _) = Desk::with_pupils(2);
    desk.press("S Enter Enter PgDn PgDn").write("/b proefplaatsing");
    desk.press("Enter")
        .write("/a Jan belt UWV vrijdag")
        .press("Enter Esc T");
    let Show::Scene(scene) = desk.show() else { panic!() };
    let Some(Over::ReadBack { rows, .. }) = scene.over else {
        panic!("no list")
    };
    let written: usize = rows.iter().map(|row| row.written.len()).sum();
    assert_eq!(written, 2);
}

#[test]
fn the_chair_is_told_when_a_window_comes_goes_and_shows_something() {
    use dakpan::public::WindowState;
    let (mut desk, _) = Desk::with_pupils(2);
    desk.sees_not("MEEKIJKSCHERM");
    // Before it has told how large it is there is nothing to say of it.
    desk.program.window(Some(WindowState::Blank(0)));
    desk.sees_not("Het meekijkscherm is er");
    desk.program.window(Some(WindowState::Blank(36)));
    desk.sees("MEEKIJKSCHERM: LEEG")
        .sees("Het meekijkscherm is er, met 36 rijen");
    desk.press("PgDn");
    desk.program.window(Some(WindowState::Live(36)));
    desk.sees("MEEKIJKSCHERM: LIVE").sees_not("is er, met");
    assert!(
        desk.screen(80, 24).contains("MEEKIJKSCHERM: LIVE"),
        "{}",
        desk.screen(80, 24)
    );
    desk.program.window(Some(WindowState::Gone));
    desk.sees("MEEKIJKSCHERM: WEG").sees("Het meekijkscherm is weg");
    desk.speak(dakpan::text::Lang::En)
        .sees("PUBLIC SCREEN: GONE")
        .sees("The public screen is gone");
}
