/* SPDX-License-Identifier: MIT */
/*
 * What the linter asks of texts: that none says again what another has said.
 */
#include "internal.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unicase.h>
#include <unictype.h>
#include <unistr.h>

#define WORD_LEAST 4 /* letters; shorter words are in every text */

/* The character at *text in lower case, 0 at the end; *text moves on. */
static ucs4_t next_letter(const char **text)
{
	ucs4_t letter;
	if (!**text)
		return 0;
	int n = u8_strmbtouc(&letter, (const uint8_t *)*text);
	*text += n > 0 ? n : 1;
	return uc_tolower(letter);
}

void lint_normal(struct str *to, const char *text)
{
	bool between = false;
	size_t start = to->len;
	while (text && *text) {
		ucs4_t letter = next_letter(&text);
		if (!uc_is_alnum(letter)) {
			between = true;
			continue;
		}
		if (between && to->len > start)
			str_addc(to, ' ');
		between = false;
		uint8_t bytes[6];
		int n = u8_uctomb(bytes, letter, sizeof(bytes));
		str_addn(to, (const char *)bytes, n > 0 ? (size_t)n : 0);
	}
}

struct question {
	struct place at;
	const char *id;
	char *normal; /* in the pool; "" is like nothing else */
};

static void add_question(
	struct question *question, struct place at, const char *id, const char *text)
{
	struct str normal;
	str_init(&normal);
	lint_normal(&normal, text);
	*question = (struct question){ at, id,
		pool_strndup(at.loading->pool, normal.text, normal.len) };
	str_release(&normal);
}

/* Where each anchor of the rated items stands: three of an item that has its own id. */
static size_t collect_anchors(
	struct loading *loading, const struct instrument *instrument, struct question *anchors)
{
	size_t count = 0;
	for (size_t i = 0; i < instrument->item_count; i++) {
		const struct item *item = &instrument->items[i];
		const char *const texts[] = { item->low, item->mid, item->high };
		for (size_t k = 0; item->kind == ITEM_RATED && k < 3; k++)
			add_question(&anchors[count++], (struct place){ loading, MEMBER_ITEMS, i },
				item->id, texts[k]);
	}
	return count;
}

/* Two that are alike within one item are the business of the anchors' own rule. */
static void lint_repeated_anchors(struct loading *loading, const struct instrument *instrument)
{
	static const char *const names[] = { "low", "mid", "high" };
	struct question *anchors = mem_alloc((3 * instrument->item_count + 1) * sizeof(*anchors));
	size_t count = collect_anchors(loading, instrument, anchors);
	for (size_t i = 0; i < count; i++) {
		size_t j = 0, own = i - i % 3;
		while (j < own && strcmp(anchors[j].normal, anchors[i].normal))
			j++;
		if (j < own && *anchors[i].normal)
			fault_of(&anchors[i].at, RULE_WORDING, names[i % 3],
				"is worded like an anchor of %s; picture something else",
				anchors[j].id);
	}
	free(anchors);
}

void lint_wording(struct loading *loading, const struct instrument *instrument)
{
	size_t count = 0, room = instrument->item_count + loading->all.route_count;
	struct question *questions = mem_alloc(room * sizeof(*questions));
	for (size_t i = 0; i < instrument->item_count; i++)
		add_question(&questions[count++], (struct place){ loading, MEMBER_ITEMS, i },
			instrument->items[i].id, instrument->items[i].text);
	for (size_t i = 0; i < loading->all.route_count; i++)
		add_question(&questions[count++], (struct place){ loading, MEMBER_ROUTE, i },
			loading->all.route[i].id, loading->all.route[i].text);
	for (size_t i = 0; i < count; i++) {
		size_t j = 0;
		while (j < i && strcmp(questions[j].normal, questions[i].normal))
			j++;
		if (j < i && *questions[i].normal)
			fault_of(&questions[i].at, RULE_WORDING, "text",
				"is worded like that of %s; ask something else or take one out",
				questions[j].id ? questions[j].id : "another question");
	}
	free(questions);
	lint_repeated_anchors(loading, instrument);
}

/* The different words of an action as sorted numbers. */
struct words {
	uint64_t *word;
	size_t count;
};

static int by_word(const void *a, const void *b)
{
	uint64_t x = *(const uint64_t *)a, y = *(const uint64_t *)b;
	return (x > y) - (x < y);
}

/* Words as numbers (FNV-1a): comparing 2000 actions by their letters would take long. */
static void add_words(struct words *words, const char *text)
{
	uint64_t hash = 0;
	int letters = 0;
	while (text) {
		ucs4_t letter = next_letter(&text);
		if (letter && uc_is_alpha(letter)) {
			hash = (letters++ ? hash : 0xcbf29ce484222325u) ^ letter;
			hash *= 0x100000001b3u;
			continue;
		}
		if (letters >= WORD_LEAST)
			words->word[words->count++] = hash;
		letters = 0;
		if (!letter)
			return;
	}
}

static struct words words_of(struct pool *pool, const struct action *action)
{
	size_t length = (action->what ? strlen(action->what) : 0) +
		(action->done_when ? strlen(action->done_when) : 0);
	struct words words = { pool_alloc(pool, (length / WORD_LEAST + 2) * sizeof(uint64_t)), 0 };
	add_words(&words, action->what);
	add_words(&words, action->done_when);
	if (words.count)
		qsort(words.word, words.count, sizeof(*words.word), by_word);
	size_t kept = 0;
	for (size_t i = 0; i < words.count; i++)
		if (!kept || words.word[kept - 1] != words.word[i])
			words.word[kept++] = words.word[i];
	words.count = kept;
	return words;
}

static size_t shared(const struct words *a, const struct words *b)
{
	size_t count = 0;
	for (size_t i = 0, j = 0; i < a->count && j < b->count;) {
		count += a->word[i] == b->word[j];
		if (a->word[i] < b->word[j])
			i++;
		else if (a->word[i] > b->word[j])
			j++;
		else
			i++, j++;
	}
	return count;
}

/* Shared words against all words of both, in whole per cent; more than 60 is too much. */
static int likeness(const struct words *a, const struct words *b)
{
	size_t common = shared(a, b), all = a->count + b->count - common;
	return 5 * common > 3 * all ? (int)(100 * common / all) : 0;
}

void lint_alike(struct loading *loading, const struct instrument *instrument)
{
	size_t count = instrument->action_count;
	struct pool pool = { NULL };
	struct words *words = pool_alloc(&pool, count * sizeof(*words));
	for (size_t i = 0; i < count; i++) {
		words[i] = words_of(&pool, &instrument->actions[i]);
		size_t j = 0;
		while (j < i && !likeness(&words[i], &words[j]))
			j++;
		if (j < i)
			fault_of(&(struct place){ loading, MEMBER_ACTIONS, i }, RULE_ALIKE, "what",
				"shares %d%% of its words with action %s; tell them apart or take "
				"one out",
				likeness(&words[i], &words[j]), instrument->actions[j].id);
	}
	pool_release(&pool);
}
