//! Result tables as a picture: bars for the rows, a cohort beside a cohort, and lines for what runs through the months.
//!
//! The rule: the shapes are those of every form that draws; here they are only written. The whole is told in words for who
//! cannot see it. Everything comes out of one writer that escapes what it writes.

use quick_xml::Writer;
use quick_xml::events::{BytesText, Event};

use super::chart::{Chart, Size, drawings};
use crate::exchange::drawing::{Anchor, Drawing, Shape};

const SIZE: Size = Size {
    width: 928,
    left: 464,
    line: 22,
    letters: 13,
    label: 62,
};
/// White around everything, and between drawings.
const WHITE: u16 = 16;
/// Where the first drawing begins.
const TOP: u16 = 44;
const COLOURS: [&str; 4] = ["#1f4e79", "#c55a11", "#548235", "#7f6000"];

/// The picture as SVG.
///
/// # Errors
/// Never for a chart that fits in memory; the writer's own error otherwise.
pub fn picture(chart: &Chart) -> std::io::Result<String> {
    let drawn = drawings(chart, SIZE);
    let heights = drawn.iter().map(|drawing| u64::from(drawing.height + WHITE));
    let height = u64::from(TOP) + heights.sum::<u64>();
    let mut writer = Writer::new(Vec::new());
    let (width, tall) = ((SIZE.width + 2 * WHITE).to_string(), height.to_string());
    let view = format!("0 0 {width} {tall}");
    let letters = SIZE.letters.to_string();
    let root = writer.create_element("svg").with_attributes([
        ("xmlns", "http://www.w3.org/2000/svg"),
        ("viewBox", view.as_str()),
        ("width", width.as_str()),
        ("height", tall.as_str()),
        ("role", "img"),
        ("font-family", "sans-serif"),
        ("font-size", letters.as_str()),
    ]);
    root.write_inner_content(|writer| {
        text_in(writer, "title", &chart.title)?;
        let told: Vec<&str> = drawn.iter().map(|drawing| drawing.told.as_str()).collect();
        text_in(writer, "desc", &told.join("; "))?;
        let whole = [
            ("width", width.as_str()),
            ("height", tall.as_str()),
            ("fill", "#ffffff"),
        ];
        writer.create_element("rect").with_attributes(whole).write_empty()?;
        say(writer, (WHITE.into(), 28), &chart.title, Anchor::Start, true)?;
        let mut top = u64::from(TOP);
        for drawing in &drawn {
            draw(writer, drawing, top)?;
            top += u64::from(drawing.height + WHITE);
        }
        Ok(())
    })?;
    Ok(String::from_utf8_lossy(&writer.into_inner()).into_owned())
}

type Out = Writer<Vec<u8>>;

/// Writes a drawing that begins so far from the top.
fn draw(writer: &mut Out, drawing: &Drawing, top: u64) -> std::io::Result<()> {
    let place = |(x, y): (u16, u16)| (u64::from(x + WHITE), u64::from(y) + top);
    for shape in &drawing.shapes {
        match shape {
            Shape::Block { at, size, series } => block(writer, place(*at), *size, colour(*series))?,
            Shape::Path { points, series } => {
                let points = points.iter().map(|point| place(*point));
                let points: Vec<String> = points.map(|(x, y)| format!("{x},{y}")).collect();
                line(writer, &points.join(" "), *series)?;
            }
            Shape::Text { at, text, anchor, bold } => say(writer, place(*at), text, *anchor, *bold)?,
        }
    }
    Ok(())
}

fn text_in(writer: &mut Out, name: &str, text: &str) -> std::io::Result<()> {
    writer
        .create_element(name)
        .write_text_content(BytesText::new(text))
        .map(|_| ())
}

fn say(writer: &mut Out, at: (u64, u64), text: &str, anchor: Anchor, bold: bool) -> std::io::Result<()> {
    let (x, y) = (at.0.to_string(), at.1.to_string());
    let attributes = [
        ("x", x.as_str()),
        ("y", y.as_str()),
        (
            "text-anchor",
            match anchor {
                Anchor::Start => "start",
                Anchor::Middle => "middle",
            },
        ),
        ("font-weight", if bold { "bold" } else { "normal" }),
    ];
    let element = writer.create_element("text").with_attributes(attributes);
    element
        .write_inner_content(|writer| writer.write_event(Event::Text(BytesText::new(text))))
        .map(|_| ())
}

fn colour(at: usize) -> &'static str {
    COLOURS.get(at % COLOURS.len()).copied().unwrap_or("#000000")
}

fn block(writer: &mut Out, at: (u64, u64), size: (u16, u16), fill: &str) -> std::io::Result<()> {
    let (x, y) = (at.0.to_string(), at.1.to_string());
    let (width, height) = (size.0.to_string(), size.1.to_string());
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

fn line(writer: &mut Out, points: &str, series: usize) -> std::io::Result<()> {
    let dashes = if series == 0 { "none" } else { "6 4" };
    let attributes = [
        ("points", points),
        ("fill", "none"),
        ("stroke", colour(series)),
        ("stroke-width", "2"),
        ("stroke-dasharray", dashes),
    ];
    writer
        .create_element("polyline")
        .with_attributes(attributes)
        .write_empty()
        .map(|_| ())
}
