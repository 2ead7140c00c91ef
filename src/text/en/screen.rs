//! Words of the screen itself, in English.

use chrono::NaiveTime;

use super::dates::DATES;
use crate::domain::Day;
use crate::text::Screen;

pub(in crate::text) const SCREEN: Screen = Screen {
    queue: "Queue",
    pupil: "Pupil",
    agenda: "Agenda",
    timeline: "Timeline",
    earlier: "Earlier",
    queue_empty: "The queue is empty",
    no_pupil: "No pupil at hand",
    timeline_empty: "No tiles yet",
    agenda_empty: "No agenda",
    shared: "SHARED",
    private: "PRIVATE",
    private_bar: "PRIVATE · for the chair alone · do not share this screen",
    saved: "saved",
    saved_short: "saved",
    trouble: "! problem",
    no_meeting: "no meeting planned",
    planned: "planned",
    closed: "closed",
    corrected: "being corrected",
    paused: "paused",
    choose: "CHOOSE",
    write: "WRITE",
    blank: "Screen paused",
    too_small: "window too small (60×20 needed), everything is kept",
    wish: "Wish",
    strengths: "Good at",
    goal: "Goal",
    question: "Question",
    proposal: "Proposal",
    placement: "Works at",
    route: "Route",
    chances: "Chances",
    result: "Result",
    open: "Open",
    leaves_soon: "leaves within six months",
    leaving: "leaves",
    note: "Note",
    working_note: "Working note (for you alone)",
    yes: "yes",
    no: "no",
    nothing: "–",
    overdue: "overdue",
    decision: "DECISION",
    action: "ACTION",
    parked: "PARK",
    lesson: "LESSON",
    provisional: "provisional",
    who: "who?",
    when: "date?",
    which: "which of these?",
    or: "or",
    working_refused: "a working note can be written in private only",
    working_taken: "to the working note",
    this_pupil: "this pupil",
    this_item: "this item",
    present: "Present",
    missing: "missing",
    mandate: "mandate",
    no_mandate: "no mandate",
    other_party: "other party",
    earlier_notes: "Earlier notes",
    open_actions: "Open actions",
    only_private: "Private only",
    number: "Number",
    birth: "Born",
    class: "Class",
    residence: "Lives in",
    informed: "Informed",
    not_informed: "not yet informed: nameless on the shared screen",
    objection: "Objects since",
    network: "Network",
    takes_part: "takes part",
    deferred_until: "deferred until",
    instruments: "Instrument",
    help: "Help",
    palette: "Commands",
    find: "Find",
    find_for_agenda: "Pupil for the agenda",
    find_for_table: "Somebody at the table",
    find_school: "School or meeting",
    find_person: "Change whom",
    find_party: "Change which party",
    type_to_find: "type to find",
    nothing_found: "nothing found",
    found_pupil: "pupil",
    found_school: "school",
    found_person: "person",
    found_note: "note",
    contacts: "Fixed contacts",
    no_contacts: "no fixed contact known",
    coordinator: "school:",
    coordinator_role: "internship coordinator",
    uwv: "UWV:",
    contacts_hint: "letter: another school · Enter copies 1, 2 copies 2",
    other_schools: "also:",
    old_actions: "Old actions",
    no_old_actions: "No actions of earlier meetings are open",
    read_back: "Decisions and actions",
    read_back_question: "Is this right?",
    nothing_recorded: "nothing recorded",
    nothing_to_read: "Nothing was recorded yet",
    agree_all: "Agreed items",
    agree_all_question: "All agreed?",
    no_proposal: "no proposal",
    confirm: "yes, do it",
    changed: "changed",
    read_as: "read as",
    family: "pupil, parent or other of the network",
    attendance_required: "New school: who is here? The screen stays blank until you confirm.",
    whole_meeting: "Meeting",
    case,
    meeting,
    block,
    minutes_left,
    ends,
    contacts_not_two,
    confirmed,
    confirmed_before,
    more,
    attendance,
    missing_roles,
};

fn case(number: u16) -> String {
    match number {
        0 => "case".to_owned(),
        _ => format!("case {number}"),
    }
}

fn meeting(kind: &str, day: Day) -> String {
    format!("{kind} {}", DATES.day_month(day))
}

fn block(at: usize, of: usize) -> String {
    format!("block {at}/{of}")
}

fn minutes_left(minutes: i64) -> String {
    format!("{minutes} min left")
}

fn ends(end: NaiveTime, late: i64) -> String {
    match late {
        0 => format!("ends {}", end.format("%H:%M")),
        // So many minutes are no number anybody can picture.
        _ if late.abs() >= 60 => format!("ends {} ({:+}h{:02})", end.format("%H:%M"), late / 60, late.abs() % 60),
        _ => format!("ends {} ({late:+})", end.format("%H:%M")),
    }
}

fn contacts_not_two(count: usize) -> String {
    match count {
        1 => "1 fixed contact of 2".to_owned(),
        _ => format!("{count} fixed contacts"),
    }
}

fn confirmed(at: NaiveTime) -> String {
    format!("confirmed at {}", at.format("%H:%M"))
}

fn confirmed_before(at: NaiveTime) -> String {
    format!("confirmed at {}, changed since: is it right now?", at.format("%H:%M"))
}

fn more(count: usize) -> String {
    format!("{count} more")
}

fn attendance(school: &str) -> String {
    format!("Who is here · {school}")
}

fn missing_roles(roles: &str) -> String {
    format!("Missing: {roles}. A decision can be provisional.")
}
