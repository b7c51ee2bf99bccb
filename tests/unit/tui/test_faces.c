/* SPDX-License-Identifier: MIT */
/*
 * Both faces over the same interview: what is stored by keys and what is stored by lines is
 * compared after every step, column by column; only times may differ.
 */
#include <rekindle/line.h>
#include <rekindle/sitting.h>

#include "heard.h"

Suite *faces_suite(void);

struct step {
	const char *item; /* NULL: no question of its own */
	const char *keys; /* of the screens; \n Enter, \b Esc, \v down, \t up, \f Ctrl-U */
	const char *lines;
};

static const struct step steps[] = {
	{ "strategy.rationale.1", "3", "3" },
	{ "strategy.rationale.1", "4", "4" },
	{ "strategy.rationale.1", "cAs they said\n", ":comment As they said" },
	{ "strategy.rationale.1", "\"Never again\n", ":quote Never again" },
	{ "strategy.rationale.1", "eThe minutes\n", ":evidence The minutes" },
	{ "strategy.rationale.1", "c\f\n", NULL },
	{ "strategy.rationale.1", "cOnce more\n", ":comment Once more" },
	{ "strategy.rationale.1", "f", ":flag" },
	{ "strategy.rationale.1", "f", ":flag" },
	{ "strategy.objectives.1", "d", "dk" },
	{ "partner.selection.1", "xToo new here\b", "na Too new here" },
	{ "strategy.sponsorship.1", "x\n", "na" },
	{ "strategy.sponsorship.1", "xNobody asked\n", "na Nobody asked" },
	{ "type.fit.1", "r", "declined" },
	{ "type.fit.1", "f", ":flag" },
	{ "type.weight.1", "k", "skip" },
	{ "type.weight.1", "2", "2" },
	{ "type.weight.1", "k", "skip" },
	{ "type.value.1", "5u", "5\n:undo" },
	{ "type.value.1", "1uU", "1\n:undo\n:redo" },
	{ "type.terms.1", "4d", "4\n:back\ndk" },
	{ "type.terms.1", "x\b2", "na\n:back\n2" },
	{ "kinds.choice", "\v ", "2" },
	{ "kinds.choice", "d", "dk" },
	{ "kinds.choice", " ", "First" },
	{ "kinds.multi", "\v ", "2" },
	{ "kinds.multi", "\v ", "skip" },
	{ "kinds.multi", "\v ", "right" },
	{ "kinds.multi", "\t ", "2,1" },
	{ "kinds.number", "12\n", "12" },
	{ "kinds.number", "\fmany\n\f13\n", "many\n13" },
	{ "kinds.number", "\bcOf these\n", ":comment Of these" },
	{ "kinds.date", "2026-10-15\n", "2026-10-15" },
	{ "kinds.date", "\fsoon\n\f2026-11-01\n", "soon\n2026-11-01" },
	{ "kinds.date", "\bk", "skip" },
	{ "open.ideas.one", "One thing\b", "One thing\n." },
	{ "open.ideas.one", " and more\b", "One thing and more\n." },
	{ "open.ideas.one", "\bd", "dk" },
	{ "open.ideas.one", "iAnother\b", "Another\n." },
	{ "open.ideas.one", "\bk", "skip" },
	{ "open.ideas.one", "\025The last\b", "The last\n." },
	{ "split.causes", "40\v30\v20\v10", "40 30 20 10" },
	{ "split.causes", "5", "5 30 20 10" },
	{ "split.causes", "d", "dk" },
	{ "split.causes", "25\v25\v25\v25", "25 25 25 25" },
	{ NULL, "+They met in May\n", ":note They met in May" },
};

static void set_up(void)
{
	heard_begin();
}

static void tear_down(void)
{
	heard_end();
}

static void keys(const char *text)
{
	static const struct {
		char sign;
		int code;
	} special[] = { { '\n', TUI_ENTER }, { '\b', TUI_ESCAPE }, { '\v', TUI_DOWN },
		{ '\t', TUI_UP }, { '\f', CONTROL('u') } };
	for (; *text; text++) {
		char one[2] = { *text, '\0' };
		int code = 0;
		for (size_t i = 0; i < sizeof(special) / sizeof(*special); i++)
			if (special[i].sign == *text)
				code = special[i].code;
		code ? press(code) : type(one);
	}
}

/* Type these lines into a session with somebody, through a pipe; what was said is the caller's. */
static enum err lines_said(int who, const char *text, char **said, struct errmsg *why)
{
	enum line_end end;
	size_t size;
	int ends[2];
	ck_assert_int_eq(pipe(ends), 0);
	ck_assert_int_eq(write(ends[1], text, strlen(text)), (ssize_t)strlen(text));
	close(ends[1]);
	FILE *in = fdopen(ends[0], "r"), *out = open_memstream(said, &size);
	const struct line_input input = { .in = in, .out = out };
	struct line_who respondent = { .respondent = heard.respondent[who] };
	enum err err =
		line_interview(app.options.store, heard.assessment, &respondent, &input, &end, why);
	fclose(in);
	fclose(out);
	return err;
}

