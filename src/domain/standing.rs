//! How a pupil stands on the day that is asked about: everything that reasons are made of, and no names.
//!
//! The rule: a standing is put together record by record, in whatever order they are read except where said, and knows
//! nothing of where they came from. So it is the same whether it was read for one pupil or for a whole region.

use super::codes::{ChanceKind, ChanceLevel, InstrumentKind, ItemState, TileKind};
use super::practice::{LowChances, Practice};
use super::reason::{TERM_DAYS, later};
use super::roof::{Leaving, Roof, RoofTile, roof};
use super::term::{MetBy, Rules, TermFacts, terms};
use super::trajectory::{Instrument, Tile};
use super::{Day, Id, redacted_debug};

/// What is asked about pupils: the day, and the rules and numbers that hold.
#[derive(Clone, Copy, Debug)]
pub struct Asking<'r> {
    /// The day.
    pub today: Day,
    /// The numbers of this table.
    pub practice: Practice,
    /// The statutory terms.
    pub rules: &'r Rules,
}

coded! {
    /// What was done to the queue by hand.
    ByHand {
        /// Somebody asks for the pupil.
        Asked = "asked",
        /// The pupil was taken off the proposals.
        Removed = "removed",
    }
}

/// A pupil put in the queue or taken off it by hand: as much of it as reasons are made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct HandMark {
    /// Which of the two.
    pub kind: ByHand,
    /// The day.
    pub on: Day,
    /// The party that asks; absent when the chair did it.
    pub party: Option<Id>,
}

/// The same with who did it and why.
#[derive(Clone, PartialEq, Eq)]
pub struct HandMarkRecord {
    /// The id.
    pub id: Id,
    /// What was done.
    pub mark: HandMark,
    /// Why, in words; may be empty.
    pub reason: String,
    /// Who did it.
    pub by: String,
}

redacted_debug!(HandMarkRecord);

/// How a chance was assessed last.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Assessed {
    /// The level.
    pub level: ChanceLevel,
    /// The day.
    pub on: Day,
}

/// A job, or a placement with a contract, as far as the end of its contract goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Contract {
    /// The tile.
    pub tile: Id,
    /// The employer.
    pub employer: Id,
    /// First day.
    pub from: Day,
    /// Last day, actual or planned; absent when it has none.
    pub until: Option<Day>,
}

/// How a pupil stands: everything that reasons are made of, and no names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standing {
    /// When the pupil leaves or left, and which kind of school.
    pub leaving: Leaving,
    /// The day on which it was recorded that the pupil left.
    pub left_on: Option<Day>,
    /// The party that the pupil's school is.
    pub school_party: Id,
    /// The last assessment of the chance of further education.
    pub further_education: Option<Assessed>,
    /// The last assessment of the chance of lasting work.
    pub lasting_work: Option<Assessed>,
    /// The tiles, in any order.
    pub tiles: Vec<RoofTile>,
    /// Who holds each tile that names somebody: tile and person.
    pub holders: Vec<(Id, Id)>,
    /// The jobs, and the placements with a contract, among the tiles.
    pub contracts: Vec<Contract>,
    /// The earliest day on which an open action is due.
    pub action_due: Option<Day>,
    /// Statutory terms that are still to be met, late ones too: the day to act on, and the rule by its id.
    pub terms: Vec<(Day, String)>,
    /// The day until which the application for the register is deferred, or on which it is to be reviewed.
    pub register_review: Option<Day>,
    /// The earliest day on which an aftercare contact is due and not made.
    pub aftercare_due: Option<Day>,
    /// Since when the pupil is recorded as out of sight.
    pub out_of_sight: Option<Day>,
    /// The last day on which anything was recorded about the pupil: note, decision, action, talk, aftercare.
    pub contact: Option<Day>,
    /// The last meeting at which the pupil was discussed.
    pub discussed: Option<Day>,
    /// The meeting that carried the pupil over, when the last one did.
    pub carried: Option<Day>,
    /// Who asks for the pupil: the marks that stand.
    pub asked: Vec<HandMark>,
    /// The day on which the pupil was taken off the proposals by hand, while that stands.
    pub removed: Option<Day>,
}

impl Standing {
    /// A pupil of whom nothing is recorded but the school.
    pub fn new(leaving: Leaving, school_party: Id) -> Self {
        Self {
            leaving,
            left_on: None,
            school_party,
            further_education: None,
            lasting_work: None,
            tiles: Vec::new(),
            holders: Vec::new(),
            contracts: Vec::new(),
            action_due: None,
            terms: Vec::new(),
            register_review: None,
            aftercare_due: None,
            out_of_sight: None,
            contact: None,
            discussed: None,
            carried: None,
            asked: Vec::new(),
            removed: None,
        }
    }

    /// Takes in what was set in motion: until when the register is deferred, and when aftercare is to be looked at.
    ///
    /// What has ended by today counts for nothing. A request, decision or entry in the register ends the deferral of
    /// its own record alone: an application that was refused says nothing of a later deferral. Of a record that is put
    /// off the earlier of its deferral and its review counts; of several that are put off the last one.
    pub fn see_instruments(&mut self, instruments: &[Instrument], today: Day) {
        let running = |kind: InstrumentKind| instruments.iter().filter(move |i| i.kind == kind && i.runs_on(today));
        let deferral = |i: &Instrument| {
            let applied = i.requested.or(i.decided).or(i.started).is_some();
            i.deferred_until.filter(|_| !applied)
        };
        let (mut deferred, mut review) = (None, None);
        for record in running(InstrumentKind::TargetGroupRegister) {
            match deferral(record) {
                Some(until) => deferred = deferred.max(Some(record.review.map_or(until, |day| day.min(until)))),
                None => review = review.into_iter().chain(record.review).min(),
            }
        }
        self.register_review = deferred.into_iter().chain(review).min();
        let contacts = running(InstrumentKind::Aftercare).filter_map(|i| i.review);
        self.aftercare_due = self.aftercare_due.into_iter().chain(contacts).min();
    }

