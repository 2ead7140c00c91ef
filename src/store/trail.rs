//! The trail (logboek): who looked at a pupil's file, and what went out.
//!
//! The rules: lines are only added, which the schema itself sees to; each carries the digest of the one before, so
//! that a line that was changed or taken out is found; and why is a code, so that no text of a note and no old value
//! can ever be in it. It is as strong as the key: whoever has that and another program could write the whole trail
//! anew.

use rusqlite::{Connection, params};
use sha2::{Digest, Sha256};

use super::error::StoreError;
use super::rows::{all, one, write};
use super::{At, Store, Sync, Tx};
use crate::domain::rights::{TrailFault, TrailKind, TrailLine};
use crate::domain::{Id, Moment};

/// The longest code: a word, and the key of the receiver of a bundle (62 letters).
const LONGEST: usize = 80;

/// A line before it is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NewLine<'a> {
    /// What kind.
    pub kind: TrailKind,
    /// About whom.
    pub pupil: Option<Id>,
    /// In which meeting.
    pub meeting: Option<Id>,
    /// Which document, for those the file has a record of.
    pub export: Option<Id>,
    /// Why: a code of small letters, digits, dots, blanks and underscores.
    pub why: &'a str,
}

/// A line as it lies in the file, with what seals it.
struct Sealed {
    line: TrailLine,
    journal: i64,
    salt: Option<String>,
    subject: String,
    chain: String,
}

const COLUMNS: &str =
    "SELECT seq, at, who, kind, pupil, meeting, export, why, journal, salt, subject, chain FROM trail";

impl Store {
    /// Writes a line, on the disk before it returns.
    ///
    /// # Errors
    /// [`StoreError::BadValue`] when the reason is no code, [`StoreError::Replaced`], and the disk errors.
    pub fn add_trail(&mut self, line: NewLine<'_>, now: Moment) -> Result<(), StoreError> {
        self.ready(Sync::Full)?;
        let transaction = self.connection.transaction()?;
        add(&transaction, line, now, &self.who)?;
        transaction.commit()?;
        self.unsealed = false;
        Ok(())
    }

    /// Records that a pupil's file stood on the screen: once for each pupil and meeting, outside a meeting once a day.
    /// Returns whether a line was written.
    ///
    /// # Errors
    /// The disk errors.
    pub fn add_opened(&mut self, pupil: Id, meeting: Option<Id>, now: Moment) -> Result<bool, StoreError> {
        const KNOWN: &str = "SELECT 1 FROM trail WHERE pupil = ?1 AND kind = 'opened' AND meeting IS ?2
             AND (?2 IS NOT NULL OR substr(at, 1, 10) = ?3)";
        let day = now.date_naive().to_string();
        if one(self.sql(), KNOWN, params![pupil, meeting, day], |_| Ok(()))?.is_some() {
            return Ok(false);
        }
        let line = NewLine {
            kind: TrailKind::Opened,
            pupil: Some(pupil),
            meeting,
            export: None,
            why: if meeting.is_some() {
                "meeting"
            } else {
                "between_meetings"
            },
        };
        self.add_trail(line, now)?;
        Ok(true)
    }

    /// The latest lines, newest first: at most `limit`, about one pupil or about all.
    ///
    /// # Errors
    /// When the file cannot be read or a line in it is damaged.
    pub fn trail(&self, limit: u32, pupil: Option<Id>) -> Result<Vec<TrailLine>, StoreError> {
        let query = format!("{COLUMNS} WHERE ?1 IS NULL OR pupil = ?1 ORDER BY seq DESC LIMIT ?2");
        all(self.sql(), &query, params![pupil, limit], |c| Ok(read(c)?.line))
    }

    /// Looks whether the trail is whole and complete: every line as it was written and in its place, none gone from its
    /// end, a line for every document that the journal knows of, and no change gone that a line knew of. Nothing when
    /// all is well.
    ///
    /// # Errors
    /// When the file cannot be read or a line in it is damaged.
    pub fn verify_trail(&self) -> Result<Vec<TrailFault>, StoreError> {
        let sql = self.sql();
        let (mut faults, mut before, mut expected, mut known) = (Vec::new(), String::new(), 1, 0);
        let query = format!("{COLUMNS} ORDER BY seq");
        let mut select = sql.prepare_cached(&query)?;
        let mut rows = select.query([])?;
        while let Some(row) = rows.next()? {
            let sealed = read(&mut super::rows::Columns::of(row))?;
            let subject_holds = match (&sealed.line.pupil, &sealed.salt) {
                (Some(pupil), Some(salt)) => subject(Some(*pupil), salt) == sealed.subject,
                _ => true,
            };
            let holds = chain(&before, &sealed) == sealed.chain && subject_holds;
            if !holds || sealed.line.seq != expected || sealed.journal < known {
                faults.push(TrailFault::Broken { line: sealed.line.seq });
            }
            (before, expected, known) = (sealed.chain, sealed.line.seq + 1, sealed.journal);
        }
        let end = "SELECT seq, chain FROM trail_end";
        let end: Option<(i64, String)> = one(sql, end, [], |c| Ok((c.get()?, c.get()?)))?;
        if end != Some((expected - 1, before)) {
            faults.push(TrailFault::CutOff { line: expected - 1 });
        }
        let last = "SELECT coalesce(max(seq), 0), count(*) FROM journal";
        let (last, count) = one(sql, last, [], |c| Ok((c.get::<i64>()?, c.get::<i64>()?)))?.unwrap_or_default();
        if last < known || count != last {
            faults.push(TrailFault::JournalCut { entry: known.max(last) });
        }
        const MISSING: &str = "SELECT DISTINCT j.seq FROM journal j JOIN journal_row r ON r.entry = j.seq
             WHERE j.intent = 'issue_papers' AND j.seq > (SELECT before FROM trail_end)
             AND r.record = 'export' AND r.before IS NULL
             AND NOT EXISTS (SELECT 1 FROM trail t WHERE t.export = r.after ->> 'id') ORDER BY j.seq";
        for entry in all(sql, MISSING, [], |c| c.get::<i64>())? {
            faults.push(TrailFault::Missing { entry });
        }
        Ok(faults)
    }
}

