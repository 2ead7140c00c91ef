//! Workbooks made by hand, part by part, so that they can be wrong in any way; and by another writer, so that right ones
//! are not only right in our own eyes.

use std::io::{Cursor, Write};

use rust_xlsxwriter::{Workbook, Worksheet};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

/// A zip of parts.
pub fn zipped(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in parts {
        zip.start_file(*name, SimpleFileOptions::default()).unwrap();
        zip.write_all(text.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

/// A workbook of one sheet, made by the writer that the program uses for its own tables.
pub fn written(fill: impl FnOnce(&mut Worksheet)) -> Vec<u8> {
    let mut book = Workbook::new();
    fill(book.add_worksheet());
    book.save_to_buffer().unwrap()
}

/// Rows of text from the first cell on.
pub fn fill(sheet: &mut Worksheet, rows: &[&[&str]]) {
    for (row, cells) in (0..).zip(rows) {
        for (column, text) in (0..).zip(*cells) {
            sheet.write_string(row, column, *text).unwrap();
        }
    }
}

const RELS: &str = r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"#;

/// The parts of a workbook of Excel, each of which can be replaced.
pub struct Parts {
    pub properties: String,
    pub shared: String,
    pub styles: String,
    /// What stands in `sheetData` and behind it, of each sheet.
    pub sheets: Vec<(String, String)>,
}

impl Default for Parts {
    fn default() -> Self {
        Self {
            properties: String::new(),
            shared: "<sst></sst>".into(),
            styles: "<styleSheet></styleSheet>".into(),
            sheets: Vec::new(),
        }
    }
}

impl Parts {
    /// Of one sheet with these rows.
    pub fn of(rows: &str) -> Self {
        Self {
            sheets: vec![("Blad1".into(), format!("<sheetData>{rows}</sheetData>"))],
            ..Self::default()
        }
    }

    pub fn zipped(&self) -> Vec<u8> {
        let kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        let mut parts = vec![("_rels/.rels".to_owned(), RELS.to_owned())];
        let (mut sheets, mut relations) = (String::new(), String::new());
        for (at, (name, body)) in self.sheets.iter().enumerate() {
            sheets += &format!(r#"<sheet name="{name}" sheetId="{at}" r:id="s{at}"/>"#);
            relations +=
                &format!(r#"<Relationship Id="s{at}" Type="{kind}/worksheet" Target="worksheets/s{at}.xml"/>"#);
            parts.push((
                format!("xl/worksheets/s{at}.xml"),
                format!("<worksheet>{body}</worksheet>"),
            ));
        }
        for (id, part, file) in [("x", "sharedStrings", "shared.xml"), ("y", "styles", "styles.xml")] {
            relations += &format!(r#"<Relationship Id="{id}" Type="{kind}/{part}" Target="/xl/{file}"/>"#);
        }
        parts.push((
            "xl/workbook.xml".into(),
            format!("<workbook>{}<sheets>{sheets}</sheets></workbook>", self.properties),
        ));
        parts.push((
            "xl/_rels/workbook.xml.rels".into(),
            format!("<Relationships>{relations}</Relationships>"),
        ));
        parts.push(("xl/shared.xml".into(), self.shared.clone()));
        parts.push(("xl/styles.xml".into(), self.styles.clone()));
        let parts: Vec<(&str, &str)> = parts
            .iter()
            .map(|(name, text)| (name.as_str(), text.as_str()))
            .collect();
        zipped(&parts)
    }
}

/// A row of text cells of a workbook of Excel.
pub fn row(number: usize, cells: &[&str]) -> String {
    let cells: String = (b'A'..)
        .zip(cells)
        .map(|(column, text)| {
            let column = char::from(column);
            format!(r#"<c r="{column}{number}" t="inlineStr"><is><t>{text}</t></is></c>"#)
        })
        .collect();
    format!(r#"<row r="{number}">{cells}</row>"#)
}

/// A workbook of LibreOffice with these tables.
pub fn ods(tables: &str) -> Vec<u8> {
    let content = format!(
        "<office:document-content xmlns:office=\"o\" xmlns:table=\"t\" xmlns:text=\"x\"><office:body>\
         <office:spreadsheet>{tables}</office:spreadsheet></office:body></office:document-content>"
    );
    zipped(&[
        ("mimetype", "application/vnd.oasis.opendocument.spreadsheet"),
        ("META-INF/manifest.xml", "<manifest:manifest xmlns:manifest=\"m\"/>"),
        ("content.xml", &content),
    ])
}

/// A table of text cells.
pub fn ods_table(name: &str, rows: &[&[&str]]) -> String {
    let rows: String = rows.iter().map(|cells| ods_row(cells)).collect();
    format!(r#"<table:table table:name="{name}">{rows}</table:table>"#)
}

/// A row of text cells.
pub fn ods_row(cells: &[&str]) -> String {
    let cells: String = cells
        .iter()
        .map(|text| match *text {
            "" => "<table:table-cell/>".to_owned(),
            text => {
                format!(r#"<table:table-cell office:value-type="string"><text:p>{text}</text:p></table:table-cell>"#)
            }
        })
        .collect();
    format!("<table:table-row>{cells}</table:table-row>")
}
