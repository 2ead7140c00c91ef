//! SCHRIJF: a note being typed, and the lines in it that become records.
//!
//! The text lives in the editor; what changed since the last frame is handed to the file before the next one
//! ([`flush`]). Leaving the note writes the record. A line that becomes an action or a decision leaves the text only
//! when the file has the record.

use std::borrow::Cow;

use crate::app::edit::{Area, EditCommand, Editor, Kind, Motion};
use crate::app::effect::{Act, Change, Effect};
use crate::app::keymap::edit_command;
use crate::app::mending::Seek;
use crate::app::message::{Code, Key};
use crate::app::note_target::NoteTarget;
use crate::app::reading::{line, role_missing};
use crate::app::state::{State, Writing};
use crate::app::template;
use crate::domain::codes::NoteKind;
use crate::domain::draft::DraftEdit;
use crate::domain::intent::Intent;
use crate::domain::line::{Line, LineKind, is_bare_command, says_something, untaken};
use crate::public::Pane;
use crate::text::notice::{Notice, Refusal};

use super::typing::nothing_typed;
use super::{naming, paragraph, pupil, roof, walk};

/// The most bytes of one note. A paste that would pass it is refused whole, with a sentence.
pub(super) const NOTE_LIMIT: usize = 256 * 1024;

/// Puts the cursor in the note, with the beginning of a line command when one was asked for.
pub(super) fn start(state: &mut State, intent: Intent) -> Vec<Effect> {
    if state.focus == Pane::Agenda && intent == Intent::Write {
        return walk::go_to_part(state);
    }
    if intent == Intent::Write
        && let Some(effects) = roof::fill(state)
    {
        return effects;
    }
    let kind = if intent == Intent::WorkingNote {
        NoteKind::Working
    } else {
        NoteKind::Table
    };
    if !begin(state, kind) {
        return Vec::new();
    }
    let letter = match intent {
        Intent::AddAction => "/a ",
        Intent::AddDecision => "/b ",
        Intent::Park => "/v ",
        Intent::AddLesson => "/l ",
        _ => return Vec::new(),
    };
    let area = area(state);
    let Some(writing) = state.writing.as_mut() else {
        return Vec::new();
    };
    writing.once = true;
    let start_line = !writing.editor.current_line().is_empty();
    let commands = [
        Some(EditCommand::Move(Motion::TextEnd)),
        start_line.then_some(EditCommand::Newline),
        Some(EditCommand::Insert(letter.to_owned())),
    ];
    let refused = commands
        .into_iter()
        .flatten()
        .any(|command| writing.editor.input(command, area).is_err());
    if refused {
        state.notice = Some(Notice::Refused(intent, Refusal::TooLong));
    }
    Vec::new()
}

/// Opens the note of the pupil or the point at hand. False when there is none, or it was not read yet.
pub(super) fn begin(state: &mut State, kind: NoteKind) -> bool {
    let Some((target, base)) = state.note_at_hand(kind) else {
        return false;
    };
    let editor = Editor::new(&base, Kind::Lines, NOTE_LIMIT);
    let mut editor = editor;
    if let Some(Seek(line)) = state.mending.seek.take()
        && let Some(at) = editor.text().find(&line)
    {
        editor.go_to(at + line.len());
    }
    // The editor cleans what it is given; the edits of the draft are counted from there.
    let base = editor.text().to_owned();
    state.writing = Some(Writing {
        editor,
        target,
        base,
        draft: None,
        taking: false,
        broken: false,
        chosen: 0,
        turned: None,
        unnamed: None,
        named: None,
        once: false,
    });
    state.focus = Pane::Pupil;
    true
}

