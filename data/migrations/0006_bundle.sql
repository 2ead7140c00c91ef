-- Migration 6: two tables, one region. What travels between two files is changes: entries of the journal with the images
-- of their rows. So each entry gets a moment that orders it among those of every file, a file gets a name of its own,
-- and what came from others is kept beside what was changed here.
-- A later migration that changes images in journal_row changes those in peer_row likewise.

-- The moment of an entry: milliseconds since 1970 by the clock of the file, but always later than every entry that the
-- file knew when it was made, whatever the clock did. So whoever changed a value after seeing another comes later.
ALTER TABLE journal ADD COLUMN tick INTEGER NOT NULL DEFAULT 0;
UPDATE journal SET tick = of.tick
FROM (SELECT seq, seq + max(unixepoch(at) * 1000 - seq) OVER (ORDER BY seq) AS tick FROM journal) AS of
WHERE of.seq = journal.seq;

-- Records -----------------------------------------------------------------------------------------------------

-- A value that two files changed without knowing of each other: the later one is in the row, the other is kept here
-- until somebody has chosen. row_key is the key of the row as JSON; an empty field means that the other side had
-- removed the row. The id follows from what it is about, so that every file has the same one.
CREATE TABLE conflict (
  id INTEGER PRIMARY KEY,
  pupil INTEGER REFERENCES pupil(id),
  record TEXT NOT NULL,
  row_key TEXT NOT NULL,
  field TEXT NOT NULL,
  other TEXT,
  other_at TEXT NOT NULL,
  other_by TEXT NOT NULL,
  settled_on TEXT
) STRICT;
CREATE INDEX conflict_pupil ON conflict(pupil) WHERE pupil IS NOT NULL;
CREATE INDEX conflict_row ON conflict(record, row_key);

-- Bookkeeping, outside the journal ----------------------------------------------------------------------------

-- The name of this file among others, and the secret half of the key with which others lock a bundle for it.
CREATE TABLE identity (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  file TEXT NOT NULL,
  secret TEXT NOT NULL
) STRICT;

-- Entries of other files, and what they did to rows. merge is the entry under which they were merged here, zero when
-- merging them changed no row; when that entry is undone they do not count.
CREATE TABLE peer_entry (
  file TEXT NOT NULL,
  tick INTEGER NOT NULL,
  at TEXT NOT NULL,
  who TEXT NOT NULL,
  intent TEXT NOT NULL,
  PRIMARY KEY (file, tick)
) STRICT, WITHOUT ROWID;
CREATE INDEX peer_entry_tick ON peer_entry(tick);

CREATE TABLE peer_row (
  id INTEGER PRIMARY KEY,
  file TEXT NOT NULL,
  tick INTEGER NOT NULL,
  record TEXT NOT NULL,
  row_key TEXT NOT NULL,
  before TEXT,
  after TEXT,
  pupil INTEGER,
  merge INTEGER NOT NULL,
  CHECK (before IS NOT NULL OR after IS NOT NULL)
) STRICT;
CREATE UNIQUE INDEX peer_row_of ON peer_row(record, row_key, file, tick);
CREATE INDEX peer_row_pupil ON peer_row(pupil) WHERE pupil IS NOT NULL;
CREATE INDEX peer_row_merge ON peer_row(merge);

-- What went to whom: each bundle with how far the journal and what came from others had got, and the rows that were in
-- any of them.
CREATE TABLE bundle_out (
  receiver TEXT NOT NULL,
  number INTEGER NOT NULL,
  made_at TEXT NOT NULL,
  seq INTEGER NOT NULL,
  peer INTEGER NOT NULL,
  PRIMARY KEY (receiver, number)
) STRICT, WITHOUT ROWID;
CREATE TABLE bundle_row (
  receiver TEXT NOT NULL,
  record TEXT NOT NULL,
  row_key TEXT NOT NULL,
  PRIMARY KEY (receiver, record, row_key)
) STRICT, WITHOUT ROWID;

-- What came from whom, and under which entry it was merged.
CREATE TABLE bundle_in (
  file TEXT NOT NULL,
  number INTEGER NOT NULL,
  merged_at TEXT NOT NULL,
  merge INTEGER NOT NULL,
  PRIMARY KEY (file, number)
) STRICT, WITHOUT ROWID;
