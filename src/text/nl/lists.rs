//! Lists that were sent, in Dutch.

use crate::domain::listed::{ListedField, Vanishing};
use crate::text::cli::ImportCount;
use crate::text::lists::{ImportPart, ImportWords, ListWords, OtherField};

use super::cli::size;

pub(in crate::text) const LISTS: ListWords = ListWords {
    empty: "De lijst is leeg. Vraag de school om de lijst opnieuw.",
    no_pupils: "Onder de kopregel staat geen leerling. Vraag de school om de lijst opnieuw.",
    not_text: "Dit is geen lijst. Bewaar de lijst als CSV, XLSX of ODS en lees die in.",
    old_workbook: "Dit rekenblad is van voor 2007 of heeft een wachtwoord. Bewaar het als XLSX zonder wachtwoord.",
    damaged: "Dit rekenblad is beschadigd of afgebroken. Vraag de school om de lijst opnieuw.",
    swollen: "Dit rekenblad is uitgepakt groter dan een lijst kan zijn. Bewaar alleen de lijst als CSV.",
    stopped: "Het lezen is afgebroken; er is niets veranderd.",
    bad_code: "dit is geen BRIN met vestigingsnummer",
    unknown_school: "deze school staat niet in het bestand",
    unknown_party: "deze partij staat niet in het bestand",
    bad_rank: "de rang is een getal van 1 tot en met 9",
    rank_twice: "deze rang heeft deze school al in een eerdere rij",
    cell_error: "de formule in deze cel heeft geen uitkomst",
    truth_value: "hier staat waar of onwaar in plaats van een tekst",
    missing_number: "het leerlingnummer ontbreekt",
    missing_name: "de naam ontbreekt",
    damaged_number: "een rekenblad heeft het nummer beschadigd; maak van die kolom tekst",
    unreadable_number: "in het nummer is een teken verloren gegaan",
    bad_date: "dit is geen datum",
    impossible_date: "deze dag bestaat niet",
    far_date: "dit jaar ligt buiten 1900 tot en met 2099",
    other_weekday: "de weekdag hoort niet bij deze datum",
    not_yet_born: "deze geboortedatum moet nog komen",
    looks_like_bsn: "dit lijkt een burgerservicenummer, dat hier niet hoort; zet er het leerlingnummer",
    leaving_before_birth: "de uitstroom ligt voor de geboorte",
    control_character: "er staat een stuurteken in",
    too_long: "de tekst is te lang",
    more_cells: "er staan meer waarden dan kolommen; misschien hoort er een aanhalingsteken om een waarde",
    unreadable_letter: "een letter is beschadigd aangekomen",
    formula: "dit begint als een formule; kijk of hier de goede naam staat",
    unknown_profile: "dit uitstroomprofiel is niet bekend en is niet overgenomen",
    short_number: "dit nummer is korter dan de andere; misschien heeft een rekenblad er nullen afgehaald",
    number: "leerlingnummer",
    given: "roepnaam",
    infix: "tussenvoegsel",
    family: "achternaam",
    birth: "geboortedatum",
    class: "klas",
    profile: "uitstroomprofiel",
    leaving: "verwachte uitstroomdatum",
    placement: "stagebedrijf",
    residence: "woongemeente",
    too_large: |most| {
        format!(
            "De lijst is te groot: meer dan {}. Lees een kleinere lijst in.",
            size(most as u64)
        )
    },
    too_many_rows: |most| format!("De lijst heeft meer dan {most} rijen. Lees de lijst in delen in."),
    too_many_columns: |most| {
        format!("De lijst heeft meer dan {most} kolommen. Laat de kolommen weg die niet nodig zijn.")
    },
    no_heading: |looked_at| {
        format!("In de eerste {looked_at} rijen staat geen kopregel. Zet boven elke kolom wat erin staat.")
    },
    missing_columns: |missing, unknown| match unknown {
        "" => format!("Deze kolommen ontbreken: {missing}. Zet ze in de lijst."),
        _ => format!("Deze kolommen ontbreken: {missing}. Niet herkend: {unknown}. Pas de kopregel aan."),
    },
    missing_headings: |missing, unknown| match unknown {
        "" => format!("Deze kolommen ontbreken: {missing}. Zet ze in de lijst."),
        _ => format!("Deze kolommen ontbreken: {missing}. Niet herkend: {unknown}. Pas de kopregel aan."),
    },
    no_such_sheet: |name, sheets| match sheets {
        "" => format!("Er is geen blad '{name}': dit is een tekstbestand. Laat het blad weg."),
        _ => format!("Er is geen blad '{name}'. Wel: {sheets}."),
    },
    several_sheets: |sheets| {
        format!("Er zijn bladen die evenveel op een lijst lijken: {sheets}. Kies er een met --blad.")
    },
    no_such_heading: |heading, headings| format!("Er is geen kolom '{heading}'. Wel: {headings}."),
    column_twice: |heading| format!("Twee kolommen heten '{heading}'. Laat er één weg."),
    bsn: |column| {
        format!("Kolom '{column}' bevat burgerservicenummers. Die horen hier niet: haal de kolom uit de lijst.")
    },
    unclosed: |row| format!("In rij {row} begint een aanhalingsteken dat nergens eindigt. Maak dat in orde."),
    school_twice: |first_row| format!("deze school staat ook in rij {first_row}; die rij telt"),
    duplicate: |other_row| format!("dit nummer staat ook in rij {other_row}; geen van beide is gelezen"),
    swallowed: |lines| format!("een aanhalingsteken maakt van {lines} regels één waarde; verbeter of verwijder het"),
    refused: |row, column, value, reason| format!("Geweigerd: rij {row}, {column}{}: {reason}", quoted(value)),
    remark: |row, column, value, reason| format!("Kijk na: rij {row}, {column}{}: {reason}", quoted(value)),
};

