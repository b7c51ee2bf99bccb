/* SPDX-License-Identifier: MIT */
/*
 * Where the sides see it differently, and what they share. A gap has two ends and no guilty one:
 * the sides stand in party order, in clauses alike.
 */
#include <ctype.h>
#include <string.h>
#include "gather.h"

#define STRIPS_SHOWN 8

static bool letters_differ(const struct compose *c, size_t at, char letter[PARTIES_MAX])
{
	for (int p = 0; p < c->parties; p++) {
		const char *label = party_label(c, p);

		if (at >= strlen(label) || !isascii((unsigned char)label[at]) ||
			!isalnum((unsigned char)label[at]))
			return false;
		letter[p] = (char)toupper((unsigned char)label[at]);
		for (int other = 0; other < p; other++)
			if (letter[other] == letter[p])
				return false;
	}
	return true;
}

/* The first letters at which all labels differ, else numbers. */
void compose_party_letters(const struct compose *c, char letter[PARTIES_MAX])
{
	for (size_t at = 0; c->parties && at < strlen(party_label(c, 0)); at++)
		if (letters_differ(c, at, letter))
			return;
	for (int p = 0; p < c->parties; p++)
		letter[p] = (char)('1' + p);
}

static void compose_legend(struct compose *c, const char letter[PARTIES_MAX])
{
	struct texts legend = { 0 };

	for (int p = 0; p < c->parties; p++)
		if (strlen(party_label(c, p)) > 1)
			texts_add(c->pool, &legend,
				words(c->pool, W_SIDES_LETTER,
					hole_text("letter", say(c, "%c", letter[p])),
					hole_text("party", party_label(c, p))));
	if (legend.count)
		doc_text(c->doc, 2, "%s",
			words(c->pool, W_SAID_WHOLE,
				hole_text("text", words_names(c->pool, &legend))));
}

static void compose_plot(struct compose *c, const int *scale, int count)
{
	char letter[PARTIES_MAX];
	struct block *strips;

	compose_party_letters(c, letter);
	strips = doc_strips(c->doc, 2, letter, c->parties, c->scores->lines.failing);
	for (int i = 0; i < count; i++) {
		const struct scale_score *score = &c->scores->scale[scale[i]];
		struct strip strip = { .label = scale_info[scale[i]].label,
			.gap = rated(c, score->gap.value),
			.n = counts_short(c, score->n),
			.p = chance_text(c, score->gap.p) };

		for (int p = 0; p < PARTIES_MAX; p++)
			strip.value[p] = rated_number(c, score->value[p]);
		doc_strip(c->doc, strips, strip);
	}
	compose_legend(c, letter);
}

static bool any_gap(const struct compose *c)
{
	for (int scale = 0; scale < ASPECT_COUNT; scale++)
		if (!isnan(c->scores->scale[scale].gap.value))
			return true;
	return false;
}

static int tested_gaps(const struct compose *c)
{
	int n = 0;

	for (int scale = 0; scale < ASPECT_COUNT; scale++)
		n += !isnan(c->scores->scale[scale].gap.p);
	return n;
}

static struct texts aspects_where(
	struct compose *c, const int *scale, int count, bool confirmed, bool tested)
{
	struct texts list = { 0 };

	for (int i = 0; i < count; i++) {
		const struct gap *gap = &c->scores->scale[scale[i]].gap;
		struct hole aspect = hole_text("aspect", words_scale(scale[i]));

		if (gap->confirmed == confirmed && !isnan(gap->p) == tested)
			texts_add(c->pool, &list,
				tested ? aspect.text
				       : words(c->pool, W_SIDES_ASPECT, aspect,
						 hole_text("n", scale_n(c, scale[i]))));
	}
	return list;
}

static const char *other_gaps(struct compose *c, int count)
{
	struct hole line = hole_number("line", GAP_DISCUSS, 2);

	if (!c->joint)
		return words(c->pool, count ? W_SIDES_OTHER_GAPS : W_SIDES_ALL_GAPS, line);
	if (!any_gap(c))
		return words_plain(W_SIDES_NO_GAP);
	return words(c->pool, count ? W_SIDES_OTHER_SHOWN : W_SIDES_ALL_SHOWN, line);
}

/* Rule 13 of the report: confirmed, may be chance, cannot be tested. */
void compose_gap_tests(struct compose *c, const int *scale, int count)
{
	const struct texts confirmed = aspects_where(c, scale, count, true, true);
	const struct texts chance = aspects_where(c, scale, count, false, true);
	const struct texts untested = aspects_where(c, scale, count, false, false);
	struct texts said = { 0 };

	if (confirmed.count)
		texts_add(c->pool, &said,
			words(c->pool, W_SIDES_CONFIRMED, hole_count("n", tested_gaps(c)),
				hole_list("aspects", &confirmed)));
	if (chance.count)
		texts_add(c->pool, &said,
			words(c->pool, W_SIDES_CHANCE, hole_list("aspects", &chance)));
	if (untested.count)
		texts_add(c->pool, &said,
			words(c->pool, W_SIDES_UNTESTED, hole_list("aspects", &untested)));
	texts_add(c->pool, &said, other_gaps(c, count));
	doc_text(c->doc, 2, "%s", words_sentences(c->pool, &said));
}

