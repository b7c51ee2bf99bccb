/* SPDX-License-Identifier: MIT */
/*
 * The diagnosis by itself, for a terminal or a pipe: what page 1 and the heat map of a report say.
 */
#include "../write/write.h"
#include "compose.h"

static const char *present_names(
	struct compose *c, const bool *in, int count, const char *(*name)(int))
{
	struct list list = { 0 };

	for (int i = 0; i < count; i++)
		if (in[i])
			list_add(c, &list, name(i));
	return list.count ? list_join(c, &list, ", ") : "none";
}

static void compose_knockouts(struct compose *c)
{
	struct list list = { 0 };

	for (size_t i = 0; i < c->diagnosis->knockout_count; i++) {
		const struct knockout_found *found = &c->diagnosis->knockouts[i];

		list_add(c, &list,
			say(c, "%s%s%s", words_knockout_short((int)found->id),
				found->party < 0 ? "" : " of ",
				found->party < 0 ? "" : party_label(c, found->party)));
	}
	if (list.count)
		doc_term(
			c->doc, 0, 16, TERM_COLUMN, "Knock-outs", "%s.", list_join(c, &list, ", "));
}

void report_diagnosis_text(
	struct str *out, const struct record *rec, const struct diagnosis *diagnosis, bool ascii)
{
	struct compose c;
	struct doc doc;

	compose_begin(&c, &doc, rec, diagnosis, NULL);
	compose_title(&c, "Diagnosis", "INTERNAL");
	compose_verdict(&c);
	doc_space(c.doc);
	compose_confidence(&c);
	compose_causes(&c);
	compose_cause_notes(&c);
	doc_head(c.doc, NULL, "Aspects", NULL);
	compose_heat(&c);
	doc_space(c.doc);
	compose_killers(&c);
	doc_term(c.doc, 0, 16, TERM_COLUMN, "Pitfalls", "%s.",
		present_names(&c, diagnosis->pitfall, PITFALL_COUNT, words_pitfall));
	doc_term(c.doc, 0, 16, TERM_COLUMN, "Special", "%s.",
		present_names(&c, diagnosis->special, SPECIAL_COUNT, words_special));
	compose_knockouts(&c);
	doc_term(c.doc, 0, 16, TERM_COLUMN, "Decision", "%s%s: %s.",
		words_track((int)diagnosis->track), diagnosis->provisional ? " (provisional)" : "",
		track_plain[diagnosis->track]);
	doc_write_text(out, &doc, ascii, NULL);
	doc_release(&doc);
}
