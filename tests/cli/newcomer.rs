//! What somebody who tried the commands for the first time ran into.

use super::{Table, run};

#[test]
fn find_and_journal_call_a_pupil_as_the_shared_screen_does() {
    let table = Table::laid();
    for words in [&["zoek", "kaya"][..], &["zoek", "dierenasiel"], &["journaal"]] {
        let told = table.run(words).answer();
        assert!(told.contains("casus") && !told.contains("S.K."), "{words:?}\n{told}");
        let json = [words, &["--formaat", "json"]].concat();
        let told = table.run(&json).answer();
        assert!(told.contains("casus") && !told.contains("S.K."), "{words:?}\n{told}");
        let named = [words, &["--met-namen"]].concat();
        assert!(table.run(&named).answer().contains("Samira Kaya"));
    }
    let mut store = table.open();
    let pupil = store
        .journal(10, None)
        .unwrap()
        .iter()
        .find_map(|entry| entry.pupil)
        .unwrap();
    let mut known = store.pupil(pupil).unwrap();
    known.sharing.informed_on = "2026-05-01".parse().ok();
    known.sharing.basis = "convenant".into();
    let about = super::about(dakpan::domain::intent::Intent::EditPupil, Some(pupil));
    store
        .change(about, super::at("10:10"), |tx| tx.update_pupil(&known))
        .unwrap();
    store.close().unwrap();
    assert!(table.run(&["zoek", "kaya"]).answer().contains("S.K."));
    assert!(table.run(&["journaal"]).answer().contains("S.K."));
}

#[test]
fn the_help_of_the_import_lists_the_columns_that_are_read() {
    for (lang, word) in [("nl", "verplicht"), ("en", "required")] {
        let help = run(&["importeer", "--help", "--lang", lang]).answer();
        assert!(help.contains(word), "{help}");
        for column in [
            "leerlingnummer",
            "roepnaam",
            "achternaam",
            "verwachte uitstroomdatum",
            "woongemeente",
        ] {
            assert!(help.contains(column), "{column}\n{help}");
        }
        assert!(!run(&["zoek", "--help", "--lang", lang]).answer().contains(word));
    }
    let table = Table::laid();
    let list = table.folder.path().join("lijst.csv");
    let headings = "leerlingnummer;roepnaam;tussenvoegsel;achternaam;geboortedatum;klas;uitstroomprofiel;\
                    verwachte uitstroomdatum;stagebedrijf;woongemeente";
    let row = "7001;Noor;de;Wit;31-07-2008;5A;arbeid;31-07-2027;Asiel;Dordrecht";
    std::fs::write(&list, format!("{headings}\n{row}\n")).unwrap();
    let words = ["importeer", list.to_str().unwrap(), "--school", "00AB00"];
    table.run(&words).answer();
    let store = table.open();
    let found = store.find("noor", 5, dakpan::store::Reach::All).unwrap();
    let [dakpan::domain::dossier::Found::Pupil(line)] = found.as_slice() else {
        panic!("one pupil: {found:?}");
    };
    let pupil = store.pupil(line.id).unwrap();
    let read = (pupil.name.full(), pupil.class, pupil.residence, pupil.placement);
    assert_eq!(
        read,
        ("Noor de Wit".into(), "5A".into(), "Dordrecht".into(), "Asiel".into())
    );
    assert_eq!(pupil.leaving, "2027-07-31".parse().ok());
}

#[test]
fn a_demo_that_is_there_is_left_as_it_was_and_says_so() {
    let folder = tempfile::TempDir::new().unwrap();
    let file = folder.path().join("demo.dakpan");
    let words = ["demo", "--bestand", file.to_str().unwrap(), "--alleen-maken"];
    let made = run(&words).answer();
    assert!(
        made.contains("demo.dakpan: demo gemaakt; het wachtwoord is demo"),
        "{made}"
    );
    let told = run(&words).answer();
    assert!(told.contains("is er al en bleef zoals het was"), "{told}");
}

#[test]
fn a_demo_that_is_only_made_has_to_be_made_somewhere() {
    for (lang, told) in [("nl", "Dit ontbreekt: --bestand."), ("en", "--bestand")] {
        let said = run(&["demo", "--alleen-maken", "--lang", lang]);
        assert_eq!((said.code, said.out.as_str()), (2, ""));
        assert!(said.err.contains(told), "{}", said.err);
    }
}

#[test]
fn without_a_terminal_the_screen_test_says_that_it_needs_one() {
    let said = run(&["schermtest", "--lang", "nl"]);
    assert_eq!(said.code, 1);
    assert!(said.err.contains("heeft een terminal nodig"), "{}", said.err);
}

#[test]
fn what_people_try_first_works() {
    let version = run(&["--versie"]).answer();
    assert!(version.contains(env!("CARGO_PKG_VERSION")));
    for word in ["-v", "-V", "--version"] {
        assert_eq!(run(&[word]).answer(), version);
    }
    assert_eq!(run(&["help"]).answer(), run(&["--help"]).answer());
    assert_eq!(run(&["help", "zoek"]).answer(), run(&["zoek", "--help"]).answer());
}
