/* SPDX-License-Identifier: MIT */
/*
 * Refusing a document: one line with file, line, column and the path of the value at fault.
 */
#include "internal.h"

enum err refuse(struct reader *r, const struct place *place, const char *fmt, ...)
{
	struct str path, what;
	int line, column;
	va_list args;
	str_init(&path);
	str_init(&what);
	place_find(r->text, r->n, place, &line, &column);
	place_add(&path, place);
	va_start(args, fmt);
	str_addv(&what, fmt, args);
	va_end(args);
	errmsg_set(r->why, ERR_INVALID, "%s:%d:%d: %s%s%s", r->name, line, column, path.text,
		path.len ? ": " : "", what.text);
	str_release(&path);
	str_release(&what);
	return ERR_INVALID;
}

enum err refuse_type(struct reader *r, const struct place *place, json_t *value, const char *wanted)
{
	static const char *const name[] = {
		[JSON_OBJECT] = "an object",
		[JSON_ARRAY] = "a list",
		[JSON_STRING] = "a text",
		[JSON_INTEGER] = "a number",
		[JSON_REAL] = "a number",
		[JSON_TRUE] = "true",
		[JSON_FALSE] = "false",
		[JSON_NULL] = "null",
	};
	return refuse(r, place, "must be %s, not %s", wanted, name[json_typeof(value)]);
}
