/* SPDX-License-Identifier: MIT */
/*
 * A reply of somebody whom the round knows already, against what is stored of them: consent,
 * attribution and answers are taken together or not at all, and no promise is weakened.
 */
#include "internal.h"

#include <rekindle/words.h>

#include "../json/merge.h"

struct standing {
	const struct sheet_taking *taking;
	struct respondent *who; /* of the document */
	const struct respondent *stored;
	struct sheet_reply *reply;
	int said;     /* attribution of the sheet, where empty is confidential */
	bool refused; /* nothing of it is taken */
};

static const struct answer *stored_answer(const struct standing *s, const struct answer *answer)
{
	const struct record *round = s->taking->round;
	return record_answer(round, (int)(s->stored - round->respondents), answer->item);
}

static bool is_other(const struct answer *answer, const struct answer *there)
{
	struct answer mine = *answer;
	mine.respondent = there->respondent;
	return !fields_same(KIND_ANSWER, &mine, there, NULL, fields_of_people(KIND_ANSWER, there));
}

/* Does merging take this answer? */
static bool is_taken(const struct standing *s, const struct answer *answer)
{
	const struct answer *there = stored_answer(s, answer);
	int64_t at = answer->object.changed;
	return !there || (at && at >= there->object.changed && is_other(answer, there));
}

static int count_taken(const struct standing *s)
{
	int n = 0;
	for (size_t i = 0; i < s->taking->record->answer_count; i++)
		n += is_taken(s, &s->taking->record->answers[i]);
	return n;
}

/* Those that the database has otherwise, and keeps. */
static int count_kept(const struct standing *s)
{
	int n = 0;
	for (size_t i = 0; i < s->taking->record->answer_count; i++) {
		const struct answer *answer = &s->taking->record->answers[i];
		const struct answer *there = stored_answer(s, answer);
		n += there && !is_taken(s, answer) && is_other(answer, there);
	}
	return n;
}

/* The terms are in the order of what they promise. */
static int stricter(int a, int b)
{
	return a > b ? a : b;
}

static void keep_stored(struct standing *s)
{
	s->who->consent = s->stored->consent;
	s->who->attribution = s->stored->attribution;
}

static void refuse_all(struct standing *s)
{
	struct record *record = s->taking->record;
	s->refused = true;
	keep_stored(s);
	while (record->answer_count)
		record_remove(record, KIND_ANSWER, record->answer_count - 1);
}

/* What is stored is later, or the sheet says no time. Where answers of it are taken all the same,
 * what the sheet promises goes with them. */
static void settle_older(struct standing *s)
{
	bool agrees = s->who->consent == TRI_YES, open = s->stored->consent == TRI_UNKNOWN;
	if (agrees && s->stored->consent == TRI_NO) {
		refuse_all(s);
		return;
	}
	if (!open && (!agrees || !count_taken(s))) {
		keep_stored(s);
		return;
	}
	s->who->attribution = stricter(s->said, s->stored->attribution);
	if (open || s->who->attribution != s->stored->attribution)
		s->who->object.changed = s->stored->object.changed + 1;
}

/* What there is to say */

static void add_note(struct standing *s, const char *text)
{
	struct pool *pool = &s->taking->record->pool;
	const char *before = s->reply->note;
	s->reply->note = before ? pool_printf(pool, "%s; %s", before, text) : text;
}

static void note_consent(struct standing *s, struct pool *pool)
{
	int said = s->taking->consent, stored = s->stored->consent;
	if (s->refused)
		add_note(s, words_plain(W_SHEET_NOTE_REFUSED));
	else if (s->who->consent != said)
		add_note(s, words_plain(W_SHEET_NOTE_STAYS_YES));
	else if (stored == TRI_NO && said == TRI_YES)
		add_note(s, words_plain(W_SHEET_NOTE_WAS_NO));
	else if (stored == TRI_YES && said == TRI_NO)
		add_note(s, words_plain(W_SHEET_NOTE_WAS_YES));
	int kept = count_kept(s);
	if (kept)
		add_note(s,
			words(pool, s->taking->finished ? W_SHEET_NOTE_OLDER : W_SHEET_NOTE_UNTIMED,
				hole_count("n", kept)));
}

static void note_attribution(struct standing *s, struct pool *pool)
{
	int now = s->who->attribution, before = s->stored->attribution;
	if (now != before && before >= 0)
		add_note(s,
			words(pool, W_SHEET_NOTE_ATTRIBUTION,
				hole_text("before", words_attribution(before)),
				hole_text("now", words_attribution(now))));
	else if (now != s->said && !s->refused)
		add_note(s,
			words(pool, W_SHEET_NOTE_ATTRIBUTION_STAYS,
				hole_text("said", words_attribution(s->said)),
				hole_text("now", words_attribution(now))));
}

bool standing_settle(const struct sheet_taking *t, struct respondent *who,
	const struct respondent *stored, struct sheet_reply *reply)
{
	struct standing s = { t, who, stored, reply, who->attribution, false };
	bool later = t->finished > stored->object.changed;
	if (!later)
		settle_older(&s);
	else if (who->consent != TRI_YES)
		who->attribution = stricter(s.said, stored->attribution);
	note_attribution(&s, &t->record->pool);
	note_consent(&s, &t->record->pool);
	return !s.refused;
}
