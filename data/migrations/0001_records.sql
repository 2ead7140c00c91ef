-- Migration 1: every record the table talks about, and the bookkeeping around them.
-- Days are TEXT as 2026-06-03, moments TEXT as 2026-06-03T10:04:00+02:00, both readable by people and by other
-- databases. Ids are 63-bit integers that stay unique when two files are merged. No column holds a BLOB, because
-- the journal keeps rows as JSON. A migration that has shipped is never edited: a change is a new one.

-- Records -----------------------------------------------------------------------------------------------------

CREATE TABLE party (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('school','municipality','participation_company','youth_desk','transfer_point','uwv','vocational_college','care_provider','employer')),
  name TEXT NOT NULL,
  place TEXT NOT NULL DEFAULT ''
) STRICT;

-- A professional: somebody of a party, at the table or to be called.
CREATE TABLE person (
  id INTEGER PRIMARY KEY,
  party INTEGER NOT NULL REFERENCES party(id),
  given TEXT NOT NULL,
  family TEXT NOT NULL DEFAULT '',
  position TEXT NOT NULL DEFAULT '',
  phone TEXT NOT NULL DEFAULT '',
  email TEXT NOT NULL DEFAULT '',
  active INTEGER NOT NULL DEFAULT 1 CHECK (active IN (0,1))
) STRICT;
CREATE INDEX person_party ON person(party);

CREATE TABLE school (
  id INTEGER PRIMARY KEY,
  brin TEXT NOT NULL,
  branch TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('vso','pro','entree')),
  name TEXT NOT NULL,
  place TEXT NOT NULL DEFAULT '',
  party INTEGER NOT NULL REFERENCES party(id),
  coordinator INTEGER REFERENCES person(id),
  uwv_contact INTEGER REFERENCES person(id)
) STRICT;
CREATE UNIQUE INDEX school_brin ON school(brin, branch);

CREATE TABLE fixed_contact (
  id INTEGER PRIMARY KEY,
  school INTEGER NOT NULL REFERENCES school(id),
  rank INTEGER NOT NULL CHECK (rank BETWEEN 1 AND 9),
  person INTEGER NOT NULL REFERENCES person(id)
) STRICT;
CREATE UNIQUE INDEX fixed_contact_rank ON fixed_contact(school, rank);

-- informed_on, informed_how and basis missing, or objection_on present, makes the pupil nameless while shared.
CREATE TABLE pupil (
  id INTEGER PRIMARY KEY,
  school INTEGER NOT NULL REFERENCES school(id),
  number TEXT NOT NULL,
  given TEXT NOT NULL,
  infix TEXT NOT NULL DEFAULT '',
  family TEXT NOT NULL,
  birth TEXT,
  class TEXT NOT NULL DEFAULT '',
  residence TEXT NOT NULL DEFAULT '',
  profile TEXT NOT NULL DEFAULT 'unknown' CHECK (profile IN ('further_education','labour_market','day_activity','unknown')),
  leaving TEXT,
  left_on TEXT,
  diploma_on TEXT,
  wish TEXT NOT NULL DEFAULT '',
  strengths TEXT NOT NULL DEFAULT '',
  goal TEXT NOT NULL DEFAULT 'unknown' CHECK (goal IN ('regular_work','sheltered_work','further_education','day_activity','unknown')),
  route TEXT NOT NULL DEFAULT 'undecided' CHECK (route IN ('uwv','municipality','school','further_education','undecided')),
  placement TEXT NOT NULL DEFAULT '',
  client_since TEXT,
  support_needed INTEGER CHECK (support_needed IN (0,1)),
  out_of_sight_since TEXT,
  informed_on TEXT,
  informed_how TEXT NOT NULL DEFAULT '',
  basis TEXT NOT NULL DEFAULT '',
  objection_on TEXT
) STRICT;
CREATE UNIQUE INDEX pupil_number ON pupil(school, number);
CREATE INDEX pupil_leaving ON pupil(school, leaving, family, id);

CREATE TABLE network_person (
  id INTEGER PRIMARY KEY,
  pupil INTEGER NOT NULL REFERENCES pupil(id),
  name TEXT NOT NULL,
  relation TEXT NOT NULL DEFAULT '',
  phone TEXT NOT NULL DEFAULT '',
  willing TEXT NOT NULL DEFAULT 'unknown' CHECK (willing IN ('yes','no','unknown'))
) STRICT;
CREATE INDEX network_person_pupil ON network_person(pupil);

