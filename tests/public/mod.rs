//! The public window between its two ends: what crosses, and how.

mod meeting;
pub(crate) mod wire;
