/* SPDX-License-Identifier: MIT */
/*
 * Page 2 of the progress report: joint objectives, what to mind, and the next three months.
 */
#include <stdlib.h>
#include "../../write/write.h"
#include "progress.h"

#define MONTHS_AHEAD 3
#define ACTIONS_SHOWN 10
#define EVENTS_SHOWN 8
#define ROWS_FEWEST 3 /* of actions, however little room there is */
#define BLOCK_LINES 4 /* of a block beside its rows */
#define MEETINGS_FEWEST (BLOCK_LINES + 2)
#define OFTEN_WEEKS 4 /* what comes more often than this is said in one line */
#define ADVICE_CELLS 20

static int quarter_end(const struct progress *p)
{
	return date_add_months(p->today, MONTHS_AHEAD);
}

/* Rows that a block may have, of those it would like to have. */
static int rows_within(int room, int most)
{
	return room - BLOCK_LINES < most ? room - BLOCK_LINES : most;
}

static void compose_objectives(struct progress *p, int room)
{
	static const struct column columns[] = {
		{ .width = 44 },
		{ .gap = 1, .width = 20 },
		{ .gap = 1, .width = 11 },
	};
	static const char *const heads[] = { "", "target", "date" };
	const struct record *rec = p->kept.rec;
	int most = rows_within(room, PLAN_OBJECTIVES_MAX);
	struct table *table;

	if (!rec->joint_objective_count || most <= 0)
		return;
	doc_head(p->c->doc, NULL, "Joint objectives", NULL);
	table = doc_table(p->c->doc, 2, columns, 3);
	head_cells(p->c, table, heads, 3);
	for (size_t i = 0; i < rec->joint_objective_count && (int)i < most; i++) {
		const struct joint_objective *one = &rec->joint_objectives[i];
		struct row *row = doc_row(p->c->doc, table);
		char day[DATE_TEXT];

		doc_cell(p->c->doc, row, "%s", one->text ? one->text : "-");
		doc_cell(p->c->doc, row, "%s", str_blank(one->target) ? "-" : one->target);
		doc_cell(p->c->doc, row, "%s",
			one->due == DATE_NONE ? "-" : date_iso(one->due, day));
	}
}

static void more_rows(struct progress *p, int indent, int n)
{
	doc_text(p->c->doc, indent, "%s",
		words(p->c->pool, W_PROGRESS_MORE_ROWS, hole_count("n", n)));
}

static const char *no_actions(struct progress *p)
{
	const struct gate *out = plan_leads_to(p->plan);

	return out ? words(p->c->pool, W_NEXT_LEADS_OUT, hole_count("number", out->number))
		   : words_plain(W_NEXT_NO_ACTIONS);
}

static void compose_actions(struct progress *p, int room)
{
	int most = rows_within(room, ACTIONS_SHOWN);
	struct compose *kept = &p->kept;
	struct table *table = NULL;
	int n = 0;

	most = most < ROWS_FEWEST ? ROWS_FEWEST : most;
	doc_head(p->c->doc, NULL,
		words(p->c->pool, W_NEXT_ACTIONS, hole_text("day", day_long(p->c, p->today)),
			hole_text("end", day_long(p->c, quarter_end(p)))),
		NULL);
	for (size_t i = 0; i < p->plan->active_count; i++) {
		const struct planned_action *planned = &p->plan->actions[i];

		if (!plan_is_open(planned) || planned->due < p->today ||
			planned->due > quarter_end(p) || plan_leads_to(p->plan) || n++ >= most)
			continue;
		if (!table)
			table = table_of_actions(kept);
		action_row(kept, table, i);
	}
	if (!n)
		doc_text(p->c->doc, 2, "%s", no_actions(p));
	if (n > most)
		more_rows(p, 5, n - most);
}

struct occasion {
	int day;
	const char *title;
};

static int by_day(const void *a, const void *b)
{
	const struct occasion *x = a, *y = b;

	return (x->day > y->day) - (x->day < y->day);
}

/* So often that one line says it. */
static bool is_often(const struct plan_event *event)
{
	return event->weeks && event->weeks < OFTEN_WEEKS;
}

static const char *meeting_text(struct progress *p, const struct plan_event *event)
{
	if (!is_often(event))
		return event_title(event);
	return words(p->c->pool, W_NEXT_REPEATED, hole_text("event", event_title(event)),
		hole_word("weeks", event->weeks));
}

