-- SPDX-License-Identifier: MIT
-- The portfolio by window: what its alliances are sorted and found by, and how many there are of
-- what it counts, so that of many only those are read that are shown. All of it follows from the
-- rest: the program writes it when the portfolio is read, and fills it after this step.

PRAGMA user_version = 30;

CREATE TABLE listed (
	alliance INTEGER PRIMARY KEY REFERENCES alliance ON DELETE CASCADE,
	name TEXT NOT NULL,             -- as names are compared
	cells INTEGER NOT NULL,         -- of the name, on a screen
	next INTEGER NOT NULL,          -- day of the next interview or action; 2147483647: none
	hour TEXT NOT NULL,             -- when the next interview is planned; "~": none is
	health REAL NOT NULL,           -- of its newest full round, as far as it is known; 9: none
	rounds INTEGER NOT NULL,
	stale INTEGER NOT NULL,         -- 1: that round's diagnosis was made before its last change
	dues TEXT,                      -- days of that interview and the open actions
	said TEXT,                      -- words that it is found by, as search folds them; NULL: not
	                                -- put together since it has changed
	till INTEGER NOT NULL           -- last day on which these are the words
) STRICT;
CREATE INDEX listed_name ON listed (name, alliance);
CREATE INDEX listed_next ON listed (next, hour, name, alliance);
CREATE INDEX listed_health ON listed (health, name, alliance);
CREATE INDEX listed_stale ON listed (alliance) WHERE stale = 1;

-- Of those above, all together: how many have which value.
CREATE TABLE tally (
	what INTEGER NOT NULL,          -- 0 a day among the dues, 1 cells, 2 rounds, 3 health in 64ths,
	                                -- cut off, 4 stale
	at INTEGER NOT NULL,
	n INTEGER NOT NULL,
	PRIMARY KEY (what, at)
) STRICT, WITHOUT ROWID;

CREATE TABLE followed (
	key INTEGER PRIMARY KEY CHECK (key = 1),
	change INTEGER NOT NULL         -- entry of the change log up to which all this follows it
) STRICT;
