/* SPDX-License-Identifier: MIT */
/*
 * Is this a page of ours? Every tag known and closed in order, every attribute known, no link that
 * leads away, no sign of markup anywhere else.
 */
#ifndef REKINDLE_TESTS_HTML_CHECK_H
#define REKINDLE_TESTS_HTML_CHECK_H

#include <check.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>

#define COUNT(list) (sizeof(list) / sizeof(*(list)))

struct tags {
	char open[64][24];
	int depth;
};

static const char *const void_tags[] = { "meta", "col" };
static const char *const attributes[] = { "lang", "charset", "http-equiv", "content", "name",
	"class", "id", "href", "aria-labelledby", "aria-describedby", "aria-label", "tabindex",
	"scope", "colspan", "style", "title", "viewBox", "role", "x", "y", "x1", "x2", "y1", "y2",
	"width", "height", "rx", "cx", "cy", "r" };

static inline bool listed(const char *const *list, size_t n, const char *name, size_t length)
{
	for (size_t i = 0; i < n; i++)
		if (strlen(list[i]) == length && !strncmp(list[i], name, length))
			return true;
	return false;
}

/* Attributes up to the end of the tag: each of the list, with a quoted value. */
static inline const char *check_attributes(const char *at)
{
	while (*at == ' ') {
		size_t n = strcspn(++at, "= />");
		bool link = n == 4 && !strncmp(at, "href", 4);

		ck_assert_msg(listed(attributes, COUNT(attributes), at, n), "attribute %.20s", at);
		ck_assert_msg(!strncmp(at + n, "=\"", 2), "value of %.20s", at);
		at += n + 2;
		ck_assert(!link || *at == '#');
		at += strcspn(at, "\"<>");
		ck_assert_int_eq(*at++, '"');
	}
	return at;
}

static inline const char *check_tag(struct tags *tags, const char *at)
{
	bool closing = *at == '/';
	size_t n = strcspn(at += closing, " />");

	ck_assert(n > 0 && n < sizeof(tags->open[0]));
	if (closing) {
		ck_assert_int_gt(tags->depth, 0);
		ck_assert_msg(strlen(tags->open[--tags->depth]) == n &&
				!strncmp(tags->open[tags->depth], at, n),
			"%.20s closes %s", at, tags->open[tags->depth]);
		at += n;
	} else {
		const char *rest = check_attributes(at + n);

		if (*rest == '/')
			rest++;
		else if (!listed(void_tags, COUNT(void_tags), at, n))
			snprintf(tags->open[tags->depth++], 24, "%.*s", (int)n, at);
		ck_assert_int_lt(tags->depth, 60);
		at = rest;
	}
	ck_assert_msg(*at == '>', "end of a tag: %.30s", at);
	return at + 1;
}

static inline const char *check_reference(const char *at)
{
	static const char *const known[] = { "&amp;", "&lt;", "&gt;", "&quot;", "&#39;", "&nbsp;" };

	for (size_t i = 0; i < COUNT(known); i++)
		if (!strncmp(at, known[i], strlen(known[i])))
			return at + strlen(known[i]);
	ck_assert_msg(!strncmp(at, "&#x", 3) && at[3 + strspn(at + 3, "0123456789ABCDEF")] == ';',
		"reference %.20s", at);
	return at + 3;
}

/* Headings go down by one rank at a time. */
static inline void check_headings(const char *html)
{
	int rank = 0;

	for (const char *at = html; (at = strstr(at, "<h")) != NULL; at += 2) {
		int next = at[2] - '0';

		if (next < 1 || next > 6)
			continue;
		ck_assert_msg(!rank || next <= rank + 1, "after h%d: %.40s", rank, at);
		rank = next;
	}
}

/* Every table has header cells, and stands in an area that keys can reach. */
static inline void check_tables(const char *html)
{
	static const char area[] = " role=\"region\" tabindex=\"0\" aria-label=\"";

	for (const char *at = html; (at = strstr(at, "<table")) != NULL; at++) {
		const char *head = strstr(at, "<th scope=\""), *end = strstr(at, "</table>");

		ck_assert_msg(head && head < end, "no header cell: %.80s", at);
	}
	for (const char *at = html; (at = strstr(at, "<div class=\"table\"")) != NULL; at++)
		ck_assert(!strncmp(strchr(at, '"') + 7, area, strlen(area)));
	for (const char *at = html; (at = strstr(at, "<figure class=\"chart\"")) != NULL; at++)
		ck_assert(!strncmp(strchr(at, '"') + 7, area, strlen(area)));
}

/* Every tag known, closed in order, with known attributes; no sign of markup elsewhere. */
static inline void check_html(const char *html)
{
	struct tags tags = { .depth = 0 };
	const char *at = html + strlen("<!DOCTYPE html>");

	ck_assert(!strncmp(html, "<!DOCTYPE html>\n<html lang=\"en\">", 32));
	while (*at) {
		if (!strncmp(at, "<style>", 7)) {
			at = strstr(at, "</style>");
			ck_assert_ptr_nonnull(at);
			at += strlen("</style>");
		} else if (*at == '<') {
			at = check_tag(&tags, at + 1);
		} else if (*at == '&') {
			at = check_reference(at);
		} else {
			if (*at++ == '>')
				ck_abort_msg("markup: %.30s", at - 1);
		}
	}
	ck_assert_int_eq(tags.depth, 0);
	check_headings(html);
	check_tables(html);
}

#endif
