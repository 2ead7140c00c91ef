//! What the commands besides the screen say, in Dutch.

use crate::domain::{Day, Moment};
use crate::text::cli::{CliWords, Fate, ImportCount, Misuse, Opt, Trouble, Verb};
use crate::text::notice::Problem;

use super::dates::weekday;

pub(in crate::text) const CLI: CliWords = CliWords {
    about: "Het uitstroomoverleg of de doorstroomtafel voorzitten vanaf het scherm",
    usage: "Gebruik",
    usage_options: "OPTIES",
    usage_command: "OPDRACHT",
    commands: "Opdrachten",
    arguments: "Argumenten",
    options: "Opties",
    general_options: "Opties voor elke opdracht",
    environment: "Omgeving",
    exit_codes: "Afsluitcodes",
    manual_name: "NAAM",
    manual_synopsis: "GEBRUIK",
    manual_description: "BESCHRIJVING",
    description: "Zonder opdracht opent dakpan het bestand en toont het scherm van het overleg: wie is er aan de \
        beurt, wie houdt deze leerling vast en tot wanneer, waar zit een gat, wat is er afgesproken, wie bellen we. \
        De eerste keer maakt het programma het bestand en vraagt het twee keer om een nieuw wachtwoord.",
    see_command: "Meer over één opdracht: dakpan OPDRACHT --help",
    exit_done: "gedaan",
    exit_failed: "geweigerd of mislukt; er is niets veranderd",
    exit_usage: "verkeerd aangeroepen",
    variable_file: "het bestand, als --bestand er niet staat",
    variable_settings: "de instellingen, als --instellingen er niet staat",
    variable_lang: "de taal, als --lang er niet staat; anders die van de instellingen, anders die van het systeem",
    variable_no_color: "geen kleuren, als er geen thema is gekozen",
    variable_terms: "een bestand met eigen termijnen; anders termijnen.toml in de instellingenmap",
    variable_approach: "een bestand met een andere aanpak",
    ask_passphrase: "Wachtwoord: ",
    ask_new: "Nieuw wachtwoord: ",
    ask_again: "Nog een keer: ",
    making: "Dit bestand is er nog niet en wordt nu gemaakt. Wie het wachtwoord kwijt is, kan er niet meer in.",
    sound: "Het bestand is in orde.",
    coordinator: "stagecoördinator",
    uwv: "UWV",
    pupil: "leerling",
    school: "school",
    person: "professional",
    note: "notitie",
    leaving: "uitstroom",
    no_journal: "Er is nog niets veranderd.",
    only_checked: "Alleen gecontroleerd: er is niets geschreven.",
    imported: "Ingelezen. In het programma maakt Ctrl+Z dit in één keer ongedaan.",
    nothing_new: "De lijst zegt niets nieuws: er is niets geschreven.",
    no_date: "datum?",
    verb,
    option,
    value,
    expected,
    also: |names| format!("[ook: {names}]"),
    choices: |values| format!("[kies uit: {values}]"),
    misuse,
    trouble,
    file_problem,
    date,
    moment,
    fate,
    records: |count| match count {
        1 => "1 gegeven".to_owned(),
        _ => format!("{count} gegevens"),
    },
    more: |count| format!("Er is meer dan deze {count}; vraag er meer met --aantal."),
    copied: |to, bytes| format!("Kopie gemaakt: {to} ({})", size(bytes)),
    rotated: |count| match count {
        1 => "De oudste kopie is opgeruimd.".to_owned(),
        _ => format!("De {count} oudste kopieën zijn opgeruimd."),
    },
    read: |rows, encoding| match rows {
        1 => format!("1 rij gelezen ({encoding})"),
        _ => format!("{rows} rijen gelezen ({encoding})"),
    },
    counts,
};

pub(super) fn size(bytes: u64) -> String {
    if bytes < 1024 * 1024 {
        format!("{} kB", bytes.div_ceil(1024))
    } else {
        format!("{} MB", bytes.div_ceil(1024 * 1024))
    }
}

