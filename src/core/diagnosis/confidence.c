/* SPDX-License-Identifier: MIT */
/*
 * How far the diagnosis can be relied on (rekindle-method(7), section 5): a grade, why, and what
 * would raise it.
 */
#include "../score/basis.h"

const char *grade_word(enum grade grade)
{
	static const char *const words[] = {
		[GRADE_NONE] = "none",
		[GRADE_C] = "C",
		[GRADE_B] = "B",
		[GRADE_A] = "A",
	};
	return words[grade];
}

/* What the grade is judged by. */
struct ground {
	struct diagnosis *d;
	const struct record *rec;
	unsigned heard[PARTIES_MAX]; /* bit 1 << role, of respondents with data */
	int reasons, raise;
};

static void because(struct ground *ground, const char *reason)
{
	ground->d->confidence.reasons[ground->reasons++] = reason;
}

static void raised_by(struct ground *ground, const char *raise)
{
	ground->d->confidence.raise[ground->raise++] = raise;
}

static void listen(struct ground *ground)
{
	for (size_t r = 0; r < ground->rec->respondent_count; r++) {
		const struct respondent *who = &ground->rec->respondents[r];
		if (record_has_data(ground->rec, (int)r))
			ground->heard[who->party] |= 1u << who->role;
	}
}

static int fewest(const struct ground *ground)
{
	const int *with_data = ground->d->scores.with_data;
	int least = with_data[0];
	for (size_t p = 1; p < ground->rec->party_count; p++)
		least = with_data[p] < least ? with_data[p] : least;
	return least;
}

static int roles_heard(const struct ground *ground)
{
	unsigned all = 0;
	int count = 0;
	for (size_t p = 0; p < ground->rec->party_count; p++)
		all |= ground->heard[p];
	for (int role = 0; role < ROLE_COUNT; role++)
		count += all >> role & 1u;
	return count;
}

/* The parties in which nobody of this role was heard; false when there are none. */
static bool lacking(const struct ground *ground, enum role role, bool in[PARTIES_MAX])
{
	bool any = false;
	for (size_t p = 0; p < ground->rec->party_count; p++) {
		in[p] = !(ground->heard[p] >> role & 1u);
		any = any || in[p];
	}
	return any;
}

/* The split gives the primary more points than any other cause. */
static bool split_agrees(const struct diagnosis *d)
{
	const double *points = d->scores.split.overall;
	int primary = d->primary.cause;
	if (primary == PRIMARY_NONE)
		return true;
	for (int c = 0; c < CAUSE_COUNT; c++)
		if (c != primary && !above(points[primary], points[c]))
			return false;
	return true;
}

static bool scores_missing(const struct diagnosis *d, bool missing[CAUSE_COUNT])
{
	bool any = false;
	for (int c = 0; c < CAUSE_COUNT; c++) {
		missing[c] = isnan(d->scores.cause[c].score);
		any = any || missing[c];
	}
	return any;
}

static enum grade grade_of(const struct ground *ground)
{
	const struct diagnosis *d = ground->d;
	const struct primary *primary = &d->primary;
	bool ignored[PARTIES_MAX], missing[CAUSE_COUNT];
	if (d->scores.one_sided || scores_missing(d, missing))
		return GRADE_NONE;
	if (primary->tie)
		return GRADE_C;
	if (fewest(ground) >= GRADE_A_MIN && !lacking(ground, ROLE_SPONSOR, ignored) &&
		!lacking(ground, ROLE_MANAGER, ignored) && roles_heard(ground) >= GRADE_A_ROLES &&
		primary->agree == primary->of && split_agrees(d))
		return GRADE_A;
	if (fewest(ground) >= GRADE_B_MIN && 100 * primary->agree >= GRADE_B_PERCENT * primary->of)
		return GRADE_B;
	return GRADE_C;
}

static void explain_none(struct ground *ground)
{
	struct diagnosis *d = ground->d;
	bool heard[PARTIES_MAX] = { false }, unheard[PARTIES_MAX] = { false }, missing[CAUSE_COUNT];
	bool any = false;
	for (size_t p = 0; p < ground->rec->party_count; p++) {
		heard[p] = d->scores.with_data[p] > 0;
		unheard[p] = !heard[p];
		any = any || heard[p];
	}
	if (d->scores.one_sided) {
		because(ground,
			any ? pool_printf(&d->pool, "only %s was heard",
				      party_list(&d->pool, ground->rec, heard))
			    : "nobody was heard");
		const char *others = party_list(&d->pool, ground->rec, unheard);
		raised_by(ground,
			pool_printf(&d->pool, "hear people of %s",
				*others ? others : "a second party"));
	}
	if (scores_missing(d, missing)) {
		const char *causes = cause_list(&d->pool, missing);
		because(ground, pool_printf(&d->pool, "too few answers to score %s", causes));
		raised_by(ground,
			pool_printf(&d->pool, "have the questions on %s answered in every party",
				causes));
	}
}

