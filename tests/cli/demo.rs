//! The demo table: the same every time, and as the table of a meeting today should be.

mod whole;

use std::collections::BTreeSet;
use std::path::PathBuf;

use dakpan::cli::demo::{PASSPHRASE, SEED, make};
use dakpan::domain::codes::{ActionState, ItemKind, ItemState, Lane, Presence, TileKind};
use dakpan::domain::dossier::{Sitting, SittingBlock};
use dakpan::domain::people::SchoolCode;
use dakpan::domain::practice::Practice;
use dakpan::domain::standing::Asking;
use dakpan::domain::term::Rules;
use dakpan::domain::{Day, Id, Moment};
use dakpan::store::{EntryState, Opening, Secret, Store};
use rusqlite::types::Value;
use tempfile::TempDir;
use zeroize::Zeroizing;

/// The day of the mock-up, a Wednesday.
const TODAY: &str = "2026-06-03";

const KEY: [u8; 32] = [3; 32];

struct Demo {
    store: Store,
    today: Day,
    folder: TempDir,
}

fn path(folder: &TempDir) -> PathBuf {
    folder.path().join("demo.dakpan")
}

impl Demo {
    fn new(today: &str, pupils: usize) -> Self {
        let folder = TempDir::new().unwrap();
        let mut store = Store::create(Opening {
            path: path(&folder),
            secret: Secret::KeyFile(Zeroizing::new(KEY)),
            now: Moment::parse_from_rfc3339("2026-11-22T10:00:00+01:00").unwrap(),
            who: "Test".into(),
            seed: SEED,
            salt: Some([5; 9]),
        })
        .unwrap();
        let today = today.parse().unwrap();
        make(&mut store, today, pupils, &mut |_, _| {}).unwrap();
        Self { store, today, folder }
    }

    /// Today's meeting.
    fn sitting(&self) -> Sitting {
        let meeting = self.store.current_meeting(self.today).unwrap().unwrap();
        self.store.sitting(meeting).unwrap()
    }

    fn school(&self, code: &str) -> Id {
        let code = SchoolCode::parse(code).unwrap();
        self.store.school_by_code(&code).unwrap().unwrap().id
    }

    /// The pupil of De Brug whose short name this is, on today's agenda.
    fn at_table(&self, short: &str) -> Id {
        let sitting = self.sitting();
        let mut lines = sitting
            .blocks
            .iter()
            .flat_map(|b| &b.items)
            .filter_map(|row| row.pupil.clone());
        lines.find(|line| line.name.short().to_string() == short).unwrap().id
    }

    /// Closes the file and reads it as SQLite does: tables, columns, rows.
    fn plain(self) -> Plain {
        let Self { store, folder, .. } = self;
        store.close().unwrap();
        let head = std::fs::read(path(&folder)).unwrap();
        let hex: String = KEY
            .iter()
            .chain(&head[..16])
            .map(|byte| format!("{byte:02x}"))
            .collect();
        let connection = rusqlite::Connection::open(path(&folder)).unwrap();
        connection
            .execute_batch(&format!("PRAGMA cipher_log_level = NONE; PRAGMA key = \"x'{hex}'\""))
            .unwrap();
        Plain { connection, folder }
    }
}

/// The file without the program around it.
struct Plain {
    connection: rusqlite::Connection,
    folder: TempDir,
}

impl Plain {
    fn rows(&self, sql: &str) -> Vec<Vec<Value>> {
        let mut select = self.connection.prepare(sql).unwrap();
        let columns = select.column_count();
        let rows = select.query_map([], |row| (0..columns).map(|at| row.get(at)).collect());
        rows.unwrap().collect::<Result<_, _>>().unwrap()
    }

    fn number(&self, sql: &str) -> i64 {
        self.connection.query_row(sql, [], |row| row.get(0)).unwrap()
    }

    /// Every row of every record table, and the journal with its images.
    fn dump(&self) -> String {
        let mut dump = String::new();
        for table in dakpan::store::RECORDS
            .iter()
            .chain(&["journal", "journal_row", "item_clock", "place"])
        {
            dump.push_str(&format!("{table}\n"));
            for row in self.rows(&format!("SELECT * FROM \"{table}\" ORDER BY 1, 2")) {
                dump.push_str(&format!("{row:?}\n"));
            }
        }
        dump
    }
}

