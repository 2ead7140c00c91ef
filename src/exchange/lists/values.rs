//! One cell at a time: text made clean, names looked at, numbers and profiles read.

use encoding_rs::WINDOWS_1252;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::{ListProfile, MOST_LETTERS, RefusalReason};
use crate::exchange::formula::SIGNS;

/// The most characters of a value that a problem carries.
const MOST_SHOWN: usize = 80;

/// A cell as kept text: NFC, trimmed, single spaces. Line breaks and tabs are spaces; marks that only steer the
/// direction of writing or forbid a break are dropped, because they cannot be seen and would make two of one name.
///
/// # Errors
///
/// [`RefusalReason::TooLong`], [`RefusalReason::ControlCharacter`], [`RefusalReason::CellError`] and
/// [`RefusalReason::TruthValue`].
pub(super) fn clean(cell: &str) -> Result<String, RefusalReason> {
    let cell = unwrapped(cell.trim());
    if let Some(reason) = computed(cell) {
        return Err(reason);
    }
    // Plain text, most of every list, is taken as it is.
    let plain = cell.bytes().all(|byte| (b' '..=b'~').contains(&byte)) && !cell.contains("  ");
    let text = if plain { cell.to_owned() } else { single_spaced(cell) };
    if text.chars().count() > MOST_LETTERS {
        return Err(RefusalReason::TooLong);
    }
    if plain {
        return Ok(text);
    }
    if text.chars().any(char::is_control) {
        return Err(RefusalReason::ControlCharacter);
    }
    Ok(text.nfc().collect())
}

/// What a spreadsheet shows, in Dutch or English, where a formula has no value or a truth value: nobody is called that.
/// Text files made from a sheet hold the same words.
fn computed(cell: &str) -> Option<RefusalReason> {
    match cell.as_bytes().first()? {
        b'#' => {
            let known = [
                "#N/B",
                "#N/A",
                "#WAARDE!",
                "#VALUE!",
                "#VERW!",
                "#REF!",
                "#DEEL/0!",
                "#DIV/0!",
                "#NAAM?",
                "#NAME?",
                "#GETAL!",
                "#NUM!",
                "#LEEG!",
                "#NULL!",
                "#OVERLOOP!",
                "#SPILL!",
                "#CALC!",
                "#BEREKEN!",
            ];
            known.contains(&cell).then_some(RefusalReason::CellError)
        }
        b'E' | b'F' => match cell.split_once(':') {
            Some(("Err" | "Fout", code)) if code.len() == 3 && code.bytes().all(|byte| byte.is_ascii_digit()) => {
                Some(RefusalReason::CellError)
            }
            _ => (cell == "FALSE").then_some(RefusalReason::TruthValue),
        },
        b'W' | b'O' | b'T' => matches!(cell, "WAAR" | "ONWAAR" | "TRUE").then_some(RefusalReason::TruthValue),
        _ => None,
    }
}

/// Words with one space between them, without invisible marks.
fn single_spaced(cell: &str) -> String {
    let visible: String = cell.chars().filter(|letter| !is_invisible(*letter)).collect();
    let mut text = String::with_capacity(visible.len());
    for word in visible.split(char::is_whitespace).filter(|word| !word.is_empty()) {
        if !text.is_empty() {
            text.push(' ');
        }
        text.push_str(word);
    }
    text
}

/// Marks without width: zero-width spaces and joiners, directions of writing, byte-order marks.
pub(super) fn is_invisible(letter: char) -> bool {
    matches!(letter, '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2069}' | '\u{FEFF}')
}

/// The value inside `="…"`, a formula by which programs make Excel keep the leading zeros of a number, and behind an
/// apostrophe that keeps a sign from being taken for a formula.
pub(super) fn unwrapped(cell: &str) -> &str {
    let cell = match cell.strip_prefix('\'') {
        Some(rest) if rest.starts_with(SIGNS) => rest,
        _ => cell,
    };
    cell.strip_prefix("=\"")
        .and_then(|rest| rest.strip_suffix('"'))
        .map_or(cell, str::trim)
}

/// A heading fit to be shown: as [`clean`], but a fault in it only costs the characters concerned.
pub(super) fn heading_text(cell: &str) -> String {
    let text = single_spaced(cell);
    text.chars()
        .filter(|letter| !letter.is_control())
        .take(MOST_SHOWN)
        .nfc()
        .collect()
}

/// A value fit to be shown in a problem: control characters and invisible marks escaped, so that they cannot steer a
/// terminal, and cut after a line's length, so that a cell that swallowed half the list does not show it.
pub(super) fn shown(cell: &str) -> String {
    let mut text = String::new();
    for letter in cell.trim().chars().take(MOST_SHOWN) {
        if letter.is_control() || is_invisible(letter) {
            text.extend(letter.escape_unicode());
        } else {
            text.push(letter);
        }
    }
    if cell.trim().chars().nth(MOST_SHOWN).is_some() {
        text.push('…');
    }
    text
}

