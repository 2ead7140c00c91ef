//! Making and changing schools, people and pupils by keys.

use dakpan::domain::codes::{ChanceKind, ChanceLevel, SchoolKind};

use crate::desk::Desk;

#[test]
fn an_empty_file_gets_its_first_party_person_school_and_pupil() {
    let mut desk = Desk::empty();
    desk.private();
    desk.press(":")
        .write("nieuwe partij")
        .press("Enter")
        .write("Sociale Dienst Drechtsteden")
        .press("Tab g Enter");
    desk.press(":")
        .write("nieuwe professional")
        .press("Enter")
        .write("Jan")
        .press("Tab")
        .write("de Boer");
    desk.press("Tab")
        .write("sociale")
        .press("Tab Tab")
        .write("078-000 00 01")
        .press("Enter");
    desk.press(":")
        .write("nieuwe school")
        .press("Enter")
        .write("De Brug")
        .press("Tab")
        .write("00ab-00");
    desk.press("Tab p Tab")
        .write("Dordrecht")
        .press("Tab")
        .write("jan")
        .press("Enter");
    let schools = desk.store().schools().unwrap();
    assert_eq!(schools.len(), 1);
    assert_eq!(
        (schools[0].code.to_string().as_str(), schools[0].kind),
        ("00AB00", SchoolKind::Pro)
    );
    assert_eq!(
        desk.store().contacts(schools[0].id).unwrap().fixed[0].1.full(),
        "Jan de Boer"
    );
    desk.press("N")
        .write("Işıl")
        .press("Tab Tab")
        .write("Yıldız")
        .press("Tab")
        .write("000123");
    desk.press("Tab").write("29-02-2008").press("Enter");
    let page = desk
        .store()
        .queue_page(Some(schools[0].id), dakpan::store::QueueFrom::Start, 5)
        .unwrap();
    assert_eq!(page.lines[0].name.full(), "Işıl Yıldız");
    let pupil = desk.store().dossier(page.lines[0].id).unwrap().pupil;
    assert_eq!(
        (pupil.number.as_str(), pupil.birth.unwrap().to_string().as_str()),
        ("000123", "2008-02-29")
    );
    assert_eq!(
        pupil.leaving.unwrap().to_string(),
        "2026-07-31",
        "the end of the school year is the default"
    );
}

#[test]
fn a_wrong_value_is_said_at_its_field_and_nothing_is_lost() {
    let (mut desk, _) = Desk::with_pupils(1);
    desk.private()
        .press("N")
        .write("Tim")
        .press("Tab Tab")
        .write("Test")
        .press("Tab")
        .write("111222333")
        .press("Tab");
    desk.sees("BSN");
    desk.press("Enter")
        .sees("BSN")
        .press("Ctrl+e")
        .write("0007")
        .press("Tab")
        .write("31-06-2008")
        .press("Tab");
    desk.sees("datum");
    desk.press("Esc").sees_not("111222333");
    desk.press("N").sees("Tim").sees("31-06-2008").sees("0007");
}

#[test]
fn a_pupil_is_changed_with_chances_and_wish() {
    let (mut desk, table) = Desk::with_pupils(1);
    desk.private().press("e");
    for _ in 0..10 {
        desk.press("Tab");
    }
    desk.press("Ctrl+e").write("hovenier worden");
    for _ in 0..7 {
        desk.press("Tab");
    }
    desk.press("l Tab h Enter");
    let dossier = desk.store().dossier(table.pupils[0]).unwrap();
    assert_eq!(dossier.pupil.wish, "hovenier worden");
    assert!(dossier.chances.iter().any(|c| c.kind == ChanceKind::LastingWork));
    assert_eq!(
        dossier
            .chances
            .iter()
            .map(|c| c.assessed_by.as_str())
            .collect::<Vec<_>>(),
        ["Test", "Test"]
    );
}

#[test]
fn forms_open_in_private_only_and_close_when_shared() {
    let (mut desk, _) = Desk::with_pupils(1);
    desk.press("N").sees("F8");
    assert!(desk.program.state.overlay.is_none());
    desk.private().press("N").write("Geheim").press("F8").sees_not("Geheim");
    desk.private().press("N").sees("Geheim");
}

