//! What came of a cohort, on the screen: chosen, compared, divided and on another date with one key each; cohorts made
//! and filled, and taken back; and while shared no small count.

use dakpan::app::state::Overlay;
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

/// The second published group, private, on its own day.
fn at_the_table_of_stroomopwaarts(lang: Lang) -> Desk {
    let mut desk = Desk::with_demo();
    desk.speak(lang);
    desk.private().press("R Right p").write("31-12-2017").press("Enter");
    desk
}

/// At the smallest size that a projector is used at, everything that is told in documents can be walked through.
#[test]
fn what_came_of_it_stands_below_the_last_row_page_by_page() {
    let mut desk = at_the_table_of_stroomopwaarts(Lang::Nl);
    let small = |desk: &mut Desk| desk.screen(80, 24);
    assert!(small(&mut desk).contains("↓ na de laatste rij"), "{}", small(&mut desk));
    let down = "Down ".repeat(desk_rows(&desk));
    desk.press(down.trim_end());
    let pages: [(&str, &[&str]); 5] = [
        (
            "Personen en instrumenten",
            &["1/5", "jongeren met een instrument", "21", "31"],
        ),
        (
            "Hoe lang plaatsingen duren",
            &["2/5", "vast", "uitzend", "detachering", "alle plaatsingen", "10 van 10"],
        ),
        (
            "Terugval, gaten en termijnen",
            &[
                "3/5",
                "jongeren met terugval",
                "gatdagen",
                "termijnen gehaald",
                "termijnen gemist",
            ],
        ),
        ("Acties per partij", &["4/5", "Zilverlinde", "niet gedaan", "vervalt"]),
        ("In- en uitstroom per maand 2017", &["5/5", "jan", "apr", "dec"]),
    ];
    for (title, told) in pages {
        let screen = small(&mut desk);
        for text in std::iter::once(&title).chain(told) {
            assert!(screen.contains(text), "{title}, {text}:\n{screen}");
        }
        desk.press("Down");
    }
    // Nothing comes after the last one, and the way back leads to the rows.
    assert!(small(&mut desk).contains("5/5"));
    let narrow = desk.screen(60, 24);
    assert!(
        narrow.contains("In- en uitstroom") && narrow.contains("5/5"),
        "{narrow}"
    );
    desk.press("Up Up Up Up").sees("1/5");
    desk.press("Up").sees("rest (berekend)").sees_not("1/5");
    // Divided there is nothing below the rows, and while shared there never is.
    desk.press("Down u").sees("deelnemers per school").sees_not("1/5");
    desk.press("u u u u u").sees("deelnemers");
    desk.press("Down Down Down Down Down Down Down").sees("2/5");
    desk.press("F8 R")
        .sees_not("2/5")
        .sees("deelnemers")
        .sees_not("na de laatste rij");
    desk.press("Down Down Down Down Down Down Down Down")
        .sees_not("vast ")
        .sees("rest (berekend)");
}

/// How many rows the table has that is open.
fn desk_rows(desk: &Desk) -> usize {
    match &desk.program.state.overlay {
        Some(Overlay::Results(screen)) => screen.rows(),
        other => panic!("{other:?}"),
    }
}

#[test]
fn lines_are_drawn_with_a_number_at_every_point() {
    for (lang, name) in [(Lang::Nl, "results_lines_nl"), (Lang::En, "results_lines_en")] {
        let mut desk = at_the_table_of_stroomopwaarts(lang);
        desk.press("Down Down Down Down Down Down Down");
        snapshot(&format!("{name}_lasting"), &mut desk, 80, 24);
        desk.press("Down Down Down");
        snapshot(&format!("{name}_months"), &mut desk, 80, 24);
        snapshot(&format!("{name}_months"), &mut desk, 120, 36);
    }
    let mut desk = at_the_table_of_stroomopwaarts(Lang::Nl);
    desk.press("Down Down Down Down Down Down Down Down Down Down");
    for (columns, rows) in [(1, 1), (12, 6), (30, 12), (60, 20), (61, 21), (200, 50)] {
        desk.screen(columns, rows);
    }
    let screen = desk.screen(80, 24);
    // Twelve months in and twelve months out, each with a point; April to June had nobody and are drawn.
    assert_eq!(screen.matches('●').count(), 24, "{screen}");
    let ascii = desk.ascii(80, 24);
    assert_eq!(ascii.matches('@').count(), 24, "{ascii}");
    for text in ["jan", "dec", "9"] {
        assert!(screen.contains(text) && ascii.contains(text), "{ascii}");
    }
}

/// One, two and three beside a hundred and eighty: their bars differ, here and in ASCII.
#[test]
fn bars_of_small_counts_differ() {
    let mut desk = at_the_results(Lang::Nl);
    for size in [(80, 24), (120, 36)] {
        for screen in [desk.screen(size.0, size.1), desk.ascii(size.0, size.1)] {
            let bar = |row: &str, count: &str| {
                let line = screen.lines().find(|line| line.contains(row)).unwrap();
                let (_, behind) = line.rsplit_once(count).unwrap();
                behind.trim_matches([' ', '│', '|']).to_owned()
            };
            let bars = [
                bar("dagbesteding Wmo", " 1  "),
                bar("ontheffing", " 2  "),
                bar("participatie", " 9  "),
            ];
            assert!(bars.iter().all(|bar| !bar.is_empty()), "{bars:?}\n{screen}");
            assert!(bars[0] != bars[1] && bars[1] != bars[2], "{bars:?}\n{screen}");
        }
    }
}

/// Before a whole school comes into a cohort it is said how many pupils that are.
#[test]
fn a_school_is_counted_before_it_comes_into_a_cohort() {
    for (lang, told) in [
        (Lang::Nl, "leerlingen van De Brug komen erbij"),
        (Lang::En, "pupils of De Brug come in"),
    ] {
        let mut desk = Desk::with_demo();
        desk.speak(lang).private();
        let school = desk.program.state.school_at_hand().unwrap();
        let count = desk.store().pupil_count(school).unwrap();
        desk.press("R A").sees(&format!("{count} {told}"));
    }
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
fn what_is_small_on_the_shared_screen_is_a_setting() {
    let mut desk = Desk::with_demo();
    let mut settings = desk.program.state.settings.clone();
    settings.practice.small_counts = 2;
    desk.settle(settings).press("R p").write("30-06-2016").press("Enter");
    let screen = desk.screen(120, 36);
    let line = |row: &str| screen.lines().find(|line| line.contains(row)).unwrap().to_owned();
    assert!(line("participatieplek").contains("  9"), "{screen}");
    assert!(line("dagbesteding Wmo").contains("verborgen"), "{screen}");
}

#[test]
fn without_a_cohort_the_key_says_how_to_make_one() {
    let (mut desk, _) = Desk::with_pupils(3);
    desk.private().press("R").sees("er is nog geen cohort");
}
