/* SPDX-License-Identifier: MIT */
/*
 * Rounds that had a plan and KPIs each of their own, in a database and in a file of that time: both
 * come out as the one plan of the alliance.
 */
#include <jansson.h>
#include <rekindle/bin.h>
#include <rekindle/date.h>
#include <rekindle/plan.h>

#include "exchange_help.h"
#include "store_fixture.h"

Suite *store_former_suite(void);

#define ALLIANCE "a0000000-0000-0000-0000-000000000001"
#define FIRST "10000000-0000-0000-0000-000000000001"
#define SECOND "20000000-0000-0000-0000-000000000002"
#define PULSE "30000000-0000-0000-0000-000000000003"

/* As 0.1.0 wrote them, with what people did in every round. */
static const char document[] =
	"{'format': 'rekindle-exchange', 'version': 1,"
	"'alliance': {'id': '" ALLIANCE "', 'name': 'Twice', 'parties': ["
	"{'id': 'a0000000-0000-0000-0000-00000000000a', 'name': 'Apex'},"
	"{'id': 'a0000000-0000-0000-0000-00000000000b', 'name': 'Borealis'}],"
	"'people': [{'id': 'b0000000-0000-0000-0000-000000000001', 'party': 'Apex', "
	"'role': 'manager', 'name': 'Ana'}]},"
	"'assessments': ["
	"{'id': '" FIRST "', 'kind': 'baseline', 'date': '2026-01-10',"
	"'kpis': [{'id': 'c0000000-0000-0000-0000-000000000001', 'category': 'financial', "
	"'name': 'Revenue', 'unit': 'EUR', 'baseline': 1, 'target': 9, 'actuals': ["
	"{'date': '2026-02-01', 'value': 2}, {'date': '2026-07-01', 'value': 3}]},"
	"{'id': 'c0000000-0000-0000-0000-000000000002', 'category': 'financial', "
	"'name': 'Margin', 'actuals': [{'date': '2026-03-01', 'value': 5}]}],"
	"'plan': {'track': 'recommit', 'start': '2026-01-19', 'horizon_months': 12,"
	"'workshop': {'date': '2026-02-02', 'relevant': 'old words', 'challenges': 'hard',"
	"'success': [{'party': 'Apex', 'text': 'old'}, {'party': 'Borealis', 'text': 'theirs'}]},"
	"'objectives': [{'id': 'd0000000-0000-0000-0000-000000000001', 'text': 'Grow'}],"
	"'actions': ["
	"{'id': 'collect_facts', 'due': '2026-02-27', 'status': 'done', 'closed': '2026-02-20'},"
	"{'id': 'name_sponsor', 'due': '2026-03-06', 'owners': ["
	"{'party': 'Apex', 'person': 'b0000000-0000-0000-0000-000000000001'}]},"
	"{'id': 'test_form', 'due': '2026-03-13'},"
	"{'id': 'e0000000-0000-0000-0000-000000000001', 'title': 'Our own', 'step': 3, "
	"'due': '2026-04-03', 'objective': 'd0000000-0000-0000-0000-000000000001'}],"
	"'gates': [{'number': 1, 'outcome': 'passed', 'decided': '2026-02-18'}],"
	"'amendments': [{'id': 'f0000000-0000-0000-0000-000000000001', 'text': 'Terms', "
	"'because': 'aspect.type.terms', 'settled': true}]}},"
	"{'id': '" SECOND "', 'kind': 'follow-up', 'date': '2026-07-10',"
	"'kpis': [{'id': 'c0000000-0000-0000-0000-000000000003', 'category': 'financial', "
	"'name': 'Revenue', 'unit': 'EUR', 'baseline': 3, 'target': 12, 'actuals': ["
	"{'date': '2026-07-01', 'value': 3.5}, {'date': '2026-08-01', 'value': 4}]}],"
	"'plan': {'track': 'relaunch', 'start': '2026-07-20', 'horizon_months': 18,"
	"'workshop': {'relevant': 'new words', 'success': [{'party': 'Apex', 'text': 'new'}]},"
	"'objectives': [{'id': 'd0000000-0000-0000-0000-000000000002', 'text': 'Grow', "
	"'target': 7}],"
	"'actions': [{'id': 'collect_facts', 'due': '2026-08-28'},"
	"{'id': 'name_sponsor', 'due': '2026-09-04', 'status': 'started'},"
	"{'id': 'walk_process', 'due': '2026-09-11'}],"
	"'amendments': [{'id': 'f0000000-0000-0000-0000-000000000002', 'text': 'Terms', "
	"'because': 'aspect.type.terms'}]}},"
	"{'id': '" PULSE "', 'kind': 'pulse', 'date': '2026-09-10',"
	"'plan': {'workshop': {'opportunities': 'seen in the pulse'}}}]}";

