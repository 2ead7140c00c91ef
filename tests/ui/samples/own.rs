//! Overlays beyond the form that the private state alone can hold.

use dakpan::app::screen::Screen;
use dakpan::app::sight::{EmployerView, EventRow, HistoryView, PlacementRow, Private, PrivateName, PrivateOverlay};
use dakpan::domain::codes::*;
use dakpan::domain::placement::Lasted;
use dakpan::domain::trajectory::{Instrument, Tile, TileDetails};
use dakpan::public::Overlay;

use super::{day, over};

fn who(full: &str) -> PrivateName {
    PrivateName {
        full: full.into(),
        nameless: None,
    }
}

/// The card of an employer.
pub(in crate::ui) fn employer() -> Screen {
    let row = |full: &str, kind, lasted| PlacementRow {
        pupil: who(full),
        kind,
        contract: None,
        hours: None,
        from: day(2026, 3, 1),
        until: None,
        lasted,
        why: String::new(),
    };
    let rows = vec![
        row("Noor Jansen", TileKind::Placement, Lasted::NotYet),
        PlacementRow {
            contract: Some(ContractForm::Permanent),
            hours: Some(32),
            ..row("Samira Kaya", TileKind::Job, Lasted::Still(95))
        },
        PlacementRow {
            contract: Some(ContractForm::Agency),
            until: Some(day(2026, 3, 9)),
            why: "te druk in de kas, meer rust nodig".into(),
            ..row("Łukasz Nowak", TileKind::Job, Lasted::Ended(9))
        },
    ];
    over::<Private>(Overlay::Private(PrivateOverlay::Employer(EmployerView {
        name: "Kwekerij Groen".into(),
        place: "Dordrecht".into(),
        still: 1,
        rows,
        top: 0,
    })))
}

/// A trajectory in words.
pub(in crate::ui) fn history() -> Screen {
    let job = Tile {
        id: 1,
        kind: TileKind::Job,
        party: 1,
        party_kind: PartyKind::Employer,
        party_name: "Kwekerij Groen".into(),
        holder: Some(1),
        holder_name: Some("Jan de Boer".into()),
        holder_party: Some(2),
        label: "kas".into(),
        from: day(2026, 3, 1),
        until: Some(day(2026, 8, 31)),
        ended: Some(day(2026, 6, 3)),
        contract: Some(ContractForm::Agency),
        no_guidance_on: None,
        no_guidance_by: String::new(),
        details: TileDetails {
            ended_why: "terugval".into(),
            hours: Some(24),
            wage_value: Some(60),
        },
    };
    let register = Instrument {
        id: 2,
        kind: InstrumentKind::TargetGroupRegister,
        party: None,
        party_name: None,
        requested: None,
        decided: None,
        started: None,
        ended: None,
        review: None,
        deferred_until: Some(day(2027, 6, 1)),
        deferred_reason: "ontwikkelt zich nog".into(),
        value: None,
        result: String::new(),
    };
    let rows = vec![
        EventRow::Tile(Box::new(job), true),
        EventRow::Relapse(day(2026, 6, 3), Some(PrimaryResult::PaidWork)),
        EventRow::Instrument(Box::new(register)),
    ];
    over::<Private>(Overlay::Private(PrivateOverlay::History(HistoryView {
        pupil: who("Samira Kaya"),
        rows,
        selected: 0,
    })))
}
