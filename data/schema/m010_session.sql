-- SPDX-License-Identifier: MIT
-- Which program wrote a group of changes, so that each takes back its own: a number for every one
-- that has ever written. NULL: of before, nobody's who is still there.

PRAGMA user_version = 10;

CREATE TABLE session (
	key INTEGER PRIMARY KEY AUTOINCREMENT,
	since INTEGER NOT NULL          -- of its first change
) STRICT;

ALTER TABLE change ADD COLUMN session INTEGER;
