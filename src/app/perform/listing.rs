//! Reading the lists over many pupils, and why somebody is to be discussed.
//!
//! The rule: a school is read as a whole and in one go; what is kept of it is as long as a list shows. Names are looked
//! up for what is kept alone.

use std::cmp::Reverse;
use std::collections::HashMap;

use super::Program;
use crate::app::effect::Outcome;
use crate::app::listing::{
    Cold, HandTally, Holding, ListAsk, ListKind, ListRow, Listing, PUPILS, ROWS, ROWS_EACH, Section,
};
use crate::domain::Id;
use crate::domain::codes::PartyKind;
use crate::domain::coverage::{HeldBy, held_by, summer};
use crate::domain::people::Party;
use crate::domain::reason::{Reason, reasons_under};
use crate::domain::roof::{ColdHandover, Span};
use crate::domain::standing::Asking;
use crate::public::{PartyNamed, ReasonView};
use crate::store::{Scope, Stood, Store, StoreError};

/// Names that were looked up.
struct Names<'s> {
    store: &'s Store,
    parties: HashMap<Id, Party>,
    people: HashMap<Id, String>,
}

impl<'s> Names<'s> {
    fn new(store: &'s Store) -> Self {
        Self {
            store,
            parties: HashMap::new(),
            people: HashMap::new(),
        }
    }

    fn party(&mut self, id: Id) -> Result<&Party, StoreError> {
        Ok(match self.parties.entry(id) {
            std::collections::hash_map::Entry::Occupied(known) => known.into_mut(),
            std::collections::hash_map::Entry::Vacant(new) => new.insert(self.store.party(id)?),
        })
    }

    fn person(&mut self, id: Id) -> Result<String, StoreError> {
        if let Some(name) = self.people.get(&id) {
            return Ok(name.clone());
        }
        let name = self.store.person(id)?.full();
        self.people.insert(id, name.clone());
        Ok(name)
    }

    fn named(&mut self, id: Option<Id>) -> Result<Option<PartyNamed>, StoreError> {
        let Some(id) = id else { return Ok(None) };
        let party = self.party(id)?;
        Ok(Some(PartyNamed {
            name: party.name.clone(),
            gives_care: party.kind == PartyKind::CareProvider,
        }))
    }

    fn reasons(&mut self, reasons: Vec<Reason>) -> Result<Vec<ReasonView>, StoreError> {
        let told = reasons.into_iter().map(|reason| {
            Ok(ReasonView {
                party: self.named(reason.party)?,
                to: self.named(reason.to)?,
                term: None,
                reason,
            })
        });
        told.collect()
    }
}

/// A pupil as read, before the names are looked up.
struct Read {
    row: ListRow,
    reasons: Vec<Reason>,
    cold: Vec<ColdHandover>,
    held: Vec<(HeldBy, Vec<Id>)>,
}

/// What each party holds, while it is counted: pupils, days, cold handovers.
type Hands = HashMap<Id, (usize, u64, usize)>;

impl Program {
    /// The day, and the rules and numbers that hold.
    pub(super) fn asking(&self) -> Asking<'_> {
        Asking {
            today: self.state.today,
            practice: self.state.settings.practice,
            rules: &self.state.rules,
        }
    }

    /// Why some pupils are to be discussed; whoever is not there any more is left out.
    pub(super) fn why(&self, pupils: &[Id]) -> Result<Outcome, StoreError> {
        let asking = self.asking();
        let mut read = Vec::new();
        self.store.standings(pupils, &asking, &mut |stood| {
            let roof = stood.standing.roof(asking.today, &asking.practice);
            let why = reasons_under(&stood.standing, &roof, asking.today, &asking.practice);
            read.push((stood.line.id, why));
        })?;
        let mut names = Names::new(&self.store);
        let named = read.into_iter().map(|(id, why)| Ok((id, names.reasons(why)?)));
        Ok(Outcome::Why(named.collect::<Result<_, StoreError>>()?))
    }

    /// Reads a list.
    pub(super) fn list(&self, ask: ListAsk) -> Result<Outcome, StoreError> {
        let mut names = Names::new(&self.store);
        let mut hands = Hands::new();
        let counts = self.store.pupil_counts()?;
        let of = |school: Id| counts.get(&school).copied().unwrap_or(0);
        let mut room = PUPILS;
        let mut sections = Vec::new();
        let asked = self.state.schools.iter();
        for school in asked.filter(|school| ask.school.is_none_or(|id| id == school.id)) {
            let pupils = of(school.id);
            let mut section = Section {
                school: school.id,
                name: school.name.clone(),
                pupils,
                read: ask.everything || ask.school.is_some() || pupils <= room,
                rows: Vec::new(),
                more: 0,
                objections: 0,
                removed: 0,
                silent: 0,
                tally: Default::default(),
            };
            if section.read {
                room = room.saturating_sub(pupils);
                self.read_section(ask, &mut section, &mut hands, &mut names)?;
            }
            sections.push(section);
        }
        let mut listing = Listing {
            ask,
            sections,
            hands: self.hands(hands, &mut names)?,
            summer: summer(self.state.today).filter(|_| ask.kind == ListKind::Summer),
            selected: 0,
        };
        listing.select(self.state.pupil(), 0);
        Ok(Outcome::Listed(Box::new(listing)))
    }

    fn read_section(
        &self,
        ask: ListAsk,
        section: &mut Section,
        hands: &mut Hands,
        names: &mut Names<'_>,
    ) -> Result<(), StoreError> {
        let asking = self.asking();
        let period = summer(asking.today).filter(|_| ask.kind == ListKind::Summer);
        let mut read = Vec::new();
        self.store
            .each_standing(Scope::School(section.school), &asking, &mut |stood| {
                read.extend(see(ask.kind, stood, &asking, period, section, hands));
            })?;
        arrange(ask.kind, &mut read);
        let limit = match (ask.school, ask.everything) {
            (Some(_), true) => read.len(),
            (Some(_), false) => ROWS,
            (None, _) => ROWS_EACH,
        };
        section.more = read.len().saturating_sub(limit);
        read.truncate(limit);
        for pupil in read {
            section.rows.push(named(pupil, names)?);
        }
        Ok(())
    }

    /// What each party holds: whoever holds most first.
    fn hands(&self, hands: Hands, names: &mut Names<'_>) -> Result<Vec<HandTally>, StoreError> {
        let mut tallies = Vec::new();
        for (hand, (pupils, days, cold)) in hands {
            tallies.push(HandTally {
                name: names.party(hand)?.name.clone(),
                pupils,
                days,
                cold,
            });
        }
        tallies.sort_by(|a, b| (Reverse(a.pupils), &a.name).cmp(&(Reverse(b.pupils), &b.name)));
        Ok(tallies)
    }
}

