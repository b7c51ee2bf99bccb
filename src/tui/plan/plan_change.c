/* SPDX-License-Identifier: MIT */
/*
 * What is written of the plan: each change durable and one step of undo. Working on a draft stores
 * it first.
 */
#include "plan_view.h"

#include <string.h>
#include <strings.h>

#include <rekindle/date.h>
#include <rekindle/edition_plan.h>
#include <rekindle/exchange.h>
#include <rekindle/history.h>
#include <rekindle/report.h>

static void add_all(struct app *app, enum kind kind)
{
	for (size_t i = 0; i < record_count(&app->record, kind); i++)
		unsaved_add(&app->waiting, kind, record_at(&app->record, kind, i),
			app->record.alliance.object.key);
}

static bool keep(struct app *app, const char *what)
{
	unsaved_begin(&app->waiting, what);
	unsaved_whole(&app->waiting);
	add_all(app, KIND_PLAN);
	add_all(app, KIND_PLAN_ACTION);
	add_all(app, KIND_GATE);
	add_all(app, KIND_AMENDMENT);
	return app_kept(app) && (app->waiting.first || app_reload(app));
}

bool plan_store(struct app *app)
{
	if (plan_is_stored(&app->record))
		return true;
	int added = (int)plan_keep(&app->record, app_plan(app), words_proposals);
	if (!keep(app, words_plain(W_UNDO_PLAN_DRAWN)))
		return false;
	app_say(app, "%s", words(&app->said, W_PLAN_KEPT, hole_count("n", added)));
	return true;
}

bool plan_redraw_now(struct app *app, bool reopen)
{
	struct plan_redraw redraw;
	plan_redraw(&redraw, &app->record, app_diagnosis(app), app->today, reopen);
	edition_plan_number(&redraw.draft, &app->record, app_diagnosis(app));
	plan_redraw_keep(&app->record, &redraw);
	const char *said = words(&app->said, W_PLAN_DRAWN_UP,
		hole_count("added", (int)redraw.of[REDRAW_ADDED]),
		hole_count("moved", (int)redraw.of[REDRAW_MOVED]),
		hole_count("stale", (int)redraw.of[REDRAW_STALE]));
	plan_redraw_release(&redraw);
	if (!keep(app, words_plain(W_UNDO_PLAN_REDRAWN)))
		return false;
	app_say(app, "%s", said);
	return true;
}

bool plan_shift_now(struct app *app, const struct plan_asked *asked)
{
	struct plan_shift shift = plan_shift_of(app, asked);
	int count = (int)shift.count;
	plan_shift_keep(&app->record, &shift);
	plan_shift_release(&shift);
	if (!keep(app, words_plain(W_UNDO_PLAN_SHIFTED)))
		return false;
	app_say(app, "%s", words(&app->said, W_PLAN_SHIFTED, hole_count("n", count)));
	return true;
}

static struct plan_action *kept_of(struct app *app, int place)
{
	const struct plan *plan = app_plan(app);
	return &app->record.actions[plan->actions[place].stored];
}

/* A place in the draft and in the plan that was stored of it: by the action's id. */
static int place_after_store(struct app *app, int place)
{
	struct pool pool = { 0 };
	const char *id = pool_strdup(&pool, app_plan(app)->actions[place].id);
	place = plan_store(app) ? plan_find_action(app_plan(app), id) : -1;
	pool_release(&pool);
	return place;
}

/* Its title, as a message holds it. */
static const char *titled(struct app *app, int place)
{
	return app_cut(&app->said, app_plan(app)->actions[place].title, PLAN_NAME_CELLS);
}

void plan_step_status(struct app *app, int place)
{
	static const enum status next[STATUS_COUNT] = {
		[STATUS_OPEN] = STATUS_STARTED,
		[STATUS_STARTED] = STATUS_DONE,
		[STATUS_BLOCKED] = STATUS_STARTED,
		[STATUS_DONE] = STATUS_OPEN,
		[STATUS_DROPPED] = STATUS_OPEN,
	};
	place = place_after_store(app, place);
	if (place < 0)
		return;
	struct plan_action *kept = kept_of(app, place);
	plan_set_status(kept, next[kept->status], app->today);
	const char *word = words_status(kept->status);
	if (app_change(app,
		    words(&app->said, W_UNDO_STATUS, hole_text("action", titled(app, place))),
		    KIND_PLAN_ACTION, kept))
		app_say(app, "%s", words(&app->said, W_PLAN_STATUS, hole_text("status", word)));
}

void plan_adopt(struct app *app, int place)
{
	place = place_after_store(app, place);
	if (place < 0)
		return;
	struct plan_action *kept = kept_of(app, place);
	bool adopted = kept->adopted != TRI_YES;
	plan_set_adopted(kept, adopted);
	if (app_change(app,
		    words(&app->said, W_UNDO_ADOPTED, hole_text("action", titled(app, place))),
		    KIND_PLAN_ACTION, kept))
		app_say(app, "%s", words_plain(adopted ? W_PLAN_ADOPTED : W_PLAN_NOT_ADOPTED));
}

