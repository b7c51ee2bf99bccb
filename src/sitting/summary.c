/* SPDX-License-Identifier: MIT */
/*
 * Summaries of rounds made anew.
 */
#include <rekindle/date.h>
#include <rekindle/diagnosis.h>
#include <rekindle/portfolio.h>
#include <rekindle/summary.h>

#define KEPT_AT_ONCE 200 /* in a transaction: others write in between */

bool summary_is_stale(const struct store_round *round)
{
	return round->assessment && round->summary_change != round->change;
}

enum err summary_make(struct store *store, struct store_round *round, bool keep, struct errmsg *why)
{
	struct summary summary;

	round->summary_change = round->change;
	enum err err = store_summarise(store, round->assessment, &summary, why);
	if (err != ERR_NONE)
		return err;
	round->health = summary.health;
	round->primary = primary_word(summary.primary);
	round->grade = grade_word(summary.grade);
	if (keep)
		store_put_summary(store, round->assessment, round->change, round->health,
			round->primary, round->grade, NULL);
	return ERR_NONE;
}

static size_t next_stale(const struct store_list *list, size_t from)
{
	while (from < list->count && !summary_is_stale(&list->rounds[from]))
		from++;
	return from;
}

/* From the first that is stale on; *at: behind the last of them. */
static enum err make_some(
	struct store *store, struct store_list *list, size_t *at, struct errmsg *why)
{
	struct errmsg unsaid;
	enum err err = ERR_NONE;
	bool kept = !store_read_only(store) && !store_begin_summaries(store, &unsaid);

	for (size_t n = 0; err == ERR_NONE && n < KEPT_AT_ONCE && *at < list->count; n++) {
		err = summary_make(store, &list->rounds[*at], kept, why);
		*at = next_stale(list, *at);
	}
	/* Where it cannot be kept, on a full disk, it is computed again the next time. */
	if (kept)
		store_commit(store, &unsaid);
	return err;
}

enum err summaries_make(struct store *store, struct store_list *list, struct errmsg *why)
{
	enum err err = ERR_NONE;

	for (size_t at = next_stale(list, 0); err == ERR_NONE && at < list->count;)
		err = make_some(store, list, &at, why);
	return err;
}

enum err summaries_make_all(struct store *store, struct errmsg *why)
{
	struct store_totals totals;
	struct store_list list;
	enum err err = store_totals(store, clock_today(), &totals, why);

	if (err == ERR_NONE)
		err = store_list(store, &list, why);
	if (err != ERR_NONE)
		return err;
	err = summaries_make(store, &list, why);
	store_list_release(&list);
	return err;
}