pub(in crate::text) const IMPORT: ImportWords = ImportWords {
    choose_file: "Welke lijst?",
    path: "map of bestand",
    file_foot: "Tab vult aan, Enter opent; alleen mappen, CSV, XLSX en ODS staan hier",
    no_files: "Hier staat geen lijst (CSV, XLSX of ODS)",
    no_folder: "Deze map kan niet worden gelezen",
    folder: "map",
    of_schools: "scholen",
    of_contacts: "vaste contactpersonen",
    choose_sheet: "Welk blad is de lijst?",
    sheet_foot: "Enter kiest het blad",
    choose_columns: "Wat staat in welke kolom?",
    columns_foot: "Links en rechts kiezen wat een kolom is; dit wordt voor deze school onthouden",
    not_read: "wordt niet gelezen",
    chosen: "gekozen",
    preview_foot: "Er is nog niets geschreven",
    esc_stops: "Esc breekt af; er is dan niets veranderd",
    stopped: "Afgebroken: er is niets veranderd",
    row: "rij",
    reason: "reden",
    to_mend: "geweigerd",
    yes_letter: "j",
    other_kinds: "andere soorten school, overgeslagen",
    vanishing: |what| match what {
        Vanishing::Keep => "blijft staan",
        Vanishing::Left => "is vertrokken",
        Vanishing::OutOfSight => "is uit beeld",
    },
    field,
    change: |name, before, after| format!("{} {} → {after}", field(name), named(before, "(leeg)")),
    other_change: |field, before, after| {
        format!(
            "{} {} → {}",
            other_field(field),
            named(before, "(leeg)"),
            named(after, "(leeg)")
        )
    },
    part: |part, count| {
        let name = match part {
            ImportPart::Refused => "Geweigerd",
            ImportPart::Vanished => "Niet meer in de lijst",
            ImportPart::Changed => "Gewijzigd",
            ImportPart::New => "Nieuw",
            ImportPart::Remarks => "Kijk na",
            ImportPart::Unchanged => "Gelijk",
        };
        format!("{name} ({count})")
    },
    in_row: |row, text| format!("rij {row} · {text}"),
    title: |school, count| format!("Lijst van {school} · {}", counts(count)),
    sheet: |name, others| match others {
        "" => format!("Blad '{name}'."),
        _ => format!("Blad '{name}' gelezen; ook in dit rekenblad: {others}."),
    },
    columns: |pairs| format!("Kolommen: {pairs}"),
    not_understood: |headings| format!("Niet begrepen en niet gelezen: {headings}"),
    school_taken: |school, named| match named {
        true => format!("De lijst noemt zelf de school: {school}."),
        false => format!("Er is één school in het bestand: {school}."),
    },
    pair: |heading, column| format!("{heading} → {column}"),
    reading: |rows| format!("Lijst wordt gelezen: {rows} rijen"),
    writing: |done, all| format!("Lijst wordt ingelezen: {done} van {all}"),
    imported: |count| format!("Ingelezen: {}", counts(count)),
    mended: |rows, file| format!("{rows} geweigerde rijen staan in {file}, niet versleuteld"),
    vanished: |count, what| match what {
        Vanishing::Keep => format!("Niet meer in de lijst: {count} blijven staan."),
        Vanishing::Left => format!("Niet meer in de lijst: {count} als vertrokken genoteerd."),
        Vanishing::OutOfSight => format!("Niet meer in de lijst: {count} als uit beeld genoteerd."),
    },
    and_more: |count| format!("en nog {count}"),
    ask_vanished: |count, what| {
        let what = match what {
            Vanishing::Keep => "blijven staan",
            Vanishing::Left => "worden als vertrokken genoteerd",
            Vanishing::OutOfSight => "worden als uit beeld genoteerd",
        };
        format!("Niet meer in de lijst: {count} {what}. Doorgaan? (j/n) ")
    },
    others: |new, changed, same, refused| {
        format!("nieuw {new} · gewijzigd {changed} · gelijk {same} · geweigerd {refused}")
    },
};

fn counts(count: ImportCount) -> String {
    super::cli::counts(count)
}

fn field(field: ListedField) -> &'static str {
    match field {
        ListedField::Given => "roepnaam",
        ListedField::Infix => "tussenvoegsel",
        ListedField::Family => "achternaam",
        ListedField::Birth => "geboortedatum",
        ListedField::Class => "klas",
        ListedField::Residence => "woongemeente",
        ListedField::Profile => "uitstroomprofiel",
        ListedField::Leaving => "verwachte uitstroomdatum",
        ListedField::Placement => "stagebedrijf",
    }
}

fn other_field(field: OtherField) -> &'static str {
    match field {
        OtherField::Name => "naam",
        OtherField::Place => "plaats",
        OtherField::Kind => "soort",
        OtherField::Contact => "contactpersoon",
        OtherField::Position => "functie",
        OtherField::Phone => "telefoon",
        OtherField::Email => "e-mail",
    }
}

fn quoted(value: &str) -> String {
    if value.is_empty() {
        String::new()
    } else {
        format!(" '{value}'")
    }
}

fn named(value: &str, none: &str) -> String {
    if value.is_empty() {
        none.to_owned()
    } else {
        value.to_owned()
    }
}
