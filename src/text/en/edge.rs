//! What is said when the program itself fails, in English.

use crate::text::edge::Edge;

pub(in crate::text) const EDGE: Edge = Edge { stopped };

fn stopped(place: &str) -> String {
    format!(
        "A fault in the program stopped dakpan ({place}). Nothing was lost: everything that was on the screen is \
         kept. Start dakpan again, and tell this place to whoever maintains the program."
    )
}
