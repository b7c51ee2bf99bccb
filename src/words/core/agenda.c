/* SPDX-License-Identifier: MIT */
/*
 * The agenda of a meeting in words, and what became of what was decided at one.
 */
#include <rekindle/words.h>

#include <string.h>

#include <rekindle/str.h>

/* Without the stop that follows in the sentence, and without blanks. */
static const char *clause(struct pool *pool, const char *text)
{
	size_t n = strlen(text);

	while (n && (text[n - 1] == ' ' || text[n - 1] == '.'))
		n--;
	return pool_strndup(pool, text, n);
}

const char *words_agenda_title(struct pool *pool, const struct agenda *agenda)
{
	return words(pool, W_AGENDA_OF, hole_text("body", vocabulary_body.word[agenda->body]),
		hole_text("day", words_day_in_full(pool, agenda->day)));
}

const char *words_agenda_part(struct pool *pool, const struct agenda *agenda, enum agenda_part part)
{
	struct hole until = hole_day("day", agenda->until, DAY_UNBROKEN);

	switch (part) {
	case AGENDA_DECIDE:
		return words_plain(W_AGENDA_PART_DECIDE);
	case AGENDA_ESCALATED:
		return words_plain(W_AGENDA_PART_ESCALATED);
	case AGENDA_BLOCKED:
		return words_plain(W_AGENDA_PART_BLOCKED);
	case AGENDA_LATE:
		return agenda->body == BODY_WORKING ? words_plain(W_AGENDA_PART_LATE)
						    : words(pool, W_AGENDA_PART_LATE_LONG,
							      hole_count("days", AGENDA_LATE_DAYS));
	case AGENDA_KPIS:
		return words_plain(W_AGENDA_PART_KPIS);
	case AGENDA_DUE:
		return words(pool, W_AGENDA_PART_DUE, until);
	case AGENDA_NOTED:
		return words_plain(W_AGENDA_PART_NOTED);
	case AGENDA_CLOSED:
		return words(
			pool, W_AGENDA_PART_CLOSED, hole_day("day", agenda->since, DAY_UNBROKEN));
	case AGENDA_DECIDED:
		return words(
			pool, W_AGENDA_PART_DECIDED, hole_day("day", agenda->since, DAY_UNBROKEN));
	case AGENDA_AHEAD:
		return words(pool, W_AGENDA_PART_AHEAD, until);
	case AGENDA_PARTS:
		break;
	}
	return "";
}

/* What a gate asks for */

static const char *gate_text(
	struct pool *pool, const struct plan *plan, const struct agenda_item *item)
{
	const struct gate *gate = &plan->gates[item->index];
	struct hole number = hole_count("number", gate->number);
	struct hole day = hole_day("day", gate->day, DAY_UNBROKEN);
	struct hole question = hole_text("question", gate_question(gate));

	if (item->part == AGENDA_DUE)
		return words(pool, W_AGENDA_GATE, number, day, question);
	return words(pool, W_DECIDE_FIRST_GATE, number, day, question,
		hole_text("otherwise", gate_otherwise(gate)));
}

static const char *exit_text(
	struct pool *pool, const struct plan *plan, const struct agenda_item *item)
{
	const struct gate *gate = &plan->gates[item->index];
	struct hole number = hole_count("number", gate->number);
	struct hole otherwise = hole_text("otherwise", gate_otherwise(gate));

	return gate->decided == DATE_NONE ? words(pool, W_DECIDE_EXIT, number, otherwise)
					  : words(pool, W_DECIDE_EXIT_ON, number, otherwise,
						    hole_day("day", gate->decided, DAY_UNBROKEN));
}

static const char *escalation_text(struct pool *pool, const struct escalation *escalation)
{
	struct hole what = hole_text("what", clause(pool, escalation->what));
	bool dated = escalation->opened != DATE_NONE, levelled = escalation->level != INT_NONE;

	if (dated && levelled)
		return words(pool, W_AGENDA_ESCALATION_BOTH, what,
			hole_day("day", escalation->opened, DAY_UNBROKEN),
			hole_count("level", escalation->level));
	if (dated)
		return words(pool, W_AGENDA_ESCALATION_SINCE, what,
			hole_day("day", escalation->opened, DAY_UNBROKEN));
	return levelled ? words(pool, W_AGENDA_ESCALATION_LEVEL, what,
				  hole_count("level", escalation->level))
			: words(pool, W_AGENDA_ESCALATION, what);
}

/* Actions */

