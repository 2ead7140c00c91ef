//! Rows as the journal keeps them, one JSON object each: for taking everything out of a file and into another.
//!
//! The rule: an image has every column of its record by name, and nothing else is needed to make the row again.

use super::error::StoreError;
use super::journal::{RECORDS, Shape};
use super::{Store, Tx};

impl Store {
    /// Goes through the rows of a record's table in the order of its key.
    ///
    /// # Errors
    /// [`StoreError::Missing`] when `record` is none of [`RECORDS`], whatever `visit` returns, and the
    /// disk errors.
    pub fn images(
        &self,
        record: &str,
        visit: &mut dyn FnMut(&str) -> Result<(), StoreError>,
    ) -> Result<(), StoreError> {
        let shape = Shape::of(self.sql(), record)?;
        let image = shape.image(&format!("\"{record}\""));
        let sql = format!("SELECT {image} FROM \"{record}\" ORDER BY {}", shape.key.join(", "));
        let mut select = self.sql().prepare_cached(&sql)?;
        let mut rows = select.query([])?;
        while let Some(row) = rows.next()? {
            visit(row.get_ref(0)?.as_str().map_err(|_| StoreError::BadValue("image"))?)?;
        }
        Ok(())
    }

    /// Every row of every record, one line each, in the order of records and keys. It holds personal data in plain
    /// text: for comparing in memory, and for whoever asks for all of it on purpose.
    ///
    /// # Errors
    /// The disk errors.
    pub fn dump(&self) -> Result<String, StoreError> {
        let mut text = String::new();
        for record in RECORDS {
            self.images(record, &mut |image| {
                text.extend([record, " ", image, "\n"]);
                Ok(())
            })?;
        }
        Ok(text)
    }
}

impl Tx<'_> {
    /// Puts a row in, or in the place of the one with the same key.
    ///
    /// # Errors
    /// [`StoreError::Missing`] when `record` is none of [`RECORDS`], [`StoreError::Refused`] when the
    /// schema does not allow the row, and the disk errors.
    pub fn put_image(&mut self, record: &str, image: &str) -> Result<(), StoreError> {
        let shape = Shape::of(self.sql(), record)?;
        let others: Vec<String> = shape
            .columns
            .iter()
            .filter(|column| !shape.key.contains(column))
            .map(|column| format!("\"{column}\" = excluded.\"{column}\""))
            .collect();
        let sql = format!(
            "{} WHERE true ON CONFLICT (\"{}\") DO UPDATE SET {}",
            shape.insert(record, "?1"),
            shape.key.join("\", \""),
            others.join(", ")
        );
        self.sql().prepare_cached(&sql)?.execute([image])?;
        Ok(())
    }

    /// Removes the row with the key of an image. Returns whether there was one.
    ///
    /// # Errors
    /// As [`Tx::put_image`].
    pub fn remove_image(&mut self, record: &str, image: &str) -> Result<bool, StoreError> {
        let shape = Shape::of(self.sql(), record)?;
        let is_key: Vec<String> = shape
            .key
            .iter()
            .map(|column| format!("\"{column}\" = ?1 ->> '{column}'"))
            .collect();
        let sql = format!("DELETE FROM \"{record}\" WHERE {}", is_key.join(" AND "));
        Ok(self.sql().prepare_cached(&sql)?.execute([image])? > 0)
    }
}
