-- SPDX-License-Identifier: MIT
-- When the home of an alliance was looked at last in this database, and the last change that there
-- was then. It is neither logged nor exported.

PRAGMA user_version = 23;

CREATE TABLE looked (
	alliance INTEGER PRIMARY KEY REFERENCES alliance ON DELETE CASCADE,
	change INTEGER NOT NULL,        -- number of an entry of the change log
	day INTEGER NOT NULL
) STRICT;