void plan_adopt_all(struct app *app)
{
	int count = 0;
	if (!plan_store(app))
		return;
	for (size_t i = 0; i < app->record.action_count; i++) {
		struct plan_action *kept = &app->record.actions[i];
		if (kept->adopted == TRI_YES || !plan_action_open(kept))
			continue;
		plan_set_adopted(kept, true);
		count++;
	}
	if (!count)
		app_say(app, "%s", words_plain(W_PLAN_ADOPTED_ALREADY));
	else if (keep(app, words_plain(W_UNDO_ADOPTED_ALL)))
		app_say(app, "%s", words(&app->said, W_PLAN_ADOPTED_ALL, hole_count("n", count)));
}

int plan_add_action(struct app *app, const char *title, int step)
{
	struct plan_action fresh;
	if (!plan_store(app))
		return -1;
	plan_own_action(&fresh, &app->record, step, app->today);
	fresh.title = pool_strdup(&app->record.pool, title);
	if (!app_append(app, words_plain(W_UNDO_OWN_ACTION), KIND_PLAN_ACTION, &fresh))
		return -1;
	return (int)app->record.action_count - 1;
}

/* One's own goes; one of the library's is dropped, since it would come back with the next draft. */
void plan_delete_action(struct app *app, int place)
{
	place = place_after_store(app, place);
	if (place < 0)
		return;
	struct plan_action *kept = kept_of(app, place);
	struct hole what = hole_text("what", titled(app, place));
	if (kept->library) {
		plan_set_status(kept, STATUS_DROPPED, app->today);
		if (app_change(app,
			    words(&app->said, W_UNDO_DROPPED,
				    hole_text("action", titled(app, place))),
			    KIND_PLAN_ACTION, kept))
			app_say(app, "%s", words(&app->said, W_PLAN_DROPPED, what));
		return;
	}
	if (app_delete(app, NULL, KIND_PLAN_ACTION, kept))
		app_say(app, "%s", words(&app->said, W_DELETED, what));
}

/* What a name's end asks for; text for all others. */
static enum err compose_file(struct app *app, const char *path, const struct edition_history *shown,
	struct str *text, struct errmsg *why)
{
	const struct plan *plan = &shown->printed->shown;
	const char *end = strrchr(path, '.');

	if (end && !strcasecmp(end, ".xlsx"))
		return exchange_plan_xlsx(text, &app->record, plan, EDITION_JOINT, app->today, why);
	if (end && !strcasecmp(end, ".ics"))
		exchange_plan_ics(text, app->options.store, &app->record, plan, EDITION_JOINT,
			clock_stamp_ms());
	else if (end && !strcasecmp(end, ".csv"))
		exchange_plan_csv(text, &app->record, plan, EDITION_JOINT);
	else if (end && !strcasecmp(end, ".json"))
		exchange_plan_joint_json(text, &app->record, shown->printed);
	else
		report_plan_text(text, &app->record, app_diagnosis(app), shown, app->today,
			app->options.ascii);
	return ERR_NONE;
}

/* give: what it shows of the ratings is remembered before anybody can read it. */
static enum err load_joint(struct app *app, struct plan_joint *joint, bool give, struct errmsg *why)
{
	struct store *store = app->options.store;
	enum err err =
		store ? store_load_earlier(store, &app->record, &joint->earlier, why) : ERR_NONE;

	return !err && store && give ? history_give(store, &app->record, &joint->earlier, why)
				     : err;
}

static bool read_joint(struct app *app, struct plan_joint *joint, bool give)
{
	struct errmsg why;

	*joint = (struct plan_joint){ .read = false };
	if (load_joint(app, joint, give, &why)) {
		app_warn(app, "%s", why.text);
		store_earlier_release(&joint->earlier);
		return false;
	}
	edition_history_compute(&joint->shown, &app->record, app_diagnosis(app), app_plan(app),
		EDITION_JOINT, joint->earlier.all, joint->earlier.own);
	joint->read = true;
	return true;
}

bool plan_joint(struct app *app, struct plan_joint *joint)
{
	return read_joint(app, joint, false);
}

void plan_joint_release(struct plan_joint *joint)
{
	if (joint->read)
		edition_history_release(&joint->shown);
	store_earlier_release(&joint->earlier);
}

bool plan_ask_adopt(struct app *app, int place)
{
	struct plan_joint joint;
	const char *tells;

	if (place >= 0 && app_plan(app)->actions[place].adopted)
		return false;
	if (!plan_joint(app, &joint))
		return false;
	tells = place < 0 ? words_adopting_all(&app->said, &joint.shown.plan)
			  : words_adopting(&app->said, &joint.shown.plan, (size_t)place);
	if (tells)
		app_confirm(app, "%s",
			words(&app->said, place < 0 ? W_PLAN_ADOPT_ASK_ALL : W_PLAN_ADOPT_ASK,
				hole_text("tells", tells)));
	plan_joint_release(&joint);
	return tells != NULL;
}

void plan_write(struct app *app, const struct save_as *file, bool force)
{
	struct plan_joint joint;
	struct errmsg why;
	struct str text;

	if (!read_joint(app, &joint, true))
		return;
	str_init(&text);
	if (compose_file(app, file->path, &joint.shown, &text, &why))
		app_ask_again(app, file->path,
			words(&app->said, W_FILE_REFUSED, hole_text("why", why.text)));
	else
		save_as_write(file, app, &text, force, 0);
	str_release(&text);
	plan_joint_release(&joint);
}
