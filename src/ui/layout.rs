//! Where everything stands, by the size of the window and what has the focus.
//!
//! The rule: the layout depends on nothing but size, focus and zoom, so that panes never jump because of what is in
//! them. Panes share their edges. 80×24 is the size that a back row can read: there the pupil at hand fills the screen
//! beside a narrow queue, and whatever has the focus gets its full height. From 110 columns all panes are shown, from
//! 160 what went before stands beside the pupil, below 80 one pane is shown at a time.

use ratatui::layout::{Position, Rect};

use crate::public::Pane;

/// The least columns and rows in which anything but a message is drawn.
pub const SMALLEST: (u16, u16) = (60, 20);

/// From here two panes stand side by side.
const COMPACT: u16 = 80;
/// From here all panes are shown at once.
const WIDE: u16 = 110;
/// From here earlier notes and open actions stand beside the pupil.
const VERY_WIDE: u16 = 160;

/// Where everything stands. Neighbouring panes overlap by the edge they share.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Arrangement {
    /// The bar of the private state.
    pub(super) bar: Option<Rect>,
    /// The line across the top.
    pub(super) header: Rect,
    /// Everything below it, the footer included.
    pub(super) body: Rect,
    pub(super) queue: Option<Rect>,
    pub(super) pupil: Option<Rect>,
    /// What went before, beside the pupil.
    pub(super) beside: Option<Rect>,
    pub(super) agenda: Option<Rect>,
    pub(super) timeline: Option<Rect>,
    /// The line of hints, within the lowest border.
    pub(super) footer: Rect,
}

/// Whether a window is too small to draw in.
pub(super) fn too_small(area: Rect) -> bool {
    area.width < SMALLEST.0 || area.height < SMALLEST.1
}

/// Arranges a window that is not too small.
pub(super) fn arrange(area: Rect, focus: Pane, zoom: bool, private: bool) -> Arrangement {
    let bar_rows = u16::from(private);
    let row = |y: u16| Rect { y, height: 1, ..area };
    let top = area.y + bar_rows;
    let body = Rect {
        y: top + 1,
        height: area.height.saturating_sub(bar_rows + 1),
        ..area
    };
    let mut all = Arrangement {
        bar: private.then(|| row(area.y)),
        header: row(top),
        body,
        queue: None,
        pupil: None,
        beside: None,
        agenda: None,
        timeline: None,
        footer: Rect {
            x: area.x + 1,
            width: area.width.saturating_sub(2),
            ..row(area.y + area.height.saturating_sub(1))
        },
    };
    if zoom || area.width < COMPACT {
        all.give(focus, body);
    } else if area.width < WIDE {
        all.compact(body, focus);
    } else {
        all.wide(body, area, focus);
    }
    if let Some(pupil) = all.pupil.filter(|_| area.width >= VERY_WIDE) {
        let (left, right) = split_right(pupil, pupil.width * 2 / 5);
        all.pupil = Some(left);
        all.beside = Some(right);
    }
    all
}

impl Arrangement {
    /// Gives a pane a place.
    fn give(&mut self, pane: Pane, area: Rect) {
        match pane {
            Pane::Queue => self.queue = Some(area),
            Pane::Pupil => self.pupil = Some(area),
            Pane::Agenda => self.agenda = Some(area),
            Pane::Timeline => self.timeline = Some(area),
        }
    }

    /// The pupil fills the screen; what has the focus gets its full height.
    fn compact(&mut self, body: Rect, focus: Pane) {
        match focus {
            Pane::Pupil => {
                let (upper, timeline) = split_below(body, 6);
                let (queue, pupil) = split_left(upper, 20);
                (self.queue, self.pupil, self.timeline) = (Some(queue), Some(pupil), Some(timeline));
            }
            Pane::Queue => {
                let (queue, pupil) = split_left(body, 36);
                (self.queue, self.pupil) = (Some(queue), Some(pupil));
            }
            Pane::Agenda => {
                let (pupil, agenda) = split_right(body, 34);
                (self.pupil, self.agenda) = (Some(pupil), Some(agenda));
            }
            Pane::Timeline => self.timeline = Some(body),
        }
    }

