//! What each act is called in Dutch: a word for the footer, a line for help and palette, and the change as a thing
//! for the lines that record and undo show.

use crate::domain::intent::Intent;
use crate::text::Intents;

pub(in crate::text) const INTENTS: Intents = Intents { hint, line, change };

fn hint(intent: Intent) -> &'static str {
    match intent {
        Intent::OpenMeeting => "open overleg",
        Intent::CloseMeeting => "sluiten",
        Intent::ReopenMeeting => "heropenen",
        Intent::CorrectTimes => "tijden",
        Intent::PlanMeeting => "plannen",
        Intent::Next => "volgende",
        Intent::Previous => "vorige",
        Intent::Up => "omhoog",
        Intent::Down => "omlaag",
        Intent::Left => "naar links",
        Intent::Right => "naar rechts",
        Intent::PaneQueue => "wachtrij",
        Intent::PanePupil => "leerling",
        Intent::PaneAgenda => "agenda",
        Intent::PaneTimeline => "traject",
        Intent::NextPane => "volgend vak",
        Intent::PreviousPane => "vorig vak",
        Intent::Zoom => "groot",
        Intent::Write => "schrijven",
        Intent::Escape => "kiezen",
        Intent::AddAction => "actie",
        Intent::AddDecision => "besluit",
        Intent::Park => "parkeren",
        Intent::AddLesson => "leerpunt",
        Intent::WorkingNote => "werknotitie",
        Intent::Result => "resultaat",
        Intent::SetRoute => "route",
        Intent::SetChances => "kansen",
        Intent::Agree => "hamerstuk",
        Intent::AgreeAll => "alle hamers",
        Intent::CarryOver => "doorschuiven",
        Intent::Lane => "behandeling",
        Intent::AddToAgenda => "op agenda",
        Intent::RemoveFromAgenda => "van agenda",
        Intent::MoveUp => "eerder",
        Intent::MoveDown => "later",
        Intent::EditItem => "punt",
        Intent::AddFreeItem => "eigen punt",
        Intent::Relapse => "terugval",
        Intent::OldActions => "oude acties",
        Intent::ActionDone => "gedaan",
        Intent::ActionNotPossible => "kon niet",
        Intent::ActionNotDone => "niet gedaan",
        Intent::ActionCancelled => "vervalt",
        Intent::Terms => "termijnen",
        Intent::TermDone => "gedaan",
        Intent::TermNotApplicable => "geldt niet",
        Intent::Contacts => "contact",
        Intent::TurnList => "aan de beurt",
        Intent::NameList => "namen",
        Intent::CoverageList => "dekking",
        Intent::SummerList => "zomerlijst",
        Intent::ListSchools => "school/alle",
        Intent::ListEverything => "alles lezen",
        Intent::AskForPupil => "vraagt",
        Intent::RemoveFromQueue => "van wachtrij",
        Intent::OutOfSight => "buiten beeld",
        Intent::AddTile => "dakpan",
        Intent::AddInstrument => "instrument",
        Intent::EditPart => "wijzigen",
        Intent::EndPart => "beëindigen",
        Intent::RemovePart => "weghalen",
        Intent::History => "trajectlijst",
        Intent::PartyCard => "werkgever",
        Intent::Attendance => "aanwezig",
        Intent::MarkPresent => "is er",
        Intent::MarkExcused => "afgemeld",
        Intent::MarkAbsent => "afwezig",
        Intent::ToggleMandate => "mandaat",
        Intent::AddParticipant => "erbij",
        Intent::Keep => "bewaren",
        Intent::Pick => "kiezen",
        Intent::NextField => "volgend veld",
        Intent::PreviousField => "vorig veld",
        Intent::Close => "sluiten",
        Intent::Confirm => "klopt",
        Intent::PauseClock => "pauze",
        Intent::MoreMinutes => "minuut erbij",
        Intent::ReadBack => "teruglezen",
        Intent::Mend => "verbeteren",
        Intent::Find => "zoeken",
        Intent::Palette => "opdracht",
        Intent::Help => "hulp",
        Intent::TogglePrivate => "privé",
        Intent::Blank => "leeg",
        Intent::Expand => "voluit",
        Intent::Undo => "ongedaan",
        Intent::Redo => "opnieuw",
        Intent::AlreadySaved => "opslaan",
        Intent::Quit => "stoppen",
        Intent::HowToQuit => "hoe stoppen",
        Intent::NewPupil => "leerling +",
        Intent::EditPupil => "wijzigen",
        Intent::NewSchool => "school +",
        Intent::EditSchool => "school",
        Intent::NewPerson => "persoon +",
        Intent::EditPerson => "persoon",
        Intent::EditParty => "partij",
        Intent::NewNetworkPerson => "netwerk",
        Intent::NewParty => "partij +",
        Intent::ChooseMeeting => "overleggen",
        Intent::CopyFirst => "kopieer",
        Intent::CopySecond => "kopieer 2",
        Intent::ChooseSchool => "kies school",
        Intent::TimelineScale => "schaal",
        Intent::NextGap => "volgend gat",
        Intent::EarlierDays => "vroeger",
        Intent::LaterDays => "verderop",
        Intent::ImportList => "inlezen",
        Intent::Complete => "aanvullen",
        Intent::ImportColumns => "kolommen",
        Intent::ImportSheet => "ander blad",
        Intent::ColumnOn => "andere kolom",
        Intent::ColumnBack => "kolom terug",
        Intent::Vanish => "verdwenen",
        Intent::VanishAll => "alle zo",
        Intent::MendRefused => "verbeteren",
        Intent::IssuePapers => "stukken",
        Intent::FollowUp => "wie doet wat",
        Intent::MoveAction => "verzetten",
        Intent::GroupRows => "indelen",
        Intent::FilterRows => "filteren",
        Intent::ExportOwner => "schrijven",
        Intent::CopyActions => "kopieer",
        Intent::Lessons => "leerpunten",
        Intent::LessonPickedUp => "wie pakt op",
        Intent::LessonPaidFrom => "betaald uit",
        Intent::LessonDone => "gedaan",
        Intent::LessonNoticed => "weer open",
        Intent::MakeDemo => "demo",
        Intent::SetChair => "voorzitter",
    }
}

