-- SPDX-License-Identifier: MIT
-- One plan an alliance, and KPIs with their readings that outlive a round: what rounds had each of
-- its own belongs to the alliance now.

PRAGMA user_version = 12;

-- The plan itself: when it begins, what its workshop said.
CREATE TABLE plan (
	key INTEGER PRIMARY KEY AUTOINCREMENT,
	alliance INTEGER NOT NULL REFERENCES alliance DEFERRABLE INITIALLY DEFERRED,
	extra TEXT,
	round BLOB CHECK (length(round) = 16),  -- the assessment that it was first drawn up from
	start INTEGER,
	track INTEGER,
	horizon INTEGER,
	workshop INTEGER,
	relevant TEXT,
	opportunities TEXT,
	challenges TEXT,
	changed INTEGER
) STRICT;
CREATE INDEX plan_alliance ON plan (alliance);

CREATE TABLE new_kpi (
	key INTEGER PRIMARY KEY AUTOINCREMENT,
	alliance INTEGER NOT NULL REFERENCES alliance DEFERRABLE INITIALLY DEFERRED,
	id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
	category INTEGER NOT NULL,
	name TEXT NOT NULL,
	unit TEXT,
	direction INTEGER,
	start INTEGER,
	baseline REAL,
	target REAL,
	due INTEGER,
	agreed_by TEXT,         -- a line each
	extra TEXT,
	changed INTEGER
) STRICT;

CREATE TABLE new_joint_objective (
	key INTEGER PRIMARY KEY AUTOINCREMENT,
	alliance INTEGER NOT NULL REFERENCES alliance DEFERRABLE INITIALLY DEFERRED,
	id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
	text TEXT NOT NULL,
	measure TEXT,
	baseline TEXT,
	target TEXT,
	due INTEGER,
	note TEXT,
	extra TEXT,
	changed INTEGER
) STRICT;

CREATE TABLE new_plan_action (
	key INTEGER PRIMARY KEY AUTOINCREMENT,
	alliance INTEGER NOT NULL REFERENCES alliance DEFERRABLE INITIALLY DEFERRED,
	id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
	library TEXT,           -- id in the action library; NULL: the user's own
	step INTEGER,
	title TEXT,             -- NULL here and below: as the library says
	what TEXT,
	done_when TEXT,
	resources TEXT,
	effort_days INTEGER,
	kpi TEXT,
	retest TEXT,            -- ids, a line each
	required TEXT,          -- ids, a line each
	quick_win INTEGER,
	start INTEGER,
	due INTEGER,
	dated INTEGER,          -- 1: start and due were set by hand
	active INTEGER,
	moved INTEGER,          -- 1: active was set by hand
	status INTEGER,
	reason TEXT,
	closed INTEGER,
	note TEXT,
	objective INTEGER REFERENCES joint_objective DEFERRABLE INITIALLY DEFERRED,
	findings TEXT,          -- ids, a line each
	stale INTEGER,
	extra TEXT,
	changed INTEGER,
	drawn INTEGER,
	round BLOB CHECK (length(round) = 16)   -- the assessment that drew it up; NULL: not known
) STRICT;

CREATE TABLE new_success (
	key INTEGER PRIMARY KEY AUTOINCREMENT,
	alliance INTEGER NOT NULL REFERENCES alliance DEFERRABLE INITIALLY DEFERRED,
	party INTEGER NOT NULL REFERENCES party DEFERRABLE INITIALLY DEFERRED,
	text TEXT NOT NULL,
	extra TEXT,
	changed INTEGER
) STRICT;

CREATE TABLE new_gate_decision (
	key INTEGER PRIMARY KEY AUTOINCREMENT,
	alliance INTEGER NOT NULL REFERENCES alliance DEFERRABLE INITIALLY DEFERRED,
	number INTEGER NOT NULL,
	outcome INTEGER,
	date INTEGER,
	note TEXT,
	extra TEXT,
	changed INTEGER,
	round BLOB CHECK (length(round) = 16)   -- the assessment in which it was decided
) STRICT;

CREATE TABLE new_amendment (
	key INTEGER PRIMARY KEY AUTOINCREMENT,
	alliance INTEGER NOT NULL REFERENCES alliance DEFERRABLE INITIALLY DEFERRED,
	id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
	text TEXT NOT NULL,
	because TEXT,
	settled INTEGER,
	extra TEXT,
	changed INTEGER
) STRICT;

-- Of an alliance with several rounds: the round that an object comes from, until the program has
-- made one plan of them; then nothing. kind: as in the change log.
CREATE TABLE former (
	kind INTEGER NOT NULL,
	key INTEGER NOT NULL,
	assessment INTEGER NOT NULL,
	PRIMARY KEY (kind, key)
) STRICT, WITHOUT ROWID;

INSERT INTO plan (alliance, extra, round, start, track, horizon, workshop, relevant, opportunities,
	challenges, changed)
SELECT alliance, json_extract(extra, '$.plan'), id, plan_start, plan_track, plan_horizon, workshop,
	relevant, opportunities, challenges, changed
