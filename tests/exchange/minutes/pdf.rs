//! The PDF as another reader finds it. That it passes the check of PDF/UA-1 is the library's own word: without it
//! there are no bytes.

use dakpan::domain::codes::ItemState;
use dakpan::exchange::minutes::content::{Reader, minutes};
use dakpan::exchange::minutes::input::{Called, FullName, Subject};
use dakpan::exchange::minutes::{Document, Form, render};
use dakpan::text::{Lang, NL};
use lopdf::Object;

use super::{action, all, item, made, paper};

fn pdf(document: &Document) -> lopdf::Document {
    lopdf::Document::load_mem(&render(document, Form::Pdf).unwrap()).unwrap()
}

/// The text of every sheet, with single spaces.
pub fn text(pdf: &lopdf::Document) -> String {
    let sheets: Vec<u32> = pdf.get_pages().into_keys().collect();
    let text = pdf.extract_text(&sheets).unwrap();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The tags of the structure tree in reading order, indented by depth.
fn tags(pdf: &lopdf::Document, object: &Object, depth: usize, found: &mut Vec<(usize, String)>) {
    let object = match object {
        Object::Reference(id) => pdf.get_object(*id).unwrap(),
        other => other,
    };
    match object {
        Object::Array(several) => several.iter().for_each(|one| tags(pdf, one, depth, found)),
        Object::Dictionary(dictionary) => {
            if let Ok(name) = dictionary.get(b"S").and_then(Object::as_name) {
                found.push((depth, String::from_utf8_lossy(name).into_owned()));
            }
            if let Ok(children) = dictionary.get(b"K") {
                tags(pdf, children, depth + 1, found);
            }
        }
        _ => {}
    }
}

fn structure(pdf: &lopdf::Document) -> Vec<String> {
    let root = pdf.catalog().unwrap().get(b"StructTreeRoot").unwrap();
    let mut found = Vec::new();
    tags(pdf, root, 0, &mut found);
    found.into_iter().map(|(_, tag)| tag).collect()
}

#[test]
fn every_document_passes_the_check_and_tells_title_and_language() {
    for (lang, tag) in [(Lang::Nl, "nl-NL"), (Lang::En, "en-GB")] {
        for (name, document) in all(lang) {
            let pdf = pdf(&document);
            let catalog = pdf.catalog().unwrap();
            let language = catalog.get(b"Lang").unwrap().as_str().unwrap();
            assert_eq!(String::from_utf8_lossy(language), tag, "{name}");
            assert!(catalog.has(b"MarkInfo") && catalog.has(b"StructTreeRoot") && catalog.has(b"Outlines"));
            let text = text(&pdf);
            assert!(text.contains(document.title()), "{name}: {text}");
        }
    }
}

#[test]
fn the_tree_has_headings_lists_and_tables_with_headings() {
    let (_, document) = &all(Lang::Nl)[0];
    let tags = structure(&pdf(document));
    let count = |wanted: &str| tags.iter().filter(|tag| *tag == wanted).count();
    assert_eq!(
        (count("H1"), count("Table"), count("THead"), count("TBody")),
        (1, 3, 3, 3)
    );
    assert_eq!(count("TH"), 12);
    assert_eq!(count("TD"), 4 * (4 + 3 + 1));
    assert_eq!((count("L"), count("LI"), count("Lbl")), (5, 9, 9));
    assert_eq!(count("H2"), 8);
}

#[test]
fn each_pupil_has_a_sheet_and_each_sheet_a_foot() {
    let (_, document) = &all(Lang::Nl)[0];
    let pdf = pdf(document);
    let sheets = pdf.get_pages().len();
    assert_eq!(sheets, 5);
    for sheet in 1..=u32::try_from(sheets).unwrap() {
        let text = pdf.extract_text(&[sheet]).unwrap();
        assert!(text.contains("Niet versleuteld"), "{text}");
        assert!(text.contains(&format!("bladzijde {sheet} van {sheets}")), "{text}");
    }
}

#[test]
fn names_of_every_kind_and_letters_the_font_lacks_do_not_stop_a_document() {
    let names = [
        "Çağla Işıl Şahin",
        "Zoë Gërvalla",
        "IJsbrand \u{133}sselmeer",
        "Łukasz Żółć",
        "Z\u{335}a\u{316}l\u{327}go\u{30a} e\u{301}\u{323}",
        "محمد العربي",
        "משה כהן",
        "Nguyễn Thị",
        "王小明",
        "Anna 👩‍👩‍👧‍👦 🇳🇱",
        "fi ffl \u{200d}\u{200c}\u{ad}\u{fe0f}",
        "\u{e000}\u{0}\u{7}\u{202e}omgekeerd",
        "हैलो",
        "",
    ];
    let mut paper = paper();
    paper.tables[0].items = names
        .iter()
        .map(|name| {
            let mut item = item(
                Subject::Pupil(Called::Full(FullName((*name).into()))),
                ItemState::Discussed,
            );
            item.actions = vec![action(1, None, name, None)];
            item.note = Some(format!("{name} ({name})"));
            item
        })
        .collect();
    let document = minutes(&paper, Reader::Table, &made("Çağla"), &NL);
    let pdf = pdf(&document);
    let text = text(&pdf);
    for name in ["Işıl", "Zoë Gërvalla", "Łukasz Żółć", "Nguyễn", "omgekeerd"] {
        assert!(text.contains(name), "{name}: {text}");
    }
    assert!(render(&document, Form::Docx).is_ok());
}

#[test]
fn long_tables_and_rows_longer_than_a_sheet_go_on_and_lose_no_word() {
    let mut paper = paper();
    let long: Vec<String> = (0..1500).map(|n| format!("woord{n}")).collect();
    let mut item = item(Subject::Point("Lang".into()), ItemState::Discussed);
    item.actions = (0..80).map(|n| action(n, None, &format!("klus{n}"), None)).collect();
    item.actions.push(action(99, None, &long.join(" "), None));
    item.actions.push(action(100, None, &"x".repeat(3000), None));
    paper.tables[0].items = vec![item];
    let document = minutes(&paper, Reader::Table, &made("de tafel"), &NL);
    let pdf = pdf(&document);
    let text = text(&pdf);
    let said: std::collections::BTreeSet<&str> = text.split(' ').collect();
    for n in 0..80 {
        assert!(said.contains(format!("klus{n}").as_str()), "{n}");
    }
    for word in &long {
        assert!(said.contains(word.as_str()), "{word}");
    }
    assert!(text.matches('x').count() >= 3000);
    let tags = structure(&pdf);
    assert_eq!(tags.iter().filter(|tag| *tag == "TR").count(), 1 + 82 + 5);
}
