//! Large digits for the time, made of whole and half cells, which every font has.

use crate::ui::glyphs::{self, Glyphs};
use crate::ui::pen::Pen;

/// Dots of a digit: five rows of three, the left one highest.
const DIGITS: [[u8; 5]; 10] = [
    [0b111, 0b101, 0b101, 0b101, 0b111],
    [0b010, 0b110, 0b010, 0b010, 0b111],
    [0b111, 0b001, 0b111, 0b100, 0b111],
    [0b111, 0b001, 0b111, 0b001, 0b111],
    [0b101, 0b101, 0b111, 0b001, 0b001],
    [0b111, 0b100, 0b111, 0b001, 0b111],
    [0b111, 0b100, 0b111, 0b101, 0b111],
    [0b111, 0b001, 0b010, 0b010, 0b010],
    [0b111, 0b101, 0b111, 0b101, 0b111],
    [0b111, 0b101, 0b111, 0b001, 0b111],
];

/// The dots of a colon.
const COLON: [u8; 5] = [0b000, 0b010, 0b000, 0b010, 0b000];

/// Dots from one sign to the next.
const STEP: u16 = 4;

/// Rows of dots.
const ROWS: u16 = 5;

/// Draws large digits.
pub(super) struct Digits {
    pub(super) glyphs: Glyphs,
    /// Whether the time is drawn large at all.
    pub(super) large: bool,
}

impl Digits {
    /// Columns and rows of a time with dots of so many columns.
    pub(super) fn size(&self, time: &str, scale: u16) -> (u16, u16) {
        let signs = u16::try_from(time.chars().count()).unwrap_or(u16::MAX);
        let wide = signs.saturating_mul(STEP).saturating_sub(1).saturating_mul(scale);
        (wide, self.rows(scale))
    }

    /// A dot is half a cell high. Fonts that lack half cells get whole ones.
    fn rows(&self, scale: u16) -> u16 {
        match self.glyphs {
            Glyphs::Unicode => (ROWS * scale).div_ceil(2),
            Glyphs::Ascii => ROWS * scale.div_ceil(2),
        }
    }

    /// Draws a time with its upper left corner there.
    pub(super) fn draw(&self, time: &str, scale: u16, pen: &mut Pen<'_>, (x, y): (u16, u16)) {
        let style = pen.theme.title;
        let (wide, high) = self.size(time, scale);
        for row in 0..high {
            for column in 0..wide {
                let glyph = match self.glyphs {
                    Glyphs::Unicode => {
                        let upper = dot(time, column / scale, row * 2 / scale);
                        let lower = dot(time, column / scale, (row * 2 + 1) / scale);
                        match (upper, lower) {
                            (true, true) => glyphs::HOLDS,
                            (true, false) => glyphs::UPPER,
                            (false, true) => glyphs::LOWER,
                            (false, false) => continue,
                        }
                    }
                    Glyphs::Ascii if dot(time, column / scale, row / scale.div_ceil(2)) => glyphs::HOLDS,
                    Glyphs::Ascii => continue,
                };
                pen.fill(x.saturating_add(column), y.saturating_add(row), 1, glyph, style);
            }
        }
    }
}

/// Whether a dot of a time is drawn.
fn dot(time: &str, column: u16, row: u16) -> bool {
    let (sign, within) = (usize::from(column / STEP), column % STEP);
    let dots = match time.chars().nth(sign) {
        Some(':') => Some(&COLON),
        Some(digit) => digit
            .to_digit(10)
            .and_then(|digit| DIGITS.get(usize::try_from(digit).unwrap_or(usize::MAX))),
        None => None,
    };
    let bits = dots.and_then(|dots| dots.get(usize::from(row))).copied().unwrap_or(0);
    within < 3 && bits & (0b100 >> within) != 0
}