/* Who is to answer, by side: owners are assigned people, whoever was heard. */
static const char *owner(struct pool *pool, const struct record *rec,
	const struct planned_action *planned, size_t party)
{
	const struct person *who =
		planned->owner[party] < 0 ? NULL : &rec->people[planned->owner[party]];

	if (!who)
		return words(pool, W_AGENDA_NOBODY, hole_text("party", rec->parties[party].label));
	return str_blank(who->name) ? words_role(who->role) : who->name;
}

static const char *owners(
	struct pool *pool, const struct record *rec, const struct planned_action *planned)
{
	struct texts list = { 0 };

	for (size_t p = 0; p < rec->party_count; p++)
		texts_add(pool, &list, owner(pool, rec, planned, p));
	return words_list(pool, &list);
}

static const char *blocked_text(struct pool *pool, const struct planned_action *planned,
	struct hole action, struct hole whom)
{
	return str_blank(planned->reason)
		? words(pool, W_AGENDA_ACTION_BLOCKED_UNKNOWN, action, whom)
		: words(pool, W_AGENDA_ACTION_BLOCKED, action, whom,
			  hole_text("reason", clause(pool, planned->reason)));
}

static const char *named(struct pool *pool, const struct planned_action *planned)
{
	return words(pool, W_AGENDA_ACTION, hole_count("number", planned->number),
		hole_text("title", planned->title));
}

static const char *action_text(struct pool *pool, const struct record *rec,
	const struct planned_action *planned, const struct agenda_item *item, int today)
{
	struct hole action = hole_text("action", named(pool, planned));
	struct hole whom = hole_text("owners", owners(pool, rec, planned));
	struct hole day = hole_day("day", item->day, DAY_UNBROKEN);

	if (item->part == AGENDA_CLOSED)
		return words(pool, W_AGENDA_ACTION_CLOSED, action, day,
			hole_text("status", words_status((int)planned->status)));
	if (item->part == AGENDA_BLOCKED)
		return blocked_text(pool, planned, action, whom);
	return item->part == AGENDA_LATE ? words(pool, W_AGENDA_ACTION_LATE, action, whom, day,
						   hole_count("days", today - planned->due))
					 : words(pool, W_AGENDA_ACTION_DUE, action, whom, day);
}

/* KPIs */

static const char *kpi_text(struct pool *pool, const struct record *rec, int kpi, int today)
{
	const struct kpi_list list = record_kpis_now(rec);
	const struct kpi *one = &list.kpis[kpi];
	int latest = kpi_latest(&list, kpi, today);

	struct hole name = hole_text("kpi", one->name ? one->name : "-");
	struct hole now = hole_text("now", pool_printf(pool, "%.10g", list.actuals[latest].value));
	struct hole target = hole_text("target", pool_printf(pool, "%.10g", one->target));
	struct hole score = hole_number("score", kpi_attainment(&list, kpi, today), 0);

	return str_blank(one->unit) ? words(pool, W_AGENDA_KPI, name, now, target, score)
				    : words(pool, W_AGENDA_KPI_IN, name, now, target, score,
					      hole_text("unit", one->unit));
}

/* Minutes */

static const char *action_became(struct pool *pool, const struct plan_action *action, int today)
{
	struct hole number = hole_count("number", action->number);
	struct hole status = hole_text("status", words_status(action->status));
	bool open = plan_action_open(action);
	int day = open ? action->due : action->closed;

	if (day == DATE_NONE)
		return words(pool, W_BECAME_UNDATED, number, status);
	if (!open)
		return words(
			pool, W_BECAME_CLOSED, number, status, hole_day("day", day, DAY_UNBROKEN));
	return day < today
		? words(pool, W_BECAME_LATE, number, status, hole_day("day", day, DAY_UNBROKEN))
		: words(pool, W_BECAME_DUE, number, status, hole_day("day", day, DAY_UNBROKEN));
}

const char *words_minute_became(
	struct pool *pool, const struct record *rec, const struct minute *minute, int today)
{
	if (minute->index < 0)
		return NULL;
	if (minute->filed == FILED_ACTION)
		return action_became(pool, &rec->actions[minute->index], today);
	if (minute->filed != FILED_OBJECTIVE ||
		rec->joint_objectives[minute->index].due == DATE_NONE)
		return NULL;
	return words(pool, W_BECAME_OBJECTIVE,
		hole_day("day", rec->joint_objectives[minute->index].due, DAY_UNBROKEN));
}

const char *words_minute(
	struct pool *pool, const struct record *rec, const struct minute *minute, int today)
{
	struct hole decision = hole_text("decision", clause(pool, minute->text));
	const char *became = words_minute_became(pool, rec, minute, today);

