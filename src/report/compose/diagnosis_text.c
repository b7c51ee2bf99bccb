/* SPDX-License-Identifier: MIT */
/*
 * The diagnosis by itself, for a terminal or a pipe: what page 1 and the heat map of a report say.
 */
#include "compose.h"

static const char *present_words(struct compose *c, const struct vocabulary *words, const bool *in)
{
	struct list list = { 0 };

	for (int i = 0; i < words->count; i++)
		if (in[i])
			list_add(c, &list, plain_words(c, words->word[i]));
	return list.count ? list_join(c, &list, ", ") : "none";
}

static void compose_knockouts(struct compose *c)
{
	struct list list = { 0 };

	for (size_t i = 0; i < c->diagnosis->knockout_count; i++) {
		const struct knockout_found *found = &c->diagnosis->knockouts[i];

		list_add(c, &list,
			say(c, "%s%s%s", plain_words(c, vocabulary_knockout.word[found->id]),
				found->party < 0 ? "" : " of ",
				found->party < 0 ? "" : party_label(c, found->party)));
	}
	if (list.count)
		doc_item(c->doc, 0, 16, "Knock-outs", "%s.", list_join(c, &list, ", "));
}

void report_diagnosis_text(
	struct str *out, const struct record *rec, const struct diagnosis *diagnosis, bool ascii)
{
	struct compose c;
	struct doc doc;

	compose_begin(&c, &doc, rec, diagnosis, NULL);
	compose_title(&c, "REKINDLE  Diagnosis", "INTERNAL");
	compose_verdict(&c);
	doc_space(c.doc);
	compose_confidence(&c);
	compose_causes(&c);
	compose_cause_notes(&c);
	doc_head(c.doc, "ASPECTS");
	compose_heat(&c);
	doc_space(c.doc);
	compose_killers(&c);
	doc_item(c.doc, 0, 16, "Pitfalls", "%s.",
		present_words(&c, &vocabulary_pitfall, diagnosis->pitfall));
	doc_item(c.doc, 0, 16, "Special", "%s.",
		present_words(&c, &vocabulary_special, diagnosis->special));
	compose_knockouts(&c);
	doc_item(c.doc, 0, 16, "Decision", "%s%s: %s.",
		plain_words(&c, vocabulary_track.word[diagnosis->track]),
		diagnosis->provisional ? " (provisional)" : "", track_plain[diagnosis->track]);
	doc_write_text(out, &doc, ascii);
	doc_release(&doc);
}
