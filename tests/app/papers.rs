//! Documents that go out of a real file: who may read what, what is recorded, and that nothing private comes along.

mod barred;
mod canaries;
mod files;
mod recorded;
mod settled;

use dakpan::app::papers::{Paper, Readers, Wanted, make};
use dakpan::domain::codes::{InstrumentKind, ItemState, NoteKind};
use dakpan::domain::papers::{PaperFormat, PaperKind};
use dakpan::domain::rights::{ByWhom, Consent, ConsentKind};
use dakpan::domain::trajectory::Instrument;
use dakpan::domain::{Day, Id, Moment};
use dakpan::store::{About, NewAction, NewDecision, NewTile, Store, Tx};
use dakpan::text::{Lang, NL};

use crate::desk::{Desk, Table};

pub const ABOUT: About = About {
    intent: "write",
    pupil: None,
    meeting: None,
};

pub fn day(text: &str) -> Day {
    text.parse().unwrap()
}

pub fn wanted(table: &Table, kind: PaperKind, formats: &[PaperFormat]) -> Wanted {
    Wanted {
        kind,
        meeting: Some(table.meeting),
        readers: Readers::Tables,
        pupil: None,
        owner: None,
        formats: formats.to_vec(),
        with_notes: false,
        with_names: false,
    }
}

/// Who is at the table of De Brug.
pub struct People {
    pub jan: Id,
    pub els: Id,
    pub karin: Id,
    pub uwv: Id,
}

pub fn people(store: &Store) -> People {
    let all = store.people(None, 50).unwrap();
    let named = |family: &str| all.iter().find(|person| person.family == family).unwrap();
    People {
        jan: named("de Boer").id,
        els: named("Vos").id,
        karin: named("Smit").id,
        uwv: named("Smit").party,
    }
}

/// The parents of the first pupil object to its being shared with a party.
fn objection(table: &Table, party: Id, now: Moment) -> Consent {
    Consent {
        id: 0,
        pupil: table.pupils[0],
        party: Some(party),
        meeting: Some(table.meeting),
        kind: ConsentKind::Objection,
        basis: String::new(),
        on: now.date_naive(),
        by: ByWhom::Parents,
        how: String::new(),
    }
}

/// A wage subsidy that a party decides on: whoever has it is a pupil of that party.
fn support(party: Id) -> Instrument {
    Instrument {
        id: 0,
        kind: InstrumentKind::WageSubsidy,
        party: Some(party),
        party_name: None,
        requested: Some(day("2026-05-03")),
        decided: None,
        started: None,
        ended: None,
        review: None,
        deferred_until: None,
        deferred_reason: String::new(),
        value: None,
        result: String::new(),
    }
}

/// The item of each pupil of the meeting, of both blocks.
fn items(store: &Store, meeting: Id) -> Vec<(Id, Id)> {
    let sitting = store.sitting(meeting).unwrap();
    let rows = sitting.blocks.iter().flat_map(|block| &block.items);
    rows.filter_map(|row| Some((row.item.id, row.item.pupil?))).collect()
}

/// A desk with four pupils at De Brug: about the first two something was agreed, in words that name them.
pub fn agreed() -> (Desk, Table) {
    let (desk, table) = Desk::with_pupils(4);
    let now = desk.now;
    let desk = desk.with_store(|store| {
        let (items, people) = (items(store, table.meeting), people(store));
        store
            .change(ABOUT, now, |tx| record(tx, &table, &items, &people))
            .unwrap();
    });
    (desk, table)
}

