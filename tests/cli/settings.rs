//! The chair's settings: where they are, what they change, and how a mistake in them is told.

use std::path::PathBuf;
use std::process::Command;

use tempfile::TempDir;

use super::{Said, Table, dakpan, said};

/// A folder with a file of settings.
struct Settled {
    folder: TempDir,
}

impl Settled {
    fn with(text: &str) -> Self {
        let folder = TempDir::new().unwrap();
        let settled = Self { folder };
        std::fs::write(settled.path(), text).unwrap();
        settled
    }

    fn path(&self) -> PathBuf {
        self.folder.path().join("mijn.toml")
    }

    fn dakpan(&self) -> Command {
        let mut command = dakpan();
        command.env("DAKPAN_INSTELLINGEN", self.path());
        command
    }

    fn run(&self, words: &[&str]) -> Said {
        said(self.dakpan().args(words))
    }

    /// What is said of the fault, without the name of the file in front.
    #[track_caller]
    fn fault(&self, words: &[&str]) -> String {
        let refusal = self.run(words).refusal();
        let path = format!("{}: ", self.path().display());
        refusal.strip_prefix(&path).expect("names the file").to_owned()
    }
}

/// The fault of a file of settings, told in Dutch and in English.
#[track_caller]
fn faults(text: &str) -> (String, String) {
    let settled = Settled::with(text);
    let words = ["datum", "morgen"];
    let (dutch, english) = (settled.fault(&words), settled.fault(&["--lang", "en", "date", "morgen"]));
    assert_ne!(dutch, english);
    (dutch, english)
}

