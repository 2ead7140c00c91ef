//! What finding shows: the records that answer a question, as the screen lists them.
//!
//! The rules: working notes are never found here, whoever asks, because what is found stands in a list beside what
//! may be shown. While others look along, only schools and professionals are found: pupils and notes of other tables
//! are none of theirs. And no more records are read than are listed.

use rusqlite::{Connection, params};
use unicode_segmentation::UnicodeSegmentation;

use super::Store;
use super::error::StoreError;
use super::find::{Closeness, Hit, TextKind};
use super::people::{person_columns, read_person};
use super::pupils::{line_columns, pupil_line, read_line};
use super::rows::one;
use crate::domain::Id;
use crate::domain::dossier::{Found, Snippet};
use crate::domain::fold::{fold, words};

/// How far finding may look.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reach {
    /// Pupils, schools, professionals and table notes: for the chair's own screen.
    All,
    /// Schools and professionals, who may be named on a shared screen.
    Professionals,
    /// Professionals alone, also those who no longer work there: to change what is known of them.
    Everybody,
}

/// About how many letters of a note are shown around what was found in it.
const SNIPPET: usize = 60;

/// How many of them stand before it, or more where the text soon ends.
const BEFORE: usize = 20;

/// The kinds of records, in the order in which equally good answers are listed.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Kind {
    Pupil,
    School,
    Person,
    Note,
}

impl Reach {
    const fn kinds(self) -> &'static [Kind] {
        match self {
            Self::All => &[Kind::Pupil, Kind::School, Kind::Person, Kind::Note],
            Self::Professionals => &[Kind::School, Kind::Person],
            Self::Everybody => &[Kind::Person],
        }
    }
}

impl Store {
    /// Finds pupils, schools, professionals and table notes by the beginnings of words, with one typing error
    /// forgiven in a longer word. The best answers come first; where there are more than `limit`, each kind keeps a
    /// place, so that a school is found beside a hundred pupils of the same name.
    ///
    /// # Errors
    /// When the file cannot be read or a record in it is damaged.
    pub fn find(&self, question: &str, limit: usize, reach: Reach) -> Result<Vec<Found>, StoreError> {
        let kinds = reach.kinds();
        let mut hits = Vec::with_capacity(kinds.len());
        for kind in kinds {
            hits.push(self.hits(*kind, question, limit)?);
        }
        share(&mut hits, limit);
        let mut listed: Vec<(Closeness, Kind, Id)> = Vec::new();
        for (kind, hits) in kinds.iter().zip(hits) {
            listed.extend(hits.iter().map(|hit| (hit.closeness, *kind, hit.id)));
        }
        listed.sort_by_key(|(closeness, kind, _)| (*closeness, *kind));
        let wanted = words(question);
        let mut found = Vec::with_capacity(listed.len());
        for (_, kind, id) in listed {
            found.extend(self.found(kind, id, &wanted, reach)?);
        }
        Ok(found)
    }

    fn hits(&self, kind: Kind, question: &str, limit: usize) -> Result<Vec<Hit>, StoreError> {
        match kind {
            Kind::Pupil => self.find_pupils(question, None, limit),
            Kind::School => self.find_schools(question, limit),
            Kind::Person => self.find_people(question, limit),
            Kind::Note => {
                let found = self.find_notes(question, &[TextKind::TableNote], limit)?;
                Ok(found.into_iter().map(|(_, hit)| hit).collect())
            }
        }
    }

    /// A hit as it is listed; nothing for somebody who no longer works there, unless everybody is asked for.
    fn found(&self, kind: Kind, id: Id, wanted: &[String], reach: Reach) -> Result<Option<Found>, StoreError> {
        let sql = self.sql();
        match kind {
            Kind::Pupil => Ok(Some(Found::Pupil(pupil_line(sql, id)?))),
            Kind::School => one(sql, "SELECT id, name, place FROM school WHERE id = ?1", [id], |c| {
                Ok(Found::School {
                    id: c.get()?,
                    name: c.get()?,
                    place: c.get()?,
                })
            }),
            Kind::Person => found_person(sql, id, reach == Reach::Everybody),
            Kind::Note => found_note(sql, id, wanted),
        }
    }
}

