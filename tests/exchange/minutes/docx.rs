//! The DOCX as another reader finds it: a zip of XML parts with a title, a language, headings and tables.

use std::io::{Cursor, Read};

use dakpan::exchange::minutes::{Document, Form, render};
use dakpan::text::Lang;
use quick_xml::Reader;
use quick_xml::events::Event;

use super::all;

/// A part of the zip.
pub fn part(bytes: &[u8], name: &str) -> String {
    let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut text = String::new();
    zip.by_name(name).unwrap().read_to_string(&mut text).unwrap();
    text
}

/// Every part of the zip.
pub fn parts(bytes: &[u8]) -> Vec<(String, String)> {
    let zip = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let names: Vec<String> = zip.file_names().map(|name| name.unwrap().into_owned()).collect();
    names
        .into_iter()
        .map(|name| (name.clone(), part(bytes, &name)))
        .collect()
}

/// Element names with their attributes, and texts between quotation marks, in order: the part must be well-formed.
fn events(xml: &str) -> Vec<String> {
    let mut reader = Reader::from_str(xml);
    let mut found = Vec::new();
    loop {
        match reader.read_event().unwrap() {
            Event::Start(tag) | Event::Empty(tag) => {
                let attributes: Vec<String> = tag
                    .attributes()
                    .map(|a| a.unwrap())
                    .map(|a| format!("{}={}", a.key.into_inner(), a.value))
                    .collect();
                found.push(
                    format!("{} {}", tag.name().into_inner(), attributes.join(" "))
                        .trim_end()
                        .to_owned(),
                );
            }
            Event::Text(text) => {
                let text = text.to_string();
                if !text.trim().is_empty() {
                    found.push(format!("\"{text}\""));
                }
            }
            Event::GeneralRef(_) => {}
            Event::Eof => return found,
            _ => {}
        }
    }
}

fn docx(document: &Document) -> Vec<u8> {
    render(document, Form::Docx).unwrap()
}

#[test]
fn every_part_of_every_document_is_well_formed_and_named_in_the_table_of_contents() {
    for lang in [Lang::Nl, Lang::En] {
        for (_, document) in all(lang) {
            let bytes = docx(&document);
            let contents = part(&bytes, "[Content_Types].xml");
            for (name, text) in parts(&bytes) {
                assert!(!events(&text).is_empty(), "{name}");
                let named = contents.contains(&format!("\"/{name}\""));
                assert!(
                    named || name.ends_with(".rels") || name == "[Content_Types].xml",
                    "{name}"
                );
            }
        }
    }
}

#[test]
fn title_and_language_are_properties_of_the_document() {
    for (lang, tag) in [(Lang::Nl, "nl-NL"), (Lang::En, "en-GB")] {
        let (_, document) = &all(lang)[0];
        let bytes = docx(document);
        let core = events(&part(&bytes, "docProps/core.xml"));
        let after = |name: &str| {
            let at = core.iter().position(|event| event.starts_with(name)).unwrap();
            core[at + 1].clone()
        };
        assert_eq!(after("dc:title"), format!("\"{}\"", document.title()));
        assert_eq!(after("dc:language"), format!("\"{tag}\""));
        assert_eq!(after("dcterms:created"), "\"2026-06-03T09:04:00Z\"");
        let styles = part(&bytes, "word/styles.xml");
        assert!(styles.contains(&format!("w:lang w:val=\"{tag}\"")) && !styles.contains("LANGUAGE"));
        assert!(!part(&bytes, "word/settings.xml").contains("LANGUAGE"));
    }
}

#[test]
fn headings_are_headings_lists_are_lists_and_tables_have_a_row_of_headings() {
    let (_, document) = &all(Lang::Nl)[0];
    let body = events(&part(&docx(document), "word/document.xml"));
    let styled = |style: &str| -> Vec<String> {
        let wanted = format!("w:pStyle w:val={style}");
        let at = body
            .iter()
            .enumerate()
            .filter(|(_, event)| **event == wanted)
            .map(|(at, _)| at);
        at.map(|at| body[at..].iter().find(|event| event.starts_with('"')).unwrap().clone())
            .collect()
    };
    assert_eq!(styled("Heading1"), ["\"Verslag uitstroomoverleg De Brug\""]);
    assert!(styled("Heading2").contains(&"\"S.K.\"".to_owned()));
    assert_eq!(
        styled("Heading3"),
        [
            "\"Wie houdt vast\"",
            "\"Besluiten\"",
            "\"Acties\"",
            "\"Besluiten\"",
            "\"Acties\""
        ]
    );
    assert!(styled("ListParagraph").contains(&"\"Proefplaatsing 2 maanden, vanaf 1 september\"".to_owned()));
    let tables = body.iter().filter(|event| *event == "w:tbl").count();
    let heads = body.iter().filter(|event| *event == "w:tblHeader").count();
    assert_eq!((tables, heads), (3, 3));
    let breaks = body.iter().filter(|event| *event == "w:pageBreakBefore").count();
    assert_eq!(breaks, 4, "one sheet per pupil or point");
}

#[test]
fn every_sheet_says_that_it_is_open_and_for_whom() {
    let (_, document) = &all(Lang::Nl)[0];
    let foot = part(&docx(document), "word/footer1.xml");
    assert!(foot.contains("Niet versleuteld · voor de tafel"), "{foot}");
}
