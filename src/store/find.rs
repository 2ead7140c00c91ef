//! Finding, with each letter typed.
//!
//! The rules: every word of the question has to be met, by a word that is the same, or begins with it, or, from five
//! letters on, is one mistake away: a letter missing, too many, wrong, or two swapped. Better answers come first, and
//! no more is read than is shown: nothing is ranked or sorted over the whole file.

use rusqlite::Connection;

use super::Store;
use super::error::StoreError;
use super::index::{self, BACKWARDS, BELONGS, Index};
use crate::domain::fold;

/// The shortest word in which a mistake is looked for; shorter ones are near to everything.
const SHORTEST: usize = 5;

/// How many letters of a half-typed word have to be right.
const RELIED_ON: usize = 2;

/// How long a beginning has to be to be spelled out from the vocabulary; the full-text tables keep lists for the
/// shorter ones.
const SPELLED_OUT: usize = 4;

/// At most this many words of a question are looked at.
const WORDS: usize = 8;

/// At most this many words stand in for one word of the question.
const ALTERNATIVES: usize = 48;

/// At most this many words of the vocabulary are compared for each half of a word.
const COMPARED: usize = 4000;

/// How well a record answers a question.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Closeness {
    /// Every word is there.
    Whole,
    /// Every word is there or is the beginning of one.
    Begins,
    /// With a mistake in at least one word.
    Near,
}

/// A record that was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Hit {
    /// Its id.
    pub id: i64,
    /// How well it answers.
    pub closeness: Closeness,
}

/// What kinds of text are searched. Working notes only when asked for by name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TextKind {
    /// Notes of the table.
    TableNote,
    /// The chair's own notes.
    WorkingNote,
    /// Decisions.
    Decision,
    /// Actions.
    Action,
}

impl TextKind {
    fn index(self) -> &'static Index {
        match self {
            Self::TableNote => &index::TABLE_NOTE,
            Self::WorkingNote => &index::WORKING_NOTE,
            Self::Decision => &index::DECISION,
            Self::Action => &index::ACTION,
        }
    }
}

impl Store {
    /// Pupils by any part of name or number, of one school or of all.
    ///
    /// # Errors
    /// The disk errors.
    pub fn find_pupils(&self, question: &str, school: Option<i64>, limit: usize) -> Result<Vec<Hit>, StoreError> {
        Search {
            connection: self.sql(),
            index: &index::PUPIL,
            belongs: school,
            through: None,
            limit,
        }
        .run(question)
    }

    /// Schools by any part of name, place or BRIN.
    ///
    /// # Errors
    /// The disk errors.
    pub fn find_schools(&self, question: &str, limit: usize) -> Result<Vec<Hit>, StoreError> {
        Search {
            connection: self.sql(),
            index: &index::SCHOOL,
            belongs: None,
            through: None,
            limit,
        }
        .run(question)
    }

    /// Parties by any part of name or place.
    ///
    /// # Errors
    /// The disk errors.
    pub fn find_parties(&self, question: &str, limit: usize) -> Result<Vec<Hit>, StoreError> {
        Search {
            connection: self.sql(),
            index: &index::PARTY,
            belongs: None,
            through: None,
            limit,
        }
        .run(question)
    }

    /// People at the table by any part of name, position, or name or place of their party.
    ///
    /// # Errors
    /// The disk errors.
    pub fn find_people(&self, question: &str, limit: usize) -> Result<Vec<Hit>, StoreError> {
        let through = Some(&index::PARTY);
        Search {
            connection: self.sql(),
            index: &index::PERSON,
            belongs: None,
            through,
            limit,
        }
        .run(question)
    }

    /// What was written, of the kinds given, newest first within each closeness of each kind. At most `limit` of each
    /// kind.
    ///
    /// # Errors
    /// The disk errors.
    pub fn find_notes(
        &self,
        question: &str,
        kinds: &[TextKind],
        limit: usize,
    ) -> Result<Vec<(TextKind, Hit)>, StoreError> {
        let mut found = Vec::new();
        for kind in kinds {
            let search = Search {
                connection: self.sql(),
                index: kind.index(),
                belongs: None,
                through: None,
                limit,
            };
            found.extend(search.run(question)?.into_iter().map(|hit| (*kind, hit)));
        }
        found.sort_by_key(|(_, hit)| hit.closeness);
        Ok(found)
    }
}

