//! `dekking`: the proof. How many days everybody must be held, on how many they are, where the gaps and the cold
//! handovers are; per school, per party and per pupil.
//!
//! The rule: everybody counts, also who may not be named; covered days and gap days are always the days to cover.

use std::collections::BTreeMap;

use serde::Serialize;

use super::answer::{Answer, Session};
use super::around::{Around, Days, scope, told_outside};
use super::lines::columns;
use super::options::Format;
use super::output::{Failure, visible};
use super::results::cohort_named;
use super::sheet::sheet;
use crate::domain::coverage::{Tally, held_by};
use crate::domain::roof::{ColdHandover, Roof, Span};
use crate::domain::standing::Asking;
use crate::domain::term::Rules;
use crate::domain::{Day, Id};
use crate::store::{Scope, Stood};
use crate::text::cli::Trouble;

#[derive(Serialize)]
struct Coverage {
    on: Day,
    from: Option<Day>,
    until: Option<Day>,
    handover_days: u16,
    #[serde(flatten)]
    all: Totals,
    schools: Vec<School>,
    parties: Vec<Party>,
    rows: Vec<Row>,
}

#[derive(Serialize)]
struct Totals {
    pupils: usize,
    pupils_with_gap: usize,
    days: u64,
    covered_days: u64,
    gap_days: u64,
    cold_handovers: usize,
}

impl From<&Tally> for Totals {
    fn from(tally: &Tally) -> Self {
        Self {
            pupils: tally.pupils,
            pupils_with_gap: tally.with_gap,
            days: tally.days,
            covered_days: tally.covered_days,
            gap_days: tally.gap_days,
            cold_handovers: tally.cold_handovers,
        }
    }
}

#[derive(Serialize)]
struct School {
    school: String,
    #[serde(flatten)]
    totals: Totals,
}

#[derive(Serialize)]
struct Party {
    party: String,
    pupils: usize,
    held_days: u64,
    cold_handovers: usize,
}

#[derive(Serialize)]
struct Row {
    id: String,
    pupil: String,
    school: String,
    days: u32,
    covered_days: u32,
    gap_days: u32,
    gaps: Vec<Days>,
    cold_handovers: Vec<Cold>,
    #[serde(skip)]
    roof: Roof,
}

#[derive(Serialize)]
struct Cold {
    date: Day,
    from: String,
    to: String,
    overlap_days: u16,
    needed_days: u16,
}

/// What is asked for.
pub(super) struct Asked<'a> {
    pub(super) school: Option<&'a str>,
    pub(super) cohort: Option<&'a str>,
    pub(super) from: Option<Day>,
    pub(super) until: Option<Day>,
    pub(super) with_names: bool,
    pub(super) format: Format,
}

/// Answers with how well everybody is held.
pub(super) fn coverage(session: &Session, rules: Rules, asked: &Asked<'_>) -> Result<Answer, Failure> {
    let refused = |trouble: Trouble| Failure::of(&trouble, session.catalog);
    let period = match (asked.from, asked.until) {
        (None, None) => None,
        (from, until) => {
            let period = Span::new(from.unwrap_or(Day::MIN), until.unwrap_or(Day::MAX));
            Some(period.ok_or_else(|| refused(Trouble::EmptyPeriod))?)
        }
    };
    let (whom, school) = whom(session, asked)?;
    let around = Around::read(session, rules)?;
    let mut count = Count {
        session,
        around: &around,
        asking: around.asking(session),
        period,
        with_names: asked.with_names,
        all: Tally::default(),
        schools: BTreeMap::new(),
        hands: BTreeMap::new(),
        rows: Vec::new(),
    };
    let mut take = |stood: Stood| {
        if school.is_none_or(|school| school == stood.line.school) {
            count.add(&stood);
        }
    };
    let asking = around.asking(session);
    session
        .store
        .each_standing(whom, &asking, &mut take)
        .map_err(|error| session.failed(&error))?;
    let coverage = count.told(asked);
    Ok(match asked.format {
        Format::Json => Answer::json(&coverage),
        Format::Csv => table(&coverage),
        Format::Text => text(session, &coverage, period),
    })
}

