//! What the settings say, in Dutch, and the words that Tab writes out.

use super::intents::INTENTS;
use crate::text::settings::{KeyRule, Setting, SettingsWords, SettingsWrong};

pub(in crate::text) const SETTINGS: SettingsWords = SettingsWords {
    none_yet: "Dit bestand is er nog niet. Begin met het voorbeeld: dakpan instellingen --voorbeeld",
    sound: "De instellingen zijn in orde.",
    example_heading: "Instellingen van dakpan. Een regel die met # begint, telt niet mee.\n\
        Haal het # voor een instelling weg en verander wat erachter staat; wat er staat, is wat het programma al doet,\n\
        behalve bij de regio, de aanpak en de eigen afkorting.\n\
        Elke naam kan ook in het Engels, zoals 'language' voor 'taal'.",
    example_word: "pb",
    example_text: "participatiebedrijf",
    example_template: "Wens: \\nWie houdt vast: ",
    example_approach: "aanpak-jonge-statushouders.toml",
    approach: |name, place| format!("Aanpak: {name} ({place})"),
    about,
    place,
    wrong,
};

/// Words of the table that are long to type. None of them is a word or a name that somebody may mean as it stands.
pub(in crate::text) const SNIPPETS: &[(&str, &str)] = &[
    ("ba", "banenafspraak"),
    ("bsw", "beschut werk"),
    ("dgr", "doelgroepregister"),
    ("dgb", "dagbesteding"),
    ("gbw", "gestart met betaald werk"),
    ("jc", "jobcoach"),
    ("lks", "loonkostensubsidie"),
    ("lwm", "loonwaardemeting"),
    ("ntb", "nog te bepalen"),
    ("oav", "ontheffing arbeidsverplichting"),
    ("ppl", "participatieplek"),
    ("ppt", "proefplaatsing"),
    ("sco", "stagecoördinator"),
    ("svl", "stage verloopt goed"),
    ("vcp", "vaste contactpersoon"),
];

fn about(setting: Setting) -> &'static str {
    match setting {
        Setting::Language => "De taal: nl of en. --lang en DAKPAN_LANG gaan voor.",
        Setting::Theme => "De kleuren. --thema gaat voor.",
        Setting::Ascii => "Alleen gewone tekens, voor een lettertype dat de andere mist.",
        Setting::Mouse => "Met de muis aanwijzen; tekst selecteren gaat dan niet.",
        Setting::HandoverDays => {
            "Zoveel dagen houden de oude en de nieuwe partij een leerling samen vast;\nis het korter, dan heet de overdracht koud."
        }
        Setting::OutOfSightDays => "Na zoveel dagen zonder contact is een leerling buiten beeld.",
        Setting::LowChances => {
            "Wanneer kansen laag zijn: als vervolgonderwijs en werk allebei laag zijn (\"beide\"),\nof al bij één (\"een_van_beide\")."
        }
        Setting::SmallCounts => {
            "Aantallen onder dit getal zijn verborgen in openbare resultaten en op het gedeelde scherm: 2 tot en met 100."
        }
        Setting::HolidayRegion => "De regio van de schoolvakanties, voor \"na de zomervakantie\".",
        Setting::Approach => {
            "Een andere aanpak, voor een andere doelgroep: een bestand met eigen woorden en termijnen, naast dit bestand.\nZo'n aanpak heeft een eigen tafelbestand. --aanpak en DAKPAN_AANPAK gaan voor."
        }
        Setting::WorkingNoteDays => {
            "Zoveel dagen na het vastzetten van het verslag wissen werknotities zichzelf, na aankondiging."
        }
        Setting::Retention => "Eigen bewaartermijnen, in jaren; zie dakpan bewaartermijn.",
        Setting::LockAfter => {
            "Na zoveel minuten zonder toets gaat het bestand op slot; 0 is nooit. In een open overleg wordt het scherm dan\n\
             alleen leeg (F9)."
        }
        Setting::LockInMeeting => "Ook in een open overleg op slot.",
        Setting::Backups => {
            "Hoeveel reservekopieën er blijven; bij het begin van elk overleg wordt er een gemaakt. De nieuwste blijft altijd."
        }
        Setting::Keys => {
            "Eigen toetsen: een toets (\"S\") of een lijst ([\"S\", \"F6\"]); de eerste wordt getoond.\n\
             Elke plaats heeft een eigen tabel; haal ook het # voor de naam daarvan weg.\n\
             Dode toetsen, AltGr, Alt en toetsen die een terminal zelf houdt, worden geweigerd."
        }
        Setting::Snippets => "Eigen afkortingen: typ het woord in een notitie en druk op Tab.",
        Setting::Templates => {
            "Eigen kopjes voor een lege notitie, per behandeling (hamerstuk, bespreken, complex) en soort school\n\
             (vso, pro, entree; zonder school voor alle): Tab schrijft ze, vanzelf gebeurt dat nooit."
        }
    }
}

