//! `verslag` and `acties`, on the demo table as a chair would run them.

use std::process::Command;

use tempfile::TempDir;

use super::{Said, dakpan, said};

struct Demo {
    folder: TempDir,
}

impl Demo {
    fn made() -> Self {
        let demo = Self {
            folder: TempDir::new().unwrap(),
        };
        std::fs::write(demo.folder.path().join("sleutel"), [3; 32]).unwrap();
        demo.run(&["demo", "--alleen-maken"]).answer();
        demo
    }

    fn command(&self) -> Command {
        let mut command = dakpan();
        command.current_dir(self.folder.path());
        command.args([
            "--bestand",
            "demo.dakpan",
            "--sleutel-bestand",
            "sleutel",
            "--vandaag",
            "2026-06-03",
        ]);
        command
    }

    fn run(&self, words: &[&str]) -> Said {
        said(self.command().args(words))
    }

    fn read(&self, name: &str) -> String {
        let path = self.folder.path().join(name);
        std::fs::read_to_string(&path).unwrap_or_else(|_| panic!("{}", path.display()))
    }
}

#[test]
fn minutes_are_written_and_it_is_told_that_they_are_open() {
    let demo = Demo::made();
    let told = demo
        .run(&["verslag", "--formaat", "md,docx,pdf,ics", "--naar", "uit"])
        .answer();
    let lines: Vec<&str> = told.lines().collect();
    assert!(lines.last().unwrap().contains("niet versleuteld"), "{told}");
    for line in &lines[..lines.len() - 1] {
        let (path, whom) = line.split_once(" (voor ").unwrap();
        assert!(demo.folder.path().join(path).is_file() && whom.len() > 2, "{line}");
    }
    for ending in [".md ", ".docx ", ".pdf ", ".ics "] {
        assert!(told.contains(ending), "{ending} in {told}");
    }
    let journal = demo.run(&["journaal"]).answer();
    assert!(
        journal.lines().next().unwrap().contains("uitgegeven stukken"),
        "{journal}"
    );
    let english = demo
        .run(&["minutes", "--format", "md", "--to", "uit", "--lang", "en"])
        .answer();
    assert!(english.contains("not encrypted"), "{english}");
}

#[test]
fn kinds_parties_and_pupils_are_chosen_by_name() {
    let demo = Demo::made();
    let agenda = demo.run(&["verslag", "--soort", "agenda", "--formaat", "md"]).answer();
    assert!(agenda.starts_with("./agenda-2026-06-03-"), "{agenda}");
    let one = demo.run(&["verslag", "--partij", "uwv", "--formaat", "md"]).answer();
    assert_eq!(one.lines().count(), 2, "{one}");
    let lists = demo
        .run(&["verslag", "--soort", "acties", "--eigenaar", "jan", "--formaat", "md"])
        .answer();
    assert_eq!(lists.lines().count(), 2, "{lists}");
    assert!(
        demo.read("acties-2026-06-03-jan-de-boer.md")
            .contains("Open acties van Jan de Boer")
    );
    let page = demo.run(&["verslag", "--soort", "jongere", "--leerling", "S.K.", "--formaat", "md"]);
    let page = page.answer();
    assert_eq!(page.lines().count(), 2, "{page}");
}

#[test]
fn what_is_not_there_is_told_in_one_line_and_writes_nothing() {
    let demo = Demo::made();
    let before = std::fs::read_dir(demo.folder.path()).unwrap().count();
    for (words, expected) in [
        (&["verslag", "--overleg", "12"][..], "Er is geen overleg met nummer 12."),
        (
            &["verslag", "--partij", "niemand"],
            "'niemand' is hier niet bekend. Kies uit:",
        ),
        (
            // Initials without the mark are somebody else's.
            &["verslag", "--soort", "jongere", "--leerling", "M.O."],
            "'M.O.' is hier niet bekend.",
        ),
        (
            &["verslag", "--soort", "jongere", "--leerling", "zz"],
            "'zz' is hier niet bekend.",
        ),
        (&["acties", "--eigenaar", "zz"], "'zz' is hier niet bekend."),
    ] {
        let told = demo.run(words).refusal();
        assert!(told.contains(expected), "{told}");
    }
    let told = demo.run(&["verslag", "--formaat", "doc"]).misuse();
    assert!(told.contains("Er hoort docx, pdf, md en ics"), "{told}");
    assert_eq!(std::fs::read_dir(demo.folder.path()).unwrap().count(), before);
}

#[test]
fn open_actions_are_told_overdue_first_in_three_forms() {
    let demo = Demo::made();
    let text = demo.run(&["acties"]).answer();
    let late = text.lines().take_while(|line| line.contains("te laat")).count();
    assert!(
        late > 0 && text.lines().skip(late).all(|line| !line.contains("te laat")),
        "{text}"
    );
    let only = demo.run(&["actions", "--overdue"]).answer();
    assert_eq!(only.lines().count(), late);
    let json = demo.run(&["acties", "--formaat", "json"]).json();
    let rows = json.as_array().unwrap();
    assert_eq!(rows.len(), text.lines().count());
    let row = &rows[0];
    assert_eq!((&row["overdue"], &row["state"]), (&true.into(), &"open".into()));
    assert!(row["owner"].as_str().unwrap().ends_with('.'), "initials: {row}");
    let csv = demo
        .run(&["acties", "--formaat", "csv", "--eigenaar", "gemeente", "--met-namen"])
        .answer();
    assert!(
        csv.starts_with("Eigenaar;Wat;Wanneer;te laat;Stand;Leerling;School\n"),
        "{csv}"
    );
    assert!(csv.contains("Jan de Boer;"), "{csv}");
}
