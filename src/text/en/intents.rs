//! What each act is called in English: a word for the footer, a line for help and palette, and the change as a thing
//! for the lines that record and undo show.

use crate::domain::intent::Intent;
use crate::text::Intents;

pub(in crate::text) const INTENTS: Intents = Intents { hint, line, change };

fn hint(intent: Intent) -> &'static str {
    match intent {
        Intent::OpenMeeting => "open",
        Intent::CloseMeeting => "close",
        Intent::ReopenMeeting => "reopen",
        Intent::CorrectTimes => "times",
        Intent::PlanMeeting => "plan",
        Intent::Next => "next",
        Intent::Previous => "previous",
        Intent::Up => "up",
        Intent::Down => "down",
        Intent::Left => "left",
        Intent::Right => "right",
        Intent::PaneQueue => "queue",
        Intent::PanePupil => "pupil",
        Intent::PaneAgenda => "agenda",
        Intent::PaneTimeline => "timeline",
        Intent::NextPane => "next pane",
        Intent::PreviousPane => "prev. pane",
        Intent::Zoom => "zoom",
        Intent::Write => "write",
        Intent::Escape => "choose",
        Intent::AddAction => "action",
        Intent::AddDecision => "decision",
        Intent::Park => "park",
        Intent::AddLesson => "lesson",
        Intent::WorkingNote => "working note",
        Intent::Result => "result",
        Intent::SetRoute => "route",
        Intent::SetChances => "chances",
        Intent::Agree => "agree",
        Intent::AgreeAll => "agree all",
        Intent::CarryOver => "carry over",
        Intent::Lane => "lane",
        Intent::AddToAgenda => "to agenda",
        Intent::RemoveFromAgenda => "off agenda",
        Intent::MoveUp => "earlier",
        Intent::MoveDown => "later",
        Intent::EditItem => "item",
        Intent::AddFreeItem => "own item",
        Intent::Relapse => "relapse",
        Intent::OldActions => "old actions",
        Intent::ActionDone => "done",
        Intent::ActionNotPossible => "not possible",
        Intent::ActionNotDone => "not done",
        Intent::ActionCancelled => "cancelled",
        Intent::Terms => "terms",
        Intent::TermDone => "done",
        Intent::TermNotApplicable => "not valid",
        Intent::Contacts => "contacts",
        Intent::TurnList => "whose turn",
        Intent::NameList => "names",
        Intent::CoverageList => "coverage",
        Intent::SummerList => "summer list",
        Intent::ListSchools => "school/all",
        Intent::ListEverything => "read all",
        Intent::AskForPupil => "asks",
        Intent::RemoveFromQueue => "off queue",
        Intent::OutOfSight => "out of sight",
        Intent::AddTile => "tile",
        Intent::AddInstrument => "instrument",
        Intent::EditPart => "change",
        Intent::EndPart => "end",
        Intent::RemovePart => "remove",
        Intent::History => "history",
        Intent::PartyCard => "employer",
        Intent::Attendance => "who is here",
        Intent::MarkPresent => "is here",
        Intent::MarkExcused => "excused",
        Intent::MarkAbsent => "is not here",
        Intent::ToggleMandate => "mandate",
        Intent::AddParticipant => "add person",
        Intent::Keep => "keep",
        Intent::Pick => "choose",
        Intent::NextField => "next field",
        Intent::PreviousField => "prev field",
        Intent::Close => "close",
        Intent::Confirm => "confirm",
        Intent::PauseClock => "pause",
        Intent::MoreMinutes => "more minutes",
        Intent::ReadBack => "read back",
        Intent::Mend => "mend",
        Intent::Find => "find",
        Intent::Palette => "command",
        Intent::Help => "help",
        Intent::TogglePrivate => "private",
        Intent::Blank => "blank",
        Intent::Expand => "expand",
        Intent::Undo => "undo",
        Intent::Redo => "redo",
        Intent::AlreadySaved => "save",
        Intent::Quit => "quit",
        Intent::HowToQuit => "how to quit",
        Intent::NewPupil => "new pupil",
        Intent::EditPupil => "edit",
        Intent::NewSchool => "new school",
        Intent::EditSchool => "school",
        Intent::NewPerson => "new person",
        Intent::EditPerson => "person",
        Intent::EditParty => "party",
        Intent::NewNetworkPerson => "network",
        Intent::NewParty => "new party",
        Intent::ChooseMeeting => "meetings",
        Intent::CopyFirst => "copy",
        Intent::CopySecond => "copy 2",
        Intent::ChooseSchool => "pick school",
        Intent::TimelineScale => "scale",
        Intent::NextGap => "next gap",
        Intent::EarlierDays => "earlier",
        Intent::LaterDays => "later on",
        Intent::ImportList => "import",
        Intent::Complete => "complete",
        Intent::ImportColumns => "columns",
        Intent::ImportSheet => "other sheet",
        Intent::ColumnOn => "other column",
        Intent::ColumnBack => "column back",
        Intent::Vanish => "vanished",
        Intent::VanishAll => "all so",
        Intent::MendRefused => "to mend",
        Intent::IssuePapers => "papers",
        Intent::FollowUp => "who does",
        Intent::MoveAction => "move",
        Intent::GroupRows => "group",
        Intent::FilterRows => "filter",
        Intent::ExportOwner => "write",
        Intent::CopyActions => "copy",
        Intent::Lessons => "lessons",
        Intent::LessonPickedUp => "picked up",
        Intent::LessonPaidFrom => "paid from",
        Intent::LessonDone => "done",
        Intent::LessonNoticed => "open again",
        Intent::MakeDemo => "demo",
        Intent::SetChair => "chair",
    }
}

