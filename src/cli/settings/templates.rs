//! Templates of notes in the file of settings: for which lane and kind of school, and the headings.
//!
//! The rule: two templates for the same lane and school are a fault, because nobody could say which is written.

use toml::de::DeTable;

use super::names::{LANE, LANES, Names, SCHOOL, SCHOOLS, TEXT, nearest};
use super::read::{Entry, Reader, entries, is_text};
use crate::app::settings::Template;
use crate::domain::codes::{Lane, SchoolKind};
use crate::text::settings::{SettingsFault, SettingsWrong as Wrong};

/// Reads the list of templates.
pub(super) fn read(reader: &Reader<'_>, entry: Entry<'_, '_>) -> Result<Vec<Template>, SettingsFault> {
    let list = entry.1.get_ref().as_array();
    let list = list.ok_or_else(|| reader.at(entry, Wrong::NoTables))?;
    let mut found: Vec<(Template, usize)> = Vec::new();
    for item in list {
        let here = (entry.0, item);
        let table = item.get_ref().as_table();
        let table = table.ok_or_else(|| reader.at(here, Wrong::NoTables))?;
        let template = one(reader, here, table)?;
        let same = |other: &&(Template, usize)| (other.0.lane, other.0.school) == (template.lane, template.school);
        if let Some((_, line)) = found.iter().find(same) {
            return Err(reader.at(here, Wrong::Twice(*line)));
        }
        found.push((template, reader.line(item.span().start)));
    }
    Ok(found.into_iter().map(|(template, _)| template).collect())
}

fn one(reader: &Reader<'_>, here: Entry<'_, '_>, table: &DeTable<'_>) -> Result<Template, SettingsFault> {
    let (mut lane, mut school, mut text) = (None, None, None);
    let mut seen: Vec<(Names, usize)> = Vec::new();
    for entry in entries(table) {
        let name = entry.0.get_ref().as_ref();
        let at = entry.0.span().start;
        let Some(known) = [LANE, SCHOOL, TEXT].into_iter().find(|names| names.contains(&name)) else {
            let meant = nearest(name, [LANE, SCHOOL, TEXT].into_iter().flatten().copied());
            return Err(reader.fault(at, name, Wrong::Unknown(meant)));
        };
        if let Some((_, line)) = seen.iter().find(|(names, _)| *names == known) {
            return Err(reader.fault(at, name, Wrong::Twice(*line)));
        }
        seen.push((known, reader.line(at)));
        if known == LANE {
            lane = Lane::ALL.get(reader.choice(entry, LANES)?).copied();
        } else if known == SCHOOL {
            school = SchoolKind::ALL.get(reader.choice(entry, SCHOOLS)?).copied();
        } else {
            let headings = reader.text_of(entry)?;
            if !is_text(headings) {
                return Err(reader.at(entry, Wrong::NoSnippet));
            }
            text = Some(headings.to_owned());
        }
    }
    let missing = |names: Names| reader.at(here, Wrong::Missing(names.join("/")));
    Ok(Template {
        lane: lane.ok_or_else(|| missing(LANE))?,
        school,
        text: text.ok_or_else(|| missing(TEXT))?,
    })
}
