//! The note: text wrapped around the cursor, with the line under it read back below.
//!
//! The rule: what the preview says is what Enter records, so it stands right below the line it reads.

use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use super::{due, owner};
use crate::app::edit::{Area, Kind, Viewport, viewport};
use crate::domain::Day;
use crate::domain::writing::Owner;
use crate::public::{NoteView, Preview};
use crate::ui::glyphs;
use crate::ui::pen::Pen;

/// Draws the note and, while writing with the focus, puts the cursor in it.
pub(in crate::ui) fn draw(note: &NoteView, today: Day, focused: bool, pen: &mut Pen<'_>, area: Rect) {
    let preview = note.preview.as_ref().map(|preview| preview_line(preview, today, pen));
    let rows = u16::from(preview.is_some() && area.height > 1);
    let text = &note.input.text;
    let cursor = note.input.cursor.unwrap_or(text.len());
    let size = Area {
        width: area.width,
        height: area.height.saturating_sub(rows),
    };
    let shown = viewport(text, Kind::Lines, cursor, note.input.selection.clone(), size);
    let below = below_paragraph(&shown);
    for (index, line) in (0..).zip(&shown.lines) {
        let y = area.y + index + if index >= below { rows } else { 0 };
        pen.put(area.x, y, area.width, &line.text, pen.theme.text);
        if let Some(selected) = &line.selected {
            let start = u16::try_from(selected.start).unwrap_or(area.width).min(area.width);
            let end = u16::try_from(selected.end).unwrap_or(area.width).min(area.width);
            let part = Rect {
                x: area.x + start,
                y,
                width: end - start,
                height: 1,
            };
            pen.paint(part, pen.theme.marked);
        }
    }
    if let Some(line) = preview.filter(|_| rows > 0) {
        pen.line(
            Rect {
                y: area.y + below,
                height: 1,
                ..area
            },
            &line,
        );
    }
    if focused && note.input.cursor.is_some() && area.height > 0 {
        pen.set_cursor(area.x + shown.cursor.0, area.y + shown.cursor.1);
    }
}

/// The first row below the paragraph of the cursor.
fn below_paragraph(shown: &Viewport) -> u16 {
    let after = usize::from(shown.cursor.1) + 1;
    let found = shown
        .lines
        .iter()
        .enumerate()
        .skip(after)
        .find(|(_, line)| line.starts_paragraph);
    let index = found.map_or(shown.lines.len(), |(index, _)| index);
    u16::try_from(index).unwrap_or(u16::MAX)
}

/// `  → ACTIE Els Vos (school): mailt asiel · ma 15-06`
fn preview_line(preview: &Preview, today: Day, pen: &Pen<'_>) -> Line<'static> {
    let (screen, theme) = (&pen.words.screen, pen.theme);
    let head = |word: &str| Span::styled(format!("  {} {word} ", glyphs::THEN), theme.preview);
    let text = |text: &str| Span::styled(text.to_owned(), theme.preview);
    let spans = match preview {
        Preview::Action {
            owner: who,
            choice,
            text: what,
            due: day,
        } => {
            let mut spans = vec![head(screen.action)];
            spans.extend(whose(who.as_ref(), choice, pen));
            spans.push(text(&format!(": {what} · ")));
            spans.push(match day {
                Some(day) => text(&due(*day, today, pen.words)),
                None => Span::styled(screen.when, theme.warning),
            });
            spans
        }
        Preview::Decision(what) => vec![head(screen.decision), text(what)],
        Preview::Park(what) => vec![head(screen.parked), text(what)],
        Preview::Lesson(what) => vec![head(screen.lesson), text(what)],
        Preview::WorkingNote { refused: true } => {
            vec![Span::styled(
                format!("  {} {}", glyphs::ALERT, screen.working_refused),
                theme.warning,
            )]
        }
        Preview::WorkingNote { refused: false } => vec![head(screen.working_taken)],
    };
    Line::from(spans)
}

/// Whose an action is; the choice when two people match; a mark when nobody does.
fn whose(who: Option<&Owner>, choice: &[Owner], pen: &Pen<'_>) -> Vec<Span<'static>> {
    let (screen, theme) = (&pen.words.screen, pen.theme);
    match (who, choice) {
        (Some(who), _) => vec![Span::styled(owner(who, pen.words), theme.preview)],
        (None, []) => vec![Span::styled(screen.who, theme.warning)],
        (None, several) => {
            let names: Vec<String> = several.iter().map(|who| owner(who, pen.words)).collect();
            let names = names.join(&format!(" {} ", screen.or));
            vec![Span::styled(format!("{} {names}", screen.which), theme.warning)]
        }
    }
}
