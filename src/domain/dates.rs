//! Placeholder until the grammar lands.
use super::Day;
/// Context.
pub struct DateContext {
    /// Today.
    pub today: Day,
    /// Next.
    pub next_meeting: Option<Day>,
    /// Summer.
    pub summer_end: Option<Day>,
}
/// Reads.
pub fn read_date(_p: &str, _c: &DateContext) -> Option<Day> {
    None
}
/// Reads.
pub fn date_at_end(_p: &str, _c: &DateContext) -> Option<(usize, Day)> {
    None
}
