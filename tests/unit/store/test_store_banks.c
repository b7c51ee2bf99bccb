/* SPDX-License-Identifier: MIT */
/*
 * Rounds of several versions of the question bank in one alliance: which one a round begins with,
 * that each re-opens with its own, and that nothing is named by another's.
 */
#include <rekindle/next.h>
#include <rekindle/plan.h>

#include "store_fixture.h"

Suite *store_banks_suite(void);

static struct store *store;
static struct pool pool;
static struct record record;

static void set_up(void)
{
	make_folder_of_test();
	store = open_store();
	record = (struct record){ 0 };
}

static void tear_down(void)
{
	record_release(&record);
	pool_release(&pool);
	store_close(store);
	remove_folder_of_test();
}

/* The newest built-in bank as one of one's own, of that name and version, with another word. */
static const struct instrument *own_bank(
	const char *id, const char *version, const char *word, const char *with)
{
	const struct instrument *bank = NULL;
	struct str text;
	str_init(&text);
	instrument_write(&text, instrument_builtin());
	char *body = strstr(text.text, "\ntitle:"), *at = strstr(text.text, word);
	ck_assert(body && at && at > body);
	char *yaml = pool_printf(&pool, "id: %s\nversion: \"%s\"%.*s%s%s", id, version,
		(int)(at - body), body, with, at + strlen(word));
	str_release(&text);
	ck_assert_msg(!instrument_parse(yaml, id, &pool, &bank, &why), "%s", why.text);
	return bank;
}

static int64_t begun(const struct instrument *bank, enum round_kind kind, int day)
{
	struct record first;
	fill_record_of(&first, bank);
	first.assessment.kind = (int)kind;
	first.assessment.date = day;
	if (bank->source)
		OK(store_put_instrument(store, bank, &why));
	OK(store_add_record(store, &first, &why));
	int64_t key = first.assessment.object.key;
	record_release(&first);
	return key;
}

static int64_t next_of(int64_t from, enum round_kind kind, int day)
{
	int64_t round;
	const struct next_terms terms = { .kind = kind, .date = day };
	OK(next_begin(store, from, &terms, &round, &why));
	return round;
}

static void is_of(int64_t round, const char *id, const char *version)
{
	struct record loaded;
	OK(store_load(store, round, &loaded, &why));
	ck_assert_str_eq(loaded.instrument->id, id);
	ck_assert_str_eq(loaded.instrument->version, version);
	record_release(&loaded);
}

START_TEST(test_banks_full_round_takes_the_newest_and_a_pulse_that_of_the_full_round)
{
	int64_t first = begun(instrument_known("core", "1"), ROUND_BASELINE, 20500);
	int64_t pulse = next_of(first, ROUND_PULSE, 20510);
	int64_t second = next_of(pulse, ROUND_PULSE, 20520);
	int64_t full = next_of(second, ROUND_FOLLOW_UP, 20530);
	int64_t after = next_of(first, ROUND_PULSE, 20540);
	is_of(first, "core", "1");
	is_of(pulse, "core", "1");
	is_of(second, "core", "1");
	is_of(full, "core", instrument_builtin()->version);
	is_of(after, "core", instrument_builtin()->version);
}
END_TEST

START_TEST(test_banks_of_ones_own_are_kept)
{
	const struct instrument *own = own_bank("ours", "5", "\"Four causes", "\"Our causes");
	int64_t first = begun(own, ROUND_BASELINE, 20500);
	is_of(next_of(first, ROUND_PULSE, 20510), "ours", "5");
	is_of(next_of(first, ROUND_FOLLOW_UP, 20530), "ours", "5");
}
END_TEST