fn line(intent: Intent) -> &'static str {
    match intent {
        Intent::OpenMeeting => "Het overleg openen",
        Intent::CloseMeeting => "Het overleg sluiten: verslag vast, wat open is schuift door",
        Intent::ReopenMeeting => "Een gesloten overleg heropenen, met een correctie op datum",
        Intent::CorrectTimes => "Begin of einde van het overleg verbeteren",
        Intent::PlanMeeting => "Een overleg plannen",
        Intent::Next => "Naar het volgende punt van de agenda",
        Intent::Previous => "Naar het vorige punt van de agenda",
        Intent::Up => "Eén omhoog",
        Intent::Down => "Eén omlaag",
        Intent::Left => "Naar links; in het traject terug in de tijd",
        Intent::Right => "Naar rechts; in het traject vooruit in de tijd",
        Intent::PaneQueue => "Naar de wachtrij",
        Intent::PanePupil => "Naar de leerling",
        Intent::PaneAgenda => "Naar de agenda",
        Intent::PaneTimeline => "Naar het traject",
        Intent::NextPane => "Naar het volgende vak",
        Intent::PreviousPane => "Naar het vorige vak",
        Intent::Zoom => "Dit vak over het hele scherm, en weer terug",
        Intent::Write => "In de notitie schrijven",
        Intent::Escape => "Klaar met schrijven; terug",
        Intent::AddAction => "Een actie vastleggen: wie, wat, wanneer",
        Intent::AddDecision => "Een besluit vastleggen",
        Intent::Park => "Een punt parkeren voor later",
        Intent::AddLesson => "Een leerpunt vastleggen: wat de tafel opvalt",
        Intent::WorkingNote => "De werknotitie openen: alleen voor de voorzitter",
        Intent::Result => "Het resultaat kiezen, met een letter",
        Intent::SetRoute => "De route kiezen, met een letter",
        Intent::SetChances => "De kansen inschatten: opleiding en werk, met twee letters",
        Intent::Agree => "Hamerstuk: akkoord met het voorstel, en door",
        Intent::AgreeAll => "Alle hamerstukken van dit blok in één keer",
        Intent::CarryOver => "Doorschuiven naar het volgende overleg",
        Intent::Lane => "Behandeling: hamerstuk, bespreken of complex",
        Intent::AddToAgenda => "Een leerling op de agenda zetten",
        Intent::RemoveFromAgenda => "Dit punt van de agenda halen",
        Intent::MoveUp => "Dit punt eerder op de agenda",
        Intent::MoveDown => "Dit punt later op de agenda",
        Intent::EditItem => "Minuten, vraag, voorstel of vaste tijd van dit punt",
        Intent::AddFreeItem => "Een eigen punt op de agenda zetten",
        Intent::Relapse => "Terugval: weer op de lijst, de geschiedenis blijft",
        Intent::OldActions => "De open acties van eerdere overleggen",
        Intent::ActionDone => "De actie is gedaan",
        Intent::ActionNotPossible => "De actie kon niet: de situatie is veranderd",
        Intent::ActionNotDone => "De actie is niet gedaan",
        Intent::ActionCancelled => "De actie vervalt",
        Intent::Terms => "De wettelijke termijnen van deze leerling, met hun artikel",
        Intent::TermDone => "De termijn is gedaan, of toch niet",
        Intent::TermNotApplicable => "De termijn geldt niet voor deze leerling: waarom niet",
        Intent::Contacts => "De vaste contactpersonen van deze school",
        Intent::AddTile => "Een dakpan of instrument op het traject, met een letter",
        Intent::AddInstrument => "Een instrument op het traject zetten",
        Intent::EditPart => "De dakpan of het instrument onder de cursor wijzigen",
        Intent::EndPart => "De dakpan of het instrument onder de cursor beëindigen",
        Intent::RemovePart => "De dakpan of het instrument onder de cursor weghalen",
        Intent::History => "Het traject als lijst: om te lezen en te wijzigen",
        Intent::PartyCard => "De kaart van een werkgever: wie werkte er, en wat hield stand",
        Intent::TurnList => "Wie is er aan de beurt, en waarom",
        Intent::NameList => "Iedereen bij naam: niemand valt stil van de lijst",
        Intent::CoverageList => "Dekking: gaten en koude overdrachten, per school en partij",
        Intent::SummerList => "Zomerlijst: wie houdt wie vast van 1 augustus t/m 30 september",
        Intent::ListSchools => "Deze school of alle scholen",
        Intent::ListEverything => "Alles lezen, ook als dat even duurt",
        Intent::AskForPupil => "Een partij vraagt om deze leerling, met de reden",
        Intent::RemoveFromQueue => "Van de wachtrij halen, met de reden",
        Intent::OutOfSight => "Buiten beeld, en weer in beeld",
        Intent::Attendance => "Wie is er, en met welk mandaat",
        Intent::MarkPresent => "Deze persoon is aanwezig",
        Intent::MarkExcused => "Deze persoon is afgemeld",
        Intent::MarkAbsent => "Deze persoon is afwezig",
        Intent::ToggleMandate => "Mandaat: wel of niet",
        Intent::AddParticipant => "Iemand aan tafel toevoegen",
        Intent::Keep => "Bewaren wat in het formulier staat",
        Intent::Pick => "De gekozen regel nemen",
        Intent::NextField => "Naar het volgende veld",
        Intent::PreviousField => "Naar het vorige veld",
        Intent::Close => "Sluiten; wat is getypt komt terug",
        Intent::Confirm => "Bevestigen wat hier staat",
        Intent::PauseClock => "De klok stilzetten, en weer laten lopen",
        Intent::MoreMinutes => "Eén minuut erbij voor dit punt",
        Intent::ReadBack => "Besluiten en acties teruglezen",
        Intent::Mend => "Wat teruggelezen wordt verbeteren",
        Intent::Find => "Leerlingen, scholen, mensen en notities zoeken",
        Intent::Palette => "Een opdracht kiezen bij zijn naam",
        Intent::Help => "Hulp voor waar u nu bent",
        Intent::TogglePrivate => "Privé of gedeeld scherm",
        Intent::Blank => "Het gedeelde scherm leegmaken, en weer terug",
        Intent::Expand => "De afkorting voor de cursor voluit schrijven",
        Intent::Undo => "De laatste wijziging ongedaan maken",
        Intent::Redo => "De wijziging opnieuw doen",
        Intent::AlreadySaved => "Opslaan hoeft niet: alles is al opgeslagen",
        Intent::Quit => "Stoppen met het programma",
        Intent::HowToQuit => "Zeggen hoe u stopt",
        Intent::NewPupil => "Een nieuwe leerling",
        Intent::EditPupil => "De gegevens van de leerling wijzigen",
        Intent::NewSchool => "Een nieuwe school",
        Intent::EditSchool => "De school en haar contactpersonen wijzigen",
        Intent::NewPerson => "Een nieuwe professional",
        Intent::EditPerson => "De gegevens van een professional wijzigen",
        Intent::EditParty => "Een partij wijzigen",
        Intent::NewNetworkPerson => "Iemand uit het netwerk van de leerling toevoegen",
        Intent::NewParty => "Een nieuwe partij",
        Intent::ChooseMeeting => "Een ander overleg bekijken",
        Intent::CopyFirst => "Het eerste vaste contact kopiëren: naam, telefoon, e-mail",
        Intent::CopySecond => "Het tweede vaste contact kopiëren",
        Intent::ChooseSchool => "Een andere school bekijken",
        Intent::TimelineScale => "De schaal van het traject: maanden, kwartalen, jaren",
        Intent::NextGap => "Naar het volgende gat, koude overdracht of termijn",
        Intent::EarlierDays => "Het traject terug in de tijd schuiven",
        Intent::LaterDays => "Het traject vooruit in de tijd schuiven",
        Intent::ImportList => "Importeer: de lijst van een school inlezen",
        Intent::Complete => "Het pad aanvullen",
        Intent::ImportColumns => "Zeggen wat de kolommen van een lijst zijn",
        Intent::ImportSheet => "Een ander blad van het rekenblad",
        Intent::ColumnOn => "Deze kop is een andere kolom",
        Intent::ColumnBack => "Terug naar de kolom ervoor",
        Intent::Vanish => "Wat er gebeurt met wie niet meer in de lijst staat",
        Intent::VanishAll => "Hetzelfde voor iedereen die niet meer in de lijst staat",
        Intent::MendRefused => "Geweigerde rijen als bestand om te verbeteren",
        Intent::IssuePapers => "Verslag en andere stukken schrijven",
        Intent::FollowUp => "Acties van alle scholen, te laat eerst",
        Intent::MoveAction => "Een actie een andere datum geven",
        Intent::GroupRows => "De lijst anders indelen",
        Intent::FilterRows => "Alleen rijen met deze woorden",
        Intent::ExportOwner => "De acties van deze eigenaar als bestand",
        Intent::CopyActions => "De actielijst van dit blok kopiëren",
        Intent::Lessons => "Leerpunten van alle leerlingen, geteld",
        Intent::LessonPickedUp => "Wie pakt dit leerpunt op",
        Intent::LessonPaidFrom => "Waaruit wordt dit leerpunt betaald",
        Intent::LessonDone => "Dit leerpunt is afgehandeld",
        Intent::LessonNoticed => "Dit leerpunt is weer open",
        Intent::MakeDemo => "De voorbeeldtafel maken",
        Intent::SetChair => "De naam van de voorzitter",
    }
}