CREATE TABLE transition_chance (
  id INTEGER PRIMARY KEY,
  pupil INTEGER NOT NULL REFERENCES pupil(id),
  kind TEXT NOT NULL CHECK (kind IN ('further_education','lasting_work')),
  level TEXT NOT NULL CHECK (level IN ('low','medium','high')),
  assessed_on TEXT NOT NULL,
  assessed_by TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX transition_chance_pupil ON transition_chance(pupil, assessed_on);

-- The roof: tiles and instruments lie together per pupil, so that one timeline is one short read.
CREATE TABLE tile (
  pupil INTEGER NOT NULL REFERENCES pupil(id),
  id INTEGER NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('school','internship','guidance','job','placement','further_education','day_activity','care','aftercare')),
  party INTEGER NOT NULL REFERENCES party(id),
  holder INTEGER REFERENCES person(id),
  label TEXT NOT NULL DEFAULT '',
  from_on TEXT NOT NULL,
  until_on TEXT,
  ended_on TEXT,
  contract_form TEXT CHECK (contract_form IN ('permanent','temporary','agency','secondment','work_study','unpaid')),
  hours INTEGER,
  wage_value INTEGER CHECK (wage_value BETWEEN 0 AND 100),
  no_guidance_on TEXT,
  no_guidance_by TEXT NOT NULL DEFAULT '',
  PRIMARY KEY (pupil, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE instrument (
  pupil INTEGER NOT NULL REFERENCES pupil(id),
  id INTEGER NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('wage_value_assessment','trial_placement','participation_placement','wage_subsidy','job_coach','sheltered_work_advice','target_group_register','day_activity','work_duty_exemption','further_education','extra_training','self_care','money_skills','aftercare')),
  party INTEGER REFERENCES party(id),
  requested_on TEXT,
  decided_on TEXT,
  started_on TEXT,
  ended_on TEXT,
  review_on TEXT,
  deferred_until TEXT,
  deferred_reason TEXT NOT NULL DEFAULT '',
  value INTEGER,
  result TEXT NOT NULL DEFAULT '',
  PRIMARY KEY (pupil, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE primary_result (
  id INTEGER PRIMARY KEY,
  pupil INTEGER NOT NULL REFERENCES pupil(id),
  category TEXT NOT NULL,
  on_day TEXT NOT NULL,
  meeting INTEGER REFERENCES meeting(id)
) STRICT;
CREATE INDEX primary_result_pupil ON primary_result(pupil, on_day);

CREATE TABLE aftercare (
  id INTEGER PRIMARY KEY,
  pupil INTEGER NOT NULL REFERENCES pupil(id),
  due_on TEXT NOT NULL,
  done_on TEXT,
  person INTEGER REFERENCES person(id),
  word TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX aftercare_pupil ON aftercare(pupil, due_on);

CREATE TABLE meeting (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('exit_meeting','transfer_table')),
  day TEXT NOT NULL,
  starts TEXT NOT NULL,
  ends TEXT NOT NULL,
  place TEXT NOT NULL DEFAULT '',
  opened_at TEXT,
  closed_at TEXT,
  agreement TEXT NOT NULL DEFAULT '',
  agreement_until TEXT,
  next_day TEXT
) STRICT;
CREATE INDEX meeting_day ON meeting(day, id);

CREATE TABLE block (
  id INTEGER PRIMARY KEY,
  meeting INTEGER NOT NULL REFERENCES meeting(id),
  seq INTEGER NOT NULL,
  school INTEGER NOT NULL REFERENCES school(id),
  present_confirmed_at TEXT,
  read_back_at TEXT
) STRICT;
CREATE INDEX block_meeting ON block(meeting, seq);

CREATE TABLE agenda_item (
  id INTEGER PRIMARY KEY,
  block INTEGER NOT NULL REFERENCES block(id),
  seq INTEGER NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('opening','old_actions','pupil','aftercare','read_back','free')),
  pupil INTEGER REFERENCES pupil(id),
  title TEXT NOT NULL DEFAULT '',
  lane TEXT NOT NULL DEFAULT 'discuss' CHECK (lane IN ('agreed','discuss','complex')),
  minutes INTEGER NOT NULL CHECK (minutes BETWEEN 0 AND 600),
  fixed_time TEXT,
  question TEXT NOT NULL DEFAULT '',
  asked_by TEXT NOT NULL DEFAULT '',
  proposal TEXT NOT NULL DEFAULT '',
  state TEXT NOT NULL DEFAULT 'open' CHECK (state IN ('open','discussed','agreed','carried')),
  carried_from INTEGER REFERENCES agenda_item(id),
  CHECK ((kind = 'pupil') = (pupil IS NOT NULL))
) STRICT;
CREATE INDEX agenda_item_block ON agenda_item(block, seq);
CREATE INDEX agenda_item_pupil ON agenda_item(pupil);

CREATE TABLE attendance (
  id INTEGER PRIMARY KEY,
  block INTEGER NOT NULL REFERENCES block(id),
  person INTEGER NOT NULL REFERENCES person(id),
  state TEXT NOT NULL DEFAULT 'unknown' CHECK (state IN ('unknown','present','excused','absent')),
  mandate INTEGER NOT NULL DEFAULT 1 CHECK (mandate IN (0,1))
) STRICT;
CREATE UNIQUE INDEX attendance_person ON attendance(block, person);

CREATE TABLE correction (
  id INTEGER PRIMARY KEY,
  meeting INTEGER NOT NULL REFERENCES meeting(id),
  made_at TEXT NOT NULL,
  made_by TEXT NOT NULL,
  reason TEXT NOT NULL
) STRICT;
CREATE INDEX correction_meeting ON correction(meeting);

-- One table note and one working note per pupil and meeting; without a meeting, per pupil.
CREATE TABLE note (
  id INTEGER PRIMARY KEY,
  pupil INTEGER REFERENCES pupil(id),
  meeting INTEGER REFERENCES meeting(id),
  item INTEGER REFERENCES agenda_item(id),
  kind TEXT NOT NULL CHECK (kind IN ('table','working')),
  text TEXT NOT NULL,
  written_at TEXT NOT NULL
) STRICT;
CREATE INDEX note_pupil ON note(pupil, written_at);
CREATE INDEX note_item ON note(item);

CREATE TABLE decision (
  id INTEGER PRIMARY KEY,
  pupil INTEGER REFERENCES pupil(id),
  meeting INTEGER REFERENCES meeting(id),
  item INTEGER REFERENCES agenda_item(id),
  text TEXT NOT NULL,
  provisional INTEGER NOT NULL DEFAULT 0 CHECK (provisional IN (0,1)),
  decided_on TEXT NOT NULL
) STRICT;
CREATE INDEX decision_pupil ON decision(pupil, decided_on);
CREATE INDEX decision_meeting ON decision(meeting);

CREATE TABLE action (
  id INTEGER PRIMARY KEY,
  pupil INTEGER REFERENCES pupil(id),
  school INTEGER REFERENCES school(id),
  meeting INTEGER REFERENCES meeting(id),
  item INTEGER REFERENCES agenda_item(id),
  owner INTEGER REFERENCES person(id),
  text TEXT NOT NULL,
  due TEXT,
  agreed_on TEXT NOT NULL,
  state TEXT NOT NULL DEFAULT 'open' CHECK (state IN ('open','done','not_possible','not_done','cancelled')),
  closed_on TEXT,
  closing_word TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX action_pupil ON action(pupil, agreed_on);
CREATE INDEX action_meeting ON action(meeting);
CREATE INDEX action_open ON action(school, due) WHERE state = 'open';

CREATE TABLE lesson (
  id INTEGER PRIMARY KEY,
  pupil INTEGER REFERENCES pupil(id),
  meeting INTEGER REFERENCES meeting(id),
  text TEXT NOT NULL,
  noticed_on TEXT NOT NULL,
  state TEXT NOT NULL DEFAULT 'noticed' CHECK (state IN ('noticed','picked_up','done')),
  picked_up_by TEXT NOT NULL DEFAULT '',
  paid_from TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE relapse (
  id INTEGER PRIMARY KEY,
  pupil INTEGER NOT NULL REFERENCES pupil(id),
  on_day TEXT NOT NULL,
  from_category TEXT NOT NULL DEFAULT '',
  word TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX relapse_pupil ON relapse(pupil);

CREATE TABLE cohort (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  category_set TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE UNIQUE INDEX cohort_name ON cohort(name);

CREATE TABLE cohort_member (
  id INTEGER PRIMARY KEY,
  cohort INTEGER NOT NULL REFERENCES cohort(id),
  pupil INTEGER NOT NULL REFERENCES pupil(id)
) STRICT;
CREATE UNIQUE INDEX cohort_member_pupil ON cohort_member(cohort, pupil);
CREATE INDEX cohort_member_of ON cohort_member(pupil);

CREATE TABLE export (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL,
  pupil INTEGER REFERENCES pupil(id),
  meeting INTEGER REFERENCES meeting(id),
  made_for TEXT NOT NULL DEFAULT '',
  made_at TEXT NOT NULL
) STRICT;

-- The voorzitter and whatever else is told once: key and value.
CREATE TABLE setting (
  key TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- For the references: deleting a record asks every table that may point at it. Without these, taking back a planned
-- meeting reads every note and decision of the file.
CREATE INDEX block_school ON block(school);
CREATE INDEX agenda_item_carried ON agenda_item(carried_from) WHERE carried_from IS NOT NULL;
CREATE INDEX primary_result_meeting ON primary_result(meeting) WHERE meeting IS NOT NULL;
CREATE INDEX note_meeting ON note(meeting) WHERE meeting IS NOT NULL;
CREATE INDEX decision_item ON decision(item) WHERE item IS NOT NULL;
CREATE INDEX action_item ON action(item) WHERE item IS NOT NULL;
CREATE INDEX action_owner ON action(owner) WHERE owner IS NOT NULL;
CREATE INDEX attendance_of ON attendance(person);
CREATE INDEX aftercare_person ON aftercare(person) WHERE person IS NOT NULL;
CREATE INDEX tile_party ON tile(party);
CREATE INDEX tile_holder ON tile(holder) WHERE holder IS NOT NULL;
CREATE INDEX instrument_party ON instrument(party) WHERE party IS NOT NULL;
CREATE INDEX lesson_pupil ON lesson(pupil) WHERE pupil IS NOT NULL;
CREATE INDEX lesson_meeting ON lesson(meeting) WHERE meeting IS NOT NULL;
CREATE INDEX export_pupil ON export(pupil) WHERE pupil IS NOT NULL;
CREATE INDEX export_meeting ON export(meeting) WHERE meeting IS NOT NULL;

-- Bookkeeping, outside the journal ----------------------------------------------------------------------------

CREATE TABLE journal (
  seq INTEGER PRIMARY KEY,
  at TEXT NOT NULL,
  who TEXT NOT NULL,
  intent TEXT NOT NULL,
  pupil INTEGER,
  meeting INTEGER,
  reverts INTEGER,
  state TEXT NOT NULL DEFAULT 'done' CHECK (state IN ('done','undone','dropped','revert'))
) STRICT;
CREATE INDEX journal_pupil ON journal(pupil) WHERE pupil IS NOT NULL;
-- What can be redone: nearly always nothing, so it costs nothing to keep.
CREATE INDEX journal_undone ON journal(seq) WHERE state = 'undone';

-- The entry is written after its rows, once it is known that there are any: hence the deferred reference.
CREATE TABLE journal_row (
  id INTEGER PRIMARY KEY,
  entry INTEGER NOT NULL REFERENCES journal(seq) DEFERRABLE INITIALLY DEFERRED,
  record TEXT NOT NULL,
  before TEXT,
  after TEXT,
  CHECK (before IS NOT NULL OR after IS NOT NULL)
) STRICT;
CREATE INDEX journal_row_entry ON journal_row(entry);

-- The entry under way, in one row. Missing: no record can be written, because the triggers refuse. Zero: the one
-- other door (erase, fill a new demo file), which writes without a journal. Beside it the last id given, so that ids
-- never go down, whatever the clock does.
CREATE TABLE journal_open (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  entry INTEGER,
  last_id INTEGER NOT NULL
) STRICT;
INSERT INTO journal_open (one, entry, last_id) VALUES (1, NULL, 0);

-- A note being typed: every drained batch of input is one row of edits here, clustered by draft so that a keystroke
-- writes one page; the record is written when the note is left.
CREATE TABLE draft (
  id INTEGER PRIMARY KEY,
  pupil INTEGER,
  meeting INTEGER,
  item INTEGER,
  kind TEXT NOT NULL CHECK (kind IN ('table','working')),
  base TEXT NOT NULL
) STRICT;
CREATE TABLE draft_edit (
  draft INTEGER NOT NULL REFERENCES draft(id),
  seq INTEGER NOT NULL,
  edits TEXT NOT NULL,
  PRIMARY KEY (draft, seq)
) STRICT, WITHOUT ROWID;

-- Counted up by a commit that waits for the disk, which takes every edit before it along.
CREATE TABLE draft_seal (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  count INTEGER NOT NULL
) STRICT;
INSERT INTO draft_seal (one, count) VALUES (1, 0);

-- Where the meeting stands, and how long each item has been on the table: neither is a change of a record.
CREATE TABLE place (
  meeting INTEGER PRIMARY KEY,
  item INTEGER,
  since TEXT
) STRICT;
CREATE TABLE item_clock (
  item INTEGER PRIMARY KEY,
  seconds INTEGER NOT NULL
) STRICT;

-- How the triggers and the search tables were made, which the program makes itself from the tables above.
CREATE TABLE derived (
  version INTEGER NOT NULL
) STRICT;
