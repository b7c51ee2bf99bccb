/* SPDX-License-Identifier: MIT */
/*
 * What was carried over from the round before is confirmed: one step of undo, whatever of it.
 */
#include "confirm.h"

static bool is_meant(uint64_t kinds, int kind)
{
	return kinds >> kind & 1 && kind_is_carried((enum kind)kind);
}

int confirm_count(const struct record *record, uint64_t kinds)
{
	int n = 0;
	for (int kind = 0; kind < KIND_COUNT; kind++)
		if (is_meant(kinds, kind))
			n += record_unconfirmed_count(record, (enum kind)kind);
	return n;
}

static enum err confirm_kind(struct app *app, enum kind kind, struct errmsg *why)
{
	struct record *record = &app->record;
	enum err err = ERR_NONE;
	for (size_t i = 0; i < record_count(record, kind) && !err; i++) {
		void *object = record_at(record, kind, i);
		if (record_unconfirmed(record, kind, object))
			err = store_confirm(app->options.store, record, kind, object, why);
	}
	return err;
}

static bool confirm_all(struct app *app, uint64_t kinds)
{
	struct errmsg why;
	enum err err = ERR_NONE;
	for (int kind = 0; kind < KIND_COUNT && !err; kind++)
		if (is_meant(kinds, kind))
			err = confirm_kind(app, (enum kind)kind, &why);
	return app_wrote(app, err, &why) && app_commit(app);
}

void confirm(struct app *app, uint64_t kinds)
{
	struct hole n = hole_count("n", confirm_count(&app->record, kinds));
	if (!n.count) {
		app_say(app, "%s", words_plain(W_CONFIRMED_NONE));
		return;
	}
	if (!app_begin(app, words(&app->said, W_UNDO_CONFIRMED, n)))
		return;
	if (confirm_all(app, kinds))
		app_say(app, "%s", words(&app->said, W_CONFIRMED, n));
	else
		app_take_back(app);
}
