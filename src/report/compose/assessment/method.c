/* SPDX-License-Identifier: MIT */
/*
 * How the figures were made, with what, and when.
 */
#include "../compose.h"

static int tested(const struct compose *c)
{
	int n = 0;

	for (int scale = 0; scale < ASPECT_COUNT; scale++)
		n += !isnan(c->scores->scale[scale].gap.p);
	return n;
}

void compose_method(struct compose *c)
{
	const struct assessment *round = &c->rec->assessment;
	const char *name = c->rec->alliance.name;

	compose_chapter(c, REPORT_METHOD, NULL, "Method");
	doc_text(c->doc, 0,
		"Rekindle %s, instrument %s %s. All sides count alike, whatever their number of"
		" respondents. Bands are conventions: strength from 4.00, adequate from 3.50, weak"
		" from 3.00, critical below. Gaps: discuss from %.2f, material from %.2f; confirmed"
		" by a permutation test, false discovery rate %.2f over %s.",
		c->in->version ? c->in->version : "", c->rec->instrument->id,
		c->rec->instrument->version, GAP_DISCUSS, GAP_MATERIAL, FALSE_DISCOVERY,
		c->joint ? "all that could be tested" : say(c, "%d aspects", tested(c)));
	doc_text(c->doc, 0,
		"%s%s%s, %s, dated %s; plan start %s. Holidays are not known to the program: check"
		" the due dates.",
		str_blank(name) ? "Assessment" : say(c, "Alliance %s, assessment", name),
		str_blank(round->title) ? "" : " ",
		str_blank(round->title) ? "" : quote(c, round->title),
		round->sealed == DATE_NONE ? "open"
					   : say(c, "sealed %s", day_long(c, round->sealed)),
		day_long(c, round->date), day_long(c, c->plan->start));
}
