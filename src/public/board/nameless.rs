//! Texts of a board for everybody, without the names of those who may not be named.
//!
//! The rule: what people typed is shown to a room only after it went through a [`Mask`]; a pupil who is *casus 8* in the
//! queue is so in every sentence about them as well. Each part is taken apart field by field here, without a rest, so
//! that a new field does not compile before it was said whether people type in it.

use super::{
    ActionRow, Agenda, AgendaRow, Board, Card, Detail, FindRow, Guard, InputView, NoteView, OldActionRow, Open,
    Overlay, PointView, Preview, ReadBackAlso, ReadBackRow, Shared, TileView, Timeline, TimelineRow, Work, Written,
};
use crate::domain::mask::Mask;

impl Board<Shared> {
    /// The same board with the names of the mask replaced in every text that somebody typed.
    #[must_use]
    pub fn without_names(self, mask: &Mask) -> Self {
        if mask.is_empty() {
            return self;
        }
        let Self {
            header,
            queue,
            card,
            point,
            agenda,
            timeline,
            overlay,
            notice,
            hints,
            focus,
            zoom,
            mode,
            pending,
            today,
            window,
        } = self;
        Self {
            card: card.map(|card| self::card(card, mask)),
            point: point.map(|point| self::point(point, mask)),
            agenda: self::agenda(agenda, mask),
            timeline: self::timeline(timeline, mask),
            overlay: overlay.map(|overlay| self::overlay(overlay, mask)),
            // The school, names that are initials, words of the program and keys.
            header,
            queue,
            notice,
            hints,
            focus,
            zoom,
            mode,
            pending,
            today,
            window,
        }
    }
}

fn card(card: Card<Shared>, mask: &Mask) -> Card<Shared> {
    let Card {
        number,
        title,
        age,
        school,
        profile,
        leaving,
        wish,
        strengths,
        goal,
        question,
        asked_by,
        proposal,
        placement,
        route,
        chances,
        result,
        relapse,
        leaves_soon,
        next_gap,
        reasons,
        open_actions,
        written,
        note,
        earlier,
        extra,
    } = card;
    Card {
        wish: mask.apply(&wish),
        strengths: mask.apply(&strengths),
        question: mask.apply(&question),
        asked_by: mask.apply(&asked_by),
        proposal: mask.apply(&proposal),
        placement: mask.apply(&placement),
        open_actions: each(open_actions, |row| action(row, mask)),
        written: each(written, |one| self::written(one, mask)),
        note: self::note(note, mask),
        earlier: each(earlier, |(on, text)| (on, mask.apply(&text))),
        number,
        title,
        age,
        school,
        profile,
        leaving,
        goal,
        route,
        chances,
        result,
        relapse,
        leaves_soon,
        next_gap,
        reasons,
        extra,
    }
}

fn point(point: PointView, mask: &Mask) -> PointView {
    let PointView {
        kind,
        title,
        hint,
        question,
        asked_by,
        proposal,
        written,
        note,
    } = point;
    PointView {
        title: mask.apply(&title),
        question: mask.apply(&question),
        asked_by: mask.apply(&asked_by),
        proposal: mask.apply(&proposal),
        written: each(written, |one| self::written(one, mask)),
        note: self::note(note, mask),
        kind,
        hint,
    }
}

fn agenda(agenda: Agenda, mask: &Mask) -> Agenda {
    let part = |row: AgendaRow| AgendaRow {
        title: mask.apply(&row.title),
        ..row
    };
    Agenda {
        parts: each(agenda.parts, part),
        ..agenda
    }
}

fn action(row: ActionRow, mask: &Mask) -> ActionRow {
    let ActionRow {
        owner,
        text,
        due,
        state,
        overdue,
    } = row;
    ActionRow {
        text: mask.apply(&text),
        // A professional, who is at the table under their own name.
        owner,
        due,
        state,
        overdue,
    }
}

fn written(one: Written, mask: &Mask) -> Written {
    match one {
        Written::Decision(text, provisional) => Written::Decision(mask.apply(&text), provisional),
        Written::Action(row) => Written::Action(action(row, mask)),
    }
}

fn note(note: NoteView, mask: &Mask) -> NoteView {
    let NoteView {
        input: typed,
        working,
        preview,
        headings,
        names,
        chosen,
    } = note;
    NoteView {
        input: input(&typed, mask),
        preview: preview.map(|preview| self::preview(preview, mask)),
        working,
        headings,
        names,
        chosen,
    }
}

/// What is being typed: the cursor stands behind a name that was replaced once it stood in it.
fn input(typed: &InputView, mask: &Mask) -> InputView {
    let InputView {
        text,
        cursor,
        selection,
    } = typed;
    let masked = mask.masked(text);
    InputView {
        cursor: cursor.map(|at| masked.place(at)),
        selection: selection
            .as_ref()
            .map(|range| masked.place(range.start)..masked.place(range.end)),
        text: masked.text,
    }
}

