//! The lowest line: what just happened, what the keys do here, and the mode.
//!
//! The rule: hints come from the key table, most useful first, and only whole ones are drawn. What does not fit in one
//! line and must be read (a problem with what to do, a question, the letters after a prefix) takes lines above it, over
//! the panes.

use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::Span;

use crate::domain::intent::Intent;
use crate::public::{Board, Choice, Hint, Mode, Pending};
use crate::text::Catalog;
use crate::text::notice::Notice;
use crate::ui::glyphs;
use crate::ui::pen::{Pen, columns, line_columns, wrap};
use crate::ui::show::Seen;

/// Most lines that the footer takes.
const MOST_LINES: usize = 4;

/// Draws the footer into the lowest border.
pub(in crate::ui) fn draw<S: Seen>(board: &Board<S>, pen: &mut Pen<'_>, area: Rect) {
    let mut mode = mode(board.mode, pen);
    if let Some(asked) = waits_for_attendance(board, pen.words) {
        mode.insert(
            0,
            Span::styled(format!(" {} {asked} ", glyphs::ALERT), pen.theme.warning),
        );
    }
    let room = area.width.saturating_sub(line_columns(&mode) + 3);
    let lines = match (&board.pending, &board.notice) {
        (Some(pending), question) => {
            // A question is read together with the keys that answer it.
            let mut lines = question
                .as_ref()
                .map(|notice| notice_lines(notice, pen, area.width.saturating_sub(2)));
            lines.get_or_insert_default().extend(pending_lines(pending, pen, room));
            lines.unwrap_or_default()
        }
        (None, Some(notice)) => notice_lines(notice, pen, room),
        (None, None) => Vec::new(),
    };
    let above = u16::try_from(lines.len().saturating_sub(1)).unwrap_or(0).min(area.y);
    let mut y = area.y - above;
    let mut x = area.x;
    for (index, line) in lines.iter().enumerate() {
        let last = index + 1 == lines.len();
        if !last {
            pen.fill(area.x, y, area.width, " ", pen.theme.text);
        }
        pen.put(area.x, y, 1, " ", pen.theme.text);
        x = pen.spans(area.x + 1, y, if last { room } else { area.width - 1 }, line);
        y += u16::from(!last);
    }
    if board.pending.is_none() && lines.len() < 2 {
        let before = if lines.is_empty() { 1 } else { 3 };
        x = hints(
            &board.hints,
            before,
            pen,
            Rect {
                x,
                width: room.saturating_sub(x - area.x),
                ..area
            },
        );
    }
    if x > area.x {
        pen.put(x, area.y, 1, " ", pen.theme.text);
    }
    pen.spans(
        area.right().saturating_sub(line_columns(&mode)),
        area.y,
        line_columns(&mode),
        &mode,
    );
}

/// How the attendance is confirmed that was passed by; nothing where it was, or while something lies over the panes.
pub(in crate::ui) fn waits_for_attendance<S: Seen>(board: &Board<S>, words: &Catalog) -> Option<&'static str> {
    let waits = board.agenda.unconfirmed && board.overlay.is_none();
    waits.then_some(match board.mode {
        Mode::Choose => words.room.unconfirmed,
        Mode::Write => words.room.unconfirmed_writing,
    })
}

