/* SPDX-License-Identifier: MIT */
/*
 * JSON as text: numbers in the shortest form that reads back as the same, and nothing in texts that
 * could steer a terminal when a file is only looked at.
 */
#include "internal.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <rekindle/utf8.h>

static void emit_real(struct str *out, double x)
{
	char text[40];
	for (int digits = 15; digits <= 17; digits++) {
		snprintf(text, sizeof(text), "%.*g", digits, x);
		if (strtod(text, NULL) == x)
			break;
	}
	/* the decimal sign of the locale */
	for (char *p = text; *p; p++)
		if (!strchr("+-0123456789e", *p))
			*p = '.';
	str_add(out, text);
	if (!strpbrk(text, ".e"))
		str_add(out, ".0");
}

/* Code point of the sequence at text, its bytes in *n. Valid UTF-8 only. */
static unsigned code_point(const unsigned char *text, size_t *n)
{
	*n = text[0] < 0x80 ? 1 : text[0] < 0xE0 ? 2 : text[0] < 0xF0 ? 3 : 4;
	unsigned code = *n == 1 ? text[0] : text[0] & (0x7Fu >> *n);
	for (size_t i = 1; i < *n; i++)
		code = code << 6 | (text[i] & 0x3Fu);
	return code;
}

static void emit_text(struct str *out, const char *text, size_t length)
{
	size_t n;
	str_addc(out, '"');
	for (size_t i = 0; i < length; i += n) {
		unsigned code = code_point((const unsigned char *)text + i, &n);
		if (code == '\n')
			str_add(out, "\\n");
		else if (code == '\t')
			str_add(out, "\\t");
		else if (utf8_steers(code))
			utf8_json_escape(out, code);
		else if (code == '"' || code == '\\')
			str_addf(out, "\\%c", (char)code);
		else
			str_addn(out, text + i, n);
	}
	str_addc(out, '"');
}

static void emit_break(struct str *out, int indent)
{
	if (indent < 0)
		return;
	str_addc(out, '\n');
	str_pad(out, ' ', 2 * indent);
}

/* indent < 0: all on one line */
static void emit(struct str *, json_t *, int indent);

static void emit_array(struct str *out, json_t *array, int indent)
{
	int inside = indent < 0 ? indent : indent + 1;
	size_t i;
	json_t *value;
	str_addc(out, '[');
	json_array_foreach(array, i, value)
	{
		str_add(out, i ? "," : "");
		emit_break(out, inside);
		emit(out, value, inside);
	}
	if (json_array_size(array))
		emit_break(out, indent);
	str_addc(out, ']');
}

static void emit_object(struct str *out, json_t *object, int indent)
{
	int inside = indent < 0 ? indent : indent + 1;
	const char *name, *comma = "";
	json_t *value;
	str_addc(out, '{');
	json_object_foreach(object, name, value)
	{
		str_add(out, comma);
		comma = ",";
		emit_break(out, inside);
		emit_text(out, name, strlen(name));
		str_add(out, indent < 0 ? ":" : ": ");
		emit(out, value, inside);
	}
	if (json_object_size(object))
		emit_break(out, indent);
	str_addc(out, '}');
}

static void emit(struct str *out, json_t *value, int indent)
{
	switch (json_typeof(value)) {
	case JSON_OBJECT:
		emit_object(out, value, indent);
		break;
	case JSON_ARRAY:
		emit_array(out, value, indent);
		break;
	case JSON_STRING:
		emit_text(out, json_string_value(value), json_string_length(value));
		break;
	case JSON_INTEGER:
		str_addf(out, "%lld", (long long)json_integer_value(value));
		break;
	case JSON_REAL:
		emit_real(out, json_real_value(value));
		break;
	case JSON_TRUE:
		str_add(out, "true");
		break;
	case JSON_FALSE:
		str_add(out, "false");
		break;
	case JSON_NULL:
		str_add(out, "null");
		break;
	}
}

void json_emit(struct str *out, json_t *value, bool pretty)
{
	emit(out, value, pretty ? 0 : -1);
}

const char *json_keep(struct pool *pool, json_t *value)
{
	struct str text;
	str_init(&text);
	json_emit(&text, value, false);
	const char *kept = pool_strndup(pool, text.text, text.len);
	str_release(&text);
	return kept;
}

bool json_text_same(const char *a, const char *b)
{
	if (!a || !b || !strcmp(a, b))
		return str_same(a, b);
	json_t *left = json_loads(a, JSON_DECODE_ANY, NULL);
	json_t *right = json_loads(b, JSON_DECODE_ANY, NULL);
	bool same = left && right && json_equal(left, right);
	json_decref(left);
	json_decref(right);
	return same;
}
