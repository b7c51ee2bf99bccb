/* SPDX-License-Identifier: MIT */
/*
 * The plan as a calendar and as a table: read back by libical and libcsv, which know nothing of
 * how they were written.
 */
#include <rekindle/settings.h>
#include <rekindle/words.h>
#include "exchange_help.h"
#include "store_fixture.h"
#include <csv.h>
#include <libical/ical.h>
#include <rekindle/utf8.h>

Suite *plan_files_suite(void);

#define STAMP (INT64_C(1773619200000)) /* 2026-03-16T00:00Z */
#define EVENTS_MOST 200
#define EVENTS_LEFT_OUT 8

/* The alliance of one round with its plan stored. */
struct desk {
	struct store *store;
	int64_t key;
	struct record rec;
	struct diagnosis diagnosis;
	struct plan plan;
	struct str text;
};

static int day(const char *text)
{
	int day;
	ck_assert(date_parse(text, &day));
	return day;
}

static void load(struct desk *d)
{
	OK(store_load(d->store, d->key, &d->rec, &why));
	plan_read(&d->plan, &d->rec);
}

static void reload(struct desk *d)
{
	plan_release(&d->plan);
	record_release(&d->rec);
	load(d);
}

static void begin_draft(struct desk *d)
{
	struct exchange file;
	struct exchange_report report;
	char *text = file_text("tests/data/one-round.json");

	*d = (struct desk){ 0 };
	str_init(&d->text);
	OK(store_open(":memory:", STORE_CREATE, &d->store, &why));
	read_ok(text, &file);
	OK(exchange_import(d->store, &file, IMPORT_PLAINLY, &report, &why));
	d->key = report.assessment;
	exchange_report_release(&report);
	exchange_release(&file);
	free(text);
	OK(store_load(d->store, d->key, &d->rec, &why));
	diagnosis_compute(&d->diagnosis, &d->rec);
	plan_compute(&d->plan, &d->rec, &d->diagnosis, day("2026-11-23"));
}

static void keep(struct desk *d)
{
	plan_keep(&d->rec, &d->plan, words_proposals);
	OK(store_put_plan(d->store, &d->rec, "plan", &why));
	reload(d);
}

static void begin(struct desk *d)
{
	begin_draft(d);
	keep(d);
}

static void end(struct desk *d)
{
	plan_release(&d->plan);
	diagnosis_release(&d->diagnosis);
	record_release(&d->rec);
	str_release(&d->text);
	store_close(d->store);
}

/* The calendar as libical reads it */

struct vevent {
	char uid[64], summary[200], category[40];
	char *description;
	int start, sequence;
	icalproperty_status status;
	struct icalrecurrencetype rule;
	bool recurs;
	icaltimetype from;
	int left_out[EVENTS_LEFT_OUT]; /* days of the rule that are none */
	size_t left_out_count;
};

struct calendar {
	struct vevent event[EVENTS_MOST];
	size_t count;
};

static const char *text_of(icalcomponent *component, icalproperty_kind kind)
{
	icalproperty *property = icalcomponent_get_first_property(component, kind);
	ck_assert_ptr_nonnull(property);
	return icalvalue_get_text(icalproperty_get_value(property));
}

static void read_left_out(icalcomponent *component, struct vevent *event)
{
	for (icalproperty *at = icalcomponent_get_first_property(component, ICAL_EXDATE_PROPERTY);
		at; at = icalcomponent_get_next_property(component, ICAL_EXDATE_PROPERTY)) {
		icaltimetype day = icalproperty_get_exdate(at);

		ck_assert(day.is_date);
		ck_assert_uint_lt(event->left_out_count, EVENTS_LEFT_OUT);
		event->left_out[event->left_out_count++] = date_make(day.year, day.month, day.day);
	}
}

static void read_event(icalcomponent *component, struct vevent *event)
{
	icalproperty *rule = icalcomponent_get_first_property(component, ICAL_RRULE_PROPERTY);
	icalproperty *stamp = icalcomponent_get_first_property(component, ICAL_DTSTAMP_PROPERTY);
	icalproperty *words = icalcomponent_get_first_property(component, ICAL_CATEGORIES_PROPERTY);

	*event = (struct vevent){ .from = icalcomponent_get_dtstart(component),
		.sequence = icalcomponent_get_sequence(component),
		.status = icalcomponent_get_status(component),
		.recurs = rule != NULL };
	ck_assert(event->from.is_date);
	ck_assert_int_eq(icaltime_as_timet(icalproperty_get_dtstamp(stamp)), STAMP / 1000);
	event->start = date_make(event->from.year, event->from.month, event->from.day);
	snprintf(event->uid, sizeof(event->uid), "%s", icalcomponent_get_uid(component));
	snprintf(event->summary, sizeof(event->summary), "%s",
		text_of(component, ICAL_SUMMARY_PROPERTY));
	snprintf(
		event->category, sizeof(event->category), "%s", icalproperty_get_categories(words));
	if (icalcomponent_get_first_property(component, ICAL_DESCRIPTION_PROPERTY))
		event->description = mem_strdup(text_of(component, ICAL_DESCRIPTION_PROPERTY));
	if (rule)
		event->rule = icalproperty_get_rrule(rule);
	read_left_out(component, event);
}

