//! The shape of a catalogue: which words and sentences there must be.
//!
//! The rule: a fixed word is a field, a word that depends on a value is a function whose match has no catch-all. A
//! language that lacks either does not compile.

use chrono::NaiveTime;

use super::KeyName;
use super::field::Field;
use super::notice::{Notice, Problem, Refusal};
use crate::domain::Day;
use crate::domain::intent::Intent;

/// Declares one theme of a catalogue: fixed words as fields, and functions that are fields within the room and
/// methods outside it.
macro_rules! theme {
    ($(#[$meta:meta])* $name:ident {
        $(words { $($(#[$wmeta:meta])* $word:ident),* $(,)? })?
        $(phrases { $($(#[$fmeta:meta])* $phrase:ident($($arg:ident: $ty:ty),*) -> $ret:ty),* $(,)? })?
    }) => {
        $(#[$meta])*
        pub struct $name {
            $($($(#[$wmeta])* pub $word: &'static str,)*)?
            $($(pub(in crate::text) $phrase: fn($($ty),*) -> $ret,)*)?
        }
        impl $name {
            $($($(#[$fmeta])* pub fn $phrase(&self, $($arg: $ty),*) -> $ret { (self.$phrase)($($arg),*) })*)?
        }
    };
}

pub(super) use theme;

theme! {
    /// What each act is called.
    Intents {
        phrases {
            /// At most twelve characters, for the footer.
            hint(intent: Intent) -> &'static str,
            /// A full line, for help and palette.
            line(intent: Intent) -> &'static str,
            /// The words by which people look for it besides, with a space between them.
            also(intent: Intent) -> &'static str,
            /// The change as a thing, for "Ongedaan: besluit van 10:04".
            change(intent: Intent) -> &'static str,
        }
    }
}

theme! {
    /// What just happened, and what went wrong.
    Notices {
        phrases {
            /// The sentence for the status line.
            notice(notice: &Notice) -> String,
            /// Why not, as a clause.
            refusal(refusal: Refusal) -> &'static str,
            /// What is wrong, and what to do.
            problem(problem: &Problem) -> String,
        }
    }
}

theme! {
    /// Labels of the forms.
    Fields {
        phrases {
            /// The label of a field.
            label(field: Field) -> &'static str,
        }
    }
}

theme! {
    /// How days are written.
    Dates {
        phrases {
            /// With weekday and year: `wo 3 jun 2026`.
            day(day: Day) -> String,
            /// Near by: `vr 12-06`.
            day_short(day: Day) -> String,
            /// Without weekday, month in full: `3 juni`.
            day_month(day: Day) -> String,
            /// Without weekday, with the year: `31 jul 2026`.
            day_year(day: Day) -> String,
            /// Name of a month from 1 to 12 in three letters; empty for another number.
            month(month: u32) -> &'static str,
            /// A quarter of a year from 1 to 4, short.
            quarter(quarter: u32) -> String,
        }
    }
}

theme! {
    /// Names of keys.
    Keys {
        phrases {
            /// As it is printed on a keyboard of that language.
            name(key: KeyName) -> &'static str,
        }
    }
}

theme! {
    /// Words of the screen itself.
    Screen {
        words {
            /// Title of the queue.
            queue,
            /// Title of the pupil's pane while no pupil is at hand.
            pupil,
            /// Title of the agenda.
            agenda,
            /// Title of the timeline.
            timeline,
            /// Title of the pane with what went before.
            earlier,
            /// Nothing there yet: how the queue gets filled.
            queue_empty,
            /// No pupil is at hand.
            no_pupil,
            /// No tile yet.
            timeline_empty,
            /// No agenda.
            agenda_empty,
            /// State of the screen: shared.
            shared,
            /// State of the screen: private.
            private,
            /// The bar across the top in the private state.
            private_bar,
            /// Everything is saved.
            saved,
            /// The same where there is little room.
            saved_short,
            /// Something is wrong: see the status line.
            trouble,
            /// No meeting is planned.
            no_meeting,
            /// The meeting is planned, not open.
            planned,
            /// Minutes frozen.
            closed,
            /// Reopened with a correction.
            corrected,
            /// The clock is paused.
            paused,
            /// Mode: choose.
            choose,
            /// Mode: write.
            write,
            /// The screen is blank.
            blank,
            /// The window is too small.
            too_small,
            /// Label: wish.
            wish,
            /// Label: strengths.
            strengths,
            /// Label: goal.
            goal,
            /// Label: question.
            question,
            /// Label: proposal.
            proposal,
            /// Label: placement.
            placement,
            /// Label: route.
            route,
            /// Label: chances.
            chances,
            /// Label: result.
            result,
            /// Label: open actions.
            open,
            /// The pupil leaves within six months.
            leaves_soon,
            /// Word before the expected day of leaving.
            leaving,
            /// Heading of the note.
            note,
            /// Heading of the working note.
            working_note,
            /// Yes.
            yes,
            /// No.
            no,
            /// Not filled in.
            nothing,
            /// Past its day.
            overdue,
            /// A decision, as a word in capitals.
            decision,
            /// An action, as a word in capitals.
            action,
            /// A parked point, as a word in capitals.
            parked,
            /// A lesson, as a word in capitals.
            lesson,
            /// Under reservation.
            provisional,
            /// Mark: no owner.
            who,
            /// Mark: no date.
            when,
            /// Two people match: choose.
            which,
            /// Between the names of that choice.
            or,
            /// A working note will open in private only.
            working_refused,
            /// Enter puts the line in the working note.
            working_taken,
            /// The item at hand: a pupil.
            this_pupil,
            /// The item at hand: a part of the frame.
            this_item,
            /// Heading: who is present.
            present,
            /// Word before missing roles.
            missing,
            /// With mandate.
            mandate,
            /// Without mandate.
            no_mandate,
            /// Another party, which is not told while shared.
            other_party,
            /// Heading: earlier notes.
            earlier_notes,
            /// Heading: open actions.
            open_actions,
            /// Heading: what only the private state shows.
            only_private,
            /// Label: number at the school.
            number,
            /// Label: day of birth.
            birth,
            /// Label: class.
            class,
            /// Label: residence.
            residence,
            /// Label: informed on.
            informed,
            /// Nameless because not informed.
            not_informed,
            /// Label: objection since.
            objection,
            /// Label: network.
            network,
            /// Label: whether willing.
            takes_part,
            /// Before the day to which an instrument is put off.
            deferred_until,
            /// Label: instruments.
            instruments,
            /// Title: help.
            help,
            /// Title: palette.
            palette,
            /// Title: find.
            find,
            /// Title: put a pupil on the agenda.
            find_for_agenda,
            /// Title: add somebody to the table.
            find_for_table,
            /// Title: choose a school.
            find_school,
            /// Title: change a person.
            find_person,
            /// Heading: which party to change.
            find_party,
            /// Shown in a query while nothing was typed.
            type_to_find,
            /// Nothing matches.
            nothing_found,
            /// What was found is a pupil.
            found_pupil,
            /// What was found is a school.
            found_school,
            /// What was found is a person.
            found_person,
            /// What was found is a note.
            found_note,
            /// Title: fixed contacts.
            contacts,
            /// No fixed contact is known.
            no_contacts,
            /// Word before the coordinator.
            coordinator,
            /// Word for the role of the coordinator.
            coordinator_role,
            /// Word before the contact at UWV.
            uwv,
            /// Below the contacts.
            contacts_hint,
            /// Word before other schools that match.
            other_schools,
            /// Title: old actions.
            old_actions,
            /// No old action is open.
            no_old_actions,
            /// Title: read back.
            read_back,
            /// The question at the read-back.
            read_back_question,
            /// Nothing was recorded for this pupil.
            nothing_recorded,
            /// Nothing at all was recorded.
            nothing_to_read,
            /// Title: all hamerstukken.
            agree_all,
            /// The question below them.
            agree_all_question,
            /// No proposal on the card.
            no_proposal,
            /// The confirmation that a second key gives.
            confirm,
            /// The form was changed.
            changed,
            /// Word before how a field is read.
            read_as,
            /// The screen stays blank for others until the chair has confirmed.
            attendance_required,
            /// Somebody of a pupil's own surroundings, as a row of the attendance.
            family,
            /// The rest of the meeting, without a school.
            whole_meeting,
        }
        phrases {
            /// A nameless pupil.
            case(number: u16) -> String,
            /// Kind of meeting and its day, for the header.
            meeting(kind: &str, day: Day) -> String,
            /// Block so many of so many.
            block(at: usize, of: usize) -> String,
            /// Minutes of agenda still to do.
            minutes_left(minutes: i64) -> String,
            /// Expected end, and minutes later or earlier than planned.
            ends(end: NaiveTime, late: i64) -> String,
            /// So many fixed contacts where two are meant to be.
            contacts_not_two(count: usize) -> String,
            /// The read-back was confirmed at.
            confirmed(at: NaiveTime) -> String,
            /// It was confirmed at, and something was recorded afterwards: the question again.
            confirmed_before(at: NaiveTime) -> String,
            /// So many rows that do not fit.
            more(count: usize) -> String,
            /// Title of the attendance of a school.
            attendance(school: &str) -> String,
            /// Missing roles, and what can be done.
            missing_roles(roles: &str) -> String,
        }
    }
}
