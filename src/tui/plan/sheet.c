/* SPDX-License-Identifier: MIT */
/*
 * The rows of the plan's forms, and what they show.
 */
#include "sheet.h"

#include <string.h>

#include "../widgets/bind.h"

#define PAST_HINT "A day, as " FORM_DAYS_PAST "; may stay empty."
#define WHEN_HINT "A day, as " FORM_DAYS ". It stays when the plan is drawn up again."
#define OWNER_HINT "Somebody of that side: choose, or type the name of somebody else."
#define WORDS_HINT "Your own words stay when the plan is drawn up again; empty: the library's."

const struct sheet_row sheet_rows[] = {
	{ SHEET_ACTION, ROW_FIELD, "title", "Action", WORDS_HINT, false },
	{ SHEET_ACTION, ROW_FIELD, "status", "Status", "Open, started, blocked, done or dropped.",
		false },
	{ SHEET_ACTION, ROW_FIELD, "closed", "Done on",
		"The day it was done or dropped, as " FORM_DAYS_PAST ".", false },
	{ SHEET_ACTION, ROW_FIELD, "reason", "Blocked, dropped by",
		"What blocks it, or why it was dropped.", true },
	{ SHEET_ACTION, ROW_OWNER, NULL, NULL, OWNER_HINT, false },
	{ SHEET_ACTION, ROW_FIELD, "start", "Start", WHEN_HINT, false },
	{ SHEET_ACTION, ROW_FIELD, "due", "Due", WHEN_HINT, false },
	{ SHEET_ACTION, ROW_FIELD, "every", "Comes again",
		"How often, as every second tuesday, 2 weeks, month; empty: it does not.", false },
	{ SHEET_ACTION, ROW_FIELD, "active", "When", "Now, or later, after the second gate.",
		false },
	{ SHEET_ACTION, ROW_FIELD, "objective", "Serves", "One of the joint objectives.", false },
	{ SHEET_ACTION, ROW_FIELD, "what", "What", WORDS_HINT, true },
	{ SHEET_ACTION, ROW_FIELD, "done_when", "Done when",
		"What exists when it is done; empty: the library's.", true },
	{ SHEET_ACTION, ROW_FIELD, "resources", "Resources",
		"People, money, time; empty: the library's.", true },
	{ SHEET_ACTION, ROW_FIELD, "effort_days", "Days of work", "A whole number, or nothing.",
		false },
	{ SHEET_ACTION, ROW_FIELD, "quick_win", "Quick win",
		"An early success for both sides? y or n.", false },
	{ SHEET_ACTION, ROW_FIELD, "kpi", "Moves",
		"One of the alliance's own KPIs, or of the catalogue.", false },
	{ SHEET_ACTION, ROW_FIELD, "note", "Note", "Anything worth remembering.", true },
	{ SHEET_GATE, ROW_FIELD, "outcome", "Outcome", "Passed, failed, or none yet.", false },
	{ SHEET_GATE, ROW_FIELD, "decided", "Decided on", PAST_HINT, false },
	{ SHEET_GATE, ROW_FIELD, "note", "Note", "Who decided, and on what.", true },
	{ SHEET_OBJECTIVE, ROW_FIELD, "text", "Objective",
		"What the companies want to reach together in 12 to 24 months.", false },
	{ SHEET_OBJECTIVE, ROW_FIELD, "measure", "Measure", "What it is read off from.", false },
	{ SHEET_OBJECTIVE, ROW_FIELD, "baseline", "Starting value",
		"Where it stands today: a number or words.", false },
	{ SHEET_OBJECTIVE, ROW_FIELD, "target", "Target", "Where it should be: a number or words.",
		false },
	{ SHEET_OBJECTIVE, ROW_FIELD, "due", "Date",
		"A day 12 to 24 months from the plan's start, as 2026-11-27 or +18m.", false },
	{ SHEET_OBJECTIVE, ROW_OWNER, NULL, NULL, OWNER_HINT, false },
	{ SHEET_OBJECTIVE, ROW_FIELD, "note", "Note", "Anything worth remembering.", true },
	{ SHEET_WORKSHOP, ROW_FIELD, "workshop.date", "Held on", PAST_HINT, false },
	{ SHEET_WORKSHOP, ROW_FIELD, "workshop.relevant", "Still relevant?",
		"Which of the old objectives still hold, and which do not.", true },
	{ SHEET_WORKSHOP, ROW_FIELD, "workshop.opportunities", "Opportunities",
		"What is possible now that was not then.", true },
	{ SHEET_WORKSHOP, ROW_FIELD, "workshop.challenges", "Challenges",
		"What is harder now than it was then.", true },
	{ SHEET_WORKSHOP, ROW_SUCCESS, NULL, NULL,
		"What success would be for this company, in its own words.", true },
	{ SHEET_CHARTER, ROW_FIELD, "charter.steering.rhythm", "Steering committee",
		"How often it meets, and what for.", true },
	{ SHEET_CHARTER, ROW_FIELD, "charter.steering.members", "  members",
		"Names, from every company.", true },
	{ SHEET_CHARTER, ROW_FIELD, "charter.working_group.rhythm", "Working group",
		"How often it meets, and what for.", true },
	{ SHEET_CHARTER, ROW_FIELD, "charter.working_group.members", "  members",
		"Names, from every company.", true },
	{ SHEET_CHARTER, ROW_FIELD, "charter.project_teams.rhythm", "Project teams",
		"When one is formed, and when it ends.", true },
	{ SHEET_CHARTER, ROW_FIELD, "charter.project_teams.members", "  members",
		"Names, or who names them.", true },
	{ SHEET_CHARTER, ROW_FIELD, "charter.channels", "Channels",
		"Which way for what: mail, calls, the shared place.", true },
	{ SHEET_CHARTER, ROW_FIELD, "charter.response_times", "Response times",
		"How soon an answer comes.", true },
	{ SHEET_CHARTER, ROW_FIELD, "charter.escalation.level_1", "Escalation 1",
		"Who is asked first when two disagree.", true },
	{ SHEET_CHARTER, ROW_FIELD, "charter.escalation.hours_1", "  hours",
		"Whole hours until level 2 is asked.", false },
	{ SHEET_CHARTER, ROW_FIELD, "charter.escalation.level_2", "Escalation 2",
		"Who is asked next.", true },
	{ SHEET_CHARTER, ROW_FIELD, "charter.escalation.hours_2", "  hours",
		"Whole hours until level 3 is asked.", false },
	{ SHEET_CHARTER, ROW_FIELD, "charter.escalation.level_3", "Escalation 3",
		"Who decides in the end.", true },
	{ SHEET_CHARTER, ROW_FIELD, "charter.escalation.hours_3", "  hours",
		"Whole hours until there is a decision.", false },
	{ SHEET_CHARTER, ROW_FIELD, "charter.decision_rights", "Decision rights",
		"Who decides what alone, and what together.", true },
	{ SHEET_CHARTER, ROW_FIELD, "charter.disputes", "Disputes",
		"The way from a dispute to its end.", true },
	{ SHEET_CHARTER, ROW_FIELD, "charter.reports", "Reports",
		"Which, how often, from whom to whom.", true },
	{ SHEET_CHARTER, ROW_FIELD, "charter.notes", "Notes", "Anything else that was agreed.",
		true },
	{ SHEET_CHARTER, ROW_FIELD, "charter.agreed", "Signed on",
		"The day on which every side signed: what stands here is then kept.", false },
	{ SHEET_AMENDMENT, ROW_FIELD, "text", "Point", "What has to change in the agreement.",
		true },
	{ SHEET_AMENDMENT, ROW_FIELD, "because", "Because", "A finding or a reason.", true },
	{ SHEET_AMENDMENT, ROW_FIELD, "settled", "Settled",
		"Has every side agreed to the new wording? y or n.", false },
	{ SHEET_DAY_OFF, ROW_FIELD, "party", "Company", "The company that is away.", false },
	{ SHEET_DAY_OFF, ROW_FIELD, "from", "First day", "A day, as " FORM_DAYS ".", false },
	{ SHEET_DAY_OFF, ROW_FIELD, "to", "Last day", "A day, as " FORM_DAYS "; empty: one day.",
		false },
	{ SHEET_DAY_OFF, ROW_FIELD, "yearly", "Every year",
		"On the same days of every year? y or n.", false },
};
const size_t sheet_row_count = sizeof(sheet_rows) / sizeof(*sheet_rows);

