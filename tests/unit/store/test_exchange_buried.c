/* SPDX-License-Identifier: MIT */
/*
 * What was deleted and comes back because something in it was changed later: it comes back as it
 * was last known, whatever the order in which the copies hear of one another.
 */
#include "merge_help.h"

#include <rekindle/bin.h>
#include <rekindle/care.h>
#include <rekindle/file.h>

Suite *exchange_buried_suite(void);

/* Something of every kind that things are in. */
static const char whole[] =
	"{'alliance': {'id': 'x', 'name': 'Phoenix', " PARTIES ","
	"'people': [{'id': 'p1', 'party': 'a', 'role': 'sponsor', 'name': 'Ana'},"
	"{'id': 'p2', 'party': 'b', 'role': 'manager', 'name': 'Bo'},"
	"{'id': 'p3', 'party': 'b', 'role': 'operations', 'name': 'Cy'}],"
	"'kpis': [{'id': 'k1', 'category': 'financial', 'name': 'K', 'actuals': ["
	"{'date': '2026-01-01', 'value': 1}]},"
	"{'id': 'k2', 'category': 'strategic', 'name': 'L'}],"
	"'plan': {'start': '2026-12-07', 'track': 'relaunch', 'horizon_months': 12,"
	"'objectives': [{'id': 'g', 'text': 'goal', 'owners': [{'party': 'a', 'person': 'p1'}]}],"
	"'actions': [{'id': 'collect_facts', 'start': '2026-12-07', 'due': '2026-12-18',"
	"'owners': [{'party': 'a', 'person': 'p1'}]},"
	"{'id': '6d1c7a52-1f0e-4f5b-9c3a-0a4f0c9a7e77', 'title': 'own', 'step': 3}]}},"
	"'assessments': [{'id': 'one', 'date': '2026-11-20', 'title': 'One',"
	"'respondents': [{'id': 'r1', 'person': 'p1'}, {'id': 'r2', 'person': 'p2'}],"
	"'answers': [{'respondent': 'r1', 'item': '" ITEM "', 'value': 4},"
	"{'respondent': 'r2', 'item': '" ITEM "', 'value': 2}]},"
	"{'id': 'two', 'date': '2026-11-10', 'title': 'Two', 'notes': [{'id': 'n', 'text': 't'}]}"
	"]}";

static struct store *filled(void)
{
	struct store *store = memory();
	char *json = json_of(whole);
	take(store, json);
	free(json);
	return store;
}

/* The older of the rounds, 0 when it is deleted. */
static int64_t other_round(struct store *store)
{
	struct pool pool = { 0 };
	int64_t *keys, key = 0, newest = round_of(store);
	struct record rec;
	load(store, &rec);
	size_t count = store_rounds(store, rec.alliance.object.key, &pool, &keys);
	for (size_t i = 0; i < count; i++)
		if (keys[i] != newest)
			key = keys[i];
	record_release(&rec);
	pool_release(&pool);
	return key;
}

/* A kind that things are in, and what is said of it. */
struct container {
	enum kind kind, inside;
	size_t name; /* offset of a text of its own */
};
static const struct container containers[] = {
	{ KIND_KPI, KIND_ACTUAL, offsetof(struct kpi, name) },
	{ KIND_JOINT_OBJECTIVE, KIND_OBJECTIVE_OWNER, offsetof(struct joint_objective, text) },
	{ KIND_PLAN_ACTION, KIND_ACTION_OWNER, offsetof(struct plan_action, note) },
	{ KIND_PERSON, KIND_ACTION_OWNER, offsetof(struct person, name) },
	{ KIND_RESPONDENT, KIND_ANSWER, offsetof(struct respondent, name) },
	{ KIND_ASSESSMENT, KIND_NOTE, offsetof(struct assessment, title) },
};
#define CONTAINERS ((int)(sizeof(containers) / sizeof(*containers)))

/* The round of the older ones, where rounds are looked at. */
static bool load_for(struct store *store, enum kind kind, struct record *rec)
{
	int64_t key = kind == KIND_ASSESSMENT ? other_round(store) : round_of(store);
	if (key)
		OK(store_load(store, key, rec, &why));
	return key != 0;
}

