-- SPDX-License-Identifier: MIT
-- Owners of the plan who are nobody's interview: never asked, never missing, never counted as one.

PRAGMA user_version = 28;

ALTER TABLE person ADD COLUMN interviewee INTEGER; -- 0: owns parts of the plan alone
