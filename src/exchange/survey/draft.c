/* SPDX-License-Identifier: MIT */
/*
 * A first map of a table: what can be seen of its form, what the columns of known tools are, and a
 * place to say what the others are.
 */
#include "internal.h"

#include <stdlib.h>
#include <string.h>
#include <jansson.h>
#include <rekindle/utf8.h>

char table_separator(const char *text)
{
	static const char all[] = ",;\t|";
	size_t most = 0, line = strcspn(text, "\r\n");
	char best = ',';
	for (const char *separator = all; *separator; separator++) {
		size_t count = 0;
		for (size_t i = 0; i < line; i++)
			count += text[i] == *separator;
		if (count > most)
			best = *separator;
		most = count > most ? count : most;
	}
	return best;
}

enum use { USE_ANSWER, USE_KEY, USE_DATE, USE_PARTY, USE_ROLE, USE_NOTHING, USE_COUNT };

/* Headings of LimeSurvey, Qualtrics, KoboToolbox, REDCap, Google Forms, and what people call
 * companies and roles. */
static const struct known {
	const char *heading;
	enum use use;
} known_headings[] = {
	{ "id", USE_KEY },
	{ "responseid", USE_KEY },
	{ "_uuid", USE_KEY },
	{ "record_id", USE_KEY },
	{ "submitdate", USE_DATE },
	{ "recordeddate", USE_DATE },
	{ "_submission_time", USE_DATE },
	{ "timestamp", USE_DATE },
	{ "zeitstempel", USE_DATE },
	{ "company", USE_PARTY },
	{ "your company", USE_PARTY },
	{ "who/company", USE_PARTY },
	{ "organisation", USE_PARTY },
	{ "organization", USE_PARTY },
	{ "firma", USE_PARTY },
	{ "party", USE_PARTY },
	{ "role", USE_ROLE },
	{ "your role", USE_ROLE },
	{ "your job", USE_ROLE },
	{ "who/role", USE_ROLE },
	{ "rolle", USE_ROLE },
	{ "lastpage", USE_NOTHING },
	{ "startlanguage", USE_NOTHING },
	{ "seed", USE_NOTHING },
	{ "startdate", USE_NOTHING },
	{ "datestamp", USE_NOTHING },
	{ "token", USE_NOTHING },
	{ "enddate", USE_NOTHING },
	{ "status", USE_NOTHING },
	{ "ipaddress", USE_NOTHING },
	{ "ipaddr", USE_NOTHING },
	{ "progress", USE_NOTHING },
	{ "duration (in seconds)", USE_NOTHING },
	{ "finished", USE_NOTHING },
	{ "recipientlastname", USE_NOTHING },
	{ "recipientfirstname", USE_NOTHING },
	{ "recipientemail", USE_NOTHING },
	{ "externalreference", USE_NOTHING },
	{ "locationlatitude", USE_NOTHING },
	{ "locationlongitude", USE_NOTHING },
	{ "distributionchannel", USE_NOTHING },
	{ "userlanguage", USE_NOTHING },
	{ "start", USE_NOTHING },
	{ "end", USE_NOTHING },
	{ "_id", USE_NOTHING },
	{ "_validation_status", USE_NOTHING },
	{ "_notes", USE_NOTHING },
	{ "_status", USE_NOTHING },
	{ "_submitted_by", USE_NOTHING },
	{ "_tags", USE_NOTHING },
	{ "_index", USE_NOTHING },
	{ "redcap_event_name", USE_NOTHING },
};

/* Which rows are somebody's whole answer, as these tools say it. */
static const struct {
	const char *heading, *rule;
} known_rules[] = {
	{ "submitdate", "except: [\"\"]  # not finished" },
	{ "finished", "only: [\"True\", \"1\"]" },
	{ "status", "except: [Survey Preview, Survey Test, \"1\"]" },
	{ "_validation_status", "except: [Not approved]" },
};

static enum use use_of(const char *heading)
{
	struct pool pool = { 0 };
	enum use use = USE_ANSWER;
	const char *folded = survey_fold(&pool, heading);
	for (size_t i = 0; i < sizeof(known_headings) / sizeof(*known_headings); i++)
		if (!strcmp(known_headings[i].heading, folded))
			use = known_headings[i].use;
	pool_release(&pool);
	return use;
}

