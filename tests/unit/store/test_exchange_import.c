/* SPDX-License-Identifier: MIT */
/*
 * Documents into the database and out again: what is merged, what stays, what is refused.
 */
#include "exchange_help.h"

#include <math.h>

Suite *exchange_import_suite(void);

static struct store *memory(void)
{
	struct store *store;
	struct errmsg why = { "" };
	ck_assert_msg(!store_open(":memory:", STORE_CREATE, &store, &why), "%s", why.text);
	return store;
}

/* Import; the newest round's key. */
static int64_t import_so(
	struct store *store, const char *json, unsigned how, struct exchange_report *report)
{
	struct exchange file;
	struct errmsg why = { "" };
	read_ok(json, &file);
	ck_assert_msg(!exchange_import(store, &file, how, report, &why), "%s", why.text);
	exchange_release(&file);
	return report->assessment;
}

static int64_t import(struct store *store, const char *json, struct exchange_report *report)
{
	return import_so(store, json, IMPORT_PLAINLY, report);
}

/* With ' for " */
static int64_t import_quoted(struct store *store, const char *text, struct exchange_report *report)
{
	char *json = json_of(text);
	int64_t key = import(store, json, report);
	free(json);
	return key;
}

/* What the file does not date counts as changed now. */
static int64_t import_theirs(struct store *store, const char *text, struct exchange_report *report)
{
	char *json = json_of(text);
	int64_t key = import_so(store, json, IMPORT_THEIRS, report);
	free(json);
	return key;
}

static void counts(
	const struct exchange_report *report, int added, int changed, int unchanged, int deleted)
{
	ck_assert_int_eq(report->added, added);
	ck_assert_int_eq(report->changed, changed);
	ck_assert_int_eq(report->unchanged, unchanged);
	ck_assert_int_eq(report->deleted, deleted);
}

static char *export(struct store *store, int64_t assessment, bool only)
{
	struct str out;
	struct errmsg why = { "" };
	str_init(&out);
	ck_assert_msg(!exchange_write(store, assessment, only, &out, &why), "%s", why.text);
	return str_detach(&out);
}

/* export(import(text)) is text; takes text over. */
static void same_after_import(char *text)
{
	struct exchange_report report;
	struct store *other = memory();
	char *again = export(other, import(other, text, &report), false);
	ck_assert_msg(!strcmp(again, text), "the second export differs");
	ck_assert_uint_eq(report.difference_count, 0);
	free(again);
	free(text);
	store_close(other);
}

START_TEST(test_exchange_import_full_file_round_trips)
{
	struct exchange_report report;
	struct store *store = memory();
	char *text = file_text("tests/data/exchange/full.json");
	int64_t key = import(store, text, &report);
	/* alliance, 2 parties, 5 people, meeting, 2 escalations, 2 days off; 3 respondents, 6
	 * answers, 2 route, 2 objectives, 2 kpis, 2 actuals, process, 4 rows, risk, 2 events,
	 * incident, contribution, note, 2 milestones, round; joint plan, objective, 3 actions, 2
	 * owners, 2 of success, gate, amendment; round, respondent, answer; of the sealed round
	 * also the kpis and actuals that it keeps; of both rounds the profile and its parties' */
	counts(&report, 13 + 35 + 11 + 3 + 6, 0, 0, 0);
	free(text);
	text = export(store, key, false);
	ck_assert_ptr_nonnull(strstr(text, "\"lawyer\": \"unknown here\""));
	ck_assert_ptr_nonnull(strstr(text, "\"astrology\": \"no\""));
	ck_assert_ptr_nonnull(strstr(text, "\"track\": \"relaunch\""));
	ck_assert_ptr_nonnull(strstr(text, "\n  \"sent_by\": {"));
	ck_assert_ptr_nonnull(strstr(text, "\"pi\": 3.141592653589793\n"));
	ck_assert_ptr_nonnull(strstr(text, "\"value\": 97.1,"));
	ck_assert_ptr_null(strstr(text, "\"/\""));
	ck_assert_ptr_null(strstr(text, "null,\n      \"id\""));
	same_after_import(text);
	store_close(store);
}
END_TEST

/* A value of a field that differs from its absent value, and from that of another number. */
static void fill_field(struct record *rec, const struct field *field, char *object, int number)
{
	void *member = object + field->offset;
	const char **text = member;
	switch (field->type) {
	case FIELD_TEXT:
		*text = pool_printf(&rec->pool, "%s %d", field->name, number);
		break;
	case FIELD_LIST:
		*text = pool_printf(&rec->pool, "one %d\ntwo", number);
		break;
	case FIELD_QUANTITY:
		*text = pool_printf(&rec->pool, number % 2 ? "%d.5" : "about %d", number);
		break;
	case FIELD_EVERY:
		*text = pool_printf(&rec->pool, "%d months", 2 + number);
		break;
	case FIELD_FIGURES:
		*text = pool_printf(&rec->pool, "{\"cause.type\":%d}", number);
		break;
	case FIELD_MOMENT:
		*text = pool_printf(&rec->pool, "2026-10-%02d", 10 + number);
		break;
	case FIELD_WHOLE:
	case FIELD_RATING:
		*(int *)member = 1 + number;
		break;
	case FIELD_TRI:
		*(int *)member = number % 2;
		break;
	case FIELD_DATE:
		*(int *)member = 20000 + number;
		break;
	case FIELD_WORD:
		*(int *)member = (1 + number) % field->words->count;
		break;
	case FIELD_REF:
		*(int *)member = number;
		break;
	case FIELD_UUID:
		*(struct uuid *)member = (struct uuid){ { (unsigned char)(number + 1), 1 } };
		break;
	case FIELD_REAL:
		*(double *)member = 0.1 + number;
		break;
	case FIELD_INSTANT:
		*(int64_t *)member = INT64_C(1763640000000) + number;
		break;
	case FIELD_ITEM:
	case FIELD_VALUE:
		break;
	}
}

