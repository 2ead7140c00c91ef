//! The pupils beyond the table, as many as are asked for: enough to see how the program does in a large region.
//!
//! The rules: pupil number n is the same in a demo of any size. About twenty rows for each (tiles, instruments,
//! chances, notes, decisions, actions), one pupil after another, so that the rows of one pupil lie together on the
//! disk. Nothing is kept in memory beyond one pupil. They go in beside the journal, because nobody typed them.

use chrono::{Datelike, Months, NaiveTime, TimeDelta};

use crate::domain::codes::{
    ActionState, ChanceKind, ChanceLevel, ExitProfile, Goal, NoteKind, PrimaryResult, Route, Willing,
};
use crate::domain::name::Name;
use crate::domain::people::NetworkPerson;
use crate::domain::pupil::{Pupil, Relapse, Sharing, TransitionChance};
use crate::domain::{Day, Id, Moment};
use crate::store::{NewAction, NewDecision, StoreError, Tx};

use super::Story;
use super::data::{Theme, Words, wrong};
use super::days::moment;
use super::people::Keys;
use super::random::Random;
use super::roof::{self, Hands};

/// Pupils in one transaction: few enough for little memory, many enough to wait for the disk seldom.
const TOGETHER: usize = 4000;

/// Pupils between two words about progress.
const TELL: usize = 200;

/// What the chance of each pupil begins with, beside their number.
const FIRST: u64 = 0x6f_7665_7269_6765;

/// What one pupil's rows are written from.
pub(super) struct Life<'a> {
    pub(super) random: Random,
    pub(super) today: Day,
    pub(super) theme: &'a Theme,
    pub(super) words: &'a Words,
    pub(super) hands: &'a Hands,
    /// Expected or actual day of leaving.
    pub(super) leaving: Day,
    pub(super) goal: Goal,
}

impl Life<'_> {
    /// A day so many days after leaving, before it when negative.
    pub(super) fn after_leaving(&self, days: i64) -> Result<Day, StoreError> {
        plus(self.leaving, days)
    }

    /// A day within so many days from there.
    pub(super) fn around_leaving(&mut self, days: i64, spread: u32) -> Result<Day, StoreError> {
        let by = self.random.below(spread);
        self.after_leaving(days + i64::from(by))
    }

    /// Whether the pupil has left.
    pub(super) fn has_left(&self) -> bool {
        self.leaving < self.today
    }

    /// Whether the pupil leaves within so many days, or has left.
    pub(super) fn leaves_within(&self, days: i64) -> bool {
        (self.leaving - self.today).num_days() <= days
    }
}

/// So many days after a day.
pub(super) fn plus(day: Day, days: i64) -> Result<Day, StoreError> {
    day.checked_add_signed(TimeDelta::days(days)).ok_or_else(wrong)
}

/// Writes so many pupils, school after school in turn; `told` hears how many there are.
pub(super) fn write(
    story: &mut Story<'_>,
    keys: &Keys,
    pupils: usize,
    told: &mut dyn FnMut(usize),
) -> Result<(), StoreError> {
    let words = super::data::words()?;
    let schools = super::data::people()?.school;
    let hands: Vec<Hands> = schools
        .iter()
        .map(|school| Hands::of(keys, school))
        .collect::<Result<_, _>>()?;
    let day = story.day("d-99")?;
    story.go(day, "19:30")?;
    let mut written = 0;
    while written < pupils {
        let end = pupils.min(written + TOGETHER);
        story.store.fill(story.clock.now(), |tx| {
            for at in written..end {
                if at % TELL == 0 {
                    told(at);
                }
                let hands = hands.get(at % hands.len()).ok_or_else(wrong)?;
                one(tx, &words, hands, story.today, at)?;
            }
            Ok(())
        })?;
        written = end;
    }
    Ok(())
}

/// One pupil with everything about them.
fn one(tx: &mut Tx<'_>, words: &Words, hands: &Hands, today: Day, at: usize) -> Result<(), StoreError> {
    let number = u64::try_from(at).map_err(|_| wrong())?;
    let mut random = Random::new(FIRST ^ number.wrapping_mul(0x2545_f491_4f6c_dd1d));
    let theme = random.pick(&words.theme)?;
    let leaving = leaving(&mut random, today)?;
    let goal = match random.below(100) {
        0..68 => Goal::RegularWork,
        68..76 => Goal::ShelteredWork,
        76..91 => Goal::FurtherEducation,
        91..97 => Goal::DayActivity,
        _ => Goal::Unknown,
    };
    let mut life = Life {
        random,
        today,
        theme,
        words,
        hands,
        leaving,
        goal,
    };
    let pupil = pupil(&mut life, at)?;
    let id = tx.insert_pupil(&pupil)?;
    roof::write(tx, &mut life, id)?;
    about(tx, &mut life, id)?;
    written(tx, &mut life, id)
}