/* Can it stand in YAML as it is, and on a terminal? */
static bool is_writable(const char *text)
{
	static const char *const never[] = { "\uFEFF", "\uFFFE", "\uFFFF" };
	struct str clean;
	str_init(&clean);
	utf8_clean(&clean, text, true, false);
	bool same = !strcmp(clean.text, text);
	for (size_t i = 0; i < sizeof(never) / sizeof(*never); i++)
		same &= !strstr(text, never[i]);
	str_release(&clean);
	return same;
}

/* A text as YAML has it in quotes, which is as JSON has it. */
static void add_quoted(struct str *out, const char *text)
{
	json_t *json = json_string(text);
	char *quoted = json ? json_dumps(json, JSON_ENCODE_ANY) : NULL;
	str_add(out, quoted ? quoted : "\"\"");
	free(quoted);
	json_decref(json);
}

enum { WORDS_MOST = 12, WORD_BYTES = 60 };

/* Different words of a column, in their order; more than WORDS_MOST, or long ones, are no words of
 * a scale: 0. In pool. */
static size_t words_of(struct pool *pool, const struct survey_table *table, size_t column,
	const char *words[WORDS_MOST])
{
	const char *folded[WORDS_MOST];
	size_t count = 0;
	for (size_t row = (size_t)table->header_rows; row < table->row_count; row++) {
		const char *cell = survey_cell(pool, table_cell(table, row, (int)column));
		const char *fold = cell ? survey_fold(pool, cell) : NULL;
		bool new = cell &&is_writable(cell);
		for (size_t i = 0; new &&i < count; i++)
			new = strcmp(folded[i], fold) != 0;
		if (new && (count == WORDS_MOST || strlen(cell) > WORD_BYTES))
			return 0;
		if (new) {
			folded[count] = fold;
			words[count++] = cell;
		}
	}
	return count;
}

/* A rating as it is needs no word for it. */
static bool is_plain(const char *word)
{
	return *word >= '1' && *word <= '5' && !word[1];
}

/* What words mean; of an answer 1 to 5 are ratings, and if there is nothing else that is all. */
static void add_words(struct str *out, const struct survey_table *table, size_t column,
	const char *indent, bool rated)
{
	struct pool pool = { 0 };
	const char *words[WORDS_MOST];
	size_t count = words_of(&pool, table, column, words);
	bool plain = rated;
	for (size_t i = 0; i < count; i++)
		plain &= is_plain(words[i]);
	if (count && !plain)
		str_addf(out, "%svalues:\n", indent);
	for (size_t i = 0; i < count && !plain; i++) {
		str_addf(out, "%s  ", indent);
		add_quoted(out, words[i]);
		str_addf(out, ": %s\n", rated && is_plain(words[i]) ? words[i] : "MEANS");
	}
	pool_release(&pool);
}

/* By heading, where one column alone has it. */
static void add_column(
	struct str *out, const struct survey_table *table, size_t column, const char *indent)
{
	int same = 0;
	for (size_t i = 0; i < table->column_count; i++)
		same += !strcmp(table->names[i], table->names[column]);
	str_add(out, indent);
	if (same == 1 && *table->names[column] && is_writable(table->names[column])) {
		str_add(out, "column: ");
		add_quoted(out, table->names[column]);
	} else {
		str_addf(out, "position: %zu", column + 1);
	}
	str_add(out, "\n");
}

static int column_of(const struct survey_table *table, enum use use)
{
	for (size_t i = 0; i < table->column_count; i++)
		if (use_of(table->names[i]) == use)
			return (int)i;
	return -1;
}

static void add_file(
	struct str *out, const struct survey_map *form, const struct survey_table *table)
{
	char separator[2] = { form->separator, '\0' };
	str_addf(out, "file:\n  separator: \"%s\"\n  header_rows: %d\n",
		form->separator == '\t' ? "\\t" : separator, form->header_rows);
	if (form->encoding)
		str_addf(out, "  encoding: %s\n", form->encoding);
	if (table->header_rows > form->header_rows)
		str_add(out, "  tag_row: yes\n");
}

static void add_rules(struct str *out, const struct survey_table *table)
{
	struct pool pool = { 0 };
	const char *title = "rows:\n";
	for (size_t i = 0; i < table->column_count; i++) {
		const char *folded = survey_fold(&pool, table->names[i]);
		for (size_t k = 0; k < sizeof(known_rules) / sizeof(*known_rules); k++) {
			if (strcmp(known_rules[k].heading, folded) != 0)
				continue;
			str_addf(out, "%s  - column: ", title);
			add_quoted(out, table->names[i]);
			str_addf(out, "\n    %s\n", known_rules[k].rule);
			title = "";
		}
	}
	pool_release(&pool);
}

