/* SPDX-License-Identifier: MIT */
/*
 * The plan as an iCalendar (RFC 5545): days, no times but those that interviews are planned for;
 * free of holidays and time zones. A calendar that takes it in a second time finds every event
 * again by its UID.
 */
#include "json/internal.h"

#include <inttypes.h>
#include <string.h>
#include <rekindle/agenda.h>
#include <rekindle/settings.h>
#include <rekindle/utf8.h>

#define LINE_OCTETS 75 /* without the line end; longer ones are folded */

#define BIT(kind) (UINT64_C(1) << (kind))
/* Whose changes may show in every action: names and roles of owners, who was heard, the track. */
#define SHOWN_IN_ACTIONS                                                                           \
	(BIT(KIND_PARTY) | BIT(KIND_PERSON) | BIT(KIND_RESPONDENT) | BIT(KIND_ANSWER) |            \
		BIT(KIND_ACTION_OWNER) | BIT(KIND_PLAN))
#define SHOWN_IN_EVENTS BIT(KIND_PLAN)
#define SHOWN_IN_GATES (BIT(KIND_PLAN) | BIT(KIND_GATE))
#define SHOWN_IN_AGENDA                                                                            \
	(SHOWN_IN_ACTIONS | SHOWN_IN_GATES | BIT(KIND_PLAN_ACTION) | BIT(KIND_MEETING) |           \
		BIT(KIND_ESCALATION) | BIT(KIND_KPI) | BIT(KIND_ACTUAL) | BIT(KIND_PROFILE))

struct calendar {
	struct str *out, line, text;
	struct store *store;
	const struct record *rec;
	const struct plan *plan;
	enum edition edition;
	char stamp[32];
	int64_t actions, gates, events; /* SEQUENCE; of actions: at least */
};

static size_t fold_at(const char *line, size_t n, size_t most)
{
	if (n <= most)
		return n;
	/* never inside a UTF-8 sequence */
	for (n = most; n > 1 && ((unsigned char)line[n] & 0xC0) == 0x80;)
		n--;
	return n;
}

static void end_line(struct calendar *c)
{
	const char *at = c->line.text;
	size_t left = c->line.len, n = fold_at(at, left, LINE_OCTETS);

	str_addn(c->out, at, n);
	while (at += n, left -= n, left) {
		n = fold_at(at, left, LINE_OCTETS - 1);
		str_add(c->out, "\r\n ");
		str_addn(c->out, at, n);
	}
	str_add(c->out, "\r\n");
	str_clear(&c->line);
}

static void put(struct calendar *c, const char *name, const char *value)
{
	str_addf(&c->line, "%s:", name);
	str_add(&c->line, value);
	end_line(c);
}

/* A text of the user or the library: nothing in it is syntax, nothing steers a terminal. */
static void put_text(struct calendar *c, const char *name, const char *text, bool lines)
{
	struct str clean;

	str_init(&clean);
	utf8_clean(&clean, text, lines, false);
	str_addf(&c->line, "%s:", name);
	for (const char *at = clean.text; *at;) {
		size_t n = strcspn(at, "\\;,\n");
		str_addn(&c->line, at, n);
		at += n;
		if (!*at)
			break;
		str_addc(&c->line, '\\');
		str_addc(&c->line, *at == '\n' ? 'n' : *at);
		at++;
	}
	end_line(c);
	str_release(&clean);
}

static void put_day(struct calendar *c, const char *name, int day)
{
	int year, month, mday;

	date_split(day, &year, &month, &mday);
	str_addf(&c->line, "%s;VALUE=DATE:%04d%02d%02d", name, year, month, mday);
	end_line(c);
}

static void set_stamp(struct calendar *c, int64_t ms)
{
	int64_t seconds = ms / 1000, of_day = seconds % 86400;
	int year, month, mday;

	date_split((int)(seconds / 86400), &year, &month, &mday);
	snprintf(c->stamp, sizeof(c->stamp), "%04d%02d%02dT%02d%02d%02dZ", year, month, mday,
		(int)(of_day / 3600), (int)(of_day / 60 % 60), (int)(of_day % 60));
}

/* A line of the description, when there is something to say. */
static void describe(struct str *text, const char *label, const char *words)
{
	if (str_blank(words))
		return;
	str_addf(text, "%s%s", text->len ? "\n" : "", label);
	str_add(text, words);
}

