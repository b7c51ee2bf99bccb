/* SPDX-License-Identifier: MIT */
/*
 * From the home to another round of the alliance, or to one that is begun.
 */
#include "home.h"

static void go_to(struct home *home, struct app *app, int64_t round)
{
	if (!app_open(app, round))
		return;
	home->focus = -1;
	home->same = 0;
	home_gather(home, app);
}

static void go_by(struct home *home, struct app *app, int by)
{
	size_t at = 0;
	while (at < home->round_count &&
		home->rounds[at]->object.key != app->record.assessment.object.key)
		at++;
	if (at + (size_t)by < home->round_count) /* below the first it wraps, far beyond */
		go_to(home, app, home->rounds[at + (size_t)by]->object.key);
	else
		app_say(app, "%s", words_plain(by < 0 ? W_ROUND_FIRST : W_ROUND_LAST));
}

static void begin(struct app *app, enum round_kind kind)
{
	app_push(app, &screen_next_round, &kind);
}

void home_begin_due(struct home *home, struct app *app)
{
	begin(app, home->due_kind);
}

bool home_other_pulse(const struct home *home, const struct app *app)
{
	return home->pulse && home->pulse != app->record.assessment.object.key;
}

bool home_act_rounds(struct home *home, struct app *app, enum act action)
{
	switch ((int)action) {
	case ACTION_ROUND_BEFORE:
		go_by(home, app, -1);
		break;
	case ACTION_ROUND_AFTER:
		go_by(home, app, 1);
		break;
	case ACTION_HEALTH:
		if (home_other_pulse(home, app))
			go_to(home, app, home->pulse);
		else
			begin(app, ROUND_PULSE);
		break;
	case ACTION_NEXT_ROUND:
		begin(app, ROUND_FOLLOW_UP);
		break;
	default:
		return false;
	}
	return true;
}
