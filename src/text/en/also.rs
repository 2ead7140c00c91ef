//! The words by which people look for an act, besides what it is called, in English.

use crate::domain::intent::Intent;

/// Words with a space between them; none where what it is called says enough.
pub(super) fn also(intent: Intent) -> &'static str {
    match intent {
        Intent::Contacts => "phone telephone call number e-mail mail contact",
        Intent::Undo => "undo back revert mistake",
        Intent::Redo => "redo again",
        Intent::PauseClock => "pause break stop clock timer",
        Intent::MoreMinutes => "more time extend clock",
        Intent::Attendance => "parent parents mother father present absent excused mandate",
        Intent::NewSchool => "school",
        Intent::NewPerson => "person professional colleague contact participant",
        Intent::NewParty => "party organisation municipality uwv employer",
        Intent::NewNetworkPerson => "parent parents mother father family network",
        Intent::AddParticipant => "participant guest",
        Intent::AddAction => "/a action task",
        Intent::AddDecision => "/b decision",
        Intent::WorkingNote => "/p working note private",
        Intent::Park => "/v park later",
        Intent::AddLesson => "/l lesson signal",
        Intent::ToAction => "/action",
        Intent::ToDecision => "/b-decision",
        Intent::TakeName => "@ name",
        Intent::Write => "note minutes type @",
        Intent::Blank => "blank hide black screen pause screen",
        Intent::TogglePrivate => "share private shared projector",
        Intent::IssuePapers => "minutes print word pdf mail export",
        Intent::CopyActions => "action list clipboard mail",
        Intent::AddTile => "tile supporter job coach hold",
        Intent::NextGap => "gap",
        Intent::Find => "search",
        Intent::ReadBack => "summary right",
        Intent::Quit => "exit close leave",
        Intent::Lock => "lock",
        Intent::Backup => "copy backup",
        Intent::Restore => "put back backup",
        Intent::PlanMeeting => "new meeting appointment date",
        Intent::CarryOver => "carry over next time",
        Intent::RecordSharing => "consent gdpr privacy objection parent",
        Intent::EditAgreement => "gdpr privacy",
        Intent::Relapse => "relapse",
        _ => "",
    }
}
