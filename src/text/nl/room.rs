//! The words about the room, in Dutch.

use crate::domain::hidden::{Guest, Hidden};
use crate::text::room::Room;

pub(in crate::text) const ROOM: Room = Room {
    attendance_asked: "Nog niet bevestigd wie er is: Enter bevestigt, Esc: later, met w",
    unconfirmed: "wie is er: w",
    unconfirmed_writing: "wie is er: Esc w",
    hidden,
    no_school: |typed| format!("geen school met {typed}"),
    to_call: |person| match person.active {
        true => person.full(),
        false => format!("{} (werkt er niet meer)", person.full()),
    },
};

fn hidden(hidden: Hidden) -> String {
    let who = match hidden.guest {
        Guest::Network => "iemand uit het netwerk",
        Guest::Employer => "een werkgever",
    };
    match hidden.count {
        0 => format!("andere leerlingen verborgen: er zit {who} aan tafel"),
        count => format!("{count} verborgen: er zit {who} aan tafel"),
    }
}
