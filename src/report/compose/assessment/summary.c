/* SPDX-License-Identifier: MIT */
/*
 * Page 1 of the assessment report, complete by itself.
 */
#include <stdlib.h>
#include <string.h>
#include "../compose.h"

#define FIRST_ACTIONS 5
#define FIRST_ACTIONS_JOINT 4 /* its page 1 has more to say */
#define SIDES_POINTS 2
#define UNKNOWNS_SHOWN 5
#define UNKNOWNS_SHOWN_JOINT 3

static void compose_reading(struct compose *c)
{
	struct list who = { 0 };
	int confidential = 0;

	for (int p = 0; p < c->parties; p++)
		list_add(c, &who,
			say(c, "%d%s of %s", c->scores->with_data[p],
				p ? ""
				  : plural(c->scores->with_data[p], " respondent", " respondents"),
				party_label(c, p)));
	for (size_t r = 0; r < c->rec->respondent_count; r++)
		confidential += is_confidential(c, (int)r);
	doc_text(c->doc, 0,
		"Everything is shown but who gave a confidential answer (%d of %zu respondents)."
		" Scores run from 1 to 5, higher is healthier. \"%s\" means %s.%s",
		confidential, c->rec->respondent_count, n_text(c, c->scores->with_data),
		list_and(c, &who),
		record_example(c->in->record) ? " Names are invented: this is the worked example."
					      : "");
}

/* The failing aspect that a cause which passes hides. */
static const char *hidden_aspect(struct compose *c, int cause)
{
	int scale[ASPECTS_PER_CAUSE];
	const char *text;

	if (!lowest_aspects(c, cause, scale) ||
		!below(c->scores->scale[scale[0]].score, SCORE_FAILING))
		return "";
	text = say(c, "%s %.2f", scale_info[scale[0]].word, c->scores->scale[scale[0]].score);
	return strlen(text) <= 17 ? text
				  : say(c, "an aspect %.2f", c->scores->scale[scale[0]].score);
}

static bool nobody_heard(const struct compose *c)
{
	for (size_t p = 0; p < c->rec->party_count; p++)
		if (c->scores->with_data[p])
			return false;
	return true;
}

static int rows_withheld(const struct compose *c, int cause)
{
	int n = 0;

	for (int i = 0; i < ASPECTS_PER_CAUSE; i++)
		n += withheld_scale(c, cause * ASPECTS_PER_CAUSE + i);
	return n;
}

const char *cause_note(struct compose *c, int cause)
{
	const struct primary *primary = &c->diagnosis->primary;
	double score = c->scores->cause[cause].score;

	if (c->view && c->view->cause[cause])
		return "";
	if (isnan(score))
		return nobody_heard(c)         ? "nobody heard"
			: c->scores->one_sided ? "one side only"
					       : "too few answers";
	if (primary->leading[cause] && !c->scores->one_sided)
		return names_primary(c) ? "PRIMARY" : "leading";
	if (primary->contributing[cause])
		return "contributing";
	if (rows_withheld(c, cause))
		return say(c, "%d" NB "%s withheld", rows_withheld(c, cause),
			plural(rows_withheld(c, cause), "row", "rows"));
	if (band_of(score) != band_of(strtod(say(c, "%.2f", score), NULL)))
		return say(c, "exactly %.3f", score);
	return near_the_line(score) ? "near the line" : hidden_aspect(c, cause);
}

const char *health_text(struct compose *c)
{
	if (withheld_primary(c))
		return "Health: withheld.";
	if (isnan(c->scores->health))
		return "Health: none, because not every cause has a score.";
	return say(c, "Health %s, %s.", score_text(c, c->scores->health),
		band_word(band_of(c->scores->health)));
}

const char *performance_text(struct compose *c)
{
	const struct performance *performance = &c->scores->performance;
	struct list parts = { 0 };

	if (isnan(performance->score))
		return "Performance: none, because no objective has a result and no KPI can be"
		       " read.";
	if (performance->objectives_counted)
		list_add(c, &parts,
			say(c, "%d" NB "%s with a result", performance->objectives_counted,
				plural(performance->objectives_counted, "objective",
					"objectives")));
	if (performance->kpis_counted)
		list_add(c, &parts,
			say(c, "%d" NB "%s", performance->kpis_counted,
				plural(performance->kpis_counted, "KPI", "KPIs")));
	return say(c, "Performance %.0f" NB "of" NB "100%s (%s).", performance->score,
		performance->low ? ", low" : "", list_join(c, &parts, ", "));
}

