//! A list that was opened and not yet read: its sheet, its headings, and what each of them is taken for.

use chrono::NaiveDate;

use super::book;
use super::columns::{assign, complete, recognise};
use super::decode::decode;
use super::mapping::Mapping;
use super::table::Table;
use super::{Column, List, ListError, MOST_BYTES, Watch, bsn, read};

/// The most schools that one list is looked through for.
const MOST_CODES: usize = 50;

/// What a person chose where a file leaves a choice.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Choice {
    /// The sheet of a workbook; none for the only one, or the one whose headings say most.
    pub sheet: Option<String>,
    /// What headings are, where that is not recognised or recognised wrongly.
    pub mapping: Mapping,
    /// Whether a row may be taken for headings of which none is understood, because a person will say what they are.
    pub guess: bool,
}

/// Where a table came from, as far as reading its rows depends on it.
pub(super) struct Origin {
    /// The encoding or the format of the workbook.
    pub(super) kind: &'static str,
    /// The sheet of a workbook.
    pub(super) sheet: Option<String>,
    /// Whether it can hold every letter.
    pub(super) unicode: bool,
}

/// A heading of a list, and what it is taken for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Heading {
    /// The heading as in the file, or the column's spreadsheet letters when it has none.
    pub name: String,
    /// The column; none when it is not read.
    pub column: Option<Column>,
    /// Whether a person said so.
    pub chosen: bool,
}

/// A list that was opened: which rows there are is known, and what they say depends on the mapping.
pub struct Source {
    pub(super) origin: Origin,
    sheets: Vec<String>,
    pub(super) table: Table,
}

impl std::fmt::Debug for Source {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Source({}, {} rows)", self.origin.kind, self.table.records.len())
    }
}

impl Source {
    /// Opens a list.
    ///
    /// # Errors
    ///
    /// A [`ListError`] when no row of the file can be trusted, or when there are several sheets to choose from. A column
    /// that is missing is told by [`Source::list`], so that it can be pointed out first.
    pub fn open(bytes: &[u8], choice: &Choice, watch: Watch<'_>) -> Result<Self, ListError> {
        let known = |heading: &str| match choice.mapping.of(heading) {
            Some(chosen) => chosen.map(place),
            None => recognise(heading).map(|(column, _)| place(column)),
        };
        let source = Self::of(bytes, (choice.sheet.as_deref(), choice.guess), &known, watch)?;
        bsn::turn_away(&source.table)?;
        Ok(source)
    }

    /// Opens a list of whatever kind: its headings are those that are known.
    pub(super) fn of(
        bytes: &[u8],
        (sheet, guess): (Option<&str>, bool),
        known: super::table::Known<'_>,
        watch: Watch<'_>,
    ) -> Result<Self, ListError> {
        if bytes.len() > MOST_BYTES {
            return Err(ListError::TooLarge {
                bytes: bytes.len(),
                most: MOST_BYTES,
            });
        }
        if book::is_workbook(bytes)? {
            let book = book::read(bytes, (sheet, guess), known, watch)?;
            return Ok(Self {
                origin: Origin {
                    kind: book.kind,
                    sheet: Some(book.sheet),
                    unicode: true,
                },
                sheets: book.sheets,
                table: book.table,
            });
        }
        if let Some(name) = sheet {
            // A text has no sheets; whoever asks for one means another file.
            return Err(ListError::NoSuchSheet {
                name: name.to_owned(),
                sheets: Vec::new(),
            });
        }
        let decoded = decode(bytes)?;
        Ok(Self {
            origin: Origin {
                kind: decoded.encoding.name(),
                sheet: None,
                unicode: decoded.is_unicode(),
            },
            sheets: Vec::new(),
            table: Table::from_csv(&decoded.text, known, guess, watch)?,
        })
    }

