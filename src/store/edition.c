/* SPDX-License-Identifier: MIT */
/*
 * The memory of joint editions (rekindle-method(7), section 9.4): a release of the alliance for
 * each that says something new of a round's ratings.
 */
#include <rekindle/words.h>
#include "store_private.h"

#define DAY_MS 86400000

/* What is stored, whatever the caller's record knows: another program may have handed one out. */
static enum err load_known(
	struct store *store, const struct record *rec, struct record *known, struct errmsg *why)
{
	record_init(known, rec->instrument);
	known->alliance.object = rec->alliance.object;
	return load_releases(store, known, why);
}

static enum err look_back(struct store *store, const struct record *rec,
	const struct edition_view *view, const struct scores *scores, struct record *known,
	struct release_look *look, struct errmsg *why)
{
	enum err err = load_known(store, rec, known, why);

	*look = (struct release_look){ 0 };
	if (!err)
		release_look(look, known, rec, view, scores);
	return err;
}

enum err store_last_edition(struct store *store, const struct record *rec,
	const struct edition_view *view, const struct scores *scores, struct release_look *look,
	struct errmsg *why)
{
	struct record known;
	enum err err = look_back(store, rec, view, scores, &known, look, why);

	record_release(&known);
	return err;
}

enum err store_edition_allowed(const struct release_look *look, struct errmsg *why)
{
	struct pool pool = { 0 };
	struct hole day = hole_day("day", (int)(look->at / DAY_MS), DAY_LONG);
	struct hole least = hole_count("least", EDITION_CHANGED_MIN);

	if (look->bar == RELEASE_FREE)
		return ERR_NONE;
	errmsg_set(why, ERR_FAILED, "%s",
		look->bar == RELEASE_FEW ? words(&pool, W_NO_EDITION_FEW, day,
						   hole_text("side", words_release_side(look)),
						   hole_count("n", look->changed), least)
					 : words(&pool, W_NO_EDITION_REWEIGHED, day, least));
	pool_release(&pool);
	return ERR_FAILED;
}

/* Without a round it belongs to no undo: what was handed out is not taken back. */
static enum err put(struct store *store, struct record *known, struct errmsg *why)
{
	size_t count = known->release_rating_count;
	int release = (int)known->release_count - 1;
	enum err err = store_put(store, known, KIND_RELEASE, &known->releases[release], 0, why);

	for (size_t i = 0; !err && i < count; i++)
		if (known->release_ratings[i].release == release)
			err = store_put(store, known, KIND_RELEASE_RATING,
				&known->release_ratings[i], known->releases[release].object.key,
				why);
	return err;
}

static enum err keep(struct store *store, const struct record *rec, const struct edition_view *view,
	const struct scores *scores, struct errmsg *why)
{
	struct record known;
	struct release_look look;
	enum err err = look_back(store, rec, view, scores, &known, &look, why);

	if (!err)
		err = store_edition_allowed(&look, why);
	if (!err && look.news) {
		release_add(&known, rec, view, scores, store->change.at);
		err = put(store, &known, why);
	}
	record_release(&known);
	return err;
}

enum err store_keep_edition(struct store *store, const struct record *rec,
	const struct edition_view *view, const struct scores *scores, struct errmsg *why)
{
	struct release_look look;
	bool own;
	enum err err = store_last_edition(store, rec, view, scores, &look, why);

	if (!err)
		err = store_edition_allowed(&look, why);
	if (err || !look.news || engine_read_only(store->engine))
		return err;
	err = change_begin(store, 0, rec->alliance.object.key, &own, why);
	return err ? err : change_end(store, own, keep(store, rec, view, scores, why), why);
}
