-- Migration 5: the rights of the pupil. What was told and agreed about sharing, who looked and what went out, and
-- what is left when a pupil is erased.

-- Records -----------------------------------------------------------------------------------------------------

-- What was told, agreed, withdrawn or objected to, one row each time, so that what stood on any day can be read back.
-- Without a party it is about everybody at the table. What stands in general is also in the pupil's own row
-- (informed_on, basis, objection_on), which every list reads; this says of whom it came and how.
CREATE TABLE consent (
  id INTEGER PRIMARY KEY,
  pupil INTEGER NOT NULL REFERENCES pupil(id),
  party INTEGER REFERENCES party(id),
  meeting INTEGER REFERENCES meeting(id),
  kind TEXT NOT NULL CHECK (kind IN ('informed','basis','given','withdrawn','objection','objection_lifted')),
  basis TEXT NOT NULL DEFAULT '',
  on_day TEXT NOT NULL,
  by_whom TEXT NOT NULL DEFAULT 'unknown' CHECK (by_whom IN ('pupil','parents','both','representative','unknown')),
  how TEXT NOT NULL DEFAULT '',
  written_by TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX consent_pupil ON consent(pupil, on_day);
CREATE INDEX consent_party ON consent(party) WHERE party IS NOT NULL;
CREATE INDEX consent_meeting ON consent(meeting) WHERE meeting IS NOT NULL;

-- What is left of erased pupils, for results that must still add up: how many more (or fewer) stand in a category of
-- a cohort from a day on. The sum of the rows up to a day is what stood on that day. An empty category is a member
-- without a result; an empty cohort counts everybody. broken_off: a contract ended before its time and none runs.
CREATE TABLE anonymous_result (
  id INTEGER PRIMARY KEY,
  cohort INTEGER REFERENCES cohort(id),
  category TEXT NOT NULL,
  support_needed INTEGER CHECK (support_needed IN (0,1)),
  broken_off INTEGER NOT NULL DEFAULT 0 CHECK (broken_off IN (0,1)),
  on_day TEXT NOT NULL,
  change INTEGER NOT NULL
) STRICT;
CREATE INDEX anonymous_result_cohort ON anonymous_result(cohort, on_day);

-- Bookkeeping, outside the journal ----------------------------------------------------------------------------

-- Who looked, and what went out. Only added to: the triggers below refuse all else but making a line anonymous while a
-- pupil is erased. Each line carries the digest of the one before it; of the pupil it seals only a salted digest, so
-- that the chain still holds when the pupil and the salt are gone. why is a code, never a text that somebody typed.
CREATE TABLE trail (
  seq INTEGER PRIMARY KEY,
  at TEXT NOT NULL,
  who TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('opened','exported','copied','access','erased','rectified','note_expired')),
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

-- Where the trail ends, kept beside it: lines taken off its end by another program are missed. Beside it the last
-- change of the journal from before there was a trail, which tells of documents that have no line.
CREATE TABLE trail_end (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  seq INTEGER NOT NULL,
  chain TEXT NOT NULL,
  before INTEGER NOT NULL
) STRICT;
INSERT INTO trail_end (one, seq, chain, before) SELECT 1, 0, '', coalesce(max(seq), 0) FROM journal;

-- Who was erased, by the random id alone, so that no older bundle brings the pupil back.
CREATE TABLE tombstone (
  pupil INTEGER PRIMARY KEY,
  erased_on TEXT NOT NULL
) STRICT;
CREATE TRIGGER tombstone_holds BEFORE INSERT ON pupil
WHEN EXISTS (SELECT 1 FROM tombstone WHERE tombstone.pupil = NEW.id)
BEGIN
  SELECT RAISE(ABORT, 'this pupil was erased');
END;

-- An erasure that was begun and of which freed pages or backups are still to be gone through: whoever opens the file
-- next goes on with it. subject is the id of the row that went from record.
CREATE TABLE forgetting (
  record TEXT NOT NULL,
  subject INTEGER NOT NULL,
  PRIMARY KEY (record, subject)
) STRICT, WITHOUT ROWID;

-- What was announced, so that nothing is erased that nobody was told of: the working notes of a meeting.
CREATE TABLE announced (
  meeting INTEGER PRIMARY KEY,
  told_on TEXT NOT NULL
) STRICT;