fn line(intent: Intent) -> &'static str {
    match intent {
        Intent::OpenMeeting => "Open the meeting",
        Intent::CloseMeeting => "Close the meeting: minutes frozen, what is open is carried over",
        Intent::ReopenMeeting => "Reopen a closed meeting, with a dated correction",
        Intent::CorrectTimes => "Correct the start or end of the meeting",
        Intent::PlanMeeting => "Plan a meeting",
        Intent::Next => "To the next item of the agenda",
        Intent::Previous => "To the previous item of the agenda",
        Intent::Up => "One up",
        Intent::Down => "One down",
        Intent::Left => "Left; on the timeline back in time",
        Intent::Right => "Right; on the timeline on in time",
        Intent::PaneQueue => "To the queue",
        Intent::PanePupil => "To the pupil",
        Intent::PaneAgenda => "To the agenda",
        Intent::PaneTimeline => "To the timeline",
        Intent::NextPane => "To the next pane",
        Intent::PreviousPane => "To the previous pane",
        Intent::Zoom => "Give this pane the whole window, and back again",
        Intent::Write => "Write in the note",
        Intent::Escape => "Done writing; back",
        Intent::AddAction => "Record an action: who, what, when",
        Intent::AddDecision => "Record a decision",
        Intent::Park => "Park a point for later",
        Intent::AddLesson => "Record a lesson: what the table notices",
        Intent::WorkingNote => "Open the working note: for the chair alone",
        Intent::Result => "Choose the result, with a letter",
        Intent::SetRoute => "Choose the route, with a letter",
        Intent::SetChances => "Assess the chances: education and work, with two letters",
        Intent::Agree => "Hamerstuk: agree with the proposal, and go on",
        Intent::AgreeAll => "All agreed items of this block in one go",
        Intent::CarryOver => "Carry over to the next meeting",
        Intent::Lane => "Lane: agreed, discuss or complex",
        Intent::AddToAgenda => "Put a pupil on the agenda",
        Intent::RemoveFromAgenda => "Take this item off the agenda",
        Intent::MoveUp => "This item earlier on the agenda",
        Intent::MoveDown => "This item later on the agenda",
        Intent::EditItem => "Minutes, question, proposal or fixed time of this item",
        Intent::AddFreeItem => "Put an item of your own on the agenda",
        Intent::Relapse => "Relapse: back on the list, the history stays",
        Intent::OldActions => "The open actions of earlier meetings",
        Intent::ActionDone => "The action is done",
        Intent::ActionNotPossible => "The action was not possible: circumstances changed",
        Intent::ActionNotDone => "The action is not done",
        Intent::ActionCancelled => "The action is cancelled",
        Intent::Terms => "The legal terms of this pupil, with their article",
        Intent::TermDone => "The term was done, or not after all",
        Intent::TermNotApplicable => "The term does not apply to this pupil: why not",
        Intent::Contacts => "The fixed contacts of this school",
        Intent::AddTile => "Put a tile or instrument on the timeline, with a letter",
        Intent::AddInstrument => "Put an instrument on the trajectory",
        Intent::EditPart => "Change the tile or instrument under the cursor",
        Intent::EndPart => "End the tile or instrument under the cursor",
        Intent::RemovePart => "Remove the tile or instrument under the cursor",
        Intent::History => "The trajectory as a list: to read and to change",
        Intent::PartyCard => "The card of an employer: who worked there, and what lasted",
        Intent::TurnList => "Whose turn it is, and why",
        Intent::NameList => "Everybody by name: nobody drops off silently",
        Intent::CoverageList => "Coverage: days, gaps and cold handovers, per school and party",
        Intent::SummerList => "Summer list: who holds whom from 1 August to 30 September",
        Intent::ListSchools => "This school or all schools",
        Intent::ListEverything => "Read everything, even when that takes a while",
        Intent::AskForPupil => "A party asks for this pupil, and why",
        Intent::RemoveFromQueue => "Off the queue, and why",
        Intent::OutOfSight => "Out of sight, and back in sight",
        Intent::Attendance => "Who is here, and with what mandate",
        Intent::MarkPresent => "This person is present",
        Intent::MarkExcused => "This person is excused",
        Intent::MarkAbsent => "This person is absent",
        Intent::ToggleMandate => "Mandate: yes or no",
        Intent::AddParticipant => "Add somebody to the table",
        Intent::Keep => "Keep what the form holds",
        Intent::Pick => "Take the chosen row",
        Intent::NextField => "To the next field",
        Intent::PreviousField => "To the previous field",
        Intent::Close => "Close; what was typed comes back",
        Intent::Confirm => "Confirm what stands here",
        Intent::PauseClock => "Stop the clock, and let it run again",
        Intent::MoreMinutes => "One more minute for this item",
        Intent::ReadBack => "Read back decisions and actions",
        Intent::Mend => "Mend what is read back",
        Intent::Find => "Find pupils, schools, people and notes",
        Intent::Palette => "Choose a command by its name",
        Intent::Help => "Help for where you are",
        Intent::TogglePrivate => "Private or shared screen",
        Intent::Blank => "Blank the shared screen, and back again",
        Intent::Expand => "Write out the snippet before the cursor",
        Intent::Undo => "Undo the last change",
        Intent::Redo => "Do the change again",
        Intent::AlreadySaved => "Saving is not needed: everything is saved already",
        Intent::Quit => "Leave the program",
        Intent::HowToQuit => "Say how to quit",
        Intent::NewPupil => "A new pupil",
        Intent::EditPupil => "Change the pupil's details",
        Intent::NewSchool => "A new school",
        Intent::EditSchool => "Change the school and its contacts",
        Intent::NewPerson => "A new professional",
        Intent::EditPerson => "Change a professional's details",
        Intent::EditParty => "Change a party",
        Intent::NewNetworkPerson => "Add somebody of the pupil's own network",
        Intent::NewParty => "A new party",
        Intent::ChooseMeeting => "Look at another meeting",
        Intent::CopyFirst => "Copy the first fixed contact: name, telephone, e-mail",
        Intent::CopySecond => "Copy the second fixed contact",
        Intent::ChooseSchool => "Look at another school",
        Intent::TimelineScale => "Scale of the timeline: months, quarters, years",
        Intent::NextGap => "To the next gap, cold handover or term",
        Intent::EarlierDays => "Move the timeline back in time",
        Intent::LaterDays => "Move the timeline on in time",
        Intent::ImportList => "Import: read in a school's list",
        Intent::Complete => "Complete the path",
        Intent::ImportColumns => "Say what the columns of a list are",
        Intent::ImportSheet => "Another sheet of the workbook",
        Intent::ColumnOn => "This heading is another column",
        Intent::ColumnBack => "Back to the column before",
        Intent::Vanish => "What becomes of who is no longer in the list",
        Intent::VanishAll => "The same for all who are no longer in the list",
        Intent::MendRefused => "Refused rows as a file to be mended",
        Intent::IssuePapers => "Write the minutes and other documents",
        Intent::FollowUp => "Actions of all schools, overdue first",
        Intent::MoveAction => "Give an action another day",
        Intent::GroupRows => "Group the list in another way",
        Intent::FilterRows => "Only rows with these words",
        Intent::ExportOwner => "The actions of this owner as a file",
        Intent::CopyActions => "Copy the action list of this block",
        Intent::Lessons => "Lessons of all pupils, counted",
        Intent::LessonPickedUp => "Who picks this lesson up",
        Intent::LessonPaidFrom => "From what this lesson is paid",
        Intent::LessonDone => "This lesson was dealt with",
        Intent::LessonNoticed => "This lesson is open again",
        Intent::MakeDemo => "Make the example table",
        Intent::SetChair => "The name of the chair",
    }
}

