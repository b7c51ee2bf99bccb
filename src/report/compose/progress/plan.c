/* SPDX-License-Identifier: MIT */
/*
 * The plan as it stands: by phase, what is late, and the gates.
 */
#include <rekindle/proof.h>
#include "progress.h"

#define BAR_CELLS 12
#define TITLE_CELLS 31
#define LATE_SHOWN 3

static const char *rate_bar(struct compose *c, int done, int due)
{
	struct str bar;
	int filled = due ? BAR_CELLS * done / due : 0;

	str_init(&bar);
	for (int i = 0; i < BAR_CELLS; i++)
		str_add(&bar, i < filled ? "█" : "·");
	const char *text = pool_strdup(c->pool, bar.text);
	str_release(&bar);
	return text;
}

static void phase_row(struct progress *p, struct table *table, int phase)
{
	struct plan_count n = plan_count(p->plan, phase, p->today);
	struct row *row = doc_row(p->c->doc, table);

	if (phase)
		doc_cell(p->c->doc, row, "%d %s", phase, phase_name[phase - 1]);
	else
		doc_cell(p->c->doc, row, "all");
	doc_cell(p->c->doc, row, "%d", n.active + n.dropped);
	doc_cell(p->c->doc, row, "%d", n.dropped);
	doc_cell(p->c->doc, row, "%d", n.due);
	doc_cell(p->c->doc, row, "%d", n.due_done);
	doc_cell(p->c->doc, row, "%s", rate_text(p->c, n.due_done, n.due));
	doc_cell(p->c->doc, row, "%d", n.late);
	doc_cell(p->c->doc, row, "%s", rate_bar(p->c, n.due_done, n.due));
}

static const char *until_text(struct progress *p)
{
	struct hole day = hole_text("day", day_long(p->c, p->plan->end));

	return p->plan->unnamed ? NULL
				: words(p->c->pool, W_PROGRESS_TRACK,
					  hole_text("plain", track_plain[p->plan->track]), day);
}

static void compose_phases(struct progress *p)
{
	static const struct column columns[] = {
		{ .width = 22 },
		{ .gap = 1, .width = 7, .align = ALIGN_RIGHT },
		{ .gap = 1, .width = 7, .align = ALIGN_RIGHT },
		{ .gap = 1, .width = 5, .align = ALIGN_RIGHT },
		{ .gap = 1, .width = 6, .align = ALIGN_RIGHT },
		{ .gap = 1, .width = 6, .align = ALIGN_RIGHT },
		{ .gap = 1, .width = 5, .align = ALIGN_RIGHT },
		{ .gap = 2, .width = BAR_CELLS },
	};
	static const char *const heads[] = { "", "actions", "dropped", "due", "done", "rate",
		"late", "done of due" };
	struct table *table;

	doc_head(p->c->doc, NULL, "Plan", until_text(p));
	table = doc_table(p->c->doc, 2, columns, 8);
	head_cells(p->c, table, heads, 8);
	for (int phase = 1; phase <= PLAN_PHASES && p->plan->track != TRACK_EXIT; phase++)
		phase_row(p, table, phase);
	phase_row(p, table, 0);
}

static const char *owners_of(struct progress *p, const struct planned_action *planned)
{
	struct texts list = { 0 };

	for (int i = 0; i < p->kept.parties; i++)
		texts_add(p->c->pool, &list, owner_name(&p->kept, planned, i));
	return texts_join(p->c->pool, &list, " / ", " / ");
}

static void late_row(struct progress *p, struct table *table, size_t at)
{
	const struct planned_action *planned = &p->plan->actions[at];
	struct row *row = doc_row(p->c->doc, table);

	doc_cell(p->c->doc, row, "%d", planned->number);
	doc_cell(p->c->doc, row, "%s", planned->title);
	doc_cell(p->c->doc, row, "%s", owners_of(p, planned));
	doc_cell(p->c->doc, row, "%s", day_short(p->c, planned->due));
	doc_cell(p->c->doc, row, "%s", words_status(planned->status));
}

static bool any_in_time(const struct progress *p, const size_t *late, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (!plan_is_late(&p->plan->actions[late[i]], p->today))
			return true;
	return false;
}

