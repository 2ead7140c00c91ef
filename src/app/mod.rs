//! The room `app`.

pub mod edit;
