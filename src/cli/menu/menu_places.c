/* SPDX-License-Identifier: MIT */
/*
 * What there is: the places of an alliance and of the portfolio, what each deed asks.
 */
#include "menu.h"

#define ID MENU_ID

static bool open_alliance(struct menu *menu)
{
	return menu_enter(menu, menu->operand[1]);
}

static const struct vocabulary edition_words = { "edition", 2,
	(const char *const[]){ "internal", "joint" } };
static const struct vocabulary kind_words = { "kind", 3,
	(const char *const[]){ "assessment", "progress", "brief" } };
static const struct vocabulary body_words = { "body", 2,
	(const char *const[]){ "steering", "working" } };
static const struct vocabulary when_words = { "when", 2, (const char *const[]){ "now", "later" } };
static const struct vocabulary answer_words = { "answer", 2, (const char *const[]){ "yes", "no" } };

#define PERSON                                                                                     \
	{                                                                                          \
		.question = W_MENU_ASK_PERSON                                                      \
	}
#define RESPONDENT                                                                                 \
	{                                                                                          \
		.question = W_MENU_ASK_RESPONDENT, .option = "--respondent"                        \
	}
#define NUMBER                                                                                     \
	{                                                                                          \
		.question = W_MENU_ASK_NUMBER                                                      \
	}
#define PARTY                                                                                      \
	{                                                                                          \
		.question = W_MENU_ASK_PARTY, .option = "--party"                                  \
	}
#define ROLE                                                                                       \
	{                                                                                          \
		.question = W_LINE_ASK_ROLE, .option = "--role", .words = &vocabulary_role         \
	}
#define NOTE                                                                                       \
	{                                                                                          \
		.question = W_MENU_ASK_NOTE, .option = "--note", .may = true                       \
	}
#define EMPTIES(sentence, to)                                                                      \
	{                                                                                          \
		.question = sentence, .option = to, .may = true, .empties = true                   \
	}
#define DATE(sentence)                                                                             \
	{                                                                                          \
		.question = sentence, .option = "--date", .may = true                              \
	}
#define SURE                                                                                       \
	{                                                                                          \
		.question = W_MENU_ASK_SURE, .flag = "--force"                                     \
	}
#define EDITION                                                                                    \
	{                                                                                          \
		.question = W_MENU_ASK_EDITION, .option = "--edition", .words = &edition_words,    \
		.may = true                                                                        \
	}
#define FILE_NAME                                                                                  \
	{                                                                                          \
		.question = W_MENU_ASK_FILE, .option = "--output", .may = true                     \
	}

#define BODY                                                                                       \
	{                                                                                          \
		.question = W_MENU_ASK_BODY, .option = "--body", .words = &body_words              \
	}
#define MEETING                                                                                    \
	{                                                                                          \
		.question = W_MENU_ASK_MEETING                                                     \
	}
#define ROW                                                                                        \
	{                                                                                          \
		.question = W_MENU_ASK_ROW                                                         \
	}
/* At most one of them is answered. */
#define FILED                                                                                      \
	{ .question = W_MENU_ASK_TO_ACTION, .option = "--action", .may = true },                   \
		{ .question = W_MENU_ASK_TO_OBJECTIVE, .option = "--objective", .may = true },     \
	{                                                                                          \
		.question = W_MENU_ASK_TO_RISK, .option = "--risk", .may = true                    \
	}

static const struct menu_deed overview[] = {
	{ .name = W_MENU_SHOW, .words = { "show", ID } },
	{ .name = W_MENU_SEARCH,
		.words = { "search" },
		.asks = { { .question = W_MENU_ASK_WORDS } } },
	{ 0 },
};

