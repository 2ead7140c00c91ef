//! Reading rules from the text of a file.
//!
//! The rule: whatever is wrong is named with its line, so that a chair who adds a row sees where the slip is. A field
//! that means nothing is wrong too: a misspelt one would silently make a rule wider than it was meant.

use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::rule::{Applies, MetBy, Rule, RuleError, RuleFault, Rules, TermKind, TermWords};
use super::when::{Base, NotWhen, Owner, When};
use crate::domain::Day;
use crate::domain::codes::{ExitProfile, InstrumentKind, Route, SchoolKind, TileKind};

/// What is wrong, and where in the text.
type Wrong = (Range<usize>, RuleFault);

/// Every field of a rule.
const FIELDS: &[&str] = &[
    "id",
    "schools",
    "profiles",
    "routes",
    "instruments",
    "tiles",
    "beside",
    "under",
    "follow_on",
    "school_holds",
    "base_after",
    "base_until",
    "kind",
    "day",
    "since",
    "until",
    "met_by",
    "met_since",
    "shared",
    "nl",
    "en",
    "article",
    "address",
    "read",
];

/// Reads every rule of a file, and leaves alone what stands in it besides.
pub(super) fn rules(text: &str, file: &str, besides: &[&str]) -> Result<Rules, RuleError> {
    read(text, besides).map_err(|(at, fault)| RuleError {
        file: file.to_owned(),
        line: line_of(text, at.start),
        fault,
    })
}

/// The line of a place in the text, from 1.
fn line_of(text: &str, at: usize) -> usize {
    let before = text.as_bytes().get(..at).unwrap_or(text.as_bytes());
    before.iter().filter(|byte| **byte == b'\n').count() + 1
}

fn read(text: &str, besides: &[&str]) -> Result<Rules, Wrong> {
    let table = DeTable::parse(text).map_err(|error| {
        let at = error.span().unwrap_or(0..0);
        (at, RuleFault::Syntax(error.message().to_owned()))
    })?;
    let mut rules: Vec<Rule> = Vec::new();
    let mut places: Vec<usize> = Vec::new();
    let mut alone = false;
    for (key, value) in table.get_ref() {
        if key.get_ref() == "alone" {
            let wrong = || (value.span(), RuleFault::WrongType("alone"));
            alone = value.get_ref().as_bool().ok_or_else(wrong)?;
            continue;
        }
        if besides.contains(&key.get_ref().as_ref()) {
            continue;
        }
        if key.get_ref() != "term" {
            return Err(unknown_field(key));
        }
        let wrong = || (value.span(), RuleFault::WrongType("term"));
        for one in value.get_ref().as_array().ok_or_else(wrong)?.iter() {
            let fields = Fields {
                at: one.span(),
                table: one.get_ref().as_table().ok_or_else(wrong)?,
            };
            let rule = fields.rule()?;
            if let Some(at) = rules.iter().position(|earlier| earlier.id == rule.id) {
                let first = line_of(text, places.get(at).copied().unwrap_or_default());
                return Err((fields.span("id"), RuleFault::Duplicate(rule.id, first)));
            }
            places.push(fields.span("id").start);
            rules.push(rule);
        }
    }
    Ok(Rules { rules, alone })
}

fn unknown_field(key: &Spanned<std::borrow::Cow<'_, str>>) -> Wrong {
    (key.span(), RuleFault::UnknownField(key.get_ref().to_string()))
}

/// The fields of one table.
struct Fields<'a, 't> {
    at: Range<usize>,
    table: &'a DeTable<'t>,
}

impl<'a, 't> Fields<'a, 't> {
    fn rule(&self) -> Result<Rule, Wrong> {
        self.only(FIELDS)?;
        let applies = self.applies()?;
        let owner = if !applies.instruments.is_empty() {
            Owner::Instrument
        } else if !applies.tiles.is_empty() {
            Owner::Tile
        } else {
            Owner::Pupil
        };
        for field in ["day", "since", "until", "met_since", "base_after", "base_until"] {
            self.owned_by(field, owner)?;
        }
        Ok(Rule {
            id: self.id()?,
            own: false,
            applies,
            kind: self.code("kind", TermKind::from_code)?,
            day: self.when("day")?.ok_or_else(|| self.missing("day"))?,
            since: self.when("since")?,
            until: self.when("until")?,
            met_by: self.met_by()?,
            met_since: self.when("met_since")?,
            shared: self.flag("shared")?.unwrap_or(false),
            nl: self.words("nl")?,
            en: self.words("en")?,
            article: self.text("article")?.to_owned(),
            address: self.address()?,
            read: self.date("read")?,
        })
    }

    fn applies(&self) -> Result<Applies, Wrong> {
        let applies = Applies {
            schools: self.codes("schools", SchoolKind::from_code)?,
            profiles: self.codes("profiles", ExitProfile::from_code)?,
            routes: self.codes("routes", Route::from_code)?,
            instruments: self.codes("instruments", InstrumentKind::from_code)?,
            tiles: self.codes("tiles", TileKind::from_code)?,
            beside: self.codes("beside", InstrumentKind::from_code)?,
            under: self.age("under")?,
            follow_on: self.flag("follow_on")?,
            school_holds: self.flag("school_holds")?,
            base_after: self.when("base_after")?,
            base_until: self.when("base_until")?,
        };
        if !applies.instruments.is_empty() && !applies.tiles.is_empty() {
            return Err((self.span("tiles"), RuleFault::Both("instruments", "tiles")));
        }
        Ok(applies)
    }

