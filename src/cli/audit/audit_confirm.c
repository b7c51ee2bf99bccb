/* SPDX-License-Identifier: MIT */
/*
 * What a round has from the one before holds in this one: confirmed list by list, or all of it.
 */
#include <rekindle/carried.h>
#include <rekindle/next.h>
#include "audit.h"

static bool is_meant(const struct audit *audit, enum kind kind, const void *object)
{
	if (!audit->list)
		return true;
	if (audit->list->kind != kind)
		return false;
	return audit->list->way != AUDIT_CHECKS ||
		audit_checks_has(audit->list, ((const struct checklist *)object)->row);
}

/* Of one kind; n: how many were, which says what is done without a store. */
static enum err confirm_kind(
	const struct audit *audit, enum kind kind, bool stores, int *n, struct errmsg *why)
{
	struct record *record = &audit->loaded->record;
	enum err err = ERR_NONE;

	for (size_t i = 0; i < record_count(record, kind) && err == ERR_NONE; i++) {
		void *object = record_at(record, kind, i);
		if (!record_unconfirmed(record, kind, object) || !is_meant(audit, kind, object))
			continue;
		++*n;
		if (stores)
			err = store_confirm(audit->loaded->store, record, kind, object, why);
	}
	return err;
}

static enum err confirm(const struct audit *audit, bool stores, int *n, struct errmsg *why)
{
	enum err err = ERR_NONE;

	*n = 0;
	for (int kind = 0; kind < KIND_COUNT && err == ERR_NONE; kind++)
		if (kind_is_carried((enum kind)kind))
			err = confirm_kind(audit, (enum kind)kind, stores, n, why);
	return err;
}

enum err audit_confirm(const struct audit *audit, struct errmsg *why)
{
	struct pool *pool = &audit->cli->pool;
	int n;

	confirm(audit, false, &n, why);
	if (!n) {
		cli_message(words_plain(W_CONFIRMED_NONE));
		return ERR_NONE;
	}
	const char *what = words(pool, W_UNDO_CONFIRMED, hole_count("n", n));
	enum err err = work_begin(audit->loaded, what, why);
	if (err == ERR_NONE)
		err = work_end(audit->loaded, confirm(audit, true, &n, why), why);
	if (err == ERR_NONE)
		cli_message(what);
	return err;
}
