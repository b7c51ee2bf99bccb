/* SPDX-License-Identifier: MIT */
/*
 * The KPIs then and now, and how many of the plan's dates were kept.
 */
#include <string.h>
#include <rekindle/utf8.h>
#include "progress.h"

#define KPI_CELLS 37
#define KPIS_SHOWN 6
#define KPIS_FEWEST 3 /* however little room there is */
#define BLOCK_LINES 9 /* of the block beside the KPIs, at most */

/* The day that "then" is: of the round before, else of this one. */
static int then_day(const struct progress *p)
{
	const struct record *before = p->c->in->before;

	return before ? before->assessment.date : p->c->rec->assessment.date;
}

/* They go on with the plan; where that is with a later round, as that round was sealed. */
static struct kpi_list kpis_of(const struct progress *p)
{
	return p->c->later ? p->c->kpis : record_kpis_now(p->c->rec);
}

/* Nobody pursues what they measure while the alliance is wound down. */
static bool is_ended(const struct progress *p)
{
	return p->plan && p->plan->track == TRACK_EXIT;
}

static double reading(const struct progress *p, int kpi, int day)
{
	const struct kpi_list list = kpis_of(p);
	int at = day == DATE_NONE ? -1 : kpi_latest(&list, kpi, day);

	return at < 0 ? NAN : list.actuals[at].value;
}

static double reading_then(const struct progress *p, int at)
{
	return reading(p, at, then_day(p));
}

static int readings_since(const struct progress *p, int at)
{
	const struct kpi_list list = kpis_of(p);
	int n = 0, then = then_day(p);

	for (size_t i = 0; i < list.actual_count; i++)
		n += list.actuals[i].kpi == at && list.actuals[i].date <= p->today &&
			(then == DATE_NONE || list.actuals[i].date > then);
	return n;
}

static const char *kpi_name(struct progress *p, const struct kpi *kpi)
{
	const char *name = kpi->name ? kpi->name : "-";

	if (!*kpi_unit(kpi))
		return name;
	return words(
		p->c->pool, W_KPI_IN, hole_text("kpi", name), hole_text("unit", kpi_unit(kpi)));
}

static void kpi_row(struct progress *p, struct table *table, int at)
{
	const struct kpi_list list = kpis_of(p);
	const struct kpi *kpi = &list.kpis[at];
	struct row *row = doc_row(p->c->doc, table);
	double score = kpi_attainment(&list, at, p->today);

	doc_cell(p->c->doc, row, "%s", kpi_name(p, kpi));
	doc_cell(p->c->doc, row, "%s", quantity(p->c, reading_then(p, at)));
	doc_cell(p->c->doc, row, "%s", quantity(p->c, reading(p, at, p->today)));
	doc_cell(p->c->doc, row, "%s", quantity(p->c, kpi->target));
	doc_cell(p->c->doc, row, "%d", readings_since(p, at));
	doc_cell(p->c->doc, row, "%s", isnan(score) ? "none" : say(p->c, "%.0f", score));
}

static void promises_row(struct progress *p, struct table *table)
{
	struct plan_promises n = plan_promises(p->plan, p->today);
	struct row *row = doc_row(p->c->doc, table);

	doc_cell(p->c->doc, row, "%s",
		words(p->c->pool, W_PROGRESS_KEPT, hole_count("kept", n.kept),
			hole_count("due", n.due)));
	doc_cell(p->c->doc, row, "-");
	doc_cell(p->c->doc, row, "%s", n.due ? say(p->c, "%.0f", 100.0 * n.kept / n.due) : "-");
	doc_cell(p->c->doc, row, "-");
	doc_cell(p->c->doc, row, "-");
	doc_cell(p->c->doc, row, "none");
}

static const char *measures(struct compose *c, const struct performance *performance)
{
	struct texts list = { 0 };

	if (performance->objectives_counted)
		texts_add(c->pool, &list,
			words(c->pool, W_COUNTED_OBJECTIVES,
				hole_count("n", performance->objectives_counted)));
	if (performance->kpis_counted)
		texts_add(c->pool, &list,
			words(c->pool, W_COUNTED_KPIS, hole_count("n", performance->kpis_counted)));
	return words_names(c->pool, &list);
}

