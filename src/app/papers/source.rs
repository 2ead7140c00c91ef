//! A meeting as documents are made of it: read once, with what each pupil is called.

use std::cell::RefCell;
use std::collections::HashMap;

use super::{PaperError, Wanted};
use crate::domain::codes::{ItemKind, ItemState, PartyKind, TileKind};
use crate::domain::dossier::{Agreed, PupilLine, Sitting, SittingBlock, SittingItem};
use crate::domain::mask::Mask;
use crate::domain::meeting::case_number;
use crate::domain::papers::Correction;
use crate::domain::recorded::Recorded;
use crate::domain::speaker::without_speakers;
use crate::domain::trajectory::Tile;
use crate::domain::writing::Action;
use crate::domain::{Day, Id};
use crate::exchange::minutes::content::called;
use crate::exchange::minutes::input::{
    ActionPaper, Called, DecisionPaper, FullName, HeldPaper, ItemPaper, MeetingPaper, OwnerPaper, RecordedPaper, Seat,
    Subject, TablePaper,
};
use crate::store::Store;
use crate::text::Catalog;

/// What was read.
pub(super) struct Source<'a> {
    pub(super) store: &'a Store,
    pub(super) wanted: &'a Wanted,
    pub(super) catalog: &'a Catalog,
    pub(super) sitting: Sitting,
    corrections: Vec<Correction>,
    /// What was agreed, by item.
    agreed: HashMap<Id, Agreed>,
    /// What was recorded besides, by pupil.
    recorded: HashMap<Id, Recorded>,
    /// Table notes by pupil, when they were asked for.
    notes: HashMap<Id, String>,
    /// Every pupil of the meeting with their case number, and whom else something of it is about.
    pupils: Vec<(PupilLine, u16)>,
    /// Whoever may not be shared with the party that reads what is made now.
    barred: RefCell<Vec<Id>>,
    /// Whoever has no name at the table and one for the party that reads what is made now.
    own_basis: RefCell<Vec<Id>>,
}

impl<'a> Source<'a> {
    pub(super) fn read(
        store: &'a Store,
        meeting: Id,
        wanted: &'a Wanted,
        catalog: &'a Catalog,
    ) -> Result<Self, PaperError> {
        let sitting = store.sitting(meeting)?;
        let mut agreed = HashMap::new();
        let mut recorded = HashMap::new();
        let mut pupils = Vec::new();
        for block in &sitting.blocks {
            for one in store.agreed(block.block.id)? {
                agreed.insert(one.item, one);
            }
            // The number on the shared screen.
            let number = |line: &PupilLine| case_number(block.items.iter().map(|i| &i.item), line.id);
            let lines = block.items.iter().filter_map(|item| item.pupil.clone());
            for line in lines.clone() {
                recorded.insert(line.id, store.recorded(meeting, sitting.meeting.day, line.id)?);
            }
            pupils.extend(lines.map(|line| {
                let case = number(&line);
                (line, case)
            }));
        }
        // An old action that was put off may be of a pupil on no agenda of this meeting, who is named in it all the same.
        // They are called as at the table where that was agreed: not by name before a party they may not be shared with.
        let mut about: Vec<&PupilLine> = agreed.values().flat_map(|one| &one.about).collect();
        about.sort_by_key(|line| (line.id, line.may_name));
        for line in about {
            match pupils.iter_mut().find(|(known, _)| known.id == line.id) {
                Some((known, _)) => known.may_name &= line.may_name,
                None => pupils.push((line.clone(), 0)),
            }
        }
        let notes = match wanted.with_notes {
            true => store.table_notes(meeting)?.into_iter().collect(),
            false => HashMap::new(),
        };
        Ok(Self {
            corrections: store.corrections(meeting)?,
            store,
            wanted,
            catalog,
            sitting,
            agreed,
            recorded,
            notes,
            pupils,
            barred: RefCell::default(),
            own_basis: RefCell::default(),
        })
    }

    /// What a pupil of the meeting is called.
    pub(super) fn called(&self, pupil: Id) -> Called {
        match self.pupils.iter().find(|(line, _)| line.id == pupil) {
            Some((line, case)) => self.name(line, *case),
            None => Called::Case(0),
        }
    }

