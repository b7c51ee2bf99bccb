/* SPDX-License-Identifier: MIT */
/*
 * The plan by itself, for a terminal or a printer.
 */
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

/* For whom it is, what it is about, and until when. */
static void compose_head(struct compose *c)
{
	const struct hole start = hole_text("start", day_long(c, c->plan->start));
	const struct hole end = hole_text("end", day_long(c, c->plan->end));

	compose_title(c, "Revival plan", compose_notice(c));
	compose_purpose(c);
	if (c->plan->unnamed) {
		doc_text(c->doc, 0, "%s", words(c->pool, W_NO_TRACK_FROM, start));
		return;
	}
	doc_text(c->doc, 0, "%s",
		words(c->pool, W_TRACK_FROM_TO,
			hole_text("track", words_track_first((int)c->plan->track)), start, end,
			hole_text("plain", words_plain(tracks[c->plan->track]))));
}

static void compose_whole(struct compose *c)
{
	compose_head(c);
	if (c->joint)
		doc_text(c->doc, 0, "%s", words_plain(W_PLAN_JOINT_SHOWS));
	compose_plan_body(c);
	if (c->plan->gate_count) {
		doc_head(c->doc, NULL, "Gates", NULL);
		compose_gates_body(c);
	}
	compose_later(c);
}

void report_plan_text(struct str *out, const struct record *rec, const struct diagnosis *diagnosis,
	const struct edition_history *shown, int today, bool ascii)
{
	report_plan(out, rec, diagnosis, shown, today, REPORT_TEXT, ascii);
}

void report_plan(struct str *out, const struct record *rec, const struct diagnosis *diagnosis,
	const struct edition_history *shown, int today, enum report_format format, bool ascii)
{
	bool joint = shown->view.edition == EDITION_JOINT;
	const struct report_input in = { .record = rec,
		.diagnosis = joint ? &shown->view.whole : diagnosis,
		.plan = shown->printed->whole,
		.edition = shown->view.edition,
		.today = today };
	struct compose c;
	struct doc doc;

	compose_begin(&c, &doc, rec, &shown->view.shown, &shown->printed->shown, NULL);
	c.in = &in;
	c.view = &shown->view;
	c.told = shown->printed;
	c.joint = joint;
	if (c.joint)
		c.scores = NULL; /* figures leave in a report, which is remembered */
	c.needs = true;
	c.today = today;
	compose_whole(&c);
	report_write_doc(out, &doc, format, ascii);
	doc_release(&doc);
}