static void explain_numbers(struct ground *ground, int wanted)
{
	struct diagnosis *d = ground->d;
	bool few[PARTIES_MAX];
	for (size_t p = 0; p < ground->rec->party_count; p++)
		few[p] = d->scores.with_data[p] < wanted;
	const char *parties = party_list(&d->pool, ground->rec, few);
	because(ground,
		pool_printf(
			&d->pool, "fewer than %d respondents of %s were heard", wanted, parties));
	raised_by(ground, pool_printf(&d->pool, "hear at least %d people of %s", wanted, parties));
}

static void explain_role(struct ground *ground, enum role role)
{
	struct diagnosis *d = ground->d;
	bool in[PARTIES_MAX];
	if (!lacking(ground, role, in))
		return;
	const char *word = vocabulary_role.word[role];
	const char *parties = party_list(&d->pool, ground->rec, in);
	because(ground, pool_printf(&d->pool, "no %s of %s was heard", word, parties));
	raised_by(ground, pool_printf(&d->pool, "hear a %s of %s", word, parties));
}

static void explain_tie(struct ground *ground)
{
	struct diagnosis *d = ground->d;
	const char *causes = cause_list(&d->pool, d->primary.leading);
	because(ground, pool_printf(&d->pool, "%s cannot be told apart", causes));
	raised_by(ground,
		pool_printf(&d->pool, "hear more people: the margin of %.2f narrows",
			d->primary.margin));
}

static void explain_split(struct ground *ground)
{
	struct diagnosis *d = ground->d;
	const char *cause = primary_word(d->primary.cause);
	if (isnan(d->scores.split.overall[d->primary.cause])) {
		because(ground, "nobody divided the 100 points over the causes");
		raised_by(ground, "have every respondent divide the 100 points");
		return;
	}
	because(ground, pool_printf(&d->pool, "the 100 points do not give %s the most", cause));
	raised_by(ground,
		pool_printf(&d->pool,
			"settle why the ratings name %s and the points "
			"another cause",
			cause));
}

/* Whatever stands between this diagnosis and an A. */
static void explain_short(struct ground *ground)
{
	struct diagnosis *d = ground->d;
	const struct primary *primary = &d->primary;
	int wanted = fewest(ground) < GRADE_B_MIN ? GRADE_B_MIN : GRADE_A_MIN;
	int roles = roles_heard(ground);
	if (primary->tie)
		explain_tie(ground);
	if (fewest(ground) < wanted)
		explain_numbers(ground, wanted);
	if (primary->agree < primary->of) {
		because(ground,
			pool_printf(&d->pool,
				"%d of %d runs with one respondent left out "
				"agree",
				primary->agree, primary->of));
		raised_by(ground, "hear more people, so that no single respondent decides");
	}
	explain_role(ground, ROLE_SPONSOR);
	explain_role(ground, ROLE_MANAGER);
	if (roles < GRADE_A_ROLES) {
		because(ground,
			pool_printf(&d->pool, "%d of %d roles were heard", roles, (int)ROLE_COUNT));
		raised_by(ground,
			pool_printf(&d->pool, "hear people of at least %d roles", GRADE_A_ROLES));
	}
	if (!split_agrees(d))
		explain_split(ground);
}

static void explain_full(struct ground *ground)
{
	struct diagnosis *d = ground->d;
	because(ground,
		pool_printf(&d->pool, "at least %d respondents of every party were heard",
			GRADE_A_MIN));
	because(ground, "a sponsor and a manager of every party were heard");
	because(ground,
		pool_printf(&d->pool, "%d of %d roles were heard", roles_heard(ground),
			(int)ROLE_COUNT));
	because(ground,
		pool_printf(&d->pool, "%d of %d runs with one respondent left out agree",
			d->primary.agree, d->primary.of));
	because(ground, "no tie");
	if (d->primary.cause != PRIMARY_NONE)
		because(ground,
			pool_printf(&d->pool, "the 100 points give %s the most as well",
				primary_word(d->primary.cause)));
}

void confidence_compute(struct diagnosis *d, const struct record *rec)
{
	struct ground ground = { .d = d, .rec = rec };
	listen(&ground);
	d->confidence.grade = grade_of(&ground);
	switch (d->confidence.grade) {
	case GRADE_NONE:
		explain_none(&ground);
		break;
	case GRADE_A:
		explain_full(&ground);
		break;
	case GRADE_B:
	case GRADE_C:
		explain_short(&ground);
		break;
	}
}
