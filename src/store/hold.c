/* SPDX-License-Identifier: MIT */
/*
 * Who interviews a respondent: one program at a time.
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

/* A process of another host cannot be asked: it counts as living. */
static bool free_to_take(struct query *holder, const char *host)
{
	int64_t pid = column_whole(holder, 0);
	if (strcmp(column_text(holder, 1, NULL), host))
		return false;
	return pid == getpid() || (kill((pid_t)pid, 0) < 0 && errno == ESRCH);
}

static enum err check_holder(
	struct store *store, int64_t respondent, const char *host, struct errmsg *why)
{
	struct query *holder;
	char since[6];
	bool held = false;
	enum err err = statement_bind(store, HOLD_GET, &holder, why, "i", respondent);
	if (!err)
		err = query_step(holder, &held, why);
	if (!held)
		return err;
	if (!free_to_take(holder, host))
		err = errmsg_set(why, ERR_LOCKED,
			"process %" PRId64 " on %s has been interviewing this "
			"respondent since %s: it can be read here, not changed",
			column_whole(holder, 0), column_text(holder, 1, NULL),
			clock_hm(column_whole(holder, 2), since));
	query_reset(holder);
	return err;
}

enum err hold_check(struct store *store, int64_t respondent, struct errmsg *why)
{
	char host[HOST_SIZE];
	own_host(host);
	return check_holder(store, respondent, host, why);
}

enum err store_hold(struct store *store, int64_t respondent, struct errmsg *why)
{
	char host[HOST_SIZE];
	bool own;
	if (store->held && store->held != respondent)
		store_unhold(store);
	enum err err = change_begin(store, 0, 0, &own, why);
	if (err)
		return err;
	own_host(host);
	err = check_holder(store, respondent, host, why);
	if (!err)
		err = statement_run(store, HOLD_PUT, why, "iiti", respondent, (int64_t)getpid(),
			host, clock_ms());
	err = change_end(store, own, err, why);
	if (!err)
		store->held = respondent;
	return err;
}

void store_unhold(struct store *store)
{
	char host[HOST_SIZE];
	if (!store->held)
		return;
	own_host(host);
	statement_run(store, HOLD_DELETE, NULL, "iit", store->held, (int64_t)getpid(), host);
	store->held = 0;
}
