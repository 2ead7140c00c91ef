//! Words of the screen itself, in Dutch.

use chrono::NaiveTime;

use super::dates::DATES;
use crate::domain::Day;
use crate::text::Screen;

pub(in crate::text) const SCREEN: Screen = Screen {
    queue: "Wachtrij",
    pupil: "Leerling",
    agenda: "Agenda",
    timeline: "Traject",
    earlier: "Eerder",
    queue_empty: "De wachtrij is leeg",
    no_pupil: "Geen leerling aan de beurt",
    timeline_empty: "Nog geen dakpannen",
    agenda_empty: "Geen agenda",
    shared: "GEDEELD",
    private: "PRIVÉ",
    private_bar: "PRIVÉ · alleen voor de voorzitter · deel dit scherm niet",
    saved: "opgeslagen",
    saved_short: "bewaard",
    trouble: "! probleem",
    no_meeting: "geen overleg gepland",
    planned: "gepland",
    closed: "gesloten",
    corrected: "wordt verbeterd",
    paused: "pauze",
    choose: "KIES",
    write: "SCHRIJF",
    blank: "Scherm gepauzeerd",
    too_small: "venster te klein (60×20 nodig), alles blijft bewaard",
    wish: "Wens",
    strengths: "Sterk in",
    goal: "Doel",
    question: "Vraag",
    proposal: "Voorstel",
    placement: "Stage/werk",
    route: "Route",
    chances: "Kansen",
    result: "Resultaat",
    open: "Open",
    leaves_soon: "vertrekt binnen zes maanden",
    leaving: "uitstroom",
    note: "Notitie",
    working_note: "Werknotitie (alleen voor u)",
    yes: "ja",
    no: "nee",
    nothing: "–",
    overdue: "te laat",
    decision: "BESLUIT",
    action: "ACTIE",
    parked: "PARKEREN",
    lesson: "LEERPUNT",
    provisional: "onder voorbehoud",
    who: "wie?",
    when: "datum?",
    which: "wie van deze?",
    or: "of",
    working_refused: "een werknotitie kan alleen privé",
    working_taken: "naar de werknotitie",
    this_pupil: "deze leerling",
    this_item: "dit punt",
    present: "Aanwezig",
    missing: "ontbreekt",
    mandate: "mandaat",
    no_mandate: "geen mandaat",
    other_party: "andere partij",
    earlier_notes: "Eerdere notities",
    open_actions: "Open acties",
    only_private: "Alleen privé",
    number: "Nummer",
    birth: "Geboren",
    class: "Klas",
    residence: "Woont in",
    informed: "Geïnformeerd",
    not_informed: "nog niet geïnformeerd: naamloos op het gedeelde scherm",
    objection: "Bezwaar sinds",
    network: "Netwerk",
    takes_part: "doet mee",
    deferred_until: "uitgesteld tot",
    instruments: "Instrument",
    help: "Hulp",
    palette: "Opdrachten",
    find: "Zoeken",
    find_for_agenda: "Leerling op de agenda",
    find_for_table: "Iemand aan tafel",
    find_school: "School of overleg",
    find_person: "Wie wijzigen",
    find_party: "Welke partij wijzigen",
    type_to_find: "typ om te zoeken",
    nothing_found: "niets gevonden",
    found_pupil: "leerling",
    found_school: "school",
    found_person: "persoon",
    found_note: "notitie",
    contacts: "Vaste contactpersonen",
    no_contacts: "geen vaste contactpersoon bekend",
    coordinator: "school:",
    coordinator_role: "stagecoördinator",
    uwv: "UWV:",
    contacts_hint: "letter: andere school · Enter kopieert 1, 2 kopieert 2",
    other_schools: "ook:",
    old_actions: "Oude acties",
    no_old_actions: "Er staan geen acties open van eerdere overleggen",
    read_back: "Besluiten en acties",
    read_back_question: "Klopt dit zo?",
    nothing_recorded: "niets vastgelegd",
    nothing_to_read: "Er is nog niets vastgelegd",
    agree_all: "Hamerstukken",
    agree_all_question: "Allemaal akkoord?",
    no_proposal: "geen voorstel",
    confirm: "ja, doen",
    changed: "gewijzigd",
    read_as: "gelezen als",
    family: "leerling, ouder of ander uit het netwerk",
    attendance_required: "Nieuwe school: wie is er? Tot u bevestigt is het scherm leeg.",
    whole_meeting: "Overleg",
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
        0 => "casus".to_owned(),
        _ => format!("casus {number}"),
    }
}

fn meeting(kind: &str, day: Day) -> String {
    format!("{kind} {}", DATES.day_month(day))
}

fn block(at: usize, of: usize) -> String {
    format!("blok {at}/{of}")
}

fn minutes_left(minutes: i64) -> String {
    format!("nog {minutes} min")
}

fn ends(end: NaiveTime, late: i64) -> String {
    match late {
        0 => format!("einde {}", end.format("%H:%M")),
        // So many minutes are no number anybody can picture.
        _ if late.abs() >= 60 => format!("einde {} ({:+}u{:02})", end.format("%H:%M"), late / 60, late.abs() % 60),
        _ => format!("einde {} ({late:+})", end.format("%H:%M")),
    }
}

fn contacts_not_two(count: usize) -> String {
    match count {
        1 => "1 vast contact van 2".to_owned(),
        _ => format!("{count} vaste contacten"),
    }
}

fn confirmed(at: NaiveTime) -> String {
    format!("bevestigd om {}", at.format("%H:%M"))
}

fn confirmed_before(at: NaiveTime) -> String {
    format!("bevestigd om {}, daarna gewijzigd: klopt het nu?", at.format("%H:%M"))
}

fn more(count: usize) -> String {
    format!("nog {count}")
}

fn attendance(school: &str) -> String {
    format!("Wie is er · {school}")
}

fn missing_roles(roles: &str) -> String {
    format!("Ontbreekt: {roles}. Een besluit kan onder voorbehoud.")
}