/* x'…' of a UUID, or of that of a library's action in a round. */
static const char *hex(struct pool *pool, struct uuid id)
{
	char *text = pool_alloc(pool, 36);
	strcpy(text, "x'");
	for (int i = 0; i < 16; i++)
		sprintf(text + 2 + 2 * i, "%02x", id.byte[i]);
	return strcat(text, "'");
}

static struct uuid uuid_of(const char *text)
{
	struct uuid id;
	ck_assert(uuid_parse(text, &id));
	return id;
}

static const char *id(struct pool *pool, const char *text)
{
	return hex(pool, uuid_of(text));
}

static const char *drawn(struct pool *pool, const char *round, const char *library)
{
	struct uuid space = uuid_of(round);
	return hex(pool, uuid_derive(&space, pool_printf(pool, "action %s", library)));
}

static int day(const char *text)
{
	int number;
	ck_assert(date_parse(text, &number));
	return number;
}

#define D(text) day(text)
#define RUN(...)                                                                                   \
	do {                                                                                       \
		struct query *query_;                                                              \
		bool row_;                                                                         \
		OK(engine_prepare(store->engine, pool_printf(&pool, __VA_ARGS__), &query_, &why)); \
		OK(query_step(query_, &row_, &why));                                               \
		query_free(query_);                                                                \
	} while (0)

static void add_alliance(struct store *store)
{
	struct pool pool = { 0 };
	const struct instrument *bank = instrument_known("core", "1");
	RUN("INSERT INTO instrument (key, id, version) VALUES (1, '%s', '%s')", bank->id,
		bank->version);
	RUN("INSERT INTO alliance (key, id, name) VALUES (1, %s, 'Twice')", id(&pool, ALLIANCE));
	RUN("INSERT INTO party (key, alliance, id, name) VALUES (1, 1, %s, 'Apex'), "
	    "(2, 1, %s, 'Borealis')",
		id(&pool, "a0000000-0000-0000-0000-00000000000a"),
		id(&pool, "a0000000-0000-0000-0000-00000000000b"));
	RUN("INSERT INTO person (key, alliance, id, party, role, name) "
	    "VALUES (1, 1, %s, 1, %d, 'Ana')",
		id(&pool, "b0000000-0000-0000-0000-000000000001"), ROLE_MANAGER);
	RUN("INSERT INTO assessment (key, alliance, id, instrument, kind, date, plan_start, "
	    "plan_track, plan_horizon, workshop, relevant, opportunities, challenges) VALUES "
	    "(1, 1, %s, 1, 0, %d, %d, %d, 12, %d, 'old words', NULL, 'hard'), "
	    "(2, 1, %s, 1, 1, %d, %d, %d, 18, NULL, 'new words', NULL, NULL), "
	    "(3, 1, %s, 1, 2, %d, NULL, NULL, NULL, NULL, NULL, 'seen in the pulse', NULL)",
		id(&pool, FIRST), D("2026-01-10"), D("2026-01-19"), TRACK_RECOMMIT, D("2026-02-02"),
		id(&pool, SECOND), D("2026-07-10"), D("2026-07-20"), TRACK_RELAUNCH,
		id(&pool, PULSE), D("2026-09-10"));
	pool_release(&pool);
}

