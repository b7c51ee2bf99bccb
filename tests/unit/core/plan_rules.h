/* SPDX-License-Identifier: MIT */
/*
 * A survey: plans of thousands of made-up alliances with the built-in library, each track once as
 * it is diagnosed or forced, and whether every rule of a list holds for all of them.
 */
#ifndef REKINDLE_TESTS_PLAN_RULES_H
#define REKINDLE_TESTS_PLAN_RULES_H

#include <stdarg.h>
#include <rekindle/plan.h>
#include "random.h"
#include "warnings.h"

#define SURVEY_SEEDS 2000
#define SEVERITY_RED 3

struct example {
	const struct record *rec;
	const struct diagnosis *diagnosis; /* its track is the plan's */
	const struct plan *plan;
	int asked;    /* first day that was asked for */
	bool natural; /* the track is the one that the diagnosis gives */
	uint64_t seed;
};

struct verdict {
	long tried;
	char broken[400]; /* the first time that it did not hold */
};

/* Of the rule that is being looked at. */
static struct verdict *verdict;

static inline void must(const struct example *e, bool holds, const char *format, ...)
{
	size_t at;
	va_list args;

	verdict->tried++;
	if (holds || *verdict->broken)
		return;
	at = (size_t)snprintf(verdict->broken, sizeof(verdict->broken),
		"seed %d, %s%s: ", (int)e->seed, e->natural ? "" : "forced ",
		vocabulary_track.word[e->plan->track]);
	va_start(args, format);
	vsnprintf(verdict->broken + at, sizeof(verdict->broken) - at, format, args);
	va_end(args);
}

/* Neither a weekend nor the turn of the year. */
static inline bool rule_works(int day)
{
	int year, month, mday;

	date_split(day, &year, &month, &mday);
	return date_weekday(day) < DATE_SATURDAY && !(month == 12 && mday >= 24) &&
		!(month == 1 && mday == 1);
}

static inline int rule_works_by(int day)
{
	while (!rule_works(day))
		day--;
	return day;
}

static inline int rule_works_from(int day)
{
	while (!rule_works(day))
		day++;
	return day;
}

/* Does the turn of a year lie between the days? */
static inline bool rule_turns(int from, int to)
{
	int first, last, month, mday;

	date_split(from, &first, &month, &mday);
	date_split(to, &last, &month, &mday);
	return first != last;
}

/* Days on which calendars break, and any other from 1920 to 2197. */
static inline int survey_start(uint64_t seed)
{
	static const char *const days[] = { "2026-03-23", "2026-03-21", "2026-03-22", "2026-12-26",
		"2027-12-31", "2028-02-27", "2028-02-29", "2100-02-28", "2026-10-24", "2000-02-29",
		"1999-12-31", "2197-12-31" };

	if (seed % 2)
		return build_day(days[seed / 2 % (sizeof(days) / sizeof(*days))]);
	return build_day("1920-01-01") + dice(101000);
}

static inline void survey_one(uint64_t seed, void (*look)(const struct example *))
{
	struct build *build = malloc(sizeof(*build));
	struct diagnosis diagnosis;
	int natural, start;

	random_core(build, seed);
	build->rec.assessment.kind = ROUND_BASELINE; /* a pulse makes no plan */
	start = survey_start(seed);
	diagnosis_compute(&diagnosis, &build->rec);
	natural = (int)diagnosis.track;
	for (int track = 0; track < TRACK_COUNT; track++) {
		struct plan plan;

		diagnosis.track = (enum track)track;
		plan_compute(&plan, &build->rec, &diagnosis, start);
		look(&(struct example){
			&build->rec, &diagnosis, &plan, start, track == natural, seed });
		plan_release(&plan);
	}
	diagnosis_release(&diagnosis);
	build_release(build);
	free(build);
}

static inline void survey(void (*look)(const struct example *))
{
	for (uint64_t seed = 0; seed < SURVEY_SEEDS; seed++)
		survey_one(seed, look);
}

/* Each rule of a list RULES(X) is a function rule_NAME(); all are looked at in one survey, and
 * each has a test of its name. */
#define RULE_INDEX(name) RULE_##name,
#define RULE_CHECK(name) rule_##name,
#define RULE_TEST(name)                                                                            \
	START_TEST(test_plan_rule_##name)                                                          \
	{                                                                                          \
		ck_assert_int_gt(verdicts[RULE_##name].tried, 20);                                 \
		ck_assert_msg(!*verdicts[RULE_##name].broken, "%s", verdicts[RULE_##name].broken); \
	}                                                                                          \
	END_TEST
#define RULE_ADD(name) tcase_add_test(tcase, test_plan_rule_##name);

static inline bool takes_all(const struct plan *plan)
{
	return plan->track != TRACK_EXIT && plan->track != TRACK_ESCALATE &&
		plan->track != TRACK_HEAR_FIRST;
}

static inline bool wants_wins(const struct plan *plan)
{
	return takes_all(plan) && plan->track != TRACK_SUSTAIN;
}

/* Where all is well a plan is no burden. */
static inline bool is_light(const struct plan *plan)
{
	return plan->track == TRACK_SUSTAIN;
}

static inline size_t most_active(const struct plan *plan)
{
	return is_light(plan) ? 8 : 24;
}

static inline bool has_red(const struct diagnosis *diagnosis)
{
	for (size_t i = 0; i < diagnosis->finding_count; i++)
		if (diagnosis->findings[i].severity >= SEVERITY_RED)
			return true;
	return false;
}

/* But for one place, which is too little for what waits for another. */
static inline bool is_full(const struct plan *plan)
{
	return plan->active_count >= most_active(plan) - 1;
}

static inline bool is_cited(const struct plan *plan, const char *finding)
{
	for (size_t i = 0; i < plan->active_count; i++)
		if (plan_cites(&plan->actions[i], finding))
			return true;
	return false;
}

/* The action of the library of that id where it is active, else NULL. */
static inline const struct planned_action *active_action(const struct plan *plan, const char *id)
{
	int at = plan_find_id(plan, id);

	return at >= 0 && plan->actions[at].active ? &plan->actions[at] : NULL;
}

#endif
