//! An approach: one file with the words and the terms of another target group at the same kind of table.
//!
//! The rules: an approach is data, and a file with a slip in it is refused whole with the line, before a table is opened.
//! It brings words for the code lists and rules for terms, and nothing else: no field can be added to a pupil, so that
//! none for debts or a diagnosis can either.

use std::path::{Path, PathBuf};

use toml::de::{DeTable, DeValue};

use super::read::{Entry, Reader, entries};
use super::{Unusable, text_of};
use crate::cli::output::Failure;
use crate::domain::codes::PartyKind;
use crate::domain::result::ResultSets;
use crate::domain::term::Rules;
use crate::text::approach::{CALLED_MOST, Catalogs, OwnWords, WORDED, Worded};
use crate::text::settings::{SettingsFault, SettingsWrong as Wrong};
use crate::text::{Catalog, Lang};

/// The most characters of an id and of a name.
const LONGEST: usize = 40;

/// The words by which parties are called: a list of words for each kind.
const CALLED: &str = "called";

/// What stands at the top of the file beside the terms.
const FIELDS: &[&str] = &["id", "naam", "name", "nl", "en", RESULTS];

/// The rows of result tables, which are read by their own reader.
const RESULTS: &str = "result_set";

/// The fields of the terms, which are read by their own reader.
const TERMS: &[&str] = &["term", "alone"];

/// An approach.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Approach {
    /// Its id, `snake_case`: what a file remembers. It never changes.
    pub id: String,
    /// Its name, for people.
    pub name: String,
    /// Its file.
    pub place: PathBuf,
    /// Its result tables.
    pub(in crate::cli) results: ResultSets,
    /// Its terms, as they stand in the file.
    pub(in crate::cli) rules: Rules,
    /// The catalogues with its words.
    pub(in crate::cli) words: Catalogs,
}

/// Reads the file of an approach.
///
/// # Errors
/// One sentence with file and line: what is wrong and what to do.
pub(in crate::cli) fn read(place: &Path, catalog: &Catalog) -> Result<Approach, Failure> {
    let shown = place.display();
    let told = |fault: SettingsFault| {
        let words = &catalog.settings;
        let (line, wrong) = (words.place(fault.line, &fault.name), words.wrong(&fault.what));
        Failure::Told(format!("{shown}: {line}: {wrong}"))
    };
    let text = text_of(place).map_err(|unusable| match unusable {
        Unusable::File(problem) => Failure::of_reading(place, &problem, catalog),
        Unusable::Fault(fault) => told(fault),
    })?;
    let (id, name, words) = of_text(&text).map_err(told)?;
    let rules = Rules::parse_beside(&text, &shown.to_string(), FIELDS).map_err(|error| {
        let sentence = catalog.terms.wrong(error.line, &error.fault);
        Failure::Told(format!("{shown}, {sentence}"))
    })?;
    let results = ResultSets::parse(&text).map_err(|error| {
        let sentence = catalog.results.wrong(&error.fault);
        let line = catalog.settings.place(error.line, RESULTS);
        Failure::Told(format!("{shown}: {line}: {sentence}"))
    })?;
    let [nl, en] = words;
    Ok(Approach {
        id,
        name,
        place: place.to_owned(),
        results,
        rules,
        words: Catalogs::with(nl, en),
    })
}

/// Id, name, and the words in Dutch and English.
fn of_text(text: &str) -> Result<(String, String, [OwnWords; 2]), SettingsFault> {
    let reader = Reader::new(text);
    let (table, errors) = DeTable::parse_recoverable(text);
    if let Some(error) = errors.first() {
        return Err(reader.no_toml(error));
    }
    let (mut id, mut name) = (None, None);
    let [mut nl, mut en] = [OwnWords::default(), OwnWords::default()];
    for entry in entries(table.get_ref()) {
        match entry.0.get_ref().as_ref() {
            "id" => id = Some(short(&reader, entry, is_id)?),
            "naam" | "name" => name = Some(short(&reader, entry, is_name)?),
            "nl" => nl = language(&reader, entry, Lang::Nl)?,
            "en" => en = language(&reader, entry, Lang::En)?,
            other if TERMS.contains(&other) || other == RESULTS => {}
            other => return Err(reader.fault(entry.0.span().start, other, not_one_of(FIELDS.iter().chain(TERMS)))),
        }
    }
    let missing = |what: &str| reader.fault(0, "", Wrong::Missing(what.to_owned()));
    let id = id.ok_or_else(|| missing("id"))?;
    let name = name.ok_or_else(|| missing("naam"))?;
    Ok((id, name, [nl, en]))
}

fn not_one_of<'n>(known: impl Iterator<Item = &'n &'n str>) -> Wrong {
    Wrong::NotOneOf(known.map(|name| (*name).to_owned()).collect())
}

