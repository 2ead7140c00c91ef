//! Names behind an `@`: what has been typed of one, who fits it, and the shortest name that means nobody else.

use dakpan::domain::Id;
use dakpan::domain::codes::{PartyKind, Presence};
use dakpan::domain::naming::{begun, fitting, short_name};
use dakpan::domain::people::Person;

use super::people::person;

/// The words by which parties are called at the table, folded.
pub const ROLES: &[(PartyKind, &str)] = &[(PartyKind::Uwv, "uwv"), (PartyKind::Municipality, "gemeente")];

#[test]
fn a_name_is_begun_behind_an_at_sign_until_a_blank_ends_it() {
    for (before, expected) in [
        ("@", Some((0, ""))),
        ("met @ja", Some((4, "ja"))),
        ("met @jan de", Some((4, "jan de"))),
        ("(@els", Some((1, "els"))),
        ("eerste regel\nmet @ja", Some((17, "ja"))),
        ("@els en @ja", Some((8, "ja"))),
        ("met @jan ", None),
        ("post@voorbeeld", None),
        ("café@voorbeeld", None),
        ("met @ja\n", None),
        ("met jan", None),
        ("", None),
    ] {
        assert_eq!(begun(before), expected, "{before:?}");
    }
    // Forty letters back nobody is typing a name any more.
    let long = |letters: usize| format!("@{}", "a".repeat(letters));
    assert!(begun(&long(39)).is_some());
    assert_eq!(begun(&long(40)), None);
}

fn table() -> (Vec<Person>, Vec<Person>) {
    let here = vec![
        person(1, "Jan", "de Boer", PartyKind::Uwv, "UWV Dordrecht"),
        person(2, "Els", "Vos", PartyKind::Municipality, "Sociale Dienst"),
        person(3, "Jan", "Smit", PartyKind::School, "De Wissel"),
        person(4, "Gerda", "Kok-Bruin", PartyKind::CareProvider, "Zorggroep"),
    ];
    let away = vec![person(5, "Ria", "Jansen", PartyKind::Uwv, "UWV Dordrecht")];
    (here, away)
}

fn found(typed: &str) -> Vec<(Id, String, bool)> {
    let (here, away) = table();
    let found = fitting(typed, (&here, &away), ROLES, |_| Presence::Excused);
    found
        .into_iter()
        .map(|named| (named.owner.person, named.short, named.away.is_some()))
        .collect()
}

fn ids(typed: &str) -> Vec<Id> {
    found(typed).into_iter().map(|(id, _, _)| id).collect()
}

#[test]
fn who_fits_is_found_by_any_word_of_the_name_and_by_role_or_party() {
    assert_eq!(
        found("ja"),
        [
            (1, "Jan de Boer".to_owned(), false),
            (3, "Jan Smit".to_owned(), false),
            (5, "Ria".to_owned(), true),
        ]
    );
    assert_eq!(ids("BOER"), [1]);
    assert_eq!(ids("de b"), [1]);
    assert_eq!(ids("bru"), [4]);
    assert!(ids("an").is_empty(), "a name is not found from its middle");
    // By role and by party: whoever is called so comes before, who is away comes last.
    assert_eq!(ids("ge"), [4, 2]);
    assert_eq!(ids("uwv"), [1, 5]);
    assert_eq!(ids("soc"), [2]);
    assert!(ids("u").is_empty(), "one letter means no role");
    assert!(ids("x").is_empty());
    assert_eq!(ids(""), [1, 2, 3, 4, 5]);
}

#[test]
fn the_short_name_is_the_shortest_that_means_nobody_else() {
    let (here, away) = table();
    let short = |at: usize| short_name(&here[at], (&here, &away));
    assert_eq!([short(0), short(1), short(3)], ["Jan de Boer", "Els", "Gerda"]);
    let nameless = [person(1, "", "Vos", PartyKind::Uwv, "UWV")];
    assert_eq!(short_name(&nameless[0], (&nameless, &[])), "Vos");
}

#[test]
fn two_people_of_one_name_are_told_apart_by_party_then_by_work_then_by_number() {
    let twice = |change: fn(&mut Person)| {
        let mut two = [1, 2].map(|id| person(id, "Jan", "de Boer", PartyKind::Uwv, "UWV"));
        two[0].position = "werkcoach".into();
        two[1].position = "werkcoach".into();
        change(&mut two[1]);
        // The order at the table changes nothing, nor does whether somebody is there.
        let names = [0, 1].map(|at| short_name(&two[at], (&two[1..], &two[..1])));
        assert_eq!(names, [0, 1].map(|at| short_name(&two[at], (&two, &[]))));
        names
    };
    assert_eq!(
        twice(|other| other.party_name = "Gemeente".into()),
        ["Jan de Boer (UWV)", "Jan de Boer (Gemeente)"]
    );
    assert_eq!(
        twice(|other| other.position = "jobcoach".into()),
        ["Jan de Boer (werkcoach)", "Jan de Boer (jobcoach)"]
    );
    assert_eq!(twice(|_| ()), ["Jan de Boer (1)", "Jan de Boer (2)"]);
    // Where only the one has something to be told by, the other gets a number.
    assert_eq!(
        twice(|other| other.position.clear()),
        ["Jan de Boer (werkcoach)", "Jan de Boer (2)"]
    );
}