fn mode(mode: Mode, pen: &Pen<'_>) -> Vec<Span<'static>> {
    let (word, style) = match mode {
        Mode::Choose => (pen.words.screen.choose, pen.theme.title),
        Mode::Write => (pen.words.screen.write, pen.theme.preview),
    };
    vec![Span::styled(format!(" {word} "), style)]
}

/// Writes as many whole hints as there is room for, with `before` columns of air before the first.
fn hints(hints: &[Hint], before: u16, pen: &mut Pen<'_>, area: Rect) -> u16 {
    let (start, mut x) = (area.x, area.x);
    for hint in hints {
        let word = pen.words.hint(hint.intent);
        let (key_style, style) = match hint.enabled {
            true => (pen.theme.key, pen.theme.hint),
            false => (pen.theme.disabled, pen.theme.disabled),
        };
        let gap = if x == start { before } else { 2 };
        if x + gap + columns(&hint.keys) + 1 + columns(word) > area.right() {
            break;
        }
        pen.fill(x, area.y, gap, " ", pen.theme.text);
        x = pen.put(x + gap, area.y, area.width, &hint.keys, key_style);
        x = pen.put(x, area.y, 1, " ", style);
        x = pen.put(x, area.y, area.width, word, style);
    }
    x
}

fn notice_lines(notice: &Notice, pen: &Pen<'_>, room: u16) -> Vec<Vec<Span<'static>>> {
    let (mark, style) = tone(notice, pen);
    let sentence = format!("{mark} {}", pen.words.notice(notice));
    let lines = wrap(&sentence, room, MOST_LINES);
    lines
        .into_iter()
        .map(|line| vec![Span::styled(line.trim_end().to_owned(), style)])
        .collect()
}

/// The mark and style of a notice: something done, something to heed, or plain news.
fn tone(notice: &Notice, pen: &Pen<'_>) -> (&'static str, Style) {
    match notice {
        Notice::Done(_)
        | Notice::OutOfSight(_)
        | Notice::Undone(..)
        | Notice::Redone(..)
        | Notice::AlreadySaved
        | Notice::Copied(_)
        | Notice::DraftRestored
        | Notice::FormKept
        | Notice::CarriedOver(_)
        | Notice::MinutesNext(_)
        | Notice::WritingPapers
        | Notice::Rectified(..)
        | Notice::Informed(..)
        | Notice::WindowCame(_)
        | Notice::NoWindow(_)
        | Notice::Imported(_)
        | Notice::NothingNew
        | Notice::BackingUp(..)
        | Notice::BackedUp
        | Notice::PassphraseChanged(_)
        | Notice::Restored(_)
        | Notice::CopiedActions(..) => (glyphs::DONE, pen.theme.ok),
        Notice::Problem(_) | Notice::BackupFailed(_) => (glyphs::ALERT, pen.theme.overdue),
        Notice::Refused(..)
        | Notice::UnknownKey(_)
        | Notice::HowToQuit
        | Notice::AskConfirm(_)
        | Notice::WillInform(..)
        | Notice::CannotUndo(_)
        | Notice::NobodyPresent
        | Notice::AskOpen(_)
        | Notice::PlannedEmpty
        | Notice::AskClose(_)
        | Notice::Hidden(_)
        | Notice::NothingTyped
        | Notice::LinesNotTaken(_)
        | Notice::Paused
        | Notice::NoMore
        | Notice::ContactsNotTwo(_)
        | Notice::NothingFound
        | Notice::NoSnippet
        | Notice::NoHeadings(_)
        | Notice::PapersWritten(_)
        | Notice::NothingToWrite
        | Notice::NotMade
        | Notice::AgreementEnded(_)
        | Notice::NotesExpire(..)
        | Notice::NotesExpired(_)
        | Notice::ErasureWaits
        | Notice::WindowWent
        | Notice::ImportStopped
        | Notice::RefusedWritten(..)
        | Notice::Overfull(_)
        | Notice::CopiedByTerminal
        | Notice::FileChanged
        | Notice::KeyFileOpen
        | Notice::KeptBeside => (glyphs::ALERT, pen.theme.warning),
    }
}

/// The prefix, then the letters that may follow, whole, in as many lines as they need.
fn pending_lines(pending: &Pending, pen: &Pen<'_>, room: u16) -> Vec<Vec<Span<'static>>> {
    let theme = pen.theme;
    let head = format!("{} {}:", pending.keys, pen.words.hint(pending.intent));
    let mut lines = vec![vec![Span::styled(head, theme.preview)]];
    for (letter, choice) in &pending.options {
        let option = [
            Span::styled("  ", theme.text),
            Span::styled(letter.clone(), theme.key),
            Span::styled(" ", theme.text),
            Span::styled(choice_word(*choice, pen.words), theme.text),
        ];
        let wide = line_columns(&option);
        match lines.last_mut() {
            Some(line) if line_columns(line) + wide <= room => line.extend(option),
            _ => lines.push(option.to_vec()),
        }
    }
    lines
}

/// What a letter after a key chooses, in words.
pub(in crate::ui) fn choice_word(choice: Choice, words: &Catalog) -> String {
    match choice {
        Choice::Result(result) => words.codes.result(result).to_owned(),
        Choice::Route(route) => words.codes.route(route).to_owned(),
        Choice::Chance(kind, level) => format!("{} {}", words.codes.chance(kind), words.codes.level(level)),
        Choice::Tile(kind) => words.codes.tile(kind).to_owned(),
        Choice::Instrument => words.hint(Intent::AddInstrument).to_owned(),
        Choice::Confirm => words.screen.confirm.to_owned(),
    }
}
