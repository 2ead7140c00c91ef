//! A screen as a picture: the buffer a view has drawn becomes SVG, cell by cell, and the SVG becomes PNG with a font
//! that comes along. Nothing of the machine takes part, so the same buffer gives the same bytes everywhere.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::sync::{Arc, LazyLock, Mutex};

use ratatui::buffer::{Buffer, Cell};
use ratatui::style::Modifier;
use resvg::usvg::{FontResolver, Options, Tree, fontdb::Database};

use super::lines::{CELL, Shape, shapes};
use super::palette::{DARK, LIGHT, Palette, Rgb};

/// The size at which a letter of DejaVu Sans Mono (1233 of 2048 units) is as wide as a cell.
const FONT_SIZE: &str = "16.61";

/// From the top of a cell to the line the letters stand on.
const BASELINE: i32 = 15;

/// Empty pixels around the screen.
const MARGIN: i32 = 10;

static FONTS: LazyLock<Arc<Database>> = LazyLock::new(|| {
    let mut fonts = Database::new();
    fonts.load_font_data(include_bytes!("fonts/DejaVuSansMono.ttf").to_vec());
    fonts.load_font_data(include_bytes!("fonts/DejaVuSansMono-Bold.ttf").to_vec());
    Arc::new(fonts)
});

/// The PNG of a scene. A scene whose name ends in `-light` is drawn on a light terminal, every other on a dark one.
/// The error names characters that the font does not have.
pub fn picture(name: &str, buffer: &Buffer, cursor: Option<(u16, u16)>) -> Result<Vec<u8>, String> {
    let palette = if name.ends_with("-light") { &LIGHT } else { &DARK };
    png(&svg(buffer, cursor, palette)).map_err(|error| format!("{name}: {error}"))
}

/// The screen as SVG. The cursor is drawn as a block, as most terminals do.
pub fn svg(buffer: &Buffer, cursor: Option<(u16, u16)>, palette: &Palette) -> String {
    let area = buffer.area;
    let width = i32::from(area.width) * CELL.0 + 2 * MARGIN;
    let height = i32::from(area.height) * CELL.1 + 2 * MARGIN;
    let mut out = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" \
         font-family=\"DejaVu Sans Mono\" font-size=\"{FONT_SIZE}\">\n\
         <rect width=\"{width}\" height=\"{height}\" fill=\"{}\"/>\n",
        hex(palette.background)
    );
    for row in area.rows() {
        let mut paint = Row::default();
        for place in row.columns() {
            let Some(cell) = buffer.cell((place.x, place.y)) else {
                continue;
            };
            let mut modifier = cell.modifier;
            if cursor == Some((place.x, place.y)) {
                modifier ^= Modifier::REVERSED;
            }
            let x = i32::from(place.x - area.x) * CELL.0 + MARGIN;
            let y = i32::from(place.y - area.y) * CELL.1 + MARGIN;
            paint.add(cell, palette.seen(cell.fg, cell.bg, modifier), modifier, (x, y));
        }
        paint.write(&mut out);
    }
    out.push_str("</svg>\n");
    out
}

/// One row of cells, gathered so that what looks the same is written once. The order of the maps is that of the
/// colours: the bytes do not depend on a hash.
#[derive(Default)]
struct Row {
    backgrounds: BTreeMap<Rgb, String>,
    shapes: BTreeMap<Rgb, String>,
    /// By colour and boldness: the places of the letters and the letters.
    letters: BTreeMap<(Rgb, bool), (String, String)>,
    /// What can be gathered with nothing else: shades, rounded corners, letters of several code points.
    single: String,
    y: i32,
}

impl Row {
    fn add(&mut self, cell: &Cell, (fg, bg): (Rgb, Rgb), modifier: Modifier, (x, y): (i32, i32)) {
        self.y = y;
        rect(self.backgrounds.entry(bg).or_default(), (x, y), (0, 0, CELL.0, CELL.1));
        if modifier.contains(Modifier::UNDERLINED) {
            rect(self.shapes.entry(fg).or_default(), (x, y), (0, BASELINE + 2, CELL.0, 1));
        }
        if modifier.contains(Modifier::CROSSED_OUT) {
            rect(self.shapes.entry(fg).or_default(), (x, y), (0, BASELINE - 5, CELL.0, 1));
        }
        let symbol = cell.symbol();
        if symbol.trim().is_empty() || modifier.contains(Modifier::HIDDEN) {
            return;
        }
        if let Some(shapes) = shapes(symbol) {
            self.add_shapes(shapes, fg, (x, y));
        } else {
            self.add_letter(symbol, fg, modifier.contains(Modifier::BOLD), (x, y));
        }
    }

