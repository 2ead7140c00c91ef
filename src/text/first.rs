//! The words for whoever comes for the first time: what to do first, what a list needs, and where finding stops.

use super::catalog::theme;
use crate::domain::setup::SetupStep;

theme! {
    /// What a newcomer is told.
    First {
        words {
            /// Above the steps towards a first meeting.
            steps,
            /// Below them while shared: what has to be done before.
            steps_private,
            /// Nothing was found while shared: what is searched then.
            shared_reach,
            /// The question for the name of the chair, when a file is made.
            ask_chair,
            /// Below the help of the import: which columns a list has.
            list_columns,
            /// A demo that was to be made is there.
            demo_there,
        }
        phrases {
            /// A step towards a first meeting, and the command or key for it.
            step(step: SetupStep) -> (&'static str, &'static str),
            /// A demo was made, which opens with this passphrase.
            demo_passphrase(passphrase: &str) -> String,
            /// The same, with this key file.
            demo_key(key: &str) -> String,
        }
    }
}
