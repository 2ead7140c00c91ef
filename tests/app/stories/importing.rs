//! A school's list into the file, by keys: which file, which sheet, what the headings are, what it would do, and one undo.

mod others;

use std::path::{Path, PathBuf};

use dakpan::app::importing::begin_in;
use dakpan::domain::listed::mapping_key;
use dakpan::exchange::lists::Mapping;
use dakpan::text::Lang;
use tempfile::TempDir;

use crate::desk::{Desk, Table};

const LIST: &str = "Leerlingnummer;Roepnaam;Achternaam;Klas\n\
                    0001;Noor;Bakker;5A\n\
                    0002;Sem;Wit;5B\n\
                    0003;Mo;Ali;\n";

/// A desk in the private state that looks for lists in a folder with these files.
fn desk(files: &[(&str, &[u8])]) -> (Desk, Table, TempDir) {
    let (mut desk, table) = Desk::with_pupils(2);
    let folder = TempDir::new().unwrap();
    for (name, bytes) in files {
        let path = folder.path().join(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, bytes).unwrap();
    }
    desk.program.state.lists_from = format!("{}/", folder.path().display());
    desk.private();
    (desk, table, folder)
}

impl Desk {
    fn palette(&mut self, word: &str) -> &mut Self {
        self.press(":").write(word).press("Enter")
    }

    /// Lets the list be read, as the screen would in time.
    fn read(&mut self) -> &mut Self {
        self.program.finish_reading();
        self
    }

    /// Lets what was confirmed be written.
    fn written(&mut self) -> &mut Self {
        self.wait(0)
    }
}

/// The school whose pupils are looked at, and how many it has.
fn pupils(desk: &Desk) -> usize {
    let school = desk.program.state.school_at_hand().unwrap();
    let page = desk
        .store()
        .queue_page(Some(school), dakpan::store::QueueFrom::Start, 200_000);
    page.unwrap().lines.len()
}

#[test]
fn a_list_is_chosen_shown_and_written_and_one_undo_takes_it_back() {
    let (mut desk, _, _folder) = desk(&[("klas.csv", LIST.as_bytes())]);
    let before = desk.dump();
    let there = pupils(&desk);
    desk.palette("importeer").sees("Welke lijst?").sees("klas.csv");
    desk.press("Enter").sees("Lijst wordt gelezen").read();
    desk.sees("nieuw 3 · gewijzigd 0")
        .sees("Nieuw (3)")
        .sees("rij 2 · 0001 Noor Bakker");
    desk.sees("Er is nog niets geschreven");
    assert_eq!(desk.dump(), before, "looking writes nothing");
    // The screen says that it writes before it does.
    desk.press("Enter").sees("Lijst wordt ingelezen: 0 van 3");
    assert_eq!(desk.program.next_tick(), Some(std::time::Duration::ZERO));
    assert_eq!(pupils(&desk), there);
    desk.written().sees("Ingelezen: nieuw 3");
    assert_eq!(pupils(&desk), there + 3);
    desk.press("Ctrl+z").sees("Ongedaan: ingelezen lijst");
    assert_eq!(desk.dump(), before);
    desk.press("Ctrl+y");
    assert_eq!(pupils(&desk), there + 3);
}

/// Everybody of the list that was read comes into a cohort at once, counted before, also who was there already.
#[test]
fn everybody_of_the_list_comes_into_a_cohort() {
    let (mut desk, _, _folder) = desk(&[("klas.csv", LIST.as_bytes())]);
    let list = "laatst ingelezen lijst";
    desk.palette(list)
        .sees("er is nog geen lijst ingelezen")
        .press("Esc Esc");
    desk.palette("importeer").press("Enter").read().press("Enter").written();
    let before = desk.dump();
    desk.palette(list).sees("3 leerlingen van").sees("komen erbij");
    desk.write("Zomer")
        .press("Enter")
        .sees("Vastgelegd: lijst bij een cohort");
    let members = |desk: &Desk| {
        let cohorts = desk.store().cohorts().unwrap().into_iter();
        cohorts.map(|one| one.members).collect::<Vec<_>>()
    };
    assert_eq!(members(&desk), [3]);
    desk.press("Ctrl+z");
    assert_eq!(desk.dump(), before, "one undo takes it back");
    // The same list again says nothing new and can be put in a cohort all the same; the rest of the school cannot.
    desk.palette("importeer")
        .press("Enter")
        .read()
        .press("Enter")
        .sees("De lijst zegt niets nieuws");
    desk.palette(list).write("Zomer").press("Enter");
    assert_eq!(members(&desk), [3]);
    assert_eq!(pupils(&desk), 5);
}

