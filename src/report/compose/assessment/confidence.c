/* SPDX-License-Identifier: MIT */
/*
 * How firm the diagnosis is, why no firmer, and what would raise it.
 */
#include <string.h>
#include "../compose.h"

static int fewest_heard(const struct compose *c)
{
	int least = c->parties ? c->scores->with_data[0] : 0;

	for (int p = 1; p < c->parties; p++)
		if (c->scores->with_data[p] < least)
			least = c->scores->with_data[p];
	return least;
}

/* Beside the list of who was heard by name it would tell that a sponsor answered in confidence. */
static const bool tells_role[] = {
	[REASON_ROLE_MISSING] = true,
	[REASON_LEADERS] = true,
	[REASON_POINTS_AGREE] = false, /* the
					  last
					*/
};

/* The diagnosis with those reasons alone that may be printed. */
static struct diagnosis printable(const struct compose *c)
{
	struct diagnosis shown = *c->diagnosis;
	struct confidence *confidence = &shown.confidence;
	int count = confidence->reason_count;

	confidence->reason_count = 0;
	for (int i = 0; i < count; i++)
		if (!c->confidential || !tells_role[confidence->reasons[i].kind])
			confidence->reasons[confidence->reason_count++] = confidence->reasons[i];
	return shown;
}

/* Those of all that may be printed; where these are none, in general words. */
static const char *clauses(struct compose *c, const char *const *all, const char *const *printed)
{
	struct list list = { 0 };

	for (int i = 0; printed[i]; i++)
		list_add(c, &list, printed[i]);
	return list.count || !all[0] ? list_join(c, &list, "; ") : "not every role was heard";
}

static const char *few_heard(struct compose *c)
{
	bool few[PARTIES_MAX] = { false };
	bool any = false;

	for (int p = 0; p < c->parties; p++) {
		few[p] = c->scores->with_data[p] < GRADE_B_MIN;
		any = any || few[p];
	}
	return any ? parties_where(c, few) : NULL;
}

/* Without the runs and without who in particular was not heard. */
static void compose_joint_confidence(struct compose *c)
{
	const char *grade = grade_word(c->diagnosis->confidence.grade), *few = few_heard(c);

	if (c->diagnosis->confidence.grade == GRADE_NONE)
		doc_run_in(c->doc, "Confidence",
			"none of A, B, C: not every cause has a score from"
			" %s. More interviews make one.",
			everybody(c));
	else
		doc_run_in(c->doc, "Confidence", "%s of A, B, C. %s%s%s", grade,
			few ? say(c, "Fewer than %d respondents of %s were heard", GRADE_B_MIN, few)
			    : say(c, "At least %d respondents a side", fewest_heard(c)),
			withheld_primary(c)                 ? "."
				: c->diagnosis->primary.tie ? ", a tie."
							    : ", no tie.",
			c->diagnosis->confidence.grade == GRADE_A ? ""
				: few
				? say(c, " More interviews of %s can raise it.", few)
				: say(c,
					  " It can rise when at least %d respondents, a sponsor "
					  "and a"
					  " manager among them, have been heard on each side.",
					  GRADE_A_MIN));
}

/* Grade first, reason second, what would raise it third (rule 12). */
void compose_confidence(struct compose *c)
{
	if (c->joint) {
		compose_joint_confidence(c);
		return;
	}
	const struct confidence *confidence = &c->diagnosis->confidence;
	const struct primary *primary = &c->diagnosis->primary;
	const struct diagnosis shown = printable(c);
	const struct confidence_words all = words_confidence(c->pool, c->rec, c->diagnosis),
				      said = words_confidence(c->pool, c->rec, &shown);
	const char *raise = clauses(c, all.raise, said.raise),
		   *reasons = clauses(c, all.reasons, said.reasons);

	if (confidence->grade == GRADE_NONE)
		doc_run_in(c->doc, "Confidence", "none of A, B, C: %s. %s%s", reasons,
			raise[0] ? "What would give one: " : "",
			raise[0] ? say(c, "%s.", raise) : "");
	else if (confidence->grade == GRADE_A)
		doc_run_in(c->doc, "Confidence", "A of A, B, C: %s.", reasons);
	else
		doc_run_in(c->doc, "Confidence",
			"%s of A, B, C. At least %d %s a side, %d" NB "of" NB "%d" NB
			"runs agree, %s. Not %s, because %s. What would raise it: %s.",
			grade_word(confidence->grade), fewest_heard(c),
			plural(fewest_heard(c), "respondent", "respondents"), primary->agree,
			primary->of, primary->tie ? "a tie" : "no tie",
			confidence->grade == GRADE_B ? "A" : "higher", reasons, raise);
}
