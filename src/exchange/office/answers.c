/* SPDX-License-Identifier: MIT */
/*
 * The answers of a round as a table, of the internal edition: of those who answered in confidence
 * the values alone, under a number, behind all the others.
 */
#include "grid.h"

#include <stdlib.h>
#include <string.h>
#include <rekindle/edition.h>
#include <rekindle/flow.h>

/* What stands in front of every row. */
enum { AT_ASSESSMENT, AT_RESPONDENT, AT_PARTY, AT_ROLE, AT_WHO_COUNT };
enum { AT_ITEM = AT_WHO_COUNT, AT_ASPECT, AT_STATE, AT_VALUE, AT_TEXT, AT_COMMENT, AT_COUNT };

static const char *const titles[AT_COUNT] = { "assessment", "respondent", "party", "role", "item",
	"aspect", "state", "value", "text", "comment" };

struct making {
	struct grid *grid;
	const struct record *rec;
	int *order; /* of the respondents */
};

/* A place in the order: those who answered in confidence come last, by their numbers. */
struct ranked {
	int respondent, number;
};

static int by_number(const void *left, const void *right)
{
	const struct ranked *a = left, *b = right;

	return (a->number > b->number) - (a->number < b->number);
}

static void rank(struct making *m)
{
	size_t count = m->rec->respondent_count;
	struct ranked *ranked = pool_alloc(&m->grid->pool, count * sizeof(*ranked));

	m->order = pool_alloc(&m->grid->pool, count * sizeof(*m->order));
	for (size_t i = 0; i < count; i++)
		ranked[i] = (struct ranked){ (int)i, edition_number_of(m->rec, (int)i) };
	qsort(ranked, count, sizeof(*ranked), by_number);
	for (size_t i = 0; i < count; i++)
		m->order[i] = ranked[i].respondent;
}

static bool says_something(const struct answer *answer)
{
	return answer &&
		(answer->state != STATE_BLANK || !str_blank(answer->text) ||
			!str_blank(answer->comment));
}

/* The answer, where a row may state it and it says something; else NULL. */
static const struct answer *stated(const struct making *m, int respondent, int item)
{
	const struct answer *answer = record_answer(m->rec, respondent, item);

	return says_something(answer) && edition_states(m->rec, respondent, item) ? answer : NULL;
}

static bool any_stated(const struct making *m, int item)
{
	for (size_t i = 0; i < m->rec->respondent_count; i++)
		if (stated(m, (int)i, item))
			return true;
	return false;
}

static void put_who(const struct making *m, struct cell *row, int respondent)
{
	const struct respondent *who = &m->rec->respondents[respondent];
	struct pool *pool = &m->grid->pool;
	char id[UUID_TEXT];

	uuid_text(&m->rec->assessment.object.id, id);
	row[AT_ASSESSMENT] = cell_word(pool_strdup(pool, id));
	if (edition_confides(m->rec, respondent)) {
		row[AT_RESPONDENT] = cell_number(edition_number_of(m->rec, respondent));
		return;
	}
	row[AT_RESPONDENT] = cell_word(pool_strdup(pool, uuid_text(&who->object.id, id)));
	row[AT_PARTY] = cell_text(m->rec->parties[who->party].label);
	row[AT_ROLE] = cell_word(vocabulary_role.word[who->role]);
}

static struct cell value_cell(struct making *m, const struct answer *answer)
{
	enum item_kind kind = m->rec->instrument->items[answer->item].kind;
	const char *text = value_format(&m->grid->pool, kind, &answer->value);
	int day;

	if (answer->value.type == VALUE_NUMBER)
		return cell_number(answer->value.number);
	if (kind == ITEM_DATE && text && date_parse(text, &day))
		return cell_day(day);
	return cell_text(text);
}

/* Words that came with the answer of somebody who may be cited. */
static const char *words_of(const struct making *m, const struct answer *answer, const char *text)
{
	return edition_confides(m->rec, answer->respondent) || str_blank(text) ? NULL : text;
}

static void add_answer(struct making *m, const struct answer *answer)
{
	const struct item *item = &m->rec->instrument->items[answer->item];
	struct cell *row = grid_add_row(m->grid);

	put_who(m, row, answer->respondent);
	row[AT_ITEM] = cell_word(item->id);
	row[AT_ASPECT] = cell_word(item->scale < 0 ? NULL : scale_info[item->scale].id);
	row[AT_STATE] = cell_word(vocabulary_state.word[answer->state]);
	row[AT_VALUE] = value_cell(m, answer);
	row[AT_TEXT] = cell_text(words_of(m, answer, answer->text));
	row[AT_COMMENT] = cell_text(words_of(m, answer, answer->comment));
}

static void add_answers(struct making *m)
{
	for (size_t item = 0; item < m->rec->instrument->item_count; item++)
		for (size_t i = 0; i < m->rec->respondent_count; i++) {
			const struct answer *answer = stated(m, m->order[i], (int)item);

			if (answer)
				add_answer(m, answer);
		}
}

/* A row a respondent */

/* What was answered; else why not. */
static struct cell answer_cell(struct making *m, const struct answer *answer)
{
	const char *text = words_of(m, answer, answer->text);

	if (answer->state != STATE_ANSWERED)
		return cell_word(vocabulary_state.word[answer->state]);
	return text ? cell_text(text) : value_cell(m, answer);
}

static void add_respondent(struct making *m, int respondent, const int *items)
{
	struct cell *row = grid_add_row(m->grid);

	put_who(m, row, respondent);
	for (size_t i = AT_WHO_COUNT; i < m->grid->column_count; i++) {
		const struct answer *answer = stated(m, respondent, items[i]);

		if (answer)
			row[i] = answer_cell(m, answer);
	}
}

/* The items of the columns; what none of this round is asked stands only where it was answered. */
static int *question_columns(struct making *m)
{
	const struct instrument *bank = m->rec->instrument;
	bool pulse = m->rec->assessment.kind == ROUND_PULSE;
	int *items = pool_alloc(&m->grid->pool, (AT_WHO_COUNT + bank->item_count) * sizeof(*items));

	for (size_t i = 0; i < bank->item_count; i++)
		if (flow_has(&bank->items[i], pulse) || any_stated(m, (int)i)) {
			items[m->grid->column_count] = (int)i;
			grid_add_column(m->grid, bank->items[i].id);
		}
	return items;
}

static void add_respondents(struct making *m)
{
	const int *items = question_columns(m);

	for (size_t i = 0; i < m->rec->respondent_count; i++)
		if (record_answers(m->rec, m->order[i]) > 0)
			add_respondent(m, m->order[i], items);
}

void answers_grid(struct grid *grid, const struct record *rec, bool wide)
{
	struct making m = { .grid = grid, .rec = rec };

	*grid = (struct grid){ 0 };
	rank(&m);
	for (int i = 0; i < (wide ? (int)AT_WHO_COUNT : (int)AT_COUNT); i++)
		grid_add_column(grid, titles[i]);
	if (wide)
		add_respondents(&m);
	else
		add_answers(&m);
}
