//! What just happened, why something cannot be done, and what is wrong, in Dutch.
//!
//! The rule: a refusal is a clause, so that it can follow "kan nu niet:"; a problem says what is wrong and then what
//! to do.

use chrono::NaiveTime;

use super::cli::size;
use super::codes::CODES;
use super::dates::DATES;
use super::intents::INTENTS;
use super::rights::RIGHTS;
use super::room::ROOM;
use super::window::WINDOW;
use crate::domain::dossier::Closing;
use crate::domain::intent::Intent;
use crate::text::notice::{Notice, Problem, Refusal};
use crate::text::{Notices, capital};

pub(in crate::text) const NOTICES: Notices = Notices {
    notice,
    refusal,
    problem,
};

fn clock(time: NaiveTime) -> String {
    time.format("%H:%M").to_string()
}

fn notice(notice: &Notice) -> String {
    match notice {
        Notice::OutOfSight(true) => "Vastgelegd: nu buiten beeld".to_owned(),
        Notice::OutOfSight(false) => "Vastgelegd: weer in beeld".to_owned(),
        Notice::Done(intent) => format!("Vastgelegd: {}", INTENTS.change(*intent)),
        Notice::Undone(intent, at) => format!("Ongedaan: {} van {}", INTENTS.change(*intent), clock(*at)),
        Notice::Redone(intent, at) => format!("Opnieuw: {} van {}", INTENTS.change(*intent), clock(*at)),
        Notice::Refused(intent, why) => format!("{} kan nu niet: {}", capital(called(*intent)), refusal(*why)),
        Notice::UnknownKey(key) => format!("{key} doet hier niets; ? geeft hulp"),
        Notice::AlreadySaved => "Alles is al opgeslagen".to_owned(),
        Notice::HowToQuit => "Stoppen: q en dan j. Alles is opgeslagen".to_owned(),
        Notice::AskConfirm(intent) => ask(*intent),
        Notice::AskOpen(day) => format!(
            "Dit overleg is van {}. Vandaag openen? Druk nog een keer op dezelfde toets",
            (DATES.day)(*day)
        ),
        Notice::PlannedEmpty => "Gepland, nog zonder leerlingen: A zet een leerling op de agenda".to_owned(),
        Notice::AskClose(left) => closing(left),
        Notice::NothingTyped => "Hier is niets getypt; Esc, dan Ctrl+Z: vorige wijziging terug".to_owned(),
        Notice::Hidden(hidden) => format!("Niets vastgelegd. {}", capital(&ROOM.hidden(*hidden))),
        Notice::LinesNotTaken(count) => format!("{}; Enter op de regel legt vast", not_taken(*count)),
        Notice::Paused => "Scherm gepauzeerd: er is niets getypt".to_owned(),
        Notice::NoMore => "Verder gaat de agenda niet".to_owned(),
        Notice::DraftRestored => "Het concept van de notitie is teruggezet".to_owned(),
        Notice::ContactsNotTwo(count) => contacts(*count),
        Notice::NothingFound => "Niets gevonden".to_owned(),
        Notice::NoSnippet => "Dit woord is geen afkorting".to_owned(),
        Notice::NoHeadings(Some(lane)) => format!(
            "Geen kopjes bij {}: die zijn er bij complex (Esc, dan l), of zet eigen kopjes in de instellingen",
            CODES.lane(*lane)
        ),
        Notice::NoHeadings(None) => "Tab schrijft kopjes of een afkorting uit, en hier is geen van beide".to_owned(),
        Notice::CarriedOver(1) => "1 punt schuift door naar het volgende overleg".to_owned(),
        Notice::CarriedOver(count) => format!("{count} punten schuiven door naar het volgende overleg"),
        Notice::Copied(rank) => format!("Gekopieerd: naam, telefoon en e-mail van vast contact {rank}"),
        Notice::KeptBeside => "Een ouder concept past niet meer bij de notitie en is ernaast bewaard".to_owned(),
        Notice::MinutesNext(key) => {
            format!("Overleg gesloten, het verslag ligt vast. {key}: verslag schrijven (privé)")
        }
        Notice::WindowCame(rows) => WINDOW.came(*rows),
        Notice::NoWindow(why) => WINDOW.cannot(*why).to_owned(),
        Notice::WindowWent => WINDOW.went.to_owned(),
        Notice::WritingPapers => "De stukken worden geschreven…".to_owned(),
        Notice::PapersWritten(1) => "1 bestand geschreven, niet versleuteld".to_owned(),
        Notice::PapersWritten(count) => format!("{count} bestanden geschreven, niet versleuteld"),
        Notice::NothingToWrite => "Hiervan is niets te schrijven".to_owned(),
        Notice::NotMade => "Het stuk kon niet worden gemaakt; er is niets geschreven".to_owned(),
        Notice::Imported(count) => super::lists::IMPORT.imported(*count),
        Notice::NothingNew => super::cli::CLI.nothing_new.to_owned(),
        Notice::ImportStopped => super::lists::IMPORT.stopped.to_owned(),
        Notice::RefusedWritten(rows, file) => super::lists::IMPORT.mended(*rows, file),
        Notice::CopiedActions(count, None) => copied(*count),
        Notice::CopiedActions(count, Some(hidden)) => format!("{} · {}", copied(*count), ROOM.hidden(*hidden)),
        Notice::Rectified(field, 0, 0) => RIGHTS.rectified(field.column()),
        Notice::Rectified(field, exports, texts) => RIGHTS.rectified_told(field.column(), *exports, *texts),
        Notice::WillInform(count, key, based) => RIGHTS.will_inform(*count, key, *based),
        Notice::NobodyPresent => "Niemand staat op aanwezig. Nog een keer Enter: toch zo verder".to_owned(),
        Notice::CannotUndo(_) => capital(RIGHTS.no_undo),
        Notice::Informed(count, based) => RIGHTS.informed(*count, *based),
        Notice::AgreementEnded(on) => capital(&RIGHTS.agreement_ended(*on)),
        Notice::NotesExpire(count, on) => RIGHTS.notes_expire(*count, *on),
        Notice::NotesExpired(count) => RIGHTS.notes_expired(*count),
        Notice::ErasureWaits => RIGHTS.erasure_waits.to_owned(),
        Notice::FormKept => "Wat getypt was, is bewaard: het formulier komt zo terug".to_owned(),
        Notice::Overfull(1) => "De agenda is 1 minuut langer dan het overleg".to_owned(),
        Notice::Overfull(minutes) => format!("De agenda is {minutes} minuten langer dan het overleg"),
        Notice::CopiedByTerminal => {
            "Gekopieerd via de terminal; het klembord van deze computer was niet te bereiken".to_owned()
        }
        Notice::BackingUp(percent, bytes) => {
            format!(
                "Reservekopie wordt gemaakt: {percent}% van {} (Esc stopt)",
                size(*bytes)
            )
        }
        Notice::BackedUp => "Reservekopie gemaakt".to_owned(),
        Notice::BackupFailed(what) => format!("Geen reservekopie gemaakt. {}", problem(what)),
        Notice::Restored(0) => "Reservekopie teruggezet; wat er stond, is bewaard bij de kopieën".to_owned(),
        Notice::Restored(1) => {
            "Teruggezet; wat er stond, is bewaard. 1 eerder gewiste leerling is weer gewist".to_owned()
        }
        Notice::Restored(count) => {
            format!("Teruggezet; wat er stond, is bewaard. {count} eerder gewiste leerlingen zijn weer gewist")
        }
        Notice::PassphraseChanged(1) => "Wachtwoord gewijzigd, ook van 1 reservekopie".to_owned(),
        Notice::PassphraseChanged(count) => format!("Wachtwoord gewijzigd, ook van {count} reservekopieën"),
        Notice::KeyFileOpen => {
            "Anderen op deze computer kunnen het sleutelbestand lezen: maak het alleen voor uzelf leesbaar".to_owned()
        }
        Notice::FileChanged => "Het bestand is vervangen of gewijzigd terwijl het op slot was".to_owned(),
        Notice::Problem(what) => problem(what),
    }
}

