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
	struct report_input in = { .record = w->rec,
		.diagnosis = &w->diagnosis,
		.plan = &w->plan,
		.version = "0",
		.sections = REPORT_ALL,
		.edition = edition };
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

static bool any_confidential(const struct record *rec)
{
	for (size_t r = 0; r < rec->respondent_count; r++)
		if (rec->respondents[r].attribution == ATTRIBUTION_CONFIDENTIAL)
			return true;
	return false;
}

/* What a confidential respondent wrote, and notes, which may be theirs: no edition prints it. */
static bool is_confided(const struct written *w, const struct text_place *place)
{
	if (place->kind == KIND_NOTE)
		return any_confidential(w->rec);
	if (place->kind != KIND_ANSWER)
		return false;
	int by = w->rec->answers[place->object].respondent;

	return w->rec->respondents[by].attribution == ATTRIBUTION_CONFIDENTIAL;
}

/* Given in confidence to a question that only some roles are asked. */
static bool tells_role(const struct written *w, const struct answer *answer)
{
	const struct item *item = &w->rec->instrument->items[answer->item];

	return w->rec->respondents[answer->respondent].attribution == ATTRIBUTION_CONFIDENTIAL &&
		item->roles != (1u << ROLE_COUNT) - 1;
}

/* What no report tells of: it is kept, and exported. */
static bool is_only_kept(enum kind kind)
{
	return kind == KIND_MEETING || kind == KIND_ESCALATION || kind == KIND_DAY_OFF ||
		kind == KIND_EVENT || kind == KIND_RELEASE || kind == KIND_RELEASE_RATING;
}

/* Need this mark not be in the internal edition? Where it says nothing, or is told elsewhere. */
static bool excused(const struct written *w, const struct text_place *place)
{
	/* the plan as a section by itself and the screen of the plan tell them */
	static const char *const elsewhere[] = { "action.what", "action.resources",
		"person.planned" };
	const struct plan_action *action = record_at(w->rec, KIND_PLAN_ACTION, place->object);
	const char *name = short_name(place);

	if (is_only_kept(place->kind))
		return true;
	if (!strcmp(name, "answer.reason"))
		return w->rec->answers[place->object].state != STATE_NOT_APPLICABLE;
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
	int confided = 0;

	begin(&w);
	write_edition(&w, EDITION_INTERNAL, formats[_i]);
	for (int i = 0; i < marks.count; i++) {
		const char *name = text_place_name(&marks.place[i]);

		if (is_confided(&w, &marks.place[i])) {
			confided++;
			ck_assert_msg(!has_mark(&w, i), "prints the confided %s", name);
			continue;
		}
		ck_assert_msg(has_mark(&w, i) || excused(&w, &marks.place[i]), "lacks %s", name);
	}
	ck_assert_int_gt(confided, 0);
	end(&w);
}
END_TEST

/* What stands between the heading of an item in the appendix and the next blank heading. */
static const char *item_text(const struct written *w, const struct item *item)
{
	static char text[32768];
	char head[128];
	const char *end, *at;

	snprintf(head, sizeof(head), "%s (1 ", item->id);
	at = strstr(w->text.text, head);
	ck_assert_msg(at != NULL, "%s is not in the appendix", item->id);
	for (end = at + strlen(head); *end; end++)
		if (!strncmp(end, " (1 ", 4))
			break;
	snprintf(text, sizeof(text), "%.*s", (int)(end - at), at);
	return text;
}

/* How the appendix names who gave it: by surname, the name being a mark; else by role. */
static const char *tag_of(const struct respondent *who)
{
	return who->attribution == ATTRIBUTION_NAMED ? who->name : vocabulary_role.word[who->role];
}

START_TEST(test_ticked_off_internal_holds_every_rating_and_flag)
{
	struct written w;
	int given = 0, flags = 0, hidden = 0;

	begin(&w);
	write_edition(&w, EDITION_INTERNAL, _i ? REPORT_HTML : REPORT_TEXT);
	for (size_t i = 0; i < w.rec->answer_count; i++) {
		const struct answer *answer = &w.rec->answers[i];
		const struct respondent *who = &w.rec->respondents[answer->respondent];
		const struct item *item = &w.rec->instrument->items[answer->item];
		bool confidential = who->attribution == ATTRIBUTION_CONFIDENTIAL;
		char said[128];

		flags += answer->flag == TRI_YES;
		if (item->kind != ITEM_RATED || answer->state != STATE_ANSWERED)
			continue;
		hidden += tells_role(&w, answer);
		if (tells_role(&w, answer))
			continue;
		snprintf(said, sizeof(said), confidential ? "%s: %.0f" : "%s %.0f",
			confidential ? "respondent 10" : tag_of(who), answer->value.number);
		ck_assert_msg(strstr(item_text(&w, item), said) != NULL, "lacks \"%s\" in %s", said,
			item_text(&w, item));
		given++;
	}
	ck_assert_int_gt(given, 320);
	ck_assert_int_gt(hidden, 0);
	ck_assert_int_gt(flags, 3);
	char words[64];
	snprintf(words, sizeof(words), "%d answers flagged for follow-up", flags);
	ck_assert_msg(strstr(w.text.text, words) != NULL, "lacks %s", words);
	for (size_t i = 0; i < w.rec->actual_count; i++) {
		snprintf(words, sizeof(words), "%zu", 70000 + i);
		ck_assert_msg(strstr(w.text.text, words) != NULL, "lacks reading %s", words);
	}
	for (size_t i = 0; i < w.rec->route_count; i++)
		for (int v = 0; v < ROUTE_VALUES; v++) {
			static const char *const names[] = { "own resources", "tradability",
				"closeness", "integration" };
			snprintf(
				words, sizeof(words), "%s %d", names[v], w.rec->routes[i].value[v]);
			ck_assert_msg(strstr(w.text.text, words) != NULL, "lacks %s", words);
		}
	end(&w);
}
END_TEST

