//! Bytes from the terminal as events.

use crossterm::event::{Event, KeyCode, KeyEvent, KeyModifiers, MouseButton, MouseEventKind};
use dakpan::ui::background::Background;
use dakpan::ui::keyboard::Keyboard;
use proptest::prelude::{ProptestConfig, any, prop, prop_assert_eq, proptest};

fn take(keyboard: &mut Keyboard) -> Vec<Event> {
    std::iter::from_fn(|| keyboard.next_event()).collect()
}

fn events(bytes: &[u8]) -> Vec<Event> {
    let mut keyboard = Keyboard::default();
    keyboard.feed(bytes);
    take(&mut keyboard)
}

fn key(code: KeyCode, held: KeyModifiers) -> Event {
    Event::Key(KeyEvent::new(code, held))
}

fn plain(code: KeyCode) -> Event {
    key(code, KeyModifiers::NONE)
}

#[test]
fn keys_as_terminals_send_them() {
    use KeyCode::{BackTab, Backspace, Char, Delete, Down, End, Enter, F, Home, Insert, Left, PageDown, PageUp, Right};
    use KeyCode::{Tab, Up};
    for (bytes, code) in [
        ("a", Char('a')),
        ("é", Char('é')),
        ("€", Char('€')),
        ("👩", Char('👩')),
        ("\r", Enter),
        ("\t", Tab),
        ("\u{7f}", Backspace),
        ("\u{8}", Backspace),
        ("\u{1b}[A", Up),
        ("\u{1b}[B", Down),
        ("\u{1b}[C", Right),
        ("\u{1b}[D", Left),
        ("\u{1b}[H", Home),
        ("\u{1b}[F", End),
        ("\u{1b}OA", Up),
        ("\u{1b}OH", Home),
        ("\u{1b}OP", F(1)),
        ("\u{1b}OS", F(4)),
        ("\u{1b}[[A", F(1)),
        ("\u{1b}[[E", F(5)),
        ("\u{1b}[1~", Home),
        ("\u{1b}[2~", Insert),
        ("\u{1b}[3~", Delete),
        ("\u{1b}[4~", End),
        ("\u{1b}[5~", PageUp),
        ("\u{1b}[6~", PageDown),
        ("\u{1b}[7~", Home),
        ("\u{1b}[8~", End),
        ("\u{1b}[11~", F(1)),
        ("\u{1b}[14~", F(4)),
        ("\u{1b}[15~", F(5)),
        ("\u{1b}[17~", F(6)),
        ("\u{1b}[19~", F(8)),
        ("\u{1b}[20~", F(9)),
        ("\u{1b}[21~", F(10)),
        ("\u{1b}[23~", F(11)),
        ("\u{1b}[24~", F(12)),
        ("\u{1b}[97u", Char('a')),
        ("\u{1b}[13u", Enter),
    ] {
        assert_eq!(events(bytes.as_bytes()), [plain(code)], "{bytes:?}");
    }
    let (shift, alt, ctrl) = (KeyModifiers::SHIFT, KeyModifiers::ALT, KeyModifiers::CONTROL);
    for (bytes, code, held) in [
        ("\u{1a}", Char('z'), ctrl),
        ("\u{19}", Char('y'), ctrl),
        ("\u{0}", Char(' '), ctrl),
        ("\u{1b}x", Char('x'), alt),
        ("\u{1b}é", Char('é'), alt),
        ("\u{1b}\r", Enter, alt),
        ("\u{1b}\u{1a}", Char('z'), alt | ctrl),
        ("\u{1b}[Z", BackTab, shift),
        ("\u{1b}[1;2A", Up, shift),
        ("\u{1b}[1;5C", Right, ctrl),
        ("\u{1b}[1;6D", Left, shift | ctrl),
        ("\u{1b}[3;5~", Delete, ctrl),
        ("\u{1b}[1;2P", F(1), shift),
        ("\u{1b}[122;5u", Char('z'), ctrl),
        ("\u{1b}[27;5;122~", Char('z'), ctrl),
    ] {
        assert_eq!(events(bytes.as_bytes()), [key(code, held)], "{bytes:?}");
    }
}

