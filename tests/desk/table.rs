//! A table as small as a story needs: one school with its people, a second one, and pupils on today's agenda.

use chrono::NaiveTime;
use dakpan::domain::codes::{ExitProfile, Goal, MeetingKind, PartyKind, Route, SchoolKind, TileKind};
use dakpan::domain::name::Name;
use dakpan::domain::papers::PaperKind;
use dakpan::domain::people::SchoolCode;
use dakpan::domain::pupil::{Pupil, Sharing};
use dakpan::domain::rights::{ByWhom, Consent, ConsentKind};
use dakpan::domain::trajectory::TileDetails;
use dakpan::domain::{Day, Id, Moment};
use dakpan::store::{
    About, ItemDetails, NewExport, NewPerson, NewSchool, NewTile, Plan, PlanBlock, Store, StoreError, Tx,
};

/// Who and what is on the table.
pub(crate) struct Table {
    pub(crate) school: Id,
    pub(crate) meeting: Id,
    pub(crate) pupils: Vec<Id>,
}

/// Invented names with every kind of letter; the fourth is the pupil of the mock-up.
const NAMES: [(&str, &str, &str); 12] = [
    ("Daan", "", "Bakker"),
    ("Mehmet", "", "Öztürk"),
    ("Lotte", "de", "Wit"),
    ("Samira", "", "Kaya"),
    ("Tess", "van der", "Velde"),
    ("Rachid", "el", "Amrani"),
    ("Jesse", "", "Smit"),
    ("Işıl", "", "Yıldız"),
    ("Emre", "", "Çelik"),
    ("Łukasz", "", "Nowak"),
    ("Fleur", "van 't", "Zand"),
    ("Noor", "", "Visser"),
];

fn day(text: &str) -> Day {
    text.parse().unwrap()
}

fn time(text: &str) -> NaiveTime {
    NaiveTime::parse_from_str(text, "%H:%M").unwrap()
}

pub(crate) fn pupil(school: Id, number: &str, name: (&str, &str, &str)) -> Pupil {
    Pupil {
        id: 0,
        school,
        number: number.into(),
        name: Name {
            given: name.0.into(),
            infix: name.1.into(),
            family: name.2.into(),
        },
        birth: Some(day("2008-02-29")),
        class: "5A".into(),
        residence: "Dordrecht".into(),
        profile: ExitProfile::LabourMarket,
        leaving: Some(day("2026-07-31")),
        left_on: None,
        diploma_on: None,
        wish: "werken met dieren".into(),
        strengths: "geduldig, op tijd".into(),
        goal: Goal::RegularWork,
        route: Route::Undecided,
        placement: "Dierenasiel".into(),
        client_since: None,
        support_needed: None,
        out_of_sight_since: None,
        sharing: Sharing {
            informed_on: Some(day("2026-01-15")),
            basis: "convenant".into(),
            ..Sharing::default()
        },
    }
}

fn school(tx: &mut Tx<'_>, name: &str, code: &str, kind: SchoolKind, people: [Id; 3]) -> Result<Id, StoreError> {
    let code = SchoolCode::parse(code).unwrap();
    let new = NewSchool {
        code,
        kind,
        name: name.into(),
        place: "Dordrecht".into(),
        party: None,
        uwv_contact: Some(people[2]),
    };
    let id = tx.insert_school(&new)?;
    let mut known = tx.school(id)?;
    let coordinator = person(
        tx,
        known.party,
        "Els",
        if kind == SchoolKind::Pro { "Vos" } else { "Tak" },
    )?;
    known.coordinator = Some(coordinator);
    tx.update_school(&known)?;
    tx.set_fixed_contact(id, 1, Some(people[0]))?;
    tx.set_fixed_contact(id, 2, Some(people[1]))?;
    Ok(id)
}

fn person(tx: &mut Tx<'_>, party: Id, given: &str, family: &str) -> Result<Id, StoreError> {
    tx.insert_person(&NewPerson {
        party,
        given: given.into(),
        family: family.into(),
        position: String::new(),
        phone: "078-000 00 01".into(),
        email: "post@voorbeeld.nl".into(),
    })
}