/// What was typed since it was last asked, for the file. After a failure that is the whole text: edits that the file
/// missed cannot be made up for one by one.
pub(in crate::app) fn flush(state: &mut State) -> Option<Effect> {
    let writing = state.writing.as_mut()?;
    let mut edits: Vec<DraftEdit> = writing.editor.take_edits();
    if edits.is_empty() && !writing.broken {
        return None;
    }
    if writing.broken {
        let (removed, inserted) = (writing.base.clone(), writing.editor.text().to_owned());
        edits = vec![DraftEdit {
            at: 0,
            removed,
            inserted,
        }];
    }
    Some(Effect::KeepDraft {
        target: writing.target,
        draft: writing.draft,
        base: writing.base.clone(),
        edits,
        whole: writing.broken,
    })
}

/// Leaves the note: the record is written, and the draft goes with it. Nothing happens where no note is being
/// written. Until the file has the record the note is kept aside, to come back when it cannot be written.
pub(super) fn leave(state: &mut State) -> Vec<Effect> {
    paragraph::give_back(state);
    let mut effects: Vec<Effect> = flush(state).into_iter().collect();
    let said = said(state);
    let Some(writing) = state.writing.take() else {
        return effects;
    };
    let (text, private_lines) = without_private_lines(&without_bare_commands(&said));
    let left = untaken(&text).count();
    if left > 0 && writing.target.kind == NoteKind::Table {
        state.notice = Some(Notice::LinesNotTaken(left));
    }
    if text == writing.base && private_lines.is_empty() {
        if effects.is_empty() && writing.draft.is_none() {
            return effects;
        }
        let target = writing.target;
        state.leaving = Some((writing, state.at));
        effects.push(Effect::Change(Change {
            intent: Intent::Write,
            pupil: target.pupil(),
            acts: vec![Act::DropDraft],
        }));
        return effects;
    }
    let target = writing.target;
    let discussed = says_something(&text);
    let mut acts = vec![Act::Note { target, text }, Act::DropDraft];
    if !private_lines.is_empty() {
        let text = working_text(state, &target, &private_lines.join("\n"));
        let target = target.of_kind(NoteKind::Working);
        acts.push(Act::Note { target, text });
    }
    if let Some(item) = target.item().filter(|_| target.kind == NoteKind::Table) {
        // Nobody is counted as discussed by a slip of the hand, and a note that is erased takes that back.
        acts.push(if discussed {
            Act::Discussed(item)
        } else {
            Act::NotDiscussed(item)
        });
    }
    let intent = if target.kind == NoteKind::Table {
        Intent::Write
    } else {
        Intent::WorkingNote
    };
    effects.push(Effect::Change(Change {
        intent,
        pupil: target.pupil(),
        acts,
    }));
    state.leaving = Some((writing, state.at));
    effects
}

/// What the note says, without headings of a template that nothing was said below.
fn said(state: &State) -> String {
    let text = state.writing.as_ref().map_or("", |writing| writing.editor.text());
    let base = state.writing.as_ref().map_or("", |writing| &writing.base);
    let headings = template::of_note(state).filter(|_| text != base);
    headings.map_or_else(
        || text.to_owned(),
        |headings| template::without_unfilled(text, headings),
    )
}

/// The text without commands that no word was typed after: nothing was said in them.
fn without_bare_commands(text: &str) -> Cow<'_, str> {
    if !text.lines().any(is_bare_command) {
        return Cow::Borrowed(text);
    }
    let kept: Vec<&str> = text.lines().filter(|line| !is_bare_command(line)).collect();
    Cow::Owned(kept.join("\n"))
}

/// Splits off the lines that begin with `/p`: what was meant for the chair alone never becomes a table note, whether
/// Enter was pressed on it or not.
fn without_private_lines(text: &str) -> (String, Vec<String>) {
    let is_private = |line: &&str| line.trim_start().to_lowercase().starts_with("/p ");
    let private: Vec<String> = text
        .lines()
        .filter(is_private)
        .filter_map(|line| line.trim_start().get(3..))
        .map(|line| line.trim().to_owned())
        .collect();
    if private.is_empty() {
        return (text.to_owned(), private);
    }
    let shared: Vec<&str> = text.lines().filter(|line| !is_private(line)).collect();
    (shared.join("\n"), private)
}