fn change(intent: Intent) -> &'static str {
    match intent {
        Intent::OpenMeeting => "opening",
        Intent::CloseMeeting => "sluiting",
        Intent::ReopenMeeting => "heropening",
        Intent::CorrectTimes => "correctie van de tijden",
        Intent::PlanMeeting => "planning",
        Intent::Write => "notitie",
        Intent::AddAction => "actie",
        Intent::AddDecision => "besluit",
        Intent::Park => "geparkeerd als punt van 5 minuten",
        Intent::AddLesson => "leerpunt",
        Intent::WorkingNote => "werknotitie",
        Intent::Result => "resultaat",
        Intent::SetRoute => "route",
        Intent::SetChances => "inschatting van kansen",
        Intent::Agree => "hamerstuk",
        Intent::AgreeAll => "hamerstukken",
        Intent::CarryOver => "doorschuiven",
        Intent::Lane => "behandeling",
        Intent::AddToAgenda => "nieuw agendapunt",
        Intent::RemoveFromAgenda => "van de agenda halen",
        Intent::MoveUp | Intent::MoveDown => "verplaatsing",
        Intent::EditItem => "wijziging van het agendapunt",
        Intent::AddFreeItem => "eigen agendapunt",
        Intent::Relapse => "terugval",
        Intent::ActionDone => "actie gedaan",
        Intent::ActionNotPossible => "actie kon niet",
        Intent::ActionNotDone => "actie niet gedaan",
        Intent::ActionCancelled => "actie vervalt",
        Intent::Terms => "termijnen",
        Intent::TermDone => "termijn gedaan",
        Intent::TermNotApplicable => "termijn niet van toepassing",
        Intent::AskForPupil => "vraag om een leerling",
        Intent::RemoveFromQueue => "van de wachtrij halen",
        Intent::OutOfSight => "buiten of weer in beeld",
        Intent::AddTile => "dakpan",
        Intent::AddInstrument => "instrument",
        Intent::EditPart => "wijziging van het traject",
        Intent::EndPart => "einde van een deel van het traject",
        Intent::RemovePart => "weghalen van het traject",
        Intent::MarkPresent | Intent::MarkExcused | Intent::MarkAbsent => "aanwezigheid",
        Intent::Attendance => "aanwezigheid",
        Intent::ToggleMandate => "mandaat",
        Intent::AddParticipant => "deelnemer",
        Intent::Confirm => "bevestiging",
        Intent::PauseClock => "pauze",
        Intent::MoreMinutes => "extra minuut",
        Intent::ReadBack => "teruglezen",
        Intent::Mend => "verbetering",
        Intent::NewPupil => "nieuwe leerling",
        Intent::EditPupil => "gegevens van de leerling",
        Intent::NewSchool => "nieuwe school",
        Intent::EditSchool => "gegevens van de school",
        Intent::NewPerson => "nieuwe professional",
        Intent::EditPerson => "gegevens van de professional",
        Intent::EditParty => "gegevens van de partij",
        Intent::NewNetworkPerson => "netwerkpersoon",
        Intent::NewParty => "nieuwe partij",
        Intent::ImportList => "ingelezen lijst",
        Intent::IssuePapers => "uitgegeven stukken",
        Intent::FollowUp => "acties",
        Intent::MoveAction => "nieuwe datum van een actie",
        Intent::Lessons => "leerpunten",
        Intent::LessonPickedUp => "leerpunt opgepakt",
        Intent::LessonPaidFrom => "betaling van een leerpunt",
        Intent::LessonDone => "leerpunt afgehandeld",
        Intent::LessonNoticed => "leerpunt weer open",
        Intent::MakeDemo => "voorbeeldtafel",
        Intent::SetChair => "naam van de voorzitter",
        // These change no record; their footer word serves should one ever be told.
        Intent::Next
        | Intent::Previous
        | Intent::Up
        | Intent::Down
        | Intent::Left
        | Intent::Right
        | Intent::PaneQueue
        | Intent::PanePupil
        | Intent::PaneAgenda
        | Intent::PaneTimeline
        | Intent::NextPane
        | Intent::PreviousPane
        | Intent::Zoom
        | Intent::Escape
        | Intent::Keep
        | Intent::Pick
        | Intent::NextField
        | Intent::PreviousField
        | Intent::Close
        | Intent::OldActions
        | Intent::Contacts
        | Intent::PartyCard
        | Intent::History
        | Intent::TurnList
        | Intent::NameList
        | Intent::CoverageList
        | Intent::SummerList
        | Intent::ListSchools
        | Intent::ListEverything
        | Intent::Find
        | Intent::Palette
        | Intent::Help
        | Intent::TogglePrivate
        | Intent::Blank
        | Intent::Expand
        | Intent::Undo
        | Intent::Redo
        | Intent::AlreadySaved
        | Intent::Quit
        | Intent::HowToQuit
        | Intent::ChooseSchool
        | Intent::ChooseMeeting
        | Intent::CopyFirst
        | Intent::CopySecond
        | Intent::TimelineScale
        | Intent::NextGap
        | Intent::EarlierDays
        | Intent::GroupRows
        | Intent::FilterRows
        | Intent::Complete
        | Intent::ImportColumns
        | Intent::ImportSheet
        | Intent::ColumnOn
        | Intent::ColumnBack
        | Intent::Vanish
        | Intent::VanishAll
        | Intent::MendRefused
        | Intent::ExportOwner
        | Intent::CopyActions
        | Intent::LaterDays => hint(intent),
    }
}
