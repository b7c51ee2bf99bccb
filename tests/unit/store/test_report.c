/* SPDX-License-Identifier: MIT */
/*
 * Reports as text and the plan as JSON: the wording of a small one letter by letter, then what
 * holds for every report: its width, what it shows, and what it must not say.
 */
#include <rekindle/words.h>
#include "../core/build.h"
#include "plan_text.h"
#include <jansson.h>
#include <rekindle/exchange.h>
#include <rekindle/report.h>
#include <rekindle/utf8.h>

Suite *report_suite(void);

#define EXAMPLE "{\"example\": \"invented\"}"
#define GOLDEN "tests/data/report-small.txt"

/* A record over the built-in question bank with everything that is made from it. */
struct case_file {
	struct record rec;
	struct diagnosis diagnosis;
	struct plan plan;
	struct str text;
	enum edition edition; /* of what write_report() writes … */
	enum report_kind kind;
	int today; /* … and when */
};

static const char *const party_names[] = { "Alpha Works", "Beta Systems", "Gamma Labs", "Delta AG",
	"Epsilon Ltd", "Zeta SpA" };
static const char *const party_labels[] = { "Alpha", "Beta", "Gamma", "Delta", "Epsilon", "Zeta" };

static void begin(struct case_file *c)
{
	memset(c, 0, sizeof(*c));
	record_init(&c->rec, instrument_known("core", "1"));
	str_init(&c->text);
	c->rec.alliance.name = "The alliance";
	c->rec.assessment.date = build_day("2026-03-16");
}

static int add_party(struct case_file *c)
{
	struct party *party = record_add(&c->rec, KIND_PARTY);
	size_t at = c->rec.party_count - 1;

	party->name = party_names[at];
	party->label = party_labels[at];
	return (int)at;
}

static int add_respondent(struct case_file *c, int party, enum role role, const char *name)
{
	struct person *person = record_add(&c->rec, KIND_PERSON);
	struct respondent *who;

	person->party = party;
	person->role = (int)role;
	person->name = name;
	who = record_add(&c->rec, KIND_RESPONDENT);
	who->person = (int)c->rec.person_count - 1;
	who->party = party;
	who->role = (int)role;
	who->name = name;
	return (int)c->rec.respondent_count - 1;
}

static struct answer *add_answer(struct case_file *c, int respondent, int item)
{
	struct answer *answer = record_add(&c->rec, KIND_ANSWER);

	answer->respondent = respondent;
	answer->item = item;
	answer->state = STATE_ANSWERED;
	return answer;
}

/* v of rekindle-method(7) on every rated item of the cause, or of all when cause is -1. */
static void rate(struct case_file *c, int respondent, int cause, int v)
{
	for (size_t i = 0; i < c->rec.instrument->item_count; i++) {
		const struct item *item = &c->rec.instrument->items[i];
		struct answer *answer;

		if (item->kind != ITEM_RATED ||
			!item_asks(item, (enum role)c->rec.respondents[respondent].role))
			continue;
		if (cause >= 0 &&
			(item->scale >= ASPECT_COUNT ||
				(int)item->scale / ASPECTS_PER_CAUSE != cause))
			continue;
		answer = add_answer(c, respondent, (int)i);
		answer->value.type = VALUE_NUMBER;
		answer->value.number = item->reversed ? 6 - v : v;
	}
}

static void add_team(struct case_file *c, int party, int n, int v)
{
	static const char *const names[] = { "Ana Ruiz", "Bo Lind", "Cem Kaya", "Dee Moss",
		"Eva Horn" };

	for (int i = 0; i < n; i++)
		rate(c, add_respondent(c, party, (enum role)(i % ROLE_COUNT), names[i % 5]), -1, v);
}

static void add_parties(struct case_file *c, int parties, int people, int v)
{
	begin(c);
	for (int p = 0; p < parties; p++)
		add_team(c, add_party(c), people, v);
}

static void rate_all(struct case_file *c, int cause, int v)
{
	for (size_t r = 0; r < c->rec.respondent_count; r++)
		rate(c, (int)r, cause, v);
}

static void work_out(struct case_file *c)
{
	record_settle(&c->rec);
	diagnosis_compute(&c->diagnosis, &c->rec);
	plan_compute(&c->plan, &c->rec, &c->diagnosis, build_day("2026-03-23"));
}

static void write_report(struct case_file *c, unsigned sections, bool ascii)
{
	struct report_input in = { .record = &c->rec,
		.diagnosis = &c->diagnosis,
		.plan = &c->plan,
		.version = "0",
		.kind = c->kind,
		.sections = sections,
		.today = c->today,
		.edition = c->edition };

	str_clear(&c->text);
	report_write(&c->text, &in, REPORT_TEXT, ascii);
}

static void end(struct case_file *c)
{
	plan_release(&c->plan);
	diagnosis_release(&c->diagnosis);
	record_release(&c->rec);
	str_release(&c->text);
}

/* Text with every run of blanks and line ends as one blank, so that wrapping does not matter. */
static char *flat(const char *text)
{
	struct str out;

	str_init(&out);
	for (; *text; text++) {
		bool blank = *text == ' ' || *text == '\n';
		if (!blank)
			str_addc(&out, *text);
		else if (out.len && out.text[out.len - 1] != ' ')
			str_addc(&out, ' ');
	}
	return str_detach(&out);
}

static bool says(const struct case_file *c, const char *words)
{
	char *text = flat(c->text.text);
	bool found = strstr(text, words) != NULL;

	free(text);
	return found;
}

#define assert_says(c, words) ck_assert_msg(says(c, words), "not said: %s", words)
#define assert_silent(c, words) ck_assert_msg(!says(c, words), "said: %s", words)

/* Width and ends of lines. */
static void check_lines(const char *text, bool ascii)
{
	while (*text) {
		size_t n = strcspn(text, "\n");
		int cells = utf8_cells_n(UTF8_FILE, text, n);

		ck_assert_msg(cells <= 80, "%d cells: %.*s", cells, (int)n, text);
		ck_assert_msg(!n || text[n - 1] != ' ', "blank at the end: %.*s", (int)n, text);
		for (size_t i = 0; i < n; i++) {
			unsigned char byte = (unsigned char)text[i];
			ck_assert_msg(
				byte >= 0x20 && byte != 0x7F, "control byte: %.*s", (int)n, text);
			ck_assert_msg(!ascii || byte < 0x80, "not ASCII: %.*s", (int)n, text);
		}
		ck_assert_msg(text[n] == '\n', "the last line has no end");
		ck_assert_msg(strncmp(text + n, "\n\n\n", 3) != 0, "two blank lines after: %.*s",
			(int)n, text);
		text += n + 1;
	}
}

static void check_every_way(struct case_file *c)
{
	for (int ascii = 0; ascii < 2; ascii++) {
		write_report(c, REPORT_ALL, ascii);
		check_lines(c->text.text, ascii);
		str_clear(&c->text);
		plan_text(&c->text, &c->rec, &c->diagnosis, &c->plan, EDITION_INTERNAL,
			c->plan.start, ascii);
		check_lines(c->text.text, ascii);
		str_clear(&c->text);
		report_diagnosis_text(&c->text, &c->rec, &c->diagnosis, clock_today(), ascii);
		check_lines(c->text.text, ascii);
	}
	for (int section = 0; section < REPORT_SECTIONS; section++) {
		write_report(c, 1u << section, false);
		check_lines(c->text.text, false);
	}
}