/* Up to when it is. UID and SEQUENCE are those of the object. */
static void begin_numbered(struct calendar *c, const struct uuid *id, int64_t sequence)
{
	char text[UUID_TEXT], number[24];

	put(c, "BEGIN", "VEVENT");
	str_addf(&c->line, "UID:%s@rekindle", uuid_text(id, text));
	end_line(c);
	put(c, "DTSTAMP", c->stamp);
	snprintf(number, sizeof(number), "%" PRId64, sequence);
	put(c, "SEQUENCE", number);
	str_clear(&c->text);
}

/* Up to what differs between events of the plan. */
static void begin_event(struct calendar *c, const struct uuid *id, int64_t sequence, int day)
{
	begin_numbered(c, id, c->plan->stored ? sequence : 0);
	put_day(c, "DTSTART", day);
	/* the day stays free for meetings */
	put(c, "TRANSP", "TRANSPARENT");
}

static const char *status_of(const struct calendar *c, bool cancelled)
{
	return cancelled ? "CANCELLED" : c->plan->stored ? "CONFIRMED" : "TENTATIVE";
}

#define MORNING 9 /* hour at which a day is reminded of */

/* So many days before, as the settings have it: of a day in the morning, of a time at that time. */
static void put_alarm(struct calendar *c, const char *title, bool timed)
{
	int days = settings()->reminders;

	if (!days)
		return;
	put(c, "BEGIN", "VALARM");
	put(c, "ACTION", "DISPLAY");
	put_text(c, "DESCRIPTION", title, false);
	if (timed)
		str_addf(&c->line, "TRIGGER:-P%dD", days);
	else if (days > 1)
		str_addf(&c->line, "TRIGGER:-P%dDT%dH", days - 1, 24 - MORNING);
	else
		str_addf(&c->line, "TRIGGER:-PT%dH", 24 - MORNING);
	end_line(c);
	put(c, "END", "VALARM");
}

/* Up to where an alarm may stand. */
static void put_rest(struct calendar *c, const char *category, const char *status)
{
	put(c, "STATUS", status);
	put_text(c, "CATEGORIES", category, false);
	if (c->text.len)
		put_text(c, "DESCRIPTION", c->text.text, true);
}

static void end_event(struct calendar *c, const char *category)
{
	put_rest(c, category, status_of(c, false));
	put(c, "END", "VEVENT");
}

/* The working day on which it stands; of a day off it is said when it is due. */
static int day_on(struct calendar *c, int day, struct pool *pool, const char **said)
{
	*said = NULL;
	if (!plan_is_day_off(c->rec, day))
		return day;
	*said = words(pool, W_CALENDAR_DAY_OFF, hole_day("day", day, DAY_LONG));
	return plan_day_before(c->rec, day);
}

/* The round that the plan came from: its events keep their ids in the rounds after it. */
static const struct uuid *origin(const struct calendar *c)
{
	const struct uuid *round = &record_plan(c->rec)->round;
	return c->plan->stored && !uuid_none(round) ? round : &c->rec->assessment.object.id;
}

static struct uuid derived(const struct calendar *c, const char *what, const char *id)
{
	struct str name;

	str_init(&name);
	str_addf(&name, "%s ", what);
	str_add(&name, id);
	struct uuid uuid = uuid_derive(origin(c), name.text);
	str_release(&name);
	return uuid;
}

/* Actions */

static void describe_owners(struct calendar *c, const struct planned_action *planned)
{
	struct str owners;

	str_init(&owners);
	for (size_t p = 0; p < c->rec->party_count; p++) {
		const char *name = plan_owner_text(c->rec, planned, p);
		str_add(&owners, p ? "; " : "");
		str_add(&owners, c->rec->parties[p].label);
		str_addc(&owners, ' ');
		str_add(&owners, name ? name : "open");
	}
	describe(&c->text, "Owners: ", owners.text);
	str_release(&owners);
}

static void describe_gate(struct calendar *c, int number)
{
	char said[64];

	snprintf(said, sizeof(said), "Starts when gate %d is passed.", number);
	describe(&c->text, "", said);
}

static void describe_action(struct calendar *c, const struct planned_action *planned)
{
	describe(&c->text, "", planned->what);
	describe(&c->text, "Done when: ", planned->done_when);
	describe_owners(c, planned);
	describe(&c->text, "Status: ", vocabulary_status.word[planned->status]);
	describe(&c->text, "Reason: ", planned->reason);
	if (planned->gated)
		describe_gate(c, planned->gate);
	if (planned->stale)
		describe(&c->text, "", "The diagnosis no longer calls for it.");
}