static void fill(struct record *rec, enum kind kind, void *object, int number)
{
	const struct kind_info *info = &kind_info[kind];
	struct object *head = object;
	for (size_t i = 0; i < info->field_count; i++)
		fill_field(rec, &info->fields[i], object, number);
	head->extra = pool_printf(&rec->pool, "{\"unknown\":%d}", number);
}

static void set_value(struct record *rec, struct answer *answer, int number)
{
	static const enum item_kind kinds[2] = { ITEM_RATED, ITEM_SPLIT };
	const struct instrument *bank = rec->instrument;
	for (answer->item = 0; bank->items[answer->item].kind != kinds[number];)
		answer->item++;
	answer->value = (struct value){ .type = number ? VALUE_SPLIT : VALUE_NUMBER,
		.number = 4,
		.split = { number * 1.5, 2, 3, 0 } };
}

/* Two objects of each kind, every field of each given. */
static void fill_record(struct record *rec)
{
	record_init(rec, instrument_builtin());
	fill(rec, KIND_ALLIANCE, &rec->alliance, 1);
	fill(rec, KIND_ASSESSMENT, &rec->assessment, 1);
	rec->assessment.sealed = DATE_NONE;
	rec->assessment.object.id = uuid_new();
	for (int kind = 0; kind < KIND_COUNT; kind++)
		for (int number = 0;
			kind_info[kind].count && number < (kind_is_single(kind) ? 1 : 2);
			number++) {
			void *object = record_add(rec, (enum kind)kind);
			fill(rec, (enum kind)kind, object, number);
			if (kind == KIND_PERSON)
				((struct person *)object)->planned = "2026-10-15T16:00";
			if (kind == KIND_ANSWER)
				set_value(rec, object, number);
			if (kind == KIND_KPI || kind == KIND_SEALED_KPI) {
				((struct kpi *)object)->direction = number;
				((struct kpi *)object)->target = number ? 0 : 1e300;
			}
			if (kind == KIND_PLAN_ACTION) { /* one of the user's own */
				((struct plan_action *)object)->library = NULL;
				((struct plan_action *)object)->step = 3 + number;
				((struct plan_action *)object)->active = TRI_YES;
				((struct plan_action *)object)->quick_win = TRI_YES;
			}
			if (kind == KIND_RELEASE) /* it is written with its round */
				((struct release *)object)->round = rec->assessment.object.id;
			if (kind == KIND_GATE)
				((struct gate_decision *)object)->number = 1 + number;
			if (kind == KIND_CHECKLIST || kind == KIND_ACTION_OWNER ||
				kind == KIND_OBJECTIVE_OWNER)
				((struct object *)object)->extra = NULL;
		}
	record_settle(rec);
}

static bool same_number(double a, double b)
{
	return a == b || (isnan(a) && isnan(b));
}

static bool same_field(const struct field *field, const char *a, const char *b)
{
	const void *x = a + field->offset, *y = b + field->offset;
	const struct value *v = x, *w = y;
	switch (field->type) {
	case FIELD_TEXT:
	case FIELD_LIST:
	case FIELD_QUANTITY:
	case FIELD_MOMENT:
	case FIELD_EVERY:
	case FIELD_FIGURES:
		return str_same(*(const char *const *)x, *(const char *const *)y);
	case FIELD_REAL:
		return same_number(*(const double *)x, *(const double *)y);
	case FIELD_INSTANT:
		return *(const int64_t *)x == *(const int64_t *)y;
	case FIELD_VALUE:
		return v->type == w->type &&
			(v->type == VALUE_NUMBER ? v->number == w->number
						 : !memcmp(v->split, w->split, sizeof(v->split)));
	case FIELD_UUID:
		return uuid_same(x, y);
	case FIELD_WHOLE:
	case FIELD_RATING:
	case FIELD_TRI:
	case FIELD_DATE:
	case FIELD_WORD:
	case FIELD_REF:
	case FIELD_ITEM:
		return *(const int *)x == *(const int *)y;
	}
	return false;
}