static bool is_interview(icalcomponent *event)
{
	icalproperty *words = icalcomponent_get_first_property(event, ICAL_CATEGORIES_PROPERTY);

	return !strcmp(icalproperty_get_categories(words), "Interview");
}

/* The plan's part of it: interviews have tests of their own. */
static void read_calendar(struct desk *d, struct calendar *out)
{
	str_clear(&d->text);
	exchange_plan_ics(&d->text, d->store, &d->rec, &d->plan, EDITION_INTERNAL, STAMP);
	icalcomponent *root = icalparser_parse_string(d->text.text);
	ck_assert_ptr_nonnull(root);
	ck_assert_int_eq(icalcomponent_count_errors(root), 0);
	ck_assert_int_eq(icalcomponent_isa(root), ICAL_VCALENDAR_COMPONENT);
	ck_assert(icalrestriction_check(root));
	out->count = 0;
	for (icalcomponent *at = icalcomponent_get_first_component(root, ICAL_ANY_COMPONENT); at;
		at = icalcomponent_get_next_component(root, ICAL_ANY_COMPONENT)) {
		ck_assert_int_eq(icalcomponent_isa(at), ICAL_VEVENT_COMPONENT);
		ck_assert_uint_lt(out->count, EVENTS_MOST);
		if (!is_interview(at))
			read_event(at, &out->event[out->count++]);
	}
	icalcomponent_free(root);
}

static void drop_calendar(struct calendar *calendar)
{
	for (size_t i = 0; i < calendar->count; i++)
		free(calendar->event[i].description);
	calendar->count = 0;
}

/* How many of the events rose from one export to the next, which none may leave. */
static size_t count_raised(const struct calendar *before, const struct calendar *after)
{
	size_t raised = 0;

	ck_assert_uint_eq(before->count, after->count);
	for (size_t i = 0; i < before->count; i++) {
		ck_assert_str_eq(before->event[i].uid, after->event[i].uid);
		ck_assert_int_ge(after->event[i].sequence, before->event[i].sequence);
		raised += after->event[i].sequence > before->event[i].sequence;
	}
	return raised;
}

START_TEST(test_plan_files_calendar_has_every_action_gate_and_event)
{
	static struct calendar calendar;
	struct desk d;

	begin(&d);
	read_calendar(&d, &calendar);
	ck_assert_uint_gt(d.plan.active_count, 10);
	ck_assert_uint_eq(
		calendar.count, d.plan.active_count + d.plan.gate_count + d.plan.event_count);
	for (size_t i = 0; i < d.plan.active_count; i++) {
		const struct vevent *event = &calendar.event[i];
		const struct planned_action *planned = &d.plan.actions[i];

		ck_assert_str_eq(event->summary, planned->title);
		ck_assert_int_eq(event->start, planned->due);
		ck_assert_int_eq(event->status, ICAL_STATUS_CONFIRMED);
		ck_assert_str_eq(event->category, phase_name[step_phase(planned->step) - 1]);
		ck_assert_ptr_nonnull(strstr(event->description, planned->what));
		ck_assert_ptr_nonnull(strstr(event->description, planned->done_when));
		ck_assert_ptr_nonnull(strstr(event->description, "\nOwners: Phoenix "));
		ck_assert_ptr_nonnull(strstr(event->description, "\nStatus: open"));
		for (size_t k = 0; k < i; k++)
			ck_assert_str_ne(event->uid, calendar.event[k].uid);
	}
	for (size_t i = 0; i < d.plan.gate_count; i++) {
		const struct vevent *event = &calendar.event[d.plan.active_count + i];

		ck_assert_int_eq(event->start, d.plan.gates[i].day);
		ck_assert_ptr_nonnull(strstr(event->summary, gate_question(&d.plan.gates[i])));
		ck_assert_ptr_nonnull(strstr(event->description, gate_otherwise(&d.plan.gates[i])));
	}
	drop_calendar(&calendar);
	end(&d);
}
END_TEST

static bool is_left_out(const struct vevent *event, int day)
{
	for (size_t i = 0; i < event->left_out_count; i++)
		if (event->left_out[i] == day)
			return true;
	return false;
}

static void assert_occurrences(const struct vevent *event, const struct plan_event *planned)
{
	struct icalrecur_iterator_impl *walk = icalrecur_iterator_new(event->rule, event->from);
	int n = 0;

	for (icaltimetype at = icalrecur_iterator_next(walk); !icaltime_is_null_time(at);
		at = icalrecur_iterator_next(walk)) {
		int day = date_make(at.year, at.month, at.day);

		if (is_left_out(event, day))
			continue;
		ck_assert_int_lt(n, planned->count);
		ck_assert_int_eq(day, plan_event_rule(planned, n++));
	}
	ck_assert_int_eq(n, planned->count);
	icalrecur_iterator_free(walk);
}