static const char **text_at(struct record *rec, const struct container *c, size_t index)
{
	return (const char **)(void *)((char *)record_at(rec, c->kind, index) + c->name);
}

static void say(struct store *store, const struct container *c, const char *text, int64_t skew)
{
	struct record rec;
	ck_assert(load_for(store, c->kind, &rec));
	*text_at(&rec, c, 0) = text;
	put_at(store, &rec, c->kind, 0, skew);
	record_release(&rec);
}

/* What comes back stands behind what has stayed. */
static struct uuid id_of_first(struct store *store, const struct container *c)
{
	struct record rec;
	ck_assert(load_for(store, c->kind, &rec));
	struct uuid id = object_id(&rec, c->kind, record_at(&rec, c->kind, 0));
	record_release(&rec);
	return id;
}

static const char *said_of(
	struct store *store, const struct container *c, const struct uuid *id, struct pool *pool)
{
	struct record rec;
	ck_assert(load_for(store, c->kind, &rec));
	int at = record_find(&rec, c->kind, id);
	const char *text = at < 0 ? NULL : *text_at(&rec, c, (size_t)at);
	text = text ? pool_strdup(pool, text) : NULL;
	record_release(&rec);
	return text;
}

static void drop(struct store *store, const struct container *c, int64_t skew)
{
	struct record rec;
	ck_assert(load_for(store, c->kind, &rec));
	delete_at(store, &rec, c->kind, 0, skew);
	record_release(&rec);
}

/* Something new in the first of its kind, or something there said anew. */
static void touch_inside(struct store *store, const struct container *c, int64_t skew)
{
	struct record rec;
	ck_assert(load_for(store, c->kind, &rec));
	size_t at = record_count(&rec, c->inside);
	void *object =
		c->inside == KIND_ANSWER ? &rec.answers[at = 0] : record_add(&rec, c->inside);
	switch ((int)c->inside) {
	case KIND_ACTUAL:
		*(struct actual *)object = (struct actual){ .date = 20700, .value = 5 };
		break;
	case KIND_ANSWER:
		rec.answers[0].comment = "later";
		break;
	case KIND_NOTE:
		((struct note *)object)->text = "later";
		break;
	default:
		*(struct owner *)object = (struct owner){ .of = c->kind == KIND_PERSON,
			.person = c->kind != KIND_PERSON };
	}
	put_at(store, &rec, c->inside, at, skew);
	record_release(&rec);
}

static const int orders[][3] = { { 0, 1, 2 }, { 0, 2, 1 }, { 1, 0, 2 }, { 1, 2, 0 }, { 2, 0, 1 },
	{ 2, 1, 0 } };
#define ORDERS (sizeof(orders) / sizeof(*orders))

/* One edits it, one deletes it, one changes something in it: once, in any order. */
START_TEST(test_exchange_buried_comes_back_as_it_was_last_known)
{
	const struct container *c = &containers[_i];
	struct store *copies[3] = { filled() };
	struct pool pool = { 0 };
	struct uuid id = id_of_first(copies[0], c);
	char *first = NULL;
	copies[1] = copy_of(copies[0]);
	copies[2] = copy_of(copies[0]);
	say(copies[0], c, "newest", DAY_MS);
	drop(copies[1], c, 2 * DAY_MS);
	touch_inside(copies[2], c, 3 * DAY_MS);
	for (size_t o = 0; o < ORDERS; o++) {
		struct store *all = copy_of(copies[orders[o][0]]);
		merge(all, copies[orders[o][1]]);
		merge(all, copies[orders[o][2]]);
		ck_assert_pstr_eq(said_of(all, c, &id, &pool), "newest");
		char *result = content(all);
		assert_alike(first, result, (int)o);
		free(first);
		first = result;
		store_close(all);
	}
	free(first);
	pool_release(&pool);
	for (int i = 0; i < 3; i++)
		store_close(copies[i]);
}
END_TEST

