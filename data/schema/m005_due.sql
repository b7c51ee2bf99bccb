-- SPDX-License-Identifier: MIT
-- What the portfolio says of the stored plan of an assessment, counted with its people.

PRAGMA user_version = 5;

ALTER TABLE summary ADD COLUMN plan_start INTEGER;      -- NULL: no plan is stored
ALTER TABLE summary ADD COLUMN plan_step INTEGER;       -- lowest with an open action
ALTER TABLE summary ADD COLUMN plan_size INTEGER;       -- active actions without the dropped ones
ALTER TABLE summary ADD COLUMN plan_due TEXT;           -- days of the open ones, ascending

UPDATE summary SET counted = -1;
