//! How this table works, where tables may differ: the numbers that the rules of the field leave to the chair.
//!
//! They come from the settings file; whoever computes with them is given them as a value, so that a result can be
//! told together with the numbers it was made with. The rule: a number outside its range is refused where it is read
//! ([`Practice::HANDOVER_DAYS`], [`Practice::OUT_OF_SIGHT_DAYS`], [`Practice::SMALL_COUNTS`]) and never bent into it.

use std::ops::RangeInclusive;

use super::result::SMALLEST;

coded! {
    /// When a pupil's chances count as low: the point at which the participation company begins before the pupil is
    /// formally a client (practice of Stroomopwaarts, which leaves the choice to the region).
    LowChances {
        /// Further education and lasting work are both low.
        Both = "both",
        /// One of the two is low.
        Either = "either",
    }
}

/// The numbers of one table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Practice {
    /// Days up to and including the last of a tile on which the next party must hold the pupil as well, for the
    /// handover not to be cold.
    pub handover_days: u16,
    /// Days without contact after which a pupil is out of sight.
    pub out_of_sight_days: u16,
    /// When chances count as low.
    pub low_chances: LowChances,
    /// The smallest count that a public table tells; what is below it is hidden.
    pub small_counts: u64,
}

impl Practice {
    /// The handover days that make sense: from a day up to a year.
    pub const HANDOVER_DAYS: RangeInclusive<u16> = 1..=365;

    /// The days without contact that make sense: from a week up to two years.
    pub const OUT_OF_SIGHT_DAYS: RangeInclusive<u16> = 7..=730;

    /// The smallest counts to tell that make sense. With 0 or 1 nothing would be hidden and a public table would be
    /// public in name only; who wants every number asks for the table that is not public.
    pub const SMALL_COUNTS: RangeInclusive<u16> = 2..=100;

    /// These numbers, when each lies in its range, and the usual smallest count.
    ///
    /// ```
    /// use dakpan::domain::practice::{LowChances, Practice};
    ///
    /// assert_eq!(Practice::new(28, 90, LowChances::Both), Some(Practice::default()));
    /// assert_eq!(Practice::new(0, 90, LowChances::Both), None);
    /// ```
    pub fn new(handover_days: u16, out_of_sight_days: u16, low_chances: LowChances) -> Option<Self> {
        let sound =
            Self::HANDOVER_DAYS.contains(&handover_days) && Self::OUT_OF_SIGHT_DAYS.contains(&out_of_sight_days);
        sound.then_some(Self {
            handover_days,
            out_of_sight_days,
            low_chances,
            ..Self::default()
        })
    }
}

impl Default for Practice {
    /// Four weeks of overlap, three months without contact, and both chances low: what the two regions do. Counts under
    /// five are hidden, as the rule on privacy asks.
    fn default() -> Self {
        Self {
            handover_days: 28,
            out_of_sight_days: 90,
            low_chances: LowChances::Both,
            small_counts: SMALLEST,
        }
    }
}