    fn add_shapes(&mut self, shapes: Vec<Shape>, fg: Rgb, (x, y): (i32, i32)) {
        let (width, height) = CELL;
        for shape in shapes {
            // Writing to a String does not fail.
            let _ = match shape {
                Shape::Rect(dx, dy, w, h) => {
                    rect(self.shapes.entry(fg).or_default(), (x, y), (dx, dy, w, h));
                    Ok(())
                }
                Shape::Shade(part) => writeln!(
                    self.single,
                    "<rect x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\" fill=\"{}\" fill-opacity=\"{part}\"/>",
                    hex(fg)
                ),
                Shape::Stroke(path) => writeln!(
                    self.single,
                    "<path transform=\"translate({x} {y})\" d=\"{path}\" fill=\"none\" stroke=\"{}\"/>",
                    hex(fg)
                ),
            };
        }
    }

    fn add_letter(&mut self, symbol: &str, fg: Rgb, bold: bool, (x, y): (i32, i32)) {
        let alone = symbol.chars().count() > 1;
        if alone {
            write_text(&mut self.single, &x.to_string(), y, fg, bold, &escaped(symbol));
            return;
        }
        let (places, letters) = self.letters.entry((fg, bold)).or_default();
        // A place of its own for every letter: a rounded advance would drift over a wide screen.
        let _ = write!(places, "{}{x}", if places.is_empty() { "" } else { " " });
        letters.push_str(&escaped(symbol));
    }

    fn write(self, out: &mut String) {
        for (color, path) in self.backgrounds.into_iter().chain(self.shapes) {
            let _ = writeln!(
                out,
                "<path fill=\"{}\" shape-rendering=\"crispEdges\" d=\"{path}\"/>",
                hex(color)
            );
        }
        out.push_str(&self.single);
        for ((color, bold), (places, letters)) in self.letters {
            write_text(out, &places, self.y, color, bold, &letters);
        }
    }
}

fn rect(path: &mut String, (x, y): (i32, i32), (dx, dy, width, height): (i32, i32, i32, i32)) {
    let _ = write!(path, "M{} {}h{width}v{height}h-{width}z", x + dx, y + dy);
}

fn write_text(out: &mut String, places: &str, y: i32, color: Rgb, bold: bool, letters: &str) {
    let weight = if bold { " font-weight=\"bold\"" } else { "" };
    let (y, color) = (y + BASELINE, hex(color));
    let _ = writeln!(
        out,
        "<text x=\"{places}\" y=\"{y}\" fill=\"{color}\"{weight}>{letters}</text>"
    );
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

fn hex([red, green, blue]: Rgb) -> String {
    format!("#{red:02x}{green:02x}{blue:02x}")
}

/// Renders SVG to PNG with the shipped font and no other.
pub fn png(svg: &str) -> Result<Vec<u8>, String> {
    let missing = Arc::new(Mutex::new(Vec::new()));
    let asked = Arc::clone(&missing);
    let options = Options {
        fontdb: Arc::clone(&FONTS),
        font_resolver: FontResolver {
            select_font: FontResolver::default_font_selector(),
            // A character that is looked for elsewhere is one the font lacks: it would be an empty box.
            select_fallback: Box::new(move |c, _, _| {
                asked.lock().map(|mut all| all.push(c)).ok()?;
                None
            }),
        },
        ..Options::default()
    };
    let tree = Tree::from_str(svg, &options).map_err(|error| error.to_string())?;
    let missing = missing
        .lock()
        .map(|all| all.iter().collect::<String>())
        .unwrap_or_default();
    if !missing.is_empty() {
        return Err(format!("the font of the pictures has no {missing}"));
    }
    let size = tree.size().to_int_size();
    let mut pixels = resvg::tiny_skia::Pixmap::new(size.width(), size.height()).ok_or("the screen is empty")?;
    resvg::render(&tree, resvg::tiny_skia::Transform::identity(), &mut pixels.as_mut());
    pixels.encode_png().map_err(|error| error.to_string())
}
