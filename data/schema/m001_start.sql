-- SPDX-License-Identifier: MIT
-- The first schema. A released step never changes: what comes after it is a file of its own.
--
-- key: integer inside this file. id: UUID (16 bytes) of what travels between files. Words are
-- stored as their place in the vocabulary (terms.c), dates as days since 1970-01-01, instants as
-- UTC milliseconds; NULL is "not given". extra: JSON object of unknown members of an imported file.
-- References are checked at commit, so that a group of changes can be undone in any order.

PRAGMA application_id = 1380664396; -- "RKDL"
PRAGMA user_version = 1;

CREATE TABLE instrument (
	key INTEGER PRIMARY KEY,
	id TEXT NOT NULL,
	version TEXT NOT NULL,
	content TEXT,           -- YAML; NULL: built into the program
	UNIQUE (id, version)
) STRICT;

CREATE TABLE item (
	key INTEGER PRIMARY KEY,
	instrument INTEGER NOT NULL REFERENCES instrument,
	id TEXT NOT NULL,
	UNIQUE (instrument, id)
) STRICT;

CREATE TABLE alliance (
	key INTEGER PRIMARY KEY AUTOINCREMENT,
	id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
	name TEXT NOT NULL,
	started INTEGER,
	type TEXT,
	ambitions TEXT,         -- ids, a line each
	contract_ends INTEGER,
	notice_days INTEGER,
	amendable INTEGER,
	exit_terms TEXT,
	breach INTEGER,
	litigation INTEGER,
	charter TEXT,           -- JSON object
	extra TEXT
) STRICT;
CREATE INDEX alliance_name ON alliance (name COLLATE NOCASE);

CREATE TABLE party (
	key INTEGER PRIMARY KEY AUTOINCREMENT,
	alliance INTEGER NOT NULL REFERENCES alliance DEFERRABLE INITIALLY DEFERRED,
	id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
	name TEXT NOT NULL,
	label TEXT,             -- NULL: the name
	ours INTEGER,
	size_class INTEGER,
	has_sponsor INTEGER,
	stance INTEGER,
	escalated INTEGER,
	extra TEXT
) STRICT;
CREATE INDEX party_alliance ON party (alliance);

CREATE TABLE person (
	key INTEGER PRIMARY KEY AUTOINCREMENT,
	alliance INTEGER NOT NULL REFERENCES alliance DEFERRABLE INITIALLY DEFERRED,
	id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
	party INTEGER NOT NULL REFERENCES party DEFERRABLE INITIALLY DEFERRED,
	role INTEGER NOT NULL,
	name TEXT,
	planned TEXT,           -- date, or date and time
	extra TEXT
) STRICT;
CREATE INDEX person_alliance ON person (alliance);
CREATE INDEX person_party ON person (party);

CREATE TABLE assessment (
	key INTEGER PRIMARY KEY AUTOINCREMENT,
	alliance INTEGER NOT NULL REFERENCES alliance DEFERRABLE INITIALLY DEFERRED,
	id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
	instrument INTEGER NOT NULL REFERENCES instrument DEFERRABLE INITIALLY DEFERRED,
	kind INTEGER,
	title TEXT,
	date INTEGER,
	sealed INTEGER,
	objectives_agreed INTEGER,
	plan_start INTEGER,
	extra TEXT
) STRICT;
CREATE INDEX assessment_alliance ON assessment (alliance, date);

CREATE TABLE respondent (
	key INTEGER PRIMARY KEY AUTOINCREMENT,
	assessment INTEGER NOT NULL REFERENCES assessment DEFERRABLE INITIALLY DEFERRED,
	id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
	person INTEGER REFERENCES person DEFERRABLE INITIALLY DEFERRED,
	party INTEGER NOT NULL REFERENCES party DEFERRABLE INITIALLY DEFERRED,
	role INTEGER NOT NULL,
	name TEXT,
	attribution INTEGER,
	date INTEGER,
	consent INTEGER,
	minutes INTEGER,
	extra TEXT
) STRICT;
CREATE INDEX respondent_assessment ON respondent (assessment);
CREATE INDEX respondent_person ON respondent (person);
CREATE INDEX respondent_party ON respondent (party);