/// The working note beside a note, with a line more.
fn working_text(state: &State, target: &NoteTarget, line: &str) -> String {
    let before = state.recorded(&target.of_kind(NoteKind::Working));
    let before = before.filter(|text| !text.is_empty());
    before.map_or(line.to_owned(), |text| format!("{text}\n{line}"))
}

/// The file could not take it: the note and the place where it was written come back, with everything in it.
pub(super) fn come_back(state: &mut State) {
    if let Some((mut writing, at)) = state.leaving.take() {
        writing.broken = true;
        state.writing = Some(writing);
        state.at = at;
        state.quit = false;
        state.overlay = None;
    }
    if let Some(writing) = state.writing.as_mut() {
        writing.taking = false;
    }
}

/// Ctrl+Z and Ctrl+Y: edits while writing, else the journal.
pub(super) fn undo(state: &mut State, back: bool) -> Vec<Effect> {
    let area = area(state);
    match state.writing.as_mut() {
        Some(writing) if !writing.editor.has_steps(back) => {
            state.notice = Some(nothing_typed(back));
            Vec::new()
        }
        Some(writing) => {
            let command = if back { EditCommand::Undo } else { EditCommand::Redo };
            if writing.editor.input(command, area).is_err() {
                state.notice = Some(Notice::Refused(Intent::Redo, Refusal::TooLong));
            }
            Vec::new()
        }
        None => match state.no_undo.take().filter(|_| back) {
            Some(done) => {
                state.notice = Some(Notice::CannotUndo(done));
                Vec::new()
            }
            None => vec![if back { Effect::Undo } else { Effect::Redo }],
        },
    }
}

pub(super) fn type_key(state: &mut State, key: Key) -> Option<Vec<Effect>> {
    if key == Key::plain(Code::Enter) {
        return Some(enter(state));
    }
    let command = edit_command(key)?;
    input(state, command);
    Some(Vec::new())
}

/// A paste is text, wherever the cursor is; without a note at hand it is refused rather than read as keys.
pub(super) fn paste(state: &mut State, text: String) -> Vec<Effect> {
    if state.writing.is_none() && !begin(state, NoteKind::Table) {
        state.notice = Some(Notice::Refused(Intent::Write, Refusal::NoPupil));
        return Vec::new();
    }
    input(state, EditCommand::Insert(text));
    Vec::new()
}

pub(super) fn input(state: &mut State, command: EditCommand) {
    let area = area(state);
    let Some(writing) = state.writing.as_mut() else { return };
    writing.chosen = 0;
    // The blank stands there already: who typed the name by hand types one as well.
    let behind_name = writing.named.take() == Some(writing.editor.cursor());
    if behind_name && matches!(&command, EditCommand::Insert(text) if text == " ") {
        return;
    }
    if writing.editor.input(command, area).is_err() {
        state.notice = Some(Notice::Refused(Intent::Write, Refusal::TooLong));
    }
    naming::typed(state);
}

fn area(state: &State) -> Area {
    Area {
        width: state.note_width.max(1),
        height: state.size.1.saturating_sub(12).max(3),
    }
}

/// Enter takes exactly what the preview says, else it begins a new line.
fn enter(state: &mut State) -> Vec<Effect> {
    let Some(target) = state.writing.as_ref().map(|w| w.target) else {
        return Vec::new();
    };
    let taken = match line(state) {
        Some(Line::Plain(LineKind::WorkingNote, text)) if !text.is_empty() => {
            let text = text.to_owned();
            return working_line(state, text);
        }
        Some(line) => record(state, &line, target),
        None => None,
    };
    let Some((intent, act)) = taken else {
        // A command that says nothing stays where it is, with what is missing.
        match line(state).as_ref().and_then(lacks_words) {
            Some(intent) => state.notice = Some(Notice::Refused(intent, Refusal::NoWords)),
            None => {
                // Whoever goes on with another line writes the note.
                if let Some(writing) = state.writing.as_mut() {
                    writing.once = false;
                }
                input(state, EditCommand::Newline);
            }
        }
        return Vec::new();
    };
    if let Some(writing) = state.writing.as_mut() {
        writing.taking = true;
    }
    pupil::change(state, intent, vec![act])
}

