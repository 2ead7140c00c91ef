//! What lies over the panes. One at a time; its keys stand in the footer as everywhere.

mod agree_all;
pub(super) mod attendance;
pub(super) mod contacts;
pub(super) mod employer;
pub(super) mod find;
pub(super) mod form;
mod help;
pub(super) mod history;
pub(super) mod listing;
pub(super) mod meetings;
mod old_actions;
mod palette;
mod prompt;
pub(super) mod read_back;
pub(super) mod results;
pub(super) mod rows;
pub(super) mod terms;
mod window;

use ratatui::layout::Rect;

use super::pen::Pen;
use super::show::{Seen, ShowName, ShowOverlay, marked};
use crate::domain::Day;
use crate::domain::hidden::Hidden;
use crate::domain::intent::Intent;
use crate::public::Overlay;

/// What is asked, and about whom.
pub(super) fn title<N: ShowName>(purpose: Intent, about: Option<&N>, pen: &Pen<'_>) -> String {
    let asked = pen.words.line(purpose);
    about.map_or_else(
        || asked.to_owned(),
        |name| format!("{asked} · {}", marked(name, pen.words)),
    )
}

/// Draws an overlay over the body of the screen, with what is left out of its list.
pub(super) fn draw<S: Seen>(overlay: &Overlay<S>, hidden: Option<Hidden>, today: Day, pen: &mut Pen<'_>, body: Rect) {
    match overlay {
        Overlay::Help { query, rows, top } => help::draw(query, rows, *top, pen, body),
        Overlay::Palette { query, rows, selected } => palette::draw(query, rows, *selected, pen, body),
        Overlay::Find {
            purpose,
            query,
            rows,
            selected,
        } => find::draw((*purpose, query), (rows, hidden), *selected, pen, body),
        Overlay::Contacts { query, school, others } => contacts::draw(query, school.as_ref(), others, pen, body),
        Overlay::Attendance {
            school,
            rows,
            family,
            selected,
            missing,
            required,
            asked,
        } => {
            let state = attendance::State {
                school,
                rows,
                family: *family,
                selected: *selected,
                missing,
                why: match (*required, *asked) {
                    (true, _) => pen.words.screen.attendance_required,
                    (false, true) => pen.words.room.attendance_asked,
                    (false, false) => "",
                },
            };
            attendance::draw(&state, pen, body);
        }
        Overlay::OldActions { rows, selected } => old_actions::draw((rows, hidden), *selected, today, pen, body),
        Overlay::Terms { rows, selected } => terms::draw(rows, *selected, pen, body),
        Overlay::ReadBack {
            rows,
            selected,
            confirmed,
        } => read_back::draw((rows, hidden), *selected, *confirmed, today, pen, body),
        Overlay::Meetings { rows, selected } => meetings::draw(rows, *selected, pen, body),
        Overlay::AgreeAll { rows } => agree_all::draw::<S>(rows, hidden, pen, body),
        Overlay::Prompt {
            purpose,
            about,
            input,
            refusal,
            preview,
        } => prompt::draw(
            &title(*purpose, about.as_ref(), pen),
            (*purpose, input),
            (*refusal, preview.as_ref()),
            today,
            pen,
            body,
        ),
        Overlay::Results(view) => results::draw(view, pen, body),
        Overlay::Private(own) => own.draw(pen, body),
    }
}
