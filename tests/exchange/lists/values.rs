//! Cells: numbers, names, days and profiles, one small list per oddity.

use super::{day, people, refusals, remarks, with_column};
use dakpan::exchange::lists::{
    Choice, ListProfile, MOST_LETTERS, Mapping, RefusalReason, RemarkReason, Source, read_list,
};

#[test]
fn numbers_are_text() {
    let list =
        read_list(b"stamnr;roepnaam;achternaam\n12;a;b\n000012;a;b\n=\"0034\";a;b\n'0056;a;b\nA-7;a;b\n").unwrap();
    let numbers: Vec<_> = list.rows.iter().map(|row| row.number.as_str()).collect();
    assert_eq!(numbers, ["12", "000012", "0034", "0056", "A-7"]);
}

#[test]
fn numbers_that_cannot_be_matched_are_refused() {
    let text = "stamnr;roepnaam;achternaam\n;a;b\n1,2E+08;a;b\n4745.0;a;b\n12?4;a;b\n7;a;b\n7;c;d\n";
    let list = read_list(text.as_bytes()).unwrap();
    assert_eq!(
        refusals(&list),
        [
            (2, "stamnr", "", RefusalReason::MissingNumber),
            (3, "stamnr", "1,2E+08", RefusalReason::DamagedNumber),
            (4, "stamnr", "4745.0", RefusalReason::DamagedNumber),
            (5, "stamnr", "12?4", RefusalReason::UnreadableNumber),
            (6, "stamnr", "7", RefusalReason::DuplicateNumber { other_row: 7 }),
            (7, "stamnr", "7", RefusalReason::DuplicateNumber { other_row: 6 }),
        ]
    );
    assert!(people(&list).is_empty(), "nobody knows which of the two it is");
}

#[test]
fn names_of_all_kinds_pass_without_remark() {
    let text = "stamnr;roepnaam;tussenvoegsel;achternaam\n1;Anne-Fleur;van ‘t;O’Brien\n2;J.P.;'s;d'Août (Visser)\n";
    let list = read_list(text.as_bytes()).unwrap();
    assert_eq!((list.rows.len(), list.remarks.len()), (2, 0));
}

#[test]
fn signs_that_no_name_has_are_remarked_on() {
    let text = "stamnr;roepnaam;achternaam;woonplaats;stagebedrijf\n\
        1;\"Zo&euml;\";Smit;S?dwest;Waar?\n2;Bo;?;Bergen (NH.);CafÃ©\n";
    let list = read_list(text.as_bytes()).unwrap();
    let columns: Vec<_> = remarks(&list)
        .iter()
        .map(|(row, column, ..)| (*row, column.to_owned()))
        .collect();
    assert_eq!(list.rows.len(), 2);
    assert_eq!(
        columns,
        [
            (2, "roepnaam"),
            (2, "woonplaats"),
            (3, "achternaam"),
            (3, "stagebedrijf")
        ]
    );
}

#[test]
fn control_characters_refuse_the_row_and_are_shown_escaped() {
    let list = with_column("klas", &["5\u{1b}[31mA", "5A"]).unwrap();
    assert_eq!(
        refusals(&list),
        [(2, "klas", "5\\u{1b}[31mA", RefusalReason::ControlCharacter)]
    );
    assert_eq!(list.rows.len(), 1);
}

#[test]
fn a_text_that_is_too_long_refuses_the_row_and_is_shown_cut() {
    let list = with_column(
        "klas",
        &["x".repeat(MOST_LETTERS).as_str(), "é".repeat(MOST_LETTERS + 1).as_str()],
    )
    .unwrap();
    assert_eq!(list.rows.len(), 1);
    assert_eq!(
        refusals(&list),
        [(
            3,
            "klas",
            format!("{}…", "é".repeat(80)).as_str(),
            RefusalReason::TooLong
        )]
    );
}

#[test]
fn all_problems_of_a_row_are_named_at_once() {
    let list = read_list(b"stamnr;roepnaam;achternaam;geboortedatum\n;;Smit;31-06-2009\n").unwrap();
    let reasons: Vec<_> = list.refused.iter().map(|one| one.reason).collect();
    assert_eq!(
        reasons,
        [
            RefusalReason::MissingNumber,
            RefusalReason::MissingName,
            RefusalReason::ImpossibleDate
        ]
    );
    assert_eq!(list.refused_rows(), 1);
}

#[test]
fn debug_output_names_nobody() {
    let list = read_list(b"stamnr;roepnaam;achternaam;geb.datum\n1;Canary;Canary?;\n2;x;Canary;Canary\n").unwrap();
    assert_eq!((list.rows.len(), list.refused.len(), list.remarks.len()), (1, 1, 1));
    assert!(!format!("{list:?}").contains("Canary"));
}

#[test]
fn days_are_read_in_every_form_that_schools_send() {
    for text in [
        "31-07-2027",
        "2027-07-31",
        "31/7/27",
        "31.7.2027",
        "31-jul-27",
        "31 juli 2027",
        "za 31-07-2027",
        "zaterdag 31 juli 2027",
        "46599",
        "46599,5",
        "20270731",
        "31072027",
        "31-07-2027 00:00",
        "2027-07-31T00:00:00",
        " 31 - 07 - 2027 ",
    ] {
        let list = with_column("uitstroomdatum", &[text]).unwrap();
        assert_eq!(
            list.rows.first().and_then(|row| row.leaving),
            day(2027, 7, 31),
            "{text}"
        );
    }
    for text in ["", "-", "onbekend", "n.v.t.", "00-00-0000", "0000-00-00"] {
        let list = with_column("uitstroomdatum", &[text]).unwrap();
        assert_eq!(list.rows.first().map(|row| row.leaving), Some(None), "{text}");
    }
}