static void fill_audit(struct case_file *c)
{
	struct objective *objective = record_add(&c->rec, KIND_OBJECTIVE);
	struct kpi *kpi = record_add(&c->rec, KIND_KPI);
	struct actual *actual = record_add(&c->rec, KIND_ACTUAL);
	struct process *process = record_add(&c->rec, KIND_PROCESS);
	struct incident *incident = record_add(&c->rec, KIND_INCIDENT);
	struct risk *risk = record_add(&c->rec, KIND_RISK);
	struct contribution *brings = record_add(&c->rec, KIND_CONTRIBUTION);
	struct note *note = record_add(&c->rec, KIND_NOTE);
	struct milestone *milestone = record_add(&c->rec, KIND_MILESTONE);
	struct checklist *check = record_add(&c->rec, KIND_CHECKLIST);

	*check = (struct checklist){
		.object = check->object, .row = GOVERNANCE_MANDATE, .value = CHECK_NO
	};
	objective->text = "token-objective";
	objective->measure = "token-measure";
	objective->target = "token-target";
	objective->why = "token-why";
	objective->due = build_day("2026-01-31");
	objective->result = RESULT_PARTLY;
	kpi->name = "token-kpi";
	kpi->unit = "token-unit";
	kpi->category = CATEGORY_OPERATIONAL;
	kpi->baseline = 0;
	kpi->target = 200;
	actual->kpi = 0;
	actual->date = build_day("2026-02-28");
	actual->value = 77;
	process->step = "token-step";
	process->note = "token-process-note";
	process->problem = PROBLEM_BOTTLENECK;
	process->party = 1;
	incident->what = "token-incident";
	incident->consequence = "token-consequence";
	incident->party = 0;
	incident->date = build_day("2026-02-01");
	incident->repaired = TRI_NO;
	risk->text = "token-risk";
	risk->response = "token-response";
	brings->party = 0;
	brings->brings = "token-brings";
	brings->would_lose = "token-loses";
	note->text = "token-note";
	milestone->text = "token-milestone";
	milestone->note = "token-milestone-note";
	milestone->due = build_day("2026-03-01");
	milestone->reached = build_day("2026-03-18");
}

static int first_item(const struct case_file *c, enum item_kind kind)
{
	for (size_t i = 0; i < c->rec.instrument->item_count; i++)
		if (c->rec.instrument->items[i].kind == kind)
			return (int)i;
	ck_abort_msg("the bank has no item of that kind");
	return -1;
}

static void fill_words(struct case_file *c, int respondent)
{
	struct answer *open = add_answer(
		c, respondent, instrument_item(c->rec.instrument, "open.frustrations.most"));
	struct answer *rated = add_answer(c, respondent, first_item(c, ITEM_RATED));
	struct answer *split = add_answer(c, respondent, first_item(c, ITEM_SPLIT));

	open->text = "token-open\nsecond line";
	open->comment = "token-comment";
	open->flag = TRI_YES;
	rated->value.type = VALUE_NUMBER;
	rated->value.number = 2;
	rated->quote = "token-quote";
	rated->evidence = "token-evidence";
	split->value.type = VALUE_SPLIT;
	split->value.split[CAUSE_PARTNER] = 61;
	split->value.split[CAUSE_MANAGEMENT] = 39;
}

/* Golden. */

static char *read_file(const char *path)
{
	FILE *file = fopen(path, "r");
	struct str out;
	char bytes[4096];
	size_t n;

	ck_assert_msg(file != NULL, "cannot read %s", path);
	str_init(&out);
	while ((n = fread(bytes, 1, sizeof(bytes), file)))
		str_addn(&out, bytes, n);
	fclose(file);
	return str_detach(&out);
}

static void fill_small(struct build *b, struct action actions[3])
{
	build_pair(b, 3, 4);
	build_cause_all(b, CAUSE_MANAGEMENT, 26);
	for (int r = 0; r < 3; r++)
		build_scale(b, r, ASPECT_COMMITMENT, 2);
	build_check(b, GOVERNANCE_MANDATE, CHECK_NO);
	for (int i = 0; i < 3; i++)
		actions[i] = (struct action){ .id = "x",
			.step = 2 + 2 * i,
			.what = "",
			.source = "",
			.tracks = 1u << TRACK_RELAUNCH,
			.resources = "two people",
			.weeks = 3,
			.done_when = "both have signed it.",
			.owner = ROLE_MANAGER,
			.partner_owner = ROLE_MANAGER,
			.kpi = -1,
			.quick_win = i == 2 };
	actions[0].title = "Show both sides the results";
	actions[1].title = "Appoint a lead a side";
	actions[2].title = "Clear the oldest requests";
	b->instrument.actions = actions;
	b->instrument.action_count = 3;
	b->rec.assessment.date = build_day("2026-03-16");
}

START_TEST(test_report_small_is_as_agreed)
{
	struct build b;
	struct action actions[3];
	struct case_file c = { .rec = { .instrument = NULL } };

	fill_small(&b, actions);
	b.rec.alliance.object.extra = EXAMPLE;
	record_settle(&b.rec);
	str_init(&c.text);
	diagnosis_compute(&c.diagnosis, &b.rec);
	plan_compute(&c.plan, &b.rec, &c.diagnosis, build_day("2026-03-23"));
	struct report_input in = { .record = &b.rec,
		.diagnosis = &c.diagnosis,
		.plan = &c.plan,
		.version = "0",
		.sections = REPORT_ALL & ~(1u << REPORT_APPENDIX) };
	report_write(&c.text, &in, REPORT_TEXT, false);
	if (getenv("REKINDLE_GOLDEN")) {
		FILE *file = fopen(GOLDEN, "w");
		ck_assert_ptr_nonnull(file);
		fputs(c.text.text, file);
		fclose(file);
	}
	char *golden = read_file(GOLDEN);
	ck_assert_str_eq(c.text.text, golden);
	free(golden);
	plan_release(&c.plan);
	diagnosis_release(&c.diagnosis);
	str_release(&c.text);
	build_release(&b);
}
END_TEST

/* What holds for all. */

static const struct {
	int parties, people, value;
} shape_cases[] = {
	{ 2, 5, 2 },
	{ 2, 1, 4 },
	{ 3, 5, 3 },
	{ 4, 3, 2 },
	{ 5, 3, 2 },
	{ 6, 2, 5 },
	{ 2, 0, 1 },
	{ 2, 12, 2 },
	{ 6, 4, 1 },
};

START_TEST(test_report_of_any_shape_keeps_to_the_page)
{
	struct case_file c;

	add_parties(&c, shape_cases[_i].parties, shape_cases[_i].people, shape_cases[_i].value);
	if (shape_cases[_i].people)
		rate(&c, 0, CAUSE_PARTNER, 1);
	fill_audit(&c);
	work_out(&c);
	for (int edition = 0; edition < EDITION_COUNT; edition++) {
		c.edition = (enum edition)edition;
		check_every_way(&c);
	}
	end(&c);
}
END_TEST

START_TEST(test_report_shows_everything_that_was_recorded)
{
	static const char *const tokens[] = { "token-objective", "token-measure", "token-target",
		"token-why", "token-kpi", "token-unit", "token-step", "token-process-note",
		"token-incident", "token-consequence", "token-risk", "token-response",
		"token-brings", "token-loses", "token-note", "token-milestone",
		"token-milestone-note", "token-open second line", "token-comment", "token-quote",
		"token-evidence", "partner 61, management 39", "2026-02-28 77",
		"flagged for follow-up", "governance.mandate no" };
	struct case_file c;

	add_parties(&c, 2, 3, 3);
	fill_audit(&c);
	fill_words(&c, 0);
	work_out(&c);
	write_report(&c, REPORT_ALL, false);
	for (size_t i = 0; i < sizeof(tokens) / sizeof(*tokens); i++)
		assert_says(&c, tokens[i]);
	end(&c);
}
END_TEST

