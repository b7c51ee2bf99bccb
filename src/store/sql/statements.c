/* SPDX-License-Identifier: MIT */
/*
 * Every SQL text of the program but those of the kinds (kinds.c) and the steps of data/schema.
 */
#include "statements.h"

#define COUNTED                                                                                    \
	"counted, parties, heard, planned, next_planned, plan_start, plan_step, plan_size, "       \
	"plan_due"
/* A start that is DATE_NONE is no start. */
#define COUNTED_VALUES "?2, ?3, ?4, ?5, ?6, nullif(?7, -2147483648), ?8, ?9, ?10"

/* A row of the portfolio: a round, or an alliance that has none. */
#define ROUND_COLUMNS                                                                              \
	"alliance.key, assessment.key, alliance.id, assessment.id, alliance.name, title, kind, "   \
	"date, sealed, CASE WHEN coalesce(own.change, 0) > coalesce(every.change, 0) THEN "        \
	"coalesce(own.change, 0) ELSE coalesce(every.change, 0) END, summary.change, "             \
	"summary.health, primary_cause, grade, counted, parties, heard, planned, next_planned, "   \
	"plan_start, track, coalesce(plan.round, assessment.id) = assessment.id, plan_step, "      \
	"plan_size, plan_due, looked.change "
#define ROUND_JOINS                                                                                \
	"LEFT JOIN assessment ON assessment.alliance = alliance.key "                              \
	"LEFT JOIN head AS own ON own.scope = assessment.key AND own.alliance = alliance.key "     \
	"LEFT JOIN head AS every ON every.scope = 0 AND every.alliance = alliance.key "            \
	"LEFT JOIN plan ON plan.alliance = alliance.key "                                          \
	"LEFT JOIN looked ON looked.alliance = alliance.key "                                      \
	"LEFT JOIN summary ON summary.assessment = assessment.key "

/* All rounds of some alliances, which stand in that order: the join keeps to them. */
#define SHOWN(which)                                                                               \
	"WITH shown (which, one, two, three) AS (" which ") SELECT " ROUND_COLUMNS                 \
	"FROM shown CROSS JOIN alliance " ROUND_JOINS "WHERE alliance.key = which "                \
	"ORDER BY one, two, three, which, date, assessment.key"

/* The parameters 1 to 32 are words as LIKE takes them, or null; without a first there are none. */
#define HAS(n) " AND (?" #n " IS NULL OR said LIKE ?" #n " ESCAPE '\\')"
#define HAS_4(a, b, c, d) HAS(a) HAS(b) HAS(c) HAS(d)
#define HAS_WORDS                                                                                  \
	"(?1 IS NULL OR (said LIKE ?1 ESCAPE '\\'" HAS(2) HAS(3) HAS(4) HAS_4(5, 6, 7, 8)          \
		HAS_4(9, 10, 11, 12) HAS_4(13, 14, 15, 16) HAS_4(17, 18, 19, 20)                   \
			HAS_4(21, 22, 23, 24) HAS_4(25, 26, 27, 28) HAS_4(29, 30, 31, 32) "))"

#define SLICE(columns, by)                                                                         \
	"SELECT " columns " FROM listed WHERE " HAS_WORDS " ORDER BY " by " LIMIT ?33 OFFSET ?34"
#define WINDOW(columns, by) SHOWN(SLICE("alliance, " columns, by))
#define NAMES(by) SLICE("name", by)
#define PLACE(by)                                                                                  \
	"SELECT CASE WHEN EXISTS (SELECT 1 FROM listed WHERE alliance = ?33 AND " HAS_WORDS ") "   \
	"THEN (SELECT count(*) FROM listed WHERE (" by ") < (SELECT " by " FROM listed "           \
	"WHERE alliance = ?33) AND " HAS_WORDS ") ELSE -1 END"

const char listed_aside[] = "PRAGMA query_only = OFF; PRAGMA temp_store = MEMORY;"
			    "CREATE TEMP TABLE listed AS SELECT * FROM main.listed;"
			    "CREATE UNIQUE INDEX temp.aside_alliance ON listed (alliance);"
			    "CREATE INDEX temp.aside_name ON listed (name, alliance);"
			    "CREATE INDEX temp.aside_next ON listed (next, hour, name, alliance);"
			    "CREATE INDEX temp.aside_health ON listed (health, name, alliance);";