#[test]
fn a_tile_is_laid_on_the_timeline() {
    let (mut desk, table) = Desk::with_pupils(2);
    desk.press("PgDn")
        .private()
        .press("n b Tab")
        .write("jan")
        .press("Tab")
        .write("1 juli");
    desk.press("Tab").write("31-12-2026").press("Enter");
    let tiles = desk.store().dossier(table.pupils[1]).unwrap().tiles;
    assert_eq!(tiles.len(), 1);
    assert_eq!(tiles[0].holder_name.as_deref(), Some("Jan de Boer"));
    assert_eq!(tiles[0].from.to_string(), "2026-07-01");
    assert!(tiles[0].hold().is_some());
}

#[test]
fn a_chance_that_stands_keeps_the_day_on_which_it_was_assessed() {
    let (mut desk, table) = Desk::with_pupils(1);
    desk.press("S Enter Enter PgDn PgDn Esc k l h");
    desk.now += chrono::Duration::days(20);
    // The wish changes, the chance of lasting work goes from high to medium.
    desk.private().press("e");
    for _ in 0..10 {
        desk.press("Tab");
    }
    desk.press("Ctrl+e").write("iets met hout");
    for _ in 0..8 {
        desk.press("Tab");
    }
    desk.press("g Enter");
    let chances = desk.store().dossier(table.pupils[0]).unwrap().chances;
    let of = |kind: ChanceKind| chances.iter().find(|c| c.kind == kind).unwrap().clone();
    assert_eq!(of(ChanceKind::FurtherEducation).assessed_on.to_string(), "2026-06-03");
    let work = of(ChanceKind::LastingWork);
    assert_eq!(
        (work.level, work.assessed_on.to_string().as_str()),
        (ChanceLevel::Medium, "2026-06-23")
    );
}

#[test]
fn a_party_and_a_person_are_found_and_changed() {
    let (mut desk, table) = Desk::with_pupils(1);
    desk.private()
        .press(":")
        .write("partij wijzigen")
        .press("Enter")
        .write("soc")
        .press("Enter");
    desk.press("Ctrl+e").write("Sociale Dienst Drechtsteden").press("Enter");
    desk.press(":")
        .write("professional wijzigen")
        .press("Enter")
        .write("ria")
        .press("Enter");
    desk.press("Tab Ctrl+e").write("Kok-de Wit").press("Enter");
    let fixed = desk.store().contacts(table.school).unwrap().fixed;
    assert_eq!(fixed[1].1.full(), "Ria Kok-de Wit");
    assert_eq!(fixed[1].1.party_name, "Sociale Dienst Drechtsteden");
}

/// Whoever went to work elsewhere is chosen no more, and is put back where they were taken off.
#[test]
fn a_professional_who_left_is_chosen_no_more_until_they_are_back() {
    let (mut desk, _) = Desk::with_pupils(1);
    desk.private();
    let change = |desk: &mut Desk| {
        desk.press(":").write("professional wijzigen").press("Enter");
        desk.write("ria").press("Enter");
        desk.press("Tab Tab Tab Tab Tab Tab");
    };
    let chosen = |desk: &Desk| {
        let people = desk.store().people(None, 100).unwrap();
        people.iter().any(|person| person.full() == "Ria Kok")
    };
    change(&mut desk);
    desk.sees("Werkt daar nog").write("nee").press("Enter");
    assert!(!chosen(&desk));
    desk.press("/").write("ria").sees("niets gevonden").press("Esc Esc");
    change(&mut desk);
    desk.write("ja").press("Enter");
    assert!(chosen(&desk));
    desk.press("/").write("ria").sees("Ria Kok");
}

#[test]
fn somebody_of_the_network_is_added_and_seen_in_private_only() {
    let (mut desk, table) = Desk::with_pupils(1);
    desk.private().press(":").write("uit het netwerk").press("Enter");
    desk.sees("· Daan Bakker");
    desk.write("Moeder van Daan")
        .press("Tab")
        .write("moeder")
        .press("Tab")
        .write("06-0000 0000")
        .press("Tab j Enter");
    assert_eq!(desk.store().dossier(table.pupils[0]).unwrap().network.len(), 1);
    desk.sees("Moeder van Daan");
    desk.press("F8").sees_not("Moeder van Daan");
}

