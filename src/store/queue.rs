//! The queue in pages: pupils in the order in which they leave, school by school.
//!
//! The rule: a page costs the same in a file of two hundred pupils and of a hundred thousand. A page begins at a key
//! (school, day of leaving, family name, id) and follows the index, so that nothing before it is read; pupils
//! without a day of leaving come last in their school. Schools follow each other by name: urgency orders within a
//! school, never across schools.

use rusqlite::{Connection, params};

use super::Store;
use super::error::StoreError;
use super::pupils::{line_columns, read_line};
use super::rows::{Columns, all, one};
use crate::domain::dossier::PupilLine;
use crate::domain::{Day, Id};

/// The place of a pupil in the queue.
#[derive(Clone, PartialEq, Eq)]
pub struct QueueKey {
    school: Id,
    leaving: Option<Day>,
    family: String,
    id: Id,
}

impl std::fmt::Debug for QueueKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "QueueKey({})", self.id)
    }
}

/// Where a page begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum QueueFrom<'k> {
    /// At the first pupil.
    Start,
    /// After a pupil, on the way down.
    After(&'k QueueKey),
    /// Before a pupil, on the way up: the page ends there.
    Before(&'k QueueKey),
    /// With this pupil in its middle, as far as there are pupils on both sides.
    Around(Id),
}

/// A page of the queue.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct QueuePage {
    /// The pupils in order.
    pub lines: Vec<PupilLine>,
    /// The place of the first of them: the page above ends before it.
    pub first: Option<QueueKey>,
    /// The place of the last of them: the page below begins after it.
    pub last: Option<QueueKey>,
    /// Whether there are pupils before this page.
    pub more_before: bool,
    /// Whether there are pupils after this page.
    pub more_after: bool,
}

/// A pupil with its place.
type Placed = (QueueKey, PupilLine);

/// Which way a walk goes.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Way {
    Down,
    Up,
}

/// Before every text, and after every text: the ends of an index, so that a walk from an end is the same statement
/// as a walk from a key.
const FIRST: (&str, Id) = ("", Id::MIN);
const LAST: (&str, Id) = ("\u{10FFFF}", Id::MAX);

macro_rules! walk {
    ($where:literal, $order:literal) => {
        concat!(
            "SELECT u.leaving, ",
            line_columns!(),
            " FROM pupil u WHERE u.school = ?1 AND ",
            $where,
            " ORDER BY ",
            $order,
            " LIMIT ?2"
        )
    };
}
const DATED_DOWN: &str = walk!(
    "(u.leaving, u.family, u.id) > (?3, ?4, ?5)",
    "u.leaving, u.family, u.id"
);
const DATED_UP: &str = walk!(
    "(u.leaving, u.family, u.id) < (?3, ?4, ?5)",
    "u.leaving DESC, u.family DESC, u.id DESC"
);
const UNDATED_DOWN: &str = walk!("u.leaving IS NULL AND (u.family, u.id) > (?3, ?4)", "u.family, u.id");
const UNDATED_UP: &str = walk!(
    "u.leaving IS NULL AND (u.family, u.id) < (?3, ?4)",
    "u.family DESC, u.id DESC"
);

fn read_placed(c: &mut Columns<'_, '_>) -> Result<Placed, StoreError> {
    let leaving = c.optional_day("pupil.leaving")?;
    let line = read_line(c)?;
    let key = QueueKey {
        school: line.school,
        leaving,
        family: line.name.family.clone(),
        id: line.id,
    };
    Ok((key, line))
}

/// A walk along the queue of one school, or of all.
struct Walk<'s> {
    sql: &'s Connection,
    scope: Option<Id>,
}

