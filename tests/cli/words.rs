//! The words behind `dakpan`: names in two languages, help, mistakes, and the language itself.

use super::{Said, dakpan, run, said};

/// Every command with its other names.
pub const COMMANDS: [(&str, &[&str]); 20] = [
    ("demo", &[]),
    ("contact", &["contacts"]),
    ("zoek", &["find"]),
    ("wachtrij", &["queue"]),
    ("dekking", &["coverage"]),
    ("zomerlijst", &["summer-list"]),
    ("journaal", &["journal"]),
    ("controle", &["check"]),
    ("backup", &[]),
    ("importeer", &["import"]),
    ("uitvoer", &["export"]),
    ("invoer", &["import-all"]),
    ("bundel", &["bundle"]),
    ("samenvoegen", &["merge"]),
    ("verslag", &["minutes"]),
    ("acties", &["actions"]),
    ("datum", &["date"]),
    ("instellingen", &["settings"]),
    ("aanvullen", &["completions"]),
    ("handleiding", &["man", "manual"]),
];

/// Every option of every command with its other names.
const GENERAL: [(&str, &[&str]); 10] = [
    ("--bestand", &["--file"]),
    ("--wachtwoord-bestand", &["--passphrase-file"]),
    ("--sleutel-bestand", &["--key-file"]),
    ("--instellingen", &["--settings"]),
    ("--lang", &["--taal"]),
    ("--vandaag", &["--today"]),
    ("--thema", &["--theme"]),
    ("--ascii", &[]),
    ("--muis", &["--mouse"]),
    ("--help", &["--hulp"]),
];

#[test]
fn help_names_every_command_and_option_with_its_other_names_in_both_languages() {
    for (lang, heading, other) in [
        ("nl", "Opdrachten:", ["Commands:", "Usage", "Options"]),
        ("en", "Commands:", ["Opdrachten:", "Gebruik", "Opties"]),
    ] {
        let help = run(&["--lang", lang, "--help"]).answer();
        assert!(help.contains(heading));
        for word in other {
            assert!(!help.contains(word), "{word} in {help}");
        }
        for (name, also) in COMMANDS.iter().chain(&GENERAL) {
            let line = help
                .lines()
                .find(|line| line.split_whitespace().any(|word| word == *name));
            let line = line.unwrap_or_else(|| panic!("{name} is not in {help}"));
            for alias in *also {
                assert!(line.contains(alias), "{alias} is not in {line}");
            }
        }
        let own = run(&["zoek", "--help", "--lang", lang]).answer();
        for option in ["--aantal", "--met-namen", "--formaat", "--bestand", "-h, --help"] {
            assert!(own.contains(option), "{option} is not in {own}");
        }
    }
}

#[test]
fn every_command_has_help_under_each_of_its_names() {
    for (name, also) in COMMANDS {
        let help = run(&[name, "--help"]).answer();
        assert!(help.contains(&format!("Gebruik: dakpan {name}")), "{help}");
        for alias in also {
            assert_eq!(run(&[alias, "--help"]).answer(), help);
            assert_eq!(run(&[alias, "--hulp"]).answer(), help);
        }
    }
}

#[test]
fn help_shows_nothing_of_the_parsers_own_words() {
    for (name, _) in COMMANDS {
        let help = run(&[name, "--help"]).answer();
        for word in [
            "aliases",
            "possible",
            "default",
            "Print",
            "Usage",
            "Arguments",
            "required",
        ] {
            assert!(!help.contains(word), "{word} in {help}");
        }
    }
}

#[test]
fn the_language_is_the_one_asked_for_else_that_of_the_environment_else_dutch() {
    let heading = |said: Said| {
        said.answer()
            .lines()
            .nth(2)
            .unwrap()
            .split(':')
            .next()
            .unwrap()
            .to_owned()
    };
    assert_eq!(heading(run(&["--help"])), "Gebruik");
    assert_eq!(heading(run(&["--help", "--lang=en"])), "Usage");
    assert_eq!(heading(run(&["--taal", "en", "--help"])), "Usage");
    for (variables, expected) in [
        (&[("LANG", "en_GB.UTF-8")][..], "Usage"),
        (&[("LANG", "nl_NL.UTF-8")], "Gebruik"),
        (&[("LANG", "C.UTF-8")], "Gebruik"),
        (&[("LANG", "en_GB.UTF-8"), ("LC_ALL", "nl_NL.UTF-8")], "Gebruik"),
        (&[("LANG", "en_GB.UTF-8"), ("LC_ALL", "")], "Usage"),
        (&[("LANG", "en_GB.UTF-8"), ("DAKPAN_LANG", "nl")], "Gebruik"),
        (&[("LANG", "nl_NL.UTF-8"), ("DAKPAN_LANG", "en")], "Usage"),
        (&[("LANG", "en_GB.UTF-8"), ("DAKPAN_LANG", "fr")], "Usage"),
    ] {
        let said = said(dakpan().envs(variables.iter().copied()).arg("--help"));
        assert_eq!(heading(said), expected, "{variables:?}");
    }
    let asked = said(dakpan().env("DAKPAN_LANG", "en").args(["--lang", "nl", "--help"]));
    assert_eq!(heading(asked), "Gebruik");
}

