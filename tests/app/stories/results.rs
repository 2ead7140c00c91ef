//! What came of a cohort, on the screen: chosen, compared, divided and on another date with one key each; cohorts made
//! and filled, and taken back; and while shared no small count.

use dakpan::text::Lang;

use crate::desk::Desk;

/// The demo with its results open, private, of the first group of the past on the day that was published.
fn at_the_results(lang: Lang) -> Desk {
    let mut desk = Desk::with_demo();
    desk.speak(lang);
    desk.private().press("R p").write("30-06-2016").press("Enter");
    desk
}

fn snapshot(name: &str, desk: &mut Desk, columns: u16, rows: u16) {
    insta::with_settings!({ prepend_module_to_snapshot => false, omit_expression => true }, {
        insta::assert_snapshot!(format!("{name}_{columns}x{rows}"), desk.screen(columns, rows));
    });
}

#[test]
fn the_published_table_is_one_key_and_a_date_away() {
    for (lang, name) in [(Lang::Nl, "results_nl"), (Lang::En, "results_en")] {
        let mut desk = at_the_results(lang);
        snapshot(name, &mut desk, 80, 24);
        snapshot(name, &mut desk, 120, 36);
    }
    let mut desk = at_the_results(Lang::Nl);
    desk.sees("SDD 2016-1").sees("30 jun 2016");
    let screen = desk.screen(120, 36);
    let counts: Vec<&str> = screen
        .lines()
        .filter_map(|line| {
            line.split('│')
                .find(|part| part.contains("besproken") || part.contains("in gesprek"))
        })
        .collect();
    assert!(counts[0].contains("180") && counts[1].contains("17"), "{counts:?}");
}

#[test]
fn cohorts_stand_beside_each_other_and_the_selected_row_is_divided() {
    let mut desk = at_the_results(Lang::Nl);
    desk.press("p").write("2018-06-30").press("Enter v");
    desk.sees("SDD 2016-1 · SOW 2017");
    desk.press("Down u");
    desk.sees("ondersteuning van de sociale dienst nodig per school")
        .sees("Waalstee")
        .sees("Zilverlinde");
    for (lang, name) in [(Lang::Nl, "results_divided_nl"), (Lang::En, "results_divided_en")] {
        desk.speak(lang);
        snapshot(name, &mut desk, 80, 24);
        snapshot(name, &mut desk, 120, 36);
    }
    desk.speak(Lang::Nl);
    desk.press("u").sees("per partij");
    desk.press("u").sees("per route").sees("gemeente");
    desk.press("u").sees("per woongemeente").sees("Schiedam");
    desk.press("u").sees("per maand");
    desk.press("u").sees("Na een jaar nog geplaatst");
    desk.press("v Right").sees("deelnemers").sees_not("SDD 2016-1");
    desk.press("Left").sees("SDD 2016-1");
    desk.press("p")
        .write("op een dag")
        .press("Enter")
        .sees("dit is geen datum");
    desk.press("Esc").sees("preventief besproken");
    desk.press("Esc").sees_not("preventief besproken");
    desk.press("R").sees("30 jun 2018");
}

#[test]
fn a_cohort_is_made_filled_and_taken_back() {
    let mut desk = Desk::with_demo();
    desk.private();
    let before = desk.dump();
    let pupil = desk.program.state.pupil().expect("somebody is at hand");
    let name = |desk: &Desk| {
        desk.store()
            .cohorts()
            .unwrap()
            .into_iter()
            .map(|c| (c.name, c.members))
            .collect::<Vec<_>>()
    };
    desk.press(":").write("deze leerling bij een cohort").press("Enter");
    desk.write("Zomer 2026")
        .press("Enter")
        .sees("Vastgelegd: leerling bij een cohort");
    assert_eq!(name(&desk)[2], ("Zomer 2026".to_owned(), 1));
    assert_eq!(desk.store().cohorts_of(pupil).unwrap().len(), 1);
    // Capitals do not make another one, and who is a member stays one.
    desk.press(":")
        .write("alle leerlingen van deze school bij")
        .press("Enter");
    desk.press("Ctrl+e")
        .write("zomer 2026")
        .press("Enter")
        .sees("Vastgelegd: school bij een cohort");
    let (_, members) = name(&desk)[2].clone();
    assert!(members > 10 && name(&desk).len() == 3, "{members}");
    desk.press(":")
        .write("deze leerling uit een cohort")
        .press("Enter Enter");
    assert_eq!(name(&desk)[2].1, members - 1);
    desk.press("Ctrl+z");
    assert_eq!(name(&desk)[2].1, members);
    desk.press("Ctrl+z");
    assert_eq!(name(&desk)[2].1, 1);
    desk.press("Ctrl+z");
    assert_eq!(name(&desk).len(), 2);
    assert_eq!(desk.dump(), before, "undone is as it was");
    desk.press("Ctrl+y Ctrl+y").press("R Right Right");
    desk.sees("Zomer 2026").sees("preventief besproken");
    desk.press("x Enter")
        .sees("Vastgelegd: leerling uit een cohort")
        .sees("preventief besproken");
}

#[test]
fn while_shared_small_counts_are_not_there() {
    let mut desk = Desk::with_demo();
    desk.press("R p").write("30-06-2016").press("Enter");
    desk.sees("preventief besproken")
        .sees("verborgen")
        .sees_not("Na een jaar nog geplaatst");
    for (row, count) in [
        ("dagbesteding Wmo", "  1"),
        ("ontheffing arbeidsverplichting", "  2"),
        ("participatieplek", "  9"),
    ] {
        let screen = desk.screen(120, 36);
        let line = screen.lines().find(|line| line.contains(row)).unwrap();
        assert!(line.contains("verborgen") && !line.contains(count), "{line}");
    }
    snapshot("results_shared_nl", &mut desk, 80, 24);
    desk.press("u u u u Down Down Down")
        .sees("per woongemeente")
        .sees_not("Sliedrecht   1 ");
    desk.press("a").sees("kan nu niet");
    desk.press("n").sees("kan nu niet");
    desk.press("F8 j").sees("participatieplek");
    let screen = desk.screen(120, 36);
    let line = screen.lines().find(|line| line.contains("dagbesteding Wmo")).unwrap();
    assert!(!line.contains("verborgen"), "{line}");
    desk.press("F8").sees_not("dagbesteding Wmo");
}

#[test]
fn without_a_cohort_the_key_says_how_to_make_one() {
    let (mut desk, _) = Desk::with_pupils(3);
    desk.private().press("R").sees("er is nog geen cohort");
}