START_TEST(test_exchange_import_every_field_of_every_kind_travels)
{
	struct store *store = memory();
	struct record rec;
	struct errmsg why = { "" };
	struct exchange file;
	fill_record(&rec);
	rec.assessment.sealed = date_make(2026, 11, 21); /* an open round keeps no KPIs */
	ck_assert_msg(!store_add_record(store, &rec, &why), "%s", why.text);
	char *text = export(store, rec.assessment.object.key, true);
	read_ok(text, &file);
	for (int kind = 0; kind < KIND_COUNT; kind++) {
		const struct kind_info *info = &kind_info[kind];
		ck_assert_uint_eq(record_count(file.rounds, kind), record_count(&rec, kind));
		for (size_t i = 0; i < record_count(&rec, kind); i++) {
			const struct object *a = record_at(&rec, kind, i);
			const struct object *b = record_at(file.rounds, kind, i);
			for (size_t f = 0; f < info->field_count; f++)
				ck_assert_msg(same_field(&info->fields[f], (const char *)a,
						      (const char *)b),
					"%s %zu %s", info->name, i, info->fields[f].name);
			ck_assert_msg(str_same(a->extra, b->extra), "%s", info->name);
			ck_assert(!info->has_id || uuid_same(&a->id, &b->id));
		}
	}
	exchange_release(&file);
	record_release(&rec);
	same_after_import(text);
	store_close(store);
}
END_TEST

START_TEST(test_exchange_import_twice_changes_nothing)
{
	struct exchange_report report;
	struct store *store = memory();
	char *text = file_text("tests/data/exchange/full.json");
	int64_t key = import(store, text, &report);
	free(text);
	text = export(store, key, false);
	int64_t change = store_change(store);
	ck_assert_int_eq(import(store, text, &report), key);
	counts(&report, 0, 0, 13 + 35 + 11 + 3 + 6, 0);
	ck_assert_int_eq(store_change(store), change);
	char *again = export(store, key, false);
	ck_assert_str_eq(again, text);
	free(again);
	free(text);
	store_close(store);
}
END_TEST

START_TEST(test_exchange_import_own_ids_twice_merges)
{
	static const char text[] =
		ROUND("'answers': [{'respondent': 'r1', 'item': '" ITEM "', 'value': 4}],"
		      "'route': [{'party': 'a', 'closeness': 3}, {'party': 'a', 'closeness': 4}],"
		      "'contributions': [{'party': 'b', 'brings': 'x'}]");
	struct exchange_report report;
	struct store *store = memory();
	int64_t key = import_quoted(store, text, &report);
	counts(&report, 1 + 2 + 2 + 1 + 2 + 1 + 2 + 1, 0, 0, 0);
	ck_assert_int_eq(import_quoted(store, text, &report), key);
	counts(&report, 0, 0, 12, 0);
	store_close(store);
}
END_TEST

START_TEST(test_exchange_import_without_ids_twice_adds_twice)
{
	static const char text[] = "{'alliance': {'name': 'P', 'parties': [{'name': 'A'}]}}";
	struct exchange_report report;
	struct store *store = memory();
	import_quoted(store, text, &report);
	import_quoted(store, text, &report);
	struct store_list list;
	ck_assert_int_eq(store_list(store, &list, NULL), ERR_NONE);
	ck_assert_uint_eq(list.count, 2);
	store_list_release(&list);
	store_close(store);
}
END_TEST

#define ANSWER(members) ROUND("'answers': [{'respondent': 'r1', 'item': '" ITEM "', " members "}]")

static const struct {
	const char *first, *second;
	int rating, changed;
	size_t conflicts;
} merges[] = {
	{ "'value': 2, 'changed': 10", "'value': 4, 'changed': 11", 4, 1, 1 },
	{ "'value': 2, 'changed': 10", "'value': 4, 'changed': 9", 2, 0, 1 },
	{ "'value': 2, 'changed': 10", "'value': 4", 2, 0, 1 },
	{ "'value': 2", "'value': 4, 'changed': 1", 4, 1, 1 },
	{ "'value': 2, 'changed': 10", "'value': 4, 'changed': 10", 4, 1, 1 },
	{ "'value': 4, 'changed': 10", "'value': 2, 'changed': 10", 4, 0, 1 },
	{ "'value': 4, 'changed': 10", "'value': 4, 'changed': 10", 4, 0, 0 },
	{ "'value': 4, 'changed': 10", "'value': 4, 'changed': 11", 4, 1, 0 },
	{ "'value': 4, 'changed': 10", "'value': 4, 'changed': 9", 4, 0, 0 },
	{ "'value': 4, 'changed': 10", "'state': 'dont_know', 'changed': 12", 0, 1, 1 },
};

START_TEST(test_exchange_import_later_answer_wins)
{
	char text[1024];
	struct exchange_report report;
	struct store *store = memory();
	struct record rec;
	snprintf(text, sizeof(text), ANSWER("%s"), merges[_i].first);
	import_quoted(store, text, &report);
	snprintf(text, sizeof(text), ANSWER("%s"), merges[_i].second);
	int64_t key = import_quoted(store, text, &report);
	counts(&report, 0, merges[_i].changed, 9 - merges[_i].changed, 0);
	ck_assert_uint_eq(report.difference_count > 0, merges[_i].conflicts);
	if (report.difference_count) {
		const struct difference *first = report.differences;
		ck_assert_int_eq(first->verdict, merges[_i].changed ? VERDICT_TAKEN : VERDICT_KEPT);
		ck_assert_int_eq(first->kind, KIND_ANSWER);
		ck_assert_str_eq(first->name, ITEM " of Ana");
	}
	exchange_report_release(&report);
	ck_assert_int_eq(store_load(store, key, &rec, NULL), ERR_NONE);
	ck_assert_int_eq(
		record_rating(&rec, 0, instrument_item(rec.instrument, ITEM)), merges[_i].rating);
	record_release(&rec);
	store_close(store);
}
END_TEST

