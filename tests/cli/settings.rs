//! The chair's settings: where they are, what they change, and how a mistake in them is told.

mod faults;

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::LazyLock;

use dakpan::app::keymap::Scope;
use dakpan::app::message::{Code, Key};
use dakpan::app::settings::Settings;
use dakpan::cli::{Options, ThemeName, parse};
use dakpan::domain::holidays::Region;
use dakpan::domain::intent::Intent;
use dakpan::domain::practice::{LowChances, Practice};
use proptest::collection::vec;
use proptest::prelude::*;
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
    assert!(
        faulty
            .fault(&["datum", "morgen"])
            .starts_with("line 2, 'muis': true (yes)")
    );
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
    let refusal = said(
        other
            .dakpan()
            .arg("--instellingen")
            .arg(&gone)
            .args(["datum", "morgen"]),
    )
    .refusal();
    assert!(
        refusal.starts_with(&format!("{}: ", gone.display())) && refusal.contains("is er niet"),
        "{refusal}"
    );
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
        format!(
            "{}\nDit bestand is er nog niet. Begin met het voorbeeld: dakpan instellingen --voorbeeld\n",
            place.display()
        )
    );
    run(&["datum", "morgen"]).answer();
    std::fs::create_dir_all(place.parent().unwrap()).unwrap();
    std::fs::write(&place, "taal = \"en\"\n").unwrap();
    assert_eq!(
        run(&["instellingen"]).answer(),
        format!("{}\nThe settings are sound.\n", place.display())
    );
    std::fs::write(&place, "taal = \"fr\"\n").unwrap();
    assert!(
        run(&["instellingen"])
            .refusal()
            .contains("regel 1, 'taal': dit kan niet. Kies uit: nl, en.")
    );
}

/// What the program goes by with these settings and words.
fn goes_by(text: &str, words: &[&str]) -> Options {
    let settled = Settled::with(text);
    let variable = |name: &str| match name {
        "DAKPAN_INSTELLINGEN" => Some(settled.path().into()),
        "NO_COLOR" => Some("1".into()),
        _ => None,
    };
    let words = ["dakpan"].iter().chain(words).map(OsString::from);
    parse(words, &variable).expect("settings without a fault").0
}

#[test]
fn every_value_arrives_and_what_is_asked_for_goes_first() {
    let all = "thema = \"licht\"\nascii = true\nmouse = true\noverdrachtsdagen = 0x2A\nout_of_sight_days = 60\n\
        kansen_laag = \"een van beide\"\nholiday_region = \"Zuid\"\n\
        [keys.writing]\nnext = [\"F6\", \"PgDn\"]\n[[snippet]]\nword = \"pb\"\ntext = \"participatiebedrijf\"\n";
    let options = goes_by(all, &[]);
    assert_eq!(
        options.theme,
        Some(ThemeName::Light),
        "a theme that was chosen is no surprise to who set NO_COLOR"
    );
    assert!(options.no_colour && options.ascii && options.mouse);
    let settings = &options.settings;
    assert_eq!(Some(settings.practice), Practice::new(42, 60, LowChances::Either));
    assert_eq!(goes_by("small_counts = 10", &[]).settings.practice.small_counts, 10);
    assert_eq!(settings.region, Some(Region::South));
    let next = settings.keys.binding_of(Intent::Next, &[Scope::Write]).unwrap();
    assert_eq!(next.keys.as_ref(), [Key::plain(Code::F(6)), Key::plain(Code::PageDown)]);
    assert_eq!(
        settings.snippet("pb", options.catalog()).unwrap(),
        "participatiebedrijf"
    );
    assert_eq!(goes_by(all, &["--thema", "mono"]).theme, Some(ThemeName::Mono));
    // Without settings it is what the program does by itself.
    let bare = goes_by("", &[]);
    assert_eq!((bare.theme, bare.ascii, bare.mouse), (None, false, false));
    assert_eq!(bare.settings, Settings::default());
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(200) })]
    /// Whatever somebody makes of the example, it is taken or it is told in one line; nothing else happens.
    #[test]
    fn a_file_that_somebody_spoiled_is_read_or_told(
        cuts in vec((any::<prop::sample::Index>(), 0..12_usize, "[\"\\[\\]=#. \n0-9a-zé+]{0,4}"), 1..6),
        lang in any::<bool>(),
    ) {
        let lang = if lang { "nl" } else { "en" };
        let words = |command: &str| ["dakpan", "--lang", lang, command, "--voorbeeld"].map(OsString::from);
        let mut text = EXAMPLE.clone();
        for (at, length, with) in cuts {
            let from = text.floor_char_boundary(at.index(text.len().max(1)));
            let until = text.floor_char_boundary((from + length).min(text.len())).max(from);
            text.replace_range(from..until, &with);
        }
        let settled = Settled::with(&text);
        let variable = |name: &str| (name == "DAKPAN_INSTELLINGEN").then(|| settled.path().into());
        let (options, _) = parse(words("instellingen"), &variable).expect("this command does without");
        if let Some(failure) = options.settings_failure {
            let mut told = Vec::new();
            prop_assert_eq!(failure.tell(&mut told), 1);
            let told = String::from_utf8(told).unwrap();
            prop_assert_eq!(told.matches('\n').count(), 1);
            prop_assert_eq!(options.settings, Settings::default());
        }
    }
}

