/* SPDX-License-Identifier: MIT */
/*
 * What people call a row, its members and what stands in them, where no record is at hand.
 */
#include "../store_private.h"

#include <string.h>

#include <rekindle/utf8.h>
#include <rekindle/words.h>

#define NAME_MOST 40   /* signs of a title inside a sentence */
#define MEMBERS_MOST 3 /* that are named; of more the object is named alone */

/* The columns that hold a name, the better one first. */
static const char *const name_columns[KIND_COUNT][2] = {
	[KIND_PARTY] = { "label", "name" },
	[KIND_PERSON] = { "name" },
	[KIND_RESPONDENT] = { "name" },
	[KIND_MEETING] = { "body" },
	[KIND_ESCALATION] = { "what" },
	[KIND_OBJECTIVE] = { "text" },
	[KIND_KPI] = { "name" },
	[KIND_PROCESS] = { "step" },
	[KIND_RISK] = { "text" },
	[KIND_EVENT] = { "what" },
	[KIND_INCIDENT] = { "what" },
	[KIND_NOTE] = { "text" },
	[KIND_MILESTONE] = { "text" },
	[KIND_JOINT_OBJECTIVE] = { "text" },
	[KIND_PLAN_ACTION] = { "title" },
	[KIND_SUCCESS] = { "text" },
	[KIND_AMENDMENT] = { "text" },
};

static const struct cell *cell_at(const struct row *row, const char *column)
{
	return &row->cell[row_column_cell(row->kind, column)];
}

/* The beginning of its first line. */
static const char *shortened(struct pool *pool, const char *text)
{
	size_t n = strcspn(text, "\n"), end = 0;
	for (int signs = 0; end < n && signs < NAME_MOST; signs++)
		end += utf8_grapheme(text + end);
	return end == strlen(text) ? text
				   : pool_printf(pool, "%s...", pool_strndup(pool, text, end));
}

static const char *own_name(const struct row *row, struct pool *pool)
{
	for (size_t i = 0; i < 2 && name_columns[row->kind][i]; i++) {
		const struct cell *cell = cell_at(row, name_columns[row->kind][i]);
		if (cell->type == CELL_TEXT && !str_blank(cell->text))
			return shortened(pool, cell->text);
	}
	return NULL;
}

/* As the library says it that it was drawn from. */
static const char *action_name(struct store *store, const struct row *row, struct pool *pool)
{
	const struct cell *library = cell_at(row, "library"), *round = cell_at(row, "round");
	const struct instrument *bank = instrument_builtin();
	struct uuid id;
	int at;
	if (library->type != CELL_TEXT)
		return words_plain(W_CALLED_ACTION);
	if (round->type == CELL_UUID) {
		memcpy(&id, round->text, sizeof(id));
		bank = asked_round(store, &id);
	}
	bank = instrument_having(bank, instrument_action, library->text, &at);
	return bank ? pool_strdup(pool, bank->actions[at].title) : words_plain(W_CALLED_ACTION);
}

const char *answer_asked(struct store *store, const struct row *row, struct pool *pool)
{
	const char *id;
	const struct instrument *bank = asked_item(store, row_item(row), pool, &id);
	int at = instrument_item(bank, id);
	return at >= 0 && bank->items[at].shorthand ? bank->items[at].shorthand : id;
}

static const char *answer_name(struct store *store, const struct row *row, struct pool *pool)
{
	return words(pool, W_CALLED_ANSWER, hole_text("item", answer_asked(store, row, pool)));
}

static const char *name_of(struct store *store, enum kind kind, int64_t key, struct pool *pool)
{
	struct row row;
	bool found;
	if (row_get(store, kind, key, 0, pool, &row, &found, NULL) || !found)
		return NULL;
	return row_called(store, &row, pool);
}

static const char *called_by_what(struct store *store, const struct row *row, struct pool *pool)
{
	char day[DATE_TEXT];
	switch ((int)row->kind) {
	case KIND_ALLIANCE:
	case KIND_PROFILE:
		return words_plain(W_CALLED_ALLIANCE);
	case KIND_ASSESSMENT:
		return words_plain(W_CALLED_ROUND);
	case KIND_PERSON:
	case KIND_RESPONDENT:
		return words(pool, W_CALLED_SOMEBODY,
			hole_text("role", words_role((int)cell_at(row, "role")->whole)));
	case KIND_PLAN_ACTION:
		return action_name(store, row, pool);
	case KIND_ANSWER:
		return answer_name(store, row, pool);
	case KIND_ACTUAL:
		return words(pool, W_CALLED_READING,
			hole_text("day", date_iso((int)cell_at(row, "date")->whole, day)));
	case KIND_DAY_OFF:
		return words(pool, W_CALLED_DAY_OFF,
			hole_text("day", date_iso((int)cell_at(row, "first_day")->whole, day)));
	case KIND_CHECKLIST:
		return words_check_row((int)cell_at(row, "row")->whole);
	case KIND_GATE:
		return words(
			pool, W_CALLED_GATE, hole_count("n", (int)cell_at(row, "number")->whole));
	case KIND_SHEET:
		return name_of(store, KIND_PERSON, cell_at(row, "person")->whole, pool);
	case KIND_ROUTE:
	case KIND_CONTRIBUTION:
	case KIND_PARTY_PROFILE:
		return name_of(store, KIND_PARTY, cell_at(row, "party")->whole, pool);
	}
	return NULL;
}

