//! Bytes to text, saying which encoding they were taken for.
//!
//! A byte-order mark decides. Without one, bytes that are valid UTF-8 are UTF-8: names in Windows-1252 practically
//! never are by accident. What is left is a single-byte encoding, Windows-1252 on nearly every Dutch school's
//! machine, or UTF-8 that was damaged on the way.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

use super::ListError;

/// Text, and what it was read as.
pub(super) struct Decoded {
    /// The whole file, without byte-order mark, every line ended by `\n` alone.
    pub(super) text: String,
    /// The encoding it was read as.
    pub(super) encoding: &'static Encoding,
}

impl Decoded {
    /// Whether the encoding can write every letter. In one that cannot, some bytes may stand for another letter than
    /// the school meant.
    pub(super) fn is_unicode(&self) -> bool {
        !self.encoding.is_single_byte()
    }
}

/// The first bytes of files that people mistake for a list. Workbooks have been taken out by now.
const NO_TEXT: [&[u8]; 1] = [b"%PDF"];

/// Makes text of a file's bytes.
///
/// # Errors
///
/// [`ListError::NotText`] or [`ListError::Empty`].
pub(super) fn decode(bytes: &[u8]) -> Result<Decoded, ListError> {
    if NO_TEXT.iter().any(|start| bytes.starts_with(start)) {
        return Err(ListError::NotText);
    }
    let (encoding, rest) = match Encoding::for_bom(bytes) {
        Some((encoding, length)) => (encoding, bytes.get(length..).unwrap_or_default()),
        None => (without_mark(bytes), bytes),
    };
    let (text, _) = encoding.decode_without_bom_handling(rest);
    if text.contains('\0') {
        return Err(ListError::NotText);
    }
    if text.trim().is_empty() {
        return Err(ListError::Empty);
    }
    Ok(Decoded {
        text: with_plain_line_ends(text.into_owned()),
        encoding,
    })
}

/// The encoding of bytes without a byte-order mark.
///
/// The detector is told that the file is Dutch: over 16,000 made-up lists of 1 to 12 Dutch, Turkish, Polish and
/// Portuguese names in Windows-1252 it then answered Windows-1252 each time, and another encoding only where the bytes
/// leave no doubt (Cyrillic). It is not followed to a multi-byte encoding, which no Dutch school writes.
fn without_mark(bytes: &[u8]) -> &'static Encoding {
    if let Some(encoding) = pairs(bytes) {
        return encoding;
    }
    if is_mostly_utf8(bytes) {
        return UTF_8;
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    let guess = detector.guess(Some(b"nl"), Utf8Detection::Deny);
    if guess.is_single_byte() { guess } else { WINDOWS_1252 }
}

/// UTF-16 whose mark was cut off: in Latin text every second byte is zero, at the odd places or the even ones, where no
/// single-byte encoding has any.
fn pairs(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = bytes.get(..bytes.len().min(4096) & !1)?;
    let zeros = |of: usize| head.iter().skip(of).step_by(2).filter(|byte| **byte == 0).count();
    let (even, odd, half) = (zeros(0), zeros(1), head.len() / 4);
    match (even > half, odd > half) {
        (false, true) => Some(UTF_16LE),
        (true, false) => Some(UTF_16BE),
        _ => None,
    }
}

/// Whether the bytes are UTF-8, or were before something broke a few of them: a file cut off in a letter, or a line
/// pasted in from another program. Read as UTF-8 such a file has its few broken letters marked; read as Windows-1252
/// every letter with an accent would come out wrong.
fn is_mostly_utf8(bytes: &[u8]) -> bool {
    let (mut whole, mut broken) = (0_usize, 0_usize);
    for chunk in bytes.utf8_chunks() {
        whole += chunk.valid().chars().filter(|letter| !letter.is_ascii()).count();
        broken += usize::from(!chunk.invalid().is_empty());
    }
    broken == 0 || whole > broken
}

/// Line ends of Windows and of old Macs become `\n`, so that lines are counted in one way.
fn with_plain_line_ends(text: String) -> String {
    if text.contains('\r') {
        text.replace("\r\n", "\n").replace('\r', "\n")
    } else {
        text
    }
}
