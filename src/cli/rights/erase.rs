//! `wissen`: what would go, the number typed, and then what the search found.

use super::super::answer::{Answer, Session};
use super::super::lines::pupil as called;
use super::super::output::{Echo, Failure, Io, NotAsked, visible};
use crate::domain::outside::visible_lines;
use crate::domain::pupil::Pupil;
use crate::store::{ErasePreview, EraseReason, EraseStep, Erased, StoreError};
use crate::text::Catalog;
use crate::text::cli::Trouble;
use crate::text::notice::Problem;

/// Tells what would go, asks for the number, and erases.
pub(super) fn erase(
    session: &mut Session,
    pupil: &Pupil,
    confirmation: Option<&str>,
    io: &mut Io<'_>,
) -> Result<Answer, Failure> {
    let preview = session
        .store
        .erase_preview(pupil.id)
        .map_err(|error| session.failed(&error))?;
    let mut text = told(&preview, session.catalog);
    if !is_confirmed(pupil, confirmation, &text, session.catalog, io)? {
        return Ok(Answer::text(text).but(Some(Trouble::NotConfirmed)));
    }
    let (done, all) = forget(session, pupil, EraseReason::Request, io)?;
    text.push('\n');
    text.push_str(&done);
    Ok(Answer::text(text).but((!all).then_some(Trouble::NotAllErased)))
}

/// Whether the number at school was typed, here or beforehand. What would go is told first, because it is what the
/// question is about.
pub(super) fn is_confirmed(
    pupil: &Pupil,
    confirmation: Option<&str>,
    about: &str,
    catalog: &Catalog,
    io: &mut Io<'_>,
) -> Result<bool, Failure> {
    if let Some(given) = confirmation {
        return Ok(given.trim() == pupil.number);
    }
    let _ = io.err.write_all(visible_lines(about).as_bytes());
    match (io.ask)(catalog.rights.ask_number, Echo::Shown) {
        Ok(typed) => Ok(typed.trim() == pupil.number),
        Err(NotAsked::NoTerminal) => Ok(false),
        Err(NotAsked::Interrupted) => Err(Failure::Interrupted),
    }
}

/// Erases; what was done in words, and whether nothing was left. While it is watched it can be stopped: before the
/// records are out nothing was done, and afterwards the backups that are left are done at the next start.
pub(super) fn forget(
    session: &mut Session,
    pupil: &Pupil,
    why: EraseReason,
    io: &mut Io<'_>,
) -> Result<(String, bool), Failure> {
    let (now, aloud, words) = (session.now, session.aloud, &session.catalog.rights);
    let Io { err, watch, .. } = io;
    let mut say = |backup, of| {
        if aloud {
            // A line that cannot be written is no reason to stop the work.
            let _ = writeln!(err, "{}", words.step(backup, of));
        }
    };
    // The records and the pages of the file are a part each, and so is each backup; how many there are is known later.
    let erased = session.store.forget(pupil.id, why, now, &mut |step| match step {
        EraseStep::Records => {
            say(0, 0);
            watch(0, 2)
        }
        EraseStep::Pages => watch(1, 2),
        EraseStep::Backup(at, of) => {
            say(at, of);
            watch(at + 1, of + 2)
        }
    });
    // It is over, however it ended: the next question needs the terminal.
    let _ = watch(1, 1);
    let erased = erased.map_err(|error| match error {
        StoreError::Cancelled => Failure::of(&Trouble::Stopped, session.catalog),
        other => session.failed(&other),
    })?;
    Ok(done(&erased, session.catalog))
}

/// What would go, in lines.
pub(super) fn told(preview: &ErasePreview, catalog: &Catalog) -> String {
    let words = &catalog.rights;
    let mut lines = vec![
        format!("{} {}", called(&preview.pupil.name, false), preview.pupil.number),
        words.erase_heading.to_owned(),
    ];
    let item = |line: String| format!("  {line}");
    lines.extend(
        preview
            .rows
            .iter()
            .map(|(record, count)| item(words.rows(record, *count))),
    );
    lines.push(item(words.history(preview.images, preview.trail)));
    lines.push(item(words.backups(preview.backups.len())));
    for copy in &preview.backups {
        if let Some(trouble) = &copy.trouble {
            let file = copy.path.file_name().unwrap_or_default().to_string_lossy();
            lines.push(item(words.copy_closed(&file, &Problem::from(trouble), copy.may_pass())));
        }
    }
    lines.push(words.erase_leaves.to_owned());
    if !preview.exports.is_empty() {
        lines.push(format!("{}:", words.exports_out));
        lines.extend(preview.exports.iter().map(|one| {
            let export = &one.export;
            item(words.export(export.kind, &export.made_for, export.made_at, one.alone))
        }));
        lines.push(words.tell_receivers.to_owned());
    }
    if !preview.mentions.is_empty() {
        lines.push(format!("{}:", words.mentions_elsewhere));
        // A name that many have is said in thousands of rows, which are told of alike.
        let mut alike: Vec<(String, usize)> = Vec::new();
        for one in &preview.mentions {
            let told = words.mention(one.record, one.on, one.whole);
            match alike.iter_mut().find(|(line, _)| *line == told) {
                Some((_, times)) => *times += 1,
                None => alike.push((told, 1)),
            }
        }
        lines.extend(alike.into_iter().map(|(told, times)| match times {
            1 => item(told),
            _ => item(format!("{times}× {told}")),
        }));
    }
    lines.iter().map(|line| format!("{}\n", visible(line))).collect()
}

/// What was done, in lines, and whether nothing was left.
pub(super) fn done(erased: &Erased, catalog: &Catalog) -> (String, bool) {
    let words = &catalog.rights;
    let proof = &erased.proof;
    let mut all = proof.found == 0;
    let mut lines = vec![
        words.erased(erased.rows),
        words.proof(proof.pages, proof.forms, proof.found),
    ];
    for copy in &erased.copies {
        let file = copy.path.file_name().unwrap_or_default().to_string_lossy();
        lines.push(match &copy.done {
            Ok(proof) => {
                all &= proof.found == 0;
                words.copy_proof(&file, proof.pages, proof.found)
            }
            Err(error) => {
                all = false;
                words.copy_failed(&file, &catalog.problem(&Problem::from(error)))
            }
        });
    }
    if erased.put_off > 0 {
        lines.push(words.put_off(erased.put_off));
    }
    let text = lines.iter().map(|line| format!("{}\n", visible(line))).collect();
    (text, all)
}
