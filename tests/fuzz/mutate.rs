//! Small changes of samples: what a hurried person, a broken disk and an enemy make of a file.
//!
//! The rule: most of a sample stays as it was, so that a reader is led past its first check; and words of one sample
//! come into another, because what a reader looks for stands in its corpus.

/// Numbers from a seed: SplitMix64, which needs no more than this.
pub struct Dice(u64);

impl Dice {
    /// The numbers that belong to a seed.
    pub fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// The next number.
    pub fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// A number below a limit; 0 when there is none.
    pub fn below(&mut self, limit: usize) -> usize {
        let limit = u64::try_from(limit.max(1)).unwrap();
        usize::try_from(self.next() % limit).unwrap()
    }

    /// One of several.
    pub fn one<'a, T>(&mut self, several: &'a [T]) -> &'a T {
        &several[self.below(several.len())]
    }
}

/// No changed sample is longer; what readers do with larger files is told by their own tests.
const LONGEST: usize = 256 * 1024;

/// Pieces that readers of text and of binary forms go wrong on: ends of lines and of strings, marks of encodings,
/// letters that join, turn the line round or take no room, numbers at the edge of a type.
const PIECES: [&[u8]; 46] = [
    b"\0",
    b"\n",
    b"\r\n",
    b"\r",
    b"\t",
    b";",
    b",",
    b"\"",
    b"'",
    b"\\",
    b"/",
    b"=",
    b"[",
    b"]",
    b"{",
    b"}",
    b"<",
    b"&",
    b"%",
    b"-",
    b"0",
    b"-1",
    b"00",
    b"31",
    b"29-02",
    b"30-02-2027",
    b"9999-12-31",
    b"10000-01-01",
    b"255",
    b"65536",
    b"2147483648",
    b"-9223372036854775808",
    b"18446744073709551616",
    b"1e308",
    b"\xff",
    b"\xff\xfe",
    b"\xef\xbb\xbf",
    b"\xc3\x28",
    b"\xed\xa0\x80",
    b"\xf4\x90\x80\x80",
    b"\x1b[",
    b"\x1b[200~",
    "\u{202e}".as_bytes(),
    "e\u{301}\u{301}".as_bytes(),
    "👩\u{200d}👧".as_bytes(),
    "ıŞĳ".as_bytes(),
];

/// Makes changed samples without end.
pub(super) struct Mutator<'a> {
    dice: Dice,
    samples: &'a [Vec<u8>],
    /// The runs of letters and digits of all samples, and of the signs between them.
    words: Vec<&'a [u8]>,
}

impl<'a> Mutator<'a> {
    pub(super) fn new(dice: Dice, samples: &'a [Vec<u8>]) -> Self {
        let mut words: Vec<&[u8]> = samples
            .iter()
            .flat_map(|sample| sample.chunk_by(|one, next| one.is_ascii_alphanumeric() == next.is_ascii_alphanumeric()))
            .filter(|word| word.len() <= 64)
            .collect();
        words.sort_unstable();
        words.dedup();
        Self { dice, samples, words }
    }

    /// A sample with one to eight changes.
    pub(super) fn next(&mut self) -> Vec<u8> {
        let mut bytes = self.dice.one(self.samples).clone();
        for _ in 0..=self.dice.below(8) {
            self.change(&mut bytes);
        }
        bytes.truncate(LONGEST);
        bytes
    }

    fn change(&mut self, bytes: &mut Vec<u8>) {
        let at = self.dice.below(bytes.len() + 1);
        let until = (at + self.length(bytes)).min(bytes.len());
        match self.dice.below(10) {
            0 if at < bytes.len() => bytes[at] ^= 1 << self.dice.below(8),
            1 if at < bytes.len() => bytes[at] = self.dice.next().to_le_bytes()[0],
            2 => drop(bytes.drain(at..until)),
            3 => {
                let again = bytes[at..until].repeat(1 + self.dice.below(4));
                insert(bytes, at, &again);
            }
            4 => bytes.truncate(at),
            5 => {
                let piece = *self.dice.one(&PIECES);
                insert(bytes, at, piece);
            }
            6 if !self.words.is_empty() => {
                let word = *self.dice.one(&self.words);
                let gone = if self.dice.below(2) == 0 { at..at } else { at..until };
                bytes.splice(gone, word.iter().copied());
            }
            7 => {
                let other = self.dice.one(self.samples);
                let from = self.dice.below(other.len() + 1);
                let to = from + self.dice.below(other.len() - from + 1);
                let part = other[from..to].to_vec();
                insert(bytes, at, &part);
            }
            8 => self.another_number(bytes),
            _ => {
                // Much of one thing: what is nested, repeated or long without end.
                let piece = if self.dice.below(2) == 0 {
                    *self.dice.one(&PIECES)
                } else {
                    b"a"
                };
                let many = piece.repeat(1 << self.dice.below(12));
                insert(bytes, at, &many);
            }
        }
    }

    /// The length of a stretch: mostly a few bytes, sometimes up to all there is.
    fn length(&mut self, bytes: &[u8]) -> usize {
        let most = if self.dice.below(8) == 0 {
            bytes.len()
        } else {
            bytes.len().min(16)
        };
        1 + self.dice.below(most)
    }

    /// Puts another number in the place of one that stands there in digits.
    fn another_number(&mut self, bytes: &mut Vec<u8>) {
        let at = self.dice.below(bytes.len() + 1);
        let Some(from) = bytes.iter().skip(at).position(u8::is_ascii_digit).map(|from| from + at) else {
            return;
        };
        let digits = bytes[from..].iter().take_while(|byte| byte.is_ascii_digit()).count();
        let number = match self.dice.below(4) {
            0 => self.dice.below(100),
            1 => self.dice.below(4000),
            2 => self.dice.below(100_000),
            _ => usize::MAX,
        };
        bytes.splice(from..from + digits, number.to_string().into_bytes());
    }
}

fn insert(bytes: &mut Vec<u8>, at: usize, what: &[u8]) {
    bytes.splice(at..at, what.iter().copied());
}
