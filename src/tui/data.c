/* SPDX-License-Identifier: MIT */
/*
 * The open record: loading, writing through, what is computed from it.
 */
#include "app.h"

#include <string.h>

#include <rekindle/utf8.h>

#include <rekindle/date.h>
#include <rekindle/edition_plan.h>

void app_touched(struct app *app)
{
	if (app->planned)
		plan_release(&app->plan);
	if (app->diagnosed)
		diagnosis_release(&app->diagnosis);
	app->planned = app->diagnosed = false;
	app->touched++;
}

static size_t count_rounds(const struct app *app)
{
	struct pool pool = { 0 };
	int64_t *keys;
	size_t count =
		store_rounds(app->options.store, app->record.alliance.object.key, &pool, &keys);
	pool_release(&pool);
	return count;
}

bool app_open(struct app *app, int64_t assessment)
{
	struct errmsg why;
	struct record fresh;
	bool again = app->loaded && assessment == app->record.assessment.object.key;
	if (!again && !app_settle(app))
		return false;
	if (store_load(app->options.store, assessment, &fresh, &why)) {
		app_warn(app, "%s", why.text);
		return false;
	}
	app_touched(app);
	if (app->loaded)
		record_release(&app->record);
	app->record = fresh;
	app->loaded = true;
	app->rounds = count_rounds(app);
	store_shows(app->options.store, &app->record);
	unsaved_apply(&app->waiting);
	record_order(&app->record);
	return true;
}

bool app_reload(struct app *app)
{
	return app_open(app, app->record.assessment.object.key);
}

const struct diagnosis *app_diagnosis(struct app *app)
{
	if (!app->diagnosed)
		diagnosis_compute(&app->diagnosis, &app->record);
	app->diagnosed = true;
	return &app->diagnosis;
}

int app_plan_start(const struct app *app)
{
	int chosen = record_plan(&app->record)->start;
	return chosen != DATE_NONE ? chosen : date_next_monday(app->today);
}

static void draft(struct app *app)
{
	plan_compute(&app->plan, &app->record, app_diagnosis(app), app_plan_start(app));
	edition_plan_number(&app->plan, &app->record, app_diagnosis(app));
}

const struct plan *app_plan(struct app *app)
{
	if (!app->planned && plan_is_stored(&app->record)) {
		plan_read(&app->plan, &app->record);
		plan_warn_unanswered(&app->plan, &app->record, app_diagnosis(app));
	} else if (!app->planned)
		draft(app);
	app->planned = true;
	return &app->plan;
}

bool app_wrote(struct app *app, enum err err, const struct errmsg *why)
{
	app->unsaved = err || app_unsaved(app);
	if (err)
		app_warn(app, "%s", why->text);
	else
		app->saved_at = clock_ms();
	app_touched(app);
	return !err;
}

static int64_t scope(const struct app *app)
{
	return app->record.assessment.object.key;
}

bool app_begin(struct app *app, const char *what)
{
	struct errmsg why;
	if (!app_settle(app))
		return false;
	enum err err = store_begin(app->options.store, scope(app), what, &why);
	return err ? app_wrote(app, err, &why) : true;
}

bool app_commit(struct app *app)
{
	struct errmsg why;
	enum err err = app_end_draft(app, &why);
	return app_wrote(app, err ? err : store_commit(app->options.store, &why), &why);
}

bool app_put(struct app *app, enum kind kind, void *object, int64_t parent)
{
	struct errmsg why;
	enum err err = store_put(app->options.store, &app->record, kind, object, parent, &why);
	if (err)
		app_dispute(app);
	bool done = app_wrote(app, err, &why);
	app->unsaved &= !app->dispute.open; /* nothing waits: it will be asked about */
	return done;
}

bool app_take_back(struct app *app)
{
	char message[sizeof(app->message)];
	memcpy(message, app->message, sizeof(message));
	store_rollback(app->options.store);
	app_reload(app);
	app->unsaved = app_unsaved(app) > 0;
	app_warn(app, "%s", message);
	return false;
}

bool app_kept(struct app *app)
{
	if (app->ending.set)
		unsaved_end_draft(&app->waiting, &app->ending.place, app->ending.field);
	app->ending.set = false;
	enum kept kept = unsaved_end(&app->waiting, false);
	app_touched(app);
	if (kept == KEPT_NOT && app->waiting.beaten)
		app_dispute(app);
	return app_outcome(app, kept) || app_take_back(app);
}

bool app_change(struct app *app, const char *what, enum kind kind, void *object)
{
	int64_t parent =
		kind_info[kind].parent == KIND_ALLIANCE ? app->record.alliance.object.key : 0;
	unsaved_begin(&app->waiting, what);
	unsaved_add(&app->waiting, kind, object, parent);
	return app_kept(app);
}

bool app_may_delete(struct app *app, enum kind kind, const void *object)
{
	bool may = !unsaved_concerns(&app->waiting, kind, object);
	if (!may)
		app_warn(app, "%s", words_plain(W_DELETE_WAITS));
	return may;
}

bool app_deleted(struct app *app)
{
	return app_kept(app) && (app->waiting.first || app_reload(app));
}

bool app_delete(struct app *app, const char *what, enum kind kind, const void *object)
{
	if (!app_may_delete(app, kind, object))
		return false;
	unsaved_begin(&app->waiting, what);
	unsaved_delete(&app->waiting, kind, object);
	return app_deleted(app);
}

bool app_append(struct app *app, const char *what, enum kind kind, const void *object)
{
	void *place = record_add(&app->record, kind);
	memcpy(place, object, kind_info[kind].size);
	return app_change(app, what, kind, place);
}