START_TEST(test_report_gives_the_reasons_of_the_fit)
{
	struct case_file c;

	add_parties(&c, 2, 3, 3);
	record_put_profile(&c.rec)->type = "joint_rnd";
	record_put_profile(&c.rec)->ambitions = "market_access";
	work_out(&c);
	write_report(&c, 1u << REPORT_ROUTE, false);
	assert_says(&c, "Market access 1 (Access");
	assert_says(&c, "Forms that fit better: ");
	assert_says(&c, "Go-to-market 3.00,");
	assert_says(&c, "Market access 3 (");
	end(&c);
}
END_TEST

START_TEST(test_report_shows_every_rating_with_its_giver)
{
	struct case_file c;

	add_parties(&c, 2, 3, 3);
	rate(&c, 0, CAUSE_STRATEGY, 5);
	work_out(&c);
	write_report(&c, 1u << REPORT_APPENDIX, false);
	for (size_t i = 0; i < c.rec.instrument->item_count; i++)
		if (record_answer(&c.rec, 0, (int)i))
			assert_says(&c, c.rec.instrument->items[i].id);
	assert_says(&c, "Alpha: Ana Ruiz 5, Bo Lind 3");
	end(&c);
}
END_TEST

START_TEST(test_report_hides_who_answered_in_confidence)
{
	struct case_file c;
	int secret;

	add_parties(&c, 2, 2, 3);
	secret = add_respondent(&c, 1, ROLE_SPECIALIST, "Xaver Quill");
	c.rec.respondents[secret].attribution = ATTRIBUTION_CONFIDENTIAL;
	rate(&c, secret, -1, 2);
	fill_words(&c, secret);
	struct route *route = record_add(&c.rec, KIND_ROUTE);
	*route = (struct route){
		.object = route->object, .party = 1, .respondent = secret, .value = { 4, 3, 2, 1 }
	};
	for (size_t i = 0; i < c.rec.instrument->item_count; i++)
		if (c.rec.instrument->items[i].kind == ITEM_TEXT &&
			!item_asks(&c.rec.instrument->items[i], ROLE_SPONSOR)) {
			add_answer(&c, secret, (int)i)->text = "token-of-a-role";
			break;
		}
	work_out(&c);
	write_report(&c, REPORT_ALL, false);
	assert_says(&c, "Xaver Quill NOT NAMED"); /* as anybody who was not heard */
	assert_silent(&c, "Quill,");
	assert_silent(&c, "Quill:");
	assert_silent(&c, "specialist of Beta");
	assert_silent(&c, "token-");
	assert_says(&c, "What was said in confidence is not printed.");
	assert_says(&c, "In confidence: respondent 5: 2");
	assert_silent(&c, ", respondent 5");
	assert_silent(&c, "confidential 1");
	assert_silent(&c, "1 confidential");
	assert_silent(&c, "Beta: Ana Ruiz 3, Bo Lind 3, ");
	assert_says(&c, "Of all companies together: 4 by name and 1 in confidence.");
	assert_says(&c, "entries 1 in confidence");
	assert_says(&c, "In confidence: own resources 4");
	assert_says(&c, "1 of 5 respondents answered in confidence");
	assert_says(&c, "In a small group the team can work out who they are.");
	end(&c);
}
END_TEST

/*
 * Whoever stood neither with the heard nor with the unheard would be the one who answered in
 * confidence. So lists know who is named as heard and who is not named, whether somebody was not
 * heard (secret 0), answered in confidence while somebody else was not heard (1), or while
 * everybody else was (2); an owner is named all the same.
 */
START_TEST(test_report_lists_know_named_and_not_named_alone)
{
	struct case_file c;
	int secret;

	add_parties(&c, 2, 2, 3);
	if (_i < 2) {
		struct person *unheard = record_add(&c.rec, KIND_PERSON);
		*unheard = (struct person){ .object = unheard->object,
			.interviewee = TRI_UNKNOWN,
			.party = 1,
			.role = ROLE_SPONSOR,
			.name = "Yve Zorn" };
	}
	c.rec.respondents[2].role = c.rec.people[2].role = ROLE_COMMERCIAL;
	if (_i) {
		secret = add_respondent(&c, 1, ROLE_SPONSOR, "Xaver Quill");
		c.rec.respondents[secret].attribution = ATTRIBUTION_CONFIDENTIAL;
		rate(&c, secret, -1, 2);
	}
	work_out(&c);
	for (int edition = 0; edition < EDITION_COUNT; edition++) {
		c.edition = (enum edition)edition;
		write_report(&c, REPORT_ALL, false);
		assert_silent(&c, "NOT HEARD");
		assert_silent(&c, "not held");
		if (_i)
			assert_silent(&c, "no sponsor of");
		if (edition == EDITION_JOINT) /* of so few it says not even that */
			assert_silent(&c, "sees the alliance");
		else if (_i)
			assert_says(&c,
				"How the sponsor of Beta sees the alliance: not named as heard.");
	}
	c.edition = EDITION_INTERNAL;
	write_report(&c, REPORT_ALL, false);
	assert_says(&c,
		_i == 1      ? "2 not named"
			: _i ? "Xaver Quill NOT NAMED"
			     : "Yve Zorn NOT NAMED");
	assert_says(&c, "\"Not named\" is not heard, or heard in confidence.");
	assert_says(&c,
		_i == 1 ? "Beta, not named as heard: Yve Zorn (sponsor), Xaver Quill (sponsor)."
			: _i ? "Beta, not named as heard: Xaver Quill (sponsor)."
			     : "Beta, not named as heard: Yve Zorn (sponsor).");
	end(&c);
}
END_TEST

/* Two teams of five of which one has no sponsor; secret: somebody of it answers in confidence. */
static void write_without_sponsor(struct case_file *c, bool secret)
{
	add_parties(c, 2, 5, 5);
	c->rec.respondents[5].role = c->rec.people[5].role = ROLE_COMMERCIAL;
	if (secret)
		c->rec.respondents[9].attribution = ATTRIBUTION_CONFIDENTIAL;
	work_out(c);
	write_report(c, REPORT_ALL, false);
}

/* Beside the list of who was heard by name, a reason that names a role would tell who it was. */
START_TEST(test_report_gives_no_reason_that_tells_a_role_in_confidence)
{
	struct case_file c;

	write_without_sponsor(&c, false);
	assert_says(&c, "no sponsor of Beta was heard");
	assert_says(&c, "hear a sponsor of Beta");
	end(&c);
	write_without_sponsor(&c, true);
	assert_silent(&c, "no sponsor of Beta was heard");
	assert_silent(&c, "hear a sponsor of Beta");
	end(&c);
}
END_TEST

START_TEST(test_report_shows_a_respondent_by_role_without_the_name)
{
	struct case_file c;

	add_parties(&c, 2, 2, 3);
	int who = add_respondent(&c, 0, ROLE_COMMERCIAL, "Nora Vane");
	c.rec.respondents[who].attribution = ATTRIBUTION_ROLE;
	rate(&c, who, -1, 3);
	fill_words(&c, who);
	work_out(&c);
	write_report(&c, 1u << REPORT_APPENDIX | 1u << REPORT_HEARD, false);
	assert_silent(&c, "Vane");
	assert_says(&c, "commercial of Alpha, by role: \"token-open second line\"");
	assert_silent(&c, "Not to be quoted");
	end(&c);
}
END_TEST

