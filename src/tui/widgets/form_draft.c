/* SPDX-License-Identifier: MIT */
/*
 * The drafts of a form.
 */
#include "form_draft.h"

#include <string.h>

#include <rekindle/date.h>

#define RETRY_MS 2000

const char *form_draft_name(struct pool *pool, const struct form_field *field)
{
	return pool_printf(pool, "%s %lld", field->member ? field->member->name : "",
		field->key ? (long long)field->key : (long long)field->of);
}

static struct form_field *named(struct form *form, struct pool *pool, const char *name)
{
	for (int i = 0; i < form->count; i++)
		if (!form->field[i].heading &&
			!strcmp(form_draft_name(pool, &form->field[i]), name))
			return &form->field[i];
	return NULL;
}

static const char *words_in(const struct form_field *field)
{
	if (!field->choices)
		return field->edit.text.text;
	return field->choice < 0 ? "" : field->choices[field->choice];
}

/* Bringing back */

static void take_choice(struct form *form, struct form_field *field, const char *word)
{
	int i = field->choice_count - 1;
	while (i >= 0 && strcmp(field->choices[i], word) != 0)
		i--;
	if (i >= 0)
		field->choice = i;
	else if (field->takes_new && !str_blank(word))
		form_choose_new(form, field, word);
	field->changed = field->choice != field->choice_before;
}

static void take_text(struct form_field *field, const struct store_draft *draft)
{
	edit_set(&field->edit, NULL);
	edit_insert(&field->edit, draft->text);
	if (field->edit.text.len == strlen(draft->text))
		field->edit.cursor = draft->cursor;
	field->edit.changed = false;
	field->changed = strcmp(field->edit.text.text, field->before ? field->before : "") != 0;
}

static bool take(struct form *form, struct form_field *field, const struct store_draft *draft)
{
	if (!field || field->fixed)
		return false;
	field->drafted = true;
	if (field->choices)
		take_choice(form, field, draft->text);
	else
		take_text(field, draft);
	if (field->changed)
		form->list.at = (int)(field - form->field);
	return field->changed;
}

static void say(const struct form *form, struct app *app, int64_t at)
{
	app_say(app, "%s",
		words(&app->said, form->makes ? W_DRAFT_BACK_NEW : W_DRAFT_BACK,
			hole_text("when", app_when(&app->said, at))));
}

void form_drafts_back(struct form *form, struct app *app)
{
	struct pool pool = { 0 };
	struct store_draft *drafts;
	size_t count;
	int64_t newest = 0;
	if (!form->place.screen ||
		store_drafts(app->options.store, &form->place, &pool, &drafts, &count, NULL))
		return;
	for (size_t i = 0; i < count; i++)
		if (take(form, named(form, &pool, drafts[i].field), &drafts[i]))
			newest = drafts[i].at;
	if (newest)
		say(form, app, newest);
	pool_release(&pool);
}

/* Keeping */

void form_drafts_note(struct form *form)
{
	if (!form->typed_at)
		form->typed_at = clock_monotonic_ms();
}

static enum err keep(struct form *form, struct store *store, struct pool *pool,
	const struct form_field *field, struct errmsg *why)
{
	const struct store_draft draft = { .field = form_draft_name(pool, field),
		.text = words_in(field),
		.cursor = field->edit.cursor };
	if (field->changed)
		return store_put_draft(store, &form->place, &draft, why);
	return field->drafted ? store_drop_draft(store, &form->place, draft.field, why) : ERR_NONE;
}

static enum err keep_all(struct form *form, struct store *store, struct errmsg *why)
{
	struct pool pool = { 0 };
	enum err err = store_begin(store, 0, NULL, why);
	if (err)
		return err;
	for (int i = 0; i < form->count && !err; i++)
		err = keep(form, store, &pool, &form->field[i], why);
	pool_release(&pool);
	if (!err)
		return store_commit(store, why);
	store_rollback(store);
	return err;
}

void form_drafts_save(struct form *form, struct app *app)
{
	struct errmsg why;
	if (!form->typed_at || !form->place.screen || store_read_only(app->options.store))
		return;
	if (!app_drafted(app, keep_all(form, app->options.store, &why), &why)) {
		form->typed_at = clock_monotonic_ms() + RETRY_MS - DRAFT_MS;
		return;
	}
	form->typed_at = 0;
	for (int i = 0; i < form->count; i++)
		form->field[i].drafted = form->field[i].changed;
}

void form_drafts_tick(struct form *form, struct app *app)
{
	if (form->typed_at && clock_monotonic_ms() - form->typed_at >= DRAFT_MS)
		form_drafts_save(form, app);
}

void form_drafts_settled(struct form *form, struct app *app)
{
	if (form->typed_at)
		app->draft_waits = false;
	form->typed_at = 0;
}

void form_drafts_end(struct form *form, struct app *app)
{
	bool any = false;
	for (int i = 0; i < form->count; i++) {
		any |= form->field[i].drafted;
		form->field[i].drafted = false;
	}
	form_drafts_settled(form, app);
	if (any)
		app_ending(app, &form->place, NULL);
}
