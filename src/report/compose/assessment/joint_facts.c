/* SPDX-License-Identifier: MIT */
/*
 * Page 1 of a joint edition that shows recorded facts alone, since of a side that was heard only
 * one or two people were: no score, and no word of what scores would say.
 */
#include "gather.h"

static void compose_decision_of_facts(struct compose *c)
{
	const char *asked = decision_asked(c);

	if (!asked)
		return;
	doc_head(c->doc, NULL, "Decision", NULL);
	doc_text(c->doc, 0, "%s", asked);
	doc_space(c->doc);
}

static void compose_results(struct compose *c)
{
	doc_run_in(c->doc, "Performance", "%s", performance_number(c));
	if (agreement_text(c))
		doc_text(c->doc, 0, "%s", agreement_text(c));
}

void compose_joint_facts(struct compose *c)
{
	compose_left_out(c);
	doc_space(c->doc);
	if (compose_prior(c, true))
		doc_space(c->doc);
	if (is_pulse(c))
		return;
	compose_decision_of_facts(c);
	compose_results(c);
	compose_first_actions(c);
	compose_unknown(c);
}
