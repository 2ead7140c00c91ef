//! The forms: opening one with what is known, typing in it, and keeping it.

use crate::app::edit::{EditCommand, Editor, Kind};
use crate::app::effect::{Change, Effect};
use crate::app::form::{Form, Lookup, Shape};
use crate::app::forms;
use crate::app::keymap::{INSTRUMENT_LETTER, Scope, TILE_LETTERS, edit_command, shown};
use crate::app::message::{Code, Key};
use crate::app::reading::{item_meant, part_at_hand};
use crate::app::state::{Overlay, State};
use crate::domain::codes::TileKind;
use crate::domain::fold::fold;
use crate::domain::intent::Intent;
use crate::domain::people::{Party, Person, SchoolContacts};
use crate::domain::trajectory::Part;
use crate::domain::{Day, Id};
use crate::text::field::Field;
use crate::text::notice::{Notice, Refusal};

use super::typing::LINE;
use super::{finding, writing};

/// The most bytes that are typed to choose a word from a list.
const LIST_LETTERS: usize = 80;

/// Opens the form of an intent, or the prompt of one that asks a single line. What a form offers is read first.
pub(super) fn open(state: &mut State, intent: Intent) -> Vec<Effect> {
    let mut effects = writing::leave(state);
    if intent == Intent::SetChair {
        let chair = state.chair.clone();
        return finding::prompt(state, intent, &chair);
    }
    let target = match intent {
        Intent::EditPupil | Intent::AddTile | Intent::AddInstrument | Intent::NewNetworkPerson => state.pupil(),
        Intent::EditPart | Intent::EndPart => part_at_hand(state).map(|part| match part {
            Part::Tile(id) | Part::Instrument(id) => id,
        }),
        Intent::RecordSharing | Intent::Rectify => state.pupil(),
        Intent::InformList => state.school_at_hand(),
        Intent::EditAgreement => state.sitting.as_ref().map(|s| s.meeting.id),
        Intent::EditSchool => state.school_at_hand(),
        Intent::AskForPupil => state.asked_about.or(state.pupil()),
        Intent::EditItem => item_meant(state).map(|i| i.item.id),
        Intent::CorrectTimes => state.sitting.as_ref().map(|s| s.meeting.id),
        Intent::NewPupil | Intent::NewSchool | Intent::NewPerson | Intent::NewParty | Intent::PlanMeeting => None,
        _ => return effects,
    };
    effects.push(Effect::FormLists(intent, target));
    effects
}

/// Opens the form of an intent about a record that was chosen.
pub(super) fn open_of(state: &mut State, intent: Intent, target: Id) -> Vec<Effect> {
    let mut effects = writing::leave(state);
    effects.push(Effect::FormLists(intent, Some(target)));
    effects
}

/// What the form offers was read: it opens, or comes back as it was left.
pub(super) fn opened(
    state: &mut State,
    purpose: Intent,
    target: Option<Id>,
    lists: (Vec<Person>, Vec<Party>),
    contacts: Option<&SchoolContacts>,
) {
    if !state.private {
        state.notice = Some(Notice::Refused(purpose, Refusal::Private));
        return;
    }
    let lookup = Lookup {
        people: lists.0,
        parties: lists.1,
        schools: state.schools.clone(),
        contacts: contacts.cloned(),
        whom: [0; 3],
    };
    let school = state.school_at_hand();
    let Some(fields) = forms::fields(state, purpose, target, &lookup, contacts) else {
        return;
    };
    let mut form = Form {
        purpose,
        target,
        school,
        fields,
        // What kind of tile it is was said already.
        focus: usize::from(purpose == Intent::AddTile),
        changed: false,
        read_back: false,
        lookup,
        dates: state.dates(),
    };
    let laying = state.laying;
    // A tile of another kind is another tile.
    let other_kind = |f: &Form| purpose == Intent::AddTile && f.code(Field::TileKind, TileKind::ALL) != Some(laying);
    let same = |f: &Form| {
        f.purpose == purpose && f.target == target && (target.is_some() || f.school == school) && !other_kind(f)
    };
    if let Some(at) = state.kept_forms.iter().position(same) {
        // What was typed comes back; the rest is as the record is now.
        form.bring_back(state.kept_forms.remove(at));
    }
    state.overlay = Some(Overlay::Form(Box::new(form)));
}

/// How many pupils each choice of the form about a whole list is about, which the chair reads before it is kept.
pub(super) fn whom(state: &mut State, (not_informed, school): (usize, usize)) {
    let on_agenda = state.pupil_items().len();
    if let Some(Overlay::Form(form)) = state.overlay.as_mut() {
        form.lookup.whom = [not_informed, school, on_agenda];
    }
    will_inform(state);
}

