//! What a person says of headings, encodings, and refused rows that are written down to be mended.

use dakpan::exchange::lists::{Choice, Column, List, ListError, Mapping, RefusalReason, Source, read_list};

use super::making::{fill, written};
use super::{people, refusals};

fn mapping(pairs: &[&str]) -> Mapping {
    let mut mapping = Mapping::default();
    for pair in pairs {
        let (heading, column) = Mapping::pair(pair).unwrap();
        mapping.set(&heading, column);
    }
    mapping
}

fn read(text: &str, pairs: &[&str]) -> Result<List, ListError> {
    let choice = Choice {
        sheet: None,
        mapping: mapping(pairs),
        guess: false,
    };
    Source::open(text.as_bytes(), &choice, &|_| true)?.list(&choice.mapping, &|_| true)
}

#[test]
fn a_pair_is_a_heading_and_a_column_by_any_of_its_names() {
    let pair = |text| Mapping::pair(text).map(|(heading, column)| (heading, column.map(Column::code)));
    assert_eq!(pair("Nr = leerlingnummer"), Some(("Nr".into(), Some("number"))));
    assert_eq!(pair("Nr=Stamnr."), Some(("Nr".into(), Some("number"))));
    assert_eq!(pair("a=b=family"), Some(("a=b".into(), Some("family"))));
    assert_eq!(pair("Klas="), Some(("Klas".into(), None)));
    assert_eq!(pair("Klas=-"), Some(("Klas".into(), None)));
    for text in ["Nr", "=klas", " . =klas", "Nr=schoenmaat"] {
        assert_eq!(pair(text), None, "{text}");
    }
}

#[test]
fn headings_that_mean_nothing_are_given_a_meaning() {
    let text = "Nr;Voorletter;Wie;Groep\n01;Noor;Bakker;5A\n";
    assert_eq!(read(text, &[]).unwrap_err(), ListError::NoHeading { looked_at: 20 });
    let list = read(text, &["nr=leerlingnummer", "Voorletter=roepnaam", "Wie=achternaam"]).unwrap();
    assert_eq!(people(&list), [["01", "Noor", "", "Bakker"]]);
    assert_eq!(list.rows[0].class, "5A");
}

#[test]
fn what_a_person_says_goes_before_what_is_recognised() {
    let text = "Stamnr;Debiteurnr;Roepnaam;Achternaam;Klas\n01;77;Noor;Bakker;5A\n";
    let list = read(text, &["Debiteurnr=leerlingnummer", "Klas="]).unwrap();
    assert_eq!((list.rows[0].number.as_str(), list.rows[0].class.as_str()), ("77", ""));
    // Of two columns of one name none is guessed at; a person can choose.
    let twice = "Nummer;Stamnr;Stamnr;Roepnaam;Achternaam\n1;2;3;Noor;Bakker\n";
    assert!(matches!(read(twice, &[]), Err(ListError::ColumnTwice { .. })));
    assert_eq!(read(twice, &["Nummer=number"]).unwrap().rows[0].number, "1");
}

#[test]
fn headings_are_told_with_what_they_are_taken_for() {
    let choice = Choice::default();
    let source = Source::open(b"Stamnr;Iets;Naam\n1;a;b\n", &choice, &|_| true).unwrap();
    let mapping = mapping(&["Naam=family"]);
    let told: Vec<_> = source
        .headings(&mapping)
        .into_iter()
        .map(|one| (one.name, one.column, one.chosen))
        .collect();
    assert_eq!(
        told,
        [
            ("Stamnr".into(), Some(Column::Number), false),
            ("Iets".into(), None, false),
            ("Naam".into(), Some(Column::Family), true),
        ]
    );
    assert!(matches!(
        source.list(&mapping, &|_| true),
        Err(ListError::MissingColumn { .. })
    ));
    let missing = source.has_headings(["stamnr", "Geslacht"].into_iter()).unwrap_err();
    assert!(matches!(missing, ListError::NoSuchHeading { heading, .. } if heading == "Geslacht"));
}

