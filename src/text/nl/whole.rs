//! Alles uit een bestand en in een ander, in het Nederlands.

use crate::domain::whole::RowFault;
use crate::text::whole::Whole;

pub(in crate::text) const WHOLE: Whole = Whole {
    about_folder: "Alles wat in een bestand van dakpan staat. De map csv is voor mensen en rekenbladen, de map jsonl \
        voor programma's; beide bevatten hetzelfde. De map geschiedenis zegt wie wat wanneer veranderde.",
    about_cells: "Tussen de cellen staat een puntkomma. Een lege cel is niets. Een getal staat er zoals het is. Een tekst \
        die leeg is of begint met = + - @, ook in hun brede vorm, een tab, een regeleinde of een apostrof, krijgt één apostrof ervoor; haal er één apostrof af en de tekst is \
        terug. Zo is geen cel een formule.",
    warning: "De map bevat alles: namen, notities, ook de werknotities, contactgegevens en de geschiedenis. Ze is niet \
        versleuteld. Zet haar alleen waar niemand anders bij kan en gooi haar weg als u klaar bent.",
    ask: "Typ ja om door te gaan: ",
    yes_word: "ja",
    not_confirmed: "Niet bevestigd: er is niets geschreven.",
    nobody_to_ask: "Dit vraagt een bevestiging, en er is niemand om het aan te vragen. Geef --ja.",
    folder_in_use: "Er staat al iets. Kies een nieuwe of lege map.",
    no_description: "Dit is geen uitvoer van dakpan: schema.json ontbreekt of is onleesbaar. Kies de map die 'uitvoer' maakte.",
    other_approach: "De uitvoer hoort bij een andere aanpak dan het bestand. Geef de goede met --aanpak.",
    not_empty: "In dit bestand staan al gegevens. Geef met --bestand een nieuw bestand.",
    no_table: "Dit deel van de uitvoer ontbreekt of is onleesbaar. Maak de uitvoer opnieuw.",
    without_history: "De geschiedenis is niet overgenomen en blijft leesbaar in de map; ongedaan maken begint opnieuw.",
    about,
    written: |tables, rows, folder| format!("{tables} tabellen met {rows} rijen geschreven: {folder}"),
    digest: |digest| format!("Kenmerk van de gegevens: {digest}"),
    taken: |tables, rows| format!("{tables} tabellen met {rows} rijen ingelezen."),
    altered: |tables| {
        format!("Let op: dit is niet wat de uitvoer schreef. Sindsdien veranderd: {tables}. Alles is wel ingelezen.")
    },
    incomplete: |told, found| {
        format!(
            "hier horen {told} rijen te staan en er staan er {found}: er is niets ingelezen. Maak de uitvoer opnieuw, \
             of zet het goede aantal in schema.json als u zelf rijen toevoegde of weghaalde."
        )
    },
    newer: |theirs, ours| {
        format!("De uitvoer is van een nieuwer programma (versie {theirs}, dit is {ours}). Werk dakpan bij.")
    },
    row: |line, column, fault| {
        let place = column.map_or(format!("regel {line}"), |column| {
            format!("regel {line}, kolom {column}")
        });
        format!("{place}: {}", reason(fault))
    },
};

fn reason(fault: RowFault) -> &'static str {
    match fault {
        RowFault::NotARow => "dit is geen rij van de tabel.",
        RowFault::UnknownColumn => "deze kolom kent de tabel niet.",
        RowFault::MissingColumn => "deze kolom ontbreekt.",
        RowFault::WrongKind => "de waarde is van een andere soort dan de kolom.",
        RowFault::Empty => "hier moet iets staan.",
        RowFault::NotAllowed => "deze waarde mag hier niet.",
        RowFault::Twice => "een andere rij heeft hetzelfde.",
        RowFault::PointsNowhere => "dit verwijst naar een rij die er niet is.",
    }
}

fn about(table: &str) -> &'static str {
    match table {
        "party" => "Organisaties: scholen, gemeenten, UWV, werkgevers en andere.",
        "person" => "Professionals, elk van een organisatie.",
        "school" => "Scholen met BRIN en vestiging, stagecoördinator en contact bij het UWV.",
        "fixed_contact" => "De vaste contactpersonen van een school.",
        "pupil" => "Leerlingen en jongeren.",
        "network_person" => "Ouders, familie en anderen rond een jongere.",
        "transition_chance" => "Hoe de kansen zijn ingeschat, en wanneer.",
        "tile" => "Dakpannen: perioden bij één organisatie, met wie vasthoudt.",
        "instrument" => "Instrumenten en voorzieningen van een jongere.",
        "primary_result" => "In welke categorie een jongere telt, vanaf een dag.",
        "aftercare" => "Contacten van de nazorg.",
        "meeting" => "Overleggen.",
        "block" => "Het deel van een overleg dat over één school gaat.",
        "agenda_item" => "Agendapunten.",
        "attendance" => "Wie bij een overleg was, en met welk mandaat.",
        "correction" => "Verbeteringen van een vastgelegd verslag.",
        "note" => "Notities van de tafel, en werknotities van de voorzitter.",
        "decision" => "Besluiten.",
        "action" => "Acties: wie doet wat en wanneer.",
        "lesson" => "Leerpunten over jongeren heen.",
        "relapse" => "Terugval.",
        "queue_mark" => "Met de hand in of uit de wachtrij.",
        "cohort" => "Groepen voor de resultaten.",
        "cohort_member" => "Wie bij een cohort hoort.",
        "term_mark" => "Wat over een wettelijke termijn is vastgelegd.",
        "consent" => "Wat over het delen is gezegd, gegeven of ingetrokken.",
        "anonymous_result" => "Wat van gewiste jongeren overblijft: aantallen.",
        "conflict" => "Wat op twee laptops anders werd ingevuld, met de waarde die niet in het bestand staat.",
        "export" => "Welke stukken er zijn uitgegeven, voor wie.",
        "setting" => "Wat over het bestand zelf is vastgelegd.",
        _ => "",
    }
}
