//! Lines behind a command: which are one, whose an action is, and what is left for its text.

use dakpan::domain::Id;
use dakpan::domain::codes::PartyKind;
use dakpan::domain::dates::DateContext;
use dakpan::domain::line::{
    Line, LineKind, OwnerFound, is_bare_command, kind_of, read_line, read_line_among, says_something, turned, untaken,
};
use dakpan::domain::people::Person;

use super::naming::ROLES;
use super::people::person;

fn june() -> DateContext {
    DateContext {
        today: "2026-06-03".parse().unwrap(),
        next_meeting: None,
        summer_end: None,
    }
}

fn here() -> Vec<Person> {
    vec![
        person(1, "Jan", "de Boer", PartyKind::Uwv, "UWV Dordrecht"),
        person(2, "Els", "Vos", PartyKind::Municipality, "Sociale Dienst"),
        person(3, "Jan", "Smit", PartyKind::School, "De Wissel"),
    ]
}

/// Whose, what and when; more than one owner when the table has several of that name.
fn action(line: &str, away: &[Person]) -> (Vec<Id>, String, Option<String>) {
    let Line::Action(found) = read_line_among(line, (&here(), away), ROLES, &june()) else {
        panic!("{line:?} is no action");
    };
    let owners = match &found.owner {
        OwnerFound::Nobody => vec![],
        OwnerFound::One(owner) => vec![owner.person],
        OwnerFound::Several(all) => all.iter().map(|owner| owner.person).collect(),
    };
    assert_eq!(
        found.owner.one().map(|owner| owner.person),
        (owners.len() == 1).then(|| owners[0])
    );
    (owners, found.text, found.due.map(|day| day.to_string()))
}