#[test]
fn the_mouse_points_at_a_cell_counted_from_zero() {
    for (bytes, kind) in [
        ("\u{1b}[<0;10;20M", MouseEventKind::Down(MouseButton::Left)),
        ("\u{1b}[<4;10;20M", MouseEventKind::Down(MouseButton::Left)),
        ("\u{1b}[<0;10;20m", MouseEventKind::Up(MouseButton::Left)),
        ("\u{1b}[<64;10;20M", MouseEventKind::ScrollUp),
        ("\u{1b}[<65;10;20M", MouseEventKind::ScrollDown),
    ] {
        let [Event::Mouse(mouse)] = events(bytes.as_bytes())[..] else {
            panic!("{bytes:?}");
        };
        assert_eq!((mouse.kind, mouse.column, mouse.row), (kind, 9, 19), "{bytes:?}");
    }
}

#[test]
fn an_escape_by_itself_is_a_key_once_nothing_follows() {
    let mut keyboard = Keyboard::default();
    keyboard.feed(b"\x1b");
    assert!(!keyboard.has_event() && keyboard.is_within_sequence());
    keyboard.pause();
    assert_eq!(take(&mut keyboard), [plain(KeyCode::Esc)]);
    keyboard.feed(b"\x1b\x1b[6~");
    assert_eq!(take(&mut keyboard), [plain(KeyCode::Esc), plain(KeyCode::PageDown)]);
    keyboard.feed(b"\x1b[6");
    keyboard.pause();
    keyboard.feed(b"~");
    assert_eq!(take(&mut keyboard), [plain(KeyCode::PageDown)]);
}

#[test]
fn half_a_sequence_is_given_up() {
    for (bytes, left) in [
        ("\u{1b}[", vec![key(KeyCode::Char('['), KeyModifiers::ALT)]),
        ("\u{1b}O", vec![key(KeyCode::Char('O'), KeyModifiers::ALT)]),
        ("\u{1b}[1;", vec![]),
        ("\u{1b}[M12", vec![]),
    ] {
        let mut keyboard = Keyboard::default();
        keyboard.feed(bytes.as_bytes());
        assert_eq!(take(&mut keyboard), []);
        keyboard.give_up();
        assert!(!keyboard.is_within_sequence());
        keyboard.feed(b"a");
        let expected: Vec<Event> = left.into_iter().chain([plain(KeyCode::Char('a'))]).collect();
        assert_eq!(take(&mut keyboard), expected, "{bytes:?}");
    }
}

#[test]
fn what_means_nothing_is_left_out_and_never_becomes_text() {
    for bytes in [
        &b"\xff"[..],
        b"\xc3(",
        b"\xed\xa0\x80",
        b"\x1b[?1;2c",
        b"\x1b[<35;10;20M",
        b"\x1b[<0;0;0M",
        b"\x1b[<0;10M",
        b"\x1b[M !q",
        b"\x1b[I",
        b"\x1b[999~",
        b"\x1b[99999999999~",
        b"\x1b[57344u",
        b"\x1b[1;2\x1b[201~",
        b"\x1bOz",
    ] {
        let mut all = bytes.to_vec();
        all.push(b'a');
        let text: Vec<Event> = events(&all);
        let expected = if bytes == b"\xc3(" {
            vec![plain(KeyCode::Char('(')), plain(KeyCode::Char('a'))]
        } else {
            vec![plain(KeyCode::Char('a'))]
        };
        assert_eq!(text, expected, "{bytes:?}");
    }
    let endless = [b"\x1b[".to_vec(), vec![b'1'; 500], b"a".to_vec()].concat();
    let mut keyboard = Keyboard::default();
    keyboard.feed(&endless);
    assert!(!keyboard.is_within_sequence(), "an endless sequence is not kept");
}

