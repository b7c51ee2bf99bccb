/* SPDX-License-Identifier: MIT */
/*
 * The meetings of the steering committee and the working group: agenda and minutes on one screen.
 */
#include "meeting_view.h"

#include <rekindle/date.h>

static void show_next(struct meeting_view *view, struct app *app)
{
	const struct plan *plan = plan_is_stored(&app->record) ? app_plan(app) : NULL;
	struct agenda agenda;
	agenda_compute(&agenda, &app->record, plan, view->body, app->today, DATE_NONE);
	/* what is written down today goes on before what comes next */
	view->day = meeting_on(&app->record, view->body, app->today) < 0 ? agenda.day : app->today;
	view->list.at = 0;
	view->agenda.wanted = 0;
	agenda_release(&agenda);
}

static void enter(struct screen *screen, const void *arg)
{
	(void)arg;
	show_next(screen->state, screen->app);
}

static void leave(struct screen *screen)
{
	struct meeting_view *view = screen->state;
	page_release(&view->agenda);
	page_release(&view->about);
	pool_release(&view->pool);
}

/* Writing */

static bool put(
	struct screen *screen, enum minute_list list, const struct minute *minutes, size_t count)
{
	struct meeting_view *view = screen->state;
	return meeting_put(screen->app,
		&(struct meeting_list){ .body = view->body,
			.day = view->day,
			.list = list,
			.minutes = minutes,
			.count = count });
}

/* Minutes are of a meeting that is held: one that is still ahead is held today then. */
static void add(struct screen *screen, enum minute_list list, const char *text)
{
	struct meeting_view *view = screen->state;
	struct app *app = screen->app;
	bool early = view->day > app->today;
	if (str_blank(text))
		return;
	if (early)
		view->day = app->today;
	meeting_gather(view, &app->record);
	*POOL_APPEND(&view->pool, view->rows[list], view->count[list]) =
		minute_of(&view->pool, &app->record, text, FILED_NOWHERE, -1);
	int at = (int)view->count[list] - 1;
	if (list == MINUTES_NOTES)
		at += (int)view->count[MINUTES_DECISIONS];
	if (!put(screen, list, view->rows[list], view->count[list]))
		return;
	view->list.at = at;
	app_say(app, "%s",
		early ? words_plain(W_MEETING_TODAY)
		      : words(&app->said, W_MEETING_WRITTEN,
				hole_text("text", app_cut(&app->said, text, 20))));
}

static void edit(struct screen *screen)
{
	struct meeting_view *view = screen->state;
	struct minute_arg arg = { .meeting =
					  meeting_on(&screen->app->record, view->body, view->day) };
	if (meeting_focused(view, &arg.list, &arg.at))
		app_push(screen->app, &screen_minute, &arg);
}

static void delete_meeting(struct screen *screen)
{
	struct meeting_view *view = screen->state;
	struct app *app = screen->app;
	int at = meeting_on(&app->record, view->body, view->day);
	if (at >= 0 && app_delete(app, NULL, KIND_MEETING, &app->record.meetings[at]))
		app_say(app, "%s",
			words(&app->said, W_DELETED,
				hole_text("what", vocabulary_body.word[view->body])));
}

/* The row in focus; a meeting without rows itself. */
static void delete_row(struct screen *screen)
{
	struct meeting_view *view = screen->state;
	struct app *app = screen->app;
	enum minute_list list;
	size_t at;
	if (!meeting_focused(view, &list, &at)) {
		delete_meeting(screen);
		return;
	}
	const char *what = app_cut(&app->said, view->rows[list][at].text, 40);
	for (size_t i = at + 1; i < view->count[list]; i++)
		view->rows[list][i - 1] = view->rows[list][i];
	if (put(screen, list, view->rows[list], view->count[list] - 1))
		app_say(app, "%s", words(&app->said, W_DELETED, hole_text("what", what)));
}

/* Within its list. */
static void move_row(struct screen *screen, int by)
{
	struct meeting_view *view = screen->state;
	enum minute_list list;
	size_t at;
	if (!meeting_focused(view, &list, &at) || at + (size_t)by >= view->count[list])
		return;
	struct minute moved = view->rows[list][at];
	view->rows[list][at] = view->rows[list][at + (size_t)by];
	view->rows[list][at + (size_t)by] = moved;
	if (put(screen, list, view->rows[list], view->count[list]))
		view->list.at += by;
}

/* Days */

