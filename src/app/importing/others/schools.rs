//! Schools: added, or changed in name, place and kind. A school that is not in the list stays: nobody publishes a list of
//! the schools of one table.

use std::collections::HashMap;

use super::{Done, OtherChange};
use crate::domain::fold::fold;
use crate::domain::people::{School, SchoolCode};
use crate::exchange::lists::{ListedSchool, SchoolList};
use crate::store::{NewSchool, Store, StoreError, Tx};
use crate::text::lists::OtherField;

/// What a list of schools would do.
pub(super) struct Schools {
    new: Vec<ListedSchool>,
    /// Each as it is, and as it becomes.
    changed: Vec<(School, School)>,
    unchanged: usize,
}

/// Compares a list with the schools that are known.
pub(super) fn plan(store: &Store, list: &SchoolList) -> Result<Schools, StoreError> {
    let known = store.schools()?;
    let mut plan = Schools {
        new: Vec::new(),
        changed: Vec::new(),
        unchanged: 0,
    };
    let by_code: HashMap<&SchoolCode, &School> = known.iter().map(|school| (&school.code, school)).collect();
    for row in &list.rows {
        match by_code.get(&row.code).copied() {
            None => plan.new.push(row.clone()),
            Some(school) => match over(school, row) {
                Some(after) => plan.changed.push((school.clone(), after)),
                None => plan.unchanged += 1,
            },
        }
    }
    Ok(plan)
}

impl Schools {
    /// Whether any row could be read.
    pub(super) fn is_usable(&self) -> bool {
        self.unchanged + self.new.len() + self.changed.len() > 0
    }

    /// What each row does, where it does anything; and how many do nothing.
    pub(super) fn done(&self) -> (Vec<Done>, usize) {
        let new = self.new.iter().map(|one| Done {
            is_new: true,
            line: format!("{} {}, {}", one.code, one.name, one.place),
            fields: Vec::new(),
        });
        let changed = self.changed.iter().map(|(before, after)| Done {
            is_new: false,
            line: format!("{} {}", before.code, before.name),
            fields: fields(before, after),
        });
        (new.chain(changed).collect(), self.unchanged)
    }

    /// Writes it.
    pub(super) fn write(&self, tx: &mut Tx<'_>) -> Result<(), StoreError> {
        for one in &self.new {
            tx.insert_school(&NewSchool {
                code: one.code.clone(),
                kind: one.kind,
                name: one.name.clone(),
                place: one.place.clone(),
                party: None,
                uwv_contact: None,
            })?;
        }
        self.changed.iter().try_for_each(|(_, after)| tx.update_school(after))
    }
}

/// What changes of a school.
fn fields(before: &School, after: &School) -> Vec<OtherChange> {
    let all = [
        OtherChange::of(OtherField::Name, &before.name, &after.name),
        OtherChange::of(OtherField::Place, &before.place, &after.place),
        OtherChange::of(OtherField::Kind, before.kind.code(), after.kind.code()),
    ];
    all.into_iter().flatten().collect()
}

/// A school with what the list says of it; none when that is nothing new. A blank empties nothing, and a place in the
/// capitals of the published files is the place that is known.
fn over(school: &School, row: &ListedSchool) -> Option<School> {
    let known = row.place.is_empty() || fold(&row.place) == fold(&school.place);
    let place = if known { &school.place } else { &row.place };
    let after = School {
        kind: row.kind,
        name: row.name.clone(),
        place: place.clone(),
        ..school.clone()
    };
    (after != *school).then_some(after)
}
