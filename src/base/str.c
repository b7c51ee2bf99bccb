/* SPDX-License-Identifier: MIT */
/*
 * A text that grows.
 */
#include <rekindle/str.h>

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unicase.h>
#include <unictype.h>
#include <unistr.h>

#include <rekindle/pool.h>

#ifndef STR_FIRST
#define STR_FIRST 64
#endif

/* Shared by all empty texts; never written, for room is 0. */
static char empty[1];

void str_init(struct str *s)
{
	*s = (struct str){ .text = empty };
}

void str_release(struct str *s)
{
	if (s->room)
		free(s->text);
	str_init(s);
}

void str_clear(struct str *s)
{
	s->len = 0;
	if (s->room)
		s->text[0] = '\0';
}

static void str_reserve(struct str *s, size_t more)
{
	size_t need = s->len + more + 1;
	if (need <= s->room)
		return;
	size_t room = s->room ? s->room : STR_FIRST;
	while (room < need)
		room *= 2;
	char *text = mem_resize(s->room ? s->text : NULL, room);
	text[s->len] = '\0';
	s->text = text;
	s->room = room;
}

void str_insert(struct str *s, size_t at, const char *bytes, size_t n)
{
	if (!n)
		return;
	str_reserve(s, n);
	memmove(s->text + at + n, s->text + at, s->len - at + 1);
	memcpy(s->text + at, bytes, n);
	s->len += n;
}

void str_delete(struct str *s, size_t at, size_t n)
{
	if (!n)
		return;
	memmove(s->text + at, s->text + at + n, s->len - at - n + 1);
	s->len -= n;
}

void str_addn(struct str *s, const char *bytes, size_t n)
{
	if (!n)
		return;
	str_reserve(s, n);
	memcpy(s->text + s->len, bytes, n);
	s->len += n;
	s->text[s->len] = '\0';
}

void str_add(struct str *s, const char *text)
{
	if (text)
		str_addn(s, text, strlen(text));
}

void str_addc(struct str *s, char c)
{
	str_reserve(s, 1);
	s->text[s->len++] = c;
	s->text[s->len] = '\0';
}

void str_pad(struct str *s, char c, int count)
{
	for (; count > 0; count--)
		str_addc(s, c);
}

void str_addv(struct str *s, const char *fmt, va_list args)
{
	va_list again;
	va_copy(again, args);
	int n = vsnprintf(NULL, 0, fmt, args);
	if (n > 0) {
		str_reserve(s, (size_t)n);
		vsnprintf(s->text + s->len, (size_t)n + 1, fmt, again);
		s->len += (size_t)n;
	}
	va_end(again);
}

void str_add_whole(struct str *s, int64_t x)
{
	char digits[24];
	size_t at = sizeof(digits);
	uint64_t rest = x < 0 ? 0 - (uint64_t)x : (uint64_t)x;
	do
		digits[--at] = (char)('0' + rest % 10);
	while (rest /= 10);
	if (x < 0)
		digits[--at] = '-';
	str_addn(s, digits + at, sizeof(digits) - at);
}

void str_addf(struct str *s, const char *fmt, ...)
{
	va_list args;
	va_start(args, fmt);
	str_addv(s, fmt, args);
	va_end(args);
}

void str_set(struct str *s, const char *text)
{
	str_clear(s);
	str_add(s, text);
}

char *str_detach(struct str *s)
{
	char *text = s->room ? s->text : mem_strdup("");
	str_init(s);
	return text;
}

int str_same(const char *a, const char *b)
{
	return a == b || (a && b && !strcmp(a, b));
}

/* In one form and one case, for comparing; yours to free. */
static uint8_t *folded(const char *text)
{
	size_t n = 0;
	uint8_t *fold =
		u8_casefold((const uint8_t *)text, strlen(text) + 1, NULL, UNINORM_NFC, NULL, &n);
	return fold ? fold : (uint8_t *)mem_strdup(text);
}

static bool begins_word(const uint8_t *text, const uint8_t *at)
{
	ucs4_t before;
	return !u8_prev(&before, at, text) || !uc_is_alnum(before);
}

static bool ends_word(const uint8_t *at)
{
	ucs4_t after;
	return u8_strmbtouc(&after, at) <= 0 || !uc_is_alnum(after);
}

static bool has_word(const uint8_t *text, const uint8_t *word)
{
	size_t n = u8_strlen(word);
	bool found = false;
	for (const uint8_t *at = text; n && !found && (at = u8_strstr(at, word)); at++)
		found = begins_word(text, at) && ends_word(at + n);
	return found;
}

int str_has_word(const char *text, const char *word)
{
	uint8_t *in = folded(text), *wanted = folded(word);
	bool found = has_word(in, wanted);
	free(in);
	free(wanted);
	return found;
}

int str_has_word_as_written(const char *text, const char *word)
{
	return has_word((const uint8_t *)text, (const uint8_t *)word);
}

int str_is_figure(const char *text)
{
	return text && strpbrk(text, "0123456789") && !text[strspn(text, "0123456789 .,:/+-%")];
}

int str_blank(const char *text)
{
	ucs4_t sign;
	int size;

	while (text && (size = u8_strmbtouc(&sign, (const uint8_t *)text)) > 0 &&
		uc_is_property_white_space(sign))
		text += size;
	return !text || !*text;
}