/// Most leave at the end of a school year, some in its course; about one in five has left.
fn leaving(random: &mut Random, today: Day) -> Result<Day, StoreError> {
    let summer = |year: i32| Day::from_ymd_opt(year, 7, 31).ok_or_else(wrong);
    let next = if today <= summer(today.year())? {
        today.year()
    } else {
        today.year() + 1
    };
    let in_course = |months: u32| {
        let first = today
            .with_day(1)
            .and_then(|day| day.checked_add_months(Months::new(months + 1)));
        first.and_then(|day| day.pred_opt()).ok_or_else(wrong)
    };
    match random.below(100) {
        0..10 => summer(next - 1),
        10..15 => summer(next - 2),
        15..20 => plus(today, -i64::from(random.below(330)) - 1),
        20..52 => summer(next),
        52..67 => in_course(random.below(14)),
        67..88 => summer(next + 1),
        _ => summer(next + 2),
    }
}

/// The pupil's own row.
fn pupil(life: &mut Life<'_>, at: usize) -> Result<Pupil, StoreError> {
    let [infix, family] = life.random.pick(&life.words.family)?.clone();
    let given = life.random.pick(&life.words.given)?.clone();
    let years = 17 + life.random.below(3);
    let birth = life
        .leaving
        .checked_sub_months(Months::new(years * 12))
        .ok_or_else(wrong)?;
    let left = life.has_left().then_some(life.leaving);
    let profile = match life.goal {
        Goal::RegularWork | Goal::ShelteredWork => ExitProfile::LabourMarket,
        Goal::FurtherEducation => ExitProfile::FurtherEducation,
        Goal::DayActivity => ExitProfile::DayActivity,
        Goal::Unknown => ExitProfile::Unknown,
    };
    let needed = life.leaves_within(300).then(|| life.random.percent(45));
    Ok(Pupil {
        id: 0,
        school: life.hands.school,
        number: format!("{:07}", 1000 + at),
        name: Name { given, infix, family },
        birth: Some(plus(birth, -i64::from(life.random.below(364)))?),
        class: format!("{}{}", 3 + life.random.below(3), life.random.pick(&["A", "B", "C"])?),
        residence: life.random.pick(&life.words.residence)?.clone(),
        profile,
        leaving: Some(life.leaving),
        left_on: left,
        diploma_on: left.filter(|_| life.hands.entree && life.random.percent(80)),
        wish: life.random.pick(&life.theme.wish)?.clone(),
        strengths: life.random.pick(&life.words.strengths)?.clone(),
        goal: life.goal,
        route: route(life),
        placement: String::new(),
        client_since: left.filter(|_| life.random.percent(40)),
        support_needed: needed,
        out_of_sight_since: match left {
            Some(day) if life.random.percent(6) => Some(plus(day, 20)?.min(life.today)),
            _ => None,
        },
        sharing: sharing(life)?,
    })
}

/// Which party leads: known for most who leave soon.
fn route(life: &mut Life<'_>) -> Route {
    if !life.leaves_within(300) {
        return Route::Undecided;
    }
    match (life.goal, life.random.below(10)) {
        (Goal::FurtherEducation, 0..8) => Route::FurtherEducation,
        (_, 0..5) => Route::Municipality,
        (_, 5..7) => Route::Uwv,
        (_, 7) => Route::School,
        _ => Route::Undecided,
    }
}

/// Nearly everybody was told; a few were not yet, and a few object.
fn sharing(life: &mut Life<'_>) -> Result<Sharing, StoreError> {
    if life.random.percent(4) {
        return Ok(Sharing::default());
    }
    let objects = life.random.percent(1);
    Ok(Sharing {
        informed_on: Some(plus(life.today, -200 - i64::from(life.random.below(60)))?),
        informed_how: life.random.pick(&life.words.informed_how)?.clone(),
        basis: life.words.basis.clone(),
        other_basis: false,
        objection_on: if objects { Some(plus(life.today, -100)?) } else { None },
    })
}

