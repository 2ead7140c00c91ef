//! Rows as cells and as lines, and back.

use dakpan::domain::whole::{ColumnDefault, ColumnKind, ColumnShape, RowFault, TableShape};
use dakpan::exchange::whole::{cell, csv_headings, csv_row, read_csv_row, read_description, read_json_row};
use proptest::prelude::*;
use serde_json::{Value, json};

fn column(name: &str, kind: ColumnKind, required: bool) -> ColumnShape {
    ColumnShape {
        name: name.into(),
        kind,
        required,
        default: None,
        points_at: None,
    }
}

/// A table with every kind of column.
pub(crate) fn table() -> TableShape {
    let mut state = column("state", ColumnKind::Text, true);
    state.default = Some(ColumnDefault::Text("open".into()));
    TableShape {
        name: "thing".into(),
        columns: vec![
            column("id", ColumnKind::Integer, true),
            column("text", ColumnKind::Text, true),
            column("maybe", ColumnKind::Text, false),
            column("count", ColumnKind::Integer, false),
            state,
        ],
        key: vec!["id".into()],
        made_with: String::new(),
    }
}

proptest! {
    #![proptest_config(proptest::test_runner::Config { failure_persistence: None, ..Default::default() })]

    #[test]
    fn any_row_comes_back_from_both_forms(
        id in any::<i64>(),
        text in ".*",
        maybe in proptest::option::of("[=+@'\t\r\n;,\"-]{0,3}.{0,5}"),
        count in proptest::option::of(any::<i64>()),
    ) {
        let table = table();
        let row = json!({"id": id, "text": text, "maybe": maybe, "count": count, "state": "done"});
        let cells = csv_row(&table, &row.to_string()).unwrap();
        let mut written = Vec::new();
        let mut csv = csv::Writer::from_writer(&mut written);
        csv.write_record(&cells).unwrap();
        csv.flush().unwrap();
        drop(csv);
        let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(written.as_slice());
        let read = reader.records().next().unwrap().unwrap();
        let headings: Vec<String> = csv_headings(&table).into_iter().map(str::to_owned).collect();
        let back = read_csv_row(&table, &headings, &read.iter().collect::<Vec<_>>()).unwrap();
        prop_assert_eq!(&serde_json::from_str::<Value>(&back).unwrap(), &row);
        let back = read_json_row(&table, &row.to_string()).unwrap();
        prop_assert_eq!(&serde_json::from_str::<Value>(&back).unwrap(), &row);
    }

    #[test]
    fn no_text_begins_a_formula(text in "[=+@\t\r\n-]?.*") {
        let written = cell::of_text(&text);
        prop_assert!(!written.starts_with(['=', '+', '-', '@', '\t', '\r', '\n']) && !written.is_empty());
        prop_assert_eq!(cell::to_text(&written), Some(text.as_str()));
    }

    #[test]
    fn garbage_is_refused_and_never_stops_the_program(line in ".*", cells in proptest::collection::vec(".*", 0..7)) {
        let table = table();
        let _ = read_json_row(&table, &line);
        let headings = ["id", "text", "maybe", "count", "state"].map(str::to_owned);
        let _ = read_csv_row(&table, &headings, &cells.iter().map(String::as_str).collect::<Vec<_>>());
        prop_assert_eq!(read_description(&line), None);
    }
}

#[test]
fn what_is_wrong_is_told_with_its_column() {
    let fault = |line: &str| {
        let refused = read_json_row(&table(), line).unwrap_err();
        (refused.fault, refused.column)
    };
    let of = |fault, column: &str| (fault, Some(column.to_owned()));
    assert_eq!(fault("[1]"), (RowFault::NotARow, None));
    assert_eq!(
        fault(r#"{"id":1,"text":"","extra":1}"#),
        of(RowFault::UnknownColumn, "extra")
    );
    assert_eq!(fault(r#"{"id":1}"#), of(RowFault::MissingColumn, "text"));
    assert_eq!(fault(r#"{"id":1,"text":null}"#), of(RowFault::Empty, "text"));
    assert_eq!(fault(r#"{"id":"1","text":""}"#), of(RowFault::WrongKind, "id"));
    assert_eq!(fault(r#"{"id":1.5,"text":""}"#), of(RowFault::WrongKind, "id"));
    assert_eq!(fault(r#"{"id":1,"text":["x"]}"#), of(RowFault::WrongKind, "text"));
}

/// A table that is younger than the export has columns of which the export knows nothing.
#[test]
fn a_column_that_is_missing_gets_what_it_holds_when_nothing_is_said() {
    let row: Value = serde_json::from_str(&read_json_row(&table(), r#"{"id":1,"text":""}"#).unwrap()).unwrap();
    assert_eq!(row["state"], "open");
    assert_eq!(row["maybe"], Value::Null);
}
