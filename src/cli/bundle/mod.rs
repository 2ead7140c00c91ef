//! `bundel` and `samenvoegen`: what changed, from one laptop to another.
//!
//! The rules: what leaves is locked for its receiver before it is written anywhere; merging says what it will do before
//! it does it; what two files changed without knowing of each other is told and never decided in silence.

mod make;
mod merge;
mod preview;
mod words;

use std::path::Path;

pub(super) use make::{Asked as Making, make, show_key};
pub(super) use merge::{Asked as Merging, list, merge, settle};

use super::answer::Session;
use super::output::Failure;
use crate::domain::bundle::OwnKey;
use crate::exchange::bundle::{Locked, new_secret};
use crate::store::StoreError;
use crate::text::Catalog;
use crate::text::bundle::BundleTrouble;

/// A name for a file among others: 128 random bits.
fn own_key(session: &mut Session) -> Result<OwnKey, Failure> {
    let mut random = [0_u8; 16];
    getrandom::fill(&mut random).map_err(|_| session.failed(&StoreError::Io(std::io::ErrorKind::Other)))?;
    let make = || OwnKey {
        file: random.iter().map(|byte| format!("{byte:02x}")).collect(),
        secret: new_secret(),
    };
    let made = session.store.own_key_or(make);
    made.map_err(|error| session.failed(&error))
}

fn refused(file: Option<&Path>, trouble: &BundleTrouble, catalog: &Catalog) -> Failure {
    let sentence = catalog.bundle.trouble(trouble);
    Failure::Told(match file {
        Some(file) => format!("{}: {sentence}", file.display()),
        None => sentence,
    })
}

fn of_lock(locked: Locked) -> BundleTrouble {
    match locked {
        Locked::NoKey => BundleTrouble::NoKey,
        Locked::NoSecret => BundleTrouble::DamagedKey,
        Locked::ForSomebodyElse => BundleTrouble::ForSomebodyElse,
        Locked::NotOpened => BundleTrouble::NotOpened,
        Locked::TooLarge => BundleTrouble::TooLargeToMake,
    }
}
