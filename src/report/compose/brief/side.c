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

bool brief_asked(const struct brief *b, int party)
{
	const struct record *rec = b->c->rec;

	for (size_t r = 0; r < rec->respondent_count; r++)
		if (rec->respondents[r].party == party && record_answers(rec, (int)r) > 0)
			return true;
	return false;
}

bool brief_heard(const struct brief *b)
{
	const struct record *rec = b->c->rec;

	for (size_t r = 0; r < rec->respondent_count; r++)
		if (rec->respondents[r].party == b->to &&
			rec->respondents[r].role == ROLE_SPONSOR &&
			!is_confidential(b->c, (int)r) && record_answers(rec, (int)r) > 0)
			return true;
	return false;
}
