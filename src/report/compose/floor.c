/* SPDX-License-Identifier: MIT */
/*
 * What the joint edition shows of ratings, for the reports that go to the other company: the floor
 * of respondents. One place, so that nothing is printed beside it.
 */
#include "compose.h"

static bool few(int n)
{
	return n > 0 && n < EDITION_VALUE_MIN;
}

bool floor_hides(const struct compose *c, int scale)
{
	return c->view->scale[scale] != WITHHELD_NOT;
}

bool floor_hides_cause(const struct compose *c, int cause)
{
	return c->view->cause[cause];
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
	struct texts list = { 0 };

	for (int p = 0; p < c->parties; p++)
		texts_add(c->pool, &list,
			few(n[p]) ? say(c, "<%d", EDITION_VALUE_MIN) : say(c, "%d", n[p]));
	return words(
		c->pool, W_RESTS_ON, hole_text("counts", texts_join(c->pool, &list, "+", "+")));
}
