//! What lies over the panes, in sentences and numbered rows: what everybody may see of it.

use super::board::text_of;
use super::panes::{WIDE, joined, person};
use super::part::{Choose, Line, Menu, Part, Row};
use crate::domain::Day;
use crate::domain::codes::Presence;
use crate::domain::hidden::Hidden;
use crate::domain::intent::Intent;
use crate::domain::outside::visible;
use crate::public::{
    ContactsView, Counted, FindPurpose, FindRow, Hint, InputView, MeetingRow, OldActionRow, Overlay, PresenceRow,
    Preview, ReadBackRow, ResultsView, TermRow,
};
use crate::text::notice::Refusal;
use crate::text::{Catalog, capital};
use crate::ui::overlays::{contacts, find, meetings, read_back, terms, title};
use crate::ui::panes::note::preview_lines;
use crate::ui::panes::{action_line, written_line};
use crate::ui::pen::Pen;
use crate::ui::show::{Seen, ShowOverlay, marked};

/// What lies over the panes, and what is left out of it.
pub(super) fn part<S: Seen>(overlay: &Overlay<S>, hidden: Option<Hidden>, today: Day, pen: &Pen<'_>) -> Part {
    let mut part = whole(overlay, hidden, today, pen);
    if let Some(hidden) = hidden {
        part.line(capital(&pen.words.room.hidden(hidden)));
    }
    part
}

fn whole<S: Seen>(overlay: &Overlay<S>, hidden: Option<Hidden>, today: Day, pen: &Pen<'_>) -> Part {
    match overlay {
        Overlay::Help { query, rows, top } => help(query, rows, *top, pen.words),
        Overlay::Palette { query, rows, selected } => palette(query, rows, *selected, pen.words),
        Overlay::Find {
            purpose,
            query,
            rows,
            selected,
        } => found(*purpose, query, rows, *selected, pen),
        Overlay::Contacts { query, school, others } => whom_to_call(query, school.as_ref(), others, pen),
        Overlay::Attendance {
            school,
            rows,
            family,
            selected,
            missing,
            required,
            asked,
        } => {
            let screen = &pen.words.screen;
            let mut part = attendance(school, rows, *family, *selected, pen.words);
            if *required {
                part.line(screen.attendance_required);
            } else if *asked {
                part.line(pen.words.room.attendance_asked);
            }
            if !missing.is_empty() {
                let roles: Vec<&str> = missing.iter().map(|kind| pen.words.codes.party(*kind)).collect();
                part.after(screen.missing_roles(&roles.join(", ")));
            }
            part
        }
        Overlay::OldActions { rows, selected } => old_actions((rows, hidden), *selected, today, pen),
        Overlay::Terms { rows, selected } => of_terms(rows, *selected, pen),
        Overlay::ReadBack {
            rows,
            selected,
            confirmed,
        } => {
            let mut part = agreed((rows, hidden), *selected, today, pen);
            if hidden.is_none() || confirmed.is_some() {
                part.after(read_back::question(*confirmed, pen.words));
            }
            part
        }
        Overlay::Meetings { rows, selected } => sittings(rows, *selected, pen),
        Overlay::AgreeAll { rows } => {
            let screen = &pen.words.screen;
            let mut part = Part::new(screen.agree_all);
            for (name, proposal) in rows {
                let proposal = if proposal.is_empty() {
                    screen.no_proposal
                } else {
                    proposal
                };
                part.line(joined(&[&marked(name, pen.words), proposal]));
            }
            part.after(screen.agree_all_question);
            part
        }
        Overlay::Prompt {
            purpose,
            about,
            input,
            refusal,
            preview,
        } => {
            let mut part = asked((*purpose, input), (*refusal, preview.as_ref()), today, pen);
            part.title = title(*purpose, about.as_ref(), pen);
            part.key.1.clone_from(&part.title);
            part
        }
        Overlay::Results(view) => results(view, &[], pen.words),
        Overlay::Private(own) => own.said(pen),
    }
}

/// The place and the text of a line that is typed, after which nothing is said until it rests.
fn typed(query: &InputView) -> Option<(usize, String)> {
    Some((0, query.text.clone()))
}

fn help(query: &InputView, rows: &[Hint], top: usize, words: &Catalog) -> Part {
    let mut part = Part::new(words.screen.help);
    part.typed = typed(query);
    if rows.is_empty() {
        part.line(words.screen.nothing_found);
    }
    let rows = rows.iter().map(|hint| Row {
        number: None,
        text: joined(&[&hint.keys, words.line(hint.intent)]),
        before: Vec::new(),
    });
    let mut menu = Menu::of(rows.collect(), None, Choose::Never);
    menu.from = top;
    part.menu = Some(menu);
    part
}

