/* SPDX-License-Identifier: MIT */
/*
 * Performance against what was agreed: objectives and KPIs.
 */
#include "gather.h"

#define ROWS_SHOWN 10 /* the others stand in the appendix */

static const char *yes_no(bool yes)
{
	return yes ? "yes" : "no";
}

static void head_row(struct compose *c, struct table *table, const char *const *heads, size_t count)
{
	struct row *row = doc_head_row(c->doc, table);

	for (size_t i = 0; i < count; i++)
		doc_cell(c->doc, row, "%s", heads[i]);
}

static void compose_rest(struct compose *c, size_t count)
{
	if (count > ROWS_SHOWN)
		doc_text(c->doc, 2, "%s",
			words(c->pool, W_RESULTS_MORE, hole_count("n", (int)count - ROWS_SHOWN)));
}

static const char *complete_text(struct compose *c)
{
	int complete = 0, early = 0;
	struct texts said = { 0 };

	for (size_t i = 0; i < c->rec->objective_count; i++) {
		const struct objective *objective = &c->rec->objectives[i];

		complete += !str_blank(objective->measure) && !str_blank(objective->target) &&
			objective->due != DATE_NONE;
		early += objective->result == RESULT_TOO_EARLY;
	}
	texts_add(c->pool, &said,
		words(c->pool, W_RESULTS_COMPLETE, hole_count("n", complete),
			hole_count("all", (int)c->rec->objective_count)));
	if (early)
		texts_add(c->pool, &said, words_plain(W_RESULTS_TOO_EARLY));
	return words_sentences(c->pool, &said);
}

/* "KPIs 42 of 100 (n 3 of 4)". */
static struct table *captioned(struct compose *c, const char *text, int counted_in, size_t all,
	const struct column *columns, int count)
{
	const char *n = words(
		c->pool, W_RESULTS_N, hole_count("n", counted_in), hole_count("all", (int)all));

	return doc_captioned(c->doc, (struct caption){ .text = text, .aside = say(c, " (%s)", n) },
		2, columns, count);
}

static void objective_row(struct compose *c, struct table *table, const struct objective *objective)
{
	struct row *row = doc_row(c->doc, table);

	doc_cell(c->doc, row, "%s", objective->text ? objective->text : "-");
	doc_cell(c->doc, row, "%s", yes_no(!str_blank(objective->measure)));
	doc_cell(c->doc, row, "%s", yes_no(!str_blank(objective->target)));
	doc_cell(c->doc, row, "%s", yes_no(objective->due != DATE_NONE));
	doc_cell(c->doc, row, "%s",
		objective->result < 0 ? "none" : words_result(objective->result));
}

static void compose_objectives(struct compose *c)
{
	static const struct column columns[] = {
		{ .width = 41, .wrap = true },
		{ .gap = 2, .width = 7 },
		{ .gap = 1, .width = 6 },
		{ .gap = 1, .width = 5 },
		{ .gap = 1, .width = 9 },
	};
	static const char *const heads[] = { "", "measure", "target", "date", "result" };
	const struct performance *performance = &c->scores->performance;
	struct table *table;

	if (!c->rec->objective_count) {
		doc_text(c->doc, 0, "%s",
			words_plain(c->rec->assessment.objectives_agreed == TRI_NO
					? W_RESULTS_NONE_AGREED
					: W_RESULTS_NO_OBJECTIVES));
		return;
	}
	table = captioned(c,
		isnan(performance->objectives)
			? words_plain(W_RESULTS_OBJECTIVES_UNSCORED)
			: words(c->pool, W_RESULTS_OBJECTIVES,
				  hole_number("score", performance->objectives, 0)),
		performance->objectives_counted, c->rec->objective_count, columns, 5);
	head_row(c, table, heads, sizeof(heads) / sizeof(*heads));
	for (size_t i = 0; i < c->rec->objective_count && i < ROWS_SHOWN; i++)
		objective_row(c, table, &c->rec->objectives[i]);
	compose_rest(c, c->rec->objective_count);
	doc_text(c->doc, 2, "%s", complete_text(c));
}