fn verb(verb: Verb) -> &'static str {
    match verb {
        Verb::Demo => "De voorbeeldtafel openen, met verzonnen scholen en leerlingen",
        Verb::Watch => "Het venster om te delen: wat de tafel mag zien, zonder bestand en zonder wachtwoord",
        Verb::ScreenTest => "Tot hoe ver dit venster te lezen is, of elk teken er is, en welke toetsen aankomen",
        Verb::Contact => "De vaste contactpersonen van een school, met hun telefoonnummers",
        Verb::Find => "Leerlingen, scholen, professionals en notities zoeken",
        Verb::Terms => "Welke wettelijke termijnen nu spelen, van welke leerling",
        Verb::Queue => "Wie is er aan de beurt en waarom, de meest dringende dag eerst",
        Verb::Coverage => "Op hoeveel dagen iedereen wordt vastgehouden, waar de gaten zijn en de koude overdrachten",
        Verb::Summer => "Wie houdt wie vast van 1 augustus tot en met 30 september, om op te hangen",
        Verb::Results => "Wat er van een cohort is geworden op een peildatum; zonder --cohort de lijst van cohorten",
        Verb::Journal => "Wie veranderde wat en wanneer, de nieuwste verandering eerst",
        Verb::Check => "Nakijken of het bestand heel is",
        Verb::Backup => "Een versleutelde kopie van het bestand maken",
        Verb::Import => "De lijst van een school inlezen (CSV, XLSX of ODS), of scholen of contactpersonen",
        Verb::Restore => "Een reservekopie terugzetten, na een blik op wat er dan verdwijnt",
        Verb::Passphrase => "Het wachtwoord of sleutelbestand wijzigen, ook van de reservekopieën",
        Verb::ExportAll => "Alles uit het bestand halen, als open bestanden in een nieuwe map; niet versleuteld",
        Verb::ImportAll => "Alles uit een uitvoer inlezen in een nieuw bestand",
        Verb::Bundle => "Wat er veranderd is, versleuteld voor een andere laptop; of de sleutel van dit bestand",
        Verb::Merge => {
            "Wat op een andere laptop veranderd is samenvoegen met dit bestand, en kiezen waar beide verschillen"
        }
        Verb::Minutes => "Het verslag, de agenda of een andere uitgave van een overleg schrijven",
        Verb::Actions => "De open acties van alle scholen, te late eerst",
        Verb::Date => "Laten zien hoe een datum in gewone woorden wordt gelezen",
        Verb::Line => "Laten zien hoe een regel wordt gelezen: wie, wat en wanneer",
        Verb::Settings => "Zeggen waar de instellingen staan en of ze kloppen, of een voorbeeld geven",
        Verb::Completions => "Aanvulling van opdrachten en opties voor de opdrachtregel",
        Verb::Manual => "De handleiding als man-pagina",
        Verb::Access => "Alles wat over één leerling is vastgelegd, als PDF en JSON",
        Verb::Erase => "Eén leerling wissen, ook uit de geschiedenis en de kopieën, en dat nazoeken",
        Verb::Retention => "Wie voorbij de bewaartermijn is, en waarom",
        Verb::Trail => "Wie heeft gekeken en wat is er uitgegeven, het nieuwste eerst",
    }
}