START_TEST(test_plan_files_recurring_events_fall_on_the_days_of_the_plan)
{
	static struct calendar calendar;
	struct desk d;
	size_t recurring = 0;

	begin(&d);
	read_calendar(&d, &calendar);
	for (size_t i = 0; i < d.plan.event_count; i++) {
		const struct plan_event *planned = &d.plan.events[i];
		const struct vevent *event =
			&calendar.event[d.plan.active_count + d.plan.gate_count + i];

		ck_assert_str_eq(event->summary, event_title(planned));
		ck_assert_int_eq(event->start, planned->first);
		ck_assert_int_eq(event->recurs, planned->weeks && planned->count > 1);
		if (event->recurs)
			assert_occurrences(event, planned);
		recurring += event->recurs;
	}
	ck_assert_uint_ge(recurring, 3);
	drop_calendar(&calendar);
	end(&d);
}
END_TEST

/* A calendar says first that the plan runs past the contract. */
START_TEST(test_plan_files_calendar_tells_of_the_contract)
{
	struct desk d;

	begin(&d);
	for (int over = 0; over < 2; over++) {
		record_put_profile(&d.rec)->contract_ends = d.plan.end + (over ? -30 : 2000);
		plan_release(&d.plan);
		plan_read(&d.plan, &d.rec);
		str_clear(&d.text);
		exchange_plan_ics(&d.text, d.store, &d.rec, &d.plan, EDITION_INTERNAL, STAMP);
		ck_assert_int_eq(strstr(d.text.text, "The contract ends on ") != NULL, over);
	}
	ck_assert_ptr_nonnull(strstr(d.text.text,
		"X-WR-CALDESC:Internal edition\\, not for the partner. The contract ends on "));
	end(&d);
}
END_TEST

/* Three weeks off: the rule has a day more than the plan. */
START_TEST(test_plan_files_recurring_event_leaves_out_what_falls_out)
{
	static struct calendar calendar;
	struct desk d;
	size_t found = 0;

	begin(&d);
	const struct plan_event *group = &d.plan.events[0];
	int gone = plan_event_day(group, 2), all = group->count;
	struct day_off *off = record_add(&d.rec, KIND_DAY_OFF);
	off->from = gone - 3;
	off->to = plan_event_day(group, 3) - 1;
	plan_release(&d.plan);
	plan_read(&d.plan, &d.rec);
	group = &d.plan.events[0];
	ck_assert_int_eq(group->count, all - 1);
	read_calendar(&d, &calendar);
	for (size_t i = 0; i < calendar.count; i++) {
		const struct vevent *event = &calendar.event[i];

		if (!event->recurs || strcmp(event->summary, event_title(group)) != 0)
			continue;
		ck_assert(is_left_out(event, gone));
		assert_occurrences(event, group);
		found++;
	}
	ck_assert_uint_eq(found, 1);
	drop_calendar(&calendar);
	end(&d);
}
END_TEST

START_TEST(test_plan_files_sequence_rises_with_what_shows_and_never_falls)
{
	static struct calendar first, second;
	struct desk d;
	struct pool pool = { 0 };
	const char *what;

	begin(&d);
	read_calendar(&d, &first);
	read_calendar(&d, &second);
	ck_assert_uint_eq(count_raised(&first, &second), 0);
	for (size_t i = 0; i < first.count; i++)
		ck_assert_int_gt(first.event[i].sequence, 0);

	/* a note is shown nowhere */
	struct note *note = record_add(&d.rec, KIND_NOTE);
	note->text = "by the way";
	OK(store_put(d.store, &d.rec, KIND_NOTE, note, 0, &why));
	drop_calendar(&second);
	read_calendar(&d, &second);
	ck_assert_uint_eq(count_raised(&first, &second), 0);

	/* one action */
	struct plan_action *action = &d.rec.actions[d.plan.actions[2].stored];
	action->status = STATUS_DROPPED;
	OK(store_put(d.store, &d.rec, KIND_PLAN_ACTION, action, 0, &why));
	reload(&d);
	drop_calendar(&first);
	read_calendar(&d, &first);
	ck_assert_uint_eq(count_raised(&second, &first), 1);
	ck_assert_int_gt(first.event[2].sequence, second.event[2].sequence);
	ck_assert_int_eq(first.event[2].status, ICAL_STATUS_CANCELLED);

	/* taken back: another change, not the old number */
	OK(store_undo(d.store, d.key, &pool, &what, &why));
	ck_assert_ptr_nonnull(what);
	reload(&d);
	drop_calendar(&second);
	read_calendar(&d, &second);
	ck_assert_uint_eq(count_raised(&first, &second), 1);
	ck_assert_int_gt(second.event[2].sequence, first.event[2].sequence);
	ck_assert_int_eq(second.event[2].status, ICAL_STATUS_CONFIRMED);

	/* a gate decided: gates alone */
	struct gate_decision *gate = record_add(&d.rec, KIND_GATE);
	gate->number = 1;
	gate->outcome = OUTCOME_PASSED;
	OK(store_put(d.store, &d.rec, KIND_GATE, gate, 0, &why));
	reload(&d);
	drop_calendar(&first);
	read_calendar(&d, &first);
	ck_assert_uint_eq(count_raised(&second, &first), d.plan.gate_count);
	ck_assert_ptr_nonnull(
		strstr(first.event[d.plan.active_count].description, "Outcome: passed"));

	/* a name: every action, and after its deletion the number stays */
	struct person *person = &d.rec.people[d.plan.actions[0].owner[0]];
	person->name = "Somebody Else";
	OK(store_put(d.store, &d.rec, KIND_PERSON, person, 0, &why));
	reload(&d);
	drop_calendar(&second);
	read_calendar(&d, &second);
	ck_assert_uint_eq(count_raised(&first, &second), d.plan.active_count);
	drop_calendar(&first);
	drop_calendar(&second);
	pool_release(&pool);
	end(&d);
}
END_TEST