static void add_kpis(struct store *store)
{
	struct pool pool = { 0 };
	RUN("INSERT INTO kpi (key, assessment, id, category, name, unit, baseline, target) VALUES "
	    "(1, 1, %s, %d, 'Revenue', 'EUR', 1, 9), (2, 1, %s, %d, 'Margin', NULL, NULL, NULL), "
	    "(3, 2, %s, %d, 'Revenue', 'EUR', 3, 12)",
		id(&pool, "c0000000-0000-0000-0000-000000000001"), CATEGORY_FINANCIAL,
		id(&pool, "c0000000-0000-0000-0000-000000000002"), CATEGORY_FINANCIAL,
		id(&pool, "c0000000-0000-0000-0000-000000000003"), CATEGORY_FINANCIAL);
	RUN("INSERT INTO actual (kpi, date, value) VALUES (1, %d, 2), (1, %d, 3), (2, %d, 5), "
	    "(3, %d, 3.5), (3, %d, 4)",
		D("2026-02-01"), D("2026-07-01"), D("2026-03-01"), D("2026-07-01"),
		D("2026-08-01"));
	pool_release(&pool);
}

static void add_plans(struct store *store)
{
	struct pool pool = { 0 };
	RUN("INSERT INTO joint_objective (key, assessment, id, text, target) VALUES "
	    "(1, 1, %s, 'Grow', NULL), (2, 2, %s, 'Grow', '7')",
		id(&pool, "d0000000-0000-0000-0000-000000000001"),
		id(&pool, "d0000000-0000-0000-0000-000000000002"));
	RUN("INSERT INTO plan_action (key, assessment, id, library, start, due, active, status, "
	    "closed) VALUES (1, 1, %s, 'collect_facts', %d, %d, 1, %d, %d), "
	    "(2, 1, %s, 'name_sponsor', %d, %d, 1, NULL, NULL), "
	    "(3, 1, %s, 'test_form', %d, %d, 1, NULL, NULL)",
		drawn(&pool, FIRST, "collect_facts"), D("2026-02-27"), D("2026-02-27"), STATUS_DONE,
		D("2026-02-20"), drawn(&pool, FIRST, "name_sponsor"), D("2026-03-06"),
		D("2026-03-06"), drawn(&pool, FIRST, "test_form"), D("2026-03-13"),
		D("2026-03-13"));
	RUN("INSERT INTO plan_action (key, assessment, id, title, step, start, due, active, "
	    "objective) VALUES (4, 1, %s, 'Our own', 3, %d, %d, 1, 1)",
		id(&pool, "e0000000-0000-0000-0000-000000000001"), D("2026-04-03"),
		D("2026-04-03"));
	RUN("INSERT INTO plan_action (key, assessment, id, library, start, due, active, status) "
	    "VALUES (5, 2, %s, 'collect_facts', %d, %d, 1, NULL), "
	    "(6, 2, %s, 'name_sponsor', %d, %d, 1, %d), "
	    "(7, 2, %s, 'walk_process', %d, %d, 1, NULL)",
		drawn(&pool, SECOND, "collect_facts"), D("2026-08-28"), D("2026-08-28"),
		drawn(&pool, SECOND, "name_sponsor"), D("2026-09-04"), D("2026-09-04"),
		STATUS_STARTED, drawn(&pool, SECOND, "walk_process"), D("2026-09-11"),
		D("2026-09-11"));
	RUN("INSERT INTO action_owner (action, person) VALUES (2, 1)");
	RUN("INSERT INTO success (assessment, party, text) VALUES (1, 1, 'old'), "
	    "(1, 2, 'theirs'), (2, 1, 'new')");
	RUN("INSERT INTO gate_decision (assessment, number, outcome, date) VALUES (1, 1, %d, %d)",
		OUTCOME_PASSED, D("2026-02-18"));
	RUN("INSERT INTO amendment (assessment, id, text, because, settled) VALUES "
	    "(1, %s, 'Terms', 'aspect.type.terms', 1), "
	    "(2, %s, 'Terms', 'aspect.type.terms', NULL)",
		id(&pool, "f0000000-0000-0000-0000-000000000001"),
		id(&pool, "f0000000-0000-0000-0000-000000000002"));
	pool_release(&pool);
}

