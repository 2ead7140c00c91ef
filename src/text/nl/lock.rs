//! The words of the lock and of backups, in Dutch.

use chrono::NaiveDateTime;

use super::cli::size;
use super::notices::NOTICES;
use crate::domain::since::{StaysDone, Wrote};
use crate::text::lock::{CopyWhy, LockTold, LockWords, SecretAsk, percent};
use crate::text::notice::Problem;

pub(in crate::text) const LOCK: LockWords = LockWords {
    locked: "Op slot",
    kept: "Wat getypt was, is bewaard.",
    typed: "…",
    back_private: "Hierna komt het PRIVÉ-scherm terug: kijk wie er meekijkt.",
    demo: "Dit is de voorbeeldtafel: haar wachtwoord is demo.",
    escape: "Esc: niet doen",
    ask_old: "Wachtwoord van nu: ",
    changed: "Het wachtwoord is gewijzigd. Wie het kwijt is, kan er niet meer in.",
    key_made: "Het sleutelbestand is gemaakt. Wie het kwijt is, kan er niet meer in: bewaar er een kopie van.",
    ask_restore: "Terugzetten? Typ herstel: ",
    restore_word: "herstel",
    nothing_newer: "In het bestand van nu staat niets nieuwers.",
    cannot_compare: "Het bestand van nu gaat hiermee niet open: wat daarin nieuwer is, is niet te zeggen, en wie daarin werd gewist of wat daarin werd verbeterd, is er weer zoals eerst.",
    trail_goes_back: "Ook het logboek en het journaal gaan terug naar toen; in het logboek komt dat deze kopie werd teruggezet. Wat er sindsdien in kwam, staat alleen nog in het bestand dat wordt bewaard.",
    no_file: "Er is nog geen bestand op die plaats.",
    restored: "De reservekopie is teruggezet.",
    backups_title: "Reservekopieën",
    no_backups: "Er zijn nog geen reservekopieën van dit bestand.",
    backups_foot: "Enter laat zien wat terugzetten kost. Er verandert dan nog niets.",
    restore_title: "Deze reservekopie terugzetten?",
    file_of_now: "Bestand van nu",
    other_than_backup: "Deze kopie is niet het bestand van nu in een eerdere stand: zij is van een andere tafel, of van voor een eerder terugzetten. Alles van nu maakt plaats. Kijk of de aantallen en de dag van de kopie kloppen; zo niet, zet haar dan niet terug.",
    type_the_word: "het woord herstel",
    restore_foot: "Typ herstel en Enter. Het bestand van nu wordt eerst bewaard bij de kopieën. Esc: terug",
    not_the_word: "Dat is niet het woord herstel; er is niets veranderd.",
    making_ready: "Bezig: de kopie wordt geschikt gemaakt voor dit programma …",
    erasing_again: "Bezig: wie sindsdien werd gewist, en wat werd verbeterd, gaat ook uit de kopie …",
    stop_restoring: "Esc: niet doen. Het bestand van nu is nog zoals het was.",
    backup_row,
    backup_aside,
    ask,
    told,
    backups_changed: |count| match count {
        0 => "Er waren geen reservekopieën om mee te nemen.".to_owned(),
        1 => "1 reservekopie gaat nu ook open met het nieuwe.".to_owned(),
        _ => format!("{count} reservekopieën gaan nu ook open met het nieuwe."),
    },
    backup_left: |file| format!("{file}: deze reservekopie ging niet open met het oude en bleef zoals ze was."),
    holds,
    of_backup: |file| format!("Reservekopie {file}"),
    of_file: |file| format!("Bestand van nu {file}"),
    newer,
    wrote,
    reopened: |meetings| match meetings {
        1 => "1 overleg dat gesloten is, is dan weer open.".to_owned(),
        _ => format!("{meetings} overleggen die gesloten zijn, zijn dan weer open."),
    },
    stays,
    erased_again: |count| match count {
        1 => "De leerling die sindsdien was gewist, is ook hier weer gewist.".to_owned(),
        count => format!("De {count} leerlingen die sindsdien waren gewist, zijn ook hier weer gewist."),
    },
    kept_at: |file| format!("Het bestand dat er stond, is bewaard als {file}"),
    others_may_read: |file| {
        format!(
            "{file}: ook anderen op deze computer kunnen dit lezen. Maak het alleen voor uzelf leesbaar (chmod 600)."
        )
    },
    keeping: |done, total| {
        let percent = percent(done, total);
        format!("Bezig: het bestand van nu wordt bewaard bij de kopieën, {percent}% …")
    },
    progress: |done, total| format!("{}% ({done}/{total})", percent(done, total)),
};

