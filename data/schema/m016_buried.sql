-- SPDX-License-Identifier: MIT
-- How objects that others are in were last known when they were deleted, or what a file said of them
-- after: a later change inside brings them back as that. It goes after as many days as the bin
-- keeps, and does not travel.

PRAGMA user_version = 16;

CREATE TABLE buried (
	key INTEGER PRIMARY KEY AUTOINCREMENT,
	id BLOB NOT NULL CHECK (length(id) = 16),
	alliance INTEGER NOT NULL,
	kind INTEGER NOT NULL,          -- as in the change log
	change INTEGER NOT NULL,        -- the import that buried it, or its undo; 0: no undo takes it back
	undone INTEGER NOT NULL,        -- 1: that import is undone
	changed INTEGER NOT NULL,       -- as of an object, 0 unknown
	drawn INTEGER NOT NULL,
	said TEXT NOT NULL,             -- a row as in the change log, references by id
	day INTEGER NOT NULL
) STRICT;
CREATE INDEX buried_id ON buried (id);
CREATE INDEX buried_change ON buried (change);
