//! School lists: any bytes end in a list that is sound or in a reason.

use dakpan::exchange::lists::read_list;

use super::fuzz;
use crate::exchange::lists::bytes::is_sound;

#[test]
fn any_list_is_read_or_refused() {
    fuzz("lists", "lists", 1500, |bytes| {
        if let Ok(list) = read_list(bytes) {
            is_sound(&list);
        }
    });
}
