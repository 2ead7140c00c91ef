//! The rights of the pupil, in English: informing, sharing, erasing, rectifying and keeping.

mod columns;
mod trail;

use columns::{column, field_of, record};
use trail::{paper, trail, trail_fault, why};

use super::dates::DATES;
use crate::domain::rights::{ByWhom, ConsentKind};
use crate::domain::term::TermMarkState;
use crate::text::notice::Problem;
use crate::text::rights::RightsWords;

pub(in crate::text) const RIGHTS: RightsWords = RightsWords {
    everything: "What is recorded about you",
    everything_about: "This is everything the file of the table holds on you, the chair's own notes included. At the end it says who looked at it and changed it, and for whom documents were made of it. Is something wrong, or do you want it to go? Tell your school or the chair.",
    looked: "Who looked, and what went out",
    changes: "What was changed, and by whom",
    exports: "Documents you are in",
    drafts: "Half-typed notes",
    mentions: "Also named in",
    mentions_about: "These texts are about something or somebody else. That is why it only says where your name stands, not what is written.",
    no_undo: "a rectification without a trace cannot be taken back; once more takes back what came before it",
    none: "nothing",
    when: "When",
    who: "Who",
    what: "What",
    for_whom: "For whom",
    file_everything: "access",
    the_pupil: "the pupil",
    erase_heading: "This will be erased:",
    erase_leaves: "What stays: a count without a name for the results, a line of the trail without a name, and a mark that keeps a merge from bringing the pupil back. Erasing cannot be undone.",
    ask_number: "Type the pupil's number to erase, or just Enter to do nothing: ",
    no_trail: "The trail is empty.",
    nobody_past: "Nobody is past the retention date.",
    still_held: "still held by somebody",
    erase_past_hint: "Nothing was erased. With --erase the number of each pupil is asked.",
    everybody: "everybody at the table",
    scope_not_informed: "who of the school has not been informed",
    scope_school: "all pupils of the school",
    scope_block: "all pupils on the agenda of this block",
    exports_out: "Documents that went out with this pupil",
    mentions_elsewhere: "Texts about somebody or something else with this name; they stay, change them yourself where needed",
    barred_here: "no name here: objection or withdrawn consent towards a party at this table",
    no_basis: "no basis for sharing with everybody recorded: nameless on the shared screen",
    about_others: "about somebody or something else",
    change_texts: "Change these texts yourself: whoever is nameless is not so under an old name.",
    tell_receivers: "Tell whoever received a document that this was changed or erased (GDPR art. 19).",
    record,
    column,
    field_of,
    consent,
    by,
    term_state: |state| match state {
        TermMarkState::Done => "done",
        TermMarkState::NotApplicable => "not valid",
    },
    queue_mark: |code| match code {
        "asked" => Some("asked to be discussed"),
        "removed" => Some("taken off the queue by hand"),
        _ => None,
    },
    kept: |code| match code {
        "here" => Some("the value that stood here"),
        "other" => Some("the other value"),
        _ => None,
    },
    became: |before, after| match (before, after) {
        ("", after) => format!("became {after}"),
        (before, "") => format!("was {before}, now empty"),
        (before, after) => format!("was {before}, became {after}"),
    },
    trail,
    why,
    paper,
    numbered: |id| format!("number {id}"),
    rows: |record, count| format!("{}: {count}", columns::record(record)),
    history: |images, lines| format!("history: {images} rows of the journal, {lines} lines of the trail"),
    backups: |count| match count {
        0 => "no backups of this program".to_owned(),
        1 => "1 backup of this program".to_owned(),
        _ => format!("{count} backups of this program"),
    },
    export: |kind, whom, at, alone| {
        let of = if alone {
            ""
        } else {
            " (of a meeting or list with this pupil)"
        };
        format!("{} for {whom}, {}{of}", paper(kind), DATES.day_year(at.date_naive()))
    },
    mention: |record, on, whole| {
        let day = on.map(|on| format!(", {}", DATES.day_year(on))).unwrap_or_default();
        let part = if whole {
            ""
        } else {
            " (the family name alone: perhaps somebody else)"
        };
        format!("{}{day}{part}", columns::record(record))
    },
    erased_before: |count| match count {
        1 => "1 pupil was erased.".to_owned(),
        _ => format!("{count} pupils were erased."),
    },
    erased: |rows| format!("Erased: {rows} rows, with their history."),
    proof: |pages, forms, found| match found {
        0 => format!("Searched: {pages} pages of the file for {forms} forms of name, number and text; nothing found."),
        _ => format!(
            "Searched: {pages} pages of the file; something is left in {found}. Make a backup and ask for help."
        ),
    },
    copy_proof: |file, pages, found| match found {
        0 => format!("Backup {file}: erased, {pages} pages searched, nothing found."),
        _ => format!("Backup {file}: something is left in {found} of {pages} pages. Delete this backup."),
    },
    copy_closed: |file, why, may_pass| {
        let then = if may_pass {
            "Until then the pupil stays in it; each time the file is opened it is tried again."
        } else {
            "What it says of the pupil stays there: remove this copy yourself if that may not be."
        };
        format!("copy {file} does not open: {}. {then}", closed_copy(why))
    },
    copy_failed: |file, why| format!("Backup {file} was not erased: {why} Delete this backup yourself."),
    put_off: |count| match count {
        0 => "The search goes on when the file is opened again.".to_owned(),
        1 => "1 backup is still to come: that goes on when the file is opened again.".to_owned(),
        _ => format!("{count} backups are still to come: that goes on when the file is opened again."),
    },
    step: |backup, of| match backup {
        0 => "the file …".to_owned(),
        _ => format!("backup {backup} of {of} …"),
    },
    stands_now: |value| match value {
        "" => "now empty".to_owned(),
        value => format!("now: {value}"),
    },
    will_rectify: |field, was, becomes| {
        let or_empty = |value: &str| if value.is_empty() { "empty" } else { value }.to_owned();
        let (was, becomes) = (or_empty(was), or_empty(becomes));
        format!(
            "{}: {was} → {becomes} · cannot be undone · Enter once more",
            field_of(field)
        )
    },
    rectified: |field| format!("Rectified without a trace of what stood there: {}.", column(field)),
    rectified_told: |field, exports, texts| {
        let told = |word: &str, count| match count {
            0 => String::new(),
            _ => format!(". {word}: {count}"),
        };
        let (exports, texts) = (
            told("Documents that went out before", exports),
            told("Texts with the old name", texts),
        );
        format!("Rectified without a trace: {}{exports}{texts}", column(field))
    },
    pupils,
    will_inform: |count, key, based| {
        let nameless = if based { "" } else { ". Without a basis: nameless" };
        format!(
            "Enter records this for {}; {key} once takes all of it back{nameless}",
            pupils(count)
        )
    },
    told_before: |field| format!("Went out with the old value of: {}", field_of(field)),
    without_value: |count| match count {
        1 => "and 1 other without this value".to_owned(),
        _ => format!("and {count} others without this value"),
    },
    still_named: |field, count| match count {
        1 => format!("1 text still has the old {}", column(field.column())),
        _ => format!("{count} texts still have the old {}", column(field.column())),
    },
    informed: |count, based| {
        let nameless = if based { "" } else { "; who has no basis stays nameless" };
        format!("Recorded as informed: {}{nameless}", pupils(count))
    },
    trail_sound: |lines| match lines {
        1 => "The trail is whole and complete: 1 line.".to_owned(),
        _ => format!("The trail is whole and complete: {lines} lines."),
    },
    trail_fault,
    past: |since, limit, article| format!("since {}: {limit} ({article})", DATES.day_year(since)),
    no_leaving: |count, schools| {
        format!(
            "Without a day of leaving, and so without a limit: {} of {schools}. Fill in that day.",
            pupils(count)
        )
    },
    agreement_ended: |on| format!("the agreement of this meeting ended on {}", DATES.day_year(on)),
    notes_expire: |count, on| match count {
        1 => format!("1 working note erases itself on {}", DATES.day_year(on)),
        _ => format!("{count} working notes erase themselves on {}", DATES.day_year(on)),
    },
    notes_expired: |count| match count {
        1 => "1 working note erased itself, as announced".to_owned(),
        _ => format!("{count} working notes erased themselves, as announced"),
    },
    erasure_waits: "what was erased is still in a backup that could not be written: tried again when opened",
};