static const char *situation_text(enum situation situation)
{
	switch (situation) {
	case SITUATION_UNDERPERFORMING:
		return " Results and relationship are both low: situation \"underperforming\".";
	case SITUATION_LOOK_OUTSIDE:
		return " Results are low and the relationship is not: situation \"look outside\".";
	case SITUATION_RESULTS_OUTRUN_RELATIONSHIP:
		return " Results are good and the relationship is not: situation \"results outrun"
		       " the relationship\".";
	case SITUATION_HEALTHY:
		return " Results and relationship are both good: situation \"healthy\".";
	case SITUATION_UNKNOWN:
		break;
	}
	return "";
}

/* "GenTech rates communication 1.87, Phoenix 2.93 (n 5+5, confirmed)". */
static const char *gap_text(struct compose *c, int scale)
{
	const struct scale_score *score = &c->scores->scale[scale];
	const struct gap *gap = &score->gap;

	return say(c, "%s rates %s %.2f, %s %.2f (%s, %s)", party_label(c, gap->lower),
		aspect_label(c, scale), score->value[gap->lower], party_label(c, gap->higher),
		score->value[gap->higher], scale_n(c, scale),
		gap->confirmed          ? "confirmed"
			: isnan(gap->p) ? "cannot be tested at this size"
					: "may be chance");
}

static const char *sides_text(struct compose *c)
{
	int scale[ASPECT_COUNT];
	int discussed = widest_gaps(c, scale, GAP_DISCUSS),
	    count = widest_gaps(c, scale, GAP_MATERIAL);
	struct list points = { 0 };

	if (c->scores->one_sided)
		return "";
	if (!discussed)
		return say(c, "No gap between the sides reaches %.2f.", GAP_DISCUSS);
	if (!count)
		count = discussed = widest_gaps(c, scale, GAP_DISCUSS);
	for (int i = 0; i < count && i < SIDES_POINTS; i++)
		list_add(c, &points, gap_text(c, scale[i]));
	return say(c, "The sides part on %s: %s%s.", counted(c, count, "point", "points"),
		list_join(c, &points, "; "),
		count > SIDES_POINTS ? say(c, "; %d" NB "more", count - SIDES_POINTS) : "");
}

void compose_causes(struct compose *c)
{
	struct block *bars;

	doc_head(c->doc, "CAUSES, upstream first");
	bars = doc_bars(c->doc, 2);
	for (int i = 0; i < CAUSE_COUNT; i++)
		doc_bar(c->doc, bars,
			(struct bar){ cause_info[i].label, c->scores->cause[i].score,
				c->view && c->view->cause[i] ? "withheld"
							     : band_word(c->scores->cause[i].band),
				cause_note(c, i) });
}

void compose_cause_notes(struct compose *c)
{
	doc_text(c->doc, 2, "%s %s%s", health_text(c), performance_text(c),
		situation_text(c->diagnosis->situation));
	if (sides_text(c)[0])
		doc_text(c->doc, 2, "%s", sides_text(c));
}

/* Places of the first actions that are still open, by due date. */
static int first_actions(const struct compose *c, size_t out[FIRST_ACTIONS])
{
	const struct planned_action *actions = c->plan->actions;
	int count = 0, most = c->joint ? FIRST_ACTIONS_JOINT : FIRST_ACTIONS;

	for (size_t i = 0; i < c->plan->active_count; i++) {
		int at = count;

		if (!plan_is_open(&actions[i]))
			continue;
		for (; at && actions[i].due < actions[out[at - 1]].due; at--)
			if (at < most)
				out[at] = out[at - 1];
		if (at < most)
			out[at] = i;
		count += count < most;
	}
	return count;
}

/* The gate that is decided next; NULL when there is none, or one was not passed. */
static const struct gate *next_gate(const struct plan *plan)
{
	for (size_t i = 0; i < plan->gate_count; i++)
		if (plan->gates[i].outcome != OUTCOME_PASSED)
			return plan->gates[i].outcome < 0 ? &plan->gates[i] : NULL;
	return NULL;
}

