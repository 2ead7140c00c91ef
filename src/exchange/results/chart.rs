//! The shapes of a picture of results: bars for the rows, and lines that run through the months. A picture file and a PDF
//! draw the same shapes, each in its own size.
//!
//! The rule: a bar has its number beside it and so has a point, because a picture is also read by who cannot tell the
//! colours apart; and each drawing is told in words for who cannot see it.

use crate::domain::result::{Plot, PlotLine};
use crate::exchange::drawing::{Anchor, Drawing, Shape};

/// What is drawn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chart {
    /// The title.
    pub title: String,
    /// What each series of bars is called: a cohort.
    pub series: Vec<String>,
    /// The bars from top to bottom.
    pub bars: Vec<Bar>,
    /// The lines below them.
    pub plots: Vec<Plot>,
}

/// A row with one number for each series; none where it is hidden.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bar {
    /// What it is called.
    pub label: String,
    /// How far it stands in.
    pub depth: usize,
    /// The numbers.
    pub counts: Vec<Option<u64>>,
    /// What stands in place of a number that is hidden.
    pub hidden: String,
}

/// How large the parts of a drawing are.
#[derive(Clone, Copy, Debug)]
pub(in crate::exchange) struct Size {
    /// How wide everything is.
    pub(in crate::exchange) width: u16,
    /// Where the bars begin.
    pub(in crate::exchange) left: u16,
    /// The height of a line of text.
    pub(in crate::exchange) line: u16,
    /// The size of the letters.
    pub(in crate::exchange) letters: u16,
    /// How many letters stand before the bars.
    pub(in crate::exchange) label: usize,
}

/// More rows than this are drawn in parts, so that each fits on a sheet.
const ROWS: usize = 16;

/// The drawings of a chart, from top to bottom.
pub(in crate::exchange) fn drawings(chart: &Chart, size: Size) -> Vec<Drawing> {
    let counts = chart.bars.iter().flat_map(|bar| &bar.counts);
    let most = counts.flatten().max().copied().unwrap_or(0).max(1);
    let mut all: Vec<Drawing> = chart
        .bars
        .chunks(ROWS)
        .map(|bars| bar_drawing(chart, bars, most, size))
        .collect();
    all.extend(chart.plots.iter().flat_map(|plot| plot_drawings(plot, size)));
    all
}

fn text(at: (u16, u16), text: impl Into<String>, anchor: Anchor, bold: bool) -> Shape {
    Shape::Text {
        at,
        text: text.into(),
        anchor,
        bold,
    }
}

/// A share of a length, as far as whole steps go.
fn share(count: u64, most: u64, length: u16) -> u16 {
    let part = u128::from(count) * u128::from(length) / u128::from(most.max(1));
    u16::try_from(part).unwrap_or(length).min(length)
}

fn number(count: Option<u64>, bar: &Bar) -> String {
    count.map_or_else(|| bar.hidden.clone(), |count| count.to_string())
}

/// Some of the bars, below the key.
fn bar_drawing(chart: &Chart, bars: &[Bar], most: u64, size: Size) -> Drawing {
    let mut shapes = Vec::new();
    let mut y = 0;
    for (at, name) in (0_u16..).zip(&chart.series) {
        let x = at * (size.width / 4);
        shapes.push(Shape::Block {
            at: (x, y + 3),
            size: (size.letters, size.letters),
            series: usize::from(at),
        });
        let name = shortened(name, size.label / 2);
        shapes.push(text(
            (x + size.letters + 6, y + size.letters + 2),
            name,
            Anchor::Start,
            false,
        ));
    }
    y += size.line + 6;
    let longest = size.width.saturating_sub(size.left + size.letters * 6);
    for bar in bars {
        let depth = u16::try_from(bar.depth.min(4)).unwrap_or(0);
        let label = shortened(&bar.label, size.label.saturating_sub(usize::from(depth) * 3));
        let foot = size.line * 2 / 3;
        shapes.push(text((depth * size.letters, y + foot), label, Anchor::Start, false));
        for (series, count) in bar.counts.iter().enumerate() {
            // Whoever is there is seen.
            let length = share(count.unwrap_or(0), most, longest).max(u16::from(count.unwrap_or(0) > 0));
            shapes.push(Shape::Block {
                at: (size.left, y + 2),
                size: (length, size.line - 5),
                series,
            });
            let behind = (size.left + length + 6, y + foot);
            shapes.push(text(behind, number(*count, bar), Anchor::Start, false));
            y = y.saturating_add(size.line);
        }
        y = y.saturating_add(4);
    }
    let told = bars.iter().map(|bar| {
        let counts: Vec<String> = bar.counts.iter().map(|count| number(*count, bar)).collect();
        format!("{}: {}", bar.label, counts.join(", "))
    });
    Drawing {
        height: y,
        shapes,
        told: told.collect::<Vec<_>>().join("; "),
    }
}