fn pupils(count: usize) -> String {
    match count {
        1 => "1 pupil".to_owned(),
        _ => format!("{count} pupils"),
    }
}

fn consent(kind: ConsentKind) -> &'static str {
    match kind {
        ConsentKind::Informed => "informed",
        ConsentKind::Basis => "basis recorded",
        ConsentKind::Given => "consent given",
        ConsentKind::Withdrawn => "consent withdrawn",
        ConsentKind::Objection => "objection made",
        ConsentKind::ObjectionLifted => "objection taken back",
    }
}

fn by(by: ByWhom) -> &'static str {
    match by {
        ByWhom::Pupil => "pupil",
        ByWhom::Parents => "parents",
        ByWhom::Both => "pupil and parents",
        ByWhom::Representative => "representative",
        ByWhom::Unknown => "not known",
    }
}

/// Why a copy does not open, said of the copy and not to whoever gave a passphrase.
fn closed_copy(why: &Problem) -> String {
    match why {
        Problem::WrongKey => "it has another passphrase or key, or is damaged".to_owned(),
        Problem::Corrupt => "it is damaged".to_owned(),
        Problem::NotOurs => "it does not begin as a file of dakpan".to_owned(),
        Problem::Newer(..) => "it is of a newer dakpan".to_owned(),
        Problem::InUse => "somebody has it open".to_owned(),
        Problem::Permission | Problem::ReadOnly => "it may not be read or written".to_owned(),
        _ => "reading failed".to_owned(),
    }
}
