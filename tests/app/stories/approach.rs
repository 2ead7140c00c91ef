//! A chair of another table: the words and the terms of an approach, on the screen and in the planning.

use std::ffi::OsString;

use dakpan::app::settings::Settings;
use dakpan::cli::parse;
use dakpan::domain::codes::ItemKind;
use dakpan::domain::intent::Intent;
use dakpan::domain::pupil::Pupil;
use dakpan::domain::term::Rules;
use dakpan::store::About;
use dakpan::text::Lang;

use crate::desk::{Desk, pupil, ten_o_clock};

/// The worked example of an approach.
const EXAMPLE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/data/aanpak-jonge-statushouders.toml");

/// The settings with the example in force, as the program starts with them.
fn settled() -> Settings {
    let words = ["dakpan", "--aanpak", EXAMPLE].map(OsString::from);
    let no_settings = |name: &str| (name == "DAKPAN_INSTELLINGEN").then(|| "/dev/null".into());
    parse(words, &no_settings).expect("the example is sound").0.settings
}

#[test]
fn the_screen_has_the_words_of_the_approach() {
    let mut desk = Desk::with_demo();
    assert!(!desk.screen(120, 36).contains("voortgangsoverleg"));
    desk.settle(settled());
    desk.sees("voortgangsoverleg 3 juni").press("PgDn Esc");
    let screen = desk.screen(120, 36);
    for (own, program) in [("taalschool", "uitstroomoverleg"), ("Z-route", "PrO")] {
        assert!(screen.contains(own), "{own}\n{screen}");
        assert!(!screen.contains(program), "{program}\n{screen}");
    }
    // The letters of results stay; what they stand for has its new word.
    desk.press("u");
    let choices = desk.screen(200, 50);
    assert!(
        choices.contains("leerwerkplek") && !choices.contains("loonwaardemeting"),
        "{choices}"
    );
    assert!(
        choices.contains("beschut werk"),
        "a word that is left out is the program's\n{choices}"
    );
    desk.press("Esc").speak(Lang::En);
    desk.sees("progress meeting");
}

#[test]
fn an_owner_is_found_by_what_a_party_is_called_in_the_approach() {
    let (mut desk, table) = Desk::with_pupils(1);
    desk.settle(settled());
    desk.press("S a a a a Enter PgDn PgDn").write("/a vwn belt terug vr");
    desk.sees("Karin Smit (VWN): belt terug").press("Enter");
    // By a word of the program for a party that has words of its own, nobody is known.
    desk.write("/a stagecoordinator belt terug vr").press("Enter");
    let dossier = desk.store().dossier(table.pupils[0]).unwrap();
    let owners = dossier
        .actions
        .iter()
        .map(|action| action.owner.as_ref().map(|owner| owner.name.as_str()));
    assert_eq!(owners.collect::<Vec<_>>(), [None, Some("Karin Smit")]);
}

/// A term of a table's own, two years before leaving.
const OWN: &str = r#"
[[term]]
id = "own_call"
kind = "deadline"
day = "leaving - 2 years"
nl = { label = "Bellen met thuis", text = "Bel met thuis." }
en = { label = "Call home", text = "Call home." }
article = "afspraak van de tafel"
read = 2026-11-22
"#;

/// How many pupils of De Brug are proposed for a meeting in two weeks, when one leaves in two years only.
fn proposed(rules: Option<Rules>) -> usize {
    let (desk, table) = Desk::with_pupils(2);
    let mut desk = desk.with_store(|store| {
        let about = About {
            intent: Intent::NewPupil.code(),
            pupil: None,
            meeting: None,
        };
        let young = Pupil {
            birth: None,
            leaving: Some("2028-07-31".parse().unwrap()),
            ..pupil(table.school, "000099", ("Noor", "", "Visser"))
        };
        store
            .change(about, ten_o_clock(), |tx| tx.insert_pupil(&young))
            .unwrap();
    });
    if let Some(rules) = rules {
        desk.program.state.rules = rules;
    }
    desk.private()
        .press("P Tab Ctrl+e")
        .write("over 2 weken")
        .press("Enter");
    let planned = desk.program.state.sitting.clone().unwrap();
    assert_eq!(planned.meeting.day.to_string(), "2026-06-17");
    let items = planned.blocks[0].items.iter();
    items.filter(|item| item.item.kind == ItemKind::Pupil).count()
}

#[test]
fn a_meeting_is_planned_by_the_rules_in_force() {
    let own = Rules::parse(OWN, "termijnen.toml").unwrap();
    assert_eq!(proposed(None), 2, "the third has no reason yet");
    let with_own = Rules::built_in().unwrap().with_own(own);
    assert_eq!(proposed(Some(with_own)), 3, "the term of the table is one");
}