fn record(
    tx: &mut Tx<'_>,
    table: &Table,
    items: &[(Id, Id)],
    people: &People,
) -> Result<(), dakpan::store::StoreError> {
    let today = day("2026-06-03");
    let mut agree = |at: usize, decision: &str, actions: &[(Id, &str, Option<&str>)]| {
        let (item, pupil) = items[at];
        tx.add_decision(&NewDecision {
            pupil: Some(pupil),
            meeting: Some(table.meeting),
            item: Some(item),
            text: decision.into(),
            provisional: false,
            decided_on: today,
        })?;
        for (owner, text, due) in actions {
            tx.add_action(&NewAction {
                pupil: Some(pupil),
                school: None,
                meeting: Some(table.meeting),
                item: Some(item),
                owner: Some(*owner),
                text: (*text).into(),
                due: due.map(day),
                agreed_on: today,
            })?;
        }
        tx.set_item_state(item, ItemState::Discussed)
    };
    agree(
        0,
        "Daan start op proef, Mehmet helpt",
        &[
            (people.jan, "belt de baas van Daan Bakker", Some("2026-06-12")),
            (people.els, "mailt het rooster", None),
        ],
    )?;
    agree(
        1,
        "loonwaardemeting",
        &[(people.karin, "meet bij Öztürk thuis", Some("2026-06-15"))],
    )?;
    agree(
        4,
        "Yara blijft op school",
        &[(people.jan, "praat met Geheimsma", Some("2026-06-20"))],
    )?;
    tx.write_note(
        NoteKind::Table,
        table.pupils[0],
        Some(table.meeting),
        None,
        "zichtbaarwoord over Daan",
        tx.now(),
    )?;
    tx.set_next_day(table.meeting, Some(day("2026-09-09")))
}

/// The Markdown of the documents, by file name.
pub fn markdown(desk: &Desk, wanted: &Wanted) -> Vec<(String, String)> {
    let papers = make(desk.store(), wanted, desk.now, &NL).unwrap();
    let text = |paper: Paper| {
        let bytes = paper.files.into_iter().next().unwrap().1;
        (paper.stem, String::from_utf8(bytes).unwrap())
    };
    papers.into_iter().map(text).collect()
}

fn minutes(table: &Table) -> Wanted {
    wanted(table, PaperKind::Minutes, &[PaperFormat::Markdown])
}

#[test]
fn each_table_has_minutes_of_its_own_and_reads_nothing_of_the_other_school() {
    let (desk, table) = agreed();
    let papers = markdown(&desk, &minutes(&table));
    let stems: Vec<&str> = papers.iter().map(|(stem, _)| stem.as_str()).collect();
    assert_eq!(stems, ["verslag-2026-06-03-de-brug", "verslag-2026-06-03-de-schakel"]);
    assert!(papers[0].1.contains("## D.B.") && !papers[0].1.contains("Y.G."));
    assert!(papers[1].1.contains("## Y.G.") && !papers[1].1.contains("D.B."));
}

#[test]
fn names_in_what_was_typed_become_what_the_pupil_is_called() {
    let (desk, table) = agreed();
    let text = &markdown(&desk, &minutes(&table))[0].1;
    assert!(text.contains("D.B. start op proef, M.Ö. helpt"), "{text}");
    assert!(text.contains("belt de baas van D.B. |"), "{text}");
    assert!(
        !text.contains("Daan") && !text.contains("Bakker") && !text.contains("Mehmet"),
        "{text}"
    );
    let mut full = minutes(&table);
    full.with_names = true;
    let text = &markdown(&desk, &full)[0].1;
    assert!(
        text.contains("## Daan Bakker") && text.contains("belt de baas van Daan Bakker"),
        "{text}"
    );
}

#[test]
fn a_correction_makes_a_new_version_with_its_day_and_reason() {
    let (desk, table) = agreed();
    let now = desk.now;
    let desk = desk.with_store(|store| {
        let correct = |tx: &mut Tx<'_>| {
            tx.set_opened(table.meeting, Some(now))?;
            tx.set_closed(table.meeting, Some(now + chrono::TimeDelta::minutes(64)))?;
            let later = now + chrono::TimeDelta::days(2);
            tx.add_correction(table.meeting, later, "Voorzitter", "datum van Daan was verkeerd")
        };
        store.change(ABOUT, now, correct).unwrap();
    });
    let text = &markdown(&desk, &minutes(&table))[0].1;
    assert!(
        text.contains("- Versie 2, vrijdag 5 juni 2026: datum van D.B. was verkeerd"),
        "{text}"
    );
    assert!(
        text.contains("10:00 tot 11:04 uur") && !text.contains("Voorlopig"),
        "{text}"
    );
}

