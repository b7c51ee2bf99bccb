/* SPDX-License-Identifier: MIT */
/*
 * Places by their words, and the way there.
 */
#include <string.h>

#include "palette.h"

#define LEVELS_MOST 16 /* screens on top of each other */

#define PLACE(first, then, words, help) { ACTION_##first, ACTION_##then, NULL, words, help },
#define SHELL(command, words, help) { ACTION_NONE, ACTION_NONE, command, words, help },
#define WORDS(action, words)
const struct palette_entry palette_table[] = {
#include "palette.def"
};
#undef PLACE
#undef SHELL
#undef WORDS
const size_t palette_count = sizeof(palette_table) / sizeof(*palette_table);

const char *palette_words(enum act action)
{
	static const char *const other[ACTION_COUNT] = {
#define PLACE(first, then, words, help)
#define SHELL(command, words, help)
#define WORDS(action, words) [ACTION_##action] = words,
#include "palette.def"
#undef PLACE
#undef SHELL
#undef WORDS
	};
	return action < ACTION_COUNT && other[action] ? other[action] : "";
}

const char *palette_keys(const struct palette_entry *entry, char *buffer, size_t size)
{
	if (entry->shell)
		snprintf(buffer, size, "%.*s", (int)strcspn(entry->shell, " "), entry->shell);
	else if (entry->then != ACTION_NONE)
		snprintf(buffer, size, "%s %s", action_table[entry->first].keys,
			action_table[entry->then].keys);
	else
		snprintf(buffer, size, "%s",
			entry->first == ACTION_NONE ? "q" : action_table[entry->first].keys);
	return buffer;
}

static bool asks(const struct app *app)
{
	return app->asking || app->confirming;
}

/* Up to the home; false: something asks before it is left, or there is no home above. */
static bool go_home(struct app *app)
{
	for (int i = 0; i < LEVELS_MOST && app->top && app->top->ops != &screen_home; i++) {
		if (app->top->ops == &screen_portfolio)
			app_do(app, ACTION_OPEN, &(struct key){ 0 });
		else
			app_do(app, ACTION_UP_LEVEL, &(struct key){ 0 });
		if (asks(app) || app->quit)
			return false;
	}
	return app->top && app->top->ops == &screen_home;
}

static bool has_portfolio_rows(const struct app *app)
{
	return app->top->ops != &screen_portfolio || offers_act(app->top, ACTION_OPEN);
}

static bool step(struct app *app, enum act action)
{
	if (action == ACTION_NONE)
		return false;
	if (!app_can(app->top, action) || !offers_act(app->top, action)) {
		app_say(app, "%s", words_plain(W_PALETTE_NOT_NOW));
		return false;
	}
	app_do(app, action, &(struct key){ 0 });
	return !asks(app) && !app->quit;
}

/* What the screen says on which one only passes is not of the place behind it; that another round
 * is open now is. */
static void pass(struct app *app, int64_t round)
{
	if (app->record.assessment.object.key == round && !app->warning)
		app->message[0] = '\0';
}

/* To the first, and to what it opens. */
static void go_on(struct app *app, const struct palette_entry *entry)
{
	int64_t round = app->record.assessment.object.key;
	if (!step(app, entry->first) || entry->then == ACTION_NONE)
		return;
	pass(app, round);
	step(app, entry->then);
}

void palette_go(struct app *app, const struct palette_entry *entry)
{
	if (entry->shell)
		app_say(app, "%s",
			words(&app->said, W_PALETTE_SHELL, hole_text("command", entry->shell)));
	else if (!has_portfolio_rows(app))
		app_say(app, "%s", words_plain(W_PALETTE_NO_ALLIANCE));
	else if (go_home(app))
		go_on(app, entry);
}
