//! The one table of commands and options: parsing, help, completions and the man page are all made from it.
//!
//! The rule: a name stands here once, Dutch first with its English alias beside it, and works in every language.
//! What a name means is said in the room `text`.

use crate::text::cli::{Opt, Verb};

/// A command: its Dutch name, its other names, and what it takes.
#[derive(Debug)]
pub(super) struct Row {
    pub(super) verb: Verb,
    pub(super) name: &'static str,
    pub(super) also: &'static [&'static str],
    pub(super) takes: &'static [Opt],
}

/// Every command that works, in the order of the help.
pub(super) const VERBS: &[Row] = &[
    Row {
        verb: Verb::Demo,
        name: "demo",
        also: &[],
        takes: &[Opt::Pupils, Opt::CreateOnly],
    },
    Row {
        verb: Verb::Watch,
        name: "meekijken",
        also: &["publiek", "public"],
        takes: &[],
    },
    Row {
        verb: Verb::ScreenTest,
        name: "schermtest",
        also: &["screentest"],
        takes: &[],
    },
    Row {
        verb: Verb::Contact,
        name: "contact",
        also: &["contacts"],
        takes: &[Opt::SchoolName, Opt::Format],
    },
    Row {
        verb: Verb::Find,
        name: "zoek",
        also: &["find"],
        takes: &[Opt::Text, Opt::Count, Opt::WithNames, Opt::Format],
    },
    Row {
        verb: Verb::Terms,
        name: "termijnen",
        also: &["terms"],
        takes: &[Opt::OnlySchool, Opt::Rules, Opt::WithNames, Opt::Format],
    },
    Row {
        verb: Verb::Queue,
        name: "wachtrij",
        also: &["queue"],
        takes: &[Opt::OnlySchool, Opt::Everybody, Opt::WithNames, Opt::TableFormat],
    },
    Row {
        verb: Verb::Coverage,
        name: "dekking",
        also: &["coverage"],
        takes: &[
            Opt::OnlySchool,
            Opt::Cohort,
            Opt::From,
            Opt::Until,
            Opt::WithNames,
            Opt::TableFormat,
        ],
    },
    Row {
        verb: Verb::Summer,
        name: "zomerlijst",
        also: &["summer-list"],
        takes: &[Opt::OnlySchool, Opt::WithNames, Opt::TableFormat],
    },
    Row {
        verb: Verb::Results,
        name: "resultaten",
        also: &["results"],
        takes: &[
            Opt::ResultCohort,
            Opt::On,
            Opt::Compare,
            Opt::Per,
            Opt::Public,
            Opt::ResultFolder,
            Opt::ResultFormat,
        ],
    },
    Row {
        verb: Verb::Journal,
        name: "journaal",
        also: &["journal"],
        takes: &[Opt::Count, Opt::WithNames, Opt::Format],
    },
    Row {
        verb: Verb::Trail,
        name: "logboek",
        also: &["trail"],
        takes: &[Opt::Verify, Opt::Count, Opt::WithNames, Opt::TableFormat],
    },
    Row {
        verb: Verb::Access,
        name: "inzage",
        also: &["access"],
        takes: &[Opt::PupilAsked, Opt::OnlySchool, Opt::Folder],
    },
    Row {
        verb: Verb::Erase,
        name: "wissen",
        also: &["erase"],
        takes: &[Opt::PupilAsked, Opt::OnlySchool, Opt::Confirmation],
    },
    Row {
        verb: Verb::Retention,
        name: "bewaartermijn",
        also: &["retention"],
        takes: &[Opt::OnlySchool, Opt::EraseThem, Opt::WithNames, Opt::TableFormat],
    },
    Row {
        verb: Verb::Check,
        name: "controle",
        also: &["check"],
        takes: &[Opt::Format],
    },
    Row {
        verb: Verb::Backup,
        name: "backup",
        also: &[],
        takes: &[Opt::To, Opt::Format],
    },
    Row {
        verb: Verb::Restore,
        name: "herstel",
        also: &["restore"],
        takes: &[Opt::BackupFile, Opt::Yes],
    },
    Row {
        verb: Verb::Passphrase,
        name: "wachtwoord",
        also: &["passphrase"],
        takes: &[Opt::NewKey, Opt::NewPassphraseFile],
    },
    Row {
        verb: Verb::Import,
        name: "importeer",
        also: &["import"],
        takes: &[
            Opt::List,
            Opt::ListKind,
            Opt::School,
            Opt::Sheet,
            Opt::Column,
            Opt::Vanished,
            Opt::RefusedTo,
            Opt::CheckOnly,
            Opt::WithNames,
            Opt::Format,
        ],
    },
    Row {
        verb: Verb::ExportAll,
        name: "uitvoer",
        also: &["export"],
        takes: &[Opt::ExportFolder, Opt::Sqlite, Opt::Yes, Opt::Format],
    },
    Row {
        verb: Verb::ImportAll,
        name: "invoer",
        also: &["import-all"],
        takes: &[Opt::ExportedFolder, Opt::Format],
    },
    Row {
        verb: Verb::Bundle,
        name: "bundel",
        also: &["bundle"],
        takes: &[
            Opt::Receiver,
            Opt::BundleFile,
            Opt::Schools,
            Opt::Everything,
            Opt::OwnKey,
            Opt::Format,
        ],
    },
    Row {
        verb: Verb::Merge,
        name: "samenvoegen",
        also: &["merge"],
        takes: &[
            Opt::BundleToMerge,
            Opt::CheckOnly,
            Opt::Yes,
            Opt::Conflicts,
            Opt::Conflict,
            Opt::Keep,
            Opt::WithNames,
            Opt::Format,
        ],
    },
    Row {
        verb: Verb::Minutes,
        name: "verslag",
        also: &["minutes"],
        takes: &[
            Opt::Meeting,
            Opt::PaperKind,
            Opt::Party,
            Opt::PupilName,
            Opt::Owner,
            Opt::Papers,
            Opt::Folder,
            Opt::WithNotes,
            Opt::WithNames,
        ],
    },
    Row {
        verb: Verb::Actions,
        name: "acties",
        also: &["actions"],
        takes: &[Opt::Owner, Opt::Overdue, Opt::WithNames, Opt::TableFormat],
    },
    Row {
        verb: Verb::Date,
        name: "datum",
        also: &["date"],
        takes: &[Opt::Phrase],
    },
    Row {
        verb: Verb::Line,
        name: "regel",
        also: &["line"],
        takes: &[Opt::NoteLine, Opt::WithNames, Opt::Format],
    },
    Row {
        verb: Verb::Settings,
        name: "instellingen",
        also: &["settings"],
        takes: &[Opt::Example],
    },
    Row {
        verb: Verb::Completions,
        name: "aanvullen",
        also: &["completions"],
        takes: &[Opt::Shell],
    },
    Row {
        verb: Verb::Manual,
        name: "handleiding",
        also: &["man", "manual"],
        takes: &[],
    },
];