/* Why the meeting cannot be of that day; NULL: it can. */
static const char *wrong_day(struct screen *screen, int at, int day)
{
	struct meeting_view *view = screen->state;
	struct app *app = screen->app;
	struct hole said = hole_day("day", day, DAY_LONG);
	if (at >= 0 && day > app->today)
		return words(&app->said, W_MEETING_AHEAD, said);
	if (at >= 0 && day != view->day && meeting_on(&app->record, view->body, day) >= 0)
		return words(&app->said, W_MEETING_TAKEN, said,
			hole_text("body", vocabulary_body.word[view->body]));
	return NULL;
}

static void set_day(struct screen *screen, const char *text)
{
	struct meeting_view *view = screen->state;
	struct app *app = screen->app;
	int day, other, at = meeting_on(&app->record, view->body, view->day);
	if (str_blank(text))
		return;
	const char *wrong = words_wrong_day(&app->said, text, app->today);
	if (!wrong) {
		date_typed(text, app->today, DATE_BEHIND, &day, &other);
		wrong = wrong_day(screen, at, day);
	}
	if (wrong)
		app_ask_again(app, text, wrong);
	else if (at < 0 || meeting_move_to(app, at, day))
		view->day = day;
}

/* The one before, of those that are recorded. */
static void go_before(struct meeting_view *view, struct app *app)
{
	int at = meeting_before(&app->record, view->body, view->day);
	if (at < 0) {
		app_say(app, "%s",
			words(&app->said, W_MEETING_FIRST,
				hole_text("body", vocabulary_body.word[view->body])));
		return;
	}
	view->day = meeting_day(&app->record.meetings[at]);
	view->list.at = 0;
}

/* The one after, and behind the last the one that comes next. */
static void go_after(struct meeting_view *view, struct app *app)
{
	int before = view->day, found = DATE_NONE;
	for (size_t i = 0; i < app->record.meeting_count; i++) {
		const struct meeting *one = &app->record.meetings[i];
		int day = meeting_day(one);
		if (meeting_body(one) == (int)view->body && day != DATE_NONE && day > before &&
			(found == DATE_NONE || day < found))
			found = day;
	}
	show_next(view, app);
	if (found != DATE_NONE && found < view->day)
		view->day = found;
	if (view->day <= before) {
		view->day = before;
		app_say(app, "%s", words_plain(W_MEETING_NEXT));
	}
}

/* Keys */

static void ask(struct screen *screen, enum meeting_question question)
{
	static const enum sentence labels[] = {
		[MEETING_ASK_DECISION] = W_ASK_DECISION,
		[MEETING_ASK_NOTE] = W_ASK_MINUTE_NOTE,
		[MEETING_ASK_DAY] = W_ASK_MEETING_DAY,
	};
	static const char *const places[] = {
		[MEETING_ASK_DECISION] = "new decision",
		[MEETING_ASK_NOTE] = "new minute",
	};
	struct meeting_view *view = screen->state;
	char day[DATE_TEXT];
	view->asking = question;
	if (question == MEETING_ASK_DAY) {
		app_ask(screen->app, words_plain(labels[question]), date_iso(view->day, day));
		app_ask_day(screen->app, DATE_BEHIND);
	} else {
		app_ask_kept(screen->app, places[question], &screen->app->record.assessment.object,
			words_plain(labels[question]), NULL);
	}
}

static void take_line(struct screen *screen, const char *text)
{
	struct meeting_view *view = screen->state;
	switch (view->asking) {
	case MEETING_ASK_DECISION:
		add(screen, MINUTES_DECISIONS, text);
		break;
	case MEETING_ASK_NOTE:
		add(screen, MINUTES_NOTES, text);
		break;
	case MEETING_ASK_DAY:
		set_day(screen, text);
		break;
	}
}

static bool act_looking(struct screen *screen, enum act action)
{
	struct meeting_view *view = screen->state;
	switch ((int)action) {
	case ACTION_OTHER_BODY:
		view->body = view->body == BODY_STEERING ? BODY_WORKING : BODY_STEERING;
		show_next(view, screen->app);
		return true;
	case ACTION_MEETING_BEFORE:
		go_before(view, screen->app);
		return true;
	case ACTION_MEETING_AFTER:
		go_after(view, screen->app);
		return true;
	case ACTION_PAGE_UP:
	case ACTION_PAGE_DOWN:
		page_act(&view->agenda, action);
		return true;
	}
	return list_act(&view->list, action);
}