/* The steps before the one that has brought the plans together. */
static const struct embedded *steps_before(void)
{
	static struct embedded steps[64];
	size_t count = 0;
	for (const struct embedded *file = embedded_files; file->path; file++) {
		if (strstr(file->text, "CREATE TABLE former"))
			break;
		steps[count++] = *file;
	}
	steps[count] = (struct embedded){ 0 };
	return steps;
}

/* The database of that time, brought up to date. */
static struct store *migrated(void)
{
	struct store *store;
	OK(store_open_with(path, STORE_CREATE, steps_before(), &store, &why));
	add_alliance(store);
	add_kpis(store);
	add_plans(store);
	store_close(store);
	return open_store();
}

static struct store *imported(void)
{
	struct store *store;
	struct exchange file;
	struct exchange_report report;
	OK(store_open(":memory:", STORE_CREATE, &store, &why));
	read_quoted(document, &file);
	OK(exchange_import(store, &file, IMPORT_PLAINLY, &report, &why));
	exchange_report_release(&report);
	exchange_release(&file);
	return store;
}

static void load(struct store *store, const char *round, struct record *rec)
{
	struct uuid uuid = uuid_of(round);
	OK(store_load(store, store_key(store, KIND_ASSESSMENT, &uuid), rec, &why));
}

static const struct plan_action *action(const struct record *rec, const char *library)
{
	const struct plan_action *found = NULL;
	for (size_t i = 0; i < rec->action_count; i++)
		if (rec->actions[i].library && !strcmp(rec->actions[i].library, library)) {
			ck_assert_ptr_null(found);
			found = &rec->actions[i];
		}
	return found;
}

static bool is_from(const struct uuid *id, const char *round)
{
	struct uuid uuid = uuid_of(round);
	return uuid_same(id, &uuid);
}

/* The newest plan, what was done in the older one, its own actions; what nobody touched is gone. */
static void check_actions(const struct record *rec)
{
	ck_assert_uint_eq(rec->action_count, 4);
	ck_assert_int_eq(action(rec, "collect_facts")->status, STATUS_DONE);
	ck_assert(is_from(&action(rec, "collect_facts")->round, FIRST));
	ck_assert_int_eq(action(rec, "name_sponsor")->status, STATUS_STARTED);
	ck_assert(is_from(&action(rec, "name_sponsor")->round, SECOND));
	ck_assert_ptr_nonnull(action(rec, "walk_process"));
	ck_assert_ptr_null(action(rec, "test_form"));
	ck_assert_uint_eq(rec->action_owner_count, 0);
	for (size_t i = 0; i < rec->action_count; i++)
		if (!rec->actions[i].library)
			ck_assert_int_eq(rec->actions[i].objective, 0);
}

