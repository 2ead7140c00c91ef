//! The two ends at one meeting place, over a real socket: who is let in, what a window that does not listen costs, and
//! what it shows when the chair's end is gone.

use std::io::{Read, Write};
use std::os::unix::fs::{MetadataExt, PermissionsExt};
use std::os::unix::net::UnixStream;
use std::time::{Duration, Instant};

use dakpan::public::host::{BEAT, Host};
use dakpan::public::place::Place;
use dakpan::public::viewer::{SILENCE, Viewer, Where};
use dakpan::public::wire::{Frame, decode, encode};
use dakpan::public::{Blank, Show, WindowState};
use tempfile::TempDir;

use dakpan::app::screen::Screen;
use dakpan::public::Projection;

use crate::desk::Desk;

/// A folder with a meeting place in it that is not made yet.
fn place() -> (TempDir, Place) {
    let home = TempDir::new().unwrap();
    let place = Place::of(&home.path().join("dakpan"), &home.path().join("tafel.dakpan"));
    (home, place)
}

fn window(place: &Place, now: Instant) -> Viewer {
    let mut viewer = Viewer::new(Where::At(vec![place.clone()]), now);
    viewer.resize((120, 36), now);
    viewer
}

/// Lets both ends have their turn, as often as a conversation takes: what is written to a socket can be read at once.
fn talk(host: &mut Host, viewer: &mut Viewer, now: Instant) {
    for _ in 0..4 {
        viewer.turn(now);
        viewer.drawn(now);
        host.turn(now);
    }
}

/// What the room sees at the demo's table.
fn scene() -> Projection {
    let mut desk = Desk::with_demo();
    desk.press("S Enter Enter PgDn PgDn");
    match desk.program.screen() {
        Screen::Shared(scene) => Projection::of(&scene, true),
        other => panic!("not shared: {other:?}"),
    }
}

fn paused() -> Show {
    Show::Blank(Blank::Paused)
}

#[test]
fn a_window_is_let_in_hears_what_to_show_and_says_how_large_it_is() {
    let (_home, place) = place();
    let now = Instant::now();
    let mut host = Host::listen(place.clone()).unwrap();
    assert_eq!(host.state(), None, "there was none yet");
    assert_eq!(host.due(now), None, "and nothing to wake for");
    let mut viewer = window(&place, now);
    assert_eq!(viewer.show(), &Show::Blank(Blank::NoLink));
    talk(&mut host, &mut viewer, now);
    assert_eq!(viewer.show(), &Show::Blank(Blank::Waiting));
    assert_eq!(host.state(), Some(WindowState::Blank(36)));
    host.tell(paused(), now);
    talk(&mut host, &mut viewer, now);
    assert_eq!(viewer.show(), &paused());
    assert!(host.due(now).unwrap() <= BEAT);
    viewer.resize((80, 24), now);
    talk(&mut host, &mut viewer, now);
    assert_eq!(host.state(), Some(WindowState::Blank(24)));
    drop(viewer);
    host.turn(now);
    assert_eq!(host.state(), Some(WindowState::Gone));
    assert_eq!(host.due(now), None);
}

/// Between two windows nobody says what is to be shown: the second one must not begin with what the first one ended with.
#[test]
fn a_window_that_comes_is_never_sent_what_the_one_before_it_was_shown() {
    let (_home, place) = place();
    let now = Instant::now();
    let mut host = Host::listen(place.clone()).unwrap();
    let mut first = window(&place, now);
    talk(&mut host, &mut first, now);
    host.tell(Show::Scene(Box::new(scene())), now);
    talk(&mut host, &mut first, now);
    assert_eq!(host.state(), Some(WindowState::Live(36)));
    drop(first);
    host.turn(now);
    assert!(!host.has_windows());
    let mut second = UnixStream::connect(place.socket()).unwrap();
    second.set_nonblocking(true).unwrap();
    let token: [u8; 32] = std::fs::read(place.token()).unwrap().try_into().unwrap();
    second.write_all(&encode(&Frame::Hello(token)).unwrap()).unwrap();
    second.write_all(&encode(&Frame::Size(120, 36)).unwrap()).unwrap();
    for _ in 0..4 {
        host.turn(now);
    }
    host.tell(paused(), now);
    host.turn(now);
    let mut heard = Vec::new();
    let _ = second.read_to_end(&mut heard);
    let mut shown = Vec::new();
    let mut rest = heard.as_slice();
    while let Some((frame, taken)) = decode(rest).unwrap() {
        if let Frame::Show(_, show) = frame {
            shown.push(*show);
        }
        rest = &rest[taken..];
    }
    assert_eq!(shown, [Show::Blank(Blank::Waiting), paused()]);
    assert_eq!(host.state(), Some(WindowState::Blank(36)));
}

