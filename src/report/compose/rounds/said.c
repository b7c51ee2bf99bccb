/* SPDX-License-Identifier: MIT */
/*
 * What is said of the change between two rounds: what is compared, what rose and fell, what cannot
 * be told yet, who was heard, what is left out.
 */
#include "rounds.h"

void rounds_begin(struct compose *c, struct doc *doc, const struct round_read *round)
{
	compose_begin(c, doc, &round->record, &round->view.shown, NULL, NULL);
	c->view = &round->view;
	c->joint = round->view.edition == EDITION_JOINT;
}

void rounds_as_of(struct compose *c, const struct round_read *round)
{
	const char *text = words_as_of_round(
		c->pool, &round->view, day_long(c, round->record.assessment.date));

	if (text)
		doc_text(c->doc, 0, "%s", text);
}

static const char *round_n(struct compose *c, const struct round_read *round)
{
	const int *n = round->view.shown.scores.with_data;

	return n_text(c, n);
}

/* Does one of them show facts alone? */
static bool hides_ratings(const struct round_change *change)
{
	return change->before->view.facts_only || change->after->view.facts_only;
}

/* Where the rounds were made with different banks: how few of the items that leaves. */
static void add_banks(struct compose *c, struct texts *said, const struct round_change *change)
{
	const struct instrument *then = change->before->record.instrument,
				*now = change->after->record.instrument;
	size_t rated, same = trend_alike(then, now, &rated);
	bool editions = str_same(then->id, now->id);

	if (editions && str_same(then->version, now->version))
		return;
	texts_add(c->pool, said,
		words(c->pool, editions ? W_ROUNDS_EDITIONS : W_ROUNDS_BANKS,
			hole_count("n", (int)same), hole_count("all", (int)rated)));
}

const char *rounds_compared_text(struct compose *c, const struct round_change *change)
{
	struct texts said = { 0 };
	int items = (int)change->trend.items;
	bool untold = hides_ratings(change);

	texts_add(c->pool, &said,
		words(c->pool, W_ROUNDS_COMPARED,
			hole_text("from", round_named(c, &change->before->record.assessment)),
			hole_text("then", round_n(c, change->before)),
			hole_text("to", round_named(c, &change->after->record.assessment)),
			hole_text("now", round_n(c, change->after))));
	texts_add(c->pool, &said,
		untold          ? words_plain(W_ROUNDS_UNTOLD)
			: items ? words(c->pool, W_ROUNDS_ITEMS, hole_count("n", items))
				: words_plain(W_ROUNDS_NO_ITEM));
	if (!untold)
		add_banks(c, &said, change);
	return words_sentences(c->pool, &said);
}

bool rounds_compared(struct compose *c, const struct round_change *change)
{
	doc_text(c->doc, 0, "%s", rounds_compared_text(c, change));
	return change->trend.items > 0 && !hides_ratings(change);
}

static struct texts moved(
	struct compose *c, const struct round_change *change, enum movement movement)
{
	struct texts list = { 0 };

	for (int a = 0; a < ASPECT_COUNT; a++)
		if (change->shown.aspect[a].movement == movement)
			texts_add(c->pool, &list, words_scale(a));
	return list;
}

static void add_moved(struct compose *c, struct texts *said, const struct round_change *change,
	enum movement movement)
{
	struct texts list = moved(c, change, movement);
	struct hole n = hole_count("n", (int)list.count);
	struct hole aspects = hole_list("aspects", &list);

	if (list.count)
		texts_add(c->pool, said,
			movement == MOVEMENT_ROSE ? words(c->pool, W_ROUNDS_ROSE, n, aspects)
						  : words(c->pool, W_ROUNDS_FELL, n, aspects));
}

/* Aspects of which a change was tested and is not beyond chance, and their pairs. */
struct unclear {
	int count, least, most;
};

static struct unclear find_unclear(const struct round_change *change)
{
	struct unclear found = { 0 };

	for (int a = 0; a < ASPECT_COUNT; a++) {
		const struct trend_aspect *aspect = &change->trend.aspect[a];
		const struct edition_change *shown = &change->shown.aspect[a];

		if (!aspect->pairs || shown->hides_movement || shown->movement != MOVEMENT_UNCLEAR)
			continue;
		if (!found.count++ || aspect->pairs < found.least)
			found.least = aspect->pairs;
		if (aspect->pairs > found.most)
			found.most = aspect->pairs;
	}
	return found;
}

static const char *had_text(struct compose *c, const struct unclear *found)
{
	if (found->least == found->most)
		return say(c, "%d", found->most);
	return words(c->pool, W_ROUNDS_HAD, hole_count("least", found->least),
		hole_count("most", found->most));
}

static void add_unclear(struct compose *c, struct texts *said, const struct round_change *change)
{
	struct unclear found = find_unclear(change);
	struct hole n = hole_count("n", found.count);
	struct hole tested = hole_count("tested", change->trend.tested);
	struct hole pairs = hole_count("pairs", trend_pairs_needed(change->trend.tested));

	if (found.count && c->joint)
		texts_add(c->pool, said, words(c->pool, W_ROUNDS_UNCLEAR_JOINT, n, tested, pairs));
	else if (found.count)
		texts_add(c->pool, said,
			words(c->pool, W_ROUNDS_UNCLEAR, n, tested, pairs,
				hole_text("had", had_text(c, &found))));
	else if (!change->trend.tested)
		texts_add(c->pool, said, words(c->pool, W_ROUNDS_NO_PAIR, pairs));
}

