/* SPDX-License-Identifier: MIT */
/*
 * Which items two rounds have in common (rekindle-method(7), section 8), role by role: a wording
 * that says something else is another item, whatever its id.
 */
#include <string.h>
#include "common.h"

static bool asked_of_anybody(const struct record *rec, int item)
{
	for (size_t r = 0; r < rec->respondent_count; r++)
		if (record_asked(rec, (int)r, item))
			return true;
	return false;
}

static bool same_text(const char *a, const char *b)
{
	return !strcmp(a ? a : "", b ? b : "");
}

static bool same_item(const struct item *a, const struct item *b)
{
	return a->scale == b->scale && a->reversed == b->reversed && same_text(a->text, b->text) &&
		same_text(a->low, b->low) && same_text(a->mid, b->mid) &&
		same_text(a->high, b->high);
}

/* Place of the same item in the other bank; -1: it has none. */
static int same_there(const struct instrument *other, const struct item *item)
{
	int at = instrument_item(other, item->id);

	return at >= 0 && same_item(&other->items[at], item) ? at : -1;
}

size_t trend_alike(const struct instrument *before, const struct instrument *after, size_t *rated)
{
	size_t same = 0;

	*rated = 0;
	for (size_t i = 0; i < after->item_count; i++)
		if (after->items[i].kind == ITEM_RATED) {
			*rated += 1;
			same += same_there(before, &after->items[i]) >= 0;
		}
	return same;
}

/* Only where that round asked it. */
static int asked_there(const struct record *other, const struct item *item)
{
	int at = same_there(other->instrument, item);

	return at >= 0 && asked_of_anybody(other, at) ? at : -1;
}

static bool *marks(struct pool *pool, const struct record *rec)
{
	size_t count = ROLE_COUNT * rec->instrument->item_count;

	return pool_alloc(pool, count * sizeof(bool));
}

void common_find(struct common *common, struct pool *pool, const struct record *before,
	const struct record *after)
{
	const struct instrument *now = after->instrument, *then = before->instrument;

	*common = (struct common){ .before = marks(pool, before), .after = marks(pool, after) };
	for (size_t i = 0; i < now->item_count; i++) {
		const struct item *item = &now->items[i];
		int at = item->kind == ITEM_RATED && asked_of_anybody(after, (int)i)
			? asked_there(before, item)
			: -1;
		unsigned roles = at < 0 ? 0 : item->roles & then->items[at].roles;

		for (size_t role = 0; role < ROLE_COUNT; role++)
			if (roles >> role & 1u) {
				common->after[role * now->item_count + i] = true;
				common->before[role * then->item_count + (size_t)at] = true;
			}
		common->items += roles != 0;
	}
}