/// Says how many would be recorded as informed, and that it is one change.
fn will_inform(state: &mut State) {
    let Some(Overlay::Form(form)) = &state.overlay else {
        return;
    };
    if form.purpose != Intent::InformList {
        return;
    }
    let undo = state.settings.keys.binding_of(Intent::Undo, &[Scope::Anywhere]);
    let key = undo.map_or_else(String::new, |b| shown(b, state.catalog()));
    let based = !form.text(Field::Basis).trim().is_empty();
    state.notice = form.informs().map(|count| Notice::WillInform(count, key, based));
}

/// Puts a form that was typed in aside, so that it comes back; an untouched one just closes.
pub(super) fn put_aside(state: &mut State) {
    if let Some(Overlay::Form(form)) = state.overlay.take_if(|o| matches!(o, Overlay::Form(_)))
        && form.changed
    {
        state.kept_forms.push(*form);
        state.notice = Some(Notice::FormKept);
    }
}

pub(super) fn act(state: &mut State, intent: Intent) -> Vec<Effect> {
    match intent {
        Intent::Escape => {
            put_aside(state);
            super::listing::uncover(state);
            Vec::new()
        }
        Intent::Confirm => confirm(state),
        Intent::Up | Intent::Down => {
            let Some(Overlay::Form(form)) = state.overlay.as_mut() else {
                return Vec::new();
            };
            form.check_focus();
            let count = form.fields.len().max(1);
            form.focus = if intent == Intent::Down {
                (form.focus + 1) % count
            } else {
                (form.focus + count - 1) % count
            };
            Vec::new()
        }
        _ => Vec::new(),
    }
}

pub(super) fn type_key(state: &mut State, key: Key) -> Option<Vec<Effect>> {
    let Some(Overlay::Form(form)) = state.overlay.as_mut() else {
        return None;
    };
    let focus = form.focus;
    if let Some(Shape::Choice(_)) = form.fields.get(focus).map(|f| f.shape) {
        return choose(state, key);
    }
    let command = edit_command(key)?;
    edit(state, command);
    Some(Vec::new())
}

pub(super) fn paste(state: &mut State, text: String) -> Vec<Effect> {
    edit(state, EditCommand::Insert(text));
    Vec::new()
}

pub(super) fn edit(state: &mut State, command: EditCommand) {
    let Some(Overlay::Form(form)) = state.overlay.as_mut() else {
        return;
    };
    let focus = form.focus;
    let Some(field) = form.fields.get_mut(focus) else {
        return;
    };
    let moves = matches!(command, EditCommand::Move(_) | EditCommand::Select(_));
    if field.proposed && !field.touched && matches!(command, EditCommand::Insert(_)) {
        let _ = field.editor.input(EditCommand::SelectAll, LINE);
    }
    field.refusal = field.editor.input(command, LINE).err().map(|_| Refusal::TooLong);
    field.touched |= !moves;
    form.changed |= !moves;
    if !moves {
        form.read_back = false;
        form.forget_mended();
    }
}

/// Left and right, or the beginning of a word, choose from a list. Letters add up until Backspace takes them away or
/// the field is left; a letter with which no word goes on is not taken.
fn choose(state: &mut State, key: Key) -> Option<Vec<Effect>> {
    let catalog = state.catalog();
    let Some(Overlay::Form(form)) = state.overlay.as_mut() else {
        return None;
    };
    let focus = form.focus;
    let field = form.fields.get_mut(focus)?;
    let Shape::Choice(choices) = field.shape else {
        return None;
    };
    let count = choices.len().max(1);
    let typed = field.editor.text().to_owned();
    let begins = |at: usize, with: &str| fold(choices.word(at, catalog)).starts_with(&fold(with));
    let (chosen, typed) = match key.code {
        Code::Char(letter) if !key.ctrl && (letter != ' ' || !typed.is_empty()) => {
            let more = format!("{typed}{letter}");
            let again = !typed.is_empty() && typed.chars().all(|l| l == letter);
            let from = if typed.is_empty() {
                field.chosen.saturating_add(1)
            } else {
                field.chosen
            };
            let first = |from: usize, with: &str| {
                let places = (0..count).map(|step| (from % count + step) % count);
                places.into_iter().find(|at| begins(*at, with))
            };
            // The same letter again goes to the next word that begins with it.
            let next = || first(field.chosen.saturating_add(1), &typed).filter(|_| again);
            match first(if field.chosen >= count { 0 } else { from }, &more) {
                Some(at) => (at, more),
                None => (next()?, typed),
            }
        }
        Code::Backspace => {
            let mut less = typed;
            less.pop();
            let at = (0..count).find(|at| !less.is_empty() && begins(*at, &less));
            (at.unwrap_or(field.chosen), less)
        }
        Code::Right | Code::Char(' ') if field.chosen >= count => (0, String::new()),
        Code::Right | Code::Char(' ') => ((field.chosen + 1) % count, String::new()),
        Code::Left => ((field.chosen.min(count) + count - 1) % count, String::new()),
        _ => return None,
    };
    field.chosen = chosen;
    field.editor = Editor::new(&typed, Kind::OneLine, LIST_LETTERS);
    field.refusal = None;
    field.touched = true;
    form.changed = true;
    form.read_back = false;
    if field.field == Field::InformScope {
        will_inform(state);
    } else if matches!(field.field, Field::TileKind | Field::InstrumentKind)
        && let Some(Overlay::Form(mut form)) = state.overlay.take()
    {
        forms::follow_kind(state, &mut form);
        state.overlay = Some(Overlay::Form(form));
    }
    Some(Vec::new())
}