#[test]
fn a_mapping_is_remembered_as_it_is() {
    let one = mapping(&["Nr=number", "Klas="]);
    assert_eq!(Mapping::from_text(&one.to_text()), one);
    assert!(Mapping::from_text("{broken").is_empty());
    // A column belongs to one heading.
    let two = one.clone().with(&mapping(&["Stamnr=number"]));
    assert_eq!((two.of("nr"), two.of("stamnr")), (None, Some(Some(Column::Number))));
}

#[test]
fn a_list_is_read_in_every_encoding_a_school_writes() {
    let text = "Stamnr;Roepnaam;Achternaam\r\n01;Zoë;Çelik\r\n";
    let wide = |mark: bool, big: bool| -> Vec<u8> {
        let mark = if mark { "\u{feff}" } else { "" };
        let units = format!("{mark}{text}").encode_utf16().collect::<Vec<_>>();
        let bytes = units
            .into_iter()
            .flat_map(|unit| if big { unit.to_be_bytes() } else { unit.to_le_bytes() });
        bytes.collect()
    };
    let (windows, ..) = encoding_rs::WINDOWS_1252.encode(text);
    for (bytes, encoding) in [
        (text.as_bytes().to_vec(), "UTF-8"),
        (format!("\u{feff}{text}").into_bytes(), "UTF-8"),
        (wide(true, false), "UTF-16LE"),
        (wide(true, true), "UTF-16BE"),
        (wide(false, false), "UTF-16LE"),
        (wide(false, true), "UTF-16BE"),
        (windows.to_vec(), "windows-1252"),
    ] {
        let list = read_list(&bytes).unwrap();
        assert_eq!(
            (list.encoding, people(&list)),
            (encoding, vec![["01", "Zoë", "", "Çelik"]])
        );
    }
}

fn to_mend(text: &str) -> String {
    let source = Source::open(text.as_bytes(), &Choice::default(), &|_| true).unwrap();
    let list = source.list(&Mapping::default(), &|_| true).unwrap();
    source.to_mend(&list, ["rij", "reden"], &|one| format!("{:?}", one.reason))
}

#[test]
fn refused_rows_are_written_down_and_can_be_sent_back() {
    let text = "Stamnr;Roepnaam;Achternaam;Geb.datum;Opmerking\n\
                000951;Noor;Bakker;31-06-2009;=1+1\n\
                000002;Sem;Wit;01-02-2009;\n\
                000003;'t;\"van; \"\"de\"\" Kok\";vandaag;@kijk\n\
                000004;-Li;+Wu;morgen;-3\n";
    let file = to_mend(text);
    let lines: Vec<&str> = file.trim_start_matches('\u{feff}').lines().collect();
    assert_eq!(lines[0], "Stamnr;Roepnaam;Achternaam;Geb.datum;Opmerking;rij;reden");
    assert_eq!(
        lines[1],
        "\"=\"\"000951\"\"\";Noor;Bakker;31-06-2009;\"'=1+1\";2;ImpossibleDate"
    );
    assert_eq!(lines.len(), 4);
    // Nothing in it is a formula but the constant that keeps the zeros.
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(b';')
        .flexible(true)
        .from_reader(file.as_bytes());
    for record in reader.records() {
        for cell in record.unwrap().iter() {
            let zeros = cell.strip_prefix("=\"0").is_some_and(|rest| {
                let digits = rest.trim_end_matches('"');
                digits.bytes().all(|byte| byte.is_ascii_digit())
            });
            assert!(zeros || !cell.starts_with(['=', '+', '-', '@', '\t']), "{cell}");
        }
    }
    // Read again, the same rows have the same values and the same faults.
    let again = read_list(file.as_bytes()).unwrap();
    assert_eq!(again.rows.len(), 0);
    assert_eq!(
        refusals(&again),
        [
            (2, "Geb.datum", "31-06-2009", RefusalReason::ImpossibleDate),
            (3, "Geb.datum", "vandaag", RefusalReason::BadDate),
            (4, "Geb.datum", "morgen", RefusalReason::BadDate),
        ]
    );
    let mended = file
        .replace("31-06-2009", "30-06-2009")
        .replace("vandaag", "")
        .replace("morgen", "");
    let list = read_list(mended.as_bytes()).unwrap();
    assert_eq!(
        people(&list),
        [
            ["000951", "Noor", "", "Bakker"],
            ["000003", "'t", "", "van; \"de\" Kok"],
            ["000004", "-Li", "", "+Wu"],
        ]
    );
    assert_eq!(to_mend("Stamnr;Roepnaam;Achternaam\n1;a;b\n"), "");
}