START_TEST(test_plan_files_sequence_outlives_a_deleted_owner)
{
	static struct calendar first, second;
	struct desk d;

	begin(&d);
	struct owner *owner = record_add(&d.rec, KIND_ACTION_OWNER);
	owner->of = 0;
	owner->person = 0;
	OK(store_put(d.store, &d.rec, KIND_ACTION_OWNER, owner, 0, &why));
	reload(&d);
	read_calendar(&d, &first);
	OK(store_delete(d.store, &d.rec, KIND_ACTION_OWNER, &d.rec.action_owners[0], &why));
	reload(&d);
	read_calendar(&d, &second);
	ck_assert_uint_eq(count_raised(&first, &second), d.plan.active_count);
	drop_calendar(&first);
	drop_calendar(&second);
	end(&d);
}
END_TEST

static void put_unscoped(struct desk *d, enum kind kind, void *object)
{
	OK(store_begin(d->store, 0, NULL, &why));
	OK(store_put(d->store, &d->rec, kind, object, 0, &why));
	OK(store_commit(d->store, &why));
	reload(d);
}

/* What no assessment can undo has no chain to walk back. */
START_TEST(test_plan_files_sequence_outlives_changes_without_scope)
{
	static struct calendar first, second;
	struct desk d;

	begin(&d);
	read_calendar(&d, &first);
	d.rec.people[0].name = "Somebody Else";
	put_unscoped(&d, KIND_PERSON, &d.rec.people[0]);
	read_calendar(&d, &second);
	ck_assert_uint_ge(count_raised(&first, &second), d.plan.active_count);
	struct note *note = record_add(&d.rec, KIND_NOTE);
	note->text = "by the way";
	put_unscoped(&d, KIND_NOTE, note);
	drop_calendar(&first);
	read_calendar(&d, &first);
	count_raised(&second, &first);
	drop_calendar(&first);
	drop_calendar(&second);
	end(&d);
}
END_TEST

START_TEST(test_plan_files_draft_is_tentative_under_the_same_ids)
{
	static struct calendar draft, stored;
	struct desk d;

	begin_draft(&d);
	read_calendar(&d, &draft);
	for (size_t i = 0; i < draft.count; i++) {
		ck_assert_int_eq(draft.event[i].sequence, 0);
		ck_assert_int_eq(draft.event[i].status, ICAL_STATUS_TENTATIVE);
	}
	keep(&d);
	read_calendar(&d, &stored);
	ck_assert_uint_eq(count_raised(&draft, &stored), draft.count);
	drop_calendar(&draft);
	drop_calendar(&stored);
	end(&d);
}
END_TEST

START_TEST(test_plan_files_action_put_off_is_cancelled)
{
	static struct calendar first, second;
	struct desk d;

	begin(&d);
	read_calendar(&d, &first);
	struct plan_action *action = &d.rec.actions[d.plan.actions[0].stored];
	int due = action->due;
	action->active = TRI_NO;
	action->moved = TRI_YES;
	OK(store_put(d.store, &d.rec, KIND_PLAN_ACTION, action, 0, &why));
	reload(&d);
	read_calendar(&d, &second);
	ck_assert_uint_eq(second.count, first.count);
	size_t cancelled = 0;
	for (size_t i = 0; i < second.count; i++) {
		if (second.event[i].status != ICAL_STATUS_CANCELLED)
			continue;
		cancelled++;
		ck_assert_str_eq(second.event[i].uid, first.event[0].uid);
		ck_assert_int_eq(second.event[i].start, due);
		ck_assert_int_gt(second.event[i].sequence, first.event[0].sequence);
	}
	ck_assert_uint_eq(cancelled, 1);
	ck_assert_ptr_nonnull(strstr(d.text.text, "\r\nSUMMARY:Cancelled: "));
	drop_calendar(&first);
	drop_calendar(&second);
	end(&d);
}
END_TEST

static void write_calendar(struct desk *d, enum edition edition, int reminders)
{
	struct settings wanted = *settings();

	wanted.reminders = reminders;
	settings_use(&wanted);
	str_clear(&d->text);
	exchange_plan_ics(&d->text, d->store, &d->rec, &d->plan, edition, STAMP);
	icalcomponent *root = icalparser_parse_string(d->text.text);
	ck_assert_ptr_nonnull(root);
	ck_assert_int_eq(icalcomponent_count_errors(root), 0);
	ck_assert(icalrestriction_check(root));
	icalcomponent_free(root);
	wanted.reminders = 0;
	settings_use(&wanted);
}

static size_t times(const char *text, const char *what)
{
	size_t count = 0;

	for (; (text = strstr(text, what)) != NULL; text++)
		count++;
	return count;
}

