//! What documents and calendars say, and what the commands that write them answer.
//!
//! The rule: the page for a young person is in plain words (Dutch at B1): short sentences, the informal *je*, whole
//! names of days and months, and nothing of the professionals' shorthand.

use chrono::NaiveTime;

use super::catalog::theme;
use crate::domain::Day;
use crate::domain::codes::MeetingKind;
use crate::domain::roof::Span;

theme! {
    /// Documents of a meeting.
    Papers {
        words {
            /// Label: the day and hours.
            date,
            /// Label: where.
            place,
            /// Label: the privacy agreement.
            agreement,
            /// The minutes are not frozen yet.
            draft,
            /// Heading: who was there.
            attendance,
            /// Heading: who is expected.
            invited,
            /// Column: name.
            name,
            /// Column: organisation.
            party,
            /// Column: present or not.
            presence,
            /// Column: may decide.
            mandate,
            /// Yes, in a table.
            yes,
            /// No, in a table.
            no,
            /// Heading: corrections.
            corrections,
            /// Heading: the next meeting.
            next_meeting,
            /// No next meeting is planned.
            no_next_meeting,
            /// Heading: what was carried over.
            carried,
            /// Label: the question.
            question,
            /// Label: the proposal.
            proposal,
            /// Label: the table note.
            note,
            /// Agreed as proposed.
            agreed,
            /// Heading: decisions.
            decisions,
            /// Behind a decision under reservation.
            provisional,
            /// Heading: who holds the pupil until when.
            held,
            /// Label: the primary result.
            result,
            /// Label: which party leads.
            route,
            /// Label: the chances.
            chances,
            /// Heading: actions.
            actions,
            /// Column: whose.
            who,
            /// Column: what.
            what,
            /// Column: when.
            when,
            /// Column: how it stands.
            state,
            /// Nobody took the action.
            nobody,
            /// The action has no day.
            no_day,
            /// Nothing was agreed.
            nothing_agreed,
            /// Column: pupil or point.
            subject,
            /// Column: lane.
            lane,
            /// Column: minutes.
            minutes,
            /// Column: school.
            school,
            /// Heading: what is on the agenda.
            agenda,
            /// Heading: questions and proposals to prepare.
            to_prepare,
            /// Nothing is on the agenda.
            empty_agenda,
            /// The owner has nothing to do.
            no_actions,
            /// Behind a day that has passed.
            overdue,
            /// Title of the young person's page.
            young_title,
            /// Heading: what was agreed.
            young_agreed,
            /// Nothing was decided yet.
            young_nothing,
            /// Behind a decision under reservation, for the young person.
            young_provisional,
            /// Heading: who does what.
            young_actions,
            /// Heading: who helps now.
            young_helpers,
            /// Nobody is known who helps.
            young_no_helper,
            /// Heading: who comes after.
            young_later,
            /// Nobody is known who comes after.
            young_no_later,
            /// Nobody comes after, because whoever helps now goes on: there is no last day.
            young_goes_on,
            /// Heading: the next date.
            young_next,
            /// The next date is not known.
            young_no_next,
            /// Heading: questions.
            young_questions,
            /// What a pupil is called in a calendar, where nobody is named.
            somebody,
            /// Beginning of a file name: minutes.
            file_minutes,
            /// Beginning of a file name: what one party may read.
            file_party,
            /// Beginning of a file name: agenda.
            file_agenda,
            /// Beginning of a file name: page for the young person.
            file_young,
            /// Beginning of a file name: actions.
            file_actions,
            /// Column of a list: owner.
            owner,
            /// Column of a list: pupil.
            pupil,
            /// Told after writing: the files are not encrypted.
            written_open,
        }
        phrases {
            /// With weekday and month in full: `woensdag 3 juni 2026`.
            day(day: Day) -> String,
            /// From and to.
            hours(from: NaiveTime, to: NaiveTime) -> String,
            /// Title of the minutes of one table.
            minutes_title(kind: &str, school: &str) -> String,
            /// Title of what one party may read.
            party_title(kind: &str, party: &str) -> String,
            /// Title of the agenda.
            agenda_title(kind: &str, school: &str) -> String,
            /// The invitation above it: the kind of meeting, what that is called, and the school.
            invitation(kind: MeetingKind, word: &str, school: &str) -> String,
            /// Title of the actions of one owner.
            actions_title(owner: &str) -> String,
            /// For whom minutes of a table are.
            for_table(school: &str) -> String,
            /// The agreement, and until when.
            agreement_until(agreement: &str, until: Day) -> String,
            /// At the top of every document: not encrypted, for whom, when.
            made_for(whom: &str, day: Day) -> String,
            /// At the foot of every sheet, the same in short.
            footer(whom: &str, day: Day) -> String,
            /// Page so many of so many.
            page(at: usize, of: usize) -> String,
            /// A version after a correction.
            version(number: usize, day: Day, reason: &str) -> String,
            /// The first version.
            first_version(day: Day) -> String,
            /// On which day the roof was read for the days that nobody holds.
            gaps_read(on: Day) -> String,
            /// Nobody holds on these days.
            not_held(days: Span) -> String,
            /// Who asks.
            question_of(name: &str) -> String,
            /// What the page of a young person is and whose.
            young_intro(called: &str, day: Day) -> String,
            /// Somebody does something: name, role, what, when.
            young_action(name: &str, role: &str, text: &str, due: Option<Day>) -> String,
            /// Somebody helps: name, party, telephone, until.
            young_helper(name: &str, party: &str, phone: &str, until: Option<Day>) -> String,
            /// Somebody comes after: name, party, telephone, from.
            young_comes(name: &str, party: &str, phone: &str, from: Option<Day>) -> String,
            /// The next date.
            young_next_day(day: Day) -> String,
            /// Whom to call.
            young_call(name: &str, phone: &str) -> String,
            /// A meeting in a calendar.
            meeting_event(kind: &str, school: &str) -> String,
            /// An action in a calendar.
            action_event(text: &str) -> String,
            /// An action in a calendar, about whom.
            action_about(called: &str, text: &str) -> String,
            /// A file was written for somebody.
            written(path: &str, whom: &str) -> String,
        }
    }
}