static const struct menu_deed people[] = {
	{ .name = W_MENU_PEOPLE, .words = { "people", ID } },
	{ .name = W_MENU_PEOPLE_ADD,
		.words = { "people", ID, "add" },
		.asks = { PARTY, ROLE,
			{ .question = W_LINE_ASK_NAME, .option = "--name", .may = true } } },
	{ .name = W_MENU_PEOPLE_SET,
		.words = { "people", ID, "set" },
		.asks = { PERSON,
			{ .question = W_MENU_ASK_INTERVIEWEE,
				.option = "--interviewee",
				.words = &answer_words } } },
	{ .name = W_MENU_PEOPLE_CORRECT,
		.words = { "people", ID, "set" },
		.asks = { PERSON,
			{ .question = W_MENU_ASK_NEW_ROLE,
				.option = "--role",
				.words = &vocabulary_role,
				.may = true },
			{ .question = W_MENU_ASK_NEW_PARTY, .option = "--party", .may = true },
			DATE(W_MENU_ASK_PLANNED) } },
	{ .name = W_MENU_PEOPLE_CARD,
		.words = { "people", ID, "set" },
		.asks = { PERSON,
			{ .question = W_MENU_ASK_ATTRIBUTION,
				.option = "--attribution",
				.words = &vocabulary_attribution,
				.may = true },
			{ .question = W_MENU_ASK_MINUTES, .option = "--minutes", .may = true },
			{ .question = W_MENU_ASK_HEARD, .option = "--heard", .may = true },
			{ .question = W_MENU_ASK_CONSENT,
				.option = "--consent",
				.words = &answer_words,
				.may = true } } },
	{ .name = W_MENU_PEOPLE_RENAME,
		.words = { "people", ID, "rename" },
		.asks = { PERSON, { .question = W_MENU_ASK_NAME, .option = "--name" } } },
	{ .name = W_MENU_PEOPLE_MERGE,
		.words = { "people", ID, "merge" },
		.asks = { PERSON, { .question = W_MENU_ASK_INTO } } },
	{ .name = W_MENU_PEOPLE_REMOVE,
		.words = { "people", ID, "remove" },
		.asks = { PERSON, SURE } },
	{ 0 },
};

static const struct menu_deed interviews[] = {
	{ .name = W_MENU_INTERVIEW, .words = { "interview", ID } },
	{ .name = W_MENU_CHECK, .words = { "check", MENU_ALLIANCE } },
	{ .name = W_MENU_ANSWER_SHOW,
		.words = { "answer", ID },
		.asks = { RESPONDENT, { .question = W_MENU_ASK_ITEM } } },
	{ .name = W_MENU_ANSWER,
		.words = { "answer", ID },
		.asks = { RESPONDENT, { .question = W_MENU_ASK_ITEM },
			{ .question = W_MENU_ASK_VALUE, .may = true },
			{ .question = W_MENU_ASK_COMMENT, .option = "--comment", .may = true },
			{ .question = W_MENU_ASK_QUOTE, .option = "--quote", .may = true },
			{ .question = W_MENU_ASK_EVIDENCE,
				.option = "--evidence",
				.may = true } } },
	{ 0 },
};

static const struct menu_deed audit[] = {
	{ .name = W_MENU_AUDIT_SHOW, .words = { "audit", ID }, .own = menu_audit_show },
	{ .name = W_MENU_AUDIT_ADD, .words = { "audit", ID }, .own = menu_audit_add },
	{ .name = W_MENU_AUDIT_SET, .words = { "audit", ID }, .own = menu_audit_set },
	{ .name = W_MENU_AUDIT_DROP, .words = { "audit", ID }, .own = menu_audit_drop },
	{ .name = W_MENU_AUDIT_MOVE,
		.words = { "audit", ID, "process", "move" },
		.asks = { { .question = W_MENU_ASK_STEP }, { .question = W_MENU_ASK_PLACE } } },
	{ .name = W_MENU_AUDIT_CONFIRM, .words = { "audit", ID, "all", "confirm" } },
	{ 0 },
};