/// The passes of a search, from narrow to wide.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Pass {
    /// The words themselves.
    Whole,
    /// Words that begin with them, the first so many of each.
    Begins,
    /// All words that begin with them, when there were more.
    AnyBeginning,
    /// Also words with one mistake.
    Near,
    /// Also words that begin with one mistake.
    NearBeginning,
}

impl Pass {
    const ALL: [Self; 5] = [
        Self::Whole,
        Self::Begins,
        Self::AnyBeginning,
        Self::Near,
        Self::NearBeginning,
    ];

    fn closeness(self) -> Closeness {
        match self {
            Self::Whole => Closeness::Whole,
            Self::Begins | Self::AnyBeginning => Closeness::Begins,
            Self::Near | Self::NearBeginning => Closeness::Near,
        }
    }
}

/// One search of one table.
struct Search<'a> {
    connection: &'a Connection,
    index: &'a Index,
    /// The record whose rows are searched; all when none.
    belongs: Option<i64>,
    /// Another table by whose records a word may also be met.
    through: Option<&'a Index>,
    limit: usize,
}

impl Search<'_> {
    /// Looks for all words in passes, each wider than the one before, until there are enough.
    fn run(&self, question: &str) -> Result<Vec<Hit>, StoreError> {
        let mut words = fold::words(question);
        words.truncate(WORDS);
        let mut hits = Vec::new();
        if words.is_empty() || self.limit == 0 {
            return Ok(hits);
        }
        for pass in Pass::ALL {
            if hits.len() < self.limit
                && let Some(expression) = self.expression(&words, pass)?
            {
                self.collect(&expression, pass.closeness(), &mut hits)?;
            }
        }
        Ok(hits)
    }

    /// The full-text question of one pass; none when a word cannot be met, or when the pass would ask what an earlier
    /// one did.
    fn expression(&self, words: &[String], pass: Pass) -> Result<Option<String>, StoreError> {
        let mut parts = Vec::with_capacity(words.len() + 1);
        let mut wider = matches!(pass, Pass::Whole | Pass::Begins);
        if let Some(id) = self.belongs {
            parts.push(format!("\"{BELONGS}{id}\""));
        }
        for word in words {
            let mut alternatives = match pass {
                Pass::Whole => vec![format!("\"{word}\"")],
                _ => {
                    let (mut spelled, all) = beginnings(self.connection, self.index, word)?;
                    if !all && pass != Pass::Begins {
                        wider |= pass == Pass::AnyBeginning;
                        spelled = vec![format!("\"{word}\"*")];
                    }
                    spelled
                }
            };
            if pass >= Pass::Near {
                let near = near(self.connection, self.index, word, pass == Pass::NearBeginning)?;
                wider |= !near.is_empty();
                alternatives.extend(near);
            }
            if let Some(other) = self.through {
                let through = Search {
                    index: other,
                    belongs: None,
                    through: None,
                    limit: ALTERNATIVES,
                    ..*self
                };
                for hit in through
                    .run(word)?
                    .iter()
                    .filter(|hit| hit.closeness <= pass.closeness())
                {
                    wider |= hit.closeness == Closeness::Near;
                    alternatives.push(format!("\"{BELONGS}{}\"", hit.id));
                }
            }
            if alternatives.is_empty() {
                return Ok(None);
            }
            parts.push(format!("({})", alternatives.join(" OR ")));
        }
        Ok(wider.then(|| parts.join(" AND ")))
    }

    /// Runs one pass and keeps what earlier ones did not have. Rows come as the table keeps them, the newest first:
    /// read backwards, not sorted.
    fn collect(&self, expression: &str, closeness: Closeness, hits: &mut Vec<Hit>) -> Result<(), StoreError> {
        let table = self.index.table;
        let sql = format!("SELECT rowid FROM {table} WHERE {table} MATCH ?1 ORDER BY rowid DESC LIMIT ?2");
        let wanted = i64::try_from(self.limit + hits.len()).unwrap_or(i64::MAX);
        let mut select = self.connection.prepare_cached(&sql)?;
        let mut rows = select.query((expression, wanted))?;
        while let Some(row) = rows.next()? {
            let id = row.get(0)?;
            if hits.len() < self.limit && !hits.iter().any(|hit| hit.id == id) {
                hits.push(Hit { id, closeness });
            }
        }
        Ok(())
    }
}

