//! A pupil as a school's list gives it: where reading a file and writing records meet.
//!
//! The rule: a list fills and corrects, it never empties. What a list does not say (an empty text, no value) leaves
//! what is known as it is, because schools send lists with half the columns.

use super::Day;
use super::codes::{ExitProfile, Goal, Route};
use super::name::Name;
use super::people::SchoolCode;
use super::pupil::{Pupil, Sharing};
use super::{Id, dossier::PupilLine};

/// One row of a school's list.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct ListedPupil {
    /// The school's own number, with its leading zeros.
    pub number: String,
    /// The name.
    pub name: Name,
    /// Day of birth.
    pub birth: Option<Day>,
    /// Class.
    pub class: String,
    /// Municipality where the pupil lives.
    pub residence: String,
    /// Expected direction; unknown is as good as absent.
    pub profile: Option<ExitProfile>,
    /// Expected day of leaving.
    pub leaving: Option<Day>,
    /// Where the pupil works or is an intern.
    pub placement: String,
}

impl std::fmt::Debug for ListedPupil {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("ListedPupil(…)")
    }
}

coded! {
    /// A field of a pupil that a list can fill.
    ListedField {
        /// Roepnaam.
        Given = "given",
        /// Tussenvoegsel.
        Infix = "infix",
        /// Achternaam.
        Family = "family",
        /// Geboortedatum.
        Birth = "birth",
        /// Klas.
        Class = "class",
        /// Woongemeente.
        Residence = "residence",
        /// Uitstroomprofiel.
        Profile = "profile",
        /// Verwachte uitstroomdatum.
        Leaving = "leaving",
        /// Stagebedrijf.
        Placement = "placement",
    }
}

coded! {
    /// What is done with a pupil whom a school's list no longer has. Nobody is deleted for that.
    #[derive(Default)]
    Vanishing {
        /// Nothing: the list may be of one class.
        #[default]
        Keep = "keep",
        /// The pupil left the school.
        Left = "left",
        /// Nobody knows where the pupil is.
        OutOfSight = "out_of_sight",
    }
}

/// Where the headings of a school's lists are remembered: the key of a setting.
pub fn mapping_key(code: &SchoolCode) -> String {
    format!("import.columns.{code}")
}

/// One field that a list changes. Days and profiles stand as their code; the words are the text room's.
#[derive(Clone, PartialEq, Eq)]
pub struct FieldChange {
    /// Which field.
    pub field: ListedField,
    /// What is known now; empty when nothing is.
    pub before: String,
    /// What the list says.
    pub after: String,
}

impl std::fmt::Debug for FieldChange {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "FieldChange({})", self.field.code())
    }
}

/// What a list would do to the pupils of a school.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ListComparison {
    /// Rows with a number the school does not have yet, by their place in the list.
    pub new: Vec<usize>,
    /// Rows that change something.
    pub changed: Vec<ListedChange>,
    /// How many rows say nothing new.
    pub unchanged: usize,
    /// Rows whose number stood higher in the same list: the first one counts, these are left out.
    pub repeated: Vec<usize>,
    /// Pupils who have not left and are not in the list. They are only reported: nobody drops off silently.
    pub vanished: Vec<PupilLine>,
}

/// A row that changes a pupil.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListedChange {
    /// Its place in the list.
    pub row: usize,
    /// The pupil.
    pub pupil: Id,
    /// What it changes, field by field.
    pub fields: Vec<FieldChange>,
}

impl ListedPupil {
    /// What this row changes of what is known.
    pub fn changes(&self, known: &Self) -> Vec<FieldChange> {
        use ListedField as F;
        let day = |d: Option<Day>| d.map(|d| d.to_string()).unwrap_or_default();
        let profile = |p: Option<ExitProfile>| known_profile(p).map_or("", ExitProfile::code).to_owned();
        let mut changes = Vec::new();
        let mut compare = |field, before: &str, after: &str| {
            if !after.is_empty() && before != after {
                changes.push(FieldChange {
                    field,
                    before: before.to_owned(),
                    after: after.to_owned(),
                });
            }
        };
        compare(F::Given, &known.name.given, &self.name.given);
        compare(F::Infix, &known.name.infix, &self.name.infix);
        compare(F::Family, &known.name.family, &self.name.family);
        compare(F::Class, &known.class, &self.class);
        compare(F::Residence, &known.residence, &self.residence);
        compare(F::Placement, &known.placement, &self.placement);
        if self.birth != known.birth {
            compare(F::Birth, &day(known.birth), &day(self.birth));
        }
        if self.leaving != known.leaving {
            compare(F::Leaving, &day(known.leaving), &day(self.leaving));
        }
        if self.profile != known.profile {
            compare(F::Profile, &profile(known.profile), &profile(self.profile));
        }
        changes
    }

    /// What is known, with what this row says put over it.
    pub fn over(&self, known: &Self) -> Self {
        let text = |new: &String, old: &String| if new.is_empty() { old.clone() } else { new.clone() };
        Self {
            number: known.number.clone(),
            name: Name {
                given: text(&self.name.given, &known.name.given),
                infix: text(&self.name.infix, &known.name.infix),
                family: text(&self.name.family, &known.name.family),
            },
            birth: self.birth.or(known.birth),
            class: text(&self.class, &known.class),
            residence: text(&self.residence, &known.residence),
            profile: known_profile(self.profile).or(known.profile),
            leaving: self.leaving.or(known.leaving),
            placement: text(&self.placement, &known.placement),
        }
    }

    /// The new pupil of a school that this row describes, with everything else still to be learnt. The id is zero
    /// until the store gives one.
    pub fn pupil(&self, school: Id) -> Pupil {
        Pupil {
            id: 0,
            school,
            number: self.number.clone(),
            name: self.name.clone(),
            birth: self.birth,
            class: self.class.clone(),
            residence: self.residence.clone(),
            profile: self.profile.unwrap_or(ExitProfile::Unknown),
            leaving: self.leaving,
            left_on: None,
            diploma_on: None,
            wish: String::new(),
            strengths: String::new(),
            goal: Goal::Unknown,
            route: Route::Undecided,
            placement: self.placement.clone(),
            client_since: None,
            support_needed: None,
            out_of_sight_since: None,
            sharing: Sharing::default(),
        }
    }
}

/// A profile that says something.
fn known_profile(profile: Option<ExitProfile>) -> Option<ExitProfile> {
    profile.filter(|p| *p != ExitProfile::Unknown)
}
