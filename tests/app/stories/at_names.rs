//! An `@` offers the people at the table under the cursor, and one key writes the chosen name out.

use dakpan::domain::Id;
use dakpan::store::{About, NewPerson};
use dakpan::text::Lang;

use crate::desk::{Desk, Table};

/// At the first pupil of an open meeting with Jan de Boer, Ria Kok, Karin Smit and Els Vos, and whoever more is named:
/// given and family name, what they do, and whether they are of UWV or of the social service.
fn table_with(more: &[(&str, &str, &str, bool)]) -> (Desk, Table, Vec<Id>) {
    let (desk, table) = Desk::with_pupils(1);
    let now = desk.now;
    let about = About {
        intent: "add_participant",
        pupil: None,
        meeting: None,
    };
    let mut ids = Vec::new();
    let mut desk = desk.with_store(|store| {
        let contacts = store.contacts(table.school).unwrap();
        let (social, uwv) = (contacts.fixed[0].1.party, contacts.uwv.unwrap().party);
        let block = store.sitting(table.meeting).unwrap().blocks[0].block.id;
        ids = store
            .change(about, now, |tx| {
                let mut made = Vec::new();
                for (given, family, position, of_uwv) in more {
                    let person = tx.insert_person(&NewPerson {
                        party: if *of_uwv { uwv } else { social },
                        given: (*given).into(),
                        family: (*family).into(),
                        position: (*position).into(),
                        phone: String::new(),
                        email: String::new(),
                    })?;
                    tx.add_participant(block, person)?;
                    made.push(person);
                }
                Ok(made)
            })
            .unwrap();
    });
    desk.press("S Enter Enter PgDn PgDn");
    (desk, table, ids)
}

fn text(desk: &Desk) -> String {
    desk.program.state.writing.as_ref().unwrap().editor.text().to_owned()
}

#[test]
fn a_name_is_offered_while_it_is_typed_and_tab_writes_it_out() {
    let (mut desk, _, _) = table_with(&[]);
    desk.write("met ").sees_not("» Jan de Boer (gem.)");
    desk.write("@ja")
        .sees("» Jan de Boer (gem.)")
        .sees_not("Ria Kok (gem.)\n");
    desk.press("Tab").write("besproken");
    assert_eq!(text(&desk), "met Jan besproken");
    // One step of undo gives back what was typed.
    desk.press("Ctrl+z Ctrl+z");
    assert_eq!(text(&desk), "met @ja");
    // Enter does the same, and starts no new line.
    desk.press("Enter");
    assert_eq!(text(&desk), "met Jan ");
    desk.press("Enter");
    assert_eq!(text(&desk), "met Jan \n");
}

#[test]
fn an_action_line_takes_the_completed_owner() {
    let (mut desk, table, _) = table_with(&[]);
    desk.write("/a @smi")
        .sees("» Karin Smit (UWV)")
        .press("Enter")
        .write("stuurt advies vrijdag")
        .sees("→ ACTIE Karin Smit (UWV): stuurt advies · vr 05-06")
        .press("Enter");
    let action = &desk.store().dossier(table.pupils[0]).unwrap().actions[0];
    assert_eq!(action.owner.as_ref().unwrap().name, "Karin Smit");
    assert_eq!(action.text, "stuurt advies");
}

#[test]
fn marks_on_letters_do_not_count_and_roles_find_people_too() {
    let (mut desk, _, _) = table_with(&[("Emre", "Çelik", "jobcoach", false), ("Łukasz", "Nowak", "", true)]);
    desk.write("@celik").sees("» Emre Çelik (gem.)").press("Tab");
    assert_eq!(text(&desk), "Emre ");
    desk.write("@luk").sees("» Łukasz Nowak (UWV)").press("Tab");
    desk.write("@uwv")
        .sees("» Łukasz Nowak (UWV)")
        .sees("  Karin Smit (UWV)");
    desk.press("Down Tab");
    assert_eq!(text(&desk), "Emre Łukasz Karin ");
}

#[test]
fn two_of_one_given_name_are_a_choice_that_typing_narrows() {
    let (mut desk, table, ids) = table_with(&[("Jan", "Bakker", "", true)]);
    desk.write("/a @ja")
        .sees("» Jan de Boer (gem.)")
        .sees("  Jan Bakker (UWV)");
    desk.press("Down").sees("» Jan Bakker (UWV)");
    // Typing on begins at the first again.
    desk.write("n").sees("» Jan de Boer (gem.)");
    desk.write(" b")
        .sees("» Jan Bakker (UWV)")
        .sees_not("Jan de Boer (gem.)\n");
    desk.press("Tab").write("belt ouders vrijdag");
    assert_eq!(text(&desk), "/a Jan Bakker belt ouders vrijdag");
    desk.sees("→ ACTIE Jan Bakker (UWV): belt ouders").press("Enter");
    let action = &desk.store().dossier(table.pupils[0]).unwrap().actions[0];
    assert_eq!(action.owner.as_ref().map(|o| o.person), ids.first().copied());
}

