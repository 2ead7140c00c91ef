//! The rights of the pupil, in Dutch.

use super::dates::DATES;
use crate::domain::papers::PaperKind;
use crate::domain::rights::{ByWhom, ConsentKind, Rectified, TrailFault, TrailKind, backup_of_code};
use crate::domain::term::TermMarkState;
use crate::text::notice::Problem;
use crate::text::rights::RightsWords;

pub(in crate::text) const RIGHTS: RightsWords = RightsWords {
    everything: "Wat er over jou is vastgelegd",
    everything_about: "Dit is alles wat in het bestand van de tafel over jou staat, ook de eigen notities van de voorzitter. Onderaan staat wie het heeft bekeken en veranderd en voor wie er stukken van zijn gemaakt. Klopt er iets niet, of wil je dat het weggaat? Zeg het tegen je school of tegen de voorzitter.",
    looked: "Wie heeft gekeken, en wat is er uitgegeven",
    changes: "Wat is er veranderd, en door wie",
    exports: "Stukken waar je in staat",
    drafts: "Half getypte notities",
    mentions: "Ook genoemd in",
    mentions_about: "Deze teksten gaan over iets of iemand anders. Daarom staat hier alleen waar je naam staat, niet wat er staat.",
    no_undo: "een verbetering zonder spoor kan niet worden teruggenomen; nog een keer neemt terug wat daarvoor kwam",
    none: "niets",
    when: "Wanneer",
    who: "Wie",
    what: "Wat",
    for_whom: "Voor wie",
    file_everything: "inzage",
    the_pupil: "de leerling",
    erase_heading: "Dit wordt gewist:",
    erase_leaves: "Wat blijft: een telling zonder naam voor de resultaten, een regel in het logboek zonder naam, en een kenmerk waardoor de leerling bij samenvoegen niet terugkomt. Wissen kan niet ongedaan worden gemaakt.",
    ask_number: "Typ het leerlingnummer om te wissen, of alleen Enter om niets te doen: ",
    no_trail: "Er staat nog niets in het logboek.",
    nobody_past: "Niemand is voorbij de bewaartermijn.",
    still_held: "wordt nog vastgehouden",
    erase_past_hint: "Er is niets gewist. Met --wissen wordt per leerling om het leerlingnummer gevraagd.",
    everybody: "iedereen aan tafel",
    scope_not_informed: "wie van de school nog niet geïnformeerd is",
    scope_school: "alle leerlingen van de school",
    scope_block: "alle leerlingen op de agenda van dit blok",
    exports_out: "Eerder uitgegeven stukken met deze leerling",
    mentions_elsewhere: "Teksten over iemand of iets anders met deze naam; die blijven staan, pas ze zelf aan als dat moet",
    barred_here: "geen naam hier: bezwaar of ingetrokken toestemming tegenover een partij aan deze tafel",
    no_basis: "geen grondslag voor delen met iedereen vastgelegd: naamloos op het gedeelde scherm",
    about_others: "over iemand of iets anders",
    change_texts: "Pas deze teksten zelf aan: wie naamloos is, is dat niet onder een oude naam.",
    tell_receivers: "Laat wie een stuk kreeg weten dat dit veranderd of gewist is (AVG art. 19).",
    record,
    column,
    field_of,
    consent,
    by,
    term_state: |state| match state {
        TermMarkState::Done => "gedaan",
        TermMarkState::NotApplicable => "geldt niet",
    },
    queue_mark: |code| match code {
        "asked" => Some("gevraagd om te bespreken"),
        "removed" => Some("met de hand van de wachtrij gehaald"),
        _ => None,
    },
    became: |before, after| match (before, after) {
        ("", after) => format!("werd {after}"),
        (before, "") => format!("was {before}, nu leeg"),
        (before, after) => format!("was {before}, werd {after}"),
    },
    trail,
    why,
    paper,
    numbered: |id| format!("nummer {id}"),
    rows: |record, count| format!("{}: {count}", self::record(record)),
    history: |images, lines| format!("geschiedenis: {images} regels in het journaal, {lines} in het logboek"),
    backups: |count| match count {
        0 => "geen kopieën van dit programma".to_owned(),
        1 => "1 kopie van dit programma".to_owned(),
        _ => format!("{count} kopieën van dit programma"),
    },
    export: |kind, whom, at, alone| {
        let of = if alone {
            ""
        } else {
            " (van een overleg of lijst met deze leerling)"
        };
        format!("{} voor {whom}, {}{of}", paper(kind), DATES.day_year(at.date_naive()))
    },
    mention: |record, on, whole| {
        let day = on.map(|on| format!(", {}", DATES.day_year(on))).unwrap_or_default();
        let part = if whole {
            ""
        } else {
            " (alleen de achternaam: misschien iemand anders)"
        };
        format!("{}{day}{part}", self::record(record))
    },
    erased_before: |count| match count {
        1 => "1 leerling is gewist.".to_owned(),
        _ => format!("{count} leerlingen zijn gewist."),
    },
    erased: |rows| format!("Gewist: {rows} gegevens, met hun geschiedenis."),
    proof: |pages, forms, found| match found {
        0 => format!(
            "Nagezocht: {pages} bladzijden van het bestand op {forms} vormen van naam, nummer en tekst; niets gevonden."
        ),
        _ => format!(
            "Nagezocht: {pages} bladzijden van het bestand; in {found} daarvan staat nog iets. Maak een kopie en vraag hulp."
        ),
    },
    copy_proof: |file, pages, found| match found {
        0 => format!("Kopie {file}: gewist, {pages} bladzijden nagezocht, niets gevonden."),
        _ => format!("Kopie {file}: in {found} van {pages} bladzijden staat nog iets. Verwijder deze kopie."),
    },
    copy_closed: |file, why, may_pass| {
        let then = if may_pass {
            "Zolang blijft de leerling daarin staan; bij elke keer openen van het bestand wordt het opnieuw geprobeerd."
        } else {
            "Wat daarin over de leerling staat, blijft daar staan: verwijder deze kopie zelf als dat niet mag."
        };
        format!("kopie {file} gaat niet open: {}. {then}", closed_copy(why))
    },
    copy_failed: |file, why| format!("Kopie {file} is niet gewist: {why} Verwijder deze kopie zelf."),
    put_off: |count| match count {
        0 => "Het nazoeken gaat verder als het bestand weer opengaat.".to_owned(),
        1 => "1 kopie komt nog: dat gaat verder als het bestand weer opengaat.".to_owned(),
        _ => format!("{count} kopieën komen nog: dat gaat verder als het bestand weer opengaat."),
    },
    step: |backup, of| match backup {
        0 => "het bestand …".to_owned(),
        _ => format!("kopie {backup} van {of} …"),
    },
    rectified: |field| format!("Verbeterd zonder spoor van wat er stond: {}.", self::column(field)),
    rectified_told: |field, exports, texts| {
        let told = |word: &str, count| match count {
            0 => String::new(),
            _ => format!(". {word}: {count}"),
        };
        let (exports, texts) = (
            told("Eerder uitgegeven stukken", exports),
            told("Teksten met de oude naam", texts),
        );
        format!("Verbeterd zonder spoor: {}{exports}{texts}", self::column(field))
    },
    pupils,
    will_inform: |count, key, based| {
        let nameless = if based { "" } else { ". Zonder grondslag: naamloos" };
        format!(
            "Enter legt dit vast voor {}; één keer {key} neemt alles weer terug{nameless}",
            pupils(count)
        )
    },
    told_before: |field| format!("Al uitgegeven met de oude waarde van: {}", field_of(field)),
    still_named: |field, count| match count {
        1 => format!("In 1 tekst staat nog de oude {}", column(field.column())),
        _ => format!("In {count} teksten staat nog de oude {}", column(field.column())),
    },
    informed: |count, based| {
        let nameless = if based {
            ""
        } else {
            "; wie geen grondslag heeft, blijft naamloos"
        };
        format!("Geïnformeerd vastgelegd: {}{nameless}", pupils(count))
    },
    trail_sound: |lines| match lines {
        1 => "Het logboek is heel en volledig: 1 regel.".to_owned(),
        _ => format!("Het logboek is heel en volledig: {lines} regels."),
    },
    trail_fault,
    past: |since, limit, article| format!("sinds {}: {limit} ({article})", DATES.day_year(since)),
    no_leaving: |count, schools| {
        format!(
            "Zonder dag van uitstroom, dus zonder termijn: {} van {schools}. Vul die dag in.",
            pupils(count)
        )
    },
    agreement_ended: |on| format!("het convenant van dit overleg liep tot en met {}", DATES.day_year(on)),
    notes_expire: |count, on| match count {
        1 => format!("1 werknotitie wist zichzelf op {}", DATES.day_year(on)),
        _ => format!("{count} werknotities wissen zichzelf op {}", DATES.day_year(on)),
    },
    notes_expired: |count| match count {
        1 => "1 werknotitie heeft zichzelf gewist, zoals aangekondigd".to_owned(),
        _ => format!("{count} werknotities hebben zichzelf gewist, zoals aangekondigd"),
    },
    erasure_waits: "wat gewist is staat nog in een reservekopie die niet te schrijven was: bij het openen opnieuw",
};

