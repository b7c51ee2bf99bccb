/* SPDX-License-Identifier: MIT */
/*
 * Small steps towards the JSON of list, show, new and import.
 */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
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

enum err output_id(const struct cli *cli, const struct uuid *id, struct errmsg *why)
{
	char text[UUID_TEXT];

	if (cli->format == FORMAT_JSON)
		return output_json(cli, json_pack("{s:s}", "id", uuid_text(id, text)), why);
	printf("%s\n", uuid_text(id, text));
	return ERR_NONE;
}
