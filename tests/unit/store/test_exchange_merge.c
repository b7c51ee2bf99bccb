/* SPDX-License-Identifier: MIT */
/*
 * Copies of one alliance that went different ways, brought together: nothing goes back in time, and
 * whatever the order, all copies end up the same.
 */
#include <rekindle/bin.h>
#include <rekindle/date.h>

#include "merge_help.h"

Suite *exchange_merge_suite(void);

static void set_objective(struct store *store, const char *text, int64_t skew)
{
	struct record rec;
	load(store, &rec);
	rec.objectives[0].text = text;
	put_at(store, &rec, KIND_OBJECTIVE, 0, skew);
	record_release(&rec);
}

static void assert_objective(struct store *store, const char *text)
{
	struct record rec;
	load(store, &rec);
	ck_assert_str_eq(rec.objectives[0].text, text);
	record_release(&rec);
}

/* A done action and yesterday's file. */
START_TEST(test_exchange_merge_an_old_file_changes_nothing)
{
	struct store *store = begun();
	struct exchange_report report;
	struct record rec;
	char *old = give(store);
	load(store, &rec);
	rec.actions[0].status = STATUS_DONE;
	rec.actions[0].note = "kept";
	put_at(store, &rec, KIND_PLAN_ACTION, 0, 0);
	record_put_plan(&rec)->track = TRACK_SUSTAIN;
	put_at(store, &rec, KIND_PLAN, 0, 0);
	record_release(&rec);
	char *before = give(store);
	int64_t change = store_change(store);
	for (int i = 0; i < 2; i++) {
		take_so(store, old, IMPORT_PLAINLY, &report);
		ck_assert_int_eq(report.changed, 0);
		ck_assert_uint_gt(report.difference_count, 1);
		for (size_t k = 0; k < report.difference_count; k++)
			ck_assert_int_eq(report.differences[k].verdict, VERDICT_KEPT);
		exchange_report_release(&report);
	}
	ck_assert_int_eq(store_change(store), change);
	char *after = give(store);
	ck_assert(!strcmp(before, after));
	free(old);
	free(before);
	free(after);
	store_close(store);
}
END_TEST

/* Both ways, with both values and both times in the report. */
START_TEST(test_exchange_merge_later_change_wins)
{
	struct exchange_report report;
	struct store *a = begun(), *b = copy_of(a);
	set_objective(a, "earlier", -DAY_MS);
	set_objective(b, "later", 0);
	struct store *c = copy_of(b);
	merge_so(a, b, IMPORT_DRY, &report);
	exchange_report_release(&report);
	assert_objective(a, "earlier");
	merge_so(a, b, IMPORT_PLAINLY, &report);
	assert_objective(a, "later");
	ck_assert_uint_eq(report.difference_count, 1);
	const struct difference *d = report.differences;
	ck_assert_int_eq(d->verdict, VERDICT_TAKEN);
	ck_assert_str_eq(d->member, "text");
	ck_assert_str_eq(d->name, "earlier");
	ck_assert_str_eq(d->here, "\"earlier\"");
	ck_assert_str_eq(d->there, "\"later\"");
	ck_assert_int_gt(d->there_at - d->here_at, DAY_MS - 10000);
	exchange_report_release(&report);
	merge(c, a);
	assert_objective(c, "later");
	store_close(a);
	store_close(b);
	store_close(c);
}
END_TEST

/* A clock that was 400 days ahead, and a correction by one that is right. */
START_TEST(test_exchange_merge_a_correction_is_later_than_what_it_corrects)
{
	struct store *a = begun(), *b;
	const char *what;
	struct record rec;
	set_objective(a, "wrong", 400 * DAY_MS);
	b = copy_of(a);
	set_objective(b, "right", 0);
	merge(b, a);
	assert_objective(b, "right");
	merge(a, b);
	assert_objective(a, "right");
	/* and undoing it is later again */
	load(b, &rec);
	OK(store_undo(b, rec.assessment.object.key, &rec.pool, &what, &why));
	record_release(&rec);
	merge(b, a);
	assert_objective(b, "wrong");
	merge(a, b);
	assert_objective(a, "wrong");
	store_close(a);
	store_close(b);
}
END_TEST

/* People on one copy, a redraw on another: an action is both. */
START_TEST(test_exchange_merge_an_action_has_two_parts)
{
	struct store *a = begun(), *b = copy_of(a), *c = copy_of(a);
	struct record rec;
	load(a, &rec);
	rec.actions[0].status = STATUS_STARTED;
	put_at(a, &rec, KIND_PLAN_ACTION, 0, DAY_MS);
	record_release(&rec);
	load(b, &rec);
	rec.actions[0].due += 7;
	rec.actions[0].findings = "f.one";
	put_at(b, &rec, KIND_PLAN_ACTION, 0, 0);
	int due = rec.actions[0].due;
	record_release(&rec);
	load(c, &rec);
	rec.actions[0].due += 70;
	rec.actions[0].dated = TRI_YES;
	put_at(c, &rec, KIND_PLAN_ACTION, 0, -DAY_MS);
	record_release(&rec);
	merge(a, b);
	load(a, &rec);
	ck_assert_int_eq(rec.actions[0].status, STATUS_STARTED);
	ck_assert_int_eq(rec.actions[0].due, due);
	ck_assert_str_eq(rec.actions[0].findings, "f.one");
	record_release(&rec);
	/* what a hand has dated no redraw moves, though it is later */
	merge(c, b);
	load(c, &rec);
	ck_assert_int_eq(rec.actions[0].due, due + 63);
	ck_assert_str_eq(rec.actions[0].findings, "f.one");
	record_release(&rec);
	store_close(a);
	store_close(b);
	store_close(c);
}
END_TEST

