//! Result tables as a picture: bars for the rows, a cohort beside a cohort, and lines for months.
//!
//! The rule: a bar has its number beside it and a line its months below, because a picture is also read by who cannot
//! tell the greys apart; the whole is described in words for who cannot see it. Everything comes out of one writer that
//! escapes what it writes.

use quick_xml::Writer;
use quick_xml::events::{BytesText, Event};

/// What is drawn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chart {
    /// The title.
    pub title: String,
    /// What each series is called: a cohort, or in and out.
    pub series: Vec<String>,
    /// The bars from top to bottom.
    pub bars: Vec<Bar>,
    /// The heading of the lines, when there are any.
    pub lines_title: String,
    /// Month by month what came and what left.
    pub months: Vec<(String, [u64; 2])>,
    /// What the two lines are called.
    pub lines: [String; 2],
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

const WIDTH: usize = 960;
/// Where the bars begin, and how long the longest is.
const LEFT: usize = 480;
const LONGEST: usize = 400;
const LINE: usize = 22;
const GREYS: [&str; 4] = ["#1f4e79", "#c55a11", "#548235", "#7f6000"];

/// The picture as SVG.
///
/// # Errors
/// Never for a chart that fits in memory; the writer's own error otherwise.
pub fn picture(chart: &Chart) -> std::io::Result<String> {
    let rows: usize = chart.bars.iter().map(|bar| bar.counts.len().max(1)).sum();
    let bars_end = 70 + chart.bars.len() * 6 + rows * LINE;
    let height = bars_end + if chart.months.is_empty() { 20 } else { 240 };
    let mut writer = Writer::new(Vec::new());
    let view = format!("0 0 {WIDTH} {height}");
    let (width, tall) = (WIDTH.to_string(), height.to_string());
    let root = writer.create_element("svg").with_attributes([
        ("xmlns", "http://www.w3.org/2000/svg"),
        ("viewBox", view.as_str()),
        ("width", width.as_str()),
        ("height", tall.as_str()),
        ("role", "img"),
        ("font-family", "sans-serif"),
        ("font-size", "13"),
    ]);
    root.write_inner_content(|writer| {
        text_in(writer, "title", &chart.title)?;
        text_in(writer, "desc", &described(chart))?;
        let whole = [
            ("width", width.as_str()),
            ("height", tall.as_str()),
            ("fill", "#ffffff"),
        ];
        writer.create_element("rect").with_attributes(whole).write_empty()?;
        say(writer, (16, 28), &chart.title, "start", true)?;
        key(writer, &chart.series)?;
        bars(writer, chart)?;
        if !chart.months.is_empty() {
            lines(writer, chart, bars_end + 30)?;
        }
        Ok(())
    })?;
    Ok(String::from_utf8_lossy(&writer.into_inner()).into_owned())
}

type Out = Writer<Vec<u8>>;

/// Every number in words.
fn described(chart: &Chart) -> String {
    let told = |bar: &Bar| {
        let counts: Vec<String> = bar.counts.iter().map(|count| number(*count, bar)).collect();
        format!("{}: {}", bar.label, counts.join(", "))
    };
    chart.bars.iter().map(told).collect::<Vec<_>>().join("; ")
}

fn number(count: Option<u64>, bar: &Bar) -> String {
    count.map_or_else(|| bar.hidden.clone(), |count| count.to_string())
}

fn text_in(writer: &mut Out, name: &str, text: &str) -> std::io::Result<()> {
    writer
        .create_element(name)
        .write_text_content(BytesText::new(text))
        .map(|_| ())
}

fn say(writer: &mut Out, at: (usize, usize), text: &str, anchor: &str, bold: bool) -> std::io::Result<()> {
    let (x, y) = (at.0.to_string(), at.1.to_string());
    let weight = if bold { "bold" } else { "normal" };
    let attributes = [
        ("x", x.as_str()),
        ("y", y.as_str()),
        ("text-anchor", anchor),
        ("font-weight", weight),
    ];
    let element = writer.create_element("text").with_attributes(attributes);
    element
        .write_inner_content(|writer| writer.write_event(Event::Text(BytesText::new(text))))
        .map(|_| ())
}