/// What a line would record if it had words.
fn lacks_words(line: &Line<'_>) -> Option<Intent> {
    match line {
        Line::Action(action) if action.text.is_empty() => Some(Intent::AddAction),
        Line::Plain(kind, "") => Some(match kind {
            LineKind::Action => Intent::AddAction,
            LineKind::Decision => Intent::AddDecision,
            LineKind::Park => Intent::Park,
            LineKind::Lesson => Intent::AddLesson,
            LineKind::WorkingNote => Intent::WorkingNote,
        }),
        _ => None,
    }
}

fn record(state: &State, line: &Line<'_>, target: NoteTarget) -> Option<(Intent, Act)> {
    let (pupil, meeting, item) = (target.pupil(), target.meeting(), target.item());
    match line {
        Line::Action(action) if !action.text.is_empty() => Some((
            Intent::AddAction,
            Act::Action {
                pupil,
                school: match pupil {
                    Some(_) => state.dossier.as_ref().map(|d| d.pupil.school),
                    None => state.school_at_hand(),
                },
                meeting,
                item,
                owner: action.owner.one().map(|o| o.person),
                text: action.text.clone(),
                due: action.due,
            },
        )),
        Line::Plain(kind, text) if !text.is_empty() => {
            let text = (*text).to_owned();
            match kind {
                LineKind::Decision => {
                    let provisional = role_missing(state);
                    Some((
                        Intent::AddDecision,
                        Act::Decision {
                            pupil,
                            meeting,
                            item,
                            text,
                            provisional,
                        },
                    ))
                }
                LineKind::Park => state
                    .block()
                    .map(|b| (Intent::Park, Act::AddFreeItem(b.block.id, text, 5))),
                LineKind::Lesson => Some((Intent::AddLesson, Act::Lesson(pupil, meeting, text))),
                LineKind::WorkingNote | LineKind::Action => None,
            }
        }
        _ => None,
    }
}

/// `/p text` adds to the working note, in the private state alone.
fn working_line(state: &mut State, text: String) -> Vec<Effect> {
    if !state.private {
        state.notice = Some(Notice::Refused(Intent::WorkingNote, Refusal::Private));
        return Vec::new();
    }
    let Some(target) = state.writing.as_ref().map(|w| w.target) else {
        return Vec::new();
    };
    let text = working_text(state, &target, &text);
    if let Some(writing) = state.writing.as_mut() {
        writing.taking = true;
    }
    let target = target.of_kind(NoteKind::Working);
    vec![Effect::Change(Change {
        intent: Intent::WorkingNote,
        pupil: target.pupil(),
        acts: vec![Act::Note { target, text }],
    })]
}

/// The file has the record: its line leaves the text, and whoever came from KIES for this line is back there.
pub(super) fn line_taken(state: &mut State) -> Vec<Effect> {
    let Some(writing) = state.writing.as_mut().filter(|w| w.taking) else {
        return Vec::new();
    };
    writing.taking = false;
    let turned = writing.turned.take().is_some();
    // A text that shrinks is never too long.
    let _ = if turned {
        writing.editor.remove_line()
    } else {
        writing.editor.replace_line("")
    };
    if writing.once && !turned && writing.editor.text() != writing.base {
        // The line began below what stood there: no empty one stays in its place.
        let _ = writing.editor.remove_line();
    }
    // Undo must not bring back a line that is a record now.
    writing.editor.forget_steps();
    if writing.once { leave(state) } else { Vec::new() }
}
