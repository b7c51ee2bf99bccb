/* SPDX-License-Identifier: MIT */
/*
 * The primary cause and how firm it stands (rekindle-method(7), section 5): without each
 * respondent, and with each single input one step away. Every what-if changes the basis, judges it
 * and puts it back, so the whole takes time in proportion to the answers.
 */
#include <stdlib.h>
#include <string.h>
#include "../score/basis.h"

static const char *const flip_words[] = {
	[FLIP_ANSWER] = "answer",
	[FLIP_ROUTE] = "route",
	[FLIP_CHECKLIST] = "checklist",
};
const struct vocabulary vocabulary_flip = { "flip", FLIP_CHECKLIST + 1, flip_words };

const char *primary_word(int primary)
{
	return primary < CAUSE_COUNT              ? cause_info[primary].id
		: primary == PRIMARY_NONE         ? "none"
		: primary == PRIMARY_INSUFFICIENT ? "insufficient"
						  : NULL;
}

int primary_from_word(const char *word)
{
	for (int i = 0; word && i <= PRIMARY_INSUFFICIENT; i++)
		if (!strcmp(primary_word(i), word))
			return i;
	return -1;
}

static void state(struct primary *primary, const struct lines *lines, const struct verdict *verdict)
{
	int cause = verdict->primary;
	bool critical = cause < CAUSE_COUNT && below(verdict->cause[cause], lines->critical);
	*primary = (struct primary){ .cause = cause, .margin = verdict->margin };
	for (int c = 0; c < CAUSE_COUNT; c++) {
		primary->leading[c] = verdict->leading >> c & 1u;
		primary->contributing[c] =
			!primary->leading[c] && below(verdict->cause[c], lines->failing);
		primary->consequence[c] = primary->contributing[c] && critical && c > cause;
		primary->tie = primary->tie || (primary->leading[c] && c != cause);
	}
}

/* Route entries by respondent: first[respondent], then next[entry]; -1 ends. */
struct entries {
	int *first, *next;
};

static struct entries entries_new(const struct record *rec)
{
	struct entries entries = {
		mem_alloc((rec->respondent_count + 1) * sizeof(int)),
		mem_alloc((rec->route_count + 1) * sizeof(int)),
	};
	for (size_t r = 0; r < rec->respondent_count; r++)
		entries.first[r] = -1;
	for (size_t i = 0; i < rec->route_count; i++) {
		int who = rec->routes[i].respondent;
		if (who < 0)
			continue;
		entries.next[i] = entries.first[who];
		entries.first[who] = (int)i;
	}
	return entries;
}

static void entries_free(struct entries *entries)
{
	free(entries->first);
	free(entries->next);
}

static void leave_out(struct basis *basis, const struct record *rec, const struct scores *scores,
	const struct entries *entries, size_t respondent)
{
	int party = rec->respondents[respondent].party;
	basis->with_data[party]--;
	for (int s = 0; s < SCALE_COUNT; s++) {
		double value = scores_tally(scores, respondent, s)->value;
		if (isnan(value))
			continue;
		basis->sum[party][s] -= value;
		basis->n[party][s]--;
	}
	for (int i = entries->first[respondent]; i >= 0; i = entries->next[i]) {
		const struct route *route = &rec->routes[i];
		for (int v = 0; v < ROUTE_VALUES; v++) {
			if (route->value[v] == INT_NONE)
				continue;
			basis->route_sum[route->party][v] -= route->value[v];
			basis->route_n[route->party][v]--;
		}
	}
}

static void find_stability(struct primary *primary, const struct record *rec,
	const struct scores *scores, const struct basis *basis, const struct verdict *verdict)
{
	struct entries entries = entries_new(rec);
	for (size_t r = 0; r < rec->respondent_count; r++) {
		struct basis without = *basis;
		struct verdict other;
		if (!record_has_data(rec, (int)r))
			continue;
		leave_out(&without, rec, scores, &entries, r);
		basis_decide(&without, &other);
		primary->of++;
		primary->agree += other.primary == verdict->primary;
		primary->agree_set += other.leading == verdict->leading;
	}
	entries_free(&entries);
}