#[test]
fn a_day_in_the_middle_counts_where_its_words_can_mean_nothing_else() {
    for (line, text, due) in [
        (
            "/a Els belt dinsdag met de ouders",
            "belt dinsdag met de ouders",
            Some("2026-06-09"),
        ),
        (
            "/a Els vraagt of hij volgende week dinsdag al kan beginnen",
            "vraagt of hij volgende week dinsdag al kan beginnen",
            Some("2026-06-09"),
        ),
        (
            "/a Els belt morgen een bedrijf",
            "belt morgen een bedrijf",
            Some("2026-06-04"),
        ),
        (
            "/a Els mailt op 12 maart het asiel",
            "mailt op 12 maart het asiel",
            Some("2027-03-12"),
        ),
        (
            "/a Els mailt vr 12-6 het asiel",
            "mailt vr 12-6 het asiel",
            Some("2026-06-12"),
        ),
        (
            "/a Els rondt voor de kerst de aanvraag af",
            "rondt voor de kerst de aanvraag af",
            Some("2026-12-24"),
        ),
        (
            "/a Els mailt half juni het asiel",
            "mailt half juni het asiel",
            Some("2026-06-15"),
        ),
        // A day with its year, a part of a month in one word, and a short weekday whose week is named.
        (
            "/a Els mailt 12-06-2026 het asiel",
            "mailt 12-06-2026 het asiel",
            Some("2026-06-12"),
        ),
        (
            "/a Els mailt half-juni het asiel",
            "mailt half-juni het asiel",
            Some("2026-06-15"),
        ),
        (
            "/a Els belt di volgende week de ouders",
            "belt di volgende week de ouders",
            Some("2026-06-09"),
        ),
        // So many weeks on, when it stands between a verb and with whom it is done.
        (
            "/a Els belt over 2 weken met de ouders",
            "belt over 2 weken met de ouders",
            Some("2026-06-17"),
        ),
        (
            "/a Els belt vrijdag over twee weken met de ouders",
            "belt vrijdag over twee weken met de ouders",
            Some("2026-06-19"),
        ),
        (
            "/a Els belt over twee weken vrijdag met ouders",
            "belt over twee weken vrijdag met ouders",
            Some("2026-06-19"),
        ),
        // About when it is becomes a day on which people work.
        (
            "/a Els belt begin mei met de ouders",
            "belt begin mei met de ouders",
            Some("2027-05-03"),
        ),
        (
            "/a Els zoekt stage vrijdag over twee weken",
            "zoekt stage",
            Some("2026-06-19"),
        ),
        ("/a Els zoekt stage met kerst", "zoekt stage", Some("2026-12-24")),
        ("/a Els zoekt stage eind van de week", "zoekt stage", Some("2026-06-05")),
        // A denial further on is about something else, and a day that has passed is nobody's deadline.
        (
            "/a Els mailt dinsdag het asiel dat er geen plek is",
            "mailt dinsdag het asiel dat er geen plek is",
            Some("2026-06-09"),
        ),
        (
            "/a Els mailt dinsdag het rapport 12-03-2024 naar UWV",
            "mailt dinsdag het rapport 12-03-2024 naar UWV",
            Some("2026-06-09"),
        ),
        // The day at the end goes first, and is taken from the text.
        (
            "/a Els belt dinsdag met Jan vr 12-6",
            "belt dinsdag met Jan",
            Some("2026-06-12"),
        ),
    ] {
        assert_eq!(
            action(line, &[]),
            (vec![2], text.to_owned(), due.map(String::from)),
            "{line:?}"
        );
    }
    for line in [
        // Words of their own: mother, so, a name, science, a score, a parcel.
        "/a Els belt ma over de stage",
        "/a Els belt zo de ouders",
        "/a Els vraagt Mei mee te gaan",
        "/a Els regelt wo en do een plek",
        "/a Els noteert 3-4 dagen stage",
        "/a Els haalt kerst pakketten op",
        "/a Els zegt in de morgen niets",
        // Another day than it says, or more than one.
        "/a Els belt na dinsdag de ouders",
        "/a Els belt elke dinsdag de ouders",
        "/a Els belt volgende vrijdag de ouders",
        "/a Els belt dinsdag of woensdag de ouders",
        "/a Els belt dinsdag en mailt vrijdag het asiel",
        "/a Els belt dinsdag 12-6 de ouders",
        "/a Els belt dinsdag over 2 weken de ouders",
        "/a Els belt de ouders van dinsdag terug",
        // What is talked about, and how long somebody is away.
        "/a Els belt over 2 weken stage",
        "/a Els belt over 2 weken ma met de klas",
        "/a Els mailt dat hij over 2 weken met vakantie gaat",
        "/a Els belt vrijdag over twee weken stage",
        "/a Els belt over 2 weken met de ouders of dinsdag met school",
        // What follows the day denies it, or the day only ends something else.
        "/a Els belt dinsdag niet",
        "/a Els belt dinsdag nog niet met de ouders",
        "/a Els belt dinsdag de ouders niet",
        "/a hij is tot dinsdag ziek, Els belt",
        "/a Els belt, hij is t/m volgende week ziek",
        // A plan of the pupil, and a report of long ago.
        "/a Els vraagt of hij volgend jaar naar het mbo kan",
        "/a Els vraagt of hij volgende maand kan beginnen",
        "/a Els mailt het rapport 12-03-2024 naar UWV",
        // What stands at the end is a day that is not understood.
        "/a Els belt dinsdag met Jan di 12-6",
        "/a Els belt dinsdag met Jan 31 juni",
    ] {
        assert_eq!(action(line, &[]).2, None, "{line:?}");
    }
    let long = format!("/a Els {} belt dinsdag met de ouders", "en nog wat ".repeat(40));
    assert_eq!(action(&long, &[]).2, None, "nobody says so long a sentence");
}

#[test]
fn an_action_names_whom_what_and_when() {
    for (line, owners, text, due) in [
        ("/a Els belt ouders vr 12-6", vec![2], "belt ouders", Some("2026-06-12")),
        ("/a @Els: belt ouders, vr", vec![2], "belt ouders", Some("2026-06-05")),
        // Behind an `@` the beginning of a name is enough where only one begins so.
        ("/a @el gaat mee vr", vec![2], "gaat mee", Some("2026-06-05")),
        ("/a @ja gaat mee", vec![1, 3], "gaat mee", None),
        ("/a @zorro gaat mee", vec![], "@zorro gaat mee", None),
        ("/a el gaat mee", vec![], "el gaat mee", None),
        ("/a jan de boer, mailt UWV", vec![1], "mailt UWV", None),
        ("/a de Boer mailt", vec![1], "mailt", None),
        ("/a Boer mailt", vec![1], "mailt", None),
        ("/a Jan mailt", vec![1, 3], "mailt", None),
        ("/a gemeente zoekt plek", vec![2], "zoekt plek", None),
        ("/a sociale dienst zoekt plek", vec![2], "zoekt plek", None),
        ("/a zoekt plek", vec![], "zoekt plek", None),
        ("/a Els", vec![2], "", None),
        ("/a", vec![], "", None),
        ("/a : Els belt", vec![], ": Els belt", None),
    ] {
        let (found, what, when) = action(line, &[]);
        assert_eq!((found, what.as_str(), when.as_deref()), (owners, text, due), "{line:?}");
    }
    let Line::Action(impossible) = read_line("/a Els belt 31 juni", &here(), ROLES, &june()) else {
        panic!("no action");
    };
    assert_eq!(
        (impossible.due, impossible.impossible.as_deref()),
        (None, Some("31 juni"))
    );
    assert_eq!(
        format!("{impossible:?}"),
        "ActionLine(due None)",
        "whose and what is not told"
    );
}

