//! What may be seen while shared: canaries in every private place, looked for on every screen.

use dakpan::domain::codes::{InstrumentKind, NoteKind, PartyKind, TileKind, Willing};
use dakpan::domain::people::NetworkPerson;
use dakpan::domain::trajectory::{Instrument, TileDetails};
use dakpan::store::{About, NewPerson, NewTile};

use crate::desk::Desk;

const ABOUT: About = About {
    intent: "write",
    pupil: None,
    meeting: None,
};

/// An instrument that was put off, for a reason that nobody may read.
fn put_off(kind: InstrumentKind) -> Instrument {
    Instrument {
        id: 0,
        kind,
        party: None,
        party_name: None,
        requested: None,
        decided: None,
        started: None,
        ended: None,
        review: "2026-09-01".parse().ok(),
        deferred_until: "2027-01-01".parse().ok(),
        deferred_reason: "kanariereden".into(),
        value: Some(42),
        result: "kanarieuitkomst".into(),
    }
}

/// A desk whose every private field holds a word that nobody may read.
fn with_canaries() -> Desk {
    let (mut desk, table) = Desk::with_pupils(4);
    let pupil = table.pupils[0];
    let now = desk.now;
    desk = desk.with_store(|store| {
        store
            .change(ABOUT, now, |tx| {
                let mut known = tx.pupil(pupil)?;
                known.name.family = "Kanariefamilie".into();
                known.number = "KANARIENUMMER".into();
                known.residence = "Kanariestad".into();
                known.class = "Kanarieklas".into();
                known.birth = Some("2008-12-24".parse().unwrap());
                tx.update_pupil(&known)?;
                // A given name may be read while its pupil is at hand, so only of a pupil who is not.
                let mut known = tx.pupil(table.pupils[3])?;
                known.name.given = "Kanarievoornaam".into();
                tx.update_pupil(&known)?;
                tx.write_note(NoteKind::Working, pupil, None, None, "kanariewerknotitie", now)?;
                tx.insert_network_person(&NetworkPerson {
                    id: 0,
                    pupil,
                    name: "Kanariemoeder".into(),
                    relation: "moeder".into(),
                    phone: "06-KANARIE".into(),
                    willing: Willing::Yes,
                })?;
                let care = tx.insert_party(PartyKind::CareProvider, "Kanariezorg", "")?;
                let nurse = tx.insert_person(&NewPerson {
                    party: care,
                    given: "Kanarie".into(),
                    family: "Verzorger".into(),
                    position: String::new(),
                    phone: String::new(),
                    email: String::new(),
                })?;
                for kind in [InstrumentKind::TargetGroupRegister, InstrumentKind::JobCoach] {
                    tx.insert_instrument(pupil, &put_off(kind))?;
                }
                tx.insert_tile(
                    pupil,
                    &NewTile {
                        kind: TileKind::Care,
                        party: care,
                        holder: Some(nurse),
                        label: "kanariebehandeling".into(),
                        from: "2026-01-01".parse().unwrap(),
                        until: None,
                        ended: None,
                        contract: None,
                        no_guidance_on: None,
                        no_guidance_by: "Kanariebeslisser".into(),
                        details: TileDetails {
                            ended_why: "kanarie-einde".into(),
                            hours: None,
                            wage_value: Some(37),
                        },
                    },
                )?;
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
                            requested: Some("2026-05-01".parse().unwrap()),
                            decided: None,
                            started: None,
                            ended: None,
                            review: None,
                            deferred_until: Some("2026-08-01".parse().unwrap()),
                            deferred_reason: "kanariereden".into(),
                            value: Some(37),
                            result: "kanarie-uitslag".into(),
                        },
                    )?;
                }
                Ok(())
            })
            .unwrap();
    });
    desk
}

fn assert_no_canary(desk: &mut Desk, after: &str) {
    for (columns, rows) in [(80, 24), (120, 36), (200, 50), (62, 20)] {
        let screen = desk.screen(columns, rows).to_lowercase();
        for word in [
            "kanarie",
            "2008",
            "geheimsma",
            "verborg",
            "24 dec",
            "24-12",
            "37%",
            "loonwaarde",
            "doelgroepregister",
            "ontheffing",
        ] {
            assert!(
                !screen.contains(word),
                "{word} after {after} at {columns}×{rows}\n{screen}"
            );
        }
    }
}

#[test]
fn no_private_field_reaches_the_shared_screen_whatever_is_pressed() {
    let mut desk = with_canaries();
    assert_no_canary(&mut desk, "the start");
    for keys in [
        "S",
        "Enter",
        "PgDn PgDn",
        "Esc",
        "1",
        "2",
        "3",
        "4",
        "4",
        "g",
        "Right",
        "Down",
        "g",
        "Up",
        "z",
        "z",
        "y",
        "c",
        "Esc",
        "w",
        "Esc",
        "o",
        "Esc",
        "T",
        "Esc",
        "D",
        "Down Down",
        "Esc",
        "?",
        "Esc",
        ":",
        "Esc",
        "A",
        "Esc",
        "s",
        "Esc",
        "O",
        "Esc",
        "e",
        "E",
        "p",
        "n",
        "N",
        "P",
        "H",
        "Esc",
        "W",
        "G",
        "Z",
        "1",
        "1",
        "z",
        "2",
        "PgDn",
        "PgDn",
        "Esc",
        "/",
    ] {
        desk.press(keys);
        assert_no_canary(&mut desk, keys);
    }
    desk.write("d");
    assert_no_canary(&mut desk, "finding by initial");
}

