//! Box-drawing and block characters as exact pixels. A font leaves seams between them, or draws them a little off; a
//! terminal that people like draws them itself, and so do the pictures.

/// Width and height of a cell in pixels.
pub const CELL: (i32, i32) = (10, 20);

/// The pixel a thin line runs over, across and down.
const MIDDLE: (i32, i32) = (5, 10);

/// How far the two strokes of a double line lie from the middle.
const APART: i32 = 2;

/// What is painted of a cell, in pixels from its corner.
#[derive(Debug, PartialEq)]
pub enum Shape {
    /// x, y, width, height.
    Rect(i32, i32, i32, i32),
    /// The whole cell with this part of the colour.
    Shade(f32),
    /// A thin line along this SVG path.
    Stroke(&'static str),
}

/// The shapes of a character that is drawn and not written; nothing for a character the font draws.
pub fn shapes(symbol: &str) -> Option<Vec<Shape>> {
    let mut chars = symbol.chars();
    let (Some(c), None) = (chars.next(), chars.next()) else {
        return None;
    };
    block(c).or_else(|| rounded(c)).or_else(|| arms(c).map(lines))
}

fn block(c: char) -> Option<Vec<Shape>> {
    let (width, height) = CELL;
    let eighths = |whole: i32, n: u32| (whole * i32::try_from(n).unwrap_or(8) + 4) / 8;
    let quadrants = |places: &[(i32, i32)]| {
        let half = (width / 2, height / 2);
        let rect = |(x, y): &(i32, i32)| Shape::Rect(x * half.0, y * half.1, half.0, half.1);
        places.iter().map(rect).collect()
    };
    let code = u32::from(c);
    Some(match c {
        '▀' => vec![Shape::Rect(0, 0, width, height / 2)],
        '▁'..='█' => {
            let tall = eighths(height, code - 0x2580);
            vec![Shape::Rect(0, height - tall, width, tall)]
        }
        '▉'..='▏' => vec![Shape::Rect(0, 0, eighths(width, 0x2590 - code), height)],
        '▐' => vec![Shape::Rect(width / 2, 0, width / 2, height)],
        // A quarter of the cell in dots: a pattern, for a gap must not be told by its colour alone.
        '░' => (0..8)
            .map(|n| Shape::Rect(1 + 5 * (n % 2) + 2 * (n / 2 % 2), 1 + 5 * (n / 2), 2, 3))
            .collect(),
        '▒' => vec![Shape::Shade(0.5)],
        '▓' => vec![Shape::Shade(0.75)],
        '▔' => vec![Shape::Rect(0, 0, width, eighths(height, 1))],
        '▕' => vec![Shape::Rect(width - 1, 0, 1, height)],
        '▖' => quadrants(&[(0, 1)]),
        '▗' => quadrants(&[(1, 1)]),
        '▘' => quadrants(&[(0, 0)]),
        '▙' => quadrants(&[(0, 0), (0, 1), (1, 1)]),
        '▚' => quadrants(&[(0, 0), (1, 1)]),
        '▛' => quadrants(&[(0, 0), (1, 0), (0, 1)]),
        '▜' => quadrants(&[(0, 0), (1, 0), (1, 1)]),
        '▝' => quadrants(&[(1, 0)]),
        '▞' => quadrants(&[(1, 0), (0, 1)]),
        '▟' => quadrants(&[(1, 0), (0, 1), (1, 1)]),
        _ => return None,
    })
}

fn rounded(c: char) -> Option<Vec<Shape>> {
    let path = match c {
        '╭' => "M5.5 20V16Q5.5 10.5 10 10.5",
        '╮' => "M5.5 20V16Q5.5 10.5 0 10.5",
        '╯' => "M5.5 0V5Q5.5 10.5 0 10.5",
        '╰' => "M5.5 0V5Q5.5 10.5 10 10.5",
        _ => return None,
    };
    Some(vec![Shape::Stroke(path)])
}

/// How a line runs from the middle of the cell to an edge.
#[derive(Clone, Copy, PartialEq)]
enum Arm {
    None,
    Light,
    Heavy,
    Double,
}

/// Left, right, up and down.
fn arms(c: char) -> Option<[Arm; 4]> {
    const LIGHT: &str = "─│┌┐└┘├┤┬┴┼╴╶╵╷";
    const HEAVY: &str = "━┃┏┓┗┛┣┫┳┻╋╸╺╹╻";
    const DOUBLE: &str = "═║╔╗╚╝╠╣╦╩╬";
    // Which of left, right, up and down a character has, in the order of the rows; the mixed ones begin at "rd".
    const RUNS: [&str; 15] = [
        "lr", "ud", "rd", "ld", "ru", "lu", "rud", "lud", "lrd", "lru", "lrud", "l", "r", "u", "d",
    ];
    const DOUBLE_ACROSS: &str = "╒╕╘╛╞╡╤╧╪";
    const DOUBLE_DOWN: &str = "╓╖╙╜╟╢╥╨╫";
    [
        (LIGHT, Arm::Light, Arm::Light, 0),
        (HEAVY, Arm::Heavy, Arm::Heavy, 0),
        (DOUBLE, Arm::Double, Arm::Double, 0),
        (DOUBLE_ACROSS, Arm::Double, Arm::Light, 2),
        (DOUBLE_DOWN, Arm::Light, Arm::Double, 2),
    ]
    .into_iter()
    .find_map(|(row, across, down, first)| {
        let at = row.chars().position(|one| one == c)?;
        Some(runs_of(across, down, RUNS[first + at]))
    })
}

fn runs_of(across: Arm, down: Arm, runs: &str) -> [Arm; 4] {
    [('l', across), ('r', across), ('u', down), ('d', down)].map(
        |(letter, arm)| {
            if runs.contains(letter) { arm } else { Arm::None }
        },
    )
}

fn lines([left, right, up, down]: [Arm; 4]) -> Vec<Shape> {
    let mut shapes = Vec::new();
    let flat = |from, to, y, thick| Shape::Rect(from, y, to - from, thick);
    let tall = |from, to, x, thick| Shape::Rect(x, from, thick, to - from);
    for (offset, thick) in strokes(left) {
        let to = MIDDLE.0 + 1 + past_middle(offset, up, down);
        shapes.push(flat(0, to, MIDDLE.1 + offset, thick));
    }
    for (offset, thick) in strokes(right) {
        let from = MIDDLE.0 - past_middle(offset, up, down);
        shapes.push(flat(from, CELL.0, MIDDLE.1 + offset, thick));
    }
    for (offset, thick) in strokes(up) {
        let to = MIDDLE.1 + 1 + past_middle(offset, left, right);
        shapes.push(tall(0, to, MIDDLE.0 + offset, thick));
    }
    for (offset, thick) in strokes(down) {
        let from = MIDDLE.1 - past_middle(offset, left, right);
        shapes.push(tall(from, CELL.1, MIDDLE.0 + offset, thick));
    }
    shapes
}

/// The strokes of an arm: how far from the middle each begins, and how thick it is.
fn strokes(arm: Arm) -> Vec<(i32, i32)> {
    match arm {
        Arm::None => vec![],
        Arm::Light => vec![(0, 1)],
        Arm::Heavy => vec![(-1, 3)],
        Arm::Double => vec![(-APART, 1), (APART, 1)],
    }
}

/// How far a stroke goes past the middle so that it meets the line it crosses: up to the near stroke of a double line
/// it runs into, to the far one where it closes a corner.
fn past_middle(offset: i32, before: Arm, after: Arm) -> i32 {
    let double = |arm| arm == Arm::Double;
    if before == Arm::Heavy || after == Arm::Heavy {
        return 1;
    }
    let runs_into = match offset.signum() {
        1 => double(after),
        _ if offset == -APART => double(before),
        _ => double(before) && double(after),
    };
    if runs_into {
        -APART
    } else if double(before) || double(after) {
        APART
    } else {
        0
    }
}
