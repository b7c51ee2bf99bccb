/* SPDX-License-Identifier: MIT */
/*
 * Sentences with named holes: the text of each, and how its holes are filled.
 */
#include "screens/keys.h"

#include <assert.h>
#include <math.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>
#include <rekindle/date.h>
#include <rekindle/str.h>

#define NB "\302\240"

static const char *const patterns[SENTENCE_COUNT] = {
#define SENTENCE(name, text) [W_##name] = text,
#include "sentences.def"
#undef SENTENCE
};

const char *words_pattern(enum sentence sentence)
{
	assert(sentence < SENTENCE_COUNT);
	return words_with_keys(sentence, patterns[sentence]);
}

const char *words_plain(enum sentence sentence)
{
	const char *pattern = words_pattern(sentence);

	assert(!strchr(pattern, '{'));
	return pattern;
}

struct hole hole_text(const char *name, const char *text)
{
	assert(text);
	return (struct hole){ .name = name, .kind = HOLE_TEXT, .text = text };
}

struct hole hole_count(const char *name, int count)
{
	return (struct hole){ .name = name, .kind = HOLE_COUNT, .count = count };
}

struct hole hole_word(const char *name, int count)
{
	return (struct hole){ .name = name, .kind = HOLE_WORD, .count = count };
}

struct hole hole_number(const char *name, double x, int decimals)
{
	assert(!isnan(x));
	return (struct hole){ .name = name, .kind = HOLE_NUMBER, .number = x, .form = decimals };
}

struct hole hole_day(const char *name, int day, enum day_form form)
{
	assert(day != DATE_NONE);
	return (struct hole){ .name = name, .kind = HOLE_DAY, .count = day, .form = (int)form };
}

struct hole hole_list(const char *name, const struct texts *list)
{
	return (struct hole){ .name = name, .kind = HOLE_LIST, .list = list };
}

const char *count_word(int n)
{
	static const char *const word[] = { "no", "one", "two", "three", "four", "five", "six",
		"seven", "eight", "nine", "ten" };

	return n >= 0 && n <= 10 ? word[n] : NULL;
}

static void add_day(struct str *out, int day, enum day_form form)
{
	static const char *(*const write[])(int, char *) = {
		[DAY_ISO] = date_iso,
		[DAY_SHORT] = date_short,
		[DAY_YEAR] = date_short_year,
		[DAY_LONG] = date_long,
		[DAY_UNBROKEN] = date_long,
	};
	char buffer[32];

	for (const char *at = write[form](day, buffer); *at; at++)
		str_add(out, form == DAY_UNBROKEN && *at == ' ' ? NB : (const char[]){ *at, '\0' });
}

static void add_value(struct str *out, struct pool *pool, const struct hole *hole)
{
	switch (hole->kind) {
	case HOLE_TEXT:
		str_add(out, hole->text);
		break;
	case HOLE_WORD:
		if (count_word(hole->count)) {
			str_add(out, count_word(hole->count));
			break;
		} /* fall through */
	case HOLE_COUNT:
		str_addf(out, "%d", hole->count);
		break;
	case HOLE_NUMBER:
		str_addf(out, "%.*f", hole->form, hole->number);
		break;
	case HOLE_DAY:
		add_day(out, hole->count, (enum day_form)hole->form);
		break;
	case HOLE_LIST:
		str_add(out, words_list(pool, hole->list));
		break;
	}
}

/* The hole whose name stands at text[0..n). */
static const struct hole *find_hole(const struct hole *holes, const char *text, size_t n)
{
	for (; holes->name; holes++)
		if (strlen(holes->name) == n && !strncmp(holes->name, text, n))
			return holes;
	assert(!"a hole of the sentence is not filled");
	return holes;
}

/* Is the hole anywhere in the sentence, also in a branch that is not said? */
static bool is_asked_for(const char *pattern, const char *name)
{
	size_t n = strlen(name);

	for (const char *at = strchr(pattern, '{'); at; at = strchr(at + 1, '{'))
		if (!strncmp(at + 1, name, n) && (at[n + 1] == '}' || at[n + 1] == ':'))
			return true;
	return false;
}

static const char *closing(const char *text, const char *end)
{
	for (int depth = 1; text < end; text++) {
		depth += *text == '{' ? 1 : *text == '}' ? -1 : 0;
		if (!depth)
			return text;
	}
	assert(!"a brace is not closed");
	return end;
}

/* End of the branch that begins at text: its bar, or where the choice ends. */
static const char *branch_end(const char *text, const char *end)
{
	for (; text < end && *text != '|'; text++)
		if (*text == '{')
			text = closing(text + 1, end);
	return text;
}

/* The text of a choice's branch for so many, and its end. */
static const char *choose(const char *text, const char **end, int count)
{
	static const char *const forms[] = { "zero=", "one=" };
	const char *wanted = count == 0 || count == 1 ? forms[count] : NULL, *stop = *end;

	for (const char *at = text; at < stop; at = *end + 1) {
		size_t n = strcspn(at, "=") + 1;
		*end = branch_end(at, stop);
		if ((wanted && !strncmp(at, wanted, n)) || !strncmp(at, "other=", n))
			return at + n;
	}
	assert(!"a choice has no branch for others");
	return *end;
}

/* A sentence that is being filled. */
struct filling {
	struct pool *pool;
	const struct hole *holes;
	struct str out;
};

static void fill(struct filling *, const char *text, const char *end);

/* The hole between its braces, text[0..end): a value, or one branch of a choice. */
static void fill_hole(struct filling *to, const char *text, const char *end)
{
	size_t n = strcspn(text, ":}");
	const struct hole *hole = find_hole(to->holes, text, n);

	if (text[n] == ':') {
		const char *branch = choose(text + n + 1, &end, hole->count);
		fill(to, branch, end);
	} else {
		add_value(&to->out, to->pool, hole);
	}
}

static void fill(struct filling *to, const char *text, const char *end)
{
	while (text < end) {
		const char *open = memchr(text, '{', (size_t)(end - text));

		str_addn(&to->out, text, (size_t)((open ? open : end) - text));
		if (!open)
			return;
		const char *close = closing(open + 1, end);
		fill_hole(to, open + 1, close);
		text = close + 1;
	}
}

const char *words_fill(struct pool *pool, enum sentence sentence, const struct hole *holes)
{
	const char *pattern = words_pattern(sentence);
	struct filling to = { .pool = pool, .holes = holes };

	for (const struct hole *hole = holes; hole->name; hole++)
		assert(is_asked_for(pattern, hole->name));
	str_init(&to.out);
	fill(&to, pattern, pattern + strlen(pattern));
	const char *said = pool_strndup(pool, to.out.text, to.out.len);
	str_release(&to.out);
	return said;
}
