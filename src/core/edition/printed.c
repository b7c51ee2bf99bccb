/* SPDX-License-Identifier: MIT */
/*
 * Figures: numbers by name, written one after another and looked up by name.
 */
#include "printed.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void printed_write(struct printed *p, const struct record *rec)
{
	*p = (struct printed){ .rec = rec };
	str_init(&p->out);
	str_addc(&p->out, '{');
}

static int by_name(const void *a, const void *b)
{
	const struct figure *x = a, *y = b;
	int order = memcmp(x->name, y->name, x->n < y->n ? x->n : y->n);

	return order ? order : (x->n > y->n) - (x->n < y->n);
}

/* Of figures_valid(): "{" or "," before each name, in quotation marks, ":" and a number behind. */
void printed_read(struct printed *p, const struct record *rec, const char *figures)
{
	*p = (struct printed){ .rec = rec, .reads = true };
	str_init(&p->out);
	for (const char *at = figures; at && (at = strchr(at, '"'));) {
		struct figure *figure = POOL_APPEND(&p->pool, p->list, p->count);

		figure->name = at + 1;
		figure->n = strcspn(at + 1, "\"");
		at += figure->n + 2;
		figure->x = *at == ':' ? strtod(at + 1, NULL) : NAN;
	}
	if (p->count)
		qsort(p->list, p->count, sizeof(*p->list), by_name);
}

void printed_release(struct printed *p)
{
	str_release(&p->out);
	pool_release(&p->pool);
}

static void add_name(
	const struct printed *p, struct str *name, const char *what, const char *id, int party)
{
	char buffer[UUID_TEXT];

	str_addf(name, "%s%s%s", what, id ? "." : "", id ? id : "");
	if (party < 0)
		return;
	const struct uuid *uuid = &p->rec->parties[party].object.id;
	if (uuid_none(uuid)) /* of what was never stored */
		str_addf(name, ".%d", party);
	else
		str_addf(name, ".%s", uuid_text(uuid, buffer));
}

static double find(struct printed *p, const char *what, const char *id, int party)
{
	struct str name;
	const struct figure *found = NULL;

	str_init(&name);
	add_name(p, &name, what, id, party);
	const struct figure wanted = { name.text, name.len, 0 };
	if (p->count)
		found = bsearch(&wanted, p->list, p->count, sizeof(*p->list), by_name);
	str_release(&name);
	return found ? found->x : NAN;
}

/* Without zeros at its end, and without the sign of what is less than its decimals. */
static void add_number(struct str *out, double x, int decimals)
{
	char text[40];

	snprintf(text, sizeof(text), "%.*f", decimals, x);
	size_t n = strlen(text);
	while (decimals && text[n - 1] == '0')
		n--;
	n -= text[n - 1] == '.';
	text[n] = '\0';
	str_add(out, strcmp(text, "-0") ? text : "0");
}

void printed_number(
	struct printed *p, double *x, int decimals, const char *what, const char *id, int party)
{
	if (p->reads) {
		*x = find(p, what, id, party);
		return;
	}
	if (isnan(*x))
		return;
	str_add(&p->out, p->out.len > 1 ? ",\"" : "\"");
	add_name(p, &p->out, what, id, party);
	str_add(&p->out, "\":");
	add_number(&p->out, *x, decimals);
}

void printed_count(struct printed *p, int *n, const char *what, const char *id, int party)
{
	double x = *n ? *n : NAN;

	printed_number(p, &x, 0, what, id, party);
	*n = isnan(x) ? 0 : (int)x;
}

void printed_mark(struct printed *p, bool *mark, const char *what, const char *id, int party)
{
	int n = *mark;

	printed_count(p, &n, what, id, party);
	*mark = n != 0;
}

void printed_word(struct printed *p, int *is, const char *what, const char *(*word)(int), int count)
{
	for (int i = 0; i < count; i++) {
		bool mark = *is == i;

		printed_mark(p, &mark, what, word(i), -1);
		if (p->reads && mark)
			*is = i;
	}
}