START_TEST(test_exchange_merge_deletions_lose_to_later_changes)
{
	struct store *a = begun(), *b = copy_of(a), *c = copy_of(a), *d = copy_of(a);
	struct record rec;
	struct exchange_report report;
	load(a, &rec);
	delete_at(a, &rec, KIND_OBJECTIVE, 0, 0);
	delete_at(a, &rec, KIND_ACTUAL, 0, 0);
	record_release(&rec);
	set_objective(b, "later", DAY_MS);
	set_objective(c, "earlier", -DAY_MS);
	merge_so(b, a, IMPORT_PLAINLY, &report);
	ck_assert_int_eq(report.deleted, 1); /* the reading */
	exchange_report_release(&report);
	assert_objective(b, "later");
	merge_so(c, a, IMPORT_PLAINLY, &report);
	ck_assert_int_eq(report.deleted, 2);
	exchange_report_release(&report);
	assert_objective(c, "second");
	/* an old file brings nothing back; one that was changed later does */
	merge_so(a, d, IMPORT_PLAINLY, &report);
	ck_assert_int_eq(report.added, 0);
	ck_assert_uint_eq(report.difference_count, 2);
	ck_assert_int_eq(report.differences[0].verdict, VERDICT_GONE);
	exchange_report_release(&report);
	merge(a, b);
	load(a, &rec);
	ck_assert_uint_eq(rec.objective_count, 2);
	ck_assert_uint_eq(rec.actual_count, 2);
	record_release(&rec);
	store_close(a);
	store_close(b);
	store_close(c);
	store_close(d);
}
END_TEST

static void add_actual(struct store *store, int kpi, int date, int64_t skew)
{
	struct record rec;
	load(store, &rec);
	struct actual *actual = record_add(&rec, KIND_ACTUAL);
	*actual = (struct actual){ .kpi = kpi, .date = date, .value = 7 };
	put_at(store, &rec, KIND_ACTUAL, rec.actual_count - 1, skew);
	record_release(&rec);
}

START_TEST(test_exchange_merge_a_later_change_inside_revives_the_path)
{
	struct store *a = begun(), *b = copy_of(a), *c = copy_of(a);
	struct record rec;
	struct exchange_report report;
	load(a, &rec);
	delete_at(a, &rec, KIND_KPI, 0, 0);
	record_release(&rec);
	add_actual(b, 0, 20000, DAY_MS);
	add_actual(c, 0, 20001, -DAY_MS);
	merge_so(a, b, IMPORT_PLAINLY, &report);
	ck_assert_int_eq(report.added, 2); /* the KPI and its new reading, not the old ones */
	bool told = false;
	for (size_t i = 0; i < report.difference_count; i++)
		told |= report.differences[i].verdict == VERDICT_REVIVED &&
			report.differences[i].kind == KIND_KPI;
	ck_assert(told);
	exchange_report_release(&report);
	merge(c, a); /* a reading that is earlier than the deletion goes with what it is in */
	load(c, &rec);
	ck_assert_uint_eq(rec.kpi_count, 2);
	ck_assert_uint_eq(rec.actual_count, 2);
	record_release(&rec);
	store_close(a);
	store_close(b);
	store_close(c);
}
END_TEST

/* Two readings of one day that do not say when go by one id: deleting one of them does not take the
 * other elsewhere. */
START_TEST(test_exchange_merge_of_two_alike_without_times_both_stay)
{
	struct store *a = memory(), *b;
	struct record rec;
	char *json = json_of(start), *day = strstr(json, "2026-02-01");
	memcpy(day, "2026-01-01", 10);
	take(a, json);
	free(json);
	b = copy_of(a);
	load(a, &rec);
	ck_assert_uint_eq(rec.actual_count, 3);
	delete_at(a, &rec, KIND_ACTUAL, 1, DAY_MS);
	record_release(&rec);
	merge(b, a);
	load(b, &rec);
	ck_assert_uint_eq(rec.actual_count, 3);
	record_release(&rec);
	/* the last of them goes */
	load(a, &rec);
	delete_at(a, &rec, KIND_ACTUAL, 0, DAY_MS);
	record_release(&rec);
	merge(b, a);
	load(b, &rec);
	ck_assert_uint_eq(rec.actual_count, 1);
	record_release(&rec);
	store_close(a);
	store_close(b);
}
END_TEST

/* A database of before in which two of one day stand, each with its time. */
static struct store *with_twins(int64_t first, int64_t second)
{
	struct store *store = begun();
	add_actual(store, 1, 20000, first);
	add_actual(store, 1, 20001, second);
	sql_run(store, "UPDATE actual SET date = 20000 WHERE date = 20001");
	sql_run(store, "UPDATE actual SET value = 8 WHERE key = (SELECT max(key) FROM actual)");
	return store;
}

