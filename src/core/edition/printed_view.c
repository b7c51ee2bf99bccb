/* SPDX-License-Identifier: MIT */
/*
 * The walk over a view: what is printed of the ratings, and what is withheld.
 */
#include "edition.h"
#include "printed.h"

/* Decimals. Facts are known, so that theirs tell nothing; those of a test are as printed. */
#define OF_SCORE 1
#define OF_SLIVER 4
#define OF_SHARE 3
#define OF_TEST 3
#define OF_MARGIN 2
#define OF_FACTS 4

#define LINES 20 /* of a step: where one of the method may lie */
#define SLIVER_WRITTEN 1e-4

/* What stands for a score is a decimal, or a sliver below a line: that is written as the decimals
 * that there are of it. */
static void carry_score(struct printed *p, double *x, const char *what, const char *id, int party)
{
	double line = round((*x + SLIVER) * LINES) / LINES;
	bool below_line = fabs(line - SLIVER - *x) < SLIVER / 2;
	double written = below_line ? line - SLIVER_WRITTEN : *x;

	printed_number(
		p, p->reads ? x : &written, below_line ? OF_SLIVER : OF_SCORE, what, id, party);
	line = round((*x + SLIVER_WRITTEN) * LINES) / LINES;
	if (p->reads && fabs(line - SLIVER_WRITTEN - *x) < SLIVER)
		*x = line - SLIVER;
}

static void carry_gap(struct printed *p, struct gap *gap, const char *id)
{
	int level = (int)gap->level;

	carry_score(p, &gap->value, "gap", id, -1);
	printed_count(p, &level, "level", id, -1);
	printed_number(p, &gap->p, OF_TEST, "chance", id, -1);
	printed_mark(p, &gap->confirmed, "confirmed", id, -1);
	gap->level = (enum gap_level)level;
}

static void carry_end(struct printed *p, int *end, int party, const char *what, const char *id)
{
	bool is = *end == party;

	printed_mark(p, &is, what, id, party);
	if (p->reads && is)
		*end = party;
}

static void carry_party(struct printed *p, struct edition_view *view, int s, int party)
{
	struct scale_score *scale = &view->shown.scores.scale[s];
	const char *id = scale_info[s].id;

	carry_score(p, &scale->value[party], "value", id, party);
	printed_count(p, &scale->n[party], "n", id, party);
	printed_number(p, &scale->dont_know[party], OF_SHARE, "unknown", id, party);
	printed_count(p, &scale->dont_know_count[party], "unknowns", id, party);
	printed_count(p, &scale->asked_count[party], "answers", id, party);
	printed_mark(p, &scale->visibility_gap[party], "unseen", id, party);
	printed_mark(p, &scale->divided[party], "divided", id, party);
	carry_end(p, &scale->gap.higher, party, "higher", id);
	carry_end(p, &scale->gap.lower, party, "lower", id);
	printed_mark(p, &view->value[s][party], "withheld", id, party);
}

static void carry_scale(struct printed *p, struct edition_view *view, int s)
{
	struct scale_score *scale = &view->shown.scores.scale[s];
	const char *id = scale_info[s].id;
	int why = (int)view->scale[s];

	carry_score(p, &scale->perception, "perception", id, -1);
	if (s < ASPECT_COUNT) {
		carry_score(p, &scale->score, "score", id, -1);
		printed_number(p, &scale->evidence, OF_FACTS, "facts", id, -1);
		printed_number(p, &scale->weight, OF_FACTS, "weight", id, -1);
	}
	printed_number(p, &scale->dont_know_share, OF_SHARE, "unknown", id, -1);
	printed_mark(p, &scale->shared_pain, "pain", id, -1);
	printed_count(p, &why, "withheld", id, -1);
	view->scale[s] = (enum withheld)why;
	carry_gap(p, &scale->gap, id);
	for (size_t party = 0; party < p->rec->party_count; party++)
		carry_party(p, view, s, (int)party);
}

/* Band and place of the widest gap begin at nothing, which is not written. */
static void carry_cause(struct printed *p, struct edition_view *view, int c)
{
	struct cause_score *cause = &view->shown.scores.cause[c];
	const char *id = cause_info[c].id;
	int band = (int)cause->band - BAND_NONE;
	int widest = cause->widest == SCALE_NONE ? 0 : cause->widest % ASPECTS_PER_CAUSE + 1;

	carry_score(p, &cause->score, "cause", id, -1);
	printed_count(p, &band, "band", id, -1);
	printed_mark(p, &cause->failing, "failing", id, -1);
	printed_count(p, &widest, "widest", id, -1);
	printed_mark(p, &view->cause[c], "withheld", id, -1);
	cause->band = (enum band)(band + BAND_NONE);
	cause->widest = widest ? c * ASPECTS_PER_CAUSE + widest - 1 : SCALE_NONE;
	for (size_t party = 0; party < p->rec->party_count; party++) {
		carry_score(p, &cause->value[party], "cause", id, (int)party);
		printed_count(p, &cause->n[party], "n", id, (int)party);
	}
}