fn option(option: Opt) -> &'static str {
    match option {
        Opt::File => "Het bestand; anders DAKPAN_BESTAND, anders de eigen gegevensmap",
        Opt::PassphraseFile => "Het wachtwoord is de eerste regel van dit bestand",
        Opt::KeyFile => "Een sleutelbestand van 32 bytes in plaats van een wachtwoord",
        Opt::Settings => "De instellingen; anders DAKPAN_INSTELLINGEN, anders de eigen map voor instellingen",
        Opt::Approach => "De aanpak: eigen woorden en termijnen; anders DAKPAN_AANPAK, anders de instellingen",
        Opt::Lang => "De taal",
        Opt::Today => "De dag die het programma voor vandaag houdt, voor oefening en test",
        Opt::Theme => "De kleuren",
        Opt::Ascii => "Alleen gewone tekens, voor een lettertype dat de andere mist",
        Opt::ReadAloud => "Voor een schermlezer: geen vol scherm, maar elke verandering als regel",
        Opt::Mouse => "Met de muis een leerling of agendapunt aanwijzen; tekst selecteren gaat dan niet",
        Opt::Help => "Deze hulp",
        Opt::Version => "De versie",
        Opt::Pupils => "Zoveel leerlingen",
        Opt::CreateOnly => "Het bestand maken en stoppen",
        Opt::Format => "De vorm van het antwoord",
        Opt::WithNames => "Namen voluit in plaats van voorletters",
        Opt::Count => "Hooguit zoveel",
        Opt::School => "De school waarvan de lijst is: BRIN en vestiging, zoals 00AB00",
        Opt::Rules => "De regels zelf, met artikel en leesdatum",
        Opt::OnlySchool => "Alleen deze school: een deel van de naam, de plaats of de BRIN",
        Opt::Cohort => "Alleen de jongeren van dit cohort",
        Opt::ResultCohort => "Het cohort",
        Opt::On => "De peildatum; anders vandaag",
        Opt::Compare => "Een ander cohort ernaast",
        Opt::Per => "Uitgesplitst",
        Opt::Public => "De openbare versie: kleine aantallen verborgen, zo dat ze niet uit te rekenen zijn",
        Opt::ResultFolder => "De map voor xlsx, pdf en svg; anders de map waar u nu bent",
        Opt::ResultFormat => "De vorm; xlsx, pdf en svg worden een bestand",
        Opt::From => "Vanaf deze dag",
        Opt::Until => "Tot en met deze dag",
        Opt::Everybody => "Iedereen op naam, ook wie nu geen reden heeft",
        Opt::TableFormat => "De vorm van het antwoord",
        Opt::CheckOnly => "Alleen nakijken en niets schrijven",
        Opt::SchoolName => "Een deel van de naam, de plaats of de BRIN van de school",
        Opt::Text => "Wat er gezocht wordt",
        Opt::ListKind => "Wat er in de lijst staat; anders leerlingen",
        Opt::Sheet => "Het blad van een rekenblad; anders het enige, of het blad dat het meest op een lijst lijkt",
        Opt::Column => {
            "Wat een kolom is: KOP=kolom, of KOP= om hem over te slaan; mag vaker, en wordt voor de school onthouden"
        }
        Opt::Vanished => "Wat er gebeurt met wie niet meer in de lijst staat; anders laten",
        Opt::RefusedTo => "Geweigerde rijen hier bewaren als CSV om te verbeteren; niet versleuteld",
        Opt::To => "Naar dit bestand of deze map; anders naar 'backups' naast het bestand, waar de nieuwste blijven",
        Opt::BackupFile => "De reservekopie",
        Opt::NewKey => "Met dit sleutelbestand gaat het voortaan open; is het er niet, dan wordt het gemaakt",
        Opt::NewPassphraseFile => "Het nieuwe wachtwoord is de eerste regel van dit bestand",
        Opt::List => "De lijst van de school",
        Opt::Meeting => "Het nummer van het overleg; anders het laatste dat gehouden is, of dat van vandaag",
        Opt::Party => {
            "Alleen wat deze partij mag lezen: haar eigen acties, en de besluiten waar ze bij zat; 'alle' voor elke partij"
        }
        Opt::Papers => "De vormen, met komma's ertussen: docx, pdf, md, ics; anders docx en pdf",
        Opt::PaperKind => "Welk stuk",
        Opt::PupilName => "Een leerling van het overleg: voorletters, naam of nummer uit 'zoek'",
        Opt::Owner => "Van wie: een deel van de naam",
        Opt::Folder => "De map; anders de map waar u nu bent",
        Opt::WithNotes => "Met de notities van de tafel; werknotities komen nooit mee",
        Opt::Overdue => "Alleen wat te laat is",
        Opt::Phrase => "De datum in woorden, zoals \"half juni\" of \"over 2 weken\"",
        Opt::NoteLine => "De regel, zoals \"/a UWV belt vrijdag\"",
        Opt::Shell => "De schil van de opdrachtregel",
        Opt::ExportFolder => "De map, die nieuw of leeg is",
        Opt::ExportedFolder => "De map die 'uitvoer' maakte; uit jsonl als die er is, anders uit csv",
        Opt::Sqlite => "Ook een gewoon SQLite-bestand, dat elk programma leest",
        Opt::Yes => "Bevestigd: vraag niets",
        Opt::Receiver => "De sleutel van de ontvanger, die begint met age1",
        Opt::Schools => "Alleen deze school; mag vaker",
        Opt::BundleFile => "Het nieuwe bestand voor de bundel",
        Opt::Everything => "Alles, niet alleen wat nieuw is sinds de vorige bundel",
        Opt::OwnKey => "De sleutel laten zien waarmee een ander een bundel voor dit bestand maakt",
        Opt::BundleToMerge => "De bundel",
        Opt::Conflicts => "Laten zien waar iets te kiezen is",
        Opt::Conflict => "In dit conflict kiezen, met --houd",
        Opt::Keep => "Wat er in een conflict blijft: wat hier in dit bestand staat, of wat daar is ingevuld",
        Opt::Example => "Een volledig voorbeeld met uitleg, om te bewaren en te veranderen",
        Opt::PupilAsked => "De leerling: het nummer uit 'zoek', het leerlingnummer, of de hele naam",
        Opt::Confirmation => "Het leerlingnummer, in plaats van het te typen als erom gevraagd wordt",
        Opt::EraseThem => "Wissen wie voorbij de termijn is, elk na het typen van het leerlingnummer",
        Opt::Verify => "Nakijken of het logboek heel is, en volledig naast het journaal",
    }
}