static int open_by(const struct plan *plan, int day)
{
	int n = 0;

	for (size_t i = 0; i < plan->active_count; i++)
		n += plan_is_open(&plan->actions[i]) && plan->actions[i].due <= day;
	return n;
}

/* "FIRST ACTIONS (6 due before gate 1, 18 November 2026; the first 5)", and once some are done
 * "NEXT ACTIONS (2 of 23 done; 21 due before gate 2)". */
static const char *first_heading(struct compose *c, int shown)
{
	const struct gate *gate = next_gate(c->plan);
	struct plan_count all = plan_count(c->plan, 0, c->plan->start);
	int due = gate ? open_by(c->plan, gate->day) : 0;
	struct list list = { 0 };

	if (all.done)
		list_add(c, &list, say(c, "%d of %d done", all.done, all.active));
	if (due)
		list_add(c, &list,
			say(c, "%d due before %s%s%s", due, small(c, gate_title(gate)),
				all.done ? "" : ", ", all.done ? "" : day_long(c, gate->day)));
	if (due > shown && !all.done)
		list_add(c, &list, say(c, "the first %d", shown));
	return say(c, "%s ACTIONS%s", all.done ? "NEXT" : "FIRST",
		list.count ? say(c, " (%s)", list_join(c, &list, "; ")) : "");
}

/* Up to its first comma: what comes of it, without how. */
static const char *first_clause(struct compose *c, const char *text)
{
	return say(c, "%.*s", (int)strcspn(text, ",;"), text);
}

/* What was decided at a gate, and which one is next. */
static void compose_next_gate(struct compose *c)
{
	const struct gate *next = next_gate(c->plan);
	struct list list = { 0 };

	for (size_t i = 0; i < c->plan->gate_count; i++) {
		const struct gate *gate = &c->plan->gates[i];

		if (gate->outcome >= 0)
			list_add(c, &list,
				say(c, "%s was %s%s%s.", gate_title(gate),
					gate->outcome == OUTCOME_PASSED ? "passed" : "not passed",
					gate->decided == DATE_NONE ? "" : " on ",
					gate->decided == DATE_NONE ? ""
								   : day_long(c, gate->decided)));
		if (gate->outcome == OUTCOME_FAILED)
			list_add(c, &list, say(c, "So %s.", gate_otherwise(gate)));
	}
	if (next)
		list_add(c, &list,
			say(c, "%s, %s: %s If not: %s (section" NB "%d).", gate_title(next),
				day_long(c, next->day), gate_question(next),
				c->joint ? first_clause(c, gate_otherwise(next))
					 : gate_otherwise(next),
				c->number[REPORT_GATES]));
	if (list.count)
		doc_text(c->doc, 2, "%s", list_join(c, &list, " "));
}

void compose_first_actions(struct compose *c)
{
	size_t at[FIRST_ACTIONS];
	int count = first_actions(c, at);
	struct table *table;

	doc_head(c->doc, first_heading(c, count));
	if (!count)
		doc_text(c->doc, 2,
			c->plan->active_count ? "Every action is done or dropped."
					      : "The library holds no action for this diagnosis.");
	table = count ? table_of_actions(c, true) : NULL;
	for (int i = 0; i < count; i++)
		action_row(c, table, at[i]);
	compose_next_gate(c);
}

void compose_unknown(struct compose *c)
{
	struct list list = { 0 };
	size_t most = c->joint ? UNKNOWNS_SHOWN_JOINT : UNKNOWNS_SHOWN;

	unknowns(c, &list);
	doc_head(c->doc, "WHAT WE DO NOT KNOW");
	for (size_t i = 0; i < list.count && i < most; i++)
		doc_item(c->doc, 2, 4, "- ", "%s", list.text[i]);
	if (list.count > most)
		doc_item(c->doc, 2, 4, "- ", "%zu" NB "more in section" NB "%d.", list.count - most,
			c->number[REPORT_OPEN]);
}

static int fewest_heard(const struct compose *c)
{
	int least = c->parties ? c->scores->with_data[0] : 0;

	for (int p = 1; p < c->parties; p++)
		if (c->scores->with_data[p] < least)
			least = c->scores->with_data[p];
	return least;
}

