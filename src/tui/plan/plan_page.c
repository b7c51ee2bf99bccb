/* SPDX-License-Identifier: MIT */
/*
 * One action or gate of the plan in full, and the plan's warnings.
 */
#include "plan_view.h"

#define LABEL_CELLS 14 /* labels stand left of the text from this width on */
#define BESIDE_FROM 56

static void field(struct page *page, int width, const char *label, const char *text)
{
	if (str_blank(text))
		return;
	if (width < BESIDE_FROM) {
		if (*label)
			page_add(page, STYLE_BOLD, 0, width, label);
		page_add(page, STYLE_PLAIN, 0, width, text);
		return;
	}
	size_t first = page_add(page, STYLE_PLAIN, LABEL_CELLS, width - LABEL_CELLS, text);
	page_lead(page, first, 0, STYLE_BOLD, label);
}

static void add_because(
	struct page *page, struct app *app, const struct planned_action *planned, int width)
{
	for (size_t i = 0; i < planned->finding_count; i++)
		field(page, width,
			i && width >= BESIDE_FROM ? ""
				: i               ? "and"
						  : "Because",
			words_because(&page->pool, &app->record, app_diagnosis(app),
				app_plan(app)->track, planned->findings[i]));
}

static const char *named(const char *name)
{
	return str_blank(name) ? words_plain(W_NO_NAME) : name;
}

static void add_owners(
	struct page *page, struct app *app, const struct planned_action *planned, int width)
{
	const struct record *record = &app->record;
	for (size_t p = 0; p < record->party_count; p++) {
		int person = planned->owner[p];
		const char *name = person < 0 ? NULL : record->people[person].name;
		struct hole party = hole_text("party", record->parties[p].label);
		struct hole role = hole_text("role",
			planned->owner_role[p] < 0 ? words_plain(W_PLAN_PAGE_OWNER_NO_ROLE)
						   : words_role(planned->owner_role[p]));
		field(page, width, p ? "" : "Owners",
			person < 0 ? words(&page->pool, W_PLAN_PAGE_OWNER_UNKNOWN, party, role)
				   : words(&page->pool, W_PLAN_PAGE_OWNER, party,
					     hole_text("name", named(name)), role));
	}
}

static const char *when_text(
	struct page *page, const struct plan *plan, const struct planned_action *planned)
{
	const struct gate *gate = plan_gate(plan, 1);
	if (planned->due == DATE_NONE)
		return gate ? words(&page->pool, W_PLAN_WHEN_LATER_GATE,
				      hole_count("gate", gate->number))
			    : words_plain(W_PLAN_WHEN_LATER);
	struct hole start = hole_day("start", planned->start, DAY_SHORT);
	struct hole due = hole_day("due", planned->due, DAY_YEAR);
	return planned->gated ? words(&page->pool, W_PLAN_WHEN_GATED, start, due,
					hole_count("gate", planned->gate))
			      : words(&page->pool, W_PLAN_WHEN, start, due);
}

static const char *after_text(
	struct page *page, const struct plan *plan, const struct planned_action *planned)
{
	struct texts titles = { 0 };
	for (size_t i = 0; i < planned->after_count; i++)
		texts_add(&page->pool, &titles, plan->actions[planned->after[i]].title);
	return words_clauses(&page->pool, &titles);
}

static const char *place_text(struct page *page, const struct planned_action *planned)
{
	struct pool *pool = &page->pool;
	struct texts place = { 0 };
	texts_add(pool, &place, words(pool, W_PLAN_PLACE_NUMBER, hole_count("n", planned->number)));
	texts_add(pool, &place,
		words(pool, W_PLAN_PLACE, hole_count("step", planned->step),
			hole_text("name", step_name[planned->step - 1])));
	if (planned->quick_win)
		texts_add(pool, &place, words_plain(W_PLAN_PLACE_QUICK));
	if (!planned->active)
		texts_add(pool, &place, words_plain(W_PLAN_PLACE_LATER));
	return words_clauses(pool, &place);
}

static const char *status_text(
	struct page *page, const struct app *app, const struct planned_action *planned)
{
	struct pool *pool = &page->pool;
	const char *state = plan_state(pool, planned, app->today);
	if (planned->stored < 0 && planned->status == STATUS_OPEN)
		return NULL;
	if (planned->closed != DATE_NONE)
		state = words(pool, W_PLAN_STATE_SINCE, hole_text("state", state),
			hole_day("day", planned->closed, DAY_LONG));
	if (!str_blank(planned->reason))
		state = words(pool, W_PLAN_STATE_BECAUSE, hole_text("state", state),
			hole_text("reason", planned->reason));
	return planned->stale ? words(pool, W_PLAN_STATE_CALLED_FOR, hole_text("state", state))
			      : state;
}

