//! Which heading is which column.
//!
//! Schools name and order their columns as they like. A heading is known by its letters and digits alone, without
//! case, marks, spaces, dots or what stands in brackets; it must then be one of the names below as a whole. Part of a
//! name is not enough: *achternaam ouder* is not the pupil's. The names are those of the exports of Dutch pupil
//! systems and of lists typed by hand.

use serde::{Deserialize, Serialize};

use super::ListError;
use super::mapping::Mapping;
use super::table::Table;
use super::values::fold;

/// What a column of a list can mean to the program.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Column {
    /// *Leerlingnummer*; every list must have it.
    Number,
    /// *Roepnaam*; every list must have it.
    Given,
    /// *Tussenvoegsel*.
    Infix,
    /// *Achternaam*; every list must have it.
    Family,
    /// *Geboortedatum*.
    Birth,
    /// *Klas*.
    Class,
    /// *Uitstroomprofiel*.
    Profile,
    /// *Verwachte uitstroomdatum*.
    Leaving,
    /// *Stagebedrijf*.
    Placement,
    /// *Woongemeente* or *woonplaats*.
    Residence,
}

impl Column {
    /// The columns without which no row can be read.
    pub const REQUIRED: [Self; 3] = [Self::Number, Self::Given, Self::Family];

    /// Every column, in the order in which they are offered.
    pub const ALL: [Self; 10] = [
        Self::Number,
        Self::Given,
        Self::Infix,
        Self::Family,
        Self::Birth,
        Self::Class,
        Self::Profile,
        Self::Leaving,
        Self::Placement,
        Self::Residence,
    ];

    /// Its name for programs, in JSON and in what is remembered.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Number => "number",
            Self::Given => "given",
            Self::Infix => "infix",
            Self::Family => "family",
            Self::Birth => "birth",
            Self::Class => "class",
            Self::Profile => "profile",
            Self::Leaving => "leaving",
            Self::Placement => "placement",
            Self::Residence => "residence",
        }
    }

    /// The column of a code.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|column| column.code() == code)
    }
}

/// The folded names of each column, the best first: when a list has both *roepnaam* and *voornaam*, the first is read
/// and the second is left alone.
const NAMES: [(Column, &[&str]); 10] = [
    (
        Column::Number,
        &[
            "leerlingnummer",
            "leerlingnr",
            "leerlnr",
            "llnummer",
            "llnr",
            "stamnummer",
            "stamnr",
            "studentnummer",
            "studentnr",
            "deelnemernummer",
            "deelnemernr",
            "leerlingid",
            "leerlingcode",
        ],
    ),
    (
        Column::Given,
        &["roepnaam", "voornaam", "eerstevoornaam", "1evoornaam", "voornamen"],
    ),
    (
        Column::Infix,
        &[
            "tussenvoegsel",
            "tussenvoegsels",
            "tussenv",
            "voorvoegsel",
            "voorvoegsels",
            "voorv",
            "tussenvoegselachternaam",
            "voorvoegselachternaam",
            "voorvoegselsachternaam",
        ],
    ),
    (Column::Family, &["achternaam", "familienaam", "geslachtsnaam"]),
    (
        Column::Birth,
        &[
            "geboortedatum",
            "geboortedat",
            "geboortedag",
            "gebdatum",
            "gebdat",
            "gebdtm",
            "datumgeboorte",
            "geboren",
        ],
    ),
    (
        Column::Class,
        &[
            "klas",
            "stamklas",
            "huidigeklas",
            "klasgroep",
            "groep",
            "stamgroep",
            "basisgroep",
            "lesgroep",
        ],
    ),
    (
        Column::Profile,
        &[
            "uitstroomprofiel",
            "uitstroomrichting",
            "uitstroombestemming",
            "verwachteuitstroombestemming",
            "leerroute",
            "leerweg",
            "profiel",
        ],
    ),
    (
        Column::Leaving,
        &[
            "verwachteuitstroomdatum",
            "uitstroomdatumverwacht",
            "verwachtedatumuitstroom",
            "uitstroomverwacht",
            "verwachteuitstroom",
            "uitstroomdatum",
            "datumuitstroom",
            "verwachteeinddatum",
            "uitschrijfdatum",
            "datumuitschrijving",
            "einddatum",
        ],
    ),
    (
        Column::Placement,
        &[
            "stagebedrijf",
            "naamstagebedrijf",
            "stageplek",
            "stageplaats",
            "stageadres",
            "stageverlener",
            "leerbedrijf",
            "bpvbedrijf",
            "stage",
        ],
    ),
    (
        Column::Residence,
        &["woongemeente", "gemeente", "woonplaats", "plaats", "plaatsnaam"],
    ),
];

