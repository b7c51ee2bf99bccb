/* SPDX-License-Identifier: MIT */
/*
 * Page 1 of the assessment report, complete by itself.
 */
#include "../compose.h"

static void compose_reading(struct compose *c)
{
	struct list who = { 0 };
	int confidential = 0;

	for (int p = 0; p < c->parties; p++)
		list_add(c, &who,
			say(c, "%d%s of %s", c->scores->with_data[p],
				p ? ""
				  : plural(c->scores->with_data[p], " respondent", " respondents"),
				party_label(c, p)));
	for (size_t r = 0; r < c->rec->respondent_count; r++)
		confidential += is_confidential(c, (int)r);
	doc_text(c->doc, 0,
		"Everything is shown but who gave a confidential answer (%d of %zu respondents)."
		" Scores run from 1 to 5, higher is healthier. \"%s\" means %s.%s",
		confidential, c->rec->respondent_count, n_text(c, c->scores->with_data),
		list_and(c, &who),
		record_example(c->in->record) ? " Names are invented: this is the worked example."
					      : "");
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
	compose_first_actions(c);
	compose_unknown(c);
	doc_space(c->doc);
	compose_confidence(c);
}