/* The copy that deletes it has edited it before, and nobody else has seen that. */
START_TEST(test_exchange_buried_here_comes_back_with_what_was_said_here)
{
	const struct container *c = &containers[_i];
	struct store *a = filled(), *b = copy_of(a);
	struct uuid id = id_of_first(a, c);
	struct pool pool = { 0 };
	say(a, c, "newest", DAY_MS);
	drop(a, c, 2 * DAY_MS);
	touch_inside(b, c, 3 * DAY_MS);
	merge(a, b);
	ck_assert_pstr_eq(said_of(a, c, &id, &pool), "newest");
	merge(b, a);
	ck_assert_pstr_eq(said_of(b, c, &id, &pool), "newest");
	pool_release(&pool);
	store_close(a);
	store_close(b);
}
END_TEST

/* One says who was heard after another has deleted the person, a third brings the person back. */
START_TEST(test_exchange_buried_person_is_the_one_who_was_heard)
{
	struct store *copies[3] = { filled() };
	struct record rec;
	char *first = NULL;
	copies[1] = copy_of(copies[0]);
	copies[2] = copy_of(copies[0]);
	drop(copies[0], &containers[3], 2 * DAY_MS);
	say(copies[1], &containers[4], "said later", 3 * DAY_MS);
	touch_inside(copies[2], &containers[3], 4 * DAY_MS);
	for (size_t o = 0; o < ORDERS; o++) {
		struct store *all = copy_of(copies[orders[o][0]]);
		merge(all, copies[orders[o][1]]);
		merge(all, copies[orders[o][2]]);
		load(all, &rec);
		for (size_t i = 0; i < rec.respondent_count; i++)
			ck_assert_int_ge(rec.respondents[i].person, 0);
		record_release(&rec);
		char *result = content(all);
		assert_alike(first, result, (int)o);
		free(first);
		first = result;
		store_close(all);
	}
	free(first);
	for (int i = 0; i < 3; i++)
		store_close(copies[i]);
}
END_TEST

/* What an import has buried */

/* A copy on which the KPI is deleted hears how it was called last, and of something else. */
static struct store *heard(struct store *from)
{
	struct store *a = copy_of(from), *b = copy_of(from);
	say(b, containers, "newest", DAY_MS);
	say(b, &containers[1], "another goal", DAY_MS);
	drop(a, containers, 2 * DAY_MS);
	merge(a, b);
	store_close(b);
	return a;
}

static void assert_comes_back_as(struct store *a, struct store *from, const char *name)
{
	struct store *c = copy_of(from);
	struct pool pool = { 0 };
	struct uuid id = id_of_first(from, containers);
	touch_inside(c, containers, 3 * DAY_MS);
	merge(a, c);
	ck_assert_pstr_eq(said_of(a, containers, &id, &pool), name);
	pool_release(&pool);
	store_close(c);
}

START_TEST(test_exchange_buried_goes_and_comes_with_its_import)
{
	struct store *from = filled(), *a = heard(from);
	struct pool pool = { 0 };
	const char *what;
	OK(store_undo(a, round_of(a), &pool, &what, &why));
	if (_i)
		OK(store_redo(a, round_of(a), &pool, &what, &why));
	ck_assert_str_eq(what, "import");
	assert_comes_back_as(a, from, _i ? "newest" : "K");
	pool_release(&pool);
	store_close(a);
	store_close(from);
}
END_TEST

START_TEST(test_exchange_buried_differences_are_listed)
{
	struct store *from = filled(), *a = heard(from), *c = copy_of(from);
	struct exchange_report report;
	bool told = false;
	touch_inside(c, containers, 3 * DAY_MS);
	merge_so(a, c, IMPORT_PLAINLY, &report);
	for (size_t i = 0; i < report.difference_count; i++) {
		const struct difference *d = &report.differences[i];
		told |= d->verdict == VERDICT_KEPT && d->kind == KIND_KPI &&
			str_same(d->member, "name") && str_same(d->here, "\"newest\"") &&
			str_same(d->there, "\"K\"") && d->here_at > d->there_at;
	}
	ck_assert(told);
	exchange_report_release(&report);
	store_close(a);
	store_close(c);
	store_close(from);
}
END_TEST

/* Nothing is written for what is known. */
START_TEST(test_exchange_buried_once)
{
	struct store *from = filled(), *a = heard(from);
	int64_t count = sql_number(a, "SELECT count(*) FROM buried");
	ck_assert_int_eq(count, 2);
	merge(a, from);
	merge(a, from);
	ck_assert_int_eq(sql_number(a, "SELECT count(*) FROM buried"), count);
	store_close(a);
	store_close(from);
}
END_TEST

