//! Fixed contacts: who is called for a school, by rank. A person is known by the mail address, else by the full name
//! within the party; who is not known is added, and what the list says of a known person is filled in.
//!
//! The rule: the same list a second time does nothing. So a later row is looked up among the people of the rows above it
//! as well, and only fills in what those left blank: of two rows that differ the first counts, every time. Whoever is in
//! the file is gone through once, and each row looks up whom it may be about: a region's list is as long as its file.

use std::collections::{HashMap, HashSet};

use super::lookup::{Called, Directory, Schools};
use super::{Done, OtherChange};
use crate::domain::Id;
use crate::domain::fold::fold;
use crate::domain::people::{Party, Person, School};
use crate::exchange::lists::{ContactList, ListedContact, RefusalReason};
use crate::store::{NewPerson, Store, StoreError, Tx};
use crate::text::lists::OtherField;

/// How many people names are looked up among.
const PEOPLE: u32 = 100_000;

/// What a row would do.
struct Planned {
    school: Id,
    rank: u8,
    /// The place of the person among the people of the plan.
    who: usize,
    /// Whether the person is new or changes.
    writes_person: bool,
    /// Whether the rank has nobody yet.
    is_new: bool,
    /// Whether somebody else takes the rank, or somebody takes it for the first time.
    takes_rank: bool,
    /// Whom and where, to be told.
    line: String,
    /// What changes of who is there.
    fields: Vec<OtherChange>,
}

/// Somebody known, or to be added, as the list would leave them.
struct Somebody {
    /// The person; id zero for a new one.
    person: Person,
    /// Whether a row of the list is about them.
    is_listed: bool,
}

/// What a list of contacts would do.
#[derive(Default)]
pub(super) struct Contacts {
    people: Vec<Somebody>,
    /// Where among them somebody may be.
    directory: Directory,
    rows: Vec<Planned>,
    /// Who has a rank of which school by a row.
    ranked: HashSet<(Id, usize)>,
}

/// Looks up schools, parties and people; rows whose school or party is not there are refused.
pub(super) fn plan(store: &Store, list: &mut ContactList) -> Result<Contacts, StoreError> {
    let (schools, parties) = (store.schools()?, store.parties(None)?);
    let (by_name, parties) = (Schools::of(&schools), Called::of(&parties, |party| &party.name));
    let mut plan = Contacts::default();
    for person in store.people(None, PEOPLE)? {
        plan.directory.add(plan.people.len(), &person);
        plan.people.push(Somebody {
            person,
            is_listed: false,
        });
    }
    let (mut refused, mut taken) = (HashMap::new(), HashSet::new());
    for row in &list.rows {
        let Some(school) = by_name.get(&row.school) else {
            refused.insert(row.row, RefusalReason::UnknownSchool);
            continue;
        };
        let Some(party) = parties.get(&row.party) else {
            refused.insert(row.row, RefusalReason::UnknownParty);
            continue;
        };
        if !taken.insert((school.id, row.rank)) {
            refused.insert(row.row, RefusalReason::RankTwice);
            continue;
        }
        let contacts = store.contacts(school.id)?;
        let here = contacts.fixed.iter().find(|(rank, _)| *rank == row.rank);
        let here = here.map(|(_, there)| (there.id, there.full()));
        plan.add(school, here, party, row);
    }
    list.refuse(|one| refused.get(&one.row).copied());
    Ok(plan)
}

impl Contacts {
    /// Adds what a row does; `here` is who has its rank, and what they are called.
    fn add(&mut self, school: &School, here: Option<(Id, String)>, party: &Party, row: &ListedContact) {
        let (here, holder) = here.unzip();
        let found = self.known(here, party, row);
        let known = found.and_then(|at| self.people.get(at));
        let person = person_of(row, party, known);
        let known_id = known.map(|one| one.person.id);
        let who = found.unwrap_or(self.people.len());
        // Somebody has one rank of a school: on a second one the first would move there, each time anew.
        let has_one = !self.ranked.insert((school.id, who));
        let takes_rank = (known_id.is_none() || here != known_id) && !has_one;
        let holder = holder.filter(|_| takes_rank);
        let fields = fields(holder.as_deref(), known.map(|one| &one.person), &person);
        self.rows.push(Planned {
            school: school.id,
            rank: row.rank,
            who,
            writes_person: known.map(|one| &one.person) != Some(&person),
            is_new: here.is_none() && !has_one,
            takes_rank,
            line: format!("{} {}: {}, {}", school.name, row.rank, person.full(), party.name),
            fields,
        });
        self.directory.add(who, &person);
        let somebody = Somebody {
            person,
            is_listed: true,
        };
        match found.and_then(|at| self.people.get_mut(at)) {
            Some(known) => *known = somebody,
            None => self.people.push(somebody),
        }
    }
}

