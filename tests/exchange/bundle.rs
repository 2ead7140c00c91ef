//! The form of a bundle and its lock.

use dakpan::exchange::bundle::{
    Garbled, Locked, MOST_BYTES, Wrong, lock, new_secret, public_half, read, unlock, write,
};

const SMALL: &str = include_str!("../fuzz/corpus/bundle/small.jsonl");

#[test]
fn a_bundle_is_written_as_it_was_read() {
    let bundle = read(SMALL.as_bytes()).unwrap();
    assert_eq!(
        (
            bundle.number,
            bundle.rows.len(),
            bundle.entries.len(),
            bundle.erased.len()
        ),
        (1, 2, 1, 1)
    );
    assert_eq!(bundle.schools[0].code, "00AB00");
    assert_eq!(String::from_utf8(write(&bundle).unwrap()).unwrap(), SMALL);
    assert!(
        !format!("{bundle:?}").contains("Brug"),
        "what is in it is not told in a report"
    );
}

#[test]
fn what_is_wrong_is_told_by_its_line() {
    let wrong = |text: &str| read(text.as_bytes()).unwrap_err();
    let at = |line, wrong| Garbled { line, wrong };
    assert_eq!(wrong(""), at(1, Wrong::NotABundle));
    assert_eq!(wrong("{}\n"), at(1, Wrong::NotABundle));
    assert_eq!(wrong("[1,2]\n"), at(1, Wrong::NotABundle));
    assert_eq!(wrong(&SMALL.replace("dakpan-bundle", "iets")), at(1, Wrong::NotABundle));
    assert_eq!(
        wrong(&SMALL.replace("\"version\":1", "\"version\":2")),
        at(1, Wrong::OtherVersion(2))
    );
    assert_eq!(
        wrong(&SMALL.replace("\"number\":1", "\"number\":0")),
        at(1, Wrong::NotALine)
    );
    assert_eq!(
        wrong(&SMALL.replace("\"who\":\"Els Vos\",\"whole\"", "\"extra\":1,\"who\":\"\",\"whole\"")),
        at(1, Wrong::NotALine)
    );
    assert_eq!(
        wrong(&SMALL.replace("\"tick\":0", "\"tick\":\"0\"")),
        at(3, Wrong::NotALine)
    );
    assert_eq!(
        wrong(&SMALL.replace(
            "{\"id\":1,\"kind\":\"school\",\"name\":\"De Brug\",\"place\":\"\"},\"before\":null",
            "5,\"before\":null"
        )),
        at(3, Wrong::NotALine)
    );
    assert_eq!(
        wrong(&SMALL.replace("2026-06-01", "2026-06-31")),
        at(5, Wrong::NotALine)
    );
    assert_eq!(
        wrong(&SMALL.replace("\"lines\":4", "\"lines\":3")),
        at(6, Wrong::WrongEnd)
    );
    assert_eq!(
        wrong(SMALL.trim_end().rsplit_once('\n').unwrap().0),
        at(5, Wrong::WrongEnd)
    );
    assert_eq!(wrong(&format!("{SMALL}{{}}\n")), at(7, Wrong::WrongEnd));
    assert_eq!(read(&[0xff, 0xfe]).unwrap_err(), at(0, Wrong::NotText));
}

#[test]
fn only_the_receiver_opens_it() {
    let (mine, yours) = (new_secret(), new_secret());
    let receiver = public_half(&mine).unwrap();
    assert!(receiver.starts_with("age1"));
    let locked = lock(&receiver, SMALL.as_bytes()).unwrap();
    assert!(
        locked.starts_with(b"age-encryption.org/v1\n"),
        "a format other programs read too"
    );
    assert!(!locked.windows(4).any(|window| window == b"Brug"));
    assert_eq!(*unlock(&mine, &locked).unwrap(), SMALL.as_bytes());
    assert_eq!(unlock(&yours, &locked), Err(Locked::ForSomebodyElse));
    assert_eq!(unlock(&mine, b"iets anders"), Err(Locked::NotOpened));
    assert_eq!(unlock("kapot", &locked), Err(Locked::NoSecret));
    for wrong in ["", "age1", "age1kapot", mine.as_str()] {
        assert_eq!(lock(wrong, b""), Err(Locked::NoKey));
    }
}

#[test]
fn what_nobody_could_open_is_not_locked() {
    let key = public_half(&new_secret()).unwrap();
    assert_eq!(lock(&key, &vec![0; MOST_BYTES + 1]), Err(Locked::TooLarge));
}

#[test]
fn a_count_that_is_too_large_to_add_to_is_a_wrong_end() {
    let last = SMALL.trim_end().rsplit('\n').next().unwrap();
    let most = format!("{{\"end\":{{\"lines\":{}}}}}", usize::MAX);
    let wrong = read(SMALL.replace(last, &most).as_bytes()).unwrap_err();
    assert_eq!(wrong.wrong, Wrong::WrongEnd);
}
