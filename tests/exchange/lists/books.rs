//! Workbooks as schools send them, each with an oddity of its own.

use dakpan::exchange::lists::{Choice, List, ListError, Mapping, RefusalReason, RemarkReason, Source, read_list};
use rust_xlsxwriter::{ExcelDateTime, Format, Formula};

use super::making::{Parts, fill, ods, ods_row, ods_table, row, written};
use super::{day, people, refusals, remarks};

const ENTREE: &[u8] = include_bytes!("entree.xlsx");

const HEADINGS: &[&str] = &["Leerlingnummer", "Roepnaam", "Achternaam", "Geboortedatum"];

fn with_sheet(bytes: &[u8], sheet: &str) -> Result<List, ListError> {
    let choice = Choice {
        sheet: Some(sheet.into()),
        mapping: Mapping::default(),
        guess: false,
    };
    Source::open(bytes, &choice, &|_| true)?.list(&choice.mapping, &|_| true)
}

#[test]
fn a_workbook_with_a_cover_sheet_and_titles_is_read_whole() {
    let list = read_list(ENTREE).unwrap();
    assert_eq!(
        (list.encoding, list.sheet.as_deref(), list.heading_row),
        ("XLSX", Some("Leerlingen"), 3)
    );
    assert_eq!((list.rows.len(), list.refused.len()), (21, 0));
    assert_eq!(people(&list)[1], ["002824", "Renée", "", "Öztürk"]);
    // A day as a day, and a day as text.
    assert_eq!(list.rows[1].birth, day(2008, 5, 24));
    assert_eq!(list.rows[0].birth, day(2008, 1, 20));
    assert_eq!(list.rows[0].leaving, day(2027, 7, 31));
    // Numbers without their zeros stay as they are shown, and are pointed out.
    assert_eq!(list.rows[0].number, "0");
    let short = remarks(&list);
    assert!(!short.is_empty() && short.iter().all(|(.., reason)| *reason == RemarkReason::ShortNumber));
    assert_eq!(short[0], (4, "Stamnummer", "0", RemarkReason::ShortNumber));
}

#[test]
fn a_workbook_of_libreoffice_is_read_whole() {
    let list = read_list(include_bytes!("haven.ods")).unwrap();
    assert_eq!((list.encoding, list.rows.len(), list.refused.len()), ("ODS", 6, 0));
    assert_eq!(people(&list)[5], ["000105", "İpek", "", "Yıldız"]);
    assert_eq!(list.rows[5].birth, day(2008, 6, 15));
    assert_eq!(list.rows[5].residence, "Schiedam");
}

/// Another reader finds the same texts in the same rows.
#[test]
fn another_reader_finds_the_same() {
    use calamine::{Ods, Reader, Xlsx};
    let haven = include_bytes!("haven.ods").as_slice();
    let mut xlsx: Xlsx<_> = Xlsx::new(std::io::Cursor::new(ENTREE)).unwrap();
    let mut ods: Ods<_> = Ods::new(std::io::Cursor::new(haven)).unwrap();
    let ranges = [
        xlsx.worksheet_range("Leerlingen").unwrap(),
        ods.worksheet_range("Entree").unwrap(),
    ];
    for (bytes, range, family) in [(ENTREE, &ranges[0], 3), (haven, &ranges[1], 2)] {
        let list = read_list(bytes).unwrap();
        for row in &list.rows {
            let cell = |column| {
                range
                    .get_value((u32::try_from(row.row - 1).unwrap(), column))
                    .unwrap()
                    .to_string()
            };
            assert_eq!(
                (row.given.as_str(), row.family.as_str()),
                (cell(1).trim(), cell(family).trim())
            );
            assert_eq!(row.number.trim_start_matches('0'), cell(0).trim_start_matches('0'));
        }
        assert_eq!(range.height(), list.rows.len() + list.heading_row);
    }
}

