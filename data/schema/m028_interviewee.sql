-- SPDX-License-Identifier: MIT
-- Owners of the plan who are nobody's interview: never asked, never missing, never counted as one.

PRAGMA user_version = 28;

ALTER TABLE person ADD COLUMN interviewee INTEGER; -- 0: owns parts of the plan alone

-- The steps of the joint work stand in an order that can be changed.
ALTER TABLE process ADD COLUMN place INTEGER; -- from 1; those without one come last, as they were added
