/* SPDX-License-Identifier: MIT */
/*
 * What is to be minded about a plan, one sentence each.
 */
#include <rekindle/str.h>
#include <rekindle/words.h>

/* A warning and what it is about. */
struct minded {
	struct pool *pool;
	const struct record *rec;
	const struct plan *plan;
	const struct warning *warning;
	bool inside; /* after a colon */
};

/* "3 (Sign the charter)" */
static const char *action(const struct minded *m, int at)
{
	return words(m->pool, W_WARN_ACTION, hole_count("n", m->plan->actions[at].number),
		hole_text("title", m->plan->actions[at].title));
}

static const char *of_effort(const struct minded *m)
{
	static const enum sentence owners[] = { W_WARN_NO_OWNERS, W_WARN_NO_OWNERS_INSIDE };
	static const enum sentence resources[] = { W_WARN_NO_RESOURCES,
		W_WARN_NO_RESOURCES_INSIDE };
	struct hole n = hole_count("n", m->warning->count);
	struct hole all = hole_count("all", m->warning->of);

	return m->warning->kind == WARNING_NO_OWNERS ? words(m->pool, owners[m->inside], n, all)
						     : words(m->pool, resources[m->inside], n, all);
}

static const char *of_early(const struct minded *m)
{
	return words(m->pool, m->inside ? W_WARN_EARLY_INSIDE : W_WARN_EARLY,
		hole_count("n", m->warning->count), hole_count("days", PLAN_EARLY_DAYS),
		hole_count("most", PLAN_EARLY_MAX));
}

static const char *of_role(const struct minded *m)
{
	struct texts actions = { 0 };

	for (size_t i = 0; i < m->warning->action_count; i++)
		texts_add(m->pool, &actions, action(m, m->warning->actions[i]));
	return words(m->pool, m->inside ? W_WARN_NO_ROLE_INSIDE : W_WARN_NO_ROLE,
		hole_text("role", words_role((int)m->warning->role)),
		hole_text("party", m->rec->parties[m->warning->party].label),
		hole_count("n", (int)actions.count),
		hole_text("actions", texts_join(m->pool, &actions, ", ", ", ")));
}

static const char *of_wins(const struct minded *m)
{
	struct hole n = hole_count("n", m->warning->count);
	struct hole least = hole_count("least", PLAN_WINS_MIN);

	if (m->warning->kind == WARNING_WINS)
		return words(m->pool, W_WARN_WINS, n, least, hole_count("most", PLAN_WINS_MAX));
	return words(m->pool, W_WARN_EARLY_WINS, n, hole_count("day", PLAN_WINS_EARLY_DAYS), least);
}

static const char *of_last_win(const struct minded *m)
{
	return words(m->pool, m->inside ? W_WARN_LAST_WIN_INSIDE : W_WARN_LAST_WIN,
		hole_count("month", PLAN_WINS_MONTHS));
}

static const char *of_end(const struct minded *m)
{
	return words(m->pool, m->inside ? W_WARN_END_INSIDE : W_WARN_END,
		hole_text("action", action(m, m->warning->action)),
		hole_count("months", m->plan->horizon_months));
}

/* Named once, where several findings are about one thing. */
static const char *of_unanswered(const struct minded *m)
{
	struct texts list = { 0 };

	for (size_t i = 0; i < m->warning->finding_count; i++) {
		const char *cited = words_cited(m->pool, m->rec, m->warning->findings[i]);
		bool said = false;

		for (size_t j = 0; j < list.count; j++)
			said = said || str_same(list.text[j], cited);
		if (!said)
			texts_add(m->pool, &list, cited);
	}
	return words(m->pool, m->inside ? W_WARN_UNANSWERED_INSIDE : W_WARN_UNANSWERED,
		hole_list("findings", &list));
}

static const char *of_date(const struct minded *m)
{
	static const enum sentence backwards[] = { W_WARN_BACKWARDS, W_WARN_BACKWARDS_INSIDE };
	static const enum sentence weekend[] = { W_WARN_WEEKEND, W_WARN_WEEKEND_INSIDE };
	struct hole what = hole_text("action", action(m, m->warning->action));

	if (m->warning->kind == WARNING_DAY_OFF)
		return words(m->pool, m->inside ? W_WARN_DAY_OFF_INSIDE : W_WARN_DAY_OFF, what);
	return m->warning->kind == WARNING_BACKWARDS ? words(m->pool, backwards[m->inside], what)
						     : words(m->pool, weekend[m->inside], what);
}

/* Its day is before the plan. */
static const char *of_contract_over(const struct minded *m, struct hole day)
{
	static const enum sentence ends[] = { W_WARN_CONTRACT_OVER, W_WARN_CONTRACT_OVER_INSIDE };
	static const enum sentence notice[] = { W_WARN_NOTICE_OVER, W_WARN_NOTICE_OVER_INSIDE };

	return m->warning->kind == WARNING_CONTRACT ? words(m->pool, ends[m->inside], day)
						    : words(m->pool, notice[m->inside], day);
}

