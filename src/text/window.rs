//! The words of the public window, and of what the chair is told about it.

use super::catalog::theme;

/// Why there can be no public window.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoWindow {
    /// The folder in which the two programs would meet cannot be made or written, or is somebody else's.
    Folder,
    /// The path to it is longer than the system takes.
    TooLong,
    /// The system does not say where it would be.
    NoPlace,
    /// Something else of the system's.
    Other,
}

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
            /// Blank: the meeting was closed.
            closed,
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
            /// Notice: there can be no window, and why.
            cannot(why: NoWindow) -> &'static str,
        }
    }
}
