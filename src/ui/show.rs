//! How names, cards and overlays show themselves, by their types.
//!
//! The panes are written once, for any sight. What a shared board cannot hold has no way onto a shared screen,
//! because there is no value of its type to draw.

use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use super::aloud::part::Part;
use super::glyphs;
use super::overlays::{employer, form, history, listing, results, rows};
use super::pen::Pen;
use crate::app::sight::{HeldBack, Private, PrivateCard, PrivateName, PrivateOverlay, TermAside};
use crate::domain::Day;
use crate::public::{Never, PublicName, PublicTitle, ReasonView, RoomReason, Shared, Sight};
use crate::text::Catalog;
use crate::text::field::Field;
use crate::text::queue::Named;

/// Somebody by name.
pub(super) trait ShowName {
    /// The name as it is shown.
    fn name(&self, words: &Catalog) -> String;

    /// Where somebody shown by name is nameless to others: as what. Empty where all see the same.
    fn aside(&self, _words: &Catalog) -> String {
        String::new()
    }
}

/// The name, and behind it as what others see it where that differs.
pub(super) fn marked(name: &impl ShowName, words: &Catalog) -> String {
    match name.aside(words) {
        aside if aside.is_empty() => name.name(words),
        aside => format!("{} ({aside})", name.name(words)),
    }
}

