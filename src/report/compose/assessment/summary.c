/* SPDX-License-Identifier: MIT */
/*
 * Page 1 of the assessment report, complete by itself.
 */
#include "gather.h"

static void compose_reading(struct compose *c)
{
	struct texts who = { 0 }, said = { 0 };
	int confidential = 0;

	for (int p = 0; p < c->parties; p++)
		texts_add(c->pool, &who,
			words(c->pool, p ? W_READING_PEOPLE_TOO : W_READING_PEOPLE,
				hole_count("n", c->scores->with_data[p]),
				hole_text("party", party_label(c, p))));
	for (size_t r = 0; r < c->rec->respondent_count; r++)
		confidential += is_confidential(c, (int)r);
	texts_add(c->pool, &said,
		words(c->pool, W_READING_EDITION, hole_count("n", confidential),
			hole_count("all", (int)c->rec->respondent_count)));
	add_reading(c, &said, &who);
	doc_text(c->doc, 0, "%s", words_sentences(c->pool, &said));
}

void compose_summary(struct compose *c)
{
	compose_page(c, REPORT_SUMMARY, "Summary");
	if (c->joint) {
		compose_joint(c);
		return;
	}
	compose_reading(c);
	compose_verdict(c);
	doc_space(c->doc);
	compose_causes(c);
	compose_cause_notes(c);
	if (is_pulse(c))
		return;
	compose_first_actions(c);
	compose_unknown(c);
	doc_space(c->doc);
	compose_confidence(c);
}
