//! Which column a day has, and the header of months, quarters and years above.

use chrono::{Datelike, Months};

use crate::domain::Day;
use crate::public::{Scale, Sight, Timeline};
use crate::ui::glyphs;
use crate::ui::pen::{Pen, columns};

/// Most months that a header looks at: fifty years.
const MOST_MONTHS: u32 = 600;

/// Days laid out over columns.
pub(super) struct Axis {
    x: u16,
    width: u16,
    from: Day,
    /// Days shown.
    days: i64,
}

impl Axis {
    /// The days of a timeline over `width` columns from column `x` on; none when there is nothing to lay out.
    pub(super) fn new<S: Sight>(timeline: &Timeline<S>, x: u16, width: u16) -> Option<Self> {
        let days = (timeline.until - timeline.from).num_days() + 1;
        (width > 0 && days > 0).then_some(Self {
            x,
            width,
            from: timeline.from,
            days,
        })
    }

    /// How many columns from the first a day starts, which may lie outside.
    fn offset(&self, day: Day) -> i64 {
        ((day - self.from).num_days() * i64::from(self.width)).div_euclid(self.days)
    }

    /// The first column, and the one behind the last.
    pub(super) fn edges(&self) -> (u16, u16) {
        (self.x, self.x + self.width)
    }

    /// The column of a day that is shown.
    pub(super) fn column(&self, day: Day) -> Option<u16> {
        let offset = u16::try_from(self.offset(day)).ok()?;
        (offset < self.width).then(|| self.x + offset)
    }

    /// The columns of a span as far as it is shown, at least one; without an end it runs to the edge.
    pub(super) fn span(&self, from: Day, until: Option<Day>) -> Option<(u16, u16)> {
        let width = i64::from(self.width);
        let start = self.offset(from);
        let end = until.map_or(width, |until| {
            until.succ_opt().map_or(width, |after| self.offset(after))
        });
        let empty = until.is_some_and(|until| until < from);
        if empty || start >= width || end < 0 || until.is_some_and(|until| until < self.from) {
            return None;
        }
        let start = u16::try_from(start.max(0)).ok()?;
        let end = u16::try_from(end.min(width)).ok()?.max(start + 1);
        Some((self.x + start, self.x + end))
    }

    /// Columns that a number of days takes.
    fn columns_of(&self, days: i64) -> i64 {
        days * i64::from(self.width) / self.days
    }

    /// Writes years, and between them months or quarters where there is room for them.
    pub(super) fn draw_header(&self, scale: Scale, today: Day, pen: &mut Pen<'_>, y: u16) {
        let now = self.column(today);
        if let Some(x) = now {
            pen.put(x, y, 1, glyphs::HERE, pen.theme.today);
        }
        let months = scale != Scale::Year && self.columns_of(30) >= 4;
        let quarters = !months && self.columns_of(91) >= 5;
        let mut free = self.x;
        for first in self.months() {
            let month = first.month();
            let year = month == 1 || (first <= self.from && !year_turns_at_once(self, first));
            let text = match (year, months, quarters && (month - 1) % 3 == 0) {
                (true, true, _) if self.columns_of(30) >= 9 => {
                    format!("{} {}", first.year(), pen.words.dates.month(month))
                }
                (true, ..) => first.year().to_string(),
                (false, true, _) => pen.words.dates.month(month).to_owned(),
                (false, false, true) => pen.words.dates.quarter((month - 1) / 3 + 1),
                (false, false, false) => continue,
            };
            let wide = columns(&text);
            let start = self.column(first.max(self.from)).unwrap_or(self.x);
            // The mark of today is not written over: the label of that month stands behind it.
            let start = match now {
                Some(x) if (start..start + wide).contains(&x) => x + 1,
                _ => start,
            };
            if start >= free && start + wide <= self.x + self.width {
                let style = if year { pen.theme.title } else { pen.theme.text };
                free = pen.put(start, y, wide, &text, style) + 1;
            }
        }
    }

    /// The first days of the months shown, the first one's included although it may lie before.
    fn months(&self) -> impl Iterator<Item = Day> {
        let first = self.from.with_day(1).unwrap_or(self.from);
        let (from, days) = (self.from, self.days);
        (0..MOST_MONTHS)
            .map_while(move |month| first.checked_add_months(Months::new(month)))
            .take_while(move |day| (*day - from).num_days() < days)
    }
}

/// Whether the next year starts so soon after the first day shown that there is no room for both: then the year that
/// lasts is written.
fn year_turns_at_once(axis: &Axis, first: Day) -> bool {
    let january = Day::from_ymd_opt(first.year() + 1, 1, 1);
    january.is_some_and(|january| axis.offset(january) < 5)
}