#[test]
fn a_pupil_who_may_not_be_named_is_a_case_whatever_is_asked() {
    let (desk, table) = agreed();
    let now = desk.now;
    let desk = desk.with_store(|store| {
        let silent = |tx: &mut Tx<'_>| {
            let mut known = tx.pupil(table.pupils[0])?;
            known.sharing.objection_on = Some(day("2026-05-01"));
            tx.update_pupil(&known)
        };
        store.change(ABOUT, now, silent).unwrap();
    });
    let mut full = minutes(&table);
    full.with_names = true;
    let text = &markdown(&desk, &full)[0].1;
    assert!(
        text.contains("## casus 1") && text.contains("casus 1 start op proef"),
        "{text}"
    );
    assert!(
        !text.contains("Daan") && !text.contains("Bakker") && !text.contains("D.B."),
        "{text}"
    );
}

#[test]
fn a_party_reads_its_own_actions_and_the_decisions_of_its_tables() {
    let (desk, table) = agreed();
    let people = people(desk.store());
    let mut of_uwv = minutes(&table);
    of_uwv.readers = Readers::Party(people.uwv);
    of_uwv.with_notes = true;
    let papers = markdown(&desk, &of_uwv);
    assert_eq!(papers.len(), 1);
    let (stem, text) = &papers[0];
    assert_eq!(stem, "verslag-voor-2026-06-03-uwv");
    assert!(
        text.contains("meet bij M.Ö. thuis") && text.contains("D.B. start op proef"),
        "{text}"
    );
    for word in [
        "belt de baas",
        "rooster",
        "praat met",
        "zichtbaarwoord",
        "Vraag",
        "Voorstel",
    ] {
        assert!(!text.contains(word), "{word} in {text}");
    }
    let mut every = minutes(&table);
    every.readers = Readers::EveryParty;
    let papers = markdown(&desk, &every);
    assert_eq!(papers.len(), 4, "two schools, the social service and UWV");
    let of_brug = papers.iter().find(|(stem, _)| stem.ends_with("de-brug")).unwrap();
    assert!(
        of_brug.1.contains("rooster") && !of_brug.1.contains("Y.G."),
        "{}",
        of_brug.1
    );
}

#[test]
fn notes_come_along_only_when_they_are_chosen() {
    let (desk, table) = agreed();
    assert!(!markdown(&desk, &minutes(&table))[0].1.contains("zichtbaarwoord"));
    let mut with_notes = minutes(&table);
    with_notes.with_notes = true;
    assert!(
        markdown(&desk, &with_notes)[0]
            .1
            .contains("**Notitie:** zichtbaarwoord over D.B.")
    );
}

#[test]
fn the_young_person_reads_who_helps_until_when() {
    let (desk, table) = agreed();
    let wanted = wanted(&table, PaperKind::YoungPerson, &[PaperFormat::Markdown]);
    let papers = markdown(&desk, &wanted);
    assert_eq!(papers.len(), 3, "each who was discussed");
    let text = &papers[0].1;
    for word in [
        "Jan de Boer van Sociale Dienst. Telefoon: 078-000 00 01. Tot en met maandag 31 augustus 2026.",
        "Op woensdag 9 september 2026.",
        "Bel Els Vos",
        "D.B. start op proef",
    ] {
        assert!(text.contains(word), "{word} not in {text}");
    }
}

#[test]
fn an_owner_has_a_list_over_all_schools_with_what_is_late_first() {
    let (mut desk, table) = agreed();
    desk.now += chrono::TimeDelta::days(14);
    let papers = markdown(&desk, &wanted(&table, PaperKind::Actions, &[PaperFormat::Markdown]));
    let jan = papers.iter().find(|(stem, _)| stem.contains("jan-de-boer")).unwrap();
    let at = |word: &str| jan.1.find(word).unwrap_or_else(|| panic!("{word} not in {}", jan.1));
    assert!(at("belt de baas van D.B. | vr 12-06-2026 (te laat)") < at("praat met Y.G. | za 20-06-2026 |"));
    assert!(at("De Brug") < at("De Schakel"));
    assert_eq!(papers.len(), 3);
}

