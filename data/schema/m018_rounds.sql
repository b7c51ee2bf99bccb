-- SPDX-License-Identifier: MIT
-- A round that was begun with what an earlier one knew says when: what has not been changed since
-- is still to be confirmed.

PRAGMA user_version = 18;

ALTER TABLE assessment ADD COLUMN begun INTEGER;
