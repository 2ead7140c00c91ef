//! Numbers that look like a BSN, by the elfproef worked out by hand: they are what the program will not hold.

use dakpan::domain::bsn::{bsn_digits, looks_like_bsn};

#[test]
fn nine_digits_that_pass_the_elfproef_look_like_a_bsn_however_they_are_written() {
    // 9×1 + 8×1 + 7×1 + 6×2 + 5×2 + 4×2 + 3×3 + 2×3 − 3 = 66, which is six times eleven.
    for text in [
        "111222333",
        "111.222.333",
        "111 222 333",
        "1112\u{A0}22333",
        " 111222333 ",
        "123456782",
    ] {
        assert_eq!(bsn_digits(text), Some(9), "{text:?}");
        assert!(looks_like_bsn(text), "{text:?}");
    }
    // A spreadsheet drops the zero in front; that alone is no reason to call a number one.
    assert_eq!(bsn_digits("12345672"), Some(8));
    assert!(!looks_like_bsn("12345672"));
}

#[test]
fn what_is_no_bsn_is_left_alone() {
    for text in [
        "111222334",
        "111222332",
        "12345673",
        // Numbers below ten million were never given out, and a row of zeros passes every sum.
        "000000000",
        "009999905",
        "1234567",
        "1112223330",
        "111-222-333",
        "11122233a",
        "",
        // Nobody writes a blank between all digits: a cell as long as this is a note.
        "1 1 1 2 2 2 3 3 3",
        "1 1 1 2 2 2 3 33",
    ] {
        assert_eq!(bsn_digits(text), None, "{text:?}");
        assert!(!looks_like_bsn(text), "{text:?}");
    }
    assert_eq!(bsn_digits("1 1 1 2 2 2 333"), Some(9));
}
