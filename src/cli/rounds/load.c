/* SPDX-License-Identifier: MIT */
/*
 * Rounds of an alliance, loaded and computed for the edition that is asked for.
 */
#include "rounds.h"

static enum err load(struct rounds *rounds, const int64_t *keys, size_t count, enum edition edition,
	struct errmsg *why)
{
	rounds->round = pool_alloc(&rounds->pool, count * sizeof(*rounds->round));
	for (size_t i = 0; i < count; i++) {
		enum err err = store_load(rounds->store, keys[i], &rounds->round[i].record, why);

		if (err != ERR_NONE)
			return err;
		round_compute(&rounds->round[i], edition);
		rounds->count++;
	}
	return ERR_NONE;
}

static enum err check_alliance(const struct rounds *rounds, struct errmsg *why)
{
	const struct alliance *first = &rounds->round[0].record.alliance;

	for (size_t i = 1; i < rounds->count; i++) {
		const struct alliance *other = &rounds->round[i].record.alliance;

		if (first->object.key != other->object.key)
			return errmsg_set(why, ERR_USAGE,
				"these are rounds of two alliances, %.60s and %.60s: only rounds "
				"of "
				"one can be compared",
				first->name, other->name);
	}
	return ERR_NONE;
}

/* All of them are asked first: else one would count as handed out that nobody gets to see. */
static enum err may_hand_out(const struct rounds *rounds, struct errmsg *why)
{
	enum err err = ERR_NONE;

	for (size_t i = 0; err == ERR_NONE && i < rounds->count; i++) {
		const struct round_read *round = &rounds->round[i];
		struct store_edition last;

		err = store_last_edition(rounds->store, &round->record, &round->view,
			&round->diagnosis.scores, &last, why);
		if (err == ERR_NONE)
			err = store_edition_allowed(&last, why);
	}
	return err;
}

static enum err hand_out(const struct rounds *rounds, struct errmsg *why)
{
	enum err err = may_hand_out(rounds, why);

	for (size_t i = 0; err == ERR_NONE && i < rounds->count; i++) {
		const struct round_read *round = &rounds->round[i];

		err = store_keep_edition(
			rounds->store, &round->record, &round->view, &round->diagnosis.scores, why);
	}
	return err;
}

enum err rounds_load(struct rounds *rounds, const int64_t *keys, size_t count, enum edition edition,
	struct errmsg *why)
{
	enum err err = load(rounds, keys, count, edition, why);

	if (err == ERR_NONE)
		err = check_alliance(rounds, why);
	if (err == ERR_NONE && edition == EDITION_JOINT)
		err = hand_out(rounds, why);
	if (err != ERR_NONE)
		return err;
	rounds->change = pool_alloc(&rounds->pool, count * sizeof(*rounds->change));
	for (size_t i = 1; i < count; i++)
		round_compare(&rounds->change[i - 1], &rounds->round[i - 1], &rounds->round[i]);
	rounds->compared = true;
	return ERR_NONE;
}

void rounds_free(struct rounds *rounds)
{
	for (size_t i = 0; rounds->compared && i + 1 < rounds->count; i++)
		round_change_release(&rounds->change[i]);
	for (size_t i = 0; i < rounds->count; i++)
		round_release(&rounds->round[i]);
	store_close(rounds->store);
	pool_release(&rounds->pool);
	*rounds = (struct rounds){ 0 };
}