START_TEST(test_exchange_import_changes_and_adds_objects)
{
	struct exchange_report report;
	struct store *store = memory();
	struct record rec;
	import_quoted(store,
		ROUND("'objectives': [{'id': 'o', 'text': 'old'}], 'title': 'One',"
		      "'checklists': {'selection': {'longlist': 'yes'}}"),
		&report);
	int64_t key = import_theirs(store,
		ROUND("'objectives': [{'id': 'o', 'text': 'new'},"
		      "{'id': 'p', 'text': 'more'}], 'title': 'Two',"
		      "'kpis': [{'id': 'k', 'category': 'financial', 'name': 'K',"
		      "'actuals': [{'date': '2026-01-01', 'value': 1}]}],"
		      "'route': [{'party': 'b', 'respondent': 'r2', 'closeness': 3}],"
		      "'checklists': {'selection': {'longlist': 'no', 'culture': 'yes'}}"),
		&report);
	counts(&report, 5, 3, 7, 0);
	ck_assert_int_eq(store_load(store, key, &rec, NULL), ERR_NONE);
	ck_assert_str_eq(rec.assessment.title, "Two");
	ck_assert_str_eq(rec.objectives[0].text, "new");
	ck_assert_str_eq(rec.objectives[1].text, "more");
	ck_assert_int_eq(rec.routes[0].respondent, 1);
	ck_assert_int_eq(record_check(&rec, SELECTION_LONGLIST), CHECK_NO);
	ck_assert_double_eq(rec.actuals[0].value, 1);
	exchange_report_release(&report);
	record_release(&rec);
	store_close(store);
}
END_TEST

START_TEST(test_exchange_import_later_round_joins_the_alliance)
{
	struct exchange_report report;
	struct store *store = memory();
	int64_t *keys, first = import_quoted(store, ROUND("'title': 'One'"), &report);
	int64_t second = import_quoted(store,
		"{'alliance': {'id': 'x', 'name': 'Phoenix', " PARTIES "},"
		"'assessments': [{'id': 'two', 'date': '2027-01-01', 'respondents': ["
		"{'id': 'r1', 'party': 'a', 'role': 'sponsor', 'name': 'Ana'},"
		"{'id': 'r5', 'party': 'b', 'role': 'specialist'}]}]}",
		&report);
	counts(&report, 1 + 1 + 2, 0, 1 + 2 + 1, 0);
	ck_assert_int_ne(first, second);
	struct record rec;
	ck_assert_int_eq(store_load(store, second, &rec, NULL), ERR_NONE);
	ck_assert_uint_eq(rec.person_count, 3);
	ck_assert_uint_eq(store_rounds(store, rec.alliance.object.key, &rec.pool, &keys), 2);
	ck_assert_int_eq(keys[0], first);
	record_release(&rec);
	char *text = export(store, first, false), *only = export(store, first, true);
	ck_assert_ptr_nonnull(strstr(text, "2027-01-01"));
	ck_assert_ptr_null(strstr(only, "2027-01-01"));
	free(only);
	same_after_import(text);
	store_close(store);
}
END_TEST

START_TEST(test_exchange_import_alliance_alone_makes_no_second_round)
{
	static const char text[] = "{'alliance': {'id': 'x', 'name': 'Phoenix 2', " PARTIES "}}";
	struct exchange_report report;
	struct store *store = memory();
	int64_t key = import_quoted(store, ROUND("'title': 'One'"), &report);
	ck_assert_int_eq(import_theirs(store, text, &report), key);
	counts(&report, 0, 1, 2, 0);
	struct record rec;
	ck_assert_int_eq(store_load(store, key, &rec, NULL), ERR_NONE);
	ck_assert_str_eq(rec.alliance.name, "Phoenix 2");
	ck_assert_uint_eq(rec.person_count, 2);
	exchange_report_release(&report);
	record_release(&rec);
	store_close(store);
}
END_TEST

START_TEST(test_exchange_import_the_file_says_whose_side_is_ours)
{
	static const char *const parties[2] = {
		"{'id': 'a', 'name': 'A', 'ours': true}, {'id': 'b', 'name': 'B'}",
		"{'id': 'b', 'name': 'B', 'ours': true}",
	};
	struct exchange_report report;
	struct store *store = memory();
	struct record rec;
	int64_t key = 0;
	for (int i = 0; i < 2; i++) {
		char text[512];
		snprintf(text, sizeof(text),
			"{'alliance': {'id': 'x', 'name': 'P', 'parties': [%s]}}", parties[i]);
		key = import_theirs(store, text, &report);
		exchange_report_release(&report);
	}
	ck_assert_int_eq(store_load(store, key, &rec, NULL), ERR_NONE);
	ck_assert_int_eq(rec.parties[0].ours, TRI_NO);
	ck_assert_int_eq(rec.parties[1].ours, TRI_YES);
	record_release(&rec);
	store_close(store);
}
END_TEST

