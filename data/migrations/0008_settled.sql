-- Migration 8: a choice in a conflict is a version of its own. Until now only the day was kept on which somebody chose
-- that what stood stays; the other laptop's choice then came later than anything known and overturned it in silence.
--
-- here: what stood when somebody chose, as JSON. kept: which of the two was chosen. stood: the id of the version that
-- stood, as the id of the conflict is that of the version beside it; without one it was chosen before this migration.
-- The images get the columns as well, at their end, where the row now has them, those of other files likewise.

ALTER TABLE conflict ADD COLUMN here TEXT;
ALTER TABLE conflict ADD COLUMN kept TEXT CHECK (kept IN ('here','other'));
ALTER TABLE conflict ADD COLUMN stood INTEGER;

UPDATE journal_row SET
  before = json_insert(before, '$.here', NULL, '$.kept', NULL, '$.stood', NULL),
  after = json_insert(after, '$.here', NULL, '$.kept', NULL, '$.stood', NULL)
WHERE record = 'conflict';
UPDATE peer_row SET
  before = json_insert(before, '$.here', NULL, '$.kept', NULL, '$.stood', NULL),
  after = json_insert(after, '$.here', NULL, '$.kept', NULL, '$.stood', NULL)
WHERE record = 'conflict';
