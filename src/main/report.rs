//! What is left to say when the program falls over.
//!
//! The rule: only where it happened, in the program's own words. The message of a library that fails may quote what it
//! was given, and that may be a note about somebody.

use std::fmt;
use std::panic::PanicHookInfo;

use color_eyre::config::HookBuilder;
use color_eyre::section::PanicMessage;
use dakpan::text::Catalog;
use dakpan::text::edge::place_in_source;

/// Says the sentence of a language with the place, and nothing else.
struct OnlyThePlace(&'static Catalog);

impl PanicMessage for OnlyThePlace {
    fn display(&self, info: &PanicHookInfo<'_>, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let place = info.location().map(|at| place_in_source(at.file(), at.line()));
        f.write_str(&self.0.edge.stopped(&place.unwrap_or_default()))
    }
}

/// From now on a fault is told so. A report that cannot be installed is no reason not to run.
pub(crate) fn install(catalog: &'static Catalog) {
    let _ = HookBuilder::blank()
        .display_env_section(false)
        .panic_message(OnlyThePlace(catalog))
        .install();
}