static const struct menu_deed diagnosis[] = {
	{ .name = W_MENU_DIAGNOSE, .words = { "diagnose", ID } },
	{ .name = W_MENU_PREVIEW, .words = { "preview", ID } },
	{ .name = W_MENU_REPORT,
		.words = { "report", ID },
		.asks = { { .question = W_MENU_ASK_KIND,
				  .option = "--kind",
				  .words = &kind_words,
				  .may = true },
			EDITION, FILE_NAME } },
	{ .name = W_MENU_QUOTES, .words = { "quotes", ID } },
	{ .name = W_MENU_QUOTES_CONFIRM, .words = { "quotes", ID, "confirm" }, .asks = { NUMBER } },
	{ .name = W_MENU_QUOTES_HOLD, .words = { "quotes", ID, "hold" }, .asks = { NUMBER } },
	{ 0 },
};

static const struct menu_deed plan[] = {
	{ .name = W_MENU_PLAN, .words = { "plan", ID } },
	{ .name = W_MENU_PLAN_SAVE,
		.words = { "plan", ID },
		.asks = { { .question = W_MENU_ASK_START, .option = "--start", .may = true },
			{ .question = W_MENU_ASK_SAVE, .flag = "--save" } } },
	{ .name = W_MENU_PLAN_REDRAW,
		.words = { "plan", ID },
		.asks = { { .question = W_MENU_ASK_SAVE, .flag = "--save" } },
		.with = "--redraw" },
	{ .name = W_MENU_PLAN_SHIFT,
		.words = { "plan", ID },
		.asks = { { .question = W_MENU_ASK_SHIFT, .option = "--shift" },
			{ .question = W_MENU_ASK_SAVE, .flag = "--save" } } },
	{ .name = W_MENU_ACTION, .words = { "action", ID }, .asks = { NUMBER } },
	{ .name = W_MENU_ACTION_DONE,
		.words = { "action", ID },
		.asks = { NUMBER, { .question = W_MENU_ASK_DONE, .option = "--done" }, NOTE } },
	{ .name = W_MENU_ACTION_SET,
		.words = { "action", ID },
		.asks = { NUMBER,
			{ .question = W_MENU_ASK_STATUS,
				.option = "--status",
				.words = &vocabulary_status,
				.may = true },
			{ .question = W_MENU_ASK_REASON, .option = "--reason", .may = true },
			{ .question = W_MENU_ASK_START_DAY, .option = "--start", .may = true },
			{ .question = W_MENU_ASK_DUE, .option = "--due", .may = true },
			{ .question = W_MENU_ASK_EVERY, .option = "--every", .may = true },
			{ .question = W_MENU_ASK_OWNER,
				.option = "--owner",
				.may = true,
				.again = true },
			NOTE } },
	{ .name = W_MENU_ACTION_WORDS,
		.words = { "action", ID },
		.asks = { NUMBER, EMPTIES(W_MENU_ASK_ACTION_TITLE, "--title"),
			EMPTIES(W_MENU_ASK_WHAT, "--what"),
			EMPTIES(W_MENU_ASK_DONE_WHEN, "--done-when"),
			EMPTIES(W_MENU_ASK_RESOURCES, "--resources") } },
	{ .name = W_MENU_ACTION_ENDS,
		.words = { "action", ID },
		.asks = { NUMBER, EMPTIES(W_MENU_ASK_EFFORT, "--effort"),
			EMPTIES(W_MENU_ASK_OBJECTIVE, "--objective"),
			EMPTIES(W_MENU_ASK_KPI, "--kpi"),
			{ .question = W_MENU_ASK_QUICK_WIN,
				.option = "--quick-win",
				.words = &answer_words,
				.may = true },
			{ .question = W_MENU_ASK_WHEN,
				.option = "--when",
				.words = &when_words,
				.may = true } } },
	{ .name = W_MENU_ACTION_ADD,
		.words = { "action", ID, "add" },
		.asks = { { .question = W_MENU_ASK_NEW_TITLE, .option = "--title" },
			{ .question = W_MENU_ASK_NEW_STEP, .option = "--step" },
			{ .question = W_MENU_ASK_NEW_START, .option = "--start", .may = true },
			{ .question = W_MENU_ASK_NEW_DUE, .option = "--due", .may = true } } },
	{ .name = W_MENU_ACTION_DROP,
		.words = { "action", ID, "drop" },
		.asks = { NUMBER,
			{ .question = W_MENU_ASK_DROPPED, .option = "--reason", .may = true } } },
	{ 0 },
};