/// The question that the second key answers.
fn ask(intent: Intent) -> String {
    match intent {
        Intent::Quit => "Stoppen? Druk op j".to_owned(),
        Intent::TogglePrivate => "Naar PRIVÉ? Wie meekijkt ziet dan alle gegevens. Druk op j".to_owned(),
        Intent::Agree => "Akkoord met het voorstel? Druk nog een keer op dezelfde toets".to_owned(),
        Intent::CarryOver => "Doorschuiven? Druk nog een keer op dezelfde toets".to_owned(),
        Intent::ListEverything => {
            "Alles lezen kan enkele seconden duren. Druk nog een keer op dezelfde toets".to_owned()
        }
        Intent::CloseMeeting => "Overleg sluiten? Druk nog een keer op dezelfde toets".to_owned(),
        other => format!("{}? Druk nog een keer op dezelfde toets", capital(INTENTS.hint(other))),
    }
}

fn not_taken(count: usize) -> String {
    match count {
        1 => "1 regel niet bevestigd".to_owned(),
        _ => format!("{count} regels niet bevestigd"),
    }
}

/// What closing leaves behind, short enough for the smallest window.
fn closing(left: &Closing) -> String {
    let counts = [
        ("schuift door", left.carried),
        ("actie zonder wie of datum", left.lacking),
        ("regel niet bevestigd", left.untaken),
        ("school niet aan de beurt geweest", left.unheld),
        ("blok niet teruggelezen (T)", left.unread),
    ];
    let parts = counts.iter().filter(|(_, count)| *count > 0);
    let parts: Vec<String> = parts.map(|(what, count)| format!("{what} {count}")).collect();
    format!("Sluiten? {}", parts.join(" · "))
}