#[test]
fn a_mistake_is_told_with_line_setting_and_what_to_do_in_both_languages() {
    for (text, dutch, english) in [
        ("taal = \"nl\"\ntema = \"licht\"", "regel 2, 'tema': dit bestaat niet. Bedoelt u 'thema'?", "line 2, 'tema'"),
        ("zzz = 1", "regel 1, 'zzz': dit bestaat niet. Kijk in het voorbeeld", "Look at the example"),
        ("\n\nthema = \"paars\"", "regel 3, 'thema': dit kan niet. Kies uit: standaard/standard, licht/light", "Choose from"),
        ("thema = 3", "regel 1, 'thema': hier hoort een tekst", "a text between quotation marks"),
        ("ascii = \"ja\"", "regel 1, 'ascii': hier hoort true (ja) of false (nee).", "true (yes)"),
        ("overdrachtsdagen = 0", "regel 1, 'overdrachtsdagen': hier hoort een heel getal van 1 tot en met 365.", "from 1 up to"),
        ("buiten_beeld_dagen = 90.5", "een heel getal van 7 tot en met 730", "from 7 up to and including 730"),
        ("kansen_laag = \"soms\"", "Kies uit: beide/both, een van beide/either.", "Choose from"),
        ("vakantieregio = \"west\"", "Kies uit: noord/north, midden/middle, zuid/south.", "Choose from"),
        ("taal = \"nl\"\nlanguage = \"nl\"", "regel 2, 'language': dit staat ook in regel 1.", "stands in line 1"),
        ("taal = \"nl\"\ntaal = \"nl\"", "regel 2, 'taal': dit staat er twee keer.", "twice"),
        ("taal = \"nl\"\nthema = licht", "regel 2: dit is niet te lezen.", "line 2: this cannot be read."),
        ("[taal", "regel 1: dit is niet te lezen.", "quotation marks"),
        ("toetsen = \"S\"", "regel 1, 'toetsen': hier hoort een tabel.", "a table belongs here"),
        ("[toetsen]\nlane = \"m\"\nlanes = \"M\"", "regel 3, 'lanes': dit bestaat niet. Bedoelt u 'lane'?", "'lane'?"),
        ("[toetsen.overaal]\nblank = \"F9\"", "regel 1, 'overaal': dit bestaat niet. Bedoelt u 'overal'?", "'overal'?"),
        ("[toetsen]\nlane = 1", "regel 2, 'lane': hier hoort een toets tussen aanhalingstekens", "a key between"),
        ("[toetsen]\nlane = [\"m\", 1]", "regel 2, 'lane': hier hoort een toets tussen aanhalingstekens", "a key between"),
        ("[toetsen]\nlane = \"PageDwn\"", "regel 2, 'lane': 'PageDwn' is geen toets.", "is no key"),
        ("[toetsen.schrijven]\nlane = \"F6\"", "regel 2, 'lane': dit heeft hier geen toets.", "has no key here"),
        ("[toetsen]\nimport_list = \"F6\"", "regel 2, 'import_list': dit heeft hier geen toets.", "has no key here"),
        ("[toetsen]\nlane = \"~\"", "regel 2, 'lane': ~ wacht op veel toetsenborden op de volgende letter.", "waits for"),
        ("[toetsen]\nlane = \"@\"", "regel 2, 'lane': @ zit op veel toetsenborden onder AltGr", "needs AltGr"),
        ("[toetsen]\nlane = \"Alt+L\"", "regel 2, 'lane': Alt+L kan niet: Alt met een letter is Esc", "is Esc and then"),
        ("[toetsen]\nlane = \"Ctrl+B\"", "regel 2, 'lane': Ctrl+B komt in een terminal niet aan", "does not arrive"),
        ("[toetsen.schrijven]\nnext = \"n\"", "regel 2, 'next': n is hier een letter in de tekst.", "is a letter"),
        ("[toetsen.schrijven]\nnext = \"Down\"", "regel 2, 'next': Down beweegt of wist", "moves or erases"),
        ("[toetsen]\nlane = \"a\"", "regel 2, 'lane': a is hier al van 'actie'. Kies een andere toets.", "of 'action' here"),
        ("[toetsen]\nadd_action = \"l\"", "regel 2, 'add_action': l is hier al van 'behandeling'.", "is the key of"),
        ("[toetsen]\nlane = \"m\"\nzoom = \"m\"", "regel 3, 'zoom': m is hier al van 'behandeling'.", "is the key of"),
        ("[toetsen]\nlane = \"F8\"", "regel 2, 'lane': F8 is hier al van", "is the key of"),
        ("[toetsen]\nblank = \"F12\"", "regel 2, 'blank': F9 moet blijven. Zet F9 erbij in de lijst.", "F9 has to stay"),
        ("[toetsen]\nresult = []", "regel 2, 'result': dit kan niet zonder toets.", "without a key"),
        ("[toetsen]\nlane = \"m\"\n[toetsen.kiezen]\nlane = \"M\"", "regel 4, 'lane': dit staat ook in regel 2.", "line 2"),
        ("[afkorting]\nwoord = \"a\"", "regel 1, 'afkorting': hier hoort een lijst van tabellen.", "double square"),
        ("[[afkorting]]\nwoord = \"pb\"", "regel 1, 'afkorting': hier ontbreekt 'tekst/text'.", "is missing here"),
        ("[[afkorting]]\nword = \"p b\"\ntekst = \"x\"", "regel 2, 'word': een afkorting is één woord", "one word"),
        ("[[afkorting]]\nwoord = \"pb\"\ntekst = \" \"", "regel 3, 'tekst': de tekst is leeg of te lang.", "is empty"),
        ("[[afkorting]]\nwoord = \"pb\"\nteks = \"x\"", "regel 3, 'teks': dit bestaat niet. Bedoelt u 'tekst'?", "'tekst'?"),
        (
            "[[afkorting]]\nwoord = \"pb\"\ntekst = \"x\"\n[[snippet]]\nword = \"PB\"\ntext = \"y\"",
            "regel 4, 'snippet': dit staat ook in regel 1.",
            "line 1",
        ),
        (
            "[[afkorting]]\nwoord = \"pb\"\ntekst = \"x\"\n[[afkorting]]\nwoord = \"PB\"\ntekst = \"y\"",
            "regel 5, 'PB': dit staat ook in regel 2.",
            "line 2",
        ),
    ] {
        let (told, in_english) = faults(text);
        assert!(told.contains(dutch), "{text:?}: {told}");
        assert!(in_english.contains(english), "{text:?}: {in_english}");
    }
}

