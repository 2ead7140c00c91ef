//! Many files at the same moment. Run alone (`--exact store::race::files_are_made_side_by_side`) this is also the first
//! use of the cipher in the process, where keys that were right have failed.

use std::sync::Barrier;

use dakpan::store::{Opening, Secret, Store};
use tempfile::TempDir;
use zeroize::Zeroizing;

const THREADS: u8 = 24;

#[test]
fn files_are_made_side_by_side() {
    let folder = TempDir::new().unwrap();
    let together = Barrier::new(THREADS.into());
    std::thread::scope(|scope| {
        for thread in 0..THREADS {
            let (folder, together) = (folder.path(), &together);
            scope.spawn(move || {
                let opening = || Opening {
                    path: folder.join(format!("{thread}.dakpan")),
                    secret: Secret::KeyFile(Zeroizing::new([thread; 32])),
                    now: super::at("10:00:00"),
                    who: "Test".into(),
                    seed: 7,
                    salt: None,
                };
                together.wait();
                Store::create(opening()).unwrap().close().unwrap();
                Store::open(opening()).unwrap().close().unwrap();
            });
        }
    });
}
