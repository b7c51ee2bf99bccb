/* SPDX-License-Identifier: MIT */
/*
 * A row as text for the change log: cells behind the key, separated by commas, nothing for null,
 * cut after the last that is something. Whole numbers are digits; other numbers "r" and the bits of
 * the double in hex, exact in any locale; ids "x" and hex; texts in double quotes, a quote within
 * doubled. The time of a change is "@" and the distance to the time of the entry: almost
 * always "@" alone. Rating and value of an answer share one place, where digits are a rating.
 */
#include "../store_private.h"

#include <inttypes.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#define NEAR_MS 1000000

static void encode_text(struct str *out, const char *text)
{
	str_addc(out, '"');
	for (; *text; text++) {
		if (*text == '"')
			str_addc(out, '"');
		str_addc(out, *text);
	}
	str_addc(out, '"');
}

static void encode_real(struct str *out, double x)
{
	uint64_t bits;
	if (x == floor(x) && fabs(x) < 1e15) {
		str_add_whole(out, (int64_t)x);
		return;
	}
	memcpy(&bits, &x, sizeof(bits));
	str_addf(out, "r%016" PRIx64, bits);
}

static void encode_changed(struct str *out, int64_t at, int64_t base)
{
	bool near = llabs(at - base) < NEAR_MS;
	if (near)
		str_addc(out, '@');
	if (at != base)
		str_add_whole(out, near ? at - base : at);
}

static void encode_cell(struct str *out, const struct cell *cell)
{
	switch (cell->type) {
	case CELL_NULL:
		break;
	case CELL_WHOLE:
		str_add_whole(out, cell->whole);
		break;
	case CELL_REAL:
		encode_real(out, cell->real);
		break;
	case CELL_TEXT:
		encode_text(out, cell->text);
		break;
	case CELL_UUID:
		str_addc(out, 'x');
		for (int i = 0; i < 16; i++)
			str_addf(out, "%02x", (unsigned char)cell->text[i]);
		break;
	}
}

/* The cells whose places differ from those in the text, and those written as times; where a kind
 * has none, NO_CELL. */
struct places {
	size_t rating, value, changed, drawn;
};

static struct places places_of(enum kind kind)
{
	bool rated = row_rating_cell(kind) >= 0;
	return (struct places){ .rating = rated ? (size_t)row_rating_cell(kind) : NO_CELL,
		.value = rated ? row_column_cell(kind, "value") : NO_CELL,
		.changed = row_changed_cell(kind),
		.drawn = row_drawn_cell(kind) };
}

/* What is written in the place of cell i, whose own place is empty for the rating. */
static const struct cell *shown(const struct row *row, const struct places *at, size_t i)
{
	static const struct cell none;
	if (i == at->rating)
		return &none;
	if (i == at->value && row->cell[at->rating].type != CELL_NULL)
		return &row->cell[at->rating];
	return &row->cell[i];
}

void row_encode(struct str *out, const struct row *row, int64_t at)
{
	const struct places places = places_of(row->kind);
	size_t first = row_key_cells(row->kind), end = row->count;
	while (end > first && shown(row, &places, end - 1)->type == CELL_NULL)
		end--;
	for (size_t i = first; i < end; i++) {
		const struct cell *cell = shown(row, &places, i);
		if (i == places.rating)
			continue;
		if (i > first)
			str_addc(out, ',');
		if ((i == places.changed || i == places.drawn) && cell->type == CELL_WHOLE)
			encode_changed(out, cell->whole, at);
		else
			encode_cell(out, cell);
	}
}

/* Behind the closing quote. */
static const char *decode_text(const char *text, struct pool *pool, struct cell *cell)
{
	const char *end = text + 1;
	while (*end && (*end != '"' || end[1] == '"'))
		end += *end == '"' ? 2 : 1;
	char *copy = pool_alloc(pool, (size_t)(end - text) + 1), *to = copy;
	for (const char *from = text + 1; from < end; from += *from == '"' ? 2 : 1)
		*to++ = *from;
	*cell = (struct cell){ .type = CELL_TEXT, .text = copy };
	return *end ? end + 1 : end;
}

static int hex(char c)
{
	return c >= 'a' ? c - 'a' + 10 : c - '0';
}

static const char *decode_uuid(const char *text, struct pool *pool, struct cell *cell)
{
	char *bytes = pool_alloc(pool, 16);
	text++;
	for (int i = 0; i < 16 && text[0] && text[1]; i++, text += 2)
		bytes[i] = (char)(hex(text[0]) << 4 | hex(text[1]));
	*cell = (struct cell){ .type = CELL_UUID, .text = bytes };
	return text;
}

static const char *decode_number(const char *text, int64_t at, struct cell *cell)
{
	char *end;
	uint64_t bits;
	if (*text == 'r') {
		bits = strtoull(text + 1, &end, 16);
		cell->type = CELL_REAL;
		memcpy(&cell->real, &bits, sizeof(bits));
		return end;
	}
	*cell = (struct cell){ .type = CELL_WHOLE, .whole = *text == '@' ? at : 0 };
	cell->whole += strtoll(text + (*text == '@'), &end, 10);
	return end;
}

static const char *decode_cell(const char *text, int64_t at, struct pool *pool, struct cell *cell)
{
	*cell = (struct cell){ 0 };
	switch (*text) {
	case '\0':
	case ',':
		return text;
	case '"':
		return decode_text(text, pool, cell);
	case 'x':
		return decode_uuid(text, pool, cell);
	}
	return decode_number(text, at, cell);
}

/* Digits in the place of the value are a rating. */
static void take_rating(struct row *row, const struct places *at)
{
	if (at->rating == NO_CELL || row->cell[at->value].type != CELL_WHOLE)
		return;
	row->cell[at->rating] = row->cell[at->value];
	row->cell[at->value] = (struct cell){ 0 };
}

/* A real number that is whole is written as digits. */
static void take_reals(struct row *row)
{
	const struct kind_info *info = &kind_info[row->kind];
	for (size_t i = 0; i < info->field_count; i++) {
		struct cell *cell = &row->cell[row_field_cell(row->kind, i)];
		if (info->fields[i].type == FIELD_REAL && cell->type == CELL_WHOLE)
			*cell = (struct cell){ .type = CELL_REAL, .real = (double)cell->whole };
	}
}

void row_decode(const char *text, enum kind kind, int64_t key, int64_t item, int64_t at,
	struct pool *pool, struct row *row)
{
	const struct places places = places_of(kind);
	row_init(pool, kind, row);
	row->cell[0] = (struct cell){ .type = CELL_WHOLE, .whole = key };
	if (kind == KIND_ANSWER)
		row->cell[1] = (struct cell){ .type = CELL_WHOLE, .whole = item };
	for (size_t i = row_key_cells(kind); i < row->count; i++) {
		if (i == places.rating)
			continue;
		text = decode_cell(text, at, pool, &row->cell[i]);
		if (*text == ',')
			text++;
	}
	take_rating(row, &places);
	take_reals(row);
}
