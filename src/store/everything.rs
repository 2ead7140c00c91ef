//! Everything held on one pupil (inzage, AVG article 15): records, history, who looked, what went out.
//!
//! The rule: what is held follows from the schema, as for erasing: a kind of record that is added later is in it
//! without anybody thinking of it. Where a row points at somebody or something else, it is told by name beside it.

use serde_json::{Map, Value};

use super::erase::{ExportOf, Mention};
use super::error::StoreError;
use super::journal::{RECORDS, Shape};
use super::rows::{all, one};
use super::{At, Store};
use crate::domain::rights::TrailLine;
use crate::domain::{Id, Moment};

/// Everything held on a pupil.
#[derive(Clone, PartialEq)]
pub struct Everything {
    /// Who.
    pub pupil: Id,
    /// The rows of each record, the pupil's own first. A column that points elsewhere has one beside it, named after it
    /// with `_name`, that says at what.
    pub records: Vec<(String, Vec<Map<String, Value>>)>,
    /// What was changed in them and by whom, the oldest first.
    pub changes: Vec<Touched>,
    /// Notes that were being typed.
    pub drafts: Vec<String>,
    /// Who looked and what went out about this pupil, the oldest first.
    pub trail: Vec<TrailLine>,
    /// Documents that went out with the pupil in them.
    pub exports: Vec<ExportOf>,
    /// Texts about others that name the pupil: where, not what, because they are about others.
    pub mentions: Vec<Mention>,
}

impl std::fmt::Debug for Everything {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Everything({})", self.pupil)
    }
}

/// One change of one row.
#[derive(Clone, PartialEq)]
pub struct Touched {
    /// When.
    pub at: Moment,
    /// By whom.
    pub who: String,
    /// The name of the act.
    pub intent: String,
    /// The kind of record.
    pub record: String,
    /// The columns that were changed.
    pub fields: Vec<TouchedField>,
}

/// One column of a row that was changed.
#[derive(Clone, PartialEq)]
pub struct TouchedField {
    /// The column.
    pub column: String,
    /// What stood there.
    pub before: Value,
    /// What stands there since.
    pub after: Value,
    /// What the record is called that the value before points at, where it does and it is still there.
    pub before_name: Option<String>,
    /// The same of the value after.
    pub after_name: Option<String>,
}

/// Lines of the trail that are told at most.
const LINES: u32 = 100_000;

impl Store {
    /// Everything held on a pupil.
    ///
    /// # Errors
    /// [`StoreError::Missing`] when there is no such pupil; else when the file cannot be read or is damaged.
    pub fn everything_on(&self, pupil: Id) -> Result<Everything, StoreError> {
        let known = self.pupil(pupil)?;
        let mut records = Vec::new();
        for (record, condition) in self.held()? {
            let rows = self.rows_held(&record, &condition, pupil)?;
            if !rows.is_empty() {
                records.push((record, rows));
            }
        }
        records.sort_by_key(|(record, _)| record != "pupil");
        let mut trail = self.trail(LINES, Some(pupil))?;
        trail.reverse();
        let typed = self.drafts()?.into_iter().filter(|draft| draft.pupil == Some(pupil));
        let drafts = typed.map(|draft| {
            let mut text = draft.base;
            // An edit that does not fit is of a draft that was taken over; what is there is told all the same.
            let _ = draft.edits.iter().try_for_each(|edit| edit.apply(&mut text));
            text
        });
        Ok(Everything {
            changes: self.touched(pupil)?,
            drafts: drafts.collect(),
            trail,
            exports: self.exports_of(pupil)?,
            mentions: self.mentions_of(&known)?,
            pupil,
            records,
        })
    }

