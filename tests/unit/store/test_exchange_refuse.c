/* SPDX-License-Identifier: MIT */
/*
 * Documents that are refused: each with line, column and path of the fault.
 */
#include "exchange_help.h"

Suite *exchange_refuse_suite(void);

/* @ stands before the value at fault and is taken out. */
#define FIRST(member) "{'alliance': {'id': 'x', 'name': 'P',\n  " member ",\n" PARTIES "}}"
#define ANSWER(members)                                                                            \
	ROUND("'answers': [\n  {'respondent': 'r1', 'item': '" ITEM "', 'value': 1},\n"            \
	      "  {'respondent': 'r1', " members "}]")
#define KPI(members) ROUND("'kpis': [{'category': 'financial', 'name': 'k', " members "}]")
#define UUID_A "6d1c7a52-1f0e-4f5b-9c3a-0a4f0c9a7e01"

static const struct {
	const char *text, *path, *what;
} faults[] = {
	{ "@['list']", "", "must be an object, not a list" },
	{ "@{}", "", "`alliance` is missing" },
	{ "{'format': @'other'}", "format", "must be \"rekindle-exchange\"" },
	{ "{'version':\n @2}", "version", "is not 1" },
	{ "{'version': @'1'}", "version", "must be the number 1, not a text" },
	{ "{'alliance': @3}", "alliance", "must be an object, not a number" },
	{ "{'alliance': @{" PARTIES "}}", "alliance", "`name` is missing" },
	{ ROUND("'risks': [{'text': @''}]"), "assessments[0].risks[0].text", "must not be empty" },
	{ ROUND("'notes': [{'text': 'a'}, {'text': @''}]"), "assessments[0].notes[1].text",
		"must not be empty" },
	{ ROUND("'objectives': [{'text': @''}]"), "assessments[0].objectives[0].text",
		"must not be empty" },
	{ ROUND("'plan': {'objectives': [{'text': @''}]}"),
		"assessments[0].plan.objectives[0].text", "must not be empty" },
	{ ROUND("'plan': {'amendments': [{'text': @''}]}"),
		"assessments[0].plan.amendments[0].text", "must not be empty" },
	{ ROUND("'plan': {'workshop': {'success': [{'party': 'a', 'text': @''}]}}"),
		"assessments[0].plan.workshop.success[0].text", "must not be empty" },
	{ ROUND("'kpis': [{'category': 'financial', 'name': @''}]"), "assessments[0].kpis[0].name",
		"must not be empty" },
	{ ROUND("'process': [{'step': @''}]"), "assessments[0].process[0].step",
		"must not be empty" },
	{ ROUND("'incidents': [{'what': @''}]"), "assessments[0].incidents[0].what",
		"must not be empty" },
	{ ROUND("'events': [{'what': @''}]"), "assessments[0].events[0].what",
		"must not be empty" },
	{ ROUND("'events': [{'what': 'w', 'kind': @'weather'}]"), "assessments[0].events[0].kind",
		"is no kind of event; write sponsor_change, key_person, ownership, insolvency, "
		"budget, market, regulation, exclusivity, leak, rival_alliance, distance or "
		"other" },
	{ FIRST("'meetings': @{}"), "alliance.meetings", "must be a list" },
	{ FIRST("'meetings': [{'decisions': ['one', @'two\\nthree']}]"),
		"alliance.meetings[0].decisions[1]", "has a line break" },
	{ FIRST("'escalations': [{'what': 'w', 'level': @4}]"), "alliance.escalations[0].level",
		"must be a level of the charter, 1 to 3" },
	{ FIRST("'escalations': [{'what': @''}]"), "alliance.escalations[0].what",
		"must not be empty" },
	{ FIRST("'days_off': [@{'from': '2026-12-24'}]"), "alliance.days_off[0]",
		"`party` is missing" },
	{ FIRST("'days_off': [@{'party': 'a'}]"), "alliance.days_off[0]", "`from` is missing" },
	{ FIRST("'days_off': [{'party': @'c', 'from': '2026-12-24'}]"),
		"alliance.days_off[0].party", "is unknown" },
	{ FIRST("'days_off': [{'party': 'a', 'from': '2026-12-24', 'to': @'2026-12-23'}]"),
		"alliance.days_off[0].to", "is before `from`" },
	{ FIRST("'plan': {'actions': [{'title': 't', 'step': 3, 'every': @'fortnight'}]}"),
		"alliance.plan.actions[0].every",
		"\"fortnight\" does not say how often; write day, week" },
	{ ROUND("'milestones': [{'text': @''}]"), "assessments[0].milestones[0].text",
		"must not be empty" },
	{ "{'alliance': {'name': @' ', " PARTIES "}}", "alliance.name", "must not be empty" },
	{ "{'alliance': {'name': @5, " PARTIES "}}", "alliance.name",
		"must be a text, not a number" },
	{ "{'alliance': @{'name': 'P'}}", "alliance", "has 0 parties" },
	{ "{'alliance': {'name': 'P', 'parties': @[]}}", "alliance.parties", "has 0 parties" },
	{ "{'alliance': {'name': 'P', 'parties': @{}}}", "alliance.parties", "must be a list" },
	{ "{'alliance': {'name': 'P', 'parties': @[{'name': '1'}, {'name': '2'}, {'name': '3'}, "
	  "{'name': '4'}, {'name': '5'}, {'name': '6'}, {'name': '7'}]}}",
		"alliance.parties", "has 7 parties" },
	{ "{'alliance': {'name': 'P', 'parties': [{'name': 'A'}, @'B']}}", "alliance.parties[1]",
		"must be an object, not a text" },
	{ "{'alliance': {'name': 'P', 'parties': [{'name': 'A', 'ours': true}, {'name': 'B', "
	  "'ours': @true}]}}",
		"alliance.parties[1].ours", "second party" },
	{ "{'alliance': {'name': 'P', 'parties': [{'name': 'A', 'id': 'x'}, {'name': 'B', "
	  "'id': @'x'}]}}",
		"alliance.parties[1].id", "second party of the file" },
	{ "{'alliance': {'name': 'P', 'parties': [{'name': 'A', 'id': @7}]}}",
		"alliance.parties[0].id", "must be a text" },
	{ "{'alliance': {'name': 'P', 'parties': [{'name': 'A', 'id': @''}]}}",
		"alliance.parties[0].id", "is empty" },
	{ "{'alliance': {'name': 'P', 'parties': [{'name': 'A', 'size_class': @'huge'}]}}",
		"alliance.parties[0].size_class", "\"huge\" is no size class" },
	{ FIRST("'started': @'2026-02-30'"), "alliance.started",
		"is no date: that month has 28 days" },
	{ FIRST("'started': @'9999-12-27'"), "alliance.started",
		"is out of range: years go from 1900 to 2200" },
	{ FIRST("'started': @20260101"), "alliance.started", "must be a date as text" },
	{ FIRST("'ambitions': ['efficiency', @7]"), "alliance.ambitions[1]", "must be a text" },
	{ FIRST("'ambitions': ['efficiency', @'a\\nb']"), "alliance.ambitions[1]", "line break" },
	{ FIRST("'ambitions': @'efficiency'"), "alliance.ambitions", "must be a list" },
	{ FIRST("'contract': @'none'"), "alliance.contract", "must be an object" },
	{ FIRST("'contract': {'x': [1, {'ends': 2}, '}'], 'amendable': @'yes'}"),
		"alliance.contract.amendable", "must be true or false" },
	{ FIRST("'contract': {'notice_days': @-1}"), "alliance.contract.notice_days",
		"whole number" },
	{ FIRST("'contract': {'notice_days': @1.5}"), "alliance.contract.notice_days",
		"whole number" },
	{ FIRST("'contract': {'notice_days': @5000000000}"), "alliance.contract.notice_days",
		"whole number" },
	{ FIRST("'charter': @'text'"), "alliance.charter", "must be an object" },
	{ FIRST("'\\u0074ype': @9"), "alliance.type", "must be a text" },
	{ FIRST("'people': [{'party': @'Nobody', 'role': 'sponsor'}]"), "alliance.people[0].party",
		"\"Nobody\" is unknown" },
	{ FIRST("'people': [@{'party': 'a'}]"), "alliance.people[0]", "`role` is missing" },
	{ FIRST("'people': [{'party': 'a', 'role': @'boss'}]"), "alliance.people[0].role",
		"\"boss\" is no role; write sponsor, manager, operations, commercial or "
		"specialist" },
	{ FIRST("'people': [{'party': 'a', 'role': 'sponsor', 'planned': @'soon'}]"),
		"alliance.people[0].planned",
		"is no date; write it as 2026-03-23 or 2026-03-23T16:00" },
	{ FIRST("'people': [{'party': 'a', 'role': 'sponsor', 'planned': @'2026-01-01T24:00'}]"),
		"alliance.people[0].planned", "hours go to 23, minutes to 59" },
	{ FIRST("'people': [{'party': 'a', 'role': 'sponsor', 'planned': @'2026-02-30T12:00'}]"),
		"alliance.people[0].planned", "is no date: that month has 28 days" },
	{ "{'alliance': {'name': 'P', 'parties': [{'name': 'A'}, {'name': 'A'}], "
	  "'people': [{'party': @'A', 'role': 'sponsor'}]}}",
		"alliance.people[0].party", "is more than one party" },
	{ "{'alliance': {'name': 'P', " PARTIES "}, 'assessments': @7}", "assessments",
		"must be a list" },
	{ "{'alliance': {'name': 'P', " PARTIES "}, 'assessments': [@7]}", "assessments[0]",
		"must be an object" },
	{ "{'alliance': {'name': 'P', " PARTIES "}, 'instruments': [@{'id': 'own'}]}",
		"instruments[0]",
		"instrument own is none of those built in (core 1 and 2); add its `content`" },
	{ "{'alliance': {'name': 'P', " PARTIES "}, 'instruments': [{'id': 'own', 'version': 1, "
	  "'content': @'id: x'}]}",
		"instruments[0].content", "" },
	{ "{'alliance': {'name': 'P', " PARTIES "}, 'instrument': @{'id': 'core', 'version': 99}}",
		"instrument",
		"instrument core 99 is none of those built in (core 1 and 2) nor among "
		"`instruments`; "
		"add it there with its content" },
	{ "{'alliance': {'name': 'P', " PARTIES "}, 'instrument': @{'id': 'core', 'version': '3'}}",
		"instrument", "instrument core 3 is none of those built in (core 1 and 2)" },
	{ "{'alliance': {'name': 'P', " PARTIES "}, 'deleted': [{'id': @'x'}]}", "deleted[0].id",
		"must be a UUID" },
	{ "{'alliance': {'name': 'P', " PARTIES "}, 'deleted': [{'id': '" UUID_A "', 'at': @-5}]}",
		"deleted[0].at", "milliseconds" },
	{ ROUND("'kind': @'first'"), "assessments[0].kind", "\"first\" is no " },
	{ ROUND("'plan': @[]"), "assessments[0].plan", "must be an object" },
	{ ROUND("'plan': {'start': @'x'}"), "assessments[0].plan.start", "is no date" },
	{ ROUND("'instrument': @'core'"), "assessments[0].instrument", "must be an object" },
	{ ROUND("'objectives_agreed': @0"), "assessments[0].objectives_agreed", "true or false" },
	{ "{'alliance': {'name': 'P', " PARTIES "}, 'assessments': [{'respondents': ["
	  "{'party': 'a', 'role': @'clerk'}]}]}",
		"assessments[0].respondents[0].role", "is no role" },
	{ "{'alliance': {'name': 'P', " PARTIES "}, 'assessments': [{'respondents': ["
	  "{'person': @'Ana', 'party': 'a', 'role': 'sponsor'}]}]}",
		"assessments[0].respondents[0].person", "is unknown" },
	{ "{'alliance': {'name': 'P', " PARTIES "}, 'assessments': [{'respondents': ["
	  "@{'role': 'sponsor'}]}]}",
		"assessments[0].respondents[0]", "`party` is missing" },
	{ ANSWER("'item': '" ITEM "', 'value': @6"), "assessments[0].answers[1].value",
		"must be a whole number from 1 to 5" },
	{ ANSWER("'item': '" ITEM "', 'value': @2.5"), "assessments[0].answers[1].value",
		"must be a whole number from 1 to 5" },
	{ ANSWER("'item': '" ITEM "', 'value': @'3'"), "assessments[0].answers[1].value",
		"must be a number, not a text" },
	{ ANSWER("'item': '" ITEM "', 'value': @true"), "assessments[0].answers[1].value",
		"must be a number, not true" },
	{ ANSWER("'item': @'strategy.none'"), "assessments[0].answers[1].item",
		"is no item of instrument core 1; `rekindle instrument show 1` lists the items" },
	{ ROUND("'answers': [@{'respondent': 'r1', 'value': 3}]"), "assessments[0].answers[0]",
		"`item` is missing" },
	{ ROUND("'answers': [{'respondent': @'r9', 'item': '" ITEM "'}]"),
		"assessments[0].answers[0].respondent", "\"r9\" is unknown" },
	{ ANSWER("'item': '" ITEM "', 'state': @'maybe'"), "assessments[0].answers[1].state",
		"\"maybe\" is no " },
	{ ANSWER("'item': '" ITEM "', 'changed': @'now'"), "assessments[0].answers[1].changed",
		"milliseconds" },
	{ ANSWER("'item': '" ITEM "', 'changed': @9000000000000000"),
		"assessments[0].answers[1].changed", "milliseconds" },
	{ ANSWER("'item': '" ITEM "', 'flag': @'x'"), "assessments[0].answers[1].flag",
		"true or false" },
	{ ANSWER("'item': 'split.causes', 'value': {'strategy': 1, 'type': @-1}"),
		"assessments[0].answers[1].value.type", "must not be negative" },
	{ ANSWER("'item': 'split.causes', 'value': {'luck': @1}"),
		"assessments[0].answers[1].value.luck", "is no cause" },
	{ ANSWER("'item': 'split.causes', 'value': @[1, 2, 3, 4]"),
		"assessments[0].answers[1].value", "must be an object" },
	{ ANSWER("'item': 'profile.amendable', 'value': @'perhaps'"),
		"assessments[0].answers[1].value", "is no choice of this item; choose of yes, no" },
	{ ANSWER("'item': 'profile.ambitions', 'value': ['efficiency', @'fame']"),
		"assessments[0].answers[1].value[1]", "is no choice" },
	{ ANSWER("'item': 'profile.started', 'value': @'May'"), "assessments[0].answers[1].value",
		"is no date" },
	{ ANSWER("'item': 'selection.longlist', 'value': @'unknown'"),
		"assessments[0].answers[1].value", "must be yes, partly or no" },
	{ ANSWER("'item': 'open.perceptions.part', 'value': @'a', 'text': 'b'"),
		"assessments[0].answers[1].value", "beside `text`" },
	{ ROUND("'route': [{'party': 'a', 'closeness': @0}]"), "assessments[0].route[0].closeness",
		"must be a whole number from 1 to 5" },
	{ ROUND("'route': [{'party': 'a', 'closeness': @2.5}]"),
		"assessments[0].route[0].closeness", "must be a whole number from 1 to 5" },
	{ ROUND("'objectives': [{'text': 't', 'result': @'won'}]"),
		"assessments[0].objectives[0].result", "write met, partly, missed or too_early" },
	{ ROUND("'objectives': [{'text': 't', 'target': @[1]}]"),
		"assessments[0].objectives[0].target", "must be a number or a text" },
	{ KPI("'baseline': 1, 'target': 2, 'direction': @'lower'"),
		"assessments[0].kpis[0].direction", "contradicts" },
	{ KPI("'baseline': 2, 'target': 1, 'direction': @'higher'"),
		"assessments[0].kpis[0].direction", "contradicts" },
	{ KPI("'target': @'much'"), "assessments[0].kpis[0].target", "must be a number" },
	{ KPI("'actuals': [{'date': '2026-01-01', 'value': 1},\n @{'value': 1}]"),
		"assessments[0].kpis[0].actuals[1]", "`date` is missing" },
	{ KPI("'actuals': [@{'date': null, 'value': 1}]"), "assessments[0].kpis[0].actuals[0]",
		"`date` is missing" },
	{ ROUND("'kpis': [{'name': 'k', 'category': @'other'}]"), "assessments[0].kpis[0].category",
		"write financial, operational, relationship or strategic" },
	{ ROUND("'checklists': @[]"), "assessments[0].checklists", "must be an object" },
	{ ROUND("'checklists': {'selection': @true}"), "assessments[0].checklists.selection",
		"must be an object" },
	{ ROUND("'checklists': {'governance': {'protocol': @'often'}}"),
		"assessments[0].checklists.governance.protocol",
		"write yes, partly, no or unknown" },
	{ ROUND("'risks': [{'text': 't', 'side': @'c'}]"), "assessments[0].risks[0].side",
		"is unknown" },
	{ ROUND("'milestones': [{'text': 'w', 'reached': @'2026-02-30'}]"),
		"assessments[0].milestones[0].reached", "is no date" },
	{ ROUND("'incidents': [{'what': 'w', 'date': @'2026-13-01'}]"),
		"assessments[0].incidents[0].date", "is no date" },
	{ ROUND("'notes': [{'text': 'n', 'at': @1.5}]"), "assessments[0].notes[0].at",
		"milliseconds" },
	{ "{'\xC3\xA9\xC3\xA9': 'ü', 'alliance': @1}", "alliance", "must be an object" },
};