static const double values_of_twins[] = { 7, 8 };

/* What was said last, in a file that is taken and in a database that takes one; the other is told
 * of. */
START_TEST(test_exchange_merge_of_two_alike_the_later_stands)
{
	int last = _i % 2;
	struct store *a = with_twins(last ? 0 : DAY_MS, last ? DAY_MS : 0), *b = begun();
	struct store *into = _i < 2 ? a : b;
	struct exchange_report report;
	struct record rec;
	merge_so(into, _i < 2 ? b : a, IMPORT_PLAINLY, &report);
	load(into, &rec);
	ck_assert_uint_eq(rec.actual_count, 4);
	ck_assert_double_eq(rec.actuals[3].value, values_of_twins[last]);
	bool told = _i >= 2; /* a file that the program writes has one of them alone */
	for (size_t i = 0; i < report.difference_count; i++)
		told |= report.differences[i].kind == KIND_ACTUAL &&
			report.differences[i].verdict == VERDICT_KEPT &&
			!strcmp(report.differences[i].member, "value");
	ck_assert(told);
	char *once = give(into);
	merge(into, into);
	char *twice = give(into);
	ck_assert(!strcmp(once, twice));
	free(once);
	free(twice);
	record_release(&rec);
	exchange_report_release(&report);
	store_close(a);
	store_close(b);
}
END_TEST

/* A reading that is moved to another day is gone from the first elsewhere, too. */
START_TEST(test_exchange_merge_what_is_moved_is_not_doubled)
{
	struct store *a = begun(), *b = copy_of(a);
	struct record rec;
	load(a, &rec);
	rec.actuals[0].date = 20100;
	put_at(a, &rec, KIND_ACTUAL, 0, 0);
	record_release(&rec);
	merge(b, a);
	load(b, &rec);
	ck_assert_uint_eq(rec.actual_count, 3);
	rec.actuals[0].date = date_make(2026, 1, 1);
	put_at(b, &rec, KIND_ACTUAL, 0, -DAY_MS);
	record_release(&rec);
	merge(a, b);
	load(a, &rec);
	ck_assert_uint_eq(rec.actual_count, 3);
	record_release(&rec);
	store_close(a);
	store_close(b);
}
END_TEST

/* What was deleted elsewhere and lives by what is in it stays where the last of that is deleted. */
START_TEST(test_exchange_merge_what_is_left_when_its_last_content_goes_stays)
{
	struct store *a = begun(), *b = copy_of(a);
	struct record rec;
	load(a, &rec);
	delete_at(a, &rec, KIND_KPI, 0, 0);
	record_release(&rec);
	add_actual(b, 0, 20000, DAY_MS);
	merge(a, b);
	load(a, &rec);
	ck_assert_uint_eq(rec.kpi_count, 2);
	for (size_t i = 0; i < rec.actual_count; i++)
		if (rec.actuals[i].date == 20000)
			delete_at(a, &rec, KIND_ACTUAL, i, -DAY_MS);
	record_release(&rec);
	store_close(b);
	b = copy_of(a);
	load(b, &rec);
	ck_assert_uint_eq(rec.kpi_count, 2);
	record_release(&rec);
	store_close(a);
	store_close(b);
}
END_TEST

/* Undone or revived by a file, with a clock that is behind the deletion: what is added then is in
 * it everywhere. */
START_TEST(test_exchange_merge_what_is_added_after_a_revival_stays)
{
	struct store *a = begun(), *b = copy_of(a), *c;
	struct record rec;
	struct pool pool = { 0 };
	const char *what;
	load(a, &rec);
	delete_at(a, &rec, KIND_KPI, 0, 2 * DAY_MS);
	record_release(&rec);
	c = copy_of(a);
	if (_i) {
		add_actual(b, 0, 20000, 3 * DAY_MS);
		merge(a, b);
	} else {
		OK(store_undo(a, round_of(a), &pool, &what, &why));
	}
	load(a, &rec);
	int kpi = !strcmp(rec.kpis[0].name, "K") ? 0 : 1;
	record_release(&rec);
	add_actual(a, kpi, 20003, 0);
	merge(c, a);
	load(c, &rec);
	bool there = false;
	for (size_t i = 0; i < rec.actual_count; i++)
		there |= rec.actuals[i].date == 20003;
	ck_assert(there);
	record_release(&rec);
	pool_release(&pool);
	store_close(a);
	store_close(b);
	store_close(c);
}
END_TEST

START_TEST(test_exchange_merge_changes_ahead_of_now_are_said)
{
	struct store *a = begun(), *b = copy_of(a);
	struct exchange_report report;
	set_objective(b, "soon", DAY_MS / 2);
	merge_so(a, b, IMPORT_PLAINLY, &report);
	ck_assert_int_eq(report.ahead, 0);
	exchange_report_release(&report);
	set_objective(b, "far", 400 * DAY_MS);
	merge_so(a, b, IMPORT_PLAINLY, &report);
	ck_assert_int_gt(report.ahead, clock_ms() + 399 * DAY_MS);
	exchange_report_release(&report);
	store_close(a);
	store_close(b);
}
END_TEST