/// What has no room in a frame is not shown, and the chair reads no LIVE for it.
#[test]
fn a_window_counts_as_blank_when_what_is_to_be_shown_is_too_large() {
    let (_home, place) = place();
    let now = Instant::now();
    let mut host = Host::listen(place.clone()).unwrap();
    let mut viewer = window(&place, now);
    talk(&mut host, &mut viewer, now);
    let whole = scene();
    let mut large = whole.clone();
    let row = large.parts[0].clone();
    large.parts = vec![row; 20_000];
    for _ in 0..2 {
        host.tell(Show::Scene(Box::new(whole.clone())), now);
        talk(&mut host, &mut viewer, now);
        assert_eq!(host.state(), Some(WindowState::Live(36)));
        host.tell(Show::Scene(Box::new(large.clone())), now);
        talk(&mut host, &mut viewer, now);
        assert_eq!(viewer.show(), &Show::Blank(Blank::Elsewhere));
        assert_eq!(host.state(), Some(WindowState::Blank(36)));
    }
}

#[test]
fn a_window_shows_nothing_when_the_chair_is_gone_silent_or_talks_nonsense_and_comes_back_by_itself() {
    let (_home, place) = place();
    let now = Instant::now();
    let mut viewer = window(&place, now);
    let mut later = now;
    for end in ["gone", "silent"] {
        let mut host = Host::listen(place.clone()).unwrap();
        later += Duration::from_secs(1);
        talk(&mut host, &mut viewer, later);
        host.tell(paused(), later);
        talk(&mut host, &mut viewer, later);
        assert_eq!(viewer.show(), &paused(), "{end}");
        if end == "gone" {
            drop(host);
            viewer.turn(later);
        } else {
            later += SILENCE;
            viewer.turn(later);
        }
        assert_eq!(viewer.show(), &Show::Blank(Blank::NoLink), "{end}");
    }
    // With beats in between it goes on for as long as they come.
    let mut host = Host::listen(place).unwrap();
    later += Duration::from_secs(1);
    talk(&mut host, &mut viewer, later);
    host.tell(paused(), later);
    talk(&mut host, &mut viewer, later);
    for _ in 0..10 {
        later += BEAT;
        talk(&mut host, &mut viewer, later);
        assert_eq!(viewer.show(), &paused());
    }
}

#[test]
fn the_meeting_place_is_for_its_owner_alone_tells_no_path_and_is_taken_away() {
    let (home, place) = place();
    let host = Host::listen(place.clone()).unwrap();
    let mode = |path: &std::path::Path| std::fs::symlink_metadata(path).unwrap().mode() & 0o777;
    assert_eq!(mode(&home.path().join("dakpan")), 0o700);
    assert_eq!(mode(&place.socket()), 0o600);
    assert_eq!(mode(&place.token()), 0o600);
    let names: Vec<String> = std::fs::read_dir(home.path().join("dakpan"))
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    assert_eq!(names.len(), 2);
    assert!(names.iter().all(|name| !name.contains("tafel")), "{names:?}");
    drop(host);
    assert!(!place.socket().exists() && !place.token().exists());
}

#[test]
fn a_folder_that_others_can_read_is_closed_to_them() {
    let (home, place) = place();
    let folder = home.path().join("dakpan");
    std::fs::create_dir(&folder).unwrap();
    std::fs::set_permissions(&folder, std::fs::Permissions::from_mode(0o777)).unwrap();
    let _host = Host::listen(place).unwrap();
    let mode = std::fs::metadata(&folder).unwrap().permissions().mode();
    assert_eq!(mode & 0o777, 0o700);
}

#[test]
fn a_folder_that_is_a_link_to_elsewhere_is_refused() {
    let (home, place) = place();
    let elsewhere = TempDir::new().unwrap();
    std::os::unix::fs::symlink(elsewhere.path(), home.path().join("dakpan")).unwrap();
    assert!(Host::listen(place).is_err());
}

#[test]
fn what_a_killed_program_left_is_replaced() {
    let (_home, place) = place();
    let killed = Host::listen(place.clone()).unwrap();
    // Nothing is taken away, as when the process is killed.
    std::mem::forget(killed);
    let now = Instant::now();
    let mut host = Host::listen(place.clone()).unwrap();
    let mut viewer = window(&place, now);
    talk(&mut host, &mut viewer, now);
    host.tell(paused(), now);
    talk(&mut host, &mut viewer, now);
    assert_eq!(viewer.show(), &paused());
}

