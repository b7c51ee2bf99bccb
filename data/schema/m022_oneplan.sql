-- SPDX-License-Identifier: MIT
-- One plan that is redrawn: when it was last, which actions and gates that has brought, what a gate
-- that is behind it decided and when it was due; days off at the turn of the year taken out.

PRAGMA user_version = 22;

ALTER TABLE plan ADD COLUMN redrawn INTEGER;
ALTER TABLE plan ADD COLUMN gates_from INTEGER;     -- number of the first gate that counts now
ALTER TABLE plan ADD COLUMN gates_day INTEGER;      -- from which their days count; NULL: the start
ALTER TABLE plan ADD COLUMN works_year_end INTEGER; -- 1: 24 December to 1 January are days like others
ALTER TABLE plan_action ADD COLUMN added INTEGER;   -- day of the redraw that brought it
ALTER TABLE gate_decision ADD COLUMN kind INTEGER;  -- what it decided; NULL: as the track says
ALTER TABLE gate_decision ADD COLUMN day INTEGER;   -- it was due; NULL: as the start says
