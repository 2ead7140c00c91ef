//! The room `exchange`.

pub mod lists;
