-- SPDX-License-Identifier: MIT
-- The stored plan: its actions with owners, joint objectives, what the workshop said, gates; and
-- the charter of the alliance, member by member.

PRAGMA user_version = 3;

ALTER TABLE alliance ADD COLUMN charter_steering TEXT;
ALTER TABLE alliance ADD COLUMN charter_steering_members TEXT;
ALTER TABLE alliance ADD COLUMN charter_working_group TEXT;
ALTER TABLE alliance ADD COLUMN charter_working_group_members TEXT;
ALTER TABLE alliance ADD COLUMN charter_project_teams TEXT;
ALTER TABLE alliance ADD COLUMN charter_project_teams_members TEXT;
ALTER TABLE alliance ADD COLUMN charter_channels TEXT;
ALTER TABLE alliance ADD COLUMN charter_response_times TEXT;
ALTER TABLE alliance ADD COLUMN charter_level_1 TEXT;
ALTER TABLE alliance ADD COLUMN charter_hours_1 INTEGER;
ALTER TABLE alliance ADD COLUMN charter_level_2 TEXT;
ALTER TABLE alliance ADD COLUMN charter_hours_2 INTEGER;
ALTER TABLE alliance ADD COLUMN charter_level_3 TEXT;
ALTER TABLE alliance ADD COLUMN charter_hours_3 INTEGER;
ALTER TABLE alliance ADD COLUMN charter_decision_rights TEXT;
ALTER TABLE alliance ADD COLUMN charter_disputes TEXT;
ALTER TABLE alliance ADD COLUMN charter_reports TEXT;
ALTER TABLE alliance ADD COLUMN charter_agreed INTEGER;

-- What an imported file said of the charter as it pleased stays with its unknown members; the
-- column is now for the charter's notes.
UPDATE alliance
SET extra = json_set(coalesce(extra, '{}'), '$.charter', json(charter)), charter = NULL
WHERE charter IS NOT NULL;

ALTER TABLE assessment ADD COLUMN plan_track INTEGER;
ALTER TABLE assessment ADD COLUMN plan_horizon INTEGER;
ALTER TABLE assessment ADD COLUMN workshop INTEGER;
ALTER TABLE assessment ADD COLUMN relevant TEXT;
ALTER TABLE assessment ADD COLUMN opportunities TEXT;
ALTER TABLE assessment ADD COLUMN challenges TEXT;

CREATE TABLE joint_objective (
	key INTEGER PRIMARY KEY AUTOINCREMENT,
	assessment INTEGER NOT NULL REFERENCES assessment DEFERRABLE INITIALLY DEFERRED,
	id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
	text TEXT NOT NULL,
	measure TEXT,
	baseline TEXT,
	target TEXT,
	due INTEGER,
	note TEXT,
	extra TEXT
) STRICT;
CREATE INDEX joint_objective_assessment ON joint_objective (assessment);

CREATE TABLE plan_action (
	key INTEGER PRIMARY KEY AUTOINCREMENT,
	assessment INTEGER NOT NULL REFERENCES assessment DEFERRABLE INITIALLY DEFERRED,
	id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
	library TEXT,           -- id in the action library; NULL: the user's own
	step INTEGER,
	title TEXT,             -- NULL here and below: as the library says
	what TEXT,
	done_when TEXT,
	resources TEXT,
	effort_days INTEGER,
	kpi TEXT,
	retest TEXT,            -- ids, a line each
	required TEXT,          -- ids, a line each
	quick_win INTEGER,
	start INTEGER,
	due INTEGER,
	dated INTEGER,          -- 1: start and due were set by hand
	active INTEGER,
	moved INTEGER,          -- 1: active was set by hand
	status INTEGER,
	reason TEXT,
	closed INTEGER,
	note TEXT,
	objective INTEGER REFERENCES joint_objective DEFERRABLE INITIALLY DEFERRED,
	findings TEXT,          -- ids, a line each
	stale INTEGER,
	extra TEXT
) STRICT;
CREATE INDEX plan_action_assessment ON plan_action (assessment);
CREATE INDEX plan_action_objective ON plan_action (objective);

CREATE TABLE action_owner (
	key INTEGER PRIMARY KEY AUTOINCREMENT,
	action INTEGER NOT NULL REFERENCES plan_action DEFERRABLE INITIALLY DEFERRED,
	person INTEGER NOT NULL REFERENCES person DEFERRABLE INITIALLY DEFERRED,
	extra TEXT
) STRICT;
CREATE INDEX action_owner_action ON action_owner (action);
CREATE INDEX action_owner_person ON action_owner (person);

CREATE TABLE objective_owner (
	key INTEGER PRIMARY KEY AUTOINCREMENT,
	objective INTEGER NOT NULL REFERENCES joint_objective DEFERRABLE INITIALLY DEFERRED,
	person INTEGER NOT NULL REFERENCES person DEFERRABLE INITIALLY DEFERRED,
	extra TEXT
) STRICT;
CREATE INDEX objective_owner_objective ON objective_owner (objective);
CREATE INDEX objective_owner_person ON objective_owner (person);

CREATE TABLE success (
	key INTEGER PRIMARY KEY AUTOINCREMENT,
	assessment INTEGER NOT NULL REFERENCES assessment DEFERRABLE INITIALLY DEFERRED,
	party INTEGER NOT NULL REFERENCES party DEFERRABLE INITIALLY DEFERRED,
	text TEXT NOT NULL,
	extra TEXT
) STRICT;
CREATE INDEX success_assessment ON success (assessment);
CREATE INDEX success_party ON success (party);

CREATE TABLE gate_decision (
	key INTEGER PRIMARY KEY AUTOINCREMENT,
	assessment INTEGER NOT NULL REFERENCES assessment DEFERRABLE INITIALLY DEFERRED,
	number INTEGER NOT NULL,
	outcome INTEGER,
	date INTEGER,
	note TEXT,
	extra TEXT
) STRICT;
CREATE INDEX gate_decision_assessment ON gate_decision (assessment);

CREATE TABLE amendment (
	key INTEGER PRIMARY KEY AUTOINCREMENT,
	assessment INTEGER NOT NULL REFERENCES assessment DEFERRABLE INITIALLY DEFERRED,
	id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
	text TEXT NOT NULL,
	because TEXT,
	settled INTEGER,
	extra TEXT
) STRICT;
CREATE INDEX amendment_assessment ON amendment (assessment);
