/* SPDX-License-Identifier: MIT */
/*
 * The writers of a document. Each takes out what could steer its reader: controls and bidi
 * controls, and markup of the format in a text. With ascii nothing outside ASCII is written; the
 * data stays whole in HTML (character references) and JSON (escapes). Each tells where in what it
 * wrote the parts begin, when marks are wanted; without marks: NULL.
 */
#ifndef REKINDLE_REPORT_WRITE_H
#define REKINDLE_REPORT_WRITE_H

#include <rekindle/report.h>
#include "../doc/doc.h"

/* Lines of at most 80 cells, '\n' after each. */
void doc_write_text(struct str *, const struct doc *, bool ascii, struct report_marks *);
/* How many those are. */
int doc_text_lines(const struct doc *);
/* CommonMark with the pipe tables of GitHub; a paragraph or row is one line, however long. */
void doc_write_markdown(struct str *, const struct doc *, bool ascii, struct report_marks *);
/* One file: no script, nothing loaded from anywhere, charts as inline SVG, a style for print. */
void doc_write_html(struct str *, const struct doc *, bool ascii, struct report_marks *);
/* The same as a converter to PDF reads it, with no colour by a variable; and as an office program
 * does, without a style and with tables for charts. */
void doc_write_paper(struct str *, const struct doc *, bool ascii, struct report_marks *);
void doc_write_office(struct str *, const struct doc *, bool ascii, struct report_marks *);
/* Markdown for pandoc, a slide a chapter; what stands below the titles is given as it is drawn. */
void doc_write_slides(struct str *, const struct doc *, bool ascii, struct report_marks *);
/* {"report": {"kind", "edition", "title", "who", "when", "notice", "sections": [{"id", "number",
 * "title", "blocks": [{"kind", ...}]}]}}; numbers of charts unrounded, null for none. */
void doc_write_json(struct str *, const struct doc *, bool ascii, struct report_marks *);

#endif
