/* SPDX-License-Identifier: MIT */
/*
 * A record in which every text of every kind is hostile, through every writer: nothing steers a
 * reader, breaks a format or is lost on the way through the exchange file.
 */
#include "../core/hostile.h"
#include "../core/texts.h"
#include "html_check.h"
#include "plan_text.h"
#include <csv.h>
#include <jansson.h>
#include <libical/ical.h>
#include <rekindle/report.h>

Suite *hostile_suite(void);

#define MEGABYTE (1000 * 1000)
#define MEGABYTES 4
#define STAMP (INT64_C(1790000000000))

struct victim {
	struct store *store;
	int64_t key;
	struct record rec;
	struct diagnosis diagnosis;
	struct plan plan;
	struct str text;
	const char *name;
};

/* In every place; of the hundreds of answers in every sixteenth. */
static const char *everywhere(struct pool *pool, const struct text_place *place, void *data)
{
	(void)pool;
	return place->kind == KIND_ANSWER && place->object % 16 ? NULL : data;
}

/* Where the exchange file takes any words: not where it wants an id or a date. */
static const char *in_words(struct pool *pool, const struct text_place *place, void *data)
{
	static const char *const ids[] = { "alliance.type", "alliance.ambitions", "person.planned",
		"action.library", "action.kpi", "action.retest", "action.requires",
		"action.findings" };
	char name[96];

	snprintf(name, sizeof(name), "%s.%s", kind_info[place->kind].name, place->field->name);
	for (size_t i = 0; i < COUNT(ids); i++)
		if (!strcmp(name, ids[i]))
			return NULL;
	return everywhere(pool, place, data);
}

/* In a few places, each of which a report has once or twice. */
static const char *here_and_there(struct pool *pool, const struct text_place *place, void *data)
{
	static const char *const places[] = { "answer[3].text", "answer[30].comment",
		"objective[0].text", "incident[0].what", "note[0].text", "action[1].done_when" };

	(void)pool;
	for (size_t i = 0; i < COUNT(places); i++)
		if (!strcmp(text_place_name(place), places[i]))
			return data;
	return NULL;
}

/* The alliance of one round with that text in every place, from the store. */
static void begin_with(struct victim *v, const char *name, const char *text, make_text *where)
{
	struct exchange exchange;
	struct record *rec = texts_example(&exchange);
	struct errmsg why = { "" };

	memset(v, 0, sizeof(*v));
	v->name = name;
	texts_complete(rec);
	texts_replace(rec, where, (void *)(uintptr_t)text);
	ck_assert_msg(!store_open(":memory:", STORE_CREATE, &v->store, &why), "%s", why.text);
	ck_assert_msg(!store_add_record(v->store, rec, &why), "%s: %s", name, why.text);
	v->key = rec->assessment.object.key;
	exchange_release(&exchange);
	ck_assert_msg(!store_load(v->store, v->key, &v->rec, &why), "%s: %s", name, why.text);
	diagnosis_compute(&v->diagnosis, &v->rec);
	plan_read(&v->plan, &v->rec);
	str_init(&v->text);
}

static void begin(struct victim *v, const char *name, const char *text)
{
	begin_with(v, name, text, everywhere);
}

static void end(struct victim *v)
{
	plan_release(&v->plan);
	diagnosis_release(&v->diagnosis);
	record_release(&v->rec);
	store_close(v->store);
	str_release(&v->text);
}

static void write_report(
	struct victim *v, enum report_format format, enum edition edition, bool ascii)
{
	struct report_input in = { .record = &v->rec,
		.diagnosis = &v->diagnosis,
		.plan = &v->plan,
		.version = "0",
		.sections = REPORT_ALL,
		.edition = edition };

	str_clear(&v->text);
	report_write(&v->text, &in, format, ascii);
}

/* Progress report or brief, with the round as the one before it. */
static void write_kind(struct victim *v, enum report_kind kind, enum report_format format)
{
	struct report_input in = { .record = &v->rec,
		.diagnosis = &v->diagnosis,
		.plan = &v->plan,
		.version = "0",
		.kind = kind,
		.today = v->rec.assessment.date + 60,
		.before = &v->rec,
		.before_diagnosis = &v->diagnosis };

	str_clear(&v->text);
	report_write(&v->text, &in, format, false);
}

