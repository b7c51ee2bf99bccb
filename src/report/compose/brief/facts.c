/* SPDX-License-Identifier: MIT */
/*
 * The brief's facts: where the alliance stands, and why as the people of all companies see it.
 */
#include <string.h>
#include "../progress/progress.h"
#include "brief.h"

#define KPIS_SHOWN 3    /* at most */
#define ROWS_SHOWN 4    /* of all */
#define PARTY_COLUMNS 3 /* up to here every side has its value in a column */

static const char *standing_title(struct brief *b)
{
	int started = b->c->rec->alliance.started, months = 0;

	if (started == DATE_NONE || started > b->c->today)
		return words_plain(W_STANDS);
	while (date_add_months(started, months + 1) <= b->c->today)
		months++;
	return months ? words(b->c->pool, W_STANDS_AFTER, hole_count("n", months))
		      : words_plain(W_STANDS);
}

/* KPIs with a score, the worst first. */
static int worst_kpis(const struct compose *c, int out[KPIS_SHOWN])
{
	double score[KPIS_SHOWN];
	int count = 0;

	for (size_t i = 0; i < c->kpis.kpi_count; i++) {
		double attained = kpi_attainment(&c->kpis, (int)i, c->rec->assessment.date);
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

static const char *target_text(struct compose *c, int at)
{
	const struct kpi *kpi = &c->kpis.kpis[at];
	struct hole target = hole_text("target", quantity(c, kpi->target));
	struct hole n = hole_count("n", kpi_readings(&c->kpis, at));
	int year, month, mday;

	if (kpi->due == DATE_NONE)
		return words(c->pool, W_STANDS_KPI, target, n);
	date_split(kpi->due, &year, &month, &mday);
	return words(c->pool, W_STANDS_KPI_BY, target, n,
		hole_text("month", date_month_short(month)), hole_count("year", year));
}

/* Units that have another form behind a number, at one or always. */
static const struct {
	const char *unit;
	enum sentence said;
} counted_in[] = {
	{ "thousands", W_MEASURED_THOUSANDS },
	{ "hours", W_MEASURED_HOURS },
	{ "days", W_MEASURED_DAYS },
	{ "weeks", W_MEASURED_WEEKS },
	{ "months", W_MEASURED_MONTHS },
};

/* "95 EUR", "1 week" */
static const char *measured(struct compose *c, const struct kpi *kpi, double value)
{
	const char *unit = kpi_unit(kpi);
	struct hole number = hole_text("value", quantity(c, value));

	for (size_t i = 0; i < sizeof(counted_in) / sizeof(*counted_in); i++)
		if (!strcmp(unit, counted_in[i].unit))
			return words(c->pool, counted_in[i].said, number,
				hole_count("n", equal(value, 1) ? 1 : 2));
	return *unit ? words(c->pool, W_MEASURED, number, hole_text("unit", unit)) : number.text;
}

static void kpi_row(struct compose *c, struct table *table, int at)
{
	const struct kpi *kpi = &c->kpis.kpis[at];
	int latest = kpi_latest(&c->kpis, at, c->rec->assessment.date);
	struct row *row = doc_row(c->doc, table);

	doc_cell(c->doc, row, "%s", kpi->name ? kpi->name : "-");
	doc_cell(c->doc, row, "%s", measured(c, kpi, c->kpis.actuals[latest].value));
	doc_cell(c->doc, row, "%s", target_text(c, at));
}

static void performance_row(struct compose *c, struct table *table)
{
	const struct performance *performance = &c->scores->performance;
	struct row *row = doc_row(c->doc, table);

	doc_cell(c->doc, row, "Performance");
	if (isnan(performance->score)) {
		doc_cell(c->doc, row, "not known");
		doc_cell(c->doc, row, "no result is recorded");
		return;
	}
	doc_cell(c->doc, row, "%s",
		words(c->pool, W_STANDS_OF_100, hole_number("performance", performance->score, 0)));
	doc_cell(c->doc, row, "%s",
		words(c->pool, performance->low ? W_STANDS_RESULTS_LOW : W_STANDS_RESULTS,
			hole_count("objectives", performance->objectives_counted),
			hole_count("kpis", performance->kpis_counted)));
}

void brief_standing(struct brief *b)
{
	static const struct column columns[] = {
		{ .width = 29, .wrap = true, .lines = 2 },
		{ .gap = 1, .width = 11, .wrap = true, .lines = 2 },
		{ .gap = 2, .width = 35 },
	};
	static const char *const heads[] = { "Measure", "now", "against what" };
	int kpi[KPIS_SHOWN], count = worst_kpis(b->c, kpi);
	struct table *table;

	if (b->c->plan->track == TRACK_EXIT)
		count = 0; /* nobody pursues a target any more */
	doc_head(b->c->doc, NULL, standing_title(b), NULL);
	table = doc_table(b->c->doc, 2, columns, 3);
	table->heads_above = true;
	head_cells(b->c, table, heads, 3);
	performance_row(b->c, table);
	for (int i = 0; i < count && i < b->room->kpis; i++)
		kpi_row(b->c, table, kpi[i]);
}

/* Why */

struct rows {
	int scale[ROWS_SHOWN];
	int count;
};

static void add_row(const struct brief *b, struct rows *rows, int scale)
{
	if (rows->count == b->room->rows || floor_hides(b->c, scale) ||
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
	int low_most = b->room->rows - 1 - (gaps > 1);
	struct rows rows = { .count = 0 };

	for (int from = 0; from < CAUSE_COUNT; from++) {
		if (cause < CAUSE_COUNT && from != cause)
			continue;
		count = lowest_aspects(c, from, low);
		for (int i = 0; i < count && i < (cause == from && low_most > 1 ? low_most : 1);
			i++)
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
	return words(b->c->pool,
		gap->confirmed          ? W_REMARK_CONFIRMED
			: isnan(gap->p) ? W_REMARK_UNTESTED
					: W_REMARK_CHANCE,
		hole_text("party", party_label(b->c, gap->lower)));
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
	columns[count++] =
		(struct column){ .gap = 2, .width = 46 - 9 * sides, .wrap = true, .lines = 3 };
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

static void add_facts(struct brief *b, struct texts *said, const struct rows *rows)
{
	struct texts list = { 0 };

	for (int i = 0; i < rows->count; i++) {
		int scale = rows->scale[i];

		if (!isnan(b->c->scores->scale[scale].weight))
			texts_add(b->c->pool, &list, words_scale(scale));
	}
	if (list.count)
		texts_add(b->c->pool, said,
			words(b->c->pool, W_WHY_FACTS, hole_list("aspects", &list)));
}

static void add_reason(struct brief *b, struct texts *said)
{
	const struct scale_score *reason = &b->c->scores->scale[ASPECT_RATIONALE];

	if (floor_hides(b->c, ASPECT_RATIONALE) || isnan(reason->score) ||
		below(reason->score, b->c->scores->lines.failing))
		return;
	texts_add(b->c->pool, said,
		words(b->c->pool, W_WHY_REASON,
			hole_text("score", floor_score(b->c, ASPECT_RATIONALE)),
			hole_text("n", n_text(b->c, reason->n))));
}

static bool fails_on_all_sides(const struct compose *c, int cause)
{
	for (int p = 0; p < c->parties; p++)
		if (!below(c->scores->cause[cause].value[p], c->scores->lines.failing))
			return false;
	return true;
}

/* The primary cause with its score, and whether every side sees it fail. */
static const char *primary_text(struct compose *c, int cause)
{
	bool all_sides = fails_on_all_sides(c, cause);
	int n[PARTIES_MAX];

	cause_counts(c, cause, n);
	return words(c->pool,
		!all_sides               ? W_WHY_CAUSE_SCORE
			: c->parties > 2 ? W_WHY_CAUSE_ALL
					 : W_WHY_CAUSE_BOTH,
		hole_text("cause", cause_info[cause].plain),
		hole_text("score", score_text(c, c->scores->cause[cause].score)),
		hole_text("n", n_text(c, n)));
}

static const char *cause_text(struct brief *b)
{
	struct compose *c = b->c;
	int cause = c->diagnosis->primary.cause;

	if (cause == PRIMARY_NONE)
		return words_plain(W_WHY_NO_CAUSE);
	if (withheld_primary(c) && !c->scores->one_sided)
		return words_plain(W_WHY_FIRST_WITHHELD);
	if (cause == PRIMARY_INSUFFICIENT || c->scores->one_sided)
		return words_plain(W_WHY_TOO_FEW);
	struct hole plain = hole_text("cause", cause_info[cause].plain);
	if (c->diagnosis->primary.tie)
		return words(c->pool, W_WHY_TIE, plain);
	if (floor_hides_cause(c, cause))
		return words(c->pool, W_WHY_CAUSE, plain);
	return primary_text(c, cause);
}

/* Who speaks: of all companies, or of those that were heard. */
static const char *why_title(struct brief *b)
{
	struct texts heard = { 0 };
	int people = 0;

	for (int p = 0; p < b->c->parties; p++) {
		people += b->c->scores->with_data[p];
		if (b->c->scores->with_data[p])
			texts_add(b->c->pool, &heard, brief_name(b, p));
	}
	struct hole n = hole_word("n", people);
	if (b->c->parties < 2 || (int)heard.count < b->c->parties)
		return words(b->c->pool, W_WHY_SOME, n, hole_list("parties", &heard));
	return words(b->c->pool, b->c->parties > 2 ? W_WHY_ALL : W_WHY_BOTH, n);
}

void brief_why(struct brief *b)
{
	struct rows rows = choose_rows(b);
	struct texts said = { 0 };

	doc_head(b->c->doc, NULL, why_title(b),
		say(b->c, " (%s)", n_text(b->c, b->c->scores->with_data)));
	if (rows.count)
		compose_rows(b, &rows);
	texts_add(b->c->pool, &said,
		words(b->c->pool, W_WHY_SCALE,
			hole_number("line", b->c->scores->lines.failing, 2)));
	add_facts(b, &said, &rows);
	add_reason(b, &said);
	texts_add(b->c->pool, &said, cause_text(b));
	doc_text(b->c->doc, 2, "%s", words_sentences(b->c->pool, &said));
}
