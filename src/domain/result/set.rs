//! The rows of a result table as data: reading them, and refusing rows that could not add up.
//!
//! The rule: a set is a tree. The first row is everybody, every other row is a part of one above it, and every row that
//! has parts has exactly one computed remainder among them. What breaks that is refused with its line, before anybody
//! is counted. However a file orders them, the parts of a row come right below it, because a table is read that way: a
//! count that stands in below another is taken for a part of it.

use std::sync::LazyLock;

use serde::Deserialize;
use toml::Spanned;

use super::Member;
use crate::domain::codes::PrimaryResult;

/// The program's own sets.
const BUILT_IN: &str = include_str!("../../../data/resultaten.toml");

/// The most characters of an id or key.
const LONGEST_KEY: usize = 40;

/// The most characters of a name.
const LONGEST_NAME: usize = 120;

/// When a member counts in a row; whoever fits none counts in the remainder.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Condition {
    /// What must be recorded of support; anything when absent.
    pub support: Option<bool>,
    /// One of these must be the result; anything when empty.
    pub results: Vec<PrimaryResult>,
    /// A contract must have been broken off.
    pub broken_off: bool,
}

impl Condition {
    /// Whether a member fits.
    pub fn fits(&self, member: &Member) -> bool {
        let support = self.support.is_none_or(|asked| member.support_needed == Some(asked));
        let result = self.results.is_empty() || member.result.is_some_and(|result| self.results.contains(&result));
        support && result && (!self.broken_off || member.broken_off)
    }

    fn is_empty(&self) -> bool {
        self.support.is_none() && self.results.is_empty() && !self.broken_off
    }
}

/// A row of a set.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ResultRow {
    /// What programs read.
    pub key: String,
    /// The row it is a part of, by its place; none for everybody.
    pub of: Option<usize>,
    /// When a member counts here; none for everybody and for a computed remainder.
    pub when: Option<Condition>,
    /// What it is called, in Dutch and in English.
    pub label: [String; 2],
}

impl ResultRow {
    /// Whether it is what is left of its row.
    pub fn is_computed(&self) -> bool {
        self.of.is_some() && self.when.is_none()
    }
}

/// The rows of a table, from top to bottom.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ResultSet {
    id: String,
    names: [String; 2],
    source: String,
    rows: Vec<ResultRow>,
}

impl ResultSet {
    /// Its id.
    pub fn id(&self) -> &str {
        &self.id
    }

    /// Its name, in Dutch and in English.
    pub fn names(&self) -> &[String; 2] {
        &self.names
    }

    /// Whose way of counting it is.
    pub fn source(&self) -> &str {
        &self.source
    }

    /// Its rows.
    pub fn rows(&self) -> &[ResultRow] {
        &self.rows
    }

    /// The parts of a row, by their places.
    pub fn parts(&self, of: usize) -> impl Iterator<Item = usize> + '_ {
        let rows = self.rows.iter().enumerate();
        rows.filter(move |(_, row)| row.of == Some(of)).map(|(at, _)| at)
    }

    /// How deep a row lies: everybody is 0.
    pub fn depth(&self, row: usize) -> usize {
        let mut at = self.rows.get(row).and_then(|row| row.of);
        let mut depth = 0;
        while let Some(of) = at {
            depth += 1;
            at = self.rows.get(of).and_then(|row| row.of);
        }
        depth
    }

    /// The part of a row in which a member counts, and whether that is its remainder; none when it has no parts.
    pub(super) fn part_of(&self, row: usize, member: &Member) -> Option<(usize, bool)> {
        let mut rest = None;
        for (at, part) in self.rows.iter().enumerate().skip(row) {
            if part.of != Some(row) {
                continue;
            }
            match &part.when {
                Some(when) if when.fits(member) => return Some((at, false)),
                Some(_) => {}
                None => rest = Some((at, true)),
            }
        }
        rest
    }

    /// Whether the parts of a row tell results apart.
    pub(super) fn counts_results(&self, row: usize) -> bool {
        let mut parts = self.rows.iter().filter(|part| part.of == Some(row));
        parts.any(|part| part.when.as_ref().is_some_and(|when| !when.results.is_empty()))
    }

    /// Whether it must be known of members if a contract was broken off.
    pub fn asks_for_contracts(&self) -> bool {
        self.rows
            .iter()
            .any(|row| row.when.as_ref().is_some_and(|when| when.broken_off))
    }
}