START_TEST(test_exchange_import_deleted_objects_go)
{
	struct exchange_report report;
	struct store *store = memory();
	struct record rec;
	char uuid[UUID_TEXT], text[2048];
	int64_t key = import_quoted(store,
		ROUND("'objectives': [{'id': 'o', 'text': 'old'},"
		      "{'id': 'p', 'text': 'stays'}]"),
		&report);
	ck_assert_int_eq(store_load(store, key, &rec, NULL), ERR_NONE);
	uuid_text(&rec.objectives[0].object.id, uuid);
	record_release(&rec);
	snprintf(text, sizeof(text),
		"{'alliance': {'id': 'x', 'name': 'Phoenix', " PARTIES "},"
		"'deleted': [{'id': '%s', 'at': 5}, {'id': "
		"'6d1c7a52-1f0e-4f5b-9c3a-0a4f0c9a7eff'}]}",
		uuid);
	import_quoted(store, text, &report);
	counts(&report, 0, 0, 3, 1);
	exchange_report_release(&report);
	ck_assert_int_eq(store_load(store, key, &rec, NULL), ERR_NONE);
	ck_assert_uint_eq(rec.objective_count, 1);
	ck_assert_str_eq(rec.objectives[0].text, "stays");
	record_release(&rec);
	char *out = export(store, key, false);
	ck_assert_ptr_nonnull(strstr(strstr(out, "\"deleted\": ["), uuid));
	/* and an empty database that hears of it tells the same */
	struct store *other = memory();
	char *again = export(other, import(other, out, &report), false);
	exchange_report_release(&report);
	ck_assert_str_eq(again, out);
	free(again);
	free(out);
	store_close(other);
	/* what was deleted here comes back by no file that does not say when it was changed */
	snprintf(text, sizeof(text),
		"{'alliance': {'id': 'x', 'name': 'Phoenix', " PARTIES "},"
		"'assessments': [{'id': 'one', 'date': '2026-11-20',"
		"'objectives': [{'id': 'o', 'text': 'old'}]}], 'deleted': [{'id': '%s'}]}",
		uuid);
	import_quoted(store, text, &report);
	counts(&report, 0, 0, 4, 0);
	ck_assert_uint_eq(report.difference_count, 1);
	ck_assert_int_eq(report.differences->verdict, VERDICT_GONE);
	exchange_report_release(&report);
	/* unless it is to count as changed now */
	import_theirs(store, text, &report);
	counts(&report, 1, 0, 4, 0);
	exchange_report_release(&report);
	store_close(store);
}
END_TEST

START_TEST(test_exchange_import_dry_changes_nothing)
{
	struct exchange_report report;
	struct errmsg why = { "" };
	struct store *store = memory();
	struct exchange file;
	int64_t key = import_quoted(store, ROUND("'title': 'One'"), &report);
	char *before = export(store, key, false);
	read_quoted(ROUND("'title': 'Two', 'objectives': [{'text': 'new'}]"), &file);
	ck_assert_msg(!exchange_import(store, &file, IMPORT_DRY | IMPORT_THEIRS, &report, &why),
		"%s", why.text);
	counts(&report, 1, 1, 1 + 2 + 2 + 2, 0);
	exchange_report_release(&report);
	char *after = export(store, key, false);
	ck_assert_str_eq(before, after);
	/* and then in earnest */
	ck_assert_msg(!exchange_import(store, &file, IMPORT_THEIRS, &report, &why), "%s", why.text);
	counts(&report, 1, 1, 1 + 2 + 2 + 2, 0);
	exchange_report_release(&report);
	exchange_release(&file);
	free(before);
	free(after);
	store_close(store);
}
END_TEST

START_TEST(test_exchange_import_dry_of_a_new_alliance_leaves_none)
{
	struct exchange_report report;
	struct errmsg why = { "" };
	struct store *store = memory();
	struct exchange file;
	struct store_list list;
	read_quoted(ROUND("'title': 'One'"), &file);
	for (int dry = 1; dry >= 0; dry--) {
		ck_assert_msg(!exchange_import(store, &file, dry, &report, &why), "%s", why.text);
		counts(&report, 8, 0, 0, 0);
		ck_assert_int_eq(report.assessment != 0, !dry);
		ck_assert_int_eq(store_list(store, &list, NULL), ERR_NONE);
		ck_assert_uint_eq(list.count, dry ? 0 : 1);
		store_list_release(&list);
	}
	exchange_release(&file);
	store_close(store);
}
END_TEST

#define FOREIGN "6d1c7a52-1f0e-4f5b-9c3a-0a4f0c9a7e09"
static const char *const foreign[] = {
	/* a respondent, an assessment and a party of another alliance */
	"{'alliance': {'id': 'y', 'name': 'Y', " PARTIES
	"}, 'assessments': [{'id': 'one'}, {'id': 'two',"
	"'respondents': [{'id': '" FOREIGN "', 'party': 'a', 'role': 'sponsor'}]}]}",
	"{'alliance': {'id': 'y', 'name': 'Y', " PARTIES "}, 'assessments': [{'id': 'one',"
	"'title': 'changed'}, {'id': '" FOREIGN "'}]}",
	"{'alliance': {'id': 'y', 'name': 'changed', 'parties': [{'name': 'A', 'id': '" FOREIGN
	"'}]}}",
	/* with what is there more than six parties */
	("{'alliance': {'id': 'y', 'name': 'changed', 'parties': [{'name': '1'}, {'name': '2'}, "
	 "{'name': '3'}, {'name': '4'}, {'name': '5'}]}}"),
};

