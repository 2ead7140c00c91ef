//! `regel`: a line of a note as the screen would take it.

use serde_json::json;
use tempfile::TempDir;

use super::{Said, dakpan, said};

/// The command in a folder, on 3 June 2026, with a file that may be there.
fn run(folder: &TempDir, words: &[&str]) -> Said {
    let mut command = dakpan();
    command.current_dir(folder.path());
    command.args(["--bestand", "demo.dakpan", "--sleutel-bestand", "sleutel"]);
    said(command.args(["--vandaag", "2026-06-03"]).args(words))
}

fn demo() -> TempDir {
    let folder = TempDir::new().unwrap();
    std::fs::write(folder.path().join("sleutel"), [3; 32]).unwrap();
    run(&folder, &["demo", "--alleen-maken"]).answer();
    folder
}

#[test]
fn without_a_file_the_role_and_the_day_are_read() {
    let folder = TempDir::new().unwrap();
    let told = run(&folder, &["regel", "/a UWV belt de werkgever vrijdag"]).answer();
    assert_eq!(
        told,
        "actie\nWie: UWV\nWat: belt de werkgever\nWanneer: 2026-06-05 vr 05-06-2026\n"
    );
    let json = run(
        &folder,
        &["regel", "/a UWV belt de werkgever vrijdag", "--formaat", "json"],
    )
    .json();
    let owner = json!({"name": "", "role": "uwv"});
    assert_eq!(
        json,
        json!({"kind": "action", "owner": owner, "owners": [owner], "text": "belt de werkgever", "due": "2026-06-05"})
    );
    let told = run(&folder, &["regel", "/a iemand belt ooit"]).answer();
    assert_eq!(
        told,
        "actie\nWie: nog niemand\nWat: iemand belt ooit\nWanneer: geen datum\n"
    );
}

#[test]
fn every_other_line_is_what_it_is() {
    let folder = TempDir::new().unwrap();
    for (line, first, kind) in [
        ("/b proefplaatsing vanaf 1 september", "besluit", "decision"),
        ("/p thuis onrustig", "werknotitie", "working_note"),
        ("/v vervoer", "geparkeerd punt", "parked"),
        ("/l geen stageplek", "leerpunt", "lesson"),
        ("School: stage gaat goed", "gewone tekst", "text"),
        ("/x wat", "gewone tekst", "text"),
    ] {
        let told = run(&folder, &["regel", line]).answer();
        assert_eq!(told.lines().next(), Some(first), "{line}");
        let json = run(&folder, &["line", line, "--format", "json"]).json();
        assert_eq!(json["kind"], kind, "{line}");
        assert_eq!(json["due"], json!(null), "{line}");
    }
}

#[test]
fn the_people_of_the_next_meeting_are_known_by_name() {
    let folder = demo();
    let json = run(
        &folder,
        &[
            "regel",
            "/a Jan belt UWV over 2 weken",
            "--formaat",
            "json",
            "--met-namen",
        ],
    )
    .json();
    assert_eq!(json["text"], "belt UWV", "{json}");
    assert_eq!(json["due"], "2026-06-17");
    let name = json["owner"]["name"].as_str().unwrap().to_owned();
    assert!(name.starts_with("Jan "), "{json}");
    // To programs a professional is named only when names were asked for.
    let json = run(&folder, &["regel", "/a Jan belt UWV over 2 weken", "--formaat", "json"]).json();
    assert!(!json.to_string().contains(&name), "{json}");
    assert!(json["owner"]["name"].as_str().unwrap().starts_with("J."), "{json}");
    let told = run(&folder, &["regel", "/a Jan belt UWV volgend overleg"]).answer();
    assert!(told.contains(&name) && told.contains("Wanneer: 2026-"), "{told}");
    let told = run(&folder, &["--lang", "en", "line", "/a Jan calls UWV friday"]).answer();
    assert!(told.starts_with("action\n"), "{told}");
}
