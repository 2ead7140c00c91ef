-- Migration 9: that a backup was put back is a line of the trail. The kinds a line may have are in the table itself, and
-- SQLite cannot change that in place: the table is made anew, line by line as they were, so that the chain holds. A table
-- that is dropped fires no triggers of its rows; those that guard it come back with it, and after the lines.
CREATE TABLE trail_anew (
  seq INTEGER PRIMARY KEY,
  at TEXT NOT NULL,
  who TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN
    ('opened','exported','copied','access','erased','rectified','note_expired','restored')),
  pupil INTEGER,
  meeting INTEGER,
  export INTEGER,
  why TEXT NOT NULL,
  journal INTEGER NOT NULL,
  salt TEXT,
  subject TEXT NOT NULL,
  chain TEXT NOT NULL,
  CHECK ((pupil IS NULL) = (salt IS NULL))
) STRICT;
INSERT INTO trail_anew (seq, at, who, kind, pupil, meeting, export, why, journal, salt, subject, chain)
SELECT seq, at, who, kind, pupil, meeting, export, why, journal, salt, subject, chain FROM trail ORDER BY seq;
DROP TABLE trail;
ALTER TABLE trail_anew RENAME TO trail;
CREATE INDEX trail_pupil ON trail(pupil, kind, meeting) WHERE pupil IS NOT NULL;
CREATE INDEX trail_export ON trail(export) WHERE export IS NOT NULL;

CREATE TRIGGER trail_only_grows BEFORE DELETE ON trail BEGIN
  SELECT RAISE(ABORT, 'the trail is only added to');
END;
CREATE TRIGGER trail_never_changes BEFORE UPDATE ON trail
WHEN (SELECT entry FROM journal_open) IS NOT 0 OR NEW.pupil IS NOT NULL OR NEW.seq IS NOT OLD.seq
  OR NEW.at IS NOT OLD.at OR NEW.who IS NOT OLD.who OR NEW.kind IS NOT OLD.kind OR NEW.meeting IS NOT OLD.meeting
  OR NEW.export IS NOT OLD.export OR NEW.why IS NOT OLD.why OR NEW.journal IS NOT OLD.journal
  OR NEW.subject IS NOT OLD.subject OR NEW.chain IS NOT OLD.chain
BEGIN
  SELECT RAISE(ABORT, 'the trail is only added to');
END;
CREATE TRIGGER trail_has_no_gap BEFORE INSERT ON trail
WHEN NEW.seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM trail)
BEGIN
  SELECT RAISE(ABORT, 'the trail is only added to');
END;
