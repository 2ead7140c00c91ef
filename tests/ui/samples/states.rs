//! The states of the main screen.

use dakpan::app::screen::Screen;
use dakpan::domain::Day;
use dakpan::domain::codes::*;
use dakpan::domain::intent::Intent;
use dakpan::domain::roof::Span;
use dakpan::domain::setup::SetupStep;
use dakpan::public::*;
use dakpan::text::notice::{Notice, Problem, Refusal};

use super::parts::{on_the_gap, on_the_internship};
use super::{Sample, day, jan, owner, selected, time, with};

/// The states of the main screen, for either sight.
pub(in crate::ui) fn states<S: Sample>() -> Vec<(&'static str, Screen)> {
    vec![
        ("writing", with::<S>(|_| {})),
        (
            "queue",
            with::<S>(|board| (board.focus, board.mode) = (Pane::Queue, Mode::Choose)),
        ),
        (
            "agenda",
            with::<S>(|board| (board.focus, board.mode) = (Pane::Agenda, Mode::Choose)),
        ),
        (
            "timeline",
            with::<S>(|board| {
                (board.focus, board.mode) = (Pane::Timeline, Mode::Choose);
                on_the_gap(&mut board.timeline);
            }),
        ),
        ("zoomed", with::<S>(|board| board.zoom = true)),
        (
            "timeline_zoomed",
            with::<S>(|board| {
                (board.focus, board.zoom, board.mode) = (Pane::Timeline, true, Mode::Choose);
                on_the_internship(&mut board.timeline);
            }),
        ),
        (
            "timeline_years",
            with::<S>(|board| {
                board.focus = Pane::Timeline;
                board.timeline.scale = Scale::Year;
                (board.timeline.from, board.timeline.until) = (day(2024, 1, 1), day(2028, 12, 31));
            }),
        ),
        (
            "timeline_months",
            with::<S>(|board| {
                board.timeline.scale = Scale::Month;
                (board.timeline.from, board.timeline.until) = (day(2026, 4, 1), day(2026, 9, 30));
            }),
        ),
        (
            "refused",
            with::<S>(|board| {
                board.mode = Mode::Choose;
                board.notice = Some(Notice::Refused(Intent::Agree, Refusal::NoProposal));
            }),
        ),
        (
            "done",
            with::<S>(|board| board.notice = Some(Notice::Undone(Intent::AddDecision, time(10, 4)))),
        ),
        (
            "problem",
            with::<S>(|board| board.notice = Some(Notice::Problem(Problem::Newer(7, 3)))),
        ),
        (
            "pending",
            with::<S>(|board| {
                board.mode = Mode::Choose;
                board.pending = Some(pending());
            }),
        ),
        (
            "two_match",
            with::<S>(|board| {
                if let Some(card) = &mut board.card {
                    card.note.preview = Some(Preview::Action {
                        owner: None,
                        choice: vec![jan(), owner(9, "Jan Smit", PartyKind::Uwv)],
                        text: "belt ouders".into(),
                        due: None,
                        away: None,
                        impossible: None,
                    });
                }
            }),
        ),
        (
            "selection",
            with::<S>(|board| {
                if let Some(card) = &mut board.card {
                    card.note.input = selected("School: stage gaat goed\nreist zelf", 8..30);
                    card.note.preview = None;
                }
            }),
        ),
        (
            "point",
            with::<S>(|board| (board.card, board.point) = (None, Some(super::parts::point()))),
        ),
        (
            "question",
            with::<S>(|board| {
                board.mode = Mode::Choose;
                board.notice = Some(Notice::AskConfirm(Intent::TogglePrivate));
                board.pending = Some(Pending {
                    keys: "F8".into(),
                    intent: Intent::TogglePrivate,
                    options: vec![("j".into(), Choice::Confirm)],
                });
            }),
        ),
        ("empty", with::<S>(empty)),
        ("hostile", with::<S>(hostile)),
    ]
}

fn pending() -> Pending {
    let letters = ["b", "l", "p", "i", "d", "o", "w", "v", "g"];
    let options = letters.iter().zip(PrimaryResult::ALL);
    Pending {
        keys: "u".into(),
        intent: Intent::Result,
        options: options
            .map(|(key, result)| (key.to_string(), Choice::Result(*result)))
            .collect(),
    }
}

/// A fresh file: nothing planned, nobody known.
fn empty<S: Sample>(board: &mut Board<S>) {
    board.header = Header {
        school: None,
        meeting: None,
        phase: Phase::None,
        block: None,
        progress: vec![],
        at: None,
        clock: None,
        paused: false,
    };
    board.queue = Queue {
        rows: vec![],
        selected: None,
        more_before: false,
        more_after: false,
    };
    (board.card, board.agenda, board.timeline) = (None, Agenda::default(), Timeline::default());
    (board.focus, board.mode) = (Pane::Queue, Mode::Choose);
    board.setup = Some(Setup {
        private: false,
        rows: SetupStep::ALL
            .iter()
            .map(|step| (*step, *step == SetupStep::School))
            .collect(),
    });
}

/// Outside text of the worst kind, everywhere.
fn hostile<S: Sample>(board: &mut Board<S>) {
    let bad = "\u{1b}[2J\u{202e}gnol\u{7}\t漢字字字字字字字字字字字字e\u{301}👨‍👩‍👧‍👦🏴󠁧󠁢\u{feff}\u{0}".repeat(8);
    board.header.school = Some(bad.clone());
    for row in &mut board.queue.rows {
        row.name = S::name(&bad, &bad, 1);
        row.number = Some(1234);
    }
    for part in &mut board.agenda.parts {
        (part.kind, part.title) = (ItemKind::Free, bad.clone());
        (part.planned, part.spent) = (u32::MAX, u32::MAX);
    }
    for person in &mut board.agenda.presence {
        person.name = bad.clone();
    }
    for row in &mut board.timeline.rows {
        row.hand = S::Of::of(Whose {
            kind: PartyKind::Employer,
            name: bad.clone(),
            initials: None,
            person: bad.clone(),
        })
        .map_or(Hand::Other, Hand::Known);
        for tile in &mut row.tiles {
            tile.work = S::Of::of(Work {
                kind: TileKind::Job,
                party: PartyKind::Employer,
                label: bad.clone(),
            });
            (tile.from, tile.until) = (Day::MIN, Some(Day::MAX));
        }
    }
    board.timeline.held.gaps = Span::new(Day::MIN, Day::MAX).into_iter().collect();
    if let Some(card) = &mut board.card {
        (card.wish, card.question, card.proposal, card.placement) =
            (bad.clone(), bad.clone(), bad.clone(), bad.clone());
        card.note.input = selected(&bad, 3..200);
        card.earlier = vec![(day(2026, 1, 1), bad.clone())];
        card.note.input.cursor = Some(usize::MAX);
        for action in &mut card.open_actions {
            (action.text, action.due) = (bad.clone(), Some(Day::MAX));
        }
    }
}
