//! A meeting of twelve with a word in every private place, and every byte that the shared screen and the public window
//! were sent, titles included: none of those words is among them.

use dakpan::domain::Id;
use dakpan::domain::codes::{InstrumentKind, NoteKind, PartyKind, TileKind, Willing};
use dakpan::domain::people::NetworkPerson;
use dakpan::domain::trajectory::{Instrument, TileDetails};
use dakpan::store::{About, NewPerson, NewTile, QueueFrom, StoreError, Tx};

use super::WIDE;
use super::harness::Terminal;
use super::place::{Place, now};

/// Begins every word that nobody may read; of a family name the first letter may be read.
const CANARY: &str = "xkanarie";

fn word(what: &str, number: usize) -> String {
    format!("{CANARY}{what}{number}")
}

/// Puts a word of its own into every private field of every pupil, and into the names of those who are on no agenda.
fn with_canaries() -> Place {
    let place = Place::with_demo();
    let mut store = place.store();
    let day = now().date_naive();
    let meeting = store.current_meeting(day).unwrap().unwrap();
    let sitting = store.sitting(meeting).unwrap();
    let items = sitting.blocks.iter().flat_map(|block| block.items.iter());
    let on_agenda: Vec<Id> = items.filter_map(|row| row.item.pupil).collect();
    let mut all = Vec::new();
    for school in store.schools().unwrap() {
        let page = store.queue_page(Some(school.id), QueueFrom::Start, 500).unwrap();
        all.extend(page.lines.into_iter().map(|line| line.id));
    }
    assert!(all.len() > 20 && on_agenda.len() > 12);
    let about = About {
        intent: "write",
        pupil: None,
        meeting: None,
    };
    store
        .change(about, now(), |tx| {
            let care = tx.insert_party(PartyKind::CareProvider, &word("zorg", 0), "")?;
            let nurse = tx.insert_person(&NewPerson {
                party: care,
                given: word("verzorger", 0),
                family: word("verzorger", 1),
                position: String::new(),
                phone: String::new(),
                email: String::new(),
            })?;
            for (number, pupil) in all.iter().enumerate() {
                hide(tx, *pupil, number, on_agenda.contains(pupil), (care, nurse))?;
            }
            Ok(())
        })
        .unwrap();
    store.close().unwrap();
    place
}

fn hide(tx: &mut Tx<'_>, pupil: Id, number: usize, at_table: bool, (care, nurse): (Id, Id)) -> Result<(), StoreError> {
    let mut known = tx.pupil(pupil)?;
    known.name.family = word("familie", number);
    known.number = word("nummer", number);
    known.residence = word("stad", number);
    known.class = word("klas", number);
    if !at_table {
        known.name.given = word("roepnaam", number);
        known.wish = word("wens", number);
        known.strengths = word("sterk", number);
    }
    tx.update_pupil(&known)?;
    tx.write_note(
        NoteKind::Working,
        pupil,
        None,
        None,
        &word("werknotitie", number),
        now(),
    )?;
    tx.insert_network_person(&NetworkPerson {
        id: 0,
        pupil,
        name: word("moeder", number),
        relation: word("relatie", number),
        phone: word("telefoon", number),
        willing: Willing::Yes,
    })?;
    for kind in [
        InstrumentKind::WageValueAssessment,
        InstrumentKind::TargetGroupRegister,
        InstrumentKind::WorkDutyExemption,
    ] {
        tx.insert_instrument(
            pupil,
            &Instrument {
                id: 0,
                kind,
                party: Some(care),
                party_name: None,
                requested: "2026-05-01".parse().ok(),
                decided: None,
                started: None,
                ended: None,
                review: None,
                deferred_until: "2026-08-01".parse().ok(),
                deferred_reason: word("reden", number),
                value: Some(37),
                result: word("uitkomst", number),
            },
        )?;
    }
    tx.insert_tile(
        pupil,
        &NewTile {
            kind: TileKind::Care,
            party: care,
            holder: Some(nurse),
            label: word("behandeling", number),
            from: "2026-01-01".parse().unwrap(),
            until: None,
            ended: None,
            contract: None,
            no_guidance_on: None,
            no_guidance_by: String::new(),
            details: TileDetails {
                ended_why: word("einde", number),
                hours: None,
                wage_value: Some(37),
            },
        },
    )?;
    Ok(())
}

