//! Copies of the file: as encrypted as the file, never in the place of another file, and the newest kept.

use super::Table;

#[test]
fn a_copy_is_as_encrypted_as_the_file_and_opens_with_the_same_key() {
    let table = Table::laid();
    let copy = table.folder.path().join("kopie.dakpan");
    let told = table.run(&["backup", copy.to_str().unwrap()]).answer();
    assert!(
        told.starts_with(&format!("Kopie gemaakt: {} (", copy.display())),
        "{told}"
    );
    let bytes = std::fs::read(&copy).unwrap();
    assert!(!bytes.windows(6).any(|window| window == b"Samira"));
    std::fs::remove_file(table.path()).unwrap();
    std::fs::rename(&copy, table.path()).unwrap();
    assert!(table.run(&["contact", "brug"]).answer().contains("Ria Kok"));
    assert_eq!(table.open().journal(1, None).unwrap()[0].intent, "write");
}

#[test]
fn a_copy_never_replaces_a_file_and_least_of_all_the_file_itself() {
    let table = Table::laid();
    let taken = table.folder.path().join("verslag.docx");
    std::fs::write(&taken, "van mij").unwrap();
    let before = table.bytes();
    for target in [&taken, &table.path()] {
        let line = table.run(&["backup", target.to_str().unwrap()]).refusal();
        assert!(
            line.starts_with(&format!("{}: Het bestand bestaat al.", target.display())),
            "{line}"
        );
    }
    assert!(table.bytes() == before);
}

#[test]
fn the_fourteen_newest_copies_beside_the_file_are_kept() {
    let table = Table::laid();
    let folder = table.folder.path().join("backups");
    std::fs::create_dir(&folder).unwrap();
    std::fs::write(folder.join("eigen.txt"), "van mij").unwrap();
    for day in 1..=15 {
        let old = folder.join(format!("tafel-202505{day:02}-100000.backup.dakpan"));
        std::fs::write(old, b"dakpan\x02123456789").unwrap();
    }
    let copy = table.run(&["backup", "--formaat", "json"]).json();
    assert_eq!(copy["removed"], 2);
    let names: Vec<String> = super::bytes_in(&folder)
        .into_keys()
        .map(|path| path.file_name().unwrap().to_str().unwrap().to_owned())
        .collect();
    assert_eq!(names.len(), 15, "fourteen copies and what is not a copy: {names:?}");
    assert!(names.contains(&"eigen.txt".to_owned()));
    assert!(
        !names
            .iter()
            .any(|name| name.contains("20250501") || name.contains("20250502")),
        "{names:?}"
    );
    let made = std::path::Path::new(copy["file"].as_str().unwrap());
    assert!(made.starts_with(&folder) && made.is_file());
    assert!(
        made.file_name()
            .unwrap()
            .to_str()
            .unwrap()
            .starts_with("tafel-20260603-"),
        "the program's day"
    );
    assert_eq!(copy["bytes"], std::fs::metadata(made).unwrap().len());
}

/// In a folder of the user's choice nothing is ever removed.
#[test]
fn a_folder_that_is_asked_for_gets_a_copy_and_keeps_the_others() {
    let table = Table::laid();
    let folder = table.folder.path().join("stick");
    std::fs::create_dir(&folder).unwrap();
    for day in 1..=12 {
        std::fs::write(folder.join(format!("tafel-202505{day:02}-100000.backup.dakpan")), "oud").unwrap();
    }
    table.run(&["backup", folder.to_str().unwrap()]).answer();
    assert_eq!(super::bytes_in(&folder).len(), 13);
    assert!(!table.folder.path().join("backups").exists());
}
