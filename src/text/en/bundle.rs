//! Exchange between two laptops, in English.

use crate::text::bundle::{BundleTrouble, BundleWords, MergeCount};

pub(in crate::text) const BUNDLE: BundleWords = BundleWords {
    key_is_for: "Give this key to whoever makes a bundle for you (--for). It is public; only this file can open.",
    nothing_new: "The bundle says nothing new: nothing was changed.",
    nothing_since: "Nothing changed since the last bundle: nothing was written. With --all you get everything all the same.",
    merged: "Merged. In the program Ctrl+Z takes this back in one go.",
    new_pupil: "new pupil",
    no_pupil: "general",
    made: "new",
    removed: "gone",
    no_conflicts: "There is nothing to choose.",
    how_to_settle: "Here is what stands in this file now, there is what was filled in elsewhere. Choose with: dakpan merge --conflict NUMBER --keep here, or --keep there",
    settled: "Chosen. In the program Ctrl+Z takes this back.",
    nothing: "nothing",
    other_removed: "taken away",
    how_to_read: "What people typed is left out: dakpan merge --conflicts --with-names shows it.",
    with_names_only: "(what it says: with --with-names)",
    by_nobody: "unknown",
    new_pupils: |count| match count {
        1 => "1 new pupil".to_owned(),
        _ => format!("{count} new pupils"),
    },
    other_schools: |schools| {
        let before = "Note: the last bundle for this receiver was of other schools";
        match schools {
            [] => format!("{before}: of all of them, so without --school."),
            some => format!("{before}: {}.", asked(some)),
        }
    },
    written: |number, schools, rows, file| {
        let schools = match schools {
            1 => "1 school".to_owned(),
            _ => format!("{schools} schools"),
        };
        format!("Bundle {number} of {schools} with {rows} changes written: {file}")
    },
    from: |who, at, schools| format!("From {who}, made on {at}. Schools: {schools}"),
    counts,
    missing_before: |from, until| {
        let which = match from == until {
            true => format!("bundle {from} has"),
            false => format!("bundles {from} to {until} have"),
        };
        format!("Mind: {which} not been merged here yet. That can be done later too.")
    },
    left_out: |count| format!("{count} changes of erased young people were left out."),
    erased_there: |pupils| {
        format!("Erased at the other table and not here yet: {pupils}. Erase here with: dakpan erase")
    },
    conflict: |number, pupil, what| format!("{number}  {pupil}  {what}"),
    changed: |what, before, after| format!("{what}: {before} → {after}"),
    typed: |letters, another| match (letters, another) {
        (1, false) => "text of 1 character".to_owned(),
        (letters, false) => format!("text of {letters} characters"),
        (1, true) => "another text, of 1 character too".to_owned(),
        (letters, true) => format!("another text, of {letters} characters too"),
    },
    here: |value, who, at| format!("    here ({}): {value}", by(who, at)),
    other: |value, who, at| format!("    there ({}): {value}", by(who, at)),
    trouble,
    record,
};

/// The options that ask for some schools.
fn asked(schools: &[&str]) -> String {
    let each: Vec<String> = schools.iter().map(|name| format!("--school '{name}'")).collect();
    each.join(" ")
}

fn by(who: &str, at: &str) -> String {
    match at {
        "" => who.to_owned(),
        at => format!("{who}, {at}"),
    }
}

fn counts(count: MergeCount) -> String {
    let mut text = format!("{} new, {} changed, {} gone", count.made, count.changed, count.removed);
    match count.conflicts {
        0 => {}
        1 => text.push_str(", 1 conflict to choose in"),
        several => text.push_str(&format!(", {several} conflicts to choose in")),
    }
    text
}

