//! Records can hold anything: no answer gives the terminal an order, and no table for a spreadsheet holds a formula.

use dakpan::domain::outside::is_obeyed;
use dakpan::store::{NewAction, Store};

use super::{Table, at};

/// What is put in every text of the file.
const ORDER: &str = "\u{1b}]0;overgenomen\u{7}\u{9b}31m\u{202e}mot\u{200f}\u{2066}\u{85}";

/// Changes the file behind the program.
fn change(table: &Table, work: impl FnOnce(&mut Store)) {
    let mut store = table.open();
    work(&mut store);
    store.close().unwrap();
}

/// A file in which names, places, notes and actions begin with a text.
fn laid_with(text: &str) -> Table {
    let table = Table::laid();
    change(&table, |store| {
        let schools = store.schools().unwrap();
        let people = store.people(None, 50).unwrap();
        let pupils: Vec<_> = store
            .queue_page(None, dakpan::store::QueueFrom::Start, 50)
            .unwrap()
            .lines;
        store
            .unjournaled(at("10:30"), |tx| {
                for mut school in schools {
                    (school.name, school.place) = (format!("{text}{}", school.name), text.to_owned());
                    tx.update_school(&school)?;
                }
                for mut person in people {
                    person.given = format!("{text}{}", person.given);
                    (person.phone, person.position) = (text.to_owned(), text.to_owned());
                    tx.update_person(&person)?;
                }
                for line in pupils {
                    let mut pupil = tx.pupil(line.id)?;
                    pupil.name.given = format!("{text}{}", pupil.name.given);
                    pupil.wish = text.to_owned();
                    tx.update_pupil(&pupil)?;
                    tx.add_action(&NewAction {
                        pupil: Some(pupil.id),
                        school: None,
                        meeting: None,
                        item: None,
                        owner: None,
                        text: format!("{text}bellen"),
                        due: None,
                        agreed_on: at("10:30").date_naive(),
                    })?;
                }
                Ok(())
            })
            .unwrap();
    });
    table
}

/// Commands that tell something of a file, each in every form it has.
fn answers(table: &Table) -> Vec<(String, String)> {
    let mut told = Vec::new();
    let lists = [
        "wachtrij",
        "dekking",
        "zomerlijst",
        "acties",
        "termijnen",
        "journaal",
        "logboek",
        "bewaartermijn",
    ];
    for command in lists {
        for format in ["tekst", "json", "csv"] {
            let said = table.run(&[command, "--met-namen", "--formaat", format]);
            // Not every command has a table.
            if said.code == 0 {
                told.push((format!("{command} {format}"), said.out));
            }
        }
    }
    for words in [
        &["contact", "brug"][..],
        &["contact", "brug", "--formaat", "json"],
        &["zoek", "samira", "--met-namen"],
        &["zoek", "samira", "--met-namen", "--formaat", "json"],
        &["regel", "/a \u{1b}[2J\u{9b}31m bellen"],
    ] {
        told.push((words.join(" "), table.run(words).answer()));
    }
    told
}

#[test]
fn no_answer_gives_the_terminal_an_order() {
    let table = laid_with(ORDER);
    let told = answers(&table);
    assert!(told.len() > 20, "{} answers", told.len());
    let mut seen = 0;
    for (command, answer) in told {
        let inner = answer.trim_start_matches('\u{feff}').replace("\r\n", "\n");
        let obeyed: Vec<char> = inner.chars().filter(|c| is_obeyed(*c) && *c != '\n').collect();
        assert!(obeyed.is_empty(), "{command}: {obeyed:?}\n{answer:?}");
        seen += usize::from(answer.contains("]0;overgenomen"));
    }
    assert!(seen > 8, "and it is seen that it was there: {seen}");
}

#[test]
fn a_mistake_in_the_words_gives_the_terminal_no_order_either() {
    let table = Table::laid();
    for words in [
        &["wachtrij", "--school", ORDER][..],
        &[ORDER],
        &["dekking", "--van", ORDER],
        &["contact", ORDER],
        &["importeer", ORDER, "--school", "00AB00"],
    ] {
        let said = table.run(words);
        assert_ne!(said.code, 0);
        let obeyed = |c: char| is_obeyed(c) && c != '\n';
        assert!(
            !said.err.contains(obeyed) && !said.out.contains(obeyed),
            "{:?}",
            said.err
        );
    }
}

/// What a spreadsheet takes for the beginning of a formula, also in other widths and behind white space.
const FORMULAS: [&str; 8] = ["=1+1", "+1+1", "-1+1", "@SUM(1)", "\t=1", "\r=1", "＝1", "＠A1"];

#[test]
fn no_table_for_a_spreadsheet_holds_a_formula() {
    for formula in FORMULAS {
        let table = laid_with(formula);
        let (mut tables, mut quoted) = (0, 0);
        for command in [
            "wachtrij",
            "dekking",
            "zomerlijst",
            "acties",
            "logboek",
            "bewaartermijn",
        ] {
            let said = table.run(&[command, "--met-namen", "--formaat", "csv"]);
            assert_eq!(said.code, 0, "{command}: {}", said.err);
            let bytes = said.out.trim_start_matches('\u{feff}').as_bytes();
            let mut reader = csv::ReaderBuilder::new()
                .delimiter(b';')
                .has_headers(true)
                .from_reader(bytes);
            for row in reader.records() {
                for cell in &row.unwrap() {
                    let begins = cell.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠']);
                    assert!(!begins || cell.parse::<i64>().is_ok(), "{command}: {cell:?}");
                    quoted += usize::from(cell.starts_with('\''));
                }
            }
            tables += 1;
        }
        assert_eq!(tables, 6);
        assert!(quoted > 3, "{formula:?} is there, and is text: {quoted}");
    }
}
