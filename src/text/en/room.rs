//! The words about the room, in English.

use crate::domain::hidden::{Guest, Hidden};
use crate::text::room::Room;

pub(in crate::text) const ROOM: Room = Room {
    attendance_asked: "Not confirmed yet who is here: Enter confirms, Esc: later, with w",
    unconfirmed: "who is here: w",
    unconfirmed_writing: "who is here: Esc w",
    hidden,
    no_school: |typed| format!("no school with {typed}"),
    to_call: |person| match person.active {
        true => person.full(),
        false => format!("{} (no longer works there)", person.full()),
    },
};

fn hidden(hidden: Hidden) -> String {
    let who = match hidden.guest {
        Guest::Network => "somebody of the network",
        Guest::Employer => "an employer",
    };
    match hidden.count {
        0 => format!("other pupils hidden: {who} is at the table"),
        count => format!("{count} hidden: {who} is at the table"),
    }
}
