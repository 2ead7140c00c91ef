//! Whether the file is sound.
//!
//! The rule: looking changes nothing but where what was written lies, and says in SQLite's own words what is wrong.

use super::error::StoreError;
use super::{Store, merge};

impl Store {
    /// Looks through the whole file for damage: every page against its seal, every index against its table, every
    /// reference. Seconds for a large file. Returns what is wrong in SQLite's words, nothing when all is well. What
    /// is still in the log is moved into the file first if that can be done, because seals are looked at there.
    ///
    /// # Errors
    /// [`StoreError::Corrupt`] when it is so damaged that looking fails, and the disk errors.
    pub fn check(&self) -> Result<Vec<String>, StoreError> {
        self.settle()?;
        let mut problems = self.problems("PRAGMA cipher_integrity_check")?;
        problems.extend(
            self.problems("PRAGMA integrity_check")?
                .into_iter()
                .filter(|line| line != "ok"),
        );
        let sql = "SELECT \"table\" || ' points at a missing ' || parent FROM pragma_foreign_key_check";
        problems.extend(self.problems(sql)?);
        problems.extend(merge::problems(&self.connection)?);
        Ok(problems)
    }

    /// As [`Store::check`], without comparing indexes with their tables: about half the time.
    ///
    /// # Errors
    /// As [`Store::check`].
    pub fn quick_check(&self) -> Result<Vec<String>, StoreError> {
        let lines = self.problems("PRAGMA quick_check")?;
        Ok(lines.into_iter().filter(|line| line != "ok").collect())
    }

    /// The lines of a statement that returns one text each.
    fn problems(&self, sql: &str) -> Result<Vec<String>, StoreError> {
        let mut statement = self.connection.prepare(sql)?;
        let lines = statement.query_map([], |row| row.get(0))?;
        Ok(lines.collect::<Result<_, _>>()?)
    }
}