fn palette(query: &InputView, rows: &[(Hint, Option<Refusal>)], selected: usize, words: &Catalog) -> Part {
    let mut part = Part::new(words.screen.palette);
    part.typed = typed(query);
    if rows.is_empty() {
        part.line(words.screen.nothing_found);
    }
    let texts = rows
        .iter()
        .map(|(hint, _)| joined(&[words.line(hint.intent), &hint.keys]));
    let why = rows.get(selected).and_then(|(_, why)| *why);
    let told = why.map(|why| words.refusal(why).to_owned());
    let menu = Menu::numbered(texts, Some(selected), Choose::Walk(Some(Intent::Pick)));
    part.menu = Some(menu.telling(told.into_iter().collect()));
    part
}

/// What is found. Numbers and telephone numbers are looked up too: a digit chooses once letters were typed.
fn found<S: Seen>(
    purpose: FindPurpose,
    query: &InputView,
    rows: &[FindRow<S>],
    selected: usize,
    pen: &Pen<'_>,
) -> Part {
    let screen = &pen.words.screen;
    let mut part = Part::new(find::title(purpose, pen.words));
    part.typed = typed(query);
    if query.text.is_empty() {
        part.line(screen.type_to_find);
    } else if rows.is_empty() {
        part.line(screen.nothing_found);
        if let Some(told) = find::aside(purpose, &query.text, pen.words) {
            part.line(told);
        }
    }
    let texts = rows.iter().map(|row| {
        let (kind, said) = find::describe(row, pen);
        format!("{said} ({kind})")
    });
    let letters = !query.text.trim().is_empty() && !query.text.chars().any(|letter| letter.is_ascii_digit());
    let choose = if letters {
        Choose::Walk(Some(Intent::Pick))
    } else {
        Choose::Never
    };
    part.menu = Some(Menu::numbered(texts, (!rows.is_empty()).then_some(selected), choose));
    part
}

/// Whom to call: the two have their numbers already, which copy.
fn whom_to_call(query: &InputView, school: Option<&ContactsView>, others: &[String], pen: &Pen<'_>) -> Part {
    let screen = &pen.words.screen;
    let mut part = Part::new(contacts::title(school, pen.words));
    part.typed = typed(query);
    for line in school.map(|school| contacts::lines(school, pen, 0)).unwrap_or_default() {
        part.line(text_of(&line));
    }
    if let Some(said) = contacts::no_school(query, pen.words).filter(|_| school.is_none()) {
        part.line(said);
    }
    if !others.is_empty() {
        part.line(format!("{} {}", screen.other_schools, others.join(" · ")));
    }
    part.after(screen.contacts_hint);
    part
}

/// Everybody expected, and behind them whether somebody of a pupil's own surroundings is there.
fn attendance(school: &str, rows: &[PresenceRow], family: bool, selected: usize, words: &Catalog) -> Part {
    let mut part = Part::new(words.screen.attendance(school));
    let state = if family { Presence::Present } else { Presence::Unknown };
    let own = joined(&[words.screen.family, words.codes.presence(state)]);
    let texts = rows.iter().map(|row| person(row, words)).chain([own]);
    part.menu = Some(Menu::numbered(texts, Some(selected), Choose::Walk(None)));
    part
}

fn old_actions<S: Seen>(
    (rows, hidden): (&[OldActionRow<S>], Option<Hidden>),
    selected: usize,
    today: Day,
    pen: &Pen<'_>,
) -> Part {
    let screen = &pen.words.screen;
    let mut part = Part::new(screen.old_actions);
    if rows.is_empty() && hidden.is_none() {
        part.line(screen.no_old_actions);
    }
    let texts = rows.iter().map(|row| {
        let whole = || screen.whole_meeting.to_owned();
        let name = row.pupil.as_ref().map_or_else(whole, |pupil| marked(pupil, pen.words));
        let line = action_line(&row.action, today, pen.words, pen.theme, WIDE);
        joined(&[&name, &text_of(&line.spans)])
    });
    part.menu = Some(Menu::numbered(texts, Some(selected), Choose::Walk(None)));
    part
}

fn of_terms<S: Seen>(rows: &[TermRow<S>], selected: usize, pen: &Pen<'_>) -> Part {
    let words = pen.words;
    let mut part = Part::new(words.terms.title);
    if rows.is_empty() {
        part.line(words.terms.none);
    }
    let texts = rows.iter().map(|row| {
        let when = words.terms.when(row.kind, &words.dates.day_year(row.on));
        joined(&[&row.label, &when, words.terms.standing(row.kind, row.standing)])
    });
    let told = rows.get(selected).map(|row| terms::told(row, pen, WIDE));
    let told = told.unwrap_or_default().into_iter().map(|(text, _)| text);
    let menu = Menu::numbered(texts, Some(selected), Choose::Walk(None));
    part.menu = Some(menu.telling(told.filter(|text| !text.is_empty()).collect()));
    part
}

