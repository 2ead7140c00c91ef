//! Words of entering a trajectory, of relapse and of an employer's card.

use super::catalog::theme;
use crate::domain::placement::Lasted;

theme! {
    /// Words of entering a trajectory, of relapse and of an employer's card.
    Entry {
        words {
            /// Relapse, as a label and as the reason for which a tile ended.
            relapse,
            /// Behind a name that no party has: an employer of that name is made.
            new_employer,
            /// Title of finding an employer.
            find_employer,
            /// What was found is a party.
            found_party,
            /// Behind a tile that holds the pupil.
            holds,
            /// Nobody was placed with this employer.
            nobody_placed,
        }
        phrases {
            /// A day, and the category the pupil fell back from.
            relapsed(day: &str, from: Option<&str>) -> String,
            /// How long somebody was placed.
            lasted(lasted: Lasted) -> String,
            /// So many were placed, of whom so many still are.
            placed(all: usize, still: usize) -> String,
            /// So many hours a week.
            hours(hours: u16) -> String,
        }
    }
}