START_TEST(test_report_lets_no_text_steer_a_terminal)
{
	struct case_file c;

	add_parties(&c, 2, 2, 2);
	c.rec.parties[0].name = "Al\033[31mpha\r\a";
	c.rec.parties[1].label = "Be\xE2\x80\xAEta\tX";
	fill_words(&c, 0);
	c.rec.answers[c.rec.answer_count - 3].text = "one\033]0;two\x07 \xC2\x9B"
						     "3 \xE2\x81\xA6";
	work_out(&c);
	check_every_way(&c);
	write_report(&c, REPORT_ALL, false);
	ck_assert_ptr_null(strstr(c.text.text, "\xE2\x80\xAE"));
	ck_assert_ptr_null(strstr(c.text.text, "\xC2\x9B"));
	end(&c);
}
END_TEST

START_TEST(test_report_with_long_and_wide_names_keeps_to_the_page)
{
	struct case_file c;

	add_parties(&c, 3, 2, 2);
	c.rec.parties[0].name =
		"Gesellschaft für angewandte Weltraumforschungsinstrumentenbautechnik"
		" mit sehr beschränkter Haftung und Co";
	c.rec.parties[0].label = c.rec.parties[0].name;
	c.rec.parties[1].name = c.rec.parties[1].label =
		"東京大規模共同研究開発機構株式会社国際事業部";
	c.rec.people[0].name =
		"Maximiliane-Friederike von und zu Hohenlohe-Waldenburg-Schillingsfürst";
	work_out(&c);
	check_every_way(&c);
	end(&c);
}
END_TEST

/* The joint edition. */

static void add_confidential(struct case_file *c, int party)
{
	int secret = add_respondent(c, party, ROLE_SPONSOR, "Xaver Quill");

	c->rec.respondents[secret].attribution = ATTRIBUTION_CONFIDENTIAL;
	rate(c, secret, -1, 2);
	fill_words(c, secret);
}

START_TEST(test_report_joint_says_what_it_leaves_out_before_the_verdict)
{
	struct case_file c;
	const char *out, *verdict;

	add_parties(&c, 2, 0, 1);
	add_team(&c, 0, 5, 4);
	add_team(&c, 1, 2, 2);
	c.edition = EDITION_JOINT;
	work_out(&c);
	write_report(&c, REPORT_ALL, false);
	assert_says(&c, "JOINT EDITION - for both companies");
	out = strstr(c.text.text, "LEFT OUT OF THIS EDITION, AND WHY");
	verdict = strstr(c.text.text, "DECISION");
	ck_assert(out && verdict && out < verdict);
	assert_says(
		&c, "Everything but recorded facts: fewer than three people of Beta were heard.");
	assert_says(&c, "5 of Alpha and fewer than 3 of Beta");
	/* no score, no empty table of them, no word of what they would say */
	assert_silent(&c, "Scores run");
	assert_silent(&c, "THREE NUMBERS");
	assert_silent(&c, "CONFIDENCE");
	assert_silent(&c, "CAUSES");
	assert_silent(&c, "DIAGNOSIS: FOUR");
	assert_silent(&c, "WHERE THE SIDES");
	assert_silent(&c, "Capability");
	assert_silent(&c, "nobody of it");
	assert_silent(&c, "Nobody");
	assert_silent(&c, "Bands are");
	assert_silent(&c, "MAY BE QUOTED");
	assert_says(&c, "FIRST ACTIONS Actions that rest on ratings are left out.");
	assert_silent(&c, "The library holds no action");
	assert_says(&c, "2. PERFORMANCE");
	assert_says(&c, "3. FORM AND SELECTION");
	assert_silent(&c, "2.00");
	assert_silent(&c, "n 5+2");
	assert_silent(&c, "runs");
	assert_silent(&c, "One answer decides");
	assert_silent(&c, "In simulated alliances");
	assert_silent(&c, "aspect.");
	assert_silent(&c, " nan");
	write_report(&c, 1u << REPORT_PERFORMANCE, false);
	assert_says(&c, "LEFT OUT OF THIS EDITION, AND WHY");
	write_report(&c, 1u << REPORT_SIDES, false);
	assert_says(&c, "LEFT OUT OF THIS EDITION, AND WHY");
	assert_says(&c, "Nothing of this part rests on recorded facts alone.");
	end(&c);
}
END_TEST

/* More people raise the grade only where there are fewer than the highest one takes. */
START_TEST(test_report_joint_asks_for_more_people_where_few_were_heard)
{
	for (int people = 4; people <= 5; people++) {
		struct case_file c;

		add_parties(&c, 2, people, 2);
		for (int p = 0; p < 2; p++) /* no sponsor: no highest grade */
			c.rec.respondents[p * people].role = c.rec.people[p * people].role =
				ROLE_COMMERCIAL;
		c.edition = EDITION_JOINT;
		work_out(&c);
		write_report(&c, REPORT_ALL, false);
		assert_says(&c, "CONFIDENCE");
		ck_assert_int_eq(says(&c, "It can rise when at least 5 respondents"), people == 4);
		end(&c);
	}
}
END_TEST

/* To the other side the name of the track would be a threat. */
START_TEST(test_report_joint_gives_the_way_chosen_in_plain_words)
{
	static const char *const findings[] = { "decision.escalate" };

	for (int joint = 0; joint < 2; joint++) {
		struct case_file c;

		add_parties(&c, 2, 5, 2);
		record_put_party_profile(&c.rec, 1)->stance = STANCE_UNRESPONSIVE;
		c.edition = joint ? EDITION_JOINT : EDITION_INTERNAL;
		work_out(&c);
		ck_assert_int_eq(c.diagnosis.track, TRACK_ESCALATE);
		c.plan.actions[0].findings = (const char **)findings;
		c.plan.actions[0].finding_count = 1;
		write_report(&c, 1u << REPORT_PLAN, false);
		ck_assert_int_eq(says(&c, "the way chosen: escalate"), !joint);
		ck_assert_int_eq(
			says(&c, "the way chosen: ask the sponsors for a dated decision"), joint);
		end(&c);
	}
}
END_TEST

/* Nobody is named as a respondent, nothing confidential is quoted, and quotes come by role, sorted.
 */
START_TEST(test_report_joint_quotes_by_role_and_sorted)
{
	struct case_file c;
	int open;

	add_parties(&c, 2, 4, 3);
	open = instrument_item(c.rec.instrument, "open.frustrations.most");
	add_answer(&c, 7, open)->text = "A first sentence by text.";
	add_answer(&c, 0, open)->text = "Z last sentence by text.";
	add_answer(&c, 1, open)->text = "Kept back.";
	c.rec.respondents[1].consent = TRI_NO;
	c.rec.respondents[7].attribution = ATTRIBUTION_ROLE;
	add_confidential(&c, 1);
	c.edition = EDITION_JOINT;
	work_out(&c);
	write_report(&c, 1u << REPORT_APPENDIX, false);
	assert_says(&c,
		"\"A first sentence by text.\" (commercial) \"Z last sentence by text.\" "
		"(sponsor)");
	assert_silent(&c, "Kept back.");
	assert_silent(&c, "token-");
	/* which side is complained of is not told */
	assert_says(&c, "What has frustrated you most in working with the other company?");
	assert_silent(&c, "working with Beta");
	assert_silent(&c, "working with Alpha");
	write_report(&c, REPORT_ALL & ~(1u << REPORT_SUMMARY | 1u << REPORT_PLAN), false);
	assert_silent(&c, "Ruiz");
	assert_silent(&c, "Quill");
	assert_silent(&c, "respondent 9");
	assert_silent(&c, "flagged");
	end(&c);
}
END_TEST

