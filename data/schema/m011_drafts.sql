-- SPDX-License-Identifier: MIT
-- Text that is being typed and is no part of any object yet: a row a field of a screen. It is
-- neither logged nor exported.

PRAGMA user_version = 11;

CREATE TABLE draft (
	screen TEXT NOT NULL,           -- and for what on it: "person", "new person"
	-- id of what is written of; of something new, of what it will belong to; zeros: of nothing
	object BLOB NOT NULL CHECK (length(object) = 16),
	field TEXT NOT NULL,
	alliance INTEGER REFERENCES alliance ON DELETE CASCADE, -- NULL: of none yet
	text TEXT NOT NULL,
	cursor INTEGER NOT NULL,
	at INTEGER NOT NULL,            -- UTC milliseconds
	PRIMARY KEY (screen, object, field)
) STRICT, WITHOUT ROWID;
CREATE INDEX draft_alliance ON draft (alliance);
