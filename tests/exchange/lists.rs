//! Pupil lists: two whole files as schools send them, one small list per oddity, and rules for any bytes at all.

use chrono::NaiveDate;
mod books;
pub(crate) mod bytes;
mod hostile;
pub(crate) mod making;
mod mapping;
mod others;
mod rows;
mod values;

use dakpan::exchange::lists::{
    Column, List, ListError, ListProfile, ListRow, MOST_BYTES, RefusalReason, RemarkReason, read_list,
};

const PRO: &[u8] = include_bytes!("lists/pro-windows1252.csv");
const VSO: &[u8] = include_bytes!("lists/vso-utf8.csv");

fn day(year: i32, month: u32, day: u32) -> Option<NaiveDate> {
    Some(NaiveDate::from_ymd_opt(year, month, day).unwrap())
}

/// A list with the three columns every list needs and one more, one pupil per value of it.
fn with_column(heading: &str, values: &[&str]) -> Result<List, ListError> {
    let mut text = format!("Leerlingnummer;Roepnaam;Achternaam;{heading}\n");
    for (index, value) in values.iter().enumerate() {
        text.push_str(&format!("{index:04};Noor;Bakker;{value}\n"));
    }
    read_list(text.as_bytes())
}

/// The text of each of the rows that were accepted: number, given, infix, family.
fn people(list: &List) -> Vec<[&str; 4]> {
    list.rows
        .iter()
        .map(|row| [row.number.as_str(), &row.given, &row.infix, &row.family])
        .collect()
}

/// Row, column, value and reason of each refusal.
fn refusals(list: &List) -> Vec<(usize, &str, &str, RefusalReason)> {
    list.refused
        .iter()
        .map(|one| (one.row, one.column.as_str(), one.value.as_str(), one.reason))
        .collect()
}

fn remarks(list: &List) -> Vec<(usize, &str, &str, RemarkReason)> {
    list.remarks
        .iter()
        .map(|one| (one.row, one.column.as_str(), one.value.as_str(), one.reason))
        .collect()
}

#[test]
fn a_windows_1252_list_is_read_whole() {
    let list = read_list(PRO).unwrap();
    assert_eq!(
        (list.encoding, list.delimiter, list.heading_row),
        ("windows-1252", ';', 1)
    );
    assert_eq!((list.rows.len(), list.refused.len()), (24, 0));
    assert_eq!(
        list.columns,
        [
            ("Leerlingnummer", Column::Number),
            ("Roepnaam", Column::Given),
            ("Tussenvoegsel", Column::Infix),
            ("Achternaam", Column::Family),
            ("Geboortedatum", Column::Birth),
            ("Klas", Column::Class),
            ("Uitstroomprofiel", Column::Profile),
            ("Verwachte uitstroomdatum", Column::Leaving),
            ("Stagebedrijf", Column::Placement),
        ]
        .map(|(heading, column)| (heading.to_owned(), Some(column)))
    );
    assert!(
        list.rows[0]
            == ListRow {
                row: 2,
                number: "000000".into(),
                given: "Hanna".into(),
                infix: String::new(),
                family: "Öztürk".into(),
                birth: day(2009, 2, 8),
                class: "5A".into(),
                profile: Some(ListProfile::LabourMarket),
                leaving: day(2027, 7, 31),
                placement: String::new(),
                residence: String::new(),
            }
    );
    let kasteel = &list.rows[6];
    assert_eq!(
        (kasteel.row, kasteel.number.as_str(), kasteel.class.as_str()),
        (8, "000006", "5A")
    );
    assert_eq!(
        (kasteel.profile, kasteel.leaving),
        (Some(ListProfile::DayActivity), day(2026, 12, 31))
    );
    assert_eq!(kasteel.placement, "Kringloop \"De Kast\"");
    let bjorn = &list.rows[8];
    assert_eq!(
        (bjorn.given.as_str(), bjorn.profile, bjorn.birth),
        ("Björn", None, day(2008, 3, 24))
    );
    assert_eq!(bjorn.placement, "Groenbedrijf; Zuid");
    assert_eq!(people(&list)[16], ["004553", "Jesse", "", "Strauß"]);
    assert_eq!(people(&list)[14], ["003576", "?ukasz", "de", "Wit"]);
    assert_eq!(list.rows[23].row, 25);
}

#[test]
fn letters_lost_on_the_way_are_remarked_on_and_keep_their_pupil() {
    let list = read_list(PRO).unwrap();
    let lost = RemarkReason::UnreadableLetter;
    assert_eq!(
        remarks(&list),
        [
            (3, "Achternaam", "Nguy?n", lost),
            (4, "Roepnaam", "?pek", lost),
            (5, "Achternaam", "Nguy?n", lost),
            (9, "Roepnaam", "?pek", lost),
            (14, "Roepnaam", "?ukasz", lost),
            (16, "Roepnaam", "?ukasz", lost),
        ]
    );
}