fn value(option: Opt) -> &'static str {
    match option {
        Opt::ListKind => "SOORT",
        Opt::Sheet => "BLAD",
        Opt::Column => "KOP=KOLOM",
        Opt::Vanished => "WAT",
        Opt::File
        | Opt::PassphraseFile
        | Opt::KeyFile
        | Opt::Settings
        | Opt::Approach
        | Opt::List
        | Opt::RefusedTo
        | Opt::BackupFile
        | Opt::NewKey
        | Opt::NewPassphraseFile => "BESTAND",
        Opt::Lang => "TAAL",
        Opt::Today => "JJJJ-MM-DD",
        Opt::Theme => "THEMA",
        Opt::Pupils | Opt::Count => "AANTAL",
        Opt::Format => "VORM",
        Opt::School => "BRIN",
        Opt::OnlySchool => "SCHOOL",
        Opt::Cohort => "COHORT",
        Opt::ResultCohort | Opt::Compare => "COHORT",
        Opt::Per => "WAT",
        Opt::ResultFolder => "MAP",
        Opt::ResultFormat => "VORM",
        Opt::On => "JJJJ-MM-DD",
        Opt::From | Opt::Until => "JJJJ-MM-DD",
        Opt::TableFormat => "VORM",
        Opt::SchoolName => "SCHOOL",
        Opt::Text => "TEKST",
        Opt::To => "NAAR",
        Opt::Meeting => "NUMMER",
        Opt::Party => "PARTIJ",
        Opt::Papers => "VORMEN",
        Opt::PaperKind => "SOORT",
        Opt::PupilName => "LEERLING",
        Opt::Owner => "NAAM",
        Opt::Receiver => "SLEUTEL",
        Opt::Schools => "SCHOOL",
        Opt::BundleFile | Opt::BundleToMerge => "BUNDEL",
        Opt::Conflict => "NUMMER",
        Opt::Keep => "KANT",
        Opt::Folder | Opt::ExportFolder | Opt::ExportedFolder => "MAP",
        Opt::Phrase => "DATUM",
        Opt::NoteLine => "REGEL",
        Opt::Shell => "SCHIL",
        Opt::PupilAsked => "LEERLING",
        Opt::Confirmation => "NUMMER",
        Opt::Ascii
        | Opt::Mouse
        | Opt::ReadAloud
        | Opt::Public
        | Opt::Help
        | Opt::Version
        | Opt::CreateOnly
        | Opt::WithNames
        | Opt::Everybody
        | Opt::CheckOnly
        | Opt::Example
        | Opt::Sqlite
        | Opt::Yes
        | Opt::Everything
        | Opt::OwnKey
        | Opt::Conflicts
        | Opt::WithNotes
        | Opt::EraseThem
        | Opt::Verify
        | Opt::Overdue
        | Opt::Rules => "",
    }
}

fn expected(option: Opt) -> &'static str {
    match option {
        Opt::Today | Opt::From | Opt::Until | Opt::On => "een dag als 2026-06-03",
        Opt::Pupils | Opt::Count => "een heel getal groter dan nul",
        Opt::School => "een BRIN met vestiging als 00AB00",
        Opt::Column => "KOP=kolom, zoals \"Stamnr=leerlingnummer\"",
        Opt::Papers => "docx, pdf, md en ics, met komma's ertussen",
        Opt::Conflict => "het nummer van een conflict",
        Opt::Meeting => "het nummer van een overleg",
        _ => "een andere waarde",
    }
}