    /// The ids of the pupils with a number, of whatever school.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn pupils_numbered(&self, number: &str) -> Result<Vec<Id>, StoreError> {
        all(
            self.sql(),
            "SELECT id FROM pupil WHERE number = ?1 ORDER BY id",
            [number],
            |c| c.get(),
        )
    }

    /// One record's rows, as JSON with names beside ids.
    fn rows_held(&self, record: &str, condition: &str, pupil: Id) -> Result<Vec<Map<String, Value>>, StoreError> {
        let shape = Shape::of(self.sql(), record)?;
        let image = shape.image(&format!("\"{record}\""));
        let query = format!(
            "SELECT {image} FROM \"{record}\" WHERE {condition} ORDER BY {}",
            shape.key.join(", ")
        );
        let images: Vec<String> = all(self.sql(), &query, [pupil], |c| c.get())?;
        let references = self.references(record)?;
        images
            .iter()
            .map(|image| {
                let Ok(Value::Object(row)) = serde_json::from_str(image) else {
                    return Err(StoreError::BadValue("image"));
                };
                self.named(row, &references)
            })
            .collect()
    }

    /// A row with a name beside each id that points elsewhere.
    fn named(
        &self,
        row: Map<String, Value>,
        references: &[(String, String)],
    ) -> Result<Map<String, Value>, StoreError> {
        let mut named = Map::new();
        for (column, value) in row {
            let table = references
                .iter()
                .find(|(from, _)| *from == column)
                .map(|(_, table)| table.as_str());
            let name = match (table, value.as_i64()) {
                (Some(table), Some(id)) => self.name_of(table, id)?,
                _ => None,
            };
            let beside = format!("{column}_name");
            named.insert(column, value);
            if let Some(name) = name {
                named.insert(beside, Value::from(name));
            }
        }
        Ok(named)
    }

    /// The columns of a record that point elsewhere, and at what.
    fn references(&self, record: &str) -> Result<Vec<(String, String)>, StoreError> {
        let query = "SELECT \"from\", \"table\" FROM pragma_foreign_key_list(?1)";
        all(self.sql(), query, [record], |c| Ok((c.get()?, c.get()?)))
    }

    /// What a record that is pointed at is called; none for one that has no name of its own.
    fn name_of(&self, table: &str, id: Id) -> Result<Option<String>, StoreError> {
        let query = match table {
            "party" | "school" | "cohort" => format!("SELECT name FROM {table} WHERE id = ?1"),
            "person" => "SELECT trim(given || ' ' || family) FROM person WHERE id = ?1".to_owned(),
            "meeting" => "SELECT day || ' ' || starts FROM meeting WHERE id = ?1".to_owned(),
            "block" => "SELECT s.name FROM block b JOIN school s ON s.id = b.school WHERE b.id = ?1".to_owned(),
            _ => return Ok(None),
        };
        one(self.sql(), &query, [id], |c| c.get())
    }

    /// Every record with the condition by which its rows are a pupil's.
    fn held(&self) -> Result<Vec<(String, String)>, StoreError> {
        let pointers = super::erase::pointers_at_pupil(self.sql())?;
        let mut held = Vec::new();
        for record in RECORDS {
            let conditions: Vec<&str> = pointers
                .iter()
                .filter(|(table, _)| table == record)
                .map(|(_, condition)| condition.as_str())
                .collect();
            match (*record, conditions.is_empty()) {
                ("pupil", _) => held.push(((*record).to_owned(), "id = ?1".to_owned())),
                (_, true) => {}
                (_, false) => held.push(((*record).to_owned(), conditions.join(" OR "))),
            }
        }
        Ok(held)
    }

    /// Every change of a row of the pupil's, column by column.
    fn touched(&self, pupil: Id) -> Result<Vec<Touched>, StoreError> {
        const QUERY: &str = "SELECT j.at, j.who, j.intent, r.record, r.before, r.after FROM journal_row r
             JOIN journal j ON j.seq = r.entry
             WHERE (instr(r.before, CAST(?1 AS TEXT)) OR instr(r.after, CAST(?1 AS TEXT)))
               AND (?1 IN (r.before ->> 'pupil', r.after ->> 'pupil')
                 OR (r.record = 'pupil' AND ?1 IN (r.before ->> 'id', r.after ->> 'id')))
             ORDER BY r.id";
        let mut changes = all(self.sql(), QUERY, [pupil], |c| {
            let (at, who, intent, record) = (c.get::<At>()?.0, c.get()?, c.get()?, c.get()?);
            let (before, after) = (image(c.get()?)?, image(c.get()?)?);
            Ok(Touched {
                at,
                who,
                intent,
                record,
                fields: changed(&before, &after),
            })
        })?;
        for change in &mut changes {
            let references = self.references(&change.record)?;
            for field in &mut change.fields {
                let Some((_, table)) = references.iter().find(|(from, _)| *from == field.column) else {
                    continue;
                };
                let name = |value: &Value| match value.as_i64() {
                    Some(id) => self.name_of(table, id),
                    None => Ok(None),
                };
                (field.before_name, field.after_name) = (name(&field.before)?, name(&field.after)?);
            }
        }
        Ok(changes)
    }
}

fn image(text: Option<String>) -> Result<Map<String, Value>, StoreError> {
    match text.as_deref().map(serde_json::from_str) {
        None => Ok(Map::new()),
        Some(Ok(Value::Object(row))) => Ok(row),
        Some(_) => Err(StoreError::BadValue("journal_row")),
    }
}

/// The columns in which two images differ. What is empty before and after is no change.
fn changed(before: &Map<String, Value>, after: &Map<String, Value>) -> Vec<TouchedField> {
    let columns = before
        .keys()
        .chain(after.keys().filter(|column| !before.contains_key(*column)));
    let side = |row: &Map<String, Value>, column: &String| row.get(column).cloned().unwrap_or(Value::Null);
    let is_empty = |value: &Value| value.is_null() || value.as_str() == Some("");
    columns
        .map(|column| (column.clone(), side(before, column), side(after, column)))
        .filter(|(_, before, after)| before != after && !(is_empty(before) && is_empty(after)))
        .map(|(column, before, after)| TouchedField {
            column,
            before,
            after,
            before_name: None,
            after_name: None,
        })
        .collect()
}
