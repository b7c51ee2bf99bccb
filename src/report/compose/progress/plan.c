/* SPDX-License-Identifier: MIT */
/*
 * The plan as it stands: by phase, what is late, and the gates.
 */
#include "progress.h"

#define BAR_CELLS 20
#define TITLE_CELLS 31
#define LATE_SHOWN 3

static const char *rate_text(struct compose *c, int done, int due)
{
	return due ? say(c, "%d" NB "%%", (200 * done + due) / (2 * due)) : "-";
}

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
	doc_cell(p->c->doc, row, "%d", n.active);
	doc_cell(p->c->doc, row, "%d", n.due);
	doc_cell(p->c->doc, row, "%d", n.due_done);
	doc_cell(p->c->doc, row, "%s", rate_text(p->c, n.due_done, n.due));
	doc_cell(p->c->doc, row, "%d", n.late);
	doc_cell(p->c->doc, row, "%s", rate_bar(p->c, n.due_done, n.due));
}

static void compose_phases(struct progress *p)
{
	static const struct column columns[] = {
		{ .width = 22 },
		{ .gap = 1, .width = 7, .align = ALIGN_RIGHT },
		{ .gap = 1, .width = 5, .align = ALIGN_RIGHT },
		{ .gap = 1, .width = 6, .align = ALIGN_RIGHT },
		{ .gap = 1, .width = 6, .align = ALIGN_RIGHT },
		{ .gap = 1, .width = 5, .align = ALIGN_RIGHT },
		{ .gap = 2, .width = BAR_CELLS },
	};
	static const char *const heads[] = { "", "actions", "due", "done", "rate", "late",
		"done of due" };
	struct table *table;

	doc_head(p->c->doc, NULL, "Plan",
		say(p->c, ": %s, to %s", track_plain[p->plan->track],
			day_long(p->c, p->plan->end)));
	table = doc_table(p->c->doc, 2, columns, 7);
	head_cells(p->c, table, heads, 7);
	for (int phase = 1; phase <= PLAN_PHASES && p->plan->track != TRACK_EXIT; phase++)
		phase_row(p, table, phase);
	phase_row(p, table, 0);
}

static const char *owners_of(struct progress *p, const struct planned_action *planned)
{
	struct list list = { 0 };

	for (int i = 0; i < p->kept.parties; i++)
		list_add(p->c, &list, owner_name(&p->kept, planned, i));
	return list_join(p->c, &list, " / ");
}

static void late_row(struct progress *p, struct table *table, size_t at)
{
	const struct planned_action *planned = &p->plan->actions[at];
	struct row *row = doc_row(p->c->doc, table);

	doc_cell(p->c->doc, row, "%zu", at + 1);
	doc_cell(p->c->doc, row, "%s", shortened(p->c, planned->title, TITLE_CELLS));
	doc_cell(p->c->doc, row, "%s", owners_of(p, planned));
	doc_cell(p->c->doc, row, "%s", day_short(p->c, planned->due));
	doc_cell(p->c->doc, row, "%s", vocabulary_status.word[planned->status]);
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
	const size_t *late = late_actions(p, &count);
	struct table *table;

	if (!count)
		return;
	doc_head(p->c->doc, NULL, "Late", NULL);
	table = doc_table(p->c->doc, 0, columns, 5);
	table->subject = 1;
	head_cells(p->c, table, heads, 5);
	for (size_t i = 0; i < count && i < LATE_SHOWN; i++)
		late_row(p, table, late[i]);
	if (count > LATE_SHOWN)
		doc_text(p->c->doc, 5, "%zu" NB "more, due from %s on.", count - LATE_SHOWN,
			day_short(p->c, p->plan->actions[late[LATE_SHOWN]].due));
}

static const char *of(struct compose *c, int done, int due)
{
	return due ? say(c, "%d" NB "of" NB "%d", done, due) : "none due";
}

const char *gate_standing(struct progress *p, const struct gate *gate)
{
	struct gate_progress n = plan_gate_progress(p->plan, gate->day);

	return say(p->c, "quick wins %s, other actions %s, which %s",
		of(p->c, n.wins_done, n.wins_due), of(p->c, n.others_done, n.others_due),
		n.passed ? "passes"
			 : say(p->c, "does not pass (%d" NB "%% of each)", PLAN_GATE_PERCENT));
}

static const char *gate_note(struct progress *p, size_t i)
{
	const struct gate *gate = &p->plan->gates[i];
	const char *note =
		str_blank(gate->note) ? "" : without_stop(p->c, shortened(p->c, gate->note, 80));
	if (gate->outcome >= 0 && !*note && i)
		note = gate_standing(p, gate);
	if (gate->outcome >= 0)
		return say(p->c, "%s%s%s",
			gate->outcome == OUTCOME_PASSED ? "passed" : "not passed",
			gate->decided == DATE_NONE
				? ""
				: say(p->c, " on %s", day_short(p->c, gate->decided)),
			*note ? say(p->c, ": %s", note) : "");
	if (gate->day <= p->today)
		return "not decided, see the decisions above";
	return i ? say(p->c, "not due yet; now done of what falls due by then: %s",
			   gate_standing(p, gate))
		 : say(p->c, "not due yet: %s", gate_passed_when(gate));
}

static void compose_gate_lines(struct progress *p)
{
	if (!p->plan->gate_count)
		return;
	doc_head(p->c->doc, NULL, "Gates", NULL);
	for (size_t i = 0; i < p->plan->gate_count; i++)
		doc_term(p->c->doc, 2, 24, TERM_COLUMN,
			say(p->c, "%zu  %s", i + 1, day_long(p->c, p->plan->gates[i].day)), "%s.",
			gate_note(p, i));
}

void progress_plan(struct progress *p)
{
	if (!p->plan)
		return;
	compose_phases(p);
	compose_late(p);
	compose_gate_lines(p);
}