static void carry_killers(struct printed *p, struct edition_view *view)
{
	struct scores *shown = &view->shown.scores;

	for (int k = 0; k < KILLER_COUNT; k++) {
		const char *id = vocabulary_killer.word[k];

		carry_score(p, &shown->killer[k], "killer", id, -1);
		printed_mark(p, &shown->killer_known[k], "known", id, -1);
		printed_mark(p, &shown->killer_present[k], "present", id, -1);
		printed_mark(p, &view->killer[k], "withheld.killer", id, -1);
	}
}

static void carry_points(struct printed *p, struct edition_view *view)
{
	struct split_score *split = &view->shown.scores.split;
	int parties = (int)p->rec->party_count;

	for (int c = 0; c < CAUSE_COUNT; c++) {
		const char *id = cause_info[c].id;

		carry_score(p, &split->overall[c], "points", id, -1);
		for (int party = 0; party < parties; party++)
			carry_score(p, &split->mean[party][c], "points", id, party);
	}
	for (int party = 0; party < parties; party++) {
		printed_count(p, &split->n[party], "n.points", NULL, party);
		printed_mark(p, &view->split[party], "withheld.points", NULL, party);
	}
	printed_mark(p, &split->parties_differ, "blame.differ", NULL, -1);
	printed_mark(p, &split->all_blame_partner, "blame.partner", NULL, -1);
	printed_mark(p, &view->points, "withheld.points", NULL, -1);
}

static const char *route_word(int result)
{
	return vocabulary_route_result.word[result];
}

static void carry_route(struct printed *p, struct edition_view *view)
{
	struct route_score *route = &view->shown.scores.route;

	for (int i = 0; i < ROUTE_VALUES; i++) {
		const char *id = vocabulary_route_value.word[i];

		carry_score(p, &route->value[i], "route", id, -1);
		printed_mark(p, &route->undecided[i], "undecided", id, -1);
	}
	carry_score(p, &route->clearance, "clearance", NULL, -1);
	printed_word(p, &route->result, "result", route_word, vocabulary_route_result.count);
	printed_mark(p, &view->route, "withheld.route", NULL, -1);
}

static void carry_primary(struct printed *p, struct edition_view *view)
{
	struct primary *primary = &view->shown.primary;
	int grade = (int)view->shown.confidence.grade;

	printed_word(p, &primary->cause, "primary", primary_word, PRIMARY_UNDECIDED);
	printed_mark(p, &primary->tie, "tie", NULL, -1);
	printed_number(p, &primary->margin, OF_MARGIN, "margin", NULL, -1);
	for (int c = 0; c < CAUSE_COUNT; c++) {
		const char *id = cause_info[c].id;

		printed_mark(p, &primary->leading[c], "leading", id, -1);
		printed_mark(p, &primary->contributing[c], "contributing", id, -1);
		printed_mark(p, &primary->consequence[c], "consequence", id, -1);
	}
	printed_count(p, &grade, "grade", NULL, -1);
	printed_mark(p, &view->primary, "withheld.primary", NULL, -1);
	view->shown.confidence.grade = (enum grade)grade;
}

/* Of a special situation that facts give by themselves nothing is known from the ratings. */
static void carry_patterns(struct printed *p, struct edition_view *view)
{
	struct diagnosis *shown = &view->shown;

	for (int i = 0; i < PITFALL_COUNT; i++) {
		const char *id = vocabulary_pitfall.word[i];

		printed_mark(p, &shown->pitfall[i], "pitfall", id, -1);
		printed_mark(p, &view->pitfall[i], "withheld.pitfall", id, -1);
	}
	for (int i = 0; i < SPECIAL_COUNT; i++) {
		const char *id = vocabulary_special.word[i];
		bool fact = edition_special_is_fact(p->rec, (enum special)i);
		bool found = shown->special[i] && !fact;

		printed_mark(p, &found, "special", id, -1);
		printed_mark(p, &view->special[i], "withheld.special", id, -1);
		if (p->reads)
			shown->special[i] = found;
	}
}

void printed_view(struct printed *p, struct edition_view *view)
{
	struct scores *shown = &view->shown.scores;

	for (size_t party = 0; party < p->rec->party_count; party++)
		printed_count(p, &shown->with_data[party], "heard", NULL, (int)party);
	carry_score(p, &shown->health, "health", NULL, -1);
	for (int c = 0; c < CAUSE_COUNT; c++)
		carry_cause(p, view, c);
	for (int s = 0; s < SCALE_COUNT; s++)
		carry_scale(p, view, s);
	carry_killers(p, view);
	carry_points(p, view);
	carry_route(p, view);
	carry_primary(p, view);
	carry_patterns(p, view);
}