/// The options of every command.
pub(super) const GENERAL: &[Opt] = &[
    Opt::File,
    Opt::PassphraseFile,
    Opt::KeyFile,
    Opt::Settings,
    Opt::Approach,
    Opt::Lang,
    Opt::Today,
    Opt::Theme,
    Opt::Ascii,
    Opt::Mouse,
    Opt::ReadAloud,
    Opt::Help,
    Opt::Version,
];

/// What an option or argument takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Takes {
    /// Nothing: it is there or it is not.
    Nothing,
    /// A file or folder.
    Path,
    /// Text, checked afterwards.
    Text,
    /// Text, as often as it is given.
    Texts,
    /// One of these, each with its aliases; the first of each is the one that is told.
    OneOf(&'static [&'static [&'static str]]),
    /// An argument: one or more words that together are one text.
    Words,
    /// An argument: a file or folder, which must be there.
    PathArgument,
    /// An argument: a file or folder, which may be there.
    OptionalPathArgument,
    /// An argument: one of these.
    OneOfArgument(&'static [&'static [&'static str]]),
}

/// How an option is written: its Dutch name, its other names, a letter, and what it takes. Arguments are not
/// written; their name serves the parser alone.
pub(super) struct Spelling {
    pub(super) name: &'static str,
    pub(super) also: &'static [&'static str],
    pub(super) letter: Option<char>,
    pub(super) takes: Takes,
}

/// The languages.
pub(super) const LANGUAGES: &[&[&str]] = &[&["nl"], &["en"]];

/// The themes, in the order of [`super::ThemeName`].
pub(super) const THEMES: &[&[&str]] = &[
    &["standaard", "standard"],
    &["licht", "light"],
    &["contrast", "high-contrast"],
    &["mono"],
];

/// The forms of an answer that is a table, in the order of [`super::Format`].
pub(super) const TABLE_FORMATS: &[&[&str]] = &[&["tekst", "text"], &["json"], &["csv"]];

/// The forms of results, in the order of [`super::ResultFormat`].
pub(super) const RESULT_FORMATS: &[&[&str]] = &[
    &["tekst", "text"],
    &["md"],
    &["csv"],
    &["json"],
    &["xlsx"],
    &["pdf"],
    &["svg"],
];

/// By what results are divided, in the order of [`crate::domain::result::Division`].
pub(super) const DIVISIONS: &[&[&str]] = &[
    &["school"],
    &["partij", "party"],
    &["route"],
    &["woongemeente", "residence"],
    &["maand", "month"],
];

/// The forms of an answer, in the order of [`super::Format`].
pub(super) const FORMATS: &[&[&str]] = &[&["tekst", "text"], &["json"]];

/// The sides of a conflict.
pub(super) const KEEP: &[&[&str]] = &[&["hier", "here", "eigen", "own"], &["daar", "there", "andere", "other"]];

/// The kinds of documents, in the order of [`crate::domain::papers::PaperKind`].
pub(super) const PAPER_KINDS: &[&[&str]] = &[
    &["verslag", "minutes"],
    &["agenda"],
    &["jongere", "young-person"],
    &["acties", "actions"],
];

/// What a list lists, in the order of [`super::options::ImportKind`].
pub(super) const LIST_KINDS: &[&[&str]] = &[
    &["leerlingen", "pupils"],
    &["scholen", "schools"],
    &["contacten", "contacts"],
];

/// What becomes of pupils whom a list no longer has, in the order of [`crate::domain::listed::Vanishing`].
pub(super) const VANISHINGS: &[&[&str]] = &[
    &["laten", "keep"],
    &["vertrokken", "left"],
    &["uit-beeld", "out-of-sight"],
];

/// The shells that completions can be made for.
pub(super) const SHELLS: &[&[&str]] = &[&["bash"], &["elvish"], &["fish"], &["powershell"], &["zsh"]];

/// How an option or argument is spelled.
pub(super) fn spelling(option: Opt) -> Spelling {
    let (name, also, letter, takes): (_, &[_], _, _) = match option {
        Opt::File => ("bestand", &["file"], None, Takes::Path),
        Opt::PassphraseFile => ("wachtwoord-bestand", &["passphrase-file"], None, Takes::Path),
        Opt::KeyFile => ("sleutel-bestand", &["key-file"], None, Takes::Path),
        Opt::Settings => ("instellingen", &["settings"], None, Takes::Path),
        Opt::Approach => ("aanpak", &["approach"], None, Takes::Path),
        Opt::Lang => ("lang", &["taal"], None, Takes::OneOf(LANGUAGES)),
        Opt::Today => ("vandaag", &["today"], None, Takes::Text),
        Opt::Theme => ("thema", &["theme"], None, Takes::OneOf(THEMES)),
        Opt::Ascii => ("ascii", &[], None, Takes::Nothing),
        Opt::Mouse => ("muis", &["mouse"], None, Takes::Nothing),
        Opt::ReadAloud => ("voorlees", &["read-aloud"], None, Takes::Nothing),
        Opt::Help => ("help", &["hulp"], Some('h'), Takes::Nothing),
        Opt::Version => ("versie", &["version"], Some('V'), Takes::Nothing),
        Opt::Pupils => ("leerlingen", &["pupils"], None, Takes::Text),
        Opt::CreateOnly => ("alleen-maken", &["create-only"], None, Takes::Nothing),
        Opt::Format => ("formaat", &["format"], None, Takes::OneOf(FORMATS)),
        Opt::WithNames => ("met-namen", &["with-names"], None, Takes::Nothing),
        Opt::Count => ("aantal", &["count"], None, Takes::Text),
        Opt::School | Opt::OnlySchool => ("school", &[], None, Takes::Text),
        Opt::Rules => ("regels", &["rules"], None, Takes::Nothing),
        Opt::Cohort => ("cohort", &[], None, Takes::Text),
        Opt::ResultCohort => ("cohort", &[], None, Takes::Text),
        Opt::On => ("peildatum", &["on"], None, Takes::Text),
        Opt::Compare => ("vergelijk", &["compare"], None, Takes::Text),
        Opt::Per => ("per", &["by"], None, Takes::OneOf(DIVISIONS)),
        Opt::Public => ("openbaar", &["public"], None, Takes::Nothing),
        Opt::ResultFolder => ("naar", &["to"], None, Takes::Path),
        Opt::ResultFormat => ("formaat", &["format"], None, Takes::OneOf(RESULT_FORMATS)),
        Opt::From => ("van", &["from"], None, Takes::Text),
        Opt::Until => ("tot", &["until"], None, Takes::Text),
        Opt::Everybody => ("iedereen", &["everybody"], None, Takes::Nothing),
        Opt::TableFormat => ("formaat", &["format"], None, Takes::OneOf(TABLE_FORMATS)),
        Opt::CheckOnly => ("controleer", &["check"], None, Takes::Nothing),
        Opt::SchoolName => ("schoolnaam", &[], None, Takes::Words),
        Opt::Text => ("tekst", &[], None, Takes::Words),
        Opt::To => ("naar", &[], None, Takes::OptionalPathArgument),
        Opt::ListKind => ("soort", &["kind"], None, Takes::OneOf(LIST_KINDS)),
        Opt::Sheet => ("blad", &["sheet"], None, Takes::Text),
        Opt::Column => ("kolom", &["column"], None, Takes::Texts),
        Opt::Vanished => ("verdwenen", &["vanished"], None, Takes::OneOf(VANISHINGS)),
        Opt::RefusedTo => ("geweigerd", &["refused"], None, Takes::Path),
        Opt::BackupFile => ("reservekopie", &[], None, Takes::PathArgument),
        Opt::NewKey => ("nieuwe-sleutel", &["new-key"], None, Takes::Path),
        Opt::NewPassphraseFile => ("nieuw-wachtwoord-bestand", &["new-passphrase-file"], None, Takes::Path),
        Opt::List => ("lijst", &[], None, Takes::PathArgument),
        Opt::Meeting => ("overleg", &["meeting"], None, Takes::Text),
        Opt::Party => ("partij", &["party"], None, Takes::Text),
        Opt::Papers => ("formaat", &["format"], None, Takes::Text),
        Opt::PaperKind => ("soort", &["kind"], None, Takes::OneOf(PAPER_KINDS)),
        Opt::PupilName => ("leerling", &["pupil"], None, Takes::Text),
        Opt::Owner => ("eigenaar", &["owner"], None, Takes::Text),
        Opt::Folder => ("naar", &["to"], None, Takes::Path),
        Opt::WithNotes => ("met-notities", &["with-notes"], None, Takes::Nothing),
        Opt::Overdue => ("te-laat", &["overdue"], None, Takes::Nothing),
        Opt::Phrase => ("datum", &[], None, Takes::Words),
        Opt::NoteLine => ("regel", &[], None, Takes::Words),
        Opt::Example => ("voorbeeld", &["example"], None, Takes::Nothing),
        Opt::ExportFolder | Opt::ExportedFolder => ("map", &[], None, Takes::PathArgument),
        Opt::Sqlite => ("sqlite", &[], None, Takes::Nothing),
        Opt::Yes => ("ja", &["yes"], None, Takes::Nothing),
        Opt::PupilAsked => ("leerlingnaam", &[], None, Takes::Words),
        Opt::Confirmation => ("bevestig", &["confirm"], None, Takes::Text),
        Opt::EraseThem => ("wissen", &["erase"], None, Takes::Nothing),
        Opt::Verify => ("controleer", &["verify", "check"], None, Takes::Nothing),
        Opt::Receiver => ("voor", &["for"], None, Takes::Text),
        Opt::Schools => ("school", &[], None, Takes::Texts),
        Opt::BundleFile => ("naar", &["to"], None, Takes::Path),
        Opt::Everything => ("alles", &["all"], None, Takes::Nothing),
        Opt::OwnKey => ("sleutel", &["key"], None, Takes::Nothing),
        Opt::BundleToMerge => ("bundel", &[], None, Takes::OptionalPathArgument),
        Opt::Conflicts => ("conflicten", &["conflicts"], None, Takes::Nothing),
        Opt::Conflict => ("conflict", &[], None, Takes::Text),
        Opt::Keep => ("houd", &["keep"], None, Takes::OneOf(KEEP)),
        Opt::Shell => ("shell", &[], None, Takes::OneOfArgument(SHELLS)),
    };
    Spelling {
        name,
        also,
        letter,
        takes,
    }
}
