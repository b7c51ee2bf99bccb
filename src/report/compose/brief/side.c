/* SPDX-License-Identifier: MIT */
/*
 * The side that the brief is for: what it and the others are called, and was it heard?
 */
#include "brief.h"

const char *brief_name(struct brief *b, int party)
{
	return shortened(b->c, party_label(b->c, party), LABEL_CELLS);
}

const char *brief_others(struct brief *b)
{
	struct texts list = { 0 };

	for (int p = 0; p < b->c->parties; p++)
		if (p != b->to)
			texts_add(b->c->pool, &list,
				b->c->parties > 2
					? brief_name(b, p)
					: shortened(b->c, party_name(b->c, p), NAME_CELLS));
	return words_list(b->c->pool, &list);
}

/* Has anybody of the party answered anything, be it that they do not know? role: ROLE_COUNT, any.
 */
static bool has_answered(const struct record *rec, int party, enum role role)
{
	for (size_t r = 0; r < rec->respondent_count; r++) {
		const struct respondent *who = &rec->respondents[r];

		if (who->party == party && (role == ROLE_COUNT || who->role == (int)role) &&
			record_answers(rec, (int)r) > 0)
			return true;
	}
	return false;
}

bool brief_asked(const struct brief *b, int party)
{
	return has_answered(b->c->rec, party, ROLE_COUNT);
}

bool brief_heard(const struct brief *b)
{
	return has_answered(b->c->rec, b->to, ROLE_SPONSOR);
}
