//! A dossier and what is read back: what belongs to it, in which order it is told, and what is missing.

use dakpan::domain::codes::{
    ActionState, ChanceKind, ChanceLevel, InstrumentKind, ItemKind, ItemState, PartyKind, Presence, SchoolKind,
    TileKind,
};
use dakpan::domain::dossier::{
    Agreed, Dossier, Event, Found, PupilLine, ReadBack, Readable, Since, SittingBlock, Snippet, UntakenLine,
};
use dakpan::domain::meeting::{Attendance, Block};
use dakpan::domain::people::{School, SchoolCode, SchoolContacts};
use dakpan::domain::pupil::{Relapse, TransitionChance};
use dakpan::domain::recorded::Recorded;
use dakpan::domain::term::{TermMark, TermMarkState};
use dakpan::domain::trajectory::{Instrument, Part, Tile};
use dakpan::domain::writing::{Action, Decision};
use dakpan::domain::{Day, Id};

use super::people::person;
use super::pupil::listed;
use super::terms::{instrument, tile};

fn day(iso: &str) -> Day {
    iso.parse().unwrap()
}

fn line() -> PupilLine {
    PupilLine {
        id: 1,
        school: 1,
        name: listed().name,
        may_name: true,
        leaving: None,
    }
}

/// Two tiles, three instruments of which one has no day, and a relapse.
fn dossier() -> Dossier {
    let at = |id, requested: Option<&str>, started: Option<&str>| Instrument {
        requested: requested.map(day),
        started: started.map(day),
        ..instrument(id, InstrumentKind::JobCoach)
    };
    Dossier {
        pupil: listed().pupil(1),
        chances: vec![],
        result: None,
        relapses: vec![Relapse {
            on: day("2026-04-01"),
            from: None,
            word: String::new(),
        }],
        network: vec![],
        tiles: vec![
            tile(1, TileKind::School, PartyKind::School, "2025-08-01", Some("2026-07-31")),
            tile(2, TileKind::Job, PartyKind::Employer, "2026-05-01", None),
        ],
        instruments: vec![
            at(1, None, None),
            at(2, Some("2026-01-01"), Some("2026-06-01")),
            at(3, Some("2026-03-01"), None),
        ],
        notes: vec![],
        working: vec![],
        decisions: vec![],
        actions: vec![],
        discussed_on: Some(day("2026-02-02")),
        term_marks: vec![],
    }
}

