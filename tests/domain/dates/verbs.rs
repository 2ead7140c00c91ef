//! Separable verbs before a day: *vraagt de meting aan vr 12-6*. The end of the verb stays in the text, the day behind
//! it is read, and what only looks like one is not.

use dakpan::domain::dates::date_at_end;

use super::{day, on};

#[test]
fn the_end_of_a_separable_verb_stays_in_the_text_and_the_day_behind_it_is_read() {
    let context = on("2026-06-03");
    let cases = [
        (
            "Ria vraagt de meting aan vr 12-6",
            Some(("Ria vraagt de meting aan ", "2026-06-12")),
        ),
        ("meldt Samira aan vrijdag", Some(("meldt Samira aan ", "2026-06-05"))),
        ("meldt haar aan maandag", Some(("meldt haar aan ", "2026-06-08"))),
        ("meldt haar aan ma 15-6", Some(("meldt haar aan ", "2026-06-15"))),
        (
            "vraagt subsidie aan eind juni",
            Some(("vraagt subsidie aan ", "2026-06-30")),
        ),
        ("vraagt het aan vóór 1 juli", Some(("vraagt het aan ", "2026-07-01"))),
        ("vraagt het aan over 2 weken", Some(("vraagt het aan ", "2026-06-17"))),
        ("belt de klas af vr 12-6", Some(("belt de klas af ", "2026-06-12"))),
        (
            "rondt het dossier af morgen",
            Some(("rondt het dossier af ", "2026-06-04")),
        ),
        (
            "levert het plan in vr 12-6",
            Some(("levert het plan in ", "2026-06-12")),
        ),
        ("vult het in half juni", Some(("vult het in ", "2026-06-15"))),
        ("zoekt het uit vrijdag", Some(("zoekt het uit ", "2026-06-05"))),
        ("geeft het door di", Some(("geeft het door ", "2026-06-09"))),
        ("stuurt het mee wk 26", Some(("stuurt het mee ", "2026-06-22"))),
        ("neemt contact op vr 12-6", Some(("neemt contact op ", "2026-06-12"))),
        ("neemt contact op op vrijdag", Some(("neemt contact op ", "2026-06-05"))),
        ("kijkt het na op vr 12-6", Some(("kijkt het na ", "2026-06-12"))),
        (
            "draagt het over uiterlijk 1 juli",
            Some(("draagt het over ", "2026-07-01")),
        ),
        // Whether the *na* is half of a verb or means "after" cannot be known: no guess.
        ("kijkt het na vrijdag", None),
        ("belt na 12-6", None),
        ("draagt het over vr 12-6", None),
        // What *aan* ties to a day is about that day.
        ("denkt aan vrijdag", None),
        ("herinnert de ouders aan 12-6", None),
        ("stage tot aan vrijdag", None),
    ];
    for (line, expected) in cases {
        let expected = expected.map(|(text, iso): (&str, &str)| (text.len(), day(iso)));
        assert_eq!(date_at_end(line, &context), expected, "{line:?}");
    }
}