const char *rounds_moved_text(struct compose *c, const struct round_change *change)
{
	struct texts said = { 0 };

	if (hides_ratings(change))
		return words_plain(W_ROUNDS_UNTOLD);
	add_moved(c, &said, change, MOVEMENT_ROSE);
	add_moved(c, &said, change, MOVEMENT_FELL);
	add_unclear(c, &said, change);
	return said.count ? words_sentences(c->pool, &said) : NULL;
}

void rounds_moved(struct compose *c, const struct round_change *change)
{
	const char *text = rounds_moved_text(c, change);

	if (text)
		doc_text(c->doc, 0, "%s", text);
}

const char *rounds_people_text(struct compose *c, const struct round_change *change)
{
	const struct trend_between *trend = &change->trend;
	int joined = (int)trend->joined.count, left = (int)trend->left.count;
	struct hole paired = hole_count("paired", trend->paired);

	return joined || left ? words(c->pool, W_ROUNDS_TURNOVER, paired,
					hole_count("joined", joined), hole_count("left", left))
			      : words(c->pool, W_ROUNDS_SAME, paired);
}

void rounds_people(struct compose *c, const struct round_change *change)
{
	doc_text(c->doc, 0, "%s", rounds_people_text(c, change));
}

/* How many aspects of all the changes lack what is asked for. */
static int count_where(const struct round_change *changes, size_t count,
	bool (*lacks)(const struct round_change *, int aspect))
{
	int n = 0;

	for (size_t i = 0; i < count; i++)
		for (int a = 0; a < ASPECT_COUNT && !hides_ratings(&changes[i]); a++)
			n += lacks(&changes[i], a);
	return n;
}

static bool lacks_score(const struct round_change *change, int a)
{
	return change->shown.aspect[a].hides_before || change->shown.aspect[a].hides_after;
}

static bool lacks_change(const struct round_change *change, int a)
{
	return change->shown.aspect[a].hides_change && !change->shown.aspect[a].hides_movement;
}

static bool lacks_movement(const struct round_change *change, int a)
{
	return change->shown.aspect[a].hides_movement && !change->shown.aspect[a].repeats;
}

static bool lacks_answers(const struct round_change *change, int a)
{
	return change->shown.aspect[a].repeats;
}

static bool lacks_test(const struct round_change *change, int a)
{
	return !isnan(change->trend.aspect[a].p) && isnan(change->shown.aspect[a].p);
}

/* A round that shows facts alone, and because of whom. */
static void left_out_facts(struct compose *c, const struct round_read *round)
{
	if (round->view.facts_only)
		doc_bullet(c->doc, 2, "%s",
			words(c->pool, W_ROUNDS_OUT_FACTS,
				hole_text("day", day_long(c, round->record.assessment.date)),
				hole_text("why",
					words_left_out(c->pool, &round->record, &round->view,
						LEFT_OUT_FACTS))));
}

static void left_out_movements(struct compose *c, const struct round_change *changes, size_t count)
{
	int movements = count_where(changes, count, lacks_movement);
	int repeated = count_where(changes, count, lacks_answers);

	if (movements)
		doc_bullet(c->doc, 2, "%s",
			words(c->pool, W_ROUNDS_OUT_MOVEMENT, hole_count("n", movements)));
	if (repeated)
		doc_bullet(c->doc, 2, "%s",
			words(c->pool, W_ROUNDS_OUT_AGAIN, hole_count("n", repeated)));
}

void rounds_left_out_items(struct compose *c, const struct round_change *changes, size_t count)
{
	if (count)
		left_out_facts(
			c, changes[0].before); /* of the others each is some change's later */
	for (size_t i = 0; i < count; i++)
		left_out_facts(c, changes[i].after);
	if (count_where(changes, count, lacks_score))
		doc_bullet(c->doc, 2, "%s", words_plain(W_ROUNDS_OUT_SCORES));
	left_out_movements(c, changes, count);
	if (count_where(changes, count, lacks_change))
		doc_bullet(c->doc, 2, "%s", words_plain(W_ROUNDS_OUT_CHANGE));
	if (count_where(changes, count, lacks_test))
		doc_bullet(c->doc, 2, "%s",
			words(c->pool, W_ROUNDS_OUT_TEST, hole_count("n", EDITION_TEST_MIN)));
	doc_bullet(c->doc, 2, "%s", words_plain(W_ROUNDS_OUT_PEOPLE));
}

void rounds_left_out(struct compose *c, const struct round_change *changes, size_t count)
{
	if (!c->joint)
		return;
	doc_head(c->doc, NULL, "Left out of this edition, and why", NULL)->left_out = true;
	if (!count && facts_only(c))
		doc_bullet(
			c->doc, 2, "%s", words_left_out(c->pool, c->rec, c->view, LEFT_OUT_FACTS));
	rounds_left_out_items(c, changes, count);
	doc_bullet(c->doc, 2, "%s", words_left_out(c->pool, c->rec, c->view, LEFT_OUT_CHANGES));
}
