//! Workbooks: any bytes end in a list that is sound or in a reason, the zip changed as a whole and each part by itself.

use dakpan::exchange::lists::read_list;

use super::fuzz;
use crate::exchange::lists::bytes::is_sound;
use crate::exchange::lists::making::{Parts, zipped};

fn read(bytes: &[u8]) {
    if let Ok(list) = read_list(bytes) {
        is_sound(&list);
    }
}

#[test]
fn any_workbook_is_read_or_refused() {
    fuzz("books", "books", 400, read);
}

/// The zip is put together around the changed part, so that the changes are seen by what reads it.
#[test]
fn any_sheet_is_read_or_refused() {
    fuzz("sheet", "sheet", 600, |bytes| {
        let mut parts = Parts::of("");
        parts.sheets[0].1 = String::from_utf8_lossy(bytes).into_owned();
        parts.shared = "<sst><si><t>Leerlingnummer</t></si><si><r><t>Bak</t></r><r><t>ker</t></r></si></sst>".into();
        parts.styles = "<styleSheet><numFmts><numFmt numFmtId=\"164\" formatCode=\"000000\"/></numFmts><cellXfs>\
                        <xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"164\"/></cellXfs></styleSheet>"
            .into();
        read(&parts.zipped());
    });
}

#[test]
fn any_content_of_an_ods_is_read_or_refused() {
    fuzz("content", "content", 600, |bytes| {
        read(&zipped(&[("content.xml", &String::from_utf8_lossy(bytes))]));
    });
}

/// A sheet whose cells lean on all that stands around it: on shared texts, on formats, and on the day from which its
/// serial numbers count.
fn leaning() -> Parts {
    Parts::of(
        "<row r=\"1\"><c t=\"s\"><v>0</v></c><c t=\"s\"><v>1</v></c><c t=\"s\"><v>2</v></c><c t=\"s\"><v>3</v></c></row>\
         <row r=\"2\"><c s=\"2\"><v>4745</v></c><c t=\"s\"><v>4</v></c><c t=\"s\"><v>5</v></c><c s=\"1\"><v>39852</v></c></row>",
    )
}

/// The texts, the formats and the properties of a workbook, one of them changed and the others as they belong. Each
/// sample, as it is, makes the sheet that leans on it a list of one pupil.
fn any_part(name: &str, put: fn(&mut Parts, String)) {
    let corpus = |part: &str| {
        let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fuzz/corpus");
        std::fs::read_to_string(folder.join(part).join("leaning.xml")).unwrap()
    };
    let whole = || {
        let mut parts = leaning();
        parts.shared = corpus("shared");
        parts.styles = corpus("styles");
        parts.properties = corpus("properties");
        parts
    };
    let list = read_list(&whole().zipped()).unwrap();
    assert_eq!(
        (list.rows[0].number.as_str(), list.rows[0].family.as_str()),
        ("004745", "Bakker")
    );
    assert_eq!(list.rows[0].birth, "2013-02-09".parse().ok());
    fuzz(name, name, 300, |bytes| {
        let mut parts = whole();
        put(&mut parts, String::from_utf8_lossy(bytes).into_owned());
        read(&parts.zipped());
    });
}

#[test]
fn any_shared_texts_are_read_or_refused() {
    any_part("shared", |parts, text| parts.shared = text);
}

#[test]
fn any_formats_are_read_or_refused() {
    any_part("styles", |parts, text| parts.styles = text);
}

#[test]
fn any_properties_are_read_or_refused() {
    any_part("properties", |parts, text| parts.properties = text);
}
