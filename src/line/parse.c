/* SPDX-License-Identifier: MIT */
/*
 * What a typed line means as an answer: pure, one small function per kind of item. What cannot be
 * meant comes back with a hint that says what can.
 */
#include <ctype.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <rekindle/schema.h>
#include <rekindle/utf8.h>
#include "session.h"

static const char *wrong(struct pool *pool, enum item_kind kind, const char *typed)
{
	static const enum sentence expected[ITEM_KIND_COUNT] = {
		[ITEM_RATED] = W_LINE_WRONG_RATED,
		[ITEM_CHOICE] = W_LINE_WRONG_CHOICE,
		[ITEM_MULTI] = W_LINE_WRONG_MULTI,
		[ITEM_NUMBER] = W_LINE_WRONG_NUMBER,
		[ITEM_TEXT] = W_LINE_WRONG_TEXT,
		[ITEM_SPLIT] = W_LINE_WRONG_SPLIT,
		[ITEM_CHECK] = W_LINE_WRONG_CHECK,
	};
	struct str shown;

	str_init(&shown);
	utf8_cut(&shown, UTF8_FILE, typed, 30);
	const char *no_day =
		kind == ITEM_DATE ? words_no_typed_day(pool, typed, clock_today()) : NULL;
	const char *hint = no_day ? words(pool, W_LINE_WRONG_DATE, hole_text("typed", shown.text),
					    hole_text("wrong", no_day))
				  : words(pool, W_LINE_WRONG, hole_text("typed", shown.text),
					    hole_text("how", words_plain(expected[kind])));
	str_release(&shown);
	return hint;
}

static void answered(struct parsed_answer *parsed)
{
	parsed->kind = PARSED_ANSWER;
	parsed->state = STATE_ANSWERED;
}

/* The four words that stand for every question. In an open one only exactly as written: "Na ja"
 * begins a sentence. */
static bool parse_state(
	const char *line, bool exact, struct pool *pool, struct parsed_answer *parsed)
{
	static const struct {
		const char *word;
		enum answer_state state;
	} words[] = {
		{ "dk", STATE_DONT_KNOW },
		{ "declined", STATE_DECLINED },
		{ "skip", STATE_BLANK },
		{ "na", STATE_NOT_APPLICABLE },
	};
	size_t n = strcspn(line, " \t");
	const char *rest = line + n + strspn(line + n, " \t");

	for (size_t i = 0; i < sizeof(words) / sizeof(*words); i++) {
		if (strlen(words[i].word) != n ||
			(exact ? strncmp : strncasecmp)(words[i].word, line, n) != 0)
			continue;
		if (*rest && words[i].state != STATE_NOT_APPLICABLE)
			return false;
		parsed->kind = PARSED_ANSWER;
		parsed->state = words[i].state;
		parsed->reason = *rest ? pool_strdup(pool, rest) : NULL;
		return true;
	}
	return false;
}

/* Index of the choice meant by a number, its id, its text or the beginning of one text; -1. */
static int find_choice(const struct item *item, const char *typed)
{
	size_t n = strlen(typed);
	int found = -1;
	char *end;
	long number = strtol(typed, &end, 10);

	if (n && *end == '\0')
		return number >= 1 && (size_t)number <= item->choice_count ? (int)number - 1 : -1;
	for (size_t i = 0; i < item->choice_count; i++)
		if (strcasecmp(item->choices[i].id, typed) == 0 ||
			strcasecmp(item->choices[i].text, typed) == 0)
			return (int)i;
	for (size_t i = 0; n && i < item->choice_count; i++) {
		if (strncasecmp(item->choices[i].text, typed, n) != 0)
			continue;
		if (found >= 0)
			return -1;
		found = (int)i;
	}
	return found;
}

static bool parse_choice(const struct item *item, const char *typed, struct value *value)
{
	int i = find_choice(item, typed);

	if (i < 0)
		return false;
	*value = (struct value){ .type = VALUE_TEXT, .text = item->choices[i].id };
	return true;
}