/// What was agreed, whole: it is what everybody agrees to. Each line that can be mended has its number.
fn agreed<S: Seen>(
    (rows, hidden): (&[ReadBackRow<S>], Option<Hidden>),
    selected: usize,
    today: Day,
    pen: &Pen<'_>,
) -> Part {
    let words = pen.words;
    let mut part = Part::new(words.screen.read_back);
    if rows.is_empty() && hidden.is_none() {
        part.line(words.screen.nothing_to_read);
    }
    let mut lines: Vec<Row> = Vec::new();
    for row in rows {
        let (kind, name) = &row.part;
        let who = match &row.pupil {
            Some(pupil) => marked(pupil, words),
            None if name.is_empty() => words.codes.item(*kind).to_owned(),
            None => name.clone(),
        };
        let head = format!("{who}{}", text_of(&read_back::standing(row, pen)));
        let written = row.written.iter().enumerate().map(|(index, written)| {
            let mut line = written_line(written, today, words, pen.theme, WIDE);
            line.spans.extend(read_back::since(row, index, pen));
            text_of(&line.spans)
        });
        let untaken = row.also.untaken.iter();
        let untaken = untaken.map(|line| joined(&[line, words.noting.not_taken]));
        let mut below: Vec<String> = written.chain(untaken).collect();
        let before = match below.is_empty() {
            true => {
                below.push(head);
                Vec::new()
            }
            false => vec![head],
        };
        for (at, text) in below.into_iter().enumerate() {
            lines.push(Row {
                number: Some(lines.len() + 1),
                text,
                before: if at == 0 { before.clone() } else { Vec::new() },
            });
        }
    }
    let mut menu = Menu::of(lines, Some(selected), Choose::Walk(None));
    menu.page = usize::MAX;
    part.menu = Some(menu);
    part
}

fn sittings(rows: &[MeetingRow], selected: usize, pen: &Pen<'_>) -> Part {
    let words = pen.words;
    let mut part = Part::new(words.sittings.title);
    let texts = rows.iter().map(|row| {
        let (day, kind) = (words.day(row.day), words.codes.meeting(row.kind));
        joined(&[&day, kind, &row.schools.join(", "), &meetings::stands(row, pen)])
    });
    part.menu = Some(Menu::numbered(texts, Some(selected), Choose::Walk(Some(Intent::Pick))));
    part
}

/// One line that is asked for, with what stands in it now.
fn asked(
    (purpose, input): (Intent, &InputView),
    (refusal, preview): (Option<Refusal>, Option<&Preview>),
    today: Day,
    pen: &Pen<'_>,
) -> Part {
    let mut part = Part {
        typed: typed(input),
        ..Part::default()
    };
    part.line(pen.words.follow_up.asked(purpose));
    if !input.text.is_empty() {
        part.line(visible(&input.text));
    }
    if let Some(why) = refusal {
        part.line(pen.words.refusal(why));
    }
    for line in preview.map(|p| preview_lines(p, today, pen, WIDE)).unwrap_or_default() {
        part.line(text_of(&line.spans));
    }
    part
}

/// Results: each row with its counts, and the selected one in each group or what came of it besides.
pub(super) fn results<C: Counted>(view: &ResultsView<C>, besides: &[String], words: &Catalog) -> Part {
    let count = |count: &C| match count.number() {
        Some(number) => number.to_string(),
        None => words.results.hidden.to_owned(),
    };
    let title = format!("{} {}", words.results.title, view.cohorts.join(" · "));
    let mut part = Part::new(joined(&[&title, &words.results.on(view.on)]));
    part.line(view.set.as_str());
    let texts = view.rows.iter().map(|row| {
        let counts: Vec<String> = row.counts.iter().map(count).collect();
        format!("{}: {}", row.label, counts.join(" · "))
    });
    part.menu = Some(Menu::numbered(texts, Some(view.selected), Choose::Walk(None)));
    part.after.extend(view.remarks.iter().cloned().map(Line::of));
    match view.by {
        Some(by) => {
            let label = view.rows.get(view.selected).map_or("", |row| row.label.as_str());
            part.after(format!("{label} {}", words.results.by(by)));
            for group in &view.groups {
                let counts = group
                    .counts
                    .iter()
                    .map(|one| one.as_ref().map(count).unwrap_or_default());
                part.after(format!("{}: {}", group.name, counts.collect::<Vec<_>>().join(" · ")));
            }
        }
        None => part.after.extend(besides.iter().cloned().map(Line::of)),
    }
    part
}
