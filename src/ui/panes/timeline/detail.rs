//! What is under the cursor, written out in words, and the legend of the glyphs.

use ratatui::style::Style;
use ratatui::text::Span as Words;

use super::marks::mark_word;
use super::rows::named;
use crate::domain::roof::Span;
use crate::public::{Detail, Guard, Hand, MarkKind, MarkView, Offer, Sight, Standing, Step, Timeline, Work};
use crate::text::{KeyName, capital};
use crate::ui::glyphs;
use crate::ui::pen::{Pen, columns, line_columns, wrap};

/// A line that is told.
pub(super) struct Told {
    pub(super) text: String,
    pub(super) style: Style,
}

/// The most lines one sentence takes.
const MOST: usize = 3;

/// What is told about the thing under the cursor, in sentences.
pub(in crate::ui) fn told<S: Sight>(detail: &Detail<S>, pen: &Pen<'_>) -> Vec<String> {
    let wide = u16::MAX;
    lines(detail, wide, pen).into_iter().map(|line| line.text).collect()
}

/// What is told about the thing under the cursor, in lines of at most `width` columns.
pub(super) fn lines<S: Sight>(detail: &Detail<S>, width: u16, pen: &Pen<'_>) -> Vec<Told> {
    let sentences = match detail {
        Detail::Tile { .. } => tile(detail, pen),
        Detail::Instrument { kind, steps, why } => {
            let because = why.as_ref().map(|why| &why.get().0);
            instrument(pen.words.codes.instrument(*kind.get()), steps, because, pen)
        }
        Detail::Mark(mark) => self::mark(mark, pen),
        Detail::Gap {
            span,
            lets_go,
            comes,
            offer,
        } => gap(*span, lets_go, comes, offer, pen),
        Detail::Cold {
            on,
            lets_go,
            comes,
            overlap,
        } => {
            let words = &pen.words.roof;
            let sides = sides((words.lets_go, lets_go), (words.goes_on, comes), pen);
            let title = format!("{} · {}", capital(words.cold_handover), pen.words.day(*on));
            let together = words.overlap(overlap.0, overlap.1);
            vec![
                (title, pen.theme.overdue),
                (format!("{sides} · {together}"), pen.theme.text),
            ]
        }
    };
    let folded = sentences.into_iter().flat_map(|(text, style)| {
        wrap(&text, width, MOST).into_iter().map(move |line| Told {
            text: line.trim_end().to_owned(),
            style,
        })
    });
    folded.collect()
}

type Sentences = Vec<(String, Style)>;

fn tile<S: Sight>(detail: &Detail<S>, pen: &Pen<'_>) -> Sentences {
    let Detail::Tile {
        hand,
        work,
        from,
        planned,
        ended,
        contract,
        no_guidance,
        holds,
        why,
    } = detail
    else {
        return Vec::new();
    };
    let words = &pen.words.roof;
    let what = work.as_ref().map(|work| work_word(work.get(), pen)).unwrap_or_default();
    let title = joined(&[what, who(hand, pen)]);
    let days = match (ended, planned) {
        (Some(ended), planned) if planned.is_none_or(|planned| *ended < planned) => {
            words.broken_off(*from, *ended, *planned)
        }
        (ended, planned) => match ended.or(*planned) {
            Some(until) => words.from_until(Span { from: *from, until }),
            None => words.from_on(*from),
        },
    };
    let holding = if *holds { words.holds } else { words.beside };
    let contract = contract.map(|form| format!("{}: {}", words.contract, pen.words.codes.contract(form)));
    let no_guidance = no_guidance.map(|day| words.no_guidance(day));
    let why = why.as_ref().map(|why| why.get().0.clone());
    let rest = joined(&[
        days,
        holding.to_owned(),
        contract.unwrap_or_default(),
        no_guidance.unwrap_or_default(),
        why.unwrap_or_default(),
    ]);
    vec![(capital(&title), pen.theme.title), (capital(&rest), pen.theme.text)]
}

/// What a tile is, with its own word.
pub(in crate::ui) fn work_word(work: &Work, pen: &Pen<'_>) -> String {
    let kind = pen.words.codes.tile(work.kind);
    if work.label.is_empty() || work.label.to_lowercase() == kind {
        return kind.to_owned();
    }
    format!("{kind}: {}", work.label)
}

fn instrument(word: &str, steps: &[(Step, crate::domain::Day)], because: Option<&String>, pen: &Pen<'_>) -> Sentences {
    let words = &pen.words.roof;
    let step = |(step, day): &(Step, crate::domain::Day)| {
        let word = match step {
            Step::Requested => words.requested,
            Step::Decided => words.decided,
            Step::Started => words.started,
            Step::Ended => words.ended,
            Step::Review => words.review,
            Step::Deferred => words.deferred,
        };
        format!("{word} {}", pen.words.dates.day_year(*day))
    };
    let steps: Vec<String> = steps.iter().map(step).collect();
    let because = because
        .map(|why| format!(" {} {why}", words.because))
        .unwrap_or_default();
    vec![
        (capital(word), pen.theme.title),
        (capital(&format!("{}{because}", steps.join(" · "))), pen.theme.text),
    ]
}

