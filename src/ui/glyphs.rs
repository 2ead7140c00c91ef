//! The glyphs of the screen, all of which common fonts have, and their stand-ins for the fonts that lack them.
//!
//! Every glyph goes with a word or a place that says the same. There are no emoji and no icon fonts.

use ratatui::buffer::Buffer;

use crate::domain::codes::{ItemState, Presence};
use crate::public::QueueMark;
use crate::text::screen_test::Sign;

/// Which glyphs the font has.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Glyphs {
    /// Lines, blocks and marks.
    #[default]
    Unicode,
    /// ASCII for everything the program draws itself; letters of names and notes stay as they are.
    Ascii,
}

/// The thing in focus, and today.
pub(super) const HERE: &str = "»";
/// Done.
pub(super) const DONE: &str = "√";
/// Not yet.
pub(super) const OPEN: &str = "○";
/// On the table now.
pub(super) const NOW: &str = "◐";
/// Needs attention.
pub(super) const ALERT: &str = "!";
/// Goes to the next meeting; `d` is the key that does it.
pub(super) const CARRIED: &str = "►";
/// What follows from what was typed.
pub(super) const THEN: &str = "→";
/// More above.
pub(super) const ABOVE: &str = "↑";
/// More below.
pub(super) const BELOW: &str = "↓";
/// A text that was cut.
pub(super) const CUT: &str = "…";
/// A horizontal line.
pub(super) const LINE: &str = "─";
/// A vertical line.
pub(super) const BAR: &str = "│";
/// A tile that holds.
pub(super) const HOLDS: &str = "█";
/// A tile that does not hold, under way or past.
pub(super) const BESIDE: &str = "▒";
/// A tile that does not hold, planned.
pub(super) const PLANNED: &str = "░";

/// A day on which somebody holds the pupil.
pub(super) const HELD: &str = "═";
/// A day on which two hands hold: a handover.
pub(super) const TOGETHER: &str = "≡";
/// An instrument that has begun.
pub(super) const BEGUN: &str = "●";
/// A day to keep in sight.
pub(super) const TERM: &str = "▼";

/// The upper half of a cell, of which large digits are made.
pub(super) const UPPER: &str = "▀";
/// The lower half.
pub(super) const LOWER: &str = "▄";

/// The ends of bars, from an eighth of a cell to seven.
pub(super) const EIGHTHS: [&str; 7] = ["▏", "▎", "▍", "▌", "▋", "▊", "▉"];
/// Where a line goes from one height to another: at its upper left, upper right, lower left and lower right.
pub(super) const CORNERS: [&str; 4] = ["┌", "┐", "└", "┘"];

/// Every sign with what it stands for, for the screen test.
pub(super) const SIGNS: &[(&str, Sign)] = &[
    (HERE, Sign::Here),
    (DONE, Sign::Done),
    (OPEN, Sign::Open),
    (NOW, Sign::Now),
    (ALERT, Sign::Alert),
    (CARRIED, Sign::Carried),
    (THEN, Sign::Then),
    (ABOVE, Sign::More),
    (BELOW, Sign::More),
    (CUT, Sign::Cut),
    (HOLDS, Sign::Holds),
    (BESIDE, Sign::Beside),
    (PLANNED, Sign::Planned),
    (HELD, Sign::Held),
    (TOGETHER, Sign::Together),
    (BEGUN, Sign::Begun),
    (TERM, Sign::Term),
    (UPPER, Sign::Digits),
    (LOWER, Sign::Digits),
    (LINE, Sign::Lines),
    (BAR, Sign::Lines),
];

/// The mark of an item in the queue.
pub(super) fn queue_mark(mark: QueueMark) -> &'static str {
    match mark {
        QueueMark::Open => OPEN,
        QueueMark::Now => NOW,
        QueueMark::Discussed => DONE,
        QueueMark::Agreed => "H",
        QueueMark::Carried => CARRIED,
        QueueMark::None => " ",
    }
}

/// The mark of a part of the agenda.
pub(super) fn item_mark(state: ItemState) -> &'static str {
    match state {
        ItemState::Open => OPEN,
        ItemState::Discussed => DONE,
        ItemState::Agreed => "H",
        ItemState::Carried => CARRIED,
    }
}

/// The mark of somebody's presence.
pub(super) fn presence_mark(presence: Presence) -> &'static str {
    match presence {
        Presence::Unknown => OPEN,
        Presence::Present => DONE,
        Presence::Excused => "-",
        Presence::Absent => "x",
    }
}

/// The ASCII stand-in of a glyph; none for letters and for what is ASCII already. Each is one column wide, as the
/// glyph is, so that nothing moves.
pub(super) fn stand_in(glyph: &str) -> Option<&'static str> {
    Some(match glyph {
        "─" | "–" | "▍" => "-",
        "│" => "|",
        "┌" | "┐" | "└" | "┘" | "├" | "┤" | "┬" | "┴" | "┼" => "+",
        "█" | "▀" | "▄" => "#",
        "▒" | "▉" => "%",
        "░" | "▎" => ":",
        "═" | "▌" => "=",
        "≡" => "&",
        "●" => "@",
        "▼" | "▋" => "+",
        "√" => "v",
        "○" => "o",
        "◐" | "▊" => "*",
        "»" => ">",
        "►" => "d",
        "→" => ">",
        "←" => "<",
        "↑" => "^",
        "↓" => "v",
        "…" => "~",
        "·" | "▏" => ".",
        "×" => "x",
        "¤" => "?",
        _ => return None,
    })
}

/// Replaces every glyph of the program in a finished screen.
pub(super) fn to_ascii(buffer: &mut Buffer) {
    for cell in &mut buffer.content {
        if !cell.symbol().is_ascii()
            && let Some(ascii) = stand_in(cell.symbol())
        {
            cell.set_symbol(ascii);
        }
    }
}
