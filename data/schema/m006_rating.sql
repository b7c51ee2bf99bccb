-- SPDX-License-Identifier: MIT
-- A rating has a column of its own, so that every column has one type.

PRAGMA user_version = 6;

CREATE TABLE rated (
	respondent INTEGER NOT NULL REFERENCES respondent DEFERRABLE INITIALLY DEFERRED,
	item INTEGER NOT NULL REFERENCES item DEFERRABLE INITIALLY DEFERRED,
	state INTEGER,
	rating INTEGER,         -- of a rated item, 1 to 5
	value TEXT,             -- of any other
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

INSERT INTO rated (respondent, item, state, rating, value, changed, flag, text, reason, comment,
	quote, evidence, extra)
SELECT respondent, item, state, iif(typeof(value) = 'integer', value, NULL),
	iif(typeof(value) = 'integer', NULL, CAST(value AS TEXT)), changed, flag, text, reason,
	comment, quote, evidence, extra
FROM answer ORDER BY respondent, item;

DROP TABLE answer;
ALTER TABLE rated RENAME TO answer;