const char *const statement_text[STATEMENT_FIXED] = {
	[CHANGE_LAST] = "SELECT coalesce(max(seq), 0) FROM change",
	[CHANGE_UP_TO] = "SELECT seq, at, kind, key, item FROM change WHERE seq <= ?1 "
			 "ORDER BY seq DESC LIMIT 1",
	[CHANGE_ADD] = "INSERT INTO change (seq, at, scope, back, kind, key, item, old, new, "
		       "target, what, session) "
		       "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)",
	[CHANGE_HEAD] = "SELECT target, back, session FROM change WHERE seq = ?1",
	[CHANGE_GROUP] = "SELECT at, kind, key, item, old, new, what FROM change WHERE seq >= ?1 "
			 "ORDER BY seq",
	[CHANGE_OF_OBJECT] = "SELECT seq FROM change WHERE kind = ?1 AND key = ?2 "
			     "ORDER BY seq DESC LIMIT 1",
	[OBJECT_PAST] = "SELECT (SELECT at FROM change AS first WHERE first.seq <= change.seq AND "
			"at IS NOT NULL ORDER BY seq DESC LIMIT 1), old FROM change "
			"WHERE kind = ?1 AND key = ?2 AND item IS NOT DISTINCT FROM ?3 "
			"ORDER BY seq DESC",
	/* groups without a scope are not chained: of those the newest stands for all of them */
	[CHANGE_OF_KINDS] =
		"WITH RECURSIVE chain (scope, first) AS ("
		"SELECT scope, change FROM head WHERE alliance = ?1 "
		"UNION ALL SELECT chain.scope, first - back FROM chain JOIN change ON seq = first "
		"WHERE back > 0) "
		"SELECT max(first) FROM chain WHERE scope = 0 OR EXISTS ("
		"SELECT 1 FROM change WHERE seq >= first AND seq < coalesce("
		"(SELECT seq FROM change WHERE seq > first AND at IS NOT NULL ORDER BY seq LIMIT "
		"1), "
		"first + 1000000000) AND (CAST(?2 AS BIGINT) >> kind) & 1 = 1)",
	[CHANGE_OF_ROUND] =
		"SELECT old FROM change WHERE seq >= ?1 AND kind = ?2 AND key = ?3 AND "
		"seq < coalesce((SELECT seq FROM change WHERE seq > ?1 AND at IS NOT NULL "
		"ORDER BY seq LIMIT 1), ?1 + 1000000000) ORDER BY seq LIMIT 1",
	[CHANGE_THAT_MADE] = "SELECT seq FROM change WHERE kind = ?1 AND key = ?2 AND old IS NULL "
			     "AND new IS NOT NULL ORDER BY seq DESC LIMIT 1",
	[HEAD_GET] = "SELECT change FROM head WHERE scope = ?1 AND alliance = ?2",
	[HEAD_OF_SCOPE] = "SELECT alliance, change FROM head WHERE scope = ?1",
	[HEAD_PUT] = "INSERT INTO head (scope, alliance, change) VALUES (?1, ?2, ?3) "
		     "ON CONFLICT (scope, alliance) DO UPDATE SET change = ?3",
	[DELETED_ADD] = "INSERT INTO deleted (id, alliance, at, into_id, library) "
			"VALUES (?1, ?2, ?3, ?4, ?5) ON CONFLICT (id) DO UPDATE SET "
			"(alliance, at, into_id, library) = (?2, ?3, ?4, ?5)",
	[DELETED_INTO] = "UPDATE deleted SET into_id = ?2 WHERE id = ?1",
	[DELETED_ACTION] = "SELECT coalesce(max(at), -1) FROM deleted "
			   "WHERE alliance = ?1 AND library = ?2",
	[DELETED_REMOVE] = "DELETE FROM deleted WHERE id = ?1",
	[DELETED_GET] = "SELECT at, into_id, library FROM deleted WHERE id = ?1",
	[SESSION_ADD] = "INSERT INTO session (since) VALUES (?1)",
	[STAMPED_ADD] = "INSERT INTO stamped (change) VALUES (?1) ON CONFLICT (change) DO NOTHING",
	[STAMPED_GET] = "SELECT change FROM stamped WHERE change = ?1",
	[HEARD_ADD] = "INSERT INTO heard (change, id, alliance, at, into_id, library) "
		      "VALUES (?1, ?2, ?3, ?4, ?5, ?6) ON CONFLICT (change, id) DO NOTHING",
	[HEARD_LIST] = "SELECT id, alliance, at, into_id, library FROM heard WHERE change = ?1",
	[DELETED_LIST] = "SELECT id, at, into_id, library FROM deleted WHERE alliance = ?1 "
			 "ORDER BY at, id",

	[CHANGE_START] = "SELECT seq, scope FROM change WHERE seq <= ?1 AND at IS NOT NULL "
			 "ORDER BY seq DESC LIMIT 1",
	/* that the other still holds what was said outlasts another deletion */
	[BIN_PUT] = "INSERT INTO bin (first, last, kind, key, alliance, day, merged) "
		    "VALUES (?1, ?2, ?3, ?4, ?5, ?6, (SELECT min(merged) FROM bin AS older "
		    "WHERE older.kind = ?3 AND older.key = ?4 AND merged < 0))",
	[BIN_LIST] = "SELECT bin.first, bin.last, bin.kind, bin.key, alliance, along, day, "
		     "bare.first, old FROM bin JOIN change ON seq = last "
		     "LEFT JOIN bare ON bare.first = bin.first ORDER BY bin.first DESC",
	[BIN_AGAIN] = "UPDATE bin SET day = ?3 WHERE kind = ?1 AND key = ?2",
	[BIN_ALONG] = "UPDATE bin SET along = ?2 WHERE first = ?1",
	[BIN_DROP] = "DELETE FROM bin WHERE first = ?1",
	[BIN_DROP_OLDER] = "DELETE FROM bin WHERE kind = ?1 AND key = ?2 AND first < ?3",
	[BIN_DROP_OBJECT] = "DELETE FROM bin WHERE kind = ?1 AND key = ?2",
	[BIN_MERGED_PUT] = "UPDATE bin SET merged = ?3 WHERE kind = ?1 AND key = ?2",
	[BIN_MERGED_BACK] = "UPDATE bin SET merged = -abs(merged) WHERE kind = ?1 AND key = ?2",
	[BIN_MERGED] = "SELECT bin.key, old FROM bin JOIN change ON seq = last "
		       "WHERE bin.kind = ?1 AND abs(merged) = ?2 AND "
		       "bin.key NOT IN (SELECT key FROM person)",
	[BIN_PERSON] = "SELECT old, coalesce(merged, 0) FROM bin JOIN change ON seq = last "
		       "WHERE bin.kind = ?1 AND bin.key = ?2 ORDER BY bin.first DESC LIMIT 1",
	[BIN_DUE] = "SELECT first, bin.kind, bin.key, old FROM bin LEFT JOIN change ON seq = last "
		    "WHERE day <= ?1",
	[CHANGE_ALL] = "SELECT seq, kind, key, old, new FROM change "
		       "WHERE old IS NOT NULL OR new IS NOT NULL ORDER BY seq",
	[CHANGE_ERASE] = "UPDATE change SET (old, new, what) = (NULL, NULL, NULL) WHERE seq = ?1",
	[CHANGE_END] = "INSERT INTO change (seq, at, scope, back, kind, key) "
		       "VALUES (?1, ?2, ?3, ?4, ?5, 0)",
	[HEADS_OF] = "SELECT scope, change FROM head WHERE alliance = ?1",
	[HEADS_DROP] = "DELETE FROM head WHERE alliance = ?1",
	[FORGOTTEN_ADD] = "INSERT INTO forgotten (id) VALUES (?1) ON CONFLICT (id) DO NOTHING",
	[FORGOTTEN_FIND] = "SELECT 1 FROM forgotten WHERE id = ?1",
	[NUMBER_GIVE] = "INSERT INTO action_number (id, alliance, number) "
			"SELECT ?2, id, (SELECT coalesce(max(number), 0) + 1 FROM action_number "
			"WHERE alliance = alliance.id) FROM alliance WHERE key = ?1 "
			"ON CONFLICT (id) DO NOTHING",
	[NUMBER_MOVE] = "UPDATE action_number SET id = ?2 WHERE id = ?1 AND "
			"NOT EXISTS (SELECT 1 FROM action_number AS other WHERE other.id = ?2)",
	[NUMBER_REST] = "INSERT INTO action_number (id, alliance, number) "
			"SELECT plan_action.id, alliance.id, "
			"(SELECT coalesce(max(number), 0) FROM action_number "
			"WHERE alliance = alliance.id) + row_number() OVER "
			"(PARTITION BY alliance.key ORDER BY plan_action.key) "
			"FROM plan_action JOIN alliance ON alliance.key = plan_action.alliance "
			"WHERE plan_action.id NOT IN (SELECT id FROM action_number)",
	[NUMBER_OF] = "SELECT number FROM action_number WHERE id = ?1",
	[NUMBER_LIST] = "SELECT key, number FROM plan_action JOIN action_number "
			"ON action_number.id = plan_action.id "
			"WHERE plan_action.alliance = ?1 ORDER BY key",
	[NUMBER_ERASE] = "DELETE FROM action_number WHERE alliance = ?1",
	[BURIED_PUT] = "INSERT INTO buried (id, alliance, kind, change, undone, changed, drawn, "
		       "said, day) VALUES (?1, ?2, ?3, ?4, 0, ?5, ?6, ?7, ?8)",
	[BURIED_KNOWN] =
		"SELECT count(*) FROM buried WHERE id = ?1 AND undone = 0 AND "
		"place IS NULL AND (said = ?4 OR (change = 0 AND changed > ?2 AND drawn > ?3))",
	[BURIED_LIST] = "SELECT said FROM buried WHERE id = ?1 AND kind = ?2 AND undone = 0 "
			"AND place IS NULL ORDER BY key",
	[BURIED_OF_KIND] = "SELECT said FROM buried WHERE alliance = ?1 AND kind = ?2 AND "
			   "undone = 0 AND place IS NULL ORDER BY key",
	[TOLD_PUT] = "INSERT INTO buried (id, alliance, kind, change, undone, changed, drawn, "
		     "said, day, place, whose, item) "
		     "VALUES (?1, ?2, ?3, ?4, 0, ?5, ?5, ?6, ?7, ?8, ?9, ?10)",
	[TOLD_KNOWN] = "SELECT count(*) FROM buried WHERE id = ?1 AND place = ?2 AND said = ?3 "
		       "AND undone = 0",
	[TOLD_LIST] = "SELECT id, kind, said, place, whose, item, changed FROM buried "
		      "WHERE alliance = ?1 AND undone = 0 AND place IS NOT NULL ORDER BY key",
	[BURIED_CLAIM] = "UPDATE buried SET change = ?1 WHERE change = -1",
	[BURIED_TURN] = "UPDATE buried SET (change, undone) = (?1, 1 - undone) WHERE change = ?2",
	[BURIED_ERASE] = "DELETE FROM buried WHERE alliance = ?1",
	[BURIED_DUE] = "SELECT count(*) FROM buried WHERE day <= ?1",
	[BURIED_DROP] = "DELETE FROM buried WHERE day <= ?1",
	[UNCLEAN_ADD] = "INSERT INTO unclean (key) VALUES (1) ON CONFLICT (key) DO NOTHING",
	[UNCLEAN_FIND] = "SELECT key FROM unclean",
	[UNCLEAN_DROP] = "DELETE FROM unclean",
	[ANSWERS_ERASE] = "DELETE FROM answer WHERE respondent = ?1",
	[CHANGE_REWRITE] = "UPDATE change SET (old, new) = (?2, ?3) WHERE seq = ?1",
	/* later by as much in every copy that forgets them, so that all come to the same */
	[RELEASE_BLANK] = "UPDATE release_rating SET (respondent, digest, changed) = "
			  "(NULL, NULL, changed + 1) WHERE respondent = ?1 AND "
			  "respondent NOT IN (SELECT id FROM respondent)",
	[RELEASES_OF_GONE] = "SELECT key FROM joint_release WHERE round = ?1 AND "
			     "round NOT IN (SELECT id FROM assessment) ORDER BY key",
	[RELEASE_RATINGS_ERASE] = "DELETE FROM release_rating WHERE joint_release = ?1",
	[SUMMARY_ERASE] = "DELETE FROM summary WHERE assessment IN "
			  "(SELECT key FROM assessment WHERE alliance = ?1)",
	[DELETED_ERASE] = "DELETE FROM deleted WHERE alliance = ?1",
	[HEARD_ERASE] = "DELETE FROM heard WHERE alliance = ?1",
	/* kinds by their codes in the change log */
	[HOLD_WITHIN] = "SELECT hold.respondent FROM hold "
			"JOIN respondent ON respondent.key = hold.respondent "
			"JOIN assessment ON assessment.key = respondent.assessment "
			"WHERE (?1 = 2 AND alliance = ?2) OR (?1 = 4 AND person = ?2) OR "
			"(?1 = 5 AND assessment.key = ?2) OR (?1 = 6 AND respondent.key = ?2)",

	[LOOKED_GET] = "SELECT change, day FROM looked WHERE alliance = ?1",
	[LOOKED_PUT] = "INSERT INTO looked (alliance, change, day) VALUES (?1, ?2, ?3) "
		       "ON CONFLICT (alliance) DO UPDATE SET (change, day) = "
		       "(CASE WHEN ?2 > change THEN ?2 ELSE change END, "
		       "CASE WHEN ?3 > day THEN ?3 ELSE day END)",
	[LOOKED_ENTRIES] =
		"SELECT kind, key, item, CASE WHEN kind = ?2 THEN NULL ELSE old END FROM change "
		"WHERE seq >= ?1 AND seq < coalesce((SELECT seq FROM change WHERE seq > ?1 AND "
		"at IS NOT NULL ORDER BY seq LIMIT 1), ?1 + 1000000000) ORDER BY seq",

	[INSTRUMENT_FIND] = "SELECT key, content FROM instrument WHERE id = ?1 AND version = ?2",
	[INSTRUMENT_OF] = "SELECT instrument.id, version, content FROM assessment JOIN instrument "
			  "ON instrument.key = instrument WHERE assessment.key = ?1",
	[INSTRUMENT_ADD] = "INSERT INTO instrument (id, version, content) VALUES (?1, ?2, ?3)",
	[INSTRUMENT_FILL] = "UPDATE instrument SET content = ?2 WHERE key = ?1",
	[ITEM_LIST] = "SELECT key, id FROM item WHERE instrument = ?1 ORDER BY key",
	[ITEM_NAME] = "SELECT id FROM item WHERE key = ?1",
	[ITEM_BANK] =
		"SELECT instrument.key, instrument.id, version, content, item.id FROM item JOIN "
		"instrument ON instrument.key = instrument WHERE item.key = ?1",
	[ROUND_BANK] =
		"SELECT instrument.key, instrument.id, version, content FROM assessment JOIN "
		"instrument ON instrument.key = instrument WHERE assessment.id = ?1",
	[ITEM_ADD] = "INSERT INTO item (instrument, id) VALUES (?1, ?2)",

	[PORTFOLIO] = "SELECT " ROUND_COLUMNS " FROM alliance " ROUND_JOINS
		      "ORDER BY name COLLATE NOCASE, alliance.key, date, assessment.key",
	[WINDOW_BY_NEXT] = WINDOW("next, hour, name", "next, hour, name, alliance"),
	[WINDOW_BY_NAME] = WINDOW("name, '', ''", "name, alliance"),
	[WINDOW_BY_HEALTH] = WINDOW("health, name, ''", "health, name, alliance"),
	[PLACE_BY_NEXT] = PLACE("next, hour, name, alliance"),
	[PLACE_BY_NAME] = PLACE("name, alliance"),
	[PLACE_BY_HEALTH] = PLACE("health, name, alliance"),
	[NAMES_BY_NEXT] = NAMES("next, hour, name, alliance"),
	[NAMES_BY_NAME] = NAMES("name, alliance"),
	[NAMES_BY_HEALTH] = NAMES("health, name, alliance"),
	[WINDOW_COUNT] = "SELECT count(*) FROM listed WHERE " HAS_WORDS,
	[WINDOW_OF] = SHOWN("SELECT key, 0, '', '' FROM alliance WHERE key = ?1"),
	[WINDOW_UNSAID] = SHOWN("SELECT alliance, 0, '', '' FROM listed "
				"WHERE said IS NULL OR till < ?1 ORDER BY alliance LIMIT ?2"),
	[WINDOW_STALE] = SHOWN("SELECT alliance, 0, '', '' FROM listed WHERE stale = 1 "
			       "ORDER BY alliance LIMIT ?1"),
	[LISTED_GET] = "SELECT cells, next, hour, health, rounds, stale, dues FROM listed "
		       "WHERE alliance = ?1",
	[LISTED_NAME] = "INSERT INTO listed (alliance, name, cells, next, hour, health, rounds, "
			"stale, till) VALUES (?1, ?2, ?3, 2147483647, '~', 9.0, 0, 0, 0) "
			"ON CONFLICT (alliance) DO UPDATE SET (name, cells, said) = "
			"(?2, ?3, NULL)",
	[LISTED_PUT] = "UPDATE listed SET (next, hour, health, rounds, stale, dues, said) = "
		       "(?2, ?3, ?4, ?5, ?6, ?7, NULL) WHERE alliance = ?1",
	[LISTED_DROP] = "DELETE FROM listed WHERE alliance = ?1",
	[LISTED_SAID] = "UPDATE listed SET (said, till) = (?2, ?3) WHERE alliance = ?1",
	[LISTED_MISSING] = "SELECT key, name FROM alliance WHERE key NOT IN "
			   "(SELECT alliance FROM listed)",
	[TALLY_ADD] = "INSERT INTO tally (what, at, n) VALUES (?1, ?2, ?3) "
		      "ON CONFLICT (what, at) DO UPDATE SET n = tally.n + ?3",
	[TALLY_CLEAR] = "DELETE FROM tally WHERE what = ?1 AND at = ?2 AND n = 0",
	[TALLY_ALL] = "SELECT (SELECT coalesce(sum(n), 0) FROM tally WHERE what = 0 AND at < ?1), "
		      "(SELECT coalesce(sum(n), 0) FROM tally WHERE what = 0 AND at = ?1), "
		      "(SELECT coalesce(sum(n), 0) FROM tally WHERE what = 1), "
		      "(SELECT coalesce(max(at), 0) FROM tally WHERE what = 1), "
		      "(SELECT coalesce(max(at), 0) FROM tally WHERE what = 2), "
		      "(SELECT coalesce(sum(n), 0) FROM tally WHERE what = 3), "
		      "(SELECT coalesce(sum(n), 0) FROM tally WHERE what = 4 AND at = 1)",
	[HEALTH_RANK] =
		"SELECT (SELECT coalesce(sum(n), 0) FROM tally WHERE what = 3 AND at < ?1), "
		"(SELECT count(*) FROM listed WHERE health >= ?2 AND health < ?3), "
		"(SELECT count(*) FROM listed WHERE health = ?3)",
	[FOLLOWED_GET] = "SELECT change FROM followed WHERE key = 1",
	[FOLLOWED_PUT] = "INSERT INTO followed (key, change) VALUES (1, ?1) "
			 "ON CONFLICT (key) DO UPDATE SET change = ?1",
	/* heads without a scope are gone through only when one of them has moved */
	[FOLLOW_TOUCHED] =
		"SELECT key FROM alliance WHERE key IN ("
		"SELECT head.alliance FROM change AS log JOIN head ON head.scope = log.scope "
		"WHERE seq > ?1 AND at IS NOT NULL AND log.scope > 0 "
		"UNION SELECT head.alliance FROM head WHERE head.scope = 0 AND head.change > ?1 "
		"AND EXISTS (SELECT 1 FROM change AS log WHERE seq > ?1 AND at IS NOT NULL AND "
		"coalesce(log.scope, 0) = 0))",
	[ALLIANCE_OF] = "SELECT alliance FROM assessment WHERE key = ?1",
	[SEALED_OF_ROUND] =
		"SELECT key, sealed, id FROM assessment WHERE key = ?1 AND sealed IS NOT NULL",
	[SEALED_OF_RESPONDENT] =
		"SELECT assessment.key, sealed, assessment.id FROM respondent JOIN assessment "
		"ON assessment.key = assessment WHERE respondent.key = ?1 AND sealed IS NOT NULL",
	[SEALED_OF_KPI] =
		"SELECT assessment.key, sealed, assessment.id FROM sealed_kpi JOIN assessment "
		"ON assessment.key = assessment WHERE sealed_kpi.key = ?1 AND sealed IS NOT NULL",
	[ROUND_COUNTS] =
		"SELECT (SELECT count(*) FROM party WHERE alliance = ?1), "
		"(SELECT count(*) FROM respondent WHERE assessment = ?2 AND EXISTS (SELECT 1 FROM "
		"answer "
		"WHERE respondent = respondent.key AND state = 0 AND rating IS NOT NULL)), "
		"(SELECT count(*) FROM person WHERE alliance = ?1 AND (interviewee IS NULL OR "
		"interviewee = 1 OR key IN (SELECT person FROM respondent WHERE assessment = "
		"?2))) + "
		"(SELECT count(*) FROM respondent WHERE assessment = ?2 AND person IS NULL)",
	[ROUND_NEXT_PLANNED] =
		"SELECT min(planned) FROM person WHERE alliance = ?1 AND planned IS NOT NULL AND "
		"(interviewee IS NULL OR interviewee = 1) AND NOT EXISTS "
		"(SELECT 1 FROM respondent JOIN answer ON answer.respondent = respondent.key "
		"WHERE person = person.key AND assessment = ?2 AND state = 0 AND rating IS NOT "
		"NULL)",
	[ROUND_PLAN] =
		"SELECT library, step, title, plan_action.start, due, active, status, plan.start, "
		"track FROM plan_action LEFT JOIN plan ON plan.alliance = plan_action.alliance "
		"WHERE plan_action.alliance = ?1 ORDER BY due, plan_action.key",
	[SUMMARY_PUT] =
		"UPDATE summary SET (change, health, primary_cause, grade) = (?2, ?3, ?4, ?5) "
		"WHERE assessment = ?1",
	[SUMMARY_COUNTED] =
		"INSERT INTO summary (assessment, " COUNTED ") VALUES (?1, " COUNTED_VALUES ") "
		"ON CONFLICT (assessment) DO UPDATE SET (" COUNTED ") = (" COUNTED_VALUES ")",
	[ROUNDS] = "SELECT key FROM assessment WHERE alliance = ?1 ORDER BY date, key",
	[ROUND_IDS] = "SELECT id FROM assessment WHERE alliance = ?1 ORDER BY key",
	[OUTLINE_RESPONDENTS] =
		"SELECT key, party, role FROM respondent WHERE assessment = ?1 ORDER BY key",
	[OUTLINE_ANSWERS] = "SELECT respondent, item, state + 1, rating, value FROM answer "
			    "WHERE respondent >= ?1 ORDER BY respondent, item",
	[ROUND_NEWEST] =
		"SELECT key FROM assessment WHERE alliance = (SELECT alliance FROM assessment "
		"WHERE key = ?1) ORDER BY coalesce(kind, 0) = ?2, coalesce(date, -2147483648) "
		"DESC, key DESC LIMIT 1",
	[FIND_BY_ID] =
		"SELECT assessment.key, assessment.id, name, title FROM assessment JOIN alliance "
		"ON alliance.key = alliance WHERE assessment.id BETWEEN ?1 AND ?2 ORDER BY "
		"assessment.id",
	[FIND_SHEET] = "SELECT assessment FROM sheet WHERE token = ?1 ORDER BY key DESC LIMIT 1",
	[FIND_NAMED] = "SELECT key, id, name FROM alliance",
	[FIND_NAMES] = "SELECT key, name FROM alliance ORDER BY name COLLATE NOCASE, key",
	/* ?2: the code of a pulse, ?3: is one wanted, ?4: an open round */
	[FIND_NEWEST] =
		"SELECT key, id, title FROM assessment WHERE alliance = ?1 ORDER BY "
		"((coalesce(kind, 0) = ?2) <> (?3 = 1)) OR (?4 = 1 AND sealed IS NOT NULL), "
		"coalesce(kind, 0) = ?2, coalesce(date, -2147483648) DESC, key DESC LIMIT 1",
	/* a full one that comes after it and has answers */
	[SEAL_LATER] =
		"SELECT later.key FROM assessment AS later JOIN assessment AS round "
		"ON round.key = ?1 AND later.alliance = round.alliance "
		"WHERE coalesce(later.kind, 0) <> ?2 AND (coalesce(later.date, -2147483648) > "
		"coalesce(round.date, -2147483648) OR (later.key > round.key AND "
		"later.date IS NOT DISTINCT FROM round.date)) AND EXISTS (SELECT 1 FROM respondent "
		"JOIN answer ON answer.respondent = respondent.key "
		"WHERE respondent.assessment = later.key) ORDER BY later.date, later.key LIMIT 1",

	[FORMER_ALLIANCES] = "SELECT DISTINCT alliance FROM former JOIN assessment ON "
			     "assessment.key = assessment ORDER BY alliance",
	[FORMER_ROUNDS] = "SELECT key, coalesce(kind, 0), date FROM assessment WHERE alliance = ?1 "
			  "ORDER BY date, key",
	[FORMER_OF] = "SELECT assessment FROM former WHERE kind = ?1 AND key = ?2",
	[FORMER_CLEAR] = "DELETE FROM former",

	[SITTING_PUT] =
		"INSERT INTO sitting (respondent, item, field, draft, cursor, seconds, finished) "
		"VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7) ON CONFLICT (respondent) DO UPDATE SET "
		"(item, field, draft, cursor, seconds, finished) = (?2, ?3, ?4, ?5, ?6, ?7)",
	[SITTING_GET] = "SELECT item, field, draft, cursor, seconds, finished FROM sitting WHERE "
			"respondent = ?1",
	[SITTING_TYPED] =
		"UPDATE sitting SET (field, draft, cursor) = (0, NULL, 0) WHERE respondent = ?1",
	[DRAFT_PUT] = "INSERT INTO draft (screen, object, field, alliance, text, cursor, at) "
		      "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7) "
		      "ON CONFLICT (screen, object, field) DO UPDATE SET "
		      "(alliance, text, cursor, at) = (?4, ?5, ?6, ?7)",
	[DRAFT_LIST] = "SELECT field, text, cursor, at FROM draft "
		       "WHERE screen = ?1 AND object = ?2 ORDER BY at, field",
	[DRAFT_DROP] = "DELETE FROM draft WHERE screen = ?1 AND object = ?2 AND field = ?3",
	[DRAFT_CLEAR] = "DELETE FROM draft WHERE screen = ?1 AND object = ?2",
	[DRAFT_ERASE] = "DELETE FROM draft WHERE alliance = ?1",
	[DRAFT_CLASH] = "SELECT count(*) FROM draft AS one JOIN draft AS other "
			"USING (screen, field) WHERE one.object = ?1 AND other.object = ?2",
	[DRAFT_MOVE] = "UPDATE draft SET object = ?2 WHERE object = ?1",
	[HOLD_GET] = "SELECT pid, host, since FROM hold WHERE respondent = ?1",
	[HOLD_LIST] = "SELECT pid, host FROM hold",
	[HOLD_PUT] = "INSERT INTO hold (respondent, pid, host, since) VALUES (?1, ?2, ?3, ?4) "
		     "ON CONFLICT (respondent) DO UPDATE SET (pid, host, since) = (?2, ?3, ?4)",
	[HOLD_DELETE] = "DELETE FROM hold WHERE respondent = ?1 AND pid = ?2 AND host = ?3 "
			"AND since = ?4",
};
