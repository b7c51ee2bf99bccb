/* SPDX-License-Identifier: MIT */
/*
 * The table of a survey tool by a map: days and zones, what words mean, whose rows they are. What
 * whole tables give is tests/cli/cases_survey.sh's.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <rekindle/survey.h>
#include "exchange_help.h"
#include "store_fixture.h"

Suite *survey_suite(void);

static struct store *store;
static struct record round_of;
static struct survey_report counts;
static struct exchange file;
static struct errmsg said;

static void open_round(void)
{
	static const char text[] =
		"{\"instrument\":{\"id\":\"core\",\"version\":\"2\"},\"alliance\":{\"name\":\"P\","
		"\"parties\":[{\"name\":\"Apex\"},{\"name\":\"Borealis\"}]},"
		"\"assessments\":[{\"date\":\"2026-11-20\"}]}";
	struct exchange document;
	struct exchange_report report;
	OK(store_open(":memory:", STORE_CREATE, &store, &why));
	OK(exchange_read(text, strlen(text), "round", &document, &why));
	OK(exchange_import(store, &document, IMPORT_PLAINLY, &report, &why));
	OK(store_load(store, report.assessment, &round_of, &why));
	exchange_report_release(&report);
	exchange_release(&document);
}

static void close_round(void)
{
	record_release(&round_of);
	store_close(store);
}

static enum err read_by(const char *text, const char *table)
{
	struct survey_map *map;
	enum err err = survey_map_read(text, strlen(text), "map", &map, &said);
	if (!err)
		err = survey_read(
			table, strlen(table), "table", map, &round_of, NULL, &file, &counts, &said);
	survey_map_free(map);
	return err;
}

/* The map is small: its person has these members besides party and role. */
static enum err read_table(const char *person, const char *answers, const char *table)
{
	struct str text;
	str_init(&text);
	str_addf(&text,
		"person: {party: {fixed: Apex}, role: {fixed: manager}, %s}\nanswers: [%s]\n",
		person, answers);
	enum err err = read_by(text.text, table);
	str_release(&text);
	return err;
}
static void forget_table(void)
{
	exchange_release(&file);
	survey_report_release(&counts);
}

/* What a cell of a day says: its day and, UTC, when; "" for none, "wrong". */
static const struct {
	const char *form, *cell, *day;
	int64_t at;
} days[] = {
	{ "form: year-month-day", "2026-10-02", "2026-10-02", 0 },
	{ "form: year-month-day", "2026-10-02 08:05:09", "2026-10-02", 1790928309 },
	{ "form: year-month-day", "2026-10-02T08:05", "2026-10-02", 1790928300 },
	{ "form: year-month-day, zone: Europe/Berlin", "2026-10-02 08:05:09", "2026-10-02",
		1790921109 },
	{ "form: year-month-day, zone: Europe/Berlin", "2026-11-02 08:05:09", "2026-11-02",
		1793603109 },
	{ "form: year-month-day, zone: +02:00", "2026-11-02 08:05:09", "2026-11-02", 1793599509 },
	{ "form: year-month-day", "2026-10-05T23:50:00.000-04:00", "2026-10-05", 1791258600 },
	{ "form: year-month-day, day_zone: UTC", "2026-10-05T23:50:00.000-04:00", "2026-10-06",
		1791258600 },
	{ "form: year-month-day, day_zone: America/New_York", "2026-10-06T03:50:00Z", "2026-10-05",
		1791258600 },
	{ "form: year-month-day, zone: Europe/Berlin", "2026-10-05T23:50:00-0400", "2026-10-05",
		1791258600 },
	{ "form: month/day/year", "10/2/2026 8:05:09", "2026-10-02", 1790928309 },
	{ "form: month/day/year", "10/2/2026 8:05:09 PM", "2026-10-02", 1790971509 },
	{ "form: month/day/year", "10/2/2026 12:05 am", "2026-10-02", 1790899500 },
	{ "form: day/month/year", "10/2/2026 8:05:09", "2026-02-10", 1770710709 },
	{ "form: day/month/year", "2.10.2026", "2026-10-02", 0 },
	{ "form: day/month/year, none: [never]", "Never", "", 0 },
	{ "form: day/month/year", "", "", 0 },
	{ "form: month/day/year", "13/2/2026", "wrong", 0 },
	{ "form: year-month-day", "10/2/2026", "wrong", 0 },
	{ "form: day/month/year", "2026-10-02", "wrong", 0 },
	{ "form: year-month-day", "2026-02-30", "wrong", 0 },
	{ "form: year-month-day", "2026-10-02 24:00", "wrong", 0 },
	{ "form: year-month-day", "2026-10-02 08:61", "wrong", 0 },
	{ "form: year-month-day", "2026-10-02 08:00 x", "wrong", 0 },
	{ "form: year-month-day", "2026-10-02x", "wrong", 0 },
	{ "form: year-month-day", "2026-10-02 13:00 PM", "wrong", 0 },
	{ "form: year-month-day", "1026-10-02", "wrong", 0 },
	{ "form: year-month-day", "tomorrow", "wrong", 0 },
};
#define DAYS ((int)(sizeof(days) / sizeof(*days)))