/* Neither of what is done or dropped, nor of gates and meetings. */
START_TEST(test_plan_files_calendar_reminds_of_open_actions)
{
	static const struct {
		int days;
		const char *trigger;
	} settled[] = { { 0, "TRIGGER" }, { 1, "TRIGGER:-PT15H\r\n" },
		{ 7, "TRIGGER:-P6DT15H\r\n" } };
	struct desk d;
	size_t open = 0;

	begin(&d);
	d.plan.actions[0].status = STATUS_DONE;
	d.plan.actions[1].status = STATUS_DROPPED;
	for (size_t i = 0; i < d.plan.active_count; i++)
		open += plan_is_open(&d.plan.actions[i]);
	ck_assert_uint_eq(open, d.plan.active_count - 2);
	write_calendar(&d, EDITION_JOINT, settled[_i].days);
	ck_assert_uint_eq(times(d.text.text, settled[_i].trigger), _i ? open : 0);
	ck_assert_uint_eq(times(d.text.text, "END:VALARM\r\nEND:VEVENT"), _i ? open : 0);
	end(&d);
}
END_TEST

/* What a hand has put on a Saturday, Christmas or a closure stands before it. */
START_TEST(test_plan_files_calendar_has_nothing_on_a_day_off)
{
	static const char *const days[] = { "2026-12-05", "2026-12-26", "2027-03-10" };
	static struct calendar calendar;
	struct desk d;
	char said[80];

	begin(&d);
	struct day_off *off = record_add(&d.rec, KIND_DAY_OFF);
	off->from = day("2027-03-08");
	off->to = day("2027-03-12");
	d.plan.actions[0].due = day(days[_i]);
	read_calendar(&d, &calendar);
	for (size_t i = 0; i < calendar.count; i++)
		ck_assert(calendar.event[i].recurs ||
			!plan_is_day_off(&d.rec, calendar.event[i].start));
	ck_assert_int_eq(calendar.event[0].start, plan_day_before(&d.rec, day(days[_i])));
	snprintf(said, sizeof(said), "which is a day off.\n%.20s", d.plan.actions[0].what);
	ck_assert_ptr_nonnull(strstr(calendar.event[0].description, said));
	drop_calendar(&calendar);
	end(&d);
}
END_TEST

/* Of those who are still to be heard, in the internal edition alone. */
START_TEST(test_plan_files_calendar_has_planned_interviews)
{
	struct desk d;
	size_t planned = 0;
	int last = -1;

	begin(&d);
	for (size_t i = 0; i < d.rec.person_count; i++) {
		bool heard = false;

		for (size_t r = 0; r < d.rec.respondent_count; r++)
			heard |= d.rec.respondents[r].person == (int)i;
		if (heard || !record_interviewee(&d.rec, (int)i))
			continue;
		d.rec.people[i].planned = planned ? "2026-12-02" : "2026-12-01T16:30";
		last = (int)i;
		planned++;
	}
	ck_assert_uint_gt(planned, 1);
	write_calendar(&d, EDITION_INTERNAL, 2);
	ck_assert_uint_eq(times(d.text.text, "SUMMARY:Interview: "), planned);
	ck_assert_uint_eq(times(d.text.text, "DTSTART:20261201T163000\r\nDURATION:PT1H\r\n"), 1);
	ck_assert_uint_eq(times(d.text.text, "TRIGGER:-P2D\r\n"), 1);
	ck_assert_uint_eq(
		times(d.text.text, "DTSTART;VALUE=DATE:20261202\r\nSUMMARY:"), planned - 1);
	write_calendar(&d, EDITION_JOINT, 2);
	ck_assert_uint_eq(times(d.text.text, "Interview"), 0);
	d.rec.people[last].planned = NULL;
	write_calendar(&d, EDITION_INTERNAL, 0);
	ck_assert_uint_eq(times(d.text.text, "SUMMARY:Interview: "), planned - 1);
	end(&d);
}
END_TEST

/* Texts that want to be more than text */

static const char *const hostile[] = {
	"plain",
	"",
	"a;b,c\\d\"e:f",
	"\nEND:VEVENT\nBEGIN:VALARM",
	"two\nlines\n",
	"\\n\\N\\;\\,\\\\",
	"\x1b[2J\x1b]0;title\x07",
	"\u202Eright to left\u2066",
	"\r\nDTSTART:19700101",
	"tab\there",
	"=1+1",
	("é漢字😀 long enough to be folded somewhere within a character: "
	 "éééééééééééééééééé漢字漢字漢字漢字漢字漢字"
	 "漢字漢字漢字漢字漢字漢字漢字漢字漢字😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀"),
	"\";\"\"'",
	"RRULE:FREQ=SECONDLY",
	"\u2028\xC2\x85.",
};
#define HOSTILE (sizeof(hostile) / sizeof(*hostile))

/* One of the user's own that says text wherever something can be said. */
static void say_everywhere(struct desk *d, const char *text)
{
	struct plan_action *action = record_add(&d->rec, KIND_PLAN_ACTION);

	action->step = 3;
	action->title = action->what = action->done_when = action->reason = action->note = text;
	action->resources = action->findings = text;
	action->active = TRI_YES;
	action->status = STATUS_BLOCKED;
	action->start = action->due = day("2026-12-01");
	OK(store_put(d->store, &d->rec, KIND_PLAN_ACTION, action, 0, &why));
	reload(d);
}

