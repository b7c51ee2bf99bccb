/* SPDX-License-Identifier: MIT */
/*
 * What adopting actions tells the other side: what has called for them and is withheld so far.
 */
#include <string.h>
#include <rekindle/words.h>

#define REASONS_NAMED 3

static const char *of_aspect(struct pool *pool, const struct finding_ref *ref)
{
	return words(pool, W_TELLS_ASPECT, hole_text("aspect", words_scale(ref->subject)));
}

static const char *of_gap(struct pool *pool, const struct finding_ref *ref)
{
	return words(pool, W_TELLS_GAP, hole_text("aspect", words_scale(ref->subject)));
}

static const char *of_cause(struct pool *pool, const struct finding_ref *ref)
{
	return words(pool, W_TELLS_CAUSE, hole_text("cause", words_cause(ref->subject)));
}

static const char *of_track(struct pool *pool, const struct finding_ref *ref)
{
	return words(pool, W_TELLS_TRACK, hole_text("plain", track_plain[ref->subject]));
}

static const char *of_killer(struct pool *pool, const struct finding_ref *ref)
{
	static const enum sentence said[KILLER_COUNT] = {
		[KILLER_OBJECTIVES] = W_TELLS_OBJECTIVES,
		[KILLER_COMMUNICATION_TRUST] = W_TELLS_COMMUNICATION_TRUST,
		[KILLER_GOVERNANCE] = W_TELLS_GOVERNANCE,
		[KILLER_SHIFTING_PRIORITIES] = W_TELLS_PRIORITIES,
	};

	(void)pool;
	return words_plain(said[ref->subject]);
}

static const char *of_pitfall(struct pool *pool, const struct finding_ref *ref)
{
	(void)pool;
	return words_pitfall(ref->subject);
}

static const char *of_special(struct pool *pool, const struct finding_ref *ref)
{
	(void)pool;
	return words_special(ref->subject);
}

static const char *of_knockout(struct pool *pool, const struct finding_ref *ref)
{
	(void)pool;
	return words_knockout(ref->subject);
}

static const char *of_rest(struct pool *pool, const struct finding_ref *ref)
{
	(void)pool;
	(void)ref;
	return words_plain(W_TELLS_REST);
}

static const char *(*const of_kind[FINDING_KINDS])(struct pool *, const struct finding_ref *) = {
	[FINDING_KNOCKOUT] = of_knockout,
	[FINDING_EXIT] = of_track,
	[FINDING_CAUSE] = of_cause,
	[FINDING_ASPECT] = of_aspect,
	[FINDING_GAP] = of_gap,
	[FINDING_KILLER] = of_killer,
	[FINDING_PAIN] = of_aspect,
	[FINDING_BLAME] = of_rest,
	[FINDING_PITFALL] = of_pitfall,
	[FINDING_SPECIAL] = of_special,
	[FINDING_PERFORMANCE] = of_rest,
	[FINDING_CHECKLIST] = of_rest,
	[FINDING_EVENT] = of_rest,
	[FINDING_PROCESS] = of_rest,
	[FINDING_INCIDENT] = of_rest,
	[FINDING_DIVIDED] = of_rest,
	[FINDING_VISIBILITY] = of_rest,
};

static bool is_among(const struct texts *list, const char *text)
{
	for (size_t i = 0; i < list->count; i++)
		if (!strcmp(list->text[i], text))
			return true;
	return false;
}

static void add_reasons(
	struct pool *pool, const struct edition_plan *plan, size_t action, struct texts *list)
{
	const struct record *rec = plan->rounds[plan->count - 1].rec;
	const char **untold;
	size_t count = edition_plan_untold(plan, action, pool, &untold);

	for (size_t i = 0; i < count; i++) {
		struct finding_ref ref;
		const char *text = finding_parse(rec, untold[i], &ref)
			? of_kind[ref.kind](pool, &ref)
			: words_plain(W_TELLS_REST);

		if (!is_among(list, text))
			texts_add(pool, list, text);
	}
}

static const char *reasons_text(struct pool *pool, struct texts *list)
{
	int more = (int)list->count - REASONS_NAMED;

	if (more > 0) {
		list->count = REASONS_NAMED;
		texts_add(pool, list, words(pool, W_TELLS_MORE, hole_count("n", more)));
	}
	return words_list(pool, list);
}

const char *words_adopting_reasons(
	struct pool *pool, const struct edition_plan *plan, size_t action)
{
	struct texts list = { 0 };

	if (!plan->shows[action])
		add_reasons(pool, plan, action, &list);
	return list.count ? reasons_text(pool, &list) : NULL;
}

const char *words_adopting(struct pool *pool, const struct edition_plan *plan, size_t action)
{
	const char *reasons = words_adopting_reasons(pool, plan, action);

	if (plan->shows[action])
		return NULL;
	return reasons ? words(pool, W_ADOPTING_TELLS, hole_text("reasons", reasons))
		       : words_plain(W_ADOPTING_SHOWS);
}

const char *words_adopting_all(struct pool *pool, const struct edition_plan *plan)
{
	struct texts list = { 0 };
	int n = 0;

	for (size_t i = 0; i < plan->whole->action_count; i++) {
		if (plan->shows[i] || !plan_is_open(&plan->whole->actions[i]))
			continue;
		add_reasons(pool, plan, i, &list);
		n++;
	}
	if (!n)
		return NULL;
	if (!list.count)
		return words(pool, W_ADOPTING_ALL_SHOWS, hole_count("n", n));
	return words(pool, W_ADOPTING_ALL_TELLS, hole_count("n", n),
		hole_text("reasons", reasons_text(pool, &list)));
}
