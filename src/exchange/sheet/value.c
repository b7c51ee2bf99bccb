/* SPDX-License-Identifier: MIT */
/*
 * What somebody has written behind `Answer`, by the kind of the question.
 */
#include "internal.h"

#include <ctype.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <rekindle/date.h>
#include <rekindle/utf8.h>
#include <rekindle/words.h>

/* In small letters, an apostrophe of either kind left out. */
static void fold(struct str *out, const char *text)
{
	struct str folded;
	str_init(&folded);
	utf8_fold(&folded, text);
	for (const char *at = folded.text; *at; at++)
		if (!strncmp(at, "\xE2\x80\x99", 3))
			at += 2;
		else if (*at != '\'')
			str_addc(out, *at);
	str_release(&folded);
}

static int state_of(const char *text)
{
	static const struct {
		const char *word;
		enum answer_state state;
	} words[] = { { "dont know", STATE_DONT_KNOW }, { "dont_know", STATE_DONT_KNOW },
		{ "do not know", STATE_DONT_KNOW }, { "?", STATE_DONT_KNOW },
		{ "not applicable", STATE_NOT_APPLICABLE },
		{ "not_applicable", STATE_NOT_APPLICABLE }, { "-", STATE_NOT_APPLICABLE },
		{ "n/a", STATE_NOT_APPLICABLE }, { "n.a.", STATE_NOT_APPLICABLE },
		{ "decline", STATE_DECLINED }, { "declined", STATE_DECLINED },
		{ "x", STATE_DECLINED } };
	struct str said;
	int state = -1;
	str_init(&said);
	fold(&said, text);
	for (size_t i = 0; i < sizeof(words) / sizeof(*words) && state < 0; i++)
		if (!strcmp(words[i].word, said.text))
			state = (int)words[i].state;
	str_release(&said);
	return state;
}

/* By its number, its id or its text. */
static int choice_of(const struct item *item, const char *typed)
{
	char *end;
	long number = strtol(typed, &end, 10);
	if (isdigit((unsigned char)*typed) && !*end)
		return number >= 1 && (size_t)number <= item->choice_count ? (int)number - 1 : -1;
	for (size_t i = 0; i < item->choice_count; i++)
		if (!strcasecmp(item->choices[i].id, typed) ||
			utf8_same_name(item->choices[i].text, typed))
			return (int)i;
	return -1;
}

static const char *trimmed(struct pool *pool, const char *text, size_t n)
{
	while (n && isspace((unsigned char)*text))
		text++, n--;
	while (n && isspace((unsigned char)text[n - 1]))
		n--;
	return pool_strndup(pool, text, n);
}

/* "*4*" without its marks of bold print. */
static const char *unbold(struct pool *pool, const char *text)
{
	size_t n = strlen(text), marks = strspn(text, "*_");
	if (!marks || n <= 2 * marks || strncmp(text, text + n - marks, marks) != 0)
		return text;
	return trimmed(pool, text + marks, n - 2 * marks);
}

static bool take_choice(
	struct pool *pool, const struct item *item, const char *text, struct value *value)
{
	(void)pool;
	int choice = choice_of(item, text);
	if (choice < 0)
		return false;
	*value = (struct value){ .type = VALUE_TEXT, .text = item->choices[choice].id };
	return true;
}

/* Each once, in the order of the bank. */
static bool take_multi(
	struct pool *pool, const struct item *item, const char *text, struct value *value)
{
	bool *chosen = pool_alloc(pool, item->choice_count + 1);
	const char *ids = NULL;
	for (size_t n; *text; text += n + (text[n] != '\0')) {
		n = strcspn(text, ",;\n");
		int choice = choice_of(item, trimmed(pool, text, n));
		if (choice < 0)
			return false;
		chosen[choice] = true;
	}
	for (size_t i = 0; i < item->choice_count; i++)
		if (chosen[i])
			ids = ids ? pool_printf(pool, "%s\n%s", ids, item->choices[i].id)
				  : item->choices[i].id;
	*value = (struct value){ .type = VALUE_TEXT, .text = ids };
	return ids != NULL;
}

