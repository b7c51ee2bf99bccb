/* SPDX-License-Identifier: MIT */
/*
 * Nothing can be stored that cannot be exported and read back: whatever a program puts into a
 * record is refused by the store with a reason, or comes out of an export, an import and another
 * export byte by byte the same.
 */
#include <rekindle/plan.h>

#include "exchange_help.h"
#include "store_fixture.h"

Suite *exchange_travels_suite(void);

static unsigned long seed;
static int _i_seed;

static unsigned roll(unsigned sides)
{
	seed = seed * 6364136223846793005UL + 1442695040888963407UL;
	return (unsigned)(seed >> 33) % sides;
}

/* What is typed, pasted and imported; the store settles the line ends and compositions. */
static const char *const texts[] = { NULL, "", " ", "plain", "two\nlines", "ends\n", "\nbegins",
	"dos\r\nends", "mac\rends", "e\u0301 and \u00e9", "\u202eturned\u202c", "\ufeffmarked",
	"a \"quote\", a \\ and a \t", "\u200b", "\U0001F469\u200D\U0001F680", "null", "1e5",
	" led by a blank and followed ", "0" };
static const char *const lists[] = { NULL, "", "one", "one\ntwo", "one\n\nthree", "\n", "one\n",
	"\ntwo", "dos\r\nends", " \nblank" };
static const char *const quantities[] = { NULL, "", "0", "-0", "12", "12.50", "1e400", "1e5", "007",
	"+3", ".5", "5.", " 5", "0x10", "nan", "inf", "1.0", "about 5", "12 %", "1,5",
	"123456789012345678901234567890", "0.1", "1e-400", "-1.5E+3" };
static const char *const moments[] = { NULL, NULL, "2026-10-15", "2026-10-15T16:00", "2026-02-30",
	"2026-10-15 16:00", "2026-10-15T24:00", "soon", "1899-12-31", "", "2026-10-15T16:00:00" };
static const char *const recurrences[] = { NULL, "day", "2 weeks on tuesday", "1 week", "quarter",
	"2 quarters", "99 years", "100 days", " week", "Week", "week on", "month on friday", "" };
static const char *const figures[] = { NULL, "{}", "{\"health\":3.4}", "{\"a.b-1_c\":0,\"n\":-12}",
	"{\"a\":3.10}", "{\"a\":03}", "{\"A\":3}", "{\"a\": 3}", "{\"a\":3e2}", "{\"a\":\"3\"}",
	"{\"a\":1234567890}", "{\"a\":-0}", "{\"a\":1,}", "[1]", "", "{", "{\"a\":0.0001}",
	"{\"a\":123456789.1234}", "{\"a\":0.00001}" };
static const int wholes[] = { INT_NONE, 0, 1, 2, 3, 7, 12, 1000000, 1000001, -1 };
static const double reals[] = { NAN, 0, -0.0, 0.1, -1.5, 12, 1e300, -1e300, INFINITY, 1e-320,
	123456789012345680.0, 1.0 / 3 };
static const int64_t instants[] = { 0, 1, INT64_C(1790000000000), INT64_C(253402300799999),
	INT64_C(253402300800000), -1 };

#define PICK(list) list[roll(sizeof(list) / sizeof(*(list)))]

static int some_day(void)
{
	int first = date_make(DATE_YEAR_FIRST, 1, 1), last = date_make(DATE_YEAR_LAST, 12, 31);
	const int days[] = { DATE_NONE, first - 1, first, 0, 20000, 20778, 20779, last, last + 1 };
	return PICK(days);
}

/* One of those that are stored, -1 none. */
static int some_index(const struct record *record, enum kind kind)
{
	size_t count = record_count(record, kind);
	return count ? (int)roll((unsigned)count + 1) - 1 : -1;
}

