-- SPDX-License-Identifier: MIT
-- What a sealed round keeps of the alliance's KPIs, with their readings up to its day.

PRAGMA user_version = 13;

CREATE TABLE sealed_kpi (
	key INTEGER PRIMARY KEY AUTOINCREMENT,
	assessment INTEGER NOT NULL REFERENCES assessment DEFERRABLE INITIALLY DEFERRED,
	extra TEXT,
	kpi BLOB NOT NULL CHECK (length(kpi) = 16),     -- of which it is the copy
	category INTEGER NOT NULL,
	name TEXT NOT NULL,
	unit TEXT,
	direction INTEGER,
	start INTEGER,
	baseline REAL,
	target REAL,
	due INTEGER,
	agreed_by TEXT,         -- a line each
	changed INTEGER
) STRICT;
CREATE INDEX sealed_kpi_assessment ON sealed_kpi (assessment, kpi);

CREATE TABLE sealed_actual (
	key INTEGER PRIMARY KEY AUTOINCREMENT,
	extra TEXT,
	kpi INTEGER NOT NULL REFERENCES sealed_kpi DEFERRABLE INITIALLY DEFERRED,
	date INTEGER NOT NULL,
	value REAL NOT NULL,
	changed INTEGER
) STRICT;
CREATE INDEX sealed_actual_kpi ON sealed_actual (kpi, date);

-- Rounds that were sealed before keep the KPIs of today. Where each round still has its own, since
-- the program has not made them one yet, they are those.
INSERT INTO sealed_kpi (assessment, extra, kpi, category, name, unit, direction, start, baseline,
	target, due, agreed_by, changed)
SELECT assessment.key, kpi.extra, kpi.id, category, name, unit, direction, start, baseline, target,
	due, agreed_by, kpi.changed
FROM assessment JOIN kpi ON kpi.alliance = assessment.alliance
LEFT JOIN former ON former.kind = 9 AND former.key = kpi.key
WHERE sealed IS NOT NULL AND coalesce(former.assessment, assessment.key) = assessment.key
ORDER BY assessment.key, kpi.key;

INSERT INTO sealed_actual (extra, kpi, date, value, changed)
SELECT actual.extra, sealed_kpi.key, actual.date, value, actual.changed
FROM sealed_kpi JOIN assessment ON assessment.key = assessment
JOIN kpi ON kpi.id = sealed_kpi.kpi JOIN actual ON actual.kpi = kpi.key
WHERE assessment.date IS NULL OR actual.date <= assessment.date
ORDER BY sealed_kpi.key, actual.key;

-- What lies in the bin is of before, and knows nothing of what a sealed round keeps: as in bin.
CREATE TABLE bare (
	first INTEGER PRIMARY KEY
) STRICT;
INSERT INTO bare (first) SELECT first FROM bin;

-- What was seen of them may have been of other KPIs.
UPDATE summary SET change = -1 WHERE assessment IN (SELECT assessment FROM sealed_kpi);
