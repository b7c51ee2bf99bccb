/* SPDX-License-Identifier: MIT */
/*
 * compare: two rounds of an alliance, aspect by aspect.
 */
#include "../../write/write.h"
#include "rounds.h"

static void compose_compare(struct compose *c, const struct round_change *change)
{
	doc_title(c->doc, "Comparison", compose_notice(c), alliance_parties(c),
		words(c->pool, W_ROUNDS_SPAN,
			hole_text("from", day_long(c, change->before->record.assessment.date)),
			hole_text("to", day_long(c, change->after->record.assessment.date))));
	compose_purpose(c);
	rounds_as_of(c, change->before);
	rounds_as_of(c, change->after);
	if (!rounds_compared(c, change))
		return;
	rounds_left_out(c, change, 1);
	doc_head(c->doc, NULL, "What has changed", NULL);
	rounds_moved(c, change);
	rounds_whole(c, change);
}

void report_compare_text(struct str *out, const struct round_change *change, bool ascii)
{
	struct compose c;
	struct doc doc;

	rounds_begin(&c, &doc, change->after);
	compose_compare(&c, change);
	doc_write_text(out, &doc, ascii, NULL);
	doc_release(&doc);
}
