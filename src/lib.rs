//! dakpan: the chair of a Dutch *uitstroomoverleg* or *doorstroomtafel* runs the meeting live, on a shared screen.
//!
//! At such a table schools for special and practical education, the municipality, UWV and others decide who takes hold
//! of a young person before the school lets go. The program keeps the table going: who is next, who holds this pupil and
//! until when, what was agreed, whom do we call. This page is the map of the house; each room's own page says more.
//!
//! # The rooms
//!
//! An arrow points at what is used, always down. `store`, `exchange` and `public` do not know each other, and `main`,
//! the binary, wires them all.
//!
//! ```text
//!            main
//!           ╱    ╲
//!        cli      ui          commands besides the screen; drawing and the keyboard
//!           ╲    ╱
//!            app              state, keys, effects
//!        ╱    │    ╲
//!   store  exchange  public   the file; lists in, documents out; what may be seen
//!        ╲    │    ╱
//!            text             every sentence, Dutch and English
//!             │
//!           domain            what the table talks about
//! ```
//!
//! | room | its rule, and what follows from it |
//! |---|---|
//! | [`domain`] | Values and decisions, pure: no clock, no input or output. Constructors parse, so a wrong value does not exist, and a policy officer could check each rule by itself. |
//! | [`text`] | Every sentence, in both languages; a sentence that is missing in one does not compile. No other room holds words for the screen. |
//! | [`store`] | The one room with SQL. Every change goes through [`Store::change`](store::Store::change): one transaction, on the disk before it returns, one entry in the journal. Undo, redo and the audit trail are made of that. |
//! | [`exchange`] | Bytes in, rows and problems out; what may be told in, documents out. No SQL, no terminal. |
//! | [`public`] | A [`Scene`](public::Scene) has no private field, so nothing private can be drawn from it or sent. What crosses to the second window is made of a scene and of nothing else. |
//! | [`app`] | [`update`](app::update::update) takes a message and gives effects. Records enter the state only through the outcome of an effect that the store has committed: memory never runs ahead of the disk. |
//! | [`ui`] | [`view`](ui::view) draws what it is given and changes nothing. Colours are in the theme alone. |
//! | [`cli`] | The commands besides the screen, and the demo. Answers to standard output, problems as one sentence to standard error. |
//!
//! The wall clock, the environment, signals and the end of the process are in `main`, and as far as commands need them
//! in `cli`. Everybody else is given the time, so that a test can choose it.
//!
//! These rules are tests: `tests/architecture.rs` reads the sources and fails on an arrow upwards, on SQL outside
//! `store`, on a terminal crate outside `ui` and `main`, on a colour outside the theme and on a sentence outside `text`.
//!
//! # One key press
//!
//! 1. `main` waits for the terminal and for signals together, and hands what comes to [`ui::input`], which makes a
//!    [`Message`](app::message::Message) of it.
//! 2. [`Program::handle`](app::Program::handle) gives the message to `update`. A key is looked up in the one table,
//!    [`BINDINGS`](app::keymap::BINDINGS) with the chair's own keys in place of some, for the scopes of the moment, and
//!    becomes an [`Intent`](domain::intent::Intent).
//! 3. [`enabled`](app::enabled::enabled) says whether that can be done now, and if not, why not. Footer, help and palette
//!    ask the same function.
//! 4. One function in `app::update` answers the intent with [`Effect`](app::effect::Effect)s. They are performed against
//!    the store at once, and each [`Outcome`](app::effect::Outcome) goes back into the state.
//! 5. When nothing more is queued, [`Program::keep`](app::Program::keep) hands what was typed in a note to the file, and
//!    only then is a frame drawn.
//! 6. [`Program::screen`](app::Program::screen) makes a [`Screen`](app::screen::Screen) of the state: this is the one
//!    place where shared and private part. [`ui::view`] draws it. While the file is locked that is a
//!    [`Screen::Locked`](app::screen::Screen::Locked), which has no part for anything that was read, and the state holds
//!    nothing of it either ([`app::lock`]).
//!
//! # The second window
//!
//! `dakpan meekijken` is a process of its own, which never opens the file. The two meet at a [`Place`](public::place::Place)
//! that only this user can enter. After each frame `main` hands [`Program::show`](app::Program::show) to the chair's end,
//! [`Host`](public::host::Host), which sends it as far as the window takes it; the window's end is a
//! [`Viewer`](public::viewer::Viewer), which shows nothing whenever it is in doubt. What the bytes between them are stands
//! in [`wire`](public::wire). Whatever is to blank the window is decided in one function behind `Program::show`.
//!
//! # Where to begin
//!
//! To see the program: `cargo run -- demo`. To see it through a chair's eyes: `tests/app/stories`, one task per file,
//! with real keys on a real encrypted file. To change what a key does: [`app::keymap`]. To change a word: `src/text/nl`
//! and `src/text/en`. To add a kind of record: `data/migrations`, then a file in `store`, and the test that looks
//! whether every record is watched says what is missing.
//!
#![doc = include_str!("threats.md")]

pub mod app;
pub mod cli;
pub mod domain;
pub mod exchange;
pub mod public;
pub mod store;
pub mod text;
pub mod ui;
