/* SPDX-License-Identifier: MIT */
/*
 * A sealed round: what was recorded of it is written by nobody, what is the alliance's goes on.
 */
#include <rekindle/exchange.h>

#include "exchange_help.h"
#include "store_fixture.h"

Suite *store_seal_suite(void);

#define SEALED 20778 /* 2026-11-21 */

static struct store *store;
static struct record record;
static struct pool pool;
static int64_t round_key;

static void set_up(void)
{
	make_folder_of_test();
	store = open_store();
	round_key = stored_record(store, &record);
}

static void tear_down(void)
{
	record_release(&record);
	pool_release(&pool);
	store_close(store);
	remove_folder_of_test();
}

static bool is_alliances(enum kind kind)
{
	static const enum kind kinds[] = { KIND_ALLIANCE, KIND_PARTY, KIND_PERSON, KIND_MEETING,
		KIND_ESCALATION, KIND_DAY_OFF, KIND_RELEASE, KIND_RELEASE_RATING, KIND_KPI,
		KIND_ACTUAL, KIND_PLAN, KIND_JOINT_OBJECTIVE, KIND_PLAN_ACTION, KIND_ACTION_OWNER,
		KIND_OBJECTIVE_OWNER, KIND_SUCCESS, KIND_GATE, KIND_AMENDMENT };
	for (size_t i = 0; i < sizeof(kinds) / sizeof(*kinds); i++)
		if (kinds[i] == kind)
			return true;
	return false;
}

static void refused(enum err err)
{
	char id[UUID_TEXT], open[80];
	ck_assert_int_eq(err, ERR_LOCKED);
	snprintf(open, sizeof(open), "rekindle seal %.8s --open takes the seal back",
		uuid_text(&record.assessment.object.id, id));
	ck_assert_msg(strstr(why.text, "sealed on 2026-11-21"), "%s", why.text);
	ck_assert_msg(strstr(why.text, open), "%s", why.text);
	why.text[0] = '\0';
}

static void expect_of(enum kind kind, enum err err)
{
	if (is_alliances(kind))
		ck_assert_msg(!err, "%s: %s", kind_info[kind].name, why.text);
	else
		refused(err);
}

static void seal(int day)
{
	OK(store_seal(store, round_key, day, &why));
	record.assessment.sealed = day;
}

START_TEST(test_store_seal_holds_for_every_kind_of_the_round)
{
	enum kind kind = (enum kind)_i;
	if (!kind_info[kind].count || kind == KIND_ANSWER || kind_is_kept(kind))
		return;
	void *object = record_add(&record, kind);
	fill_object(&record, kind, object, 500, 1);
	OK(store_put(store, &record, kind, object, 0, &why));
	seal(SEALED);
	int64_t change = store_change(store);
	fill_object(&record, kind, object, 601, 0);
	expect_of(kind, store_put(store, &record, kind, object, 0, &why));
	expect_of(kind, store_delete(store, &record, kind, object, &why));
	void *fresh = record_add(&record, kind);
	fill_object(&record, kind, fresh, 702, 0);
	((struct object *)fresh)->changed = 0; /* never stored */
	expect_of(kind, store_put(store, &record, kind, fresh, 0, &why));
	if (!is_alliances(kind))
		ck_assert_int_eq(store_change(store), change);
}
END_TEST

static void load_again(void)
{
	record_release(&record);
	OK(store_load(store, round_key, &record, &why));
}

START_TEST(test_store_seal_keeps_the_kpis_of_then)
{
	record.actuals[0].date = record.assessment.date;
	record.actuals[1].date = record.assessment.date + 1;
	OK(store_put(store, &record, KIND_ACTUAL, &record.actuals[0], 0, &why));
	OK(store_put(store, &record, KIND_ACTUAL, &record.actuals[1], 0, &why));
	seal(SEALED);
	record.kpis[0].target = 1;
	OK(store_put(store, &record, KIND_KPI, &record.kpis[0], 0, &why));
	OK(store_delete(store, &record, KIND_KPI, &record.kpis[1], &why));
	struct uuid gone = record.kpis[1].object.id;
	double value = record.actuals[0].value;
	load_again();
	const struct kpi_list now = record_kpis_now(&record), kept = record_kpis(&record);
	ck_assert_uint_eq(now.kpi_count, 1);
	ck_assert(now.kpis[0].target == 1);
	ck_assert_uint_eq(kept.kpi_count, 2);
	ck_assert(uuid_same(&kept.kpis[0].object.id, &now.kpis[0].object.id));
	ck_assert(uuid_same(&kept.kpis[1].object.id, &gone));
	ck_assert(kept.kpis[0].target != 1);
	ck_assert_str_eq(kept.kpis[0].name, now.kpis[0].name);
	ck_assert_str_eq(kept.kpis[0].object.extra, now.kpis[0].object.extra);
	ck_assert_uint_eq(kept.actual_count, 1);
	ck_assert_int_eq(kept.actuals[0].date, record.assessment.date);
	ck_assert(kept.actuals[0].value == value);
	seal(DATE_NONE);
	load_again();
	ck_assert_uint_eq(record.sealed_kpi_count + record.sealed_actual_count, 0);
	/* of the KPI and the days that its readings had: what goes with a seal is none that travels
	 */
	ck_assert_int_eq(sql_number(store, "SELECT count(*) FROM deleted"), 1 + 2);
	ck_assert_uint_eq(record_kpis(&record).kpi_count, 1);
}
END_TEST

