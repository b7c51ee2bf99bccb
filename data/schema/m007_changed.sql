-- SPDX-License-Identifier: MIT
-- When each object was last changed, in UTC milliseconds: NULL is unknown, and older than any. Of
-- an action `changed` is of what people set, `drawn` of what drawing up the plan sets.

PRAGMA user_version = 7;

ALTER TABLE alliance ADD COLUMN changed INTEGER;
ALTER TABLE party ADD COLUMN changed INTEGER;
ALTER TABLE person ADD COLUMN changed INTEGER;
ALTER TABLE assessment ADD COLUMN changed INTEGER;
ALTER TABLE respondent ADD COLUMN changed INTEGER;
ALTER TABLE route ADD COLUMN changed INTEGER;
ALTER TABLE objective ADD COLUMN changed INTEGER;
ALTER TABLE kpi ADD COLUMN changed INTEGER;
ALTER TABLE actual ADD COLUMN changed INTEGER;
ALTER TABLE process ADD COLUMN changed INTEGER;
ALTER TABLE checklist ADD COLUMN changed INTEGER;
ALTER TABLE risk ADD COLUMN changed INTEGER;
ALTER TABLE incident ADD COLUMN changed INTEGER;
ALTER TABLE contribution ADD COLUMN changed INTEGER;
ALTER TABLE note ADD COLUMN changed INTEGER;
ALTER TABLE milestone ADD COLUMN changed INTEGER;
ALTER TABLE joint_objective ADD COLUMN changed INTEGER;
ALTER TABLE plan_action ADD COLUMN changed INTEGER;
ALTER TABLE action_owner ADD COLUMN changed INTEGER;
ALTER TABLE objective_owner ADD COLUMN changed INTEGER;
ALTER TABLE success ADD COLUMN changed INTEGER;
ALTER TABLE gate_decision ADD COLUMN changed INTEGER;
ALTER TABLE amendment ADD COLUMN changed INTEGER;
ALTER TABLE plan_action ADD COLUMN drawn INTEGER;

-- Entries of the change log whose times came from a file: undoing them brings the former ones back.
CREATE TABLE stamped (
	change INTEGER PRIMARY KEY      -- the group
) STRICT;

-- What the book of deleted ids said before such a group wrote into it.
CREATE TABLE heard (
	change INTEGER NOT NULL,
	id BLOB NOT NULL CHECK (length(id) = 16),
	alliance INTEGER NOT NULL,
	at INTEGER NOT NULL,            -- -1: nothing
	PRIMARY KEY (change, id)
) STRICT, WITHOUT ROWID;

-- Objects of before have the time of their last entry in the change log; one that has none, the
-- day of its assessment. Only the first entry of a group says when.
CREATE TABLE touched (
	kind INTEGER NOT NULL,
	key INTEGER NOT NULL,
	seq INTEGER NOT NULL,
	at INTEGER,
	PRIMARY KEY (kind, key)
) STRICT, WITHOUT ROWID;

INSERT INTO touched (kind, key, seq, at)
SELECT kind, key, max(seq), time FROM (
	SELECT kind, key, seq, first_value(at) OVER (PARTITION BY nth ORDER BY seq) AS time
	FROM (SELECT kind, key, seq, at, count(at) OVER (ORDER BY seq) AS nth FROM change)
) WHERE kind > 1 GROUP BY kind, key;

