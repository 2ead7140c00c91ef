//! The room `app`.

mod edit;
