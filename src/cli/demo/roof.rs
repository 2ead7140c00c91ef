//! The roof of a pupil beyond the table: the tiles over the years, and the instruments that go with them.
//!
//! The rule: every kind of roof occurs. Most pupils are handed over warmly, with the next party beginning before the
//! school ends; some coldly, on the day after; and some fall in a gap.

use chrono::{Datelike, Months};

use crate::domain::codes::{ContractForm, Goal, InstrumentKind, TileKind};
use crate::domain::trajectory::{Instrument, TileDetails};
use crate::domain::{Day, Id};
use crate::store::{NewTile, StoreError, Tx};

use super::data::{SchoolData, wrong};
use super::fill::{Life, plus};
use super::people::Keys;

/// The parties and people around one school, by id.
pub(super) struct Hands {
    pub(super) school: Id,
    pub(super) entree: bool,
    pub(super) coordinator_name: String,
    /// Who may own an action.
    pub(super) owners: Vec<Id>,
    own: (Id, Id),
    /// Party and person of whoever may take over.
    takers: Vec<(Id, Id)>,
    college: (Id, Id),
    care: (Id, Id),
    coaches: (Id, Vec<Id>),
    employers: std::collections::BTreeMap<String, Id>,
}

impl Hands {
    /// Looks up what the data name by key.
    pub(super) fn of(keys: &Keys, school: &SchoolData) -> Result<Self, StoreError> {
        let pair = |party: &str, person: &str| Ok::<_, StoreError>((keys.party(party)?, keys.person(person)?));
        let fixed = keys.people(&school.fixed)?;
        let coordinator = keys.person(&school.coordinator)?;
        let social = keys.party("sd")?;
        let mut takers: Vec<(Id, Id)> = fixed.iter().map(|person| (social, *person)).collect();
        // Not the youth desk: it helps to find the way, and holds nobody.
        takers.extend([pair("werk", "dilek")?, pair("werk", "mark")?, pair("zorg", "joke")?]);
        takers.extend([pair("doorstroom", "bas")?, pair("uwv", &school.uwv)?]);
        let mut owners = vec![coordinator];
        owners.extend(takers.iter().map(|(_, person)| *person));
        let named = school
            .people
            .iter()
            .find(|person| person.key == school.coordinator)
            .ok_or_else(wrong)?;
        Ok(Self {
            school: keys.school(&school.key)?,
            entree: school.kind == crate::domain::codes::SchoolKind::Entree,
            coordinator_name: format!("{} {}", named.given, named.family),
            owners,
            own: (keys.party(&school.key)?, coordinator),
            takers,
            college: pair("mbo", "stefan")?,
            care: pair("zorg", "joke")?,
            coaches: (keys.party("werk")?, vec![keys.person("dilek")?, keys.person("mark")?]),
            employers: keys.parties.clone(),
        })
    }
}

/// A tile with nothing said about it but its party and days.
fn plain(kind: TileKind, party: Id, holder: Option<Id>, label: &str, from: Day, until: Option<Day>) -> NewTile {
    NewTile {
        kind,
        party,
        holder,
        label: label.to_owned(),
        from,
        until,
        ended: None,
        contract: None,
        no_guidance_on: None,
        no_guidance_by: String::new(),
        details: TileDetails::default(),
    }
}

/// Writes tiles, then instruments.
pub(super) fn write(tx: &mut Tx<'_>, life: &mut Life<'_>, pupil: Id) -> Result<(), StoreError> {
    let employer = *life.hands.employers.get(&life.theme.employer).ok_or_else(wrong)?;
    let mut tiles = Vec::with_capacity(12);
    school(life, &mut tiles)?;
    internships(life, employer, &mut tiles)?;
    if life.random.percent(18) {
        let (party, holder) = life.hands.care;
        let from = life.around_leaving(-600, 300)?;
        tiles.push(plain(
            TileKind::Care,
            party,
            Some(holder),
            life.random.pick(&life.words.care)?,
            from,
            None,
        ));
    }
    if life.leaves_within(250) {
        afterwards(life, employer, &mut tiles)?;
    }
    for tile in &tiles {
        tx.insert_tile(pupil, tile)?;
    }
    instruments(tx, life, pupil)
}

