//! The name of a pupil, and the two shapes in which it may be shown.
//!
//! A full name is for the private state. What goes on a shared screen is an [`Initials`] or a [`ShortName`], types
//! that can only be made from a name and never hold the family name, so that a view which asks for them cannot
//! show more by mistake.

use std::fmt;

use unicode_segmentation::UnicodeSegmentation;

/// The full name of a pupil: given name, infix (tussenvoegsel) and family name.
#[derive(Clone, PartialEq, Eq, Default)]
pub struct Name {
    /// The name the pupil is called by (roepnaam).
    pub given: String,
    /// The part before the family name, `van der` for example; may be empty.
    pub infix: String,
    /// The family name.
    pub family: String,
}

impl Name {
    /// Given name, infix and family name with single spaces.
    pub fn full(&self) -> String {
        [&self.given, &self.infix, &self.family]
            .into_iter()
            .filter(|p| !p.is_empty())
            .cloned()
            .collect::<Vec<_>>()
            .join(" ")
    }

    /// As a list is sorted: family name first, the infix after a comma.
    pub fn sorted(&self) -> String {
        let after = [&self.given, &self.infix]
            .into_iter()
            .filter(|p| !p.is_empty())
            .cloned()
            .collect::<Vec<_>>()
            .join(" ");
        format!("{}, {after}", self.family)
    }

    /// First letters of given and family name, as in `S.K.`
    pub fn initials(&self) -> Initials {
        let mut text = String::new();
        for part in [&self.given, &self.family] {
            if let Some(letter) = first_letter(part) {
                text.push_str(&letter);
                text.push('.');
            }
        }
        Initials(text)
    }

    /// Given name and the first letter of the family name, as in `Samira K.`
    pub fn short(&self) -> ShortName {
        match first_letter(&self.family) {
            Some(letter) => ShortName(format!("{} {letter}.", self.given)),
            None => ShortName(self.given.clone()),
        }
    }
}

/// The first letter a reader sees, in upper case; skips marks such as the apostrophe of `'t`.
fn first_letter(part: &str) -> Option<String> {
    part.graphemes(true)
        .find(|g| g.chars().next().is_some_and(char::is_alphabetic))
        .map(str::to_uppercase)
}

impl fmt::Debug for Name {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Name(…)")
    }
}

/// Initials alone: how a pupil who is not at hand appears on a shared screen.
#[derive(Clone, Debug, PartialEq, Eq, Default, serde::Serialize, serde::Deserialize)]
pub struct Initials(String);

impl fmt::Display for Initials {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Given name and initial: how the pupil at hand appears on a shared screen.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct ShortName(String);

impl fmt::Display for ShortName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
