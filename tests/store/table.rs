//! A small table to test on: one school with its people, and ways to write and to check that a write can be undone.

use std::fmt::Debug;

use dakpan::domain::codes::{MeetingKind, PartyKind, SchoolKind};
use dakpan::domain::listed::ListedPupil;
use dakpan::domain::name::Name;
use dakpan::domain::people::SchoolCode;
use dakpan::domain::{Day, Id};
use dakpan::store::{NewPerson, NewSchool, Plan, PlanBlock, Store, StoreError, Tx};

use super::{ABOUT, Place, at};

/// A day as it is written.
pub(crate) fn day(text: &str) -> Day {
    text.parse().unwrap()
}

/// De Brug with its stagecoördinator, UWV and two fixed contacts at the social service.
pub(crate) struct Table {
    pub(crate) store: Store,
    pub(crate) social: Id,
    pub(crate) school: Id,
    pub(crate) els: Id,
    pub(crate) karin: Id,
    pub(crate) jan: Id,
    pub(crate) ria: Id,
    place: Place,
}

impl Table {
    pub(crate) fn new() -> Self {
        let place = Place::new();
        let mut store = place.create();
        let (social, school, people) = store
            .change(ABOUT, at("10:00:00"), |tx| {
                let social = tx.insert_party(PartyKind::Municipality, "Sociale Dienst", "Dordrecht")?;
                let uwv = tx.insert_party(PartyKind::Uwv, "UWV", "Dordrecht")?;
                let school = tx.insert_school(&new_school("De Brug", "00AB00", SchoolKind::Pro))?;
                let party = tx.school(school)?.party;
                let els = tx.insert_person(&new_person(party, "Els", "Vos"))?;
                let karin = tx.insert_person(&new_person(uwv, "Karin", "Smit"))?;
                let jan = tx.insert_person(&new_person(social, "Jan", "de Boer"))?;
                let ria = tx.insert_person(&new_person(social, "Ria", "Kok"))?;
                let mut known = tx.school(school)?;
                known.coordinator = Some(els);
                known.uwv_contact = Some(karin);
                tx.update_school(&known)?;
                tx.set_fixed_contact(school, 1, Some(jan))?;
                tx.set_fixed_contact(school, 2, Some(ria))?;
                Ok((social, school, [els, karin, jan, ria]))
            })
            .unwrap();
        let [els, karin, jan, ria] = people;
        Self {
            store,
            social,
            school,
            els,
            karin,
            jan,
            ria,
            place,
        }
    }

    /// Writes.
    pub(crate) fn change<T>(&mut self, work: impl FnOnce(&mut Tx<'_>) -> Result<T, StoreError>) -> T {
        self.store.change(ABOUT, at("10:05:00"), work).unwrap()
    }

    /// Adds a pupil of a school, who leaves on a day.
    pub(crate) fn pupil_of(&mut self, school: Id, number: &str, family: &str, leaving: Option<&str>) -> Id {
        let pupil = listed(number, "Samira", family, leaving).pupil(school);
        self.change(|tx| tx.insert_pupil(&pupil))
    }

    /// Adds a pupil of De Brug.
    pub(crate) fn pupil(&mut self, number: &str, family: &str, leaving: Option<&str>) -> Id {
        self.pupil_of(self.school, number, family, leaving)
    }

    /// Plans a meeting of one block of De Brug.
    pub(crate) fn plan(&mut self, on: &str, pupils: &[Id]) -> Id {
        let plan = plan(on, vec![block(self.school, pupils)]);
        self.change(|tx| tx.plan_meeting(&plan))
    }

    /// Closes the file, writes in it what no version of this program would, and opens it again.
    pub(crate) fn damage(self, statement: &str) -> Self {
        let path = self.place.path();
        self.store.close().unwrap();
        let file = rusqlite::Connection::open(&path).unwrap();
        let salt = std::fs::read(&path).unwrap()[..16].to_vec();
        let hex: String = [[3; 32].as_slice(), &salt]
            .concat()
            .iter()
            .map(|b| format!("{b:02x}"))
            .collect();
        file.execute_batch(&format!("PRAGMA cipher_log_level = NONE; PRAGMA key = \"x'{hex}'\""))
            .unwrap();
        file.execute_batch("UPDATE journal_open SET entry = 0").unwrap();
        file.execute_batch(statement).unwrap();
        file.execute_batch("UPDATE journal_open SET entry = NULL").unwrap();
        file.close().unwrap();
        Self {
            store: self.place.open(),
            ..self
        }
    }

    /// Writes once and checks that the write shows in what `read` gives, stands in the journal, and can be undone
    /// and redone. Gives back what was written.
    pub(crate) fn round<T, V: PartialEq + Debug>(
        &mut self,
        read: impl Fn(&Store) -> Result<V, StoreError>,
        work: impl FnOnce(&mut Tx<'_>) -> Result<T, StoreError>,
    ) -> T {
        let before = read(&self.store).unwrap();
        let latest = self.store.journal(1, None).unwrap()[0].seq;
        let written = self.change(work);
        let after = read(&self.store).unwrap();
        assert_ne!(before, after, "the write does not show in its read");
        let entry = self.store.journal(1, None).unwrap().remove(0);
        assert_eq!(entry.seq, latest + 1, "one entry for one change");
        assert!(!entry.rows.is_empty());
        self.store.undo(at("10:06:00")).unwrap();
        assert_eq!(read(&self.store).unwrap(), before, "undone");
        self.store.redo(at("10:07:00")).unwrap();
        assert_eq!(read(&self.store).unwrap(), after, "redone");
        written
    }
}

pub(crate) fn new_school(name: &str, code: &str, kind: SchoolKind) -> NewSchool {
    NewSchool {
        code: SchoolCode::parse(code).unwrap(),
        kind,
        name: name.into(),
        place: "Dordrecht".into(),
        party: None,
        uwv_contact: None,
    }
}

pub(crate) fn new_person(party: Id, given: &str, family: &str) -> NewPerson {
    NewPerson {
        party,
        given: given.into(),
        family: family.into(),
        position: "klantmanager".into(),
        phone: "078-000 00 01".into(),
        email: "post@voorbeeld.nl".into(),
    }
}

pub(crate) fn listed(number: &str, given: &str, family: &str, leaving: Option<&str>) -> ListedPupil {
    ListedPupil {
        number: number.into(),
        name: Name {
            given: given.into(),
            infix: String::new(),
            family: family.into(),
        },
        leaving: leaving.map(day),
        ..ListedPupil::default()
    }
}

pub(crate) fn plan(on: &str, blocks: Vec<PlanBlock>) -> Plan {
    let time = |text: &str| text.parse().unwrap();
    Plan {
        kind: MeetingKind::ExitMeeting,
        day: day(on),
        starts: time("09:30:00"),
        ends: time("11:00:00"),
        place: "Stadskantoor".into(),
        agreement: String::new(),
        agreement_until: None,
        blocks,
    }
}

pub(crate) fn block(school: Id, pupils: &[Id]) -> PlanBlock {
    PlanBlock {
        school,
        pupils: pupils.to_vec(),
        people: Vec::new(),
    }
}
