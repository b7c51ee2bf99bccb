/* SPDX-License-Identifier: MIT */
/*
 * The memory of joint editions (rekindle-method(7), section 9.4): a release of the alliance for
 * each that says something new of a round's ratings.
 */
#include <rekindle/date.h>
#include <rekindle/release.h>
#include "store_private.h"

/* What is stored, whatever the caller's record knows: another program may have handed one out. */
static enum err load_known(
	struct store *store, const struct record *rec, struct record *known, struct errmsg *why)
{
	record_init(known, rec->instrument);
	known->alliance.object = rec->alliance.object;
	return load_releases(store, known, why);
}

/* What is stored now is what rec has, so that what is printed of it is what was remembered. */
static enum err take(struct store *store, struct record *rec, struct errmsg *why)
{
	rec->releases = NULL;
	rec->release_ratings = NULL;
	rec->release_count = rec->release_rating_count = 0;
	return load_releases(store, rec, why);
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

/* Behind every one that there is, whatever the clocks of other copies say: which is the last is
 * told by it. */
static int64_t moment(const struct record *known)
{
	int64_t at = clock_stamp_ms();

	for (size_t i = 0; i < known->release_count; i++)
		if (known->releases[i].at >= at)
			at = known->releases[i].at + 1;
	return at;
}

static enum err keep(struct store *store, const struct record *rec, const struct edition_view *view,
	const struct scores *scores, struct errmsg *why)
{
	struct record known;
	struct release_look look;
	enum err err = load_known(store, rec, &known, why);

	if (!err)
		release_look(&look, &known, rec, view, scores);
	if (!err && look.news) {
		release_add(&known, rec, view, scores, moment(&known));
		err = put(store, &known, why);
	}
	record_release(&known);
	return err;
}

/* Is there anything to write? */
static enum err look_back(struct store *store, struct record *rec, const struct edition_view *view,
	const struct scores *scores, bool *news, struct errmsg *why)
{
	struct release_look look;
	enum err err = take(store, rec, why);

	if (err)
		return err;
	release_look(&look, rec, rec, view, scores);
	*news = look.news;
	if (look.news && engine_read_only(store->engine))
		return errmsg_set(why, ERR_FAILED,
			"the database is read-only, and a joint edition that says something new "
			"has to be remembered there: make it writable, or print the internal "
			"edition");
	return ERR_NONE;
}

static enum err keep_view(struct store *store, struct record *rec, const struct edition_view *view,
	const struct scores *scores, struct errmsg *why)
{
	bool own, news = false;
	enum err err = look_back(store, rec, view, scores, &news, why);

	if (err || !news)
		return err;
	err = change_begin(store, 0, rec->alliance.object.key, &own, why);
	if (!err)
		err = change_end(store, own, keep(store, rec, view, scores, why), why);
	return err ? err : take(store, rec, why);
}

enum err store_keep_edition(
	struct store *store, struct record *rec, const struct diagnosis *d, struct errmsg *why)
{
	struct edition_view view;

	edition_compute(&view, rec, d, EDITION_JOINT);
	enum err err = keep_view(store, rec, &view, &d->scores, why);
	edition_release(&view);
	return err;
}