CREATE TABLE answer (
	respondent INTEGER NOT NULL REFERENCES respondent DEFERRABLE INITIALLY DEFERRED,
	item INTEGER NOT NULL REFERENCES item DEFERRABLE INITIALLY DEFERRED,
	state INTEGER,
	value ANY,              -- rated: integer 1 to 5; else text
	changed INTEGER,
	flag INTEGER,
	text TEXT,
	reason TEXT,
	comment TEXT,
	quote TEXT,
	evidence TEXT,
	extra TEXT,
	PRIMARY KEY (respondent, item)
) STRICT, WITHOUT ROWID;

CREATE TABLE route (
	key INTEGER PRIMARY KEY AUTOINCREMENT,
	assessment INTEGER NOT NULL REFERENCES assessment DEFERRABLE INITIALLY DEFERRED,
	party INTEGER NOT NULL REFERENCES party DEFERRABLE INITIALLY DEFERRED,
	respondent INTEGER REFERENCES respondent DEFERRABLE INITIALLY DEFERRED,
	own_resources INTEGER,
	tradability INTEGER,
	closeness INTEGER,
	integration INTEGER,
	extra TEXT
) STRICT;
CREATE INDEX route_assessment ON route (assessment);
CREATE INDEX route_party ON route (party);
CREATE INDEX route_respondent ON route (respondent);

CREATE TABLE objective (
	key INTEGER PRIMARY KEY AUTOINCREMENT,
	assessment INTEGER NOT NULL REFERENCES assessment DEFERRABLE INITIALLY DEFERRED,
	id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
	text TEXT NOT NULL,
	measure TEXT,
	baseline TEXT,
	target TEXT,
	due INTEGER,
	result INTEGER,
	why TEXT,
	extra TEXT
) STRICT;
CREATE INDEX objective_assessment ON objective (assessment);

CREATE TABLE kpi (
	key INTEGER PRIMARY KEY AUTOINCREMENT,
	assessment INTEGER NOT NULL REFERENCES assessment DEFERRABLE INITIALLY DEFERRED,
	id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
	category INTEGER NOT NULL,
	name TEXT NOT NULL,
	unit TEXT,
	direction INTEGER,
	start INTEGER,
	baseline REAL,
	target REAL,
	due INTEGER,
	agreed_by TEXT,         -- a line each
	extra TEXT
) STRICT;
CREATE INDEX kpi_assessment ON kpi (assessment);

CREATE TABLE actual (
	key INTEGER PRIMARY KEY AUTOINCREMENT,
	kpi INTEGER NOT NULL REFERENCES kpi DEFERRABLE INITIALLY DEFERRED,
	date INTEGER NOT NULL,
	value REAL NOT NULL,
	extra TEXT
) STRICT;
CREATE INDEX actual_kpi ON actual (kpi);

CREATE TABLE process (
	key INTEGER PRIMARY KEY AUTOINCREMENT,
	assessment INTEGER NOT NULL REFERENCES assessment DEFERRABLE INITIALLY DEFERRED,
	id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
	step TEXT NOT NULL,
	party INTEGER REFERENCES party DEFERRABLE INITIALLY DEFERRED,
	problem INTEGER,
	note TEXT,
	extra TEXT
) STRICT;
CREATE INDEX process_assessment ON process (assessment);
CREATE INDEX process_party ON process (party);

CREATE TABLE checklist (
	key INTEGER PRIMARY KEY AUTOINCREMENT,
	assessment INTEGER NOT NULL REFERENCES assessment DEFERRABLE INITIALLY DEFERRED,
	row INTEGER NOT NULL,
	value INTEGER,          -- NULL: unknown
	extra TEXT
) STRICT;
CREATE INDEX checklist_assessment ON checklist (assessment);

CREATE TABLE risk (
	key INTEGER PRIMARY KEY AUTOINCREMENT,
	assessment INTEGER NOT NULL REFERENCES assessment DEFERRABLE INITIALLY DEFERRED,
	id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
	text TEXT NOT NULL,
	party INTEGER REFERENCES party DEFERRABLE INITIALLY DEFERRED,
	likelihood TEXT,
	effect TEXT,
	response TEXT,
	owner TEXT,
	extra TEXT
) STRICT;
CREATE INDEX risk_assessment ON risk (assessment);
CREATE INDEX risk_party ON risk (party);

