/* SPDX-License-Identifier: MIT */
/*
 * Every SQL text of the program (and the steps of data/schema). The columns of a kind are written
 * once.
 */
#include "statements.h"

/* Parameters after the key. */
#define V2 "?2"
#define V3 V2 ", ?3"
#define V4 V3 ", ?4"
#define V5 V4 ", ?5"
#define V6 V5 ", ?6"
#define V7 V6 ", ?7"
#define V8 V7 ", ?8"
#define V9 V8 ", ?9"
#define V10 V9 ", ?10"
#define V11 V10 ", ?11"
#define V12 V11 ", ?12"
#define V13 V12 ", ?13"
#define V14 V13 ", ?14"
#define V15 V14 ", ?15"
#define V16 V15 ", ?16"
#define V17 V16 ", ?17"
#define V18 V17 ", ?18"
#define V19 V18 ", ?19"
#define V20 V19 ", ?20"
#define V21 V20 ", ?21"
#define V22 V21 ", ?22"
#define V23 V22 ", ?23"
#define V24 V23 ", ?24"
#define V25 V24 ", ?25"
#define V26 V25 ", ?26"
#define V27 V26 ", ?27"
#define V28 V27 ", ?28"
#define V29 V28 ", ?29"
#define V30 V29 ", ?30"
#define V31 V30 ", ?31"
#define V32 V31 ", ?32"
#define V33 V32 ", ?33"

#define ALLIANCE                                                                                   \
	"id, extra, name, started, type, ambitions, contract_ends, notice_days, amendable, "       \
	"exit_terms, breach, litigation, charter, charter_steering, charter_steering_members, "    \
	"charter_working_group, charter_working_group_members, charter_project_teams, "            \
	"charter_project_teams_members, charter_channels, charter_response_times, "                \
	"charter_level_1, charter_hours_1, charter_level_2, charter_hours_2, charter_level_3, "    \
	"charter_hours_3, charter_decision_rights, charter_disputes, charter_reports, "            \
	"charter_agreed"
#define PARTY "alliance, id, extra, name, label, ours, size_class, has_sponsor, stance, escalated"
#define PERSON "alliance, id, extra, party, role, name, planned"
#define ASSESSMENT                                                                                 \
	"alliance, id, extra, instrument, kind, title, date, sealed, "                             \
	"objectives_agreed, plan_start, plan_track, plan_horizon, workshop, relevant, "            \
	"opportunities, "                                                                          \
	"challenges"
#define RESPONDENT                                                                                 \
	"assessment, id, extra, person, party, role, name, attribution, date, consent, minutes"
#define ANSWER "extra, state, value, changed, flag, text, reason, comment, quote, evidence"
#define ROUTE                                                                                      \
	"assessment, extra, party, respondent, own_resources, tradability, closeness, integration"
#define OBJECTIVE "assessment, id, extra, text, measure, baseline, target, due, result, why"
#define KPI                                                                                        \
	"assessment, id, extra, category, name, unit, direction, start, baseline, target, due, "   \
	"agreed_by"
#define ACTUAL "extra, kpi, date, value"
#define PROCESS "assessment, id, extra, step, party, problem, note"
#define CHECKLIST "assessment, extra, row, value"
#define RISK "assessment, id, extra, text, party, likelihood, effect, response, owner"
#define INCIDENT "assessment, id, extra, date, party, what, consequence, repaired"
#define CONTRIBUTION "assessment, extra, party, brings, would_lose"
#define NOTE "assessment, id, extra, at, text, filed"
#define MILESTONE "assessment, id, extra, text, due, reached, note"
#define JOINT_OBJECTIVE "assessment, id, extra, text, measure, baseline, target, due, note"
#define PLAN_ACTION                                                                                \
	"assessment, id, extra, library, step, title, what, done_when, resources, effort_days, "   \
	"kpi, retest, required, quick_win, start, due, dated, active, moved, status, reason, "     \
	"closed, note, objective, findings, stale"
#define ACTION_OWNER "extra, action, person"
#define OBJECTIVE_OWNER "extra, objective, person"
#define SUCCESS "assessment, extra, party, text"
#define AMENDMENT "assessment, id, extra, text, because, settled"
#define COUNTED                                                                                    \
	"counted, parties, heard, planned, next_planned, plan_start, plan_step, plan_size, "       \
	"plan_due"
