//! The colours of the pictures. A terminal's sixteen colours belong to whoever set it up; a picture needs some, and the
//! same ones every time. Dark is what most chairs have, light is what a bright room asks for.

use ratatui::style::{Color, Modifier};

/// Red, green and blue.
pub type Rgb = [u8; 3];

/// What a terminal's own colours look like.
pub struct Palette {
    pub background: Rgb,
    pub foreground: Rgb,
    /// In the order of the ANSI codes: black, red, green, yellow, blue, magenta, cyan, gray, then the bright eight.
    pub ansi: [Rgb; 16],
}

pub static DARK: Palette = Palette {
    background: [0x14, 0x17, 0x1c],
    foreground: [0xd8, 0xde, 0xe6],
    ansi: [
        [0x2a, 0x2f, 0x37],
        [0xe0, 0x6c, 0x6c],
        [0x8f, 0xc4, 0x6b],
        [0xe0, 0xbf, 0x5a],
        [0x6e, 0xa8, 0xe6],
        [0xcf, 0x8f, 0xd8],
        [0x5f, 0xc3, 0xc9],
        [0xc4, 0xca, 0xd3],
        [0x82, 0x8c, 0x99],
        [0xff, 0x8a, 0x80],
        [0xb0, 0xe0, 0x8a],
        [0xff, 0xe0, 0x82],
        [0x93, 0xc5, 0xff],
        [0xea, 0xb0, 0xf2],
        [0x84, 0xe4, 0xea],
        [0xff, 0xff, 0xff],
    ],
};

pub static LIGHT: Palette = Palette {
    background: [0xfd, 0xfd, 0xfa],
    foreground: [0x20, 0x24, 0x2a],
    ansi: [
        [0x20, 0x24, 0x2a],
        [0xb3, 0x26, 0x1e],
        [0x2e, 0x6b, 0x1f],
        [0x7a, 0x53, 0x00],
        [0x1f, 0x55, 0xa5],
        [0x8a, 0x2f, 0x96],
        [0x0b, 0x66, 0x70],
        [0x5c, 0x64, 0x70],
        [0x6b, 0x73, 0x7e],
        [0xc6, 0x28, 0x28],
        [0x2f, 0x7d, 0x1c],
        [0x8a, 0x5d, 0x00],
        [0x18, 0x5f, 0xc4],
        [0x9c, 0x27, 0xb0],
        [0x00, 0x75, 0x80],
        [0xff, 0xff, 0xff],
    ],
};

impl Palette {
    /// Foreground and background of a cell as they meet the eye, `REVERSED` and `DIM` applied.
    pub fn seen(&self, fg: Color, bg: Color, modifier: Modifier) -> (Rgb, Rgb) {
        let mut fg = self.rgb(fg).unwrap_or(self.foreground);
        let mut bg = self.rgb(bg).unwrap_or(self.background);
        if modifier.contains(Modifier::REVERSED) {
            (fg, bg) = (bg, fg);
        }
        if modifier.contains(Modifier::DIM) {
            fg = mixed(fg, bg);
        }
        (fg, bg)
    }

    /// Nothing for `Reset`, which means another colour in front than behind.
    fn rgb(&self, color: Color) -> Option<Rgb> {
        let named = |index: usize| Some(self.ansi[index]);
        match color {
            Color::Reset => None,
            Color::Black => named(0),
            Color::Red => named(1),
            Color::Green => named(2),
            Color::Yellow => named(3),
            Color::Blue => named(4),
            Color::Magenta => named(5),
            Color::Cyan => named(6),
            Color::Gray => named(7),
            Color::DarkGray => named(8),
            Color::LightRed => named(9),
            Color::LightGreen => named(10),
            Color::LightYellow => named(11),
            Color::LightBlue => named(12),
            Color::LightMagenta => named(13),
            Color::LightCyan => named(14),
            Color::White => named(15),
            Color::Rgb(red, green, blue) => Some([red, green, blue]),
            Color::Indexed(index) => Some(self.indexed(index)),
        }
    }

    /// The 256 colours of xterm: the sixteen, a cube of six steps a side, and 24 grays.
    fn indexed(&self, index: u8) -> Rgb {
        let step = |level: u8| if level == 0 { 0 } else { 55 + 40 * level };
        match index {
            0..16 => self.ansi[usize::from(index)],
            16..232 => {
                let at = index - 16;
                [step(at / 36), step(at / 6 % 6), step(at % 6)]
            }
            232.. => [8 + 10 * (index - 232); 3],
        }
    }
}

/// Three fifths of the first and two of the second: dimmed, and still to be read.
fn mixed(first: Rgb, second: Rgb) -> Rgb {
    std::array::from_fn(|at| {
        let sum = u16::from(first[at]) * 3 + u16::from(second[at]) * 2;
        u8::try_from(sum / 5).unwrap_or(u8::MAX)
    })
}
