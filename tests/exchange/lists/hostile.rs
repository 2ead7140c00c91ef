//! Files that are there to do harm, and files that broke on the way: refused with a reason, within bounds.

use std::io::{Cursor, Write};

use dakpan::exchange::lists::{Choice, ListError, Source, read_list};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use super::making::{Parts, fill, ods, ods_row, row, written, zipped};

const HEADINGS: &[&str] = &["Leerlingnummer", "Roepnaam", "Achternaam"];

#[test]
fn a_workbook_that_breaks_off_anywhere_is_refused() {
    let whole = written(|sheet| fill(sheet, &[HEADINGS, &["01", "Noor", "Bakker"], &["02", "Sem", "Wit"]]));
    assert_eq!(read_list(&whole).unwrap().rows.len(), 2);
    for length in (4..whole.len()).step_by(97) {
        assert_eq!(read_list(&whole[..length]).unwrap_err(), ListError::Damaged, "{length}");
    }
    // The zip is whole, and what is in it breaks off.
    let rows = format!("{}{}", row(1, HEADINGS), row(2, &["01", "Noor", "Bakker"]));
    for cut in ["</sheetData></worksheet>", "</c></row></sheetData></worksheet>"] {
        let sheet = format!("<worksheet><sheetData>{rows}</sheetData></worksheet>");
        let mut parts = Parts::of("");
        parts.sheets[0].1 = sheet.trim_start_matches("<worksheet>").trim_end_matches(cut).to_owned() + "<!--";
        assert_eq!(read_list(&parts.zipped()).unwrap_err(), ListError::Damaged);
    }
}

/// So many bytes of one letter, which a zip makes small.
fn bomb(before: &str, after: &str, megabytes: usize) -> Vec<u8> {
    let parts = Parts::of(&row(1, HEADINGS));
    let mut zip = ZipWriter::new_append(Cursor::new(parts.zipped())).unwrap();
    zip.start_file("xl/bomb.xml", SimpleFileOptions::default()).unwrap();
    zip.write_all(before.as_bytes()).unwrap();
    let piece = vec![b'a'; 1024 * 1024];
    for _ in 0..megabytes {
        zip.write_all(&piece).unwrap();
    }
    zip.write_all(after.as_bytes()).unwrap();
    zip.finish().unwrap().into_inner()
}

#[test]
fn a_text_that_unpacks_to_too_much_is_refused() {
    // A part that nothing refers to is never unpacked.
    let unread = bomb("<a>", "</a>", 64);
    assert!(unread.len() < 1024 * 1024);
    assert_eq!(read_list(&unread).unwrap_err(), ListError::NoPupils);
    let content = format!(
        "<office:document-content>{}</office:document-content>",
        "a".repeat(3 << 20)
    );
    let packed = zipped(&[("content.xml", &content)]);
    assert_eq!(read_list(&packed).unwrap_err(), ListError::Swollen);
}

