//! The proof: every page of a file as it is read through its key, searched for what was to go.
//!
//! The rule: it looks where no statement looks: in pages that are free, in the space between rows, in what an index
//! keeps. Rows lie in a page as their columns one after the other, and images in the journal as JSON, so a name is
//! looked for in both forms and as people write it. What a text says is looked for in pieces, because a long one is
//! cut at the end of a page.

use std::collections::BTreeSet;

use aho_corasick::AhoCorasick;
use memchr::memmem;
use rusqlite::{Connection, params};

use super::super::error::StoreError;
use super::super::rows::{all, one};
use crate::domain::Id;
use crate::domain::fold::words;
use crate::domain::name::Name;

/// How long a piece of a text is: no two people type as much alike by chance.
const PIECE: usize = 28;
/// How far the pieces of a long text lie apart: closer than a page is long.
const STEP: usize = 1500;
/// The shortest number that is looked for by itself; shorter ones stand in every other number.
const SHORTEST_NUMBER: usize = 5;
/// The shortest name that is looked for by itself.
const SHORTEST_NAME: usize = 5;
/// The most pieces of text.
const MOST: usize = 64;

/// What is searched.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Proof {
    /// Pages that were read.
    pub pages: usize,
    /// Forms of name, number and texts that were looked for.
    pub forms: usize,
    /// Pages in which one of them was found.
    pub found: usize,
}

/// What a search met.
pub(super) struct Found {
    /// Pages that were read.
    pages: usize,
    /// In which page which form begins, by their numbers.
    hits: BTreeSet<(usize, usize)>,
}

/// What is looked for: bytes, which never leave memory.
#[derive(Clone, Default)]
pub(super) struct Needles {
    forms: Vec<Vec<u8>>,
}

impl Needles {
    /// Everything to look for of a pupil, gathered while it is still there. A name or number that somebody else in the
    /// file shares is looked for only together with the rest of the pupil's own.
    pub(super) fn of_pupil(sql: &Connection, pupil: Id) -> Result<Self, StoreError> {
        let query = "SELECT number, given, infix, family FROM pupil WHERE id = ?1";
        let read = one(sql, query, [pupil], |c| {
            Ok((
                c.get::<String>()?,
                Name {
                    given: c.get()?,
                    infix: c.get()?,
                    family: c.get()?,
                },
            ))
        })?;
        let Some((number, name)) = read else {
            return Ok(Self::default());
        };
        let mut needles = Self::default();
        needles.name(sql, pupil, &number, &name)?;
        needles.texts(sql, pupil)?;
        Ok(needles)
    }

    /// What a field of a pupil says now, gathered before and after it is rectified. A part of the name or number is
    /// looked for only together with the rest of them, because others may have the same and texts about the pupil stay
    /// as they were written; of the others only texts are looked for, because a class or a place is many pupils'.
    pub(super) fn of_field(sql: &Connection, pupil: Id, column: &str) -> Result<Self, StoreError> {
        let mut needles = Self::default();
        match column {
            "number" | "given" | "infix" | "family" => {
                let query = "SELECT number, given, infix, family FROM pupil WHERE id = ?1";
                let read = one(sql, query, [pupil], |c| {
                    Ok([c.get::<String>()?, c.get()?, c.get()?, c.get()?])
                })?;
                if let Some([number, given, infix, family]) = read {
                    needles.add(&format!("{number}{given}{infix}{family}"));
                    needles.add(&format!(
                        "\"number\":{},\"given\":{},\"infix\":{},\"family\":{}",
                        json(&number),
                        json(&given),
                        json(&infix),
                        json(&family)
                    ));
                }
            }
            "wish" | "strengths" => {
                let query = format!("SELECT \"{column}\" FROM pupil WHERE id = ?1");
                if let Some(text) = one(sql, &query, [pupil], |c| c.get::<String>())? {
                    needles.text(&text);
                }
            }
            _ => {}
        }
        Ok(needles)
    }

    /// Everything that others look for as well.
    pub(super) fn join(&mut self, others: Self) {
        for form in others.forms {
            if !self.forms.contains(&form) {
                self.forms.push(form);
            }
        }
    }

    /// Leaves out what stands in something that stays, so that this is not taken for what went.
    pub(super) fn but_for(&mut self, staying: &Self) {
        let stays = |form: &Vec<u8>| staying.forms.iter().any(|kept| memmem::find(kept, form).is_some());
        self.forms.retain(|form| !stays(form));
    }