/* A complaint about the other side stands under the question that names that side. */
START_TEST(test_report_puts_a_question_as_each_side_was_asked)
{
	struct case_file c;
	int open;

	add_parties(&c, 2, 4, 3);
	open = instrument_item(c.rec.instrument, "open.frustrations.most");
	add_answer(&c, 0, open)->text = "They answer late.";
	add_answer(&c, 4, open)->text = "They ask for all at once.";
	add_confidential(&c, 1);
	work_out(&c);
	write_report(&c, 1u << REPORT_APPENDIX, false);
	assert_says(&c,
		"Alpha was asked: \"What has frustrated you most in working with Beta?\" Ana "
		"Ruiz, sponsor of Alpha: \"They answer late.\"");
	assert_says(&c,
		"Beta was asked: \"What has frustrated you most in working with Alpha?\" Ana "
		"Ruiz, sponsor of Beta: \"They ask for all at once.\"");
	assert_silent(&c, "{us}");
	assert_silent(&c, "{them}");
	end(&c);
}
END_TEST

/* Owners are assigned people: the same report whether or not the sponsor answered in confidence. */
START_TEST(test_report_joint_owners_do_not_tell_who_answered_in_confidence)
{
	struct case_file c;
	char *named;

	add_parties(&c, 2, 5, 3);
	c.edition = EDITION_JOINT;
	work_out(&c);
	write_report(&c, 1u << REPORT_PLAN, false);
	named = mem_strdup(c.text.text);
	plan_release(&c.plan);
	diagnosis_release(&c.diagnosis);
	c.rec.respondents[0].attribution = ATTRIBUTION_CONFIDENTIAL;
	work_out(&c);
	write_report(&c, 1u << REPORT_PLAN, false);
	ck_assert_str_eq(c.text.text, named);
	assert_says(&c, "A. Ruiz");
	free(named);
	end(&c);
}
END_TEST

START_TEST(test_report_joint_blames_nobody)
{
	static const char *const words[] = { "knockout", "reluctant", "unresponsive", "blame",
		"Unwilling", "unwilling", "refuse" };
	struct case_file c;

	add_parties(&c, 2, 4, 3);
	record_put_party_profile(&c.rec, 1)->stance = _i ? STANCE_UNRESPONSIVE : STANCE_RELUCTANT;
	for (int r = 0; r < 8; r++) {
		struct answer *split = add_answer(&c, r, first_item(&c, ITEM_SPLIT));

		split->value.type = VALUE_SPLIT;
		split->value.split[r < 4 ? CAUSE_PARTNER : CAUSE_MANAGEMENT] = 100;
	}
	c.edition = EDITION_JOINT;
	work_out(&c);
	write_report(&c, REPORT_ALL, false);
	assert_says(&c, "Beta has not yet confirmed");
	assert_says(&c, "Most of 100 points: Alpha partner 100, Beta management 100 (n 4+4).");
	for (size_t i = 0; i < sizeof(words) / sizeof(*words); i++)
		assert_silent(&c, words[i]);
	end(&c);
}
END_TEST

/*
 * Two of Beta see terms a point lower and weight a point higher, or the other way round: everything
 * that may be known of them is the same, and so is every letter of the report. (The library of this
 * bank has no actions: those of the plan stay, whatever they answer.)
 */
static void write_twin(struct build *b, bool turned, struct str *out)
{
	struct diagnosis d;
	struct plan plan;
	struct report_input in = { .record = &b->rec,
		.diagnosis = &d,
		.plan = &plan,
		.version = "0",
		.sections = REPORT_ALL,
		.edition = EDITION_JOINT };

	build_pair(b, 5, 3);
	for (int r = 5; r < 10; r++) {
		build_states(b, r, ASPECT_TERMS, r < 7 ? turned ? "444" : "222" : "ddd");
		build_states(b, r, ASPECT_WEIGHT, r < 7 ? turned ? "222" : "444" : "ddd");
	}
	b->rec.assessment.date = build_day("2026-03-16");
	record_settle(&b->rec);
	diagnosis_compute(&d, &b->rec);
	plan_compute(&plan, &b->rec, &d, build_day("2026-03-23"));
	report_write(out, &in, REPORT_TEXT, false);
	plan_release(&plan);
	diagnosis_release(&d);
	build_release(b);
}

START_TEST(test_report_joint_is_the_same_where_only_what_is_withheld_differs)
{
	struct build b;
	struct str one, other;

	str_init(&one);
	str_init(&other);
	write_twin(&b, false, &one);
	write_twin(&b, true, &other);
	ck_assert_str_eq(one.text, other.text);
	ck_assert_ptr_nonnull(strstr(one.text, "withheld"));
	str_release(&one);
	str_release(&other);
}
END_TEST

/* What must and must not be said. */

START_TEST(test_report_says_what_its_grade_is_worth)
{
	struct case_file c;

	add_parties(&c, 2, 4, 5);
	rate_all(&c, CAUSE_MANAGEMENT, 2);
	work_out(&c);
	ck_assert_int_eq(c.diagnosis.confidence.grade, GRADE_B);
	write_report(&c, REPORT_ALL, false);
	assert_says(
		&c, "In simulated alliances with 3 people a side, grade B named the true cause");
	end(&c);
}
END_TEST

START_TEST(test_report_of_a_tie_names_no_primary_cause)
{
	struct case_file c;

	add_parties(&c, 2, 3, 5);
	rate_all(&c, CAUSE_PARTNER, 3);
	rate_all(&c, CAUSE_MANAGEMENT, 3);
	work_out(&c);
	ck_assert(c.diagnosis.primary.tie);
	write_report(&c, REPORT_ALL, false);
	assert_says(&c, "Partner and management cannot be told apart (3.00 and 3.00, margin 0.30,");
	assert_says(&c,
		"start with partner, because it comes first and is cheapest to rule out."
		" Provisional.");
	assert_silent(&c, "PRIMARY");
	assert_silent(&c, "holds it back");
	assert_says(&c, "leading");
	end(&c);
}
END_TEST

START_TEST(test_report_of_one_side_gives_no_verdict_on_the_alliance)
{
	struct case_file c;

	begin(&c);
	add_team(&c, add_party(&c), 4, 2);
	add_party(&c);
	work_out(&c);
	write_report(&c, REPORT_ALL, false);
	assert_says(&c, "Only Alpha was heard");
	assert_says(&c, "this is its view, and no verdict on the alliance");
	assert_silent(&c, "PRIMARY");
	assert_says(&c, "How Beta sees the alliance: nobody of it was heard.");
	assert_says(&c, "CONFIDENCE None yet");
	end(&c);
}
END_TEST

START_TEST(test_report_of_one_side_beside_a_silent_one_names_no_primary)
{
	struct case_file c;

	begin(&c);
	add_team(&c, add_party(&c), 4, 2);
	add_party(&c);
	record_put_party_profile(&c.rec, 1)->stance = STANCE_UNRESPONSIVE;
	work_out(&c);
	write_report(&c, REPORT_ALL, false);
	assert_says(&c, "Only Alpha was heard");
	assert_silent(&c, "PRIMARY");
	assert_silent(&c, "holds it back");
	end(&c);
}
END_TEST

START_TEST(test_report_of_nobody_says_so)
{
	struct case_file c;

	add_parties(&c, 2, 0, 1);
	work_out(&c);
	write_report(&c, REPORT_ALL, false);
	assert_says(&c, "Nobody has been heard yet");
	assert_says(&c, "Nobody is planned to be heard yet, and nobody has been.");
	assert_says(&c, "PERFORMANCE: NOT KNOWN");
	assert_says(&c, "No score blends ratings with recorded facts");
	assert_silent(&c, " nan");
	assert_silent(&c, "(null)");
	end(&c);
}
END_TEST

