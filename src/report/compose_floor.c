/* SPDX-License-Identifier: MIT */
/*
 * What the joint edition shows of ratings, for the reports that go to the other company: the floor
 * of respondents, and words that accuse nobody. One place, so that nothing is printed beside it.
 */
#include <string.h>
#include "compose.h"

static bool few(int n)
{
	return n > 0 && n < FLOOR_MIN;
}

bool floor_hides(const struct compose *c, int scale)
{
	for (int p = 0; p < c->parties; p++)
		if (few(c->scores->scale[scale].n[p]))
			return true;
	return false;
}

/* From the mean of four aspects and three of them the fourth could be worked out. */
bool floor_hides_cause(const struct compose *c, int cause)
{
	for (int i = 0; i < ASPECTS_PER_CAUSE; i++)
		if (floor_hides(c, cause * ASPECTS_PER_CAUSE + i))
			return true;
	return false;
}

bool floor_hides_change(const struct trend_aspect *aspect)
{
	for (int p = 0; p < PARTIES_MAX; p++)
		if (few(aspect->n_before[p]) || few(aspect->n_after[p]) || few(aspect->pairs_of[p]))
			return true;
	return false;
}

/* What a pitfall or special situation rests on, and its name in words that accuse nobody. */
static const struct {
	const char *id, *neutral;
	int about[2];
	bool points;              /* it rests on the 100 points */
} rests[] = {
	{ "pitfall.blame_game", "Weights differ", { SCALE_NONE, SCALE_NONE }, true },
	{ "pitfall.cultural_differences", NULL, { ASPECT_COMMITMENT, SCALE_NONE }, false },
	{ "pitfall.no_sponsorship", NULL, { ASPECT_SPONSORSHIP, SCALE_NONE }, false },
	{ "pitfall.unadapted_agreement", NULL, { ASPECT_TERMS, SCALE_NONE }, false },
	{ "special.unwilling_partner", "Not yet confirmed", { SCALE_NONE, SCALE_NONE }, false },
	{ "special.rigid_contract", NULL, { ASPECT_TERMS, SCALE_NONE }, false },
	{ "special.power_imbalance", "Difference in size", { ASPECT_VALUE, SCALE_NONE }, false },
	{ "special.thin_relationships", NULL, { SCALE_TRUST, ASPECT_COMMUNICATION }, false },
	{ "special.impatience", NULL, { SCALE_RESULTS, SCALE_NONE }, false },
};

static int rests_on(const char *id)
{
	int i = 0;

	while (strcmp(rests[i].id, id))
		i++;
	return i;
}

bool floor_hides_pitfall(const struct compose *c, const char *id)
{
	int at = rests_on(id);

	for (int i = 0; i < 2; i++)
		if (rests[at].about[i] != SCALE_NONE && floor_hides(c, rests[at].about[i]))
			return true;
	for (int p = 0; p < c->parties && rests[at].points; p++)
		if (few(c->scores->split.n[p]))
			return true;
	return false;
}

const char *floor_label(const struct advised *advised)
{
	const char *neutral = rests[rests_on(advised->id)].neutral;

	return neutral ? neutral : advised->label;
}

const char *floor_score(struct compose *c, int scale)
{
	return floor_hides(c, scale) ? "withheld" : score_text(c, c->scores->scale[scale].score);
}

const char *floor_value(struct compose *c, int scale, int party)
{
	return floor_hides(c, scale) ? "withheld"
		: dash(c, "%.2f", c->scores->scale[scale].value[party]);
}

const char *floor_n(struct compose *c, const int n[PARTIES_MAX])
{
	struct list list = { 0 };

	for (int p = 0; p < c->parties; p++)
		list_add(c, &list, few(n[p]) ? say(c, "<%d", FLOOR_MIN) : say(c, "%d", n[p]));
	return say(c, "n" NB "%s", list_join(c, &list, "+"));
}