static json_t *parse(const struct victim *v)
{
	json_error_t error;
	json_t *json = json_loadb(v->text.text, v->text.len, JSON_REJECT_DUPLICATES, &error);

	ck_assert_msg(json != NULL, "%s: %s at line %d", v->name, error.text, error.line);
	return json;
}

static void check_text(struct victim *v, bool ascii)
{
	check_harmless(v->name, v->text.text, v->text.len, "");
	check_page(v->name, v->text.text, 80, ascii);
}

static void check_markdown(struct victim *v, bool ascii)
{
	(void)ascii;
	check_harmless(v->name, v->text.text, v->text.len, "");
	for (const char *at = v->text.text; (at = strchr(at, '<')) != NULL; at++)
		if (at > v->text.text && at[-1] != '\\')
			ck_abort_msg("%s: a tag: %.60s", v->name, at - 1);
}

static void check_page_of_browser(struct victim *v, bool ascii)
{
	(void)ascii;
	check_harmless(v->name, v->text.text, v->text.len, "\t");
	check_html(v->text.text);
}

static void check_json(struct victim *v, bool ascii)
{
	(void)ascii;
	check_harmless(v->name, v->text.text, v->text.len, "");
	json_decref(parse(v));
}

static size_t ticks(const char *line, size_t n)
{
	size_t count = 0;

	for (size_t i = 0; i < n; i++)
		count += line[i] == '`';
	return count;
}

/* A title, a fence or, within one, shapes: nothing that pandoc would take for markup of its own. */
static void check_slide_line(const struct victim *v, const char *line, size_t n, bool *fenced)
{
	if (n >= 3 && !strncmp(line, "```", 3)) {
		*fenced = !*fenced;
		ck_assert_uint_eq(n, *fenced ? strlen("```{=openxml}") : 3);
	} else if (*fenced) {
		ck_assert_msg(*line == '<' && line[n - 1] == '>' && !ticks(line, n), "%s: %.60s",
			v->name, line);
	} else {
		ck_assert_msg(!n || (!strncmp(line, "# `<a:r>", 8) && ticks(line, n) == 2),
			"%s: %.60s", v->name, line);
	}
}

static void check_slides(struct victim *v, bool ascii)
{
	bool fenced = false;

	(void)ascii;
	check_harmless(v->name, v->text.text, v->text.len, "");
	for (const char *line = v->text.text; *line; line += strcspn(line, "\n") + 1)
		check_slide_line(v, line, strcspn(line, "\n"), &fenced);
	ck_assert_msg(!fenced, "%s: a fence is left open", v->name);
}

static void (*const check_format[REPORT_FORMATS])(struct victim *, bool ascii) = {
	[REPORT_TEXT] = check_text,
	[REPORT_MARKDOWN] = check_markdown,
	[REPORT_HTML] = check_page_of_browser,
	[REPORT_JSON] = check_json,
	[REPORT_PDF] = check_page_of_browser,
	[REPORT_DOCX] = check_page_of_browser,
	[REPORT_PPTX] = check_slides,
};

/* ASCII in the internal edition, which has whatever the joint one has. */
static void check_reports(struct victim *v)
{
	for (int format = 0; format < REPORT_FORMATS; format++) {
		for (int turn = 0; turn < 3; turn++) {
			write_report(v, (enum report_format)format,
				turn == 2 ? EDITION_JOINT : EDITION_INTERNAL, turn == 1);
			check_format[format](v, turn == 1);
		}
		for (int kind = REPORT_PROGRESS; kind < REPORT_KINDS; kind++) {
			write_kind(v, (enum report_kind)kind, (enum report_format)format);
			check_format[format](v, false);
		}
	}
}

