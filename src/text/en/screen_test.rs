//! The words of the screen test, in English.

use crate::text::screen_test::{Ink, Manner, Meaning, ScreenTest, Sign};

pub(in crate::text) const SCREEN_TEST: ScreenTest = ScreenTest {
    title: "Screen test",
    reach: "From how far can this be read?",
    larger: "Further away? Fewer rows with larger letters; from 20 rows on all works.",
    signs: "Signs, with their stand-in for --ascii",
    styles: "Styles: each word must be easy to read",
    own_colour: "own colour",
    keys: "Press each key once",
    swallowed: "A key that does not arrive is kept by the terminal, by tmux or by the system.",
    leave: "q or Esc twice ends this",
    last: "last key:",
    all_arrived: "every key arrived",
    size,
    from,
    sign,
    meaning,
    ink,
    manner,
    on,
    arrived,
    summary,
};

fn size(rows: u16, columns: u16) -> String {
    format!("{rows} rows × {columns} columns")
}

/// Tenths of a larger measure, with a decimal point.
fn tenths(of: u32) -> String {
    format!("{}.{}", of / 10, of % 10)
}

fn from(image: u32, letter: u32, distance: u32) -> String {
    let image = tenths(image / 10);
    format!(
        "image {image} m high: letter {letter} mm, can be read up to {} m away",
        tenths(distance)
    )
}

fn sign(sign: Sign) -> &'static str {
    match sign {
        Sign::Here => "here",
        Sign::Done => "done",
        Sign::Open => "not yet",
        Sign::Now => "now",
        Sign::Alert => "take care",
        Sign::Carried => "carried over",
        Sign::Then => "becomes",
        Sign::More => "there is more",
        Sign::Cut => "goes on",
        Sign::Holds => "holds",
        Sign::Beside => "does not hold",
        Sign::Planned => "planned",
        Sign::Held => "held",
        Sign::Together => "together",
        Sign::Begun => "instrument",
        Sign::Term => "term",
        Sign::Digits => "digits",
        Sign::Lines => "borders",
    }
}

fn meaning(meaning: Meaning) -> &'static str {
    match meaning {
        Meaning::Text => "text",
        Meaning::Label => "label",
        Meaning::Title => "title",
        Meaning::Focus => "chosen",
        Meaning::Muted => "less important",
        Meaning::Disabled => "cannot act now",
        Meaning::Overdue => "overdue",
        Meaning::Warning => "take care",
        Meaning::Ok => "done",
        Meaning::Preview => "read as",
        Meaning::Private => "PRIVATE",
        Meaning::Shared => "SHARED",
        Meaning::Gap => "GAP",
        Meaning::Holds => "holds",
    }
}

fn ink(ink: Ink) -> &'static str {
    match ink {
        Ink::Black => "black",
        Ink::Red => "red",
        Ink::Green => "green",
        Ink::Yellow => "yellow",
        Ink::Blue => "blue",
        Ink::Magenta => "magenta",
        Ink::Cyan => "cyan",
        Ink::Grey => "grey",
        Ink::DarkGrey => "dark grey",
        Ink::BrightRed => "bright red",
        Ink::BrightGreen => "bright green",
        Ink::BrightYellow => "bright yellow",
        Ink::BrightBlue => "bright blue",
        Ink::BrightMagenta => "bright magenta",
        Ink::BrightCyan => "bright cyan",
        Ink::White => "white",
    }
}

fn manner(manner: Manner) -> &'static str {
    match manner {
        Manner::Bold => "bold",
        Manner::Dim => "dim",
        Manner::Reversed => "reversed",
        Manner::Underlined => "underlined",
    }
}

fn on(ink: &str, ground: &str) -> String {
    format!("{ink} on {ground}")
}

fn arrived(key: &str) -> String {
    format!("{key} arrived")
}

fn summary(arrived: usize, of: usize, missing: &str) -> String {
    match missing {
        "" => format!("all {of} keys arrived"),
        _ => format!("{arrived} of {of} keys arrived; not: {missing}"),
    }
}
