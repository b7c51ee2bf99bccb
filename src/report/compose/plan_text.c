/* SPDX-License-Identifier: MIT */
/*
 * The plan by itself, for a terminal or a printer.
 */
#include "../write/write.h"
#include "compose.h"

static const enum sentence tracks[TRACK_COUNT] = {
	[TRACK_EXIT] = W_PLAN_EXIT,
	[TRACK_ESCALATE] = W_PLAN_ESCALATE,
	[TRACK_HEAR_FIRST] = W_PLAN_HEAR_FIRST,
	[TRACK_REDECIDE] = W_PLAN_REDECIDE,
	[TRACK_RESTRUCTURE] = W_PLAN_RESTRUCTURE,
	[TRACK_RECOMMIT] = W_PLAN_RECOMMIT,
	[TRACK_RELAUNCH] = W_PLAN_RELAUNCH,
	[TRACK_SUSTAIN] = W_PLAN_SUSTAIN,
};

void report_plan_text(struct str *out, const struct record *rec, const struct diagnosis *diagnosis,
	const struct plan *plan, int today, bool ascii)
{
	struct compose c;
	struct doc doc;

	compose_begin(&c, &doc, rec, diagnosis, plan, NULL);
	c.needs = true;
	c.today = today;
	compose_title(&c, "Revival plan",
		words(c.pool, W_TRACK_FROM_TO, hole_text("track", words_track(plan->track)),
			hole_text("start", day_long(&c, plan->start)),
			hole_text("end", day_long(&c, plan->end))));
	doc_text(c.doc, 0, "%s", words_plain(tracks[plan->track]));
	compose_plan_body(&c);
	if (plan->gate_count) {
		doc_head(c.doc, NULL, "Gates", NULL);
		compose_gates_body(&c);
	}
	compose_later(&c);
	doc_write_text(out, &doc, ascii, NULL);
	doc_release(&doc);
}