fn colour(at: usize) -> &'static str {
    GREYS.get(at % GREYS.len()).copied().unwrap_or("#000000")
}

fn block(writer: &mut Out, at: (usize, usize), size: (usize, usize), fill: &str) -> std::io::Result<()> {
    let [x, y, width, height] = [at.0, at.1, size.0, size.1].map(|number| number.to_string());
    let attributes = [
        ("x", x.as_str()),
        ("y", y.as_str()),
        ("width", width.as_str()),
        ("height", height.as_str()),
        ("fill", fill),
    ];
    writer
        .create_element("rect")
        .with_attributes(attributes)
        .write_empty()
        .map(|_| ())
}

fn key(writer: &mut Out, series: &[String]) -> std::io::Result<()> {
    for (at, name) in series.iter().enumerate() {
        let x = 16 + at * 230;
        block(writer, (x, 42), (12, 12), colour(at))?;
        say(writer, (x + 18, 53), name, "start", false)?;
    }
    Ok(())
}

fn bars(writer: &mut Out, chart: &Chart) -> std::io::Result<()> {
    let most = chart
        .bars
        .iter()
        .flat_map(|bar| &bar.counts)
        .flatten()
        .max()
        .copied()
        .unwrap_or(1)
        .max(1);
    let mut y = 70;
    for bar in &chart.bars {
        let label = shortened(&bar.label, 62 - bar.depth.min(4) * 3);
        say(writer, (16 + bar.depth * 16, y + 15), &label, "start", false)?;
        for (at, count) in bar.counts.iter().enumerate() {
            let length =
                usize::try_from(count.unwrap_or(0)).unwrap_or(0) * LONGEST / usize::try_from(most).unwrap_or(1);
            block(writer, (LEFT, y + 3), (length, LINE - 6), colour(at))?;
            say(
                writer,
                (LEFT + length + 6, y + 15),
                &number(*count, bar),
                "start",
                false,
            )?;
            y += LINE;
        }
        y += 6;
    }
    Ok(())
}

fn lines(writer: &mut Out, chart: &Chart, top: usize) -> std::io::Result<()> {
    say(writer, (16, top), &chart.lines_title, "start", true)?;
    let most = chart
        .months
        .iter()
        .flat_map(|(_, counts)| counts)
        .max()
        .copied()
        .unwrap_or(1)
        .max(1);
    let (most, bottom) = (usize::try_from(most).unwrap_or(1), top + 160);
    let step = (WIDTH - 120) / chart.months.len().max(2).saturating_sub(1);
    for series in 0..2_usize {
        let points: Vec<String> = chart
            .months
            .iter()
            .enumerate()
            .map(|(at, (_, counts))| {
                let count = counts.get(series).copied().unwrap_or(0);
                let up = usize::try_from(count).unwrap_or(0) * 130 / most;
                format!("{},{}", 60 + at * step, bottom - up)
            })
            .collect();
        let points = points.join(" ");
        let dashes = if series == 0 { "none" } else { "6 4" };
        let attributes = [
            ("points", points.as_str()),
            ("fill", "none"),
            ("stroke", colour(series)),
            ("stroke-width", "2"),
            ("stroke-dasharray", dashes),
        ];
        writer
            .create_element("polyline")
            .with_attributes(attributes)
            .write_empty()?;
        let name = chart.lines.get(series).map_or("", String::as_str);
        block(writer, (300 + series * 120, top - 10), (12, 12), colour(series))?;
        say(writer, (318 + series * 120, top), name, "start", false)?;
    }
    let every = chart.months.len().div_ceil(12).max(1);
    for (at, (month, counts)) in chart.months.iter().enumerate().step_by(every) {
        say(writer, (60 + at * step, bottom + 18), month, "middle", false)?;
        let [came, left] = counts;
        say(
            writer,
            (60 + at * step, bottom + 34),
            &format!("{came}/{left}"),
            "middle",
            false,
        )?;
    }
    Ok(())
}

fn shortened(text: &str, most: usize) -> String {
    if text.chars().count() <= most {
        return text.to_owned();
    }
    let head: String = text.chars().take(most.saturating_sub(1)).collect();
    format!("{}…", head.trim_end())
}
