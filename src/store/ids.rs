//! Ids of records: 63-bit numbers that stay unique when two files are merged.
//!
//! The rule: an id is never given twice by one file, and never goes down, also when the clock does.

use crate::domain::Moment;

/// 2024-01-01T00:00:00Z in seconds since 1970: the zero of the time in an id.
const EPOCH: i64 = 1_704_067_200;

/// The source of ids of one open file.
///
/// An id is the second it was made in (31 bits since 2024, enough until 2092) above 32 bits that begin at random in
/// each second and then count up. A clock that stands still or goes back changes nothing: counting simply goes on
/// from the last id, and the last id is kept in the file. Rows made together lie together, which keeps the index
/// compact, and a later record has the higher id.
///
/// Two laptops that make `a` and `b` records in the same second, each in its own file, give one of them the same id
/// with a chance of at most `(a + b) / 2^32`: one in two thousand million for one record each, one in forty thousand
/// when both import 50,000 pupils in that very second.
#[derive(Debug)]
pub(crate) struct Ids {
    state: u64,
    last: i64,
}

impl Ids {
    /// Ids from a seed, going on after `last`, the highest id given so far.
    pub(crate) fn new(seed: u64, last: i64) -> Self {
        Self { state: seed, last }
    }

    /// The highest id given so far.
    pub(crate) fn last(&self) -> i64 {
        self.last
    }

    /// A fresh id, made at `now`.
    pub(crate) fn next(&mut self, now: Moment) -> i64 {
        let second = now.timestamp().saturating_sub(EPOCH).clamp(0, i64::from(i32::MAX));
        self.last = if second > self.last >> 32 {
            second << 32 | i64::from(self.random())
        } else {
            self.last.saturating_add(1)
        };
        self.last
    }

    /// SplitMix64: small, and good enough where nobody gains by guessing.
    fn random(&mut self) -> u32 {
        self.state = self.state.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.state;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (z >> 32) as u32
    }
}
