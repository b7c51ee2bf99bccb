/* SPDX-License-Identifier: MIT */
/*
 * What somebody said in confidence, and who that is: in no kind of report, edition and format,
 * nor in a plan or a comparison of rounds. Whoever answers in confidence has words of their own
 * everywhere where words can be, and a name that nobody else has.
 */
#include <rekindle/words.h>
#include "../core/build.h"
#include "../fixture.h"
#include <rekindle/edition_plan.h>
#include <rekindle/report.h>
#include <rekindle/rounds.h>

Suite *report_confidence_suite(void);

#define WORD "zqword"
#define NAME "Zqname"

/* One of a company of which nobody else was heard; one of ten; everybody. */
static const char *const files[] = {
	"tests/data/confidence/sponsor-alone.json",
	"tests/data/confidence/manager-of-ten.json",
	"tests/data/confidence/everybody.json",
};
#define FILES ((int)(sizeof(files) / sizeof(*files)))

struct heard {
	struct exchange file;
	struct record *rec;
	struct diagnosis diagnosis;
	struct plan plan;
	struct str out;
	const char *with; /* what is written at the moment */
};

static bool in_confidence(const struct record *rec, int respondent)
{
	return rec->respondents[respondent].attribution == ATTRIBUTION_CONFIDENTIAL;
}

static const char *word_of(struct record *rec, const char *what, int respondent)
{
	return pool_printf(&rec->pool, WORD "-%s-%d", what, respondent);
}

static void say_words(struct record *rec, struct answer *answer)
{
	const struct item *item = &rec->instrument->items[answer->item];

	answer->comment = word_of(rec, "comment", answer->respondent);
	answer->quote = word_of(rec, "quote", answer->respondent);
	answer->evidence = word_of(rec, "evidence", answer->respondent);
	answer->reason = word_of(rec, "reason", answer->respondent);
	answer->flag = TRI_YES;
	if (item->kind == ITEM_TEXT)
		answer->text = word_of(rec, "text", answer->respondent);
	else if (answer->item % 5 == 4)
		answer->state = STATE_NOT_APPLICABLE; /* which is what has a reason */
}

/* Also to the open questions that the file has no answer to. */
static void speak(struct record *rec, int respondent)
{
	struct respondent *who = &rec->respondents[respondent];

	who->name = NAME " Quill";
	for (size_t i = 0; i < rec->instrument->item_count; i++) {
		const struct item *item = &rec->instrument->items[i];

		if (item->kind != ITEM_TEXT || !item_asks(item, (enum role)who->role))
			continue;
		record_put_answer(rec, respondent, (int)i)->state = STATE_ANSWERED;
	}
	for (size_t i = 0; i < rec->answer_count; i++)
		if (rec->answers[i].respondent == respondent)
			say_words(rec, &rec->answers[i]);
}

static void open_heard(struct heard *x, const char *path)
{
	struct errmsg why = { "" };
	struct str text;
	struct note *note;

	memset(x, 0, sizeof(*x));
	str_init(&text);
	str_init(&x->out);
	ck_assert_msg(!file_read(path, 1 << 20, &text, &why), "%s", why.text);
	ck_assert_msg(!exchange_read(text.text, text.len, path, &x->file, &why), "%s", why.text);
	str_release(&text);
	x->rec = &x->file.rounds[0];
	for (size_t r = 0; r < x->rec->respondent_count; r++)
		if (in_confidence(x->rec, (int)r))
			speak(x->rec, (int)r);
	note = record_add(x->rec, KIND_NOTE);
	note->text = WORD "-note";
	record_settle(x->rec);
	diagnosis_compute(&x->diagnosis, x->rec);
	plan_compute(&x->plan, x->rec, &x->diagnosis, build_day("2026-11-23"));
}

static void close_heard(struct heard *x)
{
	plan_release(&x->plan);
	diagnosis_release(&x->diagnosis);
	exchange_release(&x->file);
	str_release(&x->out);
}

/* "Mia Manager, manager of Birkfeld" and "manager of Birkfeld, by role" */
static void check_untold(const struct heard *x, int respondent)
{
	const struct respondent *who = &x->rec->respondents[respondent];
	char told[200];

	snprintf(told, sizeof(told), "%s of %s, by role", words_role(who->role),
		x->rec->parties[who->party].label);
	ck_assert_msg(!strstr(x->out.text, told), "%s: %s", x->with, told);
	if (who->person < 0)
		return;
	snprintf(told, sizeof(told), "%s, %s of %s", x->rec->people[who->person].name,
		words_role(who->role), x->rec->parties[who->party].label);
	ck_assert_msg(!strstr(x->out.text, told), "%s: %s", x->with, told);
}

static void check_kept(struct heard *x)
{
	const char *word = strstr(x->out.text, WORD), *name = strstr(x->out.text, NAME);

	ck_assert_msg(x->out.len > 0, "%s: nothing", x->with);
	ck_assert_msg(!word, "%s: ...%.*s", x->with, 60, word);
	ck_assert_msg(!name, "%s: ...%.*s", x->with, 60, name);
	for (size_t r = 0; r < x->rec->respondent_count; r++)
		if (in_confidence(x->rec, (int)r))
			check_untold(x, (int)r);
	str_clear(&x->out);
}

static void write_report(
	struct heard *x, enum report_kind kind, enum edition edition, enum report_format format)
{
	const struct report_rounds rounds = { .record = x->rec,
		.diagnosis = &x->diagnosis,
		.plan = &x->plan,
		.all = (const struct record *[]){ x->rec },
		.count = 1,
		.today = build_day("2026-11-16") };
	struct report_reading reading;