/* By whatever way a round is sealed. */
START_TEST(test_store_seal_by_a_form_keeps_the_kpis_of_then)
{
	record.assessment.sealed = SEALED;
	OK(store_put(store, &record, KIND_ASSESSMENT, &record.assessment, 0, &why));
	load_again();
	ck_assert_uint_eq(record.sealed_kpi_count, 2);
	record.assessment.sealed = DATE_NONE;
	OK(store_put(store, &record, KIND_ASSESSMENT, &record.assessment, 0, &why));
	load_again();
	ck_assert_uint_eq(record.sealed_kpi_count, 0);
}
END_TEST

START_TEST(test_store_seal_holds_for_what_it_keeps)
{
	static const enum kind kinds[] = { KIND_SEALED_KPI, KIND_SEALED_ACTUAL };
	record.assessment.date = DATE_NONE; /* every reading */
	OK(store_put(store, &record, KIND_ASSESSMENT, &record.assessment, 0, &why));
	seal(SEALED);
	load_again();
	for (size_t k = 0; k < 2; k++) {
		void *object = record_at(&record, kinds[k], 0);
		fill_object(&record, kinds[k], object, 601, 0);
		refused(store_put(store, &record, kinds[k], object, 0, &why));
		refused(store_delete(store, &record, kinds[k], object, &why));
		void *fresh = record_add(&record, kinds[k]);
		fill_object(&record, kinds[k], fresh, 702, 0);
		((struct object *)fresh)->changed = 0; /* never stored */
		refused(store_put(store, &record, kinds[k], fresh, 0, &why));
	}
}
END_TEST

START_TEST(test_store_seal_holds_for_answers)
{
	struct answer *answer = &record.answers[0];
	seal(SEALED);
	answer->comment = "Later";
	refused(store_put(store, &record, KIND_ANSWER, answer, 0, &why));
	refused(store_delete(store, &record, KIND_ANSWER, answer, &why));
	refused(store_delete(store, &record, KIND_RESPONDENT, &record.respondents[0], &why));
}
END_TEST

/* The plan is the alliance's, and goes on. */
START_TEST(test_store_seal_leaves_the_plan)
{
	seal(SEALED);
	struct plan_frame *plan = record_put_plan(&record);
	plan->start = SEALED + 30;
	plan->workshop = SEALED + 40;
	plan->relevant = "Both need the line";
	OK(store_put(store, &record, KIND_PLAN, plan, 0, &why));
	OK(store_put_plan(store, &record, "plan", &why));
	record_release(&record);
	OK(store_load(store, round_key, &record, &why));
	record.assessment.objectives_agreed = !record.assessment.objectives_agreed;
	refused(store_put(store, &record, KIND_ASSESSMENT, &record.assessment, 0, &why));
	refused(store_delete(store, &record, KIND_ASSESSMENT, &record.assessment, &why));
}
END_TEST

/* People and parties are the alliance's, but who was heard stays. */
START_TEST(test_store_seal_keeps_who_was_heard)
{
	seal(SEALED);
	refused(store_delete(store, &record, KIND_PERSON, &record.people[0], &why));
	refused(store_delete(store, &record, KIND_PARTY, &record.parties[0], &why));
	record.people[0].name = "Ana Ruiz";
	OK(store_put(store, &record, KIND_PERSON, &record.people[0], 0, &why));
}
END_TEST

START_TEST(test_store_seal_holds_for_sittings_and_holds)
{
	const struct store_sitting place = {
		.respondent = record.respondents[0].object.key, .item = 3, .draft = "Half a sen"
	};
	seal(SEALED);
	refused(store_put_sitting(store, &record, &place, &why));
	refused(store_hold(store, place.respondent, &why));
	ck_assert_int_eq(sql_number(store, "SELECT count(*) FROM sitting"), 0);
	ck_assert_int_eq(sql_number(store, "SELECT count(*) FROM hold"), 0);
}
END_TEST

