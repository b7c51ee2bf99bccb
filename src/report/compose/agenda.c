/* SPDX-License-Identifier: MIT */
/*
 * The agenda of a meeting on one page, for every company: nothing in it comes from an answer.
 */
#include "../write/write.h"
#include "compose.h"

#define SHOWN_MOST 20 /* of a part, as long as all has room */
#define SHOWN_LEAST 2

struct agenda_page {
	const struct record *rec;
	const struct plan *plan;
	const struct agenda *agenda;
	int today;
};

static void compose_part(
	struct compose *c, const struct agenda_page *page, enum agenda_part part, size_t most)
{
	const struct agenda *agenda = page->agenda;
	size_t shown = 0;

	if (!agenda->of[part])
		return;
	doc_head(c->doc, NULL, words_agenda_part(c->pool, agenda, part), NULL);
	for (size_t i = 0; i < agenda->count && shown < most; i++) {
		if (agenda->items[i].part != part)
			continue;
		doc_bullet(c->doc, 2, "%s",
			words_agenda_item(c->pool, page->rec, page->plan, agenda, &agenda->items[i],
				page->today));
		shown++;
	}
	if (agenda->of[part] > most)
		doc_text(c->doc, 4, "%s",
			words(c->pool, W_AGENDA_MORE,
				hole_count("n", (int)(agenda->of[part] - most))));
}

static void compose_agenda(struct doc *doc, const struct agenda_page *page, size_t most)
{
	struct compose c;

	compose_begin(&c, doc, page->rec, NULL, page->plan, NULL);
	c.joint = true;
	doc_title(doc, "Agenda", compose_notice(&c), alliance_parties(&c),
		words(c.pool, W_AGENDA_MEETS,
			hole_text("body", vocabulary_body.word[page->agenda->body]),
			hole_text("day", words_day_in_full(c.pool, page->agenda->day))));
	compose_purpose(&c);
	doc->kind = "agenda";
	doc->edition = vocabulary_edition.word[EDITION_JOINT];
	if (!page->plan)
		doc_text(doc, 0, "%s", words_plain(W_AGENDA_NO_PLAN));
	else if (!page->agenda->count)
		doc_text(doc, 0, "%s", words_plain(W_AGENDA_NOTHING));
	for (int part = 0; part < AGENDA_PARTS; part++)
		compose_part(&c, page, (enum agenda_part)part, most);
}

void report_agenda(struct str *out, const struct record *rec, const struct plan *plan,
	const struct agenda *agenda, int today, enum report_format format, bool ascii)
{
	const struct agenda_page page = { rec, plan, agenda, today };
	struct doc doc;

	for (size_t most = SHOWN_MOST;; most--) {
		compose_agenda(&doc, &page, most);
		if (most == SHOWN_LEAST || doc_text_lines(&doc) <= PAGE_LINES)
			break;
		doc_release(&doc);
	}
	report_write_doc(out, &doc, format, ascii);
	doc_release(&doc);
}