START_TEST(test_exchange_merge_sealed_rounds_are_left_alone)
{
	struct store *a = begun(), *b = copy_of(a);
	struct record rec;
	struct exchange_report report;
	set_objective(b, "later", DAY_MS);
	load(b, &rec);
	delete_at(b, &rec, KIND_NOTE, 0, DAY_MS);
	record_release(&rec);
	load(a, &rec);
	rec.assessment.sealed = 20778;
	put_at(a, &rec, KIND_ASSESSMENT, 0, 0);
	record_release(&rec);
	int64_t change = store_change(a);
	merge_so(a, b, IMPORT_PLAINLY, &report);
	ck_assert_int_eq(report.added + report.changed + report.deleted, 0);
	ck_assert_uint_gt(report.difference_count, 1);
	for (size_t i = 0; i < report.difference_count; i++)
		ck_assert_int_eq(report.differences[i].verdict, VERDICT_SEALED);
	exchange_report_release(&report);
	ck_assert_int_eq(store_change(a), change);
	assert_objective(a, "first");
	/* people are the alliance's */
	load(b, &rec);
	rec.people[0].name = "Ana Ruiz";
	put_at(b, &rec, KIND_PERSON, 0, DAY_MS);
	record_release(&rec);
	merge_so(a, b, IMPORT_PLAINLY, &report);
	ck_assert_int_eq(report.changed, 1);
	exchange_report_release(&report);
	store_close(a);
	store_close(b);
}
END_TEST

/* Who was heard in a sealed round stays with it; the rest is taken. */
START_TEST(test_exchange_merge_deleted_people_stay_in_sealed_rounds)
{
	struct store *a = begun(), *b = copy_of(a);
	struct record rec;
	struct exchange_report report;
	load(b, &rec);
	delete_at(b, &rec, KIND_PERSON, 0, DAY_MS);
	record_release(&rec);
	load(b, &rec);
	rec.alliance.started = 20000;
	put_at(b, &rec, KIND_ALLIANCE, 0, DAY_MS);
	record_release(&rec);
	load(a, &rec);
	size_t people = rec.person_count;
	rec.assessment.sealed = 20778;
	put_at(a, &rec, KIND_ASSESSMENT, 0, 0);
	record_release(&rec);
	merge_so(a, b, IMPORT_PLAINLY, &report);
	ck_assert_int_eq(report.changed, 1);
	size_t told = 0;
	for (size_t i = 0; i < report.difference_count; i++)
		told += report.differences[i].verdict == VERDICT_SEALED;
	ck_assert_uint_gt(told, 0);
	exchange_report_release(&report);
	load(a, &rec);
	ck_assert_uint_eq(rec.person_count, people);
	ck_assert_int_ge(rec.respondents[0].person, 0);
	record_release(&rec);
	store_close(a);
	store_close(b);
}
END_TEST

START_TEST(test_exchange_merge_is_undone_with_its_times)
{
	struct store *a = begun(), *b = copy_of(a);
	struct pool pool = { 0 };
	struct record rec;
	const char *what;
	set_objective(a, "earlier", -DAY_MS);
	set_objective(b, "later", 0);
	add_actual(b, 1, 20000, 0);
	load(b, &rec);
	delete_at(b, &rec, KIND_NOTE, 0, 0);
	delete_at(b, &rec, KIND_CHECKLIST, 0, 0);
	record_release(&rec);
	char *before = give(a);
	merge(a, b);
	char *merged = give(a);
	ck_assert(strcmp(before, merged));
	OK(store_undo(a, round_of(a), &pool, &what, &why));
	ck_assert_str_eq(what, "import");
	char *after = give(a);
	ck_assert_msg(!strcmp(before, after), "%s", after);
	OK(store_redo(a, round_of(a), &pool, &what, &why));
	char *again = give(a);
	ck_assert(!strcmp(merged, again));
	free(before);
	free(merged);
	free(after);
	free(again);
	pool_release(&pool);
	store_close(a);
	store_close(b);
}
END_TEST

/* Random histories */

/* Objects that are edited; those that things are in are only deleted, or added to. */
static const enum kind edited[] = { KIND_ALLIANCE, KIND_PARTY, KIND_PERSON, KIND_ASSESSMENT,
	KIND_ANSWER, KIND_OBJECTIVE, KIND_ACTUAL, KIND_CHECKLIST, KIND_RISK, KIND_NOTE, KIND_PLAN,
	KIND_PLAN_ACTION, KIND_GATE, KIND_AMENDMENT, KIND_ROUTE, KIND_CONTRIBUTION, KIND_MEETING,
	KIND_ESCALATION, KIND_DAY_OFF, KIND_EVENT, KIND_PROFILE, KIND_PARTY_PROFILE, KIND_KPI,
	KIND_JOINT_OBJECTIVE, KIND_SUCCESS, KIND_PROCESS, KIND_INCIDENT, KIND_MILESTONE,
	KIND_SHEET };
static const enum kind deleted[] = { KIND_PROFILE, KIND_PARTY_PROFILE, KIND_PLAN, KIND_GATE,
	KIND_JOINT_OBJECTIVE, KIND_OBJECTIVE_OWNER, KIND_SUCCESS, KIND_PLAN_ACTION, KIND_PERSON,
	KIND_PROCESS, KIND_INCIDENT, KIND_MILESTONE, KIND_RESPONDENT, KIND_ANSWER, KIND_OBJECTIVE,
	KIND_KPI, KIND_ACTUAL, KIND_CHECKLIST, KIND_RISK, KIND_NOTE, KIND_AMENDMENT, KIND_ROUTE,
	KIND_CONTRIBUTION, KIND_ACTION_OWNER, KIND_MEETING, KIND_ESCALATION, KIND_DAY_OFF,
	KIND_EVENT, KIND_SHEET };

