//! The note: text wrapped around the cursor, with the line under it read back below.
//!
//! The rule: what the preview says is what Enter records, so it stands right below the line it reads.

use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use super::lines::{LEAST_TEXT, owner_within};
use super::queue::first_shown;
use super::{due, owner};
use crate::app::edit::{Area, Kind, Viewport, viewport};
use crate::domain::Day;
use crate::domain::codes::Presence;
use crate::domain::writing::Owner;
use crate::public::{NoteView, Preview};
use crate::ui::glyphs;
use crate::ui::pen::{Pen, columns, cut, folded, line_columns};

/// Draws the note and, while writing with the focus, puts the cursor in it.
pub(in crate::ui) fn draw(note: &NoteView, today: Day, focused: bool, pen: &mut Pen<'_>, area: Rect) {
    let preview = note.preview.as_ref();
    let preview = preview.map(|preview| {
        let whole = preview_lines(preview, today, pen, u16::MAX).into_iter();
        let whole: Vec<Line<'static>> = whole.flat_map(|line| folded(line, area.width, 4)).collect();
        // Broken rather than cut, where that pushes nothing of the note out of sight.
        let wanted = u16::try_from(whole.len()).unwrap_or(u16::MAX);
        let fits = whole.len() <= MOST_BROKEN && text_rows(note, area).saturating_add(wanted) <= area.height;
        if fits {
            whole
        } else {
            preview_lines(preview, today, pen, area.width)
        }
    });
    let mut preview = preview.unwrap_or_default();
    preview.splice(0..0, name_lines(note, pen, area));
    if let Some(key) = &note.headings {
        preview.push(Line::styled(pen.words.templates.offer(key), pen.theme.muted));
    }
    let rows = u16::try_from(preview.len())
        .unwrap_or(0)
        .min(area.height.saturating_sub(1));
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
    for (y, line) in (area.y + below..).zip(preview.iter().take(usize::from(rows))) {
        pen.line(Rect { y, height: 1, ..area }, line);
    }
    if focused && note.input.cursor.is_some() && area.height > 0 {
        pen.set_cursor(area.x + shown.cursor.0, area.y + shown.cursor.1);
    }
}

/// Rows that the line as it is read is broken over at the most.
const MOST_BROKEN: usize = 3;

/// The rows that the note wants of an area: its text, and below it the line as it is read.
pub(super) fn rows(note: &NoteView, area: Rect) -> u16 {
    let read = u16::try_from(MOST_BROKEN).unwrap_or(u16::MAX);
    text_rows(note, area).saturating_add(if note.input.cursor.is_some() { read } else { 0 })
}

/// The rows of the text alone, as far as an area shows them.
fn text_rows(note: &NoteView, area: Rect) -> u16 {
    let text = &note.input.text;
    let size = Area {
        width: area.width,
        height: area.height,
    };
    // A text that fills the area by its letters alone need not be laid out to know that.
    if text.len() > usize::from(area.width) * usize::from(area.height) {
        return area.height;
    }
    let cursor = note.input.cursor.unwrap_or(text.len());
    let shown = viewport(text, Kind::Lines, cursor, None, size);
    u16::try_from(shown.lines.len()).unwrap_or(u16::MAX)
}

/// Most rows of names at a time.
const NAMES: u16 = 5;

