-- SPDX-License-Identifier: MIT
-- What an alliance goes through beside its plan: meetings, escalations, days on which nothing falls
-- due, and the events of a round; and actions that come again.

PRAGMA user_version = 14;

CREATE TABLE meeting (
	key INTEGER PRIMARY KEY AUTOINCREMENT,
	alliance INTEGER NOT NULL REFERENCES alliance DEFERRABLE INITIALLY DEFERRED,
	id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
	extra TEXT,
	at INTEGER,             -- UTC milliseconds
	body TEXT,
	decisions TEXT,         -- a line each
	notes TEXT,             -- a line each
	changed INTEGER
) STRICT;
CREATE INDEX meeting_alliance ON meeting (alliance);

CREATE TABLE escalation (
	key INTEGER PRIMARY KEY AUTOINCREMENT,
	alliance INTEGER NOT NULL REFERENCES alliance DEFERRABLE INITIALLY DEFERRED,
	id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
	extra TEXT,
	opened INTEGER,
	closed INTEGER,         -- NULL: still open
	level INTEGER,
	what TEXT NOT NULL,
	changed INTEGER
) STRICT;
CREATE INDEX escalation_alliance ON escalation (alliance);

CREATE TABLE day_off (
	key INTEGER PRIMARY KEY AUTOINCREMENT,
	alliance INTEGER NOT NULL REFERENCES alliance DEFERRABLE INITIALLY DEFERRED,
	extra TEXT,
	party INTEGER NOT NULL REFERENCES party DEFERRABLE INITIALLY DEFERRED,
	first_day INTEGER NOT NULL,
	last_day INTEGER,       -- NULL: the first is the only one
	yearly INTEGER,
	changed INTEGER
) STRICT;
CREATE INDEX day_off_alliance ON day_off (alliance, party, first_day);
CREATE INDEX day_off_party ON day_off (party);

CREATE TABLE event (
	key INTEGER PRIMARY KEY AUTOINCREMENT,
	assessment INTEGER NOT NULL REFERENCES assessment DEFERRABLE INITIALLY DEFERRED,
	id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
	extra TEXT,
	date INTEGER,
	kind INTEGER,
	party INTEGER REFERENCES party DEFERRABLE INITIALLY DEFERRED,   -- NULL: of no one side
	what TEXT NOT NULL,
	effect TEXT,
	changed INTEGER
) STRICT;
CREATE INDEX event_assessment ON event (assessment);
CREATE INDEX event_party ON event (party);

ALTER TABLE plan_action ADD COLUMN every TEXT;  -- how often it comes again; NULL: once
