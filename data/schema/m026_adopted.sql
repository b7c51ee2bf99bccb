-- SPDX-License-Identifier: MIT
-- What the two sides have made their own of a plan stays in it, whatever a redraw finds.

PRAGMA user_version = 26;

ALTER TABLE plan_action ADD COLUMN adopted INTEGER; -- 1: it stays, whatever a redraw finds
