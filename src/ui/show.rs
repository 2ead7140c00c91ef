//! How names, cards and overlays show themselves, by their types.
//!
//! The panes are written once, for any sight. What a shared board cannot hold has no way onto a shared screen,
//! because there is no value of its type to draw.

use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use super::overlays::form;
use super::pen::Pen;
use crate::app::sight::{FormView, Private, PrivateCard, PrivateName};
use crate::domain::Day;
use crate::public::{Never, PublicName, PublicTitle, Shared, Sight};
use crate::text::Catalog;

/// Somebody by name.
pub(super) trait ShowName {
    /// The name as it is shown.
    fn name(&self, words: &Catalog) -> String;
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
}

/// A sight whose parts can be drawn.
pub(super) trait Seen: Sight<Name: ShowName, Title: ShowName, Extra: ShowExtra, Overlay: ShowOverlay> {
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
    fn name(&self, words: &Catalog) -> String {
        match self.nameless {
            Some(number) => format!("{} ({})", self.full, words.screen.case(number)),
            None => self.full.clone(),
        }
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
        let mut first = Facts::new(pen);
        first.add(screen.number, self.number.clone());
        first.add(
            screen.birth,
            self.birth.map(|day| dates.day_year(day)).unwrap_or_default(),
        );
        first.add(screen.class, self.class.clone());
        first.add(screen.residence, self.residence.clone());
        let mut rows = vec![first.line()];
        rows.push(self.informed(pen));
        if let Some(day) = self.objection_on {
            rows.push(Line::from(Span::styled(
                format!("! {} {}", screen.objection, dates.day_year(day)),
                pen.theme.warning,
            )));
        }
        for (name, relation, phone, willing) in &self.network {
            let mut fact = Facts::new(pen);
            let takes_part = format!("{}: {}", screen.takes_part, pen.words.codes.willing(*willing));
            let parts = [name.as_str(), relation, phone, &takes_part];
            fact.add(
                screen.network,
                parts
                    .into_iter()
                    .filter(|part| !part.is_empty())
                    .collect::<Vec<_>>()
                    .join(" · "),
            );
            rows.push(fact.line());
        }
        for (kind, from, until) in &self.instruments {
            let days: Vec<String> = [from, until]
                .into_iter()
                .flatten()
                .map(|day| dates.day_year(*day))
                .collect();
            let mut fact = Facts::new(pen);
            fact.add(
                screen.instruments,
                format!("{} {}", pen.words.codes.instrument(*kind), days.join(" – "))
                    .trim_end()
                    .to_owned(),
            );
            rows.push(fact.line());
        }
        rows.retain(|row| !row.spans.is_empty());
        rows
    }

    fn working(&self) -> &[(Day, String)] {
        &self.working
    }
}

impl PrivateCard {
    /// Whether sharing was explained; else why the pupil is nameless.
    fn informed(&self, pen: &Pen<'_>) -> Line<'static> {
        let screen = &pen.words.screen;
        match self.informed_on {
            Some(day) => {
                let mut fact = Facts::new(pen);
                fact.add(screen.informed, pen.words.dates.day_year(day));
                fact.line()
            }
            None => Line::from(Span::styled(format!("! {}", screen.not_informed), pen.theme.warning)),
        }
    }
}

/// Labels with values behind each other on one line.
struct Facts {
    spans: Vec<Span<'static>>,
    label: ratatui::style::Style,
    text: ratatui::style::Style,
}

impl Facts {
    fn new(pen: &Pen<'_>) -> Self {
        Self {
            spans: Vec::new(),
            label: pen.theme.label,
            text: pen.theme.text,
        }
    }

    /// Adds a label with its value, unless the value is empty.
    fn add(&mut self, label: &'static str, value: String) {
        if value.is_empty() {
            return;
        }
        if !self.spans.is_empty() {
            self.spans.push(Span::styled("   ", self.text));
        }
        self.spans.push(Span::styled(label, self.label));
        self.spans.push(Span::styled(" ", self.text));
        self.spans.push(Span::styled(value, self.text));
    }

    fn line(self) -> Line<'static> {
        Line::from(self.spans)
    }
}

impl ShowOverlay for Never {
    fn draw(&self, _: &mut Pen<'_>, _: Rect) {
        match *self {}
    }
}

impl ShowOverlay for FormView {
    fn draw(&self, pen: &mut Pen<'_>, body: Rect) {
        form::draw(self, pen, body);
    }
}
