-- SPDX-License-Identifier: MIT
-- The bin: what was deleted and where in the change log it lies, until it is erased; and what was
-- erased on request, which no file brings back.

PRAGMA user_version = 8;

CREATE TABLE bin (
	first INTEGER PRIMARY KEY,      -- entries of the change log from here
	last INTEGER NOT NULL,          -- to here, which is of the object itself
	kind INTEGER NOT NULL,          -- as in the change log
	key INTEGER NOT NULL,
	alliance INTEGER NOT NULL,      -- that it was in; of an alliance its own key
	along INTEGER,                  -- first of what it went with
	day INTEGER NOT NULL
) STRICT;

CREATE TABLE forgotten (
	id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16)
) STRICT, WITHOUT ROWID;

-- A row: something was erased, and the file is still to be cleaned of what is left of it.
CREATE TABLE unclean (
	key INTEGER PRIMARY KEY
) STRICT;

-- Alliances that were deleted before there was a bin count from today.
INSERT INTO bin (first, last, kind, key, alliance, day)
SELECT (SELECT max(seq) FROM change AS head WHERE head.at IS NOT NULL AND head.seq <= gone.seq),
	max(seq), kind, key, key, CAST(julianday('now') - 2440587.5 AS INTEGER)
FROM change AS gone
WHERE kind = 2 AND old IS NOT NULL AND new IS NULL AND key NOT IN (SELECT key FROM alliance)
GROUP BY key;