/* Its due date; of one that was put off, the one it had, so that calendars can take it out. */
static int day_of(const struct calendar *c, const struct planned_action *planned)
{
	return planned->active || planned->stored < 0 ? planned->due
						      : c->rec->actions[planned->stored].due;
}

static struct uuid action_id(const struct calendar *c, const struct planned_action *planned)
{
	/* the id that a draft's action gets when it is kept */
	return planned->stored < 0 ? plan_action_uuid(&c->rec->alliance.object.id, planned->id)
				   : c->rec->actions[planned->stored].object.id;
}

static int64_t action_sequence(const struct calendar *c, const struct planned_action *planned)
{
	if (planned->stored < 0)
		return 0;
	int64_t own = store_object_change(
		c->store, KIND_PLAN_ACTION, c->rec->actions[planned->stored].object.key);
	return own > c->actions ? own : c->actions;
}

static const char *action_title(
	struct pool *pool, const struct planned_action *planned, bool cancelled)
{
	/* a property without a value is malformed */
	const char *title = str_blank(planned->title) ? "Action without a title" : planned->title;

	return cancelled ? words(pool, W_CALENDAR_CANCELLED, hole_text("title", title)) : title;
}

static void put_action_on(
	struct calendar *c, const struct planned_action *planned, int due, struct pool *pool)
{
	struct uuid id = action_id(c, planned);
	bool cancelled = !planned->active || planned->status == STATUS_DROPPED;
	const char *title = action_title(pool, planned, cancelled), *off;

	begin_event(c, &id, action_sequence(c, planned), day_on(c, due, pool, &off));
	put_text(c, "SUMMARY", title, false);
	describe(&c->text, "", off);
	describe_action(c, planned);
	put_rest(c, phase_name[step_phase(planned->step) - 1], status_of(c, cancelled));
	if (!cancelled && plan_is_open(planned))
		put_alarm(c, title, false);
	put(c, "END", "VEVENT");
}

static void put_action(struct calendar *c, const struct planned_action *planned)
{
	struct pool pool = { 0 };
	int due = day_of(c, planned);

	if (due != DATE_NONE)
		put_action_on(c, planned, due, &pool);
	pool_release(&pool);
}

/* Gates */

static void put_gate(struct calendar *c, const struct gate *gate)
{
	struct pool pool = { 0 };
	const char *off;
	char number[16];

	snprintf(number, sizeof(number), "%d", gate->number);
	struct uuid id = derived(c, "gate", number);

	begin_event(c, &id, c->gates, day_on(c, gate->day, &pool, &off));
	str_addf(&c->text, "%s: %s", gate_title(gate), gate_question(gate));
	put_text(c, "SUMMARY", c->text.text, false);
	str_clear(&c->text);
	describe(&c->text, "", off);
	describe(&c->text, "Passed when: ", gate_passed_when(gate));
	describe(&c->text, "Otherwise: ", gate_otherwise(gate));
	if (gate->outcome >= 0)
		describe(&c->text, "Outcome: ", vocabulary_outcome.word[gate->outcome]);
	end_event(c, "Gate");
	pool_release(&pool);
}

/* Recurring events */

/* An occurrence that gives way to days off: of the day that the rule has for it. */
static void put_exception(
	struct calendar *c, const struct uuid *id, const struct plan_event *event, int i)
{
	begin_event(c, id, c->events, plan_event_day(event, i));
	put_day(c, "RECURRENCE-ID", plan_event_rule(event, i));
	put_text(c, "SUMMARY", event_title(event), false);
	end_event(c, phase_name[PLAN_PHASES - 1]);
}

/* Which occurrence it is by the rule alone, from 0. */
static int place_by_rule(const struct plan_event *event, int i)
{
	return (plan_event_rule(event, i) - plan_event_rule(event, 0)) / (7 * event->weeks);
}

/* The rule, and the days of it that are left out. */
static void put_rule(struct calendar *c, const struct plan_event *event)
{
	int from = plan_event_rule(event, 0), next = 0;

	str_addf(&c->line, "RRULE:FREQ=WEEKLY;INTERVAL=%d;COUNT=%d", event->weeks,
		place_by_rule(event, event->count - 1) + 1);
	end_line(c);
	for (int i = 0; i < event->count; i++, next++)
		for (; next < place_by_rule(event, i); next++)
			put_day(c, "EXDATE", from + 7 * event->weeks * next);
}

