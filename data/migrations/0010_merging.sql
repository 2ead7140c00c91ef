-- Migration 10: merging and bundling cost what the bundle holds. Until now both read the whole journal, everything that
-- ever came from others and every row of the schools, so that a meeting's changes took longer the larger the region was.

-- By its moment a change of another file is found to be known here, and by its row what the journal tells of that row.
CREATE INDEX journal_tick ON journal(tick);
CREATE INDEX journal_row_of ON journal_row(record, coalesce(json_extract(after, '$.id'), json_extract(before, '$.id')));

-- Rows that each merging looks at again, whatever it brings: those that are there although somebody removed them, because
-- another one pointed at them, and those that are not because another one says the same. A row stays in this list when
-- neither is so any more: undoing a merge may make it so again.
CREATE TABLE peer_watch (
  record TEXT NOT NULL,
  row_key TEXT NOT NULL,
  PRIMARY KEY (record, row_key)
) STRICT, WITHOUT ROWID;

-- Only merging makes such rows. Those of earlier merges are among what was ever removed, and among what says the same.
INSERT INTO peer_watch (record, row_key)
SELECT record, row_key FROM peer_row WHERE after IS NULL AND record <> 'conflict'
UNION
SELECT record, CASE WHEN record IN ('tile', 'instrument')
    THEN json_array(json_extract(before, '$.pupil'), json_extract(before, '$.id'))
    ELSE json_array(json_extract(before, '$.id')) END
FROM journal_row
WHERE after IS NULL AND record NOT IN ('conflict', 'setting') AND EXISTS (SELECT 1 FROM peer_row)
UNION
SELECT record, row_key FROM peer_row
WHERE (record = 'fixed_contact' AND json_extract(row_key, '$[0]') NOT IN (SELECT id FROM fixed_contact))
  OR (record = 'attendance' AND json_extract(row_key, '$[0]') NOT IN (SELECT id FROM attendance))
  OR (record = 'cohort_member' AND json_extract(row_key, '$[0]') NOT IN (SELECT id FROM cohort_member));

-- Of which schools a bundle was (a JSON list of their ids), and how far the journal and what came from others had got:
-- what belongs to these schools and did not change since was told then. Of earlier bundles this is not known, so the
-- next one after them is made as before.
ALTER TABLE bundle_out ADD COLUMN schools TEXT;
ALTER TABLE bundle_out ADD COLUMN seq INTEGER;
ALTER TABLE bundle_out ADD COLUMN peer INTEGER;
