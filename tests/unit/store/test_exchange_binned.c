/* SPDX-License-Identifier: MIT */
/*
 * Files of what lies in the bin: nothing goes back to an older state, and what lies there once lies
 * there once.
 */
#include <rekindle/bin.h>

#include "exchange_help.h"
#include "store_fixture.h"

Suite *exchange_binned_suite(void);

#define ROUND_NAMED(id, more)                                                                      \
	"{'id': '" id "', 'date': '2026-11-20'" more ", 'changed': 1763632800000,"                 \
	"'respondents': [{'id': 'r" id "', 'person': 'p1', 'changed': 1763632800000}],"            \
	"'answers': [{'respondent': 'r" id "', 'item': '" ITEM                                     \
	"', 'value': 4, 'changed': 1763632800000}]}"
#define FILE_WITH(rounds)                                                                          \
	"{'alliance': {'id': 'x', 'name': 'Phoenix', 'changed': 1763632800000, " PARTIES           \
	", 'people': [{'id': 'p1', 'party': 'a', 'role': 'sponsor', 'name': 'Ana', "               \
	"'changed': 1763632800000}]}, 'assessments': [" rounds "]}"

static struct store *store;
static struct pool pool;
static char *old; /* as it was exported before anything was changed */

static struct exchange_report take_so(struct store *into, const char *json, unsigned how)
{
	struct exchange_report report;
	struct exchange file;
	read_ok(json, &file);
	OK(exchange_import(into, &file, how, &report, &why));
	exchange_release(&file);
	return report;
}

static void take(struct store *into, const char *json)
{
	struct exchange_report report = take_so(into, json, IMPORT_PLAINLY);
	exchange_report_release(&report);
}

static struct store *memory(const char *json)
{
	struct store *made;
	OK(store_open(":memory:", STORE_CREATE, &made, &why));
	take(made, json);
	return made;
}

static int64_t round_of(struct store *from)
{
	int64_t key;
	OK(store_find(from, "Phoenix", &key, &why));
	return key;
}

static char *give(struct store *from)
{
	struct str out;
	str_init(&out);
	OK(exchange_write(from, round_of(from), false, &out, &why));
	return str_detach(&out);
}

static void begin(const char *quoted)
{
	char *json = json_of(quoted);
	store = memory(json);
	old = give(store);
	free(json);
}

static void set_up(void)
{
	why.text[0] = '\0';
	begin(FILE_WITH(ROUND_NAMED("one", "")));
}

static void tear_down(void)
{
	store_close(store);
	pool_release(&pool);
	free(old);
}

#define LATER_MS 1000 /* than all that is done without */

static void put(struct store *in, struct record *record, enum kind kind, int64_t later)
{
	OK(store_begin(in, record->assessment.object.key, NULL, &why));
	in->change.at += later;
	OK(store_put(in, record, kind, record_at(record, kind, 0), 0, &why));
	OK(store_commit(in, &why));
	record_release(record);
}

static void rename_person(struct store *in, const char *name, int64_t later)
{
	struct record record;
	OK(store_load(in, round_of(in), &record, &why));
	record.people[0].name = name;
	put(in, &record, KIND_PERSON, later);
}

static void rate(struct store *in, double rating, int64_t later)
{
	struct record record;
	OK(store_load(in, round_of(in), &record, &why));
	record.answers[0].value.number = rating;
	put(in, &record, KIND_ANSWER, later);
}

static void delete_named(const char *text)
{
	struct store_found found;
	OK(store_find_object(store, text, &pool, &found, &why));
	OK(store_delete_found(store, &found, &why));
}

static struct store_binned *bin_of(size_t expected)
{
	struct store_binned *list;
	size_t count;
	OK(store_bin(store, &pool, &list, &count, &why));
	ck_assert_uint_eq(count, expected);
	return list;
}

static void undelete(const char *text)
{
	struct store_binned binned;
	OK(store_find_binned(store, text, &pool, &binned, &why));
	OK(store_undelete(store, &binned, &why));
}

/* The first that the import says, and no other about the alliance. */
static void assert_said(const struct exchange_report *report, enum verdict verdict, enum kind kind)
{
	ck_assert_uint_ge(report->difference_count, 1);
	ck_assert_int_eq(report->differences[0].verdict, verdict);
	ck_assert_int_eq(report->differences[0].kind, kind);
	for (size_t i = 1; i < report->difference_count; i++)
		ck_assert_int_ne(report->differences[i].kind, KIND_ALLIANCE);
}

static void assert_state(const char *name, double rating)
{
	struct record record;
	OK(store_load(store, round_of(store), &record, &why));
	ck_assert_str_eq(record.people[0].name, name);
	ck_assert_uint_eq(record.answer_count, 1);
	ck_assert_double_eq(record.answers[0].value.number, rating);
	record_release(&record);
}

START_TEST(test_exchange_binned_older_file_leaves_a_deleted_alliance_deleted)
{
	rename_person(store, "Zoe", 0);
	char *newest = give(store);
	delete_named("Phoenix");
	for (int how = IMPORT_PLAINLY; how <= IMPORT_DRY; how++) {
		struct exchange_report report = take_so(store, _i ? newest : old, (unsigned)how);
		assert_said(&report, VERDICT_GONE, KIND_ALLIANCE);
		ck_assert_int_gt(report.differences[0].here_at, report.differences[0].there_at);
		ck_assert_int_eq(report.added + report.changed + report.deleted, 0);
		exchange_report_release(&report);
		bin_of(1);
	}
	undelete("Phoenix");
	assert_state("Zoe", 4);
	free(newest);
}
END_TEST