#[test]
fn days_are_days_whatever_their_format() {
    let bytes = written(|sheet| {
        fill(sheet, &[HEADINGS]);
        let formats = ["dd-mm-yyyy", "d mmmm yyyy", "[$-413]dddd d mmmm yyyy;@", "m/d/yy"];
        for (row, format) in (1..).zip(formats) {
            sheet.write_string(row, 0, format!("0{row}")).unwrap();
            sheet.write_string(row, 1, "Noor").unwrap();
            sheet.write_string(row, 2, "Bakker").unwrap();
            let date = ExcelDateTime::from_ymd(2009, 2, 8).unwrap();
            sheet
                .write_datetime_with_format(row, 3, &date, &Format::new().set_num_format(format))
                .unwrap();
        }
        // A bare serial number, one with a time of day, and one as text.
        for (row, serial) in [(5, 39_852.0), (6, 39_852.75)] {
            sheet.write_string(row, 0, format!("0{row}")).unwrap();
            sheet.write_string(row, 1, "Sem").unwrap();
            sheet.write_string(row, 2, "Wit").unwrap();
            sheet.write_number(row, 3, serial).unwrap();
        }
    });
    let list = read_list(&bytes).unwrap();
    assert_eq!(list.refused, []);
    assert!(list.rows.iter().all(|row| row.birth == day(2009, 2, 8)));
    assert_eq!(list.rows.len(), 6);
}

#[test]
fn a_workbook_of_a_mac_counts_from_1904() {
    let mut parts = Parts::of(&format!(
        r#"{}<row r="2"><c r="A2" t="str"><v>007</v></c><c r="B2" t="str"><v>Mo</v></c><c r="C2" t="str"><v>Ali</v></c><c r="D2" s="1"><v>38390</v></c></row><row r="3"><c r="A3"><v>8</v></c><c r="B3" t="str"><v>Li</v></c><c r="C3" t="str"><v>Wu</v></c><c r="D3"><v>38390</v></c></row>"#,
        row(1, HEADINGS)
    ));
    parts.properties = r#"<workbookPr date1904="1"/>"#.into();
    parts.styles = r#"<styleSheet><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>"#.into();
    let list = read_list(&parts.zipped()).unwrap();
    assert_eq!(list.rows[0].birth, day(2009, 2, 8));
    // Without a format of a day as well.
    assert_eq!(list.rows[1].birth, day(2009, 2, 8));
    parts.properties.clear();
    assert_eq!(read_list(&parts.zipped()).unwrap().rows[0].birth, day(2005, 2, 7));
}

#[test]
fn numbers_keep_the_digits_that_are_shown() {
    let bytes = written(|sheet| {
        fill(sheet, &[HEADINGS]);
        let six = Format::new().set_num_format("000000");
        sheet.write_number_with_format(1, 0, 4745, &six).unwrap();
        sheet.write_string(2, 0, "000951").unwrap();
        sheet.write_number(3, 0, 4746).unwrap();
        sheet.write_number(4, 0, 1_234_567_890_123_456_789.0).unwrap();
        for row in 1..5 {
            sheet.write_string(row, 1, "Noor").unwrap();
            sheet.write_string(row, 2, "Bakker").unwrap();
        }
    });
    let list = read_list(&bytes).unwrap();
    let numbers: Vec<_> = list.rows.iter().map(|row| row.number.as_str()).collect();
    assert_eq!(numbers, ["004745", "000951", "4746"]);
    // More digits than a spreadsheet keeps: nobody knows what the number was.
    assert_eq!(list.refused[0].reason, RefusalReason::DamagedNumber);
}

#[test]
fn formulas_count_for_the_value_they_had() {
    let bytes = written(|sheet| {
        fill(
            sheet,
            &[HEADINGS, &["01", "Noor", "Bakker"], &["02", "Sem"], &["03", "", "Ali"]],
        );
        sheet
            .write_formula(1, 3, Formula::new("=DATE(2009,2,8)").set_result("39852"))
            .unwrap();
        sheet
            .write_formula(2, 2, Formula::new("=B2&\"x\"").set_result("Wit"))
            .unwrap();
        sheet
            .write_formula(3, 1, Formula::new("=VLOOKUP(1,Z:Z,1)").set_result("#N/A"))
            .unwrap();
    });
    let list = read_list(&bytes).unwrap();
    assert_eq!(
        (list.rows[0].birth, list.rows[1].family.as_str()),
        (day(2009, 2, 8), "Wit")
    );
    assert_eq!(refusals(&list), [(4, "Roepnaam", "#N/A", RefusalReason::CellError)]);
}