static void check_agreed(const struct record *rec)
{
	ck_assert_uint_eq(rec->joint_objective_count, 1);
	ck_assert_str_eq(rec->joint_objectives[0].target, "7");
	ck_assert_uint_eq(rec->success_count, 2);
	for (size_t i = 0; i < 2; i++)
		ck_assert_str_eq(
			rec->successes[i].text, rec->successes[i].party ? "theirs" : "new");
	ck_assert_uint_eq(rec->gate_decision_count, 1);
	ck_assert_int_eq(rec->gate_decisions[0].outcome, OUTCOME_PASSED);
	ck_assert_uint_eq(rec->amendment_count, 1);
	ck_assert_int_eq(rec->amendments[0].settled, TRI_YES);
	ck_assert_uint_eq(rec->plan_count, 1);
	const struct plan_frame *plan = record_plan(rec);
	ck_assert_int_eq(plan->track, TRACK_RELAUNCH);
	ck_assert_int_eq(plan->horizon, 18);
	ck_assert_int_eq(plan->start, D("2026-07-20"));
	ck_assert_int_eq(plan->workshop, D("2026-02-02"));
	ck_assert_str_eq(plan->relevant, "new words");
	ck_assert_str_eq(plan->challenges, "hard");
	ck_assert_str_eq(plan->opportunities, "seen in the pulse");
	ck_assert(is_from(&plan->round, SECOND));
}

/* One of each name, with the readings of all; the newer says more of one day. */
static void check_kpis(const struct record *rec)
{
	double sum = 0;
	ck_assert_uint_eq(rec->kpi_count, 2);
	ck_assert_uint_eq(rec->actual_count, 4);
	for (size_t i = 0; i < rec->actual_count; i++)
		sum += rec->actuals[i].value;
	ck_assert_double_eq(sum, 2 + 5 + 3.5 + 4);
	for (size_t i = 0; i < 2; i++)
		if (!strcmp(rec->kpis[i].name, "Revenue"))
			ck_assert_double_eq(rec->kpis[i].target, 12);
}

static void check_one_plan(struct store *store)
{
	static const char *const rounds[] = { FIRST, SECOND, PULSE };
	for (size_t i = 0; i < 3; i++) {
		struct record rec;
		load(store, rounds[i], &rec);
		check_actions(&rec);
		check_agreed(&rec);
		check_kpis(&rec);
		record_release(&rec);
	}
}

START_TEST(test_store_former_plans_of_a_database_become_one)
{
	struct store *store = migrated();
	check_one_plan(store);
	ck_assert_int_eq(sql_number(store, "SELECT count(*) FROM former"), 0);
	ck_assert_int_eq(sql_number(store, "SELECT count(*) FROM action_owner"), 0);
	ck_assert_int_eq(sql_number(store, "SELECT count(*) FROM pragma_foreign_key_check()"), 0);
	store_close(store);
}
END_TEST

/* Two rounds that were sealed then. */
static struct store *migrated_sealed(void)
{
	struct store *store;
	struct pool pool = { 0 };
	OK(store_open_with(path, STORE_CREATE, steps_before(), &store, &why));
	add_alliance(store);
	add_kpis(store);
	add_plans(store);
	RUN("UPDATE assessment SET sealed = %d WHERE key = 1", D("2026-01-12"));
	RUN("UPDATE assessment SET sealed = %d WHERE key = 2", D("2026-07-12"));
	pool_release(&pool);
	store_close(store);
	return open_store();
}

static void replace(struct str *text, const char *what, const char *by)
{
	struct str out;
	const char *at = strstr(text->text, what);
	ck_assert_ptr_nonnull(at);
	str_init(&out);
	str_addn(&out, text->text, (size_t)(at - text->text));
	str_add(&out, by);
	str_add(&out, at + strlen(what));
	str_clear(text);
	str_add(text, out.text);
	str_release(&out);
}

static struct store *imported_sealed(void)
{
	struct store *store;
	struct exchange file;
	struct exchange_report report;
	struct str text;
	str_init(&text);
	str_add(&text, document);
	replace(&text, "'date': '2026-01-10',", "'date': '2026-01-10', 'sealed': '2026-01-12',");
	replace(&text, "'date': '2026-07-10',", "'date': '2026-07-10', 'sealed': '2026-07-12',");
	OK(store_open(":memory:", STORE_CREATE, &store, &why));
	read_quoted(text.text, &file);
	OK(exchange_import(store, &file, IMPORT_PLAINLY, &report, &why));
	exchange_report_release(&report);
	exchange_release(&file);
	str_release(&text);
	return store;
}

