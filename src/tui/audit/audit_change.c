/* SPDX-License-Identifier: MIT */
/*
 * What the audit writes: each change durable and one step of undo.
 */
#include "audit.h"

#include <string.h>

enum deed { DEED_ADDED, DEED_CHANGED, DEED_DELETED };

/* What the object is called in a message: "Archive", "actual of 30 Jun 2026". */
static const char *called(
	struct pool *pool, const struct record *record, enum kind kind, const void *object)
{
	const struct actual *actual = object;
	const struct checklist *check = object;
	size_t count;
	if (kind == KIND_ACTUAL)
		return words(pool, W_UNDO_ACTUAL, hole_text("day", audit_day(pool, actual->date)));
	const char *name = kind == KIND_CHECKLIST
		? audit_cell(pool, record, kind, audit_columns(kind, &count), check->row)
		: audit_title(pool, record, kind, object);
	return audit_short(pool, name);
}

/* What undo will say: "Archive added". */
static const char *named(struct pool *pool, const struct record *record, enum kind kind,
	const void *object, enum deed deed)
{
	static const enum sentence said[] = {
		[DEED_ADDED] = W_UNDO_ADDED,
		[DEED_CHANGED] = W_UNDO_CHANGED,
		[DEED_DELETED] = W_UNDO_DELETED,
	};
	struct hole what = hole_text("what", called(pool, record, kind, object));
	return words(pool, said[deed], what);
}

static bool put_named(struct app *app, enum deed deed, enum kind kind, void *object)
{
	struct pool pool = { 0 };
	bool done = app_change(app, named(&pool, &app->record, kind, object, deed), kind, object);
	pool_release(&pool);
	return done;
}

bool audit_put(struct app *app, const char *what, enum kind kind, void *object)
{
	return what ? app_change(app, what, kind, object)
		    : put_named(app, DEED_CHANGED, kind, object);
}

bool audit_add(struct app *app, enum kind kind, const void *object)
{
	void *place = record_add(&app->record, kind);
	memcpy(place, object, kind_info[kind].size);
	return put_named(app, DEED_ADDED, kind, place);
}

bool audit_move_step(struct app *app, int from, int to)
{
	struct record *record = &app->record;
	struct pool pool = { 0 };
	struct hole what =
		hole_text("what", called(&pool, record, KIND_PROCESS, &record->processes[from]));
	int *before = pool_alloc(&pool, record->process_count * sizeof(*before));
	for (size_t i = 0; i < record->process_count; i++)
		before[i] = record->processes[i].place;
	record_move_step(record, (size_t)from, (size_t)to);
	unsaved_begin(&app->waiting, words(&pool, W_UNDO_MOVED, what));
	for (size_t i = 0; i < record->process_count; i++)
		if (record->processes[i].place != before[i])
			unsaved_add(&app->waiting, KIND_PROCESS, &record->processes[i], 0);
	pool_release(&pool);
	return app_kept(app) && app_reload(app);
}

static int actuals_of(const struct record *record, int kpi)
{
	const struct kpi_list list = record_kpis_now(record);
	return kpi_readings(&list, kpi);
}

static void delete_object(struct app *app, enum kind kind, const void *object, const char *name)
{
	struct pool pool = { 0 };
	struct hole what = hole_text("what", pool_strdup(&app->said, name));
	const char *undone = named(&pool, &app->record, kind, object, DEED_DELETED);
	if (app_delete(app, undone, kind, object))
		app_say(app, "%s",
			words(&app->said, kind == KIND_CHECKLIST ? W_AUDIT_CLEARED : W_DELETED,
				what));
	pool_release(&pool);
}

static void delete_check(struct app *app, int row)
{
	const struct record *record = &app->record;
	for (size_t i = 0; i < record->checklist_count; i++)
		if (record->checklists[i].row == row) {
			struct pool pool = { 0 };
			size_t count;
			const struct audit_column *name = audit_columns(KIND_CHECKLIST, &count);
			delete_object(app, KIND_CHECKLIST, &record->checklists[i],
				audit_cell(&pool, record, KIND_CHECKLIST, name, row));
			pool_release(&pool);
			return;
		}
	app_say(app, "%s", words_plain(W_AUDIT_UNANSWERED));
}

void audit_delete(struct app *app, const struct audit_row *row)
{
	struct pool pool = { 0 };
	enum kind kind = row->kind;
	if (kind == KIND_CHECKLIST) {
		delete_check(app, row->index);
		return;
	}
	if (row->index < 0 || kind == KIND_ASSESSMENT)
		return;
	const void *object = record_at(&app->record, kind, (size_t)row->index);
	const char *name = audit_short(&pool, audit_title(&pool, &app->record, kind, object));
	int readings = kind == KIND_KPI ? actuals_of(&app->record, row->index) : 0;
	delete_object(app, kind, object,
		readings ? words(&pool, W_AUDIT_WITH_ACTUALS, hole_text("name", name),
				   hole_count("n", readings))
			 : name);
	pool_release(&pool);
}

static struct checklist *find_check(struct record *record, enum check_row row)
{
	for (size_t i = 0; i < record->checklist_count; i++)
		if (record->checklists[i].row == (int)row)
			return &record->checklists[i];
	return NULL;
}

bool audit_answer_check(struct app *app, enum check_row row, enum check value)
{
	struct checklist *entry = find_check(&app->record, row), fresh;
	if (entry) {
		entry->value = (int)value;
		return audit_put(app, NULL, KIND_CHECKLIST, entry);
	}
	object_init(KIND_CHECKLIST, &fresh);
	fresh.row = (int)row;
	fresh.value = (int)value;
	return audit_add(app, KIND_CHECKLIST, &fresh);
}

void audit_step_check(struct app *app, enum check_row row)
{
	const struct checklist *entry = find_check(&app->record, row);
	int now = entry ? entry->value + 1 : CHECK_YES;
	audit_answer_check(app, row, (enum check)(now % CHECK_VALUE_COUNT));
}

void audit_step_agreed(struct app *app)
{
	struct assessment *assessment = &app->record.assessment;
	int now = assessment->objectives_agreed;
	assessment->objectives_agreed = now == TRI_UNKNOWN ? TRI_YES
		: now == TRI_YES                           ? TRI_NO
							   : TRI_UNKNOWN;
	audit_put(app, words_plain(W_UNDO_OBJECTIVES_AGREED), KIND_ASSESSMENT, assessment);
}

void audit_rate(struct app *app, int route, enum route_value value, int rating)
{
	struct route *entry = &app->record.routes[route];
	if (entry->value[value] == rating)
		return;
	entry->value[value] = rating;
	audit_put(app, words_plain(W_UNDO_ROUTE_VALUE), KIND_ROUTE, entry);
}

bool audit_add_actual(struct app *app, int kpi, int day, double value)
{
	struct actual actual;
	object_init(KIND_ACTUAL, &actual);
	actual.kpi = kpi;
	actual.date = day;
	actual.value = value;
	return audit_add(app, KIND_ACTUAL, &actual);
}

void audit_why(struct app *app, int index, const char *text)
{
	struct objective *objective = &app->record.objectives[index];
	objective->why = str_blank(text) ? NULL : pool_strdup(&app->record.pool, text);
	if (audit_put(app, words_plain(W_UNDO_OBJECTIVE_WHY), KIND_OBJECTIVE, objective))
		app_say(app, "%s", words_plain(W_NOTED));
}
