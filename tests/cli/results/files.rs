//! The forms: golden texts, a workbook read back by another reader, a PDF by another, and a picture that is XML.

use std::path::{Path, PathBuf};

use calamine::{Data, Reader, Xlsx, open_workbook};

use super::{Demo, SDD, SOW};
use crate::exchange::minutes::pdf::text as pdf_text;

/// The answer without what came of it besides.
fn head(text: &str) -> String {
    text.split("\n\n").take(2).collect::<Vec<_>>().join("\n\n")
}

#[test]
fn text_is_the_published_table() {
    let told = Demo::get().run(&[&["resultaten"], &SDD[..]].concat()).answer();
    insta::assert_snapshot!("sdd_2016_1_text", head(&told));
    let told = Demo::get().run(&[&["resultaten"], &SOW[..]].concat()).answer();
    insta::assert_snapshot!("sow_2017_text", told);
    let english = Demo::get()
        .run(&[&["results"], &SDD[..], &["--lang", "en"]].concat())
        .answer();
    insta::assert_snapshot!("sdd_2016_1_text_en", english);
}

#[test]
fn markdown_csv_and_json_are_the_published_tables() {
    for (name, cohort) in [("sdd_2016_1", &SDD[..]), ("sow_2017", &SOW[..])] {
        for format in ["md", "csv", "json"] {
            let told = Demo::get()
                .run(&[&["resultaten"], cohort, &["--formaat", format, "--openbaar"]].concat())
                .answer();
            insta::assert_snapshot!(format!("{name}_public_{format}"), told);
            let told = Demo::get()
                .run(&[&["resultaten"], cohort, &["--formaat", format]].concat())
                .answer();
            insta::assert_snapshot!(format!("{name}_{format}"), told);
        }
    }
}

/// Runs in a folder of its own; the one file that was written there.
fn written(words: &[&str], extension: &str) -> (tempfile::TempDir, PathBuf) {
    let folder = Demo::get().copy();
    let out = folder.path().join("uit");
    let to = out.display().to_string();
    let told = Demo::get()
        .run_in(
            folder.path(),
            &[&["resultaten"], words, &["--formaat", extension, "--naar", &to]].concat(),
        )
        .answer();
    let path = PathBuf::from(told.trim_end());
    assert!(
        path.starts_with(&out) && path.extension().is_some_and(|found| found == extension),
        "{told}"
    );
    (folder, path)
}

#[test]
fn a_workbook_holds_numbers_and_no_formula() {
    let (_folder, path) = written(&[&SDD[..], &["--per", "school"]].concat(), "xlsx");
    assert_eq!(path.file_name().unwrap(), "resultaten-sdd-2016-1-2016-06-30.xlsx");
    let mut book: Xlsx<_> = open_workbook(&path).unwrap();
    let names = book.sheet_names();
    assert_eq!(names[..2], ["Resultaten", "SDD 2016-1 per school"]);
    assert!(names.len() > 4, "{names:?}");
    let sheet = book.worksheet_range("Resultaten").unwrap();
    let rows: Vec<(String, f64)> = sheet
        .rows()
        .filter_map(|row| match row {
            [Data::String(label), Data::Float(count), ..] => Some((label.clone(), *count)),
            _ => None,
        })
        .collect();
    let counts: Vec<f64> = rows.iter().map(|row| row.1).collect();
    assert_eq!(counts, [180.0, 80.0, 9.0, 26.0, 15.0, 10.0, 1.0, 2.0, 17.0, 100.0]);
    assert_eq!(rows[8].0, "nog in gesprek (berekend)");
    for name in &names {
        let formulas = book.worksheet_formula(name).unwrap();
        assert!(formulas.used_cells().next().is_none(), "{name}");
    }
}

#[test]
fn a_pdf_is_tagged_and_tells_the_table() {
    let (_folder, path) = written(&SOW, "pdf");
    let pdf = lopdf::Document::load(&path).unwrap();
    let text = pdf_text(&pdf);
    for told in [
        "deelnemers 21",
        "bij een reguliere werkgever 7",
        "extra training of begeleiding gezocht 6",
        "rest (berekend) 0",
    ] {
        assert!(text.contains(told), "{told} in {text}");
    }
    assert!(
        pdf.catalog().unwrap().has(b"StructTreeRoot"),
        "who cannot see it hears a table"
    );
}

