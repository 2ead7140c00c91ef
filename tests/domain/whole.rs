//! A file as it looks from outside: a column is found by its name, and its kind is called the same in every language.

use dakpan::domain::whole::{ColumnKind, ColumnShape, TableShape};

#[test]
fn a_column_is_found_by_its_name() {
    let column = |name: &str, kind| ColumnShape {
        name: name.into(),
        kind,
        required: false,
        default: None,
        points_at: None,
    };
    let pupil = TableShape {
        name: "pupil".into(),
        columns: vec![column("id", ColumnKind::Integer), column("wish", ColumnKind::Text)],
        key: vec!["id".into()],
        made_with: String::new(),
    };
    let kind = |name: &str| pupil.column(name).map(|column| column.kind.code());
    assert_eq!(kind("id"), Some("integer"));
    assert_eq!(kind("wish"), Some("text"));
    assert_eq!(kind("Wish"), None, "as it is spelled in the file");
}
