//! The rights of the pupil, in Dutch: informing, sharing, erasing, rectifying and keeping.

mod columns;
mod trail;

use columns::{column, field_of, record};
use trail::{paper, trail, trail_fault, why};

use super::dates::DATES;
use crate::domain::rights::{ByWhom, ConsentKind};
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
    kept: |code| match code {
        "here" => Some("de waarde die hier stond"),
        "other" => Some("de andere waarde"),
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
    rows: |record, count| format!("{}: {count}", columns::record(record)),
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
        format!("{}{day}{part}", columns::record(record))
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
    stands_now: |value| match value {
        "" => "nu leeg".to_owned(),
        value => format!("nu: {value}"),
    },
    will_rectify: |field, was, becomes| {
        let or_empty = |value: &str| if value.is_empty() { "leeg" } else { value }.to_owned();
        let (was, becomes) = (or_empty(was), or_empty(becomes));
        format!(
            "{}: {was} → {becomes} · kan niet ongedaan worden gemaakt · Enter nog een keer",
            field_of(field)
        )
    },
    rectified: |field| format!("Verbeterd zonder spoor van wat er stond: {}.", column(field)),
    rectified_told: |field, exports, texts| {
        let told = |word: &str, count| match count {
            0 => String::new(),
            _ => format!(". {word}: {count}"),
        };
        let (exports, texts) = (
            told("Eerder uitgegeven stukken", exports),
            told("Teksten met de oude naam", texts),
        );
        format!("Verbeterd zonder spoor: {}{exports}{texts}", column(field))
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
    without_value: |count| match count {
        1 => "en 1 ander zonder deze waarde".to_owned(),
        _ => format!("en {count} andere zonder deze waarde"),
    },
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