static const char *of_contract(const struct minded *m)
{
	static const enum sentence ends[] = { W_WARN_CONTRACT, W_WARN_CONTRACT_INSIDE };
	static const enum sentence notice[] = { W_WARN_NOTICE, W_WARN_NOTICE_INSIDE };
	struct hole day = hole_day("day", m->warning->day, DAY_LONG);
	struct hole n = hole_count("n", m->warning->count);

	if (m->warning->early)
		return of_contract_over(m, day);
	return m->warning->kind == WARNING_CONTRACT ? words(m->pool, ends[m->inside], day, n)
						    : words(m->pool, notice[m->inside], day, n);
}

static const char *of_overlap(const struct minded *m)
{
	return words(m->pool, m->inside ? W_WARN_OVERLAP_INSIDE : W_WARN_OVERLAP,
		hole_text("action", action(m, m->warning->action)),
		hole_text("other", action(m, m->warning->other)));
}

static const char *of_lacks(const struct minded *m)
{
	static const enum sentence parts[PART_COUNT] = {
		[PART_MEASURE] = W_LACKS_MEASURE,
		[PART_BASELINE] = W_LACKS_BASELINE,
		[PART_TARGET] = W_LACKS_TARGET,
		[PART_DATE] = W_LACKS_DATE,
	};
	struct texts list = { 0 };

	for (int part = 0; part < PART_COUNT; part++)
		if (m->warning->lacks >> part & 1u)
			texts_add(m->pool, &list, words_plain(parts[part]));
	for (size_t party = 0; party < m->rec->party_count; party++)
		if (m->warning->no_owner[party])
			texts_add(m->pool, &list,
				words(m->pool, W_LACKS_OWNER,
					hole_text("party", m->rec->parties[party].label)));
	return words(m->pool, m->inside ? W_WARN_LACKS_INSIDE : W_WARN_LACKS,
		hole_count("n", m->warning->objective + 1),
		hole_text("parts", texts_join(m->pool, &list, ", ", ", ")));
}

static const char *of_outside(const struct minded *m)
{
	return words(m->pool, m->inside ? W_WARN_OUTSIDE_INSIDE : W_WARN_OUTSIDE,
		hole_count("n", m->warning->objective + 1),
		hole_count("from", PLAN_OBJECTIVE_MONTHS_MIN),
		hole_count("to", PLAN_OBJECTIVE_MONTHS_MAX));
}

static const char *of_objectives(const struct minded *m)
{
	return words(m->pool, m->inside ? W_WARN_OBJECTIVES_INSIDE : W_WARN_OBJECTIVES,
		hole_count("n", m->warning->count), hole_count("least", PLAN_OBJECTIVES_MIN),
		hole_count("most", PLAN_OBJECTIVES_MAX));
}

static const char *of_many(const struct minded *m)
{
	bool light = m->plan->track == TRACK_SUSTAIN;

	return words(m->pool, light ? W_WARN_MANY_LIGHT : W_WARN_MANY,
		hole_count("n", m->warning->count),
		hole_count("most", plan_active_most(m->plan->track)));
}

static const char *of_stale(const struct minded *m)
{
	return words(m->pool, W_WARN_STALE, hole_count("n", m->warning->count));
}

static const char *tell(const struct minded *minded)
{
	static const char *(*const of[WARNING_KINDS])(const struct minded *) = {
		[WARNING_CONTRACT] = of_contract,
		[WARNING_NOTICE] = of_contract,
		[WARNING_NO_OWNERS] = of_effort,
		[WARNING_NO_RESOURCES] = of_effort,
		[WARNING_EARLY] = of_early,
		[WARNING_NO_ROLE] = of_role,
		[WARNING_WINS] = of_wins,
		[WARNING_EARLY_WINS] = of_wins,
		[WARNING_LAST_WIN] = of_last_win,
		[WARNING_END] = of_end,
		[WARNING_UNANSWERED] = of_unanswered,
		[WARNING_BACKWARDS] = of_date,
		[WARNING_OVERLAP] = of_overlap,
		[WARNING_WEEKEND] = of_date,
		[WARNING_DAY_OFF] = of_date,
		[WARNING_LACKS] = of_lacks,
		[WARNING_OUTSIDE] = of_outside,
		[WARNING_OBJECTIVES] = of_objectives,
		[WARNING_MANY] = of_many,
		[WARNING_STALE] = of_stale,
	};

	return of[minded->warning->kind](minded);
}

const char *words_warning(struct pool *pool, const struct record *rec, const struct plan *plan,
	const struct warning *warning)
{
	return tell(&(struct minded){ pool, rec, plan, warning, .inside = false });
}

const char *words_warning_inside(struct pool *pool, const struct record *rec,
	const struct plan *plan, const struct warning *warning)
{
	return tell(&(struct minded){ pool, rec, plan, warning, .inside = true });
}