START_TEST(test_exchange_import_failure_changes_nothing)
{
	struct exchange_report report;
	struct errmsg why = { "" };
	struct store *store = memory();
	struct exchange file;
	import_quoted(store,
		"{'alliance': {'id': 'x', 'name': 'X', 'parties': [{'name': 'A', 'id': '" FOREIGN
		"'}]}, 'assessments': [{'id': '" FOREIGN "', 'respondents': [{'id': '" FOREIGN
		"', 'party': 'A', 'role': 'sponsor'}]}]}",
		&report);
	int64_t key = import_quoted(store,
		"{'alliance': {'id': 'y', 'name': 'Y', " PARTIES "},"
		"'assessments': [{'id': 'one'}, {'id': 'two'}]}",
		&report);
	char *before = export(store, key, false);
	read_quoted(foreign[_i], &file);
	ck_assert_int_ne(exchange_import(store, &file, IMPORT_PLAINLY, &report, &why), ERR_NONE);
	ck_assert_uint_gt(strlen(why.text), 0);
	ck_assert_int_eq(report.assessment, 0);
	exchange_release(&file);
	char *after = export(store, key, false);
	ck_assert_str_eq(before, after);
	free(before);
	free(after);
	store_close(store);
}
END_TEST

START_TEST(test_exchange_import_hostile_texts_survive)
{
	static const char name[] = "\x1b]0;x\x07 \xE2\x80\xAE\xC2\x9B"
				   "31m \xF0\x9F\x91\xA9\xE2\x80\x8D\xF0\x9F\x9A\x80 '\"\\";
	struct exchange_report report;
	struct store *store = memory();
	struct record rec, back;
	struct errmsg why = { "" };
	struct str big;
	str_init(&big);
	str_pad(&big, 'x', 1 << 20);
	record_init(&rec, instrument_builtin());
	rec.alliance.name = name;
	struct party *party = record_add(&rec, KIND_PARTY);
	party->name = "A";
	struct note *note = record_add(&rec, KIND_NOTE);
	note->text = big.text;
	record_settle(&rec);
	ck_assert_msg(!store_add_record(store, &rec, &why), "%s", why.text);
	char *text = export(store, rec.assessment.object.key, false);
	for (const char *p = text; *p; p++)
		ck_assert(*p == '\n' || ((unsigned char)*p >= 0x20 && *p != 0x7F));
	ck_assert_ptr_null(strstr(text, "\xE2\x80\xAE"));
	struct store *other = memory();
	int64_t key = import(other, text, &report);
	ck_assert_int_eq(store_load(other, key, &back, NULL), ERR_NONE);
	ck_assert_str_eq(back.alliance.name, name);
	ck_assert_str_eq(back.notes[0].text, big.text);
	record_release(&back);
	store_close(other);
	same_after_import(text);
	record_release(&rec);
	str_release(&big);
	store_close(store);
}
END_TEST

START_TEST(test_exchange_import_instrument_travels)
{
	struct exchange_report report;
	struct pool pool = { 0 };
	const struct instrument *bank;
	struct errmsg why = { "" };
	struct record rec;
	ck_assert_int_eq(instrument_load("data/instrument/core-1", &pool, &bank, &why), ERR_NONE);
	char *yaml = mem_strdup(bank->source), *version = strstr(yaml, "version: \"1\"");
	ck_assert_ptr_nonnull(version);
	version[10] = '7';
	ck_assert_int_eq(instrument_parse(yaml, "bank", &pool, &bank, &why), ERR_NONE);
	record_init(&rec, bank);
	rec.alliance.name = "P";
	((struct party *)record_add(&rec, KIND_PARTY))->name = "A";
	record_settle(&rec);
	struct store *store = memory();
	ck_assert_msg(!store_put_instrument(store, bank, &why), "%s", why.text);
	ck_assert_msg(!store_add_record(store, &rec, &why), "%s", why.text);
	char *text = export(store, rec.assessment.object.key, false);
	struct store *other = memory();
	int64_t key = import(other, text, &report);
	struct record back;
	ck_assert_msg(!store_load(other, key, &back, &why), "%s", why.text);
	ck_assert_str_eq(back.instrument->version, "7");
	record_release(&back);
	store_close(other);
	same_after_import(text);
	record_release(&rec);
	store_close(store);
	free(yaml);
	pool_release(&pool);
}
END_TEST