fn place(line: usize, name: &str) -> String {
    match name {
        "" => format!("regel {line}"),
        _ => format!("regel {line}, '{name}'"),
    }
}

fn wrong(wrong: &SettingsWrong) -> String {
    match wrong {
        SettingsWrong::NotToml => {
            "dit is niet te lezen. Kijk naar aanhalingstekens, haken en het =-teken, hier of vlak ervoor.".to_owned()
        }
        SettingsWrong::NotText => {
            "dit is geen bestand met instellingen. Kies een ander of maak het opnieuw.".to_owned()
        }
        SettingsWrong::Unknown(Some(meant)) => format!("dit bestaat niet. Bedoelt u '{meant}'?"),
        SettingsWrong::Unknown(None) => {
            "dit bestaat niet. Kijk in het voorbeeld: dakpan instellingen --voorbeeld".to_owned()
        }
        SettingsWrong::Twice(line) => format!("dit staat ook in regel {line}. Haal er één weg."),
        SettingsWrong::TwiceHere => "dit staat er twee keer. Haal er één weg.".to_owned(),
        SettingsWrong::NoText => "hier hoort een tekst tussen aanhalingstekens.".to_owned(),
        SettingsWrong::NoYesNo => "hier hoort true (ja) of false (nee).".to_owned(),
        SettingsWrong::NoTable => {
            "hier hoort een tabel. Zet de naam tussen vierkante haken op een eigen regel.".to_owned()
        }
        SettingsWrong::NoTables => {
            "hier hoort een lijst van tabellen. Zet de naam tussen dubbele vierkante haken op een eigen regel."
                .to_owned()
        }
        SettingsWrong::NoNumber(least, most) => format!("hier hoort een heel getal van {least} tot en met {most}."),
        SettingsWrong::NotOneOf(choices) => format!("dit kan niet. Kies uit: {}.", choices.join(", ")),
        SettingsWrong::NoKeys => "hier hoort een toets tussen aanhalingstekens, of een lijst daarvan.".to_owned(),
        SettingsWrong::NoKey(text) => {
            format!("'{text}' is geen toets. Schrijf een letter, of bijvoorbeeld PgDn, F6 of Ctrl+Z.")
        }
        SettingsWrong::NotHere => "dit heeft hier geen toets. Zet het in de tabel van een andere plaats.".to_owned(),
        SettingsWrong::Key(key, rule) => key_rule(key, *rule),
        SettingsWrong::Missing(what) => format!("hier ontbreekt '{what}'. Zet het erbij."),
        SettingsWrong::NoOwnWord(most) => {
            format!("hier hoort een woord van 1 tot en met {most} letters. Maak het korter of haal de regel weg.")
        }
        SettingsWrong::CalledTwice(word) => {
            format!("'{word}' is ook een naam van een andere partij. Kies een ander woord.")
        }
        SettingsWrong::NoWord => "een afkorting is één woord van hooguit 20 letters. Maak het korter.".to_owned(),
        SettingsWrong::NoSnippet => "de tekst is leeg of te lang. Schrijf hooguit 2000 letters.".to_owned(),
    }
}

fn key_rule(key: &str, rule: KeyRule) -> String {
    match rule {
        KeyRule::Dead => format!("{key} wacht op veel toetsenborden op de volgende letter. Kies een andere toets."),
        KeyRule::AltGr => format!("{key} zit op veel toetsenborden onder AltGr of ontbreekt. Kies een andere toets."),
        KeyRule::Alt => format!("{key} kan niet: Alt met een letter is Esc en dan die letter. Kies een andere toets."),
        KeyRule::Terminal => {
            format!("{key} komt in een terminal niet aan, of als een andere toets. Kies een andere toets.")
        }
        KeyRule::Letter => format!("{key} is hier een letter in de tekst. Kies een toets die geen letter is."),
        KeyRule::Edits => format!("{key} beweegt of wist hier in de tekst. Kies een andere toets."),
        KeyRule::Clash(other) => format!("{key} is hier al van '{}'. Kies een andere toets.", INTENTS.hint(other)),
        KeyRule::Kept => format!("{key} moet blijven. Zet {key} erbij in de lijst."),
        KeyRule::NoKey => "dit kan niet zonder toets. Geef er minstens één.".to_owned(),
    }
}
