-- SPDX-License-Identifier: MIT
-- Words that hold a name or a rating leave in a joint edition only when somebody has read and confirmed them.

PRAGMA user_version = 27;

ALTER TABLE answer ADD COLUMN quotable INTEGER; -- 1: read and may leave, 0: kept in