static void lines(int who, const char *text)
{
	struct errmsg why = { "" };
	char *said;
	ck_assert_msg(!lines_said(who, text, &said, &why), "%s", why.text);
	free(said);
}

/* Every row of a table that belongs to somebody, every column but times and the keys of rows. */
static void stored(int who, const char *table, char *out, size_t size)
{
	char sql[4096], columns[1024];
	snprintf(sql, sizeof(sql),
		"SELECT group_concat('quote(' || name || ')', '||'' ''||') FROM "
		"pragma_table_info('%s') WHERE name NOT IN "
		"('respondent', 'changed', 'seconds', 'key', 'id', 'person', 'party', 'name')",
		table);
	snprintf(columns, sizeof(columns), "%.*s", (int)sizeof(columns) - 1, heard_sql(sql));
	ck_assert_str_ne(columns, "");
	snprintf(sql, sizeof(sql), "SELECT group_concat(%s, char(10)) FROM %s WHERE %s = %lld",
		columns, table, strcmp(table, "respondent") ? "respondent" : "key",
		(long long)heard.respondent[who]);
	snprintf(out, size, "%s", heard_sql(sql));
}

static void expect_alike(const char *table, const char *after)
{
	char by_keys[16 * 1024], by_lines[16 * 1024];
	stored(ANA, table, by_keys, sizeof(by_keys));
	stored(BO, table, by_lines, sizeof(by_lines));
	ck_assert_msg(!strcmp(by_keys, by_lines), "after \"%s\" %s holds by keys\n%s\nby lines\n%s",
		after, table, by_keys, by_lines);
}

/* Number of the question, from 1; *count: of how many. */
static int number_of(const char *id, size_t *count)
{
	struct flow flow;
	flow_init(&flow, &app.record, BO);
	int at = flow_find(&flow, instrument_item(app.record.instrument, id));
	*count = flow.count;
	flow_release(&flow);
	ck_assert_int_ge(at, 0);
	return at + 1;
}

/* On the screens by the list of questions: from its end up. */
static void go_to(const char *id)
{
	size_t count;
	int number = number_of(id, &count);
	if (app.top->ops->text(app.top))
		press(TUI_ESCAPE);
	press('g');
	press(TUI_END);
	press_times(TUI_UP, (int)count - number);
	press(TUI_ENTER);
}

static void do_step(const struct step *step)
{
	char typed[512];
	size_t count;
	if (step->item)
		go_to(step->item);
	keys(step->keys);
	if (!step->lines)
		return;
	snprintf(typed, sizeof(typed), ":jump %d\n%s\n",
		number_of(step->item ? step->item : steps[0].item, &count), step->lines);
	lines(BO, typed);
	expect_alike("answer", step->lines);
}

static void finish_both(void)
{
	char typed[64];
	size_t count;
	go_to("since.when");
	keys("vFy");
	ck_assert_ptr_eq(app.top->ops, &screen_home);
	snprintf(typed, sizeof(typed), ":jump %d\n:next\ny\n", number_of("since.when", &count));
	lines(BO, typed);
	expect_alike("answer", "finish");
	expect_alike("sitting", "finish");
	expect_alike("respondent", "finish");
}

START_TEST(test_faces_store_the_same_step_by_step)
{
	app_interview(&app, ANA);
	for (size_t i = 0; i < sizeof(steps) / sizeof(*steps); i++)
		do_step(&steps[i]);
	ck_assert_str_eq(heard_sql("SELECT group_concat(text, '|') FROM note"),
		"They met in May|They met in May");
	ck_assert_str_eq(heard_sql("SELECT count(DISTINCT quote(filed)) FROM note"), "1");
	ck_assert_str_eq(heard_answer(ANA, "split.causes"), "0 25 25 25 25 -");
	ck_assert_str_eq(heard_answer(ANA, "kinds.multi"), "0 left,right -");
	ck_assert_str_eq(
		heard_sql("SELECT min(flag) || max(flag) FROM answer WHERE flag NOTNULL"), "01");
	ck_assert_str_eq(
		heard_sql("SELECT count(*) FROM answer WHERE state NOT NULL AND "
			  "state <> 0 AND (rating NOTNULL OR value NOTNULL OR text NOTNULL)"),
		"0");
	keys("p");
	expect("Paused");
	keys("p");
	finish_both();
	ck_assert_str_eq(heard_sql("SELECT min(finished) FROM sitting"), "1");
	ck_assert_str_eq(heard_sql("SELECT min(n) FROM (SELECT count(*) n FROM answer "
				   "GROUP BY respondent)"),
		"14");
}
END_TEST

static void spend_the_minutes(void)
{
	heard_exec("INSERT INTO sitting SELECT key, NULL, 0, NULL, 0, 36001, 0 FROM respondent");
}

START_TEST(test_faces_finish_alike_when_the_minutes_are_over)
{
	spend_the_minutes();
	app_interview(&app, ANA);
	keys("3vFy");
	ck_assert_ptr_eq(app.top->ops, &screen_home);
	lines(BO, ":jump 1\n3\n:jump 1\n:quit\n");
	lines(BO, ":jump 1\n3\n:jump 100\n:next\ny\n");
	ck_assert_str_eq(heard_sql("SELECT count(*) > 5 FROM answer WHERE state = 4"), "1");
	expect_alike("answer", "finish");
}
END_TEST

