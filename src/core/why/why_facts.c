/* SPDX-License-Identifier: MIT */
/*
 * Evidence from what is recorded beside the ratings of an aspect: checklists, objectives, the route
 * test, the form of the alliance.
 */
#include "why.h"

static void add_rows(struct why *why, const struct asked *q, enum list list, enum check value)
{
	struct argument says = argument_of(ARGUMENT_ROWS, (int)value);
	for (int row = (int)list_info[list].first; row < (int)list_info[list].end; row++) {
		enum check is = record_check(q->rec, (enum check_row)row);
		says.of += is != CHECK_UNKNOWN;
		says.count += is == value;
		says.rows |= (unsigned)(is == value) << row;
	}
	if (says.count)
		why_add(why, q, value == CHECK_YES, says);
}

static void add_objectives(struct why *why, const struct asked *q, bool against)
{
	struct argument says = argument(ARGUMENT_COMPLETE);
	says.of = (int)q->rec->objective_count;
	for (size_t i = 0; i < q->rec->objective_count; i++) {
		const struct objective *objective = &q->rec->objectives[i];
		says.count += !str_blank(objective->measure) && !str_blank(objective->target) &&
			objective->due != DATE_NONE;
	}
	why_add(why, q, against, says.of ? says : argument(ARGUMENT_NO_OBJECTIVES));
}

static struct argument says_fit(enum argument_kind kind, int ambition, int type)
{
	struct argument says = argument_of(kind, ambition);
	says.type = type;
	return says;
}

/* What the declared form does for each ambition, on the side where its own fit puts it. */
static void add_fits(struct why *why, const struct asked *q, double line)
{
	int ambition[AMBITIONS_MAX], count = ranked_ambitions(q->rec, ambition);
	int type = instrument_type(q->rec->instrument, record_profile(q->rec)->type);
	for (int rank = 0; rank < count; rank++) {
		int fit = instrument_fit(q->rec->instrument, ambition[rank], type, NULL);
		double score = SCORE_LOWEST + (SCORE_HIGHEST - SCORE_LOWEST) * fit / FIT_MAX;
		if (fit >= 0)
			why_add(why, q, at_least(score, line),
				says_fit(ARGUMENT_FIT, ambition[rank], type));
	}
}

static void add_form(struct why *why, const struct asked *q, bool against, double line)
{
	const struct type_fit *type = &q->d->scores.type;
	why_add(why, q, against, argument(ARGUMENT_FORM));
	add_fits(why, q, line);
	if (type->better_count)
		why_pro(why, q,
			says_fit(ARGUMENT_BETTER, type_gain(q->rec, type->better[0].type),
				type->better[0].type));
}

void why_facts(struct why *why, const struct asked *q, int aspect, double line)
{
	const struct scale_score *score = &q->d->scores.scale[aspect];
	if (isnan(score->evidence))
		return;
	bool against = at_least(score->evidence, line);
	why_add(why, q, against, argument_of(ARGUMENT_FACTS, aspect));
	if (aspect == ASPECT_OBJECTIVES)
		add_objectives(why, q, against);
	else if (aspect == ASPECT_RATIONALE)
		why_add(why, q, against, argument(ARGUMENT_ROUTES));
	else if (aspect == ASPECT_FIT)
		add_form(why, q, against, line);
	else
		for (int value = CHECK_NO; value >= CHECK_YES; value--)
			add_rows(why, q,
				aspect == ASPECT_SELECTION ? LIST_SELECTION : LIST_GOVERNANCE,
				(enum check)value);
}
