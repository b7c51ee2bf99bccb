/* SPDX-License-Identifier: MIT */
/*
 * The opening card of an interview afterwards.
 */
#include <rekindle/people.h>
#include <rekindle/sitting.h>
#include <rekindle/words.h>

static const char *called(const struct respondent *who)
{
	return str_blank(who->name) ? words_role(who->role) : who->name;
}

/* Who was promised more is asked again. */
static enum err check_promise(const struct respondent *who, const struct sitting_terms *terms,
	bool anew, struct errmsg *why)
{
	struct pool pool = { 0 };

	if ((int)terms->attribution >= who->attribution || anew)
		return ERR_NONE;
	errmsg_set(why, ERR_USAGE, "%s",
		words(&pool, W_CARD_PROMISED, hole_text("person", called(who)),
			hole_text("promise", words_attribution(who->attribution)),
			hole_text("wanted", words_attribution((int)terms->attribution))));
	pool_release(&pool);
	return ERR_USAGE;
}

static enum err put(struct store *store, struct record *record, int at,
	const struct sitting_terms *terms, struct errmsg *why)
{
	struct respondent changed = record->respondents[at];
	enum err err = store_hold(store, changed.object.key, why);

	store_unhold(store);
	changed.consent = (int)terms->consent;
	changed.attribution = (int)terms->attribution;
	changed.minutes = terms->minutes;
	changed.date = terms->date;
	return err ? err
		   : store_put(store, record, KIND_RESPONDENT, &changed,
			     record->assessment.object.key, why);
}

enum err people_card(struct store *store, struct record *record, int person,
	const struct sitting_terms *terms, bool anew, struct errmsg *why)
{
	int at = sitting_of_person(record, person);
	struct pool pool = { 0 };

	if (at < 0 || !record->respondents[at].object.key)
		return errmsg_set(why, ERR_USAGE, "%s", words_plain(W_CARD_NOT_HEARD));
	enum err err = check_promise(&record->respondents[at], terms, anew, why);
	if (err == ERR_NONE)
		err = store_begin(store, record->assessment.object.key,
			words(&pool, W_UNDO_CARD,
				hole_text("person", called(&record->respondents[at]))),
			why);
	pool_release(&pool);
	if (err != ERR_NONE)
		return err;
	err = put(store, record, at, terms, why);
	if (err == ERR_NONE)
		return store_commit(store, why);
	store_rollback(store);
	return err;
}
