//! Rows of a table as CSV and as JSON, in both directions.

use serde_json::{Map, Value};

use super::cell;
use crate::domain::whole::{ColumnDefault, ColumnKind, ColumnShape, RowFault, TableShape};

/// Why a row is refused, and with which column, when it is about one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refused {
    /// What is wrong.
    pub fault: RowFault,
    /// With which column.
    pub column: Option<String>,
}

fn refused(fault: RowFault, column: &str) -> Refused {
    Refused {
        fault,
        column: Some(column.to_owned()),
    }
}

/// The headings of a table's CSV.
#[must_use]
pub fn csv_headings(table: &TableShape) -> Vec<&str> {
    table.columns.iter().map(|column| column.name.as_str()).collect()
}

/// A row, as the file keeps it in JSON, as cells; none when it is no JSON object.
#[must_use]
pub fn csv_row(table: &TableShape, image: &str) -> Option<Vec<String>> {
    let row: Map<String, Value> = serde_json::from_str(image).ok()?;
    let cells = table.columns.iter().map(|column| match row.get(&column.name) {
        None | Some(Value::Null) => String::new(),
        Some(Value::String(text)) => cell::of_text(text),
        Some(other) => other.to_string(),
    });
    Some(cells.collect())
}

/// A row of CSV as the file keeps it. A column that the headings lack gets what it holds when nothing is said.
///
/// # Errors
/// [`Refused`]: the row has another number of cells than there are headings, or a cell is not of its column's kind.
pub fn read_csv_row(table: &TableShape, headings: &[String], cells: &[&str]) -> Result<String, Refused> {
    if headings.len() != cells.len() {
        return Err(Refused {
            fault: RowFault::NotARow,
            column: None,
        });
    }
    let mut row = Map::new();
    for (heading, cell) in headings.iter().zip(cells) {
        let column = table
            .column(heading)
            .ok_or_else(|| refused(RowFault::UnknownColumn, heading))?;
        let value = match (column.kind, *cell) {
            (_, "") => Value::Null,
            (ColumnKind::Text, written) => cell::to_text(written).map_or(Value::Null, Value::from),
            (ColumnKind::Integer, written) => {
                let number = written.parse::<i64>();
                Value::from(number.map_err(|_| refused(RowFault::WrongKind, heading))?)
            }
        };
        row.insert(column.name.clone(), value);
    }
    complete(table, &row)
}

/// A line of JSON as the file keeps the row.
///
/// # Errors
/// [`Refused`]: it is no JSON object, or a value is not of its column's kind.
pub fn read_json_row(table: &TableShape, line: &str) -> Result<String, Refused> {
    let Ok(row) = serde_json::from_str::<Map<String, Value>>(line) else {
        return Err(Refused {
            fault: RowFault::NotARow,
            column: None,
        });
    };
    if let Some(unknown) = row.keys().find(|name| table.column(name).is_none()) {
        return Err(refused(RowFault::UnknownColumn, unknown));
    }
    complete(table, &row)
}

/// The row with every column, in the order of the table.
fn complete(table: &TableShape, row: &Map<String, Value>) -> Result<String, Refused> {
    let mut whole = Map::new();
    for column in &table.columns {
        whole.insert(column.name.clone(), value(column, row.get(&column.name))?);
    }
    Ok(Value::Object(whole).to_string())
}

fn value(column: &ColumnShape, given: Option<&Value>) -> Result<Value, Refused> {
    let fault = match (given, &column.default) {
        (None, Some(ColumnDefault::Text(text))) => return Ok(Value::from(text.as_str())),
        (None, Some(ColumnDefault::Integer(number))) => return Ok(Value::from(*number)),
        (None, None) if column.required => RowFault::MissingColumn,
        (None | Some(Value::Null), _) if !column.required => return Ok(Value::Null),
        (Some(Value::Null), _) => RowFault::Empty,
        (Some(Value::String(text)), _) if column.kind == ColumnKind::Text => return Ok(Value::from(text.as_str())),
        (Some(Value::Number(number)), _) if column.kind == ColumnKind::Integer && number.is_i64() => {
            return Ok(Value::from(number.as_i64()));
        }
        _ => RowFault::WrongKind,
    };
    Err(refused(fault, &column.name))
}
