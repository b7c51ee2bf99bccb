/* SPDX-License-Identifier: MIT */
/*
 * Did it work: of each action that is done what tests it again, before and after. The joint edition
 * says which way it went, never a number.
 */
#include "past.h"

#define TITLE_CELLS 30
#define BESIDE_LINES 8 /* of the block beside its rows, at most */

static bool shown(const struct proof_action *one)
{
	return one->after >= 0;
}

static int asked_again(const struct proof *proof)
{
	int n = 0;

	for (size_t i = 0; i < proof->count; i++)
		n += shown(&proof->actions[i]);
	return n;
}

static bool hides(struct compose *c, const struct proof_action *one)
{
	return proof_hidden(
		one, past_round(c->past, one->before)->view, past_round(c->past, one->after)->view);
}

static const char *said_of(struct compose *c, const struct proof_action *one)
{
	static const enum sentence said[MOVEMENT_COUNT] = {
		[MOVEMENT_UNCLEAR] = W_ROUNDS_CANNOT,
		[MOVEMENT_ROSE] = W_ROUNDS_ROW_ROSE,
		[MOVEMENT_FELL] = W_ROUNDS_ROW_FELL,
	};

	if (hides(c, one))
		return words_plain(W_ROUNDS_ROW_WITHHELD);
	return words_plain(one->of.pairs ? said[proof_movement(one)] : W_ROUNDS_ROW_NONE);
}

/* "governance, communication": what the items are about. */
static const char *subject_of(struct compose *c, const struct proof_action *one)
{
	struct texts list = { 0 };

	for (int s = 0; s < SCALE_COUNT; s++)
		if (one->scale[s])
			texts_add(c->pool, &list, words_scale(s));
	return words_names(c->pool, &list);
}

static void number_cells(struct compose *c, struct row *row, const struct proof_action *one)
{
	doc_cell(c->doc, row, "%s", dash(c, "%.2f", one->of.before));
	doc_cell(c->doc, row, "%s", dash(c, "%.2f", one->of.after));
	doc_cell(c->doc, row, "%d", one->of.pairs);
}

static void proof_row(struct compose *c, struct table *table, const struct proof_action *one)
{
	const struct planned_action *planned = &c->plan->actions[one->action];
	struct row *row = doc_row(c->doc, table);

	doc_cell(c->doc, row, "%d", planned->number);
	doc_cell(c->doc, row, "%s", planned->title);
	doc_cell(c->doc, row, "%s", day_short(c, planned->closed));
	if (!c->joint)
		number_cells(c, row, one);
	doc_cell(c->doc, row, "%s", subject_of(c, one));
	doc_cell(c->doc, row, "%s", said_of(c, one));
}

static struct table *begin_table(struct compose *c)
{
	static const struct column joint[] = {
		{ .width = 3, .align = ALIGN_RIGHT },
		{ .gap = 2, .width = TITLE_CELLS, .wrap = true },
		{ .gap = 1, .width = 6 },
		{ .gap = 1, .width = 17, .wrap = true },
		{ .gap = 1, .width = 18 },
	};
	static const struct column internal[] = {
		{ .width = 3, .align = ALIGN_RIGHT },
		{ .gap = 1, .width = 17, .wrap = true },
		{ .gap = 1, .width = 6 },
		{ .gap = 1, .width = 6, .align = ALIGN_RIGHT },
		{ .gap = 1, .width = 5, .align = ALIGN_RIGHT },
		{ .gap = 1, .width = 5, .align = ALIGN_RIGHT },
		{ .gap = 1, .width = 13, .wrap = true },
		{ .gap = 1, .width = 18 },
	};
	static const char *const heads[] = { "No", "Action", "done", "before", "after", "pairs",
		"tested by", "since" };
	struct table *table = doc_table(c->doc, 0, c->joint ? joint : internal, c->joint ? 5 : 8);
	struct row *row = doc_head_row(c->doc, table);

	table->subject = 1;
	for (int i = 0; i < 8; i++)
		if (!c->joint || i < 3 || i > 5)
			doc_cell(c->doc, row, "%s", heads[i]);
	return table;
}