#[test]
fn the_same_file_twice_changes_nothing() {
    let (mut desk, _, _folder) = desk(&[("klas.csv", LIST.as_bytes())]);
    desk.palette("importeer").press("Enter").read().press("Enter").written();
    let before = desk.store().journal(1, None).unwrap();
    desk.palette("importeer").press("Enter").read();
    desk.sees("nieuw 0 · gewijzigd 0 · gelijk 3");
    desk.press("Enter").sees("De lijst zegt niets nieuws");
    assert_eq!(desk.store().journal(1, None).unwrap(), before);
}

#[test]
fn a_path_is_completed_and_only_lists_are_offered() {
    let (mut desk, _, folder) = desk(&[
        ("brieven/brief.docx", b"x"),
        ("lijsten/2026/leerlingen de brug.csv", LIST.as_bytes()),
        ("lijsten/2026/leerlingen de schakel.CSV", b"x"),
        ("lijsten/2026/geheim.pdf", b"x"),
        ("lijsten/.verborgen.csv", b"x"),
    ]);
    desk.palette("importeer").sees("brieven").sees("lijsten");
    // One that fits is written out, with what is behind a folder.
    desk.write("lij").press("Tab").sees("2026").sees_not("verborgen");
    desk.press("Tab")
        .sees("de brug.csv")
        .sees("de schakel.CSV")
        .sees_not("geheim");
    // As far as they are the same.
    desk.write("leer").press("Tab");
    let typed = format!("{}/lijsten/2026/leerlingen de ", folder.path().display());
    let path = |desk: &Desk| match &desk.program.state.overlay {
        Some(dakpan::app::state::Overlay::Import(import)) => import.path.text().to_owned(),
        _ => panic!("no file is asked for"),
    };
    assert_eq!(path(&desk), typed);
    desk.write("b")
        .sees_not("schakel")
        .press("Enter")
        .read()
        .sees("Nieuw (3)");
    // Esc leaves everything as it was.
    desk.press("Esc").sees_not("Nieuw (3)");
    // A folder that is not there, and one without lists.
    desk.palette("importeer").write("zzz").sees("Hier staat geen lijst");
    desk.write("/")
        .sees("Deze map kan niet worden gelezen")
        .press("Enter")
        .press("Esc");
    // Enter on a folder opens it.
    desk.palette("importeer").press("Down Enter").sees("2026");
}

/// A path that is wrong is emptied in one go, and another one typed in its place.
#[test]
fn a_path_is_emptied_and_another_typed_and_completed() {
    let (mut desk, _, folder) = desk(&[("lijsten/klas.csv", LIST.as_bytes())]);
    let path = |desk: &Desk| match &desk.program.state.overlay {
        Some(dakpan::app::state::Overlay::Import(import)) => import.path.text().to_owned(),
        _ => panic!("no file is asked for"),
    };
    desk.palette("importeer").write("zomaar/iets");
    desk.press("Ctrl+u");
    assert_eq!(path(&desk), "", "and it stays empty");
    let typed = format!("{}/lij", folder.path().display());
    desk.write(&typed).press("Tab").sees("klas.csv");
    assert_eq!(path(&desk), format!("{}/lijsten/", folder.path().display()));
    desk.press("Enter").read().sees("Nieuw (3)").press("Esc");
    // Of nothing, Tab makes the folder that is offered at first.
    desk.palette("importeer").press("Ctrl+u").press("Tab");
    assert_ne!(path(&desk), "");
}

/// The field says what belongs in it, and an absolute path typed behind the folder that is offered takes its place.
#[test]
fn the_field_of_a_path_tells_its_own_and_gives_way_to_an_absolute_one() {
    let (mut desk, _, folder) = desk(&[("lijsten/klas.csv", LIST.as_bytes())]);
    desk.palette("importeer").press("Ctrl+u").sees("map of bestand");
    desk.sees_not("woorden uit de actie").sees("lijsten").press("Esc");
    let other = TempDir::new().unwrap();
    std::fs::write(other.path().join("elders.csv"), LIST).unwrap();
    desk.palette("importeer").write(&format!("{}/", other.path().display()));
    desk.sees("elders.csv").sees_not(&folder.path().display().to_string());
    // Started from an icon, one is at the root of the disk: lists are at home.
    let begins = |here: &str| begin_in(Some(here.into()), Some("/home/jan".into()));
    assert_eq!(
        (begins("/"), begins("/werk")),
        ("/home/jan/".to_owned(), "/werk/".to_owned())
    );
    assert_eq!(begin_in(None, None), "/");
}

