//! Whether the terminal is light or dark, as it says itself.
//!
//! The colours that are read well on black cannot be read on white. So the terminal is asked, once, at the start, and
//! nothing waits for its answer: until that comes, and where none ever does, the background is taken to be dark.
//!
//! The question and the answer are xterm's *Control Sequences*, operating system command 11.

/// Asks the terminal for the colour behind the text. A terminal that does not know the question says nothing.
pub const QUESTION: &str = "\x1b]11;?\x1b\\";

/// What is behind the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Background {
    /// Nearer to black.
    Dark,
    /// Nearer to white.
    Light,
}

/// How an answer begins, after `ESC ]`.
pub(super) const LEAD: &[u8] = b"11;";

/// Reads the colour of an answer: `rgb:ffff/ffff/ffff`, with one to four hexadecimal digits for each of red, green and
/// blue. None for anything else.
#[must_use]
pub fn read(colour: &str) -> Option<Background> {
    let (_, parts) = colour.split_once(':')?;
    let mut parts = parts.split('/').map(share);
    let (red, green, blue) = (parts.next()??, parts.next()??, parts.next()??);
    // How bright the three look to an eye, in thousandths (ITU-R BT.601).
    let brightness = (299 * red + 587 * green + 114 * blue) / 1000;
    Some(if brightness > 500 {
        Background::Light
    } else {
        Background::Dark
    })
}

/// A part of a colour in thousandths of what it can be.
fn share(digits: &str) -> Option<u32> {
    let most = 16_u32.checked_pow(u32::try_from(digits.len()).ok()?)?.checked_sub(1)?;
    if !(1..=4).contains(&digits.len()) {
        return None;
    }
    Some(u32::from_str_radix(digits, 16).ok()? * 1000 / most)
}