/* Beside the list of who was heard by name it would tell that a sponsor answered in confidence. */
static bool tells_role(const char *clause)
{
	static const char *const starts[] = { "no sponsor", "no manager", "hear a sponsor",
		"hear a manager", "a sponsor and a manager" };

	for (size_t i = 0; i < sizeof(starts) / sizeof(*starts); i++)
		if (!strncmp(clause, starts[i], strlen(starts[i])))
			return true;
	return false;
}

static const char *clauses(struct compose *c, const char *const *texts)
{
	struct list list = { 0 };

	for (int i = 0; texts[i]; i++)
		if (!c->confidential || !tells_role(texts[i]))
			list_add(c, &list, texts[i]);
	return list.count || !texts[0] ? list_join(c, &list, "; ") : "not every role was heard";
}

static const char *few_heard(struct compose *c)
{
	bool few[PARTIES_MAX] = { false };
	bool any = false;

	for (int p = 0; p < c->parties; p++) {
		few[p] = c->scores->with_data[p] < GRADE_B_MIN;
		any = any || few[p];
	}
	return any ? parties_where(c, few) : NULL;
}

/* Without the runs and without who in particular was not heard. */
static void compose_joint_confidence(struct compose *c)
{
	const char *grade = grade_word(c->diagnosis->confidence.grade), *few = few_heard(c);

	if (c->diagnosis->confidence.grade == GRADE_NONE)
		doc_text(c->doc, 0,
			"CONFIDENCE  none of A, B, C: not every cause has a score from"
			" %s. More interviews make one.",
			everybody(c));
	else
		doc_text(c->doc, 0, "CONFIDENCE  %s of A, B, C. %s%s%s", grade,
			few ? say(c, "Fewer than %d respondents of %s were heard", GRADE_B_MIN, few)
			    : say(c, "At least %d respondents a side", fewest_heard(c)),
			withheld_primary(c)                 ? "."
				: c->diagnosis->primary.tie ? ", a tie."
							    : ", no tie.",
			c->diagnosis->confidence.grade == GRADE_A ? ""
				: few
				? say(c, " More interviews of %s can raise it.", few)
				: say(c,
					  " It can rise when at least %d respondents, a sponsor "
					  "and a"
					  " manager among them, have been heard on each side.",
					  GRADE_A_MIN));
}

/* Grade first, reason second, what would raise it third (rule 12). */
void compose_confidence(struct compose *c)
{
	if (c->joint) {
		compose_joint_confidence(c);
		return;
	}
	const struct confidence *confidence = &c->diagnosis->confidence;
	const struct primary *primary = &c->diagnosis->primary;
	const struct confidence_words said = words_confidence(c->pool, c->rec, c->diagnosis);
	const char *raise = clauses(c, said.raise), *reasons = clauses(c, said.reasons);

	if (confidence->grade == GRADE_NONE)
		doc_text(c->doc, 0, "CONFIDENCE  none of A, B, C: %s. %s%s", reasons,
			raise[0] ? "What would give one: " : "",
			raise[0] ? say(c, "%s.", raise) : "");
	else if (confidence->grade == GRADE_A)
		doc_text(c->doc, 0, "CONFIDENCE  A of A, B, C: %s.", reasons);
	else
		doc_text(c->doc, 0,
			"CONFIDENCE  %s of A, B, C. At least %d %s a side, %d" NB "of" NB "%d" NB
			"runs agree, %s. Not %s, because %s. What would raise it: %s.",
			grade_word(confidence->grade), fewest_heard(c),
			plural(fewest_heard(c), "respondent", "respondents"), primary->agree,
			primary->of, primary->tie ? "a tie" : "no tie",
			confidence->grade == GRADE_B ? "A" : "higher", reasons, raise);
}

void compose_summary(struct compose *c)
{
	if (c->joint) {
		compose_joint(c);
		return;
	}
	compose_reading(c);
	compose_verdict(c);
	doc_space(c->doc);
	compose_causes(c);
	compose_cause_notes(c);
	compose_first_actions(c);
	compose_unknown(c);
	doc_space(c->doc);
	compose_confidence(c);
}
