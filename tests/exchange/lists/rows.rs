//! Rows, quotation marks and headings: one small list per oddity, and the columns that no list may have.

use super::{people, refusals, with_column};
use dakpan::exchange::lists::{Column, ListError, MOST_COLUMNS, MOST_ROWS, RefusalReason, read_list};

#[test]
fn rows_are_numbered_as_a_spreadsheet_shows_them() {
    let text =
        "Leerlingen De Brug\n\nstamnr;roepnaam;achternaam;stagebedrijf\n\n1;Noor;Smit;\"Zuid\nhal 2\"\n;;;\n2;;Kok;x\n";
    for text in [text.to_owned(), text.replace('\n', "\r\n"), text.replace('\n', "\r")] {
        let list = read_list(text.as_bytes()).unwrap();
        assert_eq!(list.heading_row, 3);
        assert_eq!((list.rows[0].row, list.rows[0].placement.as_str()), (5, "Zuid hal 2"));
        assert_eq!(refusals(&list), [(7, "roepnaam", "", RefusalReason::MissingName)]);
    }
}

#[test]
fn the_line_that_tells_excel_the_delimiter_is_obeyed_and_not_counted() {
    let list = read_list(b"sep=;\r\nstamnr;roepnaam;achternaam\r\n1;Noor;Smit\r\n").unwrap();
    assert_eq!((list.delimiter, list.heading_row, list.rows[0].row), (';', 1, 2));
}

#[test]
fn commas_in_values_do_not_make_a_comma_list() {
    let text = "stamnr;roepnaam;achternaam;opmerking\n1;Noor;Smit;a, b, c, d, e\n2;Bo;Kok;f, g, h, i, j\n";
    let list = read_list(text.as_bytes()).unwrap();
    assert_eq!((list.delimiter, list.rows.len()), (';', 2));
    assert_eq!(list.columns[3], ("opmerking".to_owned(), None));
}

#[test]
fn an_unquoted_delimiter_refuses_the_row_it_shifts() {
    let text = "stamnr;roepnaam;achternaam;stagebedrijf\n1;Noor;Smit;Groenbedrijf; Zuid\n2;Bo;Kok\n";
    let list = read_list(text.as_bytes()).unwrap();
    assert_eq!(
        refusals(&list),
        [(2, "E", "Zuid", RefusalReason::MoreCellsThanHeadings)]
    );
    assert_eq!(people(&list), [["2", "Bo", "", "Kok"]]);
}

#[test]
fn a_quotation_mark_never_swallows_pupils_in_silence() {
    let head = "stamnr;roepnaam;achternaam;stagebedrijf\n1;Noor;Smit;\n";
    let open = read_list(format!("{head}2;Bo;Kok;\"Kringloop\n3;Jan;Wit;\n").as_bytes());
    assert_eq!(open, Err(ListError::UnclosedQuote { row: 3 }));
    let closed = read_list(format!("{head}2;Bo;Kok;\"Kringloop\n3;Jan;Wit;\"Zuid\n4;Ina;Bos;\n").as_bytes()).unwrap();
    assert_eq!(closed.refused[0].row, 3);
    assert_eq!(closed.refused[0].reason, RefusalReason::SwallowedRows { lines: 2 });
    assert_eq!(people(&closed), [["1", "Noor", "", "Smit"], ["4", "Ina", "", "Bos"]]);
}

#[test]
fn a_swallowed_row_is_seen_also_when_only_blank_cells_stick_out() {
    let text = "stamnr;roepnaam;achternaam;klas;stage\n2;Bo;Kok;\"5A;\n3;\"Jan\";Wit;;\n4;Ina;Bos;5A;\n";
    let list = read_list(text.as_bytes()).unwrap();
    assert_eq!(list.refused[0].row, 2);
    assert_eq!(list.refused[0].reason, RefusalReason::SwallowedRows { lines: 2 });
    assert_eq!(people(&list), [["4", "Ina", "", "Bos"]]);
    // A note of two lines with a delimiter in it is no such thing.
    let text = "stamnr;roepnaam;achternaam;klas;notitie\n2;Bo;Kok;5A;\"rustig;\nop tijd\"\n";
    assert_eq!(read_list(text.as_bytes()).unwrap().rows.len(), 1);
}

#[test]
fn headings_repeated_for_the_printer_are_passed_over() {
    let text = "stamnr;roepnaam;achternaam\n1;Noor;Smit\nStamnr;Roepnaam;Achternaam\n2;Bo;Kok\n";
    let list = read_list(text.as_bytes()).unwrap();
    assert_eq!(people(&list), [["1", "Noor", "", "Smit"], ["2", "Bo", "", "Kok"]]);
    assert_eq!((list.rows[1].row, list.refused.len()), (4, 0));
}

