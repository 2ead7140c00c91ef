//! An approach from the command line: its file, its words and terms, and a table file of its own.

use std::path::PathBuf;

use tempfile::TempDir;

use super::{Said, Table, bytes_in, dakpan, said};

/// The worked example.
const EXAMPLE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/data/aanpak-jonge-statushouders.toml");

/// A folder with a key, for a table of an approach.
struct Apart {
    folder: TempDir,
}

impl Apart {
    /// With a demo table that was made with the example.
    fn made() -> Self {
        let apart = Self::empty();
        apart.run(&["demo", "--alleen-maken", "--aanpak", EXAMPLE]).answer();
        apart
    }

    fn empty() -> Self {
        let folder = TempDir::new().unwrap();
        std::fs::write(folder.path().join("sleutel"), [3; 32]).unwrap();
        Self { folder }
    }

    fn write(&self, name: &str, text: &str) -> PathBuf {
        let path = self.folder.path().join(name);
        std::fs::write(&path, text).unwrap();
        path
    }

    fn run(&self, words: &[&str]) -> Said {
        let mut command = dakpan();
        command.arg("--bestand").arg(self.folder.path().join("tafel.dakpan"));
        command.arg("--sleutel-bestand").arg(self.folder.path().join("sleutel"));
        said(command.args(["--vandaag", "2026-06-03"]).args(words))
    }
}

#[test]
fn a_file_of_one_approach_is_refused_by_another_and_by_none_and_stays_as_it_is() {
    let apart = Apart::made();
    let other = std::fs::read_to_string(EXAMPLE).unwrap();
    let other = other.replace("id = \"jonge_statushouders\"", "id = \"schuldhulp\"");
    let other = apart.write("schuldhulp.toml", &other);
    let other = other.to_str().unwrap();
    let before = bytes_in(apart.folder.path());
    let file = apart.folder.path().join("tafel.dakpan").display().to_string();
    for words in [
        &["controle"][..],
        &["wachtrij"],
        &["demo"],
        &["--aanpak", other, "wachtrij"],
        &[],
    ] {
        let refused = apart.run(words).refusal();
        assert!(
            refused.starts_with(&format!("{file}: Dit bestand is met een andere aanpak")),
            "{refused}"
        );
    }
    let refused = apart.run(&["queue", "--lang", "en", "--approach", other]).refusal();
    assert!(refused.contains("was made with another approach"), "{refused}");
    assert!(bytes_in(apart.folder.path()) == before, "not a byte has changed");
    // With its own it opens, also after that.
    apart.run(&["wachtrij", "--aanpak", EXAMPLE]).answer();
}

#[test]
fn a_file_without_an_approach_is_refused_to_every_approach() {
    let table = Table::laid();
    let before = table.bytes();
    let refused = table.run(&["--aanpak", EXAMPLE, "controle"]).refusal();
    assert!(refused.contains("is zonder aanpak gemaakt"), "{refused}");
    let refused = table.run(&["--approach", EXAMPLE, "check", "--lang", "en"]).refusal();
    assert!(refused.contains("was made without an approach"), "{refused}");
    assert!(table.bytes() == before);
    table.run(&["controle"]).answer();
}

#[test]
fn commands_speak_the_words_of_the_approach_and_know_its_terms_alone() {
    let apart = Apart::made();
    let run = |words: &[&str]| apart.run(&[words, &["--aanpak", EXAMPLE]].concat());
    let found = run(&["acties", "--eigenaar", "vwn"]).answer();
    assert!(found.contains("VWN"), "{found}");
    // The program's word for that party is not in force.
    let refused = run(&["acties", "--eigenaar", "uwv"]).refusal();
    assert!(refused.contains("'uwv' is hier niet bekend"), "{refused}");
    let folder = apart.folder.path().to_str().unwrap();
    run(&["verslag", "--soort", "agenda", "--formaat", "md", "--naar", folder]).answer();
    let written = bytes_in(apart.folder.path());
    let mut papers = written
        .iter()
        .filter(|(path, _)| path.extension().is_some_and(|end| end == "md"));
    let agenda = String::from_utf8(papers.next().expect("an agenda").1.clone()).unwrap();
    assert!(agenda.contains("Agenda voortgangsoverleg De Brug"), "{agenda}");
    assert!(
        agenda.contains("voor het overleg \"voortgangsoverleg\" van De Brug"),
        "{agenda}"
    );
    let rules = run(&["termijnen", "--regels", "--formaat", "json"]).json();
    let ids: Vec<&str> = rules
        .as_array()
        .unwrap()
        .iter()
        .map(|rule| rule["rule"].as_str().unwrap())
        .collect();
    assert_eq!(
        ids,
        [
            "first_meeting",
            "assess_chances_refugee",
            "language_with_work",
            "turning_18"
        ]
    );
}