START_TEST(test_exchange_buried_by_another_program_is_refused)
{
	static const char *const said[] = { "x", "", ",,\"K\"", "0,1,@,99999999999999999999,\"" };
	struct store *from = filled(), *a = heard(from), *c = copy_of(from);
	struct exchange file;
	struct exchange_report report;
	char sql[200], *text;
	touch_inside(c, containers, 3 * DAY_MS);
	text = give(c);
	snprintf(sql, sizeof(sql), "UPDATE buried SET said = '%s'", said[_i]);
	sql_run(a, sql);
	read_ok(text, &file);
	ck_assert_int_eq(exchange_import(a, &file, IMPORT_PLAINLY, &report, &why), ERR_INVALID);
	ck_assert_ptr_nonnull(strstr(why.text, "what is kept of a deleted "));
	exchange_release(&file);
	free(text);
	store_close(a);
	store_close(c);
	store_close(from);
}
END_TEST

/* In a file, whose bytes are looked at. */
static struct store *on_disk(struct store *from)
{
	char *text = give(from);
	make_folder_of_test();
	setenv("REKINDLE_TODAY", "2026-03-16", 1);
	struct store *store = open_store();
	store_keep_no_copies(store);
	take(store, text);
	free(text);
	return store;
}

static bool has_bytes(const char *bytes)
{
	struct str text;
	str_init(&text);
	OK(file_read(path, 1 << 28, &text, &why));
	bool has = memmem(text.text, text.len, bytes, strlen(bytes)) != NULL;
	str_release(&text);
	return has;
}

/* Deleted here, and heard of in a later state after. */
static void bury_person(struct store *store, struct store *from)
{
	struct store *b = copy_of(from);
	const struct container *person = &containers[3];
	say(b, person, "zzheard", DAY_MS);
	say(store, person, "zzsaid", -DAY_MS);
	drop(store, person, 2 * DAY_MS);
	merge(store, b);
	store_close(b);
	ck_assert(has_bytes("zzheard") && has_bytes("zzsaid"));
}

START_TEST(test_exchange_buried_is_forgotten)
{
	struct store *from = filled(), *store = on_disk(from);
	struct uuid id = id_of_first(from, &containers[3]);
	struct store_found found;
	struct texts mentions = { 0 }, copies = { 0 };
	struct pool pool = { 0 };
	struct record rec;
	char buffer[UUID_TEXT];
	load(store, &rec);
	bury_person(store, from);
	if (_i)
		OK(store_find_object(store, "Phoenix", &pool, &found, &why));
	else
		OK(store_find_person(store, rec.alliance.object.key, uuid_text(&id, buffer), &pool,
			&found, &why));
	OK(store_forget(store, &found, &pool, &mentions, &copies, &why));
	ck_assert(!has_bytes("zzheard") && !has_bytes("zzsaid"));
	record_release(&rec);
	pool_release(&pool);
	store_close(store);
	store_close(from);
	remove_folder_of_test();
	unsetenv("REKINDLE_TODAY");
}
END_TEST

START_TEST(test_exchange_buried_goes_when_the_bin_is_emptied)
{
	struct store *from = filled(), *store = on_disk(from);
	bury_person(store, from);
	setenv("REKINDLE_TODAY", "2026-04-14", 1);
	store_close(store);
	store = open_store();
	store_keep_no_copies(store);
	say(store, containers, "some change", 0);
	ck_assert(has_bytes("zzheard"));
	setenv("REKINDLE_TODAY", "2026-04-15", 1);
	say(store, containers, "another", 0);
	ck_assert(!has_bytes("zzheard") && !has_bytes("zzsaid"));
	store_close(store);
	store_close(from);
	remove_folder_of_test();
	unsetenv("REKINDLE_TODAY");
}
END_TEST

