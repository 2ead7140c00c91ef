//! Making the file on first use, with a chair who answers what is asked.

use std::collections::VecDeque;
use std::path::{Path, PathBuf};

use dakpan::cli::{Failure, Io, NotAsked, Options, create_store, open_or_create, open_store};
use dakpan::store::{SecretKind, Store, recognise};
use dakpan::text::Lang;
use tempfile::TempDir;
use zeroize::Zeroizing;

use super::at;

/// Somebody at the keyboard: what they answer, what they were asked, and what they were told.
struct Chair {
    folder: TempDir,
    options: Options,
    answers: VecDeque<&'static str>,
    asked: Vec<String>,
    told: Vec<u8>,
}

impl Chair {
    fn who_answers(answers: &[&'static str]) -> Self {
        let folder = TempDir::new().unwrap();
        let options = Options {
            file: Some(folder.path().join("map/tafel.dakpan")),
            user: "evos".into(),
            ..Options::default()
        };
        Self {
            folder,
            options,
            answers: answers.iter().copied().collect(),
            asked: Vec::new(),
            told: Vec::new(),
        }
    }

    fn path(&self) -> PathBuf {
        self.folder.path().join("map/tafel.dakpan")
    }

    fn at_the_keyboard<T>(&mut self, work: impl FnOnce(&Options, &mut Io<'_>) -> T) -> T {
        let (answers, asked) = (&mut self.answers, &mut self.asked);
        let mut ask = |words: &str, _: dakpan::cli::Echo| {
            asked.push(words.trim_end().to_owned());
            let answer = answers.pop_front().ok_or(NotAsked::Interrupted)?;
            Ok(Zeroizing::new(answer.to_owned()))
        };
        let mut out = Vec::new();
        let mut io = Io {
            out: &mut out,
            err: &mut self.told,
            ask: &mut ask,
            watch: &mut |_, _| std::ops::ControlFlow::Continue(()),
        };
        work(&self.options, &mut io)
    }

    fn make(&mut self) -> Result<Store, Failure> {
        self.at_the_keyboard(|options, io| create_store(options, at("10:00"), io))
    }

    fn told(&self) -> String {
        String::from_utf8(self.told.clone()).unwrap()
    }
}

fn nothing_is_left(folder: &Path) -> bool {
    super::bytes_in(folder).is_empty()
}

#[test]
fn a_new_passphrase_is_asked_twice_and_opens_the_file() {
    let mut chair = Chair::who_answers(&["vier woorden", "vier woorden", " Els Vos ", "vier woorden"]);
    let store = chair.make().unwrap();
    assert_eq!(store.setting("chair").unwrap().as_deref(), Some("Els Vos"));
    assert_eq!(
        store.journal(1, None).unwrap()[0].who,
        "Els Vos",
        "the journal has a who from the first change on"
    );
    store.close().unwrap();
    let name = "Uw naam, voor het journaal (Enter: overslaan):";
    assert_eq!(chair.asked, ["Nieuw wachtwoord:", "Nog een keer:", name]);
    assert!(
        chair
            .told()
            .starts_with(&format!("{}: Dit bestand is er nog niet", chair.path().display()))
    );
    assert_eq!(recognise(&chair.path()), Ok(SecretKind::Passphrase));
    chair
        .at_the_keyboard(|options, io| open_store(options, at("10:01"), io))
        .unwrap();
    assert_eq!(chair.asked.last().unwrap(), "Wachtwoord:");
}

#[test]
fn two_that_differ_or_none_are_told_and_asked_again() {
    let mut chair = Chair::who_answers(&[
        "vier woorden",
        "vier worden",
        "",
        "goed geheim",
        "goed geheim",
        "",
        "goed geheim",
    ]);
    chair.make().unwrap().close().unwrap();
    let told = chair.told();
    assert!(told.contains("De twee wachtwoorden zijn niet gelijk."), "{told}");
    assert!(told.contains("Het wachtwoord is leeg."), "{told}");
    chair
        .at_the_keyboard(|options, io| open_store(options, at("10:01"), io))
        .unwrap();

    let mut chair = Chair::who_answers(&[
        "woorden een",
        "woorden twee",
        "woorden drie",
        "woorden vier",
        "woorden vijf",
        "woorden zes",
        "woorden zeven",
        "woorden zeven",
    ]);
    let failure = chair.make().unwrap_err();
    assert!(
        matches!(failure, Failure::Told(line) if line.contains("niet gelijk")),
        "three times is enough"
    );
    assert!(nothing_is_left(chair.folder.path()) && !chair.path().exists());
}

#[test]
fn who_stops_at_the_question_leaves_no_file() {
    for answers in [&[][..], &["vier woorden"]] {
        let mut chair = Chair::who_answers(answers);
        assert_eq!(chair.make().unwrap_err(), Failure::Interrupted);
        assert!(!chair.path().exists());
    }
}

#[test]
fn a_file_or_key_that_is_given_is_not_asked_for() {
    let mut chair = Chair::who_answers(&[]);
    let words = chair.folder.path().join("wachtwoord");
    std::fs::write(&words, "vier woorden\n").unwrap();
    chair.options.passphrase_file = Some(words);
    chair.make().unwrap().close().unwrap();
    chair
        .at_the_keyboard(|options, io| open_or_create(options, at("10:01"), io))
        .unwrap();

    let mut chair = Chair::who_answers(&[]);
    let key = chair.folder.path().join("sleutel");
    std::fs::write(&key, [7; 32]).unwrap();
    chair.options.key_file = Some(key);
    chair
        .at_the_keyboard(|options, io| open_or_create(options, at("10:00"), io))
        .unwrap()
        .close()
        .unwrap();
    assert_eq!(recognise(&chair.path()), Ok(SecretKind::KeyFile));
    chair
        .at_the_keyboard(|options, io| open_or_create(options, at("10:01"), io))
        .unwrap();
    assert!(chair.asked.is_empty());
}

#[test]
fn what_stands_in_the_way_of_a_new_file_is_left() {
    let mut chair = Chair::who_answers(&["goed geheim", "goed geheim", ""]);
    std::fs::create_dir(chair.folder.path().join("map")).unwrap();
    std::fs::write(chair.path(), "van mij").unwrap();
    chair.options.lang = Lang::En;
    let failure = chair.make().unwrap_err();
    assert!(matches!(failure, Failure::Told(line) if line.contains("exists already")));
    assert_eq!(std::fs::read(chair.path()).unwrap(), b"van mij");
}

/// Opening never makes a file, whatever stands at its place: a link that leads nowhere is not a place to write.
#[cfg(unix)]
#[test]
fn a_link_to_nowhere_is_no_invitation() {
    let mut chair = Chair::who_answers(&["goed geheim", "goed geheim"]);
    std::fs::create_dir(chair.folder.path().join("map")).unwrap();
    std::os::unix::fs::symlink(chair.folder.path().join("elders"), chair.path()).unwrap();
    let failure = chair
        .at_the_keyboard(|options, io| open_or_create(options, at("10:00"), io))
        .unwrap_err();
    assert!(matches!(failure, Failure::Told(line) if line.contains("is er niet")));
    assert!(nothing_is_left(chair.folder.path()));
}

/// With a day of its own the program still knows what time it is, in winter and in summer.
#[test]
fn the_day_can_be_chosen_and_the_time_goes_on() {
    for day in ["2026-01-14", "2026-06-03", "2031-12-31"] {
        let day: chrono::NaiveDate = day.parse().unwrap();
        let options = Options {
            today: Some(day),
            ..Options::default()
        };
        let before = chrono::Local::now().time();
        let now = options.now();
        let after = chrono::Local::now().time();
        assert_eq!(now.date_naive(), day);
        // Around midnight the day of the wall clock changes, and this one does not.
        assert!(after < before || (before..=after).contains(&now.time()), "{now}");
    }
}
