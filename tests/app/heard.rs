//! What the room may hear, over every list: canaries of whoever it may not hear of, looked for on the shared screen and
//! in what the second window is sent.
//!
//! Of two kinds: with a guest nothing is told of anybody but the pupil at hand; and before a party that a pupil may not be
//! shared with, that pupil has no name, on the agenda or on none.

use std::collections::BTreeSet;

use dakpan::app::state::Overlay;
use dakpan::domain::codes::{ItemKind, Lane, PartyKind};
use dakpan::domain::name::Name;
use dakpan::public::Show;
use dakpan::store::{About, NewAction, NewDecision};

use crate::desk::{Desk, objection, with_proposal};

const ABOUT: About = About {
    intent: "write",
    pupil: None,
    meeting: None,
};

/// What stands in every text about the others, their names aside.
const WORK: &str = "proefles";

/// Keys that open or change something, each followed by what puts it away. The pupil at hand stays the same.
const KEYS: [&str; 44] = [
    "1", "2", "z", "z", "3", "4", "4", "y", "g", "c", "Esc", "w", "Esc", "o", "Down", "n", "Esc", "Esc", "T", "Down",
    "Down", "Esc", "H", "Esc", "D", "Esc", "O", "Esc", "s", "Esc", "?", "Esc", ":", "Esc", "R", "Esc", "F", "Esc", "l",
    "L", "U", "C", "I", "Esc",
];

/// A desk at which a meeting sits, with the first pupil at hand. Two others hold canaries in their names, in an old
/// action, in what was put off today and, the one who is on the agenda, in a hamerstuk, a decision and an action.
fn table(barred: bool) -> Desk {
    let (desk, table) = Desk::with_pupils(4);
    let now = desk.now;
    let (planned, off) = (table.pupils[1], table.pupils[3]);
    let mut desk = desk.with_store(|store| {
        let sitting = store.sitting(table.meeting).unwrap();
        let items: Vec<_> = sitting.blocks[0].items.iter().map(|i| i.item.clone()).collect();
        let item = |pupil| items.iter().find(|item| item.pupil == Some(pupil)).unwrap().id;
        let point = items.iter().find(|item| item.kind == ItemKind::OldActions).unwrap().id;
        let uwv = store.parties(Some(PartyKind::Uwv)).unwrap()[0].id;
        let pupils = [(planned, "Kanarievoor"), (off, "Kanarieander")];
        let mut known: Vec<_> = pupils.iter().map(|(id, _)| store.pupil(*id).unwrap()).collect();
        store
            .change(ABOUT, now, |tx| {
                for (known, (id, given)) in known.iter_mut().zip(pupils) {
                    known.name = Name {
                        given: given.into(),
                        infix: String::new(),
                        family: "Kanarieachter".into(),
                    };
                    tx.update_pupil(known)?;
                    let text = format!("{given} begint met {WORK}");
                    let mut action = NewAction {
                        pupil: Some(id),
                        school: None,
                        meeting: None,
                        item: None,
                        owner: None,
                        text: text.clone(),
                        due: None,
                        agreed_on: "2026-05-06".parse().unwrap(),
                    };
                    tx.add_action(&action)?;
                    let at = if id == planned { item(id) } else { point };
                    (action.meeting, action.item) = (Some(table.meeting), Some(point));
                    tx.add_action(&action)?;
                    action.item = Some(at);
                    tx.add_action(&action)?;
                    tx.add_decision(&NewDecision {
                        pupil: Some(id),
                        meeting: Some(table.meeting),
                        item: Some(at),
                        text,
                        provisional: false,
                        decided_on: now.date_naive(),
                    })?;
                    if barred {
                        tx.record_consent(&objection(id, uwv, now.date_naive()))?;
                    }
                }
                // A hamerstuk of the pupil at hand, so that there is a list of them in front of a guest.
                tx.set_lane(item(table.pupils[0]), Lane::Agreed)?;
                tx.set_item(item(table.pupils[0]), &with_proposal("gaat naar de gemeente"))?;
                tx.remove_item(item(off))?;
                tx.set_lane(item(planned), Lane::Agreed)?;
                tx.set_item(item(planned), &with_proposal(&format!("Kanarievoor volgt {WORK}")))
            })
            .unwrap();
    });
    desk.press("S a a a a Enter PgDn PgDn Esc");
    assert_eq!(desk.program.state.pupil(), Some(table.pupils[0]));
    desk
}

