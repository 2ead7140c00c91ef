//! The lists of what follows a meeting as whole screens: the actions of all schools and the lessons, as they come out
//! of the demo.

use dakpan::text::Lang;
use dakpan::ui::Glyphs;

use super::screens::{draw, text};
use crate::desk::Desk;

/// The screen after some keys in the private state of the demo.
fn after(keys: &str, lang: Lang, size: (u16, u16)) -> String {
    let mut desk = Desk::with_demo();
    desk.speak(lang).private().press(keys);
    let (buffer, cursor) = draw(&desk.program.screen(), lang, size, Glyphs::Unicode);
    format!("cursor {},{}\n{}", cursor.x, cursor.y, text(&buffer))
}

#[test]
fn what_follows_a_meeting_in_both_languages() {
    for (name, keys) in [("private_actions_of_all", "U"), ("private_lessons", "I")] {
        for (lang, lang_name) in [(Lang::Nl, "nl"), (Lang::En, "en")] {
            for size in [(80, 24), (120, 36)] {
                let shown = after(keys, lang, size);
                let name = format!("{name}_{lang_name}_{}x{}", size.0, size.1);
                insta::with_settings!({ prepend_module_to_snapshot => false, omit_expression => true }, {
                    insta::assert_snapshot!(name, shown);
                });
            }
        }
    }
}