FROM assessment
WHERE json_type(extra, '$.plan') = 'object' OR
	coalesce(plan_start, plan_track, plan_horizon, workshop, relevant, opportunities,
		challenges) IS NOT NULL OR
	EXISTS (SELECT 1 FROM plan_action WHERE plan_action.assessment = assessment.key)
ORDER BY key;

INSERT INTO new_kpi
SELECT kpi.key, alliance, kpi.id, category, name, unit, direction, start, baseline, target, due,
	agreed_by, kpi.extra, kpi.changed
FROM kpi JOIN assessment ON assessment.key = assessment ORDER BY kpi.key;

INSERT INTO new_joint_objective
SELECT joint_objective.key, alliance, joint_objective.id, text, measure, baseline, target, due, note,
	joint_objective.extra, joint_objective.changed
FROM joint_objective JOIN assessment ON assessment.key = assessment ORDER BY joint_objective.key;

INSERT INTO new_plan_action
SELECT plan_action.key, alliance, plan_action.id, library, step, plan_action.title, what, done_when,
	resources, effort_days, kpi, retest, required, quick_win, start, due, dated, active, moved,
	status, reason, closed, note, objective, findings, stale, plan_action.extra,
	plan_action.changed, drawn, assessment.id
FROM plan_action JOIN assessment ON assessment.key = assessment ORDER BY plan_action.key;

INSERT INTO new_success
SELECT success.key, alliance, party, text, success.extra, success.changed
FROM success JOIN assessment ON assessment.key = assessment ORDER BY success.key;

INSERT INTO new_gate_decision
SELECT gate_decision.key, alliance, number, outcome, gate_decision.date, note, gate_decision.extra,
	gate_decision.changed, assessment.id
FROM gate_decision JOIN assessment ON assessment.key = assessment ORDER BY gate_decision.key;

INSERT INTO new_amendment
SELECT amendment.key, alliance, amendment.id, text, because, settled, amendment.extra,
	amendment.changed
FROM amendment JOIN assessment ON assessment.key = assessment ORDER BY amendment.key;

INSERT INTO former (kind, key, assessment)
SELECT code, part, assessment FROM (
	SELECT 9 AS code, key AS part, assessment FROM kpi
	UNION ALL SELECT 18, key, assessment FROM joint_objective
	UNION ALL SELECT 19, key, assessment FROM plan_action
	UNION ALL SELECT 22, key, assessment FROM success
	UNION ALL SELECT 23, key, assessment FROM gate_decision
	UNION ALL SELECT 24, key, assessment FROM amendment
	UNION ALL SELECT 25, plan.key, assessment.key
	FROM plan JOIN assessment ON assessment.id = round
) JOIN assessment ON assessment.key = assessment
WHERE alliance IN (SELECT alliance FROM assessment GROUP BY alliance HAVING count(*) > 1);

-- A key is never given twice.
DELETE FROM sqlite_sequence WHERE name IN ('new_kpi', 'new_joint_objective', 'new_plan_action',
	'new_success', 'new_gate_decision', 'new_amendment');
INSERT INTO sqlite_sequence (name, seq)
SELECT 'new_' || name, seq FROM sqlite_sequence WHERE name IN ('kpi', 'joint_objective',
	'plan_action', 'success', 'gate_decision', 'amendment');

DROP TABLE kpi;
DROP TABLE joint_objective;
DROP TABLE plan_action;
DROP TABLE success;
DROP TABLE gate_decision;
DROP TABLE amendment;
ALTER TABLE new_kpi RENAME TO kpi;
ALTER TABLE new_joint_objective RENAME TO joint_objective;
ALTER TABLE new_plan_action RENAME TO plan_action;
ALTER TABLE new_success RENAME TO success;
ALTER TABLE new_gate_decision RENAME TO gate_decision;
ALTER TABLE new_amendment RENAME TO amendment;
CREATE INDEX kpi_alliance ON kpi (alliance);
CREATE INDEX joint_objective_alliance ON joint_objective (alliance);
CREATE INDEX plan_action_alliance ON plan_action (alliance);
CREATE INDEX plan_action_objective ON plan_action (objective);
CREATE INDEX success_alliance ON success (alliance, party);
CREATE INDEX success_party ON success (party);
CREATE INDEX gate_decision_alliance ON gate_decision (alliance, number);
CREATE INDEX amendment_alliance ON amendment (alliance);

UPDATE assessment SET extra = json_remove(extra, '$.plan')
WHERE json_type(extra, '$.plan') = 'object';
UPDATE assessment SET extra = NULL WHERE extra = '{}';
ALTER TABLE assessment DROP COLUMN plan_start;
ALTER TABLE assessment DROP COLUMN plan_track;
ALTER TABLE assessment DROP COLUMN plan_horizon;
ALTER TABLE assessment DROP COLUMN workshop;
ALTER TABLE assessment DROP COLUMN relevant;
ALTER TABLE assessment DROP COLUMN opportunities;
ALTER TABLE assessment DROP COLUMN challenges;

