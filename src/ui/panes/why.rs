//! Why the pupil at hand is to be discussed, on the card.
//!
//! The rule: where rows are few the reasons shrink to a word and a day each, and give way to what the table agreed; the
//! queue at its full size tells them all.

use ratatui::text::Span;

use crate::domain::Day;
use crate::domain::reason::{Reason, ReasonKind};
use crate::public::Card;
use crate::ui::glyphs;
use crate::ui::pen::{Pen, columns, line_columns, wrap};
use crate::ui::show::{Seen, ShowReason, sentences, short};

type Row = Vec<Span<'static>>;

/// The reasons that the card does not tell already: an action that is overdue stands among the open ones, and the next
/// gap is an alert of its own.
pub(in crate::ui) fn told<S: Seen>(card: &Card<S>) -> Vec<S::Reason> {
    let overdue = card.open_actions.iter().any(|action| action.overdue);
    let said = |reason: &Reason| match reason.kind {
        ReasonKind::ActionOverdue => overdue,
        ReasonKind::Gap => card.next_gap.is_some_and(|gap| gap.from == reason.on),
        _ => false,
    };
    let left = card.reasons.iter().filter(|reason| !said(&reason.told().reason));
    left.cloned().collect()
}

/// Adds the reasons to the facts, in at most `room` rows more: two rows or one of sentences, else a word and a day each,
/// behind the last fact when there is no row left.
pub(super) fn add(
    facts: &mut Vec<Row>,
    reasons: &[impl ShowReason],
    room: usize,
    today: Day,
    pen: &Pen<'_>,
    width: u16,
) {
    if reasons.is_empty() {
        return;
    }
    let label = format!("{:<7} ", pen.words.listing.why);
    let indent = columns(&label);
    let within = width.saturating_sub(indent);
    let text = sentences(reasons, today, pen.words);
    let lines = wrap(&text, within, 2);
    if lines.len() <= room && (room > 1 || !text_is_cut(&text, within)) {
        for (at, line) in lines.into_iter().enumerate() {
            let before = if at == 0 {
                label.clone()
            } else {
                " ".repeat(usize::from(indent))
            };
            facts.push(vec![
                Span::styled(before, pen.theme.label),
                Span::styled(line.trim_end().to_owned(), pen.theme.warning),
            ]);
        }
        return;
    }
    if room > 0 {
        facts.push(vec![
            Span::styled(label, pen.theme.label),
            Span::styled(shorts(reasons, within, pen), pen.theme.warning),
        ]);
        return;
    }
    // No row is left: behind the last fact where they fit. What is near stands there as an alert of its own.
    let taken = facts.last().map_or(0, |last| line_columns(last) + 6);
    let text = shorts(reasons, width.saturating_sub(taken), pen);
    if let Some(last) = facts.last_mut().filter(|_| taken + columns(&text) <= width) {
        last.push(Span::styled(format!("    {} {text}", glyphs::ALERT), pen.theme.warning));
    }
}

fn text_is_cut(text: &str, width: u16) -> bool {
    columns(text) > width
}

/// As many reasons as fit, each as a word and its day; the first always.
fn shorts(reasons: &[impl ShowReason], width: u16, pen: &Pen<'_>) -> String {
    let mut text = String::new();
    for reason in reasons {
        let one = short(reason.told(), pen.words);
        if text.is_empty() {
            text = one;
        } else if columns(&text) + 3 + columns(&one) <= width {
            text = format!("{text} · {one}");
        } else {
            break;
        }
    }
    text
}
