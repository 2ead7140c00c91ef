//! Why the pupil at hand is to be discussed, on the card.
//!
//! The rule: the most urgent reason is always read with its day. Where rows are few the reasons shrink to a word and a
//! day each, before anything else gives way.

use ratatui::text::Span;

use crate::domain::Day;
use crate::domain::reason::ReasonKind;
use crate::public::ActionRow;
use crate::ui::glyphs;
use crate::ui::pen::{Pen, columns, line_columns, wrap};
use crate::ui::show::{ShowReason, sentences, short};

type Row = Vec<Span<'static>>;

/// The reasons that are told beside the open actions: an action that is overdue stands among these itself.
pub(super) fn told<R: ShowReason>(reasons: &[R], open: &[ActionRow]) -> Vec<R>
where
    R: Clone,
{
    let overdue = open.iter().any(|action| action.overdue);
    let kept = reasons
        .iter()
        .filter(|reason| !overdue || reason.told().reason.kind != ReasonKind::ActionOverdue);
    kept.cloned().collect()
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
    let taken = facts.last().map_or(0, |last| line_columns(last) + 6);
    let text = shorts(reasons, width.saturating_sub(taken), pen);
    match facts.last_mut() {
        Some(last) if taken + columns(&text) <= width => {
            last.push(Span::styled(format!("    {} {text}", glyphs::ALERT), pen.theme.warning));
        }
        _ => facts.push(vec![Span::styled(
            format!("{} {text}", glyphs::ALERT),
            pen.theme.warning,
        )]),
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
