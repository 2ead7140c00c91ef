//! Result tables, in Dutch.

use chrono::Locale;

use super::dates::DATES;
use crate::domain::result::{Division, SetFault};
use crate::text::results::ResultWords;

pub(in crate::text) const RESULTS: ResultWords = ResultWords {
    title: "Resultaten",
    row: "Resultaat",
    count: "Aantal",
    computed: "berekend",
    hidden: "verborgen",
    cohorts: "Cohorten",
    no_cohorts: "Er is nog geen cohort. Maak er een in dakpan: typ : en dan cohort.",
    cohort: "Cohort",
    set: "Indeling",
    unknown: "onbekend",
    nobody: "niemand",
    no_result: "geen resultaat",
    instruments: "Personen en instrumenten",
    with_instrument: "jongeren met een instrument",
    instrument: "Instrument",
    persons: "Jongeren",
    times: "Keer",
    running: "Loopt nog",
    durability: "Hoe lang plaatsingen duren",
    contract: "Contractvorm",
    no_contract: "niet vastgelegd",
    placements: "Plaatsingen",
    course: "Terugval, gaten en termijnen",
    what: "Wat",
    relapsed: "jongeren met terugval",
    relapses: "keer terugval",
    gap_days: "gatdagen",
    with_gap: "jongeren met een gat",
    cold: "koude overdrachten",
    met: "termijnen gehaald",
    missed: "termijnen gemist",
    open: "termijnen nog open",
    actions: "Acties per partij",
    months: "In- en uitstroom per maand",
    month: "Maand",
    came: "In",
    left: "Uit",
    counted_once: "Elke jongere telt één keer, op één peildatum. Berekende rijen zijn wat er overblijft.",
    measured: "Nog geplaatst na zoveel maanden: hoeveel van wie het op de peildatum te zeggen is.",
    no_owner: "zonder eigenaar",
    all_forms: "alle plaatsingen",
    goes_on: "↓ na de laatste rij: instrumenten, duur, terugval, acties, in en uit.",
    to_come: "Let op: de peildatum moet nog komen; wat er tot dan gebeurt, telt nog niet mee.",
    file: "resultaten",
    file_public: "openbaar",
    on: |day| format!("peildatum {}", DATES.day_year(day)),
    small_hidden: |smallest| {
        format!(
            "Kleine aantallen (onder {smallest}) zijn verborgen, en andere als ze anders uit te rekenen zijn. Meer dan één \
             openbare tabel van een cohort, per iets anders of op een andere dag, kan samen toch meer zeggen."
        )
    },
    unlisted: |count| match count {
        1 => "1 jongere in een berekende rij heeft een resultaat waarvoor deze indeling geen rij heeft.".to_owned(),
        _ => {
            format!("{count} jongeren in een berekende rij hebben een resultaat waarvoor deze indeling geen rij heeft.")
        }
    },
    before: |cohort, began| {
        format!(
            "Let op: op deze peildatum was {cohort} nog niet begonnen; het eerste is vastgelegd op {}.",
            DATES.day_year(began)
        )
    },
    joining: |pupils, school| match pupils {
        1 => format!("1 leerling van {school} komt erbij; wie er al in zit, blijft."),
        _ => format!("{pupils} leerlingen van {school} komen erbij; wie er al in zit, blijft."),
    },
    by: |division| match division {
        Division::School => "per school",
        Division::Party => "per partij",
        Division::Route => "per route",
        Division::Residence => "per woongemeente",
        Division::Month => "per maand",
    },
    after: |months| format!("Na {months} mnd"),
    of: |count, whole| format!("{count} van {whole}"),
    month_of: |first| first.format_localized("%b %Y", Locale::nl_NL).to_string(),
    short_month: |first| first.format_localized("%b", Locale::nl_NL).to_string(),
    used: |name, persons, times| format!("{name}: {persons} jongeren met een instrument, {times} instrumenten."),
    lasted: |forms| format!("Na een jaar nog geplaatst: {forms}."),
    fell: |persons, days| format!("Terugval: {persons} jongeren. Gatdagen: {days}."),
    more: |count| format!("nog {count}"),
    wrong,
};

fn wrong(fault: &SetFault) -> String {
    match fault {
        SetFault::Syntax(text) => format!("dit is niet te lezen ({text}); vergelijk het met resultaten.toml"),
        SetFault::BadText(text) => {
            format!("'{text}' kan hier niet; gebruik een korte tekst, en kleine letters voor id en key")
        }
        SetFault::Twice(text) => format!("'{text}' staat er twee keer; geef er één een andere naam"),
        SetFault::UnknownResult(text) => format!("'{text}' is geen resultaat; kies een code van het programma"),
        SetFault::NoSuchRow(text) => format!("er staat geen rij '{text}' hierboven; zet die eerst"),
        SetFault::NotOneWhole(text) => {
            format!("'{text}' hoort bij geen rij; alleen de eerste rij is iedereen, de andere hebben 'of'")
        }
        SetFault::NoCondition(text) => {
            format!("'{text}' zegt niet wie er telt; geef support, results of contract, of remainder = true")
        }
        SetFault::NoRemainder(text) => {
            format!("de delen van '{text}' hebben niet precies één rest; geef één deel remainder = true")
        }
        SetFault::Empty(text) => format!("'{text}' heeft geen rijen; zet er een [[result_set.row]] onder"),
    }
}
