//! Texts of a board for everybody, without the names of those who may not be named.
//!
//! The rule: what people typed is shown to a room only after it went through a [`Mask`]; a pupil who is *casus 8* in the
//! queue is so in every sentence about them as well. Each part that holds such a text is taken apart field by field
//! here, without a rest, so that a new field does not compile before it was said whether people type in it. Rows of
//! professionals, of the law, of meetings and of counts pass whole, as do days, marks and keys.

mod overlay;

use super::{
    ActionRow, Agenda, AgendaRow, Board, Card, Detail, Guard, InputView, NoteView, Open, PointView, Preview, Shared,
    TileView, Timeline, TimelineRow, Work, Written,
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
            hidden,
            setup,
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
            overlay: overlay.map(|overlay| self::overlay::masked(overlay, mask)),
            // The school, names that are initials, counts, words of the program and keys.
            header,
            queue,
            hidden,
            setup,
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
    let Agenda {
        parts,
        current,
        selected,
        presence,
        family,
        unconfirmed,
        present,
        missing,
        contacts_hint,
    } = agenda;
    Agenda {
        parts: each(parts, |row| agenda_row(row, mask)),
        // Professionals, who are at the table under their own names, and counts.
        current,
        selected,
        presence,
        family,
        unconfirmed,
        present,
        missing,
        contacts_hint,
    }
}

fn agenda_row(row: AgendaRow, mask: &Mask) -> AgendaRow {
    let AgendaRow {
        kind,
        title,
        state,
        planned,
        spent,
    } = row;
    AgendaRow {
        title: mask.apply(&title),
        kind,
        state,
        planned,
        spent,
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
            impossible: impossible.map(|typed| mask.apply(&typed)),
            owner,
            choice,
            due,
            away,
        },
        Preview::Decision(text, provisional) => Preview::Decision(mask.apply(&text), provisional),
        Preview::Park(text) => Preview::Park(mask.apply(&text)),
        Preview::Lesson(text) => Preview::Lesson(mask.apply(&text)),
        Preview::Joining { school, pupils } => Preview::Joining { school, pupils },
        Preview::WorkingNote { refused } => Preview::WorkingNote { refused },
    }
}

fn timeline(timeline: Timeline<Shared>, mask: &Mask) -> Timeline<Shared> {
    let Timeline {
        rows,
        instruments,
        marks,
        held,
        cursor,
        detail,
        from,
        until,
        scale,
    } = timeline;
    Timeline {
        rows: each(rows, |TimelineRow { hand, tiles }| TimelineRow {
            hand,
            tiles: each(tiles, |one| tile(one, mask)),
        }),
        detail: detail.map(|detail| self::detail(detail, mask)),
        // Parties, instruments, terms of the law, and days.
        instruments,
        marks,
        held,
        cursor,
        from,
        until,
        scale,
    }
}

fn tile(tile: TileView<Shared>, mask: &Mask) -> TileView<Shared> {
    let TileView {
        work,
        from,
        until,
        holds,
        broken,
    } = tile;
    TileView {
        work: work.and_then(|work| self::work(&work, mask)),
        from,
        until,
        holds,
        broken,
    }
}

/// What a tile is: its own word may hold anything.
fn work(work: &Open<Work>, mask: &Mask) -> Option<Open<Work>> {
    let Work { kind, party, label } = work.get();
    Open::of(Work {
        label: mask.apply(label),
        kind: *kind,
        party: *party,
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
        // Kinds, days and parties.
        other @ (Detail::Instrument {
            kind: _,
            steps: _,
            why: _,
        }
        | Detail::Mark(_)
        | Detail::Gap {
            span: _,
            lets_go: _,
            comes: _,
            offer: _,
        }
        | Detail::Cold {
            on: _,
            lets_go: _,
            comes: _,
            overlap: _,
        }) => other,
    }
}

fn each<T, U>(all: Vec<T>, make: impl FnMut(T) -> U) -> Vec<U> {
    all.into_iter().map(make).collect()
}