fn mark<S: Sight>(mark: &MarkView<S>, pen: &Pen<'_>) -> Sentences {
    let words = &pen.words.roof;
    let (standing, style) = match mark.standing {
        Standing::Ahead => ("", pen.theme.text),
        Standing::Running => (words.running, pen.theme.text),
        Standing::Late => (words.late, pen.theme.overdue),
        Standing::Settled => (words.settled, pen.theme.text),
    };
    let day = joined(&[pen.words.day(mark.on), standing.to_owned()]);
    let mut sentences = vec![
        (capital(&mark_word(mark, pen)), pen.theme.title),
        (capital(&day), style),
    ];
    if let MarkKind::Term(term) = &mark.kind {
        let term = term.get();
        let source = joined(&[term.text.clone(), term.article.clone(), words.reminder.to_owned()]);
        sentences.push((source, pen.theme.text));
    }
    sentences
}

fn gap<S: Sight>(span: Span, lets_go: &Hand<S>, comes: &Hand<S>, offer: &Offer<S>, pen: &Pen<'_>) -> Sentences {
    let words = &pen.words.roof;
    let days = words.from_until(span);
    let title = format!("{} {days} · {}", words.gap, words.count(span.days()));
    let sides = sides((words.lets_go, lets_go), (words.comes, comes), pen);
    let offer = match offer {
        Offer::Over => (capital(words.over), pen.theme.muted),
        Offer::Nobody => (capital(words.no_offer), pen.theme.warning),
        Offer::Tile(hand, span) => {
            let take = format!("{} {}", pen.words.key(KeyName::Enter), words.take);
            let tile = format!("{}, {}", who(hand, pen), words.from_until(*span));
            (format!("{}: {tile} · {take}", words.offer), pen.theme.preview)
        }
    };
    vec![(title, pen.theme.overdue), (sides, pen.theme.text), offer]
}

/// Both hands at a day: `laat los: school De Brug (Els Vos) · pakt vast: niemand`.
fn sides<S: Sight>(one: (&str, &Hand<S>), other: (&str, &Hand<S>), pen: &Pen<'_>) -> String {
    let side = |(word, hand): (&str, &Hand<S>)| format!("{word}: {}", who(hand, pen));
    format!("{} · {}", capital(&side(one)), side(other))
}

/// A party with who holds there: `gemeente Sociale Dienst (Jan de Boer)`.
pub(in crate::ui) fn who<S: Sight>(hand: &Hand<S>, pen: &Pen<'_>) -> String {
    let whose = match hand {
        Hand::Nobody => return pen.words.roof.nobody.to_owned(),
        Hand::Other => return pen.words.screen.other_party.to_owned(),
        Hand::Known(whose) => whose.get(),
    };
    let party = named(whose, pen.words.codes.party(whose.kind));
    if whose.person.is_empty() {
        party
    } else {
        format!("{party} ({})", whose.person)
    }
}

fn joined(parts: &[String]) -> String {
    let parts: Vec<&str> = parts
        .iter()
        .map(String::as_str)
        .filter(|part| !part.is_empty())
        .collect();
    parts.join(" · ")
}

/// Every glyph that is drawn, with its word, in lines of at most `width` columns.
pub(super) fn legend<S: Sight>(timeline: &Timeline<S>, width: u16, pen: &Pen<'_>) -> Vec<Vec<Words<'static>>> {
    let (words, theme) = (&pen.words.roof, pen.theme);
    let mut items = vec![
        (glyphs::HOLDS, words.holds, theme.holds),
        (glyphs::BESIDE, words.beside, theme.beside),
        (glyphs::PLANNED, words.beside_planned, theme.beside),
        (glyphs::HELD, words.held, theme.holds),
        (glyphs::TOGETHER, words.together, theme.holds),
    ];
    if !timeline.held.gaps.is_empty() {
        items.push((glyphs::ALERT, words.nobody_legend, theme.overdue));
    }
    if !timeline.held.cold.is_empty() {
        items.push((words.cold_mark, words.cold_handover, theme.overdue));
    }
    if !timeline.instruments.is_empty() {
        items.push((glyphs::BEGUN, words.instruments, theme.label));
        items.push((glyphs::OPEN, words.instrument_planned, theme.label));
    }
    if !timeline.marks.is_empty() {
        items.push((glyphs::TERM, words.marks, theme.warning));
    }
    let mut lines: Vec<Vec<Words<'static>>> = vec![Vec::new()];
    for (glyph, word, style) in items {
        let item = [
            Words::styled(glyph, style),
            Words::styled(format!(" {word}  "), theme.muted),
        ];
        let wide = columns(word) + 2;
        match lines.last_mut() {
            Some(line) if line_columns(line) + wide <= width => line.extend(item),
            _ => lines.push(item.to_vec()),
        }
    }
    lines
}
