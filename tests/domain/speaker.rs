//! Marks of who speaks: initials of people at the table, and of nobody else.

use dakpan::domain::speaker::without_speakers;

#[test]
fn initials_of_people_at_the_table_are_left_out_and_nothing_else_is() {
    let table = [
        "Jan de Boer".to_owned(),
        "Els Vos".to_owned(),
        "Anne-Marie Kok".to_owned(),
    ];
    let cases = [
        ("JB: stage gaat goed", "stage gaat goed"),
        ("JdB: stage", "stage"),
        ("J.B.: stage", "stage"),
        ("  EV: klaar\nEV:af", "klaar\naf"),
        ("AMK: ja", "ja"),
        ("School: stage loopt", "School: stage loopt"),
        ("PS: nog iets", "PS: nog iets"),
        ("J: lijst", "J: lijst"),
        (
            "ev: klein geschreven is geen teken",
            "ev: klein geschreven is geen teken",
        ),
        ("om 10:30 JB: midden in de regel", "om 10:30 JB: midden in de regel"),
        ("", ""),
    ];
    for (text, expected) in cases {
        assert_eq!(without_speakers(text, &table), expected, "{text:?}");
    }
    assert_eq!(without_speakers("JB: stage", &[]), "JB: stage");
}