    /// All panes; the timeline is higher while it has the focus, because it then tells what is under its cursor.
    fn wide(&mut self, body: Rect, area: Rect, focus: Pane) {
        let sides = if area.width >= VERY_WIDE { 34 } else { 26 };
        let height = match focus {
            Pane::Timeline => (area.height / 3).clamp(9, 18),
            Pane::Queue | Pane::Pupil | Pane::Agenda => (area.height / 4).clamp(6, 14),
        };
        let (upper, timeline) = split_below(body, height);
        let (queue, rest) = split_left(upper, sides);
        let (pupil, agenda) = split_right(rest, sides);
        (self.queue, self.pupil) = (Some(queue), Some(pupil));
        (self.agenda, self.timeline) = (Some(agenda), Some(timeline));
    }
}

/// Splits off the left `width` columns; both parts have the edge between them.
fn split_left(area: Rect, width: u16) -> (Rect, Rect) {
    let width = width.min(area.width);
    let left = Rect { width, ..area };
    let right = Rect {
        x: area.x + width.saturating_sub(1),
        width: area.width - width.saturating_sub(1),
        ..area
    };
    (left, right)
}

/// Splits off the right `width` columns.
fn split_right(area: Rect, width: u16) -> (Rect, Rect) {
    split_left(area, area.width.saturating_sub(width) + 1)
}

/// Splits off the lowest `height` rows.
fn split_below(area: Rect, height: u16) -> (Rect, Rect) {
    let height = height.min(area.height);
    let upper = Rect {
        height: area.height - height + 1,
        ..area
    };
    let lower = Rect {
        y: area.y + area.height - height,
        height,
        ..area
    };
    (upper, lower)
}

/// What is within the border of a pane.
pub(super) fn inside(pane: Rect) -> Rect {
    Rect {
        x: pane.x + 1,
        y: pane.y + 1,
        width: pane.width.saturating_sub(2),
        height: pane.height.saturating_sub(2),
    }
}

/// What is within the border, with a column of air on either side.
pub(super) fn padded(pane: Rect) -> Rect {
    let inner = inside(pane);
    Rect {
        x: inner.x + 1,
        width: inner.width.saturating_sub(2),
        ..inner
    }
}

/// The pane that a cell of the window belongs to, what is within its border, and the row of the cell there; none on a
/// border, the header, or what answers to no pointing. `size` and `cell` are columns and rows.
pub fn pane_at(
    size: (u16, u16),
    (focus, zoom, private): (Pane, bool, bool),
    cell: (u16, u16),
) -> Option<(Pane, Rect, u16)> {
    let area = Rect::new(0, 0, size.0, size.1);
    if too_small(area) {
        return None;
    }
    let places = arrange(area, focus, zoom, private);
    let panes = [
        (Pane::Queue, places.queue),
        (Pane::Pupil, places.pupil),
        (Pane::Agenda, places.agenda),
        (Pane::Timeline, places.timeline),
    ];
    let (x, y) = cell;
    panes.into_iter().find_map(|(pane, place)| {
        let within = inside(place?);
        within.contains(Position { x, y }).then(|| (pane, within, y - within.y))
    })
}

/// The columns of the note in a window of `size` columns and rows: what its soft wrap and vertical motions go by.
pub fn note_width(size: (u16, u16), focus: Pane, zoom: bool) -> u16 {
    let area = Rect::new(0, 0, size.0, size.1);
    let pupil = arrange(area, focus, zoom, false)
        .pupil
        .or_else(|| arrange(area, Pane::Pupil, zoom, false).pupil);
    pupil.map_or(0, |pane| padded(pane).width)
}
