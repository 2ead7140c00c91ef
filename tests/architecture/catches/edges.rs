//! Edges between rooms, and out of the domain.

use super::super::rules::Rule;
use super::{catches, passes};

#[test]
fn an_edge_upwards_or_sideways_is_caught_however_it_is_written() {
    for (path, text) in [
        ("src/domain/pupil.rs", "use crate::store::Store;"),
        ("src/text/nl.rs", "use crate::app::Message;"),
        ("src/store/mod.rs", "pub use crate::exchange::Row;"),
        ("src/exchange/csv.rs", "fn f(scene: &crate::public::Scene) {}"),
        ("src/public/mod.rs", "use crate::store::{self, Store as _};"),
        (
            "src/app/state.rs",
            "use crate::{domain::Pupil, text::Catalog, ui::Theme};",
        ),
        ("src/cli/mod.rs", "mod a { use crate::{app::{self, State}, ui}; }"),
        ("src/app/update/note.rs", "use super::super::super::cli::Outcome;"),
        ("src/domain/mod.rs", "use super::app;"),
        ("src/domain/mod.rs", "mod inner { use super::super::store::Store; }"),
        ("src/ui/mod.rs", "macro_rules! m { () => { $crate::cli::run() } }"),
        ("src/app/mod.rs", "type Cell = Vec<crate::ui::Cell>;"),
        (
            "src/app/mod.rs",
            r#"#[serde(with = "x")] struct A(#[from] crate::cli::Error);"#,
        ),
    ] {
        catches(Rule::Edge, path, text);
    }
}

#[test]
fn an_edge_can_not_be_hidden_behind_the_root() {
    for (path, text) in [
        ("src/app/mod.rs", "use crate as house;"),
        ("src/app/mod.rs", "use crate::*;"),
        ("src/app/mod.rs", "use super::{*};"),
        ("src/app/mod.rs", "use dakpan::ui::Theme;"),
        ("src/lib.rs", "pub use crate::store::Store;"),
        ("src/app/mod.rs", "use crate::Store;"),
        ("src/loose.rs", "use crate::domain::Pupil;"),
    ] {
        catches(Rule::Edge, path, text);
    }
}

#[test]
fn edges_downwards_and_inside_a_room_pass() {
    for (path, text) in [
        (
            "src/app/mod.rs",
            "use crate::{domain::Pupil, exchange::Row, public::Scene, store::Store, text::Catalog};",
        ),
        (
            "src/ui/panes/queue.rs",
            "use crate::app::State; use super::super::theme::Theme; use self::row::Row;",
        ),
        (
            "src/cli/mod.rs",
            "use crate::app::perform; fn f() -> crate::store::Error { loop {} }",
        ),
        (
            "src/store/mod.rs",
            "pub(crate) fn open() {} pub(in crate::store) struct A; use crate::store::journal;",
        ),
        (
            "src/store/mod.rs",
            "// crate::ui\n/// [`crate::app::State`]\n/* use crate::cli; */ struct A;",
        ),
        (
            "src/main.rs",
            "use dakpan::{app, cli, domain, store, ui}; mod signals; use crate::signals::Signal;",
        ),
        ("src/domain/dates/words.rs", "mod inner { use super::super::calendar; }"),
        (
            "src/app/update.rs",
            "fn f(x: &X) { x.crate_name(); x.y().store(); let _ = 0..super::f::<u8>(); }",
        ),
    ] {
        passes(path, text);
    }
}

#[test]
fn a_domain_that_reaches_out_is_caught() {
    for (path, text) in [
        ("src/domain/terms.rs", "use std::fs;"),
        ("src/domain/terms.rs", "use std::{collections::BTreeMap, io::Read};"),
        ("src/domain/terms.rs", r#"fn f() { std::env::var("HOME"); }"#),
    ] {
        catches(Rule::Purity, path, text);
    }
    for (path, text) in [
        (
            "src/domain/terms.rs",
            "use std::{collections::BTreeMap, fmt, ops::Range};",
        ),
        ("src/exchange/csv.rs", "use std::io::Read;"),
    ] {
        passes(path, text);
    }
}
