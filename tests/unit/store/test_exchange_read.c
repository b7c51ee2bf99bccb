/* SPDX-License-Identifier: MIT */
/*
 * Reading a document: what is accepted, and what becomes of it.
 */
#include "exchange_help.h"

#include <math.h>

Suite *exchange_read_suite(void);

START_TEST(test_exchange_read_minimal_fills_in_the_rest)
{
	struct exchange file;
	char *text = file_text("tests/data/exchange/minimal.json");
	read_ok(text, &file);
	free(text);
	ck_assert_uint_eq(file.count, 1);
	ck_assert(!file.empty);
	const struct record *rec = file.rounds;
	ck_assert_str_eq(rec->alliance.name, "Phoenix");
	ck_assert(!uuid_none(&rec->alliance.object.id));
	ck_assert_uint_eq(rec->party_count, 2);
	ck_assert_str_eq(rec->parties[1].label, "Borealis");
	ck_assert_int_eq(record_party_profile(rec, 1)->stance, STANCE_ENGAGED);
	ck_assert_uint_eq(rec->person_count, 2);
	ck_assert_int_eq(rec->people[1].party, 1);
	ck_assert_int_eq(rec->people[1].role, ROLE_MANAGER);
	ck_assert_int_eq(rec->respondents[1].person, 1);
	ck_assert_uint_eq(rec->answer_count, 2);
	ck_assert_int_eq(rec->answers[0].state, STATE_ANSWERED);
	int item = instrument_item(rec->instrument, ITEM);
	ck_assert_int_eq(record_rating(rec, 0, item), 4);
	ck_assert_int_eq(record_rating(rec, 1, item), 2);
	exchange_release(&file);
}
END_TEST

START_TEST(test_exchange_read_without_assessments_makes_a_baseline)
{
	struct exchange file;
	read_quoted("{'alliance': {'name': 'Phoenix', " PARTIES "}}", &file);
	ck_assert_uint_eq(file.count, 1);
	ck_assert(file.empty);
	ck_assert_int_eq(file.rounds->assessment.kind, ROUND_BASELINE);
	ck_assert_uint_eq(file.rounds->party_count, 2);
	ck_assert(!uuid_none(&file.rounds->assessment.object.id));
	exchange_release(&file);
}
END_TEST

START_TEST(test_exchange_read_full_alliance_is_all_there)
{
	struct exchange file;
	char *text = file_text("tests/data/exchange/full.json");
	read_ok(text, &file);
	free(text);
	const struct record *rec = file.rounds;
	const struct alliance *alliance = &rec->alliance;
	const struct profile *profile = record_profile(rec);
	char uuid[UUID_TEXT], date[DATE_TEXT];
	ck_assert_uint_eq(file.count, 2);
	ck_assert_str_eq(
		uuid_text(&alliance->object.id, uuid), "6d1c7a52-1f0e-4f5b-9c3a-0a4f0c9a7e01");
	ck_assert_str_eq(date_iso(alliance->started, date), "2024-03-01");
	ck_assert_str_eq(profile->type, "joint_rnd");
	ck_assert_str_eq(profile->ambitions, "joint_innovation\nmarket_access");
	ck_assert_str_eq(date_iso(profile->contract_ends, date), "2027-02-28");
	ck_assert_int_eq(profile->notice_days, 90);
	ck_assert_int_eq(profile->amendable, TRI_YES);
	ck_assert_int_eq(profile->breach, TRI_NO);
	ck_assert_str_eq(alliance->charter.text[CHARTER_STEERING], "every two months");
	ck_assert_str_eq(alliance->charter.text[CHARTER_LEVEL_1], "both leads");
	ck_assert_int_eq(alliance->charter.hours[0], 48);
	ck_assert_int_eq(alliance->charter.hours[1], INT_NONE);
	ck_assert_str_eq(date_iso(alliance->charter.agreed, date), "2026-11-30");
	ck_assert_ptr_null(alliance->charter.text[CHARTER_REPORTS]);
	ck_assert_str_eq(alliance->object.extra,
		"{\"contract\":{\"lawyer\":\"unknown here\"},"
		"\"charter\":{\"purpose\":\"One product line\",\"rules\":[\"Bad news travels "
		"first\"]},"
		"\"mood\":[1,2.5,null],"
		"\"/\":{\"sent_by\":{\"program\":\"other\",\"pi\":3.141592653589793}}}");
	ck_assert_int_eq(rec->parties[0].ours, TRI_YES);
	ck_assert_int_eq(record_party_profile(rec, 1)->stance, STANCE_UNRESPONSIVE);
	ck_assert_int_eq(record_party_profile(rec, 1)->escalated, TRI_YES);
	ck_assert_str_eq(rec->parties[0].object.extra, "{\"colour\":\"#003366\"}");
	ck_assert_str_eq(rec->people[0].planned, "2026-10-15T16:00");
	/* the last round knows whom the plan names, too */
	ck_assert_uint_eq(rec->person_count, 3);
	ck_assert_uint_eq(file.rounds[1].person_count, 5);
	ck_assert_uint_eq(file.deleted_count, 1);
	ck_assert_int_eq(file.deleted->at, 1763640000003);
	exchange_release(&file);
}
END_TEST

