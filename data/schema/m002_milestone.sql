-- SPDX-License-Identifier: MIT
-- Milestones of the original plan.

PRAGMA user_version = 2;

CREATE TABLE milestone (
	key INTEGER PRIMARY KEY AUTOINCREMENT,
	assessment INTEGER NOT NULL REFERENCES assessment DEFERRABLE INITIALLY DEFERRED,
	id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
	text TEXT NOT NULL,
	due INTEGER,
	reached INTEGER,        -- NULL: not reached
	note TEXT,
	extra TEXT
) STRICT;
CREATE INDEX milestone_assessment ON milestone (assessment);
