/* SPDX-License-Identifier: MIT */
/*
 * Page 1 of the assessment report, complete by itself.
 */
#include "../../write/write.h"
#include "gather.h"

#define BLANK_LINES 2 /* one before it, one behind */

static void compose_reading(struct compose *c)
{
	struct texts who = { 0 }, said = { 0 };
	int heard = 0;

	for (int p = 0; p < c->parties; p++) {
		texts_add(c->pool, &who,
			words(c->pool, p ? W_READING_PEOPLE_TOO : W_READING_PEOPLE,
				hole_count("n", c->scores->with_data[p]),
				hole_text("party", party_label(c, p))));
	}
	for (size_t r = 0; r < c->rec->respondent_count; r++)
		heard += record_answers(c->rec, (int)r) > 0;
	texts_add(c->pool, &said,
		c->confidential
			? words(c->pool, W_READING_EDITION, hole_count("n", c->confidential),
				  hole_count("all", heard))
			: words_plain(W_READING_OPEN));
	add_reading(c, &said, &who);
	doc_text(c->doc, 0, "%s", words_sentences(c->pool, &said));
}

static void compose_internal(struct compose *c)
{
	if (c->tight < TIGHT_READING)
		compose_reading(c);
	doc_space(c->doc);
	if (is_pulse(c)) {
		compose_verdict(c);
		doc_space(c->doc);
		compose_causes(c);
		compose_cause_notes(c);
		return;
	}
	compose_decision(c);
	if (c->tight < TIGHT_CAUSES) {
		compose_causes(c);
		compose_sides_note(c);
	}
	compose_first_actions(c);
	compose_unknown(c);
}

static void compose_page_1(struct compose *c)
{
	compose_page(c, REPORT_SUMMARY, "Summary");
	if (facts_only(c))
		compose_joint_facts(c);
	else if (c->joint)
		compose_joint(c);
	else
		compose_internal(c);
}

/* Lines that page 1 takes below the title, with so much less of each list. */
static int page_lines(struct compose *c, int tight)
{
	struct doc scratch = { .chapters = NULL }, *kept = c->doc;
	int lines;

	c->doc = &scratch;
	c->tight = tight;
	compose_page_1(c);
	lines = doc_text_lines(&scratch);
	doc_release(&scratch);
	c->doc = kept;
	return lines;
}

/* It fits one printed sheet: where it does not, there is less of what later sections have too. */
void compose_summary(struct compose *c)
{
	int tight = 0, room = PAGE_LINES - doc_text_lines(c->doc) - BLANK_LINES;

	while (tight < TIGHT_MOST && page_lines(c, tight) > room)
		tight++;
	c->tight = tight;
	compose_page_1(c);
	c->tight = 0;
}
