/* SPDX-License-Identifier: MIT */
/*
 * Where a value stands in the text of a document: the parser keeps no positions, so the text is
 * walked once more, along the path of the value at fault.
 */
#include "internal.h"

#include <string.h>

struct scan {
	const char *at, *end;
};

static void skip_space(struct scan *scan)
{
	while (scan->at < scan->end && strchr(" \t\r\n", *scan->at))
		scan->at++;
}

static void skip_string(struct scan *scan)
{
	for (scan->at++; scan->at < scan->end && *scan->at != '"'; scan->at++)
		if (*scan->at == '\\')
			scan->at++;
	scan->at++;
}

/* To the first byte after the value, whatever is nested in it. */
static void skip_value(struct scan *scan)
{
	int depth = 0;
	do {
		skip_space(scan);
		if (scan->at >= scan->end)
			return;
		if (*scan->at == '"') {
			skip_string(scan);
			continue;
		}
		if (strchr("[{", *scan->at))
			depth++;
		else if (strchr("]}", *scan->at))
			depth--;
		else if (!strchr(",:", *scan->at))
			while (scan->at + 1 < scan->end && !strchr(",:]} \t\r\n", scan->at[1]))
				scan->at++;
		scan->at++;
	} while (depth > 0);
}

/* The name at scan, escapes undone, is member? */
static bool key_is(struct scan *scan, const char *member)
{
	const char *start = scan->at;
	skip_string(scan);
	json_t *key = json_loadb(start, (size_t)(scan->at - start), JSON_DECODE_ANY, NULL);
	bool same = json_is_string(key) && !strcmp(json_string_value(key), member);
	json_decref(key);
	return same;
}

/* From a value to the value one step inside it; false and unmoved when there is none. */
static bool step_in(struct scan *scan, const struct place *step)
{
	struct scan inside = *scan;
	size_t index = 0;
	if (inside.at >= inside.end || *inside.at != (step->member ? '{' : '['))
		return false;
	inside.at++;
	for (;; index++) {
		bool here = !step->member && index == step->index;
		skip_space(&inside);
		if (inside.at >= inside.end || strchr("]}", *inside.at))
			return false;
		if (step->member) {
			here = key_is(&inside, step->member);
			skip_space(&inside);
			inside.at++;
			skip_space(&inside);
		}
		if (here) {
			*scan = inside;
			return true;
		}
		skip_value(&inside);
		skip_space(&inside);
		if (inside.at < inside.end && *inside.at == ',')
			inside.at++;
	}
}

static size_t place_steps(const struct place *place, const struct place **steps)
{
	size_t count = 0;
	for (const struct place *p = place; p->up; p = p->up)
		count++;
	size_t at = count;
	for (const struct place *p = place; p->up; p = p->up)
		steps[--at] = p;
	return count;
}

void place_find(const char *text, size_t n, const struct place *place, int *line, int *column)
{
	const struct place *steps[PLACE_DEPTH];
	struct scan scan = { text, text + n };
	size_t count = place_steps(place, steps);
	skip_space(&scan);
	for (size_t i = 0; i < count && step_in(&scan, steps[i]); i++)
		continue;
	*line = *column = 1;
	for (const char *p = text; p < scan.at && p < scan.end; p++) {
		if (*p == '\n')
			(*line)++, *column = 1;
		else if ((*p & 0xC0) != 0x80)
			(*column)++;
	}
}

void place_add(struct str *out, const struct place *place)
{
	const struct place *steps[PLACE_DEPTH];
	size_t count = place_steps(place, steps);
	for (size_t i = 0; i < count; i++) {
		if (!steps[i]->member)
			str_addf(out, "[%zu]", steps[i]->index);
		else
			str_addf(out, "%s%s", i ? "." : "", steps[i]->member);
	}
}