static void edit_action(struct record *rec, struct plan_action *action)
{
	unsigned choice = roll(3);
	if (choice == 0)
		action->every = pool_printf(&rec->pool, "%u weeks", 2 + roll(9));
	else if (choice == 1)
		action->note = pool_printf(&rec->pool, "note %u", roll(1000));
	else
		action->findings = pool_printf(&rec->pool, "f.%u", roll(1000));
}

/* Something else in the last text, number or word that it has. */
static void edit(struct record *rec, enum kind kind, void *object)
{
	struct answer *answer = object;
	struct person *person = object;
	if (kind == KIND_PLAN_ACTION) {
		edit_action(rec, object);
		return;
	}
	if (kind == KIND_ANSWER || kind == KIND_PERSON) {
		if (kind == KIND_ANSWER)
			answer->value.number = 1 + roll(5);
		else
			person->name = pool_printf(&rec->pool, "Name %u", roll(1000));
		return;
	}
	for (size_t i = kind_info[kind].field_count; i-- > 0;) {
		const struct field *field = &kind_info[kind].fields[i];
		void *member = (char *)object + field->offset;
		if (field->type == FIELD_TEXT)
			*(const char **)member =
				pool_printf(&rec->pool, "%s %u", field->name, roll(1000));
		else if (field->type == FIELD_REAL)
			*(double *)member = roll(1000);
		else if (field->type == FIELD_RATING)
			*(int *)member = 1 + (int)roll(5);
		else if (kind == KIND_DAY_OFF && !strcmp(field->name, "to"))
			*(int *)member = ((struct day_off *)object)->from + (int)roll(9);
		else if (kind == KIND_PARTY_PROFILE && field->type == FIELD_WORD)
			*(int *)member = (int)roll((unsigned)field->words->count);
		else if (kind == KIND_SHEET && field->type == FIELD_DATE)
			*(int *)member = 20500 + (int)roll(9);
		else if (kind == KIND_CHECKLIST && i == 1)
			*(int *)member = (int)roll(3);
		else
			continue;
		return;
	}
}

static void add_one(struct store *store, struct record *rec, int64_t skew)
{
	static const enum kind added[] = { KIND_OBJECTIVE, KIND_RISK, KIND_NOTE, KIND_AMENDMENT,
		KIND_MEETING, KIND_ESCALATION, KIND_DAY_OFF, KIND_EVENT };
	enum kind kind = added[roll(sizeof(added) / sizeof(*added))];
	if (kind == KIND_DAY_OFF && !rec->party_count)
		return;
	void *object = record_add(rec, kind);
	if (kind == KIND_DAY_OFF)
		*(struct day_off *)object =
			(struct day_off){ .party = (int)roll((unsigned)rec->party_count),
				.from = 20500 + (int)roll(4),
				.to = DATE_NONE,
				.yearly = TRI_UNKNOWN };
	edit(rec, kind, object);
	if (kind == KIND_NOTE)
		((struct note *)object)->text = "new";
	put_at(store, rec, kind, record_count(rec, kind) - 1, skew);
}

/* A joint edition is handed out: of the round, of both of its people. */
static void release_one(struct store *store, struct record *rec, int64_t skew)
{
	struct release *release = record_add(rec, KIND_RELEASE);
	size_t first = rec->release_rating_count;
	release->round = rec->assessment.object.id;
	release->at = INT64_C(1790000000000) + roll(1000);
	release->facts = pool_printf(&rec->pool, "%u", roll(1000));
	release->printed = roll(2) ? "{\"health\":3.4}" : NULL;
	for (size_t i = 0; i < rec->respondent_count; i++) {
		struct release_rating *rating = record_add(rec, KIND_RELEASE_RATING);
		rating->release = (int)rec->release_count - 1;
		rating->number = (int)i + 1;
		rating->respondent = rec->respondents[i].object.id;
		rating->party = rec->parties[rec->respondents[i].party].object.id;
		rating->digest = pool_printf(&rec->pool, "%u", roll(1000));
	}
	OK(store_begin(store, 0, NULL, &why));
	store->change.alliance = rec->alliance.object.key;
	store->change.at += skew;
	OK(store_put(store, rec, KIND_RELEASE, &rec->releases[rec->release_count - 1], 0, &why));
	for (size_t i = first; i < rec->release_rating_count; i++)
		OK(store_put(store, rec, KIND_RELEASE_RATING, &rec->release_ratings[i], 0, &why));
	OK(store_commit(store, &why));
}

