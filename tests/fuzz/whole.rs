//! A whole file in open forms, as another program or a hand may have left it: its description, and the rows of a table
//! as lines of JSON and as cells.

use dakpan::domain::whole::TableShape;
use dakpan::exchange::whole::{
    Folder, Written, csv_headings, csv_row, describe, read_csv_row, read_description, read_json_row,
};

use super::{fuzz, fuzz_with};
use crate::exchange::whole::table;

/// The description of a small table, as the program writes it.
fn described() -> Vec<u8> {
    let folder = Folder {
        schema: 6,
        approach: Some("vso"),
        made_at: "2026-06-03T10:00:00+02:00".into(),
        records: "00",
        about: ["alles", "everything"],
        cells: ["zo", "so"],
    };
    let written = |_: &_| Written {
        rows: 3,
        digest: "00".into(),
    };
    describe(&folder, &[table()], &|_| ["een ding", "a thing"], &written).into_bytes()
}

#[test]
fn any_description_is_read_or_refused() {
    assert!(read_description(&String::from_utf8(described()).unwrap()).is_some());
    fuzz_with("description", "description", vec![described()], 2000, |bytes| {
        let text = String::from_utf8_lossy(bytes);
        if let Some(told) = read_description(&text) {
            assert!(text.contains(&told.schema.to_string()), "{told:?}");
        }
    });
}

/// A row that was read is whole: reading what it became gives the same, in both forms.
fn is_whole(table: &TableShape, row: &str) {
    assert_eq!(read_json_row(table, row).as_deref(), Ok(row));
    let cells = csv_row(table, row).expect("a row that was read is an object");
    let cells: Vec<&str> = cells.iter().map(String::as_str).collect();
    let headings: Vec<String> = csv_headings(table).into_iter().map(str::to_owned).collect();
    assert_eq!(read_csv_row(table, &headings, &cells).as_deref(), Ok(row));
}

#[test]
fn any_row_is_read_whole_or_refused() {
    let table = table();
    fuzz("rows", "rows", 2000, |bytes| {
        let text = String::from_utf8_lossy(bytes);
        let mut lines = text.lines();
        let headings: Vec<String> = lines.next().unwrap_or_default().split(';').map(str::to_owned).collect();
        for line in lines.take(8) {
            if let Ok(row) = read_json_row(&table, line) {
                is_whole(&table, &row);
            }
            let cells: Vec<&str> = line.split(';').collect();
            if let Ok(row) = read_csv_row(&table, &headings, &cells) {
                is_whole(&table, &row);
            }
        }
    });
}