static const struct menu_deed gates[] = {
	{ .name = W_MENU_GATES, .words = { "gate", ID } },
	{ .name = W_MENU_GATE,
		.words = { "gate", ID },
		.asks = { { .question = W_MENU_ASK_GATE },
			{ .question = W_MENU_ASK_OUTCOME,
				.option = "--outcome",
				.words = &vocabulary_outcome },
			DATE(W_MENU_ASK_DECIDED), NOTE } },
	{ .name = W_MENU_GATE_BACK,
		.words = { "gate", ID },
		.asks = { { .question = W_MENU_ASK_GATE } },
		.with = "--outcome=none" },
	{ 0 },
};

static const struct menu_deed meetings[] = {
	{ .name = W_MENU_MEETINGS, .words = { "meeting", ID } },
	{ .name = W_MENU_AGENDA,
		.words = { "meeting", ID, "agenda" },
		.asks = { BODY, DATE(W_MENU_ASK_MEETING_DAY) } },
	{ .name = W_MENU_MINUTES,
		.words = { "meeting", ID, "add" },
		.asks = { BODY, DATE(W_MENU_ASK_MEETING_DAY),
			{ .question = W_MENU_ASK_DECISION, .option = "--decision", .again = true },
			{ .question = W_MENU_ASK_NOTES, .option = "--note", .again = true } } },
	{ .name = W_MENU_DECISION_FILE,
		.words = { "meeting", ID, "add" },
		.asks = { BODY, DATE(W_MENU_ASK_MEETING_DAY), FILED,
			{ .question = W_MENU_ASK_DECIDED_WHAT, .option = "--decision" } } },
	{ .name = W_MENU_MINUTE_FILE,
		.words = { "meeting", ID, "add" },
		.asks = { BODY, DATE(W_MENU_ASK_MEETING_DAY), FILED,
			{ .question = W_MENU_ASK_NOTE_TEXT, .option = "--note" } } },
	{ .name = W_MENU_MINUTE_WORDS,
		.words = { "meeting", ID, "set" },
		.asks = { MEETING, ROW, { .question = W_MENU_ASK_ROW_WORDS } } },
	{ .name = W_MENU_MINUTE_MOVE,
		.words = { "meeting", ID, "move" },
		.asks = { MEETING, ROW, { .question = W_MENU_ASK_PLACE } } },
	{ .name = W_MENU_MINUTE_FILE_LATER,
		.words = { "meeting", ID, "file" },
		.asks = { MEETING, ROW, FILED } },
	{ .name = W_MENU_MINUTE_DROP,
		.words = { "meeting", ID, "drop" },
		.asks = { MEETING, ROW } },
	{ .name = W_MENU_MEETING_DAY,
		.words = { "meeting", ID, "set" },
		.asks = { MEETING, { .question = W_MENU_ASK_HELD, .option = "--date" } } },
	{ .name = W_MENU_MEETING_DROP, .words = { "meeting", ID, "drop" }, .asks = { MEETING } },
	{ 0 },
};

static const struct menu_deed notes[] = {
	{ .name = W_MENU_NOTES, .words = { "note", ID } },
	{ .name = W_MENU_NOTE_ADD,
		.words = { "note", ID, "add" },
		.asks = { { .question = W_MENU_ASK_NOTE_TEXT } } },
	{ .name = W_MENU_NOTE_FILE,
		.words = { "note", ID, "file" },
		.asks = { { .question = W_MENU_ASK_NOTE_NUMBER },
			{ .question = W_MENU_ASK_NOTE_TO, .option = "--to" } } },
	{ .name = W_MENU_NOTE_DROP,
		.words = { "note", ID, "drop" },
		.asks = { { .question = W_MENU_ASK_NOTE_NUMBER } } },
	{ .name = W_MENU_SEARCH,
		.words = { "search" },
		.asks = { { .question = W_MENU_ASK_WORDS } } },
	{ 0 },
};