/* What says which it is changes: there may be one of that already, here or elsewhere. */
static bool move(struct record *rec, enum kind kind, size_t *at)
{
	size_t count = record_count(rec, kind);
	if (!count || !rec->party_count)
		return false;
	*at = roll((unsigned)count);
	void *object = record_at(rec, kind, *at);
	int party = (int)roll((unsigned)rec->party_count);
	if (kind == KIND_ACTUAL)
		((struct actual *)object)->date = 20000 + (int)roll(5);
	else if (kind == KIND_DAY_OFF)
		*(struct day_off *)object =
			(struct day_off){ .object = ((struct object *)object)[0],
				.party = party,
				.from = 20500 + (int)roll(4),
				.to = DATE_NONE,
				.yearly = TRI_YES };
	else if (kind == KIND_ROUTE)
		((struct route *)object)->respondent =
			(int)roll((unsigned)rec->respondent_count + 1) - 1;
	else if (kind == KIND_CONTRIBUTION)
		((struct contribution *)object)->party = party;
	else if (kind == KIND_GATE)
		((struct gate_decision *)object)->number = 1 + (int)roll(2);
	else
		((struct checklist *)object)->row = (int)roll(3);
	return true;
}

static void move_one(struct store *store, struct record *rec, int64_t skew)
{
	static const enum kind moved[] = { KIND_ACTUAL, KIND_DAY_OFF, KIND_ROUTE, KIND_CONTRIBUTION,
		KIND_GATE, KIND_CHECKLIST };
	enum kind kind = moved[roll(sizeof(moved) / sizeof(*moved))];
	size_t at;
	if (move(rec, kind, &at))
		put_at(store, rec, kind, at, skew);
}

static void act(struct store *store, int64_t skew)
{
	struct record rec;
	const char *what;
	load(store, &rec);
	unsigned choice = roll(12);
	if (choice == 10) {
		release_one(store, &rec, skew);
	} else if (choice == 11) {
		move_one(store, &rec, skew);
	} else if (choice == 0) {
		OK(store_undo(store, rec.assessment.object.key, &rec.pool, &what, &why));
	} else if (choice == 1 && rec.kpi_count) {
		record_release(&rec);
		add_actual(store, 0, 20000 + (int)roll(5), skew);
		return;
	} else if (choice == 2) {
		add_one(store, &rec, skew);
	} else if (choice < 5) {
		enum kind kind = deleted[roll(sizeof(deleted) / sizeof(*deleted))];
		size_t count = record_count(&rec, kind);
		if (count)
			delete_at(store, &rec, kind, roll((unsigned)count), skew);
	} else {
		enum kind kind = edited[roll(sizeof(edited) / sizeof(*edited))];
		size_t count = record_count(&rec, kind), at = count ? roll((unsigned)count) : 0;
		if (count && kind == KIND_ALLIANCE)
			rec.alliance.charter.text[roll(CHARTER_PARTS)] =
				roll(4) ? pool_printf(&rec.pool, "%u", roll(1000)) : NULL;
		else if (count)
			edit(&rec, kind, record_at(&rec, kind, at));
		if (count)
			put_at(store, &rec, kind, at, skew);
	}
	record_release(&rec);
}

/* A dry run tells what an import then does: every number and every difference, in order. */
static void assert_told(const struct exchange_report *dry, const struct exchange_report *done)
{
	ck_assert_int_eq(dry->added, done->added);
	ck_assert_int_eq(dry->changed, done->changed);
	ck_assert_int_eq(dry->unchanged, done->unchanged);
	ck_assert_int_eq(dry->deleted, done->deleted);
	ck_assert_int_eq(dry->ahead, done->ahead);
	ck_assert_uint_eq(dry->difference_count, done->difference_count);
	for (size_t i = 0; i < dry->difference_count; i++) {
		const struct difference *a = &dry->differences[i], *b = &done->differences[i];
		ck_assert_int_eq(a->verdict, b->verdict);
		ck_assert_int_eq(a->kind, b->kind);
		ck_assert(uuid_same(&a->id, &b->id));
		ck_assert_str_eq(a->name, b->name);
		ck_assert(str_same(a->member, b->member));
		ck_assert(str_same(a->here, b->here) && str_same(a->there, b->there));
		ck_assert(a->here_at == b->here_at && a->there_at == b->there_at);
	}
}

static void assert_dry_run_tells(struct store *into, struct store *from)
{
	struct exchange_report dry, done;
	int64_t change = store_change(into);
	char *before = give(into);
	merge_so(into, from, IMPORT_DRY, &dry);
	char *after = give(into);
	ck_assert(!strcmp(before, after));
	ck_assert_int_eq(store_change(into), change);
	merge_so(into, from, IMPORT_PLAINLY, &done);
	assert_told(&dry, &done);
	/* what is told as nothing is nothing */
	ck_assert(done.added + done.changed + done.deleted || store_change(into) == change);
	free(before);
	free(after);
	exchange_report_release(&dry);
	exchange_report_release(&done);
}

#define COPIES 3

/* All of them into one, in an order, some of them twice. */
static char *brought_together(struct store *const *copies, int count, const int *order)
{
	struct store *all = copy_of(copies[order[0]]);
	for (int i = 1; i < count; i++)
		merge(all, copies[order[i]]);
	for (int i = 0; i < count; i++)
		merge(all, copies[order[i]]);
	char *text = content(all);
	store_close(all);
	return text;
}

/* Export, import, export: the same bytes, deletions, times, plan, gates and charter included. */
static void assert_travels(struct store *store)
{
	struct store *copy = copy_of(store);
	char *there = give(store), *here = give(copy);
	assert_alike(there, here, 0);
	free(there);
	free(here);
	store_close(copy);
}

