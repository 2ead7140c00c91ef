//! The catalogues: that words fit where they stand, and that both languages say the same things.

mod values;

use std::collections::BTreeSet;

use chrono::{NaiveDate, NaiveTime};
use dakpan::domain::codes::*;
use dakpan::domain::fold::fold;
use dakpan::domain::intent::Intent;
use dakpan::text::notice::{Notice, Problem, Refusal};
use dakpan::text::{Catalog, EN, Lang, NL};
use unicode_width::UnicodeWidthStr;

const BOTH: [Lang; 2] = [Lang::Nl, Lang::En];

#[test]
fn a_hint_fits_in_the_footer_and_a_line_says_more() {
    for words in BOTH.map(Catalog::of) {
        for intent in Intent::ALL {
            let (hint, line) = (words.hint(*intent), words.line(*intent));
            assert!((1..=12).contains(&hint.width()), "{hint}");
            assert!(line.width() > hint.width() && line.width() <= 64, "{line}");
            assert!(line.starts_with(char::is_uppercase), "{line}");
        }
    }
}

#[test]
fn lines_of_help_are_told_apart() {
    for words in BOTH.map(Catalog::of) {
        let lines: BTreeSet<&str> = Intent::ALL.iter().map(|intent| words.line(*intent)).collect();
        assert_eq!(lines.len(), Intent::ALL.len(), "{:?}", words.lang);
    }
}

/// Checks that every value of a list has a word of its own.
fn told_apart<T: Copy + std::fmt::Debug>(all: &[T], word: impl Fn(T) -> &'static str) {
    let words: BTreeSet<&str> = all.iter().map(|value| word(*value)).collect();
    assert_eq!(words.len(), all.len(), "{all:?}: {words:?}");
    assert!(words.iter().all(|word| !word.trim().is_empty()), "{words:?}");
}

#[test]
fn every_value_of_every_list_has_its_own_word() {
    for words in BOTH.map(|lang| &Catalog::of(lang).codes) {
        told_apart(SchoolKind::ALL, |value| words.school_kind(value));
        told_apart(PartyKind::ALL, |value| words.party(value));
        told_apart(PartyKind::ALL, |value| words.party_short(value));
        told_apart(ExitProfile::ALL, |value| words.profile(value));
        told_apart(Goal::ALL, |value| words.goal(value));
        told_apart(Route::ALL, |value| words.route(value));
        told_apart(ChanceKind::ALL, |value| words.chance(value));
        told_apart(ChanceLevel::ALL, |value| words.level(value));
        told_apart(PrimaryResult::ALL, |value| words.result(value));
        told_apart(MeetingKind::ALL, |value| words.meeting(value));
        told_apart(Lane::ALL, |value| words.lane(value));
        told_apart(ItemKind::ALL, |value| words.item(value));
        told_apart(ItemState::ALL, |value| words.item_state(value));
        told_apart(Presence::ALL, |value| words.presence(value));
        told_apart(ActionState::ALL, |value| words.action_state(value));
        told_apart(NoteKind::ALL, |value| words.note(value));
        told_apart(TileKind::ALL, |value| words.tile(value));
        told_apart(ContractForm::ALL, |value| words.contract(value));
        told_apart(InstrumentKind::ALL, |value| words.instrument(value));
        told_apart(Willing::ALL, |value| words.willing(value));
        told_apart(LessonState::ALL, |value| words.lesson(value));
        assert!(PartyKind::ALL.iter().all(|kind| words.party_short(*kind).width() <= 10));
    }
}

#[test]
fn the_words_of_the_table_are_those_of_the_field() {
    let codes = &NL.codes;
    assert_eq!(codes.lane(Lane::Agreed), "hamerstuk");
    assert_eq!(codes.lane(Lane::Discuss), "bespreken");
    assert_eq!(codes.meeting(MeetingKind::TransferTable), "doorstroomtafel");
    assert_eq!(codes.action_state(ActionState::NotPossible), "kon niet");
    assert_eq!(codes.route(Route::Undecided), "nog niet bepaald");
    assert_eq!(NL.screen.contacts, "Vaste contactpersonen");
}

#[test]
fn roles_are_folded_and_belong_to_one_kind() {
    for words in BOTH.map(Catalog::of) {
        let mut seen = BTreeSet::new();
        for (kind, word) in words.roles {
            assert_eq!(fold(word), *word, "{kind:?}");
            assert!(seen.insert(*word), "{word} twice");
        }
        for kind in PartyKind::ALL {
            assert!(words.roles.iter().any(|(known, _)| known == kind), "{kind:?}");
        }
        // The program says it, so the chair may type it.
        for kind in PartyKind::ALL {
            let said = fold(NL.codes.party(*kind));
            assert!(words.roles.contains(&(*kind, said.as_str())), "{said}");
        }
    }
}

