//! The screen test: from how far this window is read, whether the font has every sign, whether every style can be read,
//! and which keys the terminal keeps to itself. It knows no file.
//!
//! The rule: what is tested is what the program uses. The keys come from the one table of keys, the signs and the styles
//! from where every view takes them.

use ratatui::Frame;
use ratatui::style::Style;
use ratatui::text::Span;

use super::glyphs::{self, Glyphs};
use super::pen::{Pen, line_columns, row};
use super::theme::{Theme, inks};
use crate::app::keymap::{BINDINGS, key_text};
use crate::app::message::{Code, Key};
use crate::text::Catalog;
use crate::text::screen_test::Meaning;

/// Heights of an image in centimetres: a large television, and two usual projections.
const IMAGES: [u32; 3] = [70, 150, 200];

/// Hundredths of a row that a small letter without stem takes (its x-height): 47 in DejaVu Sans Mono, and about as much
/// in the other fonts that terminals come with.
const LETTER: u32 = 47;

/// How many times the height of a small letter somebody may sit away. ISO 9241-303 asks for capitals of at least 16
/// minutes of arc, and recommends 20 to 22; 200 times the x-height, which is some 150 times that of a capital, gives 23:
/// what is recommended, with something to spare for whoever sits at the side.
const TIMES: u32 = 200;

/// For an image of so many centimetres high in so many rows: the height of a small letter in millimetres, and the
/// distance from which it can be read in decimetres.
///
/// ```
/// use dakpan::ui::screen_test::reach;
///
/// assert_eq!(reach(150, 24), (29, 58));
/// ```
pub fn reach(image: u32, rows: u16) -> (u32, u32) {
    let micrometres = image.saturating_mul(100 * LETTER) / u32::from(rows.max(1));
    let distance = micrometres.saturating_mul(TIMES) / 100_000;
    (micrometres.saturating_add(500) / 1000, distance)
}

/// The keys to press, and which of them came.
#[derive(Debug)]
pub struct Trial {
    keys: Vec<(Key, bool)>,
    last: Option<Key>,
    over: bool,
}

impl Default for Trial {
    fn default() -> Self {
        let mut keys: Vec<Key> = BINDINGS.iter().flat_map(|b| b.keys.iter().copied()).collect();
        keys.retain(|key| is_kept_somewhere(*key));
        keys.sort_unstable();
        keys.dedup();
        Self {
            keys: keys.into_iter().map(|key| (key, false)).collect(),
            last: None,
            over: false,
        }
    }
}

/// Whether a key is one that terminals, multiplexers or systems are known to keep: a desktop the function keys, a terminal
/// the pages and the tabs, the line Ctrl with a letter.
fn is_kept_somewhere(key: Key) -> bool {
    match key.code {
        Code::F(_) | Code::PageUp | Code::PageDown | Code::Delete => true,
        Code::Tab => key.shift,
        _ => key.ctrl || key.alt,
    }
}

impl Trial {
    /// Takes in a key: one of those that are asked for, one that ends the test, or any other.
    pub fn press(&mut self, key: Key) {
        let again = self.last == Some(key);
        self.over |= key == Key::plain(Code::Char('q')) || (again && key.code == Code::Esc);
        self.last = Some(key);
        if let Some((_, came)) = self.keys.iter_mut().find(|(asked, _)| *asked == key) {
            *came = true;
        }
    }

    /// Whether the test was ended.
    pub fn is_over(&self) -> bool {
        self.over
    }

    /// What was pressed last, as it is told to somebody who listens.
    pub fn heard(&self, words: &Catalog) -> Option<String> {
        self.last.map(|key| words.screen_test.arrived(&key_text(key, words)))
    }

    /// What came of it, in one line.
    pub fn summary(&self, words: &Catalog) -> String {
        let missing = self.keys.iter().filter(|(_, came)| !came);
        let missing: Vec<String> = missing.map(|(key, _)| key_text(*key, words)).collect();
        let of = self.keys.len();
        words.screen_test.summary(of - missing.len(), of, &missing.join(", "))
    }
}

/// The test in sentences: the size, from how far it is read, and the keys to press.
pub fn sentences(trial: &Trial, (columns, rows): (u16, u16), words: &Catalog) -> Vec<String> {
    let test = &words.screen_test;
    let mut said = vec![test.title.to_owned(), test.size(rows, columns), test.reach.to_owned()];
    said.extend(distances(rows, words));
    said.push(test.larger.to_owned());
    let keys: Vec<String> = trial.keys.iter().map(|(key, _)| key_text(*key, words)).collect();
    said.push(format!("{}: {}", test.keys, keys.join(", ")));
    said.push(test.swallowed.to_owned());
    said.push(test.leave.to_owned());
    said
}

fn distances(rows: u16, words: &Catalog) -> impl Iterator<Item = String> {
    IMAGES.iter().map(move |image| {
        let (letter, distance) = reach(*image, rows);
        words.screen_test.from(*image, letter, distance)
    })
}