    /// Takes in the statutory terms that are still to be met and whose day is near or past. Talking about the pupil and
    /// assessing their chances are reasons of their own, so the terms that these meet are left to them.
    pub fn see_terms(&mut self, facts: &TermFacts<'_>, asking: &Asking<'_>) {
        let own = |met: Option<MetBy>| matches!(met, Some(MetBy::Discussed | MetBy::ChancesAssessed));
        let open = terms(facts, asking.rules, asking.today)
            .into_iter()
            .filter(|due| !own(due.rule.met_by));
        self.terms
            .extend(open.filter_map(|due| Some((due.within(asking.today, TERM_DAYS.into())?, due.rule.id.clone()))));
    }

    /// Takes in what was done by hand, in order of day, once it is known when the pupil was discussed: a party's
    /// question stands until the pupil is discussed after it, a removal until the school's table sits after it, on
    /// `held` the last time; the one takes the other back.
    pub fn see_marks(&mut self, marks: impl IntoIterator<Item = HandMark>, held: Option<Day>) {
        for mark in marks {
            match mark.kind {
                ByHand::Asked => {
                    self.removed = None;
                    if self.discussed.is_none_or(|day| day <= mark.on) {
                        self.asked.push(mark);
                    }
                }
                ByHand::Removed => {
                    self.asked.clear();
                    self.removed = held.is_none_or(|day| day <= mark.on).then_some(mark.on);
                }
            }
        }
    }

    /// Takes in that something was recorded about the pupil on a day.
    pub fn see_contact(&mut self, day: Day) {
        self.contact = self.contact.max(Some(day));
    }

    /// Takes in how an earlier meeting left the pupil; meetings come by day.
    pub fn see_meeting(&mut self, day: Day, state: ItemState) {
        match state {
            ItemState::Open => {}
            ItemState::Carried => self.carried = Some(day),
            ItemState::Discussed | ItemState::Agreed => {
                self.carried = None;
                self.discussed = Some(day);
                self.see_contact(day);
            }
        }
    }

    /// Takes in an assessment; those of a kind come by day.
    pub fn see_chance(&mut self, kind: ChanceKind, chance: Assessed) {
        match kind {
            ChanceKind::FurtherEducation => self.further_education = Some(chance),
            ChanceKind::LastingWork => self.lasting_work = Some(chance),
        }
    }

    /// Takes in a tile.
    pub fn see_tile(&mut self, tile: &Tile) {
        self.tiles.push(tile.roof_tile());
        self.holders.extend(tile.holder.map(|person| (tile.id, person)));
        // A placement without a contract is an arrangement of the parties themselves: its end is told by the roof.
        if tile.kind == TileKind::Job || (tile.kind == TileKind::Placement && tile.contract.is_some()) {
            self.contracts.push(Contract {
                tile: tile.id,
                employer: tile.party,
                from: tile.from,
                until: tile.last_day(),
            });
        }
    }

    /// Whether it is recorded that the pupil has left by a day.
    pub fn has_left(&self, today: Day) -> bool {
        self.left_on.is_some_and(|day| day <= today)
    }

    /// The roof over the pupil.
    pub fn roof(&self, today: Day, practice: &Practice) -> Roof {
        roof(&self.tiles, &self.leaving, today, practice.handover_days)
    }

    /// Since when the pupil is out of sight, if on a day they are: as recorded; else, after leaving, once nothing has
    /// been recorded for the days of the practice.
    pub fn out_of_sight_since(&self, today: Day, practice: &Practice) -> Option<Day> {
        if let Some(since) = self.out_of_sight {
            return Some(since);
        }
        let left = self.leaving.day.filter(|day| *day < today)?;
        let last = self.contact.map_or(left, |contact| contact.max(left));
        let since = later(last, practice.out_of_sight_days);
        (since <= today).then_some(since)
    }

    /// Whether a party other than the school holds the pupil on a day or will: somebody has taken the pupil up.
    pub fn is_taken_up(&self, today: Day) -> bool {
        self.tiles.iter().any(|tile| {
            let other = tile.hold.is_some_and(|hold| hold.hand != self.school_party);
            other && tile.until.is_none_or(|until| until >= today.max(tile.from))
        })
    }

    /// Since when the chances are low by a practice; `None` while they are not, or not known to be.
    pub(super) fn chances_low_since(&self, low: LowChances) -> Option<Day> {
        let low_since = |chance: Option<Assessed>| chance.filter(|c| c.level == ChanceLevel::Low).map(|c| c.on);
        match (low_since(self.further_education), low_since(self.lasting_work)) {
            (Some(one), Some(other)) => match low {
                LowChances::Both => Some(one.max(other)),
                LowChances::Either => Some(one.min(other)),
            },
            (one, other) => one.or(other).filter(|_| low == LowChances::Either),
        }
    }
}