enum kind sheet_kind(enum plan_sheet sheet)
{
	static const enum kind kinds[] = {
		[SHEET_ACTION] = KIND_PLAN_ACTION,
		[SHEET_GATE] = KIND_GATE,
		[SHEET_OBJECTIVE] = KIND_JOINT_OBJECTIVE,
		[SHEET_WORKSHOP] = KIND_PLAN,
		[SHEET_CHARTER] = KIND_ALLIANCE,
		[SHEET_AMENDMENT] = KIND_AMENDMENT,
		[SHEET_DAY_OFF] = KIND_DAY_OFF,
	};
	return kinds[sheet];
}

void *sheet_object(const struct sheet *sheet, const struct record *record)
{
	enum kind kind = sheet_kind(sheet->sheet);
	return kind == KIND_GATE ? record_gate_decision(record, sheet->index)
				 : record_at(record, kind, (size_t)sheet->index);
}

/* What is shown where the object itself says nothing: the library's words, the proposed charter. */

const struct planned_action *sheet_planned(struct app *app, const struct sheet *sheet)
{
	const struct plan *plan = app_plan(app);
	for (size_t i = 0; sheet->sheet == SHEET_ACTION && i < plan->action_count; i++)
		if (plan->actions[i].stored == sheet->index)
			return &plan->actions[i];
	return NULL;
}

