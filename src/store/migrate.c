/* SPDX-License-Identifier: MIT */
/*
 * Schema steps: data/schema/mNNN_*.sql, each one transaction that sets its own version. A new
 * database is made in one of what all of them make.
 */
#include "store_private.h"

static enum err refuse_newer(const struct store *store, int version, int newest, struct errmsg *why)
{
	return errmsg_set(why, ERR_FAILED,
		"%s was written by a newer rekindle (schema %d, this program knows "
		"%d); it is left as it is: use the newer program",
		store->path, version, newest);
}

/* Nothing when another program has taken the step meanwhile: version tells. */
static enum err take_step(struct store *store, const struct embedded *step, struct errmsg *why)
{
	int version = 0, wanted = migrate_step(step);
	struct errmsg said = { 0 };
	enum err err = engine_version(store->engine, &version, why);
	if (err || version >= wanted)
		return err;
	if (engine_script(store->engine, step->text, &said))
		return errmsg_set(why, ERR_FAILED,
			"cannot bring %s to schema %d: %s; it is left as it was", store->path,
			wanted, said.text);
	err = engine_version(store->engine, &version, why);
	if (!err && version != wanted)
		err = errmsg_set(
			why, ERR_FAILED, "schema step %s sets version %d", step->path, version);
	return err;
}

/* last: the schema is the program's own now, by which it can work on the rows. */
static enum err run_step(
	struct store *store, const struct embedded *step, bool last, struct errmsg *why)
{
	enum err err = engine_begin(store->engine, true, why);
	if (err)
		return err;
	err = take_step(store, step, why);
	if (!err && last)
		err = store_unite(store, why);
	if (!err && last)
		err = number_rest(store, why);
	if (!err && last)
		err = listed_fill(store, why);
	if (!err)
		err = engine_commit(store->engine, why);
	if (err)
		engine_rollback(store->engine);
	return err;
}

static enum err run_steps(
	struct store *store, const struct embedded *steps, int version, struct errmsg *why)
{
	enum err err = ERR_NONE;
	for (int next = version + 1; !err && next <= migrate_newest(steps); next++)
		for (const struct embedded *step = steps; !err && step->path; step++)
			if (migrate_step(step) == next)
				err = run_step(store, step,
					steps == embedded_files && next == migrate_newest(steps),
					why);
	return err;
}

/* Nothing when another program has made it meanwhile. */
static enum err make_new(struct store *store, struct errmsg *why)
{
	struct errmsg said = { 0 };
	int version = 0;
	enum err err = engine_begin(store->engine, true, why);
	if (err)
		return err;
	err = engine_version(store->engine, &version, why);
	if (!err && !version &&
		engine_script(store->engine, embedded_find("data/schema.sql")->text, &said))
		err = errmsg_set(why, ERR_FAILED, "cannot make %s: %s; it is left as it was",
			store->path, said.text);
	if (!err)
		err = engine_commit(store->engine, why);
	if (err)
		engine_rollback(store->engine);
	return err;
}

/* An older database is kept beside the new one. */
static enum err bring_up(struct store *store, const struct embedded *steps, int version,
	struct str *copy, struct errmsg *why)
{
	enum err err = engine_check_ours(store->engine, version, why);
	if (!err && version)
		err = engine_copy(store->engine, version, copy, why);
	if (!err)
		err = !version && steps == embedded_files ? make_new(store, why)
							  : run_steps(store, steps, version, why);
	return err;
}

static void tell_copy(struct str *notice, const char *path, const char *copy)
{
	str_addf(notice, "%s was brought up to date", path);
	if (*copy)
		str_addf(notice, "; a copy of it as it was is in %s", copy);
}

static enum err migrate(
	struct store *store, const struct embedded *steps, struct str *notice, struct errmsg *why)
{
	int version = 0, newest = migrate_newest(steps);
	enum err err = engine_version(store->engine, &version, why);
	if (err || version == newest)
		return err;
	if (version > newest)
		return refuse_newer(store, version, newest, why);
	if (engine_read_only(store->engine))
		return errmsg_set(why, ERR_FAILED,
			"%s is %s and read-only: make it writable, so that it can be "
			"brought up to date",
			store->path, version ? "of an older rekindle" : "empty");
	struct str copy;
	str_init(&copy);
	err = bring_up(store, steps, version, &copy, why);
	if (!err && version)
		tell_copy(notice, store->path, copy.text);
	str_release(&copy);
	return err;
}

enum err store_migrate(
	struct store *store, const struct embedded *steps, struct str *notice, struct errmsg *why)
{
	enum err err = migrate(store, steps, notice, why);
	/* What steps of a test's own make is written nowhere. */
	if (err || steps != embedded_files)
		return err;
	return engine_check_shape(store->engine, embedded_find("data/schema.txt")->text, why);
}