/* The ids of all that are meant, each once, in the order of the choices. */
static bool parse_multi(
	const struct item *item, const char *typed, struct pool *pool, struct value *value)
{
	char *copy = pool_strdup(pool, typed), *rest = copy;
	bool *meant = pool_alloc(pool, item->choice_count * sizeof(*meant));
	const char *ids = NULL;

	for (char *word; (word = strsep(&rest, ",")) != NULL;) {
		word += strspn(word, " \t");
		for (size_t n = strlen(word); n && isblank((unsigned char)word[n - 1]); n--)
			word[n - 1] = '\0';
		int i = find_choice(item, word);
		if (i < 0)
			return false;
		meant[i] = true;
	}
	for (size_t i = 0; i < item->choice_count; i++)
		if (meant[i])
			ids = ids ? pool_printf(pool, "%s\n%s", ids, item->choices[i].id)
				  : item->choices[i].id;
	*value = (struct value){ .type = VALUE_TEXT, .text = ids };
	return true;
}

/* Four numbers, with blanks, commas or signs between them; a sum that is not 100 is told, and kept.
 */
static bool parse_split(const char *typed, struct pool *pool, struct parsed_answer *parsed)
{
	char *copy = pool_strdup(pool, typed);
	double sum = 0;

	for (char *p = copy; *p; p++)
		if (strchr(",;/\t", *p))
			*p = ' ';
	if (!value_parse(pool, ITEM_SPLIT, copy, &parsed->value))
		return false;
	for (int i = 0; i < CAUSE_COUNT; i++)
		sum += parsed->value.split[i];
	if (sum <= 0)
		parsed->hint = words_plain(W_LINE_SPLIT_NONE);
	else if (sum < 99.999 || sum > 100.001)
		parsed->hint = words(
			pool, W_LINE_SPLIT_SUM, hole_text("sum", pool_printf(pool, "%g", sum)));
	return true;
}

static bool parse_check(const char *typed, struct pool *pool, struct parsed_answer *parsed)
{
	char lower[16];
	size_t n = strlen(typed);

	if (n >= sizeof(lower))
		return false;
	for (size_t i = 0; i <= n; i++)
		lower[i] = (char)tolower((unsigned char)typed[i]);
	return value_parse(pool, ITEM_CHECK, lower, &parsed->value);
}

/* What was understood is told where it was not written out. */
static bool parse_day(const char *typed, struct pool *pool, struct parsed_answer *parsed)
{
	char iso[DATE_TEXT];
	int day, other;

	if (date_typed(typed, clock_today(), DATE_AHEAD, &day, &other))
		return false;
	if (strcmp(date_iso(day, iso), typed) != 0)
		parsed->hint = words_day_in_full(pool, day);
	return value_parse(pool, ITEM_DATE, iso, &parsed->value);
}

static bool parse_value(
	const struct item *item, const char *typed, struct pool *pool, struct parsed_answer *parsed)
{
	switch (item->kind) {
	case ITEM_CHOICE:
		return parse_choice(item, typed, &parsed->value);
	case ITEM_MULTI:
		return parse_multi(item, typed, pool, &parsed->value);
	case ITEM_SPLIT:
		return parse_split(typed, pool, parsed);
	case ITEM_CHECK:
		return parse_check(typed, pool, parsed);
	case ITEM_DATE:
		return parse_day(typed, pool, parsed);
	case ITEM_RATED:
	case ITEM_NUMBER:
		return value_parse(pool, item->kind, typed, &parsed->value);
	case ITEM_TEXT:
	case ITEM_KIND_COUNT:
		break;
	}
	return false;
}

void parse_answer(
	const struct item *item, const char *line, struct pool *pool, struct parsed_answer *parsed)
{
	char *typed = pool_strdup(pool, line + strspn(line, " \t"));

	for (size_t n = strlen(typed); n && isblank((unsigned char)typed[n - 1]); n--)
		typed[n - 1] = '\0';
	*parsed = (struct parsed_answer){ .kind = PARSED_KEEP };
	if (*typed == '\0')
		return;
	if (parse_state(typed, item->kind == ITEM_TEXT, pool, parsed))
		return;
	if (item->kind == ITEM_TEXT)
		parsed->kind = PARSED_TEXT;
	else if (parse_value(item, typed, pool, parsed))
		answered(parsed);
	else
		*parsed = (struct parsed_answer){ .kind = PARSED_WRONG,
			.hint = wrong(pool, item->kind, typed) };
}