#[test]
fn a_two_digit_year_depends_on_what_the_day_is() {
    let birth = |text: &str| with_column("geboortedatum", &[text]).unwrap().rows[0].birth;
    let leaving = |text: &str| with_column("uitstroomdatum", &[text]).unwrap().rows[0].leaving;
    assert_eq!(
        (birth("3/4/09"), birth("3-4-99"), birth("3-4-50")),
        (day(2009, 4, 3), day(1999, 4, 3), day(1950, 4, 3))
    );
    assert_eq!(
        (leaving("31-7-27"), leaving("31-7-50")),
        (day(2027, 7, 31), day(2050, 7, 31))
    );
}

#[test]
fn what_is_no_day_refuses_the_row() {
    for (text, reason) in [
        ("31-06-2027", RefusalReason::ImpossibleDate),
        ("29-02-2027", RefusalReason::ImpossibleDate),
        ("7/31/2027", RefusalReason::ImpossibleDate),
        ("31-07-0207", RefusalReason::FarDate),
        ("99999", RefusalReason::FarDate),
        ("20271331", RefusalReason::ImpossibleDate),
        ("31-07-2150", RefusalReason::FarDate),
        ("vrijdag 31-07-2027", RefusalReason::OtherWeekday),
        ("zomer 2027", RefusalReason::BadDate),
        ("2027", RefusalReason::BadDate),
        ("310727", RefusalReason::BadDate),
        ("31-07", RefusalReason::BadDate),
        ("31-07-2027?", RefusalReason::BadDate),
        ("31-07-027", RefusalReason::BadDate),
    ] {
        let list = with_column("Uitstroomdatum", &[text]).unwrap();
        assert_eq!(refusals(&list), [(2, "Uitstroomdatum", text, reason)]);
        assert!(list.rows.is_empty());
    }
}

#[test]
fn nobody_leaves_before_being_born() {
    let text = "stamnr;roepnaam;achternaam;geboortedatum;uitstroomdatum\n1;a;b;31-07-2027;08-02-2009\n";
    let list = read_list(text.as_bytes()).unwrap();
    assert_eq!(
        refusals(&list),
        [(2, "uitstroomdatum", "08-02-2009", RefusalReason::LeavingBeforeBirth)]
    );
}

#[test]
fn nobody_on_a_list_is_still_to_be_born() {
    let text =
        "stamnr;roepnaam;achternaam;geboortedatum;uitstroomdatum\n1;a;b;04-06-2026;\n2;c;d;03-06-2026;31-07-2027\n";
    let source = Source::open(text.as_bytes(), &Choice::default(), &|_| true).unwrap();
    let on = |today| source.list_on(&Mapping::default(), today, &|_| true).unwrap();
    assert_eq!(
        refusals(&on(day(2026, 6, 3))),
        [(2, "geboortedatum", "04-06-2026", RefusalReason::NotYetBorn)]
    );
    assert!(on(None).refused.is_empty(), "without a day nothing is to come");
}

#[test]
fn three_rows_of_one_number_each_name_another() {
    let text = "stamnr;roepnaam;achternaam\n1;a;b\n7;?;d\n7;e;f\n7;g;h\n";
    let list = read_list(text.as_bytes()).unwrap();
    let other: Vec<_> = list.refused.iter().map(|one| (one.row, one.reason)).collect();
    let twice = |other_row| RefusalReason::DuplicateNumber { other_row };
    assert_eq!(other, [(3, twice(4)), (4, twice(3)), (5, twice(3))]);
    assert!(list.remarks.is_empty(), "a refused row is not to be looked at as well");
    assert!(list.refused_numbers.contains(&"7".to_owned()), "and nobody vanishes");
}

/// One that strayed in is refused by its row, and told nowhere; a school whose numbers have nine figures goes on.
#[test]
fn one_citizen_service_number_among_pupil_numbers_refuses_its_row() {
    let list = read_list(b"stamnr;roepnaam;achternaam\n1;a;b\n111222333;c;d\n3;e;f\n").unwrap();
    assert_eq!(refusals(&list), [(3, "stamnr", "", RefusalReason::LooksLikeBsn)]);
    assert_eq!(list.refused_numbers, Vec::<String>::new());
    let list = read_list(b"stamnr;roepnaam;achternaam\n111222331;a;b\n111222333;c;d\n111222332;e;f\n").unwrap();
    assert!(list.refused.is_empty());
}

/// A name that begins as a formula did not arrive damaged: it was never a name.
#[test]
fn a_formula_in_the_place_of_a_name_is_called_one() {
    let list = read_list(b"stamnr;roepnaam;achternaam\n1;=A1;b\n2;c;+Wit\n").unwrap();
    assert_eq!(
        remarks(&list),
        [
            (2, "roepnaam", "=A1", RemarkReason::Formula),
            (3, "achternaam", "+Wit", RemarkReason::Formula)
        ]
    );
}

#[test]
fn profiles_are_words_and_an_unknown_word_keeps_its_pupil() {
    let values = [
        "Arbeid",
        "uitstroomprofiel vervolgonderwijs",
        "DB",
        "nog onbekend",
        "?",
        "",
        "leerroute 3",
    ];
    let list = with_column("leerweg", &values).unwrap();
    let profiles: Vec<_> = list.rows.iter().map(|row| row.profile).collect();
    assert_eq!(
        profiles,
        [
            Some(ListProfile::LabourMarket),
            Some(ListProfile::FurtherEducation),
            Some(ListProfile::DayActivity),
            Some(ListProfile::Unknown),
            Some(ListProfile::Unknown),
            None,
            None,
        ]
    );
    assert_eq!(
        remarks(&list),
        [(8, "leerweg", "leerroute 3", RemarkReason::UnknownProfile)]
    );
}
