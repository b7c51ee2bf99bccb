/* SPDX-License-Identifier: MIT */
/*
 * The values of one entry: texts, flags, numbers, words and ids. A fault is reported once and a
 * harmless value returned.
 */
#include "internal.h"

#include <ctype.h>
#include <limits.h>
#include <string.h>

const char *field_text(const struct place *at, const char *raw)
{
	if (str_blank(raw))
		return NULL;
	while (isspace((unsigned char)*raw))
		raw++;
	size_t n = strlen(raw);
	while (isspace((unsigned char)raw[n - 1]))
		n--;
	return pool_strndup(at->loading->pool, raw, n);
}

const char *field_id(const struct place *at, const char *raw)
{
	check_text(at, "id", raw);
	const char *id = field_text(at, raw);
	return id ? id : "";
}

bool field_flag(const struct place *at, const char *field, const char *raw)
{
	if (!raw || str_same(raw, "false"))
		return false;
	if (!str_same(raw, "true"))
		fault(at, field, "\"%s\" must be true or false", raw);
	return true;
}

int field_number(
	const struct place *at, const char *field, const char *raw, int least, int most, int absent)
{
	if (!raw)
		return absent;
	long value = 0;
	const char *digit = raw;
	while (isdigit((unsigned char)*digit) && value <= INT_MAX / 10)
		value = 10 * value + (*digit++ - '0');
	if (digit > raw && !*digit && value >= least && value <= most)
		return (int)value;
	fault(at, field, "\"%s\" must be a whole number from %d to %d", raw, least, most);
	return least;
}

int field_word(const struct place *at, const char *field, const char *raw,
	const struct vocabulary *vocabulary)
{
	int value = vocabulary_find(vocabulary, raw);
	char known[512];
	if (raw && value < 0)
		fault(at, field, "\"%s\" is not known; use %s", raw,
			vocabulary_list(vocabulary, known, sizeof(known)));
	return value;
}

unsigned field_bits(const struct place *at, const char *field, char *const *raw, unsigned count,
	const struct vocabulary *vocabulary)
{
	unsigned bits = 0;
	for (unsigned i = 0; i < count; i++) {
		int value = field_word(at, field, raw[i], vocabulary);
		if (value >= 0)
			bits |= 1u << value;
	}
	return bits;
}

const char *const *field_texts(
	const struct place *at, const char *field, char *const *raw, unsigned count)
{
	if (!count)
		return NULL;
	const char **texts = pool_alloc(at->loading->pool, count * sizeof(*texts));
	for (unsigned i = 0; i < count; i++) {
		texts[i] = field_text(at, raw[i]);
		if (!texts[i])
			fault(at, field, "entry %u is empty; write it or take it out", i + 1);
	}
	return texts;
}

const int *field_indices(const struct place *at, const char *field, char *const *raw,
	unsigned count, const struct instrument *instrument,
	int (*find)(const struct instrument *, const char *))
{
	if (!count)
		return NULL;
	int *indices = pool_alloc(at->loading->pool, count * sizeof(*indices));
	for (unsigned i = 0; i < count; i++) {
		indices[i] = find(instrument, raw[i]);
		if (indices[i] < 0)
			fault_of(at, RULE_REFERENCE, field,
				"\"%s\" is not the id of any %s in this bank", raw[i],
				find == instrument_item ? "item" : "action");
	}
	return indices;
}
