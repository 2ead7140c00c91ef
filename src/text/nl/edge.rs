//! What is said when the program itself fails, in Dutch.

use crate::text::edge::Edge;

pub(in crate::text) const EDGE: Edge = Edge { stopped };

fn stopped(place: &str) -> String {
    format!(
        "Dakpan is door een fout in het programma gestopt ({place}). Er is niets verloren: alles wat op het scherm \
         stond, is bewaard. Start dakpan opnieuw en geef deze plaats door aan wie het programma onderhoudt."
    )
}
