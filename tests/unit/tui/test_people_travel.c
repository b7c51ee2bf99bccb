/* SPDX-License-Identifier: MIT */
/*
 * Two records of one person that were made one, on one copy: others that import it end with one
 * person, older files bring the other record back nowhere, and taking it back travels as well.
 */
#include "../store/merge_help.h"

#include <rekindle/instrument.h>
#include <rekindle/people.h>

Suite *people_travel_suite(void);

static const char doubled[] =
	"{'alliance': {'id': 'x', 'name': 'Phoenix', " PARTIES ","
	"'people': [{'id': 'p1', 'party': 'a', 'role': 'sponsor', 'name': 'Ana'},"
	"{'id': 'p2', 'party': 'a', 'role': 'manager', 'name': 'Ana Ruiz'},"
	"{'id': 'p3', 'party': 'a', 'role': 'manager', 'name': 'A. Ruiz'}]},"
	"'assessments': [{'id': 'one', 'date': '2026-11-20', 'title': 'One',"
	"'respondents': [{'id': 'r1', 'person': 'p1'}, {'id': 'r2', 'person': 'p2'},"
	"{'id': 'r3', 'person': 'p3'}],"
	"'answers': [{'respondent': 'r1', 'item': '" ITEM "', 'value': 4},"
	"{'respondent': 'r2', 'item': '" ITEM "', 'value': 2},"
	"{'respondent': 'r3', 'item': 'strategy.rationale.2', 'value': 3}],"
	"'plan': {'start': '2026-12-07', 'track': 'relaunch', 'horizon_months': 12, 'actions': ["
	"{'id': 'collect_facts', 'owners': [{'party': 'a', 'person': 'p1'}]}]}}]}";

static struct store *store_of(const char *quoted)
{
	struct store *store = memory();
	char *json = json_of(quoted);
	take(store, json);
	free(json);
	return store;
}

static struct store *doubled_store(void)
{
	return store_of(doubled);
}

static void unite(struct store *store, int into, int from)
{
	struct people_merged merged;
	struct record rec;
	load(store, &rec);
	OK(people_merge(store, &rec, into, from, &merged, &why));
	people_merged_release(&merged);
	record_release(&rec);
}

static void rename_at(struct store *store, size_t person, const char *name, int64_t skew)
{
	struct record rec;
	load(store, &rec);
	rec.people[person].name = name;
	put_at(store, &rec, KIND_PERSON, person, skew);
	record_release(&rec);
}

static void rate_at(struct store *store, size_t answer, int rating, int64_t skew)
{
	struct record rec;
	load(store, &rec);
	rec.answers[answer].value.number = rating;
	put_at(store, &rec, KIND_ANSWER, answer, skew);
	record_release(&rec);
}

static void assert_people(struct store *store, size_t people, size_t interviews)
{
	struct record rec;
	load(store, &rec);
	ck_assert_uint_eq(rec.person_count, people);
	ck_assert_uint_eq(rec.respondent_count, interviews);
	record_release(&rec);
}

static void assert_same_content(struct store *a, struct store *b)
{
	char *of_a = content(a), *of_b = content(b);
	assert_alike(of_a, of_b, 0);
	free(of_a);
	free(of_b);
}

/* Also what was changed of the one that is gone, later and by somebody who did not know. */
START_TEST(test_people_travel_other_copies_end_with_one)
{
	struct store *a = doubled_store(), *b = copy_of(a);
	char *old = give(a);
	struct record rec;
	rename_at(b, 0, "Ana R.", DAY_MS);
	rate_at(b, 0, 5, DAY_MS);
	unite(a, 1, 0);
	char *of_b = give(b);
	merge(b, a);
	take(a, of_b);
	assert_people(b, 2, 2);
	assert_same_content(a, b);
	load(b, &rec);
	ck_assert_double_eq(rec.answers[0].value.number, 5);
	ck_assert_uint_eq(rec.action_owner_count, 1);
	ck_assert_str_eq(rec.people[rec.action_owners[0].person].name, "Ana Ruiz");
	record_release(&rec);
	take(a, old);
	take(b, old);
	assert_people(a, 2, 2);
	assert_same_content(a, b);
	free(old);
	free(of_b);
	store_close(a);
	store_close(b);
}
END_TEST