/// Whose standings are read, and of which school they must be besides.
fn whom(session: &Session, asked: &Asked<'_>) -> Result<(Scope, Option<Id>), Failure> {
    let school = scope(session, asked.school)?;
    let Some(name) = asked.cohort else {
        return Ok((school, None));
    };
    Ok((
        Scope::Cohort(cohort_named(session, name)?),
        match school {
            Scope::School(id) => Some(id),
            _ => None,
        },
    ))
}

/// How many pupils and days a party holds, and how often it lets go coldly.
#[derive(Default)]
struct Hand {
    pupils: usize,
    days: u64,
    cold: usize,
}

/// The counting under way.
struct Count<'a> {
    session: &'a Session,
    around: &'a Around,
    asking: Asking<'a>,
    period: Option<Span>,
    with_names: bool,
    all: Tally,
    schools: BTreeMap<Id, Tally>,
    hands: BTreeMap<Id, Hand>,
    rows: Vec<Row>,
}

impl Count<'_> {
    fn add(&mut self, stood: &Stood) {
        let whole = stood.standing.roof(self.asking.today, &self.asking.practice);
        let roof = self.period.map_or_else(|| whole.clone(), |period| whole.within(period));
        self.all.add(&roof);
        self.schools.entry(stood.line.school).or_default().add(&roof);
        if let Some(span) = roof.span {
            for held in held_by(&stood.standing.tiles, span) {
                let hand = self.hands.entry(held.hand).or_default();
                hand.pupils += 1;
                hand.days += u64::from(held.count());
            }
        }
        for cold in &roof.cold {
            self.hands.entry(cold.hand).or_default().cold += 1;
        }
        self.rows.push(Row {
            id: stood.line.id.to_string(),
            pupil: told_outside(self.session, &stood.line, self.with_names, self.rows.len() + 1),
            school: self.around.school(stood.line.school).to_owned(),
            days: roof.days(),
            covered_days: roof.covered_days(),
            gap_days: roof.gap_days(),
            gaps: roof.gaps.iter().map(Days::from).collect(),
            cold_handovers: roof.cold.iter().map(|cold| self.cold(cold)).collect(),
            roof,
        });
    }

    fn cold(&self, cold: &ColdHandover) -> Cold {
        Cold {
            date: cold.on,
            from: self.around.party(cold.hand).to_owned(),
            to: self.around.party(cold.to).to_owned(),
            overlap_days: cold.overlap,
            needed_days: cold.needed,
        }
    }

    /// The counts by name; pupils by school and then by their earliest gap or cold handover.
    fn told(mut self, asked: &Asked<'_>) -> Coverage {
        self.rows.sort_by(|a, b| {
            let first = |row: &Row| {
                let cold = row.roof.cold.first().map(|cold| cold.on);
                let gap = row.roof.gaps.first().map(|gap| gap.from);
                gap.into_iter().chain(cold).min().unwrap_or(Day::MAX)
            };
            (&a.school, first(a), &a.id).cmp(&(&b.school, first(b), &b.id))
        });
        let known = self.around.schools.iter();
        let schools = known.filter_map(|school| {
            Some(School {
                school: school.name.clone(),
                totals: self.schools.get(&school.id)?.into(),
            })
        });
        let mut parties: Vec<Party> = self
            .hands
            .iter()
            .map(|(id, hand)| Party {
                party: self.around.party(*id).to_owned(),
                pupils: hand.pupils,
                held_days: hand.days,
                cold_handovers: hand.cold,
            })
            .collect();
        parties.sort_by(|a, b| a.party.cmp(&b.party));
        Coverage {
            on: self.asking.today,
            from: asked.from,
            until: asked.until,
            handover_days: self.asking.practice.handover_days,
            all: (&self.all).into(),
            schools: schools.collect(),
            parties,
            rows: self.rows,
        }
    }
}

