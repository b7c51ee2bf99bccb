/* SPDX-License-Identifier: MIT */
/*
 * Rounds of an alliance, loaded, computed for the edition that is asked for and compared.
 */
#include <stdlib.h>
#include <rekindle/history.h>

static enum err load(struct history *history, struct store *store, const int64_t *keys,
	size_t count, enum edition edition, struct errmsg *why)
{
	history->round = pool_alloc(&history->pool, count * sizeof(*history->round));
	for (size_t i = 0; i < count; i++) {
		enum err err = store_load(store, keys[i], &history->round[i].record, why);

		if (err != ERR_NONE)
			return err;
		round_compute(&history->round[i], edition);
		history->count++;
	}
	return ERR_NONE;
}

static enum err check_alliance(const struct history *history, struct errmsg *why)
{
	const struct alliance *first = &history->round[0].record.alliance;

	for (size_t i = 1; i < history->count; i++) {
		const struct alliance *other = &history->round[i].record.alliance;

		if (first->object.key != other->object.key)
			return errmsg_set(why, ERR_USAGE,
				"these are rounds of two alliances, %.60s and %.60s: only rounds "
				"of one can be compared",
				first->name, other->name);
	}
	return ERR_NONE;
}

enum err history_load(struct history *history, struct store *store, const int64_t *keys,
	size_t count, enum edition edition, struct errmsg *why)
{
	enum err err = load(history, store, keys, count, edition, why);

	return err == ERR_NONE && count ? check_alliance(history, why) : err;
}

static enum err keep(struct store *store, struct record *rec, struct errmsg *why)
{
	struct diagnosis diagnosis;

	diagnosis_compute(&diagnosis, rec);
	enum err err = store_keep_edition(store, rec, &diagnosis, why);
	diagnosis_release(&diagnosis);
	return err;
}

enum err history_hand_out(struct history *history, struct store *store, struct errmsg *why)
{
	enum err err = ERR_NONE;

	if (!history->count || history->round[0].view.edition == EDITION_INTERNAL)
		return ERR_NONE;
	for (size_t i = 0; err == ERR_NONE && i < history->count; i++) {
		struct round_read *round = &history->round[i];

		err = keep(store, &round->record, why);
		edition_release(&round->view);
		diagnosis_release(&round->diagnosis);
		round_compute(round, EDITION_JOINT);
	}
	return err;
}

enum err history_give(
	struct store *store, struct record *own, struct store_earlier *rounds, struct errmsg *why)
{
	enum err err = ERR_NONE;

	for (size_t i = 0; err == ERR_NONE && i < rounds->own; i++)
		err = keep(store, &rounds->others[i], why);
	return err ? err : keep(store, own, why);
}

void history_compare(struct history *history)
{
	size_t count = history->count;

	history->change = pool_alloc(&history->pool, count * sizeof(*history->change));
	for (size_t i = 1; i < count; i++)
		round_compare(&history->change[i - 1], &history->round[i - 1], &history->round[i]);
	history->compared = true;
}

void history_release(struct history *history)
{
	for (size_t i = 0; history->compared && i + 1 < history->count; i++)
		round_change_release(&history->change[i]);
	for (size_t i = 0; i < history->count; i++)
		round_release(&history->round[i]);
	pool_release(&history->pool);
	*history = (struct history){ 0 };
}
