//! Records can hold anything: no byte of it that a terminal would obey reaches one, by whatever way it is shown.

use std::time::Duration;

use dakpan::store::{About, QueueFrom};

use super::WIDE;
use super::harness::Terminal;
use super::place::{Place, now};

/// A title, a colour, a change of direction, a bell and a clear screen, as a list or a paste may hold them.
const ORDER: &str = "\u{1b}]0;overgenomen\u{7}\u{9b}31m\u{202e}mot\u{2066}\u{200f}\u{1b}[2J\u{1b}P";

/// A demo in which whatever may be read at the table holds orders.
fn with_orders() -> Place {
    let place = Place::with_demo();
    let mut store = place.store();
    let about = About {
        intent: "write",
        pupil: None,
        meeting: None,
    };
    let schools = store.schools().unwrap();
    let people = store.people(None, 200).unwrap();
    let pupils: Vec<_> = schools
        .iter()
        .flat_map(|school| store.queue_page(Some(school.id), QueueFrom::Start, 100).unwrap().lines)
        .collect();
    store
        .change(about, now(), |tx| {
            for mut school in schools {
                school.name = format!("{}{ORDER}", school.name);
                tx.update_school(&school)?;
            }
            for mut person in people {
                person.given = format!("{}{ORDER}", person.given);
                tx.update_person(&person)?;
            }
            for line in pupils {
                let mut pupil = tx.pupil(line.id)?;
                pupil.name.given = format!("{}{ORDER}", pupil.name.given);
                pupil.wish = format!("wens{ORDER}");
                pupil.strengths = format!("sterk{ORDER}");
                pupil.placement = format!("stage{ORDER}");
                tx.update_pupil(&pupil)?;
            }
            Ok(())
        })
        .unwrap();
    store.close().unwrap();
    place
}

/// Fails when a terminal was sent an order that the program did not give, or was not shown that there was one.
fn assert_obeyed_nobody(terminal: &Terminal, whose: &str) {
    let sent = terminal.everything();
    for order in [
        "\u{1b}]0;overgenomen",
        "\u{9b}",
        "\u{202e}",
        "\u{2066}",
        "\u{200f}",
        "\u{1b}P",
    ] {
        assert!(!sent.contains(order), "{whose}: {order:?}");
    }
    // A bell ends the title that the program gives its window, and means nothing else.
    assert!(sent.matches('\u{7}').count() <= terminal.titles().len(), "{whose}");
    assert!(sent.contains("]0;overgenomen"), "{whose}: it is seen that it was there");
    let own = |title: &String| title == "dakpan" || title == "Meekijkscherm";
    assert!(terminal.titles().iter().all(own), "{whose}: {:?}", terminal.titles());
}

#[test]
fn no_record_gives_a_terminal_an_order() {
    let place = with_orders();
    let chair = place.start(WIDE);
    let window = place.open((80, 24), &place.with_file(&["meekijken"]));
    chair.wait_for("MEEKIJKSCHERM: LEEG");
    chair
        .press("S")
        .wait_for("Wie is er")
        .press("a a a a a a Enter")
        .wait_gone("»Wie is er");
    chair.press("PgDn PgDn").wait_for("1/12").wait_for("SCHRIJF");
    // A paste is no other than a record.
    chair.send(format!("\u{1b}[200~geplakt{ORDER}\u{1b}[201~"));
    window.wait_for("geplakt");
    chair.press("Esc").wait_for("KIES");
    for keys in ["c", "Esc", "w", "Esc", "o", "Esc", "D", "Esc", "4", "1", "2"] {
        chair.press(keys);
    }
    chair.press("F8 j").wait_for("PRIVÉ");
    for keys in ["W", "Esc", "e", "Esc", "y", "Esc", "PgDn", "Esc", "T"] {
        chair.press(keys);
    }
    chair
        .wait_for("Klopt dit zo?")
        .press("Esc")
        .wait_quiet(Duration::from_millis(200));
    window.wait_quiet(Duration::from_millis(200));
    assert_obeyed_nobody(&chair, "the chair's screen");
    assert_obeyed_nobody(&window, "the public window");
    window.press("q");
    chair.press("Esc F8").wait_for("GEDEELD").quit();

    let aloud = place.open(WIDE, &place.with_key(&["--voorlees"]));
    aloud.wait_for("GEDEELD").press("Esc").wait_for("KIES");
    aloud.press("c").wait_for("Vaste contact").press("Esc PgUp Esc");
    aloud.wait_quiet(Duration::from_millis(200));
    assert_obeyed_nobody(&aloud, "what is read aloud");
    aloud.quit();

    for words in [
        &["zoek", "samira", "--met-namen"][..],
        &["contact", "brug"],
        &["wachtrij", "--met-namen"],
    ] {
        let answer = place.open(WIDE, &place.with_key(words));
        answer.wait_ended();
        assert_obeyed_nobody(&answer, words[0]);
    }
}
