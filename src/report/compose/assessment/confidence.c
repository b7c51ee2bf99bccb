/* SPDX-License-Identifier: MIT */
/*
 * How firm the diagnosis is, why no firmer, and what would raise it.
 */
#include "gather.h"

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
	return printed[0] || !all[0] ? words_reasons(c->pool, printed) : words_plain(W_FIRM_ROLES);
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

/* How a tie is told: not at all, that there is one, that there is none. */
enum tie { TIE_UNTOLD, TIE_LEFT, TIE_NONE, TIE_TELLINGS };

static const char *joint_heard(struct compose *c, const char *few)
{
	static const enum sentence of_few[TIE_TELLINGS] = { W_FIRM_FEW, W_FIRM_FEW_TIE,
		W_FIRM_FEW_NO_TIE };
	static const enum sentence of_enough[TIE_TELLINGS] = { W_FIRM_HEARD, W_FIRM_HEARD_TIE,
		W_FIRM_HEARD_NO_TIE };
	enum tie tie = withheld_primary(c)  ? TIE_UNTOLD
		: c->diagnosis->primary.tie ? TIE_LEFT
					    : TIE_NONE;

	return few ? words(c->pool, of_few[tie], hole_count("n", GRADE_B_MIN),
			     hole_text("parties", few))
		   : words(c->pool, of_enough[tie], hole_count("n", fewest_heard(c)));
}

/* Of every grade but none. */
static const char *grade_sentence(enum grade grade)
{
	return words_plain(grade == GRADE_A ? W_FIRM_HIGH
			: grade == GRADE_B  ? W_FIRM_FAIR
					    : W_FIRM_LOW);
}

/* The grades that were counted rest on runs, which that of the joint edition does not. */
const char *worth_text(struct compose *c)
{
	return c->joint ? NULL : words_worth(c->pool, c->rec, c->diagnosis);
}

static void add_worth(struct compose *c, struct texts *said)
{
	const char *worth = c->tight < TIGHT_WORTH ? worth_text(c) : NULL;

	if (worth)
		texts_add(c->pool, said, worth);
}

/* Without the runs and without who in particular was not heard. */
static void compose_joint_confidence(struct compose *c)
{
	enum grade grade = c->diagnosis->confidence.grade;
	const char *few = few_heard(c);
	struct texts said = { 0 };

	if (grade == GRADE_NONE) {
		doc_run_in(c->doc, "Confidence", "%s",
			words(c->pool, W_FIRM_NONE_JOINT, hole_text("companies", everybody(c))));
		return;
	}
	texts_add(c->pool, &said, grade_sentence(grade));
	texts_add(c->pool, &said, joint_heard(c, few));
	if (grade != GRADE_A && few)
		texts_add(c->pool, &said, words(c->pool, W_FIRM_MORE, hole_text("parties", few)));
	else if (grade != GRADE_A && fewest_heard(c) < GRADE_A_MIN)
		texts_add(c->pool, &said,
			words(c->pool, W_FIRM_MORE_PEOPLE, hole_count("n", GRADE_A_MIN)));
	doc_run_in(c->doc, "Confidence", "%s", words_sentences(c->pool, &said));
}

static void add_grade(struct compose *c, struct texts *said, const char *reasons)
{
	const struct primary *primary = &c->diagnosis->primary;
	enum grade grade = c->diagnosis->confidence.grade;

	texts_add(c->pool, said, grade_sentence(grade));
	texts_add(c->pool, said,
		words(c->pool, primary->tie ? W_FIRM_TIE : W_FIRM_NO_TIE,
			hole_count("n", fewest_heard(c)), hole_count("agree", primary->agree),
			hole_count("of", primary->of)));
	texts_add(c->pool, said, words(c->pool, W_FIRM_NOT_HIGHER, hole_text("reasons", reasons)));
}

/* Grade first, reason second, what would raise it third (rule 12), what it is worth last. */
void compose_confidence(struct compose *c)
{
	if (c->joint) {
		compose_joint_confidence(c);
		return;
	}
	enum grade grade = c->diagnosis->confidence.grade;
	const struct diagnosis shown = printable(c);
	const struct confidence_words all = words_confidence(c->pool, c->rec, c->diagnosis),
				      printed = words_confidence(c->pool, c->rec, &shown);
	const char *raise = clauses(c, all.raise, printed.raise),
		   *reasons = clauses(c, all.reasons, printed.reasons);
	struct texts said = { 0 };

	if (grade == GRADE_NONE || grade == GRADE_A)
		texts_add(c->pool, &said,
			words(c->pool, grade == GRADE_A ? W_FIRM_A : W_FIRM_NONE,
				hole_text("reasons", reasons)));
	else
		add_grade(c, &said, reasons);
	if (grade != GRADE_A && raise[0])
		texts_add(c->pool, &said,
			words(c->pool, grade == GRADE_NONE ? W_FIRM_WOULD_GIVE : W_FIRM_WOULD_RAISE,
				hole_text("raise", raise)));
	add_worth(c, &said);
	doc_run_in(c->doc, "Confidence", "%s", words_sentences(c->pool, &said));
}
