//! What documents and calendars say, in Dutch.

use chrono::{Locale, NaiveTime};

use crate::domain::Day;
use crate::text::Papers;
use crate::text::capital;

use super::codes::CODES;
use super::dates::DATES;
use super::roof::ROOF;
use crate::domain::codes::MeetingKind;

pub(in crate::text) const PAPERS: Papers = Papers {
    date: "Datum",
    place: "Plaats",
    agreement: "Convenant",
    draft: "Voorlopig: het overleg is nog niet gesloten.",
    attendance: "Aanwezigheid",
    invited: "Uitgenodigd",
    name: "Naam",
    party: "Organisatie",
    presence: "Aanwezig",
    mandate: "Mag besluiten",
    yes: "ja",
    no: "nee",
    corrections: "Versies",
    next_meeting: "Volgend overleg",
    no_next_meeting: "Er is nog geen volgend overleg gepland.",
    carried: "Doorgeschoven naar het volgende overleg",
    question: "Vraag",
    proposal: "Voorstel",
    note: "Notitie",
    agreed: "Akkoord zoals voorgesteld.",
    decisions: "Besluiten",
    provisional: "(onder voorbehoud)",
    held: "Wie houdt vast",
    result: "Resultaat",
    route: "Route",
    chances: "Kansen",
    actions: "Acties",
    who: "Wie",
    what: "Wat",
    when: "Wanneer",
    state: "Stand",
    nobody: "nog niemand",
    no_day: "geen datum",
    nothing_agreed: "Geen besluiten of acties.",
    subject: "Leerling of punt",
    lane: "Hoe",
    minutes: "Minuten",
    school: "School",
    agenda: "Agenda",
    to_prepare: "Vragen en voorstellen",
    empty_agenda: "Er staat nog niets op de agenda.",
    no_actions: "Er zijn geen open acties.",
    overdue: "te laat",
    young_title: "Wat wij met jou hebben afgesproken",
    young_agreed: "Wat is er afgesproken?",
    young_nothing: "Er is nog geen besluit. Wij praten hier later verder over.",
    young_provisional: "(dit is nog niet zeker)",
    young_actions: "Wie doet wat?",
    young_helpers: "Wie helpt jou nu?",
    young_no_helper: "Dat is nog niet bekend. Vraag het op school.",
    young_later: "Wie helpt jou daarna?",
    young_no_later: "Dat is nog niet bekend. Wij zoeken dit voor je uit.",
    young_goes_on: "Wie jou nu helpt, gaat door. Er is geen einddatum.",
    young_next: "Wanneer praten wij weer over jou?",
    young_no_next: "De datum is nog niet bekend. Je hoort het van school.",
    young_questions: "Heb je een vraag?",
    somebody: "de leerling",
    file_minutes: "verslag",
    file_party: "verslag-voor",
    file_agenda: "agenda",
    file_young: "jongere",
    file_actions: "acties",
    owner: "Eigenaar",
    pupil: "Leerling",
    written_open: "Deze bestanden zijn niet versleuteld. Bewaar ze veilig en verstuur ze alleen beveiligd.",
    day,
    hours,
    minutes_title: |kind, school| format!("Verslag {kind} {school}"),
    party_title: |kind, party| format!("Besluiten en acties {kind} voor {party}"),
    agenda_title: |kind, school| format!("Agenda {kind} {school}"),
    invitation: |kind, word, school| {
        // Which article a word of an approach has, nobody knows.
        let table = match kind {
            _ if word != CODES.meeting(kind) => format!("het overleg \"{word}\""),
            MeetingKind::ExitMeeting => format!("het {word}"),
            MeetingKind::TransferTable => format!("de {word}"),
        };
        format!(
            "U bent uitgenodigd voor {table} van {school}. Kunt u niet komen? Meld u dan af en stuur iemand die mag besluiten."
        )
    },
    actions_title: |owner| format!("Open acties van {owner}"),
    for_table: |school| format!("de deelnemers aan de tafel van {school}"),
    agreement_until: |agreement, until| format!("{agreement}, tot en met {}", day(until)),
    gaps_read: |on| {
        format!(
            "Een GAT (niemand houdt vast) is gelezen op {}: wat na het overleg is gelegd, telt daarin mee.",
            day(on)
        )
    },
    not_held: |days| format!("GAT: niemand, {}", ROOF.from_until(days)),
    made_for: |whom, on| {
        format!(
            "Dit bestand is niet versleuteld. Het is gemaakt voor {whom} op {}. Bewaar het veilig en stuur het niet door.",
            day(on)
        )
    },
    footer: |whom, on| format!("Niet versleuteld · voor {whom} · {}", DATES.day(on)),
    page: |at, of| format!("bladzijde {at} van {of}"),
    version: |number, on, reason| format!("Versie {number}, {}: {reason}", day(on)),
    first_version: |on| format!("Versie 1, {}", day(on)),
    question_of: |name| format!("Vraag van {name}"),
    young_intro: |called, on| {
        let greeting = if called.is_empty() { "Hallo" } else { "Hallo " };
        format!(
            "{greeting}{called}, op {} hebben wij over jou gepraat. Hier lees je wat wij hebben afgesproken.",
            day(on)
        )
    },
    young_action: |name, role, text, due| {
        let when = due.map_or(String::new(), |due| format!(" Klaar op {}.", day(due)));
        format!("{name} ({role}): {}.{when}", text.trim_end_matches('.'))
    },
    young_helper: |name, party, phone, until| {
        let until = until.map_or(String::new(), |until| format!(" Tot en met {}.", day(until)));
        format!("{}.{}{until}", of_party(name, party), telephone(phone))
    },
    young_comes: |name, party, phone, from| {
        let from = from.map_or(String::new(), |from| format!(" Vanaf {}.", day(from)));
        format!("{}.{}{from}", of_party(name, party), telephone(phone))
    },
    young_next_day: |on| format!("Op {}.", day(on)),
    young_call: |name, phone| match phone {
        "" => format!("Vraag het aan {name}."),
        _ => format!("Bel {name}: {phone}."),
    },
    meeting_event: |kind, school| match school {
        "" => capital(kind),
        _ => format!("{} {school}", capital(kind)),
    },
    action_event: |text| format!("Actie: {text}"),
    action_about: |called, text| format!("Actie {called}: {text}"),
    written: |path, whom| format!("{path} (voor {whom})"),
};

fn day(day: Day) -> String {
    day.format_localized("%A %-d %B %Y", Locale::nl_NL).to_string()
}

fn hours(from: NaiveTime, to: NaiveTime) -> String {
    format!("{} tot {} uur", from.format("%H:%M"), to.format("%H:%M"))
}

fn of_party(name: &str, party: &str) -> String {
    match party {
        "" => name.to_owned(),
        _ => format!("{name} van {party}"),
    }
}

fn telephone(phone: &str) -> String {
    match phone {
        "" => String::new(),
        _ => format!(" Telefoon: {phone}."),
    }
}
