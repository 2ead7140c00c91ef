-- Migration 2: what a professional says of a term (wettelijke termijn): done, or not applicable and why.
-- The term itself is computed from rules that are data; rule holds the id of one. occurrence is the tile or instrument
-- the term is about, and empty for a term of the pupil: it points into one of two tables, hence no reference.

CREATE TABLE term_mark (
  id INTEGER PRIMARY KEY,
  pupil INTEGER NOT NULL REFERENCES pupil(id),
  rule TEXT NOT NULL,
  occurrence INTEGER,
  state TEXT NOT NULL CHECK (state IN ('done','not_applicable')),
  reason TEXT NOT NULL DEFAULT '',
  on_day TEXT NOT NULL,
  marked_by TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX term_mark_pupil ON term_mark(pupil);
