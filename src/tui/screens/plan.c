/* SPDX-License-Identifier: MIT */
/*
 * The revival plan as a table of phases, actions and gates.
 */
#include "plan_view.h"

#include <string.h>

static void enter(struct screen *screen, const void *arg)
{
	struct plan_view *view = screen->state;
	(void)arg;
	view->paged.index = -1;
}

static void leave(struct screen *screen)
{
	struct plan_view *view = screen->state;
	page_release(&view->page);
	page_release(&view->head);
	pool_release(&view->pool);
}

static bool is_heading(const struct plan_view *view, int row)
{
	return view->rows[row].kind == PLAN_PHASE || view->rows[row].kind == PLAN_LATER;
}

/* The focus passes over headings. */
static bool move_focus(struct plan_view *view, enum act action)
{
	int before = view->list.at;
	view->list.rows = view->visible;
	if (!list_act(&view->list, action) || !view->row_count)
		return view->row_count == 0;
	int by = view->list.at >= before && action != ACTION_FIRST ? 1 : -1, at = view->list.at;
	while (at >= 0 && at < (int)view->row_count && is_heading(view, at))
		at += by;
	if (at < 0)
		view->list.top = 0;       /* the heading above the first row comes into sight again */
	if (at < 0 && is_heading(view, view->list.at))
		for (at = 0; at < (int)view->row_count - 1 && is_heading(view, at);)
			at++;
	view->list.at = at < (int)view->row_count ? at : before;
	return true;
}

static bool move_in(struct plan_view *view, enum act action)
{
	if (view->open == PLAN_PAGE_NONE)
		return move_focus(view, action);
	page_act(&view->page, action);
	return action == ACTION_UP || action == ACTION_DOWN || action == ACTION_PAGE_UP ||
		action == ACTION_PAGE_DOWN || action == ACTION_FIRST || action == ACTION_LAST;
}

static void ask_start(struct app *app)
{
	char day[DATE_TEXT];
	app_ask(app, "Start (YYYY-MM-DD):", date_iso(app_plan_start(app), day));
}

static void set_start(struct app *app, const char *text)
{
	struct assessment *assessment = &app->record.assessment;
	int before = assessment->plan_start, day;
	char shown[32];
	if (str_blank(text))
		return;
	if (!date_parse(text, &day)) {
		app_warn(app, "\"%s\" is no date: write it like 2026-11-23. s asks again.", text);
		return;
	}
	assessment->plan_start = day;
	if (!app_begin(app, "start of the plan") ||
	    !app_put(app, KIND_ASSESSMENT, assessment, app->record.alliance.object.key) || !app_commit(app)) {
		assessment->plan_start = before;
		app_touched(app);
		return;
	}
	day = app_plan(app)->start;
	app_say(app, "The plan starts on %s %s. u takes it back.", date_weekday_name(day),
		date_long(day, shown));
}

static bool row_has(struct app *app, const struct plan_row *row, const char *word)
{
	const struct plan *plan = app_plan(app);
	if (row->kind != PLAN_ACTION)
		return row->kind == PLAN_GATE && strcasestr(plan->gates[row->index].title, word);
	const struct planned_action *planned = &plan->actions[row->index];
	struct pool pool = { 0 };
	bool has = strcasestr(planned->title, word) || strcasestr(planned->what, word);
	for (size_t p = 0; p < app->record.party_count && !has; p++)
		has = strcasestr(plan_owner(&pool, &app->record, planned, (int)p), word);
	pool_release(&pool);
	return has;
}

static void search(struct screen *screen, const char *word)
{
	struct plan_view *view = screen->state;
	int count = (int)view->row_count;
	for (int step = 1; step <= count && !str_blank(word); step++) {
		int at = (view->list.at + step) % count;
		if (row_has(screen->app, &view->rows[at], word)) {
			view->list.at = at;
			return;
		}
	}
	app_say(screen->app, "No action here has \"%s\".%s", word, view->all ? "" : " l shows all.");
}

static enum nav close_page(struct plan_view *view)
{
	if (view->open == PLAN_PAGE_NONE)
		return NAV_DEFAULT;
	view->open = PLAN_PAGE_NONE;
	return NAV_STAY;
}

