//! Bundles of another laptop: opened, read and merged whatever is in them.

use dakpan::exchange::bundle::{lock, new_secret, public_half, read, unlock, write};
use dakpan::store::Store;

use super::mutate::Mutator;
use super::{Dice, fuzz};
use crate::store::merge::{Laptop, at, lay, note_of};

/// What is read is written as it was read, and nothing else is read.
#[test]
fn a_bundle() {
    fuzz("bundle", "bundle", 4000, |bytes| {
        if let Ok(bundle) = read(bytes) {
            let text = write(&bundle).expect("what was read is JSON");
            assert_eq!(read(&text).as_ref(), Ok(&bundle));
        }
    });
}

#[test]
fn a_locked_bundle() {
    let secret = new_secret();
    let whole = lock(&public_half(&secret).unwrap(), b"geheim").unwrap();
    fuzz("locked-bundle", "bundle", 300, |bytes| {
        assert!(unlock(&secret, bytes).is_err(), "nobody locked this");
    });
    let samples = [whole.clone()];
    let mut mutator = Mutator::new(Dice::new(7), &samples);
    for _ in 0..300 {
        let bytes = mutator.next();
        assert!(
            bytes == whole || unlock(&secret, &bytes).is_err(),
            "whoever changes a letter is found out"
        );
    }
}

/// A bundle that can be read but was changed on its way is merged, or refused with the file as it was; the file is
/// sound in both cases.
#[test]
fn a_bundle_that_is_merged() {
    let mut a = Laptop::new("a", 0xa);
    lay(&mut a);
    a.put("note", &note_of(700, 100, "table", "gaat goed"));
    a.set("pupil", 100, "wish", "dieren");
    a.remove("tile", 1100);
    let text = write(&a.bundle("b")).unwrap();
    let mut b = Laptop::new("b", 0xb);
    lay(&mut b);
    let samples = [text];
    let mut mutator = Mutator::new(Dice::new(11), &samples);
    let (mut merged, mut refused) = (0, 0);
    for case in 0..3000 {
        let Ok(mut bundle) = read(&mutator.next()) else {
            continue;
        };
        bundle.schema = Store::schema_version();
        let before = b.dump();
        match b.store.merge(&bundle, at(1000 + case), false) {
            Ok(_) => merged += 1,
            Err(_) => {
                assert_eq!(b.dump(), before, "case {case}");
                refused += 1;
            }
        }
        assert_eq!(b.store.quick_check().unwrap(), Vec::<String>::new(), "case {case}");
    }
    assert!(
        merged + refused > 10,
        "{merged} merged, {refused} refused: nothing came through"
    );
    assert_eq!(b.store.check().unwrap(), Vec::<String>::new());
}