START_TEST(test_people_travel_taking_it_back_travels)
{
	struct store *a = doubled_store(), *b = copy_of(a);
	struct pool pool = { 0 };
	const char *what;
	rename_at(b, 0, "Ana R.", -DAY_MS);
	unite(a, 1, 0);
	char *united = give(a);
	merge(b, a);
	OK(store_undo(a, round_of(a), &pool, &what, &why));
	assert_people(a, 3, 3);
	merge(b, a);
	assert_people(b, 3, 3);
	take(a, united);
	take(b, united);
	assert_people(a, 3, 3);
	assert_people(b, 3, 3);
	free(united);
	pool_release(&pool);
	store_close(a);
	store_close(b);
}
END_TEST

START_TEST(test_people_travel_undoing_the_import_takes_it_back)
{
	struct store *a = doubled_store(), *b = copy_of(a);
	struct pool pool = { 0 };
	const char *what;
	rename_at(b, 0, "Ana R.", DAY_MS);
	char *before = give(b);
	unite(a, 1, 0);
	merge(b, a);
	OK(store_undo(b, round_of(b), &pool, &what, &why));
	char *after = give(b);
	ck_assert(!strcmp(before, after));
	free(before);
	free(after);
	pool_release(&pool);
	store_close(a);
	store_close(b);
}
END_TEST

/* Each made the other's record part of its own. */
START_TEST(test_people_travel_of_two_ways_the_later_counts)
{
	struct store *a = doubled_store(), *b = copy_of(a);
	unite(a, 1, 0);
	unite(b, 0, 1);
	char *of_a = give(a), *of_b = give(b);
	take(a, of_b);
	take(b, of_a);
	free(of_a);
	free(of_b);
	merge(a, b);
	merge(b, a);
	assert_people(a, 2, 2);
	assert_same_content(a, b);
	store_close(a);
	store_close(b);
}
END_TEST

static void assert_in_both_orders(struct store *a, struct store *b)
{
	char *of_a = give(a), *of_b = give(b);
	take(a, of_b);
	take(b, of_a);
	assert_same_content(a, b);
	free(of_a);
	free(of_b);
}

/* Who stands for the first answer of the document, and how it was rated. */
static void assert_first_is(struct store *store, const char *name, double rating)
{
	struct record rec;
	int item = instrument_item(instrument_known("core", "1"), ITEM);
	const struct answer *answer = NULL;
	load(store, &rec);
	for (size_t i = 0; i < rec.respondent_count; i++)
		if (str_same(rec.people[rec.respondents[i].person].name, name))
			answer = record_answer(&rec, (int)i, item);
	ck_assert_ptr_nonnull(answer);
	ck_assert_double_eq(answer->value.number, rating);
	record_release(&rec);
}

START_TEST(test_people_travel_of_two_that_one_was_made_the_later_counts)
{
	struct store *a = doubled_store(), *b = copy_of(a), *c = copy_of(a);
	unite(a, 1, 0);
	rate_at(c, 0, 5, DAY_MS);
	unite(b, 2, 0);
	assert_in_both_orders(a, b);
	assert_people(a, 2, 2);
	assert_first_is(a, "A. Ruiz", 4);
	merge(a, c);
	merge(b, c);
	assert_same_content(a, b);
	assert_first_is(a, "A. Ruiz", 5);
	store_close(a);
	store_close(b);
	store_close(c);
}
END_TEST

static void remove_person(struct store *store, int person)
{
	struct record rec;
	load(store, &rec);
	OK(people_remove(store, &rec, person, &why));
	record_release(&rec);
}

/* On one copy the second goes, on the other the first becomes a part of the second. */
static void assert_removed_whole(int64_t skew, size_t people)
{
	struct store *a = doubled_store(), *b = copy_of(a);
	remove_person(a, 1);
	unite(b, 1, 0);
	if (skew)
		rate_at(b, 0, 5, skew);
	char *files[2] = { give(a), give(b) };
	assert_in_any_order(files, 2);
	assert_in_both_orders(a, b);
	assert_people(a, people, people);
	for (int i = 0; i < 2; i++)
		free(files[i]);
	store_close(a);
	store_close(b);
}

START_TEST(test_people_travel_who_is_part_of_somebody_removed_goes_unless_heard_later)
{
	assert_removed_whole(DAY_MS, 2);
}
END_TEST