#[test]
fn a_picture_is_well_formed_and_told_in_words() {
    let later = [
        "--cohort",
        "SDD 2016-1",
        "--peildatum",
        "2018-06-30",
        "--vergelijk",
        "SOW 2017",
    ];
    let (_folder, path) = written(&later, "svg");
    let svg = std::fs::read_to_string(&path).unwrap();
    let mut reader = quick_xml::Reader::from_str(&svg);
    let mut names = Vec::new();
    loop {
        match reader.read_event().unwrap() {
            quick_xml::events::Event::Eof => break,
            quick_xml::events::Event::Start(tag) => names.push(String::from(tag.name().as_ref())),
            _ => {}
        }
    }
    assert!(
        names.contains(&"title".to_owned()) && names.contains(&"desc".to_owned()),
        "{names:?}"
    );
    assert!(
        svg.contains("gestart met betaald werk: 15, 7"),
        "the whole is told in words"
    );
    assert!(svg.contains("<polyline") && svg.contains("SOW 2017"));
}

/// Bars and lines are in the PDF as well, each a figure that is told in words; nothing of the lines is in the public one.
#[test]
fn a_pdf_draws_the_bars_and_the_lines() {
    let figures = |words: &[&str]| {
        let (_folder, path) = written(words, "pdf");
        let pdf = lopdf::Document::load(&path).unwrap();
        let dictionaries = pdf.objects.values().filter_map(|object| object.as_dict().ok());
        let figures: Vec<String> = dictionaries
            .filter(|one| {
                one.get(b"S")
                    .is_ok_and(|kind| kind.as_name().is_ok_and(|name| name == b"Figure"))
            })
            .map(|one| lopdf::decode_text_string(one.get(b"Alt").unwrap()).unwrap())
            .collect();
        (figures, pdf_text(&pdf))
    };
    let (told, text) = figures(&SOW);
    let has = |part: &str| told.iter().any(|figure| figure.contains(part));
    assert!(has("deelnemers: 21; bij een reguliere werkgever: 7"), "{told:?}");
    assert!(
        has("alle plaatsingen: Na 3 mnd: 10 van 10, Na 6 mnd: 3 van 6"),
        "{told:?}"
    );
    assert!(has("In: jan: 4, feb: 8, mrt: 9, apr: 0"), "{told:?}");
    assert!(text.contains("SOW 2017: In- en uitstroom per maand 2017"), "{text}");
    let (told, _) = figures(&[&SOW[..], &["--openbaar"]].concat());
    assert_eq!(told.len(), 1, "{told:?}");
    assert!(told[0].contains("verborgen") && !told[0].contains("mnd"), "{told:?}");
}

/// A month in which nobody came or left is drawn: left out it would bring its neighbours together.
#[test]
fn every_month_and_every_number_is_in_the_picture() {
    let (_folder, path) = written(&SOW, "svg");
    let svg = std::fs::read_to_string(&path).unwrap();
    assert_eq!(svg.matches(">apr</text>").count(), 2, "once in, once out");
    for told in [
        "In: jan: 4, feb: 8, mrt: 9, apr: 0",
        "Uit: jan: 0",
        "uitzend: Na 3 mnd: 5 van 5, Na 6 mnd: 2 van 3",
    ] {
        assert!(svg.contains(told), "{told}: {svg}");
    }
    assert!(svg.contains(">2 van 3</text>") && svg.contains("SOW 2017: In- en uitstroom per maand 2017"));
}

/// Who sends a file on sees from its name whether anybody may read it.
#[test]
fn a_file_that_anybody_may_read_says_so_in_its_name() {
    for (lang, name) in [
        ("nl", "resultaten-openbaar-sow-2017-2017-12-31.xlsx"),
        ("en", "results-public-sow-2017-2017-12-31.xlsx"),
    ] {
        let (_folder, path) = written(&[&SOW[..], &["--openbaar", "--lang", lang]].concat(), "xlsx");
        assert_eq!(path.file_name().unwrap(), name);
    }
    let (_folder, path) = written(&[&SOW[..], &["--openbaar"]].concat(), "pdf");
    assert_eq!(path.file_name().unwrap(), "resultaten-openbaar-sow-2017-2017-12-31.pdf");
}

#[test]
fn a_file_that_is_there_is_never_written_over() {
    let folder = Demo::get().copy();
    let write = || {
        let words = [&["resultaten"], &SOW[..], &["--formaat", "svg", "--naar", "uit"]].concat();
        Demo::get().run_in(folder.path(), &words).answer()
    };
    let (first, second) = (write(), write());
    let name = |told: &str| Path::new(told.trim_end()).file_name().unwrap().to_owned();
    assert_eq!(name(&first), "resultaten-sow-2017-2017-12-31.svg");
    assert_eq!(name(&second), "resultaten-sow-2017-2017-12-31-2.svg");
}