fn pupils(count: usize) -> String {
    match count {
        1 => "1 leerling".to_owned(),
        _ => format!("{count} leerlingen"),
    }
}

fn consent(kind: ConsentKind) -> &'static str {
    match kind {
        ConsentKind::Informed => "geïnformeerd",
        ConsentKind::Basis => "grondslag vastgelegd",
        ConsentKind::Given => "toestemming gegeven",
        ConsentKind::Withdrawn => "toestemming ingetrokken",
        ConsentKind::Objection => "bezwaar gemaakt",
        ConsentKind::ObjectionLifted => "bezwaar teruggenomen",
    }
}

fn by(by: ByWhom) -> &'static str {
    match by {
        ByWhom::Pupil => "leerling",
        ByWhom::Parents => "ouders",
        ByWhom::Both => "leerling en ouders",
        ByWhom::Representative => "vertegenwoordiger",
        ByWhom::Unknown => "niet bekend",
    }
}

fn trail(kind: TrailKind) -> &'static str {
    match kind {
        TrailKind::Opened => "bekeken",
        TrailKind::Exported => "uitgegeven",
        TrailKind::Copied => "gekopieerd",
        TrailKind::Access => "inzage gegeven",
        TrailKind::Erased => "gewist",
        TrailKind::Rectified => "verbeterd",
        TrailKind::NoteExpired => "werknotities gewist",
        TrailKind::Restored => "teruggezet",
    }
}