/* What the first of them made a part is nowhere on the copies that meet first. */
START_TEST(test_people_travel_of_a_circle_the_one_named_last_stands)
{
	struct store *copies[3] = { doubled_store() };
	char *files[3];
	for (int c = 1; c < 3; c++)
		copies[c] = copy_of(copies[0]);
	for (int c = 0; c < 3; c++) {
		rename_at(copies[c], 0, "Ana R.", (c + 1) * DAY_MS);
		unite(copies[c], (c + 1) % 3, c);
		files[c] = give(copies[c]);
	}
	assert_in_any_order(files, 3);
	for (int c = 0; c < 3; c++) {
		take(copies[0], files[c]);
		free(files[c]);
	}
	assert_people(copies[0], 1, 1);
	for (int c = 0; c < 3; c++)
		store_close(copies[c]);
}
END_TEST

/* Everything that stands in a list says when it was said. */
static void say_when(json_t *value)
{
	const char *name;
	size_t i;
	json_t *member;
	json_object_foreach(value, name, member) say_when(member);
	json_array_foreach(value, i, member)
	{
		if (json_is_object(member) && !json_object_get(member, "changed"))
			json_object_set_new(
				member, "changed", json_integer(INT64_C(1790000000000)));
		say_when(member);
	}
}

static struct store *said_store(const char *quoted)
{
	struct store *store = memory();
	char *json = json_of(quoted);
	json_t *root = json_loads(json, 0, NULL);
	say_when(root);
	char *said = json_dumps(root, 0);
	take(store, said);
	free(said);
	free(json);
	json_decref(root);
	return store;
}

/* Also what was not asked before. */
static void rate_item(struct store *store, int respondent, const char *id, int64_t skew)
{
	struct record rec;
	load(store, &rec);
	int item = instrument_item(rec.instrument, id);
	const struct answer *there = record_answer(&rec, respondent, item);
	size_t at = there ? (size_t)(there - rec.answers) : rec.answer_count;
	struct answer *answer = there ? &rec.answers[at] : record_add(&rec, KIND_ANSWER);
	answer->respondent = respondent;
	answer->item = item;
	answer->state = STATE_ANSWERED;
	answer->value = (struct value){ .type = VALUE_NUMBER, .number = 1 + roll(5) };
	put_at(store, &rec, KIND_ANSWER, at, skew);
	record_release(&rec);
}

/* The person owns the one thing that is owned. */
static void own_at(struct store *store, int person, int64_t skew)
{
	struct record rec;
	load(store, &rec);
	rec.action_owners[0].person = person;
	put_at(store, &rec, KIND_ACTION_OWNER, 0, skew);
	record_release(&rec);
}

/* Copies of one alliance, each with a file of what became of it there. */
struct copies {
	struct store *store[3];
	char *file[3];
};

static void copy_three(struct copies *copies)
{
	copies->store[0] = said_store(doubled);
	for (int c = 1; c < 3; c++)
		copies->store[c] = copy_of(copies->store[0]);
}

/* What comes next is later than what was done so far. */
static void pass_time(void)
{
	for (int64_t now = clock_ms(); clock_ms() == now;)
		;
}

/* All of them together, in whatever order; close after. */
static struct store *bring_together(struct copies *copies)
{
	struct store *all = memory();
	for (int c = 0; c < 3; c++)
		copies->file[c] = give(copies->store[c]);
	assert_in_any_order(copies->file, 3);
	for (int c = 0; c < 3; c++) {
		take(all, copies->file[c]);
		free(copies->file[c]);
		store_close(copies->store[c]);
	}
	return all;
}

/* Neither is there any more, though each was the other's part. */
START_TEST(test_people_travel_a_circle_ends_with_who_is_removed_in_it)
{
	struct copies copies;
	copy_three(&copies);
	unite(copies.store[0], 1, 0);
	pass_time();
	unite(copies.store[1], 0, 1);
	pass_time();
	remove_person(copies.store[2], 0);
	struct store *all = bring_together(&copies);
	assert_people(all, 1, 1);
	store_close(all);
}
END_TEST

