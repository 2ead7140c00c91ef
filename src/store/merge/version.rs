//! The name of a version: of what one change wrote in one column, or of one removal of a row.
//!
//! The rule: it follows from what it is about, so that every file has the same one without asking another. The id of a
//! conflict is that of the version that stands beside the row.

use sha2::{Digest, Sha256};

use super::fold::Writer;
use super::ops::RowKey;
use crate::domain::Id;

/// The id of a version: 63 bits of a digest of its row, its column (empty for the row itself) and whose change it was.
pub(super) fn version(row: &RowKey, field: &str, writer: &Writer) -> Id {
    let mut digest = Sha256::new();
    for part in [row.record.as_str(), &row.key, field, &writer.file] {
        digest.update(part.as_bytes());
        digest.update([0]);
    }
    digest.update(writer.tick.to_be_bytes());
    let bytes: [u8; 8] = digest.finalize().first_chunk().copied().unwrap_or_default();
    i64::from_be_bytes(bytes) & i64::MAX
}