impl Walk<'_> {
    /// At most `count` pupils from a key, or from the end of the queue, without the key itself, in the order met.
    fn go(&self, way: Way, from: Option<&QueueKey>, count: usize) -> Result<Vec<Placed>, StoreError> {
        let mut met = Vec::new();
        let mut school = match from {
            Some(key) => Some(key.school),
            None => self.next_school(way, None)?,
        };
        let mut from = from;
        while let Some(id) = school {
            self.go_in_school(way, id, from.take(), count, &mut met)?;
            if met.len() >= count {
                break;
            }
            school = self.next_school(way, Some(id))?;
        }
        Ok(met)
    }

    /// Within one school: first those with a day of leaving and then those without, or on the way up the reverse.
    fn go_in_school(
        &self,
        way: Way,
        school: Id,
        from: Option<&QueueKey>,
        count: usize,
        met: &mut Vec<Placed>,
    ) -> Result<(), StoreError> {
        let end = if way == Way::Down { FIRST } else { LAST };
        let (day, (family, id)) = match from {
            Some(key) => (key.leaving.map(|day| day.to_string()), (key.family.as_str(), key.id)),
            None => (None, end),
        };
        let dated = |day: &str, (family, id): (&str, Id), room: usize| {
            let query = if way == Way::Down { DATED_DOWN } else { DATED_UP };
            all(
                self.sql,
                query,
                params![school, limit(room), day, family, id],
                read_placed,
            )
        };
        let undated = |(family, id): (&str, Id), room: usize| {
            let query = if way == Way::Down { UNDATED_DOWN } else { UNDATED_UP };
            all(self.sql, query, params![school, limit(room), family, id], read_placed)
        };
        let room = |met: &Vec<Placed>| count - met.len();
        let starts_undated = from.is_some_and(|key| key.leaving.is_none());
        match way {
            Way::Down => {
                if !starts_undated {
                    met.extend(dated(day.as_deref().unwrap_or(end.0), (family, id), room(met))?);
                }
                if met.len() < count {
                    let start = if starts_undated { (family, id) } else { end };
                    met.extend(undated(start, room(met))?);
                }
            }
            Way::Up => {
                if from.is_none() || starts_undated {
                    met.extend(undated((family, id), room(met))?);
                }
                if met.len() < count {
                    met.extend(dated(day.as_deref().unwrap_or(end.0), (family, id), room(met))?);
                }
            }
        }
        Ok(())
    }

    /// The school whose pupils follow; none beyond the one school asked for.
    fn next_school(&self, way: Way, after: Option<Id>) -> Result<Option<Id>, StoreError> {
        if self.scope.is_some() {
            return Ok(if after.is_none() { self.scope } else { None });
        }
        let query = match (way, after) {
            (Way::Down, None) => "SELECT id FROM school WHERE ?1 IS NULL ORDER BY name, id LIMIT 1",
            (Way::Up, None) => "SELECT id FROM school WHERE ?1 IS NULL ORDER BY name DESC, id DESC LIMIT 1",
            (Way::Down, Some(_)) => {
                "SELECT id FROM school WHERE (name, id) > (SELECT name, id FROM school WHERE id = ?1)
                 ORDER BY name, id LIMIT 1"
            }
            (Way::Up, Some(_)) => {
                "SELECT id FROM school WHERE (name, id) < (SELECT name, id FROM school WHERE id = ?1)
                 ORDER BY name DESC, id DESC LIMIT 1"
            }
        };
        one(self.sql, query, [after], |c| c.get())
    }

    /// Whether anybody stands beyond a key.
    fn any(&self, way: Way, from: Option<&QueueKey>) -> Result<bool, StoreError> {
        Ok(!self.go(way, from, 1)?.is_empty())
    }
}

fn limit(room: usize) -> i64 {
    i64::try_from(room).unwrap_or(i64::MAX)
}

impl Store {
    /// A page of at most `count` pupils of one school, or of all schools one after the other.
    ///
    /// # Errors
    /// [`StoreError::Missing`] when the pupil to stand around does not exist; else when the file cannot be read.
    pub fn queue_page(&self, school: Option<Id>, from: QueueFrom<'_>, count: usize) -> Result<QueuePage, StoreError> {
        let walk = Walk {
            sql: self.sql(),
            scope: school,
        };
        let one_more = count.saturating_add(1);
        let (placed, more_before, more_after) = match from {
            QueueFrom::Start => {
                let mut down = walk.go(Way::Down, None, one_more)?;
                let more = cut(&mut down, count);
                (down, false, more)
            }
            QueueFrom::After(key) => {
                let mut down = walk.go(Way::Down, Some(key), one_more)?;
                let more = cut(&mut down, count);
                let before = walk.any(Way::Up, down.first().map(|(key, _)| key))?;
                (down, before, more)
            }
            QueueFrom::Before(key) => {
                let mut up = walk.go(Way::Up, Some(key), one_more)?;
                let more = cut(&mut up, count);
                let after = walk.any(Way::Down, up.first().map(|(key, _)| key))?;
                up.reverse();
                (up, more, after)
            }
            QueueFrom::Around(pupil) => self.around(&walk, pupil, count)?,
        };
        Ok(page(placed, more_before, more_after))
    }

    /// A page with a pupil in its middle; near an end the other side fills it up.
    fn around(&self, walk: &Walk<'_>, pupil: Id, count: usize) -> Result<(Vec<Placed>, bool, bool), StoreError> {
        const QUERY: &str = concat!("SELECT u.leaving, ", line_columns!(), " FROM pupil u WHERE u.id = ?1");
        let here = one(self.sql(), QUERY, [pupil], read_placed)?.ok_or(StoreError::Missing("pupil"))?;
        let others = count.saturating_sub(1);
        let (mut above, mut below) = (others / 2, others - others / 2);
        let mut up = walk.go(Way::Up, Some(&here.0), above + 1)?;
        let mut down = walk.go(Way::Down, Some(&here.0), below + 1)?;
        if up.len() < above {
            (above, below) = (up.len(), others - up.len());
            down = walk.go(Way::Down, Some(&here.0), below + 1)?;
        } else if down.len() < below {
            (above, below) = (others - down.len(), down.len());
            up = walk.go(Way::Up, Some(&here.0), above + 1)?;
        }
        let more_before = cut(&mut up, above);
        let more_after = cut(&mut down, below);
        up.reverse();
        up.push(here);
        up.append(&mut down);
        Ok((up, more_before, more_after))
    }
}

/// Keeps the first `count`; whether there were more.
fn cut(placed: &mut Vec<Placed>, count: usize) -> bool {
    let more = placed.len() > count;
    placed.truncate(count);
    more
}

fn page(placed: Vec<Placed>, more_before: bool, more_after: bool) -> QueuePage {
    QueuePage {
        first: placed.first().map(|(key, _)| key.clone()),
        last: placed.last().map(|(key, _)| key.clone()),
        lines: placed.into_iter().map(|(_, line)| line).collect(),
        more_before,
        more_after,
    }
}