/* What the first was given to own before, by a copy that is the only one to know it. */
START_TEST(test_people_travel_who_was_removed_and_then_made_a_part_owns_as_the_other)
{
	struct copies copies;
	struct record rec;
	copy_three(&copies);
	own_at(copies.store[1], 2, -2 * DAY_MS);
	own_at(copies.store[2], 2, -2 * DAY_MS);
	own_at(copies.store[2], 0, -DAY_MS);
	remove_person(copies.store[0], 0);
	pass_time();
	unite(copies.store[1], 1, 0);
	struct store *all = bring_together(&copies);
	load(all, &rec);
	ck_assert_uint_eq(rec.action_owner_count, 1);
	ck_assert_str_eq(rec.people[rec.action_owners[0].person].name, "Ana Ruiz");
	record_release(&rec);
	store_close(all);
}
END_TEST

/* Nobody has the other any more: of whom it is the part, and what it said later, is its own. */
START_TEST(test_people_travel_a_part_of_somebody_nobody_has_lives_by_what_it_said_later)
{
	struct copies copies;
	copy_three(&copies);
	unite(copies.store[0], 1, 0);
	for (int c = 0; c < 3; c++) {
		pass_time();
		remove_person(copies.store[c], c ? 1 : 0);
	}
	rate_at(copies.store[2], 0, 5, DAY_MS);
	struct store *all = bring_together(&copies);
	assert_people(all, 2, 2);
	assert_first_is(all, "Ana", 5);
	store_close(all);
}
END_TEST

/* An answer that was taken back of whom it was is no answer of whom that one is a part of. */
START_TEST(test_people_travel_an_answer_that_was_taken_back_counts_for_nobody)
{
	static const char *const item = "strategy.rationale.3";
	struct copies copies;
	struct pool pool = { 0 };
	struct record rec;
	const char *what;
	copy_three(&copies);
	rate_item(copies.store[0], 0, item, DAY_MS);
	merge(copies.store[2], copies.store[0]);
	OK(store_undo(copies.store[0], round_of(copies.store[0]), &pool, &what, &why));
	unite(copies.store[1], 1, 0);
	struct store *all = bring_together(&copies);
	load(all, &rec);
	for (size_t i = 0; i < rec.answer_count; i++)
		ck_assert_int_ne(rec.answers[i].item, instrument_item(rec.instrument, item));
	record_release(&rec);
	pool_release(&pool);
	store_close(all);
}
END_TEST

START_TEST(test_people_travel_what_was_said_meanwhile_is_theirs_again)
{
	struct store *a = doubled_store(), *b = copy_of(a), *c = copy_of(a);
	struct pool pool = { 0 };
	struct record rec;
	const char *what;
	int item = instrument_item(instrument_known("core", "1"), "strategy.rationale.3");
	rate_item(c, 0, "strategy.rationale.3", 0);
	unite(a, 1, 0);
	merge(b, a);
	merge(b, c);
	OK(store_undo(a, round_of(a), &pool, &what, &why));
	merge(b, a);
	merge(a, c);
	assert_same_content(a, b);
	load(b, &rec);
	for (int r = 0; r < (int)rec.respondent_count; r++) {
		bool first = str_same(rec.people[rec.respondents[r].person].name, "Ana");
		ck_assert_int_eq(record_answer(&rec, r, item) != NULL, first);
	}
	record_release(&rec);
	pool_release(&pool);
	store_close(a);
	store_close(b);
	store_close(c);
}
END_TEST

static const char told[] = "SELECT count(*) FROM buried WHERE undone = 0 AND place IS NOT NULL";

START_TEST(test_people_travel_what_is_kept_goes_with_the_import)
{
	struct store *a = doubled_store(), *b = copy_of(a);
	struct pool pool = { 0 };
	const char *what;
	unite(a, 1, 0);
	merge(b, a);
	int64_t count = sql_number(b, told);
	ck_assert_int_gt(count, 0);
	merge(b, a);
	ck_assert_int_eq(sql_number(b, told), count);
	OK(store_undo(b, round_of(b), &pool, &what, &why));
	ck_assert_int_eq(sql_number(b, told), 0);
	pool_release(&pool);
	store_close(a);
	store_close(b);
}
END_TEST

