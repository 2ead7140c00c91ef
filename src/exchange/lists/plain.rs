//! Lists that are not of pupils: the same files, sheets and headings, with other columns and simpler rows.

use super::source::Source;
use super::values::{clean, fold, shown};
use super::{ListError, Refusal, RefusalReason, Watch, bsn};

/// A column of such a list: the heading it is asked for by, all folded names it goes by, and whether it must be there.
pub(super) struct Wanted {
    /// The usual heading.
    pub(super) heading: &'static str,
    /// Folded names, the best first.
    pub(super) names: &'static [&'static str],
    /// Whether no row can be read without it.
    pub(super) required: bool,
}

/// A row of such a list while it is read.
pub(super) struct Row<'a> {
    /// The row as a spreadsheet numbers it, from 1.
    pub(super) row: usize,
    places: &'a [Option<usize>],
    cells: &'a csv::StringRecord,
    headings: &'a [String],
    refused: &'a mut Vec<Refusal>,
}

impl Row<'_> {
    /// The text of a wanted column, empty when the list does not have it, or when it was refused.
    pub(super) fn text(&mut self, wanted: usize) -> String {
        match clean(self.cell(wanted)) {
            Ok(text) => text,
            Err(reason) => {
                self.refuse(wanted, reason);
                String::new()
            }
        }
    }

    fn cell(&self, wanted: usize) -> &str {
        let place = self.places.get(wanted).copied().flatten();
        place.and_then(|place| self.cells.get(place)).unwrap_or_default()
    }

    /// Refuses the row for what stands in a wanted column.
    pub(super) fn refuse(&mut self, wanted: usize, reason: RefusalReason) {
        let place = self.places.get(wanted).copied().flatten();
        let column = place
            .and_then(|place| self.headings.get(place))
            .cloned()
            .unwrap_or_default();
        let value = shown(self.cell(wanted));
        self.refused.push(Refusal {
            row: self.row,
            column,
            value,
            reason,
        });
    }
}

/// What a list holds: its rows, the refusals, and the headings that nobody understands.
pub(super) type Found<T> = (Vec<T>, Vec<Refusal>, Vec<String>);

/// Reads such a list: `read` makes of each row what it is, or refuses it, or passes it over. Beside the rows come the
/// refusals and the headings that nobody understands.
///
/// # Errors
///
/// Those of [`Source::open`], and [`ListError::MissingHeadings`].
pub(super) fn read<T>(
    bytes: &[u8],
    sheet: Option<&str>,
    wanted: &[Wanted],
    watch: Watch<'_>,
    mut read: impl FnMut(&mut Row<'_>) -> Option<T>,
) -> Result<Found<T>, ListError> {
    let rank = |heading: &str| {
        let folded = fold(heading);
        let found = (0_u8..).zip(wanted).find_map(|(at, one)| {
            let rank = one.names.iter().position(|name| *name == folded)?;
            Some((at, rank))
        });
        found.filter(|_| !folded.is_empty())
    };
    let source = Source::of(bytes, (sheet, false), &|heading| rank(heading).map(|(at, _)| at), watch)?;
    let table = &source.table;
    bsn::turn_away(table)?;
    let places: Vec<Option<usize>> = (0..)
        .zip(wanted)
        .map(|(at, _): (usize, _)| {
            let claims = table.headings.iter().enumerate().filter_map(|(place, heading)| {
                let (of, rank) = rank(heading)?;
                (usize::from(of) == at).then_some((rank, place))
            });
            claims.min().map(|(_, place)| place)
        })
        .collect();
    let missing = wanted
        .iter()
        .zip(&places)
        .filter(|(one, place)| one.required && place.is_none());
    let missing: Vec<&'static str> = missing.map(|(one, _)| one.heading).collect();
    let unknown = table.headings.iter();
    let unknown = unknown.filter(|heading| !heading.is_empty() && rank(heading).is_none());
    let unknown: Vec<String> = unknown.cloned().collect();
    if !missing.is_empty() {
        return Err(ListError::MissingHeadings { missing, unknown });
    }
    let (mut rows, mut refused) = (Vec::new(), Vec::new());
    for record in &table.records {
        let before = refused.len();
        let mut row = Row {
            row: record.row,
            places: &places,
            cells: &record.cells,
            headings: &table.headings,
            refused: &mut refused,
        };
        let one = read(&mut row);
        if refused.len() == before {
            rows.extend(one);
        }
    }
    Ok((rows, refused, unknown))
}
