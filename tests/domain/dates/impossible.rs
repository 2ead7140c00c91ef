//! Days that no calendar has are named as they were typed, and nothing else is.

use dakpan::domain::dates::impossible_at_end;

#[test]
fn a_day_that_no_calendar_has_is_named_as_it_was_typed() {
    let named = [
        ("Els belt 31 juni", "31 juni"),
        ("Els belt uiterlijk 31 juni.", "31 juni"),
        ("Els belt vr 31-6", "31-6"),
        ("Els belt 30 feb", "30 feb"),
        ("Els belt 29-2-2027", "29-2-2027"),
        ("Els belt 32 juni", "32 juni"),
    ];
    for (line, phrase) in named {
        assert_eq!(impossible_at_end(line), Some(phrase), "{line:?}");
    }
    for line in [
        "bel 30 juni",
        "bel 29 feb",
        "bel di 12-6",
        "pagina 10-15",
        "groep 3-45",
        "bel Jan",
        "",
    ] {
        assert_eq!(impossible_at_end(line), None, "{line:?}");
    }
}
