/* SPDX-License-Identifier: MIT */
/*
 * Every SQL text of the program, by name. Bound by index, prepared on first use (query.c).
 */
#ifndef REKINDLE_STORE_STATEMENTS_H
#define REKINDLE_STORE_STATEMENTS_H

#include <rekindle/schema.h>

/*
 * The five of each kind, found as STATEMENT_LIST + kind and so on. A row is: key (respondent and
 * item of an answer), alliance or assessment it belongs to, id, extra, instrument of an
 * assessment, then the fields in the order of kind_info[]. The change log keeps rows in this order
 * too: new fields go to the end.
 */
enum statement {
	STATEMENT_LIST,                              /* rows of an alliance or assessment */
	STATEMENT_GET = STATEMENT_LIST + KIND_COUNT, /* by key */
	STATEMENT_PUT = STATEMENT_GET + KIND_COUNT,  /* insert or update a whole row */
	STATEMENT_DELETE = STATEMENT_PUT + KIND_COUNT,
	STATEMENT_FIND = STATEMENT_DELETE + KIND_COUNT, /* key by id; kinds with one */

	/* rows that refer to an object (reference.c) */
	REFER_PERSON_PARTY = STATEMENT_FIND + KIND_COUNT,
	REFER_RESPONDENT_PERSON,
	REFER_RESPONDENT_PARTY,
	REFER_ANSWER_RESPONDENT,
	REFER_ROUTE_PARTY,
	REFER_ROUTE_RESPONDENT,
	REFER_ACTUAL_KPI,
	REFER_PROCESS_PARTY,
	REFER_RISK_PARTY,
	REFER_INCIDENT_PARTY,
	REFER_CONTRIBUTION_PARTY,
	REFER_SUCCESS_PARTY,
	REFER_ACTION_OBJECTIVE,
	REFER_OWNER_ACTION,
	REFER_OWNER_OBJECTIVE,
	REFER_ACTION_OWNER_PERSON,
	REFER_OBJECTIVE_OWNER_PERSON,

	CHANGE_LAST,
	CHANGE_ADD,
	CHANGE_HEAD,  /* scope, target, back of a group */
	CHANGE_GROUP, /* entries from one on */
	CHANGE_OF_OBJECT,
	CHANGE_OF_KINDS, /* of an alliance; kinds as bits of their codes */
	HEAD_GET,
	HEAD_OF_SCOPE,
	HEAD_PUT,
	DELETED_ADD,
	DELETED_HEARD,
	DELETED_REMOVE,
	DELETED_LIST,

	INSTRUMENT_FIND,
	INSTRUMENT_OF, /* of an assessment */
	INSTRUMENT_ADD,
	INSTRUMENT_FILL, /* content of one stored without */
	ITEM_LIST,
	ITEM_ADD,

	PORTFOLIO,
	ALLIANCE_OF, /* an assessment */
	ROUND_COUNTS,
	ROUND_NEXT_PLANNED,
	ROUND_PLAN,  /* actions of the stored plan by day */
	SUMMARY_PUT, /* of one that was counted */
	SUMMARY_COUNTED,
	ROUNDS,     /* of an alliance, by date */
	FIND_BY_ID, /* assessments in a range of ids */
	FIND_NAMES,
	FIND_NEWEST, /* newest open assessment, else the newest */

	SITTING_PUT,
	SITTING_GET,
	HOLD_GET,
	HOLD_PUT,
	HOLD_DELETE,

	EDITION_LIST,
	EDITION_CLEAR,
	EDITION_PUT,

	STATEMENT_COUNT
};

extern const char *const statement_text[STATEMENT_COUNT];

#endif