#[test]
fn a_mistake_in_the_words_is_one_line_in_the_language_and_code_2() {
    for (words, dutch, english) in [
        (
            &["zoeken", "x"][..],
            "Er is geen opdracht 'zoeken'. Bedoelt u zoek?",
            "There is no command 'zoeken'",
        ),
        (
            &["controle", "--fromaat", "json"],
            "Er is geen optie '--fromaat'. Bedoelt u --formaat?",
            "no option",
        ),
        (
            &["controle", "extra"],
            "'extra' is te veel.",
            "'extra' is one word too many.",
        ),
        (&["zoek"], "Dit ontbreekt: <TEKST>.", "This is missing: <TEXT>."),
        (&["samenvoegen"], "Dit ontbreekt: BUNDEL.", "This is missing: BUNDEL."),
        (
            &["importeer", "x.csv", "--school", "12"],
            "'12' kan niet bij --school. Er hoort een BRIN",
            "needs a BRIN",
        ),
        (
            &["--vandaag", "2026-02-30"],
            "Er hoort een dag als 2026-06-03.",
            "needs a day as in 2026-06-03.",
        ),
        (
            &["demo", "--leerlingen", "0"],
            "een heel getal groter dan nul",
            "a whole number above zero",
        ),
        (&["journaal", "--aantal", "-1"], "'-1'", "'-1'"),
        (
            &["journaal", "--aantal", "5000000000"],
            "een heel getal",
            "a whole number",
        ),
        (
            &["controle", "--formaat", "xml"],
            "Kies uit: tekst, json.",
            "It takes: tekst, json.",
        ),
        (
            &["--bestand"],
            "Achter --bestand <BESTAND> hoort een waarde.",
            "--bestand <FILE> needs a value.",
        ),
        (
            &["--bestand", "a", "--file", "b"],
            "staat er twee keer.",
            "is there twice.",
        ),
        (
            &["controle", "--sleutel-bestand", "a", "--wachtwoord-bestand", "b"],
            "gaat niet samen met --wachtwoord-bestand",
            "do not go together",
        ),
        (
            &["wachtwoord", "--nieuwe-sleutel", "a", "--nieuw-wachtwoord-bestand", "b"],
            "gaat niet samen met --nieuw-wachtwoord-bestand",
            "do not go together",
        ),
        (
            &["--lang", "fr"],
            "'fr' kan niet bij --lang <TAAL>. Kies uit: nl, en.",
            "'fr' is no value",
        ),
    ] {
        let told = run(words).misuse();
        assert!(told.contains(dutch), "{words:?}: {told}");
        assert!(
            told.ends_with("Meer over één opdracht: dakpan OPDRACHT --help\n"),
            "{told}"
        );
        let told = said(dakpan().env("DAKPAN_LANG", "en").args(words)).misuse();
        assert!(told.contains(english), "{words:?}: {told}");
        assert!(told.ends_with("More on one command: dakpan COMMAND --help\n"), "{told}");
    }
}

#[cfg(unix)]
#[test]
fn bytes_that_are_no_text_are_refused_as_words_and_taken_as_a_file_name() {
    use std::os::unix::ffi::OsStrExt;
    let odd = std::ffi::OsStr::from_bytes(b"b\xffd");
    assert!(
        said(dakpan().arg("zoek").arg(odd))
            .misuse()
            .contains("geen leesbare tekst")
    );
    assert!(
        said(dakpan().arg("controle").arg("--bestand").arg(odd))
            .refusal()
            .contains("is er niet")
    );
}

#[test]
fn the_version_is_told() {
    for words in ["--versie", "--version", "-V"] {
        assert_eq!(
            run(&[words]).answer(),
            format!("dakpan {}\n", env!("CARGO_PKG_VERSION"))
        );
    }
}

#[test]
fn a_phrase_is_read_as_a_day_or_marked() {
    let date = |words: &[&str]| run(&[&["--vandaag", "2026-06-03", "datum"], words].concat());
    assert_eq!(date(&["half juni"]).answer(), "2026-06-15 ma 15-06-2026\n");
    assert_eq!(date(&["half", "juni"]).answer(), "2026-06-15 ma 15-06-2026\n");
    assert_eq!(date(&["uiterlijk vrijdag"]).answer(), "2026-06-05 vr 05-06-2026\n");
    assert_eq!(
        run(&["date", "morgen", "--today=31-12-2026"]).answer(),
        "2027-01-01 vr 01-01-2027\n"
    );
    assert_eq!(
        date(&["tomorrow", "--lang", "en"]).answer(),
        "2026-06-04 Thu 04-06-2026\n"
    );
    let unread = date(&["volgende vrijdag"]);
    assert_eq!((unread.code, unread.out.as_str()), (1, "datum?\n"));
    assert!(
        unread
            .err
            .starts_with("dakpan: 'volgende vrijdag' is niet als dag te lezen.")
    );
    let unread = date(&["di 12-6", "--lang", "en"]);
    assert_eq!((unread.code, unread.out.as_str()), (1, "date?\n"));
    assert!(unread.err.contains("cannot be read as a day"));
}