fn contacts(count: usize) -> String {
    match count {
        0 => "Deze school heeft geen vaste contactpersoon; het horen er twee te zijn".to_owned(),
        1 => "Deze school heeft één vaste contactpersoon; het horen er twee te zijn".to_owned(),
        _ => format!("Deze school heeft {count} vaste contactpersonen; het horen er twee te zijn"),
    }
}

/// What an act is called in a sentence: of something new the footer's word is too short for one.
fn called(intent: Intent) -> &'static str {
    match intent {
        Intent::NewPupil | Intent::NewSchool | Intent::NewPerson | Intent::NewParty => (INTENTS.change)(intent),
        _ => INTENTS.hint(intent),
    }
}

fn refusal(refusal: Refusal) -> &'static str {
    match refusal {
        Refusal::NoMeeting => "er is geen overleg gepland",
        Refusal::NotOpen => "het overleg is niet open",
        Refusal::AlreadyOpen => "het overleg is al open",
        Refusal::Frozen => "het verslag ligt vast; heropen eerst het overleg",
        Refusal::NotClosed => "het overleg is niet gesloten",
        Refusal::NoPupil => "er is geen leerling aan de beurt",
        Refusal::NotOnAgenda => "dit staat niet op de agenda",
        Refusal::OnAgenda => "deze leerling staat al op de agenda",
        Refusal::NoProposal => "er staat geen voorstel op de kaart",
        Refusal::NoAgreedItems => "er is geen hamerstuk meer",
        Refusal::Private => "dit kan alleen privé: F8 en dan j",
        Refusal::NothingToUndo => "er is niets om ongedaan te maken",
        Refusal::NothingToRedo => "er is niets om opnieuw te doen",
        Refusal::UndoBlocked => "een latere wijziging staat in de weg; maak die eerst ongedaan",
        Refusal::AttendanceFirst => "leg eerst vast wie er is",
        Refusal::NothingSelected => "er is niets gekozen",
        Refusal::NoSchool => "er is nog geen school",
        Refusal::NoList => "er is nog geen lijst ingelezen sinds het begin",
        Refusal::NoCohort => "er is nog geen cohort; : en dan cohort maakt er een",
        Refusal::Required => "dit moet ingevuld zijn",
        Refusal::NoWords => "achter de opdracht staat nog geen tekst",
        Refusal::NoSuchDay => "die dag bestaat niet op de kalender",
        Refusal::NoDay => "dit is geen datum; typ bijvoorbeeld 12-6 of half juni",
        Refusal::NoTime => "dit is geen tijd; typ bijvoorbeeld 10:30",
        Refusal::NoNumber => "dit is geen heel getal, of het is te groot",
        Refusal::NoBrin => "dit is geen BRIN met vestiging; typ bijvoorbeeld 00AB00",
        Refusal::Exists => "dit nummer of deze code bestaat al",
        Refusal::TooLong => "de tekst is te lang",
        Refusal::LooksLikeBsn => "dit lijkt een BSN; een BSN hoort hier niet",
        Refusal::SchoolTwice => "een school zit één keer in een overleg; VSO en PrO zijn nooit één blok",
        Refusal::EndBeforeStart => "het einde ligt voor het begin",
        Refusal::NoParty => "er is geen partij met die naam",
        Refusal::Nobody => "er is niemand met die naam",
        Refusal::NobodyYet => "niemand heet zo; Esc (dit blijft bewaard), dan : nieuwe professional",
        Refusal::InUse => "hier is een notitie, besluit of actie vastgelegd; schuif het punt door met d d",
        Refusal::Frame => "dit punt hoort bij elke agenda",
        Refusal::AlreadyAgreed => "hier is al mee ingestemd",
        Refusal::OtherOpen => "er is een ander overleg open; sluit dat eerst",
        Refusal::SameName => "zo heten er meer; typ er de partij of plaats achter",
        Refusal::NoContact => "deze school heeft dat vaste contact niet",
        Refusal::NothingAhead => "er komt geen gat, koude overdracht of termijn",
        Refusal::NothingToPropose => "voor dit gat is niets voor te stellen",
    }
}