/* The least that an object of each kind says, without an id; of parts the whole with them. */
static const char *const least[KIND_COUNT] = {
	[KIND_PROFILE] = "'profile': {'type': 't'}",
	[KIND_PARTY_PROFILE] = "'profile': {'parties': [{'party': 'a'}]}",
	[KIND_RESPONDENT] = "'respondents': [{'party': 'a', 'role': 'sponsor'}]",
	[KIND_ROUTE] = "'route': [{'party': 'a'}]",
	[KIND_OBJECTIVE] = "'objectives': [{'text': 't'}]",
	[KIND_KPI] = "'kpis': [{'category': 'financial', 'name': 'k'}]",
	[KIND_PROCESS] = "'process': [{'step': 's'}]",
	[KIND_CHECKLIST] = "'checklists': {'selection': {'longlist': 'yes'}}",
	[KIND_RISK] = "'risks': [{'text': 't'}]",
	[KIND_EVENT] = "'events': [{'what': 'w'}]",
	[KIND_INCIDENT] = "'incidents': [{'what': 'w'}]",
	[KIND_CONTRIBUTION] = "'contributions': [{'party': 'b'}]",
	[KIND_NOTE] = "'notes': [{'text': 't'}]",
	[KIND_MILESTONE] = "'milestones': [{'text': 't'}]",
	[KIND_JOINT_OBJECTIVE] = "'plan': {'objectives': [{'text': 't'}]}",
	[KIND_PLAN_ACTION] = "'plan': {'actions': [{'title': 't', 'step': 3}]}",
	[KIND_SUCCESS] = "'plan': {'workshop': {'success': [{'party': 'a', 'text': 't'}]}}",
	[KIND_GATE] = "'plan': {'gates': [{'number': 1, 'outcome': 'passed'}]}",
	[KIND_AMENDMENT] = "'plan': {'amendments': [{'text': 't'}]}",
};

/* The same of those that stand in the alliance. */
static const char *const least_shared[KIND_COUNT] = {
	[KIND_MEETING] = "'meetings': [{'body': 'b'}]",
	[KIND_ESCALATION] = "'escalations': [{'what': 'w'}]",
	[KIND_DAY_OFF] = "'days_off': [{'party': 'b', 'from': '2026-12-24'}]",
};

START_TEST(test_exchange_import_any_two_shared_kinds_that_say_little)
{
	for (int other = 0; least_shared[_i] && other < KIND_COUNT; other++) {
		char text[1024];
		struct exchange_report report;
		const char *round = least[other] ? least[other] : "";
		const char *shared = least_shared[other] && other != _i ? least_shared[other] : "";
		struct store *store = memory();
		snprintf(text, sizeof(text),
			"{'alliance': {'name': 'P', " PARTIES ", %s%s%s}, 'assessments': [{%s}]}",
			least_shared[_i], *shared ? ", " : "", shared, round);
		int64_t key = import_quoted(store, text, &report);
		char *out = export(store, key, false);
		ck_assert_ptr_nonnull(strstr(out, kind_info[_i].list));
		same_after_import(out);
		store_close(store);
	}
}
END_TEST

/* Objects that stand first in their lists, of any two kinds. */
START_TEST(test_exchange_import_any_two_kinds_that_say_little)
{
	for (int other = 0; least[_i] && other < KIND_COUNT; other++) {
		char text[1024];
		struct exchange_report report;
		bool alone =
			!least[other] || !strncmp(least[other], least[_i], strcspn(least[_i], ":"));
		struct store *store = memory();
		snprintf(text, sizeof(text),
			"{'alliance': {'name': 'P', " PARTIES "}, 'assessments': [{%s%s%s}]}",
			least[_i], alone ? "" : ", ", alone ? "" : least[other]);
		int64_t key = import_quoted(store, text, &report);
		same_after_import(export(store, key, false));
		store_close(store);
	}
}
END_TEST

START_TEST(test_exchange_import_what_is_left_out_stays)
{
	struct exchange_report report;
	struct store *store = memory();
	struct record rec;
	import_quoted(store,
		ROUND("'title': 'One', 'objectives_agreed': true, 'plan': {'start': '2026-12-07',"
		      "'track': 'relaunch', 'horizon_months': 18, 'workshop': {'relevant': 'r'},"
		      "'actions': [{'id': 'collect_facts', 'start': '2026-12-07', 'due': "
		      "'2026-12-18', 'note': 'n'}]}, 'objectives': [{'id': 'o', 'text': 't', "
		      "'measure': 'm'}]"),
		&report);
	int64_t key =
		import_quoted(store, ROUND("'objectives': [{'id': 'o', 'text': 't'}]"), &report);
	counts(&report, 0, 0, 1 + 2 + 2 + 2 + 1 + 1, 0);
	ck_assert_int_eq(store_load(store, key, &rec, NULL), ERR_NONE);
	ck_assert_str_eq(rec.assessment.title, "One");
	ck_assert_int_eq(rec.assessment.objectives_agreed, TRI_YES);
	ck_assert_int_eq(record_plan(&rec)->track, TRACK_RELAUNCH);
	ck_assert_int_eq(record_plan(&rec)->horizon, 18);
	ck_assert_str_eq(record_plan(&rec)->relevant, "r");
	ck_assert_str_eq(rec.actions[0].note, "n");
	ck_assert_int_eq(rec.actions[0].active, TRI_YES);
	ck_assert_str_eq(rec.objectives[0].measure, "m");
	record_release(&rec);
	store_close(store);
}
END_TEST

/* A name with its marks apart and together, a text with other ends of lines and a byte order mark.
 */