fn misuse(misuse: &Misuse) -> String {
    let meant = |other: &Option<String>| {
        other
            .as_ref()
            .map_or(String::new(), |name| format!(" Bedoelt u {name}?"))
    };
    match misuse {
        Misuse::UnknownCommand(given, other) => format!("Er is geen opdracht '{given}'.{}", meant(other)),
        Misuse::UnknownOption(given, other) => format!("Er is geen optie '{given}'.{}", meant(other)),
        Misuse::TooMuch(given) => format!("'{given}' is te veel."),
        Misuse::NoValue(option) => format!("Achter {option} hoort een waarde."),
        Misuse::NotOneOf(option, value, choices) => {
            format!("'{value}' kan niet bij {option}. Kies uit: {}.", choices.join(", "))
        }
        Misuse::NotRead(option, value, what) => {
            format!("'{value}' kan niet bij {option}. Er hoort {}.", expected(*what))
        }
        Misuse::Missing(what) => format!("Dit ontbreekt: {}.", what.join(", ")),
        Misuse::NotTogether(one, other) => format!("{one} gaat niet samen met {other}. Kies er één."),
        Misuse::Twice(option) => format!("{option} staat er twee keer."),
        Misuse::NotText => "Een van de woorden is geen leesbare tekst.".to_owned(),
        Misuse::Other => "Zo werkt deze opdracht niet.".to_owned(),
    }
}

