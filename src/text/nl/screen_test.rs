//! The words of the screen test, in Dutch.

use crate::text::screen_test::{Ink, Manner, Meaning, ScreenTest, Sign};

pub(in crate::text) const SCREEN_TEST: ScreenTest = ScreenTest {
    title: "Schermtest",
    reach: "Tot hoe ver is dit te lezen?",
    larger: "Verder weg? Minder rijen met grotere letters; vanaf 20 rijen werkt alles.",
    signs: "Tekens, met hun vervanger bij --ascii",
    styles: "Stijlen: elk woord moet goed te lezen zijn",
    own_colour: "eigen kleur",
    keys: "Druk elke toets één keer in",
    swallowed: "Een toets die niet aankomt, houdt de terminal, tmux of het systeem zelf.",
    leave: "q of twee keer Esc stopt",
    last: "laatste toets:",
    all_arrived: "alle toetsen kwamen aan",
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
    format!("{rows} rijen × {columns} kolommen")
}

/// Tenths of a larger measure, with a decimal comma.
fn tenths(of: u32) -> String {
    format!("{},{}", of / 10, of % 10)
}

fn from(image: u32, letter: u32, distance: u32) -> String {
    let image = tenths(image / 10);
    format!(
        "beeld {image} m hoog: letter {letter} mm, te lezen tot {} m",
        tenths(distance)
    )
}

fn sign(sign: Sign) -> &'static str {
    match sign {
        Sign::Here => "hier",
        Sign::Done => "klaar",
        Sign::Open => "nog niet",
        Sign::Now => "nu",
        Sign::Alert => "let op",
        Sign::Carried => "doorgeschoven",
        Sign::Then => "wordt",
        Sign::More => "er is meer",
        Sign::Cut => "gaat door",
        Sign::Holds => "houdt vast",
        Sign::Beside => "houdt niet vast",
        Sign::Planned => "gepland",
        Sign::Held => "begeleid",
        Sign::Together => "samen",
        Sign::Begun => "instrument",
        Sign::Term => "termijn",
        Sign::Digits => "cijfers",
        Sign::Lines => "randen",
    }
}

fn meaning(meaning: Meaning) -> &'static str {
    match meaning {
        Meaning::Text => "tekst",
        Meaning::Label => "label",
        Meaning::Title => "titel",
        Meaning::Focus => "gekozen",
        Meaning::Muted => "minder belangrijk",
        Meaning::Disabled => "kan nu niet",
        Meaning::Overdue => "te laat",
        Meaning::Warning => "let op",
        Meaning::Ok => "klaar",
        Meaning::Preview => "zo gelezen",
        Meaning::Private => "PRIVÉ",
        Meaning::Shared => "GEDEELD",
        Meaning::Gap => "GAT",
        Meaning::Holds => "houdt vast",
    }
}

fn ink(ink: Ink) -> &'static str {
    match ink {
        Ink::Black => "zwart",
        Ink::Red => "rood",
        Ink::Green => "groen",
        Ink::Yellow => "geel",
        Ink::Blue => "blauw",
        Ink::Magenta => "paars",
        Ink::Cyan => "cyaan",
        Ink::Grey => "grijs",
        Ink::DarkGrey => "donkergrijs",
        Ink::BrightRed => "fel rood",
        Ink::BrightGreen => "fel groen",
        Ink::BrightYellow => "fel geel",
        Ink::BrightBlue => "fel blauw",
        Ink::BrightMagenta => "fel paars",
        Ink::BrightCyan => "fel cyaan",
        Ink::White => "wit",
    }
}

fn manner(manner: Manner) -> &'static str {
    match manner {
        Manner::Bold => "vet",
        Manner::Dim => "zwak",
        Manner::Reversed => "omgekeerd",
        Manner::Underlined => "onderstreept",
    }
}

fn on(ink: &str, ground: &str) -> String {
    format!("{ink} op {ground}")
}

fn arrived(key: &str) -> String {
    format!("{key} kwam aan")
}

fn summary(arrived: usize, of: usize, missing: &str) -> String {
    match missing {
        "" => format!("alle {of} toetsen kwamen aan"),
        _ => format!("{arrived} van {of} toetsen kwamen aan; niet: {missing}"),
    }
}