/// Lays the table: De Brug with so many pupils on today's agenda, De Schakel with two in a second block.
pub(crate) fn lay_table(store: &mut Store, now: Moment, count: usize) -> Table {
    let about = About {
        intent: "make_demo",
        pupil: None,
        meeting: None,
    };
    store
        .change(about, now, |tx| {
            let social = tx.insert_party(PartyKind::Municipality, "Sociale Dienst", "Dordrecht")?;
            let uwv = tx.insert_party(PartyKind::Uwv, "UWV", "Dordrecht")?;
            let jan = person(tx, social, "Jan", "de Boer")?;
            let ria = person(tx, social, "Ria", "Kok")?;
            let karin = person(tx, uwv, "Karin", "Smit")?;
            let brug = school(tx, "De Brug", "00AB00", SchoolKind::Pro, [jan, ria, karin])?;
            let schakel = school(tx, "De Schakel", "00CD00", SchoolKind::Vso, [jan, ria, karin])?;
            let mut pupils = Vec::new();
            for (at, name) in NAMES.iter().cycle().take(count).enumerate() {
                pupils.push(tx.insert_pupil(&pupil(brug, &format!("{at:06}"), *name))?);
            }
            if let Some(first) = pupils.first() {
                tile(tx, *first, social, jan)?;
            }
            let mut other_pupils = Vec::new();
            for (at, name) in [("Yara", "", "Geheimsma"), ("Kim", "", "Verborg")]
                .into_iter()
                .enumerate()
            {
                other_pupils.push(tx.insert_pupil(&pupil(schakel, &format!("9{at:05}"), name))?);
            }
            let block = |school: Id, pupils: &[Id]| PlanBlock {
                school,
                pupils: pupils.to_vec(),
                people: Vec::new(),
            };
            let meeting = tx.plan_meeting(&Plan {
                kind: MeetingKind::ExitMeeting,
                day: now.date_naive(),
                starts: time("10:00"),
                ends: time("11:30"),
                place: String::new(),
                agreement: String::new(),
                agreement_until: None,
                blocks: vec![block(brug, &pupils), block(schakel, &other_pupils)],
            })?;
            Ok(Table {
                school: brug,
                meeting,
                pupils,
            })
        })
        .unwrap()
}

fn tile(tx: &mut Tx<'_>, pupil: Id, party: Id, holder: Id) -> Result<(), StoreError> {
    let tile = NewTile {
        kind: TileKind::Guidance,
        party,
        holder: Some(holder),
        label: "begeleiding".into(),
        from: day("2026-03-01"),
        until: Some(day("2026-08-31")),
        ended: None,
        contract: None,
        no_guidance_on: None,
        no_guidance_by: String::new(),
        details: TileDetails::default(),
    };
    tx.insert_tile(pupil, &tile)?;
    Ok(())
}

/// The particulars of an item that is ready to be agreed with.
pub(crate) fn with_proposal(proposal: &str) -> ItemDetails {
    ItemDetails {
        minutes: 2,
        fixed_time: None,
        question: "wie begeleidt?".into(),
        asked_by: "school".into(),
        proposal: proposal.into(),
        title: String::new(),
    }
}

/// A pupil's objection against a party.
pub(crate) fn objection(pupil: Id, party: Id, on: Day) -> Consent {
    Consent {
        id: 0,
        pupil,
        party: Some(party),
        meeting: None,
        kind: ConsentKind::Objection,
        basis: String::new(),
        on,
        by: ByWhom::Pupil,
        how: String::new(),
    }
}

/// Records that minutes went out to a party, and a page of each of these pupils under what it is called there.
pub(crate) fn issue_pages(store: &mut Store, table: &Table, now: Moment, pages: &[(Id, &str)]) {
    let about = About {
        intent: "issue_papers",
        pupil: None,
        meeting: Some(table.meeting),
    };
    let export = |kind, pupil, whom: &str| NewExport {
        kind,
        pupil,
        meeting: Some(table.meeting),
        made_for: whom.into(),
    };
    store
        .change(about, now, |tx| {
            tx.add_export(&export(PaperKind::Minutes, None, "UWV"), now)?;
            for (pupil, whom) in pages {
                tx.add_export(&export(PaperKind::YoungPerson, Some(*pupil), whom), now)?;
            }
            Ok(())
        })
        .unwrap();
}
