//! Everything in the file as text that can be compared: one line of JSON per row, per record in a fixed order.

use super::Store;
use super::error::StoreError;
use super::journal::{RECORDS, Shape};

impl Store {
    /// Every row of every record, one line each, in the order of records and ids. It holds personal data in plain
    /// text: for comparing in memory, and for whoever asks for all of it on purpose.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn dump(&self) -> Result<String, StoreError> {
        let mut text = String::new();
        for record in RECORDS {
            let shape = Shape::of(self.sql(), record)?;
            let sql = format!(
                "SELECT {} FROM {record} ORDER BY {}",
                shape.image(record),
                shape.key.join(", ")
            );
            let mut select = self.sql().prepare(&sql)?;
            let mut rows = select.query([])?;
            while let Some(row) = rows.next()? {
                let image: String = row.get(0)?;
                text.push_str(record);
                text.push(' ');
                text.push_str(&image);
                text.push('\n');
            }
        }
        Ok(text)
    }
}