START_TEST(test_report_without_an_audit_says_what_is_missing)
{
	struct case_file c;

	add_parties(&c, 2, 5, 2);
	work_out(&c);
	write_report(&c, REPORT_ALL, false);
	assert_says(&c, "Objectives: none recorded; the audit records them.");
	assert_says(&c, "KPIs: none recorded; the audit records them.");
	assert_says(&c, "not tested; the sponsor or manager of each side rates four values");
	assert_says(&c, "Both checklists are not filled in");
	assert_says(&c, "against none recorded.");
	assert_silent(&c, " nan");
	end(&c);
}
END_TEST

START_TEST(test_report_of_a_healthy_alliance_has_no_gates)
{
	struct case_file c;

	add_parties(&c, 2, 5, 5);
	work_out(&c);
	write_report(&c, REPORT_ALL, false);
	assert_says(&c, "None of the four causes fails");
	assert_silent(&c, "GATES");
	assert_says(&c, "8. PITFALLS");
	assert_silent(&c, "PRIMARY");
	end(&c);
}
END_TEST

START_TEST(test_report_says_where_rounding_hides_a_line)
{
	struct case_file c;
	int item = -1;

	/* 3.496 is printed 3.50 and is weak all the same: 125 raters a side cannot be had by hand,
	 * so the score is set. */
	add_parties(&c, 2, 3, 4);
	work_out(&c);
	c.diagnosis.scores.scale[ASPECT_TERMS].score = 3.496;
	write_report(&c, 1u << REPORT_DIAGNOSIS, false);
	assert_says(&c, "terms 3.50 (3.496)");
	(void)item;
	end(&c);
}
END_TEST

START_TEST(test_report_sections_stand_alone_and_keep_their_numbers)
{
	struct case_file c;

	add_parties(&c, 2, 3, 2);
	work_out(&c);
	write_report(&c, 1u << REPORT_PERFORMANCE, false);
	assert_says(&c, "4. PERFORMANCE");
	assert_says(&c, "INTERNAL EDITION - not for the partner");
	assert_silent(&c, "DECISION");
	assert_silent(&c, "METHOD");
	end(&c);
}
END_TEST

START_TEST(test_report_plan_alone_tells_what_it_needs)
{
	struct case_file c;

	add_parties(&c, 2, 3, 2);
	work_out(&c);
	write_report(&c, 1u << REPORT_PLAN, false);
	assert_says(&c, "Needs:");
	write_report(&c, REPORT_ALL, false);
	assert_silent(&c, "Needs:");
	end(&c);
}
END_TEST

START_TEST(test_report_names_the_example_only_when_it_is_one)
{
	struct case_file c;

	add_parties(&c, 2, 3, 2);
	work_out(&c);
	write_report(&c, 1u << REPORT_SUMMARY, false);
	assert_silent(&c, "Names are invented");
	c.rec.alliance.object.extra = EXAMPLE;
	struct report_input in = { .record = &c.rec,
		.diagnosis = &c.diagnosis,
		.plan = &c.plan,
		.version = "0",
		.sections = REPORT_ALL };
	str_clear(&c.text);
	report_write(&c.text, &in, REPORT_TEXT, false);
	assert_says(&c, "Names are invented: this is the worked example.");
	end(&c);
}
END_TEST

/* Also where a side of the joint edition is below the floor. */
START_TEST(test_report_first_page_fits_on_a_page)
{
	struct case_file c;
	int lines = 0;

	add_parties(&c, 2, _i == 2 ? 2 : 5, 2);
	add_team(&c, 0, _i == 2 ? 3 : 0, 3);
	c.edition = _i ? EDITION_JOINT : EDITION_INTERNAL;
	rate(&c, 0, CAUSE_PARTNER, 5);
	fill_audit(&c);
	work_out(&c);
	write_report(&c, REPORT_ALL, false);
	for (const char *at = c.text.text; *at && strncmp(at, "\n1. ", 4); at++)
		lines += *at == '\n';
	ck_assert_int_le(lines, 60);
	end(&c);
}
END_TEST

static struct plan_action *stored_action(struct case_file *c, size_t at)
{
	return &c->rec.actions[c->plan.actions[at].stored];
}

/* Somebody who acts on page 1 acts on what is open, and on the gate that is not decided. */
START_TEST(test_report_first_page_tells_what_is_next)
{
	struct case_file c;
	struct gate_decision *gate;
	const char *done;

	add_parties(&c, 2, 5, 2);
	work_out(&c);
	write_report(&c, 1u << REPORT_SUMMARY, false);
	assert_says(&c, "FIRST ACTIONS (");
	assert_says(&c, "Gate 1, 22 April 2026: ");
	plan_keep(&c.rec, &c.plan, words_proposals);
	plan_release(&c.plan);
	plan_read(&c.plan, &c.rec);
	stored_action(&c, 0)->status = STATUS_DONE;
	stored_action(&c, 1)->status = STATUS_DROPPED;
	stored_action(&c, 1)->note = "token-note-of-an-action";
	done = c.plan.actions[0].title;
	gate = record_add(&c.rec, KIND_GATE);
	gate->number = 1;
	gate->outcome = OUTCOME_PASSED;
	gate->date = build_day("2026-04-20");
	gate->note = "token-note-of-a-gate";
	plan_release(&c.plan);
	plan_read(&c.plan, &c.rec);
	write_report(&c, 1u << REPORT_SUMMARY, false);
	assert_silent(&c, done);
	assert_says(&c, "NEXT ACTIONS (1 of ");
	assert_says(&c, "Gate 1 was passed on 20 April 2026. Gate 2, 1 July 2026: ");
	write_report(&c, REPORT_ALL, false);
	assert_says(&c, "Passed on 20 April 2026. Note: token-note-of-a-gate.");
	assert_says(&c, "Note: token-note-of-an-action");
	c.edition = EDITION_JOINT;
	write_report(&c, REPORT_ALL, false);
	assert_says(&c, "Passed on 20 April 2026.");
	assert_silent(&c, "token-note");
	gate->outcome = OUTCOME_FAILED;
	plan_release(&c.plan);
	plan_read(&c.plan, &c.rec);
	write_report(&c, 1u << REPORT_SUMMARY, false);
	assert_says(&c,
		"DECISION Gate 1 was not passed; what was set for that case has to be decided on");
	assert_says(&c, "Gate 1 was not passed on 20 April 2026.");
	assert_says(&c, "None is asked for until the decision behind gate 1 is taken.");
	assert_silent(&c, "Gate 2");
	end(&c);
}
END_TEST

static int lines_before(const char *text, const char *until)
{
	const char *end = strstr(text, until);
	int lines = 0;

	ck_assert_ptr_nonnull(end);
	for (; text < end; text++)
		lines += *text == '\n';
	return lines;
}

/* Whatever there is to say: long names, many sides, nobody heard, few heard, every fact at once. */
static const struct {
	int parties, people;
	bool long_names, facts;
} sheets[] = {
	{ 1, 3, false, false },
	{ 2, 0, false, true },
	{ 2, 1, false, false },
	{ 2, 5, true, false },
	{ 2, 5, true, true },
	{ 3, 3, false, true },
	{ 4, 4, false, true },
	{ 6, 5, false, true },
};

static void know_every_fact(struct case_file *c)
{
	struct profile *profile = record_put_profile(&c->rec);

	profile->breach = profile->litigation = TRI_YES;
	profile->contract_ends = build_day("2026-05-01");
	profile->notice_days = 30;
	for (size_t p = 0; p < c->rec.party_count; p++) {
		record_put_party_profile(&c->rec, (int)p)->stance = STANCE_RELUCTANT;
		record_put_party_profile(&c->rec, (int)p)->has_sponsor = TRI_NO;
	}
}

