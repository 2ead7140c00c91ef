use dakpan::domain::Id;
use dakpan::domain::codes::{NoteKind, SchoolKind};
use dakpan::domain::dossier::Found;
use dakpan::store::Reach;

use super::at;
use super::table::{Table, listed, new_person, new_school};

fn names(table: &Table, question: &str, limit: usize, reach: Reach) -> Vec<String> {
    let found = table.store.find(question, limit, reach).unwrap();
    let name = |found: Found| match found {
        Found::Pupil(line) => line.name.full(),
        Found::School { name, .. } | Found::Party { name, .. } => name,
        Found::Person { name, party, .. } => format!("{name}, {party}"),
        Found::Note { snippet, .. } => snippet.0,
    };
    found.into_iter().map(name).collect()
}

fn note(table: &mut Table, kind: NoteKind, pupil: Id, text: &str) {
    table.change(|tx| tx.write_note(kind, pupil, None, None, text, at("10:00:00")));
}

#[test]
fn every_kind_of_record_is_found_by_the_beginning_of_a_word() {
    let mut table = Table::new();
    let pupil = table.pupil("1", "Brugman", None);
    note(
        &mut table,
        NoteKind::Table,
        pupil,
        "De stage bij de brugwachter gaat goed.",
    );
    assert_eq!(
        names(&table, "brug", 10, Reach::All),
        [
            "De Brug",
            "Els Vos, De Brug",
            "Samira Brugman",
            "De stage bij de brugwachter gaat goed."
        ]
        .map(String::from)
        .to_vec(),
        "whole words first"
    );
    assert_eq!(
        names(&table, "jan boer", 10, Reach::All),
        ["Jan de Boer, Sociale Dienst"]
    );
    assert_eq!(names(&table, "xyz", 10, Reach::All), [""; 0]);
    assert_eq!(names(&table, "", 10, Reach::All), [""; 0]);
}

#[test]
fn a_working_note_is_never_found_and_a_pupil_only_on_the_chairs_own_screen() {
    let mut table = Table::new();
    let pupil = table.pupil("1", "Kaya", None);
    note(&mut table, NoteKind::Working, pupil, "geheim over kaya");
    assert_eq!(names(&table, "geheim", 10, Reach::All), [""; 0]);
    assert_eq!(names(&table, "kaya", 10, Reach::All), ["Samira Kaya"]);
    note(&mut table, NoteKind::Table, pupil, "openbaar over kaya");
    assert_eq!(names(&table, "kaya", 10, Reach::Professionals), [""; 0]);
    assert_eq!(names(&table, "openbaar", 10, Reach::Professionals), [""; 0]);
    assert_eq!(names(&table, "karin", 10, Reach::Professionals), ["Karin Smit, UWV"]);
}

#[test]
fn a_school_and_a_colleague_keep_their_place_beside_a_hundred_pupils() {
    let mut table = Table::new();
    let (school, social) = (table.school, table.social);
    table.change(|tx| {
        for n in 0..100 {
            tx.insert_pupil(&listed(&n.to_string(), "Bo", "Haven", None).pupil(school))?;
        }
        tx.insert_school(&new_school("De Haven", "00EF00", SchoolKind::Entree))?;
        tx.insert_person(&new_person(social, "Mo", "Haven"))
    });
    let found = names(&table, "haven", 10, Reach::All);
    assert_eq!(found.len(), 10);
    assert!(found.contains(&"De Haven".to_owned()));
    assert!(found.contains(&"Mo Haven, Sociale Dienst".to_owned()));
    assert_eq!(found.iter().filter(|name| *name == "Bo Haven").count(), 8);
}

#[test]
fn who_no_longer_works_there_is_not_found() {
    let mut table = Table::new();
    let jan = table.jan;
    let mut gone = table.store.person(jan).unwrap();
    gone.active = false;
    table.change(|tx| tx.update_person(&gone));
    assert_eq!(names(&table, "jan", 10, Reach::All), [""; 0]);
    assert_eq!(names(&table, "jan", 10, Reach::Everybody).len(), 1, "to put them back");
}

#[test]
fn a_note_shows_the_words_around_what_was_found() {
    let mut table = Table::new();
    let pupil = table.pupil("1", "Kaya", None);
    let long = "Eerst een lange inleiding over de school en de klas.\n\nDaarna: de proefplaatsing bij het \
                dierenasiel begint in september en duurt twee maanden.";
    note(&mut table, NoteKind::Table, pupil, long);
    for (question, expected) in [
        ("eerst", "Eerst een lange inleiding over de school en de klas. …"),
        ("dierena", "… bij het dierenasiel begint in september en duurt twee …"),
        (
            "maanden",
            "… het dierenasiel begint in september en duurt twee maanden.",
        ),
        (
            "proefplatsing",
            "… klas. Daarna: de proefplaatsing bij het dierenasiel begint …",
        ),
    ] {
        assert_eq!(names(&table, question, 10, Reach::All), [expected], "{question}");
    }
    let found = table.store.find("dierenasiel", 10, Reach::All).unwrap();
    assert!(
        !format!("{found:?}").contains("asiel"),
        "a list of what was found prints no note"
    );
}

#[test]
fn a_note_of_one_long_word_of_joined_letters_is_cut_between_letters() {
    let mut table = Table::new();
    let pupil = table.pupil("1", "Kaya", None);
    note(
        &mut table,
        NoteKind::Table,
        pupil,
        &format!("Yıldız{}", "e\u{301}👩‍👩‍👧".repeat(80)),
    );
    let found = names(&table, "yildiz", 10, Reach::All).remove(0);
    assert!(found.starts_with("Yıldıze\u{301}👩‍👩‍👧e\u{301}"));
    assert!(found.ends_with("👩‍👩‍👧 …") || found.ends_with("e\u{301} …"), "{found}");
}