START_TEST(test_exchange_refuse_names_line_column_and_path)
{
	char *text = json_of(faults[_i].text), *mark = strchr(text, '@');
	int line = 1, column = 1;
	ck_assert_ptr_nonnull(mark);
	for (const char *p = text; p < mark; p++) {
		if (*p == '\n')
			line++, column = 1;
		else if ((*p & 0xC0) != 0x80)
			column++;
	}
	memmove(mark, mark + 1, strlen(mark));
	struct exchange file;
	struct errmsg why = { "" };
	char start[128];
	enum err err = exchange_read(text, strlen(text), "in/file.json", &file, &why);
	snprintf(start, sizeof(start), "in/file.json:%d:%d: %s%s", line, column, faults[_i].path,
		*faults[_i].path ? ": " : "");
	ck_assert_msg(err == ERR_INVALID, "accepted: %s", text);
	ck_assert_msg(
		!strncmp(why.text, start, strlen(start)), "%s\n%s\nnot %s", text, why.text, start);
	ck_assert_msg(strstr(why.text, faults[_i].what) != NULL, "%s", why.text);
	ck_assert_ptr_null(strchr(why.text, '\n'));
	ck_assert_uint_eq(file.count, 0);
	free(text);
}
END_TEST

/* What the parser itself refuses. */
static const struct {
	const char *text;
	size_t n; /* 0: all */
	int line, column;
} broken[] = {
	{ "", 0, 1, 1 },
	{ "{\"a\": 1,\n \"b\": }", 0, 2, 7 },
	{ "{\"a\": 1, \"a\": 2}", 0, 1, 12 },
	{ "{\"a\": \"\xFF\"}", 0, 1, 7 },
	{ "{\"a\": \"\\u0000\"}", 0, 1, 14 },
	{ "{\"a\": \"x\0y\"}", 12, 1, 8 },
	{ "{\"a\": 123456789012345678901234567890}", 0, 1, 36 },
	{ "{\"a\": 1e999}", 0, 1, 11 },
	{ "{\"a\": 1} x", 0, 1, 10 },
	{ "{\"a\": \"\\ud800\"}", 0, 1, 14 },
};

