/* SPDX-License-Identifier: MIT */
/*
 * Small steps towards the JSON of list, show, new and import.
 */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <jansson.h>
#include <rekindle/utf8.h>
#include "cli.h"

json_t *json_day(int day)
{
	char text[DATE_TEXT];

	return day == DATE_NONE ? json_null() : json_string(date_iso(day, text));
}

json_t *json_text(const char *text)
{
	return text ? json_string(text) : json_null();
}

json_t *json_number(double number)
{
	return isnan(number) ? json_null() : json_real(number);
}

json_t *json_uuid(const struct uuid *id)
{
	char text[UUID_TEXT];

	return json_string(uuid_text(id, text));
}

enum err output_json(const struct cli *cli, json_t *value, struct errmsg *why)
{
	char *text = json_dumps(value, JSON_INDENT(2));
	struct str out;

	json_decref(value);
	if (!text)
		return errmsg_set(why, ERR_FAILED, "there is no memory for the JSON text");
	str_init(&out);
	utf8_json_clean(&out, text);
	str_addc(&out, '\n');
	free(text);
	enum err err = output_text(cli, &out, why);
	str_release(&out);
	return err;
}

#define WRITTEN_AT_ONCE 16384

void json_rows_begin(struct json_rows *rows, const struct cli *cli)
{
	*rows = (struct json_rows){ .cli = cli };
	str_init(&rows->out);
	str_add(&rows->out, "[");
}

/* Each line stands as deep as in the array. */
static void add_deeper(struct str *out, const char *text)
{
	struct str clean;

	str_init(&clean);
	utf8_json_clean(&clean, text);
	str_add(out, "\n  ");
	for (const char *line = clean.text, *end; *line; line = end) {
		end = strchrnul(line, '\n');
		end += *end == '\n';
		str_addn(out, line, (size_t)(end - line));
		if (end[-1] == '\n')
			str_add(out, "  ");
	}
	str_release(&clean);
}

enum err json_rows_add(struct json_rows *rows, json_t *value, struct errmsg *why)
{
	char *text = json_dumps(value, JSON_INDENT(2));
	enum err err = ERR_NONE;

	json_decref(value);
	if (!text)
		return errmsg_set(why, ERR_FAILED, "there is no memory for the JSON text");
	if (rows->any)
		str_add(&rows->out, ",");
	rows->any = true;
	add_deeper(&rows->out, text);
	free(text);
	if (rows->out.len >= WRITTEN_AT_ONCE && !output_paged(rows->cli)) {
		err = output_text(rows->cli, &rows->out, why);
		str_clear(&rows->out);
	}
	return err;
}

enum err json_rows_end(struct json_rows *rows, enum err err, struct errmsg *why)
{
	str_add(&rows->out, rows->any ? "\n]\n" : "]\n");
	if (err == ERR_NONE)
		err = output_text(rows->cli, &rows->out, why);
	str_release(&rows->out);
	return err;
}

enum err output_id(const struct cli *cli, const struct uuid *id, struct errmsg *why)
{
	char text[UUID_TEXT];

	if (cli->format == FORMAT_JSON)
		return output_json(cli, json_pack("{s:s}", "id", uuid_text(id, text)), why);
	printf("%s\n", uuid_text(id, text));
	return ERR_NONE;
}