static const char *month(struct compose *c, int day)
{
	int year, number, mday;

	if (day == DATE_NONE)
		return "-";
	date_split(day, &year, &number, &mday);
	return say(c, "%s" NB "%d", date_month_short(number), year);
}

static const char *kpi_text(struct compose *c, const struct kpi *kpi)
{
	const char *name = kpi->name ? kpi->name : "-";

	return str_blank(kpi->unit) ? name
				    : words(c->pool, W_RESULTS_KPI, hole_text("name", name),
					      hole_text("unit", kpi->unit));
}

static void kpi_row(struct compose *c, struct table *table, int at)
{
	static const char *const categories[CATEGORY_COUNT] = { "fin", "ope", "rel", "str" };
	const struct kpi *kpi = &c->kpis.kpis[at];
	struct row *row = doc_row(c->doc, table);
	int latest = kpi_latest(&c->kpis, at, c->rec->assessment.date);
	double attained = kpi_attainment(&c->kpis, at, c->rec->assessment.date);

	doc_cell(c->doc, row, "%s", kpi->category < 0 ? "-" : categories[kpi->category]);
	doc_cell(c->doc, row, "%s", kpi_text(c, kpi));
	doc_cell(c->doc, row, "%s", quantity(c, kpi->baseline));
	doc_cell(c->doc, row, "%s", quantity(c, latest < 0 ? NAN : c->kpis.actuals[latest].value));
	doc_cell(c->doc, row, "%s", quantity(c, kpi->target));
	doc_cell(c->doc, row, "%s", month(c, kpi->due));
	doc_cell(c->doc, row, "%d", kpi_readings(&c->kpis, at));
	doc_cell(c->doc, row, "%s", isnan(attained) ? "none" : say(c, "%.0f", attained));
}

/* Where part of the time has gone, attainment is measured against that part. */
static void explain_time(struct compose *c, int at)
{
	const struct kpi *kpi = &c->kpis.kpis[at];
	int day = c->rec->assessment.date;
	double attained = kpi_attainment(&c->kpis, at, day);

	if (isnan(attained) || day == DATE_NONE || kpi->start == DATE_NONE ||
		kpi->due == DATE_NONE || kpi->due <= day || kpi->start >= day ||
		isnan(kpi->baseline) || equal(kpi->baseline, kpi->target))
		return;
	doc_text(c->doc, 2, "%s",
		words(c->pool, W_RESULTS_TIME, hole_text("kpi", kpi->name ? kpi->name : "KPI"),
			hole_count("used", day - kpi->start),
			hole_count("all", kpi->due - kpi->start),
			hole_number("score", attained, 0)));
}

/* NULL: no category has one. */
static const char *category_means(struct compose *c)
{
	const double *mean = c->scores->performance.category;
	struct texts list = { 0 };

	for (int i = 0; i < CATEGORY_COUNT; i++)
		if (!isnan(mean[i]))
			texts_add(c->pool, &list,
				words(c->pool, W_RESULTS_MEAN,
					hole_text("category", words_category(i)),
					hole_number("mean", mean[i], 0)));
	return list.count
		? words(c->pool, W_RESULTS_MEANS, hole_text("means", words_names(c->pool, &list)))
		: NULL;
}