#[test]
fn a_phrase_that_hangs_on_the_next_meeting_asks_for_the_file_and_takes_it_from_there() {
    let folder = tempfile::TempDir::new().unwrap();
    let file = folder.path().join("tafel.dakpan");
    let key = folder.path().join("sleutel");
    std::fs::write(&key, [7; 32]).unwrap();
    let (file, key) = (file.to_str().unwrap(), key.to_str().unwrap());
    let asks = |day: &str, phrase: &str| {
        run(&[
            "--bestand",
            file,
            "--sleutel-bestand",
            key,
            "--vandaag",
            day,
            "datum",
            phrase,
        ])
    };
    let without = asks("2026-06-03", "volgend overleg");
    assert_eq!((without.code, without.out.as_str()), (1, "datum?\n"));
    assert!(
        without
            .err
            .contains("hangt af van het geplande overleg. Geef het bestand mee"),
        "{}",
        without.err
    );
    let made = run(&[
        "--bestand",
        file,
        "--sleutel-bestand",
        key,
        "--vandaag",
        "2026-06-03",
        "demo",
        "--alleen-maken",
    ]);
    assert_eq!(made.code, 0, "{}", made.err);
    // The demo's meeting is on its own day: seen from the day before, that is the next one.
    assert_eq!(
        asks("2026-06-02", "volgend overleg").answer(),
        "2026-06-03 wo 03-06-2026\n"
    );
    assert_eq!(
        asks("2026-06-02", "bij volgend overleg").answer(),
        "2026-06-03 wo 03-06-2026\n"
    );
    let none = asks("2036-06-02", "volgend overleg");
    assert_eq!((none.code, none.out.as_str()), (1, "datum?\n"));
    assert!(none.err.contains("er is er geen gepland"), "{}", none.err);
    // Whatever hangs on no meeting opens nothing: a wrong key is not even tried.
    let plain = run(&[
        "--bestand",
        file,
        "--sleutel-bestand",
        file,
        "--vandaag",
        "2026-06-02",
        "datum",
        "morgen",
    ]);
    assert_eq!(plain.answer(), "2026-06-03 wo 03-06-2026\n");
}

#[test]
fn completions_are_made_for_every_shell_with_the_dutch_names() {
    for shell in ["bash", "elvish", "fish", "powershell", "zsh"] {
        let script = run(&["aanvullen", shell]).answer();
        for (name, _) in COMMANDS {
            assert!(script.contains(name), "{shell} does not know {name}");
        }
        assert!(
            script.contains("wachtwoord-bestand"),
            "{shell} does not know the options"
        );
    }
    assert!(run(&["aanvullen", "tcsh"]).misuse().contains("Kies uit: bash"));
}

#[test]
fn the_man_page_holds_every_command_and_option_in_both_languages() {
    for (lang, section) in [("nl", ".SH \"OPDRACHTEN\""), ("en", ".SH \"COMMANDS\"")] {
        let page = run(&["handleiding", "--lang", lang]).answer();
        assert!(page.starts_with(".TH DAKPAN 1 "));
        assert!(page.contains(section), "{page}");
        let plain = page.replace("\\-", "-");
        for (name, _) in COMMANDS {
            assert!(
                plain.contains(&format!("\\fBdakpan {name} ")),
                "{name} is not in the page"
            );
        }
        for (name, _) in GENERAL {
            assert!(plain.contains(name), "{name} is not in the page");
        }
    }
}

/// A reader that has seen enough, as `head` is after its lines, is no problem to tell about.
#[test]
fn a_closed_pipe_ends_the_program_quietly() {
    for words in [&["aanvullen", "zsh"][..], &["--help"], &["datum", "morgen"]] {
        let (reader, writer) = std::io::pipe().unwrap();
        drop(reader);
        let output = dakpan()
            .args(words)
            .stdout(writer)
            .stderr(std::process::Stdio::piped())
            .spawn();
        let output = output.unwrap().wait_with_output().unwrap();
        assert_eq!(
            (output.status.code(), output.stderr.as_slice()),
            (Some(0), &b""[..]),
            "{words:?}"
        );
    }
}

#[cfg(target_os = "linux")]
#[test]
fn an_answer_that_cannot_be_written_is_a_failure() {
    let full = std::fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
    let output = dakpan().args(["datum", "morgen"]).stdout(full).output().unwrap();
    assert_eq!(output.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&output.stderr).contains("kan niet worden weggeschreven"));
}