/// Both halves of the school, with the coordinator in the second; for Entree one year or two.
fn school(life: &mut Life<'_>, tiles: &mut Vec<NewTile>) -> Result<(), StoreError> {
    let (party, holder) = life.hands.own;
    let years = if life.hands.entree { 1 } else { 4 + life.random.below(2) };
    let august = |back: u32| {
        let day = life.leaving.checked_sub_months(Months::new(12 * back))?;
        Day::from_ymd_opt(day.year(), 8, 1)
    };
    let start = august(years).ok_or_else(wrong)?.min(life.after_leaving(-310)?);
    let half = if life.hands.entree {
        start
    } else {
        august(2).ok_or_else(wrong)?.max(start)
    };
    let [lower, upper] = &life.words.school;
    if half > start {
        tiles.push(plain(
            TileKind::School,
            party,
            Some(holder),
            lower,
            start,
            Some(plus(half, -1)?),
        ));
    }
    let mut tile = plain(TileKind::School, party, Some(holder), upper, half, Some(life.leaving));
    tile.ended = life.has_left().then_some(life.leaving);
    tiles.push(tile);
    Ok(())
}

/// First and last day of a taster and two shorter internships, and the first day of the long one that goes on until
/// leaving, in days from leaving: over three years, and in the one year of Entree.
const THREE_YEARS: [(i64, i64); 4] = [(-900, -840), (-700, -560), (-520, -330), (-300, 0)];
const ONE_YEAR: [(i64, i64); 4] = [(-300, -290), (-250, -200), (-190, -130), (-120, 0)];

/// A taster, two shorter internships, and one of the pupil's own choice until leaving; those that are too far ahead
/// are not known yet. One in ten breaks off.
fn internships(life: &mut Life<'_>, employer: Id, tiles: &mut Vec<NewTile>) -> Result<(), StoreError> {
    let others: Vec<(Id, &str)> = life
        .words
        .theme
        .iter()
        .filter_map(|theme| Some((*life.hands.employers.get(&theme.employer)?, theme.internship.as_str())))
        .collect();
    let [taster, first, second, own] = if life.hands.entree { ONE_YEAR } else { THREE_YEARS };
    for (days, taster) in [(taster, true), (first, false), (second, false)] {
        let (party, label) = *life.random.pick(&others)?;
        let shift = i64::from(life.random.below(40));
        let (from, until) = (life.after_leaving(days.0 + shift)?, life.after_leaving(days.1 + shift)?);
        let label = if taster { life.words.taster.as_str() } else { label };
        let mut tile = plain(TileKind::Internship, party, None, label, from, Some(until));
        if life.random.percent(10) {
            tile.ended = Some(plus(from, 9)?);
        }
        tiles.push(tile);
    }
    let from = life.around_leaving(own.0, 40)?;
    let label = &life.theme.internship;
    tiles.push(plain(
        TileKind::Internship,
        employer,
        None,
        label,
        from,
        Some(life.leaving),
    ));
    let known = plus(life.today, 90)?;
    tiles.retain(|tile| tile.kind != TileKind::Internship || tile.from <= known);
    Ok(())
}

/// Who takes over and where the pupil goes, for those who leave soon or have left.
fn afterwards(life: &mut Life<'_>, employer: Id, tiles: &mut Vec<NewTile>) -> Result<(), StoreError> {
    let roll = life.random.below(100);
    let begin = match roll {
        0..70 => -30 - i64::from(life.random.below(60)),
        70..82 => 1,
        82..92 => 20 + i64::from(life.random.below(40)),
        // Nobody has been found yet.
        _ => return Ok(()),
    };
    let from = life.after_leaving(begin)?;
    if life.goal == Goal::FurtherEducation {
        let (party, holder) = life.hands.college;
        tiles.push(plain(
            TileKind::FurtherEducation,
            party,
            Some(holder),
            &life.theme.college,
            from,
            None,
        ));
    } else {
        let (party, holder) = *life.random.pick(&life.hands.takers)?;
        let until = if life.random.percent(15) {
            Some(life.after_leaving(360)?)
        } else {
            None
        };
        tiles.push(plain(
            TileKind::Guidance,
            party,
            Some(holder),
            life.random.pick(&life.words.guidance)?,
            from,
            until,
        ));
    }
    let start = life.after_leaving(begin.max(1))?;
    match life.goal {
        Goal::RegularWork => tiles.push(job(life, employer, start)?),
        Goal::ShelteredWork => {
            let (party, coaches) = &life.hands.coaches;
            let coach = *life.random.pick(coaches)?;
            tiles.push(plain(
                TileKind::Placement,
                *party,
                Some(coach),
                &life.theme.job,
                start,
                None,
            ));
        }
        Goal::DayActivity => {
            let (party, holder) = life.hands.care;
            let label = life.random.pick(&life.words.day_activity)?;
            tiles.push(plain(TileKind::DayActivity, party, Some(holder), label, start, None));
        }
        Goal::FurtherEducation | Goal::Unknown => {}
    }
    if life.has_left() {
        let (party, holder) = life.hands.own;
        let (from, until) = (life.after_leaving(1)?, life.after_leaving(365)?);
        tiles.push(plain(
            TileKind::Aftercare,
            party,
            Some(holder),
            &life.words.aftercare,
            from,
            Some(until),
        ));
    }
    Ok(())
}

