/* SPDX-License-Identifier: MIT */
/*
 * Why (rekindle-method(7), section 6a): the evidence for and against a finding, and what would
 * change it. A cause or aspect that is no finding is explained the same way.
 */
#include "why.h"

/* The gap when one side's value is another; NAN with changes of another kind. */
static double gap_then(const struct asked *q, const struct changes *changes)
{
	const struct change *change = changes->list;
	double low = INFINITY, high = -INFINITY;
	if (changes->count != 1 || change->kind != CHANGE_RATINGS)
		return NAN;
	for (size_t p = 0; p < q->rec->party_count; p++) {
		double value = (int)p == change->party
			? change->value
			: q->d->scores.scale[change->subject].value[p];
		low = fmin(low, value);
		high = fmax(high, value);
	}
	return high - low;
}

static void explain(struct why *why, const struct asked *q)
{
	struct changes changes = { .pool = q->pool };
	why_evidence(why, q);
	why_search(q, &changes);
	why->changes = changes.list;
	why->change_count = changes.count;
	why->would = changes.count ? WOULD_CHANGES : WOULD_NOTHING;
	why->gap_then = gap_then(q, &changes);
}

static void begin(
	struct why *why, enum why_about about, const struct finding *finding, int cause, int scale)
{
	*why = (struct why){ .about = about,
		.finding = finding,
		.cause = cause,
		.scale = scale,
		.party = -1,
		.level = NAN,
		.gap_then = NAN };
}

void why_finding(struct why *why, struct pool *pool, const struct record *rec,
	const struct diagnosis *d, const struct finding *finding)
{
	const struct asked asked = { pool, rec, d, finding };
	begin(why, WHY_FINDING, finding, finding->cause, finding->scale);
	why_items(why, &asked, finding->scale);
	explain(why, &asked);
	if (finding->kind == FINDING_EVENT)
		why->would = WOULD_PASS;
}

/* The finding of that kind and subject, NULL when it is none. */
static const struct finding *found(const struct diagnosis *d, enum finding_kind kind, int subject)
{
	for (size_t i = 0; i < d->finding_count; i++)
		if (d->findings[i].kind == kind && d->findings[i].subject == subject)
			return &d->findings[i];
	return NULL;
}

/* The side whose fall alone would do it, with the values of all of them. */
struct sides {
	int low, count;
	double sum;
};

static struct sides sides_of(const struct asked *q, const struct scale_score *score)
{
	struct sides sides = { .low = -1 };
	for (size_t p = 0; p < q->rec->party_count; p++) {
		if (!score->n[p])
			continue;
		sides.count++;
		sides.sum += score->value[p];
		if (sides.low < 0 || below(score->value[p], score->value[sides.low]))
			sides.low = (int)p;
	}
	return sides;
}

/* The party whose fall alone would bring a healthy aspect below the line, and how far. */
static void what_would_fail(struct why *why, const struct asked *q, int scale)
{
	const struct scale_score *score = &q->d->scores.scale[scale];
	double weight = isnan(score->evidence) ? 0 : score->weight;
	double facts = isnan(score->evidence) ? 0 : score->evidence;
	if (isnan(score->perception))
		return;
	struct sides sides = sides_of(q, score);
	double needed = (q->d->scores.lines.failing - weight * facts) / (1 - weight);
	double alone = sides.count * needed - (sides.sum - score->value[sides.low]);
	if (above(alone, SCORE_LOWEST)) {
		why->would = WOULD_PARTY_FALL;
		why->party = sides.low;
		why->level = alone;
	} else if (above(needed, SCORE_LOWEST)) {
		why->would = WOULD_ALL_FALL;
		why->level = needed;
	}
}

/* What speaks for a healthy one speaks against a low one. */
static void turn(struct why *why)
{
	struct arguments pro = why->pro;
	why->pro = why->against;
	why->against = pro;
}

void why_aspect(struct why *why, struct pool *pool, const struct record *rec,
	const struct diagnosis *d, int scale)
{
	const struct finding *finding = found(d, FINDING_ASPECT, scale);
	const struct asked asked = { pool, rec, d, finding };
	begin(why, WHY_ASPECT, finding, scale < ASPECT_COUNT ? scale / ASPECTS_PER_CAUSE : -1,
		scale);
	why_items(why, &asked, scale);
	if (finding) {
		explain(why, &asked);
		return;
	}
	why_scale(why, &asked, scale, d->scores.lines.failing);
	if (isnan(d->scores.scale[scale].score)) {
		why->would = WOULD_SCORE;
		return;
	}
	turn(why);
	what_would_fail(why, &asked, scale);
}

void why_cause(struct why *why, struct pool *pool, const struct record *rec,
	const struct diagnosis *d, int cause)
{
	const struct finding *finding = found(d, FINDING_CAUSE, cause);
	double score = d->scores.cause[cause].score;
	const struct asked asked = { pool, rec, d, finding };
	begin(why, WHY_CAUSE, finding, cause, SCALE_NONE);
	if (finding) {
		explain(why, &asked);
		return;
	}
	why_of_cause(why, &asked, cause, d->scores.lines.failing);
	why->would = isnan(score) ? WOULD_SCORE : WOULD_ASPECTS_FALL;
	why->level = score - d->scores.lines.failing;
	if (!isnan(score))
		turn(why);
}