START_TEST(test_exchange_read_full_round_is_all_there)
{
	struct exchange file;
	char *text = file_text("tests/data/exchange/full.json");
	read_ok(text, &file);
	free(text);
	/* the last round holds what all of them share */
	const struct record *rec = file.rounds, *last = &file.rounds[1];
	char date[DATE_TEXT];
	ck_assert_str_eq(date_iso(rec->assessment.sealed, date), "2026-11-21");
	ck_assert_str_eq(date_iso(record_plan(last)->start, date), "2026-12-07");
	ck_assert_str_eq(rec->assessment.object.extra,
		"{\"checklists\":{\"selection\":{\"astrology\":\"no\"}},"
		"\"tags\":{\"a\":{\"b\":[\"deep\"]}}}");
	ck_assert_str_eq(record_plan(last)->object.extra, "{\"workshop\":{\"mood\":\"calm\"}}");
	ck_assert_int_eq(rec->respondents[0].party, 0);
	ck_assert_int_eq(rec->respondents[0].role, ROLE_SPONSOR);
	ck_assert_int_eq(rec->respondents[0].attribution, ATTRIBUTION_CONFIDENTIAL);
	ck_assert_int_eq(rec->respondents[2].person, 2);
	ck_assert_str_eq(rec->respondents[2].object.extra, "{\"shoe\":43}");
	ck_assert_uint_eq(rec->answer_count, 6);
	ck_assert_int_eq(rec->answers[0].flag, TRI_YES);
	ck_assert_str_eq(rec->answers[0].object.extra, "{\"weather\":{\"sun\":true}}");
	ck_assert_int_eq(rec->answers[2].state, STATE_ANSWERED);
	ck_assert_int_eq(rec->answers[3].value.type, VALUE_SPLIT);
	ck_assert_double_eq(rec->answers[3].value.split[CAUSE_TYPE], 20.5);
	ck_assert_double_eq(rec->answers[3].value.split[CAUSE_PARTNER], 0);
	ck_assert_int_eq(rec->answers[4].respondent, 2);
	ck_assert_double_eq(rec->answers[5].value.number, 3);
	ck_assert_int_eq(rec->routes[0].value[ROUTE_INTEGRATION], 5);
	ck_assert_int_eq(rec->routes[1].value[ROUTE_CLOSENESS], INT_NONE);
	ck_assert_int_eq(rec->routes[1].respondent, -1);
	ck_assert_str_eq(rec->objectives[0].baseline, "10.5");
	ck_assert_str_eq(rec->objectives[0].target, "0");
	ck_assert_int_eq(last->kpis[0].direction, DIRECTION_LOWER);
	ck_assert(isnan(last->kpis[1].target));
	ck_assert_uint_eq(last->actual_count, 2);
	ck_assert_str_eq(last->kpis[0].object.extra, "{\"owner\":\"nobody\"}");
	ck_assert_str_eq(last->meetings[0].notes, "Ana takes the minutes\nNext in May");
	ck_assert_int_eq(last->meetings[0].at, 1763640000005);
	ck_assert_int_eq(last->escalations[0].level, 2);
	ck_assert_int_eq(last->escalations[1].closed, DATE_NONE);
	ck_assert_int_eq(last->days_off[0].to, date_make(2027, 1, 6));
	ck_assert_int_eq(last->days_off[1].party, 1);
	ck_assert_int_eq(last->days_off[1].yearly, TRI_YES);
	ck_assert_uint_eq(rec->checklist_count, 4);
	ck_assert_int_eq(record_check(rec, GOVERNANCE_MANAGERS), CHECK_PARTLY);
	ck_assert_int_eq(rec->risks[0].party, 1);
	ck_assert_str_eq(rec->risks[0].likelihood, "3");
	ck_assert_int_eq(rec->events[0].kind, HAPPENING_RIVAL_ALLIANCE);
	ck_assert_int_eq(rec->events[0].party, 1);
	ck_assert_str_eq(rec->events[0].object.extra, "{\"source\":\"press\"}");
	ck_assert_int_eq(rec->events[1].kind, -1);
	ck_assert_int_eq(rec->incidents[0].repaired, TRI_NO);
	ck_assert_int_eq(rec->notes[0].at, 1763640000002);
	ck_assert_uint_eq(rec->milestone_count, 2);
	ck_assert_str_eq(date_iso(rec->milestones[0].reached, date), "2026-08-14");
	ck_assert_int_eq(rec->milestones[1].reached, DATE_NONE);
	ck_assert_str_eq(rec->milestones[1].object.extra, "{\"colour\":\"amber\"}");
	exchange_release(&file);
}
END_TEST

