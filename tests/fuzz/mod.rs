//! Every reader of outside data against bytes nobody would send: the samples of a corpus, changed in many small ways.
//!
//! The rule: a run is the same run every time. The numbers behind the changes come from a fixed seed, so that what
//! fails here fails everywhere, and what never fails costs the same every day. A reader that stops, that takes longer
//! than [`PATIENCE`] over one input, or whose result breaks what the target says must hold of it, leaves the input
//! under `target/fuzz/<name>` and says how to run it again; the input then belongs in the corpus.
//!
//! Longer, on demand:
//! - `DAKPAN_FUZZ_SECONDS=600 cargo test --test main fuzz::` gives every target ten minutes instead of a count, and
//! - `DAKPAN_FUZZ_SEED=7` other numbers; without it a timed run still begins with the usual ones.
//! - `DAKPAN_FUZZ_INPUT=path cargo test --test main fuzz::lists` runs one input and nothing else.

mod books;
mod bundle;
mod header;
mod keyboard;
mod lists;
mod mutate;
mod others;
mod scene;
mod settings;
mod terms;
mod whole;
mod words;

use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

pub use mutate::Dice;
use mutate::Mutator;

/// How long one input may take. Only a reader whose cost grows faster than its input takes so long, however busy the
/// machine is.
const PATIENCE: Duration = Duration::from_secs(20);

/// Where every run begins that does not say otherwise.
const SEED: u64 = 0x6461_6b70_616e;

/// Runs `target` on each sample in `tests/fuzz/corpus/<corpus>`, and then on `cases` changed ones. `name` is the folder
/// under `target/fuzz` for what fails; several targets may share one corpus. `target` panics when something that must
/// hold does not.
///
/// # Panics
/// With the failure of `target`, after keeping its input; and when the corpus is missing or empty.
pub fn fuzz(name: &str, corpus: &str, cases: u32, target: impl Fn(&[u8])) {
    fuzz_with(name, corpus, Vec::new(), cases, target);
}

/// The same with samples that the program itself makes, so that they are of the form it writes today.
///
/// # Panics
/// As [`fuzz`].
pub fn fuzz_with(name: &str, corpus: &str, made: Vec<Vec<u8>>, cases: u32, target: impl Fn(&[u8])) {
    if let Some(path) = std::env::var_os("DAKPAN_FUZZ_INPUT") {
        return target(&std::fs::read(path).unwrap());
    }
    let mut samples = samples(corpus);
    assert!(!samples.is_empty(), "there is nothing in tests/fuzz/corpus/{corpus}");
    samples.extend(made);
    for sample in &samples {
        run(name, sample, &target);
    }
    let seed = std::env::var("DAKPAN_FUZZ_SEED").map_or(SEED, |seed| seed.parse().unwrap());
    let mut mutator = Mutator::new(Dice::new(seed), &samples);
    let seconds: Option<u64> = std::env::var("DAKPAN_FUZZ_SECONDS")
        .ok()
        .map(|seconds| seconds.parse().unwrap());
    let until = seconds.map(|seconds| Instant::now() + Duration::from_secs(seconds));
    let mut done = 0;
    while until.map_or(done < cases, |until| Instant::now() < until) {
        run(name, &mutator.next(), &target);
        done += 1;
    }
    println!("{name}: {} samples and {done} changed ones, seed {seed}", samples.len());
}

/// One input. What fails is kept before the failure goes on.
fn run(name: &str, input: &[u8], target: &impl Fn(&[u8])) {
    let began = Instant::now();
    let ended = catch_unwind(AssertUnwindSafe(|| target(input)));
    let took = began.elapsed();
    if ended.is_ok() && took < PATIENCE {
        return;
    }
    let path = keep(name, input);
    eprintln!(
        "{name}: {} bytes failed after {took:?}; again with DAKPAN_FUZZ_INPUT={}",
        input.len(),
        path.display()
    );
    match ended {
        Err(failure) => resume_unwind(failure),
        Ok(()) => panic!("{name}: one input took {took:?}"),
    }
}

/// Writes an input that fails to where it can be run again; the same input always under the same name.
fn keep(name: &str, input: &[u8]) -> PathBuf {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/fuzz").join(name);
    std::fs::create_dir_all(&folder).unwrap();
    let path = folder.join(format!("{:016x}", fingerprint(input)));
    std::fs::write(&path, input).unwrap();
    path
}

/// FNV-1a: short, and the same on every machine.
fn fingerprint(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3)
    })
}

/// The samples of a corpus in the order of their names.
fn samples(corpus: &str) -> Vec<Vec<u8>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/fuzz/corpus")
        .join(corpus);
    let mut paths: Vec<PathBuf> = std::fs::read_dir(&folder)
        .unwrap_or_else(|error| panic!("{}: {error}", folder.display()))
        .map(|entry| entry.unwrap().path())
        .collect();
    paths.sort();
    paths.iter().map(|path| std::fs::read(path).unwrap()).collect()
}

/// The same input always gets the same name, and a failure goes through with its input kept.
#[test]
fn a_failure_is_kept_and_goes_through() {
    let ended = catch_unwind(|| run("driver", b"kapot", &|_: &[u8]| panic!("on purpose")));
    assert_eq!(
        ended.unwrap_err().downcast_ref::<&str>(),
        Some(&"on purpose"),
        "the failure itself goes through"
    );
    let kept = keep("driver", b"kapot");
    assert_eq!(std::fs::read(&kept).unwrap(), b"kapot");
    std::fs::remove_file(kept).unwrap();
}