START_TEST(test_exchange_merge_any_order_gives_one_result)
{
	static const int orders[][COPIES] = { { 0, 1, 2 }, { 0, 2, 1 }, { 1, 0, 2 }, { 1, 2, 0 },
		{ 2, 0, 1 }, { 2, 1, 0 } };
	struct store *copies[COPIES];
	int count = 2 + _i % 2, skipped = count == 2;
	seed = 77 + (unsigned long)_i * 1000003;
	copies[0] = begun();
	for (int c = 1; c < count; c++)
		copies[c] = copy_of(copies[0]);
	for (int k = 0; k < 12; k++)
		for (int c = 0; c < count; c++) {
			if (k == 6 && _i % 3)
				merge(copies[c], copies[(c + 1) % count]);
			act(copies[c], (int64_t)(roll(801)) * DAY_MS - 400 * DAY_MS);
		}
	for (int c = 0; c < count; c++)
		assert_travels(copies[c]);
	char *first = NULL;
	for (size_t i = 0; i < sizeof(orders) / sizeof(*orders); i++) {
		if (skipped && (orders[i][0] == 2 || orders[i][1] == 2))
			continue;
		char *result = brought_together(copies, count, orders[i]);
		assert_alike(first, result, (int)i);
		free(first);
		first = result;
	}
	free(first);
	for (int c = 0; c < count; c++)
		assert_dry_run_tells(copies[c], copies[(c + 1) % count]);
	for (int c = 0; c < count; c++)
		store_close(copies[c]);
}
END_TEST

static size_t releases_of(struct store *store)
{
	struct record rec;
	load(store, &rec);
	size_t count = rec.release_count;
	record_release(&rec);
	return count;
}

/* Two that were handed out in two copies are two in each of them. */
START_TEST(test_exchange_merge_joint_editions_are_united)
{
	struct store *a = begun(), *b = copy_of(a);
	struct record rec;
	load(a, &rec);
	release_one(a, &rec, 0);
	record_release(&rec);
	load(b, &rec);
	release_one(b, &rec, 0);
	record_release(&rec);
	merge(a, b);
	merge(b, a);
	ck_assert_uint_eq(releases_of(a), 2);
	char *here = content(a), *there = content(b);
	ck_assert_msg(!strcmp(here, there), "%s\n%s", here, there);
	/* undoing the import takes back what was edited in the other copy, not what was given out
	 */
	struct pool pool = { 0 };
	const char *what;
	OK(store_undo(a, round_of(a), &pool, &what, &why));
	ck_assert_str_eq(what, "import");
	ck_assert_uint_eq(releases_of(a), 2);
	/* a step all the same: the one before it is next, which brought the alliance */
	OK(store_redo(a, round_of(a), &pool, &what, &why));
	ck_assert_str_eq(what, "import");
	ck_assert_uint_eq(releases_of(a), 2);
	free(here);
	free(there);
	pool_release(&pool);
	store_close(a);
	store_close(b);
}
END_TEST

/* Of an import of nothing else than what was given out, undo goes on to what was done before. */
START_TEST(test_exchange_merge_joint_editions_stop_no_undo)
{
	struct store *a = begun(), *b = copy_of(a);
	struct pool pool = { 0 };
	struct record rec;
	const char *what;
	set_objective(a, "before", 0);
	merge(b, a);
	load(b, &rec);
	release_one(b, &rec, 0);
	record_release(&rec);
	merge(a, b);
	OK(store_undo(a, round_of(a), &pool, &what, &why));
	ck_assert_str_eq(what, "import");
	OK(store_undo(a, round_of(a), &pool, &what, &why));
	ck_assert_ptr_nonnull(what);
	ck_assert_ptr_nonnull(strstr(what, "objective"));
	assert_objective(a, "first");
	ck_assert_uint_eq(releases_of(a), 1);
	pool_release(&pool);
	store_close(a);
	store_close(b);
}
END_TEST

/* Undoing the import that has brought an alliance back takes along what was given out of it since.
 */
START_TEST(test_exchange_merge_joint_editions_go_with_their_alliance)
{
	struct store *a = begun(), *b;
	struct pool pool = { 0 };
	struct record rec;
	const char *what;
	int64_t round = round_of(a);
	load(a, &rec);
	release_one(a, &rec, 0);
	b = copy_of(a);
	struct store_found alliance = { KIND_ALLIANCE, rec.alliance.object.key,
		rec.alliance.object.key, rec.alliance.object.id, rec.alliance.name };
	OK(store_delete_found(a, &alliance, &why));
	record_release(&rec);
	ck_assert_int_eq(sql_number(a, "SELECT count(*) FROM joint_release"), 0);
	set_objective(b, "later", DAY_MS);
	merge(a, b);
	load(a, &rec);
	release_one(a, &rec, 0);
	record_release(&rec);
	ck_assert_uint_eq(releases_of(a), 2);
	OK(store_undo(a, round, &pool, &what, &why));
	ck_assert_str_eq(what, "import");
	ck_assert_int_eq(sql_number(a, "SELECT count(*) FROM joint_release"), 0);
	ck_assert_int_eq(sql_number(a, "SELECT count(*) FROM alliance"), 0);
	OK(store_redo(a, round, &pool, &what, &why));
	ck_assert_uint_eq(releases_of(a), 2);
	pool_release(&pool);
	store_close(a);
	store_close(b);
}
END_TEST

