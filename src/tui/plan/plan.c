/* SPDX-License-Identifier: MIT */
/*
 * The revival plan as a table of phases, actions and gates, by weeks and by days; and working
 * with it.
 */
#include "plan_view.h"

#include <string.h>

#include <rekindle/date.h>

#define WEEKS_STEP (7 * 4)

static void enter(struct screen *screen, const void *arg)
{
	struct plan_view *view = screen->state;
	(void)arg;
	view->paged.index = -1;
	str_init(&view->focus);
}

static void leave(struct screen *screen)
{
	struct plan_view *view = screen->state;
	save_as_release(&view->save_as);
	str_release(&view->focus);
	page_release(&view->page);
	page_release(&view->head);
	pool_release(&view->pool);
}

static bool is_heading(const struct plan_view *view, int row)
{
	enum plan_row_kind kind = view->rows[row].kind;
	return kind == PLAN_PHASE || kind == PLAN_LATER || kind == PLAN_MONTH;
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
		view->list.top = 0; /* the heading above the first row comes into sight again */
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

static void ask(
	struct screen *screen, enum plan_question question, const char *label, const char *initial)
{
	struct plan_view *view = screen->state;
	view->asking = question;
	app_ask(screen->app, label, initial);
}

static void ask_start(struct screen *screen)
{
	struct plan_view *view = screen->state;
	struct app *app = screen->app;
	char day[DATE_TEXT];
	view->asking = PLAN_ASK_START;
	app_ask_kept(app, "plan start", &app->record.assessment.object, words_plain(W_ASK_START),
		date_iso(app_plan_start(app), day));
	app_ask_day(app, DATE_AHEAD);
}

/* Of a draft only the day is kept. */
static bool keep_start(struct app *app, int day)
{
	struct plan_frame *plan = record_put_plan(&app->record);
	plan->start = day;
	return app_change(app, words_plain(W_UNDO_PLAN_START), KIND_PLAN, plan);
}

static void open_page(struct plan_view *view, enum plan_page page)
{
	view->open = page;
	view->page.wanted = 0;
}

static void set_start(struct screen *screen, const char *text)
{
	struct plan_view *view = screen->state;
	struct app *app = screen->app;
	int day, other;
	if (str_blank(text))
		return;
	const char *wrong = words_wrong_day(&app->said, text, app->today);
	if (wrong) {
		app_ask_again(app, text, wrong);
		return;
	}
	date_typed(text, app->today, DATE_AHEAD, &day, &other);
	if (plan_is_stored(&app->record)) {
		view->asked = (struct plan_asked){ SHIFT_START, day };
		open_page(view, PLAN_PAGE_SHIFT);
		return;
	}
	if (!keep_start(app, day))
		return;
	day = app_plan(app)->start;
	app_say(app, "%s",
		words(&app->said, W_PLAN_STARTS, hole_text("weekday", date_weekday_name(day)),
			hole_day("day", day, DAY_LONG)));
}

static void set_shift(struct screen *screen, const char *text)
{
	struct plan_view *view = screen->state;
	if (str_blank(text))
		return;
	if (plan_shift_read(text, screen->app->today, &view->asked))
		open_page(view, PLAN_PAGE_SHIFT);
	else
		app_ask_again(screen->app, text, words_plain(W_PLAN_SHIFT_HOW));
}

/* A draft is stored; of a stored plan it is shown first what would change. */
static void draw_up(struct screen *screen)
{
	struct plan_view *view = screen->state;
	struct app *app = screen->app;
	struct plan_redraw redraw;
	if (!plan_is_stored(&app->record)) {
		plan_store(app);
		return;
	}
	if (!plan_may_redraw(&app->record)) {
		app_warn(app, "%s", words_plain(W_PLAN_PULSE));
		return;
	}
	if (plan_waits_for_hearing(&app->record, app_diagnosis(app))) {
		app_warn(app, "%s", words_hear_before_redraw(&app->record));
		return;
	}
	view->reopen = false;
	plan_redraw(&redraw, &app->record, app_diagnosis(app), app->today, false);
	bool shows = redraw.changes || redraw.of[REDRAW_AGAIN];
	plan_redraw_release(&redraw);
	if (shows)
		open_page(view, PLAN_PAGE_REDRAW);
	else
		app_say(app, "%s", words_plain(W_PLAN_UP_TO_DATE));
}

/* What is shown is done, and the plan shown again. */
static void do_shown(struct screen *screen)
{
	struct plan_view *view = screen->state;
	bool redraws = view->open == PLAN_PAGE_REDRAW;
	view->open = PLAN_PAGE_NONE;
	if (redraws)
		plan_redraw_now(screen->app, view->reopen);
	else
		plan_shift_now(screen->app, &view->asked);
}

static bool owner_has(
	struct app *app, const struct planned_action *planned, const struct sought *sought)
{
	struct pool pool = { 0 };
	bool has = false;
	for (size_t p = 0; p < app->record.party_count && !has; p++)
		has = sought_in(sought, plan_owner(&pool, &app->record, planned, (int)p));
	pool_release(&pool);
	return has;
}

static bool row_has(struct screen *screen, int at, const struct sought *sought)
{
	const struct plan_view *view = screen->state;
	const struct plan_row *row = &view->rows[at];
	const struct plan *plan = app_plan(screen->app);
	if (row->kind == PLAN_GATE)
		return sought_in(sought, gate_title(&plan->gates[row->index]));
	if (row->kind == PLAN_EVENT)
		return sought_in(sought, event_title(&plan->events[row->index]));
	if (row->kind != PLAN_ACTION)
		return false;
	const struct planned_action *planned = &plan->actions[row->index];
	return sought_in(sought, planned->title) || sought_in(sought, planned->what) ||
		owner_has(screen->app, planned, sought);
}

static void go_to_row(struct screen *screen, int row)
{
	struct plan_view *view = screen->state;
	view->list.at = row;
	plan_note_focus(view, screen->app);
}

static void rows(struct screen *screen, struct rows *rows)
{
	struct plan_view *view = screen->state;
	rows->count = (int)view->row_count;
	rows->at = view->list.at;
	rows->page = view->open == PLAN_PAGE_NONE ? NULL : &view->page;
	rows->has = row_has;
	rows->go = go_to_row;
	if (!rows->page)
		rows->of = view->show == SHOW_ALL ? ROWS_ACTIONS : ROWS_ACTIONS_SHOWN;
}

static enum nav close_page(struct plan_view *view)
{
	if (view->open == PLAN_PAGE_NONE)
		return NAV_DEFAULT;
	view->open = PLAN_PAGE_NONE;
	return NAV_STAY;
}

static int focused_action(const struct plan_view *view)
{
	const struct plan_row *row = plan_focused(view);
	return row && row->kind == PLAN_ACTION ? row->index : -1;
}

/* An action, or with place -1 every open one; what that tells is asked first. */
static void adopt(struct plan_view *view, struct app *app, int place)
{
	view->asking = place < 0 ? PLAN_ASK_ADOPT_ALL : PLAN_ASK_ADOPT;
	if (plan_ask_adopt(app, place))
		return;
	if (place < 0)
		plan_adopt_all(app);
	else
		plan_adopt(app, place);
}

static void confirmed(struct plan_view *view, struct app *app, int place)
{
	if (view->asking == PLAN_ASK_ADOPT_ALL)
		plan_adopt_all(app);
	else if (view->asking == PLAN_ASK_ADOPT && place >= 0)
		plan_adopt(app, place);
	else if (view->asking == PLAN_ASK_FILE)
		plan_write(app, &view->save_as, true);
}

/* The form of an action or a gate: of a stored plan, so a draft is stored first. */
static void edit_row(struct screen *screen)
{
	struct plan_view *view = screen->state;
	struct app *app = screen->app;
	const struct plan_row *row = plan_focused(view);
	struct plan_form_arg arg = { .sheet = SHEET_GATE };
	if (!row || row->kind == PLAN_EVENT)
		return;
	enum plan_row_kind kind = row->kind;
	int number = kind == PLAN_GATE ? app_plan(app)->gates[row->index].number : 0;
	plan_note_focus(view, app);
	if (!plan_store(app))
		return;
	if (kind == PLAN_ACTION) {
		int place = plan_find_action(app_plan(app), view->focus.text);
		if (place < 0)
			return;
		arg = (struct plan_form_arg){ .sheet = SHEET_ACTION,
			.index = app_plan(app)->actions[place].stored };
	} else {
		arg.index = number;
	}
	app_push(app, &screen_plan_form, &arg);
}

static int step_in_focus(struct plan_view *view, struct app *app)
{
	int place = focused_action(view);
	return place < 0 ? 5 : app_plan(app)->actions[place].step;
}

static void add_action(struct screen *screen, const char *title)
{
	struct plan_view *view = screen->state;
	struct app *app = screen->app;
	char id[UUID_TEXT];
	if (str_blank(title))
		return;
	int index = plan_add_action(app, title, step_in_focus(view, app));
	if (index < 0)
		return;
	struct plan_form_arg arg = { .sheet = SHEET_ACTION, .index = index };
	str_set(&view->focus, uuid_text(&app->record.actions[index].object.id, id));
	app_push(app, &screen_plan_form, &arg);
}

static void take_line(struct screen *screen, const char *text)
{
	struct plan_view *view = screen->state;
	switch (view->asking) {
	case PLAN_ASK_START:
		set_start(screen, text);
		break;
	case PLAN_ASK_SHIFT:
		set_shift(screen, text);
		break;
	case PLAN_ASK_NEW:
		add_action(screen, text);
		break;
	case PLAN_ASK_FILE:
		if (save_as_take(&view->save_as, screen->app, text, NULL))
			plan_write(screen->app, &view->save_as, false);
		break;
	case PLAN_ASK_FILTER:
		snprintf(view->filter, sizeof(view->filter), "%s", text);
		break;
	case PLAN_ASK_ADOPT: /* asked for a key */
	case PLAN_ASK_ADOPT_ALL:
		break;
	}
}

static void scroll_weeks(struct plan_view *view, int days)
{
	view->scrolled = days;
	view->first_day += days;
}

/* Keys that only look. */
static bool act_view(struct screen *screen, enum act action)
{
	struct plan_view *view = screen->state;
	switch ((int)action) {
	case ACTION_WHY_ACTION:
		if (plan_focused(view))
			open_page(view, PLAN_PAGE_ROW);
		return true;
	case ACTION_WARNINGS:
		open_page(view, PLAN_PAGE_WARNINGS);
		return true;
	case ACTION_SHOW:
		view->show = (view->show + 1) % SHOW_COUNT;
		return true;
	case ACTION_NEXT_VIEW:
		view->way = (view->way + 1) % PLAN_WAYS;
		return true;
	case ACTION_EARLIER:
	case ACTION_LATER:
		scroll_weeks(view, action == ACTION_LATER ? WEEKS_STEP : -WEEKS_STEP);
		return true;
	case ACTION_TODAY:
		scroll_weeks(view, 0);
		return true;
	case ACTION_FILTER:
		ask(screen, PLAN_ASK_FILTER, words_plain(W_ASK_FILTER), NULL);
		return true;
	}
	return false;
}

static enum nav act(struct screen *screen, enum act action, const struct key *key)
{
	struct plan_view *view = screen->state;
	struct app *app = screen->app;
	int place = focused_action(view);
	if (action ==
		ACTION_RESUMED) /* the rows are of the record before: what they were is noted */
		return NAV_STAY;
	plan_note_focus(view, app);
	switch ((int)action) {
	case ACTION_EDIT_ROW:
		edit_row(screen);
		return NAV_STAY;
	case ACTION_STATUS:
		if (place >= 0)
			plan_step_status(app, place);
		return NAV_STAY;
	case ACTION_ADOPT:
		if (place >= 0)
			adopt(view, app, place);
		return NAV_STAY;
	case ACTION_ADOPT_ALL:
		adopt(view, app, -1);
		return NAV_STAY;
	case ACTION_DELETE:
		if (place >= 0)
			plan_delete_action(app, place);
		return NAV_STAY;
	case ACTION_DRAW_UP:
		draw_up(screen);
		return NAV_STAY;
	case ACTION_DO_SHOWN:
		do_shown(screen);
		return NAV_STAY;
	case ACTION_REOPEN:
		view->reopen = !view->reopen;
		return NAV_STAY;
	case ACTION_SHIFT:
		if (plan_store(app))
			ask(screen, PLAN_ASK_SHIFT, words_plain(W_ASK_SHIFT), NULL);
		return NAV_STAY;
	case ACTION_ADD_ACTION:
		view->asking = PLAN_ASK_NEW;
		app_ask_kept(app, "new action", &app->record.assessment.object,
			words_plain(W_ASK_NEW_ACTION), NULL);
		return NAV_STAY;
	case ACTION_SET_START:
		ask_start(screen);
		return NAV_STAY;
	case ACTION_WORKSHOP:
		app_push(app, &screen_workshop, NULL);
		return NAV_STAY;
	case ACTION_DAYS_OFF:
		app_push(app, &screen_days_off, NULL);
		return NAV_STAY;
	case ACTION_AMENDMENTS:
		app_push(app, &screen_amendments, NULL);
		return NAV_STAY;
	case ACTION_CHARTER:
		app_push(app, &screen_plan_form, &(struct plan_form_arg){ .sheet = SHEET_CHARTER });
		return NAV_STAY;
	case ACTION_EXPORT:
		view->asking = PLAN_ASK_FILE;
		save_as_ask(app, "-plan-joint", ".ics");
		return NAV_STAY;
	case ACTION_CONFIRMED:
		confirmed(view, app, place);
		return NAV_STAY;
	case ACTION_RETURN:
	case ACTION_UP_LEVEL:
		return close_page(view);
	case ACTION_ASKED:
		take_line(screen, key->text);
		return NAV_STAY;
	}
	bool mine = act_view(screen, action) || move_in(view, action);
	plan_note_focus(view, app);
	return mine ? NAV_STAY : NAV_DEFAULT;
}

#define NONE ACTION_NONE
#define MOVING ACTION_UP, ACTION_DOWN, ACTION_PAGE_DOWN, ACTION_PAGE_UP, ACTION_FIRST, ACTION_LAST
#define WORKING                                                                                    \
	ACTION_EDIT_ROW, ACTION_STATUS, ACTION_WHY_ACTION, ACTION_ADD_ACTION, ACTION_SHOW,         \
		ACTION_NEXT_VIEW
#define PLACES                                                                                     \
	ACTION_WORKSHOP, ACTION_CHARTER, ACTION_EXPORT, ACTION_SEARCH, ACTION_UNDO,                \
		ACTION_PALETTE, ACTION_HELP, ACTION_UP_LEVEL
#define REST                                                                                       \
	ACTION_FILTER, ACTION_DRAW_UP, ACTION_SET_START, ACTION_SHIFT, ACTION_DAYS_OFF,            \
		ACTION_AMENDMENTS, ACTION_DELETE, ACTION_ADOPT, ACTION_ADOPT_ALL, MOVING,          \
		ACTION_MEETINGS, ACTION_DIAGNOSIS, ACTION_TREND, ACTION_REPORT, ACTION_AUDIT,      \
		ACTION_PROFILE, ACTION_REDO
static const enum act *offers(const struct screen *screen)
{
	static const enum act calm[] = { WORKING, NONE, PLACES, NONE, REST, NONE };
	static const enum act warned[] = { WORKING, ACTION_WARNINGS, NONE, PLACES, NONE, REST,
		NONE };
	static const enum act gantt[] = { ACTION_EDIT_ROW, ACTION_STATUS, ACTION_WHY_ACTION,
		ACTION_EARLIER, ACTION_TODAY, ACTION_NEXT_VIEW, NONE, PLACES, NONE, ACTION_LATER,
		ACTION_WARNINGS, ACTION_SHOW, ACTION_ADD_ACTION, REST, NONE };
	static const enum act page[] = { ACTION_RETURN, ACTION_PAGE_DOWN, NONE, ACTION_PALETTE,
		ACTION_HELP, ACTION_UP_LEVEL, NONE, MOVING, NONE };
	static const enum act redraw[] = { ACTION_DO_SHOWN, ACTION_REOPEN, ACTION_PAGE_DOWN, NONE,
		ACTION_PALETTE, ACTION_HELP, ACTION_UP_LEVEL, NONE, MOVING, NONE };
	static const enum act shift[] = { ACTION_DO_SHOWN, ACTION_PAGE_DOWN, NONE, ACTION_PALETTE,
		ACTION_HELP, ACTION_UP_LEVEL, NONE, MOVING, NONE };
	const struct plan_view *view = screen->state;
	if (view->open == PLAN_PAGE_REDRAW)
		return redraw;
	if (view->open == PLAN_PAGE_SHIFT)
		return shift;
	if (view->open != PLAN_PAGE_NONE)
		return page;
	if (view->way == PLAN_GANTT)
		return gantt;
	return app_plan(screen->app)->warning_count ? warned : calm;
}

static const char *label(const struct screen *screen, enum act action)
{
	static const char *const next_view[PLAN_WAYS] = { "gantt", "calendar", "table" };
	const struct plan_view *view = screen->state;
	if (action == ACTION_SHOW)
		return plan_show_word[view->show];
	if (action == ACTION_NEXT_VIEW)
		return next_view[view->way];
	if (action == ACTION_REOPEN)
		return view->reopen ? "leave done" : "open again";
	if (action == ACTION_DRAW_UP)
		return plan_is_stored(&screen->app->record) ? "redraw" : "store";
	return NULL;
}

/* "relaunch, day 93, 10 of 24 done"; of a draft what it would be. In pool. */
static const char *progress_text(struct pool *pool, const struct plan *plan, int today)
{
	struct plan_count n = plan_count(plan, 0, today);
	int day = plan_day(plan->start, today);
	struct hole track = hole_text("track", words_track((int)plan->track));
	struct hole done = hole_count("done", n.done);
	struct hole all = hole_count("all", n.active);
	if (!plan->stored)
		return words(
			pool, W_PLAN_HEADER_DRAFT, track, hole_count("n", (int)plan->active_count));
	return day > 0 ? words(pool, W_PLAN_HEADER_DAY, track, hole_count("day", day), done, all)
		       : words(pool, W_PLAN_HEADER, track, done, all);
}

static void header(const struct screen *screen, struct header *header)
{
	struct pool pool = { 0 };
	header->title = "Plan";
	app_alliance_text(screen->app, header->alliance, sizeof(header->alliance));
	snprintf(header->who, sizeof(header->who), "%s",
		progress_text(&pool, app_plan(screen->app), screen->app->today));
	pool_release(&pool);
}

/* Beside the rows of the table. */
static const char *const marks[] = { "Marks: q quick win  e set by hand  ! late",
	"       ? no owner  a adopted: stays, whatever a redraw finds" };

const struct screen_ops screen_plan = {
	.name = "plan",
	.marks = marks,
	.goes_on = true,
	.state_size = sizeof(struct plan_view),
	.enter = enter,
	.act = act,
	.offers = offers,
	.label = label,
	.header = header,
	.layout = plan_layout,
	.draw = plan_draw,
	.leave = leave,
	.rows = rows,
};