#[test]
fn a_name_that_nobody_at_the_table_has_is_said_with_what_then_happens() {
    let (mut desk, table, _) = table_with(&[]);
    desk.write("/a @zorro mailt asiel vrijdag");
    let small = desk.screen(80, 24);
    assert!(small.contains("niemand hier heet @zorro: geen eigenaar"), "{small}");
    assert!(small.contains("mailt asiel · vr 05-06"), "{small}");
    desk.press("Enter");
    let action = &desk.store().dossier(table.pupils[0]).unwrap().actions[0];
    assert_eq!(action.owner, None);
    // Without a sign it is an action of nobody yet, as any text may be.
    desk.write("/a zorro mailt asiel")
        .sees("wie?")
        .sees_not("niemand hier heet");
}

#[test]
fn who_is_not_there_comes_last_and_is_marked() {
    let (mut desk, _) = Desk::with_pupils(1);
    // Ria Kok cannot be there; Karin Smit is.
    desk.press("S").press("a f a a Enter PgDn PgDn");
    desk.write("@k")
        .sees("» Karin Smit (UWV)")
        .sees("  Ria Kok (gem.) · afgemeld");
    desk.press("Down Tab");
    assert_eq!(text(&desk), "Ria ");
    desk.speak(Lang::En).write("@ri").sees("» Ria Kok (municip.) · excused");
}

#[test]
fn two_people_of_one_name_at_one_party_are_told_apart_in_a_line() {
    for (position, shown) in [("jobcoach", "Jan de Boer (jobcoach)"), ("", "Jan de Boer (2)")] {
        let (mut desk, table, ids) = table_with(&[("Jan", "de Boer", position, false)]);
        desk.write("/a Jan de Boer belt").sees(shown);
        desk.press("Ctrl+e").write("/a @boer").sees(shown);
        desk.press("Down")
            .sees(&format!("» {shown}"))
            .press("Tab")
            .write("belt ouders vrijdag");
        desk.sees("→ ACTIE Jan de Boer (gem.): belt ouders · vr 05-06")
            .press("Enter");
        let owner = |desk: &Desk| {
            let action = desk.store().dossier(table.pupils[0]).unwrap().actions.remove(0);
            action.owner.map(|owner| owner.person)
        };
        assert_eq!(owner(&desk), ids.first().copied());
        // Mending leaves it with the same one.
        desk.press("Esc T e").sees(shown).write(" 2026").press("Enter Esc");
        assert_eq!(owner(&desk), ids.first().copied());
    }
}

#[test]
fn what_is_no_beginning_of_a_name_is_text() {
    for typed in ["post@jansen", "@xyz", "@ 10 uur", "@jan ", "a@"] {
        let (mut desk, _, _) = table_with(&[]);
        desk.write(typed).sees_not("» Jan de Boer (gem.)").press("Enter");
        assert_eq!(text(&desk), format!("{typed}\n"));
    }
    // The keys that walk leave the note as ever.
    let (mut desk, _, _) = table_with(&[]);
    desk.write("@ja").press("PgDn").sees_not("» Jan de Boer (gem.)");
}

#[test]
fn esc_closes_the_list_and_only_then_leaves_the_note() {
    let (mut desk, _, _) = table_with(&[]);
    desk.write("@ja").sees("» Jan de Boer (gem.)").press("Esc");
    desk.sees_not("» Jan de Boer (gem.)");
    assert_eq!(text(&desk), "@ja", "the note is still being written");
    // The list stays away from this @, so that Enter is a new line again; another @ offers names.
    desk.write("n").sees_not("» Jan de Boer (gem.)").press("Enter");
    desk.write("met @ja").sees("» Jan de Boer (gem.)").press("Tab");
    assert_eq!(text(&desk), "@jan\nmet Jan ");
    desk.write("@ri").press("Esc Esc");
    assert!(desk.program.state.writing.is_none());
}

#[test]
fn the_names_are_drawn_in_the_smallest_window() {
    let (mut desk, _, _) = table_with(&[]);
    desk.write("/a @");
    for (columns, rows) in [(60, 20), (80, 24), (200, 50)] {
        let screen = desk.screen(columns, rows);
        assert!(
            screen.contains("» Els Vos (school)") && screen.contains("  Jan de Boer (gem.)"),
            "{columns}×{rows}\n{screen}"
        );
    }
}