START_TEST(test_people_travel_what_another_program_kept_is_refused)
{
	static const char *const said[] = { "',0,9'", "',77,3'", "'\"x\",0,3'" };
	struct store *a = doubled_store(), *b = copy_of(a);
	struct exchange_report report;
	struct exchange file;
	struct pool pool = { 0 };
	unite(a, 1, 0);
	merge(b, a);
	sql_run(b,
		pool_printf(&pool, "UPDATE buried SET said = %s WHERE item IS NOT NULL", said[_i]));
	char *text = give(a);
	read_ok(text, &file);
	ck_assert_int_eq(exchange_import(b, &file, IMPORT_PLAINLY, &report, &why), ERR_INVALID);
	ck_assert_ptr_nonnull(strstr(why.text, "another program"));
	exchange_release(&file);
	free(text);
	pool_release(&pool);
	store_close(a);
	store_close(b);
}
END_TEST

/* Random histories */

/* With somebody who was not heard in every round, and more that is tied to people. */
static const char crowd[] =
	"{'alliance': {'id': 'x', 'name': 'Phoenix', " PARTIES ","
	"'people': [{'id': 'p1', 'party': 'a', 'role': 'sponsor', 'name': 'Ana'},"
	"{'id': 'p2', 'party': 'a', 'role': 'manager', 'name': 'Ana Ruiz'},"
	"{'id': 'p3', 'party': 'a', 'role': 'manager', 'name': 'A. Ruiz'},"
	"{'id': 'p4', 'party': 'a', 'role': 'manager', 'name': 'A. R.', 'planned': "
	"'2026-12-01'}]},"
	"'assessments': [{'id': 'zero', 'date': '2026-10-20', 'title': 'Zero',"
	"'respondents': [{'id': 's1', 'person': 'p1'}, {'id': 's4', 'person': 'p4'}],"
	"'answers': [{'respondent': 's1', 'item': '" ITEM "', 'value': 1},"
	"{'respondent': 's4', 'item': '" ITEM "', 'value': 5}]},"
	"{'id': 'one', 'date': '2026-11-20', 'title': 'One',"
	"'respondents': [{'id': 'r1', 'person': 'p1'}, {'id': 'r2', 'person': 'p2'},"
	"{'id': 'r3', 'person': 'p3'}],"
	"'answers': [{'respondent': 'r1', 'item': '" ITEM "', 'value': 4},"
	"{'respondent': 'r2', 'item': '" ITEM "', 'value': 2},"
	"{'respondent': 'r3', 'item': 'strategy.rationale.2', 'value': 3}],"
	"'route': [{'party': 'a', 'respondent': 'r1', 'closeness': 3},"
	"{'party': 'a', 'respondent': 'r3', 'closeness': 4}],"
	"'plan': {'start': '2026-12-07', 'track': 'relaunch', 'horizon_months': 12,"
	"'objectives': [{'id': 'g', 'text': 'goal', 'owners': [{'party': 'a', 'person': 'p4'}]}],"
	"'actions': ["
	"{'id': 'collect_facts', 'owners': [{'party': 'a', 'person': 'p1'}]}]}}]}";

/* Anybody into anybody: copies contradict each other, and go round in circles. */
static void unite_any(struct store *store, unsigned people)
{
	int into = (int)roll(people), from = (int)roll(people);
	if (from != into)
		unite(store, into, from);
}

static void rate_new(struct store *store, unsigned respondents, int64_t skew)
{
	static const char *const items[] = { ITEM, "strategy.rationale.2", "strategy.rationale.3" };
	rate_item(store, (int)roll(respondents), items[roll(3)], skew);
}

static void give_owner(struct store *store, unsigned people, int64_t skew)
{
	struct record rec;
	load(store, &rec);
	size_t owners = rec.action_owner_count;
	record_release(&rec);
	if (owners)
		own_at(store, (int)roll(people), skew);
}

/* Somebody stays. */
static void remove_any(struct store *store, unsigned people)
{
	struct record rec;
	if (people < 2)
		return;
	load(store, &rec);
	OK(people_remove(store, &rec, (int)roll(people), &why));
	record_release(&rec);
}

/* Of what was done here since anything was imported. */
static void undo_one(struct store *store, int *done)
{
	struct pool pool = { 0 };
	const char *what;
	if (*done > 0 && !store_undo(store, round_of(store), &pool, &what, &why))
		--*done;
	pool_release(&pool);
}

/* Two records are made one, or one goes: a history has either, or both. */
enum thinning { UNITING, REMOVING, MIXED, THINNINGS };