static struct occasion *meetings(struct progress *p, size_t *count)
{
	struct occasion *list = NULL;

	*count = 0;
	for (size_t i = 0; i < p->plan->event_count; i++) {
		const struct plan_event *event = &p->plan->events[i];

		for (int k = 0; k < event->count; k++) {
			int day = plan_event_day(event, k);

			if (day < p->today || day > quarter_end(p))
				continue;
			*POOL_APPEND(p->c->pool, list, *count) =
				(struct occasion){ day, meeting_text(p, event) };
			if (is_often(event))
				break;
		}
	}
	if (*count)
		qsort(list, *count, sizeof(*list), by_day);
	return list;
}

static void compose_meetings(struct progress *p, int room)
{
	int most = rows_within(room, EVENTS_SHOWN);
	size_t count;
	const struct occasion *list = meetings(p, &count);

	if (!count || most <= 0)
		return;
	doc_head(p->c->doc, NULL, "Meetings and checks", NULL);
	for (size_t i = 0; i < count && (int)i < most; i++)
		doc_term(p->c->doc, 2, 11, TERM_COLUMN, day_short(p->c, list[i].day), "%s",
			list[i].title);
	if ((int)count > most)
		more_rows(p, 11, (int)count - most);
}

/* Of those that only their names are said of. */
enum cases { CASES_FOUND, CASES_UNTOLD, CASES_ABSENT, CASES_COUNT };

static void compose_cases(struct progress *p, const struct texts list[CASES_COUNT])
{
	static const enum sentence said[CASES_COUNT] = {
		[CASES_FOUND] = W_NEXT_WATCH,
		[CASES_UNTOLD] = W_NEXT_UNTOLD,
		[CASES_ABSENT] = W_NEXT_NOT_FOUND,
	};

	for (int i = 0; i < CASES_COUNT; i++)
		if (list[i].count)
			doc_text(p->c->doc, 2, "%s",
				words(p->c->pool, said[i],
					hole_text("cases", words_names(p->c->pool, &list[i]))));
}

static enum cases case_of(const struct advised *advised)
{
	if (advised->present)
		return CASES_FOUND;
	return advised->unknown ? CASES_UNTOLD : CASES_ABSENT;
}

static bool any_case(struct progress *p)
{
	struct advised advised;

	for (size_t i = 0; pitfall_advice(&p->kept, i, &advised); i++)
		if (!advised.hidden)
			return true;
	return false;
}

/* Those that are found with their advice, or in short by name alone. */
static void compose_watch(struct progress *p, int in_short)
{
	struct texts list[CASES_COUNT] = { { 0 } };
	struct advised advised;

	if (!any_case(p))
		return;
	doc_head(p->c->doc, NULL, "Pitfalls and special situations", NULL);
	for (size_t i = 0; pitfall_advice(&p->kept, i, &advised); i++) {
		if (advised.hidden)
			continue;
		if (advised.present && !in_short)
			doc_term(p->c->doc, 2, 2 + ADVICE_CELLS + 2, TERM_COLUMN, advised.label,
				"%s%s", advised.text, advised.actions);
		else
			texts_add(p->c->pool, &list[case_of(&advised)],
				advised.present ? advised.label : advised.absent);
	}
	compose_cases(p, list);
}

/* What the plan has ahead goes before advice: where both are too much, that is in short. */
static int plan_lines(const struct progress *p)
{
	return p->plan ? ROWS_FEWEST + BLOCK_LINES + MEETINGS_FEWEST : 0;
}

void progress_next(struct progress *p)
{
	bool ended = p->plan && p->plan->track == TRACK_EXIT; /* what endangers a revival is over */
	bool in_short = lines_composed(p, compose_watch, false) + plan_lines(p) > page_room(p);
	int watch = ended ? 0 : lines_composed(p, compose_watch, in_short);

	if (p->plan) {
		compose_actions(p, page_room(p) - watch);
		compose_meetings(p, page_room(p) - watch);
		compose_objectives(p, page_room(p) - watch);
	}
	if (!ended)
		compose_watch(p, in_short);
}

int next_lines(struct progress *p)
{
	return lines_composed(p, compose_watch, true) + plan_lines(p);
}