static const char *planned_text(struct app *app, const struct sheet *sheet, const char *field)
{
	const struct planned_action *planned = sheet_planned(app, sheet);
	return !planned                       ? NULL
		: !strcmp(field, "title")     ? planned->title
		: !strcmp(field, "what")      ? planned->what
		: !strcmp(field, "done_when") ? planned->done_when
		: !strcmp(field, "resources") ? planned->resources
					      : NULL;
}

static const char *shown_text(struct pool *pool, struct app *app, const struct sheet *sheet,
	const struct field *field, const char *own)
{
	if (!str_blank(own))
		return own;
	if (sheet->sheet == SHEET_ACTION)
		return planned_text(app, sheet, field->name);
	for (int part = 0; sheet->sheet == SHEET_CHARTER && part < CHARTER_PARTS; part++)
		if (field->offset == offsetof(struct alliance, charter.text[part]))
			return charter_text(&app->record, pool, (enum charter_part)part);
	return NULL;
}

static int shown_number(
	struct app *app, const struct sheet *sheet, const struct field *field, int own)
{
	if (own != INT_NONE)
		return own;
	for (int level = 0; sheet->sheet == SHEET_CHARTER && level < CHARTER_LEVELS; level++)
		if (field->offset == offsetof(struct alliance, charter.hours[level]))
			return charter_hours[level];
	const struct planned_action *planned = sheet_planned(app, sheet);
	if (planned && !strcmp(field->name, "effort_days") && planned->effort_days)
		return planned->effort_days;
	return INT_NONE;
}

static const char *written(
	struct pool *pool, struct app *app, const struct sheet *sheet, const struct field *field)
{
	const void *object = sheet_object(sheet, &app->record);
	if (!object)
		return NULL;
	const char *own = bind_text(pool, field, object);
	if (field->type != FIELD_WHOLE)
		return field->type == FIELD_DATE ? own : shown_text(pool, app, sheet, field, own);
	int number = shown_number(app, sheet, field, bind_number(field, object));
	return number == INT_NONE ? NULL : pool_printf(pool, "%d", number);
}

/* Choices */

static void add_words(struct form_words *words, const struct field *field)
{
	for (int i = 0; i < field->words->count; i++)
		form_word(words, field->words->word[i], i);
	if (field->absent < 0)
		form_word(words, "none yet", -1);
}