fn why(code: &str) -> String {
    match code {
        "meeting" => "in een overleg".to_owned(),
        "between_meetings" => "buiten een overleg".to_owned(),
        "request" => "op verzoek".to_owned(),
        "retention" => "bewaartermijn voorbij".to_owned(),
        "working_note" => "termijn van werknotities".to_owned(),
        "contact" => "contactpersoon".to_owned(),
        "everything" => "alles, als uitvoer".to_owned(),
        code => match (code.strip_prefix("pupil."), PaperKind::from_code(code)) {
            (Some(field), _) => column(field),
            (None, Some(kind)) => paper(kind).to_owned(),
            (None, None) => match code.strip_prefix("bundle ") {
                Some(key) => format!("bundel voor {key}"),
                None => backup(code).or_else(|| list(code)).unwrap_or_else(|| code.to_owned()),
            },
        },
    }
}

/// A backup that was put back, by the day of what was last changed in it.
fn backup(code: &str) -> Option<String> {
    Some(match backup_of_code(code)? {
        Some(day) => format!("reservekopie, laatst gewijzigd {}", day.format("%d-%m-%Y")),
        None => "lege reservekopie".to_owned(),
    })
}

/// A list of a command, with the form in which it was given out.
fn list(code: &str) -> Option<String> {
    let (name, form) = code.split_once('.').unwrap_or((code, ""));
    let word = match name {
        "find" => "zoeken met namen",
        "terms" => "termijnen met namen",
        "queue" => "wachtrij met namen",
        "coverage" => "dekking met namen",
        "summer_list" => "zomerlijst met namen",
        "journal" => "journaal met namen",
        "actions" => "actielijst met namen",
        "retention_list" => "lijst van bewaartermijnen met namen",
        "trail" => "logboek met namen",
        _ => return None,
    };
    Some(match form {
        "" => word.to_owned(),
        form => format!("{word} ({form})"),
    })
}