fn problem(problem: &Problem) -> String {
    match problem {
        Problem::NotFound => "Het bestand is er niet. Controleer de naam en de map.".to_owned(),
        Problem::FileExists => "Het bestand bestaat al. Kies een andere naam.".to_owned(),
        Problem::NotOurs => "Dit is geen bestand van dakpan. Kies een ander bestand.".to_owned(),
        Problem::WrongKey => {
            "Wachtwoord of sleutel klopt niet, of het bestand is beschadigd. Probeer het opnieuw.".to_owned()
        }
        Problem::NeedsKeyFile => "Dit bestand gaat open met een sleutelbestand. Geef dat mee.".to_owned(),
        Problem::NeedsPassphrase => "Dit bestand gaat open met een wachtwoord. Geef dat in.".to_owned(),
        Problem::BadKeyFile => "Dit is geen sleutelbestand: dat is precies 32 bytes groot. Kies een ander.".to_owned(),
        Problem::Newer(file, ours) => {
            format!(
                "Het bestand is van een nieuwere dakpan (versie {file}, deze kent {ours}). Werk het programma eerst bij."
            )
        }
        Problem::OtherApproach { made_with_one: true } => {
            "Dit bestand is met een andere aanpak gemaakt, en gegevens blijven bij hun aanpak. Kies die aanpak met --aanpak."
                .to_owned()
        }
        Problem::OtherApproach { made_with_one: false } => {
            "Dit bestand is zonder aanpak gemaakt, en gegevens blijven bij hun doel. Open het zonder aanpak, of kies met --bestand een eigen bestand voor deze aanpak."
                .to_owned()
        }
        Problem::InUse => "Het bestand is al open in een ander venster. Sluit dat eerst.".to_owned(),
        Problem::ReadOnly => {
            "Het bestand is alleen te lezen. Maak het beschrijfbaar of zet het in een andere map.".to_owned()
        }
        Problem::Full => "De schijf is vol: dit is niet opgeslagen. Maak ruimte en doe het opnieuw.".to_owned(),
        Problem::Replaced => {
            "Op de plaats van het bestand staat een ander bestand. Haal dat weg; daarna gaat het opslaan verder.".to_owned()
        }
        Problem::Corrupt => "Het bestand is beschadigd. Zet een reservekopie terug.".to_owned(),
        Problem::Permission => "U mag dit bestand niet lezen of schrijven. Vraag de rechten aan.".to_owned(),
        Problem::Io => {
            "Lezen of schrijven is mislukt. Controleer de schijf of het netwerk en doe het opnieuw.".to_owned()
        }
        Problem::Cancelled => "Gestopt; er is niets veranderd. Doe het opnieuw als het toch moet.".to_owned(),
        Problem::Missing => "Een gegeven dat er hoort te zijn, is er niet. Controleer het bestand.".to_owned(),
        Problem::Rule => {
            "Het bestand weigert deze wijziging; er is niets veranderd. Controleer wat u invulde.".to_owned()
        }
        Problem::NoTerminal => {
            "Er is geen venster om een wachtwoord te vragen. Geef een wachtwoordbestand of sleutelbestand mee."
                .to_owned()
        }
        Problem::NoScreen => {
            "Dit heeft een terminal nodig om te tekenen en toetsen te lezen; in een pijp of script kan het niet. Start het \
             in een terminalvenster."
                .to_owned()
        }
        Problem::PassphrasesDiffer => "De twee wachtwoorden zijn niet gelijk. Typ ze opnieuw.".to_owned(),
        Problem::EmptyPassphrase => "Het wachtwoord is leeg. Typ er een.".to_owned(),
        Problem::ShortPassphrase(least) => {
            format!("Dit wachtwoord is te kort. Kies er een van minstens {least} tekens; een paar losse woorden is goed.")
        }
        Problem::SameSecret => {
            "Hiermee gaat het bestand nu al open; er is niets veranderd. Kies een ander.".to_owned()
        }
        Problem::IsKeyFile => {
            "Dit lijkt een sleutelbestand (32 bytes, geen tekst). Geef het met --sleutel-bestand, of als nieuwe sleutel met --nieuwe-sleutel."
                .to_owned()
        }
        Problem::IsPassphraseFile => {
            "Dit is geen sleutelbestand van 32 bytes; het lijkt een wachtwoordbestand. Geef het met --wachtwoord-bestand, of als nieuw wachtwoord met --nieuw-wachtwoord-bestand."
                .to_owned()
        }
        Problem::Refused(why) => format!("{}.", capital(refusal(*why))),
        Problem::BadDay(Some(day)) => {
            format!(
                "De datum van vandaag ({}) kan niet kloppen. Zet de klok goed.",
                day.format("%d-%m-%Y")
            )
        }
        Problem::BadDay(None) => "De datum van vandaag kan niet kloppen. Zet de klok goed.".to_owned(),
    }
}

fn copied(count: usize) -> String {
    match count {
        1 => "Gekopieerd: 1 actie van dit blok".to_owned(),
        count => format!("Gekopieerd: {count} acties van dit blok"),
    }
}