static void compose_late(struct progress *p)
{
	static const struct column columns[] = {
		{ .width = 3, .align = ALIGN_RIGHT },
		{ .gap = 2, .width = TITLE_CELLS },
		{ .gap = 1, .width = 28 },
		{ .gap = 1, .width = 6 },
		{ .gap = 1, .width = 7 },
	};
	static const char *const heads[] = { "No", "Action", "owners", "due", "state" };
	size_t count;
	const size_t *late = late_actions(p, true, &count);
	struct table *table;

	if (!count)
		return;
	doc_head(p->c->doc, NULL, any_in_time(p, late, count) ? "Late or blocked" : "Late", NULL);
	table = doc_table(p->c->doc, 0, columns, 5);
	table->subject = 1;
	head_cells(p->c, table, heads, 5);
	for (size_t i = 0; i < count && i < LATE_SHOWN; i++)
		late_row(p, table, late[i]);
	if (count > LATE_SHOWN)
		doc_text(p->c->doc, 5, "%s",
			words(p->c->pool, W_PROGRESS_LATE_MORE,
				hole_count("n", (int)count - LATE_SHOWN),
				hole_text("day",
					day_short(p->c, p->plan->actions[late[LATE_SHOWN]].due))));
}

static const char *done_of(struct compose *c, int done, int due)
{
	if (!due)
		return words_plain(W_STANDING_NONE_DUE);
	return words(c->pool, W_STANDING_DONE, hole_count("done", done), hole_count("due", due));
}

/* What of it is done, and what was dropped, which is none of it. */
static const char *standing_of(struct progress *p, const struct gate_progress *n)
{
	struct hole wins = hole_text("wins", done_of(p->c, n->wins_done, n->wins_due));
	struct hole others = hole_text("others", done_of(p->c, n->others_done, n->others_due));

	if (!n->dropped)
		return words(p->c->pool, W_STANDING, wins, others);
	return words(
		p->c->pool, W_STANDING_DROPPED, wins, others, hole_count("dropped", n->dropped));
}

const char *gate_standing(struct progress *p, const struct gate *gate)
{
	struct gate_progress n = plan_gate_progress(p->plan, gate, p->today);
	struct hole standing = hole_text("standing", standing_of(p, &n));

	if (n.passed)
		return words(p->c->pool, W_STANDING_PASSES, standing);
	return words(
		p->c->pool, W_STANDING_FAILS, standing, hole_count("percent", PLAN_GATE_PERCENT));
}

/* Of a gate that is decided what was due and done on that day; what it decides it has decided. What
 * was noted of it stays with those who run the review. */
static const char *decided_standing(struct progress *p, const struct gate *gate)
{
	struct gate_progress n = plan_gate_progress(p->plan, gate, p->today);

	return gate->kind == GATE_DONE ? standing_of(p, &n) : NULL;
}

static const char *decided_text(struct progress *p, size_t i)
{
	const struct gate *gate = &p->plan->gates[i];
	bool passed = gate->outcome == OUTCOME_PASSED, dated = gate->decided != DATE_NONE;
	const char *text = decided_standing(p, gate);
	struct hole day = hole_text("day", day_short(p->c, gate->decided));
	struct hole note = hole_text("note", text ? text : "");

	if (!text && !dated)
		return passed ? words_plain(W_GATE_PASSED) : words_plain(W_GATE_FAILED);
	if (!text)
		return words(p->c->pool, passed ? W_GATE_PASSED_ON : W_GATE_FAILED_ON, day);
	if (!dated)
		return words(p->c->pool, passed ? W_GATE_PASSED_NOTE : W_GATE_FAILED_NOTE, note);
	return words(p->c->pool, passed ? W_GATE_PASSED_ON_NOTE : W_GATE_FAILED_ON_NOTE, day, note);
}

static const char *gate_note(struct progress *p, size_t i)
{
	const struct gate *gate = &p->plan->gates[i], *out = plan_leads_to(p->plan);

	if (gate->outcome >= 0)
		return decided_text(p, i);
	if (out)
		return words(p->c->pool, W_GATE_NOT_ASKED, hole_count("number", out->number));
	if (gate->day <= p->today)
		return words_plain(W_GATE_UNDECIDED);
	if (gate->kind != GATE_DONE)
		return words(p->c->pool, W_GATE_NOT_DUE, hole_text("when", gate_passed_when(gate)));
	return words(
		p->c->pool, W_GATE_NOT_DUE_STANDING, hole_text("standing", gate_standing(p, gate)));
}

static void compose_gate_lines(struct progress *p)
{
	if (!p->plan->gate_count)
		return;
	doc_head(p->c->doc, NULL, "Gates", NULL);
	for (size_t i = 0; i < p->plan->gate_count; i++)
		doc_term(p->c->doc, 2, 24, TERM_COLUMN,
			say(p->c, "%d  %s", p->plan->gates[i].number,
				day_long(p->c, p->plan->gates[i].day)),
			"%s", gate_note(p, i));
}

void progress_plan(struct progress *p)
{
	if (!p->plan)
		return;
	compose_phases(p);
	compose_late(p);
	compose_gate_lines(p);
}