START_TEST(test_exchange_refuse_broken_json_with_line_and_column)
{
	struct exchange file;
	struct errmsg why = { "" };
	char start[64];
	size_t n = broken[_i].n ? broken[_i].n : strlen(broken[_i].text);
	snprintf(start, sizeof(start), "f.json:%d:%d: not valid JSON: ", broken[_i].line,
		broken[_i].column);
	ck_assert_int_eq(exchange_read(broken[_i].text, n, "f.json", &file, &why), ERR_INVALID);
	ck_assert_msg(!strncmp(why.text, start, strlen(start)), "%s\nnot %s", why.text, start);
}
END_TEST

START_TEST(test_exchange_refuse_deep_nesting)
{
	struct exchange file;
	struct errmsg why = { "" };
	struct str text;
	str_init(&text);
	str_pad(&text, '[', 100000);
	ck_assert_int_eq(exchange_read(text.text, text.len, "f.json", &file, &why), ERR_INVALID);
	str_release(&text);
}
END_TEST

START_TEST(test_exchange_refuse_makes_messages_harmless)
{
	struct exchange file;
	struct errmsg why = { "" };
	char *text = json_of(ANSWER("'item': 'x\\u001b[31m\\n\\u202e'"));
	ck_assert_int_eq(exchange_read(text, strlen(text), "f.json", &file, &why), ERR_INVALID);
	ck_assert_ptr_null(strchr(why.text, '\x1b'));
	ck_assert_ptr_null(strchr(why.text, '\n'));
	ck_assert_ptr_null(strstr(why.text, "\xE2\x80\xAE"));
	free(text);
}
END_TEST

Suite *exchange_refuse_suite(void)
{
	Suite *suite = suite_create("exchange refuse");
	TCase *tcase = tcase_create("refuse");
	tcase_add_loop_test(tcase, test_exchange_refuse_names_line_column_and_path, 0,
		sizeof(faults) / sizeof(*faults));
	tcase_add_loop_test(tcase, test_exchange_refuse_broken_json_with_line_and_column, 0,
		sizeof(broken) / sizeof(*broken));
	tcase_add_test(tcase, test_exchange_refuse_deep_nesting);
	tcase_add_test(tcase, test_exchange_refuse_makes_messages_harmless);
	suite_add_tcase(suite, tcase);
	return suite;
}
