/* SPDX-License-Identifier: MIT */
/*
 * The grade of confidence in words: why it is what it is, and what would raise it.
 */
#include <rekindle/words.h>

#include <assert.h>

/* What a reason is said about. */
struct about {
	struct pool *pool;
	const struct record *rec;
	const struct diagnosis *d;
	const struct reason *reason;
};

/* Those that the reason is about, or all the others. */
static struct texts parties(const struct about *about, bool in)
{
	struct texts list = { 0 };

	for (size_t p = 0; p < about->rec->party_count; p++)
		if (about->reason->party[p] == in)
			texts_add(about->pool, &list, about->rec->parties[p].label);
	return list;
}

static struct texts causes(const struct about *about)
{
	struct texts list = { 0 };

	for (int c = 0; c < CAUSE_COUNT; c++)
		if (about->reason->cause[c])
			texts_add(about->pool, &list, words_cause(c));
	return list;
}

/* A reason that names the parties concerned. */
static const char *of_parties(const struct about *about)
{
	const struct reason *reason = about->reason;
	const struct texts list = parties(about, true);
	struct hole named = hole_list("parties", &list);

	if (reason->kind == REASON_ONE_SIDED)
		return words(about->pool, W_REASON_ONE_SIDED, named);
	if (reason->kind == REASON_FEW)
		return words(about->pool, W_REASON_FEW, hole_count("count", reason->count), named);
	return words(about->pool, W_REASON_ROLE_MISSING,
		hole_text("role", words_role((int)reason->role)), named);
}

static const char *of_causes(const struct about *about)
{
	const struct texts list = causes(about);

	return words(about->pool,
		about->reason->kind == REASON_TIE ? W_REASON_TIE : W_REASON_UNSCORED,
		hole_list("causes", &list));
}

static const char *of_primary(const struct about *about)
{
	return words(about->pool,
		about->reason->kind == REASON_POINTS_DIFFER ? W_REASON_POINTS_DIFFER
							    : W_REASON_POINTS_AGREE,
		hole_text("cause", words_cause(about->d->primary.cause)));
}

static const char *of_counts(const struct about *about)
{
	bool runs = about->reason->kind == REASON_RUNS_DIFFER ||
		about->reason->kind == REASON_RUNS_AGREE;

	return words(about->pool, runs ? W_REASON_RUNS : W_REASON_ROLES,
		hole_count("count", about->reason->count), hole_count("of", about->reason->of));
}

static const char *reason_words(const struct about *about)
{
	const struct reason *reason = about->reason;

	switch (reason->kind) {
	case REASON_ONE_SIDED:
	case REASON_FEW:
	case REASON_ROLE_MISSING:
		return of_parties(about);
	case REASON_UNSCORED:
	case REASON_TIE:
		return of_causes(about);
	case REASON_POINTS_DIFFER:
	case REASON_POINTS_AGREE:
		return of_primary(about);
	case REASON_RUNS_DIFFER:
	case REASON_RUNS_AGREE:
	case REASON_FEW_ROLES:
	case REASON_ROLES:
		return of_counts(about);
	case REASON_ENOUGH:
		return words(about->pool, W_REASON_ENOUGH, hole_count("count", reason->count));
	case REASON_NOBODY:
		return words_plain(W_REASON_NOBODY);
	case REASON_NO_POINTS:
		return words_plain(W_REASON_NO_POINTS);
	case REASON_LEADERS:
		return words_plain(W_REASON_LEADERS);
	case REASON_NO_TIE:
		return words_plain(W_REASON_NO_TIE);
	}
	assert(!"a reason of no kind");
	return "";
}

/* What would raise it, where the reason names parties. */
static const char *raised_by_parties(const struct about *about)
{
	const struct reason *reason = about->reason;
	const struct texts list = parties(about, reason->kind != REASON_ONE_SIDED);
	struct hole named = hole_list("parties", &list);

	if (!list.count)
		return words_plain(W_RAISE_SECOND);
	if (reason->kind == REASON_ONE_SIDED)
		return words(about->pool, W_RAISE_OTHERS, named);
	if (reason->kind == REASON_FEW)
		return words(
			about->pool, W_RAISE_NUMBERS, hole_count("count", reason->count), named);
	return words(
		about->pool, W_RAISE_ROLE, hole_text("role", words_role((int)reason->role)), named);
}