    /// The text of one more row.
    pub(super) fn also(&mut self, text: &str) {
        self.text(text);
    }

    fn name(&mut self, sql: &Connection, pupil: Id, number: &str, name: &Name) -> Result<(), StoreError> {
        let Name { given, infix, family } = name;
        self.add(&format!("{number}{given}{infix}{family}"));
        self.add(&format!("\"number\":{},\"given\":{}", json(number), json(given)));
        self.add(&format!(
            "\"given\":{},\"infix\":{},\"family\":{}",
            json(given),
            json(infix),
            json(family)
        ));
        self.add(&name.full());
        // By school, because numbers are kept in that order: each is then one look and not every pupil.
        let shared = "SELECT 1 FROM pupil WHERE school IN (SELECT id FROM school) AND number = ?1 AND id <> ?2";
        let shared = || Ok::<_, StoreError>(one(sql, shared, params![number, pupil], |_| Ok(()))?.is_some());
        if number.len() >= SHORTEST_NUMBER && !shared()? {
            self.add(number);
        }
        let mut parts = vec![family.as_str(), given.as_str()];
        parts.retain(|part| {
            let long = words(part).iter().all(|word| word.chars().count() >= SHORTEST_NAME);
            long && !is_said(sql, pupil, part)
        });
        without_written(sql, pupil, &mut parts);
        for part in parts {
            self.add(part);
            for word in words(part) {
                self.add(&word);
            }
        }
        Ok(())
    }

    /// What was written about the pupil, whatever the record.
    fn texts(&mut self, sql: &Connection, pupil: Id) -> Result<(), StoreError> {
        for query in [
            "SELECT text FROM note WHERE pupil = ?1",
            "SELECT text FROM decision WHERE pupil = ?1",
            "SELECT text FROM action WHERE pupil = ?1",
            "SELECT text FROM lesson WHERE pupil = ?1",
            "SELECT wish FROM pupil WHERE id = ?1",
            "SELECT strengths FROM pupil WHERE id = ?1",
            "SELECT name FROM network_person WHERE pupil = ?1",
        ] {
            for text in all(sql, query, [pupil], |c| c.get::<String>())? {
                self.text(&text);
            }
        }
        Ok(())
    }

    /// Pieces of a text. A short one is said of others too, so it is left out: it tells nothing of this pupil.
    fn text(&mut self, text: &str) {
        let mut at = 0;
        while let Some(rest) = text.get(at..) {
            let piece: String = rest.chars().take(PIECE).collect();
            if piece.chars().count() < PIECE || self.forms.len() >= MOST {
                break;
            }
            self.add(&piece);
            at += rest.char_indices().nth(STEP).map_or(rest.len(), |(at, _)| at);
        }
    }

    fn add(&mut self, form: &str) {
        let form = form.as_bytes().to_vec();
        if !form.is_empty() && !self.forms.contains(&form) {
            self.forms.push(form);
        }
    }

    /// Leaves out what rows that are still there say: a text that was copied to another pupil stays that pupil's, and
    /// the name of somebody who is called the same stays theirs.
    pub(super) fn without_living(&mut self, sql: &Connection) -> Result<(), StoreError> {
        let mut living = Vec::new();
        for query in [
            "SELECT text FROM note",
            "SELECT text FROM decision",
            "SELECT text FROM action",
            "SELECT text FROM lesson",
            "SELECT wish || ' ' || strengths FROM pupil",
            "SELECT concat_ws(' ', given, nullif(infix, ''), family) || \
             json_object('given', given, 'infix', infix, 'family', family) FROM pupil",
            "SELECT given || ' ' || family FROM person",
            "SELECT name FROM network_person",
            "SELECT concat_ws(' ', title, question, proposal, asked_by) FROM agenda_item",
            "SELECT made_for FROM export",
        ] {
            let mut select = sql.prepare(query)?;
            let mut rows = select.query([])?;
            while let Some(row) = rows.next()? {
                let text = row.get_ref(0)?.as_bytes().unwrap_or_default();
                let said = |form: &&Vec<u8>| memmem::find(text, form).is_some();
                living.extend(self.forms.iter().filter(said).cloned());
            }
        }
        self.forms.retain(|form| !living.contains(form));
        Ok(())
    }