    /// What is made from here on is for one party: whoever may not be shared with it has no name, and whoever may on
    /// a basis for it alone has one. Who is nameless at a table for the sake of somebody there stays so.
    pub(super) fn read_by(&self, party: Id) -> Result<(), PaperError> {
        let mut own = self.store.with_own_basis(self.sitting.meeting.id, party)?;
        for block in &self.sitting.blocks {
            let sits = |id: &Id| block.items.iter().any(|item| item.item.pupil == Some(*id));
            own.retain(|id| !(block.barred.contains(id) && sits(id)));
        }
        self.own_basis.replace(own);
        self.barred.replace(self.store.barred(party)?);
        Ok(())
    }

    fn may_name(&self, line: &PupilLine) -> bool {
        let named = line.may_name || self.own_basis.borrow().contains(&line.id);
        named && !self.barred.borrow().contains(&line.id)
    }

    fn name(&self, line: &PupilLine, case: u16) -> Called {
        match (self.may_name(line), self.wanted.with_names) {
            (false, _) => Called::Case(case),
            (true, true) => Called::Full(FullName(line.name.full())),
            (true, false) => Called::Initials(line.name.initials()),
        }
    }

    /// The names of all pupils, the one at hand first, each replaced by what they are called. A name that was asked
    /// for stays.
    pub(super) fn mask(&self, at_hand: Option<Id>) -> Mask {
        self.mask_by(at_hand, |line, case| match self.name(line, case) {
            Called::Full(_) => None,
            other => Some(called(&other, self.catalog)),
        })
    }

    /// The same for a calendar, where a pupil is nobody in particular, or has initials where names were asked for.
    pub(super) fn calendar_mask(&self, at_hand: Option<Id>) -> Mask {
        let somebody = self.catalog.papers.somebody;
        self.mask_by(at_hand, |line, case| {
            match (self.wanted.with_names, self.may_name(line)) {
                (false, _) => Some(somebody.to_owned()),
                (true, false) => Some(self.catalog.screen.case(case)),
                (true, true) => Some(line.name.initials().to_string()),
            }
        })
    }

    /// Whom an entry of a calendar is about: told only where names were asked for, and then by initials.
    pub(super) fn about(&self, pupil: Id) -> Option<Called> {
        let (line, case) = self.pupils.iter().find(|(line, _)| line.id == pupil)?;
        self.wanted.with_names.then(|| match self.may_name(line) {
            true => Called::Initials(line.name.initials()),
            false => Called::Case(*case),
        })
    }

    fn mask_by(&self, at_hand: Option<Id>, label: impl Fn(&PupilLine, u16) -> Option<String>) -> Mask {
        let mut mask = Mask::default();
        let is_at_hand = |line: &PupilLine| Some(line.id) == at_hand;
        let first = self.pupils.iter().filter(|(line, _)| is_at_hand(line));
        let others = self.pupils.iter().filter(|(line, _)| !is_at_hand(line));
        for (line, case) in first.chain(others) {
            match label(line, *case) {
                Some(label) if self.may_name(line) => mask.add(&line.name, &label),
                Some(label) => mask.add_nameless(&line.name, &label),
                None => {}
            }
        }
        mask
    }

    /// The full names of the people of the block in which an item is, whose initials mark who spoke.
    fn at_table(&self, item: Id) -> Vec<String> {
        let mut blocks = self.sitting.blocks.iter();
        let block = blocks.find(|block| block.items.iter().any(|one| one.item.id == item));
        let attendance = block.map(|block| block.attendance.as_slice()).unwrap_or_default();
        attendance.iter().map(|seat| seat.person.full()).collect()
    }

    /// The actions agreed at an item.
    pub(super) fn actions(&self, item: Id) -> &[Action] {
        self.agreed.get(&item).map_or(&[], |agreed| &agreed.actions)
    }

    /// The meeting around these tables.
    pub(super) fn meeting(&self, tables: Vec<TablePaper>) -> MeetingPaper {
        let (meeting, mask) = (&self.sitting.meeting, self.mask(None));
        let corrections = self.corrections.iter().map(|one| Correction {
            on: one.on,
            reason: mask.apply(&one.reason),
        });
        MeetingPaper {
            kind: meeting.kind,
            day: meeting.day,
            starts: meeting.opened_at.map_or(meeting.starts, |at| at.time()),
            ends: meeting.closed_at.map_or(meeting.ends, |at| at.time()),
            place: meeting.place.clone(),
            agreement: meeting.agreement.clone(),
            agreement_until: meeting.agreement_until,
            closed: meeting.is_closed(),
            next_day: meeting.next_day,
            corrections: corrections.collect(),
            tables,
        }
    }

