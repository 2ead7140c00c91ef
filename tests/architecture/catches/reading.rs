//! How files are found, read and reported.

use super::super::files;
use super::super::rules::{Rule, check};
use super::super::source::{Source, text_of};
use super::{broken, passes};

#[test]
fn a_long_file_is_caught_and_a_long_catalogue_passes() {
    let lines = |n: usize| "struct A;\n".repeat(n);
    assert_eq!(broken("src/app/mod.rs", &lines(461)), [(Rule::Length, 461)]);
    passes("src/app/mod.rs", &lines(460));
    passes("src/text/nl.rs", &lines(1500));
}

#[test]
fn a_forgotten_file_is_caught() {
    let top = tempfile::tempdir().unwrap();
    let write = |path: &str, text: &str| {
        let file = top.path().join(path);
        std::fs::create_dir_all(file.parent().unwrap()).unwrap();
        std::fs::write(file, text).unwrap();
    };
    write(
        "Cargo.toml",
        "[lib]\npath = 'src/lib.rs'\n[[test]]\npath = 'tests/main.rs'\n[[example]]\npath = 'tests/e/main.rs'",
    );
    write("src/lib.rs", "pub mod app;");
    write("src/app/mod.rs", "mod state; mod update;");
    write("src/app/state.rs", "");
    write("src/app/update.rs", "mod note;");
    write("src/app/update/note.rs", "");
    write("src/app/stale.rs", "");
    write(
        "tests/main.rs",
        "mod app; mod domain { mod dates; } #[path = \"other/name.rs\"] mod odd;",
    );
    write("tests/app/mod.rs", "// mod commented;");
    write("tests/app/commented.rs", "#[test] fn f() {}");
    write("tests/domain/dates.rs", "#[test] fn f() {}");
    write("tests/domain/terms.rs", "#[test] fn f() {}");
    write("tests/other/name.rs", "");
    write("tests/e/main.rs", "mod drawn; mod tested;");
    write("tests/e/drawn.rs", "fn f() {}");
    write("tests/e/tested.rs", "#[test] fn f() {}");
    let found: Vec<String> = files::forgotten(top.path())
        .unwrap()
        .into_iter()
        .map(|finding| finding.path)
        .collect();
    assert_eq!(
        found,
        [
            "src/app/stale.rs",
            "tests/app/commented.rs",
            "tests/domain/terms.rs",
            "tests/e/tested.rs"
        ]
    );
}

#[test]
fn a_finding_names_file_line_and_rule() {
    let source = Source::parse("src/store/mod.rs", "\n\nuse crate::ui::Theme;").unwrap();
    let said = check(&source)[0].to_string();
    assert!(
        said.starts_with("src/store/mod.rs:3: store uses crate::ui::Theme\n"),
        "{said}"
    );
    assert!(said.contains(Rule::Edge.sentence()), "{said}");
}

/// What follows a skipped item is judged again.
#[test]
fn a_test_module_hides_nothing_behind_it() {
    let text = "#[cfg(test)]\nuse crate::ui::X;\n#[cfg(test)]\nmod tests { use crate::ui::X; }\nuse crate::ui::Y;";
    assert_eq!(broken("src/app/mod.rs", text), [(Rule::Edge, 5)]);
}

#[test]
fn every_kind_of_string_is_read() {
    let read = |written: &str| text_of(&written.parse().unwrap());
    assert_eq!(read(r#""a\tb\x41\u{e9}\"\\""#).as_deref(), Some("a\tbAé\"\\"));
    assert_eq!(read(r###"r##"a "# b"##"###).as_deref(), Some("a \"# b"));
    assert_eq!(read(r#"b"bytes""#).as_deref(), Some("bytes"));
    assert_eq!(read(r##"br#"raw "bytes""#"##).as_deref(), Some("raw \"bytes\""));
    assert_eq!(read(r#"c"c""#).as_deref(), Some("c"));
    assert_eq!(read("'c'"), None);
    assert_eq!(read("b'c'"), None);
    assert_eq!(read("12"), None);
}