/// What lies over the panes. Exhaustive, so that whoever adds something says here whether a room may come to it.
fn shown(overlay: &Overlay) -> &'static str {
    match overlay {
        Overlay::Help { .. } => "help",
        Overlay::Palette { .. } => "palette",
        Overlay::Find { .. } => "find",
        Overlay::Contacts { .. } => "contacts",
        Overlay::Attendance { .. } => "attendance",
        Overlay::OldActions { .. } => "old actions",
        Overlay::Terms { .. } => "terms",
        Overlay::ReadBack { .. } => "read-back",
        Overlay::Meetings { .. } => "meetings",
        Overlay::AgreeAll => "hamerstukken",
        Overlay::Prompt { .. } => "question",
        Overlay::Results(_) => "results",
        Overlay::Form(_)
        | Overlay::History { .. }
        | Overlay::Issued(_)
        | Overlay::ToldBefore(_)
        | Overlay::Network { .. }
        | Overlay::FollowUp(_)
        | Overlay::Lessons(_)
        | Overlay::PartyCard { .. }
        | Overlay::Listing
        | Overlay::Import(_)
        | Overlay::Restore(_) => "private",
    }
}

/// Looks for words wherever the room reads: on the screen while that is shared, in the second window always, and in what
/// was copied before everybody's eyes. What was seen is handed back.
fn heard(desk: &mut Desk, words: &[&str], after: &str) -> String {
    let drawn = desk.program.screen();
    let mut seen = match desk.program.show(&drawn) {
        Show::Scene(scene) => serde_json::to_string(&scene).unwrap(),
        Show::Blank(_) => String::new(),
    };
    if !desk.program.state.private {
        for (columns, rows) in [(80, 24), (120, 36), (200, 50)] {
            seen.push_str(&desk.screen(columns, rows));
        }
        seen.push_str(&desk.program.take_copied().unwrap_or_default());
    }
    let seen = seen.to_lowercase();
    for word in words {
        assert!(!seen.contains(word), "{word} after {after}\n{seen}");
    }
    seen
}

/// Goes over every list, shared and private, and says which it came by while shared, and all that was seen.
fn over_all(desk: &mut Desk, words: &[&str]) -> (BTreeSet<&'static str>, String) {
    let (mut came_by, mut seen) = (BTreeSet::new(), String::new());
    for private in [false, true] {
        if private {
            desk.private();
        }
        for keys in KEYS {
            desk.press(keys);
            if !private {
                came_by.extend(desk.program.state.overlay.as_ref().map(shown));
            }
            seen.push_str(&heard(desk, words, keys));
        }
        for keys in ["/", "A"] {
            desk.press(keys);
            for typed in ["k", "ka", "kk", "proef"] {
                desk.write(typed);
                came_by.extend(desk.program.state.overlay.as_ref().filter(|_| !private).map(shown));
                seen.push_str(&heard(desk, words, typed));
                for _ in typed.chars() {
                    desk.press("Backspace");
                }
            }
            desk.press("Esc Esc");
        }
    }
    // Back to shared from any of them: what was read in private is wider.
    for keys in ["o", "T", "H", "/", "O", "U", "W"] {
        desk.press(keys).press("F8");
        seen.push_str(&heard(desk, words, "F8"));
        desk.press("Esc Esc").private();
    }
    (came_by, seen)
}

#[test]
fn with_a_guest_there_nothing_is_heard_of_anybody_but_the_pupil_at_hand_in_any_list() {
    let mut desk = table(false);
    desk.press("T")
        .sees(WORK)
        .sees("K.K.")
        .press("Esc o")
        .sees(WORK)
        .press("Esc");
    desk.press("w Down Down Down Down Down a Enter");
    let (came_by, _) = over_all(&mut desk, &["kanarie", "k.k.", WORK]);
    let all = [
        "attendance",
        "contacts",
        "find",
        "hamerstukken",
        "help",
        "old actions",
        "palette",
        "question",
        "read-back",
        "terms",
    ];
    for list in all {
        assert!(came_by.contains(list), "no key came by {list}: {came_by:?}");
    }
    assert!(
        !came_by.contains("meetings") && !came_by.contains("private"),
        "{came_by:?}"
    );
}

#[test]
fn before_a_party_they_may_not_be_shared_with_a_pupil_has_no_name_in_any_list() {
    let mut desk = table(true);
    let (came_by, seen) = over_all(&mut desk, &["kanarie", "k.k."]);
    assert!(seen.contains(WORK), "what was agreed is told");
    let all = [
        "find",
        "hamerstukken",
        "meetings",
        "old actions",
        "question",
        "read-back",
    ];
    for list in all {
        assert!(came_by.contains(list), "no key came by {list}: {came_by:?}");
    }
    assert!(!came_by.contains("private"), "{came_by:?}");
}