/// Takes a pupil into what is counted of a school, and gives the row when the list has one of them.
fn see(
    kind: ListKind,
    stood: Stood,
    asking: &Asking<'_>,
    summer: Option<Span>,
    section: &mut Section,
    hands: &mut Hands,
) -> Option<Read> {
    let Stood {
        line,
        objects,
        standing,
    } = stood;
    let whole = standing.roof(asking.today, &asking.practice);
    let reasons = match kind {
        ListKind::Turn | ListKind::Names => reasons_under(&standing, &whole, asking.today, &asking.practice),
        ListKind::Coverage | ListKind::Summer => Vec::new(),
    };
    let roof = match summer {
        Some(summer) => whole.within(summer),
        None => whole,
    };
    if matches!(kind, ListKind::Coverage | ListKind::Summer) && roof.span.is_some() {
        section.tally.add(&roof);
    }
    let held = roof.span.map(|span| held_by(&standing.tiles, span)).unwrap_or_default();
    if kind == ListKind::Coverage {
        for hand in &held {
            let (pupils, days, _) = hands.entry(hand.hand).or_default();
            *pupils += 1;
            *days += u64::from(hand.count());
        }
        for cold in &roof.cold {
            hands.entry(cold.hand).or_default().2 += 1;
        }
    }
    section.objections += usize::from(objects);
    section.removed += usize::from(!objects && standing.removed.is_some());
    let listed = match kind {
        ListKind::Turn => standing.removed.is_none() && !reasons.is_empty(),
        ListKind::Names => true,
        ListKind::Coverage => !roof.gaps.is_empty() || !roof.cold.is_empty(),
        ListKind::Summer => roof.span.is_some(),
    };
    if objects || !listed {
        section.silent += usize::from(!objects && (standing.removed.is_none() || kind != ListKind::Turn));
        return None;
    }
    let people = |held: &HeldBy| {
        let of_tile = |tile: &Id| standing.holders.iter().find(|(of, _)| of == tile).map(|(_, who)| *who);
        held.tiles.iter().filter_map(of_tile).collect()
    };
    Some(Read {
        reasons,
        cold: roof.cold,
        held: match kind {
            ListKind::Summer => held
                .into_iter()
                .map(|held| (people(&held), held))
                .map(|(p, h)| (h, p))
                .collect(),
            ListKind::Turn | ListKind::Names | ListKind::Coverage => Vec::new(),
        },
        row: ListRow {
            line,
            why: Vec::new(),
            out_of_sight: standing.out_of_sight_since(asking.today, &asking.practice),
            recorded_out_of_sight: standing.out_of_sight,
            removed: standing.removed,
            gaps: roof.gaps,
            cold: Vec::new(),
            held: Vec::new(),
        },
    })
}

/// Orders the pupils of a school: the most urgent day first, by name, the most days without anybody first; in the
/// summer list whoever is held by nobody at all comes before everybody else.
fn arrange(kind: ListKind, read: &mut [Read]) {
    let name = |read: &Read| (read.row.line.name.family.clone(), read.row.line.name.given.clone());
    let lost = |read: &Read| Reverse(read.row.gap_days());
    match kind {
        ListKind::Turn => read.sort_by_key(|read| {
            let first = read.reasons.first().map(|reason| (reason.on, reason.kind));
            (first, read.row.line.leaving, read.row.line.id)
        }),
        ListKind::Names => read.sort_by_cached_key(|read| (name(read), read.row.line.id)),
        ListKind::Coverage => {
            read.sort_by_cached_key(|read| (lost(read), Reverse(read.cold.len()), name(read), read.row.line.id));
        }
        ListKind::Summer => {
            read.sort_by_cached_key(|read| (!read.held.is_empty(), lost(read), name(read), read.row.line.id));
        }
    }
}

/// The row with its names.
fn named(read: Read, names: &mut Names<'_>) -> Result<ListRow, StoreError> {
    let mut row = read.row;
    row.why = names.reasons(read.reasons)?;
    for cold in read.cold {
        row.cold.push(Cold {
            on: cold.on,
            from: names.party(cold.hand)?.name.clone(),
            to: names.party(cold.to)?.name.clone(),
            overlap: (cold.overlap, cold.needed),
        });
    }
    for (held, people) in read.held {
        let mut by_name = Vec::new();
        for person in people {
            let name = names.person(person)?;
            if !by_name.contains(&name) {
                by_name.push(name);
            }
        }
        row.held.push(Holding {
            party: names.party(held.hand)?.name.clone(),
            people: by_name,
            days: held.days,
        });
    }
    Ok(row)
}