#[test]
fn errors_and_truth_values_are_refused_by_row_and_column() {
    let bytes = written(|sheet| {
        fill(
            sheet,
            &[HEADINGS, &["01", "Noor", "Bakker"], &["02", "Sem", "Wit", "#N/B"]],
        );
        sheet.write_boolean(1, 1, true).unwrap();
    });
    let list = read_list(&bytes).unwrap();
    assert_eq!(
        refusals(&list),
        [
            (2, "Roepnaam", "TRUE", RefusalReason::TruthValue),
            (3, "Geboortedatum", "#N/B", RefusalReason::CellError),
        ]
    );
    // The same words in a text file, in Dutch too; in a column that is not read they do no harm.
    let text = "llnr;roepnaam;achternaam;klas;opmerking\n1;Noor;#VERW!;5A;#N/B\n2;Sem;Wit;ONWAAR;\n3;Li;Wu;5B;#N/B\n";
    let list = read_list(text.as_bytes()).unwrap();
    assert_eq!(
        refusals(&list),
        [
            (2, "achternaam", "#VERW!", RefusalReason::CellError),
            (3, "klas", "ONWAAR", RefusalReason::TruthValue),
        ]
    );
    assert_eq!(list.rows.len(), 1);
}

#[test]
fn a_value_merged_over_rows_stands_in_each_of_them() {
    let bytes = written(|sheet| {
        fill(
            sheet,
            &[
                &["Uitstroom 2027"],
                &["Klas", "Leerlingnummer", "Roepnaam", "Achternaam"],
                &["", "01", "Noor", "Bakker"],
                &["", "02", "Sem", "Wit"],
                &["5B", "03", "Mo", "Ali"],
            ],
        );
        sheet.merge_range(0, 0, 0, 3, "Uitstroom 2027", &Format::new()).unwrap();
        sheet.merge_range(2, 0, 3, 0, "5A", &Format::new()).unwrap();
    });
    let list = read_list(&bytes).unwrap();
    let classes: Vec<_> = list.rows.iter().map(|row| row.class.as_str()).collect();
    assert_eq!(classes, ["5A", "5A", "5B"]);
}

#[test]
fn of_several_sheets_the_one_that_says_most_is_taken_and_equals_are_asked_about() {
    let first =
        "<sheetData>".to_owned() + &row(1, &["Leerlingnummer", "Roepnaam"]) + &row(2, &["1", "Noor"]) + "</sheetData>";
    let second = "<sheetData>".to_owned() + &row(1, HEADINGS) + &row(2, &["2", "Sem", "Wit", ""]) + "</sheetData>";
    let mut parts = Parts {
        sheets: vec![("Uitleg".into(), first), ("Lijst".into(), second.clone())],
        ..Parts::default()
    };
    let list = read_list(&parts.zipped()).unwrap();
    assert_eq!(
        (list.sheet.as_deref(), list.rows[0].number.as_str()),
        (Some("Lijst"), "2")
    );
    parts.sheets.push(("Vorig jaar".into(), second));
    let several = ListError::SeveralSheets {
        sheets: vec!["Lijst".into(), "Vorig jaar".into()],
    };
    assert_eq!(read_list(&parts.zipped()).unwrap_err(), several);
    let chosen = with_sheet(&parts.zipped(), " vorig jaar").unwrap();
    assert_eq!(chosen.sheet.as_deref(), Some("Vorig jaar"));
    let sheets = ["Uitleg", "Lijst", "Vorig jaar"].map(String::from).to_vec();
    let none = ListError::NoSuchSheet {
        name: "Blad1".into(),
        sheets,
    };
    assert_eq!(with_sheet(&parts.zipped(), "Blad1").unwrap_err(), none);
    // A text has no sheets.
    let text = with_sheet(b"llnr;roepnaam;achternaam\n1;a;b\n", "Blad1").unwrap_err();
    assert_eq!(
        text,
        ListError::NoSuchSheet {
            name: "Blad1".into(),
            sheets: vec![],
        }
    );
}