START_TEST(test_exchange_read_own_ids_give_the_same_uuids_each_time)
{
	struct exchange one, two;
	read_quoted(ROUND("'kpis': [{'id': 'k', 'category': 'financial', 'name': 'K'}]"), &one);
	read_quoted(ROUND("'kpis': [{'id': 'k', 'category': 'financial', 'name': 'K'}]"), &two);
	static const enum kind kinds[] = { KIND_ALLIANCE, KIND_PARTY, KIND_PERSON, KIND_ASSESSMENT,
		KIND_RESPONDENT, KIND_KPI };
	for (size_t k = 0; k < sizeof(kinds) / sizeof(*kinds); k++) {
		const struct object *a = record_at(one.rounds, kinds[k], 0);
		const struct object *b = record_at(two.rounds, kinds[k], 0);
		ck_assert(!uuid_none(&a->id));
		ck_assert_msg(uuid_same(&a->id, &b->id), "%s", kind_info[kinds[k]].name);
	}
	exchange_release(&one);
	exchange_release(&two);
}
END_TEST

START_TEST(test_exchange_read_without_ids_gives_new_uuids_each_time)
{
	static const char text[] =
		"{'alliance': {'name': 'P', 'parties': [{'name': 'A'}]}, "
		"'assessments': [{'respondents': [{'name': 'Ana', 'party': 'A', 'role': "
		"'sponsor'}],"
		"'answers': [{'respondent': 'Ana', 'item': '" ITEM "', 'value': 1}]}]}";
	struct exchange one, two;
	read_quoted(text, &one);
	read_quoted(text, &two);
	ck_assert(!uuid_same(&one.rounds->alliance.object.id, &two.rounds->alliance.object.id));
	ck_assert(!uuid_same(
		&one.rounds->respondents->object.id, &two.rounds->respondents->object.id));
	exchange_release(&one);
	exchange_release(&two);
}
END_TEST

START_TEST(test_exchange_read_respondents_of_two_rounds_are_one_person)
{
	struct exchange file;
	read_quoted("{'alliance': {'name': 'P', 'parties': [{'name': 'A'}]}, 'assessments': ["
		    "{'respondents': [{'id': 'r', 'party': 'A', 'role': 'sponsor'}]},"
		    "{'respondents': [{'id': 'r', 'party': 'A', 'role': 'sponsor'}]}]}",
		&file);
	ck_assert_uint_eq(file.rounds[1].person_count, 1);
	ck_assert(!uuid_same(
		&file.rounds[0].respondents->object.id, &file.rounds[1].respondents->object.id));
	ck_assert(!uuid_same(
		&file.rounds[0].assessment.object.id, &file.rounds[1].assessment.object.id));
	exchange_release(&file);
}
END_TEST