static void thin_out(struct store *store, unsigned people, enum thinning thinning)
{
	bool removes = thinning == MIXED ? roll(3) == 0 : thinning == REMOVING;
	if (removes)
		remove_any(store, people);
	else
		unite_any(store, people);
}

/* done: how many changes there are to undo. */
static void act(struct store *store, enum thinning thinning, int *done)
{
	struct pool pool = { 0 };
	struct record rec;
	int64_t skew = (int64_t)roll(21) * DAY_MS - 10 * DAY_MS, last = store_change(store);
	load(store, &rec);
	unsigned choice = roll(9), people = (unsigned)rec.person_count,
		 answers = (unsigned)rec.answer_count, heard = (unsigned)rec.respondent_count;
	record_release(&rec);
	if (choice < 2 && people)
		rename_at(store, roll(people), pool_printf(&pool, "Name %u", roll(1000)), skew);
	else if (choice < 4 && answers)
		rate_at(store, roll(answers), 1 + (int)roll(5), skew);
	else if (choice == 4 && heard)
		rate_new(store, heard, skew);
	else if (choice == 5 && people)
		give_owner(store, people, skew);
	else if (choice > 5 && choice < 8 && people)
		thin_out(store, people, thinning);
	pool_release(&pool);
	if (choice == 8)
		undo_one(store, done);
	else
		*done += store_change(store) != last;
}

#define COPIES 3

START_TEST(test_people_travel_files_in_any_order_give_one_result)
{
	struct store *copies[COPIES];
	char *files[2 * COPIES];
	int count = 2 + _i / 2 % 2, done[COPIES] = { 0 };
	seed = 1009 + (unsigned long)_i * 1000003;
	copies[0] = said_store(_i % 2 ? crowd : doubled);
	for (int c = 1; c < count; c++)
		copies[c] = copy_of(copies[0]);
	for (int k = 0; k < 8; k++)
		for (int c = 0; c < count; c++) {
			if (k > 3 && roll(4) < (unsigned)_i % 3) {
				merge(copies[c], copies[(c + 1) % count]);
				done[c] = 0;
			}
			act(copies[c], (enum thinning)(_i / 4 % THINNINGS), &done[c]);
			if (k == 3)
				files[c] = give(copies[c]);
		}
	for (int c = 0; c < count; c++)
		files[count + c] = give(copies[c]);
	assert_in_any_order(files, 2 * count);
	for (int i = 0; i < 2 * count; i++)
		free(files[i]);
	for (int c = 0; c < count; c++)
		store_close(copies[c]);
}
END_TEST

Suite *people_travel_suite(void)
{
	Suite *suite = suite_create("people travel");
	TCase *tests = tcase_create("people");
	tcase_set_timeout(tests, 120);
	tcase_add_test(tests, test_people_travel_other_copies_end_with_one);
	tcase_add_test(tests, test_people_travel_taking_it_back_travels);
	tcase_add_test(tests, test_people_travel_undoing_the_import_takes_it_back);
	tcase_add_test(tests, test_people_travel_of_two_ways_the_later_counts);
	tcase_add_test(tests, test_people_travel_of_two_that_one_was_made_the_later_counts);
	tcase_add_test(
		tests, test_people_travel_who_is_part_of_somebody_removed_goes_unless_heard_later);
	tcase_add_test(tests, test_people_travel_of_a_circle_the_one_named_last_stands);
	tcase_add_test(tests, test_people_travel_a_circle_ends_with_who_is_removed_in_it);
	tcase_add_test(
		tests, test_people_travel_who_was_removed_and_then_made_a_part_owns_as_the_other);
	tcase_add_test(tests,
		test_people_travel_a_part_of_somebody_nobody_has_lives_by_what_it_said_later);
	tcase_add_test(tests, test_people_travel_an_answer_that_was_taken_back_counts_for_nobody);
	tcase_add_test(tests, test_people_travel_what_was_said_meanwhile_is_theirs_again);
	tcase_add_test(tests, test_people_travel_what_is_kept_goes_with_the_import);
	tcase_add_loop_test(tests, test_people_travel_what_another_program_kept_is_refused, 0, 3);
	add_histories(tests, test_people_travel_files_in_any_order_give_one_result, 20);
	suite_add_tcase(suite, tests);
	return suite;
}