/// The letter after `n`: the form of a tile of that kind, or that of an instrument.
pub(super) fn lay(state: &mut State, letter: char) -> Vec<Effect> {
    if letter == INSTRUMENT_LETTER {
        return open(state, Intent::AddInstrument);
    }
    match TILE_LETTERS.iter().find(|(l, _)| *l == letter) {
        Some((_, kind)) => {
            state.laying = *kind;
            open(state, Intent::AddTile)
        }
        None => {
            state.notice = Some(Notice::UnknownKey(letter.to_string()));
            Vec::new()
        }
    }
}

/// The first day of the part that the form in sight ends.
fn part_begins(state: &State) -> Option<Day> {
    let dossier = state.dossier.as_ref()?;
    let Some(Overlay::Form(form)) = &state.overlay else {
        return None;
    };
    let id = form.target.filter(|_| form.purpose == Intent::EndPart)?;
    if form.field(Field::EndedWhy).is_some() {
        return dossier.tile(Part::Tile(id)).map(|tile| tile.from);
    }
    dossier.instrument(Part::Instrument(id))?.started
}

/// Keeps the form: every field is checked, and the first that cannot be kept gets the focus and says why.
fn confirm(state: &mut State) -> Vec<Effect> {
    let today = state.today;
    let dossier = state.dossier.as_ref().map(|d| d.pupil.clone());
    let chances = state.dossier.as_ref().map(|d| d.chances.clone()).unwrap_or_default();
    // Of the agenda it may be another one than that at hand: the one that was under the cursor.
    let target = match &state.overlay {
        Some(Overlay::Form(form)) => form.target,
        _ => None,
    };
    let item = state
        .items()
        .find(|i| Some(i.item.id) == target)
        .map(|i| i.item.clone());
    let sitting = state.sitting.as_ref().map(|s| s.meeting.clone());
    let begins = part_begins(state);
    let on_agenda: Vec<Id> = state.pupil_items().iter().filter_map(|i| i.item.pupil).collect();
    let Some(Overlay::Form(form)) = state.overlay.as_mut() else {
        return Vec::new();
    };
    if !form.check() {
        return Vec::new();
    }
    if form.purpose == Intent::IssuePapers {
        return super::follow_up::ask_papers(state);
    }
    if form.purpose == Intent::Rectify {
        return match forms::rectification(form) {
            Ok((pupil, field, value)) if form.read_back => vec![Effect::Rectify(pupil, field, value)],
            // What stands there is read back beside what it becomes, so it is known whose it is.
            Ok((pupil, ..)) if dossier.is_none_or(|there| there.id != pupil) => {
                form.refuse(Field::RectifiedField, Refusal::NoPupil);
                Vec::new()
            }
            // It cannot be taken back, so the first time it says what will happen.
            Ok(_) => {
                form.read_back = true;
                Vec::new()
            }
            Err((field, refusal)) => {
                form.refuse(field, refusal);
                Vec::new()
            }
        };
    }
    let known = forms::Known {
        today,
        pupil: dossier,
        item,
        meeting: sitting,
        chances: &chances,
        on_agenda: &on_agenda,
        begins,
        now: state.now,
    };
    match forms::acts(form, &known) {
        Ok((pupil, acts)) => vec![Effect::Change(Change {
            intent: form.purpose,
            pupil,
            acts,
        })],
        Err((field, refusal)) => {
            form.refuse(field, refusal);
            Vec::new()
        }
    }
}

/// Takes back the last step of what is typed in the field in focus, or makes it again.
pub(super) fn undo(state: &mut State, back: bool) {
    let command = if back { EditCommand::Undo } else { EditCommand::Redo };
    edit(state, command);
}

/// The file has what the form or the line holds: it closes.
pub(super) fn kept(state: &mut State, purpose: Intent) {
    if matches!(&state.overlay, Some(Overlay::Prompt { purpose: asked, .. }) if *asked == purpose) {
        state.overlay = None;
    }
    if matches!(&state.overlay, Some(Overlay::Form(form)) if form.purpose == purpose) {
        state.overlay = None;
    }
}
