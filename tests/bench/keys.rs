//! What it costs to open a file with a passphrase: slow on purpose, so that guessing is.

use dakpan::store::{Opening, Secret, Store};
use divan::Bencher;
use zeroize::Zeroizing;

use crate::tables::now;

/// The derivation alone: Argon2id over 64 MiB, three passes.
#[divan::bench(sample_count = 10, sample_size = 1)]
fn passphrase_to_key(bencher: Bencher<'_, '_>) {
    let folder = tempfile::TempDir::new().unwrap();
    let words = || Secret::Passphrase(Zeroizing::new("vier losse woorden hier".to_owned()));
    let opening = Opening {
        path: folder.path().join("tafel.dakpan"),
        secret: words(),
        now: now(),
        who: "Bank".into(),
        seed: 1,
        salt: None,
    };
    let store = Store::create(opening).unwrap();
    bencher.bench_local(|| store.is_opened_by(&words()).unwrap());
}