/* The other things that a terminal shows or a program reads. */
static void check_diagnosis_and_plan(struct victim *v)
{
	for (int ascii = 0; ascii < 2; ascii++) {
		str_clear(&v->text);
		plan_text(&v->text, &v->rec, &v->diagnosis, &v->plan, EDITION_INTERNAL,
			v->plan.start, ascii);
		check_text(v, ascii);
		str_clear(&v->text);
		report_diagnosis_text(&v->text, &v->rec, &v->diagnosis, clock_today(), ascii);
		check_text(v, ascii);
	}
	str_clear(&v->text);
	report_diagnosis_json(&v->text, &v->rec, &v->diagnosis);
	check_json(v, false);
	str_clear(&v->text);
	exchange_plan_json(&v->text, &v->rec, &v->plan);
	check_json(v, false);
}

/* CSV as libcsv reads it. */

struct sheet {
	size_t rows, cells, wide;
	const char *name;
};

/* Would a spreadsheet take it for a formula, at its beginning or after blanks? */
static void guarded(void *cell, size_t n, void *data)
{
	struct sheet *sheet = data;
	char *text = strndup(cell ? cell : "", n);
	const char *at = text + strspn(text, " ");

	sheet->cells++;
	ck_assert_msg(!*at || !strchr("=@\t\r", *at), "%s: formula %s", sheet->name, text);
	ck_assert_msg((*at != '+' && *at != '-') || strspn(at + 1, "0123456789.") == strlen(at + 1),
		"%s: formula %s", sheet->name, text);
	ck_assert_msg(strncmp(at, "\357\274\235", 3), "%s: formula %s", sheet->name, text);
	free(text);
}

static void row_ends(int c, void *data)
{
	struct sheet *sheet = data;

	(void)c;
	if (!sheet->rows++)
		sheet->wide = sheet->cells;
	ck_assert_msg(
		sheet->cells == sheet->wide, "%s: a row of %zu cells", sheet->name, sheet->cells);
	sheet->cells = 0;
}

static void check_table(struct victim *v)
{
	struct csv_parser parser;
	struct sheet sheet = { .name = v->name };

	str_clear(&v->text);
	exchange_plan_csv(&v->text, &v->rec, &v->plan, EDITION_INTERNAL);
	check_harmless(v->name, v->text.text, v->text.len, "\r\t");
	ck_assert_int_eq(csv_init(&parser, CSV_STRICT | CSV_APPEND_NULL), 0);
	ck_assert(csv_parse(&parser, v->text.text, v->text.len, guarded, row_ends, &sheet) ==
		v->text.len);
	csv_fini(&parser, guarded, row_ends, &sheet);
	csv_free(&parser);
	ck_assert_int_eq((int)sheet.rows, 1 + (int)v->plan.action_count);
}

START_TEST(test_hostile_writers)
{
	struct victim v;

	begin(&v, hostile[_i].name, hostile[_i].text);
	check_reports(&v);
	check_diagnosis_and_plan(&v);
	check_table(&v);
	end(&v);
}
END_TEST

/* The calendar as libical reads it: as many events as one whose texts are harmless. */
static int events_in(const struct victim *v)
{
	icalcomponent *calendar = icalparser_parse_string(v->text.text);
	int n = 0;

	ck_assert_ptr_nonnull(calendar);
	ck_assert_int_eq(icalcomponent_count_errors(calendar), 0);
	for (icalcomponent *at = icalcomponent_get_first_component(calendar, ICAL_ANY_COMPONENT);
		at; at = icalcomponent_get_next_component(calendar, ICAL_ANY_COMPONENT)) {
		ck_assert_msg(
			icalcomponent_isa(at) == ICAL_VEVENT_COMPONENT, "%s: no event", v->name);
		ck_assert_int_eq(icalcomponent_count_components(at, ICAL_ANY_COMPONENT), 0);
		n++;
	}
	icalcomponent_free(calendar);
	return n;
}

static int write_calendar(struct victim *v, const char *name, const char *text)
{
	begin(v, name, text);
	exchange_plan_ics(&v->text, v->store, &v->rec, &v->plan, EDITION_INTERNAL, STAMP);
	check_harmless(name, v->text.text, v->text.len, "\r\t");
	for (const char *line = v->text.text; *line; line = strstr(line, "\r\n") + 2)
		ck_assert_msg(strcspn(line, "\r") <= 75, "%s: a long line", name);
	return events_in(v);
}

