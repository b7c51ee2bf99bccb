/* SPDX-License-Identifier: MIT */
/*
 * Trend: what has changed from one round to another, what cannot be told and what it would take.
 */
#include "trend.h"

static void enter(struct screen *screen, const void *arg)
{
	struct trend_view *own = screen->state;
	(void)arg;
	own->from = own->to = -1;
	own->focus.kind = TREND_HEALTH;
	trend_gather(own, screen->app);
}

static void leave(struct screen *screen)
{
	trend_release_view(screen->state);
}

static bool focusable(const struct trend_view *own, int line)
{
	return line >= 0 && line < (int)own->line_count && own->lines[line].kind < TREND_FOCUSABLE;
}

static void focus_on(struct trend_view *own, int line)
{
	own->focus = own->lines[line];
	own->follow = true;
}

/* The focusable line that many lines on, or the last one before; -1: there is none. */
static int line_at(const struct trend_view *own, int from, int by)
{
	int step = by < 0 ? -1 : 1, found = -1;
	for (int at = from + step; at >= 0 && at < (int)own->line_count; at += step) {
		if (focusable(own, at))
			found = at;
		if (found >= 0 && (at - from) * step >= by * step)
			break;
	}
	return found;
}

/* Is the focus out of sight where we are going? */
static bool ahead(const struct trend_view *own, int at, int by)
{
	return by > 0 ? at >= own->top + own->rows : at < own->top;
}

/* Beyond the first and the last row, and up to a focus out of sight, the sheet itself scrolls. */
static void step(struct trend_view *own, int by)
{
	int at = trend_line_of(own, &own->focus), next = line_at(own, at, by);
	if (next >= 0 && !ahead(own, at, by))
		focus_on(own, next);
	else
		own->top += by;
}

static void go_to_end(struct trend_view *own, bool last)
{
	int line = last ? line_at(own, (int)own->line_count, -1) : line_at(own, -1, 1);
	if (line >= 0)
		focus_on(own, line);
	own->follow = false;
	own->top = last ? (int)own->line_count : 0;
}

static bool act_move(struct trend_view *own, enum act action)
{
	int page = own->rows > 3 ? own->rows - 2 : 1;
	switch ((int)action) {
	case ACTION_UP:
		step(own, -1);
		break;
	case ACTION_DOWN:
		step(own, 1);
		break;
	case ACTION_PAGE_UP:
		step(own, -page);
		break;
	case ACTION_PAGE_DOWN:
		step(own, page);
		break;
	case ACTION_FIRST:
	case ACTION_LAST:
		go_to_end(own, action == ACTION_LAST);
		break;
	default:
		return false;
	}
	return true;
}

static enum nav act_open(struct trend_view *own, enum act action)
{
	if (action == ACTION_RETURN || action == ACTION_UP_LEVEL) {
		own->open = false;
		own->follow = true;
		return NAV_STAY;
	}
	return page_act(&own->why, action) ? NAV_STAY : NAV_DEFAULT;
}

static enum nav act(struct screen *screen, enum act action, const struct key *key)
{
	struct trend_view *own = screen->state;
	(void)key;
	if (action == ACTION_RESUMED) {
		trend_gather(own, screen->app);
		return NAV_STAY;
	}
	if (own->open)
		return act_open(own, action);
	if (act_move(own, action))
		return NAV_STAY;
	switch ((int)action) {
	case ACTION_OPEN:
		own->open = own->compared;
		own->why.wanted = 0;
		return NAV_STAY;
	case ACTION_ROUND_FROM:
		trend_from_another(own);
		return NAV_STAY;
	case ACTION_ROUND_TO:
		trend_to_another(own);
		return NAV_STAY;
	}
	return NAV_DEFAULT;
}

static bool row_has(struct screen *screen, int row, const struct sought *sought)
{
	const struct trend_view *own = screen->state;
	return focusable(own, row) && sought_in(sought, own->lines[row].text);
}

static void go_to_row(struct screen *screen, int row)
{
	if (focusable(screen->state, row))
		focus_on(screen->state, row);
}

static void rows(struct screen *screen, struct rows *rows)
{
	struct trend_view *own = screen->state;
	rows->page = own->open ? &own->why : NULL;
	rows->count = (int)own->line_count;
	rows->at = trend_line_of(own, &own->focus);
	rows->has = row_has;
	rows->go = go_to_row;
}

#define NONE ACTION_NONE
#define MOVING ACTION_UP, ACTION_DOWN, ACTION_PAGE_DOWN, ACTION_PAGE_UP, ACTION_FIRST, ACTION_LAST
#define PLACES                                                                                     \
	ACTION_DIAGNOSIS, ACTION_PLAN, ACTION_REPORT, NONE, ACTION_UNDO, ACTION_PALETTE,           \
		ACTION_HELP, ACTION_UP_LEVEL, NONE, MOVING, ACTION_AUDIT, ACTION_PROFILE,          \
		ACTION_REDO
static const enum act *offers(const struct screen *screen)
{
	static const enum act two[] = { ACTION_OPEN, PLACES, NONE };
	static const enum act several[] = { ACTION_OPEN, ACTION_ROUND_FROM, PLACES, ACTION_ROUND_TO,
		NONE };
	static const enum act why[] = { ACTION_RETURN, ACTION_PAGE_DOWN, NONE, ACTION_PALETTE,
		ACTION_HELP, ACTION_UP_LEVEL, NONE, MOVING, NONE };
	const struct trend_view *own = screen->state;
	return own->open ? why : own->history.count > 2 ? several : two;
}

static const char *label(const struct screen *screen, enum act action)
{
	const struct trend_view *own = screen->state;
	return action == ACTION_OPEN && !own->open ? "why" : NULL;
}

static void header(const struct screen *screen, struct header *header)
{
	const struct trend_view *own = screen->state;
	struct pool pool = { 0 };
	header->title = "Trend";
	app_alliance_text(screen->app, header->alliance, sizeof(header->alliance));
	snprintf(header->who, sizeof(header->who), "%s",
		words(&pool, W_TREND_ROUNDS, hole_count("n", (int)own->history.count)));
	pool_release(&pool);
}

const struct screen_ops screen_trend = {
	.name = "trend",
	.goes_on = true,
	.state_size = sizeof(struct trend_view),
	.enter = enter,
	.act = act,
	.offers = offers,
	.label = label,
	.header = header,
	.layout = trend_layout,
	.draw = trend_draw,
	.leave = leave,
	.rows = rows,
};