    /// Refuses fields that mean nothing here.
    fn only(&self, known: &[&str]) -> Result<(), Wrong> {
        match self.table.keys().find(|key| !known.contains(&key.get_ref().as_ref())) {
            Some(key) => Err(unknown_field(key)),
            None => Ok(()),
        }
    }

    fn get(&self, name: &str) -> Option<&'a Spanned<DeValue<'t>>> {
        self.table.get(name)
    }

    fn span(&self, name: &str) -> Range<usize> {
        self.get(name).map_or(self.at.clone(), Spanned::span)
    }

    fn missing(&self, name: &'static str) -> Wrong {
        (self.at.clone(), RuleFault::Missing(name))
    }

    fn wrong_type(&self, name: &'static str) -> Wrong {
        (self.span(name), RuleFault::WrongType(name))
    }

    fn unknown(&self, name: &'static str, value: &str) -> Wrong {
        (self.span(name), RuleFault::UnknownValue(name, value.to_owned()))
    }

    /// A text that holds something, when the field is there.
    fn optional(&self, name: &'static str) -> Result<Option<&'a str>, Wrong> {
        let Some(value) = self.get(name) else { return Ok(None) };
        let text = value.get_ref().as_str().map(str::trim).filter(|text| !text.is_empty());
        text.map(Some).ok_or_else(|| self.wrong_type(name))
    }

    fn text(&self, name: &'static str) -> Result<&'a str, Wrong> {
        self.optional(name)?.ok_or_else(|| self.missing(name))
    }

    fn flag(&self, name: &'static str) -> Result<Option<bool>, Wrong> {
        let Some(value) = self.get(name) else { return Ok(None) };
        let flag = value.get_ref().as_bool();
        flag.map(Some).ok_or_else(|| self.wrong_type(name))
    }

    fn age(&self, name: &'static str) -> Result<Option<u32>, Wrong> {
        let Some(value) = self.get(name) else { return Ok(None) };
        let age = value
            .get_ref()
            .as_integer()
            .and_then(|number| number.as_str().parse().ok());
        age.map(Some).ok_or_else(|| self.wrong_type(name))
    }

    fn code<T>(&self, name: &'static str, read: impl Fn(&str) -> Option<T>) -> Result<T, Wrong> {
        let text = self.text(name)?;
        read(text).ok_or_else(|| self.unknown(name, text))
    }

    fn codes<T>(&self, name: &'static str, read: impl Fn(&str) -> Option<T>) -> Result<Vec<T>, Wrong> {
        let Some(value) = self.get(name) else {
            return Ok(Vec::new());
        };
        let list = value.get_ref().as_array().filter(|list| !list.is_empty());
        let list = list.ok_or_else(|| self.wrong_type(name))?;
        let one = |value: &Spanned<DeValue<'t>>| {
            let text = value.get_ref().as_str().ok_or_else(|| self.wrong_type(name))?;
            read(text).ok_or_else(|| (value.span(), RuleFault::UnknownValue(name, text.to_owned())))
        };
        list.iter().map(one).collect()
    }

    fn when(&self, name: &'static str) -> Result<Option<When>, Wrong> {
        let Some(text) = self.optional(name)? else {
            return Ok(None);
        };
        let fault = |wrong| match wrong {
            NotWhen::Base(base) => RuleFault::UnknownBase(base),
            NotWhen::Step(steps) => RuleFault::ImpossibleOffset(steps),
        };
        When::parse(text)
            .map(Some)
            .map_err(|wrong| (self.span(name), fault(wrong)))
    }

    /// A base of a tile or instrument needs a rule that is about one.
    fn owned_by(&self, name: &'static str, owner: Owner) -> Result<(), Wrong> {
        let base = self.when(name)?.map(|when| when.base);
        match base.map(Base::owner) {
            None | Some(Owner::Pupil) => Ok(()),
            Some(of) if of == owner => Ok(()),
            Some(_) => Err((self.span(name), RuleFault::OtherBase(name))),
        }
    }

    fn met_by(&self) -> Result<Option<MetBy>, Wrong> {
        let Some(text) = self.optional("met_by")? else {
            return Ok(None);
        };
        MetBy::parse(text).map(Some).ok_or_else(|| self.unknown("met_by", text))
    }

    fn id(&self) -> Result<String, Wrong> {
        let id = self.text("id")?;
        let fits = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_';
        if id.chars().all(fits) {
            Ok(id.to_owned())
        } else {
            Err(self.unknown("id", id))
        }
    }

    fn address(&self) -> Result<Option<String>, Wrong> {
        let Some(text) = self.optional("address")? else {
            return Ok(None);
        };
        if text.starts_with("https://") && !text.contains(char::is_whitespace) {
            Ok(Some(text.to_owned()))
        } else {
            Err(self.unknown("address", text))
        }
    }

    /// A date as TOML writes it, without quotation marks.
    fn date(&self, name: &'static str) -> Result<Day, Wrong> {
        let value = self.get(name).ok_or_else(|| self.missing(name))?;
        let written = value.get_ref().as_datetime().map(ToString::to_string);
        let day = written.and_then(|text| text.parse().ok());
        day.ok_or_else(|| self.wrong_type(name))
    }

    fn words(&self, name: &'static str) -> Result<TermWords, Wrong> {
        let value = self.get(name).ok_or_else(|| self.missing(name))?;
        let words = Fields {
            at: value.span(),
            table: value.get_ref().as_table().ok_or_else(|| self.wrong_type(name))?,
        };
        words.only(&["label", "text"])?;
        Ok(TermWords {
            label: words.text("label")?.to_owned(),
            text: words.text("text")?.to_owned(),
        })
    }
}
