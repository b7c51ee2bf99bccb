/* SPDX-License-Identifier: MIT */
/*
 * One line of a text that may have been quoted, wrapped and filled in: what it begins with.
 */
#include "internal.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <rekindle/utf8.h>

#define NO_BREAK "\xC2\xA0"

/* Bytes of a blank, 0: there is none. */
static size_t blank(const char *text)
{
	if (*text == ' ' || *text == '\t' || *text == '\f' || *text == '\v')
		return 1;
	return strncmp(text, NO_BREAK, 2) ? 0 : 2;
}

/* "AR>", as some programs mark whom they quote. */
static size_t initials(const char *text)
{
	size_t n = 0;
	while (isalpha((unsigned char)text[n]) && n < 4)
		n++;
	return n && text[n] == '>' ? n : 0;
}

/* Behind at most so many quote marks, and the blanks before them; *depth: how many there were. */
static const char *unquoted(const char *text, int most, int *depth)
{
	*depth = 0;
	for (;;) {
		for (size_t n; (n = blank(text)) > 0;)
			text += n;
		if (*depth == most)
			return text;
		text += initials(text);
		if (*text != '>' && *text != '|')
			return text;
		text++;
		++*depth;
	}
}

/* Runs of blanks are one, those at both ends go. */
static const char *squeezed(struct pool *pool, const char *text)
{
	char *out = pool_alloc(pool, strlen(text) + 1), *to = out;
	for (size_t n; *text; text += n) {
		n = blank(text);
		if (!n)
			*to++ = *text, n = 1;
		else if (to > out && to[-1] != ' ')
			*to++ = ' ';
	}
	while (to > out && to[-1] == ' ')
		to--;
	*to = '\0';
	return out;
}

const char *sheet_line_unquote(struct pool *pool, const char *text, int depth)
{
	int found;
	return squeezed(pool, unquoted(text, depth, &found));
}

static bool begins(const char **text, const char *with)
{
	size_t n = strlen(with);
	bool is = !strncasecmp(*text, with, n);
	*text += is ? n : 0;
	return is;
}

/* Behind a colon, where one stands next. */
static bool colon(const char **text)
{
	const char *at = *text + (**text == ' ');
	if (*at != ':')
		return false;
	*text = at + 1 + (at[1] == ' ');
	return true;
}

static const struct {
	const char *word;
	enum line_kind kind;
} heads[] = {
	{ "Sheet", LINE_SHEET },
	{ "Questions", LINE_QUESTIONS },
	{ "Consent", LINE_CONSENT },
	{ "Attribution", LINE_ATTRIBUTION },
	{ "Finished", LINE_FINISHED },
};

static bool read_head(const char *text, struct sheet_line *line)
{
	for (size_t i = 0; i < sizeof(heads) / sizeof(*heads); i++) {
		const char *at = text;
		if (!begins(&at, heads[i].word) || !colon(&at))
			continue;
		line->kind = heads[i].kind;
		line->rest = at;
		return true;
	}
	return false;
}

/* "Q12", and a blank behind it. */
static bool read_number(const char **text, int *number)
{
	const char *at = *text;
	char *end;
	if ((*at != 'Q' && *at != 'q') || !isdigit((unsigned char)at[1]))
		return false;
	unsigned long n = strtoul(at + 1, &end, 10);
	if (n > 9999)
		return false;
	*number = (int)n;
	*text = end + (*end == ' ');
	return true;
}

/* "[strategy.rationale.4]" */
static bool read_item(struct pool *pool, const char **text, const char **item)
{
	const char *end = **text == '[' ? strchr(*text, ']') : NULL;
	if (!end)
		return false;
	*item = squeezed(pool, pool_strndup(pool, *text + 1, (size_t)(end - *text - 1)));
	*text = end + 1 + (end[1] == ' ');
	return true;
}

static void read_check(const char **text, char check[5])
{
	const char *at = *text + 1;
	if (**text != '~' || strspn(at, "0123456789abcdefABCDEF") != 4)
		return;
	for (int i = 0; i < 4; i++)
		check[i] = (char)tolower((unsigned char)at[i]);
	check[4] = '\0';
	*text = at + 4 + (at[4] == ' ');
}