static void add_objectives(struct form_words *words, const struct record *record)
{
	for (size_t i = 0; i < record->joint_objective_count; i++)
		form_word(words, record->joint_objectives[i].text, (int)i);
	form_word(words,
		record->joint_objective_count ? "none" : "none: W records joint objectives", -1);
}

/* Of a bank that is not this round's: the plan keeps it, whatever else may be chosen. */
int sheet_kpi_kept(const struct record *record)
{
	return (int)(record->instrument->kpi_count + record->kpi_count);
}

static int present_kpi(const struct record *record, const char *kpi)
{
	int own = plan_kpi_own(record, kpi),
	    at = kpi ? instrument_kpi(record->instrument, kpi) : -1;

	if (own >= 0)
		return (int)record->instrument->kpi_count + own;
	return kpi && at < 0 && plan_kpi_name(record, kpi) ? sheet_kpi_kept(record) : at;
}

/* The catalogue's by their index, the alliance's own behind them. */
static void add_kpis(struct form_words *words, const struct record *record, const char *kpi)
{
	int catalogue = (int)record->instrument->kpi_count;
	for (size_t i = 0; i < record->kpi_count; i++)
		form_word(words, record->kpis[i].name, catalogue + (int)i);
	for (int i = 0; i < catalogue; i++)
		form_word(words, record->instrument->kpis[i].name, i);
	if (present_kpi(record, kpi) == sheet_kpi_kept(record))
		form_word(words, plan_kpi_name(record, kpi), sheet_kpi_kept(record));
	form_word(words, "none", -1);
}

bool sheet_is_kpi(const struct sheet_row *row)
{
	return row->kind == ROW_FIELD && row->sheet == SHEET_ACTION && !strcmp(row->field, "kpi");
}

bool sheet_is_when(const struct sheet_row *row)
{
	return row->kind == ROW_FIELD && !strcmp(row->field, "active");
}

static void add_member_words(struct form_words *words, struct app *app, const struct sheet *sheet,
	const struct sheet_row *row, const struct field *field)
{
	const struct planned_action *planned = sheet_planned(app, sheet);
	if (sheet_is_kpi(row)) {
		add_kpis(words, &app->record, planned ? planned->kpi : NULL);
	} else if (sheet_is_when(row)) {
		form_word(words, "now", TRI_YES);
		form_word(words, "later, after the second gate", TRI_NO);
	} else if (field->type == FIELD_REF && field->ref == KIND_PARTY) {
		for (size_t i = 0; i < app->record.party_count; i++)
			form_word(words, app->record.parties[i].name, (int)i);
	} else if (field->type == FIELD_REF) {
		add_objectives(words, &app->record);
	} else if (field->type == FIELD_WORD) {
		add_words(words, field);
	} else if (field->type == FIELD_TRI) {
		form_word(words, "yes", TRI_YES);
		form_word(words, "no", TRI_NO);
	}
}

/* Which of the meanings holds now. */
static int present(struct app *app, const struct sheet *sheet, const struct sheet_row *row,
	const struct field *field)
{
	const void *object = sheet_object(sheet, &app->record);
	const struct planned_action *planned = sheet_planned(app, sheet);
	if (planned && sheet_is_kpi(row))
		return present_kpi(&app->record, planned->kpi);
	if (planned && sheet_is_when(row))
		return planned->active;
	if (planned && !strcmp(row->field, "quick_win"))
		return planned->quick_win;
	if (!object)
		return field->type == FIELD_WORD ? field->absent : TRI_NO;
	int value = bind_number(field, object);
	return field->type == FIELD_TRI && value == TRI_UNKNOWN ? TRI_NO : value;
}

/* Who owns it unless somebody is chosen: of an action somebody of its role. */
static const char *by_role(struct pool *pool, struct app *app, const struct sheet *sheet, int party)
{
	const struct planned_action *planned = sheet_planned(app, sheet);
	if (!planned || !planned->action)
		return "nobody yet";
	enum role role = party == record_ours(&app->record) ? planned->action->owner
							    : planned->action->partner_owner;
	int person = plan_find_owner(&app->record, party, role);
	return person < 0
		? words(pool, W_SHEET_BY_ROLE_NOBODY, hole_text("role", words_role((int)role)))
		: words(pool, W_SHEET_BY_ROLE,
			  hole_text("name",
				  app->record.people[person].name ? app->record.people[person].name
								  : words_role((int)role)));
}