START_TEST(test_report_first_page_fits_one_sheet)
{
	struct case_file c;

	add_parties(&c, sheets[_i].parties, sheets[_i].people, 2);
	for (size_t p = 0; p < c.rec.party_count && sheets[_i].long_names; p++)
		c.rec.parties[p].name = c.rec.parties[p].label = pool_printf(&c.rec.pool,
			"Gesellschaft für Hochfrequenztechnik und Kommunikationswesen %zu", p);
	if (sheets[_i].facts)
		know_every_fact(&c);
	work_out(&c);
	for (int edition = 0; edition < EDITION_COUNT; edition++) {
		c.edition = (enum edition)edition;
		write_report(&c, REPORT_ALL, false);
		ck_assert_msg(lines_before(c.text.text, "\n1. WHO") < 60, "%.2500s", c.text.text);
		assert_says(&c, "DECISION");
		if (edition == EDITION_JOINT && sheets[_i].people < EDITION_VALUE_MIN) {
			assert_says(&c, "PERFORMANCE"); /* facts alone */
			continue;
		}
		assert_says(&c, "REASON");
		assert_says(&c, "THREE NUMBERS");
		assert_says(&c, "CONFIDENCE");
		assert_silent(&c, "of A, B, C");
		assert_silent(&c, "clearance");
	}
	end(&c);
}
END_TEST

/* Which of them comes first on the page. */
static bool precedes(const struct case_file *c, const char *one, const char *other)
{
	const char *first = strstr(c->text.text, one), *second = strstr(c->text.text, other);

	return first && second && first < second;
}

static const struct {
	const char *ends;
	int notice;
	const char *today, *said; /* NULL: nothing */
} contracts[] = {
	{ "2026-05-01", 30, "2026-03-20",
		"The contract ends on 1 May 2026, before this plan does; the last day for notice "
		"is 1 April 2026." },
	{ "2026-05-01", 30, "2026-04-10",
		"The contract ends on 1 May 2026, before this plan does; the last day for notice, "
		"1 April 2026, has passed." },
	{ "2026-05-01", 30, "2026-05-02",
		"By its date on record, the contract ended on 1 May 2026." },
	{ "2026-05-01", INT_NONE, "2026-05-01",
		"The contract ends on 1 May 2026, before this plan does." },
	{ "2029-01-01", 730, "2026-03-20",
		"The contract ends on 1 January 2029; the last day for notice is 2 January 2027." },
	{ "2029-01-01", 30, "2026-03-20", NULL },
	{ NULL, 30, "2026-03-20", NULL },
};

START_TEST(test_report_begins_with_a_contract_that_ends)
{
	struct case_file c;

	add_parties(&c, 2, 5, 2);
	if (contracts[_i].ends)
		record_put_profile(&c.rec)->contract_ends = build_day(contracts[_i].ends);
	record_put_profile(&c.rec)->notice_days = contracts[_i].notice;
	work_out(&c);
	c.today = build_day(contracts[_i].today);
	for (int joint = 0; joint < 2; joint++) {
		c.edition = joint ? EDITION_JOINT : EDITION_INTERNAL;
		write_report(&c, REPORT_ALL, false);
		if (contracts[_i].said)
			assert_says(&c, contracts[_i].said);
		else
			assert_silent(&c, "BEFORE ANYTHING ELSE");
		ck_assert(!contracts[_i].said || precedes(&c, "contract end", "\nDECISION\n"));
	}
	c.kind = REPORT_BRIEF;
	write_report(&c, REPORT_ALL, false);
	ck_assert(!contracts[_i].said || precedes(&c, "contract end", "THE DECISION WE ASK"));
	end(&c);
}
END_TEST

/* Half a year, where no plan tells what is near. */
START_TEST(test_report_diagnosis_begins_with_what_is_grave)
{
	struct case_file c;

	add_parties(&c, 2, 5, 2);
	record_put_profile(&c.rec)->litigation = TRI_YES;
	record_put_profile(&c.rec)->contract_ends = build_day("2026-09-30") + _i;
	work_out(&c);
	report_diagnosis_text(&c.text, &c.rec, &c.diagnosis, build_day("2026-09-30") - 180, false);
	ck_assert(precedes(&c, "The companies are in litigation.", "VERDICT"));
	ck_assert_int_eq(precedes(&c, "The contract ends on 30 September", "VERDICT"), !_i);
	end(&c);
}
END_TEST

START_TEST(test_report_brief_begins_with_a_dispute_without_blame)
{
	struct case_file c;

	add_parties(&c, 2, 5, 2);
	record_put_profile(&c.rec)->breach = record_put_profile(&c.rec)->litigation = TRI_YES;
	record_put_party_profile(&c.rec, 1)->stance = STANCE_RELUCTANT;
	work_out(&c);
	c.kind = REPORT_BRIEF;
	write_report(&c, REPORT_ALL, false);
	ck_assert(precedes(&c, "A dispute about the contract is open between the companies.",
		"THE DECISION WE ASK"));
	assert_silent(&c, "breached");
	assert_silent(&c, "has not yet confirmed that it takes");
	end(&c);
}
END_TEST

static void happen(struct case_file *c, int kind, const char *what, const char *effect)
{
	struct event *event = record_add(&c->rec, KIND_EVENT);

	event->kind = kind;
	event->party = 1;
	event->date = build_day("2026-02-20");
	event->what = what;
	event->effect = effect;
}

/* Kind, side and day for both companies, without anybody's words; what accuses is said in neutral
 * words, without a side. */
START_TEST(test_report_lists_what_has_happened)
{
	struct case_file c;

	add_parties(&c, 2, 5, 2);
	happen(&c, HAPPENING_OWNERSHIP, "It was sold to a fund.", "Nobody decides");
	happen(&c, HAPPENING_LEAK, "Drawings were passed on", NULL);
	happen(&c, HAPPENING_EXCLUSIVITY, "They sold to others", NULL);
	happen(&c, -1, "The plant moved", NULL);
	happen(&c, HAPPENING_OWNERSHIP, " ", "Talks stopped");
	work_out(&c);
	write_report(&c, 1u << REPORT_PERFORMANCE, false);
	assert_says(&c,
		"Change of ownership at Beta, 20 February 2026: It was sold to a fund. Effect: "
		"Nobody decides.");
	assert_says(&c, "Leak of know-how at Beta, 20 February 2026: Drawings were passed on.");
	assert_says(&c, "Other event at Beta, 20 February 2026: The plant moved.");
	assert_says(&c, "Change of ownership at Beta, 20 February 2026. Effect: Talks stopped.");
	c.edition = EDITION_JOINT;
	write_report(&c, REPORT_ALL, false);
	assert_says(&c,
		"Change of ownership at Beta, 20 February 2026. - Know-how to be protected, 20 "
		"February 2026. - Exclusivity to be clarified, 20 February 2026. - Other event at "
		"Beta, 20 February 2026. - Change of ownership at Beta, 20 February 2026.");
	assert_silent(&c, "Talks stopped");
	assert_silent(&c, "sold to a fund");
	assert_silent(&c, "The plant moved");
	assert_silent(&c, "Nobody decides");
	assert_silent(&c, "Drawings");
	assert_silent(&c, "They sold");
	assert_silent(&c, "eak of know-how");
	c.kind = REPORT_PROGRESS;
	write_report(&c, REPORT_ALL, false);
	assert_says(&c, "Know-how to be protected, 20 February 2026.");
	assert_silent(&c, "Drawings");
	end(&c);
}
END_TEST

