//! Whether what is kept of other files holds together: for the check of the whole file.

use rusqlite::Connection;

use super::super::error::StoreError;

/// What does not hold together, each as a line; values are not told.
pub(in crate::store) fn problems(sql: &Connection) -> Result<Vec<String>, StoreError> {
    const CHECKS: &[&str] = &[
        "SELECT 'peer_row belongs to no entry of the journal' FROM peer_row
         WHERE merge <> 0 AND merge NOT IN (SELECT seq FROM journal) LIMIT 1",
        "SELECT 'peer_row holds what is not JSON' FROM peer_row
         WHERE NOT (coalesce(json_valid(before), 1) AND coalesce(json_valid(after), 1)) LIMIT 1",
        "SELECT 'peer_row tells of somebody who was erased' FROM peer_row
         WHERE pupil IN (SELECT pupil FROM tombstone) LIMIT 1",
        "SELECT 'pupil holds somebody who was erased' FROM pupil WHERE id IN (SELECT pupil FROM tombstone) LIMIT 1",
        "SELECT 'journal goes back in time' FROM (SELECT tick, lag(tick) OVER (ORDER BY seq) AS last FROM journal)
         WHERE tick <= last LIMIT 1",
        "SELECT 'conflict holds what is not JSON' FROM conflict WHERE NOT coalesce(json_valid(other), 1) LIMIT 1",
        "SELECT 'bundle_in belongs to no entry of the journal' FROM bundle_in
         WHERE merge <> 0 AND merge NOT IN (SELECT seq FROM journal) LIMIT 1",
    ];
    let mut found = Vec::new();
    for check in CHECKS {
        let mut select = sql.prepare(check)?;
        let lines = select.query_map([], |row| row.get(0))?;
        found.extend(lines.collect::<Result<Vec<String>, _>>()?);
    }
    Ok(found)
}