/// What words begin with a word, spelled out, and whether these are all. Spelled out because the full-text table would
/// gather every row of every one of them before giving the first; not when there are many, or for a short beginning,
/// of which that table keeps a list.
fn beginnings(connection: &Connection, index: &Index, word: &str) -> Result<(Vec<String>, bool), StoreError> {
    if word.chars().count() < SPELLED_OUT || word.chars().any(|letter| !letter.is_alphabetic()) {
        return Ok((vec![format!("\"{word}\"*")], true));
    }
    let mut found = Vec::new();
    in_range(connection, index, word, ALTERNATIVES + 1, |term| {
        found.push(format!("\"{term}\""))
    })?;
    let all = found.len() <= ALTERNATIVES;
    found.truncate(ALTERNATIVES);
    Ok((found, all))
}

/// The words one mistake away from a word, and if asked for those that begin with something one mistake away.
///
/// A mistake touches one letter, or two that were swapped. So either everything before the middle letter is whole, or
/// everything after it: two ranges of the vocabulary, forwards and backwards, hold every such word that is typed to
/// its end. Of a word that is not, only the beginning can be relied on: the first two letters.
fn near(connection: &Connection, index: &Index, word: &str, begins: bool) -> Result<Vec<String>, StoreError> {
    let letters: Vec<char> = word.chars().collect();
    if letters.len() < SHORTEST || letters.iter().any(|letter| !letter.is_alphabetic()) {
        return Ok(Vec::new());
    }
    let middle = if begins { RELIED_ON } else { letters.len() / 2 };
    let first: String = letters.iter().take(middle).collect();
    let last: String = letters.iter().skip(middle + 1).collect();
    let mut found = Vec::new();
    let mut keep = |candidate: Vec<char>| {
        if found.len() < ALTERNATIVES && one_mistake(&letters, &candidate, begins) {
            let term = format!("\"{}\"", candidate.iter().collect::<String>());
            if !found.contains(&term) {
                found.push(term);
            }
        }
    };
    in_range(connection, index, &first, COMPARED, |term| {
        keep(term.chars().collect());
    })?;
    if !begins {
        in_range(connection, index, &index::backwards(&last), COMPARED, |term| {
            keep(term.chars().rev().filter(|letter| *letter != BACKWARDS).collect());
        })?;
    }
    Ok(found)
}

/// Goes through the words of the vocabulary that begin with something.
fn in_range(
    connection: &Connection,
    index: &Index,
    beginning: &str,
    limit: usize,
    mut visit: impl FnMut(&str),
) -> Result<(), StoreError> {
    let sql = "SELECT term FROM find_word WHERE source = ?1 AND term >= ?2 AND term < ?2 || char(1114111) LIMIT ?3";
    let mut select = connection.prepare_cached(sql)?;
    let mut rows = select.query((index.table, beginning, i64::try_from(limit).unwrap_or(i64::MAX)))?;
    while let Some(row) = rows.next()? {
        visit(
            row.get_ref(0)?
                .as_str()
                .map_err(|_| StoreError::BadValue("find_word.term"))?,
        );
    }
    Ok(())
}

/// Whether a typed word is exactly one mistake away from a word, or, with `begins`, from the beginning of it: a letter
/// missing, too many, wrong, or two neighbours swapped. What stands before the first difference never has to be
/// changed, so only what follows it is compared, once for each kind of mistake.
fn one_mistake(typed: &[char], word: &[char], begins: bool) -> bool {
    let meets = |rest: &[char], of: &[char]| if begins { of.starts_with(rest) } else { of == rest };
    let same = typed.iter().zip(word).take_while(|(a, b)| a == b).count();
    let (typed, word) = (
        typed.get(same..).unwrap_or_default(),
        word.get(same..).unwrap_or_default(),
    );
    match (typed, word) {
        ([_, rest @ ..], []) => rest.is_empty(),
        ([a, rest @ ..], [b, others @ ..]) => {
            let swapped = match (rest, others) {
                ([c, rest @ ..], [d, others @ ..]) => a == d && b == c && meets(rest, others),
                _ => false,
            };
            swapped || meets(rest, others) || meets(rest, word) || meets(typed, others)
        }
        ([], _) => false,
    }
}
