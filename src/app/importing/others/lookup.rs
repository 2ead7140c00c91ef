//! Whom and what the rows of a list may be about, found without going through everybody for each row.
//!
//! The rule: what is found is who may be meant; whether they are is asked of each of those few.

use std::collections::HashMap;

use crate::domain::Id;
use crate::domain::fold::fold;
use crate::domain::people::{Person, School, SchoolCode};

/// Things by what they are called. Of two of one name nobody knows which is meant.
pub(super) struct Called<'a, T>(HashMap<String, Option<&'a T>>);

impl<'a, T> Called<'a, T> {
    /// Puts them by their names.
    pub(super) fn of(all: &'a [T], name: impl Fn(&T) -> &str) -> Self {
        let mut named: HashMap<String, Option<&T>> = HashMap::with_capacity(all.len());
        for one in all {
            let known = named.entry(fold(name(one)));
            known.and_modify(|known| *known = None).or_insert(Some(one));
        }
        Self(named)
    }

    /// The only one of that name.
    pub(super) fn get(&self, name: &str) -> Option<&'a T> {
        self.0.get(&fold(name)).copied().flatten()
    }
}

/// Schools by their code, and by their name.
pub(super) struct Schools<'a> {
    coded: HashMap<&'a SchoolCode, &'a School>,
    called: Called<'a, School>,
}

impl<'a> Schools<'a> {
    /// Puts them by both.
    pub(super) fn of(schools: &'a [School]) -> Self {
        Self {
            coded: schools.iter().map(|school| (&school.code, school)).collect(),
            called: Called::of(schools, |school| &school.name),
        }
    }

    /// The school of a code, else the only one of that name.
    pub(super) fn get(&self, text: &str) -> Option<&'a School> {
        match SchoolCode::parse(text) {
            Some(code) => self.coded.get(&code).copied(),
            None => self.called.get(text),
        }
    }
}

/// People of a party by their mail address and by their name, as places in the list of them. Nobody is taken out: who has
/// another name by now is still found by the older one.
#[derive(Default)]
pub(super) struct Directory {
    mails: HashMap<(Id, String), Vec<usize>>,
    names: HashMap<(Id, String), Vec<usize>>,
}

impl Directory {
    /// Adds somebody, or what they are called from here on.
    pub(super) fn add(&mut self, place: usize, person: &Person) {
        let mut under = |key: String, by_name: bool| {
            let list = if by_name { &mut self.names } else { &mut self.mails };
            let places = list.entry((person.party, key)).or_default();
            if !places.contains(&place) {
                places.push(place);
            }
        };
        under(fold(&person.full()), true);
        if !person.email.is_empty() {
            under(person.email.to_ascii_lowercase(), false);
        }
    }

    /// Who of a party may have a mail address, whatever its capitals.
    pub(super) fn by_mail(&self, party: Id, mail: &str) -> &[usize] {
        let places = self.mails.get(&(party, mail.to_ascii_lowercase()));
        places.map_or(&[], Vec::as_slice)
    }

    /// Who of a party may have a name; it is folded.
    pub(super) fn by_name(&self, party: Id, folded: &str) -> &[usize] {
        let places = self.names.get(&(party, folded.to_owned()));
        places.map_or(&[], Vec::as_slice)
    }
}
