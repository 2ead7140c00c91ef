//! The backups and the one that is about to be put back, as the chair alone sees them.

use super::overlay::input;
use crate::app::restoring::{Asked, BackupLine, Backups, cost, doing};
use crate::app::sight::{RowView, RowsView, Tone};
use crate::store::{Contents, Standing};
use crate::text::Catalog;

/// The list, or what is asked of the one that was chosen.
pub(super) fn view(backups: &Backups, catalog: &Catalog) -> RowsView {
    match &backups.asked {
        Some(asked) => question(backups, asked, catalog),
        None => list(backups, catalog),
    }
}

fn list(backups: &Backups, catalog: &Catalog) -> RowsView {
    let words = &catalog.lock;
    let row = |line: &BackupLine| RowView {
        text: words.backup_row(line.made, line.why),
        aside: words.backup_aside(line.bytes, &line.pupils),
        tone: if line.pupils.is_ok() { Tone::Plain } else { Tone::Done },
    };
    let none = || plain(words.no_backups.to_owned());
    let rows: Vec<RowView> = backups.rows.iter().map(row).collect();
    RowsView {
        title: words.backups_title.to_owned(),
        filter: None,
        placeholder: "",
        rows: if rows.is_empty() { vec![none()] } else { rows },
        selected: backups.selected,
        foot: vec![words.backups_foot.to_owned()],
    }
}

fn question(backups: &Backups, asked: &Asked, catalog: &Catalog) -> RowsView {
    let words = &catalog.lock;
    let chosen = backups.rows.get(backups.selected);
    let rows = vec![
        chosen.map_or_else(String::new, |line| words.backup_row(line.made, line.why)),
        held(&asked.contents, catalog),
    ];
    let now = match &asked.standing {
        Standing::None | Standing::Closed => None,
        Standing::WentOn { now, .. } | Standing::Other { now, .. } => Some(now),
    };
    let mut rows: Vec<RowView> = rows.into_iter().map(plain).collect();
    if let Some(now) = now {
        rows.push(plain(words.file_of_now.to_owned()));
        rows.push(plain(held(now, catalog)));
    }
    // What it costs is what the word is about, so nothing of it is cut.
    let back = words.trail_goes_back.to_owned();
    for text in cost(&asked.standing, catalog).into_iter().chain([back]) {
        rows.push(RowView {
            tone: Tone::Said,
            ..plain(text)
        });
    }
    let mut foot = match asked.doing {
        Some(step) => vec![doing(step, catalog), words.stop_restoring.to_owned()],
        None => vec![words.restore_foot.to_owned()],
    };
    if asked.refused {
        foot.insert(0, words.not_the_word.to_owned());
    }
    RowsView {
        title: words.restore_title.to_owned(),
        filter: asked.doing.is_none().then(|| input(&asked.word)),
        rows,
        placeholder: words.type_the_word,
        selected: 0,
        foot,
    }
}

fn held(contents: &Contents, catalog: &Catalog) -> String {
    let last = contents.last_change.map(|at| catalog.cli.moment(at));
    let words = &catalog.lock;
    words.holds(last.as_deref(), contents.schools, contents.pupils, contents.meetings)
}

fn plain(text: String) -> RowView {
    RowView {
        text,
        aside: String::new(),
        tone: Tone::Plain,
    }
}