/* One's own that took the name of a version before there was such a version goes on as it was. */
START_TEST(test_banks_of_ones_own_by_a_released_name_go_on)
{
	const char *version = instrument_builtin()->version;
	const struct instrument *own = own_bank("core", "77", "\"Four causes", "\"Our causes");
	int64_t first = begun(own, ROUND_BASELINE, 20500);
	/* as a file has it that was written before */
	sql_run(store,
		pool_printf(&pool,
			"UPDATE instrument SET version = '%s', content = replace(content, "
			"'version: \"77\"', 'version: \"%s\"')",
			version, version));
	OK(store_load(store, first, &record, &why));
	ck_assert_ptr_nonnull(record.instrument->source);
	ck_assert(!strncmp(record.instrument->title, "Our causes", 10));
	int64_t next = next_of(first, ROUND_FOLLOW_UP, 20530);
	record_release(&record);
	OK(store_load(store, next, &record, &why));
	ck_assert(!strncmp(record.instrument->title, "Our causes", 10));
	ck_assert_int_eq(store_put_instrument(store, instrument_builtin(), &why), ERR_INVALID);
	ck_assert_ptr_nonnull(strstr(why.text, "another instrument core"));
}
END_TEST

/* Given as a file of its own, a released version is the one that is built in. */
START_TEST(test_banks_given_as_files_are_the_built_in_ones)
{
	const struct instrument *given;
	OK(instrument_load("data/instrument/core-1", &pool, &given, &why));
	int64_t first = begun(given, ROUND_BASELINE, 20500);
	OK(store_load(store, first, &record, &why));
	ck_assert_ptr_eq(record.instrument, instrument_known("core", "1"));
	is_of(next_of(first, ROUND_FOLLOW_UP, 20530), "core", instrument_builtin()->version);
}
END_TEST

/* What the log calls an answer is what the bank of its round calls the question. */
START_TEST(test_banks_log_names_an_answer_by_the_bank_of_its_round)
{
	const struct item *item = &instrument_builtin()->items[0];
	char *word = pool_printf(&pool, "short: \"%s\"", item->shorthand);
	bool has_short = strcmp(item->shorthand, item->topic) != 0;
	if (!has_short)
		word = pool_printf(&pool, "topic: \"%s\"", item->topic);
	const struct instrument *own = own_bank(
		"ours", "5", word, has_short ? "short: \"Our row\"" : "topic: \"Our row\"");
	const struct instrument *banks[] = { own, instrument_known("core", "1") };
	const char *called[] = { "Our row", instrument_known("core", "1")->items[0].shorthand };
	for (int i = 0; i < 4; i++) { /* by turns: what was asked last is remembered */
		struct row row;
		bool found;
		int64_t round = begun(banks[i % 2], ROUND_BASELINE, 20500);
		struct record loaded;
		OK(store_load(store, round, &loaded, &why));
		const struct respondent *who = &loaded.respondents[loaded.answers[0].respondent];
		OK(bank_use(store, loaded.instrument, false, &why));
		OK(row_get(store, KIND_ANSWER, who->object.key, store->bank.item_key[0], &pool,
			&row, &found, &why));
		ck_assert(found);
		ck_assert_ptr_nonnull(strstr(row_called(store, &row, &pool), called[i % 2]));
		record_release(&loaded);
	}
}
END_TEST

/* An action of a library that the bank of the round lacks is told as that library tells it, in the
 * plan, where it is late or due, and in the log. */
START_TEST(test_banks_action_of_another_library_keeps_its_words)
{
	const struct action *action = &instrument_builtin()->actions[0];
	const struct instrument *small;
	struct plan plan;
	struct store_due *due;
	size_t count;
	OK(instrument_load("tests/data/instrument/small.yaml", &pool, &small, &why));
	ck_assert_int_eq(instrument_action(small, action->id), -1);
	record_init(&record, small);
	record.alliance.name = "P";
	((struct party *)record_add(&record, KIND_PARTY))->name = "A";
	struct plan_action *kept = record_add(&record, KIND_PLAN_ACTION);
	kept->library = action->id;
	kept->active = TRI_YES;
	kept->start = kept->due = 20600;
	OK(store_put_instrument(store, small, &why));
	OK(store_add_record(store, &record, &why));
	plan_read(&plan, &record);
	ck_assert_str_eq(plan.actions[0].title, action->title);
	ck_assert_str_eq(plan.actions[0].done_when, action->done_when);
	ck_assert_int_eq(plan.actions[0].step, action->step);
	ck_assert(!plan.actions[0].edited);
	plan_release(&plan);
	OK(store_due(store, record.assessment.object.key, 5, &pool, &due, &count, &why));
	ck_assert_uint_eq(count, 1);
	ck_assert_str_eq(due[0].title, action->title);
	struct row row;
	bool found;
	OK(row_get(store, KIND_PLAN_ACTION, record.actions[0].object.key, 0, &pool, &row, &found,
		&why));
	ck_assert_str_eq(row_called(store, &row, &pool), action->title);
}
END_TEST