#[test]
fn who_does_not_know_the_token_is_told_nothing() {
    let (_home, place) = place();
    let now = Instant::now();
    let mut host = Host::listen(place.clone()).unwrap();
    host.tell(paused(), now);
    let wrong = encode(&Frame::Hello([0; 32])).unwrap();
    let early = encode(&Frame::Seen(0)).unwrap();
    for said in [wrong, early, b"GET / HTTP/1.1\r\n\r\n".to_vec(), vec![0; 4096]] {
        let mut stranger = UnixStream::connect(place.socket()).unwrap();
        stranger.write_all(&said).unwrap();
        host.turn(now);
        let mut heard = Vec::new();
        // The connection was closed, with or without its bytes being read to the end.
        let _ = stranger.read_to_end(&mut heard);
        assert_eq!(heard, b"");
        assert!(!host.has_windows());
    }
    assert_eq!(host.state(), None);
}

#[test]
fn who_says_nothing_at_all_is_given_up() {
    let (_home, place) = place();
    let now = Instant::now();
    let mut host = Host::listen(place.clone()).unwrap();
    let silent: Vec<UnixStream> = (0..6).map(|_| UnixStream::connect(place.socket()).unwrap()).collect();
    host.turn(now);
    host.turn(now);
    assert!(host.has_windows());
    assert!(host.due(now).is_some());
    host.turn(now + Duration::from_secs(3));
    assert!(!host.has_windows());
    drop(silent);
}

/// A program that stands still takes connections and says nothing: the next attempt goes to somebody else.
#[test]
fn a_place_that_stays_silent_keeps_no_window_from_another() {
    let (home, place) = place();
    let still = Place::of(&home.path().join("dakpan"), &home.path().join("ander.dakpan"));
    let now = Instant::now();
    let _stands_still = Host::listen(still.clone()).unwrap();
    let mut host = Host::listen(place.clone()).unwrap();
    let mut viewer = Viewer::new(Where::At(vec![still, place]), now);
    viewer.resize((120, 36), now);
    talk(&mut host, &mut viewer, now);
    assert_eq!(viewer.show(), &Show::Blank(Blank::NoLink));
    let mut later = now + SILENCE;
    talk(&mut host, &mut viewer, later);
    assert!(!host.has_windows());
    later += Duration::from_millis(500);
    talk(&mut host, &mut viewer, later);
    assert_eq!(viewer.show(), &Show::Blank(Blank::Waiting));
}

/// A window that takes nothing any more: what is shown changes all the time, and neither waits for it nor piles up.
#[test]
fn a_window_that_stands_still_holds_up_nobody_and_is_given_up() {
    let (_home, place) = place();
    let now = Instant::now();
    let mut host = Host::listen(place.clone()).unwrap();
    let mut stuck = UnixStream::connect(place.socket()).unwrap();
    let token: [u8; 32] = std::fs::read(place.token()).unwrap().try_into().unwrap();
    stuck.write_all(&encode(&Frame::Hello(token)).unwrap()).unwrap();
    host.turn(now);
    let mut other = window(&place, now);
    talk(&mut host, &mut other, now);
    let began = Instant::now();
    for round in 0..40_000 {
        let why = if round % 2 == 0 {
            Blank::Paused
        } else {
            Blank::Elsewhere
        };
        host.tell(Show::Blank(why), now);
        if round % 64 == 0 {
            other.turn(now);
            other.drawn(now);
            host.turn(now);
        }
    }
    assert!(began.elapsed() < Duration::from_secs(20), "{:?}", began.elapsed());
    talk(&mut host, &mut other, now);
    assert_eq!(
        other.show(),
        &Show::Blank(Blank::Elsewhere),
        "the other one has the latest"
    );
    other.turn(now + Duration::from_millis(1));
    host.turn(now + Duration::from_secs(2));
    other.turn(now + Duration::from_millis(1200));
    other.drawn(now + Duration::from_millis(1200));
    host.turn(now + Duration::from_secs(4));
    assert_eq!(
        host.state(),
        Some(WindowState::Blank(36)),
        "the one that stood still is gone"
    );
    // Nothing more comes to it.
    let mut rest = Vec::new();
    let _ = stuck.read_to_end(&mut rest);
    assert!(rest.len() < 4 << 20, "{} bytes were kept for it", rest.len());
}
