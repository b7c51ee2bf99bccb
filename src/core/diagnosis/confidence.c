/* SPDX-License-Identifier: MIT */
/*
 * How far the diagnosis can be relied on (rekindle-method(7), section 5): a grade, and why.
 */
#include <string.h>
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

enum grade grade_from_word(const char *word)
{
	int grade = GRADE_A;

	while (grade > GRADE_NONE && !(word && !strcmp(grade_word((enum grade)grade), word)))
		grade--;
	return (enum grade)grade;
}

/* What the grade is judged by. */
struct ground {
	const struct diagnosis *d;
	struct confidence *confidence; /* of d, where reasons are given */
	const struct record *rec;
	unsigned heard[PARTIES_MAX]; /* bit 1 << role, of respondents with data */
};

static void because(struct ground *ground, struct reason reason)
{
	struct confidence *confidence = ground->confidence;

	confidence->reasons[confidence->reason_count++] = reason;
}

static void listen(struct ground *ground, bool named)
{
	for (size_t r = 0; r < ground->rec->respondent_count; r++) {
		const struct respondent *who = &ground->rec->respondents[r];
		if (named && who->attribution == ATTRIBUTION_CONFIDENTIAL)
			continue;
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

/* In every party, and in all. */
static bool heard_for_a(const struct ground *ground)
{
	bool ignored[PARTIES_MAX];

	return fewest(ground) >= GRADE_A_MIN && !lacking(ground, ROLE_SPONSOR, ignored) &&
		!lacking(ground, ROLE_MANAGER, ignored) && roles_heard(ground) >= GRADE_A_ROLES;
}

static enum grade grade_of(const struct ground *ground)
{
	const struct diagnosis *d = ground->d;
	const struct primary *primary = &d->primary;
	bool missing[CAUSE_COUNT];
	if (d->scores.one_sided || scores_missing(d, missing))
		return GRADE_NONE;
	if (primary->tie)
		return GRADE_C;
	if (heard_for_a(ground) && primary->agree == primary->of && split_agrees(d))
		return GRADE_A;
	if (fewest(ground) >= GRADE_B_MIN && 100 * primary->agree >= GRADE_B_PERCENT * primary->of)
		return GRADE_B;
	return GRADE_C;
}

static void explain_none(struct ground *ground)
{
	const struct scores *scores = &ground->d->scores;
	struct reason heard = { .kind = REASON_NOBODY };
	struct reason unscored = { .kind = REASON_UNSCORED };

	for (size_t p = 0; p < ground->rec->party_count; p++) {
		heard.party[p] = scores->with_data[p] > 0;
		heard.kind = heard.party[p] ? REASON_ONE_SIDED : heard.kind;
	}
	if (scores->one_sided)
		because(ground, heard);
	if (scores_missing(ground->d, unscored.cause))
		because(ground, unscored);
}

static void explain_numbers(struct ground *ground, int wanted)
{
	struct reason reason = { .kind = REASON_FEW, .count = wanted };

	for (size_t p = 0; p < ground->rec->party_count; p++)
		reason.party[p] = ground->d->scores.with_data[p] < wanted;
	because(ground, reason);
}

static void explain_role(struct ground *ground, enum role role)
{
	struct reason reason = { .kind = REASON_ROLE_MISSING, .role = role };

	if (lacking(ground, role, reason.party))
		because(ground, reason);
}

static void explain_tie(struct ground *ground)
{
	struct reason reason = { .kind = REASON_TIE };

	memcpy(reason.cause, ground->d->primary.leading, sizeof(reason.cause));
	because(ground, reason);
}

static void explain_split(struct ground *ground)
{
	const struct diagnosis *d = ground->d;
	bool none = isnan(d->scores.split.overall[d->primary.cause]);

	because(ground, (struct reason){ .kind = none ? REASON_NO_POINTS : REASON_POINTS_DIFFER });
}

static struct reason runs(const struct ground *ground, enum reason_kind kind)
{
	const struct primary *primary = &ground->d->primary;

	return (struct reason){ .kind = kind, .count = primary->agree, .of = primary->of };
}

static struct reason roles(const struct ground *ground, enum reason_kind kind)
{
	return (struct reason){ .kind = kind, .count = roles_heard(ground), .of = ROLE_COUNT };
}

/* Whatever stands between this diagnosis and an A. */
static void explain_short(struct ground *ground)
{
	const struct primary *primary = &ground->d->primary;
	int wanted = fewest(ground) < GRADE_B_MIN ? GRADE_B_MIN : GRADE_A_MIN;

	if (primary->tie)
		explain_tie(ground);
	if (fewest(ground) < wanted)
		explain_numbers(ground, wanted);
	if (primary->agree < primary->of)
		because(ground, runs(ground, REASON_RUNS_DIFFER));
	explain_role(ground, ROLE_SPONSOR);
	explain_role(ground, ROLE_MANAGER);
	if (roles_heard(ground) < GRADE_A_ROLES)
		because(ground, roles(ground, REASON_FEW_ROLES));
	if (!split_agrees(ground->d))
		explain_split(ground);
}

static void explain_full(struct ground *ground)
{
	because(ground, (struct reason){ .kind = REASON_ENOUGH, .count = GRADE_A_MIN });
	because(ground, (struct reason){ .kind = REASON_LEADERS });
	because(ground, roles(ground, REASON_ROLES));
	because(ground, runs(ground, REASON_RUNS_AGREE));
	because(ground, (struct reason){ .kind = REASON_NO_TIE });
	if (ground->d->primary.cause != PRIMARY_NONE)
		because(ground, (struct reason){ .kind = REASON_POINTS_AGREE });
}

enum grade confidence_grade(const struct diagnosis *d, const struct record *rec)
{
	struct ground ground = { .d = d, .rec = rec };
	listen(&ground, false);
	return grade_of(&ground);
}

void confidence_compute(struct diagnosis *d, const struct record *rec)
{
	struct ground ground = { .d = d, .confidence = &d->confidence, .rec = rec };
	listen(&ground, false);
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

enum grade confidence_shown(const struct diagnosis *shown, const struct record *rec)
{
	struct ground ground = { .d = shown, .rec = rec };
	bool decided = shown->primary.cause <= PRIMARY_NONE;

	listen(&ground, true);
	if (shown->primary.tie || fewest(&ground) < GRADE_B_MIN)
		return GRADE_C;
	return decided && heard_for_a(&ground) && split_agrees(shown) ? GRADE_A : GRADE_B;
}
