//! Folding: see the store branch.
/// Folds.
pub fn fold(t: &str) -> String {
    t.to_lowercase()
}