/// Draws the test over the whole frame.
pub fn screen_test(trial: &Trial, theme: &Theme, catalog: &Catalog, glyphs: Glyphs, frame: &mut Frame<'_>) {
    let area = frame.area();
    if area.is_empty() {
        return;
    }
    let mut pen = Pen::new(frame.buffer_mut(), theme, catalog);
    pen.paint(area, theme.text);
    let test = &catalog.screen_test;
    let title = format!("{} · {}", test.title, test.size(area.height, area.width));
    let one = |text: &str, style: Style| vec![vec![Span::styled(text.to_owned(), style)]];
    let mut rows = one(&title, theme.focus);
    rows.extend(one(test.reach, theme.title));
    rows.extend(distances(area.height, catalog).flat_map(|text| one(&text, theme.text)));
    rows.extend(one(test.larger, theme.text));
    rows.extend(one(test.keys, theme.title));
    rows.extend(flow(keys(trial, &pen), area.width));
    rows.push(pressed(trial, &pen));
    rows.extend(one(test.signs, theme.title));
    rows.extend(flow(signs(&pen), area.width));
    rows.extend(one(test.styles, theme.title));
    rows.extend(flow(styles(&pen), area.width));
    let last = area.height.saturating_sub(1);
    for (at, spans) in (0..last).zip(&rows) {
        if let Some(line) = row(area, at) {
            pen.spans(line.x, line.y, line.width, spans);
        }
    }
    if let Some(line) = row(area, last) {
        pen.put(line.x, line.y, line.width, test.leave, theme.title);
        pen.set_cursor(line.x, line.y);
    }
    let cursor = pen.cursor();
    if glyphs == Glyphs::Ascii {
        glyphs::to_ascii(frame.buffer_mut());
    }
    frame.set_cursor_position(cursor);
}

type Spans = Vec<Span<'static>>;

/// Things behind each other, whole, in as many rows as they need.
fn flow(things: Vec<Spans>, width: u16) -> Vec<Spans> {
    let mut rows: Vec<Spans> = Vec::new();
    for mut thing in things {
        let wide = line_columns(&thing);
        match rows.last_mut() {
            Some(last) if line_columns(last).saturating_add(wide + 2) <= width => {
                last.push(Span::raw("  "));
                last.append(&mut thing);
            }
            _ => rows.push(thing),
        }
    }
    rows
}

/// Each key with whether it came.
fn keys(trial: &Trial, pen: &Pen<'_>) -> Vec<Spans> {
    let each = trial.keys.iter().map(|(key, came)| {
        let (mark, style) = match came {
            true => (glyphs::DONE, pen.theme.ok),
            false => (glyphs::OPEN, pen.theme.key),
        };
        vec![Span::styled(format!("{mark} {}", key_text(*key, pen.words)), style)]
    });
    each.collect()
}

/// What came last; before that where keys stay.
fn pressed(trial: &Trial, pen: &Pen<'_>) -> Spans {
    let test = &pen.words.screen_test;
    let text = match trial.last {
        _ if trial.keys.iter().all(|(_, came)| *came) => test.all_arrived.to_owned(),
        Some(key) => format!("{} {}", test.last, key_text(key, pen.words)),
        None => test.swallowed.to_owned(),
    };
    vec![Span::styled(text, pen.theme.preview)]
}

/// Each sign with its stand-in and its word.
fn signs(pen: &Pen<'_>) -> Vec<Spans> {
    let each = glyphs::SIGNS.iter().map(|(glyph, sign)| {
        let stand_in = glyphs::stand_in(glyph).unwrap_or(glyph);
        vec![
            Span::styled(*glyph, pen.theme.title),
            Span::styled(format!(" {stand_in} "), pen.theme.label),
            Span::styled(pen.words.screen_test.sign(*sign), pen.theme.text),
        ]
    });
    each.collect()
}

/// Each meaning in its style, with what that looks like in words.
fn styles(pen: &Pen<'_>) -> Vec<Spans> {
    let theme = pen.theme;
    let all = [
        (Meaning::Text, theme.text),
        (Meaning::Label, theme.label),
        (Meaning::Title, theme.title),
        (Meaning::Focus, theme.focus),
        (Meaning::Muted, theme.muted),
        (Meaning::Disabled, theme.disabled),
        (Meaning::Overdue, theme.overdue),
        (Meaning::Warning, theme.warning),
        (Meaning::Ok, theme.ok),
        (Meaning::Preview, theme.preview),
        (Meaning::Private, theme.private_bar),
        (Meaning::Shared, theme.shared),
        (Meaning::Gap, theme.gap),
        (Meaning::Holds, theme.holds),
    ];
    let each = all.into_iter().map(|(meaning, style)| {
        vec![
            Span::styled(pen.words.screen_test.meaning(meaning), style),
            Span::styled(format!(" ({})", looks(style, pen.words)), theme.text),
        ]
    });
    each.collect()
}

/// A style in words: `fel rood, vet`.
fn looks(style: Style, words: &Catalog) -> String {
    let test = &words.screen_test;
    let (ink, ground, manners) = inks(style);
    let name = |ink: Option<_>| ink.map_or(test.own_colour, |ink| test.ink(ink));
    let colour = match ground {
        Some(ground) => test.on(name(ink), test.ink(ground)),
        None => name(ink).to_owned(),
    };
    let manners = manners.into_iter().map(|manner| test.manner(manner).to_owned());
    std::iter::once(colour).chain(manners).collect::<Vec<_>>().join(", ")
}
