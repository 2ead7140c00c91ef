//! A document as DOCX: a zip of XML parts, of which those that are the same for every document lie in `data/docx`.
//!
//! The rule: what a screen reader needs is in the file and not only in its looks: title and language, headings as
//! heading styles, lists as lists, and tables whose first row is marked as headings and repeated on every sheet.

use std::io::{Cursor, Write};

use quick_xml::Writer;
use quick_xml::events::BytesText;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use super::model::{Block, Document, Table};

type Xml = Writer<Vec<u8>>;

const WORD: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const RELATIONS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/// What stands for the language in the parts that hold it.
const LANGUAGE: &str = "LANGUAGE";

/// Width between the margins of an A4 sheet, in twentieths of a point.
const WIDTH: u32 = 9638;

/// The bytes of the file.
pub(super) fn render(document: &Document) -> std::io::Result<Vec<u8>> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
    let mut part = |name: &str, bytes: &[u8]| {
        zip.start_file(name, options).map_err(std::io::Error::other)?;
        zip.write_all(bytes)
    };
    let styles = include_str!("../../../data/docx/styles.xml").replace(LANGUAGE, document.language_tag());
    let settings = include_str!("../../../data/docx/settings.xml").replace(LANGUAGE, document.language_tag());
    part(
        "[Content_Types].xml",
        include_bytes!("../../../data/docx/content_types.xml"),
    )?;
    part("_rels/.rels", include_bytes!("../../../data/docx/package_rels.xml"))?;
    part(
        "word/_rels/document.xml.rels",
        include_bytes!("../../../data/docx/document_rels.xml"),
    )?;
    part("word/document.xml", &body(document)?)?;
    part("word/styles.xml", styles.as_bytes())?;
    part("word/settings.xml", settings.as_bytes())?;
    part("word/numbering.xml", include_bytes!("../../../data/docx/numbering.xml"))?;
    part("word/footer1.xml", &footer(document)?)?;
    part("docProps/core.xml", &properties(document)?)?;
    Ok(zip.finish().map_err(std::io::Error::other)?.into_inner())
}

/// A part that begins with the declaration.
fn xml() -> Xml {
    let mut bytes = Vec::new();
    bytes.extend_from_slice(b"<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n");
    Writer::new(bytes)
}

fn body(document: &Document) -> std::io::Result<Vec<u8>> {
    let mut out = xml();
    let root = out.create_element("w:document");
    let root = root.with_attributes([("xmlns:w", WORD), ("xmlns:r", RELATIONS)]);
    root.write_inner_content(|out| {
        out.create_element("w:body").write_inner_content(|out| {
            paragraph(out, "Heading1", false, "", &document.title)?;
            let mut new_sheet = false;
            for block in &document.blocks {
                match block {
                    Block::Drawing(_) => {}
                    Block::NewSheet => {
                        new_sheet = true;
                        continue;
                    }
                    Block::Heading(level, text) => {
                        paragraph(out, &format!("Heading{}", level.depth()), new_sheet, "", text)?;
                    }
                    Block::Paragraph { label, text } => paragraph(out, "", new_sheet, label, text)?,
                    Block::List(items) => {
                        for item in items {
                            paragraph(out, "ListParagraph", new_sheet, "", item)?;
                            new_sheet = false;
                        }
                    }
                    Block::Table(rows) => {
                        table(out, rows)?;
                        // A table that ends a document, or touches the next, needs a paragraph behind it.
                        paragraph(out, "", false, "", "")?;
                    }
                }
                new_sheet = false;
            }
            section(out)
        })?;
        Ok(())
    })?;
    Ok(out.into_inner())
}

/// A paragraph of a style, with a label in bold before its text.
fn paragraph(out: &mut Xml, style: &str, new_sheet: bool, label: &str, text: &str) -> std::io::Result<()> {
    out.create_element("w:p").write_inner_content(|out| {
        if !style.is_empty() || new_sheet {
            out.create_element("w:pPr").write_inner_content(|out| {
                if !style.is_empty() {
                    value(out, "w:pStyle", style)?;
                }
                if new_sheet {
                    out.create_element("w:pageBreakBefore").write_empty()?;
                }
                Ok(())
            })?;
        }
        if !label.is_empty() {
            run(out, Some("Strong"), &format!("{label}: "))?;
        }
        if !text.is_empty() {
            run(out, None, text)?;
        }
        Ok(())
    })?;
    Ok(())
}

fn run(out: &mut Xml, style: Option<&str>, text: &str) -> std::io::Result<()> {
    out.create_element("w:r").write_inner_content(|out| {
        if let Some(style) = style {
            out.create_element("w:rPr")
                .write_inner_content(|out| value(out, "w:rStyle", style))?;
        }
        out.create_element("w:t")
            .with_attribute(("xml:space", "preserve"))
            .write_text_content(BytesText::new(text))?;
        Ok(())
    })?;
    Ok(())
}

/// An element with one value: `<w:pStyle w:val="Heading1"/>`.
fn value(out: &mut Xml, name: &str, value: &str) -> std::io::Result<()> {
    out.create_element(name)
        .with_attribute(("w:val", value))
        .write_empty()?;
    Ok(())
}

