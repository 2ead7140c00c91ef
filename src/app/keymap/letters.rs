//! The letters that may follow a key: one for each value of a code list.
//!
//! The rule: a letter stands for one value, and every value has one, so that nothing of a code list is out of reach.

use crate::domain::codes::{ChanceLevel, PrimaryResult, Route, TileKind};

/// The letters after `u`: one primary result each.
pub const RESULT_LETTERS: &[(char, PrimaryResult)] = &[
    ('b', PrimaryResult::PaidWork),
    ('l', PrimaryResult::WageValueAssessment),
    ('p', PrimaryResult::ParticipationPlacement),
    ('i', PrimaryResult::OtherInstrument),
    ('d', PrimaryResult::DayActivity),
    ('o', PrimaryResult::WorkDutyExemption),
    ('w', PrimaryResult::ShelteredWork),
    ('v', PrimaryResult::FurtherEducation),
    ('g', PrimaryResult::InDiscussion),
];

/// The letters after `r`: one route each.
pub const ROUTE_LETTERS: &[(char, Route)] = &[
    ('u', Route::Uwv),
    ('g', Route::Municipality),
    ('s', Route::School),
    ('v', Route::FurtherEducation),
    ('n', Route::Undecided),
];

/// The letters after `n`: one kind of tile each; [`INSTRUMENT_LETTER`] asks for an instrument instead.
pub const TILE_LETTERS: &[(char, TileKind)] = &[
    ('b', TileKind::Guidance),
    ('w', TileKind::Job),
    ('p', TileKind::Placement),
    ('t', TileKind::Internship),
    ('s', TileKind::School),
    ('o', TileKind::FurtherEducation),
    ('d', TileKind::DayActivity),
    ('z', TileKind::Care),
    ('n', TileKind::Aftercare),
];

/// The letter after `n` that asks for an instrument.
pub const INSTRUMENT_LETTER: char = 'i';

/// The letters after `k`, twice: further education, then lasting work.
pub const CHANCE_LETTERS: &[(char, ChanceLevel)] = &[
    ('l', ChanceLevel::Low),
    ('g', ChanceLevel::Medium),
    ('h', ChanceLevel::High),
];
