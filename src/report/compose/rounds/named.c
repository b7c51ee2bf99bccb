/* SPDX-License-Identifier: MIT */
/*
 * Who is new and who is gone, by name or role, and never so that it tells who answered in
 * confidence; and what a screen says of a change.
 */
#include "rounds.h"

/* The same document, about the other round. */
static struct compose other_round(const struct compose *c, const struct round_read *round)
{
	struct compose other = *c;

	other.rec = &round->record;
	other.diagnosis = &round->view.shown;
	other.scores = &round->view.shown.scores;
	other.view = &round->view;
	compose_tags(&other);
	return other;
}

/* Was this person named as heard in that round, by name or by role? */
static bool named_there(const struct compose *there, const struct uuid *id)
{
	int person = uuid_none(id) ? -1 : record_find(there->rec, KIND_PERSON, id);

	return person >= 0 && heard_openly(there, person);
}

/*
 * Who is named as heard in one round and not in the other, whether they were not heard there or
 * answered in confidence: a list of who was not heard would tell who did.
 */
static struct texts named_only(struct compose *c, const struct compose *there)
{
	static const struct uuid nobody;
	struct texts list = { 0 };

	for (size_t r = 0; r < c->rec->respondent_count; r++) {
		int person = c->rec->respondents[r].person;
		const struct uuid *id = person < 0 ? &nobody : &c->rec->people[person].object.id;

		if (!is_confidential(c, (int)r) && record_has_data(c->rec, (int)r) &&
			!named_there(there, id))
			texts_add(c->pool, &list, respondent_full(c, (int)r));
	}
	return list;
}

struct named_in_one {
	struct texts now, then;
};

static struct named_in_one named_in_one(struct compose *now, const struct round_change *change)
{
	struct compose then = other_round(now, change->before);

	if (now->joint)
		return (struct named_in_one){ .now = { 0 } };
	return (struct named_in_one){ named_only(now, &then), named_only(&then, now) };
}

static const char *only_text(struct compose *c, const struct texts *named, bool now)
{
	struct hole people = hole_text("people", words_clauses(c->pool, named));

	if (!named->count)
		return NULL;
	return now ? words(c->pool, W_ROUNDS_ONLY_NOW, people)
		   : words(c->pool, W_ROUNDS_ONLY_THEN, people);
}

static void say_text(struct compose *c, const char *text)
{
	if (text)
		doc_text(c->doc, 0, "%s", text);
}

void rounds_heard(struct compose *c, const struct round_change *change)
{
	struct named_in_one named = named_in_one(c, change);

	doc_head(c->doc, NULL, "Who was heard", NULL);
	rounds_people(c, change);
	say_text(c, only_text(c, &named.now, true));
	say_text(c, only_text(c, &named.then, false));
}

static const char *kept(struct pool *pool, const char *text)
{
	return text ? pool_strdup(pool, text) : NULL;
}

void round_say(struct round_said *said, struct pool *pool, const struct round_change *change)
{
	struct compose c;
	struct doc doc;

	rounds_begin(&c, &doc, change->after);
	struct named_in_one named = named_in_one(&c, change);
	*said = (struct round_said){
		.compared = kept(pool, rounds_compared_text(&c, change)),
		.moved = kept(pool, change->trend.items ? rounds_moved_text(&c, change) : NULL),
		.people = kept(pool, c.joint ? NULL : rounds_people_text(&c, change)),
		.joined = kept(pool, only_text(&c, &named.now, true)),
		.left = kept(pool, only_text(&c, &named.then, false)),
	};
	doc_release(&doc);
}
