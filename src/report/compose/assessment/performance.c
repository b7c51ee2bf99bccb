/* SPDX-License-Identifier: MIT */
/*
 * Performance against what was agreed: objectives and KPIs.
 */
#include <stdlib.h>
#include "../compose.h"

#define ROWS_SHOWN 10 /* the others stand in the appendix */

static const char *yes_no(bool yes)
{
	return yes ? "yes" : "no";
}

static const char *result_text(const struct objective *objective)
{
	static const char *const words[RESULT_COUNT] = { "met", "partly", "missed", "too early" };

	return objective->result < 0 ? "none" : words[objective->result];
}

static void compose_rest(struct compose *c, size_t count)
{
	if (count > ROWS_SHOWN)
		doc_text(c->doc, 2, "%zu" NB "more in the appendix.", count - ROWS_SHOWN);
}

static const char *complete_text(struct compose *c)
{
	int complete = 0, early = 0;

	for (size_t i = 0; i < c->rec->objective_count; i++) {
		const struct objective *objective = &c->rec->objectives[i];

		complete += !str_blank(objective->measure) && !str_blank(objective->target) &&
			objective->due != DATE_NONE;
		early += objective->result == RESULT_TOO_EARLY;
	}
	return say(c, "%d" NB "of" NB "%zu" NB "%s measure, target and date.%s", complete,
		c->rec->objective_count, plural((int)c->rec->objective_count, "has", "have"),
		early ? " \"Too early\" is left out of the score." : "");
}

/* "KPIs 42 of 100 (n 3 of 4)". */
static struct table *captioned(struct compose *c, const char *what, double score, int counted_in,
	size_t all, const struct column *columns, int count)
{
	const char *text = isnan(score) ? say(c, "%s without a score", what)
					: say(c, "%s %.0f" NB "of" NB "100", what, score);

	return doc_captioned(c->doc,
		(struct caption){ .text = text,
			.aside = say(c, " (n" NB "%d" NB "of" NB "%zu)", counted_in, all) },
		2, columns, count);
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
	const struct performance *performance = &c->scores->performance;
	struct table *table;
	struct row *row;

	if (!c->rec->objective_count) {
		doc_text(c->doc, 0, "Objectives: none recorded%s; the audit records them.",
			c->rec->assessment.objectives_agreed == TRI_NO ? ", none was agreed" : "");
		return;
	}
	table = captioned(c, "Objectives", performance->objectives, performance->objectives_counted,
		c->rec->objective_count, columns, 5);
	row = doc_head_row(c->doc, table);
	doc_skip(row, 1);
	doc_cell(c->doc, row, "measure");
	doc_cell(c->doc, row, "target");
	doc_cell(c->doc, row, "date");
	doc_cell(c->doc, row, "result");
	for (size_t i = 0; i < c->rec->objective_count && i < ROWS_SHOWN; i++) {
		const struct objective *objective = &c->rec->objectives[i];

		row = doc_row(c->doc, table);
		doc_cell(c->doc, row, "%s", objective->text ? objective->text : "-");
		doc_cell(c->doc, row, "%s", yes_no(!str_blank(objective->measure)));
		doc_cell(c->doc, row, "%s", yes_no(!str_blank(objective->target)));
		doc_cell(c->doc, row, "%s", yes_no(objective->due != DATE_NONE));
		doc_cell(c->doc, row, "%s", result_text(objective));
	}
	compose_rest(c, c->rec->objective_count);
	doc_text(c->doc, 2, "%s", complete_text(c));
}

static int readings(const struct compose *c, int kpi)
{
	int n = 0;

	for (size_t i = 0; i < c->rec->actual_count; i++)
		n += c->rec->actuals[i].kpi == kpi;
	return n;
}

static const char *month(struct compose *c, int day)
{
	int year, number, mday;

	if (day == DATE_NONE)
		return "-";
	date_split(day, &year, &number, &mday);
	return say(c, "%s" NB "%d", date_month_short(number), year);
}

static void kpi_row(struct compose *c, struct table *table, int at)
{
	const struct kpi *kpi = &c->rec->kpis[at];
	struct row *row = doc_row(c->doc, table);
	int latest = kpi_latest(c->rec, at, c->rec->assessment.date);
	double attained = kpi_attainment(c->rec, at, c->rec->assessment.date);

	doc_cell(c->doc, row, "%.3s",
		kpi->category < 0 ? "-" : vocabulary_category.word[kpi->category]);
	doc_cell(c->doc, row, "%s%s%s", kpi->name ? kpi->name : "-",
		str_blank(kpi->unit) ? "" : ", ", str_blank(kpi->unit) ? "" : kpi->unit);
	doc_cell(c->doc, row, "%s", quantity(c, kpi->baseline));
	doc_cell(c->doc, row, "%s", quantity(c, latest < 0 ? NAN : c->rec->actuals[latest].value));
	doc_cell(c->doc, row, "%s", quantity(c, kpi->target));
	doc_cell(c->doc, row, "%s", month(c, kpi->due));
	doc_cell(c->doc, row, "%d", readings(c, at));
	doc_cell(c->doc, row, "%s", isnan(attained) ? "none" : say(c, "%.0f", attained));
}

