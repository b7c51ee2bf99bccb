/* SPDX-License-Identifier: MIT */
/*
 * What every entry of every list keeps to: an id of its kind, given once, and texts that are there.
 */
#include "internal.h"

#include <string.h>

void check_text(const struct place *at, const char *field, const char *text)
{
	if (str_blank(text))
		fault(at, field, "is missing; every entry of this list needs one");
}

/* Lower-case words of letters, digits and _, joined by points where dotted. */
bool id_valid(const char *id, bool dotted)
{
	bool start = true;
	for (; *id; id++) {
		if (*id == '.' && dotted && !start)
			start = true;
		else if ((*id >= 'a' && *id <= 'z') || (!start && strchr("_0123456789", *id)) ||
			(start && dotted && *id >= '0' && *id <= '9'))
			start = false;
		else
			return false;
	}
	return !start;
}

void check_id(const struct place *at, const char *id, bool dotted)
{
	/* One that is missing was reported before. */
	if (*id && !id_valid(id, dotted))
		fault(at, "id", "\"%s\" must be made of lower-case letters, digits and _%s", id,
			dotted ? ", in words joined by points" : ", a letter first");
}

void check_ids(
	struct loading *loading, enum member member, const void *entries, size_t count, size_t size)
{
	for (size_t i = 0; i < count && !loading_ended(loading); i++) {
		struct place at = { loading, member, i };
		const char *id = *(const char *const *)((const char *)entries + i * size);
		check_id(&at, id, false);
		size_t j = 0;
		while (j < i &&
			strcmp(id, *(const char *const *)((const char *)entries + j * size)))
			j++;
		if (*id && j < i)
			fault_of(&at, RULE_DUPLICATE, "id",
				"is used twice in %s; every id comes once", member_word[member]);
	}
}