static void page_action(
	struct page *page, struct app *app, const struct planned_action *planned, int width)
{
	page_add(page, STYLE_BOLD, 0, width, planned->title);
	page_add(page, STYLE_PLAIN, 0, width, place_text(page, planned));
	page_blank(page);
	field(page, width, "State", status_text(page, app, planned));
	if (planned->adopted)
		field(page, width, "Adopted", words_plain(W_PLAN_PAGE_ADOPTED));
	field(page, width, "Note", planned->note);
	field(page, width, "What", planned->what);
	field(page, width, "Done when", planned->done_when);
	field(page, width, "When", when_text(page, app_plan(app), planned));
	add_owners(page, app, planned, width);
	add_because(page, app, planned, width);
	field(page, width, "Resources", planned->resources);
	if (planned->effort_days)
		field(page, width, "Effort",
			words(&page->pool, W_PLAN_EFFORT, hole_count("n", planned->effort_days)));
	field(page, width, "After", after_text(page, app_plan(app), planned));
	field(page, width, "KPI", plan_kpi_name(&app->record, planned->kpi));
	if (planned->every)
		field(page, width, "Comes again",
			words(&page->pool, W_PLAN_EVERY, hole_text("every", planned->every)));
	if (planned->objective >= 0)
		field(page, width, "Objective",
			app->record.joint_objectives[planned->objective].text);
	field(page, width, "Source", planned->action ? planned->action->source : NULL);
}

static const char *outcome_text(struct page *page, const struct gate *gate)
{
	if (gate->outcome < 0)
		return NULL;
	const char *word = vocabulary_outcome.word[gate->outcome];
	return gate->decided == DATE_NONE
		? word
		: words(&page->pool, W_GATE_OUTCOME, hole_text("outcome", word),
			  hole_day("day", gate->decided, DAY_LONG));
}

static const char *progress_text(struct page *page, struct app *app, const struct gate *gate)
{
	struct gate_progress p = plan_gate_progress(app_plan(app), gate, app->today);
	return words(&page->pool, W_GATE_PROGRESS, hole_count("won", p.wins_done),
		hole_count("wins", p.wins_due), hole_count("kept", p.others_done),
		hole_count("others", p.others_due));
}

static void page_event(struct page *page, const struct plan_event *event, int width)
{
	char first[32], last[32];
	page_add(page, STYLE_BOLD, 0, width, event_title(event));
	page_blank(page);
	if (event->weeks)
		field(page, width, "Recurs",
			words(&page->pool, W_EVENT_RECURS, hole_count("weeks", event->weeks),
				hole_count("n", event->count)));
	field(page, width, event->weeks ? "First" : "Day", date_long(event->first, first));
	if (event->count > 1)
		field(page, width, "Last",
			date_long(plan_event_day(event, event->count - 1), last));
}

static void gate_terms(struct page *page, const struct gate *gate, int width)
{
	field(page, width, "Passed when", gate_passed_when(gate));
	field(page, width, "Otherwise", gate_otherwise(gate));
}

void plan_page_gate_asks(struct page *page, const struct gate *gate, int width)
{
	field(page, width, "Decides", gate_question(gate));
	gate_terms(page, gate, width);
}

static void page_gate(struct page *page, struct app *app, const struct gate *gate, int width)
{
	page_add(page, STYLE_BOLD, 0, width, gate_title(gate));
	page_blank(page);
	field(page, width, "Day",
		words(&page->pool, W_GATE_DAY, hole_text("weekday", date_weekday_name(gate->day)),
			hole_day("day", gate->day, DAY_LONG)));
	field(page, width, "Outcome", outcome_text(page, gate));
	field(page, width, "Note", gate->note);
	field(page, width, "Decides", gate_question(gate));
	if (app_plan(app)->stored)
		field(page, width, gate->decided == DATE_NONE ? "Now" : "That day",
			progress_text(page, app, gate));
	gate_terms(page, gate, width);
}

void plan_page_row(struct page *page, struct app *app, const struct plan_row *row, int width)
{
	const struct plan *plan = app_plan(app);
	if (row->kind == PLAN_ACTION)
		page_action(page, app, &plan->actions[row->index], width);
	else if (row->kind == PLAN_GATE)
		page_gate(page, app, &plan->gates[row->index], width);
	else if (row->kind == PLAN_EVENT)
		page_event(page, &plan->events[row->index], width);
}

void plan_page_warnings(
	struct page *page, const struct record *rec, const struct plan *plan, int width)
{
	page_add(page, STYLE_BOLD, 0, width, words_plain(W_PLAN_WARNINGS));
	for (size_t i = 0; i < plan->warning_count; i++) {
		page_blank(page);
		size_t line = page_add(page, STYLE_PLAIN, 2, width - 2,
			words_warning(&page->pool, rec, plan, &plan->warnings[i]));
		page_lead(page, line, 0, STYLE_WARN, "!");
	}
}