fn paper(kind: PaperKind) -> &'static str {
    match kind {
        PaperKind::Minutes => "verslag",
        PaperKind::Agenda => "agenda",
        PaperKind::YoungPerson => "blad voor de jongere",
        PaperKind::Actions => "actielijst",
    }
}

fn trail_fault(fault: TrailFault) -> String {
    match fault {
        TrailFault::Broken { line } => format!("regel {line} van het logboek is niet meer zoals die werd geschreven"),
        TrailFault::CutOff { line } => format!("het logboek houdt op bij regel {line}: wat daarna kwam is weg"),
        TrailFault::Missing { entry } => format!("het stuk van wijziging {entry} in het journaal heeft geen regel"),
        TrailFault::JournalCut { entry } => format!("in het journaal ontbreken wijzigingen tot en met {entry}"),
    }
}

fn record(code: &str) -> String {
    let word = match code {
        "pupil" => "gegevens van de leerling",
        "network_person" => "netwerk",
        "transition_chance" => "doorstroomkansen",
        "tile" => "traject: dakpannen",
        "instrument" => "instrumenten",
        "primary_result" => "primaire resultaten",
        "aftercare" => "nazorg",
        "agenda_item" => "agendapunten",
        "note" => "notities",
        "decision" => "besluiten",
        "action" => "acties",
        "lesson" => "leerpunten",
        "relapse" => "terugval",
        "queue_mark" => "wachtrij met de hand",
        "cohort_member" => "cohorten",
        "term_mark" => "afgevinkte termijnen",
        "consent" => "informeren en delen",
        "export" => "uitgegeven stukken",
        "correction" => "correcties van een verslag",
        "conflict" => "verschillen bij samenvoegen",
        other => return other.replace('_', " "),
    };
    word.to_owned()
}

