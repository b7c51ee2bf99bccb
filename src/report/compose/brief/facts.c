/* SPDX-License-Identifier: MIT */
/*
 * The brief's facts: where the alliance stands, and why as the people of all companies see it.
 */
#include <string.h>
#include "brief.h"

#define KPIS_SHOWN 3
#define LOW_SHOWN 3 /* aspects of the primary cause */
#define ROWS_SHOWN 4
#define PARTY_COLUMNS 3 /* up to here every side has its value in a column */

static const char *months_text(struct brief *b)
{
	int started = b->c->rec->alliance.started, months = 0;

	if (started == DATE_NONE || started > b->c->in->today)
		return "";
	while (date_add_months(started, months + 1) <= b->c->in->today)
		months++;
	return months ? say(b->c, " after %d months", months) : "";
}

/* KPIs with a score, the worst first. */
static int worst_kpis(const struct compose *c, int out[KPIS_SHOWN])
{
	double score[KPIS_SHOWN];
	int count = 0;

	for (size_t i = 0; i < c->rec->kpi_count; i++) {
		double attained = kpi_attainment(c->rec, (int)i, c->rec->assessment.date);
		int at = count;

		if (isnan(attained))
			continue;
		for (; at && below(attained, score[at - 1]); at--)
			if (at < KPIS_SHOWN) {
				out[at] = out[at - 1];
				score[at] = score[at - 1];
			}
		if (at < KPIS_SHOWN) {
			out[at] = (int)i;
			score[at] = attained;
		}
		count += count < KPIS_SHOWN;
	}
	return count;
}

static int readings(const struct compose *c, int kpi)
{
	int n = 0;

	for (size_t i = 0; i < c->rec->actual_count; i++)
		n += c->rec->actuals[i].kpi == kpi;
	return n;
}

static const char *by_month(struct compose *c, int day)
{
	int year, month, mday;

	if (day == DATE_NONE)
		return "";
	date_split(day, &year, &month, &mday);
	return say(c, " by %s" NB "%d", date_month_short(month), year);
}

static void kpi_row(struct compose *c, struct table *table, int at)
{
	const struct kpi *kpi = &c->rec->kpis[at];
	int latest = kpi_latest(c->rec, at, c->rec->assessment.date), n = readings(c, at);
	struct row *row = doc_row(c->doc, table);

	doc_cell(c->doc, row, "%s", kpi->name ? shortened(c, kpi->name, 29) : "-");
	doc_cell(c->doc, row, "%s%s%s", quantity(c, c->rec->actuals[latest].value),
		*kpi_unit(kpi) ? NB : "", shortened(c, kpi_unit(kpi), 11));
	doc_cell(c->doc, row, "target %s%s, %d %s", quantity(c, kpi->target), by_month(c, kpi->due),
		n, plural(n, "reading", "readings"));
}

void brief_standing(struct brief *b)
{
	static const struct column columns[] = {
		{ .width = 29 },
		{ .gap = 1, .width = 11 },
		{ .gap = 2, .width = 35 },
	};
	const struct performance *performance = &b->c->scores->performance;
	struct compose *c = b->c;
	int kpi[KPIS_SHOWN], count = worst_kpis(c, kpi);
	struct table *table;
	struct row *row;

	doc_head(c->doc, NULL, say(c, "Where the alliance stands%s", months_text(b)), NULL);
	table = doc_table(c->doc, 2, columns, 3);
	row = doc_row(c->doc, table);
	doc_cell(c->doc, row, "Performance");
	if (isnan(performance->score)) {
		doc_cell(c->doc, row, "not known");
		doc_cell(c->doc, row, "no result is recorded");
	} else {
		doc_cell(c->doc, row, "%.0f" NB "of" NB "100", performance->score);
		doc_cell(c->doc, row, "%s%d %s, %d %s", performance->low ? "low; " : "",
			performance->objectives_counted,
			plural(performance->objectives_counted, "objective", "objectives"),
			performance->kpis_counted,
			plural(performance->kpis_counted, "KPI", "KPIs"));
	}
	for (int i = 0; i < count; i++)
		kpi_row(c, table, kpi[i]);
}

/* Why */

struct rows {
	int scale[ROWS_SHOWN];
	int count;
};

static void add_row(const struct brief *b, struct rows *rows, int scale)
{
	if (rows->count == ROWS_SHOWN || floor_hides(b->c, scale) ||
		isnan(b->c->scores->scale[scale].score))
		return;
	for (int i = 0; i < rows->count; i++)
		if (rows->scale[i] == scale)
			return;
	rows->scale[rows->count++] = scale;
}

static int confirmed_gaps(const struct compose *c, int out[ASPECT_COUNT])
{
	int scale[ASPECT_COUNT], all = widest_gaps(c, scale, GAP_DISCUSS), count = 0;

	for (int i = 0; i < all; i++)
		if (c->scores->scale[scale[i]].gap.confirmed)
			out[count++] = scale[i];
	return count;
}

/* The lowest of the primary cause, with room kept for confirmed gaps; else the lowest of all. */
static struct rows choose_rows(const struct brief *b)
{
	const struct compose *c = b->c;
	int low[ASPECTS_PER_CAUSE], gap[ASPECT_COUNT], gaps = confirmed_gaps(c, gap);
	int cause = c->diagnosis->primary.cause, count;
	struct rows rows = { .count = 0 };

	for (int from = 0; from < CAUSE_COUNT; from++) {
		if (cause < CAUSE_COUNT && from != cause)
			continue;
		count = lowest_aspects(c, from, low);
		for (int i = 0; i < count && i < (cause == from ? LOW_SHOWN - (gaps > 1) : 1); i++)
			add_row(b, &rows, low[i]);
	}
	for (int i = 0; i < gaps; i++)
		add_row(b, &rows, gap[i]);
	return rows;
}

