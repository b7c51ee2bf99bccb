/* SPDX-License-Identifier: MIT */
/*
 * What an interview asks and hears, in words: a question as it is put to a party, who is asked, and
 * what an answer shows in a list.
 */
#include <rekindle/words.h>

#include <string.h>
#include <rekindle/schema.h>
#include <rekindle/str.h>

/* "B", "B and C", "B, C and D": everybody but one; where nobody else is recorded, in general. */
static const char *others(struct pool *pool, const struct record *record, int party)
{
	struct texts list = { 0 };

	for (size_t i = 0; i < record->party_count; i++)
		if ((int)i != party)
			texts_add(pool, &list, record->parties[i].label);
	return list.count ? words_list(pool, &list) : words_plain(W_MIRROR_NOBODY);
}

/* What stands for a mark, inside a sentence and where it begins one. */
struct stand_in {
	const char *inside, *first;
};

static bool begins_sentence(const struct str *out)
{
	size_t n = out->len;

	while (n && out->text[n - 1] == ' ')
		n--;
	return !n || strchr(".?!", out->text[n - 1]);
}

static const char *filled(
	struct pool *pool, const char *text, struct stand_in for_us, struct stand_in for_them)
{
	static const char us[] = "{us}", them[] = "{them}";
	struct str out;

	if (!strchr(text, '{'))
		return text;
	str_init(&out);
	while (*text) {
		if (!strncmp(text, us, sizeof(us) - 1)) {
			str_add(&out, begins_sentence(&out) ? for_us.first : for_us.inside);
			text += sizeof(us) - 1;
		} else if (!strncmp(text, them, sizeof(them) - 1)) {
			str_add(&out, begins_sentence(&out) ? for_them.first : for_them.inside);
			text += sizeof(them) - 1;
		} else {
			str_addc(&out, *text++);
		}
	}
	const char *mirrored = pool_strndup(pool, out.text, out.len);
	str_release(&out);
	return mirrored;
}

const char *words_mirror(
	struct pool *pool, const struct record *record, const char *text, int party)
{
	const char *us = record->parties[party].label, *them = others(pool, record, party);

	return filled(pool, text, (struct stand_in){ us, us }, (struct stand_in){ them, them });
}

const char *words_neutral(struct pool *pool, const struct record *record, const char *text)
{
	struct hole n = hole_count("n", record->party_count > 2 ? 2 : 1);

	return filled(pool, text,
		(struct stand_in){ words_plain(W_NEUTRAL_US), words_plain(W_NEUTRAL_US_FIRST) },
		(struct stand_in){
			words(pool, W_NEUTRAL_THEM, n), words(pool, W_NEUTRAL_THEM_FIRST, n) });
}

static const char *own_name(const struct record *record, const struct respondent *r)
{
	if (!str_blank(r->name))
		return r->name;
	return r->person >= 0 && !str_blank(record->people[r->person].name)
		? record->people[r->person].name
		: NULL;
}

bool words_is_named(const struct record *record, int respondent)
{
	return own_name(record, &record->respondents[respondent]);
}

const char *words_respondent(struct pool *pool, const struct record *record, int respondent)
{
	const struct respondent *r = &record->respondents[respondent];
	const char *name = own_name(record, r);

	if (name)
		return name;
	return words(pool, W_RESPONDENT_UNNAMED, hole_text("role", words_role(r->role)),
		hole_text("party", record->parties[r->party].label));
}

static int count_words(const char *text)
{
	int n = 0;
	bool inside = false;

	for (; text && *text; text++) {
		bool blank = *text == ' ' || (*text >= '\t' && *text <= '\r');
		n += !blank && !inside;
		inside = !blank;
	}
	return n;
}

static const char *choice_text(const struct item *item, const char *id)
{
	for (size_t i = 0; i < item->choice_count; i++)
		if (str_same(item->choices[i].id, id))
			return item->choices[i].text;
	return id;
}

/* Ids separated by '\n' as the texts of their choices, "Yes, No". */
static const char *choice_texts(struct pool *pool, const struct item *item, const char *ids)
{
	struct texts list = { 0 };

	while (ids && *ids) {
		size_t length = strcspn(ids, "\n");
		texts_add(pool, &list, choice_text(item, pool_strndup(pool, ids, length)));
		ids += length + (ids[length] == '\n');
	}
	return words_names(pool, &list);
}

static const char *value_text(
	struct pool *pool, const struct item *item, const struct answer *answer)
{
	if (item->kind == ITEM_TEXT)
		return words(pool, W_TEXT_WORDS, hole_count("n", count_words(answer->text)));
	if (item->kind == ITEM_CHOICE || item->kind == ITEM_MULTI)
		return choice_texts(pool, item, answer->value.text);
	const char *value = value_format(pool, item->kind, &answer->value);
	return value ? value : "";
}

const char *words_state(enum answer_state state)
{
	static const enum sentence states[STATE_COUNT] = {
		[STATE_ANSWERED] = W_LINE_STATE_ANSWERED,
		[STATE_DONT_KNOW] = W_LINE_STATE_DONT_KNOW,
		[STATE_NOT_APPLICABLE] = W_LINE_STATE_NOT_APPLICABLE,
		[STATE_DECLINED] = W_LINE_STATE_DECLINED,
		[STATE_NOT_ASKED] = W_LINE_STATE_NOT_ASKED,
		[STATE_BLANK] = W_LINE_STATE_BLANK,
	};

	return words_plain(states[state]);
}

const char *words_whole_answer(
	struct pool *pool, const struct record *record, const struct answer *answer)
{
	const struct item *item = &record->instrument->items[answer->item];

	if (answer->state == STATE_NOT_APPLICABLE && !str_blank(answer->reason))
		return words(pool, W_ANSWER_NOT_APPLICABLE, hole_text("reason", answer->reason));
	if (answer->state != STATE_ANSWERED)
		return words_state(answer->state);
	return item->kind == ITEM_TEXT ? answer->text ? answer->text : ""
				       : value_text(pool, item, answer);
}

const char *words_answer(struct pool *pool, const struct flow *flow, size_t question)
{
	enum answer_state state = flow_state(flow, question);
	const int item = flow->items[question];

	if (state != STATE_ANSWERED)
		return pool_strndup(pool, (const char[]){ state_letter(state) }, 1);
	return value_text(pool, &flow->record->instrument->items[item],
		record_answer(flow->record, flow->respondent, item));
}