/// What a card says more.
pub(super) trait ShowExtra {
    /// Rows below the card, most important first; none when shared.
    fn rows(&self, pen: &Pen<'_>) -> Vec<Line<'static>>;
    /// Working notes: day and text.
    fn working(&self) -> &[(Day, String)];
}

/// An overlay beyond those that may be shared.
pub(super) trait ShowOverlay {
    /// Draws it over the body of the screen.
    fn draw(&self, pen: &mut Pen<'_>, body: Rect);
    /// It in sentences, for whoever listens.
    fn said(&self, pen: &Pen<'_>) -> Part;
}

/// Why somebody is to be discussed.
pub(super) trait ShowReason {
    /// The reason with what its words need.
    fn told(&self) -> &ReasonView;

    /// It in words, with its day.
    fn sentence(&self, today: Day, words: &Catalog) -> String {
        let told = self.told();
        let named = Named {
            party: told.party.as_ref().map(|party| party.name.as_str()),
            to: told.to.as_ref().map(|party| party.name.as_str()),
            term: told.term.as_ref().map(|(label, _)| label.as_str()),
        };
        words.queue.reason(&told.reason, today, &named)
    }
}

impl ShowReason for ReasonView {
    fn told(&self) -> &ReasonView {
        self
    }
}

impl ShowReason for RoomReason {
    fn told(&self) -> &ReasonView {
        self.view()
    }
}

impl ShowReason for Never {
    fn told(&self) -> &ReasonView {
        match *self {}
    }
}

/// A reason as a word and its day, for where there is little room: `gat 1 aug`.
pub(super) fn short(told: &ReasonView, words: &Catalog) -> String {
    let day = words.dates.day_year(told.reason.on);
    let day = day.rsplit_once(' ').map_or(day.as_str(), |(day, _)| day);
    format!("{} {day}", words.listing.short(told.reason.kind))
}

/// Several reasons in one line, the most urgent first.
pub(super) fn sentences(reasons: &[impl ShowReason], today: Day, words: &Catalog) -> String {
    let each: Vec<String> = reasons.iter().map(|reason| reason.sentence(today, words)).collect();
    each.join(" · ")
}

/// What was noted beside something.
pub(super) trait ShowAside {
    /// It in one line; empty where nothing was written.
    fn line(&self, words: &Catalog) -> String;
}

/// A sight whose parts can be drawn.
pub(super) trait Seen:
    Sight<
        Name: ShowName,
        Title: ShowName,
        Extra: ShowExtra,
        Overlay: ShowOverlay,
        Reason: ShowReason,
        Why: ShowReason,
        Aside: ShowAside,
    >
{
    /// Whether this is the private state.
    const PRIVATE: bool;
}

impl Seen for Shared {
    const PRIVATE: bool = false;
}

impl Seen for Private {
    const PRIVATE: bool = true;
}

impl ShowName for PublicName {
    fn name(&self, words: &Catalog) -> String {
        match self {
            Self::Initials(initials) => initials.to_string(),
            Self::Case(number) => words.screen.case(*number),
        }
    }
}

impl ShowName for PublicTitle {
    fn name(&self, words: &Catalog) -> String {
        match self {
            Self::Short(name) => name.to_string(),
            Self::Case(number) => words.screen.case(*number),
        }
    }
}

impl ShowName for PrivateName {
    fn name(&self, _: &Catalog) -> String {
        self.full.clone()
    }

    fn aside(&self, words: &Catalog) -> String {
        self.nameless
            .map(|number| words.screen.case(number))
            .unwrap_or_default()
    }
}

impl ShowExtra for () {
    fn rows(&self, _: &Pen<'_>) -> Vec<Line<'static>> {
        Vec::new()
    }

    fn working(&self) -> &[(Day, String)] {
        &[]
    }
}

impl ShowExtra for PrivateCard {
    fn rows(&self, pen: &Pen<'_>) -> Vec<Line<'static>> {
        let (screen, dates) = (&pen.words.screen, &pen.words.dates);
        let day = |day: &Option<Day>| day.map(|day| dates.day_year(day)).unwrap_or_default();
        let mut rows = vec![facts(
            &[
                (screen.number, &self.number),
                (screen.birth, &day(&self.birth)),
                (screen.class, &self.class),
                (screen.residence, &self.residence),
            ],
            pen,
        )];
        rows.push(match self.informed_on {
            Some(_) => facts(&[(screen.informed, &day(&self.informed_on))], pen),
            None => alert(screen.not_informed, pen),
        });
        if self.informed_on.is_some() && !self.has_basis {
            rows.push(alert(pen.words.rights.no_basis, pen));
        }
        if self.objection_on.is_some() {
            rows.push(alert(&format!("{} {}", screen.objection, day(&self.objection_on)), pen));
        }
        if self.barred_here {
            rows.push(alert(pen.words.rights.barred_here, pen));
        }
        for (name, relation, phone, willing) in &self.network {
            let takes_part = format!("{}: {}", screen.takes_part, pen.words.codes.willing(*willing));
            rows.push(facts(
                &[(screen.network, &joined(&[name, relation, phone, &takes_part], " · "))],
                pen,
            ));
        }
        for held in &self.instruments {
            rows.push(facts(&[(screen.instruments, &instrument(held, pen.words))], pen));
            let (because, outcome) = (pen.words.field(Field::DeferredReason), pen.words.field(Field::Outcome));
            rows.push(facts(&[(because, &held.deferred_reason), (outcome, &held.result)], pen));
        }
        rows.retain(|row| !row.spans.is_empty());
        rows
    }

    fn working(&self) -> &[(Day, String)] {
        &self.working
    }
}

/// `doelgroepregister uitgesteld tot 1 jun 2027`
fn instrument(held: &HeldBack, words: &Catalog) -> String {
    let day = |day: Day| words.dates.day_year(day);
    // The day it is put off to is its only mark while nothing else has happened.
    let since = held.on.filter(|on| Some(*on) != held.deferred_until).map(day);
    let until = held
        .deferred_until
        .map(|until| format!("{} {}", words.screen.deferred_until, day(until)));
    let (since, until) = (since.unwrap_or_default(), until.unwrap_or_default());
    let value = held.value.map(|value| format!("{value}%")).unwrap_or_default();
    joined(&[words.codes.instrument(held.kind), &since, &until, &value], " ")
}

/// The parts that are not empty, one behind the other.
fn joined(parts: &[&str], between: &str) -> String {
    let parts: Vec<&str> = parts.iter().copied().filter(|part| !part.is_empty()).collect();
    parts.join(between)
}

/// Something to heed.
fn alert(text: &str, pen: &Pen<'_>) -> Line<'static> {
    Line::from(Span::styled(format!("{} {text}", glyphs::ALERT), pen.theme.warning))
}

/// Labels with their values on one line, without those whose value is empty.
fn facts(facts: &[(&'static str, &str)], pen: &Pen<'_>) -> Line<'static> {
    let mut spans = Vec::with_capacity(facts.len() * 3);
    for (label, value) in facts.iter().filter(|(_, value)| !value.is_empty()) {
        let gap = if spans.is_empty() { "" } else { "  " };
        spans.push(Span::styled(gap, pen.theme.text));
        spans.push(Span::styled(format!("{label} "), pen.theme.label));
        spans.push(Span::styled((*value).to_owned(), pen.theme.text));
    }
    Line::from(spans)
}

impl ShowOverlay for Never {
    fn draw(&self, _: &mut Pen<'_>, _: Rect) {
        match *self {}
    }

    fn said(&self, _: &Pen<'_>) -> Part {
        match *self {}
    }
}

impl ShowAside for Never {
    fn line(&self, _: &Catalog) -> String {
        match *self {}
    }
}

impl ShowAside for TermAside {
    fn line(&self, words: &Catalog) -> String {
        joined(&[&self.reason, &self.by, &words.dates.day_year(self.on)], " · ")
    }
}

impl ShowOverlay for PrivateOverlay {
    fn draw(&self, pen: &mut Pen<'_>, body: Rect) {
        match self {
            Self::Form(view) => form::draw(view, pen, body),
            Self::Employer(view) => employer::draw(view, pen, body),
            Self::History(view) => history::draw(view, pen, body),
            Self::Pupils(view) => listing::draw(view, pen, body),
            Self::Rows(view) => rows::draw(view, pen, body),
            Self::Results(view) => results::draw_own(view, pen, body),
        }
    }

    fn said(&self, pen: &Pen<'_>) -> Part {
        super::aloud::own::part(self, pen)
    }
}
