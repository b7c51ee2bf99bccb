/* SPDX-License-Identifier: MIT */
/*
 * Who interviews a respondent: one program at a time. That it still does is known from a lock of
 * the system, which no process id and no name of a machine can outlive; the row beside it says who
 * it is.
 */
#include "store_private.h"

#include <errno.h>
#include <inttypes.h>
#include <signal.h>
#include <string.h>
#include <unistd.h>

#define HOST_SIZE 256

static void own_host(char host[HOST_SIZE])
{
	if (gethostname(host, HOST_SIZE) < 0)
		strcpy(host, "localhost");
	host[HOST_SIZE - 1] = '\0';
}

bool hold_is_free(enum engine_lock lock, enum holder holder, bool force)
{
	if (force)
		return true;
	switch (lock) {
	case LOCK_MINE:
		return true;
	case LOCK_THEIRS:
		return false;
	case LOCK_UNKNOWN:
		return holder != HOLDER_PERHAPS;
	}
	return false;
}

/* A process of another host cannot be asked. */
static enum holder holder_of(struct query *row, const char *host)
{
	int64_t pid = column_whole(row, 0);
	const char *where = column_text(row, 1, NULL);
	bool here = where && !strcmp(where, host);
	bool gone = pid == getpid() || (kill((pid_t)pid, 0) < 0 && errno == ESRCH);
	return here && gone ? HOLDER_GONE : HOLDER_PERHAPS;
}

static enum err refuse(struct query *row, bool noted, enum engine_lock lock, struct errmsg *why)
{
	char since[6];
	if (!noted)
		return errmsg_set(why, ERR_LOCKED,
			"another program is interviewing this respondent: it can be read here, "
			"not changed");
	return errmsg_set(why, ERR_LOCKED,
		"process %" PRId64 " on %s has been interviewing this respondent since %s: it can "
		"be read here, not changed%s",
		column_whole(row, 0), column_text(row, 1, NULL),
		clock_hm(column_whole(row, 2), since),
		lock == LOCK_UNKNOWN ? "; if it has ended, --force takes over" : "");
}

static enum err check_holder(
	struct store *store, int64_t respondent, const char *host, struct errmsg *why)
{
	struct query *row;
	bool noted = false;
	enum err err = statement_bind(store, HOLD_GET, &row, why, "i", respondent);
	if (!err)
		err = query_step(row, &noted, why);
	if (err)
		return err;
	enum engine_lock lock = engine_lock(store->engine, respondent);
	enum holder holder = noted ? holder_of(row, host) : HOLDER_NONE;
	if (!hold_is_free(lock, holder, store->takes_over))
		err = refuse(row, noted, lock, why);
	if (noted)
		query_reset(row);
	return err;
}

static enum err take(struct store *store, int64_t respondent, const char *host, struct errmsg *why)
{
	int64_t now = clock_ms();
	bool own;
	enum err err = change_begin(store, 0, 0, &own, why);
	if (err)
		return err;
	err = seal_check_respondent(store, respondent, why);
	if (!err)
		err = check_holder(store, respondent, host, why);
	if (!err)
		err = statement_run(
			store, HOLD_PUT, why, "iiti", respondent, (int64_t)getpid(), host, now);
	err = change_end(store, own, err, why);
	if (!err)
		store->held_since = now;
	return err;
}

enum err hold_check(struct store *store, int64_t respondent, struct errmsg *why)
{
	char host[HOST_SIZE];
	if (respondent == store->held)
		return ERR_NONE;
	own_host(host);
	enum err err = check_holder(store, respondent, host, why);
	if (store->held)
		engine_lock(store->engine, store->held);
	else
		engine_unlock(store->engine);
	return err;
}

enum err store_hold(struct store *store, int64_t respondent, struct errmsg *why)
{
	char host[HOST_SIZE];
	if (store->held && store->held != respondent)
		store_unhold(store);
	own_host(host);
	enum err err = take(store, respondent, host, why);
	if (!err)
		store->held = respondent;
	else if (!store->held)
		engine_unlock(store->engine);
	return err;
}

static bool is_ours(const struct store *store, struct query *row)
{
	char host[HOST_SIZE];
	const char *where = column_text(row, 1, NULL);
	own_host(host);
	return column_whole(row, 0) == getpid() && column_whole(row, 2) == store->held_since &&
		where && !strcmp(where, host);
}

enum err store_still_holds(struct store *store, struct errmsg *why)
{
	struct query *row;
	char since[6];
	bool noted = false;
	int64_t others = store->held ? engine_others(store->engine) : store->held_seen;
	if (others == store->held_seen)
		return ERR_NONE;
	enum err err = statement_bind(store, HOLD_GET, &row, why, "i", store->held);
	if (!err)
		err = query_step(row, &noted, why);
	if (err)
		return err;
	store->held_seen = others;
	if (noted && !is_ours(store, row)) {
		store->held_seen = 0; /* it stays so until it is held again */
		err = errmsg_set(why, ERR_LOCKED,
			"process %" PRId64 " on %s has taken over this interview at %s",
			column_whole(row, 0), column_text(row, 1, NULL),
			clock_hm(column_whole(row, 2), since));
	}
	if (noted)
		query_reset(row);
	return err;
}

enum err store_hold_again(struct store *store, struct errmsg *why)
{
	bool before = store->takes_over;
	store->takes_over = true;
	enum err err = store_hold(store, store->held, why);
	store->takes_over = before;
	return err;
}

void store_take_over(struct store *store)
{
	store->takes_over = true;
}

/* Its row goes before the lock: who comes next finds no row of one that has ended. */
void store_unhold(struct store *store)
{
	char host[HOST_SIZE];
	bool own;
	if (!store->held)
		return;
	own_host(host);
	if (!change_begin(store, 0, 0, &own, NULL))
		change_end(store, own,
			statement_run(store, HOLD_DELETE, NULL, "iiti", store->held,
				(int64_t)getpid(), host, store->held_since),
			NULL);
	engine_unlock(store->engine);
	store->held = 0;
}