/// A text of the top of the file.
fn short(reader: &Reader<'_>, entry: Entry<'_, '_>, fits: fn(&str) -> bool) -> Result<String, SettingsFault> {
    let text = reader.text_of(entry)?;
    match fits(text) {
        true => Ok(text.to_owned()),
        false => Err(reader.at(entry, Wrong::NoOwnWord(LONGEST))),
    }
}

fn is_id(text: &str) -> bool {
    let fits = |letter: char| letter.is_ascii_lowercase() || letter.is_ascii_digit() || letter == '_';
    fits_in(text, LONGEST) && text.chars().all(fits)
}

fn is_name(text: &str) -> bool {
    fits_in(text, LONGEST)
}

/// Whether a word is one that can be drawn: there, without blanks around it, on one line and no longer than fits.
fn fits_in(word: &str, most: usize) -> bool {
    let plain = !word.is_empty() && word.trim() == word && !word.contains(char::is_control);
    plain && word.chars().count() <= most
}

/// The words of one language.
fn language(reader: &Reader<'_>, entry: Entry<'_, '_>, lang: Lang) -> Result<OwnWords, SettingsFault> {
    let mut own = OwnWords::default();
    for list in entries(table_of(reader, entry)?) {
        let name = list.0.get_ref().as_ref();
        if name == CALLED {
            called(reader, list, lang, &mut own)?;
            continue;
        }
        let Some(worded) = WORDED.iter().find(|worded| worded.list == name) else {
            let known: Vec<&str> = WORDED.iter().map(|worded| worded.list).chain([CALLED]).collect();
            return Err(reader.fault(list.0.span().start, name, not_one_of(known.iter())));
        };
        for word in entries(table_of(reader, list)?) {
            let code = code(reader, word, &(worded.codes)())?;
            own.say(worded, code, own_word(reader, word, worded)?);
        }
    }
    Ok(own)
}

fn table_of<'e, 't>(reader: &Reader<'_>, entry: Entry<'e, 't>) -> Result<&'e DeTable<'t>, SettingsFault> {
    let table = entry.1.get_ref().as_table();
    table.ok_or_else(|| reader.at(entry, Wrong::NoTable))
}

/// The code that a word is for.
fn code(reader: &Reader<'_>, entry: Entry<'_, '_>, known: &[&'static str]) -> Result<&'static str, SettingsFault> {
    let written = entry.0.get_ref().as_ref();
    let found = known.iter().find(|code| **code == written).copied();
    found.ok_or_else(|| reader.fault(entry.0.span().start, written, not_one_of(known.iter())))
}

fn own_word<'e>(reader: &Reader<'_>, entry: Entry<'e, '_>, of: &Worded) -> Result<&'e str, SettingsFault> {
    let word = reader.text_of(entry)?;
    match fits_in(word, of.most) {
        true => Ok(word),
        false => Err(reader.at(entry, Wrong::NoOwnWord(of.most))),
    }
}

/// By what parties are called in lines. A word that two kinds of party would answer to helps nobody.
fn called(reader: &Reader<'_>, entry: Entry<'_, '_>, lang: Lang, own: &mut OwnWords) -> Result<(), SettingsFault> {
    let codes: Vec<&'static str> = PartyKind::ALL.iter().map(|kind| kind.code()).collect();
    let kinds = entries(table_of(reader, entry)?);
    for kind in &kinds {
        let party = PartyKind::from_code(code(reader, *kind, &codes)?);
        for word in words(reader, *kind)? {
            if let Some(party) = party {
                own.call(party, word);
            }
        }
    }
    let Some((kind, word)) = own.ambiguous(lang) else {
        return Ok(());
    };
    let blamed = kinds.into_iter().find(|entry| entry.0.get_ref() == kind.code());
    Err(reader.at(blamed.unwrap_or(entry), Wrong::CalledTwice(word)))
}

/// A list of at least one word.
fn words<'e>(reader: &Reader<'_>, entry: Entry<'e, '_>) -> Result<Vec<&'e str>, SettingsFault> {
    let wrong = || reader.at(entry, Wrong::NoOwnWord(CALLED_MOST));
    let DeValue::Array(list) = entry.1.get_ref() else {
        return Err(wrong());
    };
    let one = |item: &'e toml::Spanned<DeValue<'_>>| {
        let word = item.get_ref().as_str().filter(|word| fits_in(word, CALLED_MOST));
        word.ok_or_else(wrong)
    };
    let words: Vec<&str> = list.iter().map(one).collect::<Result<_, _>>()?;
    match words.is_empty() {
        true => Err(wrong()),
        false => Ok(words),
    }
}