/* Of what waits, and then what is behind it is tried; or of what was taken back. */
static bool settle_choice(struct app *app, enum store_choice choice)
{
	struct errmsg why;
	if (app->waiting.disputed)
		return app_outcome(app, unsaved_choose(&app->waiting, choice)) &&
			!app->waiting.first;
	enum err err = store_settle(app->options.store, choice, &why);
	if (err)
		app_dispute(app);
	return app_wrote(app, err, &why);
}

bool app_choose(struct app *app, enum store_choice choice)
{
	bool done = settle_choice(app, choice);
	app_touched(app);
	if (!app->loaded || !app_reload(app))
		return false;
	if (app->waiting.first && !app->waiting.retry_at) {
		app->told = false;
		done = app_settle(app);
	}
	if (done)
		app_say(app, "%s",
			words_plain(choice == STORE_OURS ? W_CHOSEN_OURS : W_CHOSEN_THEIRS));
	return true;
}

/* A question that is open is about what is shown; what lies over a screen would be drawn over rows
 * that it has not gathered anew. Both end with a key. */
static bool is_busy(const struct app *app)
{
	return app->asking || app->confirming || app->top->ops->overlay ||
		app->top->ops == &screen_choice;
}

bool app_look_elsewhere(struct app *app)
{
	if (app->quit || is_busy(app) || !store_news(app->options.store))
		return false;
	app->top->ops->act(app->top, ACTION_NEWS, &(struct key){ 0 });
	if (app->loaded)
		app_reload(app);
	return true;
}

/* The rounds of the alliance; is the open one among them, or was its beginning taken back? */
static size_t rounds_left(const struct app *app, struct pool *pool, int64_t **keys, bool *there)
{
	int64_t alliance = app->record.alliance.object.key;
	size_t count = store_rounds(app->options.store, alliance, pool, keys);
	*there = !count; /* none that can be read */
	for (size_t i = 0; i < count; i++)
		*there |= (*keys)[i] == scope(app);
	return count;
}

/* What was done is said, in the last of the rounds that are left. */
static bool undone(struct app *app, bool redo, const char *what)
{
	struct pool pool = { 0 };
	int64_t *keys;
	bool there;
	size_t count = rounds_left(app, &pool, &keys, &there);
	if (there ? app_reload(app) : app_open(app, keys[count - 1]))
		app_say(app, "%s",
			words(&app->said, redo ? W_REDONE : W_UNDONE, hole_text("what", what)));
	pool_release(&pool);
	return !there;
}

bool app_undo(struct app *app, bool redo)
{
	struct pool pool = { 0 };
	struct errmsg why;
	const char *what = NULL;
	bool gone = false;
	if (!app->loaded || !app_settle(app))
		return false;
	enum err err = (redo ? store_redo : store_undo)(
		app->options.store, scope(app), &pool, &what, &why);
	if (err)
		app_warn(app, "%s", why.text);
	else if (!what)
		app_say(app, "%s", words_plain(redo ? W_NOTHING_TO_REDO : W_NOTHING_TO_UNDO));
	else if (app_wrote(app, err, &why))
		gone = undone(app, redo, what);
	pool_release(&pool);
	return gone;
}

const char *app_round_text(const struct app *app, char *buffer, size_t size)
{
	const struct record *record = &app->record;
	size_t heard = 0, people = (size_t)record_interviewees(record);
	for (size_t i = 0; i < record->respondent_count; i++)
		heard += record_has_data(record, (int)i);
	if (people < heard)
		people = heard;
	struct pool pool = { 0 };
	snprintf(buffer, size, "%s",
		words(&pool, W_ROUND_HEARD,
			hole_text("kind", words_round((int)record->assessment.kind)),
			hole_count("heard", (int)heard), hole_count("people", (int)people)));
	pool_release(&pool);
	return buffer;
}

/* Its name says no more than those of its companies, whose short names do as well. */
static bool is_called_by_companies(struct pool *pool, const struct record *record)
{
	struct texts names = { 0 }, short_names = { 0 };
	const char *name = record->alliance.name;
	for (size_t i = 0; i < record->party_count; i++) {
		texts_add(pool, &names, record->parties[i].name);
		texts_add(pool, &short_names, record->parties[i].label);
	}
	return str_blank(name) || str_same(name, words_list(pool, &names)) ||
		str_same(name, words_sides(pool, &names)) ||
		str_same(name, words_list(pool, &short_names));
}

static const char *alliance_name(struct pool *pool, const struct record *record)
{
	struct texts labels = { 0 };
	if (!is_called_by_companies(pool, record))
		return record->alliance.name;
	for (size_t i = 0; i < record->party_count; i++)
		texts_add(pool, &labels, record->parties[i].label);
	return words_sides(pool, &labels);
}

const char *app_alliance_text(const struct app *app, char *buffer, size_t size)
{
	struct pool pool = { 0 };
	const char *name = alliance_name(&pool, &app->record);
	snprintf(buffer, size, "%s", app_cut(&pool, name, ALLIANCE_CELLS));
	for (size_t n = strlen(buffer); n && !utf8_valid(buffer, n); n--)
		buffer[n - 1] = '\0';
	pool_release(&pool);
	return buffer;
}

void app_header(const struct app *app, struct header *header, const char *title)
{
	header->title = title;
	app_alliance_text(app, header->alliance, sizeof(header->alliance));
	app_round_text(app, header->who, sizeof(header->who));
}