static void put_event(struct calendar *c, const struct plan_event *event)
{
	struct uuid id = derived(c, "event", event->id);

	bool recurs = event->weeks && event->count > 1;

	begin_event(c, &id, c->events, recurs ? plan_event_rule(event, 0) : event->first);
	if (recurs)
		put_rule(c, event);
	put_text(c, "SUMMARY", event_title(event), false);
	end_event(c, phase_name[PLAN_PHASES - 1]);
	for (int i = 0; recurs && i < event->count; i++)
		if (plan_event_day(event, i) != plan_event_rule(event, i))
			put_exception(c, &id, event, i);
}

/* Planned interviews: of those who are still to be heard, and for who interviews them alone */

static bool is_heard(const struct record *rec, int person)
{
	for (size_t i = 0; i < rec->respondent_count; i++)
		if (rec->respondents[i].person == person && record_has_data(rec, (int)i))
			return true;
	return false;
}

/* "2026-10-15T16:00" as 20261015T160000, in the time of whoever reads it, for an hour. */
static void put_moment(struct calendar *c, int day, const char *time)
{
	int year, month, mday;

	date_split(day, &year, &month, &mday);
	str_addf(&c->line, "DTSTART:%04d%02d%02dT%.2s%.2s00", year, month, mday, time, time + 3);
	end_line(c);
	put(c, "DURATION", "PT1H");
}

static const char *interview_title(
	struct calendar *c, const struct person *person, struct pool *pool)
{
	const char *role =
		words(pool, W_CALENDAR_INTERVIEW_OF, hole_text("role", words_role(person->role)),
			hole_text("party", c->rec->parties[person->party].label));

	describe(&c->text, "", role);
	return words(pool, W_CALENDAR_INTERVIEW,
		hole_text("person",
			str_blank(person->name) ? words_role(person->role) : person->name));
}

static void put_interview(
	struct calendar *c, const struct person *person, int day, struct pool *pool)
{
	const char *time = strchr(person->planned, 'T');
	char own[UUID_TEXT];
	struct uuid id = derived(c, "interview", uuid_text(&person->object.id, own));
	int64_t change =
		c->store ? store_object_change(c->store, KIND_PERSON, person->object.key) : 0;

	begin_numbered(c, &id, change);
	if (time && strlen(time) == strlen("T16:00"))
		put_moment(c, day, time + 1);
	else
		put_day(c, "DTSTART", day);
	const char *title = interview_title(c, person, pool);
	put_text(c, "SUMMARY", title, false);
	put_rest(c, "Interview", "CONFIRMED");
	put_alarm(c, title, time != NULL);
	put(c, "END", "VEVENT");
}

static void put_interviews(struct calendar *c)
{
	struct pool pool = { 0 };
	int day;

	for (size_t i = 0; i < c->rec->person_count && c->edition == EDITION_INTERNAL; i++) {
		const struct person *person = &c->rec->people[i];

		if (person->planned && record_interviewee(c->rec, (int)i) &&
			!is_heard(c->rec, (int)i) &&
			date_read_moment(person->planned, &day) == DATE_READ)
			put_interview(c, person, day, &pool);
	}
	pool_release(&pool);
}

static void set_sequences(struct calendar *c)
{
	int64_t alliance = c->rec->alliance.object.key;
	/* a plan without a start of its own starts with its first action */
	uint64_t start = record_plan(c->rec)->start == DATE_NONE ? BIT(KIND_PLAN_ACTION) : 0;

	if (!c->plan->stored)
		return;
	c->actions = store_kinds_change(c->store, alliance, SHOWN_IN_ACTIONS);
	c->gates = store_kinds_change(c->store, alliance, SHOWN_IN_GATES | start);
	c->events = store_kinds_change(c->store, alliance, SHOWN_IN_EVENTS | start);
}

/* For whom it is, and what goes before everything else of the plan; as calendars have long read it,
 * and as RFC 7986 has it. */
static void put_about(struct calendar *c)
{
	static const enum sentence of[EDITION_COUNT] = {
		[EDITION_INTERNAL] = W_CALENDAR_INTERNAL,
		[EDITION_JOINT] = W_CALENDAR_JOINT,
	};
	struct pool pool = { 0 };
	struct texts said = { 0 };

	texts_add(&pool, &said,
		words(&pool, of[c->edition], hole_count("n", (int)c->rec->party_count - 1)));
	for (size_t i = 0; i < c->plan->warning_count; i++)
		if (plan_warns_first(&c->plan->warnings[i]))
			texts_add(&pool, &said,
				words_warning(&pool, c->rec, c->plan, &c->plan->warnings[i]));
	const char *text = words_sentences(&pool, &said);
	put_text(c, "X-WR-CALDESC", text, false);
	put_text(c, "DESCRIPTION", text, false);
	pool_release(&pool);
}