fn found_person(sql: &Connection, id: Id, former: bool) -> Result<Option<Found>, StoreError> {
    const QUERY: &str = concat!(
        "SELECT ",
        person_columns!(),
        " FROM person p JOIN party y ON y.id = p.party WHERE p.id = ?1 AND (p.active = 1 OR ?2)"
    );
    one(sql, QUERY, params![id, former], |c| {
        let person = read_person(c)?;
        Ok(Found::Person {
            id: person.id,
            name: person.full(),
            party: person.party_name,
            phone: person.phone,
        })
    })
}

/// A table note with its pupil. The kind is asked for once more, so that no mistake elsewhere can show a working note.
fn found_note(sql: &Connection, id: Id, wanted: &[String]) -> Result<Option<Found>, StoreError> {
    const QUERY: &str = concat!(
        "SELECT n.text, n.written_at, ",
        line_columns!(),
        " FROM note n JOIN pupil u ON u.id = n.pupil WHERE n.id = ?1 AND n.kind = 'table'"
    );
    one(sql, QUERY, [id], |c| {
        let text: String = c.get()?;
        Ok(Found::Note {
            on: c.moment("note.written_at")?.date_naive(),
            pupil: read_line(c)?,
            snippet: Snippet(snippet(&text, wanted)),
        })
    })
}

/// Leaves at most `limit` hits in all, taking the last one of the longest list each time.
fn share(hits: &mut [Vec<Hit>], limit: usize) {
    while hits.iter().map(Vec::len).sum::<usize>() > limit {
        let Some(longest) = hits.iter_mut().max_by_key(|hits| hits.len()) else {
            return;
        };
        longest.pop();
    }
}

/// A piece of a text around the first word that answers, in one line, with `…` where the text goes on.
fn snippet(text: &str, wanted: &[String]) -> String {
    let at = place_of(text, wanted);
    let before = text.get(..at).unwrap_or_default();
    let after = text.get(at..).unwrap_or_default().chars().take(SNIPPET).count();
    let room = BEFORE.max(SNIPPET - after);
    let far = before.char_indices().rev().take(room).last().map_or(0, |(at, _)| at);
    let start = match before.get(far..).and_then(|near| near.find(char::is_whitespace)) {
        _ if far == 0 => 0,
        Some(space) => far + space,
        None => at,
    };
    let rest = text.get(start..).unwrap_or_default().trim_start();
    let mut piece: String = rest.graphemes(true).take(SNIPPET).collect();
    let goes_on = piece.len() < rest.trim_end().len();
    if goes_on
        && !rest
            .get(piece.len()..)
            .is_some_and(|next| next.starts_with(char::is_whitespace))
        && let Some(space) = piece.rfind(char::is_whitespace)
    {
        piece.truncate(space);
    }
    let line: Vec<&str> = piece.split_whitespace().collect();
    let from = if start > 0 { "… " } else { "" };
    let to = if goes_on { " …" } else { "" };
    format!("{from}{}{to}", line.join(" "))
}

/// Where the first word stands that begins with a wanted one, or else one that may be meant by it; else the beginning.
fn place_of(text: &str, wanted: &[String]) -> usize {
    let place = |answers: fn(&str, &str) -> bool| {
        let mut end = 0;
        text.split(|letter: char| !letter.is_alphanumeric()).find_map(|word| {
            let at = end;
            end = at + word.len();
            end += text
                .get(end..)
                .and_then(|rest| rest.chars().next())
                .map_or(0, char::len_utf8);
            let word = fold(word);
            wanted.iter().any(|wanted| answers(&word, wanted)).then_some(at)
        })
    };
    place(|word, wanted| word.starts_with(wanted))
        .or_else(|| place(may_mean))
        .unwrap_or(0)
}

/// Whether a word may be one typing error away from a wanted one: a mistake leaves one half whole.
fn may_mean(word: &str, wanted: &str) -> bool {
    let letters = wanted.chars().count();
    let half: String = wanted.chars().take(letters / 2).collect();
    let other: String = wanted.chars().skip(letters.div_ceil(2)).collect();
    letters > 4
        && word.chars().count().abs_diff(letters) <= 1
        && (word.starts_with(half.as_str()) || word.ends_with(other.as_str()))
}