#[test]
fn somebody_of_the_network_is_changed_or_taken_out_and_comes_back_with_undo() {
    let (mut desk, table) = Desk::with_pupils(1);
    let palette = |desk: &mut Desk, words: &str| {
        desk.press(":").write(words).press("Enter");
    };
    let names = |desk: &Desk| -> Vec<String> {
        let network = desk.store().dossier(table.pupils[0]).unwrap().network;
        network.into_iter().map(|person| person.name).collect()
    };
    desk.private();
    palette(&mut desk, "netwerk van de leerling wijzigen");
    assert!(desk.program.state.overlay.is_none(), "there is nobody yet");
    palette(&mut desk, "uit het netwerk");
    desk.write("Moeder Bakker").press("Enter");
    // Of one person the form opens at once.
    palette(&mut desk, "netwerk van de leerling wijzigen");
    assert_eq!(behind(&mut desk, "Naam"), "Moeder Bakker");
    desk.press("Ctrl+u").write("Moeder Vink").press("Enter");
    assert_eq!(names(&desk), ["Moeder Vink"]);
    desk.sees("Moeder Vink").sees_not("Moeder Bakker");
    desk.press("Ctrl+z").sees("Moeder Bakker");
    desk.press("Ctrl+y").sees("Moeder Vink");
    // Of more it is asked who; nothing of it is there while shared.
    palette(&mut desk, "uit het netwerk");
    desk.write("Mentor Jansen").press("Tab").write("mentor").press("Enter");
    palette(&mut desk, "netwerk van de leerling wijzigen");
    desk.press("Down")
        .sees("Mentor Jansen")
        .press("F8")
        .sees_not("Mentor Jansen");
    desk.private();
    palette(&mut desk, "netwerk van de leerling wijzigen");
    desk.press("Down Enter");
    assert_eq!(behind(&mut desk, "Naam"), "Mentor Jansen");
    desk.press("Tab Tab Tab Tab").sees("Weghalen").press("j Enter");
    assert_eq!(names(&desk), ["Moeder Vink"]);
    desk.press("Ctrl+z");
    assert_eq!(names(&desk), ["Moeder Vink", "Mentor Jansen"]);
}

/// What stands in the form behind a label.
fn behind(desk: &mut Desk, label: &str) -> String {
    let screen = desk.screen(120, 36);
    let line = screen.lines().find(|line| line.contains(label));
    let line = line.unwrap_or_else(|| panic!("no {label}:\n{screen}"));
    let (_, rest) = line.split_once(label).unwrap();
    rest.split('│').next().unwrap().trim().to_owned()
}

#[test]
fn a_field_is_emptied_and_a_form_thrown_away_with_one_key() {
    let (mut desk, table) = Desk::with_pupils(1);
    desk.private().press("e");
    assert_eq!(behind(&mut desk, "Roepnaam"), "Daan");
    desk.press("Ctrl+u");
    assert_eq!(behind(&mut desk, "Roepnaam"), "");
    desk.press("Ctrl+z");
    assert_eq!(behind(&mut desk, "Roepnaam"), "Daan", "one step of undo");
    desk.press("Ctrl+u").write("Dirk");
    // Another key than the same one thinks better of it.
    desk.press("Ctrl+x")
        .sees("Druk nog een keer op dezelfde toets")
        .press("End");
    assert_eq!(behind(&mut desk, "Roepnaam"), "Dirk");
    desk.press("Ctrl+x Ctrl+x");
    assert!(desk.program.state.overlay.is_none());
    desk.press("e");
    assert_eq!(behind(&mut desk, "Roepnaam"), "Daan", "nothing of it comes back");
    desk.press("Esc");
    assert_eq!(desk.store().dossier(table.pupils[0]).unwrap().pupil.name.given, "Daan");
    // A line that is asked for is emptied too.
    desk.press(":")
        .write("de naam van de voorzitter")
        .press("Enter")
        .sees("Test");
    desk.press("Ctrl+u").write("Anna").press("Enter");
    assert_eq!(desk.program.state.chair, "Anna");
}

#[test]
fn a_form_that_comes_back_is_checked_anew() {
    let mut desk = Desk::empty();
    desk.private().press(":").write("nieuwe professional").press("Enter");
    desk.write("Els").press("Tab Tab").write("De Hoek").press("Tab");
    desk.sees("er is geen partij met die naam").press("Esc");
    desk.press(":").write("nieuwe professional").press("Enter");
    desk.sees("er is geen partij met die naam").press("Esc");
    desk.press(":").write("nieuwe partij").press("Enter");
    desk.write("De Hoek").press("Tab").write("gem").press("Enter");
    assert_eq!(desk.store().parties(None).unwrap().len(), 1);
    desk.press(":").write("nieuwe professional").press("Enter");
    desk.sees("De Hoek").sees_not("er is geen partij met die naam");
}
