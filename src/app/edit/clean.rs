//! What a text may hold, and how it stays in NFC when a part of it is replaced.
//!
//! The rule: everything in the text can be seen or is a line feed. What arrives by keyboard or paste is put right here
//! rather than refused, because a chair who pastes from a letter or a sheet cannot mend invisible characters.
//!
//! | arrives | becomes |
//! |---|---|
//! | CR LF, CR, LF, VT, FF, NEL, U+2028, U+2029 | a line feed; a space in a text of one line |
//! | tab | four spaces; one in a text of one line, where it comes from a sheet's cells |
//! | other control characters | nothing |
//! | direction marks, embeddings, overrides and isolates | nothing: they can make a text read as another than it is, and the cursor would stop at nothing |
//! | soft hyphen, zero-width space, word joiner, byte order mark and their like | nothing: a word with one in it is not found |
//!
//! The zero-width joiner and non-joiner stay: emoji and Persian are spelled with them.

use std::ops::Range;

use unicode_normalization::char::canonical_combining_class;
use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

use super::Kind;
use super::wrap::slice;
use crate::domain::draft::DraftEdit;

/// Below this character (U+0300) nothing combines: text of such characters only is in NFC already.
const FIRST_COMBINING: char = '\u{300}';

/// The text with everything in the table above put right. Not yet in NFC.
pub(super) fn clean(text: &str, kind: Kind) -> String {
    let (feed, tab) = match kind {
        Kind::Lines => ('\n', "    "),
        Kind::OneLine => (' ', " "),
    };
    let mut out = String::with_capacity(text.len());
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '\r' => {
                chars.next_if_eq(&'\n');
                out.push(feed);
            }
            '\n' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => out.push(feed),
            '\t' => out.push_str(tab),
            c if c.is_control() || is_invisible(c) => {}
            c => out.push(c),
        }
    }
    out
}

/// Format characters that leave no trace on the screen and are not part of how a word or an emoji is spelled.
fn is_invisible(c: char) -> bool {
    matches!(
        c,
        '\u{ad}'
            | '\u{61c}'
            | '\u{180e}'
            | '\u{200b}'
            | '\u{200e}'
            | '\u{200f}'
            | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}'
            | '\u{feff}'
            | '\u{fff9}'..='\u{fffb}'
            | '\u{e0001}'
    )
}

/// The text in NFC.
pub(super) fn nfc(text: &str) -> String {
    if is_plain(text) {
        text.to_owned()
    } else {
        text.nfc().collect()
    }
}

fn is_plain(text: &str) -> bool {
    // The first byte of every character from U+0300 on is at least 0xCC, and no byte within a character is.
    text.bytes().all(|byte| byte < 0xcc)
}

/// Whether text before this character can be normalised without looking at it (Unicode Annex 15, section 9: a
/// character with combining class 0 and quick check "yes" is stable under concatenation).
fn is_stable(c: char) -> bool {
    c < FIRST_COMBINING || (canonical_combining_class(c) == 0 && is_nfc_quick(std::iter::once(c)) == IsNormalized::Yes)
}

/// A replacement with as much of its surroundings as normalisation may change.
pub(super) struct Seam {
    /// What is to be replaced, in the old text.
    pub(super) range: Range<usize>,
    /// What comes in its place, in NFC.
    pub(super) text: String,
    /// How many bytes at the end of the range only came along.
    tail: usize,
    /// Whether anything came along at either side.
    widened: bool,
    /// Whether `text` still ends in what came along.
    tail_intact: bool,
}

/// What replacing `range` of a text in NFC by `with` comes to, so that the whole is in NFC again.
pub(super) fn seam(text: &str, range: Range<usize>, with: &str) -> Seam {
    let behind = slice(text, range.end..text.len());
    let tail: usize = behind.chars().take_while(|c| !is_stable(*c)).map(char::len_utf8).sum();
    let first = with.chars().next().or_else(|| behind.chars().next());
    let mut start = range.start;
    if first.is_some_and(|c| !is_stable(c)) {
        let ahead = slice(text, 0..start);
        start = ahead
            .char_indices()
            .rev()
            .find(|(_, c)| is_stable(*c))
            .map_or(0, |(at, _)| at);
    }
    let widened = start < range.start || tail > 0;
    let came_along = slice(text, range.end..range.end + tail);
    let joined = if widened {
        nfc(&[slice(text, start..range.start), with, came_along].concat())
    } else {
        nfc(with)
    };
    let tail_intact = joined.ends_with(came_along);
    Seam {
        range: start..range.end + tail,
        text: joined,
        tail,
        widened,
        tail_intact,
    }
}

impl Seam {
    /// The change itself, without what came along and stayed as it was.
    pub(super) fn edit(&self, text: &str) -> DraftEdit {
        let (old, new) = (slice(text, self.range.clone()), self.text.as_str());
        let same = |pairs: &mut dyn Iterator<Item = (char, char)>| -> usize {
            pairs.take_while(|(a, b)| a == b).map(|(a, _)| a.len_utf8()).sum()
        };
        let ahead = if self.widened {
            same(&mut old.chars().zip(new.chars()))
        } else {
            0
        };
        let (old, new) = (slice(old, ahead..old.len()), slice(new, ahead..new.len()));
        let behind = if self.widened {
            same(&mut old.chars().rev().zip(new.chars().rev()))
        } else {
            0
        };
        DraftEdit {
            at: self.range.start + ahead,
            removed: slice(old, 0..old.len() - behind).to_owned(),
            inserted: slice(new, 0..new.len() - behind).to_owned(),
        }
    }

    /// Where the cursor belongs in the new text: behind what was put in, or behind the letter it has become part of.
    pub(super) fn cursor(&self) -> usize {
        let tail = if self.tail_intact { self.tail } else { 0 };
        self.range.start + self.text.len() - tail
    }
}