#[test]
fn a_text_shared_by_a_million_cells_is_refused() {
    let cell = r#"<c t="s"><v>0</v></c>"#;
    let rows: String = (2..4002)
        .map(|at| format!(r#"<row r="{at}">{}</row>"#, cell.repeat(250)))
        .collect();
    let mut parts = Parts::of(&(row(1, HEADINGS) + &rows));
    parts.shared = format!("<sst><si><t>{}</t></si></sst>", "b".repeat(30_000));
    assert_eq!(read_list(&parts.zipped()).unwrap_err(), ListError::Swollen);
}

#[test]
fn claims_of_size_are_not_believed() {
    // The size of the sheet, the number of texts, a cell at the far corner: none of them costs anything.
    let body = format!(
        r#"<dimension ref="A1:XFD1048576"/><sheetData>{}{}<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>"#,
        row(1, HEADINGS),
        row(2, &["01", "Noor", "Bakker"])
    );
    let mut parts = Parts::of("");
    parts.sheets[0].1 = body;
    parts.shared = r#"<sst count="4000000000" uniqueCount="4000000000"></sst>"#.into();
    assert_eq!(read_list(&parts.zipped()).unwrap().rows.len(), 1);
    let repeated = |rows: &str, columns: &str| {
        ods(&format!(
            r#"<table:table table:name="A">{}{}<table:table-row table:number-rows-repeated="{rows}"><table:table-cell table:number-columns-repeated="{columns}" office:value-type="string"><text:p>{}</text:p></table:table-cell></table:table-row></table:table>"#,
            ods_row(HEADINGS),
            ods_row(&["01", "Noor", "Bakker"]),
            "x".repeat(1000)
        ))
    };
    for (rows, columns) in [("1048576", "1"), ("1", "16384"), ("18446744073709551615", "1")] {
        assert_eq!(read_list(&repeated(rows, columns)).unwrap_err(), ListError::Swollen);
    }
}

/// Cells of a megabyte of which each says that it stands a thousand times in its row, or whose row says so: copied before
/// they are counted they take sixteen gigabytes.
#[test]
fn a_long_text_repeated_in_an_ods_is_refused_before_it_is_copied() {
    let long = |rows: usize, columns: usize, text: &str| {
        let cell = format!(
            r#"<table:table-cell table:number-columns-repeated="{columns}" office:value-type="string"><text:p>{text}</text:p></table:table-cell>"#
        );
        let row = format!(
            r#"<table:table-row table:number-rows-repeated="{rows}">{}</table:table-row>"#,
            cell.repeat(16)
        );
        let rows = ods_row(HEADINGS) + &ods_row(&["01", "Noor", "Bakker"]) + &row;
        ods(&format!(r#"<table:table table:name="A">{rows}</table:table>"#))
    };
    let text = "x".repeat(1024 * 1024 - 1);
    for (rows, columns) in [(1, 1000), (1000, 1)] {
        assert_eq!(
            read_list(&long(rows, columns, &text)).unwrap_err(),
            ListError::Swollen,
            "{rows} by {columns}"
        );
    }
    // What lies beyond the columns that are kept costs nothing, and a short text may be repeated.
    assert_eq!(read_list(&long(1, 1000, "x")).unwrap().rows[0].number, "01");
}

#[test]
fn a_format_of_a_hundred_thousand_digits_is_a_plain_number() {
    for (zeros, shown) in [
        (6, "000012"),
        (30, "000000000000000000000000000012"),
        (31, "12"),
        (100_000, "12"),
    ] {
        let cells = r#"<row r="2"><c s="0"><v>12</v></c><c t="str"><v>Noor</v></c><c t="str"><v>Bakker</v></c></row>"#;
        let mut parts = Parts::of(&(row(1, HEADINGS) + cells));
        parts.styles = format!(
            r#"<styleSheet><numFmts><numFmt numFmtId="164" formatCode="{}"/></numFmts><cellXfs><xf numFmtId="164"/></cellXfs></styleSheet>"#,
            "0".repeat(zeros)
        );
        assert_eq!(read_list(&parts.zipped()).unwrap().rows[0].number, shown, "{zeros}");
    }
}

#[test]
fn a_shared_text_is_no_longer_than_a_cell_and_costs_nothing_beside_the_list() {
    let cells = |at: usize, many: usize| format!(r#"<row r="{at}">{}</row>"#, r#"<c t="s"><v>0</v></c>"#.repeat(many));
    let shared = |text: &str, pieces: usize, rows: &str| {
        let mut parts = Parts::of(&(row(1, HEADINGS) + &row(2, &["01", "Noor", "Bakker"]) + rows));
        let runs = format!("<r><t>{text}</t></r>").repeat(pieces);
        parts.shared = format!("<sst><si>{runs}</si></sst>");
        read_list(&parts.zipped())
    };
    let half = "x".repeat(512 * 1024);
    assert_eq!(shared(&half, 3, "").unwrap_err(), ListError::Swollen);
    // Blank ones count as well: each of them has to be gone through.
    let blank = " ".repeat(512 * 1024);
    assert_eq!(shared(&blank, 1, &cells(3, 500)).unwrap_err(), ListError::Swollen);
    let beside =
        r#"<row r="3"><c r="ZZ3" t="s"><v>0</v></c>"#.to_owned() + &r#"<c t="s"><v>0</v></c>"#.repeat(500) + "</row>";
    assert_eq!(shared(&half, 1, &beside).unwrap().rows.len(), 1);
}

#[test]
fn a_million_empty_rows_are_passed_over() {
    let empty: String = (3..100_003)
        .map(|at| format!(r#"<row r="{at}"><c r="A{at}"/></row>"#))
        .collect();
    let rows = row(1, HEADINGS) + &row(2, &["01", "Noor", "Bakker"]) + &empty;
    assert_eq!(read_list(&Parts::of(&rows).zipped()).unwrap().rows.len(), 1);
    let last = ods_row(&["02", "Sem", "Wit"]);
    let table = format!(
        r#"<table:table table:name="A">{}{}<table:table-row table:number-rows-repeated="1000000"><table:table-cell table:number-columns-repeated="1024"/></table:table-row>{last}</table:table>"#,
        ods_row(HEADINGS),
        ods_row(&["01", "Noor", "Bakker"])
    );
    let list = read_list(&ods(&table)).unwrap();
    assert_eq!((list.rows.len(), list.rows[1].row), (2, 1_000_003));
}

#[test]
fn too_many_rows_and_columns_are_refused() {
    let wide: Vec<String> = (0..300).map(|at| format!("kolom{at}")).collect();
    let mut headings: Vec<&str> = HEADINGS.to_vec();
    headings.extend(wide.iter().map(String::as_str));
    let bytes = written(|sheet| fill(sheet, &[&headings, &["01", "Noor", "Bakker"]]));
    assert_eq!(
        read_list(&bytes).unwrap_err(),
        ListError::TooManyColumns { found: 303, most: 256 }
    );
    let many: String = (2..200_010)
        .map(|at| format!("<row r=\"{at}\"><c><v>{at}</v></c></row>"))
        .collect();
    assert_eq!(
        read_list(&Parts::of(&(row(1, HEADINGS) + &many)).zipped()).unwrap_err(),
        ListError::TooManyRows { most: 200_000 }
    );
}

#[test]
fn what_is_no_list_is_told_apart() {
    for (bytes, error) in [
        (b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1rest".to_vec(), ListError::OldWorkbook),
        (zipped(&[("word/document.xml", "<a/>")]), ListError::NotText),
        (
            zipped(&[(
                "_rels/.rels",
                r#"<Relationships><Relationship Type="x/officeDocument" Target="word/document.xml"/></Relationships>"#,
            )]),
            ListError::NotText,
        ),
        (b"%PDF-1.7".to_vec(), ListError::NotText),
        (
            zipped(&[(
                "content.xml",
                "<office:document-content><office:text/></office:document-content>",
            )]),
            ListError::NotText,
        ),
        (
            zipped(&[
                (
                    "META-INF/manifest.xml",
                    "<manifest><file-entry><encryption-data/></file-entry></manifest>",
                ),
                ("content.xml", "geheim"),
            ]),
            ListError::OldWorkbook,
        ),
        (Parts::of("").zipped(), ListError::Empty),
        (Parts::of(&row(1, HEADINGS)).zipped(), ListError::NoPupils),
        (
            Parts::of(&row(1, &["a", "b"])).zipped(),
            ListError::NoHeading { looked_at: 20 },
        ),
    ] {
        assert_eq!(read_list(&bytes).unwrap_err(), error);
    }
}

#[test]
fn cells_and_rows_out_of_place_are_damage() {
    for rows in [
        r#"<row r="5"/><row r="4"/>"#,
        r#"<row r="18446744073709551615"/><row/>"#,
        r#"<row r="1"><c r="A2"><v>1</v></c></row>"#,
        r#"<row r="1"><c r="AAAA1"><v>1</v></c></row>"#,
        r#"<row r="1"><c r="1A"><v>1</v></c></row>"#,
        r#"<row r="1"><c r="A99999999999"><v>1</v></c></row>"#,
        r#"<row r="1"><c t="s"><v>7</v></c></row>"#,
        r#"<row r="1"><c t="str"><v>&bomb;</v></c></row>"#,
    ] {
        assert_eq!(
            read_list(&Parts::of(rows).zipped()).unwrap_err(),
            ListError::Damaged,
            "{rows}"
        );
    }
}

/// Every area lies over the whole list and differs from the others only in where it ends. To fill one, each row is
/// written anew, which costs as much as the row is wide, also in its first column.
#[test]
fn merged_areas_without_number_are_refused_and_equal_ones_count_once() {
    let list: String = (2..=41)
        .map(|at| format!(r#"<row r="{at}"><c><v>{at}</v></c><c t="str"><v>Noor</v></c><c t="str"><v>Bakker</v></c><c r="SF{at}"><v>1</v></c></row>"#))
        .collect();
    let merged = |areas: &str| {
        let mut parts = Parts::of(&(row(1, HEADINGS) + &list));
        parts.sheets[0].1 += &format!("<mergeCells>{areas}</mergeCells>");
        parts.zipped()
    };
    let different: String = (41..600)
        .map(|end| format!(r#"<mergeCell ref="A2:A{end}"/>"#))
        .collect();
    assert_eq!(read_list(&merged(&different)).unwrap_err(), ListError::Swollen);
    let stopped = Source::open(&merged(&different), &Choice::default(), &|rows| rows < 41).unwrap_err();
    assert_eq!(stopped, ListError::Stopped);
    let equal = r#"<mergeCell ref="C2:C41"/>"#.repeat(90_000);
    assert_eq!(read_list(&merged(&equal)).unwrap().rows.len(), 40);
}

#[test]
fn reading_can_be_broken_off() {
    let rows: String = (2..5000).map(|at| row(at, &["01", "Noor", "Bakker"])).collect();
    let bytes = Parts::of(&(row(1, HEADINGS) + &rows)).zipped();
    let text: String = (0..5000).map(|at| format!("{at};Noor;Bakker\n")).collect();
    let text = format!("llnr;roepnaam;achternaam\n{text}");
    // Rows in which nothing stands take time as well.
    let empty = Parts::of(&(row(1, HEADINGS) + &"<row/>".repeat(5000))).zipped();
    let blank = ods_row(&[""]).repeat(5000);
    let table = format!(
        r#"<table:table table:name="A">{}{blank}</table:table>"#,
        ods_row(HEADINGS)
    );
    for bytes in [&bytes, text.as_bytes(), &empty, &ods(&table)] {
        let stopped = Source::open(bytes, &Choice::default(), &|rows| rows < 2000).unwrap_err();
        assert_eq!(stopped, ListError::Stopped);
    }
}
