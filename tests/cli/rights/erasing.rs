//! `wissen`: nothing without the number, everywhere it stood, and what is told before and after.

use super::super::Said;
use super::Demo;

#[test]
fn nothing_is_erased_without_the_number() {
    let demo = Demo::made();
    let (id, number) = demo.samira();
    demo.run(&["verslag", "--formaat", "md", "--naar", "stukken"]).answer();
    for words in [vec!["wissen", &id], vec!["wissen", &id, "--bevestig", "999"]] {
        let done = demo.run(&words);
        assert_eq!(done.code, 1, "{done:?}");
        assert!(
            done.out.contains("Dit wordt gewist") && done.out.contains("notities:"),
            "{}",
            done.out
        );
        assert!(done.out.contains("Eerder uitgegeven stukken"), "{}", done.out);
        assert!(done.err.contains("niet getypt"), "{}", done.err);
        assert!(!done.out.contains("Samira"), "what is told can be shown: {}", done.out);
    }
    demo.run(&["inzage", &number, "--naar", "nog"]).answer();
}

#[test]
fn whoever_listens_hears_the_file_and_each_backup_as_a_line() {
    let demo = Demo::made();
    let (id, number) = demo.samira();
    demo.run(&["backup"]).answer();
    let said = demo.run(&["--voorlees", "wissen", &id, "--bevestig", &number]);
    assert_eq!(said.code, 0, "{said:?}");
    assert_eq!(said.err, "het bestand …\nkopie 1 van 1 …\n");
}

#[test]
fn an_erased_pupil_is_found_no_more_and_the_trail_says_that_somebody_was() {
    let demo = Demo::made();
    let (id, number) = demo.samira();
    demo.run(&["backup"]).answer();
    let told = demo.run(&["wissen", &id, "--bevestig", &number]).answer();
    assert!(told.contains("niets gevonden") && told.contains("Kopie "), "{told}");
    assert_eq!(demo.run(&["zoek", "Samira"]).code, 1);
    assert!(
        demo.run(&["wachtrij", "--iedereen"])
            .answer()
            .contains("1 leerling is gewist")
    );
    demo.run(&["inzage", &number]).refusal();
    let lines = demo.trail();
    assert_eq!(
        (lines[0]["kind"].as_str(), lines[0]["why"].as_str()),
        (Some("erased"), Some("request"))
    );
    assert!(lines.iter().all(|line| line["pupil"].is_null()), "{lines:?}");
    let sound = demo.run(&["logboek", "--controleer"]).answer();
    assert!(sound.contains("heel en volledig"), "{sound}");
    assert!(demo.run(&["controle"]).answer().contains("in orde"));
    let open = demo.run(&["trail", "--verify", "--format", "json"]).json();
    assert_eq!(open["sound"], true);
}

#[test]
fn rows_that_name_the_pupil_alike_are_counted_and_not_listed_one_by_one() {
    let demo = Demo::made();
    let (id, _) = demo.samira();
    let pupil = id.parse().unwrap();
    let secret = dakpan::store::Secret::from_key_file(&demo.folder.path().join("sleutel")).unwrap();
    let file = demo.folder.path().join("demo.dakpan");
    let mut store = dakpan::store::Store::open(super::super::opening(file, secret)).unwrap();
    let family = store.pupil(pupil).unwrap().name.family;
    let another = store
        .kept_pupils(None, "2026-06-03".parse().unwrap())
        .unwrap()
        .into_iter()
        .find(|kept| kept.pupil.id != pupil)
        .unwrap();
    let person = |relation: &str| dakpan::domain::people::NetworkPerson {
        id: 0,
        pupil: another.pupil.id,
        name: family.clone(),
        relation: relation.to_owned(),
        phone: String::new(),
        willing: dakpan::domain::codes::Willing::Unknown,
    };
    store
        .unjournaled("2026-06-03T09:00:00+02:00".parse().unwrap(), |tx| {
            for relation in ["oom", "tante", "nicht"] {
                tx.insert_network_person(&person(relation))?;
            }
            Ok(())
        })
        .unwrap();
    drop(store);
    let told = demo.run(&["wissen", &id]).out;
    let lines: Vec<&str> = told.lines().filter(|line| line.contains("netwerk (alleen")).collect();
    assert_eq!(
        lines,
        ["  3× netwerk (alleen de achternaam: misschien iemand anders)"],
        "{told}"
    );
}

#[test]
fn the_plan_names_the_copies_that_do_not_open_and_what_that_means() {
    let demo = Demo::made();
    let (id, number) = demo.samira();
    demo.run(&["backup"]).answer();
    let copy = dakpan::store::own_backups(&demo.folder.path().join("demo.dakpan")).unwrap()[0]
        .path
        .clone();
    let name = copy.file_name().unwrap().to_str().unwrap();
    let told = |said: Said| format!("{}{}", said.out, said.err);
    assert!(!told(demo.run(&["wissen", &id])).contains("gaat niet open"));
    let mut bytes = std::fs::read(&copy).unwrap();
    bytes[100..4000].fill(7);
    std::fs::write(&copy, bytes).unwrap();
    let plan = told(demo.run(&["wissen", &id]));
    assert!(
        plan.contains(&format!("kopie {name} gaat niet open: zij heeft een ander wachtwoord")),
        "{plan}"
    );
    assert!(plan.contains("blijft daar staan: verwijder deze kopie zelf"), "{plan}");
    let plan = told(demo.run(&["wissen", &id, "--lang", "en"]));
    assert!(plan.contains("does not open: it has another passphrase"), "{plan}");
    assert_eq!(
        demo.run(&["wissen", &id, "--bevestig", &number]).code,
        1,
        "not everywhere"
    );
    assert_eq!(demo.run(&["zoek", "Samira"]).code, 1);
}

#[test]
fn a_copy_of_before_an_erasure_brings_nobody_back() {
    let demo = Demo::made();
    let (id, number) = demo.samira();
    demo.run(&["backup", "elders.dakpan"]).answer();
    demo.run(&["wissen", &id, "--bevestig", &number]).answer();
    let told = demo.run(&["herstel", "elders.dakpan", "--ja"]).answer();
    assert!(told.contains("is ook hier weer gewist"), "{told}");
    assert_eq!(demo.run(&["zoek", "Samira"]).code, 1);
    assert_eq!(demo.run(&["zoek", "Mehmet"]).code, 0);
    assert!(demo.run(&["controle"]).answer().contains("in orde"));
    // A copy of which nobody was erased says nothing of it.
    demo.run(&["backup", "later.dakpan"]).answer();
    let told = demo.run(&["herstel", "later.dakpan", "--ja"]).answer();
    assert!(!told.contains("gewist"), "{told}");
}
