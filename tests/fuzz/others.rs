//! Lists of schools and of their fixed contacts: any bytes end in rows that are sound or in a reason.

use std::collections::BTreeSet;

use dakpan::exchange::lists::{read_contacts, read_schools};

use super::{fuzz, samples};

#[test]
fn any_list_of_schools_is_read_or_refused() {
    fuzz("schools", "others", 800, |bytes| {
        let Ok(list) = read_schools(bytes, None, &|_| true) else {
            return;
        };
        let mut codes = BTreeSet::new();
        for row in &list.rows {
            assert!(!row.name.is_empty(), "a school without a name in row {}", row.row);
            assert!(codes.insert(row.code.to_string()), "twice in row {}", row.row);
            assert!(list.refused.iter().all(|refusal| refusal.row != row.row));
        }
    });
}

#[test]
fn any_list_of_contacts_is_read_or_refused() {
    fuzz("contacts", "others", 800, |bytes| {
        let Ok(list) = read_contacts(bytes, None, &|_| true) else {
            return;
        };
        for row in &list.rows {
            assert!((1..=9).contains(&row.rank), "{row:?}");
            assert!(!row.school.is_empty() && !row.party.is_empty(), "{row:?}");
            assert!(list.refused.iter().all(|refusal| refusal.row != row.row));
        }
    });
}

/// A corpus that the readers refuse at once would change nothing but headings.
#[test]
fn the_samples_are_read() {
    let samples = samples("others");
    let schools = |bytes: &Vec<u8>| read_schools(bytes, None, &|_| true).is_ok_and(|list| !list.rows.is_empty());
    let contacts = |bytes: &Vec<u8>| read_contacts(bytes, None, &|_| true).is_ok_and(|list| !list.rows.is_empty());
    assert!(samples.iter().filter(|bytes| schools(bytes)).count() >= 2);
    assert!(samples.iter().filter(|bytes| contacts(bytes)).count() >= 2);
}
