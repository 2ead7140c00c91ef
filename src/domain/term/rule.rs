//! The rules of the terms, as data: a change in the law is a change in one file.
//!
//! The rule: nothing about a term stands in code that could stand in the file. A rule that a chair wrote is read by
//! the same reader, and a rule with the id of one of the program's takes its place.

use std::sync::LazyLock;

use super::read;
use super::when::{Base, When};
use crate::domain::Day;
use crate::domain::codes::{ExitProfile, InstrumentKind, Route, SchoolKind, TileKind};

coded! {
    /// What happens on the day of a term.
    TermKind {
        /// From this day something can be done.
        Start = "start",
        /// By this day something must be done.
        Deadline = "deadline",
        /// The last day of a right or a span.
        End = "end",
        /// Something changes by itself on this day.
        Change = "change",
    }
}

coded! {
    /// What happens to an instrument.
    Event {
        /// It was requested.
        Requested = "requested",
        /// It was decided on.
        Decided = "decided",
        /// It started.
        Started = "started",
        /// It ended.
        Ended = "ended",
    }
}

/// What in the file shows by itself that a term is met.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MetBy {
    /// Both chances were assessed.
    ChancesAssessed,
    /// The pupil was discussed at the table.
    Discussed,
    /// The tile or instrument it is about has ended.
    Ended,
    /// Something happened to an instrument of a kind.
    Instrument(Event, InstrumentKind),
}

impl MetBy {
    /// Reads `chances_assessed`, `discussed`, `ended` or an event and a kind: `requested wage_subsidy`.
    pub fn parse(text: &str) -> Option<Self> {
        match text {
            "chances_assessed" => Some(Self::ChancesAssessed),
            "discussed" => Some(Self::Discussed),
            "ended" => Some(Self::Ended),
            _ => {
                let (event, kind) = text.split_once(' ')?;
                let kind = InstrumentKind::from_code(kind.trim())?;
                Some(Self::Instrument(Event::from_code(event)?, kind))
            }
        }
    }
}

/// Whom a rule is for. An empty list asks nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Applies {
    /// Kinds of school.
    pub schools: Vec<SchoolKind>,
    /// Expected directions.
    pub profiles: Vec<ExitProfile>,
    /// Routes.
    pub routes: Vec<Route>,
    /// Kinds of instrument: the rule holds for each one of these that the pupil has.
    pub instruments: Vec<InstrumentKind>,
    /// Kinds of tile: the rule holds for each one of these that the pupil has.
    pub tiles: Vec<TileKind>,
    /// Only when an instrument of one of these kinds was requested, decided on or started, whenever that was.
    pub beside: Vec<InstrumentKind>,
    /// Only when younger than so many years on the day that is counted from.
    pub under: Option<u32>,
    /// Whether follow-on education must have been joined, or must not.
    pub follow_on: Option<bool>,
    /// Whether a tile of a school must go on after leaving, or must not.
    pub school_holds: Option<bool>,
    /// Only when the day that is counted from lies after this one.
    pub base_after: Option<When>,
    /// Only when the day that is counted from does not lie after this one.
    pub base_until: Option<When>,
}

/// A label for a list and one sentence that says what to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TermWords {
    /// Some words.
    pub label: String,
    /// One plain sentence.
    pub text: String,
}

/// One term: whom it is for, when it is, and where that is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rule {
    /// Its id, `snake_case`: marks refer to it.
    pub id: String,
    /// Whether a chair added it.
    pub own: bool,
    /// Whom it is for.
    pub applies: Applies,
    /// What happens on its day.
    pub kind: TermKind,
    /// Its day.
    pub day: When,
    /// For a deadline or an end: from when it runs, when not from the base of its day.
    pub since: Option<When>,
    /// For a start: until when it makes sense.
    pub until: Option<When>,
    /// What shows that it is met.
    pub met_by: Option<MetBy>,
    /// From when on that counts, when not from the base of its day.
    pub met_since: Option<When>,
    /// Whether it says that it may be seen on a shared screen; [`Rule::may_be_shared`] decides. Terms that tell of birth, register, wage value or exemption may not,
    /// and a rule that does not say so may not either.
    pub shared: bool,
    /// In Dutch.
    pub nl: TermWords,
    /// In English.
    pub en: TermWords,
    /// The article, or the practice it comes from.
    pub article: String,
    /// Where that can be read.
    pub address: Option<String>,
    /// When that was read.
    pub read: Day,
}

