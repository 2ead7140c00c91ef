//! The words of the public window, and of what the chair is told about it.

use super::catalog::theme;

theme! {
    /// The public window.
    WindowWords {
        words {
            /// Its title in the list of windows: never anything else.
            title,
            /// Blank: no chair's program is connected.
            no_link,
            /// Blank: no meeting sits.
            waiting,
            /// Blank: it is to be said who is present.
            attendance,
            /// Blank: paused by the chair, or locked.
            paused,
            /// Blank: the chair looks at something else.
            elsewhere,
            /// For the chair: the window shows the scene.
            live,
            /// For the chair: the window shows nothing.
            blank,
            /// For the chair: the window is gone.
            gone,
            /// Before those three.
            label,
            /// Notice: the window is gone.
            went,
        }
        phrases {
            /// Rows of the window, short.
            rows(rows: u16) -> String,
            /// Notice: a window of so many rows came.
            came(rows: u16) -> String,
        }
    }
}
