-- SPDX-License-Identifier: MIT
-- What was said of, and by, people whose records were made one, as it was said, whoever it counts
-- for since: with the versions of what was deleted, and for as long.

PRAGMA user_version = 24;

ALTER TABLE buried ADD COLUMN place BLOB; -- id of its round, or of the alliance; NULL: a version of
                                          -- what was deleted
ALTER TABLE buried ADD COLUMN whose BLOB; -- of an answer the id of the respondent
ALTER TABLE buried ADD COLUMN item TEXT;  -- of an answer