#[test]
fn shared_and_rich_texts_are_put_together() {
    let mut parts = Parts::of(&format!(
        "{}{}",
        row(1, HEADINGS),
        r#"<row r="2"><c r="A2" t="s"><v>1</v></c><c r="B2" t="s"><v>0</v></c><c r="C2" t="s"><v>2</v></c></row>"#
    ));
    parts.shared =
        "<sst uniqueCount=\"99999999999999\"><si><r><t>No</t></r><r><rPr/><t>or</t></r><rPh><t>nur</t></rPh></si>\
                    <si><t>0007</t></si><si><t xml:space=\"preserve\">de &amp;&#x20;Wit </t></si></sst>"
            .into();
    let list = read_list(&parts.zipped()).unwrap();
    assert_eq!(people(&list), [["0007", "Noor", "", "de & Wit"]]);
}

#[test]
fn cells_without_references_and_rows_left_out_are_placed() {
    let rows = format!(
        "{}<row><c t=\"str\"><v>01</v></c><c t=\"str\"><v>Noor</v></c><c t=\"str\"><v>Bakker</v></c></row>\
         <row r=\"9\"><c r=\"C9\" t=\"str\"><v>Wit</v></c></row>",
        row(4, HEADINGS)
    );
    let list = read_list(&Parts::of(&rows).zipped()).unwrap();
    assert_eq!((list.heading_row, list.rows[0].row), (4, 5));
    assert_eq!(
        refusals(&list),
        [
            (9, "Leerlingnummer", "", RefusalReason::MissingNumber),
            (9, "Roepnaam", "", RefusalReason::MissingName),
        ]
    );
}

#[test]
fn what_is_noted_beside_a_list_is_not_the_list() {
    let bytes = written(|sheet| {
        fill(
            sheet,
            &[
                HEADINGS,
                &["01", "Noor", "Bakker", "08-02-2009", "", "bellen!"],
                &["02", "Sem", "Wit", "1/2/9x"],
            ],
        );
    });
    let list = read_list(&bytes).unwrap();
    assert_eq!(list.rows.len(), 1);
    assert_eq!(
        refusals(&list),
        [(3, "Geboortedatum", "1/2/9x", RefusalReason::BadDate)]
    );
}

#[test]
fn citizen_service_numbers_are_turned_away_in_a_workbook_too() {
    let column = |heading: &str| {
        written(|sheet| {
            fill(
                sheet,
                &[
                    &["Leerlingnummer", "Roepnaam", "Achternaam", heading],
                    &["01", "Noor", "Bakker"],
                    &["02", "Sem", "Wit"],
                ],
            );
            // As numbers, the second without its zero.
            sheet.write_number(1, 3, 111_222_333).unwrap();
            sheet.write_number(2, 3, 12_345_672).unwrap();
        })
    };
    for heading in ["BSN", "iets"] {
        let error = read_list(&column(heading)).unwrap_err();
        assert_eq!(error, ListError::BsnColumn { column: heading.into() });
    }
}

#[test]
fn duplicate_numbers_are_refused_with_the_row_they_stand_in() {
    let bytes = written(|sheet| {
        fill(
            sheet,
            &[HEADINGS, &["01", "Noor", "Bakker"], &[], &["01", "Sem", "Wit"]],
        );
    });
    assert_eq!(
        refusals(&read_list(&bytes).unwrap()),
        [
            (
                2,
                "Leerlingnummer",
                "01",
                RefusalReason::DuplicateNumber { other_row: 4 }
            ),
            (
                4,
                "Leerlingnummer",
                "01",
                RefusalReason::DuplicateNumber { other_row: 2 }
            )
        ]
    );
}

