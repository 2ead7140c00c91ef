//! Names in free text, replaced by what a pupil may be called.
//!
//! A document calls a pupil by initials, or by a case number when the pupil may not be named. That would be worth
//! little when the text of a decision beside it says the name: people at the table say names, and the chair types
//! what they say. So whatever goes out passes through a [`Mask`] of every pupil of the meeting.
//!
//! The rule: a word is a name when it is spelled as a part of one, accents and the s of a possessive aside, and begins
//! with a capital (so that *mei* stays a month beside a pupil called Mei). Of a pupil who is nameless every part counts
//! in small letters too, when it has four letters or more: who types while people talk leaves capitals out, and a word
//! that is hidden beside a pupil called Groot costs less than a name that a room reads. A professional of the same name
//! is replaced too: a document that has to be asked about is better than one that tells.

use std::ops::Range;

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
    /// Whether the word is a name in small letters as well.
    in_small: bool,
}

/// A text in which names were replaced, and where they stood.
pub struct Masked {
    /// The text.
    pub text: String,
    /// Which bytes were replaced, and where what stands in their place is now.
    runs: Vec<(Range<usize>, Range<usize>)>,
}

impl Masked {
    /// Where a byte offset of the text before is now: a place within a name is behind what replaced it.
    #[must_use]
    pub fn place(&self, at: usize) -> usize {
        let before = self.runs.iter().take_while(|(from, _)| from.start < at).last();
        before.map_or(at, |(from, to)| to.end + at.saturating_sub(from.end))
    }
}

impl std::fmt::Debug for Masked {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Masked({})", self.runs.len())
    }
}

impl std::fmt::Debug for Mask {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Mask({})", self.words.len())
    }
}

/// Parts of a name that are no name by themselves; the infix of a name is never looked for.
const SHORTEST: usize = 2;

/// Words before a surname, folded: in front of it they are part of how it is written and stand in every other sentence.
const INFIXES: [&str; 32] = [
    "aan", "al", "bij", "bin", "da", "de", "den", "der", "des", "di", "do", "dos", "du", "een", "el", "het", "in",
    "la", "le", "onder", "op", "over", "ten", "ter", "te", "tot", "uit", "van", "ver", "von", "voor", "zu",
];

/// Letters of the shortest part that may have the s of a possessive: *Jans moeder*. Of a shorter one that is mostly
/// another word.
const SHORTEST_WITH_S: usize = 3;

/// Letters of the shortest part that counts in small letters: *wil*, *mei* and *bo* are words, *jan* and *bos* stand in
/// every other sentence.
const SHORTEST_IN_SMALL: usize = 4;

impl Mask {
    /// Replaces the parts of this name by a label from here on. Where two pupils share a part, the first counts.
    pub fn add(&mut self, name: &Name, label: &str) {
        self.add_parts(name, label, (false, false));
    }

    /// The same for a pupil who may not be named: given name and surname are replaced in small letters too.
    pub fn add_nameless(&mut self, name: &Name, label: &str) {
        self.add_parts(name, label, (true, true));
    }

    /// The same for a search of which people look through what is found: the given name counts in small letters, a
    /// surname does not, or whoever looks for Groot would be shown every large house.
    pub fn add_sought(&mut self, name: &Name, label: &str) {
        self.add_parts(name, label, (true, false));
    }

    /// Whether there is nothing to replace.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    fn add_parts(&mut self, name: &Name, label: &str, (given_small, family_small): (bool, bool)) {
        let given = words(&name.given).map(|word| (word, given_small));
        // An infix that a list had in the same column is no name: *onder de Linden*.
        let no_name = |word: &str| !begins_large(word) && INFIXES.contains(&fold(word).as_str());
        let nothing_else = words(&name.family).all(no_name);
        let family = words(&name.family).filter(|word| nothing_else || !no_name(word));
        let family = family.map(|word| (word, family_small));
        for (word, in_small) in given.chain(family) {
            let folded = fold(word);
            let letters = word.chars().count();
            let in_small = in_small && letters >= SHORTEST_IN_SMALL;
            match self.words.iter_mut().find(|part| part.word == folded) {
                Some(known) => known.in_small |= in_small,
                None if letters >= SHORTEST => self.words.push(Part {
                    word: folded,
                    infix: fold(&name.infix),
                    label: label.to_owned(),
                    in_small,
                }),
                None => {}
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
        self.masked(text).text
    }

    /// As [`Mask::apply`], with the places at which something was replaced.
    #[must_use]
    pub fn masked(&self, text: &str) -> Masked {
        let mut done = Masked {
            text: String::with_capacity(text.len()),
            runs: Vec::new(),
        };
        if self.words.is_empty() {
            done.text.push_str(text);
            return done;
        }
        // The label that was written last, and where it ends: what follows may be the rest of the same name.
        let mut last: Option<(&str, usize)> = None;
        let mut rest = text;
        while let Some(first) = rest.chars().next() {
            let length = word_length(rest);
            let Some((word, behind)) = (length > 0).then(|| rest.split_at_checked(length)).flatten() else {
                done.text.push(first);
                rest = rest.get(first.len_utf8()..).unwrap_or_default();
                continue;
            };
            let from = text.len() - rest.len();
            let found = from..from + word.len();
            match self.part(word) {
                None => done.text.push_str(word),
                Some((part, possessive)) => {
                    let label = part.label.as_str();
                    let same = last.filter(|(there, end)| *there == label && joins(done.text.get(*end..), &part.infix));
                    done.replace(found, label, same.map(|(_, end)| end));
                    last = Some((label, done.text.len()));
                    if possessive {
                        done.extend("'s");
                        last = None;
                    }
                }
            }
            rest = behind;
        }
        done
    }

    /// The part that a word is, and whether it has the s of a possessive.
    fn part(&self, word: &str) -> Option<(&Part, bool)> {
        let (folded, large) = (fold(word), begins_large(word));
        let spelled = |wanted: &str| {
            let mut parts = self.words.iter();
            parts.find(|part| part.word == wanted && (large || part.in_small))
        };
        let without_s = || {
            let bare = folded.strip_suffix('s')?;
            (bare.chars().count() >= SHORTEST_WITH_S)
                .then(|| spelled(bare))
                .flatten()
        };
        let whole = spelled(&folded).map(|part| (part, false));
        whole.or_else(|| without_s().map(|part| (part, true)))
    }
}

impl Masked {
    /// Writes a label in place of some bytes; where they are the rest of the name before, that label stays alone.
    fn replace(&mut self, found: Range<usize>, label: &str, rest_of: Option<usize>) {
        match (rest_of, self.runs.last_mut()) {
            (Some(end), Some((from, _))) => {
                self.text.truncate(end);
                from.end = found.end;
            }
            _ => {
                let at = self.text.len();
                self.text.push_str(label);
                self.runs.push((found, at..self.text.len()));
            }
        }
    }

    /// Makes the label written last longer.
    fn extend(&mut self, text: &str) {
        self.text.push_str(text);
        if let Some((_, to)) = self.runs.last_mut() {
            to.end = self.text.len();
        }
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
