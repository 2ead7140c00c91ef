//! Actions between meetings: which are overdue, above which heading each stands, and which have the words asked for.

use dakpan::domain::Day;
use dakpan::domain::codes::{ActionState, PartyKind};
use dakpan::domain::dossier::{PupilLine, SchoolAction};
use dakpan::domain::follow_up::{Grouping, Heading, grouped, heading};
use dakpan::domain::name::Name;
use dakpan::domain::writing::{Action, Owner};

const TODAY: &str = "2026-06-03";

fn day(iso: &str) -> Day {
    iso.parse().unwrap()
}

fn action(id: i64, due: Option<&str>, state: ActionState) -> SchoolAction {
    SchoolAction {
        action: Action {
            id,
            pupil: None,
            meeting: None,
            item: None,
            owner: None,
            text: "belt ouders".into(),
            due: due.map(day),
            agreed_on: day("2026-05-01"),
            state,
        },
        pupil: None,
        school: "De Wissel".into(),
    }
}

fn owned(id: i64, name: &str) -> SchoolAction {
    let mut one = action(id, None, ActionState::Open);
    one.action.owner = Some(Owner {
        person: id,
        name: name.into(),
        role: PartyKind::Uwv,
    });
    one
}

#[test]
fn an_action_is_overdue_from_the_day_after_its_own_while_it_is_open() {
    let overdue = |due, state| action(1, due, state).action.is_overdue(day(TODAY));
    assert!(overdue(Some("2026-06-02"), ActionState::Open));
    assert!(!overdue(Some("2026-06-03"), ActionState::Open));
    assert!(!overdue(Some("2026-06-04"), ActionState::Open));
    assert!(!overdue(None, ActionState::Open));
    assert!(!overdue(Some("2026-06-02"), ActionState::Done));
}

#[test]
fn an_action_stands_under_when_it_is_due_whose_it_is_of_which_school_or_how_it_stands() {
    let under = |due| heading(&action(1, due, ActionState::Open), Grouping::Due, day(TODAY));
    assert!(under(Some("2026-06-02")) == Heading::Overdue);
    assert!(under(Some("2026-06-03")) == Heading::ThisWeek);
    assert!(under(Some("2026-06-10")) == Heading::ThisWeek, "seven days");
    assert!(under(Some("2026-06-11")) == Heading::Later);
    assert!(under(None) == Heading::NoDay);
    let els = owned(1, "Els Vos");
    assert!(heading(&els, Grouping::Owner, day(TODAY)) == Heading::Owner("Els Vos".into()));
    let nobody = action(1, None, ActionState::Done);
    assert!(heading(&nobody, Grouping::Owner, day(TODAY)) == Heading::Owner(String::new()));
    assert!(heading(&nobody, Grouping::School, day(TODAY)) == Heading::School("De Wissel".into()));
    assert!(heading(&nobody, Grouping::State, day(TODAY)) == Heading::State(ActionState::Done));
    assert_eq!(
        format!("{:?}", heading(&els, Grouping::Owner, day(TODAY))),
        "Heading(…)"
    );
}

fn ids(list: &[SchoolAction], by: Grouping, words: &str) -> Vec<Vec<i64>> {
    let groups = grouped(list, by, words, day(TODAY));
    let rows = |(_, rows): (Heading, Vec<&SchoolAction>)| rows.iter().map(|one| one.action.id).collect();
    groups.into_iter().map(rows).collect()
}

#[test]
fn a_list_is_divided_in_its_order_and_tells_closed_actions_only_by_state() {
    let list = [
        action(1, Some("2026-06-01"), ActionState::Open),
        action(2, Some("2026-06-04"), ActionState::Open),
        action(3, Some("2026-06-02"), ActionState::Open),
        action(4, Some("2026-06-02"), ActionState::Done),
        action(5, None, ActionState::Open),
    ];
    assert_eq!(ids(&list, Grouping::Due, ""), [vec![1, 3], vec![2], vec![5]]);
    assert_eq!(ids(&list, Grouping::State, ""), [vec![1, 2, 3, 5], vec![4]]);
    let turns = [Grouping::Due, Grouping::Owner, Grouping::School, Grouping::State];
    for (at, by) in turns.into_iter().enumerate() {
        assert_eq!(by.next(), turns[(at + 1) % turns.len()]);
    }
}

#[test]
fn words_are_sought_in_the_action_its_owner_its_school_and_its_pupil() {
    let mut about = owned(1, "Zoë Vos");
    about.pupil = Some(PupilLine {
        id: 1,
        school: 1,
        name: Name {
            given: "Samira".into(),
            infix: String::new(),
            family: "Kaya".into(),
        },
        may_name: true,
        leaving: None,
    });
    let list = [about, action(2, None, ActionState::Open)];
    for (words, expected) in [
        ("", vec![1, 2]),
        ("OUDERS", vec![1, 2]),
        ("wissel bel", vec![1, 2]),
        ("zoe", vec![1]),
        ("kaya wissel", vec![1]),
        ("kaya jan", vec![]),
    ] {
        assert_eq!(ids(&list, Grouping::School, words).concat(), expected, "{words}");
    }
}
