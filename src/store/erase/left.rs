//! Texts in which a name still stands that was rectified: nobody bears it any more, so no mask knows it.
//!
//! The rule: what people wrote is not changed in silence, not even a name in it. Where the name of before still stands
//! is told, once and by kind and day, while it is known; the name itself is kept nowhere.

use super::super::Store;
use super::super::error::StoreError;
use super::super::rows::{all, one};
use super::preview::TEXTS;
use crate::domain::mask::Mask;
use crate::domain::name::Name;
use crate::domain::pupil::Pupil;
use crate::domain::{Day, Id};

/// A text in which the name of before still stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StillNamed {
    /// The kind of record.
    pub record: &'static str,
    /// With which pupil it stands, and of which school that one is; absent where it stands with no pupil.
    pub with: Option<(Id, Id)>,
    /// The day it was written or is about, where there is one.
    pub on: Option<Day>,
    /// Whether it is a text about the pupil; else it is about somebody or something else.
    pub own: bool,
}

/// Texts that only stand with the pupil they are about: the id is asked for, the text and the day.
const OWN: [(&str, &str); 7] = [
    (
        "tile",
        "SELECT id, label || ' ' || ended_why || ' ' || no_guidance_by, from_on FROM tile WHERE pupil = ?1",
    ),
    (
        "instrument",
        "SELECT id, deferred_reason || ' ' || result, coalesce(requested_on, decided_on, started_on)
         FROM instrument WHERE pupil = ?1",
    ),
    ("aftercare", "SELECT id, word, due_on FROM aftercare WHERE pupil = ?1"),
    ("relapse", "SELECT id, word, on_day FROM relapse WHERE pupil = ?1"),
    ("term_mark", "SELECT id, reason, on_day FROM term_mark WHERE pupil = ?1"),
    ("consent", "SELECT id, how, on_day FROM consent WHERE pupil = ?1"),
    (
        "transition_chance",
        "SELECT id, assessed_by, assessed_on FROM transition_chance WHERE pupil = ?1",
    ),
];

/// Of nobody: the queries for texts about others leave this pupil out, and so nobody.
const NOBODY: Id = -1;

impl Store {
    /// Every text in which the name of before still stands, about the pupil or about others, when the pupil is called
    /// otherwise now. Spelled as a mask would find it: a part of the name that the pupil bears still does not count.
    ///
    /// # Errors
    /// [`StoreError::Missing`] when there is no such pupil, and the disk errors.
    pub fn still_named(&self, pupil: Id, before: &Name) -> Result<Vec<StillNamed>, StoreError> {
        let known = self.pupil(pupil)?;
        let gone = Gone::between(before, &known);
        let mut found = Vec::new();
        if gone.is_nothing() {
            return Ok(found);
        }
        for (record, query) in TEXTS {
            let others: Vec<Id> = self
                .naming(query, pupil, &gone)?
                .into_iter()
                .map(|(id, _)| id)
                .collect();
            for (id, on) in self.naming(query, NOBODY, &gone)? {
                found.push(StillNamed {
                    record,
                    with: self.stands_with(record, id)?,
                    on,
                    own: !others.contains(&id) && record != "correction",
                });
            }
        }
        for (record, query) in OWN {
            let own = self.naming(query, pupil, &gone)?.into_iter();
            let with = Some((pupil, known.school));
            found.extend(own.map(|(_, on)| StillNamed {
                record,
                with,
                on,
                own: true,
            }));
        }
        Ok(found)
    }

    /// With which pupil one of [`TEXTS`] stands, and the school of that one.
    fn stands_with(&self, record: &str, id: Id) -> Result<Option<(Id, Id)>, StoreError> {
        let query = match record {
            "correction" => return Ok(None),
            "pupil" => "SELECT id, school FROM pupil WHERE id = ?1".to_owned(),
            of => format!("SELECT p.id, p.school FROM {of} t JOIN pupil p ON p.id = t.pupil WHERE t.id = ?1"),
        };
        one(self.sql(), &query, [id], |c| Ok((c.get()?, c.get()?)))
    }

    /// The texts of a query with the name of before in them: id and day.
    fn naming(&self, query: &str, pupil: Id, gone: &Gone) -> Result<Vec<(Id, Option<Day>)>, StoreError> {
        let texts = all(self.sql(), query, [pupil], |c| {
            let (id, text): (Id, Option<String>) = (c.get()?, c.get()?);
            Ok((id, text.unwrap_or_default(), c.optional_day("text.day")?))
        })?;
        let naming = texts.into_iter().filter(|(_, text, _)| gone.stands_in(text));
        Ok(naming.map(|(id, _, on)| (id, on)).collect())
    }
}

/// What a pupil was called and is not any more.
struct Gone {
    before: Mask,
    now: Mask,
}

impl Gone {
    /// Stands in place of a name: nothing that a mask takes for one.
    const LABEL: &str = "-";

    fn between(before: &Name, pupil: &Pupil) -> Self {
        let mask = |name: &Name| {
            let mut mask = Mask::default();
            mask.add_sought(name, Self::LABEL);
            mask
        };
        let changed = *before != pupil.name;
        Self {
            before: if changed { mask(before) } else { Mask::default() },
            now: mask(&pupil.name),
        }
    }

    fn is_nothing(&self) -> bool {
        self.before.is_empty()
    }

    /// Whether a text names the pupil as before, apart from what the pupil is called still.
    fn stands_in(&self, text: &str) -> bool {
        let rest = self.now.apply(text);
        self.before.apply(&rest) != rest
    }
}