/* "strategy 40", "40%", the points alone in the order of the causes. */
static bool take_points(const char *part, int place, struct value *value)
{
	int cause = place;
	size_t word = strcspn(part, " 0123456789:=");
	if (word) {
		char name[24];
		snprintf(name, sizeof(name), "%.*s", (int)word, part);
		for (char *p = name; *p; p++)
			*p = (char)tolower((unsigned char)*p);
		cause = vocabulary_find(&vocabulary_cause, name);
		part += word + strspn(part + word, " :=");
	}
	char *end;
	double points = strtod(part, &end);
	end += strspn(end, " ");
	end += *end == '%';
	if (cause < 0 || cause >= CAUSE_COUNT || end == part || *end || !isfinite(points) ||
		points < 0)
		return false;
	value->split[cause] = points;
	return true;
}

static bool take_split(
	struct pool *pool, const struct item *item, const char *text, struct value *value)
{
	int place = 0;
	(void)item;
	if (value_parse(pool, ITEM_SPLIT, text, value))
		return true;
	*value = (struct value){ .type = VALUE_SPLIT };
	for (size_t n; *text; text += n + (text[n] != '\0')) {
		n = strcspn(text, ",;/\n");
		if (!take_points(trimmed(pool, text, n), place++, value))
			return false;
	}
	return place > 0;
}

/* "4", "4.", "4/5", "4 of 5", "4 (mostly)" */
static bool ends_rating(const char *text)
{
	static const char *const scales[] = { "", ".", "/5", "/ 5", "of 5", "out of 5" };
	text += *text == ' ';
	for (size_t i = 0; i < sizeof(scales) / sizeof(*scales); i++)
		if (!strcasecmp(text, scales[i]))
			return true;
	bool number = text[strcspn(text, "0123456789")];
	return *text == '(' && strcspn(text, ")") + 1 == strlen(text) && !number;
}

static bool take_rating(
	struct pool *pool, const struct item *item, const char *text, struct value *value)
{
	if (*text < '1' || *text > '5' || !ends_rating(text + 1))
		return false;
	return value_parse(pool, item->kind, pool_strndup(pool, text, 1), value);
}

static bool take_number(
	struct pool *pool, const struct item *item, const char *text, struct value *value)
{
	char *plain = pool_strdup(pool, text), *comma = strchr(plain, ',');
	if (comma && comma == strrchr(plain, ',') && !strchr(plain, '.'))
		*comma = '.';
	return value_parse(pool, item->kind, plain, value);
}

static bool take_day(
	struct pool *pool, const struct item *item, const char *text, struct value *value)
{
	char iso[DATE_TEXT];
	int day, other;
	if (date_typed(text, clock_today(), DATE_NEAR, &day, &other))
		return false;
	return value_parse(pool, item->kind, pool_strdup(pool, date_iso(day, iso)), value);
}

static bool take_check(
	struct pool *pool, const struct item *item, const char *text, struct value *value)
{
	struct str said;
	str_init(&said);
	fold(&said, text);
	bool taken = value_parse(pool, item->kind, pool_strdup(pool, said.text), value);
	str_release(&said);
	return taken;
}

static const struct {
	bool (*take)(struct pool *, const struct item *, const char *, struct value *);
	enum sentence wrong;
} kinds[ITEM_KIND_COUNT] = {
	[ITEM_RATED] = { take_rating, W_SHEET_WRONG_RATED },
	[ITEM_CHOICE] = { take_choice, W_SHEET_WRONG_CHOICE },
	[ITEM_MULTI] = { take_multi, W_SHEET_WRONG_MULTI },
	[ITEM_NUMBER] = { take_number, W_SHEET_WRONG_NUMBER },
	[ITEM_DATE] = { take_day, W_SHEET_WRONG_DATE },
	[ITEM_SPLIT] = { take_split, W_SHEET_WRONG_SPLIT },
	[ITEM_CHECK] = { take_check, W_SHEET_WRONG_CHECK },
};

bool value_said(struct pool *pool, const struct item *item, const char *text, struct answer *answer,
	const char **wrong)
{
	const char *said = item->kind == ITEM_TEXT ? text : unbold(pool, text);
	int state = state_of(said);
	answer->state = !*text ? (int)STATE_BLANK : state >= 0 ? state : (int)STATE_ANSWERED;
	if (answer->state != STATE_ANSWERED)
		return true;
	if (item->kind == ITEM_TEXT) {
		answer->text = text;
		return true;
	}
	if (kinds[item->kind].take(pool, item, said, &answer->value))
		return true;
	*wrong = words(
		pool, kinds[item->kind].wrong, hole_text("text", pool_printf(pool, "%.60s", text)));
	return false;
}
