-- Migration 4: why a tile ended, beside the day on which it did.
-- The journal compares a row with the image that a change left of it, and puts rows back from images; so the images
-- of tiles get the new column as well, at their end, where the row now has it. What was changed before the migration
-- can then be taken back after it.

ALTER TABLE tile ADD COLUMN ended_why TEXT NOT NULL DEFAULT '';

UPDATE journal_row SET before = json_insert(before, '$.ended_why', ''), after = json_insert(after, '$.ended_why', '')
WHERE record = 'tile';