/* The interview comes back, and the person with it. */
START_TEST(test_exchange_buried_person_of_a_living_interview_lives)
{
	struct store *store = filled(), *from = copy_of(store), *copy;
	struct record rec;
	load(store, &rec);
	delete_at(store, &rec, KIND_RESPONDENT, 0, 0);
	record_release(&rec);
	load(store, &rec);
	delete_at(store, &rec, KIND_PERSON, 0, 0);
	record_release(&rec);
	load(from, &rec);
	rec.answers[0].value.number = 1;
	put_at(from, &rec, KIND_ANSWER, 0, DAY_MS);
	record_release(&rec);
	merge(store, from);
	copy = copy_of(store);
	load(copy, &rec);
	ck_assert_uint_eq(rec.respondent_count, 2);
	ck_assert_uint_eq(rec.person_count, 3);
	ck_assert_int_ge(rec.respondents[0].person, 0);
	ck_assert_int_ge(rec.respondents[1].person, 0);
	record_release(&rec);
	store_close(copy);
	store_close(from);
	store_close(store);
}
END_TEST

START_TEST(test_exchange_buried_nobody_is_nobody_elsewhere)
{
	struct store *store = filled(), *copy;
	struct record rec;
	load(store, &rec);
	size_t people = rec.person_count;
	rec.respondents[0].person = -1;
	put_at(store, &rec, KIND_RESPONDENT, 0, 0);
	record_release(&rec);
	copy = copy_of(store);
	load(copy, &rec);
	ck_assert_uint_eq(rec.person_count, people);
	record_release(&rec);
	store_close(copy);
	store_close(store);
}
END_TEST

/* A person who is removed, and the interview */

/* Nobody's interview, as a copy has it that has removed the person. */
static void leave_to_nobody(struct store *store, int64_t skew)
{
	struct record rec;
	load(store, &rec);
	rec.respondents[0].person = -1;
	put_at(store, &rec, KIND_RESPONDENT, 0, skew);
	record_release(&rec);
}

static void copy_three(struct store **copies)
{
	copies[0] = filled();
	copies[1] = copy_of(copies[0]);
	copies[2] = copy_of(copies[0]);
}

/* The files of all in every order; what comes of it. */
static struct store *together(struct store **copies)
{
	struct store *all = NULL;
	char *first = NULL;
	for (size_t o = 0; o < ORDERS; o++) {
		if (all)
			store_close(all);
		all = copy_of(copies[orders[o][0]]);
		merge(all, copies[orders[o][1]]);
		merge(all, copies[orders[o][2]]);
		char *result = content(all);
		assert_alike(first, result, (int)o);
		free(first);
		first = result;
	}
	free(first);
	for (int i = 0; i < 3; i++)
		store_close(copies[i]);
	return all;
}

/* How often the first of the people is heard, and with which comment. */
static void assert_heard(struct store *store, size_t interviews, const char *comment)
{
	const struct container interview = containers[4];
	struct store *from = filled();
	struct uuid id = id_of_first(from, &interview);
	struct record rec;
	load(store, &rec);
	int at = record_find(&rec, KIND_RESPONDENT, &id);
	ck_assert_int_eq(at >= 0, interviews > 0);
	const struct answer *answer =
		at < 0 ? NULL : record_answer(&rec, at, instrument_item(rec.instrument, ITEM));
	ck_assert_int_eq(answer != NULL, interviews > 0);
	if (answer)
		ck_assert_pstr_eq(answer->comment, comment);
	record_release(&rec);
	store_close(from);
}

/* Who removes the person was the last to say of whom the interview is: of nobody. What was said in
 * it stays. */
START_TEST(test_exchange_buried_what_nobody_said_stays)
{
	struct store *copies[3];
	copy_three(copies);
	say(copies[0], &containers[4], "named", 16 * DAY_MS);
	merge(copies[1], copies[0]);
	drop(copies[1], &containers[3], -386 * DAY_MS);
	struct store *all = together(copies);
	assert_heard(all, 1, NULL);
	store_close(all);
}
END_TEST

/* The interview was deleted before anything was said in it, and the person after. */
START_TEST(test_exchange_buried_what_was_said_before_the_person_went_stays)
{
	struct store *copies[3];
	copy_three(copies);
	touch_inside(copies[0], &containers[4], -171 * DAY_MS);
	drop(copies[1], &containers[3], -159 * DAY_MS);
	drop(copies[2], &containers[4], -270 * DAY_MS);
	struct store *all = together(copies);
	assert_heard(all, 1, "later");
	store_close(all);
}
END_TEST

