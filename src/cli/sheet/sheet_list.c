/* SPDX-License-Identifier: MIT */
/*
 * sheet ID: who was sent one, what is back, what is missing.
 */
#include <jansson.h>
#include <rekindle/utf8.h>
#include "../table.h"
#include "sheet.h"

/* A row of the list. */
struct row {
	int person;
	enum sheet_state state;
	const struct answer_sheet *sheet; /* NULL: none was sent */
};

static void add_day(struct cli_table *table, int day)
{
	char iso[DATE_TEXT];

	cli_table_cell(table, day == DATE_NONE ? NULL : date_iso(day, iso));
}

static void add_row(struct cli_table *table, const struct record *record, const struct row *row)
{
	const struct person *person = &record->people[row->person];
	const struct answer_sheet *sheet = row->sheet;
	char token[SHEET_TOKEN];

	cli_table_cell(table, record->parties[person->party].label);
	cli_table_cell(table, words_role(person->role));
	cli_table_cell(table, words_sheet_state(row->state));
	add_day(table, sheet ? sheet->written : DATE_NONE);
	add_day(table, sheet ? sheet->closes : DATE_NONE);
	add_day(table, sheet ? sheet->read : DATE_NONE);
	cli_table_cell(table,
		sheet ? pool_printf(&table->pool, "%.8s", sheet_token(&sheet->token, token))
		      : NULL);
	cli_table_cell(table, str_blank(person->name) ? words_plain(W_SHOW_NO_NAME) : person->name);
}

static json_t *row_json(const struct record *record, const struct row *row)
{
	static const struct answer_sheet none = {
		.written = DATE_NONE, .closes = DATE_NONE, .read = DATE_NONE, .revoked = DATE_NONE
	};
	const struct person *person = &record->people[row->person];
	const struct answer_sheet *sheet = row->sheet ? row->sheet : &none;
	char token[SHEET_TOKEN];

	return json_pack("{s:o, s:o, s:s, s:s, s:s, s:o, s:o, s:o, s:o, s:o}", "person",
		json_uuid(&person->object.id), "name", json_text(person->name), "party",
		record->parties[person->party].label, "role", vocabulary_role.word[person->role],
		"state", vocabulary_sheet_state.word[row->state], "token",
		json_text(row->sheet ? sheet_token(&sheet->token, token) : NULL), "written",
		json_day(sheet->written), "closes", json_day(sheet->closes), "read",
		json_day(sheet->read), "revoked", json_day(sheet->revoked));
}

static size_t gather(const struct record *record, struct pool *pool, struct row **rows)
{
	size_t count = 0;
	int today = clock_today();

	for (size_t i = 0; i < record->person_count; i++) {
		int at;
		enum sheet_state state = sheet_state(record, (int)i, today, &at);
		if (at < 0 && !record_interviewee(record, (int)i))
			continue;
		*POOL_APPEND(pool, *rows, count) =
			(struct row){ (int)i, state, at < 0 ? NULL : &record->sheets[at] };
	}
	return count;
}

static void add_table(const struct cli *cli, struct str *out, const struct record *record,
	const struct row *rows, size_t count)
{
	static const struct cli_column columns[] = { { "Company", 6 }, { "Role", 0 },
		{ "State", 0 }, { "Sent", 0 }, { "Closes", 0 }, { "Back", 0 }, { "Token", 0 },
		{ "Name", 8 } };
	struct cli_table table;

	cli_table_init(&table, columns, sizeof(columns) / sizeof(*columns));
	for (size_t i = 0; i < count; i++)
		add_row(&table, record, &rows[i]);
	cli_table_add(out, &table, 0, cli->ascii);
	cli_table_release(&table);
}

enum err sheet_list(struct cli *cli, struct loaded *loaded, struct errmsg *why)
{
	const struct record *record = &loaded->record;
	struct row *rows = NULL;
	size_t count = gather(record, &cli->pool, &rows);
	json_t *array = json_array();
	struct str out;

	str_init(&out);
	add_table(cli, &out, record, rows, count);
	for (size_t i = 0; i < count; i++)
		json_array_append_new(array, row_json(record, &rows[i]));
	bool json = vocabulary_find(&vocabulary_sheet_format, "json") == cli->format;
	enum err err =
		json ? output_json(cli, json_incref(array), why) : output_text(cli, &out, why);
	json_decref(array);
	str_release(&out);
	return err;
}
