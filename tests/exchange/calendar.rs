//! Calendars as another implementation reads them.

use dakpan::domain::codes::MeetingKind;
use dakpan::exchange::calendar::{ActionEntry, CalendarPaper, MeetingEntry, MeetingName, calendar};
use dakpan::text::{EN, NL};
use ical::parser::Component;
use ical::parser::ical::component::{IcalCalendar, IcalEvent};

use super::minutes::{day, initials, made, time};

fn paper() -> CalendarPaper {
    let action = |id, text: &str, about| ActionEntry {
        id,
        text: text.into(),
        about,
        due: day("2026-06-12"),
    };
    CalendarPaper {
        meetings: vec![
            MeetingEntry {
                name: MeetingName::Planned(7),
                kind: MeetingKind::ExitMeeting,
                school: "De Brug; noord, 2\\3".into(),
                day: day("2026-09-09"),
                hours: Some((time("09:30"), time("11:00"))),
                place: "Lokaal 12, De Brug".into(),
            },
            MeetingEntry {
                name: MeetingName::After(7),
                kind: MeetingKind::TransferTable,
                school: String::new(),
                day: day("2026-12-31"),
                hours: None,
                place: String::new(),
            },
        ],
        actions: vec![
            action(
                11,
                "UWV bellen, en daarna een heel lange zin die zeker meer dan vijfenzeventig tekens telt: çşë",
                None,
            ),
            action(12, "mailt", Some(initials("Samira", "Kaya"))),
        ],
    }
}

fn parsed(text: &str) -> IcalCalendar {
    let mut calendars = ical::IcalParser::new(text.as_bytes());
    let one = calendars.next().unwrap().unwrap();
    assert!(calendars.next().is_none());
    one
}

fn written() -> String {
    String::from_utf8(calendar(&paper(), &made("Jan de Boer"), &NL)).unwrap()
}

fn value(event: &IcalEvent, name: &str) -> String {
    let value = event.get_property(name).unwrap_or_else(|| panic!("{name}"));
    value
        .value
        .clone()
        .unwrap()
        .replace("\\,", ",")
        .replace("\\;", ";")
        .replace("\\\\", "\\")
}

fn parameter(event: &IcalEvent, name: &str, parameter: &str) -> Option<String> {
    let params = event.get_property(name)?.params.clone()?;
    let found = params.into_iter().find(|(key, _)| key == parameter)?;
    found.1.into_iter().next()
}

#[test]
fn meetings_have_their_hours_in_the_zone_of_the_netherlands() {
    let read = parsed(&written());
    let meeting = &read.events[0];
    assert_eq!(value(meeting, "SUMMARY"), "Uitstroomoverleg De Brug; noord, 2\\3");
    assert_eq!(value(meeting, "LOCATION"), "Lokaal 12, De Brug");
    assert_eq!(value(meeting, "DTSTART"), "20260909T093000");
    assert_eq!(value(meeting, "DTEND"), "20260909T110000");
    assert_eq!(parameter(meeting, "DTSTART", "TZID").unwrap(), "Europe/Amsterdam");
    assert_eq!(value(meeting, "UID"), "meeting-7@dakpan");
    assert_eq!(value(meeting, "DTSTAMP"), "20260603T090400Z");
    assert_eq!(read.timezones.len(), 1);
    assert_eq!(read.timezones[0].transitions.len(), 2);
    let next = &read.events[1];
    assert_eq!(value(next, "SUMMARY"), "Doorstroomtafel");
    assert_eq!(
        (value(next, "DTSTART"), value(next, "DTEND")),
        ("20261231".into(), "20270101".into())
    );
}

#[test]
fn a_due_day_is_a_whole_day_that_leaves_its_owner_free() {
    let read = parsed(&written());
    let action = &read.events[2];
    assert_eq!(
        value(action, "SUMMARY"),
        "Actie: UWV bellen, en daarna een heel lange zin die zeker meer dan vijfenzeventig tekens telt: çşë"
    );
    assert_eq!(parameter(action, "DTSTART", "VALUE").unwrap(), "DATE");
    assert_eq!(
        (value(action, "DTSTART"), value(action, "DTEND")),
        ("20260612".into(), "20260613".into())
    );
    assert_eq!(value(action, "TRANSP"), "TRANSPARENT");
    assert_eq!(value(action, "UID"), "action-11@dakpan");
    assert_eq!(value(&read.events[3], "SUMMARY"), "Actie S.K.: mailt");
}

#[test]
fn lines_are_folded_and_end_as_the_standard_says() {
    let text = written();
    for line in text.split("\r\n") {
        assert!(line.len() <= 75 && !line.contains('\n'), "{line}");
    }
    assert!(text.ends_with("END:VCALENDAR\r\n"));
}

#[test]
fn the_same_is_written_twice_and_a_calendar_may_be_empty() {
    assert_eq!(written(), written());
    let empty = CalendarPaper {
        meetings: Vec::new(),
        actions: Vec::new(),
    };
    let text = String::from_utf8(calendar(&empty, &made("x"), &EN)).unwrap();
    assert!(parsed(&text).events.is_empty());
    let unfolded = text.replace("\r\n ", "");
    assert!(
        unfolded.contains("This file is not encrypted. It was made for x on Wednesday 3 June 2026."),
        "{text}"
    );
}