/// The example with everything in force.
static EXAMPLE: LazyLock<String> = LazyLock::new(|| in_force(&super::run(&["instellingen", "--voorbeeld"]).answer()));

#[test]
fn what_is_no_text_is_refused() {
    let settled = Settled::with("");
    for bytes in [vec![0xff, 0xfe, b't'], vec![b' '; 300 * 1024]] {
        std::fs::write(settled.path(), bytes).unwrap();
        assert!(
            settled
                .fault(&["datum", "morgen"])
                .contains("dit is geen bestand met instellingen")
        );
    }
    std::fs::write(settled.path(), b"\xef\xbb\xbftaal = \"en\"\r\n").unwrap();
    assert!(
        settled.run(&["--help"]).answer().contains("Usage:"),
        "a mark at the start is no fault"
    );
    let folder = said(
        settled
            .dakpan()
            .env("DAKPAN_INSTELLINGEN", settled.folder.path())
            .args(["datum", "morgen"]),
    );
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
        (
            "nl",
            ["taal", "overdrachtsdagen", "[toetsen.overal]", "[[afkorting]]"],
            "zijn in orde",
        ),
        (
            "en",
            ["language", "handover_days", "[keys.everywhere]", "[[snippet]]"],
            "are sound",
        ),
    ] {
        let example = super::run(&["--lang", lang, "instellingen", "--voorbeeld"]).answer();
        assert_eq!(super::run(&["--lang", lang, "settings", "--example"]).answer(), example);
        for name in names {
            assert!(example.contains(&format!("\n#{name}")), "{name} in {example}");
        }
        assert!(
            example.lines().all(|line| line.is_empty() || line.starts_with('#')),
            "it changes nothing as it stands"
        );
        for text in [example.clone(), in_force(&example)] {
            let settled = Settled::with(&text);
            let approach = "aanpak-jonge-statushouders.toml";
            let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("data").join(approach);
            std::fs::copy(data, settled.folder.path().join(approach)).unwrap();
            let said = settled.run(&["--lang", lang, "instellingen"]).answer();
            assert!(said.contains(sound), "{said}");
        }
        // Every setting really is in force then: one that is spoilt is noticed.
        let spoilt = in_force(&example).replace(" = 28", " = 0");
        Settled::with(&spoilt).run(&["datum", "morgen"]).refusal();
        // It speaks one language.
        let (own, other) = if lang == "nl" {
            ("De taal:", "The language:")
        } else {
            ("The language:", "De taal:")
        };
        assert!(example.contains(own) && !example.contains(other));
    }
}
