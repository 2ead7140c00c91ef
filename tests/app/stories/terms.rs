//! The terms of a pupil: seen with their article, marked with one key, and while shared no more than may be seen.

use std::collections::BTreeSet;

use dakpan::domain::codes::InstrumentKind;
use dakpan::domain::term::{Rules, TermKind, TermMarkState, terms};
use dakpan::domain::trajectory::Instrument;
use dakpan::store::{About, Scope, TermsOf};

use crate::desk::Desk;

/// A desk with one pupil at hand, who has a trial placement since 4 May and a wage value since 6 May.
fn at_the_pupil() -> (Desk, i64) {
    let (desk, table) = Desk::with_pupils(1);
    let pupil = table.pupils[0];
    let now = desk.now;
    let mut desk = desk.with_store(|store| {
        let about = About {
            intent: "make_demo",
            pupil: None,
            meeting: None,
        };
        let of = |kind| Instrument {
            id: 0,
            kind,
            requested: None,
            decided: None,
            started: None,
            ended: None,
            review: None,
            deferred_until: None,
            deferred_reason: String::new(),
            party: None,
            party_name: None,
            value: None,
            result: String::new(),
        };
        let write = |tx: &mut dakpan::store::Tx<'_>| {
            let trial = Instrument {
                started: Some("2026-05-04".parse().unwrap()),
                ..of(InstrumentKind::TrialPlacement)
            };
            let value = Instrument {
                decided: Some("2026-05-06".parse().unwrap()),
                ..of(InstrumentKind::WageValueAssessment)
            };
            let subsidy = Instrument {
                requested: Some("2026-05-06".parse().unwrap()),
                ..of(InstrumentKind::WageSubsidy)
            };
            tx.insert_instrument(pupil, &trial)?;
            tx.insert_instrument(pupil, &value)?;
            tx.insert_instrument(pupil, &subsidy)
        };
        store.change(about, now, write).unwrap();
    });
    desk.press("PgDn");
    while desk.program.state.pupil().is_none() {
        desk.press("PgDn");
    }
    desk.press("Esc");
    (desk, pupil)
}

/// The marks in the file: rule, state, reason.
fn marks(desk: &Desk, pupil: i64) -> Vec<(String, TermMarkState, String)> {
    let marks = desk.store().term_marks(pupil).unwrap();
    marks.into_iter().map(|m| (m.rule, m.state, m.reason)).collect()
}

#[test]
fn the_terms_of_the_pupil_stand_by_their_day_each_with_its_article_in_full() {
    let (mut desk, _) = at_the_pupil();
    desk.private().press("D");
    desk.sees("Wettelijke termijnen");
    // Two months from 4 May: the last day is 3 July. Five weeks from Wednesday 6 May: Wednesday 10 June.
    desk.sees("uiterlijk 10 jun 2026   loopt     Besluit loonkostensubsidie");
    desk.sees("t/m 3 jul 2026");
    desk.sees("geen juridisch advies");
    let screen = desk.screen(120, 36);
    let at = |text: &str| screen.find(text).unwrap_or_else(|| panic!("{text}\n{screen}"));
    assert!(at("Besluit loonkostensubsidie") < at("Einde proefplaatsing van 2 maanden"));
    assert!(at("Einde proefplaatsing van 2 maanden") < at("Kansen inschatten"));
    for _ in 0..40 {
        if desk.screen(80, 24).contains("WVO 2020 art. 2.31a") {
            break;
        }
        desk.press("Down");
    }
    for (columns, rows) in [(120, 36), (80, 24)] {
        let screen = desk.screen(columns, rows);
        for text in [
            "WVO 2020 art. 2.31a",
            "https://wetten.overheid.nl/BWBR0044212",
            "gelezen op",
        ] {
            assert!(screen.contains(text), "{text} at {columns}×{rows}\n{screen}");
        }
    }
}

#[test]
fn g_marks_a_term_as_done_and_once_more_takes_that_back() {
    let (mut desk, pupil) = at_the_pupil();
    desk.private().press("D").sees("» vanaf 31 jan 2026       kan nu");
    desk.press("g").sees("Vastgelegd: termijn gedaan");
    let done = ("first_talk".to_owned(), TermMarkState::Done, String::new());
    assert_eq!(marks(&desk, pupil), std::slice::from_ref(&done));
    desk.press("Ctrl+z");
    assert_eq!(marks(&desk, pupil), []);
    desk.press("Ctrl+y");
    assert_eq!(marks(&desk, pupil), std::slice::from_ref(&done));
    desk.sees("gedaan    Eerste gesprek aan tafel");
    // What is done stands below what is open: the cursor goes along, so that the same key takes it back.
    desk.press("g");
    assert_eq!(marks(&desk, pupil), []);
    desk.press("g").sees("Test · 3 jun 2026");
    assert_eq!(marks(&desk, pupil), std::slice::from_ref(&done));
    desk.press("g");
    assert_eq!(marks(&desk, pupil), []);
    desk.sees("kan nu");
}

