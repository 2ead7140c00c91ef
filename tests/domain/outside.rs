//! Text from outside is shown and never obeyed, in a line, in lines and in JSON.

use std::borrow::Cow;

use dakpan::domain::outside::{MARK, escaped_json, is_obeyed, visible, visible_lines};
use proptest::prelude::*;

#[test]
fn what_would_be_obeyed_is_seen_in_its_place() {
    for order in [
        "\u{1b}[2J",
        "\u{9b}31m",
        "\u{7}",
        "\u{8}",
        "\u{202e}",
        "\u{202a}",
        "\u{2066}",
        "\u{2069}",
        "\u{200e}",
        "\u{200f}",
        "\u{61c}",
        "\u{feff}",
        "\u{2028}",
        "\u{0}",
        "\u{7f}",
    ] {
        let text = format!("voor{order}na");
        let shown = visible(&text);
        assert!(
            shown.contains(MARK) && shown.starts_with("voor") && shown.ends_with("na"),
            "{shown:?}"
        );
        assert!(!shown.chars().any(is_obeyed), "{shown:?}");
    }
    // What ends a line or jumps on is a space in a single line, and one that is written with two is one.
    assert_eq!(visible("een\ttwee\r\ndrie\rvier\n"), "een twee drie vier ");
    // Joiners belong to how a word or an emoji is spelled.
    assert_eq!(visible("👩\u{200d}🏫 و\u{200c}"), "👩\u{200d}🏫 و\u{200c}");
}

#[test]
fn lines_stay_lines_and_a_sheet_stays_a_sheet() {
    assert_eq!(visible_lines("een\ntwee\n"), "een\ntwee\n");
    assert_eq!(visible_lines("\u{feff}a;b\r\n1;2\r\n"), "\u{feff}a;b\r\n1;2\r\n");
    assert_eq!(visible_lines("a\rb\u{feff}\tc\u{1b}"), "a¤b¤ c¤");
    // A document without any of it, and most have none, is not copied.
    assert!(matches!(visible_lines("een\ntwee\n"), Cow::Borrowed(_)));
}

#[test]
fn json_says_the_same_and_orders_nothing() {
    let value = serde_json::json!({ "naam": "a\u{9b}b\u{202e}c\u{e0041}d\u{1b}e\u{7f}" });
    let plain = serde_json::to_string_pretty(&value).unwrap();
    let told = escaped_json(&plain);
    assert!(!told.chars().any(|c| is_obeyed(c) && c != '\n'), "{told:?}");
    assert_eq!(serde_json::from_str::<serde_json::Value>(&told).unwrap(), value);
}

proptest! {
    #![proptest_config(proptest::test_runner::Config { failure_persistence: None, ..Default::default() })]

    #[test]
    fn no_text_orders_anything(text in any::<String>()) {
        prop_assert!(!visible(&text).chars().any(is_obeyed));
        let lines = visible_lines(&text).into_owned();
        let inner = lines.trim_start_matches('\u{feff}').replace("\r\n", "\n");
        prop_assert!(!inner.chars().any(|c| is_obeyed(c) && c != '\n'));
        let json = serde_json::to_string(&text).unwrap();
        prop_assert_eq!(serde_json::from_str::<String>(&escaped_json(&json)).unwrap(), text);
    }
}
