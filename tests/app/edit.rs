//! The editor. Tables write a text with its cursor as `|` and a selection between `[` and `]`.

use dakpan::app::edit::{Area, EditCommand, Editor, Kind, Motion};

mod commands;
mod draft;
mod lines;
mod random;
mod undo;

const LIMIT: usize = 1 << 20;

/// Wide enough for nothing in a table to wrap.
const WIDE: Area = Area { width: 60, height: 8 };

fn area(width: u16, height: u16) -> Area {
    Area { width, height }
}

/// An editor on a text whose cursor is written as `|`.
fn editor(marked: &str, kind: Kind) -> Editor {
    let place = marked.find('|').expect("the cursor is marked");
    let mut editor = Editor::new(&marked.replacen('|', "", 1), kind, LIMIT);
    editor.input(EditCommand::Move(Motion::TextStart), WIDE).unwrap();
    while editor.cursor() < place {
        editor.input(EditCommand::Move(Motion::Right), WIDE).unwrap();
    }
    assert_eq!(editor.cursor(), place, "no cursor can stand there");
    editor
}

fn note(marked: &str) -> Editor {
    editor(marked, Kind::Lines)
}

/// The text with its cursor and selection written in.
fn marked(editor: &Editor) -> String {
    let mut places = vec![(editor.cursor(), '|')];
    if let Some(selected) = editor.selection() {
        places.push((selected.start, '['));
        places.push((selected.end, ']'));
    }
    // From the back, and brackets outside the cursor.
    places.sort_by_key(|(at, mark)| (*at, "[|]".find(*mark)));
    let mut text = editor.text().to_owned();
    for (at, mark) in places.into_iter().rev() {
        text.insert(at, mark);
    }
    text
}

fn give(editor: &mut Editor, command: EditCommand) {
    editor.input(command, WIDE).unwrap();
}

/// Types a text letter by letter, Enter for a line feed.
fn type_in(editor: &mut Editor, text: &str) {
    for letter in text.chars() {
        give(
            editor,
            match letter {
                '\n' => EditCommand::Newline,
                letter => EditCommand::Insert(letter.to_string()),
            },
        );
    }
}

fn insert(text: &str) -> EditCommand {
    EditCommand::Insert(text.to_owned())
}