#[test]
fn a_calendar_names_nobody_unless_initials_are_asked_for() {
    let (desk, table) = agreed();
    let mut calendars = wanted(&table, PaperKind::Minutes, &[PaperFormat::Calendar]);
    let papers = markdown(&desk, &calendars);
    let jan = papers.iter().find(|(stem, _)| stem.contains("jan-de-boer")).unwrap();
    assert!(
        jan.1.contains("SUMMARY:Actie: belt de baas van de leerling"),
        "{}",
        jan.1
    );
    assert!(jan.1.contains("DTSTART;VALUE=DATE:20260909"), "{}", jan.1);
    for (_, text) in &papers {
        for word in ["D.B.", "M.Ö.", "Daan", "Bakker", "Geheimsma"] {
            assert!(!text.contains(word), "{word} in {text}");
        }
    }
    calendars.with_names = true;
    let papers = markdown(&desk, &calendars);
    assert!(
        papers
            .iter()
            .any(|(_, text)| text.contains("SUMMARY:Actie D.B.: belt de baas van D.B."))
    );
    assert!(papers.iter().all(|(_, text)| !text.contains("Bakker")));
}

#[test]
fn an_agenda_invites_and_tells_nothing_that_was_agreed() {
    let (desk, table) = agreed();
    let papers = markdown(&desk, &wanted(&table, PaperKind::Agenda, &[PaperFormat::Markdown]));
    assert_eq!(papers.len(), 2);
    let text = &papers[0].1;
    assert!(
        text.contains("U bent uitgenodigd") && text.contains("| D.B. | bespreken | 5 |"),
        "{text}"
    );
    assert!(!text.contains("op proef") && !text.contains("rooster"), "{text}");
}

#[test]
fn english_speaks_english() {
    let (desk, table) = agreed();
    let catalog = dakpan::text::Catalog::of(Lang::En);
    let papers = make(desk.store(), &minutes(&table), desk.now, catalog).unwrap();
    let text = String::from_utf8(papers[0].files[0].1.clone()).unwrap();
    assert!(
        text.contains("# Minutes of the") && text.contains("This file is not encrypted."),
        "{text}"
    );
}

#[test]
fn a_helper_without_a_last_day_is_no_open_question() {
    let (desk, table) = agreed();
    let now = desk.now;
    let desk = desk.with_store(|store| {
        let known = store.tiles(table.pupils[0]).unwrap().remove(0);
        let tile = NewTile {
            kind: known.kind,
            party: known.party,
            holder: known.holder,
            label: String::new(),
            from: day("2026-06-01"),
            until: None,
            ended: None,
            contract: None,
            no_guidance_on: None,
            no_guidance_by: String::new(),
            details: dakpan::domain::trajectory::TileDetails::default(),
        };
        store
            .change(ABOUT, now, |tx| tx.insert_tile(table.pupils[0], &tile).map(|_| ()))
            .unwrap();
    });
    let wanted = wanted(&table, PaperKind::YoungPerson, &[PaperFormat::Markdown]);
    let papers = markdown(&desk, &wanted);
    let text = &papers[0].1;
    assert!(
        text.contains("Wie jou nu helpt, gaat door. Er is geen einddatum."),
        "{text}"
    );
    assert!(!text.contains("Wij zoeken dit voor je uit"), "{text}");
    // Of the others nobody knows who comes after.
    assert!(papers[1].1.contains("Wij zoeken dit voor je uit"), "{}", papers[1].1);
}

#[test]
fn who_said_it_stays_in_the_note_and_is_left_out_of_what_goes_out() {
    let (mut desk, table) = Desk::with_pupils(1);
    desk.press("S a a a a Enter PgDn PgDn");
    desk.write("JB: stage gaat goed").press("Enter");
    desk.write("JdB. en KS: dit is geen merk")
        .press("Enter")
        .write("PS: klaar")
        .press("Esc S S");
    let note = &desk.store().dossier(table.pupils[0]).unwrap().notes[0].text;
    assert!(note.starts_with("JB: stage gaat goed"), "{note}");
    let mut wanted = wanted(&table, PaperKind::Minutes, &[PaperFormat::Markdown]);
    wanted.with_notes = true;
    let text = &markdown(&desk, &wanted)[0].1;
    assert!(text.contains("stage gaat goed") && !text.contains("JB:"), "{text}");
    assert!(text.contains("PS: klaar"), "{text}");
}
