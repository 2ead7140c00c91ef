//! The rights of the pupil: what is said about sharing, erasing, rectifying, keeping and looking back.
//!
//! The rule: what a record or one of its columns is called is asked here, for the page that tells a pupil everything;
//! a name that has no word yet is told as it stands in the file, so that nothing is left out for want of one.

use super::catalog::theme;
use super::notice::Problem;
use crate::domain::papers::PaperKind;
use crate::domain::rights::{ByWhom, ConsentKind, Rectified, TrailFault, TrailKind};
use crate::domain::term::TermMarkState;
use crate::domain::{Day, Id, Moment};

theme! {
    /// Words around the rights of the pupil.
    RightsWords {
        words {
            /// Title of the page with everything held on a pupil.
            everything,
            /// What that page is, in a paragraph.
            everything_about,
            /// Heading: who looked, and what went out.
            looked,
            /// Something that was erased is still in a backup, which could not be written.
            erasure_waits,
            /// Heading: what was changed.
            changes,
            /// Heading: documents that went out.
            exports,
            /// Heading: notes that were being typed.
            drafts,
            /// Heading: texts about others that name the pupil.
            mentions,
            /// Below that heading: why the texts are not there.
            mentions_about,
            /// A rectification cannot be taken back, as a sentence.
            no_undo,
            /// Nothing under a heading.
            none,
            /// Column: when.
            when,
            /// Column: who.
            who,
            /// Column: what.
            what,
            /// Column: for whom.
            for_whom,
            /// The name of the file, without day and ending.
            file_everything,
            /// The pupil, as whom the page is made for.
            the_pupil,
            /// What erasing takes.
            erase_heading,
            /// What erasing leaves.
            erase_leaves,
            /// Asks for the number before something is erased.
            ask_number,
            /// The trail is empty.
            no_trail,
            /// Nobody is past a limit.
            nobody_past,
            /// Somebody holds the pupil still.
            still_held,
            /// How to erase those who are past.
            erase_past_hint,
            /// Everybody at the table.
            everybody,
            /// Who is told about in a form: everybody of the school who was not informed yet.
            scope_not_informed,
            /// Everybody of the school.
            scope_school,
            /// Everybody on the agenda of this block.
            scope_block,
            /// Heading: documents that went out with the pupil in them.
            exports_out,
            /// Heading: texts about others that name the pupil and stay as they are.
            mentions_elsewhere,
            /// Nameless because the pupil may not be shared with somebody at this table.
            barred_here,
            /// Informed, and nameless because no basis for sharing with everybody stands.
            no_basis,
            /// Whoever received an export is to be told.
            tell_receivers,
            /// Beside a text: it is not about the pupil.
            about_others,
            /// Below texts that still say a name of before.
            change_texts,
        }
        phrases {
            /// What a kind of record is called; as it stands in the file when there is no word for it.
            record(code: &str) -> String,
            /// The same of a column.
            column(code: &str) -> String,
            /// A field that may be rectified.
            field_of(field: Rectified) -> &'static str,
            /// What was recorded about sharing.
            consent(kind: ConsentKind) -> &'static str,
            /// Of whom it came.
            by(by: ByWhom) -> &'static str,
            /// What a professional said of a term.
            term_state(state: TermMarkState) -> &'static str,
            /// What was done with a pupil's place in the queue by hand, by its code.
            queue_mark(code: &str) -> Option<&'static str>,
            /// Which of two values that stood beside each other was chosen, by its code.
            kept(code: &str) -> Option<&'static str>,
            /// A field was this and became that; either may be empty.
            became(before: &str, after: &str) -> String,
            /// What kind of line of the trail it is.
            trail(kind: TrailKind) -> &'static str,
            /// Why, of a line of the trail: its code in words, or as it stands.
            why(code: &str) -> String,
            /// What kind of document it is.
            paper(kind: PaperKind) -> &'static str,
            /// A pupil's number in the file, by which a command takes one.
            numbered(id: Id) -> String,
            /// So many rows of a kind of record.
            rows(record: &str, count: usize) -> String,
            /// So many images of the journal and lines of the trail that name the pupil.
            history(images: usize, lines: usize) -> String,
            /// So many backups.
            backups(count: usize) -> String,
            /// A document that went out: what, for whom, when, and whether it is about the pupil alone.
            export(kind: PaperKind, whom: &str, at: Moment, alone: bool) -> String,
            /// A text elsewhere: kind of record, its day, and whether given and family name both stand in it.
            mention(record: &str, on: Option<Day>, whole: bool) -> String,
            /// So many pupils were erased, told below a list of everybody.
            erased_before(count: usize) -> String,
            /// So many rows were erased.
            erased(rows: usize) -> String,
            /// What the search of the file found: pages, forms, pages with one of them.
            proof(pages: usize, forms: usize, found: usize) -> String,
            /// The same of a backup, by its name.
            copy_proof(file: &str, pages: usize, found: usize) -> String,
            /// A backup that does not open, and why, before anything is erased; and whether that may pass.
            copy_closed(file: &str, why: &Problem, may_pass: bool) -> String,
            /// A backup that could not be gone through, and why.
            copy_failed(file: &str, why: &str) -> String,
            /// So many backups were put off.
            put_off(count: usize) -> String,
            /// How far it is, for a line that is written over: a backup of so many, or the file.
            step(backup: usize, of: usize) -> String,
            /// What stands now in a field that is to be rectified; nothing when it is empty.
            stands_now(value: &str) -> String,
            /// What stands in a field will become that for good, with the key once more; either may be empty.
            will_rectify(field: Rectified, was: &str, becomes: &str) -> String,
            /// A field was rectified.
            rectified(field: &str) -> String,
            /// The same, when so many documents with the pupil in them went out before, and so many texts say the name of
            /// before.
            rectified_told(field: &str, exports: usize, texts: usize) -> String,
            /// So many pupils.
            pupils(count: usize) -> String,
            /// So many pupils would be informed in one go; the key that takes it back, and whether a basis
            /// was typed: without one they stay nameless.
            will_inform(count: usize, key: &str, based: bool) -> String,
            /// Title of the documents that went out before a field was rectified.
            told_before(field: Rectified) -> String,
            /// Below the documents: so many others went out, in which the old value of the field cannot stand.
            without_value(count: usize) -> String,
            /// Title or heading of the texts, so many, in which a part of the name still stands as it was before.
            still_named(field: Rectified, count: usize) -> String,
            /// So many pupils were informed in one go, and whether with a basis.
            informed(count: usize, based: bool) -> String,
            /// The trail is whole and complete.
            trail_sound(lines: usize) -> String,
            /// What is wrong with it.
            trail_fault(fault: TrailFault) -> String,
            /// Past a limit since, which limit, and its article.
            past(since: Day, limit: &str, article: &str) -> String,
            /// Of so many pupils no day of leaving is known, at these schools.
            no_leaving(count: usize, schools: &str) -> String,
            /// The agreement of the meeting has ended.
            agreement_ended(on: Day) -> String,
            /// So many working notes erase themselves on a day.
            notes_expire(count: usize, on: Day) -> String,
            /// So many working notes erased themselves.
            notes_expired(count: usize) -> String,
        }
    }
}
