//! By ear: every choice has its number, what is typed is not talked through, and no line is drawn, cut or filled up.

use dakpan::app::message::{Code, Key, Message};
use dakpan::app::state::Overlay;
use dakpan::domain::codes::{PrimaryResult, Route};
use dakpan::store::RestoreStep;
use dakpan::text::Lang;
use dakpan::ui::aloud::{Aloud, Heard, Step, step};

use crate::desk::{Desk, Table, key};

/// Somebody who listens at a desk.
struct Ear {
    desk: Desk,
    aloud: Aloud,
    /// What was said since it was last asked for.
    said: Vec<String>,
}

impl Ear {
    fn at(desk: Desk) -> Self {
        let mut ear = Self {
            desk,
            aloud: Aloud::default(),
            said: Vec::new(),
        };
        ear.listen(true);
        ear
    }

    fn listen(&mut self, resting: bool) {
        let screen = self.desk.program.screen();
        let lines = self.aloud.lines(&screen, resting, self.desk.program.state.catalog());
        for line in &lines {
            let drawn = |letter: char| ('\u{2500}'..='\u{259f}').contains(&letter) || "»√○◐●►▼→←…".contains(letter);
            assert!(!line.contains(drawn), "drawn, or cut: {line}");
            assert!(!line.ends_with('·') && !line.contains(":,"), "a mark is left: {line}");
            assert!(
                !line.is_empty() && !line.contains("  ") && line.trim() == line,
                "{line:?}"
            );
        }
        self.said.extend(lines);
    }

    fn key(&mut self, key: Key) {
        let message = Message::Key(key);
        let catalog = self.desk.program.state.catalog();
        match self.aloud.hear(&message, &self.desk.program.screen(), catalog) {
            Heard::Pass => self.desk.send(message),
            Heard::Kept => {}
            Heard::Choose(number) => self.choose(number),
            Heard::Before(number) => {
                self.choose(number);
                self.desk.send(message);
            }
        }
    }

    fn choose(&mut self, number: usize) {
        let mut first = None;
        for _ in 0..500 {
            let catalog = self.desk.program.state.catalog();
            match step(&self.desk.program.screen(), number, &mut first, catalog) {
                Step::On(message) => self.desk.send(message),
                Step::There(last) => return last.into_iter().for_each(|message| self.desk.send(message)),
                Step::Gone => return,
            }
        }
        panic!("{number} is never reached");
    }

    /// Presses keys, and listens when typing rests.
    fn press(&mut self, keys: &str) -> &mut Self {
        for name in keys.split_whitespace() {
            self.key(key(name));
            self.listen(true);
        }
        self
    }

    /// Types without a rest.
    fn write(&mut self, text: &str) -> &mut Self {
        for letter in text.chars() {
            self.key(Key::plain(Code::Char(letter)));
            self.listen(false);
        }
        self
    }

    fn rest(&mut self) -> &mut Self {
        self.listen(true);
        self
    }

    /// Fails unless a line that was said since is, or holds, this; what was said before counts no more.
    fn hears(&mut self, text: &str) -> &mut Self {
        let said = std::mem::take(&mut self.said);
        assert!(
            said.iter().any(|line| line.contains(text)),
            "never said: {text}\n{said:#?}"
        );
        self
    }

    fn hears_not(&mut self, text: &str) -> &mut Self {
        let said: Vec<&String> = self.said.iter().filter(|line| line.contains(text)).collect();
        assert!(said.is_empty(), "{said:?}");
        self
    }

    /// The number before the row that was said with these words.
    fn number(&mut self, row: &str) -> String {
        let mut rows = self.said.iter().rev().filter(|line| line.starts_with(char::is_numeric));
        let line = rows.find(|line| line.contains(row));
        let line = line.unwrap_or_else(|| panic!("never said: {row}\n{:#?}", self.said));
        line.chars().take_while(char::is_ascii_digit).collect()
    }
}

fn at_first_pupil() -> (Ear, Table) {
    let (mut desk, table) = Desk::with_pupils(3);
    desk.press("S a a a a Enter PgDn PgDn Esc");
    (Ear::at(desk), table)
}

#[test]
fn a_second_key_is_a_number_too() {
    let (mut ear, table) = at_first_pupil();
    ear.said.clear();
    ear.press("u");
    assert_eq!(ear.number("b betaald werk"), "1");
    ear.press("1").hears("Vastgelegd: resultaat");
    ear.press("r").press("2").hears("Vastgelegd: route");
    let dossier = ear.desk.store().dossier(table.pupils[0]).unwrap();
    assert_eq!(dossier.pupil.route, Route::Municipality);
    assert!(
        ear.desk
            .store()
            .dump()
            .unwrap()
            .contains(PrimaryResult::PaidWork.code())
    );
    // Both chances, one after the other, and a number that is not there.
    ear.press("k").hears("1 l opleiding laag");
    ear.press("9")
        .hears("9 staat er niet bij")
        .press("1")
        .hears("1 l werk laag");
    ear.press("3").hears("Vastgelegd: ");
    ear.press("F8").hears("1 j ja, doen").press("1").hears("PRIVÉ");
}