CREATE TABLE incident (
	key INTEGER PRIMARY KEY AUTOINCREMENT,
	assessment INTEGER NOT NULL REFERENCES assessment DEFERRABLE INITIALLY DEFERRED,
	id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
	date INTEGER,
	party INTEGER REFERENCES party DEFERRABLE INITIALLY DEFERRED,
	what TEXT NOT NULL,
	consequence TEXT,
	repaired INTEGER,
	extra TEXT
) STRICT;
CREATE INDEX incident_assessment ON incident (assessment);
CREATE INDEX incident_party ON incident (party);

CREATE TABLE contribution (
	key INTEGER PRIMARY KEY AUTOINCREMENT,
	assessment INTEGER NOT NULL REFERENCES assessment DEFERRABLE INITIALLY DEFERRED,
	party INTEGER NOT NULL REFERENCES party DEFERRABLE INITIALLY DEFERRED,
	brings TEXT,
	would_lose TEXT,
	extra TEXT
) STRICT;
CREATE INDEX contribution_assessment ON contribution (assessment);
CREATE INDEX contribution_party ON contribution (party);

CREATE TABLE note (
	key INTEGER PRIMARY KEY AUTOINCREMENT,
	assessment INTEGER NOT NULL REFERENCES assessment DEFERRABLE INITIALLY DEFERRED,
	id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
	at INTEGER,
	text TEXT NOT NULL,
	filed TEXT,             -- NULL: still in the inbox
	extra TEXT
) STRICT;
CREATE INDEX note_assessment ON note (assessment);

-- The change log, append-only. A group (one transaction, one step of undo) is the entry with `at`
-- and those after it without. old, new: cells of the row as text (rowtext.c), NULL for "no row".
CREATE TABLE change (
	seq INTEGER PRIMARY KEY,
	at INTEGER,
	scope INTEGER,          -- assessment whose undo it belongs to, 0 none
	back INTEGER,           -- distance to the group before it in the same scope
	kind INTEGER NOT NULL,
	key INTEGER NOT NULL,   -- of the row; for an answer its respondent
	item INTEGER,           -- of an answer
	old TEXT,
	new TEXT,
	target INTEGER,         -- group that this one undoes, or, negative, does again
	what TEXT
) STRICT;

-- Newest group of each scope; scope 0 once per alliance.
CREATE TABLE head (
	scope INTEGER NOT NULL,
	alliance INTEGER NOT NULL,
	change INTEGER NOT NULL,
	PRIMARY KEY (scope, alliance)
) STRICT, WITHOUT ROWID;

CREATE TABLE deleted (
	id BLOB PRIMARY KEY NOT NULL,
	alliance INTEGER NOT NULL,
	at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX deleted_alliance ON deleted (alliance, at);

-- What the portfolio shows of an assessment, as of a change; recomputed when that is not the last.
CREATE TABLE summary (
	assessment INTEGER PRIMARY KEY REFERENCES assessment ON DELETE CASCADE,
	change INTEGER,
	health REAL,
	primary_cause TEXT,
	grade TEXT,
	counted INTEGER NOT NULL,       -- the change as of which the people below were counted
	parties INTEGER NOT NULL,
	heard INTEGER NOT NULL,
	planned INTEGER NOT NULL,
	next_planned TEXT
) STRICT;

-- Where the interview of a respondent stands: not logged, does not travel.
CREATE TABLE sitting (
	respondent INTEGER PRIMARY KEY REFERENCES respondent ON DELETE CASCADE,
	item INTEGER REFERENCES item,
	field INTEGER NOT NULL,
	draft TEXT,
	cursor INTEGER NOT NULL,
	seconds INTEGER NOT NULL,
	finished INTEGER NOT NULL
) STRICT;

-- Who interviews a respondent now.
CREATE TABLE hold (
	respondent INTEGER PRIMARY KEY REFERENCES respondent ON DELETE CASCADE,
	pid INTEGER NOT NULL,
	host TEXT NOT NULL,
	since INTEGER NOT NULL
) STRICT;
