/* SPDX-License-Identifier: MIT */
/*
 * What an action or a warning cites, by the id of a finding: found in this round, or in one before
 * it.
 */
#include <rekindle/str.h>
#include <rekindle/words.h>

typedef const char *tell(struct pool *, const struct record *, const struct finding_ref *);

static const char *of_knockout(
	struct pool *pool, const struct record *rec, const struct finding_ref *ref)
{
	const char *what = words_knockout(ref->subject);

	return ref->party < 0 ? what
			      : words(pool, W_FOUND_OF, hole_text("knockout", what),
					hole_text("party", rec->parties[ref->party].label));
}

static const char *of_killer(
	struct pool *pool, const struct record *rec, const struct finding_ref *ref)
{
	static const enum sentence said[KILLER_COUNT] = {
		[KILLER_OBJECTIVES] = W_REASON_OBJECTIVES,
		[KILLER_COMMUNICATION_TRUST] = W_REASON_COMMUNICATION_TRUST,
		[KILLER_GOVERNANCE] = W_REASON_GOVERNANCE,
		[KILLER_SHIFTING_PRIORITIES] = W_REASON_SHIFTING_PRIORITIES,
	};

	(void)pool;
	(void)rec;
	return words_plain(said[ref->subject]);
}

static const char *of_blame(
	struct pool *pool, const struct record *rec, const struct finding_ref *ref)
{
	(void)pool;
	(void)rec;
	return words_plain(
		ref->subject == BLAME_PARTIES_DIFFER ? W_NEUTRAL_WEIGHTS : W_REASON_ALL_BLAME);
}

/* What has a name of its own, and no side. */
static const char *by_name(
	struct pool *pool, const struct record *rec, const struct finding_ref *ref)
{
	static const char *(*const name[FINDING_KINDS])(int) = {
		[FINDING_CAUSE] = words_cause,
		[FINDING_ASPECT] = words_scale,
		[FINDING_PITFALL] = words_pitfall,
		[FINDING_SPECIAL] = words_special,
		[FINDING_EVENT] = words_happening,
	};

	(void)pool;
	(void)rec;
	return name[ref->kind](ref->subject);
}

static const char *of_gap(
	struct pool *pool, const struct record *rec, const struct finding_ref *ref)
{
	(void)rec;
	return words(pool, ref->kind == FINDING_PAIN ? W_REASON_PAIN : W_REASON_GAP_GONE,
		hole_text("aspect", words_scale(ref->subject)));
}

static const char *of_side(
	struct pool *pool, const struct record *rec, const struct finding_ref *ref)
{
	const char *what = words_scale(ref->subject);

	return ref->party < 0
		? what
		: words(pool, ref->kind == FINDING_DIVIDED ? W_REASON_DIVIDED : W_REASON_UNSEEN,
			  hole_text("what", what),
			  hole_text("party", rec->parties[ref->party].label));
}

static const char *of_decision(
	struct pool *pool, const struct record *rec, const struct finding_ref *ref)
{
	(void)rec;
	return words(pool, W_REASON_DECISION, hole_text("track", words_track(ref->subject)));
}

static const char *of_performance(
	struct pool *pool, const struct record *rec, const struct finding_ref *ref)
{
	(void)pool;
	(void)rec;
	(void)ref;
	return words_plain(W_REASON_PERFORMANCE_LOW);
}

static const char *of_checklist(
	struct pool *pool, const struct record *rec, const struct finding_ref *ref)
{
	return words(pool, W_REASON_CHECKLIST, hole_text("row", words_check_row(ref->subject)),
		hole_text("value",
			words_check((int)record_check(rec, (enum check_row)ref->subject))));
}

static const char *of_process(
	struct pool *pool, const struct record *rec, const struct finding_ref *ref)
{
	(void)rec;
	return words(pool, W_REASON_PROCESS, hole_text("problem", words_problem(ref->subject)));
}

static const char *of_incident(
	struct pool *pool, const struct record *rec, const struct finding_ref *ref)
{
	(void)rec;
	return words(pool, W_REASON_INCIDENT, hole_count("number", ref->number));
}

const char *words_cited_ref(
	struct pool *pool, const struct record *rec, const struct finding_ref *ref)
{
	static tell *const of_kind[FINDING_KINDS] = {
		[FINDING_KNOCKOUT] = of_knockout,
		[FINDING_EXIT] = of_decision,
		[FINDING_CAUSE] = by_name,
		[FINDING_ASPECT] = by_name,
		[FINDING_GAP] = of_gap,
		[FINDING_KILLER] = of_killer,
		[FINDING_PAIN] = of_gap,
		[FINDING_BLAME] = of_blame,
		[FINDING_PITFALL] = by_name,
		[FINDING_SPECIAL] = by_name,
		[FINDING_PERFORMANCE] = of_performance,
		[FINDING_CHECKLIST] = of_checklist,
		[FINDING_EVENT] = by_name,
		[FINDING_PROCESS] = of_process,
		[FINDING_INCIDENT] = of_incident,
		[FINDING_DIVIDED] = of_side,
		[FINDING_VISIBILITY] = of_side,
	};

	return of_kind[ref->kind](pool, rec, ref);
}

const char *words_cited(struct pool *pool, const struct record *rec, const char *id)
{
	struct finding_ref ref;

	return finding_parse(rec, id, &ref) ? words_cited_ref(pool, rec, &ref) : id;
}

const char *words_because(struct pool *pool, const struct record *rec, const struct diagnosis *d,
	enum track track, const char *id)
{
	for (size_t i = 0; i < d->finding_count; i++)
		if (str_same(d->findings[i].id, id))
			return words_finding_plain(pool, rec, d, &d->findings[i]);
	if (track == TRACK_SUSTAIN)
		return words(pool, W_CITED_LOWEST, hole_text("aspect", words_cited(pool, rec, id)));
	return words(pool, W_CITED_GONE, hole_text("what", words_cited(pool, rec, id)));
}