#[test]
fn the_same_words_are_there_for_the_chair_alone() {
    let mut desk = with_canaries();
    desk.private();
    desk.sees("Kanariefamilie").sees("PRIV");
    let wide = desk.screen(200, 50);
    assert!(wide.contains("kanariewerknotitie"), "{wide}");
    desk.press("F8");
    assert_no_canary(&mut desk, "back to shared");
}

#[test]
fn of_the_reasons_a_room_reads_only_those_of_the_pupil_at_hand_and_nothing_of_register_birth_or_care() {
    let (desk, table) = Desk::with_pupils(3);
    let now = desk.now;
    let (at_hand, other) = (table.pupils[0], table.pupils[1]);
    let day = |text: &str| Some(text.parse().unwrap());
    let mut desk = desk.with_store(|store| {
        store
            .change(ABOUT, now, |tx| {
                let care = tx.insert_party(PartyKind::CareProvider, "Kanariezorg", "")?;
                let loket = tx.insert_party(PartyKind::YouthDesk, "Kanarieloket", "")?;
                // Turns eighteen within sixty days: a term that tells of the birth date.
                let mut known = tx.pupil(at_hand)?;
                known.birth = day("2008-06-20");
                tx.update_pupil(&known)?;
                let register = Instrument {
                    id: 0,
                    kind: InstrumentKind::TargetGroupRegister,
                    requested: None,
                    decided: None,
                    started: None,
                    ended: None,
                    review: None,
                    deferred_until: day("2026-05-01"),
                    deferred_reason: String::new(),
                    party: None,
                    party_name: None,
                    result: String::new(),
                    value: None,
                };
                tx.insert_instrument(at_hand, &register)?;
                tx.ask_for_pupil(at_hand, Some(care), "kanarieverhaal", now.date_naive())?;
                tx.ask_for_pupil(other, Some(loket), "kanarieverhaal", now.date_naive())?;
                Ok(())
            })
            .unwrap();
    });
    let kinds = |desk: &Desk| {
        let mut kinds: Vec<_> = desk.program.state.why[&at_hand]
            .iter()
            .map(|why| why.reason.kind)
            .collect();
        kinds.dedup();
        kinds
    };
    use dakpan::domain::reason::ReasonKind;
    for kind in [ReasonKind::RegisterReview, ReasonKind::TermDue, ReasonKind::AskedFor] {
        assert!(
            kinds(&desk).contains(&kind),
            "{kind:?}: the canaries are there to be seen"
        );
    }
    for keys in ["PgUp", "1", "1", "z", "2", "2", "z", "4", "3"] {
        desk.press(keys);
        for (columns, rows) in [(80, 24), (120, 36), (200, 50)] {
            let screen = desk.screen(columns, rows).to_lowercase();
            for word in [
                "kanarie",
                "register",
                "achttien",
                "20-06-2026",
                "20 jun",
                "jongerenloket",
            ] {
                assert!(
                    !screen.contains(word),
                    "{word} after {keys} at {columns}×{rows}\n{screen}"
                );
            }
        }
    }
    desk.press("2").sees("andere partij vraagt om overleg");
    desk.private()
        .press("1 1")
        .sees("Kanarieloket")
        .sees("doelgroepregister opnieuw bekijken");
}

#[test]
fn a_pupil_who_was_not_informed_is_a_case_with_a_number() {
    let (desk, table) = Desk::with_pupils(4);
    let now = desk.now;
    let mut desk = desk.with_store(|store| {
        store
            .change(ABOUT, now, |tx| {
                let mut known = tx.pupil(table.pupils[3])?;
                known.sharing.informed_on = None;
                tx.update_pupil(&known)
            })
            .unwrap();
    });
    desk.sees("casus 4").sees_not("S.K.");
    desk.press("PgDn PgDn PgDn").sees_not("Samira");
    desk.private().sees("Samira Kaya");
}

#[test]
fn a_change_of_school_shows_nothing_until_the_chair_has_said_who_is_present() {
    let (mut desk, _) = Desk::with_pupils(1);
    desk.press("S Enter Enter PgDn PgDn PgDn PgDn");
    desk.sees("D.B.");
    desk.press("PgDn").sees_not("D.B.").sees_not("Y.G.").sees("De Schakel");
    desk.press("Enter Enter").sees("Y.G.").sees_not("D.B.");
}

#[test]
fn blank_is_one_key_in_any_mode_and_shows_no_name() {
    let (mut desk, _) = Desk::with_pupils(4);
    desk.press("S Enter Enter PgDn PgDn").write("vertrouwelijk woord");
    desk.sees("vertrouwelijk woord");
    desk.press("F9")
        .sees_not("vertrouwelijk")
        .sees_not("D.B.")
        .sees_not("De Brug");
    desk.press("F9").sees("vertrouwelijk woord");
}
