/* SPDX-License-Identifier: MIT */
/*
 * What the suites of merging share: copies of one alliance, changes on machines whose clocks are
 * wrong, and what a copy holds whatever the order.
 */
#ifndef MERGE_HELP_H
#define MERGE_HELP_H

#include <jansson.h>

#include "exchange_help.h"
#include "store_fixture.h"

#define DAY_MS INT64_C(86400000)

static const char start[] =
	"{'alliance': {'id': 'x', 'name': 'Phoenix', " PARTIES ","
	"'people': [{'id': 'p1', 'party': 'a', 'role': 'sponsor', 'name': 'Ana'},"
	"{'id': 'p2', 'party': 'b', 'role': 'manager', 'name': 'Bo'}],"
	"'meetings': [{'id': 't', 'at': 1790000000000, 'body': 'steering', 'notes': ['one', "
	"'two']}],"
	"'escalations': [{'id': 'e', 'opened': '2026-10-01', 'level': 2, 'what': 'late'}],"
	"'days_off': [{'party': 'a', 'from': '2026-12-21', 'to': '2027-01-06'}, {'party': 'b', "
	"'from': '2026-05-01', 'yearly': true}]},"
	"'assessments': [{'id': 'one', 'date': '2026-11-20', 'title': 'One',"
	"'profile': {'type': 'joint_rnd', 'parties': [{'party': 'a', 'stance': 'reluctant'}, "
	"{'party': 'b'}]},"
	"'respondents': [{'id': 'r1', 'person': 'p1'}, {'id': 'r2', 'person': 'p2'}],"
	"'answers': [{'respondent': 'r1', 'item': '" ITEM "', 'value': 4},"
	"{'respondent': 'r2', 'item': '" ITEM "', 'value': 2}],"
	"'route': [{'party': 'a', 'closeness': 3}], 'contributions': [{'party': 'b', 'brings': "
	"'x'}],"
	"'objectives': [{'id': 'o1', 'text': 'first'}, {'id': 'o2', 'text': 'second'}],"
	"'kpis': [{'id': 'k1', 'category': 'financial', 'name': 'K', 'actuals': ["
	"{'date': '2026-01-01', 'value': 1}, {'date': '2026-02-01', 'value': 2}]},"
	"{'id': 'k2', 'category': 'strategic', 'name': 'L', 'actuals': ["
	"{'date': '2026-01-01', 'value': 1}]}],"
	"'checklists': {'selection': {'longlist': 'yes', 'culture': 'no'}},"
	"'events': [{'id': 'v', 'kind': 'budget', 'party': 'a', 'what': 'cut'}],"
	"'risks': [{'id': 'x1', 'text': 'r', 'side': 'a'}], "
	"'process': [{'id': 'w', 'step': 's'}], 'incidents': [{'id': 'i', 'what': 'late'}],"
	"'milestones': [{'id': 'q', 'text': 'line'}], "
	"'notes': [{'id': 'n', 'text': 't'}],"
	"'plan': {'start': '2026-12-07', 'track': 'relaunch', 'horizon_months': 12,"
	"'workshop': {'success': [{'party': 'a', 'text': 'sold'}, {'party': 'b', 'text': 'met'}]},"
	"'objectives': [{'id': 'g', 'text': 'goal', 'owners': [{'party': 'a', 'person': 'p1'},"
	"{'party': 'b', 'person': 'p2'}]}], 'actions': ["
	"{'id': 'collect_facts', 'start': '2026-12-07', 'due': '2026-12-18',"
	"'owners': [{'party': 'a', 'person': 'p1'}]},"
	"{'id': '6d1c7a52-1f0e-4f5b-9c3a-0a4f0c9a7e77', 'title': 'own', 'step': 3}],"
	"'gates': [{'number': 1, 'outcome': 'passed', 'decided': '2027-01-05'}],"
	"'amendments': [{'id': 'm', 'text': 'clause'}]}}]}";

static inline struct store *memory(void)
{
	struct store *store;
	OK(store_open(":memory:", STORE_CREATE, &store, &why));
	return store;
}

static inline int64_t take_so(
	struct store *store, const char *json, unsigned how, struct exchange_report *report)
{
	struct exchange file;
	read_ok(json, &file);
	OK(exchange_import(store, &file, how, report, &why));
	exchange_release(&file);
	return report->assessment;
}

static inline int64_t take(struct store *store, const char *json)
{
	struct exchange_report report;
	int64_t key = take_so(store, json, IMPORT_PLAINLY, &report);
	exchange_report_release(&report);
	return key;
}

static inline int64_t round_of(struct store *store)
{
	int64_t key;
	OK(store_find(store, "Phoenix", &key, &why));
	return key;
}

static inline char *give(struct store *store)
{
	struct str out;
	str_init(&out);
	OK(exchange_write(store, round_of(store), false, &out, &why));
	return str_detach(&out);
}

/* A copy of its own of what another has. */
static inline struct store *copy_of(struct store *store)
{
	struct store *copy = memory();
	char *text = give(store);
	take(copy, text);
	free(text);
	return copy;
}

