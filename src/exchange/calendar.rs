//! Meetings and due days as a calendar (RFC 5545), for whatever calendar a professional uses.
//!
//! The rules: no pupil stands in it unless initials were asked for, because a calendar is shown to colleagues, on
//! telephones and on walls; times are those of Europe/Amsterdam and say so; an entry has the same name every time it is
//! written (`action-17@dakpan`), so that a later file corrects it instead of adding a second one.

use chrono::{Days, NaiveTime};
use icalendar::{Calendar, CalendarDateTime, Class, Component, DatePerhapsTime, Event, EventLike, Property};

use super::minutes::content::called;
use super::minutes::input::{Called, MadeFor};
use crate::domain::codes::MeetingKind;
use crate::domain::{Day, Id};
use crate::text::Catalog;

/// The time zone of every time in it.
const ZONE: &str = "Europe/Amsterdam";

/// What that zone is, as a calendar has to say itself; in force since 1996.
const ZONE_RULES: &str = include_str!("../../data/europe-amsterdam.ics");

/// What goes into one calendar.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CalendarPaper {
    /// Meetings.
    pub meetings: Vec<MeetingEntry>,
    /// Due days of actions.
    pub actions: Vec<ActionEntry>,
}

/// Which meeting an entry is about: that decides its name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MeetingName {
    /// A meeting that is planned.
    Planned(Id),
    /// The one after this meeting, of which only the day is known.
    After(Id),
}

/// A meeting.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MeetingEntry {
    /// Which.
    pub name: MeetingName,
    /// Uitstroomoverleg or doorstroomtafel.
    pub kind: MeetingKind,
    /// The school or schools; may be empty.
    pub school: String,
    /// The day.
    pub day: Day,
    /// From and to; the whole day when not known.
    pub hours: Option<(NaiveTime, NaiveTime)>,
    /// Where; may be empty.
    pub place: String,
}

/// The due day of an action.
#[derive(Clone, PartialEq, Eq)]
pub struct ActionEntry {
    /// The action.
    pub id: Id,
    /// What is to be done, without names.
    pub text: String,
    /// About whom, when initials were asked for.
    pub about: Option<Called>,
    /// The day.
    pub due: Day,
}

impl std::fmt::Debug for ActionEntry {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "ActionEntry({})", self.id)
    }
}

/// The bytes of the calendar.
#[must_use]
pub fn calendar(paper: &CalendarPaper, made: &MadeFor, catalog: &Catalog) -> Vec<u8> {
    let words = &catalog.papers;
    let mut calendar = Calendar::empty();
    for (key, value) in [
        ("VERSION", "2.0"),
        ("PRODID", "-//dakpan//dakpan//NL"),
        ("CALSCALE", "GREGORIAN"),
        ("METHOD", "PUBLISH"),
        ("X-WR-TIMEZONE", ZONE),
        ("X-WR-CALDESC", &words.made_for(&made.whom, made.at.date_naive())),
    ] {
        calendar.append_property(Property::new(key, value));
    }
    for meeting in &paper.meetings {
        calendar.push(meeting_event(meeting, made, catalog));
    }
    for action in &paper.actions {
        calendar.push(action_event(action, made, catalog));
    }
    with_zone(&calendar.to_string()).into_bytes()
}

/// Puts the rules of the zone before the first entry. The library writes every component with a time stamp and a name
/// of its own, which a zone must not have.
fn with_zone(calendar: &str) -> String {
    let rules = ZONE_RULES.replace("\r\n", "\n").replace('\n', "\r\n");
    let at = calendar.find("BEGIN:VEVENT").or_else(|| calendar.find("END:VCALENDAR"));
    let (before, after) = calendar.split_at(at.unwrap_or(calendar.len()));
    format!("{before}{rules}{after}")
}

fn meeting_event(meeting: &MeetingEntry, made: &MadeFor, catalog: &Catalog) -> Event {
    let uid = match meeting.name {
        MeetingName::Planned(id) => format!("meeting-{id}@dakpan"),
        MeetingName::After(id) => format!("after-{id}@dakpan"),
    };
    let mut event = Event::new();
    event.uid(&uid).timestamp(made.at.to_utc()).summary(
        &catalog
            .papers
            .meeting_event(catalog.codes.meeting(meeting.kind), &meeting.school),
    );
    match meeting.hours {
        Some((from, to)) => {
            event.starts(at(meeting.day, from)).ends(at(meeting.day, to));
        }
        None => whole_day(&mut event, meeting.day),
    }
    if !meeting.place.is_empty() {
        event.location(&meeting.place);
    }
    event.done()
}

fn action_event(action: &ActionEntry, made: &MadeFor, catalog: &Catalog) -> Event {
    let summary = match &action.about {
        Some(about) => catalog.papers.action_about(&called(about, catalog), &action.text),
        None => catalog.papers.action_event(&action.text),
    };
    let mut event = Event::new();
    event
        .uid(&format!("action-{}@dakpan", action.id))
        .timestamp(made.at.to_utc())
        .summary(&summary)
        .class(Class::Private)
        // A day by which something is done is not a day on which nobody can be met.
        .add_property("TRANSP", "TRANSPARENT");
    whole_day(&mut event, action.due);
    event.done()
}

/// A whole day ends where the next begins.
fn whole_day(event: &mut Event, day: Day) {
    event.starts(day);
    if let Some(next) = day.checked_add_days(Days::new(1)) {
        event.ends(next);
    }
}

fn at(day: Day, time: NaiveTime) -> DatePerhapsTime {
    DatePerhapsTime::DateTime(CalendarDateTime::WithTimezone {
        date_time: day.and_time(time),
        tzid: ZONE.to_owned(),
    })
}
