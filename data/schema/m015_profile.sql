-- SPDX-License-Identifier: MIT
-- What is known of the alliance and its companies belongs to the round in which it was recorded:
-- each round gets what the alliance and its parties say today. Whether the parties compete is new.

PRAGMA user_version = 15;

CREATE TABLE profile (
	key INTEGER PRIMARY KEY AUTOINCREMENT,
	assessment INTEGER NOT NULL REFERENCES assessment DEFERRABLE INITIALLY DEFERRED,
	extra TEXT,
	type TEXT,
	ambitions TEXT,         -- ids, a line each
	contract_ends INTEGER,
	notice_days INTEGER,
	amendable INTEGER,
	exit_terms TEXT,
	breach INTEGER,
	litigation INTEGER,
	competitors INTEGER,
	competitors_where TEXT,
	changed INTEGER
) STRICT;
CREATE INDEX profile_assessment ON profile (assessment);

CREATE TABLE party_profile (
	key INTEGER PRIMARY KEY AUTOINCREMENT,
	assessment INTEGER NOT NULL REFERENCES assessment DEFERRABLE INITIALLY DEFERRED,
	extra TEXT,
	party INTEGER NOT NULL REFERENCES party DEFERRABLE INITIALLY DEFERRED,
	size_class INTEGER,
	has_sponsor INTEGER,
	stance INTEGER,
	escalated INTEGER,
	changed INTEGER
) STRICT;
CREATE INDEX party_profile_assessment ON party_profile (assessment, party);
CREATE INDEX party_profile_party ON party_profile (party);

-- An older program keeps what it does not know with the unknown members.
INSERT INTO profile (assessment, type, ambitions, contract_ends, notice_days, amendable, exit_terms,
	breach, litigation, competitors, competitors_where, changed)
SELECT assessment.key, type, ambitions, contract_ends, notice_days, amendable, exit_terms, breach,
	litigation,
	CASE json_type(alliance.extra, '$.competitors') WHEN 'true' THEN 1 WHEN 'false' THEN 0 END,
	CASE json_type(alliance.extra, '$.competitors_where') WHEN 'text'
		THEN json_extract(alliance.extra, '$.competitors_where') END,
	alliance.changed
FROM assessment JOIN alliance ON alliance.key = alliance ORDER BY assessment.key;
INSERT INTO party_profile (assessment, party, size_class, has_sponsor, stance, escalated, changed)
SELECT assessment.key, party.key, size_class, has_sponsor, stance, escalated, party.changed
FROM assessment JOIN party ON party.alliance = assessment.alliance
ORDER BY assessment.key, party.key;
UPDATE alliance SET extra = json_remove(extra, '$.competitors', '$.competitors_where')
WHERE coalesce(json_type(extra, '$.competitors'), json_type(extra, '$.competitors_where'))
	IS NOT NULL;
UPDATE alliance SET extra = NULL WHERE extra = '{}';
UPDATE assessment SET extra = json_remove(extra, '$.profile')
WHERE json_type(extra, '$.profile') IS NOT NULL;
UPDATE assessment SET extra = NULL WHERE extra = '{}';

-- What the log says of rows that have moved cannot be put back, nor can a round that has a profile
-- be taken back without it: undoing ends at the last group of a scope that touches one. The numbers
-- of the log go on, so that no copy handed out seems newer.
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
	SELECT kind, old, max(CASE WHEN at IS NOT NULL THEN seq END) OVER (ORDER BY seq) AS first
	FROM change
) WHERE first IS NOT NULL AND (kind IN (2, 3) OR (kind = 5 AND old IS NULL));
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

-- A row in the log is its cells with commas between; texts stand in quotes, of which a cell has an
-- even number. Those of alliance and party lose what has moved: cells 4 to 11 and 6 to 9. Cell 31
-- and cell 10 are when they were changed: "@" and the distance to the time of the group.
CREATE TABLE said (
	seq INTEGER NOT NULL,
	is_new INTEGER NOT NULL,
	kept TEXT NOT NULL,
	lost TEXT NOT NULL,
	changed TEXT NOT NULL,
	PRIMARY KEY (seq, is_new)
) STRICT, WITHOUT ROWID;
INSERT INTO said (seq, is_new, kept, lost, changed)
WITH RECURSIVE piece (seq, is_new, first, last, stamp, number, open, cell, kept, lost, changed, rest)
AS (
	SELECT seq, is_new, iif(kind = 2, 4, 6), iif(kind = 2, 11, 9), iif(kind = 2, 31, 10), -1, 0,
		'', '', '', '', said || ',,'
	FROM (
		SELECT seq, 0 AS is_new, kind, old AS said FROM change WHERE kind IN (2, 3)
		UNION ALL SELECT seq, 1, kind, new FROM change WHERE kind IN (2, 3)
	) WHERE said IS NOT NULL
	UNION ALL
	SELECT seq, is_new, first, last, stamp,
		iif(open, number, number + 1),
		(open + instr(rest, ',') - 1 -
			length(replace(substr(rest, 1, instr(rest, ',') - 1), '"', ''))) % 2,
		iif(open, cell || ',', '') || substr(rest, 1, instr(rest, ',') - 1),
		iif(open OR number = -1 OR number BETWEEN first AND last, kept, kept || ',' || cell),
		iif(NOT open AND number BETWEEN first AND last, lost || ',' || cell, lost),
		iif(NOT open AND number = stamp, cell, changed),
		substr(rest, instr(rest, ',') + 1)
	FROM piece WHERE rest <> ''
)
SELECT seq, is_new, rtrim(substr(kept, 2), ','), lost, changed FROM piece WHERE rest = '';
UPDATE change SET old = kept FROM said WHERE said.seq = change.seq AND NOT is_new;
UPDATE change SET new = kept FROM said WHERE said.seq = change.seq AND is_new;

