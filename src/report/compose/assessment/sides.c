/* SPDX-License-Identifier: MIT */
/*
 * Where the sides see it differently, and what they share. A gap has two ends and no guilty one:
 * the sides stand in party order, in clauses alike.
 */
#include <ctype.h>
#include <string.h>
#include "../compose.h"

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

static void compose_plot(struct compose *c, const int *scale, int count)
{
	char letter[PARTIES_MAX];
	struct block *strips;
	struct list legend = { 0 };

	compose_party_letters(c, letter);
	strips = doc_strips(c->doc, 2, letter, c->parties);
	for (int i = 0; i < count; i++) {
		const struct scale_score *score = &c->scores->scale[scale[i]];
		struct strip strip = { .label = scale_info[scale[i]].label,
			.gap = dash(c, "%.2f", score->gap.value),
			.n = counts(c, score->n),
			.p = dash(c, "%.3f", score->gap.p) };

		memcpy(strip.value, score->value, sizeof(strip.value));
		doc_strip(c->doc, strips, strip);
	}
	for (int p = 0; p < c->parties; p++)
		if (strlen(party_label(c, p)) > 1)
			list_add(c, &legend, say(c, "%c" NB "%s", letter[p], party_label(c, p)));
	if (legend.count)
		doc_text(c->doc, 2, "%s.", list_join(c, &legend, ", "));
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

static const char *aspects_where(
	struct compose *c, const int *scale, int count, bool confirmed, bool tested)
{
	struct list list = { 0 };

	for (int i = 0; i < count; i++) {
		const struct gap *gap = &c->scores->scale[scale[i]].gap;

		if (gap->confirmed == confirmed && !isnan(gap->p) == tested)
			list_add(c, &list,
				say(c, "%s%s", aspect_label(c, scale[i]),
					tested ? "" : say(c, " (%s)", scale_n(c, scale[i]))));
	}
	return list.count ? list_and(c, &list) : NULL;
}

/* Rule 13 of the report: confirmed, may be chance, cannot be tested. */
void compose_gap_tests(struct compose *c, const int *scale, int count)
{
	const char *confirmed = aspects_where(c, scale, count, true, true);
	const char *chance = aspects_where(c, scale, count, false, true);
	const char *untested = aspects_where(c, scale, count, false, false);
	struct list list = { 0 };

	if (confirmed)
		list_add(c, &list,
			say(c, "Confirmed among the %d aspects that could be tested: %s.",
				tested_gaps(c), confirmed));
	if (chance)
		list_add(c, &list, say(c, "May be chance: %s.", chance));
	if (untested)
		list_add(c, &list, say(c, "Cannot be tested at this size: %s.", untested));
	if (c->joint && !any_gap(c))
		list_add(c, &list, "No gap can be shown.");
	else
		list_add(c, &list,
			say(c, "%s gaps%s are below %.2f.", count ? "All other" : "All",
				c->joint ? " that are shown" : "", GAP_DISCUSS));
	doc_text(c->doc, 2, "%s", list_join(c, &list, " "));
}

static const char *lower_on(struct compose *c, const int *scale, int count, int party)
{
	struct list list = { 0 };

	for (int i = 0; i < count; i++)
		if (c->scores->scale[scale[i]].gap.lower == party)
			list_add(c, &list, aspect_label(c, scale[i]));
	return list.count ? list_and(c, &list) : NULL;
}

static void compose_lower(struct compose *c, const int *scale, int count)
{
	struct list list = { 0 };

	for (int p = 0; p < c->parties; p++) {
		const char *aspects = lower_on(c, scale, count, p);

		if (aspects && c->parties == 2)
			list_add(c, &list,
				say(c, "%s rates %s lower than %s does.", party_label(c, p),
					aspects, party_label(c, 1 - p)));
		else if (aspects)
			list_add(c, &list,
				say(c, "%s rates %s lowest.", party_label(c, p), aspects));
	}
	if (list.count)
		doc_text(c->doc, 0, "%s", list_join(c, &list, " "));
}

void compose_process(struct compose *c)
{
	struct list list = { 0 };

	for (size_t i = 0; i < c->rec->process_count; i++) {
		const struct process *process = &c->rec->processes[i];

		if (process->problem >= 0)
			list_add(c, &list,
				say(c, "%s%s%s (%s)", process->step ? process->step : "a step",
					process->party < 0 ? "" : " at ",
					process->party < 0 ? "" : party_label(c, process->party),
					vocabulary_problem.word[process->problem]));
	}
	if (list.count)
		doc_text(c->doc, 0, "The process map shows where work sticks: %s.",
			list_join(c, &list, "; "));
}

static void split_row(struct compose *c, struct table *table, const char *label,
	const double mean[CAUSE_COUNT], const char *n)
{
	struct row *row = doc_row(c->doc, table);

	doc_cell(c->doc, row, "%s", label);
	for (int i = 0; i < CAUSE_COUNT; i++)
		doc_cell(c->doc, row, "%s", dash(c, "%.0f", mean[i]));
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

/* The party's causes with the most points: "partner 42" or "partner and management 40". */
static const char *tops(struct compose *c, int party)
{
	const double *mean = c->scores->split.mean[party];
	struct list list = { 0 };
	double points = NAN;

	for (int i = 0; i < CAUSE_COUNT; i++) {
		bool most = !isnan(mean[i]);

		for (int other = 0; other < CAUSE_COUNT; other++)
			most = most && !above(mean[other], mean[i]);
		if (most)
			list_add(c, &list, cause_info[i].id);
		points = most ? mean[i] : points;
	}
	return say(c, "%s %.0f", list_and(c, &list), points);
}

const char *split_pattern(struct compose *c)
{
	const struct split_score *split = &c->scores->split;
	struct list list = { 0 };

	if (split->all_blame_partner)
		return c->joint ? " Every side gives the partnership itself the most weight."
				: " Every side gives the choice of partner the most.";
	if (!split->parties_differ)
		return "";
	for (int p = 0; p < c->parties; p++)
		if (split->n[p])
			list_add(c, &list, say(c, "%s %s", party_label(c, p), tops(c, p)));
	return say(c, " Most of 100" NB "points: %s (%s).", list_join(c, &list, ", "),
		n_text(c, split->n));
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
		doc_text(c->doc, 0,
			"Nobody divided the 100 points over the causes; interview asks for it.");
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
	if (split_pattern(c)[0])
		doc_text(c->doc, 2, "%s", split_pattern(c) + 1);
}

static void compose_shared(struct compose *c)
{
	struct list shared = { 0 }, divided = { 0 };

	for (int scale = 0; scale < ASPECT_COUNT; scale++) {
		const struct scale_score *score = &c->scores->scale[scale];

		if (score->shared_pain)
			list_add(c, &shared,
				say(c, "%s (%s)", aspect_label(c, scale), scale_n(c, scale)));
		for (int p = 0; p < c->parties; p++)
			if (score->divided[p])
				list_add(c, &divided,
					say(c, "%s on %s (n" NB "%d)", party_label(c, p),
						aspect_label(c, scale), score->n[p]));
	}
	if (shared.count)
		doc_text(c->doc, 2,
			"Pain shared by all (each below %.2f, gap below %.2f): %s. Start the"
			" joint session here: on %s nobody has to be convinced.",
			SCORE_FAILING, GAP_DISCUSS, list_join(c, &shared, ", "),
			shared.count == 1
				? "this point"
				: say(c, "these %s",
					  shared.count <= 10 ? number_word((int)shared.count)
							     : "points"));
	if (divided.count || !c->joint) /* a spread takes more people than a mean */
		doc_text(c->doc, 2,
			divided.count ? "Divided in itself: %s."
				      : "No side is divided in itself%s.",
			divided.count ? list_join(c, &divided, ", ") : "");
}

void compose_sides(struct compose *c)
{
	int scale[ASPECT_COUNT], count = widest_gaps(c, scale, GAP_DISCUSS);

	compose_chapter(c, REPORT_SIDES, NULL, "Where the sides see it differently");
	if (c->scores->one_sided) {
		doc_text(c->doc, 0,
			"Two sides have not been heard, so there is nothing to compare;"
			" interviews of the other side make this section.");
		compose_points(c);
		return;
	}
	if (count)
		compose_plot(c, scale, count < STRIPS_SHOWN ? count : STRIPS_SHOWN);
	compose_gap_tests(c, scale, count);
	doc_space(c->doc);
	compose_lower(c, scale, count);
	compose_process(c);
	compose_points(c);
	compose_shared(c);
}