/* A start that is DATE_NONE is no start. */
#define COUNTED_VALUES V6 ", nullif(?7, -2147483648), ?8, ?9, ?10"
#define GATE "assessment, extra, number, outcome, date, note"

#define ROWS(table, columns, condition)                                                            \
	"SELECT key, " columns " FROM " table " WHERE " condition " ORDER BY key"
#define KEYED(kind, table, columns, values)                                                        \
	[STATEMENT_GET + kind] = "SELECT key, " columns " FROM " table " WHERE key = ?1",          \
			 [STATEMENT_PUT + kind] =                                                  \
				 "INSERT INTO " table " (key, " columns ") VALUES (?1, " values    \
				 ") "                                                              \
				 "ON CONFLICT (key) DO UPDATE SET (" columns ") = (" values ")",   \
			 [STATEMENT_DELETE + kind] = "DELETE FROM " table " WHERE key = ?1"
#define OWNED(kind, table, owner, columns, values)                                                 \
	[STATEMENT_LIST + kind] = ROWS(table, columns, owner " = ?1"),                             \
			  KEYED(kind, table, columns, values)
#define IDENTIFIED(kind, table) [STATEMENT_FIND + kind] = "SELECT key FROM " table " WHERE id = ?1"

const char *const statement_text[STATEMENT_COUNT] = {
	[STATEMENT_LIST + KIND_ALLIANCE] = "SELECT key, " ALLIANCE " FROM alliance WHERE key = ?1",
	KEYED(KIND_ALLIANCE, "alliance", ALLIANCE, V32),
	IDENTIFIED(KIND_ALLIANCE, "alliance"),
	OWNED(KIND_PARTY, "party", "alliance", PARTY, V11),
	IDENTIFIED(KIND_PARTY, "party"),
	OWNED(KIND_PERSON, "person", "alliance", PERSON, V8),
	IDENTIFIED(KIND_PERSON, "person"),
	OWNED(KIND_ASSESSMENT, "assessment", "alliance", ASSESSMENT, V17),
	IDENTIFIED(KIND_ASSESSMENT, "assessment"),
	OWNED(KIND_RESPONDENT, "respondent", "assessment", RESPONDENT, V12),
	IDENTIFIED(KIND_RESPONDENT, "respondent"),
	[STATEMENT_LIST + KIND_ANSWER] =
		"SELECT respondent, item, answer.extra, state, value, changed, flag, text, reason, "
		"comment, quote, evidence FROM respondent CROSS JOIN answer ON respondent = key "
		"WHERE assessment = ?1 ORDER BY key, item",
	[STATEMENT_GET + KIND_ANSWER] = "SELECT respondent, item, " ANSWER
					" FROM answer WHERE respondent = ?1 AND item = ?2",
	[STATEMENT_PUT + KIND_ANSWER] =
		"INSERT INTO answer (respondent, item, " ANSWER ") VALUES (?1, " V12 ") "
		"ON CONFLICT (respondent, item) DO UPDATE SET (" ANSWER ") = "
		"(?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)",
	[STATEMENT_DELETE + KIND_ANSWER] = "DELETE FROM answer WHERE respondent = ?1 AND item = ?2",
	OWNED(KIND_ROUTE, "route", "assessment", ROUTE, V9),
	OWNED(KIND_OBJECTIVE, "objective", "assessment", OBJECTIVE, V11),
	IDENTIFIED(KIND_OBJECTIVE, "objective"),
	OWNED(KIND_KPI, "kpi", "assessment", KPI, V13),
	IDENTIFIED(KIND_KPI, "kpi"),
	[STATEMENT_LIST + KIND_ACTUAL] =
		"SELECT actual.key, actual.extra, kpi, actual.date, value FROM kpi CROSS JOIN "
		"actual ON actual.kpi = kpi.key WHERE assessment = ?1 ORDER BY actual.key",
	KEYED(KIND_ACTUAL, "actual", ACTUAL, V5),
	OWNED(KIND_PROCESS, "process", "assessment", PROCESS, V8),
	IDENTIFIED(KIND_PROCESS, "process"),
	OWNED(KIND_CHECKLIST, "checklist", "assessment", CHECKLIST, V5),
	OWNED(KIND_RISK, "risk", "assessment", RISK, V10),
	IDENTIFIED(KIND_RISK, "risk"),
	OWNED(KIND_INCIDENT, "incident", "assessment", INCIDENT, V9),
	IDENTIFIED(KIND_INCIDENT, "incident"),
	OWNED(KIND_CONTRIBUTION, "contribution", "assessment", CONTRIBUTION, V6),
	OWNED(KIND_NOTE, "note", "assessment", NOTE, V7),
	IDENTIFIED(KIND_NOTE, "note"),
	OWNED(KIND_MILESTONE, "milestone", "assessment", MILESTONE, V8),
	IDENTIFIED(KIND_MILESTONE, "milestone"),
	OWNED(KIND_JOINT_OBJECTIVE, "joint_objective", "assessment", JOINT_OBJECTIVE, V10),
	IDENTIFIED(KIND_JOINT_OBJECTIVE, "joint_objective"),
	OWNED(KIND_PLAN_ACTION, "plan_action", "assessment", PLAN_ACTION, V27),
	IDENTIFIED(KIND_PLAN_ACTION, "plan_action"),
	[STATEMENT_LIST + KIND_ACTION_OWNER] =
		"SELECT action_owner.key, action_owner.extra, action, person FROM plan_action "
		"CROSS JOIN action_owner ON action = plan_action.key WHERE assessment = ?1 "
		"ORDER BY action_owner.key",
	KEYED(KIND_ACTION_OWNER, "action_owner", ACTION_OWNER, V4),
	[STATEMENT_LIST + KIND_OBJECTIVE_OWNER] =
		"SELECT objective_owner.key, objective_owner.extra, objective, person "
		"FROM joint_objective CROSS JOIN objective_owner ON objective = "
		"joint_objective.key "
		"WHERE assessment = ?1 ORDER BY objective_owner.key",
	KEYED(KIND_OBJECTIVE_OWNER, "objective_owner", OBJECTIVE_OWNER, V4),
	OWNED(KIND_SUCCESS, "success", "assessment", SUCCESS, V5),
	OWNED(KIND_GATE, "gate_decision", "assessment", GATE, V7),
	OWNED(KIND_AMENDMENT, "amendment", "assessment", AMENDMENT, V7),
	IDENTIFIED(KIND_AMENDMENT, "amendment"),

	[REFER_PERSON_PARTY] = ROWS("person", PERSON, "party = ?1"),
	[REFER_RESPONDENT_PERSON] = ROWS("respondent", RESPONDENT, "person = ?1"),
	[REFER_RESPONDENT_PARTY] = ROWS("respondent", RESPONDENT, "party = ?1"),
	[REFER_ANSWER_RESPONDENT] = "SELECT respondent, item, " ANSWER
				    " FROM answer WHERE respondent = ?1 ORDER BY item",
	[REFER_ROUTE_PARTY] = ROWS("route", ROUTE, "party = ?1"),
	[REFER_ROUTE_RESPONDENT] = ROWS("route", ROUTE, "respondent = ?1"),
	[REFER_ACTUAL_KPI] = ROWS("actual", ACTUAL, "kpi = ?1"),
	[REFER_PROCESS_PARTY] = ROWS("process", PROCESS, "party = ?1"),
	[REFER_RISK_PARTY] = ROWS("risk", RISK, "party = ?1"),
	[REFER_INCIDENT_PARTY] = ROWS("incident", INCIDENT, "party = ?1"),
	[REFER_CONTRIBUTION_PARTY] = ROWS("contribution", CONTRIBUTION, "party = ?1"),
	[REFER_SUCCESS_PARTY] = ROWS("success", SUCCESS, "party = ?1"),
	[REFER_ACTION_OBJECTIVE] = ROWS("plan_action", PLAN_ACTION, "objective = ?1"),
	[REFER_OWNER_ACTION] = ROWS("action_owner", ACTION_OWNER, "action = ?1"),
	[REFER_OWNER_OBJECTIVE] = ROWS("objective_owner", OBJECTIVE_OWNER, "objective = ?1"),
	[REFER_ACTION_OWNER_PERSON] = ROWS("action_owner", ACTION_OWNER, "person = ?1"),
	[REFER_OBJECTIVE_OWNER_PERSON] = ROWS("objective_owner", OBJECTIVE_OWNER, "person = ?1"),

	[CHANGE_LAST] = "SELECT coalesce(max(seq), 0) FROM change",
	[CHANGE_ADD] = "INSERT INTO change (seq, at, scope, back, kind, key, item, old, new, "
		       "target, what) "
		       "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)",
	[CHANGE_HEAD] = "SELECT target, back FROM change WHERE seq = ?1",
	[CHANGE_GROUP] = "SELECT at, kind, key, item, old, new, what FROM change WHERE seq >= ?1 "
			 "ORDER BY seq",
	[CHANGE_OF_OBJECT] = "SELECT seq FROM change WHERE kind = ?1 AND key = ?2 "
			     "ORDER BY seq DESC LIMIT 1",
	/* groups without a scope are not chained: of those the newest stands for all of them */
	[CHANGE_OF_KINDS] =
		"WITH RECURSIVE chain (scope, first) AS ("
		"SELECT scope, change FROM head WHERE alliance = ?1 "
		"UNION ALL SELECT chain.scope, first - back FROM chain JOIN change ON seq = first "
		"WHERE back IS NOT NULL) "
		"SELECT max(first) FROM chain WHERE scope = 0 OR EXISTS ("
		"SELECT 1 FROM change WHERE seq >= first AND seq < coalesce("
		"(SELECT seq FROM change WHERE seq > first AND at IS NOT NULL ORDER BY seq LIMIT "
		"1), "
		"first + 1000000000) AND (?2 >> kind) & 1)",
	[HEAD_GET] = "SELECT change FROM head WHERE scope = ?1 AND alliance = ?2",
	[HEAD_OF_SCOPE] = "SELECT alliance, change FROM head WHERE scope = ?1",
	[HEAD_PUT] = "INSERT INTO head (scope, alliance, change) VALUES (?1, ?2, ?3) "
		     "ON CONFLICT (scope, alliance) DO UPDATE SET change = ?3",
	[DELETED_ADD] = "INSERT INTO deleted (id, alliance, at) VALUES (?1, ?2, ?3) "
			"ON CONFLICT (id) DO UPDATE SET (alliance, at) = (?2, ?3)",
	[DELETED_HEARD] = "INSERT INTO deleted (id, alliance, at) VALUES (?1, ?2, ?3) "
			  "ON CONFLICT (id) DO UPDATE SET at = min(at, ?3)",
	[DELETED_REMOVE] = "DELETE FROM deleted WHERE id = ?1",
	[DELETED_LIST] = "SELECT id, at FROM deleted WHERE alliance = ?1 ORDER BY at, id",

	[INSTRUMENT_FIND] = "SELECT key, content FROM instrument WHERE id = ?1 AND version = ?2",
	[INSTRUMENT_OF] = "SELECT instrument.id, version, content FROM assessment JOIN instrument "
			  "ON instrument.key = instrument WHERE assessment.key = ?1",
	[INSTRUMENT_ADD] = "INSERT INTO instrument (id, version, content) VALUES (?1, ?2, ?3)",
	[INSTRUMENT_FILL] = "UPDATE instrument SET content = ?2 WHERE key = ?1",
	[ITEM_LIST] = "SELECT key, id FROM item WHERE instrument = ?1 ORDER BY key",
	[ITEM_ADD] = "INSERT INTO item (instrument, id) VALUES (?1, ?2)",

	[PORTFOLIO] =
		"SELECT alliance.key, assessment.key, alliance.id, assessment.id, name, title, "
		"kind, date, "
		"sealed, max(coalesce(own.change, 0), coalesce(every.change, 0)), summary.change, "
		"health, "
		"primary_cause, grade, counted, parties, heard, planned, next_planned, "
		"summary.plan_start, plan_track, plan_step, plan_size, plan_due "
		"FROM alliance LEFT JOIN assessment ON assessment.alliance = alliance.key "
		"LEFT JOIN head AS own ON own.scope = assessment.key AND own.alliance = "
		"alliance.key "
		"LEFT JOIN head AS every ON every.scope = 0 AND every.alliance = alliance.key "
		"LEFT JOIN summary ON summary.assessment = assessment.key "
		"ORDER BY name COLLATE NOCASE, alliance.key, date, assessment.key",
	[ALLIANCE_OF] = "SELECT alliance FROM assessment WHERE key = ?1",
	/* An answered rated item is the only answer whose value is an integer. */
	[ROUND_COUNTS] =
		"SELECT (SELECT count(*) FROM party WHERE alliance = ?1), "
		"(SELECT count(*) FROM respondent WHERE assessment = ?2 AND EXISTS (SELECT 1 FROM "
		"answer "
		"WHERE respondent = respondent.key AND state = 0 AND typeof(value) = 'integer')), "
		"(SELECT count(*) FROM person WHERE alliance = ?1) + "
		"(SELECT count(*) FROM respondent WHERE assessment = ?2 AND person IS NULL)",
	[ROUND_NEXT_PLANNED] =
		"SELECT min(planned) FROM person WHERE alliance = ?1 AND planned IS NOT NULL AND "
		"NOT EXISTS "
		"(SELECT 1 FROM respondent CROSS JOIN answer ON answer.respondent = respondent.key "
		"WHERE person = person.key AND assessment = ?2 AND state = 0 AND typeof(value) = "
		"'integer')",
	[ROUND_PLAN] =
		"SELECT library, step, plan_action.title, start, due, active, status, plan_start, "
		"plan_track FROM plan_action JOIN assessment ON assessment.key = assessment "
		"WHERE assessment = ?1 ORDER BY due, plan_action.key",
	[SUMMARY_PUT] =
		"UPDATE summary SET (change, health, primary_cause, grade) = (?2, ?3, ?4, ?5) "
		"WHERE assessment = ?1",
	[SUMMARY_COUNTED] =
		"INSERT INTO summary (assessment, " COUNTED ") VALUES (?1, " COUNTED_VALUES ") "
		"ON CONFLICT (assessment) DO UPDATE SET (" COUNTED ") = (" COUNTED_VALUES ")",
	[ROUNDS] = "SELECT key FROM assessment WHERE alliance = ?1 ORDER BY date, key",
	[FIND_BY_ID] =
		"SELECT assessment.key, assessment.id, name, title FROM assessment JOIN alliance "
		"ON alliance.key = alliance WHERE assessment.id BETWEEN ?1 AND ?2 ORDER BY "
		"assessment.id",
	[FIND_NAMES] = "SELECT key, name FROM alliance ORDER BY name COLLATE NOCASE, key",
	[FIND_NEWEST] = "SELECT key, id, title FROM assessment WHERE alliance = ?1 "
			"ORDER BY sealed IS NOT NULL, date DESC, key DESC LIMIT 1",

	[SITTING_PUT] =
		"INSERT INTO sitting (respondent, item, field, draft, cursor, seconds, finished) "
		"VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7) ON CONFLICT (respondent) DO UPDATE SET "
		"(item, field, draft, cursor, seconds, finished) = (?2, ?3, ?4, ?5, ?6, ?7)",
	[SITTING_GET] = "SELECT item, field, draft, cursor, seconds, finished FROM sitting WHERE "
			"respondent = ?1",
	[HOLD_GET] = "SELECT pid, host, since FROM hold WHERE respondent = ?1",
	[HOLD_PUT] = "INSERT INTO hold (respondent, pid, host, since) VALUES (?1, ?2, ?3, ?4) "
		     "ON CONFLICT (respondent) DO UPDATE SET (pid, host, since) = (?2, ?3, ?4)",
	[EDITION_LIST] = "SELECT respondent, digest, at FROM edition WHERE assessment = ?1",
	[EDITION_CLEAR] = "DELETE FROM edition WHERE assessment = ?1",
	[EDITION_PUT] = "INSERT INTO edition (assessment, respondent, digest, at) "
			"VALUES (?1, ?2, ?3, ?4)",
	[HOLD_DELETE] = "DELETE FROM hold WHERE respondent = ?1 AND pid = ?2 AND host = ?3",
};