static const struct {
	const char *members;
	int state, rating;
} answers[] = {
	{ "'value': 3", STATE_ANSWERED, 3 },
	{ "'value': 3.0", STATE_ANSWERED, 3 },
	{ "'text': 'words'", STATE_ANSWERED, 0 },
	{ "'comment': 'words'", STATE_BLANK, 0 },
	{ "'value': null, 'text': ''", STATE_BLANK, 0 },
	{ "'state': 'declined'", STATE_DECLINED, 0 },
	{ "'state': 'dont_know', 'value': 2", STATE_DONT_KNOW, 0 },
	{ "'value': 2, 'changed': 5}, {'respondent': 'r1', 'item': '" ITEM "', 'value': 4, "
	  "'changed': 4",
		STATE_ANSWERED, 2 },
	{ "'value': 2, 'changed': 5}, {'respondent': 'r1', 'item': '" ITEM "', 'value': 4, "
	  "'changed': 5",
		STATE_ANSWERED, 4 },
	{ "'value': 2}, {'respondent': 'Ana', 'item': '" ITEM "', 'value': 4", STATE_ANSWERED, 4 },
	{ "'value': 2, 'changed': 1}, {'respondent': 'Ana', 'item': '" ITEM "', 'value': 4",
		STATE_ANSWERED, 2 },
};

START_TEST(test_exchange_read_answer_state_and_duplicates)
{
	char text[1024];
	struct exchange file;
	snprintf(text, sizeof(text),
		ROUND("'answers': [{'respondent': 'r1', 'item': '" ITEM "', %s}]"),
		answers[_i].members);
	read_quoted(text, &file);
	const struct record *rec = file.rounds;
	ck_assert_uint_eq(rec->answer_count, 1);
	ck_assert_int_eq(rec->answers[0].state, answers[_i].state);
	ck_assert_int_eq(
		record_rating(rec, 0, instrument_item(rec->instrument, ITEM)), answers[_i].rating);
	exchange_release(&file);
}
END_TEST

static const char *const references[] = { "a", "Apex", "LONG",
	"6D1C7A52-1f0e-4f5b-9c3a-0a4f0c9a7e02" };

START_TEST(test_exchange_read_references_by_id_label_and_name)
{
	char text[1024];
	struct exchange file;
	snprintf(text, sizeof(text),
		"{'alliance': {'name': 'P', 'parties': ["
		"{'id': '6d1c7a52-1f0e-4f5b-9c3a-0a4f0c9a7e02', 'name': 'B'},"
		"{'id': 'a', 'label': 'Apex', 'name': 'LONG'}]}, 'assessments': ["
		"{'respondents': [{'party': '%s', 'role': 'sponsor'}]}]}",
		references[_i]);
	read_quoted(text, &file);
	ck_assert_int_eq(file.rounds->respondents->party, _i == 3 ? 0 : 1);
	exchange_release(&file);
}
END_TEST

START_TEST(test_exchange_read_id_comes_before_name)
{
	struct exchange file;
	read_quoted("{'alliance': {'name': 'P', 'parties': [{'id': 'B', 'name': 'A'},"
		    "{'id': 'x', 'name': 'B'}]}, 'assessments': [{'respondents': "
		    "[{'party': 'B', 'role': 'sponsor'}]}]}",
		&file);
	ck_assert_int_eq(file.rounds->respondents->party, 0);
	exchange_release(&file);
}
END_TEST

START_TEST(test_exchange_read_direction_left_out_follows_the_target)
{
	struct exchange file;
	read_quoted(
		ROUND("'kpis': [{'category': 'financial', 'name': 'a', 'baseline': 5, 'target': 1},"
		      "{'category': 'financial', 'name': 'b', 'baseline': 1, 'target': 5},"
		      "{'category': 'financial', 'name': 'c', 'target': 5}]"),
		&file);
	ck_assert_int_eq(file.rounds->kpis[0].direction, DIRECTION_LOWER);
	ck_assert_int_eq(file.rounds->kpis[1].direction, DIRECTION_HIGHER);
	ck_assert_int_eq(file.rounds->kpis[2].direction, DIRECTION_HIGHER);
	exchange_release(&file);
}
END_TEST