/* A round that was sealed then keeps the KPIs that were its own, each of its readings up to its
 * day; the alliance has them all made one. */
START_TEST(test_store_former_sealed_rounds_keep_their_own)
{
	struct store *store = _i ? imported_sealed() : migrated_sealed();
	struct record first, second;
	load(store, FIRST, &first);
	load(store, SECOND, &second);
	check_kpis(&first);
	check_kpis(&second);
	ck_assert_uint_eq(first.sealed_kpi_count, 2);
	ck_assert_str_eq(first.sealed_kpis[0].name, "Revenue");
	ck_assert_double_eq(first.sealed_kpis[0].target, 9);
	ck_assert_str_eq(first.sealed_kpis[1].name, "Margin");
	ck_assert_uint_eq(first.sealed_actual_count, 0);
	ck_assert_uint_eq(second.sealed_kpi_count, 1);
	ck_assert_double_eq(second.sealed_kpis[0].baseline, 3);
	ck_assert_double_eq(second.sealed_kpis[0].target, 12);
	ck_assert_uint_eq(second.sealed_actual_count, 1);
	ck_assert_double_eq(second.sealed_actuals[0].value, 3.5);
	record_release(&first);
	record_release(&second);
	store_close(store);
}
END_TEST

START_TEST(test_store_former_plans_of_a_file_become_one)
{
	struct store *store = imported();
	check_one_plan(store);
	store_close(store);
}
END_TEST

/* Without the times, which a migration knows and an old file does not. */
static void strip(json_t *value)
{
	const char *name;
	json_t *member;
	void *next;
	size_t i;
	json_array_foreach(value, i, member) strip(member);
	json_object_foreach_safe(value, next, name, member)
	{
		strip(member);
		if (json_is_null(member) || !strcmp(name, "changed") || !strcmp(name, "drawn"))
			json_object_del(value, name);
	}
}

static int by_text(const void *a, const void *b)
{
	return strcmp(*(char *const *)a, *(char *const *)b);
}

/* The members of a list in an order of their own. */
static char *sorted(json_t *list)
{
	size_t count = json_array_size(list), i;
	json_t *value;
	char *text[32];
	struct str out;
	ck_assert_uint_lt(count, 32);
	json_array_foreach(list, i, value) text[i] = json_dumps(value, JSON_SORT_KEYS);
	qsort(text, count, sizeof(*text), by_text);
	str_init(&out);
	for (i = 0; i < count; i++) {
		str_addf(&out, "%s\n", text[i]);
		free(text[i]);
	}
	return str_detach(&out);
}

static char *alliance_of(struct store *store, const char *member)
{
	struct str text;
	struct uuid uuid = uuid_of(PULSE);
	str_init(&text);
	OK(exchange_write(store, store_key(store, KIND_ASSESSMENT, &uuid), false, &text, &why));
	json_t *root = json_loads(text.text, 0, NULL);
	json_t *alliance = json_object_get(root, "alliance");
	json_t *plan = json_object_get(alliance, "plan");
	strip(alliance);
	char *out =
		sorted(json_object_get(json_object_get(plan, member) ? plan : alliance, member));
	json_decref(root);
	str_release(&text);
	return out;
}

/* One function decides for both. */
START_TEST(test_store_former_database_and_file_say_the_same)
{
	static const char *const lists[] = { "actions", "objectives", "amendments", "gates" };
	struct store *a = migrated(), *b = imported();
	for (size_t i = 0; i < sizeof(lists) / sizeof(*lists); i++) {
		char *here = alliance_of(a, lists[i]), *there = alliance_of(b, lists[i]);
		ck_assert_uint_gt(strlen(here), 0);
		ck_assert_str_eq(here, there);
		free(here);
		free(there);
	}
	store_close(a);
	store_close(b);
}
END_TEST