#[test]
fn a_trajectory_is_told_in_the_order_of_its_days() {
    let dossier = dossier();
    let told: Vec<(Option<Part>, Option<String>)> = dossier
        .history()
        .into_iter()
        .map(|event: Event<'_>| (event.part(), event.day().map(|day| day.to_string())))
        .collect();
    let on = |part, day: &str| (part, Some(day.to_owned()));
    assert_eq!(
        told,
        [
            on(Some(Part::Tile(1)), "2025-08-01"),
            on(Some(Part::Instrument(3)), "2026-03-01"),
            on(None, "2026-04-01"),
            on(Some(Part::Tile(2)), "2026-05-01"),
            on(Some(Part::Instrument(2)), "2026-06-01"),
            (Some(Part::Instrument(1)), None),
        ]
    );
}

#[test]
fn a_part_is_pointed_at_while_it_is_there() {
    let dossier = dossier();
    let tile = |id| dossier.tile(Part::Tile(id)).map(|tile: &Tile| tile.from);
    assert_eq!(
        (tile(1), tile(2), tile(3)),
        (Some(day("2025-08-01")), Some(day("2026-05-01")), None)
    );
    let instrument = |id| dossier.instrument(Part::Instrument(id)).map(|one| one.id);
    assert_eq!((instrument(2), instrument(4)), (Some(2), None));
    // A tile is no instrument, whatever its number.
    assert!(dossier.tile(Part::Instrument(1)).is_none() && dossier.instrument(Part::Tile(1)).is_none());
    assert!(dossier.has(Part::Tile(1)) && dossier.has(Part::Instrument(3)));
    assert!(!dossier.has(Part::Tile(3)) && !dossier.has(Part::Instrument(4)));
}

#[test]
fn the_terms_look_at_everything_that_was_recorded() {
    let mut dossier = dossier();
    dossier.term_marks.push(TermMark {
        id: 1,
        rule: "first_talk".into(),
        occurrence: None,
        state: TermMarkState::Done,
        reason: String::new(),
        on: day("2026-02-03"),
        by: String::new(),
    });
    dossier.chances.push(TransitionChance {
        kind: ChanceKind::LastingWork,
        level: ChanceLevel::Low,
        assessed_on: day("2026-02-02"),
        assessed_by: String::new(),
    });
    let facts = dossier.term_facts(SchoolKind::Pro);
    assert_eq!((facts.school, facts.birth), (SchoolKind::Pro, listed().birth));
    assert_eq!(facts.discussed_on, Some(day("2026-02-02")));
    let counts = (
        facts.tiles.len(),
        facts.instruments.len(),
        facts.chances.len(),
        facts.marks.len(),
    );
    assert_eq!(counts, (2, 3, 1, 1));
}

#[test]
fn at_the_table_are_those_who_did_not_stay_away() {
    let states = [
        Presence::Unknown,
        Presence::Present,
        Presence::Excused,
        Presence::Absent,
    ];
    let attendance = (1..).zip(states).map(|(id, state)| Attendance {
        id,
        block: 1,
        person: person(id, "Jan", "de Boer", PartyKind::Uwv, "UWV"),
        state,
        mandate: true,
    });
    let block = SittingBlock {
        block: Block {
            id: 1,
            meeting: 1,
            school: 1,
            present_confirmed_at: None,
            read_back_at: None,
            family: false,
        },
        contacts: SchoolContacts {
            school: School {
                id: 1,
                code: SchoolCode::parse("12AB").unwrap(),
                kind: SchoolKind::Vso,
                name: String::new(),
                place: String::new(),
                party: 1,
                coordinator: None,
                uwv_contact: None,
            },
            fixed: vec![],
            coordinator: None,
            uwv: None,
        },
        items: vec![],
        attendance: attendance.collect(),
        barred: vec![],
    };
    let there: Vec<Id> = block.people().map(|one| one.id).collect();
    assert_eq!(there, [1, 2]);
}

fn decision() -> Decision {
    Decision {
        id: 1,
        pupil: Some(1),
        meeting: None,
        item: None,
        text: String::new(),
        provisional: false,
        decided_on: day("2026-06-03"),
    }
}

fn action() -> Action {
    Action {
        id: 2,
        pupil: Some(1),
        meeting: None,
        item: None,
        owner: None,
        text: String::new(),
        due: None,
        agreed_on: day("2026-06-03"),
        state: ActionState::Open,
    }
}

fn read_back(state: ItemState, decisions: usize, actions: usize) -> ReadBack {
    ReadBack {
        agreed: Agreed {
            pupil: Some(line()),
            about: vec![],
            item: 1,
            part: (ItemKind::Pupil, String::new()),
            decisions: vec![decision(); decisions],
            actions: vec![action(); actions],
        },
        state,
        recorded: Recorded::default(),
        since: Since::default(),
        untaken: vec![],
    }
}

#[test]
fn a_pupil_who_was_talked_about_without_a_decision_is_told() {
    let lacks = |state, decisions, actions| read_back(state, decisions, actions).lacks_decision();
    assert!(lacks(ItemState::Discussed, 0, 0));
    assert!(lacks(ItemState::Open, 0, 1), "something was agreed");
    assert!(!lacks(ItemState::Discussed, 1, 0));
    assert!(!lacks(ItemState::Open, 0, 0));
    assert!(!lacks(ItemState::Agreed, 0, 0), "agreed as it was proposed");
    let mut free = read_back(ItemState::Discussed, 0, 0);
    free.agreed.pupil = None;
    assert!(!free.lacks_decision(), "a free point needs none");
}

#[test]
fn what_is_read_back_goes_from_decisions_to_actions_to_lines_that_were_not_taken() {
    assert_eq!(read_back(ItemState::Open, 0, 0).readable(), [Readable::Item]);
    let mut all = read_back(ItemState::Discussed, 1, 1);
    all.untaken.push(UntakenLine("/a Els belt".into()));
    let (decision, action) = (decision(), action());
    assert_eq!(
        all.readable(),
        [
            Readable::Decision(&decision),
            Readable::Action(&action),
            Readable::Untaken(&all.untaken[0])
        ]
    );
}

#[test]
fn a_confirmation_holds_until_something_is_written_changed_or_taken_back() {
    assert!(Since::default().is_empty());
    let since = |lines: &[Id], besides, gone| Since {
        lines: lines.to_vec(),
        besides,
        gone,
    };
    for after in [
        since(&[1], false, false),
        since(&[], true, false),
        since(&[], false, true),
    ] {
        assert!(!after.is_empty(), "{after:?}");
    }
}

#[test]
fn a_find_is_about_a_pupil_or_about_none() {
    let note = Found::Note {
        pupil: line(),
        on: day("2026-06-03"),
        snippet: Snippet(String::new()),
    };
    let school = Found::School {
        id: 1,
        name: String::new(),
        place: String::new(),
    };
    assert_eq!(note.pupil(), Some(&line()));
    assert_eq!(Found::Pupil(line()).pupil(), Some(&line()));
    assert_eq!(school.pupil(), None);
}