fn column(code: &str) -> String {
    let word = match code {
        "id" => "nummer in het bestand",
        "number" => "leerlingnummer",
        "given" => "roepnaam",
        "infix" => "tussenvoegsel",
        "family" => "achternaam",
        "birth" => "geboortedatum",
        "class" => "klas",
        "residence" => "woongemeente",
        "profile" => "uitstroomprofiel",
        "leaving" => "verwachte uitstroom",
        "left_on" => "uitgestroomd op",
        "diploma_on" => "diploma op",
        "wish" => "wens",
        "strengths" => "sterk in",
        "goal" => "doel",
        "placement" => "stage of werk bij",
        "client_since" => "klant sinds",
        "support_needed" => "ondersteuning nodig",
        "out_of_sight_since" => "buiten beeld sinds",
        "informed_on" => "geïnformeerd op",
        "informed_how" => "geïnformeerd hoe",
        "basis" => "grondslag",
        "objection_on" => "bezwaar sinds",
        "pupil" => "leerling",
        "name" => "naam",
        "relation" => "relatie",
        "phone" => "telefoon",
        "willing" => "doet mee",
        "kind" => "soort",
        "level" => "niveau",
        "assessed_on" => "ingeschat op",
        "assessed_by" => "ingeschat door",
        "party" => "partij",
        "holder" => "houdt vast",
        "label" => "omschrijving",
        "from_on" => "van",
        "until_on" => "tot en met",
        "ended_on" => "geëindigd op",
        "ended_why" => "waarom geëindigd",
        "contract_form" => "contractvorm",
        "hours" => "uren",
        "wage_value" => "loonwaarde (%)",
        "no_guidance_on" => "geen begeleiding nodig sinds",
        "no_guidance_by" => "besloten door",
        "requested_on" => "aangevraagd op",
        "decided_on" => "besloten op",
        "started_on" => "begonnen op",
        "review_on" => "opnieuw bekijken op",
        "deferred_until" => "uitgesteld tot",
        "deferred_reason" => "reden van uitstel",
        "value" => "waarde",
        "result" => "uitkomst",
        "category" => "categorie",
        "on_day" => "op",
        "meeting" => "overleg",
        "due_on" => "op",
        "done_on" => "gedaan op",
        "person" => "door",
        "word" => "toelichting",
        "block" => "blok",
        "seq" => "volgorde",
        "title" => "titel",
        "lane" => "behandeling",
        "minutes" => "minuten",
        "fixed_time" => "vaste tijd",
        "question" => "vraag",
        "school" => "school",
        "cohort" => "cohort",
        "route" => "route",
        "asked_by" => "gevraagd door",
        "proposal" => "voorstel",
        "state" => "stand",
        "carried_from" => "doorgeschoven van",
        "item" => "agendapunt",
        "text" => "tekst",
        "written_at" => "geschreven op",
        "provisional" => "onder voorbehoud",
        "owner" => "eigenaar",
        "due" => "uiterlijk",
        "agreed_on" => "afgesproken op",
        "closed_on" => "afgesloten op",
        "closing_word" => "slotwoord",
        "noticed_on" => "opgemerkt op",
        "picked_up_by" => "opgepakt door",
        "paid_from" => "betaald uit",
        "from_category" => "uit categorie",
        "rule" => "termijn",
        "occurrence" => "onderdeel",
        "reason" => "reden",
        "marked_by" => "aangemerkt door",
        "by" => "door",
        "by_whom" => "door wie",
        "how" => "hoe",
        "written_by" => "opgeschreven door",
        "made_for" => "voor wie",
        "made_at" => "gemaakt op",
        "record" => "soort gegeven",
        "field" => "veld",
        "other" => "andere waarde",
        "other_at" => "andere waarde van",
        "other_by" => "andere waarde door",
        "settled_on" => "beslist op",
        other => return other.replace('_', " "),
    };
    word.to_owned()
}

fn field_of(field: Rectified) -> &'static str {
    match field.column() {
        "number" => "leerlingnummer",
        "given" => "roepnaam",
        "infix" => "tussenvoegsel",
        "family" => "achternaam",
        "birth" => "geboortedatum",
        "class" => "klas",
        "residence" => "woongemeente",
        "wish" => "wens",
        "strengths" => "sterk in",
        "placement" => "stage of werk bij",
        other => other,
    }
}

/// Why a copy does not open, said of the copy and not to whoever gave a passphrase.
fn closed_copy(why: &Problem) -> String {
    match why {
        Problem::WrongKey => "zij heeft een ander wachtwoord of een andere sleutel, of is beschadigd".to_owned(),
        Problem::Corrupt => "zij is beschadigd".to_owned(),
        Problem::NotOurs => "zij begint niet als een bestand van dakpan".to_owned(),
        Problem::Newer(..) => "zij is van een nieuwere dakpan".to_owned(),
        Problem::InUse => "iemand heeft haar open".to_owned(),
        Problem::Permission | Problem::ReadOnly => "zij mag niet worden gelezen of geschreven".to_owned(),
        _ => "lezen mislukt".to_owned(),
    }
}
