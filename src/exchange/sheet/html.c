/* SPDX-License-Identifier: MIT */
/*
 * The form that a person fills alone: data/form/form.html with its marks filled. The page asks what
 * the screens ask, in their order (flow.h, by rekindle-method(7), section 2); which question comes
 * first when the minutes run out follows from what each takes, which stands in its data.
 */
#include "html.h"

#include <assert.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <rekindle/embedded.h>
#include <rekindle/utf8.h>
#include <rekindle/words.h>

struct page {
	const struct sheet_form *form;
	struct pool pool;
	struct str *out;
};

void html_escape(struct pool *pool, struct str *out, const char *text)
{
	static const char *const reference[UCHAR_MAX + 1] = {
		['&'] = "&amp;",
		['<'] = "&lt;",
		['>'] = "&gt;",
		['"'] = "&quot;",
		['\''] = "&#39;",
	};

	for (const char *at = html_plain(pool, text); *at; at++)
		if (reference[(unsigned char)*at])
			str_add(out, reference[(unsigned char)*at]);
		else
			str_addc(out, *at);
}

static void add_text(struct page *page, const char *text)
{
	html_escape(&page->pool, page->out, text);
}

/* Of files of ours, which are no data: as they stand. */
static void add_file(struct page *page, const char *path)
{
	const struct embedded *file = embedded_find(path);

	assert(file);
	str_addn(page->out, file->text, file->size);
}

static void add_policy(struct page *page)
{
	add_file(page, "data/form/policy.txt");
}

static void add_style(struct page *page)
{
	add_file(page, "data/form/form.css");
}

/* As src/build/csp.sh was given them, of which the policy is. */
static void add_script(struct page *page)
{
	add_file(page, "data/form/answers.js");
	add_file(page, "data/form/form.js");
}

static void add_title(struct page *page)
{
	add_text(page, html_title(page->form, &page->pool));
}

static void add_who(struct page *page)
{
	add_text(page, html_who(page->form, &page->pool));
}

static void add_no_script(struct page *page)
{
	add_text(page, words_plain(W_FORM_NO_SCRIPT));
}

/* Inside a script element, which ends at the first "</script", whatever is in its texts: no sign of
 * markup is left in them, and none stands outside texts. */
static void add_data(struct page *page)
{
	json_t *data = html_data(page->form, &page->pool);
	char *text = json_dumps(data, JSON_COMPACT | JSON_PRESERVE_ORDER);

	assert(text);
	for (const char *at = text; *at; at++)
		if (strchr("<>&", *at))
			utf8_json_escape(page->out, (unsigned char)*at);
		else
			str_addc(page->out, *at);
	free(text);
	json_decref(data);
}

static const struct {
	const char *name; /* in {{ }} in form.html */
	void (*add)(struct page *);
} marks[] = {
	{ "policy", add_policy },
	{ "title", add_title },
	{ "who", add_who },
	{ "style", add_style },
	{ "no_script", add_no_script },
	{ "data", add_data },
	{ "script", add_script },
};

/* What stands behind the mark. */
static const char *fill_mark(struct page *page, const char *mark)
{
	for (size_t i = 0; i < sizeof(marks) / sizeof(*marks); i++) {
		size_t n = strlen(marks[i].name);

		if (!strncmp(mark, marks[i].name, n) && !strncmp(mark + n, "}}", 2)) {
			marks[i].add(page);
			return mark + n + 2;
		}
	}
	assert(!"form.html has a mark that nobody fills");
	return mark;
}

void sheet_html(const struct sheet_form *form, struct str *out)
{
	struct page page = { .form = form, .out = out };
	const struct embedded *file = embedded_find("data/form/form.html");

	assert(file);
	const char *at = file->text;
	for (const char *mark = strstr(at, "{{"); mark; mark = strstr(at, "{{")) {
		str_addn(out, at, (size_t)(mark - at));
		at = fill_mark(&page, mark + 2);
	}
	str_add(out, at);
	pool_release(&page.pool);
}

void html_head(const struct sheet_form *form, struct str *out)
{
	struct page page = { .form = form, .out = out };
	str_add(out,
		"<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<title>");
	add_title(&page);
	str_add(out, "</title>\n<style>\n");
	add_file(&page, "data/form/paper.css");
	str_add(out, "</style>\n</head>\n<body>\n");
	pool_release(&page.pool);
}
