//! Who was erased, so that no bundle brings them back.
//!
//! The rule: a tombstone wins, whether it is of this file or of the other. What is about somebody erased is not even
//! kept beside the records; a pupil who is still here is told of, because nothing is erased in silence.

use std::collections::HashSet;

use rusqlite::Connection;

use super::super::error::StoreError;
use super::super::rows::{all, one, write};
use super::fold::Image;
use super::scope::Pointing;
use crate::domain::{Day, Id};

/// Every tombstone.
pub(super) fn all_of(sql: &Connection) -> Result<Vec<(Id, Day)>, StoreError> {
    all(sql, "SELECT pupil, erased_on FROM tombstone ORDER BY pupil", [], |c| {
        Ok((c.get()?, c.day("tombstone.erased_on")?))
    })
}

/// Takes over the tombstones of another file. Returns everybody erased here or there, and those of them who are still
/// in this file: for them the tombstone comes when they are erased here.
pub(super) fn take_over(sql: &Connection, theirs: &[(Id, Day)]) -> Result<(HashSet<Id>, Vec<Id>), StoreError> {
    let mut still_here = Vec::new();
    for (pupil, day) in theirs {
        let is_here = one(sql, "SELECT 1 FROM pupil WHERE id = ?1", [pupil], |_| Ok(()))?;
        if is_here.is_some() {
            still_here.push(*pupil);
            continue;
        }
        let bury = "INSERT INTO tombstone (pupil, erased_on) VALUES (?1, ?2) ON CONFLICT DO NOTHING";
        write(sql, bury, (pupil, day))?;
        write(sql, "DELETE FROM peer_row WHERE pupil = ?1", [pupil])?;
    }
    let mut erased: HashSet<Id> = all_of(sql)?.into_iter().map(|(pupil, _)| pupil).collect();
    erased.extend(&still_here);
    Ok((erased, still_here))
}

/// Whether an image is of one of the erased, or points at one.
pub(super) fn is_of_erased(pointing: &Pointing, record: &str, image: &Image, erased: &HashSet<Id>) -> bool {
    let points = pointing.of(record).iter().filter(|(_, target)| target == "pupil");
    let columns = points
        .map(|(column, _)| column.as_str())
        .chain((record == "pupil").then_some("id"));
    columns
        .filter_map(|column| image.get(column)?.as_i64())
        .any(|pupil| erased.contains(&pupil))
}