#[test]
fn a_utf_8_list_with_other_headings_is_read_whole() {
    let list = read_list(VSO).unwrap();
    assert_eq!((list.encoding, list.delimiter, list.heading_row), ("UTF-8", ',', 1));
    assert_eq!((list.rows.len(), list.refused.len(), list.remarks.len()), (18, 0, 0));
    let columns: Vec<_> = list
        .columns
        .iter()
        .map(|(heading, column)| (heading.as_str(), column.unwrap()))
        .collect();
    assert_eq!(
        columns,
        [
            ("achternaam", Column::Family),
            ("voorvoegsel", Column::Infix),
            ("roepnaam", Column::Given),
            ("stamnr", Column::Number),
            ("groep", Column::Class),
            ("geb.datum", Column::Birth),
            ("uitstroom verwacht", Column::Leaving),
            ("leerroute", Column::Profile),
        ]
    );
    assert!(
        list.rows[1]
            == ListRow {
                row: 3,
                number: "001890".into(),
                given: "Łukasz".into(),
                infix: "van der".into(),
                family: "Meer".into(),
                birth: day(2010, 5, 19),
                class: "VSO-4".into(),
                profile: None,
                leaving: day(2026, 12, 31),
                placement: String::new(),
                residence: String::new(),
            }
    );
    assert_eq!(people(&list)[16], ["008212", "Fleur", "'t", "Hooft"]);
    assert_eq!(people(&list)[4], ["004884", "Samira", "van 't", "Zand"]);
    assert_eq!(people(&list)[13], ["009680", "Samira", "", "Öztürk"]);
    assert_eq!(list.rows[15].profile, Some(ListProfile::DayActivity));
}

/// The same list of one pupil in bytes of UTF-16, with its byte-order mark.
fn utf_16(text: &str, bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
    std::iter::once(0xFEFF)
        .chain(text.encode_utf16())
        .flat_map(bytes)
        .collect()
}

#[test]
fn utf_16_and_plain_utf_8_read_alike() {
    let text = "stamnr\troepnaam\tachternaam\r\n007\tŁukasz\tYıldız\r\n";
    for (bytes, encoding) in [
        (utf_16(text, u16::to_le_bytes), "UTF-16LE"),
        (utf_16(text, u16::to_be_bytes), "UTF-16BE"),
        (text.as_bytes().to_vec(), "UTF-8"),
    ] {
        let list = read_list(&bytes).unwrap();
        assert_eq!((list.encoding, list.delimiter), (encoding, '\t'));
        assert_eq!(people(&list), [["007", "Łukasz", "", "Yıldız"]]);
        assert!(list.remarks.is_empty());
    }
}

#[test]
fn utf_8_with_a_broken_letter_stays_utf_8_and_names_the_letter() {
    let list = read_list(b"stamnr;roepnaam;achternaam\n1;Zo\xC3\xAB;\xC3\x96zt\xC3\xBCrk\n2;Andr\xC3;Smit\n").unwrap();
    assert_eq!(list.encoding, "UTF-8");
    assert_eq!(
        people(&list),
        [["1", "Zoë", "", "Öztürk"], ["2", "Andr\u{FFFD}", "", "Smit"]]
    );
    assert_eq!(
        remarks(&list),
        [(3, "roepnaam", "Andr\u{FFFD}", RemarkReason::UnreadableLetter)]
    );
}

#[test]
fn letters_of_another_encoding_are_remarked_on() {
    // UTF-8 pasted into a Windows-1252 list, and Turkish letters from Windows-1254.
    let list = read_list(
        b"stamnr;roepnaam;achternaam\n1;Bj\xF6rn;M\xFCller\n2;Zo\xC3\xAB;Stra\xDF\n3;Ay\xFEe;Y\xFDld\xFDz\n4;Ren\xE9;Smit\n",
    )
    .unwrap();
    assert_eq!(list.encoding, "windows-1252");
    let rows: Vec<_> = remarks(&list)
        .iter()
        .map(|(row, column, ..)| (*row, column.to_owned()))
        .collect();
    assert_eq!(rows, [(3, "roepnaam"), (4, "roepnaam"), (4, "achternaam")]);
    // In Unicode those letters are what they seem.
    let list = read_list("stamnr;roepnaam;achternaam\n1;Dagný;Þórðardóttir\n".as_bytes()).unwrap();
    assert!(list.remarks.is_empty());
}

#[test]
fn names_are_kept_composed_trimmed_and_single_spaced() {
    let text = "stamnr;roepnaam;tussenvoegsel;achternaam\n1;  Zoe\u{308} ;van\u{A0} der ;\u{200B}El  Idrissi\u{FEFF}\n";
    let list = read_list(text.as_bytes()).unwrap();
    assert_eq!(people(&list), [["1", "Zo\u{EB}", "van der", "El Idrissi"]]);
    assert!(list.remarks.is_empty());
}

#[test]
fn what_is_no_text_is_refused() {
    assert_eq!(read_list(b"PK\x03\x04rest of a workbook"), Err(ListError::Damaged));
    assert_eq!(read_list(b"stamnr;roepnaam\0;achternaam"), Err(ListError::NotText));
    assert_eq!(read_list(b""), Err(ListError::Empty));
    assert_eq!(read_list(b"\xEF\xBB\xBF \r\n\r\n"), Err(ListError::Empty));
    assert_eq!(
        read_list(&vec![b'a'; MOST_BYTES + 1]),
        Err(ListError::TooLarge {
            bytes: MOST_BYTES + 1,
            most: MOST_BYTES
        })
    );
}