/// Letters and digits alone, in lower case and without marks, to compare headings and words of a list by.
pub(super) fn fold(text: &str) -> String {
    text.nfkd()
        .flat_map(char::to_lowercase)
        .filter(|letter| letter.is_alphanumeric())
        .collect()
}

/// Whether a name, as it stands in the file, holds a character that no name has, or one that the list's encoding makes
/// doubtful. `unicode` says whether that encoding can write every letter.
///
/// In a list that is not Unicode, `?` stands for each letter that the school's program could not write, and the letters
/// ý, þ and ð are more often the Turkish ı, ş and ğ of a neighbouring encoding than what they seem.
pub(super) fn is_unreadable(cell: &str, unicode: bool) -> bool {
    if cell.bytes().all(|byte| byte.is_ascii_alphabetic() || byte == b' ') {
        return false;
    }
    let doubtful = |letter| !unicode && matches!(letter, 'ý' | 'Ý' | 'þ' | 'Þ' | 'ð' | 'Ð');
    is_misread(cell) || cell.chars().any(|letter| !is_of_names(letter) || doubtful(letter))
}

/// Whether a text was read in the wrong encoding somewhere on its way: it holds U+FFFD, where bytes fitted no letter, or
/// letters that together are valid UTF-8 (`Ã«` for ë), which were written in UTF-8 and read as Windows-1252.
pub(super) fn is_misread(cell: &str) -> bool {
    if cell.is_ascii() {
        return false;
    }
    let (bytes, _, lossy) = WINDOWS_1252.encode(cell);
    cell.contains(char::REPLACEMENT_CHARACTER) || (!lossy && std::str::from_utf8(&bytes).is_ok())
}

/// The characters of names: letters and their marks, digits (`Jan 2`), spaces, and the hyphens, apostrophes, full
/// stops, commas, slashes and brackets that lists write between them. Invisible marks have been dropped by the time a
/// name is kept. The ordinals `ª` and `º` count as letters in Unicode, but in a name they come from a wrong encoding.
fn is_of_names(letter: char) -> bool {
    !matches!(letter, 'ª' | 'º')
        && (letter.is_alphabetic()
            || letter.is_ascii_digit()
            || letter.is_whitespace()
            || is_combining_mark(letter)
            || is_invisible(letter)
            || matches!(
                letter,
                '-' | '\u{2010}' | '\u{2011}' | '\'' | '’' | '‘' | '`' | '´' | '.' | ',' | '/' | '(' | ')'
            ))
}

/// A pupil number as text, or what is wrong with it. Blank is not a fault here, only absent. An apostrophe before it is
/// a spreadsheet's way to say that it is text.
///
/// # Errors
///
/// [`RefusalReason::UnreadableNumber`] and [`RefusalReason::DamagedNumber`], and those of [`clean`].
pub(super) fn number(cell: &str) -> Result<String, RefusalReason> {
    let text = clean(cell)?;
    let text = text.strip_prefix('\'').map_or(text.as_str(), str::trim);
    if text.contains(['?', char::REPLACEMENT_CHARACTER]) {
        return Err(RefusalReason::UnreadableNumber);
    }
    if is_damaged(text) {
        return Err(RefusalReason::DamagedNumber);
    }
    Ok(text.to_owned())
}

/// Whether a spreadsheet made a quantity of a number: `1,2E+08`, `4745.0`, `4745,00`.
fn is_damaged(number: &str) -> bool {
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    if let Some((whole, power)) = number.split_once(['E', 'e']) {
        return whole.split(['.', ',']).all(digits) && power.strip_prefix('+').is_some_and(digits);
    }
    number
        .split_once(['.', ','])
        .is_some_and(|(whole, rest)| digits(whole) && !rest.is_empty() && rest.bytes().all(|byte| byte == b'0'))
}

/// What a word for the exit profile says: nothing when it is blank.
///
/// # Errors
///
/// The unit error when the word is not known.
pub(super) fn profile(text: &str) -> Result<Option<ListProfile>, ()> {
    if text.is_empty() || text == "-" {
        return Ok(None);
    }
    if text.bytes().all(|byte| byte == b'?') {
        return Ok(Some(ListProfile::Unknown));
    }
    let folded = fold(text);
    let bare = ["uitstroomprofiel", "profiel", "uitstroom", "leerroute", "richting"]
        .iter()
        .find_map(|prefix| folded.strip_prefix(prefix))
        .unwrap_or(&folded);
    Ok(Some(match bare {
        "vervolgonderwijs" | "vervolgopleiding" | "vervolg" | "vvo" | "opleiding" | "mbo" | "onderwijs" => {
            ListProfile::FurtherEducation
        }
        "arbeidsmarkt" | "arbeidsmarktgericht" | "arbeid" | "arbeidsgericht" | "werk" | "arb" | "am" => {
            ListProfile::LabourMarket
        }
        "dagbesteding" | "dagbestedingsgericht" | "dagactiviteiten" | "dagb" | "db" => ListProfile::DayActivity,
        "onbekend" | "nogonbekend" | "nietbekend" | "nognietbekend" => ListProfile::Unknown,
        _ => return Err(()),
    }))
}
