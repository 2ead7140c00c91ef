//! The words of an approach: another target group at the same kind of table, with other names for the same things.
//!
//! The rules: an approach changes what values are called and nothing else, so its words stand in a file and not in code.
//! A word it leaves out is the program's. The catalogues in force are made once, when the program starts, and everybody
//! asks those.

use std::collections::BTreeMap;

use super::{Catalog, DUTCH, EN, ENGLISH, Lang, NL};
use crate::domain::codes::{
    ExitProfile, Goal, InstrumentKind, MeetingKind, PartyKind, PrimaryResult, Route, SchoolKind, TileKind,
};
use crate::domain::fold::fold;

/// A code list whose words an approach may change.
#[derive(Debug)]
pub struct Worded {
    /// The name of the list, as in a file of an approach.
    pub list: &'static str,
    /// The most characters that fit where the words are drawn.
    pub most: usize,
    /// Every code of the list.
    pub codes: fn() -> Vec<&'static str>,
}

macro_rules! worded {
    ($($list:literal: $ty:ident, $most:literal;)*) => {
        &[$(Worded {
            list: $list,
            most: $most,
            codes: || $ty::ALL.iter().map(|value| value.code()).collect(),
        }),*]
    };
}

/// The lists whose words an approach may change. How an action, an item or a note stands is the way of working itself,
/// and has the same words in every approach.
pub const WORDED: &[Worded] = worded! {
    "school_kind": SchoolKind, 10;
    "party": PartyKind, 24;
    "party_short": PartyKind, 10;
    "profile": ExitProfile, 20;
    "goal": Goal, 20;
    "route": Route, 20;
    "result": PrimaryResult, 20;
    "meeting": MeetingKind, 20;
    "tile": TileKind, 14;
    "instrument": InstrumentKind, 32;
};

/// The most characters of a word by which a party is called.
pub const CALLED_MOST: usize = 32;

/// The words of an approach in one language.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OwnWords {
    words: BTreeMap<(&'static str, &'static str), String>,
    called: Vec<(PartyKind, String)>,
}

impl OwnWords {
    /// Gives the value with a code, of one of the lists of [`WORDED`], another word.
    pub fn say(&mut self, list: &Worded, code: &'static str, word: &str) {
        self.words.insert((list.list, code), word.to_owned());
    }

    /// Adds a word by which a kind of party is called in lines. The first takes the place of the program's for that kind.
    pub fn call(&mut self, kind: PartyKind, word: &str) {
        self.called.push((kind, fold(word)));
    }

    /// Two kinds of party that would answer to the same word: the later one of this approach, and the word.
    pub fn ambiguous(&self, lang: Lang) -> Option<(PartyKind, String)> {
        let in_force = self.roles(Catalog::of(lang));
        let clash =
            |(kind, word): &&(PartyKind, String)| in_force.iter().any(|(other, same)| other != kind && same == word);
        self.called.iter().rev().find(clash).cloned()
    }

    /// The word for a code of a list, when the approach has one.
    pub(in crate::text) fn word(&self, list: &'static str, code: &'static str) -> Option<&str> {
        self.words.get(&(list, code)).map(String::as_str)
    }

    /// By what each kind of party is called: in this approach, else in the program.
    fn roles(&self, catalog: &Catalog) -> Vec<(PartyKind, String)> {
        let is_own = |kind: PartyKind| self.called.iter().any(|(own, _)| *own == kind);
        let built_in = catalog.roles.iter().filter(|(kind, _)| !is_own(*kind));
        let built_in = built_in.map(|(kind, word)| (*kind, (*word).to_owned()));
        built_in.chain(self.called.iter().cloned()).collect()
    }

    /// The program's catalogue with these words in it, for as long as the program runs.
    fn put_into(self, program: Catalog) -> &'static Catalog {
        let roles: Vec<(PartyKind, &'static str)> = self
            .roles(&program)
            .into_iter()
            .map(|(kind, word)| (kind, &*word.leak()))
            .collect();
        let mut catalog = program;
        catalog.roles = roles.leak();
        catalog.codes.own = Some(Box::leak(Box::new(self)));
        Box::leak(Box::new(catalog))
    }
}

/// The catalogues in force, one for each language.
#[derive(Clone, Copy)]
pub struct Catalogs {
    nl: &'static Catalog,
    en: &'static Catalog,
}

impl Catalogs {
    /// The program's, with the words of an approach: to be made once, because they stay for as long as the program runs.
    #[must_use]
    pub fn with(nl: OwnWords, en: OwnWords) -> Self {
        Self {
            nl: nl.put_into(DUTCH),
            en: en.put_into(ENGLISH),
        }
    }

    /// The one of a language.
    #[must_use]
    pub const fn of(self, lang: Lang) -> &'static Catalog {
        match lang {
            Lang::Nl => self.nl,
            Lang::En => self.en,
        }
    }
}

impl Default for Catalogs {
    fn default() -> Self {
        Self { nl: &NL, en: &EN }
    }
}

/// Two are the same when they are the same catalogues: no two that are made apart are.
impl PartialEq for Catalogs {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self.nl, other.nl) && std::ptr::eq(self.en, other.en)
    }
}

impl Eq for Catalogs {}

impl std::fmt::Debug for Catalogs {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Catalogs")
    }
}
