/* SPDX-License-Identifier: MIT */
/*
 * The items behind a why: each with the means of the sides, and one alone with its question, the
 * ratings of each side and the words that may be shown.
 */
#include "why.h"

void why_items(struct why *why, const struct asked *q, int scale)
{
	const struct instrument *bank = q->rec->instrument;
	for (size_t i = 0; i < bank->item_count && scale != SCALE_NONE; i++) {
		const char *values =
			bank->items[i].scale == (enum scale)scale ? why_item_values(q, (int)i) : "";
		if (*values)
			texts_add_item(q->pool, &why->items,
				WHY_TEXT("%s: %s", why_item_name(&bank->items[i]), values), (int)i);
	}
}

/* How often a party gave each rating, and each other answer. */
struct count {
	int rating[SCORE_HIGHEST + 1], state[STATE_COUNT];
	int rated, sum;
};

static struct count count_of(const struct record *rec, int item, int party)
{
	struct count count = { .rated = 0 };
	for (size_t r = 0; r < rec->respondent_count; r++) {
		const struct answer *answer = record_answer(rec, (int)r, item);
		int rating = record_rating(rec, (int)r, item);
		if (rec->respondents[r].party != party || !record_asked(rec, (int)r, item) ||
			!answer)
			continue;
		count.state[answer->state]++;
		count.rated += rating > 0;
		count.rating[rating] += rating > 0;
		count.sum += rating;
	}
	return count;
}

/* "1 1 2 3, mean 1.75; 1 don't know": in order of size, so that nobody can be told by the order. */
static const char *count_text(const struct asked *q, const struct count *count)
{
	static const struct {
		enum answer_state state;
		const char *words;
	} others[] = { { STATE_DONT_KNOW, "don't know" },
		{ STATE_NOT_APPLICABLE, "not applicable" }, { STATE_DECLINED, "declined" } };
	const char *text = "";
	for (int rating = SCORE_LOWEST; rating <= SCORE_HIGHEST; rating++)
		for (int i = 0; i < count->rating[rating]; i++)
			text = WHY_TEXT("%s%s%d", text, *text ? " " : "", rating);
	if (count->rated)
		text = WHY_TEXT("%s, mean %.2f", text, (double)count->sum / count->rated);
	for (size_t i = 0; i < sizeof(others) / sizeof(*others); i++)
		if (count->state[others[i].state])
			text = WHY_TEXT("%s%s%d %s", text, *text ? "; " : "",
				count->state[others[i].state], others[i].words);
	return *text ? text : "not rated";
}

static void add_values(struct why_item *out, const struct asked *q, int item)
{
	for (size_t p = 0; p < q->rec->party_count; p++) {
		struct count count = count_of(q->rec, item, (int)p);
		texts_add_item(q->pool, &out->values,
			WHY_TEXT("%s %s", q->rec->parties[p].label, count_text(q, &count)), item);
	}
}

static void add_words(struct why_item *out, const struct asked *q, int item)
{
	for (size_t r = 0; r < q->rec->respondent_count; r++) {
		const struct answer *answer = record_answer(q->rec, (int)r, item);
		if (!answer || !why_may_quote(q, (int)r) || !record_asked(q->rec, (int)r, item))
			continue;
		if (!str_blank(answer->quote))
			texts_add_item(q->pool, &out->words,
				WHY_TEXT("\"%s\" %s", answer->quote, why_speaker(q, (int)r)), item);
		if (!str_blank(answer->comment))
			texts_add_item(q->pool, &out->words,
				WHY_TEXT("%s (noted with %s)", answer->comment,
					why_speaker(q, (int)r)),
				item);
	}
}

void why_item(struct why_item *out, struct pool *pool, const struct record *rec, int item)
{
	const struct asked asked = { .pool = pool, .rec = rec }, *q = &asked;
	const struct item *of = &rec->instrument->items[item];
	const char *const anchors[] = { of->reversed ? of->high : of->low, of->mid,
		of->reversed ? of->low : of->high };
	int ours = record_ours(rec);
	*out = (struct why_item){ .reversed = of->reversed };
	out->text = record_mirror(rec, pool, of->text, ours);
	for (int i = 0; i < 3; i++)
		out->anchor[i] =
			str_blank(anchors[i]) ? NULL : record_mirror(rec, pool, anchors[i], ours);
	add_values(out, q, item);
	add_words(out, q, item);
}