START_TEST(test_survey_days_are_read_as_the_map_says)
{
	char person[200], table[200], day[DATE_TEXT];
	open_round();
	snprintf(person, sizeof(person), "key: id, date: {column: at, %s}", days[_i].form);
	snprintf(table, sizeof(table), "id,at,q\n1,\"%s\",4\n", days[_i].cell);
	enum err err = read_table(person, "{item: strategy.rationale.4, column: q}", table);
	if (!strcmp(days[_i].day, "wrong")) {
		ck_assert_int_eq(err, ERR_INVALID);
		ck_assert(strstr(said.text, "table:2: column 2 (at)"));
	} else {
		ck_assert_msg(!err, "%s", said.text);
		const struct record *record = file.rounds;
		ck_assert_str_eq(date_iso(record->respondents[0].date, day), days[_i].day);
		ck_assert_int_eq(record->respondents[0].object.changed, days[_i].at * 1000);
		ck_assert_int_eq(record->answers[0].object.changed, days[_i].at * 1000);
	}
	forget_table();
	close_round();
}
END_TEST

START_TEST(test_survey_reading_leaves_the_zone_of_the_process)
{
	open_round();
	setenv("TZ", "Asia/Tokyo", 1);
	ck_assert(!read_table(
		"key: id, date: {column: at, form: year-month-day, zone: Europe/Berlin}",
		"{item: strategy.rationale.4, column: q}", "id,at,q\n1,2026-10-02 08:00,4\n"));
	ck_assert_str_eq(getenv("TZ"), "Asia/Tokyo");
	forget_table();
	unsetenv("TZ");
	ck_assert(!read_table(
		"key: id, date: {column: at, form: year-month-day, zone: Europe/Berlin}",
		"{item: strategy.rationale.4, column: q}", "id,at,q\n1,2026-10-02 08:00,4\n"));
	ck_assert(!getenv("TZ"));
	forget_table();
	close_round();
}
END_TEST

/* Every cell of the rows that count is one of the three. */
START_TEST(test_survey_counts_add_up)
{
	open_round();
	ck_assert_int_eq(
		read_table("key: id, consent: {column: c, values: {\"y\": \"yes\", \"n\": \"no\"}}",
			"{item: strategy.rationale.4, column: q}, "
			"{item: strategy.rationale.5, column: r, values: {\"99\": dont_know}, "
			"comment: t}",
			"id,c,q,r,t,z\n1,y,4,99,word,1\n2,y,,7,,2\n3,n,3,3,,\n4,x,3,3,,\n,,,,,\n"
			"5,y,9,9,,3\n"),
		ERR_INVALID);
	ck_assert_int_eq(counts.rows, 6);
	ck_assert_int_eq(counts.counted, 5);
	ck_assert_int_eq(counts.empty, 1);
	ck_assert_int_eq(counts.without_consent, 1);
	ck_assert_int_eq(counts.refused, 4);
	ck_assert(strstr(counts.first, "table:3: column 4 (r): \"7\""));
	for (size_t i = 0; i < counts.column_count; i++)
		ck_assert_int_eq(counts.columns[i].taken + counts.columns[i].left +
				counts.columns[i].refused,
			counts.counted);
	ck_assert_int_eq(counts.columns[3].taken, 1);
	ck_assert_int_eq(counts.columns[3].refused, 2);
	ck_assert(!counts.columns[5].use);
	forget_table();
	close_round();
}
END_TEST

