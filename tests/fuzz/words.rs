//! What is typed at the table: dates, line commands, names to search with.

use chrono::{Datelike, NaiveDate};
use dakpan::app::edit::{Editor, Kind};
use dakpan::domain::bsn::{bsn_digits, looks_like_bsn};
use dakpan::domain::codes::PartyKind;
use dakpan::domain::dates::{
    DateContext, date_at_end, date_within, ends_in_unread_date, impossible_at_end, read_date, read_later, read_length,
    read_plain_date,
};
use dakpan::domain::fold::{fold, words};
use dakpan::domain::line::{Line, read_line, says_something, untaken};
use dakpan::domain::people::{Person, SchoolCode};
use dakpan::domain::speaker::without_speakers;

use super::fuzz;

fn day(iso: &str) -> NaiveDate {
    iso.parse().unwrap()
}

fn seen_from(today: &str) -> DateContext {
    DateContext {
        today: day(today),
        next_meeting: Some(day("2026-09-09")),
        summer_end: Some(day("2026-08-31")),
    }
}

/// Bytes as the text they would be after reading.
fn text_of(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

/// A day is in the years of the grammar, a year or two after them when the last of them is today; and a part of a line begins and ends between letters.
#[test]
fn any_phrase_is_a_day_of_the_calendar_or_none() {
    let contexts = [
        seen_from("2026-06-03"),
        seen_from("2028-02-29"),
        seen_from("2199-12-31"),
    ];
    fuzz("dates", "words", 2000, |bytes| {
        let text = text_of(bytes);
        for line in text.lines().take(8) {
            for context in &contexts {
                let days = [
                    read_date(line, context),
                    date_at_end(line, context).map(|(_, day)| day),
                    date_within(line, context),
                ];
                for day in days.into_iter().flatten() {
                    assert!((1900..=2205).contains(&day.year()), "{day} of {line:?}");
                }
                if let Some((at, _)) = date_at_end(line, context) {
                    assert!(line.is_char_boundary(at), "{line:?}");
                    assert!(!ends_in_unread_date(line, context), "read and unread: {line:?}");
                }
                let from = context.today;
                assert!(read_later(line, from).is_none_or(|day| day >= from), "{line:?}");
                let _ = read_length(line, from);
            }
            assert!(impossible_at_end(line).is_none_or(|part| line.contains(part)));
            let _ = read_plain_date(line);
        }
    });
}

/// Whatever is typed, a line is read, and its words come from it.
#[test]
fn any_line_is_free_text_or_a_command_made_of_its_own_words() {
    let people = [
        person(1, "Els", "Vos"),
        person(2, "Jan", "de Boer"),
        person(3, "Jan", "Kok"),
    ];
    let roles = [(PartyKind::Uwv, "uwv"), (PartyKind::School, "school")];
    fuzz("lines", "words", 2000, |bytes| {
        let text = text_of(bytes);
        for line in text.lines().take(8) {
            match read_line(line, &people, &roles, &seen_from("2026-06-03")) {
                Line::Plain(_, body) => assert!(line.contains(body)),
                Line::Action(action) => {
                    let letters = |text: &str| text.chars().filter(|letter| letter.is_alphanumeric()).count();
                    assert!(letters(&action.text) <= letters(line), "{line:?}");
                }
                Line::Text => {}
            }
        }
        assert!(untaken(&text).all(|line| text.contains(line)));
        let names = ["JB".to_owned(), "Els".to_owned()];
        assert!(without_speakers(&text, &names).len() <= text.len());
        let _ = says_something(&text);
    });
}

/// Folding what is folded changes nothing, or a word would be found once and not again.
#[test]
fn any_text_folds_to_what_stays_folded() {
    fuzz("folding", "words", 1500, |bytes| {
        let text = text_of(bytes);
        let folded = fold(&text);
        assert_eq!(fold(&folded), folded, "{text:?}");
        let split = words(&text);
        assert_eq!(words(&split.join(" ")), split, "{text:?}");
        if let Some(code) = SchoolCode::parse(&text) {
            assert_eq!(SchoolCode::parse(&code.to_string()), Some(code));
        }
        assert!(!looks_like_bsn(&text) || bsn_digits(&text).is_some(), "{text:?}");
        for kind in [Kind::Lines, Kind::OneLine] {
            let kept = Editor::new(&text, kind, 1 << 20).text().to_owned();
            assert_eq!(Editor::new(&kept, kind, 1 << 20).text(), kept, "{text:?}");
        }
    });
}

fn person(id: i64, given: &str, family: &str) -> Person {
    Person {
        id,
        party: id,
        party_kind: PartyKind::Municipality,
        party_name: "Sociale Dienst".into(),
        given: given.into(),
        family: family.into(),
        position: String::new(),
        phone: String::new(),
        email: String::new(),
        active: true,
    }
}