/* [enum tri, from unknown on] */
static const char *const rivals[] = { NULL, ", coopetition.",
	"Coopetition The companies are recorded as competitors. Before plans, prices, customers or "
	"costs are exchanged," };

START_TEST(test_report_says_what_comes_before_rivals_talk)
{
	struct case_file c;

	add_parties(&c, 2, 5, 2);
	record_put_profile(&c.rec)->competitors = TRI_UNKNOWN + _i;
	work_out(&c);
	write_report(&c, 1u << REPORT_PITFALLS, false);
	if (rivals[_i])
		assert_says(&c, rivals[_i]);
	else
		assert_silent(&c, "oopetition");
	end(&c);
}
END_TEST

/* Consent counts: who did not give it may not be quoted, in whatever name the words were said. */
START_TEST(test_report_says_whose_words_may_not_be_quoted)
{
	struct case_file c;

	add_parties(&c, 2, 3, 3);
	fill_words(&c, 1);
	work_out(&c);
	write_report(&c, 1u << REPORT_APPENDIX, false);
	assert_says(&c, "Bo Lind, manager of Alpha, comment: \"token-comment\"");
	assert_silent(&c, "Not to be quoted");
	c.rec.respondents[1].consent = TRI_NO;
	write_report(&c, 1u << REPORT_APPENDIX, false);
	assert_says(&c, "Bo Lind, manager of Alpha, comment: \"token-comment\" Not to be quoted.");
	end(&c);
}
END_TEST

START_TEST(test_report_is_the_same_twice)
{
	struct case_file c;

	add_parties(&c, 3, 4, 3);
	fill_audit(&c);
	work_out(&c);
	write_report(&c, REPORT_ALL, false);
	char *first = mem_strdup(c.text.text);
	write_report(&c, REPORT_ALL, false);
	ck_assert_str_eq(c.text.text, first);
	free(first);
	end(&c);
}
END_TEST

START_TEST(test_report_plan_json_has_the_agreed_members)
{
	static const char *const members[] = { "id", "phase", "step", "title", "findings", "owners",
		"start", "due", "every", "quick_win", "active", "resources", "done_when", "kpi",
		"retest", "requires" };
	struct case_file c;

	add_parties(&c, 2, 3, 2);
	work_out(&c);
	exchange_plan_json(&c.text, &c.rec, &c.plan);
	json_t *root = json_loads(c.text.text, 0, NULL), *action;
	size_t i;
	ck_assert_ptr_nonnull(root);
	ck_assert_str_eq(json_string_value(json_object_get(root, "track")),
		vocabulary_track.word[c.plan.track]);
	ck_assert_str_eq(json_string_value(json_object_get(root, "start")), "2026-03-23");
	ck_assert_int_eq(json_integer_value(json_object_get(root, "horizon_months")), 24);
	ck_assert(json_is_array(json_object_get(root, "gates")));
	ck_assert(json_is_array(json_object_get(root, "warnings")));
	ck_assert_uint_eq(json_array_size(json_object_get(root, "actions")), c.plan.action_count);
	json_array_foreach(json_object_get(root, "actions"), i, action)
	{
		for (size_t m = 0; m < sizeof(members) / sizeof(*members); m++)
			ck_assert_msg(
				json_object_get(action, members[m]) != NULL, "%s", members[m]);
		ck_assert(
			json_is_string(json_object_get(action, "due")) == c.plan.actions[i].active);
		ck_assert_uint_eq(json_array_size(json_object_get(action, "owners")), 2);
		ck_assert_uint_gt(json_array_size(json_object_get(action, "findings")), 0);
	}
	json_decref(root);
	end(&c);
}
END_TEST

Suite *report_suite(void)
{
	Suite *suite = suite_create("report");
	TCase *tcase = tcase_create("report");

	tcase_set_timeout(tcase, 300);
	tcase_add_test(tcase, test_report_small_is_as_agreed);
	add_cases(tcase, test_report_of_any_shape_keeps_to_the_page, shape_cases);
	tcase_add_test(tcase, test_report_shows_everything_that_was_recorded);
	tcase_add_test(tcase, test_report_gives_the_reasons_of_the_fit);
	tcase_add_test(tcase, test_report_shows_every_rating_with_its_giver);
	tcase_add_test(tcase, test_report_hides_who_answered_in_confidence);
	tcase_add_loop_test(tcase, test_report_lists_know_named_and_not_named_alone, 0, 3);
	tcase_add_test(tcase, test_report_gives_no_reason_that_tells_a_role_in_confidence);
	tcase_add_test(tcase, test_report_shows_a_respondent_by_role_without_the_name);
	tcase_add_test(tcase, test_report_joint_says_what_it_leaves_out_before_the_verdict);
	tcase_add_test(tcase, test_report_joint_asks_for_more_people_where_few_were_heard);
	tcase_add_test(tcase, test_report_joint_gives_the_way_chosen_in_plain_words);
	tcase_add_test(tcase, test_report_joint_quotes_by_role_and_sorted);
	tcase_add_test(tcase, test_report_puts_a_question_as_each_side_was_asked);
	tcase_add_test(tcase, test_report_joint_owners_do_not_tell_who_answered_in_confidence);
	tcase_add_loop_test(tcase, test_report_joint_blames_nobody, 0, 2);
	tcase_add_test(tcase, test_report_joint_is_the_same_where_only_what_is_withheld_differs);
	tcase_add_test(tcase, test_report_lets_no_text_steer_a_terminal);
	tcase_add_test(tcase, test_report_with_long_and_wide_names_keeps_to_the_page);
	tcase_add_test(tcase, test_report_says_what_its_grade_is_worth);
	tcase_add_test(tcase, test_report_of_a_tie_names_no_primary_cause);
	tcase_add_test(tcase, test_report_of_one_side_gives_no_verdict_on_the_alliance);
	tcase_add_test(tcase, test_report_of_one_side_beside_a_silent_one_names_no_primary);
	tcase_add_test(tcase, test_report_of_nobody_says_so);
	tcase_add_test(tcase, test_report_without_an_audit_says_what_is_missing);
	tcase_add_test(tcase, test_report_of_a_healthy_alliance_has_no_gates);
	tcase_add_test(tcase, test_report_says_where_rounding_hides_a_line);
	tcase_add_test(tcase, test_report_sections_stand_alone_and_keep_their_numbers);
	tcase_add_test(tcase, test_report_plan_alone_tells_what_it_needs);
	tcase_add_test(tcase, test_report_names_the_example_only_when_it_is_one);
	tcase_add_loop_test(tcase, test_report_first_page_fits_on_a_page, 0, 3);
	tcase_add_test(tcase, test_report_first_page_tells_what_is_next);
	add_cases(tcase, test_report_first_page_fits_one_sheet, sheets);
	add_cases(tcase, test_report_begins_with_a_contract_that_ends, contracts);
	tcase_add_loop_test(tcase, test_report_diagnosis_begins_with_what_is_grave, 0, 2);
	tcase_add_test(tcase, test_report_brief_begins_with_a_dispute_without_blame);
	tcase_add_test(tcase, test_report_lists_what_has_happened);
	add_cases(tcase, test_report_says_what_comes_before_rivals_talk, rivals);
	tcase_add_test(tcase, test_report_says_whose_words_may_not_be_quoted);
	tcase_add_test(tcase, test_report_is_the_same_twice);
	tcase_add_test(tcase, test_report_plan_json_has_the_agreed_members);
	suite_add_tcase(suite, tcase);
	return suite;
}