/* Nobody was heard: then of every party. */
static const char *raised_by_anybody(const struct about *about)
{
	const struct texts list = parties(about, false);

	return list.count ? words(about->pool, W_RAISE_OTHERS, hole_list("parties", &list))
			  : words_plain(W_RAISE_SECOND);
}

static const char *raised_by_scores(const struct about *about)
{
	const struct texts list = causes(about);

	return words(about->pool, W_RAISE_SCORES, hole_list("causes", &list));
}

/* NULL where nothing stands in the way: the grade is an A. */
static const char *raise_words(const struct about *about)
{
	const struct primary *primary = &about->d->primary;

	switch (about->reason->kind) {
	case REASON_NOBODY:
		return raised_by_anybody(about);
	case REASON_ONE_SIDED:
	case REASON_FEW:
	case REASON_ROLE_MISSING:
		return raised_by_parties(about);
	case REASON_UNSCORED:
		return raised_by_scores(about);
	case REASON_TIE:
		return words(about->pool, W_RAISE_TIE, hole_number("margin", primary->margin, 2));
	case REASON_RUNS_DIFFER:
		return words_plain(W_RAISE_RUNS);
	case REASON_FEW_ROLES:
		return words(about->pool, W_RAISE_ROLES, hole_count("count", GRADE_A_ROLES));
	case REASON_NO_POINTS:
		return words_plain(W_RAISE_POINTS);
	case REASON_POINTS_DIFFER:
		return words(about->pool, W_RAISE_SETTLE,
			hole_text("cause", words_cause(primary->cause)));
	case REASON_ENOUGH:
	case REASON_LEADERS:
	case REASON_ROLES:
	case REASON_RUNS_AGREE:
	case REASON_NO_TIE:
	case REASON_POINTS_AGREE:
		break;
	}
	return NULL;
}

struct confidence_words words_confidence(
	struct pool *pool, const struct record *rec, const struct diagnosis *d)
{
	struct confidence_words out = { .reasons = { NULL } };
	int raised = 0;

	for (int i = 0; i < d->confidence.reason_count; i++) {
		const struct about about = { pool, rec, d, &d->confidence.reasons[i] };
		const char *raise = raise_words(&about);

		out.reasons[i] = reason_words(&about);
		if (raise)
			out.raise[raised++] = raise;
	}
	return out;
}

/* A share in per cent, to the nearest tenth. */
static const char *share_words(struct pool *pool, int percent)
{
	int tenths = (percent + 5) / 10;

	switch (tenths) {
	case 0:
		return words_plain(W_SHARE_NONE);
	case 5:
		return words_plain(W_SHARE_HALF);
	case 10:
		return words_plain(W_SHARE_ALL);
	}
	return words(pool, W_SHARE, hole_count("n", tenths));
}

/* What is said to be worth something: a cause, those of a tie, that none fails. */
enum said { SAID_CAUSE, SAID_TIE, SAID_NONE, SAID_KINDS };

/* Shares of those with a mild and of those with a marked cause. */
struct shares {
	int mild, marked;
};

static const char *worth(
	struct pool *pool, const struct calibrated *counted, enum said said, struct shares share)
{
	static const enum sentence of_both[SAID_KINDS] = { W_WORTH, W_WORTH_TIE, W_WORTH_NONE };
	static const enum sentence of_mild[SAID_KINDS] = { W_WORTH_MILD, W_WORTH_TIE_MILD,
		W_WORTH_NONE_MILD };
	const char *grade = grade_word(counted->grade), *mild = share_words(pool, share.mild);

	if (share.marked == CALIBRATED_RARE)
		return words(pool, of_mild[said], hole_count("people", counted->people),
			hole_text("grade", grade), hole_text("mild", mild));
	return words(pool, of_both[said], hole_count("people", counted->people),
		hole_text("grade", grade), hole_text("mild", mild),
		hole_text("marked", share_words(pool, share.marked)));
}

const char *words_worth(struct pool *pool, const struct record *rec, const struct diagnosis *d)
{
	const struct calibrated *counted = diagnosis_calibrated(rec, d);

	if (!counted)
		return NULL;
	const struct shares shares[SAID_KINDS] = {
		[SAID_CAUSE] = { counted->right, counted->right_marked },
		[SAID_TIE] = { counted->held, counted->held_marked },
		[SAID_NONE] = { counted->missed, counted->missed_marked },
	};
	enum said said = d->primary.cause == PRIMARY_NONE ? SAID_NONE
		: d->primary.tie                          ? SAID_TIE
							  : SAID_CAUSE;
	return worth(pool, counted, said, shares[said]);
}