static void forget_first(struct store *store)
{
	struct pool pool = { 0 };
	struct texts mentions = { 0 }, copies = { 0 };
	struct store_found found;
	struct record rec;
	load(store, &rec);
	OK(store_find_person(store, rec.alliance.object.key, "Ana", &pool, &found, &why));
	OK(store_forget(store, &found, &pool, &mentions, &copies, &why));
	record_release(&rec);
	pool_release(&pool);
}

/* Who is forgotten in one copy comes back with no joint edition of another, made before or after.
 */
START_TEST(test_exchange_merge_joint_editions_forget_people)
{
	struct store *a = begun(), *b;
	struct record rec;
	load(a, &rec);
	release_one(a, &rec, 0);
	record_release(&rec);
	b = copy_of(a);
	forget_first(a);
	load(b, &rec);
	release_one(b, &rec, 0);
	record_release(&rec);
	merge(a, b);
	ck_assert_uint_eq(releases_of(a), 2);
	ck_assert_int_eq(sql_number(a,
				 "SELECT count(*) FROM release_rating WHERE respondent IN "
				 "(SELECT id FROM forgotten)"),
		0);
	ck_assert_int_eq(sql_number(a,
				 "SELECT count(*) FROM release_rating WHERE respondent IS NULL AND "
				 "digest IS NULL AND party IS NOT NULL"),
		2);
	char *before = content(a);
	merge(a, b);
	char *after = content(a);
	ck_assert(!strcmp(before, after));
	merge(b, a);
	ck_assert_int_eq(
		sql_number(b, "SELECT count(*) FROM release_rating WHERE digest IS NULL"), 2);
	free(before);
	free(after);
	store_close(a);
	store_close(b);
}
END_TEST

/* With the round that it is of a joint edition is gone from what is given, and there again. */
START_TEST(test_exchange_merge_joint_editions_go_with_their_round)
{
	struct store *a = begun();
	struct record rec;
	struct pool pool = { 0 };
	const char *what;
	int64_t round = round_of(a);
	load(a, &rec);
	release_one(a, &rec, 0);
	struct record other;
	load(a, &other);
	drop_round(&other);
	other.assessment.title = "Two";
	OK(store_put(a, &other, KIND_ASSESSMENT, &other.assessment, 0, &why));
	record_release(&other);
	OK(store_delete(a, &rec, KIND_ASSESSMENT, &rec.assessment, &why));
	char *text = give(a);
	ck_assert_ptr_null(strstr(text, "\"releases\""));
	struct store *c = memory();
	take(c, text);
	ck_assert_int_eq(sql_number(c, "SELECT count(*) FROM joint_release"), 0);
	free(text);
	OK(store_undo(a, round, &pool, &what, &why));
	text = give(a);
	ck_assert_ptr_nonnull(strstr(text, "\"releases\""));
	free(text);
	record_release(&rec);
	pool_release(&pool);
	store_close(a);
	store_close(c);
}
END_TEST

Suite *exchange_merge_suite(void)
{
	Suite *suite = suite_create("exchange merge");
	TCase *tests = tcase_create("merge");
	tcase_set_timeout(tests, 60);
	tcase_add_test(tests, test_exchange_merge_an_old_file_changes_nothing);
	tcase_add_test(tests, test_exchange_merge_later_change_wins);
	tcase_add_test(tests, test_exchange_merge_a_correction_is_later_than_what_it_corrects);
	tcase_add_test(tests, test_exchange_merge_an_action_has_two_parts);
	tcase_add_test(tests, test_exchange_merge_deletions_lose_to_later_changes);
	tcase_add_test(tests, test_exchange_merge_a_later_change_inside_revives_the_path);
	tcase_add_test(tests, test_exchange_merge_of_two_alike_without_times_both_stay);
	tcase_add_loop_test(tests, test_exchange_merge_of_two_alike_the_later_stands, 0, 4);
	tcase_add_test(tests, test_exchange_merge_what_is_moved_is_not_doubled);
	tcase_add_test(tests, test_exchange_merge_what_is_left_when_its_last_content_goes_stays);
	tcase_add_loop_test(tests, test_exchange_merge_what_is_added_after_a_revival_stays, 0, 2);
	tcase_add_test(tests, test_exchange_merge_changes_ahead_of_now_are_said);
	tcase_add_test(tests, test_exchange_merge_sealed_rounds_are_left_alone);
	tcase_add_test(tests, test_exchange_merge_deleted_people_stay_in_sealed_rounds);
	tcase_add_test(tests, test_exchange_merge_is_undone_with_its_times);
	tcase_add_test(tests, test_exchange_merge_joint_editions_are_united);
	tcase_add_test(tests, test_exchange_merge_joint_editions_stop_no_undo);
	tcase_add_test(tests, test_exchange_merge_joint_editions_go_with_their_alliance);
	tcase_add_test(tests, test_exchange_merge_joint_editions_forget_people);
	tcase_add_test(tests, test_exchange_merge_joint_editions_go_with_their_round);
	add_histories(tests, test_exchange_merge_any_order_gives_one_result, 40);
	suite_add_tcase(suite, tests);
	return suite;
}