/* One more round of the alliance, heard in full. */
static int64_t another(int64_t first, const struct instrument *bank)
{
	struct record two;
	OK(store_load(store, first, &two, &why));
	drop_round(&two);
	two.instrument = bank;
	two.assessment.date = 20501;
	for (int r = 0; r < 2; r++) {
		struct respondent *who = record_add(&two, KIND_RESPONDENT);
		who->party = r;
		who->role = ROLE_MANAGER;
		for (size_t i = 0; i < bank->item_count; i++) {
			struct answer *answer = record_add(&two, KIND_ANSWER);
			answer->respondent = r;
			answer->item = (int)i;
			answer->state = STATE_ANSWERED;
			fill_value(&two, &bank->items[i], (int)i + r, &answer->value);
		}
	}
	record_settle(&two);
	OK(store_add_record(store, &two, &why));
	int64_t key = two.assessment.object.key;
	record_release(&two);
	return key;
}

static void change_and_undo(struct record *one, size_t at)
{
	struct answer *answer = &one->answers[at];
	const char *comment = answer->comment, *what;
	answer->comment = "changed";
	OK(store_put(store, one, KIND_ANSWER, answer, 0, &why));
	OK(store_undo(store, one->assessment.object.key, &pool, &what, &why));
	ck_assert_ptr_nonnull(what);
	answer->comment = comment;
}

/* Two rounds of any two versions: each re-opens with its own, by turns, and what was changed in it
 * is undone. */
START_TEST(test_banks_rounds_of_two_versions_stand_beside_each_other)
{
	size_t versions;
	const struct instrument *released = instrument_released(&versions);
	const struct instrument *banks[] = { &released[_i % (int)versions],
		&released[_i / (int)versions] };
	int64_t keys[2] = { begun(banks[0], ROUND_BASELINE, 20500) };
	keys[1] = another(keys[0], banks[1]);
	for (int i = 0; i < 4; i++) {
		struct record one, again;
		OK(store_load(store, keys[i % 2], &one, &why));
		ck_assert_ptr_eq(one.instrument, banks[i % 2]);
		ck_assert_uint_ge(one.answer_count, one.instrument->item_count);
		for (size_t a = 0; a < one.answer_count; a += 17)
			change_and_undo(&one, a);
		OK(store_load(store, keys[i % 2], &again, &why));
		assert_same(&one, &again, false);
		record_release(&one);
		record_release(&again);
	}
}
END_TEST

Suite *store_banks_suite(void)
{
	Suite *suite = suite_create("banks");
	TCase *tests = tcase_create("banks");
	tcase_set_timeout(tests, 60);
	tcase_add_checked_fixture(tests, set_up, tear_down);
	tcase_add_test(
		tests, test_banks_full_round_takes_the_newest_and_a_pulse_that_of_the_full_round);
	tcase_add_test(tests, test_banks_of_ones_own_are_kept);
	tcase_add_test(tests, test_banks_of_ones_own_by_a_released_name_go_on);
	tcase_add_test(tests, test_banks_given_as_files_are_the_built_in_ones);
	tcase_add_test(tests, test_banks_log_names_an_answer_by_the_bank_of_its_round);
	tcase_add_test(tests, test_banks_action_of_another_library_keeps_its_words);
	tcase_add_loop_test(tests, test_banks_rounds_of_two_versions_stand_beside_each_other, 0, 4);
	suite_add_tcase(suite, tests);
	return suite;
}
