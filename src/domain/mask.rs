//! Names in free text, replaced by what a pupil may be called.
//!
//! A document calls a pupil by initials, or by a case number when the pupil may not be named. That would be worth
//! little when the text of a decision beside it says the name: people at the table say names, and the chair types
//! what they say. So whatever goes out passes through a [`Mask`] of every pupil of the meeting.
//!
//! The rule: a word is a name when it is spelled as a part of one, accents aside, and begins with a capital (so that
//! *mei* stays a month beside a pupil called Mei). A professional of the same name is replaced too: a document that
//! has to be asked about is better than one that tells.

use super::fold::fold;
use super::name::Name;

/// What to replace, and by what. Empty, it leaves every text as it is.
#[derive(Clone, Default)]
pub struct Mask {
    words: Vec<Part>,
}

/// A part of a name, folded, with the infix of that name and what to say in its place.
#[derive(Clone)]
struct Part {
    word: String,
    infix: String,
    label: String,
}

impl std::fmt::Debug for Mask {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Mask({})", self.words.len())
    }
}

/// Parts of a name that are no name by themselves; the infix of a name is never looked for.
const SHORTEST: usize = 2;

impl Mask {
    /// Replaces the parts of this name by a label from here on. Where two pupils share a part, the first counts.
    pub fn add(&mut self, name: &Name, label: &str) {
        for word in words(&name.given).chain(words(&name.family)) {
            let folded = fold(word);
            let known = self.words.iter().any(|part| part.word == folded);
            if word.chars().count() >= SHORTEST && begins_large(word) && !known {
                self.words.push(Part {
                    word: folded,
                    infix: fold(&name.infix),
                    label: label.to_owned(),
                });
            }
        }
    }

    /// The text with every name replaced. Two parts of one name that follow each other become one label.
    ///
    /// ```
    /// use dakpan::domain::{mask::Mask, name::Name};
    ///
    /// let name = Name { given: "Samira".into(), infix: "el".into(), family: "Kaya".into() };
    /// let mut mask = Mask::default();
    /// mask.add(&name, "S.K.");
    /// assert_eq!(mask.apply("Samira el Kaya belt; Samira's moeder ook"), "S.K. belt; S.K.'s moeder ook");
    /// ```
    pub fn apply(&self, text: &str) -> String {
        if self.words.is_empty() {
            return text.to_owned();
        }
        let mut out = String::with_capacity(text.len());
        // The label that was written last, and where it ends: what follows may be the rest of the same name.
        let mut last: Option<(&str, usize)> = None;
        let mut rest = text;
        while let Some(first) = rest.chars().next() {
            let length = word_length(rest);
            let Some((word, behind)) = (length > 0).then(|| rest.split_at_checked(length)).flatten() else {
                out.push(first);
                rest = rest.get(first.len_utf8()..).unwrap_or_default();
                continue;
            };
            match self.part(word) {
                None => out.push_str(word),
                Some(part) => {
                    let label = part.label.as_str();
                    let same = last.filter(|(there, end)| *there == label && joins(out.get(*end..), &part.infix));
                    match same {
                        Some((_, end)) => out.truncate(end),
                        None => out.push_str(label),
                    }
                    last = Some((label, out.len()));
                }
            }
            rest = behind;
        }
        out
    }

    fn part(&self, word: &str) -> Option<&Part> {
        if !begins_large(word) {
            return None;
        }
        let folded = fold(word);
        self.words.iter().find(|part| part.word == folded)
    }
}

/// Whether what stands between two parts of a name is nothing but a blank, a hyphen or the infix of that name.
fn joins(between: Option<&str>, infix: &str) -> bool {
    between.is_some_and(|text| {
        let inside = text.trim_matches([' ', '-']);
        text.starts_with([' ', '-']) && (inside.is_empty() || fold(inside) == infix)
    })
}

fn begins_large(word: &str) -> bool {
    // Scripts without capitals have no small letters to tell a name from a word by.
    word.chars()
        .next()
        .is_some_and(|c| c.is_alphabetic() && !c.is_lowercase())
}

fn words(name: &str) -> impl Iterator<Item = &str> {
    name.split(|c: char| !is_letter(c)).filter(|word| !word.is_empty())
}

/// A letter, or a mark on one.
fn is_letter(c: char) -> bool {
    c.is_alphanumeric() || unicode_normalization::char::is_combining_mark(c)
}

/// How many bytes of letters the text begins with.
fn word_length(text: &str) -> usize {
    text.char_indices()
        .find(|(_, c)| !is_letter(*c))
        .map_or(text.len(), |(at, _)| at)
}