    /// One table with everything that was said there.
    pub(super) fn table(&self, block: &SittingBlock) -> TablePaper {
        let seats = block.attendance.iter().map(|seat| Seat {
            name: seat.person.full(),
            party: seat.person.party_name.clone(),
            presence: seat.state,
            mandate: seat.mandate,
        });
        TablePaper {
            school: block.contacts.school.name.clone(),
            school_kind: block.contacts.school.kind,
            seats: seats.collect(),
            items: block.items.iter().filter_map(|item| self.item(item)).collect(),
        }
    }

    /// An item: every pupil and free point, and what else of the agenda something was agreed at.
    pub(super) fn item(&self, row: &SittingItem) -> Option<ItemPaper> {
        let item = &row.item;
        let agreed = self.agreed.get(&item.id);
        let mask = self.mask(item.pupil);
        let subject = match (item.pupil, item.kind) {
            (Some(pupil), _) => Subject::Pupil(self.called(pupil)),
            (None, ItemKind::Free) => Subject::Point(mask.apply(&item.title)),
            (None, kind) => {
                agreed?;
                Subject::Point(self.catalog.codes.item(kind).to_owned())
            }
        };
        let note = item.pupil.and_then(|pupil| self.notes.get(&pupil));
        let decisions = agreed.map_or(&[][..], |agreed| &agreed.decisions);
        Some(ItemPaper {
            subject,
            lane: item.lane,
            minutes: item.minutes,
            fixed_time: item.fixed_time,
            state: item.state,
            question: mask.apply(&item.question),
            asked_by: mask.apply(&item.asked_by),
            proposal: mask.apply(&item.proposal),
            // Before names are masked: the marks are initials of people at the table.
            note: note.map(|text| mask.apply(&without_speakers(text, &self.at_table(item.id)))),
            decisions: decisions
                .iter()
                .map(|one| DecisionPaper {
                    text: mask.apply(&one.text),
                    provisional: one.provisional,
                })
                .collect(),
            recorded: self.recorded(row),
            actions: self.actions(item.id).iter().map(|one| action(one, &mask)).collect(),
        })
    }

    /// What was recorded of the pupil of an item, as far as the reader may know it: who may not be shared with the
    /// reader is told of by what was decided alone, and chances are told of who may be named.
    fn recorded(&self, row: &SittingItem) -> RecordedPaper {
        let Some(line) = &row.pupil else {
            return RecordedPaper::default();
        };
        let is_barred = self.barred.borrow().contains(&line.id);
        let Some(recorded) = self.recorded.get(&line.id).filter(|_| !is_barred) else {
            return RecordedPaper::default();
        };
        let chances = recorded.chances.iter().filter(|_| self.may_name(line));
        RecordedPaper {
            held: recorded.told().map(held).collect(),
            gaps: match was_discussed(row) {
                true => recorded.gaps.clone(),
                false => Vec::new(),
            },
            result: recorded.result,
            route: recorded.route,
            chances: chances.map(|one| (one.kind, one.level)).collect(),
        }
    }
}

/// Whether a pupil's item was dealt with in this meeting.
pub(super) fn was_discussed(item: &SittingItem) -> bool {
    matches!(item.item.state, ItemState::Discussed | ItemState::Agreed)
}

/// A tile as it is told: of care no more than that somebody holds.
fn held((tile, from, until): (&Tile, Day, Option<Day>)) -> HeldPaper {
    let is_care = tile.kind == TileKind::Care || tile.party_kind == PartyKind::CareProvider;
    let person = tile.holder_name.clone().unwrap_or_default();
    HeldPaper {
        whose: (!is_care).then(|| (tile.party_kind, tile.party_name.clone(), person)),
        from,
        until,
    }
}

/// An action as it is told.
pub(super) fn action(action: &Action, mask: &Mask) -> ActionPaper {
    ActionPaper {
        id: action.id,
        owner: action.owner.as_ref().map(|owner| OwnerPaper {
            name: owner.name.clone(),
            role: owner.role,
        }),
        text: mask.apply(&action.text),
        due: action.due,
        state: action.state,
    }
}
