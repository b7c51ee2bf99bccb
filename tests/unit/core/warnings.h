/* SPDX-License-Identifier: MIT */
/*
 * What a plan warns of, looked up by tests.
 */
#ifndef REKINDLE_TESTS_WARNINGS_H
#define REKINDLE_TESTS_WARNINGS_H

#include <string.h>
#include <rekindle/plan.h>

/* The first warning of that kind, NULL when there is none. */
static inline const struct warning *warning_of(const struct plan *plan, enum warning_kind kind)
{
	for (size_t i = 0; i < plan->warning_count; i++)
		if (plan->warnings[i].kind == kind)
			return &plan->warnings[i];
	return NULL;
}

static inline bool warns_of_wins(const struct plan *plan)
{
	return warning_of(plan, WARNING_WINS) || warning_of(plan, WARNING_EARLY_WINS) ||
		warning_of(plan, WARNING_LAST_WIN);
}

static inline bool warns_of_finding(const struct plan *plan, const char *finding)
{
	const struct warning *warning = warning_of(plan, WARNING_UNANSWERED);

	for (size_t i = 0; warning && i < warning->finding_count; i++)
		if (!strcmp(warning->findings[i], finding))
			return true;
	return false;
}

/* That nobody of the party is known to own the action. */
static inline bool warns_of_owner(const struct plan *plan, int party, size_t action)
{
	for (size_t i = 0; i < plan->warning_count; i++)
		for (size_t j = 0; j < plan->warnings[i].action_count; j++)
			if (plan->warnings[i].kind == WARNING_NO_ROLE &&
				plan->warnings[i].party == party &&
				plan->warnings[i].actions[j] == (int)action)
				return true;
	return false;
}

#endif
