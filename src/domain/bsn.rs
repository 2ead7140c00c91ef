//! The number that has no place here.
//!
//! There is no field for a BSN (privacy statement 1). This module only knows how to recognise one, so that it can be
//! refused where somebody types or imports it.

/// Whether a text is nine digits that pass the elfproef, as somebody would type a BSN into a field.
pub fn looks_like_bsn(text: &str) -> bool {
    bsn_digits(text) == Some(9)
}

/// How many digits a value has, if it is digits, spaces and dots alone and passes the elfproef: the digits weighed 9,
/// 8, … 2 and −1 add up to a multiple of eleven. One number in eleven does so by chance. Numbers below ten million are
/// not issued, which keeps out pupil numbers padded to nine digits.
pub fn bsn_digits(cell: &str) -> Option<usize> {
    // Longer cells cannot be one, and reading on would cost time in a file of long notes.
    if cell.len() > 15 {
        return None;
    }
    let mut digits = Vec::with_capacity(9);
    for letter in cell.chars().filter(|letter| !matches!(letter, ' ' | '.' | '\u{A0}')) {
        digits.push(i64::from(letter.to_digit(10)?));
    }
    let weights = [9, 8, 7, 6, 5, 4, 3, 2, -1];
    let offset = match digits.len() {
        9 => 0,
        8 => 1,
        _ => return None,
    };
    let sum: i64 = weights
        .iter()
        .skip(offset)
        .zip(&digits)
        .map(|(weight, digit)| weight * digit)
        .sum();
    let value = digits.iter().fold(0, |value, digit| value * 10 + digit);
    (value >= 10_000_000 && sum % 11 == 0).then_some(digits.len())
}