START_TEST(test_store_seal_holds_for_undo_and_redo)
{
	const char *what;
	record.risks[0].text = "Another";
	OK(store_put(store, &record, KIND_RISK, &record.risks[0], 0, &why));
	record.risks[0].text = "A third";
	OK(store_put(store, &record, KIND_RISK, &record.risks[0], 0, &why));
	OK(store_undo(store, round_key, &pool, &what, &why));
	seal(SEALED);
	refused(store_undo(store, round_key, &pool, &what, &why));
	ck_assert_ptr_null(what);
	refused(store_redo(store, round_key, &pool, &what, &why));
	seal(DATE_NONE);
	OK(store_redo(store, round_key, &pool, &what, &why));
	ck_assert_str_eq(what, "text of the risk");
}
END_TEST

/* What was done on the plan of a sealed round can be undone, the seal itself by nothing but its
 * opposite. */
START_TEST(test_store_seal_is_no_step_of_undo)
{
	const char *what;
	struct record now;
	seal(SEALED);
	OK(store_undo(store, round_key, &pool, &what, &why));
	ck_assert_ptr_null(what);
	record.kpis[0].name = "Runs per hour";
	OK(store_put(store, &record, KIND_KPI, &record.kpis[0], 0, &why));
	OK(store_undo(store, round_key, &pool, &what, &why));
	ck_assert_str_eq(what, "name of the kpi");
	OK(store_load(store, round_key, &now, &why));
	ck_assert_int_eq(now.assessment.sealed, SEALED);
	record_release(&now);
}
END_TEST

START_TEST(test_store_seal_taken_back_lets_everything_be_written)
{
	seal(SEALED);
	seal(DATE_NONE);
	for (int kind = KIND_RESPONDENT; kind < KIND_COUNT; kind++) {
		if (kind == KIND_ANSWER || kind_is_kept(kind))
			continue;
		fill_object(&record, kind, record_at(&record, kind, 0), 801, 0);
		OK(store_put(store, &record, kind, record_at(&record, kind, 0), 0, &why));
	}
}
END_TEST

/* What one transaction found without a seal says nothing of the next. */
START_TEST(test_store_seal_in_a_transaction_holds_from_the_next_on)
{
	OK(store_begin(store, round_key, NULL, &why));
	record.risks[0].text = "Before";
	OK(store_put(store, &record, KIND_RISK, &record.risks[0], 0, &why));
	record.assessment.sealed = SEALED;
	OK(store_put(store, &record, KIND_ASSESSMENT, &record.assessment, 0, &why));
	record.risks[0].text = "With it";
	OK(store_put(store, &record, KIND_RISK, &record.risks[0], 0, &why));
	OK(store_commit(store, &why));
	record.risks[0].text = "After it";
	refused(store_put(store, &record, KIND_RISK, &record.risks[0], 0, &why));
	/* a change of the plan in between opens nothing */
	OK(store_begin(store, round_key, NULL, &why));
	record_put_plan(&record)->start = SEALED + 1;
	OK(store_put(store, &record, KIND_PLAN, record_put_plan(&record), 0, &why));
	refused(store_put(store, &record, KIND_RISK, &record.risks[0], 0, &why));
	store_rollback(store);
}
END_TEST

START_TEST(test_store_seal_goes_with_the_alliance)
{
	seal(SEALED);
	OK(store_delete(store, &record, KIND_ALLIANCE, &record.alliance, &why));
	ck_assert_int_eq(sql_number(store, "SELECT count(*) FROM assessment"), 0);
	ck_assert_int_eq(sql_number(store, "SELECT count(*) FROM answer"), 0);
}
END_TEST

START_TEST(test_store_seal_waits_for_an_interview)
{
	struct store *other = open_store();
	char process[64];
	OK(store_hold(other, record.respondents[1].object.key, &why));
	snprintf(process, sizeof(process), "not sealed: process %d on ", (int)getpid());
	ck_assert_int_eq(store_seal(store, round_key, SEALED, &why), ERR_LOCKED);
	ck_assert_msg(strstr(why.text, process), "%s", why.text);
	ck_assert_int_eq(sql_number(store, "SELECT count(*) FROM hold"), 1);
	ck_assert_int_eq(
		sql_number(store, "SELECT count(*) FROM assessment WHERE sealed IS NOT NULL"), 0);
	store_close(other);
	OK(store_seal(store, round_key, SEALED, &why));
}
END_TEST

