-- SPDX-License-Identifier: MIT
-- Minutes: what each decision and each note of a meeting was filed to, line by line as they stand.

PRAGMA user_version = 25;

ALTER TABLE meeting ADD COLUMN decisions_filed TEXT; -- "action ID", "objective ID", "risk ID" or "-"
ALTER TABLE meeting ADD COLUMN notes_filed TEXT;
