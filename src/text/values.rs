//! What a value of a record says, in words: for the page that tells a pupil everything, and for whoever sees what merging
//! changes.
//!
//! The rule: nobody has to know the program's codes to read what is held. A code is told by the word that the screen has
//! for it, a day and a moment as they are written; what somebody typed has no other word and stays as it was typed.

use super::{Catalog, Lang};
use crate::domain::codes::{
    ActionState, ChanceKind, ChanceLevel, ContractForm, ExitProfile, Goal, InstrumentKind, ItemKind, ItemState, Lane,
    LessonState, MeetingKind, NoteKind, PartyKind, Presence, PrimaryResult, Route, SchoolKind, TileKind, Willing,
};
use crate::domain::papers::PaperKind;
use crate::domain::rights::{ByWhom, ConsentKind};
use crate::domain::term::{Rules, TermMarkState};
use crate::domain::{Day, Moment};

/// The word of a code in a column of a record, and of a number that is a yes or a no; none for any other value.
pub fn code(record: &str, column: &str, code: &str, catalog: &Catalog) -> Option<String> {
    let codes = &catalog.codes;
    let word = match (record, column) {
        ("party", "kind") => codes.party(PartyKind::from_code(code)?),
        ("school", "kind") => codes.school_kind(SchoolKind::from_code(code)?),
        ("meeting", "kind") => codes.meeting(MeetingKind::from_code(code)?),
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
        ("attendance", "state") => codes.presence(Presence::from_code(code)?),
        ("action", "state") => codes.action_state(ActionState::from_code(code)?),
        ("lesson", "state") => codes.lesson(LessonState::from_code(code)?),
        ("consent", "kind") => catalog.rights.consent(ConsentKind::from_code(code)?),
        ("consent", "by_whom") => catalog.rights.by(ByWhom::from_code(code)?),
        ("export", "kind") => catalog.rights.paper(PaperKind::from_code(code)?),
        ("term_mark", "state") => catalog.rights.term_state(TermMarkState::from_code(code)?),
        ("term_mark", "rule") => return rule(code, catalog.lang),
        ("conflict", "record") => return Some(catalog.rights.record(code)),
        ("conflict", "field") if !code.is_empty() => return Some(catalog.rights.column(code)),
        ("conflict", "kept") => catalog.rights.kept(code)?,
        ("queue_mark", "kind") => catalog.rights.queue_mark(code)?,
        ("pupil", "support_needed")
        | ("decision", "provisional")
        | ("person", "active")
        | ("attendance", "mandate") => match code {
            "1" => catalog.screen.yes,
            "0" => catalog.screen.no,
            _ => return None,
        },
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

/// A day or a moment as it is written, where the column holds one.
pub fn moment(column: &str, text: &str, catalog: &Catalog) -> Option<String> {
    const DAYS: [&str; 4] = ["birth", "leaving", "due", "day"];
    let is_day = ["_on", "_since", "_until", "_day"]
        .iter()
        .any(|end| column.ends_with(end))
        || DAYS.contains(&column);
    if is_day {
        return Some(catalog.dates.day_year(text.parse::<Day>().ok()?));
    }
    let is_moment = column.ends_with("_at");
    is_moment.then(|| Some(catalog.cli.moment(Moment::parse_from_rfc3339(text).ok()?)))?
}
