//! The headings of a note, in English.

use crate::domain::codes::{Lane, SchoolKind};
use crate::text::templates::Templates;

pub(in crate::text) const TEMPLATES: Templates = Templates {
    headings,
    offer: |key| format!("{key}: headings for this talk"),
};

/// What the table goes by (practice of both regions): the wish first, then whoever knows, then who holds on.
fn headings(lane: Lane, school: SchoolKind) -> &'static str {
    match (lane, school) {
        (Lane::Agreed | Lane::Discuss, _) => "",
        (Lane::Complex, SchoolKind::Vso) => {
            "Wish and strengths: \nSchool and internship: \nUWV: \nMunicipality: \nRoute and instruments: \n\
             Who holds on, until when: \nNeeded to decide: "
        }
        (Lane::Complex, SchoolKind::Pro) => {
            "Wish and strengths: \nInternship and employer: \nMunicipality and participation company: \n\
             Route and instruments: \nWho holds on, until when: \nNeeded to decide: "
        }
        (Lane::Complex, SchoolKind::Entree) => {
            "Wish and strengths: \nEducation and diploma: \nWork or further education: \n\
             Municipality and transfer point: \nWho holds on, until when: \nNeeded to decide: "
        }
    }
}