struct what_if {
	struct primary *primary;
	const struct record *rec;
	struct basis basis;
};

/* Judges the changed basis; a step that changes the primary is a flip. */
static void judge(struct what_if *what, struct flip flip)
{
	struct verdict verdict;
	basis_decide(&what->basis, &verdict);
	if (verdict.primary == what->primary->cause)
		return;
	flip.primary = verdict.primary;
	if (what->primary->flip_count < FLIPS_SHOWN)
		what->primary->flip[what->primary->flip_count] = flip;
	what->primary->flip_count++;
}

static void flip_answer(struct what_if *what, const struct tally *tally, int respondent, int item)
{
	const struct item *question = &what->rec->instrument->items[item];
	double *sum = &what->basis.sum[what->rec->respondents[respondent].party][question->scale];
	double before = *sum;
	int from = (int)record_answer(what->rec, respondent, item)->value.number;
	for (int step = -1; step <= 1; step += 2) {
		int to = from + step;
		if (to < SCORE_LOWEST || to > SCORE_HIGHEST)
			continue;
		int change = question->reversed ? -step : step;
		*sum = before + (double)change / tally->answered;
		judge(what, (struct flip){ FLIP_ANSWER, respondent, item, from, to, 0 });
	}
	*sum = before;
}

static void flip_answers(struct what_if *what, const struct scores *scores)
{
	const struct instrument *instrument = what->rec->instrument;
	for (size_t r = 0; r < what->rec->respondent_count; r++)
		for (size_t i = 0; i < instrument->item_count; i++) {
			int scale = instrument->items[i].scale;
			if (scale < 0 || scale >= ASPECT_COUNT ||
				isnan(scores_tally(scores, r, scale)->value) ||
				!record_asked(what->rec, (int)r, (int)i) ||
				!record_rating(what->rec, (int)r, (int)i))
				continue;
			flip_answer(what, scores_tally(scores, r, scale), (int)r, (int)i);
		}
}

static void flip_routes(struct what_if *what)
{
	for (size_t i = 0; i < what->rec->route_count; i++) {
		const struct route *route = &what->rec->routes[i];
		for (int v = 0; v < ROUTE_VALUES; v++) {
			int from = route->value[v];
			int *sum = &what->basis.route_sum[route->party][v];
			for (int step = -1; from != INT_NONE && step <= 1; step += 2) {
				int to = from + step;
				if (to < SCORE_LOWEST || to > SCORE_HIGHEST)
					continue;
				*sum += step;
				judge(what,
					(struct flip){
						FLIP_ROUTE, route->respondent, v, from, to, 0 });
				*sum -= step;
			}
		}
	}
}

static void flip_checks(struct what_if *what)
{
	static const enum check by_points[] = { CHECK_NO, CHECK_PARTLY, CHECK_YES };
	for (int row = 0; row < CHECK_ROWS; row++) {
		enum check from = record_check(what->rec, row);
		int *sum = &what->basis.check_points[list_of(row)];
		for (int step = -1; from != CHECK_UNKNOWN && step <= 1; step += 2) {
			int points = check_points(from) + step;
			if (points < check_points(CHECK_NO) || points > check_points(CHECK_YES))
				continue;
			*sum += step;
			judge(what,
				(struct flip){ FLIP_CHECKLIST, -1, row, (int)from,
					(int)by_points[points], 0 });
			*sum -= step;
		}
	}
}

void primary_find(struct primary *primary, const struct record *rec, const struct scores *scores,
	const struct basis *basis, const struct verdict *verdict)
{
	state(primary, &scores->lines, verdict);
	find_stability(primary, rec, scores, basis, verdict);
}

void primary_compute(struct primary *primary, const struct record *rec, const struct scores *scores)
{
	struct what_if what = { .primary = primary, .rec = rec };
	struct verdict verdict;
	basis_build(&what.basis, rec, scores->tally);
	basis_decide(&what.basis, &verdict);
	primary_find(primary, rec, scores, &what.basis, &verdict);
	flip_answers(&what, scores);
	flip_routes(&what);
	flip_checks(&what);
}
