-- Migration 3: who belongs in the queue by hand. A party asks for a pupil ('asked'), which stands until the pupil is
-- discussed after that day; or the chair takes a pupil off the proposals ('removed'), which stands until the school's
-- next meeting after that day has been held. A later mark of the other kind takes an earlier one back.

CREATE TABLE queue_mark (
  id INTEGER PRIMARY KEY,
  pupil INTEGER NOT NULL REFERENCES pupil(id),
  kind TEXT NOT NULL CHECK (kind IN ('asked','removed')),
  reason TEXT NOT NULL DEFAULT '',
  party INTEGER REFERENCES party(id),
  on_day TEXT NOT NULL,
  by TEXT NOT NULL DEFAULT '',
  CHECK (kind = 'asked' OR party IS NULL)
) STRICT;
CREATE INDEX queue_mark_pupil ON queue_mark(pupil, on_day);
CREATE INDEX queue_mark_party ON queue_mark(party) WHERE party IS NOT NULL;