/// The sets in force.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ResultSets {
    sets: Vec<ResultSet>,
}

/// What is wrong with sets, and on which line, from 1.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SetError {
    /// The line.
    pub line: usize,
    /// What is wrong there.
    pub fault: SetFault,
}

/// What can be wrong with a set.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SetFault {
    /// No TOML, or a field that is missing, unknown or of another type; in the words of the reader.
    Syntax(String),
    /// An id or key that is not `snake_case` or too long, or a name that is empty or too long.
    BadText(String),
    /// An id or key that stood before.
    Twice(String),
    /// A result that the program does not know.
    UnknownResult(String),
    /// A row that is part of one which does not stand above it.
    NoSuchRow(String),
    /// A row other than the first that is part of none, or a first one that is.
    NotOneWhole(String),
    /// A row that is neither a remainder nor says who counts in it, or both.
    NoCondition(String),
    /// A row whose parts do not have exactly one remainder among them.
    NoRemainder(String),
    /// A set without rows.
    Empty(String),
}

impl ResultSets {
    /// The program's own; their text is read once, because two rooms ask for them at every start.
    ///
    /// # Errors
    /// When the data that the program was built with do not hold together: a test sees to it that they do.
    pub fn built_in() -> Result<Self, SetError> {
        static READ: LazyLock<Result<ResultSets, SetError>> = LazyLock::new(|| ResultSets::parse(BUILT_IN));
        READ.clone()
    }

    /// Reads the sets of a file, and leaves alone what stands in it besides.
    ///
    /// # Errors
    /// What is wrong and on which line.
    pub fn parse(text: &str) -> Result<Self, SetError> {
        let wrong = |at: usize, fault: SetFault| SetError {
            line: line_of(text, at),
            fault,
        };
        let file: File = toml::from_str(text).map_err(|error| {
            let at = error.span().map_or(0, |span| span.start);
            wrong(at, SetFault::Syntax(error.message().to_owned()))
        })?;
        let mut sets: Vec<ResultSet> = Vec::new();
        for raw in file.result_set {
            let at = raw.id.span().start;
            let set = raw.checked().map_err(|(at, fault)| wrong(at, fault))?;
            if sets.iter().any(|earlier| earlier.id == set.id) {
                return Err(wrong(at, SetFault::Twice(set.id)));
            }
            sets.push(set);
        }
        Ok(Self { sets })
    }

    /// These, with those of an approach before them; one with the same id takes the place of the program's.
    #[must_use]
    pub fn with_own(self, own: Self) -> Self {
        let mut sets = own.sets;
        for set in self.sets {
            if sets.iter().all(|own| own.id != set.id) {
                sets.push(set);
            }
        }
        Self { sets }
    }

    /// The set of an id; the first one when there is none of that id, as for a cohort that never chose.
    pub fn get(&self, id: &str) -> Option<&ResultSet> {
        let named = self.sets.iter().find(|set| set.id == id);
        named.or(self.sets.first())
    }

    /// All of them, the one for who never chose first.
    pub fn iter(&self) -> impl Iterator<Item = &ResultSet> {
        self.sets.iter()
    }
}

/// The line of a place in the text, from 1.
fn line_of(text: &str, at: usize) -> usize {
    let before = text.as_bytes().get(..at).unwrap_or(text.as_bytes());
    before.iter().filter(|byte| **byte == b'\n').count() + 1
}

