/* SPDX-License-Identifier: MIT */
/*
 * Is everything that was recorded in the internal edition, and nothing in the joint one that must
 * not be? Every text of the record becomes a mark of its own, and each is looked for.
 */
#include "../core/texts.h"
#include <stdio.h>
#include <rekindle/report.h>
#include <rekindle/str.h>

Suite *ticked_off_suite(void);

#define COUNT(list) (sizeof(list) / sizeof(*(list)))

/* What stands behind a mark "zq17z". */
struct marks {
	struct text_place place[16384];
	int count;
};
static struct marks marks;

struct written {
	struct exchange exchange;
	struct record *rec;
	struct diagnosis diagnosis;
	struct plan plan;
	struct str text;
};

/* An id by which something else is known: of the catalogue, the library, the question bank. */
static const char *const ids[] = { "alliance.type", "alliance.ambitions", "action.library",
	"action.kpi", "action.retest", "action.requires", "action.findings" };

static const char *short_name(const struct text_place *place)
{
	static char name[96];

	snprintf(name, sizeof(name), "%s.%s", kind_info[place->kind].name, place->field->name);
	return name;
}

static bool is_listed(const char *const *list, size_t n, const char *name)
{
	for (size_t i = 0; i < n; i++)
		if (!strcmp(list[i], name))
			return true;
	return false;
}

static const char *mark(struct pool *pool, const struct text_place *place, void *data)
{
	(void)data;
	if (is_listed(ids, COUNT(ids), short_name(place)))
		return NULL;
	ck_assert_int_lt(marks.count, (int)COUNT(marks.place));
	marks.place[marks.count] = *place;
	return pool_printf(pool, "zq%dz", marks.count++);
}

static void begin(struct written *w)
{
	memset(w, 0, sizeof(*w));
	marks.count = 0;
	w->rec = texts_example(&w->exchange);
	texts_complete(w->rec);
	texts_replace(w->rec, mark, NULL);
	for (size_t i = 0; i < w->rec->actual_count; i++)
		w->rec->actuals[i].value = 70000 + (double)i;
	diagnosis_compute(&w->diagnosis, w->rec);
	plan_read(&w->plan, w->rec);
	str_init(&w->text);
}

static void end(struct written *w)
{
	plan_release(&w->plan);
	diagnosis_release(&w->diagnosis);
	exchange_release(&w->exchange);
	str_release(&w->text);
}

/* A page as a reader sees it: without tags, every run of blanks and line ends as one blank. */
static void flatten(struct str *out, const char *text, bool html)
{
	bool tag = false;

	for (; *text; text++) {
		bool blank = *text == ' ' || *text == '\n';

		tag = html && (tag ? text[-1] != '>' || *text == '<' : *text == '<');
		if (!strncmp(text, "&nbsp;", 6) || !strncmp(text, "\302\240", 2)) {
			text += *text == '&' ? 5 : 1;
			blank = true;
		}
		if (!tag && (!blank || (out->len && out->text[out->len - 1] != ' ')))
			str_addc(out, blank ? ' ' : *text);
	}
}

static void write_edition(struct written *w, enum edition edition, enum report_format format)
{
	struct report_input in = { .record = w->rec, .diagnosis = &w->diagnosis, .plan = &w->plan,
		.version = "0", .sections = REPORT_ALL, .edition = edition };
	struct str raw;

	str_init(&raw);
	str_clear(&w->text);
	report_write(&raw, &in, format, false);
	flatten(&w->text, raw.text, format == REPORT_HTML);
	str_release(&raw);
}

static bool has_mark(const struct written *w, int i)
{
	char text[24];

	snprintf(text, sizeof(text), "zq%dz", i);
	return strstr(w->text.text, text) != NULL;
}

static const enum report_format formats[] = { REPORT_TEXT, REPORT_HTML, REPORT_MARKDOWN,
	REPORT_JSON };

/* Is the person known under a respondent's own name, or not to be named? */
static bool was_heard(const struct record *rec, size_t person)
{
	for (size_t r = 0; r < rec->respondent_count; r++)
		if (rec->respondents[r].person == (int)person)
			return true;
	return false;
}

/* Given in confidence to a question that only some roles are asked. */
static bool tells_role(const struct written *w, const struct answer *answer)
{
	const struct item *item = &w->rec->instrument->items[answer->item];

	return w->rec->respondents[answer->respondent].attribution == ATTRIBUTION_CONFIDENTIAL
		&& item->roles != (1u << ROLE_COUNT) - 1;
}

/* Need this mark not be in the internal edition? Where it says nothing, or is told elsewhere. */
static bool excused(const struct written *w, const struct text_place *place)
{
	/* the plan as a section by itself and the screen of the plan tell them */
	static const char *const elsewhere[] = { "action.what", "action.resources", "person.planned" };
	const struct plan_action *action = record_at(w->rec, KIND_PLAN_ACTION, place->object);
	const char *name = short_name(place);

	if (!strcmp(name, "answer.reason"))
		return w->rec->answers[place->object].state != STATE_NOT_APPLICABLE
			|| tells_role(w, &w->rec->answers[place->object]);
	if (!strcmp(name, "respondent.name"))
		return w->rec->respondents[place->object].attribution != ATTRIBUTION_NAMED;
	if (!strcmp(name, "person.name"))
		return was_heard(w->rec, place->object);
	if (!strcmp(name, "action.reason"))
		return action->status != STATUS_BLOCKED && action->status != STATUS_DROPPED;
	if (!strcmp(name, "action.done_when"))
		return action->active != TRI_YES;
	return is_listed(elsewhere, COUNT(elsewhere), name);
}

START_TEST(test_ticked_off_internal_holds_every_text)
{
	struct written w;

	begin(&w);
	write_edition(&w, EDITION_INTERNAL, formats[_i]);
	for (int i = 0; i < marks.count; i++)
		ck_assert_msg(has_mark(&w, i) || excused(&w, &marks.place[i]), "lacks %s",
			text_place_name(&marks.place[i]));
	end(&w);
}
END_TEST

Suite *ticked_off_suite(void)
{
	Suite *suite = suite_create("ticked_off");
	TCase *cases = tcase_create("ticked_off");

	tcase_add_loop_test(cases, test_ticked_off_internal_holds_every_text, 0, COUNT(formats));
	suite_add_tcase(suite, cases);
	return suite;
}