static const char *remark(struct brief *b, int scale)
{
	const struct scale_score *score = &b->c->scores->scale[scale];
	const struct gap *gap = &score->gap;

	if (isnan(gap->value))
		return "one side only";
	if (score->shared_pain)
		return b->c->parties > 2 ? "low on all sides" : "low on both sides";
	if (below(gap->value, GAP_DISCUSS))
		return "";
	return say(b->c, "lower at %s, %s", brief_name(b, gap->lower),
		gap->confirmed          ? "confirmed"
			: isnan(gap->p) ? "cannot be tested at this size"
					: "may be chance");
}

static struct table *why_table(struct brief *b, int sides)
{
	struct column columns[PARTY_COLUMNS + 3] = {
		{ .width = 21 },
		{ .gap = 1, .width = 8, .align = ALIGN_RIGHT },
	};
	struct table *table;
	struct row *row;
	int count = 2;

	for (int p = 0; p < sides; p++)
		columns[count++] = (struct column){ .gap = 1, .width = 8, .align = ALIGN_RIGHT };
	columns[count++] = (struct column){ .gap = 2, .width = 46 - 9 * sides, .wrap = true };
	table = doc_table(b->c->doc, 2, columns, count);
	row = doc_head_row(b->c->doc, table);
	doc_skip(row, 1);
	doc_cell(b->c->doc, row, "alliance");
	for (int p = 0; p < sides; p++)
		doc_cell(b->c->doc, row, "%s", party_label(b->c, p));
	return table;
}

static void compose_rows(struct brief *b, const struct rows *rows)
{
	int sides = b->c->parties > PARTY_COLUMNS ? 0 : b->c->parties;
	struct table *table = why_table(b, sides);

	for (int i = 0; i < rows->count; i++) {
		struct row *row = doc_row(b->c->doc, table);

		doc_cell(b->c->doc, row, "%s", scale_info[rows->scale[i]].label);
		doc_cell(b->c->doc, row, "%s", floor_score(b->c, rows->scale[i]));
		for (int p = 0; p < sides; p++)
			doc_cell(b->c->doc, row, "%s", floor_value(b->c, rows->scale[i], p));
		doc_cell(b->c->doc, row, "%s", remark(b, rows->scale[i]));
	}
}

static const char *facts_text(struct brief *b, const struct rows *rows)
{
	struct list list = { 0 };

	for (int i = 0; i < rows->count; i++)
		if (!isnan(b->c->scores->scale[rows->scale[i]].weight))
			list_add(b->c, &list, aspect_label(b->c, rows->scale[i]));
	return list.count
		? say(b->c, " %s %s recorded facts.", capital(b->c, list_and(b->c, &list)),
			  plural((int)list.count, "includes", "include"))
		: "";
}

static const char *brief_reason(struct brief *b)
{
	const struct scale_score *reason = &b->c->scores->scale[ASPECT_RATIONALE];

	if (floor_hides(b->c, ASPECT_RATIONALE) || isnan(reason->score) ||
		below(reason->score, SCORE_FAILING))
		return "";
	return say(b->c, " The reason to partner holds: %s (%s).",
		floor_score(b->c, ASPECT_RATIONALE), floor_n(b->c, reason->n));
}

static bool fails_on_all_sides(const struct compose *c, int cause)
{
	for (int p = 0; p < c->parties; p++)
		if (!below(c->scores->cause[cause].value[p], SCORE_FAILING))
			return false;
	return true;
}

static const char *cause_text(struct brief *b)
{
	struct compose *c = b->c;
	int cause = c->diagnosis->primary.cause, n[PARTIES_MAX];

	if (cause == PRIMARY_NONE)
		return " None of the four causes fails.";
	if (cause == PRIMARY_INSUFFICIENT || c->scores->one_sided)
		return " Too few were heard to name a primary cause.";
	if (c->diagnosis->primary.tie)
		return say(c, " Which cause comes first cannot be told; the work starts with %s.",
			cause_info[cause].plain);
	cause_counts(c, cause, n);
	if (floor_hides_cause(c, cause))
		return say(c, " The primary cause is %s.", cause_info[cause].plain);
	return say(c, " The primary cause is %s: %s (%s)%s.", cause_info[cause].plain,
		score_text(c, c->scores->cause[cause].score), floor_n(c, n),
		!fails_on_all_sides(c, cause) ? ""
			: c->parties > 2      ? ", failing as all sides see it"
					      : ", failing as both sides see it");
}

static const char *people_text(struct brief *b)
{
	int people = 0;

	for (int p = 0; p < b->c->parties; p++)
		people += b->c->scores->with_data[p];
	return say(b->c, "%s %s of %s companies %s",
		number_word(people) ? number_word(people) : say(b->c, "%d", people),
		plural(people, "person", "people"), b->c->parties > 2 ? "all" : "both",
		plural(people, "sees it", "see it"));
}

void brief_why(struct brief *b)
{
	struct rows rows = choose_rows(b);

	doc_head(b->c->doc, NULL, say(b->c, "Why, as %s", people_text(b)),
		say(b->c, " (%s)", floor_n(b->c, b->c->scores->with_data)));
	if (rows.count)
		compose_rows(b, &rows);
	doc_text(b->c->doc, 2, "Scale 1 to 5; below %.2f fails.%s%s%s", SCORE_FAILING,
		facts_text(b, &rows), brief_reason(b), cause_text(b));
}
