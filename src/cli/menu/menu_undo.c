/* SPDX-License-Identifier: MIT */
/*
 * Taking the last change of an alliance back, and making it again.
 */
#include "menu.h"

static enum err take_step(struct menu *menu, bool redo, const char **what, struct errmsg *why)
{
	struct store *store = NULL;
	int64_t round;
	enum err err = cli_store(menu->cli, STORE_EXISTING, &store, why);

	if (err == ERR_NONE)
		err = store_find_round(store, menu->id, WANT_FULL, &round, why);
	if (err == ERR_NONE)
		err = (redo ? store_redo : store_undo)(store, round, &menu->said, what, why);
	store_close(store);
	return err;
}

static void say_failed(struct menu *menu, bool redo, const struct errmsg *why)
{
	struct hole because = hole_text("why", why->text);

	line_refuse(menu->input,
		redo ? words(&menu->said, W_LINE_NOT_REDONE, because)
		     : words(&menu->said, W_LINE_NOT_UNDONE, because));
}

static void say_done(struct menu *menu, bool redo, const char *what)
{
	struct hole undone = hole_text("what", what);

	line_say(menu->input,
		redo ? words(&menu->said, W_LINE_REDONE, undone)
		     : words(&menu->said, W_LINE_UNDONE, undone));
}

void menu_undo(struct menu *menu, bool redo)
{
	const char *what = NULL;
	struct errmsg why = { "" };

	if (!menu->id)
		line_refuse(menu->input, words_plain(W_MENU_UNDO_WHERE));
	else if (take_step(menu, redo, &what, &why) != ERR_NONE)
		say_failed(menu, redo, &why);
	else if (what)
		say_done(menu, redo, what);
	else
		line_say(menu->input, words_plain(redo ? W_LINE_NONE_REDONE : W_LINE_NONE_UNDONE));
}
