//! The backups, the one that is chosen, and the word that puts it back.

use crate::app::effect::Effect;
use crate::app::restoring::{Asked, Backups, RestoreAsk, RestoreNews};
use crate::app::state::{Overlay, State};
use crate::domain::intent::Intent;
use crate::store::RestoreStep;
use crate::text::{EN, NL};

use super::writing;

/// Asks which backups there are. The note that is open is left first, so that what was just written is in the file.
pub(super) fn open(state: &mut State) -> Vec<Effect> {
    let mut effects = writing::leave(state);
    effects.push(Effect::Restore(RestoreAsk::List));
    effects
}

/// What came of what was asked. What was read in private is not shown when that is over.
pub(super) fn take(state: &mut State, news: RestoreNews) {
    match news {
        RestoreNews::Listed(rows) if state.private => {
            state.overlay = Some(Overlay::Restore(Box::new(Backups::new(rows))));
        }
        RestoreNews::LookedThrough(contents, standing) => {
            if let Some(Overlay::Restore(backups)) = state.overlay.as_mut() {
                backups.asked = Some(Asked::new(contents, standing));
            }
        }
        RestoreNews::Listed(_) => {}
    }
}

/// What an intent does here; nothing where another overlay is open or it means the same everywhere.
pub(super) fn act(state: &mut State, intent: Intent) -> Option<Vec<Effect>> {
    let Some(Overlay::Restore(backups)) = state.overlay.as_mut() else {
        return None;
    };
    if !backups.answers(intent) {
        return Some(Vec::new());
    }
    Some(match intent {
        Intent::Up => select(backups, -1),
        Intent::Down => select(backups, 1),
        Intent::Previous => select(backups, -10),
        Intent::Next => select(backups, 10),
        Intent::Escape if backups.asked.take().is_some() => Vec::new(),
        Intent::Escape => {
            state.overlay = None;
            Vec::new()
        }
        Intent::Confirm => confirm(backups),
        _ => return None,
    })
}

fn select(backups: &mut Backups, by: isize) -> Vec<Effect> {
    let last = backups.rows.len().saturating_sub(1);
    backups.selected = backups.selected.saturating_add_signed(by).min(last);
    Vec::new()
}

fn confirm(backups: &mut Backups) -> Vec<Effect> {
    let Some(asked) = backups.asked.as_mut() else {
        let chosen = backups.rows.get(backups.selected);
        return chosen
            .map(|line| Effect::Restore(RestoreAsk::LookThrough(line.path.clone())))
            .into_iter()
            .collect();
    };
    if asked.doing.is_some() {
        return Vec::new();
    }
    let typed = asked.word.text().trim().to_lowercase();
    asked.refused = ![NL.lock.restore_word, EN.lock.restore_word].contains(&typed.as_str());
    if !asked.refused {
        // It is done as soon as the screen has said so: see `Program::work`.
        asked.doing = Some(RestoreStep::UpToDate);
    }
    Vec::new()
}