#[test]
fn a_paste_is_one_event_whatever_is_in_it() {
    let text = "q j\r\u{1b}[6~\u{1b}[200~\u{1b}[20 é\u{3}";
    let all = format!("a\u{1b}[200~{text}\u{1b}[201~b");
    let expected = [
        plain(KeyCode::Char('a')),
        Event::Paste(text.into()),
        plain(KeyCode::Char('b')),
    ];
    assert_eq!(events(all.as_bytes()), expected);
    let mut keyboard = Keyboard::default();
    for byte in all.bytes() {
        keyboard.feed(&[byte]);
    }
    assert_eq!(take(&mut keyboard), expected, "a byte at a time");
}

#[test]
fn a_paste_without_end_takes_no_more_memory_than_the_longest() {
    let mut keyboard = Keyboard::default();
    keyboard.feed(b"\x1b[200~");
    let chunk = vec![b'x'; 1 << 20];
    for _ in 0..6 {
        keyboard.feed(&chunk);
    }
    keyboard.feed(b"\x1b[20");
    keyboard.feed(b"1~a");
    let [Event::Paste(text), after] = &take(&mut keyboard)[..] else {
        panic!("a paste and a key");
    };
    assert!((4 << 20..5 << 20).contains(&text.len()), "{}", text.len());
    assert!(text.bytes().all(|byte| byte == b'x'));
    assert_eq!(*after, plain(KeyCode::Char('a')));
}

#[test]
fn what_the_terminal_tells_of_its_background_is_no_key() {
    for (told, meant) in [
        (&b"\x1b]11;rgb:ffff/ffff/dddd\x1b\\"[..], Some(Background::Light)),
        (b"\x1b]11;rgb:00/00/00\x07", Some(Background::Dark)),
        (b"\x1b]11;rgba:ffff/ffff/ffff/ffff\x07", Some(Background::Light)),
        // The usual dark and light of one palette (Solarized), which lie near each other's text.
        (b"\x1b]11;rgb:0000/2b2b/3636\x07", Some(Background::Dark)),
        (b"\x1b]11;rgb:fdfd/f6f6/e3e3\x07", Some(Background::Light)),
        (b"\x1b]11;white\x07", None),
        (b"\x1b]11;rgb:ffff/ffff\x07", None),
        (b"\x1b]11;rgb:fffff/0/0\x07", None),
        (b"\x1b]11;rgb://\x07", None),
    ] {
        let mut keyboard = Keyboard::default();
        keyboard.feed(told);
        keyboard.feed(b"a");
        assert_eq!(keyboard.take_background(), meant, "{}", told.escape_ascii());
        assert_eq!(keyboard.take_background(), None);
        assert_eq!(
            take(&mut keyboard),
            [plain(KeyCode::Char('a'))],
            "{}",
            told.escape_ascii()
        );
    }
    // An answer that never ends takes no key with it for longer than half a sequence may.
    let mut keyboard = Keyboard::default();
    keyboard.feed(b"\x1b]11;rgb:ffff");
    keyboard.give_up();
    keyboard.feed(b"a");
    assert_eq!(take(&mut keyboard), [plain(KeyCode::Char('a'))]);
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    /// However reading tears the bytes apart, they are the same events.
    #[test]
    fn reading_in_pieces_changes_nothing(
        pieces in prop::collection::vec(
            prop::sample::select(vec![
                &b"\x1b"[..], b"[", b"O", b"6~", b"1;5A", b"\x1b[200~", b"\x1b[201~", b"M", b"a", "é".as_bytes(),
                "👩".as_bytes(), b"\xff", b"\r", b"[[A", b";", b"\x1b[<1;2", b"]", b"\x1b]11;rgb:ff/ff/ff", b"\x07",
            ]),
            0..40,
        ),
        cuts in prop::collection::vec(any::<prop::sample::Index>(), 0..6),
    ) {
        let bytes = pieces.concat();
        let mut cuts: Vec<usize> = cuts.iter().map(|cut| cut.index(bytes.len() + 1)).collect();
        cuts.extend([0, bytes.len()]);
        cuts.sort_unstable();
        let mut keyboard = Keyboard::default();
        for pair in cuts.windows(2) {
            keyboard.feed(&bytes[pair[0]..pair[1]]);
        }
        prop_assert_eq!(take(&mut keyboard), events(&bytes));
    }
}
