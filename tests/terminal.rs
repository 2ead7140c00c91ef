//! The real program in a real terminal: what no test of a room can show. A whole meeting, a program that is killed while
//! somebody types, a window that closes, a second program on the same file, and input no keyboard sends.

mod aloud;
mod canaries;
mod ends;
mod first;
mod harness;
mod hostile;
mod killed;
mod lock;
mod meeting;
mod outside;
mod place;
mod quiet;
mod refused;
mod report;
mod screen_test;
mod settings;
mod window;

/// Columns and rows at which every pane is shown.
const WIDE: (u16, u16) = (120, 36);
