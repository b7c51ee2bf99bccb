/* SPDX-License-Identifier: MIT */
/*
 * What one cell says of an item, by the item's kind.
 */
#include "internal.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

struct saying {
	const struct survey_row *row;
	const struct survey_answer *map;
	const struct item *item;
	struct survey_said *said;
};

static enum said wrong(const struct saying *s, const char *what)
{
	s->said->wrong = what;
	return SAID_WRONG;
}

static enum said take_state(const struct saying *s, enum answer_state state)
{
	if (state == STATE_BLANK)
		return SAID_NOTHING;
	s->said->answer.state = (int)state;
	said_give(s->said, offsetof(struct answer, state));
	said_give(s->said, offsetof(struct answer, value));
	if (s->item->kind == ITEM_TEXT)
		said_give(s->said, offsetof(struct answer, text));
	return SAID_ANSWER;
}

static enum said take_value(const struct saying *s, const char *text)
{
	struct answer *answer = &s->said->answer;
	if (!value_parse(s->row->pool, s->item->kind, text, &answer->value))
		return wrong(s, "is no answer to this question");
	if (s->map->reversed && s->item->kind == ITEM_RATED)
		answer->value.number = 6 - answer->value.number;
	return take_state(s, STATE_ANSWERED);
}

static enum said take_words(const struct saying *s, const char *text)
{
	s->said->answer.text = text;
	return take_state(s, STATE_ANSWERED);
}

/* Does the map say of any word which rating it is? Then those it does not name are slips. */
static bool rates_words(const struct survey_words *values)
{
	for (size_t i = 0; i < values->count; i++)
		if (vocabulary_find(&vocabulary_state, values->list[i].means) < 0)
			return true;
	return false;
}

static enum said take_rated(const struct saying *s, const char *cell)
{
	if (rates_words(&s->map->values))
		return wrong(s, "is no word of the map; add it to `values`, or correct the cell");
	if (strlen(cell) == 1 && *cell >= '1' && *cell <= '5')
		return take_value(s, cell);
	return wrong(s, "is no whole number from 1 to 5; say by `values` what it means");
}

/* With the decimal mark that the map says, and no other. */
static enum said take_number(const struct saying *s, const char *cell)
{
	char *text = pool_strdup(s->row->pool, cell), *end;
	char *mark = strchr(text, s->row->map->decimal);
	size_t plain = strspn(cell, "+-0123456789");
	if (cell[plain] && cell + plain != cell + (mark ? mark - text : -1))
		return wrong(s, "is no number as the map has them; see `decimal`");
	if (mark)
		*mark = '.';
	double x = strtod(text, &end);
	return *end || end == text || !isfinite(x) ? wrong(s, "is no number") : take_value(s, text);
}

static enum said take_day(const struct saying *s, const char *cell)
{
	struct survey_time time;
	char day[DATE_TEXT];
	if (words_have(&s->map->form.none, cell))
		return SAID_NOTHING;
	if (!survey_time_read(&s->map->form, cell, &time))
		return wrong(s, "is no day in the form that the map says");
	return take_value(s, date_iso(time.day, day));
}

static enum said take_unknown(const struct saying *s, const char *cell)
{
	(void)cell;
	return wrong(s, "is no word of the map; add it to `values`, or correct the cell");
}

/* A word that the map does not name. */
static enum said take_unnamed(const struct saying *s, const char *cell)
{
	static enum said (*const take[ITEM_KIND_COUNT])(const struct saying *, const char *) = {
		[ITEM_RATED] = take_rated,
		[ITEM_CHOICE] = take_unknown,
		[ITEM_MULTI] = take_unknown,
		[ITEM_NUMBER] = take_number,
		[ITEM_DATE] = take_day,
		[ITEM_TEXT] = take_words,
		[ITEM_SPLIT] = take_value,
		[ITEM_CHECK] = take_value,
	};
	return take[s->item->kind](s, cell);
}

static enum said take_meaning(const struct saying *s, const char *means)
{
	int state = vocabulary_find(&vocabulary_state, means);
	if (state >= 0 && state != STATE_ANSWERED)
		return take_state(s, (enum answer_state)state);
	return s->item->kind == ITEM_TEXT ? take_words(s, means) : take_value(s, means);
}

/* Choices in one cell: a choice may hold what stands between them. */
static enum said take_joined(const struct saying *s, const char *cell)
{
	const char *separator = s->map->separator, *at = cell;
	struct str list;
	str_init(&list);
	for (size_t n; *at;
		at += strncmp(at, separator, strlen(separator)) ? 0 : strlen(separator)) {
		const struct survey_word *word = words_begin(&s->map->values, at, separator, &n);
		if (!word || vocabulary_find(&vocabulary_state, word->means) >= 0)
			break;
		str_addf(&list, "%s%s", list.len ? s->item->kind == ITEM_MULTI ? "," : "; " : "",
			word->means);
		at += n;
	}
	enum said said =
		*at ? take_unknown(s, cell) : take_meaning(s, pool_strdup(s->row->pool, list.text));
	str_release(&list);
	return said;
}

static enum said take_cell(const struct saying *s, const char *cell)
{
	const char *means = words_find(&s->map->values, cell);
	if (means)
		return take_meaning(s, means);
	if (s->map->separator && s->map->values.count)
		return take_joined(s, cell);
	return take_unnamed(s, cell);
}

enum said survey_value(const struct survey_row *row, const struct survey_answer *map,
	const char *cell, struct survey_said *said)
{
	const struct saying s = { row, map, &row->instrument->items[map->item_at], said };
	const char *text = survey_cell(row->pool, cell);
	if (!cell && row->map->nothing_not_asked)
		return take_state(&s, STATE_NOT_ASKED);
	return text ? take_cell(&s, text) : SAID_NOTHING;
}

bool survey_means(const struct item *item, const char *means)
{
	struct pool pool = { 0 };
	struct value value;
	int state = vocabulary_find(&vocabulary_state, means);
	bool known = state >= 0 && state != STATE_ANSWERED;
	if (!known && item->kind != ITEM_TEXT)
		known = value_parse(&pool, item->kind, means, &value);
	if (!known && item->kind == ITEM_TEXT)
		known = !str_blank(means);
	bool chooses = item->kind == ITEM_CHOICE || item->kind == ITEM_MULTI;
	if (known && state < 0 && chooses) {
		known = false;
		for (size_t i = 0; i < item->choice_count; i++)
			known |= !strcmp(item->choices[i].id, means);
	}
	pool_release(&pool);
	return known;
}