static void fill_wildly(struct record *record, const struct field *field, char *object)
{
	void *member = object + field->offset;
	switch (field->type) {
	case FIELD_TEXT:
		*(const char **)member = PICK(texts);
		break;
	case FIELD_LIST:
		*(const char **)member = PICK(lists);
		break;
	case FIELD_QUANTITY:
		*(const char **)member = PICK(quantities);
		break;
	case FIELD_FIGURES:
		*(const char **)member = PICK(figures);
		break;
	case FIELD_EVERY:
		*(const char **)member = PICK(recurrences);
		break;
	case FIELD_MOMENT:
		*(const char **)member = PICK(moments);
		break;
	case FIELD_WHOLE:
		*(int *)member = PICK(wholes);
		break;
	case FIELD_RATING:
		*(int *)member = (int)roll(7);
		break;
	case FIELD_REAL:
		*(double *)member = PICK(reals);
		break;
	case FIELD_TRI:
		*(int *)member = (int)roll(3) - 1;
		break;
	case FIELD_DATE:
		*(int *)member = some_day();
		break;
	case FIELD_INSTANT:
		*(int64_t *)member = PICK(instants);
		break;
	case FIELD_WORD:
		*(int *)member = (int)roll((unsigned)field->words->count + 2) - 1;
		break;
	case FIELD_REF:
		*(int *)member = some_index(record, field->ref);
		break;
	case FIELD_UUID:
		if (roll(2))
			*(struct uuid *)member = record->assessment.object.id;
		break;
	case FIELD_VALUE:
	case FIELD_ITEM:
		break;
	}
}

/* The answers to one item of every kind, by the respondent: one that the item takes. */
static void tame_answer(struct record *record, struct answer *answer)
{
	const struct item *item;
	answer->respondent = (int)roll((unsigned)record->respondent_count);
	do {
		answer->item = (int)roll((unsigned)record->instrument->item_count);
		item = &record->instrument->items[answer->item];
	} while (record_answer(record, answer->respondent, answer->item) ||
		item->kind == ITEM_MULTI || (item->kind == ITEM_CHOICE && !item->choice_count));
	fill_value(record, item, (int)roll(9), &answer->value);
	if (item->kind == ITEM_CHOICE)
		answer->value.text = item->choices[0].id;
	if (answer->state != STATE_ANSWERED)
		answer->value = (struct value){ 0 };
}

static void tame_action(struct record *record, struct plan_action *action)
{
	const struct instrument *instrument = record->instrument;
	size_t n = record->action_count - 1;
	action->library = roll(2) ? instrument->actions[n % instrument->action_count].id : NULL;
	action->step = 1 + (int)roll(PLAN_STEPS);
	if (!action->library)
		action->title = "own";
}

/* What no screen, command or file makes: two of one gate, a row of a checklist twice, a measure
 * with a direction away from its target. */
static void tame(struct record *record, enum kind kind, void *object)
{
	struct object *head = object;
	if (kind == KIND_PARTY)
		((struct party *)object)->ours = TRI_NO;
	if (kind == KIND_ANSWER)
		tame_answer(record, object);
	if (kind == KIND_PLAN_ACTION)
		tame_action(record, object);
	if (kind == KIND_KPI)
		((struct kpi *)object)->baseline = NAN;
	if (kind == KIND_GATE)
		((struct gate_decision *)object)->number = (int)record->gate_decision_count;
	if (kind == KIND_RELEASE && roll(4))
		((struct release *)object)->round = record->assessment.object.id;
	if (kind == KIND_RELEASE_RATING)
		((struct release_rating *)object)->number = (int)record->release_rating_count;
	if (kind == KIND_CHECKLIST)
		((struct checklist *)object)->row = (int)record->checklist_count;
	if (kind == KIND_CHECKLIST || kind == KIND_ACTION_OWNER || kind == KIND_OBJECTIVE_OWNER)
		head->extra = NULL;
}

/* Most members are as in a sound object, so that enough are stored whole. */
static void fill(struct record *record, enum kind kind, char *object, int n)
{
	const struct kind_info *info = &kind_info[kind];
	for (size_t i = 0; i < info->field_count; i++)
		if (roll(6))
			fill_field(record, &info->fields[i], object, n,
				some_index(record, info->fields[i].ref));
		else
			fill_wildly(record, &info->fields[i], object);
	((struct object *)(void *)object)->extra =
		roll(3) ? NULL : "{\"unknown\":[1,{\"a\":null}]}";
	tame(record, kind, object);
}

static bool lacks_what_it_needs(const struct record *record, enum kind kind, const char *object)
{
	for (size_t i = 0; i < kind_info[kind].field_count; i++) {
		const struct field *field = &kind_info[kind].fields[i];
		if (field->type == FIELD_REF && field->required &&
			*(const int *)(const void *)(object + field->offset) < 0)
			return true;
	}
	return kind == KIND_ANSWER && !record->respondent_count;
}