-- What lies in the bin comes back with its profile, and is found when somebody is to be forgotten:
-- before the entry of each deleted round stand those of its profile, as the alliance said it last.
CREATE TABLE gone (
	seq INTEGER PRIMARY KEY,
	first INTEGER NOT NULL,         -- of the group
	at INTEGER NOT NULL,
	kind INTEGER NOT NULL,
	key INTEGER NOT NULL,
	alliance INTEGER NOT NULL
) STRICT;
INSERT INTO gone (seq, first, at, kind, key, alliance)
SELECT last, head.seq, head.at, kind, key, alliance FROM (
	SELECT max(seq) AS last, kind, key, iif(kind = 2, key, CAST(old AS INTEGER)) AS alliance
	FROM change WHERE kind IN (2, 3, 5) AND old IS NOT NULL AND new IS NULL GROUP BY kind, key
) JOIN (SELECT seq, at FROM change WHERE at IS NOT NULL) AS head
	ON head.seq = (SELECT seq FROM change WHERE seq <= last AND at IS NOT NULL
		ORDER BY seq DESC LIMIT 1)
WHERE CASE kind WHEN 2 THEN key NOT IN (SELECT key FROM alliance)
	WHEN 3 THEN key NOT IN (SELECT key FROM party)
	ELSE key NOT IN (SELECT key FROM assessment) END;
CREATE TABLE known (
	kind INTEGER NOT NULL,
	key INTEGER NOT NULL,
	alliance INTEGER NOT NULL,
	first INTEGER,          -- of the group that deleted it
	said TEXT NOT NULL,
	changed TEXT NOT NULL,
	PRIMARY KEY (kind, key)
) STRICT, WITHOUT ROWID;
INSERT INTO known (kind, key, alliance, first, said, changed)
SELECT kind, key, alliance, first, lost,
	iif(changed LIKE '@%', at + CAST(substr(changed, 2) AS INTEGER), changed)
FROM gone JOIN said ON said.seq = gone.seq AND NOT is_new WHERE kind IN (2, 3);
INSERT INTO known (kind, key, alliance, said, changed)
SELECT 2, key, key, ',' || iif(type IS NULL, '', '"' || replace(type, '"', '""') || '"') || ',' ||
	iif(ambitions IS NULL, '', '"' || replace(ambitions, '"', '""') || '"') || ',' ||
	coalesce(contract_ends, '') || ',' || coalesce(notice_days, '') || ',' ||
	coalesce(amendable, '') || ',' ||
	iif(exit_terms IS NULL, '', '"' || replace(exit_terms, '"', '""') || '"') || ',' ||
	coalesce(breach, '') || ',' || coalesce(litigation, ''), coalesce(changed, '')
FROM alliance WHERE key IN (SELECT alliance FROM gone WHERE kind = 5);
INSERT INTO known (kind, key, alliance, said, changed)
SELECT 3, key, alliance, ',' || coalesce(size_class, '') || ',' || coalesce(has_sponsor, '') ||
	',' || coalesce(stance, '') || ',' || coalesce(escalated, ''), coalesce(changed, '')
FROM party WHERE alliance IN (SELECT alliance FROM gone WHERE kind = 5);
CREATE TABLE fresh (
	key INTEGER PRIMARY KEY,
	before INTEGER NOT NULL,        -- the entry of the round
	code INTEGER NOT NULL,
	row INTEGER NOT NULL,
	said TEXT NOT NULL
) STRICT;
INSERT INTO fresh (before, code, row, said)
SELECT seq, 26, row_number() OVER (ORDER BY seq) +
		(SELECT coalesce(max(key), 0) FROM profile),
	rtrim(gone.key || ',' || said || ',,,' || changed, ',')
FROM gone JOIN known ON known.kind = 2 AND known.key = gone.alliance WHERE gone.kind = 5;
INSERT INTO fresh (before, code, row, said)
SELECT seq, 27, row_number() OVER (ORDER BY seq, party.key) +
		(SELECT coalesce(max(key), 0) FROM party_profile),
	rtrim(gone.key || ',,' || party.key || party.said || ',' || party.changed, ',')
FROM gone JOIN known ON known.kind = 2 AND known.key = gone.alliance
	JOIN known AS party ON party.kind = 3 AND party.alliance = gone.alliance AND
		party.first IS known.first