START_TEST(test_exchange_read_hostile_texts_stay_data)
{
	struct exchange file;
	struct str text;
	str_init(&text);
	str_add(&text,
		"{'alliance': {'name': '\\u001b[2J\\u202eevil \xE2\x80\xAE', 'extra\\u001b': "
		"1, " PARTIES ", 'charter': {'notes': '");
	str_pad(&text, 'x', 1 << 20);
	str_add(&text, "'}}}");
	read_quoted(text.text, &file);
	str_release(&text);
	ck_assert_str_eq(file.rounds->alliance.name,
		"\x1b[2J\xE2\x80\xAE"
		"evil \xE2\x80\xAE");
	ck_assert_str_eq(file.rounds->alliance.object.extra, "{\"extra\\u001b\":1}");
	ck_assert_uint_eq(strlen(file.rounds->alliance.charter.text[CHARTER_NOTES]), 1 << 20);
	exchange_release(&file);
}
END_TEST

START_TEST(test_exchange_read_instrument_with_content)
{
	struct pool pool = { 0 };
	const struct instrument *bank;
	struct errmsg why;
	struct exchange file;
	struct str text;
	ck_assert_int_eq(instrument_load("data/instrument/core-1", &pool, &bank, &why), ERR_NONE);
	char *yaml = mem_strdup(bank->source), *version = strstr(yaml, "version: \"1\"");
	ck_assert_ptr_nonnull(version);
	version[10] = '7';
	str_init(&text);
	str_add(&text,
		"{\"alliance\": {\"name\": \"P\", \"parties\": [{\"name\": \"A\"}]}, "
		"\"instrument\": {\"id\": \"core\", \"version\": 7}, \"assessments\": [{}, "
		"{\"instrument\": {\"id\": \"core\", \"version\": \"1\"}}], "
		"\"instruments\": [{\"id\": \"core\", \"version\": 1}, "
		"{\"id\": \"core\", \"version\": 7, \"content\": \"");
	for (const char *p = yaml; *p; p++) {
		if (*p == '\n')
			str_add(&text, "\\n");
		else if (*p == '"' || *p == '\\')
			str_addf(&text, "\\%c", *p);
		else
			str_addc(&text, *p);
	}
	str_add(&text, "\"}]}");
	read_ok(text.text, &file);
	ck_assert_str_eq(file.rounds[0].instrument->version, "7");
	ck_assert_ptr_nonnull(file.rounds[0].instrument->source);
	ck_assert_ptr_eq(file.rounds[1].instrument, instrument_known("core", "1"));
	exchange_release(&file);
	str_release(&text);
	free(yaml);
	pool_release(&pool);
}
END_TEST

Suite *exchange_read_suite(void)
{
	Suite *suite = suite_create("exchange read");
	TCase *tcase = tcase_create("read");
	tcase_add_test(tcase, test_exchange_read_minimal_fills_in_the_rest);
	tcase_add_test(tcase, test_exchange_read_without_assessments_makes_a_baseline);
	tcase_add_test(tcase, test_exchange_read_full_alliance_is_all_there);
	tcase_add_test(tcase, test_exchange_read_full_round_is_all_there);
	tcase_add_test(tcase, test_exchange_read_own_ids_give_the_same_uuids_each_time);
	tcase_add_test(tcase, test_exchange_read_without_ids_gives_new_uuids_each_time);
	tcase_add_test(tcase, test_exchange_read_respondents_of_two_rounds_are_one_person);
	tcase_add_loop_test(tcase, test_exchange_read_answer_state_and_duplicates, 0,
		sizeof(answers) / sizeof(*answers));
	tcase_add_loop_test(tcase, test_exchange_read_references_by_id_label_and_name, 0,
		sizeof(references) / sizeof(*references));
	tcase_add_test(tcase, test_exchange_read_id_comes_before_name);
	tcase_add_test(tcase, test_exchange_read_direction_left_out_follows_the_target);
	tcase_add_test(tcase, test_exchange_read_hostile_texts_stay_data);
	tcase_add_test(tcase, test_exchange_read_instrument_with_content);
	suite_add_tcase(suite, tcase);
	return suite;
}