    /// The encoding it was read as, or the format of the workbook.
    #[must_use]
    pub fn kind(&self) -> &'static str {
        self.origin.kind
    }

    /// The sheets of the workbook; none of a text.
    #[must_use]
    pub fn sheets(&self) -> &[String] {
        &self.sheets
    }

    /// The sheet that was taken.
    #[must_use]
    pub fn sheet(&self) -> Option<&str> {
        self.origin.sheet.as_deref()
    }

    /// The headings in the order of the file, with what each is taken for. Two headings that claim one column equally
    /// well are both left out, for a person to choose.
    #[must_use]
    pub fn headings(&self, mapping: &Mapping) -> Vec<Heading> {
        let assigned = assign(&self.table, mapping).unwrap_or_else(|_| {
            let names = (0..self.table.headings.len()).map(|index| self.table.column_name(index));
            names.map(|name| mapping.of(&name).flatten()).collect()
        });
        let headings = (0..).zip(assigned).map(|(index, column)| {
            let name = self.table.column_name(index);
            Heading {
                chosen: mapping.of(&name).is_some(),
                name,
                column,
            }
        });
        headings.collect()
    }

    /// Sees to it that headings that were pointed out are there.
    ///
    /// # Errors
    ///
    /// [`ListError::NoSuchHeading`] for the first that is not.
    pub fn has_headings<'a>(&self, mut headings: impl Iterator<Item = &'a str>) -> Result<(), ListError> {
        let names: Vec<String> = (0..self.table.headings.len())
            .map(|index| self.table.column_name(index))
            .collect();
        let folded: Vec<String> = names.iter().map(|name| super::values::fold(name)).collect();
        match headings.find(|heading| !folded.contains(&super::values::fold(heading))) {
            Some(missing) => Err(ListError::NoSuchHeading {
                heading: missing.to_owned(),
                headings: names,
            }),
            None => Ok(()),
        }
    }

    /// Reads its rows.
    ///
    /// # Errors
    ///
    /// [`ListError::MissingColumn`], [`ListError::ColumnTwice`], [`ListError::NoPupils`] and [`ListError::Stopped`].
    pub fn list(&self, mapping: &Mapping, watch: Watch<'_>) -> Result<List, ListError> {
        self.list_on(mapping, None, watch)
    }

    /// Reads its rows on a day, after which nobody on a list can have been born.
    ///
    /// # Errors
    ///
    /// As [`Source::list`].
    pub fn list_on(&self, mapping: &Mapping, today: Option<NaiveDate>, watch: Watch<'_>) -> Result<List, ListError> {
        let columns = assign(&self.table, mapping)?;
        complete(&self.table, &columns)?;
        read::read(&self.origin, &self.table, (columns, today), watch)
    }

    /// The headings that nobody understands, neither the program nor, by a mapping, a person: what stands below them is
    /// not read.
    #[must_use]
    pub fn not_understood(&self, mapping: &Mapping) -> Vec<String> {
        let headings = self.table.headings.iter().filter(|heading| !heading.is_empty());
        let unknown = headings.filter(|heading| mapping.of(heading).is_none() && recognise(heading).is_none());
        unknown.cloned().collect()
    }

    /// The codes of schools that the list names in a column of its own, each once; none when it has no such column.
    #[must_use]
    pub fn school_codes(&self) -> Vec<String> {
        const NAMES: [&str; 8] = [
            "brin",
            "brinnummer",
            "brincode",
            "brinvestigingsnummer",
            "brinvestiging",
            "instellingscode",
            "vestigingsnummer",
            "schoolcode",
        ];
        let mut codes: Vec<String> = Vec::new();
        let folded = |heading: &String| super::values::fold(heading);
        let places = (0..).zip(&self.table.headings);
        let places = places.filter(|(_, heading)| NAMES.contains(&folded(heading).as_str()));
        for (place, _) in places {
            let mut found: Vec<String> = Vec::new();
            for record in &self.table.records {
                let cell = super::values::unwrapped(record.cells.get(place).unwrap_or_default().trim());
                let code = cell.to_ascii_uppercase();
                if !code.is_empty() && !found.contains(&code) {
                    found.push(code);
                }
                // What names so many is about something else.
                if found.len() > MOST_CODES {
                    break;
                }
            }
            // A number of a branch alone says nothing, the code with the branch most.
            let longest = |codes: &[String]| codes.iter().map(String::len).max().unwrap_or(0);
            if longest(&found) >= 4 && longest(&found) > longest(&codes) {
                codes = found;
            }
        }
        codes
    }
}

/// The place of a column among all; the number of a pupil is 0, and proves that a row holds headings.
fn place(column: Column) -> u8 {
    let at = Column::ALL.iter().position(|one| *one == column);
    at.and_then(|at| u8::try_from(at).ok()).unwrap_or(u8::MAX)
}