#[test]
fn commands_and_what_is_found_are_chosen_by_number_once_typing_rests() {
    let (mut ear, _) = at_first_pupil();
    ear.press(":").hears("1 tot en met 20 van");
    ear.write("open acties").hears_not("open acties").rest();
    let number = ear.number("De open acties van eerdere overleggen");
    ear.press(&number).hears("Oude acties").press("Esc");
    // Where two digits are possible one is not the whole number until Enter says so.
    let is_open = |ear: &Ear| matches!(ear.desk.program.state.overlay, Some(Overlay::Palette { .. }));
    ear.press(": 1");
    assert!(is_open(&ear));
    ear.press("Enter");
    assert!(!is_open(&ear));
    ear.press("Esc Esc").press(": 1 2");
    assert!(!is_open(&ear));
    ear.press("Esc Esc");
    // In find digits are text until letters were typed.
    ear.press("/").write("4").rest().hears("niets gevonden");
    ear.press("Backspace").write("brug").rest();
    let number = ear.number("(school)");
    ear.said.clear();
    ear.write(&number).rest();
    if ear.said.is_empty() {
        ear.press("Enter");
    }
    ear.hears("Vaste contactpersonen, De Brug");
}

#[test]
fn a_form_is_one_question_after_the_other() {
    let (mut ear, _) = at_first_pupil();
    ear.press("F8 j e").hears("vraag 1 van");
    // What is typed is not talked through; the question with its answer is said when typing rests.
    ear.write("x").hears_not("vraag 1").rest().hears("vraag 1 van");
    ear.press("Backspace Tab").hears("vraag 2 van");
    for _ in 0..30 {
        if ear.said.iter().any(|line| line.contains("dagbesteding")) {
            break;
        }
        ear.press("Tab");
    }
    let number = ear.number("dagbesteding");
    ear.said.clear();
    let before = ear.desk.dump();
    ear.press(&number).hears("gekozen: ").press("Enter");
    assert!(ear.desk.program.state.overlay.is_none(), "{}", ear.desk.screen(80, 24));
    assert_ne!(ear.desk.dump(), before);
}

#[test]
fn everything_can_be_heard() {
    for lang in [Lang::Nl, Lang::En] {
        let mut desk = Desk::with_demo();
        desk.speak(lang);
        let mut ear = Ear::at(desk);
        for keys in [
            "1", "2", "3", "4", "g", "g", "z", "y", "c", "w", "o", "D", "T", "O", "R", "?", "/", "s", ":", "u", "r",
            "k",
        ] {
            ear.press(keys).press("Esc Esc");
        }
        ear.press("F8 j");
        for keys in [
            "1", "2", "4", "W", "G", "Z", "U", "I", "V", "L", "R", "e", "N", "P", "A", "F", "n b", "n i", "H",
        ] {
            ear.press(keys).press("Down Up").press("Esc Esc Esc");
        }
        ear.press("F9").press("F9");
        ear.said.clear();
        // A long text is said whole.
        let long = "stage ".repeat(200);
        ear.press("2 i").write(&long).press("Esc").hears(long.trim());
    }
}

#[test]
fn who_is_here_and_what_lies_open_are_gone_to_by_number() {
    let (desk, _) = Desk::with_pupils(2);
    let mut ear = Ear::at(desk);
    ear.press("S").hears("Wie is er, De Brug");
    ear.press("3")
        .hears("gekozen: 3 ")
        .press("a")
        .hears("aanwezig, mandaat");
    ear.press("1 f").hears("afgemeld").press("Enter PgDn PgDn");
    ear.write("/a @").rest();
    let number = ear.number("Karin Smit");
    ear.write(&number)
        .write("belt vrijdag")
        .rest()
        .hears("ACTIE Karin Smit");
    ear.press("Enter Esc").hears("ACTIE Karin Smit");
    ear.press("T").hears("Klopt dit zo?");
}

#[test]
fn a_key_behind_a_number_that_is_not_ended_is_meant_for_its_row() {
    let (mut ear, _) = at_first_pupil();
    ear.press("i");
    for number in 1..=25 {
        ear.write(&format!("/b plaats {number}.")).press("Enter");
    }
    ear.press("Esc T");
    let number = ear.number("BESLUIT plaats 1.");
    // The cursor stands elsewhere, and more than one number begins so.
    ear.press("Down Down Down").said.clear();
    ear.write(&number).press("e").hears("plaats 1.");
    ear.write("0").rest().hears("plaats 1.0");
    // Numbers in a line that is typed are text, also while names are offered in the note below.
    ear.press("Enter Esc i").write("met @ja").rest().hears("1 Jan de Boer");
    ear.press("F4").press("1");
    assert!(ear.desk.program.state.overlay.is_some(), "1 copies the first contact");
}

#[test]
fn each_step_of_putting_a_backup_back_is_said_once_whatever_number_goes_on() {
    let (mut desk, _) = Desk::with_pupils(1);
    desk.private().press(":").write("reservekopie").press("Enter");
    while desk.program.next_tick() == Some(std::time::Duration::ZERO) {
        desk.wait(0);
    }
    desk.press(":").write("herstel").press("Enter Enter");
    let mut ear = Ear::at(desk);
    let mut hear = |step| {
        if let Some(Overlay::Restore(backups)) = ear.desk.program.state.overlay.as_mut() {
            backups.asked.as_mut().unwrap().doing = Some(step);
        }
        let (screen, catalog) = (ear.desk.program.screen(), ear.desk.program.state.catalog());
        ear.aloud.steps(&screen, catalog)
    };
    let said = hear(RestoreStep::EraseAgain);
    assert!(
        said.iter().any(|line| line.contains("gaat ook uit de kopie")),
        "{said:?}"
    );
    let said = hear(RestoreStep::Keeping(1, 4));
    assert!(said.iter().any(|line| line.contains("25%")), "{said:?}");
    assert_eq!(hear(RestoreStep::Keeping(2, 4)), Vec::<String>::new());
}
