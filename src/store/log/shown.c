/* SPDX-License-Identifier: MIT */
/*
 * The record that is open on the screen: what is left of a file that was overwritten under it.
 */
#include "../store_private.h"

/* In the order in which records are stored anywhere: a database of its own, with the times as they
 * were. */
static enum err keep_shown(struct record *record, const char *name, struct errmsg *why)
{
	struct store *rescue;
	enum err err = store_open(name, STORE_CREATE, &rescue, why);
	if (err)
		return err;
	store_keep_no_copies(rescue);
	err = store_begin(rescue, 0, NULL, why);
	if (!err) {
		store_keep_stamps(rescue);
		err = change_end(rescue, true, store_add_record(rescue, record, why), why);
	}
	store_close(rescue);
	return err;
}

void store_shows(struct store *store, struct record *record)
{
	store->shown = record;
	store->keep_shown = record ? keep_shown : NULL;
}
