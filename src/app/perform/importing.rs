//! A list from the disk and into the file.
//!
//! Reading is done beside the screen, by a thread that has the file's bytes and nothing else; comparing and writing are
//! done here, because one connection writes. Whoever runs the program is shown how far writing is and may break it off,
//! after which nothing of it is in the file.

use std::fs::{self, File};
use std::io::{Read, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::Duration;

use super::Program;
use crate::app::effect::Outcome;
use crate::app::importing::{
    Entry, Import, ImportAsk, ImportNews, ListKind, Opened, OtherList, OtherPlan, Stage, Unread, Writing, is_list_file,
    split, with_separator, words,
};
use crate::app::screen::Screen;
use crate::app::state::{Overlay, State};
use crate::app::{scene, update};
use crate::domain::fold::fold;
use crate::domain::intent::Intent;
use crate::domain::listed::mapping_key;
use crate::domain::{Day, Id, Moment};
use crate::exchange::lists::{Choice, ListError, MOST_BYTES, Mapping, Source};
use crate::store::{About, StoreError};
use crate::text::notice::Problem;

/// How often the screen asks how far reading is.
const LOOK: Duration = Duration::from_millis(50);

/// The most names of a folder that are looked at.
const MOST_NAMES: usize = 5000;

/// A list that is being read beside the screen.
#[derive(Debug)]
pub(super) struct Job {
    news: Receiver<ImportNews>,
    rows: Arc<AtomicUsize>,
    stop: Arc<AtomicBool>,
}

impl Job {
    /// Begins work beside the screen. Where no thread can be had it is done at once.
    fn begin(work: impl FnOnce(&dyn Fn(usize) -> bool) -> ImportNews + Send + 'static) -> Self {
        let (sender, news) = channel();
        let (rows, stop) = (Arc::new(AtomicUsize::new(0)), Arc::new(AtomicBool::new(false)));
        let (seen, stopped) = (Arc::clone(&rows), Arc::clone(&stop));
        let all = move || {
            let watch = |so_far: usize| {
                seen.store(so_far, Ordering::Relaxed);
                !stopped.load(Ordering::Relaxed)
            };
            // Nobody waits for a list that was given up.
            let _ = sender.send(work(&watch));
        };
        let spare = Arc::new(std::sync::Mutex::new(Some(all)));
        let other = Arc::clone(&spare);
        let run = move || {
            let all = other.lock().ok().and_then(|mut all| all.take());
            if let Some(all) = all {
                all();
            }
        };
        if std::thread::Builder::new().spawn(run).is_err()
            && let Some(all) = spare.lock().ok().and_then(|mut all| all.take())
        {
            all();
        }
        Self { news, rows, stop }
    }
}

impl Program {
    /// How soon there is work to be done or to be asked about.
    pub(super) fn until_work(&self) -> Option<Duration> {
        match (&self.state.overlay, &self.reading) {
            (Some(Overlay::Import(import)), _) if matches!(import.stage, Stage::Writing(..)) => Some(Duration::ZERO),
            _ if self.is_to_put_back() => Some(Duration::ZERO),
            (_, Some(_)) => Some(LOOK),
            _ => None,
        }
    }

    /// Does what waits to be done: takes in how far reading is, writes what was confirmed, puts back a backup. `watch` is
    /// shown the screen now and then meanwhile, and says whether to go on.
    pub fn work(&mut self, now: Moment, watch: &mut dyn FnMut(&Screen) -> bool) {
        self.state.now = now;
        self.look(Duration::ZERO);
        self.put_back_what_waits(watch);
        let (writing, others) = match &self.state.overlay {
            Some(Overlay::Import(import)) if matches!(import.stage, Stage::Writing(..)) => {
                (import.to_write(), import.others.clone())
            }
            _ => return,
        };
        let written = match others {
            Some(plan) => plan.write(&mut self.store, now),
            None => self.write_list(&writing, now, watch),
        };
        let outcome = match written {
            Ok(()) => Outcome::Import(Box::new(ImportNews::Written(Some(writing.count)))),
            Err(StoreError::Cancelled) => Outcome::Import(Box::new(ImportNews::Written(None))),
            Err(error) => {
                back_to_preview(&mut self.state);
                Outcome::Failed(Problem::from(&error))
            }
        };
        let effects = update::take(&mut self.state, outcome);
        self.perform_all(effects);
    }

    /// Waits until a list that is being read is read: for whoever has no clock to come back by.
    pub fn finish_reading(&mut self) {
        while self.reading.is_some() {
            self.look(LOOK);
        }
    }

    /// Takes in how far reading is.
    fn look(&mut self, wait: Duration) {
        let Some(job) = &self.reading else { return };
        let news = match job.news.recv_timeout(wait) {
            Ok(news) => {
                self.reading = None;
                news
            }
            Err(RecvTimeoutError::Timeout) => ImportNews::Rows(job.rows.load(Ordering::Relaxed)),
            Err(RecvTimeoutError::Disconnected) => {
                self.reading = None;
                ImportNews::Opened(Choice::default(), Err(Unread::List(ListError::Stopped)))
            }
        };
        let effects = update::take(&mut self.state, Outcome::Import(Box::new(news)));
        self.perform_all(effects);
    }

    /// Does what is asked on the way.
    pub(super) fn import(&mut self, ask: ImportAsk) -> Result<Outcome, StoreError> {
        Ok(match ask {
            ImportAsk::Folder(path) => {
                let path = if path.is_empty() { self.offered() } else { path };
                let entries = entries(&path);
                told(ImportNews::Folder(path, entries))
            }
            ImportAsk::Read(path, school, choice) => {
                let choice = match choice {
                    Some(choice) => choice,
                    None => Choice {
                        mapping: self.remembered(school)?,
                        ..Choice::default()
                    },
                };
                let choice = Choice { guess: true, ..choice };
                let today = self.state.today;
                self.reading = Some(Job::begin(move |watch| {
                    let opened = open(&path, (&choice, today), watch);
                    ImportNews::Opened(choice, opened)
                }));
                Outcome::Quiet
            }
            ImportAsk::Again(source, choice) => {
                let today = Some(self.state.today);
                self.reading = Some(Job::begin(move |watch| {
                    let list = source.list_on(&choice.mapping, today, watch).map(Arc::new);
                    ImportNews::Opened(choice, Ok(Opened { source, list }))
                }));
                Outcome::Quiet
            }
            ImportAsk::Compare(school, rows, there) => told(ImportNews::Compared(
                self.store.compare_list_with(school, &rows, &there)?,
            )),
            ImportAsk::ReadOthers(path, kind, sheet) => {
                self.reading = Some(Job::begin(move |watch| {
                    ImportNews::Others(open_other(&path, (kind, sheet.as_deref()), watch))
                }));
                Outcome::Quiet
            }
            ImportAsk::Plan(list) => {
                let list = list.lock().ok().and_then(|mut list| list.take());
                match list {
                    Some(list) => told(ImportNews::Planned(Arc::new(OtherPlan::of(&self.store, list)?))),
                    None => Outcome::Quiet,
                }
            }
            ImportAsk::Stop => {
                if let Some(job) = self.reading.take() {
                    job.stop.store(true, Ordering::Relaxed);
                }
                Outcome::Quiet
            }
            ImportAsk::Mend => self.mend(),
        })
    }

    /// What is remembered of the headings of a school's lists.
    fn remembered(&self, school: Id) -> Result<Mapping, StoreError> {
        let key = mapping_key(&self.store.school(school)?.code);
        let text = self.store.setting(&key)?;
        Ok(text.map(|text| Mapping::from_text(&text)).unwrap_or_default())
    }

    /// The folder that is offered at first: where lists came from, else that of the file.
    fn offered(&self) -> String {
        if !self.state.lists_from.is_empty() {
            return self.state.lists_from.clone();
        }
        let folder = self.store.path().parent().filter(|folder| *folder != Path::new(""));
        with_separator(folder.unwrap_or_else(|| Path::new(".")))
    }

    /// One change: the rows, what becomes of who is no longer there, and what the headings were said to be.
    fn write_list(
        &mut self,
        writing: &Writing,
        now: Moment,
        watch: &mut dyn FnMut(&Screen) -> bool,
    ) -> Result<(), StoreError> {
        let remembered = self.remembered(writing.school)?;
        let key = mapping_key(&self.store.school(writing.school)?.code);
        let about = About {
            intent: Intent::ImportList.code(),
            pupil: None,
            meeting: None,
        };
        let Self { state, store, .. } = self;
        let today = state.today;
        store.change(about, now, |tx| {
            tx.write_list_watched(writing.school, &writing.rows, &mut |done, all| {
                if let Some(Overlay::Import(import)) = state.overlay.as_mut() {
                    import.stage = Stage::Writing(done, all);
                }
                watch(&scene::screen(state))
            })?;
            for (pupil, what) in &writing.vanishing {
                tx.set_vanished(*pupil, *what, today)?;
            }
            if writing.mapping != remembered {
                tx.set_setting(&key, &writing.mapping.to_text())?;
            }
            Ok(())
        })
    }

    /// Puts the refused rows in a file beside the list, under a name that is not taken.
    fn mend(&self) -> Outcome {
        let Some(Overlay::Import(import)) = &self.state.overlay else {
            return Outcome::Quiet;
        };
        match write_to_mend(import, &self.state) {
            Ok((rows, name)) => told(ImportNews::Mended(rows, name)),
            Err(error) => told(ImportNews::NotMended(Problem::from(&StoreError::from(error)))),
        }
    }
}

fn told(news: ImportNews) -> Outcome {
    Outcome::Import(Box::new(news))
}

fn back_to_preview(state: &mut State) {
    if let Some(Overlay::Import(import)) = state.overlay.as_mut() {
        import.stage = Stage::Preview;
    }
}

/// What is in a file, as far as a list may go.
fn bytes(path: &Path) -> Result<Vec<u8>, Unread> {
    let unreadable = |error| Unread::File(Problem::from(&StoreError::from(error)));
    let mut bytes = Vec::new();
    // One byte more than is allowed is enough to see that there are too many.
    let most = MOST_BYTES as u64 + 1;
    let file = File::open(path).map_err(unreadable)?;
    file.take(most).read_to_end(&mut bytes).map_err(unreadable)?;
    Ok(bytes)
}

/// Reads a list that is not of pupils.
fn open_other(
    path: &Path,
    (kind, sheet): (ListKind, Option<&str>),
    watch: &dyn Fn(usize) -> bool,
) -> Result<OtherList, Unread> {
    let read = OtherList::read(kind, &bytes(path)?, sheet, watch).map_err(Unread::List)?;
    read.ok_or(Unread::List(ListError::Stopped))
}

/// Reads and opens a file; a file that is no list is told apart from one that cannot be read.
fn open(path: &Path, (choice, today): (&Choice, Day), watch: &dyn Fn(usize) -> bool) -> Result<Opened, Unread> {
    let bytes = bytes(path)?;
    let source = Source::open(&bytes, choice, watch).map_err(Unread::List)?;
    let list = source.list_on(&choice.mapping, Some(today), watch).map(Arc::new);
    Ok(Opened {
        source: Arc::new(source),
        list,
    })
}

/// The names in the folder of a path that go on as it does: folders first, and only files that can be lists. None when
/// the folder cannot be read.
fn entries(path: &str) -> Option<Vec<Entry>> {
    let (folder, begun) = split(path);
    let begun = fold(begun);
    let read = fs::read_dir(if folder.is_empty() { "." } else { folder }).ok()?;
    let mut entries: Vec<Entry> = read
        .take(MOST_NAMES)
        .filter_map(|entry| {
            let path = entry.ok()?.path();
            let name = path.file_name()?.to_str()?.to_owned();
            let is_folder = path.is_dir();
            let hidden = name.starts_with('.') && !begun.starts_with('.');
            let fits = fold(&name).starts_with(&begun) && !hidden;
            // What is no plain file may never end.
            let offered = is_folder || (is_list_file(&name) && path.is_file());
            (fits && offered).then_some(Entry { name, path, is_folder })
        })
        .collect();
    entries.sort_by(|one, other| (!one.is_folder, &one.name).cmp(&(!other.is_folder, &other.name)));
    Some(entries)
}

/// Writes the refused rows for their owner alone: they hold names. How many, and the name of the file.
fn write_to_mend(import: &Import, state: &State) -> std::io::Result<(usize, String)> {
    let (Some(source), Some(list), catalog) = (&import.source, &import.list, state.catalog()) else {
        return Ok((0, String::new()));
    };
    let why = |one: &crate::exchange::lists::Refusal| words::reason(one.reason, &catalog.lists);
    let text = source.to_mend(list, [catalog.import.row, catalog.import.reason], &why);
    let stem = import
        .file
        .file_stem()
        .unwrap_or_default()
        .to_string_lossy()
        .into_owned();
    let folder = import.file.parent().map(PathBuf::from).unwrap_or_default();
    for number in 1..1000 {
        let ending = if number == 1 {
            String::new()
        } else {
            format!("-{number}")
        };
        let name = format!("{stem}-{}{ending}.csv", catalog.import.to_mend);
        let mut options = File::options();
        options.write(true).create_new(true);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        match options.open(folder.join(&name)) {
            Ok(mut file) => {
                file.write_all(text.as_bytes())?;
                return Ok((list.refused_rows(), name));
            }
            Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => {}
            Err(error) => return Err(error),
        }
    }
    Err(std::io::Error::from(std::io::ErrorKind::AlreadyExists))
}

/// A thread whose list nobody waits for any more stops at its next look.
impl Drop for Job {
    fn drop(&mut self) {
        self.stop.store(true, Ordering::Relaxed);
    }
}
