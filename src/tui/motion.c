/* SPDX-License-Identifier: MIT */
/*
 * Moving in lists as hands know it: a number before a key, gg, half pages.
 */
#include "app.h"

#define TIMES_MOST 99999

static void drop(struct app *app)
{
	app->motion = (struct motion){ 0 };
}

/* The same again and again, while the screen stays. */
static void repeat(struct app *app, enum act action, int times)
{
	const struct screen *screen = app->top;
	while (times-- > 0 && app->top == screen && !app->quit)
		app_do(app, action, &(struct key){ 0 });
}

static void go_to_row(struct app *app, int row)
{
	app_do(app, ACTION_FIRST, &(struct key){ 0 });
	repeat(app, ACTION_DOWN, row - 1);
}

static int half_page(const struct app *app)
{
	int half = body_rows(app->rows) / 2;
	return half > 0 ? half : 1;
}

bool motion_act(struct app *app, enum act action)
{
	int count = app->motion.count, times = count ? count : 1;
	drop(app);
	switch ((int)action) {
	case ACTION_HALF_DOWN:
	case ACTION_HALF_UP:
		repeat(app, action == ACTION_HALF_DOWN ? ACTION_DOWN : ACTION_UP,
			half_page(app) * times);
		return true;
	case ACTION_LAST:
	case ACTION_FIRST:
		if (count)
			go_to_row(app, count);
		return count > 0;
	case ACTION_UP:
	case ACTION_DOWN:
	case ACTION_PAGE_UP:
	case ACTION_PAGE_DOWN:
	case ACTION_SEARCH_NEXT:
	case ACTION_SEARCH_BEFORE:
		if (count)
			repeat(app, action, count);
		return count > 0;
	}
	return false;
}

static bool add_digit(struct motion *motion, int code)
{
	bool digit = code >= (motion->count ? '0' : '1') && code <= '9';
	if (digit && motion->count <= TIMES_MOST / 10)
		motion->count = motion->count * 10 + code - '0';
	return digit;
}

static void say_count(struct app *app)
{
	app_say(app, "%s", words(&app->said, W_MOTION_COUNT, hole_count("n", app->motion.count)));
}

bool motion_goes_on(struct app *app, const struct key *key)
{
	if (!app->motion.count && !app->motion.g)
		return false;
	bool digit = app->motion.count && add_digit(&app->motion, key->code);
	if (digit)
		say_count(app);
	else if (key->code == TUI_ESCAPE)
		drop(app);
	return digit || key->code == TUI_ESCAPE;
}

void motion_key(struct app *app, const struct key *key)
{
	bool again = app->motion.g && key->code == 'g';
	if (!app->top || !offers_rows(app->top)) {
		drop(app);
	} else if (again) {
		if (!motion_act(app, ACTION_FIRST))
			app_do(app, ACTION_FIRST, &(struct key){ 0 });
	} else if (add_digit(&app->motion, key->code)) {
		say_count(app);
	} else if (key->code == 'g') {
		app->motion.g = true;
	} else {
		drop(app);
	}
}