#define ROUND_OF(id, more)                                                                         \
	"{'id': '" id "', 'date': '2026-11-20', 'respondents': [{'id': '" id "-r', "               \
	"'party': 'a', 'role': 'sponsor', 'name': 'Ana'}], 'answers': [{'respondent': '" id        \
	"-r', 'item': '" ITEM "', 'state': 'answered', 'value': 4}]" more "}"
#define FILE_OF(rounds)                                                                            \
	"{'format': 'rekindle-exchange', 'version': 1, 'instrument': {'id': 'core', "              \
	"'version': '1'}, 'alliance': {'id': 'x', 'name': 'Phoenix', " PARTIES "}, "               \
	"'assessments': [" rounds "]}"

static void import(const char *text)
{
	struct exchange file;
	struct exchange_report report;
	read_quoted(text, &file);
	OK(exchange_import(store, &file, IMPORT_PLAINLY, &report, &why));
	exchange_report_release(&report);
	exchange_release(&file);
}

#define SEALED_WITH                                                                                \
	", 'sealed': '2026-11-21', 'kpis': [{'category': 'financial', 'name': 'K', "               \
	"'actuals': [{'date': '2026-11-01', 'value': 1}]}]"

/* A file's sealed round comes whole, and goes whole when the import is undone. */
START_TEST(test_store_seal_of_a_file_comes_and_is_undone_whole)
{
	const char *what;
	OK(store_delete(store, &record, KIND_ALLIANCE, &record.alliance, &why));
	import(FILE_OF(ROUND_OF("one", "")));
	int64_t one = sql_number(store, "SELECT key FROM assessment");
	import(FILE_OF(ROUND_OF("one", "") ", " ROUND_OF("two", SEALED_WITH)));
	ck_assert_int_eq(sql_number(store, "SELECT count(*) FROM sealed_kpi"), 1);
	ck_assert_int_eq(sql_number(store, "SELECT count(*) FROM answer"), 2);
	ck_assert_int_eq(sql_number(store, "SELECT sum(sealed) FROM assessment"), SEALED);
	OK(store_undo(store, one, &pool, &what, &why));
	ck_assert_str_eq(what, "import");
	ck_assert_int_eq(sql_number(store, "SELECT count(*) FROM assessment"), 1);
	ck_assert_int_eq(sql_number(store, "SELECT count(*) FROM answer"), 1);
	ck_assert_int_eq(sql_number(store, "SELECT count(*) FROM sealed_kpi"), 0);
	ck_assert_int_eq(sql_number(store, "SELECT count(*) FROM sealed_actual"), 0);
	OK(store_redo(store, one, &pool, &what, &why));
	ck_assert_int_eq(sql_number(store, "SELECT sum(sealed) FROM assessment"), SEALED);
	ck_assert_int_eq(sql_number(store, "SELECT count(*) FROM answer"), 2);
	ck_assert_int_eq(sql_number(store, "SELECT count(*) FROM sealed_kpi"), 1);
	ck_assert_int_eq(sql_number(store, "SELECT count(*) FROM sealed_actual"), 1);
}
END_TEST

Suite *store_seal_suite(void)
{
	Suite *suite = suite_create("store_seal");
	TCase *tests = tcase_create("seal");
	tcase_add_checked_fixture(tests, set_up, tear_down);
	tcase_set_timeout(tests, 60);
	tcase_add_loop_test(
		tests, test_store_seal_holds_for_every_kind_of_the_round, 0, KIND_COUNT);
	tcase_add_test(tests, test_store_seal_keeps_the_kpis_of_then);
	tcase_add_test(tests, test_store_seal_by_a_form_keeps_the_kpis_of_then);
	tcase_add_test(tests, test_store_seal_holds_for_what_it_keeps);
	tcase_add_test(tests, test_store_seal_holds_for_answers);
	tcase_add_test(tests, test_store_seal_leaves_the_plan);
	tcase_add_test(tests, test_store_seal_keeps_who_was_heard);
	tcase_add_test(tests, test_store_seal_holds_for_sittings_and_holds);
	tcase_add_test(tests, test_store_seal_holds_for_undo_and_redo);
	tcase_add_test(tests, test_store_seal_is_no_step_of_undo);
	tcase_add_test(tests, test_store_seal_taken_back_lets_everything_be_written);
	tcase_add_test(tests, test_store_seal_in_a_transaction_holds_from_the_next_on);
	tcase_add_test(tests, test_store_seal_goes_with_the_alliance);
	tcase_add_test(tests, test_store_seal_waits_for_an_interview);
	tcase_add_test(tests, test_store_seal_of_a_file_comes_and_is_undone_whole);
	suite_add_tcase(suite, tests);
	return suite;
}