static void assert_lines(const struct str *text)
{
	const char *at = text->text;

	while (*at) {
		size_t n = strcspn(at, "\r\n");
		ck_assert_uint_le(n, 75);
		ck_assert(utf8_valid(at, n));
		ck_assert(at[n] == '\r' && at[n + 1] == '\n');
		for (size_t i = 0; i < n; i++)
			ck_assert((unsigned char)at[i] >= ' ' || at[i] == '\t');
		at += n + 2;
	}
}

START_TEST(test_plan_files_calendar_takes_hostile_texts_for_texts)
{
	static struct calendar calendar;
	struct desk d;
	struct str expected;

	begin(&d);
	str_init(&expected);
	d.rec.parties[0].label = "a;b\nBEGIN:VEVENT";
	OK(store_put(d.store, &d.rec, KIND_PARTY, &d.rec.parties[0], 0, &why));
	reload(&d);
	for (size_t i = 0; i < HOSTILE; i++) {
		say_everywhere(&d, hostile[i]);
		read_calendar(&d, &calendar);
		assert_lines(&d.text);
		ck_assert_uint_eq(calendar.count,
			d.plan.active_count + d.plan.gate_count + d.plan.event_count);
		const struct vevent *event = NULL;
		for (size_t k = 0; k < d.plan.active_count; k++)
			if (d.plan.actions[k].stored == (int)d.rec.action_count - 1)
				event = &calendar.event[k];
		ck_assert_ptr_nonnull(event);
		str_clear(&expected);
		const char *stored = utf8_settle(&d.rec.pool, hostile[i]);
		utf8_clean(&expected, *stored ? stored : "Action without a title", false, false);
		/* libical leaves out blanks around */
		while (expected.len && expected.text[expected.len - 1] == ' ')
			str_delete(&expected, expected.len - 1, 1);
		const char *shown = expected.text + strspn(expected.text, " ");
		ck_assert_msg(strncmp(event->summary, shown, sizeof(event->summary) - 1) == 0,
			"%s for %s", event->summary, shown);
		str_clear(&expected);
		utf8_clean(&expected, stored, true, false);
		ck_assert_ptr_nonnull(strstr(event->description, expected.text));
		drop_calendar(&calendar);
	}
	str_release(&expected);
	end(&d);
}
END_TEST

static char *megabyte(void)
{
	static const char *const bits[] = { "é", ",", "\\", "\n", "漢", "\"", "x" };
	struct str text;

	str_init(&text);
	for (size_t i = 0; text.len < 1 << 20; i++)
		str_add(&text, bits[i * i % 7]);
	return str_detach(&text);
}

START_TEST(test_plan_files_calendar_carries_a_megabyte)
{
	static struct calendar calendar;
	struct desk d;
	char *text = megabyte();

	begin(&d);
	say_everywhere(&d, text);
	read_calendar(&d, &calendar);
	assert_lines(&d.text);
	bool found = false;
	for (size_t i = 0; i < calendar.count; i++)
		found |= calendar.event[i].description &&
			strstr(calendar.event[i].description, text) != NULL;
	ck_assert(found);
	drop_calendar(&calendar);
	free(text);
	end(&d);
}
END_TEST

/* The table as libcsv reads it */

struct sheet {
	struct pool pool;
	const char **cell;
	size_t count, rows, columns, in_row;
};

static void take_cell(void *text, size_t n, void *to)
{
	struct sheet *sheet = to;

	ck_assert(utf8_valid(text, n));
	*POOL_APPEND(&sheet->pool, sheet->cell, sheet->count) = pool_strndup(&sheet->pool, text, n);
	sheet->in_row++;
}

static void take_row(int end_of_row, void *to)
{
	struct sheet *sheet = to;

	(void)end_of_row;
	if (!sheet->rows)
		sheet->columns = sheet->in_row;
	ck_assert_uint_eq(sheet->in_row, sheet->columns);
	sheet->in_row = 0;
	sheet->rows++;
}

static void read_sheet(const struct str *text, struct sheet *sheet)
{
	struct csv_parser parser;

	*sheet = (struct sheet){ 0 };
	ck_assert_int_eq(csv_init(&parser, CSV_STRICT | CSV_STRICT_FINI), 0);
	ck_assert_uint_eq(
		csv_parse(&parser, text->text, text->len, take_cell, take_row, sheet), text->len);
	ck_assert_int_eq(csv_fini(&parser, take_cell, take_row, sheet), 0);
	csv_free(&parser);
}

static const char *cell(const struct sheet *sheet, size_t row, const char *title)
{
	for (size_t c = 0; c < sheet->columns; c++)
		if (strcmp(sheet->cell[c], title) == 0)
			return sheet->cell[row * sheet->columns + c];
	ck_abort_msg("no column %s", title);
}

