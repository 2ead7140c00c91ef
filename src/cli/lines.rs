//! Answers as text: rows in columns, and the two ways in which a pupil or a professional is named.

use unicode_width::UnicodeWidthStr;

use super::output::visible;
use crate::domain::name::Name;

/// Rows with their cells in columns of equal width, two spaces apart, each row on its own line behind `indent`.
pub(super) fn columns(indent: &str, rows: &[Vec<String>]) -> String {
    let mut widths: Vec<usize> = Vec::new();
    for row in rows {
        for (place, cell) in row.iter().enumerate() {
            match widths.get_mut(place) {
                Some(width) => *width = (*width).max(cell.width()),
                None => widths.push(cell.width()),
            }
        }
    }
    let mut text = String::new();
    for row in rows {
        let mut line = indent.to_owned();
        for (cell, width) in row.iter().zip(&widths) {
            line.push_str(&visible(cell));
            line.extend(std::iter::repeat_n(' ', width.saturating_sub(cell.width()) + 2));
        }
        text.push_str(line.trim_end());
        text.push('\n');
    }
    text
}

/// A pupil in full or by initials.
pub(super) fn pupil(name: &Name, in_full: bool) -> String {
    if in_full {
        name.full()
    } else {
        name.initials().to_string()
    }
}

/// A professional by initials.
pub(super) fn initials(name: &str) -> String {
    let (given, family) = name.rsplit_once(' ').unwrap_or((name, ""));
    let name = Name {
        given: given.to_owned(),
        infix: String::new(),
        family: family.to_owned(),
    };
    name.initials().to_string()
}
