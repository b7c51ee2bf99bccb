-- SPDX-License-Identifier: MIT
-- A joint edition that was handed out is an object of the alliance, which travels: whose ratings of a
-- round it rested on, and what it printed of them. It names its round by id and does not refer to it,
-- so that a round that is deleted and brought back still has its editions.
--
-- Of the last edition of every round that is there the table `edition` has been keeping a digest of
-- each respondent. That digest is also of words: it is marked "said-", and is compared as it was made
-- for as long as no newer edition stands before it. What was printed is not known, nor the party of
-- who is gone since. Of a round that lies in the bin meanwhile nothing is known any more.

PRAGMA user_version = 20;

CREATE TABLE joint_release (
	key INTEGER PRIMARY KEY AUTOINCREMENT,
	alliance INTEGER NOT NULL REFERENCES alliance DEFERRABLE INITIALLY DEFERRED,
	id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
	extra TEXT,
	round BLOB NOT NULL CHECK (length(round) = 16),
	at INTEGER,             -- UTC milliseconds
	facts TEXT,             -- digest of how recorded facts weigh in what was withheld
	printed TEXT,           -- a JSON object of numbers; NULL: not known
	changed INTEGER
) STRICT;
CREATE INDEX joint_release_alliance ON joint_release (alliance);

CREATE TABLE release_rating (
	key INTEGER PRIMARY KEY AUTOINCREMENT,
	extra TEXT,
	joint_release INTEGER NOT NULL REFERENCES joint_release DEFERRABLE INITIALLY DEFERRED,
	number INTEGER NOT NULL,
	respondent BLOB CHECK (length(respondent) = 16),        -- NULL: forgotten
	party BLOB CHECK (length(party) = 16),                  -- NULL: not known
	digest TEXT,
	changed INTEGER
) STRICT;
CREATE INDEX release_rating_release ON release_rating (joint_release, number);
CREATE INDEX release_rating_respondent ON release_rating (respondent);

-- Two copies of one database come to the same id.
INSERT INTO joint_release (alliance, id, round, at, facts, changed)
SELECT assessment.alliance,
	CAST(substr(edition.assessment, 1, 8) || printf('%08x', edition.at & 4294967295) AS BLOB),
	edition.assessment, edition.at, printf('%016x', edition.digest), edition.at
FROM edition JOIN assessment ON assessment.id = edition.assessment
WHERE edition.respondent = zeroblob(16) ORDER BY assessment.key;

INSERT INTO release_rating (joint_release, number, respondent, party, digest, changed)
SELECT joint_release.key,
	row_number() OVER (PARTITION BY edition.assessment ORDER BY party.id, edition.respondent),
	CASE WHEN forgotten.id IS NULL THEN edition.respondent END, party.id,
	CASE WHEN forgotten.id IS NULL THEN 'said-' || printf('%016x', edition.digest) END, edition.at
FROM edition JOIN joint_release ON joint_release.round = edition.assessment
LEFT JOIN respondent ON respondent.id = edition.respondent
LEFT JOIN party ON party.key = respondent.party
LEFT JOIN forgotten ON forgotten.id = edition.respondent
WHERE edition.respondent <> zeroblob(16) ORDER BY 1, 2;

DROP TABLE edition;