#[test]
fn the_approach_is_named_by_option_variable_or_settings() {
    let apart = Apart::empty();
    let example = std::fs::read_to_string(EXAMPLE).unwrap();
    apart.write("eigen.toml", &example);
    let settings = apart.write("instellingen.toml", "aanpak = \"eigen.toml\"\n");
    let told = |named: &str, value: &str| {
        let mut command = dakpan();
        match named {
            "option" => command.args(["--aanpak", value]),
            _ => command.env(named, value),
        };
        said(command.arg("instellingen")).answer()
    };
    for (named, value) in [
        ("option", EXAMPLE),
        ("DAKPAN_AANPAK", EXAMPLE),
        ("DAKPAN_INSTELLINGEN", settings.to_str().unwrap()),
    ] {
        let told = told(named, value);
        assert!(told.contains("Aanpak: Jonge statushouders ("), "{named}: {told}");
    }
    // Its terms stand in its own file: those of the settings folder are for the table without an approach.
    let folder = apart.folder.path().join("dakpan");
    std::fs::create_dir(&folder).unwrap();
    std::fs::write(folder.join("termijnen.toml"), "[[term]]\nid = 1\n").unwrap();
    let mut command = dakpan();
    command.env("XDG_CONFIG_HOME", apart.folder.path());
    let with = said(command.args(["--aanpak", EXAMPLE, "termijnen", "--regels"])).answer();
    assert!(with.contains("Eerste bespreking aan tafel"), "{with}");
}

#[test]
fn what_is_wrong_in_an_approach_is_told_with_file_and_line() {
    let apart = Apart::empty();
    let top = "id = \"schuldhulp\"\nnaam = \"Schuldhulp\"\n";
    for (rest, place, what) in [
        (
            "[nl.party]\nscholl = \"x\"",
            "regel 4, 'scholl'",
            "Kies uit: school, municipality",
        ),
        (
            "[nl.partij]\nschool = \"x\"",
            "regel 3, 'partij'",
            "Kies uit: school_kind, party",
        ),
        (
            "[nl.party]\nschool = \"\"",
            "regel 4, 'school'",
            "1 tot en met 24 letters",
        ),
        (
            "[nl.party]\nschool = \" school\"",
            "regel 4, 'school'",
            "1 tot en met 24 letters",
        ),
        ("[nl.party]\nschool = 3", "regel 4, 'school'", "tussen aanhalingstekens"),
        (
            "[en.party_short]\nuwv = \"elf letters\"",
            "regel 4, 'uwv'",
            "1 tot en met 10 letters",
        ),
        (
            "[nl.called]\nuwv = [\"helper\", \"gemeente\"]",
            "regel 4, 'uwv'",
            "'gemeente' is ook een naam",
        ),
        ("[nl.called]\nuwv = []", "regel 4, 'uwv'", "1 tot en met 32 letters"),
        ("[nl]\nparty = \"x\"", "regel 4, 'party'", "een tabel"),
        ("diagnose = \"x\"", "regel 3, 'diagnose'", "Kies uit: id"),
        ("id = \"x\"", "regel 3, 'id'", "twee keer"),
        ("[[term]]\nid = \"x\"", "regel 3", "kind"),
        ("[nl.party", "regel 3", "niet te lezen"),
    ] {
        let file = apart.write("aanpak.toml", &format!("{top}{rest}\n"));
        let refused = apart.run(&["--aanpak", file.to_str().unwrap(), "wachtrij"]).refusal();
        let file = file.display().to_string();
        assert!(
            refused.starts_with(&file) && refused.contains(place) && refused.contains(what),
            "{rest}: {refused}"
        );
    }
    for (text, what) in [
        ("naam = \"x\"", "'id'"),
        ("id = \"x\"", "'naam'"),
        ("id = \"X y\"", "regel 1, 'id'"),
    ] {
        let file = apart.write("aanpak.toml", text);
        let refused = apart.run(&["--aanpak", file.to_str().unwrap(), "wachtrij"]).refusal();
        assert!(refused.contains(what), "{text}: {refused}");
    }
    // Who asks whether the settings are sound hears it too; who asks for help is helped.
    let file = apart.write("aanpak.toml", "naam = 1");
    let refused = apart
        .run(&["--aanpak", file.to_str().unwrap(), "instellingen"])
        .refusal();
    assert!(refused.contains("regel 1, 'naam'"), "{refused}");
    apart
        .run(&["--aanpak", file.to_str().unwrap(), "instellingen", "--voorbeeld"])
        .answer();
    let gone = apart.folder.path().join("weg.toml");
    let refused = apart.run(&["--aanpak", gone.to_str().unwrap(), "wachtrij"]).refusal();
    assert!(refused.starts_with(&gone.display().to_string()), "{refused}");
}
