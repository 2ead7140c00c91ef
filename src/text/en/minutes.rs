//! What documents and calendars say, in English.

use chrono::{Locale, NaiveTime};

use crate::domain::Day;
use crate::text::Papers;
use crate::text::capital;

use super::dates::DATES;
use super::roof::ROOF;

pub(in crate::text) const PAPERS: Papers = Papers {
    date: "Date",
    place: "Place",
    agreement: "Privacy agreement",
    draft: "Draft: the meeting has not been closed yet.",
    attendance: "Attendance",
    invited: "Invited",
    name: "Name",
    party: "Organisation",
    presence: "Present",
    mandate: "May decide",
    yes: "yes",
    no: "no",
    corrections: "Versions",
    next_meeting: "Next meeting",
    no_next_meeting: "No next meeting has been planned yet.",
    carried: "Carried over to the next meeting",
    question: "Question",
    proposal: "Proposal",
    note: "Note",
    agreed: "Agreed as proposed.",
    decisions: "Decisions",
    provisional: "(under reservation)",
    held: "Who holds",
    result: "Result",
    route: "Route",
    chances: "Chances",
    actions: "Actions",
    who: "Who",
    what: "What",
    when: "When",
    state: "State",
    nobody: "nobody yet",
    no_day: "no date",
    nothing_agreed: "No decisions or actions.",
    subject: "Pupil or point",
    lane: "How",
    minutes: "Minutes",
    school: "School",
    agenda: "Agenda",
    to_prepare: "Questions and proposals",
    empty_agenda: "There is nothing on the agenda yet.",
    no_actions: "There are no open actions.",
    overdue: "overdue",
    young_title: "What we agreed with you",
    young_agreed: "What was agreed?",
    young_nothing: "There is no decision yet. We will talk about this again.",
    young_provisional: "(this is not certain yet)",
    young_actions: "Who does what?",
    young_helpers: "Who helps you now?",
    young_no_helper: "That is not known yet. Ask at school.",
    young_later: "Who helps you after that?",
    young_no_later: "That is not known yet. We will find out for you.",
    young_goes_on: "Who helps you now goes on. There is no last day.",
    young_next: "When do we talk about you again?",
    young_no_next: "The date is not known yet. School will tell you.",
    young_questions: "Do you have a question?",
    somebody: "the pupil",
    file_minutes: "minutes",
    file_party: "minutes-for",
    file_agenda: "agenda",
    file_young: "young-person",
    file_actions: "actions",
    owner: "Owner",
    pupil: "Pupil",
    written_open: "These files are not encrypted. Keep them safe and send them only in a secure way.",
    day,
    hours,
    minutes_title: |kind, school| format!("Minutes of the {kind}, {school}"),
    party_title: |kind, party| format!("Decisions and actions of the {kind} for {party}"),
    agenda_title: |kind, school| format!("Agenda of the {kind}, {school}"),
    invitation: |_, word, school| {
        format!(
            "You are invited to the {word} of {school}. If you cannot come, please say so and send somebody who may decide."
        )
    },
    actions_title: |owner| format!("Open actions of {owner}"),
    for_table: |school| format!("those at the table of {school}"),
    agreement_until: |agreement, until| format!("{agreement}, until {}", day(until)),
    gaps_read: |on| {
        format!(
            "A GAP (nobody holds) was read on {}: what was laid after the meeting counts in it.",
            day(on)
        )
    },
    not_held: |days| format!("GAP: nobody, {}", ROOF.from_until(days)),
    made_for: |whom, on| {
        format!(
            "This file is not encrypted. It was made for {whom} on {}. Keep it safe and do not pass it on.",
            day(on)
        )
    },
    footer: |whom, on| format!("Not encrypted · for {whom} · {}", DATES.day(on)),
    page: |at, of| format!("page {at} of {of}"),
    version: |number, on, reason| format!("Version {number}, {}: {reason}", day(on)),
    first_version: |on| format!("Version 1, {}", day(on)),
    question_of: |name| format!("Question of {name}"),
    young_intro: |called, on| {
        let greeting = if called.is_empty() { "Hello" } else { "Hello " };
        format!(
            "{greeting}{called}, on {} we talked about you. Here you can read what we agreed.",
            day(on)
        )
    },
    young_action: |name, role, text, due| {
        let when = due.map_or(String::new(), |due| format!(" Done by {}.", day(due)));
        format!("{name} ({role}): {}.{when}", text.trim_end_matches('.'))
    },
    young_helper: |name, party, phone, until| {
        let until = until.map_or(String::new(), |until| format!(" Until {}.", day(until)));
        format!("{}.{}{until}", of_party(name, party), telephone(phone))
    },
    young_comes: |name, party, phone, from| {
        let from = from.map_or(String::new(), |from| format!(" From {}.", day(from)));
        format!("{}.{}{from}", of_party(name, party), telephone(phone))
    },
    young_next_day: |on| format!("On {}.", day(on)),
    young_call: |name, phone| match phone {
        "" => format!("Ask {name}."),
        _ => format!("Call {name}: {phone}."),
    },
    meeting_event: |kind, school| match school {
        "" => capital(kind),
        _ => format!("{} {school}", capital(kind)),
    },
    action_event: |text| format!("Action: {text}"),
    action_about: |called, text| format!("Action {called}: {text}"),
    written: |path, whom| format!("{path} (for {whom})"),
};

fn day(day: Day) -> String {
    day.format_localized("%A %-d %B %Y", Locale::en_GB).to_string()
}

fn hours(from: NaiveTime, to: NaiveTime) -> String {
    format!("{} to {}", from.format("%H:%M"), to.format("%H:%M"))
}

fn of_party(name: &str, party: &str) -> String {
    match party {
        "" => name.to_owned(),
        _ => format!("{name} of {party}"),
    }
}

fn telephone(phone: &str) -> String {
    match phone {
        "" => String::new(),
        _ => format!(" Telephone: {phone}."),
    }
}
