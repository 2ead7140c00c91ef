//! `herstel`: a backup in the place of the file, after it was shown what that would cost.
//!
//! The rules: nothing of the file is touched before somebody typed that it may be, not even brought up to date; the file
//! that was there is kept as a copy; what cannot be looked through is not put back; and who was erased since the copy was
//! made does not come back with it.

use std::path::Path;

use super::answer::Answer;
use super::file::{CHAIR, TRIES, opening, place, secret_of};
use super::options::Options;
use super::output::{Echo, Failure, Io, NotAsked, visible};
use crate::app::restoring::{cost, doing};
use crate::domain::Moment;
use crate::store::{Contents, Current, RestoreStep, Restoring, Secret, Standing, StoreError, recognise};
use crate::text::cli::Trouble;
use crate::text::notice::Problem;
use crate::text::{EN, NL};

/// Making the copy ready and erasing again what went since, before the file that is there is kept in parts.
const STEPS: usize = 3;

/// Puts a backup back; `given` says beforehand that it may be done.
pub(super) fn restore(options: &Options, backup: &Path, given: bool, io: &mut Io<'_>) -> Result<Answer, Failure> {
    let catalog = options.catalog();
    let words = &catalog.lock;
    let target = place(options)?;
    if is_same(backup, &target) {
        return Err(Failure::of(&Trouble::RestoreItself, catalog));
    }
    let (restoring, secret) = prepare(options, backup, &target, io)?;
    let failed = |error: &StoreError| Failure::of_store(&target, error, catalog);
    let current = current(options, &target, secret)?;
    // A file that is too damaged to say who chairs is no less replaced.
    let chair = current
        .as_ref()
        .and_then(|current| current.setting(CHAIR).ok().flatten());
    let chair = chair.filter(|name| !name.is_empty());
    let restoring = restoring.by(chair.as_ref().unwrap_or(&options.user), options.now());
    let standing = restoring.standing(current.as_ref()).map_err(|error| failed(&error))?;
    let (from, to) = (shown(backup), shown(&target));
    let preview = format!(
        "{}\n{}\n{}",
        words.of_backup(&from),
        held(&restoring.contents(), options),
        compared(&standing, &to, options)
    );
    let written = io.out.write_all(preview.as_bytes()).and_then(|()| io.out.flush());
    written.map_err(|error| Failure::of_writing(&error, catalog))?;
    if !given {
        confirm(options, io)?;
    }
    let mut said = None;
    let done = restoring.commit(current, &mut |step| {
        // Each step once to whoever listens: how far it is within one is a number that changes all the time.
        if options.aloud && said != Some(std::mem::discriminant(&step)) {
            said = Some(std::mem::discriminant(&step));
            let _ = writeln!(io.err, "{}", doing(step, catalog));
        }
        match step {
            RestoreStep::UpToDate => (io.watch)(0, STEPS),
            RestoreStep::EraseAgain => (io.watch)(1, STEPS),
            RestoreStep::Keeping(done, total) => (io.watch)(done, total),
        }
    });
    let _ = (io.watch)(1, 1);
    let done = done.map_err(|error| failed(&error))?;
    let mut told = format!("{}\n", words.restored);
    if done.erased_again > 0 {
        told.push_str(&format!("{}\n", words.erased_again(done.erased_again)));
    }
    if let Some(kept) = done.kept {
        told.push_str(&format!("{}\n", words.kept_at(&shown(&kept))));
    }
    Ok(Answer::text(told))
}

/// Whether both are one file. One that is not there is told of by whoever opens it.
fn is_same(backup: &Path, target: &Path) -> bool {
    let real = |path: &Path| std::fs::canonicalize(path).ok();
    real(backup).is_some_and(|backup| Some(backup) == real(target))
}

/// Copies the backup and looks through it; a passphrase that was asked and is wrong may be typed again.
fn prepare(options: &Options, backup: &Path, target: &Path, io: &mut Io<'_>) -> Result<(Restoring, Secret), Failure> {
    let failed = |error: &StoreError| Failure::of_store(backup, error, options.catalog());
    let kind = recognise(backup).map_err(|error| failed(&error))?;
    let mut tries = TRIES;
    loop {
        let (secret, asked) = secret_of(kind, backup, options, io)?;
        tries -= 1;
        let to = opening(target, secret.clone(), options.now(), options);
        match Restoring::prepare(backup, to, options.purpose(), io.watch) {
            Ok(restoring) => return Ok((restoring, secret)),
            Err(StoreError::WrongKey) if asked && tries > 0 => {
                failed(&StoreError::WrongKey).tell(io.err);
            }
            Err(error) => return Err(failed(&error)),
        }
    }
}

/// The file that is there, held and as it is, when it opens with what opens the backup. A file that is somebody else's, of a newer program
/// or in use is never replaced; one that is damaged or opens with something else is.
fn current(options: &Options, target: &Path, secret: Secret) -> Result<Option<Current>, Failure> {
    let opened = Current::open(opening(target, secret, options.now(), options), options.purpose());
    match opened {
        Ok(current) => Ok(Some(current)),
        Err(
            StoreError::NotFound
            | StoreError::WrongKey
            | StoreError::NeedsKeyFile
            | StoreError::NeedsPassphrase
            | StoreError::Corrupt,
        ) => Ok(None),
        Err(error) => Err(Failure::of_store(target, &error, options.catalog())),
    }
}

/// Asks for the word that means it.
fn confirm(options: &Options, io: &mut Io<'_>) -> Result<(), Failure> {
    let catalog = options.catalog();
    let refused = || Failure::of_problem(&Problem::Cancelled, catalog);
    match (io.ask)(catalog.lock.ask_restore, Echo::Shown) {
        Err(NotAsked::NoTerminal) => Err(Failure::of(&Trouble::NobodyToConfirm, catalog)),
        Err(NotAsked::Interrupted) => Err(Failure::Interrupted),
        Ok(answer) => {
            let answer = answer.trim().to_lowercase();
            let meant = [NL.lock.restore_word, EN.lock.restore_word].contains(&answer.as_str());
            if meant { Ok(()) } else { Err(refused()) }
        }
    }
}

fn held(contents: &Contents, options: &Options) -> String {
    let told = |at: Moment| options.catalog().cli.moment(at);
    let last = contents.last_change.map(told);
    let words = &options.catalog().lock;
    words.holds(last.as_deref(), contents.schools, contents.pupils, contents.meetings)
}

/// What the file that is there would lose, in lines.
fn compared(standing: &Standing, file: &str, options: &Options) -> String {
    let words = &options.catalog().lock;
    let mut lines = Vec::new();
    if *standing != Standing::None {
        lines.push(words.of_file(file));
    }
    if let Standing::WentOn { now, .. } | Standing::Other { now, .. } = standing {
        lines.push(held(now, options));
    }
    lines.extend(cost(standing, options.catalog()));
    if *standing != Standing::None {
        lines.push(words.trail_goes_back.to_owned());
    }
    lines.iter().map(|line| format!("{line}\n")).collect()
}

fn shown(path: &Path) -> String {
    visible(&path.display().to_string())
}