static inline struct store *begun(void)
{
	struct store *store = memory();
	char *json = json_of(start);
	take(store, json);
	free(json);
	return store;
}

/* Into one what the other has. */
static inline void merge_so(
	struct store *into, struct store *from, unsigned how, struct exchange_report *report)
{
	char *text = give(from);
	take_so(into, text, how, report);
	free(text);
}

static inline void merge(struct store *into, struct store *from)
{
	struct exchange_report report;
	merge_so(into, from, IMPORT_PLAINLY, &report);
	exchange_report_release(&report);
}

/* A transaction on a machine whose clock is wrong by so much. */
static inline void begin_at(struct store *store, const struct record *rec, int64_t skew)
{
	OK(store_begin(store, rec->assessment.object.key, NULL, &why));
	store->change.at += skew;
}

static inline void put_at(
	struct store *store, struct record *rec, enum kind kind, size_t index, int64_t skew)
{
	begin_at(store, rec, skew);
	OK(store_put(store, rec, kind, record_at(rec, kind, index), 0, &why));
	OK(store_commit(store, &why));
}

static inline void delete_at(
	struct store *store, struct record *rec, enum kind kind, size_t index, int64_t skew)
{
	begin_at(store, rec, skew);
	OK(store_delete(store, rec, kind, record_at(rec, kind, index), &why));
	OK(store_commit(store, &why));
}

static inline void load(struct store *store, struct record *rec)
{
	OK(store_load(store, round_of(store), rec, &why));
}

/* Chance */

__attribute__((unused)) static unsigned long seed;

static inline unsigned roll(unsigned sides)
{
	seed = seed * 6364136223846793005UL + 1442695040888963407UL;
	return (unsigned)(seed >> 33) % sides;
}

static inline int by_text(const void *a, const void *b)
{
	return strcmp(*(char *const *)a, *(char *const *)b);
}

/* The same for the same content, whatever the order of lists. */
static inline char *canonical(json_t *value)
{
	struct str out;
	str_init(&out);
	if (json_is_array(value)) {
		size_t count = json_array_size(value), i;
		char **texts = mem_alloc((count + 1) * sizeof(*texts));
		for (i = 0; i < count; i++)
			texts[i] = canonical(json_array_get(value, i));
		qsort(texts, count, sizeof(*texts), by_text);
		for (i = 0; i < count; i++) {
			str_addf(&out, "[%s]", texts[i]);
			free(texts[i]);
		}
		free(texts);
	} else if (json_is_object(value)) {
		const char *name;
		json_t *member, *flat = json_object();
		json_object_foreach(value, name, member)
		{
			char *text = canonical(member);
			json_object_set_new(flat, name, json_string(text));
			free(text);
		}
		char *text = json_dumps(flat, JSON_SORT_KEYS);
		str_add(&out, text);
		free(text);
		json_decref(flat);
	} else {
		char *text = json_dumps(value, JSON_ENCODE_ANY);
		str_add(&out, text);
		free(text);
	}
	return str_detach(&out);
}

static inline void forget_found_owners(json_t *actions)
{
	size_t a, o;
	json_t *action, *owner;
	json_array_foreach(actions, a, action) json_array_foreach(json_object_get(action, "owners"),
		o, owner) if (!json_is_true(json_object_get(owner, "chosen")))
		json_object_clear(owner);
}

static inline char *content(struct store *store)
{
	char *text = give(store);
	json_t *root = json_loads(text, 0, NULL);
	/* they follow from the rest, and number the actions, and name the people, in their order */
	json_t *plan = json_object_get(json_object_get(root, "alliance"), "plan");
	json_object_del(plan, "warnings");
	json_object_del(plan, "charter");
	forget_found_owners(json_object_get(plan, "actions"));
	char *content = canonical(root);
	json_decref(root);
	free(text);
	return content;
}

/* From where they differ on. */
static inline void assert_alike(const char *first, const char *second, int order)
{
	size_t at = 0;
	while (first && first[at] && first[at] == second[at])
		at++;
	ck_assert_msg(!first || !strcmp(first, second), "order %d\n%.300s\n%.300s", order,
		first + (at < 100 ? 0 : at - 100), second + (at < 100 ? 0 : at - 100));
}

static inline void shuffle(int *order, int count)
{
	for (int i = count; i-- > 1;) {
		int other = (int)roll((unsigned)i + 1), kept = order[i];
		order[i] = order[other];
		order[other] = kept;
	}
}

/* Every file once, in an order. */
static inline char *taken_in_order(char *const *files, const int *order, int count)
{
	struct store *all = memory();
	for (int i = 0; i < count; i++)
		take(all, files[order[i]]);
	char *text = content(all);
	store_close(all);
	return text;
}

/* Whatever the order in which they are taken. */
static inline void assert_in_any_order(char *const *files, int count)
{
	int *order = mem_alloc((size_t)count * sizeof(*order));
	char *first = NULL;
	for (int i = 0; i < count; i++)
		order[i] = i;
	for (int o = 0; o < 8; o++) {
		char *result = taken_in_order(files, order, count);
		assert_alike(first, result, o);
		free(first);
		first = result;
		shuffle(order, count);
	}
	free(first);
	free(order);
}

#endif
