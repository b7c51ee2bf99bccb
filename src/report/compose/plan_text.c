/* SPDX-License-Identifier: MIT */
/*
 * The plan by itself, for a terminal or a printer.
 */
#include "../write/write.h"
#include "compose.h"

void report_plan_text(struct str *out, const struct record *rec, const struct diagnosis *diagnosis,
	const struct plan *plan, bool ascii)
{
	struct compose c;
	struct doc doc;

	compose_begin(&c, &doc, rec, diagnosis, plan);
	c.needs = true;
	compose_title(&c, "Revival plan",
		say(&c, "track %s, %s to %s", vocabulary_track.word[plan->track],
			day_long(&c, plan->start), day_long(&c, plan->end)));
	doc_text(c.doc, 0, "%s.", capital(&c, track_plain[plan->track]));
	compose_plan_body(&c);
	if (plan->gate_count) {
		doc_head(c.doc, NULL, "Gates", NULL);
		compose_gates_body(&c);
	}
	compose_later(&c);
	doc_write_text(out, &doc, ascii, NULL);
	doc_release(&doc);
}
