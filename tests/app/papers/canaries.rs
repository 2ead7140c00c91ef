//! Words in every private field, looked for in every form of every document.

use dakpan::app::papers::{Readers, make};
use dakpan::domain::codes::{InstrumentKind, NoteKind, PartyKind, TileKind, Willing};
use dakpan::domain::papers::{PaperFormat, PaperKind};
use dakpan::domain::people::NetworkPerson;
use dakpan::domain::trajectory::Instrument;
use dakpan::store::{NewPerson, NewTile, Tx};
use dakpan::text::{EN, NL};

use super::{ABOUT, agreed, day, wanted};
use crate::desk::{Desk, Table};
use crate::exchange::minutes::docx;

/// A desk whose every private field holds a word that nobody may read.
fn with_canaries() -> (Desk, Table) {
    let (desk, table) = agreed();
    let now = desk.now;
    let desk = desk.with_store(|store| {
        store.change(ABOUT, now, |tx| hide(tx, &table)).unwrap();
    });
    (desk, table)
}

fn hide(tx: &mut Tx<'_>, table: &Table) -> Result<(), dakpan::store::StoreError> {
    let pupil = table.pupils[0];
    let mut known = tx.pupil(pupil)?;
    known.name.family = "Kanariefamilie".into();
    known.number = "KANARIENUMMER".into();
    known.residence = "Kanariestad".into();
    known.class = "Kanarieklas".into();
    known.birth = Some(day("1907-12-24"));
    known.wish = "kanariewens".into();
    known.strengths = "kanariekracht".into();
    known.placement = "Kanariestage".into();
    known.sharing.informed_how = "kanariebrief".into();
    known.sharing.basis = "kanariegrond".into();
    tx.update_pupil(&known)?;
    // Somebody who is not on this agenda at all.
    let mut other = known.clone();
    other.number = "9999".into();
    other.name.given = "Kanarieander".into();
    other.name.family = "Kanarievreemd".into();
    tx.insert_pupil(&other)?;
    tx.write_note(
        NoteKind::Working,
        pupil,
        Some(table.meeting),
        None,
        "kanariewerknotitie",
        tx.now(),
    )?;
    tx.write_note(NoteKind::Working, pupil, None, None, "kanariewerk", tx.now())?;
    tx.write_note(NoteKind::Table, pupil, None, None, "kanarietussendoor", tx.now())?;
    tx.insert_network_person(&NetworkPerson {
        id: 0,
        pupil,
        name: "Kanariemoeder".into(),
        relation: "kanarierelatie".into(),
        phone: "06-KANARIE".into(),
        willing: Willing::Yes,
    })?;
    let care = tx.insert_party(PartyKind::CareProvider, "Kanariezorg", "Kanarieplaats")?;
    tx.insert_person(&NewPerson {
        party: care,
        given: "Kanarie".into(),
        family: "Buitenstaander".into(),
        phone: "06-KANARIE".into(),
        ..NewPerson::default()
    })?;
    // What is shown on purpose only, register and wage value, is in no document either.
    let instrument = |kind, value| Instrument {
        id: 0,
        kind,
        party: None,
        party_name: None,
        requested: Some(day("2026-02-01")),
        decided: None,
        started: None,
        ended: None,
        review: None,
        deferred_until: Some(day("2027-02-01")),
        deferred_reason: "kanarieuitstel".into(),
        value,
        result: "kanarieuitkomst".into(),
    };
    tx.insert_instrument(pupil, &instrument(InstrumentKind::TargetGroupRegister, None))?;
    tx.insert_instrument(pupil, &instrument(InstrumentKind::WageValueAssessment, Some(73)))?;
    // Nobody holds by it, so nobody is told of it.
    tx.insert_tile(
        pupil,
        &NewTile {
            kind: TileKind::Care,
            party: care,
            holder: None,
            label: "kanariebehandeling".into(),
            from: day("2026-01-01"),
            until: None,
            ended: None,
            contract: None,
            no_guidance_on: None,
            no_guidance_by: "kanarieniemand".into(),
            details: dakpan::domain::trajectory::TileDetails::default(),
        },
    )?;
    Ok(())
}

