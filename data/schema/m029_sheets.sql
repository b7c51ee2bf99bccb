-- SPDX-License-Identifier: MIT
-- Forms that people fill without an interviewer: who was sent one in a round, and by which token what
-- comes back is known.

PRAGMA user_version = 29;

CREATE TABLE sheet (
	key INTEGER PRIMARY KEY AUTOINCREMENT,
	assessment INTEGER NOT NULL REFERENCES assessment DEFERRABLE INITIALLY DEFERRED,
	id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
	extra TEXT,
	person INTEGER NOT NULL REFERENCES person DEFERRABLE INITIALLY DEFERRED,
	token BLOB NOT NULL CHECK (length(token) = 16),
	written INTEGER,        -- day
	closes INTEGER,         -- day by which it is to be back, NULL: none was said
	read INTEGER,           -- day on which answers were last read back
	revoked INTEGER,        -- day; what comes back by the token is refused from then on
	changed INTEGER
) STRICT;
CREATE INDEX sheet_assessment ON sheet (assessment);
CREATE INDEX sheet_person ON sheet (person);
CREATE INDEX sheet_token ON sheet (token);