impl Contacts {
    /// The place of the person of a row. Of several who fit nobody knows which is meant, unless one of them has the rank
    /// already. Another mail address than a row above gave is another person of the same name.
    fn known(&self, here: Option<Id>, party: &Party, row: &ListedContact) -> Option<usize> {
        let name = fold(format!("{} {}", row.given, row.family).trim());
        let mail = |one: &Somebody| !row.email.is_empty() && one.person.email.eq_ignore_ascii_case(&row.email);
        let other =
            |one: &Somebody| one.is_listed && !row.email.is_empty() && !one.person.email.is_empty() && !mail(one);
        let only = |may_be: &[usize], fits: &dyn Fn(&Somebody) -> bool| {
            let may_be = may_be.iter().filter_map(|at| Some((*at, self.people.get(*at)?)));
            // They were found by what they said once, and a row above may have changed that.
            let fitting: Vec<_> = may_be
                .filter(|(_, one)| one.person.party == party.id && fits(one))
                .collect();
            match fitting.as_slice() {
                [(at, _)] => Some(*at),
                several => several
                    .iter()
                    .find(|(_, one)| Some(one.person.id) == here)
                    .map(|(at, _)| *at),
            }
        };
        let by_mail = only(self.directory.by_mail(party.id, &row.email), &mail);
        by_mail.or_else(|| {
            only(self.directory.by_name(party.id, &name), &|one| {
                fold(&one.person.full()) == name && !other(one)
            })
        })
    }
}

/// What changes of who is there: who has the rank, after whoever had it, and what is known of a person.
fn fields(holder: Option<&str>, known: Option<&Person>, person: &Person) -> Vec<OtherChange> {
    let rank = holder.and_then(|holder| OtherChange::of(OtherField::Contact, holder, &person.full()));
    let of = |known: &Person| {
        [
            OtherChange::of(OtherField::Name, &known.full(), &person.full()),
            OtherChange::of(OtherField::Position, &known.position, &person.position),
            OtherChange::of(OtherField::Phone, &known.phone, &person.phone),
            OtherChange::of(OtherField::Email, &known.email, &person.email),
        ]
    };
    let own = known.map(of).into_iter().flatten().flatten();
    rank.into_iter().chain(own).collect()
}

/// A person with what the list says; a blank empties nothing, and what a row above said stays.
fn person_of(row: &ListedContact, party: &Party, known: Option<&Somebody>) -> Person {
    let is_listed = known.is_some_and(|one| one.is_listed);
    let known = known.map(|one| &one.person);
    let over = |said: &str, known: Option<&String>| match known {
        Some(known) if said.is_empty() || (is_listed && !known.is_empty()) => known.clone(),
        _ => said.to_owned(),
    };
    // The same name with its words divided otherwise is no change.
    let same = known.filter(|known| is_listed || known.full() == format!("{} {}", row.given, row.family).trim());
    Person {
        id: known.map_or(0, |known| known.id),
        party: party.id,
        party_kind: party.kind,
        party_name: party.name.clone(),
        given: same.map_or_else(|| row.given.clone(), |known| known.given.clone()),
        family: same.map_or_else(|| row.family.clone(), |known| known.family.clone()),
        position: over(&row.position, known.map(|known| &known.position)),
        phone: over(&row.phone, known.map(|known| &known.phone)),
        email: over(&row.email, known.map(|known| &known.email)),
        active: known.is_none_or(|known| known.active),
    }
}

impl Contacts {
    /// Whether any row could be read.
    pub(super) fn is_usable(&self) -> bool {
        !self.rows.is_empty()
    }

    /// What each row does, where it does anything; and how many do nothing.
    pub(super) fn done(&self) -> (Vec<Done>, usize) {
        let acts = self
            .rows
            .iter()
            .filter(|one| one.writes_person || one.takes_rank || one.is_new);
        let done: Vec<Done> = acts
            .map(|one| Done {
                is_new: one.is_new,
                line: one.line.clone(),
                fields: one.fields.clone(),
            })
            .collect();
        let unchanged = self.rows.len() - done.len();
        (done, unchanged)
    }

    /// Writes it.
    pub(super) fn write(&self, tx: &mut Tx<'_>) -> Result<(), StoreError> {
        let changed = self.rows.iter().filter(|one| one.writes_person);
        let changed: HashSet<usize> = changed.map(|one| one.who).collect();
        // Whoever is the contact of several schools is written once, with what all rows say.
        let mut ids: HashMap<usize, Id> = HashMap::new();
        for one in &self.rows {
            let Some(Somebody { person, .. }) = self.people.get(one.who) else {
                continue;
            };
            let id = match (ids.get(&one.who), person.id) {
                (Some(id), _) => *id,
                (None, 0) => tx.insert_person(&NewPerson {
                    party: person.party,
                    given: person.given.clone(),
                    family: person.family.clone(),
                    position: person.position.clone(),
                    phone: person.phone.clone(),
                    email: person.email.clone(),
                })?,
                (None, id) => {
                    if changed.contains(&one.who) {
                        tx.update_person(person)?;
                    }
                    id
                }
            };
            ids.insert(one.who, id);
            if one.takes_rank {
                tx.set_fixed_contact(one.school, one.rank, Some(id))?;
            }
        }
        Ok(())
    }
}
