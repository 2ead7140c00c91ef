//! What the chair can ask of the program: one name per act, without arguments.
//!
//! The key table binds keys to these, the text room has a word for each, and the journal keeps the code, so that a
//! key, its help, the palette and the line that undo shows all speak of the same act.

coded! {
    /// An act of the chair.
    Intent {
        /// Open the meeting.
        OpenMeeting = "open_meeting",
        /// Close the meeting.
        CloseMeeting = "close_meeting",
        /// Reopen a closed meeting, with a dated correction.
        ReopenMeeting = "reopen_meeting",
        /// Correct a forgotten start or end.
        CorrectTimes = "correct_times",
        /// Plan a meeting.
        PlanMeeting = "plan_meeting",
        /// Go to the next item.
        Next = "next",
        /// Go to the previous item.
        Previous = "previous",
        /// Move up.
        Up = "up",
        /// Move down.
        Down = "down",
        /// Move left: back in time on the timeline.
        Left = "left",
        /// Move right.
        Right = "right",
        /// To the queue.
        PaneQueue = "pane_queue",
        /// To the pupil.
        PanePupil = "pane_pupil",
        /// To the agenda.
        PaneAgenda = "pane_agenda",
        /// To the timeline.
        PaneTimeline = "pane_timeline",
        /// To the next pane.
        NextPane = "next_pane",
        /// To the previous pane.
        PreviousPane = "previous_pane",
        /// Give the pane the whole window, or take it back.
        Zoom = "zoom",
        /// Write in the table note.
        Write = "write",
        /// Done: leave the note, the overlay, the prefix.
        Escape = "escape",
        /// A new action.
        AddAction = "add_action",
        /// A new decision.
        AddDecision = "add_decision",
        /// Park a point for later.
        Park = "park",
        /// A lesson.
        AddLesson = "add_lesson",
        /// Write out the snippet before the cursor.
        Expand = "expand",
        /// Write out the chosen name of somebody at the table.
        TakeName = "take_name",
        /// Make an action of the paragraph under the cursor.
        ToAction = "to_action",
        /// Make a decision of the paragraph under the cursor.
        ToDecision = "to_decision",
        /// Open the pupil's working note.
        WorkingNote = "working_note",
        /// Primary result, then a letter.
        Result = "result",
        /// Route, then a letter.
        SetRoute = "set_route",
        /// Chances, then two letters.
        SetChances = "set_chances",
        /// Agree with the proposal and go on.
        Agree = "agree",
        /// All hamerstukken of the block at once.
        AgreeAll = "agree_all",
        /// Carry the item over to the next meeting.
        CarryOver = "carry_over",
        /// Next lane.
        Lane = "lane",
        /// Add a pupil to the agenda.
        AddToAgenda = "add_to_agenda",
        /// Take the item off the agenda.
        RemoveFromAgenda = "remove_from_agenda",
        /// Move the item up in the agenda.
        MoveUp = "move_up",
        /// Move the item down in the agenda.
        MoveDown = "move_down",
        /// Change minutes, question, proposal or fixed time of the item.
        EditItem = "edit_item",
        /// Add a free item to the agenda.
        AddFreeItem = "add_free_item",
        /// Relapse: back on the list, history kept.
        Relapse = "relapse",
        /// Old actions.
        OldActions = "old_actions",
        /// Close an action as done.
        ActionDone = "action_done",
        /// Close an action as not possible.
        ActionNotPossible = "action_not_possible",
        /// Close an action as not done.
        ActionNotDone = "action_not_done",
        /// Cancel an action.
        ActionCancelled = "action_cancelled",
        /// The terms of the pupil at hand.
        Terms = "terms",
        /// A term was done.
        TermDone = "term_done",
        /// A term does not apply to this pupil.
        TermNotApplicable = "term_not_applicable",
        /// The fixed contacts.
        Contacts = "contacts",
        /// Who is to be discussed, and why.
        TurnList = "turn_list",
        /// Everybody by name.
        NameList = "name_list",
        /// Days covered, gaps and cold handovers.
        CoverageList = "coverage_list",
        /// Who holds whom in summer.
        SummerList = "summer_list",
        /// What came of a cohort.
        Results = "results",
        /// Another cohort beside it, or none.
        CompareCohort = "compare_cohort",
        /// The results divided otherwise.
        DivideResults = "divide_results",
        /// Another reference date.
        ReferenceDate = "reference_date",
        /// A new cohort.
        NewCohort = "new_cohort",
        /// The pupil at hand into a cohort.
        AddToCohort = "add_to_cohort",
        /// Every pupil of the school into a cohort.
        AddSchoolToCohort = "add_school_to_cohort",
        /// Every pupil of the list that was read last into a cohort.
        AddListToCohort = "add_list_to_cohort",
        /// The pupil at hand out of a cohort.
        RemoveFromCohort = "remove_from_cohort",
        /// A list of this school, or of all.
        ListSchools = "list_schools",
        /// Read everything of a list, however long that takes.
        ListEverything = "list_everything",
        /// A party, or the chair, asks for a pupil.
        AskForPupil = "ask_for_pupil",
        /// A pupil off the queue by hand.
        RemoveFromQueue = "remove_from_queue",
        /// A pupil is out of sight, or no longer.
        OutOfSight = "out_of_sight",
        /// A tile on the timeline.
        AddTile = "add_tile",
        /// An instrument on the timeline.
        AddInstrument = "add_instrument",
        /// Change the tile or instrument under the cursor.
        EditPart = "edit_part",
        /// End the tile or instrument under the cursor.
        EndPart = "end_part",
        /// Take the tile or instrument under the cursor away.
        RemovePart = "remove_part",
        /// The trajectory as a list of words.
        History = "history",
        /// The card of an employer.
        PartyCard = "party_card",
        /// Who is present.
        Attendance = "attendance",
        /// Somebody is present.
        MarkPresent = "mark_present",
        /// Somebody sent apologies.
        MarkExcused = "mark_excused",
        /// Somebody is absent.
        MarkAbsent = "mark_absent",
        /// Mandate yes or no.
        ToggleMandate = "toggle_mandate",
        /// Add somebody to the table.
        AddParticipant = "add_participant",
        /// Confirm what stands here.
        Confirm = "confirm",
        /// Keep what a form holds.
        Keep = "keep",
        /// Empty the field or the line.
        ClearField = "clear_field",
        /// Close a form and forget what was typed in it.
        Discard = "discard",
        /// Take the chosen row.
        Pick = "pick",
        /// To the next field of a form.
        NextField = "next_field",
        /// To the previous field of a form.
        PreviousField = "previous_field",
        /// Close the overlay; what was typed in a form comes back.
        Close = "close",
        /// Pause or resume the clock.
        PauseClock = "pause_clock",
        /// One more minute for the item.
        MoreMinutes = "more_minutes",
        /// Read decisions and actions back.
        ReadBack = "read_back",
        /// What was read back is put right.
        Mend = "mend",
        /// Find.
        Find = "find",
        /// The palette.
        Palette = "palette",
        /// Help.
        Help = "help",
        /// Private state on or off, after a second key.
        TogglePrivate = "toggle_private",
        /// Blank the screen, or bring it back.
        Blank = "blank",
        /// Undo.
        Undo = "undo",
        /// Redo.
        Redo = "redo",
        /// Say that everything is saved.
        AlreadySaved = "already_saved",
        /// Quit.
        Quit = "quit",
        /// Say how to quit.
        HowToQuit = "how_to_quit",
        /// A new pupil.
        NewPupil = "new_pupil",
        /// Change the pupil.
        EditPupil = "edit_pupil",
        /// A new school.
        NewSchool = "new_school",
        /// Change the school and its contacts.
        EditSchool = "edit_school",
        /// A new professional.
        NewPerson = "new_person",
        /// Change a professional.
        EditPerson = "edit_person",
        /// A new party.
        NewParty = "new_party",
        /// Change a party.
        EditParty = "edit_party",
        /// Somebody of the pupil's own surroundings.
        NewNetworkPerson = "new_network_person",
        /// Change or take out somebody of the pupil's own surroundings.
        EditNetworkPerson = "edit_network_person",
        /// Choose another school or meeting to look at.
        ChooseSchool = "choose_school",
        /// Choose another meeting to look at.
        ChooseMeeting = "choose_meeting",
        /// Copy the first fixed contact.
        CopyFirst = "copy_first",
        /// Copy the second fixed contact.
        CopySecond = "copy_second",
        /// Scale of the timeline.
        TimelineScale = "timeline_scale",
        /// To the next gap, cold handover or term of the timeline.
        NextGap = "next_gap",
        /// The timeline back in time.
        EarlierDays = "earlier_days",
        /// The timeline on in time.
        LaterDays = "later_days",
        /// A list was imported.
        ImportList = "import_list",
        /// A list of schools was imported.
        ImportSchools = "import_schools",
        /// A list of fixed contacts was imported.
        ImportContacts = "import_contacts",
        /// Write out the path before the cursor.
        Complete = "complete",
        /// Say what the columns of a list are.
        ImportColumns = "import_columns",
        /// Choose the sheet of a workbook.
        ImportSheet = "import_sheet",
        /// The heading is the next column.
        ColumnOn = "column_on",
        /// The heading is the column before.
        ColumnBack = "column_back",
        /// What becomes of a pupil whom a list no longer has.
        Vanish = "vanish",
        /// The same for all of them.
        VanishAll = "vanish_all",
        /// Refused rows as a file to be mended.
        MendRefused = "mend_refused",
        /// Documents were written for somebody.
        IssuePapers = "issue_papers",
        /// The open actions of all schools.
        FollowUp = "follow_up",
        /// Another day for an action.
        MoveAction = "move_action",
        /// Other headings over a list.
        GroupRows = "group_rows",
        /// Rows with what is typed.
        FilterRows = "filter_rows",
        /// The actions of one owner, as documents.
        ExportOwner = "export_owner",
        /// The actions of the block on the clipboard.
        CopyActions = "copy_actions",
        /// The lessons across pupils and meetings.
        Lessons = "lessons",
        /// Somebody picked a lesson up.
        LessonPickedUp = "lesson_picked_up",
        /// From what a lesson is paid.
        LessonPaidFrom = "lesson_paid_from",
        /// A lesson was dealt with.
        LessonDone = "lesson_done",
        /// A lesson is open again.
        LessonNoticed = "lesson_noticed",
        /// What was told or agreed about sharing the pupil.
        RecordSharing = "record_sharing",
        /// Informed and basis, for a whole list at once.
        InformList = "inform_list",
        /// The privacy agreement of the meeting.
        EditAgreement = "edit_agreement",
        /// Correct a field without a trace of what stood there.
        Rectify = "rectify",
        /// Lock the file until it is opened again.
        Lock = "lock",
        /// Change what opens the file.
        ChangePassphrase = "change_passphrase",
        /// Make a backup.
        Backup = "backup",
        /// Put a backup back in the place of the file.
        Restore = "restore",
        /// What another file changed was merged.
        MergeBundle = "merge_bundle",
        /// It was chosen between what two files changed.
        SettleConflict = "settle_conflict",
        /// The program's demo table was made.
        MakeDemo = "make_demo",
        /// The voorzitter's name was set.
        SetChair = "set_chair",
    }
}