/* Whom the plan names as an owner, all sides may know. */
static bool owns(const struct written *w, int person)
{
	for (size_t i = 0; i < w->plan.action_count; i++)
		for (int p = 0; p < PARTIES_MAX; p++)
			if (w->plan.actions[i].owner[p] == person)
				return true;
	for (size_t i = 0; i < w->rec->objective_owner_count; i++)
		if (w->rec->objective_owners[i].person == person)
			return true;
	return false;
}

/* May this stand in the joint edition? */
static bool joint_may_hold(const struct written *w, const struct text_place *place)
{
	/* what the companies share or agreed on, and what is planned */
	static const char *const shared[] = { "alliance.name", "party.name", "party.label",
		"assessment.title", "plan.workshop.relevant", "plan.workshop.opportunities",
		"plan.workshop.challenges", "objective.text", "kpi.name", "kpi.unit",
		"milestone.text", "process.step", "action.title", "action.done_when",
		"action.reason", "joint objective.text", "joint objective.measure",
		"joint objective.baseline", "joint objective.target", "success.text",
		"amendment.text" };
	static const char *const words[] = { "answer.text", "answer.comment", "answer.quote" };
	const char *name = short_name(place);

	if (place->kind == KIND_ANSWER)
		return is_listed(words, COUNT(words), name) &&
			edition_quotes(w->rec, w->rec->answers[place->object].respondent);
	if (place->kind == KIND_PERSON)
		return !strcmp(name, "person.name") && owns(w, (int)place->object);
	return is_listed(shared, COUNT(shared), name) || !strncmp(name, "alliance.charter.", 17);
}

START_TEST(test_ticked_off_joint_holds_nothing_else)
{
	static const char *const never[] = { "respondent 10", "flagged", "NOTES", "INCIDENTS",
		"In confidence:", "severity" };
	struct written w;
	int held = 0;

	begin(&w);
	w.rec->respondents[0].consent = TRI_NO;
	write_edition(&w, EDITION_JOINT, formats[_i]);
	for (int i = 0; i < marks.count; i++) {
		ck_assert_msg(!has_mark(&w, i) || joint_may_hold(&w, &marks.place[i]), "has %s",
			text_place_name(&marks.place[i]));
		held += has_mark(&w, i);
	}
	ck_assert_int_gt(held, 200);
	for (size_t i = 0; i < COUNT(never); i++)
		ck_assert_msg(strstr(w.text.text, never[i]) == NULL, "has \"%s\"", never[i]);
	end(&w);
}
END_TEST

/* The row of a scale in the heat map: from its label up to the next one's. */
static const char *row_of(const char *text, int scale)
{
	static char row[256];
	const char *map = strstr(text, "score band"),
		   *at = map ? strstr(map, scale_info[scale].label) : NULL;
	const char *next =
		at && scale + 1 < SCALE_COUNT ? strstr(at, scale_info[scale + 1].label) : NULL;

	ck_assert_msg(at && next, "no row of %s", scale_info[scale].label);
	snprintf(row, sizeof(row), "%.*s", (int)(next - at), at);
	return row;
}

/* Below the floor neither the value of a side nor what it could be worked out from is in its row.
 */
START_TEST(test_ticked_off_joint_holds_no_value_below_the_floor)
{
	struct edition_view view;
	struct written w;
	int withheld = 0;

	begin(&w);
	for (size_t i = 0; i < w.rec->answer_count; i++) {
		struct answer *answer = &w.rec->answers[i];
		enum scale scale = w.rec->instrument->items[answer->item].scale;

		if (w.rec->respondents[answer->respondent].party == 1 && answer->respondent % 3 &&
			(scale == ASPECT_TERMS || scale == ASPECT_COMPLEMENT ||
				scale == SCALE_TRUST))
			answer->state = STATE_DONT_KNOW;
	}
	diagnosis_release(&w.diagnosis);
	diagnosis_compute(&w.diagnosis, w.rec);
	edition_compute(&view, w.rec, &w.diagnosis, EDITION_JOINT);
	write_edition(&w, EDITION_JOINT, REPORT_TEXT);
	for (int scale = 0; scale + 1 < SCALE_COUNT; scale++)
		for (int p = 0; p < 2; p++) {
			char value[16];

			if (!view.value[scale][p])
				continue;
			snprintf(value, sizeof(value), "%.2f",
				w.diagnosis.scores.scale[scale].value[p]);
			ck_assert_msg(strstr(row_of(w.text.text, scale), value) == NULL, "%s in %s",
				value, row_of(w.text.text, scale));
			ck_assert_ptr_nonnull(strstr(row_of(w.text.text, scale), "withheld"));
			withheld++;
		}
	ck_assert_int_ge(withheld, 3);
	edition_release(&view);
	end(&w);
}
END_TEST

Suite *ticked_off_suite(void)
{
	Suite *suite = suite_create("ticked_off");
	TCase *cases = tcase_create("ticked_off");

	tcase_add_loop_test(cases, test_ticked_off_internal_holds_every_text, 0, COUNT(formats));
	tcase_add_loop_test(cases, test_ticked_off_internal_holds_every_rating_and_flag, 0, 2);
	tcase_add_loop_test(cases, test_ticked_off_joint_holds_nothing_else, 0, COUNT(formats));
	tcase_add_test(cases, test_ticked_off_joint_holds_no_value_below_the_floor);
	suite_add_tcase(suite, cases);
	return suite;
}