static const struct menu_deed rounds[] = {
	{ .name = W_MENU_TREND, .words = { "trend", ID } },
	{ .name = W_MENU_COMPARE,
		.words = { "compare" },
		.asks = { { .question = W_MENU_ASK_FROM }, { .question = W_MENU_ASK_TO } } },
	{ .name = W_MENU_ROUND,
		.words = { "round", ID },
		.asks = { { .question = W_MENU_ASK_TITLE, .option = "--title", .may = true },
			DATE(W_MENU_ASK_ROUND_DAY) },
		.moves = true },
	{ .name = W_MENU_PULSE,
		.words = { "round", ID },
		.asks = { { .question = W_MENU_ASK_TITLE, .option = "--title", .may = true },
			DATE(W_MENU_ASK_ROUND_DAY) },
		.with = "--pulse" },
	{ .name = W_MENU_SEAL, .words = { "seal", ID } },
	{ .name = W_MENU_UNSEAL, .words = { "seal", ID }, .with = "--open" },
	{ 0 },
};

const struct menu_place menu_home[] = {
	{ W_MENU_AT_OVERVIEW, overview },
	{ W_MENU_AT_PEOPLE, people },
	{ W_MENU_AT_INTERVIEWS, interviews },
	{ W_MENU_AT_AUDIT, audit },
	{ W_MENU_AT_DIAGNOSIS, diagnosis },
	{ W_MENU_AT_PLAN, plan },
	{ W_MENU_AT_GATES, gates },
	{ W_MENU_AT_MEETINGS, meetings },
	{ W_MENU_AT_ROUNDS, rounds },
	{ W_MENU_AT_NOTES, notes },
	{ 0 },
};

static const struct menu_deed alliances[] = {
	{ .name = W_MENU_LIST,
		.words = { "list" },
		.asks = { { .question = W_MENU_ASK_FILTER, .option = "--filter", .may = true } } },
	{ .name = W_MENU_OPEN,
		.words = { "open" },
		.asks = { { .question = W_MENU_ASK_ALLIANCE } },
		.own = open_alliance },
	{ .name = W_MENU_NEW,
		.words = { "new" },
		.asks = { { .question = W_MENU_ASK_ALLIANCE_NAME, .option = "--name" },
			{ .question = W_MENU_ASK_OURS, .option = "--party" },
			{ .question = W_MENU_ASK_THEIRS, .option = "--party" },
			{ .question = W_MENU_ASK_MORE, .option = "--party", .again = true } } },
	{ .name = W_MENU_SEARCH,
		.words = { "search" },
		.asks = { { .question = W_MENU_ASK_WORDS } } },
	{ 0 },
};

static const struct menu_deed files[] = {
	{ .name = W_MENU_IMPORT,
		.words = { "import" },
		.asks = { { .question = W_MENU_ASK_IMPORT } } },
	{ .name = W_MENU_BIN, .words = { "list" }, .with = "--deleted" },
	{ .name = W_MENU_UNDELETE,
		.words = { "undelete" },
		.asks = { { .question = W_MENU_ASK_BINNED } } },
	{ .name = W_MENU_DELETE,
		.words = { "delete" },
		.asks = { { .question = W_MENU_ASK_ALLIANCE },
			{ .question = W_MENU_ASK_DELETE, .flag = "--force" } } },
	{ .name = W_MENU_BACKUP,
		.words = { "backup" },
		.asks = { { .question = W_MENU_ASK_BACKUP } } },
	{ .name = W_MENU_DOCTOR, .words = { "doctor" } },
	{ 0 },
};

const struct menu_place menu_portfolio[] = {
	{ W_MENU_AT_ALLIANCES, alliances },
	{ W_MENU_AT_FILES, files },
	{ 0 },
};