START_TEST(test_plan_files_table_has_every_action)
{
	static const char *const titles[] = { "id", "phase", "step", "title", "owner_Phoenix",
		"owner_GenTech", "start", "due", "status" };
	struct desk d;
	struct sheet sheet;
	char text[DATE_TEXT];

	begin(&d);
	exchange_plan_csv(&d.text, &d.rec, &d.plan, EDITION_INTERNAL);
	read_sheet(&d.text, &sheet);
	ck_assert_uint_eq(sheet.rows, d.plan.action_count + 1);
	for (size_t i = 0; i < sizeof(titles) / sizeof(*titles); i++)
		ck_assert_str_eq(sheet.cell[i], titles[i]);
	ck_assert_uint_gt(d.plan.action_count, d.plan.active_count);
	for (size_t i = 0; i < d.plan.action_count; i++) {
		const struct planned_action *planned = &d.plan.actions[i];

		ck_assert_str_eq(cell(&sheet, i + 1, "id"), planned->id);
		ck_assert_str_eq(cell(&sheet, i + 1, "title"), planned->title);
		ck_assert_str_eq(cell(&sheet, i + 1, "due"), date_iso(planned->due, text));
		ck_assert_str_eq(cell(&sheet, i + 1, "start"), date_iso(planned->start, text));
		ck_assert_int_eq(atoi(cell(&sheet, i + 1, "step")), planned->step);
		ck_assert_int_eq(atoi(cell(&sheet, i + 1, "phase")), step_phase(planned->step));
		ck_assert_str_eq(cell(&sheet, i + 1, "active"), planned->active ? "yes" : "no");
		ck_assert_str_eq(cell(&sheet, i + 1, "done_when"), planned->done_when);
		ck_assert_ptr_nonnull(
			strstr(cell(&sheet, i + 1, "findings"), planned->findings[0]));
	}
	for (const char *at = d.text.text; (at = strchr(at, '\n')); at++)
		ck_assert_int_eq(at[-1], '\r');
	pool_release(&sheet.pool);
	end(&d);
}
END_TEST

START_TEST(test_plan_files_table_takes_hostile_texts_for_texts)
{
	struct desk d;
	struct sheet sheet;
	struct str expected;

	begin(&d);
	str_init(&expected);
	for (size_t i = 0; i < HOSTILE; i++) {
		say_everywhere(&d, hostile[i]);
		str_clear(&d.text);
		exchange_plan_csv(&d.text, &d.rec, &d.plan, EDITION_INTERNAL);
		read_sheet(&d.text, &sheet);
		ck_assert_uint_eq(sheet.rows, d.plan.action_count + 1);
		size_t row = 0;
		for (size_t k = 0; k < d.plan.action_count; k++)
			if (d.plan.actions[k].stored == (int)d.rec.action_count - 1)
				row = k + 1;
		str_clear(&expected);
		str_add(&expected, hostile[i][0] == '=' ? "'" : "");
		utf8_clean(&expected, utf8_settle(&d.rec.pool, hostile[i]), true, false);
		ck_assert_str_eq(cell(&sheet, row, "title"), expected.text);
		ck_assert_str_eq(cell(&sheet, row, "note"), expected.text);
		pool_release(&sheet.pool);
	}
	str_release(&expected);
	end(&d);
}
END_TEST

static const struct {
	const char *text, *cell;
} formulas[] = {
	{ "=1+1", "'=1+1" },
	{ "+49 30 1", "'+49 30 1" },
	{ "-5", "'-5" },
	{ "@SUM(A1)", "'@SUM(A1)" },
	{ "\t=1", "'\t=1" },
	{ "\tx", "'\tx" },
	{ "\rx", "'\uFFFDx" },
	{ "  =1", "'  =1" },
	{ "\u00A0=1", "'\u00A0=1" },
	{ "\n=1", "'\n=1" },
	{ "\u3000\uFF1D1", "'\u3000\uFF1D1" },
	{ "\uFF1D1", "'\uFF1D1" },
	{ "\uFF0B1", "'\uFF0B1" },
	{ "\uFF0D1", "'\uFF0D1" },
	{ "\uFF20A", "'\uFF20A" },
	{ "\u200D=1", "'\u200D=1" },
	{ "\uFEFF=1", "'=1" },
	{ "\u00AD\u2060+1", "'+1" },
	{ "so\u00ADft", "soft" },
	{ "a=1", "a=1" },
	{ "5-3", "5-3" },
	{ "'=1", "'=1" },
	{ "", "" },
	{ "  ", "  " },
	{ "\"=1\"", "\"=1\"" },
	{ "a,b", "a,b" },
	{ "a\nb", "a\nb" },
	{ "a;=1", "a;=1" },
};

START_TEST(test_plan_files_formulas_are_guarded)
{
	struct str text;
	struct sheet sheet;
	struct csv csv = { .out = &text };

	str_init(&text);
	csv_text(&csv, formulas[_i].text);
	csv_whole(&csv, -5);
	csv_plain(&csv, "-0.25");
	csv_day(&csv, day("2026-03-16"));
	csv_day(&csv, DATE_NONE);
	csv_text(&csv, NULL);
	csv_end_row(&csv);
	read_sheet(&text, &sheet);
	ck_assert_uint_eq(sheet.rows, 1);
	ck_assert_uint_eq(sheet.columns, 6);
	ck_assert_str_eq(sheet.cell[0], formulas[_i].cell);
	ck_assert_ptr_nonnull(strstr(text.text, ",-5,-0.25,2026-03-16,,\r\n"));
	/* where a semicolon parts cells, it does not part one of ours */
	if (strchr(formulas[_i].text, ';'))
		ck_assert_int_eq(text.text[0], '"');
	pool_release(&sheet.pool);
	str_release(&text);
}
END_TEST