/// Whom the beginning of a name may mean, the chosen one marked.
fn name_lines(note: &NoteView, pen: &Pen<'_>, area: Rect) -> Vec<Line<'static>> {
    let height = usize::from(NAMES.min(area.height / 2).max(1));
    let first = first_shown(Some(note.chosen), note.names.len(), height);
    let rows = note.names.iter().enumerate().skip(first).take(height);
    rows.map(|(at, named)| {
        let here = at == note.chosen;
        let mark = if here { glyphs::HERE } else { " " };
        let name = format!("  {mark} {}", told(&named.owner, &named.short, pen));
        let style = if here { pen.theme.focus } else { pen.theme.preview };
        let mut spans = vec![Span::styled(cut(&name, area.width).into_owned(), style)];
        if let Some(away) = named.away {
            let word = pen.words.codes.presence(away);
            spans.push(Span::styled(format!(" · {word}"), pen.theme.warning));
        }
        Line::from(spans)
    })
    .collect()
}

/// Somebody with the role in which they sit there, unless what tells them apart stands behind the name already.
fn told(who: &Owner, short: &str, pen: &Pen<'_>) -> String {
    if short.ends_with(')') {
        short.to_owned()
    } else {
        owner(who, pen.words)
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

/// `  → ACTIE Els Vos (school): mailt asiel · ma 15-06`, in rows of `room` columns. What is agreed hangs on who and
/// when, so first the text gives way, then the role and the family name; two people of one name have a row of their own.
pub(in crate::ui) fn preview_lines(preview: &Preview, today: Day, pen: &Pen<'_>, room: u16) -> Vec<Line<'static>> {
    let (screen, theme) = (&pen.words.screen, pen.theme);
    let head = |word: &str| Span::styled(format!("  {} {word} ", glyphs::THEN), theme.preview);
    let plain = |word: &str, what: &str| {
        let head = head(word);
        let left = room.saturating_sub(columns(&head.content));
        vec![head, Span::styled(cut(what, left).into_owned(), theme.preview)]
    };
    let spans = match preview {
        Preview::Action {
            owner: who,
            choice,
            text: what,
            due,
            away,
            impossible,
        } => {
            let when = when(*due, impossible.as_deref(), *away, today, pen);
            let head = head(screen.action);
            let left = room.saturating_sub(columns(&head.content));
            return match (who, choice.as_slice(), called(what)) {
                (None, [_, ..], _) => vec![
                    Line::from(vec![head, which(choice, pen, left)]),
                    Line::from(what_and_when("    ", what, when, pen, room)),
                ],
                (None, [], Some(called)) => vec![
                    Line::from(vec![head, nobody_called(called, pen, left)]),
                    Line::from(what_and_when("    ", what, when, pen, room)),
                ],
                (who, _, _) => {
                    let wanted = columns(what).min(LEAST_TEXT);
                    let left = left.saturating_sub(line_columns(&when) + 2 + wanted);
                    let who = whose(who.as_ref(), pen, left);
                    let before = format!("{}{}: ", head.content, who.content);
                    let mut rest = what_and_when(&before, what, when, pen, room);
                    rest.splice(0..1, [head, who, Span::styled(": ", theme.preview)]);
                    vec![Line::from(rest)]
                }
            };
        }
        Preview::Decision(what, false) => plain(screen.decision, what),
        Preview::Decision(what, true) => {
            let (head, aside) = (head(screen.decision), format!(" · {}", screen.provisional));
            let left = room.saturating_sub(columns(&head.content) + columns(&aside));
            let what = cut(what, left.max(LEAST_TEXT)).into_owned();
            vec![
                head,
                Span::styled(what, theme.preview),
                Span::styled(aside, theme.warning),
            ]
        }
        Preview::Park(what) => plain(screen.parked, what),
        Preview::Lesson(what) => plain(screen.lesson, what),
        Preview::Joining { school, pupils } => {
            let told = pen.words.results.joining(*pupils, school);
            vec![Span::styled(cut(&told, room).into_owned(), theme.preview)]
        }
        Preview::WorkingNote { refused: true } => {
            vec![Span::styled(
                format!("  {} {}", glyphs::ALERT, screen.working_refused),
                theme.warning,
            )]
        }
        Preview::WorkingNote { refused: false } => vec![head(screen.working_taken)],
    };
    vec![Line::from(spans)]
}

/// What an action is about, cut so that what comes `before` it and its day stay in the row.
fn what_and_when(before: &str, what: &str, when: Vec<Span<'static>>, pen: &Pen<'_>, room: u16) -> Vec<Span<'static>> {
    let left = room.saturating_sub(columns(before) + line_columns(&when));
    let mut spans = vec![
        Span::styled(before.to_owned(), pen.theme.preview),
        Span::styled(cut(what, left).into_owned(), pen.theme.preview),
    ];
    spans.extend(when);
    spans
}

/// How the owner was recorded who is not at the table, and the day; a mark where there is none, or none such.
fn when(
    day: Option<Day>,
    impossible: Option<&str>,
    away: Option<Presence>,
    today: Day,
    pen: &Pen<'_>,
) -> Vec<Span<'static>> {
    let (words, theme) = (pen.words, pen.theme);
    let mut spans = Vec::new();
    if let Some(away) = away {
        spans.push(Span::styled(
            format!(" · {}", words.codes.presence(away)),
            theme.warning,
        ));
    }
    spans.push(Span::styled(" · ", theme.preview));
    spans.push(match (day, impossible) {
        (Some(day), _) => Span::styled(due(day, today, words), theme.preview),
        (None, Some(phrase)) => Span::styled(words.noting.impossible(phrase), theme.warning),
        (None, None) => Span::styled(words.screen.when, theme.warning),
    });
    spans
}

/// Whose an action is, in at most `room` columns where a shorter way to say it is left; a mark when nobody has it.
fn whose(who: Option<&Owner>, pen: &Pen<'_>, room: u16) -> Span<'static> {
    match who {
        Some(who) => Span::styled(owner_within(who, pen.words, room), pen.theme.preview),
        None => Span::styled(pen.words.screen.who, pen.theme.warning),
    }
}

/// The name behind the `@` that a text begins with, which then nobody at the table has.
fn called(what: &str) -> Option<&str> {
    let name = what.strip_prefix('@')?.split([' ', ':', ',']).next()?;
    Some(name).filter(|name| !name.is_empty())
}

/// That nobody at the table is called so, and what becomes of the action then.
fn nobody_called(name: &str, pen: &Pen<'_>, room: u16) -> Span<'static> {
    let said = pen.words.noting.nobody_called(name);
    Span::styled(cut(&said, room).into_owned(), pen.theme.warning)
}

/// The people of one name.
fn which(choice: &[Owner], pen: &Pen<'_>, room: u16) -> Span<'static> {
    let screen = &pen.words.screen;
    let names: Vec<String> = choice.iter().map(|who| told(who, &who.name, pen)).collect();
    let said = format!("{} {}", screen.which, names.join(&format!(" {} ", screen.or)));
    Span::styled(cut(&said, room).into_owned(), pen.theme.warning)
}