/* The copy that said so last has the person: the interview goes along. */
START_TEST(test_exchange_buried_the_interview_is_whose_it_was_last)
{
	struct store *copies[3];
	copy_three(copies);
	say(copies[0], &containers[4], "named", -184 * DAY_MS);
	leave_to_nobody(copies[1], -205 * DAY_MS);
	drop(copies[1], &containers[3], 373 * DAY_MS);
	struct store *all = together(copies);
	assert_heard(all, 0, NULL);
	store_close(all);
}
END_TEST

/* Each takes what the others have until nothing changes. */
static void meet(struct store **copies)
{
	int64_t before = -1, after = 0;
	for (int round = 0; round < 5 && before != after; round++) {
		before = after;
		after = 0;
		for (int i = 0; i < 9; i++)
			if (i / 3 != i % 3)
				merge(copies[i / 3], copies[i % 3]);
		for (int i = 0; i < 3; i++)
			after += store_change(copies[i]);
	}
	ck_assert_int_eq(before, after);
	char *first = NULL;
	for (int i = 0; i < 3; i++) {
		char *result = content(copies[i]);
		assert_alike(first, result, i);
		free(first);
		first = result;
	}
	free(first);
}

static void close_three(struct store **copies)
{
	for (int i = 0; i < 3; i++)
		store_close(copies[i]);
}

/* What names the person last is gone with the person, and one copy never hears of it: what it has
 * instead, of nobody, is older. */
START_TEST(test_exchange_buried_whose_it_was_last_is_known_where_it_is_gone)
{
	struct store *copies[3];
	copy_three(copies);
	say(copies[0], &containers[4], "named", 54 * DAY_MS);
	leave_to_nobody(copies[1], -16 * DAY_MS);
	drop(copies[1], &containers[3], 205 * DAY_MS);
	merge(copies[2], copies[1]);
	merge(copies[1], copies[0]);
	merge(copies[0], copies[1]);
	meet(copies);
	assert_heard(copies[2], 0, NULL);
	close_three(copies);
}
END_TEST

/* The same where the interview was deleted before, and something in it is later than that. */
START_TEST(test_exchange_buried_whose_it_was_is_known_beside_its_deletion)
{
	struct store *copies[3];
	copy_three(copies);
	say(copies[0], &containers[4], "named", 54 * DAY_MS);
	drop(copies[0], &containers[4], 60 * DAY_MS);
	leave_to_nobody(copies[1], -16 * DAY_MS);
	drop(copies[1], &containers[3], 205 * DAY_MS);
	touch_inside(copies[2], &containers[4], 148 * DAY_MS);
	if (_i)
		merge(copies[0], copies[2]);
	merge(copies[2], copies[1]);
	merge(copies[1], copies[0]);
	meet(copies);
	assert_heard(copies[2], 0, NULL);
	close_three(copies);
}
END_TEST

/* Later than the removal: it lives, and the person with it, whatever became known first. */
START_TEST(test_exchange_buried_what_is_said_after_the_person_went_brings_both_back)
{
	struct store *copies[3];
	struct record rec;
	copy_three(copies);
	say(copies[0], &containers[4], "named", 54 * DAY_MS);
	leave_to_nobody(copies[1], -16 * DAY_MS);
	drop(copies[1], &containers[3], 205 * DAY_MS);
	merge(copies[1], copies[0]);
	touch_inside(copies[2], &containers[4], 300 * DAY_MS);
	meet(copies);
	assert_heard(copies[1], 1, "later");
	load(copies[1], &rec);
	ck_assert_uint_eq(rec.person_count, 3);
	record_release(&rec);
	close_three(copies);
}
END_TEST

/* Random histories of own fields, deletions and changes inside */

static void edit_own(struct store *store, struct record *rec, const struct container *c,
	size_t index, int64_t skew)
{
	if (c->kind == KIND_PLAN_ACTION && roll(2))
		rec->actions[index].findings = pool_printf(&rec->pool, "f.%u", roll(1000));
	else
		*text_at(rec, c, index) = pool_printf(&rec->pool, "text %u", roll(1000));
	put_at(store, rec, c->kind, index, skew);
}