#[test]
fn of_two_mistakes_the_first_line_is_told() {
    let (told, _) = faults("muis = 1\nascii = 1\n");
    assert!(told.starts_with("regel 1, 'muis'"), "{told}");
}

#[test]
fn with_a_mistake_in_the_settings_nothing_is_done_at_all() {
    let table = Table::laid();
    let settled = Settled::with("thema = \"paars\"");
    let before = table.bytes();
    for words in [&[][..], &["demo"], &["controle"], &["backup"], &["datum", "morgen"]] {
        let mut command = table.dakpan();
        let said = said(command.env("DAKPAN_INSTELLINGEN", settled.path()).args(words));
        assert!(said.refusal().contains("regel 1, 'thema'"), "{words:?}");
    }
    assert!(table.bytes() == before);
    // What does not need them works all the same.
    settled.run(&["handleiding"]).answer();
    settled.run(&["aanvullen", "bash"]).answer();
    settled.run(&["--help"]).answer();
    settled.run(&["instellingen", "--voorbeeld"]).answer();
}

#[test]
fn the_language_is_that_of_the_settings_unless_one_is_asked_for() {
    let settled = Settled::with("taal = \"en\"");
    let speaks = |command: &mut Command| said(command.arg("--help")).answer().contains("Usage:");
    assert!(speaks(&mut settled.dakpan()));
    assert!(speaks(settled.dakpan().env("LANG", "nl_NL.UTF-8")));
    assert!(!speaks(settled.dakpan().env("DAKPAN_LANG", "nl")));
    assert!(!speaks(settled.dakpan().args(["--lang", "nl"])));
    // A mistake elsewhere is told in the language that the file asks for.
    let faulty = Settled::with("language = \"en\"\nmuis = 1");
    assert!(faulty.fault(&["datum", "morgen"]).starts_with("line 2, 'muis': true (yes)"));
}

#[test]
fn the_file_is_the_one_that_is_asked_for_else_the_variables_else_in_the_settings_folder() {
    let (one, other) = (Settled::with("taal = \"en\""), Settled::with("taal = \"nl\""));
    for option in ["--instellingen", "--settings"] {
        let asked = said(other.dakpan().arg(option).arg(one.path()).arg("--help"));
        assert!(asked.answer().contains("Usage:"));
    }
    let joined = format!("--instellingen={}", one.path().display());
    assert!(other.run(&["--help", &joined]).answer().contains("Usage:"));
    let gone = one.folder.path().join("weg.toml");
    let refusal = said(other.dakpan().arg("--instellingen").arg(&gone).args(["datum", "morgen"])).refusal();
    assert!(refusal.starts_with(&format!("{}: ", gone.display())) && refusal.contains("is er niet"), "{refusal}");
}

/// On Linux the settings folder is the one of the XDG specification.
#[cfg(target_os = "linux")]
#[test]
fn without_a_name_the_settings_are_in_the_settings_folder() {
    let home = TempDir::new().unwrap();
    let place = home.path().join("config/dakpan/instellingen.toml");
    let run = |words: &[&str]| {
        let mut command = dakpan();
        command.env_remove("DAKPAN_INSTELLINGEN");
        said(command.env("XDG_CONFIG_HOME", home.path().join("config")).args(words))
    };
    // No file is no fault.
    assert_eq!(
        run(&["instellingen"]).answer(),
        format!("{}\nDit bestand is er nog niet. Begin met het voorbeeld: dakpan instellingen --voorbeeld\n", place.display())
    );
    run(&["datum", "morgen"]).answer();
    std::fs::create_dir_all(place.parent().unwrap()).unwrap();
    std::fs::write(&place, "taal = \"en\"\n").unwrap();
    assert_eq!(run(&["instellingen"]).answer(), format!("{}\nThe settings are sound.\n", place.display()));
    std::fs::write(&place, "taal = \"fr\"\n").unwrap();
    assert!(run(&["instellingen"]).refusal().contains("regel 1, 'taal': dit kan niet. Kies uit: nl, en."));
}