/* A mark of byte order, blanks without a break: nothing stands there. */
/* Whose company no row says is refused once all are read: their cell still counts once. */
START_TEST(test_survey_counts_add_up_where_people_are_refused_last)
{
	open_round();
	ck_assert_int_eq(read_by("person: {key: n, party: {column: side, values: {\"1\": Apex}}, "
				 "role: {fixed: manager}}\n"
				 "answers: [{item: strategy.rationale.4, column: fit}]\n",
				 "n,side,fit\na,,4\nb,1,3\nc,,2\nc,1,2\n"),
		ERR_INVALID);
	ck_assert_msg(counts.refused == 1, "%s", said.text);
	ck_assert_ptr_nonnull(strstr(said.text, "table:2: column 2 (side)"));
	ck_assert_int_eq(counts.columns[1].taken, 2);
	ck_assert_int_eq(counts.columns[1].left, 1);
	ck_assert_int_eq(counts.columns[1].refused, 1);
	forget_table();
	close_round();
}
END_TEST

START_TEST(test_survey_cell_without_anything_is_empty)
{
	open_round();
	ck_assert(!read_table("key: id", "{item: strategy.rationale.4, column: q}",
		"id,at,q\n1,,\"\xEF\xBB\xBF\"\n2,,\" \xC2\xA0\t\"\n3,,\" 4\xC2\xA0\"\n"));
	ck_assert_uint_eq(file.rounds->answer_count, 1);
	ck_assert_int_eq(counts.columns[2].left, 2);
	forget_table();
	close_round();
}
END_TEST

/* What a text of a map or table cannot do: all of it is refused or read, and nothing else. */
static const char *const hostile[] = {
	"",
	"\n\n\n",
	"\"",
	"id,at,q",
	"id,at,q\n",
	"id,at,q\n\"\"\"\",\"\"\"\n",
	"id,at,q\r1,2,3\r\r\r4",
	"id,at,q\n1,2,4\0",
	"id,at,q\n\xED\xA0\x80,,4\n",
	"id,at,q\n\x1B[2J,,4\n",
	"\xEF\xBB\xBF",
	"\xFF\xFE",
	"\xFF\xFE\x00",
	"{\"ImportId\",at,q\n1,,4\n",
	"id,at,q\n,,\n , ,\n",
};
#define HOSTILE ((int)(sizeof(hostile) / sizeof(*hostile)))

START_TEST(test_survey_takes_or_refuses_any_table)
{
	struct str draft;
	open_round();
	str_init(&draft);
	enum err err =
		read_table("key: id", "{item: strategy.rationale.4, column: q}", hostile[_i]);
	ck_assert(err == ERR_NONE || err == ERR_INVALID);
	ck_assert(!err || (!strncmp(said.text, "table:", 6) || !strncmp(said.text, "map:", 4)));
	ck_assert(!err || !file.count);
	forget_table();
	err = survey_draft(hostile[_i], strlen(hostile[_i]), "table", &draft, &said);
	ck_assert(err == ERR_NONE || err == ERR_INVALID);
	ck_assert(!strchr(draft.text, 0x1B));
	str_release(&draft);
	close_round();
}
END_TEST