static enum nav act(struct screen *screen, enum act action, const struct key *key)
{
	switch ((int)action) {
	case ACTION_DECIDE:
		ask(screen, MEETING_ASK_DECISION);
		return NAV_STAY;
	case ACTION_MINUTE_NOTE:
		ask(screen, MEETING_ASK_NOTE);
		return NAV_STAY;
	case ACTION_MEETING_DAY:
		ask(screen, MEETING_ASK_DAY);
		return NAV_STAY;
	case ACTION_ASKED:
		take_line(screen, key->text);
		return NAV_STAY;
	case ACTION_EDIT_ROW:
		edit(screen);
		return NAV_STAY;
	case ACTION_DELETE:
		delete_row(screen);
		return NAV_STAY;
	case ACTION_ROW_UP:
		move_row(screen, -1);
		return NAV_STAY;
	case ACTION_ROW_DOWN:
		move_row(screen, 1);
		return NAV_STAY;
	}
	return act_looking(screen, action) ? NAV_STAY : NAV_DEFAULT;
}

static bool row_has(struct screen *screen, int row, const struct sought *sought)
{
	const struct meeting_view *view = screen->state;
	size_t decisions = view->count[MINUTES_DECISIONS], at = (size_t)row;
	return sought_in(sought,
		at < decisions ? view->rows[MINUTES_DECISIONS][at].text
			       : view->rows[MINUTES_NOTES][at - decisions].text);
}

/* The minutes; without any the agenda. */
static void rows(struct screen *screen, struct rows *rows)
{
	struct meeting_view *view = screen->state;
	rows->list = &view->list;
	rows->has = row_has;
	rows->page = view->list.count ? NULL : &view->agenda;
}

#define NONE ACTION_NONE
#define PLACES                                                                                     \
	ACTION_OTHER_BODY, ACTION_MEETING_BEFORE, ACTION_PAGE_DOWN, ACTION_UNDO, ACTION_PALETTE,   \
		ACTION_HELP, ACTION_UP_LEVEL, NONE, ACTION_MEETING_AFTER, ACTION_PAGE_UP,          \
		ACTION_UP, ACTION_DOWN, ACTION_FIRST, ACTION_LAST, ACTION_ROW_DOWN, ACTION_PLAN,   \
		ACTION_DIAGNOSIS, ACTION_TREND, ACTION_REPORT, ACTION_REDO, NONE
static const enum act *offers(const struct screen *screen)
{
	static const enum act empty[] = { ACTION_DECIDE, ACTION_MINUTE_NOTE, ACTION_MEETING_DAY,
		NONE, PLACES };
	static const enum act bare[] = { ACTION_DECIDE, ACTION_MINUTE_NOTE, ACTION_MEETING_DAY,
		ACTION_DELETE, NONE, PLACES };
	static const enum act minuted[] = { ACTION_DECIDE, ACTION_MINUTE_NOTE, ACTION_EDIT_ROW,
		ACTION_DELETE, ACTION_ROW_UP, ACTION_MEETING_DAY, NONE, PLACES };
	const struct meeting_view *view = screen->state;
	if (view->list.count)
		return minuted;
	return meeting_on(&screen->app->record, view->body, view->day) < 0 ? empty : bare;
}

static const char *label(const struct screen *screen, enum act action)
{
	static const char *const other[BODY_COUNT] = {
		[BODY_STEERING] = "working group",
		[BODY_WORKING] = "steering committee",
	};
	const struct meeting_view *view = screen->state;
	if (action == ACTION_OTHER_BODY)
		return other[view->body];
	return action == ACTION_EDIT_ROW ? "edit, file" : NULL;
}

static void header(const struct screen *screen, struct header *header)
{
	const struct meeting_view *view = screen->state;
	struct pool pool = { 0 };
	header->title = "Meeting";
	app_alliance_text(screen->app, header->alliance, sizeof(header->alliance));
	snprintf(header->who, sizeof(header->who), "%s",
		words(&pool, W_MEETING_SHOWN, hole_text("body", vocabulary_body.word[view->body]),
			hole_day("day", view->day, DAY_SHORT)));
	pool_release(&pool);
}

const struct screen_ops screen_meeting = {
	.name = "meeting",
	.goes_on = true,
	.state_size = sizeof(struct meeting_view),
	.enter = enter,
	.act = act,
	.offers = offers,
	.label = label,
	.header = header,
	.layout = meeting_layout,
	.draw = meeting_draw,
	.leave = leave,
	.rows = rows,
};