/// Everything a reader can get out of the bytes of a form, in small letters and without white space, so that a word
/// that is broken over two lines is found.
fn readable(format: PaperFormat, bytes: &[u8]) -> String {
    let text = match format {
        PaperFormat::Markdown => String::from_utf8(bytes.to_vec()).unwrap(),
        PaperFormat::Calendar => String::from_utf8(bytes.to_vec()).unwrap().replace("\r\n ", ""),
        PaperFormat::Docx => {
            let parts = docx::parts(bytes).into_iter();
            parts.map(|(name, text)| format!("{name} {text}")).collect()
        }
        PaperFormat::Pdf => pdf(bytes),
    };
    text.to_lowercase().split_whitespace().collect()
}

/// What is drawn on the sheets, and every string and stream behind them.
pub(super) fn pdf(bytes: &[u8]) -> String {
    let pdf = lopdf::Document::load_mem(bytes).unwrap();
    let sheets: Vec<u32> = pdf.get_pages().into_keys().collect();
    let mut text = pdf.extract_text(&sheets).unwrap();
    for object in pdf.objects.values() {
        strings(object, &mut text);
    }
    text
}

fn strings(object: &lopdf::Object, text: &mut String) {
    match object {
        lopdf::Object::String(bytes, _) => {
            text.push(' ');
            text.push_str(&lopdf::decode_text_string(object).unwrap_or_else(|_| String::from_utf8_lossy(bytes).into()));
        }
        lopdf::Object::Array(several) => several.iter().for_each(|one| strings(one, text)),
        lopdf::Object::Dictionary(dictionary) => dictionary.iter().for_each(|(_, one)| strings(one, text)),
        lopdf::Object::Stream(stream) => {
            stream.dict.iter().for_each(|(_, one)| strings(one, text));
            let content = stream.decompressed_content().unwrap_or_else(|_| stream.content.clone());
            text.push_str(&String::from_utf8_lossy(&content));
        }
        _ => {}
    }
}

const EVERY_FORM: [PaperFormat; 4] = [
    PaperFormat::Docx,
    PaperFormat::Pdf,
    PaperFormat::Markdown,
    PaperFormat::Calendar,
];

#[test]
fn no_private_field_is_in_any_form_of_any_document() {
    let (desk, table) = with_canaries();
    let mut looked_at = 0;
    for kind in PaperKind::ALL {
        for readers in [Readers::Tables, Readers::EveryParty] {
            if readers == Readers::EveryParty && *kind != PaperKind::Minutes {
                continue;
            }
            for (with_notes, catalog) in [(false, &NL), (true, &EN)] {
                let mut wanted = wanted(&table, *kind, &EVERY_FORM);
                (wanted.with_notes, wanted.readers) = (with_notes, readers);
                for paper in make(desk.store(), &wanted, desk.now, catalog).unwrap() {
                    for (format, bytes) in &paper.files {
                        let text = readable(*format, bytes);
                        for word in [
                            "kanarie",
                            "1907",
                            "daan",
                            "geheimsma",
                            "öztürk",
                            "doelgroepregister",
                            "targetgroup",
                            "73%",
                        ] {
                            assert!(!text.contains(word), "{word} in {}.{}", paper.stem, format.code());
                        }
                        looked_at += 1;
                    }
                    assert!(!paper.whom.to_lowercase().contains("kanarie") && !paper.stem.contains("kanarie"));
                }
            }
        }
    }
    assert!(looked_at > 60, "{looked_at}");
}

#[test]
fn a_word_that_is_there_is_found_in_every_form() {
    let (desk, table) = with_canaries();
    let mut wanted = wanted(&table, PaperKind::Minutes, &EVERY_FORM);
    wanted.with_notes = true;
    let papers = make(desk.store(), &wanted, desk.now, &NL).unwrap();
    for (format, bytes) in &papers[0].files {
        let text = readable(*format, bytes);
        let expected = match format {
            PaperFormat::Calendar => "20260909",
            _ => "zichtbaarwoord",
        };
        assert!(text.contains(expected), "{}: {text}", format.code());
    }
}
