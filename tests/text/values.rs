//! What stands in a file has words: looked at in every row of the demo.

use std::collections::BTreeSet;

use dakpan::domain::{Day, Moment};
use dakpan::text::{Catalog, values};
use serde_json::Value;

use super::BOTH;
use crate::desk::Desk;

/// Columns that hold a code in the demo.
const CODES: [&str; 10] = [
    "kind",
    "state",
    "lane",
    "level",
    "route",
    "profile",
    "goal",
    "category",
    "contract_form",
    "willing",
];

#[test]
fn every_day_moment_and_code_of_the_demo_is_told_in_words() {
    let desk = Desk::with_demo();
    let rows = crate::store::dump(desk.store());
    let (mut days, mut codes) = (0, 0);
    let mut without = BTreeSet::new();
    for catalog in BOTH.map(Catalog::of) {
        for (record, row) in &rows {
            let row: Value = serde_json::from_str(row).unwrap();
            for (column, value) in row.as_object().unwrap() {
                let Some(text) = value.as_str().filter(|text| !text.is_empty()) else {
                    continue;
                };
                if text.parse::<Day>().is_ok() || Moment::parse_from_rfc3339(text).is_ok() {
                    if values::moment(column, text, catalog).is_none_or(|told| told == text) {
                        without.insert(format!("{record}.{column}"));
                    }
                    days += 1;
                }
                if CODES.contains(&column.as_str()) {
                    if values::code(record, column, text, catalog).is_none_or(|told| told.is_empty()) {
                        without.insert(format!("{record}.{column} = {text}"));
                    }
                    codes += 1;
                }
            }
        }
    }
    assert_eq!(without, BTreeSet::new());
    assert!(days > 1000 && codes > 1000, "{days} days, {codes} codes");
}