	report_read(&reading, &rounds, kind);
	reading.input.edition = edition;
	report_write(&x->out, &reading.input, format, false);
	report_reading_release(&reading);
}

START_TEST(test_report_confidence_is_kept_in_every_kind)
{
	char with[200];
	struct heard x;

	open_heard(&x, files[_i]);
	x.with = with;
	for (int kind = 0; kind < REPORT_KINDS; kind++)
		for (int edition = 0; edition < EDITION_COUNT; edition++)
			for (int format = 0; format < REPORT_FORMATS; format++) {
				snprintf(with, sizeof(with), "%s %s %s",
					vocabulary_report_kind.word[kind],
					vocabulary_edition.word[edition],
					vocabulary_report_format.word[format]);
				write_report(&x, (enum report_kind)kind, (enum edition)edition,
					(enum report_format)format);
				check_kept(&x);
			}
	close_heard(&x);
}
END_TEST

START_TEST(test_report_confidence_is_kept_in_plans_and_diagnoses)
{
	struct edition_history history;
	struct heard x;

	open_heard(&x, files[_i]);
	for (int edition = 0; edition < EDITION_COUNT; edition++) {
		x.with = "plan";
		edition_history_compute(
			&history, x.rec, &x.diagnosis, &x.plan, (enum edition)edition, NULL, 0);
		report_plan_text(
			&x.out, x.rec, &x.diagnosis, &history, build_day("2026-11-16"), false);
		edition_history_release(&history);
		check_kept(&x);
	}
	x.with = "diagnosis";
	report_diagnosis_text(&x.out, x.rec, &x.diagnosis, build_day("2026-11-16"), false);
	check_kept(&x);
	report_diagnosis_json(&x.out, x.rec, &x.diagnosis);
	check_kept(&x);
	close_heard(&x);
}
END_TEST

/* The round held against itself, as one in which those in confidence were named before. */
START_TEST(test_report_confidence_is_kept_over_rounds)
{
	struct round_read rounds[2];
	struct round_change change;
	struct heard x, then;

	open_heard(&x, files[_i]);
	open_heard(&then, files[_i]);
	for (size_t r = 0; r < then.rec->respondent_count; r++)
		then.rec->respondents[r].name = NULL;
	for (int edition = 0; edition < EDITION_COUNT; edition++) {
		rounds[0] = (struct round_read){ .record = *then.rec };
		rounds[1] = (struct round_read){ .record = *x.rec };
		for (int i = 0; i < 2; i++)
			round_compute(&rounds[i], (enum edition)edition);
		round_compare(&change, &rounds[0], &rounds[1]);
		x.with = "compare";
		report_compare_text(&x.out, &change, false);
		check_kept(&x);
		x.with = "trend";
		report_trend_text(&x.out, rounds, &change, 2, false);
		check_kept(&x);
		round_change_release(&change);
		for (int i = 0; i < 2; i++) {
			edition_release(&rounds[i].view);
			diagnosis_release(&rounds[i].diagnosis);
		}
	}
	close_heard(&then);
	close_heard(&x);
}
END_TEST

/* What keeps it is the confidence: by name the same words are printed. */
START_TEST(test_report_confidence_prints_the_words_of_others)
{
	static const char *const said[] = { WORD "-text-", WORD "-comment-", WORD "-quote-",
		WORD "-evidence-", WORD "-reason-", WORD "-note", NAME };
	struct heard x;

	open_heard(&x, files[_i]);
	for (size_t r = 0; r < x.rec->respondent_count; r++)
		x.rec->respondents[r].attribution = ATTRIBUTION_NAMED;
	write_report(&x, REPORT_ASSESSMENT, EDITION_INTERNAL, REPORT_TEXT);
	for (size_t i = 0; i < sizeof(said) / sizeof(*said); i++)
		ck_assert_msg(strstr(x.out.text, said[i]), "not said: %s", said[i]);
	close_heard(&x);
}
END_TEST

/* Page 1 says what confidence means, and how many answered so of all companies together. */
START_TEST(test_report_confidence_is_explained_on_page_1)
{
	static const char *const counted[] = { "1 of 5 respondents", "1 of 10 respondents",
		"8 of 8 respondents" };
	struct heard x;

	open_heard(&x, files[_i]);
	write_report(&x, REPORT_ASSESSMENT, EDITION_INTERNAL, REPORT_TEXT);
	for (char *at = x.out.text; *at; at++)
		if (*at == '\n')
			*at = ' ';
	ck_assert_msg(strstr(x.out.text, counted[_i]), "%.600s", x.out.text);
	ck_assert_msg(strstr(x.out.text, "In a small group the team can work out who they are."),
		"%.900s", x.out.text);
	close_heard(&x);
}
END_TEST

Suite *report_confidence_suite(void)
{
	Suite *suite = suite_create("report confidence");
	TCase *tcase = tcase_create("report confidence");

	tcase_set_timeout(tcase, 60);
	tcase_add_loop_test(tcase, test_report_confidence_is_kept_in_every_kind, 0, FILES);
	tcase_add_loop_test(tcase, test_report_confidence_is_kept_in_plans_and_diagnoses, 0, FILES);
	tcase_add_loop_test(tcase, test_report_confidence_is_kept_over_rounds, 0, FILES);
	tcase_add_loop_test(tcase, test_report_confidence_prints_the_words_of_others, 0, FILES);
	tcase_add_loop_test(tcase, test_report_confidence_is_explained_on_page_1, 0, FILES);
	suite_add_tcase(suite, tcase);
	return suite;
}
