//! What the kinds of records and their columns are called, in English: for the page that tells a pupil everything.

use crate::domain::rights::Rectified;

pub(super) fn record(code: &str) -> String {
    let word = match code {
        "pupil" => "the pupil",
        "network_person" => "network",
        "transition_chance" => "chances",
        "tile" => "trajectory: tiles",
        "instrument" => "instruments",
        "primary_result" => "primary results",
        "agenda_item" => "agenda items",
        "note" => "notes",
        "decision" => "decisions",
        "action" => "actions",
        "lesson" => "lessons",
        "relapse" => "relapses",
        "queue_mark" => "queue by hand",
        "cohort_member" => "cohorts",
        "term_mark" => "terms that were marked",
        "consent" => "informing and sharing",
        "export" => "documents that went out",
        "correction" => "corrections of minutes",
        "conflict" => "differences while merging",
        other => return other.replace('_', " "),
    };
    word.to_owned()
}

/// The word of a column that has one of its own.
fn known(code: &str) -> Option<&'static str> {
    Some(match code {
        "id" => "number in the file",
        "number" => "pupil number",
        "given" => "given name",
        "family" => "family name",
        "birth" => "day of birth",
        "profile" => "exit profile",
        "leaving" => "expected leaving",
        "objection_on" => "objection since",
        "willing" => "takes part",
        "holder" => "held by",
        "from_on" => "from",
        "until_on" => "until",
        "ended_why" => "why it ended",
        "contract_form" => "form of contract",
        "wage_value" => "wage value (%)",
        "no_guidance_on" => "no guidance needed since",
        "no_guidance_by" => "decided by",
        "deferred_reason" => "reason of deferral",
        "on_day" => "on",
        "person" => "by",
        "seq" => "order",
        "item" => "agenda item",
        "rule" => "term",
        "made_for" => "for whom",
        "record" => "kind of record",
        "other" => "other value",
        "here" => "value that stood here",
        "kept" => "chosen",
        "other_at" => "other value of",
        "other_by" => "other value by",
        "settled_on" => "settled on",
        _ => return None,
    })
}

pub(super) fn column(code: &str) -> String {
    known(code).map_or_else(|| code.replace('_', " "), str::to_owned)
}

pub(super) fn field_of(field: Rectified) -> &'static str {
    known(field.column()).unwrap_or(field.column())
}