/// Fails when a terminal was ever sent one of those words, in whatever letters, drawn or not.
fn assert_no_canary(terminal: &Terminal, whose: &str) {
    let sent = terminal.everything().to_lowercase();
    if let Some(at) = sent.find(CANARY) {
        let from = sent.floor_char_boundary(at.saturating_sub(200));
        let to = sent.floor_char_boundary((at + 200).min(sent.len()));
        panic!("{whose}: {:?}", &sent[from..to]);
    }
    // A frame is sent as what changed, so a word may come in pieces: what stood on the screen is looked at as well.
    assert!(!terminal.screen().to_lowercase().contains("kanarie"), "{whose}");
    for title in terminal.titles() {
        assert!(
            ["dakpan", "Meekijkscherm"].contains(&title.as_str()),
            "{whose}: {title}"
        );
    }
}

#[test]
fn a_whole_meeting_sends_no_private_word_to_the_room() {
    let place = with_canaries();
    let chair = place.start(WIDE);
    let window = place.open((80, 24), &place.with_file(&["meekijken"]));
    chair.wait_for("MEEKIJKSCHERM: LEEG");
    chair.press("S").wait_for("Wie is er");
    chair.press("a a a a a a Enter").wait_gone("»Wie is er");
    chair.press("PgDn");
    for number in 1..=12 {
        chair
            .press("PgDn")
            .wait_for(&format!("{number}/12"))
            .wait_for("SCHRIJF");
        window.wait_for(&format!("{number}/12"));
        chair
            .send(format!("/b besluit{number}"))
            .press("Enter")
            .wait_for(&format!("BESLUIT besluit{number}"));
        window.wait_for(&format!("BESLUIT besluit{number}"));
        // Everything that can be looked at while shared.
        chair.press("Esc").wait_for("KIES");
        if number % 4 == 1 {
            for keys in [
                "4", "g", "g", "2", "c", "Esc", "w", "Esc", "o", "Esc", "D", "Esc", "T", "Esc", "?", "Esc", ":", "Esc",
            ] {
                chair.press(keys);
            }
            chair.press("/").send("x").press("Esc Esc");
            chair.resize(200, 50).resize(WIDE.0, WIDE.1);
        }
    }
    chair.press("T").wait_for("Klopt dit zo?");
    window.wait_for("Klopt dit zo?").wait_for("besluit1");
    chair.press("Enter").wait_gone("Klopt dit zo?");
    chair
        .press("PgDn")
        .wait_for("Nazorg")
        .press("PgDn")
        .wait_for("Besluiten")
        .press("PgDn");
    chair.wait_for("Wie is er · De Schakel");
    window.wait_for("Een ogenblik, we kijken wie er is");
    assert_no_canary(&chair, "the shared screen");
    assert_no_canary(&window, "the public window");
    chair.press("a a a a Enter").wait_gone("»Wie is er");
    window.wait_for("De Schakel");
    assert_no_canary(&chair, "the shared screen at the second school");
    // From here the chair's own screen is private, and the window goes on beside it.
    chair.press("Esc").wait_for("KIES").press("F8 j").wait_for("PRIVÉ");
    for keys in [
        "PgDn", "PgDn", "e", "Esc", "p", "Esc", "W", "Esc", "E", "Esc", "y", "Esc", "4", "2", "PgDn",
    ] {
        chair.press(keys);
    }
    chair.press("Esc Esc").press("/").send("kanarie").wait_for("anarie");
    chair.press("Esc Esc");
    chair.press("F9").wait_for("Scherm gepauzeerd");
    window.wait_for("Scherm gepauzeerd");
    chair.press("F9").wait_for("PRIVÉ").press("F8").wait_for("GEDEELD");
    window.wait_for("De Schakel");
    chair
        .press("Esc Esc S")
        .wait_for("S sluiten:")
        .press("S")
        .wait_for("gesloten");
    window.wait_for("Het overleg is afgesloten");
    chair.quit();
    window.wait_for("Wacht op de voorzitter").press("q");
    assert_eq!(window.wait_end(), 0);
    assert_no_canary(&window, "the public window");
    // The words were there to be seen: the private state showed them.
    assert!(chair.everything().to_lowercase().contains("kanarie"));
    // Nothing of it lies about in the home either, besides the file.
    for (path, bytes) in place.files() {
        let text = String::from_utf8_lossy(&bytes).to_lowercase();
        assert!(!text.contains("kanarie"), "{}", path.display());
    }
}