fn trouble(trouble: &Trouble) -> String {
    match trouble {
        Trouble::NoDataFolder => {
            "Het is niet bekend waar uw gegevens horen. Geef het bestand met --bestand.".to_owned()
        }
        Trouble::NoSettingsFolder => {
            "Het is niet bekend waar uw instellingen horen. Geef het bestand met --instellingen.".to_owned()
        }
        Trouble::PassphraseNotText => {
            "De eerste regel is geen leesbare tekst. Bewaar het wachtwoord als tekst in UTF-8.".to_owned()
        }
        Trouble::NoSchoolNamed(text) => {
            format!("Geen school heeft '{text}' in naam, plaats of BRIN. Typ een ander deel van de naam.")
        }
        Trouble::SeveralSchools(text, schools) => {
            format!("Meer dan één school heeft '{text}': {schools}. Typ een groter deel van de naam.")
        }
        Trouble::NoCohort(name, known) => match known.as_slice() {
            [] => format!("Er is geen cohort '{name}'. Er is nog geen enkel cohort; maak er een in dakpan."),
            known => format!("Er is geen cohort '{name}'. Kies uit: {}.", known.join(", ")),
        },
        Trouble::SameCohort(name) => format!("{name} staat al in de tabel. Vergelijk met een ander cohort."),
        Trouble::EmptyPeriod => "De laatste dag ligt voor de eerste. Verwissel --van en --tot.".to_owned(),
        Trouble::WhichSchool(schools) if schools.is_empty() => {
            "Er is nog geen school. Lees eerst scholen in: dakpan importeer LIJST --soort scholen".to_owned()
        }
        Trouble::WhichSchool(schools) => {
            format!("Van welke school is deze lijst? Geef --school met een van deze: {schools}")
        }
        Trouble::NoSchoolCoded(code) => {
            format!("School {code} staat niet in het bestand. Controleer de BRIN, of maak de school eerst in dakpan.")
        }
        Trouble::NothingFound(text) => format!("Niets gevonden voor '{text}'. Typ minder, of een ander woord."),
        Trouble::NoDate(phrase) => {
            format!("'{phrase}' is niet als dag te lezen. Typ bijvoorbeeld 12-6, half juni of over 2 weken.")
        }
        Trouble::DateNeedsFile(phrase) => {
            format!("'{phrase}' hangt af van het geplande overleg. Geef het bestand mee: --bestand BESTAND.")
        }
        Trouble::DateNeedsMeeting(phrase) => {
            format!("'{phrase}' hangt af van het geplande overleg, en er is er geen gepland. Plan het in dakpan.")
        }
        Trouble::NoRegion(phrase) => format!(
            "'{phrase}' hangt af van de schoolvakanties. Zet uw vakantieregio in de instellingen: dakpan instellingen"
        ),
        Trouble::Damaged(1) => "Er is 1 fout in het bestand gevonden. Gebruik een reservekopie.".to_owned(),
        Trouble::Damaged(count) => format!("Er zijn {count} fouten in het bestand gevonden. Gebruik een reservekopie."),
        Trouble::NoRowAccepted => {
            "Geen enkele rij is te gebruiken; er is niets geschreven. Verbeter de lijst.".to_owned()
        }
        Trouble::NoMeeting => "Er is nog geen overleg. Plan er eerst een in dakpan.".to_owned(),
        Trouble::NoMeetingNumbered(number) => {
            format!("Er is geen overleg met nummer {number}. Laat --overleg weg voor het laatste.")
        }
        Trouble::Nobody(wanted, known) => match known.as_slice() {
            [] => format!("'{wanted}' is hier niet bekend. Typ een ander deel van de naam."),
            known => format!("'{wanted}' is hier niet bekend. Kies uit: {}.", known.join(", ")),
        },
        Trouble::NotWhole(wanted, near) => match near.as_slice() {
            [] => format!("'{wanted}' is hier niet bekend. Geef de hele naam, of het nummer uit 'dakpan zoek'."),
            near => format!(
                "'{wanted}' is geen hele naam. Geef die, of een nummer: {}.",
                near.join(", ")
            ),
        },
        Trouble::Several(wanted, found) => {
            format!(
                "'{wanted}' past op meer dan één: {}. Typ meer van de naam.",
                found.join(", ")
            )
        }
        Trouble::NothingToWrite => "Er is niets om te schrijven. Kies een ander overleg of een ander stuk.".to_owned(),
        Trouble::NotWritten => "Het stuk kon niet worden opgemaakt. Kies met --formaat een andere vorm.".to_owned(),
        Trouble::RestoreItself => "Dat is het bestand zelf. Geef een reservekopie ervan.".to_owned(),
        Trouble::NobodyToConfirm => {
            "Hier kan niet om een bevestiging worden gevraagd. Geef --ja als het zeker is.".to_owned()
        }
        Trouble::Output => "Het antwoord kan niet worden weggeschreven. Controleer de schijf.".to_owned(),
        Trouble::NotConfirmed => "Het leerlingnummer is niet getypt: er is niets gewist.".to_owned(),
        Trouble::Stopped => "Gestopt: er is niets gewist.".to_owned(),
        Trouble::NotAllErased => "Niet alles is gewist: zie hierboven wat er nog moet gebeuren.".to_owned(),
        Trouble::TrailBroken(1) => "Het logboek heeft 1 fout.".to_owned(),
        Trouble::TrailBroken(count) => format!("Het logboek heeft {count} fouten."),
    }
}

fn file_problem(problem: &Problem) -> Option<String> {
    Some(
        match problem {
            Problem::NotFound => "Dit bestand is er niet. Controleer de naam en de map, of geef --bestand.",
            Problem::NeedsKeyFile => "Dit bestand gaat open met een sleutelbestand. Geef --sleutel-bestand.",
            Problem::NeedsPassphrase => {
                "Dit bestand gaat open met een wachtwoord. Laat --sleutel-bestand weg of geef --wachtwoord-bestand."
            }
            Problem::NoTerminal => {
                "Hier kan geen wachtwoord worden gevraagd. Geef --wachtwoord-bestand of --sleutel-bestand."
            }
            _ => return None,
        }
        .to_owned(),
    )
}

fn date(day: Day) -> String {
    format!("{} {}", weekday(day), day.format("%d-%m-%Y"))
}

fn moment(at: Moment) -> String {
    format!("{} {}", date(at.date_naive()), at.format("%H:%M"))
}

fn fate(fate: Fate) -> &'static str {
    match fate {
        Fate::Done => "",
        Fate::Undone => "later ongedaan gemaakt",
        Fate::Undoing => "ongedaan gemaakt",
        Fate::Redoing => "opnieuw gedaan",
    }
}

pub(super) fn counts(count: ImportCount) -> String {
    format!(
        "nieuw {} · gewijzigd {} · gelijk {} · niet meer in de lijst {} · geweigerd {}",
        count.new, count.changed, count.unchanged, count.vanished, count.refused
    )
}