START_TEST(test_exchange_import_one_spelling_of_a_text)
{
	struct exchange_report report;
	struct store *store = memory();
	struct record rec;
	import_quoted(store,
		"{'alliance': {'name': 'Ge\u0301ne\u0300ve', 'parties': [{'id': 'a', 'name': "
		"'\u00c9a'}]}}",
		&report);
	int64_t key = import_quoted(store,
		"{'alliance': {'name': 'G\u00e9n\u00e8ve', 'parties': [{'id': 'a', 'name': "
		"'E\u0301a'}], 'people': [{'id': 'p', 'party': 'e\u0301A', 'role': 'sponsor', "
		"'name': '\uFEFFone\\r\\ntwo\\rthree\u200B'}]}}",
		&report);
	counts(&report, 1, 0, 2, 0);
	ck_assert_int_eq(store_load(store, key, &rec, NULL), ERR_NONE);
	ck_assert_str_eq(rec.alliance.name, "G\u00e9n\u00e8ve");
	ck_assert_uint_eq(rec.party_count, 1);
	ck_assert_str_eq(rec.people[0].name, "one\ntwo\nthree\xE2\x80\x8B");
	record_release(&rec);
	store_close(store);
}
END_TEST

START_TEST(test_exchange_import_of_several_is_all_or_none)
{
	static const char *const texts[2] = {
		"{'alliance': {'id': 'x', 'name': 'New', 'parties': [{'name': 'A'}]}}",
		"{'alliance': {'id': 'y', 'name': 'Y', 'parties': [{'name': 'B'}]},\n"
		"'assessments': [{'id': 'two', 'notes': [{'text': 'a'},\n"
		"{'id': '6d1c7a52-1f0e-4f5b-9c3a-0a4f0c9a7e09', 'text': 'b'}]}]}",
	};
	struct exchange_report reports[2];
	struct exchange files[2];
	struct errmsg why = { "" };
	struct store_list list;
	struct store *store = memory();
	import_quoted(store,
		ROUND("'notes': [{'id': '6d1c7a52-1f0e-4f5b-9c3a-0a4f0c9a7e09', 'text': 'b'}]"),
		reports);
	int64_t change = store_change(store);
	read_quoted(texts[0], &files[0]);
	read_quoted(texts[1], &files[1]);
	ck_assert_int_eq(exchange_import_all(store, files, 2, false, reports, &why), ERR_INVALID);
	ck_assert_ptr_nonnull(strstr(why.text,
		"file.json:3:1: assessments[0].notes[1]: note 6d1c7a52-1f0e-4f5b-9c3a-"
		"0a4f0c9a7e09 belongs to another assessment"));
	ck_assert_int_eq(store_change(store), change);
	ck_assert_int_eq(store_list(store, &list, NULL), ERR_NONE);
	ck_assert_uint_eq(list.count, 1);
	store_list_release(&list);
	ck_assert_int_eq(exchange_import_all(store, files, 1, false, reports, &why), ERR_NONE);
	ck_assert_int_gt(store_change(store), change);
	exchange_report_release(&reports[0]);
	exchange_release(&files[0]);
	exchange_release(&files[1]);
	store_close(store);
}
END_TEST

Suite *exchange_import_suite(void)
{
	Suite *suite = suite_create("exchange import");
	TCase *tcase = tcase_create("import");
	tcase_set_timeout(tcase, 60);
	tcase_add_test(tcase, test_exchange_import_full_file_round_trips);
	tcase_add_test(tcase, test_exchange_import_every_field_of_every_kind_travels);
	tcase_add_test(tcase, test_exchange_import_twice_changes_nothing);
	tcase_add_test(tcase, test_exchange_import_own_ids_twice_merges);
	tcase_add_test(tcase, test_exchange_import_without_ids_twice_adds_twice);
	tcase_add_loop_test(
		tcase, test_exchange_import_later_answer_wins, 0, sizeof(merges) / sizeof(*merges));
	tcase_add_test(tcase, test_exchange_import_changes_and_adds_objects);
	tcase_add_test(tcase, test_exchange_import_later_round_joins_the_alliance);
	tcase_add_test(tcase, test_exchange_import_alliance_alone_makes_no_second_round);
	tcase_add_test(tcase, test_exchange_import_the_file_says_whose_side_is_ours);
	tcase_add_test(tcase, test_exchange_import_deleted_objects_go);
	tcase_add_test(tcase, test_exchange_import_dry_changes_nothing);
	tcase_add_test(tcase, test_exchange_import_dry_of_a_new_alliance_leaves_none);
	tcase_add_loop_test(tcase, test_exchange_import_failure_changes_nothing, 0,
		sizeof(foreign) / sizeof(*foreign));
	tcase_add_loop_test(
		tcase, test_exchange_import_any_two_kinds_that_say_little, 0, KIND_COUNT);
	tcase_add_loop_test(
		tcase, test_exchange_import_any_two_shared_kinds_that_say_little, 0, KIND_COUNT);
	tcase_add_test(tcase, test_exchange_import_what_is_left_out_stays);
	tcase_add_test(tcase, test_exchange_import_one_spelling_of_a_text);
	tcase_add_test(tcase, test_exchange_import_of_several_is_all_or_none);
	tcase_add_test(tcase, test_exchange_import_hostile_texts_survive);
	tcase_add_test(tcase, test_exchange_import_instrument_travels);
	suite_add_tcase(suite, tcase);
	return suite;
}