/* Somebody of a side who owns it: another name there is a change of the same. */
static size_t own(struct record *rec, enum kind kind, int of, int person)
{
	size_t count = record_count(rec, kind), at = 0;
	while (at < count) {
		const struct owner *owner = record_at(rec, kind, at);
		if (owner->of == of &&
			rec->people[owner->person].party == rec->people[person].party)
			break;
		at++;
	}
	struct owner *owner = at < count ? record_at(rec, kind, at) : record_add(rec, kind);
	owner->of = of;
	owner->person = person;
	return at;
}

static bool change_owner(struct record *rec, enum kind kind, size_t *at)
{
	size_t count = kind == KIND_ACTION_OWNER ? rec->action_count : rec->joint_objective_count;
	if (!count || !rec->person_count)
		return false;
	*at = own(rec, kind, (int)roll((unsigned)count), (int)roll((unsigned)rec->person_count));
	return true;
}

static bool add_reading(struct record *rec, size_t *at)
{
	static int day = 20000;
	if (!rec->kpi_count)
		return false;
	*at = rec->actual_count;
	*(struct actual *)record_add(rec, KIND_ACTUAL) = (struct actual){
		.kpi = (int)roll((unsigned)rec->kpi_count), .date = day++, .value = roll(100)
	};
	return true;
}

static bool change_said(struct record *rec, enum kind kind, size_t *at)
{
	size_t count = record_count(rec, kind);
	if (!count)
		return false;
	*at = roll((unsigned)count);
	if (kind == KIND_ANSWER)
		rec->answers[*at].value.number = 1 + roll(5);
	else
		rec->notes[*at].text = pool_printf(&rec->pool, "note %u", roll(1000));
	return true;
}

static void change_inside(struct store *store, struct record *rec, enum kind inside, int64_t skew)
{
	size_t at;
	bool changed = kind_is_owner(inside) ? change_owner(rec, inside, &at)
		: inside == KIND_ACTUAL      ? add_reading(rec, &at)
					     : change_said(rec, inside, &at);
	if (changed)
		put_at(store, rec, inside, at, skew);
}

static void act(struct store *store)
{
	const struct container *c = &containers[roll(CONTAINERS)];
	int64_t skew = (int64_t)roll(801) * DAY_MS - 400 * DAY_MS;
	unsigned choice = roll(10);
	struct record rec;
	if (!load_for(store, c->kind, &rec))
		return;
	size_t count = record_count(&rec, c->kind);
	if (choice < 4 && count)
		edit_own(store, &rec, c, roll((unsigned)count), skew);
	else if (choice < 7 && count)
		delete_at(store, &rec, c->kind, roll((unsigned)count), skew);
	else
		change_inside(store, &rec, c->inside, skew);
	record_release(&rec);
}

#define COPIES 3
#define FILES (2 * COPIES)

/* The copies of a history, each with a file of half way and one of the end. */
static void live(struct store **copies, int count, bool meet, char **files)
{
	copies[0] = filled();
	for (int c = 1; c < count; c++)
		copies[c] = copy_of(copies[0]);
	for (int k = 0; k < 12; k++)
		for (int c = 0; c < count; c++) {
			if (k == 6 && meet)
				merge(copies[c], copies[(c + 1) % count]);
			act(copies[c]);
			if (k == 5)
				files[c] = give(copies[c]);
		}
	for (int c = 0; c < count; c++)
		files[count + c] = give(copies[c]);
}

/* The same database once more, with what does not travel. */
static struct store *clone_of(struct store *store)
{
	static int number;
	char name[200];
	struct store *clone;
	snprintf(name, sizeof(name), "%s/clone-%d.db", folder, number++);
	OK(care_backup(store, name, false, &why));
	OK(store_open(name, STORE_EXISTING, &clone, &why));
	store_keep_no_copies(clone);
	return clone;
}

