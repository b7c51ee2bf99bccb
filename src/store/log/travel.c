/* SPDX-License-Identifier: MIT */
/*
 * What exchange asks beside the objects: who is known, what was deleted, which instruments.
 */
#include "../store_private.h"

#include <assert.h>

int64_t store_key(struct store *store, enum kind kind, const struct uuid *id)
{
	int64_t key = 0;
	assert(kind_info[kind].has_id);
	statement_number(store, STATEMENT_FIND + kind, &key, NULL, "b", id);
	return key;
}

enum err store_put_instrument(
	struct store *store, const struct instrument *instrument, struct errmsg *why)
{
	bool own;
	enum err err = change_begin(store, 0, 0, &own, why);
	if (err)
		return err;
	bank_forget(store);
	return change_end(store, own, bank_use(store, instrument, true, why), why);
}