#[test]
fn fifty_thousand_rows_are_read_and_each_is_accounted_for() {
    let mut text =
        String::from("stamnr;roepnaam;tussenvoegsel;achternaam;geb.datum;klas;leerweg;uitstroomdatum;stage\n");
    for index in 0..50_000 {
        let number = if index == 49_999 { 7 } else { index };
        let (day, month) = (index % 28 + 1, index % 12 + 1);
        text.push_str(&format!(
            "{number:06};Zoë;van der;Öztürk;{day:02}-{month:02}-2009;5A;arbeid;31-07-2027;\"Groen; Zuid\"\n"
        ));
    }
    let list = read_list(text.as_bytes()).unwrap();
    assert_eq!((list.rows.len(), list.remarks.len()), (49_998, 0));
    let twice = |other_row| RefusalReason::DuplicateNumber { other_row };
    assert_eq!(
        refusals(&list),
        [
            (9, "stamnr", "000007", twice(50_001)),
            (50_001, "stamnr", "000007", twice(9))
        ]
    );
    assert_eq!(list.rows[49_997].row, 50_000);
}

#[test]
fn headings_are_known_under_their_usual_names() {
    for (heading, column) in [
        ("GEB. DATUM", Column::Birth),
        ("Geboorte-datum", Column::Birth),
        ("Geboortedatum (dd-mm-jjjj)", Column::Birth),
        ("datum_uitstroom", Column::Leaving),
        ("Verwachte uitstroomdatum", Column::Leaving),
        ("Leerweg", Column::Profile),
        ("leerroute", Column::Profile),
        ("Stageplek", Column::Placement),
        ("BPV-bedrijf", Column::Placement),
        ("Woonplaats leerling", Column::Residence),
        ("Leerling: klas", Column::Class),
        ("Voorvoegsels", Column::Infix),
    ] {
        let list = with_column(heading, &[""]).unwrap();
        assert_eq!(list.columns[3], (heading.to_owned(), Some(column)));
    }
    for heading in ["Achternaam ouder", "Opmerkingen", "uitstroom"] {
        assert_eq!(with_column(heading, &[""]).unwrap().columns[3].1, None, "{heading}");
    }
}

#[test]
fn the_better_of_two_headings_is_read_and_a_tie_is_refused() {
    let list = read_list(b"stamnr;voornaam;achternaam;roepnaam\n1;Johanna;Smit;Hanna\n").unwrap();
    assert_eq!(people(&list), [["1", "Hanna", "", "Smit"]]);
    assert_eq!(list.columns[1], ("voornaam".to_owned(), None));
    assert_eq!(
        with_column("achternaam", &["de moeder"]),
        Err(ListError::ColumnTwice {
            heading: "Achternaam".into(),
            column: Column::Family
        })
    );
}

#[test]
fn missing_headings_are_named_and_missing_rows_too() {
    assert_eq!(
        read_list(b"stamnr;naam;klas\n1;Noor Smit;5A\n"),
        Err(ListError::MissingColumn {
            row: 1,
            missing: vec![Column::Given, Column::Family],
            unknown: vec!["naam".into()],
        })
    );
    assert_eq!(
        read_list(b"000951;Noor;Smit;5A\n000952;Bo;Kok;5B\n"),
        Err(ListError::NoHeading { looked_at: 20 })
    );
    assert_eq!(read_list(b"stamnr;roepnaam;achternaam\n;;\n"), Err(ListError::NoPupils));
}

#[test]
fn too_many_columns_or_rows_are_refused_and_empty_ones_do_not_count() {
    let wide = |filled: &str| format!("stamnr;roepnaam;achternaam{}\n1;Noor;Smit\n", filled.repeat(300));
    assert_eq!(
        read_list(wide(";x").as_bytes()),
        Err(ListError::TooManyColumns {
            found: 303,
            most: MOST_COLUMNS
        })
    );
    assert_eq!(read_list(wide(";").as_bytes()).unwrap().rows.len(), 1);
    assert_eq!(
        read_list(wide(&";".repeat(100)).as_bytes()),
        Err(ListError::TooManyColumns {
            found: 30_003,
            most: MOST_COLUMNS
        })
    );
    let long = |rows: usize| format!("stamnr;roepnaam;achternaam\n{}", "1;a;b\n".repeat(rows));
    assert_eq!(
        read_list(long(MOST_ROWS + 1).as_bytes()),
        Err(ListError::TooManyRows { most: MOST_ROWS })
    );
    assert_eq!(read_list(long(MOST_ROWS).as_bytes()).unwrap().refused_rows(), MOST_ROWS);
}

#[test]
fn a_column_of_citizen_service_numbers_is_refused_by_name() {
    let refused = |column: &str| Err(ListError::BsnColumn { column: column.into() });
    for heading in ["BSN", "Burgerservicenummer", "leerling BSN", "PGN", "Onderwijsnummer"] {
        assert_eq!(with_column(heading, &[""]), refused(heading));
    }
    // Most filled values are nine digits that pass the elfproef, whatever stands above them.
    assert_eq!(
        with_column("code", &["111222333", "", "1234.56.782", "onbekend"]),
        refused("code")
    );
    assert_eq!(with_column("", &["123456782"]), refused("D"));
    // One that lost its leading zero counts beside one that did not.
    assert_eq!(with_column("code", &["123456782", "10000008", "n.b."]), refused("code"));
}

#[test]
fn other_long_numbers_are_no_citizen_service_numbers() {
    // They fail the elfproef, are too few, are padded, or are days of eight digits.
    for values in [
        ["123456789", "987654321", "111222334"],
        ["123456782", "123456783", "123456784"],
        ["000000000", "000004745", "000000012"],
        ["10000008", "20090208", ""],
    ] {
        assert!(with_column("code", &values).is_ok(), "{values:?}");
    }
}