impl Rule {
    /// Whether a term of it may be seen on a shared screen: when it says so, and nothing in it counts from or is met
    /// by birth, care or an instrument that is held back, whatever a rule of the chair's own says. An age may be seen, so
    /// that a rule is only for who is younger than some years hides nothing.
    pub fn may_be_shared(&self) -> bool {
        let applies = &self.applies;
        let others = [
            &self.since,
            &self.until,
            &self.met_since,
            &applies.base_after,
            &applies.base_until,
        ];
        let mut days = others.into_iter().flatten().chain([&self.day]);
        let held_back = applies
            .instruments
            .iter()
            .chain(&applies.beside)
            .any(|kind| kind.is_held_back())
            || applies.tiles.contains(&TileKind::Care)
            || matches!(self.met_by, Some(MetBy::Instrument(_, kind)) if kind.is_held_back());
        self.shared && !held_back && !days.any(|when| when.base == Base::Birth)
    }
}

/// Every rule in force, in the order of the file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Rules {
    pub(super) rules: Vec<Rule>,
    /// Whether these stand alone where others would go before: another approach, for young refugees for example, has
    /// other terms and not these besides.
    pub(super) alone: bool,
}

/// What is wrong with a file of rules, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RuleError {
    /// The name of the file.
    pub file: String,
    /// The line, from 1.
    pub line: usize,
    /// What is wrong there.
    pub fault: RuleFault,
}

/// What is wrong with a rule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RuleFault {
    /// It is no TOML; the words are the parser's.
    Syntax(String),
    /// A field that means nothing here.
    UnknownField(String),
    /// A field is missing; also a language.
    Missing(&'static str),
    /// A field holds something of another kind than it should, or nothing.
    WrongType(&'static str),
    /// A field holds a value that is none of its values.
    UnknownValue(&'static str, String),
    /// The id stands in an earlier line.
    Duplicate(String, usize),
    /// A day counts from something unknown.
    UnknownBase(String),
    /// Steps that are none.
    ImpossibleOffset(String),
    /// The base belongs to a tile or an instrument, and the rule is for another thing.
    OtherBase(&'static str),
    /// Two fields that exclude each other.
    Both(&'static str, &'static str),
}

/// The rules that come with the program.
const BUILT_IN: &str = include_str!("../../../data/termijnen.toml");

/// The name of that file, for errors.
const BUILT_IN_NAME: &str = "data/termijnen.toml";

impl Rules {
    /// The rules that come with the program; their text is read once, because two rooms ask for them at every start.
    ///
    /// # Errors
    /// When the file it was built with is wrong, which a test rules out.
    pub fn built_in() -> Result<Self, RuleError> {
        static READ: LazyLock<Result<Rules, RuleError>> = LazyLock::new(|| Rules::parse(BUILT_IN, BUILT_IN_NAME));
        READ.clone()
    }

    /// Reads rules from the text of a file; `file` is its name, for errors.
    ///
    /// # Errors
    /// The first thing that is wrong, with its line.
    pub fn parse(text: &str, file: &str) -> Result<Self, RuleError> {
        read::rules(text, file, &[])
    }

    /// As [`Rules::parse`], from a file that holds other things besides, under these names at its top.
    ///
    /// # Errors
    /// As [`Rules::parse`].
    pub fn parse_beside(text: &str, file: &str, besides: &[&str]) -> Result<Self, RuleError> {
        read::rules(text, file, besides)
    }

    /// These rules with a chair's own: one with a known id takes the place of the other, the rest come after. When the
    /// own file says `alone = true`, none of these stay.
    #[must_use]
    pub fn with_own(mut self, own: Self) -> Self {
        if own.alone {
            self.rules.clear();
        }
        for rule in own.rules {
            let rule = Rule { own: true, ..rule };
            match self.rules.iter_mut().find(|r| r.id == rule.id) {
                Some(same) => *same = rule,
                None => self.rules.push(rule),
            }
        }
        self
    }

    /// Every rule, in order.
    pub fn iter(&self) -> std::slice::Iter<'_, Rule> {
        self.rules.iter()
    }

    /// The rule with an id.
    pub fn get(&self, id: &str) -> Option<&Rule> {
        self.rules.iter().find(|rule| rule.id == id)
    }

    /// How many.
    pub fn len(&self) -> usize {
        self.rules.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.rules.is_empty()
    }
}

impl<'a> IntoIterator for &'a Rules {
    type Item = &'a Rule;
    type IntoIter = std::slice::Iter<'a, Rule>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}