fn trouble(trouble: &BundleTrouble) -> String {
    match trouble {
        BundleTrouble::NoKey => {
            "This is no key of a receiver. Ask for the key that 'dakpan bundle --key' shows there; it begins with age1."
                .to_owned()
        }
        BundleTrouble::NoOwnKey => {
            "This file has no key yet. Make one with 'dakpan bundle --key' and give it to the other.".to_owned()
        }
        BundleTrouble::DamagedKey => "The key in this file is damaged. Restore a copy.".to_owned(),
        BundleTrouble::ForSomebodyElse => {
            "The bundle is for another file. Give the other the key of this file: 'dakpan bundle --key'.".to_owned()
        }
        BundleTrouble::NotOpened => "This is no bundle, or it is damaged. Ask for it again.".to_owned(),
        BundleTrouble::TooLarge => "The bundle is too large. Ask for a bundle of fewer schools.".to_owned(),
        BundleTrouble::TooLargeToMake => {
            "The bundle would be larger than the other can open: nothing was written. Make one of fewer schools with \
             --school."
                .to_owned()
        }
        BundleTrouble::NotABundle => "This is no bundle of dakpan. Ask for it again.".to_owned(),
        BundleTrouble::OtherVersion(version) => {
            format!("The bundle has form {version}, which this program does not know. Update dakpan.")
        }
        BundleTrouble::WrongLine(line) => format!("Line {line} of the bundle is not right. Ask for it again."),
        BundleTrouble::WrongEnd => "The bundle is not complete. Ask for it again.".to_owned(),
        BundleTrouble::OtherSchema(theirs, ours) => format!(
            "The bundle is of another version of dakpan ({theirs}, this is {ours}). Update both and make it again."
        ),
        BundleTrouble::OtherApproach => {
            "The bundle belongs to another approach. What is told for one purpose does not go to another.".to_owned()
        }
        BundleTrouble::Clock => {
            "The bundle is of days after what the clock here says: this clock is behind, or that of the other was ahead. First set the clock of this laptop right and try again."
                .to_owned()
        }
        BundleTrouble::OwnBundle => "This bundle is of this very file. Choose the one of the other.".to_owned(),
        BundleTrouble::WrongRow(row) => format!("Change {row} of the bundle is not right. Ask for it again."),
        BundleTrouble::Same(record) => format!(
            "Both tables entered the same {} by themselves. Take it away on one of the two and make the bundle again, \
             or begin here with a new file.",
            self::record(record)
        ),
        BundleTrouble::PointsNowhere => {
            "The bundle points at something that is not there. Ask for a bundle with --all.".to_owned()
        }
        BundleTrouble::NoConflict(number) => {
            format!("There is no conflict {number}. Look with: dakpan merge --conflicts")
        }
        BundleTrouble::NotPossible => {
            "That can no longer be had: something changed since. Keep what stands.".to_owned()
        }
        BundleTrouble::OwnReceiver => {
            "This is the key of this very file: a bundle is for another. Give the key that 'dakpan bundle --key' shows on the other laptop."
                .to_owned()
        }
        BundleTrouble::NoSchool => "There is no school yet. Without a school there is nothing to share.".to_owned(),
    }
}

fn record(record: &str) -> &'static str {
    match record {
        "party" => "organisation",
        "person" => "professional",
        "school" => "school",
        "fixed_contact" => "fixed contact",
        "pupil" => "pupil",
        "network_person" => "network",
        "transition_chance" => "chance",
        "tile" => "tile",
        "instrument" => "instrument",
        "primary_result" => "result",
        "aftercare" => "aftercare",
        "meeting" => "meeting",
        "block" => "block",
        "agenda_item" => "agenda item",
        "attendance" => "attendance",
        "correction" => "correction",
        "note" => "note",
        "decision" => "decision",
        "action" => "action",
        "lesson" => "lesson",
        "relapse" => "relapse",
        "queue_mark" => "queue",
        "cohort" => "cohort",
        "cohort_member" => "member of a cohort",
        "term_mark" => "term",
        "consent" => "consent",
        "conflict" => "conflict",
        "export" => "export",
        _ => "",
    }
}
