-- SPDX-License-Identifier: MIT
-- What the last joint edition of an assessment rested on, so that the next one is made only when
-- enough has changed that the two together tell nothing of a single respondent. It is kept by id
-- and refers to nothing: an assessment that was deleted and brought back remembers its edition.

PRAGMA user_version = 4;

CREATE TABLE edition (
	assessment BLOB NOT NULL CHECK (length(assessment) = 16),
	respondent BLOB NOT NULL CHECK (length(respondent) = 16),       -- zeros: the recorded facts
	digest INTEGER NOT NULL,        -- of everything that the respondent said
	at INTEGER NOT NULL,
	PRIMARY KEY (assessment, respondent)
) STRICT, WITHOUT ROWID;