static const char *performance_of(
	struct compose *c, const struct record *rec, const struct diagnosis *d)
{
	const struct performance *performance = &d->scores.performance;
	struct hole day = hole_text("day",
		rec->assessment.date == DATE_NONE ? round_day(c, DATE_NONE)
						  : day_short(c, rec->assessment.date));

	if (isnan(performance->score))
		return words(c->pool, W_RESULTS_UNKNOWN, day);
	return words(c->pool, W_RESULTS_OF, hole_number("performance", performance->score, 0), day,
		hole_text("counted", measures(c, performance)));
}

static bool same_measures(const struct performance *a, const struct performance *b)
{
	return a->objectives_counted == b->objectives_counted && a->kpis_counted == b->kpis_counted;
}

static void compose_performance_line(struct progress *p)
{
	struct compose *c = p->c;
	const struct diagnosis *before = c->in->before ? c->in->before_diagnosis : NULL;
	struct hole now = hole_text("now", performance_of(c, c->rec, c->diagnosis));
	struct texts line = { 0 };

	texts_add(c->pool, &line,
		!before ? words(c->pool, W_RESULTS_NOW, now)
			: words(c->pool, W_RESULTS_THEN, now,
				  hole_text("before", performance_of(c, c->in->before, before))));
	if (before && !isnan(before->scores.performance.score) &&
		!isnan(c->scores->performance.score) &&
		!same_measures(&before->scores.performance, &c->scores->performance))
		texts_add(c->pool, &line, words_plain(W_RESULTS_DIFFER));
	doc_text(c->doc, 2, "%s", words_sentences(c->pool, &line));
}

/* How many there is room for, a long name taking two lines. */
static size_t rows_within(struct progress *p, int room)
{
	const struct kpi_list list = kpis_of(p);
	size_t most = 0;

	for (room -= BLOCK_LINES; most < list.kpi_count && most < KPIS_SHOWN; most++) {
		room -= 1 + (utf8_cells(UTF8_FILE, kpi_name(p, &list.kpis[most])) > KPI_CELLS);
		if (room < 0 && most >= KPIS_FEWEST)
			break;
	}
	return most;
}

static void compose_rows(struct progress *p, size_t most)
{
	static const struct column columns[] = {
		{ .width = KPI_CELLS, .wrap = true, .lines = 2 },
		{ .gap = 1, .width = 7, .align = ALIGN_RIGHT },
		{ .gap = 1, .width = 7, .align = ALIGN_RIGHT },
		{ .gap = 1, .width = 7, .align = ALIGN_RIGHT },
		{ .gap = 1, .width = 8, .align = ALIGN_RIGHT },
		{ .gap = 1, .width = 5, .align = ALIGN_RIGHT },
	};
	const char *heads[] = { "", day_short(p->c, then_day(p)), "now", "target", "readings",
		"score" };
	struct table *table = doc_table(p->c->doc, 2, columns, 6);
	size_t count = is_ended(p) ? 0 : kpis_of(p).kpi_count;

	head_cells(p->c, table, heads, 6);
	for (size_t i = 0; i < count && i < most; i++)
		kpi_row(p, table, (int)i);
	if (p->plan)
		promises_row(p, table);
	if (count > most)
		doc_text(p->c->doc, 2, "%s",
			words(p->c->pool, W_PROGRESS_KPIS_MORE,
				hole_count("n", (int)(count - most))));
}

/* As of which day, and since which one: where that is not known, all that there are. */
static const char *readings_text(struct progress *p)
{
	struct hole day = hole_text("day", day_long(p->c, p->today));
	int then = then_day(p);

	return then == DATE_NONE ? words(p->c->pool, W_PROGRESS_KPIS_ALL, day)
				 : words(p->c->pool, W_PROGRESS_KPIS_OF, day,
					   hole_text("then", day_long(p->c, then)));
}

void progress_kpis(struct progress *p)
{
	size_t count = kpis_of(p).kpi_count, most = rows_within(p, page_room(p));

	doc_head(p->c->doc, NULL, "KPIs", say(p->c, " %s", readings_text(p)));
	if (!count && !is_ended(p))
		doc_text(p->c->doc, 2, "%s", words_plain(W_PROGRESS_KPIS_NONE));
	if (count || p->plan)
		compose_rows(p, most);
	compose_performance_line(p);
}
