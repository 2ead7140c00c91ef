//! A list of 50,000 rows: read and compared, written, and taken back; and one of 2,000 contacts against the people of a
//! small file and of a large one.

use dakpan::app::importing::{ListKind, OtherList, OtherPlan, listed};
use dakpan::domain::codes::PartyKind;
use dakpan::domain::intent::Intent;
use dakpan::exchange::lists::{Choice, List, Mapping, Source};
use dakpan::store::{About, NewPerson, NewSchool, Opening, Secret, Store};
use divan::Bencher;
use tempfile::TempDir;
use zeroize::Zeroizing;

use crate::tables::now;

/// Rows of the list: the figure that an import has to manage.
const ROWS: usize = 50_000;

const ABOUT: About = About {
    intent: Intent::ImportList.code(),
    pupil: None,
    meeting: None,
};

const HEADINGS: [&str; 9] = [
    "Leerlingnummer",
    "Roepnaam",
    "Tussenvoegsel",
    "Achternaam",
    "Geboortedatum",
    "Klas",
    "Uitstroomprofiel",
    "Uitstroomdatum",
    "Stagebedrijf",
];

fn row(at: usize) -> [String; 9] {
    let text = |text: &str| text.to_owned();
    [
        format!("{at:06}"),
        text(["Zoë", "Işıl", "Daan", "Łukasz"][at % 4]),
        text(["", "van der", ""][at % 3]),
        text(["Öztürk", "Bakker", "Nguyễn", "de Wit"][at / 4 % 4]),
        format!("{:02}-{:02}-2009", at % 28 + 1, at % 12 + 1),
        format!("{}{}", at % 6, ["A", "B"][at % 2]),
        text(["arbeidsmarkt", "vervolgonderwijs", "dagbesteding"][at % 3]),
        text("31-07-2027"),
        text("Kringloop \"De Kast\""),
    ]
}

fn csv() -> Vec<u8> {
    let mut writer = csv::WriterBuilder::new().delimiter(b';').from_writer(Vec::new());
    writer.write_record(HEADINGS).unwrap();
    for at in 0..ROWS {
        writer.write_record(row(at)).unwrap();
    }
    writer.into_inner().unwrap()
}

fn xlsx() -> Vec<u8> {
    let mut book = rust_xlsxwriter::Workbook::new();
    let sheet = book.add_worksheet();
    for (column, heading) in (0..).zip(HEADINGS) {
        sheet.write_string(0, column, heading).unwrap();
    }
    for at in 0..ROWS {
        for (column, text) in (0..).zip(row(at)) {
            sheet
                .write_string(u32::try_from(at + 1).unwrap(), column, text)
                .unwrap();
        }
    }
    book.save_to_buffer().unwrap()
}

fn read(bytes: &[u8]) -> List {
    let source = Source::open(bytes, &Choice::default(), &|_| true).unwrap();
    source.list(&Mapping::default(), &|_| true).unwrap()
}

/// A new file with one school.
fn store() -> (TempDir, Store, i64) {
    let folder = TempDir::new().unwrap();
    let mut store = Store::create(Opening {
        path: folder.path().join("tafel.dakpan"),
        secret: Secret::KeyFile(Zeroizing::new([3; 32])),
        now: now(),
        who: "Bench".into(),
        seed: 7,
        salt: Some([5; 9]),
    })
    .unwrap();
    let school = NewSchool {
        code: dakpan::domain::people::SchoolCode::parse("00AB00").unwrap(),
        kind: dakpan::domain::codes::SchoolKind::Pro,
        name: "De Brug".into(),
        place: "Dordrecht".into(),
        party: None,
        uwv_contact: None,
    };
    let school = store.change(ABOUT, now(), |tx| tx.insert_school(&school)).unwrap();
    (folder, store, school)
}

/// Read, and compared with a file that holds the list already: the preview of a second import.
#[divan::bench(sample_count = 5)]
fn import_preview_csv(bencher: Bencher<'_, '_>) {
    preview(bencher, &csv());
}

#[divan::bench(sample_count = 5)]
fn import_preview_xlsx(bencher: Bencher<'_, '_>) {
    preview(bencher, &xlsx());
}

fn preview(bencher: Bencher<'_, '_>, bytes: &[u8]) {
    let (_folder, mut store, school) = store();
    let rows = listed(&read(bytes));
    store.change(ABOUT, now(), |tx| tx.write_list(school, &rows)).unwrap();
    bencher.bench_local(|| {
        let list = read(bytes);
        store
            .compare_list_with(school, &listed(&list), &list.refused_numbers)
            .unwrap()
    });
}

#[divan::bench(sample_count = 3)]
fn import_write(bencher: Bencher<'_, '_>) {
    let rows = listed(&read(&csv()));
    bencher
        .with_inputs(store)
        .bench_local_values(|(folder, mut store, school)| {
            store.change(ABOUT, now(), |tx| tx.write_list(school, &rows)).unwrap();
            (folder, store)
        });
}

#[divan::bench(sample_count = 3)]
fn import_undo(bencher: Bencher<'_, '_>) {
    let rows = listed(&read(&csv()));
    bencher
        .with_inputs(|| {
            let (folder, mut store, school) = store();
            store.change(ABOUT, now(), |tx| tx.write_list(school, &rows)).unwrap();
            (folder, store)
        })
        .bench_local_values(|(folder, mut store)| {
            store.undo(now()).unwrap();
            (folder, store)
        });
}

/// People in the file.
const PEOPLE: [usize; 2] = [1_000, 10_000];

/// Rows of the list of contacts.
const CONTACTS: usize = 2_000;

/// What 2,000 contacts would do: ten times the people is to cost what reading them costs, and not ten times the rows.
#[divan::bench(args = PEOPLE, sample_count = 5)]
fn contacts_preview(bencher: Bencher<'_, '_>, people: usize) {
    let (_folder, mut store, _) = store();
    let code = |at: usize| format!("77{}{}{:02}", letter(at / 26), letter(at), at / 676);
    store
        .fill(now(), |tx| {
            let party = tx.insert_party(PartyKind::Municipality, "Dienst", "Leiden")?;
            for at in 0..people {
                tx.insert_person(&NewPerson {
                    party,
                    given: "Kim".into(),
                    family: format!("Medewerker{at}"),
                    email: format!("kim{at}@dienst.example"),
                    ..NewPerson::default()
                })?;
            }
            for at in 0..CONTACTS {
                tx.insert_school(&NewSchool {
                    code: dakpan::domain::people::SchoolCode::parse(&code(at)).unwrap(),
                    kind: dakpan::domain::codes::SchoolKind::Pro,
                    name: format!("School {at}"),
                    place: "Leiden".into(),
                    party: None,
                    uwv_contact: None,
                })?;
            }
            Ok(())
        })
        .unwrap();
    let mut text = String::from("school;rang;naam;partij;email\n");
    for at in 0..CONTACTS {
        text += &format!("{};1;Kim Medewerker{};Dienst;\n", code(at), at % people);
    }
    bencher.bench_local(|| {
        let read = OtherList::read(ListKind::Contacts, text.as_bytes(), None, &|_| true);
        OtherPlan::of(&store, read.unwrap().unwrap()).unwrap()
    });
}

fn letter(at: usize) -> char {
    char::from(b'A' + u8::try_from(at % 26).unwrap())
}
