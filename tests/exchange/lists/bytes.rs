//! Rules that hold whatever a file holds.

use dakpan::exchange::lists::{List, read_list};
use proptest::prelude::*;

/// Pieces that a list is made of and goes wrong on.
fn pieces() -> impl Strategy<Value = Vec<u8>> {
    let piece = prop::sample::select(vec![
        "stamnr",
        "roepnaam",
        "achternaam",
        "geb.datum",
        "uitstroomdatum",
        "leerweg",
        ";",
        ";",
        ";",
        ",",
        "\t",
        "\n",
        "\r\n",
        "\r",
        "\"",
        "\"\"",
        "?",
        "31-07-2027",
        "46599",
        "123456782",
        "é",
        "\u{FFFD}",
        "\u{1b}",
        "=\"",
        "'",
        "sep=;",
    ]);
    prop::collection::vec(piece, 0..80).prop_map(|pieces| pieces.concat().into_bytes())
}

/// What must hold of every list that is read.
pub(crate) fn is_sound(list: &List) {
    let mut numbers: Vec<_> = list.rows.iter().map(|row| row.number.as_str()).collect();
    numbers.sort_unstable();
    assert!(numbers.windows(2).all(|pair| pair[0] != pair[1]));
    for row in &list.rows {
        assert!(row.row > list.heading_row);
        for text in [&row.number, &row.given, &row.family] {
            assert!(!text.is_empty() && text.trim() == text && !text.contains(char::is_control));
        }
        assert!(list.refused.iter().all(|refusal| refusal.row != row.row));
    }
}

proptest! {
    #![proptest_config(proptest::test_runner::Config { failure_persistence: None, ..Default::default() })]

    #[test]
    fn any_bytes_end_in_a_list_or_a_reason(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        if let Ok(list) = read_list(&bytes) {
            is_sound(&list);
        }
    }

    #[test]
    fn any_bytes_below_headings_end_in_a_list_or_a_reason(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        let file = [b"stamnr;roepnaam;achternaam;geb.datum\n1;a;b;c\n".as_slice(), &bytes].concat();
        if let Ok(list) = read_list(&file) {
            is_sound(&list);
        }
    }

    #[test]
    fn any_order_of_a_lists_pieces_ends_in_a_list_or_a_reason(tail in pieces()) {
        for head in ["", "stamnr;roepnaam;achternaam;geb.datum;uitstroomdatum;leerweg\n"] {
            if let Ok(list) = read_list(&[head.as_bytes(), &tail].concat()) {
                is_sound(&list);
            }
        }
    }

    /// Nobody drops off silently: of a file whose cells need no quotation marks, every filled line is accepted or
    /// refused.
    #[test]
    fn every_line_is_accepted_or_refused(lines in prop::collection::vec("[a-z0-9?é;,. -]{0,30}", 1..40)) {
        let text = format!("stamnr;roepnaam;achternaam;klas\n0;a;b;c\n{}\n", lines.join("\n"));
        let list = read_list(text.as_bytes()).unwrap();
        let filled = lines.iter().filter(|line| line.chars().any(|letter| letter != ';' && letter != ' ')).count();
        prop_assert_eq!(list.rows.len() + list.refused_rows(), filled + 1);
    }

    /// A row that is written down by the rules of CSV comes back as it was.
    #[test]
    fn what_is_written_is_read_back(
        // An apostrophe before a minus is a spreadsheet's way to say that it is text.
        given in "[A-Za-zéëüşŁ-][A-Za-zéëüşŁ'-]{0,19}",
        placement in "[A-Za-z;,\"&. ]{0,30}",
        delimiter in prop::sample::select(vec![';', ',', '\t']),
    ) {
        let mut writer = csv::WriterBuilder::new().delimiter(delimiter as u8).from_writer(Vec::new());
        writer.write_record(["stamnr", "roepnaam", "achternaam", "stagebedrijf"]).unwrap();
        writer.write_record(["007", &given, "Smit", &placement]).unwrap();
        let list = read_list(&writer.into_inner().unwrap()).unwrap();
        prop_assert_eq!(list.delimiter, delimiter);
        prop_assert_eq!(&list.rows[0].given, &given);
        let words: Vec<_> = placement.split(' ').filter(|word| !word.is_empty()).collect();
        prop_assert_eq!(&list.rows[0].placement, &words.join(" "));
    }
}
