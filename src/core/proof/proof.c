/* SPDX-License-Identifier: MIT */
/*
 * Of each action that is done the items that test it again, before and after (rekindle-method(7),
 * section 8): over people who rated them in both rounds.
 */
#include <rekindle/proof.h>
#include <stdlib.h>
#include <string.h>
#include "../score/basis.h"
#include "../trend/common.h"

/* The two rounds between which an action is tested, and the items. */
struct testing {
	const struct record *before, *after;
	struct common common;
	bool *then, *now; /* by item of the bank of that round: tests the action again */
};

static int round_of(const struct uuid *id, const struct record *const *rounds, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (!uuid_none(id) && uuid_same(id, &rounds[i]->assessment.object.id))
			return (int)i;
	return -1;
}

static int last_full_before(int day, const struct record *const *rounds, size_t count)
{
	int last = -1;

	for (size_t i = 0; i < count; i++)
		if (rounds[i]->assessment.kind != ROUND_PULSE && rounds[i]->assessment.date < day)
			last = (int)i;
	return last;
}

static bool retests(const struct planned_action *planned, const char *item)
{
	for (size_t i = 0; i < planned->retest_count; i++)
		if (!strcmp(planned->retest[i], item))
			return true;
	return false;
}

static bool any_role(const bool *counts, size_t items, size_t item)
{
	for (size_t role = 0; role < ROLE_COUNT; role++)
		if (counts[role * items + item])
			return true;
	return false;
}

/* Items of a bank that both rounds asked and that test the action again. */
static bool *find_items(struct pool *pool, const struct instrument *bank, const bool *counts,
	const struct planned_action *planned)
{
	bool *found = pool_alloc(pool, bank->item_count * sizeof(*found));

	for (size_t i = 0; i < bank->item_count; i++)
		found[i] = retests(planned, bank->items[i].id) &&
			any_role(counts, bank->item_count, i);
	return found;
}

static void testing_open(struct testing *t, struct pool *pool, const struct record *before,
	const struct record *after, const struct planned_action *planned)
{
	*t = (struct testing){ .before = before, .after = after };
	common_find(&t->common, pool, before, after);
	t->then = find_items(pool, before->instrument, t->common.before, planned);
	t->now = find_items(pool, after->instrument, t->common.after, planned);
}

/* What somebody said of an item; NAN: nothing that is compared. */
static double rating_of(
	const struct record *rec, const bool *counts, const bool *items, size_t r, size_t item)
{
	size_t role = (size_t)rec->respondents[r].role;
	int rating = items[item] && counts[role * rec->instrument->item_count + item] &&
			record_asked(rec, (int)r, (int)item)
		? record_rating(rec, (int)r, (int)item)
		: 0;

	return rating ? rating : NAN;
}

/* The same of a person, who may have answered more than once. */
static double person_rating(
	const struct record *rec, const bool *counts, const bool *items, int person, size_t item)
{
	struct mean mean = { 0 };

	for (size_t r = 0; r < rec->respondent_count; r++)
		if (rec->respondents[r].person == person)
			mean_add(&mean, rating_of(rec, counts, items, r, item));
	return mean_of(&mean);
}

/* Mean change of a person over the items rated both times. */
static double person_change(const struct testing *t, int then, int now)
{
	const struct instrument *bank = t->after->instrument;
	struct mean mean = { 0 };

	for (size_t i = 0; i < bank->item_count; i++) {
		int at = t->now[i] ? instrument_item(t->before->instrument, bank->items[i].id) : -1;

		if (at >= 0)
			mean_add(&mean,
				person_rating(t->after, t->common.after, t->now, now, i) -
					person_rating(t->before, t->common.before, t->then, then,
						(size_t)at));
	}
	return mean_of(&mean);
}

static bool rated(const struct record *rec, const bool *counts, const bool *items, int person)
{
	for (size_t i = 0; i < rec->instrument->item_count; i++)
		if (!isnan(person_rating(rec, counts, items, person, i)))
			return true;
	return false;
}

/* Those who rated the items in one of the rounds alone, by party. */
static void count_single(const struct testing *t, int single[PARTIES_MAX])
{
	for (size_t i = 0; i < t->after->person_count; i++) {
		int then = common_person(t->before, &t->after->people[i].object.id);
		bool before = then >= 0 && rated(t->before, t->common.before, t->then, then);

		single[common_speaks_for(t->after, (int)i)] +=
			before != rated(t->after, t->common.after, t->now, (int)i);
	}
	for (size_t i = 0; i < t->before->person_count; i++) {
		int party = common_speaks_for(t->before, (int)i);
		int now =
			common_party(t->after, &t->before->parties[party].object.id, (size_t)party);

		if (now >= 0 && common_person(t->after, &t->before->people[i].object.id) < 0)
			single[now] += rated(t->before, t->common.before, t->then, (int)i);
	}
}