#[derive(Deserialize)]
struct File {
    #[serde(default)]
    result_set: Vec<RawSet>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawSet {
    id: Spanned<String>,
    nl: Spanned<String>,
    en: Spanned<String>,
    #[serde(default)]
    source: String,
    #[serde(default)]
    row: Vec<RawRow>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawRow {
    key: Spanned<String>,
    of: Option<Spanned<String>>,
    #[serde(default)]
    remainder: bool,
    support: Option<bool>,
    #[serde(default)]
    results: Vec<Spanned<String>>,
    contract: Option<RawContract>,
    nl: Spanned<String>,
    en: Spanned<String>,
}

#[derive(Deserialize)]
#[serde(rename_all = "snake_case")]
enum RawContract {
    BrokenOff,
}

/// What is wrong, and where in the text.
type Wrong = (usize, SetFault);

impl RawSet {
    fn checked(self) -> Result<ResultSet, Wrong> {
        let (at, id) = (self.id.span().start, key(&self.id)?);
        let mut rows: Vec<ResultRow> = Vec::new();
        let mut places: Vec<usize> = Vec::new();
        for raw in &self.row {
            places.push(raw.key.span().start);
            let row = raw.checked(&rows)?;
            rows.push(row);
        }
        if rows.is_empty() {
            return Err((at, SetFault::Empty(id)));
        }
        for (place, row) in rows.iter().enumerate() {
            let parts = || rows.iter().filter(|part| part.of == Some(place));
            let rests = parts().filter(|part| part.is_computed()).count();
            if parts().next().is_some() && rests != 1 {
                let at = places.get(place).copied().unwrap_or(at);
                return Err((at, SetFault::NoRemainder(row.key.clone())));
            }
        }
        Ok(ResultSet {
            id,
            names: [name(&self.nl)?, name(&self.en)?],
            source: self.source,
            rows: parts_below(rows),
        })
    }
}

/// The rows with the parts of each right below it, in the order in which they were written among themselves.
fn parts_below(rows: Vec<ResultRow>) -> Vec<ResultRow> {
    // From the last to the first, so that the first comes off the top; a row is always written below its whole.
    let mut waiting: Vec<usize> = (0..rows.len()).rev().filter(|at| is_part(&rows, *at, None)).collect();
    let mut order: Vec<usize> = Vec::with_capacity(rows.len());
    while let Some(next) = waiting.pop() {
        order.push(next);
        waiting.extend((0..rows.len()).rev().filter(|at| is_part(&rows, *at, Some(next))));
    }
    let moved = |of: usize| order.iter().position(|at| *at == of);
    let placed = order.iter().filter_map(|at| rows.get(*at)).map(|row| ResultRow {
        of: row.of.and_then(moved),
        ..row.clone()
    });
    placed.collect()
}

fn is_part(rows: &[ResultRow], at: usize, of: Option<usize>) -> bool {
    rows.get(at).is_some_and(|row| row.of == of)
}

impl RawRow {
    fn checked(&self, above: &[ResultRow]) -> Result<ResultRow, Wrong> {
        let (at, key) = (self.key.span().start, key(&self.key)?);
        if above.iter().any(|row| row.key == key) {
            return Err((at, SetFault::Twice(key)));
        }
        let of = match &self.of {
            Some(of) => {
                let found = above.iter().position(|row| row.key == *of.get_ref());
                let wrong = || (of.span().start, SetFault::NoSuchRow(of.get_ref().clone()));
                Some(found.ok_or_else(wrong)?)
            }
            None => None,
        };
        if of.is_none() != above.is_empty() {
            return Err((at, SetFault::NotOneWhole(key)));
        }
        let when = Condition {
            support: self.support,
            results: self.results.iter().map(result).collect::<Result<_, _>>()?,
            broken_off: self.contract.is_some(),
        };
        let asks = !when.is_empty();
        // Everybody counts in the first row; of the others each says who does, or is what is left.
        let sound = match of {
            None => !asks && !self.remainder,
            Some(_) => asks != self.remainder,
        };
        if !sound {
            return Err((at, SetFault::NoCondition(key)));
        }
        Ok(ResultRow {
            key,
            of,
            when: asks.then_some(when),
            label: [name(&self.nl)?, name(&self.en)?],
        })
    }
}

fn key(text: &Spanned<String>) -> Result<String, Wrong> {
    let fits = |letter: char| letter.is_ascii_lowercase() || letter.is_ascii_digit() || letter == '_';
    let key = text.get_ref();
    match !key.is_empty() && key.len() <= LONGEST_KEY && key.chars().all(fits) {
        true => Ok(key.clone()),
        false => Err((text.span().start, SetFault::BadText(key.clone()))),
    }
}

fn name(text: &Spanned<String>) -> Result<String, Wrong> {
    let name = text.get_ref();
    let plain = !name.is_empty() && name.trim() == name && !name.contains(char::is_control);
    match plain && name.chars().count() <= LONGEST_NAME {
        true => Ok(name.clone()),
        false => Err((text.span().start, SetFault::BadText(name.clone()))),
    }
}

fn result(code: &Spanned<String>) -> Result<PrimaryResult, Wrong> {
    let wrong = || (code.span().start, SetFault::UnknownResult(code.get_ref().clone()));
    PrimaryResult::from_code(code.get_ref()).ok_or_else(wrong)
}
