//! What the settings say, in English, and the words that Tab writes out.

use super::intents::INTENTS;
use crate::text::settings::{KeyRule, Setting, SettingsWords, SettingsWrong};

pub(in crate::text) const SETTINGS: SettingsWords = SettingsWords {
    none_yet: "This file is not there yet. Begin with the example: dakpan settings --example",
    sound: "The settings are sound.",
    example_heading: "Settings of dakpan. A line that begins with # does not count.\n\
        Take the # away before a setting and change what follows; what stands there is what the program does already,\n\
        except for the region, the approach and the snippet of your own.\n\
        Every name can be written in Dutch too, such as 'taal' for 'language'.",
    example_word: "pc",
    example_text: "participation company",
    example_template: "Wish: \\nWho holds on: ",
    example_approach: "aanpak-jonge-statushouders.toml",
    approach: |name, place| format!("Approach: {name} ({place})"),
    about,
    place,
    wrong,
};

/// Words of the table that are long to type. None of them is a word or a name that somebody may mean as it stands.
pub(in crate::text) const SNIPPETS: &[(&str, &str)] = &[
    ("dgb", "day activities"),
    ("fcp", "fixed contact person"),
    ("ico", "internship coordinator"),
    ("jc", "job coach"),
    ("jga", "job guarantee agreement"),
    ("ppl", "participation placement"),
    ("shw", "sheltered work"),
    ("tbd", "to be decided"),
    ("tgr", "target group register"),
    ("tpl", "trial placement"),
    ("wdx", "exemption from the duty to work"),
    ("wsb", "wage subsidy"),
    ("wva", "wage value assessment"),
];

fn about(setting: Setting) -> &'static str {
    match setting {
        Setting::Language => "The language: nl or en. --lang and DAKPAN_LANG go first.",
        Setting::Theme => "The colours. --thema goes first.",
        Setting::Ascii => "Plain characters only, for a font that lacks the others.",
        Setting::Mouse => "Point with the mouse; selecting text is not possible then.",
        Setting::HandoverDays => {
            "For so many days the old and the new party hold a pupil together;\nwhen it is less, the handover is called cold."
        }
        Setting::OutOfSightDays => "After so many days without contact a pupil is out of sight.",
        Setting::LowChances => {
            "When chances are low: when further education and work are both low (\"both\"),\nor one of them (\"either\")."
        }
        Setting::SmallCounts => {
            "Counts below this number are hidden in public results and on the shared screen: 2 up to and including 100."
        }
        Setting::HolidayRegion => "The region of the school holidays, for \"after the summer holidays\".",
        Setting::Approach => {
            "Another approach, for another target group: a file with its own words and terms, beside this file.\nSuch an approach has a table file of its own. --approach and DAKPAN_AANPAK go first."
        }
        Setting::WorkingNoteDays => {
            "So many days after the minutes are frozen working notes erase themselves, after it was announced."
        }
        Setting::Retention => "Own retention limits, in years; see dakpan retention.",
        Setting::LockAfter => {
            "After so many minutes without a key the file is locked; 0 is never. In an open meeting the screen is then\n\
             only blanked (F9)."
        }
        Setting::LockInMeeting => "Lock it in an open meeting too.",
        Setting::Backups => {
            "How many backups are kept; one is made at the start of each meeting. The newest always stays."
        }
        Setting::Keys => {
            "Your own keys: a key (\"S\") or a list ([\"S\", \"F6\"]); the first is the one shown.\n\
             Each place has a table of its own; take the # before its name away too.\n\
             Dead keys, AltGr, Alt and keys that a terminal keeps to itself are refused."
        }
        Setting::Snippets => "Your own snippets: type the word in a note and press Tab.",
        Setting::Templates => {
            "Your own headings for an empty note, by lane (agreed, discuss, complex) and kind of school\n\
             (vso, pro, entree; without a school for all): Tab writes them, which never happens by itself."
        }
    }
}

fn place(line: usize, name: &str) -> String {
    match name {
        "" => format!("line {line}"),
        _ => format!("line {line}, '{name}'"),
    }
}

fn wrong(wrong: &SettingsWrong) -> String {
    match wrong {
        SettingsWrong::NotToml => {
            "this cannot be read. Look at quotation marks, brackets and the = sign, here or right before.".to_owned()
        }
        SettingsWrong::NotText => "this is no file of settings. Choose another or make it anew.".to_owned(),
        SettingsWrong::Unknown(Some(meant)) => format!("this does not exist. Do you mean '{meant}'?"),
        SettingsWrong::Unknown(None) => {
            "this does not exist. Look at the example: dakpan settings --example".to_owned()
        }
        SettingsWrong::Twice(line) => format!("this stands in line {line} as well. Take one away."),
        SettingsWrong::TwiceHere => "this stands here twice. Take one away.".to_owned(),
        SettingsWrong::NoText => "a text between quotation marks belongs here.".to_owned(),
        SettingsWrong::NoYesNo => "true (yes) or false (no) belongs here.".to_owned(),
        SettingsWrong::NoTable => {
            "a table belongs here. Put the name between square brackets on its own line.".to_owned()
        }
        SettingsWrong::NoTables => {
            "a list of tables belongs here. Put the name between double square brackets on its own line.".to_owned()
        }
        SettingsWrong::NoNumber(least, most) => {
            format!("a whole number from {least} up to and including {most} belongs here.")
        }
        SettingsWrong::NotOneOf(choices) => format!("this cannot be. Choose from: {}.", choices.join(", ")),
        SettingsWrong::NoKeys => "a key between quotation marks, or a list of those, belongs here.".to_owned(),
        SettingsWrong::NoKey(text) => {
            format!("'{text}' is no key. Write a letter, or for instance PgDn, F6 or Ctrl+Z.")
        }
        SettingsWrong::NotHere => "this has no key here. Put it in the table of another place.".to_owned(),
        SettingsWrong::Key(key, rule) => key_rule(key, *rule),
        SettingsWrong::Missing(what) => format!("'{what}' is missing here. Add it."),
        SettingsWrong::NoOwnWord(most) => {
            format!("a word of 1 to {most} letters is expected here. Make it shorter or take the line away.")
        }
        SettingsWrong::CalledTwice(word) => {
            format!("'{word}' is a name of another party too. Choose another word.")
        }
        SettingsWrong::NoWord => "a snippet is one word of at most 20 letters. Make it shorter.".to_owned(),
        SettingsWrong::NoSnippet => "the text is empty or too long. Write at most 2000 letters.".to_owned(),
    }
}

fn key_rule(key: &str, rule: KeyRule) -> String {
    match rule {
        KeyRule::Dead => format!("{key} waits for the next letter on many keyboards. Choose another key."),
        KeyRule::AltGr => format!("{key} needs AltGr on many keyboards, or is not on them. Choose another key."),
        KeyRule::Alt => format!("{key} cannot be: Alt with a letter is Esc and then that letter. Choose another key."),
        KeyRule::Terminal => {
            format!("{key} does not arrive in a terminal, or as another key. Choose another key.")
        }
        KeyRule::Letter => format!("{key} is a letter in the text here. Choose a key that is no letter."),
        KeyRule::Edits => format!("{key} moves or erases in the text here. Choose another key."),
        KeyRule::Clash(other) => format!(
            "{key} is the key of '{}' here. Choose another key.",
            INTENTS.hint(other)
        ),
        KeyRule::Kept => format!("{key} has to stay. Add {key} to the list."),
        KeyRule::NoKey => "this cannot be without a key. Give at least one.".to_owned(),
    }
}