static const char *person_word(struct pool *pool, const struct record *record, int index)
{
	const struct person *person = &record->people[index];
	struct hole name =
		hole_text("name", str_blank(person->name) ? words_plain(W_NO_NAME) : person->name);
	return record_interviewee(record, index)
		? words(pool, W_SHEET_PERSON, name, hole_text("role", words_role(person->role)))
		: words(pool, W_SHEET_OWNS, name);
}

static void add_people(
	struct form_words *choices, struct app *app, const struct sheet *sheet, int party)
{
	const struct record *record = &app->record;
	form_word(choices, by_role(choices->pool, app, sheet, party), -1);
	for (size_t i = 0; i < record->person_count; i++)
		if (record->people[i].party == party)
			form_word(choices, person_word(choices->pool, record, (int)i), (int)i);
}

enum kind sheet_owner_kind(const struct sheet *sheet)
{
	return sheet->sheet == SHEET_ACTION ? KIND_ACTION_OWNER : KIND_OBJECTIVE_OWNER;
}

struct owner *sheet_owner(const struct record *record, const struct sheet *sheet, int party)
{
	enum kind kind = sheet_owner_kind(sheet);
	for (size_t i = 0; i < record_count(record, kind); i++) {
		struct owner *owner = record_at(record, kind, i);
		if (owner->of == sheet->index && record->people[owner->person].party == party)
			return owner;
	}
	return NULL;
}

struct success *sheet_success(const struct record *record, int party)
{
	for (size_t i = 0; i < record->success_count; i++)
		if (record->successes[i].party == party)
			return &record->successes[i];
	return NULL;
}

static struct form_field *add_member(
	struct form *form, struct app *app, const struct sheet *sheet, const struct sheet_row *row)
{
	const struct field *field = bind_named(sheet_kind(row->sheet), row->field);
	struct form_words words = { .pool = &form->pool };
	struct form_field *added;
	if (bind_is_written(field) && !sheet_is_kpi(row)) {
		added = form_text(
			form, row->label, row->hint, written(&form->pool, app, sheet, field));
	} else {
		add_member_words(&words, app, sheet, row, field);
		added = form_choose(
			form, row->label, row->hint, &words, present(app, sheet, row, field));
	}
	added->member = field;
	return row->box ? form_box(added) : added;
}

static struct form_field *add_owner(struct form *form, struct app *app, const struct sheet *sheet,
	const struct sheet_row *row, int party)
{
	const struct record *record = &app->record;
	const struct owner *owner = sheet_owner(record, sheet, party);
	struct form_words people = { .pool = &form->pool };
	add_people(&people, app, sheet, party);
	struct form_field *field = form_choose(form,
		words(&form->pool, W_SHEET_OWNER, hole_text("party", record->parties[party].label)),
		row->hint, &people, owner ? owner->person : -1);
	field->takes_new = true;
	return field;
}

static struct form_field *add_success(
	struct form *form, const struct record *record, const struct sheet_row *row, int party)
{
	const struct success *success = sheet_success(record, party);
	return form_box(form_text(form,
		words(&form->pool, W_SHEET_SUCCESS,
			hole_text("party", record->parties[party].label)),
		row->hint, success ? success->text : NULL));
}

void sheet_add(struct form *form, struct app *app, const struct sheet *sheet,
	const struct sheet_row *row, int party)
{
	struct form_field *field = NULL;
	switch (row->kind) {
	case ROW_FIELD:
		field = add_member(form, app, sheet, row);
		break;
	case ROW_OWNER:
		field = add_owner(form, app, sheet, row, party);
		break;
	case ROW_SUCCESS:
		field = add_success(form, &app->record, row, party);
		break;
	}
	field->row = row;
	field->of = party;
	if (row->kind != ROW_FIELD)
		field->key = app->record.parties[party].object.key;
}
