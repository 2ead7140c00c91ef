//! What the documents say: whole, as Markdown, in both languages.

use dakpan::exchange::minutes::{Form, render};
use dakpan::text::Lang;

use super::all;

fn markdown(lang: Lang, which: &str) -> String {
    let documents = all(lang);
    let (_, document) = documents.iter().find(|(name, _)| *name == which).unwrap();
    String::from_utf8(render(document, Form::Markdown).unwrap()).unwrap()
}

#[test]
fn the_documents_of_a_meeting_read_as_they_should_in_both_languages() {
    for (lang, tag) in [(Lang::Nl, "nl"), (Lang::En, "en")] {
        for (name, _) in all(lang) {
            insta::assert_snapshot!(format!("{name}_{tag}"), markdown(lang, name));
        }
    }
}

#[test]
fn every_document_says_at_its_top_and_foot_that_it_is_open_and_for_whom() {
    for (name, _) in all(Lang::Nl) {
        let text = markdown(Lang::Nl, name);
        let lines: Vec<&str> = text.lines().filter(|line| !line.is_empty()).collect();
        assert!(
            lines[1].contains("niet versleuteld") && lines[1].contains("gemaakt voor"),
            "{text}"
        );
        assert!(lines.last().unwrap().starts_with("Niet versleuteld · voor "), "{text}");
    }
}

#[test]
fn what_somebody_typed_is_never_markup() {
    let text = markdown(Lang::Nl, "minutes");
    assert!(text.contains(r"S.K. wil \*graag\* \[door\] \| 1. met dieren"), "{text}");
}

#[test]
fn the_page_for_the_young_person_is_in_short_sentences() {
    let text = markdown(Lang::Nl, "young");
    for sentence in text.split(['.', '?', '\n']) {
        let words = sentence.split_whitespace().count();
        assert!(words <= 15, "{words} words: {sentence}");
    }
}