/// A job with a coach for most, and one in eight broken off.
fn job(life: &mut Life<'_>, employer: Id, start: Day) -> Result<NewTile, StoreError> {
    let contract = *life.random.pick(&[
        ContractForm::Temporary,
        ContractForm::Temporary,
        ContractForm::Agency,
        ContractForm::Secondment,
        ContractForm::WorkStudy,
        ContractForm::Permanent,
    ])?;
    let months = if life.random.percent(50) { 12 } else { 7 };
    let until = start.checked_add_months(Months::new(months)).ok_or_else(wrong)?;
    let coach = if life.random.percent(80) {
        Some(*life.random.pick(&life.hands.coaches.1)?)
    } else {
        None
    };
    let until = (contract != ContractForm::Permanent).then_some(until);
    let mut tile = plain(TileKind::Job, employer, coach, &life.theme.job, start, until);
    tile.contract = Some(contract);
    let broken = plus(start, 60 + i64::from(life.random.below(90)))?;
    if broken < life.today && life.random.percent(12) {
        tile.ended = Some(broken);
    }
    Ok(tile)
}

/// What can be set in motion, in the order in which it usually is: how many days after leaving it is asked for at the
/// earliest, and for how many in a hundred.
const USUAL: [(InstrumentKind, i64, u32); 9] = [
    (InstrumentKind::SelfCare, -800, 70),
    (InstrumentKind::ExtraTraining, -680, 60),
    (InstrumentKind::MoneySkills, -560, 65),
    (InstrumentKind::ExtraTraining, -440, 65),
    (InstrumentKind::TargetGroupRegister, -380, 85),
    (InstrumentKind::WageValueAssessment, -220, 70),
    (InstrumentKind::JobCoach, -150, 65),
    (InstrumentKind::TrialPlacement, -60, 50),
    (InstrumentKind::WageSubsidy, 10, 45),
];

/// Those whose time has come.
fn instruments(tx: &mut Tx<'_>, life: &mut Life<'_>, pupil: Id) -> Result<(), StoreError> {
    for (kind, days, chance) in USUAL {
        let requested = life.around_leaving(days, 60)?;
        if requested > life.today || !life.random.percent(chance) {
            continue;
        }
        let decided = Some(plus(requested, 20 + i64::from(life.random.below(20)))?).filter(|day| *day <= life.today);
        let mut instrument = Instrument {
            id: 0,
            kind,
            party: None,
            party_name: None,
            requested: Some(requested),
            decided,
            started: None,
            ended: None,
            review: None,
            deferred_until: None,
            deferred_reason: String::new(),
            value: None,
            result: String::new(),
        };
        match kind {
            InstrumentKind::TargetGroupRegister if life.random.percent(40) => {
                instrument.requested = None;
                instrument.decided = None;
                instrument.deferred_until = Some(plus(requested, 365)?);
                instrument
                    .deferred_reason
                    .clone_from(life.random.pick(&life.words.deferred)?);
            }
            InstrumentKind::TrialPlacement => {
                instrument.started = decided;
                instrument.ended = decided.map(|day| plus(day, 60)).transpose()?;
            }
            InstrumentKind::JobCoach | InstrumentKind::WageSubsidy => {
                instrument.started = decided;
                instrument.review = decided.map(|day| plus(day, 270)).transpose()?;
            }
            InstrumentKind::SelfCare | InstrumentKind::MoneySkills | InstrumentKind::ExtraTraining => {
                instrument.started = decided;
                instrument.ended = decided.map(|day| plus(day, 45)).transpose()?;
            }
            _ => {}
        }
        tx.insert_instrument(pupil, &instrument)?;
    }
    Ok(())
}