fn change(intent: Intent) -> &'static str {
    match intent {
        Intent::OpenMeeting => "opening",
        Intent::CloseMeeting => "closing",
        Intent::ReopenMeeting => "reopening",
        Intent::CorrectTimes => "correction of the times",
        Intent::PlanMeeting => "planning",
        Intent::Write => "note",
        Intent::AddAction => "action",
        Intent::AddDecision => "decision",
        Intent::Park => "parked as an item of 5 minutes",
        Intent::AddLesson => "lesson",
        Intent::WorkingNote => "working note",
        Intent::Result => "result",
        Intent::SetRoute => "route",
        Intent::SetChances => "assessment of chances",
        Intent::Agree => "agreed item",
        Intent::AgreeAll => "agreed items",
        Intent::CarryOver => "carrying over",
        Intent::Lane => "lane",
        Intent::AddToAgenda => "new agenda item",
        Intent::RemoveFromAgenda => "removal from the agenda",
        Intent::MoveUp | Intent::MoveDown => "move",
        Intent::EditItem => "change of the agenda item",
        Intent::AddFreeItem => "own agenda item",
        Intent::Relapse => "relapse",
        Intent::ActionDone => "action done",
        Intent::ActionNotPossible => "action not possible",
        Intent::ActionNotDone => "action not done",
        Intent::ActionCancelled => "action cancelled",
        Intent::Terms => "terms",
        Intent::TermDone => "term done",
        Intent::TermNotApplicable => "term not applicable",
        Intent::AskForPupil => "asking for a pupil",
        Intent::RemoveFromQueue => "taking off the queue",
        Intent::OutOfSight => "out of or back in sight",
        Intent::AddTile => "tile",
        Intent::AddInstrument => "instrument",
        Intent::EditPart => "change of the trajectory",
        Intent::EndPart => "end of a part of the trajectory",
        Intent::RemovePart => "removal from the trajectory",
        Intent::MarkPresent | Intent::MarkExcused | Intent::MarkAbsent => "attendance",
        Intent::Attendance => "attendance",
        Intent::ToggleMandate => "mandate",
        Intent::AddParticipant => "participant",
        Intent::Confirm => "confirmation",
        Intent::PauseClock => "pause",
        Intent::MoreMinutes => "extra minute",
        Intent::ReadBack => "reading back",
        Intent::Mend => "mending",
        Intent::NewPupil => "new pupil",
        Intent::EditPupil => "pupil's details",
        Intent::NewSchool => "new school",
        Intent::EditSchool => "school's details",
        Intent::NewPerson => "new professional",
        Intent::EditPerson => "professional's details",
        Intent::EditParty => "particulars of the party",
        Intent::NewNetworkPerson => "network person",
        Intent::NewParty => "new party",
        Intent::ImportList => "imported list",
        Intent::IssuePapers => "issued documents",
        Intent::FollowUp => "actions",
        Intent::MoveAction => "new day of an action",
        Intent::Lessons => "lessons",
        Intent::LessonPickedUp => "lesson picked up",
        Intent::LessonPaidFrom => "payment of a lesson",
        Intent::LessonDone => "lesson dealt with",
        Intent::LessonNoticed => "lesson open again",
        Intent::MakeDemo => "example table",
        Intent::SetChair => "name of the chair",
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
