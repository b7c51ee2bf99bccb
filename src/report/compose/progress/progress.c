/* SPDX-License-Identifier: MIT */
/*
 * The progress report for the steering committee, two pages: first where the plan stands and what
 * has to be decided, then what to mind and what comes next.
 */
#include "../past.h"
#include "../../write/write.h"
#include "progress.h"

#define PROVEN_SHOWN 6 /* actions, beside what tests them again */
#define EVENTS_SHOWN 4
#define RATES_LINES 6 /* that the rates by quarter take, at least */

/* "28 September 2026, month 6": months of the plan that have gone by. */
static const char *when(struct progress *p)
{
	struct hole day = hole_text("day", day_long(p->c, p->today));
	int months = 0;

	if (!p->plan)
		return day.text;
	if (p->today < p->plan->start)
		return words(p->c->pool, W_PROGRESS_DAY_BEFORE, day);
	while (date_add_months(p->plan->start, months + 1) <= p->today)
		months++;
	return months ? words(p->c->pool, W_PROGRESS_DAY, day, hole_count("n", months))
		      : words(p->c->pool, W_PROGRESS_DAY_FIRST, day);
}

void progress_page(struct progress *p)
{
	p->page = doc_text_lines(p->c->doc) + 1;
	doc_chapter(p->c->doc, NULL, 0, "Page 2", "What it has brought, and what is ahead");
}

static void compose_happened(struct progress *p, int most)
{
	compose_events(p->c, (size_t)most);
}

/* As many events as there is room for, of so many lines; false: not one. */
static bool progress_events(struct progress *p, int room)
{
	int most = EVENTS_SHOWN;

	while (most && lines_composed(p, compose_happened, most) > room)
		most--;
	compose_happened(p, most);
	return most;
}

/* Check and events stand on page 1 where there is room for them. */
static bool compose_first(struct progress *p)
{
	bool fits;

	progress_status(p);
	progress_decisions(p);
	progress_plan(p);
	progress_kpis(p);
	fits = page_room(p) >= check_lines(p);
	if (fits)
		progress_check(p);
	p->happened = progress_events(p, page_room(p));
	return fits;
}

/* Lines left for what is not ahead. */
static int room_behind(struct progress *p)
{
	return page_room(p) - next_lines(p);
}

/* As many as leave room for the rates and for what the last meeting decided. */
static int proven_shown(struct progress *p)
{
	int most = PROVEN_SHOWN, room = room_behind(p) - RATES_LINES - decided_lines(p, 1);

	while (most && proof_lines(&p->kept, most) > room)
		most--;
	return most;
}

/* What was achieved, then what is ahead, to which its room is kept. */
static void compose_second(struct progress *p, bool checked)
{
	progress_page(p);
	if (!checked)
		progress_check(p);
	if (p->plan) {
		compose_proof(&p->kept, proven_shown(p));
		progress_quarters(p, room_behind(p) - decided_lines(p, 1));
		progress_decided(p, decided_shown(p, room_behind(p)));
	}
	if (!p->happened)
		progress_events(p, room_behind(p));
	progress_next(p);
}

static void compose_pages(struct progress *p)
{
	bool checked = compose_first(p);

	compose_second(p, checked);
}

void compose_progress(struct compose *c)
{
	struct progress p = { .c = c,
		.kept = *c,
		/* of a round that another followed as it was then */
		.today = c->later ? c->rec->assessment.date : c->today,
		.plan = c->plan && c->plan->stored && !c->later ? c->plan : NULL };
	struct trend_between trend;
	struct edition_trend shown;

	p.kept.plan = p.plan;
	doc_title(c->doc, "Progress report", "JOINT EDITION - for the steering committee",
		alliance_parties(c), when(&p));
	compose_purpose(c);
	compose_as_of(c);
	compose_left_out_briefly(c);
	doc_space(c->doc);
	if (!c->in->before) {
		compose_pages(&p);
		return;
	}
	trend_compute(&trend, c->in->before, c->rec);
	edition_trend(&shown, &trend, c->before, c->view);
	p.trend = &trend;
	p.shown = &shown;
	compose_pages(&p);
	trend_release(&trend);
}