fn pupils(block: &SittingBlock) -> Vec<Id> {
    block.items.iter().filter_map(|row| row.item.pupil).collect()
}

#[test]
fn the_same_number_and_day_give_the_same_records() {
    let one = Demo::new(TODAY, 60).plain().dump();
    let other = Demo::new(TODAY, 60).plain().dump();
    assert!(one.len() > 200_000, "{} bytes are not a table with a past", one.len());
    let differs = one.lines().zip(other.lines()).find(|(a, b)| a != b);
    assert_eq!(differs, None);
    assert_eq!(one.len(), other.len());
}

#[test]
fn another_day_shifts_everything() {
    let (june, november) = (Demo::new(TODAY, 30), Demo::new("2026-11-22", 30));
    assert_eq!(june.sitting().meeting.day, june.today);
    assert_eq!(november.sitting().meeting.day, november.today);
    let (summer, winter) = (june.at_table("Samira K."), november.at_table("Samira K."));
    let day = |text: &str| Some(text.parse::<Day>().unwrap());
    assert_eq!(june.store.pupil(summer).unwrap().leaving, day("2026-07-31"));
    assert_eq!(november.store.pupil(winter).unwrap().leaving, day("2026-12-31"));
    let note = |demo: &Demo, pupil| demo.store.dossier(pupil).unwrap().notes[0].text.clone();
    assert!(note(&june, summer).contains("vanaf 1 september"));
    assert!(note(&november, winter).contains("vanaf 1 februari"));
}

/// Neither a weekend, a leap day nor the turn of a year is in the way, and the journal's time never runs back.
#[test]
fn any_day_will_do() {
    for day in ["2024-02-29", "2026-08-02", "2026-12-31", "2027-03-29"] {
        let demo = Demo::new(day, 25);
        let mut at: Vec<Moment> = demo
            .store
            .journal(1000, None)
            .unwrap()
            .iter()
            .map(|entry| entry.at)
            .collect();
        at.reverse();
        assert!(at.is_sorted(), "{day}: the journal goes back in time");
        assert!(
            at.last().unwrap().date_naive() < demo.today,
            "{day}: something happened before it could"
        );
        assert_eq!(demo.sitting().meeting.opened_at, None);
        let plain = demo.plain();
        let texts = "SELECT text FROM note UNION ALL SELECT text FROM decision UNION ALL SELECT text FROM action
                     UNION ALL SELECT question || proposal FROM agenda_item";
        assert_eq!(
            plain.number(&format!("SELECT count(*) FROM ({texts}) WHERE text LIKE '%{{%'")),
            0,
            "{day}"
        );
    }
}

#[test]
fn each_school_has_its_two_fixed_contacts_and_whom_else_to_call() {
    let demo = Demo::new(TODAY, 22);
    let brug = demo.store.contacts(demo.school("00AB00")).unwrap();
    let lines: Vec<String> = brug
        .fixed
        .iter()
        .map(|(rank, p)| format!("{rank} {} {} {}", p.full(), p.phone, p.email))
        .collect();
    assert_eq!(
        lines,
        [
            "1 Jan de Boer 078-000 00 01 j.deboer@voorbeeld.nl",
            "2 Ria Kok 078-000 00 02 r.kok@voorbeeld.nl"
        ]
    );
    assert_eq!(brug.coordinator.as_ref().unwrap().full(), "Els Vos");
    assert_eq!(brug.uwv.as_ref().unwrap().full(), "Karin Smit");
    for (code, kind, name) in [
        ("00AB00", "pro", "De Brug"),
        ("00CD00", "vso", "De Schakel"),
        ("00EF00", "entree", "De Haven"),
    ] {
        let contacts = demo.store.contacts(demo.school(code)).unwrap();
        assert_eq!(
            (contacts.school.kind.code(), contacts.school.name.as_str()),
            (kind, name)
        );
        assert!(contacts.is_complete() && contacts.coordinator.is_some() && contacts.uwv.is_some());
    }
}