fn table(out: &mut Xml, table: &Table) -> std::io::Result<()> {
    let shares: u32 = table.columns.iter().map(|column| u32::from(column.share)).sum();
    let widths: Vec<String> = table
        .columns
        .iter()
        .map(|column| (WIDTH * u32::from(column.share) / shares.max(1)).to_string())
        .collect();
    out.create_element("w:tbl").write_inner_content(|out| {
        out.create_element("w:tblPr").write_inner_content(|out| {
            value(out, "w:tblStyle", "TableGrid")?;
            let width = out.create_element("w:tblW");
            width
                .with_attributes([("w:w", WIDTH.to_string().as_str()), ("w:type", "dxa")])
                .write_empty()?;
            let look = out.create_element("w:tblLook");
            look.with_attributes([("w:val", "0020"), ("w:firstRow", "1"), ("w:noVBand", "1")])
                .write_empty()?;
            Ok(())
        })?;
        out.create_element("w:tblGrid").write_inner_content(|out| {
            for width in &widths {
                out.create_element("w:gridCol")
                    .with_attribute(("w:w", width.as_str()))
                    .write_empty()?;
            }
            Ok(())
        })?;
        row(
            out,
            &widths,
            true,
            &mut table.columns.iter().map(|column| column.heading.as_str()),
        )?;
        for cells in &table.rows {
            row(out, &widths, false, &mut cells.iter().map(String::as_str))?;
        }
        Ok(())
    })?;
    Ok(())
}

fn row(
    out: &mut Xml,
    widths: &[String],
    is_heading: bool,
    cells: &mut dyn Iterator<Item = &str>,
) -> std::io::Result<()> {
    out.create_element("w:tr").write_inner_content(|out| {
        out.create_element("w:trPr").write_inner_content(|out| {
            out.create_element("w:cantSplit").write_empty()?;
            if is_heading {
                out.create_element("w:tblHeader").write_empty()?;
            }
            Ok(())
        })?;
        for (cell, width) in cells.zip(widths) {
            out.create_element("w:tc").write_inner_content(|out| {
                out.create_element("w:tcPr").write_inner_content(|out| {
                    let element = out.create_element("w:tcW");
                    element
                        .with_attributes([("w:w", width.as_str()), ("w:type", "dxa")])
                        .write_empty()?;
                    Ok(())
                })?;
                out.create_element("w:p").write_inner_content(|out| match cell {
                    "" => Ok(()),
                    text => run(out, is_heading.then_some("Strong"), text),
                })?;
                Ok(())
            })?;
        }
        Ok(())
    })?;
    Ok(())
}

/// The sheet: A4 with its foot.
fn section(out: &mut Xml) -> std::io::Result<()> {
    out.create_element("w:sectPr").write_inner_content(|out| {
        let foot = out.create_element("w:footerReference");
        foot.with_attributes([("w:type", "default"), ("r:id", "rId4")])
            .write_empty()?;
        let size = out.create_element("w:pgSz");
        size.with_attributes([("w:w", "11906"), ("w:h", "16838")])
            .write_empty()?;
        let margins = ["w:top", "w:right", "w:bottom", "w:left"].map(|side| (side, "1134"));
        let distances = [("w:header", "567"), ("w:footer", "567"), ("w:gutter", "0")];
        let margin = out.create_element("w:pgMar").with_attributes(margins);
        margin.with_attributes(distances).write_empty()?;
        Ok(())
    })?;
    Ok(())
}

/// The foot of every sheet: what the document says of itself, and the number of the sheet.
fn footer(document: &Document) -> std::io::Result<Vec<u8>> {
    let mut out = xml();
    out.create_element("w:ftr")
        .with_attribute(("xmlns:w", WORD))
        .write_inner_content(|out| {
            out.create_element("w:p").write_inner_content(|out| {
                out.create_element("w:pPr")
                    .write_inner_content(|out| value(out, "w:pStyle", "Footer"))?;
                run(out, None, &document.footer)?;
                out.create_element("w:r").write_inner_content(|out| {
                    out.create_element("w:tab").write_empty()?;
                    Ok(())
                })?;
                out.create_element("w:fldSimple")
                    .with_attribute(("w:instr", "PAGE"))
                    .write_inner_content(|out| run(out, None, "1"))?;
                Ok(())
            })?;
            Ok(())
        })?;
    Ok(out.into_inner())
}

/// Title, language and day, as a word processor shows them and a screen reader says them.
fn properties(document: &Document) -> std::io::Result<Vec<u8>> {
    let mut out = xml();
    let made = document.made_at.to_utc().format("%Y-%m-%dT%H:%M:%SZ").to_string();
    let root = out.create_element("cp:coreProperties").with_attributes([
        (
            "xmlns:cp",
            "http://schemas.openxmlformats.org/package/2006/metadata/core-properties",
        ),
        ("xmlns:dc", "http://purl.org/dc/elements/1.1/"),
        ("xmlns:dcterms", "http://purl.org/dc/terms/"),
        ("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance"),
    ]);
    root.write_inner_content(|out| {
        for (name, text) in [
            ("dc:title", document.title.as_str()),
            ("dc:subject", document.footer.as_str()),
            ("dc:creator", env!("CARGO_PKG_NAME")),
            ("dc:language", document.language_tag()),
        ] {
            out.create_element(name).write_text_content(BytesText::new(text))?;
        }
        for name in ["dcterms:created", "dcterms:modified"] {
            let element = out.create_element(name).with_attribute(("xsi:type", "dcterms:W3CDTF"));
            element.write_text_content(BytesText::new(&made))?;
        }
        Ok(())
    })?;
    Ok(out.into_inner())
}