UPDATE alliance SET changed = (SELECT at FROM touched WHERE kind = 2 AND touched.key = alliance.key);
UPDATE party SET changed = (SELECT at FROM touched WHERE kind = 3 AND touched.key = party.key);
UPDATE person SET changed = (SELECT at FROM touched WHERE kind = 4 AND touched.key = person.key);
UPDATE assessment SET changed = (SELECT at FROM touched WHERE kind = 5 AND touched.key = assessment.key);
UPDATE respondent SET changed = (SELECT at FROM touched WHERE kind = 6 AND touched.key = respondent.key);
UPDATE route SET changed = (SELECT at FROM touched WHERE kind = 7 AND touched.key = route.key);
UPDATE objective SET changed = (SELECT at FROM touched WHERE kind = 8 AND touched.key = objective.key);
UPDATE kpi SET changed = (SELECT at FROM touched WHERE kind = 9 AND touched.key = kpi.key);
UPDATE actual SET changed = (SELECT at FROM touched WHERE kind = 10 AND touched.key = actual.key);
UPDATE process SET changed = (SELECT at FROM touched WHERE kind = 11 AND touched.key = process.key);
UPDATE checklist SET changed = (SELECT at FROM touched WHERE kind = 12 AND touched.key = checklist.key);
UPDATE risk SET changed = (SELECT at FROM touched WHERE kind = 13 AND touched.key = risk.key);
UPDATE incident SET changed = (SELECT at FROM touched WHERE kind = 14 AND touched.key = incident.key);
UPDATE contribution SET changed = (SELECT at FROM touched WHERE kind = 15 AND touched.key = contribution.key);
UPDATE note SET changed = (SELECT at FROM touched WHERE kind = 16 AND touched.key = note.key);
UPDATE milestone SET changed = (SELECT at FROM touched WHERE kind = 17 AND touched.key = milestone.key);
UPDATE joint_objective SET changed = (SELECT at FROM touched WHERE kind = 18 AND touched.key = joint_objective.key);
UPDATE plan_action SET changed = (SELECT at FROM touched WHERE kind = 19 AND touched.key = plan_action.key);
UPDATE action_owner SET changed = (SELECT at FROM touched WHERE kind = 20 AND touched.key = action_owner.key);
UPDATE objective_owner SET changed = (SELECT at FROM touched WHERE kind = 21 AND touched.key = objective_owner.key);
UPDATE success SET changed = (SELECT at FROM touched WHERE kind = 22 AND touched.key = success.key);
UPDATE gate_decision SET changed = (SELECT at FROM touched WHERE kind = 23 AND touched.key = gate_decision.key);
UPDATE amendment SET changed = (SELECT at FROM touched WHERE kind = 24 AND touched.key = amendment.key);

DROP TABLE touched;

UPDATE assessment SET changed = date * 86400000 WHERE changed IS NULL AND date >= 0;
UPDATE respondent SET changed = (SELECT changed FROM assessment WHERE assessment.key = assessment)
WHERE changed IS NULL;
UPDATE route SET changed = (SELECT changed FROM assessment WHERE assessment.key = assessment)
WHERE changed IS NULL;
UPDATE objective SET changed = (SELECT changed FROM assessment WHERE assessment.key = assessment)
WHERE changed IS NULL;
UPDATE kpi SET changed = (SELECT changed FROM assessment WHERE assessment.key = assessment)
WHERE changed IS NULL;
UPDATE process SET changed = (SELECT changed FROM assessment WHERE assessment.key = assessment)
WHERE changed IS NULL;
UPDATE checklist SET changed = (SELECT changed FROM assessment WHERE assessment.key = assessment)
WHERE changed IS NULL;
UPDATE risk SET changed = (SELECT changed FROM assessment WHERE assessment.key = assessment)
WHERE changed IS NULL;
UPDATE incident SET changed = (SELECT changed FROM assessment WHERE assessment.key = assessment)
WHERE changed IS NULL;
UPDATE contribution SET changed = (SELECT changed FROM assessment WHERE assessment.key = assessment)
WHERE changed IS NULL;
UPDATE note SET changed = (SELECT changed FROM assessment WHERE assessment.key = assessment)
WHERE changed IS NULL;
UPDATE milestone SET changed = (SELECT changed FROM assessment WHERE assessment.key = assessment)
WHERE changed IS NULL;
UPDATE joint_objective SET changed = (SELECT changed FROM assessment WHERE assessment.key = assessment)
WHERE changed IS NULL;
UPDATE plan_action SET changed = (SELECT changed FROM assessment WHERE assessment.key = assessment)
WHERE changed IS NULL;
UPDATE success SET changed = (SELECT changed FROM assessment WHERE assessment.key = assessment)
WHERE changed IS NULL;
UPDATE gate_decision SET changed = (SELECT changed FROM assessment WHERE assessment.key = assessment)
WHERE changed IS NULL;
UPDATE amendment SET changed = (SELECT changed FROM assessment WHERE assessment.key = assessment)
WHERE changed IS NULL;
UPDATE actual SET changed = (SELECT changed FROM kpi WHERE kpi.key = kpi)
WHERE changed IS NULL;
UPDATE action_owner SET changed = (SELECT changed FROM plan_action WHERE plan_action.key = action)
WHERE changed IS NULL;
UPDATE objective_owner SET changed = (SELECT changed FROM joint_objective WHERE joint_objective.key = objective)
WHERE changed IS NULL;
UPDATE plan_action SET drawn = changed;