/// The lines of a plot, two beside each other, each with points of its own so that no number covers another.
fn plot_drawings(plot: &Plot, size: Size) -> Vec<Drawing> {
    let gap = size.letters * 3;
    let width = (size.width - gap) / 2;
    let pairs = plot.lines.chunks(2).enumerate();
    pairs
        .map(|(at, pair)| {
            let mut shapes = Vec::new();
            let mut top = 0;
            if at == 0 {
                shapes.push(text((0, size.line), plot.title.clone(), Anchor::Start, true));
                top = size.line * 3 / 2;
            }
            let mut told = vec![plot.title.clone()];
            for (beside, line) in (0_u16..).zip(pair) {
                let series = at * 2 + usize::from(beside);
                let place = (beside * (width + gap), top);
                line_shapes(plot, (line, series), (place, width), size, &mut shapes);
                told.push(line_told(plot, line));
            }
            Drawing {
                height: top + size.line * 9,
                shapes,
                told: told.join("; "),
            }
        })
        .collect()
}

fn line_told(plot: &Plot, line: &PlotLine) -> String {
    let points = plot.under.iter().zip(&line.points);
    let points = points.filter_map(|(under, point)| Some(format!("{under}: {}", point.as_ref()?.said)));
    format!("{}: {}", line.name, points.collect::<Vec<_>>().join(", "))
}

/// One line with its name above it and what its points stand for below it.
fn line_shapes(
    plot: &Plot,
    (line, series): (&PlotLine, usize),
    ((left, top), width): ((u16, u16), u16),
    size: Size,
    shapes: &mut Vec<Shape>,
) {
    shapes.push(text(
        (left, top + size.letters),
        line.name.clone(),
        Anchor::Start,
        false,
    ));
    let (high, bottom) = (size.line * 3, top + size.line * 6);
    let count = u16::try_from(plot.under.len()).unwrap_or(u16::MAX).max(1);
    let step = width / count;
    let mut run: Vec<(u16, u16)> = Vec::new();
    for (at, (under, point)) in (0_u16..).zip(plot.under.iter().zip(&line.points)) {
        let x = left + at * step + step / 2;
        let Some(point) = point else {
            path(&mut run, series, shapes);
            continue;
        };
        let y = bottom - share(point.height, plot.most, high);
        // Above the point, unless the line comes down to it from there.
        let falls = run.last().is_some_and(|(_, before)| *before < y);
        let beside = if falls {
            y + size.letters * 3 / 2
        } else {
            y.saturating_sub(size.letters / 2)
        };
        run.push((x, y));
        let half = size.letters / 4;
        shapes.push(Shape::Block {
            at: (x.saturating_sub(half), y.saturating_sub(half)),
            size: (half * 2, half * 2),
            series,
        });
        shapes.push(text((x, beside), point.said.clone(), Anchor::Middle, false));
        shapes.push(text((x, bottom + size.line * 2), under.clone(), Anchor::Middle, false));
    }
    path(&mut run, series, shapes);
}

/// The points so far as a line, when there are two of them at least.
fn path(run: &mut Vec<(u16, u16)>, series: usize, shapes: &mut Vec<Shape>) {
    let points = std::mem::take(run);
    if points.len() > 1 {
        shapes.push(Shape::Path { points, series });
    }
}

fn shortened(text: &str, most: usize) -> String {
    if text.chars().count() <= most {
        return text.to_owned();
    }
    let head: String = text.chars().take(most.saturating_sub(1)).collect();
    format!("{}…", head.trim_end())
}