#[test]
fn a_term_that_does_not_apply_asks_why_and_comes_back_to_the_list() {
    let (mut desk, pupil) = at_the_pupil();
    desk.private().press("D Down n").sees("waarom niet");
    desk.press("Enter").sees("dit moet ingevuld zijn");
    desk.write("geen subsidie nodig").press("Enter");
    let rule = "wage_subsidy_decision".to_owned();
    let expected = (rule, TermMarkState::NotApplicable, "geen subsidie nodig".to_owned());
    assert_eq!(marks(&desk, pupil), [expected]);
    desk.sees("Wettelijke termijnen").sees("geldt niet");
    desk.press("Up x Esc").sees("Wettelijke termijnen");
    desk.press("Esc").sees_not("Wettelijke termijnen");
    assert_eq!(marks(&desk, pupil).len(), 1, "a question left with Esc marks nothing");
}

#[test]
fn while_shared_no_term_tells_of_birth_wage_or_a_reason() {
    let (mut desk, pupil) = at_the_pupil();
    desk.private()
        .press("D n")
        .write("thuis is het onrustig")
        .press("Enter Esc F8 D");
    assert_eq!(marks(&desk, pupil).len(), 1);
    let mut seen = String::new();
    for _ in 0..20 {
        seen.push_str(&desk.screen(120, 36));
        desk.press("Down");
    }
    assert!(
        seen.contains("Einde proefplaatsing van 2 maanden") && seen.contains("geldt niet"),
        "{seen}"
    );
    for word in [
        "verjaardag",
        "Wajong",
        "Besluit loonkostensubsidie",
        "onrustig",
        "Zoektermijn",
        "zoektermijn",
        "Test ·",
        "2034",
    ] {
        assert!(!seen.contains(word), "{word}\n{seen}");
    }
    desk.press("F8 j D");
    assert!(
        desk.screen(200, 50).contains("18e verjaardag"),
        "the chair alone sees it"
    );
}

#[test]
fn without_a_pupil_there_are_no_terms() {
    let mut desk = Desk::empty();
    desk.press("D").sees("er is geen leerling aan de beurt");
}

#[test]
fn the_demo_table_has_open_terms_of_every_kind() {
    let desk = Desk::with_demo();
    let rules = Rules::built_in().unwrap();
    let mut kinds = BTreeSet::new();
    for school in desk.store().schools().unwrap() {
        let mut see = |of: TermsOf| {
            let facts = of.facts();
            let found = terms(&facts, &rules, desk.now.date_naive());
            kinds.extend(found.iter().filter(|due| due.is_open()).map(|due| due.rule.kind));
        };
        desk.store().each_terms(Scope::School(school.id), &mut see).unwrap();
    }
    assert_eq!(kinds.len(), TermKind::ALL.len(), "{kinds:?}");
}

#[test]
fn why_a_term_does_not_apply_is_neither_asked_nor_kept_in_sight_while_shared() {
    let (mut desk, pupil) = at_the_pupil();
    for key in ["n", "x"] {
        desk.press("D").press(key).sees("dit kan alleen privé");
        desk.write("Kanarie").sees_not("Kanarie");
        desk.press("Esc Esc");
    }
    assert_eq!(marks(&desk, pupil), []);
    // Nor does a question that was begun in private stay when the screen is shared.
    desk.private().press("D n").write("Kanarie").sees("Kanarie");
    desk.press("F8").sees_not("Kanarie").press("Enter");
    assert_eq!(marks(&desk, pupil), []);
}

#[test]
fn a_rule_of_the_chairs_own_that_counts_from_birth_is_not_in_the_shared_list() {
    const OWN: &str = "[[term]]\nid = \"own\"\nkind = \"start\"\nday = \"birth + 21 years\"\nshared = true\n\
        nl = { label = \"Kanarie\", text = \"t\" }\nen = { label = \"Kanarie\", text = \"t\" }\n\
        article = \"afspraak\"\nread = 2026-11-22\n";
    let (mut desk, _) = at_the_pupil();
    desk.program.state.rules = Rules::parse(OWN, "own").unwrap();
    desk.press("D")
        .sees("Wettelijke termijnen")
        .sees_not("Kanarie")
        .press("Esc 4");
    for _ in 0..8 {
        desk.press("Right").sees_not("Kanarie");
    }
    desk.private().press("D").sees("Kanarie");
}
