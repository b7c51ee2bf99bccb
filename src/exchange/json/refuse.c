/* SPDX-License-Identifier: MIT */
/*
 * Refusing a document: one line with file, line, column and the path of the value at fault.
 */
#include "internal.h"

/* The document at fault. */
struct refusal {
	const char *text;
	size_t n;
	const char *name;
	struct errmsg *why;
};

static enum err refuse_list(
	const struct refusal *in, const struct place *place, const char *fmt, va_list args)
{
	struct str path, what;
	int line, column;
	str_init(&path);
	str_init(&what);
	place_find(in->text, in->n, place, &line, &column);
	place_add(&path, place);
	str_addv(&what, fmt, args);
	errmsg_set(in->why, ERR_INVALID, "%s:%d:%d: %s%s%s", in->name, line, column, path.text,
		path.len ? ": " : "", what.text);
	str_release(&path);
	str_release(&what);
	return ERR_INVALID;
}

enum err refuse(struct reader *r, const struct place *place, const char *fmt, ...)
{
	va_list args;
	va_start(args, fmt);
	enum err err =
		refuse_list(&(struct refusal){ r->text, r->n, r->name, r->why }, place, fmt, args);
	va_end(args);
	return err;
}

enum err refuse_read(const struct exchange *file, const struct place *place, struct errmsg *why,
	const char *fmt, ...)
{
	va_list args;
	va_start(args, fmt);
	enum err err = refuse_list(
		&(struct refusal){ file->text, file->size, file->name, why }, place, fmt, args);
	va_end(args);
	return err;
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