WHERE gone.kind = 5;
-- A key is never given twice.
DELETE FROM sqlite_sequence WHERE name IN ('profile', 'party_profile');
INSERT INTO sqlite_sequence (name, seq)
SELECT 'profile', max((SELECT coalesce(max(key), 0) FROM profile),
	(SELECT coalesce(max(row), 0) FROM fresh WHERE code = 26))
UNION ALL
SELECT 'party_profile', max((SELECT coalesce(max(key), 0) FROM party_profile),
	(SELECT coalesce(max(row), 0) FROM fresh WHERE code = 27));

-- Entries move up to make room: one that something stands before goes behind it, and what leads to
-- it as the first of a group leads to the first of those.
CREATE TABLE shift (
	seq INTEGER PRIMARY KEY,
	before INTEGER NOT NULL,        -- entries put in before those that stand before this one
	upto INTEGER NOT NULL           -- and with those
) STRICT;
INSERT INTO shift (seq, before, upto)
SELECT before, sum(n) OVER (ORDER BY before) - n, sum(n) OVER (ORDER BY before)
FROM (SELECT before, count(*) AS n FROM fresh GROUP BY before);
CREATE TABLE place (
	seq INTEGER PRIMARY KEY,
	first INTEGER NOT NULL,         -- to lead to it
	own INTEGER NOT NULL            -- it itself
) STRICT;
INSERT INTO place (seq, first, own)
SELECT seq,
	seq + coalesce((SELECT upto FROM shift WHERE shift.seq < change.seq
		ORDER BY shift.seq DESC LIMIT 1), 0),
	seq + coalesce((SELECT upto FROM shift WHERE shift.seq <= change.seq
		ORDER BY shift.seq DESC LIMIT 1), 0)
FROM change WHERE seq >= (SELECT min(seq) FROM shift);
UPDATE change SET seq = -own,
	back = place.first - coalesce((SELECT there.first FROM place AS there
		WHERE there.seq = change.seq - back), change.seq - back)
FROM place WHERE place.seq = change.seq AND back > 0;
UPDATE change SET seq = -own FROM place WHERE place.seq = change.seq;
UPDATE change SET seq = -seq WHERE seq < 0;
UPDATE change SET target = iif(target < 0, -first, first)
FROM place WHERE place.seq = abs(target);
INSERT INTO change (seq, at, scope, back, kind, key, old, target, what, session)
SELECT round.seq - shift.upto + shift.before +
		row_number() OVER nth - 1,
	iif(row_number() OVER nth = 1, round.at, NULL),
	iif(row_number() OVER nth = 1, round.scope, NULL),
	iif(row_number() OVER nth = 1, round.back, NULL),
	code, row, said,
	iif(row_number() OVER nth = 1, round.target, NULL),
	iif(row_number() OVER nth = 1, round.what, NULL),
	iif(row_number() OVER nth = 1, round.session, NULL)
FROM fresh JOIN shift ON shift.seq = fresh.before JOIN place ON place.seq = fresh.before
	JOIN change AS round ON round.seq = own
WINDOW nth AS (PARTITION BY fresh.before ORDER BY code, row);
UPDATE change SET at = NULL, scope = NULL, back = NULL, target = NULL, what = NULL, session = NULL
WHERE seq IN (SELECT own FROM shift JOIN place ON place.seq = shift.seq);
UPDATE head SET change = first FROM place WHERE place.seq = change;
UPDATE bin SET first = -place.first FROM place WHERE place.seq = bin.first;
UPDATE bin SET first = -first WHERE first < 0;
UPDATE bin SET last = own FROM place WHERE place.seq = last;
UPDATE bin SET along = place.first FROM place WHERE place.seq = along;
UPDATE stamped SET change = -first FROM place WHERE place.seq = change;
UPDATE stamped SET change = -change WHERE change < 0;
UPDATE heard SET change = -first FROM place WHERE place.seq = change;
UPDATE heard SET change = -change WHERE change < 0;
DROP TABLE place;
DROP TABLE shift;
DROP TABLE fresh;
DROP TABLE known;
DROP TABLE gone;
DROP TABLE said;
INSERT INTO head (scope, alliance, change)
SELECT 0, key, (SELECT max(seq) FROM change) FROM alliance WHERE EXISTS (SELECT 1 FROM change)
ON CONFLICT (scope, alliance) DO UPDATE SET change = excluded.change;

ALTER TABLE alliance DROP COLUMN type;
ALTER TABLE alliance DROP COLUMN ambitions;
ALTER TABLE alliance DROP COLUMN contract_ends;
ALTER TABLE alliance DROP COLUMN notice_days;
ALTER TABLE alliance DROP COLUMN amendable;
ALTER TABLE alliance DROP COLUMN exit_terms;
ALTER TABLE alliance DROP COLUMN breach;
ALTER TABLE alliance DROP COLUMN litigation;
ALTER TABLE party DROP COLUMN size_class;
ALTER TABLE party DROP COLUMN has_sponsor;
ALTER TABLE party DROP COLUMN stance;
ALTER TABLE party DROP COLUMN escalated;

UPDATE summary SET counted = -1;