/* What is written of it is read back, to the letter. */
START_TEST(test_store_former_plans_travel_on)
{
	struct store *a = migrated(), *b;
	struct str there, here;
	struct exchange file;
	struct exchange_report report;
	struct uuid uuid = uuid_of(PULSE);
	str_init(&there);
	str_init(&here);
	OK(exchange_write(a, store_key(a, KIND_ASSESSMENT, &uuid), false, &there, &why));
	OK(store_open(":memory:", STORE_CREATE, &b, &why));
	read_ok(there.text, &file);
	OK(exchange_import(b, &file, IMPORT_PLAINLY, &report, &why));
	OK(exchange_write(b, store_key(b, KIND_ASSESSMENT, &uuid), false, &here, &why));
	ck_assert_str_eq(there.text, here.text);
	exchange_report_release(&report);
	exchange_release(&file);
	str_release(&there);
	str_release(&here);
	store_close(a);
	store_close(b);
}
END_TEST

/* A file of that time brings nothing back that the one plan has left behind. */
START_TEST(test_store_former_file_again_changes_nothing)
{
	struct store *store = imported();
	struct exchange file;
	struct exchange_report report;
	int64_t change = store_change(store);
	read_quoted(document, &file);
	OK(exchange_import(store, &file, IMPORT_PLAINLY, &report, &why));
	ck_assert_int_eq(report.added + report.changed + report.deleted, 0);
	ck_assert_int_eq(store_change(store), change);
	exchange_report_release(&report);
	exchange_release(&file);
	store_close(store);
}
END_TEST

/* An alliance that lay in the bin at that time: what the log said of it, the round last but three.
 */
static const struct {
	int code, key;
	const char *text;
} gone[] = {
	{ 10, 40, ",50,20000,5" },
	{ 10, 41, ",50,20001,6" },
	{ 9, 50, "9,xc0000000000000000000000000000009,,0,\"Revenue, zzkpi\"" },
	{ 19, 60, "9,xe0000000000000000000000000000009,,,3,\"Our own zzaction\"" },
	{ 23, 70, "9,,1,0,20020,\"zzgate\"" },
	{ 24, 75, "9,xf0000000000000000000000000000009,,\"zzterms\",,1" },
	{ 5, 9,
		"7,x90000000000000000000000000000009,\"{\"\"a\"\":[1,2]}\",1,0,\"A \"\"day\"\", "
		"zzoff\",20000,20090,1,20007,0,12,20010,\"so, \"\"and\"\" zzso\",,\"\",@" },
	{ 3, 80, "7,xa0000000000000000000000000000080,,\"Apex\"" },
	{ 3, 81, "7,xa0000000000000000000000000000081,,\"Borealis\"" },
	{ 2, 7, "xa0000000000000000000000000000007,,\"Gone\"" },
};
#define GONE ((int)(sizeof(gone) / sizeof(*gone)))

static void put_into_bin(struct store *store)
{
	struct pool pool = { 0 };
	for (int i = 0; i < GONE; i++)
		RUN("INSERT INTO change (seq, at, scope, back, kind, key, old) VALUES "
		    "(%d, %s, 0, %s, %d, %d, '%s')",
			i + 1, i ? "NULL" : "1790000000000", i ? "NULL" : "0", gone[i].code,
			gone[i].key, gone[i].text);
	RUN("INSERT INTO bin (first, last, kind, key, alliance, day) VALUES (1, %d, 2, 7, 7, %d)",
		GONE, clock_today());
	pool_release(&pool);
}

static struct store *migrated_bin(struct pool *pool, struct store_binned **list)
{
	struct store *store;
	size_t count;
	OK(store_open_with(path, STORE_CREATE, steps_before(), &store, &why));
	add_alliance(store);
	put_into_bin(store);
	store_close(store);
	store = open_store();
	OK(store_bin(store, pool, list, &count, &why));
	ck_assert_uint_eq(count, 1);
	ck_assert_str_eq((*list)->name, "Gone");
	return store;
}