/* "Answer Q1 [item] ~1a2b: 4"; a mail program may have broken it before the colon. */
static bool read_entry(struct pool *pool, const char *text, struct sheet_line *line)
{
	bool comment = begins(&text, "Comment ");
	if ((!comment && !begins(&text, "Answer ")) || !read_number(&text, &line->number))
		return false;
	read_item(pool, &text, &line->item);
	read_check(&text, line->check);
	line->kind = comment ? LINE_COMMENT : LINE_ANSWER;
	if (colon(&text))
		line->rest = text;
	else
		line->unfinished = !*text || (*text == '[' && !strchr(text, ']')) || *text == '~';
	return line->rest || line->unfinished;
}

static bool read_question(struct pool *pool, const char *text, struct sheet_line *line)
{
	if (!read_number(&text, &line->number))
		return false;
	bool named = read_item(pool, &text, &line->item);
	line->kind = LINE_QUESTION;
	line->unfinished = !named && !*text;
	return (named && !*text) || line->unfinished;
}

/* A line of another kind is none of a sheet. */
static bool read_kind(struct pool *pool, const char *plain, struct sheet_line *line)
{
	if (!strcasecmp(plain, "Rekindle answer sheet, 1"))
		line->kind = LINE_BEGIN;
	else if (!strcasecmp(plain, "End of sheet"))
		line->kind = LINE_END;
	else
		return read_head(plain, line) || read_entry(pool, plain, line) ||
			read_question(pool, plain, line);
	return true;
}

/* Behind the mark of a list: "- ", "2. ". */
static const char *unlisted(const char *text)
{
	static const char *const marks[] = { "-", "*", "+", "\xE2\x80\x93", "\xE2\x80\xA2",
		"\xC2\xB7" };
	for (size_t i = 0; i < sizeof(marks) / sizeof(*marks); i++) {
		size_t n = strlen(marks[i]);
		if (!strncmp(text, marks[i], n) && text[n] == ' ')
			return text + n + 1;
	}
	size_t n = strspn(text, "0123456789");
	bool numbered = n && n < 4 && (text[n] == '.' || text[n] == ')') && text[n + 1] == ' ';
	return numbered ? text + n + 2 : text;
}

/* "*Answer Q3:* 5" without the marks of bold print. */
static const char *unbold(struct pool *pool, const char *text)
{
	size_t n = strspn(text, "*_");
	if (!n)
		return text;
	char *plain = pool_strdup(pool, text + n), *behind = strchr(plain, ']');
	char *close = strstr(behind ? behind : plain, pool_strndup(pool, text, n));
	if (close)
		memmove(close, close + n, strlen(close + n) + 1);
	return squeezed(pool, plain);
}

/* "Answer Q7 2", "AnswerQ7: 2", "Answer 7: 2", "Q7: 2": somebody meant an answer. */
static bool looks_like_entry(const char *text)
{
	bool word = begins(&text, "Answer") || begins(&text, "Comment");
	text += word && *text == ' ';
	bool letter = begins(&text, "Q");
	text += word && letter && *text == ' ';
	size_t n = strspn(text, "0123456789");
	bool marked = n && strchr(":=", text[n + (text[n] == ' ')]) && text[n];
	return n && ((word && letter) || ((word || letter) && marked));
}

void sheet_line_read(struct pool *pool, const char *text, struct sheet_line *line)
{
	int depth;
	const char *plain = squeezed(pool, unquoted(text, -1, &depth));
	*line = (struct sheet_line){ .kind = LINE_TEXT, .depth = depth };
	const struct sheet_line none = *line;
	if (read_kind(pool, plain, line))
		return;
	const char *bare = unbold(pool, unlisted(plain));
	*line = none;
	line->marked = strcmp(bare, plain) != 0;
	if (line->marked && read_kind(pool, bare, line))
		return;
	*line = none;
	line->damaged = looks_like_entry(bare);
}