static void compose_kpis(struct compose *c)
{
	static const struct column columns[] = {
		{ .width = 3 },
		{ .gap = 1, .width = 28, .wrap = true },
		{ .gap = 1, .width = 7, .align = ALIGN_RIGHT },
		{ .gap = 1, .width = 7, .align = ALIGN_RIGHT },
		{ .gap = 1, .width = 7, .align = ALIGN_RIGHT },
		{ .gap = 1, .width = 8 },
		{ .gap = 1, .width = 3, .align = ALIGN_RIGHT },
		{ .gap = 1, .width = 5, .align = ALIGN_RIGHT },
	};
	static const char *const heads[] = { "", "KPI", "from", "latest", "target", "due", "n",
		"score" };
	const struct performance *performance = &c->scores->performance;
	struct table *table;

	doc_space(c->doc);
	if (!c->kpis.kpi_count) {
		doc_text(c->doc, 0, "%s", words_plain(W_RESULTS_NO_KPIS));
		return;
	}
	table = captioned(c,
		isnan(performance->kpis) ? words_plain(W_RESULTS_KPIS_UNSCORED)
					 : words(c->pool, W_RESULTS_KPIS,
						   hole_number("score", performance->kpis, 0)),
		performance->kpis_counted, c->kpis.kpi_count, columns, 8);
	table->subject = 1;
	head_row(c, table, heads, sizeof(heads) / sizeof(*heads));
	for (size_t i = 0; i < c->kpis.kpi_count && i < ROWS_SHOWN; i++)
		kpi_row(c, table, (int)i);
	compose_rest(c, c->kpis.kpi_count);
	for (size_t i = 0; i < c->kpis.kpi_count && i < ROWS_SHOWN; i++)
		explain_time(c, (int)i);
	if (category_means(c))
		doc_text(c->doc, 2, "%s", category_means(c));
}

static const char *day_text(struct compose *c, int day)
{
	return day == DATE_NONE ? "-" : day_long(c, day);
}

static const char *late_text(struct compose *c, const struct milestone *milestone)
{
	int late = milestone_late(milestone, c->rec->assessment.date);

	if (late == INT_NONE)
		return "-";
	if (!late)
		return "none";
	return milestone->reached == DATE_NONE
		? words(c->pool, W_RESULTS_LATE_SO_FAR, hole_count("n", late))
		: say(c, "%d", late);
}

static void milestone_row(struct compose *c, struct table *table, const struct milestone *milestone)
{
	struct row *row = doc_row(c->doc, table);

	doc_cell(c->doc, row, "%s", str_blank(milestone->text) ? "-" : milestone->text);
	doc_cell(c->doc, row, "%s", day_text(c, milestone->due));
	doc_cell(c->doc, row, "%s", day_text(c, milestone->reached));
	doc_cell(c->doc, row, "%s", late_text(c, milestone));
}

/* Facts beside the score: no mean is taken of them. */
static void compose_milestones(struct compose *c)
{
	static const struct column columns[] = {
		{ .width = 30, .wrap = true },
		{ .gap = 1, .width = 17 },
		{ .gap = 1, .width = 17 },
		{ .gap = 1, .width = 10 },
	};
	static const char *const heads[] = { "", "due", "reached", "days late" };
	struct table *table;

	if (!c->rec->milestone_count)
		return;
	doc_space(c->doc);
	table = doc_captioned(c->doc,
		(struct caption){ .text = "Milestones of the original plan, outside the score" }, 2,
		columns, 4);
	head_row(c, table, heads, sizeof(heads) / sizeof(*heads));
	for (size_t i = 0; i < c->rec->milestone_count && i < ROWS_SHOWN; i++)
		milestone_row(c, table, &c->rec->milestones[i]);
	compose_rest(c, c->rec->milestone_count);
}

static const char *title(struct compose *c)
{
	const struct performance *performance = &c->scores->performance;

	if (isnan(performance->score))
		return words_plain(W_RESULTS_NOT_KNOWN);
	return words(c->pool, performance->low ? W_RESULTS_LOW : W_RESULTS_ARE,
		hole_number("score", performance->score, 0));
}

static void compose_perceived(struct compose *c)
{
	const struct scale_score *results = &c->scores->scale[SCALE_RESULTS];

	doc_text(c->doc, 2, "%s",
		words(c->pool, W_RESULTS_PERCEIVED,
			hole_text("score",
				withheld_scale(c, SCALE_RESULTS)
					? "withheld"
					: score_text(c, results->perception)),
			hole_text("n", scale_n(c, SCALE_RESULTS))));
}

void compose_performance(struct compose *c)
{
	compose_chapter(c, REPORT_PERFORMANCE, NULL, title(c));
	compose_objectives(c);
	compose_kpis(c);
	if (!facts_only(c))
		compose_perceived(c);
	compose_milestones(c);
	compose_events(c, ROWS_SHOWN);
}