static void open_page(struct plan_view *view, enum plan_page page)
{
	view->open = page;
	view->page.wanted = 0;
}

static enum nav act(struct screen *screen, enum act action, const struct key *key)
{
	struct plan_view *view = screen->state;
	switch ((int)action) {
	case ACTION_OPEN:
		if (plan_focused(view))
			open_page(view, PLAN_PAGE_ROW);
		return NAV_STAY;
	case ACTION_WARNINGS:
		open_page(view, PLAN_PAGE_WARNINGS);
		return NAV_STAY;
	case ACTION_RETURN:
	case ACTION_UP_LEVEL:
		return close_page(view);
	case ACTION_SHOW:
		view->all = !view->all;
		return NAV_STAY;
	case ACTION_SET_START:
		ask_start(screen->app);
		view->asking_start = true;
		return NAV_STAY;
	case ACTION_SEARCH:
		app_ask(screen->app, "Find:", NULL);
		view->asking_start = false;
		return NAV_STAY;
	case ACTION_ASKED:
		if (view->asking_start)
			set_start(screen->app, key->text);
		else
			search(screen, key->text);
		return NAV_STAY;
	}
	return move_in(view, action) ? NAV_STAY : NAV_DEFAULT;
}

#define NONE ACTION_NONE
#define MOVING ACTION_UP, ACTION_DOWN, ACTION_PAGE_DOWN, ACTION_PAGE_UP, ACTION_FIRST, ACTION_LAST
static const enum act *offers(const struct screen *screen)
{
	static const enum act table[] = { ACTION_OPEN, ACTION_SHOW, ACTION_SET_START, ACTION_WARNINGS,
		ACTION_REPORT, NONE,
		ACTION_SEARCH, ACTION_DIAGNOSIS, ACTION_UNDO, ACTION_PALETTE, ACTION_HELP, ACTION_UP_LEVEL,
		NONE, MOVING, ACTION_RETURN, ACTION_AUDIT, ACTION_PROFILE,
		ACTION_REDO, NONE };
	static const enum act calm[] = { ACTION_OPEN, ACTION_SHOW, ACTION_SET_START, ACTION_REPORT, NONE,
		ACTION_SEARCH, ACTION_DIAGNOSIS, ACTION_UNDO, ACTION_PALETTE, ACTION_HELP, ACTION_UP_LEVEL,
		NONE, MOVING, ACTION_RETURN, ACTION_AUDIT, ACTION_PROFILE,
		ACTION_REDO, NONE };
	static const enum act page[] = { ACTION_RETURN, ACTION_PAGE_DOWN, NONE,
		ACTION_PALETTE, ACTION_HELP, ACTION_UP_LEVEL, NONE, MOVING, NONE };
	const struct plan_view *view = screen->state;
	if (view->open != PLAN_PAGE_NONE)
		return page;
	return app_plan(screen->app)->warning_count ? table : calm;
}

static const char *label(const struct screen *screen, enum act action)
{
	const struct plan_view *view = screen->state;
	if (action == ACTION_SHOW)
		return view->all ? "show: all" : "show: active";
	return NULL;
}

static void header(const struct screen *screen, struct header *header)
{
	const struct plan *plan = app_plan(screen->app);
	struct str track;
	str_init(&track);
	str_add(&track, vocabulary_track.word[plan->track]);
	for (size_t i = 0; i < track.len; i++)
		track.text[i] = track.text[i] == '_' ? ' ' : track.text[i];
	header->title = "Plan";
	app_alliance_text(screen->app, header->alliance, sizeof(header->alliance));
	snprintf(header->who, sizeof(header->who), "%s, %zu active, %zu later", track.text,
		plan->active_count, plan->action_count - plan->active_count);
	str_release(&track);
}

const struct screen_ops screen_plan = {
	.name = "plan",
	.state_size = sizeof(struct plan_view),
	.enter = enter,
	.act = act,
	.offers = offers,
	.label = label,
	.header = header,
	.layout = plan_layout,
	.draw = plan_draw,
	.leave = leave,
};
