/* SPDX-License-Identifier: MIT */
/*
 * Markup and texts of the HTML writer: what stands here is the one door for a text.
 */
#include "html.h"

#include <stdarg.h>
#include <string.h>
#include <rekindle/utf8.h>
#include "../prose.h"

void html_add(struct html *h, const char *fmt, ...)
{
	va_list args;

	va_start(args, fmt);
	str_addv(h->out, fmt, args);
	va_end(args);
}

static const struct {
	const char *text, *html;
} references[] = {
	{ "&", "&amp;" },
	{ "<", "&lt;" },
	{ ">", "&gt;" },
	{ "\"", "&quot;" },
	{ "'", "&#39;" },
	{ NB, "&nbsp;" },
};

/* Bytes at text that have a reference of their own. */
static size_t add_reference(struct html *h, const char *text)
{
	for (size_t i = 0; i < sizeof(references) / sizeof(*references); i++) {
		size_t n = strlen(references[i].text);

		if (!strncmp(text, references[i].text, n)) {
			str_add(h->out, references[i].html);
			return n;
		}
	}
	return 0;
}

/* One character of valid UTF-8. */
static size_t add_character(struct html *h, const char *text)
{
	unsigned code;
	size_t n = utf8_character(text, &code);

	if (h->ascii && n > 1)
		str_addf(h->out, "&#x%X;", code);
	else
		str_addn(h->out, text, n);
	return n;
}

void html_text(struct html *h, const char *text)
{
	struct str plain;

	str_init(&plain);
	prose(&plain, text, true);
	for (const char *at = plain.text; *at;) {
		size_t n = add_reference(h, at);

		at += n ? n : add_character(h, at);
	}
	str_release(&plain);
}

void html_scrolls(struct html *h, const char *named)
{
	str_add(h->out, " role=\"region\" tabindex=\"0\" aria-label=\"");
	html_text(h, named ? named : h->chapter->heading.text);
	str_addc(h->out, '"');
}
