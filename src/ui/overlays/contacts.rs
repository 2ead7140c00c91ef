//! The fixed contacts of a school: whom to call.

use ratatui::layout::Rect;
use ratatui::text::Span;

use super::window;
use crate::domain::outside::visible;
use crate::public::{ContactsView, InputView};
use crate::text::Catalog;
use crate::ui::glyphs;
use crate::ui::pen::{Pen, columns, line_columns, row};

/// Draws the overlay.
pub(super) fn draw(query: &InputView, school: Option<&ContactsView>, others: &[String], pen: &mut Pen<'_>, body: Rect) {
    let title = title(school, pen.words);
    let none = || no_school(query, pen.words).map(|said| vec![Span::styled(said, pen.theme.warning)]);
    let lines = match school {
        Some(school) => lines(school, pen, body.width.saturating_sub(8)),
        None => none().into_iter().collect(),
    };
    let width = lines
        .iter()
        .map(|line| line_columns(line))
        .max()
        .unwrap_or(0)
        .max(columns(&title))
        .max(62)
        + 4;
    let extra = u16::from(!others.is_empty());
    let area = window::open(pen, body, &title, width, window::rows(lines.len()) + 1 + extra);
    for (index, line) in (0..area.height).zip(&lines) {
        if let Some(place) = row(area, index) {
            pen.spans(place.x, place.y, place.width, line);
        }
    }
    if let Some(line) = row(area, area.height.saturating_sub(2)).filter(|_| extra > 0) {
        let text = format!("{} {}", pen.words.screen.other_schools, others.join(" · "));
        pen.put(line.x, line.y, line.width, &text, pen.theme.muted);
    }
    if let Some(line) = window::last(area) {
        match query.text.is_empty() {
            true => {
                pen.put(
                    line.x,
                    line.y,
                    line.width,
                    pen.words.screen.contacts_hint,
                    pen.theme.muted,
                );
                pen.set_cursor(line.x, line.y);
            }
            false => window::query(query, "", pen, line),
        }
    }
}

/// That no school has what was typed in its name; nothing while nothing is typed.
pub(in crate::ui) fn no_school(query: &InputView, words: &Catalog) -> Option<String> {
    let typed = query.text.trim();
    (!typed.is_empty()).then(|| words.room.no_school(&visible(typed)))
}

/// Whose contacts they are.
pub(in crate::ui) fn title(school: Option<&ContactsView>, words: &Catalog) -> String {
    let contacts = words.screen.contacts;
    let Some(school) = school else {
        return contacts.to_owned();
    };
    let kind = words.codes.school_kind(school.kind);
    let place = if school.place.is_empty() {
        String::new()
    } else {
        format!(", {}", school.place)
    };
    format!("{contacts} · {} ({kind}{place})", school.school)
}

pub(in crate::ui) type Row = Vec<Span<'static>>;

/// Rank, name, telephone and mail in columns, then the school's own people and UWV.
pub(in crate::ui) fn lines(school: &ContactsView, pen: &Pen<'_>, width: u16) -> Vec<Row> {
    let (screen, theme) = (&pen.words.screen, pen.theme);
    let widest = |text: fn(&(u8, String, String, String)) -> &String| {
        usize::from(
            school
                .fixed
                .iter()
                .map(|contact| columns(text(contact)))
                .max()
                .unwrap_or(0),
        )
    };
    let (names, phones) = (widest(|contact| &contact.1), widest(|contact| &contact.2));
    let padded = |text: &str, to: usize| {
        let missing = to.saturating_sub(usize::from(columns(text)));
        format!("{text}{}", " ".repeat(missing + 3))
    };
    let contact = |(rank, name, phone, mail): &(u8, String, String, String)| {
        vec![
            Span::styled(format!("{rank}  "), theme.label),
            Span::styled(padded(name, names), theme.title),
            Span::styled(padded(phone, phones), theme.text),
            Span::styled(mail.clone(), theme.text),
        ]
    };
    let mut lines: Vec<Row> = school.fixed.iter().map(contact).collect();
    if lines.is_empty() {
        lines.push(vec![Span::styled(
            format!("{} {}", glyphs::ALERT, screen.no_contacts),
            theme.warning,
        )]);
    }
    let person = |label: &str, role: &str, who: &(String, String)| {
        let role = if role.is_empty() {
            String::new()
        } else {
            format!(", {role}")
        };
        let phone = if who.1.is_empty() {
            String::new()
        } else {
            format!(" {}", who.1)
        };
        vec![
            Span::styled(format!("   {label} "), theme.label),
            Span::styled(format!("{}{role}{phone}", who.0), theme.text),
        ]
    };
    let coordinator = school
        .coordinator
        .as_ref()
        .map(|who| person(screen.coordinator, screen.coordinator_role, who));
    let uwv = school.uwv.as_ref().map(|who| person(screen.uwv, "", who));
    match (coordinator, uwv) {
        (Some(mut one), Some(two)) if line_columns(&one) + line_columns(&two) <= width => {
            one.extend(two);
            lines.push(one);
        }
        (one, two) => lines.extend([one, two].into_iter().flatten()),
    }
    lines
}
