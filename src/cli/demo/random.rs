//! Chance that is the same every time.

use super::data::wrong;
use crate::store::StoreError;

/// SplitMix64 (Steele, Lea and Flood, 2014): one addition and two multiplications a number, good enough to mix words,
/// and the same on every machine. Not for secrets.
pub(super) struct Random {
    state: u64,
}

impl Random {
    /// A row of numbers that is the same for the same seed.
    pub(super) fn new(seed: u64) -> Self {
        Self { state: seed }
    }

    /// The next number.
    fn next(&mut self) -> u64 {
        self.state = self.state.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.state;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// A number from 0 up to, not including, `end`; 0 when that is 0. By multiplying the upper half, which is fair to
    /// one in four thousand million for the short lists here.
    pub(super) fn below(&mut self, end: u32) -> u32 {
        (((self.next() >> 32) * u64::from(end)) >> 32) as u32
    }

    /// Whether something happens that happens so many times in a hundred.
    pub(super) fn percent(&mut self, chance: u32) -> bool {
        self.below(100) < chance
    }

    /// One of a list.
    ///
    /// # Errors
    /// When the list is empty.
    pub(super) fn pick<'l, T>(&mut self, list: &'l [T]) -> Result<&'l T, StoreError> {
        let at = self.below(u32::try_from(list.len()).unwrap_or(u32::MAX));
        list.get(at as usize).ok_or_else(wrong)
    }
}