START_TEST(test_plan_files_table_carries_a_megabyte)
{
	struct str text;
	struct sheet sheet;
	struct csv csv = { .out = &text };
	char *long_one = megabyte();

	str_init(&text);
	csv_text(&csv, long_one);
	csv_end_row(&csv);
	read_sheet(&text, &sheet);
	ck_assert_uint_eq(sheet.rows, 1);
	ck_assert_str_eq(sheet.cell[0], long_one);
	pool_release(&sheet.pool);
	str_release(&text);
	free(long_one);
}
END_TEST

/* Owners are part of the plan: under their names in every edition, however they answered. */
START_TEST(test_plan_files_name_owners_in_every_edition)
{
	struct desk d;
	struct sheet sheet;

	begin(&d);
	int owner = d.plan.actions[0].owner[0];
	ck_assert_int_ge(owner, 0);
	for (size_t i = 0; i < d.rec.respondent_count; i++)
		if (d.rec.respondents[i].person == owner)
			d.rec.respondents[i].attribution = _i;
	for (int edition = 0; edition < EDITION_COUNT; edition++) {
		str_clear(&d.text);
		exchange_plan_csv(&d.text, &d.rec, &d.plan, (enum edition)edition);
		read_sheet(&d.text, &sheet);
		ck_assert_str_eq(cell(&sheet, 1, "owner_Phoenix"), d.rec.people[owner].name);
		ck_assert_str_eq(cell(&sheet, 1, "edition"), vocabulary_edition.word[edition]);
		pool_release(&sheet.pool);
		str_clear(&d.text);
		exchange_plan_ics(&d.text, d.store, &d.rec, &d.plan, (enum edition)edition, STAMP);
		ck_assert_ptr_nonnull(
			strstr(d.text.text, record_surname(d.rec.people[owner].name)));
	}
	end(&d);
}
END_TEST

/* Notes, and what says of a side that it holds back, are for one side's eyes. */
START_TEST(test_plan_files_joint_table_has_no_notes_and_accuses_nobody)
{
	static const char *const findings[] = { "knockout.reluctant.Phoenix", "aspect.type.terms",
		"special.unwilling_partner" };
	struct desk d;
	struct sheet sheet;

	begin(&d);
	d.plan.actions[0].note = "They stall.";
	d.plan.actions[0].findings = (const char **)findings;
	d.plan.actions[0].finding_count = 3;
	exchange_plan_csv(&d.text, &d.rec, &d.plan, EDITION_JOINT);
	read_sheet(&d.text, &sheet);
	ck_assert_str_eq(cell(&sheet, 1, "note"), "");
	ck_assert_str_eq(cell(&sheet, 1, "findings"), "aspect.type.terms");
	pool_release(&sheet.pool);
	str_clear(&d.text);
	exchange_plan_csv(&d.text, &d.rec, &d.plan, EDITION_INTERNAL);
	read_sheet(&d.text, &sheet);
	ck_assert_str_eq(cell(&sheet, 1, "note"), "They stall.");
	ck_assert_ptr_nonnull(strstr(cell(&sheet, 1, "findings"), "knockout.reluctant"));
	pool_release(&sheet.pool);
	end(&d);
}
END_TEST

Suite *plan_files_suite(void)
{
	Suite *suite = suite_create("plan_files");
	TCase *tests = tcase_create("plan files");

	tcase_set_timeout(tests, 60);
	tcase_add_test(tests, test_plan_files_calendar_has_every_action_gate_and_event);
	tcase_add_test(tests, test_plan_files_recurring_events_fall_on_the_days_of_the_plan);
	tcase_add_test(tests, test_plan_files_calendar_tells_of_the_contract);
	tcase_add_test(tests, test_plan_files_recurring_event_leaves_out_what_falls_out);
	tcase_add_test(tests, test_plan_files_sequence_rises_with_what_shows_and_never_falls);
	tcase_add_test(tests, test_plan_files_sequence_outlives_a_deleted_owner);
	tcase_add_test(tests, test_plan_files_sequence_outlives_changes_without_scope);
	tcase_add_test(tests, test_plan_files_draft_is_tentative_under_the_same_ids);
	tcase_add_test(tests, test_plan_files_action_put_off_is_cancelled);
	tcase_add_loop_test(tests, test_plan_files_calendar_reminds_of_open_actions, 0, 3);
	tcase_add_loop_test(tests, test_plan_files_calendar_has_nothing_on_a_day_off, 0, 3);
	tcase_add_test(tests, test_plan_files_calendar_has_planned_interviews);
	tcase_add_test(tests, test_plan_files_calendar_takes_hostile_texts_for_texts);
	tcase_add_test(tests, test_plan_files_calendar_carries_a_megabyte);
	tcase_add_test(tests, test_plan_files_table_has_every_action);
	tcase_add_test(tests, test_plan_files_table_takes_hostile_texts_for_texts);
	tcase_add_loop_test(tests, test_plan_files_formulas_are_guarded, 0,
		(int)(sizeof(formulas) / sizeof(*formulas)));
	tcase_add_test(tests, test_plan_files_table_carries_a_megabyte);
	tcase_add_loop_test(
		tests, test_plan_files_name_owners_in_every_edition, 0, ATTRIBUTION_COUNT);
	tcase_add_test(tests, test_plan_files_joint_table_has_no_notes_and_accuses_nobody);
	suite_add_tcase(suite, tests);
	return suite;
}
