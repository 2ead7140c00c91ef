//! The room `domain`.
pub mod dates;