fn preview(preview: Preview, mask: &Mask) -> Preview {
    match preview {
        Preview::Action {
            owner,
            choice,
            text,
            due,
            away,
            impossible,
        } => Preview::Action {
            text: mask.apply(&text),
            owner,
            choice,
            due,
            away,
            impossible,
        },
        Preview::Decision(text, provisional) => Preview::Decision(mask.apply(&text), provisional),
        Preview::Park(text) => Preview::Park(mask.apply(&text)),
        Preview::Lesson(text) => Preview::Lesson(mask.apply(&text)),
        Preview::Joining { school, pupils } => Preview::Joining { school, pupils },
        Preview::WorkingNote { refused } => Preview::WorkingNote { refused },
    }
}

fn overlay(overlay: Overlay<Shared>, mask: &Mask) -> Overlay<Shared> {
    match overlay {
        Overlay::Find {
            purpose,
            query,
            rows,
            selected,
        } => Overlay::Find {
            query: input(&query, mask),
            rows: each(rows, |row| match row {
                FindRow::Note(name, on, text) => FindRow::Note(name, on, mask.apply(&text)),
                other @ (FindRow::Pupil(_) | FindRow::School(..) | FindRow::Party(..) | FindRow::Person(..)) => other,
            }),
            purpose,
            selected,
        },
        Overlay::OldActions { rows, selected } => Overlay::OldActions {
            rows: each(rows, |row| OldActionRow {
                pupil: row.pupil,
                action: action(row.action, mask),
            }),
            selected,
        },
        Overlay::ReadBack {
            rows,
            selected,
            confirmed,
        } => Overlay::ReadBack {
            rows: each(rows, |row| read_back(row, mask)),
            selected,
            confirmed,
        },
        Overlay::AgreeAll { rows } => Overlay::AgreeAll {
            rows: each(rows, |(name, proposal)| (name, mask.apply(&proposal))),
        },
        Overlay::Prompt {
            purpose,
            about,
            input: typed,
            refusal,
            preview,
        } => Overlay::Prompt {
            input: input(&typed, mask),
            preview: preview.map(|preview| self::preview(preview, mask)),
            purpose,
            about,
            refusal,
        },
        // Keys and commands, professionals, rules of the law, meetings by their school, and counts.
        other @ (Overlay::Help { .. }
        | Overlay::Palette { .. }
        | Overlay::Contacts { .. }
        | Overlay::Attendance { .. }
        | Overlay::Terms { .. }
        | Overlay::Meetings { .. }
        | Overlay::Results(_)) => other,
        Overlay::Private(own) => match own {},
    }
}

fn read_back(row: ReadBackRow<Shared>, mask: &Mask) -> ReadBackRow<Shared> {
    let ReadBackRow {
        pupil,
        part: (kind, title),
        written,
        nothing,
        also,
    } = row;
    ReadBackRow {
        part: (kind, mask.apply(&title)),
        written: each(written, |one| self::written(one, mask)),
        also: ReadBackAlso {
            untaken: each(also.untaken, |line| mask.apply(&line)),
            ..also
        },
        pupil,
        nothing,
    }
}

fn timeline(timeline: Timeline<Shared>, mask: &Mask) -> Timeline<Shared> {
    Timeline {
        rows: each(timeline.rows, |row| TimelineRow {
            hand: row.hand,
            tiles: each(row.tiles, |tile| TileView {
                work: tile.work.and_then(|work| self::work(&work, mask)),
                ..tile
            }),
        }),
        detail: timeline.detail.map(|detail| self::detail(detail, mask)),
        ..timeline
    }
}

/// What a tile is: its own word may hold anything.
fn work(work: &Open<Work>, mask: &Mask) -> Option<Open<Work>> {
    let work = work.get();
    Open::of(Work {
        label: mask.apply(&work.label),
        kind: work.kind,
        party: work.party,
    })
}

fn detail(detail: Detail<Shared>, mask: &Mask) -> Detail<Shared> {
    match detail {
        Detail::Tile {
            hand,
            work,
            from,
            planned,
            ended,
            contract,
            no_guidance,
            holds,
            why,
        } => Detail::Tile {
            work: work.and_then(|work| self::work(&work, mask)),
            hand,
            from,
            planned,
            ended,
            contract,
            no_guidance,
            holds,
            why,
        },
        other @ (Detail::Instrument { .. } | Detail::Mark(_) | Detail::Gap { .. } | Detail::Cold { .. }) => other,
    }
}

fn each<T, U>(all: Vec<T>, make: impl FnMut(T) -> U) -> Vec<U> {
    all.into_iter().map(make).collect()
}