/* How much a row tells: that it moved, that this cannot be told, that it is withheld. */
enum telling { TELLS_MOVED, TELLS_UNCLEAR, TELLS_NOTHING, TELLINGS };

static enum telling telling(struct compose *c, const struct proof_action *one)
{
	if (hides(c, one))
		return TELLS_NOTHING;
	return proof_movement(one) == MOVEMENT_UNCLEAR ? TELLS_UNCLEAR : TELLS_MOVED;
}

/* What tells most stands first, then plan order. */
static int choose(struct compose *c, const struct proof_action **out)
{
	const struct proof *proof = &c->past->proof;
	int count = 0;

	for (int tells = 0; tells < TELLINGS; tells++)
		for (size_t i = 0; i < proof->count; i++)
			if (shown(&proof->actions[i]) &&
				(int)telling(c, &proof->actions[i]) == tells)
				out[count++] = &proof->actions[i];
	return count;
}

static void add_waiting(struct compose *c, struct texts *said)
{
	const struct proof *proof = &c->past->proof;
	int waiting = (int)proof->count - asked_again(proof);

	if (waiting)
		texts_add(c->pool, said, words(c->pool, W_PROOF_WAITING, hole_count("n", waiting)));
	if (proof->undated)
		texts_add(c->pool, said,
			words(c->pool, W_PROOF_UNDATED, hole_count("n", proof->undated)));
}

/* How many of those that no row tells of, and what of these may be said to have moved. */
static void add_more(struct compose *c, struct texts *said, const struct proof_action *const *list,
	int count, int most)
{
	int moved = 0;

	for (int i = most; i < count; i++)
		moved += telling(c, list[i]) == TELLS_MOVED;
	if (count > most)
		texts_add(c->pool, said,
			words(c->pool, most ? W_PROOF_MORE : W_PROOF_ALL,
				hole_count("n", count - most), hole_count("moved", moved)));
}

static void compose_said(
	struct compose *c, const struct proof_action *const *list, int count, int most)
{
	const struct proof *proof = &c->past->proof;
	struct texts said = { 0 };

	add_more(c, &said, list, count, most);
	if (proof->tested)
		texts_add(c->pool, &said,
			words(c->pool, W_PROOF_TESTED, hole_count("n", proof->tested),
				hole_count("pairs", trend_pairs_needed(proof->tested))));
	add_waiting(c, &said);
	if (said.count)
		doc_text(c->doc, 2, "%s", words_sentences(c->pool, &said));
}

bool proof_told(const struct compose *c)
{
	return c->past && !facts_only(c) && asked_again(&c->past->proof) > 0;
}

int proof_lines(struct compose *c, int most)
{
	const struct proof *proof = &c->past->proof;
	int rows = asked_again(proof);

	if ((!proof->count && !proof->undated) || facts_only(c))
		return 0;
	return BESIDE_LINES + 2 * (rows < most ? rows : most);
}

void compose_proof(struct compose *c, int most)
{
	const struct proof *proof = &c->past->proof;
	const struct proof_action **list = pool_alloc(c->pool, proof->count * sizeof(*list));
	struct table *table = NULL;
	int count;

	if ((!proof->count && !proof->undated) || facts_only(c))
		return;
	count = choose(c, list);
	doc_head(c->doc, NULL, "Did it work?", say(c, " %s", words_plain(W_PROOF_ASIDE)));
	for (int i = 0; i < count && i < most; i++) {
		if (!table)
			table = begin_table(c);
		proof_row(c, table, list[i]);
	}
	compose_said(c, list, count, most);
}

static const char *action_text(struct compose *c, const struct planned_action *planned)
{
	return words(c->pool, W_PROGRESS_ACTION, hole_count("number", planned->number),
		hole_text("title", planned->title));
}

const char *proof_risen(struct compose *c)
{
	const struct proof *proof = &c->past->proof;
	struct texts list = { 0 };

	for (size_t i = 0; i < proof->count; i++) {
		const struct proof_action *one = &proof->actions[i];

		if (shown(one) && proof_movement(one) == MOVEMENT_ROSE && !hides(c, one))
			texts_add(c->pool, &list, action_text(c, &c->plan->actions[one->action]));
	}
	return list.count ? words_list(c->pool, &list) : NULL;
}
