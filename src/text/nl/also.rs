//! The words by which people look for an act, besides what it is called, in Dutch.

use crate::domain::intent::Intent;

/// Words with a space between them; none where what it is called says enough.
pub(super) fn also(intent: Intent) -> &'static str {
    match intent {
        Intent::Contacts => "telefoon telefoonnummer bellen nummer e-mail mail contact",
        Intent::Undo => "undo terug terugdraaien herstellen fout",
        Intent::Redo => "redo opnieuw",
        Intent::PauseClock => "pauze pauzeren stop klok timer",
        Intent::MoreMinutes => "meer tijd verlengen klok",
        Intent::Attendance => "ouder ouders moeder vader aanwezig afwezig afgemeld mandaat presentie",
        Intent::NewSchool => "school",
        Intent::NewPerson => "persoon professional collega medewerker contactpersoon deelnemer",
        Intent::NewParty => "partij organisatie gemeente uwv werkgever",
        Intent::NewNetworkPerson => "ouder ouders moeder vader familie begeleider netwerk",
        Intent::AddParticipant => "deelnemer gast",
        Intent::AddAction => "/a actie afspraak taak",
        Intent::AddDecision => "/b besluit",
        Intent::WorkingNote => "/p werknotitie privé",
        Intent::Park => "/v parkeren later",
        Intent::AddLesson => "/l leerpunt signaal",
        Intent::ToAction => "/actie",
        Intent::ToDecision => "/besluit",
        Intent::TakeName => "@ naam",
        Intent::Write => "notitie notulen typen @",
        Intent::Blank => "leeg verbergen zwart scherm pauze scherm",
        Intent::TogglePrivate => "delen privé gedeeld beamer",
        Intent::IssuePapers => "verslag notulen printen afdrukken word pdf mailen export",
        Intent::CopyActions => "actielijst klembord mailen",
        Intent::AddTile => "dakpan begeleider jobcoach vasthouden",
        Intent::NextGap => "gat",
        Intent::Find => "zoek",
        Intent::ReadBack => "voorlezen samenvatting klopt",
        Intent::Quit => "afsluiten stoppen exit sluiten",
        Intent::Lock => "vergrendelen slot",
        Intent::Backup => "kopie backup",
        Intent::Restore => "terugzetten backup",
        Intent::PlanMeeting => "nieuw overleg afspraak datum",
        Intent::CarryOver => "doorschuiven volgende keer",
        Intent::RecordSharing => "toestemming avg privacy bezwaar ouder",
        Intent::EditAgreement => "avg privacy",
        Intent::Relapse => "terugval",
        _ => "",
    }
}
