-- Migration 7: working notes found by themselves. At every start the program looks which working notes have had their
-- time; without this it read all notes of the region for it, and a start took ten times as long in a file of 100,000.
CREATE INDEX note_working ON note(meeting, pupil, written_at) WHERE kind = 'working';