/// The column a heading names, and how good a name it is (0 the best); `None` when it is none of them.
pub(super) fn recognise(heading: &str) -> Option<(Column, usize)> {
    let folded = fold(&without_brackets(heading));
    if folded.is_empty() {
        return None;
    }
    // Some programs repeat whose column it is: "Leerling: achternaam", "Achternaam leerling".
    let bare = folded
        .strip_prefix("leerling")
        .or_else(|| folded.strip_suffix("leerling"));
    [Some(folded.as_str()), bare].into_iter().flatten().find_map(|name| {
        NAMES.iter().find_map(|(column, names)| {
            names
                .iter()
                .position(|known| *known == name)
                .map(|rank| (*column, rank))
        })
    })
}

/// A heading up to its first bracket: "Geboortedatum (dd-mm-jjjj)" is about the form, not about another column.
fn without_brackets(heading: &str) -> String {
    heading.split(['(', '[']).next().unwrap_or_default().to_owned()
}

/// How good a claim a heading has to a column: the best is what a person said.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Claim {
    Chosen,
    Named(usize),
}

/// Says for each heading of a table which column it is, each column at most once.
///
/// # Errors
///
/// [`ListError::ColumnTwice`] when two headings claim a column equally well.
pub(super) fn assign(table: &Table, mapping: &Mapping) -> Result<Vec<Option<Column>>, ListError> {
    let claim = |index: usize| {
        let name = table.column_name(index);
        match mapping.of(&name) {
            Some(chosen) => chosen.map(|column| (column, Claim::Chosen)),
            None => recognise(&name).map(|(column, rank)| (column, Claim::Named(rank))),
        }
    };
    let known: Vec<Option<(Column, Claim)>> = (0..table.headings.len()).map(claim).collect();
    let mut columns = Vec::with_capacity(known.len());
    for (index, claim) in known.iter().enumerate() {
        let Some((column, rank)) = *claim else {
            columns.push(None);
            continue;
        };
        let others = || {
            known
                .iter()
                .enumerate()
                .filter(|(other, _)| *other != index)
                .filter_map(|(_, claim)| *claim)
        };
        let beaten = others().any(|(other, better)| other == column && better < rank);
        if !beaten && others().any(|other| other == (column, rank)) {
            return Err(ListError::ColumnTwice {
                heading: table.column_name(index),
                column,
            });
        }
        columns.push((!beaten).then_some(column));
    }
    Ok(columns)
}

/// Sees to it that every column is there without which no row can be read.
///
/// # Errors
///
/// [`ListError::MissingColumn`] when one of [`Column::REQUIRED`] has no heading.
pub(super) fn complete(table: &Table, columns: &[Option<Column>]) -> Result<(), ListError> {
    let missing: Vec<Column> = Column::REQUIRED
        .into_iter()
        .filter(|required| !columns.contains(&Some(*required)))
        .collect();
    if missing.is_empty() {
        return Ok(());
    }
    let unknown = |(heading, column): (&String, &Option<Column>)| {
        (column.is_none() && !heading.is_empty()).then(|| heading.clone())
    };
    let unknown = table.headings.iter().zip(columns).filter_map(unknown).collect();
    Err(ListError::MissingColumn {
        row: table.heading_row,
        missing,
        unknown,
    })
}