    /// Searches every page of a file through its key: in one pass, however many forms there are. The pages are in memory
    /// for as long as this takes and go nowhere.
    pub(super) fn search(&self, connection: &mut Connection) -> Result<Found, StoreError> {
        let pages = connection.serialize("main")?;
        // As the header of the file has it (https://sqlite.org/fileformat.html), where 1 stands for the largest.
        let size = match pages.get(16..18) {
            Some(&[high, low]) => match usize::from(u16::from_be_bytes([high, low])) {
                1 => 65_536,
                size => size.max(512),
            },
            _ => return Err(StoreError::Corrupt),
        };
        let mut found = Found {
            pages: pages.len() / size,
            hits: BTreeSet::new(),
        };
        if !self.forms.is_empty() {
            let any = AhoCorasick::new(&self.forms).map_err(|_| StoreError::BadValue("needles"))?;
            // Those that lie within each other too: of one the living may say it, of the other not.
            let hits = any.find_overlapping_iter(&*pages);
            found.hits = hits.map(|hit| (hit.start() / size, hit.pattern().as_usize())).collect();
        }
        Ok(found)
    }

    /// What that search tells of these forms, or of those of them that were left: the living say the others.
    pub(super) fn proof(&self, found: &Found, left: &Self) -> Proof {
        let counts = |form: &usize| self.forms.get(*form).is_some_and(|form| left.forms.contains(form));
        let pages: BTreeSet<usize> = found
            .hits
            .iter()
            .filter(|(_, form)| counts(form))
            .map(|(page, _)| *page)
            .collect();
        Proof {
            pages: found.pages,
            forms: self.forms.len(),
            found: pages.len(),
        }
    }
}

/// Whether all words of a part of a name are said where words are found: in the name or number of another pupil, of a
/// person, school or party, or in what was written about another. Where that cannot be asked, in a backup whose words
/// another program gathered, it is taken to be.
fn is_said(sql: &Connection, pupil: Id, part: &str) -> bool {
    let question: Vec<String> = words(part).iter().map(|word| format!("\"{word}\"")).collect();
    let question = question.join(" AND ");
    const BY_WORD: [&str; 8] = [
        "SELECT 1 FROM find_pupil WHERE find_pupil MATCH ?1 AND rowid <> ?2",
        "SELECT 1 FROM find_person WHERE find_person MATCH ?1 AND ?2",
        "SELECT 1 FROM find_school WHERE find_school MATCH ?1 AND ?2",
        "SELECT 1 FROM find_party WHERE find_party MATCH ?1 AND ?2",
        "SELECT 1 FROM find_note f JOIN note r ON r.id = f.rowid WHERE f.find_note MATCH ?1 AND r.pupil IS NOT ?2",
        "SELECT 1 FROM find_working f JOIN note r ON r.id = f.rowid WHERE f.find_working MATCH ?1 AND r.pupil IS NOT ?2",
        "SELECT 1 FROM find_decision f JOIN decision r ON r.id = f.rowid WHERE f.find_decision MATCH ?1 AND r.pupil IS NOT ?2",
        "SELECT 1 FROM find_action f JOIN action r ON r.id = f.rowid WHERE f.find_action MATCH ?1 AND r.pupil IS NOT ?2",
    ];
    BY_WORD.iter().any(|query| {
        let found = sql
            .prepare(query)
            .and_then(|mut select| select.exists(params![question, pupil]));
        found.unwrap_or(true)
    })
}

/// Leaves out the parts of a name that stand where words are not found: these are read through, once for all parts.
/// Where they cannot be read, every part is taken to be said.
fn without_written(sql: &Connection, pupil: Id, parts: &mut Vec<&str>) {
    const TEXTS: [&str; 4] = [
        "SELECT name FROM network_person WHERE pupil <> ?1",
        "SELECT title || question || proposal || asked_by FROM agenda_item WHERE pupil IS NOT ?1",
        "SELECT text FROM lesson WHERE pupil IS NOT ?1",
        "SELECT made_for FROM export WHERE pupil IS NOT ?1",
    ];
    for query in TEXTS {
        if parts.is_empty() {
            return;
        }
        let read = || -> rusqlite::Result<Vec<&str>> {
            let mut left = parts.clone();
            let mut select = sql.prepare(query)?;
            let mut rows = select.query([pupil])?;
            while let Some(row) = rows.next()? {
                let text = row.get_ref(0)?.as_bytes().unwrap_or_default();
                left.retain(|part| memmem::find(text, part.as_bytes()).is_none());
            }
            Ok(left)
        };
        let left = read().unwrap_or_default();
        parts.clone_from(&left);
    }
}

/// A text as the journal's images have it.
fn json(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}
