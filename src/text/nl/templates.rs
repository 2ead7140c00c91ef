//! The headings of a note, in Dutch.

use crate::domain::codes::{Lane, SchoolKind};
use crate::text::templates::Templates;

pub(in crate::text) const TEMPLATES: Templates = Templates {
    headings,
    offer: |key| format!("{key}: kopjes voor dit gesprek"),
};

/// What the table goes by (practice of both regions): the wish first, then whoever knows, then who holds on.
fn headings(lane: Lane, school: SchoolKind) -> &'static str {
    match (lane, school) {
        (Lane::Agreed | Lane::Discuss, _) => "",
        (Lane::Complex, SchoolKind::Vso) => {
            "Wens en kracht: \nSchool en stage: \nUWV: \nGemeente: \nRoute en instrumenten: \n\
             Wie houdt vast, tot wanneer: \nNodig om te besluiten: "
        }
        (Lane::Complex, SchoolKind::Pro) => {
            "Wens en kracht: \nStage en werkgever: \nGemeente en participatiebedrijf: \nRoute en instrumenten: \n\
             Wie houdt vast, tot wanneer: \nNodig om te besluiten: "
        }
        (Lane::Complex, SchoolKind::Entree) => {
            "Wens en kracht: \nOpleiding en diploma: \nWerk of mbo 2: \nGemeente en doorstroompunt: \n\
             Wie houdt vast, tot wanneer: \nNodig om te besluiten: "
        }
    }
}