	return became ? words(pool, W_AGENDA_DECISION_BECAME, decision, hole_text("became", became))
		      : words(pool, W_AGENDA_DECISION, decision);
}

static const char *person_text(struct pool *pool, const struct record *rec, int index)
{
	const struct person *person = &rec->people[index];
	if (!str_blank(person->name))
		return person->name;
	return words(pool, W_RESPONDENT_UNNAMED, hole_text("role", words_role(person->role)),
		hole_text("party", rec->parties[person->party].label));
}

const char *words_filed(struct pool *pool, const struct record *rec, const struct minute *minute)
{
	if (minute->filed == FILED_NOWHERE)
		return NULL;
	if (minute->index < 0) /* the risks of the other rounds are not in the record */
		return words_plain(
			minute->filed == FILED_RISK ? W_FILED_RISK_ELSEWHERE : W_FILED_GONE);
	if (minute->filed == FILED_OBJECTIVE)
		return words(pool, W_FILED_OBJECTIVE,
			hole_text("text", rec->joint_objectives[minute->index].text));
	if (minute->filed == FILED_RISK)
		return words(pool, W_FILED_RISK, hole_text("text", rec->risks[minute->index].text));
	if (minute->filed == FILED_PERSON)
		return words(pool, W_FILED_PERSON,
			hole_text("name", person_text(pool, rec, minute->index)));
	const struct plan_action *action = &rec->actions[minute->index];
	return words(pool, W_FILED_ACTION, hole_count("number", action->number),
		hole_text("title", plan_action_title(rec->instrument, action)));
}

const char *words_note_filed(struct pool *pool, const struct record *rec, const struct note *note)
{
	const struct minute minute = note_minute(pool, rec, note);
	if (minute.filed != FILED_NOWHERE)
		return words_filed(pool, rec, &minute);
	return note_is_filed(note) ? note->filed : NULL;
}

const char *words_filed_line(struct pool *pool, const struct meeting *meeting, const char *text)
{
	return words(pool, W_FILED_LINE, hole_day("day", meeting_day(meeting), DAY_LONG),
		hole_text("body", meeting->body), hole_text("text", text));
}

/* That there is one, and to what: its words are for whoever wrote it to say. */
static const char *note_text(
	struct pool *pool, const struct record *rec, const struct agenda_item *item)
{
	struct hole place =
		hole_text("place", words_note_filed(pool, rec, &rec->notes[item->index]));
	return item->day == DATE_NONE
		? words(pool, W_AGENDA_NOTE, place)
		: words(pool, W_AGENDA_NOTE_OF, place, hole_day("day", item->day, DAY_UNBROKEN));
}

/* Of an action that the plan at hand leaves out nothing is told. */
static const char *decision_text(struct pool *pool, const struct record *rec,
	const struct plan *plan, const struct agenda *agenda, int at, int today)
{
	size_t count;
	struct minute minute = minutes_read(
		pool, rec, &rec->meetings[agenda->last], MINUTES_DECISIONS, &count)[at];

	if (plan && minute.filed == FILED_ACTION && !plan_has_stored(plan, minute.index))
		minute.index = -1;
	return words_minute(pool, rec, &minute, today);
}

const char *words_agenda_item(struct pool *pool, const struct record *rec, const struct plan *plan,
	const struct agenda *agenda, const struct agenda_item *item, int today)
{
	switch (item->kind) {
	case AGENDA_GATE:
		return gate_text(pool, plan, item);
	case AGENDA_EXIT:
		return exit_text(pool, plan, item);
	case AGENDA_NOTICE:
		return words(pool, W_AGENDA_NOTICE, hole_day("day", item->day, DAY_UNBROKEN));
	case AGENDA_ESCALATION:
		return escalation_text(pool, &rec->escalations[item->index]);
	case AGENDA_ACTION:
		return action_text(pool, rec, &plan->actions[item->index], item, today);
	case AGENDA_KPI:
		return kpi_text(pool, rec, item->index, today);
	case AGENDA_NOTE:
		return note_text(pool, rec, item);
	case AGENDA_DECISION:
		return decision_text(pool, rec, plan, agenda, item->index, today);
	case AGENDA_EVENT:
		return words(pool, W_AGENDA_EVENT,
			hole_text("event", event_title(&plan->events[item->index])),
			hole_day("day", item->day, DAY_UNBROKEN));
	case AGENDA_KINDS:
		break;
	}
	return "";
}
