//! The files that are measured: the demo's own, at three sizes, each made once and kept beside the build.

use std::path::PathBuf;

use dakpan::cli::demo;
use dakpan::domain::{Day, Moment};
use dakpan::store::{Opening, Secret, Store};
use zeroize::Zeroizing;

/// Pupils in a file.
pub(crate) const SIZES: [usize; 3] = [1_000, 10_000, 100_000];

/// The day of every measurement.
pub(crate) fn today() -> Day {
    now().date_naive()
}

/// The moment of every measurement.
pub(crate) fn now() -> Moment {
    Moment::parse_from_rfc3339("2026-06-03T10:00:00+02:00").unwrap()
}

/// How a file of so many pupils is opened.
pub(crate) fn opening(pupils: usize) -> Opening {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR"));
    Opening {
        path: folder.join(format!("bench-{}-{pupils}.dakpan", env!("CARGO_PKG_VERSION"))),
        secret: Secret::KeyFile(Zeroizing::new([3; 32])),
        now: now(),
        who: "Bench".into(),
        seed: demo::SEED,
        salt: Some([5; 9]),
    }
}

/// A file of so many pupils, made when it is not there yet.
pub(crate) fn open(pupils: usize) -> Store {
    let opening = self::opening(pupils);
    if !opening.path.exists() {
        let making = Opening {
            path: opening.path.with_extension("half"),
            ..self::opening(pupils)
        };
        let half = making.path.clone();
        // Whatever an earlier run left when it was stopped half-way.
        let _ = std::fs::remove_file(&half);
        let mut store = Store::create(making).unwrap();
        demo::make(&mut store, today(), pupils, &mut |_, _| {}).unwrap();
        store.close().unwrap();
        std::fs::rename(&half, &opening.path).unwrap();
    }
    Store::open(opening).unwrap()
}