#[test]
fn what_changes_vanishes_and_is_refused_is_shown_and_chosen() {
    let (mut desk, table, folder) = desk(&[("een.csv", LIST.as_bytes())]);
    desk.palette("importeer").press("Enter").read().press("Enter").written();
    let second = "Leerlingnummer;Roepnaam;Achternaam;Klas;Geb.datum\n\
                  0001;Noor;de Bakker;6A;\n\
                  0002;Sem;Wit;5B;31-06-2009\n\
                  0009;?ukasz;Kok;5B;\n";
    std::fs::write(folder.path().join("een.csv"), second).unwrap();
    desk.palette("importeer").press("Enter").read();
    let vanished = pupils(&desk) - 2;
    desk.sees("Geweigerd (1)")
        .sees("rij 3 · Geb.datum '31-06-2009': deze dag bestaat niet");
    desk.sees("achternaam Bakker → de Bakker, klas 5A → 6A");
    desk.sees("Kijk na (1)").sees("een letter is beschadigd");
    // Who is on the list with a fault has not vanished.
    desk.sees(&format!("Niet meer in de lijst ({vanished})"))
        .sees("blijft staan");
    // One of them has left, and the others are out of sight.
    desk.press("V V")
        .sees("is uit beeld")
        .press("Down v v")
        .sees("is vertrokken");
    desk.press("g").sees("1 geweigerde rijen staan in een-geweigerd.csv");
    let mend = std::fs::read_to_string(folder.path().join("een-geweigerd.csv")).unwrap();
    assert!(
        mend.contains("=\"\"0002\"\"") && mend.contains("deze dag bestaat niet"),
        "{mend}"
    );
    desk.press("Enter").written().sees("Ingelezen: nieuw 1 · gewijzigd 1");
    let mo = desk.store().pupil_by_number(table.school, "0003").unwrap().unwrap();
    let fates = (mo.left_on.is_some(), mo.out_of_sight_since.is_some());
    assert!(fates.0 != fates.1, "{fates:?}");
    let all: Vec<_> = [table.pupils[0], table.pupils[1]]
        .map(|id| desk.store().pupil(id).unwrap())
        .into();
    let left = all.iter().filter(|pupil| pupil.left_on.is_some()).count() + usize::from(fates.0);
    assert_eq!(left, 1, "one has left, the others are out of sight");
    let noor = desk.store().pupil_by_number(table.school, "0001").unwrap().unwrap();
    assert_eq!((noor.name.family.as_str(), noor.class.as_str()), ("de Bakker", "6A"));
    // One undo for all of it.
    desk.press("Ctrl+z");
    let mo = desk.store().pupil_by_number(table.school, "0003").unwrap().unwrap();
    assert_eq!((mo.left_on, mo.out_of_sight_since), (None, None));
}

#[test]
fn headings_are_said_and_remembered_for_the_school() {
    let odd = "Nr;Wie;Familie;Groep\n01;Noor;Bakker;5A\n";
    let (mut desk, table, _folder) = desk(&[("klas.csv", odd.as_bytes())]);
    desk.palette("importeer").press("Enter").read();
    desk.sees("Wat staat in welke kolom?")
        .sees("Deze kolommen ontbreken: leerlingnummer");
    // Nr is the number, Wie the given name, Familie the family name.
    desk.press("Right")
        .sees("Nr (gekozen)")
        .press("Down Right Down Space Space");
    desk.sees("achternaam").press("Enter").read().sees("01 Noor Bakker");
    // Back to the headings: the class is not to be read after all.
    desk.press("k Down Down Down Left Left Left").sees("wordt niet gelezen");
    desk.press("Enter")
        .read()
        .press("Enter")
        .written()
        .sees("Ingelezen: nieuw 1");
    let noor = desk.store().pupil_by_number(table.school, "01").unwrap().unwrap();
    assert_eq!((noor.name.full().as_str(), noor.class.as_str()), ("Noor Bakker", ""));
    let school = desk.store().school(table.school).unwrap();
    let kept = desk.store().setting(&mapping_key(&school.code)).unwrap().unwrap();
    assert_eq!(Mapping::from_text(&kept).of("Groep"), Some(None));
    // The next time nothing is asked.
    desk.palette("importeer").press("Enter").read().sees("gelijk 1");
}

fn sent(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/exchange/lists")
        .join(name)
}