START_TEST(test_exchange_binned_later_file_brings_the_newest_state_back)
{
	struct store *other = memory(old);
	const char *what;
	rename_person(store, "Zoe", 0);
	char *newest = give(store);
	delete_named("Phoenix");
	rate(other, 1, LATER_MS);
	char *later = give(other);
	struct exchange_report report = take_so(store, later, IMPORT_PLAINLY);
	assert_said(&report, VERDICT_REVIVED, KIND_ALLIANCE);
	exchange_report_release(&report);
	assert_state("Zoe", 1);
	bin_of(0);
	take(other, newest);
	char *here = give(store), *there = give(other);
	ck_assert_str_eq(here, there);
	OK(store_undo(store, round_of(store), &pool, &what, &why));
	ck_assert_str_eq(what, "import");
	ck_assert_int_eq(bin_of(1)->kind, KIND_ALLIANCE);
	report = take_so(store, old, IMPORT_PLAINLY);
	assert_said(&report, VERDICT_GONE, KIND_ALLIANCE);
	exchange_report_release(&report);
	take(store, later);
	assert_state("Zoe", 1);
	free(newest);
	free(later);
	free(here);
	free(there);
	store_close(other);
}
END_TEST

START_TEST(test_exchange_binned_alliance_comes_back_with_its_sealed_rounds)
{
	const char *what;
	tear_down();
	pool = (struct pool){ 0 };
	begin(FILE_WITH(
		ROUND_NAMED("one", ", 'sealed': '2026-11-21'") ", " ROUND_NAMED("two", "")));
	struct store *other = memory(old);
	delete_named("Phoenix");
	rename_person(other, "Zoe", LATER_MS);
	char *later = give(other);
	take(store, later);
	ck_assert_int_eq(sql_number(store, "SELECT count(*) FROM assessment"), 2);
	ck_assert_int_eq(
		sql_number(store, "SELECT count(*) FROM assessment WHERE sealed IS NOT NULL"), 1);
	ck_assert_int_eq(sql_number(store, "SELECT count(*) FROM answer"), 2);
	OK(store_undo(store, round_of(store), &pool, &what, &why));
	bin_of(1);
	free(later);
	store_close(other);
}
END_TEST

START_TEST(test_exchange_binned_undated_file_brings_it_back_only_when_told_so)
{
	static const char undated[] = "{'alliance': {'id': 'x', 'name': 'Phoenix', " PARTIES "},"
				      "'assessments': [{'id': 'one', 'date': '2026-11-20'}]}";
	char *json = json_of(undated);
	delete_named("Phoenix");
	take(store, json);
	bin_of(1);
	struct exchange_report report = take_so(store, json, IMPORT_THEIRS);
	assert_said(&report, VERDICT_REVIVED, KIND_ALLIANCE);
	exchange_report_release(&report);
	assert_state("Ana", 4);
	free(json);
}
END_TEST

/* Its round is the only one: there is none to merge into. */
START_TEST(test_exchange_binned_older_file_leaves_a_deleted_round_deleted)
{
	struct record record;
	char text[UUID_TEXT];
	OK(store_load(store, round_of(store), &record, &why));
	uuid_text(&record.assessment.object.id, text);
	record_release(&record);
	rate(store, 2, 0);
	delete_named(text);
	for (int time = 0; time < 2; time++) {
		struct exchange_report report = take_so(store, old, IMPORT_PLAINLY);
		assert_said(&report, VERDICT_GONE, KIND_ASSESSMENT);
		ck_assert_int_eq(report.added + report.changed + report.deleted, 0);
		exchange_report_release(&report);
		bin_of(1);
	}
	undelete(text);
	assert_state("Ana", 2);
}
END_TEST

/* A file that has something later in it brings it back; then it is deleted again. */
START_TEST(test_exchange_binned_round_deleted_twice_lies_there_once)
{
	struct store *other = memory(old);
	struct record record;
	char text[UUID_TEXT];
	OK(store_load(store, round_of(store), &record, &why));
	uuid_text(&record.assessment.object.id, text);
	record_release(&record);
	delete_named(text);
	rate(other, 5, LATER_MS);
	char *later = give(other);
	take(store, later);
	assert_state("Ana", 5);
	bin_of(0);
	delete_named(text);
	bin_of(1);
	undelete(text);
	assert_state("Ana", 5);
	free(later);
	store_close(other);
}
END_TEST

Suite *exchange_binned_suite(void)
{
	Suite *suite = suite_create("exchange binned");
	TCase *tests = tcase_create("binned");
	tcase_add_checked_fixture(tests, set_up, tear_down);
	tcase_add_loop_test(
		tests, test_exchange_binned_older_file_leaves_a_deleted_alliance_deleted, 0, 2);
	tcase_add_test(tests, test_exchange_binned_later_file_brings_the_newest_state_back);
	tcase_add_test(tests, test_exchange_binned_alliance_comes_back_with_its_sealed_rounds);
	tcase_add_test(tests, test_exchange_binned_undated_file_brings_it_back_only_when_told_so);
	tcase_add_test(tests, test_exchange_binned_older_file_leaves_a_deleted_round_deleted);
	tcase_add_test(tests, test_exchange_binned_round_deleted_twice_lies_there_once);
	suite_add_tcase(suite, tests);
	return suite;
}