static struct texts lower_on(struct compose *c, const int *scale, int count, int party)
{
	struct texts list = { 0 };

	for (int i = 0; i < count; i++)
		if (c->scores->scale[scale[i]].gap.lower == party)
			texts_add(c->pool, &list, words_scale(scale[i]));
	return list;
}

static void compose_lower(struct compose *c, const int *scale, int count)
{
	struct texts said = { 0 };

	for (int p = 0; p < c->parties; p++) {
		const struct texts lower = lower_on(c, scale, count, p);
		struct hole who = hole_text("party", party_label(c, p));
		struct hole aspects = hole_list("aspects", &lower);

		if (lower.count && c->parties == 2)
			texts_add(c->pool, &said,
				words(c->pool, W_SIDES_LOWER, who, aspects,
					hole_text("other", party_label(c, 1 - p))));
		else if (lower.count)
			texts_add(c->pool, &said, words(c->pool, W_SIDES_LOWEST, who, aspects));
	}
	if (said.count)
		doc_text(c->doc, 0, "%s", words_sentences(c->pool, &said));
}

static const char *stuck_at(struct compose *c, const struct process *process)
{
	struct hole step =
		hole_text("step", process->step ? process->step : words_plain(W_SAID_A_STEP));
	struct hole problem = hole_text("problem", words_problem(process->problem));

	if (process->party < 0)
		return words(c->pool, W_SIDES_STUCK, step, problem);
	return words(c->pool, W_SIDES_STUCK_AT, step, problem,
		hole_text("party", party_label(c, process->party)));
}

void compose_process(struct compose *c)
{
	struct texts list = { 0 };

	for (size_t i = 0; i < c->rec->process_count; i++)
		if (c->rec->processes[i].problem >= 0)
			texts_add(c->pool, &list, stuck_at(c, &c->rec->processes[i]));
	if (list.count)
		doc_text(c->doc, 0, "%s",
			words(c->pool, W_SIDES_PROCESS,
				hole_text("steps", words_clauses(c->pool, &list))));
}

/* The points in whole numbers that add up as the exact ones do: what rounding down leaves goes to
 * the largest rests, of equal ones to the first. */
static void whole_points(const double mean[CAUSE_COUNT], double points[CAUSE_COUNT])
{
	double sum = 0;

	for (int i = 0; i < CAUSE_COUNT; i++) {
		points[i] = floor(mean[i] + SCORE_EPSILON);
		sum += mean[i] - points[i];
	}
	for (int left = (int)round(isnan(sum) ? 0 : sum); left > 0; left--) {
		int most = 0;

		for (int i = 1; i < CAUSE_COUNT; i++)
			if (above(mean[i] - points[i], mean[most] - points[most]))
				most = i;
		points[most]++;
	}
}

static void split_row(struct compose *c, struct table *table, const char *label,
	const double mean[CAUSE_COUNT], const char *n)
{
	struct row *row = doc_row(c->doc, table);
	double points[CAUSE_COUNT];

	doc_cell(c->doc, row, "%s", label);
	whole_points(mean, points);
	for (int i = 0; i < CAUSE_COUNT; i++)
		doc_cell(c->doc, row, "%s", dash(c, "%.0f", points[i]));
	doc_cell(c->doc, row, "%s", n);
}

static void withheld_row(struct compose *c, struct table *table, const char *label)
{
	struct row *row = doc_row(c->doc, table);

	doc_cell(c->doc, row, "%s", label);
	doc_cell(c->doc, row, "withheld");
	doc_skip(row, CAUSE_COUNT - 1);
	doc_cell(c->doc, row, "%s", c->joint ? say(c, "<%d", EDITION_VALUE_MIN) : "");
}

/* The party's causes with the most points: "Phoenix partner 42", "Phoenix partner and type 40". */
static const char *tops(struct compose *c, int party)
{
	const double *mean = c->scores->split.mean[party];
	struct texts list = { 0 };
	double points = NAN;

	for (int i = 0; i < CAUSE_COUNT; i++) {
		bool most = !isnan(mean[i]);

		for (int other = 0; other < CAUSE_COUNT; other++)
			most = most && !above(mean[other], mean[i]);
		if (most)
			texts_add(c->pool, &list, words_cause(i));
		points = most ? mean[i] : points;
	}
	return words(c->pool, W_SIDES_TOP, hole_text("party", party_label(c, party)),
		hole_list("causes", &list), hole_text("points", dash(c, "%.0f", points)));
}