#[test]
fn todays_agenda_is_that_of_a_meeting_about_to_begin() {
    let demo = Demo::new(TODAY, 60);
    let sitting = demo.sitting();
    let meeting = &sitting.meeting;
    assert_eq!(
        (meeting.starts.to_string(), meeting.ends.to_string()),
        ("09:30:00".into(), "11:00:00".into())
    );
    assert!(meeting.opened_at.is_none() && !meeting.agreement.is_empty() && meeting.agreement_until.is_some());
    assert!(meeting.next_day.is_some_and(|day| day > demo.today));
    let [brug, schakel] = sitting.blocks.as_slice() else {
        panic!("two blocks")
    };
    assert_eq!((pupils(brug).len(), pupils(schakel).len()), (12, 5));
    let old = demo.store.old_actions(brug.block.school, Some(meeting.id)).unwrap();
    assert!(old.len() >= 5 && brug.attendance.len() == 6);
    assert!(brug.attendance.iter().all(|row| row.state == Presence::Unknown));

    let items: Vec<_> = brug
        .items
        .iter()
        .filter(|row| row.item.kind == ItemKind::Pupil)
        .collect();
    let initials: Vec<String> = items
        .iter()
        .map(|row| row.pupil.as_ref().unwrap())
        .map(|line| {
            if line.may_name {
                line.name.initials().to_string()
            } else {
                "-".into()
            }
        })
        .collect();
    assert_eq!(
        initials.join(" "),
        "D.B. M.Ö. L.W. S.K. T.V. R.A. J.S. - E.Ç. Ł.W. F.M. N.E."
    );
    let of = |lane: Lane| items.iter().filter(|row| row.item.lane == lane).collect::<Vec<_>>();
    assert_eq!((of(Lane::Agreed).len(), of(Lane::Complex).len()), (3, 1));
    assert!(of(Lane::Agreed).iter().all(|row| !row.item.proposal.is_empty()));
    assert_eq!(of(Lane::Complex)[0].item.fixed_time.unwrap().to_string(), "10:30:00");
    assert!(
        items
            .iter()
            .all(|row| !row.item.question.is_empty() && row.item.state == ItemState::Open)
    );

    let minutes: u32 = sitting
        .blocks
        .iter()
        .flat_map(|b| &b.items)
        .map(|row| u32::from(row.item.minutes))
        .sum();
    assert_eq!(minutes, 90, "the agenda fits between the planned start and end");
}

#[test]
fn samira_is_the_pupil_of_the_mock_up() {
    let demo = Demo::new(TODAY, 22);
    let dossier = demo.store.dossier(demo.at_table("Samira K.")).unwrap();
    assert_eq!(dossier.pupil.age_on(demo.today), Some(18));
    assert_eq!(dossier.pupil.wish, "werken met dieren, dicht bij huis");
    let levels: Vec<&str> = dossier.chances.iter().map(|chance| chance.level.code()).collect();
    assert_eq!(levels.len(), 2);
    assert_eq!(dossier.pupil.route.code(), "municipality");
    assert_eq!(dossier.result.unwrap().category.code(), "in_discussion");
    let overdue: Vec<_> = dossier
        .actions
        .iter()
        .filter(|action| action.is_overdue(demo.today))
        .collect();
    assert_eq!(overdue.len(), 1);
    assert_eq!(overdue[0].due.unwrap().to_string(), "2026-05-29");
    assert_eq!(overdue[0].owner.as_ref().unwrap().name, "Jan de Boer");

    let held: Vec<(String, Option<String>)> = dossier
        .tiles
        .iter()
        .filter(|tile| tile.hold().is_some())
        .map(|tile| (tile.from.to_string(), tile.last_day().map(|day| day.to_string())))
        .collect();
    let school = ("2022-08-01".to_owned(), Some("2026-07-31".to_owned()));
    assert_eq!(
        held,
        [school, ("2026-09-01".to_owned(), None)],
        "nobody holds her from 1 to 31 August"
    );
    assert!(!dossier.network.is_empty() && dossier.working.len() == 1 && dossier.notes.len() == 2);
}

