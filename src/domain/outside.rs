//! Text from outside: what of it is shown, and what a terminal would obey.
//!
//! The rule: a list, a paste or a record can hold anything. Wherever text goes to a terminal, what would be obeyed there
//! instead of shown is replaced by a mark that is seen, so that nothing happens and nobody believes that nothing was
//! there. The text itself stays as it is.

use std::borrow::Cow;

/// Stands for a character that a terminal would obey instead of show.
pub const MARK: char = '¤';

/// Whether a character is not shown but obeyed: a control character, a change of direction, or something invisible
/// that could make one text look like another. Joiners, with which emoji and Persian are spelled, are none of these.
pub fn is_obeyed(c: char) -> bool {
    c.is_control()
        || matches!(c,
            '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}')
}

/// The text in one line, with a mark in place of every character that a terminal would obey; a line feed or tab becomes
/// a space.
pub fn visible(text: &str) -> Cow<'_, str> {
    if !text.chars().any(is_obeyed) {
        return Cow::Borrowed(text);
    }
    let shown = |c: char| match c {
        '\n' | '\r' | '\t' => ' ',
        c if is_obeyed(c) => MARK,
        c => c,
    };
    Cow::Owned(text.replace("\r\n", "\n").chars().map(shown).collect())
}

/// The text with its lines, each as [`visible`] makes it; the line ends of a sheet, and the mark before it that says how
/// it is written, stay.
pub fn visible_lines(text: &str) -> Cow<'_, str> {
    let kept = |c: char| matches!(c, '\n' | '\r' | '\u{feff}');
    if !text.chars().any(|c| is_obeyed(c) && c != '\n') {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    let mut rest = text.chars().peekable();
    while let Some(c) = rest.next() {
        let in_its_place = match c {
            '\n' => true,
            '\r' => rest.peek() == Some(&'\n'),
            _ => out.is_empty(),
        };
        out.push(match c {
            '\t' => ' ',
            c if kept(c) && in_its_place => c,
            c if is_obeyed(c) => MARK,
            c => c,
        });
    }
    Cow::Owned(out)
}

/// JSON in which every such character is written by its number, which says the same and orders nothing. Line feeds
/// between its values stay.
pub fn escaped_json(json: &str) -> Cow<'_, str> {
    let told = |c: char| is_obeyed(c) && c != '\n';
    if !json.chars().any(told) {
        return Cow::Borrowed(json);
    }
    let mut out = String::with_capacity(json.len());
    for c in json.chars() {
        if told(c) {
            let mut units = [0; 2];
            for unit in c.encode_utf16(&mut units) {
                out.push_str(&format!("\\u{unit:04x}"));
            }
        } else {
            out.push(c);
        }
    }
    Cow::Owned(out)
}