#[test]
fn days_are_written_as_they_are_said() {
    let day = NaiveDate::from_ymd_opt(2026, 6, 3).unwrap();
    assert_eq!(NL.day(day), "wo 3 jun 2026");
    assert_eq!(NL.day_short(day), "wo 03-06");
    assert_eq!(
        NL.screen.meeting(NL.codes.meeting(MeetingKind::ExitMeeting), day),
        "uitstroomoverleg 3 juni"
    );
    assert_eq!(EN.day(day), "Wed 3 Jun 2026");
    assert_eq!(EN.day_short(day), "Wed 3 Jun");
    assert_eq!(NL.time(NaiveTime::from_hms_opt(9, 4, 0).unwrap()), "09:04");
    let late = NL.screen.ends(NaiveTime::from_hms_opt(11, 4, 0).unwrap(), 3);
    assert_eq!(late, "einde 11:04 (+3)");
    for month in 1..=12 {
        let day = NaiveDate::from_ymd_opt(2026, month, 1).unwrap();
        let dutch = day.format_localized("%b", chrono::Locale::nl_NL).to_string();
        let english = day.format_localized("%b", chrono::Locale::en_GB).to_string();
        assert_eq!(
            (NL.dates.month(month), EN.dates.month(month)),
            (dutch.as_str(), english.as_str())
        );
        let full = day.format_localized("%-d %B", chrono::Locale::nl_NL).to_string();
        assert_eq!(NL.dates.day_month(day), full);
    }
}

#[test]
fn undo_says_which_change_and_when() {
    let at = NaiveTime::from_hms_opt(10, 4, 0).unwrap();
    assert_eq!(
        NL.notice(&Notice::Undone(Intent::AddDecision, at)),
        "Ongedaan: besluit van 10:04"
    );
    assert_eq!(
        EN.notice(&Notice::Undone(Intent::AddDecision, at)),
        "Undone: decision of 10:04"
    );
    let refused = NL.notice(&Notice::Refused(Intent::Agree, Refusal::NoProposal));
    assert_eq!(refused, "Hamerstuk kan nu niet: er staat geen voorstel op de kaart");
    assert_eq!(
        NL.notice(&Notice::CarriedOver(1)),
        "1 punt schuift door naar het volgende overleg"
    );
    assert_eq!(
        NL.notice(&Notice::CarriedOver(3)),
        "3 punten schuiven door naar het volgende overleg"
    );
}

#[test]
fn a_problem_says_what_is_wrong_and_what_to_do() {
    let problems = [
        Problem::NotFound,
        Problem::FileExists,
        Problem::NotOurs,
        Problem::WrongKey,
        Problem::NeedsKeyFile,
        Problem::NeedsPassphrase,
        Problem::Newer(2, 1),
        Problem::InUse,
        Problem::ReadOnly,
        Problem::Full,
        Problem::Replaced,
        Problem::Corrupt,
        Problem::Permission,
        Problem::Io,
        Problem::Missing,
        Problem::Rule,
        Problem::NoTerminal,
        Problem::NoScreen,
        Problem::PassphrasesDiffer,
        Problem::EmptyPassphrase,
        Problem::BadDay(None),
    ];
    for words in BOTH.map(Catalog::of) {
        let sentences: BTreeSet<String> = problems.iter().map(|problem| words.problem(problem)).collect();
        assert_eq!(sentences.len(), problems.len());
        for sentence in sentences {
            assert!(
                sentence.matches(". ").count() == 1 && sentence.ends_with('.'),
                "{sentence}"
            );
        }
    }
}

#[test]
fn a_place_in_the_source_names_nobodys_home() {
    use dakpan::text::edge::place_in_source as place;
    let library = "/home/jan/.cargo/registry/src/index.crates.io-1949cf8c6b5b557f/calamine-0.38.1/src/xls.rs";
    assert_eq!(place(library, 12), "calamine-0.38.1/src/xls.rs:12");
    assert_eq!(
        place("/rustc/5980/library/core/src/option.rs", 3),
        "core/src/option.rs:3"
    );
    assert_eq!(place("src/app/state.rs", 7), "src/app/state.rs:7");
    assert_eq!(place("C:\\Users\\jan\\dakpan\\src\\main.rs", 1), "dakpan/src/main.rs:1");
    assert_eq!(place("/home/jan/elsewhere.rs", 2), "elsewhere.rs:2");
    for words in BOTH.map(Catalog::of) {
        assert!(words.edge.stopped("src/main.rs:7").contains("(src/main.rs:7)"));
    }
}
