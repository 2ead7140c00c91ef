//! Workbooks: any bytes end in a list that is sound or in a reason, the zip changed as a whole and each part by itself.

use dakpan::exchange::lists::{read_contacts, read_list, read_schools};

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

/// What holds the texts and formats of a workbook, and what says which part is which.
#[test]
fn any_part_around_a_sheet_is_read_or_refused() {
    fuzz("around", "sheet", 300, |bytes| {
        let text = String::from_utf8_lossy(bytes).into_owned();
        let mut parts = Parts::of(&text);
        (parts.shared, parts.styles, parts.properties) = (text.clone(), text.clone(), text);
        read(&parts.zipped());
    });
}

#[test]
fn any_list_of_schools_or_contacts_is_read_or_refused() {
    fuzz("others", "lists", 500, |bytes| {
        let _ = read_schools(bytes, None, &|_| true);
        let _ = read_contacts(bytes, None, &|_| true);
    });
}
