/* SPDX-License-Identifier: MIT */
/*
 * How the figures were made, with what, and when.
 */
#include "gather.h"

static int tested(const struct compose *c)
{
	int n = 0;

	for (int scale = 0; scale < ASPECT_COUNT; scale++)
		n += !isnan(c->scores->scale[scale].gap.p);
	return n;
}

static const char *bank_text(struct compose *c)
{
	return words(c->pool, W_METHOD_BANK,
		hole_text("version", c->in->version ? c->in->version : ""),
		hole_text("bank", c->rec->instrument->id),
		hole_text("edition", c->rec->instrument->version));
}

static const char *gaps_text(struct compose *c)
{
	struct hole discuss = hole_number("discuss", GAP_DISCUSS, 2);
	struct hole material = hole_number("material", GAP_MATERIAL, 2);
	struct hole rate = hole_number("rate", FALSE_DISCOVERY, 2);

	if (c->joint)
		return words(c->pool, W_METHOD_GAPS_JOINT, discuss, material, rate);
	return words(c->pool, W_METHOD_GAPS, discuss, material, rate, hole_count("n", tested(c)));
}

/* "Alliance Phoenix, assessment "Baseline"" */
static const char *round_text(struct compose *c)
{
	struct hole alliance =
		hole_text("alliance", c->rec->alliance.name ? c->rec->alliance.name : "");
	struct hole title =
		hole_text("title", c->rec->assessment.title ? c->rec->assessment.title : "");
	bool titled = !str_blank(title.text);

	if (str_blank(alliance.text))
		return titled ? words(c->pool, W_METHOD_ROUND_TITLED, title)
			      : words_plain(W_METHOD_ROUND);
	return titled ? words(c->pool, W_METHOD_ROUND_OF_TITLED, alliance, title)
		      : words(c->pool, W_METHOD_ROUND_OF, alliance);
}

static const char *dates_text(struct compose *c)
{
	struct hole round = hole_text("round", round_text(c));
	struct hole day = hole_text("day", day_long(c, c->rec->assessment.date));
	bool bare = c->later || is_pulse(c); /* the plan starts elsewhere */
	struct hole start = hole_text("start", bare ? "" : day_long(c, c->plan->start));

	if (c->rec->assessment.sealed == DATE_NONE)
		return bare ? words(c->pool, W_METHOD_OPEN_EARLIER, round, day)
			    : words(c->pool, W_METHOD_OPEN, round, day, start);
	struct hole sealed = hole_day("sealed", c->rec->assessment.sealed, DAY_UNBROKEN);
	return bare ? words(c->pool, W_METHOD_SEALED_EARLIER, round, sealed, day)
		    : words(c->pool, W_METHOD_SEALED, round, sealed, day, start);
}

static const char *scores_text(struct compose *c)
{
	const struct lines *lines = &c->scores->lines;

	return words(c->pool, W_METHOD_SCORES, hole_number("strength", lines->strength, 2),
		hole_number("failing", lines->failing, 2),
		hole_number("critical", lines->critical, 2));
}

void compose_method(struct compose *c)
{
	compose_chapter(c, REPORT_METHOD, NULL, "Method");
	compose_purpose(c);
	if (facts_only(c))
		doc_text(c->doc, 0, "%s", bank_text(c));
	else
		doc_text(c->doc, 0, "%s %s %s %s", bank_text(c), scores_text(c),
			words_plain(W_METHOD_GRADES), gaps_text(c));
	doc_text(c->doc, 0, "%s %s", dates_text(c), words_plain(W_METHOD_HOLIDAYS));
}
