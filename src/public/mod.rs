//! The room `public`.