/* Mean of the parties' means, and how many of each rated an item. */
static double round_value(
	const struct record *rec, const bool *counts, const bool *items, int n[PARTIES_MAX])
{
	struct mean party[PARTIES_MAX] = { { 0 } }, all = { 0 };

	for (size_t r = 0; r < rec->respondent_count; r++) {
		struct mean own = { 0 };

		for (size_t i = 0; i < rec->instrument->item_count; i++)
			mean_add(&own, rating_of(rec, counts, items, r, i));
		mean_add(&party[rec->respondents[r].party], mean_of(&own));
	}
	for (int p = 0; p < PARTIES_MAX; p++) {
		mean_add(&all, mean_of(&party[p]));
		n[p] = party[p].n;
	}
	return mean_of(&all);
}

static void pair_up(const struct testing *t, struct trend_aspect *of)
{
	size_t people = t->after->person_count + 1;
	double *change = mem_alloc(people * sizeof(*change));
	int *party = mem_alloc(people * sizeof(*party));

	for (size_t i = 0; i < t->after->person_count; i++) {
		int then = common_person(t->before, &t->after->people[i].object.id);
		double one = then < 0 ? NAN : person_change(t, then, (int)i);

		if (isnan(one))
			continue;
		party[of->pairs] = common_speaks_for(t->after, (int)i);
		change[of->pairs++] = one;
	}
	common_weigh(of, change, party);
	free(change);
	free(party);
}

static void count_items(struct proof_action *proof, const struct testing *t)
{
	const struct instrument *bank = t->after->instrument;

	for (size_t i = 0; i < bank->item_count; i++)
		if (t->now[i]) {
			proof->items++;
			proof->scale[bank->items[i].scale] = true;
		}
}

static void test_again(struct proof_action *proof, const struct testing *t)
{
	proof->of = (struct trend_aspect){ .change = NAN, .p = NAN };
	proof->of.before = round_value(t->before, t->common.before, t->then, proof->of.n_before);
	proof->of.after = round_value(t->after, t->common.after, t->now, proof->of.n_after);
	pair_up(t, &proof->of);
	count_single(t, proof->of.single_of);
}

/* The newest round since that asked of them again. */
static void find_after(struct proof_action *proof, struct pool *pool,
	const struct planned_action *planned, const struct record *const *rounds, size_t count)
{
	for (int i = (int)count - 1; i > proof->before && proof->before >= 0; i--) {
		struct testing t;

		if (rounds[i]->assessment.date < planned->closed)
			return;
		testing_open(&t, pool, rounds[proof->before], rounds[i], planned);
		count_items(proof, &t);
		if (!proof->items)
			continue;
		proof->after = i;
		test_again(proof, &t);
		return;
	}
}

static struct proof_action *add_action(struct proof *proof, int at,
	const struct planned_action *planned, const struct record *rec,
	const struct record *const *rounds, size_t count)
{
	struct proof_action *one = POOL_APPEND(&proof->pool, proof->actions, proof->count);
	int drawn = planned->stored < 0
		? -1
		: round_of(&rec->actions[planned->stored].round, rounds, count);

	*one = (struct proof_action){ .action = at, .before = drawn, .after = -1 };
	one->of = (struct trend_aspect){ .before = NAN, .after = NAN, .change = NAN, .p = NAN };
	if (drawn < 0)
		one->before = last_full_before(planned->closed, rounds, count);
	return one;
}

static void judge(struct proof *proof)
{
	struct trend_aspect **all = pool_alloc(&proof->pool, proof->count * sizeof(*all));

	for (size_t i = 0; i < proof->count; i++)
		all[i] = &proof->actions[i].of;
	proof->tested = common_judge(all, (int)proof->count);
}

void proof_compute(struct proof *proof, const struct plan *plan, const struct record *rec,
	const struct record *const *rounds, size_t count)
{
	*proof = (struct proof){ 0 };
	for (size_t i = 0; i < plan->action_count; i++) {
		const struct planned_action *planned = &plan->actions[i];

		if (planned->status != STATUS_DONE)
			continue;
		if (planned->closed == DATE_NONE) {
			proof->undated++;
			continue;
		}
		find_after(add_action(proof, (int)i, planned, rec, rounds, count), &proof->pool,
			planned, rounds, count);
	}
	if (proof->count)
		judge(proof);
}

void proof_release(struct proof *proof)
{
	pool_release(&proof->pool);
	*proof = (struct proof){ 0 };
}

enum movement proof_movement(const struct proof_action *proof)
{
	return trend_movement(&proof->of);
}