const char *row_called(struct store *store, const struct row *row, struct pool *pool)
{
	const char *name = own_name(row, pool);
	if (!name)
		name = called_by_what(store, row, pool);
	return name ? name
		    : words(pool, W_CALLED_ANY, hole_text("kind", kind_info[row->kind].name));
}

/* The field that a cell is of; NULL: none that people know. The rating stands for the value. */
static const struct field *field_of(enum kind kind, size_t cell)
{
	const struct kind_info *info = &kind_info[kind];
	if ((int)cell == row_rating_cell(kind))
		cell = row_column_cell(kind, "value");
	for (size_t i = 0; i < info->field_count; i++)
		if (row_field_cell(kind, i) == cell)
			return &info->fields[i];
	return NULL;
}

const char *cell_called(enum kind kind, size_t cell, struct pool *pool)
{
	const struct field *field = field_of(kind, cell);
	return field ? words_member(pool, kind, field) : NULL;
}

static const char *whole_said(
	struct store *store, const struct field *field, int64_t whole, struct pool *pool)
{
	char day[DATE_TEXT];
	switch ((int)field->type) {
	case FIELD_WORD:
		return whole >= 0 && whole < (int64_t)field->words->count
			? field->words->word[whole]
			: NULL;
	case FIELD_TRI:
		return words_check(whole ? CHECK_YES : CHECK_NO);
	case FIELD_DATE:
		return pool_strdup(pool, date_iso((int)whole, day));
	case FIELD_REF:
		return name_of(store, field->ref, whole, pool);
	}
	return pool_printf(pool, "%lld", (long long)whole);
}

/* A round, which need not be at hand: by its title, else by its day. */
static const char *round_said(struct store *store, const struct cell *id, struct pool *pool)
{
	struct uuid round;
	struct row row;
	bool found = false;
	char day[DATE_TEXT];
	memcpy(&round, id->text, sizeof(round));
	int64_t key = store_key(store, KIND_ASSESSMENT, &round);
	if (!key || row_get(store, KIND_ASSESSMENT, key, 0, pool, &row, &found, NULL) || !found)
		return NULL;
	const struct cell *title = cell_at(&row, "title"), *date = cell_at(&row, "date");
	if (title->type == CELL_TEXT && !str_blank(title->text))
		return shortened(pool, title->text);
	return date->type == CELL_WHOLE ? pool_strdup(pool, date_iso((int)date->whole, day)) : NULL;
}

const char *cell_said(struct store *store, const struct row *row, size_t at, struct pool *pool)
{
	const struct field *field = field_of(row->kind, at);
	const struct cell *cell = &row->cell[at];
	switch (cell->type) {
	case CELL_WHOLE:
		return field ? whole_said(store, field, cell->whole, pool) : NULL;
	case CELL_REAL:
		return pool_printf(pool, "%g", cell->real);
	case CELL_TEXT:
		return cell->text;
	case CELL_UUID:
		return round_said(store, cell, pool);
	case CELL_NULL:
		break;
	}
	return NULL;
}

static bool owns_members(enum kind kind)
{
	return kind <= KIND_PERSON || (kind >= KIND_ASSESSMENT && kind <= KIND_RESPONDENT) ||
		kind == KIND_ROUTE || kind == KIND_CONTRIBUTION || kind == KIND_SHEET;
}

static const char *members_of(
	enum kind kind, const char *object, const struct texts *members, struct pool *pool)
{
	return words(pool, owns_members(kind) ? W_MEMBERS_OWNED : W_MEMBERS_OF,
		hole_text("object", object), hole_list("members", members));
}

const char *members_called(
	struct store *store, const struct row *row, const struct texts *members, struct pool *pool)
{
	return members_of(row->kind, row_called(store, row, pool), members, pool);
}

static bool has(const struct texts *texts, const char *text)
{
	for (size_t i = 0; i < texts->count; i++)
		if (str_same(texts->text[i], text))
			return true;
	return false;
}

const char *change_called(
	struct store *store, const struct row *before, const struct row *after, struct pool *pool)
{
	struct texts members = { 0 };
	size_t changed = row_changed_cell(after->kind), drawn = row_drawn_cell(after->kind);
	for (size_t i = 0; i < after->count; i++) {
		if (i == changed || i == drawn || cell_same(&before->cell[i], &after->cell[i]))
			continue;
		const char *name = cell_called(after->kind, i, pool);
		if (name && !has(&members, name))
			texts_add(pool, &members, name);
	}
	if (!members.count || members.count > MEMBERS_MOST)
		return NULL;
	const char *name = row_called(store, after, pool);
	if (!str_same(name, row_called(store, before, pool)))
		name = words(pool, W_CALLED_ANY, hole_text("kind", kind_info[after->kind].name));
	return members_of(after->kind, name, &members, pool);
}