START_TEST(test_faces_a_draft_begun_here_is_ended_there)
{
	char typed[64];
	size_t count;
	app_interview(&app, ANA);
	go_to("open.ideas.one");
	type("Half a sen");
	app_save_drafts(&app);
	ck_assert_str_eq(heard_sql("SELECT draft FROM sitting"), "Half a sen");
	lines(ANA, "tence\n.\n");
	ck_assert_str_eq(heard_sql("SELECT text FROM answer"), "Half a sen\ntence");
	snprintf(typed, sizeof(typed), ":jump %d\n", number_of("kinds.number", &count));
	lines(BO, typed);
	app_interview(&app, BO);
	expect("How many?");
}
END_TEST

/* It waits with the answer that it became, also when the interview is left meanwhile. */
START_TEST(test_faces_a_draft_that_is_stored_late_is_over)
{
	app_interview(&app, ANA);
	go_to("open.ideas.one");
	type("Half");
	app_save_drafts(&app);
	heard_refuse();
	type(" and more");
	press(TUI_ESCAPE);
	expect("NOT SAVED");
	press('q');
	if (_i)
		app_interview(&app, ANA);
	heard_allow();
	for (int64_t until = clock_monotonic_ms() + 20000; app.unsaved;) {
		ck_assert_int_lt(clock_monotonic_ms(), until);
		app_tick(&app);
	}
	if (!_i)
		app_interview(&app, ANA);
	expect("Half and more");
	expect_not("typing is back");
	press(TUI_ESCAPE);
	ck_assert_str_eq(heard_sql("SELECT text FROM answer"), "Half and more");
	ck_assert_str_eq(heard_sql("SELECT count(draft) FROM sitting"), "0");
}
END_TEST

static void new_person(int party)
{
	struct person person;
	object_init(KIND_PERSON, &person);
	person.party = party;
	person.role = ROLE_OPERATIONS;
	person.name = party ? "Di Berg" : "Cy Holm";
	ck_assert(app_append(&app, NULL, KIND_PERSON, &person));
}

START_TEST(test_faces_the_opening_card_is_stored_alike)
{
	const struct sitting_newcomer newcomer = { .party = app.record.parties[1].object.key,
		.role = ROLE_OPERATIONS,
		.attribution = ATTRIBUTION_NAMED,
		.name = "Di Berg" };
	const struct sitting_terms unasked = {
		.attribution = ATTRIBUTION_NAMED, .minutes = INT_NONE, .date = DATE_NONE
	};
	struct errmsg why;
	new_person(0);
	new_person(1);
	app_interview(&app, HEARD);
	keys(" \n \n\f30\n\n");
	ck_assert_ptr_eq(app.top->ops, &screen_interview);
	heard.respondent[ANA] = app.record.respondents[HEARD].object.key;
	press('q');
	ck_assert(!sitting_enrol(
		app.options.store, &app.record, &newcomer, &unasked, &heard.respondent[BO], &why));
	lines(BO, "y\n2\n30\n");
	expect_alike("respondent", "the card");
	ck_assert_str_eq(heard_sql("SELECT group_concat(name) FROM respondent"),
		"Ana Ruiz,Bo Lind,Cy Holm,Di Berg");
	ck_assert_str_eq(heard_sql("SELECT count(DISTINCT person) FROM respondent"), "4");
}
END_TEST

START_TEST(test_faces_line_mode_tells_what_is_not_saved)
{
	struct errmsg why = { "" };
	char *said;
	lines(ANA, "");
	heard_refuse();
	ck_assert_int_eq(lines_said(ANA, "2\n:note They met\n:undo\n3\n", &said, &why), ERR_FAILED);
	ck_assert_ptr_nonnull(strstr(said, "Not saved yet: "));
	ck_assert_ptr_null(strstr(said, "Saved"));
	ck_assert_ptr_null(strstr(said, "verything is saved"));
	ck_assert_ptr_nonnull(strstr(why.text, "4 changes of this interview could not be saved: "));
	free(said);
	heard_allow();
	ck_assert_str_eq(heard_sql("SELECT count(*) FROM answer"), "0");
}
END_TEST

Suite *faces_suite(void)
{
	Suite *suite = suite_create("faces");
	TCase *tests = tcase_create("faces");
	tcase_add_checked_fixture(tests, set_up, tear_down);
	tcase_set_timeout(tests, 120);
	tcase_add_test(tests, test_faces_store_the_same_step_by_step);
	tcase_add_test(tests, test_faces_finish_alike_when_the_minutes_are_over);
	tcase_add_test(tests, test_faces_a_draft_begun_here_is_ended_there);
	tcase_add_loop_test(tests, test_faces_a_draft_that_is_stored_late_is_over, 0, 2);
	tcase_add_test(tests, test_faces_the_opening_card_is_stored_alike);
	tcase_add_test(tests, test_faces_line_mode_tells_what_is_not_saved);
	suite_add_tcase(suite, tests);
	return suite;
}