-- What the log says of rows that have moved cannot be put back: undoing ends at the last group of a
-- scope that touches one. The numbers of the log go on, so that no copy handed out seems newer.
CREATE TABLE chain (
	scope INTEGER NOT NULL,
	first INTEGER NOT NULL,
	newer INTEGER,
	PRIMARY KEY (scope, first)
) STRICT, WITHOUT ROWID;
INSERT INTO chain (scope, first, newer)
WITH RECURSIVE walk (scope, first, newer) AS (
	SELECT scope, change, NULL FROM head WHERE scope > 0
	UNION ALL
	SELECT walk.scope, first - back, first FROM walk JOIN change ON seq = first WHERE back > 0
)
SELECT scope, first, newer FROM walk WHERE true ON CONFLICT DO NOTHING;
CREATE TABLE moved (
	first INTEGER PRIMARY KEY
) STRICT;
INSERT INTO moved (first)
SELECT DISTINCT first FROM (
	SELECT kind, max(CASE WHEN at IS NOT NULL THEN seq END) OVER (ORDER BY seq) AS first
	FROM change
) WHERE first IS NOT NULL AND kind IN (5, 9, 18, 19, 22, 23, 24);
CREATE TABLE cut (
	scope INTEGER PRIMARY KEY,
	first INTEGER NOT NULL
) STRICT;
INSERT INTO cut (scope, first)
SELECT scope, max(chain.first) FROM chain JOIN moved ON moved.first = chain.first GROUP BY scope;
UPDATE change SET back = NULL WHERE seq IN (
	SELECT newer FROM cut JOIN chain ON chain.scope = cut.scope AND chain.first = cut.first
	WHERE newer IS NOT NULL);
DELETE FROM head WHERE scope IN (
	SELECT cut.scope FROM cut JOIN chain ON chain.scope = cut.scope AND chain.first = cut.first
	WHERE newer IS NULL);
DROP TABLE cut;
DROP TABLE moved;
DROP TABLE chain;
INSERT INTO head (scope, alliance, change)
SELECT 0, key, (SELECT max(seq) FROM change) FROM alliance WHERE EXISTS (SELECT 1 FROM change)
ON CONFLICT (scope, alliance) DO UPDATE SET change = excluded.change;

-- A row in the log is its cells with commas between; texts stand in quotes, of which a cell has an
-- even number. What has moved belongs to the alliance there as well, and a round has no plan: so
-- what lies in the bin comes back, and is found when somebody is to be forgotten.
CREATE TABLE belonged (
	assessment INTEGER PRIMARY KEY,
	alliance INTEGER NOT NULL
) STRICT;
INSERT INTO belonged (assessment, alliance) SELECT key, alliance FROM assessment;
INSERT INTO belonged (assessment, alliance)
SELECT key, CAST(coalesce(old, new) AS INTEGER) FROM change
WHERE kind = 5 AND coalesce(old, new) IS NOT NULL ON CONFLICT DO NOTHING;
UPDATE change SET old = alliance || substr(old, instr(old, ',')),
	new = alliance || substr(new, instr(new, ','))
FROM belonged
WHERE kind IN (9, 18, 19, 22, 23, 24) AND assessment = CAST(coalesce(old, new) AS INTEGER);
DROP TABLE belonged;
CREATE TABLE said (
	seq INTEGER NOT NULL,
	is_new INTEGER NOT NULL,
	kept TEXT NOT NULL,
	PRIMARY KEY (seq, is_new)
) STRICT, WITHOUT ROWID;
INSERT INTO said (seq, is_new, kept)
WITH RECURSIVE piece (seq, is_new, number, cell, kept, rest) AS (
	SELECT seq, 0, -1, '', '', old || ',,' FROM change WHERE kind = 5 AND old IS NOT NULL
	UNION ALL
	SELECT seq, 1, -1, '', '', new || ',,' FROM change WHERE kind = 5 AND new IS NOT NULL
	UNION ALL
	SELECT seq, is_new,
		CASE WHEN (length(cell) - length(replace(cell, '"', ''))) % 2 THEN number ELSE number + 1 END,
		CASE WHEN (length(cell) - length(replace(cell, '"', ''))) % 2 THEN cell || ',' ELSE '' END || substr(rest, 1, instr(rest, ',') - 1),
		CASE WHEN (length(cell) - length(replace(cell, '"', ''))) % 2 OR number = -1 OR number BETWEEN 9 AND 15 THEN kept
			ELSE kept || ',' || cell END,
		substr(rest, instr(rest, ',') + 1)
	FROM piece WHERE rest <> ''
)
SELECT seq, is_new, rtrim(substr(kept, 2), ',') FROM piece WHERE rest = '';
UPDATE change SET old = kept FROM said WHERE said.seq = change.seq AND NOT is_new;
UPDATE change SET new = kept FROM said WHERE said.seq = change.seq AND is_new;
DROP TABLE said;

UPDATE summary SET counted = -1;