START_TEST(test_store_former_bin_gives_back_what_has_moved)
{
	struct pool pool = { 0 };
	struct store_binned *list;
	struct record rec;
	struct store *store = migrated_bin(&pool, &list);
	OK(store_undelete(store, list, &why));
	OK(store_load(store, 9, &rec, &why));
	ck_assert_str_eq(rec.alliance.name, "Gone");
	ck_assert_str_eq(rec.assessment.title, "A \"day\", zzoff");
	ck_assert_str_eq(rec.assessment.object.extra, "{\"a\":[1,2]}");
	ck_assert_int_eq(rec.assessment.date, 20000);
	ck_assert_int_eq(rec.assessment.sealed, 20090);
	ck_assert_int_eq(rec.assessment.objectives_agreed, TRI_YES);
	ck_assert_int_gt(rec.assessment.object.changed, 0);
	ck_assert_uint_eq(rec.kpi_count, 1);
	ck_assert_str_eq(rec.kpis[0].name, "Revenue, zzkpi");
	ck_assert_uint_eq(rec.actual_count, 2);
	/* that it was sealed then is all that is known */
	ck_assert_uint_eq(rec.sealed_kpi_count, 1);
	ck_assert_str_eq(rec.sealed_kpis[0].name, "Revenue, zzkpi");
	ck_assert_uint_eq(rec.sealed_actual_count, 1);
	ck_assert_int_eq(rec.sealed_actuals[0].date, 20000);
	ck_assert_uint_eq(rec.action_count, 1);
	ck_assert_str_eq(rec.actions[0].title, "Our own zzaction");
	ck_assert_uint_eq(rec.gate_decision_count, 1);
	ck_assert_str_eq(rec.gate_decisions[0].note, "zzgate");
	ck_assert_uint_eq(rec.amendment_count, 1);
	ck_assert_int_eq(sql_number(store, "SELECT count(*) FROM pragma_foreign_key_check()"), 0);
	record_release(&rec);
	pool_release(&pool);
	store_close(store);
}
END_TEST

START_TEST(test_store_former_bin_is_forgotten_whole)
{
	struct pool pool = { 0 };
	struct store_binned *list;
	struct texts mentions = { 0 }, copies = { 0 };
	struct store *store = migrated_bin(&pool, &list);
	ck_assert_int_eq(sql_number(store, "SELECT count(*) FROM change WHERE old LIKE '%zz%'"), 5);
	const struct store_found found = { KIND_ALLIANCE, list->key, list->key, list->id,
		list->name };
	OK(store_forget(store, &found, &pool, &mentions, &copies, &why));
	ck_assert_int_eq(sql_number(store, "SELECT count(*) FROM change WHERE old LIKE '%zz%'"), 0);
	pool_release(&pool);
	store_close(store);
}
END_TEST

Suite *store_former_suite(void)
{
	Suite *suite = suite_create("store_former");
	TCase *tests = tcase_create("former");
	tcase_add_checked_fixture(tests, make_folder_of_test, remove_folder_of_test);
	tcase_set_timeout(tests, 30);
	tcase_add_test(tests, test_store_former_plans_of_a_database_become_one);
	tcase_add_loop_test(tests, test_store_former_sealed_rounds_keep_their_own, 0, 2);
	tcase_add_test(tests, test_store_former_plans_of_a_file_become_one);
	tcase_add_test(tests, test_store_former_database_and_file_say_the_same);
	tcase_add_test(tests, test_store_former_plans_travel_on);
	tcase_add_test(tests, test_store_former_file_again_changes_nothing);
	tcase_add_test(tests, test_store_former_bin_gives_back_what_has_moved);
	tcase_add_test(tests, test_store_former_bin_is_forgotten_whole);
	suite_add_tcase(suite, tests);
	return suite;
}
