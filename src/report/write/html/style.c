/* SPDX-License-Identifier: MIT */
/*
 * The style sheets: as they are for a browser; for paper with every colour written out, since not
 * all that print know variables, and with the rules of charts inside each of them, where some look
 * for them alone.
 */
#include "html.h"

#include <assert.h>
#include <string.h>
#include <rekindle/embedded.h>

#define VARIABLE "var("

static const char *sheet(const char *name)
{
	const struct embedded *file = embedded_find(name);

	assert(file);
	return file->text;
}

/* The value of "--ink" in a sheet, so many bytes of it; "" where it has none. */
static const char *value_of(const char *css, const char *name, size_t length, size_t *size)
{
	for (const char *at = css; (at = strstr(at, "\t--")) != NULL; at++)
		if (!strncmp(at + 1, name, length) && at[1 + length] == ':') {
			at += 2 + length;
			at += strspn(at, " ");
			*size = strcspn(at, ";");
			return at;
		}
	*size = 0;
	return "";
}

/* A sheet with the values of its variables. */
static void add_resolved(struct str *out, const char *css)
{
	const char *at = css;

	for (const char *next; (next = strstr(at, VARIABLE)) != NULL;) {
		const char *name = next + strlen(VARIABLE);
		size_t length = strcspn(name, ")"), size;
		const char *value = value_of(css, name, length, &size);

		str_addn(out, at, (size_t)(next - at));
		str_addn(out, value, size);
		at = name + length + 1;
	}
	str_add(out, at);
}

/* The rules of charts alone: those that begin with svg. */
static void add_chart_rules(struct str *out, const char *css)
{
	bool inside = false;

	for (const char *line = css; *line;) {
		size_t n = strcspn(line, "\n");

		n += line[n] == '\n';
		inside = inside || !strncmp(line, "svg ", 4);
		if (inside)
			str_addn(out, line, n);
		inside = inside && *line != '}';
		line += n;
	}
}

void html_style(struct html *h)
{
	if (h->use == HTML_SCREEN) {
		str_add(h->out, sheet("data/report.css"));
		return;
	}
	add_resolved(h->out, sheet("data/report.css"));
	add_resolved(h->out, sheet("data/paper.css"));
}

void html_chart_style(struct html *h)
{
	struct str css;

	if (h->use != HTML_PAPER)
		return;
	str_init(&css);
	add_resolved(&css, sheet("data/report.css"));
	str_add(h->out, "<style>\n");
	add_chart_rules(h->out, css.text);
	str_add(h->out, "</style>\n");
	str_release(&css);
}