/// Surroundings, chances and result.
fn about(tx: &mut Tx<'_>, life: &mut Life<'_>, pupil: Id) -> Result<(), StoreError> {
    let [infix, family] = life.random.pick(&life.words.family)?;
    let given = life.random.pick(&life.words.given)?;
    tx.insert_network_person(&NetworkPerson {
        id: 0,
        pupil,
        name: Name {
            given: given.clone(),
            infix: infix.clone(),
            family: family.clone(),
        }
        .full(),
        relation: life.random.pick(&life.words.relation)?.clone(),
        phone: format!("078-000 00 {}", 50 + life.random.below(50)),
        willing: *life
            .random
            .pick(&[Willing::Yes, Willing::Yes, Willing::Unknown, Willing::No])?,
    })?;
    // Assessed in the final school year, by many schools also in the year before.
    for (before, within) in [(400, 760), (0, 400)] {
        if !life.leaves_within(within) || life.random.percent(15) {
            continue;
        }
        let on = plus(
            life.today.min(life.leaving),
            -before - i64::from(life.random.below(150)),
        )?;
        for kind in [ChanceKind::FurtherEducation, ChanceKind::LastingWork] {
            let level = *life.random.pick(ChanceLevel::ALL)?;
            let by = life.hands.coordinator_name.clone();
            tx.add_chance(
                pupil,
                &TransitionChance {
                    kind,
                    level,
                    assessed_on: on,
                    assessed_by: by,
                },
            )?;
        }
    }
    if life.leaves_within(90) && life.random.percent(70) {
        let on = plus(life.today.min(life.leaving), -i64::from(life.random.below(60)))?;
        tx.set_result(pupil, result(life), on, None)?;
        if life.has_left() && life.random.percent(8) {
            let word = life.random.pick(&life.words.relapse)?.clone();
            let relapse = Relapse {
                on: life.today,
                from: Some(PrimaryResult::PaidWork),
                word,
            };
            tx.add_relapse(pupil, &relapse)?;
            tx.set_result(pupil, PrimaryResult::InDiscussion, life.today, None)?;
        }
    }
    Ok(())
}

/// The category that fits the goal, or still in discussion.
fn result(life: &mut Life<'_>) -> PrimaryResult {
    if life.random.percent(30) {
        return PrimaryResult::InDiscussion;
    }
    match life.goal {
        Goal::FurtherEducation => PrimaryResult::FurtherEducation,
        Goal::ShelteredWork => PrimaryResult::ShelteredWork,
        Goal::DayActivity => PrimaryResult::DayActivity,
        Goal::Unknown => PrimaryResult::InDiscussion,
        Goal::RegularWork => match life.random.below(10) {
            0..4 => PrimaryResult::PaidWork,
            4..7 => PrimaryResult::WageValueAssessment,
            7..9 => PrimaryResult::ParticipationPlacement,
            _ => PrimaryResult::OtherInstrument,
        },
    }
}

/// Note, decision and actions of a talk in the last year.
fn written(tx: &mut Tx<'_>, life: &mut Life<'_>, pupil: Id) -> Result<(), StoreError> {
    let on = plus(life.today, -10 - i64::from(life.random.below(300)))?;
    let at = talk(life, on)?;
    let note = format!(
        "{} {}",
        life.random.pick(&life.theme.notes)?,
        life.random.pick(&life.words.remarks)?
    );
    tx.write_note(NoteKind::Table, pupil, None, None, &note, at)?;
    if life.random.percent(12) {
        let text = life.random.pick(&life.words.working)?;
        tx.write_note(NoteKind::Working, pupil, None, None, text, at)?;
    }
    let earlier = plus(on, -90)?;
    for (decided_on, chance) in [(earlier, 50), (on, 75)] {
        if life.random.percent(chance) {
            let text = life.random.pick(&life.theme.decisions)?.clone();
            let provisional = life.random.percent(10);
            tx.add_decision(&NewDecision {
                pupil: Some(pupil),
                meeting: None,
                item: None,
                text,
                provisional,
                decided_on,
            })?;
        }
    }
    for first in [true, false] {
        action(tx, life, pupil, on, first)?;
    }
    Ok(())
}

/// A moment in working hours.
fn talk(life: &mut Life<'_>, on: Day) -> Result<Moment, StoreError> {
    let (hour, minute) = (9 + life.random.below(7), life.random.below(60));
    NaiveTime::from_hms_opt(hour, minute, 0)
        .and_then(|time| moment(on, time))
        .ok_or_else(wrong)
}

/// An action agreed on a day. One in sixteen pupils has one that is still open, half of those overdue: a table keeps
/// up with its actions, or it drowns.
fn action(tx: &mut Tx<'_>, life: &mut Life<'_>, pupil: Id, on: Day, first: bool) -> Result<(), StoreError> {
    let open = first && life.random.below(16) == 0;
    let due = if open {
        plus(life.today, i64::from(life.random.below(40)) - 20)?
    } else {
        plus(on, 7 + i64::from(life.random.below(35)))?
    };
    let action = tx.add_action(&NewAction {
        pupil: Some(pupil),
        school: None,
        meeting: None,
        item: None,
        owner: Some(*life.random.pick(&life.hands.owners)?),
        text: life.random.pick(&life.theme.actions)?.clone(),
        due: Some(due),
        agreed_on: on,
    })?;
    if !open {
        let state = match life.random.below(20) {
            0 => ActionState::NotPossible,
            1 => ActionState::NotDone,
            2 => ActionState::Cancelled,
            _ => ActionState::Done,
        };
        tx.set_action_state(
            action,
            state,
            due.min(life.today),
            life.random.pick(&life.words.closing)?,
        )?;
    }
    Ok(())
}
