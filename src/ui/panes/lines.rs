//! Decisions, actions and their parts as lines, the same wherever they are drawn.

use chrono::Datelike;
use ratatui::text::{Line, Span};

use crate::domain::Day;
use crate::domain::codes::ActionState;
use crate::domain::writing::Owner;
use crate::public::{ActionRow, Written};
use crate::text::Catalog;
use crate::ui::glyphs;
use crate::ui::pen::{columns, cut, line_columns};
use crate::ui::theme::Theme;

/// A day: short within this year, in full in another.
pub(in crate::ui) fn due(day: Day, today: Day, words: &Catalog) -> String {
    if day.year() == today.year() {
        words.day_short(day)
    } else {
        words.day(day)
    }
}

/// Somebody with the role in which they sit there.
pub(in crate::ui) fn owner(owner: &Owner, words: &Catalog) -> String {
    format!("{} ({})", owner.name, words.codes.party_short(owner.role))
}

/// Least columns of what an action is about, when the row is narrow.
pub(super) const LEAST_TEXT: u16 = 14;
/// Least columns of a name.
const LEAST_NAME: u16 = 6;

/// An action: who, what, when; marks stand where who or when is missing. In a row of `room` columns first the word that
/// it is too late goes, for which a mark stands before it too; then the text gives way, then the role and the name, so
/// that the day is always read.
pub(in crate::ui) fn action_line(
    action: &ActionRow,
    today: Day,
    words: &Catalog,
    theme: &Theme,
    room: u16,
) -> Line<'static> {
    let alert = if action.overdue {
        format!("{} ", glyphs::ALERT)
    } else {
        String::new()
    };
    let left_by = |tail: &[Span<'_>]| room.saturating_sub(columns(&alert) + 2 + line_columns(tail));
    let wanted = columns(&action.text).min(LEAST_TEXT);
    let mut tail = tail(action, today, words, theme);
    // That it is too late stands before it too; what it is about is read nowhere else.
    if action.overdue && left_by(&tail) < columns(&whose(action, words, 0)) + wanted {
        let late = Span::styled(format!(" · {}", words.screen.overdue), theme.overdue);
        tail.retain(|span| *span != late);
    }
    let room = left_by(&tail);
    let who = whose(action, words, room.saturating_sub(wanted));
    let left = room.saturating_sub(columns(&who));
    let mut spans = vec![
        Span::styled(alert, theme.overdue),
        Span::styled(
            who,
            if action.owner.is_some() {
                theme.title
            } else {
                theme.warning
            },
        ),
        Span::styled(": ", theme.text),
        Span::styled(cut(&action.text, left).into_owned(), theme.text),
    ];
    spans.extend(tail);
    Line::from(spans)
}

/// Actions in so many rows. What does not fit is counted at the end of the last one, so that nobody believes there is
/// no more.
pub(in crate::ui) fn action_lines(
    actions: &[ActionRow],
    rows: usize,
    today: Day,
    (words, theme): (&Catalog, &Theme),
    room: u16,
) -> Vec<Line<'static>> {
    let shown = actions.len().min(rows);
    let more = uncounted(actions.len() - shown);
    let each = actions.iter().take(shown).enumerate().map(|(index, action)| {
        if index + 1 < shown || more.is_empty() {
            return action_line(action, today, words, theme, room);
        }
        let mut line = action_line(action, today, words, theme, room.saturating_sub(columns(&more)));
        line.spans.push(Span::styled(more.clone(), theme.warning));
        line
    });
    each.collect()
}

/// The count of what is not shown, with a space before it; nothing when all is.
pub(in crate::ui) fn uncounted(more: usize) -> String {
    if more == 0 { String::new() } else { format!("  +{more}") }
}

/// The owner with the role; where that is too wide by the given name with the role, as is said at the table; at last
/// the given name as far as it goes.
fn whose(action: &ActionRow, words: &Catalog, room: u16) -> String {
    let who = action.owner.as_ref();
    who.map_or_else(|| words.screen.who.to_owned(), |who| owner_within(who, words, room))
}

/// Somebody with their role in at most `room` columns, as far as that goes.
pub(super) fn owner_within(who: &Owner, words: &Catalog, room: u16) -> String {
    let given = Owner {
        name: who.name.split(' ').next().unwrap_or_default().to_owned(),
        ..who.clone()
    };
    let shapes = [owner(who, words), owner(&given, words)];
    let fits = shapes.into_iter().find(|shape| columns(shape) <= room);
    fits.unwrap_or_else(|| cut(&given.name, room.max(LEAST_NAME)).into_owned())
}

/// When, that it is too late, and how it stands when it is no longer open.
fn tail(action: &ActionRow, today: Day, words: &Catalog, theme: &Theme) -> Vec<Span<'static>> {
    let mut spans = vec![Span::styled(" · ", theme.text)];
    spans.push(match action.due {
        Some(day) if action.overdue => Span::styled(due(day, today, words), theme.overdue),
        Some(day) => Span::styled(due(day, today, words), theme.text),
        None => Span::styled(words.screen.when, theme.warning),
    });
    if action.overdue {
        spans.push(Span::styled(format!(" · {}", words.screen.overdue), theme.overdue));
    }
    if action.state != ActionState::Open {
        spans.push(Span::styled(
            format!(" · {}", words.codes.action_state(action.state)),
            theme.ok,
        ));
    }
    spans
}

/// Something recorded in this meeting, with its word in capitals before it, in a row of `room` columns.
pub(in crate::ui) fn written_line(
    written: &Written,
    today: Day,
    words: &Catalog,
    theme: &Theme,
    room: u16,
) -> Line<'static> {
    match written {
        Written::Decision(text, provisional) => {
            let word = format!("{} ", words.screen.decision);
            let aside = if *provisional {
                format!(" · {}", words.screen.provisional)
            } else {
                String::new()
            };
            let left = room.saturating_sub(columns(&word) + columns(&aside)).max(LEAST_TEXT);
            Line::from(vec![
                Span::styled(word, theme.ok),
                Span::styled(cut(text, left).into_owned(), theme.text),
                Span::styled(aside, theme.warning),
            ])
        }
        Written::Action(action) => {
            let word = format!("{} ", words.screen.action);
            let mut line = action_line(action, today, words, theme, room.saturating_sub(columns(&word)));
            line.spans.insert(0, Span::styled(word, theme.preview));
            line
        }
    }
}
