/* SPDX-License-Identifier: MIT */
/*
 * The menus: the portfolio, an alliance, its places; what is done in each.
 */
#include <string.h>
#include "menu.h"

/* The round that an ID means now, and the name of its alliance. */
static enum err find(struct menu *menu, const char *id, struct errmsg *why)
{
	struct store *store = NULL;
	struct record record = { 0 };
	char text[UUID_TEXT];
	int64_t round;
	enum err err = cli_check_id(id, why);

	if (err == ERR_NONE)
		err = cli_store(menu->cli, STORE_EXISTING, &store, why);
	if (err == ERR_NONE)
		err = store_find_round(store, id, WANT_FULL, &round, why);
	if (err == ERR_NONE)
		err = store_load(store, round, &record, why);
	if (err == ERR_NONE) {
		menu->id = pool_strdup(&menu->pool, uuid_text(&record.assessment.object.id, text));
		menu->alliance = pool_strdup(&menu->pool, record.alliance.name);
		line_say(menu->input,
			words(&menu->said, W_LINE_ROUND, hole_text("alliance", menu->alliance),
				hole_text("round",
					record.assessment.title
						? record.assessment.title
						: words_round((int)record.assessment.kind))));
	}
	record_release(&record);
	store_close(store);
	return err;
}

/* A program without a command has no deed by it. */
static bool is_there(const struct menu_deed *deed)
{
	return deed->own || command_find(deed->words[0]);
}

static const struct menu_deed *deed_at(const struct menu_place *place, int number)
{
	for (const struct menu_deed *deed = place->deeds; deed->words[0]; deed++)
		if (is_there(deed) && --number == 0)
			return deed;
	return NULL;
}

static int list_deeds(struct menu *menu, const struct menu_place *place)
{
	int count = 0;
	const struct menu_deed *deed;

	while ((deed = deed_at(place, count + 1)) != NULL)
		menu_list(menu, ++count, words_plain(deed->name));
	return count;
}

static void do_deed(struct menu *menu, const struct menu_deed *deed)
{
	struct errmsg why = { "" };
	bool asked = true;

	menu_begin(menu, deed->words);
	if (deed->with)
		menu_option(menu, deed->with, NULL);
	for (const struct menu_ask *ask = deed->asks;
		asked && ask < deed->asks + MENU_ASKS && (ask->question || ask->flag); ask++)
		asked = menu_asked(menu, ask);
	if (!asked)
		return;
	if (deed->own) {
		deed->own(menu);
		return;
	}
	if (menu_do(menu) == ERR_NONE && deed->moves && menu->alliance &&
		find(menu, menu->alliance, &why) != ERR_NONE)
		line_refuse(menu->input,
			words(&menu->said, W_MENU_NOT_DONE, hole_text("why", why.text)));
}

static void visit(struct menu *menu, const struct menu_place *place)
{
	int count = list_deeds(menu, place), number;

	while (!menu->over && (number = menu_number(menu, words_plain(W_MENU_WHAT), count)) != 0) {
		if (number < 0)
			list_deeds(menu, place);
		else
			do_deed(menu, deed_at(place, number));
		pool_release(&menu->said);
	}
}

static int list_places(struct menu *menu, const struct menu_place *places)
{
	int count = 0;

	for (; places[count].deeds; count++)
		menu_list(menu, count + 1, words_plain(places[count].name));
	return count;
}

static void go_round(struct menu *menu, const struct menu_place *places)
{
	int count = list_places(menu, places), number;

	while (!menu->over && (number = menu_number(menu, words_plain(W_MENU_PLACE), count)) != 0) {
		if (number > 0)
			visit(menu, &places[number - 1]);
		if (!menu->over)
			list_places(menu, places);
		pool_release(&menu->said);
	}
}

bool menu_enter(struct menu *menu, const char *id)
{
	struct errmsg why = { "" };

	if (find(menu, id, &why) != ERR_NONE) {
		line_refuse(menu->input,
			words(&menu->said, W_MENU_NOT_DONE, hole_text("why", why.text)));
		return false;
	}
	go_round(menu, menu_home);
	menu->alliance = menu->id = NULL;
	return true;
}

enum err menu_run(struct cli *cli, const char *id, struct errmsg *why)
{
	struct line_watch watch = { .strict = has_option(cli, OPTION_STRICT) };
	const struct line_input input = {
		.in = stdin, .out = stdout, .ascii = cli->ascii, .watch = &watch
	};
	struct menu menu = { .cli = cli, .input = &input, .strict = watch.strict };
	enum err err = ERR_NONE;

	line_open(&input);
	str_init(&menu.line);
	if (id)
		err = find(&menu, id, why);
	if (err == ERR_NONE)
		go_round(&menu, id ? menu_home : menu_portfolio);
	if (err == ERR_NONE)
		line_say(&input, words_plain(W_MENU_BYE));
	fflush(stdout);
	line_close(&input);
	str_release(&menu.line);
	pool_release(&menu.said);
	pool_release(&menu.pool);
	return err ? err : cli_check_refused(&watch, why);
}