static const char *const bad_maps[] = {
	"[",
	"- a\n- b\n",
	"a",
	"person: &a {party: *a}\n",
	"person: {party: {fixed: Apex}, role: {fixed: manager}}\nanswers: {item: [a], column: b}\n",
	"person: {party: {fixed: Apex}, role: {fixed: manager}}\nanswers: {item: {}, column: b}\n",
	"person: {party: {fixed: Apex}, role: {fixed: manager}}\nanswers: []\n",
	"? [a]\n: b\n",
	"file: {header_rows: 99999999999}\n",
	"file: {header_rows: 0}\n",
	"file: {name_rows: [1, 10]}\n",
	"file: {name_rows: 2}\n",
	"file: {separator: \"\"}\n",
	"file: {separator: \"\\\"\"}\n",
	"file: {separator: ab}\n",
	"nothing: much\n",
	"scales: {a: b}\n",
	"scales: {a: {b: 1, B: 2}}\n",
	"person: {date: {column: a}}\n",
	"person: {name: {fixed: Ana}}\n",
	"person: {key: {nth: 2}}\n",
	"person: {key: {column: a, position: 2}}\n",
	"person: {attribution: {fixed: loud}}\n",
	"person: {consent: {column: a, values: {x: perhaps}}}\n",
};
#define BAD_MAPS ((int)(sizeof(bad_maps) / sizeof(*bad_maps)))

START_TEST(test_survey_bad_maps_are_refused_with_a_line)
{
	struct survey_map *map;
	enum err err = survey_map_read(bad_maps[_i], strlen(bad_maps[_i]), "map", &map, &said);
	ck_assert_int_eq(err, ERR_INVALID);
	ck_assert(!map);
	ck_assert_msg(!strncmp(said.text, "map:", 4), "%s", said.text);
	ck_assert(said.text[4] >= '1' && said.text[4] <= '9');
}
END_TEST

struct looker {
	int looks, most;
};

static bool looks(void *context, size_t done, size_t all)
{
	struct looker *looker = context;
	ck_assert(done <= all);
	return ++looker->looks < looker->most;
}

/* Reads many rows; *err of the import where it came to that. */
static enum err read_many(struct looker *looker)
{
	const struct exchange_watch watch = { looks, looker };
	static const char map_text[] =
		"person: {party: {fixed: Apex}, role: {fixed: manager}, key: id}\n"
		"answers: {item: strategy.rationale.4, column: q}\n";
	struct survey_map *map;
	struct exchange_report report;
	struct str text;
	str_init(&text);
	str_add(&text, "id,q\n");
	for (int i = 0; i < 3000; i++)
		str_addf(&text, "%d,4\n", i);
	OK(survey_map_read(map_text, strlen(map_text), "map", &map, &why));
	enum err err = survey_read(
		text.text, text.len, "table", map, &round_of, &watch, &file, &counts, &said);
	if (!err) {
		err = exchange_import(store, &file, IMPORT_PLAINLY, &report, &said);
		exchange_report_release(&report);
	}
	forget_table();
	survey_map_free(map);
	str_release(&text);
	return err;
}

/* At any moment: three looks at the rows, then at what is merged. */
START_TEST(test_survey_stopped_changes_nothing)
{
	struct looker looker = { 0, _i };
	struct record after;
	open_round();
	enum err err = read_many(&looker);
	ck_assert_int_eq(err, looker.looks < looker.most ? ERR_NONE : ERR_FAILED);
	OK(store_load(store, round_of.assessment.object.key, &after, &why));
	ck_assert_uint_eq(after.respondent_count, err ? 0 : 3000);
	ck_assert_uint_eq(after.person_count, err ? 0 : 3000);
	ck_assert(!err || strstr(said.text, "stopped; nothing was changed"));
	record_release(&after);
	close_round();
}
END_TEST

Suite *survey_suite(void)
{
	Suite *suite = suite_create("survey");
	TCase *tests = tcase_create("survey");
	tcase_add_loop_test(tests, test_survey_days_are_read_as_the_map_says, 0, DAYS);
	tcase_add_test(tests, test_survey_reading_leaves_the_zone_of_the_process);
	tcase_add_test(tests, test_survey_counts_add_up);
	tcase_add_test(tests, test_survey_counts_add_up_where_people_are_refused_last);
	tcase_add_test(tests, test_survey_cell_without_anything_is_empty);
	tcase_add_loop_test(tests, test_survey_takes_or_refuses_any_table, 0, HOSTILE);
	tcase_add_loop_test(tests, test_survey_bad_maps_are_refused_with_a_line, 0, BAD_MAPS);
	tcase_add_loop_test(tests, test_survey_stopped_changes_nothing, 1, 16);
	suite_add_tcase(suite, tests);
	return suite;
}