const char *split_pattern(struct compose *c)
{
	const struct split_score *split = &c->scores->split;
	struct texts list = { 0 };

	if (split->all_blame_partner)
		return words_plain(c->joint ? W_SIDES_BLAME_JOINT : W_SIDES_BLAME);
	if (!split->parties_differ)
		return NULL;
	for (int p = 0; p < c->parties; p++)
		if (split->n[p])
			texts_add(c->pool, &list, tops(c, p));
	return words(c->pool, W_SIDES_TOPS, hole_text("tops", words_names(c->pool, &list)),
		hole_text("n", n_text(c, split->n)));
}

static void compose_points(struct compose *c)
{
	static const struct column columns[] = {
		{ .width = 26 },
		{ .gap = 1, .width = 8, .align = ALIGN_RIGHT },
		{ .gap = 2, .width = 4, .align = ALIGN_RIGHT },
		{ .gap = 2, .width = 7, .align = ALIGN_RIGHT },
		{ .gap = 2, .width = 10, .align = ALIGN_RIGHT },
		{ .gap = 2, .width = 5, .align = ALIGN_RIGHT },
	};
	const struct split_score *split = &c->scores->split;
	struct table *table;
	struct row *row;
	bool hidden = c->view && c->view->points;
	int n = 0;

	for (int p = 0; p < c->parties; p++)
		n += split->n[p];
	doc_space(c->doc);
	if (!n && !hidden) {
		doc_text(c->doc, 0, "%s", words_plain(W_SIDES_NO_POINTS));
		return;
	}
	table = doc_table(c->doc, 2, columns, 6);
	row = doc_head_row(c->doc, table);
	doc_cell(c->doc, row, "Where the 100 points went");
	for (int i = 0; i < CAUSE_COUNT; i++)
		doc_cell(c->doc, row, "%s", cause_info[i].label);
	doc_cell(c->doc, row, "n");
	for (int p = 0; p < c->parties; p++)
		if (c->view && c->view->split[p])
			withheld_row(c, table, party_label(c, p));
		else
			split_row(c, table, party_label(c, p), split->mean[p],
				c->joint && !split->n[p] ? "-" : say(c, "%d", split->n[p]));
	if (!hidden)
		split_row(c, table, "mean of the sides", split->overall, say(c, "%d", n));
	if (split_pattern(c))
		doc_text(c->doc, 2, "%s", split_pattern(c));
}

static struct texts shared_pains(struct compose *c)
{
	struct texts list = { 0 };

	for (int scale = 0; scale < ASPECT_COUNT; scale++)
		if (c->scores->scale[scale].shared_pain)
			texts_add(c->pool, &list,
				words(c->pool, W_SIDES_ASPECT,
					hole_text("aspect", words_scale(scale)),
					hole_text("n", scale_n(c, scale))));
	return list;
}

static struct texts divided_sides(struct compose *c)
{
	struct texts list = { 0 };

	for (int scale = 0; scale < ASPECT_COUNT; scale++)
		for (int p = 0; p < c->parties; p++)
			if (c->scores->scale[scale].divided[p])
				texts_add(c->pool, &list,
					words(c->pool, W_SIDES_DIVIDED_ON,
						hole_text("party", party_label(c, p)),
						hole_text("aspect", words_scale(scale)),
						hole_count("n", c->scores->scale[scale].n[p])));
	return list;
}

static void compose_shared(struct compose *c)
{
	const struct texts shared = shared_pains(c), divided = divided_sides(c);

	if (shared.count)
		doc_text(c->doc, 2, "%s %s",
			words(c->pool, W_SIDES_SHARED,
				hole_number("line", c->scores->lines.failing, 2),
				hole_number("gap", GAP_DISCUSS, 2),
				hole_text("aspects", words_names(c->pool, &shared))),
			count_word((int)shared.count)
				? words(c->pool, W_SIDES_START, hole_word("n", (int)shared.count))
				: words_plain(W_SIDES_START_MANY));
	if (divided.count)
		doc_text(c->doc, 2, "%s",
			words(c->pool, W_SIDES_DIVIDED,
				hole_text("sides", words_names(c->pool, &divided))));
	else if (!c->joint) /* a spread takes more people than a mean */
		doc_text(c->doc, 2, "%s", words_plain(W_SIDES_UNDIVIDED));
}

void compose_sides(struct compose *c)
{
	int scale[ASPECT_COUNT], count = widest_gaps(c, scale, GAP_DISCUSS);

	compose_chapter(c, REPORT_SIDES, NULL, "Where the sides see it differently");
	if (c->scores->one_sided) {
		doc_text(c->doc, 0, "%s", words_plain(W_SIDES_ONE_SIDED));
		if (!is_pulse(c))
			compose_points(c);
		return;
	}
	if (count)
		compose_plot(c, scale, count < STRIPS_SHOWN ? count : STRIPS_SHOWN);
	compose_gap_tests(c, scale, count);
	doc_space(c->doc);
	compose_lower(c, scale, count);
	compose_process(c);
	if (!is_pulse(c))
		compose_points(c);
	compose_shared(c);
}