/// One row for each gap and each cold handover.
fn table(coverage: &Coverage) -> Answer {
    let mut cells = Vec::new();
    for row in &coverage.rows {
        let head = |kind: &str| vec![row.id.clone(), row.pupil.clone(), row.school.clone(), kind.to_owned()];
        for gap in &row.roof.gaps {
            let (from, until) = (gap.from.to_string(), gap.until.to_string());
            let rest = vec![from, until, gap.days().to_string(), String::new(), String::new()];
            cells.push([head("gap"), rest].concat());
        }
        for cold in &row.cold_handovers {
            let on = cold.date.to_string();
            let days = cold.overlap_days.to_string();
            let rest = vec![on.clone(), on, days, cold.from.clone(), cold.to.clone()];
            cells.push([head("cold_handover"), rest].concat());
        }
    }
    let headings = ["id", "pupil", "school", "kind", "from", "until", "days", "party", "to"];
    sheet(&headings, &cells)
}

impl Totals {
    fn tally(&self) -> Tally {
        Tally {
            pupils: self.pupils,
            with_gap: self.pupils_with_gap,
            days: self.days,
            covered_days: self.covered_days,
            gap_days: self.gap_days,
            cold_handovers: self.cold_handovers,
        }
    }
}

/// The totals, then per school, per party and per pupil with a gap or a cold handover.
fn text(session: &Session, coverage: &Coverage, period: Option<Span>) -> Answer {
    let words = &session.catalog.queue;
    let mut text = format!("{}: {}\n", words.coverage, words.tally(&coverage.all.tally()));
    // An open end is told as the first or last day there is of anybody.
    let spans = coverage.rows.iter().filter_map(|row| row.roof.span);
    let whole = spans.reduce(|a, b| Span {
        from: a.from.min(b.from),
        until: a.until.max(b.until),
    });
    let period = period.map(|period| whole.and_then(|whole| whole.shared(period)).unwrap_or(period));
    text.push_str(&format!("{}\n", words.counted(period, coverage.handover_days)));
    let schools = coverage.schools.iter();
    let schools: Vec<Vec<String>> = schools
        .map(|school| vec![school.school.clone(), words.tally(&school.totals.tally())])
        .collect();
    let parties = coverage.parties.iter();
    let parties: Vec<Vec<String>> = parties
        .map(|party| {
            let held = words.hand(party.pupils, party.held_days, party.cold_handovers);
            vec![party.party.clone(), held]
        })
        .collect();
    let mut pupils: Vec<Vec<String>> = Vec::new();
    for row in &coverage.rows {
        let mut head = vec![row.school.clone(), row.pupil.clone()];
        let gaps = row.roof.gaps.iter();
        let gaps = gaps.map(|gap| format!("{}: {}", words.nobody, words.span(*gap)));
        let cold = row.cold_handovers.iter();
        let cold = cold.map(|c| words.cold(c.date, &c.from, &c.to, (c.overlap_days, c.needed_days)));
        for line in gaps.chain(cold) {
            pupils.push([std::mem::replace(&mut head, vec![String::new(); 2]), vec![line]].concat());
        }
    }
    for (heading, rows) in [
        (words.per_school, schools),
        (words.per_party, parties),
        (words.per_pupil, pupils),
    ] {
        if !rows.is_empty() {
            text.push_str(&format!("\n{heading}\n{}", columns("  ", &rows)));
        }
    }
    if coverage.all.pupils == 0 {
        text.push_str(&format!("{}\n", words.no_pupils));
    } else if coverage.all.gap_days == 0 {
        text.push_str(&format!("\n{}\n", visible(words.all_held)));
    }
    Answer::text(text)
}