static void add_given(struct str *out, const struct survey_table *table, enum use use,
	const char *name, const char *hint)
{
	int column = column_of(table, use);
	str_addf(out, "  %s:  # %s\n", name, hint);
	if (column < 0) {
		str_add(out, "    fixed: MEANS\n");
		return;
	}
	add_column(out, table, (size_t)column, "    ");
	add_words(out, table, (size_t)column, "    ", false);
}

static void add_date(struct str *out, const struct survey_table *table)
{
	int column = column_of(table, USE_DATE);
	if (column < 0)
		return;
	const char *cell = table->row_count > (size_t)table->header_rows
		? table_cell(table, (size_t)table->header_rows, column)
		: NULL;
	bool year = cell && strspn(cell, "0123456789") == 4;
	str_add(out, "  date:\n");
	add_column(out, table, (size_t)column, "    ");
	str_addf(out, "    form: %s\n    zone: UTC  # or one like Europe/Berlin\n",
		year ? "year-month-day" : "month/day/year  # or day/month/year");
}

static void add_person(struct str *out, const struct survey_table *table)
{
	int key = column_of(table, USE_KEY);
	str_add(out, "person:\n");
	if (key >= 0) {
		str_add(out, "  key:\n");
		add_column(out, table, (size_t)key, "    ");
	}
	add_given(out, table, USE_PARTY, "party", "a company of the alliance");
	add_given(out, table, USE_ROLE, "role",
		"sponsor, manager, operations, commercial or specialist");
	str_add(out,
		"  attribution:  # what was promised: named, role or confidential\n"
		"    fixed: confidential\n");
	add_date(out, table);
}

/* Who has given a question the id of its item has said what it is. */
static const char *item_of(const char *heading)
{
	return instrument_item(instrument_builtin(), heading) >= 0 ? heading : "ITEM";
}

static void add_answers(struct str *out, const struct survey_table *table)
{
	str_add(out,
		"answers:  # take out what is none; rekindle instrument show lists the items\n");
	for (size_t i = 0; i < table->column_count; i++) {
		if (use_of(table->names[i]) != USE_ANSWER)
			continue;
		str_addf(out, "  - item: %s\n", item_of(table->names[i]));
		add_column(out, table, i, "    ");
		add_words(out, table, i, "    ", true);
	}
}

/* Qualtrics has three rows of headings, the last with its ids; older files two. */
static void see_headings(struct survey_map *form, const struct survey_table *table)
{
	for (size_t row = 1; row < 3 && row < table->row_count; row++) {
		const char *cell = table_cell(table, row, 0);
		if (cell && !strncmp(cell, "{\"ImportId\"", strlen("{\"ImportId\"")))
			form->header_rows = (int)row + 1;
	}
}

static enum err see_form(
	const char *text, size_t n, const char *name, struct survey_map *form, struct errmsg *why)
{
	struct survey_table table;
	struct str utf8;
	str_init(&utf8);
	enum err err = charset_read(text, n, name, form->encoding, &utf8, why);
	if (err && !form->encoding) {
		form->encoding = "windows-1252";
		str_clear(&utf8);
		err = charset_read(text, n, name, form->encoding, &utf8, why);
	}
	form->separator = table_separator(utf8.text);
	str_release(&utf8);
	if (err)
		return err;
	err = table_read(text, n, name, form, &table, why);
	if (!err)
		see_headings(form, &table);
	table_release(&table);
	return err;
}

static void add_intro(struct str *out, const char *name)
{
	struct str clean;
	str_init(&clean);
	utf8_clean(&clean, name, false, false);
	str_addf(out,
		"# A first map of %s.\n"
		"# Write what ITEM and MEANS stand for, take out what is no answer, then try it:\n"
		"#   rekindle import ID --csv FILE --map THIS --dry-run\n"
		"# rekindle-survey(5) says all that a map may have.\n",
		clean.text);
	str_release(&clean);
}

enum err survey_draft(
	const char *text, size_t n, const char *name, struct str *out, struct errmsg *why)
{
	struct survey_map form = { .name = name,
		.separator = ',',
		.header_rows = 1,
		.name_rows = 2,
		.group = "",
		.tag_row = true,
		.short_rows = true };
	struct survey_table table = { 0 };
	enum err err = see_form(text, n, name, &form, why);
	if (!err)
		err = table_read(text, n, name, &form, &table, why);
	if (!err) {
		add_intro(out, name);
		add_file(out, &form, &table);
		add_rules(out, &table);
		add_person(out, &table);
		add_answers(out, &table);
	}
	table_release(&table);
	return err;
}
