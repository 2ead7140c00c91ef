//! Schools, from the address files that DUO publishes for each kind of education, or from a list made by hand.
//!
//! The published files hold every school of the country. Kept are the branches whose pupils a table discusses: special
//! secondary education (VSO), practical education (PrO) and Entree; the others are counted and passed over.

use super::plain::{Wanted, read};
use super::values::fold;
use super::{ListError, Refusal, RefusalReason, Watch};
use crate::domain::codes::SchoolKind;
use crate::domain::people::SchoolCode;

/// A school of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListedSchool {
    /// The row as a spreadsheet numbers it, from 1.
    pub row: usize,
    /// BRIN and branch.
    pub code: SchoolCode,
    /// VSO, PrO or Entree.
    pub kind: SchoolKind,
    /// Its name.
    pub name: String,
    /// Where it is; empty when the list does not say.
    pub place: String,
}

/// A list of schools that was read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SchoolList {
    /// The schools, each code once.
    pub rows: Vec<ListedSchool>,
    /// The problems of the rows that were not accepted.
    pub refused: Vec<Refusal>,
    /// The headings that nobody understands, as in the file.
    pub not_understood: Vec<String>,
    /// How many rows are of schools of another kind.
    pub other_kinds: usize,
}

const BRIN: usize = 0;
const BRANCH: usize = 1;
const NAME: usize = 2;
const PLACE: usize = 3;
const KIND: usize = 4;

/// The columns, under the headings of the published files and those of lists made by hand. The kind stands in the
/// structure of education for secondary schools, in the kind of primary education for special schools, and in that of
/// the institution for vocational education.
const WANTED: [Wanted; 5] = [
    Wanted {
        heading: "BRIN",
        names: &["brinnummer", "brin", "brincode", "instellingscode"],
        required: true,
    },
    Wanted {
        heading: "VESTIGINGSNUMMER",
        names: &[
            "vestigingsnummer",
            "vestiging",
            "vestigingscode",
            "brinvestigingsnummer",
        ],
        required: false,
    },
    Wanted {
        heading: "VESTIGINGSNAAM",
        names: &["vestigingsnaam", "instellingsnaam", "schoolnaam", "naam", "school"],
        required: true,
    },
    Wanted {
        heading: "PLAATSNAAM",
        names: &["plaatsnaam", "plaats", "vestigingsplaats"],
        required: false,
    },
    Wanted {
        heading: "ONDERWIJSSTRUCTUUR",
        names: &[
            "onderwijsstructuur",
            "soortprimaironderwijs",
            "soortpo",
            "soortschool",
            "schoolsoort",
            "soort",
            "mboinstellingssoort",
            "mboinstellingssoortcode",
        ],
        required: true,
    },
];

/// Reads a list of schools.
///
/// # Errors
///
/// As [`super::read_list`], with [`ListError::MissingHeadings`] for columns that are missing.
pub fn read_schools(bytes: &[u8], sheet: Option<&str>, watch: Watch<'_>) -> Result<SchoolList, ListError> {
    let mut other_kinds = 0;
    let mut codes = std::collections::HashMap::new();
    let (rows, refused, not_understood) = read(bytes, sheet, &WANTED, watch, |row| {
        let kind = row.text(KIND);
        let Some(kind) = school_kind(&kind) else {
            other_kinds += 1;
            return None;
        };
        let (brin, branch) = (row.text(BRIN), row.text(BRANCH));
        let name = row.text(NAME);
        if name.is_empty() {
            row.refuse(NAME, RefusalReason::MissingName);
        }
        let Some(code) = school_code(&brin, &branch) else {
            row.refuse(BRIN, RefusalReason::BadCode);
            return None;
        };
        let first_row = *codes.entry(code.to_string()).or_insert(row.row);
        if first_row != row.row {
            row.refuse(BRIN, RefusalReason::SchoolTwice { first_row });
        }
        Some(ListedSchool {
            row: row.row,
            code,
            kind,
            name,
            place: row.text(PLACE),
        })
    })?;
    Ok(SchoolList {
        rows,
        refused,
        not_understood,
        other_kinds,
    })
}

/// The code of a branch. In the published files the number of the branch begins with the BRIN (`00AB00`); by hand it is
/// often two digits, of which a spreadsheet may have dropped the zero.
fn school_code(brin: &str, branch: &str) -> Option<SchoolCode> {
    if branch.is_empty() {
        return SchoolCode::parse(brin);
    }
    if branch.len() > 2 {
        return SchoolCode::parse(branch).filter(|code| code.brin().eq_ignore_ascii_case(brin));
    }
    SchoolCode::parse(&format!("{brin}{branch:0>2}"))
}

/// The kind of school that a word or a row of words names; none for a kind that is not discussed at these tables.
fn school_kind(text: &str) -> Option<SchoolKind> {
    let folded = fold(text);
    let words: Vec<String> = text.split(|letter: char| !letter.is_alphanumeric()).map(fold).collect();
    let says = |word: &str| words.iter().any(|one| one == word);
    if says("vso") || folded.contains("voortgezetspeciaal") {
        Some(SchoolKind::Vso)
    } else if says("pro") || folded.contains("praktijkonderwijs") {
        Some(SchoolKind::Pro)
    } else if says("entree") || folded.contains("entree") {
        Some(SchoolKind::Entree)
    } else {
        None
    }
}