fn ask(ask: SecretAsk) -> &'static str {
    match ask {
        SecretAsk::Passphrase => "Wachtwoord:",
        SecretAsk::KeyFile => "Enter leest het sleutelbestand opnieuw",
        SecretAsk::Old => "Wachtwoord van nu:",
        SecretAsk::New => "Nieuw wachtwoord:",
        SecretAsk::Again => "Nog een keer:",
    }
}

fn told(told: &LockTold) -> String {
    match told {
        // Whoever mistyped is not to fear for the file; after some tries it may be that.
        LockTold::Wrong(0) => "Dat klopt niet.".to_owned(),
        LockTold::Wrong(seconds @ 1..=3) => format!("Dat klopt niet. Opnieuw over {seconds} s."),
        LockTold::Wrong(seconds) => format!("Dat klopt niet, of het bestand is beschadigd. Opnieuw over {seconds} s."),
        LockTold::Wait(seconds) => format!("Nog {seconds} s wachten."),
        LockTold::File(problem) | LockTold::New(problem) => (NOTICES.problem)(problem),
        LockTold::Key(problem) => format!("Sleutelbestand: {}", (NOTICES.problem)(problem)),
        LockTold::HowToQuit => "Stoppen: nog een keer Ctrl+C. Alles is opgeslagen.".to_owned(),
    }
}

fn count(number: u64, one: &str, more: &str) -> String {
    format!("{number} {}", if number == 1 { one } else { more })
}

fn holds(last_change: Option<&str>, schools: u64, pupils: u64, meetings: u64) -> String {
    let numbers = [
        count(schools, "school", "scholen"),
        count(pupils, "leerling", "leerlingen"),
        count(meetings, "overleg", "overleggen"),
    ];
    let changed = last_change.map_or("nooit gewijzigd".to_owned(), |at| format!("laatst gewijzigd {at}"));
    format!("  {changed} · {}", numbers.join(" · "))
}

fn newer(changes: u64, pupils: u64, meetings: u64) -> String {
    format!(
        "Nieuwer in het bestand van nu, en weg na het terugzetten: {}, over {} en in {}.",
        count(changes, "wijziging", "wijzigingen"),
        count(pupils, "leerling", "leerlingen"),
        count(meetings, "overleg", "overleggen"),
    )
}

fn wrote(wrote: &Wrote) -> String {
    let parts = [
        (wrote.notes, "notitie", "notities"),
        (wrote.actions, "actie", "acties"),
        (wrote.decisions, "besluit", "besluiten"),
        (wrote.attendance, "keer aanwezigheid", "keer aanwezigheid"),
        (wrote.other, "ander gegeven", "andere gegevens"),
    ];
    format!(
        "Wat nu anders is dan in de kopie, elk één keer geteld: {}.",
        named(&parts)
    )
}

fn stays(stays: &StaysDone) -> String {
    let parts = [
        (stays.erased, "gewiste leerling", "gewiste leerlingen"),
        (
            stays.rectified,
            "verbetering zonder spoor",
            "verbeteringen zonder spoor",
        ),
    ];
    format!(
        "Wat sindsdien gebeurde en zo blijft, ook in de kopie: {}.",
        named(&parts)
    )
}

/// What there is of each, parted by commas.
fn named(parts: &[(u64, &str, &str)]) -> String {
    let there = parts.iter().filter(|(number, ..)| *number > 0);
    let told: Vec<String> = there.map(|(number, one, more)| count(*number, one, more)).collect();
    told.join(", ")
}

fn backup_row(made: NaiveDateTime, why: CopyWhy) -> String {
    let why = match why {
        CopyWhy::Made => "reservekopie".to_owned(),
        CopyWhy::BeforeMigration(version) => format!("van voor het bijwerken (versie {version})"),
        CopyWhy::BeforeRestore => "van voor een terugzetten".to_owned(),
    };
    format!("{} · {why}", made.format("%d-%m-%Y %H:%M"))
}

fn backup_aside(bytes: u64, pupils: &Result<u64, Problem>) -> String {
    let holds = match pupils {
        Ok(pupils) => count(*pupils, "leerling", "leerlingen"),
        Err(Problem::WrongKey) => "ander wachtwoord of beschadigd".to_owned(),
        Err(Problem::InUse) => "nu in gebruik".to_owned(),
        Err(_) => "niet te lezen".to_owned(),
    };
    format!("{holds} · {}", size(bytes))
}