/// The other shapes of a roof: one pupil is handed over coldly, one job was broken off, and most are held.
#[test]
fn the_roofs_differ() {
    let demo = Demo::new(TODAY, 22);
    let tiles = |short: &str| demo.store.tiles(demo.at_table(short)).unwrap();
    let end = demo.store.pupil(demo.at_table("Rayan A.")).unwrap().leaving.unwrap();
    let rayan = tiles("Rayan A.");
    let starts: Vec<Day> = rayan
        .iter()
        .filter(|t| t.hold().is_some() && t.kind == TileKind::Guidance)
        .map(|t| t.from)
        .collect();
    assert_eq!(
        starts,
        [end.succ_opt().unwrap()],
        "the next begins only on the day after"
    );
    let thijs = tiles("Thijs V.");
    assert!(
        thijs
            .iter()
            .any(|t| t.kind == TileKind::Job && t.ended.is_some_and(|ended| ended < t.until.unwrap()))
    );
    let sitting = demo.sitting();
    for block in &sitting.blocks {
        for pupil in pupils(block) {
            assert!((2..=6).contains(&demo.store.tiles(pupil).unwrap().len()));
        }
    }
}

#[test]
fn two_meetings_have_been() {
    let demo = Demo::new(TODAY, 60);
    let meetings = demo.store.meetings(10).unwrap();
    assert_eq!(meetings.len(), 3);
    let ago: Vec<i64> = meetings.iter().map(|m| (demo.today - m.day).num_days()).collect();
    assert_eq!(ago, [0, 42, 84]);
    let mut carried = 0;
    let mut states = BTreeSet::new();
    for meeting in meetings.iter().filter(|meeting| meeting.is_closed()) {
        let sitting = demo.store.sitting(meeting.id).unwrap();
        for block in &sitting.blocks {
            assert!(block.block.read_back_at.is_some() && block.block.present_confirmed_at.is_some());
            assert!(block.attendance.iter().all(|row| row.state != Presence::Unknown));
            let items = block.items.iter().filter(|row| row.item.kind == ItemKind::Pupil);
            carried += items.clone().filter(|row| row.item.state == ItemState::Carried).count();
            assert!(items.clone().all(|row| row.item.state != ItemState::Open));
            assert!(!demo.store.agreed(block.block.id).unwrap().is_empty());
            for row in items.filter(|row| row.item.state == ItemState::Discussed) {
                assert!(row.item.seconds > 60);
                let dossier = demo.store.dossier(row.item.pupil.unwrap()).unwrap();
                assert!(dossier.notes.iter().any(|note| note.item == Some(row.item.id)));
                states.extend(dossier.actions.iter().map(|action| action.state));
            }
        }
    }
    assert_eq!(carried, 1);
    assert_eq!(
        states.len(),
        ActionState::ALL.len(),
        "every way in which an action can end"
    );
    let first = demo.store.sitting(meetings[2].id).unwrap();
    assert_eq!(first.corrections, 1);
    let dossier = demo.store.dossier(demo.at_table("Rayan A.")).unwrap();
    assert!(
        dossier
            .decisions
            .iter()
            .any(|d| d.provisional && d.text.ends_with("start 1 augustus"))
    );
    assert_eq!(demo.store.lessons(10).unwrap().len(), 2);
}

/// Names of all origins can be found however they are typed.
#[test]
fn names_come_from_everywhere() {
    let plain = Demo::new(TODAY, 200).plain();
    let names: String = plain
        .connection
        .query_row("SELECT group_concat(given || infix || family) FROM pupil", [], |row| {
            row.get(0)
        })
        .unwrap();
    for sign in [
        "ç",
        "ş",
        "ë",
        "IJ",
        "Ł",
        "ü",
        "ï",
        "'t",
        "O'Brien",
        "El Idrissi",
        "\u{300}",
        "ß",
        "Đ",
        "ı",
    ] {
        assert!(names.contains(sign), "no {sign}");
    }
}