impl Tx<'_> {
    /// Writes a line as part of this change: it is there exactly when the change is.
    ///
    /// # Errors
    /// As [`Store::add_trail`].
    pub fn add_trail(&mut self, line: NewLine<'_>) -> Result<(), StoreError> {
        add(self.sql(), line, self.now(), self.who())
    }
}

/// Writes a line at the end.
pub(super) fn add(sql: &Connection, new: NewLine<'_>, now: Moment, who: &str) -> Result<(), StoreError> {
    let is_code = |letter: char| letter.is_ascii_lowercase() || letter.is_ascii_digit() || " ._".contains(letter);
    if new.why.len() > LONGEST || !new.why.chars().all(is_code) {
        return Err(StoreError::BadValue("trail.why"));
    }
    let end: Option<(i64, String)> = one(sql, "SELECT seq, chain FROM trail_end", [], |c| {
        Ok((c.get()?, c.get()?))
    })?;
    let (last, before) = end.unwrap_or_default();
    let journal = "SELECT coalesce(max(seq), 0) FROM journal";
    let salt = new.pupil.map(|_| salt()).transpose()?;
    let mut sealed = Sealed {
        line: TrailLine {
            seq: last + 1,
            at: now,
            who: who.to_owned(),
            kind: new.kind,
            pupil: new.pupil,
            meeting: new.meeting,
            export: new.export,
            why: new.why.to_owned(),
        },
        journal: one(sql, journal, [], |c| c.get())?.unwrap_or(0),
        subject: subject(new.pupil, salt.as_deref().unwrap_or_default()),
        salt,
        chain: String::new(),
    };
    sealed.chain = chain(&before, &sealed);
    write(
        sql,
        "INSERT INTO trail (seq, at, who, kind, pupil, meeting, export, why, journal, salt, subject, chain)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)",
        params![
            sealed.line.seq,
            At(now),
            who,
            new.kind.code(),
            new.pupil,
            new.meeting,
            new.export,
            new.why,
            sealed.journal,
            sealed.salt,
            sealed.subject,
            sealed.chain
        ],
    )?;
    write(
        sql,
        "UPDATE trail_end SET seq = ?1, chain = ?2",
        params![sealed.line.seq, sealed.chain],
    )?;
    Ok(())
}

fn read(c: &mut super::rows::Columns<'_, '_>) -> Result<Sealed, StoreError> {
    Ok(Sealed {
        line: TrailLine {
            seq: c.get()?,
            at: c.moment("trail.at")?,
            who: c.get()?,
            kind: c.text("trail.kind", TrailKind::from_code)?,
            pupil: c.get()?,
            meeting: c.get()?,
            export: c.get()?,
            why: c.get()?,
        },
        journal: c.get()?,
        salt: c.get()?,
        subject: c.get()?,
        chain: c.get()?,
    })
}

/// Sixteen random bytes in hexadecimal.
fn salt() -> Result<String, StoreError> {
    let mut bytes = [0_u8; 16];
    getrandom::fill(&mut bytes).map_err(|_| StoreError::Io(std::io::ErrorKind::Other))?;
    Ok(hex(&bytes))
}

/// What a line seals of its pupil: nothing that can be guessed back once the salt is gone.
fn subject(pupil: Option<Id>, salt: &str) -> String {
    digest(&[salt, &pupil.map(|id| id.to_string()).unwrap_or_default()])
}

/// What a line seals: the line before it, and everything of itself that stays.
fn chain(before: &str, sealed: &Sealed) -> String {
    let line = &sealed.line;
    let number = |id: Option<Id>| id.map(|id| id.to_string()).unwrap_or_default();
    digest(&[
        before,
        &line.seq.to_string(),
        &line.at.to_rfc3339_opts(chrono::SecondsFormat::Secs, false),
        &line.who,
        line.kind.code(),
        &number(line.meeting),
        &number(line.export),
        &line.why,
        &sealed.journal.to_string(),
        &sealed.subject,
    ])
}

/// SHA-256 over some texts, each with its length before it so that no two lists of texts are the same bytes.
fn digest(parts: &[&str]) -> String {
    let mut hasher = Sha256::new();
    for part in parts {
        hasher.update((part.len() as u64).to_le_bytes());
        hasher.update(part.as_bytes());
    }
    hex(&hasher.finalize())
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
