//! Decisions, actions and their parts as lines, the same wherever they are drawn.

use chrono::Datelike;
use ratatui::text::{Line, Span};

use crate::domain::Day;
use crate::domain::codes::ActionState;
use crate::domain::writing::Owner;
use crate::public::{ActionRow, Written};
use crate::text::Catalog;
use crate::ui::glyphs;
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

/// An action: who, what, when; marks stand where who or when is missing.
pub(in crate::ui) fn action_line(action: &ActionRow, today: Day, words: &Catalog, theme: &Theme) -> Line<'static> {
    let mut spans = Vec::with_capacity(8);
    if action.overdue {
        spans.push(Span::styled(format!("{} ", glyphs::ALERT), theme.overdue));
    }
    spans.push(match &action.owner {
        Some(who) => Span::styled(owner(who, words), theme.title),
        None => Span::styled(words.screen.who, theme.warning),
    });
    spans.push(Span::styled(format!(": {}", action.text), theme.text));
    spans.push(Span::styled(" · ", theme.text));
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
    Line::from(spans)
}

/// Something recorded in this meeting, with its word in capitals before it.
pub(in crate::ui) fn written_line(written: &Written, today: Day, words: &Catalog, theme: &Theme) -> Line<'static> {
    match written {
        Written::Decision(text, provisional) => {
            let mut spans = vec![
                Span::styled(format!("{} ", words.screen.decision), theme.ok),
                Span::styled(text.clone(), theme.text),
            ];
            if *provisional {
                spans.push(Span::styled(format!(" · {}", words.screen.provisional), theme.warning));
            }
            Line::from(spans)
        }
        Written::Action(action) => {
            let mut line = action_line(action, today, words, theme);
            line.spans
                .insert(0, Span::styled(format!("{} ", words.screen.action), theme.preview));
            line
        }
    }
}