/* Put a wild one; true when it is stored. What is refused says why, and is gone. */
static bool put_wildly(struct store *store, struct record *record, enum kind kind)
{
	size_t *count = (size_t *)((char *)record + kind_info[kind].count);
	if (kind == KIND_ANSWER && !record->respondent_count)
		return false;
	char *object = record_add(record, kind);
	fill(record, kind, object, (int)roll(50));
	why.text[0] = '\0';
	if (lacks_what_it_needs(record, kind, object) ||
		store_put(store, record, kind, object, 0, &why)) {
		(*count)--;
		return false;
	}
	if (kind == KIND_ANSWER || kind == KIND_RESPONDENT)
		record_settle(record);
	return true;
}

/* Rounds of every version of the bank stand beside each other. */
static const struct instrument *bank_of(int round)
{
	size_t count;
	const struct instrument *released = instrument_released(&count);
	return &released[(size_t)(_i_seed + round) % count];
}

static void begin_alliance(struct store *store, struct record *record)
{
	record_init(record, bank_of(0));
	record->alliance.name = "Phoenix";
	record->assessment.title = "One";
	record->assessment.date = 20778;
	for (int i = 0; i < 2; i++)
		((struct party *)record_add(record, KIND_PARTY))->name = i ? "Apex" : "Borealis";
	OK(store_add_record(store, record, &why));
}

static void change_wildly(struct store *store, struct record *record, enum kind kind)
{
	int64_t round = record->assessment.object.key;
	struct record wild;
	OK(store_load(store, round, &wild, &why));
	fill(&wild, kind, record_at(&wild, kind, 0), (int)roll(50));
	wild.assessment.sealed = DATE_NONE;
	if (store_put(store, &wild, kind, record_at(&wild, kind, 0), 0, &why))
		ck_assert(*why.text);
	record_release(&wild);
}

static int fill_round(struct store *store, struct record *record, enum kind first)
{
	int stored = 0;
	for (int kind = first; kind < KIND_COUNT; kind++)
		for (int i = 0; kind_info[kind].count && i < (kind_is_single(kind) ? 1 : 4); i++)
			if (kind != KIND_PARTY || record->party_count < 4)
				stored += put_wildly(store, record, (enum kind)kind);
	change_wildly(store, record, KIND_ASSESSMENT);
	return stored;
}

static char *written(struct store *store)
{
	struct str out;
	int64_t key;
	key = sql_number(store, "SELECT min(key) FROM assessment");
	str_init(&out);
	OK(exchange_write(store, key, false, &out, &why));
	return str_detach(&out);
}

static void assert_reads_back(struct store *store)
{
	struct exchange file;
	struct exchange_report report;
	struct store *copy;
	char *there = written(store);
	OK(store_open(":memory:", STORE_CREATE, &copy, &why));
	enum err err = exchange_read(there, strlen(there), "file.json", &file, &why);
	ck_assert_msg(!err, "seed %d: %s", _i_seed, why.text);
	OK(exchange_import(copy, &file, IMPORT_PLAINLY, &report, &why));
	char *here = written(copy);
	size_t at = 0;
	while (there[at] && there[at] == here[at])
		at++;
	size_t from = at > 120 ? at - 120 : 0;
	ck_assert_msg(!strcmp(there, here), "seed %d\n%.160s\n---- or\n%.160s", _i_seed,
		there + from, here + from);
	exchange_report_release(&report);
	exchange_release(&file);
	free(there);
	free(here);
	store_close(copy);
}

START_TEST(test_exchange_travels_whatever_is_stored)
{
	struct record record;
	struct store *store;
	_i_seed = _i;
	seed = 4321 + (unsigned long)_i * 1000003;
	OK(store_open(":memory:", STORE_CREATE, &store, &why));
	begin_alliance(store, &record);
	int stored = fill_round(store, &record, KIND_PARTY);
	change_wildly(store, &record, KIND_ALLIANCE);
	for (int rounds = 1; rounds < 3; rounds++) {
		drop_round(&record);
		record.assessment.title = "next";
		record.instrument = bank_of(rounds);
		record.assessment.kind = (int)roll(3);
		OK(store_put(store, &record, KIND_ASSESSMENT, &record.assessment,
			record.alliance.object.key, &why));
		stored += fill_round(store, &record, KIND_RESPONDENT);
	}
	ck_assert_int_gt(stored, 40);
	assert_reads_back(store);
	record_release(&record);
	store_close(store);
}
END_TEST

Suite *exchange_travels_suite(void)
{
	Suite *suite = suite_create("exchange travels");
	TCase *tests = tcase_create("travels");
	tcase_set_timeout(tests, 60);
	add_histories(tests, test_exchange_travels_whatever_is_stored, 60);
	suite_add_tcase(suite, tests);
	return suite;
}