/// Whatever shows the file is not steered by it, and what looks like a citizen service number is not in it.
#[test]
fn a_file_to_mend_holds_no_control_characters_and_no_citizen_service_number() {
    let text = "Stamnr;Roepnaam;Achternaam\n01;No\u{1b}[2Jor;\u{200b}=1+1\n02;Se\u{7}m;Wi\u{202e}t\n\
                111222333;Mo;Ali\n04;Li;Wu\u{9b}31m\n05;\r=Al;Vo\u{1}s\n";
    let file = to_mend(text);
    assert!(!file.contains("111222333"), "{file}");
    assert!(file.lines().any(|line| line.starts_with(";Mo;Ali;")), "{file}");
    let steers = |letter: &char| letter.is_control() && !matches!(letter, '\r' | '\n');
    assert_eq!(file.chars().find(steers), None, "{file:?}");
    assert!(!file.contains(['\u{200b}', '\u{202e}']));
    let mut reader = csv::ReaderBuilder::new().delimiter(b';').from_reader(file.as_bytes());
    for record in reader.records() {
        for cell in record.unwrap().iter() {
            let begins = cell.trim_start().starts_with(['=', '+', '-', '@']) && !cell.starts_with("=\"0");
            assert!(!begins, "{cell:?}");
        }
    }
}

#[test]
fn headings_that_nobody_understands_are_named() {
    let text = "Stamnr;Voornaam;Roepnaam;Achternaam;Mentor;Kluisje\n1;a;a;b;c;d\n";
    let source = Source::open(text.as_bytes(), &Choice::default(), &|_| true).unwrap();
    let mut mapping = Mapping::default();
    assert_eq!(source.not_understood(&mapping), ["Mentor", "Kluisje"]);
    mapping.set("Kluisje", None);
    assert_eq!(
        source.not_understood(&mapping),
        ["Mentor"],
        "what a person put aside is understood"
    );
}

/// Under its headings such a row reads as another pupil: sent back as it is, in whatever form, it is refused again.
#[test]
fn a_row_out_of_place_keeps_all_its_cells_and_is_refused_again() {
    let text = "Stamnr;Roepnaam;Achternaam;Klas\n\
                01;Noor;de;Bakker;5A;ziek\n\
                02;Sem;Wit;\"5B\n03;Mo;Ali;5B\"\n\
                04;Li;Wu;5B\n";
    let file = to_mend(text);
    assert_eq!(
        file,
        "\u{feff}Stamnr;Roepnaam;Achternaam;Klas;rij;reden\r\n\
         ;Noor;de;Bakker;2;MoreCellsThanHeadings;\"=\"\"01\"\"\";5A;ziek\r\n\
         ;Sem;Wit;\"5B\n03;Mo;Ali;5B\";3;SwallowedRows { lines: 2 };\"=\"\"02\"\"\"\r\n"
    );
    let again = read_list(file.as_bytes()).unwrap();
    assert_eq!((again.rows.len(), again.refused_rows()), (0, 2));
    // A workbook may have cells beside its list, so there only the missing number refuses it.
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(b';')
        .flexible(true)
        .has_headers(false)
        .from_reader(file.trim_start_matches('\u{feff}').as_bytes());
    let rows: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
    let rows: Vec<Vec<&str>> = rows.iter().map(|row| row.iter().collect()).collect();
    let rows: Vec<&[&str]> = rows.iter().map(Vec::as_slice).collect();
    let again = read_list(&written(|sheet| fill(sheet, &rows))).unwrap();
    assert_eq!((again.rows.len(), again.refused_rows()), (0, 2));
    let mended = file.replace(
        ";Noor;de;Bakker;2;MoreCellsThanHeadings;\"=\"\"01\"\"\";5A;ziek",
        "01;Noor;de Bakker;5A;;",
    );
    assert_eq!(
        people(&read_list(mended.as_bytes()).unwrap()),
        [["01", "Noor", "", "de Bakker"]]
    );
}