#[test]
fn an_ods_is_read_as_it_is_shown() {
    let day_cell = r#"<table:table-cell office:value-type="date" office:date-value="2009-02-08"><text:p>8 feb</text:p></table:table-cell>"#;
    let number = |value: &str, shown: &str| {
        format!(
            r#"<table:table-cell office:value-type="float" office:value="{value}"><text:p>{shown}</text:p></table:table-cell>"#
        )
    };
    let names = |given: &str| {
        format!(
            r#"<table:table-cell office:value-type="string"><text:p>{given}</text:p></table:table-cell><table:table-cell office:value-type="string"><text:p>de<text:s/>Wit</text:p></table:table-cell>"#
        )
    };
    let table = format!(
        r#"<table:table table:name="Lijst">{}<table:table-row>{}{}{day_cell}</table:table-row><table:table-row>{}{}<table:table-cell office:value-type="date" office:date-value="2009-02-08T00:00:00"/></table:table-row><table:table-row table:number-rows-repeated="1048000"><table:table-cell table:number-columns-repeated="16384"/></table:table-row></table:table>"#,
        ods_row(HEADINGS),
        number("4745", "004745"),
        names("Noor"),
        number("1200", "1.200"),
        names("Sem<office:annotation><text:p>notitie</text:p></office:annotation>"),
    );
    let list = read_list(&ods(&table)).unwrap();
    assert_eq!((list.encoding, list.sheet.as_deref()), ("ODS", Some("Lijst")));
    assert_eq!(
        people(&list),
        [["004745", "Noor", "", "de Wit"], ["1200", "Sem", "", "de Wit"]]
    );
    assert!(list.rows.iter().all(|row| row.birth == day(2009, 2, 8)));
}

#[test]
fn an_ods_with_merged_cells_errors_and_truth_values() {
    let merged = r#"<table:table-row><table:table-cell table:number-rows-spanned="2" office:value-type="string"><text:p>5A</text:p></table:table-cell><table:table-cell office:value-type="string"><text:p>01</text:p></table:table-cell><table:table-cell office:value-type="string"><text:p>Noor</text:p></table:table-cell><table:table-cell office:value-type="string"><text:p>Bakker</text:p></table:table-cell></table:table-row>"#;
    let below = r#"<table:table-row><table:covered-table-cell/><table:table-cell office:value-type="string"><text:p>02</text:p></table:table-cell><table:table-cell office:value-type="boolean" office:boolean-value="true"><text:p>WAAR</text:p></table:table-cell><table:table-cell office:value-type="string"><text:p>Wit</text:p></table:table-cell></table:table-row>"#;
    let third = r#"<table:table-row><table:covered-table-cell/><table:table-cell office:value-type="string"><text:p>03</text:p></table:table-cell><table:table-cell office:value-type="string"><text:p>Err:502</text:p></table:table-cell><table:table-cell office:value-type="string"><text:p>Ali</text:p></table:table-cell></table:table-row>"#;
    let heads = ods_row(&["Klas", "Leerlingnummer", "Roepnaam", "Achternaam"]);
    let fourth = ods_row(&["", "04", "Li", "Wu"]);
    let table = format!(r#"<table:table table:name="A">{heads}{merged}{below}{third}{fourth}</table:table>"#);
    let list = read_list(&ods(&table)).unwrap();
    assert_eq!((list.rows[0].class.as_str(), list.rows[1].class.as_str()), ("5A", ""));
    assert_eq!(
        refusals(&list),
        [
            (3, "Roepnaam", "TRUE", RefusalReason::TruthValue),
            (4, "Roepnaam", "Err:502", RefusalReason::CellError),
        ]
    );
}

#[test]
fn an_ods_with_several_sheets_is_chosen_from() {
    let list: &[&[&str]] = &[HEADINGS, &["01", "Noor", "Bakker"]];
    let cover = ods_table("Voorblad", &[&["Lijst van De Brug"], &["gemaakt op 3 juni"]]);
    let tables = cover + &ods_table("Leerlingen", list);
    assert_eq!(read_list(&ods(&tables)).unwrap().sheet.as_deref(), Some("Leerlingen"));
    let twice = tables + &ods_table("Kopie", list);
    assert!(matches!(read_list(&ods(&twice)), Err(ListError::SeveralSheets { .. })));
    assert_eq!(
        with_sheet(&ods(&twice), "Kopie").unwrap().sheet.as_deref(),
        Some("Kopie")
    );
}