static void kpi_head(struct compose *c, struct table *table)
{
	static const char *const heads[] = { "", "KPI", "from", "latest", "target", "due", "n",
		"score" };
	struct row *row = doc_head_row(c->doc, table);

	for (size_t i = 0; i < sizeof(heads) / sizeof(*heads); i++)
		doc_cell(c->doc, row, "%s", heads[i]);
}

/* Where part of the time has gone, attainment is measured against that part. */
static void explain_time(struct compose *c, int at)
{
	const struct kpi *kpi = &c->rec->kpis[at];
	int day = c->rec->assessment.date;
	double attained = kpi_attainment(c->rec, at, day);

	if (isnan(attained) || day == DATE_NONE || kpi->start == DATE_NONE ||
		kpi->due == DATE_NONE || kpi->due <= day || kpi->start >= day ||
		isnan(kpi->baseline) || equal(kpi->baseline, kpi->target))
		return;
	doc_text(c->doc, 2, "%s: %d" NB "of" NB "%d" NB "days used, hence %.0f.",
		kpi->name ? kpi->name : "KPI", day - kpi->start, kpi->due - kpi->start, attained);
}

static const char *category_means(struct compose *c)
{
	struct list list = { 0 };

	for (int i = 0; i < CATEGORY_COUNT; i++)
		if (!isnan(c->scores->performance.category[i]))
			list_add(c, &list,
				say(c, "%s %.0f", vocabulary_category.word[i],
					c->scores->performance.category[i]));
	return list.count ? say(c, "Means: %s.", list_join(c, &list, ", ")) : "";
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
	const struct performance *performance = &c->scores->performance;
	struct table *table;

	doc_space(c->doc);
	if (!c->rec->kpi_count) {
		doc_text(c->doc, 0, "KPIs: none recorded; the audit records them.");
		return;
	}
	table = captioned(c, "KPIs", performance->kpis, performance->kpis_counted,
		c->rec->kpi_count, columns, 8);
	table->subject = 1;
	kpi_head(c, table);
	for (size_t i = 0; i < c->rec->kpi_count && i < ROWS_SHOWN; i++)
		kpi_row(c, table, (int)i);
	compose_rest(c, c->rec->kpi_count);
	for (size_t i = 0; i < c->rec->kpi_count && i < ROWS_SHOWN; i++)
		explain_time(c, (int)i);
	if (category_means(c)[0])
		doc_text(c->doc, 2, "%s", category_means(c));
}

static const char *day_text(struct compose *c, int day)
{
	return day == DATE_NONE ? "-" : day_long(c, day);
}

static const char *late_text(struct compose *c, const struct milestone *milestone)
{
	int late = milestone_late(milestone, c->rec->assessment.date);
	const char *open = milestone->reached == DATE_NONE ? " so far" : "";

	if (late == INT_NONE)
		return "-";
	return late ? say(c, "%d%s", late, open) : "none";
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
	static const char *const heads[] = { "due", "reached", "days late" };
	struct table *table;
	struct row *row;

	if (!c->rec->milestone_count)
		return;
	doc_space(c->doc);
	table = doc_captioned(c->doc,
		(struct caption){ .text = "Milestones of the original plan, outside the score" }, 2,
		columns, 4);
	row = doc_head_row(c->doc, table);
	doc_skip(row, 1);
	for (size_t i = 0; i < sizeof(heads) / sizeof(*heads); i++)
		doc_cell(c->doc, row, "%s", heads[i]);
	for (size_t i = 0; i < c->rec->milestone_count && i < ROWS_SHOWN; i++)
		milestone_row(c, table, &c->rec->milestones[i]);
	compose_rest(c, c->rec->milestone_count);
}

void compose_performance(struct compose *c)
{
	const struct performance *performance = &c->scores->performance;
	const struct scale_score *results = &c->scores->scale[SCALE_RESULTS];

	compose_chapter(c, REPORT_PERFORMANCE, NULL,
		isnan(performance->score) ? "Performance: not known"
					  : say(c, "Performance: %.0f of 100%s", performance->score,
						    performance->low ? ", low" : ""));
	compose_objectives(c);
	compose_kpis(c);
	doc_text(c->doc, 2, "Perceived results: %s (%s).",
		withheld_scale(c, SCALE_RESULTS) ? "withheld" : score_text(c, results->perception),
		scale_n(c, SCALE_RESULTS));
	compose_milestones(c);
}