/* Some meet at random, then each all others until nothing changes. */
static char *settled(struct store *const *copies, int count)
{
	struct store *own[COPIES];
	int64_t before = -1, after = 0;
	for (int i = 0; i < count; i++)
		own[i] = clone_of(copies[i]);
	for (int i = 0; i < 4; i++) {
		unsigned one = roll((unsigned)count);
		merge(own[one], own[(one + 1 + roll((unsigned)count - 1)) % (unsigned)count]);
	}
	for (int round = 0; before != after && round < 9; round++) {
		before = after;
		after = 0;
		for (int i = 0; i < count * count; i++)
			if (i / count != i % count)
				merge(own[i / count], own[i % count]);
		for (int i = 0; i < count; i++)
			after += store_change(own[i]);
	}
	ck_assert_int_eq(before, after);
	char *text = content(own[0]);
	for (int i = 0; i < count; i++) {
		char *other = content(own[i]);
		assert_alike(text, other, i);
		free(other);
		store_close(own[i]);
	}
	return text;
}

START_TEST(test_exchange_buried_copies_that_meet_at_random_end_up_the_same)
{
	struct store *copies[COPIES];
	char *files[FILES], *first = NULL;
	int count = 2 + _i % 2;
	make_folder_of_test();
	seed = 31337 + (unsigned long)_i * 1000003;
	live(copies, count, _i % 3, files);
	for (int o = 0; o < 3; o++) {
		char *result = settled(copies, count);
		assert_alike(first, result, o);
		free(first);
		first = result;
	}
	free(first);
	for (int i = 0; i < 2 * count; i++)
		free(files[i]);
	for (int c = 0; c < count; c++)
		store_close(copies[c]);
	remove_folder_of_test();
}
END_TEST

START_TEST(test_exchange_buried_files_in_any_order_give_one_result)
{
	struct store *copies[COPIES];
	char *files[FILES];
	int count = 2 + _i % 2;
	seed = 4711 + (unsigned long)_i * 1000003;
	live(copies, count, _i % 3, files);
	assert_in_any_order(files, 2 * count);
	for (int i = 0; i < 2 * count; i++)
		free(files[i]);
	for (int c = 0; c < count; c++)
		store_close(copies[c]);
}
END_TEST

Suite *exchange_buried_suite(void)
{
	Suite *suite = suite_create("exchange buried");
	TCase *tests = tcase_create("buried");
	tcase_set_timeout(tests, 120);
	tcase_add_loop_test(
		tests, test_exchange_buried_comes_back_as_it_was_last_known, 0, CONTAINERS);
	tcase_add_loop_test(
		tests, test_exchange_buried_here_comes_back_with_what_was_said_here, 0, CONTAINERS);
	tcase_add_test(tests, test_exchange_buried_person_is_the_one_who_was_heard);
	tcase_add_loop_test(tests, test_exchange_buried_goes_and_comes_with_its_import, 0, 2);
	tcase_add_test(tests, test_exchange_buried_differences_are_listed);
	tcase_add_test(tests, test_exchange_buried_person_of_a_living_interview_lives);
	tcase_add_test(tests, test_exchange_buried_nobody_is_nobody_elsewhere);
	tcase_add_test(tests, test_exchange_buried_what_nobody_said_stays);
	tcase_add_test(tests, test_exchange_buried_what_was_said_before_the_person_went_stays);
	tcase_add_test(tests, test_exchange_buried_the_interview_is_whose_it_was_last);
	tcase_add_test(tests, test_exchange_buried_whose_it_was_last_is_known_where_it_is_gone);
	tcase_add_loop_test(
		tests, test_exchange_buried_whose_it_was_is_known_beside_its_deletion, 0, 2);
	tcase_add_test(
		tests, test_exchange_buried_what_is_said_after_the_person_went_brings_both_back);
	tcase_add_test(tests, test_exchange_buried_once);
	tcase_add_loop_test(tests, test_exchange_buried_by_another_program_is_refused, 0, 4);
	tcase_add_loop_test(tests, test_exchange_buried_is_forgotten, 0, 2);
	tcase_add_test(tests, test_exchange_buried_goes_when_the_bin_is_emptied);
	add_histories(tests, test_exchange_buried_copies_that_meet_at_random_end_up_the_same, 12);
	add_histories(tests, test_exchange_buried_files_in_any_order_give_one_result, 24);
	suite_add_tcase(suite, tests);
	return suite;
}