#[test]
fn whoever_is_away_is_named_and_a_role_means_who_is_here() {
    let away = [
        person(5, "Ria", "Jansen", PartyKind::Uwv, "UWV Rotterdam"),
        person(6, "Bo", "Bos", PartyKind::CareProvider, "Zorggroep"),
    ];
    assert_eq!(action("/a Ria belt", &away).0, [5]);
    assert_eq!(action("/a uwv belt", &away).0, [1]);
    assert_eq!(action("/a Zorggroep belt", &away).0, [6], "nobody of them is here");
    // Two Jans at the table and one away are three.
    let third = [person(7, "Jan", "Kok", PartyKind::CareProvider, "Zorggroep")];
    assert_eq!(action("/a Jan belt", &third).0, [1, 3, 7]);
}

#[test]
fn what_stands_in_brackets_tells_namesakes_apart() {
    let away = [person(8, "Jan", "de Boer", PartyKind::CareProvider, "Zorggroep")];
    let (owners, text, _) = action("/a Jan de Boer (Zorggroep): belt", &away);
    assert_eq!((owners, text.as_str()), (vec![8], "belt"));
    assert_eq!(action("/a @jan de boer (uwv dordrecht) belt", &away).0, [1]);
    assert_eq!(action("/a Jan de Boer belt", &away).0, [1, 8]);
    assert_eq!(action("/a Jan de Boer (morgen) belt", &away).0, [1, 8]);
    // Without a namesake brackets tell nothing, and belong to the text.
    let (owners, text, _) = action("/a Els (Sociale Dienst) belt", &[]);
    assert_eq!((owners, text.as_str()), (vec![2], "(Sociale Dienst) belt"));
}

#[test]
fn a_command_is_a_letter_behind_a_stroke_and_nothing_else() {
    for (line, expected) in [
        ("/a", Some(LineKind::Action)),
        ("  /B besluit", Some(LineKind::Decision)),
        ("/p stil", Some(LineKind::WorkingNote)),
        ("/v later", Some(LineKind::Park)),
        ("/l les", Some(LineKind::Lesson)),
        ("/ab", None),
        ("/z iets", None),
        ("/", None),
        ("a Els", None),
        ("", None),
    ] {
        assert_eq!(kind_of(line), expected, "{line:?}");
    }
    let plain = read_line("/b  Route UWV ", &[], &[], &june());
    assert_eq!(plain, Line::Plain(LineKind::Decision, "Route UWV"));
    assert_eq!(read_line("Route UWV", &[], &[], &june()), Line::Text);
    assert!(is_bare_command(" /b ") && !is_bare_command("/b ja") && !is_bare_command("ja"));
    assert_eq!(turned(" Els belt ", LineKind::Action), "/a Els belt");
    assert_eq!(turned("/a Els belt", LineKind::Decision), "/b Els belt");
    assert_eq!(turned("/b Els belt", LineKind::Park), "/v Els belt");
}

#[test]
fn a_line_that_was_not_taken_is_told_but_never_one_for_the_chair_alone() {
    let note = "gewoon\n/a Els belt\n/p stil\n/b\n  /l les";
    assert_eq!(untaken(note).collect::<Vec<_>>(), ["/a Els belt", "  /l les"]);
}

#[test]
fn a_text_says_something_with_a_word_of_two_letters() {
    for text in ["ok", "a. be", "é1 öö", "1 ja"] {
        assert!(says_something(text), "{text:?}");
    }
    for text in ["", "x", "a b", "12", "a1b", "-"] {
        assert!(!says_something(text), "{text:?}");
    }
}
