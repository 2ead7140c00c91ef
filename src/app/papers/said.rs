//! What a value of a record says, in words: for the page that tells a pupil everything.
//!
//! The rule: nobody has to know the program's codes to read what is held on them. A code is told by the word that the
//! screen has for it, a day and a moment as they are written, and what has no word yet as it stands in the file.

use serde_json::Value;

use crate::domain::codes::{
    ActionState, ChanceKind, ChanceLevel, ContractForm, ExitProfile, Goal, InstrumentKind, ItemKind, ItemState, Lane,
    LessonState, NoteKind, PrimaryResult, Route, TileKind, Willing,
};
use crate::domain::papers::PaperKind;
use crate::domain::rights::{ByWhom, ConsentKind};
use crate::domain::term::{Rules, TermMarkState};
use crate::domain::{Day, Moment};
use crate::text::{Catalog, Lang};

/// A value as it is told: in words where it is a code, a day, a moment or a yes or no.
pub(super) fn said(record: &str, column: &str, value: &Value, catalog: &Catalog) -> String {
    if let Some(label) = label(record, column, value, catalog) {
        return label;
    }
    match value {
        Value::Null => String::new(),
        Value::String(text) => moment(column, text, catalog).unwrap_or_else(|| text.clone()),
        other => other.to_string(),
    }
}

/// What something that is pointed at is called; a meeting is called by its day and time.
pub(super) fn named(column: &str, name: &str, catalog: &Catalog) -> String {
    let parts = name.split_once(' ').filter(|_| column == "meeting");
    let told = parts.and_then(|(day, time)| Some(format!("{} {time}", catalog.dates.day_year(day.parse().ok()?))));
    told.unwrap_or_else(|| name.to_owned())
}

/// The word of a code, and of a number that is a yes or a no; none for any other value.
pub(super) fn label(record: &str, column: &str, value: &Value, catalog: &Catalog) -> Option<String> {
    let yes_or_no = |yes| if yes { catalog.screen.yes } else { catalog.screen.no }.to_owned();
    match (record, column, value) {
        (_, _, Value::Bool(yes)) => Some(yes_or_no(*yes)),
        ("pupil", "support_needed", Value::Number(number)) | ("decision", "provisional", Value::Number(number)) => {
            Some(yes_or_no(number.as_i64() == Some(1)))
        }
        (_, _, Value::String(code)) => word(record, column, code, catalog),
        _ => None,
    }
}

fn word(record: &str, column: &str, code: &str, catalog: &Catalog) -> Option<String> {
    let codes = &catalog.codes;
    let word = match (record, column) {
        ("pupil", "profile") => codes.profile(ExitProfile::from_code(code)?),
        ("pupil", "goal") => codes.goal(Goal::from_code(code)?),
        ("pupil", "route") => codes.route(Route::from_code(code)?),
        ("network_person", "willing") => codes.willing(Willing::from_code(code)?),
        ("transition_chance", "kind") => codes.chance(ChanceKind::from_code(code)?),
        ("transition_chance", "level") => codes.level(ChanceLevel::from_code(code)?),
        ("tile", "kind") => codes.tile(TileKind::from_code(code)?),
        ("tile", "contract_form") => codes.contract(ContractForm::from_code(code)?),
        ("instrument", "kind") => codes.instrument(InstrumentKind::from_code(code)?),
        ("primary_result", "category") | ("relapse", "from_category") => codes.result(PrimaryResult::from_code(code)?),
        ("agenda_item", "kind") => codes.item(ItemKind::from_code(code)?),
        ("agenda_item", "lane") => codes.lane(Lane::from_code(code)?),
        ("agenda_item", "state") => codes.item_state(ItemState::from_code(code)?),
        ("note", "kind") => codes.note(NoteKind::from_code(code)?),
        ("action", "state") => codes.action_state(ActionState::from_code(code)?),
        ("lesson", "state") => codes.lesson(LessonState::from_code(code)?),
        ("consent", "kind") => catalog.rights.consent(ConsentKind::from_code(code)?),
        ("consent", "by_whom") => catalog.rights.by(ByWhom::from_code(code)?),
        ("export", "kind") => catalog.rights.paper(PaperKind::from_code(code)?),
        ("term_mark", "state") => catalog.rights.term_state(TermMarkState::from_code(code)?),
        ("term_mark", "rule") => return rule(code, catalog.lang),
        ("queue_mark", "kind") => catalog.rights.queue_mark(code)?,
        _ => return None,
    };
    Some(word.to_owned())
}

/// What a statutory term is called.
fn rule(id: &str, lang: Lang) -> Option<String> {
    let rules = Rules::built_in().ok()?;
    let rule = rules.get(id)?;
    Some(match lang {
        Lang::Nl => rule.nl.label.clone(),
        Lang::En => rule.en.label.clone(),
    })
}

/// A day or a moment as it is written, where the column holds one: what somebody typed stays as it was typed.
fn moment(column: &str, text: &str, catalog: &Catalog) -> Option<String> {
    let is_day = column.ends_with("_on") || matches!(column, "birth" | "leaving" | "due" | "deferred_until" | "on_day");
    if is_day {
        return Some(catalog.dates.day_year(text.parse::<Day>().ok()?));
    }
    let is_moment = column.ends_with("_at");
    is_moment.then(|| Some(catalog.cli.moment(Moment::parse_from_rfc3339(text).ok()?)))?
}
