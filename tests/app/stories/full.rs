//! A disk that is full: every sentence of the chair survives it, and the screen says what to do.
//!
//! The limit on the size of files counts for a whole process, so this test runs itself once more in a process of its
//! own and sets the limit there.

use std::process::Command;

use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};

use crate::desk::Desk;

const CHILD: &str = "DAKPAN_TEST_FULL_DISK";

/// No file can grow from here on, or all can again.
fn disk_is_full(full: bool) {
    let maximum = getrlimit(Resource::Fsize).maximum;
    let current = if full { Some(0) } else { maximum };
    setrlimit(Resource::Fsize, Rlimit { current, maximum }).unwrap();
}

#[test]
fn a_full_disk_loses_no_letter_and_says_so() {
    if std::env::var_os(CHILD).is_some() {
        return on_a_full_disk();
    }
    let name = "app::stories::full::a_full_disk_loses_no_letter_and_says_so";
    // Without the trap the kernel ends a process that writes beyond the limit.
    let script = "trap '' XFSZ; exec \"$0\" --exact \"$1\"";
    let this = std::env::current_exe().unwrap();
    let output = Command::new("sh")
        .args(["-c", script])
        .arg(this)
        .arg(name)
        .env(CHILD, "1")
        .output()
        .unwrap();
    let told = String::from_utf8_lossy(&output.stdout);
    assert!(
        output.status.success() && told.contains("1 passed"),
        "{told}\n{}",
        String::from_utf8_lossy(&output.stderr)
    );
}

fn on_a_full_disk() {
    let (mut desk, table) = Desk::with_pupils(2);
    desk.press("S a a a a Enter PgDn PgDn").write("een ");
    disk_is_full(true);
    desk.write("twee ").sees("vol");
    // Neither leaving the note, nor going on, nor quitting lets go of what was typed.
    desk.press("Esc").sees("een twee").sees("SCHRIJF").sees("vol");
    desk.press("PgDn").sees("een twee").sees("Daan B.");
    desk.press("Enter")
        .write("/b besluit")
        .press("Enter")
        .sees("/b besluit");
    assert!(!desk.program.state.quit);
    disk_is_full(false);
    desk.press("Enter").write("drie vier");
    let mut desk = desk.kill_and_restart();
    let text = desk.store().dossier(table.pupils[0]).unwrap().notes[0].text.clone();
    for word in ["een twee", "drie vier"] {
        assert!(text.contains(word), "{text:?}");
    }
    assert_eq!(desk.store().dossier(table.pupils[0]).unwrap().decisions.len(), 1);
    assert!(desk.store().check().unwrap().is_empty());
    desk.press("Esc PgDn").sees("Mehmet");
}