#[test]
fn what_is_no_text_is_refused() {
    let settled = Settled::with("");
    for bytes in [vec![0xff, 0xfe, b't'], vec![b' '; 300 * 1024]] {
        std::fs::write(settled.path(), bytes).unwrap();
        assert!(settled.fault(&["datum", "morgen"]).contains("dit is geen bestand met instellingen"));
    }
    std::fs::write(settled.path(), b"\xef\xbb\xbftaal = \"en\"\r\n").unwrap();
    assert!(settled.run(&["--help"]).answer().contains("Usage:"), "a mark at the start is no fault");
    let folder = said(settled.dakpan().env("DAKPAN_INSTELLINGEN", settled.folder.path()).args(["datum", "morgen"]));
    assert!(folder.refusal().contains("mislukt"));
}

#[test]
fn after_the_summer_holiday_is_read_with_the_region_of_the_settings() {
    let phrase = ["datum", "na de zomervakantie", "--vandaag", "2026-06-03"];
    for (region, day) in [
        ("noord", "2026-08-17 ma 17-08-2026"),
        ("middle", "2026-08-31 ma 31-08-2026"),
        ("zuid", "2026-08-24 ma 24-08-2026"),
    ] {
        let settled = Settled::with(&format!("vakantieregio = \"{region}\""));
        assert_eq!(settled.run(&phrase).answer().trim_end(), day);
    }
    let told = |settled: &Settled, words: &[&str]| {
        let said = settled.run(words);
        assert_eq!((said.code, said.out.as_str()), (1, "datum?\n"));
        said.err
    };
    let without = Settled::with("");
    assert!(told(&without, &phrase).contains("Zet uw vakantieregio in de instellingen"));
    // A phrase that no region would help is told as before, and so is a summer that is not published yet.
    assert!(told(&without, &["datum", "gisteravond"]).contains("is niet als dag te lezen"));
    let late = ["datum", "na de zomervakantie", "--vandaag", "2029-12-01"];
    assert!(told(&Settled::with("vakantieregio = \"zuid\""), &late).contains("is niet als dag te lezen"));
}

/// The example with every setting in force: the `#` of a setting has no blank behind it.
fn in_force(example: &str) -> String {
    let lines = example.lines().map(|line| match line.strip_prefix('#') {
        Some(setting) if !setting.starts_with(' ') => setting,
        _ => line,
    });
    lines.map(|line| format!("{line}\n")).collect()
}

#[test]
fn the_example_is_a_file_of_settings_that_is_sound_as_it_stands_and_with_everything_in_force() {
    for (lang, names, sound) in [
        ("nl", ["taal", "overdrachtsdagen", "[toetsen.overal]", "[[afkorting]]"], "zijn in orde"),
        ("en", ["language", "handover_days", "[keys.everywhere]", "[[snippet]]"], "are sound"),
    ] {
        let example = super::run(&["--lang", lang, "instellingen", "--voorbeeld"]).answer();
        assert_eq!(super::run(&["--lang", lang, "settings", "--example"]).answer(), example);
        for name in names {
            assert!(example.contains(&format!("\n#{name}")), "{name} in {example}");
        }
        assert!(example.lines().all(|line| line.is_empty() || line.starts_with('#')), "it changes nothing as it stands");
        for text in [example.clone(), in_force(&example)] {
            let said = Settled::with(&text).run(&["--lang", lang, "instellingen"]).answer();
            assert!(said.contains(sound), "{said}");
        }
        // Every setting really is in force then: one that is spoilt is noticed.
        let spoilt = in_force(&example).replace(" = 28", " = 0");
        Settled::with(&spoilt).run(&["datum", "morgen"]).refusal();
        // It speaks one language.
        let (own, other) = if lang == "nl" { ("Een leerling", "The language") } else { ("The language", "De taal") };
        assert!(example.contains(own) || lang == "nl");
        assert!(!example.contains(other));
    }
}