START_TEST(test_hostile_calendar)
{
	struct victim plain, v;

	ck_assert_int_eq(write_calendar(&v, hostile[_i].name, hostile[_i].text),
		write_calendar(&plain, "harmless", "words"));
	end(&v);
	end(&plain);
}
END_TEST

/* Out as an exchange file and in again: every text comes back as it was, and is written as the same
 * bytes. Only where names are blank the file is refused, in words that are harmless. */
START_TEST(test_hostile_exchange)
{
	struct victim v;
	struct exchange file;
	struct exchange_report report;
	struct store *other;
	struct errmsg why = { "" };
	struct str again;

	begin_with(&v, hostile[_i].name, hostile[_i].text, in_words);
	ck_assert_msg(!exchange_write(v.store, v.key, false, &v.text, &why), "%s", why.text);
	check_json(&v, false);
	enum err err = exchange_read(v.text.text, v.text.len, "file.json", &file, &why);
	if (err != ERR_NONE) {
		check_harmless(v.name, why.text, strlen(why.text), "");
		ck_assert_msg(strstr(why.text, "file.json:") != NULL, "%s: %s", v.name, why.text);
		ck_assert_msg(str_blank(hostile[_i].text), "%s: %s", v.name, why.text);
		end(&v);
		return;
	}
	str_init(&again);
	ck_assert_msg(!store_open(":memory:", STORE_CREATE, &other, &why), "%s", why.text);
	ck_assert_msg(!exchange_import(other, &file, IMPORT_PLAINLY, &report, &why), "%s: %s",
		v.name, why.text);
	ck_assert_msg(
		!exchange_write(other, report.assessment, false, &again, &why), "%s", why.text);
	ck_assert_msg(!strcmp(again.text, v.text.text), "%s: not the same bytes", v.name);
	exchange_report_release(&report);
	exchange_release(&file);
	store_close(other);
	str_release(&again);
	end(&v);
}
END_TEST

/* A megabyte of it in a few places; one format beside the text. What takes more than linear time
 * takes minutes here. */
START_TEST(test_hostile_megabyte)
{
	static const struct hostile floods[MEGABYTES] = { { "one word", "x" }, { "wide", HAN },
		{ "accents", ACUTE }, { "markup", "<b>|* " } };
	const struct hostile *flood = &floods[_i];
	struct victim v;
	struct str text;

	str_init(&text);
	while (text.len < MEGABYTE)
		str_add(&text, flood->text);
	begin_with(&v, flood->name, text.text, here_and_there);
	for (int turn = 0; turn < 2; turn++) {
		int format = turn ? 1 + _i % (REPORT_FORMATS - 1) : REPORT_TEXT;

		write_report(&v, (enum report_format)format, EDITION_INTERNAL, false);
		check_format[format](&v, false);
	}
	str_clear(&v.text);
	plan_text(&v.text, &v.rec, &v.diagnosis, &v.plan, EDITION_INTERNAL, v.plan.start, false);
	check_text(&v, false);
	str_clear(&v.text);
	exchange_plan_ics(&v.text, v.store, &v.rec, &v.plan, EDITION_INTERNAL, STAMP);
	ck_assert_int_gt(events_in(&v), 10);
	end(&v);
	str_release(&text);
}
END_TEST

Suite *hostile_suite(void)
{
	Suite *suite = suite_create("hostile");
	TCase *cases = tcase_create("hostile");

	tcase_set_timeout(cases, 60);
	tcase_add_loop_test(cases, test_hostile_writers, 0, HOSTILE_COUNT);
	tcase_add_loop_test(cases, test_hostile_calendar, 0, HOSTILE_COUNT);
	tcase_add_loop_test(cases, test_hostile_exchange, 0, HOSTILE_COUNT);
	tcase_add_loop_test(cases, test_hostile_megabyte, 0, MEGABYTES);
	suite_add_tcase(suite, cases);
	return suite;
}