#[test]
fn a_workbook_tells_its_sheet_and_another_can_be_chosen() {
    let bytes = std::fs::read(sent("entree.xlsx")).unwrap();
    let (mut desk, _, _folder) = desk(&[("entree.xlsx", &bytes)]);
    desk.speak(Lang::En);
    desk.press(":").write("import").press("Enter").press("Enter").read();
    desk.sees("new 21")
        .sees("Sheet 'Leerlingen' was read; also in this workbook: Toelichting.");
    desk.press("b")
        .sees("Which sheet is the list?")
        .press("Up Enter")
        .read();
    // The cover sheet holds no list.
    desk.sees("Which list?").sees("no headings");
    desk.press("Enter").read().sees("new 21").press("Esc");
}

#[test]
fn a_file_that_is_no_list_is_told_and_another_can_be_chosen() {
    let bsn = "Leerlingnummer;Roepnaam;Achternaam;BSN\n1;a;b;111222333\n";
    let (mut desk, _, _folder) = desk(&[
        ("a.csv", bsn.as_bytes()),
        ("b.xlsx", b"PK\x03\x04half"),
        ("c.csv", LIST.as_bytes()),
    ]);
    let before = desk.dump();
    desk.palette("importeer").press("Enter").read();
    desk.sees("Kolom 'BSN' bevat burgerservicenummers").sees("Welke lijst?");
    desk.press("Down Enter").read().sees("beschadigd of afgebroken");
    desk.press("Down Down Enter").read().sees("Nieuw (3)").press("Esc");
    assert_eq!(desk.dump(), before);
}

#[test]
fn reading_and_writing_are_broken_off_with_nothing_written() {
    let many: String = (0..3000).map(|at| format!("{at:05};Noor;Bakker;5A\n")).collect();
    let text = format!("Leerlingnummer;Roepnaam;Achternaam;Klas\n{many}");
    let (mut desk, _, _folder) = desk(&[("veel.csv", text.as_bytes())]);
    let (before, there) = (desk.dump(), pupils(&desk));
    desk.palette("importeer").press("Enter").sees("Esc breekt af");
    desk.press("Esc")
        .sees("Afgebroken: er is niets veranderd")
        .sees("Welke lijst?");
    desk.press("Enter").read().sees("nieuw 3000").press("Enter");
    // Whoever runs the program is shown how far it is, and says when to stop.
    let mut seen = 0;
    let now = desk.now;
    desk.program.work(now, &mut |_| {
        seen += 1;
        seen < 3
    });
    desk.sees("Afgebroken: er is niets veranderd").sees("nieuw 3000");
    assert_eq!((seen, desk.dump() == before, pupils(&desk)), (3, true, there));
    desk.press("Enter").written().sees("Ingelezen: nieuw 3000");
    assert_eq!(pupils(&desk), there + 3000);
}

#[test]
fn it_is_private_and_gone_when_the_screen_is_shared() {
    let (mut desk, _, _folder) = desk(&[("klas.csv", LIST.as_bytes())]);
    desk.palette("importeer").press("Enter").read().sees("Noor Bakker");
    desk.press("F8").sees_not("Noor Bakker").sees_not("klas.csv");
    desk.palette("importeer")
        .sees("dit kan alleen privé")
        .sees_not("Welke lijst?");
    // A list that is still being read when the screen is shared comes to nothing.
    desk.private().palette("importeer").press("Enter").press("F8").read();
    desk.sees_not("Noor Bakker").sees_not("klas.csv");
}

/// Each step as it is drawn, in both languages and at the size of a projector and of a window.
#[test]
fn every_step_as_it_is_drawn() {
    let text = "Leerlingnummer;Roepnaam;Achternaam;Klas;Geb.datum;Opmerking\n\
                0001;Noor;Bakker;5A;08-02-2009;\n\
                0002;Sem;Wit;5B;31-06-2009;\n\
                0003;?pek;Kaya;5B;01-02-2009;\n";
    for (lang, word, name) in [(Lang::Nl, "importeer", "nl"), (Lang::En, "import", "en")] {
        let (mut desk, _, folder) = desk(&[("lijst.csv", text.as_bytes()), ("map/x.csv", b"")]);
        desk.speak(lang);
        // The folder has another name each time, and is drawn as one of the same length.
        let place = format!("{}/", folder.path().display());
        let same = format!("{:<1$}", "/lijsten/", place.chars().count());
        let drawn = |desk: &mut Desk, step: &str| {
            for (columns, rows) in [(80, 24), (120, 36)] {
                let screen = desk.screen(columns, rows).replace(&place, &same);
                insta::assert_snapshot!(format!("import-{step}-{name}-{columns}"), screen);
            }
        };
        desk.palette(word);
        drawn(&mut desk, "file");
        desk.press("Down Enter").read();
        drawn(&mut desk, "preview");
        desk.press("k");
        drawn(&mut desk, "columns");
    }
}