static void put_head(struct calendar *c)
{
	put(c, "BEGIN", "VCALENDAR");
	put(c, "VERSION", "2.0");
	put(c, "PRODID", "-//rekindle//revival plan//EN");
	put(c, "CALSCALE", "GREGORIAN");
	str_set(&c->text, "Revival plan: ");
	str_add(&c->text, c->rec->alliance.name);
	put_text(c, "X-WR-CALNAME", c->text.text, false);
	put_about(c);
}

static void begin_calendar(struct calendar *c, int64_t stamp_ms)
{
	str_init(&c->line);
	str_init(&c->text);
	set_stamp(c, stamp_ms);
	set_sequences(c);
	put_head(c);
}

static void end_calendar(struct calendar *c)
{
	put(c, "END", "VCALENDAR");
	str_release(&c->line);
	str_release(&c->text);
}

void exchange_plan_ics(struct str *out, struct store *store, const struct record *rec,
	const struct plan *plan, enum edition edition, int64_t stamp_ms)
{
	struct calendar c = {
		.out = out, .store = store, .rec = rec, .plan = plan, .edition = edition
	};

	begin_calendar(&c, stamp_ms);
	for (size_t i = 0; i < plan->action_count; i++)
		put_action(&c, &plan->actions[i]);
	for (size_t i = 0; i < plan->gate_count; i++)
		put_gate(&c, &plan->gates[i]);
	for (size_t i = 0; i < plan->event_count; i++)
		put_event(&c, &plan->events[i]);
	put_interviews(&c);
	end_calendar(&c);
}

/* A meeting with its agenda */

/* The meeting that the plan has on that day, as one of its series; of another day one of its own.
 */
static void begin_meeting(struct calendar *c, const struct agenda *agenda, int64_t sequence)
{
	int at = agenda_event(c->plan, agenda->body);
	const struct plan_event *event = at < 0 ? NULL : &c->plan->events[at];
	int i = event ? agenda_occurrence(event, agenda->day) : -1;
	char iso[DATE_TEXT];
	struct uuid id = i < 0
		? derived(c, vocabulary_body.word[agenda->body], date_iso(agenda->day, iso))
		: derived(c, "event", event->id);

	begin_event(c, &id, sequence, agenda->day);
	if (i >= 0 && event->weeks && event->count > 1)
		put_day(c, "RECURRENCE-ID", plan_event_rule(event, i));
}

static void describe_agenda(struct calendar *c, const struct agenda *agenda, int today)
{
	struct pool pool = { 0 };
	int part = -1;

	for (size_t i = 0; i < agenda->count; i++) {
		const struct agenda_item *item = &agenda->items[i];
		if ((int)item->part != part)
			describe(&c->text, "", words_agenda_part(&pool, agenda, item->part));
		part = (int)item->part;
		describe(&c->text, "- ",
			words_agenda_item(&pool, c->rec, c->plan, agenda, item, today));
	}
	if (!agenda->count)
		describe(&c->text, "", words_plain(W_AGENDA_NOTHING));
	pool_release(&pool);
}

void exchange_agenda_ics(struct str *out, struct store *store, const struct record *rec,
	const struct plan *plan, const struct agenda *agenda, int today, int64_t stamp_ms)
{
	static const enum sentence titles[BODY_COUNT] = {
		[BODY_STEERING] = W_EVENT_STEERING,
		[BODY_WORKING] = W_EVENT_WORKING_GROUP,
	};
	struct calendar c = {
		.out = out, .store = store, .rec = rec, .plan = plan, .edition = EDITION_JOINT
	};

	begin_calendar(&c, stamp_ms);
	begin_meeting(
		&c, agenda, store_kinds_change(store, rec->alliance.object.key, SHOWN_IN_AGENDA));
	put_text(&c, "SUMMARY", words_plain(titles[agenda->body]), false);
	describe_agenda(&c, agenda, today);
	end_event(&c, phase_name[PLAN_PHASES - 1]);
	end_calendar(&c);
}
